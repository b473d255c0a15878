//! `erase`: a part's bytes and salt go; its commitment, and every proof, stay.

use std::collections::BTreeSet;

use servanda_entry::act::{Decoded, decode};
use servanda_entry::content::FACTS;
use servanda_entry::{Act, Erase, Ground as ErasureGround, PartReference};
use servanda_model::RecordId;
use servanda_register::ActRow;
use servanda_store::{Ground, Hash, Head, PartState, StoreError};

use crate::draft::Draft;
use crate::{By, Failure, NotDone, Office, OfficeError};

/// Why a text is not erased.
#[derive(Debug, PartialEq, Eq, thiserror::Error)]
pub enum EraseRefusal {
    /// No record has this identifier.
    #[error("no record has the identifier '{0}'; copy it from the record's address")]
    NotFound(RecordId),
    /// The record has no text of this role that is still held.
    #[error("record '{record}' has no text '{role}' to erase; it has: {held}")]
    NoSuchText {
        /// The record.
        record: RecordId,
        /// What was asked for.
        role: String,
        /// What there is.
        held: String,
    },
}

/// Erases one text of a record, in every language and every version there ever was, and returns
/// how many parts went.
///
/// A search index made from the register before must be made again.
pub fn erase(
    office: &Office,
    id: &RecordId,
    role: &str,
    ground: ErasureGround,
    by: &mut By<'_>,
) -> Result<usize, NotDone<EraseRefusal>> {
    let held = office
        .register()
        .view(|view| view.find(id))?
        .ok_or_else(|| NotDone::Refused(EraseRefusal::NotFound(id.clone())))?;
    let there = held_texts(office, id)?;
    let going: Vec<_> = there.iter().filter(|(held_role, _)| held_role == role).collect();
    if going.is_empty() {
        let roles: BTreeSet<_> = there.into_iter().map(|(role, _)| role).collect();
        return Err(NotDone::Refused(EraseRefusal::NoSuchText {
            record: id.clone(),
            role: role.to_owned(),
            held: roles.into_iter().collect::<Vec<_>>().join(", "),
        }));
    }
    let expected = office.ground().head(&held.origin)?.unwrap_or(Head::EMPTY);
    let mut draft = Draft::new(by);
    for (_, commitment) in &going {
        draft.act(&Act::Erase(Erase {
            account: draft.by.account.to_owned(),
            at: draft.by.at,
            record: id.clone(),
            part: commitment.to_hex(),
            ground,
        }))?;
    }
    draft.append(office.ledger(), &held.origin, expected)?;
    // The entries say that the parts are gone. A crash from here leaves bytes that should be
    // gone; opening the office erases them.
    for (_, commitment) in &going {
        office.ground().erase_part(commitment)?;
    }
    office.register().follow(office.ground())?;
    Ok(going.len())
}

/// The texts of every version of a record that are still held: role and commitment.
fn held_texts(office: &Office, id: &RecordId) -> Result<Vec<(String, Hash)>, Failure> {
    let mut texts = Vec::new();
    for part in every_part(office, id)? {
        let Ok(commitment) = Hash::parse_hex(&part.commitment) else { continue };
        if part.role != FACTS && office.ground().part(&commitment)?.is_some() {
            texts.push((part.role, commitment));
        }
    }
    Ok(texts)
}

/// The roles and languages of a record's texts that were erased in any version: stating the record
/// again must not bring them back.
pub(crate) fn erased_texts(
    office: &Office,
    id: &RecordId,
) -> Result<BTreeSet<(String, Option<String>)>, Failure> {
    let mut erased = BTreeSet::new();
    for part in every_part(office, id)? {
        let Ok(commitment) = Hash::parse_hex(&part.commitment) else { continue };
        if office.ground().part_state(&commitment)? == Some(PartState::Erased) {
            erased.insert((part.role, part.language));
        }
    }
    Ok(erased)
}

/// The parts of every version of a record, as its acts name them.
fn every_part(office: &Office, id: &RecordId) -> Result<Vec<PartReference>, Failure> {
    let mut parts = Vec::new();
    for row in office.register().view(|view| view.history(id))? {
        match act_at(office.ground(), &row)? {
            Some(Act::State(state)) => parts.extend(state.parts),
            Some(Act::Retract(retract)) => parts.extend(retract.parts),
            Some(Act::Erase(_)) | None => {}
        }
    }
    Ok(parts)
}

/// Erases what the journals say is gone and a crash left behind.
pub(crate) fn finish_erasures(office: &Office) -> Result<(), OfficeError> {
    for row in office.register().view(|view| view.acts_called("erase"))? {
        let Some(Act::Erase(erase)) = act_at(office.ground(), &row)? else { continue };
        let Ok(commitment) = Hash::parse_hex(&erase.part) else { continue };
        if office.ground().part(&commitment)?.is_some() {
            office.ground().erase_part(&commitment)?;
        }
    }
    Ok(())
}

/// The act at a place in a journal, if it is understood.
fn act_at(ground: &Ground, row: &ActRow) -> Result<Option<Act>, StoreError> {
    let entry = ground.entries(&row.origin, row.entry, 1)?;
    Ok(entry.first().and_then(|entry| match decode(&entry.bytes) {
        Ok(Decoded::Act(act)) => Some(act),
        Ok(Decoded::NotUnderstood) | Err(_) => None,
    }))
}
