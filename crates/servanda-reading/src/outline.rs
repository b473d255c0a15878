//! The outline of a document: headings, paragraphs, lists with their introductions, table rows,
//! and the furniture of web pages that says nothing.

use crate::front::{self, Said};
use crate::furniture;
use crate::mark::{Mark, mark};
use servanda_model::Language;

/// A heading has at most this many words.
const HEADING_WORDS_MAX: usize = 14;
/// A heading has at most this many bytes.
const HEADING_BYTES_MAX: usize = 110;
/// Text whose lines stop short of this was wrapped by a program.
const WRAPPED_WIDTH_MAX: usize = 130;

/// Narrower text was not wrapped: its lines are short of their own.
const WRAPPED_WIDTH_MIN: usize = 50;

/// What a block of text is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BlockKind {
    /// A heading; level 1 is the highest.
    Heading {
        /// From 1 to 6.
        level: u8,
    },
    /// A paragraph.
    Paragraph,
    /// An item of a list.
    ListItem {
        /// The position in the outline of the block that introduces the list, if one does.
        introduction: Option<usize>,
    },
    /// A row of a table; its cells are separated by tabs.
    TableRow,
    /// Part of the page, not of the document: menus, dates of change, captions, counters.
    Furniture,
}

/// A block of the outline; positions are in characters of the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Block {
    /// What the block is.
    pub kind: BlockKind,
    /// Position of its first character.
    pub start: usize,
    /// Position where its words begin, after a bullet, a number or the mark of a heading.
    pub body: usize,
    /// Position after its last character.
    pub end: usize,
    /// The language it is written in.
    pub language: Language,
}

/// A block while the document is taken apart; positions are in bytes.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Piece {
    pub(crate) kind: BlockKind,
    pub(crate) start: usize,
    pub(crate) end: usize,
    /// Where the words begin, after a bullet, a number or a heading mark.
    pub(crate) body: usize,
    /// How deep a list item stands: the width of the space before its mark.
    pub(crate) indent: usize,
}

/// A line of plain text, without the space around it.
#[derive(Clone, Copy, Debug)]
struct Line<'t> {
    text: &'t str,
    start: usize,
    indent: usize,
    mark: Option<Mark>,
    is_furniture: bool,
}

impl Line<'_> {
    fn end(&self) -> usize {
        self.start + self.text.len()
    }

    fn is_blank(&self) -> bool {
        self.text.is_empty()
    }

    /// A short line that does not end like a sentence.
    fn is_short(&self) -> bool {
        let bare = self.text.trim_matches(['*', '_', '#', ' ', '"', '“', '”']);
        !bare.is_empty()
            && bare.len() <= HEADING_BYTES_MAX
            && bare.split_whitespace().count() <= HEADING_WORDS_MAX
            && !bare.ends_with(['.', ':', ';', ',', '!', '?', '…'])
            && !bare.ends_with(".)")
            && bare.starts_with(|c: char| !c.is_lowercase())
    }

    /// One word and a colon stand before the others.
    fn is_labelled(&self) -> bool {
        let label = |label: &str| !label.is_empty() && label.chars().all(char::is_alphabetic);
        let parted = self.text.trim_matches('*').split_once(':');
        parted.is_some_and(|(before, after)| {
            label(before.trim_matches(['*', ' '])) && after.split_whitespace().count() > 1
        })
    }

    fn ends_sentence(&self) -> bool {
        self.text
            .trim_end_matches(['*', '_', '"', '”', '»', ')', '\'', '’', ']'])
            .ends_with(['.', '!', '?', ':', ';', '…'])
    }
}

/// Takes plain text apart. Items do not know yet what introduces them.
pub(crate) fn plain(text: &str) -> Vec<Piece> {
    let lines = lines(text);
    let wrapped = wrapped_width(&lines);
    let before = front::length(lines.iter().map(|line| line.text));
    let mut pieces: Vec<Piece> = lines.iter().take(before).filter_map(stated).collect();
    let mut index = before;
    while let Some(line) = lines.get(index) {
        if line.is_blank() {
            index += 1;
            continue;
        }
        let (piece, next) = block(&lines, index, wrapped);
        pieces.push(piece);
        index = next.max(index + 1);
    }
    unmarked(text, &mut pieces);
    lines_of_lists(text, &mut pieces);
    pieces
}

