//! Going through the items that match, window by window.
//!
//! Several lists of items are read side by side: each finds one or more of the words asked for,
//! exactly or not, and adds to an item's score. A window of items is a small table that stays near
//! the processor, and every list is read without a choice between kinds of list for each item. The
//! rarest of the words that must be found leads: where it is not, nothing else is read.

use tantivy::fieldnorm::FieldNormReader;
use tantivy::postings::{Postings, SegmentPostings};
use tantivy::query::{Bm25Weight, Scorer};
use tantivy::{DocId, DocSet, Score, TERMINATED};

use crate::profile::at;
use crate::tally::{Bits, Rank, Tally};

/// Items of a window.
const WINDOW: u32 = 2048;

/// A list is read through rather than searched where it has less than this many items for each
/// one that is looked for.
const READ_THROUGH: u64 = 8;

/// Items in which something is found.
pub(crate) struct Source {
    list: List,
    /// The words it finds, as bits; none where it only adds to the score.
    pub(crate) finds: u32,
    /// It finds them exactly as they were typed.
    is_exact: bool,
    /// About how many items it has.
    pub(crate) size: u64,
}

enum List {
    /// Items that hold a term, scored by how often.
    Scored { postings: Box<SegmentPostings>, norms: FieldNormReader, weight: Bm25Weight },
    /// A set of items, all scored alike.
    Set { items: Bits, next: DocId, score: Score },
    /// What the engine finds and scores.
    Engine { scorer: Box<dyn Scorer>, weight: Score },
    /// Items that were found and scored before, in order.
    Found { items: std::vec::IntoIter<(DocId, Score)>, weight: Score },
}

impl Source {
    /// Items that hold a term, scored by how often.
    pub(crate) fn scored(
        postings: SegmentPostings,
        norms: FieldNormReader,
        weight: Bm25Weight,
        finds: u32,
    ) -> Self {
        let size = u64::from(postings.size_hint());
        let postings = Box::new(postings);
        Self { list: List::Scored { postings, norms, weight }, finds, is_exact: false, size }
    }

    /// The same, where what it finds is what was typed.
    pub(crate) fn exactly(self) -> Self {
        Self { is_exact: true, ..self }
    }

    /// A set of items, all scored alike.
    pub(crate) fn set(items: Bits, score: Score, finds: u32) -> Self {
        let size = u64::from(items.count());
        let next = items.first_from(0).unwrap_or(TERMINATED);
        Self { list: List::Set { items, next, score }, finds, is_exact: false, size }
    }

    /// What the engine finds and scores.
    pub(crate) fn engine(
        scorer: Box<dyn Scorer>,
        weight: Score,
        finds: u32,
        is_exact: bool,
    ) -> Self {
        let size = u64::from(scorer.size_hint());
        Self { list: List::Engine { scorer, weight }, finds, is_exact, size }
    }

    /// Items that were found and scored before, in order.
    pub(crate) fn found(
        items: Vec<(DocId, Score)>,
        weight: Score,
        finds: u32,
        is_exact: bool,
    ) -> Self {
        let size = u64::try_from(items.len()).unwrap_or(u64::MAX);
        Self { list: List::Found { items: items.into_iter(), weight }, finds, is_exact, size }
    }

    fn doc(&self) -> DocId {
        match &self.list {
            List::Scored { postings, .. } => postings.doc(),
            List::Set { next, .. } => *next,
            List::Engine { scorer, .. } => scorer.doc(),
            List::Found { items, .. } => first(items),
        }
    }

    /// Goes to the first item that is not before this one.
    fn seek(&mut self, item: DocId) -> DocId {
        if self.doc() >= item {
            return self.doc();
        }
        match &mut self.list {
            List::Scored { postings, .. } => postings.seek(item),
            List::Set { items, next, .. } => {
                *next = items.first_from(item).unwrap_or(TERMINATED);
                *next
            }
            List::Engine { scorer, .. } => scorer.seek(item),
            List::Found { items, .. } => {
                let before = items.as_slice().partition_point(|(found, _)| *found < item);
                items.by_ref().take(before).for_each(drop);
                first(items)
            }
        }
    }

