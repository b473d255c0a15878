//! Byte positions to character positions.

/// How many bytes lie between two counted places.
const STEP: usize = 256;

/// A text with the number of characters before every 256th byte.
pub(crate) struct Chars<'t> {
    text: &'t str,
    marks: Vec<usize>,
}

impl<'t> Chars<'t> {
    /// Counts the characters of a text once.
    pub(crate) fn new(text: &'t str) -> Self {
        let mut count = 0;
        let mut marks = Vec::with_capacity(text.len() / STEP + 2);
        for chunk in text.as_bytes().chunks(STEP) {
            marks.push(count);
            count += characters(chunk);
        }
        marks.push(count);
        Self { text, marks }
    }

    /// The number of characters before a byte position.
    pub(crate) fn at(&self, byte: usize) -> usize {
        let byte = byte.min(self.text.len());
        let mark = byte / STEP;
        let rest = self.text.as_bytes().get(mark * STEP..byte).unwrap_or_default();
        self.marks.get(mark).copied().unwrap_or_default() + characters(rest)
    }
}

/// How many characters begin in these bytes.
fn characters(bytes: &[u8]) -> usize {
    let begins = |byte: &u8| u8::from((*byte & 0xC0) != 0x80);
    // Counted in bytes, of which many are added at once.
    let count = |few: &[u8]| few.iter().map(begins).sum::<u8>();
    bytes.chunks(255).map(|few| usize::from(count(few))).sum()
}

#[cfg(test)]
mod tests;
