//! The ground file: opening it, the journals in it, and appending to them.

use std::fs::{File, OpenOptions};
use std::io;
use std::os::unix::fs::OpenOptionsExt as _;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use rusqlite::{
    Connection, ErrorCode, OpenFlags, OptionalExtension as _, Transaction, TransactionBehavior,
    params,
};
use servanda_journal::{
    Bundle, Checkpoint, ENTRY_SIZE_BYTES_MAX, Hash, Head, Node, SignedNote, Tile, Tree, bundle,
    leaf_hash, note, proof,
};

use crate::document::{self, DocumentDraft};
use crate::failure::{AppendError, StoreError, TooLarge};
use crate::part::{self, PartDraft};

/// The most entries, parts or documents of one batch.
pub const BATCH_LENGTH_MAX: usize = 65_536;

/// The longest name of a journal, in bytes.
pub const ORIGIN_SIZE_BYTES_MAX: usize = 128;

/// How long the database's log grows before it is folded into the file.
const LOG_PAGES_MAX: i64 = 1_000;

/// How long a process waits for another one that writes.
const BUSY_SECONDS_MAX: u64 = 10;

/// How many idle connections are kept for reading.
const IDLE_READERS_MAX: usize = 8;

/// Says in the file that it is ours: "SRVD".
const APPLICATION_ID: i32 = 0x5352_5644;

/// Numbered from 1. What has been released is never edited.
const MIGRATIONS: &[&str] = &[include_str!("../migrations/0001-ground.sql")];

/// The ground state of an installation. Shared between threads by reference:
/// any number of them read while one writes.
#[derive(Debug)]
pub struct Ground {
    path: PathBuf,
    writer: Mutex<Writer>,
    idle_readers: Mutex<Vec<Connection>>,
}

#[derive(Debug)]
struct Writer {
    connection: Connection,
    /// A write failed in a way after which nothing may be written any more.
    stopped: bool,
}

/// A journal and its head.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct JournalHead {
    /// The journal's name.
    pub origin: String,
    /// Its size and root.
    pub head: Head,
}

/// An entry of a journal. Its bytes were checked against its leaf hash.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// Its place, from 0.
    pub index: u64,
    /// Its bytes.
    pub bytes: Vec<u8>,
    /// Its hash in the tree.
    pub leaf_hash: Hash,
}

/// What is appended together, or not at all.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Batch {
    /// The entries, in their order.
    pub entries: Vec<Vec<u8>>,
    /// The parts they commit to.
    pub parts: Vec<PartDraft>,
    /// The documents they rest on.
    pub documents: Vec<DocumentDraft>,
}

/// How a write ends that is not carried out.
pub(crate) enum Undone<R> {
    Refused(R),
    Failed(rusqlite::Error),
}

impl<R> From<rusqlite::Error> for Undone<R> {
    fn from(error: rusqlite::Error) -> Self {
        Self::Failed(error)
    }
}

impl Ground {
    /// Opens the file, and makes it where there is none. Carries out the
    /// migrations that are missing, and repairs what a crash left behind.
    pub fn open(path: &Path) -> Result<Self, StoreError> {
        let failed = |source| StoreError::of("opening", path, source);
        make_file(path)?;
        let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
        let mut connection = Connection::open_with_flags(path, flags).map_err(failed)?;
        check_ours(&connection, path)?;
        prepare_writer(&connection, path)?;
        migrate(&mut connection, path)?;
        let writer = Writer { connection, stopped: false };
        let ground = Self {
            path: path.to_owned(),
            writer: Mutex::new(writer),
            idle_readers: Mutex::default(),
        };
        // A crash can leave a log whose last batch the system remembers and
        // the disk does not. Folding it into the file makes it last, before
        // anybody reads it and believes it.
        match ground.empty_the_log() {
            // Somebody reads the file, so the log stays where it is. It was
            // synchronised all the same.
            Ok(()) | Err(StoreError::Busy { .. }) => {}
            Err(error) => return Err(error),
        }
        // The file and its log may be new in their folder. The database asks
        // the disk to remember that too, and does not look at the answer.
        sync_folder(path)?;
        ground.check_heads()?;
        Ok(ground)
    }

    /// The file.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// All journals, by name.
    pub fn journals(&self) -> Result<Vec<JournalHead>, StoreError> {
        self.read("listing journals", |connection| {
            connection
                .prepare_cached("SELECT origin, size, root FROM journals ORDER BY origin")?
                .query_map([], |row| {
                    let head = Head { size: row.get(1)?, root: Hash(row.get(2)?) };
                    Ok(JournalHead { origin: row.get(0)?, head })
                })?
                .collect()
        })
    }

