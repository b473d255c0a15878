//! ODT, the text documents of OpenDocument (ISO/IEC 26300): headings, numbered lists, tables,
//! notes; tracked changes as if all were accepted.

use servanda_reading::{Format, Problem, Unreadable};

use crate::archive::{Archive, NoPart};
use crate::damaged;
use crate::docx::note_mark;
use crate::flow::{self, Block, Flow};
use crate::limits::Limits;
use crate::number;
use crate::xml::{Broken, Element, Space, Token, Xml, characters};
use styles::Styles;

mod styles;

/// The part with the document.
const CONTENT: &str = "content.xml";
/// The part with the styles that documents share.
const STYLES: &str = "styles.xml";
/// Spaces, cells or rows that a file says are repeated, at most: programs fill whole sheets so.
const REPEATED_MAX: usize = 64;
/// Lists are this deep at most.
const LEVELS: usize = 10;

/// Takes a document apart.
pub(crate) fn flow(archive: &mut Archive<'_>, limits: &Limits) -> Result<Flow, Unreadable> {
    let content = archive.part(CONTENT).map_err(|why| match why {
        NoPart::Locked => Unreadable::Locked,
        NoPart::Missing | NoPart::TooLarge { .. } | NoPart::Damaged => {
            damaged(Format::Odt, format!("its content: {why}"))
        }
    })?;
    let mut walk = Walk::default();
    match archive.part(STYLES) {
        Ok(bytes) => {
            let text = characters(&bytes);
            if let Err(why) = walk.styles.read(&mut Xml::new(&text, limits.depth_max)) {
                walk.unreadable("its styles", &why);
            }
        }
        Err(NoPart::Missing) => {}
        Err(why) => walk.unreadable("its styles", &why),
    }
    let text = characters(&content);
    let mut blocks = Vec::new();
    if let Err(why) = walk.document(&mut Xml::new(&text, limits.depth_max), &mut blocks) {
        if flow::words(&blocks).is_empty() {
            return Err(match why {
                Broken::TooDeep { depth_max } => Unreadable::NestedTooDeep { depth_max },
                // An encrypted part looks like damage: the manifest would say so, and a reader of it.
                Broken::Damaged { .. } if is_locked(archive) => Unreadable::Locked,
                Broken::Damaged { .. } => damaged(Format::Odt, why.to_string()),
            });
        }
        walk.problems.push(Problem::EndedEarly { why: why.to_string() });
    }
    if blocks.is_empty() && is_locked(archive) {
        return Err(Unreadable::Locked);
    }
    Ok(walk.finish(blocks))
}

/// The manifest says that parts are encrypted.
fn is_locked(archive: &mut Archive<'_>) -> bool {
    let manifest = archive.part("META-INF/manifest.xml").unwrap_or_default();
    characters(&manifest).contains("encryption-data")
}

/// A list that is being read.
#[derive(Clone, Debug, Default)]
struct List {
    style: Option<String>,
    counts: [Option<usize>; LEVELS],
}

/// A paragraph while it is gathered.
#[derive(Debug, Default)]
struct Paragraph {
    text: String,
    bold_bytes: usize,
    is_bold: bool,
    /// The last character was a space of the kind that runs together.
    after_space: bool,
}

/// Where a paragraph stands.
#[derive(Clone, Copy, Debug, Default)]
struct Place {
    /// How many lists are around it.
    depth: usize,
    /// It is the first of its item, and has its number.
    is_first: bool,
    /// It stands in a table of contents or an index.
    is_contents: bool,
}

#[derive(Default)]
struct Walk {
    styles: Styles,
    /// The lists around what is read.
    lists: Vec<List>,
    /// Lists by their names, for those that go on.
    ended: Vec<(String, List)>,
    notes: Vec<Block>,
    headings: [Option<usize>; LEVELS],
    insertion_count: usize,
    deletion_count: usize,
    problems: Vec<Problem>,
}

