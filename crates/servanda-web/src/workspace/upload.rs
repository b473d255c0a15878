//! A document that somebody drops in, as their browser sends it. Nothing is taken from whoever is not
//! signed in.

use std::convert::Infallible;

use axum::extract::multipart::MultipartError;
use axum::extract::{FromRequest, FromRequestParts, Multipart, Request};
use axum::http::StatusCode;
use servanda_actions::documents::ORIGINAL_BYTES_MAX;

use super::signed_in::SignedIn;
use super::visit::Visit;
use crate::answer::PageError;
use crate::site::Desk;

/// Bytes of a form with a document: the document, and what stands around it.
pub(crate) const UPLOAD_BYTES_MAX: usize = ORIGINAL_BYTES_MAX + 64 * 1_024;
/// The field of the form.
pub(crate) const FILE_FIELD: &str = "file";

/// A file as it was sent.
#[derive(Debug)]
pub(crate) struct File {
    /// Its name, as the browser says it.
    pub(crate) name: String,
    /// Its bytes.
    pub(crate) bytes: Vec<u8>,
}

/// What came instead of a file.
#[derive(Debug)]
pub(crate) enum NoFile {
    /// Nothing was chosen.
    Missing,
    /// It is larger than is taken.
    TooLarge,
    /// There is no answer but a page for an error.
    Error(PageError),
}

/// Somebody sends a file.
pub(crate) struct Dropped {
    pub(super) visit: Visit,
    pub(super) file: Result<File, NoFile>,
}

impl FromRequest<Desk> for Dropped {
    type Rejection = Infallible;

    async fn from_request(request: Request, desk: &Desk) -> Result<Self, Infallible> {
        let (mut parts, body) = request.into_parts();
        let visit = Visit::from_request_parts(&mut parts, desk).await?;
        if SignedIn::of(desk, &parts.headers).is_none() {
            return Ok(Self { visit, file: Err(NoFile::Error(PageError::SignedOut)) });
        }
        let form = Multipart::from_request(Request::from_parts(parts, body), desk).await;
        let file = match form {
            Ok(form) => file_in(form).await,
            Err(_no_such_form) => Err(NoFile::Missing),
        };
        Ok(Self { visit, file })
    }
}

async fn file_in(mut form: Multipart) -> Result<File, NoFile> {
    while let Some(field) = form.next_field().await.map_err(|error| broken(&error))? {
        if field.name() != Some(FILE_FIELD) {
            continue;
        }
        let name = field.file_name().unwrap_or_default().to_owned();
        let bytes = field.bytes().await.map_err(|error| broken(&error))?.to_vec();
        if name.is_empty() && bytes.is_empty() {
            break;
        }
        if bytes.len() > ORIGINAL_BYTES_MAX {
            return Err(NoFile::TooLarge);
        }
        return Ok(File { name, bytes });
    }
    Err(NoFile::Missing)
}

fn broken(error: &MultipartError) -> NoFile {
    if error.status() == StatusCode::PAYLOAD_TOO_LARGE {
        return NoFile::TooLarge;
    }
    tracing::info!(%error, "a document did not arrive whole");
    NoFile::Missing
}
