//! What a side takes back: words that are erased and found nowhere after, and what was for the parties
//! only made public.

use std::path::Path;

use axum::http::StatusCode;
use servanda_testkit::office::TestSite;
use servanda_testkit::page::Page;
use servanda_testkit::{Reader, TestOffice};

use crate::sides::{
    ADMINISTRATOR, JUNE, NORTH_CHAIR, NORTH_OFFICER, OBSERVER, REGISTRAR, SOUTH_CHAIR, draft,
    location, office,
};
use crate::wells;

const TEXTS: &str = "/en/workspace/wells/no/texts";
const OF_REGISTRAR: &str = "/en/workspace/wells/registrar/texts";

/// A proposal of the north, by its path there.
fn proposal(site: &TestSite, office: &TestOffice) -> String {
    let path = draft(site, office, JUNE);
    let chair = Reader::signed_in(site, NORTH_CHAIR);
    location(&chair.post(&format!("{path}/propose"), &[]))
}

fn withdraw(site: &TestSite, proposal: &str) {
    let chair = Reader::signed_in(site, NORTH_CHAIR);
    let reason = [("reason", "Zwieback was not meant.")];
    location(&chair.post(&format!("{proposal}/withdraw"), &reason));
}

/// The names of the fields of a page that choose something, in their order.
fn boxes(page: &Page) -> Vec<String> {
    let html = page.html();
    let boxes = html.split("<input type=\"checkbox\" name=\"").skip(1);
    boxes.filter_map(|it| Some(it.split_once('"')?.0.to_owned())).collect()
}

/// The field that chooses the first text of a page with this label.
#[track_caller]
fn box_of(page: &Page, label: &str) -> String {
    let html = page.html();
    let line = html.split("<li class=\"chosen\">").find(|line| line.contains(label));
    let line = line.unwrap_or_else(|| panic!("{label}: {}", page.text()));
    let name = line.split_once("name=\"").expect("a field").1;
    name.split_once('"').expect("a name").0.to_owned()
}

/// The files of an office in which a text stands.
fn files_that_hold(folder: &Path, text: &str) -> Vec<String> {
    let mut holding = Vec::new();
    for entry in std::fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            holding.extend(files_that_hold(&path, text));
        } else {
            let bytes = std::fs::read(&path).expect("a file");
            if bytes.windows(text.len()).any(|run| run == text.as_bytes()) {
                holding.push(path.display().to_string());
            }
        }
    }
    holding
}

fn post(reader: &Reader<'_>, path: &str, names: &[&str], more: &[(&str, &str)]) -> Page {
    let names = names.iter().map(|name| (*name, "yes"));
    let fields: Vec<(&str, &str)> = names.chain(more.iter().copied()).collect();
    reader.post(path, &fields)
}

