//! Finds the lines that a paragraph of the library is made of.

use super::{Line, Stretch};

/// The lines of a page in reading order, and which of them have been found.
pub(super) struct Lines {
    lines: Vec<Line>,
    letters: Vec<String>,
    taken: Vec<bool>,
    /// Where the next paragraph most likely begins.
    next: usize,
}

impl Lines {
    pub(super) fn new(lines: Vec<Line>) -> Self {
        let letters = lines.iter().map(|line| letters(&line.text)).collect();
        let taken = vec![false; lines.len()];
        Self { lines, letters, taken, next: 0 }
    }

    /// The lines with the letters of a text, or the text where they are not found.
    pub(super) fn of(&mut self, text: &str) -> Stretch {
        let wanted = letters(text);
        let after = self.next..self.lines.len();
        let found = after.chain(0..self.next).find_map(|start| {
            let end = self.end(start, &wanted)?;
            Some(start..end)
        });
        let Some(found) = found.filter(|_| !wanted.is_empty()) else {
            return Stretch::Text(text.trim().to_owned());
        };
        self.next = found.end;
        for taken in self.taken.get_mut(found.clone()).into_iter().flatten() {
            *taken = true;
        }
        let lines = self.lines.get(found).unwrap_or_default();
        Stretch::Lines(lines.iter().filter(|line| !line.text.is_empty()).cloned().collect())
    }

    /// Where the lines end that have just these letters from `start` on.
    fn end(&self, start: usize, wanted: &str) -> Option<usize> {
        let mut rest = wanted;
        let mut at = start;
        while !rest.is_empty() {
            if *self.taken.get(at)? {
                return None;
            }
            rest = rest.strip_prefix(self.letters.get(at)?.as_str())?;
            at += 1;
        }
        Some(at)
    }
}

/// The letters and digits of a text: bullets, hyphens and spaces are written differently.
fn letters(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).collect()
}
