//! The index: made at once from all items, then only read.
//!
//! It has one segment, so that the place of a record among all records is one number: that number
//! finds the items of one record and settles what comes first between equals.

use std::cmp::{Ordering, Reverse};
use std::path::{Path, PathBuf};

use tantivy::collector::{Collector, SegmentCollector};
use tantivy::columnar::{Column, StrColumn};
use tantivy::indexer::NoMergePolicy;
use tantivy::query::{BooleanQuery, ConstScoreQuery, Occur, TermQuery};
use tantivy::schema::{
    FAST, Field, IndexRecordOption, STORED, STRING, Schema, TextFieldIndexing, TextOptions, Value,
};
use tantivy::tokenizer::TokenizerManager;
use tantivy::{
    DocAddress, DocId, IndexWriter, ReloadPolicy, Score, Searcher, SegmentOrdinal, SegmentReader,
    TantivyDocument, TantivyError, Term,
};

use crate::folder::Folder;
use crate::query::{Breadth, Fields, Wanted};
use crate::snippet::{Marks, snippet};
use crate::{Found, HITS_MAX, Hit, Item, Language, Query, SearchError, TEXT_BYTES_MAX, analysis};

/// Memory for making an index, before what is there is written out.
const MAKING_BYTES: usize = 64 * 1024 * 1024;

/// The cut into exact forms, by name.
const EXACT: &str = "exact";

/// The cuts into stems, by name, in the order of [`Language::ALL`].
const STEMS: [&str; 3] = ["stem_en", "stem_fr", "stem_es"];

/// An index that can be asked. Stays as it was opened: one made later in the same folder is seen
/// by opening again.
pub struct Index {
    folder: PathBuf,
    searcher: Searcher,
    layout: Layout,
}

impl Index {
    /// Makes an index of all items in the place of the one in the folder, if any, and opens it.
    ///
    /// All or nothing: after an error or a crash the index that was there is still there.
    pub fn create(
        folder: &Path,
        items: impl IntoIterator<Item = Item>,
    ) -> Result<Self, SearchError> {
        let place = Folder::new(folder)?;
        place.replace(|fresh| {
            make(fresh, items, MAKING_BYTES).map_err(|source| failed(folder, source))
        })?;
        Self::open(folder)
    }

    /// Opens the index in a folder, after putting right what a crash left beside it.
    ///
    /// Reads it once from end to end to see that it is whole.
    pub fn open(folder: &Path) -> Result<Self, SearchError> {
        let place = Folder::new(folder)?;
        place.tidy()?;
        place.check_version()?;
        let damaged = |reason: String| SearchError::Damaged { folder: folder.to_owned(), reason };
        let searcher = open_searcher(folder).map_err(|error| damaged(error.to_string()))?;
        if searcher.segment_readers().len() > 1 {
            return Err(damaged("it is in several parts".to_owned()));
        }
        let layout = Layout::new();
        if searcher.schema() != &layout.schema {
            return Err(damaged("it has other fields".to_owned()));
        }
        Ok(Self { folder: folder.to_owned(), searcher, layout })
    }

    /// Answers a query. Whatever was typed, there is an answer.
    pub fn find(&self, query: &Query) -> Result<Found, SearchError> {
        let wanted = Wanted::parse(&query.words, query.language);
        if wanted.parts.is_empty() {
            return Ok(Found::default());
        }
        self.answer(query, &wanted).map_err(|source| failed(&self.folder, source))
    }

    fn answer(&self, query: &Query, wanted: &Wanted) -> tantivy::Result<Found> {
        let mut ranked = self.rank(query, wanted, Breadth::All)?;
        let mut widened = false;
        if ranked.kinds.is_empty() && wanted.parts.len() > 1 {
            ranked = self.rank(query, wanted, Breadth::Any)?;
            widened = !ranked.kinds.is_empty();
        }
        let hits: tantivy::Result<Vec<Hit>> =
            ranked.items.iter().map(|item| self.hit(*item, wanted)).collect();
        Ok(Found { total: ranked.total, widened, hits: hits?, kinds: ranked.kinds })
    }

