//! Links of a page of another moment lead to that moment.

use jiff::civil::{Date, date};
use servanda_register::AsOf;

use super::{Chosen, carry};

const TODAY: Date = date(2026, 11, 27);

#[track_caller]
fn check(page: &str, carried: &str) {
    let chosen = Chosen::read("as-of=2026-11-22&on=2021-11-25", TODAY);
    assert_eq!(carry(page.to_owned(), &chosen), carried);
}

#[test]
fn links_to_pages_carry_the_moment_before_their_fragment() {
    check(
        r#"<a href="/en/x">x</a><a href="/fr/x?a=b&#38;c=d#e">y</a>"#,
        r#"<a href="/en/x?as-of=2026-11-22&#38;on=2021-11-25">x</a><a href="/fr/x?a=b&#38;c=d&#38;as-of=2026-11-22&#38;on=2021-11-25#e">y</a>"#,
    );
    check(r#"<a href="/es#a">"#, r#"<a href="/es?as-of=2026-11-22&#38;on=2021-11-25#a">"#);
}

#[test]
fn other_links_and_those_to_today_stay_as_they_are() {
    for page in [
        r#"<a href="https://example.org/en/x">x</a>"#,
        r##"<a href="#content">x</a>"##,
        r#"<link href="/assets/0.1.0/style.css">"#,
        r#"<a data-now href="/en/x">x</a>"#,
        r#"<a href="/english">x</a>"#,
        r#"<p>no link at all, and an end: href="#,
    ] {
        check(page, page);
    }
}

#[test]
fn a_page_of_today_is_left_alone() {
    let page = r#"<a href="/en/x">x</a>"#.to_owned();
    assert_eq!(carry(page.clone(), &Chosen::default()), page);
}

#[test]
fn a_day_that_has_not_come_yet_is_today() {
    let chosen = Chosen::read("as-of=2026-11-27", TODAY);
    assert_eq!(chosen.moment.as_of, AsOf::Now);
    assert!(Chosen::read("as-of=&on=", TODAY).moment.is_now(), "an empty form changes nothing");
}

#[test]
fn due_dates_are_held_against_what_was_chosen() {
    let day = |query: &str| Chosen::read(query, TODAY).day(TODAY);
    assert_eq!(day(""), TODAY);
    assert_eq!(day("as-of=2026-11-22"), date(2026, 11, 22));
    assert_eq!(day("as-of=registrar:7"), TODAY);
    assert_eq!(day("as-of=2026-11-22&on=2021-11-25"), date(2021, 11, 25));
}
