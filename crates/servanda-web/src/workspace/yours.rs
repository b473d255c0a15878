//! The workspace: who is signed in, what they may do, where they go on from here.

use std::collections::BTreeSet;

use askama::Template;
use axum::response::Response;
use servanda_actions::people::{self, Proof};
use servanda_model::{Grant, Seat};
use servanda_register::View;

use super::choice::{self, ChoiceForm};
use super::field::{FormField, ToMend, new_password};
use super::passkey::{self, Offer, PasskeyRow};
use super::reply::Reply;
use super::seat::{grant_in_words, partnership_in_words, voice_in_words};
use super::second_step::{self, code_field_of};
use super::side::{sees_proposals, waiting};
use super::sign_in::{notice, too_often};
use super::signed_in::{self, SignedIn};
use super::visit::{Sent, Visit};
use super::{private, private_form, sessions, sign_on, told, view, waits};
use crate::answer::PageError;
use crate::block::{Fact, Link};
use crate::fields::Fields;
use crate::frame::{About, Frame};
use crate::routes;
use crate::site::Desk;

/// The workspace of whoever is signed in.
#[derive(Debug, Template)]
#[template(path = "workspace/yours.html")]
struct WorkspacePage {
    frame: Frame,
    notice: Option<String>,
    /// What has happened to how they sign in.
    told: Vec<String>,
    /// The request to add more than a password.
    request: Option<Link>,
    /// Where they go on from here.
    onwards: Vec<Link>,
    facts: Vec<Fact>,
    choice: Option<ChoiceForm>,
    sessions: sessions::Section,
    change_password: String,
    /// The mail address, so that browsers keep it with the password.
    username: String,
    to_mend: Vec<ToMend>,
    fields: Vec<FormField>,
    second: second_step::Section,
    /// The links to the identity provider; none where there is none.
    links: Option<sign_on::Section>,
    passkeys: Vec<PasskeyRow>,
    remove_passkey: String,
    /// Where a passkey is added; none where there can be none.
    add_passkey: Option<Offer>,
    passkey_fields: Vec<FormField>,
}

/// `GET /workspace`
pub(crate) async fn page(visit: Visit, fields: Fields) -> Response {
    private(visit, move |desk, view, who| {
        let notice = notice(desk.locale, &fields);
        let html = written(desk, view, who, notice, &Fields::default(), Vec::new())?;
        Ok(Reply::page(html).for_passkeys(desk))
    })
    .await
}

/// `POST /workspace/password`
pub(crate) async fn change_password(sent: Sent) -> Response {
    private_form(sent, |desk, who, fields| {
        let again = |to_mend: ToMend| again(desk, who, &Fields::default(), to_mend);
        let (limiter, of) = (desk.site.limiter(), who.account.as_str());
        if let Err(seconds) = limiter.attempt_signed_in(of, desk.site.now()) {
            let html = again(too_often(desk.locale, seconds))?;
            return Ok(Reply::later(html, seconds).for_passkeys(desk));
        }
        let proof = Proof {
            password: fields.get("old-password").unwrap_or_default(),
            code: fields.get("old-code").unwrap_or_default(),
        };
        let new = fields.get("new-password").unwrap_or_default();
        let changed = {
            let _one_at_a_time = desk.site.hashing();
            who.act(desk, |by| {
                people::change_password(desk.site.office(), proof, new, who.browser.as_ref(), by)
            })
        };
        match told(changed)? {
            Ok(session) => {
                limiter.succeeded_signed_in(of);
                let path = format!("{}?done=password", routes::WORKSPACE);
                let cookie = signed_in::cookie(&desk.site, &session);
                Ok(Reply::elsewhere(desk, &path).with_cookie(&cookie))
            }
            Err(refusal) => {
                let to_mend = ToMend::of(desk.locale, &refusal);
                let html = again(to_mend.beside("old-password", "old-code"))?;
                Ok(Reply::mend(html).for_passkeys(desk))
            }
        }
    })
    .await
}

/// The workspace again, with what was sent and what is to be mended.
pub(crate) fn again(
    desk: &Desk,
    who: &SignedIn,
    sent: &Fields,
    to_mend: ToMend,
) -> Result<String, PageError> {
    view(desk, |view| written(desk, view, who, None, sent, vec![to_mend]))
}

