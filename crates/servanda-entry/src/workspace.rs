//! Acts of a workspace journal, version 1: what one voice prepares before it proposes anything.
//!
//! Never published, and never read by another voice: a draft leaves no trace outside its side.

use serde::{Deserialize, Serialize};
use serde_json::Value;
use servanda_model::reading::FindingPlace;
use servanda_model::succession::{Pair, Sequel};
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

/// The role of the part that holds the words of a finding of an earlier document.
pub const EARLIER: &str = "earlier";
/// The role of the part that holds the words of a finding of a later document.
pub const LATER: &str = "later";

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
    /// It is said what became of a finding in a later document, or that is taken back.
    Relate(Relate),
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

/// `relate`: what became of a finding of one document in a later one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Relate {
    /// Who says so.
    pub account: String,
    /// When, in seconds since 1970 UTC.
    pub at: i64,
    /// The earlier document, as it is known in the workspace.
    #[serde(with = "spelled::record")]
    pub before: RecordId,
    /// The later document.
    #[serde(with = "spelled::record")]
    pub after: RecordId,
    /// The finding of the earlier document.
    #[serde(default, skip_serializing_if = "Option::is_none", with = "spelled::some_finding")]
    pub earlier: Option<FindingPlace>,
    /// The finding of the later document.
    #[serde(default, skip_serializing_if = "Option::is_none", with = "spelled::some_finding")]
    pub later: Option<FindingPlace>,
    /// What it is.
    pub what: Related,
    /// The words of the findings; none where it is taken back.
    pub parts: Vec<PartReference>,
}

/// What a finding of one document is to an earlier one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Related {
    /// The later one says the same.
    CarriedOver,
    /// The later one says it with changes.
    Changed,
    /// The later one reports that it was done.
    Done,
    /// The earlier document does not say it.
    New,
    /// The later document does not say it.
    Gone,
    /// The two have nothing to do with each other.
    Apart,
    /// What was said is taken back.
    Undo,
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
            Self::Relate(relate) => ("relate", fields(relate)?),
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
            Self::Relate(relate) => &relate.parts,
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
        "relate" => WorkspaceAct::Relate(read(fields)?),
        _ => return Ok(WorkspaceDecoded::NotUnderstood),
    };
    check_parts(act.parts())?;
    let holds = match &act {
        WorkspaceAct::Tick(_) | WorkspaceAct::PutAway(_) => true,
        WorkspaceAct::Receive(receive) => {
            receive.parts.iter().map(|part| part.role.as_str()).eq(RECEIVED)
        }
        WorkspaceAct::Decide(decide) => decide.is_whole(),
        WorkspaceAct::Relate(relate) => relate.is_whole(),
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

impl Relate {
    /// The findings.
    pub const fn pair(&self) -> Pair {
        Pair { earlier: self.earlier, later: self.later }
    }

    /// Whether it names two documents, the findings that what it says needs, and their words.
    fn is_whole(&self) -> bool {
        let pair = self.pair();
        let says = match self.what {
            Related::Apart => {
                pair.earlier.is_some() && pair.later.is_some() && pair.is_comparable()
            }
            Related::Undo => pair.earlier.is_some() || pair.later.is_some(),
            Related::CarriedOver
            | Related::Changed
            | Related::Done
            | Related::New
            | Related::Gone => self.what.sequel().is_some_and(|sequel| sequel.is_of(&pair)),
        };
        let earlier = pair.earlier.map(|_| EARLIER);
        let roles = earlier.into_iter().chain(pair.later.map(|_| LATER));
        let roles = roles.filter(|_| self.what != Related::Undo);
        says && self.before != self.after
            && self.parts.iter().map(|part| part.role.as_str()).eq(roles)
    }
}

impl Related {
    /// What became of the finding; none where nothing did, or it is taken back.
    pub const fn sequel(self) -> Option<Sequel> {
        match self {
            Self::CarriedOver => Some(Sequel::CarriedOver),
            Self::Changed => Some(Sequel::Changed),
            Self::Done => Some(Sequel::Done),
            Self::New => Some(Sequel::New),
            Self::Gone => Some(Sequel::Gone),
            Self::Apart | Self::Undo => None,
        }
    }

    /// The code in entries, forms and messages.
    pub const fn code(self) -> &'static str {
        match self {
            Self::CarriedOver => Sequel::CarriedOver.code(),
            Self::Changed => Sequel::Changed.code(),
            Self::Done => Sequel::Done.code(),
            Self::New => Sequel::New.code(),
            Self::Gone => Sequel::Gone.code(),
            Self::Apart => "apart",
            Self::Undo => "undo",
        }
    }
}

impl From<Sequel> for Related {
    fn from(sequel: Sequel) -> Self {
        match sequel {
            Sequel::CarriedOver => Self::CarriedOver,
            Sequel::Changed => Self::Changed,
            Sequel::Done => Self::Done,
            Sequel::New => Self::New,
            Sequel::Gone => Self::Gone,
        }
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
