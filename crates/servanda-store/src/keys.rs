//! The folder of signing keys, and of what was last signed with each.
//!
//! It is kept out of the backups of the ground. So a ground that was put back
//! from a backup is found to be behind, and a second history is not signed.

use std::fs::{self, File, OpenOptions, TryLockError};
use std::io::{self, Write as _};
use std::os::unix::fs::{DirBuilderExt as _, OpenOptionsExt as _, PermissionsExt as _};
use std::path::{Path, PathBuf};

use servanda_journal::{Checkpoint, Head, Signer, Verifier};

use crate::failure::KeysError;

/// The largest file that is read here, in bytes.
const FILE_SIZE_BYTES_MAX: u64 = 4_096;

/// The signing keys of the journals that are written here.
#[derive(Debug)]
pub struct KeyFolder {
    path: PathBuf,
    /// Held for as long as the folder is open: one process signs.
    lock: File,
}

impl KeyFolder {
    /// Opens the folder, and makes it where there is none. Refuses where
    /// another process has it open.
    pub fn open(path: &Path) -> Result<Self, KeysError> {
        let mut builder = fs::DirBuilder::new();
        builder
            .recursive(true)
            .mode(0o700)
            .create(path)
            .map_err(|source| KeysError::of("making", path, source))?;
        // The folder may be new in its own folder.
        File::open(path.join(".."))
            .and_then(|parent| parent.sync_all())
            .map_err(|source| KeysError::of("making", path, source))?;
        let lock_path = path.join("lock");
        let failed = |source| KeysError::of("locking", &lock_path, source);
        let lock = new_file(OpenOptions::new().create(true), &lock_path).map_err(failed)?;
        match lock.try_lock() {
            Ok(()) => Ok(Self { path: path.to_owned(), lock }),
            Err(TryLockError::WouldBlock) => Err(KeysError::InUse { path: path.to_owned() }),
            Err(TryLockError::Error(source)) => Err(failed(source)),
        }
    }

    /// Makes the key of a journal out of 32 bytes of chance.
    pub fn create_key(&self, origin: &str, seed: &[u8; 32]) -> Result<Verifier, KeysError> {
        let path = self.key_path(origin);
        let signer = Signer::from_seed(origin, seed)
            .map_err(|_name| KeysError::Damaged { path: path.clone() })?;
        if path.exists() {
            return Err(KeysError::Exists { path });
        }
        match self.last_signed(origin)? {
            None => self.remember_signed(origin, &Head::EMPTY)?,
            Some(Head::EMPTY) => {}
            // The key that signed this is lost. Another one would not be
            // believed.
            Some(_) => return Err(KeysError::Exists { path: self.signed_path(origin) }),
        }
        // A crash up to here leaves no key, and it is made again.
        self.replace(&path, format!("{}\n", signer.to_secret_text()).as_bytes())?;
        Ok(signer.verifier())
    }

    /// What checks the signatures of a journal; `None` where there is no key.
    pub fn verifier(&self, origin: &str) -> Result<Option<Verifier>, KeysError> {
        Ok(self.signer(origin)?.map(|signer| signer.verifier()))
    }

    /// The head of a journal that was signed last, or was about to be.
    pub fn last_signed(&self, origin: &str) -> Result<Option<Head>, KeysError> {
        last_signed_in(&self.path, origin)
    }

    /// Remembers a head before it is signed. When this returns it is on
    /// stable storage.
    pub fn remember_signed(&self, origin: &str, head: &Head) -> Result<(), KeysError> {
        let checkpoint = Checkpoint { origin: origin.to_owned(), head: *head };
        self.replace(&self.signed_path(origin), checkpoint.to_string().as_bytes())
    }

    /// The key of a journal; `None` where there is none.
    pub(crate) fn signer(&self, origin: &str) -> Result<Option<Signer>, KeysError> {
        load_signer(&self.path, origin)
    }

