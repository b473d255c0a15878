//! Agreement: what the journals of the parties say together about one record (`docs/format.md`
//! §8.2). One pure function, [`Verdict::of`], used by the register, its pages and the verifier.
//!
//! A version is *agreed* when one party proposed it, every other party accepted just that proposal,
//! and the proposer sealed what it had from them. There is no common order between journals, so
//! nothing here compares entries of two of them: an entry is judged by what stands before it in its
//! own journal and by what it cites.
//!
//! Appending to a journal never makes an agreed version not agreed, whoever appends what
//! (`tests/agreement.rs` tries all of it). To have that, whatever is not known yet is taken to stand
//! in the way: an acceptance blocks its author until the other journal shows that the proposal was
//! withdrawn before any seal.

use std::collections::{BTreeMap, BTreeSet};

/// What an entry about a joint record does. `L` is what entries are cited by: their leaf hash.
/// `V` names a voice.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Step<V, L> {
    /// Puts a version to the other parties.
    Propose {
        /// The seal of the version that it changes; none for the first.
        base: Option<L>,
        /// The digest of its content.
        content: L,
    },
    /// Agrees to a proposal.
    Accept {
        /// The base of the proposal.
        base: Option<L>,
        /// Who proposed it.
        of: V,
        /// The proposal.
        proposal: L,
        /// The digest of the content that was seen.
        content: L,
    },
    /// Says that every other party has accepted: from here the version is agreed.
    Seal {
        /// The proposal, its author's own.
        proposal: L,
        /// An acceptance of each other party.
        acceptances: Vec<L>,
    },
    /// Takes a proposal back; counts only before its seal.
    Withdraw {
        /// The proposal, its author's own.
        proposal: L,
    },
    /// Answers a proposal with no.
    Object {
        /// Who proposed it.
        of: V,
        /// The proposal.
        proposal: L,
    },
}

/// An entry about one record.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Entry<V, L> {
    /// What it is cited by.
    pub leaf: L,
    /// What it does.
    pub step: Step<V, L>,
}

/// The entries about one record in the journal of each voice, in their order.
pub type Journals<V, L> = BTreeMap<V, Vec<Entry<V, L>>>;

/// What became of an entry.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Effect {
    /// It counts.
    Effective,
    /// What it cites is not in the journals that are known, or has no effect itself; that may change
    /// as they grow.
    Waiting,
    /// Its base has a later agreed version.
    Stale,
    /// An act of the same party on the same base stands open (rule 3).
    Blocked,
    /// It came after the seal.
    Late,
    /// What it says of what it cites is not so.
    Mismatch,
    /// Its author is no party, or it answers itself.
    NotParty,
}

/// How a proposal stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Progress {
    /// Waits for at least one party.
    Open,
    /// All have accepted; the proposer has not sealed it.
    Accepted,
    /// Agreed.
    Sealed,
    /// Taken back.
    Withdrawn,
    /// Another version was agreed on the same base.
    Overtaken,
}

impl Progress {
    /// All of them, in the order of a proposal's life.
    pub const ALL: [Self; 5] =
        [Self::Open, Self::Accepted, Self::Sealed, Self::Withdrawn, Self::Overtaken];

    /// The code in tables and addresses.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Accepted => "accepted",
            Self::Sealed => "sealed",
            Self::Withdrawn => "withdrawn",
            Self::Overtaken => "overtaken",
        }
    }

    /// The one with this code.
    pub fn find(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|progress| progress.code() == code)
    }
}

/// A proposal that counts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Proposal<V, L> {
    /// Who proposed it.
    pub by: V,
    /// Its place among the entries of its author.
    pub place: usize,
    /// What it is cited by.
    pub leaf: L,
    /// The seal of the version that it changes.
    pub base: Option<L>,
    /// How it stands.
    pub progress: Progress,
    /// Who has accepted it, with the acceptance.
    pub accepted: BTreeMap<V, L>,
    /// Who has objected.
    pub objected: BTreeSet<V>,
}

