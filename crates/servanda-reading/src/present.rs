//! Which classes of words are in a sentence: most questions are answered by a look at that.

use crate::grammar::CLASSES_MAX;
use crate::words::Word;

/// How many classes one number tells of.
pub(crate) const BITS: usize = 64;

/// A set of classes, with names and without.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct ClassSet([u64; CLASSES_MAX / BITS]);

impl Default for ClassSet {
    fn default() -> Self {
        Self::EMPTY
    }
}

impl ClassSet {
    pub(crate) const EMPTY: Self = Self([0; CLASSES_MAX / BITS]);

    /// The set of the classes with these numbers.
    pub(crate) fn of(ids: impl IntoIterator<Item = u16>) -> Self {
        let mut set = Self::EMPTY;
        for id in ids {
            let id = usize::from(id);
            if let Some(some) = set.0.get_mut(id / BITS) {
                *some |= 1 << (id % BITS);
            }
        }
        set
    }

    /// The class with this number is in the set.
    pub(crate) fn holds(&self, id: u16) -> bool {
        let id = usize::from(id);
        self.0.get(id / BITS).is_some_and(|some| some & 1 << (id % BITS) != 0)
    }

    /// The numbers of the classes in both sets, in order.
    pub(crate) fn common(&self, other: &Self) -> impl Iterator<Item = usize> {
        let mut common = self.0;
        common.iter_mut().zip(&other.0).for_each(|(all, some)| *all &= some);
        bits(common)
    }

    /// Some class is in both sets.
    pub(crate) fn meets(&self, other: &Self) -> bool {
        // All of them at once are faster than the first that tells.
        self.0.iter().zip(&other.0).fold(0, |common, (some, others)| common | some & others) != 0
    }

    fn add(&mut self, other: &Self) {
        self.0.iter_mut().zip(&other.0).for_each(|(all, some)| *all |= some);
    }
}

/// The classes that some word of a sentence has.
#[derive(Debug)]
pub(crate) struct Present(ClassSet);

impl Present {
    /// Notes down the classes of every word once.
    pub(crate) fn of(words: &[Word<'_>]) -> Self {
        let mut all = ClassSet::EMPTY;
        for word in words {
            all.add(word.class_set());
        }
        Self(all)
    }

    /// The classes that some word has.
    pub(crate) fn classes(&self) -> &ClassSet {
        &self.0
    }

    /// Some word is of this class.
    pub(crate) fn holds(&self, id: u16) -> bool {
        self.0.holds(id)
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
