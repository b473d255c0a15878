//! The second step: a code after the password, recovery codes, and who may take it away.

use axum::http::{StatusCode, header};
use servanda_actions::people::{PeopleRefusal, RECOVERY_CODES, reset_second_step};
use servanda_actions::{By, NotDone, OPERATOR};
use servanda_model::{AccountId, AccountRole, Grant};
use servanda_testkit::office::{NOON, TestSite};
use servanda_testkit::page::Page;
use servanda_testkit::reader::{PASSWORD, role};
use servanda_testkit::{Reader, TestOffice};
use totp_rs::{Builder, Secret};

use crate::wells;

const ANA: &str = "ana@example.org";
const CHAIR: &str = "chair@example.org";
/// Noon of the day on which sites of tests begin.
const START: i64 = NOON + 86_400;

fn office() -> TestOffice {
    let mut office = wells::office();
    office.account("Ana Vinter", ANA, Grant::administrator());
    office.account("Cato Lie", CHAIR, role(AccountRole::CoChair, "wells", "no"));
    office
}

fn account_of(office: &TestOffice, mail: &str) -> AccountId {
    office.office().house().people().with_mail(mail).expect("an account").id.clone()
}

/// What the app of somebody shows at a second.
fn code_at(secret: &str, at: i64) -> String {
    let secret = Secret::try_from_base32(secret.replace('-', "")).expect("a secret in base32");
    let totp = Builder::new().with_secret(secret).build().expect("a secret of twenty bytes");
    totp.generate(u64::try_from(at).expect("after 1970")).to_string()
}

fn between<'html>(html: &'html str, before: &str, after: &str) -> &'html str {
    let rest = html.split_once(before).expect("the page has it").1;
    rest.split_once(after).expect("it ends").0
}

/// Adds a second step: its secret, and the recovery codes.
#[track_caller]
fn add(reader: &Reader<'_>, at: i64) -> (String, Vec<String>) {
    let page = reader.post("/en/workspace/second-step", &[("second-password", PASSWORD)]);
    assert_eq!(page.status, StatusCode::OK, "{}", page.text());
    let secret = between(&page.html(), "<pre class=\"handed-over\">", "</pre>").to_owned();
    let confirmed =
        reader.post("/en/workspace/second-step/confirm", &[("code", &code_at(&secret, at))]);
    assert_eq!(confirmed.status, StatusCode::OK, "{}", confirmed.text());
    let html = confirmed.html();
    let codes = html.split("<li><code>").skip(1).map(|it| it.split('<').next().unwrap_or_default());
    (secret, codes.map(str::to_owned).collect())
}

/// Gives the password: the page that asks for a code.
#[track_caller]
fn asked(reader: &Reader<'_>, mail: &str) -> String {
    let page = reader.sign_in(mail, PASSWORD);
    assert_eq!(page.status, StatusCode::OK, "{}", page.text());
    assert!(!reader.cookie().contains("session"));
    between(&page.html(), "name=\"asked\" value=\"", "\"").to_owned()
}

fn enter(reader: &Reader<'_>, asked: &str, code: &str) -> Page {
    reader.post("/en/sign-in/code", &[("asked", asked), ("code", code)])
}

fn is_in(page: &Page) -> bool {
    page.status == StatusCode::SEE_OTHER
}

/// Signs in with the code that holds now.
#[track_caller]
fn signed_in<'site>(site: &'site TestSite, mail: &str, code: &str) -> Reader<'site> {
    let reader = Reader::new(site);
    let page = enter(&reader, &asked(&reader, mail), code);
    assert!(is_in(&page), "{}", page.text());
    reader
}

