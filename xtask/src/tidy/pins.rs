//! Migrations are numbered without gaps, and what has been released keeps its bytes.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::Path;

use sha2::{Digest as _, Sha256};

use super::{Finding, TextFile};

/// A file that must keep its bytes.
#[derive(Debug, PartialEq, Eq)]
struct Pin<'a> {
    line: usize,
    sha256: &'a str,
    path: &'a str,
}

/// Checks the numbers of migrations and the pinned files.
pub(super) fn check(root: &Path, paths: &[String], pins: Option<&TextFile>) -> Vec<Finding> {
    let mut findings = misnumbered(paths);
    let Some(pins) = pins else {
        findings.push(Finding::new("xtask/pins.txt", 1, "the file is missing: write it"));
        return findings;
    };
    for (number, line) in pins.lines() {
        match pin(number, line) {
            Ok(None) => {}
            Ok(Some(pin)) => findings.extend(compare(root, &pins.path, &pin)),
            Err(what) => findings.push(Finding::new(&pins.path, number, what)),
        }
    }
    findings
}

fn compare(root: &Path, list: &str, pin: &Pin<'_>) -> Option<Finding> {
    let Ok(bytes) = std::fs::read(root.join(pin.path)) else {
        let what = format!("'{}' was released and is gone: bring it back", pin.path);
        return Some(Finding::new(list, pin.line, what));
    };
    let mut found = String::new();
    for byte in Sha256::digest(&bytes) {
        // Writing into a string does not fail.
        write!(found, "{byte:02x}").ok()?;
    }
    (found != pin.sha256).then(|| {
        let what = format!(
            "the file was released and must keep its bytes ({list}:{}): undo the change, and add \
             a new migration or version beside it",
            pin.line
        );
        Finding::new(pin.path, 1, what)
    })
}

/// One line of the list: a digest and a path, as `sha256sum` writes them, or a comment.
fn pin(line: usize, text: &str) -> Result<Option<Pin<'_>>, &'static str> {
    let text = text.trim();
    if text.is_empty() || text.starts_with('#') {
        return Ok(None);
    }
    match text.split_whitespace().collect::<Vec<_>>().as_slice() {
        [sha256, path] if sha256.len() == 64 => Ok(Some(Pin { line, sha256, path })),
        _ => Err("the line is not a pin: write the SHA-256 and the path, as sha256sum does"),
    }
}

/// `…/migrations/0001-name.sql`, then `0002-`, in each folder.
fn misnumbered(paths: &[String]) -> Vec<Finding> {
    let mut folders: BTreeMap<&str, Vec<(&str, &String)>> = BTreeMap::new();
    for path in paths {
        if let Some((folder, name)) = path.split_once("/migrations/") {
            folders.entry(folder).or_default().push((name, path));
        }
    }
    let mut findings = Vec::new();
    for mut names in folders.into_values() {
        names.sort_unstable();
        for (number, (name, path)) in (1..).zip(names) {
            let is_right = name.starts_with(&format!("{number:04}-"))
                && Path::new(name).extension().is_some_and(|extension| extension == "sql");
            if !is_right {
                let what = format!(
                    "migrations are numbered without gaps: this one is '{number:04}-what-it-\
                     makes.sql'"
                );
                findings.push(Finding::new(path, 1, what));
            }
        }
    }
    findings
}

#[cfg(test)]
mod tests;
