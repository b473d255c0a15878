//! Passkeys: those somebody has, adding one, signing in with one. The device is asked on a page of
//! its own, by a script of the site.

use askama::Template;
use axum::extract::{OriginalUri, State};
use axum::http::HeaderMap;
use axum::response::Response;
use base64::Engine as _;
use base64::prelude::BASE64_URL_SAFE_NO_PAD;
use serde_json::json;
use servanda_actions::VISITOR;
use servanda_actions::people::challenge::CHALLENGE_SECONDS;
use servanda_actions::people::{self, PasskeyAsked, PasskeyMade, Proof, RelyingParty, SignedWith};
use servanda_model::AccountId;
use servanda_register::{Account, Devices, People};

use super::field::{FormField, ToMend};
use super::people::workspace_crumb;
use super::reply::{Posted, Reply, answer};
use super::second_step::code_field_of;
use super::sign_in::{end_former, form, is_own, onwards, too_often};
use super::signed_in::{self, SignedIn};
use super::visit::Sent;
use super::yours::again;
use super::{browser, private_form, told};
use crate::answer::PageError;
use crate::block::Link;
use crate::fields::Fields;
use crate::frame::{About, Frame};
use crate::locale::Locale;
use crate::routes;
use crate::site::Desk;

/// The name under which devices keep passkeys of this site.
const SITE_NAME: &str = "Servanda";
/// Under what sign-ins with passkeys are counted that are of nobody we know.
const UNKNOWN: &str = "passkey";

/// The page that asks for a passkey.
#[derive(Debug, Template)]
#[template(path = "workspace/passkey.html")]
pub(crate) struct PasskeyPage {
    pub(crate) frame: Frame,
    pub(crate) lead: String,
    /// What is signed, where it is more than to say who somebody is.
    pub(crate) lines: Vec<String>,
    pub(crate) action: String,
    /// The origin that passkeys are bound to.
    pub(crate) origin: String,
    /// What is said where the browser gives nothing.
    pub(crate) failed: String,
    /// The device is asked when the button is pressed, not at once.
    pub(crate) waits: bool,
    /// `create` or `get`, as the script names what it asks the browser for.
    pub(crate) ceremony: &'static str,
    /// What the browser is asked with, as JSON.
    pub(crate) options: String,
    /// What is sent along: name and value.
    pub(crate) hidden: Vec<(String, String)>,
    pub(crate) button: String,
    /// Where to go on without.
    pub(crate) without: Link,
}

/// The fields that a signature comes in.
pub(crate) const SIGNATURE: [&str; 5] =
    ["credential", "user", "client-data", "authenticator-data", "signature"];

/// A passkey in the list of somebody's own.
#[derive(Debug)]
pub(crate) struct PasskeyRow {
    pub(crate) label: String,
    pub(crate) details: Vec<String>,
    pub(crate) credential: String,
}

/// The passkeys of an account.
pub(crate) fn rows(desk: &Desk, people: &People, account: &AccountId) -> Vec<PasskeyRow> {
    let locale = desk.locale;
    let dated = |key: &str, at: i64| locale.say_about(key, &[("date", &locale.day_of(at))]);
    let row = |passkey: &servanda_register::Passkey| PasskeyRow {
        label: passkey.label.clone().unwrap_or_else(|| locale.say("erased")),
        details: vec![
            dated("passkey-added-on", passkey.added_at),
            match passkey.last_used {
                Some(at) => dated("passkey-used-on", at),
                None => locale.say("passkey-never-used"),
            },
            locale.say(match passkey.devices {
                Devices::One => "passkey-on-one",
                Devices::Many => "passkey-on-many",
            }),
        ],
        credential: passkey.credential.clone(),
    };
    people.passkeys(account).into_iter().map(row).collect()
}

/// The fields with which a passkey is added to an account.
pub(crate) fn fields(
    locale: &Locale,
    account: Option<&Account>,
    sent: &Fields,
    to_mend: &[ToMend],
) -> Vec<FormField> {
    let password = FormField::password(locale, "passkey-password", "current-password");
    let mut fields = vec![
        FormField::text(locale, "label", "off", sent)
            .with_hint(locale.say("field-label-hint"))
            .mended_by(to_mend),
        password.mended_by(to_mend),
    ];
    fields.extend(code_field_of(locale, account, "passkey-code", to_mend));
    fields
}

/// Something that is done with passkeys, shown by the script where the browser has them.
#[derive(Debug)]
pub(crate) struct Offer {
    /// Where it is done.
    pub(crate) action: String,
    /// The origin that passkeys are bound to.
    pub(crate) origin: String,
}

