//! A document is dropped in, its findings are taken up, merged and dismissed, and what came of it is
//! proposed and agreed; nobody else sees any of it before.

use axum::http::{StatusCode, header};
use jiff::civil::Date;
use servanda_model::reading::{Due, Finding, FindingKind, FindingPlace};
use servanda_model::record::{Block, BlockForm};
use servanda_model::{Language, Reading, When};
use servanda_testkit::office::TestSite;
use servanda_testkit::page::Page;
use servanda_testkit::{Reader, TestOffice};
use servanda_web::NotRead;

use crate::sides::{
    NORTH_CHAIR, NORTH_OFFICER, OBSERVER, REGISTRAR, SOUTH_CHAIR, SOUTH_OFFICER, location, office,
};
use crate::wells;

pub(crate) const DOCUMENTS: &str = "/en/workspace/wells/no/documents";
const PLAN: &str = "Plan of 2026\n\nNorth will mend the pump by June 30, 2027. South will paint 3 \
                    fences.\n\nNorth will mend the old pump. It will not rain.\n";

/// What the reader for tests makes nothing of.
const MISSED: &str = "Both towns are to look at the well in May.";

/// A reader for tests: whoever will do something undertakes it, whoever has done something reports it.
struct Plain;

impl servanda_web::Reader for Plain {
    fn endings(&self) -> &[&'static str] {
        &["txt", "html"]
    }

    fn read(&self, name: &str, bytes: &[u8], day: Option<Date>) -> Result<Reading, NotRead> {
        if std::path::Path::new(name).extension().is_some_and(|ending| ending == "zip") {
            return Err(NotRead::OtherFormat("an archive".to_owned()));
        }
        let text = String::from_utf8(bytes.to_vec()).map_err(|_not_text| NotRead::Scanned)?;
        if text.trim().is_empty() {
            return Err(NotRead::Empty);
        }
        let (mut outline, mut findings, mut start) = (Vec::new(), Vec::new(), 0);
        for (number, paragraph) in text.split("\n\n").enumerate() {
            let end = start + paragraph.trim_end().chars().count();
            let form = if number == 0 { BlockForm::Heading1 } else { BlockForm::Paragraph };
            outline.push(Block { form, start, end });
            let mut first = start;
            for sentence in paragraph.split_inclusive(". ") {
                let said = sentence.trim_end();
                let end = first + said.chars().count();
                if let Some((who, _)) = said.split_once(" will ") {
                    findings.push(undertaking(first..end, who, said));
                } else if let Some((who, _)) = said.split_once(" has ") {
                    let mut report = undertaking(first..end, who, said);
                    report.place.kind = FindingKind::Result;
                    findings.push(report);
                }
                first += sentence.chars().count();
            }
            start += paragraph.chars().count() + 2;
        }
        let said = day.map_or_else(|| format!("{}-02", year_of(&text)), |day| day.to_string());
        Ok(Reading {
            media_type: "text/plain".to_owned(),
            language: Language::English,
            date: When::parse(&said).ok(),
            text,
            outline,
            findings,
            troubles: Vec::new(),
        })
    }
}

/// The year that the first line ends with.
fn year_of(text: &str) -> &str {
    let first = text.lines().next().and_then(|line| line.split(' ').next_back());
    first.filter(|year| year.len() == 4).unwrap_or("2026")
}

fn undertaking(span: std::ops::Range<usize>, who: &str, said: &str) -> Finding {
    let due = said.contains("June 30, 2027").then(|| Due {
        when: When::parse("../2027-06-30").ok(),
        words: "by June 30, 2027".to_owned(),
    });
    Finding {
        place: FindingPlace { start: span.start, end: span.end, kind: FindingKind::Undertaking },
        language: Language::English,
        who: Some(who.to_owned()),
        stands_for: None,
        due,
        name: None,
        short: None,
        confidence: 80,
        rule: "will".to_owned(),
    }
}

pub(crate) fn site(office: &TestOffice) -> TestSite {
    office.site_with(|site| site.with_reader(Plain))
}

