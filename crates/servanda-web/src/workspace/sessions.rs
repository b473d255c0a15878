//! The sessions somebody has: with what, since when, last used; ending one, or all others.

use axum::response::Response;
use servanda_actions::people;
use servanda_model::AccountId;
use servanda_register::Session;

use super::reply::Reply;
use super::signed_in::SignedIn;
use super::visit::Sent;
use super::{browser, private_form, told};
use crate::answer::PageError;
use crate::routes;
use crate::site::Desk;

/// The sessions on the page of whoever is signed in.
#[derive(Debug)]
pub(crate) struct Section {
    pub(crate) rows: Vec<SessionRow>,
    pub(crate) end: String,
    /// Where all others are ended; none where there are none.
    pub(crate) end_others: Option<String>,
    pub(crate) end_all: String,
}

/// A session in the list.
#[derive(Debug)]
pub(crate) struct SessionRow {
    pub(crate) title: String,
    pub(crate) details: Vec<String>,
    /// The hash of its token, by which it is ended; none of the one that looks.
    pub(crate) hash: Option<String>,
}

/// The sessions of an account that are not over, with when each was last used.
pub(crate) fn live(desk: &Desk, account: &AccountId) -> Vec<(String, Session, i64)> {
    let now = desk.site.now();
    let people = desk.site.office().house().people();
    let found = people.sessions(account, now).into_iter();
    let used = found.filter_map(|(hash, session)| {
        let last = desk.site.activity().last(hash, session, now)?;
        Some((hash.to_owned(), session.clone(), last))
    });
    used.collect()
}

/// The sessions of whoever is signed in, this one first.
pub(crate) fn section(desk: &Desk, who: &SignedIn) -> Section {
    let localized = |path: &str| routes::localized(desk.locale.language(), path);
    let mut found = live(desk, &who.account);
    found.sort_by_key(|(hash, _, _)| *hash != who.session);
    let has_others = found.len() > 1;
    Section {
        rows: found
            .iter()
            .map(|(hash, session, last)| row(desk, who, hash, session, *last))
            .collect(),
        end: localized(routes::WORKSPACE_SESSIONS_END),
        end_others: has_others.then(|| localized(routes::WORKSPACE_SESSIONS_END_OTHERS)),
        end_all: localized(routes::SIGN_OUT_EVERYWHERE),
    }
}

fn row(desk: &Desk, who: &SignedIn, hash: &str, session: &Session, last: i64) -> SessionRow {
    let locale = desk.locale;
    let is_this = hash == who.session;
    let dated = |key: &str, at: i64| {
        locale.say_about(key, &[("date", &locale.day_of(at)), ("time", &time_of(at))])
    };
    let way = match (&session.credential, &session.link) {
        (Some(_), _) => "session-by-passkey",
        (None, Some(_)) => "session-by-link",
        (None, None) => "session-by-password",
    };
    let mut details = vec![dated("session-began", session.began_at)];
    if is_this {
        details.insert(0, locale.say("session-this"));
    } else {
        details.push(dated("session-used", last));
    }
    details.push(locale.say(way));
    SessionRow {
        title: browser::in_words(locale, session.browser.as_ref()),
        details,
        hash: (!is_this).then(|| hash.to_owned()),
    }
}

/// The time of a day, in UTC.
fn time_of(at: i64) -> String {
    let minutes = at.rem_euclid(86_400) / 60;
    format!("{:02}:{:02}", minutes / 60, minutes % 60)
}

/// `POST /workspace/sessions/end`
pub(crate) async fn end(sent: Sent) -> Response {
    private_form(sent, |desk, who, fields| {
        let session = fields.get("session").unwrap_or_default();
        let office = desk.site.office();
        done(desk, "session-ended", who.act(desk, |by| people::end_session(office, session, by)))
    })
    .await
}

/// `POST /workspace/sessions/end-others`
pub(crate) async fn end_others(sent: Sent) -> Response {
    private_form(sent, |desk, who, _fields| {
        let office = desk.site.office();
        let ended = who.act(desk, |by| people::end_other_sessions(office, &who.session, by));
        done(desk, "others-ended", ended)
    })
    .await
}

fn done(
    desk: &Desk,
    word: &str,
    done: Result<(), servanda_actions::NotDone<people::PeopleRefusal>>,
) -> Result<Reply, PageError> {
    match told(done)? {
        Ok(()) => Ok(Reply::elsewhere(desk, &format!("{}?done={word}", routes::WORKSPACE))),
        Err(_closed_meanwhile) => Err(PageError::Forbidden),
    }
}
