//! Passkeys: whoever has one signs in with it, and what a device may send that is not one.

use axum::http::{StatusCode, header};
use servanda_actions::people::{challenge, close};
use servanda_model::{AccountRole, Grant};
use servanda_register::PASSKEYS_PER_ACCOUNT_MAX;
use servanda_testkit::device::{Device, Sent};
use servanda_testkit::page::Page;
use servanda_testkit::reader::{PASSWORD, role};
use servanda_testkit::{Reader, TestOffice};

use crate::wells;

const ANA: &str = "ana@example.org";
const OFFICER: &str = "officer@example.org";
const DONE: &str = "/en/workspace?done=passkey";

fn office() -> TestOffice {
    let mut office = wells::office();
    office.account("Ana Vinter", ANA, Grant::administrator());
    office.account("Oda Berg", OFFICER, role(AccountRole::Officer, "wells", "no"));
    office
}

fn location(page: &Page) -> &str {
    let location = page.headers.get(header::LOCATION).expect("it leads elsewhere");
    location.to_str().expect("an address")
}

/// Begins to add a passkey; the page that asks the device for it.
fn begin(reader: &Reader<'_>, label: &str) -> Page {
    let fields = [("label", label), ("passkey-password", PASSWORD)];
    reader.post("/en/workspace/passkeys", &fields)
}

fn post(reader: &Reader<'_>, path: &str, sent: &Sent) -> Page {
    let fields: Vec<(&str, &str)> =
        sent.iter().map(|(name, value)| (*name, value.as_str())).collect();
    reader.post(path, &fields)
}

fn finish(reader: &Reader<'_>, sent: &Sent) -> Page {
    post(reader, "/en/workspace/passkeys/made", sent)
}

#[track_caller]
fn add(reader: &Reader<'_>, device: &mut Device, label: &str) {
    let made = device.make(&begin(reader, label));
    let page = finish(reader, &made);
    assert_eq!(page.status, StatusCode::SEE_OTHER, "{}", page.text());
    assert_eq!(location(&page), DONE);
}

/// What a device signs to sign in.
fn signed(reader: &Reader<'_>, device: &Device) -> Sent {
    device.sign(&reader.post("/en/sign-in/passkey", &[]))
}

fn sign_in(reader: &Reader<'_>, sent: &Sent) -> Page {
    post(reader, "/en/sign-in/passkey/signed", sent)
}

/// Whoever sends this is not signed in, and told so in these words.
#[track_caller]
fn refused(reader: &Reader<'_>, sent: &Sent, words: &str) {
    let page = sign_in(reader, sent);
    assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY, "{}", page.text());
    assert!(page.text().contains(words), "{}", page.text());
    let cookies = page.headers.get_all(header::SET_COOKIE).iter();
    assert!(!cookies.into_iter().any(|it| it.to_str().is_ok_and(|it| it.contains("session"))));
}

const NOT_RECOGNISED: &str = "This passkey is not recognised here.";
const OVER: &str = "This took too long. Begin again.";

#[test]
fn a_passkey_is_added_and_signs_in() {
    let office = office();
    let site = office.site();
    let mut device = Device::new(1);
    add(&Reader::signed_in(&site, OFFICER), &mut device, "  red   key ");
    let reader = Reader::new(&site);
    let page = sign_in(&reader, &signed(&reader, &device));
    assert_eq!(location(&page), "/en/workspace");
    let text = reader.get("/en/workspace").text();
    for words in ["Oda Berg", "red key", "stays on one device", "last used on March 2, 2026"] {
        assert!(text.contains(words), "{words}: {text}");
    }
    // Neither label nor key is on anybody else's page.
    let text = Reader::signed_in(&site, ANA).get("/en/workspace").text();
    assert!(text.contains("None yet.") && !text.contains("red key"), "{text}");
}

