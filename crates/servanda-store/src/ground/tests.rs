//! The ground file from outside, and what its own handles can break.

use std::path::Path;
use std::sync::Arc;
use std::thread;

use servanda_journal::tile::{Resource, resources};
use servanda_journal::{Bundle, ENTRY_SIZE_BYTES_MAX, Hash, Head, Tile, Tree, leaf_hash, proof};
use tempfile::TempDir;

use super::{BATCH_LENGTH_MAX, Batch, Ground, JournalHead, is_origin};
use crate::document::DocumentDraft;
use crate::failure::{AppendError, StoreError};
use crate::part::PartDraft;

const ORIGIN: &str = "record.example/a";

fn new() -> (TempDir, Ground) {
    let folder = TempDir::new().unwrap();
    let ground = Ground::open(&folder.path().join("ground.db")).unwrap();
    ground.create_journal(ORIGIN).unwrap();
    (folder, ground)
}

fn batch(entries: &[&str]) -> Batch {
    let entries = entries.iter().map(|entry| entry.as_bytes().to_vec()).collect();
    Batch { entries, ..Batch::default() }
}

fn numbered(count: usize) -> Batch {
    Batch { entries: (0..count).map(|n| format!("entry {n}").into()).collect(), ..Batch::default() }
}

fn head(ground: &Ground) -> Head {
    ground.head(ORIGIN).unwrap().unwrap()
}

/// Runs SQL behind the store's back.
fn tamper(ground: &Ground, sql: &str) {
    let tampering = rusqlite::Connection::open(ground.path()).unwrap();
    tampering.execute_batch(sql).unwrap();
}

#[test]
fn a_journal_is_made_once_and_listed_by_name() {
    let (_folder, ground) = new();
    ground.append(ORIGIN, Head::EMPTY, &batch(&["one"])).unwrap();
    ground.create_journal("record.example/B").unwrap();
    ground.create_journal(ORIGIN).unwrap();
    let journals = ground.journals().unwrap();
    let expected = [
        JournalHead { origin: "record.example/B".to_owned(), head: Head::EMPTY },
        JournalHead { origin: ORIGIN.to_owned(), head: head(&ground) },
    ];
    assert_eq!(journals, expected);
    assert_eq!(ground.head("record.example/C").unwrap(), None);
}

#[test]
fn names_that_are_no_origins_are_refused() {
    let (_folder, ground) = new();
    let longest = "a".repeat(128);
    for origin in ["a", "record.example/a:8080/x_y-z=1", &longest] {
        assert!(is_origin(origin), "{origin:?}");
        ground.create_journal(origin).unwrap();
    }
    let too_long = "a".repeat(129);
    for origin in ["", " ", "a b", "a+b", "a~b", "é", "/a", ".a", "-a", "a\nb", &too_long] {
        let refused = ground.create_journal(origin);
        assert!(matches!(refused, Err(StoreError::NotAnOrigin { .. })), "{origin:?}");
    }
}

#[test]
fn what_was_appended_is_read_back_in_pages() {
    let (folder, ground) = new();
    let first = ground.append(ORIGIN, Head::EMPTY, &numbered(300)).unwrap();
    let second = ground.append(ORIGIN, first, &batch(&["last", ""])).unwrap();
    drop(ground);
    let ground = Ground::open(&folder.path().join("ground.db")).unwrap();
    assert_eq!(head(&ground), second);
    let entries = ground.entries(ORIGIN, 0, 1_000).unwrap();
    assert_eq!(entries.len(), 302);
    let page = ground.entries(ORIGIN, 299, 2).unwrap();
    assert_eq!(page, entries[299..301]);
    assert_eq!((page[1].index, page[1].bytes.as_slice()), (300, &b"last"[..]));
    assert_eq!(page[1].leaf_hash, leaf_hash(b"last"));
    assert_eq!(ground.entries(ORIGIN, 302, 10).unwrap(), []);
    assert_eq!(ground.entries(ORIGIN, 1 << 62, 10).unwrap(), []);
    assert_eq!(ground.entries(ORIGIN, 0, 0).unwrap(), []);
    let mut tree = Tree::new();
    for entry in &entries {
        tree.append(entry.leaf_hash);
    }
    assert_eq!(tree.head(), second);
}

