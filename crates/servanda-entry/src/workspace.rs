//! Acts of a workspace journal, version 1: what one voice prepares before it proposes anything.
//!
//! Never published, and never read by another voice: a draft leaves no trace outside its side.

use serde::{Deserialize, Serialize};
use serde_json::Value;
use servanda_model::{AccountId, Kind, RecordId};

use crate::act::{
    AB_INITIO, PartReference, Unreadable, canonical, check_parts, closed, fields, is_digest, read,
    spelled,
};

/// The version of the grammar these acts are written in.
const VERSION: u64 = 1;
/// The role of the part that holds a comment.
pub const COMMENT: &str = "comment";
/// The role of the part that holds what was typed and not saved.
pub const TYPED: &str = "typed";

/// An entry of a workspace journal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum WorkspaceAct {
    /// A draft is written, or written again.
    Draft(DraftAct),
    /// A draft is put away: discarded, or proposed.
    Close(Close),
    /// Somebody says something about a draft or a proposal, to their own side.
    Comment(Comment),
    /// A draft is given to somebody of the side, or to nobody any more.
    Assign(Assign),
    /// Somebody has done what a comment told them.
    Tick(Tick),
    /// Something is kept that somebody has typed into a draft and not saved.
    Keep(Keep),
}

/// `draft`: a version of a record, before it is proposed. Texts may be missing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DraftAct {
    /// Who wrote it: the pseudonymous id of an account.
    pub account: String,
    /// When, in seconds since 1970 UTC.
    pub at: i64,
    /// The draft; written again it keeps its identifier.
    #[serde(with = "spelled::record")]
    pub draft: RecordId,
    /// The record that it is a version of.
    #[serde(with = "spelled::record")]
    pub record: RecordId,
    /// What that is.
    #[serde(with = "spelled::kind")]
    pub kind: Kind,
    /// That it corrects the agreed version: [`AB_INITIO`].
    #[serde(skip_serializing_if = "Option::is_none")]
    pub correct: Option<String>,
    /// What it consists of.
    pub parts: Vec<PartReference>,
}

/// `close`: a draft is put away.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Close {
    /// Who did it.
    pub account: String,
    /// When, in seconds since 1970 UTC.
    pub at: i64,
    /// The draft.
    #[serde(with = "spelled::record")]
    pub draft: RecordId,
    /// The leaf hash (hexadecimal) of the proposal that it became; none if it was discarded.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub proposal: Option<String>,
}

/// `comment`: something said to one's own side.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Comment {
    /// Who says it.
    pub account: String,
    /// When, in seconds since 1970 UTC.
    pub at: i64,
    /// What it is about: the identifier of a draft, or the leaf hash of a proposal.
    pub about: String,
    /// Who is told in particular: the pseudonymous id of an account; none for the whole side.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub to: Option<String>,
    /// What is said: one text.
    pub parts: Vec<PartReference>,
}

/// `assign`: a draft is somebody's to go on with.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Assign {
    /// Who gives it.
    pub account: String,
    /// When, in seconds since 1970 UTC.
    pub at: i64,
    /// The draft.
    #[serde(with = "spelled::record")]
    pub draft: RecordId,
    /// To whom: the pseudonymous id of an account; none takes it back.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub to: Option<String>,
}

/// `tick`: whoever was told something by a comment has done with it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Tick {
    /// Who was told.
    pub account: String,
    /// When, in seconds since 1970 UTC.
    pub at: i64,
    /// The place of the comment in this journal, from 0.
    pub comment: u64,
}

/// `keep`: what somebody has typed into a draft and not saved, for them alone.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Keep {
    /// Who typed it.
    pub account: String,
    /// When, in seconds since 1970 UTC.
    pub at: i64,
    /// The draft.
    #[serde(with = "spelled::record")]
    pub draft: RecordId,
    /// How often the draft had been written when they began.
    pub seen: u64,
    /// The form as it would be sent: one text, or none when nothing is kept any more.
    pub parts: Vec<PartReference>,
}

