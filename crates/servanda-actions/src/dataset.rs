//! A described data set: TOML files that say, in words of their own, what published documents
//! hold, each fact with the passage it rests on. `docs/dataset.md` describes the fields.
//!
//! Reading is strict: every problem of every file is reported at once, with file and line, and a
//! data set with a problem is not loaded at all.

mod row;

use std::collections::{BTreeMap, BTreeSet};

use servanda_model::record::Figure;
use servanda_model::{Facts, Kind, Record, RecordId};
use sha2::{Digest, Sha256};

/// The most records one data set may describe: it is loaded in one act of all or nothing.
pub const RECORDS_MAX: usize = 50_000;

/// A data set that was read and found whole.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DataSet {
    /// The name of its partnership in addresses and journals.
    pub partnership: String,
    /// Its records, in the order they are stated.
    pub records: Vec<Described>,
    /// The documents it cites, by the digest of their bytes.
    pub documents: Vec<CitedDocument>,
}

/// A record and where it is described.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Described {
    /// The record.
    pub record: Record,
    /// Where.
    pub place: Place,
}

/// Where in the files a record is described.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// The file.
    pub file: String,
    /// The line its table begins on, from 1.
    pub line: usize,
    /// Its kind and key, such as `body/forestry`.
    pub name: String,
}

/// A document that a data set cites.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CitedDocument {
    /// Its record.
    pub record: RecordId,
    /// The name its file usually has.
    pub file: String,
    /// SHA-256 of its bytes, in hexadecimal.
    pub digest: String,
}

/// Something in a data set that must be mended before it can be loaded.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// The file.
    pub file: String,
    /// The line, from 1; none if it is about the whole file.
    pub line: Option<usize>,
    /// What is wrong and what to do.
    pub what: String,
}

impl std::fmt::Display for Problem {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self.line {
            Some(line) => write!(f, "{}, line {line}: {}", self.file, self.what),
            None => write!(f, "{}: {}", self.file, self.what),
        }
    }
}

impl Problem {
    pub(crate) fn at(place: &Place, what: impl std::fmt::Display) -> Self {
        Self {
            file: place.file.clone(),
            line: Some(place.line),
            what: format!("{}: {what}", place.name),
        }
    }
}

impl DataSet {
    /// Reads the files of a data set: name and text of each.
    pub fn parse(files: &[(String, String)]) -> Result<Self, Vec<Problem>> {
        let mut problems = Vec::new();
        let mut rows = Vec::new();
        let mut settings = Settings::default();
        for (name, text) in files {
            match toml::from_str::<row::File>(text) {
                Ok(file) => {
                    settings.take(name, &file, &mut problems);
                    rows.extend(file.rows(name, text));
                }
                Err(refused) => problems.push(unreadable(name, text, &refused)),
            }
        }
        let (Some(namespace), Some(partnership)) = (&settings.namespace, &settings.partnership)
        else {
            let file = files.first().map_or_else(String::new, |(name, _)| name.clone());
            if !problems.is_empty() {
                // It may stand in the file that could not be read.
                return Err(problems);
            }
            let what = "no file of the data set has a [register] table with 'namespace' and \
                        'partnership'"
                .to_owned();
            problems.push(Problem { file, line: None, what });
            return Err(problems);
        };
        if rows.len() > RECORDS_MAX {
            let file = files.first().map_or_else(String::new, |(name, _)| name.clone());
            let what = format!("it describes {} records; the most is {RECORDS_MAX}", rows.len());
            problems.push(Problem { file, line: None, what });
            return Err(problems);
        }
        let names = check_names(&rows, &mut problems);
        let mut turning = Turning { namespace, names: &names, problems: &mut problems };
        let mut records = Vec::with_capacity(rows.len());
        let mut documents = Vec::new();
        for row in rows {
            documents.extend(turning.cited(&row));
            records.extend(turning.described(row));
        }
        check_parts(&records, &mut problems);
        if problems.is_empty() {
            records.sort_by_key(|described: &Described| statement_order(described.record.kind()));
            Ok(Self { partnership: partnership.clone(), records, documents })
        } else {
            Err(problems)
        }
    }
}

