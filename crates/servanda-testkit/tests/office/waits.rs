//! What waits for one person of a side: what they were told, given, and may answer or propose.

use axum::http::{StatusCode, header};
use servanda_model::{AccountId, AccountRole};
use servanda_testkit::office::TestSite;
use servanda_testkit::page::Page;
use servanda_testkit::reader::role;
use servanda_testkit::{Reader, TestOffice};

use crate::wells;

const OFFICER: &str = "officer@north.example";
const CHAIR: &str = "chair@north.example";
const OTHER: &str = "chair@south.example";
const SIDE: &str = "/en/workspace/wells/no";
const WAITS: &str = "/en/workspace/waits";

struct Sides {
    office: TestOffice,
    officer: AccountId,
    chair: AccountId,
    other: AccountId,
}

fn sides() -> Sides {
    let mut office = wells::office();
    let officer = office.account("Oda", OFFICER, role(AccountRole::Officer, "wells", "no"));
    let chair = office.account("Nils", CHAIR, role(AccountRole::CoChair, "wells", "no"));
    let other = office.account("Sara", OTHER, role(AccountRole::CoChair, "wells", "so"));
    Sides { office, officer, chair, other }
}

#[track_caller]
fn location(page: &Page) -> String {
    assert_eq!(page.status, StatusCode::SEE_OTHER, "{}", page.text());
    page.headers[header::LOCATION].to_str().expect("an address").to_owned()
}

/// A draft with a title in three languages, saved by the officer; its address.
fn draft(site: &TestSite, office: &TestOffice, english: &str) -> String {
    let officer = Reader::signed_in(site, OFFICER);
    let path = location(&officer.post(&format!("{SIDE}/drafts"), &[]));
    save(site, office, &path, english, "1");
    path
}

fn save(site: &TestSite, office: &TestOffice, path: &str, english: &str, seen: &str) {
    let north = office.path_of("wells/parties", "North");
    let owed_by = format!("owed-by-{}", north.rsplit('/').next().expect("an id"));
    let sent = [
        ("title-en", english),
        ("title-fr", "Réparer la pompe"),
        ("title-es", "Reparar la bomba"),
        ("made", "2026-03-01"),
        (owed_by.as_str(), "yes"),
        ("seen", seen),
    ];
    location(&Reader::signed_in(site, OFFICER).post(path, &sent));
}

fn id(path: &str) -> &str {
    path.rsplit('/').next().expect("an id")
}

#[test]
fn whoever_is_told_something_sees_it_until_they_answer_or_say_that_it_is_done() {
    let sides = sides();
    let site = sides.office.site();
    let path = draft(&site, &sides.office, "Mend the pump");
    let (officer, chair) = (Reader::signed_in(&site, OFFICER), Reader::signed_in(&site, CHAIR));
    assert!(officer.get(WAITS).text().contains("Nothing waits for you now."));
    let back = path.trim_start_matches("/en");
    let tell = |words: &str| {
        let to = sides.officer.as_str();
        let sent = [("about", id(&path)), ("said", words), ("to", to), ("back", back)];
        location(&chair.post(&format!("{SIDE}/comments"), &sent));
    };
    tell("Is <June> right?");
    let page = officer.get(WAITS);
    let text = page.text();
    assert!(page.html().contains("Waits for you (1)"), "{}", page.html());
    assert!(text.contains("Mend the pump") && text.contains("Nils on March"), "{text}");
    assert!(page.html().contains("Is &#60;June&#62; right?"), "{}", page.html());
    assert!(officer.get(&path).text().contains("to Oda"));
    // The chair was told nothing, and has only a draft that can be proposed.
    assert!(!chair.get(WAITS).text().contains("What you were told"));

    let answer = [("about", id(&path)), ("said", "It is."), ("back", back)];
    location(&officer.post(&format!("{SIDE}/comments"), &answer));
    assert!(officer.get(WAITS).text().contains("Nothing waits for you now."));

    tell("And July?");
    let page = officer.get(WAITS).html();
    let comment = page.split("name=\"comment\" value=\"").nth(1).expect("a comment to tick");
    let comment = comment.split('"').next().expect("its place");
    let ticking = [("comment", comment), ("back", "/workspace/waits")];
    // Only whoever was told can say so.
    location(&chair.post(&format!("{SIDE}/comments/tick"), &ticking));
    assert!(officer.get(WAITS).text().contains("And July?"));
    assert_eq!(location(&officer.post(&format!("{SIDE}/comments/tick"), &ticking)), WAITS);
    assert!(officer.get(WAITS).text().contains("Nothing waits for you now."));
    assert!(officer.get(&path).text().contains("And July?"), "what was said stays");
}

