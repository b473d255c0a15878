//! Everything behind sign-in: who somebody is, what they may do, and the pages only they see.
//!
//! Never: an answer that is kept. What is made here is for one reader, and for the moment.
//!
//! Words: a *reply* is an answer to one reader alone; *signed in* is whoever has a session.

pub(crate) mod account;
pub(crate) mod field;
pub(crate) mod invitation;
pub(crate) mod limiter;
pub(crate) mod passkey;
pub(crate) mod people;
pub(crate) mod reply;
pub(crate) mod seat;
pub(crate) mod sign_in;
pub(crate) mod signed_in;
pub(crate) mod yours;

use axum::Router;
use axum::extract::State;
use axum::http::{HeaderMap, Uri};
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::{get, post};
use servanda_actions::NotDone;
use servanda_register::View;

use crate::answer::PageError;
use crate::fields::Fields;
use crate::routes;
use crate::site::Desk;
use reply::{Posted, Reply, answer};
use signed_in::SignedIn;

/// The addresses behind sign-in, and those that lead there.
pub(crate) fn routes() -> Router<Desk> {
    let account = format!("{}/{{id}}", routes::WORKSPACE_PEOPLE);
    let of_account = |verb: &str| format!("{account}/{verb}");
    let invitation = format!("{}/{{token}}", routes::INVITATION);
    Router::new()
        .route(routes::SIGN_IN, get(sign_in::page).post(sign_in::sign_in))
        .route(routes::SIGN_OUT, get(to_workspace).post(sign_in::sign_out))
        .route(&invitation, get(invitation::page).post(invitation::take_up))
        .route(routes::WORKSPACE, get(yours::page))
        .route(routes::WORKSPACE_PASSWORD, get(to_workspace).post(yours::change_password))
        .route(routes::SIGN_OUT_EVERYWHERE, get(to_workspace).post(sign_in::sign_out_everywhere))
        .route(routes::SIGN_IN_PASSKEY, get(to_sign_in).post(passkey::ask_to_sign_in))
        .route(routes::SIGN_IN_PASSKEY_SIGNED, get(to_sign_in).post(passkey::sign_in))
        .route(routes::WORKSPACE_PASSKEYS, get(to_workspace).post(passkey::ask_for_new))
        .route(routes::WORKSPACE_PASSKEYS_MADE, get(to_workspace).post(passkey::add))
        .route(routes::WORKSPACE_PASSKEYS_REMOVE, get(to_workspace).post(passkey::remove))
        .route(routes::WORKSPACE_PEOPLE, get(people::page).post(people::add))
        .route(&account, get(account::page))
        .route(&of_account("invite"), get(to_people).post(account::invite))
        .route(&of_account("grant"), get(to_people).post(account::grant))
        .route(&of_account("revoke"), post(account::revoke).get(to_people))
        .route(&of_account("close"), get(to_people).post(account::close))
}

/// A page for whoever is signed in; whoever is not is led to the sign-in page and back.
pub(crate) async fn private(
    desk: Desk,
    uri: Uri,
    headers: HeaderMap,
    ask: impl FnOnce(&Desk, &View<'_>, &SignedIn) -> Result<Reply, PageError> + Send + 'static,
) -> Response {
    let address = uri.clone();
    answer(desk, uri, move |desk| {
        let Some(who) = SignedIn::of(desk, &headers) else {
            return Ok(sign_in::first(desk, &address));
        };
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
    desk: Desk,
    uri: Uri,
    headers: HeaderMap,
    posted: Posted,
    act: impl FnOnce(&Desk, &SignedIn, &Fields) -> Result<Reply, PageError> + Send + 'static,
) -> Response {
    answer(desk, uri, move |desk| {
        let who = SignedIn::of(desk, &headers).ok_or(PageError::SignedOut)?;
        act(desk, &who, &posted.read()?)
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

async fn to_workspace(State(desk): State<Desk>) -> Response {
    let workspace = routes::localized(desk.locale.language(), routes::WORKSPACE);
    Redirect::to(&workspace).into_response()
}

async fn to_sign_in(State(desk): State<Desk>) -> Response {
    let sign_in = routes::localized(desk.locale.language(), routes::SIGN_IN);
    Redirect::to(&sign_in).into_response()
}

async fn to_people(State(desk): State<Desk>) -> Response {
    let people = routes::localized(desk.locale.language(), routes::WORKSPACE_PEOPLE);
    Redirect::to(&people).into_response()
}
