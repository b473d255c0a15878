//! The tree against published roots and against another implementation.

use std::cell::RefCell;

use proptest::prelude::*;
use tlog_tiles::tlog::{self, HashReader};

use super::{Head, Node, Tree, frontier};
use crate::hash::{Hash, leaf_hash};
use crate::proof;
use crate::sample::SampleLog;

/// The other implementation keeps its hashes in one row.
#[derive(Default)]
struct Oracle(RefCell<Vec<tlog::Hash>>);

impl HashReader for Oracle {
    fn read_hashes(&self, indexes: &[u64]) -> Result<Vec<tlog::Hash>, tlog::Error> {
        let stored = self.0.borrow();
        Ok(indexes.iter().map(|index| stored[usize::try_from(*index).unwrap()]).collect())
    }
}

impl Oracle {
    fn append(&self, index: u64, entry: &[u8]) {
        let fresh = tlog::stored_hashes(index, entry, self).unwrap();
        self.0.borrow_mut().extend(fresh);
    }

    fn root(&self, size: u64) -> Hash {
        Hash(tlog::tree_hash(size, self).unwrap().0)
    }
}

#[test]
fn eight_leaves_have_the_published_root() {
    let leaves: [&[u8]; 8] = [
        b"",
        &[0x00],
        &[0x10],
        &[0x20, 0x21],
        &[0x30, 0x31],
        &[0x40, 0x41, 0x42, 0x43],
        &[0x50, 0x51, 0x52, 0x53, 0x54, 0x55, 0x56, 0x57],
        &[
            0x60, 0x61, 0x62, 0x63, 0x64, 0x65, 0x66, 0x67, 0x68, 0x69, 0x6a, 0x6b, 0x6c, 0x6d,
            0x6e, 0x6f,
        ],
    ];
    let mut tree = Tree::new();
    for leaf in leaves {
        tree.append(leaf_hash(leaf));
    }
    let published = "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328";
    assert_eq!(tree.root().to_hex(), published);
}

#[test]
fn every_size_has_the_root_that_others_compute() {
    let log = SampleLog::new(1_025);
    let oracle = Oracle::default();
    for (index, entry) in (0..).zip(&log.entries) {
        oracle.append(index, entry);
        assert_eq!(log.head(index + 1), Head { size: index + 1, root: oracle.root(index + 1) });
    }
}

#[test]
fn the_empty_tree_has_the_empty_root() {
    assert_eq!(Tree::default().head(), Head::EMPTY);
    assert_eq!(Head::EMPTY.root, Hash(tlog::EMPTY_HASH.0));
}

#[test]
fn a_tree_resumes_from_its_nodes_at_every_size() {
    let log = SampleLog::new(300);
    for size in 0..=300 {
        let tree = Tree::resume(size, |node| log.node(node)).unwrap();
        assert_eq!(tree.head(), log.head(size));
        assert_eq!(proof::root(size, |node| log.node(node)), Ok(log.head(size).root));
    }
}

#[test]
fn the_nodes_of_every_subtree_are_announced_once() {
    let log = SampleLog::new(1_025);
    let expected: usize = (0..=10).map(|level| 1_025 >> level).sum();
    assert_eq!(log.nodes.len(), expected);
    assert!(log.nodes.keys().all(|node| (node.index + 1) << node.level <= 1_025));
}

proptest! {
    #[test]
    fn a_frontier_covers_its_entries_without_gap(size in 0_u64..1 << 62) {
        let mut at = 0;
        for Node { level, index } in frontier(size) {
            prop_assert_eq!(index << level, at);
            at += 1 << level;
        }
        prop_assert_eq!(at, size);
        prop_assert_eq!(frontier(size).len(), usize::try_from(size.count_ones()).unwrap());
    }

    #[test]
    fn any_entries_have_the_root_that_others_compute(
        entries in prop::collection::vec(prop::collection::vec(any::<u8>(), 0..60), 0..80),
    ) {
        let (mut tree, oracle) = (Tree::new(), Oracle::default());
        for (index, entry) in (0..).zip(&entries) {
            tree.append(leaf_hash(entry));
            oracle.append(index, entry);
        }
        prop_assert_eq!(tree.root(), oracle.root(tree.size()));
    }
}