    /// Makes a journal without entries, where there is none of this name.
    pub fn create_journal(&self, origin: &str) -> Result<(), StoreError> {
        if !is_origin(origin) {
            return Err(StoreError::NotAnOrigin { origin: origin.to_owned() });
        }
        let sql = "INSERT INTO journals (origin, size, root) VALUES (?1, 0, ?2)
            ON CONFLICT (origin) DO NOTHING";
        self.write("creating a journal", |tx| {
            tx.execute(sql, params![origin, Hash::EMPTY_ROOT.as_bytes()])?;
            Ok(())
        })
    }

    /// Size and root of a journal; `None` where there is no such journal.
    pub fn head(&self, origin: &str) -> Result<Option<Head>, StoreError> {
        self.read("reading a head", |connection| {
            Ok(find(connection, origin)?.map(|journal| journal.head))
        })
    }

    /// Appends a batch to the journal, where its head is the expected one.
    /// When this returns the batch is on stable storage; when it fails with
    /// anything but [`AppendError::InDoubt`], nothing of it is.
    pub fn append(&self, origin: &str, expected: Head, batch: &Batch) -> Result<Head, AppendError> {
        check_sizes(batch)?;
        self.write("a batch", |tx| {
            let journal = find(tx, origin)?.ok_or_else(|| unknown(origin)).map_err(refused)?;
            if journal.head != expected {
                return Err(Undone::Refused(AppendError::Conflict { actual: journal.head }));
            }
            let mut tree = Tree::resume(expected.size, |node| load_node(tx, journal.id, node))?;
            if tree.root() != expected.root {
                return Err(refused(StoreError::Damaged { what: format!("journal {origin}") }));
            }
            append_entries(tx, journal.id, &mut tree, &batch.entries)?;
            batch.parts.iter().try_for_each(|draft| part::insert(tx, draft))?;
            batch.documents.iter().try_for_each(|draft| document::insert(tx, draft))?;
            Ok(tree.head())
        })
    }

    /// Up to `limit` entries, beginning with the one at `from`. Empty past
    /// the end of the journal.
    pub fn entries(&self, origin: &str, from: u64, limit: usize) -> Result<Vec<Entry>, StoreError> {
        let sql = "SELECT entries.entry_index, entries.bytes, nodes.hash FROM entries
            JOIN nodes ON nodes.journal_id = entries.journal_id
                AND nodes.level = 0 AND nodes.node_index = entries.entry_index
            WHERE entries.journal_id = ?1 AND entries.entry_index >= ?2
            ORDER BY entries.entry_index LIMIT ?3";
        let limit = limit.min(BATCH_LENGTH_MAX);
        let entries = self.read_journal(origin, |connection, journal| {
            connection
                .prepare_cached(sql)?
                .query_map(params![journal.id, from, limit], |row| {
                    let leaf_hash = Hash(row.get(2)?);
                    Ok(Entry { index: row.get(0)?, bytes: row.get(1)?, leaf_hash })
                })?
                .collect::<rusqlite::Result<Vec<Entry>>>()
        })?;
        for (index, entry) in (from..).zip(&entries) {
            if entry.index != index || leaf_hash(&entry.bytes) != entry.leaf_hash {
                let what = format!("entry {index} of journal {origin}");
                return Err(StoreError::Damaged { what });
            }
        }
        Ok(entries)
    }

    /// Keeps a signed head of a journal, in place of earlier ones of it.
    pub fn put_checkpoint(&self, origin: &str, size: u64, note: &str) -> Result<(), StoreError> {
        let wrong = || StoreError::WrongCheckpoint { origin: origin.to_owned(), size };
        let root = self.root(origin, size)?.ok_or_else(wrong)?;
        let expected = Checkpoint { origin: origin.to_owned(), head: Head { size, root } };
        let says_so = SignedNote::parse(note).is_ok_and(|note| note.text() == expected.to_string());
        if !says_so {
            return Err(wrong());
        }
        let sql = "INSERT INTO checkpoints (journal_id, size, note)
            SELECT id, ?2, ?3 FROM journals WHERE origin = ?1
            ON CONFLICT (journal_id) DO UPDATE SET size = excluded.size, note = excluded.note
            WHERE excluded.size >= checkpoints.size";
        self.write("a checkpoint", |tx| {
            tx.execute(sql, params![origin, size, note])?;
            Ok(())
        })
    }