/// The plan, dropped in by somebody; its address.
#[track_caller]
fn dropped(reader: &Reader<'_>) -> String {
    location(&reader.post_file(DOCUMENTS, ("plan.txt", PLAN.as_bytes())))
}

/// The places of the findings of a document, in order.
pub(crate) fn places(reader: &Reader<'_>, document: &str) -> Vec<String> {
    let data = reader.get(&format!("{document}/findings.json")).json();
    let findings = data["findings"].as_array().expect("a list").clone();
    let place = |it: &serde_json::Value| {
        format!("{}:{}-{}", it["kind"].as_str().expect("a kind"), it["start"], it["end"])
    };
    findings.iter().map(place).collect()
}

#[track_caller]
pub(crate) fn decide(reader: &Reader<'_>, document: &str, fields: &[(&str, &str)]) -> String {
    location(&reader.post(&format!("{document}/decide"), fields))
}

/// The drafts of the north, by title.
fn draft_called(reader: &Reader<'_>, title: &str) -> String {
    let html = reader.get("/en/workspace/wells/no").html();
    let (before, _) = html.split_once(&format!("\">{title}</a>")).expect("a draft with this title");
    let (_, address) = before.rsplit_once("href=\"").expect("it leads to its page");
    address.to_owned()
}

#[track_caller]
pub(crate) fn contains(page: &Page, words: &str) {
    assert!(page.text().contains(words), "{words}: {}", page.text());
}

#[test]
fn a_document_is_gone_through_finding_by_finding() {
    let office = office();
    let site = site(&office);
    let officer = Reader::signed_in(&site, NORTH_OFFICER);
    contains(&officer.get(DOCUMENTS), "None yet.");
    let document = dropped(&officer);
    let page = officer.get(&document);
    contains(&page, "0 of 4 findings decided");
    contains(&page, "Plan of 2026");
    assert!(
        page.html()
            .contains("<mark data-f=\"1\">North will mend the pump by June 30, 2027.</mark>")
    );
    let [pump, fences, old, rain] =
        <[String; 4]>::try_from(places(&officer, &document)).expect("four");

    // Taken up: on to the next; what the reader understood is in the draft, with the passage.
    let next = decide(&officer, &document, &[("take", &pump)]);
    assert!(next.ends_with("&done=take&count=1#f-2"), "{next}");
    let page = officer.get(&next);
    contains(&page, "1 finding taken up.");
    contains(&page, "1 of 4 findings decided");
    let draft = draft_called(&officer, "North will mend the pump by June 30, 2027");
    let form = officer.get(&draft).html();
    assert!(form.contains(">North will mend the pump by June 30, 2027.</textarea>"), "{form}");
    assert!(form.contains("value=\"../2027-06-30\""), "{form}");
    contains(&officer.get(&format!("{draft}/preview")), "by June 30, 2027");

    // Whoever comes back goes on where they left.
    assert!(location(&officer.get(&document)).ends_with("?page=1#f-2"));

    // Merged: a further source of the same draft. Dismissed with a reason.
    let finding = format!("{document}/findings/{old}");
    contains(&officer.get(&finding), "words in common: mend, pump and north");
    let merged = officer.post(&finding, &[("do", "merge"), ("into", &pump)]);
    assert!(location(&merged).contains("done=merge&count=1"));
    let rainy = format!("{document}/findings/{rain}");
    let said = [("do", "dismiss"), ("why", "misread"), ("said", "A forecast.")];
    location(&officer.post(&rainy, &said));
    contains(&officer.get(&rainy), "A forecast.");
    contains(&officer.get(&rainy), "Dismissed by Oda");
    let dismissed = officer.get(&format!("{document}?show=dismissed"));
    assert_eq!(dismissed.html().matches("<article").count(), 1);

    // Undone: open again, and somebody else may decide it.
    let undone = decide(&officer, &document, &[("undo", &rain)]);
    assert!(undone.ends_with("done=undo&count=1#f-4"), "{undone}");
    let both = [(&*format!("pick-{fences}"), "yes"), (&*format!("pick-{rain}"), "yes")];
    let fields = [("all", "dismiss"), ("why", "outside"), both[0], both[1]];
    assert!(decide(&officer, &document, &fields).contains("done=dismiss&count=2"));
    contains(&officer.get(&document), "4 of 4 findings decided");
    let chair = Reader::signed_in(&site, NORTH_CHAIR);
    let late = decide(&chair, &document, &[("take", &rain)]);
    assert!(late.contains("done=take&count=0&left=1"), "{late}");
}