    /// Puts a file in place of another: whoever opens it finds the old bytes
    /// or the new ones, whatever happens.
    fn replace(&self, path: &Path, bytes: &[u8]) -> Result<(), KeysError> {
        let failed = |source| KeysError::of("writing", path, source);
        let fresh = path.with_added_extension("new");
        let mut file =
            new_file(OpenOptions::new().create(true).truncate(true), &fresh).map_err(failed)?;
        file.write_all(bytes).map_err(failed)?;
        file.sync_all().map_err(failed)?;
        // A crash up to here leaves the old file and a new one beside it that
        // nobody reads; the next time overwrites it.
        fs::rename(&fresh, path).map_err(failed)?;
        // A crash before the next line may leave either. Nothing was signed
        // that only the new one knows of.
        File::open(&self.path).and_then(|folder| folder.sync_all()).map_err(failed)
    }

    fn key_path(&self, origin: &str) -> PathBuf {
        key_path(&self.path, origin)
    }

    fn signed_path(&self, origin: &str) -> PathBuf {
        signed_path(&self.path, origin)
    }
}

/// What checks the signatures of a journal whose key is in a folder; `None` where there is none.
/// Only looks: another process may have the folder open and sign.
pub fn verifier_in(folder: &Path, origin: &str) -> Result<Option<Verifier>, KeysError> {
    Ok(load_signer(folder, origin)?.map(|signer| signer.verifier()))
}

/// The head of a journal that was signed last, or was about to be, as a folder remembers it. Only
/// looks.
pub fn last_signed_in(folder: &Path, origin: &str) -> Result<Option<Head>, KeysError> {
    let path = signed_path(folder, origin);
    let Some(text) = read(&path)? else { return Ok(None) };
    Checkpoint::parse(&text)
        .ok()
        .filter(|checkpoint| checkpoint.origin == origin)
        .map(|checkpoint| Some(checkpoint.head))
        .ok_or(KeysError::Damaged { path })
}

fn load_signer(folder: &Path, origin: &str) -> Result<Option<Signer>, KeysError> {
    let path = key_path(folder, origin);
    let Some(text) = read(&path)? else { return Ok(None) };
    let metadata = fs::metadata(&path).map_err(|source| KeysError::of("reading", &path, source))?;
    if metadata.permissions().mode() & 0o077 != 0 {
        return Err(KeysError::TooOpen { path });
    }
    Signer::parse(text.trim_end())
        .ok()
        .filter(|signer| signer.name() == origin)
        .map(Some)
        .ok_or(KeysError::Damaged { path })
}

fn signed_path(folder: &Path, origin: &str) -> PathBuf {
    folder.join(format!("{}.signed", file_name(origin)))
}

fn key_path(folder: &Path, origin: &str) -> PathBuf {
    folder.join(format!("{}.key", file_name(origin)))
}

impl Drop for KeyFolder {
    fn drop(&mut self) {
        // Closing the file is not enough where a child process was started a
        // moment ago and has not yet closed its copy. Failing here leaves the
        // folder locked until that child goes on.
        drop(self.lock.unlock());
    }
}

/// The name of a journal as part of a file's name. Journals have neither of
/// the two characters in their names, so two journals never meet.
fn file_name(origin: &str) -> String {
    origin.replace('/', "~").replace(':', "+")
}

fn new_file(options: &mut OpenOptions, path: &Path) -> io::Result<File> {
    options.write(true).mode(0o600).open(path)
}

fn read(path: &Path) -> Result<Option<String>, KeysError> {
    match fs::metadata(path) {
        Ok(metadata) if metadata.len() > FILE_SIZE_BYTES_MAX => {
            return Err(KeysError::Damaged { path: path.to_owned() });
        }
        Ok(_) => {}
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
        Err(source) => return Err(KeysError::of("reading", path, source)),
    }
    fs::read_to_string(path).map(Some).map_err(|source| KeysError::of("reading", path, source))
}

#[cfg(test)]
mod tests;
