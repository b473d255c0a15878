//! Two sides agree to the same words: what each act changes for everyone who reads.

use axum::http::StatusCode;
use servanda_actions::agreement::{
    AnswerRefusal, Mandate, Offer, ProposeRefusal, Remarking, accept, object, opened, propose,
    remark, seal_accepted, withdraw,
};
use servanda_actions::{By, NotDone, Office};
use servanda_entry::act::{Decoded, decode};
use servanda_entry::{Accept, Act};
use servanda_model::agreement::Progress;
use servanda_model::concordance::Aspect;
use servanda_model::{AccountRole, Language, Multilingual, Record, RecordId, Role};
use servanda_register::{ProposalRow, Register};
use servanda_store::{Batch, Ground, Hash, Head, PartDraft};
use servanda_testkit::TestOffice;
use servanda_testkit::reader::role;

use crate::wells;

const NORTH: Mandate<'static> = Mandate { voice: "no", role: "secretariat" };
const SOUTH: Mandate<'static> = Mandate { voice: "so", role: "secretariat" };

/// The commitment on wells, as the register holds it.
fn wells_commitment(office: &TestOffice) -> Record {
    let path = office.path_of("wells/commitments", "wells");
    let id = RecordId::parse(path.rsplit('/').next().expect("an id")).expect("an id");
    held(office, &id).expect("it is recorded")
}

fn held(office: &TestOffice, id: &RecordId) -> Option<Record> {
    let found = office.office().register().view(|view| view.find(id)).expect("a register");
    found.map(|held| held.record)
}

/// The record with another title in each language.
fn titled(record: &Record, titles: [&str; 3]) -> Record {
    let mut record = record.clone();
    let titles = Language::ALL.into_iter().map(Some).zip(titles.map(str::to_owned));
    record.texts.insert(Role::Title, titles.collect());
    record
}

fn propose_as(
    office: &mut TestOffice,
    mandate: Mandate<'_>,
    record: &Record,
) -> Result<String, NotDone<ProposeRefusal>> {
    let offer = offer_of(record);
    office.act(|office, by| propose(office, &offer, mandate, by))
}

fn offer_of(record: &Record) -> Offer<'_> {
    let (partnership, authentic) = ("wells", Language::ALL.as_slice());
    Offer { partnership, record, authentic, differences_are_meant: false }
}

fn in_english(text: &str) -> Multilingual {
    std::iter::once((Some(Language::English), text.to_owned())).collect()
}

fn proposal(office: &TestOffice, leaf: &str) -> ProposalRow {
    let found = office.office().register().view(|view| view.proposal(leaf));
    found.expect("a register").expect("a proposal")
}

/// The wells commitment as three shafts, proposed by the north and accepted by the south.
fn agreed_office() -> (TestOffice, RecordId) {
    let mut office = wells::office();
    let record = titled(&wells_commitment(&office), ["Three shafts", "Trois puits", "Tres pozos"]);
    let leaf = propose_as(&mut office, NORTH, &record).expect("proposed");
    let accepted = |office: &Office, by: &mut By<'_>| accept(office, &leaf, SOUTH, by);
    office.act(accepted).expect("accepted");
    (office, record.id)
}

#[test]
fn what_both_sides_accept_is_agreed_for_every_reader() {
    let (office, id) = agreed_office();
    let path = format!("/en/wells/commitments/{id}");
    let page = office.read(&path);
    assert!(page.contains("# Three shafts") && page.contains("Agreed"), "{page}");
    for happened in ["Proposed by North", "Accepted by South", "Sealed by North"] {
        assert!(page.contains(happened), "{happened}: {page}");
    }
    for signed in [
        "North (Secretariat, not signed with a passkey), March 2, 2026",
        "South (Secretariat, not signed with a passkey), March 3, 2026",
    ] {
        assert!(page.contains(signed), "{signed}: {page}");
    }
    let twin = office.get(&format!("{path}.json")).json();
    assert_eq!(twin["standing"], "agreed");
    assert_eq!(twin["texts"]["title"]["es"], "Tres pozos");
    let list = office.get("/en/wells/commitments.json?standing=agreed").json();
    assert_eq!(list["total"], 1);
    let before = office.read(&format!("{path}?as-of=2026-03-01"));
    assert!(before.contains("Drill two wells") && before.contains("Documented"), "{before}");
    let history = office.get(&format!("{path}/history")).html();
    assert!(history.contains("<del>Documented</del>") && history.contains("<ins>Agreed</ins>"));
    let journal = office.read("/en/wells/journal/no");
    assert!(journal.contains("Proposed") && journal.contains("Sealed"), "{journal}");
    let journals = office.read("/en/wells/journal");
    assert!(journals.contains("All of these journals are kept by this installation"), "{journals}");
    let home = office.read("/en/wells");
    assert!(home.contains("Sealed: 1 commitment"), "{home}");
}

