//! How much of anything a stranger's file may take.

use std::time::Duration;

use servanda_reading::DOCUMENT_BYTES_MAX;

/// The limits that a file is read within.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// Bytes of the file.
    pub size_bytes_max: usize,
    /// Bytes of memory that the reading process may address, the program itself among them.
    pub memory_bytes_max: u64,
    /// How long it may take, by the clock on the wall.
    pub time_max: Duration,
    /// Pages that are read; those after them are left out and counted.
    pub page_count_max: usize,
    /// How deep elements, lists and tables may be nested.
    pub depth_max: usize,
    /// Bytes that the parts of an archive may have together, unpacked.
    pub unpacked_bytes_max: u64,
    /// Parts of an archive.
    pub part_count_max: usize,
    /// Bytes of text that are taken out; those after them are left out.
    pub text_bytes_max: usize,
}

impl Limits {
    /// What is enough for reports of a thousand pages, on a machine of one gigabyte.
    pub const DEFAULT: Self = Self {
        size_bytes_max: DOCUMENT_BYTES_MAX,
        memory_bytes_max: 1_024 * 1_024 * 1_024,
        time_max: Duration::from_mins(1),
        page_count_max: 2_000,
        depth_max: 256,
        unpacked_bytes_max: 256 * 1_024 * 1_024,
        part_count_max: 10_000,
        text_bytes_max: 16 * 1_024 * 1_024,
    };
}

impl Default for Limits {
    fn default() -> Self {
        Self::DEFAULT
    }
}
