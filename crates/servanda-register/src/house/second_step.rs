//! What an account asks for after its password: a code of its authenticator, or a recovery code.

use std::collections::BTreeSet;

use servanda_entry::PartReference;
use servanda_entry::house::{CodeUsed, RECOVERY, SECRET};
use servanda_model::AccountId;
use servanda_store::Ground;

use super::{People, text};
use crate::RegisterError;

/// The second step of an account.
#[derive(Clone, PartialEq, Eq)]
pub struct SecondStep {
    /// When it was added.
    pub since: i64,
    /// The secret of the authenticator, in base32; none if it is lost.
    secret: Option<String>,
    /// The last time step whose code was taken: none up to it is taken again.
    last: u64,
    /// The hashes of the recovery codes that are left.
    recovery: BTreeSet<String>,
    /// The second in which a code was last taken, and whether it was a recovery code.
    taken_at: Option<i64>,
    was_recovery: bool,
    /// The commitments of the parts with the secret and the recovery codes.
    secret_part: Option<String>,
    recovery_part: Option<String>,
}

impl std::fmt::Debug for SecondStep {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        // Neither the secret nor a hash: what is printed ends up in logs.
        f.debug_struct("SecondStep").field("since", &self.since).finish_non_exhaustive()
    }
}

impl SecondStep {
    /// The secret of the authenticator, in base32; none if it is lost.
    pub fn secret(&self) -> Option<&str> {
        self.secret.as_deref()
    }

    /// How many recovery codes are left.
    pub fn recovery_left(&self) -> usize {
        self.recovery.len()
    }

    /// Whether a code may be taken: its time step is later than every one before, or it is a
    /// recovery code that is left.
    pub fn takes(&self, used: &CodeUsed) -> bool {
        match used {
            CodeUsed::Step(step) => *step > self.last,
            CodeUsed::Recovery(hash) => self.recovery.contains(hash),
        }
    }

    /// Whether a code was taken in this second: what is recorded together is of one second.
    pub(super) fn was_taken_at(&self, at: i64) -> bool {
        self.taken_at == Some(at)
    }

    pub(super) fn last_was_recovery(&self) -> bool {
        self.was_recovery
    }

    pub(super) fn take(&mut self, used: &CodeUsed, at: i64) {
        match used {
            CodeUsed::Step(step) => self.last = *step,
            CodeUsed::Recovery(hash) => {
                self.recovery.remove(hash);
            }
        }
        self.taken_at = Some(at);
        self.was_recovery = matches!(used, CodeUsed::Recovery(_));
    }

    fn parts(&self) -> impl Iterator<Item = String> {
        self.secret_part.iter().chain(&self.recovery_part).cloned()
    }
}

impl People {
    pub(super) fn add_authenticator(
        &mut self,
        ground: &Ground,
        (id, at): (&AccountId, i64),
        step: u64,
        parts: &[PartReference],
    ) -> Result<(), RegisterError> {
        let secret = text(ground, parts, SECRET)?;
        let Some(account) = self.accounts.get_mut(id) else { return Ok(()) };
        account.second_step = Some(SecondStep {
            since: at,
            secret,
            last: step,
            recovery: BTreeSet::new(),
            taken_at: Some(at),
            was_recovery: false,
            secret_part: first(parts),
            recovery_part: None,
        });
        Ok(())
    }

    /// Takes the second step away; its parts need no longer be held.
    pub(super) fn remove_second_step(&mut self, id: &AccountId) {
        let account = self.accounts.get_mut(id);
        if let Some(second) = account.and_then(|account| account.second_step.take()) {
            self.gone.extend(second.parts());
        }
    }

    pub(super) fn renew_recovery(
        &mut self,
        ground: &Ground,
        id: &AccountId,
        parts: &[PartReference],
    ) -> Result<(), RegisterError> {
        let hashes = text(ground, parts, RECOVERY)?.unwrap_or_default();
        let account = self.accounts.get_mut(id);
        let Some(second) = account.and_then(|account| account.second_step.as_mut()) else {
            return Ok(());
        };
        second.recovery = hashes.lines().map(str::to_owned).collect();
        self.gone.extend(std::mem::replace(&mut second.recovery_part, first(parts)));
        Ok(())
    }
}

fn first(parts: &[PartReference]) -> Option<String> {
    parts.first().map(|part| part.commitment.clone())
}