#[test]
fn what_is_proposed_is_for_the_parties_alone() {
    let mut office = wells::office();
    let public =
        ["/en/wells", "/en/wells/commitments.json", "/en/search?q=secretwell", "/sitemap.xml"];
    let before: Vec<String> = public.iter().map(|path| stripped(&office, path)).collect();
    let mut record = titled(&wells_commitment(&office), ["Secretwell", "Secretwell", "Secretwell"]);
    record.id = RecordId::from_bits(4711);
    let leaf = propose_as(&mut office, NORTH, &record).expect("proposed");
    let after: Vec<String> = public.iter().map(|path| stripped(&office, path)).collect();
    assert_eq!(before, after);
    let page = office.get(&format!("/en/wells/commitments/{}", record.id));
    assert_eq!(page.status, StatusCode::NOT_FOUND);
    let entry = office.read("/en/wells/journal/no/0");
    assert!(entry.contains("Proposed") && !entry.contains("Secretwell"), "{entry}");
    let row = proposal(&office, &leaf);
    let content = opened(office.office(), &row).expect("a ground").expect("its texts are held");
    assert_eq!(content.record, record, "the parties read it");
    office.act(|office, by| accept(office, &leaf, SOUTH, by)).expect("accepted");
    assert!(office.read(&format!("/en/wells/commitments/{}", record.id)).contains("Secretwell"));
}

/// A page without the day of the last entry, which tells that there was one.
fn stripped(office: &TestOffice, path: &str) -> String {
    let page = office.get(path);
    let text = String::from_utf8_lossy(&page.body).into_owned();
    let days = [
        ("March 2, 2026", "DAY"),
        ("March 1, 2026", "DAY"),
        ("2026-03-02", "DAY"),
        ("2026-03-01", "DAY"),
    ];
    let text = days.iter().fold(text, |text, (day, word)| text.replace(day, word));
    // How far the journals are followed is public too.
    text.split("\"as-of\"").next().unwrap_or_default().to_owned()
}

#[test]
fn an_amendment_builds_on_the_seal_and_the_registrar_does_not_touch_it() {
    let (mut office, id) = agreed_office();
    let four = titled(&held(&office, &id).expect("agreed"), ["Four", "Quatre", "Cuatro"]);
    let leaf = propose_as(&mut office, SOUTH, &four).expect("proposed");
    assert!(office.read(&format!("/en/wells/commitments/{id}")).contains("# Three shafts"));
    office.act(|office, by| accept(office, &leaf, NORTH, by)).expect("accepted");
    assert!(office.read(&format!("/en/wells/commitments/{id}")).contains("# Four"));
    let changed = wells::WELLS.replace("Drill two wells", "Drill nine wells");
    let loaded = office.load(&[("wells.toml", &changed)], &[]).expect("the data set is whole");
    assert_eq!((loaded.agreed, loaded.changed), (1, 0));
    assert!(office.read(&format!("/en/wells/commitments/{id}")).contains("# Four"));
    let history = office.get(&format!("/en/wells/commitments/{id}/history")).html();
    assert!(history.contains("<del>Three shafts</del><ins>Four</ins>"), "{history}");
}

