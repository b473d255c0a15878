//! Verification of what is stored: everything is hashed again, nothing that
//! was computed earlier is believed.

use rusqlite::params;
use servanda_journal::proof::verify_consistency;
use servanda_journal::{
    Checkpoint, CheckpointError, Hash, Head, JOURNAL_ENTRIES_MAX, Tree, Verifier,
};

use crate::failure::StoreError;
use crate::ground::{Entry, Ground};

/// How many entries are read at a time.
const CHUNK_LENGTH: usize = 4_096;

/// A journal whose every entry, node and signature was checked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Verified {
    /// Its size.
    pub size: u64,
    /// Its root.
    pub root: Hash,
    /// How many entries were hashed.
    pub entries: u64,
}

/// How many parts and documents there are. All that are there were checked.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Contents {
    /// Parts whose bytes match their commitment.
    pub parts_present: u64,
    /// Parts that were erased.
    pub parts_erased: u64,
    /// Documents whose bytes match their digest.
    pub documents: u64,
}

/// Why a journal does not verify.
#[derive(Debug, thiserror::Error)]
pub enum VerifyError {
    /// It could not be read, or an entry does not have the stored hash.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// A stored node is not the hash of what is under it.
    #[error("the hash of entries {start} to {end} is wrong")]
    Node {
        /// The first entry under the node.
        start: u64,
        /// The last one.
        end: u64,
    },
    /// The journal has another size or root than its entries.
    #[error("the journal says it has {} entries with another root than the {} found", stored.size, computed.size)]
    Head {
        /// What the journal says.
        stored: Head,
        /// What the entries say.
        computed: Head,
    },
    /// There are entries or nodes past the end of the journal.
    #[error("there is more stored than the journal holds")]
    Surplus,
    /// The journal was never signed.
    #[error("the journal has no checkpoint")]
    Unsigned,
    /// The checkpoint is not one, or not by this key.
    #[error("the checkpoint is refused")]
    Checkpoint(#[from] CheckpointError),
    /// The journal does not begin with the entries that were signed before.
    #[error("the journal does not begin with the {} entries of the kept checkpoint", kept.size)]
    Rewritten {
        /// What was signed before.
        kept: Head,
    },
    /// The checkpoint is of another head than the journal has.
    #[error("the signed head, {} entries, is not that of the journal", signed.size)]
    OtherHead {
        /// What was signed.
        signed: Head,
    },
}

/// Hashes every entry of a journal again, compares every node, and checks
/// that the head is signed by the key. Reads in chunks, so that a journal may
/// be larger than memory; not to be run while it grows.
pub fn verify_journal(
    ground: &Ground,
    origin: &str,
    verifier: &Verifier,
) -> Result<Verified, VerifyError> {
    let unknown = || StoreError::UnknownJournal { origin: origin.to_owned() };
    let stored = ground.head(origin)?.ok_or_else(unknown)?;
    let mut tree = Tree::new();
    loop {
        let entries = ground.entries(origin, tree.size(), CHUNK_LENGTH)?;
        if entries.is_empty() {
            break;
        }
        add(ground, origin, &mut tree, &entries)?;
    }
    let computed = tree.head();
    if computed != stored {
        return Err(VerifyError::Head { stored, computed });
    }
    let rows = ground.row_counts(origin)?;
    if rows != (computed.size, node_count(computed.size)) {
        return Err(VerifyError::Surplus);
    }
    let note = ground.checkpoint(origin)?.ok_or(VerifyError::Unsigned)?;
    let signed = Checkpoint::open(&note, verifier)?.head;
    if signed != computed {
        return Err(VerifyError::OtherHead { signed });
    }
    Ok(Verified { size: computed.size, root: computed.root, entries: computed.size })
}

/// Checks that a journal begins with the entries of a checkpoint that somebody kept, and returns
/// the head that was signed then.
pub fn verify_since(ground: &Ground, kept: &str, verifier: &Verifier) -> Result<Head, VerifyError> {
    let Checkpoint { origin, head: kept } = Checkpoint::open(kept, verifier)?;
    let unknown = || StoreError::UnknownJournal { origin: origin.clone() };
    let stored = ground.head(&origin)?.ok_or_else(unknown)?;
    let rewritten = VerifyError::Rewritten { kept };
    match ground.consistency_proof(&origin, kept.size, stored.size)? {
        Some(proof) if verify_consistency(&kept, &stored, &proof).is_ok() => Ok(kept),
        Some(_) | None => Err(rewritten),
    }
}

/// Checks every part against its commitment and every document against its
/// digest.
pub fn verify_contents(ground: &Ground) -> Result<Contents, StoreError> {
    let mut contents = Contents::default();
    for commitment in ground.hashes("SELECT commitment FROM parts")? {
        match ground.part(&commitment)? {
            Some(_) => contents.parts_present += 1,
            None => contents.parts_erased += 1,
        }
    }
    for digest in ground.hashes("SELECT digest FROM documents")? {
        ground.document(&digest)?;
        contents.documents += 1;
    }
    Ok(contents)
}

/// Adds entries to the tree and compares the nodes that become final.
fn add(
    ground: &Ground,
    origin: &str,
    tree: &mut Tree,
    entries: &[Entry],
) -> Result<(), VerifyError> {
    let mut completed = Vec::new();
    for entry in entries {
        completed.extend(tree.append(entry.leaf_hash));
    }
    let nodes: Vec<_> = completed.iter().map(|(node, _)| *node).collect();
    for ((node, computed), stored) in completed.iter().zip(ground.nodes(origin, &nodes)?) {
        if *computed != stored {
            let start = node.index << node.level;
            let end = ((node.index + 1) << node.level) - 1;
            return Err(VerifyError::Node { start, end });
        }
    }
    Ok(())
}

/// How many complete subtrees a journal of this size has.
fn node_count(size: u64) -> u64 {
    let size = size.min(JOURNAL_ENTRIES_MAX);
    // Each append completes one node and one more for each carry.
    2 * size - u64::from(size.count_ones())
}

impl Ground {
    fn hashes(&self, sql: &str) -> Result<Vec<Hash>, StoreError> {
        self.read("listing contents", |connection| {
            connection.prepare_cached(sql)?.query_map([], |row| row.get(0).map(Hash))?.collect()
        })
    }

    /// How many entries and how many nodes are stored for a journal.
    fn row_counts(&self, origin: &str) -> Result<(u64, u64), StoreError> {
        let sql = "SELECT (SELECT count(*) FROM entries WHERE journal_id = journals.id),
                (SELECT count(*) FROM nodes WHERE journal_id = journals.id)
            FROM journals WHERE origin = ?1";
        self.read("counting entries", |connection| {
            connection.query_row(sql, params![origin], |row| Ok((row.get(0)?, row.get(1)?)))
        })
    }
}

#[cfg(test)]
mod tests;
