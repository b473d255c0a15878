//! Why an action was not done: the rules refused, or the machine failed. Two types, up to the
//! page: the one is for the person who asked, the other for whoever runs the installation.

use crate::FolderError;
use servanda_entry::Unreadable;
use servanda_register::RegisterError;
use servanda_store::{AppendError, LedgerError, StoreError};

/// An action that was not done. Nothing was recorded, unless the failure says that it may have.
#[derive(Debug, thiserror::Error)]
pub enum NotDone<R> {
    /// The rules say no.
    #[error("{0}")]
    Refused(R),
    /// Something broke.
    #[error(transparent)]
    Failed(Failure),
}

/// What broke.
#[derive(Debug, thiserror::Error)]
pub enum Failure {
    /// The register could not be read, or could not follow what was recorded.
    #[error(transparent)]
    Register(#[from] RegisterError),
    /// The ground state could not be read or written.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// The journal was not appended to.
    #[error(transparent)]
    Append(#[from] AppendError),
    /// The journal's key.
    #[error(transparent)]
    Ledger(#[from] LedgerError),
    /// The act cannot be written as an entry.
    #[error(transparent)]
    Entry(#[from] Unreadable),
    /// What is derived could not be taken away.
    #[error(transparent)]
    Folder(#[from] FolderError),
}

impl<R> NotDone<R> {
    /// The same, with the refusal as another's.
    pub fn map<S>(self, of: impl FnOnce(R) -> S) -> NotDone<S> {
        match self {
            Self::Refused(refusal) => NotDone::Refused(of(refusal)),
            Self::Failed(failure) => NotDone::Failed(failure),
        }
    }
}

impl<R, F: Into<Failure>> From<F> for NotDone<R> {
    fn from(failure: F) -> Self {
        Self::Failed(failure.into())
    }
}
