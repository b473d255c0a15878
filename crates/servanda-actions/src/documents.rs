//! Documents that a side receives, read once, and what it decides about the findings in them.
//!
//! Never: reads bytes. A reader does, and its reading is given here; nor publishes anything: what is
//! taken up is a draft like any other, and the document's own record is one too.
//!
//! Words: to *take up* a finding is to begin a draft that rests on its passage.

mod deciding;
mod relating;
mod stating;

use std::collections::BTreeSet;

use servanda_entry::content::ContentPart;
use servanda_entry::workspace::{PutAway, RECEIVED, Receive, WorkspaceAct};
use servanda_entry::{decode_reading, encode_reading};
use servanda_model::hygiene;
use servanda_model::reading::{CHOSEN_CHARS_MAX, Finding, NotAPlace};
use servanda_model::record::{BlockForm, Document};
use servanda_model::{Action, Facts, FindingPlace, Kind, Multilingual, Reading, Record, RecordId};
use servanda_model::{Role, Seat};
use servanda_register::{DocumentRow, RegisterError, Workspace};
use servanda_store::DocumentDraft;
use sha2::{Digest, Sha256};

pub use deciding::{DECIDED_TOGETHER_MAX, Decision, Outcome, SourceOf, decide};
pub use relating::{RelateOutcome, Relating, compared, relate};
pub use servanda_register::{Decided, DecisionRow, Related, RelatedRow, SuccessionRow, Why};
pub use stating::{StateRefusal, hindrance_to_state, state};

use crate::drafts::{self, DraftRefusal, drafted, drafted_record, fresh_id, known_origin};
use crate::{By, Failure, NotDone, Office};

/// Documents of one voice that are in its workspace at a time.
pub const DOCUMENTS_MAX: usize = 200;
/// Bytes of a document that is received.
pub const ORIGINAL_BYTES_MAX: usize = 32 * 1_024 * 1_024;
/// Findings of one document that are kept.
pub const FINDINGS_MAX: usize = 5_000;
/// Decisions about the findings of one document.
pub const DECISIONS_MAX: usize = 50_000;
/// Characters of the name of a file; of a longer one the last.
pub const FILE_NAME_CHARS_MAX: usize = 200;
/// Characters of the title that a document is given at first.
const TITLE_CHARS_MAX: usize = 300;

/// Why nothing was received or decided.
#[derive(Debug, PartialEq, Eq, thiserror::Error)]
pub enum DocumentRefusal {
    /// The workspace or a draft in it refuses.
    #[error(transparent)]
    Draft(#[from] DraftRefusal),
    /// There is no such document in the workspace.
    #[error("there is no such document in this workspace")]
    NotFound,
    /// There are too many.
    #[error("there are {DOCUMENTS_MAX} documents already; put some away")]
    TooMany,
    /// It is too large.
    #[error("the document has {0} bytes; {ORIGINAL_BYTES_MAX} at most are kept")]
    TooLarge(usize),
    /// There is nothing in it.
    #[error("the document has no text")]
    Empty,
    /// The reader found nothing of the sort at this place.
    #[error("'{0}' is no finding of this document")]
    NoFinding(String),
    /// The passage of a finding cannot be told apart from others by its words.
    #[error("the words of '{0}' stand in the document more than once and cannot be told apart")]
    NoPassage(FindingPlace),
    /// The draft or record that it is to be a source of is not there.
    #[error("what it is to be a source of is not there")]
    NoTarget,
    /// What it became lies before the other side, or is agreed.
    #[error("what it became is proposed already; withdraw the proposal first")]
    Proposed,
    /// Too much was decided.
    #[error("{DECIDED_TOGETHER_MAX} findings at once, and {DECISIONS_MAX} times in all, at most")]
    TooOften,
    /// A document is compared with itself.
    #[error("a document is compared with another one")]
    Same,
    /// Drafts rest on it.
    #[error("{0} drafts rest on the document; discard them first")]
    InUse(usize),
}

impl From<NotAPlace> for DocumentRefusal {
    fn from(not_a_place: NotAPlace) -> Self {
        Self::NoFinding(not_a_place.0)
    }
}

/// A document as somebody dropped it in, with what a reader made of it.
#[derive(Debug, Clone, Copy)]
pub struct Arrived<'a> {
    /// The name of its file.
    pub name: &'a str,
    /// Its bytes.
    pub bytes: &'a [u8],
    /// What was read from them.
    pub reading: &'a Reading,
}

