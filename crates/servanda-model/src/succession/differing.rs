//! In what two findings differ, however alike they are.

use std::collections::BTreeMap;

use unicode_normalization::UnicodeNormalization;

use crate::Language;
use crate::concordance::{Contrast, contrasts, words_of};
use crate::reading::{Due, Finding};

/// Words that are named on each side of a difference.
const NAMED_MAX: usize = 12;
/// Marks that say nothing by themselves. Every other one does: `%`, `$`, `+`, `-`.
const SILENT: &str = ".,;:!?\"'’‘“”«»()[]*_•·…";

/// Something in which two findings differ.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Differs {
    /// Numbers, dates, or what is denied, must be or may be.
    In(Contrast),
    /// Who acts or is asked to, as each text has it.
    Who {
        /// In the earlier one.
        earlier: Option<String>,
        /// In the later one.
        later: Option<String>,
    },
    /// By when, as each text has it.
    Due {
        /// In the earlier one.
        earlier: Option<String>,
        /// In the later one.
        later: Option<String>,
    },
    /// Words and marks that only one has, in their order.
    Words {
        /// Of the earlier one.
        gone: Vec<String>,
        /// Of the later one.
        added: Vec<String>,
    },
    /// Both have the same words in another order.
    Order,
    /// Each is written in its own language: whether they say the same has to be read.
    Languages {
        /// Of the earlier one.
        earlier: Language,
        /// Of the later one.
        later: Language,
    },
}

impl Differs {
    /// The code in messages and tables.
    pub const fn code(&self) -> &'static str {
        match self {
            Self::In(contrast) => contrast.aspect.code(),
            Self::Who { .. } => "who",
            Self::Due { .. } => "due",
            Self::Words { .. } => "words",
            Self::Order => "order",
            Self::Languages { .. } => "languages",
        }
    }
}

/// In what two findings differ; nothing only where the words are the same.
pub(super) fn differing(
    (one, said): (&Finding, &str),
    (other, says): (&Finding, &str),
) -> Vec<Differs> {
    let contrasts = contrasts((said, one.language), (says, other.language));
    let mut differs: Vec<Differs> = contrasts.into_iter().map(Differs::In).collect();
    let is_same_language = one.language == other.language;
    if is_other_who(one, other) && is_same_language {
        differs.push(Differs::Who { earlier: one.who.clone(), later: other.who.clone() });
    }
    if is_other_day(one.due.as_ref(), other.due.as_ref()) {
        let words = |due: &Option<Due>| due.as_ref().map(|due| due.words.clone());
        differs.push(Differs::Due { earlier: words(&one.due), later: words(&other.due) });
    }
    if !is_same_language {
        differs.push(Differs::Languages { earlier: one.language, later: other.language });
        return differs;
    }
    let (first, second) = (spelled(said), spelled(says));
    if first != second {
        let (gone, added) = (beyond(&first, &second), beyond(&second, &first));
        let is_order = gone.is_empty() && added.is_empty();
        differs.push(if is_order { Differs::Order } else { Differs::Words { gone, added } });
    }
    differs
}

fn is_other_who(one: &Finding, other: &Finding) -> bool {
    let said = |who: &Option<String>| who.as_ref().map(|who| spelled(who));
    if said(&one.who) == said(&other.who) {
        // "We" may be somebody else.
        return match (&one.stands_for, &other.stands_for) {
            (Some(meant), Some(means)) => spelled(meant) != spelled(means),
            (Some(_) | None, Some(_) | None) => false,
        };
    }
    let meant = |it: &Finding| said(&it.stands_for).or_else(|| said(&it.who));
    meant(one) != meant(other)
}

fn is_other_day(one: Option<&Due>, other: Option<&Due>) -> bool {
    match (one, other) {
        (None, None) => false,
        (Some(one), Some(other)) => match (one.when, other.when) {
            (Some(when), Some(then)) => when != then,
            (Some(_) | None, Some(_) | None) => spelled(&one.words) != spelled(&other.words),
        },
        (Some(_), None) | (None, Some(_)) => true,
    }
}

/// The words and marks of a text that say something, each in lower case, accents composed.
pub(super) fn spelled(text: &str) -> Vec<String> {
    let text: String = text.nfc().collect();
    let mut spelled = Vec::new();
    let mut rest = text.as_str();
    for word in words_of(&text) {
        let Some((between, after)) = rest.split_once(word.text) else { continue };
        marks(between, &mut spelled);
        spelled.push(word.text.to_lowercase());
        rest = after;
    }
    marks(rest, &mut spelled);
    spelled
}

fn marks(between: &str, spelled: &mut Vec<String>) {
    let says = |c: &char| !c.is_whitespace() && !SILENT.contains(*c);
    for mark in between.chars().filter(says) {
        let dash = matches!(mark, '-' | '‐' | '‑' | '–' | '—');
        spelled.push(if dash { '-' } else { mark }.to_string());
    }
}

/// The words of a text that another does not have, or has less often.
fn beyond(words: &[String], other: &[String]) -> Vec<String> {
    let mut there: BTreeMap<&str, usize> = BTreeMap::new();
    for word in other {
        *there.entry(word).or_default() += 1;
    }
    let mut beyond = Vec::new();
    for word in words {
        match there.get_mut(word.as_str()) {
            Some(count) if *count > 0 => *count -= 1,
            Some(_) | None => beyond.push(word.clone()),
        }
    }
    beyond.truncate(NAMED_MAX);
    beyond
}
