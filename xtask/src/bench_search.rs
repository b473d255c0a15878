//! What a search costs: one million generated passages, our index beside bare tantivy.
//!
//! The passages are made of generated words in three languages, as frequent as words are (Zipf),
//! and come out the same each time; no word is of a document. Both indexes hold the same passages
//! and are asked the same questions, one after the other, each once before it is measured. What is
//! measured is the time that passes until the answer is there, so nothing else should be at work
//! beside it. Prints a table for `docs/performance.md`; nothing is asserted.

mod bare;
mod words;

use std::path::Path;
use std::process::ExitCode;
use std::time::{Duration, Instant};

use anyhow::Result;
use servanda_model::Language;
use servanda_search::{Facet, Index, Item, Query, Sort};
use tempfile::TempDir;

use crate::say;
use bare::Bare;
use words::{Chance, Words};

/// Passages, unless another number is asked for.
pub(crate) const PASSAGES: usize = 1_000_000;
/// Passages of one document: they share all facets.
const OF_DOCUMENT: usize = 50;
/// Questions of each sort.
const QUESTIONS: usize = 300;
/// Hits on a page.
const HITS: usize = 20;

/// A sort of question.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Sorted {
    Frequent,
    Rare,
    Two,
    Phrase,
    Prefix,
    Filtered,
    Fuzzy,
}

impl Sorted {
    const ALL: [Self; 7] = [
        Self::Frequent,
        Self::Rare,
        Self::Two,
        Self::Phrase,
        Self::Prefix,
        Self::Filtered,
        Self::Fuzzy,
    ];

    const fn name(self) -> &'static str {
        match self {
            Self::Frequent => "one frequent term",
            Self::Rare => "one rare term",
            Self::Two => "two terms",
            Self::Phrase => "a phrase of two",
            Self::Prefix => "a prefix of three to five letters",
            Self::Filtered => "one frequent term, two filters",
            Self::Fuzzy => "one mistyped term",
        }
    }
}

/// A question: words as typed, in one language.
pub(crate) struct Question {
    pub(crate) words: Vec<String>,
    pub(crate) language: Language,
}

/// Makes both indexes and asks both.
pub(crate) fn run(passages: usize) -> Result<ExitCode> {
    if cfg!(debug_assertions) {
        say("this is not a release build: cargo run --release --package xtask -- bench search");
    }
    let folder = TempDir::new()?;
    let words = Words::new();
    say(format!("passages: {passages}; questions of each sort: {QUESTIONS}; hits: {HITS}"));

    let started = now();
    let generated: usize = items(&words, passages).map(|item| item.text.len()).sum();
    let making = started.elapsed();
    let started = now();
    let ours = Index::create(&folder.path().join("ours"), items(&words, passages))?;
    let built = started.elapsed().saturating_sub(making);
    say(format!("text: {:.0} MB, made in {:.1} s", mega(generated), making.as_secs_f64()));
    let size = mega(folder_bytes(&folder.path().join("ours"))?);
    say(format!("ours: built in {:.1} s, {size:.0} MB", built.as_secs_f64()));

    let started = now();
    let bare = Bare::create(&folder.path().join("bare"), items(&words, passages))?;
    let built = started.elapsed().saturating_sub(making);
    let size = mega(folder_bytes(&folder.path().join("bare"))?);
    say(format!("bare tantivy: built in {:.1} s, {size:.0} MB", built.as_secs_f64()));

    say("| question | matches | ours | bare | bare, texts | bare, everything | bare, our order | \
         p99 to bare, our order |");
    say("| --- | --- | --- | --- | --- | --- | --- | --- |");
    for sort in Sorted::ALL {
        measure(sort, &words, passages, &ours, &bare)?;
    }
    Ok(ExitCode::SUCCESS)
}

fn measure(sort: Sorted, words: &Words, passages: usize, ours: &Index, bare: &Bare) -> Result<()> {
    let questions = questions(sort, words, passages);
    let (mut our, mut found) = (Vec::new(), Vec::new());
    let (mut counted, mut shown) = (Vec::new(), Vec::new());
    let (mut whole, mut ordered) = (Vec::new(), Vec::new());
    for question in &questions {
        let query = query(sort, question);
        let answer = ours.find(&query)?;
        found.push(answer.total);
        our.push(timed(|| Ok(ours.find(&query)?.total))?);
        bare.whole(sort, question)?;
        counted.push(timed(|| bare.count(sort, question))?);
        shown.push(timed(|| bare.show(sort, question))?);
        whole.push(timed(|| bare.whole(sort, question))?);
        bare.ordered(sort, question)?;
        ordered.push(timed(|| bare.ordered(sort, question))?);
    }
    found.sort_unstable();
    for times in [&mut our, &mut counted, &mut shown, &mut whole, &mut ordered] {
        times.sort_unstable();
    }
    say(format!(
        "| {} | {} | {} | {} | {} | {} | {} | {:.2} |",
        sort.name(),
        found.get(found.len() / 2).copied().unwrap_or_default(),
        pair(&our),
        pair(&counted),
        pair(&shown),
        pair(&whole),
        pair(&ordered),
        at(&our, 99).as_secs_f64() / at(&ordered, 99).as_secs_f64(),
    ));
    Ok(())
}

