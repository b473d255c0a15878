//! Acts, version 1: what a voice writes into its journal.

mod joint;
mod signed;
pub(crate) mod spelled;

use std::collections::BTreeSet;

use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use servanda_model::{Kind, Language, RecordId, Role};
use sha2::{Digest, Sha256};

use crate::{ENTRY_BYTES_MAX, grammar};

pub use joint::{AB_INITIO, Accept, Object, Propose, Remark, Reveal, Seal, Withdraw};
pub use signed::{Assertion, Key, Revoke, Together};

/// The version of the grammar these acts are written in.
const VERSION: u64 = 1;
/// The field of an entry that its author's passkey cannot sign, because it is the signature.
pub(crate) const ASSERTION: &str = "assertion";

/// What a voice does.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Act {
    /// Publishes a record of its own, or one that rests on published documents.
    State(State),
    /// Takes a statement back; it stays visible as retracted.
    Retract(Retract),
    /// Says that a part's bytes are gone.
    Erase(Erase),
    /// Puts a version of a joint record to the other parties.
    Propose(Propose),
    /// Agrees to a proposal.
    Accept(Accept),
    /// Says that every other party has accepted.
    Seal(Seal),
    /// Takes a proposal back before its seal.
    Withdraw(Withdraw),
    /// Answers a proposal with no.
    Object(Object),
    /// Opens to everyone what was for the parties only.
    Reveal(Reveal),
    /// Says that a party sees it otherwise: shown for ever beside what it concerns.
    Dispute(Remark),
    /// Says that the languages of a text do not agree: shown for ever beside it.
    Diverge(Remark),
    /// Names a key with which an account signs from here on.
    Key(Key),
    /// Says that a key counts no longer.
    Revoke(Revoke),
}

/// `state`: a version of a record.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct State {
    /// Who acted: the pseudonymous id of an account, or `operator` for the command line.
    pub account: String,
    /// When, in seconds since 1970 UTC: the author's claim, which decides nothing (rule 1).
    pub at: i64,
    /// The record.
    #[serde(with = "spelled::record")]
    pub record: RecordId,
    /// What it is.
    #[serde(with = "spelled::kind")]
    pub kind: Kind,
    /// The leaf hash (hexadecimal) of the statement this one replaces; none for a new record.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub base: Option<String>,
    /// What it consists of.
    pub parts: Vec<PartReference>,
}

/// `retract`: a statement is taken back.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Retract {
    /// Who acted.
    pub account: String,
    /// When, in seconds since 1970 UTC.
    pub at: i64,
    /// The record.
    #[serde(with = "spelled::record")]
    pub record: RecordId,
    /// The leaf hash (hexadecimal) of the statement.
    pub leaf: String,
    /// The reason, in each language it is given in.
    pub parts: Vec<PartReference>,
}

/// `erase`: a part's bytes are gone, its commitment stays.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Erase {
    /// Who acted.
    pub account: String,
    /// When, in seconds since 1970 UTC.
    pub at: i64,
    /// The record the part belonged to.
    #[serde(with = "spelled::record")]
    pub record: RecordId,
    /// The part's commitment, in hexadecimal.
    pub part: String,
    /// Why it had to go.
    #[serde(with = "spelled::ground")]
    pub ground: Ground,
}

/// Why a part was erased: a closed list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ground {
    /// Personal data that need not be kept.
    PersonalData,
    /// A court or authority ordered it.
    Order,
    /// It belonged to somebody else.
    Rights,
    /// It was recorded by mistake.
    Mistake,
}

impl Ground {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::PersonalData, Self::Order, Self::Rights, Self::Mistake];

    /// The code in entries and on the command line.
    pub const fn code(self) -> &'static str {
        match self {
            Self::PersonalData => "personal-data",
            Self::Order => "order",
            Self::Rights => "rights",
            Self::Mistake => "mistake",
        }
    }

    /// The ground with this code.
    pub fn find(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|ground| ground.code() == code)
    }
}

/// One part in a manifest: what it is for and the commitment to its bytes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PartReference {
    /// [`PARTIES`] for what only the parties may read until it is revealed; none for everyone.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub audience: Option<String>,
    /// `SHA-256("servanda/part/v1\n" ‖ salt ‖ length ‖ bytes)`, in hexadecimal.
    pub commitment: String,
    /// The tag of its language; none for what is the same in all.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub language: Option<String>,
    /// Its media type.
    pub media: String,
    /// `facts`, or the code of a text's role.
    pub role: String,
}

