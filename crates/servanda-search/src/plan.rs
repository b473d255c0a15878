//! What the index is asked for a query: the lists of items that are read for each language.

use std::collections::BTreeMap;
use std::ops::Range;

use tantivy::postings::TermInfo;
use tantivy::query::{Bm25Weight, EnableScoring, FuzzyTermQuery, PhraseQuery, Query as _, Scorer};
use tantivy::schema::{Field, IndexRecordOption};
use tantivy::{DocId, DocSet as _, Score, Searcher, SegmentReader, TERMINATED, TantivyError, Term};

use crate::Language;
use crate::glossary::Widening;
use crate::query::{Numbered, Part, Sought, Wanted};
use crate::sweep::{Demand, Exact, Source, sweep};
use crate::tally::{Bits, Tally};

/// How much more a word in the title says than one in the text.
const TITLE: Score = 3.0;

/// How much more an item in the reader's language says.
const OWN_LANGUAGE: Score = 1.25;

/// What a word found as the beginning of another adds; less than any word found whole.
const PREFIX: Score = 0.2;

/// How much less a term of the glossary says than the words that were typed.
const GLOSSARY: Score = 0.4;

/// A word that this many items have is not also taken for the beginning of others: whoever typed
/// it has more to read than they can.
const PREFIX_ITEMS_MAX: u64 = 10_000;

/// Words that one beginning is taken for, at most; the first in the order of letters.
const PREFIX_WORDS_MAX: usize = 1_000;

/// Close spellings of one word that are looked for, at most; the most frequent.
pub(crate) const CLOSE_WORDS_MAX: usize = 8;

/// A phrase whose rarest word more items have than this is looked for on two cores.
const PHRASE_ALONE_ITEMS_MAX: u32 = 50_000;

/// Letters from which a word may have one mistake, and two.
const MISTAKES: [(usize, u8); 2] = [(4, 1), (8, 2)];

/// The fields of one language.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Fields {
    pub(crate) title_exact: Field,
    pub(crate) text_exact: Field,
    pub(crate) title_stem: Field,
    pub(crate) text_stem: Field,
}

/// A query that is being answered.
pub(crate) struct Plan<'a> {
    pub(crate) searcher: &'a Searcher,
    pub(crate) segment: &'a SegmentReader,
    /// In the order of [`Language::ALL`].
    pub(crate) fields: &'a [Fields; 3],
    pub(crate) wanted: &'a Wanted,
    pub(crate) widenings: &'a [Widening],
    /// Close spellings, by the word they stand for.
    pub(crate) close: BTreeMap<String, Vec<Sought>>,
}

