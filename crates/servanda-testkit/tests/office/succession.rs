//! Two plans of successive years side by side: what is suggested, what people say of it, that it steers
//! taking up, and that nobody else sees any of it.

use axum::http::{StatusCode, header};
use servanda_testkit::Reader;

use crate::sides::{
    NORTH_CHAIR, NORTH_OFFICER, OBSERVER, REGISTRAR, SOUTH_CHAIR, SOUTH_OFFICER, location, office,
};
use crate::taking::{DOCUMENTS, contains, decide, places, site};

const PLAN: &str = "Plan of 2026\n\nNorth will mend the pump by June 30, 2027. South will paint 3 \
                    fences along the canal. North will publish the well atlas.\n\nSouth will clean \
                    the long ditch. North will plant willows.\n";
const NEXT: &str = "Plan of 2027\n\nNorth will mend the pump by June 30, 2027. South will paint 5 \
                    fences along the canal. North will not publish the well atlas.\n\nSouth has \
                    cleaned the long ditch. South will count herons.\n";

/// Both plans, dropped in; the address at which the later is compared with the earlier.
fn dropped(reader: &Reader<'_>) -> [String; 3] {
    let plan = location(&reader.post_file(DOCUMENTS, ("plan-2026.txt", PLAN.as_bytes())));
    let next = location(&reader.post_file(DOCUMENTS, ("plan-2027.txt", NEXT.as_bytes())));
    let id = plan.rsplit('/').next().expect("an id");
    let comparison = format!("{next}/comparisons/{id}");
    [plan, next, comparison]
}

/// What stands in the rows: number, sequel, earlier and later words.
fn rows(reader: &Reader<'_>, comparison: &str) -> Vec<String> {
    let data = reader.get(&format!("{comparison}/comparison.json")).json();
    let rows = data["rows"].as_array().expect("a list").clone();
    let words = |row: &serde_json::Value, field: &str| {
        row[field].as_str().unwrap_or("–").trim_end_matches('.').to_owned()
    };
    let row = |row: &serde_json::Value| {
        let said = row["said"].as_str().map_or(String::new(), |said| format!(" ({said})"));
        let [sequel, earlier, later] =
            ["sequel", "earlier-words", "later-words"].map(|field| words(row, field));
        format!("{sequel}{said}: {earlier} | {later}")
    };
    rows.iter().map(row).collect()
}

/// The pair of a row as forms send it.
fn pair(reader: &Reader<'_>, comparison: &str, words: &str) -> String {
    let data = reader.get(&format!("{comparison}/comparison.json")).json();
    let rows = data["rows"].as_array().expect("a list").clone();
    let says = |row: &&serde_json::Value| {
        ["earlier-words", "later-words"]
            .iter()
            .any(|field| row[*field].as_str().is_some_and(|it| it.contains(words)))
    };
    let row = rows.iter().find(says).unwrap_or_else(|| panic!("{words}: {rows:?}"));
    let place = |field: &str| row[field].as_str().unwrap_or("none").to_owned();
    format!("{}~{}", place("earlier"), place("later"))
}

#[test]
fn what_became_of_each_undertaking_is_suggested_with_what_differs() {
    let office = office();
    let site = site(&office);
    let officer = Reader::signed_in(&site, NORTH_OFFICER);
    let [_, _, comparison] = dropped(&officer);
    assert_eq!(
        rows(&officer, &comparison),
        [
            "carried-over: North will mend the pump by June 30, 2027 | North will mend the pump by \
             June 30, 2027",
            "changed: South will paint 3 fences along the canal | South will paint 5 fences along \
             the canal",
            "changed: North will publish the well atlas | North will not publish the well atlas",
            "done: South will clean the long ditch | South has cleaned the long ditch",
            "gone: North will plant willows | –",
            "new: – | South will count herons",
        ]
    );
    let page = officer.get(&comparison);
    contains(&page, "Plan of 2027, beside Plan of 2026");
    for count in ["1 carried over", "2 changed", "1 reported as done", "1 new", "1 gone"] {
        contains(&page, count);
    }
    contains(&page, "0 of 6 looked at");
    contains(&page, "They differ in numbers: earlier 3, later 5.");
    contains(&page, "One denies what the other does not: earlier none, later not.");
    contains(&page, "words in common:");
    let html = page.html();
    assert!(html.contains("<ins>not </ins>"), "{html}");
    assert!(html.len() < 60 * 1_024, "{}", html.len());
    // Filters have addresses.
    let changed = officer.get(&format!("{comparison}?show=changed"));
    assert_eq!(changed.html().matches("<article").count(), 2);
    assert_eq!(
        officer.get(&format!("{comparison}?show=apart")).html().matches("<article").count(),
        0
    );
}

