//! Figures find their wholes, their like, or stand alone.

use super::*;
use crate::When;

/// A figure by a letter, the letter of its whole, its value and the letter of its meetings.
type Given = (char, Option<char>, &'static str, Option<char>);

fn id(letter: char) -> RecordId {
    RecordId::parse(&letter.to_string().repeat(10)).expect("an identifier")
}

fn check(given: &[Given], expected: &[&str]) {
    let figures: Vec<(RecordId, Figure, Option<RecordId>)> = given
        .iter()
        .map(|(letter, whole, value, meetings)| {
            let figure = Figure {
                value: (*value).to_owned(),
                when: When::parse("2021-11-25").expect("a date"),
                about: None,
                part_of: whole.map(id),
                measure: None,
                lenses: Vec::new(),
            };
            (id(*letter), figure, meetings.map(id))
        })
        .collect();
    let known: Vec<Known<'_>> = figures
        .iter()
        .map(|(id, figure, meetings)| Known {
            id,
            figure,
            unit: Some("people"),
            meetings: meetings.as_ref(),
        })
        .collect();
    let letter = |place: &usize| given.get(*place).map_or('?', |given| given.0);
    let said: Vec<String> = groups(&known)
        .iter()
        .map(|group| match group {
            Group::Alone(place) => letter(place).to_string(),
            Group::Alike(places) => places.iter().map(letter).collect::<String>(),
            Group::Nested(whole) => whole
                .flat()
                .iter()
                .flat_map(|(place, depth)| [depth.to_string(), letter(place).to_string()])
                .collect(),
        })
        .collect();
    assert_eq!(said, expected);
}

#[test]
fn parts_stand_under_their_wholes_largest_first() {
    check(
        &[
            ('a', None, "222", None),
            ('b', Some('a'), "110", None),
            ('c', Some('b'), "15", None),
            ('d', Some('a'), "42", None),
            ('f', Some('b'), "17", None),
        ],
        &["0a1b2f2c1d"],
    );
}

#[test]
fn a_part_may_stand_before_its_whole() {
    check(&[('b', Some('a'), "1", None), ('a', None, "2", None)], &["0a1b"]);
}

#[test]
fn a_part_without_its_whole_stands_alone() {
    check(&[('b', Some('a'), "1", None)], &["b"]);
}

#[test]
fn a_circle_is_taken_apart_and_nothing_is_lost() {
    check(
        &[
            ('a', Some('b'), "1", None),
            ('b', Some('a'), "1", None),
            ('c', Some('a'), "1", None),
            ('d', Some('d'), "1", None),
        ],
        &["0a1c", "b", "d"],
    );
}

#[test]
fn the_same_count_at_meetings_of_one_series_is_one_group_largest_first() {
    check(
        &[
            ('a', None, "55", Some('m')),
            ('x', None, "9", None),
            ('b', None, "80", Some('m')),
            ('c', None, "40", Some('n')),
            ('d', None, "many", Some('m')),
        ],
        &["ba", "x", "c", "d"],
    );
}

#[test]
fn shares_are_of_numbers_that_fit() {
    let figure = |value: &str| Figure {
        value: value.to_owned(),
        when: When::parse("2021").expect("a date"),
        about: None,
        part_of: None,
        measure: None,
        lenses: Vec::new(),
    };
    assert_eq!(share(&figure("55"), &figure("110")), Some(0.5));
    assert_eq!(share(&figure("3"), &figure("2")), None);
    assert_eq!(share(&figure("0"), &figure("0")), None);
    assert_eq!(share(&figure("-1"), &figure("2")), None);
    assert_eq!(share(&figure("many"), &figure("2")), None);
}
