//! Two sides at work: drafts nobody else sees, a proposal read and answered, and who may do what.

use axum::http::{StatusCode, header};
use servanda_model::AccountRole;
use servanda_testkit::office::TestSite;
use servanda_testkit::page::Page;
use servanda_testkit::reader::role;
use servanda_testkit::{Reader, TestOffice};

use crate::wells;

pub(crate) const NORTH_OFFICER: &str = "officer@north.example";
pub(crate) const NORTH_CHAIR: &str = "chair@north.example";
pub(crate) const SOUTH_OFFICER: &str = "officer@south.example";
pub(crate) const SOUTH_CHAIR: &str = "chair@south.example";
pub(crate) const OBSERVER: &str = "observer@example.org";
pub(crate) const REGISTRAR: &str = "registrar@example.org";
pub(crate) const ADMINISTRATOR: &str = "admin@example.org";

pub(crate) fn office() -> TestOffice {
    let mut office = wells::office();
    for (name, mail, kind, voice) in [
        ("Oda", NORTH_OFFICER, AccountRole::Officer, "no"),
        ("Nils", NORTH_CHAIR, AccountRole::CoChair, "no"),
        ("Sol", SOUTH_OFFICER, AccountRole::Officer, "so"),
        ("Sara", SOUTH_CHAIR, AccountRole::CoChair, "so"),
        ("Obi", OBSERVER, AccountRole::Observer, "youth"),
        ("Rita", REGISTRAR, AccountRole::Registrar, "registrar"),
    ] {
        office.account(name, mail, role(kind, "wells", voice));
    }
    office.account("Ana", ADMINISTRATOR, servanda_model::Grant::administrator());
    office
}

#[track_caller]
pub(crate) fn location(page: &Page) -> String {
    assert_eq!(page.status, StatusCode::SEE_OTHER, "{}", page.text());
    page.headers[header::LOCATION].to_str().expect("an address").to_owned()
}

/// The texts of a new commitment, as the form of a draft sends them.
fn typed(spanish_day: &str) -> Vec<(String, String)> {
    let texts = [
        ("title-en", "Mend the pump"),
        ("title-fr", "Réparer la pompe"),
        ("title-es", "Reparar la bomba"),
        ("wording-en", "North mends the pump by June 30, 2027."),
        ("wording-fr", "Le Nord répare la pompe d’ici le 30 juin 2027."),
        ("wording-es", spanish_day),
        ("made", "1 March 2026"),
        ("due", "by June 30, 2027"),
        ("lens-climate", "yes"),
    ];
    texts.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect()
}

pub(crate) const JUNE: &str = "El Norte repara la bomba a más tardar el 30 de junio de 2027.";
const JULY: &str = "El Norte repara la bomba a más tardar el 30 de julio de 2027.";

fn send(reader: &Reader<'_>, path: &str, fields: &[(String, String)]) -> Page {
    let fields: Vec<(&str, &str)> =
        fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    reader.post(path, &fields)
}

/// A draft of the north with these words, saved once; its address.
pub(crate) fn draft(site: &TestSite, office: &TestOffice, spanish: &str) -> String {
    let officer = Reader::signed_in(site, NORTH_OFFICER);
    let path = location(&officer.post("/en/workspace/wells/no/drafts", &[]));
    save(office, &officer, &path, spanish, 1);
    path
}

/// Writes a draft with these words, which had been written so often before.
pub(crate) fn save(
    office: &TestOffice,
    reader: &Reader<'_>,
    path: &str,
    spanish: &str,
    seen: usize,
) {
    let north = office.path_of("wells/parties", "North");
    let mut fields = typed(spanish);
    let party = north.rsplit('/').next().expect("an id");
    fields.push((format!("owed-by-{party}"), "yes".to_owned()));
    fields.push(("seen".to_owned(), seen.to_string()));
    let saved = send(reader, path, &fields);
    assert_eq!(location(&saved), format!("{path}?saved=yes"));
}