impl Walk {
    fn unreadable(&mut self, part: &str, why: &dyn std::fmt::Display) {
        let (part, why) = (part.to_owned(), why.to_string());
        self.problems.push(Problem::PartUnreadable { part, why });
    }

    /// Reads styles and body of a part.
    fn document(&mut self, xml: &mut Xml<'_>, out: &mut Vec<Block>) -> Result<(), Broken> {
        loop {
            match xml.next()? {
                Token::Open(element) => match (element.space, element.name.as_str()) {
                    (Space::Office, "automatic-styles" | "styles") => self.styles.within(xml)?,
                    (Space::Office, "text") => self.blocks(xml, Place::default(), out)?,
                    _ => {}
                },
                Token::Close | Token::Text(_) => {}
                Token::End => return Ok(()),
            }
        }
    }

    /// Reads blocks to the end of the element that holds them.
    fn blocks(
        &mut self,
        xml: &mut Xml<'_>,
        place: Place,
        out: &mut Vec<Block>,
    ) -> Result<(), Broken> {
        let mut place = place;
        loop {
            let element = match xml.next()? {
                Token::Open(element) => element,
                Token::Text(_) => continue,
                Token::Close | Token::End => return Ok(()),
            };
            match (element.space, element.name.as_str()) {
                (Space::Text, "p" | "h") => {
                    self.paragraph(xml, &element, place, out)?;
                    place.is_first = false;
                }
                (Space::Text, "list") => self.list(xml, &element, place, out)?,
                (Space::Table, "table") => {
                    let mut rows = Vec::new();
                    let read = self.rows(xml, place, &mut rows);
                    out.push(Block::Table(rows));
                    read?;
                }
                (Space::Text, "tracked-changes") => self.changes(xml)?,
                (Space::Text, name) if is_contents(name) => {
                    self.blocks(xml, Place { is_contents: true, ..place }, out)?;
                }
                _ if is_passed_over(&element) => xml.skip()?,
                _ => self.blocks(xml, place, out)?,
            }
        }
    }

    /// Counts the tracked changes. What was taken out stands here and nowhere else.
    fn changes(&mut self, xml: &mut Xml<'_>) -> Result<(), Broken> {
        loop {
            match xml.next()? {
                Token::Open(element) => match (element.space, element.name.as_str()) {
                    (Space::Text, "changed-region") => self.changes(xml)?,
                    (Space::Text, "insertion") => {
                        self.insertion_count += 1;
                        xml.skip()?;
                    }
                    (Space::Text, "deletion") => {
                        self.deletion_count += 1;
                        xml.skip()?;
                    }
                    _ => xml.skip()?,
                },
                Token::Text(_) => {}
                Token::Close | Token::End => return Ok(()),
            }
        }
    }

    fn paragraph(
        &mut self,
        xml: &mut Xml<'_>,
        element: &Element,
        place: Place,
        out: &mut Vec<Block>,
    ) -> Result<(), Broken> {
        let style = self.styles.of(element.attribute("style-name"));
        let mut paragraph =
            Paragraph { is_bold: style.is_bold, after_space: true, ..Paragraph::default() };
        let mut aside = Vec::new();
        let read = self.inline(xml, &mut paragraph, &mut aside);
        let is_bold = paragraph.is_mostly_bold();
        let text = paragraph.text;
        let outline = match element.name.as_str() {
            "h" => Some(element.number("outline-level").unwrap_or(1)),
            _ => style.outline,
        };
        out.push(match outline.filter(|_| !place.is_contents) {
            _ if place.is_contents => Block::Contents(text),
            Some(level) => {
                let mark = self.heading_mark(element, level, place, &text);
                Block::Heading { level: u8::try_from(level).unwrap_or(6), mark, text }
            }
            None if place.depth > 0 && place.is_first => {
                Block::Item { depth: place.depth, mark: self.item_mark(place.depth), text }
            }
            None => Block::Paragraph { text, is_bold },
        });
        out.append(&mut aside);
        read
    }

