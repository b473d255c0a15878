//! The words of a passage and nothing else, to tell whether two passages say the same.

/// A hash of the [`plain_words`] of a passage: passages with the same words have the same hash.
pub(crate) fn hash_of_words(text: &str) -> u64 {
    const FACTOR: u64 = 0x0000_0100_0000_01B3;
    // Other letters than those of ASCII are left out, and so are what parts them from others.
    text.bytes().map(|byte| byte.to_ascii_lowercase()).fold(FACTOR, |hash, byte| match byte {
        b'a'..=b'z' | b'0'..=b'9' => (hash ^ u64::from(byte)).wrapping_mul(FACTOR),
        _ => hash,
    })
}

/// A passage on one line, its words a space apart.
pub(crate) fn on_one_line(text: &str) -> String {
    let mut line = String::with_capacity(text.len());
    for word in text.split_whitespace() {
        if !line.is_empty() {
            line.push(' ');
        }
        line.push_str(word);
    }
    line
}

/// The words of a passage without case, space and marks, to tell whether two say the same.
pub(crate) fn plain_words(text: &str) -> String {
    let mut plain = String::with_capacity(text.len() + 1);
    let mut parted = false;
    let mut at = 0;
    while let Some(byte) = text.as_bytes().get(at).copied() {
        let (c, length) = if byte.is_ascii() {
            (char::from(byte), 1)
        } else {
            let c = text.get(at..).and_then(|rest| rest.chars().next()).unwrap_or(' ');
            (c, c.len_utf8())
        };
        at += length;
        if !(byte.is_ascii_alphanumeric() || !byte.is_ascii() && c.is_alphanumeric()) {
            parted = true;
            continue;
        }
        if std::mem::take(&mut parted) {
            plain.push(' ');
        }
        if byte.is_ascii() {
            plain.push(c.to_ascii_lowercase());
        } else {
            plain.extend(c.to_lowercase());
        }
    }
    plain
}