#[test]
fn a_journal_that_is_not_there_is_named() {
    let (_folder, ground) = new();
    let unknown = "record.example/other";
    let asked = ground.entries(unknown, 0, 1).map(drop);
    assert!(matches!(asked, Err(StoreError::UnknownJournal { origin }) if origin == unknown));
    let asked = ground.append(unknown, Head::EMPTY, &batch(&["one"])).map(drop);
    assert!(matches!(asked, Err(AppendError::Store(StoreError::UnknownJournal { .. }))));
    let asked = ground.entry_bundle(unknown, &Bundle { index: 0, width: 1 }).map(drop);
    assert!(matches!(asked, Err(StoreError::UnknownJournal { .. })));
}

#[test]
fn limits_are_at_the_limit_and_not_before() {
    let (_folder, ground) = new();
    let longest = vec![b'x'; ENTRY_SIZE_BYTES_MAX];
    let ok = Batch { entries: vec![longest.clone()], ..Batch::default() };
    let grown = ground.append(ORIGIN, Head::EMPTY, &ok).unwrap();

    let mut too_long = longest;
    too_long.push(b'x');
    let entries = vec![b"fine".to_vec(), too_long];
    let parts = vec![PartDraft { salt: [0; 32], bytes: Vec::new() }];
    let batches = [
        Batch { entries, parts: parts.clone(), documents: Vec::new() },
        Batch { entries: vec![Vec::new(); BATCH_LENGTH_MAX + 1], ..Batch::default() },
        Batch {
            documents: vec![DocumentDraft { media_type: "x".repeat(256), bytes: Vec::new() }],
            ..Batch::default()
        },
    ];
    for batch in batches {
        let refused = ground.append(ORIGIN, grown, &batch);
        assert!(matches!(refused, Err(AppendError::TooLarge(_))), "{refused:?}");
    }
    assert_eq!(head(&ground), grown);
    assert_eq!(ground.part(&parts[0].commitment()).unwrap(), None);
}

#[test]
fn parts_alone_do_not_change_the_head() {
    let (_folder, ground) = new();
    let parts = vec![PartDraft { salt: [5; 32], bytes: b"draft".to_vec() }];
    let documents = vec![DocumentDraft { media_type: "text/plain".into(), bytes: b"d".to_vec() }];
    let batch = Batch { entries: Vec::new(), parts, documents };
    assert_eq!(ground.append(ORIGIN, Head::EMPTY, &batch).unwrap(), Head::EMPTY);
    assert!(ground.part(&batch.parts[0].commitment()).unwrap().is_some());
    assert!(ground.document(&batch.documents[0].digest()).unwrap().is_some());
}

#[test]
fn proofs_tiles_and_bundles_are_those_of_the_journal() {
    let (_folder, ground) = new();
    let mut heads = vec![Head::EMPTY];
    for n in 0..40 {
        let batch = batch(&[&format!("a {n}"), &format!("b {n}"), &format!("c {n}")]);
        heads.push(ground.append(ORIGIN, heads[n], &batch).unwrap());
    }
    for (older, newer) in [(0, 40), (1, 2), (3, 40), (39, 40), (40, 40)] {
        let (older, newer) = (heads[older], heads[newer]);
        let proof = ground.consistency_proof(ORIGIN, older.size, newer.size).unwrap().unwrap();
        proof::verify_consistency(&older, &newer, &proof).unwrap();
        assert_eq!(ground.root(ORIGIN, older.size).unwrap(), Some(older.root));
    }
    let leaf = leaf_hash(b"b 20");
    let proof = ground.inclusion_proof(ORIGIN, 61, 120).unwrap().unwrap();
    proof::verify_inclusion(61, &leaf, &heads[40], &proof).unwrap();

    assert_eq!(ground.root(ORIGIN, 121).unwrap(), None);
    assert_eq!(ground.inclusion_proof(ORIGIN, 0, 121).unwrap(), None);
    assert_eq!(ground.inclusion_proof(ORIGIN, 120, 120).unwrap(), None);
    assert_eq!(ground.consistency_proof(ORIGIN, 0, 121).unwrap(), None);
    assert_eq!(ground.consistency_proof(ORIGIN, 3, 2).unwrap(), None);

    for resource in resources(120) {
        match resource {
            Resource::Tile(tile) => assert!(ground.tile(ORIGIN, &tile).unwrap().is_some()),
            Resource::Bundle(file) => {
                let bytes = ground.entry_bundle(ORIGIN, &file).unwrap().unwrap();
                assert!(bytes.starts_with(b"\0\x03a 0\0\x03b 0"));
            }
            Resource::Checkpoint => {}
        }
    }
    let too_wide = Tile { level: 0, index: 0, width: 121 };
    assert_eq!(ground.tile(ORIGIN, &too_wide).unwrap(), None);
    assert_eq!(ground.entry_bundle(ORIGIN, &Bundle { index: 0, width: 121 }).unwrap(), None);
    assert_eq!(ground.entry_bundle(ORIGIN, &Bundle { index: 1, width: 1 }).unwrap(), None);
}

