//! Drafts and comments: what one side prepares in its workspace before it proposes anything.

use std::collections::BTreeMap;

use servanda_entry::content::{ContentPart, decode_record};
pub use servanda_entry::content::{facts_fields, facts_of_fields};
use servanda_entry::workspace::{Assign, COMMENT, Close, Comment, DraftAct, Tick, WorkspaceAct};
use servanda_entry::{AB_INITIO, encode_record};
use servanda_model::hygiene::{self, Unclean};
use servanda_model::{AccountId, Action, Language, Record, RecordId, Role, Seat};
use servanda_register::{Account, CommentRow, DraftRow, SaveRow};
use servanda_store::Head;

use crate::agreement::{
    self, AnswerRefusal, Composed, Mandate, Offer, ProposeRefusal, Proposed, compose_proposal, may,
    origin_of,
};
use crate::draft::Draft;
use crate::{By, Failure, NotDone, Office, documents};

mod kept;

pub(crate) use kept::finish_erasures;
pub use kept::{KEEPS_MAX, Kept, forget, keep, kept_text};

/// Drafts of one voice that are open at a time.
pub const DRAFTS_MAX: usize = 1_000;
/// Times that one draft may be written.
pub const SAVES_MAX: usize = 1_000;
/// Drafts that begin at once with words that others proposed.
pub const COUNTERED_TOGETHER_MAX: usize = 250;
/// Characters of a comment.
pub const COMMENT_CHARS_MAX: usize = 4_000;

/// Why nothing was written.
#[derive(Debug, PartialEq, Eq, thiserror::Error)]
pub enum DraftRefusal {
    /// Nothing is recorded of the partnership.
    #[error("nothing is recorded of a partnership '{0}'")]
    NoPartnership(String),
    /// The roles of whoever acts do not allow it.
    #[error("the roles of this account do not allow it")]
    NotAllowed,
    /// There is no such draft.
    #[error("there is no such draft")]
    NotFound,
    /// It was discarded or proposed.
    #[error("the draft was put away; begin another one")]
    Closed,
    /// Somebody else wrote it meanwhile.
    #[error("somebody else has changed the draft meanwhile; take over what they wrote")]
    Meanwhile,
    /// There are too many.
    #[error("there are {DRAFTS_MAX} drafts already; propose or discard some")]
    TooMany,
    /// A comment says nothing.
    #[error("the comment is empty")]
    Empty,
    /// A comment is too long.
    #[error("a comment has {COMMENT_CHARS_MAX} characters at most")]
    TooLong,
    /// A comment holds characters that may not be recorded.
    #[error("the comment cannot be recorded: {0}")]
    Unclean(Unclean),
    /// Whoever is told, or given a draft, is not of this side.
    #[error("'{0}' is nobody of this side")]
    NotOfSide(String),
}

