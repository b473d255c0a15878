//! What a file is, and that no bytes break the reading.

use super::*;

#[test]
fn a_file_is_known_by_its_bytes_whatever_its_name_says() {
    assert_eq!(container(b"%PDF-1.7 \xFF"), Container::Pdf);
    assert_eq!(container(b"\x00\xFFrubbish\n%PDF-1.4"), Container::Pdf);
    assert_eq!(container(b"Files that begin with %PDF- are PDF."), Container::Text);
    assert_eq!(container(b"PK\x03\x04"), Container::Zip);
    assert!(!is_foreign(b"text", "a.txt"));
    assert!(is_foreign(b"%PDF-1.7", "a.txt"));
    assert!(is_foreign(b"text", "a.html"));
}

#[test]
fn the_limit_of_a_file_is_the_last_size_that_is_read() {
    let limits = Limits { size_bytes_max: 5, ..Limits::DEFAULT };
    assert!(extract(b"Text.", "a.txt", &limits).is_ok());
    let too_large = Unreadable::TooLarge { size_bytes: 6, size_bytes_max: 5 };
    assert_eq!(extract(b"Text..", "a.txt", &limits), Err(too_large.clone()));
    let mut output = Vec::new();
    serve("a.txt", &limits, &mut &b"Text and more of it"[..], &mut output).unwrap();
    match written::read(output.as_slice(), &limits) {
        written::Came::Whole(Err(told)) => assert_eq!(told, too_large),
        other @ (written::Came::Whole(_) | written::Came::Part(_)) => panic!("{other:?}"),
    }
}

#[test]
fn changed_bytes_never_break_the_reading() {
    let body = "<w:p><w:r><w:t>They will meet.</w:t></w:r></w:p>".repeat(20);
    let odt_body = "<text:h>A</text:h><text:p>They will meet.</text:p>".repeat(20);
    for whole in [sample::docx(&body, &[]), sample::odt(&odt_body, "")] {
        for at in 0..whole.len() {
            let mut changed = whole.clone();
            changed[at] ^= 0x55;
            // Whatever comes of it, it comes.
            drop(extract(&changed, "a", &Limits::DEFAULT));
            drop(extract(&whole[..at], "a", &Limits::DEFAULT));
        }
    }
}
