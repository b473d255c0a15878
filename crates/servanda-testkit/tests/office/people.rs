//! People: who can sign in, what they then see, and that nobody else sees any of it.

use axum::http::{StatusCode, header};
use servanda_actions::people::{PeopleRefusal, close, erase_person, revoke};
use servanda_actions::{NotDone, VISITOR};
use servanda_entry::Ground;
use servanda_model::{AccountId, AccountRole, Grant};
use servanda_register::SESSIONS_PER_ACCOUNT_MAX;
use servanda_testkit::page::Page;
use servanda_testkit::reader::{PASSWORD, role};
use servanda_testkit::{Reader, TestOffice};
use servanda_web::Demonstration;

use crate::wells;

const ANA: &str = "ana@example.org";
const OFFICER: &str = "officer@example.org";
const PASSKEY_SCRIPT: &str =
    concat!("<script src=\"/assets/", env!("CARGO_PKG_VERSION"), "/passkey.js\" defer></script>");

/// The office of the wells, with an administrator and an officer of the north.
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

fn account_of(office: &TestOffice, mail: &str) -> AccountId {
    office.office().house().people().with_mail(mail).expect("an account").id.clone()
}

#[test]
fn the_workspace_asks_to_sign_in_and_leads_back() {
    let office = office();
    let site = office.site();
    let reader = Reader::new(&site);
    let page = reader.get("/fr/workspace/people");
    assert_eq!(page.status, StatusCode::SEE_OTHER);
    assert_eq!(location(&page), "/fr/sign-in?next=%2Ffr%2Fworkspace%2Fpeople");
    assert!(
        reader.get(location(&page)).html().contains("name=\"next\" value=\"/fr/workspace/people\"")
    );
    let sent = [("mail", ANA), ("password", PASSWORD), ("next", "/fr/workspace/people")];
    let page = reader.post("/fr/sign-in", &sent);
    assert_eq!(location(&page), "/fr/workspace/people");
    let page = reader.get("/fr/workspace/people");
    assert!(page.text().contains("Oda Berg"), "{}", page.text());
}

#[test]
fn nobody_is_led_to_another_site() {
    let office = office();
    let site = office.site();
    for next in ["https://example.com/", "//example.com", "/\\example.com"] {
        let sent = [("mail", ANA), ("password", PASSWORD), ("next", next)];
        assert_eq!(location(&Reader::new(&site).post("/en/sign-in", &sent)), "/en/workspace");
    }
}

#[test]
fn a_session_is_kept_where_scripts_and_other_sites_do_not_reach() {
    let office = office();
    let site = office.site();
    let page = Reader::new(&site).sign_in(ANA, PASSWORD);
    let cookie = page.headers.get(header::SET_COOKIE).expect("a cookie").to_str().expect("text");
    let (name, rest) = cookie.split_once('=').expect("a pair");
    assert_eq!(name, "__Host-session");
    assert_eq!(
        rest.split_once("; ").map(|(_, rest)| rest),
        Some("Path=/; Max-Age=43200; HttpOnly; SameSite=Lax; Secure")
    );
    let reader = Reader::signed_in(&site, ANA);
    for path in ["/en/workspace", "/en/workspace/people", "/en/sign-in"] {
        let headers = reader.get(path).headers;
        assert_eq!(headers.get(header::CACHE_CONTROL).expect("a rule"), "no-store", "{path}");
        assert!(headers.get(header::ETAG).is_none(), "{path}");
    }
}

#[test]
fn a_wrong_password_and_an_unknown_address_look_the_same() {
    let office = office();
    let site = office.site();
    let wrong = Reader::new(&site).sign_in(ANA, "another password");
    let unknown = Reader::new(&site).sign_in("ano@example.org", "another password");
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(unknown.status, wrong.status);
    assert_eq!(unknown.headers, wrong.headers);
    assert_eq!(unknown.html().replace("ano@example.org", ANA), wrong.html());
    assert!(wrong.text().contains("do not belong together"), "{}", wrong.text());
    // What was typed is still there, but for the password.
    assert!(wrong.html().contains("value=\"ana@example.org\""));
    assert!(!wrong.html().contains("another password"));
}

