//! The words seen so far by a thread, each looked up in the grammar once.

use std::cell::Cell;
use std::collections::HashMap;
use std::rc::Rc;

use foldhash::fast::FixedState;
use servanda_model::Language;

use crate::candidates::PatternSet;
use crate::dates;
use crate::grammar::{self, CAPITAL, ClassIds, Classes, Grammar, Settings};
use crate::present::ClassSet;

/// More different words than this are looked up again each time, and the next document begins anew.
const LEXICON_WORDS_MAX: usize = 100_000;
/// What applies in more different surroundings than this is found anew.
const SURROUNDINGS_MAX: usize = 512;
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
    /// A date may begin with it.
    pub(crate) starts_date: bool,
    /// All its classes.
    pub(crate) set: Rc<ClassSet>,
    /// Those it has where it is a name: begins with a capital, though it does not begin a sentence.
    pub(crate) name_set: Rc<ClassSet>,
    /// Those it has where it begins with a capital behind what is no word.
    pub(crate) capital_set: Rc<ClassSet>,
    /// Of those of a name, the classes with names.
    pub(crate) name_classes: Classes,
}

/// The words of one language.
pub(crate) struct Lexicon {
    pub(crate) language: Language,
    pub(crate) grammar: &'static Grammar,
    known: HashMap<Box<str>, Rc<Known>, FixedState>,
    /// Words of at most sixteen bytes, by those bytes: most are.
    short: HashMap<u128, Rc<Known>, FixedState>,
    /// Marks and letters of ASCII: every sixth word is one.
    single: [Option<Rc<Known>>; 128],
    /// The patterns that apply, by what surrounds a sentence.
    allowed: HashMap<Settings, Rc<PatternSet>, FixedState>,
    /// The sets of classes that words have: many have the same.
    sets: HashMap<ClassIds, Rc<ClassSet>, FixedState>,
}

impl Lexicon {
    pub(crate) fn new(language: Language) -> Self {
        Self::with(language, grammar::of(language))
    }

    pub(crate) fn with(language: Language, grammar: &'static Grammar) -> Self {
        let known = HashMap::with_hasher(FixedState::with_seed(SEED));
        let allowed = HashMap::with_hasher(FixedState::default());
        let sets = HashMap::with_hasher(FixedState::with_seed(SEED));
        let single = [const { None }; 128];
        let short = HashMap::with_hasher(FixedState::with_seed(SEED));
        Self { language, grammar, known, short, single, allowed, sets }
    }

    /// What is known of a word as it is written.
    pub(crate) fn know(&mut self, text: &str) -> Rc<Known> {
        let known = match text.as_bytes() {
            [byte] => self.single.get(usize::from(*byte)).and_then(Option::as_ref),
            _ => match short(text) {
                Some(short) => self.short.get(&short),
                None => self.known.get(text),
            },
        };
        match known {
            Some(known) => Rc::clone(known),
            None => self.learn(text),
        }
    }

    /// Looks a word up, and keeps what is known of it.
    #[cold]
    fn learn(&mut self, text: &str) -> Rc<Known> {
        let known = Rc::new(self.look_up(text));
        if let [byte] = text.as_bytes()
            && let Some(single) = self.single.get_mut(usize::from(*byte))
        {
            *single = Some(Rc::clone(&known));
        } else if self.is_full() {
            return known;
        } else if let Some(short) = short(text) {
            self.short.insert(short, Rc::clone(&known));
        } else {
            self.known.insert(text.into(), Rc::clone(&known));
        }
        known
    }

    /// There are as many words as are kept.
    fn is_full(&self) -> bool {
        self.known.len() + self.short.len() >= LEXICON_WORDS_MAX
    }

    /// The patterns of the rules that apply in these surroundings.
    pub(crate) fn allowed(&mut self, settings: Settings) -> Rc<PatternSet> {
        if self.allowed.len() >= SURROUNDINGS_MAX {
            self.allowed.clear();
        }
        let allowed = self.allowed.entry(settings);
        Rc::clone(allowed.or_insert_with(|| Rc::new(self.grammar.allowed(settings))))
    }

