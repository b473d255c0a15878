//! Documents: as received, once, and checked.

use servanda_journal::Hash;
use tempfile::TempDir;

use super::{Document, MEDIA_TYPE_SIZE_BYTES_MAX};
use crate::failure::StoreError;
use crate::ground::Ground;

fn new() -> (TempDir, Ground) {
    let folder = TempDir::new().unwrap();
    let ground = Ground::open(&folder.path().join("ground.db")).unwrap();
    (folder, ground)
}

#[test]
fn a_document_is_read_back_as_it_was_first_received() {
    let (_folder, ground) = new();
    let digest = ground.put_document("text/html", b"<p>").unwrap();
    assert_eq!(digest, Hash::of(b"<p>"));
    assert_eq!(ground.put_document("text/plain", b"<p>").unwrap(), digest);
    let expected = Document { media_type: "text/html".to_owned(), bytes: b"<p>".to_vec() };
    assert_eq!(ground.document(&digest).unwrap(), Some(expected));
    assert_eq!(ground.document(&Hash::of(b"other")).unwrap(), None);
}

#[test]
fn a_large_document_is_kept_whole() {
    let (_folder, ground) = new();
    let bytes: Vec<u8> = (0_u32..1_000_000).flat_map(u32::to_be_bytes).collect();
    let digest = ground.put_document("application/pdf", &bytes).unwrap();
    assert_eq!(ground.document(&digest).unwrap().unwrap().bytes, bytes);
}

#[test]
fn a_document_that_was_changed_is_not_handed_out() {
    let (_folder, ground) = new();
    let digest = ground.put_document("text/plain", b"true").unwrap();
    let tampering = rusqlite::Connection::open(ground.path()).unwrap();
    tampering.execute_batch("UPDATE documents SET bytes = x'00'").unwrap();
    assert!(matches!(ground.document(&digest), Err(StoreError::Damaged { .. })));
}

#[test]
fn a_media_type_has_a_limit() {
    let (_folder, ground) = new();
    ground.put_document(&"x".repeat(MEDIA_TYPE_SIZE_BYTES_MAX), b"a").unwrap();
    let refused = ground.put_document(&"x".repeat(MEDIA_TYPE_SIZE_BYTES_MAX + 1), b"b");
    assert!(matches!(refused, Err(StoreError::TooLarge(_))));
}