#[test]
fn whoever_adds_one_names_it_and_gives_the_password() {
    let office = office();
    let site = office.site();
    let reader = Reader::signed_in(&site, OFFICER);
    for (label, password, words) in [
        ("", PASSWORD, "Enter a name for the passkey."),
        ("x\u{202e}y", PASSWORD, "characters that are not shown"),
        (&"x".repeat(101), PASSWORD, "Enter a shorter name"),
        ("key", "another password", "This is not the present password."),
        ("key", "", "This is not the present password."),
    ] {
        let fields = [("label", label), ("passkey-password", password)];
        let page = reader.post("/en/workspace/passkeys", &fields);
        assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(page.text().contains(words), "{label}: {}", page.text());
    }
    let stranger = Reader::new(&site);
    assert_eq!(begin(&stranger, "key").status, StatusCode::UNAUTHORIZED);
}

#[test]
fn what_is_made_otherwise_is_not_taken() {
    let office = office();
    let site = office.site();
    let reader = Reader::signed_in(&site, OFFICER);
    let not_taken = "What the device sent cannot be taken here.";
    let check = |device: &mut Device, words: &str| {
        let made = device.make(&begin(&reader, "key"));
        let page = finish(&reader, &made);
        assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(page.text().contains(words), "{}", page.text());
    };
    check(&mut Device::new(1).not_verifying(), not_taken);
    check(&mut Device::new(1).at("https://elsewhere.example"), not_taken);
    check(&mut Device::new(1).of("elsewhere.example"), not_taken);
    // Without beginning, twice, and after minutes.
    let mut device = Device::new(1);
    let made = device.make(&begin(&reader, "key"));
    assert_eq!(location(&finish(&reader, &made)), DONE);
    assert!(finish(&reader, &made).text().contains(OVER));
    check(&mut device, "This passkey is known already.");
    let made = Device::new(2).make(&begin(&reader, "key"));
    site.wait(challenge::CHALLENGE_SECONDS + 1);
    assert!(finish(&reader, &made).text().contains(OVER));
    // What somebody else has begun.
    let other = Reader::signed_in(&site, ANA);
    let made = Device::new(2).make(&begin(&reader, "key"));
    assert!(finish(&other, &made).text().contains(OVER));
    assert!(reader.post("/en/workspace/passkeys/made", &[]).text().contains(not_taken));
}

#[test]
fn what_is_signed_otherwise_signs_nobody_in() {
    let office = office();
    let site = office.site();
    let mut device = Device::new(1);
    add(&Reader::signed_in(&site, OFFICER), &mut device, "key");
    let reader = Reader::new(&site);
    let with = |device: &Device| signed(&reader, device);
    refused(&reader, &with(&device.clone().not_verifying()), NOT_RECOGNISED);
    refused(&reader, &with(&device.clone().copied()), NOT_RECOGNISED);
    refused(&reader, &with(&device.clone().at("https://elsewhere.example")), NOT_RECOGNISED);
    refused(&reader, &with(&device.clone().of("elsewhere.example")), NOT_RECOGNISED);
    refused(&reader, &with(&Device::new(2)), NOT_RECOGNISED);
    let good = with(&device);
    for field in ["credential", "user", "client-data", "authenticator-data", "signature"] {
        for value in ["", "AAAA", "not base64url!"] {
            // The challenge is used up each time, and refusals are counted for a quarter of an hour.
            site.wait(900);
            let mut sent = with(&device);
            sent.insert(field, value.to_owned());
            refused(&reader, &sent, NOT_RECOGNISED);
        }
    }
    // Another challenge that is open.
    let mut sent = good;
    let other = with(&device);
    sent.insert("challenge", other["challenge"].clone());
    refused(&reader, &sent, NOT_RECOGNISED);
    // None that is open.
    refused(&reader, &other, OVER);
    for value in ["", "AAAA"] {
        sent.insert("challenge", value.to_owned());
        refused(&reader, &sent, OVER);
    }
    let late = with(&device);
    site.wait(challenge::CHALLENGE_SECONDS + 1);
    refused(&reader, &late, OVER);
    let good = with(&device);
    assert_eq!(location(&sign_in(&reader, &good)), "/en/workspace");
    refused(&Reader::new(&site), &good, OVER);
}

