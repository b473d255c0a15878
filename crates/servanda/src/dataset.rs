//! Data sets and document copies, read from files; and the data set that is compiled in.

use std::path::{Path, PathBuf};

use servanda_actions::{DataSet, DocumentCopy, LoadRefusal, Loaded, NotDone, Office, load};
use servanda_files::Limits;
use servanda_model::record::{Block, BlockForm};
use servanda_reading::BlockKind;
use sha2::{Digest, Sha256};

use crate::files::{self, Files};
use crate::outcome::Ended;
use crate::world;

/// The most bytes a file of a data set may have.
const FILE_BYTES_MAX: u64 = 16 * 1024 * 1024;
/// Problems of a data set that are told at once.
const PROBLEMS_TOLD_MAX: usize = 20;

/// The Canada–Mexico Partnership.
pub(crate) const CANADA_MEXICO: [(&str, &str); 15] = [
    ("register.toml", include_str!("../../../data/canada-mexico/register.toml")),
    ("partnership.toml", include_str!("../../../data/canada-mexico/partnership.toml")),
    ("parties.toml", include_str!("../../../data/canada-mexico/parties.toml")),
    ("documents.toml", include_str!("../../../data/canada-mexico/documents.toml")),
    ("institutions.toml", include_str!("../../../data/canada-mexico/institutions.toml")),
    ("people.toml", include_str!("../../../data/canada-mexico/people.toml")),
    ("bodies.toml", include_str!("../../../data/canada-mexico/bodies.toml")),
    ("instruments.toml", include_str!("../../../data/canada-mexico/instruments.toml")),
    ("meetings.toml", include_str!("../../../data/canada-mexico/meetings.toml")),
    ("commitments.toml", include_str!("../../../data/canada-mexico/commitments.toml")),
    ("recommendations.toml", include_str!("../../../data/canada-mexico/recommendations.toml")),
    ("observations.toml", include_str!("../../../data/canada-mexico/observations.toml")),
    ("participations.toml", include_str!("../../../data/canada-mexico/participations.toml")),
    ("engagements.toml", include_str!("../../../data/canada-mexico/engagements.toml")),
    ("figures.toml", include_str!("../../../data/canada-mexico/figures.toml")),
];

/// Reads a data set from a file or a folder.
pub(crate) fn read(path: &Path) -> Result<DataSet, Ended> {
    let paths = if path.is_dir() { toml_files(path)? } else { vec![path.to_owned()] };
    let mut files = Vec::with_capacity(paths.len());
    for path in paths {
        let size = std::fs::metadata(&path).map_err(|error| unreadable(&path, &error))?.len();
        if size > FILE_BYTES_MAX {
            return Err(Ended::refused(format!(
                "{}: it has {size} bytes; a file of a data set has {FILE_BYTES_MAX} at most",
                path.display()
            )));
        }
        let bytes = std::fs::read(&path).map_err(|error| unreadable(&path, &error))?;
        let text = String::from_utf8(bytes).map_err(|error| {
            let line = error.as_bytes().iter().take(error.utf8_error().valid_up_to());
            let line = line.filter(|byte| **byte == b'\n').count() + 1;
            Ended::refused(format!("{}, line {line}: it is not UTF-8", path.display()))
                .hint("save the file as UTF-8 and load it again")
        })?;
        files.push((path.display().to_string(), text));
    }
    parse(&files)
}

/// The data set of the demonstration.
pub(crate) fn compiled_in() -> Result<DataSet, Ended> {
    parse(&CANADA_MEXICO.map(|(name, text)| (name.to_owned(), text.to_owned())))
}

fn parse(files: &[(String, String)]) -> Result<DataSet, Ended> {
    DataSet::parse(files).map_err(|problems| tell(&problems))
}

fn tell(problems: &[servanda_actions::dataset::Problem]) -> Ended {
    let mut lines: Vec<String> =
        problems.iter().take(PROBLEMS_TOLD_MAX).map(ToString::to_string).collect();
    if problems.len() > PROBLEMS_TOLD_MAX {
        lines.push(format!("… and {} more", problems.len() - PROBLEMS_TOLD_MAX));
    }
    lines.push("nothing was loaded".to_owned());
    Ended::many(lines).hint("mend what is named and load the data set again")
}