    fn rank(&self, query: &Query, wanted: &Wanted, breadth: Breadth) -> tantivy::Result<Ranked> {
        let mut question = wanted.question(&self.layout.languages, breadth);
        if let Some(partnership) = &query.partnership {
            let term = Term::from_field_text(self.layout.partnership, partnership);
            let filter = TermQuery::new(term, IndexRecordOption::Basic);
            let filter = ConstScoreQuery::new(Box::new(filter), 0.0);
            question = Box::new(BooleanQuery::new(vec![
                (Occur::Must, question),
                (Occur::Must, Box::new(filter)),
            ]));
        }
        let ranking = Ranking {
            reader: code(query.language),
            kind: query.kind.clone(),
            first: query.first,
            count: query.count.min(HITS_MAX),
        };
        self.searcher.search(&question, &ranking)
    }

    fn hit(&self, item: DocId, wanted: &Wanted) -> tantivy::Result<Hit> {
        let document: TantivyDocument = self.searcher.doc(DocAddress::new(0, item))?;
        let stored = |field: Field| {
            document.get_first(field).and_then(|value| value.as_str()).map(str::to_owned)
        };
        let language = document.get_first(self.layout.language).and_then(|value| value.as_u64());
        let language = language
            .and_then(|code| usize::try_from(code).ok())
            .and_then(|index| Language::ALL.get(index).copied())
            .ok_or_else(|| TantivyError::InternalError("an item has no language".to_owned()))?;
        let text = stored(self.layout.text).unwrap_or_default();
        Ok(Hit {
            record: stored(self.layout.record).unwrap_or_default(),
            kind: stored(self.layout.kind).unwrap_or_default(),
            language,
            title: stored(self.layout.title).unwrap_or_default(),
            address: stored(self.layout.address).unwrap_or_default(),
            date: stored(self.layout.date),
            standing: stored(self.layout.standing).unwrap_or_default(),
            snippet: snippet(&text, &Marks::new(wanted, language)),
        })
    }
}

fn failed(folder: &Path, source: TantivyError) -> SearchError {
    SearchError::Engine { folder: folder.to_owned(), source: Box::new(source) }
}

/// The fields of an index.
struct Layout {
    schema: Schema,
    record: Field,
    kind: Field,
    language: Field,
    /// When an item came in, to settle what comes first between items of one record.
    arrival: Field,
    partnership: Field,
    title: Field,
    text: Field,
    address: Field,
    date: Field,
    standing: Field,
    /// In the order of [`Language::ALL`].
    languages: [Fields; 3],
}

impl Layout {
    fn new() -> Self {
        let mut schema = Schema::builder();
        let searched = |cut: &str, depth: IndexRecordOption| {
            TextOptions::default().set_indexing_options(
                TextFieldIndexing::default().set_tokenizer(cut).set_index_option(depth),
            )
        };
        let languages = STEMS.map(|cut| {
            let exact = searched(EXACT, IndexRecordOption::WithFreqsAndPositions);
            let stem = searched(cut, IndexRecordOption::WithFreqs);
            Fields {
                title_exact: schema.add_text_field(&format!("title_exact_{cut}"), exact.clone()),
                text_exact: schema.add_text_field(&format!("text_exact_{cut}"), exact),
                title_stem: schema.add_text_field(&format!("title_{cut}"), stem.clone()),
                text_stem: schema.add_text_field(&format!("text_{cut}"), stem),
            }
        });
        let record = schema.add_text_field("record", FAST | STORED);
        let kind = schema.add_text_field("kind", FAST | STORED);
        let language = schema.add_u64_field("language", FAST | STORED);
        let arrival = schema.add_u64_field("arrival", FAST);
        let partnership = schema.add_text_field("partnership", STRING);
        let title = schema.add_text_field("title", STORED);
        let text = schema.add_text_field("text", STORED);
        let address = schema.add_text_field("address", STORED);
        let date = schema.add_text_field("date", STORED);
        let standing = schema.add_text_field("standing", STORED);
        Self {
            schema: schema.build(),
            record,
            kind,
            language,
            arrival,
            partnership,
            title,
            text,
            address,
            date,
            standing,
            languages,
        }
    }

