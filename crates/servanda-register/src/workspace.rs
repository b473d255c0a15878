//! Workspaces: drafts and comments of each voice, folded from its workspace journal and held in
//! memory. What they say stays in the ground state until somebody of that voice asks for it.
//!
//! Never: comes into the tables that public pages are made from, or from one voice to another.

use std::collections::BTreeMap;
use std::sync::{Arc, PoisonError, RwLock};

use servanda_entry::PartReference;
use servanda_entry::workspace::{Close, Comment, DraftAct, WorkspaceAct, WorkspaceDecoded, decode};
use servanda_model::{Kind, Reach, RecordId};
use servanda_store::Ground;

use crate::RegisterError;

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
                    workspace.fold(act);
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
    /// Every time it was written, oldest first; there is at least one.
    pub saves: Vec<SaveRow>,
    /// That it was put away.
    pub closed: Option<ClosedRow>,
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
    /// The place of its entry in the journal, from 0.
    pub entry: u64,
    /// Who said it.
    pub account: String,
    /// When, in seconds since 1970 UTC.
    pub at: i64,
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

    /// The drafts that are not put away, the one written last first.
    pub fn open_drafts(&self) -> Vec<&DraftRow> {
        let mut open: Vec<&DraftRow> =
            self.drafts.values().filter(|draft| draft.closed.is_none()).collect();
        open.sort_by_key(|draft| std::cmp::Reverse(draft.last().map_or(0, |save| save.at)));
        open
    }

    /// Everything that was said, with what it is about.
    pub fn all_comments(&self) -> impl Iterator<Item = (&str, &CommentRow)> {
        self.comments
            .iter()
            .flat_map(|(about, said)| said.iter().map(move |row| (about.as_str(), row)))
    }

    /// What was said about a draft or proposal, oldest first.
    pub fn comments(&self, about: &str) -> &[CommentRow] {
        self.comments.get(about).map_or(&[], Vec::as_slice)
    }

    fn fold(&mut self, act: WorkspaceAct) {
        match act {
            WorkspaceAct::Draft(act) => self.write(act),
            WorkspaceAct::Close(act) => self.close(act),
            WorkspaceAct::Comment(act) => self.comment(act),
        }
    }

    /// A draft stays a version of the same record, and what was put away stays as it was.
    fn write(&mut self, act: DraftAct) {
        let DraftAct { account, at, draft: id, record, kind, parts } = act;
        let save = SaveRow { account, at, parts };
        let fresh = DraftRow { id: id.clone(), record, kind, saves: Vec::new(), closed: None };
        let same = (fresh.record.clone(), fresh.kind);
        let draft = self.drafts.entry(id).or_insert(fresh);
        if draft.closed.is_none() && (draft.record.clone(), draft.kind) == same {
            draft.saves.push(save);
        }
    }

    fn close(&mut self, act: Close) {
        let closed = ClosedRow { account: act.account, at: act.at, proposal: act.proposal };
        if let Some(draft) = self.drafts.get_mut(&act.draft) {
            draft.closed.get_or_insert(closed);
        }
    }

    fn comment(&mut self, act: Comment) {
        let (account, at, entry) = (act.account, act.at, self.size);
        let said = self.comments.entry(act.about).or_default();
        said.extend(act.parts.into_iter().map(|part| CommentRow {
            entry,
            account: account.clone(),
            at,
            part,
        }));
    }
}
