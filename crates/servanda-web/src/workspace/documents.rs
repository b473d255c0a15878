//! The documents that a side has received: dropped in here, read once, and gone through finding by
//! finding.

use std::sync::Arc;

use askama::Template;
use axum::extract::{DefaultBodyLimit, Path};
use axum::response::Response;
use axum::routing::{MethodRouter, get};
use jiff::civil::Date;
use servanda_actions::documents::{
    self, Arrived, DocumentRefusal, ORIGINAL_BYTES_MAX, Opened, facts_of, name_of, opened,
};
use servanda_actions::drafts::workspace_origin;
use servanda_model::{Action, RecordId, Seat, When};
use servanda_register::{DocumentRow, View, Workspace};

use super::draft::frame;
use super::field::{FormField, ToMend};
use super::reply::{Reply, answer};
use super::side::account_name;
use super::signed_in::SignedIn;
use super::upload::{DAY_FIELD, Dropped, FILE_FIELD, File, NoFile, UPLOAD_BYTES_MAX};
use super::visit::{Sent, Visit};
use super::{private, private_form, told, view};
use crate::answer::PageError;
use crate::block::{Link, Names, Row};
use crate::fields::Fields;
use crate::frame::Frame;
use crate::locale::Locale;
use crate::reader::{NotRead, Reader};
use crate::routes;
use crate::site::Desk;

const MEBIBYTE: usize = 1_024 * 1_024;

/// The page of the documents of a side.
#[derive(Debug, Template)]
#[template(path = "workspace/documents.html")]
struct DocumentsPage {
    frame: Frame,
    notice: Option<String>,
    to_mend: Vec<ToMend>,
    /// Where a document is sent; none where none are read, or for whoever may not.
    send: Option<Picker>,
    rows: Vec<Row>,
}

/// The form that a document is sent with.
#[derive(Debug)]
struct Picker {
    action: String,
    field: &'static str,
    /// The ends of the names of files that are read, as the picker of a browser takes them.
    accepted: String,
    hint: String,
    /// What is to be mended of the file.
    error: Option<String>,
    /// The day that it is of, for a document that does not say it.
    day: FormField,
}

/// A document at an address, for somebody who may see it.
pub(crate) struct Found {
    pub(crate) seat: Seat,
    pub(crate) workspace: Arc<Workspace>,
    pub(crate) row: DocumentRow,
    pub(crate) opened: Opened,
}

pub(crate) fn find(desk: &Desk, who: &SignedIn, seat: Seat, id: &str) -> Result<Found, PageError> {
    who.must(Action::SeeWorkspace, &seat.partnership, &seat.voice)?;
    let id = RecordId::parse(id).map_err(|_not_an_id| PageError::NotFound)?;
    let found = documents::find(desk.site.office(), &seat, &id)?;
    let (workspace, row) = found.ok_or(PageError::NotFound)?;
    open(desk, seat, workspace, row)
}

/// Opens a document. It is of the day that its record says, or else of the one it says itself.
fn open(
    desk: &Desk,
    seat: Seat,
    workspace: Arc<Workspace>,
    row: DocumentRow,
) -> Result<Found, PageError> {
    let office = desk.site.office();
    let mut opened = opened(office, &row)?.ok_or(PageError::NotFound)?;
    let published = facts_of(office, &workspace, &row)?.and_then(|facts| facts.published);
    opened.reading.date = published.or(opened.reading.date);
    Ok(Found { seat, workspace, row, opened })
}

/// Another document of the same side, for somebody who may see one.
pub(crate) fn find_row(desk: &Desk, found: &Found, row: &DocumentRow) -> Result<Found, PageError> {
    open(desk, found.seat.clone(), Arc::clone(&found.workspace), row.clone())
}

/// The page of documents, which takes more than a form holds.
pub(crate) fn route() -> MethodRouter<Desk> {
    get(page).post(receive).layer(DefaultBodyLimit::max(UPLOAD_BYTES_MAX))
}

/// `GET /workspace/{partnership}/{voice}/documents`
async fn page(
    visit: Visit,
    Path((partnership, voice)): Path<(String, String)>,
    fields: Fields,
) -> Response {
    private(visit, move |desk, view, who| {
        let seat = Seat { partnership, voice };
        who.must(Action::SeeWorkspace, &seat.partnership, &seat.voice)?;
        let notice = fields.get("away").map(|_| desk.locale.say("documents-away"));
        let page = written(desk, view, who, &seat, notice, Typed::default())?;
        Ok(Reply::page(page).for_draft())
    })
    .await
}