/// The audience of a part that only the parties may read.
pub const PARTIES: &str = "parties";

impl PartReference {
    /// Whether everyone may read it from the beginning.
    pub fn is_public(&self) -> bool {
        self.audience.is_none()
    }
}

/// What an entry turned out to be.
#[derive(Debug, Clone, PartialEq, Eq)]
#[expect(clippy::large_enum_variant, reason = "used at once, never kept in numbers")]
pub enum Decoded {
    /// An act of a version we know.
    Act(Act),
    /// Well formed, but of a later version or an act we do not know: kept, without effect.
    NotUnderstood,
}

/// Why bytes are not an entry.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Unreadable {
    /// More than [`ENTRY_BYTES_MAX`].
    #[error("the entry is longer than {ENTRY_BYTES_MAX} bytes")]
    TooLong,
    /// Not JSON, or something that may not stand in an entry.
    #[error("the entry holds something that may not stand in an entry")]
    NotInTheGrammar,
    /// Not its own canonical form (RFC 8785).
    #[error("the entry is not in canonical form")]
    NotCanonical,
    /// Fields missing, unknown or out of place.
    #[error("the entry lacks a field or has one too many")]
    Malformed,
    /// The content digest does not match the manifest.
    #[error("the entry's content digest does not match its parts")]
    ContentMismatch,
}

