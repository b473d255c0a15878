//! The conclusions of a whole annual meeting: as many as go at once, listed on pages, looked over on light
//! pages, proposed and answered at once with a result for each.

use axum::http::StatusCode;
use servanda_actions::drafts::begin;
use servanda_model::agreement::Progress;
use servanda_model::{Language, Multilingual, Record, RecordId, Role, Seat};
use servanda_testkit::page::Page;
use servanda_testkit::{Reader, TestOffice};

use crate::sides::{NORTH_CHAIR, SOUTH_CHAIR, location, office};

/// As many as go at once.
const CONCLUSIONS: u64 = 250;
/// Bytes that a page may have.
const PAGE_BYTES_MAX: usize = 60_000;

/// So many commitments and more, each drafted by the north.
fn drafted(office: &mut TestOffice, count: u64) {
    let path = office.path_of("wells/commitments", "Drill two wells");
    let id = RecordId::parse(path.rsplit('/').next().expect("an id")).expect("an id");
    let held = office.office().register().view(|view| view.find(&id));
    let mut record: Record = held.expect("a register").expect("a record").record;
    let seat = Seat { partnership: "wells".to_owned(), voice: "no".to_owned() };
    for number in 0..count {
        record.id = RecordId::from_bits(7_000 + number);
        let title: Multilingual = Language::ALL
            .into_iter()
            .map(|language| (Some(language), format!("Conclusion {}", number + 1)))
            .collect();
        record.texts.insert(Role::Title, title);
        office.act(|office, by| begin(office, &seat, &record, false, by)).expect("a draft");
    }
}

/// Proposes all drafts of the north, page after page of them.
fn concluded(chair: &Reader<'_>) -> Page {
    let side = "/en/workspace/wells/no";
    is_light(&chair.get(side));
    let review = chair.post(&format!("{side}/propose/review"), &[("everything", "yes")]);
    is_light(&review);
    assert!(review.text().contains("Look over 250 drafts"), "{}", review.text());
    assert!(review.text().contains("250 are looked over at once. The others stay"));
    let done = send(chair, &format!("{side}/propose"), &fields(&review), &[]);
    assert_eq!(location(&done), format!("{side}?proposed=250"));
    chair.get(&location(&done))
}

fn count(office: &TestOffice, progress: Progress) -> usize {
    let rows = office.office().register().view(|view| view.proposals("wells", progress, 1_000));
    rows.expect("a register").len()
}

#[track_caller]
fn is_light(page: &Page) {
    assert!(page.body.len() <= PAGE_BYTES_MAX, "{} bytes", page.body.len());
}

/// The fields that a browser would send of a page: what is hidden, ticked and typed.
fn fields(page: &Page) -> Vec<(String, String)> {
    let mut fields = page.hidden();
    let html = page.html();
    for field in html.split("<input type=\"checkbox\" name=\"").skip(1) {
        let (name, rest) = field.split_once('"').expect("a name");
        let (tag, _) = rest.split_once('>').expect("a tag");
        if tag.contains(" checked") {
            fields.push((name.to_owned(), "yes".to_owned()));
        }
    }
    for field in html.split("<textarea id=\"").skip(1) {
        let (name, rest) = field.split_once('"').expect("a name");
        let (_, rest) = rest.split_once('>').expect("a tag");
        let (typed, _) = rest.split_once("</textarea>").expect("an end");
        fields.push((name.to_owned(), typed.to_owned()));
    }
    fields
}

fn send(
    reader: &Reader<'_>,
    path: &str,
    fields: &[(String, String)],
    more: &[(&str, &str)],
) -> Page {
    let own = fields.iter().map(|(name, value)| (name.as_str(), value.as_str()));
    let fields: Vec<(&str, &str)> = own.chain(more.iter().copied()).collect();
    reader.post(path, &fields)
}

#[test]
fn the_conclusions_of_an_annual_meeting_are_looked_over_and_accepted_at_once() {
    let mut office = office();
    // One more than go at once: it stays where it is.
    drafted(&mut office, CONCLUSIONS + 1);
    let site = office.site();
    let proposed = concluded(&Reader::signed_in(&site, NORTH_CHAIR));
    is_light(&proposed);
    assert!(proposed.text().contains("250 drafts proposed."), "{}", proposed.text());
    assert!(proposed.text().contains("Drafts of your side (1)"), "{}", proposed.text());
    let chair = Reader::signed_in(&site, SOUTH_CHAIR);
    let side = "/en/workspace/wells/so";
    let first = chair.get(side);
    is_light(&first);
    assert!(first.text().contains("Waits for you (250)"), "{}", first.text());
    assert!(first.text().contains("Page 1 of 10"), "{}", first.text());
    let last = chair.get(&format!("{side}?waiting-page=10"));
    is_light(&last);
    assert!(last.text().contains("Page 10 of 10"), "{}", last.text());
    assert!(last.text().contains("Conclusion 250\n") && !first.text().contains("Conclusion 250\n"));
    is_light(&chair.get("/en/workspace/waits"));
    assert!(chair.get("/en/workspace/waits").text().contains("All 250 that wait"));
    let own = Reader::signed_in(&site, NORTH_CHAIR).get("/en/workspace/wells/no?own-page=2");
    is_light(&own);
    assert!(own.text().contains("Page 2 of 10"), "{}", own.text());

    let review = format!("{side}/accept/review");
    let mut page = chair.post(&review, &[("everything", "yes")]);
    assert!(page.text().contains("# Look over 250 proposals"), "{}", page.text());
    let mut left = Vec::new();
    for number in 2..=25 {
        is_light(&page);
        let mut sent = fields(&page);
        let ticked = sent.iter().position(|(_, value)| value == "yes").expect("a tick");
        if number == 3 {
            // One is left for later on the second page, one is objected to on the third.
            left.push(sent.remove(ticked).0);
        }
        if number == 4 {
            let reason = sent.iter_mut().find(|(name, _)| name.starts_with("reason-"));
            "Not this one.".clone_into(&mut reason.expect("a reason").1);
        }
        page = send(&chair, &review, &sent, &[("page", &number.to_string())]);
        assert_eq!(page.status, StatusCode::OK);
        assert!(page.text().contains(&format!("Page {number} of 25")), "{}", page.text());
    }
    // Back on the second page, what was left is still left.
    let page = send(&chair, &review, &fields(&page), &[("page", "2")]);
    let name = left.first().expect("one");
    assert!(page.html().contains(name), "it is there");
    assert!(!fields(&page).iter().any(|(field, _)| field == name), "and not ticked");
    let done = send(&chair, &format!("{side}/accept"), &fields(&page), &[]);
    assert_eq!(done.status, StatusCode::OK, "{}", done.text());
    is_light(&done);
    let text = done.text();
    assert!(text.contains("248 proposals accepted."), "{text}");
    assert_eq!(text.matches("”: accepted").count(), 248, "{text}");
    assert_eq!(text.matches("”: objected to").count(), 1, "{text}");
    assert_eq!((count(&office, Progress::Sealed), count(&office, Progress::Open)), (248, 2));
    let over = chair.get(&format!("{side}?over-page=25"));
    is_light(&over);
    assert!(over.text().contains("Page 25 of 25"), "{}", over.text());
    // All accepted, nothing is left to tell.
    let rest = chair.post(&review, &[(name, "yes")]);
    let done = send(&chair, &format!("{side}/accept"), &fields(&rest), &[]);
    assert_eq!(location(&done), format!("{side}?accepted=1"));
}