/// Keeps a document in the workspace of a voice, for that voice alone. Returns what it is known by
/// there. Where the register holds no record of these bytes yet, a draft of one begins with it.
pub fn receive(
    office: &Office,
    seat: &Seat,
    arrived: Arrived<'_>,
    by: &mut By<'_>,
) -> Result<RecordId, NotDone<DocumentRefusal>> {
    drafts::must(office, by, Action::Draft, seat).map_err(of_draft)?;
    check(arrived).map_err(NotDone::Refused)?;
    let _writing = office.write_workspace();
    let origin = known_origin(office, seat).map_err(of_draft)?;
    let workspace = office.workspaces().of(&origin);
    if let Some(known) = known_in(office, &workspace, arrived.bytes)? {
        return Ok(known);
    }
    if workspace.documents().len() >= DOCUMENTS_MAX {
        return Err(NotDone::Refused(DocumentRefusal::TooMany));
    }
    if workspace.open_drafts().len() >= drafts::DRAFTS_MAX {
        return Err(NotDone::Refused(DraftRefusal::TooMany.into()));
    }
    let held = held_with(office, seat, &digest_of(arrived.bytes))?;
    let (id, draft_id, fresh) = (fresh_id(by), fresh_id(by), fresh_id(by));
    let is_new = held.is_none();
    let record = held.unwrap_or(fresh);
    drafts::write_all(office, &origin, by, |draft| {
        let parts = draft.parts(received_parts(arrived));
        let (account, at) = (draft.by.account.to_owned(), draft.by.at);
        let (document, of) = (id.clone(), record.clone());
        let mut acts =
            vec![WorkspaceAct::Receive(Receive { account, at, document, record: of, parts })];
        if is_new {
            let record = record_of(arrived, &record);
            acts.push(drafted(draft, &draft_id, &record, false));
        }
        Ok(acts)
    })
    .map_err(of_draft)?;
    Ok(id)
}

fn check(arrived: Arrived<'_>) -> Result<(), DocumentRefusal> {
    let Arrived { bytes, reading, .. } = arrived;
    if bytes.len() > ORIGINAL_BYTES_MAX {
        return Err(DocumentRefusal::TooLarge(bytes.len()));
    }
    if reading.text.trim().is_empty() {
        return Err(DocumentRefusal::Empty);
    }
    if reading.findings.len() > FINDINGS_MAX {
        return Err(DocumentRefusal::TooOften);
    }
    Ok(())
}

/// The document of a workspace that has these bytes, so that nobody reads it twice.
pub fn known(
    office: &Office,
    seat: &Seat,
    bytes: &[u8],
) -> Result<Option<RecordId>, NotDone<DocumentRefusal>> {
    let origin = known_origin(office, seat).map_err(of_draft)?;
    Ok(known_in(office, &office.workspaces().of(&origin), bytes)?)
}

fn known_in(
    office: &Office,
    workspace: &Workspace,
    bytes: &[u8],
) -> Result<Option<RecordId>, Failure> {
    let digest = digest_of(bytes);
    for row in workspace.documents() {
        let facts = facts_of(office, workspace, row)?;
        if facts.and_then(|facts| facts.digest).as_ref() == Some(&digest) {
            return Ok(Some(row.id.clone()));
        }
    }
    Ok(None)
}

/// The facts of the record of a document that was received: as drafted, or else as the register holds it.
pub fn facts_of(
    office: &Office,
    workspace: &Workspace,
    row: &DocumentRow,
) -> Result<Option<Document>, Failure> {
    let drafted = match workspace.draft_of(&row.record) {
        Some(draft) => drafted_record(office, draft)?,
        None => office
            .register()
            .view(|view| Ok::<_, RegisterError>(view.find(&row.record)?.map(|held| held.record)))?,
    };
    let facts = drafted.map(|record| record.facts);
    Ok(if let Some(Facts::Document(document)) = facts { Some(document) } else { None })
}

/// The record of a document with this digest that the register holds for the partnership.
fn held_with(office: &Office, seat: &Seat, digest: &str) -> Result<Option<RecordId>, Failure> {
    let held = office.register().view(|view| view.of_kind(&seat.partnership, Kind::Document))?;
    let found = held.into_iter().find(|held| {
        matches!(&held.record.facts, Facts::Document(it) if it.digest.as_deref() == Some(digest))
    });
    Ok(found.map(|held| held.record.id))
}

fn received_parts(arrived: Arrived<'_>) -> Vec<ContentPart> {
    let Arrived { name, bytes, reading } = arrived;
    let [file_name, original, read, text] = RECEIVED.map(str::to_owned);
    let part = |role, media, bytes| ContentPart { role, language: None, media, bytes };
    vec![
        part(file_name, "text/plain", file_name_of(name).into_bytes()),
        part(original, "application/octet-stream", bytes.to_vec()),
        part(read, "application/json", encode_reading(reading)),
        part(text, "text/plain", reading.text.clone().into_bytes()),
    ]
}

