//! Moments are read from addresses and written back the same.

use jiff::civil::date;

use super::{AsOf, NotAMoment, end_of};

#[test]
fn a_day_or_sizes_are_read_and_written_the_same() {
    for text in ["2026-11-22", "registrar:120", "canada:7,mexico:0"] {
        assert_eq!(AsOf::parse(text).expect("a moment").to_string(), text);
    }
    assert_eq!(AsOf::parse("2026-11-22"), Ok(AsOf::Day(date(2026, 11, 22))));
}

#[test]
fn anything_else_is_refused_with_what_to_write() {
    for text in ["", "yesterday", "2026-13-40", "registrar:", "registrar:-1", ":7", "a b:7"] {
        assert_eq!(AsOf::parse(text), Err(NotAMoment(text.to_owned())));
    }
}

#[test]
fn a_day_ends_where_the_next_begins() {
    assert_eq!(end_of(date(1970, 1, 1)), 86_400);
    assert_eq!(end_of(date(2026, 2, 28)), 1_772_323_200);
}
