//! Counting and ordering what matches, in one pass.
//!
//! Each item that matches is counted under its profile and, where it passes all filters, held
//! against the worst of the best so far. Nothing is allocated for an item.

use std::cmp::{Ordering, Reverse};
use std::collections::BTreeSet;

use tantivy::{DocId, Score};

use crate::profile::{Counted, OUTSIDE, Profiles, at};
use crate::{Facet, HITS_MAX, Language, Query, Sort};

/// Items a record may have: one in each language.
const ITEMS_OF_RECORD_MAX: usize = Language::ALL.len();

/// What was found, in order and counted.
#[derive(Default)]
pub(crate) struct Tallied {
    pub(crate) total: usize,
    /// The items that stand for the records asked for.
    pub(crate) items: Vec<DocId>,
    pub(crate) facets: Vec<(Facet, Vec<(String, usize)>)>,
    /// Whether anything matched in the partnership asked for, whatever the filters.
    pub(crate) has_matches: bool,
}

/// Items as bits.
#[derive(Clone)]
pub(crate) struct Bits(Vec<u64>);

impl Bits {
    /// None of so many.
    pub(crate) fn new(count: usize) -> Self {
        Self(vec![0; count.div_ceil(64)])
    }

    /// Adds one.
    pub(crate) fn insert(&mut self, item: DocId) {
        if let Some(word) = self.0.get_mut(at(item / 64)) {
            *word |= 1 << (item % 64);
        }
    }

    /// Whether it is there.
    pub(crate) fn contains(&self, item: DocId) -> bool {
        self.0.get(at(item / 64)).is_some_and(|word| word & (1 << (item % 64)) != 0)
    }

    /// The first that is not before this one.
    pub(crate) fn first_from(&self, item: DocId) -> Option<DocId> {
        let mut place = item / 64;
        let mut word = self.0.get(at(place))? & (u64::MAX << (item % 64));
        while word == 0 {
            place = place.checked_add(1)?;
            word = *self.0.get(at(place))?;
        }
        place.checked_mul(64)?.checked_add(word.trailing_zeros())
    }

    /// Goes through all of them, in order.
    #[inline]
    pub(crate) fn each(&self, mut visit: impl FnMut(DocId)) {
        for (word, start) in self.0.iter().zip((0..).step_by(64)) {
            let mut left = *word;
            while left != 0 {
                visit(left.trailing_zeros().saturating_add(start));
                left &= left.wrapping_sub(1);
            }
        }
    }

    /// Leaves none.
    pub(crate) fn clear(&mut self) {
        self.0.fill(0);
    }

    /// How many there are.
    pub(crate) fn count(&self) -> u32 {
        self.0.iter().map(|word| word.count_ones()).sum()
    }
}

/// How well an item answers.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Rank {
    /// How much of what was typed it has exactly: counts before everything else.
    pub(crate) tier: u32,
    /// How much it says of what was asked, by the frequency of words.
    pub(crate) score: Score,
}

impl Rank {
    /// The better one is less.
    fn order(self, other: Self) -> Ordering {
        other.tier.cmp(&self.tier).then(other.score.total_cmp(&self.score))
    }
}

/// An item that may be shown.
#[derive(Clone, Copy)]
struct Candidate {
    day: u64,
    rank: Rank,
    record: u64,
    language: Option<usize>,
    item: DocId,
}

impl Candidate {
    /// The better one is less.
    fn order(&self, other: &Self) -> Ordering {
        Reverse(self.day)
            .cmp(&Reverse(other.day))
            .then(self.rank.order(other.rank))
            .then(self.record.cmp(&other.record))
            .then(self.language.cmp(&other.language))
    }
}

/// What has been met so far.
pub(crate) struct Tally<'index> {
    profiles: &'index Profiles,
    verdicts: Vec<u16>,
    /// For each profile, one more than its place in `counted`; 0 for one that was not met.
    places: Vec<u32>,
    /// What was met, by profile: few of very many.
    counted: Vec<Counted>,
    /// Items met in a language that was asked for.
    met: Bits,
    by_date: bool,
    best: Vec<Candidate>,
    /// How many candidates are enough.
    enough: usize,
    /// What a candidate must not be worse than.
    floor: Option<Candidate>,
}

