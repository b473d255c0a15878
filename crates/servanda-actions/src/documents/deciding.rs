//! Deciding what becomes of findings, one or many at once: all of it is one batch, drafts and decisions.
//!
//! A finding that somebody else has decided meanwhile is left as it is, and the rest is done.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use servanda_entry::content::ContentPart;
use servanda_entry::workspace::{Decide, PASSAGE, REASON, What, Why, WorkspaceAct};
use servanda_model::hygiene;
use servanda_model::passage::Searchable;
use servanda_model::{Action, FindingPlace, Passage, Reading, Record, RecordId, Role, Seat};
use servanda_register::{Decided, DocumentRow, DraftRow, RegisterError, Workspace};

use super::{DECISIONS_MAX, DocumentRefusal, of_draft, opened};
use crate::draft::Draft;
use crate::drafts::{
    self, COMMENT_CHARS_MAX, DRAFTS_MAX, DraftRefusal, SAVES_MAX, closing, drafted, drafted_record,
    fresh_id, known_origin,
};
use crate::{By, Failure, NotDone, Office};

/// Findings that are decided at once.
pub const DECIDED_TOGETHER_MAX: usize = 500;

/// What somebody wants to become of a finding.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Decision {
    /// It becomes a draft.
    TakeUp {
        /// The finding.
        finding: FindingPlace,
        /// What the draft says; the passage is added to its sources.
        record: Box<Record>,
    },
    /// It is a further source.
    Source {
        /// The finding.
        finding: FindingPlace,
        /// Of this.
        of: SourceOf,
    },
    /// It says the same as another finding.
    Merge {
        /// The finding.
        finding: FindingPlace,
        /// That other one.
        into: FindingPlace,
    },
    /// Nothing becomes of it.
    Dismiss {
        /// The finding.
        finding: FindingPlace,
        /// For this reason.
        why: Why,
        /// What there is to say about it; may be empty.
        said: String,
    },
    /// What was decided before is taken back.
    Undo {
        /// The finding.
        finding: FindingPlace,
    },
}

/// What a finding is to be a further source of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SourceOf {
    /// A draft of the same side.
    Draft(RecordId),
    /// A record of the register: a draft of other words for it begins, unless there is one.
    Record(RecordId),
}

/// What came of deciding.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Outcome {
    /// The findings about which something was decided.
    pub done: Vec<FindingPlace>,
    /// Those that somebody else had decided meanwhile, and those of which there was nothing to undo.
    pub left: Vec<FindingPlace>,
    /// The drafts that were begun or written, in the order of the decisions.
    pub drafts: Vec<RecordId>,
    /// Drafts that stay, because somebody has written them since their finding was taken up.
    pub kept: Vec<RecordId>,
}

/// Decides what becomes of findings of a document.
pub fn decide(
    office: &Office,
    seat: &Seat,
    document: &RecordId,
    decisions: Vec<Decision>,
    by: &mut By<'_>,
) -> Result<Outcome, NotDone<DocumentRefusal>> {
    drafts::must(office, by, Action::Draft, seat).map_err(of_draft)?;
    let _writing = office.write_workspace();
    let origin = known_origin(office, seat).map_err(of_draft)?;
    let mut deciding = Deciding::new(office, seat, &origin, document)?;
    let before = deciding.row.decisions.len();
    if decisions.len() > DECIDED_TOGETHER_MAX || before + decisions.len() > DECISIONS_MAX {
        return Err(NotDone::Refused(DocumentRefusal::TooOften));
    }
    for decision in decisions {
        deciding.one(decision, by)?;
    }
    let Deciding { outcome, written, closed, decided, .. } = deciding;
    if outcome.done.is_empty() {
        return Ok(outcome);
    }
    drafts::write_all(office, &origin, by, |draft| {
        let mut acts = Vec::new();
        for (id, it) in written.iter().filter(|(id, _)| !closed.contains(id)) {
            acts.push(drafted(draft, id, &it.record, it.corrects));
        }
        acts.extend(closed.iter().map(|id| closing(draft, id, None)));
        acts.extend(decided.into_iter().map(|it| it.act(draft, document)));
        Ok(acts)
    })
    .map_err(of_draft)?;
    Ok(outcome)
}

/// A draft as it will be written.
struct Written {
    record: Record,
    corrects: bool,
}

/// A decision as it will be recorded.
struct Noted {
    finding: FindingPlace,
    decided: Decided,
    words: String,
    said: String,
}

