//! PDF: pages taken apart by a library for the format, and put together as one document by us.
//!
//! A page is handed on as soon as it is read, so that what stops the reading of one leaves those
//! before it. Lines, columns and tables are found by the library; which lines belong to the page
//! and not to the document, and which make up a paragraph, is told in [`document`].

use std::ops::ControlFlow;

use serde::{Deserialize, Serialize};
use servanda_reading::{Extract, Format, Unreadable};
use unpdf::parser::backend::RawBackend;
use unpdf::parser::{LayoutAnalyzer, PageStreamOptions, ParseEvent, TextBlock, TextLine, TextSpan};
use unpdf::{Block, ErrorKind, PageSelection, ParseOptions, PdfParser};

use crate::damaged;
use crate::limits::Limits;
use align::Lines;

mod align;
mod document;
mod margins;
mod order;

/// A page that shows pictures on this much of it and has no text is a picture.
const PICTURE_COVERAGE_MIN: f32 = 0.5;

/// What comes of a PDF, piece by piece.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum Piece {
    /// How many pages there are.
    Begin { page_count: usize },
    /// A page.
    Page(Page),
    /// A page that could not be read.
    Failed { page_number: u32, why: String },
}

/// A page as it stands in the file; lengths are in points, upwards and to the right.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub(crate) struct Page {
    pub(crate) number: u32,
    pub(crate) height: f32,
    pub(crate) column_count: u32,
    /// It shows a picture and no text.
    pub(crate) is_picture: bool,
    /// Runs of text in fonts that say nothing of their letters.
    pub(crate) lost_count: usize,
    pub(crate) stretches: Vec<Stretch>,
}

/// A stretch of a page, in reading order.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum Stretch {
    /// Lines that stand together.
    Lines(Vec<Line>),
    /// Text of which the lines are not known.
    Text(String),
    /// Rows of cells.
    Table(Vec<Vec<String>>),
}

/// A line of text.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub(crate) struct Line {
    pub(crate) text: String,
    /// Where it begins.
    pub(crate) left: f32,
    /// Where it ends.
    pub(crate) right: f32,
    /// The line it stands on.
    pub(crate) y: f32,
    /// The size of its letters.
    pub(crate) size: f32,
    pub(crate) is_bold: bool,
}

/// Takes a PDF apart in this process.
pub(crate) fn extract(bytes: &[u8], limits: &Limits) -> Result<Extract, Unreadable> {
    let mut pieces = Vec::new();
    let ended = read(bytes, limits, |piece| {
        pieces.push(piece);
        Ok(())
    });
    match ended {
        Ok(_written) => document::extract(pieces, limits),
        Err(unreadable) => Err(unreadable),
    }
}

/// Puts the pieces of a PDF together.
pub(crate) fn together(pieces: Vec<Piece>, limits: &Limits) -> Result<Extract, Unreadable> {
    document::extract(pieces, limits)
}

/// Reads page by page and hands each on. Where `hand_on` fails, its error is the outcome.
pub(crate) fn read(
    bytes: &[u8],
    limits: &Limits,
    mut hand_on: impl FnMut(Piece) -> std::io::Result<()>,
) -> Result<std::io::Result<()>, Unreadable> {
    let most = u32::try_from(limits.page_count_max).unwrap_or(u32::MAX);
    let options = ParseOptions::new().lenient().sequential();
    let options = options.with_pages(PageSelection::Range(1..=most));
    let parser =
        PdfParser::from_bytes_with_options(bytes, options.clone()).map_err(|e| refused(&e))?;
    let backend = RawBackend::load_bytes(bytes).map_err(|e| refused(&e))?;
    let page_count = usize::try_from(parser.page_count()).unwrap_or(usize::MAX);
    if page_count == 0 {
        return Err(damaged(Format::Pdf, "it has no pages"));
    }
    let mut written = hand_on(Piece::Begin { page_count });
    let stream = PageStreamOptions::from(&options);
    let streamed = parser.for_each_page(stream, |event| {
        let piece = match event {
            ParseEvent::PageParsed(page) => {
                let lines = LayoutAnalyzer::new(&backend).extract_page_blocks(page.number);
                Piece::Page(of_page(&page, &lines.unwrap_or_default()))
            }
            ParseEvent::PageFailed { page, error } => {
                Piece::Failed { page_number: page, why: error.to_string() }
            }
            ParseEvent::DocumentStart { .. }
            | ParseEvent::Progress { .. }
            | ParseEvent::DocumentEnd { .. } => return ControlFlow::Continue(()),
        };
        if written.is_ok() {
            written = hand_on(piece);
        }
        if written.is_ok() { ControlFlow::Continue(()) } else { ControlFlow::Break(()) }
    });
    streamed.map(|_quality| written).map_err(|error| refused(&error))
}

