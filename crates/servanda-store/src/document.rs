//! Documents as received, found by the hash of their bytes.

use rusqlite::{OptionalExtension as _, Transaction, params};
use servanda_journal::Hash;

use crate::failure::{StoreError, TooLarge};
use crate::ground::Ground;

/// The largest document, in bytes.
pub const DOCUMENT_SIZE_BYTES_MAX: usize = 256 * 1_024 * 1_024;

/// The longest media type, in bytes.
pub const MEDIA_TYPE_SIZE_BYTES_MAX: usize = 255;

/// The SHA-256 of a document's bytes.
pub type Digest = Hash;

/// A document to be stored.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DocumentDraft {
    /// What kind of file it was received as.
    pub media_type: String,
    /// Its bytes, unchanged.
    pub bytes: Vec<u8>,
}

/// A document as stored. Its bytes were checked against its digest.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Document {
    /// What kind of file it was first received as.
    pub media_type: String,
    /// Its bytes, unchanged.
    pub bytes: Vec<u8>,
}

impl DocumentDraft {
    /// The digest of the document.
    pub fn digest(&self) -> Digest {
        Hash::of(&self.bytes)
    }
}

impl Ground {
    /// Stores a document. One that is here already stays as it is.
    pub fn put_document(&self, media_type: &str, bytes: &[u8]) -> Result<Digest, StoreError> {
        let draft = DocumentDraft { media_type: media_type.to_owned(), bytes: bytes.to_vec() };
        check_size(&draft)?;
        self.write::<_, StoreError>("storing a document", |tx| Ok(insert(tx, &draft)?))?;
        Ok(draft.digest())
    }

    /// The document with this digest; `None` where it is not here.
    pub fn document(&self, digest: &Digest) -> Result<Option<Document>, StoreError> {
        let document = self.read("reading a document", |connection| {
            connection
                .prepare_cached("SELECT media_type, bytes FROM documents WHERE digest = ?1")?
                .query_row(params![digest.as_bytes()], |row| {
                    Ok(Document { media_type: row.get(0)?, bytes: row.get(1)? })
                })
                .optional()
        })?;
        if document.as_ref().is_some_and(|document| Hash::of(&document.bytes) != *digest) {
            return Err(StoreError::Damaged { what: format!("document {digest}") });
        }
        Ok(document)
    }
}

pub(crate) fn insert(tx: &Transaction<'_>, draft: &DocumentDraft) -> rusqlite::Result<()> {
    let sql = "INSERT INTO documents (digest, media_type, bytes) VALUES (?1, ?2, ?3)
        ON CONFLICT (digest) DO NOTHING";
    tx.prepare_cached(sql)?.execute(params![
        draft.digest().as_bytes(),
        draft.media_type,
        draft.bytes
    ])?;
    Ok(())
}

pub(crate) fn check_size(draft: &DocumentDraft) -> Result<(), TooLarge> {
    let limits = [
        ("a document", draft.bytes.len(), DOCUMENT_SIZE_BYTES_MAX),
        ("a media type", draft.media_type.len(), MEDIA_TYPE_SIZE_BYTES_MAX),
    ];
    for (what, actual, most) in limits {
        if actual > most {
            return Err(TooLarge { what, unit: "bytes", actual, most });
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests;
