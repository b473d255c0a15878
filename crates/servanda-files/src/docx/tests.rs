//! Documents of word processors, taken apart.

use expect_test::{Expect, expect};

use crate::limits::Limits;
use crate::sample::{docx, told};

#[track_caller]
fn check(body: &str, beside: &[(&str, &str)], expected: Expect) {
    expected.assert_eq(&told(&docx(body, beside), &Limits::DEFAULT));
}

const STYLES: &str = "
    <w:style w:type='paragraph' w:default='1' w:styleId='Normal'><w:name w:val='Normal'/></w:style>
    <w:style w:type='paragraph' w:styleId='Titre1'><w:name w:val='heading 1'/><w:basedOn w:val='Normal'/></w:style>
    <w:style w:type='paragraph' w:styleId='Own'><w:name w:val='Own'/><w:basedOn w:val='Titre1'/>
      <w:pPr><w:outlineLvl w:val='1'/></w:pPr></w:style>
    <w:style w:type='paragraph' w:styleId='TM1'><w:name w:val='toc 1'/></w:style>
    <w:style w:type='paragraph' w:styleId='Liste'><w:name w:val='List'/>
      <w:pPr><w:numPr><w:numId w:val='1'/></w:numPr></w:pPr></w:style>";

const NUMBERING: &str = "
    <w:abstractNum w:abstractNumId='7'>
      <w:lvl w:ilvl='0'><w:start w:val='1'/><w:numFmt w:val='decimal'/><w:lvlText w:val='%1.'/></w:lvl>
      <w:lvl w:ilvl='1'><w:start w:val='1'/><w:numFmt w:val='lowerLetter'/><w:lvlText w:val='%1.%2)'/></w:lvl>
    </w:abstractNum>
    <w:abstractNum w:abstractNumId='8'>
      <w:lvl w:ilvl='0'><w:numFmt w:val='bullet'/><w:lvlText w:val='x'/></w:lvl>
    </w:abstractNum>
    <w:num w:numId='1'><w:abstractNumId w:val='7'/></w:num>
    <w:num w:numId='2'><w:abstractNumId w:val='8'/></w:num>
    <w:num w:numId='3'><w:abstractNumId w:val='7'/>
      <w:lvlOverride w:ilvl='0'><w:startOverride w:val='5'/></w:lvlOverride></w:num>";

fn p(properties: &str, text: &str) -> String {
    format!("<w:p><w:pPr>{properties}</w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>")
}

fn item(list: &str, level: usize, text: &str) -> String {
    p(&format!("<w:numPr><w:ilvl w:val='{level}'/><w:numId w:val='{list}'/></w:numPr>"), text)
}

