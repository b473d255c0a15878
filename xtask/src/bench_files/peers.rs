//! What others take for a part of the same work, on the same files.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use anyhow::{Context as _, Result};
use tempfile::TempDir;

use super::now;
use crate::say;

/// The versions of the peers that are written in Python.
const REQUIREMENTS: &str = "xtask/peers/requirements.txt";
/// The peers read so many documents of a format: some would take an hour for all.
const DOCUMENTS_MAX: usize = 300;
/// The program that runs them.
const PROGRAM: &str = "xtask/peers/peers.py";

/// Reads the same files with the peers, and prints what each took.
#[expect(clippy::disallowed_methods, reason = "the chore is to measure other programs")]
pub(super) fn run(program: &Path, folder: &Path, root: &Path) -> Result<()> {
    say("");
    say("| what | of the same files | time | a second |");
    say("| --- | --- | --- | --- |");
    pdf(program, sample(&folder.join("pdf"))?.path())?;
    let python = python(root)?;
    for (peer, format) in [("trafilatura", "html"), ("spacy", "txt")] {
        let some = sample(&folder.join(format))?;
        let inside = some.path();
        ours(program, inside, format)?;
        let told = Command::new(&python)
            .arg(root.join(PROGRAM))
            .arg(peer)
            .arg(inside)
            .stderr(Stdio::inherit())
            .output()?;
        anyhow::ensure!(told.status.success(), "{peer} ended early");
        let told: serde_json::Value = serde_json::from_slice(&told.stdout)?;
        let seconds = told.get("seconds").and_then(serde_json::Value::as_f64).unwrap_or(f64::NAN);
        let what = told.get("what").and_then(|it| it.as_str()).unwrap_or(peer);
        print(what, format, seconds, bytes(inside)?);
    }
    Ok(())
}

/// The text of PDF files, one program for each file, one after the other.
#[expect(clippy::disallowed_methods, reason = "the chore is to measure other programs")]
fn pdf(program: &Path, folder: &Path) -> Result<()> {
    let mut pages = 0;
    let started = now();
    for path in files(folder)? {
        let told = Command::new("pdftotext")
            .args(["-layout"])
            .arg(&path)
            .arg("-")
            .stderr(Stdio::null())
            .output()
            .context("pdftotext does not start: install poppler-utils")?;
        pages += told.stdout.split(|byte| *byte == b'\x0c').count().saturating_sub(1);
    }
    let theirs = started.elapsed().as_secs_f64();
    let started = now();
    super::read(program, folder, 1)?;
    let ours = started.elapsed().as_secs_f64();
    let pages = f64::from(u32::try_from(pages).unwrap_or(u32::MAX));
    for (what, seconds) in
        [("ours, one at a time: text, outline, findings", ours), ("pdftotext: text", theirs)]
    {
        say(format!(
            "| {what} | pdf, {pages:.0} pages | {seconds:.1} s | {:.0} pages |",
            pages / seconds
        ));
    }
    Ok(())
}

/// The first documents of a folder, in a folder of their own.
fn sample(folder: &Path) -> Result<TempDir> {
    let some = TempDir::new()?;
    for path in files(folder)?.into_iter().take(DOCUMENTS_MAX) {
        let name = path.file_name().context("a file has a name")?;
        std::fs::copy(&path, some.path().join(name))?;
    }
    Ok(some)
}

fn ours(program: &Path, folder: &Path, format: &str) -> Result<()> {
    let read = super::read(program, folder, 1)?;
    print(
        "ours, one at a time: text, outline, findings",
        format,
        read.took.as_secs_f64(),
        bytes(folder)?,
    );
    Ok(())
}

fn print(what: &str, format: &str, seconds: f64, bytes: u64) {
    let megabytes = super::mega(bytes);
    say(format!(
        "| {what} | {format}, {megabytes:.1} MB | {seconds:.1} s | {:.2} MB |",
        megabytes / seconds
    ));
}

/// An environment with the peers in it, made once among what is built.
#[expect(clippy::disallowed_methods, reason = "the chore is to have the peers there")]
fn python(root: &Path) -> Result<PathBuf> {
    let place = root.join("target/peers");
    let python = place.join("bin/python");
    let done = place.join("requirements.txt");
    let wanted = std::fs::read(root.join(REQUIREMENTS))?;
    if std::fs::read(&done).is_ok_and(|there| there == wanted) {
        return Ok(python);
    }
    let made = Command::new("python3").args(["-m", "venv"]).arg(&place).status()?;
    anyhow::ensure!(made.success(), "python3 -m venv ended early");
    let installed = Command::new(&python)
        .args(["-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--requirement"])
        .arg(root.join(REQUIREMENTS))
        .status()?;
    anyhow::ensure!(installed.success(), "the peers could not be installed");
    std::fs::write(done, wanted)?;
    Ok(python)
}

fn files(folder: &Path) -> Result<Vec<PathBuf>> {
    let mut files: Vec<PathBuf> = Vec::new();
    for entry in std::fs::read_dir(folder)? {
        files.push(entry?.path());
    }
    files.sort();
    Ok(files)
}

fn bytes(folder: &Path) -> Result<u64> {
    let mut bytes = 0;
    for path in files(folder)? {
        bytes += std::fs::metadata(path)?.len();
    }
    Ok(bytes)
}
