//! Public keys: read from COSE (RFC 9052, RFC 9053), written as one word for entries.

use std::fmt;

use base64::Engine as _;
use base64::prelude::BASE64_URL_SAFE_NO_PAD;
use ed25519_dalek as ed25519;
use p256::ecdsa::signature::Verifier;
use sha2::{Digest, Sha256};

use crate::Refusal;
use crate::cbor::{NotSo, Reader};

/// How the word of an ES256 key begins.
const ES256: &str = "es256:";
/// How the word of an EdDSA key begins.
const EDDSA: &str = "eddsa:";

/// The labels of a COSE key (RFC 9052 §7.1, RFC 9053 §7).
const TYPE: i64 = 1;
const ALGORITHM: i64 = 3;
const CURVE: i64 = -1;
const X: i64 = -2;
const Y: i64 = -3;
/// What they hold for the two algorithms that are taken.
const ES256_KEY: [i64; 3] = [2, -7, 1];
const EDDSA_KEY: [i64; 3] = [1, -8, 6];
/// Bytes of a coordinate of a point of P-256.
const COORDINATE_BYTES: usize = 32;
/// What stands before both coordinates of a point (SEC 1 §2.3.3).
const UNCOMPRESSED: u8 = 4;

/// The public key of a credential.
///
/// It is written as `es256:` or `eddsa:` and its bytes in base64url without padding: the compressed
/// point of P-256, or the 32 bytes of Ed25519.
#[derive(Clone, PartialEq, Eq)]
pub struct PublicKey(Kind);

#[derive(Clone, PartialEq, Eq)]
enum Kind {
    Es256(p256::ecdsa::VerifyingKey),
    EdDsa(ed25519::VerifyingKey),
}

/// A text is not a public key as we write them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("this is not a public key")]
pub struct NotAKey;

impl PublicKey {
    /// Reads a key as it is written.
    pub fn parse(text: &str) -> Result<Self, NotAKey> {
        let decoded = |text: &str| BASE64_URL_SAFE_NO_PAD.decode(text).map_err(|_other| NotAKey);
        let key = if let Some(point) = text.strip_prefix(ES256) {
            let point = decoded(point)?;
            let key = p256::ecdsa::VerifyingKey::from_sec1_bytes(&point);
            Self(Kind::Es256(key.map_err(|_no_point| NotAKey)?))
        } else if let Some(key) = text.strip_prefix(EDDSA) {
            Self::ed25519(&decoded(key)?).ok_or(NotAKey)?
        } else {
            return Err(NotAKey);
        };
        // One key has one word.
        if key.to_string() == text { Ok(key) } else { Err(NotAKey) }
    }

    /// The SHA-256 of the key as it is written, by which acts name it.
    pub fn digest(&self) -> [u8; 32] {
        Sha256::digest(self.to_string()).into()
    }

    /// Reads a COSE key, and says what comes after it (§6.5.1.1: exactly the members of its type).
    pub(crate) fn read(bytes: &[u8]) -> Result<(Self, &[u8]), Refusal> {
        let mut reader = Reader::new(bytes);
        let members = Members::read(&mut reader).map_err(|NotSo| Refusal::UnsupportedKey)?;
        let key = members.key().ok_or(Refusal::UnsupportedKey)?;
        Ok((key, reader.rest()))
    }

    /// Whether a signature over a message was made with it (§6.5.5).
    pub(crate) fn has_signed(&self, message: &[u8], signature: &[u8]) -> bool {
        match &self.0 {
            Kind::Es256(key) => p256::ecdsa::DerSignature::from_bytes(signature)
                .is_ok_and(|signature| key.verify(message, &signature).is_ok()),
            Kind::EdDsa(key) => ed25519::Signature::from_slice(signature)
                .is_ok_and(|signature| key.verify_strict(message, &signature).is_ok()),
        }
    }

    fn p256(x: &[u8], y: &[u8]) -> Option<Self> {
        if x.len() != COORDINATE_BYTES || y.len() != COORDINATE_BYTES {
            return None;
        }
        let point = [&[UNCOMPRESSED], x, y].concat();
        Some(Self(Kind::Es256(p256::ecdsa::VerifyingKey::from_sec1_bytes(&point).ok()?)))
    }

    fn ed25519(bytes: &[u8]) -> Option<Self> {
        let key = ed25519::VerifyingKey::from_bytes(bytes.try_into().ok()?).ok()?;
        // With a key of small order, one signature holds for many messages.
        (!key.is_weak()).then_some(Self(Kind::EdDsa(key)))
    }
}

impl fmt::Display for PublicKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (beginning, encoded) = match &self.0 {
            Kind::Es256(key) => {
                (ES256, BASE64_URL_SAFE_NO_PAD.encode(key.to_sec1_point(true).as_bytes()))
            }
            Kind::EdDsa(key) => (EDDSA, BASE64_URL_SAFE_NO_PAD.encode(key.as_bytes())),
        };
        write!(f, "{beginning}{encoded}")
    }
}

impl fmt::Debug for PublicKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "PublicKey({self})")
    }
}

/// The members of a COSE key.
#[derive(Default)]
struct Members<'a> {
    count: usize,
    key_type: Option<i64>,
    algorithm: Option<i64>,
    curve: Option<i64>,
    x: Option<&'a [u8]>,
    y: Option<&'a [u8]>,
}

impl<'a> Members<'a> {
    fn read(reader: &mut Reader<'a>) -> Result<Self, NotSo> {
        let mut members = Self { count: reader.map()?, ..Self::default() };
        for _ in 0..members.count {
            let said_twice = match reader.integer()? {
                TYPE => members.key_type.replace(reader.integer()?).is_some(),
                ALGORITHM => members.algorithm.replace(reader.integer()?).is_some(),
                CURVE => members.curve.replace(reader.integer()?).is_some(),
                X => members.x.replace(reader.bytes()?).is_some(),
                Y => members.y.replace(reader.bytes()?).is_some(),
                _other => true,
            };
            if said_twice {
                return Err(NotSo);
            }
        }
        Ok(members)
    }

    fn key(&self) -> Option<PublicKey> {
        let said = [self.key_type?, self.algorithm?, self.curve?];
        match (said, self.x, self.y) {
            (ES256_KEY, Some(x), Some(y)) => PublicKey::p256(x, y),
            (EDDSA_KEY, Some(x), None) => PublicKey::ed25519(x),
            _other => None,
        }
    }
}
