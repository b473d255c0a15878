//! Ground and keys together: an append that is acknowledged is on stable
//! storage and signed, and what was signed is never taken back.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use servanda_journal::{Checkpoint, Head, Signer, Verifier};

use crate::failure::{AppendError, KeysError, LedgerError, StoreError};
use crate::ground::{Batch, Ground, JournalHead};
use crate::keys::KeyFolder;

/// The journals that are written here. Shared between threads by reference.
#[derive(Debug)]
pub struct Ledger {
    ground: Arc<Ground>,
    steps: Box<dyn Steps>,
    /// Whoever holds it appends; the order of signing is the order of entries.
    state: Mutex<State>,
}

#[derive(Debug)]
struct State {
    keys: KeyFolder,
    /// A step failed in a way after which nothing may be signed any more.
    stopped: bool,
}

/// What an append does that has to last, in this order. A test puts steps in
/// its place that fail.
pub trait Steps: std::fmt::Debug + Send + Sync {
    /// Makes the batch part of the journal.
    fn commit(
        &self,
        ground: &Ground,
        origin: &str,
        expected: Head,
        batch: &Batch,
    ) -> Result<Head, AppendError>;

    /// Remembers what is about to be signed.
    fn remember_signed(&self, keys: &KeyFolder, origin: &str, head: &Head)
    -> Result<(), KeysError>;

    /// Keeps what was signed.
    fn keep_checkpoint(
        &self,
        ground: &Ground,
        origin: &str,
        size: u64,
        note: &str,
    ) -> Result<(), StoreError>;
}

/// The steps as they are.
#[derive(Clone, Copy, Debug, Default)]
pub struct DurableSteps;

impl Steps for DurableSteps {
    fn commit(
        &self,
        ground: &Ground,
        origin: &str,
        expected: Head,
        batch: &Batch,
    ) -> Result<Head, AppendError> {
        ground.append(origin, expected, batch)
    }

    fn remember_signed(
        &self,
        keys: &KeyFolder,
        origin: &str,
        head: &Head,
    ) -> Result<(), KeysError> {
        keys.remember_signed(origin, head)
    }

    fn keep_checkpoint(
        &self,
        ground: &Ground,
        origin: &str,
        size: u64,
        note: &str,
    ) -> Result<(), StoreError> {
        ground.put_checkpoint(origin, size, note)
    }
}

impl Ledger {
    /// Takes ground and keys together. Signs the heads that a crash left
    /// unsigned, and refuses where a ground is behind what was signed. A
    /// journal without a key here is somebody else's and is left alone.
    pub fn open(ground: Arc<Ground>, keys: KeyFolder) -> Result<Self, LedgerError> {
        Self::open_with(ground, keys, Box::new(DurableSteps))
    }

    /// As [`Ledger::open`], with other steps.
    pub fn open_with(
        ground: Arc<Ground>,
        keys: KeyFolder,
        steps: Box<dyn Steps>,
    ) -> Result<Self, LedgerError> {
        let ledger = Self { ground, steps, state: Mutex::new(State { keys, stopped: false }) };
        let state = ledger.lock();
        for JournalHead { origin, head } in ledger.ground.journals()? {
            let Some(signer) = state.keys.signer(&origin)? else { continue };
            ledger.refuse_rollback(&state.keys, &origin, &head)?;
            if ledger.signed_head(&signer)? != Some(head) {
                ledger.sign(&state.keys, &signer, &head)?;
            }
        }
        drop(state);
        Ok(ledger)
    }

    /// The ground, to read from.
    pub fn ground(&self) -> &Arc<Ground> {
        &self.ground
    }

    /// Makes a journal and its key, out of 32 bytes of chance, and signs that
    /// it has no entries. Where the journal has a key, that one stays.
    pub fn found(&self, origin: &str, seed: &[u8; 32]) -> Result<Verifier, LedgerError> {
        let mut state = self.lock();
        if state.stopped {
            return Err(StoreError::Stopped.into());
        }
        // A crash after this line leaves a journal without a key, after the
        // next one a head without a signature. The former is made good by
        // doing this again, the latter by `open` as well.
        self.ground.create_journal(origin)?;
        let head = self.ground.head(origin)?.unwrap_or(Head::EMPTY);
        if let Some(verifier) = state.keys.verifier(origin)? {
            return Ok(verifier);
        }
        if head != Head::EMPTY {
            return Err(LedgerError::NotEmpty { origin: origin.to_owned() });
        }
        state.keys.create_key(origin, seed)?;
        let signer = load_signer(&state.keys, origin)?;
        self.sign(&state.keys, &signer, &head).inspect_err(|_| state.stopped = true)?;
        Ok(signer.verifier())
    }

