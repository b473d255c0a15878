//! Answers to many proposals at once: those of a whole meeting, each by an act of its own, each with what
//! became of it.

use axum::extract::Path;
use axum::response::Response;
use servanda_actions::By;
use servanda_actions::agreement::{
    AnswerRefusal, Answering, Mandate, compose_acceptance, compose_withdrawal, object,
};
use servanda_actions::drafts::{CounterRefusal, counter};
use servanda_model::{Action, Seat, hygiene};

use super::draft::refused as not_drafted;
use super::field::ToMend;
use super::proposal::{find, proposal_title, reason, refused, seal};
use super::review::{
    REASON, REASON_FIELD, Selected, looked_over_again, must_answer, withdrawals_again,
};
use super::side::{Outcome, PROPOSAL_FIELD, chosen, told_of_all};
use super::signed_in::SignedIn;
use super::signing::{Place, Several, bind_all, of_one};
use super::visit::Sent;
use super::{private_form, told, view};
use crate::answer::PageError;
use crate::locale::Locale;
use crate::site::Desk;

type SidePath = Path<(String, String)>;

/// `POST /workspace/{partnership}/{voice}/accept`: accepts every proposal that was chosen, each by
/// an act of its own; what cannot be accepted is told, and the rest is done.
pub(crate) async fn accepted(Path((partnership, voice)): SidePath, sent: Sent) -> Response {
    private_form(sent, move |desk, who, fields| {
        let seat = Seat { partnership, voice };
        let role = who.role_for(Action::Accept, &seat)?;
        let mandate = Mandate { voice: &seat.voice, role };
        let office = desk.site.office();
        // A reason is an answer, whether or not its proposal is chosen with the others: those with a
        // reason are the exceptions, which are objected to.
        let mut exceptions = chosen(fields, REASON_FIELD);
        exceptions
            .retain(|leaf| !reason(desk, fields, &format!("{REASON_FIELD}{leaf}")).is_empty());
        let selected = Selected::of(fields, PROPOSAL_FIELD);
        let others = selected.chosen().filter(|leaf| !exceptions.contains(leaf));
        let proposals = titled(desk, who, &seat, others)?;
        let place = Place::of_side(&seat, "accept");
        let compose =
            |leaf: &String, by: &mut By<'_>| compose_acceptance(office, leaf, mandate, by);
        let why = |refusal: &AnswerRefusal| refused(desk.locale, refusal).what;
        let mut outcome = match bind_all(desk, who, fields, &place, proposals, compose, why)? {
            Several::Asked(reply) => return Ok(reply),
            Several::Refused(to_mend) => {
                let outcome = Outcome { to_mend: vec![to_mend], ..Outcome::default() };
                return told_of_all(desk, who, &seat, "accepted", outcome);
            }
            Several::Done { written, to_mend } => {
                seal(desk)?;
                let accepted = desk.locale.say("lot-result-accepted");
                Outcome::of(desk.locale, &written, &accepted, to_mend)
            }
        };
        outcome.to_mend.extend(selected.cut(desk.locale));
        let mut again: Vec<(&str, String)> = Vec::new();
        for leaf in exceptions {
            let row = view(desk, |view| find(view, who, &seat, leaf))?;
            let reason = reason(desk, fields, &format!("{REASON_FIELD}{leaf}"));
            let title = proposal_title(desk, &row)?;
            match told(who.act(desk, |by| object(office, &row.leaf, &reason, mandate, by)))? {
                Ok(()) => {
                    let objected = desk.locale.say("lot-result-objected");
                    outcome.results.push(of_one(desk.locale, &title, &objected).what);
                }
                Err(refusal) => {
                    let what = refused(desk.locale, &refusal).what;
                    outcome.to_mend.push(of_one(desk.locale, &title, &what));
                    again.push((leaf, what));
                }
            }
        }
        if !again.is_empty() {
            // What was typed comes back with what is to be mended.
            return view(desk, |view| {
                looked_over_again(desk, view, who, &seat, &again, fields, outcome.results)
            });
        }
        told_of_all(desk, who, &seat, "accepted", outcome)
    })
    .await
}

