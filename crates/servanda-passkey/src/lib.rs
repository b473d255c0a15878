//! Passkeys: what a browser and an authenticator say when a key is made and when it signs, read and
//! verified (W3C Web Authentication, Level 3).
//!
//! Never: I/O, a clock, chance or state. Whoever asks says what is expected, and gets the same
//! answer on any machine at any time, so that an act can be verified without the site it was made on.
//!
//! A signature of a passkey says: this device, this person verified to it, this hash. That this
//! person saw a text, it does not say: no browser shows what is signed.
//!
//! Words: an *authenticator* is the device or program that keeps the private key; a *credential* is
//! one key pair on it; a *relying party* is the site that a credential is for, known by its domain.

mod assertion;
mod authenticator;
mod cbor;
mod client;
mod key;
mod registration;

use sha2::{Digest, Sha256};

pub use assertion::{Assertion, Verified};
pub use authenticator::Flags;
pub use key::{NotAKey, PublicKey};
pub use registration::{Registered, Registration};

/// Bytes of a client data JSON. Browsers write some two hundred.
pub const CLIENT_DATA_BYTES_MAX: usize = 4_096;
/// Bytes of authenticator data in an assertion, extensions included.
pub const AUTHENTICATOR_DATA_BYTES_MAX: usize = 1_024;
/// Bytes of an attestation object: some makers send their certificates along.
pub const ATTESTATION_BYTES_MAX: usize = 32_768;
/// Bytes of a signature; one of either algorithm has fewer than eighty.
pub const SIGNATURE_BYTES_MAX: usize = 128;
/// Bytes of a credential id (§4, credential ID).
pub const CREDENTIAL_ID_BYTES_MAX: usize = 1_023;
/// What is hashed before everything else where acts are signed.
const ACTS_DOMAIN: &[u8] = b"servanda/acts/v1\n";

/// What must have been signed, where, and for whom.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Expected<'a> {
    /// The domain that the credential is for (§4, RP ID).
    pub relying_party: &'a str,
    /// The origins whose pages may ask, such as `https://register.example`.
    pub origins: &'a [&'a str],
    /// The bytes that were handed out to be signed (§13.4.3).
    pub challenge: &'a [u8],
    /// Whether the key may be one that is copied to other devices.
    pub copies: Copies,
}

/// Whether a key may be one that its holder's devices copy to each other (§6.1.3, backup
/// eligibility).
///
/// That the person was verified is always required: a device in other hands must not be enough.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Copies {
    /// It may: enough to sign in.
    Allowed,
    /// It must stay on the one device that made it.
    Refused,
}

/// Why what was sent is not what was expected.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, thiserror::Error)]
pub enum Refusal {
    /// More bytes than the limit of what it is.
    #[error("more was sent than an authenticator sends")]
    TooLong,
    /// The client data are not the JSON of §5.8.1.
    #[error("the client data cannot be read")]
    NotClientData,
    /// The client data are about something else, such as making a key where one should sign.
    #[error("the client data are of another ceremony")]
    WrongCeremony,
    /// Another challenge was signed.
    #[error("another challenge was signed")]
    WrongChallenge,
    /// A page of another site asked.
    #[error("a page of another site asked")]
    WrongOrigin,
    /// The page was inside a page of another site.
    #[error("the page was inside a page of another site")]
    InsideAnother,
    /// The authenticator data are not those of §6.1.
    #[error("the authenticator data cannot be read")]
    NotAuthenticatorData,
    /// The credential is for another domain.
    #[error("the credential is for another site")]
    WrongRelyingParty,
    /// Nobody touched the authenticator.
    #[error("nobody was present")]
    NotPresent,
    /// The authenticator did not verify who was there.
    #[error("the device did not verify who uses it")]
    NotVerified,
    /// The key can be copied to other devices, and that is not allowed here.
    #[error("the passkey can be copied to other devices")]
    CanBeCopied,
    /// The flags contradict each other: copied, and not one that can be.
    #[error("the device contradicts itself")]
    Contradiction,
    /// The attestation object is not that of §6.5.
    #[error("the attestation object cannot be read")]
    NotAnAttestation,
    /// No key came with it.
    #[error("no key was sent")]
    NoKey,
    /// The key is of another algorithm than ES256 and EdDSA, or not a key.
    #[error("the key is of no kind that is taken here")]
    UnsupportedKey,
    /// The signature was not made with the key, or not over this.
    #[error("the signature does not hold")]
    WrongSignature,
}

/// The challenge that commits to acts of one journal that are signed together: `SHA-256(
/// "servanda/acts/v1\n" ‖ journal ‖ "\n" ‖ size ‖ "\n" ‖ root)`, with the number of acts in decimal
/// and the root of the tree (RFC 6962 §2.1) whose entries they are, each the canonical JSON of the
/// entry without its assertion.
pub fn challenge_of(journal: &str, size: u64, root: &[u8; 32]) -> [u8; 32] {
    let hash = Sha256::new().chain_update(ACTS_DOMAIN).chain_update(journal);
    hash.chain_update(format!("\n{size}\n")).chain_update(root).finalize().into()
}

#[cfg(test)]
mod tests;