impl Plan<'_> {
    /// Meets every item that has all words that say something, or any of them.
    pub(crate) fn run(&self, all: bool, tally: &mut Tally<'_>) -> tantivy::Result<()> {
        let is_prefix = self.may_be_unfinished()?;
        for language in Language::ALL {
            let place = crate::place(language);
            let mut asked =
                Asked { plan: self, place, sources: Vec::new(), exact: Vec::new(), is_prefix };
            let telling = self.wanted.telling(place);
            let mut words = 0;
            for numbered in self.wanted.numbered() {
                if telling.contains(&numbered.part) {
                    words |= numbered.bits;
                    asked.part(&numbered)?;
                } else if all {
                    asked.frequent(&numbered)?;
                }
            }
            for widening in self.widenings {
                asked.widen(widening, language)?;
            }
            let neighbours = if all { asked.neighbours()? } else { Vec::new() };
            let exact = std::mem::take(&mut asked.exact);
            let demand = Demand { words, all, exact, neighbours, end: self.segment.max_doc() };
            sweep(asked.sources, demand, tally);
        }
        Ok(())
    }

    /// Whether the last word is to be taken for the beginning of others.
    fn may_be_unfinished(&self) -> tantivy::Result<bool> {
        let words = self.wanted.loose_words();
        let Some((_, last)) = words.last().filter(|(_, word)| word.is_prefix) else {
            return Ok(false);
        };
        Ok(self.count(last)? < PREFIX_ITEMS_MAX)
    }

    /// In how many items a word is found, about: in some more than once.
    fn count(&self, word: &Sought) -> tantivy::Result<u64> {
        let mut count = 0_u64;
        for (place, fields) in self.fields.iter().enumerate() {
            for (field, text) in [
                (fields.title_exact, word.exact.as_str()),
                (fields.text_exact, &word.exact),
                (fields.title_stem, word.stem(place)),
                (fields.text_stem, word.stem(place)),
            ] {
                let found = self.term_info(field, text)?;
                count = count.saturating_add(found.map_or(0, |it| u64::from(it.doc_freq)));
            }
        }
        Ok(count)
    }

    fn term_info(&self, field: Field, text: &str) -> tantivy::Result<Option<TermInfo>> {
        let index = self.segment.inverted_index(field)?;
        Ok(index.get_term_info(&Term::from_field_text(field, text))?)
    }

    /// Close spellings of the words that are found nowhere.
    pub(crate) fn close_spellings(&self) -> tantivy::Result<BTreeMap<String, Vec<Sought>>> {
        let mut close = BTreeMap::new();
        for (_, word) in self.wanted.loose_words() {
            if self.count(word)? > 0 || (word.is_prefix && self.is_a_beginning(&word.exact)?) {
                continue;
            }
            let letters = word.exact.chars().count();
            for (letters_min, mistakes) in MISTAKES {
                if letters < letters_min || close.contains_key(&word.exact) {
                    continue;
                }
                let found = self.within(&word.exact, mistakes)?;
                if !found.is_empty() {
                    close.insert(word.exact.clone(), found);
                }
            }
        }
        Ok(close)
    }

    fn is_a_beginning(&self, beginning: &str) -> tantivy::Result<bool> {
        for fields in self.fields {
            for field in [fields.title_exact, fields.text_exact] {
                let index = self.segment.inverted_index(field)?;
                let mut words = index.terms().range().ge(beginning).into_stream()?;
                if words.advance() && words.key().starts_with(beginning.as_bytes()) {
                    return Ok(true);
                }
            }
        }
        Ok(false)
    }

    /// The words of the index within so many mistakes, the most frequent first.
    fn within(&self, word: &str, mistakes: u8) -> tantivy::Result<Vec<Sought>> {
        let mut found: BTreeMap<String, u32> = BTreeMap::new();
        for fields in self.fields {
            for field in [fields.title_exact, fields.text_exact] {
                let term = Term::from_field_text(field, word);
                let automaton = FuzzyTermQuery::new(term, mistakes, true).automaton()?;
                let index = self.segment.inverted_index(field)?;
                let mut words = index.terms().search(automaton).into_stream()?;
                while words.advance() {
                    let Ok(word) = std::str::from_utf8(words.key()) else { continue };
                    let count = found.entry(word.to_owned()).or_default();
                    *count = count.saturating_add(words.value().doc_freq);
                }
            }
        }
        let mut found: Vec<(String, u32)> = found.into_iter().collect();
        found.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
        Ok(found.iter().take(CLOSE_WORDS_MAX).map(|(word, _)| Sought::whole(word)).collect())
    }

    /// Whether a phrase has only words that very many items have.
    fn is_long(&self, field: Field, words: &[String]) -> tantivy::Result<bool> {
        let mut least = u32::MAX;
        for word in words {
            least = least.min(self.term_info(field, word)?.map_or(0, |it| it.doc_freq));
        }
        Ok(least > PHRASE_ALONE_ITEMS_MAX)
    }

    /// Where a phrase of very frequent words stands, looked for in both halves of the items at once:
    /// reading where each word stands takes longer than all else.
    pub(crate) fn in_halves(
        &self,
        field: Field,
        words: &[String],
    ) -> tantivy::Result<Vec<(DocId, Score)>> {
        let end = self.segment.max_doc();
        let half = |items: Range<DocId>| {
            let mut found = Vec::new();
            if let Some(mut scorer) = self.together(field, words, true)? {
                let mut item = if scorer.doc() < items.start {
                    scorer.seek(items.start)
                } else {
                    scorer.doc()
                };
                while item < items.end {
                    found.push((item, scorer.score()));
                    item = scorer.advance();
                }
            }
            tantivy::Result::Ok(found)
        };
        std::thread::scope(|threads| {
            let second = threads.spawn(|| half(end / 2..end));
            let mut found = half(0..end / 2)?;
            let second = second.join().unwrap_or_else(|_panic| {
                Err(TantivyError::InternalError("half of a phrase was not looked for".to_owned()))
            });
            found.append(&mut second?);
            Ok(found)
        })
    }

    /// Finds terms that stand together in a field; none where one of them is not there at all.
    pub(crate) fn together(
        &self,
        field: Field,
        terms: &[String],
        is_scored: bool,
    ) -> tantivy::Result<Option<Box<dyn Scorer>>> {
        for term in terms {
            if self.term_info(field, term)?.is_none() {
                return Ok(None);
            }
        }
        if terms.len() < 2 {
            return Ok(None);
        }
        let phrase =
            PhraseQuery::new(terms.iter().map(|it| Term::from_field_text(field, it)).collect());
        let scoring = if is_scored {
            EnableScoring::enabled_from_searcher(self.searcher)
        } else {
            EnableScoring::disabled_from_searcher(self.searcher)
        };
        let scorer = phrase.weight(scoring)?.scorer(self.segment, 1.0)?;
        Ok((scorer.doc() != TERMINATED).then_some(scorer))
    }
}

