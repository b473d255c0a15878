//! Verification finds what was changed behind the store's back.

use std::sync::Arc;

use servanda_journal::{Checkpoint, Head, Signer};
use tempfile::TempDir;

use super::{VerifyError, node_count, verify_journal};
use crate::failure::StoreError;
use crate::ground::{Batch, Ground};
use crate::keys::KeyFolder;
use crate::ledger::Ledger;

const ORIGIN: &str = "record.example/a";
const SEED: [u8; 32] = [7; 32];

fn office(size: usize) -> (TempDir, Ledger) {
    let folder = TempDir::new().unwrap();
    let ground = Arc::new(Ground::open(&folder.path().join("ground.db")).unwrap());
    let keys = KeyFolder::open(&folder.path().join("keys")).unwrap();
    let ledger = Ledger::open(ground, keys).unwrap();
    ledger.found(ORIGIN, &SEED).unwrap();
    let entries = (0..size).map(|n| format!("entry {n}").into_bytes()).collect();
    ledger.append(ORIGIN, Head::EMPTY, &Batch { entries, ..Batch::default() }).unwrap();
    (folder, ledger)
}

fn verify(ledger: &Ledger) -> Result<u64, VerifyError> {
    let verifier = ledger.verifier(ORIGIN).unwrap().unwrap();
    verify_journal(ledger.ground(), ORIGIN, &verifier).map(|verified| verified.entries)
}

#[test]
fn every_size_verifies() {
    for size in [0, 1, 2, 3, 255, 256, 257, 4_095, 4_096, 4_097, 10_000] {
        let (_folder, ledger) = office(size);
        assert_eq!(verify(&ledger).unwrap(), u64::try_from(size).unwrap());
    }
}

#[test]
fn every_change_is_found() {
    let off = "DROP TRIGGER entries_are_not_changed; DROP TRIGGER entries_are_not_deleted;
        DROP TRIGGER nodes_are_not_changed; DROP TRIGGER nodes_are_not_deleted;";
    for sql in [
        "UPDATE entries SET bytes = x'00' WHERE entry_index = 50",
        "UPDATE entries SET bytes = CAST(bytes || x'00' AS BLOB) WHERE entry_index = 99",
        "DELETE FROM entries WHERE entry_index = 99",
        "DELETE FROM entries WHERE entry_index = 50",
        "UPDATE nodes SET hash = zeroblob(32) WHERE level = 0 AND node_index = 50",
        "UPDATE nodes SET hash = zeroblob(32) WHERE level = 1 AND node_index = 7",
        "UPDATE nodes SET hash = zeroblob(32) WHERE level = 6",
        "DELETE FROM nodes WHERE level = 5 AND node_index = 0",
        "INSERT INTO nodes VALUES (1, 7, 0, zeroblob(32))",
        "INSERT INTO nodes VALUES (1, 0, 100, zeroblob(32))",
        "INSERT INTO entries VALUES (1, 100, x'00')",
        "UPDATE journals SET size = 99",
        "UPDATE journals SET root = zeroblob(32)",
        "UPDATE checkpoints SET note = replace(note, '100', '101')",
        "UPDATE checkpoints SET note = replace(note, 'record', 'recorb')",
        "DELETE FROM checkpoints",
    ] {
        let (_folder, ledger) = office(100);
        let tampering = rusqlite::Connection::open(ledger.ground().path()).unwrap();
        tampering.execute_batch(&format!("{off}{sql}")).unwrap();
        assert!(verify(&ledger).is_err(), "{sql}");
    }
}

#[test]
fn a_changed_entry_and_a_changed_node_are_named() {
    let (_folder, ledger) = office(100);
    let tampering = rusqlite::Connection::open(ledger.ground().path()).unwrap();
    tampering
        .execute_batch(
            "DROP TRIGGER nodes_are_not_changed;
            UPDATE nodes SET hash = zeroblob(32) WHERE level = 3 AND node_index = 2",
        )
        .unwrap();
    assert!(matches!(verify(&ledger), Err(VerifyError::Node { start: 16, end: 23 })));
    tampering
        .execute_batch(
            "DROP TRIGGER entries_are_not_changed;
            UPDATE entries SET bytes = x'00' WHERE entry_index = 9",
        )
        .unwrap();
    let refused = verify(&ledger).unwrap_err();
    assert_eq!(refused.to_string(), "entry 9 of journal record.example/a is damaged");
}

#[test]
fn a_signature_of_an_earlier_head_is_not_enough() {
    let (_folder, ledger) = office(3);
    let head = ledger.ground().head(ORIGIN).unwrap().unwrap();
    let batch = Batch { entries: vec![b"unsigned".to_vec()], ..Batch::default() };
    ledger.ground().append(ORIGIN, head, &batch).unwrap();
    assert!(matches!(verify(&ledger), Err(VerifyError::OtherHead { signed }) if signed == head));
}

#[test]
fn another_key_does_not_verify() {
    let (_folder, ledger) = office(3);
    let head = ledger.ground().head(ORIGIN).unwrap().unwrap();
    let stranger = Signer::from_seed(ORIGIN, &[8; 32]).unwrap();
    let refused = verify_journal(ledger.ground(), ORIGIN, &stranger.verifier());
    assert!(matches!(refused, Err(VerifyError::Checkpoint(_))));
    let note = Checkpoint::sign(&head, &stranger).to_string();
    ledger.ground().put_checkpoint(ORIGIN, 3, &note).unwrap();
    assert!(matches!(verify(&ledger), Err(VerifyError::Checkpoint(_))));
}

#[test]
fn a_journal_that_is_not_there_does_not_verify() {
    let (_folder, ledger) = office(1);
    let verifier = ledger.verifier(ORIGIN).unwrap().unwrap();
    let refused = verify_journal(ledger.ground(), "record.example/b", &verifier);
    let unknown = matches!(refused, Err(VerifyError::Store(StoreError::UnknownJournal { .. })));
    assert!(unknown);
}

#[test]
fn nodes_are_counted_as_the_tree_makes_them() {
    let counts: Vec<_> = (0..9).map(node_count).collect();
    assert_eq!(counts, [0, 1, 3, 4, 7, 8, 10, 11, 15]);
}
