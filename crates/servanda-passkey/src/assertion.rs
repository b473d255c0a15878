//! A key signs: what the browser hands over then (§7.2).

use sha2::{Digest, Sha256};

use crate::authenticator::{Data, Flags};
use crate::client::{self, Ceremony};
use crate::key::PublicKey;
use crate::registration::check_extensions;
use crate::{AUTHENTICATOR_DATA_BYTES_MAX, Expected, Refusal, SIGNATURE_BYTES_MAX};

/// What a browser hands over when a key has signed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Assertion<'a> {
    /// `clientDataJSON` (§5.8.1).
    pub client_data: &'a [u8],
    /// `authenticatorData` (§6.1).
    pub authenticator_data: &'a [u8],
    /// `signature` (§6.5.5).
    pub signature: &'a [u8],
}

/// An assertion that is as expected.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Verified {
    /// What the authenticator said of the moment and of the key.
    pub flags: Flags,
    /// How often the authenticator says that it has signed; most say nothing but zero.
    pub sign_count: u32,
}

impl Assertion<'_> {
    /// Holds it against what is expected, and the signature against the key.
    pub fn verify(&self, key: &PublicKey, expected: &Expected<'_>) -> Result<Verified, Refusal> {
        if self.authenticator_data.len() > AUTHENTICATOR_DATA_BYTES_MAX
            || self.signature.len() > SIGNATURE_BYTES_MAX
        {
            return Err(Refusal::TooLong);
        }
        client::check(self.client_data, Ceremony::Get, expected)?;
        let data = Data::read(self.authenticator_data)?;
        data.check(expected)?;
        // A key comes along only where one is made.
        if data.flags.has_key() {
            return Err(Refusal::NotAuthenticatorData);
        }
        check_extensions(data.flags, data.rest)?;
        // What is signed is exactly what was sent: authenticator data, then the hash of the rest.
        let signed = [self.authenticator_data, &Sha256::digest(self.client_data)].concat();
        if key.has_signed(&signed, self.signature) {
            Ok(Verified { flags: data.flags, sign_count: data.sign_count })
        } else {
            Err(Refusal::WrongSignature)
        }
    }
}
