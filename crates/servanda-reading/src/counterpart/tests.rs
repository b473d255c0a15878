//! Whom undertakings are owed to.

use super::*;
use crate::grammar;
use crate::lexicon::Lexicon;
use crate::words::words;
use servanda_model::Language;

#[track_caller]
fn check(language: Language, text: &str, expected: &str) {
    let mut lexicon = Lexicon::new(language);
    let words = words(text, &mut lexicon);
    let present = Present::of(&words);
    let found = owed_to(&words, &present, grammar::of(language));
    let told = found.and_then(|range| {
        let (first, last) = (words.get(range.start)?, words.get(range.end.checked_sub(1)?)?);
        text.get(first.start..last.end)
    });
    assert_eq!(told.unwrap_or("-"), expected);
}

#[test]
fn what_is_given_is_given_to_somebody() {
    check(
        Language::English,
        "Canada will provide new pumps to the river communities by 2027.",
        "the river communities",
    );
    check(
        Language::French,
        "Le ministère versera une aide aux familles de pêcheurs avant l’hiver.",
        "familles de pêcheurs",
    );
    check(
        Language::Spanish,
        "La Comisión entregará los mapas a los municipios costeros en marzo.",
        "los municipios costeros",
    );
}

#[test]
fn whoever_is_helped_or_told_is_owed_it() {
    check(
        Language::English,
        "Each Party shall notify the other Party of new wells.",
        "the other Party",
    );
    check(
        Language::French,
        "Chaque partie informe l’autre Partie des nouveaux puits.",
        "l’autre Partie",
    );
    check(
        Language::Spanish,
        "El Gobierno apoyará a las pescadoras y sus familias.",
        "las pescadoras y sus familias",
    );
    check(
        Language::Spanish,
        "Cada Parte notificará a la otra Parte los pozos nuevos.",
        "la otra Parte",
    );
}

#[test]
fn whoever_is_worked_with_is_the_counterpart() {
    check(
        Language::English,
        "The office will work closely with Indigenous partners on the dam.",
        "Indigenous partners",
    );
    check(
        Language::French,
        "L’agence collaborera étroitement avec les provinces.",
        "les provinces",
    );
    check(
        Language::Spanish,
        "La Secretaría trabajará de cerca con la Cámara de Armadores.",
        "la Cámara de Armadores",
    );
}

#[test]
fn things_are_owed_nothing() {
    check(Language::English, "The team will add a chapter to the report.", "-");
    check(Language::Spanish, "Se dará seguimiento a los acuerdos.", "-");
    check(Language::French, "Le comité donnera suite au rapport.", "-");
}
