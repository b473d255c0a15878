//! Bytes to text: which encoding a file is in, and refusing what is no text at all.

use encoding_rs::{Encoding, MACINTOSH, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};

use crate::Unreadable;

/// The largest document that is read.
pub const DOCUMENT_BYTES_MAX: usize = 64 * 1024 * 1024;

/// How far into a file control characters are looked for.
const SNIFFED_BYTES: usize = 64 * 1024;
/// How far into a page its declaration of an encoding is looked for, as browsers do.
const DECLARED_BYTES: usize = 1_024;

/// Decoded text and the name of the encoding it was in.
#[derive(Debug)]
pub(crate) struct Decoded {
    pub(crate) text: String,
    pub(crate) encoding: &'static str,
    /// Some bytes did not stand for a character and were replaced.
    pub(crate) replaced: bool,
}

/// Decodes a file. A byte order mark decides; else zeros between the letters make UTF-16; else
/// valid UTF-8 is UTF-8; else what a web page declares; else what accents tell.
pub(crate) fn decode(bytes: &[u8]) -> Result<Decoded, Unreadable> {
    if bytes.len() > DOCUMENT_BYTES_MAX {
        return Err(Unreadable::TooLarge {
            size_bytes: bytes.len(),
            size_bytes_max: DOCUMENT_BYTES_MAX,
        });
    }
    if let Some(format) = known_binary(bytes) {
        return Err(Unreadable::Binary { format: format.into() });
    }
    let decoded = if bytes.starts_with(&[0xFF, 0xFE]) {
        with(bytes, UTF_16LE)
    } else if bytes.starts_with(&[0xFE, 0xFF]) {
        with(bytes, UTF_16BE)
    } else if let Some(encoding) = unmarked_utf_16(bytes) {
        with(bytes, encoding)
    } else if has_control_bytes(bytes) {
        return Err(Unreadable::Binary { format: "an unknown format".into() });
    } else if std::str::from_utf8(bytes).is_ok() {
        with(bytes, UTF_8)
    } else {
        with(bytes, declared(bytes).unwrap_or_else(|| by_accents(bytes)))
    };
    if decoded.text.trim().is_empty() {
        return Err(Unreadable::Empty);
    }
    Ok(decoded)
}

fn with(bytes: &[u8], encoding: &'static Encoding) -> Decoded {
    let (text, replaced) = encoding.decode_with_bom_removal(bytes);
    Decoded { text: text.into_owned(), encoding: encoding.name(), replaced }
}

/// UTF-16 without its mark: nearly every letter of our languages has a zero on the same side.
fn unmarked_utf_16(bytes: &[u8]) -> Option<&'static Encoding> {
    let sniffed = bytes.get(..bytes.len().min(SNIFFED_BYTES)).unwrap_or(bytes);
    let zeros = |side: usize| sniffed.iter().skip(side).step_by(2).filter(|b| **b == 0).count();
    let (even, odd) = (zeros(0), zeros(1));
    let most = |count: usize, other: usize| count * 2 > sniffed.len() / 2 && other * 50 < count;
    if !bytes.len().is_multiple_of(2) || sniffed.len() < 4 {
        None
    } else if most(odd, even) {
        Some(UTF_16LE)
    } else if most(even, odd) {
        Some(UTF_16BE)
    } else {
        None
    }
}

/// The encoding that a web page says it is in: `<meta charset="…">`.
fn declared(bytes: &[u8]) -> Option<&'static Encoding> {
    let head = bytes.get(..bytes.len().min(DECLARED_BYTES)).unwrap_or(bytes);
    let head = String::from_utf8_lossy(head).to_ascii_lowercase();
    if !head.trim_start().starts_with('<') {
        return None;
    }
    let (_, after) = head.split_once("charset").or_else(|| head.split_once("encoding"))?;
    let label = after.trim_start().strip_prefix('=')?.trim_start_matches([' ', '"', '\'']);
    let end = label.find(|c: char| !c.is_ascii_alphanumeric() && !matches!(c, '-' | '_'));
    let encoding = Encoding::for_label(label.get(..end.unwrap_or(label.len()))?.as_bytes())?;
    // A page that was found by its ASCII letters is not in UTF-16, whatever it says.
    encoding.is_ascii_compatible().then_some(encoding)
}

/// Windows-1252 (and with it ISO 8859-1), or what old Macintoshes wrote: the one that puts accents
/// between letters.
fn by_accents(bytes: &[u8]) -> &'static Encoding {
    let sniffed = bytes.get(..bytes.len().min(SNIFFED_BYTES)).unwrap_or(bytes);
    let accents = |encoding: &'static Encoding| {
        let (text, _) = encoding.decode_without_bom_handling(sniffed);
        let mut before = ' ';
        let mut found = 0_usize;
        for c in text.chars() {
            let lower = c.to_lowercase().next().unwrap_or(c);
            let beside = before.is_ascii_alphabetic();
            found += usize::from(beside && ACCENTED.contains(lower));
            before = c;
        }
        found
    };
    if accents(MACINTOSH) > accents(WINDOWS_1252) { MACINTOSH } else { WINDOWS_1252 }
}

/// The letters of French and Spanish that are not ASCII, but for capitals.
const ACCENTED: &str = "àâçéèêëîïôùûüœæñáíóú’";

/// Formats that begin with a mark of their own, named so that the person knows what they sent.
fn known_binary(bytes: &[u8]) -> Option<&'static str> {
    const MARKS: [(&[u8], &str); 9] = [
        (b"%PDF-", "PDF"),
        (b"PK\x03\x04", "a ZIP archive"),
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
    if memchr::memchr(0, bytes).is_some() {
        return true;
    }
    let is_control = |byte: &u8| matches!(byte, 0x01..=0x08 | 0x0E..=0x1A | 0x1C..=0x1F | 0x7F);
    // Counted in bytes, of which many are added at once.
    let count = |few: &[u8]| few.iter().map(|byte| u8::from(is_control(byte))).sum::<u8>();
    let control: usize = sniffed.chunks(255).map(|few| usize::from(count(few))).sum();
    control * 50 > sniffed.len()
}

#[cfg(test)]
mod tests;
