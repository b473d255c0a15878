//! Tables of a page: finished words, nothing to decide.

use crate::block::Link;

/// A table with a head, in a region that can be scrolled on a narrow window.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Table {
    /// What it shows, for whoever hears the page.
    pub(crate) label: String,
    /// The heads of its columns.
    pub(crate) head: Vec<Head>,
    /// Its lines; the first cell of each is the head of the line.
    pub(crate) lines: Vec<Line>,
}

/// The head of a column.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Head {
    /// Its words.
    pub(crate) text: String,
    /// Whether it stands over amounts.
    pub(crate) amount: bool,
}

/// A line of a table.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Line {
    /// Its cells.
    pub(crate) cells: Vec<Cell>,
    /// Whether it is the record the reader is looking at.
    pub(crate) current: bool,
}

/// A cell: words, one under the other.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Cell {
    /// The words.
    pub(crate) words: Vec<Link>,
    /// Whether it is an amount.
    pub(crate) amount: bool,
}

impl Table {
    /// A table with these heads, and no lines yet.
    pub(crate) fn new(label: impl Into<String>, heads: impl IntoIterator<Item = String>) -> Self {
        let head = heads.into_iter().map(|text| Head { text, amount: false }).collect();
        Self { label: label.into(), head, lines: Vec::new() }
    }

    /// The same table, its last column for amounts.
    pub(crate) fn amounts_last(mut self) -> Self {
        if let Some(last) = self.head.last_mut() {
            last.amount = true;
        }
        self
    }

    /// Adds a line.
    pub(crate) fn push(&mut self, cells: Vec<Cell>) {
        self.lines.push(Line { cells, current: false });
    }
}

impl Cell {
    /// A number of something.
    pub(crate) fn amount(words: Link) -> Self {
        Self { words: vec![words], amount: true }
    }
}

impl From<Vec<Link>> for Cell {
    fn from(words: Vec<Link>) -> Self {
        Self { words, amount: false }
    }
}

impl From<Option<Link>> for Cell {
    fn from(words: Option<Link>) -> Self {
        Self { words: words.into_iter().collect(), amount: false }
    }
}

impl From<Link> for Cell {
    fn from(words: Link) -> Self {
        Self { words: vec![words], amount: false }
    }
}
