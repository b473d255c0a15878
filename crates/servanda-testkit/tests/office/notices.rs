//! Notices on pages: who is told of what, what is new, and what nobody else learns.

use axum::http::StatusCode;
use servanda_testkit::office::TestSite;
use servanda_testkit::{Reader, TestOffice};

use crate::sides::{
    ADMINISTRATOR, JUNE, NORTH_CHAIR, NORTH_OFFICER, OBSERVER, REGISTRAR, SOUTH_CHAIR,
    SOUTH_OFFICER, draft, location, office,
};

const NOTICES: &str = "/en/workspace/notices";

/// A site after all accounts were made: what happens there is news for them.
pub(crate) fn site(office: &TestOffice) -> TestSite {
    let site = office.site();
    site.wait(40 * 86_400);
    site
}

/// A proposal of the north; its address there.
pub(crate) fn proposal(site: &TestSite, office: &TestOffice) -> String {
    let path = draft(site, office, JUNE);
    let chair = Reader::signed_in(site, NORTH_CHAIR);
    location(&chair.post(&format!("{path}/propose"), &[]))
}

fn notices(site: &TestSite, mail: &str) -> String {
    Reader::signed_in(site, mail).get(NOTICES).text()
}

/// What stands in the header of a page behind sign-in.
fn header(site: &TestSite, mail: &str) -> String {
    let html = Reader::signed_in(site, mail).get("/en/workspace").html();
    let rest = html.split_once("class=\"enter\">").map_or("", |(_, rest)| rest);
    rest.split_once("</p>").map_or("", |(enter, _)| enter).to_owned()
}

#[test]
fn the_other_side_is_told_of_a_proposal_and_can_mark_it_as_seen() {
    let office = office();
    let site = site(&office);
    assert!(notices(&site, SOUTH_CHAIR).contains("Nothing has happened yet."));
    assert!(!header(&site, SOUTH_CHAIR).contains("new"));
    let path = proposal(&site, &office);
    assert!(header(&site, SOUTH_CHAIR).contains("1 new"), "{}", header(&site, SOUTH_CHAIR));
    let chair = Reader::signed_in(&site, SOUTH_CHAIR);
    let page = chair.get(NOTICES);
    let text = page.text();
    assert!(text.contains("Mend the pump"), "{text}");
    assert!(text.contains("North has made a proposal to your side."));
    assert!(page.html().contains(&path.replace("/no/", "/so/")), "{}", page.html());
    let own = notices(&site, NORTH_OFFICER);
    assert!(own.contains("Your side (North) has made a proposal."), "{own}");
    assert!(notices(&site, NORTH_CHAIR).contains("Nothing has happened yet."), "what one did");

    let html = page.html();
    let named = html.split_once("name=\"notices\" value=\"").expect("a field").1;
    let named = named.split_once('"').expect("a value").0.to_owned();
    assert_eq!(
        location(&chair.post("/en/workspace/notices/seen", &[("notices", &named)])),
        NOTICES
    );
    let text = chair.get(NOTICES).text();
    assert!(text.contains("Nothing new has happened since."), "{text}");
    assert!(text.contains("Seen before") && text.contains("Mend the pump"), "{text}");
    assert!(!header(&site, SOUTH_CHAIR).contains("new"));
    // What is not one's own is passed over, whatever is sent.
    let officer = Reader::signed_in(&site, SOUTH_OFFICER);
    let fields = [("notices", format!("{named} ' <b> abababababababababab"))];
    let fields: Vec<(&str, &str)> = fields.iter().map(|(name, it)| (*name, it.as_str())).collect();
    location(&officer.post("/en/workspace/notices/seen", &fields));
    assert!(notices(&site, SOUTH_OFFICER).contains("Mend the pump"));
    assert!(header(&site, SOUTH_OFFICER).contains("1 new"));
}

