//! The pages about time and people: timeline, series and turns, posts and terms, who took part,
//! sources that differ, lines through the years.

use axum::http::StatusCode;
use expect_test::{Expect, expect};
use servanda_testkit::TestOffice;
use servanda_testkit::office::TestSite;
use servanda_testkit::page::Page;

use crate::wells;

/// Meetings, posts, participations, engagements and lines of the wells partnership.
const SET: &str = include_str!("time/set.toml");
/// The most bytes of a page.
const PAGE_BYTES_MAX: usize = 60_000;

/// The office and its site, which is made once.
struct Time {
    site: TestSite,
    /// Audits itself on the way out.
    _office: TestOffice,
}

fn office() -> Time {
    let files = [("wells.toml", wells::WELLS), ("time.toml", SET)];
    let office = TestOffice::with(&files, &[wells::copy()]);
    Time { site: office.site(), _office: office }
}

impl Time {
    fn get(&self, path: &str) -> Page {
        self.site.get(path)
    }

    #[track_caller]
    fn read(&self, path: &str) -> String {
        let page = self.get(path);
        assert_eq!(page.status, StatusCode::OK, "{path}");
        page.text()
    }

    /// The path of the record of a collection whose texts contain these words.
    #[track_caller]
    fn path_of(&self, collection: &str, words: &str) -> String {
        let list = self.get(&format!("/en/{collection}.json")).json();
        let records = list["records"].as_array().expect("a list of records");
        let record = records.iter().find(|it| it["texts"].to_string().contains(words));
        let id = record.expect("a record with these words")["id"].as_str().expect("an id");
        format!("/en/{collection}/{id}")
    }
}

/// The part of a page from one heading to the next.
#[track_caller]
fn section(office: &Time, path: &str, heading: &str) -> String {
    let text = office.read(path);
    let heading = format!("## {heading}");
    let mut lines = text.lines().skip_while(|line| *line != heading);
    assert!(lines.next().is_some(), "{path} has no '{heading}':\n{text}");
    lines.take_while(|line| !line.starts_with("## ")).collect::<Vec<_>>().join("\n")
}

#[track_caller]
fn check(office: &Time, path: &str, heading: &str, expected: &Expect) {
    expected.assert_eq(&section(office, path, heading));
}

#[track_caller]
fn says(office: &Time, path: &str, words: &[&str]) {
    let text = office.read(path);
    for words in words {
        assert!(text.contains(words), "{path} does not say '{words}':\n{text}");
    }
}