#[test]
fn an_objection_has_a_reason_and_a_withdrawal_frees_the_way_for_another_proposal() {
    let mut office = wells::office();
    let record = titled(&wells_commitment(&office), ["Three shafts", "Trois puits", "Tres pozos"]);
    let leaf = propose_as(&mut office, NORTH, &record).expect("proposed");
    let silent = Multilingual::default();
    let refused = office.act(|office, by| object(office, &leaf, &silent, SOUTH, by));
    assert!(matches!(refused, Err(NotDone::Refused(AnswerRefusal::NoReason))), "{refused:?}");
    let reason = in_english("Two are enough.");
    office.act(|office, by| object(office, &leaf, &reason, SOUTH, by)).expect("objected");
    let refused = propose_as(&mut office, NORTH, &record);
    let open = NotDone::Refused(ProposeRefusal::Open { proposal: leaf.clone() });
    assert_eq!(format!("{refused:?}"), format!("{:?}", Err::<String, _>(open)));
    // A counter-proposal stands beside it; neither can be accepted by whoever has one open.
    let other = titled(&record, ["Two shafts", "Deux puits", "Dos pozos"]);
    let counter = propose_as(&mut office, SOUTH, &other).expect("proposed");
    let refused = office.act(|office, by| accept(office, &counter, NORTH, by));
    assert!(matches!(refused, Err(NotDone::Refused(AnswerRefusal::Open { .. }))), "{refused:?}");
    office.act(|office, by| withdraw(office, &leaf, &silent, NORTH, by)).expect("withdrawn");
    assert_eq!(proposal(&office, &leaf).progress, Progress::Withdrawn);
    office.act(|office, by| accept(office, &counter, NORTH, by)).expect("accepted");
    assert!(office.read(&format!("/fr/wells/commitments/{}", record.id)).contains("# Deux puits"));
    let refused = office.act(|office, by| withdraw(office, &counter, &silent, SOUTH, by));
    let not_open = AnswerRefusal::NotOpen(Progress::Sealed);
    assert!(matches!(refused, Err(NotDone::Refused(it)) if it == not_open));
}

#[test]
fn what_is_not_whole_is_refused_before_anything_is_written() {
    let mut office = wells::office();
    let record = wells_commitment(&office);
    let mut halved = record.clone();
    halved.texts.insert(Role::Title, in_english("Only English"));
    let refused = propose_as(&mut office, NORTH, &halved);
    assert!(matches!(refused, Err(NotDone::Refused(ProposeRefusal::Missing { .. }))));
    let hidden = titled(&record, ["Three\u{202E} shafts", "Trois", "Tres"]);
    let refused = propose_as(&mut office, NORTH, &hidden);
    assert!(matches!(refused, Err(NotDone::Refused(ProposeRefusal::UncleanText { .. }))));
    let differing = titled(&record, ["Three shafts", "Quatre puits", "Tres pozos"]);
    let refused = propose_as(&mut office, NORTH, &differing);
    let Err(NotDone::Refused(ProposeRefusal::Differing(found))) = refused else {
        panic!("the languages differ")
    };
    assert_eq!((found[0].0, found[0].1.aspect), (Role::Title, Aspect::Numbers));
    let stranger = Mandate { voice: "ngo", role: "officer" };
    let refused = propose_as(&mut office, stranger, &record);
    assert!(matches!(refused, Err(NotDone::Refused(ProposeRefusal::NotParty(_)))));
    assert!(office.office().ground().head("test.example/wells/no").expect("a ground").is_none());
    let meant = Offer { differences_are_meant: true, ..offer_of(&differing) };
    office.act(|office, by| propose(office, &meant, NORTH, by)).expect("it is meant so");
}

#[test]
fn nobody_answers_for_themselves_or_twice() {
    let mut office = wells::office();
    let record = titled(&wells_commitment(&office), ["Three shafts", "Trois puits", "Tres pozos"]);
    let leaf = propose_as(&mut office, NORTH, &record).expect("proposed");
    let mut answer = |mandate| {
        let done = office.act(|office, by| accept(office, &leaf, mandate, by));
        done.map_err(|not_done| not_done.to_string())
    };
    assert_eq!(answer(NORTH), Err("this proposal is not for your side to answer so".to_owned()));
    answer(SOUTH).expect("accepted");
    assert_eq!(answer(SOUTH), Err("the proposal is not open any more: it is sealed".to_owned()));
    let refused = propose_as(&mut office, SOUTH, &record);
    assert!(matches!(refused, Err(NotDone::Refused(ProposeRefusal::Nothing))), "{refused:?}");
}