fn toml_files(folder: &Path) -> Result<Vec<PathBuf>, Ended> {
    let entries = std::fs::read_dir(folder).map_err(|error| unreadable(folder, &error))?;
    let mut files = Vec::new();
    for entry in entries {
        let path = entry.map_err(|error| unreadable(folder, &error))?.path();
        if path.extension().is_some_and(|extension| extension == "toml") {
            files.push(path);
        }
    }
    files.sort();
    if files.is_empty() {
        return Err(Ended::refused(format!(
            "{}: no .toml file is in this folder",
            folder.display()
        )));
    }
    Ok(files)
}

/// Finds copies of the documents that a data set cites: by name in the folder, by digest in fact.
pub(crate) fn copies(set: &DataSet, folder: &Path) -> Result<Vec<DocumentCopy>, Ended> {
    let reader = Files::new(Limits::DEFAULT)?;
    if !folder.is_dir() {
        return Err(Ended::refused(format!("{}: there is no such folder", folder.display())));
    }
    let mut copies = Vec::new();
    for cited in &set.documents {
        let path = folder.join(&cited.file);
        if cited.file.is_empty() || !path.is_file() {
            continue;
        }
        let bytes = std::fs::read(&path).map_err(|error| unreadable(&path, &error))?;
        let digest = servanda_entry::act::hex(&Sha256::digest(&bytes));
        if digest != cited.digest {
            return Err(Ended::refused(format!(
                "{}: it is not the file that the data set cites (its SHA-256 is {digest}, not {})",
                path.display(),
                cited.digest
            ))
            .hint("use the file as it was received, or load without --documents"));
        }
        let reading = reader
            .read(&cited.file, &bytes, None)
            .map_err(|why| Ended::refused(files::told(&path.display().to_string(), &why)))?;
        let outline = reading.outline.iter().map(block).collect();
        copies.push(DocumentCopy { digest, bytes, text: reading.text, outline });
    }
    Ok(copies)
}

pub(crate) fn block(block: &servanda_reading::Block) -> Block {
    let form = match block.kind {
        BlockKind::Heading { level: 1 } => BlockForm::Heading1,
        BlockKind::Heading { level: 2 } => BlockForm::Heading2,
        BlockKind::Heading { .. } => BlockForm::Heading3,
        BlockKind::Paragraph => BlockForm::Paragraph,
        BlockKind::ListItem { .. } => BlockForm::Item,
        BlockKind::TableRow => BlockForm::Row,
        BlockKind::Furniture => BlockForm::Furniture,
    };
    Block { form, start: block.start, end: block.end }
}

/// Loads a data set as the registrar of its partnership, into the journal that the registrar
/// already keeps here or else into a new one whose name begins with `host`.
pub(crate) fn state(
    office: &Office,
    set: &DataSet,
    copies: &[DocumentCopy],
    host: Option<&str>,
) -> Result<Loaded, Ended> {
    let tail = format!("/{}/registrar", set.partnership);
    let journals = office.ground().journals().map_err(|error| Ended::failure(&error))?;
    let kept = journals.into_iter().map(|journal| journal.origin).find(|it| it.ends_with(&tail));
    let origin = match (host, kept) {
        (None, Some(kept)) => kept,
        (host, _) => format!("{}{tail}", host.unwrap_or("localhost")),
    };
    let loaded = world::as_operator(|by| load(office, &origin, set, copies, by));
    loaded.map_err(|not_done| match not_done {
        NotDone::Refused(LoadRefusal::Problems(problems)) => tell(&problems),
        NotDone::Refused(LoadRefusal::OtherJournal(kept)) => {
            Ended::refused(LoadRefusal::OtherJournal(kept))
                .hint("a journal keeps its name: load without --name")
        }
        other @ (NotDone::Refused(_) | NotDone::Failed(_)) => Ended::not_done(other),
    })
}

fn unreadable(path: &Path, error: &std::io::Error) -> Ended {
    Ended::refused(format!("{}: {error}", path.display()))
}