#[test]
fn whoever_has_a_document_says_of_which_day_it_is_and_where_it_was_published() {
    let office = office();
    let site = site(&office);
    let officer = Reader::signed_in(&site, NORTH_OFFICER);
    let file = ("plan.txt", PLAN.as_bytes());
    let refused = officer.post_file_with(DOCUMENTS, file, &[("dated", "after the rain")]);
    contains(&refused, "This day was not understood");
    assert!(refused.html().contains("value=\"after the rain\""), "{}", refused.html());

    let sent = officer.post_file_with(DOCUMENTS, file, &[("dated", "2026-03-02")]);
    let document = location(&sent);
    let [pump, fences, ..] = <[String; 4]>::try_from(places(&officer, &document)).expect("four");
    decide(&officer, &document, &[("take", &pump)]);
    let taken = draft_called(&officer, "North will mend the pump by June 30, 2027");
    assert!(officer.get(&taken).html().contains("value=\"2026-03-02\""), "the day it was made");

    // Both can be said later, in the draft of the document; what it is by its bytes stays.
    let own = draft_called(&officer, "Plan of 2026");
    let form = officer.get(&own).html();
    assert!(form.contains("name=\"published\" value=\"2026-03-02\""), "{form}");
    let typed = |address: &'static str| {
        [
            ("title-en", "Plan of 2026"),
            ("published", "March 5, 2026"),
            ("address", address),
            ("seen", "1"),
        ]
    };
    let refused = officer.post(&own, &typed("javascript:alert(1)"));
    contains(&refused, "write the whole address, beginning with https://.");
    location(&officer.post(&own, &typed("https://north.example/plan")));
    let form = officer.get(&own).html();
    assert!(form.contains("value=\"https://north.example/plan\""), "{form}");
    let preview = officer.get(&format!("{own}/preview"));
    contains(&preview, "https://north.example/plan");
    contains(&preview, "March 5, 2026");
    decide(&officer, &document, &[("take", &fences)]);
    let later = draft_called(&officer, "South will paint 3 fences");
    assert!(officer.get(&later).html().contains("value=\"2026-03-05\""), "as its record says");
    let known = officer.post_file(DOCUMENTS, file);
    assert_eq!(location(&known), document, "its bytes are known as before");
}

