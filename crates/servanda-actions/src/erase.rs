//! `erase`: a part's bytes and salt go; its commitment, and every proof, stay.

use std::collections::BTreeSet;

use servanda_entry::act::{Decoded, decode};
use servanda_entry::content::FACTS;
use servanda_entry::{Act, Erase, Ground as ErasureGround, PartReference};
use servanda_model::RecordId;
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

/// Erases one text of a record, in every language and every version there ever was, proposed ones
/// included, and returns how many parts went. Each journal says so of the parts that it named.
///
/// A search index made from the register before must be made again.
pub fn erase(
    office: &Office,
    id: &RecordId,
    role: &str,
    ground: ErasureGround,
    by: &mut By<'_>,
) -> Result<usize, NotDone<EraseRefusal>> {
    let _writing = office.write_public();
    if office.register().view(|view| view.history(id))?.is_empty() {
        return Err(NotDone::Refused(EraseRefusal::NotFound(id.clone())));
    }
    let there = held_texts(office, id)?;
    let going: Vec<_> = there.iter().filter(|text| text.role == role).collect();
    if going.is_empty() {
        let roles: BTreeSet<_> = there.into_iter().map(|text| text.role).collect();
        return Err(NotDone::Refused(EraseRefusal::NoSuchText {
            record: id.clone(),
            role: role.to_owned(),
            held: roles.into_iter().collect::<Vec<_>>().join(", "),
        }));
    }
    let origins: BTreeSet<&str> = going.iter().map(|text| text.origin.as_str()).collect();
    for origin in origins {
        let expected = office.ground().head(origin)?.unwrap_or(Head::EMPTY);
        let mut draft = Draft::new(by);
        for text in going.iter().filter(|text| text.origin == origin) {
            draft.act(&Act::Erase(Erase {
                account: draft.by.account.to_owned(),
                at: draft.by.at,
                record: id.clone(),
                part: text.commitment.to_hex(),
                ground,
            }))?;
        }
        draft.append(office.ledger(), origin, expected)?;
    }
    // The entries say that the parts are gone. A crash from here leaves bytes that should be
    // gone; opening the office erases them.
    for text in &going {
        office.ground().erase_part(&text.commitment)?;
    }
    office.register().follow(office.ground())?;
    Ok(going.len())
}

/// A text that is still held.
struct HeldText {
    /// The journal that named it.
    origin: String,
    role: String,
    commitment: Hash,
}

/// The texts of every version of a record that are still held.
fn held_texts(office: &Office, id: &RecordId) -> Result<Vec<HeldText>, Failure> {
    let mut texts = Vec::new();
    for (origin, part) in every_part(office, id)? {
        let Ok(commitment) = Hash::parse_hex(&part.commitment) else { continue };
        if part.role != FACTS && office.ground().part(&commitment)?.is_some() {
            texts.push(HeldText { origin, role: part.role, commitment });
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
    for (_, part) in every_part(office, id)? {
        let Ok(commitment) = Hash::parse_hex(&part.commitment) else { continue };
        if office.ground().part_state(&commitment)? == Some(PartState::Erased) {
            erased.insert((part.role, part.language));
        }
    }
    Ok(erased)
}

/// The parts of every version of a record, as its acts name them, each with its journal.
fn every_part(office: &Office, id: &RecordId) -> Result<Vec<(String, PartReference)>, Failure> {
    let mut parts = Vec::new();
    for row in office.register().view(|view| view.history(id))? {
        if let Some(act) = act_at(office.ground(), &row.origin, row.entry)? {
            parts.extend(act.parts().iter().map(|part| (row.origin.clone(), part.clone())));
        }
    }
    Ok(parts)
}

/// Erases what the journals say is gone and a crash left behind.
pub(crate) fn finish_erasures(office: &Office) -> Result<(), OfficeError> {
    for row in office.register().view(|view| view.acts_called("erase"))? {
        let Some(Act::Erase(erase)) = act_at(office.ground(), &row.origin, row.entry)? else {
            continue;
        };
        let Ok(commitment) = Hash::parse_hex(&erase.part) else { continue };
        if office.ground().part(&commitment)?.is_some() {
            office.ground().erase_part(&commitment)?;
        }
    }
    Ok(())
}

/// The act at a place in a journal, if it is understood.
pub(crate) fn act_at(ground: &Ground, origin: &str, index: u64) -> Result<Option<Act>, StoreError> {
    let entry = ground.entries(origin, index, 1)?;
    Ok(entry.first().and_then(|entry| match decode(&entry.bytes) {
        Ok(Decoded::Act(act)) => Some(act),
        Ok(Decoded::NotUnderstood) | Err(_) => None,
    }))
}
