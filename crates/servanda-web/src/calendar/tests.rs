//! Days and lines.

use jiff::civil::date;

use super::*;

fn when(text: &str) -> When {
    When::parse(text).expect("a date")
}

#[test]
fn a_meeting_lasts_all_the_days_that_its_date_can_mean() {
    let days = |first, last, exact| Days { first, last, exact };
    for (text, expected) in [
        ("2021-11-25", days(date(2021, 11, 25), date(2021, 11, 25), true)),
        ("2021-11-25/2021-11-26", days(date(2021, 11, 25), date(2021, 11, 26), true)),
        ("2021-11", days(date(2021, 11, 1), date(2021, 11, 30), false)),
        ("2022-23", days(date(2022, 9, 23), date(2022, 12, 20), false)),
        ("2022/..", days(date(2022, 1, 1), date(2022, 1, 1), false)),
        ("../2022-02", days(date(2022, 2, 28), date(2022, 2, 28), false)),
    ] {
        assert_eq!(spent(when(text)), expected, "{text}");
    }
}

#[test]
fn something_is_due_on_the_last_day_that_its_date_can_mean() {
    for (text, day, exact) in [
        ("2026-06-30", date(2026, 6, 30), true),
        ("../2026-06-30", date(2026, 6, 30), true),
        ("../2027-21", date(2027, 6, 20), false),
        ("2028", date(2028, 12, 31), false),
        ("2026/..", date(2026, 1, 1), false),
    ] {
        assert_eq!(due(when(text)), Days { first: day, last: day, exact }, "{text}");
    }
}

#[test]
fn lines_are_folded_between_characters_and_text_is_escaped() {
    let mut calendar = Calendar(String::new());
    calendar.text("SUMMARY", &format!("a,b;c\\d\n{}", "é".repeat(60)));
    let written = calendar.0;
    assert!(written.starts_with("SUMMARY:a\\,b\\;c\\\\d\\né"), "{written}");
    assert!(written.lines().all(|line| line.len() <= LINE_BYTES_MAX), "{written}");
    let unfolded = written.replace("\r\n ", "");
    assert_eq!(unfolded.chars().filter(|c| *c == 'é').count(), 60);
    assert!(unfolded.ends_with("é\r\n"));
}

#[test]
fn moments_are_written_in_utc() {
    assert_eq!(timestamp(1_772_366_400), "20260301T120000Z");
    assert_eq!(timestamp(i64::MAX), "19700101T000000Z");
}
