//! Two documents of successive years: what the later one carries over from the earlier one, what it
//! changes, reports as done, adds and leaves out. All of it is suggested with reasons.
//!
//! Never: decides. What looks alike is paired, and then it is said in what the two differ, word by word;
//! only what says the same in the same words is suggested as carried over.
//!
//! Words: a *statement* is an undertaking or a recommendation; a *sequel* is what became of one.

mod differing;
mod stems;

use std::collections::{BTreeMap, BTreeSet};

use crate::Language;
use crate::reading::{Finding, FindingKind, FindingPlace, Reading};
use crate::record::{Block, BlockForm};
pub use differing::Differs;
use differing::{differing, spelled};
use stems::Stems;

/// Statements of a document that are compared; of more, the first.
pub const STATEMENTS_MAX: usize = 5_000;
/// Words in common that are named.
pub const COMMON_MAX: usize = 6;
/// A pair has at least this much in common, in per cent of what both say.
const SHARE_MIN: u64 = 40;
/// A result has at least this much in common with what it reports on, in per cent of what that says.
const REPORTED_MIN: u64 = 50;
/// Words that a pair has in common at least.
const WORDS_MIN: usize = 2;
/// Words that a result and what it reports on have in common at least.
const REPORTED_WORDS_MIN: usize = 3;
/// A word that more statements have brings no two of them together: others that are rarer do.
const SEEKING_STATEMENTS_MAX: usize = 64;
/// What the same actor, and headings alike, count for when several could be the other one.
const SAME_WHO: u64 = 8;
const SAME_HEADING: u64 = 6;
/// What the very same words count for: more than anything else.
const SAME_WORDS: u64 = 1_000;
/// What a statement counts for over a result that is as like.
const STATEMENT: u64 = 10;

/// What became of a statement, or where one comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Sequel {
    /// The later document says the same.
    CarriedOver,
    /// The later document says it with changes.
    Changed,
    /// The later document reports that it was done, or is being done.
    Done,
    /// The earlier document does not say it.
    New,
    /// The later document does not say it.
    Gone,
}

impl Sequel {
    /// All of them, in the order in which they are counted.
    pub const ALL: [Self; 5] =
        [Self::CarriedOver, Self::Changed, Self::Done, Self::New, Self::Gone];

    /// The code in parts, addresses and messages.
    pub const fn code(self) -> &'static str {
        match self {
            Self::CarriedOver => "carried-over",
            Self::Changed => "changed",
            Self::Done => "done",
            Self::New => "new",
            Self::Gone => "gone",
        }
    }

    /// The sequel with this code.
    pub fn find(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|sequel| sequel.code() == code)
    }

    /// Whether it can be said of findings that are, or are not, in the earlier and the later document.
    pub fn is_of(self, pair: &Pair) -> bool {
        let (has_earlier, has_later) = (pair.earlier.is_some(), pair.later.is_some());
        let needs = match self {
            Self::CarriedOver | Self::Changed | Self::Done => (true, true),
            Self::New => (false, true),
            Self::Gone => (true, false),
        };
        let is_report = pair.later.is_some_and(|later| later.kind == FindingKind::Result);
        needs == (has_earlier, has_later)
            && is_report == (self == Self::Done)
            && pair.is_comparable()
    }
}

/// A finding of the earlier document and the one of the later that may continue it; one of them may be
/// missing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Pair {
    /// In the earlier document.
    pub earlier: Option<FindingPlace>,
    /// In the later document.
    pub later: Option<FindingPlace>,
}

impl Pair {
    /// Whether it is of statements, the later one perhaps of a result.
    pub fn is_comparable(&self) -> bool {
        self.earlier.is_none_or(|it| is_statement(it.kind))
            && self.later.is_none_or(|it| is_statement(it.kind) || it.kind == FindingKind::Result)
    }
}

