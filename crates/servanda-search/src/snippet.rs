//! The part of a text that shows why it was found.
//!
//! Cuts between words only, or, in a word longer than a snippet, between characters together with
//! the marks that stand on them. Never returns markup.

use std::collections::BTreeSet;
use std::ops::Range;

use crate::analysis::{self, Word};
use crate::glossary::Widening;
use crate::query::{Part, Sought, Wanted};
use crate::{Fragment, Language, SNIPPET_CHARS_MAX};

/// Characters shown before the first word that was looked for, about.
const LEAD_CHARS: usize = 60;

/// Marks kept with the character they stand on, at most; no language has so many.
const MARKS_MAX: usize = 16;

/// Stands where something was left out.
const LEFT_OUT: &str = "…";

/// What was looked for.
#[derive(Clone, Copy)]
pub(crate) struct LookedFor<'a> {
    /// As typed.
    pub(crate) wanted: &'a Wanted,
    /// What the glossary added.
    pub(crate) widenings: &'a [Widening],
    /// Close spellings.
    pub(crate) close: &'a [Sought],
}

/// What to mark in texts of one language.
pub(crate) struct Marks<'a> {
    language: Language,
    exact: BTreeSet<&'a str>,
    stems: BTreeSet<&'a str>,
    prefix: Option<&'a str>,
    phrases: Vec<&'a [String]>,
    /// Words side by side, by their stems.
    stem_phrases: Vec<&'a [String]>,
}

impl<'a> Marks<'a> {
    /// What was looked for, as it shows in a language.
    pub(crate) fn new(looked_for: &LookedFor<'a>, language: Language) -> Self {
        let wanted = looked_for.wanted;
        let index = crate::place(language);
        let mut marks = Self {
            language,
            exact: BTreeSet::new(),
            stems: BTreeSet::new(),
            prefix: None,
            phrases: Vec::new(),
            stem_phrases: Vec::new(),
        };
        for part in wanted.telling(index) {
            match part {
                Part::Single(word) => marks.add(word, index),
                Part::Pair { first, second, joined } => {
                    for word in [first, second, joined] {
                        marks.add(word, index);
                    }
                }
                Part::Phrase(words) => marks.phrases.push(words),
            }
        }
        for word in looked_for.close {
            marks.add(word, index);
        }
        for term in looked_for.widenings.iter().flat_map(|it| it.concept.terms(language)) {
            match term.stems.as_slice() {
                [stem] => {
                    marks.stems.insert(stem);
                }
                stems => marks.stem_phrases.push(stems),
            }
        }
        marks
    }

    /// Cuts a text, with stems where one is needed: a stem begins like its word.
    fn words(&self, text: &str) -> Vec<Word> {
        let phrases = self.stem_phrases.iter().flat_map(|phrase| phrase.iter());
        let stems = self.stems.iter().copied().chain(phrases.map(String::as_str));
        let initials: BTreeSet<char> = stems.filter_map(|stem| stem.chars().next()).collect();
        let mut cut = analysis::stem_analyzer(self.language);
        let mut words = analysis::words(text, &[]);
        for word in &mut words {
            if word.exact.chars().next().is_some_and(|initial| initials.contains(&initial)) {
                analysis::add_stem(text, word, &mut cut);
            }
        }
        words
    }

    fn add(&mut self, word: &'a Sought, language: usize) {
        self.exact.insert(&word.exact);
        self.stems.extend(word.stems.get(language).map(String::as_str));
        if word.is_prefix {
            self.prefix = Some(&word.exact);
        }
    }

    /// The places in a text to mark, in order, with what is found there.
    fn places<'w>(&self, words: &'w [Word]) -> Vec<(Range<usize>, &'w str)> {
        let is_sought = |word: &Word| {
            self.exact.contains(word.exact.as_str())
                || word.stems.iter().any(|stem| self.stems.contains(stem.as_str()))
                || self.prefix.is_some_and(|prefix| word.exact.starts_with(prefix))
        };
        let mut places: Vec<(Range<usize>, &str)> = words
            .iter()
            .filter(|word| is_sought(word))
            .map(|word| (word.start..word.end, word.exact.as_str()))
            .collect();
        let single: Vec<&Word> = words.iter().filter(|word| !word.joined).collect();
        let mut stand_together = |phrase: &[String], is_it: fn(&Word, &String) -> bool| {
            for window in single.windows(phrase.len().max(1)) {
                if window.iter().zip(phrase).all(|(word, sought)| is_it(word, sought)) {
                    let found =
                        window.iter().map(|word| (word.start..word.end, word.exact.as_str()));
                    places.extend(found);
                }
            }
        };
        for phrase in &self.phrases {
            stand_together(phrase, |word, sought| word.exact == *sought);
        }
        for phrase in &self.stem_phrases {
            stand_together(phrase, |word, sought| word.stems.contains(sought));
        }
        places.sort_unstable_by_key(|(place, _)| (place.start, place.end));
        // Two words tied by a hyphen can be found alone and as one.
        let mut apart: Vec<(Range<usize>, &str)> = Vec::new();
        for (place, found) in places {
            match apart.last_mut() {
                Some((last, _)) if place.start < last.end => last.end = last.end.max(place.end),
                _ => apart.push((place, found)),
            }
        }
        apart
    }
}

