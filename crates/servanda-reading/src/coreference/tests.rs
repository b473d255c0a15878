//! Who is meant, and where it stays open.

use crate::{Kind, read};

/// Who is meant in each undertaking or result, in order; `-` where it is left open.
#[track_caller]
fn check(text: &str, expected: &[&str]) {
    let reading = read(text.as_bytes(), "a.md").unwrap();
    let statements = reading
        .findings
        .iter()
        .filter(|f| matches!(f.kind, Kind::Undertaking | Kind::Recommendation | Kind::Result));
    let told: Vec<&str> = statements.map(|f| f.stands_for.as_deref().unwrap_or("-")).collect();
    assert_eq!(told, expected, "{text}");
}

#[test]
fn an_acronym_stands_for_the_name_it_was_given_with() {
    check(
        "The Lake Commission (LC) met in May. The LC will publish a map.",
        &["-", "Lake Commission"],
    );
}

#[test]
fn an_acronym_of_two_names_stays_open() {
    check(
        "The Lake Commission (LC) and the Land Council (LC) met in May. The LC will publish a map.",
        &["-", "-"],
    );
}

#[test]
fn an_acronym_may_abbreviate_the_heading() {
    check("# Forestry Working Group\n\nThe WG will meet in Oaxaca.", &["Forestry Working Group"]);
    check("# Forestry\n\nThe WG will meet in Oaxaca.", &["-"]);
}

#[test]
fn both_are_the_two_parties_that_are_named() {
    check(
        "# Visit\n\nCanada and Mexico signed a plan. Both countries will open an office.",
        &["-", "Canada and Mexico"],
    );
    check(
        "# Visita\n\nMéxico y Canadá firmaron un plan. Ambas delegaciones abrirán una oficina.",
        &["-", "México y Canadá"],
    );
    check(
        "# Visite\n\nLe Canada et le Mexique ont signé un plan. Les deux pays ouvriront un bureau.",
        &["-", "Canada et le Mexique"],
    );
}

#[test]
fn both_stays_open_where_two_pairs_are_named() {
    check(
        "Canada and Mexico signed a plan. France and Canada signed another in June. Both countries will meet.",
        &["-", "-", "-"],
    );
}

#[test]
fn they_are_those_who_acted_before_if_the_number_fits() {
    check("The two ministers signed a plan. They will meet in May.", &["-", "The two ministers"]);
    check("The minister signed a plan. They will meet in May.", &["-", "-"]);
}
