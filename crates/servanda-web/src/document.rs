//! The reader: a document's text as received, the passages that records rest on marked in it,
//! each leading to its record and back.

use std::ops::Range;

use askama::Template;
use servanda_model::record::{Block as Outline, BlockForm, Document};
use servanda_model::{Facts, Kind, RecordId, Role};
use servanda_register::{Held, Mark, RegisterError, View};

use crate::answer::{Answer, PageError};
use crate::block::{Badge, Block, Fact, Link, Names, badge};
use crate::frame::{About, Frame};
use crate::locale::Locale;
use crate::site::Desk;
use crate::{linked, list, record, routes};

/// Characters of text on one page of the reader, so that every page stays light.
const PAGE_CHARS: usize = 11_000;

/// One page of a document.
#[derive(Debug, Template)]
#[template(path = "document.html")]
pub(crate) struct DocumentPage {
    frame: Frame,
    kind: String,
    standing: Badge,
    /// Who published it and when.
    published: String,
    facts: Vec<Fact>,
    /// The tag of the document's language.
    lang: &'static str,
    /// That no copy is held.
    missing: Option<String>,
    headings: Vec<Link>,
    paragraphs: Vec<Paragraph>,
    previous: Option<String>,
    next: Option<String>,
    place: Option<String>,
    /// What rests on the document, where there is no text to mark it in.
    resting: Option<Block>,
}

/// A block of the text.
#[derive(Debug)]
pub(crate) struct Paragraph {
    /// `h1` … `furniture`, for the style.
    form: &'static str,
    /// The anchor of a heading.
    anchor: String,
    pieces: Vec<Piece>,
    /// The records whose passages begin here.
    notes: Vec<Note>,
}

/// A stretch of text, marked or not.
#[derive(Debug)]
pub(crate) struct Piece {
    text: String,
    /// Where a mark leads.
    href: Option<String>,
    /// The anchor of a mark that begins here.
    anchor: Option<String>,
}

/// A record in the margin.
#[derive(Debug)]
pub(crate) struct Note {
    kind: String,
    title: Link,
}

/// `GET /{partnership}/documents/{id}`
pub(crate) fn page(
    desk: &Desk,
    view: &View<'_>,
    partnership: &str,
    id: &RecordId,
    number: usize,
) -> Result<Answer, PageError> {
    let held = record::find(view, partnership, Kind::Document, id)?;
    let Facts::Document(document) = &held.record.facts else { return Err(PageError::NotFound) };
    let names = Names::new(view, desk.locale, partnership);
    let text = view.document_text(id)?;
    let pages = pages(&document.outline);
    let number = number.clamp(1, pages.len().max(1));
    let path = routes::record(partnership, Kind::Document, id);
    let address = |page: usize| {
        let path = names.path(&path);
        if page > 1 { format!("{path}?page={page}") } else { path }
    };
    let frame = frame(desk, &names, &held, number)?;
    let blocks: Vec<Outline> = pages
        .get(number - 1)
        .and_then(|range| document.outline.get(range.clone()))
        .map_or_else(Vec::new, <[_]>::to_vec);
    let paragraphs = match &text {
        Some(text) => paragraphs(&names, id, text, &blocks)?,
        None => Vec::new(),
    };
    let page = DocumentPage {
        kind: desk.locale.say_code("kind", Kind::Document.code()),
        standing: badge(desk.locale, held.standing),
        published: published(desk.locale, &held),
        facts: match number {
            1 => facts(&names, &held, document, text.is_some()),
            _later => Vec::new(),
        },
        lang: document.language.locale(),
        missing: text.is_none().then(|| desk.locale.say("no-copy-of-document-long")),
        headings: headings(text.as_deref(), &document.outline, &pages, address),
        paragraphs,
        previous: (number > 1).then(|| address(number - 1)),
        next: (number < pages.len()).then(|| address(number + 1)),
        place: (pages.len() > 1).then(|| {
            desk.locale.say_about(
                "page-of",
                &[("page", &number.to_string()), ("last", &pages.len().to_string())],
            )
        }),
        resting: if text.is_none() { Some(resting(&names, id)?) } else { None },
        frame,
    };
    Ok(Answer::Page(page.render()?))
}

