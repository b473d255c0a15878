//! DOCX, as word processors write it since 2007 (ISO/IEC 29500): headings, numbered lists, tables,
//! notes; tracked changes as if all were accepted.

use servanda_reading::{Problem, Unreadable};

use crate::archive::{Archive, NoPart};
use crate::damaged;
use crate::flow::{self, Block, Flow};
use crate::limits::Limits;
use crate::xml::{Broken, Element, Space, Token, Xml, characters};
use numbering::Numbering;
use styles::Styles;

mod numbering;
mod styles;

/// The part that a package names as its document, unless it says otherwise.
const DOCUMENT: &str = "word/document.xml";
/// The end of the names of the relation that leads to the document.
const DOCUMENT_RELATION: &str = "/officeDocument";

/// Takes a document apart.
pub(crate) fn flow(archive: &mut Archive<'_>, limits: &Limits) -> Result<Flow, Unreadable> {
    let depth_max = limits.depth_max;
    let name = document_name(archive, depth_max);
    let folder = name.rsplit_once('/').map_or("", |(folder, _)| folder);
    let beside = |part: &str| match folder {
        "" => part.to_owned(),
        folder => format!("{folder}/{part}"),
    };
    let document = archive.part(&name).map_err(|why| unreadable(&why))?;
    let mut walk = Walk::default();
    let styles = archive.part(&beside("styles.xml"));
    walk.styles = walk.aside("its styles", styles, Styles::read, depth_max);
    let numbering = archive.part(&beside("numbering.xml"));
    walk.numbering = walk.aside("the numbers of its lists", numbering, Numbering::read, depth_max);
    let text = characters(&document);
    let mut blocks = Vec::new();
    if let Err(why) = walk.blocks(&mut Xml::new(&text, depth_max), &mut blocks) {
        if flow::words(&blocks).is_empty() {
            return Err(broken(&why));
        }
        walk.problems.push(Problem::EndedEarly { why: why.to_string() });
    }
    let mut notes = Vec::new();
    for (kind, part, told) in NOTES {
        if walk.referred.iter().any(|note| note.kind == kind) {
            let bytes = archive.part(&beside(part));
            notes.extend(walk.aside(told, bytes, |xml| notes_of(kind, xml), depth_max));
        }
    }
    Ok(walk.finish(blocks, &notes))
}

/// The name of the part with the document, as the package says.
fn document_name(archive: &mut Archive<'_>, depth_max: usize) -> String {
    let relations = archive.part("_rels/.rels").unwrap_or_default();
    let text = characters(&relations);
    let mut xml = Xml::new(&text, depth_max);
    while let Ok(token) = xml.next() {
        match token {
            Token::Open(element) if element.name == "Relationship" => {
                let leads =
                    element.attribute("Type").is_some_and(|t| t.ends_with(DOCUMENT_RELATION));
                if let Some(target) = element.attribute("Target").filter(|_| leads) {
                    return target.trim_start_matches('/').to_owned();
                }
            }
            Token::End => break,
            Token::Open(_) | Token::Close | Token::Text(_) => {}
        }
    }
    DOCUMENT.to_owned()
}

fn unreadable(why: &NoPart) -> Unreadable {
    match why {
        NoPart::Locked => Unreadable::Locked,
        NoPart::Missing | NoPart::TooLarge { .. } | NoPart::Damaged => {
            damaged(servanda_reading::Format::Docx, format!("its document: {why}"))
        }
    }
}

fn broken(why: &Broken) -> Unreadable {
    match why {
        Broken::TooDeep { depth_max } => Unreadable::NestedTooDeep { depth_max: *depth_max },
        Broken::Damaged { .. } => damaged(servanda_reading::Format::Docx, why.to_string()),
    }
}

/// A kind of note.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum NoteKind {
    Foot,
    End,
}

/// Each kind of note, the part with their words, and what it is called.
const NOTES: [(NoteKind, &str, &str); 2] = [
    (NoteKind::Foot, "footnotes.xml", "its footnotes"),
    (NoteKind::End, "endnotes.xml", "its endnotes"),
];

/// A note that the text refers to.
#[derive(Clone, Debug)]
struct Referred {
    kind: NoteKind,
    id: String,
}

/// The words of a note.
struct Worded {
    kind: NoteKind,
    id: String,
    text: String,
}