/// What an entry of a workspace journal turned out to be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum WorkspaceDecoded {
    /// An act of a version we know.
    Act(WorkspaceAct),
    /// Well formed, but of a later version or an act we do not know: kept, without effect.
    NotUnderstood,
}

impl WorkspaceAct {
    /// The bytes of the entry. Refuses what a reader would refuse.
    pub fn encode(&self) -> Result<Vec<u8>, Unreadable> {
        let (word, mut fields) = match self {
            Self::Draft(draft) => ("draft", fields(draft)?),
            Self::Close(close) => ("close", fields(close)?),
            Self::Comment(comment) => ("comment", fields(comment)?),
            Self::Assign(assign) => ("assign", fields(assign)?),
            Self::Tick(tick) => ("tick", fields(tick)?),
            Self::Keep(keep) => ("keep", fields(keep)?),
        };
        fields.insert("act".to_owned(), word.into());
        fields.insert("v".to_owned(), VERSION.into());
        let bytes = canonical(&fields)?;
        match decode(&bytes)? {
            WorkspaceDecoded::Act(_) => Ok(bytes),
            WorkspaceDecoded::NotUnderstood => Err(Unreadable::Malformed),
        }
    }

    /// The manifest it carries; empty for an act that carries none.
    pub fn parts(&self) -> &[PartReference] {
        match self {
            Self::Draft(draft) => &draft.parts,
            Self::Comment(comment) => &comment.parts,
            Self::Keep(keep) => &keep.parts,
            Self::Close(_) | Self::Assign(_) | Self::Tick(_) => &[],
        }
    }
}

/// Reads an entry of a workspace journal as received.
pub fn decode(bytes: &[u8]) -> Result<WorkspaceDecoded, Unreadable> {
    let Value::Object(mut fields) = closed(bytes)? else { return Err(Unreadable::Malformed) };
    let (word, version) = (fields.remove("act"), fields.remove("v"));
    let word = word.as_ref().and_then(Value::as_str).ok_or(Unreadable::Malformed)?;
    let version = version.as_ref().and_then(Value::as_u64).ok_or(Unreadable::Malformed)?;
    if version != VERSION {
        return Ok(WorkspaceDecoded::NotUnderstood);
    }
    let act = match word {
        "draft" => WorkspaceAct::Draft(read(fields)?),
        "close" => WorkspaceAct::Close(read(fields)?),
        "comment" => WorkspaceAct::Comment(read(fields)?),
        "assign" => WorkspaceAct::Assign(read(fields)?),
        "tick" => WorkspaceAct::Tick(read(fields)?),
        "keep" => WorkspaceAct::Keep(read(fields)?),
        _ => return Ok(WorkspaceDecoded::NotUnderstood),
    };
    check_parts(act.parts())?;
    let holds = match &act {
        WorkspaceAct::Tick(_) => true,
        WorkspaceAct::Draft(draft) => draft.correct.as_deref().is_none_or(|it| it == AB_INITIO),
        WorkspaceAct::Keep(keep) => {
            keep.parts.len() <= 1 && keep.parts.iter().all(|part| part.role == TYPED)
        }
        WorkspaceAct::Assign(assign) => is_account(assign.to.as_deref()),
        WorkspaceAct::Close(close) => close.proposal.as_deref().is_none_or(is_digest),
        WorkspaceAct::Comment(comment) => {
            is_account(comment.to.as_deref())
                && comment.parts.len() == 1
                && comment.parts.iter().all(|part| part.role == COMMENT)
        }
    };
    if holds { Ok(WorkspaceDecoded::Act(act)) } else { Err(Unreadable::Malformed) }
}

/// Whether it is the id of an account, where there is one.
fn is_account(id: Option<&str>) -> bool {
    id.is_none_or(|id| AccountId::parse(id).is_ok())
}

#[cfg(test)]
mod tests;