#[test]
fn what_people_say_is_kept_and_can_be_taken_back() {
    let office = office();
    let site = site(&office);
    let officer = Reader::signed_in(&site, NORTH_OFFICER);
    let [_, _, comparison] = dropped(&officer);
    let said =
        |reader: &Reader<'_>, fields: &[(&str, &str)]| location(&reader.post(&comparison, fields));
    let [pump, fences, atlas, willows] = ["pump", "3 fences", "will publish", "willows"]
        .map(|words| pair(&officer, &comparison, words));

    // On to the next; the state is told.
    let next = said(&officer, &[("carried-over", &pump)]);
    assert!(next.ends_with("&said=1&left=0#f-2"), "{next}");
    let page = officer.get(&next);
    contains(&page, "Said of 1 row.");
    contains(&page, "Carried over, said by Oda on");
    contains(&page, "1 of 6 looked at");

    // Not the same: what was one row are two, and the pair is listed apart.
    said(&officer, &[("apart", &atlas)]);
    let now = rows(&officer, &comparison);
    assert!(now.contains(&"gone: North will publish the well atlas | –".to_owned()), "{now:?}");
    assert!(now.contains(&"new: – | North will not publish the well atlas".to_owned()), "{now:?}");
    let apart = officer.get(&format!("{comparison}?show=apart"));
    contains(&apart, "Not the same, said by Oda on");

    // Several at once, as suggested.
    let picks = [format!("pick-{fences}"), format!("pick-{willows}")];
    let fields = [("all", "suggested"), (&*picks[0], "changed"), (&*picks[1], "gone")];
    assert!(said(&officer, &fields).contains("&said=2&left=0"));
    assert!(
        rows(&officer, &comparison).iter().any(|row| row.starts_with("gone (gone): North will pl"))
    );

    // Somebody else says something else meanwhile: what was said first stays until it is taken back.
    let chair = Reader::signed_in(&site, NORTH_CHAIR);
    assert!(said(&chair, &[("carried-over", &fences)]).contains("&said=0&left=1"));
    contains(&chair.get(&comparison), "Changed, said by Oda on");
    assert!(said(&chair, &[("undo", &fences)]).contains("&said=1"));
    assert!(said(&chair, &[("carried-over", &fences)]).contains("&said=1"));
    assert!(rows(&officer, &comparison)[1].starts_with("carried-over (carried-over): South"));
    said(&officer, &[("undo", &atlas)]);
    assert!(
        rows(&officer, &comparison).contains(
            &"changed: North will publish the well atlas | North will not publish the well atlas"
                .to_owned()
        )
    );

    // Nothing chosen, or what is not there, is told and changes nothing.
    let page = officer.post(&comparison, &[("all", "suggested")]);
    assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
    contains(&page, "Choose at least one row.");
    let page = officer.post(&comparison, &[("gone", "undertaking:1-2~none")]);
    contains(&page, "This finding is not in the document.");
}

#[test]
fn the_two_documents_are_chosen_and_what_cannot_be_compared_says_what_to_do() {
    let office = office();
    let site = site(&office);
    let officer = Reader::signed_in(&site, NORTH_OFFICER);
    let plan = location(&officer.post_file(DOCUMENTS, ("plan-2026.txt", PLAN.as_bytes())));
    let choice = officer.get(&format!("{plan}/comparisons"));
    contains(&choice, "Your side has received no earlier document.");
    // What the register holds and the side has not read is offered to be read, and then compared.
    contains(&choice, "Minutes of 2026");
    let minutes = office.path_of("wells/documents", "Minutes of 2026");
    let record = minutes.rsplit('/').next().expect("an id");
    let unread = officer.get(&format!("{plan}/comparisons/{record}"));
    assert_eq!(unread.status, StatusCode::UNPROCESSABLE_ENTITY);
    contains(&unread, "has not been read by your side yet");
    let read = location(&officer.post(&format!("{plan}/comparisons"), &[("read", record)]));
    contains(&officer.get(&read), "Two documents side by side");
    // From then on its record leads to the comparison too.
    let led = officer.get(&format!("{plan}/comparisons/{record}"));
    assert_eq!(led.status, StatusCode::SEE_OTHER);

    let [_, next, comparison] = dropped(&officer);
    let choice = officer.get(&format!("{next}/comparisons"));
    contains(
        &choice,
        "## Earlier documents\nPlan of 2026\nsuggested: the one before it of the same name",
    );
    assert!(choice.html().contains(&format!("href=\"{comparison}\"")), "{}", choice.html());
    let later = officer.get(&format!("{plan}/comparisons"));
    contains(&later, "## Later documents\nPlan of 2027");
    assert!(later.html().contains(&format!("href=\"{comparison}\"")), "{}", later.html());

    // The same twice, and the wrong way round.
    let id = next.rsplit('/').next().expect("an id");
    let same = officer.get(&format!("{next}/comparisons/{id}"));
    assert_eq!(same.status, StatusCode::UNPROCESSABLE_ENTITY);
    contains(&same, "A document is compared with another one, not with itself.");
    contains(&officer.get(&format!("{plan}/comparisons/{id}")), "compare them the other way round");
    assert_eq!(
        officer.get(&format!("{next}/comparisons/0000000000")).status,
        StatusCode::NOT_FOUND
    );
    contains(&officer.get(&next), "Compare with an earlier or later document");
    contains(&officer.get(DOCUMENTS), "Compare with an earlier or later document");
}

