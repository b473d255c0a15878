//! The pages of a PDF as one document: which lines make up a paragraph, what is a heading or an
//! item of a list, which hyphens only part a word at the end of a line.

use std::collections::{BTreeMap, BTreeSet};

use servanda_reading::{Extract, Format, Problem, Unreadable, mark_width};

use super::{Line, Page, Piece, Stretch, margins, order};
use crate::flow::{Block, Flow, PAGE};
use crate::limits::Limits;

/// Letters this much larger than those of the text make a heading.
const HEADING_RATIO: f32 = 1.08;
/// A longer line in larger letters is no heading.
const HEADING_WORDS_MAX: usize = 30;
/// Sizes that differ by less are the same.
const SIZE_SLACK: f32 = 0.6;
/// A line that ends this many letters before the margin, and the next word would have fitted, was
/// ended on purpose.
const ROOM_SLACK: f32 = 0.6;
/// Lines further apart than this many times their usual distance do not stand together.
const GAP_RATIO: f32 = 1.3;
/// A line is set in by this many times the size of its letters, at least.
const INDENT_EMS: f32 = 0.7;
/// What stands before an item, and in sentences as well.
const DASHES: &str = "(-–—";
/// A line with fewer letters may be a title, whatever the next one begins with.
const SHORT_CHARS_MAX: usize = 30;
/// A letter is this wide in the mean, in sizes of letters.
const LETTER_EMS: f32 = 0.5;
/// Where one in so many lines ends in a hyphen, a program has put hyphens into words.
const HYPHENATED_SHARE: usize = 40;

/// Puts pages together.
pub(super) fn extract(pieces: Vec<Piece>, limits: &Limits) -> Result<Extract, Unreadable> {
    let mut pages = Vec::new();
    let mut problems = Vec::new();
    let mut page_count = 0;
    for piece in pieces {
        match piece {
            Piece::Begin { page_count: count } => page_count = count,
            Piece::Page(page) => pages.push(page),
            Piece::Failed { page_number, why } => {
                problems.push(Problem::PageUnreadable { page_number, why });
            }
        }
    }
    let is_picture = |page: &&Page| page.is_picture;
    let page_numbers: Vec<u32> = pages.iter().filter(is_picture).map(|page| page.number).collect();
    if !pages.is_empty() && page_numbers.len() == pages.len() {
        return Err(Unreadable::Scanned { page_count });
    }
    if !page_numbers.is_empty() {
        problems.push(Problem::PagesScanned { page_numbers });
    }
    for page in pages.iter().filter(|page| page.lost_count > 0) {
        let why = "some of its text does not say which letters it has".to_owned();
        problems.push(Problem::PageUnreadable { page_number: page.number, why });
    }
    if page_count > limits.page_count_max {
        let page_count_max = limits.page_count_max;
        problems.push(Problem::PagesLeftOut { page_count, page_count_max });
    }
    margins::take_out(&mut pages);
    for page in &mut pages {
        order::mend(page);
    }
    let look = Look::of(&pages);
    let mut writer = Writer::new(&look);
    for page in &pages {
        writer.page(page);
    }
    writer.finish_paragraph();
    let Writer { blocks, page_numbers, .. } = writer;
    let flow = Flow { blocks, notes: Vec::new(), page_numbers, problems };
    Ok(crate::whole(Format::Pdf, flow.segments(limits.text_bytes_max)))
}

/// What the document looks like as a whole.
struct Look {
    /// The size of most letters.
    size: f32,
    /// The sizes of headings, the largest first.
    heading_sizes: Vec<f32>,
    /// The usual distance of lines, in sizes of letters.
    pitch: f32,
    /// A program has put hyphens into words.
    is_hyphenated: bool,
    /// The words that stand within lines, to tell what a parted word is.
    words: BTreeSet<String>,
}

