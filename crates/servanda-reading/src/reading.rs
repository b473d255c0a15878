//! A document as read: its text, outline, sentences and findings, and what could not be read.

use std::borrow::Cow;
use std::collections::{BTreeMap, HashMap};
use std::ops::Range;

use foldhash::fast::FixedState;
use jiff::civil::Date as Day;

use crate::chars::Chars;
use crate::coreference::Names;
use crate::dates::{self, Date};
use crate::explain::{self, EXPLAINED_MAX, Explanation};
use crate::extract::{self, Extract, LaidOut};
use crate::finding::{Finding, Kind, Parts, When};
use crate::format::Format;
use crate::grammar::{self, Classes, Force, Grammar, Role, SectionKind, Setting, Settings};
use crate::language;
use crate::lexicon::{Lexicon, Lexicons};
use crate::outline::{self, Block, BlockKind, Piece};
use crate::plain::{hash_of_words, on_one_line, plain_words};
use crate::present::Present;
use crate::statements::{self, Asked, Statement};
use crate::style::{Run, Style};
use crate::words::{self, Word};
use crate::{calendar, counterpart, figures, names, sentences, style, subject};
use servanda_model::Language;

/// More findings than this are not listed.
pub const FINDINGS_MAX: usize = 100_000;
/// A finding is said to stand in at most this many further places.
const REPEATED_MAX: usize = 1_000;
/// How many words of a passage a problem quotes.
const QUOTED_WORDS_MAX: usize = 12;

/// A document says its day in one of so many blocks.
const DATED_BLOCKS_MAX: usize = 8;
/// A longer block does not say the day of the document.
const DATED_BYTES_MAX: usize = 160;
/// A longer line is not the name of a person and nothing else.
const NAME_LINE_WORDS_MAX: usize = 8;
/// A longer line before a list is no title of it.
const TITLE_WORDS_MAX: usize = 8;
/// A shorter line says nothing that its list does not say: "they agreed to:".
const ANNOUNCED_WORDS_MIN: usize = 6;
/// How sure it is that a line which announces undertakings is one.
const ANNOUNCED_CONFIDENCE: f64 = 0.6;

/// Why a file cannot be read at all.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Unreadable {
    /// There is nothing in it.
    #[error("the file is empty")]
    Empty,
    /// It is larger than the limit.
    #[error("the file has {size_bytes} bytes; at most {size_bytes_max} are read")]
    TooLarge {
        /// Its size.
        size_bytes: usize,
        /// The limit.
        size_bytes_max: usize,
    },
    /// It is of a kind that is not read.
    #[error("the file is not text but {format}")]
    Binary {
        /// What it seems to be.
        format: Cow<'static, str>,
    },
    /// It says that it is of a format, and cannot be taken apart as one.
    #[error("the file cannot be read as {}: {why}", format.name())]
    Damaged {
        /// The format it seems to be in.
        format: Format,
        /// What is wrong with it.
        why: String,
    },
    /// It opens with a password only.
    #[error("the file is protected with a password")]
    Locked,
    /// All its pages are pictures.
    #[error("none of its {page_count} pages has text: they are pictures, as of a scanner")]
    Scanned {
        /// How many pages it has.
        page_count: usize,
    },
    /// Its elements are nested deeper than the limit.
    #[error("the file nests its elements more than {depth_max} deep")]
    NestedTooDeep {
        /// The limit.
        depth_max: usize,
    },
}

impl Unreadable {
    /// What whoever has the file may do about it.
    pub const fn next_step(&self) -> Option<&'static str> {
        match self {
            Self::Binary { .. } => {
                Some("save it as PDF, DOCX, ODT, HTML, Markdown or text, and read that")
            }
            Self::Damaged { .. } => {
                Some("open it in the program it was made with, save it anew, and read that")
            }
            Self::Locked => Some("save it without a password, and read that"),
            Self::Scanned { .. } => {
                Some("have its text recognised (OCR), and read what comes of that")
            }
            Self::TooLarge { .. } | Self::NestedTooDeep { .. } => {
                Some("split it into smaller files, and read those")
            }
            Self::Empty => None,
        }
    }
}