    fn score(&mut self) -> Score {
        match &mut self.list {
            List::Scored { postings, norms, weight } => {
                weight.score(norms.fieldnorm_id(postings.doc()), postings.term_freq())
            }
            List::Set { score, .. } => *score,
            List::Engine { scorer, weight } => scorer.score() * *weight,
            List::Found { items, weight } => {
                items.as_slice().first().map_or(0.0, |(_, score)| score * *weight)
            }
        }
    }

    /// Adds all its items of a window, or those that are in it already.
    fn read<const ADDS: bool>(&mut self, window: &mut Window) {
        self.seek(window.start);
        let end = window.start.saturating_add(WINDOW);
        let (finds, exact) = (self.finds, if self.is_exact { self.finds } else { 0 });
        match &mut self.list {
            List::Scored { postings, norms, weight } => {
                let mut item = postings.doc();
                while item < end {
                    if let Some(cell) = window.cell::<ADDS>(item) {
                        let norm = norms.fieldnorm_id(item);
                        cell.add(weight.score(norm, postings.term_freq()), finds, exact);
                    }
                    item = postings.advance();
                }
            }
            List::Set { items, next, score } => {
                while *next < end {
                    if let Some(cell) = window.cell::<ADDS>(*next) {
                        cell.add(*score, finds, exact);
                    }
                    *next = items.first_from(next.saturating_add(1)).unwrap_or(TERMINATED);
                }
            }
            List::Engine { scorer, weight } => {
                let mut item = scorer.doc();
                while item < end {
                    if let Some(cell) = window.cell::<ADDS>(item) {
                        cell.add(scorer.score() * *weight, finds, exact);
                    }
                    item = scorer.advance();
                }
            }
            List::Found { items, weight } => {
                while let Some((item, score)) = items.as_slice().first().copied()
                    && item < end
                {
                    if let Some(cell) = window.cell::<ADDS>(item) {
                        cell.add(score * *weight, finds, exact);
                    }
                    items.next();
                }
            }
        }
    }

    /// Adds those of its items that are in a window already, looking for each.
    fn look_up(&mut self, window: &mut Window) {
        let exact = if self.is_exact { self.finds } else { 0 };
        let Window { start, cells, marks } = window;
        marks.each(|offset| {
            let item = start.saturating_add(offset);
            if self.seek(item) == item {
                let score = self.score();
                if let Some(cell) = cells.get_mut(at(offset)) {
                    cell.add(score, self.finds, exact);
                }
            }
        });
    }
}

/// What is known of an item.
#[derive(Clone, Copy, Default)]
struct Cell {
    score: Score,
    found: u32,
    exact: u32,
}

impl Cell {
    #[inline]
    fn add(&mut self, score: Score, found: u32, exact: u32) {
        self.score += score;
        self.found |= found;
        self.exact |= exact;
    }
}

struct Window {
    start: DocId,
    cells: Vec<Cell>,
    marks: Bits,
}

impl Window {
    fn new() -> Self {
        Self { start: 0, cells: vec![Cell::default(); at(WINDOW)], marks: Bits::new(at(WINDOW)) }
    }

    /// The cell of an item; with `ADDS` it is in the window from here on, else it must be there.
    #[inline]
    fn cell<const ADDS: bool>(&mut self, item: DocId) -> Option<&mut Cell> {
        let offset = item.wrapping_sub(self.start);
        if ADDS {
            self.marks.insert(offset);
        } else if !self.marks.contains(offset) {
            return None;
        }
        self.cells.get_mut(at(offset))
    }
}

/// Items that have a word exactly. Its stem finds them, so this is asked only where it may change
/// what is shown.
pub(crate) struct Exact {
    postings: SegmentPostings,
    /// The words, as bits.
    words: u32,
}

impl Exact {
    /// Items that hold a term.
    pub(crate) const fn new(postings: SegmentPostings, words: u32) -> Self {
        Self { postings, words }
    }

