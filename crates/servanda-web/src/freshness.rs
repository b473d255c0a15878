//! Whoever has an answer already is told that it still holds, in place of the answer.

use std::fmt::Write as _;

use axum::body::Body;
use axum::extract::Request;
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::middleware::Next;
use axum::response::Response;
use sha2::{Digest, Sha256};

/// Bytes of the digest that make a tag.
const TAG_BYTES: usize = 16;

/// The tag of these bytes: equal bytes have equal tags.
pub(crate) fn tag(bytes: &[u8]) -> Option<HeaderValue> {
    let mut tag = "\"".to_owned();
    for byte in Sha256::digest(bytes).iter().take(TAG_BYTES) {
        write!(tag, "{byte:02x}").ok()?;
    }
    tag.push('"');
    HeaderValue::from_str(&tag).ok()
}

/// Answers 304 where the reader has said that it holds what would be sent.
pub(crate) async fn spare(request: Request, next: Next) -> Response {
    let known = request.headers().clone();
    let mut response = next.run(request).await;
    if response.status() == StatusCode::OK && holds(&known, response.headers()) {
        *response.status_mut() = StatusCode::NOT_MODIFIED;
        *response.body_mut() = Body::empty();
        for about_the_body in [header::CONTENT_TYPE, header::CONTENT_LENGTH] {
            response.headers_mut().remove(about_the_body);
        }
    }
    response
}

fn holds(request: &HeaderMap, response: &HeaderMap) -> bool {
    let Some(tag) = response.get(header::ETAG).and_then(|tag| tag.to_str().ok()) else {
        return false;
    };
    request
        .get_all(header::IF_NONE_MATCH)
        .iter()
        .filter_map(|known| known.to_str().ok())
        .flat_map(|known| known.split(','))
        .map(|known| known.trim().trim_start_matches("W/"))
        .any(|known| known == "*" || known == tag)
}
