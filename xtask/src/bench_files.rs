//! What reading many files costs: a folder of documents of our own in every format, read by the
//! program as anybody would, and beside it by what others use for a part of that work.
//!
//! The documents are made of the sentences in `fixtures/reading`, the same each time. `LibreOffice`
//! makes PDF and DOCX of some of them, which stand in the folder several times under other names.
//! Prints tables for `docs/performance.md`; nothing is asserted.

mod corpus;
mod peers;

use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use anyhow::{Context as _, Result};
use tempfile::TempDir;

use crate::say;

/// Documents, unless another number is asked for.
pub(crate) const DOCUMENTS: usize = 10_000;
/// How often the memory of the program is looked at while it reads.
const LOOK_EVERY: Duration = Duration::from_millis(20);

/// What reading a folder came to.
struct Read {
    took: Duration,
    memory_bytes: u64,
    findings: usize,
    documents: usize,
    unreadable: usize,
}

/// Makes so many documents, reads them, and has the peers read what they can.
pub(crate) fn run(root: &Path, documents: usize) -> Result<()> {
    let program = root.join("target/release/servanda");
    anyhow::ensure!(program.is_file(), "build it first: cargo build --release -p servanda");
    let folder = TempDir::new()?;
    let made = corpus::make(&root.join("fixtures/reading"), folder.path(), documents)?;
    say(
        "| format | documents | MB | with | time | documents a second | findings | not read | memory |",
    );
    say("| --- | --- | --- | --- | --- | --- | --- | --- | --- |");
    for (format, bytes) in &made.formats {
        for jobs in [1, 2] {
            let read = read(&program, &folder.path().join(format), jobs)?;
            row(format, *bytes, jobs, &read);
        }
    }
    let all: u64 = made.formats.iter().map(|(_, bytes)| bytes).sum();
    row("all", all, 2, &read(&program, folder.path(), 2)?);
    peers::run(&program, folder.path(), root)
}

fn row(format: &str, bytes: u64, jobs: usize, read: &Read) {
    let Read { took, memory_bytes, findings, documents, unreadable } = read;
    let seconds = took.as_secs_f64();
    say(format!(
        "| {format} | {documents} | {:.1} | {jobs} at once | {seconds:.1} s | {:.0} | {findings} | \
         {unreadable} | {:.0} MB |",
        mega(bytes),
        f64::from(u32::try_from(*documents).unwrap_or(u32::MAX)) / seconds,
        mega(*memory_bytes),
    ));
}

/// Reads a folder with the program.
#[expect(clippy::disallowed_methods, reason = "the chore is to measure the program")]
fn read(program: &Path, folder: &Path, jobs: usize) -> Result<Read> {
    let out = TempDir::new()?;
    let lines = out.path().join("findings.ndjson");
    let mut command = Command::new(program);
    command.arg("read").arg(folder).args(["--format", "ndjson", "--jobs", &jobs.to_string()]);
    command.arg("--output").arg(&lines).stdin(Stdio::null()).stderr(Stdio::null());
    let started = now();
    let mut child = command.spawn().context("the program does not start")?;
    let memory_bytes = watch(&mut child)?;
    let took = started.elapsed();
    let (mut findings, mut documents, mut unreadable) = (0, 0, 0);
    for line in std::fs::read_to_string(&lines)?.lines() {
        let line: serde_json::Value = serde_json::from_str(line)?;
        match line.get("kind").and_then(|kind| kind.as_str()) {
            Some("document") => documents += 1,
            Some("unreadable") => unreadable += 1,
            _ => findings += 1,
        }
    }
    Ok(Read { took, memory_bytes, findings, documents, unreadable })
}

/// The most memory a process had until it ended, without the processes it started.
#[expect(clippy::disallowed_methods, reason = "memory is looked at now and then")]
fn watch(child: &mut Child) -> Result<u64> {
    let status = format!("/proc/{}/status", child.id());
    let mut most = 0;
    while child.try_wait()?.is_none() {
        let told = std::fs::read_to_string(&status).unwrap_or_default();
        let peak = told.lines().find_map(|line| line.strip_prefix("VmHWM:"));
        let kilobytes = peak.and_then(|it| it.trim().strip_suffix(" kB")?.trim().parse().ok());
        most = most.max(kilobytes.unwrap_or(0_u64) * 1024);
        std::thread::sleep(LOOK_EVERY);
    }
    Ok(most)
}

#[expect(clippy::cast_precision_loss, clippy::as_conversions, reason = "a figure for reading")]
fn mega(bytes: u64) -> f64 {
    bytes as f64 / 1e6
}

#[expect(clippy::disallowed_methods, reason = "a benchmark measures")]
fn now() -> Instant {
    Instant::now()
}
