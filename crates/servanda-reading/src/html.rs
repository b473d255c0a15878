//! HTML to blocks. The page is read as a stream of tags, never as a tree, so that neither depth
//! nor disorder can hurt.

use std::borrow::Cow;
use std::cell::RefCell;
use std::collections::BTreeMap;

use html5ever::tokenizer::states::RawKind;
use html5ever::tokenizer::{
    BufferQueue, Tag, TagKind, Token, TokenSink, TokenSinkResult, Tokenizer, TokenizerOpts,
};

use crate::Unreadable;
use crate::extract::Segment;
use crate::outline::BlockKind;
use crate::page::{self, Gathered, Gathering};

/// Elements may be nested this deep.
pub const HTML_DEPTH_MAX: usize = 1_000;
/// A tag with more spaces than this is not read for its attributes.
const TAG_SEPARATORS_MAX: usize = 1_000;
/// The page is fed to the tokenizer in pieces of this size.
const PIECE_BYTES: usize = 4_096;
/// A main part shorter than this is not the document.
const MAIN_BYTES_MIN: usize = 200;

/// Elements whose content is no text of the document.
const SKIPPED: [&str; 14] = [
    "script", "style", "noscript", "template", "svg", "math", "iframe", "object", "select",
    "button", "title", "canvas", "textarea", "dialog",
];
/// Elements that part blocks and are followed in depth.
const BLOCKS: [&str; 26] = [
    "html",
    "body",
    "div",
    "section",
    "article",
    "main",
    "nav",
    "header",
    "footer",
    "aside",
    "form",
    "ul",
    "ol",
    "dl",
    "table",
    "figure",
    "blockquote",
    "details",
    "fieldset",
    "center",
    "hgroup",
    "address",
    "menu",
    "thead",
    "tbody",
    "tfoot",
];
/// Elements that hold one block of text.
const TEXTS: [&str; 8] = ["p", "dt", "dd", "pre", "caption", "figcaption", "summary", "legend"];
/// Elements without content.
const VOID: [&str; 14] = [
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source",
    "track", "wbr",
];
/// Words in `class` and `id` of what belongs to the page and not to the document.
const BOILERPLATE: [&str; 17] = [
    "nav",
    "navbar",
    "navigation",
    "menu",
    "breadcrumb",
    "breadcrumbs",
    "cookie",
    "cookies",
    "footer",
    "sidebar",
    "share",
    "sharing",
    "social",
    "pagination",
    "advertisement",
    "skip",
    "banner",
];

/// Takes a page apart, the main part only where the page marks one.
pub(crate) fn segments(html: &str) -> Result<Vec<Segment>, Unreadable> {
    let input = BufferQueue::default();
    let tokenizer = Tokenizer::new(Sink::default(), TokenizerOpts::default());
    let mut quiet = 0;
    for piece in pieces_of(html) {
        let before = tokenizer.sink.state.borrow().tokens;
        let piece = tame(piece, quiet);
        input.push_back(piece.as_ref().into());
        // The sink asks for no script to be run, so one call reads the whole piece.
        let _done = tokenizer.feed(&input);
        let separators = piece.bytes().filter(|b| is_separator(char::from(*b))).count();
        quiet = if tokenizer.sink.state.borrow().tokens == before { quiet + separators } else { 0 };
    }
    tokenizer.end();
    let state = tokenizer.sink.state.into_inner();
    if state.too_deep {
        return Err(Unreadable::NestedTooDeep { depth_max: HTML_DEPTH_MAX });
    }
    Ok(page::segments(main_part(state.gathering.finish())))
}

/// The page in pieces of limited size.
fn pieces_of(html: &str) -> impl Iterator<Item = &str> {
    let mut rest = html;
    std::iter::from_fn(move || {
        if rest.is_empty() {
            return None;
        }
        let cut = (0..=PIECE_BYTES.min(rest.len())).rev().find(|at| rest.is_char_boundary(*at))?;
        let (piece, after) = rest.split_at_checked(cut.max(1)).unwrap_or((rest, ""));
        rest = after;
        Some(piece)
    })
}

