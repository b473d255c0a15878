//! The words seen so far in a document, each looked up in the grammar once.

use std::borrow::Cow;
use std::collections::HashMap;
use std::rc::Rc;

use foldhash::fast::FixedState;
use servanda_model::Language;

use crate::grammar::{self, ClassIds, Classes, Grammar};

/// More different words than this are looked up again each time.
const LEXICON_WORDS_MAX: usize = 100_000;
/// A text of so many bytes has about one new word.
const BYTES_TO_A_NEW_WORD: usize = 32;
/// For more different words than this room is made as they come.
const WORDS_EXPECTED_MAX: usize = 10_000;
/// The same on every machine: what is read does not depend on chance.
const SEED: u64 = 0x5E57_A4DA;

/// What is known of a word wherever it stands.
#[derive(Debug)]
pub(crate) struct Known<'t> {
    /// Lower case, straight apostrophes.
    pub(crate) low: Cow<'t, str>,
    /// Begins with a capital.
    pub(crate) capital: bool,
    /// A punctuation mark.
    pub(crate) mark: bool,
    /// The classes with names.
    pub(crate) classes: Classes,
    /// The numbers of all its classes.
    pub(crate) class_ids: ClassIds,
}

/// The words of one language in a text.
pub(crate) struct Lexicon<'t> {
    pub(crate) language: Language,
    pub(crate) grammar: &'static Grammar,
    known: HashMap<&'t str, Rc<Known<'t>>, FixedState>,
    /// Empty rows that sentences note down the places of their words in, each in its turn.
    rows: Vec<Vec<u64>>,
}

impl<'t> Lexicon<'t> {
    pub(crate) fn new(language: Language) -> Self {
        Self::with(language, grammar::of(language))
    }

    pub(crate) fn with(language: Language, grammar: &'static Grammar) -> Self {
        let known = HashMap::with_hasher(FixedState::with_seed(SEED));
        Self { language, grammar, known, rows: Vec::new() }
    }

    /// Makes room for the words of a text.
    pub(crate) fn expect(&mut self, text_bytes: usize) {
        self.known.reserve((text_bytes / BYTES_TO_A_NEW_WORD).min(WORDS_EXPECTED_MAX));
    }

    /// What is known of a word as it is written.
    pub(crate) fn know(&mut self, text: &'t str) -> Rc<Known<'t>> {
        if let Some(known) = self.known.get(text) {
            return Rc::clone(known);
        }
        let mut known = look_up(text, self.grammar);
        // "d une", "s engagent": texts that were read from print lose apostrophes.
        if self.language == Language::French && matches!(text, "d" | "l" | "s" | "n" | "j" | "qu") {
            known.low = Cow::Owned(format!("{text}'"));
            known.class_ids = self.grammar.classes_of(&known.low, false);
            known.classes = Classes::of(&known.class_ids);
        }
        let known = Rc::new(known);
        if self.known.len() < LEXICON_WORDS_MAX {
            self.known.insert(text, Rc::clone(&known));
        }
        known
    }

    /// At least so many numbers, all nought.
    pub(crate) fn rows(&mut self, count: usize) -> Vec<u64> {
        let mut rows = self.rows.pop().unwrap_or_default();
        if rows.len() < count {
            rows.resize(count, 0);
        }
        rows
    }

    /// Keeps rows that are all nought again.
    pub(crate) fn keep_rows(&mut self, rows: Vec<u64>) {
        self.rows.push(rows);
    }
}

fn look_up<'t>(text: &'t str, grammar: &Grammar) -> Known<'t> {
    let is_low = text.bytes().all(|byte| byte.is_ascii() && !byte.is_ascii_uppercase());
    let mut low = if is_low {
        Cow::Borrowed(text)
    } else if text.is_ascii() {
        Cow::Owned(text.to_ascii_lowercase())
    } else {
        Cow::Owned(text.to_lowercase().replace(['\u{2019}', '\u{B4}', '\u{2018}'], "'"))
    };
    // "U.S." is the same word at the end of a sentence and inside it.
    if low.len() > 2 && low.ends_with('.') {
        let length = low.len() - 1;
        match &mut low {
            Cow::Borrowed(text) => *text = text.get(..length).unwrap_or_default(),
            Cow::Owned(text) => text.truncate(length),
        }
    }
    let first = text.chars().next().unwrap_or(' ');
    let mark = !first.is_alphanumeric() && text.chars().nth(1).is_none();
    let class_ids = grammar.classes_of(&low, mark);
    let classes = Classes::of(&class_ids);
    Known { low, capital: first.is_uppercase(), mark, classes, class_ids }
}

/// The lexicons of a document, one for each language.
pub(crate) struct Lexicons<'t>([Lexicon<'t>; 3]);

impl<'t> Lexicons<'t> {
    pub(crate) fn new() -> Self {
        Self([Language::English, Language::French, Language::Spanish].map(Lexicon::new))
    }

    pub(crate) fn of(&mut self, language: Language) -> &mut Lexicon<'t> {
        let [english, french, spanish] = &mut self.0;
        match language {
            Language::English => english,
            Language::French => french,
            Language::Spanish => spanish,
        }
    }
}
