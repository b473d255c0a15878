//! `cargo xtask tidy`: rules of the house that the compiler cannot see.
//!
//! Each finding names a file and a line and says what to do. Never: changes a file.

mod code_map;
mod licences;
mod links;
mod messages;
mod pins;
mod places;
mod sources;
mod words;

use std::fmt;
use std::path::Path;
use std::process::{Command, ExitCode};

use anyhow::Context as _;

use crate::say;

/// Something to mend.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
struct Finding {
    path: String,
    line: usize,
    what: String,
}

impl Finding {
    fn new(path: &str, line: usize, what: impl Into<String>) -> Self {
        Self { path: path.to_owned(), line, what: what.into() }
    }
}

impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}: {}", self.path, self.line, self.what)
    }
}

/// A file of the project that is text.
#[derive(Debug, Clone)]
struct TextFile {
    /// From the folder of the workspace, with `/`.
    path: String,
    text: String,
}

impl TextFile {
    /// Its lines with their numbers, from 1.
    fn lines(&self) -> impl Iterator<Item = (usize, &str)> {
        numbered(&self.text)
    }

    fn has_extension(&self, extension: &str) -> bool {
        Path::new(&self.path).extension().is_some_and(|found| found == extension)
    }
}

/// Lines with their numbers, from 1.
fn numbered(text: &str) -> impl Iterator<Item = (usize, &str)> {
    (1..).zip(text.lines())
}

/// Checks everything and says what was found.
pub(crate) fn run(root: &Path) -> anyhow::Result<ExitCode> {
    let paths = project_files(root)?;
    let files = read(root, &paths);
    let metadata = metadata(root)?;
    let find = |path: &str| files.iter().find(|file| file.path == path);

    let mut findings = Vec::new();
    findings.extend(code_map::check(find("ARCHITECTURE.md"), &code_map::crates(&metadata, root)));
    findings.extend(sources::check(&files));
    findings.extend(licences::check(find("deny.toml"), find("Cargo.lock"), &metadata));
    findings.extend(messages::check(&files));
    findings.extend(words::check(&files));
    findings.extend(places::check(&files));
    findings.extend(pins::check(root, &paths, find("xtask/pins.txt")));
    findings.extend(links::check(root, &files));
    findings.sort();
    findings.dedup();

    for finding in &findings {
        say(finding);
    }
    match findings.len() {
        0 => say(format!("tidy: {} files, nothing to mend", paths.len())),
        count => say(format!("tidy: {count} to mend")),
    }
    Ok(if findings.is_empty() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// Every file that is tracked or would be: what is ignored is not looked at.
fn project_files(root: &Path) -> anyhow::Result<Vec<String>> {
    let listed = output(
        root,
        "git",
        &["ls-files", "-z", "--cached", "--others", "--exclude-standard", "--deduplicate"],
    )?;
    let mut paths: Vec<String> = listed.split('\0').map(str::to_owned).collect();
    // What was deleted and is not yet committed is still listed.
    paths.retain(|path| !path.is_empty() && root.join(path).is_file());
    paths.sort();
    Ok(paths)
}

fn read(root: &Path, paths: &[String]) -> Vec<TextFile> {
    let text = |path: &String| {
        let bytes = std::fs::read(root.join(path)).ok()?;
        // Fonts and pictures are not text.
        let text = String::from_utf8(bytes).ok()?;
        Some(TextFile { path: path.clone(), text })
    };
    paths.iter().filter_map(text).collect()
}

/// What cargo knows of the workspace and of everything it is built from on this machine.
fn metadata(root: &Path) -> anyhow::Result<serde_json::Value> {
    let version = output(root, "rustc", &["-vV"])?;
    let host = version.lines().find_map(|line| line.strip_prefix("host: "));
    let host = host.context("rustc -vV does not name the host")?;
    let arguments = ["metadata", "--offline", "--format-version", "1", "--filter-platform", host];
    let json = output(root, "cargo", &arguments)?;
    serde_json::from_str(&json).context("cargo metadata cannot be understood")
}

#[expect(
    clippy::disallowed_methods,
    reason = "git and cargo are asked what belongs to the project"
)]
fn output(root: &Path, program: &str, arguments: &[&str]) -> anyhow::Result<String> {
    let doing = || format!("{program} {}", arguments.join(" "));
    let output =
        Command::new(program).args(arguments).current_dir(root).output().with_context(doing)?;
    if !output.status.success() {
        anyhow::bail!("{}: {}", doing(), String::from_utf8_lossy(&output.stderr).trim());
    }
    String::from_utf8(output.stdout).with_context(doing)
}