impl Noted {
    fn act(self, draft: &mut Draft<'_, '_>, document: &RecordId) -> WorkspaceAct {
        let Self { finding, decided, words, said } = self;
        let part = |role: &str, text: String| ContentPart {
            role: role.to_owned(),
            language: None,
            media: "text/plain",
            bytes: text.into_bytes(),
        };
        let is_undone = decided == Decided::Undone;
        let words = (!is_undone).then(|| part(PASSAGE, words));
        let said = (!said.is_empty()).then(|| part(REASON, said));
        let parts = draft.parts(words.into_iter().chain(said).collect());
        let (what, of, into, why) = match decided {
            Decided::TakenUp { draft } => (What::TakeUp, Some(draft), None, None),
            Decided::Source { draft } => (What::Source, Some(draft), None, None),
            Decided::Merged { into } => (What::Merge, None, Some(into), None),
            Decided::Dismissed { why } => (What::Dismiss, None, None, Some(why)),
            Decided::Undone => (What::Undo, None, None, None),
        };
        let (account, at) = (draft.by.account.to_owned(), draft.by.at);
        let document = document.clone();
        WorkspaceAct::Decide(Decide {
            account,
            at,
            document,
            finding,
            what,
            draft: of,
            into,
            why,
            parts,
        })
    }
}

/// What is decided, before any of it is written.
struct Deciding<'a> {
    office: &'a Office,
    seat: &'a Seat,
    workspace: Arc<Workspace>,
    row: DocumentRow,
    reading: Reading,
    text: Searchable,
    /// Drafts that are begun or written again.
    written: BTreeMap<RecordId, Written>,
    closed: BTreeSet<RecordId>,
    decided: Vec<Noted>,
    outcome: Outcome,
}

impl<'a> Deciding<'a> {
    fn new(
        office: &'a Office,
        seat: &'a Seat,
        origin: &str,
        document: &RecordId,
    ) -> Result<Self, NotDone<DocumentRefusal>> {
        let not_found = || NotDone::Refused(DocumentRefusal::NotFound);
        let workspace = office.workspaces().of(origin);
        let row = workspace.document(document).cloned().ok_or_else(not_found)?;
        let reading = opened(office, &row)?.ok_or_else(not_found)?.reading;
        Ok(Self {
            office,
            seat,
            workspace,
            row,
            text: Searchable::new(&reading.text),
            reading,
            written: BTreeMap::new(),
            closed: BTreeSet::new(),
            decided: Vec::new(),
            outcome: Outcome::default(),
        })
    }

    fn one(&mut self, decision: Decision, by: &mut By<'_>) -> Result<(), NotDone<DocumentRefusal>> {
        let (finding, is_undo) = match &decision {
            Decision::Undo { finding } => (*finding, true),
            Decision::TakeUp { finding, .. }
            | Decision::Source { finding, .. }
            | Decision::Merge { finding, .. }
            | Decision::Dismiss { finding, .. } => (*finding, false),
        };
        match &decision {
            Decision::TakeUp { .. } | Decision::Source { .. } | Decision::Merge { .. } => {
                self.must_stand(finding)?;
            }
            Decision::Dismiss { .. } | Decision::Undo { .. } => self.must_be_found(&finding)?,
        }
        // What is decided already is taken back before something else is decided.
        if self.holds(&finding).is_some() != is_undo {
            self.outcome.left.push(finding);
            return Ok(());
        }
        let mut remark = String::new();
        let decided = match decision {
            Decision::TakeUp { record, .. } => {
                Decided::TakenUp { draft: self.take_up(&finding, *record, by)? }
            }
            Decision::Source { of, .. } => {
                Decided::Source { draft: self.source(&finding, of, by)? }
            }
            Decision::Merge { into, .. } => self.merge(&finding, into)?,
            Decision::Dismiss { why, said, .. } => {
                remark = clean(&said)?;
                Decided::Dismissed { why }
            }
            Decision::Undo { .. } => {
                self.undo(&finding)?;
                Decided::Undone
            }
        };
        self.outcome.drafts.extend(decided.draft().cloned());
        self.outcome.done.push(finding);
        let words = self.words(&finding);
        self.decided.push(Noted { finding, decided, words, said: remark });
        Ok(())
    }

    fn take_up(
        &mut self,
        finding: &FindingPlace,
        mut record: Record,
        by: &mut By<'_>,
    ) -> Result<RecordId, NotDone<DocumentRefusal>> {
        let same = self.same_as(finding);
        for place in std::iter::once(finding).chain(&same) {
            let passage = self.passage(place)?;
            add(&mut record, passage);
        }
        self.begin(record, by)
    }

