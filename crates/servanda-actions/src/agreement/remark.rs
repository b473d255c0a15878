//! `dispute` and `diverge`: what a party has to say about what is recorded, for everyone and for ever.
//! It changes no standing.

use servanda_entry::content::text_parts;
use servanda_entry::{Act, Remark};
use servanda_model::hygiene::{self, Unclean};
use servanda_model::{Action, Multilingual, RecordId, Role};
use servanda_store::Head;

use super::{Mandate, is_party, may, origin_of};
use crate::draft::Draft;
use crate::{By, NotDone, Office};

/// What a party says about a record.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Remarking {
    /// It sees the matter otherwise.
    Dispute,
    /// The languages of the text do not agree.
    Diverge,
}

/// Why a remark is not made.
#[derive(Debug, PartialEq, Eq, thiserror::Error)]
pub enum RemarkRefusal {
    /// No record has this identifier.
    #[error("no record has the identifier '{0}'")]
    NotFound(RecordId),
    /// The roles of whoever acts do not allow it.
    #[error("the roles of this account do not allow it")]
    NotAllowed,
    /// Whoever speaks is no party.
    #[error("'{0}' is no party of the partnership")]
    NotParty(String),
    /// Nothing is said.
    #[error("say what it is about: everyone reads it")]
    NoReason,
    /// It holds characters that may not be recorded.
    #[error("the text cannot be recorded: {0}")]
    Unclean(Unclean),
}

/// Says something beside what stands for a record now.
pub fn remark(
    office: &Office,
    id: &RecordId,
    remarking: Remarking,
    reason: &Multilingual,
    mandate: Mandate<'_>,
    by: &mut By<'_>,
) -> Result<(), NotDone<RemarkRefusal>> {
    let not_found = || NotDone::Refused(RemarkRefusal::NotFound(id.clone()));
    let _writing = office.write_public();
    let held = office.register().view(|view| view.find(id))?.ok_or_else(not_found)?;
    if !may(office, by, Action::Object, &held.partnership, mandate.voice) {
        return Err(NotDone::Refused(RemarkRefusal::NotAllowed));
    }
    let is_party =
        office.register().view(|view| is_party(view, &held.partnership, mandate.voice))?;
    if !is_party {
        return Err(NotDone::Refused(RemarkRefusal::NotParty(mandate.voice.to_owned())));
    }
    if reason.versions().all(|(_, text)| text.trim().is_empty()) {
        return Err(NotDone::Refused(RemarkRefusal::NoReason));
    }
    for (_, text) in reason.versions() {
        hygiene::check(text)
            .map_err(|unclean| NotDone::Refused(RemarkRefusal::Unclean(unclean)))?;
    }
    let origin = origin_of(office, &held.partnership, mandate.voice)?.ok_or_else(not_found)?;
    office.ledger().found(&origin, &(by.chance)())?;
    let expected = office.ground().head(&origin)?.unwrap_or(Head::EMPTY);
    let mut draft = Draft::new(by);
    let parts = draft.parts(text_parts(Role::Reason, reason));
    let remark = Remark {
        account: draft.by.account.to_owned(),
        at: draft.by.at,
        record: id.clone(),
        mandate: mandate.role.to_owned(),
        leaf: held.leaf,
        parts,
    };
    draft.act(&match remarking {
        Remarking::Dispute => Act::Dispute(remark),
        Remarking::Diverge => Act::Diverge(remark),
    })?;
    draft.append(office.ledger(), &origin, expected)?;
    office.register().follow(office.ground())?;
    Ok(())
}