#[test]
fn whoever_signs_in_is_told_of_wrong_passwords_before() {
    let office = office();
    let site = office.site();
    Reader::new(&site).sign_in(ANA, "another password");
    Reader::new(&site).sign_in(ANA, "yet another password");
    let page = Reader::signed_in(&site, ANA).get("/en/workspace").text();
    assert!(page.contains("wrong passwords were tried 2 times with your address"), "{page}");
    let page = Reader::signed_in(&site, ANA).get("/en/workspace").text();
    assert!(!page.contains("wrong password"), "{page}");
}

#[test]
fn too_many_wrong_passwords_have_to_wait() {
    let office = office();
    let site = office.site();
    let reader = Reader::new(&site);
    for _ in 0..10 {
        let page = reader.sign_in(ANA, "another password");
        assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
    }
    let page = reader.sign_in(ANA, PASSWORD);
    assert_eq!(page.status, StatusCode::TOO_MANY_REQUESTS);
    assert_eq!(page.headers.get(header::RETRY_AFTER).expect("a time"), "900");
    assert!(page.text().contains("Try again in 15 minutes"), "{}", page.text());
    assert_eq!(reader.sign_in(OFFICER, PASSWORD).status, StatusCode::SEE_OTHER);
    // Whoever guesses keeps the holder waiting nowhere else.
    site.ask_from("192.0.2.7");
    assert_eq!(Reader::new(&site).sign_in(ANA, PASSWORD).status, StatusCode::SEE_OTHER);
    site.wait(900);
    assert_eq!(Reader::new(&site).sign_in(ANA, PASSWORD).status, StatusCode::SEE_OTHER);
}

#[test]
fn a_session_ends_on_sign_out() {
    let office = office();
    let site = office.site();
    let reader = Reader::signed_in(&site, ANA);
    let elsewhere = Reader::signed_in(&site, ANA);
    let cookie = reader.cookie();
    let page = reader.post("/en/sign-out", &[]);
    assert_eq!(location(&page), "/en/sign-in?done=signed-out");
    assert!(!reader.cookie().contains("session"), "{}", reader.cookie());
    assert!(reader.get(location(&page)).text().contains("You are signed out."));
    // Whoever kept the cookie has nothing of it.
    let page = site.send("GET", "/en/workspace", &[("cookie", &cookie)]);
    assert_eq!(page.status, StatusCode::SEE_OTHER);
    assert_eq!(elsewhere.get("/en/workspace").status, StatusCode::OK);
}

#[test]
fn every_session_ends_on_sign_out_everywhere() {
    let office = office();
    let site = office.site();
    let (one, other) = (Reader::signed_in(&site, ANA), Reader::signed_in(&site, ANA));
    let officer = Reader::signed_in(&site, OFFICER);
    one.post("/en/workspace/sign-out-everywhere", &[]);
    for reader in [&one, &other] {
        assert_eq!(reader.get("/en/workspace").status, StatusCode::SEE_OTHER);
    }
    assert_eq!(officer.get("/en/workspace").status, StatusCode::OK);
}

#[test]
fn the_oldest_of_too_many_sessions_ends() {
    let office = office();
    let site = office.site();
    let mut readers: Vec<Reader<'_>> =
        (0..SESSIONS_PER_ACCOUNT_MAX).map(|_| Reader::signed_in(&site, ANA)).collect();
    assert_eq!(readers[0].get("/en/workspace").status, StatusCode::OK);
    readers.push(Reader::signed_in(&site, ANA));
    assert_eq!(readers[0].get("/en/workspace").status, StatusCode::SEE_OTHER);
    for reader in &readers[1..] {
        assert_eq!(reader.get("/en/workspace").status, StatusCode::OK);
    }
}