impl Look {
    fn of(pages: &[Page]) -> Self {
        let lines = || pages.iter().flat_map(lines_of);
        let mut letters: BTreeMap<i64, usize> = BTreeMap::new();
        for line in lines() {
            *letters.entry(halves(line.size)).or_default() += line.text.chars().count();
        }
        let most = letters.iter().max_by_key(|(_, count)| **count).map(|(size, _)| *size);
        let size = from_halves(most.unwrap_or_default());
        let mut heading_sizes: Vec<f32> = Vec::new();
        for larger in letters.keys().rev().map(|size| from_halves(*size)) {
            let is_new = heading_sizes.last().is_none_or(|last| last - larger > SIZE_SLACK);
            if larger >= size * HEADING_RATIO && is_new {
                heading_sizes.push(larger);
            }
        }
        let hyphens = lines().filter(|line| ends_in_hyphen(&line.text)).count();
        let count = lines().count();
        let words = lines().flat_map(|line| inner_words(&line.text)).map(str::to_lowercase);
        Self {
            size,
            heading_sizes,
            pitch: pitch(pages, size),
            is_hyphenated: hyphens * HYPHENATED_SHARE > count,
            words: words.collect(),
        }
    }

    /// The level of a heading in letters of this size; none where it is the size of the text.
    fn level(&self, size: f32) -> Option<u8> {
        if size < self.size * HEADING_RATIO {
            return None;
        }
        let place = self.heading_sizes.iter().position(|known| size > known - SIZE_SLACK)?;
        u8::try_from(place + 1).ok().map(|level| level.min(6))
    }
}

fn lines_of(page: &Page) -> impl Iterator<Item = &Line> {
    page.stretches.iter().flat_map(|stretch| match stretch {
        Stretch::Lines(lines) => lines.as_slice(),
        Stretch::Text(_) | Stretch::Table(_) => &[],
    })
}

/// A size in halves of a point.
#[expect(
    clippy::as_conversions,
    clippy::cast_possible_truncation,
    reason = "sizes are small; others become the nearest that there is"
)]
fn halves(size: f32) -> i64 {
    (size * 2.0).round() as i64
}

#[expect(clippy::as_conversions, clippy::cast_precision_loss, reason = "halves of small sizes")]
fn from_halves(halves: i64) -> f32 {
    halves as f32 / 2.0
}

/// The usual distance of lines of the text, in sizes of letters.
fn pitch(pages: &[Page], size: f32) -> f32 {
    let mut distances = Vec::new();
    for page in pages {
        for stretch in &page.stretches {
            let Stretch::Lines(lines) = stretch else { continue };
            for (line, next) in lines.iter().zip(lines.iter().skip(1)) {
                let distance = (line.y - next.y) / line.size.max(1.0);
                if (line.size - size).abs() <= SIZE_SLACK && (0.8..3.0).contains(&distance) {
                    distances.push(distance);
                }
            }
        }
    }
    distances.sort_by(f32::total_cmp);
    distances.get(distances.len() / 2).copied().unwrap_or(1.2)
}

/// The words of a line but for its first and last.
fn inner_words(text: &str) -> impl Iterator<Item = &str> {
    let words =
        text.split_whitespace().map(|word| word.trim_matches(|c: char| !c.is_alphanumeric()));
    let count = text.split_whitespace().count();
    words.skip(1).take(count.saturating_sub(2))
}

fn ends_in_hyphen(text: &str) -> bool {
    let mut last = text.chars().rev();
    matches!(last.next(), Some('-' | '\u{AD}' | '‐'))
        && last.next().is_some_and(char::is_alphabetic)
}

/// A paragraph while its lines are gathered.
struct Paragraph {
    text: String,
    first: Line,
    last: Line,
    /// How far left its lines reach.
    left: f32,
    line_count: usize,
    bold_count: usize,
    /// It begins with the mark of an item.
    is_item: bool,
    /// Empty space stands before it.
    stands_apart: bool,
    /// How far its mark is set in, in letters.
    indent: usize,
}

struct Writer<'l> {
    look: &'l Look,
    blocks: Vec<Block>,
    page_numbers: Vec<u32>,
    open: Option<Paragraph>,
    /// Marks of pages that stand before the next words.
    pending: String,
    /// The lefts of the items around the next one.
    items: Vec<f32>,
    /// Items are marked as such: there are headings in larger letters.
    is_marked: bool,
}

