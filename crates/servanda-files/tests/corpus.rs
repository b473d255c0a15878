//! The corpus of the fuzz targets, replayed through the functions that they call.

#![cfg(test)]

use std::path::{Path, PathBuf};

#[path = "../../../fuzz/looked.rs"]
mod looked;

/// The samples of a target, in the order of their names.
fn samples(target: &str) -> Vec<(PathBuf, Vec<u8>)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../fuzz/corpus").join(target);
    let entries = std::fs::read_dir(&folder).unwrap();
    let mut paths: Vec<PathBuf> = entries.map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    assert!(paths.len() >= 3, "{} holds samples", folder.display());
    paths.into_iter().map(|path| (path.clone(), std::fs::read(path).unwrap())).collect()
}

fn replay(target: &str, look: impl Fn(&[u8])) {
    for (path, bytes) in samples(target) {
        let looked = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| look(&bytes)));
        assert!(looked.is_ok(), "{}", path.display());
    }
}

#[test]
fn pdf() {
    replay("pdf", |bytes| looked::file("a.pdf", bytes));
}

#[test]
fn docx() {
    replay("docx", |bytes| looked::file("a.docx", bytes));
}

#[test]
fn odt() {
    replay("odt", |bytes| looked::file("a.odt", bytes));
}

#[test]
fn html() {
    replay("html", |bytes| looked::file("a.html", bytes));
}

#[test]
fn markdown() {
    replay("markdown", |bytes| looked::file("a.md", bytes));
}

#[test]
fn text() {
    replay("text", |bytes| looked::file("a.txt", bytes));
}

#[test]
fn outline() {
    replay("outline", looked::outline);
}
