//! OpenDocument texts, taken apart.

use expect_test::{Expect, expect};

use crate::limits::Limits;
use crate::sample::{archive, odt, told};

#[track_caller]
fn check(body: &str, styles: &str, expected: Expect) {
    expected.assert_eq(&told(&odt(body, styles), &Limits::DEFAULT));
}

const STYLES: &str = "
    <style:style style:name='P1' style:parent-style-name='Title'/>
    <style:style style:name='Title'/>
    <style:style style:name='T1'><style:text-properties fo:font-weight='bold'/></style:style>
    <text:list-style style:name='L1'>
      <text:list-level-style-number text:level='1' style:num-suffix='.' style:num-format='1'/>
      <text:list-level-style-number text:level='2' style:num-suffix=')' style:num-format='a' text:display-levels='2'/>
      <text:list-level-style-bullet text:level='3' text:bullet-char='x'/>
    </text:list-style>";

#[test]
fn headings_and_numbers_are_those_that_a_reader_sees() {
    check(
        "<text:p text:style-name='P1'>Plan</text:p>\
         <text:table-of-content><text:index-body><text:p>Water 3</text:p></text:index-body></text:table-of-content>\
         <text:h text:outline-level='2'>Water</text:h><text:p>They will:</text:p>\
         <text:list text:style-name='L1'><text:list-item><text:p>open</text:p><text:list>\
         <text:list-item><text:p>in May</text:p></text:list-item>\
         <text:list-item><text:p>in June</text:p><text:list><text:list-item><text:p>late</text:p></text:list-item></text:list></text:list-item>\
         </text:list></text:list-item><text:list-item><text:p>close</text:p><text:p>and rest</text:p></text:list-item></text:list>\
         <text:p>And:</text:p>\
         <text:list text:style-name='L1' text:continue-numbering='true'><text:list-item><text:p>eat</text:p></text:list-item></text:list>\
         <text:list text:style-name='L1'><text:list-item text:start-value='7'><text:p>sleep</text:p></text:list-item></text:list>",
        STYLES,
        expect![[r#"
            Heading { level: 1 } 0 "" "Plan"
            Furniture 0 "" "Water 3"
            Heading { level: 2 } 0 "" "Water"
            Paragraph 0 "" "They will:"
            ListItem 1 "1." "open"
            ListItem 2 "1.a)" "in May"
            ListItem 2 "1.b)" "in June"
            ListItem 3 "" "late"
            ListItem 1 "2." "close"
            Paragraph 0 "" "and rest"
            Paragraph 0 "" "And:"
            ListItem 1 "3." "eat"
            ListItem 1 "7." "sleep"
        "#]],
    );
}

#[test]
fn tracked_changes_are_read_as_accepted_and_said_so() {
    check(
        "<text:tracked-changes><text:changed-region><text:deletion><text:p>not</text:p></text:deletion></text:changed-region>\
         <text:changed-region><text:insertion/></text:changed-region></text:tracked-changes>\
         <text:p>They will <text:change/><text:change-start/>surely<text:change-end/> meet.</text:p>",
        "",
        expect![[r#"
            lines: They will surely meet.
            ! tracked changes are read as accepted: 1 put in, 1 taken out
        "#]],
    );
}

#[test]
fn notes_spaces_and_breaks() {
    check(
        "<text:p>They  will\n plant<text:note><text:note-citation>1</text:note-citation><text:note-body>\
         <text:p>A million.</text:p></text:note-body></text:note> trees<text:s text:c='3'/>by<text:line-break/>2030<text:tab/>.\
         <office:annotation><text:p>Really?</text:p></office:annotation></text:p>\
         <text:p>  Second.</text:p>",
        "",
        expect![[r#"
            lines: They will plant[1] trees   by⏎2030 .⏎Second.
            Paragraph 0 "[1]" "A million."
        "#]],
    );
}

#[test]
fn rows_keep_their_cells_and_repeated_ones_are_few() {
    check(
        "<table:table><table:table-header-rows><table:table-row><table:table-cell><text:p>Year</text:p></table:table-cell>\
         <table:table-cell><text:p>Sum</text:p></table:table-cell></table:table-row></table:table-header-rows>\
         <table:table-row table:number-rows-repeated='1000000'><table:table-cell><text:p>2021</text:p></table:table-cell>\
         <table:table-cell><text:list><text:list-item><text:p>five</text:p></text:list-item></text:list></table:table-cell>\
         </table:table-row></table:table>",
        "",
        expect![[r#"
            TableRow 0 "" "Year\tSum"
            TableRow 0 "" "2021\t• five"
        "#]],
    );
    let repeated = told(
        &odt(
            "<table:table><table:table-row><table:table-cell table:number-columns-repeated='1000000000'>\
             <text:p>x</text:p></table:table-cell></table:table-row></table:table>",
            "",
        ),
        &Limits::DEFAULT,
    );
    assert_eq!(repeated.matches('x').count(), super::REPEATED_MAX, "{repeated}");
}

#[test]
fn a_password_is_told_from_damage() {
    let locked = archive(&[
        ("mimetype", "application/vnd.oasis.opendocument.text"),
        ("content.xml", "\u{1}\u{2}<<<"),
        ("META-INF/manifest.xml", "<manifest><encryption-data/></manifest>"),
    ]);
    assert_eq!(told(&locked, &Limits::DEFAULT), "the file is protected with a password\n");
    let damaged = archive(&[
        ("mimetype", "application/vnd.oasis.opendocument.text"),
        ("content.xml", "<a></b>"),
    ]);
    assert!(
        told(&damaged, &Limits::DEFAULT).starts_with("the file cannot be read as ODT: its XML")
    );
}
