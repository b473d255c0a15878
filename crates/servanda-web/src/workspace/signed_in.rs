//! Whoever has a session: who it is, and what they may do.

use std::collections::BTreeSet;

use axum::http::{HeaderMap, header};
use servanda_actions::By;
use servanda_actions::people::{Browser, SESSION_SECONDS, Session, token_hash};
use servanda_model::{AccountId, Action, Grant, Language, Seat};

use crate::answer::PageError;
use crate::site::{Desk, Site};

/// Somebody who is signed in.
#[derive(Clone)]
pub(crate) struct SignedIn {
    /// Their account.
    pub(crate) account: AccountId,
    /// Their name, or the words for one that was erased.
    pub(crate) name: String,
    /// The language they read by preference; a page is in the language of its address.
    pub(crate) language: Language,
    /// The roles they have.
    pub(crate) grants: BTreeSet<Grant>,
    /// The hash of the token of their session.
    pub(crate) session: String,
    /// With what it began.
    pub(crate) browser: Option<Browser>,
}

impl std::fmt::Debug for SignedIn {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("SignedIn").field("account", &self.account).finish_non_exhaustive()
    }
}

impl SignedIn {
    /// Whoever has the session that a request brings, which is used with it.
    pub(crate) fn of(desk: &Desk, headers: &HeaderMap) -> Option<Self> {
        let session = token_hash(token(&desk.site, headers)?);
        let (people, now) = (desk.site.office().house().people(), desk.site.now());
        let account = people.in_session(&session, now)?;
        let held = people.session(&session, now)?;
        if !desk.site.activity().used(&session, held, now) {
            return None;
        }
        Some(Self {
            account: account.id.clone(),
            name: account.name.clone().unwrap_or_else(|| desk.locale.say("erased")),
            language: account.language,
            grants: account.grants.clone(),
            browser: held.browser.clone(),
            session,
        })
    }

    /// Whether they may do this for a voice of a partnership.
    pub(crate) fn may(&self, action: Action, partnership: &str, voice: &str) -> bool {
        self.grants.iter().any(|grant| grant.may(action, partnership, voice))
    }

    /// The page is forbidden to whoever may not do this for a voice of a partnership.
    pub(crate) fn must(
        &self,
        action: Action,
        partnership: &str,
        voice: &str,
    ) -> Result<(), PageError> {
        if self.may(action, partnership, voice) { Ok(()) } else { Err(PageError::Forbidden) }
    }

    /// The code of the role by which they may do this for a seat; forbidden where there is none.
    pub(crate) fn role_for(&self, action: Action, seat: &Seat) -> Result<&'static str, PageError> {
        let may = |grant: &&Grant| grant.may(action, &seat.partnership, &seat.voice);
        let grant = self.grants.iter().find(may).ok_or(PageError::Forbidden)?;
        Ok(grant.role().code())
    }

    /// Whether they keep the accounts of the installation.
    pub(crate) fn keeps_accounts(&self) -> bool {
        self.may(Action::ManageAccounts, "", "")
    }

    /// Does something in their name, now.
    pub(crate) fn act<T>(&self, desk: &Desk, act: impl FnOnce(&mut By<'_>) -> T) -> T {
        desk.site.acting(self.account.as_str(), act)
    }
}

/// The token of the session that a request brings.
pub(crate) fn token<'headers>(site: &Site, headers: &'headers HeaderMap) -> Option<&'headers str> {
    cookie_value(headers, cookie_name(site))
}

/// What a cookie that a request brings says.
pub(crate) fn cookie_value<'headers>(
    headers: &'headers HeaderMap,
    name: &str,
) -> Option<&'headers str> {
    let cookies = headers.get_all(header::COOKIE).iter().filter_map(|value| value.to_str().ok());
    let mut pairs = cookies.flat_map(|value| value.split(';'));
    pairs.find_map(|pair| pair.trim().strip_prefix(name)?.strip_prefix('='))
}

/// The cookie that keeps a session.
pub(crate) fn cookie(site: &Site, session: &Session) -> String {
    set_cookie(site, cookie_name(site), &session.token, SESSION_SECONDS)
}

/// The cookie that ends one.
pub(crate) fn no_cookie(site: &Site) -> String {
    set_cookie(site, cookie_name(site), "", 0)
}

/// Not to be read by scripts, not sent along from other sites but for links, and where the site
/// speaks TLS never sent without.
pub(crate) fn set_cookie(site: &Site, name: &str, token: &str, seconds: i64) -> String {
    let secure = if site.is_secure() { "; Secure" } else { "" };
    format!("{name}={token}; Path=/; Max-Age={seconds}; HttpOnly; SameSite=Lax{secure}")
}

/// Browsers take a name with this beginning from the host itself only, over TLS.
fn cookie_name(site: &Site) -> &'static str {
    if site.is_secure() { "__Host-session" } else { "session" }
}
