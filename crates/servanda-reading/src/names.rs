//! Names: institutions with their acronyms, and persons in their posts.

use std::ops::Range;

use crate::grammar::{Classes, Grammar};
use crate::words::{self, Word};

/// A name has at most this many words.
const NAME_WORDS_MAX: usize = 16;
/// A post has at most this many words.
const POST_WORDS_MAX: usize = 20;

/// An institution: the words of its name and of its acronym.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Institution {
    pub(crate) name: Range<usize>,
    pub(crate) acronym: usize,
    /// It is a text that was adopted: "Lake Treaty (LT)".
    pub(crate) is_instrument: bool,
}

/// A person and their post, as ranges of words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Person {
    pub(crate) name: Range<usize>,
    pub(crate) post: Range<usize>,
}

pub(crate) struct Kinds {
    linking: Classes,
    post: Classes,
    post_part: Classes,
    courtesy: Classes,
    actor: Classes,
    thing: Classes,
    determiner: Classes,
    finite: Classes,
    relative: Classes,
    month: Classes,
    joint: Classes,
    instrument: Classes,
    mark: Classes,
}

impl Kinds {
    fn of(g: &Grammar) -> Self {
        Self {
            linking: g.class("linking"),
            post: g.class("post"),
            post_part: g.class("post_part"),
            courtesy: g.class("courtesy"),
            actor: g.class("actor"),
            thing: g.class("thing"),
            determiner: g.class("determiner"),
            finite: g.class("finite"),
            relative: g.class("relative"),
            month: g.class("month"),
            joint: g.class("conjunction"),
            instrument: g.class("instrument"),
            mark: g.class("mark"),
        }
    }

    fn is_title(&self, word: &Word<'_>) -> bool {
        word.is(&self.post) || word.is(&self.post_part)
    }

    /// The word may be part of the name of a person.
    fn is_name(&self, word: &Word<'_>) -> bool {
        word.is_capital()
            && !word.is_capitals()
            && !self.is_title(word)
            && !word.is(&self.actor)
            && !word.is(&self.thing)
            && !word.is(&self.month)
            && !word.is(&self.linking)
            && !word.is(&self.determiner)
            && !word.text.contains(['/', '.'])
    }
}