/// The name of a file without its folders and without characters that are not shown.
fn file_name_of(name: &str) -> String {
    let name = name.rsplit(['/', '\\']).next().unwrap_or_default();
    let shown: Vec<char> =
        name.chars().filter(|c| hygiene::check(&c.to_string()).is_ok()).collect();
    let first = shown.len().saturating_sub(FILE_NAME_CHARS_MAX);
    shown.into_iter().skip(first).collect::<String>().trim().to_owned()
}

/// The record of a document as it is drafted first: its highest heading, or a heading that it begins with,
/// or else the name of its file, is its title in the language that it is written in.
fn record_of(arrived: Arrived<'_>, id: &RecordId) -> Record {
    let Arrived { name, bytes, reading } = arrived;
    let outline = &reading.outline;
    let begins = outline
        .first()
        .filter(|block| matches!(block.form, BlockForm::Heading2 | BlockForm::Heading3));
    let heading = outline.iter().find(|block| block.form == BlockForm::Heading1).or(begins);
    let words = heading.map_or_else(String::new, |block| {
        let length = block.end.saturating_sub(block.start).min(TITLE_CHARS_MAX);
        reading.text.chars().skip(block.start).take(length).collect()
    });
    let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
    let is_said = !words.is_empty() && hygiene::check(&words).is_ok();
    let title = if is_said { words } else { file_name_of(name) };
    let mut text = Multilingual::default();
    text.insert(Some(reading.language), title);
    Record {
        id: id.clone(),
        texts: std::iter::once((Role::Title, text)).collect(),
        facts: Facts::Document(Document {
            digest: Some(digest_of(bytes)),
            media_type: reading.media_type.clone(),
            language: reading.language,
            address: None,
            published: reading.date,
            outline: reading.outline.clone(),
        }),
        sources: Vec::new(),
    }
}

fn digest_of(bytes: &[u8]) -> String {
    servanda_entry::act::hex(&Sha256::digest(bytes))
}

/// A document of a workspace with what was read from it.
#[derive(Debug, Clone)]
pub struct Opened {
    /// The name of its file.
    pub name: String,
    /// What was read.
    pub reading: Reading,
}

/// What a document that was received says, with the passages that people chose and that were taken up;
/// none where a part of it is gone.
pub fn opened(office: &Office, row: &DocumentRow) -> Result<Option<Opened>, Failure> {
    let [file_name, _original, read, text] = RECEIVED;
    let said = |role: &str| {
        let bytes = part(office, row, role)?;
        Ok::<_, Failure>(bytes.and_then(|bytes| String::from_utf8(bytes).ok()))
    };
    let (Some(name), Some(text)) = (said(file_name)?, said(text)?) else { return Ok(None) };
    let Some(bytes) = part(office, row, read)? else { return Ok(None) };
    let Ok(mut reading) = decode_reading(&bytes, text) else { return Ok(None) };
    let found: BTreeSet<FindingPlace> = reading.findings.iter().map(|it| it.place).collect();
    let length = reading.text.chars().count();
    let holds = |place| row.last(place).is_some_and(|last| last.decided != Decided::Undone);
    let fits =
        |place: &FindingPlace| place.end <= length && place.end - place.start <= CHOSEN_CHARS_MAX;
    let chosen = row.touched().filter(|place| !found.contains(place) && fits(place));
    let chosen = chosen.filter(|place| holds(*place));
    let language = reading.language;
    reading.findings.extend(chosen.map(|place| Finding::by_hand(*place, language)));
    reading.findings.sort_by_key(|finding| finding.place.start);
    Ok(Some(Opened { name, reading }))
}

/// The name of the file of a document that was received; none where it is gone.
pub fn name_of(office: &Office, row: &DocumentRow) -> Result<Option<String>, Failure> {
    let [file_name, ..] = RECEIVED;
    Ok(part(office, row, file_name)?.and_then(|bytes| String::from_utf8(bytes).ok()))
}

/// A document as it was received; none where it is gone.
pub fn original(office: &Office, row: &DocumentRow) -> Result<Option<Vec<u8>>, Failure> {
    let [_file_name, original, ..] = RECEIVED;
    part(office, row, original)
}

/// What somebody said about a decision; none where they said nothing.
pub fn said_of(office: &Office, row: &DecisionRow) -> Result<Option<String>, Failure> {
    let Some(part) = row.said() else { return Ok(None) };
    Ok(office.part_bytes(part)?.and_then(|bytes| String::from_utf8(bytes).ok()))
}

fn part(office: &Office, row: &DocumentRow, role: &str) -> Result<Option<Vec<u8>>, Failure> {
    match row.part(role) {
        Some(part) => office.part_bytes(part),
        None => Ok(None),
    }
}

