//! What every page has at hand: the office, the search index, clock and chance.

use std::net::IpAddr;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError, RwLock};

use axum::http::Uri;
use base64::Engine as _;
use base64::prelude::BASE64_URL_SAFE_NO_PAD;
use jiff::civil::Date;
use servanda_actions::people::{RelyingParty, token_hash};
use servanda_actions::{By, Office};
use servanda_model::AccountId;
use servanda_register::View;
use servanda_search::Index;
use tokio::sync::Notify;

use crate::answer::PageError;
use crate::kept::{Asked, Kept};
use crate::letter::Carrier;
use crate::locale::{Locale, utc_day};
use crate::moment::Chosen;
use crate::provider::IdentityProvider;
use crate::reader::Reader;
use crate::relying_party;
use crate::search::PastIndexes;
use crate::workspace::activity::Activity;
use crate::workspace::limiter::Limiter;
use crate::workspace::sign_on::Rounds;

/// One running site.
pub struct Site {
    office: Arc<Office>,
    /// The search index, and how often words had been erased when it was made.
    index: RwLock<Option<(Arc<Index>, u64)>>,
    past_indexes: PastIndexes,
    address: String,
    relying_party: Option<RelyingParty>,
    clock: Box<dyn Fn() -> i64 + Send + Sync>,
    chance: Box<dyn Fn() -> [u8; 32] + Send + Sync>,
    kept: Kept,
    /// What passwords and codes are counted with; passkeys apart, so that guessing passwords
    /// keeps nobody waiting who has one.
    limiter: Limiter,
    passkey_limiter: Limiter,
    activity: Activity,
    trusted_proxies: Vec<IpAddr>,
    provider: Option<Box<dyn IdentityProvider>>,
    rounds: Rounds,
    reader: Option<Box<dyn Reader>>,
    /// Whoever holds it reads a document: one at a time, as each takes much memory.
    reading: Mutex<()>,
    /// Whoever holds it checks a password: one at a time, as each takes much memory.
    hashing: Mutex<()>,
    /// The hash of the token that makes the first administrator.
    founding: Option<String>,
    demonstration: Option<Demonstration>,
    /// What takes letters to a mail server; none where no mail is sent.
    carrier: Option<Arc<dyn Carrier>>,
    grown: Notify,
    stirred: Notify,
}

/// The accounts of a demonstration, which its sign-in page shows to everybody.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Demonstration {
    /// The password of all of them.
    pub password: String,
    /// Name and mail address of each.
    pub accounts: Vec<(String, String)>,
}

impl std::fmt::Debug for Site {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Site").field("address", &self.address).finish_non_exhaustive()
    }
}

impl Site {
    /// A site over an office. `address` is where readers reach it, without a slash at the end;
    /// `clock` tells the seconds since 1970 UTC, `chance` draws 32 bytes that nobody can guess.
    pub fn new(
        office: Arc<Office>,
        address: impl Into<String>,
        clock: impl Fn() -> i64 + Send + Sync + 'static,
        chance: impl Fn() -> [u8; 32] + Send + Sync + 'static,
    ) -> Self {
        let address = address.into();
        Self {
            office,
            index: RwLock::new(None),
            past_indexes: PastIndexes::default(),
            relying_party: relying_party::of(&address),
            address,
            clock: Box::new(clock),
            chance: Box::new(chance),
            kept: Kept::new(),
            limiter: Limiter::default(),
            passkey_limiter: Limiter::default(),
            activity: Activity::default(),
            trusted_proxies: Vec::new(),
            provider: None,
            rounds: Rounds::default(),
            reader: None,
            reading: Mutex::new(()),
            hashing: Mutex::new(()),
            founding: None,
            demonstration: None,
            carrier: None,
            grown: Notify::new(),
            stirred: Notify::new(),
        }
    }

