//! Binding a party: what is composed is written at once, or signed with a passkey first.
//!
//! An act is *composed* with everything but its signature. Where the account has a passkey that stays
//! on one device, the act must be signed with it: the composing is done twice, before and after the
//! device was asked, with the same chance, so that what is written is what was signed. Whatever
//! changed in between shows as another challenge.

use std::collections::BTreeMap;

use base64::Engine as _;
use base64::prelude::BASE64_URL_SAFE_NO_PAD;
use servanda_entry::act::hex;
use servanda_entry::{Act, Assertion, Key, Revoke, Together, Unreadable};
use servanda_journal::{Hash, Node, Tree, leaf_hash, proof};
use servanda_model::{AccountId, RecordId};
use servanda_register::signing::{self, HeldKey};
use servanda_register::{ActRow, Devices, Passkey};
use servanda_store::{Batch, DocumentDraft, Head, PartDraft};
use sha2::{Digest, Sha256};

use crate::erase::act_at;
use crate::people::challenge::{Challenge, Signing};
use crate::people::{RelyingParty, SignedWith, credential_of};
use crate::{By, Failure, NotDone, Office, Writing};

/// Acts that one signature is for, at most: the hashes that prove it must fit into each entry.
pub const SIGNED_TOGETHER_MAX: usize = 250;

/// Hexadecimal digits of a hash, and of a nonce.
const HASH_CHARS: usize = 64;
const NONCE_CHARS: usize = 64;
/// Characters of what an authenticator says beside its signature (WebAuthn §6.1, without extensions), in
/// base64url.
const AUTHENTICATOR_CHARS: usize = 50;
/// Bytes of what a browser says that it asked, without the origin.
const CLIENT_BYTES: usize = 160;
/// Characters of an ES256 signature, in base64url.
const SIGNATURE_CHARS: usize = 96;

/// An act that binds a party, with its parts, before it is signed and written.
#[derive(Debug, Clone)]
pub struct Composed {
    pub(crate) origin: String,
    pub(crate) act: Act,
    pub(crate) parts: Vec<PartDraft>,
    /// Documents as received, where the act publishes one.
    pub(crate) documents: Vec<DocumentDraft>,
}

impl Composed {
    /// The word of the act.
    pub fn word(&self) -> &'static str {
        self.act.word()
    }

    /// The record that it is about.
    pub fn record(&self) -> Option<&RecordId> {
        self.act.record()
    }

    /// Whether it is short enough for an entry, signed on this site together with as many others as can
    /// be; of one that is not signed, as it is.
    pub fn fits(&self, site: Option<&RelyingParty>) -> Result<bool, Failure> {
        let act = match site {
            Some(site) => {
                let nonce = Some("0".repeat(NONCE_CHARS));
                self.act.clone().with_signature(nonce, Some(longest_assertion(site)))
            }
            None => self.act.clone(),
        };
        match act.encode() {
            Ok(_) => Ok(true),
            Err(Unreadable::TooLong) => Ok(false),
            Err(other) => Err(other.into()),
        }
    }

    /// The digest of the words that it proposes or accepts, in hexadecimal.
    pub fn content(&self) -> Option<String> {
        if let Act::Propose(propose) = &self.act {
            return propose.content().ok();
        }
        let Act::Accept(accept) = &self.act else { return None };
        Some(accept.content.clone())
    }
}

/// An assertion as long as one of many can be.
fn longest_assertion(site: &RelyingParty) -> Assertion {
    let hash = || "0".repeat(HASH_CHARS);
    let path = u64::try_from(SIGNED_TOGETHER_MAX).unwrap_or(u64::MAX).ilog2();
    Assertion {
        authenticator: "A".repeat(AUTHENTICATOR_CHARS),
        client: "A".repeat((CLIENT_BYTES + site.origin.len()).div_ceil(3) * 4),
        key: hash(),
        signature: "A".repeat(SIGNATURE_CHARS),
        together: Some(Together {
            index: u64::from(u32::MAX),
            path: (0..=path).map(|_| hash()).collect(),
            root: hash(),
            size: u64::from(u32::MAX),
        }),
    }
}

/// Why what was composed is not written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum BindRefusal {
    /// The account has a passkey that may bind, and did not sign.
    #[error("sign with your passkey: this account binds its side with it")]
    NotSigned,
    /// It took too long, or something else was asked meanwhile.
    #[error("it took too long; sign again")]
    Over,
    /// The signature is not of a passkey of this account, or not of what would be written.
    #[error("the signature is not of what would be written; look at it again and sign")]
    OtherSignature,
    /// One signature cannot be for so many acts.
    #[error("{SIGNED_TOGETHER_MAX} can be signed at once; choose fewer")]
    TooMany,
    /// With its signature the act is longer than an entry.
    #[error("it has too many texts for one entry; shorten the list")]
    TooLarge,
}

/// The passkeys with which an account must sign what binds: those that stay on one device.
pub fn binding_passkeys(office: &Office, account: &str) -> Vec<Passkey> {
    let Ok(account) = AccountId::parse(account) else { return Vec::new() };
    let people = office.house().people();
    let passkeys = people.passkeys(&account).into_iter();
    passkeys.filter(|passkey| passkey.devices == Devices::One).cloned().collect()
}

