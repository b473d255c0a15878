//! Dates as people write them.

use expect_test::{Expect, expect};

use super::*;
use crate::grammar;
use crate::lexicon::Lexicon;
use crate::words::words;
use servanda_model::Language;

#[track_caller]
fn check(language: Language, text: &str, expected: Expect) {
    let grammar = grammar::of(language);
    let mut told = String::new();
    for line in text.lines() {
        let words = words(line.trim(), &mut Lexicon::new(language));
        let found = dates(&words, &Present::of(&words), grammar);
        let named = |date: &Date| {
            let words = words.get(date.words.clone()).unwrap();
            let text = line.trim().get(words.first().unwrap().start..words.last().unwrap().end);
            format!("{} = {}", text.unwrap(), date.edtf.as_deref().unwrap_or("?"))
        };
        let all: Vec<String> = found.iter().map(named).collect();
        let due = due(&found, &words, grammar, None).map_or("-".to_owned(), named);
        told.push_str(&format!("{}  [due {due}]\n", all.join("; ")));
    }
    expected.assert_eq(&told);
}

#[test]
fn english() {
    check(
        Language::English,
        "They will report by the end of 2022
        They met on November 25-26, 2015
        They met on January 23th
        It will open in March 2022
        It will open in the spring of 2022
        It starts in the first trimester of 2022
        It starts in the second half of 2023
        It runs from July 17th to September 4th
        They will follow the treaty signed in 2019
        The 2022 plan is long
        They will meet within the next three years
        They will meet next week
        We will speak again in a month
        It will be out on 11th June
        Article 2022 may help, and the 31st of May 2024 too
        They will meet no later than June 30, 2022 and again in 2024
        Done on 2024-03-01 for 2021-2022
        It may march on",
        expect![[r#"
            by the end of 2022 = 2022  [due by the end of 2022 = 2022]
            on November 25-26, 2015 = 2015-11-25/2015-11-26  [due -]
            on January 23th = ?  [due -]
            in March 2022 = 2022-03  [due in March 2022 = 2022-03]
            in the spring of 2022 = 2022-21  [due in the spring of 2022 = 2022-21]
            in the first trimester of 2022 = 2022-33  [due in the first trimester of 2022 = 2022-33]
            in the second half of 2023 = 2023-41  [due in the second half of 2023 = 2023-41]
            from July 17th to September 4th = ?  [due from July 17th to September 4th = ?]
            in 2019 = 2019  [due -]
            The 2022 = 2022  [due -]
            within the next three years = ?  [due within the next three years = ?]
            next week = ?  [due next week = ?]
            in a month = ?  [due in a month = ?]
            on 11th June = ?  [due on 11th June = ?]
            the 31st of May 2024 = 2024-05-31  [due the 31st of May 2024 = 2024-05-31]
            no later than June 30, 2022 = 2022-06-30; in 2024 = 2024  [due no later than June 30, 2022 = 2022-06-30]
            on 2024-03-01 = 2024-03-01; for 2021-2022 = 2021/2022  [due -]
              [due -]
        "#]],
    );
}

#[test]
fn spanish() {
    check(
        Language::Spanish,
        "El taller será del 17 al 18 de julio de 2022
        Publicará el informe antes de finales de 2023
        Lo hará en el próximo semestre
        Lo hará en el primer semestre de 2024
        Aprobó la ley el 18 de junio de 2007
        Abrirá en otoño
        Lo hará a la brevedad",
        expect![[r#"
            del 17 al 18 de julio de 2022 = 2022-07-17/2022-07-18  [due del 17 al 18 de julio de 2022 = 2022-07-17/2022-07-18]
            antes de finales de 2023 = 2023  [due antes de finales de 2023 = 2023]
            en el próximo semestre = ?  [due en el próximo semestre = ?]
            en el primer semestre de 2024 = 2024-40  [due en el primer semestre de 2024 = 2024-40]
            el 18 de junio de 2007 = 2007-06-18  [due el 18 de junio de 2007 = 2007-06-18]
            en otoño = ?  [due en otoño = ?]
            a la brevedad = ?  [due a la brevedad = ?]
        "#]],
    );
}

#[test]
fn french() {
    check(
        Language::French,
        "Le rapport paraîtra d’ici 2030
        Alba réduira ses pertes à l’horizon 2030
        Il paraîtra le 1er mars 2024
        Il paraîtra d’ici la mi-avril
        Il paraîtra au début de l’automne 2022
        Il paraîtra au deuxième trimestre de 2025
        Il paraîtra dans les deux prochaines semaines
        Il répondra dans les meilleurs délais",
        expect![[r#"
            d’ici 2030 = 2030  [due d’ici 2030 = 2030]
            à l’horizon 2030 = 2030  [due à l’horizon 2030 = 2030]
            le 1er mars 2024 = 2024-03-01  [due le 1er mars 2024 = 2024-03-01]
            d’ici la mi-avril = ?  [due d’ici la mi-avril = ?]
            au début de l’automne 2022 = 2022-23  [due au début de l’automne 2022 = 2022-23]
            au deuxième trimestre de 2025 = 2025-34  [due au deuxième trimestre de 2025 = 2025-34]
            dans les deux prochaines semaines = ?  [due dans les deux prochaines semaines = ?]
            dans les meilleurs délais = ?  [due dans les meilleurs délais = ?]
        "#]],
    );
}

#[test]
fn dates_in_digits_are_read_as_the_language_writes_them_or_left_open() {
    check(
        Language::French,
        "La séance se tiendra le 19/06/2027 à 18 h
        Elle se réunira le 05.07.2027
        Le rapport 3.2.2027a suivra",
        expect![[r#"
            le 19/06/2027 = 2027-06-19  [due le 19/06/2027 = 2027-06-19]
            le 05.07.2027 = 2027-07-05  [due le 05.07.2027 = 2027-07-05]
              [due -]
        "#]],
    );
    check(
        Language::English,
        "They will meet on 25/12/2027
        They will meet on 12/25/2027
        They will meet on 5/7/2027
        They will read section 1.2.30 and 45/99/2027",
        expect![[r#"
            on 25/12/2027 = 2027-12-25  [due on 25/12/2027 = 2027-12-25]
            on 12/25/2027 = 2027-12-25  [due on 12/25/2027 = 2027-12-25]
            on 5/7/2027 = ?  [due on 5/7/2027 = ?]
              [due -]
        "#]],
    );
}

#[test]
fn what_grows_from_one_year_to_another_is_due_in_the_later_one() {
    check(
        Language::English,
        "The share will rise from 40 per cent in 2020 to 80 per cent in 2030",
        expect![[r#"
            in 2020 = 2020; in 2030 = 2030  [due in 2030 = 2030]
        "#]],
    );
    check(
        Language::Spanish,
        "Aumentaremos la producción de 21.3 millones de toneladas en 2024 a 25 millones de toneladas en 2025",
        expect![[r#"
            en 2024 = 2024; en 2025 = 2025  [due en 2025 = 2025]
        "#]],
    );
    check(
        Language::French,
        "La part passera de 40 % en 2020 à 80 % en 2030
        Ils présenteront demain leur plan
        Elle ouvrira le port mardi prochain
        Publier les cartes d’ici l’été 2026",
        expect![[r#"
            en 2020 = 2020; en 2030 = 2030  [due en 2030 = 2030]
            demain = ?  [due demain = ?]
            mardi prochain = ?  [due mardi prochain = ?]
            d’ici l’été 2026 = 2026-22  [due d’ici l’été 2026 = 2026-22]
        "#]],
    );
}
