//! With which other document a document is compared: those that the side has received, and those of the
//! register that it has not read yet.

use askama::Template;
use axum::extract::Path;
use axum::response::Response;
use jiff::civil::Date;
use servanda_actions::documents::name_of;
use servanda_model::succession::words_in_common;
use servanda_model::{Action, Facts, Kind, RecordId, Seat, When};
use servanda_register::{Held, View};

use super::documents::{Found, find, received, received_by};
use super::field::ToMend;
use super::findings::{document_title, findings_frame};
use super::reply::Reply;
use super::signed_in::SignedIn;
use super::upload::File;
use super::visit::{Sent, Visit};
use super::{private, private_form, view};
use crate::answer::PageError;
use crate::block::{Link, Names, count};
use crate::fields::Fields;
use crate::frame::Frame;
use crate::routes;
use crate::site::Desk;

/// Documents of the register that are offered to be read, the newest.
const PUBLIC_MAX: usize = 100;

/// The page on which another document is chosen.
#[derive(Debug, Template)]
#[template(path = "workspace/successions.html")]
struct SuccessionsPage {
    frame: Frame,
    to_mend: Vec<ToMend>,
    earlier: Vec<Choice>,
    later: Vec<Choice>,
    /// Documents of the register that the side has not read.
    unread: Vec<Unread>,
    /// That there are more of them.
    more: Option<String>,
    /// Where one of them is read; none for whoever may not, or where nothing is read.
    read: Option<String>,
    documents: Link,
}

/// A document that can be chosen.
#[derive(Debug)]
struct Choice {
    title: Link,
    details: Vec<String>,
    is_suggested: bool,
}

/// A document of the register that the side has not read.
#[derive(Debug)]
struct Unread {
    record: String,
    title: Link,
    date: Option<Link>,
}

/// What is shown instead of two documents.
pub(crate) enum Instead {
    /// The same document was named twice.
    Same(RecordId),
    /// A document of the register has not been read here.
    Unread(Box<Held>),
}

type Address = Path<(String, String, String)>;

/// A document of a side, by what it is known by there or by its record.
pub(crate) fn known(
    desk: &Desk,
    view: &View<'_>,
    who: &SignedIn,
    seat: &Seat,
    id: &str,
) -> Result<Result<Found, Instead>, PageError> {
    match find(desk, who, seat.clone(), id) {
        Ok(found) => return Ok(Ok(found)),
        Err(PageError::NotFound) => {}
        Err(error) => return Err(error),
    }
    let id = RecordId::parse(id).map_err(|_not_an_id| PageError::NotFound)?;
    let origin = servanda_actions::drafts::workspace_origin(desk.site.office(), seat)?;
    if let Some(origin) = origin {
        let workspace = desk.site.office().workspaces().of(&origin);
        if let Some(row) = workspace.document_of(&id) {
            return find(desk, who, seat.clone(), row.id.as_str()).map(Ok);
        }
    }
    let held = view.find(&id)?.filter(|held| {
        held.partnership == seat.partnership && held.record.kind() == Kind::Document
    });
    held.map(|held| Err(Instead::Unread(Box::new(held)))).ok_or(PageError::NotFound)
}

/// Says why two documents are not beside each other, and what to do.
pub(crate) fn instead(
    desk: &Desk,
    view: &View<'_>,
    who: &SignedIn,
    seat: &Seat,
    instead: Instead,
) -> Result<Reply, PageError> {
    match instead {
        Instead::Same(id) => {
            let found = find(desk, who, seat.clone(), id.as_str())?;
            let what = desk.locale.say("succession-same");
            let to_mend = vec![ToMend { field: None, what }];
            Ok(Reply::mend(written(desk, view, who, &found, None, to_mend)?).for_draft())
        }
        Instead::Unread(held) => {
            // Any document of the side leads to the page on which it can be read.
            let title = crate::block::title(desk.locale, &held);
            let what = desk.locale.say_about("succession-unread", &[("title", &title)]);
            let to_mend = vec![ToMend { field: None, what }];
            let origin = servanda_actions::drafts::workspace_origin(desk.site.office(), seat)?;
            let origin = origin.ok_or(PageError::NotFound)?;
            let workspace = desk.site.office().workspaces().of(&origin);
            let first = workspace.documents().first().map(|row| row.id.clone());
            let first = first.ok_or(PageError::NotFound)?;
            let found = find(desk, who, seat.clone(), first.as_str())?;
            let html = written(desk, view, who, &found, Some(&held), to_mend)?;
            Ok(Reply::mend(html).for_draft())
        }
    }
}

