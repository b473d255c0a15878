//! Who a predicate is said of, as far as the order of words tells.

use std::ops::Range;

use crate::grammar::{Classes, Grammar, Role};
use crate::words::Word;

/// How far before its verb a subject is looked for.
const SUBJECT_WORDS_MAX: usize = 60;
/// An insertion between commas is at most this long.
const INSERTION_WORDS_MAX: usize = 25;

/// The last part of a list stands at most so many words behind the conjunction that ends it.
const JOINED_WORDS_MAX: usize = 4;

/// How far behind its verb the agent of a passive is looked for.
const AGENT_WORDS_MAX: usize = 8;

/// What closes an insertion, with what opens it: brackets, and quotation marks around a name.
const CLOSED: [(&str, &str); 3] = [(")", "("), ("»", "«"), ("”", "“")];

/// A subject and where it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Subject {
    pub(crate) role: Role,
    pub(crate) words: Range<usize>,
}

/// The classes of a language that tell subjects.
pub(crate) struct Kinds {
    actor: Classes,
    thing: Classes,
    own: Classes,
    pronoun: Classes,
    relative: Classes,
    conjunction: Classes,
    preposition: Classes,
    determiner: Classes,
    light: Classes,
    finite: Classes,
    capital: Classes,
    opening: Classes,
    auxiliary: Classes,
    abstraction: Classes,
    acting: Classes,
    participle: Classes,
    agent: Classes,
    period: Classes,
    infinitive: Classes,
    ordinal: Classes,
}

impl Kinds {
    fn of(grammar: &Grammar) -> Self {
        Self {
            actor: grammar.class("actor"),
            thing: grammar.class("thing"),
            own: grammar.class("own"),
            pronoun: grammar.class("pronoun"),
            relative: grammar.class("relative"),
            conjunction: grammar.class("conjunction"),
            preposition: grammar.class("preposition"),
            determiner: grammar.class("determiner"),
            light: grammar.class("light"),
            finite: grammar.class("finite"),
            capital: grammar.class("capital"),
            opening: grammar.class("opening"),
            auxiliary: grammar.class("auxiliary"),
            abstraction: grammar.class("abstract"),
            participle: grammar.class("participle"),
            agent: grammar.class("agent"),
            period: grammar.class("period"),
            infinitive: grammar.class("infinitive"),
            ordinal: grammar.class("ordinal"),
            acting: grammar.class("past_act").union(grammar.class("present_act")),
        }
    }
}