#[test]
fn what_the_reader_missed_is_taken_up_by_its_words() {
    let office = office();
    let site = site(&office);
    let officer = Reader::signed_in(&site, NORTH_OFFICER);
    let text = format!("{PLAN}\n{MISSED}\n");
    let document = location(&officer.post_file(DOCUMENTS, ("plan.txt", text.as_bytes())));
    let choose = |words: &str| officer.post(&format!("{document}/passage"), &[("words", words)]);
    for (words, why) in [
        ("  ", "Type or paste the words of the passage first."),
        ("North will mend the moon", "These words do not stand in the document like this."),
        ("North will mend the", "These words stand in the document 2 times."),
    ] {
        let page = choose(words);
        contains(&page, why);
        assert!(page.html().contains(&format!(">{words}</textarea>")), "what was typed stays");
    }
    // What was found leads to its finding.
    let [pump, ..] = <[String; 4]>::try_from(places(&officer, &document)).expect("four");
    let known = location(&choose("North will mend the pump by June 30, 2027."));
    assert!(known.contains(&format!("/findings/{pump}?")), "{known}");

    // What was not has a page of its own, and is a finding once something is decided about it.
    let page = location(&choose(MISSED));
    let place = page.split_once("/findings/").and_then(|(_, rest)| rest.split_once('?'));
    let place = place.expect("the place is in the address").0.to_owned();
    contains(&officer.get(&page), "A passage chosen by hand");
    assert!(!officer.get(&page).html().contains("id=\"dismiss\""), "there is nothing to dismiss");
    assert_eq!(places(&officer, &document).len(), 4);
    let path = page.split('?').next().expect("a path");
    assert!(location(&officer.post(path, &[("do", "take")])).contains("done=take&count=1"));
    assert!(places(&officer, &document).contains(&place), "it stands among the others");
    contains(&officer.get(&format!("{document}?show=taken")), "chosen by hand");
    contains(&officer.get(&format!("{document}?page=1")), "1 of 5 findings decided");
    let draft = draft_called(&officer, MISSED.trim_end_matches('.'));
    contains(&officer.get(&format!("{draft}/preview")), MISSED);

    // Taken back it is text again.
    let undone = decide(&officer, &document, &[("undo", &place)]);
    assert!(undone.contains("done=undo&count=1#h-"), "{undone}");
    assert_eq!(places(&officer, &document).len(), 4);
    contains(&officer.get(&format!("{document}?page=1")), "0 of 4 findings decided");

    // It may say the same as what was found, and be open again like any finding.
    let merged = officer.post(path, &[("do", "merge"), ("into", &pump)]);
    assert!(location(&merged).contains("done=merge&count=1"));
    assert!(places(&officer, &document).contains(&place));
    decide(&officer, &document, &[("undo", &place)]);
    location(&officer.post(path, &[("do", "take")]));
    let draft = draft_called(&officer, MISSED.trim_end_matches('.'));
    location(&officer.post(&format!("{draft}/discard"), &[]));
    contains(&officer.get(&format!("{document}?show=open&page=1")), "chosen by hand");
    assert!(decide(&officer, &document, &[("dismiss", &place)]).contains("done=dismiss&count=1"));

    // A place where no words stand, or beyond the end, is none.
    for place in ["undertaking:90000-90010", "undertaking:0-5000"] {
        assert_eq!(
            officer.get(&format!("{document}/findings/{place}")).status,
            StatusCode::NOT_FOUND,
            "{place}"
        );
    }
}

#[test]
fn what_came_of_a_document_is_proposed_with_it_and_agreed() {
    let office = office();
    let site = site(&office);
    let officer = Reader::signed_in(&site, NORTH_OFFICER);
    let document = dropped(&officer);
    let pump = places(&officer, &document).remove(0);
    decide(&officer, &document, &[("take", &pump)]);
    let draft = draft_called(&officer, "North will mend the pump by June 30, 2027");
    crate::sides::save(&office, &officer, &draft, crate::sides::JUNE, 1);
    let own = draft_called(&officer, "Plan of 2026");

    // Its own record has no title in two languages yet: that is told before anything binds.
    let chair = Reader::signed_in(&site, NORTH_CHAIR);
    let review = chair.post(&format!("{document}/propose"), &[]);
    contains(&review, "Title is missing in French");
    let titles = [
        ("title-en", "Plan of 2026"),
        ("title-fr", "Plan de 2026"),
        ("title-es", "Plan de 2026"),
        ("published", "2026-03-05"),
        ("address", "https://north.example/plan"),
        ("seen", "1"),
    ];
    location(&officer.post(&own, &titles));
    let review = chair.post(&format!("{document}/propose"), &[]);
    assert_eq!(review.html().matches("checked").count(), 2, "{}", review.text());

    // Proposed with one act for the lot: the document first. Choosing the commitment is enough.
    let id = draft.rsplit('/').next().expect("an id");
    let sent = chair.post("/en/workspace/wells/no/propose", &[(&format!("draft-{id}"), "yes")]);
    assert!(location(&sent).ends_with("?proposed=2"), "{}", location(&sent));
    contains(&chair.get(&document), "Taken up by Oda");
    let refused = chair.post(&format!("{document}/decide"), &[("undo", &pump)]);
    contains(&refused, "What came of it is proposed already.");

    // The others read it before they agree; then everybody does.
    let south = Reader::signed_in(&site, SOUTH_CHAIR);
    let side = south.get("/en/workspace/wells/so");
    let html = side.html();
    let leaves: Vec<String> = html
        .split("name=\"proposal-")
        .skip(1)
        .filter_map(|rest| Some(format!("proposal-{}", rest.split('"').next()?)))
        .collect();
    assert_eq!(leaves.len(), 2, "{}", side.text());
    let nobody = Reader::new(&site);
    assert!(!nobody.get("/en/wells/documents").text().contains("Plan of 2026"));
    let fields: Vec<(&str, &str)> = leaves.iter().map(|leaf| (leaf.as_str(), "yes")).collect();
    assert!(location(&south.post("/en/workspace/wells/so/accept", &fields)).contains("accepted=2"));
    let public = nobody.get(&office.path_of("wells/documents", "Plan of 2026"));
    contains(&public, "Mend the pump");
    assert!(public.html().contains("href=\"https://north.example/plan\""), "{}", public.html());
    assert!(public.html().contains("<mark>"), "{}", public.html());
    let original =
        nobody.get(&format!("{}/original", office.path_of("wells/documents", "Plan of 2026")));
    assert_eq!(original.body, PLAN.as_bytes());
    let commitment = nobody.get(&office.path_of("wells/commitments", "Mend the pump"));
    contains(&commitment, "North will mend the pump by June 30, 2027.");
}

