//! One installation: its ground state, its keys, its register.

use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use servanda_entry::PartReference;
use servanda_entry::act::hex;
use servanda_journal::tile::Resource;
use servanda_model::Reach;
use servanda_register::{House, Register, RegisterError, Workspaces};
use servanda_store::{Ground, Hash, KeyFolder, KeysError, Ledger, LedgerError, StoreError};

use crate::people::challenge::Challenges;
use crate::{Failure, drafts, erase, people};

/// An installation in one folder.
#[derive(Debug)]
pub struct Office {
    folder: PathBuf,
    ledger: Ledger,
    register: Register,
    house: House,
    workspaces: Workspaces,
    /// Whoever holds it writes to the house journal: what is decided rests on what stands there.
    house_writing: Mutex<()>,
    /// Whoever holds it writes to a workspace journal, for the same reason.
    workspace_writing: Mutex<()>,
    /// Whoever holds it writes to a public journal, for the same reason.
    public_writing: Mutex<()>,
    challenges: Challenges,
}

/// Leave to write to the public journals, which one has at a time.
#[derive(Debug)]
#[must_use]
pub struct Writing<'office> {
    _held: MutexGuard<'office, ()>,
}

/// What a commitment commits to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Opened {
    /// The salt, in hexadecimal.
    pub salt: String,
    /// The contents.
    pub bytes: Vec<u8>,
}

/// A folder that could not be made or taken away.
#[derive(Debug, thiserror::Error)]
#[error("{path}: {source}")]
pub struct FolderError {
    /// The folder.
    pub path: PathBuf,
    /// What went wrong.
    pub source: std::io::Error,
}

/// Why an installation could not be opened.
#[derive(Debug, thiserror::Error)]
pub enum OfficeError {
    /// A folder could not be made.
    #[error(transparent)]
    Folder(#[from] FolderError),
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
            .map_err(|source| FolderError { path: derived.clone(), source })?;
        let ground = Arc::new(Ground::open(&folder.join("ground.db"))?);
        let keys = KeyFolder::open(&folder.join("keys"))?;
        let ledger = Ledger::open(Arc::clone(&ground), keys)?;
        let register = Register::open(&register_path(folder), &ground)?;
        let house = House::open(&ground)?;
        let workspaces = Workspaces::open(&ground)?;
        let folder = folder.to_owned();
        let office = Self {
            folder,
            ledger,
            register,
            house,
            workspaces,
            house_writing: Mutex::new(()),
            workspace_writing: Mutex::new(()),
            public_writing: Mutex::new(()),
            challenges: Challenges::default(),
        };
        erase::finish_erasures(&office)?;
        people::finish_erasures(&office)?;
        drafts::finish_erasures(&office)?;
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

    /// Its accounts, roles and sessions.
    pub fn house(&self) -> &House {
        &self.house
    }

    /// The workspaces of the voices that are kept here.
    pub fn workspaces(&self) -> &Workspaces {
        &self.workspaces
    }

    /// What browsers were asked to sign and have not signed.
    pub(crate) fn challenges(&self) -> &Challenges {
        &self.challenges
    }

    /// Lets nobody else write to the house journal while it is held.
    pub(crate) fn write_house(&self) -> MutexGuard<'_, ()> {
        self.house_writing.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Lets nobody else write to a workspace journal while it is held.
    pub(crate) fn write_workspace(&self) -> MutexGuard<'_, ()> {
        self.workspace_writing.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Lets nobody else write to a public journal while it is held: what is composed then is still
    /// what may be written when it is written.
    pub fn write_public(&self) -> Writing<'_> {
        Writing { _held: self.public_writing.lock().unwrap_or_else(PoisonError::into_inner) }
    }

