//! The register: journals folded into SQLite tables, and every question asked of them.
//!
//! Never: appends to a journal. Everything here is derived and can be made again from the ground
//! state by [`Register::rebuild`].
//!
//! Words: to *follow* a journal is to read its new entries and fold each into the tables. A
//! [`View`] is the register at one moment; every page is made from one.

mod agreed;
mod catalogue;
mod fold;
mod glance;
mod house;
mod moment;
mod query;
pub mod signing;
mod sweep;
mod view;
mod workspace;

use std::path::{Path, PathBuf};
use std::sync::Mutex;
use std::sync::atomic::{AtomicU64, Ordering};

use rusqlite::{Connection, OpenFlags};
use servanda_store::{Ground, StoreError};

use crate::catalogue::Shelf;
use crate::view::Seen;

pub use agreed::{AnswerRow, DeedRow, PartyRow, ProposalRow};
pub use glance::{Columns, LensLink, Owing, Rows, Tally};
pub use house::{
    ACCOUNTS_MAX, Account, Bounce, GRANTS_PER_ACCOUNT_MAX, House, LINKS_PER_ACCOUNT_MAX, Link,
    MailRow, PASSKEYS_PER_ACCOUNT_MAX, Passkey, People, SESSIONS_PER_ACCOUNT_MAX, SecondStep,
    Session, origin as house_origin,
};
pub use moment::{AsOf, Moment, NotAMoment};
pub use query::{CommitmentFilter, Due, Facet, FacetValue, Page, Placed};
pub use servanda_entry::house::{Browser, Devices};
pub use sweep::{Change, ChangesOf, Place};
pub use view::{ActRow, AskedFor, Held, JournalRow, Mark, PartRow, RecordedGroup, Version, View};
pub use workspace::{
    AssignmentRow, ClosedRow, CommentRow, Decided, DecisionRow, DocumentRow, DraftRow, KeptRow,
    Related, RelatedRow, SaveRow, SuccessionRow, Why, Workspace, Workspaces,
};

/// The migrations in order. A released one is never edited.
const MIGRATIONS: [&str; 4] = [
    include_str!("../migrations/0001-register.sql"),
    include_str!("../migrations/0002-history.sql"),
    include_str!("../migrations/0003-agreement.sql"),
    include_str!("../migrations/0004-acts-by-word.sql"),
];
/// Reading connections kept open between requests.
const READERS_MAX: usize = 16;

/// Why the register could not answer.
#[derive(Debug, thiserror::Error)]
pub enum RegisterError {
    /// The tables could not be read or written.
    #[error("the register's tables at {path}: {source}")]
    Tables {
        /// The file.
        path: PathBuf,
        /// What went wrong.
        source: rusqlite::Error,
    },
    /// A file beside the tables could not be replaced.
    #[error("{path}: {source}")]
    File {
        /// The file.
        path: PathBuf,
        /// What went wrong.
        source: std::io::Error,
    },
    /// The ground state could not be read.
    #[error(transparent)]
    Ground(#[from] StoreError),
    /// The tables hold something that the program did not write there.
    #[error("the register's tables hold something unexpected: {0}; run 'servanda rebuild'")]
    Unexpected(String),
    /// The tables were made by a later version of the program.
    #[error("the register was made by a later version of the program; run 'servanda rebuild'")]
    Later,
}

/// The register of one installation. Cheap to share; every question opens a [`View`].
#[derive(Debug)]
pub struct Register {
    path: PathBuf,
    writer: Mutex<Connection>,
    readers: Mutex<Vec<Connection>>,
    shelf: Shelf,
    growth: AtomicU64,
    erasures: AtomicU64,
}

impl Register {
    /// Opens the tables, makes them where they are missing, and follows the journals.
    pub fn open(path: &Path, ground: &Ground) -> Result<Self, RegisterError> {
        let mut connection = connect(path).map_err(|source| at(path, source))?;
        migrate(&mut connection)
            .map_err(|source| at(path, source))?
            .then_some(())
            .ok_or(RegisterError::Later)?;
        let register = Self {
            path: path.to_owned(),
            writer: Mutex::new(connection),
            readers: Mutex::new(Vec::new()),
            shelf: Shelf::default(),
            growth: AtomicU64::new(0),
            erasures: AtomicU64::new(0),
        };
        register.follow(ground)?;
        Ok(register)
    }

    /// Makes the tables again from the ground state, beside the old ones, and puts them in place.
    ///
    /// The same journals give the same bytes.
    pub fn rebuild(path: &Path, ground: &Ground) -> Result<(), RegisterError> {
        let fresh = path.with_extension("new");
        remove(&fresh)?;
        let folded = fold_into(&fresh, ground);
        // A crash or failure up to here leaves the old tables as they were.
        if folded.is_err() {
            remove(&fresh)?;
        }
        folded?;
        for beside in ["db-wal", "db-shm"] {
            remove(&path.with_extension(beside))?;
        }
        std::fs::rename(&fresh, path)
            .map_err(|source| RegisterError::File { path: path.to_owned(), source })
    }

    /// Reads what the journals have gained since last time. All of it or nothing is folded.
    pub fn follow(&self, ground: &Ground) -> Result<(), RegisterError> {
        let mut connection = self.writer.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
        let erased = fold::follow(&mut connection, ground, &self.path)?;
        // Whoever saw the numbers before may have seen the tables after, never the other way round.
        self.erasures.fetch_add(u64::from(erased), Ordering::AcqRel);
        self.growth.fetch_add(1, Ordering::AcqRel);
        if erased {
            // Deleted rows leave copies in pages that were split, and in the write-ahead log:
            // what was erased must survive in neither.
            connection
                .execute_batch("VACUUM")
                .and_then(|()| {
                    connection.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(()))
                })
                .map_err(|source| at(&self.path, source))?;
        }
        Ok(())
    }

