//! Acts, version 1: what a voice writes into its journal.

use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

use servanda_model::{Kind, Language, RecordId};
use sha2::{Digest, Sha256};

use crate::{ENTRY_BYTES_MAX, grammar};

/// The version of the grammar these acts are written in.
const VERSION: u64 = 1;

/// What a voice does.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Act {
    /// Publishes a record of its own, or one that rests on published documents.
    State(State),
    /// Takes a statement back; it stays visible as retracted.
    Retract(Retract),
    /// Says that a part's bytes are gone.
    Erase(Erase),
}

/// `state`: a version of a record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct State {
    /// Who acted: the pseudonymous id of an account, or `operator` for the command line.
    pub account: String,
    /// When, in seconds since 1970 UTC: the author's claim, which decides nothing (rule 1).
    pub at: i64,
    /// The record.
    pub record: RecordId,
    /// What it is.
    pub kind: Kind,
    /// The leaf hash (hexadecimal) of the statement this one replaces; none for a new record.
    pub base: Option<String>,
    /// What it consists of.
    pub parts: Vec<PartReference>,
}

/// `retract`: a statement is taken back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Retract {
    /// Who acted.
    pub account: String,
    /// When, in seconds since 1970 UTC.
    pub at: i64,
    /// The record.
    pub record: RecordId,
    /// The leaf hash (hexadecimal) of the statement.
    pub leaf: String,
    /// The reason, in each language it is given in.
    pub parts: Vec<PartReference>,
}

/// `erase`: a part's bytes are gone, its commitment stays.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Erase {
    /// Who acted.
    pub account: String,
    /// When, in seconds since 1970 UTC.
    pub at: i64,
    /// The record the part belonged to.
    pub record: RecordId,
    /// The part's commitment, in hexadecimal.
    pub part: String,
    /// Why it had to go.
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

/// What an entry turned out to be.
#[derive(Debug, Clone, PartialEq, Eq)]
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

#[derive(Serialize, Deserialize)]
#[serde(tag = "act", rename_all = "lowercase", deny_unknown_fields)]
enum Written {
    State {
        account: String,
        at: i64,
        #[serde(skip_serializing_if = "Option::is_none")]
        base: Option<String>,
        content: String,
        kind: String,
        parts: Vec<PartReference>,
        record: String,
        v: u64,
    },
    Retract {
        account: String,
        at: i64,
        leaf: String,
        parts: Vec<PartReference>,
        record: String,
        v: u64,
    },
    Erase {
        account: String,
        at: i64,
        ground: String,
        part: String,
        record: String,
        v: u64,
    },
}

#[derive(Deserialize)]
struct Envelope {
    act: String,
    v: u64,
}

impl Act {
    /// The word for the act, as in the entry.
    pub const fn word(&self) -> &'static str {
        match self {
            Self::State(_) => "state",
            Self::Retract(_) => "retract",
            Self::Erase(_) => "erase",
        }
    }

    /// The record it concerns.
    pub const fn record(&self) -> &RecordId {
        match self {
            Self::State(State { record, .. })
            | Self::Retract(Retract { record, .. })
            | Self::Erase(Erase { record, .. }) => record,
        }
    }

    /// When, as its author claims, in seconds since 1970 UTC.
    pub const fn at(&self) -> i64 {
        match self {
            Self::State(State { at, .. })
            | Self::Retract(Retract { at, .. })
            | Self::Erase(Erase { at, .. }) => *at,
        }
    }

    /// The bytes of the entry. Refuses what a reader would refuse.
    pub fn encode(&self) -> Result<Vec<u8>, Unreadable> {
        let written = match self.clone() {
            Self::State(state) => Written::State {
                account: state.account,
                at: state.at,
                base: state.base,
                content: content_digest(&state.parts)?,
                kind: state.kind.code().to_owned(),
                parts: state.parts,
                record: state.record.to_string(),
                v: VERSION,
            },
            Self::Retract(retract) => Written::Retract {
                account: retract.account,
                at: retract.at,
                leaf: retract.leaf,
                parts: retract.parts,
                record: retract.record.to_string(),
                v: VERSION,
            },
            Self::Erase(erase) => Written::Erase {
                account: erase.account,
                at: erase.at,
                ground: erase.ground.code().to_owned(),
                part: erase.part,
                record: erase.record.to_string(),
                v: VERSION,
            },
        };
        let bytes = canonical(&written)?;
        match decode(&bytes)? {
            Decoded::Act(_) => Ok(bytes),
            Decoded::NotUnderstood => Err(Unreadable::Malformed),
        }
    }
}

/// Reads an entry as received. Hashes are over these bytes, never over a re-encoding.
pub fn decode(bytes: &[u8]) -> Result<Decoded, Unreadable> {
    if bytes.len() > ENTRY_BYTES_MAX {
        return Err(Unreadable::TooLong);
    }
    let value: serde_json::Value =
        serde_json::from_slice(bytes).map_err(|_not_json| Unreadable::NotInTheGrammar)?;
    if !grammar::is_closed(&value) {
        return Err(Unreadable::NotInTheGrammar);
    }
    if canonical(&value)? != bytes {
        return Err(Unreadable::NotCanonical);
    }
    let envelope = Envelope::deserialize(&value).map_err(|_missing| Unreadable::Malformed)?;
    if envelope.v != VERSION || !matches!(envelope.act.as_str(), "state" | "retract" | "erase") {
        return Ok(Decoded::NotUnderstood);
    }
    let written = Written::deserialize(value).map_err(|_wrong| Unreadable::Malformed)?;
    understand(written).map(Decoded::Act)
}

fn understand(written: Written) -> Result<Act, Unreadable> {
    let id = |text: &str| RecordId::parse(text).map_err(|_wrong| Unreadable::Malformed);
    Ok(match written {
        Written::State { account, at, base, content, kind, parts, record, v: _ } => {
            check_parts(&parts)?;
            if content_digest(&parts)? != content {
                return Err(Unreadable::ContentMismatch);
            }
            if base.as_deref().is_some_and(|leaf| !is_digest(leaf)) {
                return Err(Unreadable::Malformed);
            }
            let kind = Kind::find(&kind).ok_or(Unreadable::Malformed)?;
            Act::State(State { account, at, record: id(&record)?, kind, base, parts })
        }
        Written::Retract { account, at, leaf, parts, record, v: _ } => {
            check_parts(&parts)?;
            if !is_digest(&leaf) {
                return Err(Unreadable::Malformed);
            }
            Act::Retract(Retract { account, at, record: id(&record)?, leaf, parts })
        }
        Written::Erase { account, at, ground, part, record, v: _ } => {
            if !is_digest(&part) {
                return Err(Unreadable::Malformed);
            }
            let ground = Ground::find(&ground).ok_or(Unreadable::Malformed)?;
            Act::Erase(Erase { account, at, record: id(&record)?, part, ground })
        }
    })
}

pub(crate) fn check_parts(parts: &[PartReference]) -> Result<(), Unreadable> {
    let tags = Language::ALL.map(Language::tag);
    let language_known =
        |part: &PartReference| part.language.as_deref().is_none_or(|tag| tags.contains(&tag));
    let mut said = BTreeSet::new();
    let once = parts.iter().all(|part| said.insert((&part.role, &part.language)));
    if once && parts.iter().all(|part| is_digest(&part.commitment) && language_known(part)) {
        Ok(())
    } else {
        Err(Unreadable::Malformed)
    }
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
