//! The words seen so far in a document, each looked up in the grammar once.

use std::collections::HashMap;
use std::rc::Rc;

use foldhash::fast::FixedState;
use servanda_model::Language;

use crate::grammar::{self, Classes, Grammar};

/// More different words than this are looked up again each time.
const LEXICON_WORDS_MAX: usize = 100_000;
/// A longer word is looked up again each time.
const KEPT_BYTES_MAX: usize = 64;
/// The same on every machine: what is read does not depend on chance.
const SEED: u64 = 0x5E57_A4DA;

/// What is known of a word wherever it stands.
#[derive(Debug)]
pub(crate) struct Known {
    /// Lower case, straight apostrophes.
    pub(crate) low: Box<str>,
    /// Begins with a capital.
    pub(crate) capital: bool,
    /// A punctuation mark.
    pub(crate) mark: bool,
    pub(crate) classes: Classes,
}

/// The words of one language.
pub(crate) struct Lexicon {
    pub(crate) language: Language,
    pub(crate) grammar: &'static Grammar,
    known: HashMap<Box<str>, Rc<Known>, FixedState>,
}

impl Lexicon {
    pub(crate) fn new(language: Language) -> Self {
        Self::with(language, grammar::of(language))
    }

    pub(crate) fn with(language: Language, grammar: &'static Grammar) -> Self {
        Self { language, grammar, known: HashMap::with_hasher(FixedState::with_seed(SEED)) }
    }

    /// What is known of a word as it is written.
    pub(crate) fn know(&mut self, text: &str) -> Rc<Known> {
        if let Some(known) = self.known.get(text) {
            return Rc::clone(known);
        }
        let known = Rc::new(look_up(text, self.grammar));
        if self.known.len() < LEXICON_WORDS_MAX && text.len() <= KEPT_BYTES_MAX {
            self.known.insert(text.into(), Rc::clone(&known));
        }
        known
    }
}

fn look_up(text: &str, grammar: &Grammar) -> Known {
    let mut low = if text.is_ascii() {
        text.to_ascii_lowercase()
    } else {
        text.to_lowercase().replace(['\u{2019}', '\u{B4}', '\u{2018}'], "'")
    };
    // "U.S." is the same word at the end of a sentence and inside it.
    if low.len() > 2 && low.ends_with('.') {
        low.truncate(low.len() - 1);
    }
    let first = text.chars().next().unwrap_or(' ');
    let mark = !first.is_alphanumeric() && text.chars().nth(1).is_none();
    let classes = grammar.classes_of(&low, mark);
    Known { low: low.into(), capital: first.is_uppercase(), mark, classes }
}

/// The lexicons of a document, one for each language.
pub(crate) struct Lexicons([Lexicon; 3]);

impl Lexicons {
    pub(crate) fn new() -> Self {
        Self([Language::English, Language::French, Language::Spanish].map(Lexicon::new))
    }

    pub(crate) fn of(&mut self, language: Language) -> &mut Lexicon {
        let [english, french, spanish] = &mut self.0;
        match language {
            Language::English => english,
            Language::French => french,
            Language::Spanish => spanish,
        }
    }
}
