//! Journals as bytes and hashes: a Merkle tree over opaque entries, laid out
//! as the files of a transparency log and signed as checkpoints.
//!
//! Never does I/O, never draws chance, never knows what an entry means.
//!
//! The words it uses:
//! - an *entry* is a short run of bytes ([`ENTRY_SIZE_BYTES_MAX`]); its
//!   *index* is its place in the journal, from 0;
//! - a *head* is a size and the root of the tree over that many entries;
//! - a *node* is the hash of a complete subtree, which never changes again;
//! - a *tile* is up to 256 neighbouring nodes in one file, a *bundle* up to
//!   256 entries;
//! - a *checkpoint* is a head under an *origin* (the journal's name), signed
//!   as a *note*.
//!
//! The formats are not ours: RFC 6962 hashes, and C2SP `tlog-tiles`,
//! `tlog-checkpoint` and `signed-note`.

pub mod bundle;
pub mod checkpoint;
pub mod hash;
pub mod log;
pub mod note;
pub mod proof;
pub mod tile;
pub mod tree;

#[cfg(test)]
mod sample;

pub use checkpoint::{Checkpoint, CheckpointError};
pub use hash::{Hash, leaf_hash, node_hash};
pub use log::{LogError, verify_log};
pub use note::{SignedNote, Signer, Verifier};
pub use tile::{Bundle, Resource, Tile};
pub use tree::{Head, Node, Tree};

/// The longest entry a journal takes, in bytes.
pub const ENTRY_SIZE_BYTES_MAX: usize = 4_096;

/// The most entries a journal can hold: sizes are written down in places
/// where they are signed 64-bit numbers.
pub const JOURNAL_ENTRIES_MAX: u64 = 1 << 62;
