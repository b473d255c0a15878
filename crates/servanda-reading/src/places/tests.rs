//! Where words of a class stand.

use super::*;
use crate::grammar;
use crate::lexicon::Lexicon;
use crate::words::words;
use servanda_model::Language;

#[track_caller]
fn check(text: &str, class: &str, expected: &[usize]) {
    let grammar = grammar::of(Language::English);
    let words = words(text, &mut Lexicon::new(Language::English));
    let places = Places::of(&words, &mut Lexicon::new(Language::English));
    let found: Vec<usize> = places.each(grammar.class(class)).collect();
    assert_eq!(found, expected);
    let by_word = words.iter().enumerate().filter(|(_, w)| w.is(&grammar.class(class)));
    assert_eq!(by_word.map(|(at, _)| at).collect::<Vec<_>>(), expected);
}

#[test]
fn a_word_stands_in_the_rows_of_all_its_classes() {
    check("The parties will meet in March", "actor", &[1]);
    check("The parties will meet in March", "will", &[2]);
    check("The parties will meet in March", "month", &[5]);
    check("The parties will meet in March", "season", &[]);
}

#[test]
fn only_a_capital_inside_a_sentence_names_something() {
    check("Canada and Mexico will meet", "capital", &[2]);
}

#[test]
fn long_sentences_have_places_too() {
    let text = format!("{} will", "and so on ".repeat(50));
    check(&text, "will", &[150]);
}

#[test]
fn a_sentence_without_words_has_none() {
    check("", "actor", &[]);
}