    /// The set of some classes.
    fn set(&mut self, ids: ClassIds) -> Rc<ClassSet> {
        let set = self.sets.entry(ids);
        Rc::clone(set.or_insert_with_key(|ids| Rc::new(ClassSet::of(ids.iter().copied()))))
    }

    fn look_up(&mut self, text: &str) -> Known {
        let first = text.chars().next().unwrap_or(' ');
        let mark = !first.is_alphanumeric() && text.chars().nth(1).is_none();
        let low = low(text, self.language);
        let ids = self.grammar.classes_of(&low, mark);
        let is_name = first.is_uppercase() && text.chars().skip(1).any(char::is_lowercase);
        let name_ids = is_name.then(|| self.grammar.classes_of_name(&low));
        let name_ids = name_ids.unwrap_or_else(|| ids.clone());
        let capital_set = self.set(with_capital(&ids));
        let classes = Classes::of(&ids);
        let set = self.set(ids);
        Known {
            low: low.into(),
            capital: first.is_uppercase(),
            mark,
            classes,
            name_classes: Classes::of(&name_ids).with_capital(),
            capital_set,
            name_set: self.set(with_capital(&name_ids)),
            starts_date: dates::may_start(&set, self.grammar),
            set,
        }
    }
}

/// The bytes of a short word as one number, eight to each half. No word has a byte of nought.
fn short(text: &str) -> Option<u128> {
    let bytes = text.as_bytes();
    let (head, tail) = bytes.split_at_checked(bytes.len().min(8))?;
    let half = |bytes: &[u8]| bytes.iter().fold(0, |all, byte| all << 8 | u64::from(*byte));
    (tail.len() <= 8).then(|| u128::from(half(head)) << 64 | u128::from(half(tail)))
}

fn with_capital(ids: &[u16]) -> ClassIds {
    std::iter::once(CAPITAL).chain(ids.iter().copied()).collect()
}

/// Lower case, straight apostrophes; the same word however it is written.
fn low(text: &str, language: Language) -> String {
    let mut low = if text.is_ascii() {
        text.to_ascii_lowercase()
    } else {
        text.to_lowercase().replace(['\u{2019}', '\u{B4}', '\u{2018}'], "'")
    };
    if language != Language::French {
        // "U.S." is the same word at the end of a sentence and inside it.
        strip_point(&mut low);
        return low;
    }
    // "d une", "s engagent": texts that were read from print lose apostrophes.
    if matches!(text, "d" | "l" | "s" | "n" | "j" | "qu") {
        low.push('\'');
    }
    strip_point(&mut low);
    // "délégué·e·s" is a delegate: what stands for the other gender goes.
    if let Some((stem, _)) = low.split_once(['.', '·'])
        && stem.chars().count() > 2
        && stem.chars().all(char::is_alphabetic)
    {
        low.truncate(stem.len());
    }
    low
}

fn strip_point(low: &mut String) {
    if low.len() > 2 && low.ends_with('.') {
        low.pop();
    }
}

/// The lexicons of a document, one for each language that it has.
#[derive(Default)]
pub(crate) struct Lexicons([Option<Lexicon>; 3]);

thread_local! {
    /// The lexicons of the document before: most words of a document stand in others too.
    static KEPT: Cell<Option<Lexicons>> = const { Cell::new(None) };
}

impl Lexicons {
    /// Those that the thread has kept, or none yet.
    pub(crate) fn take() -> Self {
        KEPT.take().unwrap_or_default()
    }

    /// Keeps them for the next document that the thread reads.
    pub(crate) fn keep(mut self) {
        for lexicon in self.0.iter_mut().flatten().filter(|lexicon| lexicon.is_full()) {
            lexicon.known.clear();
            lexicon.short.clear();
            lexicon.sets.clear();
        }
        KEPT.set(Some(self));
    }

    /// The lexicon of a language, whose rules are read when the first text in it is.
    pub(crate) fn of(&mut self, language: Language) -> &mut Lexicon {
        let [english, french, spanish] = &mut self.0;
        let lexicon = match language {
            Language::English => english,
            Language::French => french,
            Language::Spanish => spanish,
        };
        lexicon.get_or_insert_with(|| Lexicon::new(language))
    }
}
