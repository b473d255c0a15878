//! Markdown to blocks.

use pulldown_cmark::{Event, HeadingLevel, Options, Parser, Tag, TagEnd};

use crate::Unreadable;
use crate::extract::Segment;
use crate::front::{self, Said};
use crate::outline::BlockKind;
use crate::page::{self, Gathering};

/// Lists and quotes may be nested this deep.
pub const MARKDOWN_DEPTH_MAX: usize = 100;

/// Takes a Markdown document apart.
pub(crate) fn segments(source: &str) -> Result<Vec<Segment>, Unreadable> {
    if source.lines().any(is_too_deep) {
        return Err(Unreadable::NestedTooDeep { depth_max: MARKDOWN_DEPTH_MAX });
    }
    let options = Options::ENABLE_TABLES | Options::ENABLE_YAML_STYLE_METADATA_BLOCKS;
    let mut state = State::default();
    for event in Parser::new_ext(source, options) {
        state.take(event);
    }
    Ok(page::segments(state.gathering.finish()))
}

/// A line opens more quotes and lists than are followed.
fn is_too_deep(line: &str) -> bool {
    let mut marks = 0;
    let mut spaces = 0;
    for c in line.chars() {
        match c {
            '>' | '-' | '*' | '+' => marks += 1,
            ' ' => spaces += 1,
            '\t' => spaces += 4,
            '0'..='9' | '.' | ')' => {}
            _ => break,
        }
    }
    // A rule drawn with many dashes nests nothing.
    let drawn = line.trim().chars().all(|c| matches!(c, '-' | '*' | '+' | '=' | '_'));
    !drawn && (marks > MARKDOWN_DEPTH_MAX || (marks > 0 && spaces / 2 > MARKDOWN_DEPTH_MAX * 2))
}

#[derive(Default)]
struct State {
    gathering: Gathering,
    lists: usize,
    links: usize,
    skipped: usize,
    /// What the text says of itself is being read.
    before: bool,
}

impl State {
    fn take(&mut self, event: Event<'_>) {
        match event {
            Event::Text(text) if self.before => self.stated(&text),
            Event::Start(tag) => self.start(&tag),
            Event::End(tag) => self.end(tag),
            Event::Text(text) | Event::Code(text) if self.skipped == 0 => {
                if !self.gathering.is_open() {
                    self.open(BlockKind::Paragraph);
                }
                self.gathering.push(&text, self.links > 0);
            }
            Event::SoftBreak => self.gathering.push(" ", false),
            Event::HardBreak => self.gathering.line_break(),
            Event::Rule => self.gathering.close(),
            Event::Text(_)
            | Event::Code(_)
            | Event::InlineMath(_)
            | Event::DisplayMath(_)
            | Event::Html(_)
            | Event::InlineHtml(_)
            | Event::FootnoteReference(_)
            | Event::TaskListMarker(_) => {}
        }
    }

    /// Takes title and day from what stands before the text.
    fn stated(&mut self, lines: &str) {
        for line in lines.lines() {
            let (kind, value) = match front::said(line) {
                Said::Title(title) => (BlockKind::Heading { level: 1 }, title),
                Said::Words(words) => (BlockKind::Paragraph, words),
                Said::Other => continue,
            };
            self.open(kind);
            self.gathering.push(value, false);
            self.gathering.close();
        }
    }

    fn open(&mut self, kind: BlockKind) {
        self.gathering.open(kind, self.lists, true, false);
    }

    fn start(&mut self, tag: &Tag<'_>) {
        match tag {
            Tag::Heading { level, .. } => {
                self.open(BlockKind::Heading { level: level_of(*level) });
            }
            Tag::Paragraph => {
                let first_of_item =
                    matches!(self.gathering.open_kind(), Some(BlockKind::ListItem { .. }))
                        && self.gathering.is_blank();
                if !first_of_item {
                    self.open(BlockKind::Paragraph);
                }
            }
            Tag::Item => self.open(BlockKind::ListItem { introduction: None }),
            Tag::List(_) => self.lists += 1,
            Tag::TableHead | Tag::TableRow => self.open(BlockKind::TableRow),
            Tag::TableCell => self.gathering.cell(),
            Tag::Link { .. } => self.links += 1,
            Tag::Image { .. } | Tag::HtmlBlock => self.skipped += 1,
            Tag::MetadataBlock(_) => self.before = true,
            Tag::CodeBlock(_) | Tag::BlockQuote(_) => self.gathering.close(),
            Tag::FootnoteDefinition(_)
            | Tag::DefinitionList
            | Tag::DefinitionListTitle
            | Tag::DefinitionListDefinition
            | Tag::Table(_)
            | Tag::Emphasis
            | Tag::Strong
            | Tag::Strikethrough
            | Tag::Superscript
            | Tag::Subscript => {}
        }
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Heading(_)
            | TagEnd::Paragraph
            | TagEnd::Item
            | TagEnd::TableHead
            | TagEnd::TableRow
            | TagEnd::CodeBlock
            | TagEnd::BlockQuote(_) => self.gathering.close(),
            TagEnd::List(_) => self.lists = self.lists.saturating_sub(1),
            TagEnd::Link => self.links = self.links.saturating_sub(1),
            TagEnd::Image | TagEnd::HtmlBlock => self.skipped = self.skipped.saturating_sub(1),
            TagEnd::MetadataBlock(_) => self.before = false,
            TagEnd::FootnoteDefinition
            | TagEnd::DefinitionList
            | TagEnd::DefinitionListTitle
            | TagEnd::DefinitionListDefinition
            | TagEnd::Table
            | TagEnd::TableCell
            | TagEnd::Emphasis
            | TagEnd::Strong
            | TagEnd::Strikethrough
            | TagEnd::Superscript
            | TagEnd::Subscript => {}
        }
    }
}

fn level_of(level: HeadingLevel) -> u8 {
    match level {
        HeadingLevel::H1 => 1,
        HeadingLevel::H2 => 2,
        HeadingLevel::H3 => 3,
        HeadingLevel::H4 => 4,
        HeadingLevel::H5 => 5,
        HeadingLevel::H6 => 6,
    }
}

#[cfg(test)]
mod tests;