/// Something in a readable document that could not be read, or not as it stands.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Problem {
    /// Bytes that stand for no character were replaced.
    #[error("some bytes are not {encoding} and were replaced by �")]
    BytesReplaced {
        /// The encoding the file seemed to be in.
        encoding: &'static str,
    },
    /// Pages have no text: they are pictures.
    #[error("{} without text: {}, as of a scanner", pages(.page_numbers), picture(.page_numbers))]
    PagesScanned {
        /// Their numbers.
        page_numbers: Vec<u32>,
    },
    /// A page could not be read.
    #[error("page {page_number} could not be read: {why}")]
    PageUnreadable {
        /// Its number.
        page_number: u32,
        /// What is wrong with it.
        why: String,
    },
    /// Pages after a limit were left out.
    #[error("only the first {page_count_max} of {page_count} pages were read")]
    PagesLeftOut {
        /// How many pages there are.
        page_count: usize,
        /// The limit.
        page_count_max: usize,
    },
    /// The text after a limit was left out.
    #[error("only the first {size_bytes_max} bytes of the text were read")]
    TextLeftOut {
        /// The limit.
        size_bytes_max: usize,
    },
    /// Reading a file ended before its end.
    #[error("reading ended early: {why}; what stands before that was read")]
    EndedEarly {
        /// What it was stopped by.
        why: String,
    },
    /// A part of the file could not be read.
    #[error("{part} could not be read: {why}")]
    PartUnreadable {
        /// Which part: its footnotes, its lists.
        part: String,
        /// What is wrong with it.
        why: String,
    },
    /// There are tracked changes, and the document is read as if all were accepted.
    #[error(
        "tracked changes are read as accepted: {insertion_count} put in, {deletion_count} taken out"
    )]
    ChangesAccepted {
        /// How many stretches were put in.
        insertion_count: usize,
        /// How many stretches were taken out.
        deletion_count: usize,
    },
    /// A line announces a list, and no list follows.
    #[error("list missing after “{words}”")]
    ListMissing {
        /// The passage that announces the list, in characters of the text.
        after: Range<usize>,
        /// Its last words.
        words: String,
    },
    /// A sentence was longer than any sentence is, and was cut.
    #[error("a sentence at character {at} is longer than {chars_max} characters and was cut")]
    SentenceCut {
        /// Where it begins.
        at: usize,
        /// The limit.
        chars_max: usize,
    },
    /// There were more findings than are listed.
    #[error("only the first {count_max} findings are listed")]
    TooManyFindings {
        /// The limit.
        count_max: usize,
    },
}

/// “page 3”, “pages 3, 5–8”: for messages.
fn pages(page_numbers: &[u32]) -> String {
    let mut runs: Vec<(u32, u32)> = Vec::new();
    for number in page_numbers {
        match runs.last_mut() {
            Some((_, last)) if *number == last.saturating_add(1) => *last = *number,
            _ => runs.push((*number, *number)),
        }
    }
    let told: Vec<String> = runs
        .iter()
        .map(|(first, last)| match last - first {
            0 => first.to_string(),
            _ => format!("{first}–{last}"),
        })
        .collect();
    format!("{} {}", if page_numbers.len() == 1 { "page" } else { "pages" }, told.join(", "))
}

fn picture(page_numbers: &[u32]) -> &'static str {
    if page_numbers.len() == 1 { "it is a picture" } else { "they are pictures" }
}

/// A page of a document; positions are in characters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Page {
    /// Its number in the file, from 1.
    pub number: u32,
    /// Position of its first character.
    pub start: usize,
    /// Position after its last character.
    pub end: usize,
}

/// A sentence of the text; positions are in characters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sentence {
    /// Position of its first character.
    pub start: usize,
    /// Position after its last character.
    pub end: usize,
    /// The language it is read in.
    pub language: Language,
}

/// A document as read.
#[derive(Clone, Debug, PartialEq)]
pub struct Reading {
    /// The text. Of a plain-text file it is exactly what the bytes decode to.
    pub text: String,
    /// What kind of file it was.
    pub format: Format,
    /// The name of the encoding it was in, where it was text.
    pub encoding: Option<&'static str>,
    /// Its pages with text, in order; none where the file has no pages of its own.
    pub pages: Vec<Page>,
    /// The day that it is of, as whoever has it says, or else as it says at its beginning.
    pub date: Option<String>,
    /// The language of most of it.
    pub language: Language,
    /// Its blocks in order.
    pub outline: Vec<Block>,
    /// Its sentences in order.
    pub sentences: Vec<Sentence>,
    /// What the reader proposes, in order of the passages.
    pub findings: Vec<Finding>,
    /// What could not be read.
    pub problems: Vec<Problem>,
}

impl Reading {
    /// The number of the page that a character of the text stands on.
    pub fn page_number(&self, at: usize) -> Option<u32> {
        let after = self.pages.partition_point(|page| page.start <= at);
        after.checked_sub(1).and_then(|index| self.pages.get(index)).map(|page| page.number)
    }
}

/// Reads text, Markdown or HTML. The end of its name is a hint at its format.
pub fn read(bytes: &[u8], name: &str) -> Result<Reading, Unreadable> {
    read_extract(extract::extract(bytes, name)?)
}

/// Reads a document that was taken out of its file.
pub fn read_extract(extract: Extract) -> Result<Reading, Unreadable> {
    read_extract_of(extract, None)
}

/// The same, of a document of the day that whoever has it knows. What it says of itself comes second:
/// "next year" is counted from the day given, and only without one from the day it says.
pub fn read_extract_of(extract: Extract, day: Option<Day>) -> Result<Reading, Unreadable> {
    let Extract { format, encoding, segments, turns, problems } = extract;
    let LaidOut { text, pieces, pages } = extract::lay_out(segments, &turns)?;
    let language = language::of_document(&text);
    let mut reader = Reader::new(&text, &pieces, language);
    reader.problems = problems;
    reader.day = day.or(reader.day);
    reader.all();
    let pages = reader.pages(&pages);
    let Reader { outline, sentences, mut findings, mut problems, day, lexicons, .. } = reader;
    lexicons.keep();
    findings.list.sort_by_key(|finding| (finding.start, finding.kind, finding.end));
    if findings.overflowed {
        problems.push(Problem::TooManyFindings { count_max: FINDINGS_MAX });
    }
    Ok(Reading {
        format,
        encoding,
        pages,
        date: day.map(|day| day.to_string()),
        language,
        outline,
        sentences,
        findings: findings.list,
        problems,
        text,
    })
}

