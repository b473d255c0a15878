//! Kinds of documents.

use super::*;
use crate::outline;
use servanda_model::Language;

#[track_caller]
fn check(text: &str, expected: &[Setting]) {
    assert_eq!(
        of(text, &outline::plain(text), &mut Lexicon::new(Language::English)),
        expected.iter().copied().collect()
    );
}

#[test]
fn articles_make_a_treaty() {
    check(
        "Article 1\n\nThe Parties shall meet.\n\nArticle 2\n\nThis is all there is to it.\n",
        &[Setting::Treaty],
    );
}

#[test]
fn a_name_in_brackets_ends_a_recommendation() {
    assert!(is_endorsed("Ratify the protocol (Norland, Sudland);"));
    assert!(is_endorsed("Ratify the protocol (Norland.;"));
    assert!(is_endorsed("Ratify the protocol (Norland); Source of position: A/3/4"));
    assert!(!is_endorsed("The Water Office (WO)."));
    assert!(!is_endorsed("It was signed (in 2019)."));
}
