//! Places of one machine are found, public ones are not.

use super::{TextFile, check_file};

#[track_caller]
fn check(line: &str, expected: usize) {
    let file = TextFile { path: "a".to_owned(), text: line.to_owned() };
    let findings = check_file(&file);
    assert_eq!(findings.len(), expected, "{line}: {findings:?}");
}

#[test]
fn folders_of_a_machine_are_found_where_a_path_begins() {
    check(concat!("cd /ho", "me/ana/x"), 1);
    check(concat!("\"/wo", "rk/x\""), 1);
    check(concat!("../wo", "rk/x"), 0);
    check(concat!("https://example.org/wo", "rk/x"), 0);
    check("/var/lib/servanda", 0);
}

#[test]
fn hosts_of_one_network_are_found() {
    check(concat!("http://cache.inter", "nal:3142/x"), 1);
    check(concat!("http://10.", "0.0.7/x"), 1);
    check("http://127.0.0.1:8080/", 0);
    check("https://example.org/a.internal.html", 0);
}

#[test]
fn settings_of_registries_are_found() {
    check("source = \"registry+https://github.com/rust-lang/crates.io-index\"", 0);
    check(concat!("source = \"regis", "try+https://example.org/index\""), 1);
    check(concat!("\"resol", "ved\": \"https://example.org/a.tgz\""), 1);
}
