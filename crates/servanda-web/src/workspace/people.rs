//! The accounts of the installation, for its administrators.

use askama::Template;
use axum::response::Response;
use servanda_actions::people::mail::{MailOutcome, record_invitation_mail};
use servanda_actions::{Invited, NewAccount, people};
use servanda_model::{Action, Language};
use servanda_register::{Account, View};

use super::choice::{bounce, doubt};
use super::field::{FormField, ToMend};
use super::reply::Reply;
use super::seat::{self, grant_in_words};
use super::sign_in::notice;
use super::signed_in::SignedIn;
use super::visit::{Sent, Visit};
use super::{private, private_form, told, view};
use crate::answer::PageError;
use crate::block::{Link, Row};
use crate::fields::Fields;
use crate::frame::{About, Frame};
use crate::letter::{self, NotCarried};
use crate::routes;
use crate::site::Desk;

/// The list of accounts, and the form for another one.
#[derive(Debug, Template)]
#[template(path = "workspace/people.html")]
struct PeoplePage {
    frame: Frame,
    notice: Option<String>,
    rows: Vec<Row>,
    action: String,
    to_mend: Vec<ToMend>,
    fields: Vec<FormField>,
}

/// An invitation that was sent, or one to hand over, shown once.
#[derive(Debug, Template)]
#[template(path = "workspace/invited.html")]
struct InvitedPage {
    frame: Frame,
    notice: Option<String>,
    lead: String,
    /// None where it was sent.
    link: Option<String>,
    until: String,
    /// What to do if it is lost.
    lost: String,
    back: Link,
}

/// `GET /workspace/people`
pub(crate) async fn page(visit: Visit, fields: Fields) -> Response {
    private(visit, move |desk, view, who| {
        must_keep_accounts(who)?;
        Ok(Reply::page(written(desk, view, &fields, Vec::new())?))
    })
    .await
}

/// `POST /workspace/people`
pub(crate) async fn add(sent: Sent) -> Response {
    private_form(sent, |desk, who, fields| {
        must_keep_accounts(who)?;
        let again = |to_mend: ToMend| {
            let html = view(desk, |view| written(desk, view, fields, vec![to_mend]))?;
            Ok(Reply::mend(html))
        };
        let said = |name: &str| fields.get(name).unwrap_or_default().to_owned();
        let grant = match seat::chosen(desk.locale, fields) {
            Ok(grant) => grant,
            Err(to_mend) => return again(to_mend),
        };
        let language = Language::parse(&said("language")).unwrap_or(desk.locale.language());
        let new = NewAccount { name: said("name"), mail: said("mail"), language, grant };
        let office = desk.site.office();
        match told(who.act(desk, |by| people::add_account(office, &new, by)))? {
            Ok(invited) => Ok(Reply::page(invitation(desk, who, &invited)?)),
            Err(refusal) => again(ToMend::of(desk.locale, &refusal)),
        }
    })
    .await
}

/// The page is for those who keep the accounts.
pub(crate) fn must_keep_accounts(who: &SignedIn) -> Result<(), PageError> {
    who.must(Action::ManageAccounts, "", "")
}

/// Sends an invitation by mail where this installation sends any, and says so; otherwise, and where
/// no mail server takes it over, the page with the link to hand over.
pub(crate) fn invitation(
    desk: &Desk,
    who: &SignedIn,
    invited: &Invited,
) -> Result<String, PageError> {
    let locale = desk.locale;
    let people = desk.site.office().house().people();
    let account = people.account(&invited.account).ok_or(PageError::NotFound)?;
    let was_sent = sent_by_mail(desk, who, account, invited)?;
    let said = |text: &Option<String>| text.clone().unwrap_or_else(|| locale.say("erased"));
    let (name, mail) = (said(&account.name), said(&account.mail));
    let about = About {
        title: locale.say("invited"),
        description: locale.say("invited-lead"),
        path: routes::WORKSPACE_PEOPLE.to_owned(),
        crumbs: vec![workspace_crumb(desk)],
        ..About::default()
    };
    let path = routes::localized(account.language, &routes::invitation(&invited.token));
    let until = locale.day_of(invited.until);
    let back = routes::localized(locale.language(), routes::WORKSPACE_PEOPLE);
    let is_sent = was_sent == Some(true);
    let lead = if is_sent { "invited-by-mail" } else { "invited-hand-over" };
    let page = InvitedPage {
        frame: Frame::new(desk, None, about)?,
        notice: (was_sent == Some(false)).then(|| locale.say("invited-not-by-mail")),
        lead: locale.say_about(lead, &[("name", &name), ("mail", &mail)]),
        link: (!is_sent).then(|| format!("{}{path}", desk.site.address())),
        until: locale.say_about("invited-until", &[("date", &until)]),
        lost: locale.say(if is_sent { "invited-by-mail-lost" } else { "invited-once" }),
        back: Link::to(locale.say("workspace-people"), back),
    };
    Ok(page.render()?)
}

