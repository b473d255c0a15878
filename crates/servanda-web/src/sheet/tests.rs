//! Cells, columns and pages.

use axum::response::IntoResponse;

use super::*;

#[test]
fn no_cell_is_taken_for_a_formula_and_numbers_stay_numbers() {
    for (cell, written) in [
        ("=1+1", "'=1+1"),
        ("+cmd", "'+cmd"),
        ("-x", "'-x"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("\tx", "'\tx"),
        ("\rx", "'\rx"),
        ("-12.5", "-12.5"),
        ("+3", "+3"),
        ("-1+2", "'-1+2"),
        ("-inf", "'-inf"),
        ("", ""),
        ("Accès = droit", "Accès = droit"),
        ("2026-02-01", "2026-02-01"),
    ] {
        assert_eq!(guarded(cell), written);
    }
}

#[test]
fn a_table_begins_with_its_mark_and_ends_its_lines_as_spreadsheets_do() {
    let table = Table {
        columns: vec!["id".to_owned(), "title_fr".to_owned()],
        rows: vec![vec!["1".to_owned(), "L’eau, \"bleue\"\nclaire".to_owned()]],
        next: None,
    };
    let Ok(Answer::Form { bytes, .. }) = write(&table) else { panic!("a table is written") };
    let text = String::from_utf8(bytes).expect("UTF-8");
    assert_eq!(text, "\u{feff}id,title_fr\r\n1,\"L’eau, \"\"bleue\"\"\nclaire\"\r\n");
}

#[test]
fn no_two_columns_of_a_kind_have_one_name() {
    for kind in Kind::ALL {
        let mut names = Columns::of(*kind).names();
        let count = names.len();
        names.sort();
        names.dedup();
        assert_eq!(names.len(), count, "{}", kind.code());
    }
}

#[test]
fn a_table_that_goes_on_says_where() {
    let next = "https://test.example/en/wells/commitments.csv?page=2";
    let table = Table { next: Some(next.to_owned()), ..Table::default() };
    let answer = write(&table).expect("a table is written").into_response();
    let link = answer.headers()["link"].to_str().expect("ASCII");
    assert_eq!(link, format!("<{next}>; rel=\"next\""));
}