#[test]
fn headings_and_numbers_are_those_that_a_reader_sees() {
    let body = [
        p("<w:pStyle w:val='Titre1'/>", "Plan"),
        p("<w:pStyle w:val='TM1'/>", "Plan 3"),
        p("<w:pStyle w:val='Own'/>", "Water"),
        p("", "They will:"),
        item("1", 0, "open"),
        item("1", 1, "in May"),
        item("1", 1, "in June"),
        item("1", 0, "close"),
        p("<w:pStyle w:val='Liste'/>", "rest"),
        item("3", 0, "again"),
        item("2", 0, "boats"),
        p("", "• typed"),
    ];
    check(
        &body.concat(),
        &[("styles.xml", STYLES), ("numbering.xml", NUMBERING)],
        expect![[r#"
        Heading { level: 1 } 0 "" "Plan"
        Furniture 0 "" "Plan 3"
        Heading { level: 2 } 0 "" "Water"
        Paragraph 0 "" "They will:"
        ListItem 1 "1." "open"
        ListItem 2 "1.a)" "in May"
        ListItem 2 "1.b)" "in June"
        ListItem 1 "2." "close"
        ListItem 1 "3." "rest"
        ListItem 1 "5." "again"
        ListItem 1 "" "boats"
        ListItem 1 "•" "typed"
    "#]],
    );
}

#[test]
fn a_document_that_marks_nothing_is_lines() {
    check(
        &[p("", "Plan"), p("", ""), p("", "They will meet."), p("", "- and eat")].concat(),
        &[],
        expect![[r#"
            lines: Plan⏎⏎They will meet.⏎- and eat
        "#]],
    );
}

#[test]
fn tracked_changes_are_read_as_accepted_and_said_so() {
    check(
        "<w:p><w:r><w:t>They will </w:t></w:r>\
         <w:del><w:r><w:delText>not </w:delText></w:r></w:del>\
         <w:ins><w:r><w:t>surely </w:t></w:r></w:ins><w:r><w:t>meet</w:t></w:r></w:p>\
         <w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t>One</w:t></w:r></w:p>\
         <w:p><w:pPr><w:pPrChange><w:pPr><w:outlineLvl w:val='0'/></w:pPr></w:pPrChange></w:pPr>\
         <w:r><w:rPr><w:rPrChange><w:rPr><w:vanish/></w:rPr></w:rPrChange></w:rPr><w:t> and two.</w:t></w:r></w:p>\
         <w:moveFrom><w:p><w:r><w:t>Gone.</w:t></w:r></w:p></w:moveFrom>\
         <w:tbl><w:tr><w:trPr><w:del/></w:trPr><w:tc><w:p/></w:tc></w:tr>\
         <w:tr><w:tc><w:p><w:r><w:t>a</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>b</w:t></w:r></w:p></w:tc></w:tr></w:tbl>",
        &[],
        expect![[r#"
            lines: They will surely meet⏎One and two.
            TableRow 0 "" "a\tb"
            ! tracked changes are read as accepted: 1 put in, 3 taken out
        "#]],
    );
}

#[test]
fn notes_stand_after_the_document_with_their_marks() {
    check(
        "<w:p><w:r><w:t>They will plant trees</w:t></w:r><w:r><w:endnoteReference w:id='2'/></w:r>\
         <w:r><w:t> by 2030</w:t></w:r><w:r><w:footnoteReference w:id='5'/></w:r><w:r><w:t>.</w:t></w:r></w:p>",
        &[
            (
                "footnotes.xml",
                "<w:footnote w:type='separator' w:id='0'><w:p/></w:footnote>\
                 <w:footnote w:id='5'><w:p><w:r><w:footnoteRef/><w:t>In the north.</w:t></w:r></w:p></w:footnote>",
            ),
            (
                "endnotes.xml",
                "<w:endnote w:id='2'><w:p><w:r><w:t>A million.</w:t></w:r></w:p><w:p><w:r><w:t>Or two.</w:t></w:r></w:p></w:endnote>",
            ),
        ],
        expect![[r#"
            lines: They will plant trees[1] by 2030[2].
            Paragraph 0 "[1]" "A million. Or two."
            Paragraph 0 "[2]" "In the north."
        "#]],
    );
}

#[test]
fn rows_keep_their_cells_and_frames_do_not_count() {
    check(
        "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>In a frame.</w:t></w:r></w:p></w:tc></w:tr></w:tbl>\
         <w:tbl><w:tblPr/><w:tr><w:tc><w:p><w:r><w:t>Year</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>Sum</w:t><w:tab/><w:t>in $</w:t></w:r></w:p></w:tc></w:tr>\
         <w:tr><w:tc><w:p><w:r><w:t>2021</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>5</w:t></w:r></w:p><w:p><w:r><w:t>6</w:t></w:r></w:p></w:tc></w:tr></w:tbl>",
        &[],
        expect![[r#"
            lines: In a frame.
            TableRow 0 "" "Year\tSum in $"
            TableRow 0 "" "2021\t5\n6"
        "#]],
    );
}

#[test]
fn boxes_fields_and_hidden_words_are_read_once_or_not_at_all() {
    check(
        "<w:p><w:r><w:t>Before</w:t></w:r><w:r><mc:AlternateContent><mc:Choice><wps:txbx><w:txbxContent>\
         <w:p><w:r><w:t>In a box</w:t></w:r></w:p></w:txbxContent></wps:txbx></mc:Choice>\
         <mc:Fallback><w:p><w:r><w:t>In a box</w:t></w:r></w:p></mc:Fallback></mc:AlternateContent></w:r>\
         <w:r><w:instrText>PAGE</w:instrText></w:r><w:r><w:rPr><w:vanish/></w:rPr><w:t>hidden</w:t></w:r>\
         <w:hyperlink><w:r><w:t>, after</w:t><w:br/><w:t>all</w:t></w:r></w:hyperlink></w:p>",
        &[],
        expect![[r#"
            lines: Before, after⏎all⏎In a box
        "#]],
    );
}

#[test]
fn bold_lines_are_headings_unless_most_is_bold() {
    let bold = |text: &str| format!("<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>{text}</w:t></w:r></w:p>");
    let plain = p("", "They will meet in May and speak about water.");
    check(
        &[bold("Water"), plain.clone(), plain.clone()].concat(),
        &[],
        expect![[r#"
        Heading { level: 3 } 0 "" "Water"
        lines: They will meet in May and speak about water.⏎They will meet in May and speak about water.
    "#]],
    );
    check(
        &[bold("Water"), bold("Land"), plain].concat(),
        &[],
        expect![[r#"
        lines: Water⏎Land⏎They will meet in May and speak about water.
    "#]],
    );
}

#[test]
fn what_is_damaged_is_told_beside_what_could_be_read() {
    check(
        &(p("", "They will meet.") + "<w:p><w:r><w:t>cut"),
        &[("numbering.xml", "<w:num></w:abstractNum>")],
        expect![[r#"
            lines: They will meet.⏎
            ! the numbers of its lists could not be read: its XML is damaged at byte 91
            ! reading ended early: its XML is damaged at byte 321; what stands before that was read
        "#]],
    );
    let nothing = crate::sample::archive(&[("[Content_Types].xml", "<Types/>")]);
    assert_eq!(
        told(&nothing, &Limits::DEFAULT),
        "the file cannot be read as DOCX: its document: it is missing\n"
    );
}

#[test]
fn nesting_is_followed_to_the_limit_and_no_further() {
    let nested = |depth: usize| {
        let (open, close) = ("<w:sdt>".repeat(depth), "</w:sdt>".repeat(depth));
        docx(&format!("{open}{}{close}", p("", "deep")), &[])
    };
    // The document, its body, a paragraph, a run and its text are around and inside.
    assert_eq!(told(&nested(Limits::DEFAULT.depth_max - 5), &Limits::DEFAULT), "lines: deep\n");
    assert_eq!(
        told(&nested(Limits::DEFAULT.depth_max - 4), &Limits::DEFAULT),
        "the file nests its elements more than 256 deep\n"
    );
}

#[test]
fn text_past_the_limit_is_left_out_and_said_so() {
    let limits = Limits { text_bytes_max: 30, ..Limits::DEFAULT };
    let body = [p("", "They will meet."), p("", "They will meet again."), p("", "No.")].concat();
    assert_eq!(
        told(&docx(&body, &[]), &limits),
        "lines: They will meet.\n! only the first 30 bytes of the text were read\n"
    );
}