#[test]
fn a_passage_becomes_a_further_source_of_what_is_recorded() {
    let office = office();
    let site = site(&office);
    let officer = Reader::signed_in(&site, NORTH_OFFICER);
    let text = "Both sides will not drill two wells by spring 2028.";
    let document = location(&officer.post_file(DOCUMENTS, ("later.txt", text.as_bytes())));
    let place = places(&officer, &document).remove(0);
    let finding = format!("{document}/findings/{place}");
    let page = officer.get(&finding);
    contains(&page, "words in common: drill, spring and wells");
    contains(&page, "One denies what the other does not: here not, there none.");
    contains(&page, "They differ in numbers: here 2028, there 2027.");
    let html = page.html();
    let (_, of) = html.split_once("name=\"of\" value=\"").expect("something is offered");
    let of = of.split('"').next().expect("a value");
    let done = location(&officer.post(&finding, &[("do", "source"), ("of", of)]));
    assert!(done.contains("done=source&count=1"), "{done}");
    contains(&officer.get(&finding), "A further source by Oda");
    // Taken back, nothing of it stays.
    decide(&officer, &document, &[("undo", &place)]);
    let side = officer.get("/en/workspace/wells/no").text();
    assert!(!side.contains("Drill two wells"), "{side}");
}

#[test]
fn a_draft_that_somebody_has_written_stays_when_its_finding_is_undone() {
    let office = office();
    let site = site(&office);
    let officer = Reader::signed_in(&site, NORTH_OFFICER);
    let document = dropped(&officer);
    let [pump, fences, ..] = <[String; 4]>::try_from(places(&officer, &document)).expect("four");
    decide(&officer, &document, &[("take", &pump)]);
    decide(&officer, &document, &[("take", &fences)]);
    let draft = draft_called(&officer, "North will mend the pump by June 30, 2027");
    crate::sides::save(&office, &officer, &draft, crate::sides::JUNE, 1);
    assert!(decide(&officer, &document, &[("undo", &pump)]).contains("kept=1"));
    assert!(!decide(&officer, &document, &[("undo", &fences)]).contains("kept"));
    let side = officer.get("/en/workspace/wells/no").text();
    assert!(side.contains("Mend the pump") && !side.contains("paint 3 fences"), "{side}");
    contains(&officer.get(&document), "0 of 4 findings decided");
}

