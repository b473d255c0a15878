//! What can go wrong, by what a caller would do about it.

use std::io;
use std::path::{Path, PathBuf};

use rusqlite::ErrorCode;
use servanda_journal::Head;

/// The store could not do what it was asked for.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// Nothing was written. Make room and try again.
    #[error("no space left for {}", path.display())]
    Full {
        /// The file that did not fit.
        path: PathBuf,
    },
    /// The file or its folder cannot be written.
    #[error("{} cannot be written", path.display())]
    Unwritable {
        /// The file.
        path: PathBuf,
        /// Why not.
        #[source]
        source: Box<dyn std::error::Error + Send + Sync>,
    },
    /// The file is something else.
    #[error("{} is not a ground file of this program", path.display())]
    NotAGround {
        /// The file.
        path: PathBuf,
    },
    /// A later version of the program has written the file.
    #[error("{} was written by a later version of this program", path.display())]
    Newer {
        /// The file.
        path: PathBuf,
    },
    /// There is no journal of this name.
    #[error("there is no journal {origin}")]
    UnknownJournal {
        /// The name.
        origin: String,
    },
    /// The name cannot be the name of a journal.
    #[error("a journal cannot have the name {origin:?}")]
    NotAnOrigin {
        /// The name.
        origin: String,
    },
    /// A checkpoint was to be kept that is not of this journal.
    #[error("the checkpoint is not of the journal {origin} at size {size}")]
    WrongCheckpoint {
        /// The journal.
        origin: String,
        /// The size.
        size: u64,
    },
    /// Larger than a limit.
    #[error(transparent)]
    TooLarge(#[from] TooLarge),
    /// What is stored is not what was written. Restore from a backup.
    #[error("{what} is damaged")]
    Damaged {
        /// What was found wrong.
        what: String,
    },
    /// Somebody else held the file too long. Nothing was changed; try again.
    #[error("{} is in use", path.display())]
    Busy {
        /// The file.
        path: PathBuf,
    },
    /// The write may or may not have happened. Stop the process; opening
    /// finds out and repairs.
    #[error("it is not known whether {doing} was written")]
    InDoubt {
        /// What was being written.
        doing: &'static str,
        /// What the disk said.
        #[source]
        source: rusqlite::Error,
    },
    /// Writing was given up after an earlier failure. Stop the process.
    #[error("writing stopped after an earlier failure")]
    Stopped,
    /// Anything else.
    #[error("{doing} in {} failed", path.display())]
    Database {
        /// What was being done.
        doing: &'static str,
        /// In which file.
        path: PathBuf,
        /// What the database said.
        #[source]
        source: rusqlite::Error,
    },
}

/// Larger than a limit.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{actual} {unit} of {what}, where {most} is the most")]
pub struct TooLarge {
    /// What is too large.
    pub what: &'static str,
    /// What it is measured in.
    pub unit: &'static str,
    /// How large it is.
    pub actual: usize,
    /// How large it may be.
    pub most: usize,
}

