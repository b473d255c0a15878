//! The styles of an OpenDocument: which paragraphs are titles, how lists and headings are numbered.

use std::collections::BTreeMap;

use super::LevelStyle;
use crate::number::Form;
use crate::xml::{Broken, Element, Space, Token, Xml};

/// Styles grow out of one another at most so often.
const PARENTS_MAX: usize = 16;

/// What a style makes of a paragraph or of characters.
#[derive(Clone, Debug, Default)]
pub(super) struct Style {
    parent: Option<String>,
    /// Its place in the outline, from 1.
    pub(super) outline: Option<usize>,
    pub(super) is_bold: bool,
}

#[derive(Debug, Default)]
pub(super) struct Styles {
    all: BTreeMap<String, Style>,
    lists: BTreeMap<String, BTreeMap<usize, LevelStyle>>,
    outline: BTreeMap<usize, LevelStyle>,
}

impl Styles {
    /// Reads all styles of a part.
    pub(super) fn read(&mut self, xml: &mut Xml<'_>) -> Result<(), Broken> {
        loop {
            match xml.next()? {
                Token::Open(element)
                    if element.space == Space::Office
                        && matches!(element.name.as_str(), "automatic-styles" | "styles") =>
                {
                    self.within(xml)?;
                }
                Token::Open(_) | Token::Close | Token::Text(_) => {}
                Token::End => return Ok(()),
            }
        }
    }

    /// Reads the styles in the element that began last.
    pub(super) fn within(&mut self, xml: &mut Xml<'_>) -> Result<(), Broken> {
        loop {
            let element = match xml.next()? {
                Token::Open(element) => element,
                Token::Text(_) => continue,
                Token::Close | Token::End => return Ok(()),
            };
            let name = element.attribute("name").unwrap_or_default().to_owned();
            match (element.space, element.name.as_str()) {
                (Space::Style, "style") => {
                    let mut style = Style {
                        parent: element.attribute("parent-style-name").map(str::to_owned),
                        outline: element.number("default-outline-level"),
                        is_bold: false,
                    };
                    if name == "Title" {
                        style.outline = Some(1);
                    }
                    style.read(xml)?;
                    self.all.insert(name, style);
                }
                (Space::Text, "list-style") => {
                    let levels = levels(xml)?;
                    self.lists.insert(name, levels);
                }
                (Space::Text, "outline-style") => self.outline = levels(xml)?,
                _ => xml.skip()?,
            }
        }
    }

    /// What a style makes of its text, with what it has from those it grows out of.
    pub(super) fn of(&self, name: Option<&str>) -> Style {
        let mut found = Style::default();
        let mut next = name;
        for _ in 0..PARENTS_MAX {
            let Some(style) = next.and_then(|name| self.all.get(name)) else { break };
            found.outline = found.outline.or(style.outline);
            found.is_bold |= style.is_bold;
            next = style.parent.as_deref();
        }
        found
    }

    /// How a level of a list is numbered, from 0.
    pub(super) fn list_level(&self, name: Option<&str>, at: usize) -> LevelStyle {
        let levels = name.and_then(|name| self.lists.get(name));
        levels.and_then(|levels| levels.get(&at)).cloned().unwrap_or_default()
    }

    /// How a level of headings is numbered, from 0.
    pub(super) fn outline_level(&self, at: usize) -> LevelStyle {
        self.outline.get(&at).cloned().unwrap_or_default()
    }
}

impl Style {
    /// Reads a style to its end.
    fn read(&mut self, xml: &mut Xml<'_>) -> Result<(), Broken> {
        loop {
            match xml.next()? {
                Token::Open(element) => {
                    if element.name == "text-properties" {
                        self.is_bold |= matches!(
                            element.attribute("font-weight"),
                            Some("bold" | "600" | "700" | "800" | "900")
                        );
                    }
                    xml.skip()?;
                }
                Token::Text(_) => {}
                Token::Close | Token::End => return Ok(()),
            }
        }
    }
}

fn levels(xml: &mut Xml<'_>) -> Result<BTreeMap<usize, LevelStyle>, Broken> {
    let mut levels = BTreeMap::new();
    loop {
        match xml.next()? {
            Token::Open(element) => {
                if let Some(level) = element.number("level").and_then(|level| level.checked_sub(1))
                {
                    levels.insert(level, level_of(&element));
                }
                xml.skip()?;
            }
            Token::Text(_) => {}
            Token::Close | Token::End => return Ok(levels),
        }
    }
}

fn level_of(element: &Element) -> LevelStyle {
    let is_number =
        matches!(element.name.as_str(), "list-level-style-number" | "outline-level-style");
    let format = element.attribute("num-format").filter(|format| is_number && !format.is_empty());
    let text = |name: &str| element.attribute(name).unwrap_or_default().to_owned();
    LevelStyle {
        start: element.number("start-value").unwrap_or(1),
        form: format.map(Form::of_odt),
        before: text("num-prefix"),
        after: text("num-suffix"),
        shown: element.number("display-levels").unwrap_or(1),
    }
}
