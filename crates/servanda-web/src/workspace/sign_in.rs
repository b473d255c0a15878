//! Signing in and out.

use askama::Template;
use axum::extract::{OriginalUri, State};
use axum::http::{HeaderMap, Uri};
use axum::response::Response;
use servanda_actions::VISITOR;
use servanda_actions::people::{self, Entered, token_hash};

use super::field::{FormField, ToMend};
use super::passkey::Offer;
use super::reply::{Posted, Reply, answer};
use super::signed_in::{self, SignedIn};
use super::visit::Sent;
use super::{browser, passkey, private_form, second_step, sign_on, told};
use crate::answer::PageError;
use crate::fields::Fields;
use crate::frame::{About, Frame};
use crate::locale::Locale;
use crate::routes;
use crate::site::Desk;

/// Bytes of an address that one is led back to.
const NEXT_BYTES_MAX: usize = 1_000;
/// What can have been done just before a page is shown.
const DONE: [&str; 16] = [
    "chosen",
    "password",
    "granted",
    "revoked",
    "closed",
    "signed-out",
    "everywhere",
    "passkey",
    "passkey-removed",
    "second-step-removed",
    "second-step-reset",
    "session-ended",
    "linked",
    "link-removed",
    "others-ended",
    "sessions-ended",
];

/// The sign-in page.
#[derive(Debug, Template)]
#[template(path = "workspace/sign-in.html")]
struct SignInPage {
    frame: Frame,
    action: String,
    /// Where whoever has a passkey is asked for it; none where there can be none.
    passkey: Option<Offer>,
    /// Where whoever has linked an account signs in through the provider; none where there is none.
    provider: Option<sign_on::Offer>,
    notice: Option<String>,
    to_mend: Vec<ToMend>,
    fields: Vec<FormField>,
    next: Option<String>,
    /// What can be signed in with, where this is a demonstration.
    demonstration: Option<Shown>,
}

/// The accounts of a demonstration.
#[derive(Debug)]
struct Shown {
    password: String,
    accounts: Vec<(String, String)>,
}

/// To the sign-in page, and back to an address when that is done.
pub(crate) fn first(desk: &Desk, uri: &Uri) -> Reply {
    let next = uri.path_and_query().map_or("", |it| it.as_str());
    let sign_in = routes::localized(desk.locale.language(), routes::SIGN_IN);
    if !is_own(next) {
        return Reply::on_to(sign_in);
    }
    let mut query = form_urlencoded::Serializer::new(String::new());
    query.append_pair("next", next);
    Reply::on_to(format!("{sign_in}?{}", query.finish()))
}

/// Whether an address is a path of this site: with one slash at the beginning, so that it names no
/// other host, and nothing that a browser would read as one.
pub(crate) fn is_own(address: &str) -> bool {
    let mut bytes = address.bytes();
    address.len() <= NEXT_BYTES_MAX
        && bytes.next() == Some(b'/')
        && !matches!(bytes.next(), Some(b'/' | b'\\'))
        && address.bytes().all(|byte| byte.is_ascii_graphic() && byte != b'\\')
}

/// What was done just before, in words.
pub(crate) fn notice(locale: &Locale, fields: &Fields) -> Option<String> {
    let done = fields.get("done").filter(|done| DONE.contains(done))?;
    Some(locale.say_code("done", done))
}

/// `GET /sign-in`
pub(crate) async fn page(
    State(desk): State<Desk>,
    OriginalUri(uri): OriginalUri,
    headers: HeaderMap,
    fields: Fields,
) -> Response {
    answer(desk, uri, move |desk| {
        if SignedIn::of(desk, &headers).is_some() {
            return Ok(onwards(desk, &fields));
        }
        Ok(Reply::page(form(desk, &fields, Vec::new())?).for_passkeys(desk))
    })
    .await
}

/// Ends the session that the browser brought: it has another one now.
pub(crate) fn end_former(desk: &Desk, headers: &HeaderMap) -> Result<(), PageError> {
    let Some(token) = signed_in::token(&desk.site, headers) else { return Ok(()) };
    let ended = desk.site.acting(VISITOR, |by| people::sign_out(desk.site.office(), token, by));
    // A token of no session ends none.
    let _ended = told(ended)?;
    Ok(())
}

