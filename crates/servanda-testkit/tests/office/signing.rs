//! Acts that bind, signed with a passkey: what a device signs counts, and nothing else does.

use axum::http::StatusCode;
use servanda_actions::drafts::begin;
use servanda_actions::people::challenge::CHALLENGE_SECONDS;
use servanda_entry::act::{Act, Assertion, Decoded, Key, decode};
use servanda_journal::{Head as Acts, leaf_hash};
use servanda_model::{Language, Multilingual, RecordId, Role, Seat};
use servanda_register::signing::{challenge, digest};
use servanda_store::{Batch, Head};
use servanda_testkit::device::Device;
use servanda_testkit::office::TestSite;
use servanda_testkit::page::Page;
use servanda_testkit::reader::PASSWORD;
use servanda_testkit::{Reader, TestOffice};

use crate::sides::{JUNE, NORTH_CHAIR, SOUTH_CHAIR, draft, location, office, save};

const NORTH: &str = "test.example/wells/no";
const SOUTH: &str = "test.example/wells/so";

/// Gives somebody a passkey on a device of their own.
fn equip(site: &TestSite, mail: &str, device: &mut Device) {
    let reader = Reader::signed_in(site, mail);
    let fields = [("label", "key"), ("passkey-password", PASSWORD)];
    let made = device.make(&reader.post("/en/workspace/passkeys", &fields));
    let made: Vec<(&str, &str)> = made.iter().map(|(name, value)| (*name, &**value)).collect();
    location(&reader.post("/en/workspace/passkeys/made", &made));
}

/// Sends a form; the page on which it is signed.
#[track_caller]
fn ask(reader: &Reader<'_>, path: &str, fields: &[(&str, &str)]) -> Page {
    let page = reader.post(path, fields);
    assert_eq!(page.status, StatusCode::OK, "{}", page.text());
    assert!(page.text().contains("Sign with your passkey"), "{}", page.text());
    page
}

/// Signs what a page asks for, and sends the form again.
fn sign(reader: &Reader<'_>, path: &str, asked: &Page, device: &Device) -> Page {
    let signed = device.sign(asked);
    let mut fields = asked.hidden();
    for (name, value) in &mut fields {
        if let Some(signed) = signed.get(name.as_str()) {
            value.clone_from(signed);
        }
    }
    let fields: Vec<(&str, &str)> =
        fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    reader.post(path, &fields)
}

fn acts(office: &TestOffice, origin: &str) -> Vec<Act> {
    let entries = office.office().ground().entries(origin, 0, 100).expect("a journal");
    let act = |bytes: &[u8]| match decode(bytes) {
        Ok(Decoded::Act(act)) => act,
        other => panic!("{other:?}"),
    };
    entries.iter().map(|entry| act(&entry.bytes)).collect()
}

fn words(office: &TestOffice, origin: &str) -> Vec<&'static str> {
    acts(office, origin).iter().map(Act::word).collect()
}

/// What became of each act of a journal, in their order.
fn effects(office: &TestOffice, origin: &str) -> Vec<String> {
    let rows = office.office().register().view(|view| view.acts(origin, u64::MAX >> 1, 100));
    rows.expect("a register").into_iter().rev().map(|row| row.effect).collect()
}

/// Writes an act as somebody who has the key of the journal and nothing else.
fn write(office: &TestOffice, origin: &str, act: &Act) {
    let (ledger, ground) = (office.office().ledger(), office.office().ground());
    ledger.found(origin, &[3; 32]).expect("a journal");
    let head = ground.head(origin).expect("a ground").unwrap_or(Head::EMPTY);
    let entries = vec![act.encode().expect("well formed")];
    ledger.append(origin, head, &Batch { entries, ..Batch::default() }).expect("appended");
    office.office().register().follow(ground).expect("followed");
}

/// The north's chair has a passkey and proposed with it.
fn proposed() -> (TestOffice, Device, String) {
    let office = office();
    let site = office.site();
    let mut device = Device::new(1);
    equip(&site, NORTH_CHAIR, &mut device);
    let path = format!("{}/propose", draft(&site, &office, JUNE));
    let chair = Reader::signed_in(&site, NORTH_CHAIR);
    let asked = ask(&chair, &path, &[]);
    let proposal = location(&sign(&chair, &path, &asked, &device));
    drop(site);
    (office, device, proposal)
}

