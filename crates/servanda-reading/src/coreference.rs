//! Who is meant by "the WG", "both parties" or "they", within a section.
//!
//! Each is resolved only where exactly one name fits; otherwise it is left open.

use std::collections::{BTreeMap, BTreeSet};

use crate::grammar::{Classes, Grammar, Role};
use crate::words::{self, Word};

/// The name of a party in a pair has at most this many words.
const PARTY_WORDS_MAX: usize = 5;
/// At most this many acronyms are remembered.
const ACRONYMS_MAX: usize = 10_000;
/// At most this many pairs are told apart; with two, nothing can be resolved any more.
const PAIRS_MAX: usize = 4;

/// The classes of a language that tell who is meant.
pub(crate) struct Kinds {
    both: Classes,
    party_noun: Classes,
    conjunction: Classes,
    determiner: Classes,
    linking: Classes,
    actor: Classes,
    preposition: Classes,
    plural_pronoun: Classes,
    single_pronoun: Classes,
}

impl Kinds {
    fn of(g: &Grammar) -> Self {
        Self {
            both: g.class("both"),
            party_noun: g.class("party_noun"),
            conjunction: g.class("conjunction"),
            determiner: g.class("determiner"),
            linking: g.class("linking"),
            actor: g.class("actor"),
            preposition: g.class("preposition"),
            plural_pronoun: g.class("plural_pronoun"),
            single_pronoun: g.class("single_pronoun"),
        }
    }
}

/// The names a document has given so far.
#[derive(Default)]
pub(crate) struct Names {
    /// What each acronym stands for; nothing where two names share it.
    acronyms: BTreeMap<String, Option<String>>,
    heading: String,
    /// Two parties named together: their names in order, and as they were written first.
    in_section: Pairs,
    in_document: Pairs,
    /// Who acted in the sentence before, in the same block.
    before: Option<Acted>,
}

/// Who acted in a sentence of a block, one or several.
struct Acted {
    block: usize,
    who: String,
    several: bool,
}

#[derive(Default)]
struct Pairs {
    known: BTreeSet<Vec<String>>,
    written: Option<String>,
}

impl Pairs {
    fn add(&mut self, key: Vec<String>, written: &str) {
        if self.known.len() < PAIRS_MAX {
            self.known.insert(key);
        }
        self.written.get_or_insert_with(|| written.to_owned());
    }

    /// The pair, if there is only one.
    fn only(&self) -> Option<&String> {
        self.written.as_ref().filter(|_| self.known.len() == 1)
    }
}

impl Names {
    /// A heading begins a section.
    pub(crate) fn section(&mut self, heading: &str) {
        heading.trim().clone_into(&mut self.heading);
        self.in_section = Pairs::default();
        self.before = None;
    }

    /// A name was given with its acronym.
    pub(crate) fn acronym(&mut self, acronym: &str, name: &str) {
        if self.acronyms.len() >= ACRONYMS_MAX {
            return;
        }
        let known = self.acronyms.entry(acronym.to_owned()).or_insert(Some(name.to_owned()));
        if known.as_ref().is_some_and(|known| known.to_lowercase() != name.to_lowercase()) {
            *known = None;
        }
    }

