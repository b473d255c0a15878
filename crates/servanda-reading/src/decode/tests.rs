//! What decoding makes of good, odd and bad bytes.

use super::*;

#[track_caller]
fn check(bytes: &[u8], expected: &str) {
    let told = match decode(bytes) {
        Ok(decoded) => format!(
            "{} {:?}{}",
            decoded.encoding,
            decoded.text,
            if decoded.replaced { " replaced" } else { "" }
        ),
        Err(unreadable) => unreadable.to_string(),
    };
    assert_eq!(told, expected);
}

#[test]
fn utf_8_is_read_with_and_without_a_mark() {
    check("Año".as_bytes(), "UTF-8 \"Año\"");
    check("\u{FEFF}Año".as_bytes(), "UTF-8 \"Año\"");
}

#[test]
fn utf_16_is_read_if_it_has_its_mark() {
    check(&[0xFF, 0xFE, b'A', 0, 0xF1, 0, b'o', 0], "UTF-16LE \"Año\"");
    check(&[0xFE, 0xFF, 0, b'A', 0, 0xF1, 0, b'o'], "UTF-16BE \"Año\"");
}

#[test]
fn utf_16_is_read_without_its_mark_as_well() {
    let text = "El año próximo habrá más agua.";
    let little: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let big: Vec<u8> = text.encode_utf16().flat_map(u16::to_be_bytes).collect();
    check(&little, &format!("UTF-16LE {text:?}"));
    check(&big, &format!("UTF-16BE {text:?}"));
}

#[test]
fn what_is_no_utf_8_is_taken_for_windows_1252() {
    check(b"A\xF1o \x93s\xED\x94", "windows-1252 \"Año “sí”\"");
}

#[test]
fn accents_tell_what_an_old_macintosh_wrote() {
    check(b"La r\x8Eunion a d\x8Ecid\x8E.", "macintosh \"La réunion a décidé.\"");
    check(b"La reuni\x97n del a\x96o.", "macintosh \"La reunión del año.\"");
}

#[test]
fn a_page_is_read_in_the_encoding_it_declares() {
    check(
        b"<html><meta charset='iso-8859-15'><p>5 \xA4",
        "ISO-8859-15 \"<html><meta charset='iso-8859-15'><p>5 €\"",
    );
    check(
        b"<?xml version='1.0' encoding='windows-1250'?><p>\xF2",
        "windows-1250 \"<?xml version='1.0' encoding='windows-1250'?><p>ň\"",
    );
}

#[test]
fn half_a_character_is_replaced_and_said_so() {
    check(&[0xFF, 0xFE, b'A', 0, 0x00, 0xD8], "UTF-16LE \"A\u{FFFD}\" replaced");
}

#[test]
fn binary_files_are_refused_by_name() {
    check(b"%PDF-1.7 ...", "the file is not text but PDF");
    check(b"PK\x03\x04rest", "the file is not text but a ZIP archive");
    check(b"abc\0def", "the file is not text but an unknown format");
    check(&[1; 100], "the file is not text but an unknown format");
}

#[test]
fn empty_files_are_refused() {
    check(b"", "the file is empty");
    check(b" \r\n\t ", "the file is empty");
    check(b"\xEF\xBB\xBF", "the file is empty");
}

#[test]
fn the_limit_is_the_last_size_that_is_read() {
    let mut bytes = vec![b'a'; DOCUMENT_BYTES_MAX];
    assert!(decode(&bytes).is_ok());
    bytes.push(b'a');
    check(&bytes, "the file has 67108865 bytes; at most 67108864 are read");
}