    /// Lets whoever has a token make the first administrator, while there is no account.
    #[must_use]
    pub fn with_founding_token(mut self, token: &str) -> Self {
        self.founding = Some(token_hash(token));
        self
    }

    /// Believes these proxies when they say who asked them (`X-Forwarded-For`).
    #[must_use]
    pub fn with_trusted_proxies(mut self, proxies: &[IpAddr]) -> Self {
        self.trusted_proxies = proxies.iter().map(IpAddr::to_canonical).collect();
        self
    }

    /// Lets people sign in through an identity provider, once they have linked their account to it.
    #[must_use]
    pub fn with_provider(mut self, provider: impl IdentityProvider + 'static) -> Self {
        self.provider = Some(Box::new(provider));
        self
    }

    /// Reads documents that people drop in.
    #[must_use]
    pub fn with_reader(mut self, reader: impl Reader + 'static) -> Self {
        self.reader = Some(Box::new(reader));
        self
    }

    /// Shows the accounts of a demonstration on the sign-in page.
    #[must_use]
    pub fn with_demonstration(mut self, demonstration: Demonstration) -> Self {
        self.demonstration = Some(demonstration);
        self
    }

    /// Sends invitations by mail, and tells people that mail is sent.
    #[must_use]
    pub fn with_carrier(mut self, carrier: Arc<impl Carrier + 'static>) -> Self {
        self.carrier = Some(carrier);
        self
    }

    /// Waits until somebody who is signed in did something, so that notices of it can be sent.
    pub async fn stirred(&self) {
        self.stirred.notified().await;
    }

    /// Waits until something was recorded through the site, so that the search index can be made
    /// again. What is recorded between two calls is told by the second at once.
    pub async fn grown(&self) {
        self.grown.notified().await;
    }

    /// Does something that may record; if it did, whoever waits for growth is told.
    pub(crate) fn growing<T>(&self, act: impl FnOnce() -> T) -> T {
        let before = self.office.register().growth();
        let erased_before = self.office.register().erasures();
        let done = act();
        if self.office.register().growth() != before {
            self.grown.notify_one();
        }
        if self.office.register().erasures() != erased_before {
            // Nobody asks for these any more; they hold what is erased.
            self.kept.clear();
            self.past_indexes.clear();
            *self.index.write().unwrap_or_else(PoisonError::into_inner) = None;
        }
        // A comment does not change the register, and somebody is told of it.
        self.stirred.notify_one();
        done
    }

    /// Puts a search index in place; until then the search page says that it is being made.
    /// `erasures` is what the view that it was made from said: as soon as words are erased after it,
    /// it answers no more.
    pub fn set_index(&self, index: Index, erasures: u64) {
        let index = Some((Arc::new(index), erasures));
        *self.index.write().unwrap_or_else(PoisonError::into_inner) = index;
        self.kept.clear();
    }

    /// The answers that are kept.
    pub(crate) fn kept(&self) -> &Kept {
        &self.kept
    }

    /// What is asked by asking for an address at this moment.
    pub(crate) fn question(&self, uri: &Uri) -> Asked {
        let growth = self.office.register().growth();
        Asked { growth, day: self.today(), address: uri.to_string() }
    }

    pub(crate) fn index(&self) -> Option<Arc<Index>> {
        let index = self.index.read().unwrap_or_else(PoisonError::into_inner).clone();
        let erasures = self.office.register().erasures();
        index.filter(|(_, made_at)| *made_at == erasures).map(|(index, _)| index)
    }

    /// The index of the moment of a view; none for today, and where the moment has too much.
    pub(crate) fn past_index(&self, view: &View<'_>) -> Result<Option<Arc<Index>>, PageError> {
        if view.moment().is_now() {
            return Ok(None);
        }
        self.past_indexes.of(view)
    }

    pub(crate) fn office(&self) -> &Office {
        &self.office
    }

    pub(crate) fn address(&self) -> &str {
        &self.address
    }