    /// The latest signed head of a journal, as a note.
    pub fn checkpoint(&self, origin: &str) -> Result<Option<String>, StoreError> {
        let sql = "SELECT checkpoints.note FROM checkpoints
            JOIN journals ON journals.id = checkpoints.journal_id WHERE journals.origin = ?1";
        self.read("reading a checkpoint", |connection| {
            connection.prepare_cached(sql)?.query_row([origin], |row| row.get(0)).optional()
        })
    }

    /// The root a journal had at an earlier size; `None` where it never had
    /// that size.
    pub fn root(&self, origin: &str, size: u64) -> Result<Option<Hash>, StoreError> {
        self.read_journal(origin, |connection, journal| {
            if size > journal.head.size {
                return Ok(None);
            }
            proof::root(size, |node| load_node(connection, journal.id, node)).map(Some)
        })
    }

    /// The proof that entry `index` is among the first `size`; `None` where
    /// the journal has no such entry or never had that size.
    pub fn inclusion_proof(
        &self,
        origin: &str,
        index: u64,
        size: u64,
    ) -> Result<Option<Vec<Hash>>, StoreError> {
        self.read_journal(origin, |connection, journal| {
            if size > journal.head.size {
                return Ok(None);
            }
            settle(proof::inclusion(index, size, |node| load_node(connection, journal.id, node)))
        })
    }

    /// The proof that the first `newer` entries begin with the first `older`;
    /// `None` where the journal never had those sizes.
    pub fn consistency_proof(
        &self,
        origin: &str,
        older: u64,
        newer: u64,
    ) -> Result<Option<Vec<Hash>>, StoreError> {
        self.read_journal(origin, |connection, journal| {
            if newer > journal.head.size {
                return Ok(None);
            }
            settle(proof::consistency(older, newer, |node| load_node(connection, journal.id, node)))
        })
    }

    /// The bytes of a tile; `None` where the journal is not that long.
    pub fn tile(&self, origin: &str, tile: &Tile) -> Result<Option<Vec<u8>>, StoreError> {
        self.read_journal(origin, |connection, journal| {
            if !tile.is_within(journal.head.size) {
                return Ok(None);
            }
            let hashes = tile.nodes().map(|node| load_node(connection, journal.id, node));
            Ok(Some(Tile::encode(&hashes.collect::<rusqlite::Result<Vec<_>>>()?)))
        })
    }

    /// The bytes of an entry bundle; `None` where the journal is not that
    /// long.
    pub fn entry_bundle(
        &self,
        origin: &str,
        bundle: &Bundle,
    ) -> Result<Option<Vec<u8>>, StoreError> {
        let head = self.head(origin)?.ok_or_else(|| unknown(origin))?;
        if !bundle.is_within(head.size) {
            return Ok(None);
        }
        let entries = self.entries(origin, bundle.start(), usize::from(bundle.width))?;
        let entries: Vec<_> = entries.into_iter().map(|entry| entry.bytes).collect();
        let damaged = |_| StoreError::Damaged { what: format!("journal {origin}") };
        bundle::encode(&entries).map(Some).map_err(damaged)
    }

    /// The hashes of complete subtrees, as stored.
    pub(crate) fn nodes(&self, origin: &str, nodes: &[Node]) -> Result<Vec<Hash>, StoreError> {
        self.read_journal(origin, |connection, journal| {
            nodes.iter().map(|node| load_node(connection, journal.id, *node)).collect()
        })
    }

    /// Reads with a connection that sees one moment of the file.
    pub(crate) fn read<T>(
        &self,
        doing: &'static str,
        ask: impl FnOnce(&Connection) -> rusqlite::Result<T>,
    ) -> Result<T, StoreError> {
        let failed = |source| StoreError::of(doing, &self.path, source);
        let idle = lock(&self.idle_readers).pop();
        let connection = match idle {
            Some(connection) => connection,
            None => self.new_reader().map_err(failed)?,
        };
        let tx = connection.unchecked_transaction().map_err(failed)?;
        let answer = ask(&tx).map_err(failed)?;
        tx.finish().map_err(failed)?;
        let mut idle = lock(&self.idle_readers);
        if idle.len() < IDLE_READERS_MAX {
            idle.push(connection);
        }
        Ok(answer)
    }

