//! The text of a document cut into pages and pieces, with its findings marked.

use std::collections::BTreeMap;
use std::ops::Range;

use servanda_model::reading::Finding;
use servanda_model::record::Block as Outline;
use servanda_model::{FindingPlace, Reading};

use super::{Card, is_heading, whole};
use crate::block::Link;
use crate::document::block_anchor;

/// Characters of text on one page, so that every page stays light.
const PAGE_CHARS: usize = 10_000;
/// Characters that a finding counts for: its card is longer than most passages.
const CARD_CHARS: usize = 400;

/// A block of the text.
#[derive(Debug)]
pub(crate) struct Paragraph {
    /// `h1` … `furniture`, for the style.
    pub(crate) form: &'static str,
    pub(crate) anchor: String,
    pub(crate) pieces: Vec<Piece>,
    /// The findings that begin here.
    pub(crate) cards: Vec<Card>,
}

/// A stretch of text, marked or not.
#[derive(Debug)]
pub(crate) struct Piece {
    pub(crate) text: String,
    /// The number of the finding that it belongs to.
    pub(crate) number: Option<usize>,
}

/// The blocks of a text: as they were read, or one where none were.
pub(crate) fn outline(reading: &Reading) -> Vec<Outline> {
    outline_of(&reading.text, &reading.outline)
}

/// The blocks of a text: these, or one where there are none.
pub(crate) fn outline_of(text: &str, outline: &[Outline]) -> Vec<Outline> {
    if outline.is_empty() { vec![whole(text)] } else { outline.to_vec() }
}

/// The blocks of each page: as many as fit with their findings, and a heading begins a page rather than
/// ending one. Which findings are shown moves no page.
pub(crate) fn pages(outline: &[Outline], findings: &[Finding]) -> Vec<Range<usize>> {
    let (mut pages, mut first, mut chars) = (Vec::new(), 0, 0);
    let mut rest = findings;
    for (index, block) in outline.iter().enumerate() {
        let here = rest.iter().take_while(|finding| finding.place.start < block.end).count();
        rest = rest.get(here..).unwrap_or_default();
        let length = block.end.saturating_sub(block.start) + here * CARD_CHARS;
        let is_full =
            chars + length > PAGE_CHARS || (is_heading(block.form) && chars > PAGE_CHARS * 3 / 4);
        if is_full && index > first {
            pages.push(first..index);
            first = index;
            chars = 0;
        }
        chars += length;
    }
    pages.push(first..outline.len());
    pages
}

/// The headings of the document, each leading to its page and place.
pub(crate) fn headings(
    reading: &Reading,
    pages: &[Range<usize>],
    count: usize,
    of_page: impl Fn(usize) -> String,
) -> Vec<Link> {
    let chars: Vec<char> = reading.text.chars().collect();
    let headings = reading.outline.iter().enumerate().filter(|(_, block)| is_heading(block.form));
    headings
        .take(count)
        .map(|(index, block)| {
            let words: String =
                chars.get(block.start..block.end).unwrap_or_default().iter().collect();
            let page = pages.iter().position(|page| page.contains(&index)).unwrap_or(0) + 1;
            let href = format!("{}#{}", of_page(page), block_anchor(block.start));
            Link::to(words.trim(), href)
        })
        .collect()
}

/// The blocks of one page with their findings. `cards` are all that are shown, by the character at which
/// they begin.
pub(crate) fn paragraphs(
    text: &str,
    outline: &[Outline],
    page: Option<&Range<usize>>,
    mut cards: BTreeMap<usize, Vec<(FindingPlace, Card)>>,
) -> Vec<Paragraph> {
    let blocks = page.and_then(|page| outline.get(page.clone())).unwrap_or_default();
    let chars: Vec<char> = text.chars().collect();
    let (from, to) = match (blocks.first(), blocks.last()) {
        (Some(first), Some(last)) => (first.start, last.end),
        _nothing => return Vec::new(),
    };
    // What begins before the page may reach into it.
    let spans: Vec<(FindingPlace, usize)> = cards
        .values()
        .flatten()
        .filter(|(place, _)| place.start < to && place.end > from)
        .map(|(place, card)| (*place, card.number))
        .collect();
    let mut after = from;
    blocks
        .iter()
        .map(|block| {
            // A finding belongs to the block in which it begins, or to the one after a gap.
            let here = cards.range(after..block.end.max(after)).map(|(start, _)| *start);
            let starts: Vec<usize> = here.collect();
            after = block.end.max(after);
            let here = starts.iter().filter_map(|start| cards.remove(start)).flatten();
            Paragraph {
                form: block.form.code(),
                anchor: block_anchor(block.start),
                cards: here.map(|(_, card)| card).collect(),
                pieces: pieces(&chars, *block, &spans),
            }
        })
        .collect()
}

/// Cuts a block where findings begin and end. Where they overlap, a stretch belongs to the shortest.
fn pieces(chars: &[char], block: Outline, spans: &[(FindingPlace, usize)]) -> Vec<Piece> {
    let here: Vec<&(FindingPlace, usize)> = spans
        .iter()
        .filter(|(place, _)| place.start < block.end && place.end > block.start)
        .collect();
    let mut cuts = vec![block.start, block.end];
    cuts.extend(
        here.iter()
            .flat_map(|(place, _)| [place.start, place.end])
            .filter(|cut| (block.start..block.end).contains(cut)),
    );
    cuts.sort_unstable();
    cuts.dedup();
    let stretches = cuts.iter().zip(cuts.iter().skip(1));
    stretches
        .map(|(start, end)| {
            let over = here.iter().filter(|(place, _)| place.start <= *start && place.end >= *end);
            let shortest = over.min_by_key(|(place, _)| place.end.saturating_sub(place.start));
            Piece {
                text: chars.get(*start..*end).unwrap_or_default().iter().collect(),
                number: shortest.map(|(_, number)| *number),
            }
        })
        .collect()
}
