//! Where readings are written: standard output, or a file that can be gone on with.

use std::collections::BTreeSet;
use std::fs::{File, OpenOptions};
use std::io::{BufRead, BufReader, IsTerminal, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};

use servanda_reading::{Reading, output};

use crate::command::{self, Format};
use crate::outcome::{Done, Ended};

/// Columns of a table where the terminal does not say.
const TABLE_WIDTH: usize = 100;

/// Writes readings, whole documents at a time.
pub(super) struct Out {
    format: Format,
    /// Whether the readings stand in one JSON array.
    is_array: bool,
    written: usize,
    /// Where they go, if not to standard output.
    file: Option<(PathBuf, File)>,
    /// The documents that an earlier command wrote to the file.
    before: BTreeSet<String>,
}

impl Out {
    /// Opens what the command line asks for, for so many documents.
    pub(super) fn new(asked: &command::Read, documents: usize) -> Result<Self, Ended> {
        let to_terminal = asked.output.is_none() && std::io::stdout().is_terminal();
        let usual = if to_terminal { Format::Table } else { Format::Ndjson };
        let format = asked.format.unwrap_or(usual);
        if format == Format::Html && documents > 1 {
            return Err(Ended::refused("--format html writes one document at a time")
                .hint("name one file, or use --format json"));
        }
        if asked.resume && format != Format::Ndjson {
            return Err(Ended::refused("only lines of JSON can be gone on with")
                .hint("use --format ndjson with --resume"));
        }
        let is_array = documents > 1 && format == Format::Json;
        let mut out = Self { format, is_array, written: 0, file: None, before: BTreeSet::new() };
        if let Some(path) = &asked.output {
            out.open(path, asked.resume).map_err(|error| refused(path, &error))?;
        }
        Ok(out)
    }

    fn open(&mut self, path: &Path, resumes: bool) -> std::io::Result<()> {
        let mut options = OpenOptions::new();
        options.read(true).write(true);
        let mut file =
            if resumes { options.create(true) } else { options.create_new(true) }.open(path)?;
        if resumes {
            let (documents, whole_bytes) = documents(&file)?;
            self.before = documents;
            // What follows was written when the command before ended, and is not whole.
            file.set_len(whole_bytes)?;
            file.seek(SeekFrom::End(0))?;
        }
        self.file = Some((path.to_owned(), file));
        Ok(())
    }

    /// Whether a document was written by an earlier command.
    pub(super) fn has(&self, name: &str) -> bool {
        self.before.contains(name)
    }

    /// Writes a document that was read.
    pub(super) fn write(&mut self, name: &str, reading: &Reading) -> Done {
        let text = match self.format {
            Format::Table => output::table(name, reading, width()),
            Format::Json => output::json(name, reading),
            Format::Ndjson => output::ndjson(name, reading),
            Format::Html => output::html(name, reading),
        };
        self.begin()?;
        self.put(&text)
    }

    /// Writes that a document could not be read, where the format has a place for it.
    pub(super) fn write_unreadable(&mut self, name: &str, why: &str) -> Done {
        match self.format {
            Format::Ndjson => self.put(&output::ndjson_unreadable(name, why)),
            Format::Table | Format::Json | Format::Html => Ok(()),
        }
    }

    fn begin(&mut self) -> Done {
        let is_first = self.written == 0;
        self.written = self.written.saturating_add(1);
        match (self.is_array, is_first) {
            (true, true) => self.put("[\n"),
            (true, false) => self.put(",\n"),
            (false, _) => Ok(()),
        }
    }

    /// Ends what was written.
    pub(super) fn finish(&mut self) -> Done {
        match (self.is_array, self.written) {
            (true, 0) => self.put("[]\n"),
            (true, _) => self.put("]\n"),
            (false, _) => Ok(()),
        }
    }

    fn put(&mut self, text: &str) -> Done {
        match &mut self.file {
            Some((path, file)) => file.write_all(text.as_bytes()).map_err(|error| {
                Ended::failed(format!("{}: {error}", path.display()))
                    .hint("make room, then go on with --resume")
            }),
            None => put(text),
        }
    }
}

/// The documents that are whole in a file of lines of JSON, and how many bytes they take.
fn documents(file: &File) -> std::io::Result<(BTreeSet<String>, u64)> {
    let mut documents = BTreeSet::new();
    let (mut read_bytes, mut whole_bytes) = (0_u64, 0);
    let mut lines = BufReader::new(file);
    let mut line = Vec::new();
    while lines.read_until(b'\n', &mut line)? > 0 {
        read_bytes = read_bytes.saturating_add(u64::try_from(line.len()).unwrap_or(u64::MAX));
        if let Some(document) = output::ended(&line) {
            documents.insert(document);
            whole_bytes = read_bytes;
        }
        line.clear();
    }
    Ok((documents, whole_bytes))
}

fn refused(path: &Path, error: &std::io::Error) -> Ended {
    let refused = Ended::refused(format!("{}: {error}", path.display()));
    if error.kind() == std::io::ErrorKind::AlreadyExists {
        refused.hint("go on with it by --resume, or name another file")
    } else {
        refused.hint("name a file that can be written")
    }
}

/// Writes to standard output; a reader that went away ends the command quietly.
pub(super) fn put(text: &str) -> Done {
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
