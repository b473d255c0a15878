//! Passages are found by their first and last words.

use super::{NotLocated, Passage, Searchable};
use crate::RecordId;

const TEXT: &str = "Été 2021.\nBoth sides will\n  meet again in spring. Both sides will report.";

fn check(prefix: Option<&str>, begins: &str, ends: &str) -> Result<String, NotLocated> {
    let passage = Passage {
        document: RecordId::from_bits(1),
        begins: begins.to_owned(),
        ends: ends.to_owned(),
        prefix: prefix.map(str::to_owned),
        says: None,
    };
    let span = Searchable::new(TEXT).locate(&passage)?;
    Ok(TEXT.chars().skip(span.start).take(span.len()).collect())
}

#[test]
fn wrapped_lines_do_not_matter() {
    assert_eq!(
        check(None, "Both sides will meet", "in spring."),
        Ok("Both sides will\n  meet again in spring.".to_owned())
    );
}

#[test]
fn words_before_tell_two_places_apart() {
    assert_eq!(
        check(None, "Both sides", "report."),
        Err(NotLocated::Ambiguous { words: "Both sides".to_owned(), count: 2 })
    );
    assert_eq!(
        check(Some("in spring."), "Both sides", "report."),
        Ok("Both sides will report.".to_owned())
    );
}

#[test]
fn missing_words_are_named() {
    assert_eq!(
        check(None, "Neither side", "x"),
        Err(NotLocated::BeginsNotFound("Neither side".to_owned()))
    );
    assert_eq!(
        check(None, "Été 2021.", "in autumn."),
        Err(NotLocated::EndsNotFound("in autumn.".to_owned()))
    );
}

/// The passage that a text names for some of its words, the so-manieth time that they stand there.
#[track_caller]
fn named(text: &str, words: &str, time: usize) -> Option<(Option<String>, String, String)> {
    let before: usize = text.split(words).take(time + 1).map(|it| it.chars().count()).sum();
    let start = before + time * words.chars().count();
    let span = start..start + words.chars().count();
    let searchable = Searchable::new(text);
    let passage = searchable.passage(&RecordId::from_bits(1), span.clone())?;
    assert_eq!(searchable.locate(&passage), Ok(span));
    Some((passage.prefix, passage.begins, passage.ends))
}

#[test]
fn a_span_is_named_by_as_few_words_as_tell_it_apart() {
    let named = |words: &str, time| named(TEXT, words, time);
    let told = |prefix: Option<&str>, begins: &str, ends: &str| {
        Some((prefix.map(str::to_owned), begins.to_owned(), ends.to_owned()))
    };
    assert_eq!(
        named("Both sides will\n  meet again in spring.", 0),
        told(None, "Both sides will meet", "meet again in spring.")
    );
    assert_eq!(named("Both sides", 0), told(Some("2021."), "Both sides", "Both sides"));
    assert_eq!(named("Both sides", 1), told(Some("spring."), "Both sides", "Both sides"));
    assert_eq!(named("Été", 0), told(None, "Été", "Été"));
}

#[test]
fn a_span_that_no_words_tell_apart_has_no_name() {
    let text = "again and again and again";
    assert_eq!(named(text, "again", 0), None);
    assert_eq!(Searchable::new(text).passage(&RecordId::from_bits(1), 5..6), None);
    assert_eq!(Searchable::new("").passage(&RecordId::from_bits(1), 0..0), None);
}

#[test]
fn words_are_found_at_every_place_where_they_stand() {
    let searchable = Searchable::new("Mend the\n  dam. Then mend the dam again; mend the dam.");
    let spans = |words: &str| searchable.spans(words).collect::<Vec<_>>();
    assert_eq!(spans(" mend  the dam "), [21..33, 41..53]);
    assert_eq!(spans("Mend the dam.").first(), Some(&(0..15)), "white space apart");
    assert!(spans("the bridge").is_empty());
    assert!(spans(" ").is_empty());
}
