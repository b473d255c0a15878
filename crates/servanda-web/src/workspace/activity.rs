//! When sessions were last used, so that one that lies idle ends.
//!
//! Held in memory: an entry for every request would say more about people than anybody needs. After
//! a restart a session counts as used when it began, so those older than the limit end then.

use std::collections::BTreeMap;
use std::sync::{Mutex, PoisonError};

use servanda_actions::people::SESSION_IDLE_SECONDS;
use servanda_register::Session;

/// When each session was last used, by the hash of its token.
#[derive(Debug, Default)]
pub(crate) struct Activity(Mutex<BTreeMap<String, i64>>);

impl Activity {
    /// Whether a session has not lain idle too long; if so, it is used now.
    pub(crate) fn used(&self, hash: &str, session: &Session, now: i64) -> bool {
        let mut last = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let used_at = last.get(hash).copied().unwrap_or(session.began_at);
        if is_idle(used_at, now) {
            last.remove(hash);
            return false;
        }
        if last.insert(hash.to_owned(), now).is_none() {
            // Those that lie idle are over: what is held grows with the sessions in use only.
            last.retain(|_, used_at| !is_idle(*used_at, now));
        }
        true
    }

    /// When a session was last used; none where it has lain idle too long.
    pub(crate) fn last(&self, hash: &str, session: &Session, now: i64) -> Option<i64> {
        let last = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let used_at = last.get(hash).copied().unwrap_or(session.began_at);
        (!is_idle(used_at, now)).then_some(used_at)
    }
}

fn is_idle(used_at: i64, now: i64) -> bool {
    now.saturating_sub(used_at) > SESSION_IDLE_SECONDS
}
