//! Agreement between parties: `propose`, `accept`, `object`, `withdraw`, and the seal that the
//! proposer's installation sets by itself (rules 2 to 4 of the record).
//!
//! What is checked here is what a person can mend before anything is written. What counts is decided
//! afterwards, by the verdict over all journals: two who act at once both write, and nothing is lost.

mod answer;
mod bind;
mod opened;
mod propose;
mod remark;
mod seal;

pub(crate) use answer::answerable;
pub use answer::{
    AnswerRefusal, Answering, accept, compose_acceptance, compose_withdrawal, hindrance_to_answer,
    object, withdraw,
};
pub use bind::{
    BindRefusal, Composed, SIGNED_TOGETHER_MAX, binding_passkeys, compose_again, compose_to_sign,
    revoke_keys, to_sign, write,
};
pub use opened::{Authority, Proposed, authority_of, opened, reason_of, withdrawal_of};
pub use propose::{Offer, ProposeRefusal, compose_proposal, differing, propose};
pub(crate) use propose::{check, check_texts};
pub use remark::{REMARKED_TOGETHER_MAX, RemarkRefusal, Remarking, Saying, remark, remark_all};
pub use seal::seal_accepted;

use servanda_model::agreement::Progress;
use servanda_model::{AccountId, Action, RecordId};
use servanda_register::{RegisterError, View};

use crate::{By, Failure, OPERATOR, Office};

/// The account that stands in entries that an installation writes by itself.
pub const INSTALLATION: &str = "installation";

/// By what right somebody acts for a party.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Mandate<'a> {
    /// The voice of the party: the last segment of its journal's name.
    pub voice: &'a str,
    /// The code of the role by which the account may speak for it.
    pub role: &'a str,
}

/// The name of the journal of a voice in a partnership; none where nothing is recorded of the
/// partnership.
pub(crate) fn origin_of(
    office: &Office,
    partnership: &str,
    voice: &str,
) -> Result<Option<String>, Failure> {
    let stated = office.register().view(|view| {
        let all = view.partnerships()?;
        Ok::<_, RegisterError>(all.into_iter().find(|held| held.partnership == partnership))
    })?;
    let host = stated.and_then(|held| held.origin.split_once('/').map(|(host, _)| host.to_owned()));
    Ok(host.map(|host| format!("{host}/{partnership}/{voice}")))
}

/// Whether whoever acts may do this for a voice: an account by its roles, and the operator of the
/// command line, who has the keys.
pub(crate) fn may(
    office: &Office,
    by: &By<'_>,
    action: Action,
    partnership: &str,
    voice: &str,
) -> bool {
    let Ok(id) = AccountId::parse(by.account) else { return by.account == OPERATOR };
    let people = office.house().people();
    people.account(&id).is_some_and(|account| {
        account.closed_at.is_none()
            && account.grants.iter().any(|grant| grant.may(action, partnership, voice))
    })
}

/// The proposal on this base that a voice made or accepted and that still waits: while there is one, it
/// may neither propose nor accept another (rule 3).
fn open_act(
    view: &View<'_>,
    record: &RecordId,
    base: Option<&str>,
    voice: &str,
) -> Result<Option<String>, RegisterError> {
    for row in view.proposals_of(record)? {
        let waits = matches!(row.progress, Progress::Open | Progress::Accepted);
        if !waits || row.base.as_deref() != base {
            continue;
        }
        let answers = view.answers(&row.leaf)?;
        let accepted = answers.iter().any(|it| it.voice == voice && it.word == "accept");
        if row.voice == voice || accepted {
            return Ok(Some(row.leaf));
        }
    }
    Ok(None)
}

/// Whether a voice is a party of a partnership.
fn is_party(view: &View<'_>, partnership: &str, voice: &str) -> Result<bool, RegisterError> {
    Ok(view.party_voices(partnership)?.iter().any(|party| party.voice == voice))
}