    fn source(
        &mut self,
        finding: &FindingPlace,
        of: SourceOf,
        by: &mut By<'_>,
    ) -> Result<RecordId, NotDone<DocumentRefusal>> {
        let passage = self.passage(finding)?;
        let no_target = || NotDone::Refused(DocumentRefusal::NoTarget);
        match of {
            SourceOf::Draft(id) => {
                self.rewrite(&id, |record| add(record, passage))?.ok_or_else(no_target)?;
                Ok(id)
            }
            SourceOf::Record(id) => {
                let drafts = self.workspace.open_draft_of(&id).map(|draft| draft.id.clone());
                let begun = self.written.iter().find(|(_, it)| it.record.id == id);
                if let Some(draft) = begun.map(|(draft, _)| draft.clone()).or(drafts) {
                    self.rewrite(&draft, |record| add(record, passage))?.ok_or_else(no_target)?;
                    return Ok(draft);
                }
                let held = self.office.register().view(|view| {
                    let held = view.find(&id)?;
                    Ok::<_, RegisterError>(
                        held.filter(|held| held.partnership == self.seat.partnership),
                    )
                })?;
                let mut record = held.ok_or_else(no_target)?.record;
                // What was wrong before is no part of what amends it.
                record.texts.remove(&Role::Correction);
                add(&mut record, passage);
                self.begin(record, by)
            }
        }
    }

    /// Says that a finding says the same as another. Where that became a draft, it is a source of it.
    fn merge(
        &mut self,
        finding: &FindingPlace,
        into: FindingPlace,
    ) -> Result<Decided, NotDone<DocumentRefusal>> {
        self.must_be_found(&into)?;
        let into = self.root(into);
        if into == *finding {
            return Err(NotDone::Refused(DocumentRefusal::NoTarget));
        }
        let passage = self.passage(finding)?;
        let draft = self.holds(&into).and_then(|decided| decided.draft().cloned());
        if let Some(draft) = draft {
            self.rewrite(&draft, |record| add(record, passage))?;
        }
        // What was said to be the same as this one is then the same as that one: the root is looked up
        // whenever it is asked for.
        Ok(Decided::Merged { into })
    }

    fn undo(&mut self, finding: &FindingPlace) -> Result<(), NotDone<DocumentRefusal>> {
        let Some(decided) = self.holds(finding) else { return Ok(()) };
        let draft = match &decided {
            Decided::TakenUp { draft } | Decided::Source { draft } => Some(draft.clone()),
            Decided::Merged { into } => {
                let into = self.root(*into);
                self.holds(&into).and_then(|decided| decided.draft().cloned())
            }
            Decided::Dismissed { .. } | Decided::Undone => None,
        };
        let Some(draft) = draft else { return Ok(()) };
        let row = self.workspace.draft(&draft).cloned();
        if row.as_ref().is_some_and(|row| row.closed.is_some()) {
            return Err(NotDone::Refused(DocumentRefusal::Proposed));
        }
        let passage = self.passage(finding)?;
        let is_alone = match &row {
            Some(row) => self.says_nothing_more(row)?,
            None => false,
        };
        let is_of_this = match &row {
            Some(row) => self.began_with(row, &passage)?,
            None => false,
        };
        match decided {
            Decided::TakenUp { .. } if is_alone => {
                self.closed.insert(draft);
            }
            Decided::TakenUp { .. } => self.outcome.kept.push(draft),
            Decided::Source { .. } if is_alone && is_of_this => {
                self.closed.insert(draft);
            }
            Decided::Source { .. } | Decided::Merged { .. } => {
                self.rewrite(&draft, |record| record.sources.retain(|it| *it != passage))?;
            }
            Decided::Dismissed { .. } | Decided::Undone => {}
        }
        Ok(())
    }

    /// Whether nobody has written anything into a draft since it began, but for the passages it rests on.
    fn says_nothing_more(&self, row: &DraftRow) -> Result<bool, Failure> {
        let (Some(first), Some(last)) = (row.saves.first(), drafted_record(self.office, row)?)
        else {
            return Ok(true);
        };
        let first = drafts::saved_record(self.office, &row.record, first)?;
        let is_same =
            first.is_some_and(|first| Record { sources: last.sources.clone(), ..first } == last);
        Ok(is_same && self.workspace.writing(&row.id).is_empty())
    }

    /// Whether a draft began with this passage and rests on nothing that was added since.
    fn began_with(&self, row: &DraftRow, passage: &Passage) -> Result<bool, Failure> {
        let Some(first) = row.saves.first() else { return Ok(false) };
        let first = drafts::saved_record(self.office, &row.record, first)?;
        let sources = self.sources_of(&row.id)?;
        Ok(first.is_some_and(|it| it.sources.contains(passage) && it.sources == sources))
    }

