//! The flow of a word processor's document: headings, lists, tables and paragraphs, the same for
//! every format, turned into segments.

use servanda_reading::{BlockKind, Marked, Problem, Segment, Turn, mark_width};

/// Stands in the words of a block where a page begins. No document has it as text.
pub(crate) const PAGE: char = '\u{C}';

/// A bold line with more words than this is no heading.
const HEADING_WORDS_MAX: usize = 14;

/// A block of the flow.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Block {
    /// A heading, level 1 the highest, with its number before it.
    Heading { level: u8, mark: String, text: String },
    /// An item of a list; the outermost stands at depth 1.
    Item { depth: usize, mark: String, text: String },
    /// A paragraph; empty ones part others.
    Paragraph { text: String, is_bold: bool },
    /// A line of a table of contents or an index.
    Contents(String),
    /// A note, with its mark.
    Note { mark: String, text: String },
    /// A table: rows of cells of blocks.
    Table(Vec<Vec<Vec<Block>>>),
}

/// A document as it was walked through.
#[derive(Debug, Default)]
pub(crate) struct Flow {
    pub(crate) blocks: Vec<Block>,
    /// Notes, in the order in which they are referred to.
    pub(crate) notes: Vec<Block>,
    /// The numbers of the pages, in the order in which [`PAGE`] stands in the words.
    pub(crate) page_numbers: Vec<u32>,
    pub(crate) problems: Vec<Problem>,
}

/// The segments of a document, and where its pages begin.
pub(crate) struct Cut {
    pub(crate) segments: Vec<Segment>,
    pub(crate) turns: Vec<Turn>,
    pub(crate) problems: Vec<Problem>,
}

impl Flow {
    /// The segments of the document, up to a limit of bytes.
    pub(crate) fn segments(self, text_bytes_max: usize) -> Cut {
        let mut blocks = Vec::new();
        unframed(self.blocks, &mut blocks);
        blocks.extend(self.notes);
        let marks = |block: &Block| matches!(block, Block::Heading { .. } | Block::Item { .. });
        let is_marked = blocks.iter().any(marks);
        let written = |block: &&Block| matches!(block, Block::Paragraph { text, .. } if !text.trim().is_empty());
        let bold = |block: &&Block| matches!(block, Block::Paragraph { is_bold: true, .. });
        let bold_count = blocks.iter().filter(written).filter(bold).count();
        // Where most is bold, bold says nothing.
        let bold_tells = bold_count * 2 <= blocks.iter().filter(written).count();
        let mut out = Out { segments: Vec::new(), left_bytes: text_bytes_max, is_full: false };
        for block in blocks {
            out.add(block, is_marked, bold_tells);
        }
        let mut problems = self.problems;
        if out.is_full {
            problems.push(Problem::TextLeftOut { size_bytes_max: text_bytes_max });
        }
        let mut segments = out.segments;
        let turns = turns(&mut segments, &self.page_numbers);
        Cut { segments, turns, problems }
    }
}

/// Takes the marks of pages out of the words and tells where they stood.
fn turns(segments: &mut [Segment], page_numbers: &[u32]) -> Vec<Turn> {
    let mut turns = Vec::new();
    let mut numbers = page_numbers.iter();
    for (index, segment) in segments.iter_mut().enumerate() {
        let text = match segment {
            Segment::Lines(text) => text,
            Segment::Block(marked) => &mut marked.text,
        };
        if !text.contains(PAGE) {
            continue;
        }
        let mut clean = String::with_capacity(text.len());
        for c in text.chars() {
            if c != PAGE {
                clean.push(c);
            } else if let Some(page_number) = numbers.next() {
                turns.push(Turn { segment: index, at: clean.len(), page_number: *page_number });
            }
        }
        *text = clean;
    }
    turns
}

/// A text without the space around it; the marks of pages stay.
fn trimmed(text: &str) -> &str {
    text.trim_matches(|c: char| c.is_whitespace() && c != PAGE)
}

/// Takes tables of one column apart: they are frames around text.
fn unframed(blocks: Vec<Block>, out: &mut Vec<Block>) {
    for block in blocks {
        match block {
            Block::Table(rows) if rows.iter().all(|row| row.len() <= 1) => {
                for cell in rows.into_iter().flatten() {
                    unframed(cell, out);
                }
            }
            block @ (Block::Heading { .. }
            | Block::Item { .. }
            | Block::Paragraph { .. }
            | Block::Contents(_)
            | Block::Note { .. }
            | Block::Table(_)) => out.push(block),
        }
    }
}

struct Out {
    segments: Vec<Segment>,
    left_bytes: usize,
    is_full: bool,
}

