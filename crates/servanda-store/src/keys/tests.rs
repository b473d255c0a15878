//! The key folder: who may read it, who may open it, and what it remembers.

use std::fs::{self, Permissions};
use std::os::unix::fs::PermissionsExt as _;
use std::path::Path;

use servanda_journal::{Hash, Head};
use tempfile::TempDir;

use super::KeyFolder;
use crate::failure::KeysError;

const ORIGIN: &str = "record.example:8080/a";

fn new() -> (TempDir, KeyFolder) {
    let folder = TempDir::new().unwrap();
    let keys = KeyFolder::open(&folder.path().join("keys")).unwrap();
    (folder, keys)
}

fn mode(path: &Path) -> u32 {
    fs::metadata(path).unwrap().permissions().mode() & 0o777
}

#[test]
fn a_key_is_made_once_and_read_by_its_owner_alone() {
    let (folder, keys) = new();
    assert_eq!(keys.verifier(ORIGIN).unwrap(), None);
    let verifier = keys.create_key(ORIGIN, &[1; 32]).unwrap();
    assert_eq!(keys.verifier(ORIGIN).unwrap(), Some(verifier));
    assert!(matches!(keys.create_key(ORIGIN, &[2; 32]), Err(KeysError::Exists { .. })));
    let path = folder.path().join("keys/record.example+8080~a.key");
    assert_eq!(mode(&path), 0o600);
    assert_eq!(mode(&folder.path().join("keys")), 0o700);

    fs::set_permissions(&path, Permissions::from_mode(0o640)).unwrap();
    assert!(
        matches!(keys.verifier(ORIGIN), Err(KeysError::TooOpen { path: named }) if named == path)
    );
}

#[test]
fn one_process_signs() {
    let (folder, keys) = new();
    let path = folder.path().join("keys");
    assert!(
        matches!(KeyFolder::open(&path), Err(KeysError::InUse { path: named }) if named == path)
    );
    drop(keys);
    KeyFolder::open(&path).unwrap();
}

#[test]
fn what_was_signed_last_is_remembered() {
    let (_folder, keys) = new();
    assert_eq!(keys.last_signed(ORIGIN).unwrap(), None);
    keys.create_key(ORIGIN, &[1; 32]).unwrap();
    assert_eq!(keys.last_signed(ORIGIN).unwrap(), Some(Head::EMPTY));
    let head = Head { size: 7, root: Hash::of(b"root") };
    keys.remember_signed(ORIGIN, &head).unwrap();
    assert_eq!(keys.last_signed(ORIGIN).unwrap(), Some(head));
}

#[test]
fn a_lost_key_is_not_made_anew_over_what_it_signed() {
    let (folder, keys) = new();
    keys.create_key(ORIGIN, &[1; 32]).unwrap();
    keys.remember_signed(ORIGIN, &Head { size: 7, root: Hash::of(b"root") }).unwrap();
    fs::remove_file(folder.path().join("keys/record.example+8080~a.key")).unwrap();
    assert!(matches!(keys.create_key(ORIGIN, &[2; 32]), Err(KeysError::Exists { .. })));
}

#[test]
fn files_that_cannot_be_understood_are_named() {
    let (folder, keys) = new();
    keys.create_key(ORIGIN, &[1; 32]).unwrap();
    keys.create_key("record.example/b", &[1; 32]).unwrap();
    let key = folder.path().join("keys/record.example+8080~a.key");
    let signed = folder.path().join("keys/record.example+8080~a.signed");
    let other_key = fs::read_to_string(folder.path().join("keys/record.example~b.key")).unwrap();
    let other_signed =
        fs::read_to_string(folder.path().join("keys/record.example~b.signed")).unwrap();
    for text in ["", "PRIVATE+KEY+", &other_key, &"x".repeat(5_000)] {
        fs::write(&key, text).unwrap();
        let refused = keys.verifier(ORIGIN);
        assert!(matches!(refused, Err(KeysError::Damaged { path }) if path == key), "{text:?}");
    }
    for text in ["", "0\n", &other_signed, &"x".repeat(5_000)] {
        fs::write(&signed, text).unwrap();
        let refused = keys.last_signed(ORIGIN);
        assert!(matches!(refused, Err(KeysError::Damaged { path }) if path == signed), "{text:?}");
    }
}

#[test]
fn a_folder_that_cannot_be_made_is_named() {
    let path = Path::new("/proc/keys-of-nobody");
    let refused = KeyFolder::open(path).unwrap_err();
    assert!(refused.to_string().contains("/proc/keys-of-nobody"), "{refused}");
}