    /// What checks the signatures of a journal; `None` where it has no key
    /// here.
    pub fn verifier(&self, origin: &str) -> Result<Option<Verifier>, KeysError> {
        self.lock().keys.verifier(origin)
    }

    /// Appends a batch to a journal whose head is the expected one, and signs
    /// the new head. What this returns is acknowledged: it is on stable
    /// storage, and no crash takes it back.
    ///
    /// After [`AppendError::InDoubt`] the process must stop. Nothing can be
    /// appended any more; opening finds out what is there and signs it.
    pub fn append(&self, origin: &str, expected: Head, batch: &Batch) -> Result<Head, AppendError> {
        let mut state = self.lock();
        if state.stopped {
            return Err(AppendError::InDoubt(StoreError::Stopped.into()));
        }
        let signer = load_signer(&state.keys, origin).map_err(AppendError::Keys)?;
        let stored = self.ground.head(origin)?.unwrap_or(Head::EMPTY);
        self.refuse_rollback(&state.keys, origin, &stored).map_err(nothing_written)?;

        // A crash up to here leaves nothing. One during the next line leaves
        // the whole batch or nothing of it.
        let appended = self.steps.commit(&self.ground, origin, expected, batch);
        state.stopped = matches!(appended, Err(AppendError::InDoubt(_)));
        let head = appended?;
        if head == expected {
            return Ok(head);
        }
        // From here the batch is part of the journal. A crash leaves a head
        // that is not signed; `open` signs it.
        self.sign(&state.keys, &signer, &head).map_err(|error| {
            state.stopped = true;
            AppendError::InDoubt(error)
        })?;
        // Entries, parts and documents, what was signed, and its signature are
        // on stable storage. This is the acknowledgement.
        Ok(head)
    }

    /// Signs a head, remembering it first.
    fn sign(&self, keys: &KeyFolder, signer: &Signer, head: &Head) -> Result<(), LedgerError> {
        self.steps.remember_signed(keys, signer.name(), head)?;
        // A crash from here leaves a head that is remembered and not signed.
        // `open` finds that it is the ground's own and signs it; the
        // signature is the same every time.
        let note = Checkpoint::sign(head, signer).to_string();
        self.steps.keep_checkpoint(&self.ground, signer.name(), head.size, &note)?;
        Ok(())
    }

    /// Refuses where the ground does not begin with what was signed last.
    fn refuse_rollback(
        &self,
        keys: &KeyFolder,
        origin: &str,
        stored: &Head,
    ) -> Result<(), LedgerError> {
        let origin_owned = || origin.to_owned();
        // The first thing that is written for a key is that nothing was
        // signed with it, so what is missing was lost.
        let Some(signed) = keys.last_signed(origin)? else {
            return Err(KeysError::NothingRemembered { origin: origin_owned() }.into());
        };
        if signed.size > stored.size {
            let (signed_size, stored_size) = (signed.size, stored.size);
            let origin = origin_owned();
            return Err(KeysError::Rollback { origin, signed_size, stored_size }.into());
        }
        if self.ground.root(origin, signed.size)? != Some(signed.root) {
            return Err(KeysError::Forked { origin: origin_owned(), size: signed.size }.into());
        }
        Ok(())
    }

    /// The head of the checkpoint that is kept, where this key has signed it.
    fn signed_head(&self, signer: &Signer) -> Result<Option<Head>, StoreError> {
        let note = self.ground.checkpoint(signer.name())?;
        let opened = note.and_then(|note| Checkpoint::open(&note, &signer.verifier()).ok());
        Ok(opened.map(|checkpoint| checkpoint.head))
    }

    fn lock(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

fn load_signer(keys: &KeyFolder, origin: &str) -> Result<Signer, KeysError> {
    keys.signer(origin)?.ok_or_else(|| KeysError::NoKey { origin: origin.to_owned() })
}

fn nothing_written(error: LedgerError) -> AppendError {
    match error {
        LedgerError::Keys(error) => AppendError::Keys(error),
        LedgerError::Store(error) => error.into(),
        LedgerError::NotEmpty { .. } => AppendError::InDoubt(error),
    }
}

#[cfg(test)]
mod tests;