    /// The words that an item has exactly, as bits.
    fn of(&mut self, item: DocId) -> u32 {
        let is_there = self.postings.doc() == item
            || (self.postings.doc() < item && self.postings.seek(item) == item);
        if is_there { self.words } else { 0 }
    }
}

/// What an item must have.
pub(crate) struct Demand {
    /// The words, as bits.
    pub(crate) words: u32,
    /// All of them, not any.
    pub(crate) all: bool,
    /// Finds words exactly, for the order only.
    pub(crate) exact: Vec<Exact>,
    /// Finds the words side by side, for the order only.
    pub(crate) neighbours: Vec<Box<dyn Scorer>>,
    /// One past the last item.
    pub(crate) end: DocId,
}

impl Demand {
    /// How well an item answers: words found exactly count first, then whether they stand side by
    /// side. Looked up only where an item that has all of it would be shown.
    fn rank(&mut self, item: DocId, score: Score, exact: u32, tally: &Tally<'_>) -> Rank {
        let rank = |exact: u32, together: bool| Rank {
            tier: exact.count_ones() << 1 | u32::from(together),
            score,
        };
        let may_be_together = !self.neighbours.is_empty();
        if !tally.wants(rank(exact | self.words, may_be_together)) {
            return rank(exact, false);
        }
        let exact = self.exact.iter_mut().fold(exact, |exact, list| exact | list.of(item));
        let is_together = may_be_together
            && tally.wants(rank(exact, true))
            && self.neighbours.iter_mut().any(|scorer| seek(scorer.as_mut(), item) == item);
        rank(exact, is_together)
    }
}

/// Meets every item that has what is demanded.
pub(crate) fn sweep(sources: Vec<Source>, mut demand: Demand, tally: &mut Tally<'_>) {
    let lead = if demand.all { rarest(&sources, demand.words) } else { demand.words };
    let (mut leaders, mut followers): (Vec<Source>, Vec<Source>) =
        sources.into_iter().partition(|source| source.finds & lead != 0);
    let mut window = Window::new();
    while let Some(start) = leaders.iter().map(Source::doc).min() {
        if start >= demand.end {
            break;
        }
        window.start = start;
        for leader in &mut leaders {
            leader.read::<true>(&mut window);
        }
        let wanted = u64::from(window.marks.count());
        for follower in &mut followers {
            // Its items of a window, if they lie evenly.
            let here = follower.size.saturating_mul(u64::from(WINDOW)) / u64::from(demand.end);
            let is_engine = matches!(follower.list, List::Engine { .. });
            if !is_engine && here < wanted.saturating_mul(READ_THROUGH) {
                follower.read::<false>(&mut window);
            } else {
                follower.look_up(&mut window);
            }
        }
        emit(&mut window, &mut demand, tally);
    }
}

/// The word that fewest items have.
fn rarest(sources: &[Source], words: u32) -> u32 {
    let size = |bit: &u32| -> u64 {
        sources.iter().filter(|source| source.finds & bit != 0).map(|source| source.size).sum()
    };
    let bits = (0..u32::BITS).map(|place| 1 << place).filter(|bit| words & bit != 0);
    bits.min_by_key(size).unwrap_or(0)
}

fn emit(window: &mut Window, demand: &mut Demand, tally: &mut Tally<'_>) {
    let Window { start, cells, marks } = window;
    let start = *start;
    marks.each(|offset| {
        let Some(cell) = cells.get_mut(at(offset)) else { return };
        let Cell { score, found, exact } = std::mem::take(cell);
        let has_it = if demand.all {
            found & demand.words == demand.words
        } else {
            found & demand.words != 0
        };
        if !has_it {
            return;
        }
        let item = start.saturating_add(offset);
        let rank = demand.rank(item, score, exact, tally);
        tally.meet(item, rank);
    });
    marks.clear();
}

fn first(items: &std::vec::IntoIter<(DocId, Score)>) -> DocId {
    items.as_slice().first().map_or(TERMINATED, |(item, _)| *item)
}

fn seek(scorer: &mut dyn Scorer, item: DocId) -> DocId {
    if scorer.doc() < item { scorer.seek(item) } else { scorer.doc() }
}