#[test]
fn a_code_is_asked_for_after_the_password_and_leads_back() {
    let office = office();
    let site = office.site();
    let (secret, _) = add(&Reader::signed_in(&site, CHAIR), START);
    site.wait(30);
    let reader = Reader::new(&site);
    let fields = [("mail", CHAIR), ("password", PASSWORD), ("next", "/fr/workspace/wells/no")];
    let html = reader.post("/en/sign-in", &fields).html();
    assert!(html.contains("name=\"next\" value=\"/fr/workspace/wells/no\""), "{html}");
    assert_eq!(reader.get("/en/workspace").status, StatusCode::SEE_OTHER);
    let asked = between(&html, "name=\"asked\" value=\"", "\"").to_owned();
    let code = code_at(&secret, START + 30);
    let sent = [("asked", asked.as_str()), ("code", &code), ("next", "/fr/workspace/wells/no")];
    let page = reader.post("/en/sign-in/code", &sent);
    assert_eq!(page.headers[header::LOCATION], "/fr/workspace/wells/no");
    assert_eq!(reader.get("/en/workspace").status, StatusCode::OK);
    // What was asked is answered, and no second time.
    site.wait(60);
    let page = enter(&Reader::new(&site), &asked, &code_at(&secret, START + 90));
    assert!(page.text().contains("Enter the password again"), "{}", page.text());
}

#[test]
fn a_code_is_taken_once_and_a_neighbour_only_when_it_is_later() {
    let office = office();
    let site = office.site();
    let (secret, _) = add(&Reader::signed_in(&site, CHAIR), START);
    let reader = Reader::new(&site);
    let asked = asked(&reader, CHAIR);
    for (taken, at) in
        [(false, START), (false, START - 30), (false, START + 60), (true, START + 30)]
    {
        let page = enter(&reader, &asked, &code_at(&secret, at));
        assert_eq!(is_in(&page), taken, "{at}: {}", page.text());
    }
    // The step of half a minute later is used up when its time comes.
    site.wait(30);
    let reader = Reader::new(&site);
    let page = reader.sign_in(CHAIR, PASSWORD);
    let asked = between(&page.html(), "name=\"asked\" value=\"", "\"").to_owned();
    let page = enter(&reader, &asked, &code_at(&secret, START + 30));
    assert!(page.text().contains("each counts once"), "{}", page.text());
}

#[test]
fn after_five_wrong_codes_or_five_minutes_the_password_is_asked_for_again() {
    let office = office();
    let site = office.site();
    let (secret, _) = add(&Reader::signed_in(&site, CHAIR), START);
    site.wait(30);
    let reader = Reader::new(&site);
    let first = asked(&reader, CHAIR);
    for _ in 0..5 {
        assert_eq!(enter(&reader, &first, "000000").status, StatusCode::UNPROCESSABLE_ENTITY);
    }
    let page = enter(&reader, &first, &code_at(&secret, START + 30));
    assert!(page.text().contains("Enter the password again"), "{}", page.text());
    let second = asked(&reader, CHAIR);
    site.wait(301);
    let page = enter(&reader, &second, &code_at(&secret, START + 331));
    assert!(page.text().contains("Enter the password again"), "{}", page.text());
    // Wrong codes are told as wrong passwords are.
    let reader = signed_in(&site, CHAIR, &code_at(&secret, START + 331));
    let page = reader.get("/en/workspace").text();
    assert!(page.contains("tried 5 times"), "{page}");
}

#[test]
fn codes_of_one_account_have_to_wait_after_ten_wrong_ones() {
    let office = office();
    let site = office.site();
    add(&Reader::signed_in(&site, CHAIR), START);
    let reader = Reader::new(&site);
    for _ in 0..2 {
        let asked = asked(&reader, CHAIR);
        for _ in 0..5 {
            enter(&reader, &asked, "000000");
        }
    }
    let page = enter(&reader, &asked(&reader, CHAIR), "000000");
    assert_eq!(page.status, StatusCode::TOO_MANY_REQUESTS);
    assert!(page.text().contains("Try again in 15 minutes"), "{}", page.text());
}

#[test]
fn a_recovery_code_signs_in_once_and_says_how_many_are_left() {
    let office = office();
    let site = office.site();
    let (_, codes) = add(&Reader::signed_in(&site, CHAIR), START);
    assert_eq!(codes.len(), RECOVERY_CODES);
    assert!(codes.iter().all(|code| code.len() == 29), "{codes:?}");
    let typed = codes[0].to_lowercase().replace('-', " ");
    let page = signed_in(&site, CHAIR, &typed).get("/en/workspace").text();
    assert!(page.contains("You signed in with a recovery code: 9 are left."), "{page}");
    assert!(page.contains("9 recovery codes left"), "{page}");
    let reader = Reader::new(&site);
    let page = enter(&reader, &asked(&reader, CHAIR), &codes[0]);
    assert!(!is_in(&page), "{}", page.text());
    let reader = signed_in(&site, CHAIR, &codes[1]);
    let fields = [("second-password", PASSWORD), ("second-code", &codes[2])];
    let page = reader.post("/en/workspace/second-step/recovery-codes", &fields);
    assert!(page.text().contains("those of before no longer hold"), "{}", page.text());
    let asked = asked(&Reader::new(&site), CHAIR);
    assert!(!is_in(&enter(&Reader::new(&site), &asked, &codes[3])));
    let renewed = page.html();
    let renewed = between(&renewed, "<li><code>", "</code>");
    assert!(is_in(&enter(&Reader::new(&site), &asked, renewed)));
}

