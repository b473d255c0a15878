//! Where in a sentence the words of each class stand: most questions are answered by a look at that.

use crate::grammar::{CAPITAL, CLASSES_MAX, Classes};
use crate::lexicon::Lexicon;
use crate::words::Word;

/// How many words, or classes, one number tells of.
pub(crate) const BITS: usize = 64;

/// For every class a row of bits, one for each word of the sentence.
pub(crate) struct Places {
    rows: Vec<u64>,
    /// How many numbers make a row.
    width: usize,
    /// The classes that some word of the sentence has.
    present: [u64; CLASSES_MAX / BITS],
}

impl Places {
    /// Notes down the classes of every word once.
    pub(crate) fn of(words: &[Word<'_>], lexicon: &mut Lexicon) -> Self {
        let width = words.len().div_ceil(BITS);
        let rows = lexicon.rows(lexicon.grammar.class_count() * width);
        let mut places = Self { rows, width, present: [0; CLASSES_MAX / BITS] };
        for (at, word) in words.iter().enumerate() {
            for id in word.class_ids() {
                places.note(*id, at);
            }
            if word.named {
                places.note(CAPITAL, at);
            }
        }
        places
    }

    fn note(&mut self, id: u16, at: usize) {
        let id = usize::from(id);
        if let Some(row) = self.rows.get_mut(id * self.width + at / BITS) {
            *row |= 1 << (at % BITS);
        }
        if let Some(some) = self.present.get_mut(id / BITS) {
            *some |= 1 << (id % BITS);
        }
    }

    /// Gives the rows back, empty, for the next sentence.
    pub(crate) fn give_back(mut self, lexicon: &mut Lexicon) {
        for id in bits(self.present) {
            // Mostly one number: too few to ask the library to fill them.
            let row = self.rows.iter_mut().skip(id * self.width).take(self.width);
            row.for_each(|number| *number = 0);
        }
        lexicon.keep_rows(self.rows);
    }

    /// The numbers of the classes that some word has, in order.
    pub(crate) fn present(&self) -> impl Iterator<Item = usize> {
        bits(self.present)
    }

    /// Some word is of this class.
    pub(crate) fn holds(&self, id: u16) -> bool {
        let id = usize::from(id);
        self.present.get(id / BITS).is_some_and(|some| some & 1 << (id % BITS) != 0)
    }

    /// The word at a place is of one of these classes.
    pub(crate) fn are(&self, ids: &[u16], at: usize) -> bool {
        at / BITS < self.width && self.part(ids.iter().copied(), at / BITS) & 1 << (at % BITS) != 0
    }

    /// Where words of one of these classes stand, from left to right.
    pub(crate) fn each(&self, classes: Classes) -> impl Iterator<Item = usize> {
        let parts = (0..self.width).map(move |part| (part, self.part(classes.ids(), part)));
        parts.flat_map(|(part, row)| bits([row]).map(move |bit| part * BITS + bit))
    }

    /// Where words of one of the classes with these numbers stand, from left to right.
    pub(crate) fn each_of<'p>(&'p self, ids: &'p [u16]) -> Each<'p> {
        Each { places: self, ids, part: 0, row: 0 }
    }

    /// Which words of one part of the sentence are of one of these classes.
    fn part(&self, ids: impl Iterator<Item = u16>, part: usize) -> u64 {
        let row = |id: u16| self.rows.get(usize::from(id) * self.width + part).copied();
        ids.filter_map(row).fold(0, |all, row| all | row)
    }
}

/// Goes through the places of some classes.
pub(crate) struct Each<'p> {
    places: &'p Places,
    ids: &'p [u16],
    /// The part of the sentence that comes next.
    part: usize,
    row: u64,
}

impl Iterator for Each<'_> {
    type Item = usize;

    fn next(&mut self) -> Option<usize> {
        while self.row == 0 {
            if self.part >= self.places.width {
                return None;
            }
            self.row = self.places.part(self.ids.iter().copied(), self.part);
            self.part += 1;
        }
        let bit = usize::try_from(self.row.trailing_zeros()).ok()?;
        self.row &= self.row - 1;
        Some((self.part - 1) * BITS + bit)
    }
}

/// The places of the bits that are set, from the lowest.
pub(crate) fn bits<const N: usize>(numbers: [u64; N]) -> impl Iterator<Item = usize> {
    let mut place = 0;
    let mut rest = numbers.first().copied().unwrap_or_default();
    std::iter::from_fn(move || {
        while rest == 0 {
            place += 1;
            rest = *numbers.get(place)?;
        }
        let bit = usize::try_from(rest.trailing_zeros()).ok()?;
        rest &= rest - 1;
        Some(place * BITS + bit)
    })
}

#[cfg(test)]
mod tests;
