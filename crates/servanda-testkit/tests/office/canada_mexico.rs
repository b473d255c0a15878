//! The Canada–Mexico Partnership: the data set that ships, against the documents it cites.

use std::path::{Path, PathBuf};

use axum::http::StatusCode;
use servanda_actions::{DataSet, DocumentCopy};
use servanda_entry::act::hex;
use servanda_model::concordance::differences;
use servanda_model::record::{Block, BlockForm};
use servanda_model::{Kind, Multilingual, Record, Role};
use servanda_testkit::TestOffice;
use sha2::{Digest, Sha256};

/// Every collection of records that has pages.
const COLLECTIONS: [&str; 16] = [
    "parties",
    "institutions",
    "people",
    "posts",
    "terms",
    "bodies",
    "instruments",
    "sections",
    "meetings",
    "participations",
    "engagements",
    "commitments",
    "recommendations",
    "observations",
    "figures",
    "documents",
];
/// The most bytes of a page.
const PAGE_BYTES_MAX: usize = 60_000;

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

fn files() -> Vec<(String, String)> {
    let folder = root().join("data/canada-mexico");
    let mut files: Vec<(String, String)> = std::fs::read_dir(folder)
        .expect("the data set is there")
        .map(|entry| entry.expect("a file").path())
        .map(|path| (path.display().to_string(), std::fs::read_to_string(path).expect("a text")))
        .collect();
    files.sort();
    files
}

/// Copies of the documents, one paragraph a line; none where the corpus is absent.
fn copies() -> Vec<DocumentCopy> {
    let folder = root().join("../shared/corpus/seeds");
    let set = DataSet::parse(&files()).expect("the data set is whole");
    let copies: Vec<DocumentCopy> = set
        .documents
        .iter()
        .filter_map(|cited| std::fs::read(folder.join(&cited.file)).ok())
        .map(copy)
        .collect();
    if copies.is_empty() {
        #[expect(clippy::print_stderr, reason = "whoever runs the tests must know")]
        {
            eprintln!("skipped: the documents are not in {}", folder.display());
        }
    }
    copies
}

fn copy(bytes: Vec<u8>) -> DocumentCopy {
    let text = String::from_utf8(bytes.clone()).expect("the documents are UTF-8");
    let mut outline = Vec::new();
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        let end = start + line.chars().count();
        let form = BlockForm::Paragraph;
        outline.push(Block { form, start, end: end - usize::from(line.ends_with('\n')) });
        start = end;
    }
    DocumentCopy { digest: hex(&Sha256::digest(&bytes)), bytes, text, outline }
}

pub(crate) fn office(copies: &[DocumentCopy]) -> TestOffice {
    let files = files();
    let files: Vec<(&str, &str)> =
        files.iter().map(|(name, text)| (name.as_str(), text.as_str())).collect();
    TestOffice::with(&files, copies)
}

#[test]
fn the_register_holds_what_the_partnership_is() {
    let office = office(&[]);
    let site = office.site();
    let count = |collection: &str, holds: &dyn Fn(&serde_json::Value) -> bool| {
        let list = site.get(&format!("/en/canada-mexico/{collection}.json")).json();
        list["records"].as_array().map_or(0, |all| all.iter().filter(|it| holds(it)).count())
    };
    let annual =
        |it: &serde_json::Value| it["links"]["body"][0]["label"] == "Canada–Mexico Partnership";
    assert_eq!(count("meetings", &annual), 17, "annual meetings");
    let groups = |it: &serde_json::Value| {
        let is_at_work =
            ["active", "dormant"].contains(&it["details"]["state"].as_str().unwrap_or(""));
        it["details"]["form"] == "working-group" && is_at_work
    };
    assert_eq!(count("bodies", &groups), 8, "working groups");
    let pillars = |it: &serde_json::Value| it["details"]["form"] == "pillar";
    assert_eq!(count("sections", &pillars), 9 + 4, "pillars of the two action plans");
    assert_eq!(count("parties", &|_| true), 2);
    let meetings = site.get("/en/canada-mexico/meetings").text();
    assert!(meetings.contains("Jiutepec, Morelos"), "the fifth meeting has its place");
    assert!(meetings.contains("November 26, 2020"), "the sixteenth has its date");
}