/// A line that says something of the text and stands before it: its title is a heading.
fn stated(line: &Line<'_>) -> Option<Piece> {
    let of = |kind, value: &str| {
        let end = line.start + line.text.rfind(value)? + value.len();
        Some(piece(kind, line.start, end, end - value.len(), 0))
    };
    match front::said(line.text) {
        Said::Title(title) => of(BlockKind::Heading { level: 1 }, title),
        Said::Words(words) => of(BlockKind::Paragraph, words),
        Said::Other if line.is_blank() => None,
        Said::Other => Some(piece(BlockKind::Furniture, line.start, line.end(), line.start, 0)),
    }
}

/// Makes items of two and more short lines without marks that follow a colon: each alone would be
/// a heading, but no line announces headings.
fn lines_of_lists(text: &str, pieces: &mut [Piece]) {
    let mut announced = false;
    let mut from = None;
    let is_line =
        |piece: &Piece| piece.kind == BlockKind::Heading { level: 2 } && piece.body == piece.start;
    for index in 0..=pieces.len() {
        let piece = pieces.get(index).copied();
        if let Some(piece) = piece.filter(|piece| announced && is_line(piece)) {
            from.get_or_insert(index);
            announced = !ends_in_colon(text, &piece);
            continue;
        }
        if let Some(from) = from.take()
            && index - from >= 2
        {
            for piece in pieces.get_mut(from..index).unwrap_or_default() {
                piece.kind = BlockKind::ListItem { introduction: None };
            }
        }
        announced = piece
            .is_some_and(|piece| piece.kind == BlockKind::Paragraph && ends_in_colon(text, &piece));
    }
}

/// Makes items of paragraphs that stand after a colon, all but the last ending in a semicolon: a
/// list whose bullets were lost.
fn unmarked(text: &str, pieces: &mut [Piece]) {
    let ends_in_semicolon = |piece: &Piece| {
        text.get(piece.body..piece.end).is_some_and(|t| t.trim_end().ends_with(';'))
    };
    let mut in_list = false;
    let mut goes_on = false;
    for piece in pieces.iter_mut().filter(|piece| piece.kind != BlockKind::Furniture) {
        let is_paragraph = piece.kind == BlockKind::Paragraph;
        let half = ends_in_semicolon(piece);
        let item = is_paragraph && (in_list && half || goes_on);
        goes_on = item && half;
        in_list = item && half || is_paragraph && ends_in_colon(text, piece);
        if item {
            piece.kind = BlockKind::ListItem { introduction: None };
        }
    }
}

fn lines(text: &str) -> Vec<Line<'_>> {
    let mut start = 0;
    text.split_inclusive('\n')
        .map(|raw| {
            let at = start;
            start += raw.len();
            // A bullet that a program could not name is left as a control character.
            let idle = |c: char| c.is_whitespace() || c.is_control() || c == '\u{FEFF}';
            let trimmed = raw.trim_start_matches(idle);
            let indent = raw.len() - trimmed.len();
            let trimmed = trimmed.trim_end();
            Line {
                text: trimmed,
                start: at + indent,
                indent,
                mark: mark(trimmed),
                is_furniture: furniture::is_line(trimmed),
            }
        })
        .collect()
}

