//! What a reader's words ask for.
//!
//! Anything can be typed: what is not a word or a quotation mark only separates. There are no
//! operators, so nothing can be wrong.

use crate::analysis::{self, Word};
use crate::{Language, QUERY_CHARS_MAX, QUERY_WORDS_MAX};

/// Characters that must be typed before a word is taken for the beginning of others.
const PREFIX_CHARS_MIN: usize = 2;

/// Words that are also looked for side by side, at most.
const NEIGHBOURS_MAX: usize = 8;

/// What is looked for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Wanted {
    pub(crate) parts: Vec<Part>,
    reader: usize,
}

/// One thing a match must have.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Part {
    /// A word in any of its inflections.
    Single(Sought),
    /// Two words tied by a hyphen, or the two written as one.
    Pair { first: Sought, second: Sought, joined: Sought },
    /// Words side by side, exactly so; also a single word in quotes.
    Phrase(Vec<String>),
}

/// A word that is looked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Sought {
    pub(crate) exact: String,
    /// In the order of [`Language::ALL`].
    pub(crate) stems: Vec<String>,
    /// Whether it says something in each language, in the same order.
    telling: Vec<bool>,
    /// It may be unfinished.
    pub(crate) is_prefix: bool,
}

/// A part with the bits of its words.
pub(crate) struct Numbered<'wanted> {
    pub(crate) part: &'wanted Part,
    /// One bit, or for a pair two: the second is the next higher.
    pub(crate) bit: u32,
    pub(crate) bits: u32,
}

impl Wanted {
    /// Reads what was typed.
    pub(crate) fn parse(typed: &str, reader: Language) -> Self {
        let typed: String = typed.chars().take(QUERY_CHARS_MAX).collect();
        let mut pieces: Vec<&str> = typed.split(is_quotation_mark).collect();
        // With an even number of pieces the last quotation was not closed, or not yet: its words
        // are looked for like the others.
        let unclosed = if pieces.len().is_multiple_of(2) { pieces.pop() } else { None };
        let mut parts = Vec::new();
        for (index, piece) in pieces.into_iter().enumerate() {
            if index % 2 == 1 {
                parts.extend(quotation(piece));
            } else {
                parts.extend(loose(piece));
            }
        }
        parts.extend(unclosed.into_iter().flat_map(loose));

        let mut left = QUERY_WORDS_MAX;
        let mut kept: Vec<Part> = Vec::new();
        for mut part in parts {
            if left == 0 {
                break;
            }
            if let Part::Phrase(words) = &mut part {
                words.truncate(left);
            }
            left = left.saturating_sub(part.word_count());
            kept.push(part);
        }
        if let Some(last) = kept.last_mut() {
            last.set_prefix();
        }
        Self { parts: kept, reader: crate::place(reader) }
    }

    /// The parts that say something to items of a language; all where none does.
    pub(crate) fn telling(&self, language: usize) -> Vec<&Part> {
        let is_telling = |part: &&Part| match part {
            Part::Single(word) => {
                [language, self.reader].iter().all(|index| word.says_something(*index))
            }
            Part::Pair { .. } | Part::Phrase(_) => true,
        };
        let telling: Vec<&Part> = self.parts.iter().filter(is_telling).collect();
        if telling.is_empty() { self.parts.iter().collect() } else { telling }
    }

    /// The parts, each word with a bit of its own.
    pub(crate) fn numbered(&self) -> Vec<Numbered<'_>> {
        let mut bit = 1_u32;
        let mut numbered = Vec::new();
        for part in &self.parts {
            let second = if matches!(part, Part::Pair { .. }) { bit << 1 } else { bit };
            numbered.push(Numbered { part, bit, bits: bit | second });
            bit = second << 1;
        }
        numbered
    }

    /// Whether items of a language are asked in the reader's.
    pub(crate) fn is_readers(&self, language: usize) -> bool {
        self.reader == language
    }

    /// The loose words in order, each with its bit and its stems.
    pub(crate) fn loose_words(&self) -> Vec<(u32, &Sought)> {
        let mut words = Vec::new();
        for Numbered { part, bit, bits } in self.numbered() {
            match part {
                Part::Single(word) => words.push((bit, word)),
                Part::Pair { first, second, .. } => {
                    words.extend([(bit, first), (bits & !bit, second)]);
                }
                Part::Phrase(_) => {}
            }
        }
        words
    }

    /// The loose words in their order, where they may also stand side by side.
    pub(crate) fn neighbours(&self) -> Vec<String> {
        let mut words = Vec::new();
        for part in &self.parts {
            match part {
                Part::Single(word) => words.push(word.exact.clone()),
                Part::Pair { first, second, .. } => {
                    words.extend([first.exact.clone(), second.exact.clone()]);
                }
                Part::Phrase(_) => return Vec::new(),
            }
        }
        if (2..=NEIGHBOURS_MAX).contains(&words.len()) { words } else { Vec::new() }
    }
}

impl Sought {
    /// A word as it is written in texts, whole.
    pub(crate) fn whole(word: &str) -> Self {
        let found = analysis::words(word, &Language::ALL).into_iter().next();
        let stems = found.map(|word| word.stems).unwrap_or_default();
        Self { exact: word.to_owned(), stems, telling: Vec::new(), is_prefix: false }
    }

    /// Whether it says something in a language, being less frequent than `the` or `de`.
    pub(crate) fn says_something(&self, language: usize) -> bool {
        self.telling.get(language).copied().unwrap_or(true)
    }

    /// Its stem in a language.
    pub(crate) fn stem(&self, language: usize) -> &str {
        self.stems.get(language).unwrap_or(&self.exact)
    }
}

impl Part {
    fn word_count(&self) -> usize {
        match self {
            Part::Single(_) => 1,
            Part::Pair { .. } => 2,
            Part::Phrase(words) => words.len(),
        }
    }

    fn set_prefix(&mut self) {
        let word = match self {
            Part::Single(word) => word,
            Part::Pair { second, joined, .. } => {
                joined.is_prefix = true;
                second
            }
            Part::Phrase(_) => return,
        };
        word.is_prefix = word.exact.chars().count() >= PREFIX_CHARS_MIN;
    }
}

/// Words between quotation marks.
fn quotation(piece: &str) -> Option<Part> {
    let words = analysis::words(piece, &[]);
    let words: Vec<String> =
        words.into_iter().filter(|word| !word.joined).map(|word| word.exact).collect();
    if words.is_empty() { None } else { Some(Part::Phrase(words)) }
}

/// Words outside quotation marks.
fn loose(piece: &str) -> Vec<Part> {
    let telling = Language::ALL.map(|language| analysis::telling(piece, language));
    let mut parts: Vec<Part> = Vec::new();
    for word in analysis::words(piece, &Language::ALL) {
        let Word { exact, stems, start, end: _, joined: is_joined } = word;
        let telling = telling.iter().map(|starts| starts.contains(&start)).collect();
        let sought = Sought { exact, stems, telling, is_prefix: false };
        if !is_joined {
            parts.push(Part::Single(sought));
            continue;
        }
        match (parts.pop(), parts.pop()) {
            (Some(Part::Single(second)), Some(Part::Single(first))) => {
                parts.push(Part::Pair { first, second, joined: sought });
            }
            // A joined word always follows the two it is made of.
            (second, first) => parts.extend([first, second].into_iter().flatten()),
        }
    }
    parts
}

fn is_quotation_mark(character: char) -> bool {
    matches!(character, '"' | '“' | '”' | '„' | '«' | '»')
}

#[cfg(test)]
mod tests;