    fn read_journal<T>(
        &self,
        origin: &str,
        ask: impl FnOnce(&Connection, &Journal) -> rusqlite::Result<T>,
    ) -> Result<T, StoreError> {
        let answer = self.read("reading a journal", |connection| {
            let Some(journal) = find(connection, origin)? else { return Ok(None) };
            ask(connection, &journal).map(Some)
        })?;
        answer.ok_or_else(|| unknown(origin))
    }

    fn new_reader(&self) -> rusqlite::Result<Connection> {
        let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
        let connection = Connection::open_with_flags(&self.path, flags)?;
        prepare(&connection)?;
        connection.pragma_update(None, "query_only", true)?;
        Ok(connection)
    }

    /// Carries out a write in one transaction: all of it, or nothing.
    pub(crate) fn write<T, R: From<StoreError>>(
        &self,
        doing: &'static str,
        change: impl FnOnce(&Transaction<'_>) -> Result<T, Undone<R>>,
    ) -> Result<T, R> {
        let failed = |source| StoreError::of(doing, &self.path, source);
        let mut writer = self.writer()?;
        self.keep_the_log_short(&mut writer)?;
        let tx = writer
            .connection
            .transaction_with_behavior(TransactionBehavior::Immediate)
            .map_err(failed)?;
        // A crash or an error from here up to the commit leaves nothing.
        let value = change(&tx).map_err(|undone| match undone {
            Undone::Refused(refusal) => refusal,
            Undone::Failed(source) => failed(source).into(),
        })?;
        match tx.commit() {
            // The write is on stable storage.
            Ok(()) => Ok(value),
            // The log had no room for the mark that ends a transaction, so
            // whoever reads the log will not see this one.
            Err(source) if source.sqlite_error_code() == Some(ErrorCode::DiskFull) => {
                Err(failed(source).into())
            }
            // The mark may be in the log and may be on the disk. Another
            // write would go over it, and asking the disk again can bring a
            // false yes. `open` finds out what is there and makes it last.
            Err(source) => {
                writer.stopped = true;
                Err(StoreError::InDoubt { doing, source }.into())
            }
        }
    }

    fn writer(&self) -> Result<MutexGuard<'_, Writer>, StoreError> {
        let writer = lock(&self.writer);
        if writer.stopped { Err(StoreError::Stopped) } else { Ok(writer) }
    }

    /// Folds the log into the file and makes it empty, so that nothing that
    /// was overwritten can be read in it.
    pub(crate) fn empty_the_log(&self) -> Result<(), StoreError> {
        let mut writer = self.writer()?;
        let log = fold_the_log(&writer.connection, "TRUNCATE")
            .map_err(|source| self.stop(&mut writer, source))?;
        if log.in_use { Err(StoreError::Busy { path: self.path.clone() }) } else { Ok(()) }
    }

    /// Folds a log that has grown long into the file, as far as those who read
    /// it allow. Done before a write, so that its failure never clouds one.
    fn keep_the_log_short(&self, writer: &mut Writer) -> Result<(), StoreError> {
        let mut fold = |mode| {
            fold_the_log(&writer.connection, mode).map_err(|source| self.stop(writer, source))
        };
        if fold("NOOP")?.pages > LOG_PAGES_MAX {
            fold("PASSIVE")?;
        }
        Ok(())
    }

    /// A disk that could not fold the log is not asked again.
    fn stop(&self, writer: &mut Writer, source: rusqlite::Error) -> StoreError {
        let error = StoreError::of("folding the log", &self.path, source);
        writer.stopped = !matches!(error, StoreError::Full { .. } | StoreError::Busy { .. });
        error
    }

    /// Every journal has as many entries as its head says, and the nodes its
    /// root is made of.
    fn check_heads(&self) -> Result<(), StoreError> {
        for JournalHead { origin, head } in self.journals()? {
            let sql = "SELECT max(entry_index) FROM entries WHERE journal_id = ?1";
            let last: Option<u64> = self.read_journal(&origin, |connection, journal| {
                connection.query_row(sql, params![journal.id], |row| row.get(0))
            })?;
            let size = last.map_or(0, |last| last + 1);
            if size != head.size || self.root(&origin, size)? != Some(head.root) {
                return Err(StoreError::Damaged { what: format!("journal {origin}") });
            }
        }
        Ok(())
    }
}