#[test]
fn answers_agreement_and_remarks_are_told() {
    let office = office();
    let site = site(&office);
    let path = proposal(&site, &office);
    let theirs = path.replace("/no/", "/so/");
    let south = Reader::signed_in(&site, SOUTH_CHAIR);
    location(&south.post(&format!("{theirs}/object"), &[("reason", "Too early.")]));
    location(&south.post(&format!("{theirs}/accept"), &[]));
    let told = notices(&site, NORTH_CHAIR);
    for words in [
        "South has objected to a proposal.",
        "South has accepted a proposal.",
        "The parties have agreed.",
    ] {
        assert!(told.contains(words), "{words}: {told}");
    }
    // What everyone may read is told to whoever works here, and no more.
    for mail in [REGISTRAR, OBSERVER] {
        let told = notices(&site, mail);
        assert!(told.contains("The parties have agreed."), "{mail}: {told}");
        assert!(!told.contains("proposal"), "{mail}: {told}");
    }
    assert!(!notices(&site, ADMINISTRATOR).contains("agreed"));
    let record = office.path_of("wells/commitments", "Mend the pump");
    let id = record.rsplit('/').next().expect("an id");
    let remark = format!("/en/workspace/wells/so/records/{id}");
    location(&south.post(&format!("{remark}/dispute"), &[("dispute-reason", "Not so.")]));
    location(&south.post(&format!("{remark}/diverge"), &[("diverge-reason", "Not so.")]));
    let told = notices(&site, REGISTRAR);
    assert!(told.contains("South disputes what is recorded."), "{told}");
    assert!(told.contains("South says that the languages of a record do not agree."), "{told}");
}

#[test]
fn a_withdrawal_is_told_to_both_sides() {
    let office = office();
    let site = site(&office);
    let path = proposal(&site, &office);
    let chair = Reader::signed_in(&site, NORTH_CHAIR);
    location(&chair.post(&format!("{path}/withdraw"), &[("reason", "Another time.")]));
    for mail in [SOUTH_OFFICER, NORTH_OFFICER] {
        let told = notices(&site, mail);
        assert!(told.contains("North has withdrawn its proposal."), "{mail}: {told}");
    }
}

#[test]
fn a_comment_on_a_draft_is_told_to_its_own_side_and_leaves_no_trace_elsewhere() {
    let office = office();
    let site = site(&office);
    let others = [SOUTH_CHAIR, SOUTH_OFFICER, OBSERVER, REGISTRAR, ADMINISTRATOR];
    let seen = |mail: &str| (notices(&site, mail), header(&site, mail));
    let before = others.map(seen);
    let path = draft(&site, &office, JUNE);
    let id = path.rsplit('/').next().expect("an id");
    let officer = Reader::signed_in(&site, NORTH_OFFICER);
    let fields = [("about", id), ("said", "Is June too early?"), ("back", path.as_str())];
    officer.post("/en/workspace/wells/no/comments", &fields);
    let told = notices(&site, NORTH_CHAIR);
    assert!(told.contains("Oda has commented, among your side."), "{told}");
    assert!(told.contains("Mend the pump") && !told.contains("too early"), "{told}");
    assert_eq!(others.map(seen), before);
}

#[test]
fn who_is_told_something_or_given_a_draft_is_told_so_once() {
    let office = office();
    let site = site(&office);
    let path = draft(&site, &office, JUNE);
    let id = path.rsplit('/').next().expect("an id");
    let chair = {
        let people = office.office().house().people();
        people.with_mail(NORTH_CHAIR).expect("an account").id.to_string()
    };
    let officer = Reader::signed_in(&site, NORTH_OFFICER);
    let fields = [("about", id), ("said", "Too early?"), ("to", &chair), ("back", path.as_str())];
    location(&officer.post("/en/workspace/wells/no/comments", &fields));
    location(&officer.post(&format!("{path}/assign"), &[("to", &chair)]));
    let told = notices(&site, NORTH_CHAIR);
    assert!(told.contains("Oda tells you something in a comment"), "{told}");
    assert!(told.contains("Oda has given you a draft to go on with."), "{told}");
    assert!(!told.contains("Oda has commented"), "{told}");
    assert!(!notices(&site, SOUTH_CHAIR).contains("Oda"));
}

