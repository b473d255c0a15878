//! An error in what is agreed is corrected by all parties, and shown as a correction: what holds, what
//! was wrong, and what the register said until then.

use axum::http::{StatusCode, header};
use servanda_model::AccountRole;
use servanda_testkit::office::TestSite;
use servanda_testkit::page::Page;
use servanda_testkit::reader::role;
use servanda_testkit::{Reader, TestOffice};

use crate::wells;

const CHAIR: &str = "chair@north.example";
const OTHER: &str = "chair@south.example";
const DRAFTS: &str = "/en/workspace/wells/no/drafts";

fn office() -> TestOffice {
    let mut office = wells::office();
    office.account("Nils", CHAIR, role(AccountRole::CoChair, "wells", "no"));
    office.account("Sara", OTHER, role(AccountRole::CoChair, "wells", "so"));
    office
}

#[track_caller]
fn location(page: &Page) -> String {
    assert_eq!(page.status, StatusCode::SEE_OTHER, "{}", page.text());
    page.headers[header::LOCATION].to_str().expect("an address").to_owned()
}

/// The form of the commitment on wells with this many of them, and what is wrong where it corrects.
fn form(office: &TestOffice, wells: [&str; 3], wrong: Option<[&str; 3]>) -> Vec<(String, String)> {
    let north = office.path_of("wells/parties", "North");
    let mut form = vec![
        (format!("owed-by-{}", north.rsplit('/').next().expect("an id")), "yes".to_owned()),
        ("made".to_owned(), "2026-02-01".to_owned()),
        ("seen".to_owned(), "1".to_owned()),
    ];
    let tags = ["en", "fr", "es"];
    for (tag, title) in tags.iter().zip(wells) {
        form.push((format!("title-{tag}"), title.to_owned()));
    }
    for (tag, wrong) in tags.iter().zip(wrong.into_iter().flatten()) {
        form.push((format!("correction-{tag}"), wrong.to_owned()));
    }
    form
}

fn send(reader: &Reader<'_>, path: &str, fields: &[(String, String)]) -> Page {
    let fields: Vec<(&str, &str)> =
        fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    reader.post(path, &fields)
}

/// Proposes a draft and has it accepted; returns the page of the proposal as the other side read it.
#[track_caller]
fn agree(site: &TestSite, draft: &str) -> String {
    let chair = Reader::signed_in(site, CHAIR);
    let proposal = location(&chair.post(&format!("{draft}/propose"), &[("meant", "yes")]));
    let other = Reader::signed_in(site, OTHER);
    let theirs = proposal.replace("/no/", "/so/");
    let read = other.get(&theirs).text();
    location(&other.post(&format!("{theirs}/accept"), &[]));
    read
}

const THREE: [&str; 3] = ["Drill three wells", "Forer trois puits", "Perforar tres pozos"];
const FOUR: [&str; 3] = ["Drill four wells", "Forer quatre puits", "Perforar cuatro pozos"];
const WRONG: [&str; 3] = ["It said three wells.", "Il disait trois puits.", "Decía tres pozos."];

#[test]
fn what_is_agreed_is_corrected_by_all_and_says_what_was_wrong() {
    let office = office();
    let site = office.site();
    let record = office.path_of("wells/commitments", "Drill two wells");
    let id = record.rsplit('/').next().expect("an id");
    let chair = Reader::signed_in(&site, CHAIR);
    let asked = chair.get(&format!("{DRAFTS}?record={id}")).text();
    assert!(!asked.contains("Begin a correction"), "only what is agreed is corrected: {asked}");
    let draft = location(&chair.post(DRAFTS, &[("record", id)]));
    location(&send(&chair, &draft, &form(&office, THREE, None)));
    agree(&site, &draft);
    site.wait(2 * 24 * 60 * 60);

    let chair = Reader::signed_in(&site, CHAIR);
    let asked = chair.get(&format!("{DRAFTS}?record={id}")).text();
    assert!(asked.contains("Begin a correction"), "{asked}");
    let draft = location(&chair.post(DRAFTS, &[("record", id), ("corrects", "yes")]));
    let page = chair.get(&draft);
    assert!(page.text().contains("Draft of a correction"), "{}", page.text());
    location(&send(&chair, &draft, &form(&office, FOUR, None)));
    let refused = chair.post(&format!("{draft}/propose"), &[]);
    assert!(refused.text().contains("What was wrong is missing"), "{}", refused.text());
    let mut whole = form(&office, FOUR, Some(WRONG));
    whole.retain(|(name, _)| name != "seen");
    whole.push(("seen".to_owned(), "2".to_owned()));
    location(&send(&chair, &draft, &whole));
    let read = agree(&site, &draft);
    assert!(read.contains("Proposal of a correction"), "{read}");
    assert!(read.contains("Il disait trois puits."), "{read}");

    let page = site.get(&record).text();
    assert!(page.contains("# Drill four wells"), "{page}");
    assert!(page.contains("Corrected by all parties, sealed on March 4, 2026"), "{page}");
    assert!(page.contains("What was wrong: It said three wells."), "{page}");
    // What was true that day is what the correction says; what the register knew then is not.
    let on = site.get(&format!("{record}?on=2026-02-15")).text();
    assert!(on.contains("# Drill four wells"), "{on}");
    let as_of = site.get(&format!("{record}?as-of=2026-03-03")).text();
    assert!(as_of.contains("# Drill three wells") && !as_of.contains("Corrected"), "{as_of}");
    let history = site.get(&format!("{record}/history")).text();
    assert!(history.contains("A correction: it holds as if it had stood so"), "{history}");
    let data = site.get(&format!("{record}.json")).json().to_string();
    assert!(data.contains("It said three wells."), "{data}");

    // What amends it later is no correction, and a second correction says its own.
    for (corrects, kind) in [(false, "Draft"), (true, "Draft of a correction")] {
        let mut sent = vec![("record", id)];
        sent.extend(corrects.then_some(("corrects", "yes")));
        let draft = location(&chair.post(DRAFTS, &sent));
        let page = chair.get(&draft);
        assert!(page.text().contains(kind), "{}", page.text());
        assert!(!page.html().contains(">It said three wells.</textarea>"), "{}", page.html());
        assert_eq!(page.html().contains("name=\"correction-en\""), corrects);
    }
}

#[test]
fn nothing_is_corrected_that_is_not_agreed() {
    let office = office();
    let site = office.site();
    let record = office.path_of("wells/commitments", "Drill two wells");
    let id = record.rsplit('/').next().expect("an id");
    let chair = Reader::signed_in(&site, CHAIR);
    let draft = location(&chair.post(DRAFTS, &[("record", id), ("corrects", "yes")]));
    location(&send(&chair, &draft, &form(&office, FOUR, Some(WRONG))));
    let refused = chair.post(&format!("{draft}/propose"), &[("meant", "yes")]);
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    let text = refused.text();
    assert!(text.contains("Nothing is agreed yet that could be corrected."), "{text}");
}
