//! The same passages in an index as the engine's own guide makes it, asked as it says.
//!
//! A field for each language with the engine's tokenizer, lower case and stemmer; a question asks
//! all three and takes the best twenty with their number (`TopDocs` and `Count`). Facets are fast
//! fields, counted where that is measured with the engine's own aggregations. Asked for our order it
//! also looks for the words as they were typed, in a field of their own. No titles, no accents folded,
//! no records in several languages, no glossary: it does less than ours.

use std::path::Path;

use anyhow::Result;
use servanda_model::Language;
use servanda_search::Item;
use tantivy::aggregation::agg_req::Aggregations;
use tantivy::aggregation::{AggContextParams, AggregationCollector};
use tantivy::collector::{Count, TopDocs};
use tantivy::query::{
    BooleanQuery, BoostQuery, FuzzyTermQuery, Occur, PhraseQuery, Query, TermQuery,
};
use tantivy::schema::{
    FAST, Field, IndexRecordOption, STORED, STRING, Schema, TextFieldIndexing, TextOptions, Value,
};
use tantivy::snippet::SnippetGenerator;
use tantivy::tokenizer::{LowerCaser, SimpleTokenizer, Stemmer, TextAnalyzer};
use tantivy::{DocAddress, IndexWriter, Searcher, TantivyDocument, Term};

use super::{HITS, Question, Sorted};

/// Memory for making it: what ours has.
const MAKING_BYTES: usize = 64 * 1024 * 1024;
/// The facets, each a fast field.
const FACETS: [&str; 8] =
    ["kind", "body", "pillar", "party", "year", "lens", "standing", "language"];
const CUTS: [&str; 3] = ["cut_en", "cut_fr", "cut_es"];
/// The cut into words as they are written.
const WRITTEN: &str = "cut_written";
/// How much more words count that are found as they were typed, and side by side.
const TYPED: f32 = 10.0;

/// The engine's index.
pub(crate) struct Bare {
    searcher: Searcher,
    /// In the order of the languages.
    texts: [Field; 3],
    /// The same texts, by words as they are written.
    written: [Field; 3],
    cuts: [TextAnalyzer; 3],
    facets: Aggregations,
    /// The two facets that have a filter where one is asked for, each counted alone.
    filtered: [(Field, Aggregations); 2],
}

impl Bare {
    /// Makes it in a folder, in one segment like ours.
    pub(crate) fn create(folder: &Path, items: impl Iterator<Item = Item>) -> Result<Self> {
        std::fs::create_dir(folder)?;
        let mut schema = Schema::builder();
        let indexed = |cut: &str| {
            let indexing = TextFieldIndexing::default()
                .set_tokenizer(cut)
                .set_index_option(IndexRecordOption::WithFreqsAndPositions);
            TextOptions::default().set_indexing_options(indexing)
        };
        let texts = CUTS
            .map(|cut| schema.add_text_field(&format!("text_{cut}"), indexed(cut).set_stored()));
        let written =
            CUTS.map(|cut| schema.add_text_field(&format!("written_{cut}"), indexed(WRITTEN)));
        let facets = FACETS.map(|name| schema.add_text_field(name, STRING | FAST));
        let stored = ["record", "address"].map(|name| schema.add_text_field(name, STORED));
        let index = tantivy::Index::create_in_dir(folder, schema.build())?;
        let cuts = Language::ALL.map(cut);
        for (name, cut) in CUTS.iter().zip(&cuts) {
            index.tokenizers().register(name, cut.clone());
        }
        let simple = TextAnalyzer::builder(SimpleTokenizer::default()).filter(LowerCaser).build();
        index.tokenizers().register(WRITTEN, simple);
        let mut writer: IndexWriter = index.writer_with_num_threads(1, MAKING_BYTES)?;
        for item in items {
            writer.add_document(document(&item, [texts, written], facets, stored))?;
        }
        writer.commit()?;
        let segments = index.searchable_segment_ids()?;
        if segments.len() > 1 {
            writer.merge(&segments).wait()?;
        }
        writer.wait_merging_threads()?;
        let [_, body, _, _, _, _, standing, _] = facets;
        Ok(Self {
            searcher: index.reader()?.searcher(),
            texts,
            written,
            cuts,
            facets: counts_of(&FACETS)?,
            filtered: [(body, counts_of(&["body"])?), (standing, counts_of(&["standing"])?)],
        })
    }

