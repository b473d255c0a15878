//! The rules of agreement, tried out to the end: every order in which two parties who may write
//! whatever they like can append, judged by the function that ships, for every part of the journals
//! that a reader may know.

#![cfg(test)]

use std::collections::{BTreeMap, BTreeSet};

use servanda_model::agreement::{Agreed, Entry, Journals, Step, Verdict};
use stateright::{Checker, Model, Property};

/// A voice, and what its entries are cited by: its number and their place.
type Voice = u8;
type Leaf = (Voice, u8);
type Journal = Vec<Entry<Voice, Leaf>>;

const PARTIES: [Voice; 2] = [0, 1];

/// Two parties who append what they like, up to so many entries each.
struct TwoParties {
    entries_max: [usize; 2],
    /// Whether each keeps to what the program offers; otherwise it writes whatever can be written.
    honest: [bool; 2],
}

/// An entry that one of them appends.
type Append = (Voice, Step<Voice, Leaf>);

impl Model for TwoParties {
    type State = [Journal; 2];
    type Action = Append;

    fn init_states(&self) -> Vec<Self::State> {
        vec![[Vec::new(), Vec::new()]]
    }

    fn actions(&self, state: &Self::State, actions: &mut Vec<Self::Action>) {
        for voice in PARTIES {
            if state[usize::from(voice)].len() < self.entries_max[usize::from(voice)] {
                let steps = writable(state, voice);
                actions.extend(steps.into_iter().map(|step| (voice, step)).filter(|append| {
                    !self.honest[usize::from(voice)] || has_effect(state, append)
                }));
            }
        }
    }

    fn next_state(&self, state: &Self::State, append: Self::Action) -> Option<Self::State> {
        Some(appended(state, &append))
    }

    fn properties(&self) -> Vec<Property<Self>> {
        vec![
            Property::always("never two agreed versions on one base", |_, state| {
                let agreed = known(state, full(state)).agreed;
                let bases: BTreeSet<_> = agreed.iter().map(|agreed| agreed.base).collect();
                bases.len() == agreed.len()
            }),
            Property::always("what is agreed stays agreed as more becomes known", |_, state| {
                let agreed = every_reader(state);
                agreed.iter().all(|([a, b], versions)| {
                    [[a + 1, *b], [*a, b + 1]]
                        .iter()
                        .filter_map(|more| agreed.get(more))
                        .all(|later| versions.is_subset(later))
                })
            }),
            Property::sometimes("a version is agreed", |_, state| {
                !known(state, full(state)).agreed.is_empty()
            }),
            Property::sometimes("an agreed version is amended", |model: &Self, state| {
                model.entries_max.iter().sum::<usize>() < 6
                    || known(state, full(state)).agreed.len() > 1
            }),
        ]
    }
}

/// Everything that a party can write which cites something that exists.
fn writable(state: &[Journal; 2], voice: Voice) -> Vec<Step<Voice, Leaf>> {
    let other = 1 - voice;
    let of = |voice: Voice| state[usize::from(voice)].iter();
    let seals = of(0).chain(of(1)).filter(|entry| matches!(entry.step, Step::Seal { .. }));
    let bases: Vec<_> = std::iter::once(None).chain(seals.map(|entry| Some(entry.leaf))).collect();
    let propose = |base: &Option<Leaf>| Step::Propose { base: *base, content: (voice, 0) };
    let mut steps: Vec<_> = bases.iter().map(propose).collect();
    for entry in of(other) {
        if let Step::Propose { content, .. } = &entry.step {
            // Also on a base that is not the proposal's.
            steps.extend(bases.iter().map(|base| Step::Accept {
                base: *base,
                of: other,
                proposal: entry.leaf,
                content: *content,
            }));
        }
    }
    for entry in of(voice).filter(|entry| matches!(entry.step, Step::Propose { .. })) {
        let proposal = entry.leaf;
        steps.push(Step::Withdraw { proposal });
        steps.push(Step::Seal { proposal, acceptances: Vec::new() });
        for accept in of(other).filter(|entry| matches!(entry.step, Step::Accept { .. })) {
            steps.push(Step::Seal { proposal, acceptances: vec![accept.leaf] });
        }
    }
    steps
}

fn appended(state: &[Journal; 2], (voice, step): &Append) -> [Journal; 2] {
    let mut state = state.clone();
    let journal = &mut state[usize::from(*voice)];
    let place = u8::try_from(journal.len()).expect("journals are short here");
    journal.push(Entry { leaf: (*voice, place), step: step.clone() });
    state
}

fn has_effect(state: &[Journal; 2], append: &Append) -> bool {
    let after = appended(state, append);
    let verdict = known(&after, full(&after));
    verdict.effects[&append.0].last() == Some(&servanda_model::agreement::Effect::Effective)
}

fn full(state: &[Journal; 2]) -> [usize; 2] {
    [state[0].len(), state[1].len()]
}

/// The verdict of a reader who knows so many entries of each journal.
fn known(state: &[Journal; 2], sizes: [usize; 2]) -> Verdict<Voice, Leaf> {
    let journals: Journals<Voice, Leaf> = PARTIES
        .iter()
        .map(|voice| {
            let place = usize::from(*voice);
            (*voice, state[place][..sizes[place]].to_vec())
        })
        .collect();
    Verdict::of(&PARTIES.into_iter().collect(), &journals)
}

/// What is agreed for every reader, by what they know.
fn every_reader(state: &[Journal; 2]) -> BTreeMap<[usize; 2], BTreeSet<Agreed<Voice, Leaf>>> {
    let mut readers = BTreeMap::new();
    for a in 0..=state[0].len() {
        for b in 0..=state[1].len() {
            let agreed = known(state, [a, b]).agreed.into_iter().collect();
            readers.insert([a, b], agreed);
        }
    }
    readers
}

fn check(entries_max: [usize; 2], honest: [bool; 2]) -> usize {
    let checker = TwoParties { entries_max, honest }.checker().threads(2).spawn_bfs().join();
    checker.assert_properties();
    checker.unique_state_count()
}

#[test]
fn two_parties_who_keep_to_the_rules_reach_agreement_and_keep_it() {
    assert!(check([5, 5], [true, true]) > 100);
}

#[test]
fn one_party_who_writes_anything_breaks_no_agreement() {
    assert!(check([4, 4], [false, true]) > 500);
    assert!(check([3, 5], [false, true]) > 500);
}

#[test]
fn two_parties_who_write_anything_break_no_agreement() {
    assert!(check([3, 3], [false, false]) > 1_000);
}