impl Act {
    /// The word for the act, as in the entry.
    pub const fn word(&self) -> &'static str {
        match self {
            Self::State(_) => "state",
            Self::Retract(_) => "retract",
            Self::Erase(_) => "erase",
            Self::Propose(_) => "propose",
            Self::Accept(_) => "accept",
            Self::Seal(_) => "seal",
            Self::Withdraw(_) => "withdraw",
            Self::Object(_) => "object",
            Self::Reveal(_) => "reveal",
            Self::Dispute(_) => "dispute",
            Self::Diverge(_) => "diverge",
            Self::Key(_) => "key",
            Self::Revoke(_) => "revoke",
        }
    }

    /// The record it concerns; none for an act about keys.
    pub const fn record(&self) -> Option<&RecordId> {
        match self {
            Self::State(State { record, .. })
            | Self::Retract(Retract { record, .. })
            | Self::Erase(Erase { record, .. })
            | Self::Propose(Propose { record, .. })
            | Self::Accept(Accept { record, .. })
            | Self::Seal(Seal { record, .. })
            | Self::Withdraw(Withdraw { record, .. })
            | Self::Object(Object { record, .. })
            | Self::Reveal(Reveal { record, .. })
            | Self::Dispute(Remark { record, .. })
            | Self::Diverge(Remark { record, .. }) => Some(record),
            Self::Key(_) | Self::Revoke(_) => None,
        }
    }

    /// Who acted: the pseudonymous id of an account, or one of the program's own.
    pub fn account(&self) -> &str {
        match self {
            Self::State(State { account, .. })
            | Self::Retract(Retract { account, .. })
            | Self::Erase(Erase { account, .. })
            | Self::Propose(Propose { account, .. })
            | Self::Accept(Accept { account, .. })
            | Self::Seal(Seal { account, .. })
            | Self::Withdraw(Withdraw { account, .. })
            | Self::Object(Object { account, .. })
            | Self::Reveal(Reveal { account, .. })
            | Self::Dispute(Remark { account, .. })
            | Self::Diverge(Remark { account, .. })
            | Self::Key(Key { account, .. })
            | Self::Revoke(Revoke { account, .. }) => account,
        }
    }

    /// When, as its author claims, in seconds since 1970 UTC.
    pub const fn at(&self) -> i64 {
        match self {
            Self::State(State { at, .. })
            | Self::Retract(Retract { at, .. })
            | Self::Erase(Erase { at, .. })
            | Self::Propose(Propose { at, .. })
            | Self::Accept(Accept { at, .. })
            | Self::Seal(Seal { at, .. })
            | Self::Withdraw(Withdraw { at, .. })
            | Self::Object(Object { at, .. })
            | Self::Reveal(Reveal { at, .. })
            | Self::Dispute(Remark { at, .. })
            | Self::Diverge(Remark { at, .. })
            | Self::Key(Key { at, .. })
            | Self::Revoke(Revoke { at, .. }) => *at,
        }
    }

    /// The manifest it carries; empty for an act that carries none.
    pub fn parts(&self) -> &[PartReference] {
        match self {
            Self::State(State { parts, .. })
            | Self::Retract(Retract { parts, .. })
            | Self::Propose(Propose { parts, .. })
            | Self::Withdraw(Withdraw { parts, .. })
            | Self::Object(Object { parts, .. })
            | Self::Dispute(Remark { parts, .. })
            | Self::Diverge(Remark { parts, .. }) => parts,
            Self::Erase(_)
            | Self::Accept(_)
            | Self::Seal(_)
            | Self::Reveal(_)
            | Self::Key(_)
            | Self::Revoke(_) => &[],
        }
    }

    /// The code of the role by which its author speaks for a party; none for acts that need none.
    pub fn mandate(&self) -> Option<&str> {
        match self {
            Self::Propose(Propose { mandate, .. })
            | Self::Accept(Accept { mandate, .. })
            | Self::Withdraw(Withdraw { mandate, .. })
            | Self::Object(Object { mandate, .. })
            | Self::Dispute(Remark { mandate, .. })
            | Self::Diverge(Remark { mandate, .. }) => Some(mandate),
            Self::State(_)
            | Self::Retract(_)
            | Self::Erase(_)
            | Self::Seal(_)
            | Self::Reveal(_)
            | Self::Key(_)
            | Self::Revoke(_) => None,
        }
    }

    /// The leaf hash of the proposal it makes an answer to, seals or takes back.
    pub fn proposal(&self) -> Option<&String> {
        match self {
            Self::Accept(Accept { proposal, .. })
            | Self::Seal(Seal { proposal, .. })
            | Self::Withdraw(Withdraw { proposal, .. })
            | Self::Object(Object { proposal, .. }) => Some(proposal),
            Self::State(_)
            | Self::Retract(_)
            | Self::Erase(_)
            | Self::Propose(_)
            | Self::Reveal(_)
            | Self::Dispute(_)
            | Self::Diverge(_)
            | Self::Key(_)
            | Self::Revoke(_) => None,
        }
    }

    /// What a passkey signed of it, and the nonce in it.
    pub fn signed(&self) -> Option<(&Assertion, &str)> {
        let (assertion, nonce) = self.signature()?;
        Some((assertion?, nonce?))
    }

    /// The chance that is in it, to be signed with it.
    pub fn nonce(&self) -> Option<&str> {
        self.signature()?.1
    }

    /// Whether it is an act that a person may sign: one that binds a party.
    pub fn binds(&self) -> bool {
        self.signature().is_some()
    }

    fn signature(&self) -> Option<(Option<&Assertion>, Option<&str>)> {
        let (Self::Propose(Propose { assertion, nonce, .. })
        | Self::Accept(Accept { assertion, nonce, .. })
        | Self::Withdraw(Withdraw { assertion, nonce, .. })) = self
        else {
            return None;
        };
        Some((assertion.as_deref(), nonce.as_deref()))
    }

    /// The same act with this signature, or without one, and with this nonce.
    #[must_use]
    pub fn with_signature(mut self, nonce: Option<String>, signed: Option<Assertion>) -> Self {
        if let Self::Propose(Propose { assertion, nonce: of, .. })
        | Self::Accept(Accept { assertion, nonce: of, .. })
        | Self::Withdraw(Withdraw { assertion, nonce: of, .. }) = &mut self
        {
            (*assertion, *of) = (signed.map(Box::new), nonce);
        }
        self
    }

    /// The bytes that are signed: those of the entry without its `assertion`.
    pub fn to_sign(&self) -> Result<Vec<u8>, Unreadable> {
        let mut fields = self.fields()?;
        fields.remove(ASSERTION);
        canonical(&fields)
    }

    /// The bytes of the entry. Refuses what a reader would refuse.
    pub fn encode(&self) -> Result<Vec<u8>, Unreadable> {
        let bytes = canonical(&self.fields()?)?;
        match decode(&bytes)? {
            Decoded::Act(_) => Ok(bytes),
            Decoded::NotUnderstood => Err(Unreadable::Malformed),
        }
    }

    fn fields(&self) -> Result<Map<String, Value>, Unreadable> {
        let mut fields = match self {
            Self::State(state) => with_content(fields(state)?, &state.parts)?,
            Self::Retract(retract) => fields(retract)?,
            Self::Erase(erase) => fields(erase)?,
            Self::Propose(propose) => with_content(fields(propose)?, &propose.parts)?,
            Self::Accept(accept) => fields(accept)?,
            Self::Seal(seal) => fields(seal)?,
            Self::Withdraw(withdraw) => fields(withdraw)?,
            Self::Object(object) => fields(object)?,
            Self::Reveal(reveal) => fields(reveal)?,
            Self::Dispute(remark) | Self::Diverge(remark) => fields(remark)?,
            Self::Key(key) => fields(key)?,
            Self::Revoke(revoke) => fields(revoke)?,
        };
        fields.insert("act".to_owned(), self.word().into());
        fields.insert("v".to_owned(), VERSION.into());
        Ok(fields)
    }
}