/// Everything that an office has written, journal by journal, to be delivered elsewhere.
fn written(office: &TestOffice) -> Vec<(String, Vec<Vec<u8>>)> {
    let ground = office.office().ground();
    let mut journals = Vec::new();
    for journal in ground.journals().expect("a ground") {
        let entries = ground.entries(&journal.origin, 0, 100).expect("entries");
        journals.push((journal.origin, entries.into_iter().map(|entry| entry.bytes).collect()));
    }
    journals
}

/// The parts that an entry names, from the office that has them.
fn parts_of(office: &TestOffice, entry: &[u8]) -> Vec<PartDraft> {
    let Ok(Decoded::Act(act)) = decode(entry) else { panic!("an entry of ours") };
    let part = |commitment: &str| {
        let hash = Hash::parse_hex(commitment).expect("a commitment");
        office.office().ground().part(&hash).expect("a ground").expect("a part")
    };
    let parts = act.parts().iter().map(|reference| part(&reference.commitment));
    parts.map(|part| PartDraft { salt: part.salt, bytes: part.bytes }).collect()
}

/// The digest of a register that was told of the journals in this order, one entry at a time.
fn told(office: &TestOffice, order: &[usize]) -> String {
    let folder = tempfile::tempdir().expect("a folder");
    let ground = Ground::open(&folder.path().join("ground.db")).expect("a ground");
    let register = Register::open(&folder.path().join("register.db"), &ground).expect("tables");
    let journals = written(office);
    let mut next = vec![0; journals.len()];
    for place in order {
        let (origin, entries) = &journals[*place];
        let Some(entry) = entries.get(next[*place]) else { continue };
        next[*place] += 1;
        ground.create_journal(origin).expect("a journal");
        let head = ground.head(origin).expect("a ground").unwrap_or(Head::EMPTY);
        let parts = parts_of(office, entry);
        let batch = Batch { entries: vec![entry.clone()], parts, ..Batch::default() };
        ground.append(origin, head, &batch).expect("appended");
        register.follow(&ground).expect("followed");
    }
    register.digest().expect("a register")
}

#[test]
fn the_order_in_which_journals_arrive_changes_nothing() {
    let (mut office, id) = agreed_office();
    let four = titled(&held(&office, &id).expect("agreed"), ["Four", "Quatre", "Cuatro"]);
    let leaf = propose_as(&mut office, SOUTH, &four).expect("proposed");
    let silent = Multilingual::default();
    office.act(|office, by| withdraw(office, &leaf, &silent, SOUTH, by)).expect("withdrawn");
    let five = titled(&four, ["Five", "Cinq", "Cinco"]);
    let leaf = propose_as(&mut office, SOUTH, &five).expect("proposed");
    office.act(|office, by| accept(office, &leaf, NORTH, by)).expect("accepted");
    let reason = in_english("Six would do.");
    let disputed = |office: &Office, by: &mut By<'_>| {
        remark(office, &id, Remarking::Dispute, &reason, NORTH, by)
    };
    office.act(disputed).expect("disputed");
    let journals = written(&office);
    let whole = |places: [usize; 3]| -> Vec<usize> {
        places.into_iter().flat_map(|it| std::iter::repeat_n(it, journals[it].1.len())).collect()
    };
    let expected = office.office().register().digest().expect("a register");
    for order in [[0, 1, 2], [0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0]] {
        assert_eq!(told(&office, &whole(order)), expected, "{order:?}");
    }
    // Entry by entry in turn, however often each has its turn.
    for turns in [[1, 1, 1], [1, 2, 1], [3, 1, 2], [1, 1, 4], [2, 5, 1]] {
        let round = [0, 1, 2].into_iter().zip(turns).flat_map(|(it, n)| std::iter::repeat_n(it, n));
        let order: Vec<usize> = round.collect::<Vec<_>>().repeat(12);
        assert_eq!(told(&office, &order), expected, "{turns:?}");
    }
}

