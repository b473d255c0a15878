//! Bundles: read back, cut short, and made longer.

use proptest::prelude::*;

use super::{BundleError, EntryTooLong, decode, encode};
use crate::ENTRY_SIZE_BYTES_MAX;

#[test]
fn lengths_are_two_bytes_before_each_entry() {
    let bytes = encode(&[&b"ab"[..], b"", b"c"]).unwrap();
    assert_eq!(bytes, b"\0\x02ab\0\0\0\x01c");
    assert_eq!(decode(&bytes, 3), Ok(vec![&b"ab"[..], b"", b"c"]));
}

#[test]
fn a_bundle_has_exactly_its_width() {
    let bytes = encode(&[b"a", b"b"]).unwrap();
    assert_eq!(decode(&bytes, 1), Err(BundleError::TrailingBytes));
    assert_eq!(decode(&bytes, 3), Err(BundleError::Truncated));
    assert_eq!(decode(b"", 0), Ok(Vec::new()));
}

#[test]
fn an_entry_is_as_long_as_the_limit_and_no_longer() {
    let longest = vec![b'x'; ENTRY_SIZE_BYTES_MAX];
    let bytes = encode(&[&longest]).unwrap();
    assert_eq!(decode(&bytes, 1), Ok(vec![longest.as_slice()]));
    let size_bytes = ENTRY_SIZE_BYTES_MAX + 1;
    assert_eq!(encode(&[vec![b'x'; size_bytes]]), Err(EntryTooLong { size_bytes }));
    let mut bytes = u16::try_from(size_bytes).unwrap().to_be_bytes().to_vec();
    bytes.resize(2 + size_bytes, b'x');
    assert_eq!(decode(&bytes, 1), Err(BundleError::EntryTooLong(EntryTooLong { size_bytes })));
}

proptest! {
    #[test]
    fn entries_are_read_back(
        entries in prop::collection::vec(prop::collection::vec(any::<u8>(), 0..50), 0..20),
        cut in any::<prop::sample::Index>(),
    ) {
        let bytes = encode(&entries).unwrap();
        let width = u16::try_from(entries.len()).unwrap();
        let expected: Vec<_> = entries.iter().map(Vec::as_slice).collect();
        prop_assert_eq!(decode(&bytes, width), Ok(expected));
        if !bytes.is_empty() {
            let cut = cut.index(bytes.len());
            prop_assert!(decode(&bytes[..cut], width).is_err());
        }
    }

    #[test]
    fn any_bytes_are_refused_or_read(bytes in prop::collection::vec(any::<u8>(), 0..40), width in 0_u16..5) {
        if let Ok(entries) = decode(&bytes, width) {
            prop_assert_eq!(encode(&entries), Ok(bytes.clone()));
        }
    }
}