#[test]
fn what_a_chair_signs_is_written_and_said_to_be_signed() {
    let (office, _device, proposal) = proposed();
    assert_eq!(words(&office, NORTH), ["key", "propose"]);
    assert_eq!(effects(&office, NORTH), ["effective", "effective"]);
    let site = office.site();
    let chair = Reader::signed_in(&site, NORTH_CHAIR);
    let page = chair.get(&proposal).text();
    assert!(page.contains("by North (Co-chair, signed with a passkey)"), "{page}");
    // The other side's chair has no passkey: what they say counts, and everyone sees how.
    let theirs = proposal.replace("/no/", "/so/");
    let other = Reader::signed_in(&site, SOUTH_CHAIR);
    location(&other.post(&format!("{theirs}/accept"), &[]));
    let record = acts(&office, NORTH).last().and_then(|act| act.record().cloned());
    let public = office.read(&format!("/en/wells/commitments/{}", record.expect("a record")));
    for agreed in [
        "North (Co-chair, signed with a passkey), March",
        "South (Co-chair, not signed with a passkey), March",
    ] {
        assert!(public.contains(agreed), "{agreed}: {public}");
    }
    let journal = office.read("/en/wells/journal/no");
    assert!(journal.contains("Passkey named"), "{journal}");
}

#[test]
fn the_page_shows_what_is_signed_and_the_code_of_the_proposal() {
    let (office, _device, proposal) = proposed();
    let site = office.site();
    let mut device = Device::new(2);
    equip(&site, SOUTH_CHAIR, &mut device);
    let theirs = proposal.replace("/no/", "/so/");
    let other = Reader::signed_in(&site, SOUTH_CHAIR);
    let page = other.get(&theirs).text();
    let code = page.split_once("Code of these words | ").expect("a code").1;
    let code = code.lines().next().expect("a line");
    let asked = ask(&other, &format!("{theirs}/accept"), &[]).text();
    assert!(asked.contains(&format!("Accept: Mend the pump · code {code}")), "{asked}");
}

#[test]
fn what_is_too_long_to_be_signed_with_others_is_named_and_stops_none_of_them() {
    let mut office = office();
    let site = office.site();
    let mut device = Device::new(1);
    equip(&site, NORTH_CHAIR, &mut device);
    let path = draft(&site, &office, JUNE);
    drop(site);
    let wells = office.path_of("wells/commitments", "Drill two wells");
    let id = RecordId::parse(wells.rsplit('/').next().expect("an id")).expect("an id");
    let held = office.office().register().view(|view| view.find(&id));
    let mut record = held.expect("a register").expect("a record").record;
    record.id = RecordId::from_bits(8_000);
    // So many texts that the entry holds them, and not the proof of one signature for many as well.
    let words = |word: &str| {
        Language::ALL.into_iter().map(|it| (Some(it), word.to_owned())).collect::<Multilingual>()
    };
    let roles =
        [Role::Title, Role::Wording, Role::DueWords, Role::Note, Role::Summary, Role::Mandate];
    for role in roles {
        record.texts.insert(role, words("Long"));
    }
    let seat = Seat { partnership: "wells".to_owned(), voice: "no".to_owned() };
    let long = office.act(|office, by| begin(office, &seat, &record, false, by)).expect("a draft");
    let site = office.site();
    let chair = Reader::signed_in(&site, NORTH_CHAIR);
    let short = format!("draft-{}", path.rsplit('/').next().expect("an id"));
    let long = format!("draft-{long}");
    let fields = [(short.as_str(), "yes"), (long.as_str(), "yes")];
    let propose = "/en/workspace/wells/no/propose";
    let asked = ask(&chair, propose, &fields);
    assert!(!asked.text().contains("Propose: Long"), "{}", asked.text());
    let done = sign(&chair, propose, &asked, &device);
    let text = done.text();
    assert!(text.contains("1 draft proposed."), "{text}");
    assert!(text.contains("“Long”: It has too many texts for one entry"), "{text}");
    assert!(text.contains("Drafts of your side (1)"), "it is still there: {text}");
}

