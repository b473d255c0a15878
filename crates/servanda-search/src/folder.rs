//! Where an index lies, and how a new one takes the place of the old, all or nothing.
//!
//! Beside the folder `search` there are, while a new one is being made, `search.fresh` (the one
//! being made), `search.former` (the one it replaces) and `search.lock` (held by who makes it; the
//! system lets go of it if they die). The file `version` in the folder is written last: where it
//! is, the index is whole.
//!
//! Never looks inside an index.

use std::fs::{self, File, TryLockError};
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

use crate::{SearchError, VERSION};

const VERSION_FILE: &str = "version";

/// What the version file of an index made here says: ours and the engine's.
pub(crate) fn version() -> String {
    format!("servanda-search {VERSION}, {}", tantivy::version_string())
}

/// The folder of an index and what may lie beside it.
pub(crate) struct Folder {
    pub(crate) live: PathBuf,
    fresh: PathBuf,
    former: PathBuf,
    lock: PathBuf,
}

impl Folder {
    /// Names only; touches nothing.
    pub(crate) fn new(live: &Path) -> Result<Self, SearchError> {
        let Some(name) = live.file_name() else {
            let source = io::Error::new(io::ErrorKind::InvalidInput, "the folder needs a name");
            return Err(SearchError::File { path: live.to_owned(), source });
        };
        let beside = |ending: &str| {
            let mut name = name.to_owned();
            name.push(ending);
            live.with_file_name(name)
        };
        Ok(Self {
            live: live.to_owned(),
            fresh: beside(".fresh"),
            former: beside(".former"),
            lock: beside(".lock"),
        })
    }

    /// Has `make` fill a fresh folder, then puts it in the place of the live one.
    pub(crate) fn replace(
        &self,
        make: impl FnOnce(&Path) -> Result<(), SearchError>,
    ) -> Result<(), SearchError> {
        let parent = match self.live.parent() {
            Some(parent) if parent != Path::new("") => parent,
            _ => Path::new("."),
        };
        at(parent, fs::create_dir_all(parent))?;
        let lock = self.lock()?;
        self.repair()?;

        // A crash from here leaves a fresh folder without a version; `repair` removes it.
        at(&self.fresh, fs::create_dir(&self.fresh))?;
        if let Err(error) = make(&self.fresh) {
            // What cannot be removed at this moment is removed by the next `repair`.
            remove(&self.fresh).ok();
            return Err(error);
        }
        self.complete()?;

        // A crash from here leaves a whole fresh folder; `repair` removes it, or, if the live one
        // has already stepped aside, lets it take its place.
        if exists(&self.live)? {
            at(&self.live, fs::rename(&self.live, &self.former))?;
        }
        at(&self.fresh, fs::rename(&self.fresh, &self.live))?;
        at(parent, File::open(parent).and_then(|folder| folder.sync_all()))?;

        // A crash from here leaves the former folder; `repair` removes it.
        remove(&self.former)?;
        at(&self.lock, lock.unlock())
    }

    /// Puts right what a crash left behind, unless someone is at work on it.
    pub(crate) fn tidy(&self) -> Result<(), SearchError> {
        if !exists(&self.fresh)? && !exists(&self.former)? {
            return Ok(());
        }
        match self.lock() {
            Ok(lock) => {
                self.repair()?;
                at(&self.lock, lock.unlock())
            }
            Err(SearchError::Busy { .. }) => Ok(()),
            Err(error) => Err(error),
        }
    }

    /// Says whether the live index can be opened, as far as its version tells.
    pub(crate) fn check_version(&self) -> Result<(), SearchError> {
        let folder = || self.live.clone();
        if !exists(&self.live)? {
            // Between its two renames `replace` leaves no live folder for a moment.
            if exists(&self.lock)? {
                self.lock().map(drop)?;
            }
            if !exists(&self.live)? {
                return Err(SearchError::Absent { folder: folder() });
            }
        }
        let path = self.live.join(VERSION_FILE);
        let bytes = match fs::read(&path) {
            Ok(bytes) => bytes,
            Err(error) if error.kind() == io::ErrorKind::NotFound => {
                let reason = "it has no version".to_owned();
                return Err(SearchError::Damaged { folder: folder(), reason });
            }
            Err(source) => return Err(SearchError::File { path, source }),
        };
        let found = String::from_utf8_lossy(&bytes).trim().to_owned();
        let wanted = version();
        if found == wanted {
            Ok(())
        } else {
            Err(SearchError::OtherVersion { folder: folder(), found, wanted })
        }
    }

    /// Holds off everyone else until the file is closed.
    fn lock(&self) -> Result<File, SearchError> {
        let file = at(
            &self.lock,
            File::options().create(true).truncate(false).write(true).open(&self.lock),
        )?;
        match file.try_lock() {
            Ok(()) => Ok(file),
            Err(TryLockError::WouldBlock) => Err(SearchError::Busy { folder: self.live.clone() }),
            Err(TryLockError::Error(source)) => {
                Err(SearchError::File { path: self.lock.clone(), source })
            }
        }
    }

    fn repair(&self) -> Result<(), SearchError> {
        if !exists(&self.live)? && exists(&self.former)? {
            let whole = exists(&self.fresh.join(VERSION_FILE))?;
            let successor = if whole { &self.fresh } else { &self.former };
            at(successor, fs::rename(successor, &self.live))?;
        }
        remove(&self.fresh)?;
        remove(&self.former)
    }

    /// Writes the version, which makes the fresh index whole.
    fn complete(&self) -> Result<(), SearchError> {
        let path = self.fresh.join(VERSION_FILE);
        let written = File::create_new(&path).and_then(|mut file| {
            file.write_all(version().as_bytes())?;
            file.write_all(b"\n")?;
            file.sync_all()
        });
        at(&path, written)?;
        at(&self.fresh, File::open(&self.fresh).and_then(|folder| folder.sync_all()))
    }
}

fn at<T>(path: &Path, result: io::Result<T>) -> Result<T, SearchError> {
    result.map_err(|source| SearchError::File { path: path.to_owned(), source })
}

fn exists(path: &Path) -> Result<bool, SearchError> {
    at(path, path.try_exists())
}

fn remove(folder: &Path) -> Result<(), SearchError> {
    match fs::remove_dir_all(folder) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(()),
        result => at(folder, result),
    }
}

#[cfg(test)]
mod tests;
