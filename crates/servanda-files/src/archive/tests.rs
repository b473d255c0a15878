//! Archives, honest and not.

use super::*;
use crate::sample::{archive, told};

#[test]
fn other_archives_are_named_and_not_opened() {
    let check = |part: &str, expected: &str| {
        let bytes = archive(&[("[Content_Types].xml", ""), (part, "")]);
        assert_eq!(
            told(&bytes, &Limits::DEFAULT),
            format!("the file is not text but {expected}\n")
        );
    };
    check("xl/workbook.xml", "a spreadsheet (XLSX)");
    check("ppt/presentation.xml", "a set of slides (PPTX)");
    let bytes = archive(&[("photo.jpg", "")]);
    assert_eq!(told(&bytes, &Limits::DEFAULT), "the file is not text but a ZIP archive\n");
}

#[test]
fn what_is_unpacked_is_counted_and_not_believed() {
    let bytes = archive(&[("a", &"a".repeat(600)), ("b", &"b".repeat(600))]);
    let limits = Limits { unpacked_bytes_max: 1_000, ..Limits::DEFAULT };
    let mut archive = Archive::open(&bytes, &limits).unwrap();
    assert_eq!(archive.part("a").unwrap().len(), 600);
    assert_eq!(archive.part("b"), Err(NoPart::TooLarge { limit_bytes: 1_000 }));
    assert_eq!(archive.part("c"), Err(NoPart::Missing));
}

#[test]
fn a_bomb_is_stopped_at_the_limit() {
    let bomb = crate::sample::docx(&"<w:p/>".repeat(400_000), &[]);
    assert!(bomb.len() < 50_000, "{}", bomb.len());
    let limits = Limits { unpacked_bytes_max: 1_000_000, ..Limits::DEFAULT };
    assert_eq!(
        told(&bomb, &limits),
        "the file cannot be read as DOCX: its document: unpacked it has more than the 1000000 bytes \
         that all parts may have\n"
    );
}

#[test]
fn parts_are_counted() {
    let limits = Limits { part_count_max: 1, ..Limits::DEFAULT };
    let bytes = archive(&[("a", ""), ("b", "")]);
    assert_eq!(
        told(&bytes, &limits),
        "the file cannot be read as DOCX: it has 2 parts; at most 1 are opened\n"
    );
}

#[test]
fn half_an_archive_is_damaged() {
    let mut bytes = archive(&[("[Content_Types].xml", "<Types/>"), ("word/document.xml", "<a/>")]);
    bytes.truncate(bytes.len() / 2);
    assert!(told(&bytes, &Limits::DEFAULT).contains("the archive is damaged"));
}