/// What stands around a page of a document.
fn frame(
    desk: &Desk,
    names: &Names<'_>,
    held: &Held,
    number: usize,
) -> Result<Frame, RegisterError> {
    let path = routes::record(names.partnership, Kind::Document, &held.record.id);
    let title = names.title(held);
    let about = About {
        description: title.clone(),
        title,
        path: if number > 1 { format!("{path}?page={number}") } else { path },
        partnership: Some(names.partnership.to_owned()),
        crumbs: vec![Link::to(
            desk.locale.say_code("kinds", Kind::Document.code()),
            names.path(&routes::list(names.partnership, Kind::Document)),
        )],
        kind: Some(Kind::Document),
        has_data: true,
        thing: Some(linked::of_record(desk, names, held)?),
        proof: Some(record::entry_path(held)),
        ..About::default()
    };
    Frame::new(desk, Some(names.view), about)
}

/// "Global Affairs Canada, 2022": who published a document and when.
pub(crate) fn published(locale: &Locale, held: &Held) -> String {
    let Facts::Document(document) = &held.record.facts else { return String::new() };
    let publisher = locale.text(held.record.texts.get(&Role::Publisher)).map(str::to_owned);
    let when = document.published.map(|when| locale.when(when));
    publisher.into_iter().chain(when).collect::<Vec<_>>().join(", ")
}

/// The address of a mark in its document: the page it stands on, at its anchor; the beginning of
/// the document where it was not found in a text.
pub(crate) fn place_of(names: &Names<'_>, document: &Held, mark: &Mark) -> String {
    let id = &document.record.id;
    let path = names.href(Kind::Document, id);
    let (Facts::Document(facts), Some((first, _))) = (&document.record.facts, mark.span) else {
        return path;
    };
    let page = page_of(&facts.outline, first);
    let query = if page > 1 { format!("?page={page}") } else { String::new() };
    format!("{path}{query}#{}", record::anchor(mark))
}

/// What is known of a document beside its text.
pub(crate) fn facts(
    names: &Names<'_>,
    held: &Held,
    document: &Document,
    has_copy: bool,
) -> Vec<Fact> {
    let locale = names.locale;
    let fact =
        |label: &str, values: Vec<Link>| Fact { label: locale.say_code("fact", label), values };
    let language = locale.say_code("language", document.language.tag());
    let mut facts = vec![fact("language", vec![Link::plain(language)])];
    if let Some(address) = &document.address {
        facts.push(fact("published-at", vec![Link::to(address.clone(), address.clone())]));
    }
    if has_copy {
        let original = names.path(&routes::original(names.partnership, &held.record.id));
        facts.push(fact("original", vec![Link::to(locale.say("download-original"), original)]));
    }
    facts.extend(
        document.digest.iter().map(|digest| fact("digest", vec![Link::plain(digest.clone())])),
    );
    facts
}

/// The blocks of each page: as many as fit, a page never begins right after a heading.
pub(crate) fn pages(outline: &[Outline]) -> Vec<Range<usize>> {
    let mut pages = Vec::new();
    let mut first = 0;
    let mut chars = 0;
    for (index, block) in outline.iter().enumerate() {
        let length = block.end.saturating_sub(block.start);
        let is_heading = matches!(block.form, BlockForm::Heading1 | BlockForm::Heading2);
        let full = chars + length > PAGE_CHARS || (is_heading && chars > PAGE_CHARS * 3 / 4);
        if full && index > first {
            pages.push(first..index);
            first = index;
            chars = 0;
        }
        chars += length;
    }
    if first < outline.len() {
        pages.push(first..outline.len());
    }
    pages
}

/// The anchor of the block that begins at a character.
pub(crate) fn block_anchor(start: usize) -> String {
    format!("h-{start}")
}

fn page_of(outline: &[Outline], position: usize) -> usize {
    let block = outline.iter().position(|block| position < block.end).unwrap_or(0);
    pages(outline).iter().position(|page| page.contains(&block)).unwrap_or(0) + 1
}

/// The headings of the whole document, each leading to its page and anchor.
fn headings(
    text: Option<&str>,
    outline: &[Outline],
    pages: &[Range<usize>],
    address: impl Fn(usize) -> String,
) -> Vec<Link> {
    let Some(text) = text else { return Vec::new() };
    let chars: Vec<char> = text.chars().collect();
    let mut headings = Vec::new();
    for (index, block) in outline.iter().enumerate() {
        if !matches!(block.form, BlockForm::Heading1 | BlockForm::Heading2) {
            continue;
        }
        let words: String = chars.get(block.start..block.end).unwrap_or_default().iter().collect();
        let page = pages.iter().position(|page| page.contains(&index)).unwrap_or(0) + 1;
        headings.push(Link::to(
            words.trim(),
            format!("{}#{}", address(page), block_anchor(block.start)),
        ));
    }
    headings
}