/// Says of every sentence that contains some words, in any case, what each rule makes of it.
/// With no words, of every sentence, up to [`EXPLAINED_MAX`].
pub fn explain(bytes: &[u8], name: &str, words: &str) -> Result<Vec<Explanation>, Unreadable> {
    explain_extract(extract::extract(bytes, name)?, words)
}

/// The same as [`explain()`], of a document that was taken out of its file.
pub fn explain_extract(extract: Extract, words: &str) -> Result<Vec<Explanation>, Unreadable> {
    let LaidOut { text, pieces, .. } = extract::lay_out(extract.segments, &[])?;
    let mut reader = Reader::new(&text, &pieces, language::of_document(&text));
    reader.asked = Some(plain_words(words));
    reader.all();
    Ok(reader.explanations)
}

/// The findings so far; what is said twice is kept once.
struct Findings {
    list: Vec<Finding>,
    /// Where findings of a kind are in the list, by the hash of their words. Where the words of two
    /// have one hash, the second stands under the number after it.
    known: HashMap<(Kind, u64), usize, FixedState>,
    count_max: usize,
    overflowed: bool,
}

impl Findings {
    fn new(count_max: usize) -> Self {
        Self {
            list: Vec::new(),
            known: HashMap::with_hasher(FixedState::default()),
            count_max,
            overflowed: false,
        }
    }

    fn add(&mut self, finding: Finding) {
        let mut key = (finding.kind, hash_of_words(&finding.text));
        while let Some(known) = self.known.get(&key).and_then(|at| self.list.get_mut(*at)) {
            if plain_words(&known.text) == plain_words(&finding.text) {
                if known.also.len() < REPEATED_MAX {
                    known.also.push(finding.start..finding.end);
                }
                return;
            }
            key.1 = key.1.wrapping_add(1);
        }
        if self.list.len() < self.count_max {
            self.known.insert(key, self.list.len());
            self.list.push(finding);
        } else {
            self.overflowed = true;
        }
    }
}

/// The sentence asks; "They will answer: “Who pays?”" does not.
fn is_question(sentence: &str) -> bool {
    let asks = sentence.trim_end_matches(['*', '”', '"', '»', ' ']).ends_with('?');
    let quoted = sentence.rsplit_once(['“', '«']).is_some_and(|(before, _)| {
        !sentence.trim_end().ends_with('?') && before.contains(char::is_alphabetic)
    });
    let begins = sentence.trim_start_matches(['*', '“', '"', '«', ' ']).starts_with('¿');
    asks && !quoted || begins
}

/// What a block says of the list after it.
struct Announced {
    force: Option<Force>,
    /// The line has its force as a sentence; only items that begin with a verb take it over.
    spreads: bool,
    who: Option<String>,
    /// The line says who and nothing else: "The Ministry:".
    names: bool,
    /// The line says nothing that its list could take over: "There are five challenges:".
    plain: bool,
}

/// What the table is that is being read.
#[derive(Clone, Copy)]
enum Table {
    /// There is none.
    None,
    /// Its head says nothing of its rows.
    Plain,
    /// Its head says what its rows are: actions with those who answer for them, or results.
    Rows(Force),
}

/// Goes through a document block by block.
struct Reader<'t> {
    text: &'t str,
    pieces: &'t [Piece],
    chars: Chars<'t>,
    lexicons: Lexicons,
    language: Language,
    style: Style<'t>,
    section: Option<SectionKind>,
    announced: BTreeMap<usize, Announced>,
    /// What the last sentence did.
    before: Option<Force>,
    /// The line ending in a colon that a run of bare verbs in blocks of their own follows.
    run: Option<usize>,
    /// What the head of the table says of its rows, while they last.
    table: Table,
    outline: Vec<Block>,
    sentences: Vec<Sentence>,
    findings: Findings,
    problems: Vec<Problem>,
    /// The words of the sentences to explain, if any are to be.
    asked: Option<String>,
    explanations: Vec<Explanation>,
    names: Names,
    day: Option<Day>,
}

/// A sentence under the eyes of the reader.
struct Looked<'s> {
    text: &'s str,
    words: &'s [Word<'s>],
    /// Byte position in the document.
    start: usize,
    language: Language,
    grammar: &'static Grammar,
    present: Present,
    dates: Vec<Date>,
}

impl<'t> Reader<'t> {
    fn new(text: &'t str, pieces: &'t [Piece], language: Language) -> Self {
        let mut lexicons = Lexicons::take();
        let lexicon = lexicons.of(language);
        let day = day_of(text, pieces, lexicon);
        Self {
            day,
            text,
            pieces,
            chars: Chars::new(text),
            language,
            style: style::of(text, pieces, lexicon),
            lexicons,
            section: None,
            announced: BTreeMap::new(),
            before: None,
            run: None,
            table: Table::None,
            outline: Vec::with_capacity(pieces.len()),
            sentences: Vec::new(),
            findings: Findings::new(FINDINGS_MAX),
            problems: Vec::new(),
            asked: None,
            explanations: Vec::new(),
            names: Names::default(),
        }
    }

    fn all(&mut self) {
        for index in 0..self.pieces.len() {
            self.block(index);
        }
        self.posts_by_line();
    }

