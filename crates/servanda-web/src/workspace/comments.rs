//! What a side says to itself about a draft or a proposal, and whom of it in particular.

use askama::Template;
use axum::extract::Path;
use axum::response::Response;
use servanda_actions::drafts::{self, DraftRefusal, comment_text, of_side, workspace_origin};
use servanda_model::{Action, Seat};
use servanda_register::{CommentRow, View};

use super::draft::frame;
use super::field::{FormChoice, ToMend};
use super::reply::Reply;
use super::side::account_name;
use super::signed_in::SignedIn;
use super::visit::Sent;
use super::{private_form, told, view};
use crate::answer::PageError;
use crate::block::Names;
use crate::fields::Fields;
use crate::frame::Frame;
use crate::locale::Locale;
use crate::routes;
use crate::site::Desk;

/// Comments shown; the newest.
const COMMENTS_MAX: usize = 100;

/// The comments on something, and where another one is sent.
#[derive(Debug)]
pub(crate) struct Comments {
    /// What was said, oldest first.
    pub(crate) said: Vec<Said>,
    pub(crate) form: CommentForm,
}

/// One comment.
#[derive(Debug)]
pub(crate) struct Said {
    /// Who said it, when.
    pub(crate) by: String,
    /// Who was told in particular.
    pub(crate) to: Option<String>,
    pub(crate) words: String,
    /// Where whoever reads it says that it is done, if they were told.
    pub(crate) tick: Option<TickForm>,
}

/// With what somebody says that they have done with what they were told.
#[derive(Debug)]
pub(crate) struct TickForm {
    pub(crate) action: String,
    pub(crate) comment: u64,
    /// The path of the page they stand on.
    pub(crate) back: String,
}

/// Where a comment is written.
#[derive(Debug)]
pub(crate) struct CommentForm {
    pub(crate) action: String,
    /// What it is about.
    pub(crate) about: String,
    /// The path of the page it stands on.
    pub(crate) back: String,
    /// Who can be told in particular.
    pub(crate) people: Vec<FormChoice>,
    /// What was typed before it was refused.
    pub(crate) typed: String,
    pub(crate) error: Option<String>,
}

/// The page on which a comment that was refused is mended.
#[derive(Debug, Template)]
#[template(path = "workspace/comment-again.html")]
struct CommentAgainPage {
    frame: Frame,
    to_mend: Vec<ToMend>,
    form: CommentForm,
}

/// The comments of a side about a draft or proposal, on the page at this path.
pub(crate) fn comments(
    desk: &Desk,
    names: &Names<'_>,
    who: &SignedIn,
    seat: &Seat,
    about: &str,
    path: &str,
) -> Result<Comments, PageError> {
    let mut said = Vec::new();
    if let Some(origin) = workspace_origin(desk.site.office(), seat)? {
        let workspace = desk.site.office().workspaces().of(&origin);
        let rows = workspace.comments(about);
        for row in rows.iter().skip(rows.len().saturating_sub(COMMENTS_MAX)) {
            said.push(shown(desk, names, who, seat, row, path)?);
        }
    }
    Ok(Comments { said, form: form(desk, names, seat, about, path, &Fields::default()) })
}

/// A comment as somebody of the side reads it, on the page at this path.
pub(crate) fn shown(
    desk: &Desk,
    names: &Names<'_>,
    who: &SignedIn,
    seat: &Seat,
    row: &CommentRow,
    path: &str,
) -> Result<Said, PageError> {
    let locale = desk.locale;
    let (name, day) = (account_name(desk, &row.account), locale.day_of(row.at));
    let to = row.to.as_ref().map(|to| account_name(desk, to));
    let is_told = row.to.as_deref() == Some(who.account.as_str()) && !row.is_done;
    Ok(Said {
        by: locale.say_about("comment-by", &[("name", &name), ("date", &day)]),
        to: to.map(|name| locale.say_about("comment-to", &[("name", &name)])),
        words: comment_text(desk.site.office(), row)?.unwrap_or_else(|| locale.say("erased")),
        tick: is_told.then(|| TickForm {
            action: names.path(&routes::tick(seat)),
            comment: row.entry,
            back: path.to_owned(),
        }),
    })
}

fn form(
    desk: &Desk,
    names: &Names<'_>,
    seat: &Seat,
    about: &str,
    back: &str,
    sent: &Fields,
) -> CommentForm {
    let told = sent.get("to").unwrap_or_default();
    CommentForm {
        action: names.path(&routes::comments(seat)),
        about: about.to_owned(),
        back: back.to_owned(),
        people: people(desk, seat, told, "comment-to-all"),
        typed: sent.get("said").unwrap_or_default().to_owned(),
        error: None,
    }
}

