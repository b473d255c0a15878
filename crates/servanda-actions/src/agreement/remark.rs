//! `dispute` and `diverge`: what a party has to say about what is recorded, for everyone and for ever.
//! It changes no standing.

use servanda_entry::content::text_parts;
use servanda_entry::{Act, Remark};
use servanda_model::hygiene::{self, Unclean};
use servanda_model::{Action, Multilingual, RecordId, Role};
use servanda_register::Held;
use servanda_store::Head;

use super::{Mandate, is_party, may, origin_of};
use crate::draft::Draft;
use crate::{By, NotDone, Office};

/// Records that something is said beside at once.
pub const REMARKED_TOGETHER_MAX: usize = 250;

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
    /// Other words stand than those that were read.
    #[error("other words stand for this record than those you read; read them first")]
    Meanwhile,
    /// More than can be spoken about at once.
    #[error("{REMARKED_TOGETHER_MAX} can be spoken about at once; choose fewer")]
    TooMany,
}

/// What a party says beside one of several records.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Saying {
    /// The record.
    pub record: RecordId,
    /// The leaf hash of what stood for it when it was read, or its first digits.
    pub seen: String,
    /// What is said.
    pub reason: Multilingual,
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
    let held = office.register().view(|view| view.find(id))?.ok_or_else(not_found)?;
    let saying = Saying { record: id.clone(), seen: held.leaf, reason: reason.clone() };
    let told = remark_all(office, &held.partnership, remarking, &[saying], mandate, by)?;
    told.into_iter().next().unwrap_or(Ok(())).map_err(NotDone::Refused)
}

/// Says something beside each of several records of a partnership; says of each whether it is said. What
/// is said is written together.
pub fn remark_all(
    office: &Office,
    partnership: &str,
    remarking: Remarking,
    sayings: &[Saying],
    mandate: Mandate<'_>,
    by: &mut By<'_>,
) -> Result<Vec<Result<(), RemarkRefusal>>, NotDone<RemarkRefusal>> {
    if !may(office, by, Action::Object, partnership, mandate.voice) {
        return Err(NotDone::Refused(RemarkRefusal::NotAllowed));
    }
    if sayings.len() > REMARKED_TOGETHER_MAX {
        return Err(NotDone::Refused(RemarkRefusal::TooMany));
    }
    let _writing = office.write_public();
    if !office.register().view(|view| is_party(view, partnership, mandate.voice))? {
        return Err(NotDone::Refused(RemarkRefusal::NotParty(mandate.voice.to_owned())));
    }
    let origin = origin_of(office, partnership, mandate.voice)?;
    let origin = origin
        .ok_or_else(|| NotDone::Refused(RemarkRefusal::NotParty(mandate.voice.to_owned())))?;
    let mut leaves = Vec::new();
    for saying in sayings {
        let held = office.register().view(|view| view.find(&saying.record))?;
        let held = held.filter(|held| held.partnership == partnership);
        leaves.push(sayable(held, saying));
    }
    if leaves.iter().all(Result::is_err) {
        return Ok(leaves.into_iter().map(|leaf| leaf.map(|_leaf| ())).collect());
    }
    office.ledger().found(&origin, &(by.chance)())?;
    let expected = office.ground().head(&origin)?.unwrap_or(Head::EMPTY);
    let mut draft = Draft::new(by);
    let mut told = Vec::new();
    for (saying, leaf) in sayings.iter().zip(leaves) {
        let leaf = match leaf {
            Ok(leaf) => leaf,
            Err(refusal) => {
                told.push(Err(refusal));
                continue;
            }
        };
        let parts = draft.parts(text_parts(Role::Reason, &saying.reason));
        let remark = Remark {
            account: draft.by.account.to_owned(),
            at: draft.by.at,
            record: saying.record.clone(),
            mandate: mandate.role.to_owned(),
            leaf,
            parts,
        };
        draft.act(&match remarking {
            Remarking::Dispute => Act::Dispute(remark),
            Remarking::Diverge => Act::Diverge(remark),
        })?;
        told.push(Ok(()));
    }
    // A crash before this is done leaves nothing of it, after it all of it.
    draft.append(office.ledger(), &origin, expected)?;
    office.register().follow(office.ground())?;
    Ok(told)
}

/// The leaf hash of what stands for a record, where this can be said beside it.
fn sayable(held: Option<Held>, saying: &Saying) -> Result<String, RemarkRefusal> {
    let held = held.ok_or_else(|| RemarkRefusal::NotFound(saying.record.clone()))?;
    if !held.leaf.starts_with(&saying.seen) {
        return Err(RemarkRefusal::Meanwhile);
    }
    if saying.reason.versions().all(|(_, text)| text.trim().is_empty()) {
        return Err(RemarkRefusal::NoReason);
    }
    for (_, text) in saying.reason.versions() {
        hygiene::check(text).map_err(RemarkRefusal::Unclean)?;
    }
    Ok(held.leaf)
}