    /// The pages with their places in characters.
    fn pages(&self, starts: &[(u32, usize)]) -> Vec<Page> {
        let ends = starts.iter().skip(1).map(|(_, start)| *start);
        let ends = ends.chain(std::iter::once(self.text.len()));
        let pages = starts.iter().zip(ends).map(|((number, start), end)| Page {
            number: *number,
            start: self.chars.at(*start),
            end: self.chars.at(end),
        });
        pages.filter(|page| page.start < page.end).collect()
    }

    /// Reads one block.
    fn block(&mut self, index: usize) {
        let Some(mut piece) = self.pieces.get(index).copied() else { return };
        if matches!(piece.kind, BlockKind::Heading { .. })
            && self.style.runs.get(index) == Some(&Run::Verbs)
        {
            piece.kind = BlockKind::Paragraph;
        }
        let body = self.text.get(piece.body..piece.end).unwrap_or_default();
        let language = language::of_block(body, self.language);
        self.outline.push(Block {
            kind: piece.kind,
            start: self.chars.at(piece.start),
            body: self.chars.at(piece.body),
            end: self.chars.at(piece.end),
            language,
        });
        let grammar = grammar::of(language);
        match piece.kind {
            BlockKind::Furniture => {}
            BlockKind::Heading { .. } => {
                let words = self.words_of(index, body, language);
                let looked = look(body, &words, piece.body, self.lexicons.of(language));
                self.names.section(body);
                self.before = None;
                self.table = Table::None;
                if let Some(kind) = grammar.section(looked.words, &looked.present) {
                    self.section = Some(kind);
                }
                self.names_and_numbers(&looked);
            }
            BlockKind::Paragraph | BlockKind::ListItem { .. } | BlockKind::TableRow => {
                self.sentences_of(index, piece, body, language, grammar);
            }
        }
    }

