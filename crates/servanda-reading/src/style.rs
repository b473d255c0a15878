//! What kind of document it is, as far as that tells how to take its sentences.

use crate::grammar::{self, Classes, DocumentKind, SectionKind, Setting, Settings};
use crate::lexicon::Lexicon;
use crate::outline::{self, BlockKind, Piece};
use crate::present::Present;
use crate::words::{self, Word};

/// How many blocks are looked at.
const BLOCKS_MAX: usize = 400;
/// A shorter block is a label, not a measure.
const BLOCK_BYTES_MIN: usize = 40;
/// How much of a block is looked at to see how it begins.
const HEAD_CHARS: usize = 60;
const HEAD_WORDS: usize = 7;
/// A time before the verb of a measure has at most so many words: "By the end of 2030,".
const TIME_WORDS_MAX: usize = 5;
/// How many blocks are looked at for how a kind of documents speaks.
const SPOKEN_BLOCKS_MAX: usize = 60;
/// The articles that make a treaty, or together with blocks that speak as treaties do.
const ARTICLES_MIN: usize = 2;
const FORMAL_MIN: usize = 3;
/// The measures a list needs to be one.
const MEASURES_MIN: usize = 3;
/// The blocks without a verb that a list needs to be one.
const NOUNS_MIN: usize = 2;
/// A longer block is no item of a list that has lost its marks.
const NOUN_BYTES_MAX: usize = 300;
/// The classes of words that say that somebody does something.
const VERBS: [&str; 10] = [
    "conditional",
    "copula",
    "finite",
    "future",
    "past_act",
    "past_simple",
    "present_act",
    "preterite",
    "we_act",
    "we_past",
];

/// What a look over a document tells before its sentences are read.
pub(crate) struct Style<'t> {
    /// The kinds it is of.
    pub(crate) settings: Settings,
    /// How each of its blocks goes on with a line that ends in a colon.
    pub(crate) runs: Vec<Run>,
    /// The words of the blocks that were cut for this, by their places; of the others none.
    pub(crate) words: Vec<Vec<Word<'t>>>,
}

/// Finds what kinds a document is of: by how its blocks speak, and by its articles, measures and
/// names in brackets.
pub(crate) fn of<'t>(text: &'t str, pieces: &[Piece], lexicon: &mut Lexicon) -> Style<'t> {
    let begins = begin_bare(text, pieces, lexicon);
    let (mut measures, mut endorsed, mut total) = (0, 0, 0);
    let mut asks = false;
    let blocks = pieces.iter().zip(&begins).filter(|(piece, _)| piece.kind != BlockKind::Furniture);
    for (piece, begins) in blocks.take(BLOCKS_MAX) {
        let body = text.get(piece.body..piece.end).unwrap_or_default();
        let is_heading = matches!(piece.kind, BlockKind::Heading { .. }) && begins.is_none();
        if is_heading {
            let heading = words::words(body, lexicon);
            let present = Present::of(&heading);
            let section = lexicon.grammar.section(&heading, &present);
            asks |= section == Some(SectionKind::Recommendation);
        }
        if is_heading || body.len() < BLOCK_BYTES_MIN {
            continue;
        }
        total += 1;
        endorsed += usize::from(is_endorsed(body));
        measures += usize::from(*begins == Some(true));
    }
    let (mut settings, words) = spoken(text, pieces, lexicon);
    if endorsed >= 2 && endorsed * 6 >= total {
        settings.push(Setting::Recommendations);
    } else if !asks && measures >= MEASURES_MIN && measures * 5 >= total * 2 {
        settings.push(Setting::Measures);
    }
    Style { settings, runs: runs(text, pieces, &begins, lexicon), words }
}

