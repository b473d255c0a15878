//! What somebody has typed into a draft and not saved: kept as they type, and shown to them again.

use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Response;
use servanda_actions::drafts::{self, DraftRefusal, Kept, kept_text, workspace_origin};
use servanda_model::{Record, Seat};
use servanda_register::View;

use super::draft::{Found, find};
use super::draft_form::Typed;
use super::reply::Reply;
use super::side::account_name;
use super::signed_in::SignedIn;
use super::visit::Sent;
use super::{private_form, told};
use crate::answer::PageError;
use crate::block::{Link, Names};
use crate::fields::Fields;
use crate::routes;
use crate::site::Desk;

/// What is shown of what somebody has typed and not saved.
#[derive(Debug)]
pub(crate) struct KeptNote {
    pub(crate) words: String,
    /// Where the form shows what they typed, or what was saved.
    pub(crate) other: Option<Link>,
    /// Where it is put away.
    pub(crate) forget: String,
}

/// What the form shows, with what is said about it.
pub(crate) struct Shown {
    pub(crate) typed: Typed,
    pub(crate) note: Option<KeptNote>,
    /// Whether the form shows what they typed beside a version that was saved since.
    pub(crate) is_beside: bool,
}

/// What the form of a draft shows to somebody: what they typed last, where nobody has saved it since;
/// else what was saved, and on being asked (`?kept=mine`) what they typed.
pub(crate) fn shown(
    desk: &Desk,
    names: &Names<'_>,
    who: &SignedIn,
    found: &Found,
    fields: &Fields,
) -> Result<Shown, PageError> {
    let saved = Typed::of_record(&found.record, found.row.corrects);
    let nothing = |typed: Typed| Shown { typed, note: None, is_beside: false };
    let office = desk.site.office();
    let origin = workspace_origin(office, &found.seat)?.ok_or(PageError::NotFound)?;
    let workspace = office.workspaces().of(&origin);
    let Some(row) = workspace.kept(&found.row.id, who.account.as_str()) else {
        return Ok(nothing(saved));
    };
    let Some(text) = kept_text(office, row)? else { return Ok(nothing(saved)) };
    let typed =
        Typed::of_fields(&found.record, found.row.corrects, &Fields::of_form(text.as_bytes()));
    if says_the_same(names, &typed, &found.record)? {
        return Ok(nothing(saved));
    }
    let locale = desk.locale;
    let day = locale.day_of(row.at);
    let path = names.path(&routes::draft(&found.seat, &found.row.id));
    let forget = format!("{path}/forget");
    if row.seen == found.row.saves.len() {
        let words = locale.say_about("draft-kept", &[("date", &day)]);
        let note = Some(KeptNote { words, other: None, forget });
        return Ok(Shown { typed, note, is_beside: false });
    }
    let by = found.row.last().map_or_else(String::new, |last| account_name(desk, &last.account));
    let texts = [("name", by.as_str()), ("date", &day)];
    let is_beside = fields.get("kept") == Some("mine");
    let (key, other, query) = if is_beside {
        ("draft-kept-mine", "draft-kept-show-saved", "")
    } else {
        ("draft-kept-theirs", "draft-kept-show-mine", "?kept=mine")
    };
    let other = Some(Link::to(locale.say(other), format!("{path}{query}")));
    let note = Some(KeptNote { words: locale.say_about(key, &texts), other, forget });
    Ok(Shown { typed: if is_beside { typed } else { saved }, note, is_beside })
}

fn says_the_same(names: &Names<'_>, typed: &Typed, record: &Record) -> Result<bool, PageError> {
    Ok(typed.record(names, record)?.is_ok_and(|it| it == *record))
}

/// Keeps what a form that does something else sends of the draft it is on, where it says something else
/// than what was saved.
pub(crate) fn keep_typed(
    desk: &Desk,
    view: &View<'_>,
    who: &SignedIn,
    found: &Found,
    fields: &Fields,
) -> Result<(), PageError> {
    let Some(seen) = fields.parsed("seen") else { return Ok(()) };
    let names = Names::new(view, desk.locale, &found.seat.partnership);
    let typed = Typed::of_fields(&found.record, found.row.corrects, fields);
    if says_the_same(&names, &typed, &found.record)? {
        return Ok(());
    }
    let (office, seat, id) = (desk.site.office(), &found.seat, &found.row.id);
    let text = fields.without("seen");
    // What cannot be kept stays in the browser, one page back.
    let _kept = told(who.act(desk, |by| drafts::keep(office, seat, id, &text, seen, by)))?;
    Ok(())
}

/// `POST /workspace/{partnership}/{voice}/drafts/{id}/keep`, by the script of the page
pub(crate) async fn keep(
    Path((partnership, voice, id)): Path<(String, String, String)>,
    sent: Sent,
) -> Response {
    private_form(sent, move |desk, who, fields| {
        let found = writable(desk, who, Seat { partnership, voice }, &id)?;
        let (office, seat, id) = (desk.site.office(), &found.seat, &found.row.id);
        let (seen, typed) = (fields.parsed("seen").unwrap_or(0), fields.without("seen"));
        let kept = who.act(desk, |by| drafts::keep(office, seat, id, &typed, seen, by));
        Ok(Reply::bare(match told(kept)? {
            Ok(Kept::Current) => StatusCode::NO_CONTENT,
            Ok(Kept::Meanwhile) => StatusCode::CONFLICT,
            Err(DraftRefusal::Closed | DraftRefusal::NotFound) => StatusCode::GONE,
            Err(_refused) => StatusCode::UNPROCESSABLE_ENTITY,
        }))
    })
    .await
}

/// `POST /workspace/{partnership}/{voice}/drafts/{id}/forget`
pub(crate) async fn forget(
    Path((partnership, voice, id)): Path<(String, String, String)>,
    sent: Sent,
) -> Response {
    private_form(sent, move |desk, who, _fields| {
        let found = writable(desk, who, Seat { partnership, voice }, &id)?;
        let (office, seat, id) = (desk.site.office(), &found.seat, &found.row.id);
        let forgotten = who.act(desk, |by| drafts::forget(office, seat, id, by));
        // What is put away is put away: the page shows what there is.
        let _gone = told(forgotten)?;
        Ok(Reply::elsewhere(desk, &routes::draft(seat, id)))
    })
    .await
}

fn writable(desk: &Desk, who: &SignedIn, seat: Seat, id: &str) -> Result<Found, PageError> {
    who.must(servanda_model::Action::Draft, &seat.partnership, &seat.voice)?;
    find(desk, who, seat, id)
}