/// Where the next line stands, seen from the one before it.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Step {
    /// Just below it.
    Below,
    /// Further down.
    Apart,
    /// In the next column, or on the next page.
    Elsewhere,
}

impl<'l> Writer<'l> {
    fn new(look: &'l Look) -> Self {
        let is_marked = !look.heading_sizes.is_empty();
        let (blocks, page_numbers, items) = (Vec::new(), Vec::new(), Vec::new());
        Self { look, blocks, page_numbers, open: None, pending: String::new(), items, is_marked }
    }

    fn page(&mut self, page: &Page) {
        self.page_numbers.push(page.number);
        self.pending.push(PAGE);
        let edges = Edges::of(page, self.look.size);
        for stretch in &page.stretches {
            match stretch {
                Stretch::Lines(lines) => {
                    for line in lines {
                        self.line(line, &edges);
                    }
                }
                Stretch::Text(text) => {
                    self.finish_paragraph();
                    let text = std::mem::take(&mut self.pending) + text;
                    self.blocks.push(Block::Paragraph { text, is_bold: false });
                }
                Stretch::Table(rows) => {
                    self.finish_paragraph();
                    self.table(rows);
                }
            }
        }
    }

    fn table(&mut self, rows: &[Vec<String>]) {
        let paragraph = |text: &String, pending: &mut String| {
            let text = std::mem::take(pending) + text;
            vec![Block::Paragraph { text, is_bold: false }]
        };
        let pending = &mut self.pending;
        let rows: Vec<Vec<Vec<Block>>> = rows
            .iter()
            .map(|row| row.iter().map(|cell| paragraph(cell, pending)).collect())
            .collect();
        self.blocks.push(Block::Table(rows));
    }

    fn line(&mut self, line: &Line, edges: &Edges<'_>) {
        if let Some(open) = &mut self.open {
            let step = step(&open.last, line, self.look, !self.pending.is_empty());
            if open.goes_on(line, step, edges, self.look) {
                open.add(line, &mut self.pending, self.look);
                return;
            }
            let apart = step != Step::Below;
            self.finish_paragraph();
            self.begin(line, apart, edges);
        } else {
            self.begin(line, true, edges);
        }
    }

    fn begin(&mut self, line: &Line, stands_apart: bool, edges: &Edges<'_>) {
        let text = std::mem::take(&mut self.pending) + &line.text;
        let set_in = (line.left - edges.left(line)) / (line.size.max(1.0) * LETTER_EMS);
        self.open = Some(Paragraph {
            text,
            first: line.clone(),
            last: line.clone(),
            left: line.left,
            line_count: 1,
            bold_count: usize::from(line.is_bold),
            is_item: mark_width(&line.text).is_some(),
            stands_apart,
            indent: spaces(set_in),
        });
    }

    /// Writes the open paragraph down as what it is.
    fn finish_paragraph(&mut self) {
        let Some(paragraph) = self.open.take() else { return };
        let Paragraph { text, first, is_item, stands_apart, indent, .. } = &paragraph;
        let words = text.split_whitespace().count();
        let level = self.look.level(first.size).filter(|_| words <= HEADING_WORDS_MAX);
        if let Some(level) = level {
            self.items.clear();
            let (mark, text) = parted(text);
            self.blocks.push(Block::Heading { level, mark, text });
            return;
        }
        if !self.is_marked {
            // Nothing is marked, so how lines stand has to tell what they are.
            if *stands_apart && !self.blocks.is_empty() {
                self.blocks.push(Block::Paragraph { text: String::new(), is_bold: false });
            }
            let indent = if *is_item { " ".repeat(*indent) } else { String::new() };
            let is_bold = paragraph.bold_count == paragraph.line_count;
            self.blocks.push(Block::Paragraph { text: indent + text, is_bold });
            return;
        }
        if *is_item {
            while self.items.last().is_some_and(|left| *left > first.left + first.size * 0.4) {
                self.items.pop();
            }
            if self.items.last().is_none_or(|left| *left < first.left - first.size * 0.4) {
                self.items.push(first.left);
            }
            let (mark, text) = parted(text);
            self.blocks.push(Block::Item { depth: self.items.len(), mark, text });
        } else {
            self.items.clear();
            let is_bold = paragraph.bold_count == paragraph.line_count;
            self.blocks.push(Block::Paragraph { text: text.clone(), is_bold });
        }
    }
}

