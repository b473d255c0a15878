//! Telling the languages of the register apart.

use servanda_model::Language;
use whatlang::{Detector, Lang};

/// Fewer letters than this say too little about their language.
const LETTERS_MIN: usize = 60;

/// How much of a document is looked at to find its language.
const DETECTED_CHARS_MAX: usize = 20_000;

/// The language of a whole document; English where nothing can be told.
pub(crate) fn of_document(text: &str) -> Language {
    let sample: String = text.chars().take(DETECTED_CHARS_MAX).collect();
    detect(&sample).unwrap_or(Language::English)
}

/// The language of one block: short or doubtful blocks take the document's.
pub(crate) fn of_block(text: &str, document: Language) -> Language {
    let letters = text.chars().filter(|c| c.is_alphabetic()).take(LETTERS_MIN).count();
    if letters < LETTERS_MIN {
        return document;
    }
    if let Some(told) = by_small_words(text) {
        return told;
    }
    let end = text.char_indices().nth(400).map_or(text.len(), |(at, _)| at);
    detect_reliably(text.get(..end).unwrap_or(text)).unwrap_or(document)
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
/// How many words are looked at for small ones.
const WORDS_SEEN: usize = 40;

/// The language whose small words make up a fifth of the text, while others hardly appear.
fn by_small_words(text: &str) -> Option<Language> {
    let mut counts = [0_usize; 3];
    let mut seen = 0;
    for word in text.split_whitespace().take(WORDS_SEEN) {
        seen += 1;
        for (count, (_, words)) in counts.iter_mut().zip(SMALL_WORDS) {
            *count += usize::from(words.contains(&word));
        }
    }
    let most = counts.iter().copied().max()?;
    let others: usize = counts.iter().sum::<usize>() - most;
    let place = counts.iter().position(|count| *count == most)?;
    let told = SMALL_WORDS.get(place).map(|(language, _)| *language);
    told.filter(|_| most * 5 >= seen && others * 4 <= most)
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
