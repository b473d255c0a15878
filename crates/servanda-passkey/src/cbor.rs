//! The few forms of CBOR (RFC 8949) that authenticators write, read without recursion.
//!
//! Never: indefinite lengths, tags or floats; CTAP2 writes none of them where we look.

use cbor4ii::core::dec::{Decode, Read, if_major};
use cbor4ii::core::types::{Array, Bytes, Map};
use cbor4ii::core::utils::SliceReader;

/// Items that are passed over at a time, those inside others included.
const SKIPPED_ITEMS_MAX: usize = 256;

const INTEGERS: [u8; 2] = [0, 1];
const BYTES: u8 = 2;
const TEXT: u8 = 3;
const ARRAY: u8 = 4;
const MAP: u8 = 5;

/// The bytes are not the CBOR that is expected.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct NotSo;

/// Reads one item after the other.
pub(crate) struct Reader<'a>(SliceReader<'a>);

impl<'a> Reader<'a> {
    pub(crate) fn new(bytes: &'a [u8]) -> Self {
        Self(SliceReader::new(bytes))
    }

    /// How many pairs the map that begins here has.
    pub(crate) fn map(&mut self) -> Result<usize, NotSo> {
        Map::<()>::len(&mut self.0).ok().flatten().ok_or(NotSo)
    }

    /// A text.
    pub(crate) fn text(&mut self) -> Result<&'a str, NotSo> {
        self.item()
    }

    /// A string of bytes.
    pub(crate) fn bytes(&mut self) -> Result<&'a [u8], NotSo> {
        self.item().map(|Bytes(bytes)| bytes)
    }

    /// A whole number.
    pub(crate) fn integer(&mut self) -> Result<i64, NotSo> {
        self.item()
    }

    /// Passes over one item, whatever is in it.
    pub(crate) fn skip(&mut self) -> Result<(), NotSo> {
        let mut left: usize = 1;
        for _ in 0..SKIPPED_ITEMS_MAX {
            if left == 0 {
                return Ok(());
            }
            let inside = self.skip_head()?;
            left = (left - 1).checked_add(inside).ok_or(NotSo)?;
        }
        if left == 0 { Ok(()) } else { Err(NotSo) }
    }

    /// Passes over one item but for what is in it, and says how many items that are.
    fn skip_head(&mut self) -> Result<usize, NotSo> {
        match if_major(self.next().ok_or(NotSo)?) {
            major if INTEGERS.contains(&major) => self.item::<i128>().map(|_| 0),
            BYTES => self.bytes().map(|_| 0),
            TEXT => self.text().map(|_| 0),
            ARRAY => Array::<()>::len(&mut self.0).ok().flatten().ok_or(NotSo),
            MAP => self.map()?.checked_mul(2).ok_or(NotSo),
            _tag_or_float => Err(NotSo),
        }
    }

    /// What has not been read.
    pub(crate) fn rest(mut self) -> &'a [u8] {
        match self.0.fill(usize::MAX) {
            Ok(cbor4ii::core::dec::Reference::Long(rest)) => rest,
            Ok(cbor4ii::core::dec::Reference::Short(_)) | Err(_) => &[],
        }
    }

    fn next(&mut self) -> Option<u8> {
        self.0.fill(1).ok()?.as_ref().first().copied()
    }

    fn item<T: Decode<'a>>(&mut self) -> Result<T, NotSo> {
        T::decode(&mut self.0).map_err(|_other| NotSo)
    }
}
