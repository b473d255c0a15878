//! A small index, asked in three languages.

#![expect(clippy::needless_raw_string_hashes, reason = "expect-test writes them")]

use std::fmt::Write as _;
use std::fs;

use expect_test::{Expect, expect};
use tempfile::TempDir;

use super::*;
use crate::Fragment;

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
    ["en", "fr", "es"][usize::try_from(code(language)).unwrap()]
}

fn sample() -> Vec<Item> {
    let item = |(record, kind, tag, title, text): &(&str, &str, &str, &str, &str)| Item {
        record: (*record).to_owned(),
        kind: (*kind).to_owned(),
        language: language(tag),
        partnership: if *record == "p3" { "other" } else { "cm" }.to_owned(),
        title: (*title).to_owned(),
        text: (*text).to_owned(),
        address: format!("{kind}s/{record}"),
        date: (*kind == "meeting").then(|| "2026-03-01".to_owned()),
        standing: "agreed".to_owned(),
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
        kind: None,
        partnership: None,
        first: 0,
        count: 10,
    }
}

fn shown(found: &Found) -> String {
    let kinds = found.kinds.iter().map(|(kind, count)| format!(", {kind} {count}"));
    let widened = if found.widened { " (some words)" } else { "" };
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
        c3 fr: L'eau des aquifères partagés
            Un plan d'action conjoint pour l'[eau] souterraine, avec un suivi semestriel des coprésidents.
        p1 fr: Rapport du groupe de travail
            Les évaluations de l'[eau] d'ici ont été faites par le sous-comité.
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
            A joint action plan for groundwater, with [follow]-[up] twice a year by the co-chairs.
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
    let meetings = Query { kind: Some("meeting".to_owned()), ..asked("en water") };
    check_query(
        &meetings,
        &expect![[r#"
        1 found, commitment 1, meeting 1
        m1 en: Twelfth meeting
            The plan was read. Action on [water] was put off; the educational programme was not.
    "#]],
    );
    let unheard = Query { kind: Some("treaty".to_owned()), ..asked("en water") };
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
        assert_eq!((page.total, &page.kinds), (all.total, &all.kinds));
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
            assert_eq!(found.total, found.kinds.iter().map(|(_, count)| count).sum::<usize>());
            assert!(found.total >= found.hits.len());
        }
    }
    assert_eq!(index.find(&asked(&format!("en {long}"))).unwrap().hits[0].record, "c1");
}

#[test]
fn nothing_is_found_where_there_is_nothing() {
    let (_folder, index) = made(Vec::new());
    for typed in ["en water", "en water plan", "en \"water plan\"", "en -"] {
        assert_eq!(index.find(&asked(typed)).unwrap(), Found::default());
    }
    let empty = Item { title: String::new(), text: String::new(), ..sample().remove(0) };
    let (_folder, index) = made(vec![empty]);
    assert_eq!(index.find(&asked("en water")).unwrap(), Found::default());
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
    make(folder.path(), items, 15_000_000).unwrap();
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
