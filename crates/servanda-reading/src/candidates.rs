//! Which of many patterns may match a sentence, told by the classes of its words.

use crate::grammar::Pattern;
use crate::present::{BITS, ClassSet, Present, bits};

/// How many patterns may be told apart.
pub(crate) const PATTERNS_MAX: usize = 2048;

/// A set of patterns, by their numbers.
#[derive(Clone, Debug)]
pub(crate) struct PatternSet([u64; PATTERNS_MAX / BITS]);

impl Default for PatternSet {
    fn default() -> Self {
        Self([0; PATTERNS_MAX / BITS])
    }
}

impl PatternSet {
    /// The set of the patterns with these numbers.
    pub(crate) fn of(numbers: impl IntoIterator<Item = usize>) -> Self {
        let mut set = Self::default();
        numbers.into_iter().for_each(|number| set.add(number));
        set
    }

    fn add(&mut self, number: usize) {
        if let Some(some) = self.0.get_mut(number / BITS) {
            *some |= 1 << (number % BITS);
        }
    }

    /// The numbers of the patterns in both sets, in order.
    pub(crate) fn common(&self, other: &Self) -> impl Iterator<Item = usize> + use<> {
        let mut common = self.0;
        common.iter_mut().zip(&other.0).for_each(|(all, some)| *all &= some);
        bits(common)
    }

    /// The numbers of the patterns in the set, in order.
    pub(crate) fn numbers(&self) -> impl Iterator<Item = usize> + use<> {
        bits(self.0)
    }
}

/// How to find those of some patterns, by their numbers, that may match.
#[derive(Default)]
pub(crate) struct Candidates {
    /// The patterns that demand a word of a class, by its number; each stands under one demand.
    by_class: Vec<Vec<usize>>,
    /// The classes that some pattern stands under.
    telling: ClassSet,
    /// The patterns that demand no word.
    always: PatternSet,
}

impl Candidates {
    /// Puts each pattern under the classes that are the least common, by how common each class is.
    pub(crate) fn of<'p>(
        patterns: impl IntoIterator<Item = &'p Pattern>,
        breadths: &[usize],
    ) -> Self {
        let mut found = Self { by_class: vec![Vec::new(); breadths.len()], ..Self::default() };
        for (number, pattern) in patterns.into_iter().enumerate() {
            let rarest = pattern.demands().iter().max_by_key(|demand| rarity(demand, breadths));
            for id in rarest.map(AsRef::as_ref).unwrap_or_default() {
                if let Some(list) = found.by_class.get_mut(usize::from(*id)) {
                    list.push(number);
                }
            }
            if rarest.is_none() {
                found.always.add(number);
            }
        }
        let told = (0..).zip(&found.by_class).filter(|(_, list)| !list.is_empty());
        found.telling = ClassSet::of(told.map(|(id, _)| id));
        found
    }

    /// Those that may match.
    pub(crate) fn among(&self, present: &Present) -> PatternSet {
        let mut set = self.always.clone();
        for id in present.classes().common(&self.telling) {
            let demanded = self.by_class.get(id).map(Vec::as_slice).unwrap_or_default();
            for number in demanded {
                set.add(*number);
            }
        }
        set
    }
}

/// How rare the words of a demand are.
pub(crate) fn rarity(demand: &[u16], breadths: &[usize]) -> usize {
    let breadth = |id: &u16| breadths.get(usize::from(*id)).copied();
    demand.iter().filter_map(breadth).min().unwrap_or_default()
}

#[cfg(test)]
mod tests;
