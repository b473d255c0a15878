//! Identifiers of records: opaque, short, safe in an address and in a journal.

use std::fmt;

/// The identifier of a record: ten characters of Crockford's base 32 in lower case (50 bits).
///
/// It says nothing about the record, so that a journal can carry it (`docs/format.md` §6: no names
/// in entries).
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct RecordId(String);

/// The text is not an identifier of a record.
#[derive(Debug, thiserror::Error, PartialEq, Eq)]
#[error("'{0}' is not a record's identifier: ten characters of 0-9 and a-z without i, l, o, u")]
pub struct NotARecordId(pub String);

/// The digits, in order of their value.
const DIGITS: &[u8; 32] = b"0123456789abcdefghjkmnpqrstvwxyz";
/// Characters in an identifier.
const LENGTH: usize = 10;

impl RecordId {
    /// Makes an identifier from the last 50 bits of a number.
    pub fn from_bits(bits: u64) -> Self {
        let text = (0..LENGTH)
            .rev()
            .filter_map(|place| usize::try_from((bits >> (5 * place)) & 31).ok())
            .filter_map(|digit| DIGITS.get(digit))
            .map(|digit| char::from(*digit))
            .collect();
        Self(text)
    }

    /// Reads an identifier as it stands in an address.
    pub fn parse(text: &str) -> Result<Self, NotARecordId> {
        if text.len() == LENGTH && text.bytes().all(|byte| DIGITS.contains(&byte)) {
            Ok(Self(text.to_owned()))
        } else {
            Err(NotARecordId(text.to_owned()))
        }
    }

    /// The number it was made from: its 50 bits.
    pub fn bits(&self) -> u64 {
        self.0.bytes().fold(0, |bits, byte| {
            let digit = DIGITS.iter().position(|known| *known == byte).unwrap_or(0);
            (bits << 5) | u64::try_from(digit).unwrap_or(0)
        })
    }

    /// The identifier as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for RecordId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests;
