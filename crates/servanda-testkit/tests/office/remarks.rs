//! What a side says beside many records at once: chosen from what stands, looked over, said with one reason
//! or its own, and never beside words that nobody read.

use axum::http::StatusCode;
use servanda_testkit::office::TestSite;
use servanda_testkit::{Reader, TestOffice};

use crate::sides::{
    JUNE, NORTH_CHAIR, OBSERVER, REGISTRAR, SOUTH_CHAIR, SOUTH_OFFICER, draft, location, office,
    save,
};

const NORTH: &str = "/en/workspace/wells/no";
const SOUTH: &str = "/en/workspace/wells/so";

/// The names of the fields that choose records on a page.
fn names(html: &str) -> Vec<String> {
    let names = html.split("name=\"record-").skip(1);
    names.filter_map(|rest| Some(format!("record-{}", rest.split('"').next()?))).collect()
}

/// Two commitments that are agreed; the names of their fields.
fn agreed(site: &TestSite, office: &TestOffice) -> Vec<String> {
    let (north, south) =
        (Reader::signed_in(site, NORTH_CHAIR), Reader::signed_in(site, SOUTH_CHAIR));
    for _ in 0..2 {
        let path = draft(site, office, JUNE);
        let proposal = location(&north.post(&format!("{path}/propose"), &[]));
        location(&south.post(&format!("{}/accept", proposal.replace("/no/", "/so/")), &[]));
    }
    let list = south.get(&format!("{SOUTH}/records?standing=agreed"));
    let names = names(&list.html());
    assert_eq!(names.len(), 2, "{}", list.html());
    names
}

fn all(names: &[String]) -> Vec<(&str, &str)> {
    names.iter().map(|name| (name.as_str(), "yes")).collect()
}

fn record(name: &str) -> String {
    let id = name.trim_start_matches("record-");
    format!("/en/wells/commitments/{}", id.split('-').next().expect("an id"))
}

#[test]
fn records_are_found_by_words_kind_standing_and_what_they_refer_to() {
    let office = office();
    let site = office.site();
    let agreed = agreed(&site, &office);
    let chair = Reader::signed_in(&site, SOUTH_CHAIR);
    let found = |query: &str| {
        let page = chair.get(&format!("{SOUTH}/records{query}"));
        assert_eq!(page.status, StatusCode::OK, "{query}");
        page
    };
    let everything = names(&found("").html());
    assert!(agreed.iter().all(|name| everything.contains(name)), "{everything:?}");
    assert!(everything.len() > agreed.len(), "documented ones too: {everything:?}");
    assert_eq!(names(&found("?q=MEND+the").html()).len(), 2);
    assert_eq!(names(&found("?q=bomba&standing=documented").html()).len(), 0);
    let none = found("?q=nowhere").text();
    assert!(none.contains("No record that is agreed or documented fits."), "{none}");
    let documented = names(&found("?kind=commitment&standing=documented").html());
    let wells = office.path_of("wells/commitments", "Drill two wells");
    let id = wells.rsplit('/').next().expect("an id");
    assert!(documented.contains(&format!("record-{id}")), "{documented:?}");
    // From the page of a record that others refer to.
    let north = office.path_of("wells/parties", "North");
    let north = north.rsplit('/').next().expect("an id");
    let page = chair.get(&format!("{SOUTH}/drafts?record={north}"));
    assert!(page.html().contains(&format!("{SOUTH}/records?of={north}")), "{}", page.html());
    let around = found(&format!("?of={north}"));
    assert!(around.text().contains("Records that refer to “North”"), "{}", around.text());
    let around = names(&around.html());
    assert!(agreed.iter().all(|name| around.contains(name)), "both are owed by the north");
    let chosen = found("?standing=agreed&choose=yes").html();
    assert_eq!(chosen.matches("yes\" checked").count(), 2, "{chosen}");
    for mail in [SOUTH_OFFICER, NORTH_CHAIR, OBSERVER, REGISTRAR] {
        let page = Reader::signed_in(&site, mail).get(&format!("{SOUTH}/records"));
        assert_eq!(page.status, StatusCode::FORBIDDEN, "{mail}");
    }
}