/// What is done with passkeys at a path, where the site can have them.
pub(crate) fn offered(desk: &Desk, path: &str) -> Option<Offer> {
    let origin = desk.site.relying_party()?.origin.clone();
    Some(Offer { action: routes::localized(desk.locale.language(), path), origin })
}

/// `POST /workspace/passkeys`
pub(crate) async fn ask_for_new(sent: Sent) -> Response {
    private_form(sent, |desk, who, fields| {
        let site = relying_party(desk)?;
        let (limiter, of) = (desk.site.limiter(), who.account.as_str());
        if let Err(seconds) = limiter.attempt_signed_in(of, desk.site.now()) {
            let html = again(desk, who, fields, too_often(desk.locale, seconds))?;
            return Ok(Reply::later(html, seconds).for_passkeys(desk));
        }
        let label = fields.get("label").unwrap_or_default();
        let proof = Proof {
            password: fields.get("passkey-password").unwrap_or_default(),
            code: fields.get("passkey-code").unwrap_or_default(),
        };
        let asked = {
            let _one_at_a_time = desk.site.hashing();
            let office = desk.site.office();
            who.act(desk, |by| people::begin_adding_passkey(office, label, proof, by))
        };
        match told(asked)? {
            Ok(asked) => {
                limiter.succeeded_signed_in(of);
                Ok(Reply::page(to_make(desk, site, &asked)?).for_passkeys(desk))
            }
            Err(refusal) => mend_workspace(desk, who, fields, &refusal),
        }
    })
    .await
}

/// `POST /workspace/passkeys/made`
pub(crate) async fn add(sent: Sent) -> Response {
    private_form(sent, |desk, who, fields| {
        let site = relying_party(desk)?;
        let made = PasskeyMade {
            client_data: bytes(fields, "client-data"),
            attestation: bytes(fields, "attestation"),
        };
        let office = desk.site.office();
        let added = who.act(desk, |by| people::finish_adding_passkey(office, site, &made, by));
        match told(added)? {
            Ok(()) => Ok(Reply::elsewhere(desk, &format!("{}?done=passkey", routes::WORKSPACE))),
            Err(refusal) => mend_workspace(desk, who, fields, &refusal),
        }
    })
    .await
}

/// `POST /workspace/passkeys/remove`
pub(crate) async fn remove(sent: Sent) -> Response {
    private_form(sent, |desk, who, fields| {
        let credential = fields.get("credential").unwrap_or_default();
        let office = desk.site.office();
        match told(who.act(desk, |by| people::remove_passkey(office, credential, by)))? {
            Ok(()) => {
                let path = format!("{}?done=passkey-removed", routes::WORKSPACE);
                Ok(Reply::elsewhere(desk, &path))
            }
            Err(refusal) => mend_workspace(desk, who, fields, &refusal),
        }
    })
    .await
}

/// `POST /sign-in/passkey`
pub(crate) async fn ask_to_sign_in(
    State(desk): State<Desk>,
    OriginalUri(uri): OriginalUri,
    posted: Posted,
) -> Response {
    answer(desk, uri, move |desk| {
        let fields = posted.read()?;
        let site = relying_party(desk)?;
        let office = desk.site.office();
        let challenge = desk.site.acting(VISITOR, |by| people::begin_passkey_sign_in(office, by));
        Ok(Reply::page(to_sign(desk, site, &challenge, &fields)?).for_passkeys(desk))
    })
    .await
}

