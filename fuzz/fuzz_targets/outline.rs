//! Bytes as blocks that a file marks, and lines between them.

#![no_main]

#[path = "../looked.rs"]
mod looked;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| looked::outline(bytes));