fn timed(ask: impl FnOnce() -> Result<usize>) -> Result<Duration> {
    let started = now();
    let answer = ask()?;
    let took = started.elapsed();
    std::hint::black_box(answer);
    Ok(took)
}

fn query(sort: Sorted, question: &Question) -> Query {
    let mut words = question.words.join(" ");
    if sort == Sorted::Phrase {
        words = format!("\"{words}\"");
    }
    let mut filters = std::collections::BTreeMap::new();
    if sort == Sorted::Filtered {
        filters.insert(Facet::Body, "body-3".to_owned());
        filters.insert(Facet::Standing, "documented".to_owned());
    }
    Query {
        words,
        language: question.language,
        partnership: None,
        filters,
        sort: Sort::Relevance,
        first: 0,
        count: HITS,
    }
}

/// All passages, the same each time.
fn items(words: &Words, passages: usize) -> impl Iterator<Item = Item> + '_ {
    (0..passages).map(|number| item(words, number))
}

fn item(words: &Words, number: usize) -> Item {
    let document = number / OF_DOCUMENT;
    let language = language(document);
    let mut of_document = Chance::new(document);
    let pick = |count: u64, chance: &mut Chance| chance.below(count);
    let year = 2004 + pick(23, &mut of_document);
    let body = pick(20, &mut of_document);
    let facets = vec![
        (Facet::Body, format!("body-{body}")),
        (Facet::Pillar, format!("pillar-{}", pick(9, &mut of_document))),
        (Facet::Party, format!("party-{}", pick(2, &mut of_document))),
        (Facet::Lens, format!("lens-{}", pick(5, &mut of_document))),
    ];
    let standing = if pick(4, &mut of_document) == 0 { "agreed" } else { "documented" };
    Item {
        record: format!("d{document:06}#{number}"),
        kind: "passage".to_owned(),
        language,
        partnership: "generated".to_owned(),
        title: String::new(),
        within: Some(format!("Document {document}")),
        text: words.passage(language, number),
        address: format!("/generated/documents/d{document:06}#h-{number}"),
        date: Some(format!("{year}-{:02}-{:02}", 1 + year % 12, 1 + body)),
        standing: standing.to_owned(),
        facets,
    }
}

fn language(document: usize) -> Language {
    let [english, french, spanish] = Language::ALL;
    match document % 3 {
        0 => english,
        1 => french,
        _ => spanish,
    }
}

fn questions(sort: Sorted, words: &Words, passages: usize) -> Vec<Question> {
    let question = |number: usize| {
        let mut chance = Chance::new(number + 7_000_000);
        let language = language(number);
        let mut word = |first: u64, last: u64| {
            words.word(language, first + chance.below(last - first)).to_owned()
        };
        let words = match sort {
            Sorted::Frequent | Sorted::Filtered => vec![word(3, 30)],
            Sorted::Rare => vec![word(5_000, 30_000)],
            Sorted::Two => vec![word(3, 60), word(60, 2_000)],
            Sorted::Prefix => {
                let word = word(100, 10_000);
                let letters = 3 + number % 3;
                vec![word.chars().take(letters).collect()]
            }
            Sorted::Fuzzy => vec![mistyped(&word(30, 5_000))],
            Sorted::Phrase => {
                // Two words that stand side by side in some passage of the language.
                let mut passage = usize::try_from(chance.below(1 << 40)).unwrap_or(0) % passages;
                passage -= passage % (3 * OF_DOCUMENT).min(passages);
                passage += (number % 3) * OF_DOCUMENT;
                let text = words.passage(language, passage.min(passages - 1));
                text.trim_end_matches('.').split(' ').skip(4).take(2).map(str::to_owned).collect()
            }
        };
        Question { words, language }
    };
    (0..QUESTIONS).map(question).collect()
}

/// The word with its fourth letter doubled as `x`: no generated word has one.
fn mistyped(word: &str) -> String {
    let mut letters: Vec<char> = word.chars().collect();
    letters.insert(letters.len().min(3), 'x');
    letters.into_iter().collect()
}

fn pair(times: &[Duration]) -> String {
    let milliseconds = |time: Duration| format!("{:.2}", time.as_secs_f64() * 1_000.0);
    format!("{}, {} ms", milliseconds(at(times, 50)), milliseconds(at(times, 99)))
}

/// A percentile of sorted times.
fn at(times: &[Duration], percent: usize) -> Duration {
    let place = (times.len() * percent / 100).min(times.len().saturating_sub(1));
    times.get(place).copied().unwrap_or_default()
}

fn folder_bytes(folder: &Path) -> Result<usize> {
    let mut bytes = 0;
    for entry in std::fs::read_dir(folder)? {
        bytes += usize::try_from(entry?.metadata()?.len())?;
    }
    Ok(bytes)
}

#[expect(clippy::cast_precision_loss, clippy::as_conversions, reason = "a figure for reading")]
fn mega(bytes: usize) -> f64 {
    bytes as f64 / 1e6
}

#[expect(clippy::disallowed_methods, reason = "a benchmark measures")]
fn now() -> Instant {
    Instant::now()
}
