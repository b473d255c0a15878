//! What a reader's words ask for, and how the index is asked for it.
//!
//! Anything can be typed: what is not a word or a quotation mark only separates. There are no
//! operators, so nothing can be wrong.

use tantivy::Term;
use tantivy::query::{
    BooleanQuery, BoostQuery, ConstScoreQuery, FuzzyTermQuery, Occur, PhraseQuery, Query, TermQuery,
};
use tantivy::schema::{Field, IndexRecordOption};

use crate::analysis::{self, Word};
use crate::{Language, QUERY_CHARS_MAX, QUERY_WORDS_MAX};

/// Characters that must be typed before a word is taken for the beginning of others.
const PREFIX_CHARS_MIN: usize = 2;

/// Words that are also looked for side by side, at most.
const NEIGHBOURS_MAX: usize = 8;

/// How much more a word in the title says than one in the text.
const TITLE: f32 = 3.0;

/// How much more an item in the reader's language says.
const OWN_LANGUAGE: f32 = 1.25;

/// What a word found as the beginning of another adds; less than any word found whole.
const PREFIX: f32 = 0.2;

/// What a word found exactly as asked for adds: more than all that its frequency can, so that
/// exact matches come first.
const EXACT: f32 = 1000.0;

/// The fields of one language.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Fields {
    pub(crate) title_exact: Field,
    pub(crate) text_exact: Field,
    pub(crate) title_stem: Field,
    pub(crate) text_stem: Field,
}

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

/// Which of the parts must match.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Breadth {
    /// All that say something.
    All,
    /// Any that says something.
    Any,
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
            Part::Single(word) => [language, self.reader]
                .iter()
                .all(|index| word.telling.get(*index).copied().unwrap_or(true)),
            Part::Pair { .. } | Part::Phrase(_) => true,
        };
        let telling: Vec<&Part> = self.parts.iter().filter(is_telling).collect();
        if telling.is_empty() { self.parts.iter().collect() } else { telling }
    }

    /// The question to the index, over the fields of each language.
    pub(crate) fn question(&self, fields: &[Fields; 3], breadth: Breadth) -> Box<dyn Query> {
        let languages = fields.iter().enumerate().map(|(index, fields)| {
            let weight = if index == self.reader { OWN_LANGUAGE } else { 1.0 };
            let ask = Ask { fields: *fields, language: index, weight };
            ask.everything(self, breadth)
        });
        Box::new(BooleanQuery::union(languages.collect()))
    }

    /// The loose words in their order, where they may also stand side by side.
    fn neighbours(&self) -> Vec<String> {
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
        if words.len() > NEIGHBOURS_MAX { Vec::new() } else { words }
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

/// Asks the items of one language.
struct Ask {
    fields: Fields,
    /// Which of [`Language::ALL`].
    language: usize,
    weight: f32,
}

impl Ask {
    fn everything(&self, wanted: &Wanted, breadth: Breadth) -> Box<dyn Query> {
        let telling = wanted.telling(self.language);
        let occur = match breadth {
            Breadth::All => Occur::Must,
            Breadth::Any => Occur::Should,
        };
        let mut clauses: Vec<(Occur, Box<dyn Query>)> =
            telling.iter().map(|part| (occur, self.part(part))).collect();
        if breadth == Breadth::All {
            let others = wanted.parts.iter().filter(|part| !telling.contains(part));
            clauses.extend(others.map(|part| (Occur::Should, self.inflected(part))));
            let neighbours = wanted.neighbours();
            if neighbours.len() > 1 {
                clauses.push((Occur::Should, self.phrase(&neighbours)));
            }
        }
        Box::new(BooleanQuery::new(clauses))
    }

    fn part(&self, part: &Part) -> Box<dyn Query> {
        match part {
            Part::Single(word) => self.word(word),
            Part::Pair { first, second, joined } => {
                let both = BooleanQuery::intersection(vec![self.word(first), self.word(second)]);
                union(vec![Box::new(both), self.word(joined)])
            }
            Part::Phrase(words) => {
                let phrase = self.phrase(words);
                let exact = ConstScoreQuery::new(phrase.box_clone(), EXACT);
                union(vec![phrase, Box::new(exact)])
            }
        }
    }

    /// A word however it is found; exactly is best.
    fn word(&self, word: &Sought) -> Box<dyn Query> {
        let Fields { title_exact, text_exact, .. } = self.fields;
        let exact =
            union(vec![term_query(title_exact, &word.exact), term_query(text_exact, &word.exact)]);
        let mut ways = self.forms(word);
        ways.push(Box::new(ConstScoreQuery::new(exact, EXACT)));
        if word.is_prefix {
            for (field, weight) in [(title_exact, PREFIX * TITLE), (text_exact, PREFIX)] {
                let term = Term::from_field_text(field, &word.exact);
                let prefix = Box::new(FuzzyTermQuery::new_prefix(term, 0, false));
                ways.push(Box::new(ConstScoreQuery::new(prefix, weight)));
            }
        }
        union(ways)
    }

    /// A frequent word: counts a little where it is found.
    fn inflected(&self, part: &Part) -> Box<dyn Query> {
        match part {
            Part::Single(word) => union(self.forms(word)),
            Part::Pair { .. } | Part::Phrase(_) => self.part(part),
        }
    }

    fn forms(&self, word: &Sought) -> Vec<Box<dyn Query>> {
        let Fields { title_exact, text_exact, title_stem, text_stem } = self.fields;
        let stem = word.stems.get(self.language).unwrap_or(&word.exact);
        [
            (title_exact, &word.exact, TITLE),
            (text_exact, &word.exact, 1.0),
            (title_stem, stem, TITLE),
            (text_stem, stem, 1.0),
        ]
        .into_iter()
        .map(|(field, text, weight)| weighed(term_query(field, text), weight * self.weight))
        .collect()
    }

    fn phrase(&self, words: &[String]) -> Box<dyn Query> {
        let Fields { title_exact, text_exact, .. } = self.fields;
        let in_field = |(field, weight): (Field, f32)| -> Box<dyn Query> {
            let query: Box<dyn Query> = if let [word] = words {
                term_query(field, word)
            } else {
                let terms = words.iter().map(|word| Term::from_field_text(field, word));
                Box::new(PhraseQuery::new(terms.collect()))
            };
            weighed(query, weight * self.weight)
        };
        union([(title_exact, TITLE), (text_exact, 1.0)].map(in_field).into())
    }
}

fn term_query(field: Field, text: &str) -> Box<dyn Query> {
    let term = Term::from_field_text(field, text);
    Box::new(TermQuery::new(term, IndexRecordOption::WithFreqs))
}

fn weighed(query: Box<dyn Query>, weight: f32) -> Box<dyn Query> {
    Box::new(BoostQuery::new(query, weight))
}

fn union(queries: Vec<Box<dyn Query>>) -> Box<dyn Query> {
    Box::new(BooleanQuery::union(queries))
}

#[cfg(test)]
mod tests;
