//! Challenges that browsers were handed and have not answered: in memory, for minutes, each once.
//!
//! Never: in a journal or a cookie. If the program ends, whoever was about to sign asks again.

use std::collections::BTreeMap;
use std::sync::{Mutex, MutexGuard, PoisonError};

use servanda_model::AccountId;

/// Seconds in which a challenge is answered: time to find a key and type its PIN.
pub const CHALLENGE_SECONDS: i64 = 5 * 60;
/// Challenges for signing in that are open at a time; a further one takes the place of the oldest.
pub const CHALLENGES_MAX: usize = 10_000;

/// What a browser is to sign.
pub type Challenge = [u8; 32];

/// The challenges of an installation that are open.
#[derive(Debug, Default)]
pub(crate) struct Challenges(Mutex<Open>);

#[derive(Debug, Default)]
struct Open {
    /// To sign in: anybody's, with the second each was handed out.
    sign_in: BTreeMap<Challenge, i64>,
    /// To add a passkey: one for each account.
    add: BTreeMap<AccountId, Adding>,
    /// To sign what binds a party: one for each account.
    sign: BTreeMap<String, Signing>,
}

/// What somebody is about to sign: with what chance and of what second it was composed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Signing {
    pub(crate) seed: [u8; 32],
    pub(crate) at: i64,
    pub(crate) since: i64,
}

/// A passkey that an account is about to add.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Adding {
    pub(crate) challenge: Challenge,
    /// What its holder calls it.
    pub(crate) label: String,
    pub(crate) since: i64,
}

impl Challenges {
    pub(crate) fn open_sign_in(&self, challenge: Challenge, now: i64) {
        let mut open = self.open();
        open.sign_in.retain(|_, since| holds(*since, now));
        if open.sign_in.len() >= CHALLENGES_MAX {
            let oldest = open.sign_in.iter().min_by_key(|(_, since)| **since);
            if let Some(oldest) = oldest.map(|(challenge, _)| *challenge) {
                open.sign_in.remove(&oldest);
            }
        }
        open.sign_in.insert(challenge, now);
    }

    /// Uses a challenge up; says whether it was open.
    pub(crate) fn take_sign_in(&self, challenge: &Challenge, now: i64) -> bool {
        self.open().sign_in.remove(challenge).is_some_and(|since| holds(since, now))
    }

    /// Takes the place of what the account was about to add before.
    pub(crate) fn open_adding(&self, account: AccountId, adding: Adding) {
        self.open().add.insert(account, adding);
    }

    /// Uses up what an account is about to add.
    pub(crate) fn take_adding(&self, account: &AccountId, now: i64) -> Option<Adding> {
        self.open().add.remove(account).filter(|adding| holds(adding.since, now))
    }

    /// Takes the place of what the account was about to sign before.
    pub(crate) fn open_signing(&self, account: &str, signing: Signing) {
        self.open().sign.insert(account.to_owned(), signing);
    }

    /// Uses up what an account is about to sign.
    pub(crate) fn take_signing(&self, account: &str, now: i64) -> Option<Signing> {
        self.open().sign.remove(account).filter(|signing| holds(signing.since, now))
    }

    fn open(&self) -> MutexGuard<'_, Open> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

fn holds(since: i64, now: i64) -> bool {
    (0..=CHALLENGE_SECONDS).contains(&now.saturating_sub(since))
}

#[cfg(test)]
mod tests;
