//! A sentence cut into words, each with the classes of the grammar it belongs to.

use std::ops::Range;
use std::rc::Rc;

use crate::grammar::Classes;
use crate::lexicon::{Known, Lexicon};
use crate::present::ClassSet;
use servanda_model::Language;

/// One word or punctuation mark of a sentence.
#[derive(Clone, Debug)]
pub(crate) struct Word<'t> {
    /// As written.
    pub(crate) text: &'t str,
    /// Byte offsets in the sentence.
    pub(crate) start: usize,
    pub(crate) end: usize,
    /// A punctuation mark.
    pub(crate) mark: bool,
    /// Begins with a capital though it does not begin the sentence.
    pub(crate) named: bool,
    /// Is a name and stands among other words: behind a mark, a number or a code anything has one.
    within: bool,
    /// The classes with names that it belongs to where it stands.
    classes: Classes,
    known: Rc<Known>,
}

impl Word<'_> {
    /// Begins with a capital.
    pub(crate) fn is_capital(&self) -> bool {
        self.known.capital
    }

    /// A date may begin with it.
    pub(crate) fn starts_date(&self) -> bool {
        self.known.starts_date
    }

    /// Lower case, straight apostrophes.
    pub(crate) fn low(&self) -> &str {
        &self.known.low
    }

    /// The word belongs to one of these classes.
    pub(crate) fn is(&self, classes: &Classes) -> bool {
        self.classes.meets(*classes)
    }

    /// All classes that it belongs to where it stands, with names and without.
    pub(crate) fn class_set(&self) -> &ClassSet {
        match (self.within, self.named) {
            (true, _) => &self.known.name_set,
            (false, true) => &self.known.capital_set,
            (false, false) => &self.known.set,
        }
    }

    /// The word belongs to one of the classes with these numbers.
    pub(crate) fn is_any(&self, ids: &[u16]) -> bool {
        let set = self.class_set();
        ids.iter().any(|id| set.holds(*id))
    }

    /// The word is written in digits, perhaps with separators.
    pub(crate) fn is_number(&self) -> bool {
        self.text.starts_with(|c: char| c.is_ascii_digit())
    }

    /// Two or more letters, all capitals: an acronym, or a shouted word.
    pub(crate) fn is_capitals(&self) -> bool {
        let mut letters = self.text.chars().filter(|c| c.is_alphabetic());
        let first_two = (letters.next(), letters.next());
        matches!(first_two, (Some(a), Some(b)) if a.is_uppercase() && b.is_uppercase())
            && letters.filter(|c| c.is_lowercase()).count() <= 2
    }
}

/// Where words of some classes stand, from left to right.
pub(crate) fn each(words: &[Word<'_>], classes: Classes) -> impl Iterator<Item = usize> {
    words.iter().enumerate().filter(move |(_, word)| word.is(&classes)).map(|(at, _)| at)
}

/// Cuts a sentence into words. Markup of plain-text Markdown is passed over.
pub(crate) fn words<'t>(sentence: &'t str, lexicon: &mut Lexicon) -> Vec<Word<'t>> {
    let mut found = Vec::with_capacity(sentence.len() / BYTES_TO_A_WORD + 1);
    cut(sentence, usize::MAX, &mut found, lexicon);
    found
}

/// Parts the words of a block into those that stand in one sentence of it and those behind it. Those of
/// the sentence are as it has them: places count from its beginning, and the word that begins it is no
/// name for its capital.
pub(crate) fn take_sentence<'b, 't>(
    block: &'b mut [Word<'t>],
    sentence: &Range<usize>,
) -> (&'b [Word<'t>], &'b mut [Word<'t>]) {
    let before = block.partition_point(|word| word.start < sentence.start);
    let end = block.partition_point(|word| word.start < sentence.end);
    let (taken, rest) = block.split_at_mut(end);
    let words = taken.get_mut(before..).unwrap_or_default();
    if let Some(word) = words.first_mut() {
        (word.named, word.within, word.classes) = (false, false, word.known.classes);
    }
    for word in words.iter_mut() {
        word.end = word.end.min(sentence.end) - sentence.start;
        word.start -= sentence.start;
    }
    (words, rest)
}

/// The first words of a text, at most so many.
pub(crate) fn first_words<'t>(
    text: &'t str,
    count_max: usize,
    lexicon: &mut Lexicon,
) -> Vec<Word<'t>> {
    let mut found = Vec::with_capacity(count_max);
    cut(text, count_max, &mut found, lexicon);
    found
}

fn cut<'t>(sentence: &'t str, count_max: usize, found: &mut Vec<Word<'t>>, lexicon: &mut Lexicon) {
    let language = lexicon.language;
    let mut rest = Cursor { text: sentence, at: 0 };
    while found.len() < count_max {
        let start = rest.at;
        match rest.byte() {
            None => break,
            Some(b' ') => {
                rest.at += 1;
                continue;
            }
            Some(byte) if byte.is_ascii_alphanumeric() => {
                rest.word(language);
                push(found, sentence, start, rest.at, lexicon);
                continue;
            }
            Some(_) => {}
        }
        let Some(c) = rest.peek() else { break };
        let contracted = matches!(c, '\'' | '\u{2019}') && rest.follows_letter();
        if contracted && language == Language::English {
            rest.bump();
            rest.word(language);
        } else if c.is_alphanumeric() {
            rest.word(language);
        } else if rest.skip_markup(c) {
            continue;
        } else {
            rest.bump();
            if c.is_whitespace() || matches!(c, '*' | '_' | '#' | '`' | '\\') {
                continue;
            }
        }
        push(found, sentence, start, rest.at, lexicon);
    }
}

