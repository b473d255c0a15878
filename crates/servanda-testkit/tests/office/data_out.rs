//! The register in other forms: tables, feeds, calendars, what search engines read, and the
//! addresses that programs ask.

use std::collections::BTreeSet;

use axum::http::StatusCode;
use expect_test::{Expect, expect};
use serde_json::Value;
use servanda_actions::{erase, retract};
use servanda_entry::Ground;
use servanda_model::{Kind, Language, Multilingual, RecordId};
use servanda_testkit::TestOffice;
use servanda_testkit::office::TestSite;
use servanda_testkit::page::Page;

use crate::{canada_mexico, wells};

#[track_caller]
fn there(site: &TestSite, path: &str) -> Page {
    let page = site.get(path);
    assert_eq!(page.status, StatusCode::OK, "{path}");
    page
}

fn header<'page>(page: &'page Page, name: &str) -> &'page str {
    page.headers.get(name).and_then(|value| value.to_str().ok()).unwrap_or_default()
}

/// The cells of a table, its header first.
fn cells(page: &Page) -> Vec<Vec<String>> {
    let bytes = page.body.strip_prefix("\u{feff}".as_bytes()).expect("a mark for spreadsheets");
    csv::ReaderBuilder::new()
        .has_headers(false)
        .from_reader(bytes)
        .into_records()
        .map(|row| row.map(|row| row.iter().map(str::to_owned).collect()))
        .collect::<Result<_, _>>()
        .expect("a table")
}

fn id_of(path: &str) -> RecordId {
    RecordId::parse(path.rsplit('/').next().expect("an identifier")).expect("an identifier")
}

