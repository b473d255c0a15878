//! Plain text taken apart.

use expect_test::{Expect, expect};

use super::*;

#[track_caller]
fn check(text: &str, expected: Expect) {
    let mut told = String::new();
    let mut pieces = plain(text);
    introduce(text, &mut pieces);
    for piece in pieces {
        let kind = match piece.kind {
            BlockKind::Heading { level } => format!("h{level}"),
            BlockKind::Paragraph => "p".to_owned(),
            BlockKind::ListItem { introduction: Some(at) } => format!("item<{at}"),
            BlockKind::ListItem { introduction: None } => "item".to_owned(),
            BlockKind::TableRow => "row".to_owned(),
            BlockKind::Furniture => "furniture".to_owned(),
        };
        let body = text.get(piece.body..piece.end).unwrap().replace('\n', "⏎");
        told.push_str(&format!("{kind}: {body}\n"));
    }
    expected.assert_eq(&told);
}

#[test]
fn headings_stand_alone_and_do_not_end_like_sentences() {
    check(
        "Future actions\n\nWater\n\nThe group met twice.\n\nShort line.\n",
        expect![[r#"
        h2: Future actions
        h2: Water
        p: The group met twice.
        p: Short line.
    "#]],
    );
}

#[test]
fn a_list_knows_the_line_that_introduces_it() {
    check(
        "The chairs agreed to:\n\n- share maps;\n- meet again.\n\nOther matters:\n  1. Wells\n  2. Dams\n",
        expect![[r#"
            p: The chairs agreed to:
            item<0: share maps;
            item<0: meet again.
            p: Other matters:
            item<3: Wells
            item<3: Dams
        "#]],
    );
}

#[test]
fn a_note_after_the_colon_leaves_the_list_introduced() {
    check(
        "The chairs agreed to:[1] [12]\n\n- share maps;\n\nThey said [a]\n\n- no more.\n",
        expect![[r#"
            h2: The chairs agreed to:[1] [12]
            item<0: share maps;
            h2: They said [a]
            item: no more.
        "#]],
    );
}

#[test]
fn every_mark_of_an_item_is_known() {
    check(
        "• one\n– two\n1) three\n(b) four\niv. five\n-Marta: six\n12.3 seven goes on for a while;\n\
         1.- eight\n2º. nine\n3- ten\nIV. eleven;\no   Twelve\n-to provide the pumps;\n2030-2035 is no number;\n\
         -ed ends;\n",
        expect![[r#"
            item: one
            item: two
            item: three
            item: four
            item: five
            item: Marta: six
            item: seven goes on for a while;
            item: eight
            item: nine
            item: ten
            item: eleven;
            item: Twelve
            item: to provide the pumps;
            p: 2030-2035 is no number;
            p: -ed ends;
        "#]],
    );
}

#[test]
fn short_lines_after_a_colon_are_items() {
    check(
        "This year the town has committed to:\n\nOpen its sessions\n\nPublish what it spends\n\n\
         It was a good year for everybody who lives in the town and around it, they said.\n\n\
         The plan has these parts:\n\nBackground\n\nThe town is old, and its walls were built by hands that nobody remembers now.\n",
        expect![[r#"
            p: This year the town has committed to:
            item<0: Open its sessions
            item<0: Publish what it spends
            p: It was a good year for everybody who lives in the town and around it, they said.
            p: The plan has these parts:
            h2: Background
            p: The town is old, and its walls were built by hands that nobody remembers now.
        "#]],
    );
}

#[test]
fn points_counted_in_words_or_in_bold_are_items() {
    check(
        "Los países acuerdan:\nPrimero. Limpiar el río.\nSEGUNDA.- Medir la presa.\nTres: Pagar la obra.\n\n\
         **4) Share the maps.** They are old.\n\nPrimero vamos al río. Luego a casa.\n",
        expect![[r#"
            p: Los países acuerdan:
            item<0: Limpiar el río.
            item<0: Medir la presa.
            item<0: Pagar la obra.
            item<0: Share the maps.** They are old.
            p: Primero vamos al río. Luego a casa.
        "#]],
    );
}

#[test]
fn a_nested_list_keeps_the_introduction_around_it() {
    check(
        "They will:\n- open two offices:\n    - one in the north\n    - one in the south\n- close one.\n",
        expect![[r#"
            p: They will:
            item<0: open two offices:
            item<1: one in the north
            item<1: one in the south
            item<0: close one.
        "#]],
    );
}

#[test]
fn a_number_before_a_paragraph_makes_a_heading_and_in_a_row_an_item() {
    check(
        "1. Fisheries\nBoth ministries share a research vessel and its crew.\n2. Forests\nBoth ministries share a nursery near the border.\n\nThemes:\n1. Fish\n2. Wood\n",
        expect![[r#"
            h2: Fisheries
            p: Both ministries share a research vessel and its crew.
            h2: Forests
            p: Both ministries share a nursery near the border.
            p: Themes:
            item<4: Fish
            item<4: Wood
        "#]],
    );
}

#[test]
fn wrapped_lines_are_one_paragraph() {
    check(
        "The two ministries went over the plan for the river and found\nthat the survey of the lower course was late by two months. The\nsurvey of the delta is complete. Both will be published as one\nreport in spring.\n\nThe next item was postponed.\n",
        expect![[r#"
            p: The two ministries went over the plan for the river and found⏎that the survey of the lower course was late by two months. The⏎survey of the delta is complete. Both will be published as one⏎report in spring.
            p: The next item was postponed.
        "#]],
    );
}

#[test]
fn lines_of_a_page_saved_as_text_are_paragraphs_of_their_own() {
    check(
        "Coverage\nThe first newspaper wrote at length about the visit and about the long list of things the hosts had prepared for it over months of work behind the scenes.\nThe second newspaper wrote nothing at all about the visit, which several of its readers found strange enough to write letters to the editor about it.\nA name\nIts title\nIts house\n",
        expect![[r#"
            h2: Coverage
            p: The first newspaper wrote at length about the visit and about the long list of things the hosts had prepared for it over months of work behind the scenes.
            p: The second newspaper wrote nothing at all about the visit, which several of its readers found strange enough to write letters to the editor about it.
            p: A name
            p: Its title
            p: Its house
        "#]],
    );
}

#[test]
fn furniture_is_set_apart() {
    check(
        "Language selection\n\nAnnual report\n\nWe met.\n\nPhoto: the table\n\n0 Comments\n",
        expect![[r#"
            furniture: Language selection
            h2: Annual report
            p: We met.
            furniture: Photo: the table
            furniture: 0 Comments
        "#]],
    );
}

#[test]
fn items_of_a_wrapped_list_go_on_over_lines() {
    check(
        "Norland commits to the following:\n1. It will make every effort to plant new trees along the whole of the\nnorthern road before the rains begin.\n2. It will train the guards of the parks in the use of the new radios and\nmaps.\n",
        expect![[r#"
            p: Norland commits to the following:
            item<0: It will make every effort to plant new trees along the whole of the⏎northern road before the rains begin.
            item<0: It will train the guards of the parks in the use of the new radios and⏎maps.
        "#]],
    );
}

#[test]
fn nothing_but_marks_makes_no_blocks_with_words() {
    check(
        "-\n\n***\n\n#\n",
        expect![[r#"
        p: -
        furniture: ***
        p: #
    "#]],
    );
}

#[test]
fn what_stands_before_a_text_is_its_title_and_furniture() {
    check(
        "---\ntitle: \"The port plan\"\ndraft: false\n---\n\nThe port will open.\n",
        expect![[r#"
            furniture: ---
            h1: The port plan
            furniture: draft: false
            furniture: ---
            p: The port will open.
        "#]],
    );
}

#[test]
fn what_has_a_label_or_stands_whole_in_brackets_is_no_heading() {
    check(
        "Action: to confirm the budget\n\n(The text will be published soon.)\n",
        expect![[r#"
        p: Action: to confirm the budget
        p: (The text will be published soon.)
    "#]],
    );
}