/// An append that was not acknowledged.
#[derive(Debug, thiserror::Error)]
pub enum AppendError {
    /// Nothing was written: the journal has another head than expected.
    #[error("the journal has grown to {} entries meanwhile", actual.size)]
    Conflict {
        /// Its head.
        actual: Head,
    },
    /// Nothing was written: the disk is full.
    #[error("no space left for {}", path.display())]
    Full {
        /// The file that did not fit.
        path: PathBuf,
    },
    /// Nothing was written: the batch is larger than a limit.
    #[error(transparent)]
    TooLarge(#[from] TooLarge),
    /// The batch may or may not be part of the journal, or it is and could not
    /// be signed. Stop the process; opening finds out and repairs.
    #[error("it is not known whether the append happened")]
    InDoubt(#[source] LedgerError),
    /// Nothing was written: the journal cannot be signed.
    #[error("the journal cannot be signed")]
    Keys(#[source] KeysError),
    /// Nothing was written, for another reason.
    #[error("the store failed")]
    Store(#[source] StoreError),
}

/// What kept a ledger from opening or from going on.
#[derive(Debug, thiserror::Error)]
pub enum LedgerError {
    /// The ground.
    #[error("the store failed")]
    Store(#[from] StoreError),
    /// The keys.
    #[error("the keys failed")]
    Keys(#[from] KeysError),
    /// The journal has entries, so it cannot be founded.
    #[error("the journal {origin} has entries and no key")]
    NotEmpty {
        /// The journal.
        origin: String,
    },
}

/// A key cannot be used, or must not.
#[derive(Debug, thiserror::Error)]
pub enum KeysError {
    /// The ground is behind what was signed: an old backup was put in place.
    /// Signing would make a second history.
    #[error(
        "{origin}: {signed_size} entries were signed and the store has {stored_size}; \
         signing would make a second history"
    )]
    Rollback {
        /// The journal.
        origin: String,
        /// What was signed last.
        signed_size: u64,
        /// What the ground has.
        stored_size: u64,
    },
    /// The ground is not the one that was signed.
    #[error("{origin}: the first {size} entries are not those that were signed")]
    Forked {
        /// The journal.
        origin: String,
        /// The size that was signed last.
        size: u64,
    },
    /// What was signed last is not known any more.
    #[error("{origin}: what was signed last is missing from the key folder")]
    NothingRemembered {
        /// The journal.
        origin: String,
    },
    /// There is no key for the journal.
    #[error("there is no key for the journal {origin}")]
    NoKey {
        /// The journal.
        origin: String,
    },
    /// There is a key already, or there was one.
    #[error("{} exists", path.display())]
    Exists {
        /// The file.
        path: PathBuf,
    },
    /// Others than the owner can read the key.
    #[error("{} can be read by others than its owner", path.display())]
    TooOpen {
        /// The file.
        path: PathBuf,
    },
    /// The file does not hold what it should.
    #[error("{} cannot be understood", path.display())]
    Damaged {
        /// The file.
        path: PathBuf,
    },
    /// Another process signs with these keys.
    #[error("{} is in use by another process", path.display())]
    InUse {
        /// The folder.
        path: PathBuf,
    },
    /// Make room.
    #[error("no space left for {}", path.display())]
    Full {
        /// The file that did not fit.
        path: PathBuf,
    },
    /// Anything else with a file.
    #[error("{doing} {} failed", path.display())]
    File {
        /// What was being done.
        doing: &'static str,
        /// To which file.
        path: PathBuf,
        /// What the system said.
        #[source]
        source: io::Error,
    },
}

impl From<StoreError> for AppendError {
    fn from(error: StoreError) -> Self {
        match error {
            StoreError::Full { path } => Self::Full { path },
            StoreError::TooLarge(too_large) => Self::TooLarge(too_large),
            StoreError::InDoubt { .. } | StoreError::Stopped => Self::InDoubt(error.into()),
            StoreError::Unwritable { .. }
            | StoreError::NotAGround { .. }
            | StoreError::Newer { .. }
            | StoreError::UnknownJournal { .. }
            | StoreError::NotAnOrigin { .. }
            | StoreError::WrongCheckpoint { .. }
            | StoreError::Damaged { .. }
            | StoreError::Busy { .. }
            | StoreError::Database { .. } => Self::Store(error),
        }
    }
}

impl StoreError {
    /// Sorts what the database said.
    pub(crate) fn of(doing: &'static str, path: &Path, source: rusqlite::Error) -> Self {
        let path = path.to_owned();
        // A row or a value that must be there and is not.
        let is_missing = matches!(
            source,
            rusqlite::Error::QueryReturnedNoRows
                | rusqlite::Error::InvalidColumnType(..)
                | rusqlite::Error::FromSqlConversionFailure(..)
                | rusqlite::Error::IntegralValueOutOfRange(..)
        );
        if is_missing {
            return Self::Damaged { what: path.display().to_string() };
        }
        match source.sqlite_error_code() {
            Some(ErrorCode::DiskFull) => Self::Full { path },
            Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) => Self::Busy { path },
            Some(ErrorCode::ReadOnly | ErrorCode::CannotOpen | ErrorCode::PermissionDenied) => {
                Self::Unwritable { path, source: source.into() }
            }
            Some(ErrorCode::NotADatabase) => Self::NotAGround { path },
            Some(ErrorCode::DatabaseCorrupt) => Self::Damaged { what: path.display().to_string() },
            _ => Self::Database { doing, path, source },
        }
    }
}

impl KeysError {
    /// Sorts what the system said.
    pub(crate) fn of(doing: &'static str, path: &Path, source: io::Error) -> Self {
        let path = path.to_owned();
        if source.kind() == io::ErrorKind::StorageFull {
            return Self::Full { path };
        }
        Self::File { doing, path, source }
    }
}