    /// The number of a heading that has one, from the outline of the document or a list around it.
    fn heading_mark(
        &mut self,
        element: &Element,
        level: usize,
        place: Place,
        text: &str,
    ) -> String {
        if place.depth > 0 {
            return if place.is_first { self.item_mark(place.depth) } else { String::new() };
        }
        let unnumbered = element.attribute("is-list-header") == Some("true");
        if text.trim().is_empty() || unnumbered || !(1..=LEVELS).contains(&level) {
            return String::new();
        }
        count(&mut self.headings, level - 1, |at| self.styles.outline_level(at).start);
        let level_style = self.styles.outline_level(level - 1);
        level_style.written(&self.headings, level - 1, |at| self.styles.outline_level(at).form)
    }

    /// The number of the item that the innermost list has come to.
    fn item_mark(&self, depth: usize) -> String {
        let Some(list) = self.lists.last() else { return String::new() };
        let style = |at: usize| self.styles.list_level(list.style.as_deref(), at);
        let at = depth.saturating_sub(1);
        style(at).written(&list.counts, at, |at| style(at).form)
    }

    fn list(
        &mut self,
        xml: &mut Xml<'_>,
        element: &Element,
        place: Place,
        out: &mut Vec<Block>,
    ) -> Result<(), Broken> {
        let around = self.lists.last().cloned();
        let style = element.attribute("style-name").map(str::to_owned);
        let style = style.or_else(|| around.as_ref().and_then(|list| list.style.clone()));
        let mut list = List { style, counts: around.map(|list| list.counts).unwrap_or_default() };
        if place.depth == 0 {
            list.counts = self.continued(element, list.style.as_deref());
        }
        self.lists.push(list);
        let inside = Place { depth: place.depth + 1, ..place };
        let read = self.items(xml, inside, out);
        // A list inside another has counted for the item that it stands in.
        let ended = self.lists.pop().filter(|_| self.lists.is_empty());
        if let Some(list) = ended {
            let names = ["id", "style-name"].map(|name| element.attribute(name));
            for name in names.into_iter().flatten() {
                self.ended.retain(|(known, _)| known != name);
                self.ended.push((name.to_owned(), list.clone()));
            }
        }
        read
    }

    /// The counts that a list goes on from: those of the list it says it continues.
    fn continued(&self, element: &Element, style: Option<&str>) -> [Option<usize>; LEVELS] {
        let named = element.attribute("continue-list");
        let goes_on = element.attribute("continue-numbering") == Some("true");
        let name = named.or(style.filter(|_| goes_on));
        let found = name.and_then(|name| self.ended.iter().find(|(known, _)| known == name));
        found.map(|(_, list)| list.counts).unwrap_or_default()
    }

    fn items(
        &mut self,
        xml: &mut Xml<'_>,
        place: Place,
        out: &mut Vec<Block>,
    ) -> Result<(), Broken> {
        loop {
            let element = match xml.next()? {
                Token::Open(element) => element,
                Token::Text(_) => continue,
                Token::Close | Token::End => return Ok(()),
            };
            match (element.space, element.name.as_str()) {
                (Space::Text, "list-item") => {
                    let at = place.depth.saturating_sub(1);
                    let own = element.number("start-value");
                    if let Some(list) = self.lists.last_mut() {
                        let style = list.style.clone();
                        let styles = &self.styles;
                        let start = |at| styles.list_level(style.as_deref(), at).start;
                        count(&mut list.counts, at, start);
                        if let (Some(own), Some(count)) = (own, list.counts.get_mut(at)) {
                            *count = Some(own);
                        }
                    }
                    self.blocks(xml, Place { is_first: true, ..place }, out)?;
                }
                (Space::Text, "list-header") => {
                    self.blocks(xml, Place { is_first: false, ..place }, out)?;
                }
                _ => xml.skip()?,
            }
        }
    }