#[test]
fn three_parties_agree_only_when_all_have_accepted() {
    let east = r#"
[[party]]
key = "east"
code = "EA"
name.en = "East"
name.fr = "Est"
name.es = "Este"
"#;
    let three = wells::WELLS.replace(
        r#"["party/north", "party/south"]"#,
        r#"["party/north", "party/south", "party/east"]"#,
    );
    let mut office = TestOffice::with(&[("wells.toml", &format!("{three}{east}"))], &[]);
    let record = titled(&wells_commitment(&office), ["Three shafts", "Trois puits", "Tres pozos"]);
    let leaf = propose_as(&mut office, NORTH, &record).expect("proposed");
    office.act(|office, by| accept(office, &leaf, SOUTH, by)).expect("accepted");
    assert_eq!(proposal(&office, &leaf).progress, Progress::Open);
    assert!(!office.read(&format!("/en/wells/commitments/{}", record.id)).contains("Three shafts"));
    let third = Mandate { voice: "ea", role: "co-chair" };
    office.act(|office, by| accept(office, &leaf, third, by)).expect("accepted");
    assert_eq!(proposal(&office, &leaf).progress, Progress::Sealed);
    let page = office.read(&format!("/en/wells/commitments/{}", record.id));
    for party in ["East (Co-chair, ", "North (Secretariat, ", "South (Secretariat, "] {
        assert!(page.contains(party), "{party}: {page}");
    }
}

#[test]
fn what_a_crash_left_unsealed_is_sealed_later_and_once() {
    let mut office = wells::office();
    let record = titled(&wells_commitment(&office), ["Three shafts", "Trois puits", "Tres pozos"]);
    let leaf = propose_as(&mut office, NORTH, &record).expect("proposed");
    let row = proposal(&office, &leaf);
    // The acceptance is written, and the program ends before the seal.
    let accepted = Act::Accept(Accept {
        account: "k3v9s0x1qz".to_owned(),
        at: row.at,
        assertion: None,
        nonce: None,
        record: row.record.clone(),
        mandate: "co-chair".to_owned(),
        base: row.base.clone(),
        of: row.voice.clone(),
        proposal: row.leaf.clone(),
        content: row.content.clone(),
    });
    let origin = "test.example/wells/so";
    let (ledger, ground) = (office.office().ledger(), office.office().ground());
    ledger.found(origin, &[3; 32]).expect("a journal");
    let head = ground.head(origin).expect("a ground").unwrap_or(Head::EMPTY);
    let entries = vec![accepted.encode().expect("well formed")];
    ledger.append(origin, head, &Batch { entries, ..Batch::default() }).expect("appended");
    office.office().register().follow(ground).expect("followed");
    assert_eq!(proposal(&office, &leaf).progress, Progress::Accepted);
    assert_eq!(office.act(seal_accepted).expect("sealed"), 1);
    assert_eq!(proposal(&office, &leaf).progress, Progress::Sealed);
    assert_eq!(office.act(seal_accepted).expect("nothing left"), 0);
}

#[test]
fn an_account_does_only_what_its_roles_allow_whoever_calls() {
    let mut office = wells::office();
    let seat = role(AccountRole::Officer, "wells", "no");
    let officer = office.account("Oda", "oda@example.org", seat);
    let record = titled(&wells_commitment(&office), ["Three shafts", "Trois puits", "Tres pozos"]);
    let offer = offer_of(&record);
    let proposed = office.act(|office, by| {
        let mut by = By { account: officer.as_str(), at: by.at, chance: &mut *by.chance };
        propose(office, &offer, NORTH, &mut by)
    });
    assert!(matches!(proposed, Err(NotDone::Refused(ProposeRefusal::NotAllowed))), "{proposed:?}");
    let leaf = propose_as(&mut office, NORTH, &record).expect("proposed");
    let accepted = office.act(|office, by| {
        let mut by = By { account: officer.as_str(), at: by.at, chance: &mut *by.chance };
        accept(office, &leaf, SOUTH, &mut by)
    });
    assert!(matches!(accepted, Err(NotDone::Refused(AnswerRefusal::NotAllowed))), "{accepted:?}");
    assert_eq!(proposal(&office, &leaf).progress, Progress::Open);
}