/// The best part of a text.
pub(crate) fn snippet(text: &str, marks: &Marks<'_>) -> Vec<Fragment> {
    let text = text.trim();
    let words = marks.words(text);
    let places = marks.places(&words);
    let part = best_part(text, &words, &places);

    let mut fragments = Vec::new();
    if part.start > 0 {
        push(&mut fragments, LEFT_OUT, false);
    }
    let mut shown = part.start;
    for (place, _) in places {
        let (start, end) = (place.start.max(shown), place.end.min(part.end));
        if start < end {
            push(&mut fragments, text.get(shown..start).unwrap_or_default(), false);
            push(&mut fragments, text.get(start..end).unwrap_or_default(), true);
            shown = end;
        }
    }
    push(&mut fragments, text.get(shown..part.end).unwrap_or_default(), false);
    if part.end < text.len() {
        push(&mut fragments, LEFT_OUT, false);
    }
    fragments
}

/// The span that shows most different words that were looked for, then most of them, then the
/// first such.
fn best_part(text: &str, words: &[Word], places: &[(Range<usize>, &str)]) -> Range<usize> {
    let mut best: Option<((usize, usize), usize)> = None;
    for (index, (place, _)) in places.iter().enumerate() {
        let end = forward(text, place.start, SNIPPET_CHARS_MAX.saturating_sub(LEAD_CHARS));
        let within = places.iter().skip(index).take_while(|(other, _)| other.end <= end);
        let shown: Vec<&str> = within.map(|(_, found)| *found).collect();
        let worth = (shown.iter().collect::<BTreeSet<_>>().len(), shown.len());
        if best.is_none_or(|(most, _)| worth > most) {
            best = Some((worth, place.start));
        }
    }
    let first = best.map_or(0, |(_, first)| first);
    // Near the end more is shown of what comes before.
    let lead = backward(text, first, LEAD_CHARS).min(backward(text, text.len(), SNIPPET_CHARS_MAX));
    let start = if lead == 0 {
        0
    } else {
        let after_lead = words.iter().map(|word| word.start).find(|start| *start >= lead);
        after_lead.unwrap_or(first).min(first)
    };
    let limit = forward(text, start, SNIPPET_CHARS_MAX);
    if limit >= text.len() {
        return start..text.len();
    }
    let is_shown = |word: &&Word| word.start >= start && word.end <= limit;
    let end = words.iter().filter(is_shown).map(|word| word.end).max().unwrap_or(limit);
    start..end
}

/// The place so many characters after another, not in front of a mark.
fn forward(text: &str, from: usize, characters: usize) -> usize {
    let rest = text.get(from..).unwrap_or_default();
    let next = rest.char_indices().skip(characters).take(MARKS_MAX);
    from.saturating_add(before_a_character(next).unwrap_or(rest.len()))
}

/// The place so many characters before another, not in front of a mark.
fn backward(text: &str, from: usize, characters: usize) -> usize {
    let before = text.get(..from).unwrap_or_default();
    let next = before.char_indices().rev().skip(characters.saturating_sub(1)).take(MARKS_MAX);
    before_a_character(next).unwrap_or_default()
}

/// The first place that is not in front of a mark; the last where all are and there may be more.
fn before_a_character(places: impl Iterator<Item = (usize, char)>) -> Option<usize> {
    let mut passed = 0_usize;
    for (place, character) in places {
        passed = passed.saturating_add(1);
        if passed == MARKS_MAX || !stands_on_the_one_before(character) {
            return Some(place);
        }
    }
    None
}

fn stands_on_the_one_before(character: char) -> bool {
    analysis::is_mark(character) || analysis::is_invisible(character)
}

/// Adds text with every run of white space as one space.
fn push(fragments: &mut Vec<Fragment>, text: &str, marked: bool) {
    let mut tidy = String::new();
    for character in text.chars() {
        if !character.is_whitespace() {
            tidy.push(character);
        } else if !tidy.ends_with(' ') {
            tidy.push(' ');
        }
    }
    match fragments.last_mut() {
        _ if tidy.is_empty() => {}
        Some(last) if last.marked == marked && !marked => last.text.push_str(&tidy),
        _ => fragments.push(Fragment { text: tidy, marked }),
    }
}

#[cfg(test)]
mod tests;
