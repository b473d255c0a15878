//! Why a program was not answered, and what to do (RFC 9457).

use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use serde_json::json;
use servanda_register::RegisterError;

use crate::answer::PageError;
use crate::site::Desk;

/// What is wrong with a request, or with us.
#[derive(Debug)]
pub(super) enum Problem {
    /// Nothing is at this address.
    NotFound,
    /// The address is for reading only.
    OnlyRead,
    /// There is no such field here.
    UnknownField {
        /// Its name.
        name: String,
        /// Those that there are.
        known: Vec<&'static str>,
    },
    /// A field is given twice or does not hold what it may.
    Unreadable {
        /// Its name.
        field: &'static str,
        /// The key of its description.
        code: &'static str,
    },
    /// Something broke.
    Failed(Box<dyn std::error::Error + Send + Sync>),
}

impl From<PageError> for Problem {
    fn from(error: PageError) -> Self {
        match error {
            PageError::NotFound => Self::NotFound,
            // Programs only read: there is nothing to be refused or to be sent.
            PageError::OnlyRead
            | PageError::SignedOut
            | PageError::Forbidden
            | PageError::OtherSite
            | PageError::TooLarge
            | PageError::TooSlow => Self::OnlyRead,
            PageError::Failed(failure) => Self::Failed(failure),
        }
    }
}

impl From<RegisterError> for Problem {
    fn from(error: RegisterError) -> Self {
        Self::Failed(Box::new(error))
    }
}

impl Problem {
    /// The answer. A failure is logged here, once.
    pub(super) fn respond(&self, desk: &Desk) -> Response {
        let locale = desk.locale;
        let (status, key, detail) = match self {
            Self::NotFound => {
                (StatusCode::NOT_FOUND, "not-found", locale.say("problem-not-found-next"))
            }
            Self::OnlyRead => {
                (StatusCode::METHOD_NOT_ALLOWED, "only-read", locale.say("problem-only-read-next"))
            }
            Self::UnknownField { name, known } => {
                let texts = [("name", name.as_str()), ("known", &known.join(", "))];
                let detail = locale.say_about("problem-unknown-field-next", &texts);
                (StatusCode::BAD_REQUEST, "unknown-field", detail)
            }
            Self::Unreadable { field, code } => {
                let about = locale.say_code("api-field", code);
                let texts = [("name", *field), ("about", &about)];
                let detail = locale.say_about("problem-unreadable-next", &texts);
                (StatusCode::BAD_REQUEST, "unreadable", detail)
            }
            Self::Failed(failure) => {
                tracing::error!(failure = %failure, "a question failed");
                (StatusCode::INTERNAL_SERVER_ERROR, "failed", locale.say("failed-next"))
            }
        };
        let problem = json!({
            "type": "about:blank", "status": status.as_u16(),
            "title": locale.say_code("problem", key), "detail": detail
        });
        let headers = [
            (header::CONTENT_TYPE, HeaderValue::from_static("application/problem+json")),
            (header::ACCESS_CONTROL_ALLOW_ORIGIN, HeaderValue::from_static("*")),
            (header::CONTENT_LANGUAGE, HeaderValue::from_static(locale.language().locale())),
        ];
        (status, headers, format!("{problem:#}\n")).into_response()
    }
}
