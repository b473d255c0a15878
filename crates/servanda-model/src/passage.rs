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

    /// Where some words stand, in characters of the original text: every place, in order.
    pub fn spans(&self, words: &str) -> impl Iterator<Item = Range<usize>> {
        let words = fold(words);
        let mut hits: Vec<usize> = Vec::new();
        if !words.is_empty() {
            hits.extend(self.folded.match_indices(&words).map(|(at, _)| at));
        }
        hits.into_iter().filter_map(move |at| {
            let last = *self.positions.get(at + words.len() - 1)?;
            Some(*self.positions.get(at)?..last + 1)
        })
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

/// Words that name the beginning or the end of a passage, at least and at most.
const NAMING_WORDS: (usize, usize) = (4, 24);
/// Words before a passage that tell it apart from others, at most.
const PREFIX_WORDS_MAX: usize = 12;

impl Searchable {
    /// The passage at a span of the text, in characters: named by as few of its first and last words, and
    /// of those before it, as tell it apart. None where no words do, or none are there.
    pub fn passage(&self, document: &RecordId, span: Range<usize>) -> Option<Passage> {
        let first = self.positions.partition_point(|position| *position < span.start);
        let past = self.positions.partition_point(|position| *position < span.end);
        let words: Vec<&str> = self.folded.get(first..past)?.split_whitespace().collect();
        if words.is_empty() {
            return None;
        }
        let mut passage = Passage {
            document: document.clone(),
            begins: String::new(),
            ends: String::new(),
            prefix: None,
            says: None,
        };
        let (least, most) = NAMING_WORDS;
        let lengths = || least.min(words.len())..=most.min(words.len());
        let is_alone = |begins: &str| self.folded.match_indices(begins).take(2).count() == 1;
        let begins =
            |length: usize| words.iter().take(length).copied().collect::<Vec<_>>().join(" ");
        let telling = lengths().map(begins).find(|begins| is_alone(begins));
        if let Some(telling) = telling {
            passage.begins = telling;
        } else {
            passage.begins = begins(most.min(words.len()));
            let before: Vec<&str> =
                self.folded.get(..first)?.split_whitespace().rev().take(PREFIX_WORDS_MAX).collect();
            let prefixes = (1..=before.len()).map(|length| {
                before.iter().take(length).rev().copied().collect::<Vec<_>>().join(" ")
            });
            let begins = &passage.begins;
            passage.prefix =
                Some(prefixes.into_iter().find(|prefix| is_alone(&format!("{prefix} {begins}")))?);
        }
        let wanted = self.locate_end(past)?;
        lengths().find_map(|length| {
            let skipped = words.len().saturating_sub(length);
            let ends = words.iter().skip(skipped).copied().collect::<Vec<_>>().join(" ");
            let named = Passage { ends, ..passage.clone() };
            (self.locate(&named).ok()?.end == wanted).then_some(named)
        })
    }

    /// One past the last character that is no space before a place in the folded text.
    fn locate_end(&self, past: usize) -> Option<usize> {
        let said = self.folded.get(..past)?.trim_end().len().checked_sub(1)?;
        Some(self.positions.get(said)? + 1)
    }
}

fn fold(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests;
