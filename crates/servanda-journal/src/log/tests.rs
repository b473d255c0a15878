//! Whole journals: every size is accepted, every change is found.

use std::collections::BTreeMap;
use std::convert::Infallible;

use super::{LogError, verify_log};
use crate::note::Signer;
use crate::sample::{Chance, SampleLog};
use crate::tile::{Resource, resources};
use crate::tree::Head;

type Files = BTreeMap<Resource, Vec<u8>>;

fn files(log: &SampleLog, size: u64) -> Files {
    let all = resources(size).chain([Resource::Checkpoint]);
    all.map(|file| (file, log.file(size, file))).collect()
}

fn verify(log: &SampleLog, files: &Files) -> Result<Head, LogError<&'static str>> {
    let read = |file: Resource| files.get(&file).cloned().ok_or("missing");
    verify_log(&log.signer.verifier(), read)
}

#[test]
fn every_size_up_to_1025_verifies() {
    let log = SampleLog::new(1_025);
    for size in 0..=1_025 {
        let read = |file| Ok::<_, Infallible>(log.file(size, file));
        let verified = verify_log(&log.signer.verifier(), read).unwrap();
        assert_eq!(verified, log.head(size));
    }
}

#[test]
fn three_levels_of_tiles_verify() {
    let log = SampleLog::new(65_537);
    for size in [65_535, 65_536, 65_537] {
        let read = |file| Ok::<_, Infallible>(log.file(size, file));
        assert_eq!(verify_log(&log.signer.verifier(), read).unwrap(), log.head(size));
    }
}

#[test]
fn a_thousand_changed_journals_are_refused() {
    let log = SampleLog::new(600);
    let mut chance = Chance(3);
    for round in 0..1_000 {
        let size = 1 + u64::try_from(chance.below(600)).unwrap();
        let mut files = files(&log, size);
        let places: Vec<_> = files.keys().copied().collect();
        let place = places[chance.below(places.len())];
        let mutant = chance.mutate(&files[&place]);
        files.insert(place, mutant);
        assert!(verify(&log, &files).is_err(), "round {round}: {place} at size {size}");
    }
}

#[test]
fn entries_that_change_places_are_found() {
    let log = SampleLog::new(300);
    let mut swapped = SampleLog::new(300);
    swapped.entries.swap(7, 8);
    let mut files = files(&log, 300);
    for file in resources(300).filter(|file| matches!(file, Resource::Bundle(_))) {
        files.insert(file, swapped.file(300, file));
    }
    let refused = verify(&log, &files).unwrap_err();
    assert!(matches!(refused, LogError::Node { start: 7, end: 7, .. }), "{refused:?}");
}

#[test]
fn a_wrong_hash_above_the_leaves_is_named_by_its_entries() {
    let log = SampleLog::new(600);
    let mut files = files(&log, 600);
    let above = Resource::parse("tile/1/000.p/2").unwrap();
    files.get_mut(&above).unwrap()[40] ^= 1;
    let refused = verify(&log, &files).unwrap_err();
    assert_eq!(refused.to_string(), "tile/1/000.p/2 does not hold the hash of entries 256 to 511");
}

#[test]
fn a_journal_cut_short_is_found() {
    let log = SampleLog::new(300);
    let mut files = files(&log, 300);
    let shorter = log.file(299, Resource::Checkpoint);
    files.insert(Resource::Checkpoint, shorter);
    // The files of 300 do not hold the partial ones of 299.
    assert!(matches!(verify(&log, &files), Err(LogError::Source { .. })));
}

#[test]
fn a_missing_file_is_named() {
    let log = SampleLog::new(300);
    let whole = files(&log, 300);
    for file in resources(300) {
        let mut files = whole.clone();
        files.remove(&file);
        let refused = verify(&log, &files).unwrap_err();
        assert!(
            matches!(&refused, LogError::Source { path, .. } if *path == file.to_string()),
            "{refused:?}"
        );
    }
}

#[test]
fn another_key_does_not_verify() {
    let log = SampleLog::new(3);
    let files = files(&log, 3);
    let stranger = Signer::from_seed(log.signer.name(), &[1; 32]).unwrap().verifier();
    let read = |file: Resource| files.get(&file).cloned().ok_or("missing");
    assert!(matches!(verify_log(&stranger, read), Err(LogError::Checkpoint(_))));
}