    /// How often the register followed its journals: while it stays, so do all answers.
    pub fn growth(&self) -> u64 {
        self.growth.load(Ordering::Acquire)
    }

    /// How often words were erased while it was open: whatever was made from it before holds them.
    pub fn erasures(&self) -> u64 {
        self.erasures.load(Ordering::Acquire)
    }

    fn seen(&self) -> Seen {
        Seen { growth: self.growth(), erasures: self.erasures() }
    }

    /// Answers questions from one consistent state of the register.
    pub fn view<T, E: From<RegisterError>>(
        &self,
        answer: impl FnOnce(&View<'_>) -> Result<T, E>,
    ) -> Result<T, E> {
        let connection = self.reader()?;
        let seen = self.seen();
        let answered = {
            let transaction =
                connection.unchecked_transaction().map_err(|source| at(&self.path, source))?;
            answer(&View::new(&transaction, &self.path, &self.shelf, Moment::default(), seen))
        };
        let mut readers = self.readers.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
        if readers.len() < READERS_MAX {
            readers.push(connection);
        }
        answered
    }

    /// Answers questions from the register as it was at a moment.
    pub fn view_at<T, E: From<RegisterError>>(
        &self,
        moment: &Moment,
        answer: impl FnOnce(&View<'_>) -> Result<T, E>,
    ) -> Result<T, E> {
        if moment.is_now() {
            return self.view(answer);
        }
        let tables = |source| at(&self.path, source);
        // A connection of its own: the moment's views go with it.
        let connection = self.open_reader().map_err(tables)?;
        let seen = self.seen();
        let transaction = connection.unchecked_transaction().map_err(tables)?;
        moment.shadow(&transaction).map_err(tables)?;
        answer(&View::new(&transaction, &self.path, &self.shelf, moment.clone(), seen))
    }

    /// SHA-256 over every row of every table, in hexadecimal: equal registers have equal digests.
    pub fn digest(&self) -> Result<String, RegisterError> {
        self.view(|view| {
            let digest = view.contents_digest()?;
            Ok(digest)
        })
    }

    /// The file the tables are in.
    pub fn path(&self) -> &Path {
        &self.path
    }

    fn reader(&self) -> Result<Connection, RegisterError> {
        let kept = self.readers.lock().unwrap_or_else(std::sync::PoisonError::into_inner).pop();
        match kept {
            Some(connection) => Ok(connection),
            None => self.open_reader().map_err(|source| at(&self.path, source)),
        }
    }

    fn open_reader(&self) -> rusqlite::Result<Connection> {
        let connection = Connection::open_with_flags(
            &self.path,
            OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX,
        )?;
        connection.set_prepared_statement_cache_capacity(64);
        connection.busy_timeout(BUSY)?;
        Ok(connection)
    }
}

/// How long one process waits for another's write.
const BUSY: std::time::Duration = std::time::Duration::from_secs(10);

fn connect(path: &Path) -> Result<Connection, rusqlite::Error> {
    let connection = Connection::open(path)?;
    connection.busy_timeout(BUSY)?;
    connection.pragma_update(None, "journal_mode", "WAL")?;
    connection.pragma_update(None, "synchronous", "NORMAL")?;
    connection.pragma_update(None, "secure_delete", "ON")?;
    Ok(connection)
}

/// Brings the tables up to the newest migration; false if they are newer than this program.
fn migrate(connection: &mut Connection) -> Result<bool, rusqlite::Error> {
    let transaction =
        connection.transaction_with_behavior(rusqlite::TransactionBehavior::Immediate)?;
    let applied: usize = transaction.pragma_query_value(None, "user_version", |row| row.get(0))?;
    if applied > MIGRATIONS.len() {
        return Ok(false);
    }
    for migration in MIGRATIONS.iter().skip(applied) {
        transaction.execute_batch(migration)?;
    }
    transaction.pragma_update(None, "user_version", MIGRATIONS.len())?;
    transaction.commit()?;
    Ok(true)
}

fn fold_into(path: &Path, ground: &Ground) -> Result<(), RegisterError> {
    let tables = |source| at(path, source);
    let mut connection = Connection::open(path).map_err(tables)?;
    // The file is thrown away unless it is whole, so it needs no log of its own.
    connection.pragma_update(None, "journal_mode", "OFF").map_err(tables)?;
    connection.pragma_update(None, "synchronous", "OFF").map_err(tables)?;
    migrate(&mut connection).map_err(tables)?;
    fold::follow(&mut connection, ground, path)?;
    connection.execute_batch("VACUUM").map_err(tables)?;
    connection.close().map_err(|(_, source)| tables(source))?;
    let file = std::fs::File::open(path);
    file.and_then(|file| file.sync_all())
        .map_err(|source| RegisterError::File { path: path.to_owned(), source })
}

fn remove(path: &Path) -> Result<(), RegisterError> {
    match std::fs::remove_file(path) {
        Err(source) if source.kind() != std::io::ErrorKind::NotFound => {
            Err(RegisterError::File { path: path.to_owned(), source })
        }
        Ok(()) | Err(_) => Ok(()),
    }
}

fn at(path: &Path, source: rusqlite::Error) -> RegisterError {
    RegisterError::Tables { path: path.to_owned(), source }
}
