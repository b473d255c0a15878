//! Words of the three languages.

use super::*;
use crate::lexicon::Lexicon;

#[track_caller]
fn check(language: Language, text: &str, expected: &str) {
    let told: Vec<String> =
        words(text, &mut Lexicon::new(language)).iter().map(|word| word.low().to_owned()).collect();
    assert_eq!(told.join("|"), expected);
}

#[test]
fn contractions_and_elisions_are_two_words() {
    check(Language::English, "We’re sure they'll stay", "we|'re|sure|they|'ll|stay");
    check(Language::French, "L’État s'engage aujourd’hui", "l'|état|s'|engage|aujourd'|hui");
}

#[test]
fn numbers_and_initials_keep_their_marks() {
    check(
        Language::English,
        "$2,000.50 in the U.S., 4-5 of 10,11 or T-MEC/USMCA.",
        "$|2,000.50|in|the|u.s|,|4-5|of|10,11|or|t-mec/usmca|.",
    );
}

#[test]
fn markup_is_passed_over() {
    check(
        Language::English,
        "**[The plan](http://a.b/c)** is `here`&nbsp;now[^3] #5",
        "[|the|plan|is|here|now|5",
    );
}

#[test]
fn the_ending_of_a_name_says_nothing() {
    let mut lexicon = Lexicon::new(Language::Spanish);
    let finite = lexicon.grammar.class("finite");
    let mut finite_words = |text: &'static str| {
        let words = words(text, &mut lexicon);
        words.iter().filter(|word| word.is(&finite)).map(|word| word.text).collect::<Vec<_>>()
    };
    assert_eq!(finite_words("el almirante Durán revisará"), ["revisará"]);
    assert_eq!(finite_words("1. Revisarán la ruta"), ["Revisarán"]);
    assert_eq!(finite_words("R12.4 Revisarán la ruta"), ["Revisarán"]);
    assert_eq!(finite_words("LAS PARTES REVISARÁN LA RUTA"), ["REVISARÁN"]);
}

#[test]
fn french_of_both_genders_is_one_word() {
    let mut lexicon = Lexicon::new(Language::French);
    let told = words("Les délégué·e·s élu.es. Ils", &mut lexicon);
    let low: Vec<&str> = told.iter().map(Word::low).collect();
    assert_eq!(low, ["les", "délégué", "élu", ".", "ils"]);
}
