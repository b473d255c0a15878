//! What a sentence does: undertakes, recommends, reports a result, or none of these.

use crate::candidates::PatternSet;
use crate::grammar::{self, Force, Grammar, Pattern, Role, Rule, Settings, Who};
use crate::plain::on_one_line;
use crate::present::Present;
use crate::subject::{self, Subject};
use crate::words::Word;

/// A subject is quoted up to this many words.
const WHO_WORDS_MAX: usize = 30;

/// What stands where somebody would, and names nobody.
const NOBODY: [&str; 8] = ["", "it", "there", "il", "ce", "c’", "c'", "ello"];

/// What the rules say of a sentence.
#[derive(Clone, Debug)]
pub(crate) struct Statement {
    pub(crate) force: Force,
    pub(crate) confidence: f64,
    pub(crate) rule: &'static str,
    /// The word at which its predicate begins; of the whole sentence, none.
    pub(crate) predicate: Option<usize>,
    /// The words of the one who acts, as a range of words, if the sentence names them.
    pub(crate) who: Option<Subject>,
    /// The one who acts is named by the line that introduces the list.
    pub(crate) who_from_introduction: bool,
}

/// A sentence that rules are asked about, with the subjects found so far.
pub(crate) struct Asked<'s> {
    words: &'s [Word<'s>],
    present: &'s Present,
    grammar: &'static Grammar,
    /// The patterns of the rules that apply where the sentence stands.
    allowed: &'s PatternSet,
    /// Each with its predicate: many rules ask for the same.
    subjects: Vec<(usize, Subject)>,
}

impl<'s> Asked<'s> {
    pub(crate) fn new(
        words: &'s [Word<'s>],
        present: &'s Present,
        grammar: &'static Grammar,
        allowed: &'s PatternSet,
    ) -> Self {
        Self { words, present, grammar, allowed, subjects: Vec::new() }
    }

    /// Finds the strongest statement, undertaking before recommendation before result, and what
    /// the sentence says of a meeting.
    pub(crate) fn statements(&mut self) -> (Option<Statement>, Option<Statement>) {
        let grammar = self.grammar;
        let (mut statement, mut meeting) = (None, None);
        let mut refused = None;
        for (place, which) in grammar.candidates(self.present, self.allowed) {
            let Some(rule) = grammar.rules.get(place).filter(|_| refused != Some(place)) else {
                continue;
            };
            let found = if rule.kind == Force::Meeting { &mut meeting } else { &mut statement };
            if found.is_some() {
                continue;
            }
            match rule.patterns.get(which).map(|pattern| self.apply(rule, pattern)) {
                Some(Applied::Finds(told)) => *found = Some(told),
                Some(Applied::Refused) => refused = Some(place),
                Some(Applied::Not) | None => {}
            }
        }
        (statement, meeting)
    }

    fn apply(&mut self, rule: &'static Rule, pattern: &'static Pattern) -> Applied {
        let (words, present) = (self.words, self.present);
        for found in pattern.matches(words, present) {
            let who = match rule.who {
                Who::Subject => Some(self.subject(found.predicate)),
                Who::Introduction | Who::Nobody => None,
            };
            let role = who.as_ref().map_or(Role::Missing, |subject| subject.role);
            if !rule.subject.is_empty() && !rule.subject.contains(&role) {
                continue;
            }
            if grammar::any(&rule.unless, words, present) {
                return Applied::Refused;
            }
            let acts = matches!(role, Role::Actor | Role::Own | Role::Pronoun);
            let agent =
                (!acts).then(|| subject::agent(words, found.predicate, self.grammar)).flatten();
            return Applied::Finds(Statement {
                force: rule.kind,
                confidence: rule.confidence,
                rule: &rule.name,
                predicate: Some(found.predicate),
                who: agent.or(who),
                who_from_introduction: rule.who == Who::Introduction,
            });
        }
        Applied::Not
    }

    fn subject(&mut self, predicate: usize) -> Subject {
        if let Some((_, known)) = self.subjects.iter().find(|(of, _)| *of == predicate) {
            return known.clone();
        }
        let subject = subject::subject(self.words, predicate, self.grammar);
        self.subjects.push((predicate, subject.clone()));
        subject
    }
}

/// What comes of a pattern of a rule.
enum Applied {
    Finds(Statement),
    /// The pattern does not apply, others of the rule may.
    Not,
    /// The sentence has what the rule must not meet.
    Refused,
}

/// What a line says of the list that follows it, and of whom.
pub(crate) fn introduction(
    words: &[Word<'_>],
    present: &Present,
    grammar: &'static Grammar,
    settings: Settings,
) -> Option<(Force, Subject)> {
    grammar.introductions.iter().find_map(|introduction| {
        if !settings.covers(introduction.needs)
            || grammar::any(&introduction.unless, words, present)
        {
            return None;
        }
        introduction.patterns.iter().find_map(|pattern| {
            let found = pattern.find(words, present)?;
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
    // "In this regard" is nobody; French "des" is an article too.
    if first.is(&grammar.class("preposition")) && !first.is(&grammar.class("determiner")) {
        return None;
    }
    let text = sentence.get(first.start..last.end)?;
    let mut text = on_one_line(text);
    if text.contains("**") {
        text = text.replace("**", "");
    }
    // "It was agreed": nobody is named.
    let is_nobody = NOBODY.iter().any(|nobody| text.eq_ignore_ascii_case(nobody));
    (!is_nobody).then_some(text)
}

#[cfg(test)]
mod tests;
