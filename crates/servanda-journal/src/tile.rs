//! The files a journal is published as: which there are, what they are
//! called, and what a tile holds (C2SP tlog-tiles).

use std::fmt;

use crate::hash::Hash;
use crate::tree::Node;

/// How many nodes or entries a full file holds.
pub const TILE_WIDTH_MAX: u16 = 256;

/// How many levels of the tree one level of tiles spans.
const TILE_HEIGHT: u8 = 8;

/// The highest level of tiles in a journal of
/// [`JOURNAL_ENTRIES_MAX`](crate::JOURNAL_ENTRIES_MAX) entries.
pub const TILE_LEVEL_MAX: u8 = 7;

/// The highest index of a file within its level.
const FILE_INDEX_MAX: u64 = crate::JOURNAL_ENTRIES_MAX >> TILE_HEIGHT;

/// Up to 256 neighbouring nodes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Tile {
    /// 0 for leaf hashes, one more for each eight doublings.
    pub level: u8,
    /// Counted from 0 among the tiles of the level.
    pub index: u64,
    /// How many nodes: 1 to 256.
    pub width: u16,
}

/// Up to 256 neighbouring entries.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Bundle {
    /// Counted from 0.
    pub index: u64,
    /// How many entries: 1 to 256.
    pub width: u16,
}

/// A file of a published journal.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Resource {
    /// The signed head. The one file that changes.
    Checkpoint,
    /// Nodes.
    Tile(Tile),
    /// Entries.
    Bundle(Bundle),
}

/// A path that names no file of a journal.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not the path of a checkpoint, tile or entry bundle")]
pub struct NotAPath;

/// A tile with more or fewer bytes than its width says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{actual} bytes where a tile of {width} hashes has {expected}", expected = usize::from(*.width) * Hash::SIZE_BYTES)]
pub struct WrongTileSize {
    /// How many nodes it should have.
    pub width: u16,
    /// How many bytes it has.
    pub actual: usize,
}

impl Tile {
    /// The nodes of the tile, from left to right.
    pub fn nodes(&self) -> impl Iterator<Item = Node> + use<> {
        let level = self.level.saturating_mul(TILE_HEIGHT);
        let start = self.index.saturating_mul(u64::from(TILE_WIDTH_MAX));
        (0..u64::from(self.width)).map(move |offset| Node { level, index: start + offset })
    }

    /// The tile that holds a node in a journal of `size` entries, and the
    /// node's place in it; `None` where no tile of that journal holds it.
    pub fn of(node: Node, size: u64) -> Option<(Self, usize)> {
        if !node.level.is_multiple_of(TILE_HEIGHT) {
            return None;
        }
        let level = node.level / TILE_HEIGHT;
        let index = node.index / u64::from(TILE_WIDTH_MAX);
        let width = width(nodes_at(level, size), index)?;
        let place = u16::try_from(node.index % u64::from(TILE_WIDTH_MAX)).ok()?;
        (place < width).then_some((Self { level, index, width }, usize::from(place)))
    }

    /// The file's bytes, from its hashes.
    pub fn encode(hashes: &[Hash]) -> Vec<u8> {
        hashes.iter().flat_map(|hash| hash.0).collect()
    }

    /// The hashes, from the file's bytes.
    pub fn decode(&self, bytes: &[u8]) -> Result<Vec<Hash>, WrongTileSize> {
        let (hashes, rest) = bytes.as_chunks::<{ Hash::SIZE_BYTES }>();
        if hashes.len() != usize::from(self.width) || !rest.is_empty() {
            return Err(WrongTileSize { width: self.width, actual: bytes.len() });
        }
        Ok(hashes.iter().map(|hash| Hash(*hash)).collect())
    }

    /// Whether a journal of `size` entries has all nodes of this tile.
    pub fn is_within(&self, size: u64) -> bool {
        fits(self.index, self.width, nodes_at(self.level, size))
    }
}

impl Bundle {
    /// The index of the first entry.
    pub fn start(&self) -> u64 {
        self.index.saturating_mul(u64::from(TILE_WIDTH_MAX))
    }

    /// Whether a journal of `size` entries has all entries of this bundle.
    pub fn is_within(&self, size: u64) -> bool {
        fits(self.index, self.width, size)
    }
}