/// Whether a mail server has taken over the invitation; none where no mail is sent.
fn sent_by_mail(
    desk: &Desk,
    who: &SignedIn,
    account: &Account,
    invited: &Invited,
) -> Result<Option<bool>, PageError> {
    let Some(carrier) = desk.site.carrier() else { return Ok(None) };
    let (office, address) = (desk.site.office(), desk.site.address());
    let letter = letter::of_invitation(address, account, invited, desk.site.now())
        .map_err(PageError::Failed)?;
    let Some(letter) = letter else { return Ok(Some(false)) };
    let outcome = match carrier.carry(&letter, &mut || true) {
        Ok(()) => MailOutcome::Sent,
        Err(NotCarried::Refused(reply)) => MailOutcome::Refused(reply),
        // Nothing is to be said of the address, and whoever keeps the accounts has the link.
        Err(NotCarried::Later(_) | NotCarried::InDoubt) => return Ok(Some(false)),
        Err(NotCarried::NoServer(why)) => {
            tracing::error!(%why, "no mail server took over an invitation");
            return Ok(Some(false));
        }
    };
    // A crash before the next line leaves an invitation that was sent and of which nothing is told: a
    // new one takes its place.
    let recorded =
        who.act(desk, |by| record_invitation_mail(office, &account.id, &letter.mail, outcome, by));
    told(recorded)?.map_err(|_refusal| PageError::NotFound)?;
    Ok(Some(outcome == MailOutcome::Sent))
}

/// The way back to the workspace.
pub(crate) fn workspace_crumb(desk: &Desk) -> Link {
    let path = routes::localized(desk.locale.language(), routes::WORKSPACE);
    Link::to(desk.locale.say("workspace"), path)
}

fn written(
    desk: &Desk,
    view: &View<'_>,
    sent: &Fields,
    to_mend: Vec<ToMend>,
) -> Result<String, PageError> {
    let locale = desk.locale;
    let about = About {
        title: locale.say("workspace-people"),
        description: locale.say("workspace-people-lead"),
        path: routes::WORKSPACE_PEOPLE.to_owned(),
        crumbs: vec![workspace_crumb(desk)],
        ..About::default()
    };
    let languages = Language::ALL
        .map(|language| (language.tag().to_owned(), locale.say_code("language", language.tag())));
    let mut fields = vec![
        FormField::text(locale, "name", "off", sent).mended_by(&to_mend),
        FormField::mail(locale, "mail", "off", sent).mended_by(&to_mend),
        FormField::choice(locale, "language", languages.to_vec(), sent).mended_by(&to_mend),
    ];
    fields.extend(seat::fields(locale, view, sent, &to_mend)?);
    let page = PeoplePage {
        frame: Frame::new(desk, None, about)?,
        notice: notice(locale, sent),
        rows: rows(desk, view)?,
        action: routes::localized(locale.language(), routes::WORKSPACE_PEOPLE),
        to_mend,
        fields,
    };
    Ok(page.render()?)
}

/// The accounts: the open ones first, in the order of their names.
fn rows(desk: &Desk, view: &View<'_>) -> Result<Vec<Row>, PageError> {
    let locale = desk.locale;
    let people = desk.site.office().house().people();
    let mut accounts: Vec<(&Account, String)> = people
        .accounts()
        .map(|account| (account, account.name.clone().unwrap_or_else(|| locale.say("erased"))))
        .collect();
    accounts.sort_by(|(a, a_name), (b, b_name)| {
        let closed_last = a.closed_at.is_some().cmp(&b.closed_at.is_some());
        closed_last.then_with(|| locale.compare(a_name, b_name))
    });
    let mut rows = Vec::with_capacity(accounts.len());
    for (account, name) in accounts {
        let path = routes::localized(locale.language(), &routes::account(&account.id));
        let mut details = Vec::new();
        for grant in &account.grants {
            details.push(Link::plain(grant_in_words(locale, view, grant)?));
        }
        details.push(Link::plain(standing(desk, account)));
        if let Some(it) = account.bounce.filter(|_| account.is_open()) {
            details.push(Link::plain(bounce(locale, "account-bounce", it)));
        }
        details.extend(doubt(desk, account).map(Link::plain));
        rows.push(Row { title: Link::to(name, path), details, ..Row::default() });
    }
    Ok(rows)
}

/// How an account stands, in words.
pub(crate) fn standing(desk: &Desk, account: &Account) -> String {
    let locale = desk.locale;
    let people = desk.site.office().house().people();
    if let Some(at) = account.closed_at {
        return locale.say_about("account-closed-on", &[("date", &locale.day_of(at))]);
    }
    if let Some(at) = account.last_sign_in {
        return locale.say_about("account-last-sign-in", &[("date", &locale.day_of(at))]);
    }
    if people.awaits(&account.id, desk.site.now()) {
        return locale.say("account-invited");
    }
    locale.say(if account.has_password() { "account-never" } else { "account-not-taken-up" })
}