    /// The number of matches, with the best found.
    pub(crate) fn count(&self, sort: Sorted, question: &Question) -> Result<usize> {
        let query = self.query(sort, question);
        let (best, count) = self.best(query.as_ref())?;
        Ok(count + best.len())
    }

    /// The same, with the texts of the best read and cut to snippets.
    pub(crate) fn show(&self, sort: Sorted, question: &Question) -> Result<usize> {
        let query = self.query(sort, question);
        let (best, count) = self.best(query.as_ref())?;
        Ok(count + self.shown(query.as_ref(), question, &best)?)
    }

    /// The same, with eight facets counted in the same pass, and those that have a filter without
    /// it: what ours does.
    pub(crate) fn whole(&self, sort: Sorted, question: &Question) -> Result<usize> {
        self.counted(sort, question, self.words(sort, question))
    }

    /// The same, in the order that ours gives: what is found as it was typed comes first, and of that
    /// what stands side by side; and like ours it takes a rare word for the beginning of others too.
    pub(crate) fn ordered(&self, sort: Sorted, question: &Question) -> Result<usize> {
        let first = self.written.iter().flat_map(|field| as_typed(*field, sort, question));
        let mut found = vec![(Occur::Should, self.words(sort, question))];
        if sort == Sorted::Rare {
            found.push((Occur::Should, self.words(Sorted::Prefix, question)));
        }
        let found: Box<dyn Query> = Box::new(BooleanQuery::new(found));
        let all = std::iter::once((Occur::Must, found)).chain(first);
        self.counted(sort, question, Box::new(BooleanQuery::new(all.collect())))
    }

    fn counted(&self, sort: Sorted, question: &Question, words: Box<dyn Query>) -> Result<usize> {
        let query = if sort == Sorted::Filtered { self.filter(words, None) } else { words };
        let top = TopDocs::with_limit(HITS).order_by_score();
        let facets = counting(&self.facets);
        let (best, count, facets) = self.searcher.search(query.as_ref(), &(top, Count, facets))?;
        std::hint::black_box(facets);
        if sort == Sorted::Filtered {
            for (left_out, facet) in &self.filtered {
                let query = self.filter(self.words(sort, question), Some(*left_out));
                std::hint::black_box(self.searcher.search(query.as_ref(), &counting(facet))?);
            }
        }
        let best: Vec<DocAddress> = best.into_iter().map(|(_, address)| address).collect();
        Ok(count + self.shown(query.as_ref(), question, &best)?)
    }

    fn shown(&self, query: &dyn Query, question: &Question, best: &[DocAddress]) -> Result<usize> {
        let mut shown = 0;
        for (place, field) in self.texts.iter().enumerate() {
            if place == self::place(question.language) {
                let generator = SnippetGenerator::create(&self.searcher, query, *field)?;
                for address in best {
                    let document: TantivyDocument = self.searcher.doc(*address)?;
                    let text = document.get_first(*field).and_then(|text| text.as_str());
                    shown += generator.snippet(text.unwrap_or_default()).to_html().len();
                }
            }
        }
        Ok(shown)
    }

    fn best(&self, query: &dyn Query) -> Result<(Vec<DocAddress>, usize)> {
        let top = TopDocs::with_limit(HITS).order_by_score();
        let (best, count) = self.searcher.search(query, &(top, Count))?;
        Ok((best.into_iter().map(|(_, address)| address).collect(), count))
    }

    fn query(&self, sort: Sorted, question: &Question) -> Box<dyn Query> {
        let words = self.words(sort, question);
        if sort == Sorted::Filtered { self.filter(words, None) } else { words }
    }

    /// What matches the words and the filters but one.
    fn filter(&self, words: Box<dyn Query>, left_out: Option<Field>) -> Box<dyn Query> {
        let mut all = vec![(Occur::Must, words)];
        for ((field, _), value) in self.filtered.iter().zip(["body-3", "documented"]) {
            if left_out != Some(*field) {
                all.push((Occur::Must, term_query(Term::from_field_text(*field, value))));
            }
        }
        Box::new(BooleanQuery::new(all))
    }

