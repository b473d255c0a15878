//! The numbers of lists and headings, which a document does not say but has counted.

use std::collections::{BTreeMap, BTreeSet};

use crate::number;
use crate::xml::{Broken, Element, Space, Token, Xml};

/// Lists are this deep at most.
const LEVELS: usize = 9;

/// How a level of a list is counted and written.
#[derive(Clone, Debug)]
struct Level {
    start: usize,
    format: String,
    /// `%1.%2)`: the numbers of the levels, and what stands around them.
    text: String,
}

impl Default for Level {
    fn default() -> Self {
        Self { start: 1, format: "decimal".to_owned(), text: String::new() }
    }
}

/// A list that paragraphs name: a pattern, with what it changes in it.
#[derive(Clone, Debug, Default)]
struct List {
    pattern: String,
    starts: BTreeMap<usize, usize>,
}

/// Lists, their patterns, and how far each is counted.
#[derive(Debug, Default)]
pub(super) struct Numbering {
    patterns: BTreeMap<String, BTreeMap<usize, Level>>,
    lists: BTreeMap<String, List>,
    counts: BTreeMap<String, [Option<usize>; LEVELS]>,
    /// The lists that have begun, for those that begin again at a number of their own.
    begun: BTreeSet<String>,
}

/// What stands before an item.
pub(super) struct Label {
    /// Its number; nothing where it is a bullet.
    pub(super) mark: String,
    pub(super) depth: usize,
}

/// A list as a paragraph or a style names it.
#[derive(Default)]
pub(super) struct Named {
    pub(super) id: Option<String>,
    pub(super) level: Option<usize>,
}

/// Reads which list a paragraph belongs to.
pub(super) fn list(xml: &mut Xml<'_>) -> Result<Named, Broken> {
    let mut named = Named::default();
    loop {
        match xml.next()? {
            Token::Open(element) => {
                match (element.space, element.name.as_str()) {
                    (Space::Word, "numId") => {
                        named.id = element.attribute("val").map(str::to_owned);
                    }
                    (Space::Word, "ilvl") => named.level = element.number("val"),
                    _ => {}
                }
                xml.skip()?;
            }
            Token::Text(_) => {}
            Token::Close | Token::End => return Ok(named),
        }
    }
}

impl Numbering {
    pub(super) fn read(xml: &mut Xml<'_>) -> (Self, Result<(), Broken>) {
        let mut numbering = Self::default();
        let end = numbering.all_of(xml);
        (numbering, end)
    }

    fn all_of(&mut self, xml: &mut Xml<'_>) -> Result<(), Broken> {
        loop {
            match xml.next()? {
                Token::Open(element) => match (element.space, element.name.as_str()) {
                    (Space::Word, "abstractNum") => {
                        let id = element.attribute("abstractNumId").unwrap_or_default().to_owned();
                        let mut levels = BTreeMap::new();
                        let read = levels_of(xml, &mut levels);
                        self.patterns.insert(id, levels);
                        read?;
                    }
                    (Space::Word, "num") => {
                        let id = element.attribute("numId").unwrap_or_default().to_owned();
                        let mut list = List::default();
                        let read = list.read(xml, 0);
                        self.lists.insert(id, list);
                        read?;
                    }
                    _ => {}
                },
                Token::Close | Token::Text(_) => {}
                Token::End => return Ok(()),
            }
        }
    }

