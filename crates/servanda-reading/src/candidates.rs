//! Which of many patterns may match a sentence, told by the classes of its words.

use crate::grammar::{ClassIds, Pattern};
use crate::present::{BITS, ClassSet, Present, bits};

/// How many patterns may be told apart.
pub(crate) const PATTERNS_MAX: usize = 2048;

/// How to find those of some patterns, by their numbers, that may match.
#[derive(Default)]
pub(crate) struct Candidates {
    /// The patterns that demand a word of a class, by its number; each stands under one demand.
    by_class: Vec<Vec<usize>>,
    /// The classes that some pattern stands under.
    telling: ClassSet,
    /// The patterns that demand no word.
    always: Vec<usize>,
}

impl Candidates {
    /// Puts each pattern under the classes that are the least common, by how common each class is.
    pub(crate) fn of<'p>(
        patterns: impl IntoIterator<Item = &'p Pattern>,
        breadths: &[usize],
    ) -> Self {
        let mut found = Self { by_class: vec![Vec::new(); breadths.len()], ..Self::default() };
        for (number, pattern) in patterns.into_iter().enumerate() {
            let rarest = rarest(pattern.demands(), breadths);
            for id in rarest.unwrap_or_default() {
                if let Some(list) = found.by_class.get_mut(usize::from(*id)) {
                    list.push(number);
                }
            }
            if rarest.is_none() {
                found.always.push(number);
            }
        }
        let told = (0..).zip(&found.by_class).filter(|(_, list)| !list.is_empty());
        found.telling = ClassSet::of(told.map(|(id, _)| id));
        found
    }

    /// The numbers of those that may match, in order.
    pub(crate) fn among(&self, present: &Present) -> impl Iterator<Item = usize> + use<> {
        let mut set = [0; PATTERNS_MAX / BITS];
        let always = self.always.iter();
        let telling = present.classes().common(&self.telling);
        let demanded = telling.filter_map(|id| self.by_class.get(id)).flatten();
        for number in always.chain(demanded) {
            if let Some(some) = set.get_mut(number / BITS) {
                *some |= 1 << (number % BITS);
            }
        }
        bits(set)
    }
}

/// Of the words a pattern demands, those that are least common.
fn rarest<'d>(demands: &'d [ClassIds], breadths: &[usize]) -> Option<&'d [u16]> {
    let breadth = |id: &u16| breadths.get(usize::from(*id)).copied();
    let least = |demand: &&ClassIds| demand.iter().filter_map(breadth).min().unwrap_or_default();
    demands.iter().max_by_key(least).map(AsRef::as_ref)
}

#[cfg(test)]
mod tests;
