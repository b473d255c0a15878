//! Workspaces: drafts and comments of each voice, folded from its workspace journal and held in
//! memory. What they say stays in the ground state until somebody of that voice asks for it.
//!
//! Never: comes into the tables that public pages are made from, or from one voice to another.

use std::collections::BTreeMap;
use std::sync::{Arc, PoisonError, RwLock};

use servanda_entry::PartReference;
use servanda_entry::workspace::{
    Assign, Close, Comment, DraftAct, Keep, Tick, WorkspaceAct, WorkspaceDecoded, decode,
};
use servanda_model::{FindingPlace, Kind, Reach, RecordId};
use servanda_store::Ground;

use crate::RegisterError;

mod document;
mod succession;

pub use document::{Decided, DecisionRow, DocumentRow};
pub use servanda_entry::workspace::{Related, Why};
pub use succession::{RelatedRow, SuccessionRow};

/// Entries read from the ground state at a time.
const ENTRIES_AT_ONCE: usize = 512;

/// The workspaces of an installation, by the names of their journals.
#[derive(Debug, Default)]
pub struct Workspaces(RwLock<BTreeMap<String, Arc<Workspace>>>);

impl Workspaces {
    /// Reads every workspace journal from the beginning.
    pub fn open(ground: &Ground) -> Result<Self, RegisterError> {
        let workspaces = Self::default();
        for journal in ground.journals()? {
            if Reach::of(&journal.origin) == Reach::Workspace {
                workspaces.follow(ground, &journal.origin)?;
            }
        }
        Ok(workspaces)
    }

    /// Reads what a workspace journal has gained since last time.
    pub fn follow(&self, ground: &Ground, origin: &str) -> Result<(), RegisterError> {
        let mut all = self.0.write().unwrap_or_else(PoisonError::into_inner);
        let mut workspace = all.get(origin).map_or_else(Workspace::default, |it| (**it).clone());
        let size = ground.head(origin)?.map_or(0, |head| head.size);
        while workspace.size < size {
            let entries = ground.entries(origin, workspace.size, ENTRIES_AT_ONCE)?;
            if entries.is_empty() {
                return Err(RegisterError::Unexpected(format!("{origin} ends before {size}")));
            }
            for entry in entries {
                if let Ok(WorkspaceDecoded::Act(act)) = decode(&entry.bytes) {
                    workspace.fold(entry.index, act);
                }
                workspace.size = entry.index + 1;
            }
        }
        all.insert(origin.to_owned(), Arc::new(workspace));
        Ok(())
    }

    /// Every workspace with the name of its journal, as they are at this moment.
    pub fn all(&self) -> Vec<(String, Arc<Workspace>)> {
        let all = self.0.read().unwrap_or_else(PoisonError::into_inner);
        all.iter().map(|(origin, workspace)| (origin.clone(), Arc::clone(workspace))).collect()
    }

    /// The workspace of this journal, as it is at this moment.
    pub fn of(&self, origin: &str) -> Arc<Workspace> {
        let all = self.0.read().unwrap_or_else(PoisonError::into_inner);
        all.get(origin).cloned().unwrap_or_default()
    }
}

/// What one voice prepares.
#[derive(Debug, Clone, Default)]
pub struct Workspace {
    /// Entries of the journal that are in it.
    size: u64,
    drafts: BTreeMap<RecordId, DraftRow>,
    /// By what they are about.
    comments: BTreeMap<String, Vec<CommentRow>>,
    /// What is typed and not saved, by draft and who typed it.
    kept: BTreeMap<(RecordId, String), KeptRow>,
    /// The commitments of what is kept no more, in the order in which it went.
    gone: Vec<String>,
    documents: BTreeMap<RecordId, DocumentRow>,
    /// What was said of two documents, by the earlier and the later.
    successions: BTreeMap<(RecordId, RecordId), SuccessionRow>,
}

/// A draft.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DraftRow {
    /// Its identifier.
    pub id: RecordId,
    /// The record that it is a version of.
    pub record: RecordId,
    /// What that is.
    pub kind: Kind,
    /// Whether it corrects the agreed version, rather than amends it.
    pub corrects: bool,
    /// Every time it was written, oldest first; there is at least one.
    pub saves: Vec<SaveRow>,
    /// Whose it is to go on with: the id of an account.
    pub assigned: Option<String>,
    /// Each time it was given to somebody, oldest first.
    pub assignments: Vec<AssignmentRow>,
    /// That it was put away.
    pub closed: Option<ClosedRow>,
    /// How often something was kept that is typed into it and not saved.
    pub keeps: usize,
}

/// That a draft was given to somebody to go on with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AssignmentRow {
    /// Its place in the journal, from 0.
    pub entry: u64,
    /// Who did it.
    pub account: String,
    /// When, in seconds since 1970 UTC.
    pub at: i64,
    /// To whom: the id of an account.
    pub to: String,
}