#[test]
fn a_comment_that_is_refused_comes_back_as_it_was_typed() {
    let sides = sides();
    let site = sides.office.site();
    let path = draft(&site, &sides.office, "Mend the pump");
    let officer = Reader::signed_in(&site, OFFICER);
    let long = "word ".repeat(1_000);
    for (said, to, told) in [
        (long.as_str(), sides.chair.as_str(), "The comment is too long."),
        ("Too \u{441}oon.", sides.chair.as_str(), "The text has characters that are hidden"),
        ("Hello there", sides.other.as_str(), "Choose somebody of your side."),
    ] {
        let sent = [("about", id(&path)), ("said", said), ("to", to)];
        let page = officer.post(&format!("{SIDE}/comments"), &sent);
        assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY, "{told}");
        assert!(page.text().contains(told), "{}", page.text());
        assert!(page.html().contains(said.trim()), "{}", page.html());
        let about = format!("name=\"about\" value=\"{}\"", id(&path));
        assert!(page.html().contains(&about), "{}", page.html());
        if to == sides.chair.as_str() {
            let chosen = format!("value=\"{to}\" selected");
            assert!(page.html().contains(&chosen), "{}", page.html());
        }
    }
    assert!(Reader::signed_in(&site, OTHER).get(WAITS).text().contains("Nothing waits for you"));
}

#[test]
fn a_draft_that_is_given_to_somebody_waits_for_them_with_the_languages_that_lag_behind() {
    let sides = sides();
    let site = sides.office.site();
    let path = draft(&site, &sides.office, "Mend the pump");
    save(&site, &sides.office, &path, "Mend the pump and the lid", "2");
    let (officer, chair) = (Reader::signed_in(&site, OFFICER), Reader::signed_in(&site, CHAIR));
    let give = |to: &str| officer.post(&format!("{path}/assign"), &[("to", to)]);
    assert_eq!(location(&give(sides.chair.as_str())), format!("{path}#of-whom"));
    let text = chair.get(WAITS).text();
    assert!(text.contains("Drafts that you go on with"), "{text}");
    assert!(text.contains("to look through again: French and Spanish"), "{text}");
    let count = chair.get(WAITS).html();
    assert!(count.contains("Waits for you (1)"), "once, though it can be proposed too: {count}");
    assert!(chair.get(SIDE).text().contains("with Nils"));
    assert!(officer.get(WAITS).text().contains("Nothing waits for you now."));
    let stranger = give(sides.other.as_str());
    assert_eq!(stranger.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(stranger.text().contains("Choose somebody of your side."));
    location(&give(""));
    let text = chair.get(WAITS).text();
    assert!(!text.contains("Drafts that you go on with"), "{text}");
    assert!(text.contains("Drafts of your side that can be proposed"), "{text}");
}

#[test]
fn proposals_wait_for_whoever_may_answer_and_ready_drafts_for_whoever_may_propose() {
    let sides = sides();
    let site = sides.office.site();
    let path = draft(&site, &sides.office, "Mend the pump");
    let (officer, chair) = (Reader::signed_in(&site, OFFICER), Reader::signed_in(&site, CHAIR));
    let other = Reader::signed_in(&site, OTHER);
    assert!(officer.get("/en/workspace").text().contains("Nothing waits for you"));
    assert!(chair.get("/en/workspace").text().contains("Waits for you (1)"));
    assert!(chair.get(WAITS).text().contains("Drafts of your side that can be proposed"));
    assert!(!other.get(WAITS).text().contains("Mend the pump"), "a draft leaves no trace");
    let unready = location(&officer.post(&format!("{SIDE}/drafts"), &[]));
    assert!(chair.get("/en/workspace").text().contains("Waits for you (1)"), "not {unready}");
    location(&chair.post(&format!("{path}/propose"), &[]));
    assert!(chair.get(WAITS).text().contains("Nothing waits for you now."));
    let text = other.get(WAITS).text();
    assert!(text.contains("Proposals of others to answer"), "{text}");
    assert!(text.contains("Mend the pump") && text.contains("proposed by North"), "{text}");
    for (language, words) in [("fr", "Propositions des autres"), ("es", "Propuestas de otros")] {
        let text = other.get(&format!("/{language}/workspace/waits")).text();
        assert!(text.contains(words), "{text}");
    }
}