/// What stands outside the tables, in one of the files.
#[derive(Default)]
struct Settings {
    namespace: Option<String>,
    partnership: Option<String>,
}

impl Settings {
    fn take(&mut self, name: &str, file: &row::File, problems: &mut Vec<Problem>) {
        let Some(register) = &file.register else { return };
        let mut refuse = |what: &str| {
            problems.push(Problem { file: name.to_owned(), line: None, what: what.to_owned() });
        };
        let namespace = &register.namespace;
        if namespace.len() != 32 || !namespace.bytes().all(|byte| byte.is_ascii_hexdigit()) {
            refuse("'namespace' must be 32 hexadecimal digits, drawn once by chance");
        }
        if !is_key(&register.partnership) {
            refuse("'partnership' must be 2 to 60 of a-z, 0-9 and -");
        }
        self.namespace = Some(namespace.clone());
        self.partnership = Some(register.partnership.clone());
    }
}

/// The partnership, what is cited, then who, then what: so that a journal reads in a sensible order.
fn statement_order(kind: Kind) -> usize {
    const ORDER: [Kind; 17] = [
        Kind::Partnership,
        Kind::Party,
        Kind::Document,
        Kind::Institution,
        Kind::Person,
        Kind::Body,
        Kind::Post,
        Kind::Term,
        Kind::Instrument,
        Kind::Section,
        Kind::Meeting,
        Kind::Participation,
        Kind::Engagement,
        Kind::Recommendation,
        Kind::Commitment,
        Kind::Observation,
        Kind::Figure,
    ];
    ORDER.iter().position(|placed| *placed == kind).unwrap_or(ORDER.len())
}

/// A figure that counts a part of another never exceeds it.
fn check_parts(records: &[Described], problems: &mut Vec<Problem>) {
    let figures: BTreeMap<&RecordId, &Figure> = records
        .iter()
        .filter_map(|described| {
            let Facts::Figure(figure) = &described.record.facts else { return None };
            Some((&described.record.id, figure))
        })
        .collect();
    for described in records {
        let Facts::Figure(part) = &described.record.facts else { continue };
        let Some(whole) = part.part_of.as_ref().and_then(|whole| figures.get(whole)) else {
            continue;
        };
        if part.exceeds(whole) {
            let what = format!("{} is more than the {} it is a part of", part.value, whole.value);
            problems.push(Problem::at(&described.place, what));
        }
    }
}

fn check_names(rows: &[row::Placed], problems: &mut Vec<Problem>) -> BTreeMap<String, Kind> {
    let mut names = BTreeMap::new();
    let mut seen = BTreeSet::new();
    for row in rows {
        if !is_key(row.row.key()) {
            problems.push(Problem::at(&row.place, "its key must be 2 to 60 of a-z, 0-9 and -"));
        }
        if !seen.insert(row.place.name.clone()) {
            problems.push(Problem::at(&row.place, "another record has this key"));
        }
        names.insert(row.place.name.clone(), row.row.kind());
    }
    names
}

/// The identifier of a record described under this name: the first 50 bits of
/// `SHA-256("servanda/id/v1\n" ‖ namespace ‖ "\n" ‖ kind/key)`, so that loading a data set again
/// changes records instead of doubling them.
pub fn record_id(namespace: &str, name: &str) -> RecordId {
    let mut hasher = Sha256::new();
    hasher.update(b"servanda/id/v1\n");
    hasher.update(namespace.as_bytes());
    hasher.update(b"\n");
    hasher.update(name.as_bytes());
    let digest = hasher.finalize();
    let bits = digest.iter().take(8).fold(0_u64, |bits, byte| (bits << 8) | u64::from(*byte));
    RecordId::from_bits(bits >> 14)
}

fn is_key(key: &str) -> bool {
    (2..=60).contains(&key.len())
        && key
            .bytes()
            .all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-')
}

fn unreadable(name: &str, text: &str, refused: &toml::de::Error) -> Problem {
    let line = refused.span().map(|span| row::line_of(text, span.start));
    let what = refused.message().trim().replace('\n', " ");
    Problem { file: name.to_owned(), line, what }
}

use turning::Turning;
mod turning;
