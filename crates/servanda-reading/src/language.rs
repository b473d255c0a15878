//! Telling the languages of the register apart.

use std::collections::HashMap;
use std::sync::LazyLock;

use foldhash::fast::FixedState;
use servanda_model::Language;
use whatlang::{Detector, Lang};

/// Fewer letters than this say too little about their language.
const LETTERS_MIN: usize = 60;

/// How much of a document is looked at to find its language.
const DETECTED_CHARS_MAX: usize = 4_000;

/// The language of a whole document; English where nothing can be told.
pub(crate) fn of_document(text: &str) -> Language {
    if let Some(told) = small_words(text, DOCUMENT_WORDS_SEEN).told() {
        return told;
    }
    let end = text.char_indices().nth(DETECTED_CHARS_MAX).map_or(text.len(), |(at, _)| at);
    detect(text.get(..end).unwrap_or(text)).unwrap_or(Language::English)
}

/// The language of one block: short or doubtful blocks take the document's.
pub(crate) fn of_block(text: &str, document: Language) -> Language {
    if !has_letters(text) {
        return document;
    }
    let counted = small_words(text, WORDS_SEEN);
    if let Some(told) = counted.told() {
        return told;
    }
    if counted.most_are(document) {
        return document;
    }
    let end = text.char_indices().nth(400).map_or(text.len(), |(at, _)| at);
    detect_reliably(text.get(..end).unwrap_or(text)).unwrap_or(document)
}

/// There are letters enough to tell a language by.
fn has_letters(text: &str) -> bool {
    // The letters of ASCII at its beginning are mostly enough, and many are counted at once.
    let head = text.as_bytes().get(..2 * LETTERS_MIN).unwrap_or_default();
    head.iter().filter(|byte| byte.is_ascii_alphabetic()).count() >= LETTERS_MIN
        || text.chars().filter(|c| c.is_alphabetic()).nth(LETTERS_MIN - 1).is_some()
}

/// Words that are common in one of the languages and no words of the others.
const SMALL_WORDS: [(Language, &[&str]); 3] = [
    (
        Language::English,
        &[
            "the", "of", "and", "to", "in", "for", "with", "that", "is", "by", "will", "be", "are",
            "was", "its",
        ],
    ),
    (
        Language::Spanish,
        &[
            "el", "los", "las", "del", "y", "para", "con", "por", "una", "al", "se", "su", "sus",
            "como",
        ],
    ),
    (
        Language::French,
        &[
            "le", "les", "des", "et", "du", "une", "dans", "pour", "qui", "sur", "aux", "au",
            "est", "par", "ces",
        ],
    ),
];
/// How many words of a block are looked at for small ones.
const WORDS_SEEN: usize = 40;
/// How many words of a document are looked at for small ones.
const DOCUMENT_WORDS_SEEN: usize = 1_000;

/// So many small words of one language tell it, however long the text.
const MANY_SMALL_WORDS: usize = 12;

/// So many small words of one language tell it if none of another stands among them.
const PLAIN_SMALL_WORDS: usize = 6;

/// The longest of the small words.
const SMALL_BYTES_MAX: usize = 4;

/// The place of the language of each small word, by its number.
static SMALL_NUMBERS: LazyLock<HashMap<u32, usize, FixedState>> = LazyLock::new(|| {
    let of_language = |(place, (_, words)): (usize, (Language, &'static [&'static str]))| {
        words.iter().map(move |word| (number(word), place))
    };
    SMALL_WORDS.into_iter().enumerate().flat_map(of_language).collect()
});

/// The bytes of a short word as one number.
fn number(word: &str) -> u32 {
    word.bytes().fold(0, |all, byte| all << 8 | u32::from(byte))
}

/// How many small words of each language a text begins with.
struct SmallWords {
    counts: [usize; 3],
    seen: usize,
}

fn small_words(text: &str, words_seen: usize) -> SmallWords {
    let small = &*SMALL_NUMBERS;
    let mut counts = [0_usize; 3];
    let mut seen = 0;
    for word in text.split_ascii_whitespace().take(words_seen) {
        seen += 1;
        if word.len() > SMALL_BYTES_MAX {
            continue;
        }
        let place = small.get(&number(word)).copied();
        if let Some(count) = place.and_then(|place| counts.get_mut(place)) {
            *count += 1;
            let [english, spanish, french] = counts;
            // So many of one language and none of another: more say the same.
            if english.max(spanish).max(french) >= PLAIN_SMALL_WORDS
                && english + spanish + french == PLAIN_SMALL_WORDS
            {
                break;
            }
        }
    }
    SmallWords { counts, seen }
}

impl SmallWords {
    /// The language whose small words make up a fifth of the text, or are many, while others hardly
    /// appear.
    fn told(&self) -> Option<Language> {
        let most = self.counts.iter().copied().max()?;
        let others: usize = self.counts.iter().sum::<usize>() - most;
        let place = self.counts.iter().position(|count| *count == most)?;
        let told = SMALL_WORDS.get(place).map(|(language, _)| *language);
        told.filter(|_| {
            (most * 5 >= self.seen
                || most >= PLAIN_SMALL_WORDS && others == 0
                || most >= MANY_SMALL_WORDS)
                && others * 4 <= most
        })
    }

    /// There are small words of this language, and more than of the others together.
    fn most_are(&self, language: Language) -> bool {
        let of = |told: Language| {
            let mut counted = self.counts.iter().zip(SMALL_WORDS);
            counted.find(|(_, (known, _))| *known == told).map_or(0, |(count, _)| *count)
        };
        of(language) * 2 > self.counts.iter().sum()
    }
}

fn detector() -> Detector {
    Detector::with_allowlist(vec![Lang::Eng, Lang::Fra, Lang::Spa])
}

fn detect(text: &str) -> Option<Language> {
    detector().detect_lang(text).and_then(known)
}

fn detect_reliably(text: &str) -> Option<Language> {
    let info = detector().detect(text)?;
    if info.is_reliable() { known(info.lang()) } else { None }
}

fn known(lang: Lang) -> Option<Language> {
    if lang == Lang::Eng {
        Some(Language::English)
    } else if lang == Lang::Fra {
        Some(Language::French)
    } else if lang == Lang::Spa {
        Some(Language::Spanish)
    } else {
        None
    }
}

#[cfg(test)]
mod tests;