#[test]
fn a_commitment_is_drafted_stopped_mended_proposed_answered_and_agreed() {
    let office = office();
    let site = office.site();
    let path = draft(&site, &office, JULY);
    let officer = Reader::signed_in(&site, NORTH_OFFICER);
    let page = officer.get(&path).text();
    assert!(page.contains("The languages differ") && page.contains("Wording: dates"), "{page}");
    assert!(page.contains("A co-chair or the secretariat of your side proposes it."), "{page}");
    let chair = Reader::signed_in(&site, NORTH_CHAIR);
    let stopped = chair.post(&format!("{path}/propose"), &[]);
    assert_eq!(stopped.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(stopped.text().contains("The languages differ. Mend the texts"), "{}", stopped.text());

    save(&office, &officer, &path, JUNE, 2);
    let proposal = location(&chair.post(&format!("{path}/propose"), &[]));
    assert!(proposal.starts_with("/en/workspace/wells/no/proposals/"), "{proposal}");

    let theirs = proposal.replace("/no/", "/so/");
    let other = Reader::signed_in(&site, SOUTH_CHAIR);
    let home = other.get("/en/workspace").text();
    assert!(home.contains("1 proposal waits for you"), "{home}");
    let side = other.get("/en/workspace/wells/so").text();
    assert!(side.contains("Mend the pump") && side.contains("proposed by North"), "{side}");
    let page = other.get(&theirs).text();
    assert!(page.contains("by North (Co-chair, not signed with a passkey)"), "{page}");
    assert!(page.contains("Reparar la bomba") && page.contains("d’ici le 30 juin 2027"), "{page}");
    let silent = other.post(&format!("{theirs}/object"), &[("reason", " ")]);
    assert_eq!(silent.status, StatusCode::UNPROCESSABLE_ENTITY);
    location(&other.post(&format!("{theirs}/object"), &[("reason", "Too early.")]));
    let answered = chair.get(&proposal).text();
    assert!(answered.contains("Too early.") && answered.contains("Objected to by South"));

    let counter = location(&other.post(&format!("{theirs}/counter"), &[]));
    assert!(counter.starts_with("/en/workspace/wells/so/drafts/"), "{counter}");
    let early = other.post(&format!("{theirs}/accept"), &[]);
    assert_eq!(location(&early), theirs);
    let agreed = other.get(&theirs).text();
    assert!(agreed.contains("Agreed: proposed and sealed by North."), "{agreed}");
    let public = site.get("/es/wells/commitments?standing=agreed").text();
    assert!(public.contains("Reparar la bomba"), "{public}");
}

#[test]
fn what_one_side_drafts_leaves_no_trace_anywhere_else() {
    let office = office();
    let site = office.site();
    let public = ["/en/wells", "/en/search.json?q=bomba", "/en/wells/journal", "/sitemap.xml"];
    let before: Vec<Vec<u8>> = public.iter().map(|path| site.get(path).body).collect();
    let path = draft(&site, &office, JUNE);
    let after: Vec<Vec<u8>> = public.iter().map(|path| site.get(path).body).collect();
    assert_eq!(before, after);
    for mail in [SOUTH_CHAIR, SOUTH_OFFICER, OBSERVER, REGISTRAR, ADMINISTRATOR] {
        let page = Reader::signed_in(&site, mail).get(&path);
        assert_eq!(page.status, StatusCode::FORBIDDEN, "{mail}");
        assert!(!page.text().contains("pump"), "{mail}");
    }
    // Under another voice's address it does not exist, for those who may see that voice.
    let elsewhere = path.replace("/no/", "/so/");
    let page = Reader::signed_in(&site, SOUTH_CHAIR).get(&elsewhere);
    assert_eq!(page.status, StatusCode::NOT_FOUND);
    for path in ["/wells/no%2Fworkspace/checkpoint", "/en/wells/journal/no%2Fworkspace"] {
        assert_eq!(site.get(path).status, StatusCode::NOT_FOUND, "{path}");
    }
}

#[test]
fn nobody_does_what_their_role_does_not_allow() {
    let office = office();
    let site = office.site();
    let path = draft(&site, &office, JUNE);
    let chair = Reader::signed_in(&site, NORTH_CHAIR);
    let proposal = location(&chair.post(&format!("{path}/propose"), &[]));
    let theirs = proposal.replace("/no/", "/so/");
    let may = |mail: &str, path: &str| {
        let page = Reader::signed_in(&site, mail).post(path, &[("reason", "No."), ("said", "Hm.")]);
        page.status != StatusCode::FORBIDDEN
    };
    let everyone = [NORTH_OFFICER, SOUTH_OFFICER, OBSERVER, REGISTRAR, ADMINISTRATOR];
    for verb in ["object", "withdraw", "accept"] {
        for mail in everyone {
            assert!(!may(mail, &format!("{theirs}/{verb}")), "{mail} {verb}");
            assert!(!may(mail, &format!("{proposal}/{verb}")), "{mail} {verb}");
        }
        // A chair of one side does nothing in the name of the other.
        assert!(!may(NORTH_CHAIR, &format!("{theirs}/{verb}")), "{verb}");
        assert!(!may(SOUTH_CHAIR, &format!("{proposal}/{verb}")), "{verb}");
    }
    for mail in [SOUTH_CHAIR, OBSERVER, REGISTRAR, ADMINISTRATOR] {
        assert!(!may(mail, "/en/workspace/wells/no/drafts"), "{mail}");
        assert!(!may(mail, "/en/workspace/wells/no/comments"), "{mail}");
    }
    for mail in [OBSERVER, REGISTRAR, ADMINISTRATOR] {
        let page = Reader::signed_in(&site, mail).get(&theirs);
        assert_eq!(page.status, StatusCode::FORBIDDEN, "{mail}");
    }
    assert!(Reader::signed_in(&site, SOUTH_OFFICER).get(&theirs).text().contains("Mend the pump"));
    let stranger = Reader::new(&site).get(&theirs);
    assert!(location(&stranger).starts_with("/en/sign-in?next="));
}

#[test]
fn two_who_write_the_same_draft_lose_nothing() {
    let office = office();
    let site = office.site();
    let path = draft(&site, &office, JUNE);
    let chair = Reader::signed_in(&site, NORTH_CHAIR);
    let mut fields = typed("Otra cosa.");
    let north = office.path_of("wells/parties", "North");
    let party = north.rsplit('/').next().expect("an id");
    fields.push((format!("owed-by-{party}"), "yes".to_owned()));
    fields.push(("seen".to_owned(), "1".to_owned()));
    let late = send(&chair, &path, &fields);
    assert_eq!(late.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(late.text().contains("changed the draft meanwhile"), "{}", late.text());
    assert!(late.html().contains("Otra cosa."), "what was typed is still there");
    assert!(chair.get(&path).html().contains("30 de junio"), "what was saved is still there");
}

#[test]
fn a_changed_language_marks_the_others_and_earlier_versions_stay() {
    let office = office();
    let site = office.site();
    let path = draft(&site, &office, JUNE);
    let officer = Reader::signed_in(&site, NORTH_OFFICER);
    let mut fields =
        typed("El Norte repara la bomba y la tapa a más tardar el 30 de junio de 2027.");
    let north = office.path_of("wells/parties", "North");
    let party = north.rsplit('/').next().expect("an id");
    fields.push((format!("owed-by-{party}"), "yes".to_owned()));
    fields.push(("seen".to_owned(), "2".to_owned()));
    location(&send(&officer, &path, &fields));
    let page = officer.get(&path);
    let text = page.text();
    assert!(text.contains("Changed since in Spanish: look whether"), "{text}");
    let marked = page.html().matches("-stale\"").count();
    assert_eq!(marked, 4, "English and French wording, each named by its field: {}", page.html());
    assert!(text.contains("Version 2, written by Oda"), "{text}");
    let compared = officer.get(&format!("{path}?version=1")).html();
    assert!(compared.contains("Compared with version 2 of this draft."), "{compared}");
    assert!(compared.contains("<ins>y la tapa </ins>"), "{compared}");
}

#[test]
fn what_cannot_be_understood_is_said_beside_the_field_and_nothing_is_lost() {
    let office = office();
    let site = office.site();
    let path = draft(&site, &office, JUNE);
    let officer = Reader::signed_in(&site, NORTH_OFFICER);
    let mut fields = typed(JUNE);
    fields.retain(|(name, _)| name != "due");
    fields.push(("due".to_owned(), "one of these days".to_owned()));
    fields.push(("seen".to_owned(), "2".to_owned()));
    let page = send(&officer, &path, &fields);
    assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
    let html = page.html();
    assert!(html.contains("value=\"one of these days\"") && html.contains("id=\"due-error\""));
    assert!(page.text().contains("Who owes it: choose at least one."), "{}", page.text());
    let shown = officer.get(&path).text();
    assert!(shown.contains("Understood as: by June 30, 2027"), "{shown}");
}

#[test]
fn a_side_comments_among_itself() {
    let office = office();
    let site = office.site();
    let path = draft(&site, &office, JUNE);
    let officer = Reader::signed_in(&site, NORTH_OFFICER);
    let about = path.rsplit('/').next().expect("an id");
    let back = path.trim_start_matches("/en");
    let sent = [("about", about), ("said", "Is <June> right?"), ("back", back)];
    let there = location(&officer.post("/en/workspace/wells/no/comments", &sent));
    assert_eq!(there, format!("{path}#comments"));
    let page = Reader::signed_in(&site, NORTH_CHAIR).get(&path);
    assert!(page.html().contains("Is &#60;June&#62; right?"), "{}", page.html());
    assert!(page.text().contains("Oda on March"), "{}", page.text());
    let sent = [("about", about), ("said", "x"), ("back", "//example.com/")];
    let there = location(&officer.post("/en/workspace/wells/no/comments", &sent));
    assert_eq!(there, "/en/workspace/wells/no#comments");
}

#[test]
fn a_record_that_is_documented_is_proposed_in_other_words() {
    let office = office();
    let site = office.site();
    let record = office.path_of("wells/commitments", "Drill two wells");
    let public = site.get(&record).html();
    let id = record.rsplit('/').next().expect("an id");
    let link = format!("/en/workspace/wells/records/{id}");
    assert!(public.contains(&link), "{public}");
    let officer = Reader::signed_in(&site, SOUTH_OFFICER);
    let ask = location(&officer.get(&link));
    let page = officer.get(&ask).text();
    assert!(page.contains("Drill two wells"), "{page}");
    let begun = location(&officer.post("/en/workspace/wells/so/drafts", &[("record", id)]));
    let page = officer.get(&begun).text();
    assert!(page.contains("Compared with what stands: Documented."), "{page}");
    let discarded = officer.post(&format!("{begun}/discard"), &[]);
    assert_eq!(location(&discarded), "/en/workspace/wells/so");
    assert!(officer.get("/en/workspace/wells/so").text().contains("There is no draft."));
}

#[test]
fn the_conclusions_of_a_meeting_are_proposed_and_accepted_at_once() {
    let office = office();
    let site = office.site();
    let chair = Reader::signed_in(&site, NORTH_CHAIR);
    let drafts = [JUNE, JUNE, JULY].map(|spanish| draft(&site, &office, spanish));
    let names = drafts.map(|path| format!("draft-{}", path.rsplit('/').next().expect("an id")));
    let sent: Vec<(&str, &str)> = names.iter().map(|name| (name.as_str(), "yes")).collect();
    let page = chair.post("/en/workspace/wells/no/propose", &sent);
    assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY, "one of them differs");
    let text = page.text();
    assert!(text.contains("2 drafts proposed."), "{text}");
    assert!(text.contains("“Mend the pump”: The languages differ."), "{text}");
    let other = Reader::signed_in(&site, SOUTH_CHAIR);
    let side = other.get("/en/workspace/wells/so").html();
    let chosen: Vec<String> = side
        .split("name=\"proposal-")
        .skip(1)
        .filter_map(|rest| Some(format!("proposal-{}", rest.split('"').next()?)))
        .collect();
    assert_eq!(chosen.len(), 2, "{side}");
    let sent: Vec<(&str, &str)> = chosen.iter().map(|name| (name.as_str(), "yes")).collect();
    let path = location(&other.post("/en/workspace/wells/so/accept", &sent));
    assert!(other.get(&path).text().contains("2 proposals accepted."), "{path}");
    let list = site.get("/en/wells/commitments.json?standing=agreed").json();
    assert_eq!(list["total"], 2);
    let officer = Reader::signed_in(&site, SOUTH_OFFICER);
    let page = officer.post("/en/workspace/wells/so/accept", &sent);
    assert_eq!(page.status, StatusCode::FORBIDDEN);
}

#[test]
fn what_a_party_disputes_is_shown_beside_it_and_changes_no_standing() {
    let office = office();
    let site = office.site();
    let record = office.path_of("wells/commitments", "Drill two wells");
    let id = record.rsplit('/').next().expect("an id");
    let chair = Reader::signed_in(&site, SOUTH_CHAIR);
    let path = format!("/en/workspace/wells/so/records/{id}");
    let silent = chair.post(&format!("{path}/dispute"), &[]);
    assert_eq!(silent.status, StatusCode::UNPROCESSABLE_ENTITY);
    let said = [("dispute-reason", "Only <one> was meant.")];
    assert_eq!(location(&chair.post(&format!("{path}/dispute"), &said)), record);
    let said = [("diverge-reason", "The Spanish text says five.")];
    location(&chair.post(&format!("{path}/diverge"), &said));
    let page = site.get(&record);
    let text = page.text();
    assert!(text.contains("South sees this otherwise (March"), "{text}");
    assert!(page.html().contains("Only &#60;one&#62; was meant."), "{}", page.html());
    assert!(text.contains("South says that the languages do not agree"), "{text}");
    assert!(text.contains("Documented"), "{text}");
    let before = site.get(&format!("{record}?as-of=2026-03-01")).text();
    assert!(!before.contains("sees this otherwise"), "{before}");
    for mail in [SOUTH_OFFICER, NORTH_CHAIR, OBSERVER, ADMINISTRATOR] {
        let page = Reader::signed_in(&site, mail).post(&format!("{path}/dispute"), &said);
        assert_eq!(page.status, StatusCode::FORBIDDEN, "{mail}");
    }
}

#[test]
fn a_reason_that_is_refused_comes_back_as_it_was_typed() {
    let office = office();
    let site = office.site();
    let path = draft(&site, &office, JUNE);
    let chair = Reader::signed_in(&site, NORTH_CHAIR);
    let proposal = location(&chair.post(&format!("{path}/propose"), &[]));
    let other = Reader::signed_in(&site, SOUTH_CHAIR);
    // Some letters of the word are of another alphabet.
    let typed = "Too \u{441}oon <for us>.";
    let shown = "Too \u{441}oon &#60;for us&#62;.";
    let theirs = proposal.replace("/no/", "/so/");
    let record = office.path_of("wells/commitments", "Drill two wells");
    let record = record.rsplit('/').next().expect("an id");
    let remarks = format!("/en/workspace/wells/so/records/{record}");
    for (reader, path, field, place) in [
        (&other, format!("{theirs}/object"), "reason", "object-reason"),
        (&chair, format!("{proposal}/withdraw"), "reason", "withdraw-reason"),
        (&other, format!("{remarks}/dispute"), "dispute-reason", "dispute-reason"),
        (&other, format!("{remarks}/diverge"), "diverge-reason", "diverge-reason"),
    ] {
        let page = reader.post(&path, &[(field, typed)]);
        assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY, "{path}");
        let html = page.html();
        assert_eq!(html.matches(shown).count(), 1, "{path}: {html}");
        let filled = html.split(&format!("<textarea id=\"{place}\"")).nth(1).expect("its field");
        assert!(filled.split("</textarea>").next().is_some_and(|it| it.ends_with(shown)), "{html}");
        assert!(html.contains(&format!("href=\"#{place}\"")), "{path}: {html}");
        assert!(html.contains(&format!("id=\"{place}-error\"")), "{path}: {html}");
    }
}

