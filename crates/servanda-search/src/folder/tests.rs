//! What crashes leave behind, and what is made of it.

#![expect(clippy::needless_raw_string_hashes, reason = "expect-test writes them")]

use std::fs;

use expect_test::{Expect, expect};

use super::*;

/// Lays out folders (`name`, or `name!` for a whole one), tidies, and shows what is there; each
/// holds a file with its first name.
#[track_caller]
fn check(laid_out: &[&str], expected: &Expect) {
    let parent = tempfile::tempdir().unwrap();
    for name in laid_out {
        let path = parent.path().join(name.trim_end_matches('!'));
        fs::create_dir(&path).unwrap();
        fs::write(path.join("was"), name).unwrap();
        if name.ends_with('!') {
            fs::write(path.join(VERSION_FILE), version()).unwrap();
        }
    }
    let folder = Folder::new(&parent.path().join("search")).unwrap();
    folder.tidy().unwrap();
    expected.assert_eq(&shown(parent.path()));
}

fn shown(parent: &Path) -> String {
    let mut lines: Vec<String> = fs::read_dir(parent)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.is_dir())
        .map(|path| {
            let name = path.file_name().unwrap().to_string_lossy().into_owned();
            let was = fs::read_to_string(path.join("was")).unwrap_or_default();
            format!("{name} (was {was})\n")
        })
        .collect();
    lines.sort();
    lines.concat()
}

#[test]
fn an_unfinished_one_is_removed() {
    check(
        &["search!", "search.fresh"],
        &expect![[r#"
        search (was search!)
    "#]],
    );
    check(&["search.fresh"], &expect![]);
}

#[test]
fn a_finished_one_that_never_took_its_place_is_removed_while_the_old_one_stands() {
    check(
        &["search!", "search.fresh!"],
        &expect![[r#"
        search (was search!)
    "#]],
    );
}

#[test]
fn a_finished_one_takes_the_place_the_old_one_has_left() {
    check(
        &["search.former!", "search.fresh!"],
        &expect![[r#"
        search (was search.fresh!)
    "#]],
    );
}

#[test]
fn the_old_one_comes_back_where_no_finished_one_is() {
    check(
        &["search.former!", "search.fresh"],
        &expect![[r#"
        search (was search.former!)
    "#]],
    );
    check(
        &["search.former!"],
        &expect![[r#"
        search (was search.former!)
    "#]],
    );
}

#[test]
fn the_old_one_goes_once_it_is_replaced() {
    check(
        &["search!", "search.former!"],
        &expect![[r#"
        search (was search!)
    "#]],
    );
}

#[test]
fn neighbours_are_left_alone() {
    check(
        &["search!", "search.fresh", "research.fresh", "search.freshly"],
        &expect![[r#"
        research.fresh (was research.fresh)
        search (was search!)
        search.freshly (was search.freshly)
    "#]],
    );
}

#[test]
fn only_one_makes_it_at_a_time() {
    let parent = tempfile::tempdir().unwrap();
    let path = parent.path().join("search");
    let folder = Folder::new(&path).unwrap();
    folder
        .replace(|fresh| {
            fs::write(fresh.join("was"), "first").unwrap();
            let other = Folder::new(&path).unwrap();
            let error = other.replace(|_| Ok(())).unwrap_err();
            assert!(matches!(error, SearchError::Busy { .. }), "{error}");
            let error = other.check_version().unwrap_err();
            assert!(matches!(error, SearchError::Busy { .. }), "{error}");
            other.tidy()
        })
        .unwrap();
    assert_eq!(shown(parent.path()), "search (was first)\n");
    folder.check_version().unwrap();
}

#[test]
fn after_a_failure_the_old_one_stands_and_nothing_lies_about() {
    let parent = tempfile::tempdir().unwrap();
    let folder = Folder::new(&parent.path().join("search")).unwrap();
    let make = |fresh: &Path| {
        fs::write(fresh.join("was"), "good").unwrap();
        Ok(())
    };
    folder.replace(make).unwrap();
    let error = SearchError::Absent { folder: PathBuf::new() };
    folder.replace(|_| Err(error)).unwrap_err();
    assert_eq!(shown(parent.path()), "search (was good)\n");
}

#[test]
fn a_folder_needs_a_name() {
    for path in ["", "/", "a/.."] {
        assert!(matches!(Folder::new(Path::new(path)), Err(SearchError::File { .. })), "{path}");
    }
}
