//! Dates, numbers and order as each language writes them.

use expect_test::{Expect, expect};
use servanda_model::{Language, When};

use super::Locale;

#[track_caller]
fn check(when: &str, expected: &Expect) {
    let when = When::parse(when).expect("a date");
    let said: Vec<String> =
        Language::ALL.iter().map(|language| Locale::of(*language).when(when)).collect();
    expected.assert_eq(&said.join(" | "));
}

#[test]
fn dates_are_as_precise_as_their_source() {
    check("2004", &expect!["2004 | 2004 | 2004"]);
    check("2021-11", &expect!["November 2021 | novembre 2021 | noviembre de 2021"]);
    check("2021-11-25", &expect!["November 25, 2021 | 25 novembre 2021 | 25 de noviembre de 2021"]);
    check("2024-03-01", &expect!["March 1, 2024 | 1er mars 2024 | 1 de marzo de 2024"]);
    check("2022-21", &expect!["spring 2022 | printemps 2022 | primavera de 2022"]);
    check(
        "2022-33",
        &expect!["first quarter of 2022 | premier trimestre de 2022 | primer trimestre de 2022"],
    );
    check(
        "2021-07-17/2021-09-04",
        &expect![
            "July 17, 2021 – September 4, 2021 | 17 juillet 2021 – 4 septembre 2021 | 17 de julio de 2021 – 4 de septiembre de 2021"
        ],
    );
    check(
        "2018-10-11/2018-10-12",
        &expect!["October 11–12, 2018 | 11–12 octobre 2018 | 11–12 de octubre de 2018"],
    );
    check("../2030", &expect!["by 2030 | au plus tard : 2030 | a más tardar: 2030"]);
}

#[test]
fn numbers_have_the_separators_of_the_language() {
    let said: Vec<String> =
        Language::ALL.iter().map(|language| Locale::of(*language).decimal("12345.5")).collect();
    expect!["12,345.5 | 12 345,5 | 12,345.5"].assert_eq(&said.join(" | "));
}

#[test]
fn order_is_that_of_the_language() {
    let mut words = ["côté", "cote", "côte", "coté"];
    words.sort_by(|a, b| Locale::of(Language::French).compare(a, b));
    assert_eq!(words, ["cote", "côte", "coté", "côté"]);
    let mut words = ["ñame", "nube", "oso"];
    words.sort_by(|a, b| Locale::of(Language::Spanish).compare(a, b));
    assert_eq!(words, ["nube", "ñame", "oso"]);
}

#[test]
fn plurals_follow_the_number() {
    let count = |language, number| Locale::of(language).say_count("count-commitments", number);
    assert_eq!(count(Language::English, 1), "1 commitment");
    assert_eq!(count(Language::French, 0), "0 engagement");
    assert_eq!(count(Language::Spanish, 2), "2 compromisos");
}
