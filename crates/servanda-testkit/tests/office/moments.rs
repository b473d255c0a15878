//! The register of another day: what it knew, what was true, and what each act changed.

use axum::http::StatusCode;
use serde_json::{Value, json};
use servanda_actions::{erase, retract};
use servanda_entry::Ground;
use servanda_model::{Language, Multilingual, RecordId};
use servanda_testkit::TestOffice;

use crate::wells;

/// Wells loaded on 1 March 2026; a day later two wells become three and a pump is promised.
fn changed_office() -> TestOffice {
    let mut office = wells::office();
    let changed = wells::WELLS
        .replace("Drill two wells", "Drill three wells")
        .replace("../2027-21", "2027-06-30");
    let pump = r#"
[[commitment]]
key = "pump"
title = { en = "Mend the pump", fr = "Réparer la pompe", es = "Reparar la bomba" }
wording = { en = "South mends the pump.", fr = "Le Sud répare la pompe.", es = "El Sur repara la bomba." }
owed-by = ["party/south"]
made = "2026-02-20"
"#;
    let set = format!("{changed}{pump}");
    office.load(&[("wells.toml", &set)], &[]).expect("the data set is whole");
    office
}

#[test]
fn a_page_as_of_a_day_shows_what_the_register_knew_then() {
    let office = changed_office();
    let path = office.path_of("wells/commitments", "Drill three wells");
    let now = office.read(&path);
    assert!(now.contains("# Drill three wells") && now.contains("June 30, 2027"), "{now}");
    assert!(!now.contains("You see the register"), "{now}");
    let then = office.read(&format!("{path}?as-of=2026-03-01"));
    assert!(then.contains("# Drill two wells") && then.contains("by spring 2027"), "{then}");
    let html = office.get(&format!("{path}?as-of=2026-03-01")).html();
    assert!(html.contains("As recorded on <time datetime=\"2026-03-01\">March 1, 2026</time>"));
    assert!(then.contains("You see the register as it was recorded by March 1, 2026."), "{then}");
    assert!(then.contains("[Both sides will drill"), "its passage is quoted: {then}");
    let by_size = office.read(&format!("{path}?as-of=registrar:9"));
    assert!(by_size.contains("# Drill two wells"), "{by_size}");
}

#[test]
fn lists_and_data_of_a_day_leave_out_what_came_later() {
    let office = changed_office();
    let list = |query: &str| office.read(&format!("/en/wells/commitments{query}"));
    assert!(list("").contains("Mend the pump"));
    let then = list("?as-of=2026-03-01");
    assert!(!then.contains("Mend the pump") && then.contains("Drill two wells"), "{then}");
    let data = office.get("/en/wells/commitments.json?as-of=2026-03-01").json();
    assert_eq!(data["total"], 1);
    assert_eq!(data["as-of"]["test.example/wells/registrar"], 9);
    let bodies = office.read("/en/wells/bodies?as-of=2026-03-01");
    assert!(bodies.contains("1 commitment"), "{bodies}");
    let nothing = office.get("/en/wells/commitments?as-of=2026-02-28");
    assert_eq!(nothing.status, StatusCode::NOT_FOUND, "the partnership was not recorded yet");
}

#[test]
fn what_was_not_recorded_yet_says_so_and_leads_to_today() {
    let office = changed_office();
    let path = office.path_of("wells/commitments", "Mend the pump");
    for (language, said) in [
        ("en", "Not recorded at that time"),
        ("fr", "Pas encore consigné à cette date"),
        ("es", "Aún no constaba en esa fecha"),
    ] {
        let path = path.replacen("/en/", &format!("/{language}/"), 1);
        let page = office.get(&format!("{path}?as-of=2026-03-01"));
        assert_eq!(page.status, StatusCode::NOT_FOUND);
        assert!(page.text().contains(said), "{}", page.text());
        assert!(page.html().contains(&format!("data-now href=\"{path}\"")), "{}", page.html());
    }
}

#[test]
fn what_was_true_on_a_day_leaves_out_what_happened_later() {
    let office = changed_office();
    let list = office.read("/en/wells/commitments?on=2026-02-10");
    assert!(list.contains("Drill three wells") && !list.contains("Mend the pump"), "{list}");
    assert!(list.contains("what the register knows of the time up to February 10, 2026"), "{list}");
    let both = office.read("/en/wells/commitments?on=2026-02-25&as-of=2026-03-01");
    assert!(both.contains("Drill two wells") && !both.contains("Mend the pump"), "{both}");
    // Held against a day after it, the due date has passed.
    let passed = office.read("/en/wells/commitments?due=passed&on=2030-01-01");
    assert!(passed.contains("Drill three wells"), "{passed}");
}

