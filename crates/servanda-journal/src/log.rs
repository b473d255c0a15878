//! Verification of a whole published journal, from its files alone.

use crate::bundle::{self, BundleError};
use crate::checkpoint::{Checkpoint, CheckpointError};
use crate::hash::{Hash, leaf_hash};
use crate::note::Verifier;
use crate::tile::{self, Resource, Tile, WrongTileSize};
use crate::tree::{Head, Node, Tree};

/// What is wrong with a published journal.
#[derive(Debug, thiserror::Error)]
pub enum LogError<E> {
    /// A file could not be read.
    #[error("{path} could not be read")]
    Source {
        /// Which file.
        path: String,
        /// Why not.
        #[source]
        source: E,
    },
    /// The checkpoint is not UTF-8, or not a checkpoint under the key.
    #[error("the checkpoint is refused")]
    Checkpoint(#[source] CheckpointError),
    /// The checkpoint is not text.
    #[error("the checkpoint is not text")]
    NotText,
    /// A tile has the wrong size.
    #[error("{path} is no tile")]
    Tile {
        /// Which file.
        path: String,
        /// Why not.
        #[source]
        source: WrongTileSize,
    },
    /// A bundle cannot be read.
    #[error("{path} is no entry bundle")]
    Bundle {
        /// Which file.
        path: String,
        /// Why not.
        #[source]
        source: BundleError,
    },
    /// A tile holds another hash than the entries have.
    #[error("{path} does not hold the hash of entries {start} to {end}")]
    Node {
        /// Which file.
        path: String,
        /// The first entry under the hash.
        start: u64,
        /// The last entry under the hash.
        end: u64,
    },
    /// Entries and tiles agree, and the checkpoint says something else.
    #[error("the entries do not have the root that was signed")]
    Root,
}

/// Checks everything: the signature, every entry against its leaf hash, every
/// hash of every tile, and the root. `read` gives the bytes of one file. Returns
/// the head, as signed and as computed.
pub fn verify_log<E>(
    verifier: &Verifier,
    mut read: impl FnMut(Resource) -> Result<Vec<u8>, E>,
) -> Result<Head, LogError<E>> {
    let mut load = |resource: Resource| {
        read(resource).map_err(|source| LogError::Source { path: resource.to_string(), source })
    };
    let note = String::from_utf8(load(Resource::Checkpoint)?).ok().ok_or(LogError::NotText)?;
    let signed = Checkpoint::open(&note, verifier).map_err(LogError::Checkpoint)?.head;

    let mut tree = Tree::new();
    let mut tiles = OpenTiles::default();
    let bundles = tile::resources(signed.size).filter_map(|resource| match resource {
        Resource::Bundle(bundle) => Some(bundle),
        Resource::Checkpoint | Resource::Tile(_) => None,
    });
    for bundle in bundles {
        let resource = Resource::Bundle(bundle);
        let bytes = load(resource)?;
        let entries = bundle::decode(&bytes, bundle.width)
            .map_err(|source| LogError::Bundle { path: resource.to_string(), source })?;
        for entry in entries {
            for (node, hash) in tree.append(leaf_hash(entry)) {
                tiles.check(node, &hash, signed.size, &mut load)?;
            }
        }
    }
    if tree.head() == signed { Ok(signed) } else { Err(LogError::Root) }
}

/// The tile of each level that is being compared.
#[derive(Default)]
struct OpenTiles {
    by_level: Vec<Option<(Tile, Vec<Hash>)>>,
}

impl OpenTiles {
    /// Compares a node with the tile that holds it, where one does.
    fn check<E>(
        &mut self,
        node: Node,
        hash: &Hash,
        size: u64,
        load: &mut impl FnMut(Resource) -> Result<Vec<u8>, LogError<E>>,
    ) -> Result<(), LogError<E>> {
        let Some((tile, place)) = Tile::of(node, size) else { return Ok(()) };
        let level = usize::from(tile.level);
        if self.by_level.len() <= level {
            self.by_level.resize(level + 1, None);
        }
        let Some(slot) = self.by_level.get_mut(level) else { return Ok(()) };
        let hashes = match slot {
            Some((open, hashes)) if *open == tile => hashes,
            Some(_) | None => {
                let resource = Resource::Tile(tile);
                let bytes = load(resource)?;
                let hashes = tile
                    .decode(&bytes)
                    .map_err(|source| LogError::Tile { path: resource.to_string(), source })?;
                &mut slot.insert((tile, hashes)).1
            }
        };
        if hashes.get(place) == Some(hash) {
            return Ok(());
        }
        Err(LogError::Node {
            path: Resource::Tile(tile).to_string(),
            start: node.index << node.level,
            end: ((node.index + 1) << node.level) - 1,
        })
    }
}

#[cfg(test)]
mod tests;
