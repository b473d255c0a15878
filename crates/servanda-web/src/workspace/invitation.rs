//! Taking up an invitation: its holder chooses a password. The token of the first administrator
//! also asks for a name and a mail address.

use askama::Template;
use axum::extract::{OriginalUri, Path, State};
use axum::response::Response;
use servanda_actions::people::{self, token_hash};
use servanda_actions::{NewAccount, VISITOR};
use servanda_model::Grant;

use super::field::{FormField, ToMend, new_password};
use super::reply::{Posted, Reply, answer};
use super::told;
use crate::answer::PageError;
use crate::fields::Fields;
use crate::frame::{About, Frame};
use crate::routes;
use crate::site::Desk;

/// The page of an invitation.
#[derive(Debug, Template)]
#[template(path = "workspace/invitation.html")]
struct InvitationPage {
    frame: Frame,
    lead: String,
    /// None where the invitation no longer holds.
    action: Option<String>,
    /// The mail address of whom it is for, so that browsers keep it with the password.
    username: Option<String>,
    to_mend: Vec<ToMend>,
    fields: Vec<FormField>,
}

/// Whom an invitation is for.
enum Invitee {
    /// The holder of an account.
    Holder { name: String, mail: String },
    /// Whoever keeps the installation.
    First,
    /// Nobody: it is used up, has ended or was never there.
    Nobody,
}

/// `GET /invitation/{token}`
pub(crate) async fn page(
    State(desk): State<Desk>,
    OriginalUri(uri): OriginalUri,
    Path(token): Path<String>,
) -> Response {
    answer(desk, uri, move |desk| {
        Ok(Reply::page(form(desk, &token, &Fields::default(), Vec::new())?))
    })
    .await
}

/// `POST /invitation/{token}`
pub(crate) async fn take_up(
    State(desk): State<Desk>,
    OriginalUri(uri): OriginalUri,
    Path(token): Path<String>,
    posted: Posted,
) -> Response {
    answer(desk, uri, move |desk| {
        let fields = posted.read()?;
        let password = fields.get("new-password").unwrap_or_default();
        let office = desk.site.office();
        let taken_up = {
            let _one_at_a_time = desk.site.hashing();
            if desk.site.is_founding(&token) {
                let new = NewAccount {
                    name: fields.get("name").unwrap_or_default().to_owned(),
                    mail: fields.get("mail").unwrap_or_default().to_owned(),
                    language: desk.locale.language(),
                    grant: Grant::administrator(),
                };
                desk.site.acting(VISITOR, |by| {
                    people::make_first_administrator(office, &new, password, by)
                })
            } else {
                desk.site.acting(VISITOR, |by| people::take_up(office, &token, password, by))
            }
        };
        match told(taken_up)? {
            Ok(_account) => {
                Ok(Reply::elsewhere(desk, &format!("{}?done=password", routes::SIGN_IN)))
            }
            Err(refusal) => {
                let to_mend = vec![ToMend::of(desk.locale, &refusal)];
                Ok(Reply::mend(form(desk, &token, &fields, to_mend)?))
            }
        }
    })
    .await
}

fn invitee(desk: &Desk, token: &str) -> Invitee {
    if desk.site.is_founding(token) {
        return Invitee::First;
    }
    let people = desk.site.office().house().people();
    match people.invited(&token_hash(token), desk.site.now()) {
        Some(account) => Invitee::Holder {
            name: account.name.clone().unwrap_or_else(|| desk.locale.say("erased")),
            mail: account.mail.clone().unwrap_or_default(),
        },
        None => Invitee::Nobody,
    }
}

fn form(
    desk: &Desk,
    token: &str,
    sent: &Fields,
    to_mend: Vec<ToMend>,
) -> Result<String, PageError> {
    let locale = desk.locale;
    let invitee = invitee(desk, token);
    let lead = match &invitee {
        Invitee::Holder { name, .. } => locale.say_about("invitation-lead", &[("name", name)]),
        Invitee::First => locale.say("invitation-first"),
        Invitee::Nobody => locale.say("invitation-over"),
    };
    let is_first = matches!(invitee, Invitee::First);
    let mut fields = Vec::new();
    if is_first {
        fields.push(FormField::text(locale, "name", "name", sent).mended_by(&to_mend));
        fields.push(FormField::mail(locale, "mail", "username", sent).mended_by(&to_mend));
    }
    fields.push(new_password(locale, &to_mend));
    let path = routes::invitation(token);
    let holds = !matches!(invitee, Invitee::Nobody);
    let action = holds.then(|| routes::localized(locale.language(), &path));
    let about = About {
        title: locale.say(if holds { "invitation" } else { "invitation-over-title" }),
        description: lead.clone(),
        path,
        ..About::default()
    };
    let username = match invitee {
        Invitee::Holder { mail, .. } => Some(mail),
        Invitee::First | Invitee::Nobody => None,
    };
    let frame = Frame::new(desk, None, about)?;
    Ok(InvitationPage { frame, lead, action, username, to_mend, fields }.render()?)
}