#[test]
fn the_timeline_shows_everything_up_to_the_day_in_three_languages() {
    let office = office();
    check(
        &office,
        "/en/wells/timeline",
        "Everything on the timeline",
        &expect![[r#"
        DateWhat happenedRecord
        2020 | Body launched | Pumps Group
        January 1, 2021 | Term of a co-chair begins | Bo Lind, Northern co-chair
        April 2021 | Instrument adopted | Well Plan
        May 4, 2021 | Annual meeting, hosted by North | First Meeting
        June 1–2, 2022 | Annual meeting, hosted by South | Second Meeting
        2023 | Body launched | Machines Group
        February 1, 2024 | Term of a co-chair begins | Cy Marsh, Northern co-chair
        November 20, 2024 | Annual meeting, hosted by North | Third Meeting
        2025 | Body launched | Strategic Mechanism
        February 1, 2026 | Co-chair first documented | Ana Ruiz, Southern co-chair"#]],
    );
    says(
        &office,
        "/fr/wells/timeline",
        &[
            "# Chronologie",
            "Hôte : Nord",
            "Réunion annuelle; hôte : Sud",
            "Cy Marsh, Coprésidence du Nord",
        ],
    );
    says(
        &office,
        "/es/wells/timeline",
        &["# Cronología", "Anfitrión: Norte", "Comienza el periodo de una copresidencia"],
    );
}

#[test]
fn the_timeline_is_drawn_and_can_be_heard() {
    let office = office();
    let html = office.get("/en/wells/timeline").html();
    assert!(html.contains("role=\"img\" aria-labelledby=\"tl-title\""), "{html}");
    assert!(html.contains("<title id=\"tl-title\">Timeline from 2020 to March 2, 2026</title>"));
    assert!(html.contains("North: host of 2 meetings. South: host of 1 meeting."), "{html}");
    assert!(html.contains("1 co-chair is shown in office without a known beginning."), "{html}");
    assert!(html.contains("role=\"region\" tabindex=\"0\""), "{html}");
    assert!(!html.contains("style="), "{html}");
    assert!(html.contains("aria-current=\"page\">Timeline</a>"), "{html}");
}

#[test]
fn the_timeline_has_a_twin() {
    let office = office();
    let twin = office.get("/en/wells/timeline.json").json();
    let events = twin["events"].as_array().expect("events");
    assert_eq!(twin["total"], events.len());
    let meeting = events.iter().find(|event| event["number"] == 3).expect("the third meeting");
    assert_eq!(meeting["event"], "meeting");
    assert_eq!(meeting["date"], "2024-11-20");
    let host = meeting["host"].as_str().expect("a host");
    assert!(office.path_of("wells/parties", "North").ends_with(host));
    assert_eq!(office.get("/en/nowhere/timeline.json").status, StatusCode::NOT_FOUND);
    assert_eq!(office.get("/en/nowhere/timeline").status, StatusCode::NOT_FOUND);
}

#[test]
fn a_partnership_without_events_has_an_empty_timeline() {
    let plain = wells::WELLS.replace("role = \"co-chair\"", "role = \"contact-point\"");
    let office = TestOffice::with(&[("wells.toml", &plain)], &[]);
    let page = office.get("/en/wells/timeline");
    assert!(page.text().contains("Nothing is recorded yet."), "{}", page.text());
    assert!(!page.html().contains("<svg"), "{}", page.html());
}

#[test]
fn the_next_meeting_is_owed_by_the_party_whose_turn_it_is() {
    let office = office();
    check(
        &office,
        "/en/wells/meetings",
        "Annual meetings",
        &expect![[r#"
        The 4th annual meeting is owed by South: the parties host in turn, and North hosted the 3rd.
        Commitments about it | Hold the fourth meeting
        NumberDatePlaceHostMode
        3 | November 20, 2024
        sources differ | Coldwater | North | hybrid
        2 | June 1–2, 2022 | Sandville | South | in person
        1 | May 4, 2021 | | North | virtual"#]],
    );
    check(
        &office,
        "/en/wells/meetings",
        "Strategic Mechanism",
        &expect![[r#"
        The 2nd meeting is next. If the parties host in turn, it is owed by North: South hosted the 1st.
        NumberDatePlaceHostMode
        1 | 2025 | | South | in person"#]],
    );
    says(
        &office,
        "/fr/wells/meetings",
        &[
            "La 4e réunion annuelle est à tenir; hôte à son tour : Sud.",
            "hôte de la 1re : Sud",
            "les sources divergent",
        ],
    );
    says(
        &office,
        "/es/wells/meetings",
        &["Sur debe la 4.ª reunión anual", "Celebrar la cuarta reunión", "las fuentes difieren"],
    );
}

#[test]
fn a_post_shows_who_holds_it_and_who_is_owed() {
    let office = office();
    check(
        &office,
        "/en/wells/people",
        "Drilling Group",
        &expect![[r#"
            202020232026
            Northern co-chair
            North Cy Marsh Director since February 1, 2024 Bo Lind (January 1, 2021 – June 30, 2023)
            Northern point of contact
            North owed: no known holder
            Southern co-chair
            South Ana Ruiz Director last known: documented February 1, 2026
            Southern point of contact
            South owed: vacant since March 31, 2023 Di Novak (January 1, 2022 – March 31, 2023)"#]],
    );
    says(&office, "/en/wells/people", &["owed: no known holder"]);
    let html = office.get("/en/wells/people").html();
    for shape in ["class=\"held\"", "class=\"open\"", "class=\"owed\"", "<circle"] {
        assert!(html.contains(shape), "{shape}: {html}");
    }
    says(
        &office,
        "/fr/wells/people",
        &["à pourvoir; vacant depuis : 31 mars 2023", "dernier titulaire connu : documenté, 1er"],
    );
    says(
        &office,
        "/es/wells/people",
        &["por cubrir; vacante desde: 31 de marzo de 2023", "por cubrir: sin titular conocido"],
    );
}

#[test]
fn posts_and_turns_are_those_of_the_chosen_day() {
    let office = office();
    says(
        &office,
        "/en/wells/people?on=2022-06-01",
        &["Bo Lind", "since January 1, 2021", "Di Novak", "since January 1, 2022"],
    );
    says(&office, "/en/wells/meetings?on=2022-12-31", &["The 3rd annual meeting is owed by North"]);
    let timeline = office.get("/en/wells/timeline?on=2022-12-31");
    assert!(!timeline.text().contains("Third Meeting"), "{}", timeline.text());
    assert!(timeline.html().contains("Timeline from 2020 to December 31, 2022"));
    let institutions = office.get("/en/wells/institutions?on=2026-01-01").html();
    assert!(institutions.contains("/commitments?party="), "{institutions}");
    assert!(institutions.contains("on=2026-01-01"), "{institutions}");
}

#[test]
fn institutions_stand_by_side_with_the_bodies_they_take_part_in() {
    let office = office();
    let text = office.read("/en/wells/institutions");
    let mut lines = text.lines().skip_while(|line| !line.starts_with("InstitutionParty"));
    let heads = lines.next().expect("the heads of the table");
    expect![[r#"
        Water Office
        WO | North | Drilling Group | 1
        Sand Works | South | Drilling Group | 0
        Friends of Wells | no party | Drilling Group | 0"#]]
    .assert_eq(&lines.collect::<Vec<_>>().join("\n"));
    assert_eq!(heads, "InstitutionPartyTakes part inCommitments it owes");
    says(&office, "/fr/wells/institutions", &["Participe à", "aucune partie", "Groupe du forage"]);
    says(&office, "/es/wells/institutions", &["Participa en", "Compromisos a su cargo"]);
    says(&office, "/en/wells/people", &["3 institutions and the bodies they take part in"]);
    let twin = office.get("/en/wells/institutions.json").json();
    assert_eq!(twin["total"], 3);
}

#[test]
fn a_body_says_how_it_stands_and_what_it_carries_on() {
    let office = office();
    let body = |words: &str| office.path_of("wells/bodies", words);
    let stands = "How it stands";
    check(
        &office,
        &body("Drilling Group"),
        stands,
        &expect!["Last meeting on record | November 18, 2024"],
    );
    check(
        &office,
        &body("Pipes Group"),
        stands,
        &expect![[r#"
        It exists but does not meet, since 2023.
        Last meeting on record | no meeting is on record"#]],
    );
    check(
        &office,
        &body("Pumps Group"),
        stands,
        &expect![[r#"
        It ended: December 31, 2022.
        It was merged with others into Machines Group.
        Last meeting on record | no meeting is on record"#]],
    );
    check(
        &office,
        &body("Machines Group"),
        stands,
        &expect![[r#"
        It is at work, since 2023.
        It was formed by merging Pumps Group and Valves Group.
        Last meeting on record | no meeting is on record"#]],
    );
    check(
        &office,
        &body("Desert Dialogue"),
        stands,
        &expect![[r#"
            It has been announced. When it begins is not on record.
            Last meeting on record | no meeting is on record"#]],
    );
    check(
        &office,
        &body("Desert Dialogue"),
        "Commitments about it",
        &expect![[r#"
            Begin the dialogue
            North November 20, 2024 Documented"#]],
    );
}

#[test]
fn a_body_shows_whose_turn_it_is_and_the_posts_of_both_sides() {
    let office = office();
    let body = |words: &str| office.path_of("wells/bodies", words);
    let stands = "How it stands";
    check(
        &office,
        &body("Strategic Mechanism"),
        stands,
        &expect![[r#"
        It is at work, since 2025.
        The 2nd meeting is next. If the parties host in turn, it is owed by North: South hosted the 1st.
        Last meeting on record | 2025"#]],
    );
    check(
        &office,
        &body("Drilling Group"),
        "Posts and who holds them",
        &expect![[r#"
            A full bar is a term with known dates; a light one has no known end. A dot is a day on which a document shows the holder: nothing is claimed of other days. A dashed bar means that nobody is known to hold the post.
            202020232026
            Northern co-chair
            North Cy Marsh Director since February 1, 2024 Bo Lind (January 1, 2021 – June 30, 2023)
            Northern point of contact
            North owed: no known holder
            Southern co-chair
            South Ana Ruiz Director last known: documented February 1, 2026
            Southern point of contact
            South owed: vacant since March 31, 2023 Di Novak (January 1, 2022 – March 31, 2023)"#]],
    );
    let pipes = body("Pipes Group");
    says(
        &office,
        &pipes.replace("/en/", "/fr/"),
        &["Il existe, mais ne se réunit pas; depuis : 2023.", "aucune réunion n’est inscrite"],
    );
    says(
        &office,
        &body("Machines Group").replace("/en/", "/es/"),
        &["Nació de la fusión de: Grupo de bombas y Grupo de válvulas."],
    );
}

#[test]
fn a_meeting_shows_its_sessions_and_what_it_lacks() {
    let office = office();
    let third = office.path_of("wells/meetings", "Third Meeting");
    check(
        &office,
        &third,
        "Sessions",
        &expect![[r#"
        BodyDatePlaceMode
        Drilling Group | November 18, 2024 | | virtual
        Machines Group | no session on record | |
        Pipes Group | no session on record | |"#]],
    );
    let first = office.path_of("wells/meetings", "First Meeting");
    says(
        &office,
        &first,
        &[
            "No session of a body is recorded.",
            "No recommendation is recorded.",
            "Nobody who took part is named here.",
            "The documents say | no number is recorded",
        ],
    );
    says(&office, &first.replace("/en/", "/fr/"), &["Aucune séance d’un organe n’est inscrite."]);
    says(&office, &first.replace("/en/", "/es/"), &["No consta ninguna sesión de un órgano."]);
}

#[test]
fn a_meeting_shows_how_many_the_documents_say_beside_who_is_named() {
    let office = office();
    let session = office.path_of("wells/meetings", "session of 2024");
    check(
        &office,
        &session,
        "Who took part",
        &expect![[r#"
        The documents say | More than: 50 people
        Named here | North: nobody is named | South: 3 people are named | no party: 1 institution
        PartyIn the capacity ofPersonInstitution
        South | co-chair | Ana Ruiz | Sand Works
        South | participant | Ed Ortiz | Sand Works
        South | participant | Di Novak | Sand Works
        no party | participant | | Friends of Wells"#]],
    );
    says(
        &office,
        &session.replace("/en/", "/fr/"),
        &["Nord : personne n’est nommé", "Sud : 3 personnes nommées", "Plus de : 50"],
    );
    says(
        &office,
        &session.replace("/en/", "/es/"),
        &["Norte: no se nombra a nadie", "Sur: se nombra a 3 personas"],
    );
}

#[test]
fn sources_that_differ_stand_side_by_side() {
    let office = office();
    let third = office.path_of("wells/meetings", "Third Meeting");
    check(
        &office,
        &third,
        "The sources differ on the date",
        &expect![[r#"
        The register does not decide between them. This is what each document says.
        DocumentSaysPassage
        Minutes of 2026 | November 20, 2024 | Read it in the document
        Report of 2025 | December 2024 | Held in … December."#]],
    );
    let html = office.get(&third).html();
    assert!(html.contains("Read it in the document"), "{html}");
    says(
        &office,
        &third.replace("/en/", "/fr/"),
        &["| décembre 2024", "Le registre ne tranche pas."],
    );
    says(
        &office,
        &third.replace("/en/", "/es/"),
        &["| diciembre de 2024", "no decide entre ellas"],
    );
    let twin = office.get(&format!("{third}.json")).json();
    assert_eq!(twin["sources"][1]["says"]["value"], "2024-12");
}

#[test]
fn a_commitment_shows_its_line_through_the_years() {
    let office = office();
    let line = expect![[r#"
        CommitmentMade onMade inHow it goes on
        Survey the wells | May 4, 2021 | First Meeting | carried over
        Survey the deep wells
        this record | June 1, 2022 | Second Meeting | suspended
        Survey all wells | November 20, 2024 | Third Meeting |"#]];
    let second = office.path_of("wells/commitments", "Survey the deep wells");
    check(&office, &second, "Its line through the years", &line);
    let last = office.path_of("wells/commitments", "Survey all wells");
    check(
        &office,
        &last,
        "Recommendations it answers",
        &expect![[r#"
            Survey everything
            Friends of Wells, to North and South June 1, 2022 answered by a commitment Documented"#]],
    );
    says(&office, &second.replace("/en/", "/fr/"), &["## Son parcours au fil des ans", "repris"]);
    says(&office, &second.replace("/en/", "/es/"), &["retomado", "suspendido", "esta ficha"]);
    let alone = office.read(&office.path_of("wells/commitments", "Drill two wells"));
    assert!(!alone.contains("line through the years"), "{alone}");
}

#[test]
fn a_recommendation_is_answered_or_its_answer_is_owed() {
    let office = office();
    let answers = "Commitments that answer it";
    let asked = office.path_of("wells/recommendations", "Survey everything");
    check(
        &office,
        &asked,
        answers,
        &expect![[r#"
            Survey all wells
            Water Office November 20, 2024 Documented"#]],
    );
    let more = office.path_of("wells/recommendations", "Publish the survey");
    check(
        &office,
        &more,
        answers,
        &expect!["Unanswered: no answer is recorded. It is owed by North and South, by June 2023."],
    );
    says(
        &office,
        &more.replace("/en/", "/fr/"),
        &["Sans réponse : aucune n’est inscrite. Doit répondre : Nord et Sud; échéance :"],
    );
    says(
        &office,
        &more.replace("/en/", "/es/"),
        &["Sin respuesta: no consta ninguna. Debe responder: Norte y Sur; plazo:"],
    );
    says(&office, "/en/wells/recommendations", &["unanswered", "answered by a commitment"]);
}

#[test]
fn engagements_stand_by_form_beside_what_a_document_says_of_the_year() {
    let office = office();
    check(
        &office,
        "/en/wells/engagements",
        "People sent, by year",
        &expect![[r#"
        What is listed here stands beside what a document says of the whole year. The two need not be equal: a list can lack some.
        InstrumentYearListed hereThe documents say
        Well Plan | 2021 | 3 engagements
        201 people in all
        1 of them without a number of people | 202 people"#]],
    );
    check(
        &office,
        "/en/wells/engagements",
        "Courses",
        &expect![[r#"
            Course for drillers
            course March 2022 Sandville Documented"#]],
    );
    says(
        &office,
        "/fr/wells/engagements",
        &["201 personnes en tout", "202 personnes", "## Déploiements"],
    );
    says(&office, "/es/wells/engagements", &["201 personas en total", "## Despliegues"]);
    let empty = wells::office().read("/en/wells/engagements");
    assert!(empty.contains("Nothing is recorded yet."), "{empty}");
}

#[test]
fn every_page_of_the_set_is_there_and_light_in_three_languages() {
    let office = office();
    let mut paths = vec!["timeline".to_owned()];
    for collection in [
        "people",
        "institutions",
        "posts",
        "terms",
        "bodies",
        "meetings",
        "commitments",
        "recommendations",
        "participations",
        "engagements",
        "figures",
        "instruments",
    ] {
        paths.push(collection.to_owned());
        let list = office.get(&format!("/en/wells/{collection}.json")).json();
        for record in list["records"].as_array().expect("records") {
            paths.push(format!("{collection}/{}", record["id"].as_str().expect("an id")));
        }
    }
    for path in paths {
        for language in ["en", "fr", "es"] {
            let page = office.get(&format!("/{language}/wells/{path}"));
            let fine = [StatusCode::OK, StatusCode::SEE_OTHER].contains(&page.status);
            assert!(fine, "/{language}/wells/{path}: {}", page.status);
            assert!(page.body.len() <= PAGE_BYTES_MAX, "/{language}/wells/{path} is heavy");
            assert!(!page.html().contains("Unknown localization"), "/{language}/wells/{path}");
        }
    }
}
