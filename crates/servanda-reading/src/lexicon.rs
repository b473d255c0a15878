//! The words seen so far by a thread, each looked up in the grammar once.

use std::cell::Cell;
use std::collections::HashMap;
use std::rc::Rc;

use foldhash::fast::FixedState;
use servanda_model::Language;

use crate::grammar::{self, ClassIds, Classes, Grammar};

/// More different words than this are looked up again each time, and the next document begins anew.
const LEXICON_WORDS_MAX: usize = 100_000;
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
    /// The classes with names.
    pub(crate) classes: Classes,
    /// The numbers of all its classes.
    pub(crate) class_ids: ClassIds,
    /// Those it has where it is a name: begins with a capital, though it does not begin a sentence.
    pub(crate) name_ids: Option<ClassIds>,
    /// Of those, the classes with names.
    pub(crate) name_classes: Classes,
}

/// The words of one language.
pub(crate) struct Lexicon {
    pub(crate) language: Language,
    pub(crate) grammar: &'static Grammar,
    known: HashMap<Box<str>, Rc<Known>, FixedState>,
    /// Empty rows that sentences note down the places of their words in, each in its turn.
    rows: Vec<Vec<u64>>,
}

impl Lexicon {
    pub(crate) fn new(language: Language) -> Self {
        Self::with(language, grammar::of(language))
    }

    pub(crate) fn with(language: Language, grammar: &'static Grammar) -> Self {
        let known = HashMap::with_hasher(FixedState::with_seed(SEED));
        Self { language, grammar, known, rows: Vec::new() }
    }

    /// What is known of a word as it is written.
    pub(crate) fn know(&mut self, text: &str) -> Rc<Known> {
        if let Some(known) = self.known.get(text) {
            return Rc::clone(known);
        }
        let mut known = look_up(text, self.language, self.grammar);
        // "d une", "s engagent": texts that were read from print lose apostrophes.
        if self.language == Language::French && matches!(text, "d" | "l" | "s" | "n" | "j" | "qu") {
            known.low = format!("{text}'").into();
            known.class_ids = self.grammar.classes_of(&known.low, false);
            known.classes = Classes::of(&known.class_ids);
        }
        let known = Rc::new(known);
        if self.known.len() < LEXICON_WORDS_MAX {
            self.known.insert(text.into(), Rc::clone(&known));
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

fn look_up(text: &str, language: Language, grammar: &Grammar) -> Known {
    let mut low = if text.is_ascii() {
        text.to_ascii_lowercase()
    } else {
        text.to_lowercase().replace(['\u{2019}', '\u{B4}', '\u{2018}'], "'")
    };
    // "U.S." is the same word at the end of a sentence and inside it.
    if low.len() > 2 && low.ends_with('.') {
        low.pop();
    }
    // "délégué·e·s" is a delegate: what stands for the other gender goes.
    if let Some((stem, _)) = low.split_once(['.', '·']).filter(|_| language == Language::French)
        && stem.chars().count() > 2
        && stem.chars().all(char::is_alphabetic)
    {
        low.truncate(stem.len());
    }
    let first = text.chars().next().unwrap_or(' ');
    let mark = !first.is_alphanumeric() && text.chars().nth(1).is_none();
    let class_ids = grammar.classes_of(&low, mark);
    let classes = Classes::of(&class_ids);
    let is_name = first.is_uppercase() && text.chars().skip(1).any(char::is_lowercase);
    let name_ids = is_name.then(|| grammar.classes_of_name(&low));
    let name_classes = name_ids.as_deref().map_or(classes, Classes::of).with_capital();
    Known {
        low: low.into(),
        capital: first.is_uppercase(),
        mark,
        classes,
        class_ids,
        name_ids,
        name_classes,
    }
}

/// The lexicons of a document, one for each language.
pub(crate) struct Lexicons([Lexicon; 3]);

thread_local! {
    /// The lexicons of the document before: most words of a document stand in others too.
    static KEPT: Cell<Option<Lexicons>> = const { Cell::new(None) };
}

impl Lexicons {
    /// Those that the thread has kept, or empty ones.
    pub(crate) fn take() -> Self {
        let empty =
            || Self([Language::English, Language::French, Language::Spanish].map(Lexicon::new));
        KEPT.take().unwrap_or_else(empty)
    }

    /// Keeps them for the next document that the thread reads.
    pub(crate) fn keep(mut self) {
        for lexicon in &mut self.0 {
            if lexicon.known.len() >= LEXICON_WORDS_MAX {
                lexicon.known.clear();
            }
        }
        KEPT.set(Some(self));
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