#[test]
fn several_are_withdrawn_with_one_signature_and_one_reason() {
    let office = office();
    let site = office.site();
    let mut device = Device::new(1);
    equip(&site, NORTH_CHAIR, &mut device);
    let drafts = [(); 3].map(|()| draft(&site, &office, JUNE));
    let names = drafts.map(|path| format!("draft-{}", path.rsplit('/').next().expect("an id")));
    let fields: Vec<(&str, &str)> = names.iter().map(|name| (name.as_str(), "yes")).collect();
    let chair = Reader::signed_in(&site, NORTH_CHAIR);
    let propose = "/en/workspace/wells/no/propose";
    location(&sign(&chair, propose, &ask(&chair, propose, &fields), &device));
    let open = office.office().register().view(|view| view.own_open("wells", "no", 0, 10));
    let open = open.expect("a register").into_iter();
    let names: Vec<String> = open.map(|row| format!("proposal-{}", row.leaf)).collect();
    let mut fields: Vec<(&str, &str)> = names.iter().map(|name| (name.as_str(), "yes")).collect();
    fields.push(("reason", "Another year."));
    let path = "/en/workspace/wells/no/withdraw";
    let asked = ask(&chair, path, &fields);
    assert_eq!(asked.text().matches("Withdraw: Mend the pump").count(), 3, "{}", asked.text());
    // Somebody accepts one of them while the device is asked: what would be written is not what is
    // signed any more, and nothing is.
    let one = names[0].replace("proposal-", "/en/workspace/wells/so/proposals/");
    location(&Reader::signed_in(&site, SOUTH_CHAIR).post(&format!("{one}/accept"), &[]));
    let refused = sign(&chair, path, &asked, &device);
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{}", refused.text());
    let written = words(&office, NORTH);
    assert_eq!(written.iter().filter(|word| **word == "withdraw").count(), 0, "{written:?}");
    // Asked again, the two that are left are signed.
    let asked = ask(&chair, path, &fields);
    assert_eq!(asked.text().matches("Withdraw: Mend the pump").count(), 2, "{}", asked.text());
    let done = sign(&chair, path, &asked, &device);
    assert!(done.text().contains("2 proposals withdrawn."), "{}", done.text());
    assert!(done.text().contains("This proposal is not open any more."), "{}", done.text());
    let written = words(&office, NORTH);
    assert_eq!(written.iter().filter(|word| **word == "withdraw").count(), 2, "{written:?}");
    assert!(effects(&office, NORTH).iter().all(|effect| effect == "effective"));
}

#[test]
fn several_are_signed_at_once_and_each_proves_it_alone() {
    let office = office();
    let site = office.site();
    let mut device = Device::new(1);
    equip(&site, NORTH_CHAIR, &mut device);
    let drafts = [(); 3].map(|()| draft(&site, &office, JUNE));
    let names = drafts.map(|path| format!("draft-{}", path.rsplit('/').next().expect("an id")));
    let fields: Vec<(&str, &str)> = names.iter().map(|name| (name.as_str(), "yes")).collect();
    let chair = Reader::signed_in(&site, NORTH_CHAIR);
    let path = "/en/workspace/wells/no/propose";
    let asked = ask(&chair, path, &fields);
    let done = location(&sign(&chair, path, &asked, &device));
    assert_eq!(done, "/en/workspace/wells/no?proposed=3");
    assert_eq!(words(&office, NORTH), ["key", "propose", "propose", "propose"]);
    assert_eq!(effects(&office, NORTH), ["effective"; 4]);
    // One of them in the place of another proves nothing.
    let acts = acts(&office, NORTH);
    let [_, first, second, _] = acts.as_slice() else { panic!("four acts") };
    let (assertion, _) = second.signed().expect("signed");
    let nonce = first.nonce().map(str::to_owned);
    write(&office, NORTH, &first.clone().with_signature(nonce, Some(assertion.clone())));
    assert_eq!(effects(&office, NORTH).last().map(String::as_str), Some("not-signed"));
}

#[test]
fn what_is_signed_otherwise_is_not_written() {
    let office = office();
    let site = office.site();
    let mut device = Device::new(1);
    equip(&site, NORTH_CHAIR, &mut device);
    let draft = draft(&site, &office, JUNE);
    let path = format!("{draft}/propose");
    let chair = Reader::signed_in(&site, NORTH_CHAIR);
    let refused = |page: &Page, words: &str| {
        assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY, "{}", page.text());
        assert!(page.text().contains(words), "{}", page.text());
        assert!(office.office().ground().head(NORTH).expect("a ground").is_none());
    };
    let others = [
        Device::new(2),
        device.clone().not_verifying(),
        device.clone().copied(),
        device.clone().at("https://elsewhere.example"),
        device.clone().of("elsewhere.example"),
    ];
    for other in others {
        let asked = ask(&chair, &path, &[]);
        refused(&sign(&chair, &path, &asked, &other), "The signature is not of what would be");
    }
    // The page of before, when something else was asked since; and after minutes.
    let first = ask(&chair, &path, &[]);
    let second = ask(&chair, &path, &[]);
    refused(&sign(&chair, &path, &first, &device), "The signature is not of what would be");
    refused(&sign(&chair, &path, &second, &device), "It took too long");
    let late = ask(&chair, &path, &[]);
    site.wait(CHALLENGE_SECONDS + 1);
    refused(&sign(&chair, &path, &late, &device), "It took too long");
    // Somebody changes the words while the device is asked.
    let asked = ask(&chair, &path, &[]);
    save(&office, &chair, &draft, &JUNE.replace("bomba", "máquina"), 2);
    refused(&sign(&chair, &path, &asked, &device), "The signature is not of what would be");
    let asked = ask(&chair, &path, &[]);
    location(&sign(&chair, &path, &asked, &device));
}