/// What a run of characters looks like.
#[derive(Clone, Copy, Debug, Default)]
struct Run {
    is_bold: bool,
    is_hidden: bool,
}

/// A paragraph while it is gathered.
#[derive(Debug, Default)]
struct Paragraph {
    text: String,
    run: Run,
    style: Option<String>,
    /// Its own place in the outline, from 0; 9 is none.
    outline: Option<usize>,
    /// Its own list and depth in it.
    list: Option<(String, usize)>,
    /// Its end was taken out: the next paragraph goes on with it.
    goes_on: bool,
    bold_bytes: usize,
}

#[derive(Default)]
struct Walk {
    styles: Styles,
    numbering: Numbering,
    referred: Vec<Referred>,
    insertion_count: usize,
    deletion_count: usize,
    problems: Vec<Problem>,
    /// The words of a paragraph whose end was taken out.
    before: Option<String>,
}

impl Walk {
    /// Reads a part beside the document; what cannot be read of it is a problem, not the end.
    fn aside<T: Default>(
        &mut self,
        told: &str,
        part: Result<Vec<u8>, NoPart>,
        read: impl FnOnce(&mut Xml<'_>) -> (T, Result<(), Broken>),
        depth_max: usize,
    ) -> T {
        let bytes = match part {
            Ok(bytes) => bytes,
            Err(NoPart::Missing) => return T::default(),
            Err(why) => {
                let (part, why) = (told.to_owned(), why.to_string());
                self.problems.push(Problem::PartUnreadable { part, why });
                return T::default();
            }
        };
        let text = characters(&bytes);
        let (found, end) = read(&mut Xml::new(&text, depth_max));
        if let Err(why) = end {
            let (part, why) = (told.to_owned(), why.to_string());
            self.problems.push(Problem::PartUnreadable { part, why });
        }
        found
    }

    /// Reads blocks to the end of the element that holds them.
    fn blocks(&mut self, xml: &mut Xml<'_>, out: &mut Vec<Block>) -> Result<(), Broken> {
        loop {
            let element = match xml.next()? {
                Token::Open(element) => element,
                Token::Text(_) => continue,
                Token::Close | Token::End => return Ok(()),
            };
            match (element.space, element.name.as_str()) {
                (Space::Word, "p") => self.paragraph(xml, out)?,
                (Space::Word, "tbl") => {
                    let mut rows = Vec::new();
                    let read = self.rows(xml, &mut rows);
                    out.push(Block::Table(rows));
                    read?;
                }
                _ if self.is_passed_over(&element) => xml.skip()?,
                _ => self.blocks(xml, out)?,
            }
        }
    }

    /// What is no text of the document as accepted; counts the tracked changes on the way.
    fn is_passed_over(&mut self, element: &Element) -> bool {
        match (element.space, element.name.as_str()) {
            (Space::Word, "del" | "moveFrom") => {
                self.deletion_count += 1;
                true
            }
            (Space::Word, "ins" | "moveTo") => {
                self.insertion_count += 1;
                false
            }
            (Space::Word, "sectPr" | "sdtPr" | "tblPr" | "tblGrid" | "instrText" | "delText")
            | (Space::Compatibility, "Fallback") => true,
            // What a property was before a tracked change.
            (Space::Word, name) => name.ends_with("Change"),
            _ => false,
        }
    }

    fn paragraph(&mut self, xml: &mut Xml<'_>, out: &mut Vec<Block>) -> Result<(), Broken> {
        let before = self.before.take().unwrap_or_default();
        let mut paragraph = Paragraph { text: before, ..Paragraph::default() };
        let mut aside = Vec::new();
        let read = self.inline(xml, &mut paragraph, &mut aside);
        if paragraph.goes_on {
            self.before = Some(paragraph.text);
        } else {
            out.push(self.block(paragraph));
        }
        // Text in a box stands beside the paragraph that it is tied to.
        out.append(&mut aside);
        read
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
                Token::Text(_) => continue,
                Token::Close | Token::End => return Ok(()),
            };
            match (element.space, element.name.as_str()) {
                (Space::Word, "pPr") => properties(xml, paragraph)?,
                (Space::Word, "rPr") => run_properties(xml, &mut paragraph.run)?,
                (Space::Word, "r") => {
                    let around = std::mem::take(&mut paragraph.run);
                    self.inline(xml, paragraph, aside)?;
                    paragraph.run = around;
                }
                (Space::Word | Space::Math, "t") => {
                    let text = xml.text()?;
                    paragraph.push(&text);
                }
                (Space::Word, "footnoteReference") => {
                    self.refer(NoteKind::Foot, &element, xml, paragraph)?;
                }
                (Space::Word, "endnoteReference") => {
                    self.refer(NoteKind::End, &element, xml, paragraph)?;
                }
                (Space::Word, "txbxContent") => self.blocks(xml, aside)?,
                _ if self.is_passed_over(&element) => xml.skip()?,
                (Space::Word, name) => {
                    if let Some(text) = character(name) {
                        paragraph.push(text);
                    }
                    self.inline(xml, paragraph, aside)?;
                }
                _ => self.inline(xml, paragraph, aside)?,
            }
        }
    }

    /// A mark that leads to a note.
    fn refer(
        &mut self,
        kind: NoteKind,
        element: &Element,
        xml: &mut Xml<'_>,
        paragraph: &mut Paragraph,
    ) -> Result<(), Broken> {
        if let Some(id) = element.attribute("id") {
            self.referred.push(Referred { kind, id: id.to_owned() });
            paragraph.push(&note_mark(self.referred.len()));
        }
        xml.skip()
    }

    /// What a paragraph is.
    fn block(&mut self, paragraph: Paragraph) -> Block {
        let is_bold = paragraph.is_bold();
        let style = self.styles.of(paragraph.style.as_deref());
        let outline = paragraph.outline.or(style.outline).filter(|outline| *outline < 9);
        let list = paragraph.list.or(style.list);
        let text = paragraph.text;
        // An empty paragraph has no number that anybody sees.
        let label = match list {
            Some((id, level)) if !text.trim().is_empty() => self.numbering.next(&id, level),
            Some(_) | None => None,
        };
        if style.is_contents {
            return Block::Contents(text);
        }
        match (outline, label) {
            (Some(outline), label) => Block::Heading {
                level: u8::try_from(outline + 1).unwrap_or(6),
                mark: label.map(|label| label.mark).unwrap_or_default(),
                text,
            },
            (None, Some(label)) => Block::Item { depth: label.depth, mark: label.mark, text },
            (None, None) => Block::Paragraph { text, is_bold: is_bold || style.is_bold },
        }
    }

    /// Reads the rows of a table.
    fn rows(&mut self, xml: &mut Xml<'_>, rows: &mut Vec<Vec<Vec<Block>>>) -> Result<(), Broken> {
        loop {
            let element = match xml.next()? {
                Token::Open(element) => element,
                Token::Text(_) => continue,
                Token::Close | Token::End => return Ok(()),
            };
            match (element.space, element.name.as_str()) {
                (Space::Word, "tr") => {
                    let mut row = Row::default();
                    let read = self.cells(xml, &mut row);
                    if !row.is_taken_out {
                        rows.push(row.cells);
                    }
                    read?;
                }
                _ if self.is_passed_over(&element) => xml.skip()?,
                _ => self.rows(xml, rows)?,
            }
        }
    }

    /// Reads the cells of a row.
    fn cells(&mut self, xml: &mut Xml<'_>, row: &mut Row) -> Result<(), Broken> {
        loop {
            let element = match xml.next()? {
                Token::Open(element) => element,
                Token::Text(_) => continue,
                Token::Close | Token::End => return Ok(()),
            };
            match (element.space, element.name.as_str()) {
                (Space::Word, "tc") => {
                    let mut cell = Vec::new();
                    let read = self.blocks(xml, &mut cell);
                    row.cells.push(cell);
                    read?;
                }
                (Space::Word, "trPr") => {
                    let taken_out = end_is_taken_out(xml)?;
                    self.deletion_count += usize::from(taken_out);
                    row.is_taken_out = taken_out;
                }
                _ if self.is_passed_over(&element) => xml.skip()?,
                _ => self.cells(xml, row)?,
            }
        }
    }

    /// The document, its notes after it in the order in which it refers to them.
    fn finish(mut self, blocks: Vec<Block>, worded: &[Worded]) -> Flow {
        let mut notes = Vec::new();
        for (index, referred) in self.referred.iter().enumerate() {
            let found = worded.iter().find(|it| it.kind == referred.kind && it.id == referred.id);
            if let Some(found) = found {
                notes.push(Block::Note { mark: note_mark(index + 1), text: found.text.clone() });
            }
        }
        let (insertion_count, deletion_count) = (self.insertion_count, self.deletion_count);
        if insertion_count + deletion_count > 0 {
            self.problems.push(Problem::ChangesAccepted { insertion_count, deletion_count });
        }
        Flow { blocks, notes, problems: self.problems, ..Flow::default() }
    }
}