impl<'index> Tally<'index> {
    /// Nothing met yet.
    pub(crate) fn new(profiles: &'index Profiles, query: &Query) -> Self {
        let last = query.first.saturating_add(query.count.min(HITS_MAX));
        Self {
            profiles,
            verdicts: profiles.verdicts(query),
            places: vec![0; profiles.len()],
            counted: Vec::new(),
            met: Bits::new(profiles.item_count()),
            by_date: query.sort == Sort::Date,
            best: Vec::new(),
            enough: last.saturating_mul(ITEMS_OF_RECORD_MAX),
            floor: None,
        }
    }

    /// Whether an item of this rank may be shown; if not its rank need not be known better.
    pub(crate) fn wants(&self, rank: Rank) -> bool {
        !self.by_date && self.floor.is_none_or(|floor| rank.order(floor.rank) != Ordering::Greater)
    }

    /// Meets an item.
    #[inline]
    pub(crate) fn meet(&mut self, item: DocId, rank: Rank) {
        let profile = self.profiles.of(item);
        let Some(counted) = self.counted_of(profile) else { return };
        if counted.verdict & OUTSIDE != 0 {
            return;
        }
        counted.items = counted.items.saturating_add(1);
        let verdict = counted.verdict;
        if verdict & Facet::Language.bit() != 0 {
            return;
        }
        if !self.has_met_record_of(item)
            && let Some(counted) = self.counted_of(profile)
        {
            counted.records = counted.records.saturating_add(1);
        }
        self.met.insert(item);
        if verdict == 0 {
            self.consider(item, rank);
        }
    }

    /// What was counted of a profile so far.
    #[inline]
    fn counted_of(&mut self, profile: usize) -> Option<&mut Counted> {
        let place = self.places.get_mut(profile)?;
        if *place == 0 {
            let verdict = self.verdicts.get(profile).copied()?;
            self.counted.push(Counted { profile, verdict, ..Counted::default() });
            *place = u32::try_from(self.counted.len()).ok()?;
        }
        self.counted.get_mut(at(*place).checked_sub(1)?)
    }

    fn has_met_record_of(&self, item: DocId) -> bool {
        let mut next = self.profiles.next(item);
        while next != item {
            if self.met.contains(next) {
                return true;
            }
            next = self.profiles.next(next);
        }
        false
    }

    #[inline]
    fn consider(&mut self, item: DocId, rank: Rank) {
        if !self.by_date && !self.wants(rank) {
            return;
        }
        let day = if self.by_date { self.profiles.day(item) } else { 0 };
        let candidate = Candidate {
            day,
            rank,
            record: self.profiles.record(item),
            language: self.profiles.language(item).map(crate::place),
            item,
        };
        if self.floor.is_some_and(|floor| candidate.order(&floor) == Ordering::Greater) {
            return;
        }
        self.best.push(candidate);
        if self.best.len() > self.enough.saturating_mul(2).max(64) {
            self.keep_enough();
        }
    }

    fn keep_enough(&mut self) {
        if let Some(last) = self.enough.checked_sub(1)
            && last < self.best.len()
        {
            let (_, floor, _) = self.best.select_nth_unstable_by(last, Candidate::order);
            self.floor = Some(*floor);
        }
        self.best.truncate(self.enough);
    }

    /// What was met, in order and counted.
    pub(crate) fn finish(mut self, query: &Query) -> Tallied {
        let passed = self.counted.iter().filter(|counted| counted.verdict == 0);
        let total = passed.map(|counted| at(counted.records)).sum();
        self.best.sort_unstable_by(Candidate::order);
        let mut known = BTreeSet::new();
        self.best.retain(|candidate| known.insert(candidate.record));
        let asked = self.best.iter().skip(query.first).take(query.count.min(HITS_MAX));
        let items = asked.map(|candidate| self.shown(candidate.item, query.language)).collect();
        Tallied {
            total,
            items,
            facets: self.profiles.count(&self.counted),
            has_matches: self.counted.iter().any(|counted| counted.items > 0),
        }
    }

    /// The item of the same record in the reader's language, if it was met too.
    fn shown(&self, item: DocId, reader: Language) -> DocId {
        let is_readers = |item: DocId| self.profiles.language(item) == Some(reader);
        let mut other = item;
        loop {
            if is_readers(other) && self.met.contains(other) {
                return other;
            }
            other = self.profiles.next(other);
            if other == item {
                return item;
            }
        }
    }
}
