//! Many proposals answered at once: withdrawn with one reason, or answered with drafts of one's own; each
//! with a result, and nothing lost when others act meanwhile.

use axum::http::StatusCode;
use servanda_testkit::office::TestSite;
use servanda_testkit::page::Page;
use servanda_testkit::{Reader, TestOffice};

use crate::sides::{
    JUNE, NORTH_CHAIR, NORTH_OFFICER, SOUTH_CHAIR, SOUTH_OFFICER, draft, location, office, save,
};

const NORTH: &str = "/en/workspace/wells/no";
const SOUTH: &str = "/en/workspace/wells/so";

/// So many proposals of the north; the names of the fields that choose them.
fn proposed(site: &TestSite, office: &TestOffice, count: usize) -> Vec<String> {
    let chair = Reader::signed_in(site, NORTH_CHAIR);
    let propose = |_: usize| {
        let path = draft(site, office, JUNE);
        let proposal = location(&chair.post(&format!("{path}/propose"), &[]));
        format!("proposal-{}", proposal.rsplit('/').next().expect("a leaf"))
    };
    (0..count).map(propose).collect()
}

fn all(names: &[String]) -> Vec<(&str, &str)> {
    names.iter().map(|name| (name.as_str(), "yes")).collect()
}

fn page_of(side: &str, name: &str) -> String {
    format!("{side}/proposals/{}", name.trim_start_matches("proposal-"))
}

#[track_caller]
fn is_to_mend(page: &Page, what: &str) {
    assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY, "{}", page.text());
    assert!(page.text().contains(what), "{}", page.text());
}

#[test]
fn several_proposals_are_looked_over_and_withdrawn_with_one_reason() {
    let office = office();
    let site = office.site();
    let names = proposed(&site, &office, 3);
    let chair = Reader::signed_in(&site, NORTH_CHAIR);
    let side = chair.get(&format!("{NORTH}?choose=withdraw"));
    assert_eq!(side.html().matches("yes\" checked").count(), 3, "{}", side.html());
    let review = chair.post(&format!("{NORTH}/withdraw/review"), &all(&names));
    let text = review.text();
    assert!(text.contains("Look over 3 proposals before you withdraw them"), "{text}");
    assert!(text.contains("Nothing is withdrawn yet."), "{text}");
    assert!(text.contains("Nobody can accept them any more"), "{text}");

    // Letters of two alphabets in one word: nothing is withdrawn, and what was typed comes back.
    let odd = "Too \u{441}oon <now>.";
    let mut sent = all(&names[..2]);
    sent.push(("reason", odd));
    let page = chair.post(&format!("{NORTH}/withdraw"), &sent);
    is_to_mend(&page, "hidden or mixes alphabets");
    assert!(page.html().contains("Too \u{441}oon &#60;now&#62;."), "{}", page.html());
    assert!(
        page.html().contains("href=\"#reason\"") && page.html().contains("id=\"reason-error\"")
    );
    assert_eq!(page.html().matches("yes\" checked").count(), 2, "{}", page.html());
    assert!(chair.get(NORTH).text().contains("Waits for the others (3)"));

    sent.pop();
    sent.push(("reason", "Another year."));
    let done = location(&chair.post(&format!("{NORTH}/withdraw"), &sent));
    assert_eq!(done, format!("{NORTH}?withdrawn=2"));
    assert!(chair.get(&done).text().contains("2 proposals withdrawn."));
    let other = Reader::signed_in(&site, SOUTH_CHAIR);
    for name in &names[..2] {
        let page = other.get(&page_of(SOUTH, name)).text();
        assert!(page.contains("Withdrawn by North.") && page.contains("Another year."), "{page}");
    }
    assert!(other.get(&page_of(SOUTH, &names[2])).text().contains("it waits for an answer"));
    // What the rules allow afterwards: the same words, proposed again.
    let over = page_of(NORTH, &names[0]);
    assert!(chair.get(&over).text().contains("Propose it again"), "{}", chair.get(&over).text());
    let again = location(&chair.post(&format!("{over}/counter"), &[]));
    let proposal = location(&chair.post(&format!("{again}/propose"), &[]));
    assert!(other.get(&proposal.replace("/no/", "/so/")).text().contains("Mend the pump"));
    let nothing = chair.post(&format!("{NORTH}/withdraw/review"), &[]);
    assert_eq!(location(&nothing), NORTH);
}

