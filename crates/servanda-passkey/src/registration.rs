//! A key is made: what the browser hands over then (§7.1).

use sha2::{Digest, Sha256};

use crate::authenticator::{Data, Flags, cut};
use crate::cbor::{NotSo, Reader};
use crate::client::{self, Ceremony};
use crate::key::PublicKey;
use crate::{ATTESTATION_BYTES_MAX, CREDENTIAL_ID_BYTES_MAX, Expected, Refusal};

/// Bytes of the id of the authenticator's model, which is not looked at.
const MODEL_BYTES: usize = 16;

/// What a browser hands over when a key is made.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Registration<'a> {
    /// `clientDataJSON` (§5.8.1).
    pub client_data: &'a [u8],
    /// `attestationObject` (§6.5).
    pub attestation: &'a [u8],
}

/// A key that was made as expected.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Registered {
    /// What the authenticator knows the credential by.
    pub credential_id: Vec<u8>,
    /// The public key.
    pub key: PublicKey,
    /// What the authenticator said of the moment and of the key.
    pub flags: Flags,
    /// How often the authenticator says that it has signed; most say nothing but zero.
    pub sign_count: u32,
}

impl Registered {
    /// The SHA-256 of the credential id.
    pub fn credential(&self) -> [u8; 32] {
        Sha256::digest(&self.credential_id).into()
    }
}

impl Registration<'_> {
    /// Holds it against what is expected. Who made the authenticator is not judged: an attestation
    /// statement may be of any format and is passed over.
    pub fn verify(&self, expected: &Expected<'_>) -> Result<Registered, Refusal> {
        if self.attestation.len() > ATTESTATION_BYTES_MAX {
            return Err(Refusal::TooLong);
        }
        client::check(self.client_data, Ceremony::Create, expected)?;
        let data =
            authenticator_data(self.attestation).map_err(|NotSo| Refusal::NotAnAttestation)?;
        let data = Data::read(data)?;
        data.check(expected)?;
        if !data.flags.has_key() {
            return Err(Refusal::NoKey);
        }
        let (credential_id, rest) = credential_id(data.rest)?;
        let (key, rest) = PublicKey::read(rest)?;
        check_extensions(data.flags, rest)?;
        let (flags, sign_count) = (data.flags, data.sign_count);
        Ok(Registered { credential_id: credential_id.to_vec(), key, flags, sign_count })
    }
}

/// The authenticator data in an attestation object: a map of `fmt`, `attStmt` and `authData`.
fn authenticator_data(attestation: &[u8]) -> Result<&[u8], NotSo> {
    let mut reader = Reader::new(attestation);
    let mut found = None;
    for _ in 0..reader.map()? {
        match reader.text()? {
            "authData" if found.is_none() => found = Some(reader.bytes()?),
            "fmt" => drop(reader.text()?),
            "attStmt" => reader.skip()?,
            _other => return Err(NotSo),
        }
    }
    if reader.rest().is_empty() { found.ok_or(NotSo) } else { Err(NotSo) }
}

/// The id of the new credential, and what comes after it (§6.5.1).
fn credential_id(attested: &[u8]) -> Result<(&[u8], &[u8]), Refusal> {
    let (_model, rest) = cut(attested, MODEL_BYTES)?;
    let (length, rest) = rest.split_first_chunk().ok_or(Refusal::NotAuthenticatorData)?;
    let length = usize::from(u16::from_be_bytes(*length));
    match length {
        0 => Err(Refusal::NotAuthenticatorData),
        1..=CREDENTIAL_ID_BYTES_MAX => cut(rest, length),
        _more => Err(Refusal::TooLong),
    }
}

/// After everything else come extensions where the flag says so, and otherwise nothing.
pub(crate) fn check_extensions(flags: Flags, rest: &[u8]) -> Result<(), Refusal> {
    let mut reader = Reader::new(rest);
    if flags.has_extensions() {
        reader.skip().map_err(|NotSo| Refusal::NotAuthenticatorData)?;
    }
    if reader.rest().is_empty() { Ok(()) } else { Err(Refusal::NotAuthenticatorData) }
}