    /// Reads what stands in a paragraph.
    fn inline(
        &mut self,
        xml: &mut Xml<'_>,
        paragraph: &mut Paragraph,
        aside: &mut Vec<Block>,
    ) -> Result<(), Broken> {
        loop {
            let element = match xml.next()? {
                Token::Open(element) => element,
                Token::Text(text) => {
                    paragraph.push(&text);
                    continue;
                }
                Token::Close | Token::End => return Ok(()),
            };
            match (element.space, element.name.as_str()) {
                (Space::Text, "s") => {
                    let count = element.number("c").unwrap_or(1).min(REPEATED_MAX);
                    paragraph.exactly(&" ".repeat(count));
                    xml.skip()?;
                }
                (Space::Text, "tab") => {
                    paragraph.exactly(" ");
                    xml.skip()?;
                }
                (Space::Text, "line-break") => {
                    paragraph.exactly("\n");
                    xml.skip()?;
                }
                (Space::Text, "note") => self.note(xml, paragraph)?,
                (Space::Text, "span") => {
                    let around = paragraph.is_bold;
                    let style = self.styles.of(element.attribute("style-name"));
                    paragraph.is_bold = around || style.is_bold;
                    self.inline(xml, paragraph, aside)?;
                    paragraph.is_bold = around;
                }
                // Text in a box stands beside the paragraph that it is tied to.
                (Space::Other, "text-box") => self.blocks(xml, Place::default(), aside)?,
                _ if is_passed_over(&element) => xml.skip()?,
                _ => self.inline(xml, paragraph, aside)?,
            }
        }
    }

    /// A note: its mark stays in the text, its words follow the document.
    fn note(&mut self, xml: &mut Xml<'_>, paragraph: &mut Paragraph) -> Result<(), Broken> {
        let mark = note_mark(self.notes.len() + 1);
        paragraph.exactly(&mark);
        self.notes.push(Block::Note { mark: mark.clone(), text: String::new() });
        let place = self.notes.len() - 1;
        loop {
            match xml.next()? {
                Token::Open(element) if element.name == "note-body" => {
                    let lists = std::mem::take(&mut self.lists);
                    let mut blocks = Vec::new();
                    let read = self.blocks(xml, Place::default(), &mut blocks);
                    self.lists = lists;
                    if let Some(note) = self.notes.get_mut(place) {
                        *note = Block::Note { mark: mark.clone(), text: flow::words(&blocks) };
                    }
                    read?;
                }
                Token::Open(_) => xml.skip()?,
                Token::Text(_) => {}
                Token::Close | Token::End => return Ok(()),
            }
        }
    }

    fn rows(
        &mut self,
        xml: &mut Xml<'_>,
        place: Place,
        rows: &mut Vec<Vec<Vec<Block>>>,
    ) -> Result<(), Broken> {
        loop {
            let element = match xml.next()? {
                Token::Open(element) => element,
                Token::Text(_) => continue,
                Token::Close | Token::End => return Ok(()),
            };
            match (element.space, element.name.as_str()) {
                (Space::Table, "table-row") => {
                    let mut row = Vec::new();
                    let read = self.cells(xml, place, &mut row);
                    rows.push(row);
                    read?;
                }
                (Space::Table, _) => self.rows(xml, place, rows)?,
                _ => xml.skip()?,
            }
        }
    }

    fn cells(
        &mut self,
        xml: &mut Xml<'_>,
        place: Place,
        row: &mut Vec<Vec<Block>>,
    ) -> Result<(), Broken> {
        loop {
            let element = match xml.next()? {
                Token::Open(element) => element,
                Token::Text(_) => continue,
                Token::Close | Token::End => return Ok(()),
            };
            match (element.space, element.name.as_str()) {
                (Space::Table, "table-cell" | "covered-table-cell") => {
                    let mut cell = Vec::new();
                    let lists = std::mem::take(&mut self.lists);
                    let inside = Place { is_contents: place.is_contents, ..Place::default() };
                    let read = self.blocks(xml, inside, &mut cell);
                    self.lists = lists;
                    // Only the words of a repeated cell are repeated: empty ones fill a line.
                    let repeated = element.number("number-columns-repeated").unwrap_or(1);
                    let count = repeated.clamp(1, REPEATED_MAX);
                    row.extend(std::iter::repeat_n(cell, count));
                    read?;
                }
                _ => xml.skip()?,
            }
        }
    }