    fn words(&self, sort: Sorted, question: &Question) -> Box<dyn Query> {
        let mut fields: Vec<(Occur, Box<dyn Query>)> = Vec::new();
        for (field, cut) in self.texts.iter().zip(&self.cuts) {
            let stems: Vec<Term> = question
                .words
                .iter()
                .map(|word| Term::from_field_text(*field, &stem(cut, word)))
                .collect();
            let typed = Term::from_field_text(*field, question.words.first().map_or("", |it| it));
            let query: Box<dyn Query> = match (sort, stems.as_slice()) {
                (Sorted::Prefix, _) => Box::new(FuzzyTermQuery::new_prefix(typed, 0, false)),
                (Sorted::Fuzzy, _) => {
                    let letters = question.words.first().map_or(0, |it| it.chars().count());
                    let mistakes = if letters < 8 { 1 } else { 2 };
                    Box::new(FuzzyTermQuery::new(typed, mistakes, true))
                }
                (Sorted::Phrase, [_, _, ..]) => Box::new(PhraseQuery::new(stems)),
                _ => Box::new(BooleanQuery::intersection(
                    stems.into_iter().map(term_query).collect(),
                )),
            };
            fields.push((Occur::Should, query));
        }
        Box::new(BooleanQuery::new(fields))
    }
}

/// Asks for the values of facets and how often they are.
fn counts_of(names: &[&str]) -> Result<Aggregations> {
    let wanted = names.iter().map(|name| {
        ((*name).to_owned(), serde_json::json!({"terms": {"field": name, "size": 1000}}))
    });
    Ok(serde_json::from_value(serde_json::Value::Object(wanted.collect()))?)
}

fn counting(facets: &Aggregations) -> AggregationCollector {
    AggregationCollector::from_aggs(facets.clone(), AggContextParams::default())
}

/// What finds words as they were typed, and side by side: for the order only.
fn as_typed(field: Field, sort: Sorted, question: &Question) -> Vec<(Occur, Box<dyn Query>)> {
    let terms = question.words.iter().map(|word| Term::from_field_text(field, word));
    let terms: Vec<Term> = terms.collect();
    let mut found: Vec<Box<dyn Query>> = match sort {
        Sorted::Prefix | Sorted::Fuzzy | Sorted::Phrase => Vec::new(),
        Sorted::Frequent | Sorted::Rare | Sorted::Two | Sorted::Filtered => {
            terms.iter().cloned().map(term_query).collect()
        }
    };
    if sort == Sorted::Two && terms.len() > 1 {
        found.push(Box::new(PhraseQuery::new(terms)));
    }
    let first = |query| -> Box<dyn Query> { Box::new(BoostQuery::new(query, TYPED)) };
    found.into_iter().map(|query| (Occur::Should, first(query))).collect()
}

fn term_query(term: Term) -> Box<dyn Query> {
    Box::new(TermQuery::new(term, IndexRecordOption::WithFreqs))
}

fn document(
    item: &Item,
    texts: [[Field; 3]; 2],
    facets: [Field; 8],
    stored: [Field; 2],
) -> TantivyDocument {
    let mut document = TantivyDocument::default();
    for fields in texts {
        for (place, field) in fields.into_iter().enumerate() {
            if place == self::place(item.language) {
                document.add_text(field, &item.text);
            }
        }
    }
    let year = item.date.as_deref().and_then(|date| date.get(..4)).unwrap_or_default();
    for (name, field) in FACETS.into_iter().zip(facets) {
        let value = match name {
            "kind" => &item.kind,
            "year" => year,
            "standing" => &item.standing,
            "language" => item.language.tag(),
            _ => item.facets.iter().find(|(it, _)| it.code() == name).map_or("", |(_, it)| it),
        };
        document.add_text(field, value);
    }
    let [record, address] = stored;
    document.add_text(record, &item.record);
    document.add_text(address, &item.address);
    document
}

fn place(language: Language) -> usize {
    Language::ALL.iter().position(|it| *it == language).unwrap_or(0)
}

fn cut(language: Language) -> TextAnalyzer {
    let stemmer = match language {
        Language::English => tantivy::tokenizer::Language::English,
        Language::French => tantivy::tokenizer::Language::French,
        Language::Spanish => tantivy::tokenizer::Language::Spanish,
    };
    TextAnalyzer::builder(SimpleTokenizer::default())
        .filter(LowerCaser)
        .filter(Stemmer::new(stemmer))
        .build()
}

fn stem(cut: &TextAnalyzer, word: &str) -> String {
    let mut cut = cut.clone();
    let mut words = cut.token_stream(word);
    if words.advance() { words.token().text.clone() } else { String::new() }
}
