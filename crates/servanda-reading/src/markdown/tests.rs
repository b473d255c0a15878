//! Markdown taken apart.

use expect_test::{Expect, expect};

use super::*;
use crate::{extract, outline};

#[track_caller]
fn check(source: &str, expected: Expect) {
    let laid = extract::lay_out(segments(source).unwrap(), &[]).unwrap();
    let body = |piece: &outline::Piece| laid.text.get(piece.body..piece.end).unwrap();
    let told: String =
        laid.pieces.iter().map(|piece| format!("{:?} {:?}\n", piece.kind, body(piece))).collect();
    expected.assert_eq(&told);
}

#[test]
fn marks_go_and_shape_stays() {
    check(
        "---\ntitle: The port\ndate: 2021-03-04\ndraft: no\n---\n# Plan\n\nBoth **offices** agreed\nto [share](http://a.b):\n\n1. maps;\n2. boats\n   - small\n\n> A quotation.\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n![picture](a.png)\n<!-- no -->\n",
        expect![[r#"
            Heading { level: 1 } "The port"
            Paragraph "2021-03-04"
            Heading { level: 1 } "Plan"
            Paragraph "Both offices agreed to share:"
            ListItem { introduction: Some(3) } "maps;"
            ListItem { introduction: Some(3) } "boats"
            ListItem { introduction: Some(3) } "small"
            Paragraph "A quotation."
            TableRow "a\tb"
            TableRow "1\t2"
        "#]],
    );
}

#[test]
fn nesting_is_followed_to_the_limit_and_no_further() {
    assert!(segments(&format!("{} a", ">".repeat(MARKDOWN_DEPTH_MAX))).is_ok());
    assert!(segments(&format!("{} a", ">".repeat(MARKDOWN_DEPTH_MAX + 1))).is_err());
    assert!(segments(&format!("a\n\n{}\n", "-".repeat(500))).is_ok());
}
