//! Whose turn it is, told as a row of hosts.

use super::{Numbered, next};
use crate::RecordId;

fn party(name: char) -> RecordId {
    let text: String = std::iter::repeat_n(name, 10).collect();
    RecordId::parse(&text).expect("an identifier")
}

/// Hosts by a digit, in the order of the numbers; `-` where the host is not known.
#[track_caller]
fn check(hosts: &str, parties: &str, expected: &str) {
    let parties: Vec<RecordId> = parties.chars().map(party).collect();
    let hosts: Vec<Option<RecordId>> =
        hosts.chars().map(|host| (host != '-').then(|| party(host))).collect();
    let held: Vec<Numbered<'_>> =
        (1..).zip(&hosts).map(|(number, host)| Numbered { number, host: host.as_ref() }).collect();
    let said = next(&held, &parties).map_or_else(
        || "nobody's turn".to_owned(),
        |turn| {
            let host = turn.host.as_str().chars().next().unwrap_or_default();
            let how = if turn.alternates { "" } else { ", if they take turns" };
            format!("{} is owed by {host}{how}", turn.number)
        },
    );
    assert_eq!(said, expected);
}

#[test]
fn two_parties_host_in_turn() {
    check("11212121212121212", "12", "18 is owed by 1");
    check("21", "12", "3 is owed by 2");
}

#[test]
fn the_order_of_parties_does_not_matter() {
    check("1212", "21", "5 is owed by 1");
}

#[test]
fn one_meeting_or_the_same_host_twice_shows_no_turns_yet() {
    check("2", "12", "2 is owed by 1, if they take turns");
    check("11", "12", "3 is owed by 2, if they take turns");
}

#[test]
fn of_three_parties_the_one_that_waited_longest_is_next() {
    check("123", "123", "4 is owed by 1");
    check("12", "123", "3 is owed by 3");
}

#[test]
fn nothing_is_claimed_without_a_host_or_a_second_party() {
    check("", "12", "nobody's turn");
    check("12-", "12", "nobody's turn");
    check("123", "12", "nobody's turn");
    check("11", "1", "nobody's turn");
}