#[test]
fn a_comment_on_a_proposal_is_told_to_those_of_the_side_who_see_proposals() {
    let office = office();
    let site = site(&office);
    let path = proposal(&site, &office);
    let leaf = path.rsplit('/').next().expect("a leaf");
    let chair = Reader::signed_in(&site, NORTH_CHAIR);
    let fields = [("about", leaf), ("said", "Wait."), ("back", path.as_str())];
    chair.post("/en/workspace/wells/no/comments", &fields);
    assert!(notices(&site, NORTH_OFFICER).contains("Nils has commented, among your side."));
    for mail in [SOUTH_CHAIR, REGISTRAR, OBSERVER] {
        assert!(!notices(&site, mail).contains("commented"), "{mail}");
    }
}

#[test]
fn what_was_before_a_role_or_is_no_longer_news_is_not_told() {
    let mut office = office();
    let site = site(&office);
    proposal(&site, &office);
    for _day in 0..60 {
        // A day goes by with each.
        office.act(|_office, _by| ());
    }
    let delegate =
        servanda_testkit::reader::role(servanda_model::AccountRole::Delegate, "wells", "so");
    office.account("Dora", "delegate@south.example", delegate);
    site.wait(50 * 86_400);
    assert!(notices(&site, "delegate@south.example").contains("Nothing has happened yet."));
    assert!(notices(&site, SOUTH_CHAIR).contains("Mend the pump"));
    site.wait(90 * 86_400);
    assert!(notices(&site, SOUTH_CHAIR).contains("Nothing has happened yet."));
}

#[test]
fn whoever_loses_a_role_loses_its_notices() {
    let mut office = office();
    let site = site(&office);
    proposal(&site, &office);
    let grant = servanda_testkit::reader::role(servanda_model::AccountRole::Officer, "wells", "so");
    let people = office.office().house().people();
    let account = people.with_mail(SOUTH_OFFICER).expect("the officer").id.clone();
    assert!(header(&site, SOUTH_OFFICER).contains("1 new"));
    office.act(|office, by| {
        servanda_actions::people::revoke(office, &account, &grant, by).expect("it is taken back");
    });
    assert!(notices(&site, SOUTH_OFFICER).contains("Nothing has happened yet."));
    assert!(!header(&site, SOUTH_OFFICER).contains("new"));
}

#[test]
fn language_and_mail_are_chosen_on_the_page_of_the_account() {
    let office = office();
    let site = site(&office);
    let officer = Reader::signed_in(&site, SOUTH_OFFICER);
    let page = officer.get("/en/workspace").text();
    assert!(page.contains("This installation sends no mail."), "{page}");
    let fields = [("language", "es"), ("mail-choice", "weekly")];
    let done = officer.post("/en/workspace/choice", &fields);
    assert_eq!(location(&done), "/en/workspace?done=chosen");
    let people = office.office().house().people();
    let account = people.with_mail(SOUTH_OFFICER).expect("the officer");
    assert_eq!(account.language.tag(), "es");
    assert_eq!(account.mail_choice.code(), "weekly");
    let page = officer.get("/en/workspace?done=chosen");
    assert!(page.text().contains("Your choice is saved."), "{}", page.text());
    assert!(page.html().contains("<option value=\"weekly\" selected>"), "{}", page.html());
    let wrong = officer.post("/en/workspace/choice", &[("language", "de")]);
    assert_eq!(wrong.status, StatusCode::NOT_FOUND);
}

#[test]
fn notices_are_in_three_languages() {
    let office = office();
    let site = site(&office);
    proposal(&site, &office);
    let reader = Reader::signed_in(&site, SOUTH_CHAIR);
    for (language, title, words) in [
        ("fr", "Réparer la pompe", "proposition faite à votre partie."),
        ("es", "Reparar la bomba", "presentó una propuesta a su parte."),
    ] {
        let text = reader.get(&format!("/{language}/workspace/notices")).text();
        assert!(text.contains(title) && text.contains(words), "{text}");
    }
}
