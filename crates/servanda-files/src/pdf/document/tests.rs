//! Lines put together as a document.

use expect_test::{Expect, expect};
use servanda_reading::{Marked, Segment};

use super::*;

/// A line of letters 5 points wide in text of 10 points.
fn line(text: &str, left: f32, y: f32) -> Line {
    let right = left + width(text.chars().count()) * 5.0;
    Line { text: text.to_owned(), left, right, y, size: 10.0, is_bold: false }
}

fn heading(text: &str, y: f32) -> Line {
    Line { size: 16.0, ..line(text, 0.0, y) }
}

fn page(number: u32, lines: Vec<Line>) -> Piece {
    let stretches = vec![Stretch::Lines(lines)];
    Piece::Page(Page { number, height: 0.0, column_count: 1, stretches, ..Page::default() })
}

#[track_caller]
fn check(pieces: Vec<Piece>, expected: Expect) {
    let extract = extract(pieces, &Limits::DEFAULT).unwrap();
    let mut told = String::new();
    for segment in &extract.segments {
        told.push_str(&match segment {
            Segment::Lines(lines) => format!("lines: {}\n", lines.replace('\n', "⏎")),
            Segment::Block(Marked { kind, mark, text, depth }) => {
                format!("{kind:?} {depth} {mark:?} {text:?}\n")
            }
        });
    }
    for turn in &extract.turns {
        told.push_str(&format!("page {} at {}:{}\n", turn.page_number, turn.segment, turn.at));
    }
    for problem in &extract.problems {
        told.push_str(&format!("! {problem}\n"));
    }
    expected.assert_eq(&told);
}

#[test]
fn full_lines_go_on_and_short_ones_end() {
    check(
        vec![page(
            1,
            vec![
                line("The plan", 0.0, 100.0),
                line("Both sides will open twelve schools in", 0.0, 88.0),
                line("the north of the country.", 0.0, 76.0),
                line("They will meet.", 0.0, 64.0),
                line("- maps of all the rivers and of their", 0.0, 52.0),
                line("banks;", 8.0, 40.0),
                line("- boats", 0.0, 28.0),
            ],
        )],
        expect![[r#"
            lines: The plan⏎Both sides will open twelve schools in the north of the country.⏎They will meet.⏎- maps of all the rivers and of their banks;⏎- boats
            page 1 at 0:0
        "#]],
    );
}

#[test]
fn a_paragraph_goes_on_over_the_page_and_the_page_is_known() {
    check(
        vec![
            page(
                1,
                vec![
                    heading("Water", 100.0),
                    line("Both sides will open twelve schools in", 0.0, 88.0),
                ],
            ),
            page(2, vec![line("the north.", 0.0, 100.0), line("1. They will meet.", 0.0, 88.0)]),
        ],
        expect![[r#"
            Heading { level: 1 } 0 "" "Water"
            Paragraph 0 "" "Both sides will open twelve schools in the north."
            ListItem { introduction: None } 1 "1." "They will meet."
            page 1 at 0:0
            page 2 at 1:39
        "#]],
    );
}

#[test]
fn hyphens_of_a_program_go_and_those_of_words_stay() {
    check(
        vec![page(
            1,
            vec![
                line("The low-carbon plan and its infra-", 0.0, 100.0),
                line("structure were agreed, with a low-", 0.0, 88.0),
                line("carbon fund and Canada-", 0.0, 76.0),
                line("Mexico talks on infrastructure or so.", 0.0, 64.0),
            ],
        )],
        expect![[r#"
            lines: The low-carbon plan and its infrastructure were agreed, with a low-carbon fund and Canada-Mexico talks on infrastructure or so.
            page 1 at 0:0
        "#]],
    );
}

#[test]
fn pictures_and_pages_left_out_are_told() {
    let picture = |number| Piece::Page(Page { number, is_picture: true, ..Page::default() });
    check(
        vec![
            Piece::Begin { page_count: 9_000 },
            picture(1),
            page(2, vec![line("Text.", 0.0, 100.0)]),
            picture(3),
            picture(4),
            Piece::Failed { page_number: 5, why: "it is damaged".to_owned() },
        ],
        expect![[r#"
            lines: Text.
            page 1 at 0:0
            page 2 at 0:0
            ! page 5 could not be read: it is damaged
            ! pages 1, 3–4 without text: they are pictures, as of a scanner
            ! only the first 2000 of 9000 pages were read
        "#]],
    );
    assert_eq!(
        extract(vec![Piece::Begin { page_count: 2 }, picture(1), picture(2)], &Limits::DEFAULT),
        Err(Unreadable::Scanned { page_count: 2 })
    );
}