/// `POST /workspace/{partnership}/{voice}/documents`
async fn receive(Path((partnership, voice)): Path<(String, String)>, dropped: Dropped) -> Response {
    let Dropped { visit: Visit { desk, uri, headers }, file, day } = dropped;
    answer(desk, uri, move |desk| {
        let who = SignedIn::of(desk, &headers).ok_or(PageError::SignedOut)?;
        let desk = &desk.read_by(&who.account);
        let seat = Seat { partnership, voice };
        who.must(Action::Draft, &seat.partnership, &seat.voice)?;
        let (field, what) = match (file, day_of(&day)) {
            (Err(NoFile::Error(error)), _) => return Err(error),
            (_, Err(NotADay)) => (DAY_FIELD, desk.locale.say("refused-day")),
            (Ok(file), Ok(day)) => match received(desk, &who, &seat, &file, day)? {
                Ok(id) => {
                    return Ok(Reply::elsewhere(desk, &routes::received_document(&seat, &id)));
                }
                Err(not_taken) => (FILE_FIELD, not_taken),
            },
            (Err(NoFile::Missing), Ok(_)) => (FILE_FIELD, desk.locale.say("not-read-missing")),
            (Err(NoFile::TooLarge), Ok(_)) => {
                (FILE_FIELD, not_read(desk.locale, &NotRead::TooLarge))
            }
        };
        let typed = Typed { day, to_mend: vec![ToMend { field: Some(field), what }] };
        let html = view(desk, |view| written(desk, view, &who, &seat, None, typed))?;
        Ok(Reply::mend(html).for_draft())
    })
    .await
}

/// What is typed for a day is none.
struct NotADay;

/// The day that was typed, if one was.
fn day_of(typed: &str) -> Result<Option<Date>, NotADay> {
    let typed = typed.trim();
    if typed.is_empty() {
        return Ok(None);
    }
    // Browsers send a day as entries write it; where they have no calendar people type it.
    let day = When::said(typed).and_then(|when| when.to_string().parse().ok());
    day.map(Some).ok_or(NotADay)
}

/// Reads a document and keeps it in the workspace; or says why not.
pub(crate) fn received(
    desk: &Desk,
    who: &SignedIn,
    seat: &Seat,
    file: &File,
    day: Option<Date>,
) -> Result<Result<RecordId, String>, PageError> {
    let (locale, office) = (desk.locale, desk.site.office());
    let Some(reader) = desk.site.reader() else { return Ok(Err(locale.say("not-read-here"))) };
    match told(documents::known(office, seat, &file.bytes))? {
        Ok(Some(known)) => return Ok(Ok(known)),
        Ok(None) => {}
        Err(refusal) => return Ok(Err(refused(locale, &refusal))),
    }
    let read = {
        let _one_at_a_time = desk.site.reading();
        reader.read(&file.name, &file.bytes, day)
    };
    let reading = match read {
        Ok(reading) => reading,
        Err(NotRead::Failed(failure)) => return Err(PageError::Failed(failure.into())),
        Err(NotRead::OtherFormat(_)) => {
            let formats = formats(locale, reader);
            let texts = [("formats", formats.as_str())];
            return Ok(Err(locale.say_about("not-read-other-format", &texts)));
        }
        Err(why) => return Ok(Err(not_read(locale, &why))),
    };
    let arrived = Arrived { name: &file.name, bytes: &file.bytes, reading: &reading };
    let kept =
        desk.site.growing(|| who.act(desk, |by| documents::receive(office, seat, arrived, by)));
    Ok(told(kept)?.map_err(|refusal| refused(locale, &refusal)))
}

/// `POST /workspace/{partnership}/{voice}/documents/{id}/put-away`
pub(crate) async fn put_away(
    Path((partnership, voice, id)): Path<(String, String, String)>,
    sent: Sent,
) -> Response {
    private_form(sent, move |desk, who, _fields| {
        let seat = Seat { partnership, voice };
        who.must(Action::Draft, &seat.partnership, &seat.voice)?;
        let id = RecordId::parse(&id).map_err(|_not_an_id| PageError::NotFound)?;
        let office = desk.site.office();
        let away = who.act(desk, |by| documents::put_away(office, &seat, &id, by));
        let path = routes::received(&seat);
        match told(away)? {
            Ok(()) => Ok(Reply::elsewhere(desk, &format!("{path}?away=yes"))),
            // What is not there any more is away.
            Err(DocumentRefusal::NotFound) => Ok(Reply::elsewhere(desk, &path)),
            Err(refusal) => {
                let what = refused(desk.locale, &refusal);
                let to_mend = vec![ToMend { field: None, what }];
                let typed = Typed { to_mend, ..Typed::default() };
                let html = view(desk, |view| written(desk, view, who, &seat, None, typed))?;
                Ok(Reply::mend(html).for_draft())
            }
        }
    })
    .await
}

/// What was typed into the form, and what is to be mended of it.
#[derive(Debug, Default)]
struct Typed {
    day: String,
    to_mend: Vec<ToMend>,
}