    fn document(&self, item: &Item, arrival: u64) -> TantivyDocument {
        let mut document = TantivyDocument::default();
        let title = cut(&item.title, TEXT_BYTES_MAX);
        let text = cut(&item.text, TEXT_BYTES_MAX);
        for (language, fields) in Language::ALL.into_iter().zip(&self.languages) {
            if language == item.language {
                document.add_text(fields.title_exact, title);
                document.add_text(fields.text_exact, text);
                document.add_text(fields.title_stem, title);
                document.add_text(fields.text_stem, text);
            }
        }
        document.add_text(self.record, &item.record);
        document.add_text(self.kind, &item.kind);
        document.add_u64(self.language, code(item.language));
        document.add_u64(self.arrival, arrival);
        document.add_text(self.partnership, &item.partnership);
        document.add_text(self.title, title);
        document.add_text(self.text, text);
        document.add_text(self.address, &item.address);
        if let Some(date) = &item.date {
            document.add_text(self.date, date);
        }
        document.add_text(self.standing, &item.standing);
        document
    }
}

/// The number of a language in the index: its place in [`Language::ALL`].
fn code(language: Language) -> u64 {
    u64::try_from(crate::place(language)).unwrap_or(u64::MAX)
}

/// The beginning of a text, of so many bytes at most.
fn cut(text: &str, bytes_max: usize) -> &str {
    text.get(..text.floor_char_boundary(bytes_max)).unwrap_or(text)
}

fn cuts() -> TokenizerManager {
    let cuts = TokenizerManager::default();
    cuts.register(EXACT, analysis::exact_analyzer());
    for (language, name) in Language::ALL.into_iter().zip(STEMS) {
        cuts.register(name, analysis::stem_analyzer(language));
    }
    cuts
}

/// Writes an index of all items into an empty folder.
fn make(
    folder: &Path,
    items: impl IntoIterator<Item = Item>,
    memory_bytes: usize,
) -> tantivy::Result<()> {
    let layout = Layout::new();
    let mut index = tantivy::Index::create_in_dir(folder, layout.schema.clone())?;
    index.set_tokenizers(cuts());
    // One thread: the same items give the same index.
    let mut writer: IndexWriter = index.writer_with_num_threads(1, memory_bytes)?;
    writer.set_merge_policy(Box::new(NoMergePolicy));
    for (arrival, item) in (0..).zip(items) {
        writer.add_document(layout.document(&item, arrival))?;
    }
    writer.commit()?;
    let segments = index.searchable_segment_ids()?;
    if segments.len() > 1 {
        writer.merge(&segments).wait()?;
        writer.garbage_collect_files().wait()?;
    }
    writer.wait_merging_threads()
}

fn open_searcher(folder: &Path) -> tantivy::Result<Searcher> {
    let mut index = tantivy::Index::open_in_dir(folder)?;
    index.set_tokenizers(cuts());
    let mut damaged: Vec<PathBuf> = index.validate_checksum()?.into_iter().collect();
    damaged.sort_unstable();
    if let Some(file) = damaged.first() {
        let reason = format!("{} has changed", file.display());
        return Err(TantivyError::InternalError(reason));
    }
    let reader = index.reader_builder().reload_policy(ReloadPolicy::Manual).try_into()?;
    Ok(reader.searcher())
}

/// Puts the records that match in order and counts them.
struct Ranking {
    reader: u64,
    kind: Option<String>,
    first: usize,
    count: usize,
}

/// The records that match.
#[derive(Default)]
struct Ranked {
    total: usize,
    items: Vec<DocId>,
    kinds: Vec<(String, usize)>,
}

impl Collector for Ranking {
    type Fruit = Ranked;
    type Child = Matches;

    fn for_segment(&self, _: SegmentOrdinal, segment: &SegmentReader) -> tantivy::Result<Matches> {
        let columns = segment.fast_fields();
        let missing = |name: &str| TantivyError::SchemaError(format!("no column {name}"));
        let records = columns.str("record")?.ok_or_else(|| missing("record"))?;
        let kinds = columns.str("kind")?.ok_or_else(|| missing("kind"))?;
        let kind = match &self.kind {
            None => Wish::Any,
            Some(kind) => kinds.dictionary().term_ord(kind)?.map_or(Wish::Unheard, Wish::Only),
        };
        Ok(Matches {
            slots: vec![0; records.num_terms()],
            kind_names: names(&kinds)?,
            records: records.ords().clone(),
            kinds: kinds.ords().clone(),
            languages: columns.u64("language")?,
            arrivals: columns.u64("arrival")?,
            reader: self.reader,
            kind,
            range: (self.first, self.count),
            matches: Vec::new(),
        })
    }

