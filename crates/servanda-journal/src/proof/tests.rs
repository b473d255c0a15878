//! Proofs against another implementation, and proofs that were tampered with.

use proptest::prelude::*;
use tlog_tiles::tlog::{self, HashReader};

use super::{
    NotProven, OutOfRange, ProofError, consistency, inclusion, verify_consistency, verify_inclusion,
};
use crate::hash::{Hash, leaf_hash};
use crate::sample::{Chance, NoSuchNode, SampleLog};
use crate::tree::{Head, Node};

impl HashReader for SampleLog {
    fn read_hashes(&self, indexes: &[u64]) -> Result<Vec<tlog::Hash>, tlog::Error> {
        let load = |index: &u64| {
            let (level, index) = tlog::split_stored_hash_index(*index);
            tlog::Hash(self.nodes[&Node { level, index }].0)
        };
        Ok(indexes.iter().map(load).collect())
    }
}

fn theirs(hashes: &[Hash]) -> Vec<tlog::Hash> {
    hashes.iter().map(|hash| tlog::Hash(hash.0)).collect()
}

#[track_caller]
fn check_inclusion(log: &SampleLog, index: u64, size: u64) {
    let head = log.head(size);
    let proof = inclusion(index, size, |node| log.node(node)).unwrap();
    let leaf = leaf_hash(&log.entries[usize::try_from(index).unwrap()]);
    assert_eq!(verify_inclusion(index, &leaf, &head, &proof), Ok(()), "{index} of {size}");
    let expected = tlog::prove_record(size, index, log).unwrap();
    assert_eq!(theirs(&proof), expected, "{index} of {size}");
}

#[track_caller]
fn check_consistency(log: &SampleLog, older: u64, newer: u64) {
    let (old, new) = (log.head(older), log.head(newer));
    let proof = consistency(older, newer, |node| log.node(node)).unwrap();
    assert_eq!(verify_consistency(&old, &new, &proof), Ok(()), "{older} to {newer}");
    if older > 0 && older < newer {
        let expected = tlog::prove_tree(newer, older, log).unwrap();
        assert_eq!(theirs(&proof), expected, "{older} to {newer}");
    }
}

#[test]
fn every_proof_of_small_journals_is_the_one_others_make() {
    let log = SampleLog::new(70);
    for size in 0..=70 {
        for place in 0..size {
            check_inclusion(&log, place, size);
        }
        for older in 0..=size {
            check_consistency(&log, older, size);
        }
    }
}

#[test]
fn every_size_up_to_1025_is_proven_at_its_ends_and_in_the_middle() {
    let log = SampleLog::new(1_025);
    for size in 1..=1_025 {
        for place in [0, size / 2, size - 1] {
            check_inclusion(&log, place, size);
            check_consistency(&log, place, size);
        }
    }
}

#[test]
fn what_is_not_there_cannot_be_proven() {
    let log = SampleLog::new(5);
    let asked = inclusion(5, 5, |node| log.node(node));
    assert!(matches!(asked, Err(ProofError::OutOfRange(OutOfRange::Entry { index: 5, size: 5 }))));
    let asked = consistency(4, 3, |node| log.node(node));
    assert!(matches!(asked, Err(ProofError::OutOfRange(OutOfRange::Sizes { older: 4, newer: 3 }))));
    let asked = inclusion(0, 9, |node| log.node(node));
    assert!(matches!(
        asked,
        Err(ProofError::Source(NoSuchNode(Node { level: 3, index: 0 } | Node { level: 0, .. })))
    ));
}

#[test]
fn a_thousand_changed_proofs_are_refused() {
    let log = SampleLog::new(600);
    let mut chance = Chance(1);
    for _ in 0..500 {
        let size = 2 + u64::try_from(chance.below(598)).unwrap();
        let index = chance.next() % size;
        let head = log.head(size);
        let leaf = log.nodes[&Node { level: 0, index }];
        let proof = inclusion(index, size, |node| log.node(node)).unwrap();
        let changed = change(&mut chance, &proof);
        assert_eq!(verify_inclusion(index, &leaf, &head, &changed), Err(NotProven));

        // Sizes that are their own whole history have nothing to change.
        let older = 1 + chance.next() % (size - 1);
        let proof = consistency(older, size, |node| log.node(node)).unwrap();
        let changed = change(&mut chance, &proof);
        let verdict = verify_consistency(&log.head(older), &head, &changed);
        assert_eq!(verdict, Err(NotProven), "{older} to {size}");
    }
}

#[test]
fn a_proof_proves_nothing_else() {
    let log = SampleLog::new(200);
    let proof = inclusion(77, 200, |node| log.node(node)).unwrap();
    let leaf = log.nodes[&Node { level: 0, index: 77 }];
    for index in (0..=201).filter(|index| *index != 77) {
        assert_eq!(verify_inclusion(index, &leaf, &log.head(200), &proof), Err(NotProven));
    }
    for size in (0..200).filter(|size| *size != 200) {
        assert_eq!(verify_inclusion(77, &leaf, &log.head(size), &proof), Err(NotProven));
    }
    let other = Head { size: 200, root: log.head(199).root };
    assert_eq!(verify_inclusion(77, &leaf, &other, &proof), Err(NotProven));
}

#[test]
fn equal_sizes_must_have_equal_roots() {
    let log = SampleLog::new(9);
    let other = Head { size: 9, root: log.head(8).root };
    assert_eq!(verify_consistency(&log.head(9), &log.head(9), &[]), Ok(()));
    assert_eq!(verify_consistency(&other, &log.head(9), &[]), Err(NotProven));
    assert_eq!(verify_consistency(&Head::EMPTY, &log.head(9), &[]), Ok(()));
    assert_eq!(verify_consistency(&Head::EMPTY, &Head::EMPTY, &[]), Ok(()));
    let unsound = Head { size: 0, root: log.head(1).root };
    assert_eq!(verify_consistency(&unsound, &log.head(9), &[]), Err(NotProven));
    assert_eq!(verify_consistency(&unsound, &unsound, &[]), Err(NotProven));
    assert_eq!(verify_consistency(&log.head(9), &log.head(8), &[]), Err(NotProven));
}

/// Changes, drops, repeats or swaps a hash of a proof.
fn change(chance: &mut Chance, proof: &[Hash]) -> Vec<Hash> {
    let mut changed = proof.to_vec();
    if proof.is_empty() {
        return vec![Hash::EMPTY_ROOT];
    }
    let place = chance.below(proof.len());
    match chance.below(4) {
        0 => changed[place].0[chance.below(32)] ^= 1 << chance.below(8),
        1 => drop(changed.remove(place)),
        2 => changed.insert(place, proof[place]),
        _ => changed.swap(place, (place + 1) % proof.len()),
    }
    if changed == proof {
        changed.push(Hash::EMPTY_ROOT);
    }
    changed
}

proptest! {
    #[test]
    fn any_bytes_as_a_proof_are_refused_or_right(
        index in 0_u64..40,
        size in 0_u64..40,
        hashes in prop::collection::vec(any::<[u8; 32]>(), 0..70),
    ) {
        let log = SampleLog::new(40);
        let proof: Vec<_> = hashes.into_iter().map(Hash).collect();
        let leaf = Hash([0; 32]);
        prop_assert_eq!(verify_inclusion(index, &leaf, &log.head(size), &proof), Err(NotProven));
        let verdict = verify_consistency(&log.head(index.min(size)), &log.head(size), &proof);
        prop_assert!(verdict.is_err() || proof.is_empty());
    }
}
