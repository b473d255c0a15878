//! What a side said of two documents: what became of the findings of one in a later one.

use std::collections::BTreeMap;

use servanda_entry::PartReference;
use servanda_entry::workspace::{Relate, Related};
use servanda_model::succession::{Judged, Pair};
use servanda_model::{FindingPlace, RecordId};

use super::Workspace;

/// What was said of an earlier and a later document.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct SuccessionRow {
    /// What holds, by the findings that it is about.
    holding: BTreeMap<Pair, RelatedRow>,
    /// How often something was said or taken back.
    pub said: usize,
    /// The parts of what was taken back: they stay until a document is put away.
    before: Vec<PartReference>,
}

/// What somebody said of a finding, or of two.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RelatedRow {
    /// Its place in the journal, from 0.
    pub entry: u64,
    /// Who said it.
    pub account: String,
    /// When, in seconds since 1970 UTC.
    pub at: i64,
    /// The findings.
    pub pair: Pair,
    /// What was said.
    pub what: Related,
    parts: Vec<PartReference>,
}

impl SuccessionRow {
    /// What holds, in the order of the findings.
    pub fn holding(&self) -> impl Iterator<Item = &RelatedRow> {
        self.holding.values()
    }

    /// What was said of just these findings, if it holds.
    pub fn of(&self, pair: &Pair) -> Option<&RelatedRow> {
        self.holding.get(pair)
    }

    /// What holds, as a comparison takes it.
    pub fn judged(&self) -> Vec<Judged> {
        self.holding().map(|row| Judged { pair: row.pair, sequel: row.what.sequel() }).collect()
    }

    /// Notes what will be said, so that what is said with it is held against it.
    pub fn note(&mut self, pair: &Pair, what: Related) {
        if what == Related::Undo {
            self.holding.remove(pair);
        } else {
            let (account, parts) = (String::new(), Vec::new());
            let row = RelatedRow { entry: 0, account, at: 0, pair: *pair, what, parts };
            self.holding.insert(*pair, row);
        }
    }

    /// Whether something can be said as things are. Of each finding one thing holds, which is taken back
    /// before another is said; that two have nothing to do with each other holds beside it. A result may
    /// report on several.
    pub fn admits(&self, pair: &Pair, what: Related) -> bool {
        let is_known = self.holding.contains_key(pair);
        match what {
            Related::Undo => is_known,
            Related::Apart => !is_known,
            Related::CarriedOver
            | Related::Changed
            | Related::Done
            | Related::New
            | Related::Gone => {
                let is_of = |one: Option<FindingPlace>, other| one.is_some() && one == other;
                let is_taken = self.holding().filter(|row| row.what != Related::Apart).any(|row| {
                    let is_report = row.what == Related::Done && what == Related::Done;
                    is_of(pair.earlier, row.pair.earlier)
                        || is_of(pair.later, row.pair.later) && !is_report
                });
                !is_known && !is_taken
            }
        }
    }
}

impl Workspace {
    /// What was said of an earlier and a later document, if anything was.
    pub fn succession(&self, before: &RecordId, after: &RecordId) -> Option<&SuccessionRow> {
        self.successions.get(&(before.clone(), after.clone()))
    }

    /// Everything that was said of a document and another: the earlier one, the later one, what.
    pub fn successions_with<'row>(
        &'row self,
        document: &'row RecordId,
    ) -> impl Iterator<Item = (&'row RecordId, &'row RecordId, &'row SuccessionRow)> {
        let all = self.successions.iter();
        let with = all.filter(move |((before, after), _)| before == document || after == document);
        with.map(|((before, after), row)| (before, after, row))
    }

    /// What is said of documents that are not there, or against what holds, has no effect.
    pub(super) fn relate(&mut self, entry: u64, act: Relate) {
        let pair = act.pair();
        let Relate { account, at, before, after, what, parts, .. } = act;
        if !self.documents.contains_key(&before) || !self.documents.contains_key(&after) {
            return;
        }
        let row = self.successions.entry((before, after)).or_default();
        row.said += 1;
        if !row.admits(&pair, what) {
            row.before.extend(parts);
            return;
        }
        if what == Related::Undo {
            let taken_back = row.holding.remove(&pair);
            row.before.extend(taken_back.into_iter().flat_map(|row| row.parts));
        } else {
            row.holding.insert(pair, RelatedRow { entry, account, at, pair, what, parts });
        }
    }

    /// What was said of a document that is put away is gone with its parts.
    pub(super) fn forget_successions(&mut self, document: &RecordId) {
        let Self { successions, gone, .. } = self;
        successions.retain(|(before, after), row| {
            let goes = before == document || after == document;
            if goes {
                let holding = row.holding.values().flat_map(|row| &row.parts);
                let parts = holding.chain(&row.before);
                gone.extend(parts.map(|part| part.commitment.clone()));
            }
            !goes
        });
    }
}
