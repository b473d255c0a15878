//! Gathers the blocks of a marked-up document.

use crate::extract::{Marked, Segment};
use crate::outline::BlockKind;

/// A block as it is gathered.
#[derive(Clone, Debug)]
pub(crate) struct Gathered {
    pub(crate) kind: BlockKind,
    pub(crate) text: String,
    /// How deep a list item stands.
    pub(crate) depth: usize,
    /// It stands in the part the page calls its main one.
    pub(crate) is_main: bool,
    /// It stands in a menu, a header or footer of the page, a form.
    pub(crate) is_boilerplate: bool,
    /// How many bytes of it are links.
    pub(crate) link_bytes: usize,
}

/// The blocks gathered so far, and the one being written.
#[derive(Debug, Default)]
pub(crate) struct Gathering {
    blocks: Vec<Gathered>,
    open: Option<Gathered>,
}

impl Gathering {
    /// Begins a block; the one before it is finished.
    pub(crate) fn open(
        &mut self,
        kind: BlockKind,
        depth: usize,
        is_main: bool,
        is_boilerplate: bool,
    ) {
        self.close();
        self.open = Some(Gathered {
            kind,
            text: String::new(),
            depth,
            is_main,
            is_boilerplate,
            link_bytes: 0,
        });
    }

    /// Whether a block is being written.
    pub(crate) fn is_open(&self) -> bool {
        self.open.is_some()
    }

    /// Whether an item of a list or a row of a table is being written.
    pub(crate) fn open_kind(&self) -> Option<BlockKind> {
        self.open.as_ref().map(|block| block.kind)
    }

    /// Whether the block being written is still empty.
    pub(crate) fn is_blank(&self) -> bool {
        self.open.as_ref().is_none_or(|block| block.text.trim().is_empty())
    }

    /// Adds text; runs of space become one.
    pub(crate) fn push(&mut self, text: &str, is_link: bool) {
        let Some(block) = self.open.as_mut() else { return };
        let before = block.text.len();
        for c in text.chars() {
            if c.is_whitespace() && c != '\u{A0}' {
                if !block.text.is_empty() && !block.text.ends_with([' ', '\n', '\t']) {
                    block.text.push(' ');
                }
            } else {
                block.text.push(c);
            }
        }
        if is_link {
            block.link_bytes += block.text.len() - before;
        }
    }

    /// Begins a new line inside the block.
    pub(crate) fn line_break(&mut self) {
        self.part('\n');
    }

    /// Begins a new cell of a table row.
    pub(crate) fn cell(&mut self) {
        self.part('\t');
    }

    fn part(&mut self, separator: char) {
        let Some(block) = self.open.as_mut() else { return };
        let length = block.text.trim_end().len();
        block.text.truncate(length);
        if !block.text.is_empty() {
            block.text.push(separator);
        }
    }

    /// Finishes the block being written.
    pub(crate) fn close(&mut self) {
        let Some(mut block) = self.open.take() else { return };
        block.text.truncate(block.text.trim_end().len());
        if block.text.chars().any(|c| !c.is_whitespace()) {
            self.blocks.push(block);
        }
    }

    /// All blocks, in order.
    pub(crate) fn finish(mut self) -> Vec<Gathered> {
        self.close();
        self.blocks
    }
}

/// The blocks as segments of a document.
pub(crate) fn segments(blocks: Vec<Gathered>) -> Vec<Segment> {
    let marked = |block: Gathered| Marked {
        kind: block.kind,
        mark: String::new(),
        text: block.text,
        depth: block.depth,
    };
    blocks.into_iter().map(marked).map(Segment::Block).collect()
}

#[cfg(test)]
mod tests;