/// What people said of a pair.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Judged {
    /// Of which.
    pub pair: Pair,
    /// What it is; none where they said that the two have nothing to do with each other.
    pub sequel: Option<Sequel>,
}

/// A statement, or two that belong together, with what speaks for it and what differs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// The findings.
    pub pair: Pair,
    /// What is suggested, or what people said.
    pub sequel: Sequel,
    /// Whether people said so.
    pub is_judged: bool,
    /// How much they have in common, in per cent; rare words count for more. 0 for one alone.
    pub share: u8,
    /// Words in common, the rarest first, as the earlier document writes them.
    pub common: Vec<String>,
    /// Whether the same actor is named.
    pub is_same_who: bool,
    /// Whether they stand under headings with words in common.
    pub is_same_heading: bool,
    /// In what they differ.
    pub differs: Vec<Differs>,
}

/// Two documents beside each other.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Comparison {
    /// Every statement of both once, in the order of the later document; what is gone stands after what
    /// stood before it in the earlier one.
    pub rows: Vec<Row>,
    /// Statements of the earlier or later document that were over the limit.
    pub left_out: usize,
}

impl Comparison {
    /// How many rows are of a sequel.
    pub fn count(&self, sequel: Sequel) -> usize {
        self.rows.iter().filter(|row| row.sequel == sequel).count()
    }
}

/// The concepts that a text in a language names, by numbers that are the same in every language.
pub type Concepts<'a> = &'a dyn Fn(&str, Language) -> Vec<usize>;

/// Compares two documents. What people said holds; `concepts` brings different languages together.
pub fn compare(
    earlier: &Reading,
    later: &Reading,
    judged: &[Judged],
    concepts: Concepts<'_>,
) -> Comparison {
    // Concepts are asked for only where there are languages to bring together.
    let all = earlier.findings.iter().chain(&later.findings);
    let languages: BTreeSet<Language> = all.map(|finding| finding.language).collect();
    let none = |_: &str, _: Language| Vec::new();
    let concepts: Concepts<'_> = if languages.len() > 1 { concepts } else { &none };
    let [mut before, mut after] = [earlier, later].map(|reading| Sayings::of(reading, concepts));
    let scale = Scale::of(before.all.iter().chain(&after.all));
    for saying in before.all.iter_mut().chain(&mut after.all) {
        saying.terms = scale.terms(&saying.stems);
    }
    let mut pairing = Pairing::new(&before, &after, scale);
    pairing.judge(judged);
    pairing.suggest();
    let mut rows = pairing.rows();
    in_order(&mut rows);
    Comparison { rows, left_out: before.left_out + after.left_out }
}

/// How many telling words two titles have in common, years aside: documents of a series are called alike.
pub fn words_in_common(one: &str, other: &str, language: Language) -> usize {
    let [one, other] = [one, other].map(|title| Stems::of(title, language, &[]).words);
    let is_word = |word: &&String| !word.starts_with(|c: char| c.is_ascii_digit());
    one.keys().filter(is_word).filter(|word| other.contains_key(*word)).count()
}

/// A finding as it is compared.
struct Saying<'a> {
    finding: &'a Finding,
    words: String,
    spelled: Vec<String>,
    stems: Stems,
    heading: BTreeSet<String>,
    /// Whom it names, in words that can be compared.
    who: Option<Vec<String>>,
    /// What its telling words count for, in the order of their numbers.
    terms: Vec<Term>,
}

/// A telling word of a statement.
#[derive(Debug, Clone, Copy)]
struct Term {
    /// Its number among the words of both documents.
    word: usize,
    weight: u64,
    is_name: bool,
    is_concept: bool,
}

impl Saying<'_> {
    fn kind(&self) -> FindingKind {
        self.finding.place.kind
    }

    fn is_statement(&self) -> bool {
        is_statement(self.kind())
    }

    /// What all its words count for.
    fn whole(&self, with_concepts: Concepted) -> u64 {
        self.terms.iter().filter(|term| with_concepts.counts(term)).map(|term| term.weight).sum()
    }
}

