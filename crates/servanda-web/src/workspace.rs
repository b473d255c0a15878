//! Everything behind sign-in: who somebody is, what they may do, and the pages only they see.
//!
//! Never: an answer that is kept. What is made here is for one reader, and for the moment.
//!
//! Words: a *reply* is an answer to one reader alone; *signed in* is whoever has a session.

pub(crate) mod account;
pub(crate) mod activity;
pub(crate) mod address;
pub(crate) mod answers;
pub(crate) mod beside;
pub(crate) mod browser;
pub(crate) mod choice;
pub(crate) mod comments;
pub(crate) mod compare;
pub(crate) mod documents;
pub(crate) mod draft;
pub(crate) mod draft_form;
pub(crate) mod fact_form;
pub(crate) mod field;
pub(crate) mod finding;
pub(crate) mod findings;
pub(crate) mod findings_out;
pub(crate) mod invitation;
pub(crate) mod kept;
pub(crate) mod likely;
pub(crate) mod limiter;
pub(crate) mod new_draft;
pub(crate) mod notices;
pub(crate) mod passage;
pub(crate) mod passkey;
pub(crate) mod people;
pub(crate) mod proposal;
pub(crate) mod qr;
pub(crate) mod record;
pub(crate) mod remarks;
pub(crate) mod reply;
pub(crate) mod review;
pub(crate) mod seat;
pub(crate) mod second_step;
pub(crate) mod sessions;
pub(crate) mod shape;
pub(crate) mod side;
pub(crate) mod sign_in;
pub(crate) mod sign_on;
pub(crate) mod signed_in;
pub(crate) mod signing;
pub(crate) mod stating;
pub(crate) mod succession;
pub(crate) mod succession_out;
pub(crate) mod successions;
pub(crate) mod taking;
pub(crate) mod texts;
pub(crate) mod upload;
pub(crate) mod visit;
pub(crate) mod waits;
pub(crate) mod yours;

use axum::Router;
use axum::response::Response;
use servanda_actions::NotDone;
use servanda_register::View;

use crate::answer::PageError;
use crate::fields::Fields;
use crate::site::Desk;
use address::Address;
use reply::{Reply, answer};
use signed_in::SignedIn;
use visit::{Sent, Visit};

/// The addresses behind sign-in, and those that lead there.
pub(crate) fn routes() -> Router<Desk> {
    Address::ALL
        .into_iter()
        .fold(Router::new(), |router, address| router.route(address.path(), address.handler()))
}

/// A page for whoever is signed in; whoever is not is led to the sign-in page and back.
pub(crate) async fn private(
    visit: Visit,
    ask: impl FnOnce(&Desk, &View<'_>, &SignedIn) -> Result<Reply, PageError> + Send + 'static,
) -> Response {
    let Visit { desk, uri, headers } = visit;
    let address = uri.clone();
    answer(desk, uri, move |desk| {
        let Some(who) = SignedIn::of(desk, &headers) else {
            return Ok(sign_in::first(desk, &address));
        };
        let desk = &desk.read_by(&who.account);
        desk.site.office().register().view(|view| ask(desk, view, &who))
    })
    .await
}

/// What whoever is signed in has sent. Whose session has ended meanwhile is told how to send it again:
/// led elsewhere, they would lose what they typed.
///
/// What is done may change the register: whoever has something to show afterwards asks for a view
/// of its own ([`view`]).
pub(crate) async fn private_form(
    sent: Sent,
    act: impl FnOnce(&Desk, &SignedIn, &Fields) -> Result<Reply, PageError> + Send + 'static,
) -> Response {
    let Sent { visit: Visit { desk, uri, headers }, posted } = sent;
    answer(desk, uri, move |desk| {
        let who = SignedIn::of(desk, &headers).ok_or(PageError::SignedOut)?;
        let fields = posted.read()?;
        let desk = &desk.read_by(&who.account);
        desk.site.growing(|| act(desk, &who, &fields))
    })
    .await
}

/// Answers from the register as it is at this moment.
pub(crate) fn view<T>(
    desk: &Desk,
    ask: impl FnOnce(&View<'_>) -> Result<T, PageError>,
) -> Result<T, PageError> {
    desk.site.office().register().view(ask)
}

/// What an action said: done or refused. What failed is an error of the page.
pub(crate) fn told<T, R>(done: Result<T, NotDone<R>>) -> Result<Result<T, R>, PageError> {
    match done {
        Ok(done) => Ok(Ok(done)),
        Err(NotDone::Refused(refusal)) => Ok(Err(refusal)),
        Err(NotDone::Failed(failure)) => Err(failure.into()),
    }
}
