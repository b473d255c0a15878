//! What every page and form behind sign-in begins with: who asks, where, and with what.
//!
//! Words: a *visit* reads a page; what is *sent* is a form.

use std::convert::Infallible;

use axum::extract::{FromRequest, FromRequestParts, OriginalUri, Request};
use axum::http::request::Parts;
use axum::http::{HeaderMap, Uri};

use super::reply::Posted;
use crate::site::Desk;

/// Somebody opens a page.
pub(crate) struct Visit {
    pub(super) desk: Desk,
    /// As it was asked for, with its language.
    pub(super) uri: Uri,
    pub(super) headers: HeaderMap,
}

/// Somebody sends a form.
pub(crate) struct Sent {
    pub(super) visit: Visit,
    pub(super) posted: Posted,
}

impl FromRequestParts<Desk> for Visit {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, desk: &Desk) -> Result<Self, Infallible> {
        // Pages are nested under their language; the address as it was asked for is kept beside.
        let OriginalUri(uri) = OriginalUri::from_request_parts(parts, desk).await?;
        Ok(Self { desk: desk.clone(), uri, headers: parts.headers.clone() })
    }
}

impl FromRequest<Desk> for Sent {
    type Rejection = Infallible;

    async fn from_request(request: Request, desk: &Desk) -> Result<Self, Infallible> {
        let (mut parts, body) = request.into_parts();
        let visit = Visit::from_request_parts(&mut parts, desk).await?;
        let posted = Posted::from_request(Request::from_parts(parts, body), desk).await?;
        Ok(Self { visit, posted })
    }
}