#[test]
fn only_checkpoints_of_the_journal_are_kept_and_the_latest_wins() {
    let (_folder, ground) = new();
    let signer = servanda_journal::Signer::from_seed(ORIGIN, &[1; 32]).unwrap();
    let other = servanda_journal::Signer::from_seed("record.example/b", &[1; 32]).unwrap();
    let sign = |head: &Head, signer| servanda_journal::Checkpoint::sign(head, signer).to_string();
    assert_eq!(ground.checkpoint(ORIGIN).unwrap(), None);
    let one = ground.append(ORIGIN, Head::EMPTY, &batch(&["one"])).unwrap();
    let two = ground.append(ORIGIN, one, &batch(&["two"])).unwrap();
    ground.put_checkpoint(ORIGIN, 2, &sign(&two, &signer)).unwrap();
    ground.put_checkpoint(ORIGIN, 1, &sign(&one, &signer)).unwrap();
    assert_eq!(ground.checkpoint(ORIGIN).unwrap(), Some(sign(&two, &signer)));

    let wrong_root = Head { size: 2, root: one.root };
    let ahead = Head { size: 3, root: one.root };
    for (size, note) in [
        (2, sign(&two, &other)),
        (2, sign(&wrong_root, &signer)),
        (1, sign(&two, &signer)),
        (3, sign(&ahead, &signer)),
        (2, "not a note".to_owned()),
    ] {
        let refused = ground.put_checkpoint(ORIGIN, size, &note);
        assert!(matches!(refused, Err(StoreError::WrongCheckpoint { .. })), "{note:?}");
    }
}

#[test]
fn writers_in_a_race_all_append_and_readers_see_whole_batches() {
    let (_folder, ground) = new();
    let ground = Arc::new(ground);
    let writers: Vec<_> = (0..6)
        .map(|writer| {
            let ground = Arc::clone(&ground);
            thread::spawn(move || {
                for n in 0..10 {
                    let batch = batch(&[&format!("{writer} {n} a"), &format!("{writer} {n} b")]);
                    let mut expected = Head::EMPTY;
                    while let Err(refused) = ground.append(ORIGIN, expected, &batch) {
                        let AppendError::Conflict { actual } = refused else {
                            panic!("{refused:?}")
                        };
                        expected = actual;
                    }
                }
            })
        })
        .collect();
    while writers.iter().any(|writer| !writer.is_finished()) {
        assert_eq!(head(&ground).size % 2, 0);
        assert_eq!(ground.entries(ORIGIN, 0, 1_000).unwrap().len() % 2, 0);
    }
    for writer in writers {
        writer.join().unwrap();
    }
    assert_eq!(head(&ground).size, 120);
    let mut texts: Vec<_> =
        ground.entries(ORIGIN, 0, 1_000).unwrap().into_iter().map(|entry| entry.bytes).collect();
    assert!(texts.chunks(2).all(|pair| pair[0].ends_with(b"a") && pair[1].ends_with(b"b")));
    texts.sort();
    texts.dedup();
    assert_eq!(texts.len(), 120);
}

#[test]
fn a_full_disk_says_so_and_leaves_nothing() {
    let (_folder, ground) = new();
    let first = ground.append(ORIGIN, Head::EMPTY, &batch(&["one"])).unwrap();
    let limit = |pages: u32| {
        let writer = super::lock(&ground.writer);
        writer
            .connection
            .pragma_update_and_check(None, "max_page_count", pages, |_| Ok(()))
            .unwrap();
    };
    limit(1);
    let large = Batch { entries: vec![vec![b'x'; 4_000]; 50], ..Batch::default() };
    let refused = ground.append(ORIGIN, first, &large);
    assert!(matches!(&refused, Err(AppendError::Full { path }) if path == ground.path()));
    assert_eq!(head(&ground), first);
    assert_eq!(ground.entries(ORIGIN, 0, 10).unwrap().len(), 1);

    // Room was made: it goes on without being opened again.
    limit(1_000_000);
    ground.append(ORIGIN, first, &large).unwrap();
}

#[test]
fn the_log_is_folded_before_it_grows_long() {
    let (folder, ground) = new();
    let mut expected = Head::EMPTY;
    let large = Batch { entries: vec![vec![b'x'; 4_000]; 200], ..Batch::default() };
    for _ in 0..20 {
        expected = ground.append(ORIGIN, expected, &large).unwrap();
    }
    let log = folder.path().join("ground.db-wal").metadata().unwrap().len();
    assert!(log < 16 * 1_024 * 1_024, "{log}");
}