/// Where whoever is signed in goes on from here.
fn onwards(desk: &Desk, view: &View<'_>, who: &SignedIn) -> Result<Vec<Link>, PageError> {
    let locale = desk.locale;
    let mut links = vec![waits::link(desk, view, who)?];
    let seats: BTreeSet<&Seat> = who.grants.iter().filter_map(Grant::seat).collect();
    for seat in seats {
        let voice = voice_in_words(locale, view, &seat.partnership, &seat.voice)?;
        let partnership = partnership_in_words(locale, view, &seat.partnership)?;
        let texts = [("voice", voice.as_str()), ("partnership", &partnership)];
        let mut text = locale.say_about("workspace-side", &texts);
        let waiting = if sees_proposals(view, who, seat)? { waiting(view, seat)? } else { 0 };
        if waiting > 0 {
            let count = locale.say_count("workspace-waiting", waiting);
            text = format!("{text} – {count}");
        }
        links.push(Link::to(text, routes::localized(locale.language(), &routes::side(seat))));
    }
    if who.keeps_accounts() {
        let people = routes::localized(locale.language(), routes::WORKSPACE_PEOPLE);
        links.push(Link::to(locale.say("workspace-people"), people));
    }
    Ok(links)
}

fn written(
    desk: &Desk,
    view: &View<'_>,
    who: &SignedIn,
    notice: Option<String>,
    sent: &Fields,
    to_mend: Vec<ToMend>,
) -> Result<String, PageError> {
    let locale = desk.locale;
    let about = About {
        title: locale.say("workspace"),
        description: locale.say("workspace-lead"),
        path: routes::WORKSPACE.to_owned(),
        ..About::default()
    };
    let people = desk.site.office().house().people();
    let account = people.account(&who.account);
    let mut fields =
        vec![FormField::password(locale, "old-password", "current-password").mended_by(&to_mend)];
    fields.extend(code_field_of(locale, account, "old-code", &to_mend));
    fields.push(new_password(locale, &to_mend));
    let localized = |path: &str| routes::localized(locale.language(), path);
    let page = WorkspacePage {
        frame: Frame::new(desk, None, about)?.private(Some(waits::link(desk, view, who)?)),
        notice,
        told: second_step::told_of(desk, &people, who),
        request: second_step::request(desk, who),
        onwards: onwards(desk, view, who)?,
        facts: facts(desk, view, who)?,
        choice: people.account(&who.account).map(|account| choice::form(desk, account)),
        sessions: sessions::section(desk, who),
        change_password: localized(routes::WORKSPACE_PASSWORD),
        username: account.and_then(|it| it.mail.clone()).unwrap_or_default(),
        fields,
        second: second_step::section(desk, account, &to_mend),
        links: sign_on::section(desk, &people, account, &to_mend),
        passkeys: passkey::rows(desk, &people, &who.account),
        remove_passkey: localized(routes::WORKSPACE_PASSKEYS_REMOVE),
        add_passkey: passkey::offered(desk, routes::WORKSPACE_PASSKEYS),
        passkey_fields: passkey::fields(locale, account, sent, &to_mend),
        to_mend,
    };
    Ok(page.render()?)
}

fn facts(desk: &Desk, view: &View<'_>, who: &SignedIn) -> Result<Vec<Fact>, PageError> {
    let locale = desk.locale;
    let people = desk.site.office().house().people();
    let mut roles = Vec::new();
    for grant in &who.grants {
        roles.push(Link::plain(grant_in_words(locale, view, grant)?));
    }
    if roles.is_empty() {
        roles.push(Link::plain(locale.say("no-roles")));
    }
    let fact = |key: &str, values: Vec<Link>| Fact { label: locale.say(key), values };
    let mut facts = vec![
        fact("field-name", vec![Link::plain(&who.name)]),
        fact("field-language", vec![Link::plain(locale.say_code("language", who.language.tag()))]),
        fact("account-roles", roles),
    ];
    let refused = people.account(&who.account).map_or(0, |account| account.refused_before);
    if refused > 0 {
        let told = locale.say_count("refused-before", refused);
        facts.push(fact("refused-sign-ins", vec![Link::plain(told)]));
    }
    Ok(facts)
}
