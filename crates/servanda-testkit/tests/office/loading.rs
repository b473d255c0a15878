//! A data set with a problem is not loaded at all, and every problem is named with its place.

use servanda_actions::{LoadRefusal, NotDone};
use servanda_testkit::TestOffice;

use crate::wells;

#[track_caller]
fn check(set: &str, expected: &[&str]) {
    let mut office = TestOffice::new();
    let told = match office.load(&[("wells.toml", set)], &[wells::copy()]) {
        Err(NotDone::Refused(LoadRefusal::Problems(problems))) => problems,
        other => panic!("expected problems, not {other:?}"),
    };
    let told: Vec<String> = told.iter().map(ToString::to_string).collect();
    assert_eq!(told, expected);
    assert!(office.office().ground().journals().expect("a ground").is_empty(), "nothing is loaded");
}

#[test]
fn what_is_missing_wrong_or_unknown_is_named_with_its_line() {
    check(
        &wells::WELLS.replace("title.fr = \"Forer deux puits\"\n", ""),
        &["wells.toml, line 75: commitment/two-wells: 'title' has no version in 'fr'"],
    );
    check(
        &wells::WELLS.replace("due = \"../2027-21\"", "due = \"next spring\""),
        &["wells.toml, line 75: commitment/two-wells: 'due': 'next spring' is not a date: write \
           2021, 2021-11, 2021-11-25, 2022-21 (spring), 2022-33 (first quarter) or two of them \
           with / between"],
    );
    check(
        &wells::WELLS.replace("\"party/south\", \"party/north\"]\ndue", "\"party/west\"]\ndue"),
        &["wells.toml, line 75: commitment/two-wells: 'owed-by' names 'party/west', which is not \
           described"],
    );
    check(
        &wells::WELLS.replace("body = \"body/drilling\"\nlenses", "body = \"party/north\"\nlenses"),
        &["wells.toml, line 75: commitment/two-wells: 'body' cannot be a party"],
    );
    check(
        &wells::WELLS.replace("key = \"south\"", "key = \"north\""),
        &[
            "wells.toml, line 24: party/north: another record has this key",
            "wells.toml, line 6: partnership/wells: 'parties' names 'party/south', which is not \
             described",
            "wells.toml, line 56: post/chair: 'party' names 'party/south', which is not described",
            "wells.toml, line 75: commitment/two-wells: 'owed-by' names 'party/south', which is \
             not described",
        ],
    );
}

#[test]
fn a_passage_that_is_not_in_the_copy_is_named() {
    check(
        &wells::WELLS.replace("begins = \"Both sides will\"", "begins = \"Neither side will\""),
        &[
            "wells.toml, line 75: commitment/two-wells: source 1: the words 'Neither side will' are \
           not in the document",
        ],
    );
}

#[test]
fn text_that_could_deceive_is_refused() {
    check(
        &wells::WELLS.replace("Drill two wells\"", "Drill \u{202E}two wells\""),
        &["wells.toml, line 75: commitment/two-wells: 'title': it contains the hidden character \
           U+202E; remove it"],
    );
}

#[test]
fn broken_toml_is_named_with_its_line() {
    let set = wells::WELLS.replace("code = \"NO\"", "code = ");
    let mut office = TestOffice::new();
    let Err(NotDone::Refused(LoadRefusal::Problems(problems))) =
        office.load(&[("wells.toml", &set)], &[])
    else {
        panic!("it is refused");
    };
    assert_eq!(problems.first().and_then(|problem| problem.line), Some(19));
}

#[test]
fn a_journal_keeps_its_name() {
    let mut office = wells::office();
    let files = [("wells.toml".to_owned(), wells::WELLS.to_owned())];
    let set = servanda_actions::DataSet::parse(&files).expect("the data set is whole");
    let other = "other.example/wells/registrar";
    let refused = office.act(|office, by| servanda_actions::load(office, other, &set, &[], by));
    assert_eq!(
        refused.map_err(|not_done| not_done.to_string()),
        Err("the registrar's journal of this partnership is 'test.example/wells/registrar'"
            .to_owned())
    );
}
