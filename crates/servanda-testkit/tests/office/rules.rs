//! Entries that break a rule stay in the journal and have no effect; the order in which journals
//! arrive changes nothing.

use servanda_entry::{Act, Erase, Ground, PartReference, State};
use servanda_journal::proof::verify_inclusion;
use servanda_model::{Kind, RecordId};
use servanda_store::{Batch, Hash, Head, PartDraft, VerifyError, verify_since};
use servanda_testkit::TestOffice;

use crate::wells;

/// A person with a name, as a voice would state it: the act and its parts.
fn person(name: &str, salt: u8) -> (Act, Vec<PartDraft>) {
    let parts = [
        ("facts", "application/json", r#"{"kind":"person","sources":[]}"#),
        ("name", "text/plain", name),
    ];
    let mut references = Vec::new();
    let mut drafts = Vec::new();
    for (number, (role, media, text)) in (salt..).zip(parts) {
        let draft = PartDraft { salt: [number; 32], bytes: text.as_bytes().to_vec() };
        references.push(PartReference {
            audience: None,
            commitment: draft.commitment().to_hex(),
            language: None,
            media: media.to_owned(),
            role: role.to_owned(),
        });
        drafts.push(draft);
    }
    let act = Act::State(State {
        account: "operator".to_owned(),
        at: 1_772_366_400,
        record: RecordId::from_bits(77),
        kind: Kind::Person,
        base: None,
        parts: references,
    });
    (act, drafts)
}

/// Appends acts to a journal, founding it where needed, and lets the register follow.
fn append(office: &TestOffice, origin: &str, acts: &[Act], parts: Vec<PartDraft>) {
    let (ledger, ground) = (office.office().ledger(), office.office().ground());
    ledger.found(origin, &[9; 32]).expect("a journal");
    let head = ground.head(origin).expect("a ground").unwrap_or(Head::EMPTY);
    let entries = acts.iter().map(|act| act.encode().expect("a well-formed act")).collect();
    let batch = Batch { entries, parts, ..Batch::default() };
    ledger.append(origin, head, &batch).expect("appended");
    office.office().register().follow(ground).expect("followed");
}

fn label(office: &TestOffice) -> Option<String> {
    let id = RecordId::from_bits(77);
    office
        .office()
        .register()
        .view(|view| view.label(&id, servanda_model::Language::English))
        .expect("a register")
}

#[test]
fn a_record_stated_twice_belongs_to_the_same_journal_in_any_order() {
    let (first, first_parts) = person("Ana", 1);
    let (second, second_parts) = person("Berta", 5);
    let (a, b) = ("a.example/wells/north", "b.example/wells/south");

    let office = TestOffice::new();
    append(&office, a, std::slice::from_ref(&first), first_parts.clone());
    append(&office, b, std::slice::from_ref(&second), second_parts.clone());
    assert_eq!(label(&office).as_deref(), Some("Ana"));

    let office = TestOffice::new();
    append(&office, b, &[second], second_parts);
    assert_eq!(label(&office).as_deref(), Some("Berta"), "nobody else has stated it yet");
    append(&office, a, &[first], first_parts);
    assert_eq!(label(&office).as_deref(), Some("Ana"));
}

#[test]
fn an_erasure_of_a_part_of_another_record_has_no_effect() {
    let office = wells::office();
    let path = office.path_of("wells/commitments", "Drill two wells");
    let data = office.get(&format!("{path}.json")).json();
    let part = data["parts"][1]["commitment"].as_str().expect("a commitment").to_owned();
    let body = office.path_of("wells/bodies", "Drilling Group");
    let record = RecordId::parse(body.rsplit('/').next().expect("an id")).expect("an id");
    let act = Act::Erase(Erase {
        account: "operator".to_owned(),
        at: 1_772_366_400,
        record,
        part,
        ground: Ground::Mistake,
    });
    append(&office, servanda_testkit::office::ORIGIN, &[act], Vec::new());
    assert!(office.read(&path).contains("North and South drill two wells"));
    assert!(office.read(&body).contains("no effect: the record or text is not known"));
}

#[test]
fn a_statement_on_a_stale_base_has_no_effect() {
    let office = TestOffice::new();
    let origin = "a.example/wells/north";
    let (first, parts) = person("Ana", 1);
    append(&office, origin, &[first], parts);
    let (Act::State(mut stale), parts) = person("Berta", 5) else { panic!("a statement") };
    stale.base = Some("ab".repeat(32));
    append(&office, origin, &[Act::State(stale)], parts);
    assert_eq!(label(&office).as_deref(), Some("Ana"));
}

#[test]
fn a_journal_that_was_rewritten_is_told_by_a_kept_checkpoint() {
    let origin = "a.example/wells/north";
    let (ana, ana_parts) = person("Ana", 1);
    let (berta, berta_parts) = person("Berta", 5);
    let honest = TestOffice::new();
    append(&honest, origin, &[ana], ana_parts);
    let ground = honest.office().ground();
    let kept = ground.checkpoint(origin).expect("a ground").expect("signed");
    append(&honest, origin, std::slice::from_ref(&berta), berta_parts.clone());
    let verifier = honest.office().ledger().verifier(origin).expect("a folder").expect("a key");
    let head = verify_since(ground, &kept, &verifier).expect("it only grew");
    assert_eq!(head.size, 1);

    // The same key signs another history.
    let rewritten = TestOffice::new();
    append(&rewritten, origin, &[berta], berta_parts);
    let told = verify_since(rewritten.office().ground(), &kept, &verifier);
    assert!(matches!(told, Err(VerifyError::Rewritten { .. })), "{told:?}");
}

#[test]
fn the_page_of_an_entry_proves_that_it_is_in_the_journal() {
    let office = wells::office();
    let origin = servanda_testkit::office::ORIGIN;
    let head = office.office().ground().head(origin).expect("a ground").expect("a journal");
    let entry = office.office().ground().entries(origin, 3, 1).expect("a ground").remove(0);
    let page = office.read("/en/wells/journal/registrar/3");
    let shown: Vec<Hash> = page
        .split_whitespace()
        .skip_while(|word| *word != head.root.to_hex())
        .skip(1)
        .map_while(|word| Hash::parse_hex(word).ok())
        .collect();
    assert_eq!(shown.len(), 4, "nine entries: {page}");
    verify_inclusion(3, &entry.leaf_hash, &head, &shown).expect("the proof holds");
}