impl Resource {
    /// Reads a path as [`Display`](fmt::Display) writes it, and no other
    /// spelling of it.
    pub fn parse(path: &str) -> Result<Self, NotAPath> {
        let resource = Self::read(path).ok_or(NotAPath)?;
        if resource.to_string() == path { Ok(resource) } else { Err(NotAPath) }
    }

    fn read(path: &str) -> Option<Self> {
        if path == "checkpoint" {
            return Some(Self::Checkpoint);
        }
        let (level, place) = path.strip_prefix("tile/")?.split_once('/')?;
        let (index, width) = match place.split_once(".p/") {
            Some((index, width)) => (index, width.parse().ok().filter(|w| *w < TILE_WIDTH_MAX)?),
            None => (place, TILE_WIDTH_MAX),
        };
        let index = read_index(index).filter(|index| *index <= FILE_INDEX_MAX)?;
        if width == 0 {
            return None;
        }
        if level == "entries" {
            return Some(Self::Bundle(Bundle { index, width }));
        }
        let level = level.parse().ok().filter(|level| *level <= TILE_LEVEL_MAX)?;
        Some(Self::Tile(Tile { level, index, width }))
    }
}

impl fmt::Display for Resource {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (index, width) = match self {
            Self::Checkpoint => return f.write_str("checkpoint"),
            Self::Tile(tile) => {
                write!(f, "tile/{}/", tile.level)?;
                (tile.index, tile.width)
            }
            Self::Bundle(bundle) => {
                f.write_str("tile/entries/")?;
                (bundle.index, bundle.width)
            }
        };
        write_index(f, index)?;
        if width == TILE_WIDTH_MAX { Ok(()) } else { write!(f, ".p/{width}") }
    }
}

/// Every tile and bundle that a journal of `size` entries has.
pub fn resources(size: u64) -> impl Iterator<Item = Resource> {
    resources_between(0, size)
}

/// Every tile and bundle that a journal of `newer` entries has and the same
/// journal at `older` entries had not.
pub fn resources_between(older: u64, newer: u64) -> impl Iterator<Item = Resource> {
    let tiles = (0..=TILE_LEVEL_MAX).flat_map(move |level| {
        files(nodes_at(level, older), nodes_at(level, newer))
            .map(move |(index, width)| Resource::Tile(Tile { level, index, width }))
    });
    let bundles =
        files(older, newer).map(|(index, width)| Resource::Bundle(Bundle { index, width }));
    tiles.chain(bundles)
}

/// How many nodes the tiles of a level hold together.
fn nodes_at(level: u8, size: u64) -> u64 {
    size.checked_shr(u32::from(level) * u32::from(TILE_HEIGHT)).unwrap_or(0)
}

/// Index and width of the files that hold what comes after `older`.
fn files(older: u64, newer: u64) -> impl Iterator<Item = (u64, u16)> {
    let first = older / u64::from(TILE_WIDTH_MAX);
    let end = if older < newer { newer.div_ceil(u64::from(TILE_WIDTH_MAX)) } else { first };
    (first..end).filter_map(move |index| Some((index, width(newer, index)?)))
}

/// How wide the file at `index` is where there are `count` things; `None`
/// where it would be empty.
fn width(count: u64, index: u64) -> Option<u16> {
    let left = count.checked_sub(index.checked_mul(u64::from(TILE_WIDTH_MAX))?)?;
    let width = u16::try_from(left.min(u64::from(TILE_WIDTH_MAX))).ok()?;
    (width > 0).then_some(width)
}

fn fits(index: u64, file_width: u16, count: u64) -> bool {
    file_width > 0 && width(count, index).is_some_and(|most| file_width <= most)
}

fn write_index(f: &mut fmt::Formatter<'_>, index: u64) -> fmt::Result {
    let mut groups = vec![index % 1_000];
    let mut rest = index / 1_000;
    while rest > 0 {
        groups.push(rest % 1_000);
        rest /= 1_000;
    }
    while let Some(group) = groups.pop() {
        if groups.is_empty() {
            write!(f, "{group:03}")?;
        } else {
            write!(f, "x{group:03}/")?;
        }
    }
    Ok(())
}

fn read_index(text: &str) -> Option<u64> {
    let mut index: u64 = 0;
    for group in text.split('/') {
        let digits = group.strip_prefix('x').unwrap_or(group);
        let value: u64 = digits.parse().ok().filter(|value| *value < 1_000)?;
        index = index.checked_mul(1_000)?.checked_add(value)?;
    }
    Some(index)
}

#[cfg(test)]
mod tests;
