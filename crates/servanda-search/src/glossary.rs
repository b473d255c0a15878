//! Terms of the field in three languages, and what a query finds besides its own words.
//!
//! The glossary is ours and compiled in. Each concept has its terms, the most usual one first, in
//! every language; a query that contains one of them also finds the others. Terms are compared by
//! the stems of their words, so that accents and plurals do not matter.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use serde::Deserialize;

use crate::query::Wanted;
use crate::{Language, analysis};

/// Terms named to a reader for one query, at most.
const NAMED_MAX: usize = 6;

static GLOSSARY: LazyLock<Glossary> =
    LazyLock::new(|| Glossary::parse(include_str!("../glossary.toml")));

/// A concept as it is written in the file.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Row {
    en: Vec<String>,
    fr: Vec<String>,
    es: Vec<String>,
}

/// Something that has names.
#[derive(Debug)]
pub(crate) struct Concept {
    /// In the order of [`Language::ALL`].
    terms: [Vec<Term>; 3],
}

/// One of its names.
#[derive(Debug)]
pub(crate) struct Term {
    text: String,
    /// The stems of its words in its language.
    pub(crate) stems: Vec<String>,
}

/// A concept that a query names.
pub(crate) struct Widening {
    /// The words of the query that name it, as bits.
    pub(crate) finds: u32,
    pub(crate) concept: &'static Concept,
}

struct Glossary {
    concepts: Vec<Concept>,
    /// The concepts of each term, by its stems; in the order of [`Language::ALL`].
    by_stems: [BTreeMap<Vec<String>, Vec<usize>>; 3],
    /// Words of the longest term.
    words_max: usize,
}

impl Concept {
    /// Its names in a language.
    pub(crate) fn terms(&self, language: Language) -> &[Term] {
        let [english, french, spanish] = &self.terms;
        match language {
            Language::English => english,
            Language::French => french,
            Language::Spanish => spanish,
        }
    }
}

impl Term {
    fn new(text: &str, language: Language) -> Self {
        let words = analysis::words(text, &[language]).into_iter().filter(|word| !word.joined);
        Self { text: text.to_owned(), stems: words.flat_map(|word| word.stems).collect() }
    }
}

impl Glossary {
    fn parse(text: &str) -> Self {
        let rows: BTreeMap<String, Row> = toml::from_str(text).expect("a test reads the glossary");
        let mut glossary =
            Self { concepts: Vec::new(), by_stems: Default::default(), words_max: 0 };
        for (place, row) in rows.into_values().enumerate() {
            let terms = |texts: &[String], language| -> Vec<Term> {
                texts.iter().map(|text| Term::new(text, language)).collect()
            };
            let concept = Concept {
                terms: [
                    terms(&row.en, Language::English),
                    terms(&row.fr, Language::French),
                    terms(&row.es, Language::Spanish),
                ],
            };
            for (terms, known) in concept.terms.iter().zip(&mut glossary.by_stems) {
                for term in terms {
                    glossary.words_max = glossary.words_max.max(term.stems.len());
                    let concepts = known.entry(term.stems.clone()).or_default();
                    if concepts.last() != Some(&place) {
                        concepts.push(place);
                    }
                }
            }
            glossary.concepts.push(concept);
        }
        glossary
    }

    /// The concepts whose terms are exactly these words, in any language.
    fn named(&self, words: &[(u32, &crate::query::Sought)]) -> Vec<usize> {
        let mut named = Vec::new();
        for (language, known) in self.by_stems.iter().enumerate() {
            let stems: Vec<String> =
                words.iter().map(|(_, word)| word.stem(language).to_owned()).collect();
            named.extend(known.get(&stems).into_iter().flatten().copied());
        }
        named.sort_unstable();
        named.dedup();
        named
    }
}

/// The concepts that a query names: the longest terms, from its beginning on.
pub(crate) fn widen(wanted: &Wanted) -> Vec<Widening> {
    let glossary: &'static Glossary = &GLOSSARY;
    let words = wanted.loose_words();
    let mut widenings = Vec::new();
    let mut rest = words.as_slice();
    while !rest.is_empty() {
        let longest = glossary.words_max.min(rest.len());
        let found = (1..=longest).rev().find_map(|length| {
            let (words, after) = rest.split_at_checked(length)?;
            let named = glossary.named(words);
            (!named.is_empty()).then_some((words, after, named))
        });
        let Some((words, after, named)) = found else {
            rest = rest.get(1..).unwrap_or_default();
            continue;
        };
        let finds = words.iter().fold(0, |bits, (bit, _)| bits | bit);
        let concepts = named.iter().filter_map(|place| glossary.concepts.get(*place));
        widenings.extend(concepts.map(|concept| Widening { finds, concept }));
        rest = after;
    }
    widenings
}

/// The concepts that a text names, in order: numbers that stand for the same in every language.
pub(crate) fn concepts(text: &str, language: Language) -> Vec<usize> {
    let glossary: &'static Glossary = &GLOSSARY;
    let words = analysis::words(text, &[language]).into_iter().filter(|word| !word.joined);
    let stems: Vec<String> = words.filter_map(|word| word.stems.into_iter().next()).collect();
    let known = glossary.by_stems.get(crate::place(language));
    let mut rest = stems.as_slice();
    let mut concepts = BTreeSet::new();
    while let (Some(known), false) = (known, rest.is_empty()) {
        let longest = glossary.words_max.min(rest.len());
        let named = (1..=longest).rev().find_map(|length| {
            let (term, after) = rest.split_at_checked(length)?;
            Some((known.get(term)?, after))
        });
        rest = match named {
            Some((named, after)) => {
                concepts.extend(named.iter().copied());
                after
            }
            None => rest.get(1..).unwrap_or_default(),
        };
    }
    concepts.into_iter().collect()
}

/// The most usual terms of the concepts that a query names, in each language.
pub(crate) fn also(wanted: &Wanted, widenings: &[Widening]) -> Vec<(Language, String)> {
    let typed: Vec<&str> =
        wanted.loose_words().into_iter().map(|(_, word)| word.exact.as_str()).collect();
    let typed = typed.join(" ");
    let mut also: Vec<(Language, String)> = Vec::new();
    for Widening { concept, .. } in widenings {
        for language in Language::ALL {
            let Some(term) = concept.terms(language).first() else { continue };
            if folded(&term.text) != typed && !also.iter().any(|(_, text)| *text == term.text) {
                also.push((language, term.text.clone()));
            }
        }
    }
    also.truncate(NAMED_MAX);
    also
}

/// Terms in the reader's language of concepts that share a word with a query.
pub(crate) fn related(wanted: &Wanted, reader: Language) -> Vec<String> {
    let words = wanted.loose_words();
    let is_shared = |concept: &&Concept| {
        Language::ALL.into_iter().zip(&concept.terms).any(|(language, terms)| {
            let place = crate::place(language);
            let telling = |word: &crate::query::Sought| word.says_something(place);
            terms
                .iter()
                .flat_map(|term| &term.stems)
                .any(|stem| words.iter().any(|(_, word)| word.stem(place) == stem && telling(word)))
        })
    };
    let concepts = GLOSSARY.concepts.iter().filter(is_shared);
    let terms = concepts.filter_map(|concept| concept.terms(reader).first());
    terms.map(|term| term.text.clone()).take(NAMED_MAX).collect()
}

fn folded(text: &str) -> String {
    let words = analysis::words(text, &[]).into_iter().filter(|word| !word.joined);
    words.map(|word| word.exact).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests;