/// Finds the subject of the predicate at a word.
pub(crate) fn subject(words: &[Word<'_>], predicate: usize, grammar: &Grammar) -> Subject {
    find(words, predicate, grammar.kept.subjects.get_or_init(|| Kinds::of(grammar)), 0)
}

fn find(words: &[Word<'_>], predicate: usize, kinds: &Kinds, depth: u8) -> Subject {
    let missing = Subject { role: Role::Missing, words: predicate..predicate };
    if let Some(ourselves) = ourselves(words, predicate, kinds) {
        return ourselves;
    }
    let end = noun_end(words, predicate, kinds);
    let Some(before) = end.checked_sub(1).and_then(|at| words.get(at)) else { return missing };
    if before.is(&kinds.relative) {
        return Subject { role: Role::Relative, words: end..end };
    }
    if before.is(&kinds.own) {
        return Subject { role: Role::Own, words: end - 1..end };
    }
    let coordinates = before.is(&kinds.conjunction) || before.text == ",";
    if coordinates {
        // "reaffirmed … and agreed to": the subject stands before the first verb.
        let head = words.get(..end).unwrap_or_default();
        let first = head.iter().position(|word| word.is(&kinds.finite));
        let acts = |word: &Word<'_>| word.is(&kinds.acting) && !word.named;
        let first = first.or_else(|| head.iter().position(acts));
        if first.is_some_and(|first| goes_on_in_relative(words, first..end, kinds)) {
            return Subject { role: Role::Relative, words: end..end };
        }
        return match first {
            Some(first) if first > 0 && depth == 0 => find(words, first, kinds, 1),
            _ if words.get(predicate).is_some_and(|w| w.is(&kinds.finite)) => {
                leading(words, end, kinds).unwrap_or(missing)
            }
            _ => missing,
        };
    }
    if before.mark && opening_of(before.text).is_none() {
        return missing;
    }
    let span = span(words, end, kinds);
    let span = before_relative(words, &span, kinds).unwrap_or(span);
    let role = role(words, &span, kinds);
    if matches!(role, Role::Unknown | Role::Thing)
        && words.get(end..predicate).is_some_and(|between| between.iter().any(|w| w.mark))
        && let Some(topic) = topic(words, end, kinds)
    {
        return topic;
    }
    Subject { role, words: span }
}

/// "We thank the crews that came and helped": the second verb goes on with the clause that begins with
/// its verb, and no comma parts it from there.
fn goes_on_in_relative(words: &[Word<'_>], between: Range<usize>, kinds: &Kinds) -> bool {
    let head = words.get(between).unwrap_or_default();
    let Some(relative) = head.iter().rposition(|w| w.is(&kinds.relative)) else { return false };
    let clause = head.get(relative + 1..).unwrap_or_default();
    let verb = clause.iter().find(|w| !w.is(&kinds.light));
    let acts = verb.is_some_and(|w| w.is(&kinds.finite.union(kinds.acting)) && !w.named);
    acts && relative > 0 && !clause.iter().any(|w| w.mark)
}

/// "Schools that end the course will get": the noun before a relative clause, which begins with
/// its verb.
fn before_relative(words: &[Word<'_>], span: &Range<usize>, kinds: &Kinds) -> Option<Range<usize>> {
    let relative = span.start.checked_sub(1)?;
    let (verb, noun) = (words.get(span.start)?, words.get(relative.checked_sub(1)?)?);
    let begins_noun = kinds.determiner.union(kinds.own).union(kinds.pronoun).union(kinds.actor);
    let begins_noun = begins_noun.union(kinds.preposition).union(kinds.conjunction);
    let no_noun = kinds.finite.union(kinds.acting).union(kinds.preposition).union(kinds.light);
    let is_clause = words.get(relative)?.is(&kinds.relative)
        && !(verb.named || verb.mark || verb.is(&begins_noun))
        && !(noun.mark || noun.is(&no_noun) || noun.is(&kinds.conjunction));
    is_clause.then(|| self::span(words, relative, kinds)).filter(|noun| !noun.is_empty())
}

/// What opens that which a mark closes.
fn opening_of(mark: &str) -> Option<&'static str> {
    CLOSED.iter().find(|(close, _)| *close == mark).map(|(_, open)| *open)
}

/// Who acts, where a passive names them after its participle: "will be called by the secretariat".
pub(crate) fn agent(words: &[Word<'_>], predicate: usize, grammar: &Grammar) -> Option<Subject> {
    let kinds = grammar.kept.subjects.get_or_init(|| Kinds::of(grammar));
    let near = words.get(predicate..)?.iter().take(AGENT_WORDS_MAX);
    let clause = near.take_while(|w| !w.mark && !w.is(&kinds.relative)).count();
    let by = (predicate + 1..predicate + clause).find(|at| {
        let done = words.get(at - 1).is_some_and(|w| w.is(&kinds.participle));
        done && words.get(*at).is_some_and(|w| w.is(&kinds.agent))
    })?;
    let rest = words.get(by + 1..)?;
    let stops = |w: &Word<'_>| {
        w.mark || w.is(&kinds.relative) || w.is(&kinds.finite) || w.is(&kinds.conjunction)
    };
    let span = by + 1..by + 1 + rest.iter().position(stops).unwrap_or(rest.len());
    (role(words, &span, kinds) == Role::Actor).then_some(Subject { role: Role::Actor, words: span })
}

/// "We, the ministers of …, will": those who speak, with the name they give themselves.
fn ourselves(words: &[Word<'_>], end: usize, kinds: &Kinds) -> Option<Subject> {
    let speaks = words.first().is_some_and(|w| w.is(&kinds.own)) && words.get(1)?.text == ",";
    let parted = words.iter().take(end).any(|w| w.is(&kinds.finite));
    let close = words.iter().take(12.min(end)).skip(2).position(|w| w.text == ",");
    (speaks && !parted)
        .then(|| Subject { role: Role::Own, words: 0..close.map_or(8, |at| at + 2).min(end) })
}

/// "They look forward to that and will go": whoever begins the sentence, where it is clear.
fn leading(words: &[Word<'_>], end: usize, kinds: &Kinds) -> Option<Subject> {
    let idle = words.iter().take_while(|w| w.is(&kinds.light) && !w.is(&kinds.own)).count();
    let begins = words.get(idle..end)?;
    let first = begins.first()?;
    if first.is(&kinds.own) || first.is(&kinds.pronoun) {
        let role = if first.is(&kinds.own) { Role::Own } else { Role::Pronoun };
        return Some(Subject { role, words: idle..idle + 1 });
    }
    let stops = |w: &Word<'_>| w.mark || w.is(&kinds.preposition) || w.is(&kinds.relative);
    let length = begins.iter().position(stops).unwrap_or(begins.len());
    let span = idle..idle + length;
    (role(words, &span, kinds) == Role::Actor).then_some(Subject { role: Role::Actor, words: span })
}

/// The noun that begins the sentence, where insertions part it from its verb.
fn topic(words: &[Word<'_>], end: usize, kinds: &Kinds) -> Option<Subject> {
    let first = words.first()?;
    if first.is(&kinds.preposition) || first.is(&kinds.opening) || first.is(&kinds.relative) {
        return None;
    }
    let stop = words.iter().take(end).position(|w| w.text == "," || w.is(&kinds.finite))?;
    let span = span(words, stop, kinds);
    let role = role(words, &span, kinds);
    matches!(role, Role::Actor | Role::Own).then_some(Subject { role, words: span })
}

/// Walks back over adverbs, pronouns of the verb and insertions to where the noun ends.
fn noun_end(words: &[Word<'_>], predicate: usize, kinds: &Kinds) -> usize {
    let mut end = predicate;
    let mut inserted = false;
    while let Some(before) = end.checked_sub(1).and_then(|at| words.get(at)) {
        // French "nous": a subject, unless the subject stands before it ("nous nous engageons").
        let doubled =
            end.checked_sub(2).and_then(|at| words.get(at)).is_some_and(|w| w.is(&kinds.own));
        let helps = before.is(&kinds.auxiliary) && end == predicate;
        if helps || before.is(&kinds.light) && (!before.is(&kinds.own) || doubled) {
            end -= 1;
            continue;
        }
        let opening = match before.text {
            dash @ ("," | "—" | "–") => dash,
            ")" => "(",
            _ => break,
        };
        // "the group, meeting in Ottawa, will": an insertion between two commas or dashes.
        let from = end.saturating_sub(INSERTION_WORDS_MAX);
        let open = (from..end.saturating_sub(1))
            .rev()
            .find(|at| words.get(*at).is_some_and(|word| word.text == opening));
        let Some(open) = open.filter(|at| *at > 0 && !inserted) else { break };
        // "In 2019, the group, with others, wrote": the first comma ends the phrase before it.
        let starts_sentence = words.get(..open).is_some_and(|head| {
            // French "des" is an article too.
            let leads = |w: &Word<'_>| w.is(&kinds.preposition) && !w.is(&kinds.determiner);
            head.first().is_some_and(|w| leads(w) || w.is(&kinds.opening))
                && !head.iter().any(|w| w.text == ",")
        });
        if opening == "," && starts_sentence {
            break;
        }
        inserted = opening != "(";
        end = open;
    }
    end
}

/// The words of the subject, back to the boundary of its clause.
fn span(words: &[Word<'_>], end: usize, kinds: &Kinds) -> Range<usize> {
    let mut start = end;
    let least = end.saturating_sub(SUBJECT_WORDS_MAX);
    while start > least {
        let Some(word) = words.get(start - 1) else { break };
        if let Some(opening) = opening_of(word.text) {
            let from = start.saturating_sub(INSERTION_WORDS_MAX);
            let opens = |at: &usize| words.get(*at).is_some_and(|w| w.text == opening);
            let open = (from..start).rev().find(opens);
            if let Some(open) = open {
                start = open;
                continue;
            }
        }
        let bounds = matches!(
            word.text,
            ";" | ":" | "." | "!" | "?" | "–" | "—" | "“" | "\"" | "(" | "«" | "…"
        ) || word.is(&kinds.relative)
            || (word.is(&kinds.finite) && start < end);
        if bounds {
            // After a verb of its own, only what follows the conjunction is a new subject.
            let joint = (start..end)
                .rev()
                .find(|at| words.get(*at).is_some_and(|w| w.is(&kinds.conjunction)));
            if let Some(joint) = joint.filter(|_| word.is(&kinds.finite)) {
                start = joint;
            }
            break;
        }
        if word.text == "," && !lists(words, start, end, kinds) {
            break;
        }
        start -= 1;
    }
    let idle = |w: &Word<'_>| {
        w.is(&kinds.conjunction) || (w.is(&kinds.light) && !w.is(&kinds.determiner)) || w.mark
    };
    while start < end && words.get(start).is_some_and(idle) {
        start += 1;
    }
    // "Under the agreement, Canada and Mexico will": what stands before the comma goes.
    let phrase = words.get(start..end).unwrap_or_default();
    if phrase.first().is_some_and(|w| w.is(&kinds.preposition) || w.is(&kinds.opening))
        && let Some(comma) = phrase.iter().position(|w| w.text == ",")
    {
        start += comma + 1;
    }
    // "This year the parties will": a time is nobody.
    let timed = words.get(start..end.min(start + 3)).unwrap_or_default();
    if let Some(period) = timed.iter().skip(1).position(|w| w.is(&kinds.period))
        && words.get(start + period + 2..end).and_then(<[_]>::first).is_some_and(|w| {
            w.named || w.is(&kinds.determiner) && !w.is(&kinds.preposition) || w.is(&kinds.own)
        })
    {
        start += period + 2;
    }
    // "In this regard the parties will", "To meet the needs the parties will": the phrase before the
    // subject goes, with the noun that belongs to its verb.
    if words.get(start).is_some_and(|w| w.is(&kinds.preposition)) {
        let belongs = kinds.preposition.union(kinds.determiner).union(kinds.infinitive);
        let noun = (start + 2..end).find(|at| {
            words.get(*at).is_some_and(|w| {
                w.is(&kinds.determiner) || w.is(&kinds.own) || w.is(&kinds.capital)
            }) && !words.get(at - 1).is_some_and(|w| w.is(&belongs))
        });
        start = noun.unwrap_or(start);
    }
    start..end
}

/// The comma before this word parts the names of a list: "Canada, Mexico and the United States".
fn lists(words: &[Word<'_>], after_comma: usize, end: usize, kinds: &Kinds) -> bool {
    let part = words.get(after_comma..end).unwrap_or_default();
    let joined = part.iter().any(|w| w.is(&kinds.conjunction));
    let short = part.split(|w| w.text == ",").all(|piece| piece.len() <= 14);
    let head = words.get(..after_comma.saturating_sub(1)).unwrap_or_default();
    // "Fourth, Canada and Mexico will".
    let counts = matches!(head, [first] if first.is(&kinds.ordinal));
    let name_before =
        head.last().is_some_and(|w| w.is(&kinds.capital) || w.is(&kinds.actor) || w.is_capital());
    // "The harm done to ports and towns, Canada and Mexico will": a list is joined once.
    let near = head.rsplit(|w| w.mark).next().unwrap_or_default();
    let ended = near.iter().rev().take(JOINED_WORDS_MAX).any(|w| w.is(&kinds.conjunction));
    joined && short && name_before && !counts && !ended
}

/// What the head of a noun phrase makes of it.
fn role(words: &[Word<'_>], span: &Range<usize>, kinds: &Kinds) -> Role {
    let phrase = words.get(span.clone()).unwrap_or_default();
    // "Au titre de": an article is nobody.
    let idle = |w: &Word<'_>| w.is(&kinds.preposition) || w.is(&kinds.determiner);
    if phrase.is_empty()
        || phrase.iter().all(|w| idle(w) && !w.is(&kinds.own) && !w.is(&kinds.pronoun))
    {
        return Role::Missing;
    }
    if let [.., last] = phrase {
        if last.is(&kinds.own) && phrase.len() <= 3 {
            return Role::Own;
        }
        if phrase.len() <= 2 && last.is(&kinds.pronoun) {
            return Role::Pronoun;
        }
    }
    if phrase.first().is_some_and(|w| w.is(&kinds.own) && !w.is(&kinds.determiner)) {
        return Role::Own;
    }
    let head_end = phrase
        .iter()
        .enumerate()
        .skip(1)
        .find(|(_, w)| w.is(&kinds.preposition) || matches!(w.text, "(" | "," | "«" | "“"))
        .map_or(phrase.len(), |(at, _)| at);
    let head = phrase.get(..head_end).unwrap_or(phrase);
    if head.iter().rev().take(3).any(|w| w.is(&kinds.thing))
        && !head.last().is_some_and(|w| w.is(&kinds.actor))
    {
        return Role::Thing;
    }
    if head.iter().any(|w| w.is(&kinds.actor)) {
        return Role::Actor;
    }
    let last = head.last();
    let starts_sentence = span.start == 0 && head.len() == 1;
    if last.is_some_and(|w| {
        w.is_capital() && (!starts_sentence || w.is_capitals() || !w.is(&kinds.abstraction))
    }) {
        return Role::Actor;
    }
    Role::Unknown
}

#[cfg(test)]
mod tests;
