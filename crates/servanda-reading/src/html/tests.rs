//! Pages taken apart.

use expect_test::{Expect, expect};

use super::*;
use crate::extract;

#[track_caller]
fn check(page: &str, expected: Expect) {
    let told = match segments(page).and_then(|segments| extract::lay_out(segments, &[])) {
        Ok(laid) => laid
            .pieces
            .iter()
            .map(|piece| {
                format!("{:?} {:?}\n", piece.kind, laid.text.get(piece.body..piece.end).unwrap())
            })
            .collect(),
        Err(unreadable) => format!("{unreadable}\n"),
    };
    expected.assert_eq(&told);
}

#[test]
fn the_main_part_is_kept_and_the_page_around_it_left() {
    let body = "The two offices agreed to share the maps of the river and its banks. ".repeat(4);
    check(
        &format!(
            "<!doctype html><title>T</title><header><a href=/>Home</a></header><nav><ul><li>Menu</ul></nav>\
             <main><h1>Report</h1><p>{body}<p>Second.<script>var a = '<p>no</p>';</script></main><footer>Contact</footer>"
        ),
        expect![[r#"
            Heading { level: 1 } "Report"
            Paragraph "The two offices agreed to share the maps of the river and its banks. The two offices agreed to share the maps of the river and its banks. The two offices agreed to share the maps of the river and its banks. The two offices agreed to share the maps of the river and its banks."
            Paragraph "Second."
        "#]],
    );
}

#[test]
fn lists_tables_and_lines_keep_their_shape() {
    check(
        "<h2>Next&nbsp;steps</h2><p>They agreed to:</p><ul><li><p>open a school</p></li><li>close a mine\
         <ul><li>in the north</li></ul></li></ul><table><caption>Costs</caption><tr><th>Year<th>Sum<tr><td><p>2021</p><td>5</table>\
         <p>Ada Lind<br>Director</p>loose <b>words</b> end",
        expect![[r#"
            Heading { level: 2 } "Next\u{a0}steps"
            Paragraph "They agreed to:"
            ListItem { introduction: Some(1) } "open a school"
            ListItem { introduction: Some(1) } "close a mine"
            ListItem { introduction: Some(1) } "in the north"
            Paragraph "Costs"
            TableRow "Year\tSum"
            TableRow "2021\t5"
            Paragraph "Ada Lind\nDirector"
            Paragraph "loose words end"
        "#]],
    );
}

#[test]
fn without_a_main_part_menus_and_forms_still_go() {
    check(
        "<body><div class='top-nav menu'>Home</div><form>Search</form><div role=search>Find</div><div>\
         The mill was sold.</div><div hidden>secret</div><svg><text>no</text></svg><ul><li><a href=a>Elsewhere</a></ul>",
        expect![[r#"
            Paragraph "The mill was sold."
        "#]],
    );
}

#[test]
fn disorder_is_read_as_well_as_it_goes() {
    check(
        "</div><p>a<div>b</p>c</main><li>d<td>e",
        expect![[r#"
        Paragraph "a"
        Paragraph "b"
        Paragraph "c"
        ListItem { introduction: None } "d\te"
    "#]],
    );
}

#[test]
fn nesting_is_followed_to_the_limit_and_no_further() {
    let nested = |depth: usize| format!("{}text", "<div>".repeat(depth));
    assert!(segments(&nested(HTML_DEPTH_MAX)).is_ok());
    assert_eq!(
        segments(&nested(HTML_DEPTH_MAX + 1)).unwrap_err(),
        Unreadable::NestedTooDeep { depth_max: HTML_DEPTH_MAX }
    );
}

#[test]
fn a_tag_with_endless_attributes_is_passed_over() {
    let attributes: String = (0..200_000).map(|n| format!(" a{n}=1")).collect();
    check(
        &format!("<p{attributes}>The mill was sold.</p><p>It was old.</p>"),
        expect![[r#"
            Paragraph "The mill was sold."
            Paragraph "It was old."
        "#]],
    );
}
