//! A passage: a span of a document's text, addressed by position and quotation.
//!
//! The quotation is short, the first and last words and where needed the words before (W3C Web
//! Annotation, `TextQuoteSelector`; the form of a URL text fragment), so that a record can point
//! into a document that this installation does not hold.

use std::ops::Range;

use crate::RecordId;

/// Where in a document a record's facts stand.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Passage {
    /// The document.
    pub document: RecordId,
    /// Its first words, as they stand there.
    pub begins: String,
    /// Its last words, as they stand there.
    pub ends: String,
    /// Words directly before it, where the first words stand in the document more than once.
    pub prefix: Option<String>,
    /// What it says of one field, where the sources of the record differ on it.
    pub says: Option<Says>,
}

/// What one source says of a field on which the sources of a record differ.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Says {
    /// The field.
    pub field: Disputed,
    /// What this source says: a date in EDTF, or words.
    pub value: String,
}

/// A field on which sources may differ.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Disputed {
    /// When it was.
    Date,
    /// How many.
    Value,
    /// How people met, as the code of a mode.
    Mode,
}

impl Disputed {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Date, Self::Value, Self::Mode];

    /// The code in facts and data sets.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Date => "date",
            Self::Value => "value",
            Self::Mode => "mode",
        }
    }

    /// The field with this code.
    pub fn find(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|field| field.code() == code)
    }
}

/// Why a passage was not found in a text.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum NotLocated {
    /// The first words do not stand there.
    #[error("the words '{0}' are not in the document")]
    BeginsNotFound(String),
    /// The first words stand there more than once.
    #[error(
        "the words '{words}' stand in the document {count} times; add the words before them as prefix"
    )]
    Ambiguous {
        /// The words looked for.
        words: String,
        /// How often they stand there.
        count: usize,
    },
    /// The last words do not follow.
    #[error("the words '{0}' do not follow in the document")]
    EndsNotFound(String),
}

/// A document's text made ready for looking up passages.
///
/// Runs of white space count as one space, so that wrapped lines do not matter.
#[derive(Debug)]
pub struct Searchable {
    folded: String,
    /// For each byte of `folded`, the position in characters of the original.
    positions: Vec<usize>,
}

impl Searchable {
    /// Prepares a text.
    pub fn new(text: &str) -> Self {
        let mut folded = String::with_capacity(text.len());
        let mut positions = Vec::with_capacity(text.len());
        let mut after_space = true;
        for (position, c) in text.chars().enumerate() {
            let c = if c.is_whitespace() { ' ' } else { c };
            if c == ' ' && after_space {
                continue;
            }
            after_space = c == ' ';
            folded.push(c);
            positions.resize(folded.len(), position);
        }
        Self { folded, positions }
    }

    /// The span of a passage, in characters of the original text.
    pub fn locate(&self, passage: &Passage) -> Result<Range<usize>, NotLocated> {
        let begins = fold(&passage.begins);
        let before = passage.prefix.as_deref().map(fold).unwrap_or_default();
        let looked_for =
            if before.is_empty() { begins.clone() } else { format!("{before} {begins}") };
        let mut hits = self.folded.match_indices(&looked_for).map(|(at, _)| at);
        let Some(found) = hits.next() else {
            return Err(NotLocated::BeginsNotFound(looked_for));
        };
        let more = hits.count();
        if more > 0 {
            return Err(NotLocated::Ambiguous { words: looked_for, count: more + 1 });
        }
        let start = found + looked_for.len() - begins.len();
        let ends = fold(&passage.ends);
        let tail = self.folded.get(start..).unwrap_or_default();
        let Some(offset) = tail.find(&ends) else {
            return Err(NotLocated::EndsNotFound(ends));
        };
        let last_byte = start + offset + ends.len() - 1;
        let from = self.positions.get(start).copied().unwrap_or_default();
        let to = self.positions.get(last_byte).copied().unwrap_or_default() + 1;
        Ok(from..to)
    }
}

fn fold(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests;
