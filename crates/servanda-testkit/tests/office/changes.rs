//! What happens to a record over time, and what its page says of it.

use servanda_actions::{erase, retract};
use servanda_entry::Ground;
use servanda_model::{Language, Multilingual, RecordId};
use servanda_testkit::TestOffice;

use crate::wells;

fn id_of(path: &str) -> RecordId {
    RecordId::parse(path.rsplit('/').next().expect("an identifier")).expect("an identifier")
}

#[test]
fn a_changed_record_keeps_its_address_and_its_history() {
    let mut office = wells::office();
    let path = office.path_of("wells/commitments", "Drill two wells");
    let changed = wells::WELLS.replace("Drill two wells", "Drill three wells");
    let loaded = office.load(&[("wells.toml", &changed)], &[]).expect("the data set is whole");
    assert_eq!((loaded.new, loaded.changed, loaded.unchanged), (0, 1, 8));
    let page = office.read(&path);
    assert!(page.contains("# Drill three wells"), "{page}");
    assert!(page.contains("March 2, 2026") && page.contains("March 1, 2026"), "{page}");
    assert!(page.contains("[Both sides will drill"), "the copy is still held: {page}");
}

#[test]
fn loading_the_same_again_changes_nothing() {
    let mut office = wells::office();
    let loaded = office.load(&[("wells.toml", wells::WELLS)], &[wells::copy()]).expect("whole");
    assert_eq!((loaded.new, loaded.changed, loaded.unchanged, loaded.size), (0, 0, 9, 9));
}

#[test]
fn a_copy_that_comes_later_makes_its_passages_readable() {
    let mut office = TestOffice::with(&[("wells.toml", wells::WELLS)], &[]);
    let loaded = office.load(&[("wells.toml", wells::WELLS)], &[wells::copy()]).expect("whole");
    assert_eq!((loaded.changed, loaded.passages_found), (1, 2));
    let page = office.read(&office.path_of("wells/commitments", "Drill two wells"));
    assert!(page.contains("[Both sides will drill two wells by spring 2027.]"), "{page}");
}

#[test]
fn a_retracted_record_stays_with_the_reason() {
    let mut office = wells::office();
    let path = office.path_of("wells/commitments", "Drill two wells");
    let id = id_of(&path);
    let mut reason = Multilingual::default();
    reason.insert(Some(Language::English), "counted twice");
    office.act(|office, by| retract(office, &id, &reason, by)).expect("it stands");
    let page = office.read(&path);
    assert!(page.contains("Retracted"), "{page}");
    assert!(page.contains("This statement was taken back. Reason: counted twice"), "{page}");
    assert!(page.contains("North and South drill two wells"), "{page}");
    let loaded = office.load(&[("wells.toml", wells::WELLS)], &[]).expect("the data set is whole");
    assert_eq!((loaded.retracted, loaded.new, loaded.changed), (1, 0, 0), "it is left alone");
    let again = office.act(|office, by| retract(office, &id, &reason, by));
    assert_eq!(
        again.map_err(|e| e.to_string()),
        Err(format!("record '{id}' is retracted already"))
    );
}

#[test]
fn an_erased_name_is_found_nowhere() {
    let mut office = wells::office();
    let renamed = wells::WELLS.replace("Ana Ruiz\"", "Ana María Ruiz\"");
    office.load(&[("wells.toml", &renamed)], &[]).expect("the data set is whole");
    assert!(!files_that_hold(&office, "Ana María Ruiz").is_empty(), "it is there before");
    let people = office.get("/en/wells/people.json").json();
    let id = people["records"][0]["id"].as_str().expect("an id").to_owned();
    let id = RecordId::parse(&id).expect("an id");
    let erased = office
        .act(|office, by| erase(office, &id, "name", Ground::PersonalData, by))
        .expect("the name is held");
    assert_eq!(erased, 2, "the name of both versions");
    let page = office.read(&format!("/en/wells/people/{id}"));
    assert!(page.contains("# (erased)"), "{page}");
    let instead = "Name: erased on March 3, 2026 by the registrar, because it held personal data";
    assert!(page.contains(instead), "{page}");
    assert!(office.read("/en/search?q=Ruiz").contains("Minutes"), "the published minutes stay");
    assert_eq!(files_that_hold(&office, "Ana María Ruiz"), [""; 0]);
    let loaded = office.load(&[("wells.toml", &renamed)], &[]).expect("the data set is whole");
    assert_eq!((loaded.erased_texts, loaded.changed), (1, 0), "loading does not bring it back");
    assert_eq!(files_that_hold(&office, "Ana María Ruiz"), [""; 0]);
}

/// The files of an office in which a text stands.
fn files_that_hold(office: &TestOffice, text: &str) -> Vec<&'static str> {
    ["ground.db", "ground.db-wal", "derived/register.db", "derived/register.db-wal"]
        .into_iter()
        .filter(|file| {
            let bytes = std::fs::read(office.folder().join(file)).unwrap_or_default();
            bytes.windows(text.len()).any(|run| run == text.as_bytes())
        })
        .collect()
}

#[test]
fn a_page_that_was_asked_for_before_shows_what_was_recorded_since() {
    let mut office = wells::office();
    let path = office.path_of("wells/commitments", "Drill two wells");
    let site = office.site();
    let before = site.get(&path);
    assert_eq!(before.body, site.get(&path).body, "asked for again it is the same");
    let changed = wells::WELLS.replace("Drill two wells", "Drill three wells");
    office.load(&[("wells.toml", &changed)], &[]).expect("the data set is whole");
    let after = site.get(&path);
    assert!(after.text().contains("# Drill three wells"), "{}", after.text());
    assert_ne!(before.headers.get("etag"), after.headers.get("etag"));
}
