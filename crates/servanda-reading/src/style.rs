//! What kind of document it is, as far as that tells how to take its sentences.

use crate::grammar::{self, DocumentKind, SectionKind, Setting, Settings};
use crate::lexicon::Lexicon;
use crate::outline::{BlockKind, Piece};
use crate::places::Places;
use crate::words;

/// How many blocks are looked at.
const BLOCKS_MAX: usize = 400;
/// A shorter block is a label, not a measure.
const BLOCK_BYTES_MIN: usize = 40;
/// How much of a block is looked at to see how it begins.
const HEAD_CHARS: usize = 40;
/// How many blocks are looked at for how a kind of documents speaks.
const SPOKEN_BLOCKS_MAX: usize = 60;
/// The articles that make a treaty, or together with blocks that speak as treaties do.
const ARTICLES_MIN: usize = 2;
const FORMAL_MIN: usize = 3;
/// The measures a list needs to be one.
const MEASURES_MIN: usize = 3;

/// Finds what kinds a document is of: by how its blocks speak, and by its articles, measures and
/// names in brackets.
pub(crate) fn of(text: &str, pieces: &[Piece], lexicon: &mut Lexicon) -> Settings {
    let grammar = lexicon.grammar;
    let imperative = grammar.class("imperative").union(grammar.class("infinitive"));
    let (mut measures, mut endorsed, mut total) = (0, 0, 0);
    let mut asks = false;
    for piece in pieces.iter().filter(|p| p.kind != BlockKind::Furniture).take(BLOCKS_MAX) {
        let body = text.get(piece.body..piece.end).unwrap_or_default();
        if matches!(piece.kind, BlockKind::Heading { .. }) {
            let heading = words::words(body, lexicon);
            let places = Places::of(&heading, lexicon);
            asks |= grammar.section(&heading, &places) == Some(SectionKind::Recommendation);
            places.give_back(lexicon);
        }
        if matches!(piece.kind, BlockKind::Heading { .. }) || body.len() < BLOCK_BYTES_MIN {
            continue;
        }
        total += 1;
        endorsed += usize::from(is_endorsed(body));
        let head_end = body.char_indices().nth(BLOCK_BYTES_MIN).map_or(body.len(), |(at, _)| at);
        let head = words::first_words(body.get(..head_end).unwrap_or_default(), 2, lexicon);
        let named = head.get(1).is_some_and(|word| word.is_capital() || word.mark);
        measures += usize::from(!named && head.first().is_some_and(|word| word.is(&imperative)));
    }
    let mut settings = spoken(text, pieces, lexicon);
    if endorsed >= 2 && endorsed * 6 >= total {
        settings.push(Setting::Recommendations);
    } else if !asks && measures >= MEASURES_MIN && measures * 5 >= total * 2 {
        settings.push(Setting::Measures);
    }
    settings
}

/// The kinds of documents whose blocks speak as these do.
fn spoken(text: &str, pieces: &[Piece], lexicon: &mut Lexicon) -> Settings {
    let kinds = &lexicon.grammar.documents;
    let blocks = pieces.iter().filter(|piece| piece.kind != BlockKind::Furniture);
    let blocks = blocks.filter_map(|piece| text.get(piece.body..piece.end));
    let articles = blocks.clone().take(BLOCKS_MAX).filter(|body| is_article(body)).count();
    let looked_at = blocks.clone().take(SPOKEN_BLOCKS_MAX).count();
    let enough = |kind: &DocumentKind| kind.blocks_min.max(looked_at / kind.one_in.max(1));
    let mut counts = vec![0; kinds.len()];
    for body in blocks.take(SPOKEN_BLOCKS_MAX) {
        let open = kinds.iter().zip(&mut counts);
        count_kinds(body, open.filter(|(kind, count)| **count < enough(kind)), lexicon);
    }
    let mut settings = Settings::default();
    for (kind, count) in kinds.iter().zip(counts) {
        let treaty = kind.setting == Setting::Treaty
            && (articles + count >= FORMAL_MIN || articles * count > 0);
        if count >= enough(kind) || treaty {
            settings.push(kind.setting);
        }
    }
    if articles >= ARTICLES_MIN {
        settings.push(Setting::Treaty);
    }
    settings
}

