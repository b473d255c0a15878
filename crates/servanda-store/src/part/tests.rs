//! Parts: kept, checked, and gone when they are erased.

use std::collections::HashMap;
use std::fs;
use std::path::Path;

use servanda_journal::{Hash, Head};
use tempfile::TempDir;

use super::{PART_SIZE_BYTES_MAX, PartDraft, PartState, part_commitment};
use crate::failure::StoreError;
use crate::ground::{Batch, Ground};
use crate::verify::{Contents, verify_contents};

const ORIGIN: &str = "record.example/a";

fn open(folder: &TempDir) -> Ground {
    let ground = Ground::open(&folder.path().join("ground.db")).unwrap();
    ground.create_journal(ORIGIN).unwrap();
    ground
}

fn put(ground: &Ground, parts: Vec<PartDraft>) {
    let head = ground.head(ORIGIN).unwrap().unwrap();
    let batch = Batch { parts, ..Batch::default() };
    ground.append(ORIGIN, head, &batch).unwrap();
}

/// A part whose salt and text are found nowhere else.
fn unique(n: u64, length: usize) -> PartDraft {
    let salt = Hash::of(format!("salt {n}").as_bytes()).0;
    let text = Hash::of(format!("text {n}").as_bytes()).to_hex();
    PartDraft { salt, bytes: text.bytes().cycle().take(length.max(64)).collect() }
}

/// How often each of some bytes are in the files of the folder.
fn occurrences(folder: &Path, needles: &[&[u8]]) -> Vec<usize> {
    let starts: HashMap<_, _> =
        needles.iter().enumerate().map(|(place, needle)| (&needle[..8], place)).collect();
    let mut counts = vec![0; needles.len()];
    for file in fs::read_dir(folder).unwrap() {
        let bytes = fs::read(file.unwrap().path()).unwrap();
        for at in 0..bytes.len().saturating_sub(7) {
            if let Some(place) = starts.get(&bytes[at..at + 8])
                && bytes[at..].starts_with(needles[*place])
            {
                counts[*place] += 1;
            }
        }
    }
    counts
}

#[test]
fn a_commitment_is_made_of_salt_length_and_bytes() {
    let mut written = b"servanda/part/v1\n".to_vec();
    written.extend([7; 32]);
    written.extend([0, 0, 0, 0, 0, 0, 0, 5]);
    written.extend(b"hello");
    assert_eq!(part_commitment(&[7; 32], b"hello"), Hash::of(&written));
}

#[test]
fn a_part_is_read_back_and_an_unknown_one_is_not() {
    let folder = TempDir::new().unwrap();
    let ground = open(&folder);
    let drafts = vec![unique(1, 0), PartDraft { salt: [1; 32], bytes: Vec::new() }];
    put(&ground, drafts.clone());
    for draft in drafts {
        let part = ground.part(&draft.commitment()).unwrap().unwrap();
        assert_eq!((part.salt, part.bytes), (draft.salt, draft.bytes));
    }
    assert_eq!(ground.part_state(&Hash([0; 32])).unwrap(), None);
    assert!(!ground.erase_part(&Hash([0; 32])).unwrap());
}

#[test]
fn an_erased_part_is_told_apart_and_stays_erased() {
    let folder = TempDir::new().unwrap();
    let ground = open(&folder);
    let (erased, kept) = (unique(1, 200), unique(2, 200));
    put(&ground, vec![erased.clone(), kept.clone()]);
    assert!(ground.erase_part(&erased.commitment()).unwrap());
    assert!(ground.erase_part(&erased.commitment()).unwrap());
    assert_eq!(ground.part_state(&erased.commitment()).unwrap(), Some(PartState::Erased));
    assert_eq!(ground.part(&erased.commitment()).unwrap(), None);
    assert!(ground.part(&kept.commitment()).unwrap().is_some());

    // An old batch that comes again does not bring it back.
    put(&ground, vec![erased.clone()]);
    assert_eq!(ground.part_state(&erased.commitment()).unwrap(), Some(PartState::Erased));
    let contents = Contents { parts_present: 1, parts_erased: 1, documents: 0 };
    assert_eq!(verify_contents(&ground).unwrap(), contents);
}

