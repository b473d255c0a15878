//! Answers to a proposal: `accept`, `object` with a reason, and `withdraw` by its own side.

use servanda_entry::content::text_parts;
use servanda_entry::{Accept, Act, Object, Withdraw};
use servanda_model::agreement::Progress;
use servanda_model::hygiene::{self, Unclean};
use servanda_model::{Action, Multilingual, Role};
use servanda_register::{ProposalRow, View};
use servanda_store::Head;

use super::bind::{BindRefusal, Composed, write_one};
use super::{Mandate, is_party, may, open_act, opened, origin_of, seal_accepted};
use crate::draft::Draft;
use crate::{By, Failure, NotDone, Office};

/// Why an answer is not given.
#[derive(Debug, PartialEq, Eq, thiserror::Error)]
pub enum AnswerRefusal {
    /// No proposal has this leaf hash.
    #[error("there is no such proposal")]
    NotFound,
    /// It is agreed, withdrawn or overtaken.
    #[error("the proposal is not open any more: it is {}", .0.code())]
    NotOpen(Progress),
    /// The roles of whoever acts do not allow it.
    #[error("the roles of this account do not allow it")]
    NotAllowed,
    /// Whoever answers is no party.
    #[error("'{0}' is no party of the partnership")]
    NotParty(String),
    /// It is one's own, or not one's own.
    #[error("this proposal is not for your side to answer so")]
    WrongSide,
    /// It was accepted before.
    #[error("your side has accepted it already")]
    Already,
    /// The same party has a proposal open on the same version (rule 3).
    #[error("your side has an open proposal on this version; withdraw it first")]
    Open {
        /// That proposal.
        proposal: String,
    },
    /// What is proposed cannot be read here.
    #[error("a text of the proposal is not held here; it cannot be agreed to unread")]
    Unreadable,
    /// No reason was given.
    #[error("a reason is needed: the other side reads it")]
    NoReason,
    /// The reason holds characters that may not be recorded.
    #[error("the reason cannot be recorded: {0}")]
    UncleanReason(Unclean),
    /// It was composed, and is not written.
    #[error(transparent)]
    Bind(BindRefusal),
}

/// How a party answers a proposal, or takes it back.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Answering {
    /// It agrees.
    Accept,
    /// It takes back what it proposed itself.
    Withdraw,
    /// It begins a draft with the same words.
    Counter,
}

/// Why a party could not answer a proposal so now, as far as that follows from how the proposal stands;
/// none if it could.
pub fn hindrance_to_answer(
    office: &Office,
    proposal: &str,
    voice: &str,
    answering: Answering,
) -> Result<Option<AnswerRefusal>, Failure> {
    let checked = office.register().view(|view| match answering {
        Answering::Withdraw => withdrawable(view, proposal, voice).map(|_row| ()),
        Answering::Counter => answerable(view, proposal, voice).map(|_row| ()),
        Answering::Accept => {
            let row = answerable(view, proposal, voice)?;
            check_free(view, &row, voice)
        }
    });
    match checked {
        Ok(()) => Ok(None),
        Err(NotDone::Refused(refusal)) => Ok(Some(refusal)),
        Err(NotDone::Failed(failure)) => Err(failure),
    }
}

/// Agrees to a proposal, by an account that has no passkey to sign with; with the last acceptance the
/// installation of the proposer seals it.
pub fn accept(
    office: &Office,
    proposal: &str,
    mandate: Mandate<'_>,
    by: &mut By<'_>,
) -> Result<(), NotDone<AnswerRefusal>> {
    let writing = office.write_public();
    let composed = compose_acceptance(office, proposal, mandate, by)?;
    write_one(office, &writing, composed, by)
        .map_err(|not_done| not_done.map(AnswerRefusal::Bind))?;
    drop(writing);
    seal_accepted(office, by)?;
    Ok(())
}

/// Composes the acceptance of a proposal.
pub fn compose_acceptance(
    office: &Office,
    proposal: &str,
    mandate: Mandate<'_>,
    by: &mut By<'_>,
) -> Result<Composed, NotDone<AnswerRefusal>> {
    let row = office.register().view(|view| answerable(view, proposal, mandate.voice))?;
    must(office, by, Action::Accept, &row, mandate)?;
    office.register().view(|view| check_free(view, &row, mandate.voice))?;
    // What cannot be read must not be agreed to.
    let content = opened(office, &row)?.filter(|content| content.is_whole);
    content.ok_or(NotDone::Refused(AnswerRefusal::Unreadable))?;
    let act = Act::Accept(Accept {
        account: by.account.to_owned(),
        at: by.at,
        assertion: None,
        nonce: None,
        record: row.record.clone(),
        mandate: mandate.role.to_owned(),
        base: row.base.clone(),
        of: row.voice.clone(),
        proposal: row.leaf.clone(),
        content: row.content.clone(),
    });
    Ok(Composed {
        origin: journal(office, &row, mandate.voice)?,
        act,
        parts: Vec::new(),
        documents: Vec::new(),
    })
}

