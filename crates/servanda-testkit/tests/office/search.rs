//! What people find, how they narrow it, and what they are told where there is nothing.

use axum::http::StatusCode;
use serde_json::Value;
use servanda_actions::retract;
use servanda_model::{Language, Multilingual, RecordId};
use servanda_testkit::TestOffice;

use crate::wells;

fn hits(answer: &Value) -> Vec<(String, String)> {
    let hits = answer["hits"].as_array().expect("hits");
    let text = |hit: &Value, field: &str| hit[field].as_str().unwrap_or_default().to_owned();
    hits.iter().map(|hit| (text(hit, "kind"), text(hit, "title"))).collect()
}

/// The values of a facet with their counts, as a page of data has them.
fn counts(answer: &Value, facet: &str) -> Vec<(String, u64)> {
    let values = answer["facets"][facet].as_array().cloned().unwrap_or_default();
    let count = |value: &Value| {
        let label = value["label"].as_str().unwrap_or_default().to_owned();
        (label, value["count"].as_u64().unwrap_or_default())
    };
    values.iter().map(count).collect()
}

#[test]
fn a_passage_of_a_document_is_found_and_leads_to_its_place() {
    let office = wells::office();
    let answer = office.get("/en/search.json?q=thanked+hosts").json();
    assert_eq!(hits(&answer), [("passage".to_owned(), "Minutes of 2026".to_owned())]);
    let address = answer["hits"][0]["address"].as_str().expect("an address");
    let (path, anchor) = address.split_once('#').expect("an anchor");
    let page = office.get(path.trim_start_matches("https://test.example"));
    assert!(page.html().contains(&format!("id=\"{anchor}\"")), "{anchor}");
    let read = office.read("/fr/search?q=thanked+hosts");
    assert!(read.contains("Compte rendu de 2026"), "the document's title in French: {read}");
    assert!(read.contains("Passage d’un document Anglais") || read.contains("anglais"), "{read}");
}

#[test]
fn every_kind_of_record_is_found() {
    let office = wells::office();
    for (words, kind) in [
        ("Wells+Partnership", "partnership"),
        ("South", "party"),
        ("Ana+Ruiz", "person"),
        ("Southern+co-chair", "post"),
        ("Director", "term"),
        ("Drilling", "body"),
        ("Drill+two+wells", "commitment"),
        ("Minutes+2026", "document"),
    ] {
        let answer = office.get(&format!("/en/search.json?q={words}&kind={kind}")).json();
        assert_eq!(answer["hits"][0]["kind"].as_str(), Some(kind), "{words}: {answer}");
    }
    let term = office.read("/en/search?q=Director");
    assert!(term.contains("Ana Ruiz"), "a term says whose it is: {term}");
}

#[test]
fn filters_narrow_and_can_be_taken_off() {
    let office = wells::office();
    let all = office.get("/en/search.json?q=wells").json();
    let kinds = counts(&all, "kind");
    assert!(kinds.contains(&("Commitments".to_owned(), 1)), "{kinds:?}");
    assert!(kinds.contains(&("Passages of documents".to_owned(), 1)), "{kinds:?}");
    let body = all["facets"]["body"][0]["value"].as_str().expect("the drilling group").to_owned();
    assert_eq!(counts(&all, "body"), [("Drilling Group".to_owned(), 1)]);
    assert_eq!(counts(&all, "party").len(), 2, "who owes it: {all}");

    let path = format!("/en/search?q=wells&kind=commitment&body={body}&lens=climate&year=2026");
    let page = office.read(&path);
    assert!(page.contains("1 result"), "{page}");
    for chip in ["Kind: Commitments (take off)", "Body: Drilling Group (take off)"] {
        assert!(page.contains(chip), "{page}");
    }
    let answer = office.get(&path.replace("search?", "search.json?")).json();
    assert_eq!(counts(&answer, "kind"), [("Commitments".to_owned(), 1)]);
    assert_eq!(answer["total"].as_u64(), Some(1));
    assert_eq!(answer["filters"]["lens"].as_str(), Some("climate"));
}

#[test]
fn each_search_has_one_address() {
    let office = wells::office();
    let html = office.get("/en/search?sort=date&page=1&kind=commitment&x=y&q=wells&q=no").html();
    assert!(
        html.contains("https://test.example/en/search?q=wells&#38;kind=commitment&#38;sort=date")
    );
    let odd = "/en/search?q=wells&kind=nothing&body=%3Cb%3E&year=next&lens=x&sort=up&page=-1";
    let html = office.get(odd).html();
    assert!(html.contains("https://test.example/en/search?q=wells\""), "{html}");
    let far = office.get("/en/search?q=wells&page=99999999999999999999");
    assert_eq!(far.status, StatusCode::OK);
    let past = office.get("/en/search?q=wells&page=4");
    assert!(past.html().contains("rel=\"prev\""), "there is a way back");
}

#[test]
fn the_order_is_a_choice() {
    let office = wells::office();
    let page = office.get("/es/search?q=pozos");
    assert!(page.html().contains("/es/search?q=pozos&#38;sort=date"));
    let newest = office.get("/es/search.json?q=pozos&sort=date").json();
    let dates: Vec<&str> = newest["hits"]
        .as_array()
        .expect("hits")
        .iter()
        .map(|hit| hit["date"].as_str().unwrap_or_default())
        .collect();
    assert!(dates.is_sorted_by(|a, b| a >= b), "{dates:?}");
}

#[test]
fn a_partnership_can_be_searched_alone() {
    let office = wells::office();
    let here = office.get("/en/search.json?q=wells&in=wells").json();
    assert!(here["total"].as_u64() > Some(0));
    let page = office.read("/en/search?q=wells&in=wells");
    assert!(page.contains("Wells Partnership (take off)"), "{page}");
    let elsewhere = office.get("/en/search.json?q=wells&in=elsewhere").json();
    assert_eq!(
        (elsewhere["total"].as_u64(), elsewhere["facets"].clone()),
        (Some(0), Value::Object(serde_json::Map::new()))
    );
}

