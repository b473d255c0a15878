//! XML as a stream of tokens. Nothing outside the part is looked up and no entity is expanded but
//! the five of XML itself, so that a few bytes cannot become many.

use std::borrow::Cow;

use quick_xml::escape::resolve_predefined_entity;
use quick_xml::events::Event;
use quick_xml::name::ResolveResult;
use quick_xml::{NsReader, XmlVersion};

/// The attributes of an element that are looked at.
const ATTRIBUTES_MAX: usize = 256;

/// The vocabularies that are told apart.
const SPACES: [(&[u8], Space); 11] = [
    (b"http://schemas.openxmlformats.org/wordprocessingml/2006/main", Space::Word),
    (b"http://purl.oclc.org/ooxml/wordprocessingml/main", Space::Word),
    (b"http://schemas.openxmlformats.org/markup-compatibility/2006", Space::Compatibility),
    (b"http://schemas.openxmlformats.org/officeDocument/2006/math", Space::Math),
    (b"http://purl.oclc.org/ooxml/officeDocument/math", Space::Math),
    (b"urn:oasis:names:tc:opendocument:xmlns:office:1.0", Space::Office),
    (b"urn:oasis:names:tc:opendocument:xmlns:text:1.0", Space::Text),
    (b"urn:oasis:names:tc:opendocument:xmlns:table:1.0", Space::Table),
    (b"urn:oasis:names:tc:opendocument:xmlns:style:1.0", Space::Style),
    (b"http://schemas.openxmlformats.org/package/2006/relationships", Space::Package),
    (b"http://schemas.openxmlformats.org/package/2006/content-types", Space::Package),
];

/// A vocabulary of element names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Space {
    /// WordprocessingML.
    Word,
    /// Alternatives for older programs.
    Compatibility,
    /// Formulas of Office Open XML.
    Math,
    /// The frame of OpenDocument.
    Office,
    /// Text of OpenDocument.
    Text,
    /// Tables of OpenDocument.
    Table,
    /// Styles of OpenDocument.
    Style,
    /// What a package of parts says of them.
    Package,
    /// All others.
    Other,
}

/// An element that begins.
#[derive(Clone, Debug)]
pub(crate) struct Element {
    pub(crate) space: Space,
    /// Its name without prefix.
    pub(crate) name: String,
    attributes: Vec<(String, String)>,
}

impl Element {
    /// The value of an attribute, named without prefix.
    pub(crate) fn attribute(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(key, _)| key == name).map(|(_, value)| value.as_str())
    }

    /// The value of an attribute as a number.
    pub(crate) fn number(&self, name: &str) -> Option<usize> {
        self.attribute(name)?.trim().parse().ok()
    }

    /// A property that is on unless it says otherwise: `<b/>`, `<b val="0"/>`.
    pub(crate) fn is_on(&self) -> bool {
        !matches!(self.attribute("val"), Some("0" | "false" | "off" | "none"))
    }
}

/// What comes next.
#[derive(Debug)]
pub(crate) enum Token {
    /// An element begins.
    Open(Element),
    /// The element that began last ends.
    Close,
    /// Characters.
    Text(String),
    /// Nothing comes any more.
    End,
}

/// Why a part cannot be read to its end.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub(crate) enum Broken {
    #[error("it nests its elements more than {depth_max} deep")]
    TooDeep { depth_max: usize },
    #[error("its XML is damaged at byte {at}")]
    Damaged { at: u64 },
}

/// A part while it is read.
pub(crate) struct Xml<'x> {
    reader: NsReader<&'x [u8]>,
    depth: usize,
    depth_max: usize,
}

/// The characters of a part; XML in other encodings than UTF-8 has a mark.
pub(crate) fn characters(bytes: &[u8]) -> Cow<'_, str> {
    encoding_rs::UTF_8.decode(bytes).0
}

impl<'x> Xml<'x> {
    pub(crate) fn new(text: &'x str, depth_max: usize) -> Self {
        let mut reader = NsReader::from_str(text);
        let config = reader.config_mut();
        config.expand_empty_elements = true;
        config.allow_dangling_amp = true;
        Self { reader, depth: 0, depth_max }
    }

    /// The next token.
    pub(crate) fn next(&mut self) -> Result<Token, Broken> {
        loop {
            let damaged =
                |reader: &NsReader<&[u8]>| Broken::Damaged { at: reader.error_position() };
            let Ok((space, event)) = self.reader.read_resolved_event() else {
                return Err(damaged(&self.reader));
            };
            match event {
                Event::Start(start) => {
                    self.depth += 1;
                    if self.depth > self.depth_max {
                        return Err(Broken::TooDeep { depth_max: self.depth_max });
                    }
                    let name = String::from_utf8_lossy(start.local_name().as_ref()).into_owned();
                    let mut attributes = Vec::new();
                    let mut found = start.attributes();
                    let found = found.with_checks(false);
                    for attribute in found.flatten().take(ATTRIBUTES_MAX) {
                        let key = attribute.key.local_name();
                        let key = String::from_utf8_lossy(key.as_ref()).into_owned();
                        let value = attribute.normalized_value(XmlVersion::Implicit1_0);
                        let value = value.unwrap_or_default().into_owned();
                        attributes.push((key, value));
                    }
                    return Ok(Token::Open(Element { space: known(&space), name, attributes }));
                }
                Event::End(_) => {
                    self.depth = self.depth.saturating_sub(1);
                    return Ok(Token::Close);
                }
                Event::Text(text) => {
                    return Ok(Token::Text(text.decode().unwrap_or_default().into_owned()));
                }
                Event::CData(text) => {
                    return Ok(Token::Text(String::from_utf8_lossy(&text).into_owned()));
                }
                Event::GeneralRef(reference) => {
                    let by_number = reference.resolve_char_ref().ok().flatten();
                    let by_name = || {
                        let name = reference.decode().ok()?;
                        resolve_predefined_entity(&name).map(str::to_owned)
                    };
                    let text = by_number.map(String::from).or_else(by_name);
                    return Ok(Token::Text(text.unwrap_or_else(|| "\u{FFFD}".to_owned())));
                }
                Event::Eof => return Ok(Token::End),
                Event::Empty(_)
                | Event::Comment(_)
                | Event::Decl(_)
                | Event::PI(_)
                | Event::DocType(_) => {}
            }
        }
    }

    /// Passes over the element that began last.
    pub(crate) fn skip(&mut self) -> Result<(), Broken> {
        let outside = self.depth.saturating_sub(1);
        while self.depth > outside {
            if matches!(self.next()?, Token::End) {
                break;
            }
        }
        Ok(())
    }

    /// The characters directly in the element that began last, to its end.
    pub(crate) fn text(&mut self) -> Result<String, Broken> {
        let mut text = String::new();
        loop {
            match self.next()? {
                Token::Text(more) => text.push_str(&more),
                Token::Open(_) => self.skip()?,
                Token::Close | Token::End => return Ok(text),
            }
        }
    }
}

fn known(resolved: &ResolveResult<'_>) -> Space {
    let ResolveResult::Bound(namespace) = resolved else { return Space::Other };
    let known = SPACES.iter().find(|(name, _)| *name == namespace.as_ref());
    known.map_or(Space::Other, |(_, space)| *space)
}

#[cfg(test)]
mod tests;
