//! Answers that are kept: what a page says depends on its address, on what the register knows and
//! on the day, so that until one of them changes it need not be written again.
//!
//! Never: the only copy of anything, or what somebody else asked for under another address.

use jiff::civil::Date;
use quick_cache::Weighter;
use quick_cache::sync::Cache;

use crate::answer::Written;

/// Bytes of all answers that are kept.
const KEPT_BYTES_MAX: u64 = 32 * 1024 * 1024;
/// Bytes of an answer that is kept; larger ones are written anew each time.
const ANSWER_BYTES_MAX: usize = 256 * 1024;
/// Bytes of an address whose answer is kept.
const ADDRESS_BYTES_MAX: usize = 2_000;
/// Answers that are kept, about.
const ANSWERS_ABOUT: usize = 1_000;

/// The answers of a site that are kept.
pub(crate) struct Kept(Cache<Asked, Written, Bytes>);

/// What an answer was given to.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(crate) struct Asked {
    /// How often the register had grown.
    pub(crate) growth: u64,
    /// The day.
    pub(crate) day: Date,
    /// The path and the query.
    pub(crate) address: String,
}

#[derive(Clone)]
struct Bytes;

impl Weighter<Asked, Written> for Bytes {
    fn weight(&self, asked: &Asked, written: &Written) -> u64 {
        u64::try_from(asked.address.len().saturating_add(written.bytes.len())).unwrap_or(u64::MAX)
    }
}

impl Kept {
    pub(crate) fn new() -> Self {
        Self(Cache::with_weighter(ANSWERS_ABOUT, KEPT_BYTES_MAX, Bytes))
    }

    /// The answer to the same question.
    pub(crate) fn find(&self, asked: &Asked) -> Option<Written> {
        self.0.get(asked)
    }

    /// Keeps an answer, unless it or its address is very long.
    pub(crate) fn keep(&self, asked: Asked, written: &Written) {
        if written.bytes.len() <= ANSWER_BYTES_MAX && asked.address.len() <= ADDRESS_BYTES_MAX {
            self.0.insert(asked, written.clone());
        }
    }

    /// Forgets every answer.
    pub(crate) fn clear(&self) {
        self.0.clear();
    }
}