fn paragraphs(
    names: &Names<'_>,
    id: &RecordId,
    text: &str,
    blocks: &[Outline],
) -> Result<Vec<Paragraph>, RegisterError> {
    let marks = names.view.marks_in(id)?;
    let chars: Vec<char> = text.chars().collect();
    let mut paragraphs = Vec::new();
    for block in blocks {
        let mut notes = Vec::new();
        let here: Vec<(&Mark, Range<usize>)> = marks
            .iter()
            .filter_map(|mark| {
                let (first, last) = mark.span?;
                (first < block.end && last > block.start).then_some((mark, first..last))
            })
            .collect();
        for (mark, span) in &here {
            let is_named = notes.iter().any(|(named, _): &(RecordId, Note)| *named == mark.record);
            if span.start >= block.start && !is_named {
                let kind = names.view.kind(&mark.record)?;
                let note = Note {
                    kind: kind
                        .map(|kind| names.locale.say_code("kind", kind.code()))
                        .unwrap_or_default(),
                    title: names.link(&mark.record)?,
                };
                notes.push((mark.record.clone(), note));
            }
        }
        paragraphs.push(Paragraph {
            form: block.form.code(),
            anchor: block_anchor(block.start),
            pieces: pieces(names, &chars, *block, &here)?,
            notes: notes.into_iter().map(|(_, note)| note).collect(),
        });
    }
    Ok(paragraphs)
}

/// Cuts a block where marks begin and end. Where marks overlap, the stretch leads to the record
/// whose mark began last: the margin names them all.
fn pieces(
    names: &Names<'_>,
    chars: &[char],
    block: Outline,
    marks: &[(&Mark, Range<usize>)],
) -> Result<Vec<Piece>, RegisterError> {
    let mut cuts = vec![block.start, block.end];
    for (_, span) in marks {
        cuts.extend(
            [span.start, span.end].into_iter().filter(|cut| (block.start..block.end).contains(cut)),
        );
    }
    cuts.sort_unstable();
    cuts.dedup();
    let mut pieces = Vec::new();
    for (start, end) in cuts.iter().zip(cuts.iter().skip(1)) {
        let text: String = chars.get(*start..*end).unwrap_or_default().iter().collect();
        let over = marks.iter().rev().find(|(_, span)| span.start <= *start && span.end >= *end);
        let begins = marks.iter().filter(|(_, span)| span.start == *start);
        let href = match over {
            Some((mark, _)) => names.link(&mark.record)?.href,
            None => None,
        };
        let mut anchors: Vec<String> = begins.map(|(mark, _)| record::anchor(mark)).collect();
        // Records that share their first word each need an anchor of their own.
        let last = anchors.pop();
        for anchor in anchors {
            pieces.push(Piece { text: String::new(), href: None, anchor: Some(anchor) });
        }
        pieces.push(Piece { text, href, anchor: last });
    }
    Ok(pieces)
}

fn resting(names: &Names<'_>, id: &RecordId) -> Result<Block, RegisterError> {
    let mut ids: Vec<RecordId> =
        names.view.marks_in(id)?.into_iter().map(|mark| mark.record).collect();
    ids.sort();
    ids.dedup();
    let mut found = names.view.each(&ids)?;
    found.sort_by(|a, b| names.locale.compare(&names.title(a), &names.title(b)));
    let rows = found.iter().map(|held| list::row(names, held)).collect::<Result<Vec<_>, _>>()?;
    Ok(Block {
        heading: names.locale.say_code("list", "resting"),
        rows,
        empty: Some(names.locale.say("none-recorded")),
        ..Block::default()
    })
}

/// `GET /{partnership}/documents/{id}/original`
pub(crate) fn original(
    desk: &Desk,
    view: &View<'_>,
    partnership: &str,
    id: &RecordId,
) -> Result<Answer, PageError> {
    let held = record::find(view, partnership, Kind::Document, id)?;
    let Facts::Document(document) = &held.record.facts else { return Err(PageError::NotFound) };
    let digest = document.digest.as_ref().ok_or(PageError::NotFound)?;
    let bytes = desk.site.office().document(digest)?.ok_or(PageError::NotFound)?;
    Ok(Answer::Download { bytes, name: format!("{id}.bin") })
}
