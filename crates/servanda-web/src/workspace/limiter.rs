//! How often passwords may be tried: per account and altogether, which also bounds how fast refused
//! sign-ins can make the house journal grow. Held in memory; no thread waits.

use std::collections::BTreeMap;
use std::sync::{Mutex, PoisonError};

/// Passwords that may be tried for one mail address in [`ADDRESS_SECONDS`].
pub(crate) const ATTEMPTS_PER_ADDRESS_MAX: u32 = 10;
/// Seconds after which the attempts for one address are counted anew.
const ADDRESS_SECONDS: i64 = 15 * 60;
/// Passwords that may be tried altogether in [`ALL_SECONDS`].
pub(crate) const ATTEMPTS_MAX: u32 = 60;
/// Seconds after which all attempts are counted anew.
const ALL_SECONDS: i64 = 60;
/// Addresses that are counted at a time; a further one takes the place of the oldest.
const ADDRESSES_MAX: usize = 10_000;

/// The attempts of a site.
#[derive(Debug, Default)]
pub(crate) struct Limiter(Mutex<Attempts>);

#[derive(Debug, Default)]
struct Attempts {
    all: Counted,
    /// By the hash of what is tried for.
    of: BTreeMap<String, Counted>,
}

#[derive(Debug, Clone, Copy, Default)]
struct Counted {
    count: u32,
    since: i64,
}

impl Counted {
    /// Counts one more, or says in how many seconds that may be done.
    fn count(&mut self, now: i64, max: u32, seconds: i64) -> Result<(), i64> {
        if now.saturating_sub(self.since) >= seconds || now < self.since {
            *self = Self { count: 0, since: now };
        }
        if self.count >= max {
            return Err(self.since.saturating_add(seconds).saturating_sub(now).max(1));
        }
        self.count += 1;
        Ok(())
    }
}

impl Limiter {
    /// Counts an attempt before it is made, or says in how many seconds it may be made.
    pub(crate) fn attempt(&self, of: &str, now: i64) -> Result<(), i64> {
        let mut attempts = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        attempts.all.count(now, ATTEMPTS_MAX, ALL_SECONDS)?;
        if !attempts.of.contains_key(of) && attempts.of.len() >= ADDRESSES_MAX {
            attempts.make_room(now);
        }
        let counted = attempts.of.entry(of.to_owned()).or_default();
        counted.count(now, ATTEMPTS_PER_ADDRESS_MAX, ADDRESS_SECONDS)
    }

    /// Forgets the attempts for an address: the right password was given.
    pub(crate) fn succeeded(&self, of: &str) {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).of.remove(of);
    }
}

impl Attempts {
    fn make_room(&mut self, now: i64) {
        self.of.retain(|_, counted| now.saturating_sub(counted.since) < ADDRESS_SECONDS);
        if self.of.len() < ADDRESSES_MAX {
            return;
        }
        let oldest = self.of.iter().min_by_key(|(_, counted)| counted.since);
        if let Some(oldest) = oldest.map(|(of, _)| of.clone()) {
            self.of.remove(&oldest);
        }
    }
}

#[cfg(test)]
mod tests;
