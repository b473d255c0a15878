//! Acts of a workspace journal, version 1: what one voice prepares before it proposes anything.
//!
//! Never published, and never read by another voice: a draft leaves no trace outside its side.

use serde::{Deserialize, Serialize};
use serde_json::Value;
use servanda_model::reading::FindingPlace;
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
/// The roles of the parts of a document that was received, in the order of their manifest: the name of
/// its file, its bytes, what was read from them, its text.
pub const RECEIVED: [&str; 4] = ["file-name", "original", "reading", "text"];
/// The role of the part that holds the words of a finding.
pub const PASSAGE: &str = "passage";
/// The role of the part that says why a finding is dismissed.
pub const REASON: &str = "reason";

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
    /// A document is received, and read.
    Receive(Receive),
    /// It is decided what becomes of a finding, or a decision is taken back.
    Decide(Decide),
    /// A document that was received is put away.
    PutAway(PutAway),
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

/// `receive`: a document as somebody of the side dropped it in, for that side alone.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Receive {
    /// Who received it.
    pub account: String,
    /// When, in seconds since 1970 UTC.
    pub at: i64,
    /// What it is known by in the workspace.
    #[serde(with = "spelled::record")]
    pub document: RecordId,
    /// The record that passages of it name.
    #[serde(with = "spelled::record")]
    pub record: RecordId,
    /// What it consists of: [`RECEIVED`].
    pub parts: Vec<PartReference>,
}

/// `decide`: what becomes of a finding.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Decide {
    /// Who decides.
    pub account: String,
    /// When, in seconds since 1970 UTC.
    pub at: i64,
    /// The document, as it is known in the workspace.
    #[serde(with = "spelled::record")]
    pub document: RecordId,
    /// The finding: what it is and where it stands.
    #[serde(with = "spelled::finding")]
    pub finding: FindingPlace,
    /// What becomes of it.
    pub what: What,
    /// The draft that it became, or that it is a further source of.
    #[serde(default, skip_serializing_if = "Option::is_none", with = "spelled::some_record")]
    pub draft: Option<RecordId>,
    /// The finding of the same document that says the same.
    #[serde(default, skip_serializing_if = "Option::is_none", with = "spelled::some_finding")]
    pub into: Option<FindingPlace>,
    /// Why it is dismissed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub why: Option<Why>,
    /// The words of the finding, and what somebody says about dismissing it.
    pub parts: Vec<PartReference>,
}

/// What becomes of a finding.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum What {
    /// It became a draft.
    TakeUp,
    /// It is a further source of a draft.
    Source,
    /// It says the same as another one.
    Merge,
    /// Nothing becomes of it.
    Dismiss,
    /// What was decided is taken back.
    Undo,
}

/// Why a finding is dismissed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Why {
    /// It is no undertaking, recommendation or whatever it was found to be.
    Misread,
    /// It is recorded already.
    Recorded,
    /// It is not for this register.
    Outside,
    /// It was done, or does not hold any more.
    Past,
    /// Something else.
    Other,
}

/// `put-away`: a document that was received is of no use; its parts are erased.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PutAway {
    /// Who puts it away.
    pub account: String,
    /// When, in seconds since 1970 UTC.
    pub at: i64,
    /// The document, as it is known in the workspace.
    #[serde(with = "spelled::record")]
    pub document: RecordId,
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
            Self::Receive(receive) => ("receive", fields(receive)?),
            Self::Decide(decide) => ("decide", fields(decide)?),
            Self::PutAway(away) => ("put-away", fields(away)?),
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
            Self::Receive(receive) => &receive.parts,
            Self::Decide(decide) => &decide.parts,
            Self::Close(_) | Self::Assign(_) | Self::Tick(_) | Self::PutAway(_) => &[],
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
        "receive" => WorkspaceAct::Receive(read(fields)?),
        "decide" => WorkspaceAct::Decide(read(fields)?),
        "put-away" => WorkspaceAct::PutAway(read(fields)?),
        _ => return Ok(WorkspaceDecoded::NotUnderstood),
    };
    check_parts(act.parts())?;
    let holds = match &act {
        WorkspaceAct::Tick(_) | WorkspaceAct::PutAway(_) => true,
        WorkspaceAct::Receive(receive) => {
            receive.parts.iter().map(|part| part.role.as_str()).eq(RECEIVED)
        }
        WorkspaceAct::Decide(decide) => decide.is_whole(),
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

impl Decide {
    /// Whether it says what its sort of decision says, and no more.
    fn is_whole(&self) -> bool {
        let says = (self.draft.is_some(), self.into.is_some(), self.why.is_some());
        let (expected, roles): (_, &[&str]) = match self.what {
            What::TakeUp | What::Source => ((true, false, false), &[PASSAGE]),
            What::Merge => ((false, true, false), &[PASSAGE]),
            What::Dismiss => ((false, false, true), &[PASSAGE, REASON]),
            What::Undo => ((false, false, false), &[]),
        };
        // What somebody says about dismissing it may be missing; the words of the finding never.
        let most = self.parts.len() <= roles.len();
        let least = roles.is_empty() || !self.parts.is_empty();
        says == expected
            && most
            && least
            && self.into != Some(self.finding)
            && self.parts.iter().zip(roles).all(|(part, role)| part.role == *role)
    }
}

impl What {
    /// The code in entries and messages.
    pub const fn code(self) -> &'static str {
        match self {
            Self::TakeUp => "take-up",
            Self::Source => "source",
            Self::Merge => "merge",
            Self::Dismiss => "dismiss",
            Self::Undo => "undo",
        }
    }
}

impl Why {
    /// All of them, in the order they are offered in.
    pub const ALL: [Self; 5] =
        [Self::Misread, Self::Recorded, Self::Outside, Self::Past, Self::Other];

    /// The code in entries, forms and messages.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Misread => "misread",
            Self::Recorded => "recorded",
            Self::Outside => "outside",
            Self::Past => "past",
            Self::Other => "other",
        }
    }

    /// The reason with this code.
    pub fn find(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|why| why.code() == code)
    }
}

/// Whether it is the id of an account, where there is one.
fn is_account(id: Option<&str>) -> bool {
    id.is_none_or(|id| AccountId::parse(id).is_ok())
}

#[cfg(test)]
mod tests;