/// Text has about one word in so many bytes.
const BYTES_TO_A_WORD: usize = 5;

fn push<'t>(
    found: &mut Vec<Word<'t>>,
    text: &'t str,
    start: usize,
    end: usize,
    lexicon: &mut Lexicon,
) {
    let Some(text) = text.get(start..end) else { return };
    let known = lexicon.know(text);
    let mark = known.mark;
    let named = known.capital && !mark && !found.is_empty();
    let is_word =
        |before: &Word<'_>| !before.mark && !before.text.contains(|c: char| c.is_ascii_digit());
    let within = named && found.last().is_some_and(is_word);
    let classes = match (within, named) {
        (true, _) => known.name_classes,
        (false, true) => known.classes.with_capital(),
        (false, false) => known.classes,
    };
    found.push(Word { text, start, end, mark, named, within, classes, known });
}

struct Cursor<'t> {
    text: &'t str,
    at: usize,
}

impl<'t> Cursor<'t> {
    fn rest(&self) -> &'t str {
        self.text.get(self.at..).unwrap_or_default()
    }

    fn peek(&self) -> Option<char> {
        self.rest().chars().next()
    }

    fn byte(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    fn bump(&mut self) {
        self.at += self.peek().map_or(0, char::len_utf8);
    }

    /// The place is inside a word: a letter stands before it and after the mark at it.
    fn follows_letter(&self) -> bool {
        let before = self.text.get(..self.at).and_then(|text| text.chars().next_back());
        let after = self.rest().chars().nth(1);
        before.is_some_and(char::is_alphanumeric) && after.is_some_and(char::is_alphabetic)
    }

    /// Passes over `](address)`, `&nbsp;` and footnote marks.
    fn skip_markup(&mut self, c: char) -> bool {
        let rest = self.rest();
        let length = match c {
            ']' if rest.starts_with("](") => rest.find(')').map(|at| at + 1),
            '[' if rest.starts_with("[^") => rest.find(']').map(|at| at + 1),
            '&' => rest.find(';').filter(|at| *at <= 7 && *at > 1).map(|at| at + 1),
            _ => None,
        };
        let Some(length) = length.filter(|length| *length < 2_000) else { return false };
        self.at += length;
        true
    }

    /// Takes letters and digits with what may stand inside a word.
    fn word(&mut self, language: Language) {
        let mut previous = ' ';
        loop {
            let bytes = self.text.as_bytes().get(self.at..).unwrap_or_default();
            let length = bytes.iter().take_while(|byte| byte.is_ascii_alphanumeric()).count();
            if let Some(last) = length.checked_sub(1).and_then(|last| bytes.get(last)) {
                previous = char::from(*last);
                self.at += length;
            }
            // Mostly a space or a mark that stands in no word ends it.
            match self.byte() {
                None => return,
                Some(b'\'' | b'-' | b'.' | b',' | b'/') => {}
                Some(byte) if byte.is_ascii() => return,
                Some(_) => {}
            }
            let Some(c) = self.peek() else { return };
            if c.is_alphanumeric() {
                previous = c;
                self.at += c.len_utf8();
                continue;
            }
            let mut after = self.rest().chars().skip(1);
            let next = after.next().unwrap_or(' ');
            let apostrophe = matches!(c, '\'' | '\u{2019}' | '\u{B4}');
            if apostrophe && next.is_alphanumeric() {
                if language == Language::French {
                    // The elided article or pronoun is a word of its own: s'engage, l'État.
                    self.bump();
                    return;
                }
                // English: the contracted verb is a word of its own: we'll, they're.
                return;
            }
            let inside = match c {
                '-' | '\u{2010}' | '\u{2011}' => next.is_alphanumeric(),
                // French of both genders: "élu.es", "délégué·e".
                '.' | '·' if language == Language::French && previous.is_lowercase() => {
                    next.is_lowercase()
                }
                '.' => {
                    (previous.is_ascii_digit() && next.is_ascii_digit())
                        || (next.is_alphabetic() && self.is_initial(previous))
                        || (self.is_initial(previous) && self.has_inner_dot())
                }
                ',' => previous.is_ascii_digit() && next.is_ascii_digit() && self.group_of_three(),
                '/' => previous.is_alphanumeric() && next.is_alphanumeric(),
                _ => false,
            };
            if !inside {
                return;
            }
            previous = c;
            self.bump();
        }
    }

    /// The letter before the dot stands alone, as in `U.S.`
    fn is_initial(&self, previous: char) -> bool {
        let before = self.text.get(..self.at).unwrap_or_default();
        let mut back = before.chars().rev().skip(1);
        previous.is_uppercase() && back.next().is_none_or(|c| !c.is_alphanumeric())
    }

    fn has_inner_dot(&self) -> bool {
        let before = self.text.get(..self.at).unwrap_or_default();
        before.chars().rev().nth(1) == Some('.')
    }

    /// `2,000` is one number and `4,5` too, but `9,10,11` in a list also passes as one.
    fn group_of_three(&self) -> bool {
        self.rest().chars().skip(1).take_while(char::is_ascii_digit).count() <= 3
    }
}

#[cfg(test)]
mod tests;