#[test]
fn a_list_is_a_table_in_the_words_of_the_readers_language() {
    let site = wells::office().site();
    let page = there(&site, "/fr/wells/commitments.csv");
    assert_eq!(header(&page, "content-type"), "text/csv; charset=utf-8; header=present");
    let table = cells(&page);
    let filled = table[0].iter().zip(&table[1]).filter(|(_, cell)| !cell.is_empty());
    let row: Vec<String> = filled.map(|(column, cell)| format!("{column} = {cell}")).collect();
    expect![[r#"
        id = hje2scpb54
        kind = commitment
        standing = documented
        title_en = Drill two wells
        title_fr = Forer deux puits
        title_es = Perforar dos pozos
        wording_en = North and South drill two wells by spring 2027.
        wording_fr = Le Nord et le Sud forent deux puits d’ici le printemps 2027.
        wording_es = El Norte y el Sur perforan dos pozos a más tardar en la primavera de 2027.
        made = 2026-02-01
        due = ../2027-21
        owed_by = Sud; Nord
        owed_by_id = bh7q9av6ny; mewp4kcb3k
        body = Groupe du forage
        body_id = n9kgfeqw57
        lenses = climate
        sources = https://test.example/fr/wells/documents/w7gqfn84v5
        address = https://test.example/fr/wells/commitments/hje2scpb54
        recorded_at = 2026-03-01T12:00:00Z"#]]
    .assert_eq(&row.join("\n"));
    assert_eq!(table.len(), 2);
}

#[test]
fn a_record_is_a_row_of_the_table_of_its_list() {
    let office = wells::office();
    let path = office.path_of("wells/commitments", "Drill two wells");
    let site = office.site();
    let alone = there(&site, &format!("{path}.csv"));
    assert_eq!(cells(&alone), cells(&there(&site, "/en/wells/commitments.csv")));
}

#[test]
fn filters_and_pages_of_a_list_are_those_of_its_table() {
    let site = wells::office().site();
    let rows = |query: &str| cells(&there(&site, &format!("/en/wells/commitments.csv{query}")));
    assert_eq!(rows("?lens=climate").len(), 2);
    assert_eq!(rows("?lens=gender").len(), 1);
    assert_eq!(rows("?page=2").len(), 1, "past the last page is the header");
}

#[test]
fn the_table_of_a_kind_leaves_out_nothing_that_its_data_have() {
    let office = canada_mexico::office(&[]);
    let site = office.site();
    for kind in Kind::ALL {
        let mut path = "/en/canada-mexico".to_owned();
        if *kind != Kind::Partnership {
            path = format!("{path}/{}", servanda_web::routes::collection(*kind));
        }
        let table = cells(&there(&site, &format!("{path}.csv")));
        let columns: BTreeSet<&str> = table[0].iter().map(String::as_str).collect();
        let mut first = 0;
        let data = there(&site, &format!("{path}.json")).json();
        for record in data["records"].as_array().expect("records") {
            first += 1;
            for (column, value) in columns_of(record) {
                assert!(columns.contains(column.as_str()), "{path}: {column} = {value}");
            }
        }
        assert!(table.len() > first, "{path}: every record has a row");
    }
}

/// What a record's data have, by the names that columns have.
fn columns_of(record: &Value) -> Vec<(String, String)> {
    let mut columns = Vec::new();
    let fields = |name: &str| record[name].as_object().cloned().unwrap_or_default();
    for (role, versions) in fields("texts") {
        let role = if role == "name" { "title" } else { &role };
        for language in versions.as_object().expect("versions").keys() {
            let language = if language == "und" { "fr" } else { language };
            columns.push((format!("{role}_{language}"), versions.to_string()));
        }
    }
    for (name, value) in fields("dates").into_iter().chain(fields("details")) {
        columns.push((name, value.to_string()));
    }
    for (relation, to) in fields("links") {
        columns.push((relation.clone(), to.to_string()));
        columns.push((format!("{relation}-id"), to.to_string()));
    }
    columns.into_iter().map(|(name, value)| (name.replace('-', "_"), value)).collect()
}

#[track_caller]
fn check_feed(site: &TestSite, path: &str, expected: &Expect) {
    let page = there(site, path);
    assert_eq!(header(&page, "content-type"), "application/atom+xml; charset=utf-8");
    let feed = atom_syndication::Feed::read_from(page.body.as_slice()).expect("a feed");
    let own = feed.links.iter().find(|link| link.rel == "self").expect("its own address");
    assert_eq!(own.href, format!("https://test.example{path}"));
    assert_eq!(feed.id, own.href);
    assert!(!feed.authors.is_empty(), "somebody keeps it");
    let mut told = vec![format!("{} ({})", feed.title.value, feed.updated)];
    for entry in &feed.entries {
        let summary = entry.summary.as_ref().expect("a summary").value.replace('\n', " ");
        told.extend([
            entry.title.value.clone(),
            format!("  {} {}", entry.id, entry.updated),
            format!("  {}", entry.links[0].href),
            format!("  {summary}"),
        ]);
    }
    expected.assert_eq(&told.join("\n"));
}

#[test]
fn a_feed_tells_what_happened_newest_first() {
    let mut office = wells::office();
    let changed = wells::WELLS.replace("Drill two wells", "Drill three wells");
    office.load(&[("wells.toml", &changed)], &[]).expect("the data set is whole");
    let id = id_of(&office.path_of("wells/commitments", "three wells"));
    let mut reason = Multilingual::default();
    reason.insert(Some(Language::English), "counted twice");
    office.act(|office, by| retract(office, &id, &reason, by)).expect("it stands");
    check_feed(
        &office.site(),
        "/en/wells/commitments.atom",
        &expect![[r#"
            Commitments – Register of Wells Partnership (2026-03-03 12:00:00 +00:00)
            Retracted: Drill three wells
              tag:test.example,2026-03-03:wells/registrar/10 2026-03-03 12:00:00 +00:00
              https://test.example/en/wells/commitments/hje2scpb54
              Commitment · North and South · February 1, 2026 · due by spring 2027  counted twice
            Stated again: Drill three wells
              tag:test.example,2026-03-02:wells/registrar/9 2026-03-02 12:00:00 +00:00
              https://test.example/en/wells/commitments/hje2scpb54
              Commitment · North and South · February 1, 2026 · due by spring 2027  North and South drill two wells by spring 2027.
            Stated: Drill three wells
              tag:test.example,2026-03-01:wells/registrar/8 2026-03-01 12:00:00 +00:00
              https://test.example/en/wells/commitments/hje2scpb54
              Commitment · North and South · February 1, 2026 · due by spring 2027  North and South drill two wells by spring 2027."#]],
    );
}

#[test]
fn the_feed_of_a_body_holds_what_refers_to_it() {
    let office = wells::office();
    let body = office.path_of("wells/bodies", "Drilling");
    check_feed(
        &office.site(),
        &format!("{}.atom", body.replace("/en/", "/es/")),
        &expect![[r#"
            Grupo de perforación – Registro: Alianza de los pozos (2026-03-01 12:00:00 +00:00)
            Declarado: Perforar dos pozos
              tag:test.example,2026-03-01:wells/registrar/8 2026-03-01 12:00:00 +00:00
              https://test.example/es/wells/commitments/hje2scpb54
              Compromiso · Norte y Sur · 1 de febrero de 2026 · plazo: a más tardar: primavera de 2027  El Norte y el Sur perforan dos pozos a más tardar en la primavera de 2027.
            Declarado: Copresidencia del Sur
              tag:test.example,2026-03-01:wells/registrar/6 2026-03-01 12:00:00 +00:00
              https://test.example/es/wells/posts/1dtq3194s3
              Cargo · Ana Ruiz · Directora · consta: 1 de febrero de 2026
            Declarado: Grupo de perforación
              tag:test.example,2026-03-01:wells/registrar/5 2026-03-01 12:00:00 +00:00
              https://test.example/es/wells/bodies/n9kgfeqw57
              Órgano · Grupo de trabajo · activo · 1 compromiso  Perfora."#]],
    );
}

#[test]
fn there_are_feeds_of_the_partnership_a_lens_a_party_and_a_kind() {
    let office = wells::office();
    let north = id_of(&office.path_of("wells/parties", "North"));
    let site = office.site();
    let count = |path: &str| {
        let page = there(&site, path);
        atom_syndication::Feed::read_from(page.body.as_slice()).expect("a feed").entries.len()
    };
    assert_eq!(count("/en/wells.atom"), 9);
    assert_eq!(count("/en/wells/commitments.atom?lens=climate"), 1);
    assert_eq!(count("/en/wells/commitments.atom?lens=gender"), 0);
    assert_eq!(count(&format!("/en/wells/commitments.atom?party={north}")), 1);
    assert_eq!(count("/en/wells/posts.atom"), 1);
    let html = there(&site, "/en/wells/commitments?lens=climate").html();
    let found = "type=\"application/atom+xml\" title=\"Feed (Atom)\" \
                 href=\"/en/wells/commitments.atom?lens=climate\"";
    assert!(html.contains(found), "{html}");
}

#[test]
fn due_dates_are_events_of_whole_days_with_their_words() {
    let page = there(&wells::office().site(), "/en/wells/commitments.ics");
    assert_eq!(header(&page, "content-type"), "text/calendar; charset=utf-8");
    expect![[r#"
        BEGIN:VCALENDAR
        VERSION:2.0
        PRODID:-//Servanda//Servanda 0.1.0//EN
        CALSCALE:GREGORIAN
        METHOD:PUBLISH
        NAME:Due dates – Commitments
        X-WR-CALNAME:Due dates – Commitments
        REFRESH-INTERVAL;VALUE=DURATION:P1D
        BEGIN:VEVENT
        UID:hje2scpb54@test.example
        DTSTAMP:20260301T120000Z
        LAST-MODIFIED:20260301T120000Z
        DTSTART;VALUE=DATE:20270620
        DTEND;VALUE=DATE:20270621
        SUMMARY:Due: Drill two wells (by spring 2027)
        DESCRIPTION:North and South drill two wells by spring 2027.\n\nNorth and So
         uth · February 1\, 2026 · due by spring 2027\n\nhttps://test.example/en/
         wells/commitments/hje2scpb54
        URL:https://test.example/en/wells/commitments/hje2scpb54
        CATEGORIES:Commitment
        STATUS:CONFIRMED
        TRANSP:TRANSPARENT
        END:VEVENT
        END:VCALENDAR
    "#]]
    .assert_eq(&page.html().replace("\r\n", "\n"));
}

#[test]
fn only_what_has_days_is_a_calendar() {
    let office = wells::office();
    let body = office.path_of("wells/bodies", "Drilling");
    let commitment = office.path_of("wells/commitments", "Drill two wells");
    let site = office.site();
    assert_eq!(site.get("/en/wells/bodies.ics").status, StatusCode::NOT_FOUND);
    assert_eq!(site.get(&format!("{body}.ics")).status, StatusCode::NOT_FOUND);
    assert_eq!(there(&site, "/en/wells/meetings.ics").html().matches("BEGIN").count(), 1);
    let alone = there(&site, &format!("{commitment}.ics")).html();
    assert_eq!(alone.matches("BEGIN:VEVENT").count(), 1);
    assert!(there(&site, &commitment).html().contains(&format!("{commitment}.ics")));
    assert!(!there(&site, &body).html().contains(".ics"));
}

#[test]
fn what_was_erased_is_in_no_form() {
    let mut office = wells::office();
    let path = office.path_of("wells/commitments", "Drill two wells");
    let id = id_of(&path);
    let done = office.act(|office, by| erase(office, &id, "wording", Ground::Mistake, by));
    done.expect("it is erased");
    let site = office.site();
    for at in [
        format!("{path}.csv"),
        format!("{path}.json"),
        format!("{path}.atom"),
        format!("{path}.ics"),
        path,
        "/en/wells.atom".to_owned(),
        "/api/v1/wells/commitments".to_owned(),
    ] {
        let text = there(&site, &at).html();
        assert!(!text.contains("North and South drill"), "{at}: {text}");
    }
}

#[test]
fn search_engines_are_told_of_every_page_in_every_language() {
    let office = wells::office();
    let commitment = office.path_of("wells/commitments", "Drill two wells");
    let site = office.site();
    let robots = there(&site, "/robots.txt").html();
    assert!(robots.contains("Sitemap: https://test.example/sitemap.xml"), "{robots}");
    let sitemap = there(&site, "/sitemap.xml");
    assert_eq!(header(&sitemap, "content-type"), "application/xml; charset=utf-8");
    let sitemap = sitemap.html();
    for path in [commitment.as_str(), "/en", "/en/wells", "/en/wells/people", "/en/api"] {
        for language in ["en", "fr", "es"] {
            let path = path.replacen("/en", &format!("/{language}"), 1);
            let line = format!("<url><loc>https://test.example{path}</loc>");
            assert_eq!(sitemap.matches(&line).count(), 1, "{path}");
        }
    }
    for loc in sitemap.split("<loc>").skip(1) {
        let path = loc.split("</loc>").next().unwrap_or_default();
        there(&site, path.trim_start_matches("https://test.example"));
    }
    assert_eq!(site.get("/sitemap/1.xml").status, StatusCode::OK);
    assert_eq!(site.get("/sitemap/2.xml").status, StatusCode::NOT_FOUND);
}

/// What a page says of itself in the words of schema.org.
#[track_caller]
fn linked(page: &Page) -> Value {
    let html = page.html();
    let (_, rest) = html.split_once("<script type=\"application/ld+json\">").expect("a block");
    let (block, _) = rest.split_once("</script>").expect("the end of the block");
    serde_json::from_str(block).expect("JSON")
}

#[test]
fn a_page_says_what_it_is_about_in_the_words_of_schema_org() {
    let office = wells::office();
    let paths = [
        ("Dataset", "/en/wells/commitments".to_owned()),
        ("Organization", "/en/wells".to_owned()),
        ("Organization", office.path_of("wells/bodies", "Drilling")),
        ("Country", office.path_of("wells/parties", "North")),
        ("Person", office.path_of("wells/people", "Ana Ruiz")),
        ("DigitalDocument", office.path_of("wells/documents", "Minutes")),
        ("CreativeWork", office.path_of("wells/commitments", "Drill two wells")),
    ];
    let site = office.site();
    for (what, path) in &paths {
        let said = linked(&there(&site, path));
        assert_eq!(said["@graph"][0]["@type"], *what, "{path}");
        assert_eq!(said["@graph"][0]["url"], format!("https://test.example{path}"));
        let way = said["@graph"][1]["itemListElement"].as_array().expect("a way");
        let last = way.last().expect("a last step");
        assert_eq!(last["item"], format!("https://test.example{path}"));
    }
    let person = &linked(&there(&site, &paths[4].1))["@graph"][0];
    let said: Vec<&String> = person.as_object().expect("fields").keys().collect();
    assert_eq!(said, ["@id", "@type", "name", "url"], "nothing but the name");
}

#[test]
fn no_title_ends_the_block_or_begins_a_script() {
    let words = "</script><script>alert(1)</script><!-- ";
    let set = wells::WELLS.replace("Drill two wells", words);
    let office = TestOffice::with(&[("wells.toml", &set)], &[]);
    let path = office.path_of("wells/commitments", "alert");
    let page = office.get(&path);
    assert_eq!(linked(&page)["@graph"][0]["name"], words.trim_end());
    assert_eq!(page.html().matches("<script").count(), 1);
}

#[test]
fn a_page_that_is_shared_has_a_title_a_picture_and_its_languages() {
    let site = wells::office().site();
    let html = there(&site, "/fr/wells").html();
    for tag in [
        "<meta property=\"og:title\" content=\"Partenariat des puits\">",
        "<meta property=\"og:url\" content=\"https://test.example/fr/wells\">",
        "<meta property=\"og:locale\" content=\"fr_CA\">",
        "<meta property=\"og:locale:alternate\" content=\"es_MX\">",
    ] {
        assert!(html.contains(tag), "{tag}: {html}");
    }
    let (_, rest) = html.split_once("og:image\" content=\"https://test.example").expect("a card");
    let (path, _) = rest.split_once('"').expect("an address");
    let card = there(&site, path);
    assert_eq!(header(&card, "content-type"), "image/png");
    assert!(card.body.len() < 30_000, "the card is light");
}

#[test]
fn whoever_has_an_answer_is_told_whether_it_still_holds() {
    let mut office = wells::office();
    let path = office.path_of("wells/commitments", "Drill two wells");
    let site = office.site();
    let paths = [
        path.clone(),
        format!("{path}.json"),
        format!("{path}.csv"),
        format!("{path}.atom"),
        format!("{path}.ics"),
        "/sitemap.xml".to_owned(),
        "/api/v1/wells/commitments".to_owned(),
    ];
    let tags: Vec<String> =
        paths.iter().map(|path| header(&there(&site, path), "etag").to_owned()).collect();
    for (path, tag) in paths.iter().zip(&tags) {
        let known = format!("\"other\", W/{tag}");
        let spared = site.send("GET", path, &[("if-none-match", &known)]);
        assert_eq!((spared.status, spared.body.len()), (StatusCode::NOT_MODIFIED, 0), "{path}");
        assert_eq!(header(&spared, "etag"), tag);
        let head = site.send("HEAD", path, &[]);
        assert_eq!((head.status, head.body.len()), (StatusCode::OK, 0), "{path}");
        assert_eq!(header(&head, "etag"), tag, "{path}");
    }
    let changed = wells::WELLS.replace("Drill two wells", "Drill three wells");
    office.load(&[("wells.toml", &changed)], &[]).expect("the data set is whole");
    let site = office.site();
    for (path, tag) in paths.iter().zip(&tags).filter(|(path, _)| *path != "/sitemap.xml") {
        let again = site.send("GET", path, &[("if-none-match", tag)]);
        assert_eq!(again.status, StatusCode::OK, "{path}");
    }
}

#[test]
fn a_list_can_be_swept_while_it_grows() {
    let mut office = canada_mexico::office(&[]);
    let mut next = "/api/v1/canada-mexico/commitments?limit=40&language=fr".to_owned();
    let mut swept = Vec::new();
    let mut pages = 0;
    loop {
        let page = there(&office.site(), &next).json();
        let records = page["records"].as_array().expect("records");
        swept.extend(records.iter().map(|record| record["id"].as_str().unwrap().to_owned()));
        pages += 1;
        if pages == 1 {
            office.load(&[("wells.toml", wells::WELLS)], &[]).expect("the data set is whole");
        }
        let Some(following) = page["next"].as_str() else { break };
        assert!(following.contains("language=fr"), "{following}");
        next = following.trim_start_matches("https://test.example").to_owned();
    }
    let total = there(&office.site(), "/api/v1/canada-mexico/commitments").json()["total"].clone();
    let once: BTreeSet<&String> = swept.iter().collect();
    assert_eq!((swept.len(), Value::from(once.len())), (once.len(), total));
    assert!(pages > 2, "{pages} pages");
}

#[test]
fn changes_can_be_followed_to_the_beginning() {
    let office = wells::office();
    let site = office.site();
    let mut next = "/api/v1/wells/changes?limit=4".to_owned();
    let mut entries = Vec::new();
    loop {
        let page = there(&site, &next).json();
        let changes = page["changes"].as_array().expect("changes");
        entries.extend(changes.iter().map(|change| change["entry"].as_u64().expect("a number")));
        let Some(following) = page["next"].as_str() else { break };
        next = following.trim_start_matches("https://test.example").to_owned();
    }
    assert_eq!(entries, (0..9).rev().collect::<Vec<u64>>());
}

#[test]
fn a_question_may_name_its_days() {
    let office = wells::office();
    let site = office.site();
    let total = |query: &str| there(&site, &format!("/api/v1/wells/commitments?{query}")).json();
    let then = total("as-of=2026-03-01&on=2026-03-01");
    assert_eq!(
        (&then["total"], &then["records"][0]["dates"]["made"]),
        (&1.into(), &"2026-02-01".into())
    );
    assert_eq!(total("on=2026-01-31")["total"], 0, "it was not made yet");
    assert_eq!(
        there(&site, "/api/v1/partnerships?as-of=registrar:0").json()["registers"][0],
        Value::Null
    );
}

#[track_caller]
fn check_problem(answer: &Page, status: StatusCode, title: &str) {
    assert_eq!(answer.status, status);
    assert_eq!(header(answer, "content-type"), "application/problem+json");
    assert_eq!(header(answer, "access-control-allow-origin"), "*");
    let problem = answer.json();
    assert_eq!(problem["title"], title);
    assert_eq!(problem["status"], status.as_u16());
    assert!(problem["detail"].as_str().is_some_and(|detail| !detail.is_empty()), "{problem}");
}

#[test]
fn a_program_is_told_what_is_wrong_and_what_to_do() {
    let site = wells::office().site();
    let unreadable = "A part of the question cannot be read";
    for path in [
        "/api/v1/wells/commitments?limit=0",
        "/api/v1/wells/commitments?limit=201",
        "/api/v1/wells/commitments?limit=5&limit=5",
        "/api/v1/wells/commitments?body=nothing",
        "/api/v1/wells/commitments?as-of=yesterday",
        "/api/v1/wells/changes?after=3",
        "/api/v1/partnerships?language=de",
    ] {
        check_problem(&site.get(path), StatusCode::BAD_REQUEST, unreadable);
    }
    let unknown = site.get("/api/v1/wells/commitments?standng=agreed");
    check_problem(
        &unknown,
        StatusCode::BAD_REQUEST,
        "The question has a part that is not known here",
    );
    let detail = unknown.json()["detail"].to_string();
    assert!(detail.contains("standng") && detail.contains("standing"), "{detail}");
    for path in [
        "/api/v1/nothing",
        "/api/v1/atlantis/commitments",
        "/api/v1/wells/commitments/0000000000",
        "/api/v1/wells/nothing",
        "/api/v1/wells/changes?after=registrar-99",
        "/api/v1/%ff",
        "/api/v1/wells/commitments/a/b/c",
    ] {
        check_problem(&site.get(path), StatusCode::NOT_FOUND, "Nothing is at this address");
    }
    let french = site.get("/api/v1/wells/nothing?language=fr");
    check_problem(&french, StatusCode::NOT_FOUND, "Il n’y a rien à cette adresse");
    let sent = site.send("POST", "/api/v1/wells/commitments", &[]);
    check_problem(&sent, StatusCode::METHOD_NOT_ALLOWED, "This address is only for reading");
    assert_eq!(header(&sent, "allow"), "GET,HEAD");
}

#[test]
fn every_example_of_the_description_is_answered() {
    let office = canada_mexico::office(&[]);
    let site = office.site();
    let description = there(&site, "/api/v1/openapi.json").json();
    let paths = description["paths"].as_object().expect("paths");
    let mut asked = 0;
    for (path, operation) in paths {
        let examples = operation["get"]["x-examples"].as_array().expect("examples");
        assert!(!examples.is_empty(), "{path}");
        for example in examples.iter().filter_map(Value::as_str) {
            let answer = there(&site, example);
            assert_eq!(header(&answer, "content-type"), "application/json", "{example}");
            asked += 1;
        }
    }
    assert!(asked >= 10, "{asked} examples");
    for language in ["en", "fr", "es"] {
        let page = there(&site, &format!("/{language}/api"));
        for path in paths.keys() {
            assert!(page.html().contains(path.as_str()), "{language}: {path}");
        }
    }
    let elsewhere = site.send("GET", "/api", &[("accept-language", "es-MX,es;q=0.9")]);
    assert_eq!(header(&elsewhere, "location"), "/es/api");
}

#[test]
fn the_description_is_in_the_words_of_each_language() {
    let site = wells::office().site();
    let lead = |language: &str| {
        let path = format!("/api/v1/openapi.json?language={language}");
        there(&site, &path).json()["info"]["description"].to_string()
    };
    assert!(lead("en").contains("without a key"));
    assert!(lead("fr").contains("sans clé"));
    assert!(lead("es").contains("sin clave"));
}

#[test]
fn text_is_sent_squeezed_to_whoever_reads_it_so() {
    let office = wells::office();
    let site = office.site();
    for path in ["/en/wells/commitments", "/en/wells/commitments.json"] {
        let plain = site.send("GET", path, &[]);
        let squeezed = site.send("GET", path, &[("accept-encoding", "gzip")]);
        assert_eq!(header(&squeezed, "content-encoding"), "gzip", "{path}");
        assert!(squeezed.body.len() * 2 < plain.body.len(), "{path}: {}", squeezed.body.len());
        assert_eq!(header(&squeezed, "etag"), header(&plain, "etag"), "{path}");
        assert!(header(&squeezed, "vary").contains("accept-encoding"), "{path}");
    }
    let tile = "/wells/registrar/tile/entries/000.p/9";
    let signed = site.send("GET", tile, &[("accept-encoding", "gzip")]);
    assert_eq!(signed.status, StatusCode::OK);
    assert!(!signed.headers.contains_key("content-encoding"), "{tile} is sent as it was signed");
}
