//! What a ledger promises, from outside.

use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use servanda_journal::{Checkpoint, Head, Verifier};
use tempfile::TempDir;

use super::{DurableSteps, Ledger, Steps};
use crate::failure::{AppendError, KeysError, LedgerError, StoreError};
use crate::ground::{Batch, Ground};
use crate::keys::KeyFolder;
use crate::part::{PartDraft, part_commitment};
use crate::verify::verify_journal;

const ORIGIN: &str = "record.example/a";
const SEED: [u8; 32] = [7; 32];

/// A journal in a temporary folder, with its key.
struct Office {
    folder: TempDir,
    verifier: Verifier,
}

impl Office {
    fn new() -> Self {
        let folder = TempDir::new().unwrap();
        let verifier = open(folder.path()).unwrap().found(ORIGIN, &SEED).unwrap();
        Self { folder, verifier }
    }

    fn open(&self) -> Ledger {
        open(self.folder.path()).unwrap()
    }

    #[track_caller]
    fn check(&self, ledger: &Ledger, size: u64) {
        let verified = verify_journal(ledger.ground(), ORIGIN, &self.verifier).unwrap();
        assert_eq!(verified.size, size);
    }
}

fn open(folder: &Path) -> Result<Ledger, LedgerError> {
    let ground = Ground::open(&folder.join("ground.db")).unwrap();
    Ledger::open(Arc::new(ground), KeyFolder::open(&folder.join("keys"))?)
}

fn head(ledger: &Ledger) -> Head {
    ledger.ground().head(ORIGIN).unwrap().unwrap()
}

fn batch(text: &str) -> Batch {
    let parts = vec![PartDraft { salt: [1; 32], bytes: text.as_bytes().to_vec() }];
    Batch { entries: vec![text.as_bytes().to_vec()], parts, documents: Vec::new() }
}

#[test]
fn what_was_acknowledged_is_there_after_reopening() {
    let office = Office::new();
    let ledger = office.open();
    office.check(&ledger, 0);
    let first = ledger.append(ORIGIN, head(&ledger), &batch("one")).unwrap();
    let second = ledger.append(ORIGIN, first, &batch("two")).unwrap();
    drop(ledger);

    let ledger = office.open();
    assert_eq!(head(&ledger), second);
    office.check(&ledger, 2);
    let entries = ledger.ground().entries(ORIGIN, 0, 10).unwrap();
    assert_eq!(entries[1].bytes, b"two");
    let part = ledger.ground().part(&part_commitment(&[1; 32], b"one")).unwrap().unwrap();
    assert_eq!(part.bytes, b"one");
    let note = ledger.ground().checkpoint(ORIGIN).unwrap().unwrap();
    assert_eq!(Checkpoint::open(&note, &office.verifier).unwrap().head, second);
}

#[test]
fn an_unexpected_head_is_a_conflict_and_writes_nothing() {
    let office = Office::new();
    let ledger = office.open();
    let first = ledger.append(ORIGIN, Head::EMPTY, &batch("one")).unwrap();
    let refused = ledger.append(ORIGIN, Head::EMPTY, &batch("two"));
    assert!(matches!(refused, Err(AppendError::Conflict { actual }) if actual == first));
    assert_eq!(ledger.ground().part(&part_commitment(&[1; 32], b"two")).unwrap(), None);
    ledger.append(ORIGIN, first, &batch("two")).unwrap();
    office.check(&ledger, 2);
}

#[test]
fn a_ground_from_an_old_backup_is_not_signed() {
    let office = Office::new();
    let ledger = office.open();
    let first = ledger.append(ORIGIN, Head::EMPTY, &batch("one")).unwrap();
    drop(ledger);
    let backup = office.folder.path().join("backup.db");
    std::fs::copy(office.folder.path().join("ground.db"), &backup).unwrap();
    office.open().append(ORIGIN, first, &batch("two")).unwrap();
    std::fs::rename(&backup, office.folder.path().join("ground.db")).unwrap();

    let refused = open(office.folder.path());
    assert!(matches!(
        refused,
        Err(LedgerError::Keys(KeysError::Rollback { signed_size: 2, stored_size: 1, .. }))
    ));
}

#[test]
fn a_ground_with_another_history_is_not_signed() {
    let office = Office::new();
    office.open().append(ORIGIN, Head::EMPTY, &batch("one")).unwrap();
    let other = Office::new();
    let ledger = other.open();
    let first = ledger.append(ORIGIN, Head::EMPTY, &batch("another")).unwrap();
    ledger.append(ORIGIN, first, &batch("two")).unwrap();
    drop(ledger);
    std::fs::rename(other.folder.path().join("ground.db"), office.folder.path().join("ground.db"))
        .unwrap();

    let refused = open(office.folder.path());
    assert!(matches!(refused, Err(LedgerError::Keys(KeysError::Forked { size: 1, .. }))));
}

#[test]
fn a_head_that_was_not_signed_is_signed_on_opening() {
    let office = Office::new();
    let ledger = office.open();
    ledger.ground().append(ORIGIN, Head::EMPTY, &batch("unsigned")).unwrap();
    drop(ledger);
    let ledger = office.open();
    office.check(&ledger, 1);
    ledger.append(ORIGIN, head(&ledger), &batch("next")).unwrap();
    office.check(&ledger, 2);
}