/// Whether concepts count: they only bring languages together, within one they would count words twice.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Concepted {
    Yes,
    No,
}

impl Concepted {
    fn of(one: &Saying<'_>, other: &Saying<'_>) -> Self {
        if one.finding.language == other.finding.language { Self::No } else { Self::Yes }
    }

    fn counts(self, term: &Term) -> bool {
        self == Self::Yes || !term.is_concept
    }
}

const fn is_statement(kind: FindingKind) -> bool {
    matches!(kind, FindingKind::Undertaking | FindingKind::Recommendation)
}

/// What one document says, in the order of its text.
struct Sayings<'a> {
    all: Vec<Saying<'a>>,
    left_out: usize,
}

impl<'a> Sayings<'a> {
    fn of(reading: &'a Reading, concepts: Concepts<'_>) -> Self {
        let chars: Vec<char> = reading.text.chars().collect();
        let cut = |start: usize, end: usize| -> String {
            chars.get(start..end.min(chars.len())).unwrap_or_default().iter().collect()
        };
        let headings: Vec<(usize, BTreeSet<String>)> = headings(&reading.outline)
            .map(|block| {
                let words = cut(block.start, block.end);
                let stems = Stems::of(&words, reading.language, &[]);
                (block.start, stems.words.into_keys().collect())
            })
            .collect();
        let mut findings: Vec<&Finding> = reading
            .findings
            .iter()
            .filter(|it| is_statement(it.place.kind) || it.place.kind == FindingKind::Result)
            .collect();
        findings.sort_by_key(|finding| finding.place);
        findings.dedup_by_key(|finding| finding.place);
        let (mut all, mut left_out) = (Vec::new(), 0);
        let mut counts: BTreeMap<bool, usize> = BTreeMap::new();
        for finding in findings {
            let count = counts.entry(is_statement(finding.place.kind)).or_default();
            *count += 1;
            if *count > STATEMENTS_MAX {
                left_out += usize::from(is_statement(finding.place.kind));
                continue;
            }
            let words = cut(finding.place.start, finding.place.end);
            let above = headings.partition_point(|(start, _)| *start <= finding.place.start);
            let heading = above.checked_sub(1).and_then(|above| headings.get(above));
            all.push(Saying {
                finding,
                spelled: spelled(&words),
                stems: Stems::of(&words, finding.language, &concepts(&words, finding.language)),
                heading: heading.map(|(_, words)| words.clone()).unwrap_or_default(),
                who: finding.stands_for.as_ref().or(finding.who.as_ref()).map(|it| spelled(it)),
                words,
                terms: Vec::new(),
            });
        }
        Self { all, left_out }
    }
}

fn headings(outline: &[Block]) -> impl Iterator<Item = &Block> {
    outline.iter().filter(|block| {
        matches!(block.form, BlockForm::Heading1 | BlockForm::Heading2 | BlockForm::Heading3)
    })
}

/// What words count for: the fewer statements have one, the more.
struct Scale {
    /// The number of each word, and how many statements have it.
    words: BTreeMap<String, (usize, usize)>,
    statements: usize,
}

impl Scale {
    fn of<'a>(all: impl Iterator<Item = &'a Saying<'a>>) -> Self {
        let (mut words, mut statements) = (BTreeMap::new(), 0);
        for saying in all {
            statements += 1;
            for word in saying.stems.words.keys() {
                let number = words.len();
                words.entry(word.clone()).or_insert((number, 0)).1 += 1;
            }
        }
        Self { words, statements }
    }

    fn terms(&self, stems: &Stems) -> Vec<Term> {
        let terms = stems.words.iter().filter_map(|(word, it)| {
            let (number, having) = self.words.get(word)?;
            let weight = self.weight(*having, it.is_name);
            let (is_name, is_concept) = (it.is_name, it.is_concept);
            Some(Term { word: *number, weight, is_name, is_concept })
        });
        let mut terms: Vec<Term> = terms.collect();
        terms.sort_unstable_by_key(|term| term.word);
        terms
    }

    /// What a word counts for that so many statements have.
    fn weight(&self, having: usize, is_name: bool) -> u64 {
        let rarity = (self.statements + 1) / (having + 1);
        // The number of binary digits grows as the logarithm does, and is the same on every machine.
        let digits = usize::BITS - (rarity * rarity + 1).leading_zeros();
        u64::from(if is_name { digits * 2 } else { digits })
    }
}