/// Joins the attributes of a tag that has thousands: every one is compared with all before it.
fn tame(piece: &str, quiet: usize) -> Cow<'_, str> {
    if quiet <= TAG_SEPARATORS_MAX {
        return Cow::Borrowed(piece);
    }
    // What follows the end of the tag is text again, unless this goes on too long to be honest.
    let end = if quiet > TAG_SEPARATORS_MAX * 20 {
        piece.len()
    } else {
        piece.find('>').unwrap_or(piece.len())
    };
    let (tag, text) = piece.split_at_checked(end).unwrap_or((piece, ""));
    Cow::Owned(tag.replace(is_separator, "_") + text)
}

/// What can stand between two attributes.
fn is_separator(c: char) -> bool {
    matches!(c, ' ' | '\t' | '\n' | '\r' | '\u{C}' | '/' | '=')
}

/// Leaves the blocks that are the document.
fn main_part(blocks: Vec<Gathered>) -> Vec<Gathered> {
    let main: usize =
        blocks.iter().filter(|b| b.is_main && !b.is_boilerplate).map(|b| b.text.len()).sum();
    let proper: usize = blocks.iter().filter(|b| !b.is_boilerplate).map(|b| b.text.len()).sum();
    blocks
        .into_iter()
        .filter(|block| {
            let links = block.link_bytes * 10 > block.text.len() * 8;
            let listed_link =
                links && matches!(block.kind, BlockKind::ListItem { .. }) && !block.is_main;
            if main >= MAIN_BYTES_MIN {
                block.is_main && !block.is_boilerplate
            } else if proper > 0 {
                !block.is_boilerplate && !listed_link
            } else {
                true
            }
        })
        .collect()
}

/// An element that is open.
#[derive(Debug)]
struct Open {
    name: String,
    /// What it adds to each count while it is open.
    main: usize,
    boilerplate: usize,
    skipped: usize,
    lists: usize,
}

#[derive(Default)]
struct State {
    gathering: Gathering,
    open: Vec<Open>,
    /// How many elements of each name are open, so that a stray end tag costs nothing.
    names: BTreeMap<String, usize>,
    main: usize,
    boilerplate: usize,
    skipped: usize,
    lists: usize,
    links: usize,
    too_deep: bool,
    /// How many tags and texts have been read.
    tokens: usize,
}

#[derive(Default)]
struct Sink {
    state: RefCell<State>,
}

impl TokenSink for Sink {
    type Handle = ();

    fn process_token(&self, token: Token, _line: u64) -> TokenSinkResult<()> {
        let mut state = self.state.borrow_mut();
        if !matches!(token, Token::ParseError(_)) {
            state.tokens += 1;
        }
        match token {
            Token::TagToken(tag) => state.tag(&tag),
            Token::CharacterTokens(text) => {
                state.text(&text);
                TokenSinkResult::Continue
            }
            Token::DoctypeToken(_)
            | Token::CommentToken(_)
            | Token::NullCharacterToken
            | Token::EOFToken
            | Token::ParseError(_) => TokenSinkResult::Continue,
        }
    }
}

impl State {
    fn tag(&mut self, tag: &Tag) -> TokenSinkResult<()> {
        let name: &str = &tag.name;
        match tag.kind {
            TagKind::StartTag => self.start(name, tag),
            TagKind::EndTag => {
                self.end(name);
                TokenSinkResult::Continue
            }
        }
    }

    fn start(&mut self, name: &str, tag: &Tag) -> TokenSinkResult<()> {
        if VOID.contains(&name) {
            match name {
                "br" => self.gathering.line_break(),
                "hr" => self.gathering.close(),
                _ => {}
            }
            return TokenSinkResult::Continue;
        }
        let skipped = SKIPPED.contains(&name) || attribute(tag, "hidden").is_some();
        if BLOCKS.contains(&name) || skipped {
            if !skipped && !self.in_row() {
                self.gathering.close();
            }
            if !tag.self_closing {
                self.descend(name, tag, skipped);
            }
            return match name {
                "script" => TokenSinkResult::RawData(RawKind::ScriptData),
                "style" | "iframe" | "noscript" => TokenSinkResult::RawData(RawKind::Rawtext),
                "title" | "textarea" => TokenSinkResult::RawData(RawKind::Rcdata),
                _ => TokenSinkResult::Continue,
            };
        }
        if name == "a" {
            self.links += 1;
        } else if let Some(level) = heading_level(name) {
            self.block(BlockKind::Heading { level });
        } else if name == "li" {
            self.block(BlockKind::ListItem { introduction: None });
        } else if name == "tr" {
            self.block(BlockKind::TableRow);
        } else if matches!(name, "td" | "th") {
            self.gathering.cell();
        } else if TEXTS.contains(&name) {
            let inside = matches!(
                self.gathering.open_kind(),
                Some(BlockKind::ListItem { .. } | BlockKind::TableRow)
            );
            if inside {
                self.gathering.push(" ", false);
            } else if name == "figcaption" {
                self.block(BlockKind::Furniture);
            } else {
                self.block(BlockKind::Paragraph);
            }
        }
        TokenSinkResult::Continue
    }

