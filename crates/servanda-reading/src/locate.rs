//! Finding a passage again by its first and last words.

use std::ops::Range;

use crate::reading::Reading;

/// Why a passage was not found.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NotLocated {
    /// No passage begins and ends so.
    #[error("no passage begins and ends with these words")]
    NotFound,
    /// Several do; more words, or the words before, tell them apart.
    #[error("{count} passages begin and end with these words")]
    Ambiguous {
        /// How many.
        count: usize,
    },
}

impl Reading {
    /// Finds the passage that begins and ends with these words, in characters of the text.
    ///
    /// Space and line breaks count alike. `prefix` gives the words right before the passage where
    /// its own do not tell it from others.
    pub fn locate(
        &self,
        begins: &str,
        ends: &str,
        prefix: Option<&str>,
    ) -> Result<Range<usize>, NotLocated> {
        locate(&self.text, begins, ends, prefix)
    }
}

/// Finds the passage of a text that begins and ends with these words.
pub fn locate(
    text: &str,
    begins: &str,
    ends: &str,
    prefix: Option<&str>,
) -> Result<Range<usize>, NotLocated> {
    let flat = Flat::new(text);
    let (begins, ends) = (words_of(begins), words_of(ends));
    let prefix = prefix.map(words_of).filter(|prefix| !prefix.is_empty());
    if begins.is_empty() || ends.is_empty() {
        return Err(NotLocated::NotFound);
    }
    let closes: Vec<usize> = occurrences(&flat.text, &ends).map(|at| at + ends.len()).collect();
    let mut first = None;
    let mut count = 0_usize;
    for start in occurrences(&flat.text, &begins) {
        if !prefix.as_deref().is_none_or(|prefix| flat.stands_before(prefix, start)) {
            continue;
        }
        let least = start + begins.len().max(ends.len());
        let place = closes.partition_point(|close| *close < least);
        if let Some(close) = closes.get(place) {
            first.get_or_insert((start, *close));
            count += 1;
        }
    }
    match (first, count) {
        (Some((start, close)), 1) => flat.characters(start..close).ok_or(NotLocated::NotFound),
        (None, _) => Err(NotLocated::NotFound),
        (Some(_), count) => Err(NotLocated::Ambiguous { count }),
    }
}

fn words_of(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Every place where the words stand, overlapping ones too.
fn occurrences<'t>(text: &'t str, words: &'t str) -> impl Iterator<Item = usize> + 't {
    text.match_indices(words).map(|(at, _)| at)
}

/// A text with every run of space as one space, and the way back to its characters.
struct Flat {
    text: String,
    /// For each place where space was dropped: byte in the flat text, characters to add from there.
    shifts: Vec<(usize, usize)>,
}

impl Flat {
    fn new(text: &str) -> Self {
        let mut flat = String::with_capacity(text.len());
        let mut shifts = Vec::new();
        let mut dropped = 0;
        for c in text.chars() {
            if c.is_whitespace() {
                if flat.is_empty() || flat.ends_with(' ') {
                    dropped += 1;
                    continue;
                }
                flat.push(' ');
            } else {
                if shifts.last().map_or(0, |(_, known)| *known) != dropped {
                    shifts.push((flat.len(), dropped));
                }
                flat.push(c);
            }
        }
        Self { text: flat, shifts }
    }

    fn stands_before(&self, prefix: &str, start: usize) -> bool {
        self.text.get(..start).is_some_and(|before| before.trim_end().ends_with(prefix))
    }

    fn characters(&self, bytes: Range<usize>) -> Option<Range<usize>> {
        let start = self.text.get(..bytes.start)?.chars().count();
        let length = self.text.get(bytes.clone())?.chars().count();
        let last = bytes.end.checked_sub(1)?;
        let (before, inside) = (self.shift(bytes.start), self.shift(last));
        Some(start + before..start + length + inside)
    }

    fn shift(&self, byte: usize) -> usize {
        let place = self.shifts.partition_point(|(at, _)| *at <= byte);
        place.checked_sub(1).and_then(|at| self.shifts.get(at)).map_or(0, |(_, dropped)| *dropped)
    }
}

#[cfg(test)]
mod tests;
