//! A document that somebody drops in, as their browser sends it. Nothing is taken from whoever is not
//! signed in.

use std::convert::Infallible;

use axum::extract::multipart::{Field, MultipartError};
use axum::extract::{FromRequest, FromRequestParts, Multipart, Request};
use axum::http::StatusCode;
use servanda_actions::documents::ORIGINAL_BYTES_MAX;

use super::signed_in::SignedIn;
use super::visit::Visit;
use crate::answer::PageError;
use crate::site::Desk;

/// Bytes of a form with a document: the document, and what stands around it.
pub(crate) const UPLOAD_BYTES_MAX: usize = ORIGINAL_BYTES_MAX + 64 * 1_024;
/// The fields of the form.
pub(crate) const FILE_FIELD: &str = "file";
pub(crate) const DAY_FIELD: &str = "dated";
/// Characters of what is typed for a day.
const DAY_CHARS_MAX: usize = 60;

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
    /// What was typed for the day that the document is of.
    pub(super) day: String,
}

impl FromRequest<Desk> for Dropped {
    type Rejection = Infallible;

    async fn from_request(request: Request, desk: &Desk) -> Result<Self, Infallible> {
        let (mut parts, body) = request.into_parts();
        let visit = Visit::from_request_parts(&mut parts, desk).await?;
        if SignedIn::of(desk, &parts.headers).is_none() {
            let file = Err(NoFile::Error(PageError::SignedOut));
            return Ok(Self { visit, file, day: String::new() });
        }
        let form = Multipart::from_request(Request::from_parts(parts, body), desk).await;
        let (mut file, mut day) = (Err(NoFile::Missing), String::new());
        if let Ok(form) = form
            && let Err(error) = fields_in(form, &mut file, &mut day).await
        {
            file = Err(broken(&error));
        }
        Ok(Self { visit, file, day })
    }
}

/// Goes through the fields of a form.
async fn fields_in(
    mut form: Multipart,
    file: &mut Result<File, NoFile>,
    day: &mut String,
) -> Result<(), MultipartError> {
    while let Some(field) = form.next_field().await? {
        match field.name() {
            Some(FILE_FIELD) => *file = file_of(field).await?,
            Some(DAY_FIELD) => *day = field.text().await?.chars().take(DAY_CHARS_MAX).collect(),
            Some(_) | None => {}
        }
    }
    Ok(())
}

async fn file_of(field: Field<'_>) -> Result<Result<File, NoFile>, MultipartError> {
    let name = field.file_name().unwrap_or_default().to_owned();
    let bytes = field.bytes().await?.to_vec();
    Ok(if name.is_empty() && bytes.is_empty() {
        Err(NoFile::Missing)
    } else if bytes.len() > ORIGINAL_BYTES_MAX {
        Err(NoFile::TooLarge)
    } else {
        Ok(File { name, bytes })
    })
}

fn broken(error: &MultipartError) -> NoFile {
    if error.status() == StatusCode::PAYLOAD_TOO_LARGE {
        return NoFile::TooLarge;
    }
    tracing::info!(%error, "a document did not arrive whole");
    NoFile::Missing
}
