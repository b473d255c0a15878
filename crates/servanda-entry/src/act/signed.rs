//! Acts that a person signs with a passkey (`docs/format.md` §2.11 to §2.13): the signature, and the
//! keys that count for it.

use serde::{Deserialize, Serialize};

use super::is_digest;

/// What a passkey signed: the act without this, alone or together with others.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Assertion {
    /// `authenticatorData` (W3C WebAuthn §6.1), in base64url without padding.
    pub authenticator: String,
    /// `clientDataJSON` (§5.8.1), in base64url without padding.
    pub client: String,
    /// The SHA-256 of the key as the `key` act writes it, in hexadecimal.
    pub key: String,
    /// The signature (§6.5.5), in base64url without padding.
    pub signature: String,
    /// Its place among acts that were signed together; none where it was signed alone.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub together: Option<Together>,
}

/// The place of an act among those that one signature is for (RFC 6962 §2.1.1).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Together {
    /// Which it is, from 0.
    pub index: u64,
    /// The hashes that lead from its leaf to the root, in hexadecimal.
    pub path: Vec<String>,
    /// The root of the tree of all of them, in hexadecimal.
    pub root: String,
    /// How many there are.
    pub size: u64,
}

impl Assertion {
    /// Whether what names something is a digest; what was signed is for the verifier to say.
    pub(super) fn is_whole(&self) -> bool {
        let hashes = self.together.iter().flat_map(|it| it.path.iter().chain([&it.root]));
        is_digest(&self.key) && hashes.into_iter().all(|hash| is_digest(hash))
    }
}

/// `key`: the acts of an account count from here on only if this key, or another of its keys, signed
/// them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Key {
    /// Whose key it is: the pseudonymous id of an account.
    pub account: String,
    /// When, in seconds since 1970 UTC: the author's claim, which decides nothing (rule 1).
    pub at: i64,
    /// The domain that the key is for (W3C WebAuthn §4, relying party).
    pub domain: String,
    /// The public key, as `es256:` or `eddsa:` and its bytes in base64url without padding.
    pub key: String,
    /// The origin of the pages that may ask for it, such as `https://register.example`.
    pub site: String,
}

/// `revoke`: a key counts no longer from here on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Revoke {
    /// Whose key it is: the pseudonymous id of an account.
    pub account: String,
    /// When, in seconds since 1970 UTC: the author's claim, which decides nothing (rule 1).
    pub at: i64,
    /// The SHA-256 of the key as the `key` act writes it, in hexadecimal.
    pub key: String,
}
