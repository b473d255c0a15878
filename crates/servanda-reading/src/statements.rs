//! What a sentence does: undertakes, recommends, reports a result, or none of these.

use crate::grammar::{self, Classes, Force, Grammar, Role, Rule, Settings, Who};
use crate::subject::{self, Subject};
use crate::words::Word;

/// A subject is quoted up to this many words.
const WHO_WORDS_MAX: usize = 30;

/// What the rules say of a sentence.
#[derive(Clone, Debug)]
pub(crate) struct Statement {
    pub(crate) force: Force,
    pub(crate) confidence: f64,
    pub(crate) rule: &'static str,
    /// The words of the one who acts, as a range of words, if the sentence names them.
    pub(crate) who: Option<Subject>,
    /// The one who acts is named by the line that introduces the list.
    pub(crate) who_from_introduction: bool,
}

/// Finds the strongest statement of a sentence: undertaking before recommendation before result.
pub(crate) fn statement(
    words: &[Word<'_>],
    grammar: &'static Grammar,
    settings: Settings,
) -> Option<Statement> {
    let present = grammar::present(words);
    [Force::Undertaking, Force::Recommendation, Force::Result]
        .into_iter()
        .find_map(|force| strongest(words, &present, grammar, settings, force))
}

/// Finds the strongest statement of one force.
pub(crate) fn strongest(
    words: &[Word<'_>],
    present: &Classes,
    grammar: &'static Grammar,
    settings: Settings,
    force: Force,
) -> Option<Statement> {
    let mut rules = grammar.rules.iter().filter(|rule| rule.kind == force);
    rules.find_map(|rule| apply(rule, words, present, grammar, settings))
}

fn apply(
    rule: &'static Rule,
    words: &[Word<'_>],
    present: &Classes,
    grammar: &'static Grammar,
    settings: Settings,
) -> Option<Statement> {
    if !settings.covers(rule.needs) || settings.meets(rule.without) {
        return None;
    }
    for pattern in rule.patterns.iter().filter(|pattern| pattern.is_possible(present)) {
        for start in pattern.starts(words) {
            let Some(found) = pattern.at(words, start) else { continue };
            let who = match rule.who {
                Who::Subject => Some(subject::subject(words, found.predicate, grammar)),
                Who::Introduction | Who::Nobody => None,
            };
            let role = who.as_ref().map_or(Role::Missing, |subject| subject.role);
            if !rule.subject.is_empty() && !rule.subject.contains(&role) {
                continue;
            }
            if grammar::any(&rule.unless, words, present) {
                return None;
            }
            return Some(Statement {
                force: rule.kind,
                confidence: rule.confidence,
                rule: &rule.name,
                who,
                who_from_introduction: rule.who == Who::Introduction,
            });
        }
    }
    None
}

/// What a line says of the list that follows it, and of whom.
pub(crate) fn introduction(
    words: &[Word<'_>],
    grammar: &'static Grammar,
) -> Option<(Force, Subject)> {
    let present = grammar::present(words);
    grammar.introductions.iter().find_map(|introduction| {
        if grammar::any(&introduction.unless, words, &present) {
            return None;
        }
        introduction.patterns.iter().find_map(|pattern| {
            let found = pattern.find(words, &present)?;
            let subject = subject::subject(words, found.predicate, grammar);
            let fits =
                introduction.subject.is_empty() || introduction.subject.contains(&subject.role);
            fits.then_some((introduction.kind, subject))
        })
    })
}

/// The subject in the words of the sentence.
pub(crate) fn named(
    sentence: &str,
    words: &[Word<'_>],
    subject: &Subject,
    grammar: &Grammar,
) -> Option<String> {
    match subject.role {
        Role::Actor | Role::Own | Role::Pronoun | Role::Unknown | Role::Thing => {}
        Role::Relative | Role::Missing => return None,
    }
    let phrase = words.get(subject.words.clone())?;
    let mut phrase = phrase.get(..phrase.len().min(WHO_WORDS_MAX)).unwrap_or(phrase);
    // "Both countries will look to": the helping verb is none of the name.
    let (finite, auxiliary) = (grammar.class("finite"), grammar.class("auxiliary"));
    while let [head @ .., last] = phrase
        && (last.is(&finite) || last.is(&auxiliary))
    {
        phrase = head;
    }
    let (first, last) = (phrase.first()?, phrase.last()?);
    let text = sentence.get(first.start..last.end)?;
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ").replace("**", "");
    // "It was agreed": nobody is named.
    let names = !matches!(
        text.to_lowercase().as_str(),
        "" | "it" | "there" | "il" | "ce" | "c’" | "c'" | "ello"
    );
    names.then_some(text)
}

#[cfg(test)]
mod tests;
