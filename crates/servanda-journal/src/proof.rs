//! Proofs that an entry is in a journal, and that one head grew out of
//! another. Made from nodes, checked with nothing but hashes (RFC 6962 §2.1).

use crate::hash::{Hash, node_hash};
use crate::tree::{Head, Node, subtrees};

/// What a proof was asked for that the tree does not have.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum OutOfRange {
    /// The entry is past the end.
    #[error("entry {index} is not among the first {size}")]
    Entry {
        /// Which entry.
        index: u64,
        /// In a tree of how many.
        size: u64,
    },
    /// The older size is larger than the newer.
    #[error("size {older} does not come before size {newer}")]
    Sizes {
        /// The size to start from.
        older: u64,
        /// The size to arrive at.
        newer: u64,
    },
}

/// Why a proof could not be made.
#[derive(Debug, thiserror::Error)]
pub enum ProofError<E> {
    /// The tree has no such entry or size.
    #[error(transparent)]
    OutOfRange(#[from] OutOfRange),
    /// The source of nodes failed.
    #[error("a node could not be read")]
    Source(#[source] E),
}

/// A proof that does not prove what it is shown for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the proof does not lead to the root")]
pub struct NotProven;

/// Makes the proof that entry `index` is in the tree of `size` entries.
pub fn inclusion<E>(
    index: u64,
    size: u64,
    mut node: impl FnMut(Node) -> Result<Hash, E>,
) -> Result<Vec<Hash>, ProofError<E>> {
    if index >= size {
        return Err(OutOfRange::Entry { index, size }.into());
    }
    let mut proof = Vec::new();
    let (mut start, mut end) = (0, size);
    while end - start > 1 {
        let middle = start + split(end - start);
        if index < middle {
            proof.push(range_root(middle, end, &mut node).map_err(ProofError::Source)?);
            end = middle;
        } else {
            proof.push(range_root(start, middle, &mut node).map_err(ProofError::Source)?);
            start = middle;
        }
    }
    proof.reverse();
    Ok(proof)
}

/// Makes the proof that the tree of `newer` entries begins with the tree of
/// `older` entries.
pub fn consistency<E>(
    older: u64,
    newer: u64,
    mut node: impl FnMut(Node) -> Result<Hash, E>,
) -> Result<Vec<Hash>, ProofError<E>> {
    if older > newer {
        return Err(OutOfRange::Sizes { older, newer }.into());
    }
    let mut proof = Vec::new();
    // Nothing needs a proof to begin with nothing, or with itself.
    if older == 0 || older == newer {
        return Ok(proof);
    }
    let (mut start, mut end) = (0, newer);
    while end != older {
        let middle = start + split(end - start);
        if older <= middle {
            proof.push(range_root(middle, end, &mut node).map_err(ProofError::Source)?);
            end = middle;
        } else {
            proof.push(range_root(start, middle, &mut node).map_err(ProofError::Source)?);
            start = middle;
        }
    }
    // What is left is a subtree that both have. Where it is the whole older
    // tree, whoever checks knows its root already.
    if start > 0 {
        proof.push(range_root(start, end, &mut node).map_err(ProofError::Source)?);
    }
    proof.reverse();
    Ok(proof)
}

/// The root of the tree of `size` entries, from its nodes.
pub fn root<E>(size: u64, node: impl FnMut(Node) -> Result<Hash, E>) -> Result<Hash, E> {
    range_root(0, size, node)
}

/// Checks that the entry with this leaf hash is at `index` in the tree.
pub fn verify_inclusion(
    index: u64,
    leaf: &Hash,
    head: &Head,
    proof: &[Hash],
) -> Result<(), NotProven> {
    if index >= head.size {
        return Err(NotProven);
    }
    let (mut place, mut last) = (index, head.size - 1);
    let mut hash = *leaf;
    for sibling in proof {
        // Halved each time, so a long proof ends here after 64 hashes.
        if last == 0 {
            return Err(NotProven);
        }
        if place % 2 == 1 || place == last {
            hash = node_hash(sibling, &hash);
            while place % 2 == 0 && place != 0 {
                place >>= 1;
                last >>= 1;
            }
        } else {
            hash = node_hash(&hash, sibling);
        }
        place >>= 1;
        last >>= 1;
    }
    if last == 0 && hash == head.root { Ok(()) } else { Err(NotProven) }
}

/// Checks that the newer tree begins with the older one.
pub fn verify_consistency(older: &Head, newer: &Head, proof: &[Hash]) -> Result<(), NotProven> {
    if older.size > newer.size {
        return Err(NotProven);
    }
    if older.size == newer.size || older.size == 0 {
        let rests = older.size == newer.size && older.root == newer.root;
        let begins = older.size == 0 && older.root == Hash::EMPTY_ROOT;
        let sound = newer.size > 0 || newer.root == Hash::EMPTY_ROOT;
        return if proof.is_empty() && sound && (rests || begins && newer.size > 0) {
            Ok(())
        } else {
            Err(NotProven)
        };
    }
    let mut hashes = proof.iter();
    let first =
        if older.size.is_power_of_two() { older.root } else { *hashes.next().ok_or(NotProven)? };
    let (mut place, mut last) = (older.size - 1, newer.size - 1);
    while place % 2 == 1 {
        place >>= 1;
        last >>= 1;
    }
    let (mut old, mut new) = (first, first);
    for sibling in hashes {
        if last == 0 {
            return Err(NotProven);
        }
        if place % 2 == 1 || place == last {
            old = node_hash(sibling, &old);
            new = node_hash(sibling, &new);
            while place % 2 == 0 && place != 0 {
                place >>= 1;
                last >>= 1;
            }
        } else {
            new = node_hash(&new, sibling);
        }
        place >>= 1;
        last >>= 1;
    }
    if last == 0 && old == older.root && new == newer.root { Ok(()) } else { Err(NotProven) }
}

/// The root over the entries from `start` up to `end`.
fn range_root<E>(
    start: u64,
    end: u64,
    node: impl FnMut(Node) -> Result<Hash, E>,
) -> Result<Hash, E> {
    let hashes = subtrees(start, end).into_iter().map(node).collect::<Result<Vec<_>, E>>()?;
    let mut hashes = hashes.iter().rev();
    let Some(last) = hashes.next() else { return Ok(Hash::EMPTY_ROOT) };
    Ok(hashes.fold(*last, |right, left| node_hash(left, &right)))
}

/// The largest power of two smaller than `width`, which is at least 2.
fn split(width: u64) -> u64 {
    1 << (width - 1).ilog2()
}

#[cfg(test)]
mod tests;