    /// For whom passkeys of this site are; none where browsers make no passkeys for its address.
    pub(crate) fn relying_party(&self) -> Option<&RelyingParty> {
        self.relying_party.as_ref()
    }

    /// Whether readers reach it over TLS.
    pub(crate) fn is_secure(&self) -> bool {
        self.address.starts_with("https://")
    }

    /// The day, in UTC.
    pub(crate) fn today(&self) -> Date {
        utc_day(self.now()).unwrap_or_default()
    }

    /// Seconds since 1970 UTC.
    pub(crate) fn now(&self) -> i64 {
        (self.clock)()
    }

    /// Acts as an account, now.
    pub(crate) fn acting<T>(&self, account: &str, act: impl FnOnce(&mut By<'_>) -> T) -> T {
        let mut chance = || (self.chance)();
        act(&mut By { account, at: self.now(), chance: &mut chance })
    }

    /// How often passwords and codes may be tried.
    pub(crate) fn limiter(&self) -> &Limiter {
        &self.limiter
    }

    /// How often passkeys may be tried.
    pub(crate) fn passkey_limiter(&self) -> &Limiter {
        &self.passkey_limiter
    }

    /// When sessions were last used.
    pub(crate) fn activity(&self) -> &Activity {
        &self.activity
    }

    /// The identity provider; none where people sign in here alone.
    pub(crate) fn provider(&self) -> Option<&dyn IdentityProvider> {
        self.provider.as_deref()
    }

    /// Who was sent to the identity provider and has not come back.
    pub(crate) fn rounds(&self) -> &Rounds {
        &self.rounds
    }

    /// What reads documents; none where none are read.
    pub(crate) fn reader(&self) -> Option<&dyn Reader> {
        self.reader.as_deref()
    }

    /// Lets nobody else read a document while it is held.
    pub(crate) fn reading(&self) -> MutexGuard<'_, ()> {
        self.reading.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// A text of 43 characters that nobody can guess.
    pub(crate) fn draw_token(&self) -> String {
        BASE64_URL_SAFE_NO_PAD.encode((self.chance)())
    }

    /// The proxies that are believed.
    pub(crate) fn trusted_proxies(&self) -> &[IpAddr] {
        &self.trusted_proxies
    }

    /// Lets nobody else check a password while it is held.
    pub(crate) fn hashing(&self) -> MutexGuard<'_, ()> {
        self.hashing.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Whether a token makes the first administrator: it is the right one, and there is none.
    pub(crate) fn is_founding(&self, token: &str) -> bool {
        let people = self.office.house().people();
        self.founding.as_ref() == Some(&token_hash(token)) && people.accounts().next().is_none()
    }

    /// What takes letters to a mail server, where mail is sent.
    pub(crate) fn carrier(&self) -> Option<&dyn Carrier> {
        self.carrier.as_deref()
    }

    /// The accounts to show, where this is a demonstration.
    pub(crate) fn demonstration(&self) -> Option<&Demonstration> {
        self.demonstration.as_ref()
    }
}

/// The site as a reader of one language meets it.
#[derive(Debug, Clone)]
pub(crate) struct Desk {
    pub(crate) site: Arc<Site>,
    pub(crate) locale: &'static Locale,
    /// The moment the reader asks for.
    pub(crate) chosen: Chosen,
    /// Who reads a page that is for one reader.
    pub(crate) reader: Option<AccountId>,
}

impl Desk {
    /// The site in a language, today.
    pub(crate) fn new(site: Arc<Site>, locale: &'static Locale) -> Self {
        Self { site, locale, chosen: Chosen::default(), reader: None }
    }

    /// The site as one reader meets it behind sign-in.
    pub(crate) fn read_by(&self, reader: &AccountId) -> Self {
        Self { reader: Some(reader.clone()), ..self.clone() }
    }

    /// The day that due dates and terms are held against.
    pub(crate) fn today(&self) -> Date {
        self.chosen.day(self.site.today())
    }
}
