//! Readings written out.

use expect_test::{Expect, expect};

use super::*;
use crate::read;

const TEXT: &str = "Report\n\nThe Water Office (WO) & <friends> will open \"Lake House\" in March 2022.\n\n\
                    They agreed to:\n\n- share 12 boats\u{1B}[31m;\n\nLanguage selection\n\nThey will meet on:\n";

#[track_caller]
fn check(out: fn(&str, &Reading) -> String, expected: Expect) {
    let reading = read(TEXT.as_bytes(), "a.txt").unwrap();
    expected.assert_eq(&out("notes & <b>.txt", &reading));
}

#[test]
fn one_finding_a_line() {
    check(
        ndjson,
        expect![[r#"
            {"document":"notes & <b>.txt","language":"en","kind":"undertaking","start":8,"end":79,"text":"The Water Office (WO) & <friends> will open \"Lake House\" in March 2022.","who":"The Water Office (WO) & <friends>","due":{"edtf":"2022-03","words":"in March 2022"},"confidence":0.58,"rule":"en-happens-on"}
            {"document":"notes & <b>.txt","language":"en","kind":"institution","start":12,"end":29,"text":"Water Office (WO)","who":null,"due":null,"confidence":0.85,"rule":"name-and-acronym"}
            {"document":"notes & <b>.txt","language":"en","kind":"date","start":65,"end":78,"text":"in March 2022","who":null,"due":{"edtf":"2022-03","words":"in March 2022"},"confidence":0.9,"rule":"date"}
            {"document":"notes & <b>.txt","language":"en","kind":"undertaking","start":100,"end":120,"text":"share 12 boats\u001b[31m;","who":"They","due":null,"confidence":0.92,"rule":"en-item-of-undertaking"}
            {"document":"notes & <b>.txt","language":"en","kind":"figure","start":106,"end":114,"text":"12 boats","who":null,"due":null,"confidence":0.7,"rule":"number-and-noun"}
            {"document":"notes & <b>.txt","language":"en","kind":"document","format":"plain text","findings":5,"problems":[{"message":"list missing after “They will meet on:”","start":142,"end":160}]}
        "#]],
    );
}

#[test]
fn the_whole_reading_as_json() {
    let parts = |name: &str, reading: &Reading| {
        let whole: serde_json::Value = serde_json::from_str(&json(name, reading)).unwrap();
        assert_eq!(whole["text"], TEXT);
        let mut lines = String::new();
        for part in ["outline", "findings", "problems"] {
            for value in whole[part].as_array().unwrap() {
                lines.push_str(&format!("{value}\n"));
            }
        }
        let head = ["document", "format", "encoding", "language"].map(|key| whole[key].to_string());
        format!("{}\n{lines}", head.join(" "))
    };
    let reading = read(TEXT.as_bytes(), "a.txt").unwrap();
    let expected: Expect = expect![[r#"
        "notes" "plain text" "UTF-8" "en"
        {"body":0,"end":6,"kind":"heading","language":"en","level":2,"start":0}
        {"body":8,"end":79,"kind":"paragraph","language":"en","start":8}
        {"body":81,"end":96,"kind":"paragraph","language":"en","start":81}
        {"body":100,"end":120,"introduction":2,"kind":"list item","language":"en","start":98}
        {"body":122,"end":140,"kind":"furniture","language":"en","start":122}
        {"body":142,"end":160,"kind":"paragraph","language":"en","start":142}
        {"confidence":0.58,"due":{"edtf":"2022-03","words":"in March 2022"},"end":79,"kind":"undertaking","language":"en","rule":"en-happens-on","start":8,"text":"The Water Office (WO) & <friends> will open \"Lake House\" in March 2022.","who":"The Water Office (WO) & <friends>"}
        {"acronym":"WO","confidence":0.85,"due":null,"end":29,"kind":"institution","language":"en","name":"Water Office","rule":"name-and-acronym","start":12,"text":"Water Office (WO)","who":null}
        {"confidence":0.9,"due":{"edtf":"2022-03","words":"in March 2022"},"end":78,"kind":"date","language":"en","rule":"date","start":65,"text":"in March 2022","who":null}
        {"confidence":0.92,"due":null,"end":120,"kind":"undertaking","language":"en","rule":"en-item-of-undertaking","start":100,"text":"share 12 boats\u001b[31m;","who":"They"}
        {"confidence":0.7,"counted":"boats","due":null,"end":114,"kind":"figure","language":"en","number":"12","rule":"number-and-noun","start":106,"text":"12 boats","who":null}
        {"end":160,"message":"list missing after “They will meet on:”","start":142}
    "#]];
    expected.assert_eq(&parts("notes", &reading));
}

#[test]
fn a_table_for_a_wide_terminal() {
    check(
        |name, reading| table(name, reading, 100),
        expect![[r#"
            notes & <b>.txt  (en, plain text)
            KIND            WHO               WHEN                PASSAGE
            undertaking     The Water Office  in March 2022       The Water Office (WO) & <friends> will open
                            (WO) & <friends>                      "Lake House" in March 2022.
            institution                                           Water Office (WO)
            date                              in March 2022       in March 2022
            undertaking     They                                  share 12 boats [31m;
            figure                                                12 boats
            problem: list missing after “They will meet on:”
        "#]],
    );
}

#[test]
fn a_table_for_a_narrow_terminal() {
    check(
        |name, reading| table(name, reading, 10),
        expect![[r#"
            notes & <b>.txt  (en, plain text)
            UNDERTAKING · The Water Office (WO) &
            <friends> · in March 2022
              The Water Office (WO) & <friends> will
              open "Lake House" in March 2022.
            INSTITUTION
              Water Office (WO)
            DATE · in March 2022
              in March 2022
            UNDERTAKING · They
              share 12 boats [31m;
            FIGURE
              12 boats
            problem: list missing after “They will
              meet on:”
        "#]],
    );
}

#[test]
fn a_page_for_a_browser() {
    let body = |name: &str, reading: &Reading| {
        let page = html(name, reading);
        assert!(!page.contains("<friends>") && !page.contains('\u{1B}') && !page.contains("http"));
        assert_eq!(page.matches("<mark").count(), page.matches("</mark>").count());
        page.split_once("</style>").unwrap().1.to_owned()
    };
    let reading = read(TEXT.as_bytes(), "a.txt").unwrap();
    let expected: Expect = expect![[r#"

        </head>
        <body>
        <header>
        <h1>notes &amp; &lt;b&gt;.txt</h1>
        <p>Read as: plain text, UTF-8</p>
        <h2>Findings</h2>
        <ul class="legend">
        <li><mark class="undertaking">undertaking</mark> 2</li>
        <li><mark class="recommendation">recommendation</mark> 0</li>
        <li><mark class="result">result</mark> 0</li>
        <li><mark class="meeting">meeting</mark> 0</li>
        <li><mark class="person">person</mark> 0</li>
        <li><mark class="institution">institution</mark> 1</li>
        <li><mark class="date">date</mark> 1</li>
        <li><mark class="figure">figure</mark> 1</li>
        <li><mark class="instrument">instrument</mark> 0</li>
        </ul>
        </header>
        <aside>
        <h2>What could not be read</h2>
        <ul lang="en">
        <li>list missing after “They will meet on:”</li>
        </ul>
        </aside>
        <main>
        <h2>Report</h2>
        <p><mark class="undertaking" title="undertaking · The Water Office (WO) &amp; &lt;friends&gt; · in March 2022 = 2022-03 · en-happens-on"><span class="label">undertaking</span> The <mark class="institution" title="institution · name-and-acronym"><span class="hidden">institution</span> Water Office (WO)</mark> &amp; &lt;friends&gt; will open &quot;Lake House&quot; <mark class="date" title="date · in March 2022 = 2022-03 · date"><span class="hidden">date</span> in March 2022</mark>.</mark></p>
        <p>They agreed to:</p>
        <ul>
        <li><mark class="undertaking" title="undertaking · They · en-item-of-undertaking"><span class="label">undertaking</span> share <mark class="figure" title="figure · number-and-noun"><span class="hidden">figure</span> 12 boats</mark>�[31m;</mark></li>
        </ul>
        <p class="furniture">Language selection</p>
        <p>They will meet on:</p>
        </main>
        </body>
        </html>
    "#]];
    expected.assert_eq(&body("notes & <b>.txt", &reading));
}
