//! Institutions and persons.

use expect_test::{Expect, expect};

use super::*;
use crate::grammar;
use crate::lexicon::Lexicon;
use crate::words::words;
use servanda_model::Language;

#[track_caller]
fn check(language: Language, text: &str, expected: Expect) {
    let grammar = grammar::of(language);
    let words = words(text, &mut Lexicon::new(language));
    let span = |range: &Range<usize>| {
        let words = words.get(range.clone()).unwrap();
        text.get(words.first().unwrap().start..words.last().unwrap().end).unwrap()
    };
    let mut told = String::new();
    for found in institutions(&words, grammar) {
        let acronym = words.get(found.acronym).unwrap().text;
        told.push_str(&format!("{acronym}: {}\n", span(&found.name)));
    }
    for found in persons(&words, grammar) {
        told.push_str(&format!("{} — {}\n", span(&found.name), span(&found.post)));
    }
    expected.assert_eq(&told);
}

#[test]
fn an_acronym_in_brackets_makes_an_institution() {
    check(
        Language::English,
        "The Report of the Dam Board (DB) and the Ministry of Water, Fish and Reeds (MWFR) came. The River and Lakes Commission (RLC) wrote to the Ministry of Inland Water (MIW, the host) and to us (again).",
        expect![[r#"
            DB: Dam Board
            MWFR: Ministry of Water, Fish and Reeds
            RLC: River and Lakes Commission
            MIW: Ministry of Inland Water
        "#]],
    );
    check(
        Language::Spanish,
        "La Comisión Nacional de Ríos y Lagos (CONARIL) respondió.",
        expect![[r#"
            CONARIL: Comisión Nacional de Ríos y Lagos
        "#]],
    );
    check(Language::French, "Le Bureau de l’eau douce (BED) a répondu.", expect![[""]]);
}

#[test]
fn a_title_before_a_name_makes_a_person() {
    check(
        Language::English,
        "Prime Minister Ada Lind met Undersecretary Tomás Robles Paz.",
        expect![[r#"
            Ada Lind — Prime Minister
            Tomás Robles Paz — Undersecretary
        "#]],
    );
}

#[test]
fn a_post_after_a_name_makes_a_person() {
    check(
        Language::English,
        "Ms. Ada Lind, Director General of Rivers at the Water Office (WO), spoke first, then Tomás de la Paz, Deputy Head of Dams, RLC.",
        expect![[r#"
            WO: Water Office
            Ms. Ada Lind — Director General of Rivers at the Water Office
            Tomás de la Paz — Deputy Head of Dams
        "#]],
    );
}