    fn in_row(&self) -> bool {
        self.gathering.open_kind() == Some(BlockKind::TableRow)
    }

    fn block(&mut self, kind: BlockKind) {
        if self.skipped == 0 {
            self.gathering.open(kind, self.lists, self.main > 0, self.boilerplate > 0);
        }
    }

    fn descend(&mut self, name: &str, tag: &Tag, is_skipped: bool) {
        if self.open.len() >= HTML_DEPTH_MAX {
            self.too_deep = true;
            return;
        }
        let role = attribute(tag, "role");
        let is_main = name == "main" || name == "article" || role.as_deref() == Some("main");
        let element = matches!(name, "nav" | "footer" | "aside" | "form" | "header");
        let landmark = matches!(
            role.as_deref(),
            Some("navigation" | "banner" | "contentinfo" | "search" | "complementary")
        );
        let heads_document = name == "header" && self.main > 0;
        let is_boilerplate = !is_main
            && name != "body"
            && name != "html"
            && (element && !heads_document || landmark || is_named_boilerplate(tag));
        let open = Open {
            name: name.to_owned(),
            main: usize::from(is_main),
            boilerplate: usize::from(is_boilerplate),
            skipped: usize::from(is_skipped),
            lists: usize::from(matches!(name, "ul" | "ol" | "menu")),
        };
        self.main += open.main;
        self.boilerplate += open.boilerplate;
        self.skipped += open.skipped;
        self.lists += open.lists;
        *self.names.entry(open.name.clone()).or_default() += 1;
        self.open.push(open);
    }

    fn end(&mut self, name: &str) {
        if name == "a" {
            self.links = self.links.saturating_sub(1);
            return;
        }
        let is_open = self.names.get(name).is_some_and(|count| *count > 0);
        let place =
            if is_open { self.open.iter().rposition(|open| open.name == name) } else { None };
        let Some(place) = place else {
            let ends = heading_level(name).is_some()
                || matches!(name, "li" | "tr")
                || (TEXTS.contains(&name)
                    && !matches!(
                        self.gathering.open_kind(),
                        Some(BlockKind::ListItem { .. } | BlockKind::TableRow)
                    ));
            if ends {
                self.gathering.close();
            }
            return;
        };
        while self.open.len() > place {
            let Some(open) = self.open.pop() else { break };
            if let Some(count) = self.names.get_mut(&open.name) {
                *count = count.saturating_sub(1);
            }
            self.main -= open.main;
            self.boilerplate -= open.boilerplate;
            self.skipped -= open.skipped;
            self.lists -= open.lists;
        }
        if self.skipped == 0 && (!self.in_row() || name == "table") {
            self.gathering.close();
        }
    }

    fn text(&mut self, text: &str) {
        if self.skipped > 0 {
            return;
        }
        if !self.gathering.is_open() {
            if text.chars().all(char::is_whitespace) {
                return;
            }
            self.block(BlockKind::Paragraph);
        }
        self.gathering.push(text, self.links > 0);
    }
}

fn heading_level(name: &str) -> Option<u8> {
    match name {
        "h1" => Some(1),
        "h2" => Some(2),
        "h3" => Some(3),
        "h4" => Some(4),
        "h5" => Some(5),
        "h6" => Some(6),
        _ => None,
    }
}

fn attribute(tag: &Tag, name: &str) -> Option<String> {
    tag.attrs.iter().find(|a| &*a.name.local == name).map(|a| a.value.to_string())
}

fn is_named_boilerplate(tag: &Tag) -> bool {
    ["class", "id"].iter().filter_map(|name| attribute(tag, name)).any(|value| {
        value
            .to_ascii_lowercase()
            .split(|c: char| !c.is_ascii_alphanumeric())
            .any(|word| BOILERPLATE.contains(&word))
    })
}

#[cfg(test)]
mod tests;
