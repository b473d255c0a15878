//! Who somebody is at an identity provider, as they have linked it to their account.

use servanda_entry::PartReference;
use servanda_entry::house::IDENTITY;
use servanda_model::AccountId;
use servanda_store::Ground;

use super::{Account, People, text};
use crate::RegisterError;

/// Links of one account.
pub const LINKS_PER_ACCOUNT_MAX: usize = 4;

/// A link that has not been removed.
#[derive(Clone, PartialEq, Eq)]
pub struct Link {
    /// Whose it is.
    pub account: AccountId,
    /// When it was added.
    pub added_at: i64,
    /// When somebody last signed in with it.
    pub last_used: Option<i64>,
    /// The issuer, a line feed, the subject; none if it is lost.
    identity: Option<String>,
}

impl std::fmt::Debug for Link {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Link").field("account", &self.account).finish_non_exhaustive()
    }
}

impl Link {
    /// Who says who they are.
    pub fn issuer(&self) -> Option<&str> {
        self.identity.as_deref()?.split('\n').next()
    }
}

impl People {
    /// The links of an account, by their commitments, in the order in which they were added.
    pub fn links(&self, id: &AccountId) -> Vec<(&str, &Link)> {
        let of_account = self.links.iter().filter(|(_, link)| link.account == *id);
        let mut found: Vec<(&str, &Link)> =
            of_account.map(|(link, it)| (link.as_str(), it)).collect();
        found.sort_by_key(|(_, link)| link.added_at);
        found
    }

    /// The open account that is linked to somebody at an identity provider, and by which link.
    pub fn linked(&self, identity: &str) -> Option<(&str, &Account)> {
        let is_it = |link: &Link| link.identity.as_deref() == Some(identity);
        let (link, held) = self.links.iter().find(|(_, link)| is_it(link))?;
        let account = self.accounts.get(&held.account).filter(|account| account.is_open())?;
        Some((link.as_str(), account))
    }

    pub(super) fn is_link_of(&self, account: &AccountId, link: &str) -> bool {
        self.links.get(link).is_some_and(|link| link.account == *account)
    }

    /// Adds a link, unless somebody has it already: nobody is two people.
    pub(super) fn add_link(
        &mut self,
        ground: &Ground,
        account: AccountId,
        at: i64,
        parts: &[PartReference],
    ) -> Result<(), RegisterError> {
        let identity = text(ground, parts, IDENTITY)?;
        let Some(part) = parts.first() else { return Ok(()) };
        if identity.as_deref().is_some_and(|identity| self.linked(identity).is_some()) {
            return Ok(());
        }
        let link = Link { account, added_at: at, last_used: None, identity };
        self.links.insert(part.commitment.clone(), link);
        Ok(())
    }

    pub(super) fn remove_link(&mut self, link: &str) {
        self.sessions.retain(|_, it| it.link.as_deref() != Some(link));
        if self.links.remove(link).is_some() {
            self.gone.insert(link.to_owned());
        }
    }

    pub(super) fn remove_links(&mut self, account: &AccountId) {
        let links = self.links(account).into_iter().map(|(link, _)| link.to_owned());
        for link in links.collect::<Vec<_>>() {
            self.remove_link(&link);
        }
    }

    pub(super) fn use_link(&mut self, link: Option<&str>, at: i64) {
        if let Some(link) = link.and_then(|link| self.links.get_mut(link)) {
            link.last_used = Some(at);
        }
    }
}
