//! Steps of an append that fail: before they had an effect, or after.

use std::io;
use std::path::Path;
use std::sync::atomic::{AtomicUsize, Ordering};

use servanda_store::{
    AppendError, Batch, DurableSteps, Ground, Head, KeyFolder, KeysError, Steps, StoreError,
};

/// A step of an append that has to last.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// The batch becomes part of the journal.
    Commit,
    /// What is about to be signed is remembered.
    RememberSigned,
    /// What was signed is kept.
    KeepCheckpoint,
}

/// How a step fails.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// It fails and had no effect.
    Gone,
    /// It fails and had its effect all the same.
    Kept,
}

/// The steps as they are, but for one that fails once.
#[derive(Debug)]
pub struct FailingSteps {
    step: Step,
    fault: Fault,
    /// How often the step works before it fails.
    left: AtomicUsize,
}

impl FailingSteps {
    /// Lets a step work some times and then fail for ever.
    pub fn new(step: Step, fault: Fault, works: usize) -> Self {
        Self { step, fault, left: AtomicUsize::new(works) }
    }

    /// How this step fails this time, where it does.
    fn fault(&self, step: Step) -> Option<Fault> {
        if step != self.step {
            return None;
        }
        let count_down = |left: usize| left.checked_sub(1);
        let worked = self.left.fetch_update(Ordering::SeqCst, Ordering::SeqCst, count_down);
        if worked.is_ok() { None } else { Some(self.fault) }
    }
}

impl Steps for FailingSteps {
    fn commit(
        &self,
        ground: &Ground,
        origin: &str,
        expected: Head,
        batch: &Batch,
    ) -> Result<Head, AppendError> {
        let fault = self.fault(Step::Commit);
        if fault == Some(Fault::Gone) {
            return Err(StoreError::Stopped.into());
        }
        let head = DurableSteps.commit(ground, origin, expected, batch)?;
        if fault.is_some() { Err(StoreError::Stopped.into()) } else { Ok(head) }
    }

    fn remember_signed(
        &self,
        keys: &KeyFolder,
        origin: &str,
        head: &Head,
    ) -> Result<(), KeysError> {
        let failed = || KeysError::File {
            doing: "writing",
            path: Path::new("a disk that fails").to_owned(),
            source: io::Error::other("as the test wants it"),
        };
        let fault = self.fault(Step::RememberSigned);
        if fault == Some(Fault::Gone) {
            return Err(failed());
        }
        DurableSteps.remember_signed(keys, origin, head)?;
        if fault.is_some() { Err(failed()) } else { Ok(()) }
    }

    fn keep_checkpoint(
        &self,
        ground: &Ground,
        origin: &str,
        size: u64,
        note: &str,
    ) -> Result<(), StoreError> {
        let fault = self.fault(Step::KeepCheckpoint);
        if fault == Some(Fault::Gone) {
            return Err(StoreError::Stopped);
        }
        DurableSteps.keep_checkpoint(ground, origin, size, note)?;
        if fault.is_some() { Err(StoreError::Stopped) } else { Ok(()) }
    }
}
