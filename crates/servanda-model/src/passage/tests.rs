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
