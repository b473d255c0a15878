//! Binding a party with a passkey: what is to be written is shown and signed before it is written, and
//! sent twice to the same address. Whoever has no passkey that stays on one device binds at once.

use std::convert::Infallible;

use askama::Template;
use serde_json::json;
use servanda_actions::agreement::{
    BindRefusal, Composed, binding_passkeys, compose_again, compose_to_sign, to_sign, write,
};
use servanda_actions::people::RelyingParty;
use servanda_actions::people::challenge::CHALLENGE_SECONDS;
use servanda_actions::{By, NotDone};
use servanda_model::Seat;

use super::draft::frame;
use super::field::ToMend;
use super::passkey::{PasskeyPage, SIGNATURE, encoded, signed_with};
use super::proposal::code;
use super::reply::Reply;
use super::signed_in::SignedIn;
use super::{told, view};
use crate::answer::PageError;
use crate::block::{Link, Names};
use crate::fields::Fields;
use crate::locale::Locale;
use crate::routes;
use crate::site::Desk;

/// Where a side is bound from.
pub(crate) struct Place<'a> {
    pub(crate) seat: &'a Seat,
    /// The path that the form is sent to, again with the signature.
    pub(crate) action: String,
    /// The path of the page to go back to without signing.
    pub(crate) back: String,
}

impl<'a> Place<'a> {
    /// The page of a side, where several are chosen.
    pub(crate) fn of_side(seat: &'a Seat, verb: &str) -> Self {
        let back = routes::side(seat);
        Self { seat, action: format!("{back}/{verb}"), back }
    }
}

/// An act with the title of what it is about.
pub(crate) type Titled = (String, Composed);

/// What came of binding.
pub(crate) enum Bound {
    /// It is written; the acts are known by these.
    Written(Vec<String>),
    /// It is not.
    Refused(BindRefusal),
    /// The device is asked first.
    Asked(Reply),
}

impl Bound {
    fn of(written: Result<Vec<String>, BindRefusal>) -> Self {
        written.map_or_else(Self::Refused, Self::Written)
    }
}

/// Composes acts and writes them: at once, or when they are signed. Where composing is refused, nothing
/// is asked and nothing written.
pub(crate) fn bind<R>(
    desk: &Desk,
    who: &SignedIn,
    sent: &Fields,
    place: &Place<'_>,
    compose: impl FnOnce(&mut By<'_>) -> Result<Vec<Titled>, NotDone<R>>,
) -> Result<Result<Bound, R>, PageError> {
    let office = desk.site.office();
    // From the composing to the writing nobody else writes: what is composed can be written.
    let writing = office.write_public();
    let passkeys = binding_passkeys(office, who.account.as_str());
    let Some(site) = desk.site.relying_party().filter(|_| !passkeys.is_empty()) else {
        let composed = match told(who.act(desk, compose))? {
            Ok(composed) => acts(composed),
            Err(refusal) => return Ok(Err(refusal)),
        };
        let written = who.act(desk, |by| write(office, &writing, composed, None, by));
        return Ok(Ok(Bound::of(told(written)?)));
    };
    let both = |by: &mut By<'_>| {
        let (titles, mut composed): (Vec<_>, Vec<_>) = compose(by)?.into_iter().unzip();
        Ok::<_, NotDone<R>>((titles, to_sign(&mut composed, by), composed))
    };
    let is_first = sent.get("signature").is_none_or(str::is_empty);
    let composed = who.act(desk, |by| {
        if is_first {
            Some(compose_to_sign(office, by, both))
        } else {
            compose_again(office, by, both)
        }
    });
    let Some(composed) = composed else { return Ok(Ok(Bound::Refused(BindRefusal::Over))) };
    let (titles, challenge, composed) = match told(composed)? {
        Ok(composed) => composed,
        Err(refusal) => return Ok(Err(refusal)),
    };
    let challenge = match told(challenge)? {
        Ok(challenge) if !composed.is_empty() => challenge,
        Ok(_nothing) => return Ok(Ok(Bound::Written(Vec::new()))),
        Err(refusal) => return Ok(Ok(Bound::Refused(refusal))),
    };
    if is_first {
        let lines = titles.iter().zip(&composed).map(|it| line(desk.locale, it)).collect();
        let allowed: Vec<&str> =
            passkeys.iter().filter_map(|it| it.credential_id.as_deref()).collect();
        let options = options(site, &challenge, &allowed);
        let html = page(desk, who, site, options, sent, place, lines)?;
        return Ok(Ok(Bound::Asked(Reply::page(html).for_passkeys(desk))));
    }
    let signed = signed_with(sent, challenge.to_vec());
    let written = who.act(desk, |by| write(office, &writing, composed, Some((site, &signed)), by));
    Ok(Ok(Bound::of(told(written)?)))
}

/// What came of binding with several at once.
pub(crate) enum Several<T> {
    /// The device is asked first.
    Asked(Reply),
    /// Nothing is written.
    Refused(ToMend),
    /// What is written, and what is not and why.
    Done {
        /// What is written.
        written: Vec<Written<T>>,
        /// What was refused.
        to_mend: Vec<ToMend>,
    },
}

/// One of several that is written.
pub(crate) struct Written<T> {
    pub(crate) title: String,
    pub(crate) item: T,
    /// The leaf hash of its act.
    pub(crate) leaf: String,
}