fn refused(error: &unpdf::Error) -> Unreadable {
    if matches!(error.kind(), ErrorKind::Encrypted | ErrorKind::InvalidPassword) {
        Unreadable::Locked
    } else {
        damaged(Format::Pdf, error.to_string())
    }
}

/// A page as the library gives it, with the lines of its paragraphs.
fn of_page(page: &unpdf::Page, blocks: &[TextBlock]) -> Page {
    let lines: Vec<Line> = blocks.iter().flat_map(|block| &block.lines).map(line).collect();
    let mut lines = Lines::new(lines);
    let mut stretches = Vec::new();
    for element in &page.elements {
        match element {
            Block::Paragraph(paragraph) => stretches.push(lines.of(&paragraph.plain_text())),
            Block::Code { content } | Block::Raw { content } => stretches.push(lines.of(content)),
            Block::Table(table) => stretches.push(Stretch::Table(rows(table))),
            Block::Image { .. }
            | Block::HorizontalRule
            | Block::PageBreak
            | Block::SectionBreak => {}
        }
    }
    let has_text = stretches.iter().any(Stretch::has_text);
    let shows_picture = page.image_op_count > 0 || page.image_coverage >= PICTURE_COVERAGE_MIN;
    Page {
        number: page.number,
        height: page.height,
        column_count: page.column_count,
        is_picture: !has_text && (shows_picture || page.ocr_text_suppressed),
        lost_count: page.suppressed_text_runs + page.undecodable_content_streams,
        stretches,
    }
}

impl Stretch {
    fn has_text(&self) -> bool {
        let written = |text: &str| text.chars().any(char::is_alphanumeric);
        match self {
            Self::Lines(lines) => lines.iter().any(|line| written(&line.text)),
            Self::Text(text) => written(text),
            Self::Table(rows) => rows.iter().flatten().any(|cell| written(cell)),
        }
    }
}

/// Raised digits this small beside the letters of their line are the mark of a note.
const NOTE_SIZE_RATIO: f32 = 0.8;
/// They stand so far above the line, in sizes of its letters.
const NOTE_RAISE_EMS: f32 = 0.15;
/// A shorter word before them is a unit or a formula: km², CO₂.
const NOTED_LETTERS_MIN: usize = 3;

/// A line in which the marks of notes do not run into the words.
fn noted(line: &TextLine) -> String {
    let mut line = line.clone();
    let larger = |one: &&TextSpan, other: &&TextSpan| one.font_size.total_cmp(&other.font_size);
    let largest = line.spans.iter().max_by(larger);
    let (size, y) = largest.map(|span| (span.font_size, span.y)).unwrap_or_default();
    let mut marks = Vec::new();
    let mut before = String::new();
    for span in &mut line.spans {
        let digits = span.text.trim();
        let is_number =
            (1..=3).contains(&digits.len()) && digits.chars().all(|c| c.is_ascii_digit());
        let is_raised =
            span.font_size < size * NOTE_SIZE_RATIO && span.y > y + size * NOTE_RAISE_EMS;
        let word = before.trim_end().chars().rev().take_while(|c| c.is_alphanumeric()).count();
        if is_number && is_raised && (word == 0 || word >= NOTED_LETTERS_MIN) {
            let mark = format!("[{digits}]");
            span.text.clone_from(&mark);
            marks.push(mark);
        }
        before.clone_from(&span.text);
    }
    // The library takes the small space before a mark for one between words.
    marks.iter().fold(line.text(), |text, mark| text.replace(&format!(" {mark}"), mark))
}

fn line(line: &TextLine) -> Line {
    let right = line.spans.iter().map(|span| span.x + span.ink_width.unwrap_or(span.width));
    Line {
        text: noted(line).trim().to_owned(),
        left: line.x,
        right: right.fold(line.x, f32::max),
        y: line.y,
        size: line.font_size,
        is_bold: line.is_all_bold(),
    }
}

/// The cells of a table; those that are merged say their words once.
fn rows(table: &unpdf::Table) -> Vec<Vec<String>> {
    let cell = |cell: &unpdf::TableCell| {
        let paragraphs = cell.content.iter().map(unpdf::Paragraph::plain_text);
        paragraphs.collect::<Vec<_>>().join("\n")
    };
    table.rows.iter().map(|row| row.cells.iter().map(cell).collect()).collect()
}

#[cfg(test)]
mod tests;
