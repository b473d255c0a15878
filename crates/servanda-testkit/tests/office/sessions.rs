//! Sessions: where somebody is signed in, what ends a session, and what nobody has to wait for.

use axum::http::{StatusCode, header};
use servanda_model::{AccountRole, Grant};
use servanda_testkit::office::TestSite;
use servanda_testkit::reader::{PASSWORD, role};
use servanda_testkit::{Reader, TestOffice};

use crate::wells;

const ANA: &str = "ana@example.org";
const OFFICER: &str = "officer@example.org";
const FIREFOX: &str = "Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0";

fn office() -> TestOffice {
    let mut office = wells::office();
    office.account("Ana Vinter", ANA, Grant::administrator());
    office.account("Oda Berg", OFFICER, role(AccountRole::Officer, "wells", "no"));
    office
}

/// Signs in with a browser that says what it is: the cookie.
fn with_firefox(site: &TestSite, mail: &str) -> String {
    let headers = [("user-agent", FIREFOX), ("sec-fetch-site", "same-origin")];
    let page = site.post("/en/sign-in", &[("mail", mail), ("password", PASSWORD)], &headers);
    let cookies = page.headers.get_all(header::SET_COOKIE).iter();
    let mut cookies = cookies.filter_map(|cookie| cookie.to_str().ok());
    let cookie = cookies.find(|cookie| cookie.contains("session")).expect("a session");
    cookie.split(';').next().unwrap_or_default().to_owned()
}

fn is_in(reader: &Reader<'_>) -> bool {
    reader.get("/en/workspace").status == StatusCode::OK
}

#[test]
fn sessions_are_listed_with_browser_and_times_and_one_is_ended() {
    let office = office();
    let site = office.site();
    let cookie = with_firefox(&site, ANA);
    site.wait(600);
    let here = Reader::signed_in(&site, ANA);
    let page = here.get("/en/workspace");
    let text = page.text();
    assert!(text.contains("Firefox on Linux"), "{text}");
    assert!(text.contains("since March 2, 2026, 12:00 UTC"), "{text}");
    assert!(text.contains("last used March 2, 2026, 12:00 UTC"), "{text}");
    assert!(text.contains("Unknown browser"), "{text}");
    // What looks is not offered its own end in the list.
    assert_eq!(page.html().matches("name=\"session\"").count(), 1);
    let hash = page.html().split("name=\"session\" value=\"").nth(1).map(str::to_owned);
    let hash = hash.as_deref().and_then(|rest| rest.split('"').next()).expect("a session");
    // Nobody ends the session of somebody else.
    let officer = Reader::signed_in(&site, OFFICER);
    officer.post("/en/workspace/sessions/end", &[("session", hash)]);
    let there = |status| {
        let page = site.send("GET", "/en/workspace", &[("cookie", &cookie)]);
        assert_eq!(page.status, status);
    };
    there(StatusCode::OK);
    let page = here.post("/en/workspace/sessions/end", &[("session", hash)]);
    assert_eq!(page.headers[header::LOCATION], "/en/workspace?done=session-ended");
    there(StatusCode::SEE_OTHER);
    assert!(is_in(&here));
}

#[test]
fn all_other_sessions_are_ended_and_this_one_stays() {
    let office = office();
    let site = office.site();
    let readers = [(); 3].map(|()| Reader::signed_in(&site, ANA));
    let page = readers[1].post("/en/workspace/sessions/end-others", &[]);
    assert_eq!(page.headers[header::LOCATION], "/en/workspace?done=others-ended");
    assert_eq!([0, 1, 2].map(|number| is_in(&readers[number])), [false, true, false]);
    assert!(!readers[1].get("/en/workspace").html().contains("end-others"));
}

#[test]
fn a_session_ends_after_an_hour_without_a_request() {
    let office = office();
    let site = office.site();
    let reader = Reader::signed_in(&site, ANA);
    for _ in 0..3 {
        site.wait(3_600);
        assert!(is_in(&reader));
    }
    let other = Reader::signed_in(&site, ANA);
    site.wait(3_601);
    assert!(!is_in(&reader));
    assert!(!is_in(&other));
    let fresh = Reader::signed_in(&site, ANA);
    assert!(!fresh.get("/en/workspace").html().contains("end-others"), "idle ones are over");
    // Nothing is taken from whoever was idle, and nothing is lost.
    let page = reader.post("/en/workspace/people", &[("name", "Bea Lund")]);
    assert_eq!(page.status, StatusCode::UNAUTHORIZED);
}

#[test]
fn an_administrator_ends_all_sessions_of_somebody() {
    let office = office();
    let site = office.site();
    let officer = Reader::signed_in(&site, OFFICER);
    let ana = Reader::signed_in(&site, ANA);
    let people = office.office().house().people();
    let path = format!("/en/workspace/people/{}", people.with_mail(OFFICER).expect("one").id);
    assert!(ana.get(&path).html().contains(&format!("{path}/sign-out")));
    let page = ana.post(&format!("{path}/sign-out"), &[]);
    assert_eq!(page.headers[header::LOCATION], format!("{path}?done=sessions-ended").as_str());
    assert!(!is_in(&officer));
    assert!(is_in(&ana));
    assert!(!ana.get(&path).html().contains(&format!("{path}/sign-out")));
}

#[test]
fn sign_out_asks_the_browser_to_forget() {
    let office = office();
    let site = office.site();
    let page = Reader::signed_in(&site, ANA).post("/en/sign-out", &[]);
    assert_eq!(page.headers["clear-site-data"], "\"cache\", \"storage\"");
}

#[test]
fn both_cookies_are_for_this_host_over_tls_alone() {
    let office = office();
    let site = office.site();
    let page = Reader::new(&site).get("/fr/sign-in");
    let cookies: Vec<_> = page.headers.get_all(header::SET_COOKIE).iter().collect();
    let expected = "__Host-language=fr; Path=/; Max-Age=31536000; HttpOnly; SameSite=Lax; Secure";
    assert_eq!(cookies, [expected]);
    // The choice is remembered.
    let page =
        site.send("GET", "/", &[("cookie", "__Host-language=fr"), ("accept-language", "es")]);
    assert_eq!(page.headers[header::LOCATION], "/fr");
}

#[test]
fn one_source_that_tries_for_many_keeps_nobody_else_waiting() {
    let office = office();
    let site = office.site();
    site.ask_from("198.51.100.1");
    let guesser = Reader::new(&site);
    for number in 0..30 {
        let page = guesser.sign_in(&format!("{number}@example.org"), "another password");
        assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
    }
    assert_eq!(guesser.sign_in(ANA, PASSWORD).status, StatusCode::TOO_MANY_REQUESTS);
    site.ask_from("198.51.100.2");
    assert_eq!(Reader::new(&site).sign_in(ANA, PASSWORD).status, StatusCode::SEE_OTHER);
}

#[test]
fn a_form_that_never_ends_is_given_up() {
    let office = office();
    let site = office.site();
    let page = site.post_without_end("/fr/sign-in");
    assert_eq!(page.status, StatusCode::SERVICE_UNAVAILABLE);
    assert!(page.text().contains("Cela a pris trop de temps"), "{}", page.text());
}