/// The lists of one language.
struct Asked<'a> {
    plan: &'a Plan<'a>,
    /// Which of [`Language::ALL`].
    place: usize,
    sources: Vec<Source>,
    /// Which items have a word exactly: for the order only.
    exact: Vec<Exact>,
    is_prefix: bool,
}

impl Asked<'_> {
    fn fields(&self) -> Fields {
        let [english, french, spanish] = self.plan.fields;
        match self.place {
            0 => *english,
            1 => *french,
            _ => *spanish,
        }
    }

    fn own(&self) -> Score {
        if self.plan.wanted.is_readers(self.place) { OWN_LANGUAGE } else { 1.0 }
    }

    fn part(&mut self, numbered: &Numbered<'_>) -> tantivy::Result<()> {
        let Numbered { part, bit, bits } = numbered;
        match part {
            Part::Single(word) => self.word(word, *bits),
            Part::Pair { first, second, joined } => {
                self.word(first, *bit)?;
                self.word(second, bits & !bit)?;
                self.word(joined, *bits)
            }
            Part::Phrase(words) => self.phrase(words, *bits),
        }
    }

    /// A word however it is found; exactly is best.
    fn word(&mut self, word: &Sought, finds: u32) -> tantivy::Result<()> {
        self.inflected(word, finds)?;
        let Fields { title_exact, text_exact, .. } = self.fields();
        for field in [title_exact, text_exact] {
            if let Some(found) = self.plan.term_info(field, &word.exact)? {
                let index = self.plan.segment.inverted_index(field)?;
                let postings =
                    index.read_postings_from_terminfo(&found, IndexRecordOption::Basic)?;
                self.exact.push(Exact::new(postings, finds));
            }
        }
        if word.is_prefix && self.is_prefix {
            self.beginning(&word.exact, finds)?;
        }
        for close in self.plan.close.get(&word.exact).into_iter().flatten() {
            self.inflected(close, finds)?;
        }
        Ok(())
    }

    /// A frequent word: counts a little where it is found.
    fn frequent(&mut self, numbered: &Numbered<'_>) -> tantivy::Result<()> {
        match numbered.part {
            Part::Single(word) => self.inflected(word, 0),
            Part::Pair { .. } | Part::Phrase(_) => Ok(()),
        }
    }

    fn inflected(&mut self, word: &Sought, finds: u32) -> tantivy::Result<()> {
        let Fields { title_stem, text_stem, .. } = self.fields();
        let stem = word.stem(self.place);
        self.scored(title_stem, stem, TITLE * self.own(), finds)?;
        self.scored(text_stem, stem, self.own(), finds)
    }

    fn scored(
        &mut self,
        field: Field,
        text: &str,
        weight: Score,
        finds: u32,
    ) -> tantivy::Result<()> {
        let source = self.term(field, text, weight, finds)?;
        self.sources.extend(source);
        Ok(())
    }

    fn term(
        &self,
        field: Field,
        text: &str,
        weight: Score,
        finds: u32,
    ) -> tantivy::Result<Option<Source>> {
        let Some(found) = self.plan.term_info(field, text)? else { return Ok(None) };
        let index = self.plan.segment.inverted_index(field)?;
        let depth = IndexRecordOption::WithFreqs;
        let postings = index.read_postings_from_terminfo(&found, depth)?;
        let norms = self.plan.segment.get_fieldnorms_reader(field)?;
        let term = Term::from_field_text(field, text);
        let bm25 = Bm25Weight::for_terms(self.plan.searcher, &[term])?.boost_by(weight);
        Ok(Some(Source::scored(postings, norms, bm25, finds)))
    }

    /// All words that begin so.
    fn beginning(&mut self, beginning: &str, finds: u32) -> tantivy::Result<()> {
        let Fields { title_exact, text_exact, .. } = self.fields();
        for (field, weight) in [(title_exact, PREFIX * TITLE), (text_exact, PREFIX)] {
            let index = self.plan.segment.inverted_index(field)?;
            let mut words = index.terms().range().ge(beginning).into_stream()?;
            let mut items: Option<Bits> = None;
            let mut left = PREFIX_WORDS_MAX;
            while left > 0 && words.advance() && words.key().starts_with(beginning.as_bytes()) {
                left = left.saturating_sub(1);
                let mut postings =
                    index.read_postings_from_terminfo(words.value(), IndexRecordOption::Basic)?;
                let end = crate::profile::at(self.plan.segment.max_doc());
                let items = items.get_or_insert_with(|| Bits::new(end));
                let mut item = postings.doc();
                while item != TERMINATED {
                    items.insert(item);
                    item = postings.advance();
                }
            }
            if let Some(items) = items {
                self.sources.push(Source::set(items, weight, finds));
            }
        }
        Ok(())
    }

    /// Words that stand together exactly so.
    fn phrase(&mut self, words: &[String], finds: u32) -> tantivy::Result<()> {
        let Fields { title_exact, text_exact, .. } = self.fields();
        for (field, weight) in [(title_exact, TITLE), (text_exact, 1.0)] {
            let weight = weight * self.own();
            if let [word] = words {
                let source = self.term(field, word, weight, finds)?;
                self.sources.extend(source.map(Source::exactly));
            } else if self.plan.is_long(field, words)? {
                let items = self.plan.in_halves(field, words)?;
                self.sources.push(Source::found(items, weight, finds, true));
            } else if let Some(scorer) = self.plan.together(field, words, true)? {
                self.sources.push(Source::engine(scorer, weight, finds, true));
            }
        }
        Ok(())
    }

    fn widen(&mut self, widening: &Widening, language: Language) -> tantivy::Result<()> {
        let Fields { title_stem, text_stem, .. } = self.fields();
        for term in widening.concept.terms(language) {
            for (field, weight) in [(title_stem, TITLE), (text_stem, 1.0)] {
                let weight = weight * self.own() * GLOSSARY;
                if let [stem] = term.stems.as_slice() {
                    self.scored(field, stem, weight, widening.finds)?;
                } else if let Some(scorer) = self.plan.together(field, &term.stems, true)? {
                    self.sources.push(Source::engine(scorer, weight, widening.finds, false));
                }
            }
        }
        Ok(())
    }

    /// Finds the loose words as they were typed, side by side.
    fn neighbours(&self) -> tantivy::Result<Vec<Box<dyn Scorer>>> {
        let words = self.plan.wanted.neighbours();
        let Fields { title_exact, text_exact, .. } = self.fields();
        let mut neighbours = Vec::new();
        if !words.is_empty() {
            for field in [title_exact, text_exact] {
                neighbours.extend(self.plan.together(field, &words, false)?);
            }
        }
        Ok(neighbours)
    }
}
