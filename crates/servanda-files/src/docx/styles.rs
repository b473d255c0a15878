//! The styles of paragraphs: which are headings, which belong to lists or to contents.

use std::collections::BTreeMap;

use super::numbering;
use crate::xml::{Broken, Element, Space, Token, Xml};

/// Styles grow out of one another at most so often.
const PARENTS_MAX: usize = 16;

/// What a style makes of a paragraph.
#[derive(Clone, Debug, Default)]
pub(super) struct Style {
    name: String,
    parent: Option<String>,
    /// Its place in the outline, from 0; 9 is none.
    pub(super) outline: Option<usize>,
    /// Its list and depth in it.
    pub(super) list: Option<(String, usize)>,
    /// It is a line of a table of contents.
    pub(super) is_contents: bool,
    pub(super) is_bold: bool,
}

/// The styles by their ids.
#[derive(Debug, Default)]
pub(super) struct Styles {
    all: BTreeMap<String, Style>,
    default: Option<String>,
}

impl Styles {
    pub(super) fn read(xml: &mut Xml<'_>) -> (Self, Result<(), Broken>) {
        let mut styles = Self::default();
        let end = styles.all_of(xml);
        (styles, end)
    }

    fn all_of(&mut self, xml: &mut Xml<'_>) -> Result<(), Broken> {
        loop {
            match xml.next()? {
                Token::Open(element) if is_paragraph_style(&element) => {
                    let id = element.attribute("styleId").unwrap_or_default().to_owned();
                    let mut style = Style::default();
                    style.read(xml)?;
                    if matches!(element.attribute("default"), Some("1" | "true")) {
                        self.default = Some(id.clone());
                    }
                    self.all.insert(id, style);
                }
                Token::Open(element) if element.name == "style" => xml.skip()?,
                Token::Open(_) | Token::Close | Token::Text(_) => {}
                Token::End => return Ok(()),
            }
        }
    }

    /// What a style makes of a paragraph, with what it has from those it grows out of.
    pub(super) fn of(&self, id: Option<&str>) -> Style {
        let mut found = Style::default();
        let mut next = id.or(self.default.as_deref());
        let mut list_level = None;
        for _ in 0..PARENTS_MAX {
            let Some(style) = next.and_then(|id| self.all.get(id)) else { break };
            found.outline = found.outline.or(style.outline).or_else(|| outline_of(&style.name));
            if let Some((list, level)) = &style.list {
                list_level = list_level.or(Some(*level));
                if found.list.is_none() && !list.is_empty() {
                    found.list = Some((list.clone(), list_level.unwrap_or_default()));
                }
            }
            found.is_contents |= is_contents(&style.name);
            found.is_bold |= style.is_bold;
            next = style.parent.as_deref();
        }
        found
    }
}

fn is_paragraph_style(element: &Element) -> bool {
    element.space == Space::Word
        && element.name == "style"
        && element.attribute("type").is_none_or(|kind| kind == "paragraph")
}

impl Style {
    /// Reads a style to its end.
    fn read(&mut self, xml: &mut Xml<'_>) -> Result<(), Broken> {
        loop {
            let element = match xml.next()? {
                Token::Open(element) => element,
                Token::Text(_) => continue,
                Token::Close | Token::End => return Ok(()),
            };
            match (element.space, element.name.as_str()) {
                (Space::Word, "pPr" | "rPr") => {
                    self.read(xml)?;
                    continue;
                }
                (Space::Word, "numPr") => {
                    let list = numbering::list(xml)?;
                    // A style may say the depth alone, and have the list from its parent.
                    let level = list.level.unwrap_or_default();
                    self.list = Some((list.id.unwrap_or_default(), level));
                    continue;
                }
                (Space::Word, "name") => {
                    self.name = element.attribute("val").unwrap_or_default().to_lowercase();
                }
                (Space::Word, "basedOn") => {
                    self.parent = element.attribute("val").map(str::to_owned);
                }
                (Space::Word, "outlineLvl") => self.outline = element.number("val"),
                (Space::Word, "b") => self.is_bold = element.is_on(),
                _ => {}
            }
            xml.skip()?;
        }
    }
}

/// The place in the outline that the name of a built-in style tells; names of these are English
/// in every language of the program.
fn outline_of(name: &str) -> Option<usize> {
    if name == "title" {
        return Some(0);
    }
    let level: usize = name.strip_prefix("heading ")?.trim().parse().ok()?;
    (1..=9).contains(&level).then(|| level - 1)
}

/// A table of contents, of figures, of authorities, or an index.
fn is_contents(name: &str) -> bool {
    name.strip_prefix("toc ").is_some_and(|level| level.trim().parse::<u8>().is_ok())
        || name.starts_with("table of ")
        || name.strip_prefix("index ").is_some_and(|level| level.trim().parse::<u8>().is_ok())
}