#[test]
fn a_folder_that_cannot_be_written_is_named() {
    for folder in ["/proc", "/proc/no-such-folder"] {
        let path = Path::new(folder).join("ground.db");
        let refused = Ground::open(&path).unwrap_err();
        assert!(matches!(refused, StoreError::Unwritable { .. }), "{refused:?}");
        assert!(refused.to_string().contains(&path.display().to_string()), "{refused}");
    }
}

#[test]
fn the_file_is_for_its_owner_alone() {
    use std::os::unix::fs::PermissionsExt as _;
    let (folder, ground) = new();
    ground.append(ORIGIN, Head::EMPTY, &batch(&["one"])).unwrap();
    for file in ["ground.db", "ground.db-wal", "ground.db-shm"] {
        let mode = folder.path().join(file).metadata().unwrap().permissions().mode();
        assert_eq!(mode & 0o777, 0o600, "{file}");
    }
}

#[test]
fn the_file_of_another_program_is_refused_and_not_touched() {
    let folder = TempDir::new().unwrap();
    let path = folder.path().join("other.db");
    let other = rusqlite::Connection::open(&path).unwrap();
    other.execute_batch("CREATE TABLE recipes (name TEXT)").unwrap();
    drop(other);
    let before = std::fs::read(&path).unwrap();
    assert!(matches!(Ground::open(&path), Err(StoreError::NotAGround { .. })));
    assert_eq!(std::fs::read(&path).unwrap(), before);

    std::fs::write(&path, "not a database, and long enough to be sure of it".repeat(40)).unwrap();
    assert!(matches!(Ground::open(&path), Err(StoreError::NotAGround { .. })));
}

#[test]
fn the_file_of_a_later_version_is_refused() {
    let (folder, ground) = new();
    tamper(&ground, "PRAGMA user_version = 2");
    drop(ground);
    let refused = Ground::open(&folder.path().join("ground.db"));
    assert!(matches!(refused, Err(StoreError::Newer { .. })));
}

#[test]
fn entries_and_nodes_are_neither_changed_nor_deleted() {
    let (_folder, ground) = new();
    ground.append(ORIGIN, Head::EMPTY, &batch(&["one"])).unwrap();
    let tampering = rusqlite::Connection::open(ground.path()).unwrap();
    for sql in [
        "UPDATE entries SET bytes = x'00'",
        "DELETE FROM entries",
        "UPDATE nodes SET level = 1",
        "DELETE FROM nodes",
        "DELETE FROM part_contents",
        "UPDATE part_contents SET content = x''",
    ] {
        assert!(tampering.execute_batch(sql).is_err(), "{sql}");
    }
}

#[test]
fn an_entry_that_was_changed_is_not_handed_out() {
    let (_folder, ground) = new();
    ground.append(ORIGIN, Head::EMPTY, &batch(&["one", "two"])).unwrap();
    tamper(
        &ground,
        "DROP TRIGGER entries_are_not_changed;
        UPDATE entries SET bytes = x'00' WHERE entry_index = 1",
    );
    assert_eq!(ground.entries(ORIGIN, 0, 1).unwrap().len(), 1);
    assert!(matches!(ground.entries(ORIGIN, 0, 2), Err(StoreError::Damaged { .. })));
}

#[test]
fn a_head_that_is_not_of_the_entries_is_found_on_opening() {
    for sql in [
        "UPDATE journals SET size = 1",
        "UPDATE journals SET size = 3",
        "UPDATE journals SET root = zeroblob(32)",
        "DROP TRIGGER entries_are_not_deleted; DELETE FROM entries WHERE entry_index = 1",
        "DROP TRIGGER nodes_are_not_deleted; DELETE FROM nodes WHERE level = 1",
    ] {
        let (folder, ground) = new();
        ground.append(ORIGIN, Head::EMPTY, &batch(&["one", "two"])).unwrap();
        tamper(&ground, sql);
        drop(ground);
        let refused = Ground::open(&folder.path().join("ground.db"));
        assert!(matches!(refused, Err(StoreError::Damaged { .. })), "{sql}: {refused:?}");
    }
}

#[test]
fn the_root_of_nothing_is_known() {
    let (_folder, ground) = new();
    assert_eq!(ground.root(ORIGIN, 0).unwrap(), Some(Hash::EMPTY_ROOT));
    assert_eq!(ground.consistency_proof(ORIGIN, 0, 0).unwrap(), Some(Vec::new()));
}