    /// Counts an item of a list and says what stands before it; nothing where there is no list.
    pub(super) fn next(&mut self, id: &str, level: usize) -> Option<Label> {
        // The list 0 takes a paragraph out of the list of its style.
        if id == "0" || id.is_empty() {
            return None;
        }
        let level = level.min(LEVELS - 1);
        let depth = level + 1;
        let Some(list) = self.lists.get(id).cloned() else {
            return Some(Label { mark: String::new(), depth });
        };
        let levels = self.patterns.get(&list.pattern).cloned().unwrap_or_default();
        let start = |at: usize| {
            let pattern = levels.get(&at).map_or(1, |level| level.start);
            list.starts.get(&at).copied().unwrap_or(pattern)
        };
        let begins = self.begun.insert(id.to_owned());
        let counts = self.counts.entry(list.pattern.clone()).or_default();
        if begins && !list.starts.is_empty() {
            for at in list.starts.keys().filter(|at| **at < LEVELS) {
                if let Some(count) = counts.get_mut(*at) {
                    *count = None;
                }
            }
        }
        for (at, count) in counts.iter_mut().enumerate() {
            if at == level {
                *count = Some(count.map_or_else(|| start(at), |count| count.saturating_add(1)));
            } else if at > level {
                *count = None;
            } else if count.is_none() {
                *count = Some(start(at));
            }
        }
        let pattern = levels.get(&level).cloned().unwrap_or_default();
        let mark = match pattern.format.as_str() {
            "bullet" | "none" => String::new(),
            _ => written(&pattern.text, counts, &levels),
        };
        Some(Label { mark, depth })
    }
}

/// Puts the numbers of the levels into the text of a level.
fn written(
    text: &str,
    counts: &[Option<usize>; LEVELS],
    levels: &BTreeMap<usize, Level>,
) -> String {
    let mut out = String::new();
    let mut rest = text.chars();
    while let Some(c) = rest.next() {
        if c != '%' {
            out.push(c);
            continue;
        }
        let Some(level) = rest.next().and_then(|c| c.to_digit(10)) else { continue };
        let at = usize::try_from(level).unwrap_or_default().saturating_sub(1);
        if let Some(count) = counts.get(at).copied().flatten() {
            let format = levels.get(&at).map_or("decimal", |level| level.format.as_str());
            out.push_str(&number::written(count, number::Form::of_docx(format)));
        }
    }
    out.trim().to_owned()
}

fn levels_of(xml: &mut Xml<'_>, levels: &mut BTreeMap<usize, Level>) -> Result<(), Broken> {
    loop {
        match xml.next()? {
            Token::Open(element) if element.space == Space::Word && element.name == "lvl" => {
                let at = element.number("ilvl").unwrap_or_default();
                let level = level(xml)?;
                if at < LEVELS {
                    levels.insert(at, level);
                }
            }
            Token::Open(_) => xml.skip()?,
            Token::Text(_) => {}
            Token::Close | Token::End => return Ok(()),
        }
    }
}

fn level(xml: &mut Xml<'_>) -> Result<Level, Broken> {
    let mut level = Level::default();
    loop {
        match xml.next()? {
            Token::Open(element) => {
                let value = || element.attribute("val").unwrap_or_default().to_owned();
                match (element.space, element.name.as_str()) {
                    (Space::Word, "start") => level.start = element.number("val").unwrap_or(1),
                    (Space::Word, "numFmt") => level.format = value(),
                    (Space::Word, "lvlText") => level.text = value(),
                    _ => {}
                }
                xml.skip()?;
            }
            Token::Text(_) => {}
            Token::Close | Token::End => return Ok(level),
        }
    }
}

impl List {
    fn read(&mut self, xml: &mut Xml<'_>, level: usize) -> Result<(), Broken> {
        loop {
            let element: Element = match xml.next()? {
                Token::Open(element) => element,
                Token::Text(_) => continue,
                Token::Close | Token::End => return Ok(()),
            };
            match (element.space, element.name.as_str()) {
                (Space::Word, "lvlOverride") => {
                    self.read(xml, element.number("ilvl").unwrap_or_default())?;
                    continue;
                }
                (Space::Word, "abstractNumId") => {
                    element.attribute("val").unwrap_or_default().clone_into(&mut self.pattern);
                }
                (Space::Word, "startOverride") => {
                    self.starts.insert(level, element.number("val").unwrap_or(1));
                }
                _ => {}
            }
            xml.skip()?;
        }
    }
}
