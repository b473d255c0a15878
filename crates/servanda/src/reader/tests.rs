//! What the site is told of a document.

use servanda_files::{Limits, Stopped};
use servanda_model::FindingKind;
use servanda_reading::{Format, Unreadable};
use servanda_web::{NotRead, Reader};

use super::{not_read, percent};
use crate::files::Files;

#[test]
fn findings_stand_where_their_words_are() {
    let text = "Minutes\n\nCanada will drill two wells by June 30, 2027.\n";
    let files = Files::new(Limits::DEFAULT).expect("the program finds itself");
    let reading = Reader::read(&files, "minutes.txt", text.as_bytes(), None).expect("it is text");
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
    let unreadable = |why: Unreadable| not_read(why.into());
    assert_eq!(unreadable(Unreadable::Empty), NotRead::Empty);
    assert_eq!(unreadable(Unreadable::Locked), NotRead::Protected);
    assert_eq!(unreadable(Unreadable::Scanned { page_count: 3 }), NotRead::Scanned);
    let picture = Unreadable::Binary { format: "a PNG picture".into() };
    assert_eq!(unreadable(picture), NotRead::OtherFormat("a PNG picture".to_owned()));
    let damaged = Unreadable::Damaged { format: Format::Pdf, why: "it has no end".to_owned() };
    assert_eq!(unreadable(damaged), NotRead::Damaged);
    let stopped = |why| not_read(servanda_files::NotRead::Stopped(why));
    assert_eq!(stopped(Stopped::Time { seconds: 60 }), NotRead::TooLong);
    assert_eq!(stopped(Stopped::Fault), NotRead::Damaged);
}

#[test]
fn a_share_is_never_rounded_up() {
    assert_eq!([percent(0.0), percent(0.899), percent(1.0)], [0, 89, 100]);
}