#[test]
fn two_documents_are_for_one_side_and_go_with_the_document_that_is_put_away() {
    let office = office();
    let site = site(&office);
    let officer = Reader::signed_in(&site, NORTH_OFFICER);
    let [plan, next, comparison] = dropped(&officer);
    let fences = pair(&officer, &comparison, "3 fences");
    location(&officer.post(&comparison, &[("changed", &fences)]));
    for mail in [SOUTH_OFFICER, SOUTH_CHAIR, OBSERVER, REGISTRAR] {
        let other = Reader::signed_in(&site, mail);
        for path in ["", "/comparison.csv", "/comparison.json"] {
            let page = other.get(&format!("{comparison}{path}"));
            assert_eq!(page.status, StatusCode::FORBIDDEN, "{mail} {path}");
        }
        let sent = other.post(&comparison, &[("changed", &fences)]);
        assert_eq!(sent.status, StatusCode::FORBIDDEN, "{mail}");
    }
    location(&officer.post(&format!("{plan}/put-away"), &[]));
    assert_eq!(officer.get(&comparison).status, StatusCode::NOT_FOUND);
    contains(&officer.get(&next), "Plan of 2027");
    let held = ["ground.db", "ground.db-wal"].iter().any(|file| {
        let held = std::fs::read(office.folder().join(file)).unwrap_or_default();
        held.windows(14).any(|window| window == b"paint 3 fences")
    });
    assert!(!held, "its words are gone from the ground, those beside what was said too");
}

#[test]
fn two_documents_are_given_out_as_a_table_and_shown_in_every_language() {
    let office = office();
    let site = site(&office);
    let officer = Reader::signed_in(&site, NORTH_OFFICER);
    let [_, next, comparison] = dropped(&officer);
    let table = officer.get(&format!("{comparison}/comparison.csv"));
    assert_eq!(table.headers[header::CONTENT_TYPE], "text/csv; charset=utf-8; header=present");
    assert!(!table.headers.contains_key(header::ACCESS_CONTROL_ALLOW_ORIGIN));
    let lines: Vec<&str> = std::str::from_utf8(&table.body).expect("UTF-8").lines().collect();
    assert_eq!(lines.len(), 7, "{lines:?}");
    assert!(lines[2].starts_with("2,changed,,undertaking:"), "{}", lines[2]);
    assert!(lines[2].contains("earlier 3, later 5"), "{}", lines[2]);
    let data = officer.get(&format!("{comparison}/comparison.json")).json();
    assert_eq!(data["counts"]["changed"], 2);
    for (language, kind, progress, choose) in [
        ("en", "Two documents side by side", "0 of 6 looked at", "Earlier documents"),
        ("fr", "Deux documents côte à côte", "0 sur 6 examinés", "Documents antérieurs"),
        ("es", "Dos documentos lado a lado", "0 de 6 revisados", "Documentos anteriores"),
    ] {
        let of = |path: &str| path.replacen("/en/", &format!("/{language}/"), 1);
        let page = officer.get(&of(&comparison));
        contains(&page, kind);
        contains(&page, progress);
        contains(&officer.get(&of(&format!("{next}/comparisons"))), choose);
    }
}

