//! One installation: its ground state, its keys, its register.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use servanda_register::{Register, RegisterError};
use servanda_store::{Ground, KeyFolder, KeysError, Ledger, LedgerError, StoreError};

use crate::erase;

/// An installation in one folder.
#[derive(Debug)]
pub struct Office {
    folder: PathBuf,
    ledger: Ledger,
    register: Register,
}

/// Why an installation could not be opened.
#[derive(Debug, thiserror::Error)]
pub enum OfficeError {
    /// A folder could not be made.
    #[error("{path}: {source}")]
    Folder {
        /// The folder.
        path: PathBuf,
        /// What went wrong.
        source: std::io::Error,
    },
    /// The ground state.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// The keys.
    #[error(transparent)]
    Keys(#[from] KeysError),
    /// Ground state and keys together.
    #[error(transparent)]
    Ledger(#[from] LedgerError),
    /// The register.
    #[error(transparent)]
    Register(#[from] RegisterError),
}

impl Office {
    /// Opens the installation in a folder, makes what is missing, repairs what a crash left, and
    /// brings the register up to the journals.
    pub fn open(folder: &Path) -> Result<Self, OfficeError> {
        let derived = folder.join("derived");
        std::fs::create_dir_all(&derived)
            .map_err(|source| OfficeError::Folder { path: derived.clone(), source })?;
        let ground = Arc::new(Ground::open(&folder.join("ground.db"))?);
        let keys = KeyFolder::open(&folder.join("keys"))?;
        let ledger = Ledger::open(Arc::clone(&ground), keys)?;
        let register = Register::open(&register_path(folder), &ground)?;
        let office = Self { folder: folder.to_owned(), ledger, register };
        erase::finish_erasures(&office)?;
        Ok(office)
    }

    /// Deletes the derived register and makes it again from the journals.
    pub fn rebuild(folder: &Path) -> Result<(), OfficeError> {
        let ground = Ground::open(&folder.join("ground.db"))?;
        Register::rebuild(&register_path(folder), &ground)?;
        Ok(())
    }

    /// The folder it is in.
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// Its register, to read from.
    pub fn register(&self) -> &Register {
        &self.register
    }

    /// Its ground state, to read from.
    pub fn ground(&self) -> &Ground {
        self.ledger.ground()
    }

    /// Its journals, with what checks their signatures.
    pub fn ledger(&self) -> &Ledger {
        &self.ledger
    }
}

fn register_path(folder: &Path) -> PathBuf {
    folder.join("derived").join("register.db")
}
