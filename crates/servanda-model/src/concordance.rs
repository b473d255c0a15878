//! Concordance: whether the language versions of one text say the same where a slip would cost most:
//! numbers, dates, parties, and the force of the verbs (rule 6 of the record).
//!
//! It compares; it never says which version is right. What it finds is shown to people, who mend the
//! text or say that it is meant so.

pub(crate) mod words;

use std::collections::{BTreeMap, BTreeSet};

use unicode_normalization::UnicodeNormalization;

use crate::{Language, Multilingual};
use words::{MONTHS, NUMBERS, SEASONS, Vocabulary};

/// What versions are compared by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Aspect {
    /// Numbers in digits, and small ones in words.
    Numbers,
    /// Months and seasons; days and years are numbers.
    Dates,
    /// Which parties are named.
    Parties,
    /// Whether somebody must ("shall", "must").
    Obligation,
    /// Whether it is only possible or intended ("may", "should", "seek to").
    Latitude,
    /// Whether something is denied.
    Negation,
}

impl Aspect {
    /// All of them, in the order in which they are shown.
    pub const ALL: [Self; 6] = [
        Self::Numbers,
        Self::Dates,
        Self::Parties,
        Self::Obligation,
        Self::Latitude,
        Self::Negation,
    ];

    /// The code in messages.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Numbers => "numbers",
            Self::Dates => "dates",
            Self::Parties => "parties",
            Self::Obligation => "obligation",
            Self::Latitude => "latitude",
            Self::Negation => "negation",
        }
    }
}

/// An aspect in which versions differ.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Difference {
    /// Which.
    pub aspect: Aspect,
    /// What was found in each version, in the words of that version and in their order.
    pub found: BTreeMap<Language, Vec<String>>,
}

/// The aspects in which the versions of a text differ. `parties` are the names of each party; a
/// version names a party by its name or by a word that begins like it ("Mexican").
pub fn differences(text: &Multilingual, parties: &[&Multilingual]) -> Vec<Difference> {
    let versions: BTreeMap<Language, Found> = text
        .versions()
        .filter_map(|(language, text)| {
            let language = language?;
            Some((language, Found::in_text(text, language, parties)))
        })
        .collect();
    let mut differences = Vec::new();
    for aspect in Aspect::ALL {
        let values: BTreeSet<Vec<u32>> = versions.values().map(|it| it.values(aspect)).collect();
        if values.len() > 1 {
            let found = versions.iter().map(|(language, it)| (*language, it.words(aspect)));
            differences.push(Difference { aspect, found: found.collect() });
        }
    }
    differences
}

/// An aspect in which two texts say different things, with the words of each.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Contrast {
    /// Which.
    pub aspect: Aspect,
    /// What the first says.
    pub one: Vec<String>,
    /// What the other says.
    pub other: Vec<String>,
}

/// The aspects in which two texts, each in its language, differ however alike their words are: numbers,
/// dates, and what is denied or must be.
pub fn contrasts(one: (&str, Language), other: (&str, Language)) -> Vec<Contrast> {
    let [first, second] = [one, other].map(|(text, language)| Found::in_text(text, language, &[]));
    let aspects = Aspect::ALL.into_iter().filter(|aspect| *aspect != Aspect::Parties);
    let differing = aspects.filter(|aspect| first.values(*aspect) != second.values(*aspect));
    differing
        .map(|aspect| Contrast { aspect, one: first.words(aspect), other: second.words(aspect) })
        .collect()
}

/// What stands in one version: for each aspect, values and the words that say them.
#[derive(Debug, Default)]
struct Found(BTreeMap<Aspect, Vec<(u32, String)>>);

/// A word of a text as it stands, and folded: lower case, without accents.
pub(crate) struct Word<'text> {
    pub(crate) text: &'text str,
    pub(crate) folded: String,
}

impl Found {
    fn in_text(text: &str, language: Language, parties: &[&Multilingual]) -> Self {
        let mut found = Self::default();
        let words = words_of(text);
        let vocabulary = Vocabulary::of(language);
        for (place, word) in words.iter().enumerate() {
            let before = place.checked_sub(1).and_then(|before| words.get(before));
            let beside = [before, words.get(place + 1)];
            let beside_number = beside.iter().flatten().any(|word| is_number(word.text));
            found.numbers_and_dates(word, language, beside_number);
            for (aspect, list) in vocabulary.forces() {
                if list.contains(&word.folded.as_str()) {
                    // Once is enough: how often it is said is a matter of style.
                    found.note_once(aspect, 1, word.text);
                }
            }
            for (number, party) in (0_u32..).zip(parties) {
                if names(word, party, language) {
                    found.note_once(Aspect::Parties, number, word.text);
                }
            }
        }
        found
    }

    fn numbers_and_dates(&mut self, word: &Word<'_>, language: Language, beside_number: bool) {
        if let Some([year, month, day]) = iso_day(word.text) {
            self.note(Aspect::Numbers, year, word.text);
            self.note(Aspect::Numbers, day, word.text);
            self.note(Aspect::Dates, month, word.text);
        } else if let Some(value) = number_in_digits(word.text, language) {
            self.note(Aspect::Numbers, value, word.text);
        } else if let Some(value) = number(&NUMBERS, &word.folded, language) {
            self.note(Aspect::Numbers, value, word.text);
        } else if let Some(month) = number(&MONTHS, &word.folded, language) {
            // "May" and "March" are verbs too, but not beside a day or year.
            let is_name = word.text.chars().next().is_some_and(char::is_uppercase);
            let is_verb = ["may", "march"].contains(&word.folded.as_str());
            if language != Language::English || (is_name && (beside_number || !is_verb)) {
                self.note(Aspect::Dates, month, word.text);
            }
        } else if let Some(season) = number(&SEASONS, &word.folded, language) {
            self.note(Aspect::Dates, season.saturating_add(100), word.text);
        }
    }

