//! Flows turned into segments.

use super::*;

#[test]
fn pages_begin_where_their_marks_stood() {
    let paragraph = |text: &str| Block::Paragraph { text: text.to_owned(), is_bold: false };
    let flow = Flow {
        blocks: vec![
            Block::Heading { level: 1, mark: String::new(), text: "\u{C}A".to_owned() },
            paragraph("one \u{C}two"),
            paragraph("\u{C}\u{C}- three"),
        ],
        page_numbers: vec![1, 2, 3, 4],
        ..Flow::default()
    };
    let cut = flow.segments(100);
    let turn = |segment, at, page_number| Turn { segment, at, page_number };
    assert_eq!(cut.turns, [turn(0, 0, 1), turn(1, 4, 2), turn(2, 0, 3), turn(2, 0, 4)]);
    let texts: Vec<&str> = cut.segments.iter().map(Segment::text).collect();
    assert_eq!(texts, ["A", "one two", "three"]);
}
