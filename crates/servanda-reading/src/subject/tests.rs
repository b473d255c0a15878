//! Who the predicate is said of.

use super::*;
use crate::grammar;
use crate::lexicon::Lexicon;
use crate::words::words;
use servanda_model::Language;

/// The predicate is the word after the bar.
#[track_caller]
fn check(language: Language, text: &str, expected: &str) {
    let grammar = grammar::of(language);
    let (before, _) = text.split_once('|').unwrap();
    let predicate = words(before, &mut Lexicon::new(language)).len();
    let whole = text.replace('|', "");
    let words = words(&whole, &mut Lexicon::new(language));
    let found = subject(&words, predicate, grammar);
    let range = words.get(found.words.clone()).unwrap();
    let name = match (range.first(), range.last()) {
        (Some(first), Some(last)) => whole.get(first.start..last.end).unwrap(),
        _ => "-",
    };
    assert_eq!(format!("{:?}: {name}", found.role), expected);
}

#[test]
fn the_noun_before_the_verb_is_the_subject() {
    check(Language::English, "The two ministries |will meet", "Actor: The two ministries");
    check(Language::English, "Investments |will grow", "Thing: Investments");
    check(Language::English, "The rules that |will apply", "Relative: -");
    check(
        Language::Spanish,
        "Las autoridades del puerto |abrirán",
        "Actor: Las autoridades del puerto",
    );
    check(Language::French, "Le ministère de l’eau |ouvrira", "Actor: Le ministère de l’eau");
}

#[test]
fn what_stands_between_dashes_is_left_aside() {
    check(
        Language::English,
        "The two ministries — and the port with them — |will meet",
        "Actor: The two ministries",
    );
    check(
        Language::Spanish,
        "Las autoridades del puerto – todas ellas – |abrirán",
        "Actor: Las autoridades del puerto",
    );
}

#[test]
fn what_stands_before_a_comma_is_left_aside() {
    check(
        Language::English,
        "Under the new accord, Chile, Peru and Bolivia |will meet",
        "Actor: Chile, Peru and Bolivia",
    );
    check(
        Language::English,
        "The Water Group, namely its chairs, |will meet",
        "Actor: The Water Group",
    );
    check(Language::English, "In this regard the parties |will meet", "Actor: the parties");
    check(
        Language::French,
        "Afin d’assurer les conditions de la coopération les parties |examineront",
        "Actor: les parties",
    );
    check(
        Language::French,
        "Des équipes de secours, qui servent la vallée, |sont fournies",
        "Actor: Des équipes de secours",
    );
}

#[test]
fn a_list_of_names_ends_where_another_list_or_a_count_does() {
    check(Language::English, "Fourth, Alba and Norland |commit", "Actor: Alba and Norland");
    check(
        Language::French,
        "Vu les dangers pour les entreprises et la société, l’Albe et la Norlande |entendent",
        "Actor: l’Albe et la Norlande",
    );
}

#[test]
fn a_time_before_the_subject_is_left_aside() {
    check(Language::English, "This year the Lake Group |will meet", "Actor: the Lake Group");
}

#[test]
fn the_noun_before_a_relative_clause_is_the_subject() {
    check(
        Language::Spanish,
        "Los municipios que forman la cuenca |acordarán",
        "Actor: Los municipios",
    );
    check(Language::English, "The rules that the ministry |will apply", "Actor: the ministry");
}

#[test]
fn a_passive_names_who_acts_after_it() {
    let named = |text: &str| {
        let words = words(text, &mut Lexicon::new(Language::English));
        agent(&words, 3, grammar::of(Language::English)).map(|found| found.words)
    };
    assert_eq!(
        named("The next session will be called by the secretariat of the lake."),
        Some(7..12)
    );
    assert_eq!(named("The next session will be called by then."), None);
}

#[test]
fn a_second_verb_has_the_subject_of_the_first() {
    check(Language::English, "The chairs thanked the host and |agreed to", "Actor: The chairs");
}

#[test]
fn we_are_ourselves() {
    check(
        Language::English,
        "We, the ministers of the lake states, |commit",
        "Own: We, the ministers of the lake states",
    );
    check(Language::French, "et nous |prévoyons", "Own: nous");
    check(Language::Spanish, "Nos |comprometemos", "Missing: -");
}

#[test]
fn a_name_in_quotation_marks_is_part_of_the_subject() {
    check(Language::French, "Le projet « Rivage » |a ouvert", "Thing: Le projet « Rivage »");
    check(
        Language::English,
        "The group “Open Rivers” |will meet",
        "Actor: The group “Open Rivers”",
    );
}

#[test]
fn the_second_verb_of_a_relative_clause_has_its_subject() {
    check(Language::English, "We thank the towns that tested and |improved", "Relative: -");
    check(Language::English, "We thank the towns, and |will help", "Own: We");
    check(Language::French, "Alba a signé des accords qui ouvriront et |créeront", "Relative: -");
}
