//! Where days and stretches stand on a bar.

use jiff::civil::date;

use super::{Bar, Years};

const YEARS: Years = Years { first: 2004, last: 2026 };

#[test]
fn days_stand_in_their_order_and_never_beyond_the_ends() {
    assert_eq!(YEARS.place(date(2004, 1, 1), 100), 0);
    assert_eq!(YEARS.place(date(2026, 12, 31), 100), 100);
    assert_eq!(YEARS.place(date(2015, 7, 2), 100), 50);
    assert_eq!(YEARS.place(date(1999, 1, 1), 100), 0);
    assert_eq!(YEARS.place(date(2040, 1, 1), 100), 100);
}

#[test]
fn the_years_are_written_where_they_stand() {
    assert_eq!(YEARS.marks(), ["2004", "2015", "2026"]);
    assert_eq!(Years { first: 2021, last: 2026 }.marks(), ["2021", "2026"]);
    assert_eq!(Years { first: 2026, last: 2026 }.marks(), ["2026"]);
    let spanning = Years::spanning([date(2020, 5, 1), date(2018, 1, 1)], date(2026, 3, 2));
    assert_eq!(spanning, Years { first: 2018, last: 2026 });
    assert_eq!(Years::spanning([], date(2026, 3, 2)), Years { first: 2026, last: 2026 });
}

#[test]
fn a_stretch_is_seen_however_short_it_is_and_a_day_is_drawn_once() {
    let mut bar = Bar::default();
    bar.stretch(YEARS, "held", date(2026, 12, 31), date(2026, 12, 31));
    bar.day(YEARS, date(2004, 1, 1));
    bar.day(YEARS, date(2004, 1, 1));
    assert!(bar.stretches.iter().all(|it| it.width == 3 && it.x + it.width == 480));
    assert_eq!(bar.days, [6]);
}
