//! Signing in through an identity provider, and linking an account to it.
//!
//! Whoever is sent there comes back with a code and the state of their round; the browser has to
//! bring the same state in a cookie, so that nobody is led into the session or link of another.
//! What is waited for is in memory, for minutes, each once.

use std::collections::BTreeMap;
use std::sync::{Mutex, PoisonError};

use askama::Template;
use axum::Extension;
use axum::extract::{OriginalUri, State};
use axum::http::HeaderMap;
use axum::response::Response;
use servanda_actions::VISITOR;
use servanda_actions::people::{self, Identity, PeopleRefusal, Proof, token_hash};
use servanda_model::AccountId;
use servanda_register::{Account, People};

use super::field::{FormField, ToMend};
use super::limiter::Limiter;
use super::people::workspace_crumb;
use super::reply::{Reply, answer};
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
use crate::provider::{IdentityProvider, NotTold, Round};
use crate::routes;
use crate::site::{Desk, Site};
use crate::source::Source;

/// Seconds in which somebody comes back from the provider: time to find a token and type its PIN.
const ROUND_SECONDS: i64 = 10 * 60;
/// Rounds that are waited for at a time; a further one takes the place of the oldest.
const ROUNDS_MAX: usize = 10_000;
/// Bytes of the code of a refusal that are shown.
const REFUSAL_BYTES_MAX: usize = 60;

/// The rounds that are waited for, by the hash of their state.
#[derive(Debug, Default)]
pub(crate) struct Rounds {
    waiting: Mutex<BTreeMap<String, Waiting>>,
    /// How many a source begins: each may ask the provider for something.
    limiter: Limiter,
}

/// A round that is waited for.
#[derive(Debug, Clone)]
struct Waiting {
    round: Round,
    purpose: Purpose,
    since: i64,
}

/// What somebody is sent to the provider for.
#[derive(Debug, Clone)]
enum Purpose {
    /// To sign in, and on to an address of this site.
    SignIn(Option<String>),
    /// To link an account.
    Link(AccountId),
}

impl Rounds {
    fn open(&self, waiting: Waiting) {
        let mut rounds = self.waiting.lock().unwrap_or_else(PoisonError::into_inner);
        rounds.retain(|_, it| waiting.since.saturating_sub(it.since) <= ROUND_SECONDS);
        if rounds.len() >= ROUNDS_MAX {
            let oldest =
                rounds.iter().min_by_key(|(_, it)| it.since).map(|(state, _)| state.clone());
            oldest.map(|oldest| rounds.remove(&oldest));
        }
        rounds.insert(token_hash(&waiting.round.state), waiting);
    }

    fn take(&self, state: &str, now: i64) -> Option<Waiting> {
        let mut rounds = self.waiting.lock().unwrap_or_else(PoisonError::into_inner);
        let waiting = rounds.remove(&token_hash(state))?;
        (now.saturating_sub(waiting.since) <= ROUND_SECONDS).then_some(waiting)
    }
}

/// Signing in through the provider, as the sign-in page offers it.
#[derive(Debug)]
pub(crate) struct Offer {
    pub(crate) button: String,
    pub(crate) address: String,
}

/// The links on the page of whoever is signed in.
#[derive(Debug)]
pub(crate) struct Section {
    pub(crate) title: String,
    pub(crate) text: String,
    pub(crate) rows: Vec<LinkRow>,
    pub(crate) remove: String,
    pub(crate) begin: String,
    pub(crate) button: String,
    pub(crate) fields: Vec<FormField>,
}

/// A link in the list.
#[derive(Debug)]
pub(crate) struct LinkRow {
    pub(crate) title: String,
    pub(crate) details: Vec<String>,
    pub(crate) link: String,
}

/// The page from which whoever links their account goes on to the provider.
#[derive(Debug, Template)]
#[template(path = "workspace/to-provider.html")]
struct OnPage {
    frame: Frame,
    lead: String,
    on: Link,
    without: Link,
}

