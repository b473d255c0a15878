//! A small index, asked in three languages.

#![expect(clippy::needless_raw_string_hashes, reason = "expect-test writes them")]

use std::fmt::Write as _;
use std::fs;

use expect_test::{Expect, expect};
use tempfile::TempDir;

use super::*;
use crate::{Facet, Fragment, HITS_MAX, Sort};

/// Record, kind, language, title, text.
const SAMPLE: &[(&str, &str, &str, &str, &str)] = &[
    (
        "c1",
        "commitment",
        "en",
        "Exchange of wildfire crews",
        "Each party sends crews to the other when wildfires exceed what it can fight alone.",
    ),
    (
        "c1",
        "commitment",
        "fr",
        "Échange d'équipes contre les feux de forêt",
        "Chaque partie envoie des équipes à l'autre lorsque les incendies dépassent ses moyens.",
    ),
    (
        "c1",
        "commitment",
        "es",
        "Intercambio de brigadas contra incendios forestales",
        "Cada parte envía brigadas a la otra cuando los incendios superan sus medios.",
    ),
    (
        "c2",
        "commitment",
        "en",
        "Teaching in Indigenous languages",
        "The parties compare how schools teach. Education starts with the first language.",
    ),
    (
        "c2",
        "commitment",
        "fr",
        "Enseignement en langues autochtones",
        "Les parties comparent l'enseignement. L’éducation commence par la langue première.",
    ),
    (
        "c2",
        "commitment",
        "es",
        "Enseñanza en lenguas indígenas",
        "Las partes comparan la enseñanza. La educación empieza por la primera lengua.",
    ),
    (
        "c3",
        "commitment",
        "en",
        "Water of shared aquifers",
        "A joint action plan for groundwater, with follow-up twice a year by the co-chairs.",
    ),
    (
        "c3",
        "commitment",
        "fr",
        "L'eau des aquifères partagés",
        "Un plan d'action conjoint pour l'eau souterraine, avec un suivi semestriel des coprésidents.",
    ),
    (
        "m1",
        "meeting",
        "en",
        "Twelfth meeting",
        "The plan was read. Action on water was put off; the educational programme was not.",
    ),
    (
        "m1",
        "meeting",
        "es",
        "Duodécima reunión",
        "Se leyó el plan. Las evaluaciones educativas siguen.",
    ),
    (
        "p1",
        "passage",
        "fr",
        "Rapport du groupe de travail",
        "Les évaluations de l'eau d'ici ont été faites par le sous-comité.",
    ),
    (
        "p2",
        "passage",
        "en",
        "Notes of a visit",
        "Wildfire, wildfire and wildfire again: nobody spoke of anything else but wildfire.",
    ),
    (
        "p3",
        "passage",
        "en",
        "Notes of a visit",
        "Crews of both countries trained at the same camp.",
    ),
    (
        "p4",
        "passage",
        "en",
        "Notes of a visit",
        "Crews of both countries trained at the same camp.",
    ),
];

fn language(code: &str) -> Language {
    match code {
        "en" => Language::English,
        "fr" => Language::French,
        "es" => Language::Spanish,
        other => panic!("{other}"),
    }
}

fn tag(language: Language) -> &'static str {
    language.tag()
}

fn sample() -> Vec<Item> {
    let item = |(record, kind, tag, title, text): &(&str, &str, &str, &str, &str)| Item {
        record: (*record).to_owned(),
        kind: (*kind).to_owned(),
        language: language(tag),
        partnership: if *record == "p3" { "other" } else { "cm" }.to_owned(),
        title: (*title).to_owned(),
        within: None,
        text: (*text).to_owned(),
        address: format!("{kind}s/{record}"),
        date: (*kind == "meeting").then(|| "2026-03-01".to_owned()),
        standing: "agreed".to_owned(),
        facets: Vec::new(),
    };
    SAMPLE.iter().map(item).collect()
}

fn made(items: Vec<Item>) -> (TempDir, Index) {
    let parent = tempfile::tempdir().unwrap();
    let index = Index::create(&parent.path().join("search"), items).unwrap();
    (parent, index)
}

/// A query as `language words`.
fn asked(typed: &str) -> Query {
    let (tag, words) = typed.split_once(' ').unwrap();
    Query {
        words: words.to_owned(),
        language: language(tag),
        partnership: None,
        filters: BTreeMap::new(),
        sort: Sort::Relevance,
        first: 0,
        count: 10,
    }
}

fn filtered(typed: &str, filters: &[(Facet, &str)]) -> Query {
    let filters = filters.iter().map(|(facet, value)| (*facet, (*value).to_owned())).collect();
    Query { filters, ..asked(typed) }
}

