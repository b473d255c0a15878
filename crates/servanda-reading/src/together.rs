//! What several documents say: each statement, name, date and figure once, with every passage that
//! says it in the same words.

use std::collections::HashMap;

use foldhash::fast::FixedState;

use crate::finding::{Finding, Kind};
use crate::plain::{hash_of_words, plain_words};
use crate::reading::Reading;

/// More different findings than this are not gathered.
pub const TOGETHER_MAX: usize = 1_000_000;
/// A finding is said to stand in at most this many passages.
pub const PASSAGES_MAX: usize = 10_000;

/// Where a document says something; positions are in characters of its text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Passage {
    /// The place of the document in [`Together::documents`].
    pub document: usize,
    /// Position of its first character.
    pub start: usize,
    /// Position after its last character.
    pub end: usize,
}

/// A finding with all passages that say the same.
#[derive(Clone, Debug, PartialEq)]
pub struct Said {
    /// The finding as it was read first.
    pub finding: Finding,
    /// Where it stands, the first passage first.
    pub passages: Vec<Passage>,
}

/// The findings of several documents.
#[derive(Debug)]
pub struct Together {
    documents: Vec<String>,
    said: Vec<Said>,
    /// Where a kind of finding is in the list, by the hash of its words. Where the words of two have
    /// one hash, the second stands under the number after it.
    known: HashMap<(Kind, u64), usize, FixedState>,
    overflowed: bool,
}

impl Together {
    /// Begins with no document.
    pub fn new() -> Self {
        Self {
            documents: Vec::new(),
            said: Vec::new(),
            known: HashMap::with_hasher(FixedState::default()),
            overflowed: false,
        }
    }

    /// The names of the documents, in the order in which they were read.
    pub fn documents(&self) -> &[String] {
        &self.documents
    }

    /// What they say, in the order in which it was read first.
    pub fn said(&self) -> &[Said] {
        &self.said
    }

    /// There were more findings than are gathered.
    pub fn has_overflowed(&self) -> bool {
        self.overflowed
    }

    /// Adds what a document says.
    pub fn add(&mut self, document: &str, reading: Reading) {
        let at = self.documents.len();
        self.documents.push(document.to_owned());
        for mut finding in reading.findings {
            let also = std::mem::take(&mut finding.also);
            let present = std::iter::once(finding.start..finding.end).chain(also);
            let passages =
                present.map(|range| Passage { document: at, start: range.start, end: range.end });
            self.gather(finding, passages.collect());
        }
    }

    fn gather(&mut self, finding: Finding, mut passages: Vec<Passage>) {
        let mut key = (finding.kind, hash_of_words(&finding.text));
        while let Some(known) = self.known.get(&key).and_then(|at| self.said.get_mut(*at)) {
            if plain_words(&known.finding.text) == plain_words(&finding.text) {
                let room = PASSAGES_MAX.saturating_sub(known.passages.len());
                passages.truncate(room);
                known.passages.append(&mut passages);
                return;
            }
            key.1 = key.1.wrapping_add(1);
        }
        if self.said.len() < TOGETHER_MAX {
            self.known.insert(key, self.said.len());
            self.said.push(Said { finding, passages });
        } else {
            self.overflowed = true;
        }
    }
}

impl Default for Together {
    fn default() -> Self {
        Self::new()
    }
}

#[cfg(test)]
mod tests;
