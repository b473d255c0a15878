//! Drafts of every kind of joint record: begun, written, proposed and agreed through the pages.

use axum::http::{StatusCode, header};
use servanda_model::AccountRole;
use servanda_testkit::office::TestSite;
use servanda_testkit::page::Page;
use servanda_testkit::reader::role;
use servanda_testkit::{Reader, TestOffice};

use crate::wells;

const CHAIR: &str = "chair@north.example";
const OTHER: &str = "chair@south.example";

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

fn id_of(office: &TestOffice, list: &str, name: &str) -> String {
    office.path_of(list, name).rsplit('/').next().expect("an id").to_owned()
}

/// Begins a draft with its first facts, writes the texts and what else there is, proposes it and has
/// it accepted. Returns the public page.
#[track_caller]
fn agreed(site: &TestSite, kind: &str, first: &[(&str, &str)], rest: &[(&str, &str)]) -> Page {
    let chair = Reader::signed_in(site, CHAIR);
    let drafts = "/en/workspace/wells/no/drafts";
    let asked = chair.get(&format!("{drafts}?kind={kind}"));
    assert_eq!(asked.status, StatusCode::OK, "{kind}");
    for (name, _) in first {
        let is_asked = asked.html().contains(&format!("name=\"{name}\""));
        assert!(is_asked, "{kind} asks for {name}: {}", asked.html());
    }
    let begun = [&[("kind", kind)], first].concat();
    let path = location(&chair.post(drafts, &begun));
    let sent = [first, rest, &[("seen", "1")]].concat();
    let saved = location(&chair.post(&path, &sent));
    let page = chair.get(&saved);
    for (name, value) in rest.iter().filter(|(_, value)| *value != "yes") {
        assert!(page.html().contains(value), "{kind} keeps {name}: {}", page.html());
    }
    let preview = chair.get(&format!("{path}/preview"));
    assert_eq!(preview.status, StatusCode::OK, "{kind}: {}", preview.text());
    let proposal = location(&chair.post(&format!("{path}/propose"), &[("meant", "yes")]));
    let other = Reader::signed_in(site, OTHER);
    let theirs = proposal.replace("/no/", "/so/");
    location(&other.post(&format!("{theirs}/accept"), &[]));
    let page = other.get(&theirs).html();
    let public = page.split("href=\"").filter_map(|rest| rest.split('"').next());
    let mut public = public.filter(|href| href.starts_with("/en/wells/"));
    let public = public.find(|href| href.split('/').count() == 5).expect("its public page");
    let page = site.get(public);
    assert!(page.text().contains("Agreed"), "{kind}: {}", page.text());
    assert_eq!(essence(&preview), essence(&page), "the preview of a {kind} is its page");
    page
}

/// What a record's page says, without the way there and what only comes about by agreeing.
fn essence(page: &Page) -> Vec<String> {
    let text = page.text();
    let lines = text.lines().skip_while(|line| !line.starts_with("# "));
    let lines = lines.take_while(|line| *line != "## History");
    let is_of_page = |line: &&str| {
        !line.starts_with("Agreed by |") && !line.starts_with("A preview of what was saved last")
    };
    lines.filter(is_of_page).map(str::to_owned).collect()
}

/// A text of one role in three languages.
fn said<'text>(role: &str, texts: [&'text str; 3]) -> Vec<(String, &'text str)> {
    ["en", "fr", "es"]
        .iter()
        .zip(texts)
        .map(|(tag, text)| (format!("{role}-{tag}"), text))
        .collect()
}

