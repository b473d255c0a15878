//! Places of findings as they are written.

use super::{CHOSEN_CHARS_MAX, FindingKind, FindingPlace, Reading};
use crate::Language;

#[test]
fn a_place_is_written_in_one_way_only() {
    let place = FindingPlace { start: 120, end: 188, kind: FindingKind::Undertaking };
    assert_eq!(place.to_string(), "undertaking:120-188");
    assert_eq!(FindingPlace::parse("undertaking:120-188"), Ok(place));
    for odd in [
        "undertaking:0120-188",
        "undertaking:+120-188",
        "undertaking:188-120",
        "undertaking:188-188",
        "undertaking:120",
        "wish:120-188",
        "",
    ] {
        assert!(FindingPlace::parse(odd).is_err(), "{odd}");
    }
}

#[test]
fn a_passage_that_somebody_chose_is_a_finding_where_words_stand() {
    let text = format!("Water. We will see to it. — {}", "a".repeat(CHOSEN_CHARS_MAX));
    let mut reading = Reading {
        media_type: "text/plain".to_owned(),
        language: Language::English,
        date: None,
        text,
        outline: Vec::new(),
        findings: Vec::new(),
        troubles: Vec::new(),
    };
    let place = |start, end| FindingPlace { start, end, kind: FindingKind::Undertaking };
    for (start, end) in [(26, 27), (7, 7), (7, 9_999), (0, CHOSEN_CHARS_MAX + 1)] {
        assert_eq!(reading.chosen(place(start, end)), None, "{start} to {end}");
    }
    let chosen = reading.chosen(place(7, 25)).unwrap();
    assert!(chosen.is_by_hand());
    reading.add(chosen.clone());
    reading.add(reading.chosen(place(0, 6)).unwrap());
    reading.add(chosen);
    let places: Vec<_> = reading.findings.iter().map(|it| it.place.start).collect();
    assert_eq!(places, [0, 7], "in order, each once");
}