/// Who belongs to whom, as far as it is known.
struct Pairing<'a> {
    before: &'a Sayings<'a>,
    after: &'a Sayings<'a>,
    scale: Scale,
    /// The rows that are settled, by the places in the lists of sayings.
    settled: Vec<(Option<usize>, Option<usize>, Sequel, bool)>,
    apart: BTreeSet<(usize, usize)>,
    taken: [BTreeSet<usize>; 2],
}

impl<'a> Pairing<'a> {
    fn new(before: &'a Sayings<'a>, after: &'a Sayings<'a>, scale: Scale) -> Self {
        let (settled, apart, taken) = (Vec::new(), BTreeSet::new(), Default::default());
        Self { before, after, scale, settled, apart, taken }
    }

    /// What people said is settled before anything is suggested.
    fn judge(&mut self, judged: &[Judged]) {
        let at = |sayings: &Sayings<'_>, place: Option<FindingPlace>| {
            let place = place?;
            sayings.all.iter().position(|saying| saying.finding.place == place)
        };
        for Judged { pair, sequel } in judged {
            let places = (at(self.before, pair.earlier), at(self.after, pair.later));
            let is_found = pair.earlier.is_some() == places.0.is_some()
                && pair.later.is_some() == places.1.is_some();
            match (sequel, places) {
                (None, (Some(earlier), Some(later))) => {
                    self.apart.insert((earlier, later));
                }
                (Some(sequel), (earlier, later)) if is_found && sequel.is_of(pair) => {
                    self.settle(earlier, later, *sequel, true);
                }
                _nothing => {}
            }
        }
    }

    /// Every statement is settled once; a result may report on several.
    fn settle(&mut self, earlier: Option<usize>, later: Option<usize>, sequel: Sequel, by: bool) {
        let is_of_statements = |sayings: &Sayings<'_>, at: Option<usize>, is_result: bool| {
            at.and_then(|at| sayings.all.get(at)).is_none_or(|it| it.is_statement() != is_result)
        };
        let fits = is_of_statements(self.before, earlier, false)
            && is_of_statements(self.after, later, sequel == Sequel::Done);
        let [before, after] = &mut self.taken;
        let is_free = earlier.is_none_or(|at| !before.contains(&at))
            && later.is_none_or(|at| !after.contains(&at));
        if !fits || !is_free {
            return;
        }
        before.extend(earlier);
        after.extend(later.filter(|_| sequel != Sequel::Done));
        self.settled.push((earlier, later, sequel, by));
    }

    /// The likest first; what is left over is new or gone.
    fn suggest(&mut self) {
        let mut candidates: Vec<(u64, usize, usize)> = Vec::new();
        for (earlier, later) in self.candidates() {
            let ranked = later
                .into_iter()
                .filter_map(|later| self.rank(earlier, later).map(|rank| (rank, earlier, later)));
            candidates.extend(ranked);
        }
        candidates
            .sort_by_key(|(rank, earlier, later)| (std::cmp::Reverse(*rank), *earlier, *later));
        for (_, earlier, later) in candidates {
            let [before, after] = &self.taken;
            if before.contains(&earlier) || after.contains(&later) {
                continue;
            }
            if let Some(sequel) = self.sequel(earlier, later) {
                self.settle(Some(earlier), Some(later), sequel, false);
            }
        }
        for at in 0..self.before.all.len() {
            self.settle(Some(at), None, Sequel::Gone, false);
        }
        for at in 0..self.after.all.len() {
            self.settle(None, Some(at), Sequel::New, false);
        }
    }

    /// For each statement of the earlier document, the findings of the later one that have a telling word
    /// in common with it, or all words.
    fn candidates(&self) -> Vec<(usize, Vec<usize>)> {
        let mut by_word: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
        let mut by_spelling: BTreeMap<&[String], Vec<usize>> = BTreeMap::new();
        for (at, saying) in self.after.all.iter().enumerate() {
            by_spelling.entry(&saying.spelled).or_default().push(at);
            for term in &saying.terms {
                by_word.entry(term.word).or_default().push(at);
            }
        }
        by_word.retain(|_, having| having.len() <= SEEKING_STATEMENTS_MAX);
        let mut candidates = Vec::new();
        for (at, saying) in self.before.all.iter().enumerate() {
            if !saying.is_statement() {
                continue;
            }
            let spelled = by_spelling.get(saying.spelled.as_slice()).into_iter().flatten();
            let words = saying.terms.iter().filter_map(|term| by_word.get(&term.word));
            let mut of_this: Vec<usize> = spelled.chain(words.flatten()).copied().collect();
            of_this.sort_unstable();
            of_this.dedup();
            of_this.retain(|later| !self.apart.contains(&(at, *later)));
            candidates.push((at, of_this));
        }
        candidates
    }

    /// How soon two are paired; none if they have too little in common.
    fn rank(&self, earlier: usize, later: usize) -> Option<u64> {
        let (one, other) = (self.before.all.get(earlier)?, self.after.all.get(later)?);
        let is_report = other.kind() == FindingKind::Result;
        if !is_report && one.kind() != other.kind() {
            return None;
        }
        let (least, words) =
            if is_report { (REPORTED_MIN, REPORTED_WORDS_MIN) } else { (SHARE_MIN, WORDS_MIN) };
        let shared = Shared::of(one, other);
        let is_same_words = !is_report && is_same_words(one, other);
        let is_like =
            shared.share >= least && shared.words.len() >= words && shared.has_more_than_names;
        if !is_like && !is_same_words {
            return None;
        }
        let bonus = |holds: bool, points: u64| if holds { points } else { 0 };
        Some(
            shared.share
                + bonus(is_same_who(one, other), SAME_WHO)
                + bonus(is_same_heading(one, other), SAME_HEADING)
                + bonus(!is_report, STATEMENT)
                + bonus(is_same_words, SAME_WORDS),
        )
    }

    /// What is suggested of two that may belong together.
    fn sequel(&self, earlier: usize, later: usize) -> Option<Sequel> {
        let (one, other) = (self.before.all.get(earlier)?, self.after.all.get(later)?);
        if other.kind() == FindingKind::Result {
            return Some(Sequel::Done);
        }
        let differs = differs(one, other);
        Some(if differs.is_empty() { Sequel::CarriedOver } else { Sequel::Changed })
    }

    fn rows(&self) -> Vec<Row> {
        let one = |(earlier, later, sequel, is_judged): &(Option<usize>, Option<usize>, _, _)| {
            let first = earlier.and_then(|at| self.before.all.get(at));
            let second = later.and_then(|at| self.after.all.get(at));
            let place = |saying: Option<&Saying<'_>>| saying.map(|it| it.finding.place);
            let mut row = Row {
                pair: Pair { earlier: place(first), later: place(second) },
                sequel: *sequel,
                is_judged: *is_judged,
                share: 0,
                common: Vec::new(),
                is_same_who: false,
                is_same_heading: false,
                differs: Vec::new(),
            };
            if let (Some(first), Some(second)) = (first, second) {
                let shared = Shared::of(first, second);
                row.share = u8::try_from(shared.share).unwrap_or(100);
                row.common = self.written(first, &shared);
                row.is_same_who = is_same_who(first, second);
                row.is_same_heading = is_same_heading(first, second);
                row.differs = differs(first, second);
            }
            row
        };
        self.settled.iter().map(one).collect()
    }

    /// The words that a statement has in common with another, as it writes them, the rarest first.
    fn written(&self, saying: &Saying<'_>, shared: &Shared) -> Vec<String> {
        let mut words: Vec<(u64, &str)> = Vec::new();
        for (word, telling) in &saying.stems.words {
            let number = self.scale.words.get(word).map(|(number, _)| *number);
            let weight = number.and_then(|number| shared.words.get(&number));
            words.extend(weight.map(|weight| (*weight, telling.written.as_str())));
        }
        words.sort_by(|a, b| b.0.cmp(&a.0).then_with(|| a.1.cmp(b.1)));
        let mut written: Vec<String> = Vec::new();
        for (_, word) in words.into_iter().filter(|(_, word)| !word.is_empty()) {
            if !written.iter().any(|known| known == word) {
                written.push(word.to_owned());
            }
        }
        written.truncate(COMMON_MAX);
        written
    }
}