/// The kinds of documents whose blocks speak as these do, and the words of those looked at.
fn spoken<'t>(
    text: &'t str,
    pieces: &[Piece],
    lexicon: &mut Lexicon,
) -> (Settings, Vec<Vec<Word<'t>>>) {
    let kinds = &lexicon.grammar.documents;
    let blocks = pieces.iter().enumerate().filter(|(_, piece)| piece.kind != BlockKind::Furniture);
    let blocks = blocks.filter_map(|(at, piece)| Some((at, text.get(piece.body..piece.end)?)));
    let articles = blocks.clone().take(BLOCKS_MAX).filter(|(_, body)| is_article(body)).count();
    let looked_at = blocks.clone().take(SPOKEN_BLOCKS_MAX).count();
    let enough = |kind: &DocumentKind| kind.blocks_min.max(looked_at / kind.one_in.max(1));
    let mut counts = vec![0; kinds.len()];
    let mut cut = Vec::new();
    for (at, body) in blocks.take(SPOKEN_BLOCKS_MAX) {
        let words = words::words(body, lexicon);
        let present = Present::of(&words);
        let open = kinds.iter().zip(&mut counts).filter(|(kind, count)| **count < enough(kind));
        for (kind, count) in open {
            *count += usize::from(grammar::any(&kind.patterns, &words, &present));
        }
        cut.resize_with(at, Vec::new);
        cut.push(words);
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
    (settings, cut)
}

/// Whether each block begins with a bare verb, as measures in a list do; of a heading, nothing, unless
/// it is a line among such measures that only looks like a heading.
fn begin_bare(text: &str, pieces: &[Piece], lexicon: &mut Lexicon) -> Vec<Option<bool>> {
    let grammar = lexicon.grammar;
    let bare = grammar.class("imperative").union(grammar.class("infinitive"));
    let mut begins = |piece: &Piece| match piece.kind {
        BlockKind::Furniture => None,
        BlockKind::Heading { .. } if !is_bare_line(piece) => None,
        BlockKind::Heading { .. }
        | BlockKind::Paragraph
        | BlockKind::ListItem { .. }
        | BlockKind::TableRow => {
            let body = text.get(piece.body..piece.end).unwrap_or_default();
            let end = body.char_indices().nth(HEAD_CHARS).map_or(body.len(), |(at, _)| at);
            let head = body.get(..end).unwrap_or_default();
            // Most blocks begin with neither, and two words tell.
            let led = head.contains(',') || head.starts_with("To ");
            let head = words::first_words(head, if led { HEAD_WORDS } else { 2 }, lexicon);
            let head = head.get(lead(&head)..).unwrap_or_default();
            let named = head.get(1).is_some_and(|word| word.is_capital() || word.mark);
            Some(!named && head.first().is_some_and(|word| word.is(&bare)))
        }
    };
    let looks: Vec<Option<bool>> = pieces.iter().map(&mut begins).collect();
    let is_measure = |at: usize| {
        let piece = pieces.get(at).filter(|_| looks.get(at) == Some(&Some(true)));
        let body = piece.and_then(|piece| text.get(piece.body..piece.end));
        body.is_some_and(|body| !body.contains(". "))
    };
    let among = |at: usize| at.checked_sub(1).is_some_and(is_measure) || is_measure(at + 1);
    let is_heading = |piece: &Piece| matches!(piece.kind, BlockKind::Heading { .. });
    let of = |(at, piece): (usize, &Piece)| {
        looks.get(at).copied().flatten().filter(|_| !is_heading(piece) || among(at))
    };
    pieces.iter().enumerate().map(of).collect()
}

/// How many words stand before the verb that a measure begins with: "To open", "By 2030, open".
fn lead(head: &[Word<'_>]) -> usize {
    let timed = head.iter().position(|word| word.text == ",");
    let timed = timed.filter(|comma| {
        (1..=TIME_WORDS_MAX).contains(comma)
            && head.get(..*comma).is_some_and(|time| time.iter().any(Word::is_number))
    });
    let to = |word: &&Word<'_>| word.low() == "to";
    timed.map_or_else(|| head.iter().take(1).filter(to).count(), |comma| comma + 1)
}

/// A line that is taken for a heading because it is short and stands alone.
fn is_bare_line(piece: &Piece) -> bool {
    piece.kind == BlockKind::Heading { level: 2 } && piece.body == piece.start
}

/// How a block goes on with the line before it that ends in a colon, though it has no mark of a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Run {
    /// It does not.
    None,
    /// It begins with a bare verb, as measures in a list do, among neighbours that also do.
    Verbs,
    /// It is one of several short blocks without a verb that follow such a line.
    Nouns,
}

/// Which blocks go on with a line that ends in a colon.
fn runs(text: &str, pieces: &[Piece], begins: &[Option<bool>], lexicon: &mut Lexicon) -> Vec<Run> {
    let nouns = runs_of_nouns(text, pieces, lexicon);
    let run = |(at, noun)| match (is_in_run(begins, at), noun) {
        (true, _) => Run::Verbs,
        (false, true) => Run::Nouns,
        (false, false) => Run::None,
    };
    nouns.into_iter().enumerate().map(run).collect()
}

/// The block begins with a bare verb, and enough of its neighbours do.
fn is_in_run(begins: &[Option<bool>], at: usize) -> bool {
    let around = begins.get(at.saturating_sub(2)..(at + 3).min(begins.len()));
    let count = around.unwrap_or_default().iter().filter(|b| **b == Some(true)).count();
    begins.get(at) == Some(&Some(true)) && count >= MEASURES_MIN
}

fn runs_of_nouns(text: &str, pieces: &[Piece], lexicon: &mut Lexicon) -> Vec<bool> {
    let mut runs = vec![false; pieces.len()];
    let mut from = None;
    for index in 0..=pieces.len() {
        let piece = pieces.get(index);
        if piece.is_some_and(|piece| piece.kind == BlockKind::Furniture) {
            continue;
        }
        let goes_on = piece.filter(|_| from.is_some()).is_some_and(|piece| {
            piece.kind == BlockKind::Paragraph
                && !outline::ends_in_colon(text, piece)
                && is_verbless(text.get(piece.body..piece.end).unwrap_or_default(), lexicon)
        });
        if goes_on {
            continue;
        }
        let run = from.map_or(index..index, |from| from..index);
        if run.len() >= NOUNS_MIN {
            runs.get_mut(run).unwrap_or_default().fill(true);
        }
        from = piece.is_some_and(|piece| outline::ends_in_colon(text, piece)).then_some(index + 1);
    }
    runs
}

/// The block is one short sentence in which nobody does anything.
fn is_verbless(block: &str, lexicon: &mut Lexicon) -> bool {
    if block.len() > NOUN_BYTES_MAX || block.trim_end_matches(['.', ';', ' ']).contains(". ") {
        return false;
    }
    let finite = VERBS.map(|name| lexicon.grammar.class(name));
    let finite = finite.into_iter().fold(Classes::NONE, Classes::union);
    let words = words::words(block, lexicon);
    words.iter().any(|word| !word.mark) && !words.iter().any(|word| word.is(&finite))
}

fn is_article(block: &str) -> bool {
    let head: String = block.trim_start_matches(['*', '#', ' ']).chars().take(9).collect();
    let head = head.to_lowercase();
    ["article ", "artículo ", "art. "].iter().any(|begin| head.starts_with(begin))
}

/// The text ends with a name in brackets: `Ratify the protocol (Peru);`, which the source of the
/// position on it may follow: `Ratify the protocol (Peru); source of position: A/1/2`.
pub(crate) fn is_endorsed(text: &str) -> bool {
    // Most texts have no bracket, which is told soon.
    if !text.contains('(') {
        return false;
    }
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