/// What the sign-in page offers, where there is a provider.
pub(crate) fn offered(desk: &Desk, next: Option<&str>) -> Option<Offer> {
    let provider = desk.site.provider()?;
    let path = routes::localized(desk.locale.language(), routes::SIGN_IN_PROVIDER);
    let mut query = form_urlencoded::Serializer::new(String::new());
    if let Some(next) = next {
        query.append_pair("next", next);
    }
    let query = query.finish();
    let address = if query.is_empty() { path } else { format!("{path}?{query}") };
    let button = desk.locale.say_about("provider-sign-in", &[("provider", provider.name())]);
    Some(Offer { button, address })
}

/// The links of an account, where there is a provider.
pub(crate) fn section(
    desk: &Desk,
    people: &People,
    account: Option<&Account>,
    to_mend: &[ToMend],
) -> Option<Section> {
    let (locale, provider) = (desk.locale, desk.site.provider()?);
    let named = |key: &str| locale.say_about(key, &[("provider", provider.name())]);
    let localized = |path: &str| routes::localized(locale.language(), path);
    let rows = account.map(|account| people.links(&account.id)).unwrap_or_default();
    let mut fields =
        vec![FormField::password(locale, "link-password", "current-password").mended_by(to_mend)];
    fields.extend(code_field_of(locale, account, "link-code", to_mend));
    Some(Section {
        title: provider.name().to_owned(),
        text: named("links-text"),
        rows: rows.into_iter().map(|(link, held)| row(locale, link, held)).collect(),
        remove: localized(routes::WORKSPACE_LINKS_REMOVE),
        begin: localized(routes::WORKSPACE_LINKS),
        button: named("link-add"),
        fields,
    })
}

fn row(locale: &Locale, link: &str, held: &servanda_register::Link) -> LinkRow {
    let dated = |key: &str, at: i64| locale.say_about(key, &[("date", &locale.day_of(at))]);
    LinkRow {
        title: held.issuer().map_or_else(|| locale.say("erased"), str::to_owned),
        details: vec![
            dated("link-added-on", held.added_at),
            held.last_used
                .map_or_else(|| locale.say("link-never-used"), |at| dated("link-used-on", at)),
        ],
        link: link.to_owned(),
    }
}

/// `GET /sign-in/provider`
pub(crate) async fn begin(
    State(desk): State<Desk>,
    OriginalUri(uri): OriginalUri,
    Extension(source): Extension<Source>,
    fields: Fields,
) -> Response {
    answer(desk, uri, move |desk| {
        let provider = provider(desk)?;
        if let Err(seconds) = desk.site.rounds().limiter.begin(source, desk.site.now()) {
            let html = form(desk, &fields, vec![too_often(desk.locale, seconds)])?;
            return Ok(Reply::later(html, seconds).for_passkeys(desk));
        }
        let next = fields.get("next").filter(|next| is_own(next)).map(str::to_owned);
        match sent_on(desk, provider, Purpose::SignIn(next)) {
            Ok((address, cookie)) => Ok(Reply::on_to(address).with_cookie(&cookie)),
            Err(why) => not_told(desk, &fields, &why),
        }
    })
    .await
}

/// `POST /workspace/links`
pub(crate) async fn begin_linking(sent: Sent) -> Response {
    private_form(sent, |desk, who, fields| {
        let provider = provider(desk)?;
        let (limiter, of) = (desk.site.limiter(), who.account.as_str());
        if let Err(seconds) = limiter.attempt_signed_in(of, desk.site.now()) {
            let html = again(desk, who, &Fields::default(), too_often(desk.locale, seconds))?;
            return Ok(Reply::later(html, seconds).for_passkeys(desk));
        }
        let said = |name| fields.get(name).unwrap_or_default();
        let proof = Proof { password: said("link-password"), code: said("link-code") };
        let shown = {
            let _one_at_a_time = desk.site.hashing();
            who.act(desk, |by| people::begin_linking(desk.site.office(), proof, by))
        };
        if let Err(refusal) = told(shown)? {
            let to_mend = ToMend::of(desk.locale, &refusal).beside("link-password", "link-code");
            let html = again(desk, who, &Fields::default(), to_mend)?;
            return Ok(Reply::mend(html).for_passkeys(desk));
        }
        limiter.succeeded_signed_in(of);
        match sent_on(desk, provider, Purpose::Link(who.account.clone())) {
            Ok((address, cookie)) => {
                Ok(Reply::page(on_page(desk, provider, address)?).with_cookie(&cookie))
            }
            Err(why) => workspace_told(desk, who, &why),
        }
    })
    .await
}