/// Whether a journal may have this name. It is the name of a key, of a file,
/// and an address without its scheme.
pub fn is_origin(origin: &str) -> bool {
    let allowed = |byte: u8| byte.is_ascii_alphanumeric() || b"/:._=-".contains(&byte);
    note::is_name(origin)
        && origin.len() <= ORIGIN_SIZE_BYTES_MAX
        && origin.bytes().all(allowed)
        && origin.starts_with(|c: char| c.is_ascii_alphanumeric())
}

/// A row of `journals`.
struct Journal {
    id: i64,
    head: Head,
}

fn find(connection: &Connection, origin: &str) -> rusqlite::Result<Option<Journal>> {
    connection
        .prepare_cached("SELECT id, size, root FROM journals WHERE origin = ?1")?
        .query_row([origin], |row| {
            let head = Head { size: row.get(1)?, root: Hash(row.get(2)?) };
            Ok(Journal { id: row.get(0)?, head })
        })
        .optional()
}

fn load_node(connection: &Connection, journal_id: i64, node: Node) -> rusqlite::Result<Hash> {
    let sql = "SELECT hash FROM nodes WHERE journal_id = ?1 AND level = ?2 AND node_index = ?3";
    connection
        .prepare_cached(sql)?
        .query_row(params![journal_id, node.level, node.index], |row| row.get(0).map(Hash))
}

fn append_entries(
    tx: &Transaction<'_>,
    journal_id: i64,
    tree: &mut Tree,
    entries: &[Vec<u8>],
) -> rusqlite::Result<()> {
    let mut insert_entry = tx.prepare_cached(
        "INSERT INTO entries (journal_id, entry_index, bytes) VALUES (?1, ?2, ?3)",
    )?;
    let mut insert_node = tx.prepare_cached(
        "INSERT INTO nodes (journal_id, level, node_index, hash) VALUES (?1, ?2, ?3, ?4)",
    )?;
    for entry in entries {
        insert_entry.execute(params![journal_id, tree.size(), entry])?;
        for (node, hash) in tree.append(leaf_hash(entry)) {
            insert_node.execute(params![journal_id, node.level, node.index, hash.as_bytes()])?;
        }
    }
    tx.prepare_cached("UPDATE journals SET size = ?2, root = ?3 WHERE id = ?1")?
        .execute(params![journal_id, tree.size(), tree.root().as_bytes()])?;
    Ok(())
}

fn check_sizes(batch: &Batch) -> Result<(), TooLarge> {
    let lengths = [
        ("entries of a batch", batch.entries.len()),
        ("parts of a batch", batch.parts.len()),
        ("documents of a batch", batch.documents.len()),
    ];
    for (what, actual) in lengths {
        if actual > BATCH_LENGTH_MAX {
            return Err(TooLarge { what, unit: "items", actual, most: BATCH_LENGTH_MAX });
        }
    }
    for entry in &batch.entries {
        let (actual, most) = (entry.len(), ENTRY_SIZE_BYTES_MAX);
        if actual > most {
            return Err(TooLarge { what: "an entry", unit: "bytes", actual, most });
        }
    }
    batch.parts.iter().try_for_each(part::check_size)?;
    batch.documents.iter().try_for_each(document::check_size)
}

/// Refuses a file of another program before anything in it is changed.
fn check_ours(connection: &Connection, path: &Path) -> Result<(), StoreError> {
    let failed = |source| StoreError::of("opening", path, source);
    let ask =
        |pragma: &str| connection.pragma_query_value(None, pragma, |row| row.get::<_, i32>(0));
    let application_id = ask("application_id").map_err(failed)?;
    let schema_version = ask("schema_version").map_err(failed)?;
    let is_new = application_id == 0 && schema_version == 0;
    if is_new || application_id == APPLICATION_ID {
        return Ok(());
    }
    Err(StoreError::NotAGround { path: path.to_owned() })
}

fn prepare_writer(connection: &Connection, path: &Path) -> Result<(), StoreError> {
    let failed = |source| StoreError::of("opening", path, source);
    prepare(connection).map_err(failed)?;
    let mode = use_log(connection).map_err(failed)?;
    if mode == "wal" {
        return Ok(());
    }
    // The database goes on without a log where it cannot make one. A commit
    // would then end with the removal of a file that a loss of power can
    // bring back, and the commit would be undone.
    let source = "the log beside it cannot be made".into();
    Err(StoreError::Unwritable { path: path.to_owned(), source })
}