    fn sources_of(&self, draft: &RecordId) -> Result<Vec<Passage>, Failure> {
        if let Some(it) = self.written.get(draft) {
            return Ok(it.record.sources.clone());
        }
        let record = match self.workspace.draft(draft) {
            Some(row) => drafted_record(self.office, row)?,
            None => None,
        };
        Ok(record.map(|record| record.sources).unwrap_or_default())
    }

    fn begin(
        &mut self,
        record: Record,
        by: &mut By<'_>,
    ) -> Result<RecordId, NotDone<DocumentRefusal>> {
        let begun = self.written.keys().filter(|id| self.workspace.draft(id).is_none()).count();
        if self.workspace.open_drafts().len() + begun >= DRAFTS_MAX {
            return Err(NotDone::Refused(DraftRefusal::TooMany.into()));
        }
        let id = fresh_id(by);
        self.written.insert(id.clone(), Written { record, corrects: false });
        Ok(id)
    }

    /// Writes a draft again; none where there is no such draft, or it was put away.
    fn rewrite(
        &mut self,
        id: &RecordId,
        change: impl FnOnce(&mut Record),
    ) -> Result<Option<()>, NotDone<DocumentRefusal>> {
        if let Some(it) = self.written.get_mut(id) {
            change(&mut it.record);
            return Ok(Some(()));
        }
        let Some(row) = self.workspace.draft(id).filter(|row| row.closed.is_none()) else {
            return Ok(None);
        };
        if row.saves.len() >= SAVES_MAX {
            return Err(NotDone::Refused(DraftRefusal::TooMany.into()));
        }
        let Some(mut record) = drafted_record(self.office, row)? else { return Ok(None) };
        change(&mut record);
        self.written.insert(id.clone(), Written { record, corrects: row.corrects });
        Ok(Some(()))
    }

    /// What holds of a finding, with what is decided at the same time.
    fn holds(&self, finding: &FindingPlace) -> Option<Decided> {
        if let Some(noted) = self.decided.iter().rev().find(|it| it.finding == *finding) {
            return Some(noted.decided.clone()).filter(|decided| *decided != Decided::Undone);
        }
        self.workspace.decided(&self.row, finding).map(|it| it.decided.clone())
    }

    /// The finding that this one comes to say the same as: itself, where it was not merged.
    fn root(&self, finding: FindingPlace) -> FindingPlace {
        let mut root = finding;
        // However findings were merged, nobody goes round for ever.
        for _ in 0..self.reading.findings.len() {
            match self.holds(&root) {
                Some(Decided::Merged { into }) if into != finding => root = into,
                _end => break,
            }
        }
        root
    }

    /// The findings that say the same as this one.
    fn same_as(&self, finding: &FindingPlace) -> Vec<FindingPlace> {
        let places = self.reading.findings.iter().map(|it| it.place);
        places.filter(|place| place != finding && self.root(*place) == *finding).collect()
    }

    fn must_be_found(&self, finding: &FindingPlace) -> Result<(), NotDone<DocumentRefusal>> {
        if self.reading.findings.iter().any(|it| it.place == *finding) {
            return Ok(());
        }
        Err(NotDone::Refused(DocumentRefusal::NoFinding(finding.to_string())))
    }

    /// The reader may have missed a passage: whoever has read it may take it up all the same.
    fn must_stand(&mut self, place: FindingPlace) -> Result<(), NotDone<DocumentRefusal>> {
        if let Err(refusal) = self.must_be_found(&place) {
            let chosen = self.reading.chosen(place).ok_or(refusal)?;
            self.reading.add(chosen);
        }
        Ok(())
    }

    fn passage(&self, finding: &FindingPlace) -> Result<Passage, NotDone<DocumentRefusal>> {
        let passage = self.text.passage(&self.row.record, finding.start..finding.end);
        passage.ok_or(NotDone::Refused(DocumentRefusal::NoPassage(*finding)))
    }

    fn words(&self, finding: &FindingPlace) -> String {
        let length = finding.end.saturating_sub(finding.start);
        self.reading.text.chars().skip(finding.start).take(length).collect()
    }
}

/// Adds a passage to what a record rests on, once.
fn add(record: &mut Record, passage: Passage) {
    if !record.sources.contains(&passage) {
        record.sources.push(passage);
    }
}

fn clean(said: &str) -> Result<String, NotDone<DocumentRefusal>> {
    let said = said.trim().to_owned();
    if said.chars().count() > COMMENT_CHARS_MAX {
        return Err(NotDone::Refused(DraftRefusal::TooLong.into()));
    }
    hygiene::check(&said)
        .map_err(|unclean| NotDone::Refused(DraftRefusal::Unclean(unclean).into()))?;
    Ok(said)
}
