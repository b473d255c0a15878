//! Golden bytes of a reading, and what is refused.

use expect_test::expect;
use servanda_model::reading::{
    Due, Finding, FindingKind, FindingPlace, Reading, Trouble, TroubleKind,
};
use servanda_model::record::{Block, BlockForm};
use servanda_model::{Language, When};

use super::{decode_reading, encode_reading};

fn reading() -> Reading {
    let place = FindingPlace { start: 9, end: 51, kind: FindingKind::Undertaking };
    Reading {
        media_type: "text/plain".to_owned(),
        language: Language::English,
        date: When::parse("2026-03").ok(),
        text: "Minutes\n\nBoth sides will drill two wells by spring.".to_owned(),
        outline: vec![Block { form: BlockForm::Heading1, start: 0, end: 7 }],
        findings: vec![Finding {
            place,
            language: Language::English,
            who: Some("Both sides".to_owned()),
            stands_for: None,
            due: Some(Due { when: When::parse("2027-21").ok(), words: "by spring".to_owned() }),
            name: None,
            short: None,
            confidence: 90,
            rule: "both-will".to_owned(),
        }],
        troubles: vec![Trouble { kind: TroubleKind::ListMissing, at: Some(12) }],
    }
}

#[test]
fn a_reading_has_these_bytes_for_ever() {
    let reading = reading();
    let bytes = encode_reading(&reading);
    expect![[
        r#"{"date":"2026-03","findings":[{"confidence":90,"due":"2027-21","due-words":"by spring","language":"en","place":"undertaking:9-51","rule":"both-will","who":"Both sides"}],"language":"en","media":"text/plain","outline":[["h1",0,7]],"troubles":[{"at":12,"kind":"list-missing"}],"v":1}"#
    ]]
    .assert_eq(&String::from_utf8_lossy(&bytes));
    assert_eq!(decode_reading(&bytes, reading.text.clone()), Ok(reading));
}

#[test]
fn what_is_no_reading_is_refused() {
    let whole = String::from_utf8(encode_reading(&reading())).expect("it is text");
    for (good, odd) in [
        ("\"v\":1", "\"v\":2"),
        ("undertaking:9-51", "undertaking:51-9"),
        ("\"h1\"", "\"h9\""),
        ("list-missing", "list-lost"),
        ("2027-21", "spring"),
        ("\"rule\"", "\"why\""),
    ] {
        let bytes = whole.replace(good, odd);
        assert_ne!(bytes, whole, "{good}");
        assert!(decode_reading(bytes.as_bytes(), String::new()).is_err(), "{odd}");
    }
}