#[test]
fn the_data_of_a_post_says_how_it_stood_on_a_day() {
    let office = changed_office();
    let holding = |query: &str| {
        let posts = office.get(&format!("/en/wells/posts.json{query}")).json();
        posts["records"][0]["holding"].clone()
    };
    let never = json!({"on": "2026-01-31", "state": "never-named", "term": null, "since": null});
    assert_eq!(holding("?on=2026-01-31"), never);
    let known = holding("?on=2026-02-28");
    assert_eq!((&known["state"], &known["since"]), (&json!("last-known"), &json!("2026-02-01")));
    let term = office.get(&format!("/en/wells/terms/{}.json", known["term"].as_str().expect("id")));
    assert_eq!(term.json()["texts"]["title"]["en"], "Director");
    assert_eq!(term.json()["holding"], Value::Null, "a term is no post");
}

#[test]
fn every_link_of_a_page_of_another_day_leads_to_that_day() {
    let office = changed_office();
    let html = office.get("/en/wells?as-of=2026-03-01").html();
    let links: Vec<&str> = html
        .split("href=\"")
        .skip(1)
        .filter_map(|rest| rest.split('"').next())
        .filter(|link| ["/en", "/fr", "/es"].iter().any(|language| link.starts_with(language)))
        .collect();
    assert!(links.len() > 20, "{links:?}");
    let without: Vec<_> = links.iter().filter(|link| !link.contains("as-of=2026-03-01")).collect();
    let elsewhere = [&"/en/workspace", &"/en/wells"];
    assert_eq!(without, elsewhere, "only the links to the workspace and to today lead elsewhere");
    assert!(html.contains("<input type=\"hidden\" name=\"as-of\" value=\"2026-03-01\">"), "search");
    let permanent = "https://test.example/en/wells?as-of=2026-03-01";
    assert!(html.contains(permanent), "the permanent address is that of the day");
}

#[test]
fn a_date_that_cannot_be_read_is_said_and_shows_today() {
    let office = changed_office();
    let page = office.read("/en/wells/commitments?as-of=last+week");
    assert!(page.contains("“last week” could not be read as a date"), "{page}");
    assert!(page.contains("Mend the pump"), "{page}");
}

#[test]
fn the_history_shows_what_each_act_changed_word_for_word() {
    let mut office = changed_office();
    let path = office.path_of("wells/commitments", "Drill three wells");
    let id = RecordId::parse(path.rsplit('/').next().expect("an id")).expect("an id");
    let mut reason = Multilingual::default();
    reason.insert(Some(Language::English), "counted twice");
    office.act(|office, by| retract(office, &id, &reason, by)).expect("it stands");
    let html = office.get(&format!("{path}/history")).html();
    assert!(html.contains("Drill <del>two</del><ins>three</ins> wells"), "{html}");
    assert!(html.contains("<del>by spring 2027</del>"), "{html}");
    assert!(html.contains("<ins>June 30, 2027</ins>"), "{html}");
    assert!(html.contains("<del>Documented</del>") && html.contains("<ins>Retracted</ins>"));
    let page = office.read(&format!("{path}/history"));
    let order = ["## Retracted by", "## Stated by", "## Stated by", "Recorded for the first time."];
    let mut rest = page.as_str();
    for words in order {
        rest = rest.split_once(words).unwrap_or_else(|| panic!("{words}: {page}")).1;
    }
    let data = office.get(&format!("{path}/history.json")).json();
    let titles: Vec<_> = data["versions"]
        .as_array()
        .expect("versions")
        .iter()
        .map(|version| (version["texts"]["title"]["en"].clone(), version["standing"].clone()))
        .collect();
    assert_eq!(titles[0], ("Drill two wells".into(), "documented".into()));
    assert_eq!(titles[2], ("Drill three wells".into(), "retracted".into()));
    let then = office.read(&format!("{path}?as-of=registrar:10"));
    assert!(then.contains("Documented") && !then.contains("counted twice"), "{then}");
}

#[test]
fn what_was_erased_is_gone_from_every_day() {
    let mut office = wells::office();
    let renamed = wells::WELLS.replace("Ana Ruiz\"", "Ana María Ruiz\"");
    office.load(&[("wells.toml", &renamed)], &[]).expect("the data set is whole");
    let people = office.get("/en/wells/people.json").json();
    let id = RecordId::parse(people["records"][0]["id"].as_str().expect("an id")).expect("an id");
    office
        .act(|office, by| erase(office, &id, "name", Ground::PersonalData, by))
        .expect("the name is held");
    for query in ["", "?as-of=2026-03-01", "?as-of=registrar:9", "?as-of=registrar:10"] {
        let page = office.get(&format!("/en/wells/people/{id}{query}")).html();
        assert!(!page.contains("Ana"), "{query}: {page}");
    }
    let history = office.get(&format!("/en/wells/people/{id}/history")).html();
    assert!(!history.contains("Ana") && history.contains("A text was destroyed"), "{history}");
}