/// A version that all parties have agreed to.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Agreed<V, L> {
    /// Who proposed it, and sealed it.
    pub by: V,
    /// The proposal.
    pub proposal: L,
    /// The seal, on which a later version is based.
    pub seal: L,
    /// The seal of the version before.
    pub base: Option<L>,
}

/// What the journals say together about one record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Verdict<V, L> {
    /// What became of each entry, in the order of each journal.
    pub effects: BTreeMap<V, Vec<Effect>>,
    /// The proposals that count, by author and order.
    pub proposals: Vec<Proposal<V, L>>,
    /// The agreed versions; the last is in force.
    pub agreed: Vec<Agreed<V, L>>,
}

impl<V: Ord + Clone, L: Ord + Clone> Verdict<V, L> {
    /// Judges what is known of the journals. `parties` are all whose agreement it takes; there are
    /// two or more, or nothing is agreed.
    pub fn of(parties: &BTreeSet<V>, journals: &Journals<V, L>) -> Self {
        let mut court = Court { parties, journals, agreed: Vec::new() };
        court.find_agreed();
        let effects = journals
            .iter()
            .map(|(voice, entries)| {
                let effects = (0..entries.len()).map(|place| court.effect(voice, place));
                (voice.clone(), effects.collect())
            })
            .collect();
        let proposals = court.proposals();
        Self { effects, proposals, agreed: court.agreed }
    }

    /// The version in force.
    pub fn in_force(&self) -> Option<&Agreed<V, L>> {
        self.agreed.last()
    }
}

struct Court<'a, V, L> {
    parties: &'a BTreeSet<V>,
    journals: &'a Journals<V, L>,
    agreed: Vec<Agreed<V, L>>,
}

