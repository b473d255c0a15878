//! Positions in bytes and in characters.

use super::Chars;

#[test]
fn characters_are_counted_not_bytes() {
    let text = "añ€😀".repeat(300);
    let chars = Chars::new(&text);
    for (count, (byte, _)) in text.char_indices().enumerate() {
        assert_eq!(chars.at(byte), count);
    }
    assert_eq!(chars.at(text.len()), 1_200);
    assert_eq!(chars.at(text.len() + 9), 1_200);
}
