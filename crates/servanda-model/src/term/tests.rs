//! Who holds a post on a day, told as claims about terms.

use jiff::civil::{Date, date};

use super::{Holding, holding};
use crate::record::Term;
use crate::{RecordId, When};

const TODAY: Date = date(2026, 3, 2);

fn term(from: &str, to: &str, documented: &str) -> Term {
    let id = || RecordId::parse("0000000000").expect("an identifier");
    let when = |text: &str| (!text.is_empty()).then(|| When::parse(text).expect("a date"));
    Term {
        post: id(),
        person: id(),
        institution: None,
        from: when(from),
        to: when(to),
        documented: when(documented),
    }
}

/// The holding in words, with the term by its place.
#[track_caller]
fn check(terms: &[Term], day: Date, expected: &str) {
    let numbered: Vec<(usize, &Term)> = (1..).zip(terms).collect();
    let said = match holding(&numbered, |(_, term)| Some(*term), day) {
        Holding::Held { by, since } => format!("held by {} since {since}", by.0),
        Holding::LastKnown { by, on } => format!("last known {} on {on}", by.0),
        Holding::Vacant { after, since } => format!("vacant after {} since {since}", after.0),
        Holding::NeverNamed => "never named".to_owned(),
    };
    assert_eq!(said, expected);
}

#[test]
fn a_post_without_terms_was_never_named() {
    check(&[], TODAY, "never named");
}

#[test]
fn a_term_that_has_begun_and_not_ended_is_held() {
    check(&[term("2024-05-01", "", "")], TODAY, "held by 1 since 2024-05-01");
    check(&[term("2024-05-01", "2026-03-02", "")], TODAY, "held by 1 since 2024-05-01");
    check(&[term("2024", "2026", "")], TODAY, "held by 1 since 2024");
}

#[test]
fn a_term_documented_on_a_day_is_last_known_and_never_claimed_as_current() {
    check(&[term("", "", "2021-11-25")], TODAY, "last known 1 on 2021-11-25");
    check(&[term("", "", "2026-03-02")], TODAY, "last known 1 on 2026-03-02");
}

#[test]
fn a_documented_holder_who_leaves_later_holds_the_post_until_then() {
    let terms = [term("", "2022-06-30", "2021-11-25")];
    check(&terms, date(2022, 1, 1), "held by 1 since 2021-11-25");
    check(&terms, TODAY, "vacant after 1 since 2022-06-30");
    check(&terms, date(2021, 11, 24), "never named");
}

#[test]
fn a_post_is_vacant_since_the_last_term_ended() {
    let terms = [term("2019", "2021", ""), term("2021-02-01", "2023-09-30", "")];
    check(&terms, TODAY, "vacant after 2 since 2023-09-30");
    check(&terms, date(2020, 1, 1), "held by 1 since 2019");
}

#[test]
fn whoever_comes_later_counts() {
    let terms = [term("2019", "", ""), term("", "", "2024")];
    check(&terms, TODAY, "last known 2 on 2024");
    check(&terms, date(2023, 1, 1), "held by 1 since 2019");
    let terms = [term("2022", "2025", ""), term("", "", "2020")];
    check(&terms, TODAY, "vacant after 1 since 2025");
}

#[test]
fn a_holder_is_not_hidden_by_anothers_end() {
    check(&[term("2020", "2024", ""), term("2022", "", "")], TODAY, "held by 2 since 2022");
    check(&[term("2022", "", ""), term("2020", "2024", "")], TODAY, "held by 1 since 2022");
}

#[test]
fn what_is_ahead_is_not_yet_known() {
    check(&[term("2027", "", "")], TODAY, "never named");
    check(&[term("", "", "2026-03-03")], TODAY, "never named");
}
