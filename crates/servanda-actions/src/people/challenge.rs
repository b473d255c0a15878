//! What was handed out and is not answered yet: challenges for passkeys, passwords that wait for a
//! code, secrets that wait to be confirmed. In memory, for minutes, each once.
//!
//! Never: in a journal or a cookie. If the program ends, whoever was about to sign asks again.

use std::collections::BTreeMap;
use std::sync::{Mutex, MutexGuard, PoisonError};

use servanda_model::AccountId;

use super::second_step::WRONG_CODES_MAX;

/// Seconds in which a challenge is answered: time to find a key and type its PIN.
pub const CHALLENGE_SECONDS: i64 = 5 * 60;
/// Seconds in which a new authenticator is confirmed: time to find and install an app.
pub const SECRET_SECONDS: i64 = 15 * 60;
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
    /// To sign in: those who have given the password and are asked for a code.
    entering: BTreeMap<Challenge, Entering>,
    /// To add an authenticator: the secret, and when it was drawn; one for each account.
    secrets: BTreeMap<AccountId, (String, i64)>,
}

/// What somebody is about to sign: with what chance and of what second it was composed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Signing {
    pub(crate) seed: [u8; 32],
    pub(crate) at: i64,
    pub(crate) since: i64,
}

/// Somebody who has given the password of an account and is asked for a code.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Entering {
    pub(crate) account: AccountId,
    /// The commitment of the password that was given.
    pub(crate) password_part: Option<String>,
    pub(crate) since: i64,
    /// Codes that were wrong.
    pub(crate) wrong: u32,
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
        make_room(&mut open.sign_in, |since| *since, now);
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

    /// Asks for the code of an account whose password was given.
    pub(crate) fn open_entering(&self, asked: Challenge, entering: Entering) {
        let mut open = self.open();
        make_room(&mut open.entering, |it| it.since, entering.since);
        open.entering.insert(asked, entering);
    }

    /// Who is asked for a code.
    pub(crate) fn entering(&self, asked: &Challenge, now: i64) -> Option<Entering> {
        let open = self.open();
        open.entering.get(asked).filter(|it| holds(it.since, now)).cloned()
    }

    /// Asks no longer: the code was right.
    pub(crate) fn close_entering(&self, asked: &Challenge) {
        self.open().entering.remove(asked);
    }

    /// Counts a wrong code; after too many of them the password has to be given again.
    pub(crate) fn count_wrong_code(&self, asked: &Challenge) {
        let mut open = self.open();
        if let Some(entering) = open.entering.get_mut(asked) {
            entering.wrong += 1;
        }
        open.entering.retain(|_, entering| entering.wrong < WRONG_CODES_MAX);
    }

    /// Takes the place of a secret that the account was about to add before.
    pub(crate) fn open_secret(&self, account: AccountId, secret: String, now: i64) {
        self.open().secrets.insert(account, (secret, now));
    }

    /// The secret that an account is about to add.
    pub(crate) fn secret(&self, account: &AccountId, now: i64) -> Option<String> {
        let open = self.open();
        let (secret, since) = open.secrets.get(account)?;
        lasts(*since, now, SECRET_SECONDS).then(|| secret.clone())
    }

    /// The secret is added.
    pub(crate) fn close_secret(&self, account: &AccountId) {
        self.open().secrets.remove(account);
    }

    fn open(&self) -> MutexGuard<'_, Open> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Lets go of what has ended, and of the oldest where there is as much as there can be.
fn make_room<T>(held: &mut BTreeMap<Challenge, T>, since: impl Fn(&T) -> i64, now: i64) {
    held.retain(|_, it| holds(since(it), now));
    if held.len() >= CHALLENGES_MAX {
        let oldest = held.iter().min_by_key(|(_, it)| since(it)).map(|(challenge, _)| *challenge);
        oldest.map(|oldest| held.remove(&oldest));
    }
}

fn holds(since: i64, now: i64) -> bool {
    lasts(since, now, CHALLENGE_SECONDS)
}

fn lasts(since: i64, now: i64, seconds: i64) -> bool {
    (0..=seconds).contains(&now.saturating_sub(since))
}

#[cfg(test)]
mod tests;