fn written(
    desk: &Desk,
    view: &View<'_>,
    who: &SignedIn,
    seat: &Seat,
    notice: Option<String>,
    typed: Typed,
) -> Result<String, PageError> {
    let Typed { day, to_mend } = typed;
    let locale = desk.locale;
    let of_file = to_mend.iter().find(|it| it.field == Some(FILE_FIELD));
    let error = of_file.map(|it| it.what.clone());
    let day = FormField {
        input: "date",
        value: day,
        ..FormField::text(locale, DAY_FIELD, "off", &Fields::default())
    };
    let day = day.with_hint(locale.say("field-dated-hint")).mended_by(&to_mend);
    let names = Names::new(view, locale, &seat.partnership);
    let path = routes::received(seat);
    let may_send = who.may(Action::Draft, &seat.partnership, &seat.voice);
    let size = locale.number(crate::block::count(ORIGINAL_BYTES_MAX / MEBIBYTE));
    let send = desk.site.reader().filter(|_| may_send).map(|reader| Picker {
        action: names.path(&path),
        field: FILE_FIELD,
        accepted: reader.endings().iter().map(|it| format!(".{it}")).collect::<Vec<_>>().join(","),
        hint: locale
            .say_about("documents-hint", &[("formats", &formats(locale, reader)), ("size", &size)]),
        error,
        day,
    });
    let page = DocumentsPage {
        frame: frame(desk, view, who, &names, seat, locale.say("documents-received"), path)?,
        notice,
        to_mend,
        send,
        rows: rows(desk, &names, seat)?,
    };
    Ok(page.render()?)
}

fn rows(desk: &Desk, names: &Names<'_>, seat: &Seat) -> Result<Vec<Row>, PageError> {
    let (locale, office) = (desk.locale, desk.site.office());
    let Some(origin) = workspace_origin(office, seat)? else { return Ok(Vec::new()) };
    let workspace = office.workspaces().of(&origin);
    let mut rows = Vec::new();
    for row in workspace.documents() {
        let name = name_of(office, row)?.unwrap_or_else(|| locale.say("erased"));
        let decided = row.touched().filter(|it| workspace.decided(row, it).is_some()).count();
        let decided = crate::block::count(decided);
        let mut details = vec![
            Link::plain(received_by(desk, row)),
            Link::plain(locale.say_count("documents-decided", decided)),
        ];
        let compare = names.path(&routes::successions(seat, &row.id));
        details.push(Link::to(locale.say("succession-compare"), compare));
        let href = names.path(&routes::received_document(seat, &row.id));
        rows.push(Row { title: Link::to(name, href), details, ..Row::default() });
    }
    Ok(rows)
}

/// Who received a document, when.
pub(crate) fn received_by(desk: &Desk, row: &DocumentRow) -> String {
    let (name, day) = (account_name(desk, &row.account), desk.locale.day_of(row.at));
    desk.locale.say_about("documents-received-by", &[("name", &name), ("date", &day)])
}

/// How many documents a side has received.
pub(crate) fn count(desk: &Desk, seat: &Seat) -> Result<usize, PageError> {
    let office = desk.site.office();
    let origin = workspace_origin(office, seat)?;
    Ok(origin.map_or(0, |origin| office.workspaces().of(&origin).documents().len()))
}

/// The formats that are read, in words: "PDF, DOCX or HTML".
fn formats(locale: &Locale, reader: &dyn Reader) -> String {
    let formats: Vec<String> = reader.endings().iter().map(|it| it.to_uppercase()).collect();
    locale.list(&formats)
}

/// Why a document is not read, and what to do.
fn not_read(locale: &Locale, why: &NotRead) -> String {
    let size = locale.number(crate::block::count(ORIGINAL_BYTES_MAX / MEBIBYTE));
    let code = match why {
        NotRead::Empty => "empty",
        NotRead::TooLarge => return locale.say_about("not-read-too-large", &[("size", &size)]),
        NotRead::Scanned => "scanned",
        NotRead::Protected => "protected",
        NotRead::Damaged | NotRead::OtherFormat(_) | NotRead::Failed(_) => "damaged",
        NotRead::TooLong => "too-long",
    };
    locale.say_code("not-read", code)
}

/// Why something is not done with a document or its findings, in the reader's words.
pub(crate) fn refused(locale: &Locale, refusal: &DocumentRefusal) -> String {
    let code = match refusal {
        DocumentRefusal::Draft(refusal) => return super::draft::refused(locale, refusal).what,
        DocumentRefusal::NotFound => "not-found",
        DocumentRefusal::TooMany => "too-many",
        DocumentRefusal::TooLarge(_) => return not_read(locale, &NotRead::TooLarge),
        DocumentRefusal::Empty => return not_read(locale, &NotRead::Empty),
        DocumentRefusal::NoFinding(_) => "no-finding",
        DocumentRefusal::NoPassage(_) => "no-passage",
        DocumentRefusal::NoTarget => "no-target",
        DocumentRefusal::Proposed => "proposed",
        DocumentRefusal::Same => return locale.say("succession-same"),
        DocumentRefusal::TooOften => "too-often",
        DocumentRefusal::InUse(count) => {
            return locale.say_count("refused-document-in-use", crate::block::count(*count));
        }
    };
    locale.say_code("refused-document", code)
}