/// The mark before the words, and the words with the marks of pages.
fn parted(text: &str) -> (String, String) {
    let words = text.trim_start();
    let pages: String =
        text.chars().take_while(|c| c.is_whitespace()).filter(|c| *c == PAGE).collect();
    match mark_width(words).and_then(|width| words.split_at_checked(width)) {
        Some((mark, words)) => (bullet(mark.trim_end()), pages + words),
        None => (String::new(), pages + words),
    }
}

/// A mark as it is shown: bullets of symbol fonts have no letter of their own.
fn bullet(mark: &str) -> String {
    let is_number = mark.chars().any(char::is_alphanumeric);
    if is_number { mark.to_owned() } else { String::new() }
}

fn step(last: &Line, next: &Line, look: &Look, turned: bool) -> Step {
    let distance = last.y - next.y;
    let usual = look.pitch * last.size.max(next.size);
    // Lines of one height may be parted by a wide space: they follow each other all the same.
    if turned || distance < -last.size * 0.5 {
        Step::Elsewhere
    } else if distance <= usual * GAP_RATIO {
        Step::Below
    } else {
        Step::Apart
    }
}

impl Paragraph {
    /// Whether a line goes on with the paragraph.
    fn goes_on(&self, next: &Line, step: Step, edges: &Edges<'_>, look: &Look) -> bool {
        let last = &self.last;
        let same_size = (last.size - next.size).abs() <= SIZE_SLACK;
        let title_ends = self.bold_count == self.line_count && !next.is_bold
            || self.bold_count == 0 && next.is_bold && ends_sentence(&last.text);
        if !same_size || title_ends || step == Step::Apart {
            return false;
        }
        let small = next.text.starts_with(|c: char| c.is_lowercase() || matches!(c, '(' | ','));
        let is_heading = look.level(next.size).is_some();
        if is_heading {
            return step == Step::Below && !ends_sentence(&last.text);
        }
        let is_long = last.text.chars().count() > SHORT_CHARS_MAX;
        let room = edges.right(last) - last.right;
        let lacks_room_for = |words: usize| {
            let letters = next.text.split_whitespace().take(words).map(|it| it.chars().count());
            room < (width(letters.sum::<usize>() + words - 1) + ROOM_SLACK) * next.letter_width()
        };
        // Words with a space that does not break go on to the next line together.
        let is_full = lacks_room_for(1) || lacks_room_for(2) && !ends_sentence(&last.text);
        if mark_width(&next.text).is_some() {
            // A number or a dash may have come to the beginning of a line within a sentence.
            let bullet =
                !next.text.starts_with(|c: char| c.is_alphanumeric() || DASHES.contains(c));
            return is_full && !bullet && !self.is_item && !ends_sentence(&last.text);
        }
        if small && is_long && !ends_sentence(&last.text) {
            return true;
        }
        if ends_in_hyphen(&last.text) && next.text.starts_with(char::is_alphanumeric) {
            return true;
        }
        if step == Step::Elsewhere {
            return is_full && !ends_sentence(&last.text);
        }
        // The next paragraph begins further in; or further out, after an item of a list.
        let em = next.size;
        let set_in = !self.is_item && next.left > self.left + em * INDENT_EMS;
        let set_out = self.is_item && next.left < self.first.left - em * INDENT_EMS;
        is_full && !set_in && !set_out
    }