    /// Remembers the pairs of parties that a sentence names.
    pub(crate) fn hear(&mut self, sentence: &str, words: &[Word<'_>], grammar: &Grammar) {
        let kinds = grammar.kept.coreference.get_or_init(|| Kinds::of(grammar));
        for at in words::each(words, kinds.conjunction) {
            let (Some(left), Some(right)) =
                (party(words, at, true, kinds), party(words, at, false, kinds))
            else {
                continue;
            };
            // "Canada, Mexico and the United States" are three.
            let more =
                left.0.checked_sub(1).and_then(|b| words.get(b)).is_some_and(|w| w.text == ",");
            if more {
                continue;
            }
            let mut key = vec![left.2, right.2];
            key.sort();
            if let (Some(first), Some(last)) = (words.get(left.0), words.get(right.1 - 1)) {
                let written = sentence.get(first.start..last.end).unwrap_or_default();
                self.in_section.add(key.clone(), written);
                self.in_document.add(key, written);
            }
        }
    }

    /// Who is meant by the subject of a sentence, where only one name fits.
    pub(crate) fn meant(
        &mut self,
        block: usize,
        role: Role,
        subject: &[Word<'_>],
        grammar: &Grammar,
    ) -> Option<String> {
        let kinds = grammar.kept.coreference.get_or_init(|| Kinds::of(grammar));
        if role == Role::Pronoun {
            return self.pronoun(block, subject, kinds);
        }
        let both = subject.iter().take(2).any(|word| word.is(&kinds.both));
        let named = subject.iter().any(|word| word.named);
        let parties = subject.last().is_some_and(|word| word.is(&kinds.party_noun));
        if both && parties && !named {
            return self.in_section.only().or(self.in_document.only()).cloned();
        }
        let bare: Vec<&Word<'_>> = subject.iter().filter(|w| !w.is(&kinds.determiner)).collect();
        match bare.as_slice() {
            [word] if word.is_capitals() => self.by_acronym(word.text),
            _ => None,
        }
    }

    /// Remembers who acts, for the sentence after.
    pub(crate) fn acts(
        &mut self,
        block: usize,
        role: Role,
        subject: &[Word<'_>],
        who: Option<&String>,
        grammar: &Grammar,
    ) {
        if role == Role::Pronoun {
            return;
        }
        let kinds = grammar.kept.coreference.get_or_init(|| Kinds::of(grammar));
        let head = subject.split(|w| w.is(&kinds.preposition)).next().unwrap_or_default();
        let several = subject.iter().any(|w| w.is(&kinds.conjunction))
            || head.last().is_some_and(|w| w.low().ends_with('s') && !w.is_capitals());
        self.before = who.filter(|_| role == Role::Actor).map(|who| Acted {
            block,
            who: who.clone(),
            several,
        });
    }

    fn pronoun(&self, block: usize, subject: &[Word<'_>], kinds: &Kinds) -> Option<String> {
        let acted = self.before.as_ref()?;
        let pronoun = subject.last()?;
        let agrees = if acted.several {
            pronoun.is(&kinds.plural_pronoun)
        } else {
            pronoun.is(&kinds.single_pronoun)
        };
        (agrees && acted.block == block).then(|| acted.who.clone())
    }

    /// What an acronym was said to stand for, or the heading whose last words it abbreviates.
    fn by_acronym(&self, acronym: &str) -> Option<String> {
        if let Some(known) = self.acronyms.get(acronym) {
            return known.clone();
        }
        let initials: String = self
            .heading
            .split_whitespace()
            .filter_map(|word| word.chars().next().filter(|c| c.is_uppercase()))
            .collect();
        let fits = initials.starts_with(acronym) || initials.ends_with(acronym);
        (fits && acronym.len() >= 2).then(|| self.heading.clone())
    }
}

/// The name of a party beside a conjunction: where it begins and ends, and its words as a key.
fn party(
    words: &[Word<'_>],
    joint: usize,
    before: bool,
    kinds: &Kinds,
) -> Option<(usize, usize, String)> {
    let belongs = |at: usize| {
        words
            .get(at)
            .is_some_and(|w| w.is_capital() || w.is(&kinds.linking) || w.is(&kinds.determiner))
    };
    let (mut start, mut end) = if before { (joint, joint) } else { (joint + 1, joint + 1) };
    if before {
        while start > 0 && joint - start < PARTY_WORDS_MAX && belongs(start - 1) {
            start -= 1;
        }
    } else {
        while end - joint <= PARTY_WORDS_MAX && belongs(end) {
            end += 1;
        }
    }
    let idle =
        |at: usize| words.get(at).is_some_and(|w| !w.is_capital() || w.is(&kinds.determiner));
    while start < end && idle(start) {
        start += 1;
    }
    while start < end && idle(end - 1) {
        end -= 1;
    }
    let name = words.get(start..end).filter(|name| !name.is_empty())?;
    let binds = name.iter().any(|w| w.is(&kinds.actor)) && name.iter().all(|w| !w.mark);
    let key: Vec<&str> = name.iter().map(Word::low).collect();
    binds.then(|| (start, end, key.join(" ")))
}

#[cfg(test)]
mod tests;
