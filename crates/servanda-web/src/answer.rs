//! What a request is answered with, and why it could not be.

use axum::body::Bytes;
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Redirect, Response};
use servanda_actions::{Failure, OfficeError};
use servanda_model::Language;
use servanda_register::RegisterError;
use servanda_search::SearchError;

use crate::form::Form;
use crate::freshness;
use crate::moment::{Chosen, carry};

/// The answer to a request.
#[derive(Debug)]
pub(crate) enum Answer {
    /// A finished page.
    Page(String),
    /// The same as data.
    Data(serde_json::Value),
    /// Bytes to keep, never to be shown as a page.
    Download {
        /// The bytes.
        bytes: Vec<u8>,
        /// The name they are kept under.
        name: String,
    },
    /// Bytes of a journal, as static files are served.
    Static {
        /// The bytes.
        bytes: Vec<u8>,
        /// Their media type.
        media_type: &'static str,
        /// Whether they will never change.
        lasting: bool,
    },
    /// Another form of a page.
    Form {
        /// The bytes.
        bytes: Vec<u8>,
        /// Which form.
        form: Form,
        /// Where it goes on.
        next: Option<String>,
    },
    /// Somewhere else.
    Elsewhere(String),
}

/// Why there is no answer.
#[derive(Debug)]
pub(crate) enum PageError {
    /// Nothing is at this address.
    NotFound,
    /// The address is for reading only.
    OnlyRead,
    /// A form came from somebody whose session has ended.
    SignedOut,
    /// Whoever is signed in may not see or do this.
    Forbidden,
    /// A form came from the page of another site.
    OtherSite,
    /// More was sent than may be.
    TooLarge,
    /// It took longer than an answer may take.
    TooSlow,
    /// Something broke; it is logged where it is turned into a page.
    Failed(Box<dyn std::error::Error + Send + Sync>),
}

impl From<RegisterError> for PageError {
    fn from(error: RegisterError) -> Self {
        Self::Failed(Box::new(error))
    }
}

impl From<OfficeError> for PageError {
    fn from(error: OfficeError) -> Self {
        Self::Failed(Box::new(error))
    }
}

impl From<Failure> for PageError {
    fn from(error: Failure) -> Self {
        Self::Failed(Box::new(error))
    }
}

impl From<SearchError> for PageError {
    fn from(error: SearchError) -> Self {
        Self::Failed(Box::new(error))
    }
}

impl From<askama::Error> for PageError {
    fn from(error: askama::Error) -> Self {
        Self::Failed(Box::new(error))
    }
}

impl Answer {
    /// The answer, a page with links that lead to pages of the same moment.
    pub(crate) fn carrying(self, chosen: &Chosen) -> Self {
        if let Self::Page(html) = self { Self::Page(carry(html, chosen)) } else { self }
    }
}

/// An answer as it is sent.
#[derive(Debug, Clone)]
pub(crate) struct Written {
    pub(crate) headers: HeaderMap,
    pub(crate) bytes: Bytes,
}

impl IntoResponse for Written {
    fn into_response(self) -> Response {
        (self.headers, self.bytes).into_response()
    }
}

impl IntoResponse for Answer {
    fn into_response(self) -> Response {
        match self.written(Language::English) {
            Ok(written) => written.into_response(),
            Err(elsewhere) => Redirect::to(&elsewhere).into_response(),
        }
    }
}

impl Answer {
    /// The bytes and headers of an answer to a reader of a language; where it is elsewhere, the
    /// address.
    pub(crate) fn written(self, language: Language) -> Result<Written, String> {
        let (bytes, mut headers) = match self {
            Self::Page(html) => (html.into_bytes(), page_headers(language)),
            Self::Data(value) => {
                (format!("{value:#}\n").into_bytes(), open(typed(Form::Data.media_type())))
            }
            Self::Form { bytes, form, next } => {
                let mut headers = open(typed(form.media_type()));
                let next = next.map(|next| format!("<{next}>; rel=\"next\""));
                if let Some(Ok(next)) = next.as_deref().map(HeaderValue::from_str) {
                    headers.insert(header::LINK, next);
                }
                (bytes, headers)
            }
            Self::Download { bytes, name } => {
                let mut headers = typed("application/octet-stream");
                let disposition = format!("attachment; filename=\"{name}\"");
                if let Ok(disposition) = HeaderValue::from_str(&disposition) {
                    headers.insert(header::CONTENT_DISPOSITION, disposition);
                }
                (bytes, headers)
            }
            Self::Static { bytes, media_type, lasting } => {
                let mut headers = open(typed(media_type));
                if lasting {
                    let cache = HeaderValue::from_static("public, max-age=31536000, immutable");
                    headers.insert(header::CACHE_CONTROL, cache);
                }
                (bytes, headers)
            }
            Self::Elsewhere(address) => return Err(address),
        };
        if let Some(tag) = freshness::tag(&bytes) {
            headers.insert(header::ETAG, tag);
        }
        Ok(Written { headers, bytes: bytes.into() })
    }
}

/// The headers of a page in a language.
fn page_headers(language: Language) -> HeaderMap {
    let mut headers = typed("text/html; charset=utf-8");
    headers.insert(header::CONTENT_LANGUAGE, HeaderValue::from_static(language.locale()));
    headers
}

/// The headers of what may change at any time.
fn typed(media_type: &'static str) -> HeaderMap {
    HeaderMap::from_iter([
        (header::CONTENT_TYPE, HeaderValue::from_static(media_type)),
        (header::CACHE_CONTROL, HeaderValue::from_static("no-cache")),
    ])
}

/// Lets the pages of other sites read it: everything here is public.
fn open(mut headers: HeaderMap) -> HeaderMap {
    let everyone = HeaderValue::from_static("*");
    headers.insert(header::ACCESS_CONTROL_ALLOW_ORIGIN, everyone);
    let shown = HeaderValue::from_static("ETag, Link");
    headers.insert(header::ACCESS_CONTROL_EXPOSE_HEADERS, shown);
    headers
}

/// The status of an error.
pub(crate) const fn status(error: &PageError) -> StatusCode {
    match error {
        PageError::NotFound => StatusCode::NOT_FOUND,
        PageError::OnlyRead => StatusCode::METHOD_NOT_ALLOWED,
        PageError::SignedOut => StatusCode::UNAUTHORIZED,
        PageError::Forbidden | PageError::OtherSite => StatusCode::FORBIDDEN,
        PageError::TooLarge => StatusCode::PAYLOAD_TOO_LARGE,
        PageError::TooSlow => StatusCode::SERVICE_UNAVAILABLE,
        PageError::Failed(_) => StatusCode::INTERNAL_SERVER_ERROR,
    }
}
