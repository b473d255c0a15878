//! Extracts laid out as text and outline.

use expect_test::{Expect, expect};

use super::*;
use crate::reading::{Reading, read_extract};

fn marked(kind: BlockKind, mark: &str, text: &str, depth: usize) -> Segment {
    Segment::Block(Marked { kind, mark: mark.to_owned(), text: text.to_owned(), depth })
}

fn reading(segments: Vec<Segment>, turns: Vec<Turn>) -> Reading {
    let (format, encoding, problems) = (Format::Docx, None, Vec::new());
    read_extract(Extract { format, encoding, segments, turns, problems }).unwrap()
}

#[track_caller]
fn check(segments: Vec<Segment>, expected: Expect) {
    let reading = reading(segments, Vec::new());
    let mut told = format!("{}\n\n", reading.text);
    let characters: Vec<char> = reading.text.chars().collect();
    for block in &reading.outline {
        let body: String = characters[block.body..block.end].iter().collect();
        told.push_str(&format!("{:?} {body:?}\n", block.kind));
    }
    expected.assert_eq(&told);
}

const ITEM: BlockKind = BlockKind::ListItem { introduction: None };

#[test]
fn marks_are_written_before_the_words_and_do_not_belong_to_them() {
    check(
        vec![
            marked(BlockKind::Heading { level: 1 }, "1.", "Water", 0),
            Segment::block(BlockKind::Paragraph, "They will:"),
            marked(ITEM, "(a)", "share maps;", 1),
            marked(ITEM, "", "of rivers", 2),
            Segment::block(BlockKind::TableRow, "2021\t5"),
            Segment::block(BlockKind::TableRow, "2022\t6"),
            marked(BlockKind::Paragraph, "[1]", "A note.", 0),
        ],
        expect![[r#"
            1. Water

            They will:

            (a) share maps;
              - of rivers

            2021	5
            2022	6

            [1] A note.

            Heading { level: 1 } "Water"
            Paragraph "They will:"
            ListItem { introduction: Some(1) } "share maps;"
            ListItem { introduction: Some(1) } "of rivers"
            TableRow "2021\t5"
            TableRow "2022\t6"
            Paragraph "A note."
        "#]],
    );
}

#[test]
fn lines_between_blocks_are_told_apart_as_those_of_a_text() {
    check(
        vec![
            Segment::Lines("Water\n\nThey will:\n- share maps;".to_owned()),
            Segment::block(BlockKind::TableRow, "2021\t5"),
            Segment::Lines("They will:\n- meet.".to_owned()),
        ],
        expect![[r#"
            Water

            They will:
            - share maps;

            2021	5

            They will:
            - meet.

            Heading { level: 2 } "Water"
            Paragraph "They will:"
            ListItem { introduction: Some(1) } "share maps;"
            TableRow "2021\t5"
            Paragraph "They will:"
            ListItem { introduction: Some(4) } "meet."
        "#]],
    );
}

#[test]
fn lines_alone_are_the_text_as_it_is() {
    let text = "\n  Water \n\nThey will meet.\n";
    assert_eq!(reading(vec![Segment::Lines(text.to_owned())], Vec::new()).text, text);
}

#[test]
fn every_passage_knows_its_page() {
    let turn = |segment, at, page_number| Turn { segment, at, page_number };
    let reading = reading(
        vec![
            marked(ITEM, "1.", "Año uno", 1),
            Segment::block(BlockKind::Paragraph, "Both sides will meet in 2027."),
        ],
        // Page 2 is empty, and page 4 begins within the sentence.
        vec![turn(0, 0, 1), turn(1, 0, 2), turn(1, 0, 3), turn(1, 11, 4)],
    );
    assert_eq!(reading.text, "1. Año uno\n\nBoth sides will meet in 2027.");
    let pages: Vec<(u32, usize, usize)> =
        reading.pages.iter().map(|page| (page.number, page.start, page.end)).collect();
    assert_eq!(pages, [(1, 3, 12), (3, 12, 23), (4, 23, 41)]);
    assert_eq!(
        [0, 3, 12, 22, 23, 99].map(|at| reading.page_number(at)),
        [None, Some(1), Some(3), Some(3), Some(4), Some(4)]
    );
    assert!(crate::output::ndjson("a", &reading).contains("\"page\":3"));
    assert!(crate::output::json("a", &reading).contains("\"pages\""));
}

#[test]
fn what_says_of_itself_that_it_stands_elsewhere_stands_at_the_end() {
    let turn = Turn { segment: 7, at: usize::MAX, page_number: 1 };
    let early = Turn { segment: 0, at: usize::MAX, page_number: 1 };
    let text = || vec![Segment::Lines("They will meet.".to_owned())];
    assert!(reading(text(), vec![turn]).pages.is_empty());
    assert!(reading(text(), vec![early]).pages.is_empty());
}

#[test]
fn nothing_is_empty() {
    let nothing = Extract {
        format: Format::Docx,
        encoding: None,
        segments: vec![Segment::Lines(" \n".to_owned())],
        turns: Vec::new(),
        problems: Vec::new(),
    };
    assert_eq!(read_extract(nothing), Err(Unreadable::Empty));
}
