//! What a person signed with a passkey: acts of one journal, alone or several together, and whether
//! the signature holds (`docs/format.md` §2.11).
//!
//! Never: a clock, the network, or the site on which it was signed. What the journal says is enough.

use base64::Engine as _;
use base64::prelude::BASE64_URL_SAFE_NO_PAD;
use servanda_entry::act::hex;
use servanda_entry::{Act, Assertion, Key};
use servanda_journal::proof::verify_inclusion;
use servanda_journal::{Hash, Head, leaf_hash};
use servanda_passkey::{Copies, Expected, PublicKey, challenge_of};
use sha2::{Digest, Sha256};

/// A key of an account in a journal, and from which entry to which it counts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HeldKey {
    /// The act that named it.
    pub key: Key,
    /// The entry of that act.
    pub since: u64,
    /// The entry that revoked it.
    pub until: Option<u64>,
}

impl HeldKey {
    /// Whether it counts for an act at this entry of the journal.
    pub fn counts_at(&self, index: u64) -> bool {
        self.since < index && self.until.is_none_or(|until| until > index)
    }
}

/// The keys of an account, from the acts about them in the order of the journal.
pub fn keys(acts: impl IntoIterator<Item = (u64, Act)>) -> Vec<HeldKey> {
    let mut keys: Vec<HeldKey> = Vec::new();
    for (index, act) in acts {
        if let Act::Key(key) = act {
            keys.push(HeldKey { key, since: index, until: None });
        } else if let Act::Revoke(revoke) = act {
            for held in keys.iter_mut().filter(|held| digest(&held.key) == revoke.key) {
                held.until = held.until.or(Some(index));
            }
        }
    }
    keys
}

/// What acts name a key by: the SHA-256 of the key as it is written, in hexadecimal.
pub fn digest(key: &Key) -> String {
    hex(&Sha256::digest(&key.key))
}

/// What a passkey is asked to sign: acts of one journal, by the tree whose entries they are.
pub fn challenge(origin: &str, acts: &Head) -> [u8; 32] {
    challenge_of(origin, acts.size, acts.root.as_bytes())
}

/// Whether an act carries a signature of this key that holds in this journal: made on the site of
/// the key, by a person whom the device verified, on the one device that has the key.
pub fn holds(origin: &str, act: &Act, key: &Key) -> bool {
    verified(origin, act, key).is_some()
}

fn verified(origin: &str, act: &Act, key: &Key) -> Option<()> {
    let (assertion, _nonce) = act.signed()?;
    let acts = signed_acts(act, assertion)?;
    let public = PublicKey::parse(&key.key).ok()?;
    let expected = Expected {
        relying_party: &key.domain,
        origins: &[&key.site],
        challenge: &challenge(origin, &acts),
        copies: Copies::Refused,
    };
    let bytes = |text: &str| BASE64_URL_SAFE_NO_PAD.decode(text).ok();
    let sent = servanda_passkey::Assertion {
        client_data: &bytes(&assertion.client)?,
        authenticator_data: &bytes(&assertion.authenticator)?,
        signature: &bytes(&assertion.signature)?,
    };
    sent.verify(&public, &expected).ok().map(|_verified| ())
}

/// The tree of the acts that were signed, of which this one is an entry.
fn signed_acts(act: &Act, assertion: &Assertion) -> Option<Head> {
    let leaf = leaf_hash(&act.to_sign().ok()?);
    let Some(together) = &assertion.together else { return Some(Head { size: 1, root: leaf }) };
    let hashes: Result<Vec<Hash>, _> = together.path.iter().map(|it| Hash::parse_hex(it)).collect();
    let head = Head { size: together.size, root: Hash::parse_hex(&together.root).ok()? };
    verify_inclusion(together.index, &leaf, &head, &hashes.ok()?).ok()?;
    Some(head)
}
