//! The index: made at once from all items, then only read.
//!
//! It has one segment, so that the place of a record among all records is one number: that number
//! finds the items of one record and settles what comes first between equals.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use tantivy::directory::RamDirectory;
use tantivy::indexer::NoMergePolicy;
use tantivy::schema::{
    FAST, Field, IndexRecordOption, STORED, Schema, TextFieldIndexing, TextOptions, Value,
};
use tantivy::tokenizer::{TextAnalyzer, TokenizerManager};
use tantivy::{
    DocAddress, DocId, IndexSettings, IndexWriter, ReloadPolicy, Searcher, TantivyDocument,
    TantivyError,
};

use crate::folder::Folder;
use crate::glossary;
use crate::plan::{Fields, Plan};
use crate::profile::{self, DAY, PROFILE, Profiles, RECORD};
use crate::query::{Sought, Wanted};
use crate::snippet::{LookedFor, Marks, snippet};
use crate::tally::{Tallied, Tally};
use crate::{Found, Hit, Item, Language, Query, SearchError, TEXT_BYTES_MAX, analysis};

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
    profiles: Profiles,
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
            create_in(fresh, items, MAKING_BYTES).map_err(|source| failed(folder, source))
        })?;
        Self::open(folder)
    }

    /// Makes an index of all items in memory: gone when it is dropped.
    pub fn in_memory(items: impl IntoIterator<Item = Item>) -> Result<Self, SearchError> {
        let memory = Path::new("memory");
        let make_and_open = || {
            let (directory, schema) = (RamDirectory::create(), Layout::new().schema);
            let index = tantivy::Index::create(directory, schema, IndexSettings::default())?;
            searcher(&make(index, items, MAKING_BYTES)?)
        };
        let searcher = make_and_open().map_err(|source| failed(memory, source))?;
        Self::over(memory, searcher)
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
        Self::over(folder, searcher)
    }

    fn over(folder: &Path, searcher: Searcher) -> Result<Self, SearchError> {
        let damaged = |reason: String| SearchError::Damaged { folder: folder.to_owned(), reason };
        if searcher.segment_readers().len() > 1 {
            return Err(damaged("it is in several parts".to_owned()));
        }
        let layout = Layout::new();
        if searcher.schema() != &layout.schema {
            return Err(damaged("it has other fields".to_owned()));
        }
        let profiles = Profiles::open(searcher.segment_readers().first())
            .map_err(|error| damaged(error.to_string()))?;
        Ok(Self { folder: folder.to_owned(), searcher, layout, profiles })
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
        let widenings = glossary::widen(wanted);
        let mut found = Found { also: glossary::also(wanted, &widenings), ..Found::default() };
        let close: Vec<Sought>;
        let tallied = match self.searcher.segment_readers().first() {
            None => {
                close = Vec::new();
                Tallied::default()
            }
            Some(segment) => {
                let mut plan = Plan {
                    searcher: &self.searcher,
                    segment,
                    fields: &self.layout.languages,
                    wanted,
                    widenings: &widenings,
                    close: BTreeMap::new(),
                };
                let tallied = self.tally(query, &mut plan, &mut found)?;
                close = plan.close.into_values().flatten().collect();
                tallied
            }
        };
        if tallied.has_matches {
            found.corrected = close.iter().map(|word| word.exact.clone()).collect();
        } else {
            found.related = glossary::related(wanted, query.language);
        }
        let looked_for = LookedFor { wanted, widenings: &widenings, close: &close };
        let hits: tantivy::Result<Vec<Hit>> =
            tallied.items.iter().map(|item| self.hit(*item, &looked_for)).collect();
        Ok(Found { total: tallied.total, hits: hits?, facets: tallied.facets, ..found })
    }

    /// All words; where nothing has them, close spellings; at last any word.
    fn tally(
        &self,
        query: &Query,
        plan: &mut Plan<'_>,
        found: &mut Found,
    ) -> tantivy::Result<Tallied> {
        let run = |plan: &Plan<'_>, all: bool| {
            let mut tally = Tally::new(&self.profiles, query);
            plan.run(all, &mut tally)?;
            tantivy::Result::Ok(tally.finish(query))
        };
        let mut tallied = run(plan, true)?;
        if tallied.has_matches {
            return Ok(tallied);
        }
        plan.close = plan.close_spellings()?;
        if !plan.close.is_empty() {
            tallied = run(plan, true)?;
        }
        if !tallied.has_matches && plan.wanted.parts.len() > 1 {
            tallied = run(plan, false)?;
            found.widened = tallied.has_matches;
        }
        Ok(tallied)
    }

    fn hit(&self, item: DocId, looked_for: &LookedFor<'_>) -> tantivy::Result<Hit> {
        let document: TantivyDocument = self.searcher.doc(DocAddress::new(0, item))?;
        let stored = |field: Field| {
            document.get_first(field).and_then(|value| value.as_str()).map(str::to_owned)
        };
        let language = self
            .profiles
            .language(item)
            .ok_or_else(|| TantivyError::InternalError("an item has no language".to_owned()))?;
        let text = stored(self.layout.text).unwrap_or_default();
        Ok(Hit {
            record: stored(self.layout.record).unwrap_or_default(),
            kind: stored(self.layout.kind).unwrap_or_default(),
            language,
            title: stored(self.layout.title).unwrap_or_default(),
            within: stored(self.layout.within),
            address: stored(self.layout.address).unwrap_or_default(),
            date: stored(self.layout.date),
            standing: stored(self.layout.standing).unwrap_or_default(),
            snippet: snippet(&text, &Marks::new(looked_for, language)),
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
    profile: Field,
    day: Field,
    kind: Field,
    title: Field,
    within: Field,
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
            let stem = searched(cut, IndexRecordOption::WithFreqsAndPositions);
            Fields {
                title_exact: schema.add_text_field(&format!("title_exact_{cut}"), exact.clone()),
                text_exact: schema.add_text_field(&format!("text_exact_{cut}"), exact),
                title_stem: schema.add_text_field(&format!("title_{cut}"), stem.clone()),
                text_stem: schema.add_text_field(&format!("text_{cut}"), stem),
            }
        });
        Self {
            record: schema.add_text_field(RECORD, FAST | STORED),
            profile: schema.add_text_field(PROFILE, FAST),
            day: schema.add_u64_field(DAY, FAST),
            kind: schema.add_text_field("kind", STORED),
            title: schema.add_text_field("title", STORED),
            within: schema.add_text_field("within", STORED),
            text: schema.add_text_field("text", STORED),
            address: schema.add_text_field("address", STORED),
            date: schema.add_text_field("date", STORED),
            standing: schema.add_text_field("standing", STORED),
            schema: schema.build(),
            languages,
        }
    }

    fn document(&self, item: &Item) -> TantivyDocument {
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
        document.add_text(self.profile, profile::written(item));
        document.add_u64(self.day, profile::day(item.date.as_deref()));
        document.add_text(self.kind, &item.kind);
        document.add_text(self.title, title);
        if let Some(within) = &item.within {
            document.add_text(self.within, within);
        }
        document.add_text(self.text, text);
        document.add_text(self.address, &item.address);
        if let Some(date) = &item.date {
            document.add_text(self.date, date);
        }
        document.add_text(self.standing, &item.standing);
        document
    }
}

