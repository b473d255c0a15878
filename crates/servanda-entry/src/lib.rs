//! The written form of the record: entries (acts) and contents (facts and texts), every version.
//!
//! Never: changed after a release (a new form gets a new version), never reads or writes files.
//! `docs/format.md` says the same in words, so that somebody else can write a second reader.
//!
//! Words: an *entry* is one act in a journal, canonical JSON in a closed grammar that cannot hold
//! prose. A *manifest* lists the parts an act commits to. *Content* is what the parts hold.

pub mod act;
pub mod content;
mod grammar;
pub mod house;
pub mod reading;
pub mod workspace;

pub use act::{
    AB_INITIO, Accept, Act, Assertion, Decoded, Erase, Ground, Key, Object, PARTIES, PartReference,
    Propose, Remark, Retract, Reveal, Revoke, Seal, State, Together, Unreadable, Withdraw,
};
pub use content::{ContentPart, decode_record, encode_record};
pub use house::{HouseAct, HouseEntry, MailOutcome};
pub use reading::{NotAReading, decode_reading, encode_reading};
pub use workspace::WorkspaceAct;

/// The most bytes an entry may have (`docs/format.md` §2).
pub const ENTRY_BYTES_MAX: usize = 4096;
