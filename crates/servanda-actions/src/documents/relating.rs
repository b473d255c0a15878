//! Saying what became of the findings of one document in a later one: one act for each, all in one batch.
//!
//! Of a finding for which somebody else has said something meanwhile nothing is said, and the rest is done.

use servanda_entry::content::ContentPart;
use servanda_entry::workspace::{EARLIER, LATER, Relate, Related, WorkspaceAct};
use servanda_model::succession::{self, Comparison, Pair};
use servanda_model::{Action, FindingPlace, Language, Reading, RecordId, Seat};
use servanda_register::{SuccessionRow, Workspace};

use super::{DECIDED_TOGETHER_MAX, DECISIONS_MAX, DocumentRefusal, of_draft, opened};
use crate::drafts::{self, known_origin};
use crate::{By, NotDone, Office};

/// What somebody says of findings of two documents.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Relating {
    /// Of which.
    pub pair: Pair,
    /// What.
    pub what: Related,
}

/// What came of saying it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct RelateOutcome {
    /// The findings of which it was said.
    pub done: Vec<Pair>,
    /// Those of which something else had been said meanwhile, and those of which there was nothing to
    /// take back.
    pub left: Vec<Pair>,
}

/// Two documents beside each other, with what a side said of them. `concepts` brings different languages
/// together.
pub fn compared(
    workspace: &Workspace,
    (before, earlier): (&RecordId, &Reading),
    (after, later): (&RecordId, &Reading),
    concepts: &dyn Fn(&str, Language) -> Vec<usize>,
) -> Comparison {
    let judged = workspace.succession(before, after).map(SuccessionRow::judged);
    succession::compare(earlier, later, &judged.unwrap_or_default(), concepts)
}

/// Says what became of findings of an earlier document in a later one.
pub fn relate(
    office: &Office,
    seat: &Seat,
    (before, after): (&RecordId, &RecordId),
    said: Vec<Relating>,
    by: &mut By<'_>,
) -> Result<RelateOutcome, NotDone<DocumentRefusal>> {
    drafts::must(office, by, Action::Draft, seat).map_err(of_draft)?;
    let _writing = office.write_workspace();
    let origin = known_origin(office, seat).map_err(of_draft)?;
    if before == after {
        return Err(NotDone::Refused(DocumentRefusal::Same));
    }
    let workspace = office.workspaces().of(&origin);
    let [earlier, later] = [read(office, &workspace, before)?, read(office, &workspace, after)?];
    let mut row = workspace.succession(before, after).cloned().unwrap_or_default();
    if said.len() > DECIDED_TOGETHER_MAX || row.said + said.len() > DECISIONS_MAX {
        return Err(NotDone::Refused(DocumentRefusal::TooOften));
    }
    let mut outcome = RelateOutcome::default();
    let mut noted = Vec::new();
    for relating in said {
        let Relating { pair, what } = relating;
        let words = words_of(&pair, &earlier, &later)?;
        let fits = match what.sequel() {
            Some(sequel) => sequel.is_of(&pair),
            None => pair.is_comparable(),
        };
        if fits && row.admits(&pair, what) {
            row.note(&pair, what);
            outcome.done.push(pair);
            noted.push((relating, words));
        } else {
            outcome.left.push(pair);
        }
    }
    if noted.is_empty() {
        return Ok(outcome);
    }
    drafts::write_all(office, &origin, by, |draft| {
        let mut acts = Vec::new();
        for (Relating { pair, what }, words) in noted {
            let words = words.into_iter().filter(|_| what != Related::Undo);
            let parts = draft.parts(words.collect());
            let (account, at) = (draft.by.account.to_owned(), draft.by.at);
            let Pair { earlier, later } = pair;
            let (before, after) = (before.clone(), after.clone());
            acts.push(WorkspaceAct::Relate(Relate {
                account,
                at,
                before,
                after,
                earlier,
                later,
                what,
                parts,
            }));
        }
        Ok(acts)
    })
    .map_err(of_draft)?;
    Ok(outcome)
}

fn read(
    office: &Office,
    workspace: &Workspace,
    id: &RecordId,
) -> Result<Reading, NotDone<DocumentRefusal>> {
    let not_found = || NotDone::Refused(DocumentRefusal::NotFound);
    let row = workspace.document(id).ok_or_else(not_found)?;
    Ok(opened(office, row)?.ok_or_else(not_found)?.reading)
}

/// The words of the findings, which stay beside what is said of them.
fn words_of(
    pair: &Pair,
    earlier: &Reading,
    later: &Reading,
) -> Result<Vec<ContentPart>, NotDone<DocumentRefusal>> {
    let one = |place: Option<FindingPlace>, reading: &Reading, role: &str| {
        let Some(place) = place else { return Ok(None) };
        if reading.findings.iter().all(|it| it.place != place) {
            return Err(NotDone::Refused(DocumentRefusal::NoFinding(place.to_string())));
        }
        let length = place.end.saturating_sub(place.start);
        let words: String = reading.text.chars().skip(place.start).take(length).collect();
        Ok(Some(ContentPart {
            role: role.to_owned(),
            language: None,
            media: "text/plain",
            bytes: words.into_bytes(),
        }))
    };
    let earlier = one(pair.earlier, earlier, EARLIER)?;
    let later = one(pair.later, later, LATER)?;
    Ok(earlier.into_iter().chain(later).collect())
}