    fn note(&mut self, aspect: Aspect, value: u32, word: &str) {
        self.0.entry(aspect).or_default().push((value, word.to_owned()));
    }

    fn note_once(&mut self, aspect: Aspect, value: u32, word: &str) {
        let noted = self.0.entry(aspect).or_default();
        if noted.iter().all(|(known, _)| *known != value) {
            noted.push((value, word.to_owned()));
        }
    }

    /// The values, in the order of their size: the order of words differs between languages.
    fn values(&self, aspect: Aspect) -> Vec<u32> {
        let mut values: Vec<u32> =
            self.0.get(&aspect).into_iter().flatten().map(|it| it.0).collect();
        values.sort_unstable();
        values
    }

    fn words(&self, aspect: Aspect) -> Vec<String> {
        self.0.get(&aspect).into_iter().flatten().map(|(_, word)| word.clone()).collect()
    }
}

/// Words and numbers. What joins digits stays in: `1,200`, `2026-06-30`, and the space between groups
/// of three digits.
pub(crate) fn words_of(text: &str) -> Vec<Word<'_>> {
    let mut words = Vec::new();
    let mut rest = text;
    while let Some(start) = rest.find(|c: char| c.is_alphanumeric()) {
        let (_, from) = rest.split_at(start);
        let end = if from.starts_with(|c: char| c.is_ascii_digit()) {
            end_of_number(from)
        } else {
            from.find(|c: char| !c.is_alphabetic()).unwrap_or(from.len())
        };
        // A letter that is neither a digit nor alphabetic would end nothing: take one character.
        let end = end.max(from.chars().next().map_or(1, char::len_utf8));
        let (word, after) = from.split_at(end);
        words.push(Word { text: word, folded: folded(word) });
        rest = after;
    }
    words
}

/// Where a number ends: digits, joined by a point, comma, dash or space that digits follow; after a
/// space just three of them.
fn end_of_number(text: &str) -> usize {
    let mut end = 0;
    loop {
        let rest = text.get(end..).unwrap_or_default();
        let digits = rest.find(|c: char| !c.is_ascii_digit()).unwrap_or(rest.len());
        end += digits;
        let after = text.get(end..).unwrap_or_default();
        let Some(joint) = after.chars().next() else { return end };
        let next = after.get(joint.len_utf8()..).unwrap_or_default();
        let following = next.find(|c: char| !c.is_ascii_digit()).unwrap_or(next.len());
        let joins = match joint {
            '.' | ',' => following > 0,
            '-' => iso_day(text.get(..10).unwrap_or_default()).is_some() && end < 10,
            ' ' | '\u{a0}' | '\u{202f}' => following == 3,
            _ => false,
        };
        if !joins {
            return end;
        }
        end += joint.len_utf8();
    }
}

fn is_number(word: &str) -> bool {
    word.starts_with(|c: char| c.is_ascii_digit())
}

/// A day such as 2026-06-30: year, month, day.
fn iso_day(word: &str) -> Option<[u32; 3]> {
    let day: jiff::civil::Date = word.parse().ok()?;
    let number = |it: i16| u32::try_from(it).ok();
    Some([number(day.year())?, number(day.month().into())?, number(day.day().into())?])
}

/// The value of a number in digits, in thousandths where it has a fraction. In French a comma begins
/// the fraction, in the English of Canada and the Spanish of Mexico a point does.
fn number_in_digits(word: &str, language: Language) -> Option<u32> {
    if !is_number(word) {
        return None;
    }
    let fraction = if language == Language::French { ',' } else { '.' };
    let (whole, part) = word.split_once(fraction).unwrap_or((word, ""));
    // The other mark, and every space, only groups digits; a mark before three digits does too.
    let groups = part.len() == 3 && whole.len() <= 3 && !whole.starts_with('0');
    let digits = |text: &str| text.chars().filter(char::is_ascii_digit).collect::<String>();
    let text = if groups || part.is_empty() {
        digits(word)
    } else {
        format!("{}{:0<3}", digits(whole), digits(part))
    };
    // Of a number that is too long, its end tells it from others.
    let start = text.len().saturating_sub(9);
    text.get(start..)?.parse().ok()
}

/// The number that a word of a list stands for: its row, from 1.
fn number(list: &[words::Row], word: &str, language: Language) -> Option<u32> {
    list.iter().find(|row| row.says(language, word)).map(|row| row.value)
}

/// Whether a word is the name of the party in this language or begins like it.
fn names(word: &Word<'_>, party: &Multilingual, language: Language) -> bool {
    /// Letters that a word has in common with the name: "Mexique", "mexicain", "Mexican".
    const COMMON_LETTERS: usize = 4;
    let name = folded(party.get(language).unwrap_or_default());
    let begins: String = name.chars().take(COMMON_LETTERS).collect();
    let is_short = begins.chars().count() < COMMON_LETTERS;
    if is_short { word.folded == name } else { word.folded.starts_with(&begins) }
}

fn folded(word: &str) -> String {
    let is_mark = |c: &char| ('\u{300}'..='\u{36f}').contains(c);
    word.nfd().filter(|c| !is_mark(c)).flat_map(char::to_lowercase).collect()
}

#[cfg(test)]
mod tests;
