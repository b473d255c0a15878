//! A sentence cut into words, each with the classes of the grammar it belongs to.

use std::rc::Rc;

use crate::grammar::Classes;
use crate::lexicon::{Known, Lexicon};
use servanda_model::Language;

/// One word or punctuation mark of a sentence.
#[derive(Clone, Debug)]
pub(crate) struct Word<'t> {
    /// As written.
    pub(crate) text: &'t str,
    /// Byte offsets in the sentence.
    pub(crate) start: usize,
    pub(crate) end: usize,
    /// Begins with a capital.
    pub(crate) capital: bool,
    /// A punctuation mark.
    pub(crate) mark: bool,
    /// Begins with a capital though it does not begin the sentence.
    pub(crate) named: bool,
    known: Rc<Known>,
}

impl Word<'_> {
    /// Lower case, straight apostrophes.
    pub(crate) fn low(&self) -> &str {
        &self.known.low
    }

    /// The word belongs to one of these classes.
    pub(crate) fn is(&self, classes: &Classes) -> bool {
        self.known.classes.meets(classes) || (self.named && classes.holds_capital())
    }

    /// Every class the word belongs to, wherever it stands.
    pub(crate) fn classes(&self) -> &Classes {
        &self.known.classes
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

/// Cuts a sentence into words. Markup of plain-text Markdown is passed over.
pub(crate) fn words<'t>(sentence: &'t str, lexicon: &mut Lexicon) -> Vec<Word<'t>> {
    let language = lexicon.language;
    let mut found = Vec::with_capacity(sentence.len() / BYTES_TO_A_WORD + 1);
    let mut rest = Cursor { text: sentence, at: 0 };
    while let Some(c) = rest.peek() {
        let start = rest.at;
        if c == ' ' {
            rest.at += 1;
            continue;
        }
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
        push(&mut found, sentence, start, rest.at, lexicon);
    }
    found
}

/// Text has about one word in so many bytes.
const BYTES_TO_A_WORD: usize = 5;

fn push<'t>(found: &mut Vec<Word<'t>>, text: &'t str, start: usize, end: usize, l: &mut Lexicon) {
    let Some(text) = text.get(start..end) else { return };
    let known = l.know(text);
    let named = known.capital && !known.mark && !found.is_empty();
    let (capital, mark) = (known.capital, known.mark);
    found.push(Word { text, start, end, capital, mark, named, known });
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
            while let Some(byte) = self.text.as_bytes().get(self.at)
                && byte.is_ascii_alphanumeric()
            {
                previous = char::from(*byte);
                self.at += 1;
            }
            let Some(c) = self.peek() else { return };
            if c == ' ' {
                return;
            }
            let mut after = self.rest().chars().skip(1);
            let next = after.next().unwrap_or(' ');
            let apostrophe = matches!(c, '\'' | '\u{2019}' | '\u{B4}');
            if c.is_alphanumeric() {
                previous = c;
                self.bump();
                continue;
            }
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