impl<V: Ord + Clone, L: Ord + Clone> Court<'_, V, L> {
    /// Follows the chain of versions: what is agreed on no base, on that, and so on.
    fn find_agreed(&mut self) {
        if self.parties.len() < 2 {
            return;
        }
        let mut bases: Vec<Option<L>> = vec![None];
        while let Some(base) = bases.pop() {
            for agreed in self.agreed_on(base.as_ref()) {
                if !self.agreed.contains(&agreed) {
                    bases.push(Some(agreed.seal.clone()));
                    self.agreed.push(agreed);
                }
            }
        }
    }

    fn agreed_on(&self, base: Option<&L>) -> Vec<Agreed<V, L>> {
        let mut agreed = Vec::new();
        for (voice, entries) in self.journals {
            for (place, entry) in entries.iter().enumerate() {
                let Step::Seal { proposal, .. } = &entry.step else { continue };
                if self.is_on(voice, proposal, base)
                    && self.effect(voice, place) == Effect::Effective
                {
                    agreed.push(Agreed {
                        by: voice.clone(),
                        proposal: proposal.clone(),
                        seal: entry.leaf.clone(),
                        base: base.cloned(),
                    });
                }
            }
        }
        agreed
    }

    fn entries(&self, voice: &V) -> &[Entry<V, L>] {
        self.journals.get(voice).map_or(&[], Vec::as_slice)
    }

    /// The first entry of a voice that proposes this.
    fn proposal(&self, voice: &V, leaf: &L) -> Option<(usize, &Option<L>, &L)> {
        self.entries(voice).iter().enumerate().find_map(|(place, entry)| match &entry.step {
            Step::Propose { base, content } if entry.leaf == *leaf => Some((place, base, content)),
            Step::Propose { .. }
            | Step::Accept { .. }
            | Step::Seal { .. }
            | Step::Withdraw { .. }
            | Step::Object { .. } => None,
        })
    }

    /// Whether a voice proposed this on that base.
    fn is_on(&self, voice: &V, proposal: &L, base: Option<&L>) -> bool {
        self.proposal(voice, proposal).is_some_and(|(_, of, _)| of.as_ref() == base)
    }

    /// Where the author of a proposal withdrew it before any seal of it.
    fn withdrawn(&self, voice: &V, leaf: &L) -> Option<usize> {
        let first = self.entries(voice).iter().position(|entry| match &entry.step {
            Step::Seal { proposal, .. } | Step::Withdraw { proposal } => proposal == leaf,
            Step::Propose { .. } | Step::Accept { .. } | Step::Object { .. } => false,
        })?;
        let entry = self.entries(voice).get(first)?;
        matches!(entry.step, Step::Withdraw { .. }).then_some(first)
    }

    fn effect(&self, voice: &V, place: usize) -> Effect {
        let Some(entry) = self.entries(voice).get(place) else { return Effect::Waiting };
        if !self.parties.contains(voice) {
            return Effect::NotParty;
        }
        match &entry.step {
            Step::Propose { base, .. } => self.effect_of_proposing(voice, place, base.as_ref()),
            Step::Accept { base, of, proposal, content } => {
                self.effect_of_accepting(voice, place, base.as_ref(), (of, proposal, content))
            }
            Step::Seal { proposal, acceptances } => {
                self.effect_of_sealing(voice, place, proposal, acceptances)
            }
            Step::Withdraw { proposal } => match self.proposal(voice, proposal) {
                Some((proposed, _, _)) if proposed < place => {
                    let counts = self.withdrawn(voice, proposal) == Some(place);
                    if counts { Effect::Effective } else { Effect::Late }
                }
                Some(_) | None => Effect::Mismatch,
            },
            Step::Object { of, proposal } if of != voice => match self.proposal(of, proposal) {
                Some(_) => Effect::Effective,
                None => Effect::Waiting,
            },
            Step::Object { .. } => Effect::NotParty,
        }
    }

    fn effect_of_proposing(&self, voice: &V, place: usize, base: Option<&L>) -> Effect {
        if base.is_some_and(|base| !self.agreed.iter().any(|agreed| agreed.seal == *base)) {
            return Effect::Waiting;
        }
        match (self.is_free(voice, place, base), self.next_on(base)) {
            (true, _) => Effect::Effective,
            (false, Some(_)) => Effect::Stale,
            (false, None) => Effect::Blocked,
        }
    }

    fn effect_of_accepting(
        &self,
        voice: &V,
        place: usize,
        base: Option<&L>,
        (of, proposal, content): (&V, &L, &L),
    ) -> Effect {
        if of == voice || !self.parties.contains(of) {
            return Effect::NotParty;
        }
        let Some((proposed, its_base, its_content)) = self.proposal(of, proposal) else {
            return Effect::Waiting;
        };
        if its_base.as_ref() != base || its_content != content {
            return Effect::Mismatch;
        }
        if !self.is_free(voice, place, base) {
            let is_past = self.next_on(base).is_some_and(|next| next.proposal != *proposal);
            return if is_past { Effect::Stale } else { Effect::Blocked };
        }
        match self.effect(of, proposed) {
            Effect::Effective => Effect::Effective,
            Effect::Waiting
            | Effect::Stale
            | Effect::Blocked
            | Effect::Late
            | Effect::Mismatch
            | Effect::NotParty => Effect::Waiting,
        }
    }

    fn effect_of_sealing(
        &self,
        voice: &V,
        place: usize,
        proposal: &L,
        acceptances: &[L],
    ) -> Effect {
        let Some((proposed, _, _)) = self.proposal(voice, proposal).filter(|it| it.0 < place)
        else {
            return Effect::Mismatch;
        };
        let before = self.entries(voice).get(..place).unwrap_or_default();
        let is_late = before.iter().any(|entry| match &entry.step {
            Step::Seal { proposal: of, .. } | Step::Withdraw { proposal: of } => of == proposal,
            Step::Propose { .. } | Step::Accept { .. } | Step::Object { .. } => false,
        });
        if is_late {
            return Effect::Late;
        }
        let accepted = self.accepted(voice, proposal);
        let has_all = self.parties.iter().filter(|party| *party != voice).all(|party| {
            accepted
                .get(party)
                .is_some_and(|leaves| leaves.iter().any(|it| acceptances.contains(it)))
        });
        let counts = has_all && self.effect(voice, proposed) == Effect::Effective;
        if counts { Effect::Effective } else { Effect::Waiting }
    }

    /// The acceptances of a proposal that count, by who accepted.
    fn accepted(&self, by: &V, proposed: &L) -> BTreeMap<V, Vec<L>> {
        let mut accepted: BTreeMap<V, Vec<L>> = BTreeMap::new();
        for (voice, entries) in self.journals {
            for (place, entry) in entries.iter().enumerate() {
                let Step::Accept { of, proposal, .. } = &entry.step else { continue };
                if of == by
                    && proposal == proposed
                    && self.effect(voice, place) == Effect::Effective
                {
                    accepted.entry(voice.clone()).or_default().push(entry.leaf.clone());
                }
            }
        }
        accepted
    }

    /// The version that was agreed on this base.
    fn next_on(&self, base: Option<&L>) -> Option<&Agreed<V, L>> {
        self.agreed.iter().find(|agreed| agreed.base.as_ref() == base)
    }

    /// Whether no earlier act of the voice on this base stands open.
    fn is_free(&self, voice: &V, place: usize, base: Option<&L>) -> bool {
        let before = self.entries(voice).get(..place).unwrap_or_default();
        before.iter().all(|entry| match &entry.step {
            Step::Propose { base: of, .. } => {
                of.as_ref() != base
                    || self.withdrawn(voice, &entry.leaf).is_some_and(|withdrawn| withdrawn < place)
            }
            Step::Accept { base: of, of: proposer, proposal, .. } => {
                of.as_ref() != base || self.withdrawn(proposer, proposal).is_some()
            }
            Step::Seal { proposal, .. } => !self.is_on(voice, proposal, base),
            Step::Withdraw { .. } | Step::Object { .. } => true,
        })
    }

    fn proposals(&self) -> Vec<Proposal<V, L>> {
        let mut proposals = Vec::new();
        for (voice, entries) in self.journals {
            for (place, entry) in entries.iter().enumerate() {
                let Step::Propose { base, .. } = &entry.step else { continue };
                if self.effect(voice, place) != Effect::Effective {
                    continue;
                }
                let accepted: BTreeMap<V, L> = self
                    .accepted(voice, &entry.leaf)
                    .into_iter()
                    .filter_map(|(voice, leaves)| Some((voice, leaves.into_iter().next()?)))
                    .collect();
                proposals.push(Proposal {
                    by: voice.clone(),
                    place,
                    leaf: entry.leaf.clone(),
                    base: base.clone(),
                    progress: self.progress(voice, entry, base.as_ref(), &accepted),
                    accepted,
                    objected: self.objected(voice, &entry.leaf),
                });
            }
        }
        proposals
    }

    fn progress(
        &self,
        voice: &V,
        entry: &Entry<V, L>,
        base: Option<&L>,
        accepted: &BTreeMap<V, L>,
    ) -> Progress {
        let is_ours = |agreed: &Agreed<V, L>| agreed.by == *voice && agreed.proposal == entry.leaf;
        if self.agreed.iter().any(is_ours) {
            Progress::Sealed
        } else if self.withdrawn(voice, &entry.leaf).is_some() {
            Progress::Withdrawn
        } else if self.next_on(base).is_some() {
            Progress::Overtaken
        } else if accepted.len().saturating_add(1) >= self.parties.len() {
            Progress::Accepted
        } else {
            Progress::Open
        }
    }

    fn objected(&self, by: &V, proposed: &L) -> BTreeSet<V> {
        let objects = |entry: &Entry<V, L>| matches!(&entry.step, Step::Object { of, proposal } if of == by && proposal == proposed);
        let others =
            self.journals.iter().filter(|(voice, _)| *voice != by && self.parties.contains(*voice));
        others
            .filter(|(_, entries)| entries.iter().any(objects))
            .map(|(voice, _)| voice.clone())
            .collect()
    }
}

#[cfg(test)]
mod tests;