#[test]
fn pages_of_long_documents_stay_light() {
    let office = office();
    let site = site(&office);
    let officer = Reader::signed_in(&site, NORTH_OFFICER);
    let long = |year: u32| {
        let sentence = |number: u32| {
            let words = "and the pumps, the ditches and the fences that stand along the canal ";
            format!("North will mend well {number} of {year} {}", words.repeat(8)) + ". "
        };
        let sentences: String = (100..120).map(sentence).collect();
        format!("Plan of {year}\n\n{sentences}\n")
    };
    let send = |year: u32| {
        let name = format!("plan-{year}.txt");
        location(&officer.post_file(DOCUMENTS, (&name, long(year).as_bytes())))
    };
    let [before, after] = [send(2030), send(2031)];
    let id = before.rsplit('/').next().expect("an id");
    let comparison = format!("{after}/comparisons/{id}");
    for page in 1..=2 {
        let page = officer.get(&format!("{comparison}?page={page}"));
        assert!(page.html().len() < 60 * 1_024, "{}", page.html().len());
        assert_eq!(page.html().matches("<article").count(), 10);
    }
    contains(&officer.get(&comparison), "Page 1 of 2");
}

#[test]
fn what_continues_something_that_was_taken_up_is_offered_as_a_further_source_of_it() {
    let office = office();
    let site = site(&office);
    let officer = Reader::signed_in(&site, NORTH_OFFICER);
    let [plan, next, comparison] = dropped(&officer);
    let fences = places(&officer, &plan).remove(1);
    decide(&officer, &plan, &[("take", &fences)]);
    let value = pair(&officer, &comparison, "3 fences");
    location(&officer.post(&comparison, &[("changed", &value)]));
    let later = places(&officer, &next).remove(1);
    let finding = format!("{next}/findings/{later}");
    let page = officer.get(&finding);
    contains(&page, "Beside other documents");
    contains(&page, "Changed: Plan of 2026");
    contains(&page, "your side said of it beside Plan of 2026: Changed");
    // It is the first that is offered, and becomes a further source of the same draft.
    let html = page.html();
    let (_, of) = html.split_once("name=\"of\" value=\"").expect("something is offered");
    let of = of.split('"').next().expect("a value");
    assert!(of.starts_with("draft-"), "{of}");
    let done = location(&officer.post(&finding, &[("do", "source"), ("of", of)]));
    assert!(done.contains("done=source&count=1"), "{done}");
    // What is gone is told on the page of the finding too.
    let willows = pair(&officer, &comparison, "willows");
    location(&officer.post(&comparison, &[("gone", &willows)]));
    let (place, _) = willows.split_once('~').expect("a pair");
    contains(&officer.get(&format!("{plan}/findings/{place}")), "Gone: Plan of 2027");
}

#[test]
fn rows_that_stand_alone_are_put_together_by_their_numbers() {
    let office = office();
    let site = site(&office);
    let officer = Reader::signed_in(&site, NORTH_OFFICER);
    let [_, _, comparison] = dropped(&officer);
    let [willows, herons, pump] =
        ["willows", "herons", "pump"].map(|words| pair(&officer, &comparison, words));
    let with = |pair: &str, number: &'static str| {
        [("all".to_owned(), "together"), (format!("with-{pair}"), number)]
    };
    let sent = |fields: &[(String, &'static str)]| {
        let fields: Vec<(&str, &str)> =
            fields.iter().map(|(name, value)| (name.as_str(), *value)).collect();
        officer.post(&comparison, &fields)
    };
    // Not with a row of the same document, with one that has both, with none, or from one that has both.
    for fields in [with(&willows, "5"), with(&willows, "1"), with(&willows, "40"), with(&pump, "6")]
    {
        let refused = sent(&fields);
        contains(&refused, "Write the number of a row that only the other document has.");
        let [_, (field, typed)] = fields;
        if !field.contains(&pump) {
            assert!(refused.html().contains(&format!("name=\"{field}\" value=\"{typed}\"")));
        }
    }
    assert!(officer.get(&comparison).html().contains(&format!("name=\"with-{herons}\"")));
    let next = location(&sent(&with(&willows, "6")));
    assert!(next.contains("said=1&left=0"), "{next}");
    let now = rows(&officer, &comparison);
    let together = "changed (changed): North will plant willows | South will count herons";
    assert!(now.contains(&together.to_owned()), "{now:?}");
    assert_eq!(now.len(), 5, "{now:?}");
    // Taken back, they stand alone again.
    let both = pair(&officer, &comparison, "willows");
    location(&officer.post(&comparison, &[("undo", &both)]));
    assert_eq!(rows(&officer, &comparison).len(), 6);
}
