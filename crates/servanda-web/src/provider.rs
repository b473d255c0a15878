//! Who is asked who somebody is, as the site knows it: what asks is given to it.

use servanda_actions::people::Identity;

/// What is drawn for one round of asking, so that nobody else's answer is taken for it.
#[derive(Clone)]
pub struct Round {
    /// Comes back in the address.
    pub state: String,
    /// Comes back in what the provider signs.
    pub nonce: String,
    /// Shows that whoever redeems the code has begun the round (RFC 7636).
    pub verifier: String,
}

impl std::fmt::Debug for Round {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Round").finish_non_exhaustive()
    }
}

/// Why it is not known who somebody is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NotTold {
    /// The provider does not answer, and how that shows.
    Down(String),
    /// The provider refuses: the code of its reason.
    Refused(String),
    /// What it sent does not verify, and why.
    NotVerified(String),
}

/// An identity provider. It may take seconds to answer.
pub trait IdentityProvider: Send + Sync {
    /// What people call it.
    fn name(&self) -> &str;

    /// Where somebody is sent to say who they are. `now` is seconds since 1970 UTC.
    fn begin(&self, round: &Round, now: i64) -> Result<String, NotTold>;

    /// Who it is that came back with a code.
    fn finish(&self, round: &Round, code: &str, now: i64) -> Result<Identity, NotTold>;
}
