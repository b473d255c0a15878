//! What the site is told of a document.

use servanda_model::FindingKind;
use servanda_web::{NotRead, Reader};

use super::{InProcess, percent};

#[test]
fn findings_stand_where_their_words_are() {
    let text = "Minutes\n\nCanada will drill two wells by June 30, 2027.\n";
    let reading = InProcess.read("minutes.txt", text.as_bytes()).expect("it is text");
    let finding = reading.findings.iter().find(|it| it.place.kind == FindingKind::Undertaking);
    let finding = finding.expect("an undertaking");
    let said: String = text
        .chars()
        .skip(finding.place.start)
        .take(finding.place.end - finding.place.start)
        .collect();
    assert_eq!(said, "Canada will drill two wells by June 30, 2027.");
    let due = finding.due.as_ref().and_then(|due| due.when).map(|when| when.to_string());
    assert_eq!(due.as_deref(), Some("2027-06-30"));
    assert_eq!(reading.media_type, "text/plain");
}

#[test]
fn what_is_not_read_says_why() {
    assert_eq!(InProcess.read("x.txt", b""), Err(NotRead::Empty));
    let binary = InProcess.read("x.png", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR");
    assert!(matches!(binary, Err(NotRead::OtherFormat(_))), "{binary:?}");
}

#[test]
fn a_share_is_never_rounded_up() {
    assert_eq!([percent(0.0), percent(0.899), percent(1.0)], [0, 89, 100]);
}
