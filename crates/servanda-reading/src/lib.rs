//! Reads documents: bytes become text with an outline, languages and sentences, and the
//! sentences become findings: who undertakes what, by when; what is recommended; what was done.
//! Text, Markdown and HTML are taken apart here; what is taken out of other files is handed over.
//!
//! The reader never touches files, network or clock, never trusts its input, and gives the same
//! findings for the same bytes on every machine. It proposes; people decide.
//!
//! A *finding* is proposed from a *passage*, a range of characters of the *text*. Its *rule* says
//! why. The rules are data (`rules/*.toml`): general grammar, one file for each language.

#![cfg_attr(
    test,
    expect(
        clippy::needless_raw_string_hashes,
        clippy::needless_pass_by_value,
        clippy::format_push_string,
        clippy::format_collect,
        reason = "expectations are written by expect-test and handed over by value; tests may format freely"
    )
)]

mod calendar;
mod candidates;
mod chars;
mod coreference;
mod counterpart;
mod dates;
mod decode;
mod explain;
mod extract;
mod figures;
mod finding;
mod format;
mod front;
mod furniture;
mod grammar;
mod html;
mod language;
mod lexicon;
mod mark;
mod markdown;
mod names;
mod outline;
pub mod output;
mod page;
mod plain;
mod present;
mod reading;
mod sentences;
mod statements;
mod style;
mod subject;
mod together;
mod words;

pub use decode::DOCUMENT_BYTES_MAX;
pub use explain::{Considered, EXPLAINED_MAX, Explanation};
pub use extract::{Extract, Marked, Segment, Turn, extract};
pub use finding::{Finding, Kind, Parts, When};
pub use format::Format;
pub use grammar::{RulesError, use_rules};
pub use html::HTML_DEPTH_MAX;
pub use mark::mark_width;
pub use markdown::MARKDOWN_DEPTH_MAX;
pub use outline::{Block, BlockKind};
pub use reading::{
    FINDINGS_MAX, Page, Problem, Reading, Sentence, Unreadable, explain, explain_extract, read,
    read_extract, read_extract_of,
};
pub use sentences::SENTENCE_CHARS_MAX;
pub use servanda_model::{Language, Lens};
pub use together::{PASSAGES_MAX, Passage, Said, TOGETHER_MAX, Together};
