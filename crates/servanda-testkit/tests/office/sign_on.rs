//! Signing in through an identity provider, with one that says what a test wants. A real one is
//! asked in `tests/browser/sign-on.test.js`.

use axum::http::{StatusCode, header};
use servanda_actions::people::Identity;
use servanda_model::{AccountRole, Grant};
use servanda_register::LINKS_PER_ACCOUNT_MAX;
use servanda_testkit::office::TestSite;
use servanda_testkit::page::Page;
use servanda_testkit::reader::{PASSWORD, role};
use servanda_testkit::{Reader, TestOffice};
use servanda_web::{IdentityProvider, NotTold, Round};

use crate::wells;

const ANA: &str = "ana@example.org";
const OFFICER: &str = "officer@example.org";

/// A provider at which every code is the name of whoever it is for.
struct Named;

impl IdentityProvider for Named {
    fn name(&self) -> &'static str {
        "The ministry"
    }

    fn begin(&self, round: &Round, _now: i64) -> Result<String, NotTold> {
        Ok(format!("https://login.example/?state={}", round.state))
    }

    fn finish(&self, _round: &Round, code: &str, _now: i64) -> Result<Identity, NotTold> {
        if code == "down" {
            return Err(NotTold::Down("it is closed".to_owned()));
        }
        let issuer = "https://login.example".to_owned();
        Ok(Identity { issuer, subject: code.to_owned() })
    }
}

fn office() -> TestOffice {
    let mut office = wells::office();
    office.account("Ana Vinter", ANA, Grant::administrator());
    office.account("Oda Berg", OFFICER, role(AccountRole::Officer, "wells", "no"));
    office
}

fn site(office: &TestOffice) -> TestSite {
    office.site_with(|site| site.with_provider(Named))
}

fn location(page: &Page) -> &str {
    page.headers[header::LOCATION].to_str().expect("an address")
}

/// Comes back from the provider.
fn back(reader: &Reader<'_>, state: &str, code: &str) -> Page {
    reader.get(&format!("/en/sign-in/provider/back?state={state}&code={code}"))
}

/// Goes to the provider to sign in: the state.
fn begin(reader: &Reader<'_>, query: &str) -> String {
    let page = reader.get(&format!("/en/sign-in/provider{query}"));
    assert_eq!(page.status, StatusCode::SEE_OTHER, "{}", page.text());
    location(&page).split_once("state=").expect("a state").1.to_owned()
}

/// Goes to the provider to link: the state.
#[track_caller]
fn begin_linking(reader: &Reader<'_>) -> String {
    let page = reader.post("/en/workspace/links", &[("link-password", PASSWORD)]);
    assert_eq!(page.status, StatusCode::OK, "{}", page.text());
    let html = page.html();
    let rest = html.split_once("https://login.example/?state=").expect("the way on").1;
    rest.split('"').next().expect("a state").to_owned()
}

#[test]
fn only_who_has_linked_an_account_signs_in_with_it() {
    let office = office();
    let site = site(&office);
    let stranger = Reader::new(&site);
    let page = back(&stranger, &begin(&stranger, ""), "ana");
    assert!(page.text().contains("no account here is linked to that"), "{}", page.text());
    // A name at the provider that is a mail address here is nobody's.
    let page = back(&stranger, &begin(&stranger, ""), ANA);
    assert!(page.text().contains("no account here is linked to that"), "{}", page.text());
    let ana = Reader::signed_in(&site, ANA);
    assert_eq!(location(&back(&ana, &begin_linking(&ana), "ana")), "/en/workspace?done=linked");
    let reader = Reader::new(&site);
    let state = begin(&reader, "?next=/fr/workspace/people");
    assert_eq!(location(&back(&reader, &state, "ana")), "/fr/workspace/people");
    assert!(reader.get("/en/workspace").text().contains("Ana Vinter"));
    assert!(!reader.cookie().contains("round"), "{}", reader.cookie());
}

#[test]
fn nobody_is_led_to_another_site_or_by_a_state_of_another_browser() {
    let office = office();
    let site = site(&office);
    let ana = Reader::signed_in(&site, ANA);
    back(&ana, &begin_linking(&ana), "ana");
    let reader = Reader::new(&site);
    let state = begin(&reader, "?next=https://example.com/");
    let other = Reader::new(&site);
    assert!(back(&other, &state, "ana").text().contains("began in another browser"));
    assert_eq!(location(&back(&reader, &state, "ana")), "/en/workspace");
    let reader = Reader::new(&site);
    let state = begin(&reader, "");
    site.wait(601);
    assert!(back(&reader, &state, "ana").text().contains("This took too long"));
}

