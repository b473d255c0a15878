//! Paragraphs cut into sentences.

use std::borrow::Cow;
use std::ops::Range;

use crate::grammar::{Classes, Grammar};

/// A longer sentence is cut; nobody wrote it as one.
pub const SENTENCE_CHARS_MAX: usize = 8_000;

/// A longer word before a full stop is no abbreviation.
const ABBREVIATION_BYTES_MAX: usize = 24;

/// The number of a note has at most so many digits; more are a number of another kind.
const REFERENCE_DIGITS_MAX: usize = 3;

/// A word before the number of a note has so many letters.
const WORD_LETTERS_MIN: usize = 4;

/// The sentences of a block, as byte ranges without the space around them.
#[derive(Debug, Default)]
pub(crate) struct Cuts {
    pub(crate) sentences: Vec<Range<usize>>,
    /// Where a sentence that was too long begins.
    pub(crate) too_long: Vec<usize>,
}

/// Cuts a block into sentences. Line breaks inside the block count as spaces.
pub(crate) fn sentences(block: &str, grammar: &Grammar) -> Cuts {
    // Both are one byte long, so that positions stay.
    let flat = if memchr::memchr3(b'\n', b'\r', b'\t', block.as_bytes()).is_some() {
        Cow::Owned(block.replace(['\n', '\r', '\t'], " "))
    } else {
        Cow::Borrowed(block)
    };
    let mut cuts = Vec::new();
    let mut start = 0;
    let mut from = 0;
    while let Some(end) = next_end(&flat, from) {
        from = end;
        if end < flat.len() && goes_on(&flat, start, end, grammar) {
            continue;
        }
        glued(&flat, start, end, &mut cuts);
        start = end;
    }
    if start < flat.len() {
        glued(&flat, start, flat.len(), &mut cuts);
    }
    let mut found = Cuts::default();
    for range in cuts.iter().filter_map(|range| trimmed(&flat, range)) {
        // There are at least as many bytes as characters.
        if range.len() <= SENTENCE_CHARS_MAX {
            found.sentences.push(range);
            continue;
        }
        let pieces = limited(&flat, &range);
        if pieces.len() > 1 {
            found.too_long.push(range.start);
        }
        found.sentences.extend(pieces);
    }
    found
}

/// The next place where a sentence may end: after a mark that ends sentences, with what closes
/// behind it, and the space after that.
fn next_end(text: &str, from: usize) -> Option<usize> {
    let rest = text.get(from..)?;
    let ends = |c: char| matches!(c, '.' | '!' | '?');
    let closes =
        |c: char| matches!(c, ')' | ']' | '"' | '\'' | '”' | '’' | '»' | '*' | '_') || ends(c);
    let mut searched = 0;
    let mark = |bytes: &[u8]| memchr::memchr3(b'.', b'!', b'?', bytes);
    while let Some(found) = mark(rest.as_bytes().get(searched..)?) {
        let after = rest.get(searched + found + 1..)?;
        let closed = after.trim_start_matches(closes);
        // French sets a space before the closing quotation mark.
        let closed = closed.strip_prefix(" »").or(closed.strip_prefix("\u{A0}»")).unwrap_or(closed);
        let closed = behind_reference(rest.get(..searched + found).unwrap_or_default(), closed);
        let next = closed.trim_start();
        if next.len() < closed.len() || next.is_empty() {
            return Some(text.len() - next.len());
        }
        searched = rest.len() - closed.len();
    }
    None
}

/// What follows the number of a note that stands behind the mark: `the dam.102 The Board`.
fn behind_reference<'t>(before: &str, after: &'t str) -> &'t str {
    let rest = after.trim_start_matches(|c: char| c.is_ascii_digit());
    let numbered = (1..=REFERENCE_DIGITS_MAX).contains(&(after.len() - rest.len()));
    let next = rest.trim_start();
    let begins = next.len() < rest.len() && next.starts_with(char::is_uppercase);
    // "No.12", "art.12": shorter words are mostly abbreviations.
    let letters = before.chars().rev().take_while(|c| c.is_lowercase());
    let ends = before.ends_with([')', '”', '"', '»']) || letters.count() >= WORD_LETTERS_MIN;
    if numbered && begins && ends { rest } else { after }
}