#[test]
fn every_record_speaks_three_languages_and_rests_on_a_passage() {
    let set = DataSet::parse(&files()).expect("the data set is whole");
    for described in &set.records {
        let record = &described.record;
        let must_cite = [Kind::Commitment, Kind::Recommendation, Kind::Figure, Kind::Meeting];
        if must_cite.contains(&record.kind()) {
            assert!(!record.sources.is_empty(), "{} cites nothing", described.place.name);
        }
        for text in record.texts.values() {
            assert!(text.missing().is_empty(), "{} lacks a language", described.place.name);
        }
    }
}

#[test]
fn every_passage_stands_in_its_document() {
    let copies = copies();
    if copies.is_empty() {
        return;
    }
    let office = office(&copies);
    let site = office.site();
    let held: Vec<String> = site.get("/en/canada-mexico/documents.json").json()["records"]
        .as_array()
        .expect("documents")
        .iter()
        .filter(|document| document["details"]["digest"].is_string())
        .map(|document| document["id"].as_str().expect("an id").to_owned())
        .collect();
    assert_eq!(held.len(), 5, "five documents were received, others are only cited");
    for collection in COLLECTIONS {
        let list = site.get(&format!("/en/canada-mexico/{collection}.json")).json();
        for record in list["records"].as_array().expect("records") {
            for source in record["sources"].as_array().expect("sources") {
                if !held.iter().any(|id| source["document"] == id.as_str()) {
                    continue;
                }
                assert!(source["start"].is_u64(), "{} of {}", source["begins"], record["address"]);
            }
        }
    }
}

#[test]
fn every_page_is_there_in_english_and_light() {
    check_every_page("en");
}

#[test]
fn every_page_is_there_in_french_and_light() {
    check_every_page("fr");
}

#[test]
fn every_page_is_there_in_spanish_and_light() {
    check_every_page("es");
}

fn check_every_page(language: &str) {
    let office = office(&copies());
    let site = office.site();
    let mut paths: Vec<String> =
        ["", "/about", "/search?q=mexico", "/canada-mexico/journal"].map(str::to_owned).to_vec();
    for collection in COLLECTIONS {
        paths.push(format!("/canada-mexico/{collection}"));
        let list = site.get(&format!("/en/canada-mexico/{collection}.json")).json();
        for record in list["records"].as_array().expect("records") {
            let id = record["id"].as_str().expect("an id");
            paths.push(format!("/canada-mexico/{collection}/{id}"));
        }
    }
    assert!(paths.len() > 600, "{} paths", paths.len());
    for path in &paths {
        let page = site.get(&format!("/{language}{path}"));
        let fine = [StatusCode::OK, StatusCode::SEE_OTHER].contains(&page.status);
        assert!(fine, "/{language}{path}: {}", page.status);
        let bytes = page.body.len();
        assert!(bytes <= PAGE_BYTES_MAX, "/{language}{path} has {bytes} bytes");
        assert!(!page.html().contains("Unknown localization"), "/{language}{path}");
    }
}

#[test]
fn what_we_worded_says_the_same_in_all_three_languages() {
    let set = DataSet::parse(&files()).expect("the data set is whole");
    let records: Vec<&Record> = set.records.iter().map(|described| &described.record).collect();
    let parties: Vec<&Multilingual> = records
        .iter()
        .filter(|record| record.kind() == Kind::Party)
        .filter_map(|record| record.texts.get(&Role::Name))
        .collect();
    let mut differing = Vec::new();
    for record in &records {
        for (role, text) in record.texts.iter().filter(|(role, _)| **role == Role::Wording) {
            for difference in differences(text, &parties) {
                differing.push(format!("{} {role:?} {difference:?} {text:?}", record.id));
            }
        }
    }
    assert!(differing.is_empty(), "{} texts: {differing:#?}", differing.len());
}