    fn add(&mut self, line: &Line, pending: &mut String, look: &Look) {
        let hyphen =
            ends_in_hyphen(&self.last.text) && line.text.starts_with(char::is_alphanumeric);
        if hyphen {
            if look.parts_word(&self.text, &line.text) {
                self.text.pop();
            }
        } else {
            self.text.push(' ');
        }
        self.text.push_str(&std::mem::take(pending));
        self.text.push_str(&line.text);
        self.left = if self.line_count == 1 { line.left } else { self.left.min(line.left) };
        self.line_count += 1;
        self.bold_count += usize::from(line.is_bold);
        self.last = line.clone();
    }
}

impl Look {
    /// Whether the hyphen between two lines only parts a word: what the document writes elsewhere
    /// tells, and else whether a program has put hyphens into its words.
    fn parts_word(&self, before: &str, after: &str) -> bool {
        if before.ends_with(['\u{AD}', '‐']) {
            return true;
        }
        let bare = |c: char| !c.is_alphanumeric() && c != '-';
        let head = before.rsplit(char::is_whitespace).next().unwrap_or_default();
        let head = head.trim_start_matches(bare).to_lowercase();
        let tail = after.split(char::is_whitespace).next().unwrap_or_default();
        let tail = tail.trim_end_matches(bare).to_lowercase();
        let whole = head.trim_end_matches('-').to_owned() + &tail;
        let hyphened = head + &tail;
        if self.words.contains(&hyphened) {
            false
        } else {
            let small = after.starts_with(char::is_lowercase);
            self.words.contains(&whole) || (self.is_hyphenated && small)
        }
    }
}

impl Line {
    /// How wide a letter of it is.
    fn letter_width(&self) -> f32 {
        let count = width(self.text.chars().count());
        if count < 1.0 { self.size * LETTER_EMS } else { (self.right - self.left) / count }
    }
}

#[expect(clippy::as_conversions, clippy::cast_precision_loss, reason = "letters of a line are few")]
fn width(count: usize) -> f32 {
    count as f32
}

/// How many spaces stand for a distance in letters.
#[expect(
    clippy::as_conversions,
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "it is between 0 and 60"
)]
fn spaces(letters: f32) -> usize {
    letters.round().clamp(0.0, 60.0) as usize
}

fn ends_sentence(text: &str) -> bool {
    text.trim_end_matches(['"', '”', '»', ')', '\'', '’', ']', ' '])
        .ends_with(['.', '!', '?', ':', ';', '…'])
}

/// Between where and where the lines of a page run.
struct Edges<'p> {
    lines: Vec<&'p Line>,
    is_single: bool,
    left: f32,
    right: f32,
}

impl<'p> Edges<'p> {
    fn of(page: &'p Page, size: f32) -> Self {
        let of_text = |line: &&Line| (line.size - size).abs() <= SIZE_SLACK;
        let lines: Vec<&Line> = lines_of(page).filter(of_text).collect();
        let left = lines.iter().map(|line| line.left).fold(f32::MAX, f32::min);
        let right = lines.iter().map(|line| line.right).fold(0.0, f32::max);
        Self { lines, is_single: page.column_count <= 1, left, right }
    }

    /// Where the column that a line stands in begins.
    fn left(&self, line: &Line) -> f32 {
        if self.is_single {
            return self.left.min(line.left);
        }
        self.beside(line).map(|it| it.left).fold(line.left, f32::min)
    }

    /// Where the column that a line stands in ends: lines over several columns do not count.
    fn right(&self, line: &Line) -> f32 {
        if self.is_single {
            return self.right.max(line.right);
        }
        let mut rights: Vec<f32> = self.beside(line).map(|it| it.right).collect();
        rights.sort_by(f32::total_cmp);
        rights.get(rights.len() * 9 / 10).copied().unwrap_or(line.right).max(line.right)
    }

    /// The lines of the same column.
    fn beside(&self, line: &Line) -> impl Iterator<Item = &&'p Line> {
        let (left, right) = (line.left, line.right);
        self.lines.iter().filter(move |it| it.left < right && it.right > left)
    }
}

#[cfg(test)]
mod tests;
