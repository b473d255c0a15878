//! A document as it comes out of its file: what the file marks as headings, lists and tables, and
//! lines of which it says nothing. It becomes text and outline here, the same for every format.
//!
//! Never: looks into bytes. A foreign format is taken apart elsewhere, in a process of its own.

use crate::format::{self, Format};
use crate::outline::{self, BlockKind, Piece};
use crate::reading::{Problem, Unreadable};
use crate::{decode, furniture, html, markdown};

/// Deeper lists are written as if they stood this deep.
const ITEM_DEPTH_MAX: usize = 16;

/// A document as it comes out of its file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Extract {
    /// What kind of file it was.
    pub format: Format,
    /// The name of the encoding its text was in, where the file is text.
    pub encoding: Option<&'static str>,
    /// What it consists of, in reading order.
    pub segments: Vec<Segment>,
    /// Where its pages begin, in order; none where the file has no pages of its own.
    pub turns: Vec<Turn>,
    /// What could not be taken out of it.
    pub problems: Vec<Problem>,
}

/// A stretch of a document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Segment {
    /// Lines that the file does not mark: what they are is told from how they stand.
    Lines(String),
    /// A block that the file marks as what it is.
    Block(Marked),
}

/// A block that the file marks as what it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Marked {
    /// What it is. An item is given the line that introduces it later.
    pub kind: BlockKind,
    /// What stands before its words: a number, a letter. An item without one is written with a dash.
    pub mark: String,
    /// Its words. Lines are parted by `\n`, the cells of a row by tabs.
    pub text: String,
    /// How deep an item stands, from 1; 0 for other blocks.
    pub depth: usize,
}

impl Segment {
    /// A block without a mark before its words.
    pub fn block(kind: BlockKind, text: impl Into<String>) -> Self {
        Self::Block(Marked { kind, mark: String::new(), text: text.into(), depth: 0 })
    }

    /// The words of it.
    pub fn text(&self) -> &str {
        match self {
            Self::Lines(text) => text,
            Self::Block(marked) => &marked.text,
        }
    }
}

/// The place where a page begins.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Turn {
    /// The segment it begins in.
    pub segment: usize,
    /// The byte of the segment's words it begins with.
    pub at: usize,
    /// Its number, from 1.
    pub page_number: u32,
}

/// Takes text, Markdown or HTML apart. The end of the name is a hint at the format.
pub fn extract(bytes: &[u8], name: &str) -> Result<Extract, Unreadable> {
    let decoded = decode::decode(bytes)?;
    let format = format::detect(&decoded.text, name);
    let segments = match format {
        Format::Markdown => markdown::segments(&decoded.text)?,
        Format::Html => html::segments(&decoded.text)?,
        Format::Plain | Format::Pdf | Format::Docx | Format::Odt => {
            vec![Segment::Lines(decoded.text)]
        }
    };
    let mut problems = Vec::new();
    if decoded.replaced {
        problems.push(Problem::BytesReplaced { encoding: decoded.encoding });
    }
    Ok(Extract { format, encoding: Some(decoded.encoding), segments, turns: Vec::new(), problems })
}

/// Text, outline and pages; positions are in bytes.
pub(crate) struct LaidOut {
    pub(crate) text: String,
    pub(crate) pieces: Vec<Piece>,
    /// The number of each page and where it begins.
    pub(crate) pages: Vec<(u32, usize)>,
}

/// Writes the segments as one text: items each on a line, other blocks apart by an empty line.
pub(crate) fn lay_out(segments: Vec<Segment>, turns: &[Turn]) -> Result<LaidOut, Unreadable> {
    let mut laid = LaidOut { text: String::new(), pieces: Vec::new(), pages: Vec::new() };
    let mut turns = turns.iter().peekable();
    let mut before: Option<BlockKind> = None;
    let mut is_first = true;
    for (index, segment) in segments.into_iter().enumerate() {
        let kind = match &segment {
            Segment::Lines(_) => None,
            Segment::Block(marked) => Some(marked.kind),
        };
        if !is_first {
            laid.text.push_str(if stand_together(before, kind) { "\n" } else { "\n\n" });
        }
        let body = match segment {
            Segment::Lines(lines) => laid.lines(lines),
            Segment::Block(marked) => laid.block(&marked),
        };
        while let Some(turn) = turns.next_if(|turn| turn.segment <= index) {
            let at = body.saturating_add(turn.at).min(laid.text.len());
            laid.pages.push((turn.page_number, at));
        }
        before = kind;
        is_first = false;
    }
    if laid.text.trim().is_empty() {
        return Err(Unreadable::Empty);
    }
    outline::introduce(&laid.text, &mut laid.pieces);
    Ok(laid)
}

/// Whether two blocks stand on lines that follow each other.
fn stand_together(before: Option<BlockKind>, kind: Option<BlockKind>) -> bool {
    matches!(
        (before, kind),
        (Some(BlockKind::ListItem { .. }), Some(BlockKind::ListItem { .. }))
            | (Some(BlockKind::TableRow), Some(BlockKind::TableRow))
    )
}

impl LaidOut {
    /// Adds lines as they are, and says where their words begin.
    fn lines(&mut self, lines: String) -> usize {
        let start = self.text.len();
        if start == 0 {
            self.text = lines;
        } else {
            self.text.push_str(&lines);
        }
        let added = self.text.get(start..).unwrap_or_default();
        self.pieces.extend(outline::plain(added).into_iter().map(|piece| Piece {
            start: piece.start + start,
            end: piece.end + start,
            body: piece.body + start,
            ..piece
        }));
        start
    }

    /// Adds a block with its mark, and says where its words begin.
    fn block(&mut self, marked: &Marked) -> usize {
        let Marked { kind, mark, text, depth } = marked;
        let start = self.text.len();
        let is_item = matches!(kind, BlockKind::ListItem { .. });
        if is_item {
            let indent = depth.saturating_sub(1).min(ITEM_DEPTH_MAX);
            self.text.extend(std::iter::repeat_n("  ", indent));
        }
        let mark = if mark.is_empty() && is_item { "-" } else { mark };
        if !mark.is_empty() {
            self.text.push_str(mark);
            self.text.push(' ');
        }
        let body = self.text.len();
        self.text.push_str(text);
        let kind = if furniture::is_line(text) { BlockKind::Furniture } else { *kind };
        self.pieces.push(Piece { kind, start, end: self.text.len(), body, indent: *depth });
        body
    }
}

#[cfg(test)]
mod tests;