/// What somebody has typed into a draft and not saved.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeptRow {
    /// When, in seconds since 1970 UTC.
    pub at: i64,
    /// How often the draft had been written when they began.
    pub seen: usize,
    /// The form as it would be sent: one part.
    pub part: PartReference,
}

/// A draft as it was written once.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SaveRow {
    /// Who wrote it.
    pub account: String,
    /// When, in seconds since 1970 UTC.
    pub at: i64,
    /// What it consisted of.
    pub parts: Vec<PartReference>,
}

/// That a draft was put away.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ClosedRow {
    /// Who did it.
    pub account: String,
    /// When, in seconds since 1970 UTC.
    pub at: i64,
    /// The proposal that it became; none if it was discarded.
    pub proposal: Option<String>,
}

/// Something said about a draft or proposal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CommentRow {
    /// Its place in the journal, from 0: what it is known by.
    pub entry: u64,
    /// Who said it.
    pub account: String,
    /// When, in seconds since 1970 UTC.
    pub at: i64,
    /// Who is told in particular: the id of an account.
    pub to: Option<String>,
    /// Whether whoever is told has done with it: they said so, or something about the same later.
    pub is_done: bool,
    /// What was said: one part.
    pub part: PartReference,
}

impl DraftRow {
    /// How it was written last.
    pub fn last(&self) -> Option<&SaveRow> {
        self.saves.last()
    }
}

impl Workspace {
    /// The draft with this identifier.
    pub fn draft(&self, id: &RecordId) -> Option<&DraftRow> {
        self.drafts.get(id)
    }

    /// The draft of this record that is not put away; of several, the first.
    pub fn open_draft_of(&self, record: &RecordId) -> Option<&DraftRow> {
        self.drafts.values().find(|draft| draft.record == *record && draft.closed.is_none())
    }

    /// A draft of this record, by preference one that is not put away.
    pub fn draft_of(&self, record: &RecordId) -> Option<&DraftRow> {
        let any = || self.drafts.values().find(|draft| draft.record == *record);
        self.open_draft_of(record).or_else(any)
    }

    /// The drafts that are not put away, the one written last first.
    pub fn open_drafts(&self) -> Vec<&DraftRow> {
        let mut open: Vec<&DraftRow> =
            self.drafts.values().filter(|draft| draft.closed.is_none()).collect();
        open.sort_by_key(|draft| std::cmp::Reverse(draft.last().map_or(0, |save| save.at)));
        open
    }

    /// The document that is known by this, unless it was put away.
    pub fn document(&self, id: &RecordId) -> Option<&DocumentRow> {
        self.documents.get(id)
    }

    /// The documents that are not put away, the one received last first.
    pub fn documents(&self) -> Vec<&DocumentRow> {
        let mut documents: Vec<&DocumentRow> = self.documents.values().collect();
        documents.sort_by_key(|row| std::cmp::Reverse(row.entry));
        documents
    }

    /// The document whose passages name this record.
    pub fn document_of(&self, record: &RecordId) -> Option<&DocumentRow> {
        self.documents.values().find(|row| row.record == *record)
    }

