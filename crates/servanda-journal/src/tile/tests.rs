//! Paths and contents of the files of a journal.

use proptest::prelude::*;

use super::{Bundle, NotAPath, Resource, TILE_LEVEL_MAX, Tile, resources, resources_between};
use crate::hash::Hash;
use crate::sample::SampleLog;
use crate::tree::Node;

#[test]
fn paths_are_those_of_the_format() {
    let cases = [
        ("checkpoint", Resource::Checkpoint),
        ("tile/0/000", Resource::Tile(Tile { level: 0, index: 0, width: 256 })),
        ("tile/0/x001/x234/067", Resource::Tile(Tile { level: 0, index: 1_234_067, width: 256 })),
        ("tile/1/x001/000.p/8", Resource::Tile(Tile { level: 1, index: 1_000, width: 8 })),
        ("tile/entries/999.p/255", Resource::Bundle(Bundle { index: 999, width: 255 })),
        ("tile/entries/x001/000", Resource::Bundle(Bundle { index: 1_000, width: 256 })),
    ];
    for (path, resource) in cases {
        assert_eq!(resource.to_string(), path);
        assert_eq!(Resource::parse(path), Ok(resource));
    }
}

#[test]
fn other_spellings_are_refused() {
    let paths = [
        "",
        "/checkpoint",
        "checkpoint/",
        "tile/",
        "tile/0",
        "tile/0/",
        "tile/0/0",
        "tile/0/00",
        "tile/0/0000",
        "tile/0/1000",
        "tile/0/x000/001",
        "tile/0/001/x000",
        "tile/0/001/000",
        "tile/0/x001/x000",
        "tile/00/000",
        "tile/+0/000",
        "tile/-1/000",
        "tile/8/000",
        "tile/64/000",
        "tile/data/000",
        "tile/8/0/000",
        "tile/0/+01",
        "tile/0/000.p/0",
        "tile/0/000.p/00",
        "tile/0/000.p/01",
        "tile/0/000.p/+1",
        "tile/0/000.p/256",
        "tile/0/000.p/",
        "tile/0/000.p",
        "tile/0/000.p/1/",
        "tile/0/../000",
        "tile/0/x999/x999/x999/x999/x999/x999/999",
        "tile/entries",
        "tile/entries/000.p/999999999999999999999",
    ];
    for path in paths {
        assert_eq!(Resource::parse(path), Err(NotAPath), "{path:?}");
    }
}

#[test]
fn a_journal_of_70000_has_the_files_of_the_specification() {
    let files: Vec<_> = resources(70_000).collect();
    let count = |wanted: &dyn Fn(&Tile) -> bool| {
        let tiles = files.iter().filter_map(|file| match file {
            Resource::Tile(tile) => Some(tile),
            Resource::Checkpoint | Resource::Bundle(_) => None,
        });
        tiles.filter(|tile| wanted(tile)).count()
    };
    assert_eq!(count(&|tile| tile.level == 0 && tile.width == 256), 273);
    assert_eq!(count(&|tile| tile.level == 0 && tile.width == 112), 1);
    assert_eq!(count(&|tile| tile.level == 1 && tile.width == 256), 1);
    assert_eq!(count(&|tile| tile.level == 1 && tile.width == 17), 1);
    assert_eq!(count(&|tile| tile.level == 2 && tile.width == 1), 1);
    assert_eq!(count(&|_| true), 277);
    assert_eq!(files.len(), 277 + 274);
    let after_256: Vec<_> = resources(256).map(|file| file.to_string()).collect();
    assert_eq!(after_256, ["tile/0/000", "tile/1/000.p/1", "tile/entries/000"]);
}

#[test]
fn tiles_are_those_that_others_compute() {
    let log = SampleLog::new(1_025);
    for size in 1..=1_025 {
        let expected: Vec<_> = tlog_tiles::tile::Tile::new_tiles(8, 0, size)
            .into_iter()
            .map(|tile| {
                let bytes = tile.read_data(&log).unwrap();
                let width = u16::try_from(tile.width()).unwrap();
                (Tile { level: tile.level(), index: tile.level_index(), width }, bytes)
            })
            .collect();
        let ours: Vec<_> = resources(size)
            .filter_map(|file| match file {
                Resource::Tile(tile) => Some((tile, log.file(size, file))),
                Resource::Checkpoint | Resource::Bundle(_) => None,
            })
            .collect();
        // Their list leaves out full tiles only where there is none.
        assert_eq!(ours, expected, "{size}");
    }
}

#[test]
fn growing_adds_exactly_the_files_that_were_not_there() {
    for (older, newer) in [(0, 0), (0, 1), (255, 256), (256, 256), (256, 257), (300, 66_000)] {
        let before: Vec<_> = resources(older).collect();
        let mut all: Vec<_> =
            before.iter().copied().chain(resources_between(older, newer)).collect();
        all.sort();
        all.dedup();
        let now: Vec<_> = resources(newer).collect();
        assert!(now.iter().all(|file| all.contains(file)), "{older} to {newer}");
        let added: Vec<_> = resources_between(older, newer).collect();
        assert!(added.iter().all(|file| !before.contains(file)), "{older} to {newer}");
    }
}

#[test]
fn a_node_is_in_the_tile_that_lists_it() {
    let tile = Tile { level: 1, index: 2, width: 3 };
    let nodes: Vec<_> = tile.nodes().collect();
    assert_eq!(nodes[0], Node { level: 8, index: 512 });
    assert_eq!(nodes.len(), 3);
    let size = (512 + 3) << 8;
    for (place, node) in nodes.into_iter().enumerate() {
        assert_eq!(Tile::of(node, size), Some((tile, place)));
    }
    assert_eq!(Tile::of(Node { level: 8, index: 515 }, size), None);
    assert_eq!(Tile::of(Node { level: 7, index: 0 }, size), None);
    assert!(tile.is_within(size));
    assert!(!tile.is_within(size - 1));
    assert!(tile.is_within(u64::MAX));
    assert!(!Tile { level: TILE_LEVEL_MAX, index: u64::MAX, width: 1 }.is_within(u64::MAX));
}

#[test]
fn a_tile_is_read_only_at_its_width() {
    let tile = Tile { level: 0, index: 0, width: 2 };
    let hashes = vec![Hash([1; 32]), Hash([2; 32])];
    let bytes = Tile::encode(&hashes);
    assert_eq!(tile.decode(&bytes), Ok(hashes));
    for length in [0, 31, 32, 63, 65, 96] {
        let mut other = bytes.clone();
        other.resize(length, 0);
        assert!(tile.decode(&other).is_err(), "{length}");
    }
}

proptest! {
    #[test]
    fn every_path_is_read_back(level in 0..=TILE_LEVEL_MAX, index in 0_u64..1 << 54, width in 1_u16..=256) {
        for file in [
            Resource::Tile(Tile { level, index, width }),
            Resource::Bundle(Bundle { index, width }),
        ] {
            prop_assert_eq!(Resource::parse(&file.to_string()), Ok(file));
        }
    }

    #[test]
    fn any_text_is_refused_or_the_one_spelling(path in "(tile/)?[0-9entrisdax/.p+]{0,24}") {
        if let Ok(file) = Resource::parse(&path) {
            prop_assert_eq!(file.to_string(), path);
        }
    }
}