/// Why a draft is not proposed.
#[derive(Debug, PartialEq, Eq, thiserror::Error)]
pub enum ProposeDraftRefusal {
    /// The draft.
    #[error(transparent)]
    Draft(#[from] DraftRefusal),
    /// What it says.
    #[error(transparent)]
    Propose(#[from] ProposeRefusal),
}

/// Why no draft begins with the words of a proposal.
#[derive(Debug, PartialEq, Eq, thiserror::Error)]
pub enum CounterRefusal {
    /// The draft.
    #[error(transparent)]
    Draft(#[from] DraftRefusal),
    /// The proposal.
    #[error(transparent)]
    Answer(#[from] AnswerRefusal),
    /// The side has an open draft of the record.
    #[error("your side has a draft of this record already; go on with that, or discard it")]
    Drafted(RecordId),
    /// More than can be begun at once.
    #[error("{COUNTERED_TOGETHER_MAX} can be begun at once; choose fewer")]
    TooMany,
}

/// The journal of a voice's workspace.
pub fn workspace_origin(office: &Office, seat: &Seat) -> Result<Option<String>, Failure> {
    let origin = origin_of(office, &seat.partnership, &seat.voice)?;
    Ok(origin.map(|origin| format!("{origin}/workspace")))
}

/// An identifier that nobody has, out of chance.
pub fn fresh_id(by: &mut By<'_>) -> RecordId {
    let bits =
        (by.chance)().iter().take(8).fold(0_u64, |bits, byte| (bits << 8) | u64::from(*byte));
    RecordId::from_bits(bits)
}

/// Begins a draft of a version of a record, which amends the agreed one or corrects it. Returns what
/// the draft is known by.
pub fn begin(
    office: &Office,
    seat: &Seat,
    record: &Record,
    corrects: bool,
    by: &mut By<'_>,
) -> Result<RecordId, NotDone<DraftRefusal>> {
    must(office, by, Action::Draft, seat)?;
    let _writing = office.write_workspace();
    let origin = known_origin(office, seat)?;
    if office.workspaces().of(&origin).open_drafts().len() >= DRAFTS_MAX {
        return Err(NotDone::Refused(DraftRefusal::TooMany));
    }
    let id = fresh_id(by);
    let mut record = record.clone();
    if !corrects {
        // What was wrong before is no part of what amends it.
        record.texts.remove(&Role::Correction);
    }
    write(office, &origin, by, |draft| Ok(drafted(draft, &id, &record, corrects)))?;
    Ok(id)
}

/// Begins a draft with the words of each of several proposals of others, known by their leaf hashes; says
/// of each what the draft is known by, or why there is none. What begins is written together. A record
/// of which the side has an open draft keeps it.
pub fn counter(
    office: &Office,
    seat: &Seat,
    proposals: &[String],
    by: &mut By<'_>,
) -> Result<Vec<Result<RecordId, CounterRefusal>>, NotDone<CounterRefusal>> {
    must(office, by, Action::Draft, seat).map_err(|it| it.map(CounterRefusal::Draft))?;
    if proposals.len() > COUNTERED_TOGETHER_MAX {
        return Err(NotDone::Refused(CounterRefusal::TooMany));
    }
    let _writing = office.write_workspace();
    let origin = known_origin(office, seat).map_err(|it| it.map(CounterRefusal::Draft))?;
    let mut open: BTreeMap<RecordId, RecordId> = open_by_record(office, &origin);
    let mut count = office.workspaces().of(&origin).open_drafts().len();
    let (mut told, mut begun) = (Vec::new(), Vec::new());
    for leaf in proposals {
        let words = match countered(office, seat, leaf, &open) {
            Ok(_) if count >= DRAFTS_MAX => Err(DraftRefusal::TooMany.into()),
            Ok(words) => Ok(words),
            Err(NotDone::Refused(refusal)) => Err(refusal),
            Err(NotDone::Failed(failure)) => return Err(NotDone::Failed(failure)),
        };
        told.push(words.map(|words| {
            let id = fresh_id(by);
            open.insert(words.record.id.clone(), id.clone());
            count += 1;
            begun.push((id.clone(), words));
            id
        }));
    }
    if !begun.is_empty() {
        let written = write_all(office, &origin, by, |draft| {
            let words = begun.iter();
            Ok(words.map(|(id, it)| drafted(draft, id, &it.record, it.corrects)).collect())
        });
        written.map_err(|it| it.map(CounterRefusal::Draft))?;
    }
    Ok(told)
}

/// Why no draft could begin with the words of a proposal now; none if it could.
pub fn hindrance_to_counter(
    office: &Office,
    seat: &Seat,
    proposal: &str,
) -> Result<Option<CounterRefusal>, Failure> {
    let Some(origin) = workspace_origin(office, seat)? else {
        return Ok(Some(DraftRefusal::NoPartnership(seat.partnership.clone()).into()));
    };
    match countered(office, seat, proposal, &open_by_record(office, &origin)) {
        Ok(_words) => Ok(None),
        Err(NotDone::Refused(refusal)) => Ok(Some(refusal)),
        Err(NotDone::Failed(failure)) => Err(failure),
    }
}

/// The open drafts of a side by their records.
fn open_by_record(office: &Office, origin: &str) -> BTreeMap<RecordId, RecordId> {
    let workspace = office.workspaces().of(origin);
    let open = workspace.open_drafts().into_iter();
    open.map(|draft| (draft.record.clone(), draft.id.clone())).collect()
}

/// The words of a proposal that a draft of one's own may begin with.
fn countered(
    office: &Office,
    seat: &Seat,
    leaf: &str,
    open: &BTreeMap<RecordId, RecordId>,
) -> Result<Proposed, NotDone<CounterRefusal>> {
    let row = office.register().view(|view| agreement::answerable(view, leaf, &seat.voice));
    let row = row.map_err(|it| it.map(CounterRefusal::Answer))?;
    if row.partnership != seat.partnership {
        return Err(NotDone::Refused(AnswerRefusal::NotFound.into()));
    }
    if let Some(draft) = open.get(&row.record) {
        return Err(NotDone::Refused(CounterRefusal::Drafted(draft.clone())));
    }
    let words = agreement::opened(office, &row)?;
    let unreadable = || NotDone::Refused(AnswerRefusal::Unreadable.into());
    let mut words = words.filter(|words| words.is_whole).ok_or_else(unreadable)?;
    if !words.corrects {
        // What was wrong before is no part of what amends it.
        words.record.texts.remove(&Role::Correction);
    }
    Ok(words)
}

/// Writes a draft again. `seen` is how often it had been written when its author last read it.
pub fn save(
    office: &Office,
    seat: &Seat,
    id: &RecordId,
    record: &Record,
    seen: usize,
    by: &mut By<'_>,
) -> Result<(), NotDone<DraftRefusal>> {
    must(office, by, Action::Draft, seat)?;
    let _writing = office.write_workspace();
    let (origin, row) = open_draft(office, seat, id)?;
    if row.saves.len() != seen {
        return Err(NotDone::Refused(DraftRefusal::Meanwhile));
    }
    if row.saves.len() >= SAVES_MAX {
        return Err(NotDone::Refused(DraftRefusal::TooMany));
    }
    write(office, &origin, by, |draft| Ok(drafted(draft, id, record, row.corrects)))
}

/// Puts a draft away. It stays in the workspace, and nobody writes it any more.
pub fn discard(
    office: &Office,
    seat: &Seat,
    id: &RecordId,
    by: &mut By<'_>,
) -> Result<(), NotDone<DraftRefusal>> {
    must(office, by, Action::Draft, seat)?;
    let _writing = office.write_workspace();
    let (origin, _) = open_draft(office, seat, id)?;
    close(office, &origin, id, None, by)
}

/// Composes the proposal of what a draft says in all three languages.
pub fn compose_draft(
    office: &Office,
    seat: &Seat,
    id: &RecordId,
    differences_are_meant: bool,
    role: &str,
    by: &mut By<'_>,
) -> Result<Composed, NotDone<ProposeDraftRefusal>> {
    let (origin, row) = open_draft(office, seat, id).map_err(of_draft)?;
    let mut record = drafted_record(office, &row)?
        .ok_or(NotDone::Refused(ProposeDraftRefusal::Draft(DraftRefusal::NotFound)))?;
    // Whoever reads a document that was received reads it whole: its text goes along, and its bytes.
    let received = documents::received(office, &origin, &mut record)?;
    check_correction(&row, &record)
        .map_err(|refusal| NotDone::Refused(ProposeDraftRefusal::Propose(refusal)))?;
    let offer = Offer {
        partnership: &seat.partnership,
        record: &record,
        authentic: &Language::ALL,
        differences_are_meant,
    };
    let mandate = Mandate { voice: &seat.voice, role };
    compose_proposal(office, &offer, mandate, by)
        .map(|composed| Composed { documents: received.into_iter().collect(), ..composed })
        .map_err(|not_done| not_done.map(ProposeDraftRefusal::Propose))
}

/// Puts a draft away that was proposed. A crash before this leaves the draft beside its proposal: it
/// can be discarded.
pub fn put_away(
    office: &Office,
    seat: &Seat,
    id: &RecordId,
    proposal: &str,
    by: &mut By<'_>,
) -> Result<(), NotDone<DraftRefusal>> {
    let _writing = office.write_workspace();
    let (origin, _) = open_draft(office, seat, id)?;
    close(office, &origin, id, Some(proposal.to_owned()), by)
}

/// Says something about a draft or a proposal to one's own side, and to somebody of it in
/// particular.
pub fn comment(
    office: &Office,
    seat: &Seat,
    about: &str,
    said: &str,
    to: Option<&str>,
    by: &mut By<'_>,
) -> Result<(), NotDone<DraftRefusal>> {
    must(office, by, Action::Comment, seat)?;
    let _writing = office.write_workspace();
    must_be_of_side(office, seat, to)?;
    let origin = known_origin(office, seat)?;
    let said = said.trim();
    if said.is_empty() {
        return Err(NotDone::Refused(DraftRefusal::Empty));
    }
    if said.chars().count() > COMMENT_CHARS_MAX {
        return Err(NotDone::Refused(DraftRefusal::TooLong));
    }
    hygiene::check(said).map_err(|unclean| NotDone::Refused(DraftRefusal::Unclean(unclean)))?;
    write(office, &origin, by, |draft| {
        let content = ContentPart {
            role: COMMENT.to_owned(),
            language: None,
            media: "text/plain",
            bytes: said.as_bytes().to_vec(),
        };
        let parts = draft.parts(vec![content]);
        let (account, at) = (draft.by.account.to_owned(), draft.by.at);
        let (about, to) = (about.to_owned(), to.map(str::to_owned));
        Ok(WorkspaceAct::Comment(Comment { account, at, about, to, parts }))
    })
}

/// Gives a draft to somebody of the side to go on with, or to nobody.
pub fn assign(
    office: &Office,
    seat: &Seat,
    id: &RecordId,
    to: Option<&str>,
    by: &mut By<'_>,
) -> Result<(), NotDone<DraftRefusal>> {
    must(office, by, Action::Draft, seat)?;
    let _writing = office.write_workspace();
    must_be_of_side(office, seat, to)?;
    let (origin, row) = open_draft(office, seat, id)?;
    if row.assigned.as_deref() == to {
        return Ok(());
    }
    write(office, &origin, by, |draft| {
        let (account, at) = (draft.by.account.to_owned(), draft.by.at);
        let (id, to) = (id.clone(), to.map(str::to_owned));
        Ok(WorkspaceAct::Assign(Assign { account, at, draft: id, to }))
    })
}

/// Says that one has done with what a comment told, which is known by its place in the journal.
pub fn tick(
    office: &Office,
    seat: &Seat,
    comment: u64,
    by: &mut By<'_>,
) -> Result<(), NotDone<DraftRefusal>> {
    must(office, by, Action::Comment, seat)?;
    let _writing = office.write_workspace();
    let origin = known_origin(office, seat)?;
    let workspace = office.workspaces().of(&origin);
    if workspace.told(by.account).iter().all(|(_, row)| row.entry != comment) {
        return Err(NotDone::Refused(DraftRefusal::NotFound));
    }
    write(office, &origin, by, |draft| {
        let (account, at) = (draft.by.account.to_owned(), draft.by.at);
        Ok(WorkspaceAct::Tick(Tick { account, at, comment }))
    })
}

/// The people of a side: those with an open account that sees its workspace.
pub fn of_side(office: &Office, seat: &Seat) -> Vec<AccountId> {
    let people = office.house().people();
    let is_of_side = |it: &&Account| {
        it.is_open() && it.may(Action::SeeWorkspace, &seat.partnership, &seat.voice)
    };
    people.accounts().filter(is_of_side).map(|account| account.id.clone()).collect()
}

fn must_be_of_side(
    office: &Office,
    seat: &Seat,
    id: Option<&str>,
) -> Result<(), NotDone<DraftRefusal>> {
    let Some(id) = id else { return Ok(()) };
    if of_side(office, seat).iter().any(|account| account.as_str() == id) {
        return Ok(());
    }
    Err(NotDone::Refused(DraftRefusal::NotOfSide(id.to_owned())))
}

/// Whether a draft could be proposed as it is: whole in all languages, which say the same, and
/// something would change.
pub fn is_ready(office: &Office, seat: &Seat, row: &DraftRow) -> Result<bool, Failure> {
    Ok(hindrance(office, seat, row)?.is_none())
}

/// Why a draft could not be proposed as it is; none if it could.
pub fn hindrance(
    office: &Office,
    seat: &Seat,
    row: &DraftRow,
) -> Result<Option<ProposeDraftRefusal>, Failure> {
    let Some(record) = drafted_record(office, row)? else {
        return Ok(Some(DraftRefusal::NotFound.into()));
    };
    if let Err(refusal) = check_correction(row, &record) {
        return Ok(Some(refusal.into()));
    }
    let offer = Offer {
        partnership: &seat.partnership,
        record: &record,
        authentic: &Language::ALL,
        differences_are_meant: false,
    };
    match agreement::check(office, &offer, &seat.voice) {
        Ok(_base) => Ok(None),
        Err(NotDone::Refused(refusal)) => Ok(Some(refusal.into())),
        Err(NotDone::Failed(failure)) => Err(failure),
    }
}

/// What a draft says, as it was written last; none where it cannot be read.
pub fn drafted_record(office: &Office, row: &DraftRow) -> Result<Option<Record>, Failure> {
    match row.last() {
        Some(save) => saved_record(office, &row.record, save),
        None => Ok(None),
    }
}

/// What a draft said when it was written so.
pub fn saved_record(
    office: &Office,
    record: &RecordId,
    save: &SaveRow,
) -> Result<Option<Record>, Failure> {
    let mut held = Vec::new();
    for part in &save.parts {
        let language = part.language.as_deref().and_then(|tag| Language::parse(tag).ok());
        if let Some(bytes) = office.part_bytes(part)? {
            held.push((part.role.clone(), language, bytes));
        }
    }
    let parts = held.iter().map(|(role, language, bytes)| (&**role, *language, &**bytes));
    Ok(decode_record(record, parts).ok())
}

/// What a comment says; none where it was erased.
pub fn comment_text(office: &Office, row: &CommentRow) -> Result<Option<String>, Failure> {
    Ok(office.part_bytes(&row.part)?.and_then(|bytes| String::from_utf8(bytes).ok()))
}

/// A draft that corrects says what was wrong.
fn check_correction(row: &DraftRow, record: &Record) -> Result<(), ProposeRefusal> {
    if row.corrects && !record.texts.contains_key(&Role::Correction) {
        let (role, language) = (Role::Correction, Language::English);
        return Err(ProposeRefusal::Missing { role, language });
    }
    Ok(())
}

fn of_draft(not_done: NotDone<DraftRefusal>) -> NotDone<ProposeDraftRefusal> {
    not_done.map(ProposeDraftRefusal::Draft)
}

pub(crate) fn must(
    office: &Office,
    by: &By<'_>,
    action: Action,
    seat: &Seat,
) -> Result<(), NotDone<DraftRefusal>> {
    if may(office, by, action, &seat.partnership, &seat.voice) {
        return Ok(());
    }
    Err(NotDone::Refused(DraftRefusal::NotAllowed))
}

pub(crate) fn known_origin(office: &Office, seat: &Seat) -> Result<String, NotDone<DraftRefusal>> {
    let unknown = || DraftRefusal::NoPartnership(seat.partnership.clone());
    workspace_origin(office, seat)?.ok_or_else(|| NotDone::Refused(unknown()))
}

pub(crate) fn open_draft(
    office: &Office,
    seat: &Seat,
    id: &RecordId,
) -> Result<(String, DraftRow), NotDone<DraftRefusal>> {
    let origin = known_origin(office, seat)?;
    let row = office.workspaces().of(&origin).draft(id).cloned();
    let row = row.ok_or(NotDone::Refused(DraftRefusal::NotFound))?;
    if row.closed.is_some() {
        return Err(NotDone::Refused(DraftRefusal::Closed));
    }
    Ok((origin, row))
}

pub(crate) fn drafted(
    draft: &mut Draft<'_, '_>,
    id: &RecordId,
    record: &Record,
    corrects: bool,
) -> WorkspaceAct {
    let parts = draft.parts(encode_record(record));
    WorkspaceAct::Draft(DraftAct {
        account: draft.by.account.to_owned(),
        at: draft.by.at,
        draft: id.clone(),
        record: record.id.clone(),
        kind: record.kind(),
        correct: corrects.then(|| AB_INITIO.to_owned()),
        parts,
    })
}

fn close(
    office: &Office,
    origin: &str,
    id: &RecordId,
    proposal: Option<String>,
    by: &mut By<'_>,
) -> Result<(), NotDone<DraftRefusal>> {
    write(office, origin, by, |draft| Ok(closing(draft, id, proposal)))
}

pub(crate) fn closing(
    draft: &Draft<'_, '_>,
    id: &RecordId,
    proposal: Option<String>,
) -> WorkspaceAct {
    let (account, at) = (draft.by.account.to_owned(), draft.by.at);
    WorkspaceAct::Close(Close { account, at, draft: id.clone(), proposal })
}

/// Appends one act to a workspace journal.
pub(crate) fn write(
    office: &Office,
    origin: &str,
    by: &mut By<'_>,
    compose: impl FnOnce(&mut Draft<'_, '_>) -> Result<WorkspaceAct, Failure>,
) -> Result<(), NotDone<DraftRefusal>> {
    write_all(office, origin, by, |draft| Ok(vec![compose(draft)?]))
}

/// Appends acts to a workspace journal, all or none, follows it, and erases what it says is kept no more.
pub(crate) fn write_all(
    office: &Office,
    origin: &str,
    by: &mut By<'_>,
    compose: impl FnOnce(&mut Draft<'_, '_>) -> Result<Vec<WorkspaceAct>, Failure>,
) -> Result<(), NotDone<DraftRefusal>> {
    office.ledger().found(origin, &(by.chance)())?;
    let expected = office.ground().head(origin)?.unwrap_or(Head::EMPTY);
    let gone_before = office.workspaces().of(origin).gone().len();
    let mut draft = Draft::new(by);
    for act in compose(&mut draft)? {
        draft.workspace(&act)?;
    }
    // A crash before this is done leaves nothing of it, after it all of it.
    draft.append(office.ledger(), origin, expected)?;
    office.workspaces().follow(office.ground(), origin)?;
    // A crash from here leaves what should be gone; opening the office erases it.
    for part in office.workspaces().of(origin).gone().iter().skip(gone_before) {
        kept::erase_part(office, part)?;
    }
    Ok(())
}
