//! Hashes against published values, and their spellings.

use super::{Hash, NotAHash, leaf_hash, node_hash};

#[test]
fn the_empty_root_is_the_hash_of_nothing() {
    assert_eq!(Hash::EMPTY_ROOT, Hash::of(b""));
}

#[test]
fn an_empty_leaf_has_the_published_hash() {
    let published = "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d";
    assert_eq!(leaf_hash(b"").to_hex(), published);
}

#[test]
fn a_leaf_is_never_taken_for_a_node() {
    let (left, right) = (Hash([1; 32]), Hash([2; 32]));
    let mut both = left.0.to_vec();
    both.extend(right.0);
    assert_ne!(leaf_hash(&both), node_hash(&left, &right));
}

#[test]
fn text_is_read_back() {
    let hash = Hash::of(b"something");
    assert_eq!(Hash::parse_hex(&hash.to_hex()), Ok(hash));
    assert_eq!(Hash::parse_base64(&hash.to_base64()), Ok(hash));
    assert_eq!(Hash::from_slice(hash.as_bytes()), Some(hash));
    assert_eq!(format!("{hash:?}"), format!("Hash({})", hash.to_hex()));
}

#[test]
fn a_hash_has_one_spelling() {
    let hash = Hash::EMPTY_ROOT;
    let base64 = hash.to_base64();
    assert!(base64.ends_with("uFU="));
    for other in ["uFV=", "uFU", "uFU==", "uFU=\n", " uFU="] {
        assert_eq!(Hash::parse_base64(&base64.replace("uFU=", other)), Err(NotAHash), "{other:?}");
    }
    let hex = hash.to_hex();
    assert_eq!(Hash::parse_hex(&hex.to_uppercase()), Err(NotAHash));
    assert_eq!(Hash::parse_hex(&format!("{hex}0")), Err(NotAHash));
    assert_eq!(Hash::parse_hex(&format!("{hex}00")), Err(NotAHash));
    assert_eq!(Hash::parse_hex(""), Err(NotAHash));
}