#[test]
fn nobody_else_sees_a_document_before_it_is_proposed() {
    let office = office();
    let site = site(&office);
    let officer = Reader::signed_in(&site, NORTH_OFFICER);
    let document = dropped(&officer);
    let pump = places(&officer, &document).remove(0);
    decide(&officer, &document, &[("take", &pump)]);
    for mail in [SOUTH_OFFICER, SOUTH_CHAIR, OBSERVER, REGISTRAR] {
        let other = Reader::signed_in(&site, mail);
        for path in ["", "/findings.csv", "/findings.json", "/original"] {
            let page = other.get(&format!("{document}{path}"));
            assert_eq!(page.status, StatusCode::FORBIDDEN, "{mail} {path}");
        }
    }
    let nobody = Reader::new(&site);
    for path in ["/en/wells", "/en/wells/journal", "/en/wells/documents", "/en/search?q=fences"] {
        let page = nobody.get(path).text();
        assert!(!page.contains("Plan of 2026") && !page.contains("fences."), "{path}: {page}");
    }
    let south = Reader::signed_in(&site, SOUTH_CHAIR);
    assert!(!south.get("/en/workspace/wells/so").text().contains("mend the pump"));
    let sent = nobody.post_file(DOCUMENTS, ("plan.txt", PLAN.as_bytes()));
    assert_eq!(sent.status, StatusCode::UNAUTHORIZED);
    let south = south.post_file(DOCUMENTS, ("plan.txt", PLAN.as_bytes()));
    assert_eq!(south.status, StatusCode::FORBIDDEN);
}

#[test]
fn a_document_that_is_put_away_leaves_nothing_and_one_in_use_stays() {
    let office = office();
    let site = site(&office);
    let officer = Reader::signed_in(&site, NORTH_OFFICER);
    let document = dropped(&officer);
    assert_eq!(dropped(&officer), document, "the same bytes are read once");
    let pump = places(&officer, &document).remove(0);
    decide(&officer, &document, &[("take", &pump)]);
    let away = format!("{document}/put-away");
    contains(&officer.post(&away, &[]), "1 draft rests on this document.");
    decide(&officer, &document, &[("undo", &pump)]);
    assert!(location(&officer.post(&away, &[])).ends_with("/documents?away=yes"));
    assert_eq!(officer.get(&document).status, StatusCode::NOT_FOUND);
    contains(&officer.get(DOCUMENTS), "None yet.");
    let held = ["ground.db", "ground.db-wal"].iter().any(|file| {
        let held = std::fs::read(office.folder().join(file)).unwrap_or_default();
        held.windows(12).any(|window| window == b"paint 3 \nfen" || window == b"old pump. It")
    });
    assert!(!held, "its text is gone from the ground");
}

#[test]
fn what_is_not_read_says_what_to_do() {
    let office = office();
    let site = site(&office);
    let officer = Reader::signed_in(&site, NORTH_OFFICER);
    let send = |name: &str, bytes: &[u8]| officer.post_file(DOCUMENTS, (name, bytes));
    for (name, bytes, words) in [
        ("plan.zip", PLAN.as_bytes(), "Files of this sort are not read. These are: TXT and HTML."),
        ("plan.txt", b" ".as_slice(), "There is no text in this file."),
        ("plan.pdf", &[0xFF, 0xFE, 0xFF], "The pages are pictures and have no text."),
        ("", b"", "Choose a file first."),
    ] {
        let page = send(name, bytes);
        assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY, "{name}");
        contains(&page, words);
    }
    let large = vec![b' '; 33 * 1_024 * 1_024];
    contains(&send("plan.txt", &large), "The file is too large: 32 MB at most are taken.");
    let plain = office.site();
    let officer = Reader::signed_in(&plain, NORTH_OFFICER);
    contains(&officer.get(DOCUMENTS), "This installation does not read documents.");
}

#[test]
fn decisions_are_given_out_as_a_table_and_as_data() {
    let office = office();
    let site = site(&office);
    let officer = Reader::signed_in(&site, NORTH_OFFICER);
    let document = dropped(&officer);
    let [pump, fences, ..] = <[String; 4]>::try_from(places(&officer, &document)).expect("four");
    decide(&officer, &document, &[("take", &pump)]);
    decide(&officer, &document, &[("dismiss", &fences), ("why", "outside")]);
    let table = officer.get(&format!("{document}/findings.csv"));
    assert_eq!(table.headers[header::CONTENT_TYPE], "text/csv; charset=utf-8; header=present");
    assert!(!table.headers.contains_key(header::ACCESS_CONTROL_ALLOW_ORIGIN));
    let lines: Vec<&str> = std::str::from_utf8(&table.body).expect("UTF-8").lines().collect();
    assert_eq!(lines.len(), 5, "{lines:?}");
    assert!(lines[1].contains("North will mend the pump") && lines[1].contains("take-up"));
    assert!(lines[2].ends_with(",dismiss,,,outside,"), "{}", lines[2]);
    let data = officer.get(&format!("{document}/findings.json")).json();
    assert_eq!(data["file"], "plan.txt");
    let draft = data["findings"][0]["draft"].as_str().expect("an address");
    assert!(draft.starts_with("https://test.example/en/workspace/wells/no/drafts/"), "{draft}");
}