/// Gives the record of a document that was received its text, and says what is published with it. None
/// for any other record.
pub(crate) fn received(
    office: &Office,
    origin: &str,
    record: &mut Record,
) -> Result<Option<DocumentDraft>, Failure> {
    let Facts::Document(facts) = &record.facts else { return Ok(None) };
    let workspace = office.workspaces().of(origin);
    let Some(row) = workspace.document_of(&record.id) else { return Ok(None) };
    let Some(opened) = opened(office, row)? else { return Ok(None) };
    let Some(bytes) = original(office, row)? else { return Ok(None) };
    let draft = DocumentDraft { media_type: facts.media_type.clone(), bytes };
    record.texts.insert(Role::Text, Multilingual::universal(opened.reading.text));
    Ok(Some(draft))
}

/// The drafts that make up what came of a document and is still to be proposed: its own record first,
/// then what was taken up from it.
pub fn lot(
    office: &Office,
    seat: &Seat,
    document: &RecordId,
) -> Result<Vec<RecordId>, NotDone<DocumentRefusal>> {
    let origin = known_origin(office, seat).map_err(of_draft)?;
    let workspace = office.workspaces().of(&origin);
    let row = workspace.document(document).ok_or(NotDone::Refused(DocumentRefusal::NotFound))?;
    let mut lot: Vec<RecordId> = Vec::new();
    let is_open = |id: &RecordId| workspace.draft(id).is_some_and(|it| it.closed.is_none());
    let own = workspace.open_draft_of(&row.record).map(|draft| draft.id.clone());
    lot.extend(own);
    for finding in row.touched() {
        let draft = workspace.decided(row, finding).and_then(|it| it.decided.draft());
        lot.extend(draft.filter(|id| is_open(id) && !lot.contains(id)).cloned());
    }
    Ok(lot)
}

/// Some drafts, and before each the drafts of the documents that it rests on and that nobody else has
/// read yet: whoever reads what is proposed must be able to read what it rests on.
pub fn with_documents(
    office: &Office,
    seat: &Seat,
    drafts: Vec<RecordId>,
) -> Result<Vec<RecordId>, NotDone<DocumentRefusal>> {
    let origin = known_origin(office, seat).map_err(of_draft)?;
    let workspace = office.workspaces().of(&origin);
    let mut whole: Vec<RecordId> = Vec::new();
    for id in drafts {
        let record = match workspace.draft(&id) {
            Some(draft) => drafted_record(office, draft)?,
            None => None,
        };
        let sources = record.map(|record| record.sources).unwrap_or_default();
        let documents = sources.iter().filter_map(|it| workspace.open_draft_of(&it.document));
        let documents: Vec<RecordId> = documents.map(|draft| draft.id.clone()).collect();
        for id in documents.into_iter().chain([id]) {
            if !whole.contains(&id) {
                whole.push(id);
            }
        }
    }
    Ok(whole)
}

/// Puts a document away on which no draft rests: its bytes, its text and what was read from it are
/// erased.
pub fn put_away(
    office: &Office,
    seat: &Seat,
    document: &RecordId,
    by: &mut By<'_>,
) -> Result<(), NotDone<DocumentRefusal>> {
    drafts::must(office, by, Action::Draft, seat).map_err(of_draft)?;
    let _writing = office.write_workspace();
    let origin = known_origin(office, seat).map_err(of_draft)?;
    let workspace = office.workspaces().of(&origin);
    let row = workspace.document(document).ok_or(NotDone::Refused(DocumentRefusal::NotFound))?;
    let own = workspace.open_draft_of(&row.record).map(|draft| draft.id.clone());
    let mut resting = 0;
    for draft in workspace.open_drafts().into_iter().filter(|it| Some(&it.id) != own.as_ref()) {
        let record = drafted_record(office, draft)?;
        let rests = |record: Record| record.sources.iter().any(|it| it.document == row.record);
        resting += usize::from(record.is_some_and(rests));
    }
    if resting > 0 {
        return Err(NotDone::Refused(DocumentRefusal::InUse(resting)));
    }
    drafts::write_all(office, &origin, by, |draft| {
        let (account, at) = (draft.by.account.to_owned(), draft.by.at);
        let away = PutAway { account, at, document: document.clone() };
        let own = own.map(|id| drafts::closing(draft, &id, None));
        Ok(own.into_iter().chain([WorkspaceAct::PutAway(away)]).collect())
    })
    .map_err(of_draft)
}

/// A document of a workspace, by what it is known by there.
pub fn find(
    office: &Office,
    seat: &Seat,
    document: &RecordId,
) -> Result<Option<(std::sync::Arc<Workspace>, DocumentRow)>, Failure> {
    let Some(origin) = drafts::workspace_origin(office, seat)? else { return Ok(None) };
    let workspace = office.workspaces().of(&origin);
    let row = workspace.document(document).cloned();
    Ok(row.map(|row| (workspace, row)))
}

fn of_draft(not_done: NotDone<DraftRefusal>) -> NotDone<DocumentRefusal> {
    not_done.map(DocumentRefusal::Draft)
}