/// What two findings have in common.
struct Shared {
    /// In per cent of what both say; of what is reported on, where one is a result.
    share: u64,
    /// The numbers of the words, and what they count for.
    words: BTreeMap<usize, u64>,
    /// Whether one of them is no name: much is said of the same country.
    has_more_than_names: bool,
}

impl Shared {
    fn of(one: &Saying<'_>, other: &Saying<'_>) -> Self {
        let concepted = Concepted::of(one, other);
        let mut words = BTreeMap::new();
        let mut has_more_than_names = false;
        let mut rest = other.terms.iter().peekable();
        for term in one.terms.iter().filter(|term| concepted.counts(term)) {
            while rest.next_if(|it| it.word < term.word).is_some() {}
            if rest.peek().is_some_and(|it| it.word == term.word) {
                words.insert(term.word, term.weight);
                has_more_than_names |= !term.is_name;
            }
        }
        let shared: u64 = words.values().sum();
        let whole = if other.kind() == FindingKind::Result {
            one.whole(concepted)
        } else {
            one.whole(concepted).midpoint(other.whole(concepted))
        };
        let share = (shared * 100).checked_div(whole).unwrap_or(0).min(100);
        Self { share, words, has_more_than_names }
    }
}

fn is_same_who(one: &Saying<'_>, other: &Saying<'_>) -> bool {
    one.who.is_some() && one.who == other.who
}

fn is_same_heading(one: &Saying<'_>, other: &Saying<'_>) -> bool {
    one.heading.intersection(&other.heading).next().is_some()
}

fn is_same_words(one: &Saying<'_>, other: &Saying<'_>) -> bool {
    one.finding.language == other.finding.language && one.spelled == other.spelled
}

fn differs(one: &Saying<'_>, other: &Saying<'_>) -> Vec<Differs> {
    differing((one.finding, &one.words), (other.finding, &other.words))
}

/// In the order of the later document; what is gone after what stood before it.
fn in_order(rows: &mut [Row]) {
    let mut paired: Vec<(FindingPlace, FindingPlace)> =
        rows.iter().filter_map(|row| Some((row.pair.earlier?, row.pair.later?))).collect();
    paired.sort_unstable();
    let later_of = |row: &Row| {
        row.pair.later.or_else(|| {
            let place = row.pair.earlier?;
            let after = paired.partition_point(|(earlier, _)| *earlier < place);
            after.checked_sub(1).and_then(|at| paired.get(at)).map(|(_, later)| *later)
        })
    };
    rows.sort_by_cached_key(|row| (later_of(row), row.pair.later.is_none(), row.pair.earlier));
}

#[cfg(test)]
mod tests;
