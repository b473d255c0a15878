//! What a request is answered with, and why it could not be.

use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Redirect, Response};
use servanda_actions::OfficeError;
use servanda_register::RegisterError;
use servanda_search::SearchError;

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

impl IntoResponse for Answer {
    fn into_response(self) -> Response {
        match self {
            Self::Page(html) => {
                let headers = [
                    (header::CONTENT_TYPE, "text/html; charset=utf-8"),
                    (header::CACHE_CONTROL, "no-cache"),
                ];
                (headers, html).into_response()
            }
            Self::Data(value) => {
                let headers = [
                    (header::CONTENT_TYPE, "application/json"),
                    (header::CACHE_CONTROL, "no-cache"),
                    (header::ACCESS_CONTROL_ALLOW_ORIGIN, "*"),
                ];
                (headers, format!("{value:#}\n")).into_response()
            }
            Self::Download { bytes, name } => {
                let mut headers = HeaderMap::new();
                headers.insert(
                    header::CONTENT_TYPE,
                    HeaderValue::from_static("application/octet-stream"),
                );
                let disposition = format!("attachment; filename=\"{name}\"");
                if let Ok(disposition) = HeaderValue::from_str(&disposition) {
                    headers.insert(header::CONTENT_DISPOSITION, disposition);
                }
                (headers, bytes).into_response()
            }
            Self::Static { bytes, media_type, lasting } => {
                let cache =
                    if lasting { "public, max-age=31536000, immutable" } else { "no-cache" };
                let headers = [
                    (header::CONTENT_TYPE, media_type),
                    (header::CACHE_CONTROL, cache),
                    (header::ACCESS_CONTROL_ALLOW_ORIGIN, "*"),
                ];
                (headers, bytes).into_response()
            }
            Self::Elsewhere(address) => Redirect::to(&address).into_response(),
        }
    }
}

/// The status of an error.
pub(crate) const fn status(error: &PageError) -> StatusCode {
    match error {
        PageError::NotFound => StatusCode::NOT_FOUND,
        PageError::OnlyRead => StatusCode::METHOD_NOT_ALLOWED,
        PageError::Failed(_) => StatusCode::INTERNAL_SERVER_ERROR,
    }
}
