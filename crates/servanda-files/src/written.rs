//! The form in which an extract goes from the process that made it to the one that asked: a line
//! of JSON for each part of it, so that what was read before a process ended is not lost.

use std::io::{BufRead, Write};

use crate::limits::Limits;
use crate::pdf;
use serde::{Deserialize, Serialize};
use servanda_reading::{BlockKind, Extract, Format, Marked, Problem, Segment, Turn, Unreadable};

/// The version of the form. Both sides are the same program; another version is a mistake.
const VERSION: u32 = 1;

/// A line.
#[derive(Debug, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum Line {
    Extract { version: u32, format: String, encoding: Option<String> },
    Lines { text: String },
    Block { kind: Kind, mark: String, text: String, depth: usize },
    Turn { segment: usize, at: usize, page_number: u32 },
    Pdf(pdf::Piece),
    Problem(WrittenProblem),
    Unreadable(WrittenUnreadable),
    End,
}

#[derive(Debug, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum Kind {
    Heading(u8),
    Paragraph,
    Item,
    Row,
    Furniture,
}

#[derive(Debug, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum WrittenProblem {
    BytesReplaced { encoding: String },
    PagesScanned { page_numbers: Vec<u32> },
    PageUnreadable { page_number: u32, why: String },
    PagesLeftOut { page_count: usize, page_count_max: usize },
    TextLeftOut { size_bytes_max: usize },
    EndedEarly { why: String },
    PartUnreadable { part: String, why: String },
    ChangesAccepted { insertion_count: usize, deletion_count: usize },
}

#[derive(Debug, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum WrittenUnreadable {
    Empty,
    TooLarge { size_bytes: usize, size_bytes_max: usize },
    Binary { format: String },
    Damaged { format: String, why: String },
    Locked,
    Scanned { page_count: usize },
    NestedTooDeep { depth_max: usize },
}

/// What came of a process.
#[derive(Debug)]
pub(crate) enum Came {
    /// All that it had to say.
    Whole(Result<Extract, Unreadable>),
    /// The beginning; it ended before its end.
    Part(Option<Extract>),
}

/// Writes a line.
fn put(line: &Line, output: &mut impl Write) -> std::io::Result<()> {
    serde_json::to_writer(&mut *output, line)?;
    output.write_all(b"\n")
}

/// Writes the pieces of a PDF as they come.
pub(crate) fn write_pdf<W: Write>(
    output: &mut W,
    read: impl FnOnce(
        &mut dyn FnMut(pdf::Piece) -> std::io::Result<()>,
    ) -> Result<std::io::Result<()>, Unreadable>,
) -> std::io::Result<()> {
    let format = Format::Pdf.name().to_owned();
    put(&Line::Extract { version: VERSION, format, encoding: None }, output)?;
    let ended = read(&mut |piece| {
        put(&Line::Pdf(piece), output)?;
        output.flush()
    });
    match ended {
        Ok(written) => written?,
        Err(unreadable) => put(&Line::Unreadable(of_unreadable(&unreadable)), output)?,
    }
    put(&Line::End, output)?;
    output.flush()
}

/// Writes an extract, or why there is none.
pub(crate) fn write(
    extracted: &Result<Extract, Unreadable>,
    output: &mut impl Write,
) -> std::io::Result<()> {
    let mut put = |line: Line| put(&line, output);
    match extracted {
        Ok(extract) => {
            let Extract { format, encoding, segments, turns, problems } = extract;
            let encoding = encoding.map(str::to_owned);
            put(Line::Extract { version: VERSION, format: format.name().to_owned(), encoding })?;
            let mut turns = turns.iter().peekable();
            for (index, segment) in segments.iter().enumerate() {
                while let Some(turn) = turns.next_if(|turn| turn.segment <= index) {
                    let Turn { segment, at, page_number } = *turn;
                    put(Line::Turn { segment, at, page_number })?;
                }
                put(of_segment(segment))?;
            }
            for problem in problems.iter().filter_map(of_problem) {
                put(Line::Problem(problem))?;
            }
        }
        Err(unreadable) => put(Line::Unreadable(of_unreadable(unreadable)))?,
    }
    put(Line::End)?;
    output.flush()
}