#[test]
fn what_was_answered_while_others_withdraw_is_named_and_the_rest_is_done() {
    let office = office();
    let site = office.site();
    let names = proposed(&site, &office, 3);
    let (chair, other) =
        (Reader::signed_in(&site, NORTH_CHAIR), Reader::signed_in(&site, SOUTH_CHAIR));
    let review = chair.post(&format!("{NORTH}/withdraw/review"), &all(&names));
    assert_eq!(review.html().matches("yes\" checked").count(), 3);
    // The page is open here while the other side accepts one, and a colleague withdraws another.
    location(&other.post(&format!("{}/accept", page_of(SOUTH, &names[0])), &[]));
    location(&chair.post(&format!("{}/withdraw", page_of(NORTH, &names[1])), &[]));
    let page = chair.post(&format!("{NORTH}/withdraw"), &all(&names));
    is_to_mend(&page, "1 proposal withdrawn.");
    let text = page.text();
    assert_eq!(text.matches("“Mend the pump”: This proposal is not open any more.").count(), 2);
    assert!(text.contains("“Mend the pump”: withdrawn"), "{text}");
    // Looked over again, it is said at each before anything is sent.
    let review = chair.post(&format!("{NORTH}/withdraw/review"), &all(&names));
    assert_eq!(review.text().matches("This proposal is not open any more.").count(), 3);
    assert_eq!(review.html().matches("yes\" checked").count(), 0);
    // And for whoever looks at the same from the other side.
    let review = other.post(&format!("{SOUTH}/accept/review"), &all(&names));
    assert_eq!(review.text().matches("This proposal is not open any more.").count(), 3);
    assert!(site.get("/en/wells/commitments.json?standing=agreed").json()["total"] == 1);
}

#[test]
fn only_who_may_withdraws_or_answers_and_never_for_the_other_side() {
    let office = office();
    let site = office.site();
    let names = proposed(&site, &office, 2);
    for (mail, side, verb) in [
        (NORTH_OFFICER, NORTH, "withdraw"),
        (SOUTH_CHAIR, NORTH, "withdraw"),
        (NORTH_CHAIR, SOUTH, "counter"),
    ] {
        for path in [format!("{side}/{verb}"), format!("{side}/{verb}/review")] {
            let page = Reader::signed_in(&site, mail).post(&path, &all(&names));
            assert_eq!(page.status, StatusCode::FORBIDDEN, "{mail} {path}");
        }
    }
    let other = Reader::signed_in(&site, SOUTH_CHAIR);
    let page = other.post(&format!("{SOUTH}/withdraw"), &all(&names));
    is_to_mend(&page, "This answer is not for your side to give.");
    let own = Reader::signed_in(&site, NORTH_CHAIR);
    is_to_mend(
        &own.post(&format!("{NORTH}/counter"), &all(&names)),
        "This answer is not for your side to give.",
    );
    assert!(own.get(NORTH).text().contains("Waits for the others (2)"));
    let page = Reader::signed_in(&site, NORTH_OFFICER).get(NORTH).html();
    assert!(!page.contains("/withdraw/review"), "{page}");
}

#[test]
fn a_batch_is_answered_with_drafts_of_ones_own_that_are_proposed_together() {
    let office = office();
    let site = office.site();
    let names = proposed(&site, &office, 3);
    // Whoever only drafts begins the answers; whoever binds the side proposes them.
    let officer = Reader::signed_in(&site, SOUTH_OFFICER);
    let side = officer.get(SOUTH).html();
    assert!(side.contains("/counter/review") && !side.contains("/accept/review"), "{side}");
    let begun = location(&officer.post(&format!("{}/counter", page_of(SOUTH, &names[0])), &[]));
    let review = officer.post(&format!("{SOUTH}/counter/review"), &all(&names));
    let text = review.text();
    assert!(text.contains("before you answer them with words of your own"), "{text}");
    assert!(text.contains("Your side has a draft of this record already."), "{text}");
    assert!(review.html().contains(&format!("href=\"{begun}\"")), "{}", review.html());
    assert_eq!(review.html().matches("yes\" checked").count(), 2, "{}", review.html());
    assert!(officer.get(SOUTH).text().contains("Drafts of your side (1)"), "nothing has begun yet");

    let page = officer.post(&format!("{SOUTH}/counter"), &all(&names));
    is_to_mend(&page, "2 drafts begun with the words proposed.");
    let text = page.text();
    assert!(text.contains("“Mend the pump”: Your side has a draft of this record"), "{text}");
    assert_eq!(text.matches("“Mend the pump”: a draft begun").count(), 2, "{text}");
    // A second time there is nothing to begin, and nothing is overwritten.
    let page = officer.post(&format!("{SOUTH}/counter"), &all(&names));
    assert_eq!(page.text().matches("has a draft of this record already").count(), 3);
    let chair = Reader::signed_in(&site, SOUTH_CHAIR);
    let listed = chair.get(&format!("{SOUTH}?choose=propose")).html();
    let drafts: Vec<String> = listed
        .split("name=\"draft-")
        .skip(1)
        .filter_map(|rest| Some(format!("draft-{}", rest.split('"').next()?)))
        .collect();
    assert_eq!(drafts.len(), 3, "{listed}");
    for name in &drafts {
        let path = format!("{SOUTH}/drafts/{}", name.trim_start_matches("draft-"));
        let later = "El Norte repara la bomba con cuidado a más tardar el 30 de junio de 2027.";
        save(&office, &officer, &path, later, 1);
    }
    let done = location(&chair.post(&format!("{SOUTH}/propose"), &all(&drafts)));
    assert_eq!(done, format!("{SOUTH}?proposed=3"));

    // The north withdraws its own together, and accepts the others' words together.
    let north = Reader::signed_in(&site, NORTH_CHAIR);
    let waiting = north.get(NORTH).html();
    let theirs: Vec<String> = waiting
        .split("name=\"proposal-")
        .skip(1)
        .filter_map(|rest| Some(format!("proposal-{}", rest.split('"').next()?)))
        .filter(|name| !names.contains(name))
        .collect();
    assert_eq!(theirs.len(), 3, "{waiting}");
    let review = north.post(&format!("{NORTH}/accept/review"), &all(&theirs));
    assert_eq!(review.text().matches("Your side has another act open on this version.").count(), 3);
    location(&north.post(&format!("{NORTH}/withdraw"), &all(&names)));
    let done = location(&north.post(&format!("{NORTH}/accept"), &all(&theirs)));
    assert_eq!(done, format!("{NORTH}?accepted=3"));
    let public = site.get("/es/wells/commitments.json?standing=agreed").json();
    assert_eq!(public["total"], 3);
    assert!(public.to_string().contains("repara la bomba con cuidado"), "{public}");
}

