//! Bytes by the name of a docx file.

#![no_main]

#[path = "../looked.rs"]
mod looked;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| looked::file("a.docx", bytes));
