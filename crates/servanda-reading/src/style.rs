//! What kind of document it is, as far as that tells how to take its sentences.

use crate::grammar::{self, SectionKind, Setting, Settings};
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
/// The blocks that speak as treaties do, articles included, that make a treaty.
const FORMAL_MIN: usize = 3;
/// How many blocks are looked at for what only treaties say.
const FORMAL_BLOCKS_MAX: usize = 60;
/// The measures a list needs to be one.
const MEASURES_MIN: usize = 3;

/// Finds whether a document is a treaty, a list of measures, or one of recommendations.
pub(crate) fn of(text: &str, pieces: &[Piece], lexicon: &mut Lexicon) -> Settings {
    let grammar = lexicon.grammar;
    let imperative = grammar.class("imperative").union(grammar.class("infinitive"));
    let (mut measures, mut endorsed, mut articles, mut formal) = (0, 0, 0, 0);
    let (mut seen, mut total) = (0, 0);
    let mut asks = false;
    for piece in pieces.iter().filter(|p| p.kind != BlockKind::Furniture).take(BLOCKS_MAX) {
        let body = text.get(piece.body..piece.end).unwrap_or_default();
        articles += usize::from(is_article(body));
        if seen < FORMAL_BLOCKS_MAX && formal < FORMAL_MIN {
            formal += usize::from(is_formal(body, lexicon));
        }
        seen += 1;
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
        let named = head.get(1).is_some_and(|word| word.capital || word.mark);
        measures += usize::from(!named && head.first().is_some_and(|word| word.is(&imperative)));
    }
    let mut settings = Settings::default();
    if endorsed >= 2 && endorsed * 6 >= total {
        settings.push(Setting::Recommendations);
    } else if !asks && measures >= MEASURES_MIN && measures * 5 >= total * 2 {
        settings.push(Setting::Measures);
    }
    if articles >= 2 || articles + formal >= FORMAL_MIN || articles * formal > 0 {
        settings.push(Setting::Treaty);
    }
    settings
}

/// The block speaks as treaties do.
fn is_formal(block: &str, lexicon: &mut Lexicon) -> bool {
    if lexicon.grammar.formal.as_ref().is_some_and(|formal| !formal.is_match(block)) {
        return false;
    }
    let words = words::words(block, lexicon);
    let places = Places::of(&words, lexicon);
    let formal = grammar::any(&lexicon.grammar.treaty, &words, &places);
    places.give_back(lexicon);
    formal
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
                let named = head.get(1).is_some_and(|word| word.capital || word.mark);
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
    let text = text
        .rsplit_once(");")
        .filter(|(_, source)| source.contains(':'))
        .map_or(text, |(it, _)| it);
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
