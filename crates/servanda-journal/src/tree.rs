//! The tree while it grows: it takes leaf hashes and says which nodes became
//! final, so that a store can keep them and never compute them again.

use crate::hash::{Hash, node_hash};

/// How many entries a journal has, and the root of the tree over them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Head {
    /// How many entries.
    pub size: u64,
    /// The root over all of them.
    pub root: Hash,
}

impl Head {
    /// The head of a journal without entries.
    pub const EMPTY: Self = Self { size: 0, root: Hash::EMPTY_ROOT };
}

/// The place of a complete subtree: entries `index << level` up to, but
/// without, `(index + 1) << level`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Node {
    /// 0 for a leaf, one more for each doubling.
    pub level: u8,
    /// Counted from 0 among the nodes of the level.
    pub index: u64,
}

/// The highest level a node can have in a journal of
/// [`JOURNAL_ENTRIES_MAX`](crate::JOURNAL_ENTRIES_MAX) entries.
pub const NODE_LEVEL_MAX: u8 = 62;

/// A tree that grows, reduced to what growing needs: the largest complete
/// subtrees from left to right.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tree {
    size: u64,
    frontier: Vec<Hash>,
}

impl Default for Tree {
    fn default() -> Self {
        Self::new()
    }
}

impl Tree {
    /// The tree without entries.
    pub fn new() -> Self {
        Self { size: 0, frontier: Vec::new() }
    }

    /// The tree of `size` entries, from a source of its nodes. Asks for the
    /// nodes of [`frontier`] and for no others.
    pub fn resume<E>(size: u64, node: impl FnMut(Node) -> Result<Hash, E>) -> Result<Self, E> {
        let frontier = frontier(size).into_iter().map(node).collect::<Result<_, E>>()?;
        Ok(Self { size, frontier })
    }

    /// How many entries.
    pub fn size(&self) -> u64 {
        self.size
    }

    /// Appends a leaf. Returns the nodes that became final by it, the leaf
    /// first, each above the one before.
    pub fn append(&mut self, leaf: Hash) -> Vec<(Node, Hash)> {
        let mut node = Node { level: 0, index: self.size };
        let mut hash = leaf;
        let mut completed = vec![(node, hash)];
        while node.index % 2 == 1 {
            let Some(left) = self.frontier.pop() else { break };
            node = Node { level: node.level + 1, index: node.index / 2 };
            hash = node_hash(&left, &hash);
            completed.push((node, hash));
        }
        self.frontier.push(hash);
        self.size += 1;
        completed
    }

    /// The root.
    pub fn root(&self) -> Hash {
        let mut hashes = self.frontier.iter().rev();
        let Some(last) = hashes.next() else { return Hash::EMPTY_ROOT };
        hashes.fold(*last, |right, left| node_hash(left, &right))
    }

    /// Size and root together.
    pub fn head(&self) -> Head {
        Head { size: self.size, root: self.root() }
    }
}

/// The largest complete subtrees that make up the first `size` entries, from
/// left to right.
pub fn frontier(size: u64) -> Vec<Node> {
    subtrees(0, size)
}

/// The largest complete subtrees that make up the entries from `start` up to
/// `end`, where `start` is where a subtree of the tree starts.
pub(crate) fn subtrees(start: u64, end: u64) -> Vec<Node> {
    let mut nodes = Vec::new();
    let mut at = start;
    while at < end {
        let fits = (end - at).ilog2();
        let level = fits.min(at.trailing_zeros());
        // A level is below 64, so it fits.
        let Ok(level) = u8::try_from(level) else { break };
        nodes.push(Node { level, index: at >> level });
        at += 1 << level;
    }
    nodes
}

#[cfg(test)]
mod tests;
