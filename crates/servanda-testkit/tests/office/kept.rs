//! What somebody types into a draft and does not save: kept for them alone, no version, and gone when
//! they save.

use axum::http::{StatusCode, header};
use servanda_model::AccountRole;
use servanda_testkit::page::Page;
use servanda_testkit::reader::role;
use servanda_testkit::{Reader, TestOffice};

use crate::wells;

const OFFICER: &str = "officer@north.example";
const CHAIR: &str = "chair@north.example";

fn office() -> TestOffice {
    let mut office = wells::office();
    office.account("Oda", OFFICER, role(AccountRole::Officer, "wells", "no"));
    office.account("Nils", CHAIR, role(AccountRole::CoChair, "wells", "no"));
    office
}

#[track_caller]
fn location(page: &Page) -> String {
    assert_eq!(page.status, StatusCode::SEE_OTHER, "{}", page.text());
    page.headers[header::LOCATION].to_str().expect("an address").to_owned()
}

fn begun(reader: &Reader<'_>) -> String {
    location(&reader.post("/en/workspace/wells/no/drafts", &[]))
}

/// Everything that the form of a commitment sends.
fn typed<'a>(owed_by: &'a str, title: &'a str, seen: &'a str) -> [(&'a str, &'a str); 4] {
    [("title-en", title), ("made", "2026-03-01"), (owed_by, "yes"), ("seen", seen)]
}

#[test]
fn what_is_typed_and_not_saved_is_kept_when_the_draft_is_given_to_somebody_without_script() {
    let office = office();
    let site = office.site();
    let officer = Reader::signed_in(&site, OFFICER);
    let path = begun(&officer);
    let html = officer.get(&path).html();
    assert!(html.contains("form=\"typed\" formaction="), "one form sends both: {html}");
    let fields =
        [("seen", "1"), ("to", ""), ("title-en", "Mend both pumps"), ("due", "one of these days")];
    location(&officer.post(&format!("{path}/assign"), &fields));
    let html = officer.get(&path).html();
    assert!(html.contains("Mend both pumps") && html.contains("one of these days"), "{html}");
    assert!(html.contains("and did not save"), "{html}");
}

#[test]
fn what_is_typed_is_there_again_for_whoever_typed_it_and_is_no_version() {
    let office = office();
    let site = office.site();
    let north = office.path_of("wells/parties", "North");
    let owed_by = format!("owed-by-{}", north.rsplit('/').next().expect("an id"));
    let (officer, chair) = (Reader::signed_in(&site, OFFICER), Reader::signed_in(&site, CHAIR));
    let path = begun(&officer);
    let keep = format!("{path}/keep");
    let first = officer.post(&keep, &typed(&owed_by, "Mend the <pump>", "1"));
    assert_eq!(first.status, StatusCode::NO_CONTENT);
    let page = officer.get(&path);
    assert!(page.html().contains("Mend the &#60;pump&#62;"), "{}", page.html());
    assert!(page.text().contains("This is what you typed on March"), "{}", page.text());
    assert!(!page.text().contains("Earlier versions"), "{}", page.text());
    let others = chair.get(&path);
    assert!(!others.html().contains("pump"), "{}", others.html());
    let told = "Has typed something here that is not saved yet: Oda.";
    assert!(others.text().contains(told), "{}", others.text());

    // Half a sentence does not stay where the next one replaces it.
    officer.post(&keep, &typed(&owed_by, "Mend the pumpkin", "1"));
    let held = |words: &str| {
        ["ground.db", "ground.db-wal"].iter().any(|file| {
            let held = std::fs::read(office.folder().join(file)).unwrap_or_default();
            held.windows(words.len()).any(|window| window == words.as_bytes())
        })
    };
    assert!(held("pumpkin") && !held("%3Cpump%3E"));

    // What cannot be understood is kept too; only saving asks for it to be mended.
    let odd = [("title-en", "Mend it"), ("made", "one of these days"), ("seen", "1")];
    assert_eq!(officer.post(&keep, &odd).status, StatusCode::NO_CONTENT);
    assert!(officer.get(&path).html().contains("value=\"one of these days\""));

    location(&officer.post(&path, &typed(&owed_by, "Mend the pump", "1")));
    let page = officer.get(&path);
    assert!(!page.text().contains("This is what you typed"), "{}", page.text());
    assert!(!held("one+of+these+days"));
    assert!(!chair.get(&path).text().contains(told));
}

#[test]
fn two_who_type_into_one_draft_both_find_what_they_typed() {
    let office = office();
    let site = office.site();
    let north = office.path_of("wells/parties", "North");
    let owed_by = format!("owed-by-{}", north.rsplit('/').next().expect("an id"));
    let (officer, chair) = (Reader::signed_in(&site, OFFICER), Reader::signed_in(&site, CHAIR));
    let path = begun(&officer);
    let keep = format!("{path}/keep");
    assert_eq!(
        officer.post(&keep, &typed(&owed_by, "Mend the pump", "1")).status,
        StatusCode::NO_CONTENT
    );
    location(&chair.post(&path, &typed(&owed_by, "Paint the pump", "1")));
    let late = officer.post(&keep, &typed(&owed_by, "Mend the pump well", "1"));
    assert_eq!(late.status, StatusCode::CONFLICT, "kept, and told");
    let page = officer.get(&path);
    assert!(page.html().contains("Paint the pump"), "{}", page.html());
    assert!(page.text().contains("Nils has saved this draft since you typed"), "{}", page.text());
    let mine = officer.get(&format!("{path}?kept=mine"));
    assert!(mine.html().contains("Mend the pump well"), "{}", mine.html());
    assert!(mine.html().contains("<del>Paint</del><ins>Mend</ins>"), "{}", mine.html());
    assert_eq!(location(&officer.post(&format!("{path}/forget"), &[])), path);
    let page = officer.get(&path);
    assert!(!page.html().contains("Mend the pump well"), "{}", page.html());
    assert!(!page.text().contains("since you typed"), "{}", page.text());
}

#[test]
fn only_whoever_may_draft_keeps_anything_and_nothing_in_a_draft_that_is_put_away() {
    let mut office = office();
    office.account("Sol", "officer@south.example", role(AccountRole::Officer, "wells", "so"));
    let site = office.site();
    let officer = Reader::signed_in(&site, OFFICER);
    let path = begun(&officer);
    let keep = format!("{path}/keep");
    let other = Reader::signed_in(&site, "officer@south.example");
    assert_eq!(other.post(&keep, &[("seen", "1")]).status, StatusCode::FORBIDDEN);
    let nobody = Reader::new(&site).post(&keep, &[("seen", "1")]);
    assert_eq!(nobody.status, StatusCode::UNAUTHORIZED);
    location(&officer.post(&format!("{path}/discard"), &[]));
    assert_eq!(officer.post(&keep, &[("seen", "1")]).status, StatusCode::GONE);
}
