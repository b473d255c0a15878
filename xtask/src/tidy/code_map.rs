//! The code map in ARCHITECTURE.md says the same as the manifests, both ways.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use serde_json::Value;

use super::{Finding, TextFile, numbered};

/// What the header of the table begins with.
const HEADER: &str = "| crate | is | never | may use |";
/// What the names in the last column leave out.
const PREFIX: &str = "servanda-";

/// A crate as its manifest describes it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Crate {
    pub(super) name: String,
    /// Its manifest, from the folder of the workspace.
    pub(super) manifest: String,
    /// Which of ours it depends on, outside tests.
    pub(super) uses: BTreeSet<String>,
}

/// A row of the code map.
#[derive(Debug, PartialEq, Eq)]
struct Row {
    line: usize,
    name: String,
    may_use: BTreeSet<String>,
}

/// The crates of the workspace.
pub(super) fn crates(metadata: &Value, root: &Path) -> Vec<Crate> {
    let packages = metadata["packages"].as_array().map(Vec::as_slice).unwrap_or_default();
    let ours = packages.iter().filter(|package| package["source"].is_null());
    let mut crates: Vec<Crate> = ours
        .map(|package| {
            let dependencies = package["dependencies"].as_array();
            let dependencies = dependencies.map(Vec::as_slice).unwrap_or_default();
            let used = dependencies.iter().filter(|dependency| dependency["kind"] != "dev");
            let names = used.filter_map(|dependency| dependency["name"].as_str());
            let manifest = Path::new(package["manifest_path"].as_str().unwrap_or_default());
            let manifest = manifest.strip_prefix(root).unwrap_or(manifest);
            Crate {
                name: package["name"].as_str().unwrap_or_default().to_owned(),
                manifest: manifest.display().to_string(),
                uses: names.filter(|name| name.starts_with(PREFIX)).map(str::to_owned).collect(),
            }
        })
        .collect();
    crates.sort_by(|one, other| one.name.cmp(&other.name));
    crates
}

/// Compares the table with the crates.
pub(super) fn check(architecture: Option<&TextFile>, crates: &[Crate]) -> Vec<Finding> {
    let Some(file) = architecture else {
        return vec![Finding::new("ARCHITECTURE.md", 1, "the file is missing: write it")];
    };
    let rows = rows(&file.text);
    if rows.is_empty() {
        let what = format!("there is no code map: add a table that begins with '{HEADER}'");
        return vec![Finding::new(&file.path, 1, what)];
    }
    compare(&file.path, &rows, crates)
}

fn compare(path: &str, rows: &[Row], crates: &[Crate]) -> Vec<Finding> {
    let mut findings = Vec::new();
    let mut by_name: BTreeMap<&str, &Row> = BTreeMap::new();
    for row in rows {
        if by_name.insert(&row.name, row).is_some() {
            let what = format!("'{}' stands in the code map twice: remove one row", row.name);
            findings.push(Finding::new(path, row.line, what));
        }
        if !crates.iter().any(|krate| krate.name == row.name) {
            let what = format!("there is no crate '{}': remove the row", row.name);
            findings.push(Finding::new(path, row.line, what));
        }
    }
    for krate in crates {
        let Some(row) = by_name.get(krate.name.as_str()) else {
            let what = format!("'{}' is not in the code map of {path}: add a row", krate.name);
            findings.push(Finding::new(&krate.manifest, 1, what));
            continue;
        };
        for used in krate.uses.difference(&row.may_use) {
            let what = format!(
                "it depends on '{used}', which the code map ({path}:{}) does not allow: change \
                 the map first, or remove the dependency",
                row.line
            );
            findings.push(Finding::new(&krate.manifest, 1, what));
        }
        for unused in row.may_use.difference(&krate.uses) {
            let what = format!(
                "'{}' may use '{unused}' and does not depend on it: remove the name",
                krate.name
            );
            findings.push(Finding::new(path, row.line, what));
        }
    }
    findings
}

/// The rows of the table, with the names in their last column in full.
fn rows(text: &str) -> Vec<Row> {
    let lines = numbered(text).skip_while(|(_, line)| line.trim() != HEADER).skip(2);
    let table = lines.take_while(|(_, line)| line.starts_with('|'));
    table.filter_map(|(line, text)| row(line, text)).collect()
}

fn row(line: usize, text: &str) -> Option<Row> {
    let cells: Vec<&str> = text.trim().trim_matches('|').split('|').map(str::trim).collect();
    let [name, _, _, may_use] = cells.as_slice() else { return None };
    let may_use = may_use.split([' ', ',', '`']).filter(|word| !word.is_empty() && *word != "–");
    Some(Row {
        line,
        name: name.trim_matches('`').to_owned(),
        may_use: may_use.map(|word| format!("{PREFIX}{word}")).collect(),
    })
}

#[cfg(test)]
mod tests;
