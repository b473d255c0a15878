//! Whom an undertaking is owed to, as far as the order of words tells: whoever is given something,
//! helped, or worked with.

use std::ops::Range;

use crate::grammar::{Classes, Grammar};
use crate::present::Present;
use crate::words::Word;

/// The name of the one it is owed to has at most this many words.
const NAME_WORDS_MAX: usize = 12;

/// The classes of a language that tell names of people and institutions.
pub(crate) struct Kinds {
    actor: Classes,
    people: Classes,
    capital: Classes,
    determiner: Classes,
    linking: Classes,
    conjunction: Classes,
    preposition: Classes,
    finite: Classes,
    relative: Classes,
    infinitive: Classes,
    own: Classes,
    month: Classes,
    thing: Classes,
}

impl Kinds {
    fn of(g: &Grammar) -> Self {
        Self {
            actor: g.class("actor"),
            people: g.class("people"),
            capital: g.class("capital"),
            determiner: g.class("determiner"),
            linking: g.class("owner_of"),
            conjunction: g.class("conjunction"),
            preposition: g.class("preposition"),
            finite: g.class("finite"),
            relative: g.class("relative"),
            infinitive: g.class("infinitive"),
            own: g.class("own"),
            month: g.class("month"),
            thing: g.class("thing"),
        }
    }

    /// The word needs another after it.
    fn is_idle(&self, word: &Word<'_>) -> bool {
        word.is(&self.conjunction) || word.is(&self.preposition) || word.is(&self.determiner)
    }

    /// The word names people, or whoever can bind itself.
    fn names(&self, word: &Word<'_>) -> bool {
        word.is(&self.people)
            || word.is(&self.actor)
            || word.is(&self.capital) && !word.is(&self.month) && !word.is(&self.thing)
    }
}

/// Finds the words of the one to whom what a sentence undertakes is owed.
pub(crate) fn owed_to(
    words: &[Word<'_>],
    present: &Present,
    grammar: &Grammar,
) -> Option<Range<usize>> {
    let kinds = grammar.kept.counterpart.get_or_init(|| Kinds::of(grammar));
    grammar.to_whom.iter().find_map(|pattern| {
        pattern.matches(words, present).find_map(|found| name(words, found.predicate, kinds))
    })
}

/// The name that begins at a word, if it names people or whoever can bind itself.
fn name(words: &[Word<'_>], start: usize, kinds: &Kinds) -> Option<Range<usize>> {
    let mut end = start;
    while end < start + NAME_WORDS_MAX {
        let Some(word) = words.get(end) else { break };
        // An article after a noun begins another: "a la otra Parte los pozos".
        let before = end.checked_sub(1).filter(|at| *at >= start).and_then(|at| words.get(at));
        let another = word.is(&kinds.determiner) && !before.is_none_or(|w| kinds.is_idle(w));
        let stops = word.mark
            || another
            || word.is_number() && end > start
            || word.is(&kinds.relative)
            || word.is(&kinds.own)
            || word.is(&kinds.finite)
            || word.is(&kinds.infinitive) && end > start
            || word.is(&kinds.preposition)
                && !goes_on(words, end, kinds)
                && !(word.is(&kinds.determiner) && end == start);
        if stops {
            break;
        }
        end += 1;
    }
    while end > start && words.get(end - 1).is_some_and(|word| kinds.is_idle(word)) {
        end -= 1;
    }
    // What stands before the first "of" is the head: "the health of children" is nobody.
    let all = words.get(start..end)?;
    let head = all.split(|w| w.is(&kinds.linking)).next().unwrap_or_default();
    head.iter().any(|word| kinds.names(word)).then_some(start..end)
}

/// "The families of fishers" are one name; in "inform the families of the storm" two things meet.
fn goes_on(words: &[Word<'_>], link: usize, kinds: &Kinds) -> bool {
    let links = words.get(link).is_some_and(|word| word.is(&kinds.linking));
    let rest = words.get(link + 1..).unwrap_or_default();
    let next = rest.iter().find(|word| !word.is(&kinds.determiner));
    links && next.is_some_and(|word| kinds.names(word))
}

#[cfg(test)]
mod tests;
