//! Bytes to text: which encoding a file is in, and refusing what is no text at all.

use encoding_rs::{UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};

use crate::Unreadable;

/// The largest document that is read.
pub const DOCUMENT_BYTES_MAX: usize = 64 * 1024 * 1024;

/// How far into a file control characters are looked for.
const SNIFFED_BYTES: usize = 64 * 1024;

/// Decoded text and the name of the encoding it was in.
#[derive(Debug)]
pub(crate) struct Decoded {
    pub(crate) text: String,
    pub(crate) encoding: &'static str,
    /// Some bytes did not stand for a character and were replaced.
    pub(crate) replaced: bool,
}

/// Decodes a file. A byte order mark decides; else valid UTF-8 is UTF-8; else Windows-1252.
pub(crate) fn decode(bytes: &[u8]) -> Result<Decoded, Unreadable> {
    if bytes.len() > DOCUMENT_BYTES_MAX {
        return Err(Unreadable::TooLarge {
            size_bytes: bytes.len(),
            size_bytes_max: DOCUMENT_BYTES_MAX,
        });
    }
    if let Some(format) = known_binary(bytes) {
        return Err(Unreadable::Binary { format });
    }
    let decoded = if bytes.starts_with(&[0xFF, 0xFE]) {
        with(bytes, UTF_16LE)
    } else if bytes.starts_with(&[0xFE, 0xFF]) {
        with(bytes, UTF_16BE)
    } else if has_control_bytes(bytes) {
        return Err(Unreadable::Binary { format: "an unknown format" });
    } else if std::str::from_utf8(bytes).is_ok() {
        with(bytes, UTF_8)
    } else {
        with(bytes, WINDOWS_1252)
    };
    if decoded.text.trim().is_empty() {
        return Err(Unreadable::Empty);
    }
    Ok(decoded)
}

fn with(bytes: &[u8], encoding: &'static encoding_rs::Encoding) -> Decoded {
    let (text, replaced) = encoding.decode_with_bom_removal(bytes);
    Decoded { text: text.into_owned(), encoding: encoding.name(), replaced }
}

/// Formats that begin with a mark of their own, named so that the person knows what they sent.
fn known_binary(bytes: &[u8]) -> Option<&'static str> {
    const MARKS: [(&[u8], &str); 9] = [
        (b"%PDF-", "PDF"),
        (b"PK\x03\x04", "a ZIP archive (DOCX, ODT, XLSX …)"),
        (b"\xD0\xCF\x11\xE0", "an old Microsoft Office file"),
        (b"{\\rtf", "RTF"),
        (b"\x89PNG", "a PNG image"),
        (b"\xFF\xD8\xFF", "a JPEG image"),
        (b"GIF8", "a GIF image"),
        (b"\x1F\x8B", "a gzip archive"),
        (b"\x7FELF", "a program"),
    ];
    MARKS.iter().find(|(mark, _)| bytes.starts_with(mark)).map(|(_, name)| *name)
}

/// Text holds no NUL and next to no other control characters.
fn has_control_bytes(bytes: &[u8]) -> bool {
    let sniffed = bytes.get(..bytes.len().min(SNIFFED_BYTES)).unwrap_or(bytes);
    if bytes.contains(&0) {
        return true;
    }
    let control = sniffed
        .iter()
        .filter(|b| matches!(b, 0x01..=0x08 | 0x0E..=0x1A | 0x1C..=0x1F | 0x7F))
        .count();
    control * 50 > sniffed.len()
}

#[cfg(test)]
mod tests;