/// Finds `Long Name (ABC)`.
pub(crate) fn institutions(words: &[Word<'_>], grammar: &Grammar) -> Vec<Institution> {
    let kinds = grammar.kept.names.get_or_init(|| Kinds::of(grammar));
    let mut found = Vec::new();
    for open in words::each(words, kinds.mark) {
        if words.get(open).is_none_or(|word| word.text != "(") {
            continue;
        }
        let Some(acronym) = words.get(open + 1) else { continue };
        let closes = words.get(open + 2).is_some_and(|w| matches!(w.text, ")" | "," | ";"));
        if !closes || !is_acronym(acronym) {
            continue;
        }
        let least = open.saturating_sub(NAME_WORDS_MAX);
        let mut start = open;
        while start > least {
            let Some(before) = words.get(start - 1) else { break };
            let linked = before.is(&kinds.linking) && start > least + 1;
            // "Ministry of Trade, Industry and Work": the comma of a list belongs to the name.
            let lists = before.text == ","
                && words.get(start).is_some_and(Word::is_capital)
                && words
                    .get(start..open)
                    .is_some_and(|part| part.iter().any(|w| w.is(&kinds.joint)))
                && start.checked_sub(2).and_then(|at| words.get(at)).is_some_and(Word::is_capital);
            if !lists && (!(before.is_capital() || linked) || before.mark) {
                break;
            }
            start -= 1;
        }
        start = after_document(words, start..open, kinds);
        while start < open
            && words
                .get(start)
                .is_some_and(|w| !w.is_capital() || w.is(&kinds.determiner) || w.is(&kinds.linking))
        {
            start += 1;
        }
        let capitals =
            words.get(start..open).unwrap_or_default().iter().filter(|w| w.is_capital()).count();
        if capitals >= 2 {
            let head = words.get(start..open).unwrap_or_default();
            let is_instrument = head.iter().any(|w| w.is(&kinds.instrument))
                && !head.iter().any(|w| w.is(&kinds.actor) && !w.is(&kinds.instrument));
            found.push(Institution { name: start..open, acronym: open + 1, is_instrument });
        }
    }
    found
}

/// Finds instruments by their names: `Lake Treaty`, `Convention on the Rights of Anglers`.
pub(crate) fn instruments(words: &[Word<'_>], grammar: &Grammar) -> Vec<Range<usize>> {
    let kinds = grammar.kept.names.get_or_init(|| Kinds::of(grammar));
    let mut found: Vec<Range<usize>> = Vec::new();
    for at in words::each(words, kinds.instrument) {
        let after = found.last().map_or(0, |last| last.end);
        if at < after || words.get(at).is_none_or(|word| !word.is_capital()) {
            continue;
        }
        let part = |w: &Word<'_>| {
            w.is_capital() && !w.mark && !w.is(&kinds.determiner) && !w.is(&kinds.month)
        };
        let mut start = at;
        while start > after && start + NAME_WORDS_MAX > at && words.get(start - 1).is_some_and(part)
        {
            start -= 1;
        }
        let mut end = at + 1;
        while end < at + NAME_WORDS_MAX {
            let linked = (end..end + 3).find(|next| words.get(*next).is_some_and(part));
            let Some(next) = linked else { break };
            let joins = words.get(end..next).unwrap_or_default();
            if !joins.iter().all(|w| w.is(&kinds.linking) && w.text != "-") {
                break;
            }
            end = next + 1;
        }
        // A capital alone may only begin the sentence.
        if end - start >= 2 {
            found.push(start..end);
        }
    }
    found
}

/// "Report of the River Commission (RC)": the acronym is the commission's.
fn after_document(words: &[Word<'_>], name: Range<usize>, kinds: &Kinds) -> usize {
    let document = (name.start..name.end.min(name.start + 4)).find(|at| {
        words.get(*at).is_some_and(|w| w.is(&kinds.thing) && !w.is(&kinds.actor))
            && words.get(at + 1).is_some_and(|w| matches!(w.low(), "of" | "de" | "du" | "del"))
            && words.get(at + 2).is_some_and(|w| w.is(&kinds.determiner))
    });
    document.map_or(name.start, |at| at + 1)
}

fn is_acronym(word: &Word<'_>) -> bool {
    let length = word.text.chars().count();
    let capitals = word.text.chars().filter(|c| c.is_uppercase()).count();
    (2..=14).contains(&length) && capitals >= 2 && word.is_capitals()
}

/// Finds persons with their posts in a sentence.
pub(crate) fn persons(words: &[Word<'_>], grammar: &Grammar) -> Vec<Person> {
    let kinds = grammar.kept.names.get_or_init(|| Kinds::of(grammar));
    let mut found: Vec<Person> = Vec::new();
    // Without a post nobody holds one.
    if words::each(words, kinds.post).next().is_none() {
        return found;
    }
    let mut at = 0;
    while let Some(word) = words.get(at) {
        if !word.is_capital() && !kinds.is_title(word) {
            at += 1;
            continue;
        }
        let person = title_and_name(words, at, kinds).or_else(|| name_and_post(words, at, kinds));
        match person {
            Some(person) => {
                at = person.name.end.max(person.post.end).max(at + 1);
                found.push(person);
            }
            None => at += 1,
        }
    }
    found
}

/// `Prime Minister Ada Lovelace`.
fn title_and_name(words: &[Word<'_>], at: usize, kinds: &Kinds) -> Option<Person> {
    let title =
        |place: usize| words.get(place).is_some_and(|w| w.is_capital() && kinds.is_title(w));
    let title_low = |place: usize| words.get(place).is_some_and(|w| kinds.is_title(w));
    if !title_low(at) {
        return None;
    }
    let mut end = at + 1;
    while title(end) || title_low(end) {
        end += 1;
    }
    let has_post = words.get(at..end)?.iter().any(|w| w.is(&kinds.post));
    let name = name(words, end, kinds);
    (has_post && !name.is_empty()).then_some(Person { name, post: at..end })
}

/// `Ada Lovelace, Director of Engines at the Royal Society`.
fn name_and_post(words: &[Word<'_>], at: usize, kinds: &Kinds) -> Option<Person> {
    let before_capital =
        at.checked_sub(1).and_then(|b| words.get(b)).is_some_and(|w| kinds.is_name(w));
    let name = name(words, at, kinds);
    if before_capital || name.len() < 2 || name.len() > 6 {
        return None;
    }
    if words.get(name.end)?.text != "," {
        return None;
    }
    let start = name.end + 1;
    let skipped = usize::from(words.get(start)?.is(&kinds.determiner));
    let heads = words.get(start + skipped..start + skipped + 4).unwrap_or_default();
    let leads = heads.first().is_some_and(|w| kinds.is_title(w));
    if !leads || !heads.iter().any(|w| w.is(&kinds.post)) {
        return None;
    }
    let mut end = start;
    while end < start + POST_WORDS_MAX {
        let Some(word) = words.get(end) else { break };
        if word.mark && word.text != "&" || word.is(&kinds.finite) || word.is(&kinds.relative) {
            break;
        }
        end += 1;
    }
    while end > start + 1
        && words.get(end - 1).is_some_and(|w| w.is(&kinds.joint) || w.is(&kinds.linking))
    {
        end -= 1;
    }
    Some(Person { name, post: start..end })
}

/// The words of a person's name that begin at a place.
fn name(words: &[Word<'_>], at: usize, kinds: &Kinds) -> Range<usize> {
    let mut end = at;
    while end < at + 7 {
        let Some(word) = words.get(end) else { break };
        let joins = end > at
            && matches!(word.low(), "de" | "la" | "del" | "van" | "von" | "y" | "i" | "los")
            && words.get(end + 1).is_some_and(|w| kinds.is_name(w) || w.low() == "la");
        let courtesy = end == at && word.is(&kinds.courtesy);
        if !(kinds.is_name(word) || joins || courtesy) {
            break;
        }
        end += 1;
        if courtesy && words.get(end).is_some_and(|w| w.text == ".") {
            end += 1;
        }
    }
    at..end
}

/// The line is the name of a person and nothing else.
pub(crate) fn is_name_line(words: &[Word<'_>], grammar: &Grammar) -> bool {
    let kinds = grammar.kept.names.get_or_init(|| Kinds::of(grammar));
    (2..=6).contains(&words.len()) && name(words, 0, kinds).len() == words.len()
}

/// The line begins with a post.
pub(crate) fn is_post_line(words: &[Word<'_>], grammar: &Grammar) -> bool {
    let kinds = grammar.kept.names.get_or_init(|| Kinds::of(grammar));
    words.len() <= POST_WORDS_MAX
        && words.first().is_some_and(|w| kinds.is_title(w))
        && words.iter().take(5).any(|w| w.is(&kinds.post))
        && !words.iter().any(|w| w.is(&kinds.finite))
}

#[cfg(test)]
mod tests;