/// Composes for the first time, and notes with what chance.
pub fn compose_to_sign<T>(
    office: &Office,
    by: &mut By<'_>,
    compose: impl FnOnce(&mut By<'_>) -> T,
) -> T {
    let signing = Signing { seed: (by.chance)(), at: by.at, since: by.at };
    office.challenges().open_signing(by.account, signing.clone());
    composed_with(&signing, by.account, compose)
}

/// Composes again, as it was composed for signing; none if that is too long ago.
pub fn compose_again<T>(
    office: &Office,
    by: &By<'_>,
    compose: impl FnOnce(&mut By<'_>) -> T,
) -> Option<T> {
    let signing = office.challenges().take_signing(by.account, by.at)?;
    Some(composed_with(&signing, by.account, compose))
}

fn composed_with<T>(signing: &Signing, account: &str, compose: impl FnOnce(&mut By<'_>) -> T) -> T {
    let mut drawn = 0_u64;
    let mut chance = || {
        drawn = drawn.saturating_add(1);
        let hash = Sha256::new().chain_update(b"servanda/signing/v1\n").chain_update(signing.seed);
        hash.chain_update(drawn.to_be_bytes()).finalize().into()
    };
    compose(&mut By { account, at: signing.at, chance: &mut chance })
}

/// Gives what was composed the nonces that are signed with it, and says what has to be signed: acts
/// of one journal.
pub fn to_sign(
    composed: &mut [Composed],
    by: &mut By<'_>,
) -> Result<Challenge, NotDone<BindRefusal>> {
    if composed.len() > SIGNED_TOGETHER_MAX {
        return Err(NotDone::Refused(BindRefusal::TooMany));
    }
    for it in composed.iter_mut() {
        it.act = it.act.clone().with_signature(Some(hex(&(by.chance)())), None);
    }
    let origin = composed.first().map_or("", |it| it.origin.as_str());
    Ok(signing::challenge(origin, &tree(composed)?.head()))
}

/// Writes what was composed, each an entry of its own, and says what they are known by. Without a
/// signature where the account has no passkey that may bind; with one, exactly what was signed.
///
/// Whoever composes under the same leave to write knows that nothing was written in between.
pub fn write(
    office: &Office,
    writing: &Writing<'_>,
    composed: Vec<Composed>,
    signed: Option<(&RelyingParty, &SignedWith)>,
    by: &mut By<'_>,
) -> Result<Vec<String>, NotDone<BindRefusal>> {
    let passkeys = binding_passkeys(office, by.account);
    let written = match signed {
        None if passkeys.is_empty() => composed,
        None => return Err(NotDone::Refused(BindRefusal::NotSigned)),
        Some((site, sent)) => {
            let credential = credential_of(&sent.credential_id);
            let passkey = passkeys.iter().find(|passkey| passkey.credential == credential);
            let passkey = passkey.ok_or(NotDone::Refused(BindRefusal::OtherSignature))?;
            let key = Key {
                account: by.account.to_owned(),
                at: by.at,
                domain: site.id.clone(),
                key: passkey.key.clone(),
                site: site.origin.clone(),
            };
            let composed = with_assertions(composed, &key, sent)?;
            if let Some(first) = composed.first() {
                name_key(office, writing, &first.origin, key, by)?;
            }
            composed
        }
    };
    let leaves = append(office, writing, written, by)?;
    office.register().follow(office.ground())?;
    Ok(leaves)
}

/// Writes one act by an account that has no passkey to sign with, and says what it is known by.
pub(super) fn write_one(
    office: &Office,
    writing: &Writing<'_>,
    composed: Composed,
    by: &mut By<'_>,
) -> Result<String, NotDone<BindRefusal>> {
    let leaves = write(office, writing, vec![composed], None, by)?;
    Ok(leaves.into_iter().next().unwrap_or_default())
}

/// Each act with the signature that is for all of them, which must hold.
fn with_assertions(
    composed: Vec<Composed>,
    key: &Key,
    sent: &SignedWith,
) -> Result<Vec<Composed>, NotDone<BindRefusal>> {
    let encoded = |bytes: &[u8]| BASE64_URL_SAFE_NO_PAD.encode(bytes);
    let leaves = leaves(&composed)?;
    let root = tree(&composed)?.root().to_hex();
    let mut signed = Vec::new();
    for (index, it) in (0..).zip(composed) {
        let assertion = Assertion {
            authenticator: encoded(&sent.authenticator_data),
            client: encoded(&sent.client_data),
            key: signing::digest(key),
            signature: encoded(&sent.signature),
            together: (leaves.len() > 1).then(|| together(index, &leaves, root.clone())),
        };
        let nonce = it.act.nonce().map(str::to_owned);
        let act = it.act.with_signature(nonce, Some(assertion));
        if !signing::holds(&it.origin, &act, key) {
            return Err(NotDone::Refused(BindRefusal::OtherSignature));
        }
        match act.encode() {
            Ok(_) => signed.push(Composed { act, ..it }),
            Err(Unreadable::TooLong) => return Err(NotDone::Refused(BindRefusal::TooLarge)),
            Err(other) => return Err(other.into()),
        }
    }
    Ok(signed)
}

fn leaves(composed: &[Composed]) -> Result<Vec<Hash>, Unreadable> {
    composed.iter().map(|it| Ok(leaf_hash(&it.act.to_sign()?))).collect()
}

fn tree(composed: &[Composed]) -> Result<Tree, Unreadable> {
    let mut tree = Tree::new();
    for leaf in leaves(composed)? {
        tree.append(leaf);
    }
    Ok(tree)
}

/// The place of an act among those that are signed together.
fn together(index: u64, leaves: &[Hash], root: String) -> Together {
    let size = u64::try_from(leaves.len()).unwrap_or(u64::MAX);
    let mut tree = Tree::new();
    let nodes: Vec<(Node, Hash)> = leaves.iter().flat_map(|leaf| tree.append(*leaf)).collect();
    let node = |node: Node| nodes.iter().find(|it| it.0 == node).map(|it| it.1).ok_or(());
    let path = proof::inclusion(index, size, node).unwrap_or_default();
    Together { index, path: path.into_iter().map(Hash::to_hex).collect(), root, size }
}

/// Names a key in a journal, unless it counts there already. A crash after this leaves a key that has
/// signed nothing yet.
fn name_key(
    office: &Office,
    writing: &Writing<'_>,
    origin: &str,
    key: Key,
    by: &mut By<'_>,
) -> Result<(), Failure> {
    let named = signing::digest(&key);
    let rows = office.register().view(|view| view.acts_about_keys(&key.account))?;
    let held = keys(office, rows.into_iter().filter(|row| row.origin == origin))?;
    if held.iter().any(|held| held.until.is_none() && signing::digest(&held.key) == named) {
        return Ok(());
    }
    let named = Composed {
        origin: origin.to_owned(),
        act: Act::Key(key),
        parts: Vec::new(),
        documents: Vec::new(),
    };
    append(office, writing, vec![named], by).map(drop)
}

/// Revokes, in the journals that are kept here, the keys that their holders have no more: of passkeys
/// that were removed and accounts that were closed. May run again at any time.
pub fn revoke_keys(office: &Office, by: &mut By<'_>) -> Result<usize, Failure> {
    let writing = office.write_public();
    let people = office.house().people();
    let mut revoked = 0;
    for row in office.register().view(|view| view.acts_called("key"))? {
        let rows = office.register().view(|view| view.acts_about_keys(&row.account))?;
        let rows = rows.into_iter().filter(|it| it.origin == row.origin);
        let held = keys(office, rows)?;
        let held = held.iter().find(|held| held.since == row.entry && held.until.is_none());
        let Some(held) = held else { continue };
        let account = AccountId::parse(&row.account).ok().and_then(|id| people.account(&id));
        let has_it = account.is_some_and(|account| {
            account.is_open()
                && people.passkeys(&account.id).iter().any(|it| it.key == held.key.key)
        });
        if has_it
            || office
                .ledger()
                .verifier(&row.origin)
                .map_err(servanda_store::LedgerError::from)?
                .is_none()
        {
            continue;
        }
        let revoke = Revoke { account: row.account, at: by.at, key: signing::digest(&held.key) };
        let act = Act::Revoke(revoke);
        let (parts, documents) = (Vec::new(), Vec::new());
        let revoked_key = Composed { origin: row.origin, act, parts, documents };
        append(office, &writing, vec![revoked_key], by)?;
        revoked += 1;
    }
    if revoked > 0 {
        office.register().follow(office.ground())?;
    }
    Ok(revoked)
}

fn keys(office: &Office, rows: impl Iterator<Item = ActRow>) -> Result<Vec<HeldKey>, Failure> {
    let mut acts = Vec::new();
    for row in rows {
        acts.extend(act_at(office.ground(), &row.origin, row.entry)?.map(|act| (row.entry, act)));
    }
    Ok(signing::keys(acts))
}

/// Appends acts, those of one journal together: all of them or, after a crash, none. Says what they are
/// known by.
fn append(
    office: &Office,
    _writing: &Writing<'_>,
    acts: Vec<Composed>,
    by: &mut By<'_>,
) -> Result<Vec<String>, Failure> {
    let mut leaves = Vec::new();
    let mut batches: BTreeMap<String, Batch> = BTreeMap::new();
    for it in acts {
        let entry = it.act.encode()?;
        leaves.push(leaf_hash(&entry).to_hex());
        let batch = batches.entry(it.origin).or_default();
        batch.entries.push(entry);
        batch.parts.extend(it.parts);
        batch.documents.extend(it.documents);
    }
    for (origin, batch) in batches {
        office.ledger().found(&origin, &(by.chance)())?;
        let expected = office.ground().head(&origin)?.unwrap_or(Head::EMPTY);
        office.ledger().append(&origin, expected, &batch)?;
    }
    Ok(leaves)
}
