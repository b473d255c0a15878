//! Every source file says what it is, is named after a thing, and ends its lines where they end.

use std::path::Path;

use super::{Finding, TextFile};

/// Names that say nothing about what is inside.
const BANNED: [&str; 9] =
    ["util", "helper", "common", "misc", "manager", "service", "base", "core", "types"];

/// Checks every `.rs` file.
pub(super) fn check(files: &[TextFile]) -> Vec<Finding> {
    files.iter().filter(|file| file.has_extension("rs")).flat_map(check_file).collect()
}

fn check_file(file: &TextFile) -> Vec<Finding> {
    let mut findings = Vec::new();
    let mut found = |line, what: &str| findings.push(Finding::new(&file.path, line, what));
    if !file.text.starts_with("//!") {
        found(1, "the file does not say what it is: begin it with '//!' and one sentence");
    }
    for (number, line) in file.lines() {
        if line.ends_with([' ', '\t']) {
            found(number, "the line ends in white space: remove it");
        }
        if line.starts_with('\t') {
            found(number, "the line is indented with a tab: use spaces");
        }
    }
    if let Some(name) = banned_name(&file.path) {
        let what = format!("'{name}' says nothing about what is inside: name it after its noun");
        found(1, &what);
    }
    if Path::new(&file.path).file_name().is_some_and(|name| name == "mod.rs") {
        found(1, "a module's file has its name, not 'mod.rs': move it to 'name.rs' beside 'name/'");
    }
    findings
}

fn banned_name(path: &str) -> Option<&'static str> {
    let names = path.split('/').map(|name| name.strip_suffix(".rs").unwrap_or(name));
    let singular = |name: &str| BANNED.into_iter().find(|banned| is_form_of(name, banned));
    names.into_iter().find_map(singular)
}

/// Whether a name is the banned one or its plural.
fn is_form_of(name: &str, banned: &str) -> bool {
    name.strip_prefix(banned).is_some_and(|rest| rest.is_empty() || rest == "s")
}

#[cfg(test)]
mod tests;