/// The width the text was wrapped to, if it was.
fn wrapped_width(lines: &[Line<'_>]) -> Option<usize> {
    let mut widths: Vec<usize> =
        lines.iter().filter(|l| !l.is_blank()).map(|l| l.indent + l.text.chars().count()).collect();
    widths.sort_unstable();
    let wide = widths.get(widths.len() * 95 / 100).copied()?;
    let long = widths.iter().filter(|width| **width > WRAPPED_WIDTH_MAX).count();
    // Where nearly every line ends a sentence, a line is a paragraph.
    let pairs = lines.iter().zip(lines.iter().skip(1));
    let (mut joints, mut ends) = (0, 0);
    for (line, next) in pairs.filter(|(line, next)| !line.is_blank() && !next.is_blank()) {
        joints += 1;
        ends += usize::from(line.ends_sentence() || next.mark.is_some());
    }
    let plain = widths.len() >= 4
        && (WRAPPED_WIDTH_MIN..=WRAPPED_WIDTH_MAX).contains(&wide)
        && long * 50 <= widths.len()
        && ends * 10 <= joints * 7;
    plain.then_some(wide)
}

/// Reads one block from a line that is not blank, and says where the next begins.
fn block(lines: &[Line<'_>], index: usize, wrapped: Option<usize>) -> (Piece, usize) {
    let Some(line) = lines.get(index) else {
        return (piece(BlockKind::Paragraph, 0, 0, 0, 0), index + 1);
    };
    if line.is_furniture {
        return (piece(BlockKind::Furniture, line.start, line.end(), line.start, 0), index + 1);
    }
    if let Some(Mark::Hash { level, width }) = line.mark {
        let kind = BlockKind::Heading { level };
        return (piece(kind, line.start, line.end(), line.start + width, 0), index + 1);
    }
    if let Some(level) = heading(lines, index, line, wrapped) {
        let body = line.start + line.mark.map_or(0, Mark::width);
        return (piece(BlockKind::Heading { level }, line.start, line.end(), body, 0), index + 1);
    }
    let mut last = line;
    let mut next = index + 1;
    while let Some(following) = lines.get(next) {
        if following.is_furniture || !continues(line, last, following, wrapped) {
            break;
        }
        last = following;
        next += 1;
    }
    let body = line.start + line.mark.map_or(0, Mark::width);
    let kind = match line.mark {
        Some(_) => BlockKind::ListItem { introduction: None },
        None => BlockKind::Paragraph,
    };
    (piece(kind, line.start, last.end(), body, line.indent), next)
}

fn piece(kind: BlockKind, start: usize, end: usize, body: usize, indent: usize) -> Piece {
    Piece { kind, start, end, body: body.min(end), indent }
}

/// The next line goes on with the block.
fn continues(first: &Line<'_>, last: &Line<'_>, next: &Line<'_>, wrapped: Option<usize>) -> bool {
    if next.is_blank() || next.mark.is_some() {
        return false;
    }
    let starts_small = next.text.starts_with(|c: char| c.is_lowercase() || c == '(' || c == ',');
    if first.mark.is_some() && next.indent > first.indent {
        return true;
    }
    if let Some(width) = wrapped {
        // A line broken by a program is nearly full; the next word would not have fitted.
        let used = last.indent + last.text.chars().count();
        let word = next.text.split_whitespace().next().map_or(0, |word| word.chars().count());
        if used + word + 1 >= width.min(100) * 9 / 10 && used * 2 > width {
            return true;
        }
        return starts_small && !last.ends_sentence();
    }
    starts_small && !last.ends_sentence() && last.text.len() > 30
}

/// A line standing alone, short, and without the end of a sentence is a heading.
fn heading(
    lines: &[Line<'_>],
    index: usize,
    line: &Line<'_>,
    wrapped: Option<usize>,
) -> Option<u8> {
    // A row of a table is none, and none that says who or what in one word: "Action: to call".
    if !line.is_short() || line.text.starts_with('|') || line.is_labelled() {
        return None;
    }
    let before = index.checked_sub(1).and_then(|at| lines.get(at));
    let after = lines.get(index + 1);
    let bold = line.text.starts_with("**") && line.text.ends_with("**");
    if !bold && after.is_some_and(|next| continues(line, line, next, wrapped)) {
        return None;
    }
    if let Some(mark) = line.mark {
        return numbered_heading(lines, index, mark);
    }
    let stands_alone_before =
        before.is_none_or(|l| l.is_blank() || l.is_furniture || l.ends_sentence());
    let stands_alone_after = after
        .is_none_or(|l| l.is_blank() || l.mark.is_some() || !l.is_short() && l.text.len() > 80);
    let letters = line.text.chars().filter(|c| c.is_alphabetic()).count();
    (stands_alone_before && (stands_alone_after || bold) && letters >= 3).then_some(if bold {
        3
    } else {
        2
    })
}

/// `1. Trade and investment` before a paragraph is a heading; in a row of numbers it is an item.
fn numbered_heading(lines: &[Line<'_>], index: usize, mark: Mark) -> Option<u8> {
    let (Mark::Number { .. } | Mark::Section { .. }) = mark else { return None };
    let following = lines.get(index + 1..)?.iter().find(|l| !l.is_blank())?;
    let preceding =
        lines.get(..index).and_then(|l| l.iter().rev().find(|l| !l.is_blank() && !l.is_furniture));
    let introduced = preceding.is_some_and(|l| l.text.ends_with(':'));
    let in_row = |other: Option<&Line<'_>>| match (mark, other.and_then(|l| l.mark)) {
        (Mark::Number { value: a, .. }, Some(Mark::Number { value: b, .. })) => a.abs_diff(b) == 1,
        (Mark::Section { .. }, Some(Mark::Section { .. })) => true,
        _ => false,
    };
    let long_follows = !following.is_short() && following.mark.is_none();
    (!introduced && !in_row(Some(following)) && !in_row(preceding) && long_follows).then_some(2)
}

/// Gives every list item the block that introduces its list.
pub(crate) fn introduce(text: &str, pieces: &mut [Piece]) {
    let mut current: Vec<(usize, Option<Sort>, Option<usize>)> = Vec::new();
    let mut previous: Option<(usize, Piece)> = None;
    for (index, piece) in pieces.iter_mut().enumerate() {
        match piece.kind {
            BlockKind::Furniture => continue,
            BlockKind::ListItem { .. } => {
                let sort = sort(text, piece);
                let introduces = previous
                    .filter(|(_, before)| ends_in_colon(text, before))
                    .filter(|(_, before)| {
                        let nested = matches!(before.kind, BlockKind::ListItem { .. });
                        let deeper = piece.indent > before.indent
                            || piece.indent == before.indent && self::sort(text, before) != sort;
                        !nested || deeper || current.is_empty()
                    })
                    .map(|(at, _)| at);
                // Letters under a number are over when the next number comes.
                let known = |(indent, of, _): &(usize, Option<Sort>, Option<usize>)| {
                    *indent == piece.indent && *of == sort
                };
                let back = introduces.is_none() && current.iter().any(known);
                while current.last().is_some_and(|it| it.0 > piece.indent || back && !known(it)) {
                    current.pop();
                }
                let deeper = current.last().is_none_or(|(indent, ..)| piece.indent > *indent);
                if introduces.is_some() || deeper {
                    let inherited = current.last().and_then(|(.., found)| *found);
                    current.push((piece.indent, sort, introduces.or(inherited)));
                }
                let found = current.last().and_then(|(.., found)| *found);
                piece.kind = BlockKind::ListItem { introduction: found };
            }
            BlockKind::Heading { .. } | BlockKind::Paragraph | BlockKind::TableRow => {
                current.clear();
            }
        }
        previous = Some((index, *piece));
    }
}

/// What sort of mark stands before an item.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Sort {
    Number,
    Letter,
    Bullet,
}

fn sort(text: &str, piece: &Piece) -> Option<Sort> {
    let mark = text.get(piece.start..piece.body)?.trim_start_matches('(');
    mark.chars().next().map(|c| match c {
        '0'..='9' => Sort::Number,
        c if c.is_alphabetic() => Sort::Letter,
        _ => Sort::Bullet,
    })
}

/// The block ends in a colon and so announces what follows. The marks of notes may stand after it.
pub(crate) fn ends_in_colon(text: &str, piece: &Piece) -> bool {
    let mut rest = text.get(piece.body..piece.end).unwrap_or_default();
    loop {
        rest = rest.trim_end_matches(|c: char| c.is_whitespace() || c == '*' || c == '_');
        let Some(noted) = rest.strip_suffix(']') else { return rest.ends_with(':') };
        let before = noted.trim_end_matches(|c: char| c.is_ascii_digit());
        let Some(before) = before.strip_suffix('[').filter(|_| before.len() < noted.len()) else {
            return false;
        };
        rest = before;
    }
}

#[cfg(test)]
mod tests;