#[test]
fn a_passkey_that_is_removed_signs_nobody_in_and_leaves_nothing() {
    let office = office();
    let site = office.site();
    let mut device = Device::new(1);
    let with_password = Reader::signed_in(&site, OFFICER);
    add(&with_password, &mut device, "a grey key of mine");
    let credential_id = device.credential_id();
    let with_passkey = Reader::new(&site);
    sign_in(&with_passkey, &signed(&with_passkey, &device));
    let credential = device.credential();
    // Nobody removes another's.
    let other = Reader::signed_in(&site, ANA);
    let page = other.post("/en/workspace/passkeys/remove", &[("credential", &credential)]);
    assert!(page.text().contains("There is no such passkey."), "{}", page.text());
    let page = with_password.post("/en/workspace/passkeys/remove", &[("credential", &credential)]);
    assert_eq!(location(&page), "/en/workspace?done=passkey-removed");
    assert_eq!(with_password.get("/en/workspace").status, StatusCode::OK);
    assert_eq!(with_passkey.get("/en/workspace").status, StatusCode::SEE_OTHER);
    let reader = Reader::new(&site);
    refused(&reader, &signed(&reader, &device), NOT_RECOGNISED);
    for file in ["ground.db", "ground.db-wal"] {
        let bytes = std::fs::read(office.folder().join(file)).unwrap_or_default();
        for gone in ["a grey key of mine", credential_id.as_str()] {
            let found = bytes.windows(gone.len()).any(|window| window == gone.as_bytes());
            assert!(!found, "{gone} is in {file}");
        }
    }
}

#[test]
fn a_closed_account_has_no_passkeys() {
    let mut office = office();
    let mut device = Device::new(1);
    let site = office.site();
    add(&Reader::signed_in(&site, OFFICER), &mut device, "key");
    let officer = {
        let people = office.office().house().people();
        people.with_mail(OFFICER).expect("an account").id.clone()
    };
    office.act(|office, by| close(office, &officer, by).expect("closed"));
    let reader = Reader::new(&site);
    refused(&reader, &signed(&reader, &device), NOT_RECOGNISED);
    assert!(office.office().house().people().passkeys(&officer).is_empty());
}

#[test]
fn an_account_has_no_more_passkeys_than_the_limit() {
    let office = office();
    let site = office.site();
    let reader = Reader::signed_in(&site, OFFICER);
    for number in 1..=PASSKEYS_PER_ACCOUNT_MAX {
        let mut device = Device::new(u8::try_from(number).expect("few"));
        add(&reader, &mut device, "key");
        site.wait(60);
    }
    let page = begin(&reader, "one more");
    assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(page.text().contains("as many passkeys as it can have"), "{}", page.text());
}

#[test]
fn too_many_refused_passkeys_have_to_wait() {
    let office = office();
    let site = office.site();
    let reader = Reader::new(&site);
    let stranger = Device::new(9);
    let mut statuses = Vec::new();
    for _ in 0..11 {
        statuses.push(sign_in(&reader, &signed(&reader, &stranger)).status);
    }
    assert_eq!(statuses.pop(), Some(StatusCode::TOO_MANY_REQUESTS));
    assert!(statuses.iter().all(|status| *status == StatusCode::UNPROCESSABLE_ENTITY));
    // Whoever has a passkey that is known is not kept waiting by that.
    let mut device = Device::new(1);
    add(&Reader::signed_in(&site, OFFICER), &mut device, "key");
    assert_eq!(location(&sign_in(&reader, &signed(&reader, &device))), "/en/workspace");
}
