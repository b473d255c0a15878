//! Documents of our own, as many as are asked for, the same each time.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use anyhow::{Context as _, Result};

/// Of a hundred documents, how many are of each format.
const SHARES: [(&str, usize); 5] = [("txt", 45), ("html", 30), ("md", 15), ("docx", 5), ("pdf", 5)];
/// Units of a document: short minutes up to a report.
const UNITS: [usize; 5] = [40, 80, 160, 400, 1_200];
/// Documents that `LibreOffice` is asked to turn into each of its formats.
const CONVERTED: usize = 20;

/// What was made.
pub(super) struct Made {
    /// The bytes of each format; its documents lie in a folder of this name.
    pub(super) formats: Vec<(&'static str, u64)>,
}

/// Makes documents of all formats in folders of their names.
pub(super) fn make(sentences: &Path, folder: &Path, documents: usize) -> Result<Made> {
    let units = units(sentences)?;
    let mut formats = Vec::new();
    for (format, share) in SHARES {
        let inside = folder.join(format);
        std::fs::create_dir(&inside)?;
        let count = documents * share / 100;
        match format {
            "docx" | "pdf" => converted(&units, &inside, format, count)?,
            _ => {
                for number in 0..count {
                    std::fs::write(
                        inside.join(format!("{number:05}.{format}")),
                        written(&units, number, format),
                    )?;
                }
            }
        }
        let mut bytes = 0;
        for entry in std::fs::read_dir(&inside)? {
            bytes += entry?.metadata()?.len();
        }
        formats.push((format, bytes));
    }
    Ok(Made { formats })
}

/// The sentences of each language.
fn units(folder: &Path) -> Result<Vec<Vec<String>>> {
    ["en.tsv", "fr.tsv", "es.tsv"]
        .into_iter()
        .map(|name| {
            let path = folder.join(name);
            let text = std::fs::read_to_string(&path)
                .with_context(|| format!("{}: it cannot be read", path.display()))?;
            let unit = |line: &str| line.split('\t').nth(2).map(str::to_owned);
            Ok(text.lines().filter_map(unit).collect())
        })
        .collect()
}

/// A document of a number: its language, length and sentences follow from it.
fn written(units: &[Vec<String>], number: usize, format: &str) -> String {
    let Some(units) = units.get(number % units.len().max(1)) else { return String::new() };
    let length = UNITS.get(number / 3 % UNITS.len()).copied().unwrap_or_default();
    let mut text = String::new();
    // A step that has no divisor in common with most lengths, so that documents differ.
    let chosen = (0..length).map(|place| (number * 7_919 + place * 104_729) % units.len().max(1));
    for unit in chosen.filter_map(|place| units.get(place)) {
        let words = unit.trim_start_matches("# ").trim_start_matches("- ");
        let done = match (format, unit.starts_with("# "), unit.starts_with("- ")) {
            ("html", true, _) => writeln!(text, "<h2>{}</h2>", escaped(words)),
            ("html", _, true) => writeln!(text, "<ul><li>{}</li></ul>", escaped(words)),
            ("html", ..) => writeln!(text, "<p>{}</p>", escaped(words)),
            _ => write!(text, "{unit}\n\n"),
        };
        done.ok();
    }
    if format == "html" {
        text = format!("<!DOCTYPE html><html><body><main>\n{text}</main></body></html>\n");
    }
    text
}

fn escaped(words: &str) -> String {
    words.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

/// Documents turned into a format by `LibreOffice`, each as often as the count asks for.
#[expect(clippy::disallowed_methods, reason = "the chore is to have the documents made")]
fn converted(units: &[Vec<String>], folder: &Path, format: &str, count: usize) -> Result<()> {
    let work = tempfile::TempDir::new()?;
    let mut sources: Vec<PathBuf> = Vec::new();
    for number in 0..CONVERTED.min(count) {
        let path = work.path().join(format!("{number:05}.html"));
        std::fs::write(&path, written(units, number, "html"))?;
        sources.push(path);
    }
    let filter =
        if format == "docx" { "docx:MS Word 2007 XML" } else { "pdf:writer_web_pdf_Export" };
    let profile = format!("-env:UserInstallation=file://{}/profile", work.path().display());
    let status = Command::new("soffice")
        .arg(profile)
        .args(["--headless", "--convert-to", filter, "--outdir"])
        .arg(work.path())
        .args(&sources)
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status()
        .context("soffice does not start: install libreoffice-writer-nogui")?;
    anyhow::ensure!(status.success(), "soffice did not make {format} of the documents");
    for number in 0..count {
        let made = work.path().join(format!("{:05}.{format}", number % CONVERTED));
        std::fs::copy(&made, folder.join(format!("{number:05}.{format}")))?;
    }
    Ok(())
}