/// Reads an entry as received. Hashes are over these bytes, never over a re-encoding.
pub fn decode(bytes: &[u8]) -> Result<Decoded, Unreadable> {
    let Value::Object(mut fields) = closed(bytes)? else { return Err(Unreadable::Malformed) };
    let (word, version) = (fields.remove("act"), fields.remove("v"));
    let word = word.as_ref().and_then(Value::as_str).ok_or(Unreadable::Malformed)?;
    let version = version.as_ref().and_then(Value::as_u64).ok_or(Unreadable::Malformed)?;
    if version != VERSION {
        return Ok(Decoded::NotUnderstood);
    }
    let act = match word {
        "state" => Act::State(of_content(fields, |state: &State| &state.parts)?),
        "retract" => Act::Retract(read(fields)?),
        "erase" => Act::Erase(read(fields)?),
        "propose" => Act::Propose(of_content(fields, |propose: &Propose| &propose.parts)?),
        "accept" => Act::Accept(read(fields)?),
        "seal" => Act::Seal(read(fields)?),
        "withdraw" => Act::Withdraw(read(fields)?),
        "object" => Act::Object(read(fields)?),
        "reveal" => Act::Reveal(read(fields)?),
        "dispute" => Act::Dispute(read(fields)?),
        "diverge" => Act::Diverge(read(fields)?),
        "key" => Act::Key(read(fields)?),
        "revoke" => Act::Revoke(read(fields)?),
        _ => return Ok(Decoded::NotUnderstood),
    };
    check(&act)?;
    Ok(Decoded::Act(act))
}

/// What the bytes of an entry of any journal say: in the closed grammar, in canonical form.
pub(crate) fn closed(bytes: &[u8]) -> Result<Value, Unreadable> {
    if bytes.len() > ENTRY_BYTES_MAX {
        return Err(Unreadable::TooLong);
    }
    let value: Value =
        serde_json::from_slice(bytes).map_err(|_not_json| Unreadable::NotInTheGrammar)?;
    if !grammar::is_closed(&value) {
        return Err(Unreadable::NotInTheGrammar);
    }
    if canonical(&value)? != bytes {
        return Err(Unreadable::NotCanonical);
    }
    Ok(value)
}

/// An act without its word and version.
pub(crate) fn fields(act: &impl Serialize) -> Result<Map<String, Value>, Unreadable> {
    match serde_json::to_value(act) {
        Ok(Value::Object(fields)) => Ok(fields),
        Ok(_) | Err(_) => Err(Unreadable::Malformed),
    }
}

/// Adds the digest that the content is known by.
fn with_content(
    mut fields: Map<String, Value>,
    parts: &[PartReference],
) -> Result<Map<String, Value>, Unreadable> {
    fields.insert("content".to_owned(), content_digest(parts)?.into());
    Ok(fields)
}

pub(crate) fn read<A: DeserializeOwned>(fields: Map<String, Value>) -> Result<A, Unreadable> {
    serde_json::from_value(Value::Object(fields)).map_err(|_wrong| Unreadable::Malformed)
}

/// Reads an act that gives the digest of its manifest, which must be that.
fn of_content<A: DeserializeOwned>(
    mut fields: Map<String, Value>,
    parts: impl Fn(&A) -> &[PartReference],
) -> Result<A, Unreadable> {
    let content = fields.remove("content").ok_or(Unreadable::Malformed)?;
    let act = read(fields)?;
    check_parts(parts(&act))?;
    let is_so = content.as_str() == Some(&content_digest(parts(&act))?);
    is_so.then_some(act).ok_or(Unreadable::ContentMismatch)
}