/// `POST /sign-in/passkey/signed`
pub(crate) async fn sign_in(
    State(desk): State<Desk>,
    OriginalUri(uri): OriginalUri,
    headers: HeaderMap,
    posted: Posted,
) -> Response {
    answer(desk, uri, move |desk| {
        let source = posted.source();
        let fields = posted.read()?;
        let site = relying_party(desk)?;
        let sent = signed_with(&fields, bytes(&fields, "challenge"));
        let office = desk.site.office();
        let people = office.house().people();
        let known = people.passkey(&people::credential_of(&sent.credential_id));
        let tried_for = known.map_or(UNKNOWN, |passkey| &passkey.credential);
        if let Err(seconds) =
            desk.site.passkey_limiter().attempt(tried_for, source, desk.site.now())
        {
            let html = form(desk, &fields, vec![too_often(desk.locale, seconds)])?;
            return Ok(Reply::later(html, seconds).for_passkeys(desk));
        }
        let browser = browser::of(&headers);
        let signed_in = desk.site.acting(VISITOR, |by| {
            people::sign_in_with_passkey(office, site, &sent, browser.as_ref(), by)
        });
        match told(signed_in)? {
            Ok(session) => {
                desk.site.passkey_limiter().succeeded(tried_for, source);
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

/// The page on which a device makes a passkey.
fn to_make(desk: &Desk, site: &RelyingParty, asked: &PasskeyAsked) -> Result<String, PageError> {
    let locale = desk.locale;
    let options = json!({
        "challenge": encoded(&asked.challenge),
        "relyingParty": site.id,
        "site": SITE_NAME,
        "user": encoded(asked.account.as_str().as_bytes()),
        "name": asked.name,
        "known": asked.known,
        "seconds": CHALLENGE_SECONDS,
    });
    let about = About {
        title: locale.say("passkey-make"),
        description: locale.say("passkey-make-lead"),
        path: routes::WORKSPACE_PASSKEYS.to_owned(),
        crumbs: vec![workspace_crumb(desk)],
        ..About::default()
    };
    let workspace = routes::localized(locale.language(), routes::WORKSPACE);
    let page = PasskeyPage {
        lead: about.description.clone(),
        lines: Vec::new(),
        frame: Frame::new(desk, None, about)?,
        action: routes::localized(locale.language(), routes::WORKSPACE_PASSKEYS_MADE),
        origin: site.origin.clone(),
        failed: locale.say("passkey-failed"),
        waits: false,
        ceremony: "create",
        options: options.to_string(),
        hidden: ["client-data", "attestation"].map(|name| (name.to_owned(), String::new())).into(),
        button: locale.say("passkey-ask-again"),
        without: Link::to(locale.say("passkey-back"), workspace),
    };
    Ok(page.render()?)
}

/// The page on which a device signs in.
fn to_sign(
    desk: &Desk,
    site: &RelyingParty,
    challenge: &[u8],
    sent: &Fields,
) -> Result<String, PageError> {
    let locale = desk.locale;
    let options = json!({
        "challenge": encoded(challenge),
        "relyingParty": site.id,
        "seconds": CHALLENGE_SECONDS,
    });
    let about = About {
        title: locale.say("passkey-sign-in"),
        description: locale.say("passkey-sign-in-lead"),
        path: routes::SIGN_IN_PASSKEY.to_owned(),
        ..About::default()
    };
    let mut hidden = vec![("challenge".to_owned(), encoded(challenge))];
    hidden.extend(SIGNATURE.map(|name| (name.to_owned(), String::new())));
    let next = sent.get("next").filter(|next| is_own(next));
    hidden.extend(next.map(|next| ("next".to_owned(), next.to_owned())));
    let back = routes::localized(locale.language(), routes::SIGN_IN);
    let page = PasskeyPage {
        lead: about.description.clone(),
        lines: Vec::new(),
        frame: Frame::new(desk, None, about)?,
        action: routes::localized(locale.language(), routes::SIGN_IN_PASSKEY_SIGNED),
        origin: site.origin.clone(),
        failed: locale.say("passkey-failed"),
        waits: false,
        ceremony: "get",
        options: options.to_string(),
        hidden,
        button: locale.say("passkey-ask-again"),
        without: Link::to(locale.say("passkey-password"), back),
    };
    Ok(page.render()?)
}

fn mend_workspace(
    desk: &Desk,
    who: &SignedIn,
    sent: &Fields,
    refusal: &people::PeopleRefusal,
) -> Result<Reply, PageError> {
    let to_mend = ToMend::of(desk.locale, refusal).beside("passkey-password", "passkey-code");
    Ok(Reply::mend(again(desk, who, sent, to_mend)?).for_passkeys(desk))
}

/// What the browser has sent of a signature over a challenge.
pub(crate) fn signed_with(fields: &Fields, challenge: Vec<u8>) -> SignedWith {
    SignedWith {
        challenge,
        credential_id: bytes(fields, "credential"),
        user: bytes(fields, "user"),
        client_data: bytes(fields, "client-data"),
        authenticator_data: bytes(fields, "authenticator-data"),
        signature: bytes(fields, "signature"),
    }
}

/// For whom passkeys are; there is no such page where there can be none.
pub(crate) fn relying_party(desk: &Desk) -> Result<&RelyingParty, PageError> {
    desk.site.relying_party().ok_or(PageError::NotFound)
}

pub(crate) fn encoded(bytes: &[u8]) -> String {
    BASE64_URL_SAFE_NO_PAD.encode(bytes)
}

/// The bytes in a field; what cannot be read is empty, and verifies as nothing.
fn bytes(fields: &Fields, name: &str) -> Vec<u8> {
    BASE64_URL_SAFE_NO_PAD.decode(fields.get(name).unwrap_or_default()).unwrap_or_default()
}