/// `GET …/documents/{id}/comparisons`
pub(crate) async fn page(
    visit: Visit,
    Path((partnership, voice, id)): Address,
    _fields: Fields,
) -> Response {
    private(visit, move |desk, view, who| {
        let found = find(desk, who, Seat { partnership, voice }, &id)?;
        Ok(Reply::page(written(desk, view, who, &found, None, Vec::new())?).for_draft())
    })
    .await
}

/// `POST …/documents/{id}/comparisons`: reads a document of the register, and compares it.
pub(crate) async fn read(Path((partnership, voice, id)): Address, sent: Sent) -> Response {
    private_form(sent, move |desk, who, fields| {
        let seat = Seat { partnership, voice };
        who.must(Action::Draft, &seat.partnership, &seat.voice)?;
        let found = find(desk, who, seat.clone(), &id)?;
        let again = |what: String| {
            let to_mend = vec![ToMend { field: None, what }];
            let html = view(desk, |view| written(desk, view, who, &found, None, to_mend))?;
            Ok(Reply::mend(html).for_draft())
        };
        let record = fields.get("read").and_then(|id| RecordId::parse(id).ok());
        let held = match record {
            Some(record) => view(desk, |view| Ok(view.find(&record)?))?,
            None => None,
        };
        let held = held.filter(|held| held.partnership == seat.partnership);
        let day = held.as_ref().and_then(day_of);
        let Some(file) = held.map(|held| file_of(desk, &held)).transpose()?.flatten() else {
            return again(desk.locale.say("succession-no-copy"));
        };
        match received(desk, who, &seat, &file, day)? {
            Ok(other) => {
                let other = find(desk, who, seat.clone(), other.as_str())?;
                Ok(Reply::elsewhere(desk, &address(&found, &other)))
            }
            Err(not_taken) => again(not_taken),
        }
    })
    .await
}

/// The day that a document of the register was published.
fn day_of(held: &Held) -> Option<Date> {
    let Facts::Document(document) = &held.record.facts else { return None };
    document.published.and_then(|when| when.to_string().parse().ok())
}

/// A document of the register as if somebody had sent it; none where no copy is held.
fn file_of(desk: &Desk, held: &Held) -> Result<Option<File>, PageError> {
    let Facts::Document(document) = &held.record.facts else { return Ok(None) };
    let Some(digest) = &document.digest else { return Ok(None) };
    let Some(bytes) = desk.site.office().document(digest)? else { return Ok(None) };
    let ending = match document.media_type.split(';').next().unwrap_or_default().trim() {
        "application/pdf" => "pdf",
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document" => "docx",
        "application/vnd.oasis.opendocument.text" => "odt",
        "text/html" => "html",
        "text/markdown" => "md",
        _other => "txt",
    };
    let title = crate::block::title(desk.locale, held);
    Ok(Some(File { name: format!("{title}.{ending}"), bytes }))
}

/// The day a document is of, or else the moment at which it was received.
fn order(found: &Found) -> (Option<When>, u64) {
    (found.opened.reading.date, found.row.entry)
}

/// Whether a document comes before another: by what it says, or else as they were received.
fn is_before(one: &Found, other: &Found) -> bool {
    let ((day, entry), (other_day, other_entry)) = (order(one), order(other));
    match (day.map(When::key_day), other_day.map(When::key_day)) {
        (Some(day), Some(other)) if day != other => day < other,
        _unknown => entry < other_entry,
    }
}

/// The address of two documents beside each other.
fn address(found: &Found, other: &Found) -> String {
    let (after, before) = if is_before(found, other) { (other, found) } else { (found, other) };
    routes::succession(&found.seat, &after.row.id, &before.row.id)
}

