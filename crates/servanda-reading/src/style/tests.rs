//! Kinds of documents.

use super::*;
use crate::outline;
use servanda_model::Language;

#[track_caller]
fn check(text: &str, expected: &[Setting]) {
    assert_eq!(
        of(text, &outline::plain(text), &mut Lexicon::new(Language::English)).settings,
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

#[test]
fn how_the_blocks_speak_tells_the_kind_of_document() {
    check(
        "Thank you all for coming.\n\nI am glad to see so many of you.\n\nMy friends, the river is clean.\n",
        &[Setting::Speech],
    );
    check(
        "Matters arising\n\nThe panel noted the figures.\n\nAction: the secretary to write to the port.\n",
        &[Setting::Minutes],
    );
    check(
        "The Board urges Norland to mend the dam.\n\nIt recommends a survey.\n\nIt calls on Sudland to pay.\n",
        &[Setting::Asks],
    );
    // Once is not enough: in every document somebody notes something.
    check(
        "The panel noted the figures.\n\nThe river is clean.\n\nThe dam was mended.\n\nThe port was closed.\n",
        &[],
    );
}
