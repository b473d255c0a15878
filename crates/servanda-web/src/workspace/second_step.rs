//! The second step after the password: adding an authenticator, the code at sign-in, recovery codes,
//! taking it away again.

use askama::Template;
use axum::extract::{OriginalUri, State};
use axum::http::HeaderMap;
use axum::response::Response;
use base64::Engine as _;
use base64::prelude::BASE64_URL_SAFE_NO_PAD;
use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};
use servanda_actions::VISITOR;
use servanda_actions::people::{
    self, NewSecret, PeopleRefusal, Proof, RecoveryCodes, second_step::grouped,
};
use servanda_model::{AccountId, Action};
use servanda_register::{Account, People};

use super::field::{FormField, ToMend};
use super::people::workspace_crumb;
use super::reply::{Posted, Reply, answer};
use super::sign_in::{end_former, form, is_own, onwards, too_often};
use super::signed_in::{self, SignedIn};
use super::visit::Sent;
use super::yours::again;
use super::{browser, private_form, qr, told};
use crate::answer::PageError;
use crate::block::Link;
use crate::fields::Fields;
use crate::frame::{About, Frame};
use crate::locale::Locale;
use crate::routes;
use crate::site::Desk;

/// Where the section is on the page of the workspace.
const PLACE: &str = "second-step";

/// Under what codes are counted that nobody was asked for.
const UNKNOWN: &str = "code";

/// The second step on the page of whoever is signed in.
#[derive(Debug)]
pub(crate) struct Section {
    pub(crate) place: &'static str,
    /// Since when there is one, and how many recovery codes are left; none where there is none.
    pub(crate) there: Option<There>,
    /// Where it is begun to be added.
    pub(crate) begin: String,
    pub(crate) fields: Vec<FormField>,
}

/// A second step that is there.
#[derive(Debug)]
pub(crate) struct There {
    pub(crate) details: Vec<String>,
    pub(crate) renew: String,
    pub(crate) remove: String,
}

/// The page on which an authenticator is added.
#[derive(Debug, Template)]
#[template(path = "workspace/second-step.html")]
struct NewSecretPage {
    frame: Frame,
    to_mend: Vec<ToMend>,
    /// The secret as an address that apps open.
    address: String,
    /// The same as a picture to be scanned.
    picture: qr::Picture,
    /// The secret in groups, to be typed.
    secret: String,
    action: String,
    fields: Vec<FormField>,
    without: Link,
}

/// The page with recovery codes, shown once.
#[derive(Debug, Template)]
#[template(path = "workspace/recovery-codes.html")]
struct RecoveryCodesPage {
    frame: Frame,
    notice: String,
    codes: Vec<String>,
    back: Link,
}

