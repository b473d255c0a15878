//! Chores of the workspace, run with `cargo xtask`.
//!
//! Never: needed to build or run the program.

mod bench;
mod bench_files;
mod bench_reading;
mod bench_scale;
mod bench_search;
mod tidy;

use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};
use std::sync::LazyLock;

use anyhow::Context as _;

const USAGE: &str = "\
cargo xtask tidy                                     check what the compiler cannot see
cargo xtask bench                                    measure the release build on this machine
cargo xtask bench reading [--held-back|--mistakes|--by-rule] [--corpus DIR] [--rules DIR]
                                                     measure the reader on labelled documents, those
                                                     beside the project or any folder of such files
cargo xtask bench search [--passages NUMBER]         measure the search on generated passages,
                                                     beside bare tantivy; use a release build
cargo xtask bench files [COUNT]                      measure reading so many files, beside what
                                                     others take for a part of the same work
cargo xtask bench scale [COUNT …]                    measure the register as it grows
cargo xtask bless                                    write what tests found into their expectations";

/// Labelled documents for measuring are kept beside the project, not in it.
const CORPUS: &str = "../shared/corpus";
/// The sentences of our own that the reader is learned and measured with.
const OWN: &str = "fixtures/reading";

fn main() -> anyhow::Result<ExitCode> {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    match words.as_slice() {
        ["tidy"] => tidy::run(root()),
        ["bench"] => bench(),
        ["bench", "reading", rest @ ..] => bench_reading(rest),
        ["bench", "search"] => bench_search::run(bench_search::PASSAGES),
        ["bench", "search", "--passages", number] => bench_search::run(number.parse()?),
        ["bench", "files"] => bench_files(bench_files::DOCUMENTS),
        ["bench", "files", number] => bench_files(number.parse()?),
        ["bench", "scale", rest @ ..] => bench_scale(rest),
        ["bless"] => bless(),
        _ => {
            say(USAGE);
            Ok(ExitCode::from(2))
        }
    }
}

/// The folder of the workspace: where cargo runs this from, also where another checkout shares the
/// same folder of builds.
#[expect(clippy::disallowed_methods, reason = "cargo says where the manifest is")]
fn root() -> &'static Path {
    static ROOT: LazyLock<PathBuf> = LazyLock::new(|| {
        let manifest = std::env::var("CARGO_MANIFEST_DIR");
        PathBuf::from(manifest.as_deref().unwrap_or(env!("CARGO_MANIFEST_DIR")))
    });
    ROOT.parent().expect("xtask stands in the workspace")
}

/// Builds what is measured as it is released, then measures it from a release build of this.
#[expect(clippy::disallowed_methods, reason = "the chore is to build and to measure")]
fn released(words: &[&str]) -> anyhow::Result<ExitCode> {
    let built = Command::new(env!("CARGO"))
        .args(["build", "--release", "--package", "servanda", "--package", "xtask"])
        .current_dir(root())
        .status()?;
    anyhow::ensure!(built.success(), "the release build failed");
    let measured = Command::new(root().join("target/release/xtask")).args(words).status()?;
    anyhow::ensure!(measured.success(), "a measurement failed");
    Ok(ExitCode::SUCCESS)
}

fn bench() -> anyhow::Result<ExitCode> {
    if cfg!(debug_assertions) {
        return released(&["bench"]);
    }
    bench::run(root())?;
    let corpus = root().join(CORPUS);
    if corpus.is_dir() {
        bench_reading::run(&corpus, &root().join(OWN), bench_reading::Part::HeldBack)?;
    } else {
        say("reading: skipped, the labelled documents are not beside the project");
    }
    Ok(ExitCode::SUCCESS)
}

fn bench_files(documents: usize) -> anyhow::Result<ExitCode> {
    if cfg!(debug_assertions) {
        return released(&["bench", "files", &documents.to_string()]);
    }
    bench_files::run(root(), documents)?;
    Ok(ExitCode::SUCCESS)
}

fn bench_scale(words: &[&str]) -> anyhow::Result<ExitCode> {
    if cfg!(debug_assertions) {
        return released(&[&["bench", "scale"], words].concat());
    }
    let sizes = words.iter().map(|word| word.parse()).collect::<Result<Vec<usize>, _>>();
    let sizes = sizes.context("how many commitments: whole numbers such as 1000")?;
    bench_scale::run(&root().join("target/release/servanda"), &sizes)?;
    Ok(ExitCode::SUCCESS)
}

fn bench_reading(words: &[&str]) -> anyhow::Result<ExitCode> {
    let mut corpus = root().join(CORPUS);
    let mut part = bench_reading::Part::All;
    let mut words = words.iter();
    while let Some(word) = words.next() {
        match *word {
            "--held-back" => part = bench_reading::Part::HeldBack,
            "--mistakes" => part = bench_reading::Part::Mistakes,
            "--by-rule" => part = bench_reading::Part::ByRule,
            "--corpus" => corpus = words.next().context("--corpus needs a folder")?.into(),
            "--rules" => {
                bench_reading::use_rules(words.next().context("--rules needs a folder")?.as_ref())?;
            }
            other => anyhow::bail!("'{other}' is not understood\n{USAGE}"),
        }
    }
    bench_reading::run(&corpus, &root().join(OWN), part)?;
    Ok(ExitCode::SUCCESS)
}

/// Lets every test write what it found where it expected something else.
///
/// With `cargo test` and not nextest, which runs each test in a process of its own: they would
/// overwrite each other's edits of one file.
#[expect(clippy::disallowed_methods, reason = "the chore is to run the tests")]
fn bless() -> anyhow::Result<ExitCode> {
    let status = Command::new("cargo")
        .args(["test", "--workspace"])
        .env("UPDATE_EXPECT", "1")
        .current_dir(root())
        .status()
        .context("cargo cannot be started")?;
    Ok(if status.success() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

#[expect(clippy::print_stdout, reason = "chores speak to the person who runs them")]
fn say(what: impl std::fmt::Display) {
    println!("{what}");
}
