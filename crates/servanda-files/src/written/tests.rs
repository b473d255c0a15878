//! Extracts written and read again.

use servanda_reading::Turn;

use super::*;

fn sample() -> Extract {
    let marked = |kind, mark: &str, depth| {
        Segment::Block(Marked { kind, mark: mark.to_owned(), text: "a\t«b»\n".to_owned(), depth })
    };
    Extract {
        format: Format::Docx,
        encoding: Some("windows-1252"),
        segments: vec![
            Segment::Lines("one\ntwo".to_owned()),
            marked(BlockKind::Heading { level: 2 }, "1.", 0),
            marked(BlockKind::ListItem { introduction: None }, "(a)", 3),
            marked(BlockKind::TableRow, "", 0),
            marked(BlockKind::Furniture, "", 0),
            marked(BlockKind::Paragraph, "", 0),
        ],
        turns: vec![
            Turn { segment: 0, at: 0, page_number: 1 },
            Turn { segment: 2, at: 1, page_number: 2 },
        ],
        problems: vec![
            Problem::BytesReplaced { encoding: "UTF-8" },
            Problem::PagesScanned { page_numbers: vec![2, 3] },
            Problem::PageUnreadable { page_number: 4, why: "why".to_owned() },
            Problem::PagesLeftOut { page_count: 5, page_count_max: 4 },
            Problem::TextLeftOut { size_bytes_max: 6 },
            Problem::EndedEarly { why: "why".to_owned() },
            Problem::PartUnreadable { part: "its notes".to_owned(), why: "why".to_owned() },
            Problem::ChangesAccepted { insertion_count: 1, deletion_count: 2 },
        ],
    }
}

fn bytes(extracted: &Result<Extract, Unreadable>) -> Vec<u8> {
    let mut bytes = Vec::new();
    write(extracted, &mut bytes).unwrap();
    bytes
}

fn came(bytes: &[u8]) -> Came {
    read(bytes, &Limits::DEFAULT)
}

#[test]
fn all_of_an_extract_arrives() {
    match came(&bytes(&Ok(sample()))) {
        Came::Whole(Ok(extract)) => assert_eq!(extract, sample()),
        other @ (Came::Whole(_) | Came::Part(_)) => panic!("{other:?}"),
    }
}

#[test]
fn every_reason_arrives() {
    for unreadable in [
        Unreadable::Empty,
        Unreadable::TooLarge { size_bytes: 1, size_bytes_max: 2 },
        Unreadable::Binary { format: "RTF".into() },
        Unreadable::Damaged { format: Format::Odt, why: "why".to_owned() },
        Unreadable::Locked,
        Unreadable::Scanned { page_count: 3 },
        Unreadable::NestedTooDeep { depth_max: 4 },
    ] {
        match came(&bytes(&Err(unreadable.clone()))) {
            Came::Whole(Err(arrived)) => assert_eq!(arrived, unreadable),
            other @ (Came::Whole(_) | Came::Part(_)) => panic!("{other:?}"),
        }
    }
}

#[test]
fn of_what_is_cut_the_beginning_arrives() {
    let whole = bytes(&Ok(sample()));
    for length in 0..whole.len() {
        match came(&whole[..length]) {
            Came::Part(Some(extract)) => {
                assert!(sample().segments.starts_with(&extract.segments), "at {length}");
            }
            Came::Part(None) => assert!(length < 80, "at {length}"),
            // The line that ends it may lack its line break.
            Came::Whole(Ok(extract)) => assert_eq!(extract, sample()),
            Came::Whole(Err(unreadable)) => panic!("{unreadable}"),
        }
    }
}

#[test]
fn what_nobody_of_ours_wrote_is_nothing() {
    for strange in [
        "",
        "null\n",
        "{\"end\":1}\n",
        "\"end\"\n",
        "{\"extract\":{\"version\":2,\"format\":\"PDF\",\"encoding\":null}}\n\"end\"\n",
    ] {
        assert!(matches!(came(strange.as_bytes()), Came::Part(None)), "{strange}");
    }
}
