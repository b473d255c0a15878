//! `reveal`: what a party had said to the parties only is open to everyone from here.

use servanda_entry::{Act, Reveal};
use servanda_model::{Action, Seat};
use servanda_store::Head;

use crate::agreement::{may, origin_of};
use crate::draft::Draft;
use crate::texts::{NotRevealable, to_reveal};
use crate::{By, NotDone, Office};

/// Acts that are revealed at once.
pub const REVEALED_TOGETHER_MAX: usize = 250;

/// Why nothing is revealed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum RevealRefusal {
    /// The roles of whoever acts do not allow it.
    #[error("the roles of this account do not allow it")]
    NotAllowed,
    /// More than can be revealed at once.
    #[error("{REVEALED_TOGETHER_MAX} can be revealed at once; choose fewer")]
    TooMany,
}

/// Opens to everyone what acts of one's own side say, each known by its leaf hash; says of each
/// whether it is open. Those that are opened are written together.
pub fn reveal(
    office: &Office,
    seat: &Seat,
    leaves: &[String],
    by: &mut By<'_>,
) -> Result<Vec<Result<(), NotRevealable>>, NotDone<RevealRefusal>> {
    if !may(office, by, Action::Reveal, &seat.partnership, &seat.voice) {
        return Err(NotDone::Refused(RevealRefusal::NotAllowed));
    }
    if leaves.len() > REVEALED_TOGETHER_MAX {
        return Err(NotDone::Refused(RevealRefusal::TooMany));
    }
    let _writing = office.write_public();
    let origin = origin_of(office, &seat.partnership, &seat.voice)?;
    let Some(origin) = origin else { return Ok(vec![Err(NotRevealable::NotFound); leaves.len()]) };
    let expected = office.ground().head(&origin)?.unwrap_or(Head::EMPTY);
    let mut draft = Draft::new(by);
    let (mut told, mut chosen): (Vec<Result<(), NotRevealable>>, Vec<&str>) = Default::default();
    for leaf in leaves {
        let row = office.register().view(|view| view.act_known_by(&origin, leaf))?;
        let found = match row {
            Some(_) if chosen.contains(&leaf.as_str()) => Err(NotRevealable::Already),
            Some(row) => to_reveal(office, &row)?,
            None => Err(NotRevealable::NotFound),
        };
        told.push(match found {
            Ok(found) => {
                chosen.push(leaf);
                draft.act(&Act::Reveal(Reveal {
                    account: draft.by.account.to_owned(),
                    at: draft.by.at,
                    record: found.record,
                    leaf: leaf.clone(),
                }))?;
                Ok(())
            }
            Err(why) => Err(why),
        });
    }
    if !draft.is_empty() {
        draft.append(office.ledger(), &origin, expected)?;
        office.register().follow(office.ground())?;
    }
    Ok(told)
}