/// The page that asks for a code at sign-in.
#[derive(Debug, Template)]
#[template(path = "workspace/code.html")]
struct CodePage {
    frame: Frame,
    action: String,
    to_mend: Vec<ToMend>,
    fields: Vec<FormField>,
    hidden: Vec<(&'static str, String)>,
    without: Link,
}

/// The second step of an account, as its holder sees it.
pub(crate) fn section(desk: &Desk, account: Option<&Account>, to_mend: &[ToMend]) -> Section {
    let locale = desk.locale;
    let localized = |path: &str| routes::localized(locale.language(), path);
    let second = account.and_then(|account| account.second_step.as_ref());
    let mut fields =
        vec![FormField::password(locale, "second-password", "current-password").mended_by(to_mend)];
    if second.is_some() {
        fields.push(code_field(locale, "second-code", to_mend));
    }
    let there = second.map(|second| {
        let left = crate::block::count(second.recovery_left());
        There {
            details: vec![
                locale.say_about("second-step-since", &[("date", &locale.day_of(second.since))]),
                locale.say_count("recovery-codes-left", left),
            ],
            renew: localized(routes::WORKSPACE_RECOVERY_CODES),
            remove: localized(routes::WORKSPACE_SECOND_STEP_REMOVE),
        }
    });
    Section { place: PLACE, there, begin: localized(routes::WORKSPACE_SECOND_STEP), fields }
}

/// A field for a code, as all that change how somebody signs in ask for it.
pub(crate) fn code_field(locale: &Locale, name: &'static str, to_mend: &[ToMend]) -> FormField {
    FormField::text(locale, name, "one-time-code", &Fields::default())
        .with_hint(locale.say("field-code-hint"))
        .mended_by(to_mend)
}

/// The field for a code where the account has a second step.
pub(crate) fn code_field_of(
    locale: &Locale,
    account: Option<&Account>,
    name: &'static str,
    to_mend: &[ToMend],
) -> Option<FormField> {
    account?.second_step.as_ref()?;
    Some(code_field(locale, name, to_mend))
}

/// What whoever is signed in is told about it: that it was taken away, that a recovery code was
/// used, or that whoever binds a side should have one.
pub(crate) fn told_of(desk: &Desk, people: &People, who: &SignedIn) -> Vec<String> {
    let locale = desk.locale;
    let Some(account) = people.account(&who.account) else { return Vec::new() };
    let mut told = Vec::new();
    if let Some(at) = account.reset_before {
        told.push(locale.say_about("second-step-was-reset", &[("date", &locale.day_of(at))]));
    }
    if let Some(second) = account.second_step.as_ref().filter(|_| account.with_recovery) {
        let left = crate::block::count(second.recovery_left());
        told.push(locale.say_count("signed-in-with-recovery", left));
    }
    told
}

/// Whether somebody may bind a side and has only a password to show for it.
pub(crate) fn should_add(desk: &Desk, who: &SignedIn) -> bool {
    let people = desk.site.office().house().people();
    let binds = who.grants.iter().any(|grant| grant.role().may(Action::Accept));
    let account = people.account(&who.account);
    binds && account.is_some_and(|account| !people::has_more_than_password(&people, account))
}

/// The request to add a second step or a passkey, for those who should.
pub(crate) fn request(desk: &Desk, who: &SignedIn) -> Option<Link> {
    should_add(desk, who).then(|| {
        let path = routes::localized(desk.locale.language(), routes::WORKSPACE);
        Link::to(desk.locale.say("second-step-request"), format!("{path}#{PLACE}"))
    })
}

/// `POST /workspace/second-step`
pub(crate) async fn begin(sent: Sent) -> Response {
    private_form(sent, |desk, who, fields| {
        let password = fields.get("second-password").unwrap_or_default();
        limited(desk, who, |desk| {
            let office = desk.site.office();
            let begun = {
                let _one_at_a_time = desk.site.hashing();
                who.act(desk, |by| people::begin_second_step(office, password, by))
            };
            Ok(told(begun)?.map(|new| secret_page(desk, &new, Vec::new()).map(Reply::page)))
        })
    })
    .await
}

/// `POST /workspace/second-step/confirm`
pub(crate) async fn confirm(sent: Sent) -> Response {
    private_form(sent, |desk, who, fields| {
        let office = desk.site.office();
        let code = fields.get("code").unwrap_or_default();
        let refusal = match told(who.act(desk, |by| people::add_second_step(office, code, by)))? {
            Ok(codes) => return Ok(Reply::page(codes_page(desk, "done-second-step", codes)?)),
            Err(refusal) => refusal,
        };
        match told(who.act(desk, |by| people::second_step_begun(office, by)))? {
            Ok(new) if refusal == PeopleRefusal::WrongCode => {
                let to_mend = vec![ToMend::of(desk.locale, &refusal)];
                Ok(Reply::mend(secret_page(desk, &new, to_mend)?))
            }
            Ok(_) | Err(_) => mend_workspace(desk, who, &refusal),
        }
    })
    .await
}

/// `POST /workspace/second-step/recovery-codes`
pub(crate) async fn renew(sent: Sent) -> Response {
    private_form(sent, |desk, who, fields| {
        limited(desk, who, |desk| {
            let office = desk.site.office();
            let renewed = {
                let _one_at_a_time = desk.site.hashing();
                who.act(desk, |by| people::renew_recovery_codes(office, proof(fields), by))
            };
            Ok(told(renewed)?
                .map(|codes| codes_page(desk, "done-recovery-codes", codes).map(Reply::page)))
        })
    })
    .await
}

/// `POST /workspace/second-step/remove`
pub(crate) async fn remove(sent: Sent) -> Response {
    private_form(sent, |desk, who, fields| {
        limited(desk, who, |desk| {
            let office = desk.site.office();
            let removed = {
                let _one_at_a_time = desk.site.hashing();
                who.act(desk, |by| people::remove_second_step(office, proof(fields), by))
            };
            let path = format!("{}?done=second-step-removed", routes::WORKSPACE);
            Ok(told(removed)?.map(|()| Ok(Reply::elsewhere(desk, &path))))
        })
    })
    .await
}

fn proof(fields: &Fields) -> Proof<'_> {
    let said = |name| fields.get(name).unwrap_or_default();
    Proof { password: said("second-password"), code: said("second-code") }
}