#[test]
fn a_ground_put_back_while_it_is_open_is_not_appended_to() {
    let office = Office::new();
    let ledger = office.open();
    let first = ledger.append(ORIGIN, Head::EMPTY, &batch("one")).unwrap();
    let keys = office.folder.path().join("keys/record.example~a.signed");
    let signed = std::fs::read_to_string(&keys).unwrap();
    std::fs::write(&keys, signed.replace("\n1\n", "\n5\n")).unwrap();
    let refused = ledger.append(ORIGIN, first, &batch("two"));
    assert!(matches!(refused, Err(AppendError::Keys(KeysError::Rollback { signed_size: 5, .. }))));
    assert_eq!(head(&ledger), first);
}

#[test]
fn what_was_signed_last_must_be_known() {
    let office = Office::new();
    std::fs::remove_file(office.folder.path().join("keys/record.example~a.signed")).unwrap();
    let refused = open(office.folder.path());
    let missing = matches!(refused, Err(LedgerError::Keys(KeysError::NothingRemembered { .. })));
    assert!(missing);
}

#[test]
fn the_journal_of_somebody_else_is_left_alone() {
    let office = Office::new();
    let ledger = office.open();
    ledger.ground().create_journal("record.example/b").unwrap();
    ledger.ground().append("record.example/b", Head::EMPTY, &batch("theirs")).unwrap();
    drop(ledger);
    let ledger = office.open();
    assert_eq!(ledger.ground().checkpoint("record.example/b").unwrap(), None);
    let refused = ledger.append("record.example/b", Head::EMPTY, &batch("ours"));
    assert!(matches!(refused, Err(AppendError::Keys(KeysError::NoKey { .. }))));
    let refused = ledger.found("record.example/b", &SEED);
    assert!(matches!(refused, Err(LedgerError::NotEmpty { .. })));
}

#[test]
fn founding_twice_keeps_the_first_key() {
    let office = Office::new();
    let ledger = office.open();
    assert_eq!(ledger.found(ORIGIN, &[8; 32]).unwrap(), office.verifier);
    assert_eq!(ledger.verifier(ORIGIN).unwrap(), Some(office.verifier.clone()));
    office.check(&ledger, 0);
}

#[test]
fn two_ledgers_of_one_folder_are_one_too_many() {
    let office = Office::new();
    let _ledger = office.open();
    let refused = open(office.folder.path());
    assert!(matches!(refused, Err(LedgerError::Keys(KeysError::InUse { .. }))));
}

#[test]
fn threads_append_in_turn_and_the_last_head_is_signed() {
    let office = Office::new();
    let ledger = office.open();
    std::thread::scope(|scope| {
        for writer in 0..4 {
            let ledger = &ledger;
            scope.spawn(move || {
                for n in 0..5 {
                    let batch = batch(&format!("{writer} {n}"));
                    let mut expected = Head::EMPTY;
                    while let Err(AppendError::Conflict { actual }) =
                        ledger.append(ORIGIN, expected, &batch)
                    {
                        expected = actual;
                    }
                }
            });
        }
    });
    office.check(&ledger, 20);
}

/// Works until it is told to, fails once, and works again.
#[derive(Debug, Default)]
struct FailsOnce(AtomicBool);

impl Steps for Arc<FailsOnce> {
    fn commit(
        &self,
        ground: &Ground,
        origin: &str,
        expected: Head,
        batch: &Batch,
    ) -> Result<Head, AppendError> {
        DurableSteps.commit(ground, origin, expected, batch)
    }

    fn remember_signed(
        &self,
        keys: &KeyFolder,
        origin: &str,
        head: &Head,
    ) -> Result<(), KeysError> {
        DurableSteps.remember_signed(keys, origin, head)
    }

    fn keep_checkpoint(
        &self,
        ground: &Ground,
        origin: &str,
        size: u64,
        note: &str,
    ) -> Result<(), StoreError> {
        if self.0.swap(false, Ordering::SeqCst) {
            return Err(StoreError::Busy { path: ground.path().to_owned() });
        }
        DurableSteps.keep_checkpoint(ground, origin, size, note)
    }
}

#[test]
fn after_a_doubt_nothing_is_appended_until_it_is_opened_again() {
    let office = Office::new();
    let steps = Arc::new(FailsOnce::default());
    let ground = Arc::new(Ground::open(&office.folder.path().join("ground.db")).unwrap());
    let keys = KeyFolder::open(&office.folder.path().join("keys")).unwrap();
    let ledger = Ledger::open_with(ground, keys, Box::new(Arc::clone(&steps))).unwrap();
    let first = ledger.append(ORIGIN, Head::EMPTY, &batch("one")).unwrap();
    steps.0.store(true, Ordering::SeqCst);
    let doubt = ledger.append(ORIGIN, first, &batch("two"));
    assert!(matches!(doubt, Err(AppendError::InDoubt(LedgerError::Store(_)))));
    let second = head(&ledger);
    assert_eq!(second.size, 2);
    let stopped = ledger.append(ORIGIN, second, &batch("three"));
    assert!(matches!(stopped, Err(AppendError::InDoubt(LedgerError::Store(StoreError::Stopped)))));
    assert!(matches!(ledger.found("b", &SEED), Err(LedgerError::Store(StoreError::Stopped))));
    drop(ledger);

    let ledger = office.open();
    office.check(&ledger, 2);
    ledger.append(ORIGIN, second, &batch("three")).unwrap();
    office.check(&ledger, 3);
}
