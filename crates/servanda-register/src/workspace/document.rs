//! Documents that a side received, and what it decided about the findings in them.

use std::collections::BTreeMap;

use servanda_entry::PartReference;
use servanda_entry::workspace::{Decide, PutAway, REASON, RECEIVED, Receive, What, Why};
use servanda_model::{FindingPlace, RecordId};

use super::Workspace;

/// A document that was received.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DocumentRow {
    /// What it is known by in the workspace.
    pub id: RecordId,
    /// The record that passages of it name.
    pub record: RecordId,
    /// Its place in the journal, from 0.
    pub entry: u64,
    /// Who received it.
    pub account: String,
    /// When, in seconds since 1970 UTC.
    pub at: i64,
    /// Every decision about a finding of it, oldest first.
    pub decisions: Vec<DecisionRow>,
    /// The place of the last decision about each finding among them.
    last: BTreeMap<FindingPlace, usize>,
    parts: Vec<PartReference>,
}

/// A decision about a finding.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DecisionRow {
    /// Its place in the journal, from 0.
    pub entry: u64,
    /// Who decided.
    pub account: String,
    /// When, in seconds since 1970 UTC.
    pub at: i64,
    /// The finding.
    pub finding: FindingPlace,
    /// What was decided.
    pub decided: Decided,
    /// The words of the finding, and what somebody said about it.
    parts: Vec<PartReference>,
}

impl DecisionRow {
    /// What somebody said about it: one part.
    pub fn said(&self) -> Option<&PartReference> {
        self.parts.iter().find(|part| part.role == REASON)
    }
}

/// What was decided about a finding.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Decided {
    /// It became a draft.
    TakenUp {
        /// That draft.
        draft: RecordId,
    },
    /// It is a further source of a draft.
    Source {
        /// That draft.
        draft: RecordId,
    },
    /// It says the same as another finding.
    Merged {
        /// That one.
        into: FindingPlace,
    },
    /// Nothing becomes of it.
    Dismissed {
        /// For this reason.
        why: Why,
    },
    /// What was decided before is taken back.
    Undone,
}

impl Decided {
    /// The draft that it led to.
    pub fn draft(&self) -> Option<&RecordId> {
        match self {
            Self::TakenUp { draft } | Self::Source { draft } => Some(draft),
            Self::Merged { .. } | Self::Dismissed { .. } | Self::Undone => None,
        }
    }

    /// The code in messages and tables; none for what was taken back.
    pub fn code(&self) -> &'static str {
        match self {
            Self::TakenUp { .. } => What::TakeUp.code(),
            Self::Source { .. } => What::Source.code(),
            Self::Merged { .. } => What::Merge.code(),
            Self::Dismissed { .. } => What::Dismiss.code(),
            Self::Undone => What::Undo.code(),
        }
    }
}

impl DocumentRow {
    /// One of the parts that it consists of, by its role: [`RECEIVED`].
    pub fn part(&self, role: &str) -> Option<&PartReference> {
        self.parts.iter().find(|part| part.role == role)
    }

    /// The last decision about a finding, whether or not it was taken back.
    pub fn last(&self, finding: &FindingPlace) -> Option<&DecisionRow> {
        self.decisions.get(*self.last.get(finding)?)
    }

    /// The findings about which something was decided.
    pub fn touched(&self) -> impl Iterator<Item = &FindingPlace> {
        self.last.keys()
    }
}

impl Workspace {
    /// A document is received once; one that is received again under the same name has no effect.
    pub(super) fn receive(&mut self, entry: u64, act: Receive) {
        let Receive { account, at, document: id, record, parts } = act;
        debug_assert_eq!(parts.len(), RECEIVED.len());
        self.documents.entry(id.clone()).or_insert(DocumentRow {
            id,
            record,
            entry,
            account,
            at,
            decisions: Vec::new(),
            last: BTreeMap::new(),
            parts,
        });
    }

    /// The last decision about a finding is the one that holds.
    pub(super) fn decide(&mut self, entry: u64, act: Decide) {
        let Decide { account, at, document, finding, what, draft, into, why, parts } = act;
        let Some(row) = self.documents.get_mut(&document) else { return };
        let decided = match (what, draft, into, why) {
            (What::TakeUp, Some(draft), ..) => Decided::TakenUp { draft },
            (What::Source, Some(draft), ..) => Decided::Source { draft },
            (What::Merge, _, Some(into), _) => Decided::Merged { into },
            (What::Dismiss, _, _, Some(why)) => Decided::Dismissed { why },
            (What::Undo, ..) => Decided::Undone,
            // The grammar lets nothing else through.
            (What::TakeUp | What::Source | What::Merge | What::Dismiss, ..) => return,
        };
        row.last.insert(finding, row.decisions.len());
        row.decisions.push(DecisionRow { entry, account, at, finding, decided, parts });
    }

    /// What was put away is gone, and so are its parts.
    pub(super) fn put_away(&mut self, act: &PutAway) {
        let Some(row) = self.documents.remove(&act.document) else { return };
        let said = row.decisions.into_iter().flat_map(|decision| decision.parts);
        self.gone.extend(row.parts.into_iter().chain(said).map(|part| part.commitment));
        self.forget_successions(&act.document);
    }
}