impl Out {
    fn add(&mut self, block: Block, is_marked: bool, bold_tells: bool) {
        match block {
            Block::Heading { level, mark, text } => {
                self.block(BlockKind::Heading { level: level.clamp(1, 6) }, mark, text, 0);
            }
            Block::Item { depth, mark, text } => {
                self.block(BlockKind::ListItem { introduction: None }, mark, text, depth);
            }
            Block::Contents(text) => self.block(BlockKind::Furniture, String::new(), text, 0),
            Block::Note { mark, text } => self.block(BlockKind::Paragraph, mark, text, 0),
            Block::Paragraph { text, is_bold } if is_bold && bold_tells && is_title(&text) => {
                self.block(BlockKind::Heading { level: 3 }, String::new(), text, 0);
            }
            Block::Paragraph { text, .. } if is_marked => self.paragraph(text),
            Block::Paragraph { text, .. } => self.line(&text),
            Block::Table(rows) => {
                for row in rows {
                    self.block(BlockKind::TableRow, String::new(), row_text(&row), 0);
                }
            }
        }
    }

    /// Whether there is room for so many bytes more.
    fn has_room(&mut self, size_bytes: usize) -> bool {
        self.is_full |= size_bytes > self.left_bytes;
        if !self.is_full {
            self.left_bytes -= size_bytes;
        }
        !self.is_full
    }

    fn block(&mut self, kind: BlockKind, mark: String, text: String, depth: usize) {
        let text = if kind == BlockKind::TableRow { text } else { trimmed(&text).to_owned() };
        if !text.trim().is_empty() && self.has_room(text.len() + mark.len() + 2) {
            self.segments.push(Segment::Block(Marked { kind, mark, text, depth }));
        }
    }

    /// A paragraph of a document that marks its headings and lists; a bullet may still be typed.
    fn paragraph(&mut self, text: String) {
        let start = text.len() - text.trim_start().len();
        let (before, words) = text.split_at_checked(start).unwrap_or(("", &text));
        let Some((mark, body)) = mark_width(words).and_then(|width| words.split_at_checked(width))
        else {
            return self.block(BlockKind::Paragraph, String::new(), text, 0);
        };
        let pages: String = before.chars().filter(|c| *c == PAGE).collect();
        let (mark, body) = (mark.trim_end().to_owned(), pages + body);
        self.block(BlockKind::ListItem { introduction: None }, mark, body, 1);
    }

    /// A paragraph of a document that marks nothing: what it is is told from how it stands.
    fn line(&mut self, text: &str) {
        if !self.has_room(text.len() + 1) {
            return;
        }
        match self.segments.last_mut() {
            Some(Segment::Lines(lines)) => {
                lines.push('\n');
                lines.push_str(text);
            }
            _ => self.segments.push(Segment::Lines(text.to_owned())),
        }
    }
}

fn is_title(text: &str) -> bool {
    let text = text.trim();
    !text.is_empty()
        && !text.contains('\n')
        && text.split_whitespace().count() <= HEADING_WORDS_MAX
        && !text.ends_with(['.', ';', ',', ':'])
}

/// The cells of a row on one line, parted by tabs.
fn row_text(row: &[Vec<Block>]) -> String {
    let cells: Vec<String> = row.iter().map(|cell| cell_text(cell)).collect();
    if cells.iter().all(|cell| cell.trim().is_empty()) { String::new() } else { cells.join("\t") }
}

/// The words of some blocks, on one line where they can be.
pub(crate) fn words(blocks: &[Block]) -> String {
    cell_text(blocks).replace('\n', " ")
}

fn cell_text(blocks: &[Block]) -> String {
    let mut lines = Vec::new();
    for block in blocks {
        let line = match block {
            Block::Item { mark, text, .. } if mark.is_empty() => with_mark("•", text),
            Block::Heading { mark, text, .. }
            | Block::Note { mark, text }
            | Block::Item { mark, text, .. } => with_mark(mark, text),
            Block::Paragraph { text, .. } | Block::Contents(text) => text.trim().to_owned(),
            Block::Table(rows) => {
                rows.iter().map(|row| row_text(row)).collect::<Vec<_>>().join("\n")
            }
        };
        if !line.trim().is_empty() {
            lines.push(line.replace('\t', " "));
        }
    }
    lines.join("\n")
}

fn with_mark(mark: &str, text: &str) -> String {
    match (mark.is_empty(), text.trim().is_empty()) {
        (true, _) | (_, true) => text.trim().to_owned(),
        (false, false) => format!("{mark} {}", text.trim()),
    }
}

#[cfg(test)]
mod tests;