    /// Takes the search index away, which holds copies of words that are to go. It is derived, and
    /// whoever answers searches makes it again.
    pub(crate) fn drop_search_index(&self) -> Result<(), FolderError> {
        for beside in ["search", "search.former"] {
            let path = self.folder.join("derived").join(beside);
            match std::fs::remove_dir_all(&path) {
                Err(source) if source.kind() != std::io::ErrorKind::NotFound => {
                    return Err(FolderError { path, source });
                }
                Ok(()) | Err(_) => {}
            }
        }
        Ok(())
    }

    /// Its ground state, to read from.
    pub fn ground(&self) -> &Ground {
        self.ledger.ground()
    }

    /// A document as received, by its SHA-256 in hexadecimal.
    pub fn document(&self, digest: &str) -> Result<Option<Vec<u8>>, OfficeError> {
        let Ok(digest) = Hash::parse_hex(digest) else { return Ok(None) };
        Ok(self.ground().document(&digest)?.map(|document| document.bytes))
    }

    /// A static file of a public journal (C2SP tlog-tiles): `checkpoint`, `tile/0/000`, ….
    pub fn published(&self, origin: &str, path: &str) -> Result<Option<Vec<u8>>, OfficeError> {
        if Reach::of(origin) != Reach::Public || self.ground().head(origin)?.is_none() {
            return Ok(None);
        }
        Ok(match Resource::parse(path) {
            Ok(Resource::Checkpoint) => self.ground().checkpoint(origin)?.map(String::into_bytes),
            Ok(Resource::Tile(tile)) => self.ground().tile(origin, &tile)?,
            Ok(Resource::Bundle(bundle)) => self.ground().entry_bundle(origin, &bundle)?,
            Err(_not_a_path) => None,
        })
    }

    /// The bytes of one entry of a public journal.
    pub fn entry(&self, origin: &str, index: u64) -> Result<Option<Vec<u8>>, OfficeError> {
        if Reach::of(origin) != Reach::Public || self.ground().head(origin)?.is_none() {
            return Ok(None);
        }
        let found = self.ground().entries(origin, index, 1)?;
        Ok(found.into_iter().next().map(|entry| entry.bytes))
    }

    /// The hashes that lead from the leaf of an entry to the root of the first `size` entries, in
    /// hexadecimal (RFC 6962 §2.1.1); `None` where no public journal has such an entry.
    pub fn inclusion(
        &self,
        origin: &str,
        index: u64,
        size: u64,
    ) -> Result<Option<Vec<String>>, OfficeError> {
        if Reach::of(origin) != Reach::Public {
            return Ok(None);
        }
        let proof = self.ground().inclusion_proof(origin, index, size)?;
        Ok(proof.map(|proof| proof.into_iter().map(Hash::to_hex).collect()))
    }

    /// What is behind a commitment, given in hexadecimal as entries write it, so that anyone can
    /// compute the commitment again; `None` where the part is erased or was never here.
    pub fn opened(&self, commitment: &str) -> Result<Option<Opened>, OfficeError> {
        let Ok(commitment) = Hash::parse_hex(commitment) else { return Ok(None) };
        let part = self.ground().part(&commitment)?;
        Ok(part.map(|part| Opened { salt: hex(&part.salt), bytes: part.bytes }))
    }

    /// The bytes of a part that an act names; `None` where they are erased or were never here.
    pub(crate) fn part_bytes(&self, part: &PartReference) -> Result<Option<Vec<u8>>, Failure> {
        let Ok(commitment) = Hash::parse_hex(&part.commitment) else { return Ok(None) };
        Ok(self.ground().part(&commitment)?.map(|part| part.bytes))
    }

    /// The key that checks a journal's signatures, as text (C2SP signed-note vkey).
    pub fn verifier(&self, origin: &str) -> Result<Option<String>, OfficeError> {
        Ok(self.ledger.verifier(origin)?.map(|verifier| verifier.to_string()))
    }

    /// Its journals, with what checks their signatures.
    pub fn ledger(&self) -> &Ledger {
        &self.ledger
    }
}

fn register_path(folder: &Path) -> PathBuf {
    folder.join("derived").join("register.db")
}
