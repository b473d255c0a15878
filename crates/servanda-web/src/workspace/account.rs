//! One account, for administrators: its roles, another invitation, its end.

use askama::Template;
use axum::extract::Path;
use axum::response::Response;
use servanda_actions::{By, Office, people};
use servanda_model::{AccountId, Grant};
use servanda_register::{Account, View};

use super::choice::{bounce, doubt};
use super::field::{FormField, ToMend};
use super::people::{invitation, must_keep_accounts, standing, workspace_crumb};
use super::reply::Reply;
use super::seat::{self, grant_in_words};
use super::sign_in::notice;
use super::signed_in::SignedIn;
use super::visit::{Sent, Visit};
use super::{private, private_form, sessions, told, view};
use crate::answer::PageError;
use crate::block::{Fact, Link};
use crate::fields::Fields;
use crate::frame::{About, Frame};
use crate::routes;
use crate::site::Desk;

/// The page of an account.
#[derive(Debug, Template)]
#[template(path = "workspace/account.html")]
struct AccountPage {
    frame: Frame,
    notice: Option<String>,
    to_mend: Vec<ToMend>,
    facts: Vec<Fact>,
    roles: Vec<RoleRow>,
    /// What can be done with it; nothing with one that is closed.
    doing: Option<Doing>,
}

/// A role, and the fields that take it back.
#[derive(Debug)]
struct RoleRow {
    words: String,
    role: &'static str,
    partnership: String,
    voice: String,
}

/// What can be done with an open account.
#[derive(Debug)]
struct Doing {
    grant: String,
    revoke: String,
    invite: String,
    /// Where its sessions are ended; none where there are none.
    sign_out: Option<String>,
    /// Where the second step is taken away; none where there is none.
    reset: Option<String>,
    close: String,
    fields: Vec<FormField>,
}

/// `GET /workspace/people/{id}`
pub(crate) async fn page(visit: Visit, Path(id): Path<String>, fields: Fields) -> Response {
    private(visit, move |desk, view, who| {
        must_keep_accounts(who)?;
        Ok(Reply::page(written(desk, view, &parse(&id)?, &fields, Vec::new())?))
    })
    .await
}

/// `POST /workspace/people/{id}/invite`
pub(crate) async fn invite(Path(id): Path<String>, sent: Sent) -> Response {
    private_form(sent, move |desk, who, fields| {
        must_keep_accounts(who)?;
        let id = parse(&id)?;
        let office = desk.site.office();
        match told(who.act(desk, |by| people::invite(office, &id, by)))? {
            Ok(invited) => Ok(Reply::page(invitation(desk, who, &invited)?)),
            Err(refusal) => again(desk, &id, fields, ToMend::of(desk.locale, &refusal)),
        }
    })
    .await
}

/// `POST /workspace/people/{id}/grant`
pub(crate) async fn grant(Path(id): Path<String>, sent: Sent) -> Response {
    private_form(sent, move |desk, who, fields| {
        change(desk, who, &id, fields, "granted", |office, id, by| {
            let grant = seat::chosen(desk.locale, fields).map_err(Not::Chosen)?;
            Ok(people::grant(office, id, &grant, by))
        })
    })
    .await
}

/// `POST /workspace/people/{id}/revoke`
pub(crate) async fn revoke(Path(id): Path<String>, sent: Sent) -> Response {
    private_form(sent, move |desk, who, fields| {
        change(desk, who, &id, fields, "revoked", |office, id, by| {
            let grant = seat::chosen(desk.locale, fields).map_err(Not::Chosen)?;
            Ok(people::revoke(office, id, &grant, by))
        })
    })
    .await
}

/// `POST /workspace/people/{id}/sign-out`
pub(crate) async fn sign_out(Path(id): Path<String>, sent: Sent) -> Response {
    private_form(sent, move |desk, who, fields| {
        change(desk, who, &id, fields, "sessions-ended", |office, id, by| {
            Ok(people::sign_out_everywhere(office, id, by))
        })
    })
    .await
}

/// `POST /workspace/people/{id}/reset`
pub(crate) async fn reset(Path(id): Path<String>, sent: Sent) -> Response {
    private_form(sent, move |desk, who, fields| {
        change(desk, who, &id, fields, "second-step-reset", |office, id, by| {
            Ok(people::reset_second_step(office, id, by))
        })
    })
    .await
}

/// `POST /workspace/people/{id}/close`
pub(crate) async fn close(Path(id): Path<String>, sent: Sent) -> Response {
    private_form(sent, move |desk, who, fields| {
        change(desk, who, &id, fields, "closed", |office, id, by| Ok(people::close(office, id, by)))
    })
    .await
}

/// Why nothing was asked of the rules.
enum Not {
    /// No role is chosen.
    Chosen(ToMend),
}

