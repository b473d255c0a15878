//! What a source file must not look like.

use super::{Finding, TextFile, banned_name, check_file};

fn found(path: &str, text: &str) -> Vec<String> {
    let file = TextFile { path: path.to_owned(), text: text.to_owned() };
    check_file(&file).iter().map(Finding::to_string).collect()
}

#[test]
fn a_clean_file_is_left_alone() {
    assert_eq!(found("crates/a/src/record.rs", "//! Records.\n\nfn f() {}\n"), [""; 0]);
}

#[test]
fn header_white_space_and_tabs_are_found_at_their_lines() {
    assert_eq!(
        found("a.rs", "use b; \n\tf();\n"),
        [
            "a.rs:1: the file does not say what it is: begin it with '//!' and one sentence",
            "a.rs:1: the line ends in white space: remove it",
            "a.rs:2: the line is indented with a tab: use spaces",
        ]
    );
}

#[test]
fn banned_names_are_found_as_file_and_as_folder_and_only_whole() {
    assert_eq!(banned_name("crates/a/src/utils.rs"), Some("util"));
    assert_eq!(banned_name("crates/a/src/core/record.rs"), Some("core"));
    assert_eq!(banned_name("crates/a/src/database.rs"), None);
    assert_eq!(banned_name("crates/a/src/score.rs"), None);
}