fn borrowed<'a>(fields: &'a [(String, &'a str)]) -> Vec<(&'a str, &'a str)> {
    fields.iter().map(|(name, value)| (name.as_str(), *value)).collect()
}

#[test]
fn every_kind_of_joint_record_is_drafted_and_agreed() {
    let office = office();
    let site = office.site();
    let north = id_of(&office, "wells/parties", "North");
    let drilling = id_of(&office, "wells/bodies", "Drilling Group");
    let party = format!("owed-by-{north}");
    let title = said("title", ["A thing", "Une chose", "Una cosa"]);
    let with = |rest: &[(&'static str, &'static str)]| -> Vec<(String, &'static str)> {
        let rest = rest.iter().map(|(name, value)| ((*name).to_owned(), *value));
        title.clone().into_iter().chain(rest).collect()
    };
    let meeting = agreed(
        &site,
        "meeting",
        &[("date", "March 3, 2027"), ("series", &drilling)],
        &borrowed(&with(&[("number", "2"), ("mode", "hybrid")])),
    );
    assert!(meeting.text().contains("March 3, 2027"), "{}", meeting.text());
    assert!(meeting.text().contains("hybrid"), "{}", meeting.text());
    let instrument = agreed(
        &site,
        "instrument",
        &[("form", "work-plan")],
        &borrowed(&with(&[("date", "2026-11"), ("period", "2027-01-01/2027-12-31")])),
    );
    assert!(instrument.text().contains("Work plan"), "{}", instrument.text());
    let plan = id_of(&office, "wells/instruments", "A thing");
    agreed(
        &site,
        "section",
        &[("form", "pillar"), ("instrument", &plan), ("number", "1")],
        &borrowed(&title),
    );
    agreed(
        &site,
        "commitment",
        &[(&party, "yes"), ("made", "2026-11-02")],
        &borrowed(&with(&[("due", "fall 2027"), ("lens-youth", "yes"), ("body", "")])),
    );
    let (by, to) = (format!("by-{north}"), format!("to-{north}"));
    agreed(
        &site,
        "recommendation",
        &[(&by, "yes"), (&to, "yes"), ("made", "2026")],
        &borrowed(&with(&[("answer-due", "by 2030"), ("response", "noted")])),
    );
}

#[test]
fn bodies_posts_people_and_what_they_do_are_drafted_and_agreed() {
    let office = office();
    let site = office.site();
    let north = id_of(&office, "wells/parties", "North");
    let drilling = id_of(&office, "wells/bodies", "Drilling Group");
    let title = said("title", ["A thing", "Une chose", "Una cosa"]);
    let name = said("name", ["A body", "Un organe", "Un órgano"]);
    agreed(&site, "body", &[("form", "dialogue"), ("state", "planned")], &borrowed(&name));
    agreed(
        &site,
        "post",
        &[("role", "contact-point"), ("seat-of", &drilling), ("party", &north)],
        &borrowed(&title),
    );
    agreed(&site, "person", &[], &[("name", "Ines Roy")]);
    let (person, post) =
        (id_of(&office, "wells/people", "Ines Roy"), id_of(&office, "wells/posts", "A thing"));
    let with = |rest: &[(&'static str, &'static str)]| -> Vec<(String, &'static str)> {
        let rest = rest.iter().map(|(name, value)| ((*name).to_owned(), *value));
        title.clone().into_iter().chain(rest).collect()
    };
    let term = agreed(
        &site,
        "term",
        &[("person", &person), ("post", &post)],
        &borrowed(&with(&[("from", "2027-01-15")])),
    );
    assert!(term.text().contains("Ines Roy"), "{}", term.text());
    agreed(
        &site,
        "institution",
        &[],
        &borrowed(&said("name", ["An office", "Un bureau", "Una oficina"])),
    );
    agreed(
        &site,
        "engagement",
        &[("form", "course"), ("period", "2027-02-01/2027-02-05")],
        &borrowed(&title),
    );
    agreed(&site, "meeting", &[("date", "2027"), ("series", &drilling)], &borrowed(&title));
    let met = id_of(&office, "wells/meetings", "A thing");
    agreed(
        &site,
        "participation",
        &[("meeting", &met), ("role", "presenter"), ("person", &person)],
        &borrowed(&title),
    );
    let figure = agreed(
        &site,
        "figure",
        &[("value", "1 234,5"), ("when", "2026")],
        &borrowed(&with(&[("unit-en", "wells"), ("unit-fr", "puits"), ("unit-es", "pozos")])),
    );
    assert!(figure.text().contains("1,234.5 wells"), "{}", figure.text());
}

#[test]
fn what_a_kind_cannot_be_without_is_asked_first_and_said_beside_its_field() {
    let office = office();
    let site = office.site();
    let chair = Reader::signed_in(&site, CHAIR);
    let drafts = "/en/workspace/wells/no/drafts";
    let page = chair.post(drafts, &[("kind", "meeting"), ("date", "some day")]);
    assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
    let text = page.text();
    assert!(text.contains("Date: This date was not understood"), "{text}");
    assert!(text.contains("Give one of these: Meeting of and Organized by."), "{text}");
    assert!(page.html().contains("value=\"some day\""), "{}", page.html());
    assert!(page.html().contains("id=\"date-error\""), "{}", page.html());
    let page = chair.post(drafts, &[("kind", "section"), ("number", "first")]);
    let text = page.text();
    assert!(text.contains("Number: write a whole number from 1."), "{text}");
    assert!(text.contains("What it is: this is needed."), "{text}");
    // Whatever is no joint record is not begun.
    let page = chair.get(&format!("{drafts}?kind=document"));
    assert_eq!(location(&page), "/en/workspace/wells/no");
}

#[test]
fn a_record_is_named_by_typing_its_name_and_what_names_nothing_stays_typed() {
    let office = office();
    let site = office.site();
    let chair = Reader::signed_in(&site, CHAIR);
    let commitment = id_of(&office, "wells/commitments", "Drill two wells");
    let begun = [("record", commitment.as_str())];
    let path = location(&chair.post("/en/workspace/wells/no/drafts", &begun));
    let north = id_of(&office, "wells/parties", "North");
    let owed_by = format!("owed-by-{north}");
    let sent = [
        (owed_by.as_str(), "yes"),
        ("made", "2026-02-01"),
        ("made-in", "The meeting of nobody"),
        ("title-en", "Drill three wells"),
        ("seen", "1"),
    ];
    let page = chair.post(&path, &sent);
    assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
    let text = page.text();
    assert!(text.contains("no record here has the name “The meeting of nobody”"), "{text}");
    assert!(page.html().contains("value=\"The meeting of nobody\""), "{}", page.html());
    assert!(page.html().contains("Drill three wells"), "{}", page.html());
    let named = sent.map(|(name, value)| {
        let is_wrong = name == "made-in";
        if is_wrong { ("body", "drilling group") } else { (name, value) }
    });
    location(&chair.post(&path, &named));
    let page = chair.get(&path).text();
    assert!(page.contains("Compared with what stands"), "{page}");
    assert!(page.contains("Drilling Group"), "{page}");
}
