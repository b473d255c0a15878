//! Accounts: who may act through an installation, by an id that says nothing about the person.

use std::fmt;

use crate::RecordId;

/// The pseudonymous id of an account: ten characters of Crockford's base 32, drawn by chance.
///
/// It stands in entries where a name may not; who it is, the house journal's parts say.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct AccountId(RecordId);

/// The text is not the id of an account.
#[derive(Debug, thiserror::Error, PartialEq, Eq)]
#[error("'{0}' is not an account's id: ten characters of 0-9 and a-z without i, l, o, u")]
pub struct NotAnAccountId(pub String);

impl AccountId {
    /// Makes an id from the last 50 bits of a number.
    pub fn from_bits(bits: u64) -> Self {
        Self(RecordId::from_bits(bits))
    }

    /// Reads an id as it stands in an entry.
    pub fn parse(text: &str) -> Result<Self, NotAnAccountId> {
        RecordId::parse(text).map(Self).map_err(|not| NotAnAccountId(not.0))
    }

    /// The id as text.
    pub fn as_str(&self) -> &str {
        self.0.as_str()
    }
}

impl fmt::Display for AccountId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}