#[test]
fn it_is_confirmed_with_a_right_code_before_it_counts() {
    let office = office();
    let site = office.site();
    let reader = Reader::signed_in(&site, CHAIR);
    let page = reader.post("/en/workspace/second-step", &[("second-password", "another one")]);
    assert!(page.html().contains("id=\"second-password-error\""), "{}", page.html());
    let page = reader.post("/en/workspace/second-step", &[("second-password", PASSWORD)]);
    let secret = between(&page.html(), "<pre class=\"handed-over\">", "</pre>").to_owned();
    assert!(page.html().contains("otpauth://totp/test%2Eexample:chair%40example%2Eorg?secret="));
    let confirm = |code: &str| reader.post("/en/workspace/second-step/confirm", &[("code", code)]);
    let page = confirm("000000");
    assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(page.html().contains(&secret), "the same secret is shown again");
    assert!(is_in(&Reader::new(&site).sign_in(CHAIR, PASSWORD)), "nothing is turned on yet");
    site.wait(901);
    let page = confirm(&code_at(&secret, START + 901));
    assert!(page.text().contains("This took too long. Begin again."), "{}", page.text());
    add(&reader, START + 901);
    let page = reader.post("/en/workspace/second-step", &[("second-password", PASSWORD)]);
    assert!(page.text().contains("has a second step already"), "{}", page.text());
}

#[test]
fn what_changes_how_somebody_signs_in_asks_for_password_and_code() {
    let office = office();
    let site = office.site();
    let reader = Reader::signed_in(&site, CHAIR);
    let (secret, _) = add(&reader, START);
    site.wait(30);
    let now = code_at(&secret, START + 30);
    let new = "kettle agave heron";
    for (path, password, code, other) in [
        ("/en/workspace/password", "old-password", "old-code", ("new-password", new)),
        ("/en/workspace/passkeys", "passkey-password", "passkey-code", ("label", "key")),
        ("/en/workspace/second-step/remove", "second-password", "second-code", ("", "")),
        ("/en/workspace/second-step/recovery-codes", "second-password", "second-code", ("", "")),
    ] {
        let page = reader.post(path, &[(password, PASSWORD), other]);
        assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY, "{path}");
        assert!(page.html().contains(&format!("id=\"{code}-error\"")), "{path}: {}", page.text());
        let page = reader.post(path, &[(password, "another one"), (code, now.as_str()), other]);
        assert!(page.html().contains(&format!("id=\"{password}-error\"")), "{path}");
    }
    let sent = [("old-password", PASSWORD), ("old-code", &now), ("new-password", new)];
    let page = reader.post("/en/workspace/password", &sent);
    assert_eq!(page.headers[header::LOCATION], "/en/workspace?done=password");
    assert_eq!(reader.get("/en/workspace").status, StatusCode::OK);
    site.wait(30);
    let now = code_at(&secret, START + 60);
    let sent = [("second-password", new), ("second-code", &now)];
    let page = reader.post("/en/workspace/second-step/remove", &sent);
    assert_eq!(page.headers[header::LOCATION], "/en/workspace?done=second-step-removed");
    assert!(is_in(&Reader::new(&site).sign_in(CHAIR, new)));
}