    /// The words of a block, which may have been cut for the style of the document.
    fn words_of(&mut self, index: usize, body: &'t str, language: Language) -> Vec<Word<'t>> {
        let cut = self.style.words.get_mut(index).map(std::mem::take).unwrap_or_default();
        if cut.is_empty() || language != self.language {
            return words::words(body, self.lexicons.of(language));
        }
        cut
    }

    /// The line that introduces a block, if it belongs to a list or goes on with a line; and remembers
    /// the block for those that go on with it.
    fn introduction(
        &mut self,
        index: usize,
        piece: &Piece,
        run: Run,
        announces: bool,
    ) -> Option<usize> {
        let introduction = match piece.kind {
            BlockKind::ListItem { introduction } => introduction,
            BlockKind::Paragraph if run != Run::None => self.run,
            BlockKind::Paragraph
            | BlockKind::TableRow
            | BlockKind::Heading { .. }
            | BlockKind::Furniture => None,
        };
        if run == Run::None {
            self.run = announces.then_some(index);
        }
        introduction
    }

    fn sentences_of(
        &mut self,
        index: usize,
        piece: Piece,
        body: &'t str,
        language: Language,
        grammar: &'static Grammar,
    ) {
        let cuts = sentences::sentences(body, grammar);
        for at in cuts.too_long {
            self.problems.push(Problem::SentenceCut {
                at: self.chars.at(piece.body + at),
                chars_max: sentences::SENTENCE_CHARS_MAX,
            });
        }
        let ranges = cuts.sentences;
        let announces = outline::ends_in_colon(self.text, &piece);
        let run = self.style.runs.get(index).copied().unwrap_or(Run::None);
        let introduction = self.introduction(index, &piece, run, announces);
        let count = ranges.len();
        let mut words = self.words_of(index, body, language);
        let mut left = words.as_mut_slice();
        for (number, range) in ranges.into_iter().enumerate() {
            let sentence = body.get(range.clone()).unwrap_or_default();
            let (words, rest) = words::take_sentence(std::mem::take(&mut left), &range);
            left = rest;
            let lexicon = self.lexicons.of(language);
            let looked = look(sentence, words, piece.body + range.start, lexicon);
            let (start, end) = (looked.start, looked.start + sentence.len());
            let (start, end) = (self.chars.at(start), self.chars.at(end));
            self.sentences.push(Sentence { start, end, language });
            let last = number + 1 == count;
            let mut settings = self.settings(&piece, sentence, number == 0, last && announces);
            settings.extend(self.before.and_then(after));
            self.row(&piece, &looked, &mut settings);
            self.introduced(introduction, &looked, number == 0, &mut settings);
            if number == 0 && run == Run::Verbs {
                settings.push(Setting::RunOfMeasures);
            }
            if dates::due(&looked.dates, looked.words, grammar, None).is_some() {
                settings.push(Setting::Dated);
            }
            self.explain(&looked, settings);
            self.names.hear(looked.text, looked.words, grammar);
            let allowed = self.lexicons.of(language).allowed(settings);
            let mut asked = Asked::new(looked.words, &looked.present, grammar, &allowed);
            let (found, meeting) = asked.statements();
            let who = found.as_ref().and_then(|found| self.who(found, &looked, introduction));
            let force = found.as_ref().map(|found| found.force);
            let dangles =
                last && announces && self.announce(index, &looked, settings, force, who.clone());
            let introduces = found.is_none();
            let found = found.or_else(|| self.announced_undertaking(index, &looked));
            let announced = self.announced.get(&index).filter(|_| introduces);
            let who = who.or_else(|| announced.and_then(|announced| announced.who.clone()));
            self.before = found.as_ref().map(|found| found.force);
            if let Some(found) = found.filter(|_| !dangles) {
                self.add_statement(&found, &looked, who);
            } else if number > 0 {
                self.due_of_statement_before(&looked, self.chars.at(piece.start));
            }
            if let Some(meeting) = meeting {
                let who = self.who(&meeting, &looked, None);
                self.add_statement(&meeting, &looked, who);
            }
            self.names_and_numbers(&looked);
        }
    }

    /// Says what the rules make of a sentence, if it is one that is asked about.
    fn explain(&mut self, looked: &Looked<'_>, settings: Settings) {
        let Some(asked) = &self.asked else { return };
        if self.explanations.len() >= EXPLAINED_MAX || !plain_words(looked.text).contains(asked) {
            return;
        }
        let named = |setting: &Setting| settings.contains(*setting);
        let words = looked
            .words
            .iter()
            .map(|word| (word.low().to_owned(), looked.grammar.named_classes(word.class_set())));
        self.explanations.push(Explanation {
            start: self.chars.at(looked.start),
            end: self.chars.at(looked.start + looked.text.len()),
            text: looked.text.to_owned(),
            language: looked.language,
            settings: Setting::ALL
                .iter()
                .filter(|s| named(s))
                .map(|s| s.name().to_owned())
                .collect(),
            words: words.collect(),
            rules: explain::considered(
                looked.text,
                looked.words,
                &looked.present,
                looked.grammar,
                settings,
            ),
        });
    }

    /// What surrounds a sentence.
    fn settings(&self, piece: &Piece, sentence: &str, first: bool, announces: bool) -> Settings {
        let mut settings = self.style.settings;
        match self.section {
            Some(SectionKind::Future) => settings.push(Setting::SectionFuture),
            Some(SectionKind::Result) => settings.push(Setting::SectionResult),
            Some(SectionKind::Recommendation) => settings.push(Setting::SectionRecommendation),
            Some(SectionKind::Measures) => settings.push(Setting::SectionMeasures),
            Some(SectionKind::Plain) => settings.push(Setting::SectionPlain),
            None => {}
        }
        if let BlockKind::ListItem { introduction } = piece.kind {
            settings.push(Setting::Item);
            let announced = introduction.and_then(|at| self.announced.get(&at));
            if announced.is_some_and(|announced| announced.names) {
                settings.push(Setting::Named);
            }
        }
        if first {
            settings.push(Setting::First);
        }
        if announces {
            settings.push(Setting::Introduces);
        }
        // In a list of measures the name in brackets is whoever takes them.
        if !settings.contains(Setting::Measures) && style::is_endorsed(sentence) {
            settings.push(Setting::Endorsed);
        }
        if is_question(sentence) {
            settings.push(Setting::Question);
        }
        settings
    }

    /// What the line before a list says of its item: of its first sentence, and of those after it
    /// that begin with a bare verb as items do. Where the line has its force as a sentence, of items
    /// that say nothing by themselves.
    fn introduced(
        &self,
        introduction: Option<usize>,
        looked: &Looked<'_>,
        first: bool,
        settings: &mut Settings,
    ) {
        let Some(announced) = introduction.and_then(|at| self.announced.get(&at)) else { return };
        if announced.plain {
            settings.push(Setting::IntroducedPlainly);
        }
        let grammar = looked.grammar;
        let bare = grammar.class("imperative").union(grammar.class("infinitive"));
        let verb = bare.union(grammar.class("ing"));
        let begins = |classes: Classes| looked.words.first().is_some_and(|w| w.is(&classes));
        let finite = grammar.class("finite");
        let verbless = first && !looked.words.iter().any(|word| word.is(&finite));
        let takes_over =
            if announced.spreads { begins(verb) || verbless } else { first || begins(bare) };
        if let Some(force) = announced.force.filter(|_| takes_over) {
            settings.extend(introduced_by(force));
        }
    }

    /// What the head of a table says of the row.
    fn row(&mut self, piece: &Piece, looked: &Looked<'_>, settings: &mut Settings) {
        if piece.kind != BlockKind::TableRow && !looked.text.starts_with('|') {
            self.table = Table::None;
            return;
        }
        settings.push(Setting::Row);
        match self.table {
            Table::Rows(force) if looked.words.iter().any(|word| !word.mark) => {
                settings.extend(introduced_by(force));
            }
            Table::Rows(_) | Table::Plain => {}
            Table::None => {
                let (words, present) = (looked.words, &looked.present);
                let head = statements::introduction(words, present, looked.grammar, *settings);
                self.table = head.map_or(Table::Plain, |(force, _)| Table::Rows(force));
            }
        }
    }

    /// A line that binds somebody to the list after it says so itself: "the parties aim to:".
    fn announced_undertaking(&self, index: usize, looked: &Looked<'_>) -> Option<Statement> {
        let announced = self.announced.get(&index)?;
        let said = looked.words.iter().filter(|word| !word.mark).count();
        if said < ANNOUNCED_WORDS_MIN {
            return None;
        }
        let last = looked.start + looked.text.len();
        let ends_block = self.pieces.get(index).is_some_and(|piece| last >= piece.end);
        (ends_block && announced.force == Some(Force::Undertaking)).then_some(Statement {
            force: Force::Undertaking,
            confidence: ANNOUNCED_CONFIDENCE,
            rule: "introduces-undertakings",
            predicate: None,
            who: None,
            who_from_introduction: false,
        })
    }

    /// Remembers what a line says of the list after it, and notices when none follows.
    ///
    /// Tells whether the line says nothing without its list: "they agreed to:".
    fn announce(
        &mut self,
        index: usize,
        looked: &Looked<'_>,
        settings: Settings,
        found: Option<Force>,
        who: Option<String>,
    ) -> bool {
        let (words, present) = (looked.words, &looked.present);
        let introduction = statements::introduction(words, present, looked.grammar, settings);
        let introduction_tells = introduction.is_some();
        let who = who.or_else(|| {
            let (_, subject) = introduction.as_ref()?;
            statements::named(looked.text, looked.words, subject, looked.grammar)
        });
        // "To do so, the two governments:" names who acts and leaves the verbs to the list.
        let said = who.is_some() || introduction_tells;
        let who = who.or_else(|| {
            let end = looked.words.iter().rposition(|word| !word.mark)? + 1;
            let subject = subject::subject(looked.words, end, looked.grammar);
            let acts = matches!(subject.role, Role::Actor | Role::Own);
            acts.then(|| statements::named(looked.text, looked.words, &subject, looked.grammar))
                .flatten()
        });
        let titles = looked.words.len() <= TITLE_WORDS_MAX;
        let title = || looked.grammar.section(looked.words, &looked.present);
        let title = titles.then(title).flatten();
        let force = introduction.map(|(force, _)| force).or_else(|| title.and_then(force_of));
        // What the line itself undertakes or asks for, its list does too.
        let binds = |force: &Force| matches!(force, Force::Undertaking | Force::Recommendation);
        let force = force.or_else(|| introducing(settings));
        let spreads = force.is_none();
        let force = force.or(found.filter(binds));
        // A list may follow at once, or the line may be an item of a list that goes on below it.
        let after = self.pieces.iter().zip(&self.style.runs).skip(index + 1);
        let next = after.into_iter().find(|(piece, _)| piece.kind != BlockKind::Furniture);
        let in_run = next.is_some_and(|(_, run)| *run != Run::None);
        let next = next.map(|(piece, _)| piece);
        let missing = match next.map(|piece| piece.kind) {
            Some(BlockKind::ListItem { .. } | BlockKind::TableRow) => false,
            Some(BlockKind::Paragraph) if in_run => false,
            Some(BlockKind::Paragraph) => {
                force.is_some() || next.is_some_and(|piece| self.goes_elsewhere(piece))
            }
            Some(BlockKind::Heading { .. } | BlockKind::Furniture) | None => true,
        };
        if missing {
            let words: Vec<&str> = looked.text.split_whitespace().collect();
            let from = words.len().saturating_sub(QUOTED_WORDS_MAX);
            self.problems.push(Problem::ListMissing {
                after: self.chars.at(looked.start)..self.chars.at(looked.start + looked.text.len()),
                words: words.get(from..).unwrap_or_default().join(" "),
            });
        }
        let names = !said && who.is_some();
        let plain = force.is_none() && !names && title != Some(SectionKind::Measures);
        self.announced.insert(index, Announced { force, spreads, who, names, plain });
        let preposition = looked.grammar.class("preposition");
        let final_word = looked.words.iter().rev().find(|word| !word.mark);
        missing && final_word.is_some_and(|word| word.is(&preposition))
    }

    /// A paragraph of full sentences, no quotation: not what a colon announced.
    fn goes_elsewhere(&self, piece: &Piece) -> bool {
        let body = self.text.get(piece.body..piece.end).unwrap_or_default().trim();
        let quotes = body.starts_with(['“', '"', '«', '‘', '\'', '>']);
        !quotes
            && body.len() > 60
            && body.ends_with(['.', ':'])
            && body.starts_with(char::is_uppercase)
    }

    fn who(
        &self,
        found: &Statement,
        looked: &Looked<'_>,
        introduction: Option<usize>,
    ) -> Option<String> {
        if found.who_from_introduction {
            return introduction.and_then(|at| self.announced.get(&at)).and_then(|a| a.who.clone());
        }
        found.who.as_ref().and_then(|subject| {
            statements::named(looked.text, looked.words, subject, looked.grammar)
        })
    }

    fn add_statement(&mut self, found: &Statement, looked: &Looked<'_>, who: Option<String>) {
        let kind = found.force.kind();
        let date = match kind {
            Kind::Result | Kind::Meeting => dates::day(&looked.dates),
            Kind::Undertaking
            | Kind::Recommendation
            | Kind::Person
            | Kind::Institution
            | Kind::Date
            | Kind::Figure
            | Kind::Instrument => {
                dates::due(&looked.dates, looked.words, looked.grammar, found.predicate)
            }
        };
        let mut due = date.and_then(|date| when(date, looked));
        if let (Some(When { edtf: edtf @ None, .. }), Some(date), Some(day)) =
            (&mut due, date, self.day)
            && matches!(kind, Kind::Undertaking | Kind::Recommendation)
        {
            let words = looked.words.get(date.words.clone()).unwrap_or_default();
            *edtf = calendar::ahead(words, day, looked.grammar);
        }
        let stands_for = self.stands_for(found, looked, who.as_ref());
        let all = 0..looked.words.len();
        let Some(mut finding) = self.finding(kind, looked, all, found.rule, found.confidence)
        else {
            return;
        };
        // A statement is the whole sentence, its last mark included.
        finding.start = self.chars.at(looked.start);
        finding.end = self.chars.at(looked.start + looked.text.len());
        looked.text.clone_into(&mut finding.text);
        finding.who = who;
        finding.stands_for = stands_for;
        if kind == Kind::Undertaking {
            finding.to_whom = counterpart::owed_to(looked.words, &looked.present, looked.grammar)
                .and_then(|name| phrase(looked, &name));
        }
        finding.lenses = looked.grammar.lenses(looked.words, &looked.present);
        finding.due = due;
        self.findings.add(finding);
    }

    /// "Open the registers. (May 2027)": a date that stands alone is that of the statement before it in
    /// its block.
    fn due_of_statement_before(&mut self, looked: &Looked<'_>, block_start: usize) {
        let [date] = looked.dates.as_slice() else { return };
        let alone = |(at, word): (usize, &Word<'_>)| word.mark || date.words.contains(&at);
        if !looked.words.iter().enumerate().all(alone) {
            return;
        }
        let found = self.findings.list.iter_mut().rev();
        let mut found = found.take_while(|finding| finding.start >= block_start);
        let states = |kind| matches!(kind, Kind::Undertaking | Kind::Recommendation | Kind::Result);
        let before = found.find(|finding| states(finding.kind));
        let before = before.filter(|found| found.kind != Kind::Result && found.due.is_none());
        if let Some(before) = before {
            before.due = when(date, looked);
        }
    }

    /// Whom the one who acts means, and remembers them for the sentence after.
    fn stands_for(
        &mut self,
        found: &Statement,
        looked: &Looked<'_>,
        who: Option<&String>,
    ) -> Option<String> {
        let block = self.outline.len();
        let subject = found.who.as_ref()?;
        let words = looked.words.get(subject.words.clone()).unwrap_or_default();
        let meant = self.names.meant(block, subject.role, words, looked.grammar);
        let who = meant.as_ref().or(who);
        self.names.acts(block, subject.role, words, who, looked.grammar);
        meant
    }

    /// A finding whose passage is a range of words.
    fn finding(
        &self,
        kind: Kind,
        looked: &Looked<'_>,
        words: Range<usize>,
        rule: &str,
        confidence: f64,
    ) -> Option<Finding> {
        let words = looked.words.get(words)?;
        let (start, end) = (words.first()?.start, words.last()?.end);
        Some(Finding {
            kind,
            start: self.chars.at(looked.start + start),
            end: self.chars.at(looked.start + end),
            also: Vec::new(),
            text: looked.text.get(start..end)?.to_owned(),
            language: looked.language,
            who: None,
            stands_for: None,
            to_whom: None,
            lenses: Vec::new(),
            due: None,
            parts: Parts::None,
            confidence,
            rule: rule.to_owned(),
        })
    }

    /// Institutions, persons, dates and figures of a sentence.
    fn names_and_numbers(&mut self, looked: &Looked<'_>) {
        let words = looked.words;
        for institution in names::institutions(words, looked.grammar) {
            let closes = looked.words.get(institution.acronym + 1).is_some_and(|w| w.text == ")");
            let whole = institution.name.start..institution.acronym + 1 + usize::from(closes);
            let adopted = institution.is_instrument;
            let kind = if adopted { Kind::Instrument } else { Kind::Institution };
            let found = self.finding(kind, looked, whole, "name-and-acronym", 0.85);
            let name = phrase(looked, &institution.name);
            let acronym = phrase(looked, &(institution.acronym..institution.acronym + 1));
            if let (Some(mut finding), Some(name), Some(acronym)) = (found, name, acronym) {
                self.names.acronym(&acronym, &name);
                finding.parts = Parts::Institution { name, acronym };
                self.findings.add(finding);
            }
        }
        for instrument in names::instruments(words, looked.grammar) {
            let rule = "instrument-by-name";
            if let Some(finding) = self.finding(Kind::Instrument, looked, instrument, rule, 0.75) {
                self.findings.add(finding);
            }
        }
        for person in names::persons(words, looked.grammar) {
            let whole =
                person.name.start.min(person.post.start)..person.name.end.max(person.post.end);
            let rule = if person.post.start < person.name.start {
                "title-and-name"
            } else {
                "name-and-post"
            };
            let found = self.finding(Kind::Person, looked, whole, rule, 0.75);
            if let (Some(mut finding), Some(post)) = (found, phrase(looked, &person.post)) {
                finding.who = phrase(looked, &person.name);
                finding.parts = Parts::Post(post);
                self.findings.add(finding);
            }
        }
        for date in &looked.dates {
            let confidence = if date.edtf.is_some() { 0.9 } else { 0.6 };
            let found = self.finding(Kind::Date, looked, date.words.clone(), "date", confidence);
            if let Some(mut finding) = found {
                finding.due = when(date, looked);
                self.findings.add(finding);
            }
        }
        for figure in figures::figures(words, &looked.dates, looked.grammar) {
            let found =
                self.finding(Kind::Figure, looked, figure.words.clone(), "number-and-noun", 0.7);
            if let (Some(mut finding), Some(number)) = (found, phrase(looked, &figure.number)) {
                let counted = phrase(looked, &figure.counted).unwrap_or_default();
                finding.parts = Parts::Figure { number, counted };
                self.findings.add(finding);
            }
        }
    }

    /// Persons whose name stands on one line and whose post on the next.
    fn posts_by_line(&mut self) {
        let mut before: Option<(usize, &str)> = None;
        for piece in self.pieces {
            let body = self.text.get(piece.body..piece.end).unwrap_or_default();
            let mut start = piece.body;
            for line in body.split_inclusive('\n') {
                let at = start;
                start += line.len();
                let trimmed = line.trim();
                if trimmed.is_empty() || piece.kind == BlockKind::Furniture || trimmed.len() > 200 {
                    before = None;
                    continue;
                }
                let at = at + (line.len() - line.trim_start().len());
                let grammar = grammar::of(self.language);
                if let Some((name_at, name)) = before
                    && let words = words::words(trimmed, self.lexicons.of(self.language))
                    && names::is_post_line(&words, grammar)
                {
                    self.findings.add(Finding {
                        kind: Kind::Person,
                        start: self.chars.at(name_at),
                        end: self.chars.at(at + trimmed.len()),
                        also: Vec::new(),
                        text: self
                            .text
                            .get(name_at..at + trimmed.len())
                            .unwrap_or_default()
                            .to_owned(),
                        language: self.language,
                        who: Some(name.to_owned()),
                        stands_for: None,
                        to_whom: None,
                        lenses: Vec::new(),
                        due: None,
                        parts: Parts::Post(trimmed.to_owned()),
                        confidence: 0.85,
                        rule: "name-line-and-post-line".to_owned(),
                    });
                    before = None;
                    continue;
                }
                // Most lines are no name, and a look at them tells.
                let plausible = trimmed.starts_with(char::is_uppercase)
                    && trimmed.split_ascii_whitespace().nth(NAME_LINE_WORDS_MAX).is_none();
                before = (plausible && {
                    let words = words::words(trimmed, self.lexicons.of(self.language));
                    names::is_name_line(&words, grammar)
                })
                .then_some((at, trimmed));
            }
        }
    }
}

/// The day a document is of, if one of its first short blocks says it. What is still to come is not of
/// that day: "It will open on May 3, 2027".
fn day_of(text: &str, pieces: &[Piece], lexicon: &mut Lexicon) -> Option<Day> {
    let blocks = pieces.iter().filter(|piece| piece.kind != BlockKind::Furniture);
    blocks.take(DATED_BLOCKS_MAX).find_map(|piece| {
        let block = text.get(piece.body..piece.end)?;
        let short = block.len() <= DATED_BYTES_MAX;
        let words = if short { words::words(block, lexicon) } else { Vec::new() };
        let present = Present::of(&words);
        let ahead =
            ["will", "future", "future_own", "be_future"].map(|it| lexicon.grammar.class(it));
        if words.iter().any(|word| ahead.iter().any(|class| word.is(class) && !word.named)) {
            return None;
        }
        let dates = dates::dates(&words, &present, lexicon.grammar);
        dates.iter().find_map(|date| date.edtf.as_deref().and_then(calendar::day))
    })
}

/// What a sentence is that a line of some force introduces.
fn introduced_by(force: Force) -> Option<Setting> {
    match force {
        Force::Undertaking => Some(Setting::IntroducedUndertaking),
        Force::Recommendation => Some(Setting::IntroducedRecommendation),
        Force::Result => Some(Setting::IntroducedResult),
        Force::Meeting => None,
    }
}

/// The force of the list that a sentence is an item of, which a list below it has too.
fn introducing(settings: Settings) -> Option<Force> {
    let binds = [Force::Undertaking, Force::Recommendation, Force::Result];
    binds
        .into_iter()
        .find(|force| introduced_by(*force).is_some_and(|setting| settings.contains(setting)))
}

/// What a sentence is that follows one of some force.
fn after(force: Force) -> Option<Setting> {
    match force {
        Force::Undertaking => Some(Setting::AfterUndertaking),
        Force::Recommendation => Some(Setting::AfterRecommendation),
        Force::Result | Force::Meeting => None,
    }
}

/// What the items of a list are that stands under the title of such a section.
fn force_of(section: SectionKind) -> Option<Force> {
    match section {
        SectionKind::Future => Some(Force::Undertaking),
        SectionKind::Result => Some(Force::Result),
        SectionKind::Recommendation => Some(Force::Recommendation),
        SectionKind::Measures | SectionKind::Plain => None,
    }
}

fn look<'s>(
    text: &'s str,
    words: &'s [Word<'s>],
    start: usize,
    lexicon: &mut Lexicon,
) -> Looked<'s> {
    let (language, grammar) = (lexicon.language, lexicon.grammar);
    let present = Present::of(words);
    let dates = dates::dates(words, &present, grammar);
    Looked { text, words, start, language, grammar, present, dates }
}

fn when(date: &Date, looked: &Looked<'_>) -> Option<When> {
    Some(When { edtf: date.edtf.clone(), words: phrase(looked, &date.words)? })
}

/// The words of a range as the sentence has them, on one line.
fn phrase(looked: &Looked<'_>, range: &Range<usize>) -> Option<String> {
    let words = looked.words.get(range.clone())?;
    let text = looked.text.get(words.first()?.start..words.last()?.end)?;
    Some(on_one_line(text))
}

#[cfg(test)]
mod tests;
