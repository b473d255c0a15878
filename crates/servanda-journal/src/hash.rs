//! SHA-256 hashes, and how RFC 6962 makes them of entries and of nodes.

use std::fmt;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest as _, Sha256};

/// A SHA-256 hash.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Hash(pub [u8; Hash::SIZE_BYTES]);

/// Text that is not a hash.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not the text of a hash")]
pub struct NotAHash;

impl Hash {
    /// How long a hash is, in bytes.
    pub const SIZE_BYTES: usize = 32;

    /// The root of the tree with no entries: the hash of nothing.
    pub const EMPTY_ROOT: Self = Self([
        0xe3, 0xb0, 0xc4, 0x42, 0x98, 0xfc, 0x1c, 0x14, 0x9a, 0xfb, 0xf4, 0xc8, 0x99, 0x6f, 0xb9,
        0x24, 0x27, 0xae, 0x41, 0xe4, 0x64, 0x9b, 0x93, 0x4c, 0xa4, 0x95, 0x99, 0x1b, 0x78, 0x52,
        0xb8, 0x55,
    ]);

    /// The plain hash of some bytes, as for a document's digest.
    pub fn of(bytes: &[u8]) -> Self {
        Self(Sha256::digest(bytes).into())
    }

    /// The hash of several runs of bytes as if they were one.
    pub fn of_all(runs: &[&[u8]]) -> Self {
        let mut hasher = Sha256::new();
        for run in runs {
            hasher.update(run);
        }
        Self(hasher.finalize().into())
    }

    /// Takes exactly 32 bytes, else `None`.
    pub fn from_slice(bytes: &[u8]) -> Option<Self> {
        bytes.try_into().ok().map(Self)
    }

    /// The bytes.
    pub fn as_bytes(&self) -> &[u8; Self::SIZE_BYTES] {
        &self.0
    }

    /// Standard base64 with padding, as in checkpoints.
    pub fn to_base64(self) -> String {
        STANDARD.encode(self.0)
    }

    /// Reads what [`Hash::to_base64`] wrote, and no other spelling of it.
    pub fn parse_base64(text: &str) -> Result<Self, NotAHash> {
        let bytes = STANDARD.decode(text).ok().ok_or(NotAHash)?;
        Self::from_slice(&bytes).ok_or(NotAHash)
    }

    /// Lower-case hexadecimal.
    pub fn to_hex(self) -> String {
        self.to_string()
    }

    /// Reads 64 lower-case hexadecimal digits.
    pub fn parse_hex(text: &str) -> Result<Self, NotAHash> {
        let digit = |byte: u8| match byte {
            b'0'..=b'9' => Ok(byte - b'0'),
            b'a'..=b'f' => Ok(byte - b'a' + 10),
            _ => Err(NotAHash),
        };
        let mut bytes = Vec::with_capacity(Self::SIZE_BYTES);
        let (pairs, rest) = text.as_bytes().as_chunks::<2>();
        for [high, low] in pairs {
            bytes.push(digit(*high)? * 16 + digit(*low)?);
        }
        if !rest.is_empty() {
            return Err(NotAHash);
        }
        Self::from_slice(&bytes).ok_or(NotAHash)
    }
}

impl fmt::Display for Hash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}

impl fmt::Debug for Hash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Hash({self})")
    }
}

/// The hash of one entry, as a leaf of the tree.
pub fn leaf_hash(entry: &[u8]) -> Hash {
    Hash::of_all(&[&[0x00], entry])
}

/// The hash of two neighbouring subtrees together.
pub fn node_hash(left: &Hash, right: &Hash) -> Hash {
    Hash::of_all(&[&[0x01], &left.0, &right.0])
}

#[cfg(test)]
mod tests;