fn shown(found: &Found) -> String {
    let kinds = found.facet(Facet::Kind).iter().map(|(kind, count)| format!(", {kind} {count}"));
    let mut widened = String::new();
    if !found.corrected.is_empty() {
        write!(widened, " (close: {})", found.corrected.join(" ")).unwrap();
    }
    if found.widened {
        widened.push_str(" (some words)");
    }
    let mut shown = format!("{} found{widened}{}\n", found.total, kinds.collect::<String>());
    for hit in &found.hits {
        let mut snippet = String::new();
        for Fragment { text, marked } in &hit.snippet {
            let (open, close) = if *marked { ("[", "]") } else { ("", "") };
            snippet.extend([open, text, close]);
        }
        let Hit { record, title, .. } = hit;
        writeln!(shown, "{record} {}: {title}\n    {snippet}", tag(hit.language)).unwrap();
    }
    shown
}

#[track_caller]
fn check(typed: &str, expected: &Expect) {
    check_query(&asked(typed), expected);
}

#[track_caller]
fn check_query(query: &Query, expected: &Expect) {
    let (_folder, index) = made(sample());
    let found = index.find(query).unwrap();
    expected.assert_eq(&shown(&found));
    // The order in which items come must not matter.
    let (_folder, index) = made(sample().into_iter().rev().collect());
    assert_eq!(index.find(query).unwrap(), found);
}
#[test]
fn a_record_is_found_once_in_the_readers_language() {
    check(
        "fr incendies",
        &expect![[r#"
        1 found, commitment 1
        c1 fr: Échange d'équipes contre les feux de forêt
            Chaque partie envoie des équipes à l'autre lorsque les [incendies] dépassent ses moyens.
    "#]],
    );
    check(
        "es incendios",
        &expect![[r#"
        1 found, commitment 1
        c1 es: Intercambio de brigadas contra incendios forestales
            Cada parte envía brigadas a la otra cuando los [incendios] superan sus medios.
    "#]],
    );
    check(
        "en incendios",
        &expect![[r#"
        1 found, commitment 1
        c1 es: Intercambio de brigadas contra incendios forestales
            Cada parte envía brigadas a la otra cuando los [incendios] superan sus medios.
    "#]],
    );
}

#[test]
fn accents_do_not_matter_either_way() {
    check(
        "es educacion",
        &expect![[r#"
        2 found, commitment 1, meeting 1
        c2 es: Enseñanza en lenguas indígenas
            Las partes comparan la enseñanza. La [educación] empieza por la primera lengua.
        m1 es: Duodécima reunión
            Se leyó el plan. Las evaluaciones [educativas] siguen.
    "#]],
    );
    check(
        "en éducation",
        &expect![[r#"
        2 found, commitment 1, meeting 1
        c2 en: Teaching in Indigenous languages
            The parties compare how schools teach. [Education] starts with the first language.
        m1 en: Twelfth meeting
            The plan was read. Action on water was put off; the [educational] programme was not.
    "#]],
    );
    check(
        "es evaluacion",
        &expect![[r#"
        1 found, meeting 1
        m1 es: Duodécima reunión
            Se leyó el plan. Las [evaluaciones] educativas siguen.
    "#]],
    );
}

#[test]
fn what_french_puts_before_an_apostrophe_does_not_matter() {
    check(
        "fr l'eau",
        &expect![[r#"
        2 found, commitment 1, passage 1
        c3 fr: L'eau des aquifères partagés
            Un plan d'action conjoint pour l'[eau] souterraine, avec un suivi semestriel des coprésidents.
        p1 fr: Rapport du groupe de travail
            Les évaluations de l'[eau] d'ici ont été faites par le sous-comité.
    "#]],
    );
    check(
        "fr eau d’ici",
        &expect![[r#"
            2 found, commitment 1, passage 1
            p1 fr: Rapport du groupe de travail
                Les évaluations de l'[eau] d'ici ont été faites par le sous-comité.
            c3 fr: L'eau des aquifères partagés
                Un plan d'action conjoint pour l'[eau] souterraine, avec un suivi semestriel des coprésidents.
        "#]],
    );
}

#[test]
fn words_with_and_without_hyphen_find_each_other() {
    check(
        "en cochair",
        &expect![[r#"
            1 found, commitment 1
            c3 en: Water of shared aquifers
                A joint action plan for groundwater, with follow-up twice a year by the [co-chairs].
        "#]],
    );
    check(
        "en follow up",
        &expect![[r#"
            1 found, commitment 1
            c3 en: Water of shared aquifers
                A joint action plan for groundwater, with [follow-up] twice a year by the co-chairs.
        "#]],
    );
    check(
        "fr co-présidents",
        &expect![[r#"
            1 found, commitment 1
            c3 fr: L'eau des aquifères partagés
                Un plan d'action conjoint pour l'eau souterraine, avec un suivi semestriel des [coprésidents].
        "#]],
    );
    check(
        "fr souscomité",
        &expect![[r#"
        1 found, passage 1
        p1 fr: Rapport du groupe de travail
            Les évaluations de l'eau d'ici ont été faites par le [sous-comité].
    "#]],
    );
}

#[test]
fn exact_words_come_before_inflected_ones_and_titles_before_texts() {
    check(
        "en crews",
        &expect![[r#"
        3 found, passage 2, commitment 1
        c1 en: Exchange of wildfire crews
            Each party sends [crews] to the other when wildfires exceed what it can fight alone.
        p3 en: Notes of a visit
            [Crews] of both countries trained at the same camp.
        p4 en: Notes of a visit
            [Crews] of both countries trained at the same camp.
    "#]],
    );
    check(
        "en wildfires",
        &expect![[r#"
        2 found, commitment 1, passage 1
        c1 en: Exchange of wildfire crews
            Each party sends crews to the other when [wildfires] exceed what it can fight alone.
        p2 en: Notes of a visit
            [Wildfire], [wildfire] and [wildfire] again: nobody spoke of anything else but [wildfire].
    "#]],
    );
    check(
        "en educational",
        &expect![[r#"
        2 found, commitment 1, meeting 1
        m1 en: Twelfth meeting
            The plan was read. Action on water was put off; the [educational] programme was not.
        c2 en: Teaching in Indigenous languages
            The parties compare how schools teach. [Education] starts with the first language.
    "#]],
    );
    check(
        "en wildfire",
        &expect![[r#"
        2 found, commitment 1, passage 1
        c1 en: Exchange of wildfire crews
            Each party sends crews to the other when [wildfires] exceed what it can fight alone.
        p2 en: Notes of a visit
            [Wildfire], [wildfire] and [wildfire] again: nobody spoke of anything else but [wildfire].
    "#]],
    );
}

#[test]
fn words_in_quotes_stand_together() {
    check(
        "en \"action plan\"",
        &expect![[r#"
        1 found, commitment 1
        c3 en: Water of shared aquifers
            A joint [action] [plan] for groundwater, with follow-up twice a year by the co-chairs.
    "#]],
    );
    check(
        "en action plan",
        &expect![[r#"
        2 found, commitment 1, meeting 1
        c3 en: Water of shared aquifers
            A joint [action] [plan] for groundwater, with follow-up twice a year by the co-chairs.
        m1 en: Twelfth meeting
            The [plan] was read. [Action] on water was put off; the educational programme was not.
    "#]],
    );
    check(
        "fr « plan d'action »",
        &expect![[r#"
        1 found, commitment 1
        c3 fr: L'eau des aquifères partagés
            Un [plan] d'[action] conjoint pour l'eau souterraine, avec un suivi semestriel des coprésidents.
    "#]],
    );
}

#[test]
fn the_last_word_may_be_unfinished() {
    check(
        "en indig",
        &expect![[r#"
        1 found, commitment 1
        c2 en: Teaching in Indigenous languages
            The parties compare how schools teach. Education starts with the first language.
    "#]],
    );
    check(
        "en teaching lan",
        &expect![[r#"
        1 found, commitment 1
        c2 en: Teaching in Indigenous languages
            The parties compare how schools [teach]. Education starts with the first [language].
    "#]],
    );
    check(
        "en lan teaching",
        &expect![[r#"
        1 found (some words), commitment 1
        c2 en: Teaching in Indigenous languages
            The parties compare how schools [teach]. Education starts with the first language.
    "#]],
    );
}

#[test]
fn frequent_words_are_not_needed() {
    check(
        "en the water of a committee",
        &expect![[r#"
        2 found (some words), commitment 1, meeting 1
        c3 en: Water of shared aquifers
            A joint action plan for groundwater, with follow-up twice a year by the co-chairs.
        m1 en: Twelfth meeting
            The plan was read. Action on [water] was put off; the educational programme was not.
    "#]],
    );
    check(
        "en water for the aquifers",
        &expect![[r#"
        1 found, commitment 1
        c3 en: Water of shared aquifers
            A joint action plan for groundwater, with follow-up twice a year by the co-chairs.
    "#]],
    );
    check(
        "es de la",
        &expect![[r#"
        1 found, commitment 1
        c1 es: Intercambio de brigadas contra incendios forestales
            Cada parte envía brigadas a [la] otra cuando los incendios superan sus medios.
    "#]],
    );
}

#[test]
fn where_nothing_has_all_words_some_are_enough_and_it_says_so() {
    check(
        "en groundwater zeppelin of",
        &expect![[r#"
        1 found (some words), commitment 1
        c3 en: Water of shared aquifers
            A joint action plan for [groundwater], with follow-up twice a year by the co-chairs.
    "#]],
    );
    check(
        "en zeppelin",
        &expect![[r#"
        0 found
    "#]],
    );
    check(
        "en zeppelin airship",
        &expect![[r#"
        0 found
    "#]],
    );
}

#[test]
fn kinds_are_counted_whatever_kind_is_asked_for() {
    let meetings = filtered("en water", &[(Facet::Kind, "meeting")]);
    check_query(
        &meetings,
        &expect![[r#"
        1 found, commitment 1, meeting 1
        m1 en: Twelfth meeting
            The plan was read. Action on [water] was put off; the educational programme was not.
    "#]],
    );
    let unheard = filtered("en water", &[(Facet::Kind, "treaty")]);
    check_query(
        &unheard,
        &expect![[r#"
        0 found, commitment 1, meeting 1
    "#]],
    );
}

#[test]
fn a_partnership_can_be_asked_for_alone() {
    let other = Query { partnership: Some("other".to_owned()), ..asked("en crews") };
    check_query(
        &other,
        &expect![[r#"
        1 found, passage 1
        p3 en: Notes of a visit
            [Crews] of both countries trained at the same camp.
    "#]],
    );
}

#[test]
fn equals_come_by_record_and_pages_do_not_overlap() {
    let (_folder, index) = made(sample());
    let all = index.find(&asked("en crews camp")).unwrap();
    let records: Vec<_> = all.hits.iter().map(|hit| hit.record.as_str()).collect();
    assert_eq!(records, ["p3", "p4"]);
    for first in 0..3 {
        let page = Query { first, count: 1, ..asked("en crews camp") };
        let page = index.find(&page).unwrap();
        assert_eq!((page.total, &page.facets), (all.total, &all.facets));
        assert_eq!(page.hits, all.hits.iter().skip(first).take(1).cloned().collect::<Vec<_>>());
    }
    let page = Query { first: usize::MAX, count: usize::MAX, ..asked("en crews camp") };
    assert_eq!(index.find(&page).unwrap().hits, []);
}

#[test]
fn no_more_hits_are_returned_than_the_limit() {
    let item = sample().remove(0);
    let records = 0..HITS_MAX + 1;
    let items = records.map(|n| Item { record: format!("r{n:04}"), ..item.clone() }).collect();
    let (_folder, index) = made(items);
    let found = index.find(&Query { count: usize::MAX, ..asked("en crews") }).unwrap();
    assert_eq!((found.total, found.hits.len()), (HITS_MAX + 1, HITS_MAX));
    assert!(found.hits.is_sorted_by_key(|hit| hit.record.clone()));
}

#[test]
fn a_hit_carries_what_its_item_said() {
    let (_folder, index) = made(sample());
    let hit = index.find(&asked("en twelfth")).unwrap().hits.remove(0);
    expect![[r#"
        (
            "meeting",
            "meetings/m1",
            Some(
                "2026-03-01",
            ),
            "agreed",
        )
    "#]]
    .assert_debug_eq(&(hit.kind, hit.address, hit.date, hit.standing));
}

#[test]
fn odd_input_never_fails() {
    let (_folder, index) = made(sample());
    let long = "wildfire crews ".repeat(700);
    let one_word = "w".repeat(10_000);
    let quotes = "\"".repeat(10_000);
    let odd = [
        "",
        " ",
        "\"",
        "\"\"",
        "'",
        "« »",
        "-",
        "--",
        "a-",
        "*",
        "wild*",
        "AND",
        "NOT NOT",
        "a:b",
        "\\",
        "(",
        "[a TO",
        "{}",
        "^",
        "~2",
        "\0",
        "\u{301}",
        "\u{ad}",
        "🇨🇦",
        "日本",
        "-water",
        "\"water",
        "water\"",
        "\"of the\" \"",
        "é\u{301}\u{301}",
        "l'",
        "'s",
        "s",
        "1/2",
        "a\nb",
        "\u{202e}water",
        &long,
        &one_word,
        &quotes,
    ];
    for typed in odd {
        for language in Language::ALL {
            let query = Query { words: typed.to_owned(), language, ..asked("en x") };
            let found = index.find(&query).unwrap();
            let counted = found.facet(Facet::Kind).iter().map(|(_, count)| count);
            assert_eq!(found.total, counted.sum::<usize>());
            assert!(found.total >= found.hits.len());
        }
    }
    assert_eq!(index.find(&asked(&format!("en {long}"))).unwrap().hits[0].record, "c1");
}

#[test]
fn nothing_is_found_where_there_is_nothing() {
    let (_folder, index) = made(Vec::new());
    for typed in ["en water", "en water plan", "en \"water plan\"", "en -"] {
        let found = index.find(&asked(typed)).unwrap();
        assert_eq!(Found { related: Vec::new(), ..found }, Found::default());
    }
    let empty = Item { title: String::new(), text: String::new(), ..sample().remove(0) };
    let (_folder, index) = made(vec![empty]);
    assert_eq!(index.find(&asked("en water")).unwrap().total, 0);
}

#[test]
fn what_is_past_the_limit_of_a_text_is_not_searched() {
    let text = format!("water{}crews", " é".repeat(TEXT_BYTES_MAX));
    let (_folder, index) = made(vec![Item { title: String::new(), text, ..sample().remove(0) }]);
    assert_eq!(index.find(&asked("en water")).unwrap().total, 1);
    assert_eq!(index.find(&asked("en crews")).unwrap().total, 0);
}

#[test]
fn items_that_need_several_turns_of_memory_are_one_index() {
    // The least memory there is, and words to fill it several times.
    let item = sample().remove(0);
    let text = |n: usize| (0..2_000).map(|m| format!("{n}x{m}")).collect::<Vec<_>>().join(" ");
    let items = (0..30).map(|n| Item { record: format!("r{n}"), text: text(n), ..item.clone() });
    let folder = tempfile::tempdir().unwrap();
    create_in(folder.path(), items, 15_000_000).unwrap();
    let searcher = open_searcher(folder.path()).unwrap();
    assert_eq!(searcher.segment_readers().len(), 1);
    assert_eq!(searcher.num_docs(), 30);
    let files = fs::read_dir(folder.path()).unwrap().map(|entry| entry.unwrap().path());
    let stores = files.filter(|path| path.extension().is_some_and(|ending| ending == "store"));
    assert_eq!(stores.count(), 1);
}

#[test]
fn an_index_is_replaced_as_a_whole_and_an_open_one_goes_on() {
    let parent = tempfile::tempdir().unwrap();
    let folder = parent.path().join("deep").join("search");
    let before = Index::create(&folder, sample()).unwrap();
    let after = Index::create(&folder, sample().into_iter().take(3)).unwrap();
    assert_eq!(before.find(&asked("en water")).unwrap().total, 2);
    assert_eq!(after.find(&asked("en water")).unwrap().total, 0);
    let again = Index::open(&folder).unwrap();
    assert_eq!(again.find(&asked("en crews")).unwrap(), after.find(&asked("en crews")).unwrap());
}

#[test]
fn what_a_crash_left_is_put_right_when_opening_and_when_making() {
    let (parent, _) = made(sample());
    let folder = parent.path().join("search");
    let fresh = parent.path().join("search.fresh");
    let former = parent.path().join("search.former");

    fs::create_dir(&fresh).unwrap();
    fs::write(fresh.join("half"), "").unwrap();
    Index::open(&folder).unwrap();
    assert!(!fresh.exists());

    fs::rename(&folder, &former).unwrap();
    fs::create_dir(&fresh).unwrap();
    assert_eq!(Index::open(&folder).unwrap().find(&asked("en water")).unwrap().total, 2);
    assert!(!fresh.exists() && !former.exists());

    fs::create_dir(&fresh).unwrap();
    fs::create_dir(&former).unwrap();
    Index::create(&folder, sample()).unwrap();
    assert!(!fresh.exists() && !former.exists());
}

#[test]
fn opening_tells_absent_other_and_damaged_apart() {
    let parent = tempfile::tempdir().unwrap();
    let folder = parent.path().join("search");
    let opened = || Index::open(&folder).map(drop).unwrap_err();
    assert!(matches!(opened(), SearchError::Absent { .. }));
    assert_eq!(fs::read_dir(parent.path()).unwrap().count(), 0);

    Index::create(&folder, sample()).unwrap();
    fs::write(folder.join("version"), "servanda-search 0, something older\n").unwrap();
    let error = opened();
    assert!(matches!(&error, SearchError::OtherVersion { found, .. } if found.ends_with("older")));

    fs::remove_file(folder.join("version")).unwrap();
    assert!(matches!(opened(), SearchError::Damaged { .. }));

    for ending in ["store", "idx", "term", "pos", "fast", "json"] {
        for change in [damage, shorten, remove] {
            Index::create(&folder, sample()).unwrap();
            let mut files = fs::read_dir(&folder).unwrap().map(|entry| entry.unwrap().path());
            let is_it = |path: &PathBuf| {
                path.extension().is_some_and(|it| it == ending)
                    && !path.file_name().unwrap().to_string_lossy().starts_with('.')
            };
            let file = files.find(is_it).expect(ending);
            change(&file);
            let error = opened();
            assert!(matches!(error, SearchError::Damaged { .. }), "{ending}: {error}");
        }
    }
    Index::create(&folder, sample()).unwrap();
}

fn damage(file: &Path) {
    let mut bytes = fs::read(file).unwrap();
    bytes[0] ^= 0x55;
    fs::write(file, bytes).unwrap();
}

fn shorten(file: &Path) {
    let bytes = fs::read(file).unwrap();
    fs::write(file, &bytes[..bytes.len() / 2]).unwrap();
}

fn remove(file: &Path) {
    fs::remove_file(file).unwrap();
}

#[test]
fn an_index_can_be_asked_from_several_threads() {
    fn shareable<T: Send + Sync>() {}
    shareable::<Index>();
}

/// Commitments of several bodies and years, each in the languages given; two passages.
fn library() -> Vec<Item> {
    let rows = [
        ("a1", "commitment", "cm", "2021-05-01", "en es", &["body=forests", "lens=climate"][..]),
        ("a2", "commitment", "cm", "2022-05-01", "en fr es", &["body=forests", "lens=youth"]),
        (
            "a3",
            "commitment",
            "cm",
            "2022-07-01",
            "en",
            &["body=mines", "lens=youth", "lens=gender"],
        ),
        ("a4", "meeting", "cm", "2023-01-15", "fr", &["body=mines"]),
        ("a5", "passage", "cm", "", "es", &[]),
        ("a6", "passage", "other", "2023-01-15", "en", &["body=else"]),
    ];
    let mut items = Vec::new();
    for (record, kind, partnership, date, languages, facets) in rows {
        for tag in languages.split(' ') {
            let facets = facets.iter().map(|pair| {
                let (facet, value) = pair.split_once('=').unwrap();
                (Facet::find(facet).unwrap(), value.to_owned())
            });
            items.push(Item {
                record: record.to_owned(),
                kind: kind.to_owned(),
                language: language(tag),
                partnership: partnership.to_owned(),
                title: String::new(),
                within: (kind == "passage").then(|| "A report".to_owned()),
                text: format!("Visa number {record}."),
                address: format!("/{record}"),
                date: (!date.is_empty()).then(|| date.to_owned()),
                standing: "documented".to_owned(),
                facets: facets.collect(),
            });
        }
    }
    items
}

/// Records in order, then the counts of each facet.
fn outline(found: &Found) -> String {
    let records: Vec<&str> = found.hits.iter().map(|hit| hit.record.as_str()).collect();
    let mut shown = format!("{} found {records:?}\n", found.total);
    for (facet, values) in &found.facets {
        let values: Vec<String> =
            values.iter().map(|(value, count)| format!("{value} {count}")).collect();
        writeln!(shown, "{}: {}", facet.code(), values.join(", ")).unwrap();
    }
    shown
}

#[track_caller]
fn check_outline(query: &Query, expected: &Expect) {
    let (_folder, index) = made(library());
    let found = index.find(query).unwrap();
    expected.assert_eq(&outline(&found));
    let (_folder, index) = made(library().into_iter().rev().collect());
    assert_eq!(index.find(query).unwrap(), found);
}

#[test]
fn every_facet_is_counted_by_records_and_languages_by_texts() {
    check_outline(
        &asked("en visa"),
        &expect![[r#"
            6 found ["a1", "a2", "a5", "a3", "a6", "a4"]
            kind: commitment 3, passage 2, meeting 1
            body: forests 2, mines 2, else 1
            year: 2022 2, 2023 2, 2021 1
            lens: youth 2, climate 1, gender 1
            standing: documented 6
            language: en 4, es 3, fr 2
        "#]],
    );
    let ours = Query { partnership: Some("cm".to_owned()), ..asked("en visa") };
    check_outline(
        &ours,
        &expect![[r#"
            5 found ["a1", "a2", "a5", "a3", "a4"]
            kind: commitment 3, meeting 1, passage 1
            body: forests 2, mines 2
            year: 2022 2, 2021 1, 2023 1
            lens: youth 2, climate 1, gender 1
            standing: documented 5
            language: en 3, es 3, fr 2
        "#]],
    );
}

#[test]
fn filters_hold_together_and_a_facet_does_not_count_its_own() {
    let youth = filtered("en visa", &[(Facet::Lens, "youth")]);
    check_outline(
        &youth,
        &expect![[r#"
            2 found ["a2", "a3"]
            kind: commitment 2
            body: forests 1, mines 1
            year: 2022 2
            lens: youth 2, climate 1, gender 1
            standing: documented 2
            language: en 2, es 1, fr 1
        "#]],
    );
    let both = filtered("en visa", &[(Facet::Lens, "youth"), (Facet::Body, "mines")]);
    check_outline(
        &both,
        &expect![[r#"
            1 found ["a3"]
            kind: commitment 1
            body: forests 1, mines 1
            year: 2022 1
            lens: gender 1, youth 1
            standing: documented 1
            language: en 1
        "#]],
    );
    let spanish = filtered("en visa", &[(Facet::Language, "es"), (Facet::Kind, "commitment")]);
    check_outline(
        &spanish,
        &expect![[r#"
            2 found ["a1", "a2"]
            kind: commitment 2, passage 1
            body: forests 2
            year: 2021 1, 2022 1
            lens: climate 1, youth 1
            standing: documented 2
            language: en 3, es 2, fr 1
        "#]],
    );
    let nothing = filtered("en visa", &[(Facet::Year, "1999")]);
    check_outline(
        &nothing,
        &expect![[r#"
            0 found []
            year: 2022 2, 2023 2, 2021 1
        "#]],
    );
}

#[test]
fn a_language_that_is_asked_for_is_the_language_that_is_shown() {
    let (_folder, index) = made(library());
    let found = index.find(&filtered("en visa", &[(Facet::Language, "es")])).unwrap();
    assert!(found.hits.iter().all(|hit| hit.language == Language::Spanish), "{found:?}");
    let found = index.find(&asked("es visa")).unwrap();
    let shown: Vec<&str> = found.hits.iter().map(|hit| hit.language.tag()).collect();
    assert_eq!(shown.iter().filter(|tag| **tag == "es").count(), 3, "{shown:?}");
}

#[test]
fn the_newest_come_first_where_that_is_asked_and_the_undated_last() {
    let by_date = Query { sort: Sort::Date, ..asked("en visa") };
    let (_folder, index) = made(library());
    let records = |query: &Query| -> Vec<String> {
        index.find(query).unwrap().hits.into_iter().map(|hit| hit.record).collect()
    };
    assert_eq!(records(&by_date), ["a6", "a4", "a3", "a2", "a1", "a5"]);
    let page = Query { first: 2, count: 2, ..by_date };
    assert_eq!(records(&page), ["a3", "a2"]);
}

#[test]
fn no_filter_widens_a_search() {
    let query = filtered("en visa number", &[(Facet::Body, "nowhere")]);
    let (_folder, index) = made(library());
    let found = index.find(&query).unwrap();
    assert_eq!((found.total, found.widened, found.corrected.len()), (0, false, 0));
    assert!(!found.facet(Facet::Body).is_empty(), "what another body would give is counted");
}

#[test]
fn many_matches_are_counted_and_the_best_are_kept() {
    let item = library().remove(0);
    let mut items: Vec<Item> = Vec::new();
    for number in 0..3_000 {
        let more = if number == 1_234 { "visa" } else { "" };
        items.push(Item {
            record: format!("r{number:04}"),
            text: format!("Visa {more}"),
            facets: vec![(Facet::Body, format!("b{}", number % 3))],
            ..item.clone()
        });
    }
    let (_folder, index) = made(items);
    let found = index.find(&asked("en visa")).unwrap();
    assert_eq!((found.total, found.hits[0].record.as_str()), (3_000, "r1234"));
    assert_eq!(
        found.facet(Facet::Body).iter().map(|(_, count)| *count).collect::<Vec<_>>(),
        [1_000, 1_000, 1_000]
    );
    let page = Query { first: 2_990, count: 20, ..asked("en visa") };
    let found = index.find(&page).unwrap();
    assert_eq!(found.hits.len(), 10);
    assert_eq!(found.hits[9].record, "r2999");
}

#[test]
fn a_mistyped_word_finds_close_spellings_and_says_so() {
    check(
        "en wildfyre",
        &expect![[r#"
        2 found (close: wildfire), commitment 1, passage 1
        c1 en: Exchange of wildfire crews
            Each party sends crews to the other when [wildfires] exceed what it can fight alone.
        p2 en: Notes of a visit
            [Wildfire], [wildfire] and [wildfire] again: nobody spoke of anything else but [wildfire].
    "#]],
    );
    check(
        "fr evalutaions",
        &expect![[r#"
        1 found (close: evaluations), passage 1
        p1 fr: Rapport du groupe de travail
            Les [évaluations] de l'eau d'ici ont été faites par le sous-comité.
    "#]],
    );
    // Too many mistakes; one where words are swapped counts once; too short a word.
    check(
        "en wiltfrye",
        &expect![[r#"
        0 found
    "#]],
    );
    check(
        "en cmap",
        &expect![[r#"
        2 found (close: camp), passage 2
        p3 en: Notes of a visit
            Crews of both countries trained at the same [camp].
        p4 en: Notes of a visit
            Crews of both countries trained at the same [camp].
    "#]],
    );
    check(
        "en cap",
        &expect![[r#"
        0 found
    "#]],
    );
}

#[test]
fn a_word_that_is_known_is_not_corrected() {
    check(
        "en crew zeppelin",
        &expect![[r#"
        3 found (some words), passage 2, commitment 1
        c1 en: Exchange of wildfire crews
            Each party sends [crews] to the other when wildfires exceed what it can fight alone.
        p3 en: Notes of a visit
            [Crews] of both countries trained at the same camp.
        p4 en: Notes of a visit
            [Crews] of both countries trained at the same camp.
    "#]],
    );
    let (_folder, index) = made(sample());
    assert_eq!(index.find(&asked("en crew plam")).unwrap().corrected, ["plan"]);
}

/// Items that each say one thing in one language.
fn phrasebook() -> Vec<Item> {
    let rows = [
        ("w1", "en", "Crews for each wildfire."),
        ("w2", "fr", "Une équipe pour les feux de forêt."),
        ("w3", "es", "Los incendios forestales de mayo."),
        ("w4", "en", "A fire in the forest."),
        ("w5", "es", "Incendios urbanos; parques forestales."),
    ];
    let item = sample().remove(0);
    rows.iter()
        .map(|(record, tag, text)| Item {
            record: (*record).to_owned(),
            language: language(tag),
            title: "Notes".to_owned(),
            text: (*text).to_owned(),
            ..item.clone()
        })
        .collect()
}

#[test]
fn the_glossary_leads_from_one_language_to_the_others_after_exact_matches() {
    let (_folder, index) = made(phrasebook());
    let check = |typed: &str, expected: &Expect| {
        let found = index.find(&asked(typed)).unwrap();
        let also: Vec<&str> = found.also.iter().map(|(_, term)| term.as_str()).collect();
        expected.assert_eq(&format!("{}also {also:?}\n", shown(&found)));
    };
    check(
        "en incendios forestales",
        &expect![[r#"
            4 found, commitment 4
            w3 es: Notes
                Los [incendios] [forestales] de mayo.
            w5 es: Notes
                [Incendios] urbanos; parques [forestales].
            w2 fr: Notes
                Une équipe pour les [feux] [de] [forêt].
            w1 en: Notes
                Crews for each [wildfire].
            also ["wildfire", "feu de forêt", "incendio forestal"]
        "#]],
    );
    check(
        "es wildfires",
        &expect![[r#"
            3 found, commitment 3
            w1 en: Notes
                Crews for each [wildfire].
            w2 fr: Notes
                Une équipe pour les [feux] [de] [forêt].
            w3 es: Notes
                Los [incendios] [forestales] de mayo.
            also ["wildfire", "feu de forêt", "incendio forestal"]
        "#]],
    );
    check(
        "fr feux de forêt",
        &expect![[r#"
            3 found, commitment 3
            w2 fr: Notes
                Une équipe pour les [feux] [de] [forêt].
            w3 es: Notes
                Los [incendios] [forestales] de mayo.
            w1 en: Notes
                Crews for each [wildfire].
            also ["wildfire", "feu de forêt", "incendio forestal"]
        "#]],
    );
    check(
        "en \"wildfire\"",
        &expect![[r#"
            1 found, commitment 1
            w1 en: Notes
                Crews for each [wildfire].
            also []
        "#]],
    );
}

#[test]
fn where_nothing_is_found_the_glossary_has_terms_to_try() {
    let (_folder, index) = made(phrasebook());
    let found = index.find(&asked("es pesca")).unwrap();
    assert_eq!((found.total, found.related.as_slice()), (0, &["pesca".to_owned()][..]));
}

#[test]
fn a_phrase_is_found_in_two_halves_as_in_one() {
    let item = |number: usize| Item {
        text: if number.is_multiple_of(3) {
            "A plan for action."
        } else {
            "The action plan of it."
        }
        .to_owned(),
        title: String::new(),
        record: format!("n{number}"),
        ..sample().remove(0)
    };
    let index = Index::in_memory((0..100).map(item)).unwrap();
    let segment = &index.searcher.segment_readers()[0];
    let wanted = Wanted::parse("\"action plan\"", Language::English);
    let plan = Plan {
        searcher: &index.searcher,
        segment,
        fields: &index.layout.languages,
        wanted: &wanted,
        widenings: &[],
        close: BTreeMap::new(),
    };
    let words = ["action".to_owned(), "plan".to_owned()];
    let field = index.layout.languages[0].text_exact;
    let halves = plan.in_halves(field, &words).unwrap();
    let mut scorer = plan.together(field, &words, true).unwrap().unwrap();
    let mut whole = Vec::new();
    while scorer.doc() != tantivy::TERMINATED {
        whole.push((scorer.doc(), scorer.score()));
        scorer.advance();
    }
    assert_eq!(whole.len(), 66);
    assert_eq!(halves, whole);
}
