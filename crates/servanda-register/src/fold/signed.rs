//! Whether acts that bind a party are signed as they must be (`docs/format.md` §8.3): the verdict
//! hears only of those that are.

use std::collections::BTreeSet;

use servanda_entry::act::{Act, Decoded, decode};

use super::agreed::Deed;
use super::{Fold, Place, effect};
use crate::RegisterError;
use crate::signing::{self, HeldKey, digest};

impl Fold<'_> {
    /// Those of the acts that bind and are not signed as they must be. An account that has a key signs
    /// everything that binds; one that has none says only by what role it acts. A nonce counts once in
    /// a journal, so that nobody can say again for somebody what they said before.
    pub(super) fn not_signed(&self, deeds: &[Deed]) -> Result<BTreeSet<String>, RegisterError> {
        let (mut wrong, mut nonces) = (BTreeSet::new(), BTreeSet::new());
        for deed in deeds.iter().filter(|deed| deed.act.binds()) {
            let mut keys = self.keys(&deed.origin, deed.act.account())?;
            keys.retain(|held| held.counts_at(deed.index));
            let is_well = match deed.act.signed() {
                None => keys.is_empty(),
                Some((assertion, nonce)) => {
                    let is_new = nonces.insert((deed.origin.clone(), nonce.to_owned()));
                    let key = keys.iter().find(|held| digest(&held.key) == assertion.key);
                    is_new && key.is_some_and(|it| signing::holds(&deed.origin, &deed.act, &it.key))
                }
            };
            if !is_well {
                wrong.insert(deed.name());
            }
        }
        Ok(wrong)
    }

    /// What an act about a key does: the same key is not named twice, nor one revoked that is not.
    pub(super) fn key(
        &self,
        place: &Place<'_>,
        account: &str,
        named: &str,
        is_new: bool,
    ) -> Result<&'static str, RegisterError> {
        let mut keys = self.keys(place.origin, account)?;
        keys.retain(|held| digest(&held.key) == named && held.counts_at(place.index));
        Ok(if keys.is_empty() == is_new { effect::EFFECTIVE } else { effect::UNKNOWN })
    }

    /// The keys that an account had in a journal, as far as it has been read.
    fn keys(&self, origin: &str, account: &str) -> Result<Vec<HeldKey>, RegisterError> {
        Ok(signing::keys(self.acts_about_keys(origin, account)?))
    }

    fn acts_about_keys(
        &self,
        origin: &str,
        account: &str,
    ) -> Result<Vec<(u64, Act)>, RegisterError> {
        let entries: Vec<i64> = self
            .tx
            .prepare_cached(
                "SELECT entry FROM acts WHERE record = '' AND origin = ?1 AND account = ?2
                 AND word IN ('key', 'revoke') AND effect = 'effective' ORDER BY entry",
            )
            .and_then(|mut found| found.query_map([origin, account], |row| row.get(0))?.collect())
            .map_err(|source| self.sql(source))?;
        let mut acts = Vec::new();
        for index in entries {
            let index = crate::view::unsigned(index);
            for entry in self.ground.entries(origin, index, 1)? {
                if let Ok(Decoded::Act(act)) = decode(&entry.bytes) {
                    acts.push((index, act));
                }
            }
        }
        Ok(acts)
    }
}