#[test]
fn erased_parts_are_found_nowhere() {
    let folder = TempDir::new().unwrap();
    let ground = open(&folder);
    let lengths = [
        500, 400, 500, 400, 500, 400, 500, 400, 64, 70, 300, 1_200, 2_000, 3_990, 4_100, 9_000,
        70_000,
    ];
    let parts: Vec<_> =
        (0..300).zip(lengths.iter().cycle()).map(|(n, length)| unique(n, *length)).collect();
    for chunk in parts.chunks(7) {
        put(&ground, chunk.to_vec());
    }
    let (erased, kept): (Vec<_>, Vec<_>) =
        parts.iter().enumerate().partition(|(place, _)| place % 3 != 1);
    for (_, part) in &erased {
        assert!(ground.erase_part(&part.commitment()).unwrap());
        put(&ground, vec![unique(1_000_000 + u64::from(part.salt[0]), 500)]);
    }
    let gone: Vec<_> = erased
        .iter()
        .flat_map(|(_, part)| [&part.salt[..], &part.bytes[..32], &part.bytes[32..64]])
        .collect();
    assert_eq!(occurrences(folder.path(), &gone), vec![0; gone.len()]);
    // One copy of each of the others, so that nothing stays when it goes.
    ground.empty_the_log().unwrap();
    let salts: Vec<_> = kept.iter().map(|(_, part)| &part.salt[..]).collect();
    assert_eq!(occurrences(folder.path(), &salts), vec![1; salts.len()]);
    for (_, part) in kept {
        assert!(ground.part(&part.commitment()).unwrap().is_some());
    }
}

#[test]
fn what_a_crash_left_in_the_log_is_gone_after_opening() {
    let folder = TempDir::new().unwrap();
    let ground = open(&folder);
    let part = unique(1, 500);
    put(&ground, vec![part.clone()]);
    // A copy of the files as a crash between erasing and emptying the log
    // would leave them.
    ground
        .write::<_, StoreError>("erasing", |tx| {
            tx.execute_batch(
                "UPDATE part_contents SET content = zeroblob(length(content)) WHERE id > 2;
                UPDATE parts SET erased = 1;",
            )?;
            Ok(())
        })
        .unwrap();
    let crashed = TempDir::new().unwrap();
    for file in ["ground.db", "ground.db-wal"] {
        fs::copy(folder.path().join(file), crashed.path().join(file)).unwrap();
    }
    assert!(occurrences(crashed.path(), &[&part.salt])[0] > 0);
    let ground = open(&crashed);
    assert_eq!(ground.part_state(&part.commitment()).unwrap(), Some(PartState::Erased));
    assert_eq!(occurrences(crashed.path(), &[&part.salt]), [0]);
}

#[test]
fn a_part_that_was_changed_is_not_handed_out() {
    let folder = TempDir::new().unwrap();
    let ground = open(&folder);
    let part = unique(1, 500);
    put(&ground, vec![part.clone()]);
    let tampering = rusqlite::Connection::open(ground.path()).unwrap();
    tampering
        .execute_batch("UPDATE part_contents SET content = zeroblob(length(content)) WHERE id = 3")
        .unwrap();
    assert!(matches!(ground.part(&part.commitment()), Err(StoreError::Damaged { .. })));
    assert!(matches!(verify_contents(&ground), Err(StoreError::Damaged { .. })));
}

#[test]
fn a_part_is_as_large_as_the_limit_and_no_larger() {
    let largest = PartDraft { salt: [0; 32], bytes: vec![0; PART_SIZE_BYTES_MAX] };
    assert_eq!(super::check_size(&largest), Ok(()));
    let larger = PartDraft { salt: [0; 32], bytes: vec![0; PART_SIZE_BYTES_MAX + 1] };
    assert_eq!(
        super::check_size(&larger).unwrap_err().to_string(),
        "67108865 bytes of a part, where 67108864 is the most"
    );
}

#[test]
fn a_part_is_not_printed_by_accident() {
    let part = PartDraft { salt: [1; 32], bytes: b"a name".to_vec() };
    assert_eq!(format!("{part:?}"), "PartDraft(6 bytes)");
    let stored = PartState::Present(super::Part { salt: part.salt, bytes: part.bytes });
    assert_eq!(format!("{stored:?}"), "Present(Part(6 bytes))");
}

#[test]
fn erasing_does_not_move_the_head() {
    let folder = TempDir::new().unwrap();
    let ground = open(&folder);
    let part = unique(1, 64);
    let batch =
        Batch { entries: vec![b"e".to_vec()], parts: vec![part.clone()], documents: Vec::new() };
    let head = ground.append(ORIGIN, Head::EMPTY, &batch).unwrap();
    ground.erase_part(&part.commitment()).unwrap();
    assert_eq!(ground.head(ORIGIN).unwrap(), Some(head));
}