#[test]
fn a_session_ends_after_half_a_day() {
    let office = office();
    let site = office.site();
    let reader = Reader::signed_in(&site, ANA);
    for _ in 0..12 {
        site.wait(3_600);
        assert_eq!(reader.get("/en/workspace").status, StatusCode::OK);
    }
    site.wait(1);
    assert_eq!(reader.get("/en/workspace").status, StatusCode::SEE_OTHER);
    // Whoever had a form open is not led away from what they typed.
    let page = reader.post("/en/workspace/people", &[("name", "Bea Lund")]);
    assert_eq!(page.status, StatusCode::UNAUTHORIZED);
    assert!(page.text().contains("go back to the form and send it again"), "{}", page.text());
}

#[test]
fn a_password_is_changed_and_every_other_session_ends() {
    let office = office();
    let site = office.site();
    let (here, elsewhere) = (Reader::signed_in(&site, ANA), Reader::signed_in(&site, ANA));
    let change = |old: &str, new: &str| {
        here.post("/en/workspace/password", &[("old-password", old), ("new-password", new)])
    };
    let page = change("another password", "kettle agave heron").text();
    assert!(page.contains("This is not the present password."), "{page}");
    for (new, why) in [
        ("heron", "Choose a longer password."),
        ("password1234", "This password is easily guessed."),
        ("Ana Vinter ana@example.org", "This password is easily guessed."),
    ] {
        let page = change(PASSWORD, new);
        assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(page.text().contains(why), "{new}: {}", page.text());
        assert!(!page.html().contains(&format!("value=\"{new}\"")));
    }
    let page = change(PASSWORD, "kettle agave heron");
    assert_eq!(location(&page), "/en/workspace?done=password");
    assert_eq!(here.get("/en/workspace").status, StatusCode::OK);
    assert_eq!(elsewhere.get("/en/workspace").status, StatusCode::SEE_OTHER);
    assert_eq!(elsewhere.sign_in(ANA, PASSWORD).status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(elsewhere.sign_in(ANA, "kettle agave heron").status, StatusCode::SEE_OTHER);
}

#[test]
fn an_invitation_is_taken_up_once() {
    let mut office = office();
    let token =
        office.invite("Bea Lund", "bea@example.org", role(AccountRole::CoChair, "wells", "no"));
    let site = office.site();
    let (path, reader) = (format!("/en/invitation/{token}"), Reader::new(&site));
    let page = reader.get(&path).text();
    assert!(page.contains("Welcome, Bea Lund."), "{page}");
    let page = reader.post(&path, &[("new-password", "short")]);
    assert!(page.text().contains("Choose a longer password."), "{}", page.text());
    let page = reader.post(&path, &[("new-password", PASSWORD)]);
    assert_eq!(location(&page), "/en/sign-in?done=password");
    for again in [reader.get(&path), reader.post(&path, &[("new-password", "kettle agave heron")])]
    {
        assert!(again.text().contains("no longer holds"), "{}", again.text());
    }
    let page = Reader::signed_in(&site, "BEA@example.org").get("/en/workspace").text();
    assert!(page.contains("Co-chair for North – "), "{page}");
}

#[test]
fn an_invitation_ends_after_a_week_and_with_a_newer_one() {
    let mut office = office();
    let officer = role(AccountRole::Officer, "wells", "no");
    let token = office.invite("Bea Lund", "bea@example.org", officer);
    let site = office.site();
    let path = format!("/en/invitation/{token}");
    let administrator = Reader::signed_in(&site, ANA);
    let bea = account_of(&office, "bea@example.org");
    let page = administrator.post(&format!("/en/workspace/people/{bea}/invite"), &[]);
    assert!(site.get(&path).text().contains("no longer holds"));
    let newer = link_in(&page);
    assert!(site.get(&newer).text().contains("Welcome, Bea Lund."));
    site.wait(8 * 86_400);
    assert!(site.get(&newer).text().contains("no longer holds"));
    let page = Reader::new(&site).post(&newer, &[("new-password", PASSWORD)]);
    assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
}

/// The path of the invitation that a page shows.
fn link_in(page: &Page) -> String {
    let text = page.html();
    let (_, rest) = text.split_once("https://test.example/").expect("a link");
    let rest =
        text.split_once("class=\"handed-over\">https://test.example").map_or(rest, |it| it.1);
    rest.split('<').next().expect("a path").to_owned()
}

#[test]
fn an_administrator_adds_an_account_and_takes_it_back() {
    let office = office();
    let site = office.site();
    let administrator = Reader::signed_in(&site, ANA);
    let add = |name: &str, mail: &str, role: &str, voice: &str| {
        let fields = [
            ("name", name),
            ("mail", mail),
            ("language", "fr"),
            ("role", role),
            ("partnership", "wells"),
            ("voice", voice),
        ];
        administrator.post("/en/workspace/people", &fields)
    };
    let page = administrator.get("/en/workspace/people").text();
    assert!(page.contains("For whom the role is: no, so, registrar, or"), "{page}");
    for (page, why) in [
        (add("", "bea@example.org", "officer", "no"), "Enter a name."),
        (add("Bea Lund", "bea", "officer", "no"), "Enter a mail address"),
        (add("Bea Lund", ANA, "officer", "no"), "Another account has this mail address."),
        (add("Bea Lund", "bea@example.org", "king", "no"), "Choose a role."),
        (add("Bea Lund", "bea@example.org", "officer", ""), "Enter the short name of a voice"),
    ] {
        assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(page.text().contains(why), "{why}: {}", page.text());
        assert!(page.html().contains("<option value=\"fr\" selected>"), "nothing typed is lost");
    }
    let page = add("Bea Lund", "bea@example.org", "observer", "lab");
    assert!(page.text().contains("Give this link to Bea Lund, and to nobody else"));
    let link = link_in(&page);
    assert!(link.starts_with("/fr/invitation/"), "{link}");
    Reader::new(&site).post(&link, &[("new-password", PASSWORD)]);
    let bea = Reader::signed_in(&site, "bea@example.org");
    assert!(bea.get("/en/workspace").text().contains("Observer for lab – "));

    let path = format!("/en/workspace/people/{}", account_of(&office, "bea@example.org"));
    let observer = [("role", "observer"), ("partnership", "wells"), ("voice", "lab")];
    let officer = [("role", "officer"), ("partnership", "wells"), ("voice", "SO")];
    let page = administrator.post(&format!("{path}/grant"), &officer);
    assert!(administrator.get(location(&page)).text().contains("The role is given."));
    administrator.post(&format!("{path}/revoke"), &observer);
    let page = administrator.post(&format!("{path}/revoke"), &observer);
    assert!(page.text().contains("The account does not have this role."), "{}", page.text());
    let page = bea.get("/en/workspace").text();
    assert!(page.contains("Officer for South") && !page.contains("Observer"), "{page}");

    let page = administrator.post(&format!("{path}/close"), &[]);
    assert!(administrator.get(location(&page)).text().contains("The account is closed."));
    assert_eq!(bea.get("/en/workspace").status, StatusCode::SEE_OTHER);
    assert_eq!(bea.sign_in("bea@example.org", PASSWORD).status, StatusCode::UNPROCESSABLE_ENTITY);
    let list = administrator.get("/en/workspace/people").text();
    assert!(list.contains("closed on March 2, 2026"), "{list}");
}

#[test]
fn nobody_else_sees_the_accounts() {
    let office = office();
    let site = office.site();
    let officer = Reader::signed_in(&site, OFFICER);
    let ana = account_of(&office, ANA);
    let account = format!("/en/workspace/people/{ana}");
    for path in ["/en/workspace/people", &account] {
        let page = officer.get(path);
        assert_eq!(page.status, StatusCode::FORBIDDEN, "{path}");
        assert!(page.text().contains("This page is not for your roles"), "{}", page.text());
        assert_eq!(page.headers.get(header::CACHE_CONTROL).expect("a rule"), "no-store");
    }
    for verb in ["invite", "grant", "revoke", "close"] {
        let page = officer.post(&format!("{account}/{verb}"), &[("role", "administrator")]);
        assert_eq!(page.status, StatusCode::FORBIDDEN, "{verb}");
    }
    assert_eq!(officer.post("/en/workspace/people", &[]).status, StatusCode::FORBIDDEN);
    assert!(!officer.get("/en/workspace").text().contains("Accounts"));
}

#[test]
fn the_last_administrator_stays() {
    let mut office = office();
    let ana = account_of(&office, ANA);
    let closed = office.act(|office, by| close(office, &ana, by));
    assert!(matches!(closed, Err(NotDone::Refused(PeopleRefusal::LastAdministrator))));
    let revoked = office.act(|office, by| revoke(office, &ana, &Grant::administrator(), by));
    assert!(matches!(revoked, Err(NotDone::Refused(PeopleRefusal::LastAdministrator))));
    let not_allowed = office.act(|office, by| {
        by.account = VISITOR;
        close(office, &ana, by)
    });
    assert!(matches!(not_allowed, Err(NotDone::Refused(PeopleRefusal::NotAllowed))));
}

#[test]
fn a_form_from_another_site_is_not_taken() {
    let office = office();
    let site = office.site();
    let cookie = Reader::signed_in(&site, ANA).cookie();
    let sent = [("mail", ANA), ("password", PASSWORD)];
    for header in [
        ("sec-fetch-site", "cross-site"),
        ("sec-fetch-site", "same-site"),
        ("origin", "https://example.com"),
        ("origin", "null"),
    ] {
        for path in ["/fr/sign-in", "/fr/sign-out", "/fr/workspace/people"] {
            let page = site.post(path, &sent, &[("cookie", &cookie), header]);
            assert_eq!(page.status, StatusCode::FORBIDDEN, "{header:?} {path}");
            assert!(page.text().contains("ne vient pas de ce site"), "{}", page.text());
        }
    }
    let page = site.send("GET", "/en/workspace", &[("cookie", &cookie)]);
    assert_eq!(page.status, StatusCode::OK, "nothing was done");
    let page = site.post("/en/sign-in", &sent, &[("origin", "https://test.example")]);
    assert_eq!(page.status, StatusCode::SEE_OTHER);
}

#[test]
fn more_than_a_form_holds_is_not_taken() {
    let office = office();
    let site = office.site();
    let page = Reader::new(&site).post("/en/sign-in", &[("mail", &"x".repeat(300_000))]);
    assert_eq!(page.status, StatusCode::PAYLOAD_TOO_LARGE);
    assert!(page.text().contains("more than can be sent at once"), "{}", page.text());
    // A public address is for reading, whoever asks.
    let page = Reader::signed_in(&site, ANA).post("/en/wells", &[]);
    assert_eq!(page.status, StatusCode::METHOD_NOT_ALLOWED);
}

#[test]
fn the_first_administrator_is_made_with_the_token_of_the_installation() {
    let office = wells::office();
    let site = office.site_with(|site| site.with_founding_token("founding"));
    let (path, reader) = ("/es/invitation/founding", Reader::new(&site));
    assert!(reader.get(path).text().contains("Nadie tiene todavía una cuenta aquí."));
    let fields = [("name", "Ana Vinter"), ("mail", "ana"), ("new-password", PASSWORD)];
    let page = reader.post(path, &fields);
    assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(page.html().contains("value=\"Ana Vinter\""));
    let fields = [("name", "Ana Vinter"), ("mail", ANA), ("new-password", PASSWORD)];
    assert_eq!(location(&reader.post(path, &fields)), "/es/sign-in?done=password");
    assert_eq!(reader.post(path, &fields).status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(site.get(path).text().contains("Esta invitación ya no es válida"));
    let page = Reader::signed_in(&site, ANA).get("/es/workspace/people").text();
    assert!(page.contains("Administración de esta instalación"), "{page}");
}

#[test]
fn the_accounts_of_a_demonstration_are_shown_in_a_demonstration_only() {
    let office = office();
    assert!(!office.get("/en/sign-in").text().contains("demonstration"));
    let accounts = vec![("Officer, North (demonstration)".to_owned(), OFFICER.to_owned())];
    let demonstration = Demonstration { password: PASSWORD.to_owned(), accounts };
    let site = office.site_with(|site| site.with_demonstration(demonstration));
    let page = site.get("/en/sign-in").text();
    assert!(page.contains("This is a demonstration"), "{page}");
    assert!(page.contains(OFFICER) && page.contains(PASSWORD), "{page}");
}

#[test]
fn public_pages_are_the_same_for_everybody() {
    let office = office();
    let site = office.site();
    let reader = Reader::signed_in(&site, ANA);
    for path in ["/en", "/fr/wells", "/es/wells/commitments", "/en/search?q=wells"] {
        let (for_all, for_one) = (site.get(path), reader.get(path));
        assert_eq!(for_all.html(), for_one.html(), "{path}");
        assert_eq!(for_one.headers.get(header::CACHE_CONTROL).expect("a rule"), "no-cache");
    }
    let page = site.get("/en/wells?as-of=2026-03-01").html();
    assert!(page.contains("href=\"/en/workspace\""), "the moment is not carried there");
}

#[test]
fn every_page_behind_sign_in_speaks_three_languages() {
    let mut office = office();
    let token = office.invite("Bea Lund", "bea@example.org", Grant::administrator());
    let account = account_of(&office, ANA);
    let site = office.site();
    let (administrator, officer) =
        (Reader::signed_in(&site, ANA), Reader::signed_in(&site, OFFICER));
    for language in ["en", "fr", "es"] {
        let path = |path: &str| format!("/{language}{path}");
        let pages = [
            Reader::new(&site).get(&path("/sign-in?done=everywhere")),
            site.get(&path(&format!("/invitation/{token}"))),
            site.get(&path("/invitation/none")),
            administrator.get(&path("/workspace?done=password")),
            administrator.get(&path("/workspace/people")),
            administrator.get(&path(&format!("/workspace/people/{account}?done=granted"))),
            administrator.post(&path(&format!("/workspace/people/{account}/close")), &[]),
            administrator.post(&path(&format!("/workspace/people/{account}/invite")), &[]),
            administrator.post(&path("/workspace/people"), &[]),
            administrator.post(&path("/workspace/password"), &[]),
            officer.post(&path("/workspace/passkeys"), &[]),
            officer.post(
                &path("/workspace/passkeys"),
                &[("label", "key"), ("passkey-password", PASSWORD)],
            ),
            officer.post(&path("/workspace/passkeys/made"), &[]),
            officer.post(&path("/workspace/passkeys/remove"), &[]),
            Reader::new(&site).post(&path("/sign-in/passkey"), &[]),
            Reader::new(&site).post(&path("/sign-in/passkey/signed"), &[]),
            officer.get(&path("/workspace/people")),
            site.post(&path("/sign-in"), &[], &[("sec-fetch-site", "cross-site")]),
        ];
        for page in pages {
            let html = page.html();
            assert!(!html.contains("Unknown localization"), "{html}");
            // The one script of these pages asks browsers for passkeys.
            let html = html.replace(PASSKEY_SCRIPT, "");
            assert!(!html.contains("<script") && !html.contains("style=\""), "{html}");
            let lang = format!("<html lang=\"{language}-");
            assert!(html.contains(&lang), "{} {:?}", page.status, page.headers);
        }
    }
}

#[test]
fn nothing_of_the_house_journal_is_published() {
    let office = office();
    let site = office.site();
    let reader = Reader::signed_in(&site, ANA);
    let house = "test.example/house";
    let head = office.office().ground().head(house).expect("a ground").expect("it is there");
    assert!(head.size > 6);
    for path in [
        "/house/checkpoint",
        "/test.example/house/checkpoint",
        "/wells/house/checkpoint",
        "/wells/..%2Fhouse/checkpoint",
        "/test.example%2Fhouse/checkpoint",
        "/test.example%2Fhouse/tile/entries/000",
        "/test.example/house/tile/entries/000.p/7",
        "/house/tile/entries/000.p/7",
        "/wells/house%2Ftile/entries/000.p/7",
        "/en/house",
        "/en/house/journal",
        "/en/house/journal.json",
        "/en/wells/journal/house",
        "/en/wells/journal/house.json",
        "/en/wells/journal/..%2Fhouse",
        "/en/wells/journal/house/0",
        "/en/wells/journal/house/0.json",
        "/en/test.example/journal/house",
        "/en/test.example%2Fhouse/journal",
        "/en/workspace.json",
        "/en/workspace/people.json",
        "/en/workspace/people.csv",
    ] {
        let page = reader.get(path);
        assert_eq!(page.status, StatusCode::NOT_FOUND, "{path}: {}", page.text());
    }
    for origin in [house, "house", "test.example/house/workspace/no"] {
        let office = office.office();
        for file in ["checkpoint", "tile/entries/000.p/7", "tile/0/000.p/7"] {
            assert_eq!(office.published(origin, file).expect("a ground"), None);
        }
        assert_eq!(office.entry(origin, 0).expect("a ground"), None);
        assert_eq!(office.inclusion(origin, 0, 1).expect("a ground"), None);
    }
    for path in ["/sitemap.xml", "/robots.txt", "/en.json", "/en/wells/journal.json", "/api/v1"] {
        let text = site.get(path).html();
        assert!(!text.contains("house") && !text.contains(ANA), "{path}: {text}");
    }
    // A search page shows what was asked for, so each of the names is asked for by the other.
    for asked in ["Ana", "Berg", "example.org", "house"] {
        for form in ["search?q=", "search.json?q=", "search.csv?q=", "search.atom?q="] {
            let text = site.get(&format!("/en/{form}{asked}")).html();
            for hidden in ["Vinter", "Oda", ANA, OFFICER] {
                assert!(!text.contains(hidden), "{asked}: {text}");
            }
        }
    }
}

#[test]
fn a_name_is_erased_and_every_proof_holds() {
    let mut office = office();
    let officer = account_of(&office, OFFICER);
    office.act(|office, by| {
        erase_person(office, &officer, Ground::PersonalData, by).expect("erased");
    });
    let people = office.office().house().people();
    let account = people.account(&officer).expect("the account stays");
    assert_eq!((&account.name, &account.mail, account.password()), (&None, &None, None));
    for file in ["ground.db", "ground.db-wal"] {
        let bytes = std::fs::read(office.folder().join(file)).unwrap_or_default();
        for gone in ["Oda Berg", OFFICER] {
            let found = bytes.windows(gone.len()).any(|window| window == gone.as_bytes());
            assert!(!found, "{gone} is in {file}");
        }
    }
    let site = office.site();
    let list = Reader::signed_in(&site, ANA).get("/en/workspace/people").text();
    assert!(!list.contains("Oda Berg") && list.contains("closed on"), "{list}");
    // Whoever opens the office again finds the same people; on the way out the auditor checks
    // every signature and commitment.
    let again = servanda_register::House::open(office.office().ground()).expect("a ground");
    let accounts =
        |people: &servanda_register::People| -> Vec<_> { people.accounts().cloned().collect() };
    assert_eq!(accounts(&again.people()), accounts(&office.office().house().people()));
}

#[test]
fn who_acts_in_the_house_journal_is_held_to_the_rules_by_whoever_reads_it() {
    use servanda_entry::house::{CREDENTIAL, Devices, LABEL};
    use servanda_entry::{HouseAct, HouseEntry, PartReference};
    use servanda_store::{Batch, Head};
    let office = office();
    let (ana, officer) = (account_of(&office, ANA), account_of(&office, OFFICER));
    let (subject, grant) = (officer.clone(), Grant::administrator());
    let session = || "ef".repeat(32);
    let until = i64::from(i32::MAX);
    let begin = |subject: &AccountId, credential| HouseAct::SignIn {
        subject: subject.clone(),
        session: session(),
        until,
        credential,
        link: None,
        browser: None,
    };
    let credential = |number: u8| format!("{number:02x}").repeat(32);
    let part = |role: &str| PartReference {
        audience: None,
        commitment: "ab".repeat(32),
        language: None,
        media: "text/plain".to_owned(),
        role: role.to_owned(),
    };
    let passkey = |subject: &AccountId, number: u8| HouseAct::Passkey {
        subject: subject.clone(),
        credential: credential(number),
        key: "es256:A".to_owned(),
        devices: Devices::One,
        parts: vec![part(CREDENTIAL), part(LABEL)],
    };
    let removed = |subject: &AccountId| HouseAct::PasskeyRemoved {
        subject: subject.clone(),
        credential: credential(1),
    };
    let acts = [
        (officer.to_string(), HouseAct::Grant { subject, grant }),
        (officer.to_string(), HouseAct::Close { subject: ana.clone() }),
        (officer.to_string(), begin(&ana, None)),
        (VISITOR.to_owned(), begin(&officer, None)),
        // With a passkey that is not theirs.
        (ana.to_string(), begin(&ana, Some(credential(1)))),
        (officer.to_string(), passkey(&ana, 1)),
        (ana.to_string(), passkey(&ana, 1)),
        (officer.to_string(), passkey(&officer, 1)),
        (officer.to_string(), begin(&officer, Some(credential(1)))),
        (officer.to_string(), removed(&ana)),
        (officer.to_string(), removed(&officer)),
    ];
    let entries = acts
        .into_iter()
        .map(|(account, act)| HouseEntry { account, at: 0, act }.encode().expect("well formed"))
        .collect();
    let (ledger, origin) = (office.office().ledger(), "test.example/house");
    let head = office.office().ground().head(origin).expect("a ground").unwrap_or(Head::EMPTY);
    ledger.append(origin, head, &Batch { entries, ..Batch::default() }).expect("appended");
    office.office().house().follow(office.office().ground()).expect("followed");
    let people = office.office().house().people();
    assert!(people.account(&ana).expect("she is there").is_open());
    assert_eq!(people.account(&officer).expect("he is there").grants.len(), 1);
    assert!(people.in_session(&session(), 0).is_none());
    assert_eq!(people.passkeys(&ana).len(), 1);
    assert!(people.passkeys(&officer).is_empty());
}

#[test]
fn whoever_signs_in_again_leaves_no_session_behind() {
    let office = office();
    let site = office.site();
    let reader = Reader::signed_in(&site, OFFICER);
    let before = reader.cookie();
    reader.sign_in(OFFICER, PASSWORD);
    assert_ne!(reader.cookie(), before);
    let page = site.send("GET", "/en/workspace", &[("cookie", &before)]);
    assert_eq!(page.status, StatusCode::SEE_OTHER, "the former one is over");
    assert_eq!(reader.get("/en/workspace").status, StatusCode::OK);
}

#[test]
fn every_answer_tells_the_browser_what_it_may_do() {
    let office = office();
    let site = office.site();
    for path in ["/", "/en", "/en/nowhere", "/en/workspace", "/en/wells.json", "/%ff"] {
        let page = site.get(path);
        for (name, value) in [
            (header::STRICT_TRANSPORT_SECURITY, "max-age=31536000; includeSubDomains"),
            (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
            (header::REFERRER_POLICY, "same-origin"),
            (header::X_FRAME_OPTIONS, "DENY"),
        ] {
            assert_eq!(page.headers[&name], value, "{path} {name}");
        }
        assert!(page.headers.contains_key(header::CONTENT_SECURITY_POLICY), "{path}");
    }
}
