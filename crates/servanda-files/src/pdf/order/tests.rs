//! Columns and what stands below them.

use super::*;

fn line(text: &str, left: f32, right: f32, y: f32) -> Line {
    Line { text: text.to_owned(), left, right, y, size: 10.0, is_bold: false }
}

fn stretch(lines: &[Line]) -> Stretch {
    Stretch::Lines(lines.to_vec())
}

#[track_caller]
fn check(stretches: Vec<Stretch>, expected: &[&str]) {
    let mut page = Page { stretches, ..Page::default() };
    mend(&mut page);
    let firsts: Vec<String> = page
        .stretches
        .iter()
        .map(|stretch| match stretch {
            Stretch::Lines(lines) => lines[0].text.clone(),
            Stretch::Text(text) => text.clone(),
            Stretch::Table(_) => "table".to_owned(),
        })
        .collect();
    assert_eq!(firsts, expected);
}

fn left() -> Stretch {
    stretch(&[line("left", 0.0, 90.0, 700.0), line("on", 0.0, 90.0, 688.0)])
}

fn right() -> Stretch {
    stretch(&[line("right", 110.0, 200.0, 700.0), line("on", 110.0, 200.0, 676.0)])
}

#[test]
fn a_title_below_two_columns_follows_them() {
    check(
        vec![
            left(),
            stretch(&[line("title", 0.0, 50.0, 640.0)]),
            stretch(&[line("intro:", 0.0, 80.0, 620.0)]),
            right(),
            stretch(&[line("over both columns", 0.0, 190.0, 600.0)]),
        ],
        &["left", "right", "title", "intro:", "over both columns"],
    );
}

#[test]
fn the_end_of_a_longer_left_column_stays_before_the_right_one() {
    let paragraph = stretch(&[line("more", 0.0, 90.0, 640.0), line("of it", 0.0, 90.0, 628.0)]);
    let below = || stretch(&[line("over both columns", 0.0, 190.0, 600.0)]);
    check(
        vec![left(), paragraph.clone(), right(), below()],
        &["left", "more", "right", "over both columns"],
    );
    let short = || stretch(&[line("short", 0.0, 50.0, 640.0)]);
    // Nothing crosses the columns below.
    check(vec![left(), short(), right()], &["left", "short", "right"]);
    // The short line stands beside the right column.
    let beside = stretch(&[line("short", 0.0, 50.0, 678.0)]);
    check(vec![left(), beside, right(), below()], &["left", "short", "right", "over both columns"]);
}

#[test]
fn tables_and_empty_pages_are_left_alone() {
    check(vec![], &[]);
    check(vec![Stretch::Table(Vec::new()), right()], &["table", "right"]);
}