#[test]
fn a_name_is_erased_after_a_page_that_says_what_goes_and_is_found_nowhere() {
    let mut office = office();
    let renamed = wells::WELLS.replace("Ana Ruiz\"", "Anselma Quiroga\"");
    office.load(&[("wells.toml", &renamed)], &[]).expect("the data set is whole");
    let site = office.site();
    let person = office.path_of("wells/people", "Anselma");
    let public = [
        person.clone(),
        format!("{person}.json"),
        format!("{person}/history"),
        format!("{person}/history.json"),
        format!("{person}?as-of=registrar:11"),
        "/en/search?q=Quiroga".to_owned(),
        "/en/search.json?q=Quiroga".to_owned(),
        "/en/search?q=Quiroga&as-of=registrar:11".to_owned(),
        "/en/wells/people".to_owned(),
        "/en/wells/people.csv".to_owned(),
        "/en/wells/people.atom".to_owned(),
        "/en/wells/journal/registrar/9".to_owned(),
        "/en/wells".to_owned(),
    ];
    let before: Vec<Page> = public.iter().map(|path| site.get(path)).collect();
    let named = before.iter().filter(|page| page.html().contains("Anselma")).count();
    assert!(named >= 8, "it is there before: {named}");
    assert!(files_that_hold(office.folder(), "Anselma Quiroga").len() > 1);

    let registrar = Reader::signed_in(&site, REGISTRAR);
    let found = registrar.get(&format!("{OF_REGISTRAR}?q=quiroga"));
    assert_eq!(boxes(&found).len(), 1, "{}", found.text());
    let name = boxes(&found).pop().expect("a field");
    let review = post(&registrar, &format!("{OF_REGISTRAR}/erase/review"), &[&name], &[]);
    let text = review.text();
    for said in [
        "# Look over 1 text before you erase it",
        "Anselma Quiroga",
        "The words go from one place",
        "every proof still holds",
        "It cannot be undone",
        "Name: erased on March 2, 2026 by the registrar, because it held personal data",
    ] {
        assert!(text.contains(said), "{said}: {text}");
    }
    assert!(site.get(&person).text().contains("Anselma"), "looking over erases nothing");
    let erase = format!("{OF_REGISTRAR}/erase");
    let mend = post(&registrar, &erase, &[&name], &[("ground", "")]);
    assert_eq!(mend.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(mend.text().contains("Choose why it has to go"), "{}", mend.text());
    assert!(mend.html().contains(&name) && mend.text().contains("Anselma"), "nothing is lost");
    let done = post(&registrar, &erase, &[&name], &[("ground", "personal-data")]);
    assert_eq!(location(&done), format!("{OF_REGISTRAR}?erased=1"));

    for path in &public {
        let page = site.get(path);
        assert!(!page.html().contains("Anselma"), "{path}: {}", page.text());
    }
    assert_eq!(files_that_hold(office.folder(), "Anselma Quiroga"), [""; 0]);
    let page = site.get(&person).text();
    let instead = "Name: erased on March 2, 2026 by the registrar, because it held personal data \
                   that need not be kept. Every proof still holds.";
    assert!(page.contains(instead), "{page}");
    let list = registrar.get(OF_REGISTRAR).text();
    assert!(list.contains("Erased Name It holds personal data"), "{list}");
    assert!(list.contains("Rita on March 2, 2026"), "{list}");
    let again = post(&registrar, &erase, &[&name], &[("ground", "mistake")]);
    assert_eq!(again.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(again.text().contains("it is not there any more"), "{}", again.text());
    drop(site);
    let again = office.site();
    assert!(!again.get("/en/search?q=Quiroga").html().contains("Anselma"), "the new index");
    assert_eq!(files_that_hold(office.folder(), "Anselma Quiroga"), [""; 0]);
}

#[test]
fn what_was_withdrawn_is_made_public_by_the_side_that_said_it() {
    let office = office();
    let site = office.site();
    let path = proposal(&site, &office);
    let chair = Reader::signed_in(&site, NORTH_CHAIR);
    let open = chair.get(TEXTS).text();
    assert!(open.contains("Your side has nothing that is over"), "{open}");
    withdraw(&site, &path);
    let page = chair.get(&path);
    assert!(page.text().contains("Erase words of this record"), "{}", page.text());
    let entry = "/en/wells/journal/no/0";
    let before = site.get(entry).text();
    assert!(before.contains("For the parties only.") && !before.contains("pump"), "{before}");
    let listed = chair.get(TEXTS);
    assert_eq!(boxes(&listed).len(), 2, "the proposal and the reason: {}", listed.text());
    let names = boxes(&listed);
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    let review = post(&chair, &format!("{TEXTS}/reveal/review"), &names, &[]).text();
    for said in [
        "# Look over 2 acts before you make them public",
        "Mend the pump",
        "Réparer la pompe",
        "Zwieback was not meant.",
        "It cannot be undone",
        "nothing about how the record stands",
    ] {
        assert!(review.contains(said), "{said}: {review}");
    }
    assert!(!site.get(entry).text().contains("pump"), "looking over reveals nothing");
    let done = post(&chair, &format!("{TEXTS}/reveal"), &names, &[]);
    assert_eq!(done.status, StatusCode::OK, "{}", done.text());
    assert!(done.text().contains("2 acts are public."), "{}", done.text());
    assert!(
        done.text().contains("“Mend the pump · Proposed”: everyone can read it"),
        "{}",
        done.text()
    );
    let public = site.get(entry).text();
    for said in ["Mend the pump", "Réparer la pompe", "Reparar la bomba", "salt "] {
        assert!(public.contains(said), "{said}: {public}");
    }
    assert!(site.get("/en/wells/journal/no/1").text().contains("Zwieback was not meant."));
    let again = post(&chair, &format!("{TEXTS}/reveal"), &names, &[]);
    assert_eq!(again.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(again.text().contains("everyone can read it already"), "{}", again.text());

    // What is public can still be erased, and the page of the proposal says so.
    let id = public_id(&page);
    let texts = chair.get(&format!("{TEXTS}?record={id}"));
    let title = box_of(&texts, "Title (French)");
    post(&chair, &format!("{TEXTS}/erase"), &[&title], &[("ground", "mistake")]);
    assert!(!site.get(entry).text().contains("Réparer la pompe"));
    assert!(site.get(entry).text().contains("Title (French) | (erased)"));
    let page = chair.get(&path).text();
    assert!(page.contains("Words of this proposal are erased"), "{page}");
    assert!(page.contains("Mend the pump") && !page.contains("Réparer"), "{page}");
}

/// The record that a page leads on to take words of back.
fn public_id(page: &Page) -> String {
    let html = page.html();
    let id = html.split_once("texts?record=").expect("a link").1;
    id.split_once('"').expect("an id").0.to_owned()
}

#[test]
fn several_are_erased_at_once_and_each_says_what_became_of_it() {
    let office = office();
    let site = office.site();
    let over = [proposal(&site, &office), proposal(&site, &office)];
    for path in &over {
        withdraw(&site, path);
    }
    let open = proposal(&site, &office);
    let chair = Reader::signed_in(&site, NORTH_CHAIR);
    let found = chair.get(&format!("{TEXTS}?q=Mend+the+pump"));
    let titles = || boxes(&found).into_iter().filter(|name| name.starts_with("text-"));
    assert_eq!(titles().count(), 2, "{}", found.text());
    assert!(found.text().contains("still open: withdraw that first"), "{}", found.text());
    // Somebody sends the open one all the same.
    let record = record_of(&office, &open);
    let texts = chair.get(&format!("{TEXTS}?record={record}"));
    assert!(!texts.html().contains("name=\"text-"), "{}", texts.text());
    let part = first_part(&office, &open);
    let sneaked = format!("text-{record}-{part}");
    let names: Vec<String> = titles().chain([sneaked]).collect();
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    let done = post(&chair, &format!("{TEXTS}/erase"), &names, &[("ground", "rights")]);
    assert_eq!(done.status, StatusCode::UNPROCESSABLE_ENTITY);
    let text = done.text();
    assert!(text.contains("2 texts erased."), "{text}");
    assert_eq!(text.matches("”: erased, in one place").count(), 2, "{text}");
    assert_eq!(text.matches("still open; withdraw that first").count(), 1, "{text}");
    for path in &over {
        assert!(!chair.get(path).text().contains("Mend the pump"));
    }
    assert!(chair.get(&open).text().contains("Mend the pump"));
}

/// The record that a proposal is about.
fn record_of(office: &TestOffice, proposal: &str) -> String {
    let leaf = proposal.rsplit('/').next().expect("a leaf hash");
    let row = office.office().register().view(|view| view.proposal(leaf));
    row.expect("a register").expect("a proposal").record.to_string()
}

/// The commitment to the first text of the last entry of the north.
fn first_part(office: &TestOffice, proposal: &str) -> String {
    let leaf = proposal.rsplit('/').next().expect("a leaf hash");
    let row = office.office().register().view(|view| view.proposal(leaf));
    let row = row.expect("a register").expect("a proposal");
    let bytes = office.office().entry(&row.origin, row.entry).expect("a ground").expect("an entry");
    let entry: serde_json::Value = serde_json::from_slice(&bytes).expect("JSON");
    entry["parts"][1]["commitment"].as_str().expect("a commitment").to_owned()
}

#[test]
fn agreed_words_that_are_erased_stay_agreed() {
    let office = office();
    let site = office.site();
    let path = proposal(&site, &office);
    let theirs = path.replace("/no/", "/so/");
    location(&Reader::signed_in(&site, SOUTH_CHAIR).post(&format!("{theirs}/accept"), &[]));
    let record = record_of(&office, &path);
    let public = format!("/en/wells/commitments/{record}");
    assert!(site.get(&public).text().contains("# Mend the pump"));
    let chair = Reader::signed_in(&site, NORTH_CHAIR);
    let texts = chair.get(&format!("{TEXTS}?record={record}"));
    let name = box_of(&texts, "Title (English)");
    let review = post(&chair, &format!("{TEXTS}/erase/review"), &[&name], &[]).text();
    assert!(review.contains("They stay agreed"), "{review}");
    let done = post(&chair, &format!("{TEXTS}/erase"), &[&name], &[("ground", "order")]);
    assert_eq!(location(&done), format!("{TEXTS}?erased=1"));
    let page = site.get(&public).text();
    assert!(page.contains("Agreed") && !page.contains("Mend the pump"), "{page}");
    assert!(
        page.contains("Title (English): erased on March 2, 2026 by North, because a court"),
        "{page}"
    );
    let history = site.get(&format!("{public}/history")).text();
    assert!(history.contains("A text was destroyed"), "{history}");
    let french = site.get(&public.replace("/en/", "/fr/")).text();
    assert!(french.contains("Titre (anglais) : effacé par Nord le 2 mars 2026."), "{french}");
    let spanish = site.get(&public.replace("/en/", "/es/")).text();
    assert!(spanish.contains("borrado por Norte el 2 de marzo de 2026"), "{spanish}");
}

#[test]
fn nobody_takes_back_what_another_voice_said() {
    let office = office();
    let site = office.site();
    let path = proposal(&site, &office);
    withdraw(&site, &path);
    let chair = Reader::signed_in(&site, NORTH_CHAIR);
    let names = boxes(&chair.get(TEXTS));
    let name = names.first().expect("the proposal");
    for mail in [NORTH_OFFICER, SOUTH_CHAIR, OBSERVER, REGISTRAR, ADMINISTRATOR] {
        let reader = Reader::signed_in(&site, mail);
        assert_eq!(reader.get(TEXTS).status, StatusCode::FORBIDDEN, "{mail}");
        for verb in ["erase", "erase/review", "reveal", "reveal/review"] {
            let page = post(&reader, &format!("{TEXTS}/{verb}"), &[name], &[("ground", "order")]);
            assert_eq!(page.status, StatusCode::FORBIDDEN, "{mail} {verb}");
        }
    }
    // In the name of the south, the words of the north are not there to be taken back.
    let south = Reader::signed_in(&site, SOUTH_CHAIR);
    let there = TEXTS.replace("/no/", "/so/");
    let refused = post(&south, &format!("{there}/reveal"), &[name], &[]);
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    let record = record_of(&office, &path);
    let text = format!("text-{record}-{}", first_part(&office, &path));
    let refused = post(&south, &format!("{there}/erase"), &[&text], &[("ground", "order")]);
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(chair.get(&path).text().contains("Mend the pump"));
}
