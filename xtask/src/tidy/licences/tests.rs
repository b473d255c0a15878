//! Expressions of licences, as packages write them.

use super::{allowed, is_allowed, line_of};

const DENY: &str = "\
[advisories]
allow = [
    \"not a licence\",
]

[licenses]
confidence-threshold = 0.9
allow = [
    \"MIT\",
    \"Unicode-3.0\", # data of the Unicode Consortium
]
";

#[track_caller]
fn check(expression: &str, expected: bool) {
    assert_eq!(is_allowed(expression, &allowed(DENY)), expected, "{expression}");
}

#[test]
fn the_list_is_read_from_its_section() {
    assert_eq!(allowed(DENY), ["MIT", "Unicode-3.0"]);
}

#[test]
fn any_choice_is_enough_and_every_part_is_needed() {
    check("MIT", true);
    check("GPL-3.0-only", false);
    check("GPL-3.0-only OR MIT", true);
    check("Apache-2.0 / MIT / MPL-2.0", true);
    check("MIT/Apache-2.0", true);
    check("MIT AND Unicode-3.0", true);
    check("MIT AND GPL-3.0-only", false);
    check("(MIT OR Apache-2.0) AND Unicode-3.0", true);
    check("(GPL-3.0-only OR Apache-2.0) AND Unicode-3.0", false);
}

#[test]
fn an_exception_is_another_licence() {
    check("MIT WITH Something", false);
    check("MIT WITH Something OR MIT", true);
}

#[test]
fn what_cannot_be_read_is_not_allowed() {
    check("", false);
    check("(MIT", false);
    check("MIT MIT", false);
    check("MIT OR", true);
    check("MIT AND", false);
}

#[test]
fn a_package_is_found_in_the_lock_file() {
    assert_eq!(line_of("[[package]]\nname = \"a\"\n\n[[package]]\nname = \"b\"\n", "b"), Some(5));
}