/// `POST /workspace/links/remove`
pub(crate) async fn remove(sent: Sent) -> Response {
    private_form(sent, |desk, who, fields| {
        let link = fields.get("link").unwrap_or_default();
        let office = desk.site.office();
        match told(who.act(desk, |by| people::remove_link(office, link, by)))? {
            Ok(()) => {
                Ok(Reply::elsewhere(desk, &format!("{}?done=link-removed", routes::WORKSPACE)))
            }
            Err(refusal) => workspace_refused(desk, who, &refusal),
        }
    })
    .await
}

/// `GET /sign-in/provider/back`
pub(crate) async fn back(
    State(desk): State<Desk>,
    OriginalUri(uri): OriginalUri,
    headers: HeaderMap,
    fields: Fields,
) -> Response {
    answer(desk, uri, move |desk| {
        let provider = provider(desk)?;
        let state = fields.get("state").unwrap_or_default();
        let is_theirs = signed_in::cookie_value(&headers, cookie_name(&desk.site)) == Some(state);
        let waiting = is_theirs.then(|| desk.site.rounds().take(state, desk.site.now())).flatten();
        let reply = if let Some(waiting) = waiting {
            came_back(desk, provider, &headers, &fields, waiting)
        } else {
            tracing::warn!("somebody came back from the provider without having been sent");
            let to_mend = vec![mend(desk.locale, "provider-over", provider.name())];
            Ok(Reply::mend(form(desk, &Fields::default(), to_mend)?).for_passkeys(desk))
        };
        Ok(reply?.with_cookie(&cookie(&desk.site, "", 0)))
    })
    .await
}

fn came_back(
    desk: &Desk,
    provider: &dyn IdentityProvider,
    headers: &HeaderMap,
    fields: &Fields,
    waiting: Waiting,
) -> Result<Reply, PageError> {
    let who = SignedIn::of(desk, headers);
    let said = match (fields.get("code"), fields.get("error")) {
        (Some(code), None) => provider.finish(&waiting.round, code, desk.site.now()),
        (_, error) => Err(NotTold::Refused(error.unwrap_or_default().to_owned())),
    };
    match (waiting.purpose, said, who) {
        (Purpose::SignIn(next), Ok(identity), _) => {
            sign_in(desk, provider, headers, next.as_deref(), &identity)
        }
        (Purpose::SignIn(_), Err(why), _) => not_told(desk, &Fields::default(), &why),
        (Purpose::Link(account), Ok(identity), Some(who)) if who.account == account => {
            link(desk, &who, &identity)
        }
        (Purpose::Link(account), Err(why), Some(who)) if who.account == account => {
            workspace_told(desk, &who, &why)
        }
        // The session ended meanwhile, or somebody else began one.
        (Purpose::Link(_), _, _) => Err(PageError::SignedOut),
    }
}

fn sign_in(
    desk: &Desk,
    provider: &dyn IdentityProvider,
    headers: &HeaderMap,
    next: Option<&str>,
    identity: &Identity,
) -> Result<Reply, PageError> {
    let (office, browser) = (desk.site.office(), browser::of(headers));
    let begun = desk
        .site
        .acting(VISITOR, |by| people::sign_in_with_link(office, identity, browser.as_ref(), by));
    match told(begun)? {
        Ok(session) => {
            end_former(desk, headers)?;
            let cookie = signed_in::cookie(&desk.site, &session);
            Ok(onwards(desk, &fields_with(next)).with_cookie(&cookie))
        }
        Err(_not_linked) => {
            let to_mend = vec![mend(desk.locale, "provider-not-linked", provider.name())];
            Ok(Reply::mend(form(desk, &fields_with(next), to_mend)?).for_passkeys(desk))
        }
    }
}

fn link(desk: &Desk, who: &SignedIn, identity: &Identity) -> Result<Reply, PageError> {
    let office = desk.site.office();
    match told(who.act(desk, |by| people::link(office, identity, by)))? {
        Ok(()) => Ok(Reply::elsewhere(desk, &format!("{}?done=linked", routes::WORKSPACE))),
        Err(refusal) => workspace_refused(desk, who, &refusal),
    }
}

