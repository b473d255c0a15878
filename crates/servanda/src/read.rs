//! `servanda read`: findings of any documents, without an installation.

mod compared;
mod crew;
mod out;

use std::fmt::Display;
use std::io::BufRead;
use std::path::{Path, PathBuf};

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use servanda_reading::{Language, Reading, TOGETHER_MAX, Together, output};

use crate::command;
use crate::fetching;
use crate::files::{self, Files};
use crate::outcome::{Done, Ended, say_aside};
use out::{Out, put};

/// Folders within folders that are looked into.
const FOLDER_DEPTH_MAX: usize = 32;
/// What is named in the place of a document where the documents are listed on standard input.
const STANDARD_INPUT: &str = "-";
/// Documents that one command reads.
const DOCUMENTS_MAX: usize = 1_000_000;
/// The endings of files that are read out of a folder. A file named by itself is always tried.
const ENDINGS: [&str; 10] =
    ["txt", "text", "md", "markdown", "html", "htm", "xhtml", "pdf", "docx", "odt"];

pub(crate) fn run(asked: &command::Read) -> Done {
    if let Some(folder) = &asked.rules {
        use_rules(folder)?;
    }
    let mut refused = Vec::new();
    let mut files = Vec::new();
    for path in named_paths(&asked.documents)? {
        match path.to_str().filter(|text| servanda_fetch::is_address(text)) {
            Some(_) => files.push(path),
            None => gather(&path, 0, &mut files, &mut refused),
        }
    }
    let reader = Reader { files: Files::new(files::limits(&asked.limits))?, asked };
    if let Some(words) = &asked.explain {
        return explain(&reader, &files, words, refused);
    }
    if asked.compare {
        return compared::run(&reader, &files, refused);
    }
    let mut out = Out::new(asked, files.len())?;
    let before = files.len();
    files.retain(|path| !out.has(&path.display().to_string()));
    if files.len() < before {
        say_aside(format!("{} of {before} were read before", before.saturating_sub(files.len())));
    }
    let progress = progress(files.len());
    let mut together = asked.together.then(Together::new);
    let jobs = asked.jobs.unwrap_or_else(cores);
    crew::each(
        &files,
        jobs,
        |path| reader.read(path),
        |path, read| {
            let name = path.display().to_string();
            match read {
                Ok(reading) => {
                    for problem in &reading.problems {
                        progress.suspend(|| say_aside(format!("{name}: {problem}")));
                    }
                    match &mut together {
                        Some(together) => together.add(&name, reading),
                        None => out.write(&name, &reading)?,
                    }
                }
                Err(why) => {
                    if together.is_none() {
                        out.write_unreadable(&name, &why)?;
                    }
                    refused.push(why);
                }
            }
            progress.inc(1);
            Ok(())
        },
    )?;
    progress.finish_and_clear();
    match together {
        None => out.finish()?,
        Some(together) => {
            put(&output::together(&together))?;
            if together.has_overflowed() {
                let why = format!("only the first {TOGETHER_MAX} different findings are listed");
                refused.push(why);
            }
        }
    }
    if refused.is_empty() { Ok(()) } else { Err(Ended::many(refused)) }
}

/// The paths that were named; `-` stands for the lines of standard input.
fn named_paths(documents: &[PathBuf]) -> Result<Vec<PathBuf>, Ended> {
    let mut paths = Vec::new();
    for path in documents {
        if path != Path::new(STANDARD_INPUT) {
            paths.push(path.clone());
            continue;
        }
        for line in std::io::stdin().lock().lines().take(DOCUMENTS_MAX) {
            let line = line.map_err(|error| Ended::failed(format!("standard input: {error}")))?;
            if !line.trim().is_empty() {
                paths.push(PathBuf::from(line.trim_end_matches('\r')));
            }
        }
    }
    Ok(paths)
}

/// Cores that may read at once.
fn cores() -> usize {
    std::thread::available_parallelism().map_or(1, std::num::NonZero::get)
}

/// Reads by the rule files of a folder; for a language without one, by those built in.
fn use_rules(folder: &Path) -> Done {
    let mut found = false;
    for language in Language::ALL {
        let path = folder.join(language.tag()).with_extension("toml");
        if path.exists() {
            found = true;
            let text = std::fs::read_to_string(&path);
            let text = text.map_err(|why| Ended::refused(named(&path, &why)))?;
            let used = servanda_reading::use_rules(language, &text);
            used.map_err(|why| Ended::refused(named(&path, &why)))?;
        }
    }
    if found {
        return Ok(());
    }
    let what = format!("{}: there is no en.toml, es.toml or fr.toml in it", folder.display());
    Err(Ended::refused(what).hint("name the folder that holds rule files"))
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
fn named(path: &Path, why: &dyn Display) -> String {
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
        let read = self.files.read(&name, &bytes, self.asked.date);
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