#[test]
fn an_administrator_takes_it_away_and_the_holder_is_told_once() {
    let office = office();
    let site = office.site();
    add(&Reader::signed_in(&site, CHAIR), START);
    let ana = Reader::signed_in(&site, ANA);
    let path = format!("/en/workspace/people/{}", account_of(&office, CHAIR));
    assert!(ana.get(&path).text().contains("since March 2, 2026"), "{}", ana.get(&path).text());
    let page = ana.post(&format!("{path}/reset"), &[]);
    assert_eq!(page.headers[header::LOCATION], format!("{path}?done=second-step-reset").as_str());
    let told = "On March 2, 2026 an administrator took your second step away.";
    let page = Reader::signed_in(&site, CHAIR).get("/en/workspace").text();
    assert!(page.contains(told), "{page}");
    let page = Reader::signed_in(&site, CHAIR).get("/en/workspace").text();
    assert!(!page.contains(told), "{page}");
    let page = ana.post(&format!("{path}/reset"), &[]);
    assert!(page.text().contains("There is no second step."), "{}", page.text());
}

#[test]
fn nobody_spares_themselves_the_code_by_administering_themselves() {
    let mut office = office();
    let site = office.site();
    let ana = Reader::signed_in(&site, ANA);
    add(&ana, START);
    let id = account_of(&office, ANA);
    let page = ana.post(&format!("/en/workspace/people/{id}/reset"), &[]);
    assert!(page.text().contains("ask another administrator"), "{}", page.text());
    // Whoever has the machine can: the last administrator may have lost everything.
    let reset = office.act(|office, by| {
        by.account = OPERATOR;
        reset_second_step(office, &id, by)
    });
    assert_eq!(reset.map_err(|it| it.to_string()), Ok(()));
    let other = office.act(|office, by| {
        let chair = office.house().people().with_mail(CHAIR).expect("an account").id.clone();
        let mut by = By { account: chair.as_str(), at: by.at, chance: by.chance };
        reset_second_step(office, &id, &mut by)
    });
    assert!(matches!(other, Err(NotDone::Refused(PeopleRefusal::NotAllowed))), "{other:?}");
}

#[test]
fn whoever_binds_a_side_with_a_password_alone_is_asked_to_add_something() {
    let office = office();
    let site = office.site();
    let request = "You bind a side, and only a password guards your account.";
    let chair = Reader::signed_in(&site, CHAIR);
    for path in ["/en/workspace", "/en/workspace/wells/no"] {
        assert!(chair.get(path).text().contains(request), "{path}");
    }
    assert!(!Reader::signed_in(&site, ANA).get("/en/workspace").text().contains(request));
    add(&chair, START);
    for path in ["/en/workspace", "/en/workspace/wells/no"] {
        assert!(!chair.get(path).text().contains(request), "{path}");
    }
}

#[test]
fn secrets_and_codes_stand_in_no_entry_and_go_with_the_second_step() {
    let office = office();
    let site = office.site();
    let reader = Reader::signed_in(&site, CHAIR);
    let (secret, codes) = add(&reader, START);
    let held = |looked_for: &str| {
        let ground = std::fs::read(office.folder().join("ground.db")).expect("the ground");
        let wal = std::fs::read(office.folder().join("ground.db-wal")).unwrap_or_default();
        [ground, wal].iter().any(|bytes| {
            bytes.windows(looked_for.len()).any(|window| window == looked_for.as_bytes())
        })
    };
    let plain = secret.replace('-', "");
    assert!(held(&plain), "the secret is a part");
    assert!(!held(&codes[0]) && !held(&codes[0].replace('-', "")), "codes are kept as hashes");
    let origin = "test.example/house";
    let entries = office.office().ground().entries(origin, 0, 100).expect("the journal");
    for entry in &entries {
        let text = String::from_utf8_lossy(&entry.bytes).into_owned();
        assert!(!text.contains(&plain), "{text}");
    }
    site.wait(30);
    let sent = [("second-password", PASSWORD), ("second-code", &code_at(&secret, START + 30))];
    reader.post("/en/workspace/second-step/remove", &sent);
    let commitment = |bytes: &[u8]| {
        let text = String::from_utf8_lossy(bytes).into_owned();
        text.contains("\"role\":\"secret\"")
            .then(|| between(&text, "\"commitment\":\"", "\"").to_owned())
    };
    let secret_part = entries.iter().find_map(|entry| commitment(&entry.bytes)).expect("an entry");
    assert_eq!(office.office().opened(&secret_part).expect("the ground answers"), None);
}