#[test]
fn an_answer_to_an_amendment_rests_on_the_version_that_is_agreed() {
    let office = office();
    let site = office.site();
    let names = proposed(&site, &office, 2);
    let (north, south) =
        (Reader::signed_in(&site, NORTH_CHAIR), Reader::signed_in(&site, SOUTH_CHAIR));
    location(&south.post(&format!("{SOUTH}/accept"), &all(&names)));
    let agreed = site.get("/en/wells/commitments.json?standing=agreed").json();
    let ids: Vec<String> = agreed["records"]
        .as_array()
        .expect("records")
        .iter()
        .map(|it| it["id"].as_str().expect("an id").to_owned())
        .collect();
    let amend = |reader: &Reader<'_>, side: &str, id: &String, spanish: &str| {
        let begun = location(&reader.post(&format!("{side}/drafts"), &[("record", id)]));
        save(&office, reader, &begun, spanish, 1);
        let proposal = location(&reader.post(&format!("{begun}/propose"), &[]));
        format!("proposal-{}", proposal.rsplit('/').next().expect("a leaf"))
    };
    let twice = "El Norte repara la bomba otra vez a más tardar el 30 de junio de 2027.";
    let amendments: Vec<String> = ids.iter().map(|id| amend(&north, NORTH, id, twice)).collect();
    let done = location(&south.post(&format!("{SOUTH}/counter"), &all(&amendments)));
    assert_eq!(done, format!("{SOUTH}?countered=2"));
    let listed = south.get(SOUTH).html();
    let drafts: Vec<&str> =
        listed.split("name=\"draft-").skip(1).filter_map(|rest| rest.split('"').next()).collect();
    assert_eq!(drafts.len(), 2, "{listed}");
    let mut answers = Vec::new();
    for id in drafts {
        let path = format!("{SOUTH}/drafts/{id}");
        let page = south.get(&path);
        assert!(page.text().contains("Compared with what stands: Agreed."), "{}", page.text());
        assert!(page.html().contains("otra vez"), "the words proposed: {}", page.html());
        let thrice = "El Norte repara la bomba a fondo a más tardar el 30 de junio de 2027.";
        save(&office, &south, &path, thrice, 1);
        let proposal = location(&south.post(&format!("{path}/propose"), &[]));
        answers.push(format!("proposal-{}", proposal.rsplit('/').next().expect("a leaf")));
    }
    let page = north.post(&format!("{NORTH}/accept"), &all(&answers));
    is_to_mend(&page, "another act open");
    location(&north.post(&format!("{NORTH}/withdraw"), &all(&amendments)));
    location(&north.post(&format!("{NORTH}/accept"), &all(&answers)));
    let public = site.get("/es/wells/commitments.json?standing=agreed").json();
    assert_eq!(public["total"], 2);
    assert_eq!(public.to_string().matches("repara la bomba a fondo").count(), 2, "{public}");
}
