//! Checkpoints (C2SP tlog-checkpoint): a head under its journal's name,
//! signed.

use std::fmt;

use crate::JOURNAL_ENTRIES_MAX;
use crate::hash::Hash;
use crate::note::{NotAccepted, NoteError, SignedNote, Signer, Verifier};
use crate::tree::Head;

/// What a journal says of itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Checkpoint {
    /// The journal's name.
    pub origin: String,
    /// Its size and root.
    pub head: Head,
}

/// Why a checkpoint is refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum CheckpointError {
    /// Not a note.
    #[error(transparent)]
    Note(#[from] NoteError),
    /// Not signed as expected.
    #[error(transparent)]
    NotAccepted(#[from] NotAccepted),
    /// Signed, but the text is not exactly origin, size and root.
    #[error("the text is not an origin, a size and a root, each on a line of its own")]
    Form,
    /// Of another journal than the key is for.
    #[error("the checkpoint is of another journal")]
    Origin,
}

impl Checkpoint {
    /// Signs a head. The journal's name is the name of the key.
    pub fn sign(head: &Head, signer: &Signer) -> SignedNote {
        let checkpoint = Self { origin: signer.name().to_owned(), head: *head };
        SignedNote::sign(&checkpoint.to_string(), signer)
    }

    /// Reads a signed checkpoint, where the key has signed it.
    pub fn open(note: &str, verifier: &Verifier) -> Result<Self, CheckpointError> {
        let note = SignedNote::parse(note)?;
        let checkpoint = Self::parse(note.verify(verifier)?)?;
        if checkpoint.origin != verifier.name() {
            return Err(CheckpointError::Origin);
        }
        Ok(checkpoint)
    }

    /// Reads the text of a checkpoint. Whether anyone has signed it is not
    /// looked at.
    pub fn parse(text: &str) -> Result<Self, CheckpointError> {
        Self::read(text).ok_or(CheckpointError::Form)
    }

    fn read(text: &str) -> Option<Self> {
        let mut lines = text.strip_suffix('\n')?.split('\n');
        let (origin, size_text, root) = (lines.next()?, lines.next()?, lines.next()?);
        // Lines after the root are allowed by the format. Nobody could check
        // what they say, so journals have none.
        if lines.next().is_some() || origin.is_empty() {
            return None;
        }
        let size: u64 = size_text.parse().ok().filter(|size| *size <= JOURNAL_ENTRIES_MAX)?;
        if size.to_string() != size_text {
            return None;
        }
        let root = Hash::parse_base64(root).ok()?;
        if size == 0 && root != Hash::EMPTY_ROOT {
            return None;
        }
        Some(Self { origin: origin.to_owned(), head: Head { size, root } })
    }
}

impl fmt::Display for Checkpoint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "{}\n{}\n{}", self.origin, self.head.size, self.head.root.to_base64())
    }
}

#[cfg(test)]
mod tests;
