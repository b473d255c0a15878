//! Patterns that may match.

use super::*;
use crate::grammar;
use crate::lexicon::Lexicon;
use crate::words::words;
use servanda_model::Language;

/// Every time told in words that the sentence has is among those that may be in it.
#[track_caller]
fn check(language: Language, text: &str) {
    let grammar = grammar::of(language);
    let words = words(text, &mut Lexicon::new(language));
    let present = Present::of(&words);
    let may: Vec<usize> = grammar.times_among.among(&present).numbers().collect();
    let does = |pattern: &Pattern| pattern.find(&words, &present).is_some();
    let matching: Vec<usize> =
        grammar.times.iter().enumerate().filter(|(_, time)| does(time)).map(|(at, _)| at).collect();
    assert!(!matching.is_empty(), "{text}");
    assert!(matching.iter().all(|number| may.contains(number)), "{text}");
    assert!(may.len() < grammar.times.len(), "{text}");
}

#[test]
fn what_matches_is_among_what_may() {
    check(Language::English, "It will be built within two years.");
    check(Language::French, "Il sera construit dans les deux prochaines années.");
    check(Language::Spanish, "Se construirá en los próximos dos años.");
}
