//! Times counted from the day of the document.

use crate::{Kind, read};

/// The EDTF of the due date of the only undertaking; `-` where it is left open.
#[track_caller]
fn check(day: &str, text: &str, expected: &str) {
    let document = format!("{day}\n\n{text}\n");
    let reading = read(document.as_bytes(), "a.txt").unwrap();
    let found: Vec<_> = reading.findings.iter().filter(|f| f.kind == Kind::Undertaking).collect();
    let [undertaking] = found.as_slice() else { panic!("{text}: {found:?}") };
    let told = undertaking.due.as_ref().and_then(|due| due.edtf.as_deref()).unwrap_or("-");
    assert_eq!(told, expected, "{text}");
}

#[test]
fn english_times_are_counted_from_the_day_of_the_document() {
    let day = "Ottawa, September 18, 2025";
    check(day, "The parties will publish a plan next year.", "2026");
    check(day, "The parties will publish a plan by the end of the year.", "2025");
    check(day, "The parties will publish a plan within 90 days.", "2025-12-17");
    check(day, "The parties will publish a plan within two months.", "2025-11");
    check(day, "The parties will publish a plan by June.", "2026-06");
    check(day, "The parties will publish a plan on 11th June.", "2026-06-11");
    check(day, "The parties will train judges over the next two years.", "2025/2027");
    check(day, "The parties will publish a plan this fall.", "2025-23");
    check(day, "The parties will publish a plan in the spring.", "2026-21");
    check(day, "The parties will publish a plan next quarter.", "2025-36");
    check(day, "The parties will publish a plan today.", "2025-09-18");
}

#[test]
fn french_times_are_counted_from_the_day_of_the_document() {
    let day = "Montréal, le 18 septembre 2025";
    check(day, "Les parties publieront un plan avant la fin de l’année.", "2025");
    check(day, "Les parties publieront un plan d’ici la mi-mars.", "2026-03");
    check(day, "Les parties publieront un plan dans un délai de 30 jours.", "2025-10-18");
    check(day, "Les parties publieront un plan dans les deux prochaines années.", "2025/2027");
}

#[test]
fn spanish_times_are_counted_from_the_day_of_the_document() {
    let day = "Ciudad de México, 18 de septiembre de 2025";
    check(day, "Las partes publicarán un plan en el próximo semestre.", "2026-40");
    check(day, "Las partes publicarán un plan el próximo año.", "2026");
    check(day, "Las partes publicarán un plan en otoño.", "2025-23");
    check(day, "Las partes publicarán un plan antes del 15 de marzo.", "2026-03-15");
}

#[test]
fn without_the_day_of_the_document_nothing_is_counted() {
    check("Ottawa", "The parties will publish a plan next year.", "-");
    check("Ottawa", "The parties will publish a plan in 2027.", "2027");
}

#[test]
fn next_spring_may_be_either_and_stays_open() {
    check("Ottawa, January 5, 2025", "The parties will publish a plan next spring.", "-");
}