/// `POST /workspace/{partnership}/{voice}/withdraw`: takes back every proposal that was chosen, with one
/// reason for all.
pub(crate) async fn withdrawn(Path((partnership, voice)): SidePath, sent: Sent) -> Response {
    private_form(sent, move |desk, who, fields| {
        let seat = Seat { partnership, voice };
        let role = who.role_for(Action::Withdraw, &seat)?;
        let mandate = Mandate { voice: &seat.voice, role };
        let (office, locale) = (desk.site.office(), desk.locale);
        let reason = reason(desk, fields, REASON);
        if reason.versions().any(|(_, text)| hygiene::check(text).is_err()) {
            let what = locale.say("refused-text-unclean");
            return withdrawals_again(desk, who, &seat, fields, what);
        }
        let selected = Selected::of(fields, PROPOSAL_FIELD);
        let proposals = titled(desk, who, &seat, selected.chosen())?;
        let place = Place::of_side(&seat, "withdraw");
        let compose =
            |leaf: &String, by: &mut By<'_>| compose_withdrawal(office, leaf, &reason, mandate, by);
        let why = |refusal: &AnswerRefusal| refused(locale, refusal).what;
        let mut outcome = match bind_all(desk, who, fields, &place, proposals, compose, why)? {
            Several::Asked(reply) => return Ok(reply),
            Several::Refused(to_mend) => Outcome { to_mend: vec![to_mend], ..Outcome::default() },
            Several::Done { written, to_mend } => {
                Outcome::of(locale, &written, &locale.say("lot-result-withdrawn"), to_mend)
            }
        };
        outcome.to_mend.extend(selected.cut(locale));
        told_of_all(desk, who, &seat, "withdrawn", outcome)
    })
    .await
}

/// `POST /workspace/{partnership}/{voice}/counter`: begins a draft with the words of every proposal that
/// was chosen; a record of which there is a draft already keeps it.
pub(crate) async fn countered(Path((partnership, voice)): SidePath, sent: Sent) -> Response {
    private_form(sent, move |desk, who, fields| {
        let seat = Seat { partnership, voice };
        view(desk, |view| must_answer(view, who, &seat, Answering::Counter))?;
        let (office, locale) = (desk.site.office(), desk.locale);
        let selected = Selected::of(fields, PROPOSAL_FIELD);
        let proposals = titled(desk, who, &seat, selected.chosen())?;
        let leaves: Vec<String> = proposals.iter().map(|(_, leaf)| leaf.clone()).collect();
        let mut outcome = Outcome::default();
        match told(who.act(desk, |by| counter(office, &seat, &leaves, by)))? {
            Ok(told) => {
                let begun = locale.say("lot-result-countered");
                for ((title, _), told) in proposals.iter().zip(told) {
                    match told {
                        Ok(_draft) => outcome.results.push(of_one(locale, title, &begun).what),
                        Err(refusal) => {
                            let what = not_countered(locale, &refusal);
                            outcome.to_mend.push(of_one(locale, title, &what));
                        }
                    }
                }
            }
            Err(refusal) => {
                let what = not_countered(locale, &refusal);
                outcome.to_mend.push(ToMend { field: None, what });
            }
        }
        outcome.done = outcome.results.len();
        outcome.to_mend.extend(selected.cut(locale));
        told_of_all(desk, who, &seat, "countered", outcome)
    })
    .await
}

/// Proposals that were chosen, with their titles.
fn titled<'a>(
    desk: &Desk,
    who: &SignedIn,
    seat: &Seat,
    leaves: impl Iterator<Item = &'a str>,
) -> Result<Vec<(String, String)>, PageError> {
    let mut proposals = Vec::new();
    for leaf in leaves {
        let row = view(desk, |view| find(view, who, seat, leaf))?;
        proposals.push((proposal_title(desk, &row)?, row.leaf));
    }
    Ok(proposals)
}

/// Why no draft begins with the words of a proposal, in the reader's words.
pub(crate) fn not_countered(locale: &Locale, refusal: &CounterRefusal) -> String {
    match refusal {
        CounterRefusal::Draft(refusal) => not_drafted(locale, refusal).what,
        CounterRefusal::Answer(refusal) => refused(locale, refusal).what,
        CounterRefusal::Drafted(_) => locale.say("refused-drafted"),
        CounterRefusal::TooMany => locale.say("refused-too-many-to-sign"),
    }
}