#[test]
fn the_pages_of_documents_are_there_in_every_language() {
    let office = office();
    let site = site(&office);
    let officer = Reader::signed_in(&site, NORTH_OFFICER);
    let document = dropped(&officer);
    let place = places(&officer, &document).remove(0);
    for (language, lead, progress) in [
        ("en", "Choose a document, or drop it here", "0 of 4 findings decided"),
        ("fr", "Choisissez un document, ou déposez-le ici", "Constats traités : 0 sur 4"),
        ("es", "Elija un documento, o suéltelo aquí", "0 de 4 hallazgos resueltos"),
    ] {
        let of = |path: &str| path.replacen("/en/", &format!("/{language}/"), 1);
        contains(&officer.get(&of(DOCUMENTS)), lead);
        let page = officer.get(&of(&document));
        contains(&page, progress);
        assert!(page.html().len() < 60 * 1_024, "{}", page.html().len());
        assert_eq!(
            officer.get(&of(&format!("{document}/findings/{place}"))).status,
            StatusCode::OK
        );
    }
    // What the registrar has stated is not received anew: its record is the one that passages name.
    let minutes = office.path_of("wells/documents", "Minutes of 2026");
    let known = location(&officer.post_file(DOCUMENTS, ("minutes.txt", wells::MINUTES.as_bytes())));
    let data = officer.get(&format!("{known}/findings.json")).json();
    assert!(minutes.ends_with(data["record"].as_str().expect("an id")), "{minutes}");
}

#[test]
fn a_registrar_states_what_it_took_up_with_one_act_for_the_lot() {
    let office = office();
    let site = site(&office);
    let registrar = Reader::signed_in(&site, REGISTRAR);
    let documents = DOCUMENTS.replace("/no/", "/registrar/");
    let document = location(&registrar.post_file(&documents, ("plan.txt", PLAN.as_bytes())));
    let pump = places(&registrar, &document).remove(0);
    decide(&registrar, &document, &[("take", &pump)]);
    let review = registrar.post(&format!("{document}/state"), &[]);
    contains(&review, "Title is missing in French");
    let html = registrar.get("/en/workspace/wells/registrar").html();
    let called = |title: &str| {
        let (before, _) = html.split_once(&format!("\">{title}</a>")).expect("a draft");
        before.rsplit_once("href=\"").expect("it leads to its page").1.to_owned()
    };
    let (plan, mend) =
        (called("Plan of 2026"), called("North will mend the pump by June 30, 2027"));
    let titles =
        [("title-en", "Plan of 2026"), ("title-fr", "Plan de 2026"), ("title-es", "Plan de 2026")];
    location(&registrar.post(&plan, &[&titles[..], &[("seen", "1")]].concat()));
    crate::sides::save(&office, &registrar, &mend, crate::sides::JUNE, 1);
    let id = mend.rsplit('/').next().expect("an id");
    let field = format!("draft-{id}");
    let stated = registrar.post("/en/workspace/wells/registrar/state", &[(&*field, "yes")]);
    assert!(location(&stated).ends_with("?stated=2"));
    let nobody = Reader::new(&site);
    let page = nobody.get(&office.path_of("wells/commitments", "Mend the pump"));
    contains(&page, "Documented");
    contains(&page, "North will mend the pump by June 30, 2027.");
    assert!(location(&registrar.get(&mend)).contains("/wells/commitments/"));
    contains(&registrar.get(&format!("{document}?page=1")), "Taken up by Rita");
    let officer = Reader::signed_in(&site, NORTH_OFFICER);
    let forbidden = officer.post("/en/workspace/wells/no/state", &[(&*field, "yes")]);
    assert_eq!(forbidden.status, StatusCode::FORBIDDEN);
}