/// `POST /sign-in`
pub(crate) async fn sign_in(
    State(desk): State<Desk>,
    OriginalUri(uri): OriginalUri,
    headers: HeaderMap,
    posted: Posted,
) -> Response {
    answer(desk, uri, move |desk| {
        let source = posted.source();
        let fields = posted.read()?;
        let mail = fields.get("mail").unwrap_or_default();
        let password = fields.get("password").unwrap_or_default();
        let tried_for = token_hash(&mail.trim().to_lowercase());
        if let Err(seconds) = desk.site.limiter().attempt(&tried_for, source, desk.site.now()) {
            let html = form(desk, &fields, vec![too_often(desk.locale, seconds)])?;
            return Ok(Reply::later(html, seconds).for_passkeys(desk));
        }
        let signed_in = {
            let _one_at_a_time = desk.site.hashing();
            let office = desk.site.office();
            let browser = browser::of(&headers);
            desk.site
                .acting(VISITOR, |by| people::sign_in(office, mail, password, browser.as_ref(), by))
        };
        match told(signed_in)? {
            Ok(Entered::CodeAsked(asked)) => {
                Ok(Reply::page(second_step::code_page(desk, &asked, &fields, Vec::new())?))
            }
            Ok(Entered::Session(session)) => {
                desk.site.limiter().succeeded(&tried_for, source);
                end_former(desk, &headers)?;
                let cookie = signed_in::cookie(&desk.site, &session);
                Ok(onwards(desk, &fields).with_cookie(&cookie))
            }
            Err(refusal) => {
                let to_mend = vec![ToMend::of(desk.locale, &refusal)];
                Ok(Reply::mend(form(desk, &fields, to_mend)?).for_passkeys(desk))
            }
        }
    })
    .await
}

/// `POST /sign-out`
pub(crate) async fn sign_out(
    State(desk): State<Desk>,
    OriginalUri(uri): OriginalUri,
    headers: HeaderMap,
) -> Response {
    answer(desk, uri, move |desk| {
        if let Some(token) = signed_in::token(&desk.site, &headers) {
            let office = desk.site.office();
            let done = desk.site.acting(VISITOR, |by| people::sign_out(office, token, by));
            // Nothing is refused: a session that has ended is ended.
            drop(told(done)?);
        }
        let path = format!("{}?done=signed-out", routes::SIGN_IN);
        Ok(Reply::elsewhere(desk, &path)
            .with_cookie(&signed_in::no_cookie(&desk.site))
            .forgetting())
    })
    .await
}

/// `POST /workspace/sign-out-everywhere`
pub(crate) async fn sign_out_everywhere(sent: Sent) -> Response {
    private_form(sent, |desk, who, _fields| {
        let office = desk.site.office();
        let done = who.act(desk, |by| people::sign_out_everywhere(office, &who.account, by));
        if told(done)?.is_err() {
            return Err(PageError::Forbidden);
        }
        let path = format!("{}?done=everywhere", routes::SIGN_IN);
        Ok(Reply::elsewhere(desk, &path)
            .with_cookie(&signed_in::no_cookie(&desk.site))
            .forgetting())
    })
    .await
}

/// How long to wait before a password may be tried again.
pub(crate) fn too_often(locale: &Locale, seconds: i64) -> ToMend {
    let minutes = u64::try_from(seconds).unwrap_or(0).div_ceil(60);
    ToMend { field: None, what: locale.say_count("refused-too-often", minutes) }
}

pub(crate) fn onwards(desk: &Desk, fields: &Fields) -> Reply {
    match fields.get("next").filter(|next| is_own(next)) {
        Some(next) => Reply::on_to(next.to_owned()),
        None => Reply::elsewhere(desk, routes::WORKSPACE),
    }
}

/// The sign-in page, with what is to be mended.
pub(crate) fn form(desk: &Desk, sent: &Fields, to_mend: Vec<ToMend>) -> Result<String, PageError> {
    let locale = desk.locale;
    let about = About {
        title: locale.say("sign-in"),
        description: locale.say("sign-in-lead"),
        path: routes::SIGN_IN.to_owned(),
        ..About::default()
    };
    let page = SignInPage {
        frame: Frame::new(desk, None, about)?,
        action: routes::localized(locale.language(), routes::SIGN_IN),
        passkey: passkey::offered(desk, routes::SIGN_IN_PASSKEY),
        provider: sign_on::offered(desk, sent.get("next").filter(|next| is_own(next))),
        notice: notice(locale, sent).filter(|_| to_mend.is_empty()),
        fields: vec![
            FormField::mail(locale, "mail", "username", sent).mended_by(&to_mend),
            FormField::password(locale, "password", "current-password").mended_by(&to_mend),
        ],
        to_mend,
        next: sent.get("next").filter(|next| is_own(next)).map(str::to_owned),
        demonstration: desk
            .site
            .demonstration()
            .map(|it| Shown { password: it.password.clone(), accounts: it.accounts.clone() }),
    };
    Ok(page.render()?)
}

#[cfg(test)]
mod tests;
