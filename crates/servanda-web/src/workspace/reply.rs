//! Answers to one reader alone: never kept by anybody, and what was sent is read with a limit.

use std::convert::Infallible;

use axum::body::Bytes;
use axum::extract::{FromRequest, Request};
use axum::http::{HeaderName, HeaderValue, StatusCode, Uri, header};
use axum::response::{IntoResponse, Redirect, Response};
use servanda_model::Language;

use crate::answer::{Answer, PageError};
use crate::error;
use crate::fields::Fields;
use crate::router::{POLICY_OF_DRAFT, POLICY_WITH_PASSKEYS, path_without_language};
use crate::routes;
use crate::site::Desk;
use crate::source::Source;

/// An answer to one reader.
#[derive(Debug)]
pub(crate) struct Reply {
    status: StatusCode,
    said: Said,
    headers: Vec<(HeaderName, HeaderValue)>,
}

#[derive(Debug)]
enum Said {
    Page(String),
    Elsewhere(String),
    /// Something to keep, or another form of a page.
    Given(Answer),
    /// Only how it went, to a script that sent something.
    Nothing,
}

impl Reply {
    /// A finished page.
    pub(crate) const fn page(html: String) -> Self {
        Self { status: StatusCode::OK, said: Said::Page(html), headers: Vec::new() }
    }

    /// The form again, with what is to be mended.
    pub(crate) const fn mend(html: String) -> Self {
        let status = StatusCode::UNPROCESSABLE_ENTITY;
        Self { status, said: Said::Page(html), headers: Vec::new() }
    }

    /// The same page, with something to be mended.
    #[must_use]
    pub(crate) fn mended(self) -> Self {
        Self { status: StatusCode::UNPROCESSABLE_ENTITY, ..self }
    }

    /// The form again: too much was tried, and in so many seconds it may be tried again.
    pub(crate) fn later(html: String, seconds: i64) -> Self {
        let status = StatusCode::TOO_MANY_REQUESTS;
        let headers = vec![(header::RETRY_AFTER, HeaderValue::from(seconds))];
        Self { status, said: Said::Page(html), headers }
    }

    /// It is done: on to the page at a path, which has no language yet.
    pub(crate) fn elsewhere(desk: &Desk, path: &str) -> Self {
        Self::on_to(routes::localized(desk.locale.language(), path))
    }

    /// On to an address of this site.
    pub(crate) const fn on_to(address: String) -> Self {
        let status = StatusCode::SEE_OTHER;
        Self { status, said: Said::Elsewhere(address), headers: Vec::new() }
    }

    /// An answer to a script, which says nothing but how it went.
    pub(crate) const fn bare(status: StatusCode) -> Self {
        Self { status, said: Said::Nothing, headers: Vec::new() }
    }

    /// Something to keep, or another form of a page.
    pub(crate) const fn give(answer: Answer) -> Self {
        Self { status: StatusCode::OK, said: Said::Given(answer), headers: Vec::new() }
    }

    /// With leave for a script of this site that sends something to it: on the page of a draft, and on
    /// those of documents.
    #[must_use]
    pub(crate) fn for_draft(mut self) -> Self {
        let policy = HeaderValue::from_static(POLICY_OF_DRAFT);
        self.headers.push((header::CONTENT_SECURITY_POLICY, policy));
        self
    }

    /// With leave for the script that speaks to passkeys, where the site can have them.
    #[must_use]
    pub(crate) fn for_passkeys(mut self, desk: &Desk) -> Self {
        if desk.site.relying_party().is_some() {
            let policy = HeaderValue::from_static(POLICY_WITH_PASSKEYS);
            self.headers.push((header::CONTENT_SECURITY_POLICY, policy));
        }
        self
    }

    /// With the wish that the browser forgets what it keeps of the pages of a session.
    #[must_use]
    pub(crate) fn forgetting(mut self) -> Self {
        let name = HeaderName::from_static("clear-site-data");
        self.headers.push((name, HeaderValue::from_static("\"cache\", \"storage\"")));
        self
    }

    /// With a cookie.
    #[must_use]
    pub(crate) fn with_cookie(mut self, cookie: &str) -> Self {
        if let Ok(mut cookie) = HeaderValue::from_str(cookie) {
            cookie.set_sensitive(true);
            self.headers.push((header::SET_COOKIE, cookie));
        }
        self
    }

    fn respond(self, language: Language) -> Response {
        let mut response = match self.said {
            Said::Elsewhere(address) => Redirect::to(&address).into_response(),
            Said::Nothing => ().into_response(),
            Said::Given(answer) => given(answer, language),
            Said::Page(html) => given(Answer::Page(html), language),
        };
        *response.status_mut() = self.status;
        for (name, value) in self.headers {
            response.headers_mut().append(name, value);
        }
        for_one_reader(response)
    }
}

fn given(answer: Answer, language: Language) -> Response {
    match answer.written(language) {
        Ok(written) => written.into_response(),
        Err(elsewhere) => Redirect::to(&elsewhere).into_response(),
    }
}

/// Answers one reader, away from the threads that serve the network.
pub(crate) async fn answer(
    desk: Desk,
    uri: Uri,
    ask: impl FnOnce(&Desk) -> Result<Reply, PageError> + Send + 'static,
) -> Response {
    let asked = {
        let desk = desk.clone();
        tokio::task::spawn_blocking(move || ask(&desk)).await
    };
    let error = match asked {
        Ok(Ok(reply)) => return reply.respond(desk.locale.language()),
        Ok(Err(error)) => error,
        Err(stopped) => PageError::Failed(Box::new(stopped)),
    };
    for_one_reader(error::respond(&desk, path_without_language(uri.path()), &error))
}

/// Tells browsers, proxies and search engines to keep nothing of it.
fn for_one_reader(mut response: Response) -> Response {
    let headers = response.headers_mut();
    headers.remove(header::ETAG);
    // Nothing that one side prepares is for the pages of other sites.
    headers.remove(header::ACCESS_CONTROL_ALLOW_ORIGIN);
    headers.remove(header::ACCESS_CONTROL_EXPOSE_HEADERS);
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    let robots = HeaderName::from_static("x-robots-tag");
    headers.insert(robots, HeaderValue::from_static("noindex"));
    response
}

/// A form as it was sent, or why it could not be read, and from where.
#[derive(Debug)]
pub(crate) struct Posted {
    fields: Result<Fields, PageError>,
    source: Source,
}

impl Posted {
    /// Its fields.
    pub(crate) fn read(self) -> Result<Fields, PageError> {
        self.fields
    }

    /// From where it was sent.
    pub(crate) const fn source(&self) -> Source {
        self.source
    }
}

impl<S: Send + Sync> FromRequest<S> for Posted {
    type Rejection = Infallible;

    async fn from_request(request: Request, state: &S) -> Result<Self, Infallible> {
        let source = request.extensions().get::<Source>().copied().unwrap_or_default();
        let read = Bytes::from_request(request, state).await;
        let fields = match read {
            Ok(bytes) => Ok(Fields::of_form(&bytes)),
            Err(rejection) if rejection.status() == StatusCode::PAYLOAD_TOO_LARGE => {
                Err(PageError::TooLarge)
            }
            Err(rejection) => Err(PageError::Failed(Box::new(rejection))),
        };
        Ok(Self { fields, source })
    }
}
