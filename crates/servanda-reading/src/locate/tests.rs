//! Passages found by their ends.

use super::*;

const TEXT: &str = "The  chairs agreed\nto meet. The guests left.\n\nThe chairs\u{A0}agreed to part. Año nuevo: sí.";

#[track_caller]
fn check(begins: &str, ends: &str, prefix: Option<&str>, expected: Result<&str, NotLocated>) {
    let found = locate(TEXT, begins, ends, prefix)
        .map(|range| TEXT.chars().skip(range.start).take(range.len()).collect::<String>());
    assert_eq!(found, expected.map(str::to_owned));
}

#[test]
fn space_and_line_breaks_count_alike() {
    check(
        "The chairs agreed to meet",
        "guests left.",
        None,
        Ok("The  chairs agreed\nto meet. The guests left."),
    );
    check("Año", "sí.", None, Ok("Año nuevo: sí."));
    check("The guests left.", "The guests left.", None, Ok("The guests left."));
}

#[test]
fn the_words_before_tell_two_apart() {
    check("The chairs", "agreed", None, Err(NotLocated::Ambiguous { count: 2 }));
    check("The chairs", "agreed", Some("guests left."), Ok("The chairs\u{A0}agreed"));
}

#[test]
fn what_is_not_there_is_not_found() {
    check("The hosts", "left.", None, Err(NotLocated::NotFound));
    check("Año", "The guests", None, Err(NotLocated::NotFound));
    check("", "left.", None, Err(NotLocated::NotFound));
    check("The guests", "left.", Some("somewhere"), Err(NotLocated::NotFound));
}
