//! What the authenticator says: for which site, whether somebody was there, what became of the key
//! (§6.1).

use sha2::{Digest, Sha256};

use crate::{Copies, Expected, Refusal};

const PRESENT: u8 = 1 << 0;
const VERIFIED: u8 = 1 << 2;
const CAN_BE_COPIED: u8 = 1 << 3;
const IS_COPIED: u8 = 1 << 4;
const HAS_KEY: u8 = 1 << 6;
const HAS_EXTENSIONS: u8 = 1 << 7;

/// The flags of §6.1, as sent.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Flags(u8);

impl Flags {
    /// Somebody touched the authenticator (UP).
    pub const fn is_present(self) -> bool {
        self.0 & PRESENT != 0
    }

    /// The authenticator verified who it was, by PIN or by body (UV).
    pub const fn is_verified(self) -> bool {
        self.0 & VERIFIED != 0
    }

    /// The key can be copied to other devices; this never changes for a key (BE).
    pub const fn can_be_copied(self) -> bool {
        self.0 & CAN_BE_COPIED != 0
    }

    /// The key has been copied to another place (BS).
    pub const fn is_copied(self) -> bool {
        self.0 & IS_COPIED != 0
    }

    pub(crate) const fn has_key(self) -> bool {
        self.0 & HAS_KEY != 0
    }

    pub(crate) const fn has_extensions(self) -> bool {
        self.0 & HAS_EXTENSIONS != 0
    }
}

/// The beginning of all authenticator data, and what comes after it.
pub(crate) struct Data<'a> {
    relying_party: &'a [u8],
    pub(crate) flags: Flags,
    pub(crate) sign_count: u32,
    /// A key, extensions, or nothing.
    pub(crate) rest: &'a [u8],
}

impl<'a> Data<'a> {
    pub(crate) fn read(bytes: &'a [u8]) -> Result<Self, Refusal> {
        let (relying_party, rest) = cut(bytes, 32)?;
        let (flags, rest) = rest.split_first().ok_or(Refusal::NotAuthenticatorData)?;
        let (count, rest) = rest.split_first_chunk().ok_or(Refusal::NotAuthenticatorData)?;
        let sign_count = u32::from_be_bytes(*count);
        Ok(Self { relying_party, flags: Flags(*flags), sign_count, rest })
    }

    /// Holds it against what is expected (§7.1 steps 13–18, §7.2 steps 15–19).
    pub(crate) fn check(&self, expected: &Expected<'_>) -> Result<(), Refusal> {
        let flags = self.flags;
        if self.relying_party != Sha256::digest(expected.relying_party).as_slice() {
            return Err(Refusal::WrongRelyingParty);
        }
        if !flags.is_present() {
            return Err(Refusal::NotPresent);
        }
        if !flags.is_verified() {
            return Err(Refusal::NotVerified);
        }
        if flags.is_copied() && !flags.can_be_copied() {
            return Err(Refusal::Contradiction);
        }
        match expected.copies {
            Copies::Refused if flags.can_be_copied() => Err(Refusal::CanBeCopied),
            Copies::Refused | Copies::Allowed => Ok(()),
        }
    }
}

/// So many bytes, and the rest.
pub(crate) fn cut(bytes: &[u8], count: usize) -> Result<(&[u8], &[u8]), Refusal> {
    bytes.split_at_checked(count).ok_or(Refusal::NotAuthenticatorData)
}
