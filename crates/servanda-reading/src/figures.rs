//! Figures: how many of what.

use std::ops::Range;

use crate::dates::Date;
use crate::grammar::{Classes, Grammar};
use crate::words::{self, Word};

/// What is counted has at most this many words.
const COUNTED_WORDS_MAX: usize = 6;

/// A number and what it counts, as ranges of words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Figure {
    pub(crate) words: Range<usize>,
    pub(crate) number: Range<usize>,
    pub(crate) counted: Range<usize>,
}

pub(crate) struct Kinds {
    approximately: Classes,
    scale: Classes,
    percent: Classes,
    reference: Classes,
    preposition: Classes,
    finite: Classes,
    conjunction: Classes,
    relative: Classes,
    determiner: Classes,
    past: Classes,
    pronoun: Classes,
    own: Classes,
    number: Classes,
}

impl Kinds {
    fn of(grammar: &Grammar) -> Self {
        Self {
            approximately: grammar.class("approximately"),
            scale: grammar.class("scale"),
            percent: grammar.class("percent"),
            reference: grammar.class("reference"),
            preposition: grammar.class("preposition"),
            finite: grammar.class("finite"),
            conjunction: grammar.class("conjunction"),
            relative: grammar.class("relative"),
            determiner: grammar.class("determiner"),
            past: grammar.class("past_act"),
            pronoun: grammar.class("pronoun"),
            own: grammar.class("own"),
            number: grammar.class("number"),
        }
    }
}

/// Finds the figures of a sentence; numbers of dates and references are none.
pub(crate) fn figures(words: &[Word<'_>], dates: &[Date], grammar: &Grammar) -> Vec<Figure> {
    let kinds = grammar.kept.figures.get_or_init(|| Kinds::of(grammar));
    let mut found: Vec<Figure> = Vec::new();
    for at in words::each(words, kinds.number) {
        let after = found.last().map_or(0, |last| last.words.end);
        let dated = dates.iter().any(|date| (date.core..date.words.end).contains(&at));
        if at >= after && !dated {
            found.extend(figure(words, at, kinds));
        }
    }
    found
}

fn figure(words: &[Word<'_>], at: usize, kinds: &Kinds) -> Option<Figure> {
    let word = words.get(at)?;
    let is_figure = |c: char| c.is_ascii_digit() || matches!(c, '.' | ',' | '-' | '\u{202F}');
    if !word.is_number() || !word.text.chars().all(is_figure) {
        return None;
    }
    let before = at.checked_sub(1).and_then(|b| words.get(b));
    if before.is_some_and(|w| w.is(&kinds.reference) || matches!(w.text, "#" | "/" | "-" | "No")) {
        return None;
    }
    let money = before.is_some_and(|w| matches!(w.text, "$" | "€" | "£"));
    let bracket = before.is_some_and(|w| w.text == "(");
    let start = if bracket { at - 1 } else { lead(words, at, money, kinds) };
    let (end, percent) = number_end(words, at, kinds);
    // "five (5) groups": what is counted stands after the bracket.
    let closed = bracket && words.get(end).is_some_and(|w| w.text == ")");
    let counted = counted(words, end + usize::from(closed), kinds);
    let tells = !counted.is_empty() || percent || money;
    let finish = if counted.is_empty() { end } else { counted.end };
    tells.then_some(Figure { words: start..finish, number: at..end, counted })
}

/// Where a figure begins: at its number, or at the words before it that make it an estimate.
fn lead(words: &[Word<'_>], at: usize, money: bool, kinds: &Kinds) -> usize {
    let mut start = at - usize::from(money);
    while start > 0
        && start + 3 > at
        && words.get(start - 1).is_some_and(|w| w.is(&kinds.approximately) && !w.is_number())
    {
        start -= 1;
    }
    // "de 12 pays" is no estimate, "plus de 12 pays" is one.
    let weak = |w: &Word<'_>| {
        matches!(
            w.low(),
            "de" | "to" | "than" | "at" | "à" | "a" | "al" | "up" | "of" | "some" | "plus"
        )
    };
    let only_weak = words.get(start..at).is_some_and(|lead| lead.iter().all(weak));
    if !money && only_weak { at } else { start }
}

/// Where a number ends, and whether it is a percentage.
fn number_end(words: &[Word<'_>], at: usize, kinds: &Kinds) -> (usize, bool) {
    let mut end = at + 1;
    // "700 000" is one number.
    while words
        .get(end)
        .is_some_and(|w| w.text.len() == 3 && w.text.chars().all(|c| c.is_ascii_digit()))
    {
        end += 1;
    }
    if words.get(end).is_some_and(|w| w.is(&kinds.scale)) {
        end += 1;
    }
    if !words.get(end).is_some_and(|w| w.is(&kinds.percent)) {
        return (end, false);
    }
    let sign = words.get(end).is_some_and(|w| w.text == "%" || w.low() == "percent");
    let spelt = words.get(end + 1).is_some_and(|w| matches!(w.low(), "cent" | "ciento" | "100"));
    match (sign, spelt) {
        (true, _) => (end + 1, true),
        (false, true) => (end + 2, true),
        (false, false) => (end, false),
    }
}

/// The noun after a number, with what belongs to it.
fn counted(words: &[Word<'_>], from: usize, kinds: &Kinds) -> Range<usize> {
    let mut end = from;
    while end < from + COUNTED_WORDS_MAX {
        let Some(word) = words.get(end) else { break };
        let of =
            matches!(word.low(), "of" | "de" | "d'" | "the" | "l'" | "la" | "los" | "las" | "les");
        let stops = word.mark
            || word.is_number()
            || word.is(&kinds.finite)
            || word.is(&kinds.conjunction)
            || word.is(&kinds.relative)
            || word.is(&kinds.pronoun)
            || word.is(&kinds.own)
            || (end > from && word.is(&kinds.past))
            || ((word.is(&kinds.preposition) || word.is(&kinds.determiner)) && !of);
        if stops {
            break;
        }
        end += 1;
    }
    while end > from
        && words.get(end - 1).is_some_and(|w| w.is(&kinds.preposition) || w.is(&kinds.determiner))
    {
        end -= 1;
    }
    from..end
}

#[cfg(test)]
mod tests;