/// Counts the attempt, does it, and shows the workspace again where it is refused.
fn limited(
    desk: &Desk,
    who: &SignedIn,
    act: impl FnOnce(&Desk) -> Result<Result<Result<Reply, PageError>, PeopleRefusal>, PageError>,
) -> Result<Reply, PageError> {
    let (limiter, of) = (desk.site.limiter(), who.account.as_str());
    if let Err(seconds) = limiter.attempt_signed_in(of, desk.site.now()) {
        let html = again(desk, who, &Fields::default(), too_often(desk.locale, seconds))?;
        return Ok(Reply::later(html, seconds).for_passkeys(desk));
    }
    match act(desk)? {
        Ok(reply) => {
            limiter.succeeded_signed_in(of);
            reply
        }
        Err(refusal) => mend_workspace(desk, who, &refusal),
    }
}

fn mend_workspace(
    desk: &Desk,
    who: &SignedIn,
    refusal: &PeopleRefusal,
) -> Result<Reply, PageError> {
    let to_mend = ToMend::of(desk.locale, refusal).beside("second-password", "second-code");
    Ok(Reply::mend(again(desk, who, &Fields::default(), to_mend)?).for_passkeys(desk))
}

/// `POST /sign-in/code`
pub(crate) async fn sign_in(
    State(desk): State<Desk>,
    OriginalUri(uri): OriginalUri,
    headers: HeaderMap,
    posted: Posted,
) -> Response {
    answer(desk, uri, move |desk| {
        let source = posted.source();
        let fields = posted.read()?;
        let asked = fields.get("asked").unwrap_or_default();
        let asked = BASE64_URL_SAFE_NO_PAD.decode(asked).unwrap_or_default();
        let code = fields.get("code").unwrap_or_default();
        let office = desk.site.office();
        let whose = people::asked_for_code(office, &asked, desk.site.now());
        let tried_for = whose.as_ref().map_or(UNKNOWN, AccountId::as_str);
        if let Err(seconds) = desk.site.limiter().attempt(tried_for, source, desk.site.now()) {
            let to_mend = vec![too_often(desk.locale, seconds)];
            return Ok(Reply::later(code_page(desk, &asked, &fields, to_mend)?, seconds));
        }
        let browser = browser::of(&headers);
        let done = desk.site.acting(VISITOR, |by| {
            people::finish_sign_in(office, &asked, code, browser.as_ref(), by)
        });
        match told(done)? {
            Ok(session) => {
                desk.site.limiter().succeeded(tried_for, source);
                end_former(desk, &headers)?;
                let cookie = signed_in::cookie(&desk.site, &session);
                let people = office.house().people();
                let account = people.account(&session.account);
                // How many are left is said in the workspace.
                let leads = match account {
                    Some(account) if account.with_recovery => {
                        Reply::elsewhere(desk, routes::WORKSPACE)
                    }
                    Some(_) | None => onwards(desk, &fields),
                };
                Ok(leads.with_cookie(&cookie))
            }
            Err(refusal) => {
                let to_mend = vec![ToMend::of(desk.locale, &refusal)];
                if refusal == PeopleRefusal::WrongCode {
                    return Ok(Reply::mend(code_page(desk, &asked, &fields, to_mend)?));
                }
                Ok(Reply::mend(form(desk, &fields, to_mend)?).for_passkeys(desk))
            }
        }
    })
    .await
}

