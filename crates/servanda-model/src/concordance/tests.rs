//! Versions that say the same, and versions that differ where it costs most.

use super::{Aspect, differences};
use crate::{Language, Multilingual};

fn text(english: &str, french: &str, spanish: &str) -> Multilingual {
    let versions = [english, french, spanish].map(str::to_owned);
    Language::ALL.into_iter().map(Some).zip(versions).collect()
}

fn parties() -> [Multilingual; 2] {
    [text("Canada", "Canada", "Canadá"), text("Mexico", "Mexique", "México")]
}

#[track_caller]
fn check(english: &str, french: &str, spanish: &str, expected: &[Aspect]) {
    let (canada, mexico) = (&parties()[0], &parties()[1]);
    let found = differences(&text(english, french, spanish), &[canada, mexico]);
    let aspects: Vec<_> = found.iter().map(|it| it.aspect).collect();
    assert_eq!(aspects, expected, "{found:?}");
}

#[test]
fn versions_that_say_the_same_do_not_differ() {
    check(
        "By June 30, 2027, Canada and Mexico will drill two wells for 1,200 people.",
        "D’ici le 30 juin 2027, le Canada et le Mexique foreront deux puits pour 1 200 personnes.",
        "A más tardar el 30 de junio de 2027, Canadá y México perforarán dos pozos para 1,200 personas.",
        &[],
    );
    check(
        "In spring 2026 the Mexican side may send 2.5 tonnes.",
        "Au printemps 2026, la partie mexicaine pourra envoyer 2,5 tonnes.",
        "En la primavera de 2026 la parte mexicana podrá enviar 2.5 toneladas.",
        &[],
    );
    check(
        "The parties shall not share it before 2026-05-01.",
        "Les parties ne doivent pas le communiquer avant le 1 mai 2026.",
        "Las partes no deberán compartirlo antes del 1 de mayo de 2026.",
        &[],
    );
}

#[test]
fn a_date_that_differs_is_found() {
    check(
        "by June 30, 2027",
        "d’ici le 30 juillet 2027",
        "el 30 de junio de 2027",
        &[Aspect::Dates],
    );
    check("by fall 2027", "d’ici l’été 2027", "en otoño de 2027", &[Aspect::Dates]);
    check(
        "by June 30, 2027",
        "d’ici le 30 juin 2026",
        "el 30 de junio de 2027",
        &[Aspect::Numbers],
    );
    let found = differences(
        &text("by June 30, 2027", "d’ici le 30 juin 2026", "el 30 de junio de 2027"),
        &[],
    );
    assert_eq!(found[0].found[&Language::French], ["30", "2026"]);
}

#[test]
fn a_number_that_differs_is_found_however_it_is_written() {
    check("three wells", "deux puits", "tres pozos", &[Aspect::Numbers]);
    check("1,200 people", "1 250 personnes", "1,200 personas", &[Aspect::Numbers]);
    check("3 wells", "trois puits", "tres pozos", &[]);
    check("1.5 million", "1,5 million", "1.5 millones", &[]);
    check("1.5 million", "15 millions", "1.5 millones", &[Aspect::Numbers]);
}

#[test]
fn a_party_that_is_missing_is_found() {
    check("Canada will host", "Le Canada accueillera", "México será anfitrión", &[Aspect::Parties]);
}

#[test]
fn verbs_of_another_force_are_found() {
    check(
        "Both shall report",
        "Les deux peuvent rapporter",
        "Ambas deberán informar",
        &[Aspect::Obligation, Aspect::Latitude],
    );
    check("They will not act", "Ils agiront", "No actuarán", &[Aspect::Negation]);
    check("May the work go on", "Le travail peut continuer", "El trabajo puede seguir", &[]);
}

#[test]
fn one_version_alone_differs_from_nothing() {
    let alone = Multilingual::from_iter([(Some(Language::English), "June 30".to_owned())]);
    assert_eq!(differences(&alone, &[]), []);
    assert_eq!(differences(&Multilingual::universal("Ana 3"), &[]), []);
}

#[test]
fn nothing_that_is_typed_brings_it_down() {
    for odd in
        ["", " ", "½ ² ٣ Ⅷ", "1,", "1.2.3.4-", "2026-13-45", "9".repeat(99).as_str(), "é\u{301}"]
    {
        check(odd, odd, odd, &[]);
    }
}
