//! Who holds a post on a day, from the terms that are on record.
//!
//! What a document shows on one day is not claimed of another: such a holder is the last known,
//! never the present one.

use jiff::civil::Date;

use crate::When;
use crate::record::Term;

/// How a post stands on a day. `T` is whatever the terms came with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Holding<'terms, T> {
    /// A term has begun and has not ended.
    Held {
        /// The term.
        by: &'terms T,
        /// Since when.
        since: When,
    },
    /// A document shows somebody in the post on an earlier day; what came after is not on record.
    LastKnown {
        /// The term.
        by: &'terms T,
        /// When the document shows them.
        on: When,
    },
    /// The last term on record has ended.
    Vacant {
        /// The term that ended.
        after: &'terms T,
        /// When it ended.
        since: When,
    },
    /// No term is on record up to that day.
    NeverNamed,
}

/// How far a term reaches on a day.
enum Reach {
    Held { since: When },
    Seen { on: When },
    Ended { at: When },
}

/// How a post stands on a day. Where terms follow each other, what is known latest counts: a
/// term without an end is over once somebody else is known to hold the post.
pub fn holding<T>(terms: &[T], facts: impl Fn(&T) -> Option<&Term>, day: Date) -> Holding<'_, T> {
    let mut latest: Option<(Date, Holding<'_, T>)> = None;
    for by in terms {
        let Some(reach) = facts(by).and_then(|term| reach(term, day)) else { continue };
        let (known, holding) = match reach {
            Reach::Held { since } => (since.key_day(), Holding::Held { by, since }),
            Reach::Seen { on } => (on.key_day(), Holding::LastKnown { by, on }),
            Reach::Ended { at } => (last(at), Holding::Vacant { after: by, since: at }),
        };
        let beats = latest.as_ref().is_none_or(|(before, other)| match (&holding, other) {
            // Whoever holds the post holds it, even if another's term ended since.
            (Holding::Held { .. }, Holding::Vacant { .. }) => true,
            (Holding::Vacant { .. }, Holding::Held { .. }) => false,
            (_, _) => known >= *before,
        });
        if beats {
            latest = Some((known, holding));
        }
    }
    latest.map_or(Holding::NeverNamed, |(_, holding)| holding)
}

/// What a term says of a day; nothing if it is not yet known then.
fn reach(term: &Term, day: Date) -> Option<Reach> {
    let by_day = |when: &When| when.key_day() <= day;
    if let Some(at) = term.to.filter(|to| last(*to) < day) {
        return Some(Reach::Ended { at });
    }
    let documented = term.documented.filter(by_day);
    match (term.from.filter(by_day), documented, term.to) {
        // Begun; or shown in the post before the day, and leaving it only after.
        (Some(since), _, _) | (None, Some(since), Some(_)) => Some(Reach::Held { since }),
        (None, Some(on), None) => Some(Reach::Seen { on }),
        (None, None, _) => None,
    }
}

/// The last day something can be.
fn last(when: When) -> Date {
    when.last_day().unwrap_or_else(|| when.key_day())
}

#[cfg(test)]
mod tests;
