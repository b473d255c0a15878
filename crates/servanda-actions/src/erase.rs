//! `erase`: a part's bytes and salt go; its commitment, and every proof, stay.
//!
//! Never: of another voice's words. The operator of the command line, who has the keys, erases a text
//! wherever it stands.

use std::collections::{BTreeMap, BTreeSet};

use servanda_entry::act::{Decoded, decode};
use servanda_entry::content::FACTS;
use servanda_entry::{Act, Erase, Ground as ErasureGround, PartReference};
use servanda_model::{Action, RecordId, Seat};
use servanda_store::{Ground, Hash, Head, PartState, StoreError};

use crate::agreement::{may, origin_of};
use crate::draft::Draft;
use crate::texts::{OwnText, own_texts};
use crate::{By, Failure, NotDone, Office, OfficeError};

/// Texts that are erased at once.
pub const ERASED_TOGETHER_MAX: usize = 500;

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

/// Why none of several texts is erased.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum EraseTextsRefusal {
    /// The roles of whoever acts do not allow it.
    #[error("the roles of this account do not allow it")]
    NotAllowed,
    /// More than can be erased at once.
    #[error("{ERASED_TOGETHER_MAX} can be erased at once; choose fewer")]
    TooMany,
}

/// Why one of several texts is not erased.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum NotErased {
    /// It is erased, or this voice has not recorded it.
    #[error("it is not there any more, or your side has not recorded it")]
    Gone,
    /// It stands in a proposal that waits for an answer.
    #[error("it stands in a proposal that is still open; withdraw that first")]
    Open,
}

/// A text to be erased: a record and the commitment by which one of its acts names the text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChosenText {
    /// The record.
    pub record: RecordId,
    /// The commitment, in hexadecimal.
    pub commitment: String,
}

/// Erases words that one's own voice recorded, each wherever it stands in the same role of its record;
/// says of each in how many places it stood. Those that are erased are written together.
pub fn erase_texts(
    office: &Office,
    seat: &Seat,
    chosen: &[ChosenText],
    ground: ErasureGround,
    by: &mut By<'_>,
) -> Result<Vec<Result<usize, NotErased>>, NotDone<EraseTextsRefusal>> {
    if !may(office, by, Action::Erase, &seat.partnership, &seat.voice) {
        return Err(NotDone::Refused(EraseTextsRefusal::NotAllowed));
    }
    if chosen.len() > ERASED_TOGETHER_MAX {
        return Err(NotDone::Refused(EraseTextsRefusal::TooMany));
    }
    let _writing = office.write_public();
    let origin = origin_of(office, &seat.partnership, &seat.voice)?;
    let Some(origin) = origin else { return Ok(vec![Err(NotErased::Gone); chosen.len()]) };
    let mut held: BTreeMap<&RecordId, Vec<OwnText>> = BTreeMap::new();
    let (mut told, mut going) = (Vec::new(), Vec::new());
    for text in chosen {
        if !held.contains_key(&text.record) {
            held.insert(&text.record, own_texts(office, seat, &text.record)?);
        }
        let texts = held.get_mut(&text.record).into_iter().flatten();
        let here = |it: &&mut OwnText| it.places.iter().any(|at| at.commitment == text.commitment);
        let mut here: Vec<&mut OwnText> = texts.filter(here).collect();
        told.push(match here.first_mut() {
            Some(found) if found.is_open() => Err(NotErased::Open),
            Some(found) => {
                // What is chosen twice is erased once.
                let places = std::mem::take(&mut found.places);
                let count = places.len();
                going.extend(places.into_iter().map(|it| (&text.record, it.commitment)));
                Ok(count)
            }
            None => Err(NotErased::Gone),
        });
    }
    let expected = office.ground().head(&origin)?.unwrap_or(Head::EMPTY);
    let mut draft = Draft::new(by);
    let mut parts = Vec::new();
    for (record, commitment) in going {
        parts.extend(Hash::parse_hex(&commitment).ok());
        draft.act(&Act::Erase(Erase {
            account: draft.by.account.to_owned(),
            at: draft.by.at,
            record: record.clone(),
            part: commitment,
            ground,
        }))?;
    }
    if !draft.is_empty() {
        draft.append(office.ledger(), &origin, expected)?;
        take_away(office, &parts)?;
    }
    Ok(told)
}

/// Takes the bytes of parts away whose journals say that they are gone. A crash before it leaves bytes
/// that should be gone; opening the office erases them.
fn take_away(office: &Office, parts: &[Hash]) -> Result<(), Failure> {
    office.ground().erase_parts(parts)?;
    office.drop_search_index()?;
    office.register().follow(office.ground())?;
    Ok(())
}

/// Erases one text of a record, in every language and every version there ever was, proposed ones
/// included, and returns how many parts went. Each journal says so of the parts that it named.
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
    let parts: Vec<Hash> = going.iter().map(|text| text.commitment).collect();
    take_away(office, &parts)?;
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
    let mut left = Vec::new();
    for row in office.register().view(|view| view.acts_called("erase"))? {
        let Some(Act::Erase(erase)) = act_at(office.ground(), &row.origin, row.entry)? else {
            continue;
        };
        let Ok(commitment) = Hash::parse_hex(&erase.part) else { continue };
        if office.ground().part(&commitment)?.is_some() {
            left.push(commitment);
        }
    }
    if !left.is_empty() {
        office.drop_search_index()?;
        office.ground().erase_parts(&left)?;
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