/// The page that asks whoever has given the password for a code.
pub(crate) fn code_page(
    desk: &Desk,
    asked: &[u8],
    sent: &Fields,
    to_mend: Vec<ToMend>,
) -> Result<String, PageError> {
    let locale = desk.locale;
    let about = About {
        title: locale.say("code"),
        description: locale.say("code-lead"),
        path: routes::SIGN_IN_CODE.to_owned(),
        ..About::default()
    };
    let mut hidden = vec![("asked", BASE64_URL_SAFE_NO_PAD.encode(asked))];
    let next = sent.get("next").filter(|next| is_own(next));
    hidden.extend(next.map(|next| ("next", next.to_owned())));
    let back = routes::localized(locale.language(), routes::SIGN_IN);
    let page = CodePage {
        frame: Frame::new(desk, None, about)?,
        action: routes::localized(locale.language(), routes::SIGN_IN_CODE),
        fields: vec![code_field(locale, "code", &to_mend)],
        to_mend,
        hidden,
        without: Link::to(locale.say("code-back"), back),
    };
    Ok(page.render()?)
}

fn secret_page(desk: &Desk, new: &NewSecret, to_mend: Vec<ToMend>) -> Result<String, PageError> {
    let locale = desk.locale;
    let about = About {
        title: locale.say("second-step-add"),
        description: locale.say("second-step-add-lead"),
        path: routes::WORKSPACE_SECOND_STEP.to_owned(),
        crumbs: vec![workspace_crumb(desk)],
        ..About::default()
    };
    let address = app_address(desk.site.address(), new);
    let workspace = routes::localized(locale.language(), routes::WORKSPACE);
    let page = NewSecretPage {
        frame: Frame::new(desk, None, about)?,
        picture: qr::Picture::of(&address).ok_or(PageError::NotFound)?,
        address,
        secret: grouped(&new.secret),
        action: routes::localized(locale.language(), routes::WORKSPACE_SECOND_STEP_CONFIRM),
        fields: vec![
            FormField::text(locale, "code", "one-time-code", &Fields::default())
                .with_hint(locale.say("second-step-code-hint"))
                .mended_by(&to_mend),
        ],
        to_mend,
        without: Link::to(locale.say("second-step-back"), workspace),
    };
    Ok(page.render()?)
}

/// The address that authenticator apps read, with the site and the mail address to tell it by (Key
/// URI format of Google Authenticator, which all of them follow).
fn app_address(site: &str, new: &NewSecret) -> String {
    let host = site.split_once("://").map_or(site, |(_, host)| host);
    let host = utf8_percent_encode(host, NON_ALPHANUMERIC);
    let name = utf8_percent_encode(&new.name, NON_ALPHANUMERIC);
    format!("otpauth://totp/{host}:{name}?secret={}&issuer={host}", new.secret)
}

fn codes_page(desk: &Desk, done: &str, codes: RecoveryCodes) -> Result<String, PageError> {
    let locale = desk.locale;
    let about = About {
        title: locale.say("recovery-codes"),
        description: locale.say("recovery-codes-lead"),
        path: routes::WORKSPACE_RECOVERY_CODES.to_owned(),
        crumbs: vec![workspace_crumb(desk)],
        ..About::default()
    };
    let workspace = routes::localized(locale.language(), routes::WORKSPACE);
    let page = RecoveryCodesPage {
        frame: Frame::new(desk, None, about)?,
        notice: locale.say(done),
        codes: codes.0,
        back: Link::to(locale.say("recovery-codes-kept"), workspace),
    };
    Ok(page.render()?)
}
