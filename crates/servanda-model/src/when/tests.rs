//! Dates are read as written, written as read, and know their first and last day.

use super::When;

#[track_caller]
fn check(text: &str, first: &str, last: &str) {
    let when = When::parse(text).unwrap_or_else(|refused| panic!("{refused}"));
    assert_eq!(when.to_string(), text);
    let day = |day: Option<jiff::civil::Date>| day.map_or("..".to_owned(), |day| day.to_string());
    assert_eq!((day(when.first_day()), day(when.last_day())), (first.to_owned(), last.to_owned()));
}

#[test]
fn every_precision_has_its_days() {
    check("2004", "2004-01-01", "2004-12-31");
    check("2022-21", "2022-03-20", "2022-06-20");
    check("2022-24", "2022-01-01", "2022-03-19");
    check("2022-33", "2022-01-01", "2022-03-31");
    check("2024-02", "2024-02-01", "2024-02-29");
    check("2021-11-25", "2021-11-25", "2021-11-25");
    check("2021-07-17/2021-09-04", "2021-07-17", "2021-09-04");
    check("../2030", "..", "2030-12-31");
    check("2021-11/..", "2021-11-01", "..");
}

#[test]
fn what_is_no_date_is_refused() {
    for text in [
        "",
        "21",
        "2021-13",
        "2021-02-30",
        "2021-1-2",
        "2021-11-25-1",
        "2022/2021",
        "../..",
        "+021",
    ] {
        assert!(When::parse(text).is_err(), "{text}");
    }
}
