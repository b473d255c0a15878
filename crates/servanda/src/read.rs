//! `servanda read`: findings of any documents, without an installation.

use std::io::{IsTerminal, Write};
use std::path::{Path, PathBuf};

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use servanda_reading::{Reading, output};

use crate::command::{self, Format};
use crate::fetching;
use crate::files::{self, Files};
use crate::outcome::{Done, Ended, say_aside};

/// Folders within folders that are looked into.
const FOLDER_DEPTH_MAX: usize = 32;
/// Documents that one command reads.
const DOCUMENTS_MAX: usize = 1_000_000;
/// Columns of a table where the terminal does not say.
const TABLE_WIDTH: usize = 100;
/// The endings of files that are read out of a folder. A file named by itself is always tried.
const ENDINGS: [&str; 10] =
    ["txt", "text", "md", "markdown", "html", "htm", "xhtml", "pdf", "docx", "odt"];

pub(crate) fn run(asked: &command::Read) -> Done {
    let mut refused = Vec::new();
    let mut files = Vec::new();
    for path in &asked.documents {
        match path.to_str().filter(|text| servanda_fetch::is_address(text)) {
            Some(_) => files.push(path.clone()),
            None => gather(path, 0, &mut files, &mut refused),
        }
    }
    let reader = Reader { files: Files::new(files::limits(&asked.limits))?, asked };
    if let Some(words) = &asked.explain {
        return explain(&reader, &files, words, refused);
    }
    let to_terminal = std::io::stdout().is_terminal();
    let format = asked.format.unwrap_or(if to_terminal { Format::Table } else { Format::Ndjson });
    if format == Format::Html && files.len() > 1 {
        return Err(Ended::refused("--format html writes one document at a time")
            .hint("name one file, or use --format json"));
    }
    let progress = progress(files.len());
    let mut out = Writer::new(format, files.len() > 1);
    for path in &files {
        match reader.read(path) {
            Ok(reading) => {
                for problem in &reading.problems {
                    progress.suspend(|| say_aside(format!("{}: {problem}", path.display())));
                }
                out.write(&path.display().to_string(), &reading)?;
            }
            Err(why) => refused.push(why),
        }
        progress.inc(1);
    }
    progress.finish_and_clear();
    out.finish()?;
    if refused.is_empty() { Ok(()) } else { Err(Ended::many(refused)) }
}

/// Writes what the rules make of the sentences that contain some words.
fn explain(reader: &Reader<'_>, files: &[PathBuf], words: &str, mut refused: Vec<String>) -> Done {
    for path in files {
        let explained = reader.bytes(path).and_then(|(bytes, name)| {
            let explained = reader.files.explain(&name, &bytes, words);
            explained.map_err(|why| files::told(&path.display().to_string(), &why))
        });
        match explained {
            Ok(all) => put(&output::explanations(&path.display().to_string(), &all))?,
            Err(why) => refused.push(why),
        }
    }
    if refused.is_empty() { Ok(()) } else { Err(Ended::many(refused)) }
}

/// Adds the documents at a path, a folder's in the order of their names.
fn gather(path: &Path, depth: usize, files: &mut Vec<PathBuf>, refused: &mut Vec<String>) {
    if !path.is_dir() {
        if files.len() < DOCUMENTS_MAX {
            files.push(path.to_owned());
        }
        return;
    }
    if depth > FOLDER_DEPTH_MAX {
        refused.push(format!("{}: more than {FOLDER_DEPTH_MAX} folders deep", path.display()));
        return;
    }
    let listed = std::fs::read_dir(path)
        .and_then(|entries| entries.map(|entry| entry.map(|it| it.path())).collect());
    let mut inside: Vec<PathBuf> = match listed {
        Ok(inside) => inside,
        Err(error) => {
            refused.push(format!("{}: {error}", path.display()));
            return;
        }
    };
    inside.sort();
    for path in inside {
        // A link could lead round in a circle.
        if path.is_dir() && !path.is_symlink() {
            gather(&path, depth + 1, files, refused);
        } else if is_document(&path) {
            files.push(path);
        }
    }
}