/// Switches the log on. Returns the mode that the database is in.
fn use_log(connection: &Connection) -> rusqlite::Result<String> {
    let mut statement = connection.prepare("PRAGMA journal_mode = wal")?;
    let mut rows = statement.query([])?;
    // The answer comes before the change is written, and only asking for more
    // brings the error of writing it.
    while rows.next()?.is_some() {}
    connection.pragma_query_value(None, "journal_mode", |row| row.get(0))
}

fn prepare(connection: &Connection) -> rusqlite::Result<()> {
    connection.busy_timeout(Duration::from_secs(BUSY_SECONDS_MAX))?;
    connection.pragma_update(None, "synchronous", "FULL")?;
    connection.pragma_update(None, "foreign_keys", true)?;
    connection.pragma_update_and_check(None, "secure_delete", true, |_| Ok(()))?;
    connection.pragma_update(None, "temp_store", "MEMORY")?;
    connection.pragma_update(None, "trusted_schema", false)?;
    connection.pragma_update(None, "cell_size_check", true)?;
    // We fold the log ourselves, where a failure can be told apart.
    connection.pragma_update_and_check(None, "wal_autocheckpoint", 0, |_| Ok(()))
}

fn migrate(connection: &mut Connection, path: &Path) -> Result<(), StoreError> {
    let failed = |source| StoreError::of("migrating", path, source);
    let tx =
        connection.transaction_with_behavior(TransactionBehavior::Immediate).map_err(failed)?;
    let done: usize =
        tx.pragma_query_value(None, "user_version", |row| row.get(0)).map_err(failed)?;
    if done > MIGRATIONS.len() {
        return Err(StoreError::Newer { path: path.to_owned() });
    }
    for migration in MIGRATIONS.iter().skip(done) {
        tx.execute_batch(migration).map_err(failed)?;
    }
    if done < MIGRATIONS.len() {
        tx.pragma_update(None, "application_id", APPLICATION_ID).map_err(failed)?;
        tx.pragma_update(None, "user_version", MIGRATIONS.len()).map_err(failed)?;
    }
    // A crash before this line leaves the file as it was, also where it was
    // not there.
    tx.commit().map_err(failed)
}

/// Makes an empty file where there is none, for its owner alone. What the
/// database puts beside it gets the same permissions.
fn make_file(path: &Path) -> Result<(), StoreError> {
    let mut options = OpenOptions::new();
    let made = options.write(true).create(true).truncate(false).mode(0o600).open(path);
    made.map(drop).map_err(|source| unwritable(path, source))
}

/// Makes the disk remember that the file is in its folder.
fn sync_folder(path: &Path) -> Result<(), StoreError> {
    // A name alone is a file of the folder that the process is in.
    let named = path.parent().filter(|folder| !folder.as_os_str().is_empty());
    let folder = named.unwrap_or(Path::new("."));
    let synced = File::open(folder).and_then(|folder| folder.sync_all());
    synced.map_err(|source| unwritable(path, source))
}

fn unwritable(path: &Path, source: io::Error) -> StoreError {
    let path = path.to_owned();
    if source.kind() == io::ErrorKind::StorageFull {
        return StoreError::Full { path };
    }
    StoreError::Unwritable { path, source: source.into() }
}

/// What is left in the log after folding it.
struct Log {
    /// Somebody who reads it kept it from being folded completely.
    in_use: bool,
    /// How many pages wait to be folded.
    pages: i64,
}

/// Folds the log into the file, or only looks at it where the mode is NOOP.
fn fold_the_log(connection: &Connection, mode: &str) -> rusqlite::Result<Log> {
    connection.query_row(&format!("PRAGMA wal_checkpoint({mode})"), [], |row| {
        let (pages, folded): (i64, i64) = (row.get(1)?, row.get(2)?);
        Ok(Log { in_use: row.get(0)?, pages: pages - folded })
    })
}

/// The answer of a proof that may not exist.
fn settle(
    proof: Result<Vec<Hash>, proof::ProofError<rusqlite::Error>>,
) -> rusqlite::Result<Option<Vec<Hash>>> {
    match proof {
        Ok(proof) => Ok(Some(proof)),
        Err(proof::ProofError::OutOfRange(_)) => Ok(None),
        Err(proof::ProofError::Source(source)) => Err(source),
    }
}

fn unknown(origin: &str) -> StoreError {
    StoreError::UnknownJournal { origin: origin.to_owned() }
}

fn refused(error: StoreError) -> Undone<AppendError> {
    Undone::Refused(error.into())
}

/// A thread that panicked while it held the lock had its transaction undone.
fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

#[cfg(test)]
mod tests;