/// The dot before this place belongs to an abbreviation, or what follows cannot begin a sentence.
fn goes_on(text: &str, start: usize, end: usize, grammar: &Grammar) -> bool {
    let before = text.get(start..end).unwrap_or_default().trim_end();
    let after = text.get(end..).unwrap_or_default();
    let next = after.chars().next().unwrap_or(' ');
    if next.is_lowercase() || matches!(next, ',' | ';' | ')') {
        return true;
    }
    let Some(stem) = before.strip_suffix('.') else { return false };
    let word = stem
        .rsplit(|c: char| c.is_whitespace() || matches!(c, '(' | '“' | '-'))
        .next()
        .unwrap_or_default();
    if word.is_empty() || word.len() > ABBREVIATION_BYTES_MAX {
        return false;
    }
    let low = word.to_lowercase();
    let initial = word.chars().count() == 1 && word.chars().all(char::is_uppercase);
    let dotted = word.contains('.') && word.split('.').all(|part| part.chars().count() <= 2);
    // A number at the beginning of a line is its label, not a sentence.
    let label = before.len() <= 5 && stem.chars().all(|c| c.is_ascii_digit() || c == '.');
    // So is an ordinal: "Primero. La Secretaría publicará".
    let ordinal = || {
        let classes = grammar.classes_of(&low, false);
        start == 0 && before.len() == stem.len() + 1 && !stem.contains(' ') && {
            Classes::of(&classes).meets(grammar.class("ordinal"))
        }
    };
    // An ordinary word may end in what is also an abbreviation ("art."); a following capital
    // decides only for dotted abbreviations such as U.S., where the sentence may really end.
    label
        || initial
        || ordinal()
        || grammar.abbreviations.contains(&low)
        || (dotted && !begins_sentence(after))
}

/// What follows begins with a word that mostly begins sentences.
fn begins_sentence(after: &str) -> bool {
    let word: String = after.chars().take(8).take_while(|c| c.is_alphabetic()).collect();
    matches!(
        word.as_str(),
        "The"
            | "This"
            | "These"
            | "Those"
            | "It"
            | "In"
            | "We"
            | "They"
            | "Both"
            | "A"
            | "An"
            | "On"
            | "At"
    )
}

/// Cuts where a full stop has lost the space after it: `by 2024.This will`.
fn glued(text: &str, start: usize, end: usize, cuts: &mut Vec<Range<usize>>) {
    let Some(piece) = text.get(start..end) else { return };
    let mut from = start;
    for (at, _) in piece.match_indices('.') {
        let before = piece.get(..at).unwrap_or_default();
        let mut follows = piece.get(at + 1..).unwrap_or_default().chars();
        let capital = follows.next().is_some_and(char::is_uppercase);
        if !(capital && follows.next().is_some_and(char::is_lowercase)) {
            continue;
        }
        let word = before.rsplit(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
        if word.chars().count() < 3 || word.chars().skip(1).any(char::is_uppercase) {
            continue;
        }
        let since = piece.get(from - start..at).unwrap_or_default();
        let address = since.rsplit(' ').next().is_some_and(|word| word.contains(['/', '@', ':']));
        if !address {
            cuts.push(from..start + at + 1);
            from = start + at + 1;
        }
    }
    cuts.push(from..end);
}

fn trimmed(text: &str, range: &Range<usize>) -> Option<Range<usize>> {
    let piece = text.get(range.clone())?;
    let left = piece.len() - piece.trim_start().len();
    let right = piece.trim_end().len();
    (left < right).then(|| range.start + left..range.start + right)
}

/// Cuts a sentence at its limit, at a space if there is one.
fn limited(text: &str, range: &Range<usize>) -> Vec<Range<usize>> {
    let mut cuts = Vec::new();
    let mut start = range.start;
    while range.end - start > SENTENCE_CHARS_MAX
        && let Some(piece) = text.get(start..range.end)
    {
        let Some((limit, _)) = piece.char_indices().nth(SENTENCE_CHARS_MAX) else { break };
        let head = piece.get(..limit).unwrap_or(piece);
        let cut = head.rfind(' ').filter(|at| *at > 0).unwrap_or(limit);
        cuts.extend(trimmed(text, &(start..start + cut)));
        start += cut;
    }
    cuts.extend(trimmed(text, &(start..range.end)));
    cuts
}

#[cfg(test)]
mod tests;
