//! What a side says to itself about a draft or a proposal.

use axum::extract::Path;
use axum::response::Response;
use servanda_actions::drafts::{self, comment_text, workspace_origin};
use servanda_model::{Action, Seat};

use super::reply::Reply;
use super::side::account_name;
use super::visit::Sent;
use super::{private_form, told};
use crate::answer::PageError;
use crate::block::Names;
use crate::routes;
use crate::site::Desk;

/// Comments shown; the newest.
const COMMENTS_MAX: usize = 100;

/// The comments on something, and where another one is sent.
#[derive(Debug)]
pub(crate) struct Comments {
    /// What was said, oldest first.
    pub(crate) said: Vec<Said>,
    pub(crate) action: String,
    /// What they are about.
    pub(crate) about: String,
    /// The path of the page they stand on.
    pub(crate) back: String,
}

/// One comment.
#[derive(Debug)]
pub(crate) struct Said {
    /// Who said it, when.
    pub(crate) by: String,
    pub(crate) words: String,
}

/// The comments of a side about a draft or proposal, on the page at this path.
pub(crate) fn comments(
    desk: &Desk,
    names: &Names<'_>,
    seat: &Seat,
    about: &str,
    path: &str,
) -> Result<Comments, PageError> {
    let (office, locale) = (desk.site.office(), desk.locale);
    let mut said = Vec::new();
    if let Some(origin) = workspace_origin(office, seat)? {
        let workspace = office.workspaces().of(&origin);
        let rows = workspace.comments(about);
        for row in rows.iter().skip(rows.len().saturating_sub(COMMENTS_MAX)) {
            let (name, day) = (account_name(desk, &row.account), locale.day_of(row.at));
            said.push(Said {
                by: locale.say_about("comment-by", &[("name", &name), ("date", &day)]),
                words: comment_text(office, row)?.unwrap_or_else(|| locale.say("erased")),
            });
        }
    }
    Ok(Comments {
        said,
        action: names.path(&routes::comments(seat)),
        about: about.to_owned(),
        back: path.to_owned(),
    })
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
        let said = fields.get("said").unwrap_or_default();
        let commented =
            who.act(desk, |by| drafts::comment(desk.site.office(), &seat, about, said, by));
        // An empty comment says nothing and changes nothing: the page shows what there is.
        let _said = told(commented)?;
        let side = routes::side(&seat);
        let back = fields.get("back").filter(|back| back.starts_with(&format!("{side}/")));
        Ok(Reply::elsewhere(desk, &format!("{}#comments", back.unwrap_or(&side))))
    })
    .await
}
