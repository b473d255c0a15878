//! `retract`: a statement is taken back; it stays visible as retracted, with the reason.

use servanda_entry::content::text_parts;
use servanda_entry::{Act, Retract};
use servanda_model::hygiene::{self, Unclean};
use servanda_model::{Multilingual, RecordId, Role, Standing};
use servanda_register::Held;
use servanda_store::Head;

use crate::draft::Draft;
use crate::{By, NotDone, Office};

/// Why a statement is not retracted.
#[derive(Debug, PartialEq, Eq, thiserror::Error)]
pub enum RetractRefusal {
    /// No record has this identifier.
    #[error("no record has the identifier '{0}'; copy it from the record's address")]
    NotFound(RecordId),
    /// It has been retracted before.
    #[error("record '{0}' is retracted already")]
    AlreadyRetracted(RecordId),
    /// No reason was given.
    #[error("a reason is needed: it is shown beside the record")]
    NoReason,
    /// The reason holds characters that may not be recorded.
    #[error("the reason cannot be recorded: {0}")]
    UncleanReason(Unclean),
}

/// Takes back the statement that stands for a record.
pub fn retract(
    office: &Office,
    id: &RecordId,
    reason: &Multilingual,
    by: &mut By<'_>,
) -> Result<(), NotDone<RetractRefusal>> {
    let _writing = office.write_public();
    let held = office.register().view(|view| view.find(id))?;
    let held = retractable(held, id, reason).map_err(NotDone::Refused)?;
    let expected = office.ground().head(&held.origin)?.unwrap_or(Head::EMPTY);
    let mut draft = Draft::new(by);
    let parts = draft.parts(text_parts(Role::Reason, reason));
    let act = Act::Retract(Retract {
        account: draft.by.account.to_owned(),
        at: draft.by.at,
        record: id.clone(),
        leaf: held.leaf,
        parts,
    });
    draft.act(&act)?;
    draft.append(office.ledger(), &held.origin, expected)?;
    office.register().follow(office.ground())?;
    Ok(())
}

/// The record whose statement may be taken back, or why it may not.
fn retractable(
    held: Option<Held>,
    id: &RecordId,
    reason: &Multilingual,
) -> Result<Held, RetractRefusal> {
    let held = held.ok_or_else(|| RetractRefusal::NotFound(id.clone()))?;
    if held.standing == Standing::Retracted {
        return Err(RetractRefusal::AlreadyRetracted(id.clone()));
    }
    if reason.versions().all(|(_, text)| text.trim().is_empty()) {
        return Err(RetractRefusal::NoReason);
    }
    for (_, text) in reason.versions() {
        hygiene::check(text).map_err(RetractRefusal::UncleanReason)?;
    }
    Ok(held)
}
