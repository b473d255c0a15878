//! Full-text search over the register, in English, French and Spanish.
//!
//! An [`Index`] is made from [`Item`]s and answers a [`Query`] with what was [`Found`]. It is
//! derived: it can be made again from the register at any time, and is thrown away when its
//! version is another one.
//!
//! Never the only copy of anything; never decides who may see what (give it only what its readers
//! may see); never returns markup.
//!
//! An *item* is one thing to be found in one language; a *record* may have an item in each
//! language and is found once. A *facet* is what records can be told apart by; all items of a
//! record have the same values, except that each has its own language.

mod analysis;
mod folder;
mod glossary;
mod index;
mod plan;
mod profile;
mod query;
mod snippet;
mod sweep;
mod tally;

use std::collections::BTreeMap;
use std::error::Error;
use std::io;
use std::path::PathBuf;

pub use index::Index;
use servanda_model::Language;

/// The version of what is written in an index folder. Raise it when fields or the way words are
/// cut change; an index of another version is made again.
pub const VERSION: u32 = 3;

/// Characters of a query that are read; what follows is cut.
pub const QUERY_CHARS_MAX: usize = 500;

/// Words of a query that are looked for; what follows is cut.
pub const QUERY_WORDS_MAX: usize = 24;

/// Hits in one answer, whatever was asked for.
pub const HITS_MAX: usize = 200;

/// Bytes of an item's title or text that are kept and searched; what follows is cut.
pub const TEXT_BYTES_MAX: usize = 1024 * 1024;

/// Characters of a snippet, without the marks that something was left out.
pub const SNIPPET_CHARS_MAX: usize = 240;

/// The concepts of the glossary that a text in a language names, in order. Their numbers stand for the
/// same in every language, for as long as the program runs.
pub fn concepts(text: &str, language: Language) -> Vec<usize> {
    glossary::concepts(text, language)
}

/// The place of a language in [`Language::ALL`], which is the order of its fields in the index.
const fn place(language: Language) -> usize {
    match language {
        Language::English => 0,
        Language::French => 1,
        Language::Spanish => 2,
    }
}

/// What records can be told apart by.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Facet {
    /// What kind of record.
    Kind,
    /// The body it belongs to.
    Body,
    /// The pillar or theme it stands under.
    Pillar,
    /// The party it concerns.
    Party,
    /// The year of its date.
    Year,
    /// The lens it is seen through.
    Lens,
    /// How it stands.
    Standing,
    /// The language of the text that was found.
    Language,
}

impl Facet {
    /// All of them, in the order of the page.
    pub const ALL: [Self; 8] = [
        Self::Kind,
        Self::Body,
        Self::Pillar,
        Self::Party,
        Self::Year,
        Self::Lens,
        Self::Standing,
        Self::Language,
    ];

    /// The name in addresses and in the index.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Kind => "kind",
            Self::Body => "body",
            Self::Pillar => "pillar",
            Self::Party => "party",
            Self::Year => "year",
            Self::Lens => "lens",
            Self::Standing => "standing",
            Self::Language => "language",
        }
    }

    /// The one with this name.
    pub fn find(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|facet| facet.code() == code)
    }

    /// A bit of its own.
    const fn bit(self) -> u16 {
        match self {
            Self::Kind => 1,
            Self::Body => 2,
            Self::Pillar => 4,
            Self::Party => 8,
            Self::Year => 16,
            Self::Lens => 32,
            Self::Standing => 64,
            Self::Language => 128,
        }
    }
}

/// What comes first.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Sort {
    /// What answers best.
    #[default]
    Relevance,
    /// What is newest; what has no date comes last.
    Date,
}

impl Sort {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Relevance, Self::Date];

    /// The name in addresses.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Relevance => "relevance",
            Self::Date => "date",
        }
    }

    /// The one with this name.
    pub fn find(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|sort| sort.code() == code)
    }
}

/// One thing that can be found, in one language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Item {
    /// The id of the record; the items of one record, one in each language at most, are found
    /// once, the best of them.
    pub record: String,
    /// What kind of record: "commitment", "meeting", "passage"…; the same for all its items.
    pub kind: String,
    /// The language of title and text.
    pub language: Language,
    /// The partnership it belongs to.
    pub partnership: String,
    /// Its title; counts more than its text.
    pub title: String,
    /// The title of what it is part of. Kept, not searched.
    pub within: Option<String>,
    /// Its text.
    pub text: String,
    /// The path of its page, without the language in front; may end in a place on the page.
    pub address: String,
    /// Its date as yyyy-mm-dd, where it has one. Sorted by, not searched.
    pub date: Option<String>,
    /// Its standing.
    pub standing: String,
    /// Its values of facets besides kind, standing, language and the year of its date.
    pub facets: Vec<(Facet, String)>,
}