#[test]
fn a_link_is_for_the_account_that_asked_for_it_and_for_one_alone() {
    let office = office();
    let site = site(&office);
    let ana = Reader::signed_in(&site, ANA);
    let page = ana.post("/en/workspace/links", &[("link-password", "another one")]);
    assert!(page.html().contains("id=\"link-password-error\""), "{}", page.text());
    let state = begin_linking(&ana);
    ana.post("/en/sign-out", &[]);
    ana.sign_in(OFFICER, PASSWORD);
    let page = back(&ana, &state, "ana");
    assert_eq!(page.status, StatusCode::UNAUTHORIZED, "{}", page.text());
    assert!(ana.get("/en/workspace").text().contains("Your account is not linked."));
    back(&ana, &begin_linking(&ana), "somebody");
    let again = Reader::signed_in(&site, ANA);
    let page = back(&again, &begin_linking(&again), "somebody");
    assert!(page.text().contains("An account is linked to this already."), "{}", page.text());
    for number in 1..=LINKS_PER_ACCOUNT_MAX {
        back(&again, &begin_linking(&again), &number.to_string());
    }
    let page = again.post("/en/workspace/links", &[("link-password", PASSWORD)]);
    assert!(page.text().contains("as many links as it can have"), "{}", page.text());
}

#[test]
fn a_link_that_is_removed_ends_its_sessions_and_leaves_nothing() {
    let office = office();
    let site = site(&office);
    let ana = Reader::signed_in(&site, ANA);
    back(&ana, &begin_linking(&ana), "the-name-of-ana");
    let reader = Reader::new(&site);
    back(&reader, &begin(&reader, ""), "the-name-of-ana");
    assert!(reader.get("/en/workspace").text().contains("through the identity provider"));
    let html = ana.get("/en/workspace").html();
    let link = html.split_once("name=\"link\" value=\"").expect("a link").1;
    let link = link.split('"').next().expect("its commitment").to_owned();
    assert!(office.office().opened(&link).expect("the ground answers").is_some());
    let officer = Reader::signed_in(&site, OFFICER);
    let page = officer.post("/en/workspace/links/remove", &[("link", &link)]);
    assert!(page.text().contains("There is no such link."), "{}", page.text());
    ana.post("/en/workspace/links/remove", &[("link", &link)]);
    assert_eq!(reader.get("/en/workspace").status, StatusCode::SEE_OTHER);
    assert_eq!(office.office().opened(&link).expect("the ground answers"), None);
    assert!(back(&reader, &begin(&reader, ""), "the-name-of-ana").text().contains("no account"));
}

#[test]
fn what_the_provider_does_not_tell_is_said_plainly() {
    let office = office();
    let site = site(&office);
    let reader = Reader::new(&site);
    let page = back(&reader, &begin(&reader, ""), "down");
    assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(page.text().contains("The ministry does not answer."), "{}", page.text());
    let state = begin(&reader, "");
    let path = format!("/en/sign-in/provider/back?state={state}&error=access_denied");
    assert!(reader.get(&path).text().contains("its reason: access_denied"));
    let state = begin(&reader, "");
    let path = format!("/en/sign-in/provider/back?state={state}&error=call%20555-0100");
    let text = reader.get(&path).text();
    assert!(text.contains("its reason: –") && !text.contains("555"), "{text}");
}

#[test]
fn one_source_begins_thirty_rounds_a_minute() {
    let office = office();
    let site = site(&office);
    site.ask_from("198.51.100.1");
    let reader = Reader::new(&site);
    for _ in 0..30 {
        begin(&reader, "");
    }
    let page = reader.get("/en/sign-in/provider");
    assert_eq!(page.status, StatusCode::TOO_MANY_REQUESTS);
    assert_eq!(reader.sign_in(ANA, PASSWORD).status, StatusCode::SEE_OTHER);
    site.ask_from("198.51.100.2");
    begin(&Reader::new(&site), "");
}

#[test]
fn without_a_provider_there_is_nothing_of_it() {
    let office = office();
    let site = office.site();
    let reader = Reader::signed_in(&site, ANA);
    for path in ["/en/sign-in/provider", "/en/sign-in/provider/back?state=a&code=b"] {
        assert_eq!(reader.get(path).status, StatusCode::NOT_FOUND, "{path}");
    }
    assert_eq!(reader.post("/en/workspace/links", &[]).status, StatusCode::NOT_FOUND);
    assert!(!reader.get("/en/workspace").html().contains("links"));
    // The provider knows no language: whoever comes back is led on in theirs.
    let page = site.send("GET", "/sign-in/provider/back?state=a", &[("accept-language", "fr")]);
    assert_eq!(location(&page), "/fr/sign-in/provider/back?state=a");
}