/// Binds with several at once, each by an act of its own: what is refused is told, the rest is done.
pub(crate) fn bind_all<T, R>(
    desk: &Desk,
    who: &SignedIn,
    sent: &Fields,
    place: &Place<'_>,
    items: Vec<(String, T)>,
    compose: impl Fn(&T, &mut By<'_>) -> Result<Composed, NotDone<R>>,
    why: impl Fn(&R) -> String,
) -> Result<Several<T>, PageError> {
    let locale = desk.locale;
    let (mut kept, mut to_mend) = (Vec::new(), Vec::new());
    let signs = !binding_passkeys(desk.site.office(), who.account.as_str()).is_empty();
    let site = desk.site.relying_party().filter(|_| signs);
    let bound = bind::<Infallible>(desk, who, sent, place, |by| {
        let mut titled: Vec<Titled> = Vec::new();
        for (title, item) in items {
            let what = match compose(&item, by) {
                Err(NotDone::Failed(failure)) => return Err(NotDone::Failed(failure)),
                Err(NotDone::Refused(refusal)) => why(&refusal),
                // Another act of one's own on the same version stands open: the one before it.
                Ok(act) if titled.iter().any(|(_, other)| other.record() == act.record()) => {
                    locale.say("refused-open")
                }
                // It would stand in the way of all that are signed with it.
                Ok(act) if !act.fits(site)? => locale.say("refused-too-long-together"),
                Ok(act) => {
                    kept.push((title.clone(), item));
                    titled.push((title, act));
                    continue;
                }
            };
            to_mend.push(of_one(locale, &title, &what));
        }
        Ok(titled)
    })?;
    let leaves = match bound {
        Ok(Bound::Asked(reply)) => return Ok(Several::Asked(reply)),
        Ok(Bound::Written(leaves)) => leaves,
        Ok(Bound::Refused(refusal)) => return Ok(Several::Refused(not_bound(locale, refusal))),
        Err(never) => match never {},
    };
    let written = kept.into_iter().zip(leaves);
    let written = written.map(|((title, item), leaf)| Written { title, item, leaf }).collect();
    Ok(Several::Done { written, to_mend })
}

/// What is to be mended of one of several.
pub(crate) fn of_one(locale: &Locale, title: &str, what: &str) -> ToMend {
    let what = locale.say_about("lot-refused", &[("title", title), ("what", what)]);
    ToMend { field: None, what }
}

fn acts(composed: Vec<Titled>) -> Vec<Composed> {
    composed.into_iter().map(|(_title, act)| act).collect()
}

/// What is signed, in one line: with the code that both sides can read to each other.
fn line(locale: &Locale, (title, act): (&String, &Composed)) -> String {
    let line = locale.say_about(&format!("signing-{}", act.word()), &[("title", title)]);
    match act.content() {
        Some(content) => {
            let code = code(&content);
            format!("{line} · {}", locale.say_about("signing-code", &[("code", &code)]))
        }
        None => line,
    }
}

/// What the browser is asked with, as JSON.
fn options(site: &RelyingParty, challenge: &[u8], allowed: &[&str]) -> String {
    json!({
        "challenge": encoded(challenge),
        "relyingParty": site.id,
        "allowed": allowed,
        "seconds": CHALLENGE_SECONDS,
    })
    .to_string()
}

/// The page on which a device signs.
fn page(
    desk: &Desk,
    who: &SignedIn,
    site: &RelyingParty,
    options: String,
    sent: &Fields,
    place: &Place<'_>,
    lines: Vec<String>,
) -> Result<String, PageError> {
    let locale = desk.locale;
    // The signature first: of a form with very many fields the last are not read.
    let mut hidden: Vec<(String, String)> =
        SIGNATURE.map(|name| (name.to_owned(), String::new())).into();
    let kept = sent.names().filter(|name| !SIGNATURE.contains(name));
    hidden.extend(kept.filter_map(|name| Some((name.to_owned(), sent.get(name)?.to_owned()))));
    let frame = view(desk, |view| {
        let names = Names::new(view, locale, &place.seat.partnership);
        let title = locale.say("signing-title");
        frame(desk, view, who, &names, place.seat, title, place.back.clone())
    })?;
    let page = PasskeyPage {
        frame,
        lead: locale.say("signing-lead"),
        lines,
        action: routes::localized(locale.language(), &place.action),
        origin: site.origin.clone(),
        failed: locale.say("signing-failed"),
        waits: true,
        ceremony: "get",
        options,
        hidden,
        button: locale.say("signing-button"),
        without: Link::to(
            locale.say("signing-back"),
            routes::localized(locale.language(), &place.back),
        ),
    };
    Ok(page.render()?)
}

/// Why something that was composed is not written, in the reader's words.
pub(crate) fn not_bound(locale: &Locale, refusal: BindRefusal) -> ToMend {
    let code = match refusal {
        BindRefusal::NotSigned => "not-signed",
        BindRefusal::Over => "signing-over",
        BindRefusal::OtherSignature => "other-signature",
        BindRefusal::TooMany => "too-many-to-sign",
        BindRefusal::TooLarge => "not-proposable",
    };
    ToMend { field: None, what: locale.say_code("refused", code) }
}