fn written(
    desk: &Desk,
    view: &View<'_>,
    who: &SignedIn,
    found: &Found,
    unread: Option<&Held>,
    to_mend: Vec<ToMend>,
) -> Result<String, PageError> {
    let (locale, seat) = (desk.locale, &found.seat);
    let names = Names::new(view, locale, &seat.partnership);
    let path = routes::successions(seat, &found.row.id);
    let own = document_title(desk, view, found)?;
    let title = locale.say_about("succession-choose", &[("title", &own)]);
    let mut frame = findings_frame(desk, view, who, &names, seat, title, path.clone())?;
    let back = names.path(&routes::received_document(seat, &found.row.id));
    frame.crumbs.push(Link::to(own, back));
    let (earlier, later) = choices(desk, view, who, found)?;
    let may_read = who.may(Action::Draft, &seat.partnership, &seat.voice);
    let (unread, has_more) = not_read(desk, &names, found, unread)?;
    let page = SuccessionsPage {
        frame,
        to_mend,
        earlier,
        later,
        unread,
        more: has_more.then(|| {
            let most = locale.number(count(PUBLIC_MAX));
            locale.say_about("succession-unread-more", &[("most", &most)])
        }),
        read: desk.site.reader().filter(|_| may_read).map(|_| names.path(&path)),
        documents: Link::to(locale.say("documents-received"), names.path(&routes::received(seat))),
    };
    Ok(page.render()?)
}

/// The other documents of the side: those before this one, the newest first, and those after it. What is
/// most like it by its name is suggested: the one of the year before is mostly called so.
fn choices(
    desk: &Desk,
    view: &View<'_>,
    who: &SignedIn,
    found: &Found,
) -> Result<(Vec<Choice>, Vec<Choice>), PageError> {
    let locale = desk.locale;
    let names = Names::new(view, locale, &found.seat.partnership);
    let mut others = Vec::new();
    for row in found.workspace.documents() {
        if row.id != found.row.id && name_of(desk.site.office(), row)?.is_some() {
            match find(desk, who, found.seat.clone(), row.id.as_str()) {
                Ok(other) => others.push(other),
                Err(PageError::NotFound) => {}
                Err(error) => return Err(error),
            }
        }
    }
    let day = |found: &Found| found.opened.reading.date.map(When::key_day);
    others.sort_by_key(|other| std::cmp::Reverse((day(other), other.row.entry)));
    let mut titles = Vec::new();
    for other in &others {
        titles.push(document_title(desk, view, other)?);
    }
    let own = document_title(desk, view, found)?;
    let language = found.opened.reading.language;
    let before = others.iter().enumerate().filter(|(_, other)| is_before(other, found));
    let before: Vec<usize> = before.map(|(index, _)| index).collect();
    let like = |index: &usize| {
        let title = titles.get(*index).map_or("", String::as_str);
        words_in_common(&own, title, language)
    };
    let most = before.iter().map(like).max();
    // Of those that are called as much alike, the newest.
    let suggested = before.iter().copied().find(|index| Some(like(index)) == most);
    let (mut earlier, mut later) = (Vec::new(), Vec::new());
    for (index, (other, title)) in others.iter().zip(titles).enumerate() {
        let date = other.opened.reading.date.map(|date| locale.when(date));
        let choice = Choice {
            title: Link::to(title, names.path(&address(found, other))),
            details: date.into_iter().chain([received_by(desk, &other.row)]).collect(),
            is_suggested: suggested == Some(index),
        };
        if before.contains(&index) { &mut earlier } else { &mut later }.push(choice);
    }
    earlier.sort_by_key(|choice| !choice.is_suggested);
    Ok((earlier, later))
}

/// The documents of the register that the side has not received, the newest first, and whether there are
/// more; one that was asked for alone.
fn not_read(
    desk: &Desk,
    names: &Names<'_>,
    found: &Found,
    only: Option<&Held>,
) -> Result<(Vec<Unread>, bool), PageError> {
    let locale = desk.locale;
    let row = |held: &Held| {
        let Facts::Document(document) = &held.record.facts else { return None };
        document.digest.as_ref()?;
        let href = names.href(Kind::Document, &held.record.id);
        let date = document.published.map(|it| Link::date(locale.when(it), it.to_string()));
        Some((
            document.published.map(When::key_day),
            Unread {
                record: held.record.id.to_string(),
                title: Link::to(crate::block::title(locale, held), href),
                date,
            },
        ))
    };
    if let Some(held) = only {
        return Ok((row(held).map(|(_, row)| row).into_iter().collect(), false));
    }
    let all = names.view.of_kind(&found.seat.partnership, Kind::Document)?;
    let unread = all.iter().filter(|held| found.workspace.document_of(&held.record.id).is_none());
    let mut unread: Vec<_> = unread.filter_map(row).collect();
    unread.sort_by(|a, b| b.0.cmp(&a.0).then_with(|| a.1.record.cmp(&b.1.record)));
    let has_more = unread.len() > PUBLIC_MAX;
    unread.truncate(PUBLIC_MAX);
    Ok((unread.into_iter().map(|(_, row)| row).collect(), has_more))
}