    /// What is decided about a finding, as it holds now: not where the draft that it became was
    /// discarded.
    pub fn decided<'row>(
        &self,
        document: &'row DocumentRow,
        finding: &FindingPlace,
    ) -> Option<&'row DecisionRow> {
        let decision = document.last(finding)?;
        match &decision.decided {
            Decided::Undone => None,
            Decided::TakenUp { draft } | Decided::Source { draft } => {
                let closed = self.drafts.get(draft)?.closed.as_ref();
                let holds = closed.is_none_or(|closed| closed.proposal.is_some());
                holds.then_some(decision)
            }
            Decided::Merged { .. } | Decided::Dismissed { .. } => Some(decision),
        }
    }

    /// Everything that was said, with what it is about.
    pub fn all_comments(&self) -> impl Iterator<Item = (&str, &CommentRow)> {
        self.comments
            .iter()
            .flat_map(|(about, said)| said.iter().map(move |row| (about.as_str(), row)))
    }

    /// Every time a draft was given to somebody, with the draft.
    pub fn all_assignments(&self) -> impl Iterator<Item = (&RecordId, &AssignmentRow)> {
        self.drafts.values().flat_map(|it| it.assignments.iter().map(move |row| (&it.id, row)))
    }

    /// What was said about a draft or proposal, oldest first.
    pub fn comments(&self, about: &str) -> &[CommentRow] {
        self.comments.get(about).map_or(&[], Vec::as_slice)
    }

    /// What somebody has typed into a draft and not saved.
    pub fn kept(&self, draft: &RecordId, account: &str) -> Option<&KeptRow> {
        self.kept.get(&(draft.clone(), account.to_owned()))
    }

    /// Who has typed something into a draft and not saved it.
    pub fn writing(&self, draft: &RecordId) -> Vec<&str> {
        let of = self.kept.keys().filter(|(of, _)| of == draft);
        of.map(|(_, account)| account.as_str()).collect()
    }

    /// The commitments of what is kept no more, in the order in which it went.
    pub fn gone(&self) -> &[String] {
        &self.gone
    }

    /// What somebody was told by comments and has not done with, oldest first, each with what it is
    /// about.
    pub fn told(&self, account: &str) -> Vec<(&str, &CommentRow)> {
        let all = self.comments.iter();
        let all = all.flat_map(|(about, said)| said.iter().map(|row| (about.as_str(), row)));
        let is_open = |row: &CommentRow| row.to.as_deref() == Some(account) && !row.is_done;
        let mut told: Vec<_> = all.filter(|(_, row)| is_open(row)).collect();
        told.sort_by_key(|(_, row)| row.entry);
        told
    }

    fn fold(&mut self, entry: u64, act: WorkspaceAct) {
        match act {
            WorkspaceAct::Draft(act) => self.write(act),
            WorkspaceAct::Close(act) => self.close(act),
            WorkspaceAct::Comment(act) => self.comment(entry, act),
            WorkspaceAct::Assign(act) => self.assign(entry, act),
            WorkspaceAct::Tick(act) => self.tick(&act),
            WorkspaceAct::Keep(act) => self.keep(act),
            WorkspaceAct::Receive(act) => self.receive(entry, act),
            WorkspaceAct::Decide(act) => self.decide(entry, act),
            WorkspaceAct::PutAway(act) => self.put_away(&act),
            WorkspaceAct::Relate(act) => self.relate(entry, act),
        }
    }

    /// A draft stays a version of the same record, and what was put away stays as it was.
    fn write(&mut self, act: DraftAct) {
        let DraftAct { account, at, draft: id, record, kind, correct, parts } = act;
        self.forget(&id, Some(&account));
        let save = SaveRow { account, at, parts };
        let fresh = DraftRow {
            id: id.clone(),
            record,
            kind,
            corrects: correct.is_some(),
            saves: Vec::new(),
            assigned: None,
            assignments: Vec::new(),
            closed: None,
            keeps: 0,
        };
        let same = (fresh.record.clone(), fresh.kind);
        let draft = self.drafts.entry(id).or_insert(fresh);
        if draft.closed.is_none() && (draft.record.clone(), draft.kind) == same {
            draft.saves.push(save);
        }
    }

    fn close(&mut self, act: Close) {
        self.forget(&act.draft, None);
        let closed = ClosedRow { account: act.account, at: act.at, proposal: act.proposal };
        if let Some(draft) = self.drafts.get_mut(&act.draft) {
            draft.closed.get_or_insert(closed);
        }
    }

    fn comment(&mut self, entry: u64, act: Comment) {
        let Comment { account, at, about, to, parts } = act;
        let said = self.comments.entry(about).or_default();
        // Whoever says something about it has read what they were told.
        for row in said.iter_mut().filter(|row| row.to.as_deref() == Some(&account)) {
            row.is_done = true;
        }
        said.extend(parts.into_iter().map(|part| CommentRow {
            entry,
            account: account.clone(),
            at,
            to: to.clone(),
            is_done: false,
            part,
        }));
    }

    fn assign(&mut self, entry: u64, act: Assign) {
        let Assign { account, at, draft, to } = act;
        if let Some(draft) = self.drafts.get_mut(&draft).filter(|draft| draft.closed.is_none()) {
            draft.assigned.clone_from(&to);
            draft.assignments.extend(to.map(|to| AssignmentRow { entry, account, at, to }));
        }
    }

    fn keep(&mut self, act: Keep) {
        let Keep { account, at, draft: id, seen, parts } = act;
        self.forget(&id, Some(&account));
        let open = self.drafts.get_mut(&id).filter(|draft| draft.closed.is_none());
        let Some(part) = parts.into_iter().next() else { return };
        let Some(draft) = open else {
            self.gone.push(part.commitment);
            return;
        };
        draft.keeps += 1;
        let seen = usize::try_from(seen).unwrap_or(usize::MAX);
        self.kept.insert((id, account), KeptRow { at, seen, part });
    }

    /// Nothing is kept any more of what somebody, or anybody, has typed into a draft.
    fn forget(&mut self, draft: &RecordId, account: Option<&str>) {
        let Self { kept, gone, .. } = self;
        kept.retain(|(of, by), row| {
            let goes = of == draft && account.is_none_or(|account| by == account);
            if goes {
                gone.push(row.part.commitment.clone());
            }
            !goes
        });
    }

    /// Only whoever is told can say that it is done.
    fn tick(&mut self, act: &Tick) {
        let mut all = self.comments.values_mut().flatten();
        let row = all.find(|row| row.entry == act.comment);
        if let Some(row) = row.filter(|row| row.to.as_ref() == Some(&act.account)) {
            row.is_done = true;
        }
    }
}