#[test]
fn several_records_are_disputed_with_one_reason_and_one_with_its_own() {
    let office = office();
    let site = office.site();
    let mut listed = agreed(&site, &office);
    let wells = office.path_of("wells/commitments", "Drill two wells");
    listed.push(format!("record-{}", wells.rsplit('/').next().expect("an id")));
    let chair = Reader::signed_in(&site, SOUTH_CHAIR);
    let review = chair.post(&format!("{SOUTH}/dispute/review"), &all(&listed));
    let text = review.text();
    assert!(text.contains("Look over 3 records before you dispute them"), "{text}");
    assert!(text.contains("These words stand: Agreed."), "{text}");
    assert!(text.contains("These words stand: Documented."), "{text}");
    assert!(text.contains("It changes nothing about how the records stand."), "{text}");
    let seen = names(&review.html());
    assert!(seen.iter().zip(&listed).all(|(seen, name)| seen.len() > name.len()), "{seen:?}");

    // Without a reason nothing is said, of any of them.
    let own = format!("reason-{}", wells.rsplit('/').next().expect("an id"));
    let mut sent = all(&seen);
    sent.push((own.as_str(), "Only <one> well was meant."));
    let page = chair.post(&format!("{SOUTH}/dispute"), &sent);
    assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(page.text().contains("Say what it is about, for all or for each"), "{}", page.text());
    assert!(page.html().contains("href=\"#reason\""), "{}", page.html());
    assert!(page.html().contains("Only &#60;one&#62; well was meant."), "{}", page.html());
    assert_eq!(page.html().matches("yes\" checked").count(), 3);
    assert!(!site.get(&wells).text().contains("sees this otherwise"));

    sent.push(("reason", "The year is not ours."));
    let done = location(&chair.post(&format!("{SOUTH}/dispute"), &sent));
    assert_eq!(done, format!("{SOUTH}?disputed=3"));
    assert!(chair.get(&done).text().contains("3 records disputed."));
    let page = site.get(&wells);
    assert!(page.html().contains("Only &#60;one&#62; well was meant."), "{}", page.html());
    assert!(page.text().contains("Documented"), "{}", page.text());
    for name in &listed[..2] {
        let text = site.get(&record(name)).text();
        assert!(text.contains("South sees this otherwise"), "{text}");
        assert!(text.contains("The year is not ours.") && text.contains("Agreed"), "{text}");
    }
}

#[test]
fn languages_that_do_not_agree_are_said_of_everything_that_was_found() {
    let office = office();
    let site = office.site();
    let listed = agreed(&site, &office);
    let chair = Reader::signed_in(&site, SOUTH_CHAIR);
    let asked = [("everything", "yes"), ("standing", "agreed"), ("q", "pump")];
    let review = chair.post(&format!("{SOUTH}/diverge/review"), &asked);
    assert!(review.text().contains("Look over 2 records before you say"), "{}", review.text());
    let seen = names(&review.html());
    assert_eq!(seen.len(), 2);
    // One of them is taken out.
    let sent = [(seen[0].as_str(), "yes"), ("reason", "The Spanish text says five.")];
    let done = location(&chair.post(&format!("{SOUTH}/diverge"), &sent));
    assert!(chair.get(&done).text().contains("Said of 1 record that its languages"), "{done}");
    let said: Vec<bool> = listed
        .iter()
        .map(|name| site.get(&record(name)).text().contains("The Spanish text says five."))
        .collect();
    assert_eq!(said.iter().filter(|said| **said).count(), 1, "{said:?}");
}

#[test]
fn nothing_is_said_beside_words_that_changed_since_they_were_read() {
    let office = office();
    let site = office.site();
    let listed = agreed(&site, &office);
    let (north, south) =
        (Reader::signed_in(&site, NORTH_CHAIR), Reader::signed_in(&site, SOUTH_CHAIR));
    let review = south.post(&format!("{SOUTH}/dispute/review"), &all(&listed));
    let seen = names(&review.html());
    // Meanwhile another version of the first is agreed.
    let id = record(&seen[0]).rsplit('/').next().expect("an id").to_owned();
    let begun = location(&north.post(&format!("{NORTH}/drafts"), &[("record", &id)]));
    let other = "El Norte repara la bomba otra vez a más tardar el 30 de junio de 2027.";
    save(&office, &north, &begun, other, 1);
    let proposal = location(&north.post(&format!("{begun}/propose"), &[]));
    location(&south.post(&format!("{}/accept", proposal.replace("/no/", "/so/")), &[]));

    let mut sent = all(&seen);
    let own = format!("reason-{id}");
    sent.push((own.as_str(), "The pump is sound."));
    sent.push(("reason", "Not this year."));
    let page = south.post(&format!("{SOUTH}/dispute"), &sent);
    assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
    let text = page.text();
    assert!(text.contains("“Mend the pump”: disputed"), "{text}");
    assert!(text.contains("Other words stand for this record since you looked at it."), "{text}");
    assert!(page.html().contains("otra vez"), "they are shown: {}", page.html());
    assert!(page.html().contains("The pump is sound."), "{}", page.html());
    assert!(page.html().contains("Not this year."), "{}", page.html());
    assert_eq!(page.html().matches("yes\" checked").count(), 0);
    assert!(!site.get(&record(&seen[0])).text().contains("sees this otherwise"));
    assert!(site.get(&record(&seen[1])).text().contains("Not this year."));
    // Read and chosen again, it is said.
    let again = names(&page.html());
    assert!(again.len() == 1 && again[0] != seen[0], "{again:?}");
    let sent = [(again[0].as_str(), "yes"), (own.as_str(), "The pump is sound.")];
    location(&south.post(&format!("{SOUTH}/dispute"), &sent));
    assert!(site.get(&record(&seen[0])).text().contains("The pump is sound."));
}

#[test]
fn of_more_than_go_at_once_the_rest_is_named() {
    let office = office();
    let site = office.site();
    let chair = Reader::signed_in(&site, SOUTH_CHAIR);
    let many: Vec<String> = (0..251).map(|number| format!("record-{number:010}")).collect();
    let mut sent = all(&many);
    sent.push(("reason", "None of these is here."));
    let page = chair.post(&format!("{SOUTH}/dispute"), &sent);
    assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
    let text = page.text();
    assert!(text.contains("250 are looked over at once. The others stay"), "{text}");
    assert_eq!(text.matches("This record is not here any more.").count(), 250, "{text}");
}
