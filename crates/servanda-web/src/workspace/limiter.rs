//! How often passwords, codes and passkeys may be tried. Held in memory; no thread waits.
//!
//! What is counted first is what one source tries for one account: whoever guesses from somewhere
//! keeps the holder waiting nowhere else. The limits for an account from everywhere, and for all
//! together, are wide; they bound what many sources can do, and how fast refused sign-ins make the
//! house journal grow.

use std::collections::BTreeMap;
use std::sync::{Mutex, PoisonError};

use crate::source::Source;

/// What one source may try for one account in [`WINDOW_SECONDS`].
pub(crate) const TRIES_MAX: u32 = 10;
/// What may be tried for one account from everywhere in [`WINDOW_SECONDS`].
pub(crate) const TRIES_OF_ACCOUNT_MAX: u32 = 100;
/// Seconds after which what is tried for an account is counted anew.
const WINDOW_SECONDS: i64 = 15 * 60;
/// What one source may try, whatever for, in [`MINUTE_SECONDS`].
pub(crate) const TRIES_OF_SOURCE_MAX: u32 = 30;
/// What may be tried altogether in [`MINUTE_SECONDS`].
pub(crate) const TRIES_OF_ALL_MAX: u32 = 300;
/// Seconds after which what is tried from a source, and altogether, is counted anew.
const MINUTE_SECONDS: i64 = 60;
/// Counts that are held at a time; a further one takes the place of the oldest.
const COUNTS_MAX: usize = 10_000;

/// The tries of a site.
#[derive(Debug, Default)]
pub(crate) struct Limiter(Mutex<BTreeMap<What, Counted>>);

/// What is counted.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
enum What {
    All,
    Of(String),
    From(Source),
    OfFrom(String, Source),
}

#[derive(Debug, Clone, Copy, Default)]
struct Counted {
    count: u32,
    since: i64,
}

impl Counted {
    /// In how many seconds one more may be counted; none if now.
    fn wait(&mut self, now: i64, (max, seconds): (u32, i64)) -> Option<i64> {
        if now.saturating_sub(self.since) >= seconds || now < self.since {
            *self = Self { count: 0, since: now };
        }
        (self.count >= max).then(|| self.since.saturating_add(seconds).saturating_sub(now).max(1))
    }
}

impl What {
    /// How many, in how many seconds.
    const fn limit(&self) -> (u32, i64) {
        match self {
            Self::All => (TRIES_OF_ALL_MAX, MINUTE_SECONDS),
            Self::Of(_) => (TRIES_OF_ACCOUNT_MAX, WINDOW_SECONDS),
            Self::From(_) => (TRIES_OF_SOURCE_MAX, MINUTE_SECONDS),
            Self::OfFrom(..) => (TRIES_MAX, WINDOW_SECONDS),
        }
    }
}

impl Limiter {
    /// Counts a try for something before it is made, or says in how many seconds it may be made.
    ///
    /// What is not let through is not counted: it makes nobody else wait.
    pub(crate) fn attempt(&self, of: &str, from: Source, now: i64) -> Result<(), i64> {
        self.count(
            [
                What::OfFrom(of.to_owned(), from),
                What::From(from),
                What::Of(of.to_owned()),
                What::All,
            ],
            now,
        )
    }

    /// The same for somebody who is signed in: it is tried for their own account only.
    pub(crate) fn attempt_signed_in(&self, account: &str, now: i64) -> Result<(), i64> {
        self.count([What::OfFrom(account.to_owned(), Source::default())], now)
    }

    /// Counts that a source begins something for which it has to prove nothing yet.
    pub(crate) fn begin(&self, from: Source, now: i64) -> Result<(), i64> {
        self.count([What::From(from), What::All], now)
    }

    fn count<const N: usize>(&self, counted: [What; N], now: i64) -> Result<(), i64> {
        let mut counts = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        for what in &counted {
            make_room(&mut counts, what, now);
            let held = counts.entry(what.clone()).or_default();
            if let Some(seconds) = held.wait(now, what.limit()) {
                tracing::warn!(seconds, "too much was tried to sign in, and has to wait");
                return Err(seconds);
            }
        }
        for what in counted {
            counts.entry(what).and_modify(|held| held.count += 1);
        }
        Ok(())
    }

    /// The right password was given: forgets what was tried for something from a source, and does
    /// not count this try anywhere else. Many who sign in from one place do not wait for each other.
    pub(crate) fn succeeded(&self, of: &str, from: Source) {
        let mut counts = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        counts.remove(&What::OfFrom(of.to_owned(), from));
        for what in [What::From(from), What::Of(of.to_owned()), What::All] {
            counts.entry(what).and_modify(|held| held.count = held.count.saturating_sub(1));
        }
    }

    /// The same for somebody who is signed in.
    pub(crate) fn succeeded_signed_in(&self, account: &str) {
        let mut counts = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        counts.remove(&What::OfFrom(account.to_owned(), Source::default()));
    }
}

fn make_room(counts: &mut BTreeMap<What, Counted>, what: &What, now: i64) {
    if counts.contains_key(what) || counts.len() < COUNTS_MAX {
        return;
    }
    counts.retain(|_, held| now.saturating_sub(held.since) < WINDOW_SECONDS);
    if counts.len() >= COUNTS_MAX {
        let oldest = counts.iter().filter(|(what, _)| **what != What::All);
        let oldest = oldest.min_by_key(|(_, held)| held.since).map(|(what, _)| what.clone());
        oldest.map(|oldest| counts.remove(&oldest));
    }
}

#[cfg(test)]
mod tests;
