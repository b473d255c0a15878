//! Places in a row, as each language writes them.

use servanda_model::Language;

use super::ordinal;
use crate::locale::Locale;

#[track_caller]
fn check(language: Language, expected: &str) {
    let locale = Locale::of(language);
    let said = [1, 2, 3, 4, 11, 12, 13, 18, 21, 22, 103, 112].map(|it| ordinal(locale, it));
    assert_eq!(said.join(" "), expected);
}

#[test]
fn each_language_writes_a_place_in_its_manner() {
    check(Language::English, "1st 2nd 3rd 4th 11th 12th 13th 18th 21st 22nd 103rd 112th");
    check(Language::French, "1re 2e 3e 4e 11e 12e 13e 18e 21e 22e 103e 112e");
    check(Language::Spanish, "1.ª 2.ª 3.ª 4.ª 11.ª 12.ª 13.ª 18.ª 21.ª 22.ª 103.ª 112.ª");
}
