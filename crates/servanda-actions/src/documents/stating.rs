//! What a registrar took up from published documents is stated: all of it in one batch of its journal, or
//! nothing.

use std::collections::BTreeMap;

use servanda_entry::{Act, State, encode_record};
use servanda_journal::leaf_hash;
use servanda_model::{Action, Facts, Language, Record, RecordId, Seat, Standing};
use servanda_register::Held;
use servanda_store::{AppendError, Head};

use super::{DocumentRefusal, of_draft, received};
use crate::agreement::{ProposeRefusal, check_texts, origin_of};
use crate::draft::Draft;
use crate::drafts::{self, closing, drafted_record, known_origin};
use crate::{By, NotDone, Office};

/// Why a draft is not stated.
#[derive(Debug, PartialEq, Eq, thiserror::Error)]
pub enum StateRefusal {
    /// The workspace refuses.
    #[error(transparent)]
    Document(#[from] DocumentRefusal),
    /// A text is missing or unclean.
    #[error(transparent)]
    Text(ProposeRefusal),
    /// What is documented rests on a passage of a document.
    #[error("it rests on no passage of a document")]
    NoSource,
    /// The parties have agreed on its words since, or another voice has stated it.
    #[error("it is not for the registrar to state: {}", .0.code())]
    NotOurs(Standing),
    /// The record says just this.
    #[error("this stands already; nothing would change")]
    Nothing,
    /// Somebody else wrote to the journal meanwhile.
    #[error("the journal changed meanwhile; nothing was stated, do it again")]
    Meanwhile,
}

/// Why a draft could not be stated as it is; none if it could.
pub fn hindrance_to_state(
    office: &Office,
    seat: &Seat,
    record: &Record,
) -> Result<Option<StateRefusal>, crate::Failure> {
    match base_of(office, seat, record) {
        Ok(_base) => Ok(None),
        Err(NotDone::Refused(refusal)) => Ok(Some(refusal)),
        Err(NotDone::Failed(failure)) => Err(failure),
    }
}

/// The statement that a record would replace; none for a new one.
fn base_of(
    office: &Office,
    seat: &Seat,
    record: &Record,
) -> Result<Option<Held>, NotDone<StateRefusal>> {
    check_texts(record, &Language::ALL)
        .map_err(|refusal| NotDone::Refused(StateRefusal::Text(refusal)))?;
    if record.sources.is_empty() && !matches!(record.facts, Facts::Document(_)) {
        return Err(NotDone::Refused(StateRefusal::NoSource));
    }
    let held = office.register().view(|view| view.find(&record.id))?;
    let Some(held) = held else { return Ok(None) };
    let is_ours = held.origin.ends_with(&format!("/{}/{}", seat.partnership, seat.voice));
    if held.standing != Standing::Documented || !is_ours {
        return Err(NotDone::Refused(StateRefusal::NotOurs(held.standing)));
    }
    if held.record == *record {
        return Err(NotDone::Refused(StateRefusal::Nothing));
    }
    Ok(Some(held))
}

/// States drafts of a registrar in its journal, and puts them away. Returns how many.
pub fn state(
    office: &Office,
    seat: &Seat,
    drafts: &[RecordId],
    by: &mut By<'_>,
) -> Result<usize, NotDone<StateRefusal>> {
    let of = |refusal: NotDone<DocumentRefusal>| refusal.map(StateRefusal::Document);
    drafts::must(office, by, Action::StateDocumented, seat).map_err(|it| of(of_draft(it)))?;
    let _writing = office.write_workspace();
    let _stating = office.write_public();
    let workspace_origin = known_origin(office, seat).map_err(|it| of(of_draft(it)))?;
    let origin = origin_of(office, &seat.partnership, &seat.voice)?;
    let origin = origin.ok_or(NotDone::Refused(DocumentRefusal::NotFound.into()))?;
    office.ledger().found(&origin, &(by.chance)())?;
    let expected = office.ground().head(&origin)?.unwrap_or(Head::EMPTY);
    let workspace = office.workspaces().of(&workspace_origin);
    let mut draft = Draft::new(by);
    let mut leaves: BTreeMap<RecordId, String> = BTreeMap::new();
    for id in drafts {
        let row = workspace.draft(id).filter(|row| row.closed.is_none());
        let Some(row) = row else { continue };
        let record = drafted_record(office, row)?;
        let mut record = record.ok_or(NotDone::Refused(DocumentRefusal::NotFound.into()))?;
        let base = base_of(office, seat, &record)?;
        let published = received(office, &workspace_origin, &mut record)?;
        let parts = draft.parts(encode_record(&record));
        let act = Act::State(State {
            account: draft.by.account.to_owned(),
            at: draft.by.at,
            record: record.id.clone(),
            kind: record.kind(),
            base: base.map(|held| held.leaf),
            parts,
        });
        leaves.insert(id.clone(), leaf_hash(&act.encode()?).to_hex());
        draft.act(&act)?;
        if let Some(document) = published {
            draft.document(&document.media_type, &document.bytes);
        }
    }
    if draft.is_empty() {
        return Ok(0);
    }
    // A crash before the next line is done leaves nothing stated, after it all of it.
    draft.append(office.ledger(), &origin, expected).map_err(|error| {
        let is_conflict = matches!(error, AppendError::Conflict { .. });
        if is_conflict { NotDone::Refused(StateRefusal::Meanwhile) } else { error.into() }
    })?;
    // A crash from here leaves the drafts beside what they became: they can be discarded.
    office.register().follow(office.ground())?;
    let count = leaves.len();
    drafts::write_all(office, &workspace_origin, by, |draft| {
        Ok(leaves.into_iter().map(|(id, leaf)| closing(draft, &id, Some(leaf))).collect())
    })
    .map_err(|it| of(of_draft(it)))?;
    Ok(count)
}
