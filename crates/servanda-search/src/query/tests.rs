//! What typed words ask for.

#![expect(clippy::needless_raw_string_hashes, reason = "expect-test writes them")]

use std::fmt::Write as _;

use expect_test::{Expect, expect};

use super::*;

/// Parts by line; `~` what says nothing to an English reader, `…` what may go on.
#[track_caller]
fn check(typed: &str, expected: &Expect) {
    let wanted = Wanted::parse(typed, Language::English);
    let telling = wanted.telling(0);
    let show = |word: &Sought| {
        let more = if word.is_prefix { "…" } else { "" };
        format!("{}{more}", word.exact)
    };
    let mut shown = String::new();
    for part in &wanted.parts {
        let tilde = if telling.contains(&part) { "" } else { "~" };
        let part = match part {
            Part::Single(word) => show(word),
            Part::Pair { first, second, joined } => {
                format!("{} + {} or {}", show(first), show(second), show(joined))
            }
            Part::Phrase(words) => format!("\"{}\"", words.join(" ")),
        };
        writeln!(shown, "{tilde}{part}").unwrap();
    }
    expected.assert_eq(&shown);
}

#[test]
fn words_are_words_and_the_last_may_go_on() {
    check(
        "The plan for l'Éducation",
        &expect![[r#"
        ~the
        plan
        ~for
        education…
    "#]],
    );
    check(
        "follow-up",
        &expect![[r#"
        follow + up… or followup…
    "#]],
    );
    check(
        "a",
        &expect![[r#"
        a
    "#]],
    );
    check(
        "on the",
        &expect![[r#"
        on
        the…
    "#]],
    );
}

#[test]
fn quotation_marks_of_any_kind_hold_words_together() {
    check(
        r#"water "joint action plan" north"#,
        &expect![[r#"
        water
        "joint action plan"
        north…
    "#]],
    );
    check(
        "« plan d’action » “Youth Lab” „x”",
        &expect![[r#"
        "plan action"
        "youth lab"
        "x"
    "#]],
    );
    check(
        r#""co-chairs met""#,
        &expect![[r#"
        "co chairs met"
    "#]],
    );
}

#[test]
fn a_quotation_that_is_not_closed_yet_is_words() {
    check(
        r#"water "action pl"#,
        &expect![[r#"
        water
        action
        pl…
    "#]],
    );
    check(
        r#"water ""#,
        &expect![[r#"
        water…
    "#]],
    );
    check(
        r#""a b" " "#,
        &expect![[r#"
        "a b"
    "#]],
    );
}

#[test]
fn nothing_typed_is_an_operator() {
    check(
        "+water -fire AND (plan OR title:x*) NOT ^2 ~ [a TO b] \\",
        &expect![[r#"
        water
        fire
        ~and
        plan
        ~or
        title
        x
        ~not
        2
        ~a
        ~to
        b
    "#]],
    );
    check(" \t\n ", &expect![]);
    check("\"\" '' -- \0 🔥", &expect![]);
}

#[test]
fn what_is_too_long_is_cut() {
    let at_the_limit = "ab ".repeat(QUERY_WORDS_MAX);
    assert_eq!(Wanted::parse(&at_the_limit, Language::French).parts.len(), QUERY_WORDS_MAX);
    let past_it = "ab ".repeat(QUERY_WORDS_MAX + 1);
    assert_eq!(Wanted::parse(&past_it, Language::French).parts.len(), QUERY_WORDS_MAX);

    let phrase = format!("\"{past_it}\" more");
    let wanted = Wanted::parse(&phrase, Language::French);
    assert_eq!(wanted.parts.iter().map(Part::word_count).collect::<Vec<_>>(), [QUERY_WORDS_MAX]);

    let unseen = format!("{} unseen", ".".repeat(QUERY_CHARS_MAX));
    assert_eq!(Wanted::parse(&unseen, Language::French).parts, []);
}
