//! Which classes a sentence has.

use super::*;
use crate::grammar;
use crate::lexicon::Lexicon;
use crate::words::words;
use servanda_model::Language;

/// Whether some word of the text is of a class with a name.
fn has(text: &str, class: &str) -> bool {
    let mut ids = grammar::of(Language::English).class(class).ids();
    let words = words(text, &mut Lexicon::new(Language::English));
    let present = Present::of(&words);
    ids.any(|id| present.holds(id))
}

#[test]
fn a_sentence_has_the_classes_of_all_its_words() {
    let text = "The parties will meet in March";
    for class in ["actor", "will", "month", "preposition"] {
        assert!(has(text, class), "{class}");
    }
    assert!(!has(text, "season"));
    assert!(has(&format!("{} will", "and so on ".repeat(50)), "will"));
    assert!(!has("", "actor"));
}

#[test]
fn only_a_capital_inside_a_sentence_names_something() {
    assert!(has("Canada and Mexico will meet", "capital"));
    assert!(!has("Canada will meet", "capital"));
}

#[test]
fn sets_have_classes_in_common() {
    let (some, others) = (ClassSet::of([0, 63, 64, 2000]), ClassSet::of([63, 65, 2000]));
    assert_eq!(some.common(&others).collect::<Vec<_>>(), [63, 2000]);
    assert!(some.meets(&others));
    assert!(!some.meets(&ClassSet::of([1, 66])));
    assert!(some.holds(64) && !some.holds(65));
}
