//! The ground state: journals, the parts their entries commit to, and the
//! documents as received, in one SQLite file; and the keys that sign, beside
//! it. If it is lost, the record is lost.
//!
//! Never interprets an entry, never draws chance, never reads a clock.
//!
//! The words it uses:
//! - [`Ground`] is the file; [`KeyFolder`] is the folder of signing keys and
//!   of what was last signed, which is kept out of the backups of the ground;
//! - [`Ledger`] is both together: what it has acknowledged is on stable
//!   storage and signed;
//! - a *part* is what an entry commits to by a salted hash; an *erased* part
//!   has lost its bytes and its salt, and every proof still holds.

pub mod document;
pub mod failure;
pub mod ground;
pub mod keys;
pub mod ledger;
pub mod part;
pub mod verify;

pub use document::{Digest, Document, DocumentDraft};
pub use failure::{AppendError, KeysError, LedgerError, StoreError, TooLarge};
pub use ground::{Batch, Entry, Ground, JournalHead};
pub use keys::{KeyFolder, last_signed_in, verifier_in};
pub use ledger::{DurableSteps, Ledger, Steps};
pub use part::{Part, PartDraft, PartState, part_commitment};
pub use servanda_journal::{Hash, Head, Verifier};
pub use verify::{Contents, Verified, VerifyError, verify_contents, verify_journal, verify_since};