fn is_document(path: &Path) -> bool {
    let ending = path.extension().and_then(|ending| ending.to_str()).map(str::to_lowercase);
    path.is_file() && ending.is_some_and(|ending| ENDINGS.contains(&ending.as_str()))
}

/// What went wrong, with the file it went wrong in.
fn named(path: &Path, why: &dyn std::fmt::Display) -> String {
    format!("{}: {why}", path.display())
}

/// Reads documents as it was asked to.
struct Reader<'a> {
    files: Files,
    asked: &'a command::Read,
}

impl Reader<'_> {
    /// Reads one document, or says why not: which file, what, where.
    fn read(&self, path: &Path) -> Result<Reading, String> {
        let (bytes, name) = self.bytes(path)?;
        let read = self.files.read(&name, &bytes);
        read.map_err(|why| files::told(&path.display().to_string(), &why))
    }

    /// The bytes of a document and its name, or why it is not read.
    fn bytes(&self, path: &Path) -> Result<(Vec<u8>, String), String> {
        let size_bytes_max = self.asked.limits.size_bytes_max;
        if let Some(address) = path.to_str().filter(|text| servanda_fetch::is_address(text)) {
            return fetching::fetch(address, &self.asked.fetching, size_bytes_max);
        }
        let size = std::fs::metadata(path).map_err(|error| named(path, &error))?.len();
        let size_bytes = usize::try_from(size).unwrap_or(usize::MAX);
        if size_bytes > size_bytes_max {
            let too_large = servanda_reading::Unreadable::TooLarge { size_bytes, size_bytes_max };
            return Err(files::told(&path.display().to_string(), &too_large.into()));
        }
        let bytes = std::fs::read(path).map_err(|error| named(path, &error))?;
        Ok((bytes, path.file_name().unwrap_or_default().to_string_lossy().into_owned()))
    }
}

/// Writes readings to standard output.
struct Writer {
    format: Format,
    /// Whether the readings stand in one JSON array.
    is_array: bool,
    written: usize,
}

impl Writer {
    fn new(format: Format, several: bool) -> Self {
        Self { format, is_array: several && format == Format::Json, written: 0 }
    }

    fn write(&mut self, name: &str, reading: &Reading) -> Done {
        let text = match self.format {
            Format::Table => output::table(name, reading, width()),
            Format::Json => output::json(name, reading),
            Format::Ndjson => output::ndjson(name, reading),
            Format::Html => output::html(name, reading),
        };
        if self.is_array {
            put(if self.written == 0 { "[\n" } else { ",\n" })?;
        }
        self.written += 1;
        put(&text)
    }

    fn finish(&self) -> Done {
        match (self.is_array, self.written) {
            (true, 0) => put("[]\n"),
            (true, _) => put("]\n"),
            (false, _) => Ok(()),
        }
    }
}

/// Writes to standard output; a reader that went away ends the command quietly.
fn put(text: &str) -> Done {
    match std::io::stdout().lock().write_all(text.as_bytes()) {
        Err(error) if error.kind() != std::io::ErrorKind::BrokenPipe => {
            Err(Ended::failed(format!("standard output: {error}")))
        }
        Ok(()) | Err(_) => Ok(()),
    }
}

/// Columns of the terminal, or of a page.
fn width() -> usize {
    let size = console::Term::stdout().size_checked();
    size.map_or(TABLE_WIDTH, |(_rows, columns)| usize::from(columns))
}

/// A bar on a terminal, for more than one document.
fn progress(count: usize) -> ProgressBar {
    let bar = ProgressBar::with_draw_target(
        u64::try_from(count).ok(),
        if count > 1 { ProgressDrawTarget::stderr() } else { ProgressDrawTarget::hidden() },
    );
    let style = ProgressStyle::with_template("{bar:40} {pos} of {len} documents, {eta} left");
    match style {
        Ok(style) => bar.with_style(style),
        Err(_template) => bar,
    }
}