#[test]
fn who_has_only_the_key_of_the_journal_binds_nobody_who_has_a_passkey() {
    let (office, device, _proposal) = proposed();
    let acts = acts(&office, NORTH);
    let [Act::Key(key), signed] = acts.as_slice() else { panic!("a key, and a proposal") };
    let (assertion, nonce) = signed.signed().expect("signed");
    let with = |act: &Act, assertion: Assertion| {
        act.clone().with_signature(act.nonce().map(str::to_owned), Some(assertion))
    };
    // Without a signature; the same bytes once more; another act with that signature.
    let mut expected = vec!["effective", "effective"];
    write(&office, NORTH, &signed.clone().with_signature(None, None));
    write(&office, NORTH, signed);
    let other = signed.clone().with_signature(Some("ab".repeat(32)), Some(assertion.clone()));
    write(&office, NORTH, &other);
    expected.extend(["not-signed"; 3]);
    // Signed by a device that does not verify, whose key is copied, elsewhere, for another site.
    let fresh = signed.clone().with_signature(Some("cd".repeat(32)), None);
    let resigned = |device: &Device, origin: &str| {
        let leaf = leaf_hash(&fresh.to_sign().expect("well formed"));
        let challenge = challenge(origin, &Acts { size: 1, root: leaf });
        let sent = device.sign_for(&key.domain, &encoded(&challenge));
        with(
            &fresh,
            Assertion {
                authenticator: sent["authenticator-data"].clone(),
                client: sent["client-data"].clone(),
                key: digest(key),
                signature: sent["signature"].clone(),
                together: None,
            },
        )
    };
    for other in [
        Device::new(2),
        device.clone().not_verifying(),
        device.clone().copied(),
        device.clone().at("https://elsewhere.example"),
        device.clone().of("elsewhere.example"),
    ] {
        write(&office, NORTH, &resigned(&other, NORTH));
        expected.push("not-signed");
    }
    // Signed for another journal.
    write(&office, NORTH, &resigned(&device, SOUTH));
    expected.push("not-signed");
    assert_eq!(effects(&office, NORTH), expected);
    // In the journal of the other side the account has no key, and naming one there signs nothing
    // that was signed here.
    write(&office, SOUTH, &with(signed, assertion.clone()));
    write(&office, SOUTH, &Act::Key(Key { at: 0, ..key.clone() }));
    write(&office, SOUTH, &with(signed, assertion.clone()));
    assert_eq!(effects(&office, SOUTH), ["not-signed", "effective", "not-signed"]);
    assert!(!nonce.is_empty());
}

#[test]
fn a_passkey_that_is_removed_signs_nothing_any_more() {
    let (office, device, _proposal) = proposed();
    let site = office.site();
    let chair = Reader::signed_in(&site, NORTH_CHAIR);
    let credential = device.credential();
    location(&chair.post("/en/workspace/passkeys/remove", &[("credential", &credential)]));
    assert_eq!(words(&office, NORTH), ["key", "propose", "revoke"]);
    let signed = acts(&office, NORTH).remove(1);
    let assertion = signed.signed().expect("signed").0.clone();
    write(&office, NORTH, &signed.with_signature(Some("ab".repeat(32)), Some(assertion)));
    // What was signed before stands.
    assert_eq!(effects(&office, NORTH), ["effective", "effective", "effective", "not-signed"]);
    let path = format!("{}/propose", draft(&site, &office, JUNE));
    let proposal = location(&chair.post(&path, &[]));
    let page = chair.get(&proposal).text();
    assert!(page.contains("(Co-chair, not signed with a passkey)"), "{page}");
}

fn encoded(bytes: &[u8]) -> String {
    use base64::Engine as _;
    base64::prelude::BASE64_URL_SAFE_NO_PAD.encode(bytes)
}