/// The people of a side, one of them chosen or nobody.
pub(crate) fn people(desk: &Desk, seat: &Seat, chosen: &str, nobody: &str) -> Vec<FormChoice> {
    let choice =
        |value: String, label: String| FormChoice { chosen: value == chosen, value, label };
    let all = of_side(desk.site.office(), seat).into_iter();
    let all = all.map(|id| choice(id.to_string(), account_name(desk, id.as_str())));
    let mut all: Vec<FormChoice> = all.collect();
    all.sort_by(|a, b| desk.locale.compare(&a.label, &b.label));
    all.insert(0, choice(String::new(), desk.locale.say(nobody)));
    all
}

/// The page of a side that a form stood on, or that of the side itself.
pub(crate) fn back<'fields>(seat: &Seat, fields: &'fields Fields) -> Option<&'fields str> {
    let side = format!("{}/", routes::side(seat));
    fields.get("back").filter(|back| back.starts_with(&side) || *back == routes::WAITS)
}

/// `POST /workspace/{partnership}/{voice}/comments`
pub(crate) async fn add(
    Path((partnership, voice)): Path<(String, String)>,
    sent: Sent,
) -> Response {
    private_form(sent, move |desk, who, fields| {
        let seat = Seat { partnership, voice };
        who.must(Action::Comment, &seat.partnership, &seat.voice)?;
        let about = fields.get("about").unwrap_or_default();
        let said = fields.get("said").unwrap_or_default().replace("\r\n", "\n");
        let to = fields.get("to").filter(|to| !to.is_empty());
        let office = desk.site.office();
        let commented = who.act(desk, |by| drafts::comment(office, &seat, about, &said, to, by));
        let side = routes::side(&seat);
        let back = back(&seat, fields).unwrap_or(&side);
        match told(commented)? {
            Ok(()) => Ok(Reply::elsewhere(desk, &format!("{back}#comments"))),
            Err(refusal) => {
                let error = not_commented(desk.locale, &refusal);
                let html =
                    view(desk, |view| again(desk, view, who, &seat, about, back, fields, error))?;
                Ok(Reply::mend(html))
            }
        }
    })
    .await
}

/// The comment as it was typed, with what is to be mended.
#[expect(clippy::too_many_arguments, reason = "they are what the page shows, each once")]
fn again(
    desk: &Desk,
    view: &View<'_>,
    who: &SignedIn,
    seat: &Seat,
    about: &str,
    back: &str,
    sent: &Fields,
    error: String,
) -> Result<String, PageError> {
    let names = Names::new(view, desk.locale, &seat.partnership);
    let title = desk.locale.say("comment-label");
    let form =
        CommentForm { error: Some(error.clone()), ..form(desk, &names, seat, about, back, sent) };
    let page = CommentAgainPage {
        frame: frame(desk, view, who, &names, seat, title, routes::side(seat))?,
        to_mend: vec![ToMend { field: Some("said"), what: error }],
        form,
    };
    Ok(page.render()?)
}

fn not_commented(locale: &Locale, refusal: &DraftRefusal) -> String {
    let code = match refusal {
        DraftRefusal::NotAllowed => "not-by-role",
        DraftRefusal::Empty => "comment-empty",
        DraftRefusal::TooLong => "comment-too-long",
        DraftRefusal::Unclean(_) => "text-unclean",
        DraftRefusal::NotOfSide(_) => "not-of-side",
        DraftRefusal::NoPartnership(_)
        | DraftRefusal::NotFound
        | DraftRefusal::Closed
        | DraftRefusal::Meanwhile
        | DraftRefusal::TooMany => "draft-gone",
    };
    locale.say_code("refused", code)
}

/// `POST /workspace/{partnership}/{voice}/comments/tick`
pub(crate) async fn tick(
    Path((partnership, voice)): Path<(String, String)>,
    sent: Sent,
) -> Response {
    private_form(sent, move |desk, who, fields| {
        let seat = Seat { partnership, voice };
        who.must(Action::Comment, &seat.partnership, &seat.voice)?;
        let comment = fields.parsed("comment").ok_or(PageError::NotFound)?;
        let ticked = who.act(desk, |by| drafts::tick(desk.site.office(), &seat, comment, by));
        // What is done already is done: the page shows what there is.
        let _done = told(ticked)?;
        let side = routes::side(&seat);
        Ok(Reply::elsewhere(desk, back(&seat, fields).unwrap_or(&side)))
    })
    .await
}