    fn requires_scoring(&self) -> bool {
        true
    }

    fn merge_fruits(&self, segments: Vec<Ranked>) -> tantivy::Result<Ranked> {
        // `open` saw that there is one segment, or none where there are no items.
        Ok(segments.into_iter().next().unwrap_or_default())
    }
}

fn names(column: &StrColumn) -> tantivy::Result<Vec<String>> {
    let mut names = Vec::new();
    for (_, place) in (0..column.num_terms()).zip(0..) {
        let mut name = String::new();
        column.ord_to_str(place, &mut name)?;
        names.push(name);
    }
    Ok(names)
}

/// Which kinds are asked for.
#[derive(Clone, Copy)]
enum Wish {
    Any,
    Only(u64),
    /// One that no record has.
    Unheard,
}

impl Wish {
    fn admits(self, kind: u64) -> bool {
        match self {
            Wish::Any => true,
            Wish::Only(wanted) => wanted == kind,
            Wish::Unheard => false,
        }
    }
}

/// The records of a segment that match.
struct Matches {
    records: Column<u64>,
    kinds: Column<u64>,
    kind_names: Vec<String>,
    languages: Column<u64>,
    arrivals: Column<u64>,
    reader: u64,
    kind: Wish,
    range: (usize, usize),
    /// For each record, its place in `matches` and one; zero where it has not been met.
    slots: Vec<usize>,
    matches: Vec<Match>,
}

/// A record that matches, with the best of its items.
struct Match {
    record: u64,
    kind: u64,
    /// The score of its best item, which need not be the one that is shown.
    score: Score,
    shown: Shown,
}

/// The item that stands for a record.
struct Shown {
    in_readers_language: bool,
    score: Score,
    arrival: u64,
    item: DocId,
}

impl Shown {
    fn is_better_than(&self, other: &Shown) -> bool {
        self.in_readers_language
            .cmp(&other.in_readers_language)
            .then(self.score.total_cmp(&other.score))
            .then(Reverse(self.arrival).cmp(&Reverse(other.arrival)))
            == Ordering::Greater
    }
}

impl SegmentCollector for Matches {
    type Fruit = Ranked;

    fn collect(&mut self, item: DocId, score: Score) {
        // Every item was written with all four.
        let record = self.records.first(item).unwrap_or_default();
        let kind = self.kinds.first(item).unwrap_or_default();
        let shown = Shown {
            in_readers_language: self.languages.first(item) == Some(self.reader),
            score,
            arrival: self.arrivals.first(item).unwrap_or_default(),
            item,
        };
        let slot = usize::try_from(record).ok().and_then(|record| self.slots.get_mut(record));
        let Some(slot) = slot else { return };
        let met = slot.checked_sub(1).and_then(|place| self.matches.get_mut(place));
        let Some(met) = met else {
            self.matches.push(Match { record, kind, score, shown });
            *slot = self.matches.len();
            return;
        };
        met.score = met.score.max(score);
        if shown.is_better_than(&met.shown) {
            met.kind = kind;
            met.shown = shown;
        }
    }

    fn harvest(self) -> Ranked {
        let mut counts = vec![0_usize; self.kind_names.len()];
        for found in &self.matches {
            let kind = usize::try_from(found.kind).ok();
            if let Some(count) = kind.and_then(|kind| counts.get_mut(kind)) {
                *count = count.saturating_add(1);
            }
        }
        let mut kinds: Vec<(String, usize)> =
            self.kind_names.into_iter().zip(counts).filter(|(_, count)| *count > 0).collect();
        // The names came in order, and stay so among equals.
        kinds.sort_by_key(|(_, count)| Reverse(*count));

        let mut matches = self.matches;
        matches.retain(|found| self.kind.admits(found.kind));
        let total = matches.len();
        let order =
            |a: &Match, b: &Match| b.score.total_cmp(&a.score).then(a.record.cmp(&b.record));
        let (first, count) = self.range;
        let last = first.saturating_add(count);
        if last < total {
            matches.select_nth_unstable_by(last, order);
            matches.truncate(last);
        }
        matches.sort_unstable_by(order);
        let items = matches.iter().skip(first).map(|found| found.shown.item).collect();
        Ranked { total, items, kinds }
    }
}

#[cfg(test)]
mod tests;