#[derive(Default)]
struct Row {
    cells: Vec<Vec<Block>>,
    is_taken_out: bool,
}

impl Paragraph {
    fn push(&mut self, text: &str) {
        if self.run.is_hidden {
            return;
        }
        self.text.push_str(text);
        if self.run.is_bold {
            self.bold_bytes += text.trim().len();
        }
    }

    /// Nearly all of it is bold.
    fn is_bold(&self) -> bool {
        let written = self.text.trim().len();
        written > 0 && self.bold_bytes * 10 >= written * 9
    }
}

/// What an element that stands for characters is read as.
fn character(name: &str) -> Option<&'static str> {
    match name {
        "tab" | "ptab" => Some(" "),
        "br" | "cr" => Some("\n"),
        "noBreakHyphen" => Some("-"),
        _ => None,
    }
}

/// How the text refers to a note, and the note names itself.
pub(crate) fn note_mark(number: usize) -> String {
    format!("[{number}]")
}

/// Reads the properties of a paragraph.
fn properties(xml: &mut Xml<'_>, paragraph: &mut Paragraph) -> Result<(), Broken> {
    loop {
        let element = match xml.next()? {
            Token::Open(element) => element,
            Token::Text(_) => continue,
            Token::Close | Token::End => return Ok(()),
        };
        match (element.space, element.name.as_str()) {
            (Space::Word, "pStyle") => {
                paragraph.style = element.attribute("val").map(str::to_owned);
                xml.skip()?;
            }
            (Space::Word, "outlineLvl") => {
                paragraph.outline = element.number("val");
                xml.skip()?;
            }
            (Space::Word, "numPr") => {
                let list = numbering::list(xml)?;
                paragraph.list = list.id.map(|id| (id, list.level.unwrap_or_default()));
            }
            (Space::Word, "rPr") => paragraph.goes_on |= end_is_taken_out(xml)?,
            _ => xml.skip()?,
        }
    }
}