#[test]
fn several_are_looked_over_before_anything_binds_and_each_can_be_an_exception() {
    let office = office();
    let site = office.site();
    let chair = Reader::signed_in(&site, NORTH_CHAIR);
    let drafts = [JUNE, JUNE, JULY].map(|spanish| draft(&site, &office, spanish));
    let side = "/en/workspace/wells/no";
    let page = chair.get(side).html();
    assert!(page.contains("Drafts of your side (3)"), "{page}");
    assert_eq!(page.matches("yes\" checked").count(), 0, "{page}");
    let all = chair.get(&format!("{side}?choose=propose")).html();
    assert_eq!(all.matches("yes\" checked").count(), 3, "{all}");
    let names = drafts.map(|path| format!("draft-{}", path.rsplit('/').next().expect("an id")));
    let sent: Vec<(&str, &str)> = names.iter().map(|name| (name.as_str(), "yes")).collect();
    let review = chair.post(&format!("{side}/propose/review"), &sent);
    let text = review.text();
    assert!(text.contains("Look over 3 drafts before you propose them"), "{text}");
    assert!(text.contains("The languages differ."), "{text}");
    assert_eq!(review.html().matches("yes\" checked").count(), 2, "not what cannot be proposed");
    assert!(chair.get(side).text().contains("Drafts of your side (3)"), "nothing is proposed yet");
    chair.post(&format!("{side}/propose"), &sent);

    let other = Reader::signed_in(&site, SOUTH_CHAIR);
    let theirs = "/en/workspace/wells/so";
    let listed = other.get(&format!("{theirs}?choose=accept")).html();
    let chosen: Vec<String> = listed
        .split("name=\"proposal-")
        .skip(1)
        .filter_map(|rest| Some(format!("proposal-{}", rest.split('"').next()?)))
        .collect();
    let sent: Vec<(&str, &str)> = chosen.iter().map(|name| (name.as_str(), "yes")).collect();
    let review = other.post(&format!("{theirs}/accept/review"), &sent);
    let text = review.text();
    assert!(text.contains("Look over 2 proposals before you accept them"), "{text}");
    assert!(text.contains("Nothing is accepted yet."), "{text}");
    // An exception whose reason is refused comes back as it was typed; the rest is done.
    let [first, second] = &chosen[..] else { panic!("two proposals") };
    let reason = second.replace("proposal-", "reason-");
    let odd = "Too \u{441}oon.";
    let answers = [(first.as_str(), "yes"), (second.as_str(), "yes"), (reason.as_str(), odd)];
    let page = other.post(&format!("{theirs}/accept"), &answers);
    assert!(page.text().contains("“Mend the pump”: accepted"), "{}", page.text());
    assert!(page.text().contains("The text has characters that are hidden"), "{}", page.text());
    assert!(page.html().contains(odd), "{}", page.html());
    // A reason is an answer even where nothing else is chosen.
    let page = other.post(&format!("{theirs}/accept"), &[(reason.as_str(), "Too soon.")]);
    assert!(page.text().contains("“Mend the pump”: objected to"), "{}", page.text());
    let list = site.get("/en/wells/commitments.json?standing=agreed").json();
    assert_eq!(list["total"], 1);
    let leaf = second.trim_start_matches("proposal-");
    let objected = chair.get(&format!("{side}/proposals/{leaf}")).text();
    assert!(objected.contains("Objected to by South") && objected.contains("Too soon."));
    let nothing = other.post(&format!("{theirs}/accept/review"), &[]);
    assert_eq!(location(&nothing), theirs);
}