/// The beginning of a text, of so many bytes at most.
fn cut(text: &str, bytes_max: usize) -> &str {
    text.get(..text.floor_char_boundary(bytes_max)).unwrap_or(text)
}

fn cuts() -> TokenizerManager {
    let cuts = TokenizerManager::default();
    cuts.register(EXACT, analysis::exact_analyzer());
    for (language, name) in Language::ALL.into_iter().zip(STEMS) {
        cuts.register(name, TextAnalyzer::from(analysis::WrittenStems::new(language)));
    }
    cuts
}

/// Writes an index of all items into an empty folder.
fn create_in(
    folder: &Path,
    items: impl IntoIterator<Item = Item>,
    memory_bytes: usize,
) -> tantivy::Result<()> {
    let index = tantivy::Index::create_in_dir(folder, Layout::new().schema)?;
    make(index, items, memory_bytes).map(drop)
}

/// Writes all items into an empty index.
fn make(
    mut index: tantivy::Index,
    items: impl IntoIterator<Item = Item>,
    memory_bytes: usize,
) -> tantivy::Result<tantivy::Index> {
    let layout = Layout::new();
    index.set_tokenizers(cuts());
    // One thread: the same items give the same index.
    let mut writer: IndexWriter = index.writer_with_num_threads(1, memory_bytes)?;
    writer.set_merge_policy(Box::new(NoMergePolicy));
    for item in items {
        writer.add_document(layout.document(&item))?;
    }
    writer.commit()?;
    let segments = index.searchable_segment_ids()?;
    if segments.len() > 1 {
        writer.merge(&segments).wait()?;
        writer.garbage_collect_files().wait()?;
    }
    writer.wait_merging_threads()?;
    Ok(index)
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
    searcher(&index)
}

fn searcher(index: &tantivy::Index) -> tantivy::Result<Searcher> {
    let reader = index.reader_builder().reload_policy(ReloadPolicy::Manual).try_into()?;
    Ok(reader.searcher())
}

#[cfg(test)]
mod tests;
