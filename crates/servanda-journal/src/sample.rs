//! A journal in memory and chance that comes out the same every time, for
//! tests.

use std::collections::BTreeMap;

use crate::bundle;
use crate::checkpoint::Checkpoint;
use crate::hash::{Hash, leaf_hash};
use crate::note::Signer;
use crate::tile::{Resource, Tile};
use crate::tree::{Head, Node, Tree};

/// Numbers that look random (`SplitMix64`).
pub(crate) struct Chance(pub(crate) u64);

impl Chance {
    pub(crate) fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    pub(crate) fn below(&mut self, end: usize) -> usize {
        usize::try_from(self.next() % u64::try_from(end).unwrap()).unwrap()
    }

    /// Changes the bytes: a bit, a byte, the end, or two places swapped.
    pub(crate) fn mutate(&mut self, bytes: &[u8]) -> Vec<u8> {
        loop {
            let mut mutant = bytes.to_vec();
            let place = self.below(bytes.len());
            match self.below(5) {
                0 => mutant[place] ^= 1 << self.below(8),
                1 => mutant[place] = self.next().to_le_bytes()[0],
                2 => mutant.truncate(place),
                3 => mutant.push(self.next().to_le_bytes()[0]),
                _ => mutant.swap(place, self.below(bytes.len())),
            }
            if mutant != bytes {
                return mutant;
            }
        }
    }
}

/// A journal with every node it ever had.
pub(crate) struct SampleLog {
    pub(crate) signer: Signer,
    pub(crate) entries: Vec<Vec<u8>>,
    pub(crate) nodes: BTreeMap<Node, Hash>,
    pub(crate) heads: Vec<Head>,
}

impl SampleLog {
    pub(crate) fn new(size: u64) -> Self {
        let signer = Signer::from_seed("record.example/sample", &[42; 32]).unwrap();
        let (mut entries, mut nodes) = (Vec::new(), BTreeMap::new());
        let mut tree = Tree::new();
        let mut heads = vec![tree.head()];
        for index in 0..size {
            let entry = format!("entry {index}").into_bytes();
            nodes.extend(tree.append(leaf_hash(&entry)));
            heads.push(tree.head());
            entries.push(entry);
        }
        Self { signer, entries, nodes, heads }
    }

    pub(crate) fn head(&self, size: u64) -> Head {
        self.heads[usize::try_from(size).unwrap()]
    }

    pub(crate) fn node(&self, node: Node) -> Result<Hash, NoSuchNode> {
        self.nodes.get(&node).copied().ok_or(NoSuchNode(node))
    }

    /// A file of the journal as it was at a size.
    pub(crate) fn file(&self, size: u64, resource: Resource) -> Vec<u8> {
        match resource {
            Resource::Checkpoint => {
                Checkpoint::sign(&self.head(size), &self.signer).to_string().into_bytes()
            }
            Resource::Tile(tile) => {
                let hashes: Vec<_> = tile.nodes().map(|node| self.nodes[&node]).collect();
                Tile::encode(&hashes)
            }
            Resource::Bundle(file) => {
                let start = usize::try_from(file.start()).unwrap();
                let end = start + usize::from(file.width);
                bundle::encode(&self.entries[start..end]).unwrap()
            }
        }
    }
}

#[derive(Debug, PartialEq, Eq)]
pub(crate) struct NoSuchNode(pub(crate) Node);
