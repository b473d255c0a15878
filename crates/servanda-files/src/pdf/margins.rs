//! Running heads, running feet and page numbers: what belongs to the page, not to the document.

use std::collections::BTreeMap;

use super::{Line, Page, Stretch};

/// The part of a page at its top, and at its bottom, where running lines stand.
const MARGIN_SHARE: f32 = 0.13;
/// A running line stands on this many pages at least.
const PAGES_MIN: usize = 3;
/// And on one page of so many: heads of left and right pages, and of chapters, differ.
const PAGES_SHARE: usize = 4;
/// Longer lines are no running heads.
const RUNNING_CHARS_MAX: usize = 160;

/// Takes the lines out that belong to the pages.
pub(super) fn take_out(pages: &mut [Page]) {
    let mut counts: BTreeMap<String, usize> = BTreeMap::new();
    for page in pages.iter() {
        let mut keys: Vec<String> = marginal(page).map(|line| key(line, page.height)).collect();
        keys.sort();
        keys.dedup();
        for key in keys {
            *counts.entry(key).or_default() += 1;
        }
    }
    let page_count = pages.len();
    for page in pages {
        let height = page.height;
        for stretch in &mut page.stretches {
            if let Stretch::Lines(lines) = stretch {
                lines.retain(|line| {
                    let stands = counts.get(&key(line, height)).copied().unwrap_or_default();
                    let runs = stands >= PAGES_MIN && stands * PAGES_SHARE >= page_count
                        || page_count == 2 && stands == 2;
                    let runs = runs && line.text.chars().count() <= RUNNING_CHARS_MAX;
                    !(is_marginal(line, height) && (runs || is_page_number(&line.text)))
                });
            }
        }
        page.stretches.retain(|stretch| !matches!(stretch, Stretch::Lines(it) if it.is_empty()));
    }
}

fn marginal(page: &Page) -> impl Iterator<Item = &Line> {
    let lines = page.stretches.iter().flat_map(|stretch| match stretch {
        Stretch::Lines(lines) => lines.as_slice(),
        Stretch::Text(_) | Stretch::Table(_) => &[],
    });
    lines.filter(|line| is_marginal(line, page.height))
}

fn is_marginal(line: &Line, height: f32) -> bool {
    let margin = height * MARGIN_SHARE;
    line.y < margin || line.y > height - margin
}

/// What running lines of the same kind have in common: words, size, place; never the number.
fn key(line: &Line, height: f32) -> String {
    let words: String = line
        .text
        .chars()
        .filter(|c| !c.is_whitespace())
        .map(|c| if c.is_ascii_digit() { '#' } else { c })
        .flat_map(char::to_lowercase)
        .collect();
    // A number may have more digits on a later page.
    let words = words.split('#').filter(|part| !part.is_empty()).collect::<Vec<_>>().join("#");
    let side = if line.y > height / 2.0 { "top" } else { "bottom" };
    format!("{side} {:.0} {words}", line.size)
}

/// `12`, `xii`, `- 12 -`, `Page 12 of 30`, `12 / 30`, `Página 12 de 30`.
fn is_page_number(text: &str) -> bool {
    let low = text.to_lowercase();
    let words = low.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    let (mut numbers, mut others, mut romans) = (0, 0, 0);
    for word in words {
        if word.len() <= 4 && word.chars().all(|c| c.is_ascii_digit()) {
            numbers += 1;
        } else if word.len() <= 6 && word.chars().all(|c| matches!(c, 'i' | 'v' | 'x')) {
            romans += 1;
        } else if !matches!(word, "page" | "pagina" | "página" | "pág" | "p" | "of" | "de" | "sur")
        {
            others += 1;
        }
    }
    others == 0 && (numbers + romans == 1 || numbers == 2)
}

#[cfg(test)]
mod tests;