    fn finish(mut self, blocks: Vec<Block>) -> Flow {
        let (insertion_count, deletion_count) = (self.insertion_count, self.deletion_count);
        if insertion_count + deletion_count > 0 {
            self.problems.push(Problem::ChangesAccepted { insertion_count, deletion_count });
        }
        Flow { blocks, notes: self.notes, problems: self.problems, ..Flow::default() }
    }
}

/// Counts one on at a level; deeper levels begin again.
fn count(counts: &mut [Option<usize>; LEVELS], at: usize, start: impl Fn(usize) -> usize) {
    for (level, count) in counts.iter_mut().enumerate() {
        if level == at {
            *count = Some(count.map_or_else(|| start(level), |count| count.saturating_add(1)));
        } else if level > at {
            *count = None;
        } else if count.is_none() {
            *count = Some(start(level));
        }
    }
}

fn is_contents(name: &str) -> bool {
    matches!(
        name,
        "table-of-content"
            | "illustration-index"
            | "table-index"
            | "object-index"
            | "user-index"
            | "alphabetical-index"
            | "bibliography"
    )
}

/// What is no text of the document.
fn is_passed_over(element: &Element) -> bool {
    match (element.space, element.name.as_str()) {
        (Space::Office, "annotation" | "annotation-end" | "forms" | "scripts")
        | (
            Space::Text,
            "ruby-text" | "sequence-decls" | "variable-decls" | "user-field-decls" | "hidden-text"
            | "hidden-paragraph",
        )
        | (Space::Other, "desc" | "title") => true,
        (Space::Text, name) => name.ends_with("-source"),
        _ => false,
    }
}

impl Paragraph {
    /// Adds characters of the file, where runs of space count as one.
    fn push(&mut self, text: &str) {
        for c in text.chars() {
            if matches!(c, ' ' | '\t' | '\n' | '\r') {
                if !self.after_space {
                    self.text.push(' ');
                }
                self.after_space = true;
            } else {
                self.text.push(c);
                self.after_space = false;
                self.bold_bytes += if self.is_bold { c.len_utf8() } else { 0 };
            }
        }
    }

    /// Adds characters that the file spells out.
    fn exactly(&mut self, text: &str) {
        self.text.push_str(text);
        self.after_space = false;
    }

    fn is_mostly_bold(&self) -> bool {
        let written = self.text.chars().filter(|c| !c.is_whitespace()).map(char::len_utf8);
        let written: usize = written.sum();
        written > 0 && self.bold_bytes * 10 >= written * 9
    }
}

/// How a level of a list or of headings is numbered.
#[derive(Clone, Debug)]
struct LevelStyle {
    start: usize,
    /// Nothing where it is a bullet or has no number.
    form: Option<number::Form>,
    before: String,
    after: String,
    /// How many levels are shown.
    shown: usize,
}

impl Default for LevelStyle {
    fn default() -> Self {
        let (before, after) = (String::new(), String::new());
        Self { start: 1, form: None, before, after, shown: 1 }
    }
}

impl LevelStyle {
    /// The number that a level has come to.
    fn written(
        &self,
        counts: &[Option<usize>; LEVELS],
        at: usize,
        form_of: impl Fn(usize) -> Option<number::Form>,
    ) -> String {
        if self.form.is_none() {
            return String::new();
        }
        let first = (at + 1).saturating_sub(self.shown.max(1));
        let numbers: Vec<String> = (first..=at)
            .filter_map(|level| {
                let count = counts.get(level).copied().flatten()?;
                let form = if level == at { self.form } else { form_of(level) };
                Some(number::written(count, form?))
            })
            .collect();
        format!("{}{}{}", self.before, numbers.join("."), self.after).trim().to_owned()
    }
}

#[cfg(test)]
mod tests;