/// Counts a block for each of the kinds of documents that speak so. It is cut into words only if it
/// may be of one.
fn count_kinds<'k>(
    block: &str,
    kinds: impl Iterator<Item = (&'k DocumentKind, &'k mut usize)>,
    lexicon: &mut Lexicon,
) {
    let may =
        |kind: &DocumentKind| kind.finder.as_ref().is_none_or(|finder| finder.is_match(block));
    let mut kinds = kinds.filter(|(kind, _)| may(kind)).peekable();
    if kinds.peek().is_none() {
        return;
    }
    let words = words::words(block, lexicon);
    let places = Places::of(&words, lexicon);
    for (kind, count) in kinds {
        *count += usize::from(grammar::any(&kind.patterns, &words, &places));
    }
    places.give_back(lexicon);
}

/// Which blocks begin with a bare verb, as measures in a list do, among neighbours that also do.
pub(crate) fn runs(text: &str, pieces: &[Piece], lexicon: &mut Lexicon) -> Vec<bool> {
    let grammar = lexicon.grammar;
    let bare = grammar.class("imperative").union(grammar.class("infinitive"));
    let begins: Vec<Option<bool>> = pieces
        .iter()
        .map(|piece| match piece.kind {
            BlockKind::Heading { .. } | BlockKind::Furniture => None,
            BlockKind::Paragraph | BlockKind::ListItem { .. } | BlockKind::TableRow => {
                let body = text.get(piece.body..piece.end).unwrap_or_default();
                let end = body.char_indices().nth(HEAD_CHARS).map_or(body.len(), |(at, _)| at);
                let head = words::first_words(body.get(..end).unwrap_or_default(), 2, lexicon);
                let named = head.get(1).is_some_and(|word| word.is_capital() || word.mark);
                Some(!named && head.first().is_some_and(|word| word.is(&bare)))
            }
        })
        .collect();
    (0..begins.len())
        .map(|at| {
            let around = begins.get(at.saturating_sub(2)..(at + 3).min(begins.len()));
            let count = around.unwrap_or_default().iter().filter(|b| **b == Some(true)).count();
            begins.get(at) == Some(&Some(true)) && count >= MEASURES_MIN
        })
        .collect()
}

fn is_article(block: &str) -> bool {
    let head: String = block.trim_start_matches(['*', '#', ' ']).chars().take(9).collect();
    let head = head.to_lowercase();
    ["article ", "artículo ", "art. "].iter().any(|begin| head.starts_with(begin))
}

/// The text ends with a name in brackets: `Ratify the protocol (Peru);`, which the source of the
/// position on it may follow: `Ratify the protocol (Peru); source of position: A/1/2`.
pub(crate) fn is_endorsed(text: &str) -> bool {
    // Most texts have no such mark, which is told soon.
    let parted = text.contains(';').then(|| text.rsplit_once(");")).flatten();
    let text = parted.filter(|(_, source)| source.contains(':')).map_or(text, |(it, _)| it);
    let tail = text.trim_end_matches(|c: char| {
        c.is_whitespace()
            || c.is_ascii_digit()
            || matches!(c, '.' | ';' | '*' | '_' | ']' | '[' | '^' | ',')
    });
    // The closing bracket is often lost.
    let tail = tail.strip_suffix(')').unwrap_or(tail);
    let inner = tail.rsplit_once('(').map(|(_, inner)| inner).filter(|inner| !inner.contains(')'));
    inner.is_some_and(|inner| {
        inner.starts_with(char::is_uppercase)
            && inner.chars().any(char::is_lowercase)
            && inner.chars().count() <= 200
            && !inner.contains(|c: char| c.is_ascii_digit())
    })
}

#[cfg(test)]
mod tests;