/// Reads what a process has written. Lines that cannot be read end it.
pub(crate) fn read(input: impl BufRead, limits: &Limits) -> Came {
    let mut pieces = Vec::new();
    let came = lines(input, &mut pieces);
    if pieces.is_empty() {
        return came;
    }
    match came {
        Came::Whole(Ok(_)) => Came::Whole(pdf::together(pieces, limits)),
        Came::Part(Some(_)) => Came::Part(pdf::together(pieces, limits).ok()),
        other @ (Came::Whole(Err(_)) | Came::Part(None)) => other,
    }
}

fn lines(input: impl BufRead, pieces: &mut Vec<pdf::Piece>) -> Came {
    let mut extract: Option<Extract> = None;
    let mut unreadable = None;
    for line in input.lines() {
        let Some(line) = line.ok().and_then(|line| serde_json::from_str::<Line>(&line).ok()) else {
            break;
        };
        match line {
            Line::Extract { version, format, encoding } => {
                let Some(format) = format_named(&format).filter(|_| version == VERSION) else {
                    break;
                };
                let encoding = encoding.and_then(|label| known_encoding(&label));
                let (segments, turns, problems) = (Vec::new(), Vec::new(), Vec::new());
                extract = Some(Extract { format, encoding, segments, turns, problems });
            }
            Line::Unreadable(why) => unreadable = to_unreadable(why),
            Line::End => {
                let whole = match (extract, unreadable) {
                    (Some(extract), None) => Ok(extract),
                    (_, Some(why)) => Err(why),
                    (None, None) => return Came::Part(None),
                };
                return Came::Whole(whole);
            }
            Line::Pdf(piece) => pieces.push(piece),
            Line::Lines { text } => add(&mut extract, |it| it.segments.push(Segment::Lines(text))),
            Line::Block { kind, mark, text, depth } => {
                let marked = Marked { kind: to_kind(&kind), mark, text, depth };
                add(&mut extract, |it| it.segments.push(Segment::Block(marked)));
            }
            Line::Turn { segment, at, page_number } => {
                add(&mut extract, |it| it.turns.push(Turn { segment, at, page_number }));
            }
            Line::Problem(problem) => {
                add(&mut extract, |it| it.problems.extend(to_problem(problem)));
            }
        }
    }
    Came::Part(extract)
}

fn add(extract: &mut Option<Extract>, add: impl FnOnce(&mut Extract)) {
    if let Some(extract) = extract {
        add(extract);
    }
}

fn of_segment(segment: &Segment) -> Line {
    match segment {
        Segment::Lines(text) => Line::Lines { text: text.clone() },
        Segment::Block(Marked { kind, mark, text, depth }) => Line::Block {
            kind: match kind {
                BlockKind::Heading { level } => Kind::Heading(*level),
                BlockKind::Paragraph => Kind::Paragraph,
                BlockKind::ListItem { .. } => Kind::Item,
                BlockKind::TableRow => Kind::Row,
                BlockKind::Furniture => Kind::Furniture,
            },
            mark: mark.clone(),
            text: text.clone(),
            depth: *depth,
        },
    }
}

fn to_kind(kind: &Kind) -> BlockKind {
    match kind {
        Kind::Heading(level) => BlockKind::Heading { level: (*level).clamp(1, 6) },
        Kind::Paragraph => BlockKind::Paragraph,
        Kind::Item => BlockKind::ListItem { introduction: None },
        Kind::Row => BlockKind::TableRow,
        Kind::Furniture => BlockKind::Furniture,
    }
}