#[test]
fn a_mistyped_word_finds_close_spellings_and_the_page_says_so() {
    let office = wells::office();
    let page = office.read("/en/search?q=thannked");
    assert!(page.contains("No record has exactly these words; showing close spellings: thanked."));
    assert!(page.contains("Minutes of 2026"), "{page}");
    let french = office.read("/fr/search?q=coprsidence");
    assert!(french.contains("graphies proches : copresidence"), "{french}");
}

#[test]
fn where_nothing_is_found_there_is_something_to_try() {
    let office = wells::office();
    let page = office.get("/en/search?q=zeppelin+fisheries&kind=meeting");
    let text = page.text();
    assert!(text.contains("Nothing found") && text.contains("Try fewer or other words"), "{text}");
    for href in [
        "/en/search?q=zeppelin%20fisheries\"",
        "/en/search?q=zeppelin&#38;kind=meeting",
        "/en/search?q=fisheries&#38;kind=meeting",
    ] {
        assert!(page.html().contains(href), "{href}: {}", page.html());
    }
    assert!(text.contains("Search for a term of the field"), "{text}");
}

#[test]
fn before_a_search_the_page_says_what_can_be_found() {
    let office = wells::office();
    for (language, example) in
        [("en", "wildfire"), ("fr", "feux de forêt"), ("es", "incendios forestales")]
    {
        let page = office.get(&format!("/{language}/search"));
        assert!(page.text().contains(example));
        assert!(page.html().contains(&format!("/{language}/search?q=")), "{language}");
    }
}

#[test]
fn what_is_retracted_says_so_in_the_results() {
    let mut office = wells::office();
    let path = office.path_of("wells/commitments", "Drill two wells");
    let id =
        RecordId::parse(path.rsplit('/').next().expect("an identifier")).expect("an identifier");
    let mut reason = Multilingual::default();
    reason.insert(Some(Language::English), "counted twice");
    office.act(|office, by| retract(office, &id, &reason, by)).expect("it stands");
    let page = office.read("/en/search?q=drill+two+wells");
    assert!(page.contains("Retracted"), "{page}");
    let answer = office.get("/en/search.json?q=drill&standing=retracted").json();
    assert_eq!(answer["total"].as_u64(), Some(1));
}

#[test]
fn a_page_stays_light_whatever_was_typed() {
    let office = wells::office();
    let long = "%E2%80%A6".repeat(180);
    let page = office.get(&format!("/en/search?q=wells%20drill%20{long}"));
    assert!(page.text().contains("result"), "{}", page.text());
    assert!(page.body.len() < 60_000, "{} bytes", page.body.len());
}

#[test]
fn an_office_without_records_answers() {
    let office = TestOffice::new();
    assert!(office.read("/fr/search?q=eau").contains("Aucun résultat"));
}

#[test]
fn a_search_can_be_kept_as_a_table_and_followed_as_a_feed() {
    let office = wells::office();
    let page = office.get("/en/search?q=wells").html();
    for form in ["csv", "atom"] {
        assert!(page.contains(&format!("href=\"/en/search.{form}?q=wells\"")), "{form}: {page}");
    }
    let table = office.get("/en/search.csv?q=drill").html();
    assert!(table.starts_with("\u{feff}id,kind,title,language,date,standing,excerpt,address\r\n"));
    assert!(table.contains(",commitment,Drill two wells,en,2026-02-01,documented,"), "{table}");
    let feed = office.get("/en/search.atom?q=drill").html();
    assert!(feed.contains("<title type=\"text\">") || feed.contains("<title>"), "{feed}");
    assert!(feed.contains("Drill two wells"), "{feed}");
    let ids: Vec<&str> =
        feed.split("<id>").skip(1).filter_map(|rest| rest.split("</id>").next()).collect();
    let different: std::collections::BTreeSet<&&str> = ids.iter().collect();
    assert_eq!(ids.len(), different.len(), "every entry has a name of its own: {ids:?}");
}

#[test]
fn a_search_of_another_day_looks_in_the_words_of_that_day() {
    let mut office = wells::office();
    let later = wells::WELLS
        .replace("Drill two wells", "Bore twelve shafts")
        .replace("[[person]]", "[[person]]\nkey = \"p2\"\nname = \"Berta Drillman\"\n\n[[person]]");
    office.load(&[("wells.toml", &later)], &[]).expect("the data set is whole");
    let titles = |address: &str| {
        let answer = office.get(address).json();
        hits(&answer).into_iter().map(|(_, title)| title).collect::<Vec<_>>()
    };
    let commitments = "/en/search.json?kind=commitment&q=";
    assert_eq!(titles(&format!("{commitments}shafts")), ["Bore twelve shafts"]);
    assert_eq!(titles(&format!("{commitments}two+wells")), ["Bore twelve shafts"], "its wording");
    let then = format!("{commitments}two+wells&as-of=2026-03-01");
    assert_eq!(titles(&then), ["Drill two wells"]);
    assert_eq!(titles(&format!("{commitments}shafts&as-of=2026-03-01")), [""; 0]);
    assert!(office.read("/en/search?q=drillman").contains("Berta Drillman"));
    let people = office.get("/en/search.json?q=drillman&as-of=2026-03-01").json();
    assert_eq!(people["total"].as_u64(), Some(0), "nor is she counted: {people}");
    let before = "/en/search.json?q=drill&on=2026-01-31&kind=commitment";
    assert_eq!(titles(before), [""; 0], "it was not made yet");
}
