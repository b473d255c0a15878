//! Map and manifests are compared both ways.

use std::collections::BTreeSet;

use super::{Crate, Finding, compare, rows};

const MAP: &str = "\
Words before.

| crate | is | never | may use |
|---|---|---|---|
| `servanda-model` | nouns | I/O | – |
| `servanda-entry` | bytes | changes | model |

| `not-a-row` | is | in | here |
";

fn krate(name: &str, uses: &[&str]) -> Crate {
    let uses: BTreeSet<String> = uses.iter().map(|name| (*name).to_owned()).collect();
    Crate { name: name.to_owned(), manifest: format!("crates/{name}/Cargo.toml"), uses }
}

fn found(crates: &[Crate]) -> Vec<String> {
    compare("A.md", &rows(MAP), crates).iter().map(Finding::to_string).collect()
}

#[test]
fn a_true_map_is_left_alone() {
    let crates = [krate("servanda-model", &[]), krate("servanda-entry", &["servanda-model"])];
    assert_eq!(found(&crates), Vec::<String>::new());
}

#[test]
fn a_dependency_that_is_not_in_the_map_is_found_at_the_manifest() {
    let crates = [
        krate("servanda-model", &["servanda-entry"]),
        krate("servanda-entry", &["servanda-model"]),
    ];
    assert_eq!(
        found(&crates),
        ["crates/servanda-model/Cargo.toml:1: it depends on 'servanda-entry', which the code map \
          (A.md:5) does not allow: change the map first, or remove the dependency"]
    );
}

#[test]
fn a_row_that_allows_more_than_is_used_is_found_at_its_line() {
    let crates = [krate("servanda-model", &[]), krate("servanda-entry", &[])];
    assert_eq!(
        found(&crates),
        [
            "A.md:6: 'servanda-entry' may use 'servanda-model' and does not depend on it: remove the \
          name"
        ]
    );
}

#[test]
fn crates_and_rows_without_each_other_are_found() {
    let crates = [krate("servanda-model", &[]), krate("servanda-new", &[])];
    assert_eq!(
        found(&crates),
        [
            "A.md:6: there is no crate 'servanda-entry': remove the row",
            "crates/servanda-new/Cargo.toml:1: 'servanda-new' is not in the code map of A.md: add \
             a row",
        ]
    );
}
