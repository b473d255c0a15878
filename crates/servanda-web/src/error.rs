//! The pages for what went wrong: what happened, what to do next, with the same header.

use askama::Template;
use axum::http::header::CONTENT_LANGUAGE;
use axum::response::{Html, IntoResponse, Response};

use crate::answer::{PageError, status};
use crate::frame::{About, Frame};
use crate::routes;
use crate::site::Desk;

/// A page for an error.
#[derive(Debug, Template)]
#[template(path = "error.html")]
pub(crate) struct ErrorPage {
    frame: Frame,
    what: String,
    next: Vec<String>,
    /// The same page of today, where the reader chose another moment.
    now: Option<String>,
}

/// Turns an error into its page. What failed or was not allowed is logged here, once: where it was
/// asked for and never by whom.
pub(crate) fn respond(desk: &Desk, path: &str, error: &PageError) -> Response {
    let logged = routes::without_token(path);
    let key = match error {
        PageError::NotFound if desk.chosen.moment.is_now() => "not-found",
        PageError::NotFound => "not-found-then",
        PageError::OnlyRead => "only-read",
        PageError::SignedOut => "signed-out",
        PageError::Forbidden => {
            tracing::warn!(
                path = logged,
                "a page was asked for that is not for the roles of an account"
            );
            "forbidden"
        }
        PageError::OtherSite => {
            tracing::warn!(path = logged, "a form came from another site and was not taken");
            "other-site"
        }
        PageError::TooLarge => "too-large",
        PageError::TooSlow => {
            tracing::warn!(path = logged, "a request took too long and was given up");
            "too-slow"
        }
        PageError::Failed(failure) => {
            // As text, which the log quotes: a failure may name what somebody sent.
            tracing::error!(path = logged, failure = failure.to_string(), "a page failed");
            "failed"
        }
    };
    let locale = desk.locale;
    let about = About {
        title: locale.say(&format!("{key}-title")),
        description: locale.say(&format!("{key}-what")),
        path: path.to_owned(),
        ..About::default()
    };
    let page = Frame::new(desk, None, about).ok().map(|frame| ErrorPage {
        frame,
        what: locale.say(&format!("{key}-what")),
        next: vec![locale.say(&format!("{key}-next")), locale.say("error-search")],
        now: (key == "not-found-then").then(|| routes::localized(locale.language(), path)),
    });
    let html = page.and_then(|page| page.render().ok()).unwrap_or_default();
    let language = [(CONTENT_LANGUAGE, locale.language().locale())];
    (status(error), language, Html(html)).into_response()
}
