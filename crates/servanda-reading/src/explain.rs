//! Why a sentence is what the reader says it is, and why not something else.
//!
//! The same rules are asked as in reading, but each says what stopped it.

use crate::finding::Kind;
use crate::grammar::{Force, Grammar, Pattern, Role, Rule, Setting, Settings, Who};
use crate::plain::on_one_line;
use crate::present::Present;
use crate::subject;
use crate::words::Word;
use servanda_model::Language;

/// At most this many sentences are explained at once.
pub const EXPLAINED_MAX: usize = 200;

/// A sentence with all that the rules have to say of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Explanation {
    /// Position of the sentence's first character in the text.
    pub start: usize,
    /// Position after its last character.
    pub end: usize,
    /// The sentence.
    pub text: String,
    /// The language it is read in.
    pub language: Language,
    /// What surrounds it, as the rule files call it: `item`, `section-future`.
    pub settings: Vec<String>,
    /// Its words, lower case, with the classes they belong to.
    pub words: Vec<(String, Vec<String>)>,
    /// The rules of which a pattern matches, in the order in which they are asked.
    pub rules: Vec<Considered>,
}

impl Explanation {
    /// The rule that tells what the sentence is, if one does.
    pub fn decided(&self) -> Option<&Considered> {
        self.rules.iter().find(|rule| rule.obstacle.is_none())
    }
}

/// A rule of which a pattern matches a sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Considered {
    /// Its name.
    pub rule: String,
    /// What it says of the sentence.
    pub kind: Kind,
    /// The pattern, as the rule file has it.
    pub pattern: String,
    /// The words it matches.
    pub matched: String,
    /// Whom the grammar takes for the subject: `actor`, `thing`, `missing`, with the words.
    pub subject: String,
    /// Why the rule does not apply all the same; nothing if it does.
    pub obstacle: Option<String>,
}

/// Asks every rule about a sentence.
pub(crate) fn considered(
    sentence: &str,
    words: &[Word<'_>],
    present: &Present,
    grammar: &Grammar,
    settings: Settings,
) -> Vec<Considered> {
    let mut all = Vec::new();
    for force in Force::ALL {
        for rule in grammar.rules.iter().filter(|rule| rule.kind == force) {
            all.extend(consider(rule, sentence, words, present, grammar, settings));
        }
    }
    all
}

/// The first match of a rule that nothing stops, or else the first match and what stops it.
fn consider(
    rule: &Rule,
    sentence: &str,
    words: &[Word<'_>],
    present: &Present,
    grammar: &Grammar,
    settings: Settings,
) -> Option<Considered> {
    let mut first = None;
    for pattern in &rule.patterns {
        for found in pattern.matches(words, present) {
            let subject = subject::subject(words, found.predicate, grammar);
            let obstacle = obstacle(rule, &subject, words, present, settings);
            let applies = obstacle.is_none();
            let considered = Considered {
                rule: rule.name.clone(),
                kind: rule.kind.kind(),
                pattern: pattern.text.to_string(),
                matched: quote(sentence, words, found.start..found.end),
                subject: named(sentence, words, &subject),
                obstacle,
            };
            if applies {
                return Some(considered);
            }
            first.get_or_insert(considered);
        }
    }
    first
}

/// What keeps a rule from applying where its pattern matches.
fn obstacle(
    rule: &Rule,
    subject: &subject::Subject,
    words: &[Word<'_>],
    present: &Present,
    settings: Settings,
) -> Option<String> {
    if let Some(missing) = Setting::ALL
        .into_iter()
        .find(|setting| rule.needs.contains(*setting) && !settings.contains(*setting))
    {
        return Some(format!("it needs {}", missing.name()));
    }
    if let Some(hinders) = Setting::ALL
        .into_iter()
        .find(|setting| rule.without.contains(*setting) && settings.contains(*setting))
    {
        return Some(format!("it is not asked with {}", hinders.name()));
    }
    let role = match rule.who {
        Who::Subject => subject.role,
        Who::Introduction | Who::Nobody => Role::Missing,
    };
    if !rule.subject.is_empty() && !rule.subject.contains(&role) {
        let wanted: Vec<&str> = rule.subject.iter().map(|role| role.name()).collect();
        return Some(format!("its subject is {}, not {}", wanted.join(" or "), role.name()));
    }
    let stops = |pattern: &&Pattern| pattern.find(words, present).is_some();
    let unless = rule.unless.iter().find(stops);
    unless.map(|pattern| format!("unless “{}”", pattern.text))
}

fn named(sentence: &str, words: &[Word<'_>], subject: &subject::Subject) -> String {
    let quoted = quote(sentence, words, subject.words.clone());
    if quoted.is_empty() {
        subject.role.name().to_owned()
    } else {
        format!("{}: {quoted}", subject.role.name())
    }
}

/// A range of words as the sentence has them, on one line.
fn quote(sentence: &str, words: &[Word<'_>], range: std::ops::Range<usize>) -> String {
    let words = words.get(range).unwrap_or_default();
    let (Some(first), Some(last)) = (words.first(), words.last()) else { return String::new() };
    let text = sentence.get(first.start..last.end).unwrap_or_default();
    on_one_line(text)
}

#[cfg(test)]
mod tests;