fn run_properties(xml: &mut Xml<'_>, run: &mut Run) -> Result<(), Broken> {
    loop {
        match xml.next()? {
            Token::Open(element) => {
                match (element.space, element.name.as_str()) {
                    (Space::Word, "b") => run.is_bold = element.is_on(),
                    (Space::Word, "vanish") => run.is_hidden = element.is_on(),
                    _ => {}
                }
                xml.skip()?;
            }
            Token::Text(_) => {}
            Token::Close | Token::End => return Ok(()),
        }
    }
}

/// Whether the end of a paragraph, or a row, was taken out by a tracked change.
fn end_is_taken_out(xml: &mut Xml<'_>) -> Result<bool, Broken> {
    let mut taken_out = false;
    loop {
        match xml.next()? {
            Token::Open(element) => {
                taken_out |= element.space == Space::Word && element.name == "del";
                xml.skip()?;
            }
            Token::Text(_) => {}
            Token::Close | Token::End => return Ok(taken_out),
        }
    }
}

/// The words of the notes of a part.
fn notes_of(kind: NoteKind, xml: &mut Xml<'_>) -> (Vec<Worded>, Result<(), Broken>) {
    let mut notes = Vec::new();
    let mut walk = Walk::default();
    let end = walk.worded(kind, xml, &mut notes);
    (notes, end)
}

impl Walk {
    fn worded(
        &mut self,
        kind: NoteKind,
        xml: &mut Xml<'_>,
        notes: &mut Vec<Worded>,
    ) -> Result<(), Broken> {
        loop {
            match xml.next()? {
                Token::Open(element)
                    if matches!(element.name.as_str(), "footnote" | "endnote")
                        && element.space == Space::Word =>
                {
                    let mut blocks = Vec::new();
                    let read = self.blocks(xml, &mut blocks);
                    let id = element.attribute("id").unwrap_or_default().to_owned();
                    let text = flow::words(&blocks);
                    notes.push(Worded { kind, id, text });
                    read?;
                }
                Token::Open(_) | Token::Close | Token::Text(_) => {}
                Token::End => return Ok(()),
            }
        }
    }
}

#[cfg(test)]
mod tests;
