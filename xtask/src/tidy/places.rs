//! No file names a place that exists on one machine or in one network only.
//!
//! The patterns are put together from pieces, so that this file does not name them either.

use super::{Finding, TextFile};

/// Folders that belong to a person or a machine.
const FOLDERS: [&str; 6] = [
    concat!("/ho", "me/"),
    concat!("/ro", "ot/"),
    concat!("/wo", "rk/"),
    concat!("/t", "mp/"),
    concat!("/Us", "ers/"),
    concat!("/m", "nt/"),
];
/// Endings of host names that only one network knows.
const HOST_ENDINGS: [&str; 5] =
    [concat!(".inter", "nal"), concat!(".lo", "cal"), concat!(".l", "an"), ".corp", ".intranet"];
/// Settings that send a package manager to another place than its own.
const REGISTRIES: [&str; 6] = [
    concat!("spar", "se+"),
    concat!("replace-", "with"),
    concat!("index", "-url"),
    concat!("\"resol", "ved\":"),
    concat!("GOPROXY", "=http"),
    concat!("npm_config_", "registry"),
];
/// What the lock file says of every package from the public registry.
const PUBLIC: &str = "registry+https://github.com/rust-lang/crates.io-index";

/// Checks every text of the project.
pub(super) fn check(files: &[TextFile]) -> Vec<Finding> {
    files.iter().flat_map(check_file).collect()
}

fn check_file(file: &TextFile) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (number, line) in file.lines() {
        let mut found = |what: String| findings.push(Finding::new(&file.path, number, what));
        for folder in FOLDERS.iter().filter(|folder| names_folder(line, folder)) {
            found(format!("'{folder}…' is a folder of one machine: use a path inside the project"));
        }
        for host in hosts(line).filter(|host| is_private(host)) {
            found(format!("'{host}' is known in one network only: use example.org"));
        }
        let line = line.replace(PUBLIC, "");
        let other = concat!("regis", "try+");
        for setting in REGISTRIES.iter().chain([&other]).filter(|setting| line.contains(**setting))
        {
            found(format!("'{setting}' names a registry: leave the choice to each machine"));
        }
    }
    findings
}

/// Whether an absolute path begins with the folder.
fn names_folder(line: &str, folder: &str) -> bool {
    line.match_indices(folder).any(|(at, _)| {
        let before = line.get(..at).and_then(|before| before.chars().next_back());
        !before.is_some_and(|c| c.is_alphanumeric() || ".-_~/}$…".contains(c))
    })
}

/// What stands after `://` up to the next sign that cannot be part of a host and port.
fn hosts(line: &str) -> impl Iterator<Item = &str> {
    let host = |rest: &str| {
        rest.find(|c: char| !c.is_ascii_alphanumeric() && !".-:@".contains(c)).unwrap_or(rest.len())
    };
    line.split("://").skip(1).filter_map(move |rest| rest.get(..host(rest)))
}

fn is_private(host: &str) -> bool {
    let name = host.rsplit('@').next().unwrap_or(host);
    let name = name.split(':').next().unwrap_or(name);
    let numbers: Vec<u8> = name.split('.').filter_map(|part| part.parse().ok()).collect();
    let private_number = matches!(
        numbers.as_slice(),
        [10, _, _, _] | [192, 168, _, _] | [169, 254, _, _] | [172, 16..=31, _, _]
    );
    private_number || HOST_ENDINGS.iter().any(|ending| name.ends_with(ending))
}

#[cfg(test)]
mod tests;