type Asked = Result<Result<(), servanda_actions::NotDone<servanda_actions::PeopleRefusal>>, Not>;

/// Changes an account and shows it again, with what was done or what is to be mended.
fn change(
    desk: &Desk,
    who: &SignedIn,
    id: &str,
    fields: &Fields,
    done: &str,
    act: impl FnOnce(&Office, &AccountId, &mut By<'_>) -> Asked,
) -> Result<Reply, PageError> {
    must_keep_accounts(who)?;
    let id = parse(id)?;
    let asked = match who.act(desk, |by| act(desk.site.office(), &id, by)) {
        Ok(asked) => told(asked)?,
        Err(Not::Chosen(to_mend)) => return again(desk, &id, fields, to_mend),
    };
    match asked {
        Ok(()) => Ok(Reply::elsewhere(desk, &format!("{}?done={done}", routes::account(&id)))),
        Err(refusal) => again(desk, &id, fields, ToMend::of(desk.locale, &refusal)),
    }
}

fn again(
    desk: &Desk,
    id: &AccountId,
    fields: &Fields,
    to_mend: ToMend,
) -> Result<Reply, PageError> {
    Ok(Reply::mend(view(desk, |view| written(desk, view, id, fields, vec![to_mend]))?))
}

fn parse(id: &str) -> Result<AccountId, PageError> {
    AccountId::parse(id).map_err(|_not_an_id| PageError::NotFound)
}

fn written(
    desk: &Desk,
    view: &View<'_>,
    id: &AccountId,
    sent: &Fields,
    to_mend: Vec<ToMend>,
) -> Result<String, PageError> {
    let locale = desk.locale;
    let people = desk.site.office().house().people();
    let account = people.account(id).ok_or(PageError::NotFound)?;
    let list = routes::localized(locale.language(), routes::WORKSPACE_PEOPLE);
    let about = About {
        title: account.name.clone().unwrap_or_else(|| locale.say("erased")),
        description: locale.say("workspace-people-lead"),
        path: routes::account(id),
        crumbs: vec![workspace_crumb(desk), Link::to(locale.say("workspace-people"), list)],
        ..About::default()
    };
    let mut roles = Vec::new();
    for grant in &account.grants {
        roles.push(role_row(grant, grant_in_words(locale, view, grant)?));
    }
    let doing = |verb: &str| {
        routes::localized(locale.language(), &format!("{}/{verb}", routes::account(id)))
    };
    let doing = account.is_open().then(|| {
        Ok::<_, PageError>(Doing {
            grant: doing("grant"),
            revoke: doing("revoke"),
            invite: doing("invite"),
            sign_out: (!sessions::live(desk, id).is_empty()).then(|| doing("sign-out")),
            reset: account.second_step.as_ref().map(|_| doing("reset")),
            close: doing("close"),
            fields: seat::fields(locale, view, sent, &to_mend)?,
        })
    });
    let page = AccountPage {
        frame: Frame::new(desk, None, about)?,
        notice: notice(locale, sent),
        to_mend,
        facts: facts(desk, account),
        roles,
        doing: doing.transpose()?,
    };
    Ok(page.render()?)
}

fn role_row(grant: &Grant, words: String) -> RoleRow {
    let seat = grant.seat();
    RoleRow {
        words,
        role: grant.role().code(),
        partnership: seat.map(|seat| seat.partnership.clone()).unwrap_or_default(),
        voice: seat.map(|seat| seat.voice.clone()).unwrap_or_default(),
    }
}

fn facts(desk: &Desk, account: &Account) -> Vec<Fact> {
    let locale = desk.locale;
    let mail = account.mail.clone().unwrap_or_else(|| locale.say("erased"));
    let fact = |key: &str, value: String| Fact {
        label: locale.say(key),
        values: vec![Link::plain(value)],
    };
    let mut facts = vec![
        fact("field-mail", mail),
        fact("account-id", account.id.to_string()),
        fact("account-standing", standing(desk, account)),
        fact("sessions", session_count(desk, &account.id)),
        fact("second-step", second_step_of(desk, account)),
    ];
    if let Some(it) = account.bounce {
        facts.push(fact("account-mail", bounce(locale, "account-bounce", it)));
    }
    facts.extend(doubt(desk, account).map(|it| fact("account-mail", it)));
    facts
}

fn second_step_of(desk: &Desk, account: &Account) -> String {
    let locale = desk.locale;
    match &account.second_step {
        Some(second) => {
            locale.say_about("second-step-since", &[("date", &locale.day_of(second.since))])
        }
        None => locale.say("no-second-step"),
    }
}

fn session_count(desk: &Desk, id: &AccountId) -> String {
    let count = sessions::live(desk, id).len();
    desk.locale.say_count("session-count", crate::block::count(count))
}
