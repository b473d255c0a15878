//! The telling words of a statement, by what they begin with: "trained" and "training" are one.

use std::collections::BTreeMap;

use crate::Language;
use crate::concordance::words_of;
use crate::likeness::is_idle;

/// Letters by which a word is known.
const KNOWN_LETTERS: usize = 6;
/// A shorter word tells nothing, unless it is a name in capitals.
const TELLING_LETTERS_MIN: usize = 4;
/// Letters that stay of a word without its ending.
const STEM_LETTERS_MIN: usize = 4;
/// Digits of a number that tells something.
const TELLING_DIGITS_MIN: usize = 2;

/// The ends of words that change with number, gender and tense, folded; the longest first.
const ENDINGS: [(Language, &[&str]); 3] = [
    (Language::English, &["ing", "ed", "es", "s", "e"]),
    (
        Language::French,
        &[
            "eront", "erons", "ement", "eront", "ees", "era", "ent", "ant", "es", "er", "ee", "ez",
            "e", "s",
        ],
    ),
    (
        Language::Spanish,
        &[
            "aremos", "eremos", "iremos", "aron", "ieron", "aran", "eran", "iran", "ando", "iendo",
            "ado", "ada", "ara", "era", "ira", "ar", "er", "ir", "as", "os", "es", "a", "o", "e",
            "s",
        ],
    ),
];

/// A telling word.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Telling {
    /// As it stands in the text; empty for a concept.
    pub(super) written: String,
    /// Whether it is written as a name.
    pub(super) is_name: bool,
    /// Whether it stands for a concept that has names in every language.
    pub(super) is_concept: bool,
}

/// The telling words of a text, each once.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Stems {
    pub(super) words: BTreeMap<String, Telling>,
}

impl Stems {
    pub(super) fn of(text: &str, language: Language, concepts: &[usize]) -> Self {
        let mut words: BTreeMap<String, Telling> = BTreeMap::new();
        for (place, word) in words_of(text).iter().enumerate() {
            let is_capital = word.text.chars().next().is_some_and(char::is_uppercase);
            let is_acronym = is_capital
                && word.text.chars().count() > 1
                && word.text.chars().all(char::is_uppercase);
            // At its beginning every sentence has a capital.
            let is_name = is_acronym || is_capital && place > 0;
            let digits = word.text.chars().filter(char::is_ascii_digit).count();
            let known = if digits > 0 {
                word.folded.clone()
            } else {
                stem(&word.folded, language, is_capital)
            };
            let letters = known.chars().count();
            let tells = if digits > 0 {
                digits >= TELLING_DIGITS_MIN
            } else {
                is_acronym || letters >= TELLING_LETTERS_MIN && !is_idle(&word.folded)
            };
            if tells {
                let written = word.text.to_owned();
                let told = Telling { written, is_name, is_concept: false };
                let known = words.entry(known).or_insert(told);
                known.is_name |= is_name;
            }
        }
        for concept in concepts {
            let told = Telling { written: String::new(), is_name: false, is_concept: true };
            // No word has this mark.
            words.insert(format!("§{concept}"), told);
        }
        Self { words }
    }
}

/// What a word is known by. Of a name, only what is surely no part of it goes: "Canadá" and "Canada" are one.
fn stem(folded: &str, language: Language, is_capital: bool) -> String {
    let endings = ENDINGS.iter().find(|(of, _)| *of == language).map_or(&[][..], |(_, it)| *it);
    let mut endings = endings.iter().filter(|ending| !is_capital || ending.len() > 1);
    let stripped = endings.find_map(|ending| {
        let rest = folded.strip_suffix(ending)?;
        (rest.chars().count() >= STEM_LETTERS_MIN).then_some(rest)
    });
    stripped.unwrap_or(folded).chars().take(KNOWN_LETTERS).collect()
}
