//! Where sentences end, and where they only seem to.

use expect_test::{Expect, expect};

use super::*;
use crate::grammar;
use servanda_model::Language;

#[track_caller]
fn check(language: Language, text: &str, expected: Expect) {
    let told: Vec<&str> = sentences(text, grammar::of(language))
        .sentences
        .into_iter()
        .map(|range| text.get(range).unwrap())
        .collect();
    expected.assert_eq(&told.join("\n"));
}

#[test]
fn abbreviations_do_not_end_sentences() {
    check(
        Language::English,
        "Act. Maria Rivas met Mr. J. Stone of the U.S. Department of Fish, i.e. the host. See No. 5 of Jan. 3. Ms. Lee left. The Lakes-U.S. Pact holds.",
        expect![[r#"
            Act. Maria Rivas met Mr. J. Stone of the U.S. Department of Fish, i.e. the host.
            See No. 5 of Jan. 3.
            Ms. Lee left.
            The Lakes-U.S. Pact holds."#]],
    );
    check(
        Language::Spanish,
        "La Sra. Rivas vio al Dr. Mora en la sesión núm. 5, p. ej. por la tarde. El Excmo. Sr. Paz no vino.",
        expect![[r#"
            La Sra. Rivas vio al Dr. Mora en la sesión núm. 5, p. ej. por la tarde.
            El Excmo. Sr. Paz no vino."#]],
    );
    check(
        Language::French,
        "M. Roy a vu Mme Paz, cf. art. 5 de la convention. Le no. 3 manque.",
        expect![[r#"
            M. Roy a vu Mme Paz, cf. art. 5 de la convention.
            Le no. 3 manque."#]],
    );
}

#[test]
fn a_country_may_end_a_sentence() {
    check(
        Language::English,
        "They flew to the U.S. The crew stayed.",
        expect![[r#"
            They flew to the U.S.
            The crew stayed."#]],
    );
}

#[test]
fn a_full_stop_without_space_still_ends() {
    check(
        Language::English,
        "Output doubles by 2024.This lowers prices. See www.example.org/a.Html now.",
        expect![[r#"
            Output doubles by 2024.
            This lowers prices.
            See www.example.org/a.Html now."#]],
    );
}

#[test]
fn the_last_sentence_needs_no_full_stop() {
    check(
        Language::English,
        "It rained. Imports reached 18 million tons of imports",
        expect![[r#"
        It rained.
        Imports reached 18 million tons of imports"#]],
    );
}

#[test]
fn quotations_stay_whole() {
    check(
        Language::English,
        "She said: “We will come.” They came.",
        expect![[r#"
        She said: “We will come.”
        They came."#]],
    );
}

#[test]
fn line_breaks_are_spaces() {
    check(
        Language::English,
        "The river\nrose. The\ndam held.",
        expect![[r#"
            The river
            rose.
            The
            dam held."#]],
    );
}

#[test]
fn an_endless_sentence_is_cut_at_the_limit() {
    let text = "word ".repeat(SENTENCE_CHARS_MAX);
    let cut = sentences(&text, grammar::of(Language::English));
    assert_eq!((cut.sentences.len(), cut.too_long.as_slice()), (6, [0].as_slice()));
    assert!(cut.sentences.iter().all(|range| range.len() <= SENTENCE_CHARS_MAX));
}

#[test]
fn the_number_of_a_note_stays_with_the_sentence_before_it() {
    check(
        Language::English,
        "The dam was raised.102 The Board asked for a survey (in May).7 It paid 3.5 Million for No.12 Harbour Street.",
        expect![[r#"
            The dam was raised.102
            The Board asked for a survey (in May).7
            It paid 3.5 Million for No.12 Harbour Street."#]],
    );
}
