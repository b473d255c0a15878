//! Which texts have words in common that few others have: to offer people what may say the same.
//!
//! Never: decides that two texts say the same. Words in common do not see "not" or a number; what
//! differs there is told by [`contrasts`](crate::concordance::contrasts).

use std::collections::BTreeMap;

use crate::concordance::words_of;

/// Letters by which a word is known, without the s of a plural: "exchanges" and "exchanged" are one.
const KNOWN_LETTERS: usize = 6;
/// A shorter word tells nothing.
const TELLING_LETTERS_MIN: usize = 4;
/// Longer words that tell nothing either, as they are known.
const IDLE: [&str; 30] = [
    "that", "this", "with", "from", "will", "shall", "have", "their", "they", "these", "both",
    "pour", "avec", "dans", "leur", "leurs", "cette", "entre", "elles", "para", "como", "esta",
    "este", "sobre", "entre", "desde", "ambas", "ambos", "deux", "other",
];
/// The share of what a text says, in per cent, that another must have in common with it.
const SHARE_MIN: u8 = 40;
/// The words that it must have in common at least.
const WORDS_MIN: usize = 2;

/// The telling words of a text.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Terms(BTreeMap<String, String>);

impl Terms {
    /// Those of a text.
    pub fn of(text: &str) -> Self {
        let mut terms = BTreeMap::new();
        for word in words_of(text) {
            let singular = word.folded.trim_end_matches('s');
            let known: String = singular.chars().take(KNOWN_LETTERS).collect();
            let tells = known.chars().count() >= TELLING_LETTERS_MIN
                && known.chars().all(char::is_alphabetic)
                && !is_idle(&word.folded);
            if tells {
                terms.entry(known).or_insert_with(|| word.text.to_lowercase());
            }
        }
        Self(terms)
    }
}

/// Whether a longer word, folded, tells nothing.
pub(crate) fn is_idle(folded: &str) -> bool {
    IDLE.contains(&folded)
}

/// One of several texts that has words in common with another.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Like {
    /// Which of them, from 0.
    pub index: usize,
    /// How much of what the other text says it has in common, in per cent; rare words count for more.
    pub share: u8,
    /// The words they have in common, the rarest first, as the other text writes them.
    pub common: Vec<String>,
}

/// Those of several texts that have much in common with another, the likest first; at most so many.
pub fn likest(said: &Terms, others: &[Terms], count: usize) -> Vec<Like> {
    let has = |word: &&String| others.iter().filter(|terms| terms.0.contains_key(*word)).count();
    let weights: BTreeMap<&String, f64> =
        said.0.keys().map(|word| (word, weight(others.len(), has(&word)))).collect();
    let whole: f64 = weights.values().sum();
    let mut likes: Vec<(f64, Like)> = Vec::new();
    for (index, terms) in others.iter().enumerate() {
        let mut common: Vec<(&String, f64)> = weights
            .iter()
            .filter(|(word, _)| terms.0.contains_key(**word))
            .map(|(word, weight)| (*word, *weight))
            .collect();
        common.sort_by(|a, b| b.1.total_cmp(&a.1).then_with(|| a.0.cmp(b.0)));
        let shared: f64 = common.iter().map(|(_, weight)| weight).sum();
        let share = percent(shared, whole);
        if common.len() >= WORDS_MIN && share >= SHARE_MIN {
            let words = common.iter().filter_map(|(word, _)| said.0.get(*word).cloned());
            likes.push((shared, Like { index, share, common: words.collect() }));
        }
    }
    likes.sort_by(|a, b| b.0.total_cmp(&a.0).then_with(|| a.1.index.cmp(&b.1.index)));
    likes.into_iter().take(count).map(|(_, like)| like).collect()
}

/// What a word counts for that so many of so many texts have.
fn weight(texts: usize, having: usize) -> f64 {
    let number = |it: usize| f64::from(u32::try_from(it).unwrap_or(u32::MAX));
    (1.0 + number(texts + 1) / number(having + 1)).ln()
}

/// A share in per cent, rounded down.
fn percent(part: f64, whole: f64) -> u8 {
    (0..=100).rev().find(|it| f64::from(*it) * whole <= part * 100.0).unwrap_or(0)
}

#[cfg(test)]
mod tests;
