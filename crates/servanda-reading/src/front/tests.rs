//! What stands before a text.

use super::*;

#[test]
fn a_line_says_title_or_day() {
    assert_eq!(said("title: \"Plan: the second year\""), Said::Title("Plan: the second year"));
    assert_eq!(said("date: 2020-01-30T12:51:27-05:00"), Said::Words("2020-01-30T12:51:27-05:00"));
    assert_eq!(said("draft: false"), Said::Other);
    assert_eq!(said("title:"), Said::Other);
}

#[test]
fn what_stands_before_a_text_ends_with_a_fence() {
    let length = |text: &'static str| length(text.lines());
    assert_eq!(length("---\ntitle: A plan\ntags:\n- water\n---\nIt begins."), 5);
    assert_eq!(length("\n---\ntitle: A plan\n---\n"), 4);
    // A line drawn across the page, and sentences after it.
    assert_eq!(length("---\nIt begins.\n---\n"), 0);
    assert_eq!(length("It begins.\n---\ntitle: A plan\n---\n"), 0);
    assert_eq!(length("---\ntitle: A plan\n"), 0);
}