/// Answers a proposal with no, and says why. It stays open: it may be accepted later, withdrawn, or
/// answered with a proposal of one's own.
pub fn object(
    office: &Office,
    proposal: &str,
    reason: &Multilingual,
    mandate: Mandate<'_>,
    by: &mut By<'_>,
) -> Result<(), NotDone<AnswerRefusal>> {
    let _writing = office.write_public();
    let row = office.register().view(|view| answerable(view, proposal, mandate.voice))?;
    must(office, by, Action::Object, &row, mandate)?;
    if reason.versions().all(|(_, text)| text.trim().is_empty()) {
        return Err(NotDone::Refused(AnswerRefusal::NoReason));
    }
    check_reason(reason)?;
    let origin = journal(office, &row, mandate.voice)?;
    office.ledger().found(&origin, &(by.chance)())?;
    let expected = office.ground().head(&origin)?.unwrap_or(Head::EMPTY);
    let mut draft = Draft::new(by);
    let parts = draft.parts_for_parties(text_parts(Role::Reason, reason));
    draft.act(&Act::Object(Object {
        account: draft.by.account.to_owned(),
        at: draft.by.at,
        record: row.record.clone(),
        mandate: mandate.role.to_owned(),
        of: row.voice.clone(),
        proposal: row.leaf.clone(),
        parts,
    }))?;
    draft.append(office.ledger(), &origin, expected)?;
    office.register().follow(office.ground())?;
    Ok(())
}

/// Takes a proposal back before it is sealed, by an account that has no passkey to sign with.
pub fn withdraw(
    office: &Office,
    proposal: &str,
    reason: &Multilingual,
    mandate: Mandate<'_>,
    by: &mut By<'_>,
) -> Result<(), NotDone<AnswerRefusal>> {
    let writing = office.write_public();
    let composed = compose_withdrawal(office, proposal, reason, mandate, by)?;
    write_one(office, &writing, composed, by)
        .map_err(|not_done| not_done.map(AnswerRefusal::Bind))?;
    Ok(())
}

/// Composes the withdrawal of a proposal.
pub fn compose_withdrawal(
    office: &Office,
    proposal: &str,
    reason: &Multilingual,
    mandate: Mandate<'_>,
    by: &mut By<'_>,
) -> Result<Composed, NotDone<AnswerRefusal>> {
    let row = office.register().view(|view| withdrawable(view, proposal, mandate.voice))?;
    must(office, by, Action::Withdraw, &row, mandate)?;
    check_reason(reason)?;
    let mut draft = Draft::new(by);
    let parts = draft.parts_for_parties(text_parts(Role::Reason, reason));
    let act = Act::Withdraw(Withdraw {
        account: draft.by.account.to_owned(),
        at: draft.by.at,
        assertion: None,
        nonce: None,
        record: row.record.clone(),
        mandate: mandate.role.to_owned(),
        proposal: row.leaf.clone(),
        parts,
    });
    let parts = draft.into_parts();
    Ok(Composed {
        origin: journal(office, &row, mandate.voice)?,
        act,
        parts,
        documents: Vec::new(),
    })
}

fn must(
    office: &Office,
    by: &By<'_>,
    action: Action,
    row: &ProposalRow,
    mandate: Mandate<'_>,
) -> Result<(), NotDone<AnswerRefusal>> {
    if may(office, by, action, &row.partnership, mandate.voice) {
        return Ok(());
    }
    Err(NotDone::Refused(AnswerRefusal::NotAllowed))
}

/// The journal of a voice in the partnership of a proposal.
fn journal(
    office: &Office,
    row: &ProposalRow,
    voice: &str,
) -> Result<String, NotDone<AnswerRefusal>> {
    let origin = origin_of(office, &row.partnership, voice)?;
    origin.ok_or(NotDone::Refused(AnswerRefusal::NotFound))
}

/// A proposal that still waits, for a party to act on.
fn standing(
    view: &View<'_>,
    proposal: &str,
    voice: &str,
) -> Result<ProposalRow, NotDone<AnswerRefusal>> {
    let row = view.proposal(proposal)?.ok_or(NotDone::Refused(AnswerRefusal::NotFound))?;
    if !is_party(view, &row.partnership, voice)? {
        return Err(NotDone::Refused(AnswerRefusal::NotParty(voice.to_owned())));
    }
    if !matches!(row.progress, Progress::Open | Progress::Accepted) {
        return Err(NotDone::Refused(AnswerRefusal::NotOpen(row.progress)));
    }
    Ok(row)
}

/// A proposal of this party that still waits.
fn withdrawable(
    view: &View<'_>,
    proposal: &str,
    voice: &str,
) -> Result<ProposalRow, NotDone<AnswerRefusal>> {
    let row = standing(view, proposal, voice)?;
    if row.voice != voice {
        return Err(NotDone::Refused(AnswerRefusal::WrongSide));
    }
    Ok(row)
}

/// A proposal of another party that still waits for this one.
pub(crate) fn answerable(
    view: &View<'_>,
    proposal: &str,
    voice: &str,
) -> Result<ProposalRow, NotDone<AnswerRefusal>> {
    let row = standing(view, proposal, voice)?;
    if row.voice == voice {
        return Err(NotDone::Refused(AnswerRefusal::WrongSide));
    }
    let answers = view.answers(&row.leaf)?;
    if answers.iter().any(|it| it.voice == voice && it.word == "accept") {
        return Err(NotDone::Refused(AnswerRefusal::Already));
    }
    Ok(row)
}

/// Nothing of this side stands open on the same version.
fn check_free(
    view: &View<'_>,
    row: &ProposalRow,
    voice: &str,
) -> Result<(), NotDone<AnswerRefusal>> {
    match open_act(view, &row.record, row.base.as_deref(), voice)? {
        Some(proposal) => Err(NotDone::Refused(AnswerRefusal::Open { proposal })),
        None => Ok(()),
    }
}

fn check_reason(reason: &Multilingual) -> Result<(), NotDone<AnswerRefusal>> {
    for (_, text) in reason.versions() {
        hygiene::check(text)
            .map_err(|unclean| NotDone::Refused(AnswerRefusal::UncleanReason(unclean)))?;
    }
    Ok(())
}