/// What the form of an act cannot say: digests are digests, manifests are whole, what one voice
/// states of its own is for everyone.
fn check(act: &Act) -> Result<(), Unreadable> {
    check_parts(act.parts())?;
    check_signature(act)?;
    let holds = match act {
        Act::State(state) => {
            state.base.as_deref().is_none_or(is_digest)
                && state.parts.iter().all(PartReference::is_public)
        }
        Act::Retract(retract) => {
            is_digest(&retract.leaf) && retract.parts.iter().all(PartReference::is_public)
        }
        Act::Erase(erase) => is_digest(&erase.part),
        Act::Propose(propose) => {
            propose.base.as_deref().is_none_or(is_digest)
                && !propose.authentic.is_empty()
                && corrects_what_stands(propose)
        }
        Act::Accept(accept) => {
            accept.base.as_deref().is_none_or(is_digest)
                && is_digest(&accept.proposal)
                && is_digest(&accept.content)
        }
        Act::Seal(seal) => {
            is_digest(&seal.proposal) && seal.acceptances.iter().all(|leaf| is_digest(leaf))
        }
        Act::Withdraw(Withdraw { proposal, .. }) | Act::Object(Object { proposal, .. }) => {
            is_digest(proposal)
        }
        Act::Reveal(reveal) => is_digest(&reveal.leaf),
        Act::Dispute(remark) | Act::Diverge(remark) => {
            is_digest(&remark.leaf) && remark.parts.iter().all(PartReference::is_public)
        }
        Act::Key(_) => true,
        Act::Revoke(revoke) => is_digest(&revoke.key),
    };
    holds.then_some(()).ok_or(Unreadable::Malformed)
}

/// A signature stands with its nonce or not at all.
fn check_signature(act: &Act) -> Result<(), Unreadable> {
    let is_whole = match act.signature() {
        Some((Some(assertion), Some(nonce))) => assertion.is_whole() && is_digest(nonce),
        Some((None, None)) | None => true,
        Some(_one_of_them) => false,
    };
    is_whole.then_some(()).ok_or(Unreadable::Malformed)
}

/// A correction corrects an agreed version and says what was wrong; nothing else says so.
fn corrects_what_stands(propose: &Propose) -> bool {
    let says_so = propose.parts.iter().any(|part| part.role == Role::Correction.code());
    match propose.correct.as_deref() {
        Some(AB_INITIO) => propose.base.is_some() && says_so,
        Some(_) => false,
        None => !says_so,
    }
}

pub(crate) fn check_parts(parts: &[PartReference]) -> Result<(), Unreadable> {
    let tags = Language::ALL.map(Language::tag);
    let language_known =
        |part: &PartReference| part.language.as_deref().is_none_or(|tag| tags.contains(&tag));
    let mut said = BTreeSet::new();
    let once = parts.iter().all(|part| said.insert((&part.role, &part.language)));
    let audience_known =
        |part: &PartReference| part.audience.as_deref().is_none_or(|audience| audience == PARTIES);
    let is_whole = |part: &PartReference| {
        is_digest(&part.commitment) && language_known(part) && audience_known(part)
    };
    if once && parts.iter().all(is_whole) { Ok(()) } else { Err(Unreadable::Malformed) }
}

/// The digest a version is known by: `SHA-256("servanda/content/v1\n" ‖ canonical manifest)`.
fn content_digest(parts: &[PartReference]) -> Result<String, Unreadable> {
    let mut hasher = Sha256::new();
    hasher.update(b"servanda/content/v1\n");
    hasher.update(canonical(&parts)?);
    Ok(hex(&hasher.finalize()))
}

pub(crate) fn canonical(value: &impl Serialize) -> Result<Vec<u8>, Unreadable> {
    serde_json_canonicalizer::to_vec(value).map_err(|_unwritable| Unreadable::Malformed)
}

pub(crate) fn is_digest(text: &str) -> bool {
    text.len() == 64 && text.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'))
}

/// Bytes in lower-case hexadecimal.
pub fn hex(bytes: &[u8]) -> String {
    use std::fmt::Write;
    bytes.iter().fold(String::with_capacity(bytes.len() * 2), |mut text, byte| {
        write!(text, "{byte:02x}").expect("writing to a string does not fail");
        text
    })
}

#[cfg(test)]
mod tests;
