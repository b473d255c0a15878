//! Who reads documents, as the site knows it: what reads is given to it.

use jiff::civil::Date;
use servanda_model::Reading;

/// Why a document is not read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NotRead {
    /// There is nothing in it.
    Empty,
    /// It is larger than is read.
    TooLarge,
    /// It is of a format that is not read: what it seems to be.
    OtherFormat(String),
    /// Its pages are pictures, without text.
    Scanned,
    /// A password keeps it from being read.
    Protected,
    /// It is damaged, or not what it says it is.
    Damaged,
    /// Reading it took longer, or more memory, than it may.
    TooLong,
    /// The machine failed, and how that shows.
    Failed(String),
}

/// A reader of documents. It may take seconds, trusts nothing it is given, and keeps nothing.
pub trait Reader: Send + Sync {
    /// The ends of the names of files that it reads, such as `html`; the most usual first.
    fn endings(&self) -> &[&'static str];

    /// Reads a document. The end of its name is a hint at its format; `day` is the day it is of, where
    /// whoever sent it says so.
    fn read(&self, name: &str, bytes: &[u8], day: Option<Date>) -> Result<Reading, NotRead>;
}