/// What a reader asks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Query {
    /// Words as typed; `"words in quotes"` must stand together, the last word may be unfinished.
    pub words: String,
    /// The language of the reader.
    pub language: Language,
    /// Only records of this partnership: others are not counted either.
    pub partnership: Option<String>,
    /// Only records that have all these values.
    pub filters: BTreeMap<Facet, String>,
    /// What comes first.
    pub sort: Sort,
    /// How many hits to pass over.
    pub first: usize,
    /// How many hits to return, [`HITS_MAX`] at most.
    pub count: usize,
}

/// What was found.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Found {
    /// How many records match.
    pub total: usize,
    /// Nothing matched all words, so these match some of them.
    pub widened: bool,
    /// Words were found nowhere, so these close spellings were looked for instead.
    pub corrected: Vec<String>,
    /// Terms of the glossary that were looked for besides, with their languages.
    pub also: Vec<(Language, String)>,
    /// Where nothing was found: terms of the glossary in the reader's language to try.
    pub related: Vec<String>,
    /// The hits asked for, best first; equal ones by record id.
    pub hits: Vec<Hit>,
    /// For each facet that matching records have values of, the values with how many records have
    /// them, most first. A facet's own filter does not count here.
    pub facets: Vec<(Facet, Vec<(String, usize)>)>,
}

impl Found {
    /// The counts of one facet.
    pub fn facet(&self, facet: Facet) -> &[(String, usize)] {
        let found = self.facets.iter().find(|(of, _)| *of == facet);
        found.map_or(&[], |(_, values)| values)
    }
}

/// One record that was found, in the reader's language if that version matches, else in the one
/// that matches best.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hit {
    /// The id of the record.
    pub record: String,
    /// What kind of record it is.
    pub kind: String,
    /// The language of title and snippet.
    pub language: Language,
    /// Its title; may be empty where it is part of something.
    pub title: String,
    /// The title of what it is part of.
    pub within: Option<String>,
    /// The path of its page, without the language in front.
    pub address: String,
    /// Its date as yyyy-mm-dd, where it has one.
    pub date: Option<String>,
    /// Its standing.
    pub standing: String,
    /// The part of its text that shows most of what was looked for; its beginning where only the
    /// title matched.
    pub snippet: Vec<Fragment>,
}

/// A piece of a snippet. Plain text: whoever shows it escapes it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fragment {
    /// The words.
    pub text: String,
    /// They are what was looked for.
    pub marked: bool,
}

/// Why an index could not be made, opened or asked. After [`Absent`](Self::Absent),
/// [`OtherVersion`](Self::OtherVersion) and [`Damaged`](Self::Damaged), make it again.
#[derive(Debug, thiserror::Error)]
pub enum SearchError {
    /// There is none.
    #[error("no search index in {}", .folder.display())]
    Absent {
        /// Where it was looked for.
        folder: PathBuf,
    },
    /// It was made by another version of the program.
    #[error("search index in {} has version \"{found}\", not \"{wanted}\"", .folder.display())]
    OtherVersion {
        /// Where it is.
        folder: PathBuf,
        /// What it says.
        found: String,
        /// What this program reads.
        wanted: String,
    },
    /// It is there but not whole.
    #[error("search index in {} is damaged: {reason}", .folder.display())]
    Damaged {
        /// Where it is.
        folder: PathBuf,
        /// What is wrong with it.
        reason: String,
    },
    /// Someone else is making it at this moment.
    #[error("search index in {} is being made by someone else", .folder.display())]
    Busy {
        /// Where it will be.
        folder: PathBuf,
    },
    /// A file could not be read or written.
    #[error("cannot use {}", .path.display())]
    File {
        /// Which file or folder.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
    /// The engine failed while making the index or answering.
    #[error("search engine failed on {}", .folder.display())]
    Engine {
        /// The index.
        folder: PathBuf,
        /// What the engine said.
        source: Box<dyn Error + Send + Sync>,
    },
}