fn fields_with(next: Option<&str>) -> Fields {
    let mut query = form_urlencoded::Serializer::new(String::new());
    query.extend_pairs(next.map(|next| ("next", next)));
    Fields::of_query(&query.finish())
}

/// Begins a round: where somebody is sent, and the cookie that knows them when they come back.
fn sent_on(
    desk: &Desk,
    provider: &dyn IdentityProvider,
    purpose: Purpose,
) -> Result<(String, String), NotTold> {
    let site = &desk.site;
    let [state, nonce, verifier] = [(); 3].map(|()| site.draw_token());
    let round = Round { state, nonce, verifier };
    let since = site.now();
    let address = provider.begin(&round, since)?;
    let cookie = cookie(site, &round.state, ROUND_SECONDS);
    site.rounds().open(Waiting { round, purpose, since });
    Ok((address, cookie))
}

fn on_page(
    desk: &Desk,
    provider: &dyn IdentityProvider,
    address: String,
) -> Result<String, PageError> {
    let locale = desk.locale;
    let named = |key: &str| locale.say_about(key, &[("provider", provider.name())]);
    let about = About {
        title: named("link-add"),
        description: named("link-lead"),
        path: routes::WORKSPACE_LINKS.to_owned(),
        crumbs: vec![workspace_crumb(desk)],
        ..About::default()
    };
    let workspace = routes::localized(locale.language(), routes::WORKSPACE);
    let page = OnPage {
        lead: about.description.clone(),
        frame: Frame::new(desk, None, about)?,
        on: Link::to(named("link-on"), address),
        without: Link::to(locale.say("passkey-back"), workspace),
    };
    Ok(page.render()?)
}

/// The provider; there is no such page where there is none.
fn provider(desk: &Desk) -> Result<&dyn IdentityProvider, PageError> {
    desk.site.provider().ok_or(PageError::NotFound)
}

/// The sign-in page, with what the provider did not tell.
fn not_told(desk: &Desk, sent: &Fields, why: &NotTold) -> Result<Reply, PageError> {
    let html = form(desk, sent, vec![in_words(desk, why)])?;
    Ok(Reply::mend(html).for_passkeys(desk))
}

/// The same on the page of the workspace.
fn workspace_told(desk: &Desk, who: &SignedIn, why: &NotTold) -> Result<Reply, PageError> {
    let html = again(desk, who, &Fields::default(), in_words(desk, why))?;
    Ok(Reply::mend(html).for_passkeys(desk))
}

fn workspace_refused(
    desk: &Desk,
    who: &SignedIn,
    refusal: &PeopleRefusal,
) -> Result<Reply, PageError> {
    let html = again(desk, who, &Fields::default(), ToMend::of(desk.locale, refusal))?;
    Ok(Reply::mend(html).for_passkeys(desk))
}

fn in_words(desk: &Desk, why: &NotTold) -> ToMend {
    let (locale, name) = (desk.locale, desk.site.provider().map_or("", IdentityProvider::name));
    match why {
        NotTold::Down(reason) => {
            tracing::error!(reason, "the identity provider does not answer");
            mend(locale, "provider-down", name)
        }
        NotTold::NotVerified(reason) => {
            tracing::warn!(reason, "what the identity provider sent does not verify");
            mend(locale, "provider-not-verified", name)
        }
        NotTold::Refused(code) => {
            // Codes are short words (RFC 6749 §4.1.2.1); anything else is not repeated.
            let is_word = |c: char| c.is_ascii_lowercase() || c == '_';
            let is_code = !code.is_empty() && code.len() <= REFUSAL_BYTES_MAX;
            let code = if is_code && code.chars().all(is_word) { code } else { "–" };
            let what = locale.say_about("provider-refused", &[("provider", name), ("code", code)]);
            ToMend { field: None, what }
        }
    }
}

fn mend(locale: &Locale, key: &str, name: &str) -> ToMend {
    ToMend { field: None, what: locale.say_about(key, &[("provider", name)]) }
}

/// The cookie that knows whoever comes back: sent along when another site leads here, and no longer
/// than the round.
fn cookie(site: &Site, state: &str, seconds: i64) -> String {
    signed_in::set_cookie(site, cookie_name(site), state, seconds)
}

fn cookie_name(site: &Site) -> &'static str {
    if site.is_secure() { "__Host-round" } else { "round" }
}