/// Problems of a file; those of its sentences are found afterwards.
fn of_problem(problem: &Problem) -> Option<WrittenProblem> {
    Some(match problem.clone() {
        Problem::BytesReplaced { encoding } => {
            WrittenProblem::BytesReplaced { encoding: encoding.to_owned() }
        }
        Problem::PagesScanned { page_numbers } => WrittenProblem::PagesScanned { page_numbers },
        Problem::PageUnreadable { page_number, why } => {
            WrittenProblem::PageUnreadable { page_number, why }
        }
        Problem::PagesLeftOut { page_count, page_count_max } => {
            WrittenProblem::PagesLeftOut { page_count, page_count_max }
        }
        Problem::TextLeftOut { size_bytes_max } => WrittenProblem::TextLeftOut { size_bytes_max },
        Problem::EndedEarly { why } => WrittenProblem::EndedEarly { why },
        Problem::PartUnreadable { part, why } => WrittenProblem::PartUnreadable { part, why },
        Problem::ChangesAccepted { insertion_count, deletion_count } => {
            WrittenProblem::ChangesAccepted { insertion_count, deletion_count }
        }
        Problem::ListMissing { .. }
        | Problem::SentenceCut { .. }
        | Problem::TooManyFindings { .. } => return None,
    })
}

fn to_problem(problem: WrittenProblem) -> Option<Problem> {
    Some(match problem {
        WrittenProblem::BytesReplaced { encoding } => {
            Problem::BytesReplaced { encoding: known_encoding(&encoding)? }
        }
        WrittenProblem::PagesScanned { page_numbers } => Problem::PagesScanned { page_numbers },
        WrittenProblem::PageUnreadable { page_number, why } => {
            Problem::PageUnreadable { page_number, why }
        }
        WrittenProblem::PagesLeftOut { page_count, page_count_max } => {
            Problem::PagesLeftOut { page_count, page_count_max }
        }
        WrittenProblem::TextLeftOut { size_bytes_max } => Problem::TextLeftOut { size_bytes_max },
        WrittenProblem::EndedEarly { why } => Problem::EndedEarly { why },
        WrittenProblem::PartUnreadable { part, why } => Problem::PartUnreadable { part, why },
        WrittenProblem::ChangesAccepted { insertion_count, deletion_count } => {
            Problem::ChangesAccepted { insertion_count, deletion_count }
        }
    })
}

fn of_unreadable(unreadable: &Unreadable) -> WrittenUnreadable {
    match unreadable.clone() {
        Unreadable::Empty => WrittenUnreadable::Empty,
        Unreadable::TooLarge { size_bytes, size_bytes_max } => {
            WrittenUnreadable::TooLarge { size_bytes, size_bytes_max }
        }
        Unreadable::Binary { format } => WrittenUnreadable::Binary { format: format.into_owned() },
        Unreadable::Damaged { format, why } => {
            WrittenUnreadable::Damaged { format: format.name().to_owned(), why }
        }
        Unreadable::Locked => WrittenUnreadable::Locked,
        Unreadable::Scanned { page_count } => WrittenUnreadable::Scanned { page_count },
        Unreadable::NestedTooDeep { depth_max } => WrittenUnreadable::NestedTooDeep { depth_max },
    }
}

fn to_unreadable(unreadable: WrittenUnreadable) -> Option<Unreadable> {
    Some(match unreadable {
        WrittenUnreadable::Empty => Unreadable::Empty,
        WrittenUnreadable::TooLarge { size_bytes, size_bytes_max } => {
            Unreadable::TooLarge { size_bytes, size_bytes_max }
        }
        WrittenUnreadable::Binary { format } => Unreadable::Binary { format: format.into() },
        WrittenUnreadable::Damaged { format, why } => {
            Unreadable::Damaged { format: format_named(&format)?, why }
        }
        WrittenUnreadable::Locked => Unreadable::Locked,
        WrittenUnreadable::Scanned { page_count } => Unreadable::Scanned { page_count },
        WrittenUnreadable::NestedTooDeep { depth_max } => Unreadable::NestedTooDeep { depth_max },
    })
}

fn format_named(name: &str) -> Option<Format> {
    Format::ALL.into_iter().find(|format| format.name() == name)
}

fn known_encoding(label: &str) -> Option<&'static str> {
    encoding_rs::Encoding::for_label(label.as_bytes()).map(encoding_rs::Encoding::name)
}

#[cfg(test)]
mod tests;
