//! How many of what.

use expect_test::{Expect, expect};

use super::*;
use crate::lexicon::Lexicon;
use crate::present::Present;
use crate::words::words;
use crate::{dates, grammar};
use servanda_model::Language;

#[track_caller]
fn check(language: Language, text: &str, expected: Expect) {
    let grammar = grammar::of(language);
    let words = words(text, &mut Lexicon::new(language));
    let dates = dates::dates(&words, &Present::of(&words), grammar);
    let span = |range: &Range<usize>| {
        let words = words.get(range.clone()).unwrap_or_default();
        match (words.first(), words.last()) {
            (Some(first), Some(last)) => text.get(first.start..last.end).unwrap().to_owned(),
            _ => "-".to_owned(),
        }
    };
    let told: Vec<String> = figures(&words, &dates, grammar)
        .iter()
        .map(|f| format!("{} = {} × {}", span(&f.words), span(&f.number), span(&f.counted)))
        .collect();
    expected.assert_eq(&told.join("\n"));
}

#[test]
fn numbers_with_their_nouns_are_figures() {
    check(
        Language::English,
        "The fair drew over 75 visitors; 12 crew members and 18 million tons of grain went north, up 97 %, for $2 billion.",
        expect![[r#"
            over 75 visitors = 75 × visitors
            12 crew members = 12 × crew members
            18 million tons of grain = 18 million × tons of grain
            97 % = 97 % × -
            $2 billion = 2 billion × -"#]],
    );
    check(
        Language::French,
        "Elles ont aidé plus de 700 000 personnes et 40 % des villages.",
        expect![[r#"
            700 000 personnes = 700 000 × personnes
            40 % = 40 % × -"#]],
    );
    check(
        Language::Spanish,
        "Llegaron más de 3 mil visitantes de 12 países.",
        expect![[r#"
            más de 3 mil visitantes = 3 mil × visitantes
            12 países = 12 × países"#]],
    );
}

#[test]
fn dates_articles_and_ranks_are_none() {
    check(
        Language::English,
        "On March 4-5, 2008 Article 7 and the 17th meeting of Part 2 came up.",
        expect![[""]],
    );
}

#[test]
fn a_number_said_twice_is_one_figure() {
    check(
        Language::English,
        "They host five (5) training camps in the hills.",
        expect!["(5) training camps = 5 × training camps"],
    );
}
