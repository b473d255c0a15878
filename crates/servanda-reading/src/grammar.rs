//! The rules of a language as data: word classes, patterns over words, and what a match means.
//!
//! A rule file (`rules/en.toml`, `fr.toml`, `es.toml`) holds classes of words, rules for
//! statements, the introductions of lists, the kinds of sections, and the words of dates. This
//! module reads the files and matches patterns; it knows no word of any language.
//!
//! A pattern is a row of elements, one for each word:
//!
//! | element | matches |
//! | --- | --- |
//! | `agreed` | this word; `a\|b` either word; `*ing` and `re*` its ending or beginning |
//! | `!that\|to` | another word than these |
//! | `<verb>` | a word of the class; `<a\|b>` of either; `<!a>` a word of none |
//! | `<a-b>` | a word of the class `a` that is none of `b` |
//! | `?x` | `x`, or nothing |
//! | `..4` | up to four words of the same clause |
//! | `^` `$` | the beginning, the end of the sentence |
//! | `@` | nothing; marks the predicate, whose subject is asked for |

use std::collections::{BTreeMap, HashMap};
use std::ops::Range;
use std::sync::{LazyLock, OnceLock};

use foldhash::fast::FixedState;
use serde::Deserialize;

use crate::finding::Kind;
use crate::words::Word;
use servanda_model::Language;

/// How many classes a language may have, named and unnamed together.
const CLASSES_MAX: usize = 64 * CLASS_WORDS;
const CLASS_WORDS: usize = 16;
const CLASS_WORDS_END: u8 = 16;

/// The class of words with a capital that do not begin their sentence is the first one.
const CAPITAL: usize = 0;

/// A set of word classes; most hold few, close together, and only that part is looked at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Classes {
    bits: [u64; CLASS_WORDS],
    from: u8,
    to: u8,
}

impl Classes {
    pub(crate) const NONE: Self = Self { bits: [0; CLASS_WORDS], from: CLASS_WORDS_END, to: 0 };

    fn with(mut self, id: usize) -> Self {
        if let Some(word) = self.bits.get_mut(id / 64) {
            *word |= 1 << (id % 64);
        }
        self.bounded()
    }

    pub(crate) fn union(mut self, other: &Self) -> Self {
        for (a, b) in self.bits.iter_mut().zip(other.bits) {
            *a |= b;
        }
        self.from = self.from.min(other.from);
        self.to = self.to.max(other.to);
        self
    }

    fn without(mut self, other: &Self) -> Self {
        for (a, b) in self.bits.iter_mut().zip(other.bits) {
            *a &= !b;
        }
        self.bounded()
    }

    fn bounded(mut self) -> Self {
        let place = |at: usize| u8::try_from(at).unwrap_or(u8::MAX);
        self.from = place(self.bits.iter().position(|word| *word != 0).unwrap_or(CLASS_WORDS));
        self.to = place(self.bits.iter().rposition(|word| *word != 0).map_or(0, |at| at + 1));
        self
    }

    pub(crate) fn meets(&self, other: &Self) -> bool {
        let from = usize::from(self.from.max(other.from));
        let to = usize::from(self.to.min(other.to));
        let ours = self.bits.get(from..to).unwrap_or_default();
        ours.iter().zip(other.bits.get(from..to).unwrap_or_default()).any(|(a, b)| a & b != 0)
    }

    fn has(&self, id: usize) -> bool {
        self.bits.get(id / 64).is_some_and(|word| word & 1 << (id % 64) != 0)
    }

    /// The class of words with a capital is among them.
    pub(crate) fn holds_capital(&self) -> bool {
        self.bits.first().is_some_and(|word| word & 1 << CAPITAL != 0)
    }
}

/// What a rule says of the sentence it matches.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum Force {
    Undertaking,
    Recommendation,
    Result,
    Meeting,
}

impl Force {
    /// What a finding of this force is.
    pub(crate) const fn kind(self) -> Kind {
        match self {
            Self::Undertaking => Kind::Undertaking,
            Self::Recommendation => Kind::Recommendation,
            Self::Result => Kind::Result,
            Self::Meeting => Kind::Meeting,
        }
    }
}

/// Who a subject is, as far as grammar tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum Role {
    /// A party, institution, body or group.
    Actor,
    /// We.
    Own,
    /// It, they, he.
    Pronoun,
    /// A document, a matter, a number: nothing that can bind itself.
    Thing,
    /// Which, that, who.
    Relative,
    /// The verb has no subject before it.
    Missing,
    /// None of these.
    Unknown,
}

impl Role {
    /// The role as the rule files call it.
    pub(crate) const fn name(self) -> &'static str {
        match self {
            Self::Actor => "actor",
            Self::Own => "own",
            Self::Pronoun => "pronoun",
            Self::Thing => "thing",
            Self::Relative => "relative",
            Self::Missing => "missing",
            Self::Unknown => "unknown",
        }
    }
}

/// What surrounds a sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[repr(u32)]
pub(crate) enum Setting {
    /// The sentence is an item of a list.
    Item,
    /// The list was introduced by an undertaking, a recommendation, a result.
    IntroducedUndertaking,
    IntroducedRecommendation,
    IntroducedResult,
    /// The section is about what is to come, what was done, what is asked.
    SectionFuture,
    SectionResult,
    SectionRecommendation,
    /// The section lists measures that are taken.
    SectionMeasures,
    /// The sentence before it in the same block undertakes something.
    AfterUndertaking,
    /// The line that introduces the list names who acts.
    Named,
    /// The blocks around begin with bare verbs as this one does.
    RunOfMeasures,
    /// The sentence tells a time by which, or in which, something comes true.
    Dated,
    /// The document is mostly a list of measures, or of recommendations.
    Measures,
    Recommendations,
    /// The sentence ends in a colon.
    Introduces,
    /// The sentence is a question.
    Question,
    /// The sentence is the first of its block.
    First,
    /// The document is a treaty: it has articles.
    Treaty,
    /// The sentence ends with a name in brackets, as recommendations with the state that made them.
    Endorsed,
}

impl Setting {
    pub(crate) const ALL: [Self; 19] = [
        Self::Item,
        Self::IntroducedUndertaking,
        Self::IntroducedRecommendation,
        Self::IntroducedResult,
        Self::SectionFuture,
        Self::SectionResult,
        Self::SectionRecommendation,
        Self::SectionMeasures,
        Self::AfterUndertaking,
        Self::Named,
        Self::RunOfMeasures,
        Self::Dated,
        Self::Measures,
        Self::Recommendations,
        Self::Introduces,
        Self::Question,
        Self::First,
        Self::Treaty,
        Self::Endorsed,
    ];

    /// The setting as the rule files call it.
    pub(crate) const fn name(self) -> &'static str {
        match self {
            Self::Item => "item",
            Self::IntroducedUndertaking => "introduced-undertaking",
            Self::IntroducedRecommendation => "introduced-recommendation",
            Self::IntroducedResult => "introduced-result",
            Self::SectionFuture => "section-future",
            Self::SectionResult => "section-result",
            Self::SectionRecommendation => "section-recommendation",
            Self::SectionMeasures => "section-measures",
            Self::AfterUndertaking => "after-undertaking",
            Self::Named => "named",
            Self::RunOfMeasures => "run-of-measures",
            Self::Dated => "dated",
            Self::Measures => "measures",
            Self::Recommendations => "recommendations",
            Self::Introduces => "introduces",
            Self::Question => "question",
            Self::First => "first",
            Self::Treaty => "treaty",
            Self::Endorsed => "endorsed",
        }
    }

    #[expect(clippy::as_conversions, reason = "the number of a variant is its place in the set")]
    const fn bit(self) -> u32 {
        1 << self as u32
    }
}

/// A set of settings.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Settings(u32);

impl Settings {
    pub(crate) fn push(&mut self, setting: Setting) {
        self.0 |= setting.bit();
    }

    pub(crate) fn contains(self, setting: Setting) -> bool {
        self.0 & setting.bit() != 0
    }

    /// Every setting of the other set is in this one.
    pub(crate) fn covers(self, other: Self) -> bool {
        self.0 & other.0 == other.0
    }

    /// Some setting is in both.
    pub(crate) fn meets(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }
}

impl FromIterator<Setting> for Settings {
    fn from_iter<I: IntoIterator<Item = Setting>>(settings: I) -> Self {
        let mut all = Self::default();
        settings.into_iter().for_each(|setting| all.push(setting));
        all
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RuleFile {
    class: HashMap<String, Vec<String>>,
    #[serde(default)]
    rule: Vec<RuleText>,
    #[serde(default)]
    introduction: Vec<IntroductionText>,
    #[serde(default)]
    section: Vec<SectionText>,
    abbreviations: Vec<String>,
    /// Times told in words alone: "as soon as possible".
    #[serde(default)]
    times: Vec<String>,
    /// What only treaties say: "the present convention", "the contracting parties".
    #[serde(default)]
    treaty: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RuleText {
    name: String,
    kind: Force,
    confidence: f64,
    patterns: Vec<String>,
    #[serde(default)]
    unless: Vec<String>,
    #[serde(default)]
    subject: Vec<Role>,
    #[serde(default)]
    needs: Vec<Setting>,
    #[serde(default)]
    without: Vec<Setting>,
    #[serde(default)]
    who: Who,
}

/// Where the one who is to act is named.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum Who {
    /// The subject of the predicate.
    #[default]
    Subject,
    /// Whoever the line introducing the list names.
    Introduction,
    /// Not in this sentence.
    Nobody,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct IntroductionText {
    #[serde(rename = "name")]
    _name: String,
    kind: Force,
    patterns: Vec<String>,
    #[serde(default)]
    unless: Vec<String>,
    #[serde(default)]
    subject: Vec<Role>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct SectionText {
    kind: SectionKind,
    patterns: Vec<String>,
}

/// What a section is about, from its heading.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum SectionKind {
    /// What is to come.
    Future,
    /// What was done.
    Result,
    /// What is asked.
    Recommendation,
    /// Measures, activities, commitments.
    Measures,
    /// A section that ends the force of the one before.
    Plain,
}

#[derive(Clone, Debug)]
enum Element {
    In(Classes),
    NotIn(Classes),
    But(Classes, Classes),
    Gap(usize),
    Start,
    End,
    Predicate,
}

/// A row of elements, each with whether it is optional.
#[derive(Clone, Debug)]
pub(crate) struct Pattern {
    /// The pattern as the rule file has it.
    pub(crate) text: Box<str>,
    elements: Vec<(Element, bool)>,
    /// The classes one of which the first word has, if the pattern tells.
    begins: Option<Classes>,
    /// The pattern matches at the beginning of the sentence only.
    anchored: bool,
    /// For each word it demands, where in a set of classes one bit at least must be there.
    demands: Box<[Demand]>,
}

/// Bits of which a set of classes must have one.
#[derive(Clone, Copy, Debug)]
struct Demand {
    place: usize,
    bits: u64,
}

/// Where a pattern matched: the first word, the predicate, and the word after the last.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Match {
    pub(crate) start: usize,
    pub(crate) predicate: usize,
    pub(crate) end: usize,
}

pub(crate) struct Rule {
    pub(crate) name: String,
    pub(crate) kind: Force,
    pub(crate) confidence: f64,
    pub(crate) patterns: Vec<Pattern>,
    pub(crate) unless: Vec<Pattern>,
    pub(crate) subject: Vec<Role>,
    pub(crate) needs: Settings,
    pub(crate) without: Settings,
    pub(crate) who: Who,
}

pub(crate) struct Introduction {
    pub(crate) kind: Force,
    pub(crate) patterns: Vec<Pattern>,
    pub(crate) unless: Vec<Pattern>,
    pub(crate) subject: Vec<Role>,
}

struct Section {
    kind: SectionKind,
    patterns: Vec<Pattern>,
}

/// Everything known of one language.
pub(crate) struct Grammar {
    exact: HashMap<String, Classes, FixedState>,
    /// Endings, by the last byte of them.
    endings: BTreeMap<u8, Vec<(String, Classes)>>,
    beginnings: Vec<(String, Classes)>,
    exceptions: HashMap<String, Classes, FixedState>,
    names: HashMap<String, usize>,
    /// The rules, the surest first.
    pub(crate) rules: Vec<Rule>,
    pub(crate) introductions: Vec<Introduction>,
    sections: Vec<Section>,
    pub(crate) abbreviations: Vec<String>,
    pub(crate) times: Vec<Pattern>,
    pub(crate) treaty: Vec<Pattern>,
    builtin: Builtin,
    count: usize,
    /// The classes that other modules ask for, found once.
    pub(crate) kept: Kept,
}

/// What other modules know of a grammar.
#[derive(Default)]
pub(crate) struct Kept {
    pub(crate) calendar: OnceLock<crate::calendar::Kinds>,
    pub(crate) coreference: OnceLock<crate::coreference::Kinds>,
    pub(crate) dates: OnceLock<crate::dates::Kinds>,
    pub(crate) figures: OnceLock<crate::figures::Kinds>,
    pub(crate) names: OnceLock<crate::names::Kinds>,
    pub(crate) subjects: OnceLock<crate::subject::Kinds>,
}

#[derive(Clone, Copy)]
struct Builtin {
    number: usize,
    mark: usize,
}

static ENGLISH: LazyLock<Grammar> =
    LazyLock::new(|| Grammar::read(include_str!("../rules/en.toml")));
static SPANISH: LazyLock<Grammar> =
    LazyLock::new(|| Grammar::read(include_str!("../rules/es.toml")));
static FRENCH: LazyLock<Grammar> =
    LazyLock::new(|| Grammar::read(include_str!("../rules/fr.toml")));

/// The grammar of a language, read once.
pub(crate) fn of(language: Language) -> &'static Grammar {
    match language {
        Language::English => &ENGLISH,
        Language::French => &FRENCH,
        Language::Spanish => &SPANISH,
    }
}

impl Grammar {
    fn read(text: &str) -> Self {
        let file: RuleFile = toml::from_str(text).expect("the rule files are tested");
        let mut grammar = Self {
            exact: HashMap::with_hasher(FixedState::default()),
            endings: BTreeMap::new(),
            beginnings: Vec::new(),
            exceptions: HashMap::with_hasher(FixedState::default()),
            names: HashMap::new(),
            rules: Vec::new(),
            introductions: Vec::new(),
            sections: Vec::new(),
            abbreviations: file.abbreviations,
            times: Vec::new(),
            treaty: Vec::new(),
            builtin: Builtin { number: 0, mark: 0 },
            kept: Kept::default(),
            count: 0,
        };
        grammar.name("capital");
        grammar.builtin = Builtin { number: grammar.name("number"), mark: grammar.name("mark") };
        let mut classes: Vec<(String, Vec<String>)> = file.class.into_iter().collect();
        classes.sort();
        for (name, members) in classes {
            let id = grammar.name(&name);
            for member in members {
                grammar.add(&member, id);
            }
        }
        grammar.times = grammar.patterns(&file.times);
        grammar.treaty = grammar.patterns(&file.treaty);
        grammar.rules = file.rule.into_iter().map(|rule| grammar.rule(rule)).collect();
        // The first that applies is the surest.
        grammar.rules.sort_by(|a, b| b.confidence.total_cmp(&a.confidence));
        grammar.introductions = file
            .introduction
            .into_iter()
            .map(|text| Introduction {
                patterns: grammar.patterns(&text.patterns),
                unless: grammar.patterns(&text.unless),
                kind: text.kind,
                subject: text.subject,
            })
            .collect();
        grammar.sections = file
            .section
            .into_iter()
            .map(|text| Section { kind: text.kind, patterns: grammar.patterns(&text.patterns) })
            .collect();
        grammar
    }

    fn rule(&mut self, text: RuleText) -> Rule {
        Rule {
            patterns: self.patterns(&text.patterns),
            unless: self.patterns(&text.unless),
            name: text.name,
            kind: text.kind,
            confidence: text.confidence,
            subject: text.subject,
            needs: text.needs.into_iter().collect(),
            without: text.without.into_iter().collect(),
            who: text.who,
        }
    }

    fn name(&mut self, name: &str) -> usize {
        if let Some(id) = self.names.get(name) {
            return *id;
        }
        let id = self.count;
        assert!(id < CLASSES_MAX, "too many classes");
        self.count += 1;
        self.names.insert(name.to_owned(), id);
        id
    }

    /// Puts a member into a class: a word, `*ending`, `beginning*` or `-exception`.
    fn add(&mut self, member: &str, id: usize) {
        let one = Classes::NONE.with(id);
        if let Some(ending) = member.strip_prefix('*') {
            let last = ending.bytes().last().unwrap_or_default();
            join(self.endings.entry(last).or_default(), ending, &one);
        } else if let Some(beginning) = member.strip_suffix('*') {
            join(&mut self.beginnings, beginning, &one);
        } else if let Some(word) = member.strip_prefix('-').filter(|word| !word.is_empty()) {
            let entry = self.exceptions.entry(word.to_owned()).or_insert(Classes::NONE);
            *entry = entry.union(&one);
        } else {
            let entry = self.exact.entry(member.to_owned()).or_insert(Classes::NONE);
            *entry = entry.union(&one);
        }
    }

    fn patterns(&mut self, texts: &[String]) -> Vec<Pattern> {
        texts.iter().map(|text| self.pattern(text)).collect()
    }

    fn pattern(&mut self, text: &str) -> Pattern {
        let elements: Vec<(Element, bool)> =
            text.split_whitespace().map(|element| self.element(element)).collect();
        let anchored = matches!(elements.first(), Some((Element::Start, false)));
        Pattern {
            text: text.into(),
            begins: begins(&elements),
            demands: demands(&elements),
            anchored,
            elements,
        }
    }

    fn element(&mut self, text: &str) -> (Element, bool) {
        let (text, optional) = match text.strip_prefix('?') {
            Some(rest) if !rest.is_empty() => (rest, true),
            _ => (text, false),
        };
        let element = if text == "^" {
            Element::Start
        } else if text == "$" {
            Element::End
        } else if text == "@" {
            Element::Predicate
        } else if let Some(count) = text.strip_prefix("..") {
            Element::Gap(count.parse().expect("a gap has a length"))
        } else if let Some(inner) = text.strip_prefix('<').and_then(|rest| rest.strip_suffix('>')) {
            match inner.strip_prefix('!') {
                Some(inner) => Element::NotIn(self.named(inner)),
                None => match inner.split_once('-') {
                    Some((of, not)) => Element::But(self.named(of), self.named(not)),
                    None => Element::In(self.named(inner)),
                },
            }
        } else if let Some(words) = text.strip_prefix('!').filter(|words| !words.is_empty()) {
            Element::NotIn(self.literal(words))
        } else {
            Element::In(self.literal(text))
        };
        (element, optional)
    }

    /// The union of named classes; a name that is no class is a mistake in the file.
    fn named(&mut self, names: &str) -> Classes {
        let mut classes = Classes::NONE;
        for name in names.split('|') {
            let id = self.names.get(name).copied();
            assert!(id.is_some(), "no class is called {name}");
            classes = classes.with(id.unwrap_or_default());
        }
        classes
    }

    fn literal(&mut self, words: &str) -> Classes {
        let id = self.name(&format!("={words}"));
        for word in words.split('|') {
            self.add(word, id);
        }
        Classes::NONE.with(id)
    }

    /// The classes a word belongs to, wherever it stands.
    pub(crate) fn classes_of(&self, low: &str, mark: bool) -> Classes {
        let mut classes = self.exact.get(low).copied().unwrap_or(Classes::NONE);
        if mark {
            return classes.with(self.builtin.mark);
        }
        let last = low.bytes().last().unwrap_or_default();
        for (ending, members) in self.endings.get(&last).into_iter().flatten() {
            if low.len() > ending.len() && low.ends_with(ending.as_str()) {
                classes = classes.union(members);
            }
        }
        for (beginning, members) in &self.beginnings {
            if low.starts_with(beginning.as_str()) {
                classes = classes.union(members);
            }
        }
        if let Some(exceptions) = self.exceptions.get(low) {
            classes = classes.without(exceptions);
        }
        if low.starts_with(|c: char| c.is_ascii_digit()) {
            classes = classes.with(self.builtin.number);
        }
        classes
    }

    /// The set of one named class; the empty set if the language has no such class.
    pub(crate) fn class(&self, name: &str) -> Classes {
        self.names.get(name).map_or(Classes::NONE, |id| Classes::NONE.with(*id))
    }

    /// The names of the classes in a set, in the order of the alphabet.
    pub(crate) fn named_classes(&self, classes: &Classes) -> Vec<String> {
        let mut names: Vec<String> = self
            .names
            .iter()
            .filter(|(name, id)| !name.starts_with('=') && classes.has(**id))
            .map(|(name, _)| name.clone())
            .collect();
        names.sort();
        names
    }

    /// The kind of section a heading opens, if its words tell.
    pub(crate) fn section(&self, heading: &[Word<'_>]) -> Option<SectionKind> {
        let present = present(heading);
        self.sections
            .iter()
            .find(|section| any(&section.patterns, heading, &present))
            .map(|section| section.kind)
    }
}

/// The classes of all words of a sentence together; most patterns are refused by a look at them.
pub(crate) fn present(words: &[Word<'_>]) -> Classes {
    let mut all = words.iter().fold(Classes::NONE, |all, word| all.union(word.classes()));
    if words.iter().any(|word| word.named) {
        all = all.with(CAPITAL);
    }
    all
}

/// Some pattern matches somewhere.
pub(crate) fn any(patterns: &[Pattern], words: &[Word<'_>], present: &Classes) -> bool {
    patterns.iter().any(|pattern| pattern.find(words, present).is_some())
}

fn join(list: &mut Vec<(String, Classes)>, text: &str, one: &Classes) {
    match list.iter_mut().find(|(known, _)| known == text) {
        Some((_, classes)) => *classes = classes.union(one),
        None => list.push((text.to_owned(), *one)),
    }
}

impl Pattern {
    /// The first place where the pattern matches.
    pub(crate) fn find(&self, words: &[Word<'_>], present: &Classes) -> Option<Match> {
        if !self.is_possible(present) {
            return None;
        }
        self.starts(words).find_map(|start| self.at(words, start))
    }

    /// Where the pattern may match.
    pub(crate) fn starts(&self, words: &[Word<'_>]) -> Range<usize> {
        if self.anchored { 0..words.len().min(1) } else { 0..words.len() }
    }

    /// The classes one of which the first word has, if the pattern tells.
    pub(crate) fn begins(&self) -> Option<&Classes> {
        self.begins.as_ref()
    }

    /// Every word the pattern demands is in the sentence, somewhere.
    pub(crate) fn is_possible(&self, present: &Classes) -> bool {
        self.demands.iter().all(|demand| {
            present.bits.get(demand.place).is_some_and(|bits| bits & demand.bits != 0)
        })
    }

    /// The match that begins at one word.
    pub(crate) fn at(&self, words: &[Word<'_>], start: usize) -> Option<Match> {
        if let Some(begins) = &self.begins
            && !words.get(start).is_some_and(|word| word.is(begins))
        {
            return None;
        }
        let mut predicate = None;
        let end = step(&self.elements, words, start, &mut predicate)?;
        Some(Match { start, predicate: predicate.unwrap_or(start), end })
    }
}

/// What a sentence must have for a match: of every word that is demanded, if its classes lie close
/// together, one of them.
fn demands(elements: &[(Element, bool)]) -> Box<[Demand]> {
    let demand = |(element, optional): &(Element, bool)| match element {
        Element::In(of) | Element::But(of, _) if !optional && of.from + 1 == of.to => {
            let place = usize::from(of.from);
            of.bits.get(place).map(|bits| Demand { place, bits: *bits })
        }
        Element::In(_)
        | Element::But(..)
        | Element::NotIn(_)
        | Element::Gap(_)
        | Element::Start
        | Element::End
        | Element::Predicate => None,
    };
    elements.iter().filter_map(demand).collect()
}

/// The classes of which the first word of a match has one.
fn begins(elements: &[(Element, bool)]) -> Option<Classes> {
    let mut classes = Classes::NONE;
    for (element, optional) in elements {
        match element {
            Element::In(of) | Element::But(of, _) => classes = classes.union(of),
            Element::Predicate | Element::Start => continue,
            Element::NotIn(_) | Element::Gap(_) | Element::End => return None,
        }
        if !optional {
            return Some(classes);
        }
    }
    None
}

/// Matches the elements from a position. The depth is the length of the pattern.
fn step(
    elements: &[(Element, bool)],
    words: &[Word<'_>],
    at: usize,
    predicate: &mut Option<usize>,
) -> Option<usize> {
    let Some(((element, optional), rest)) = elements.split_first() else { return Some(at) };
    let taken = match element {
        Element::In(classes) => words
            .get(at)
            .filter(|word| word.is(classes))
            .and_then(|_| step(rest, words, at + 1, predicate)),
        Element::But(classes, not) => words
            .get(at)
            .filter(|word| word.is(classes) && !word.is(not))
            .and_then(|_| step(rest, words, at + 1, predicate)),
        Element::NotIn(classes) => words
            .get(at)
            .filter(|word| !word.is(classes))
            .and_then(|_| step(rest, words, at + 1, predicate)),
        Element::Gap(most) => gap(rest, words, at, *most, predicate),
        Element::Start => (at == 0).then(|| step(rest, words, at, predicate)).flatten(),
        Element::End => words
            .get(at..)
            .is_none_or(|left| left.iter().all(|word| word.mark))
            .then(|| step(rest, words, at, predicate))
            .flatten(),
        Element::Predicate => {
            let end = step(rest, words, at, predicate)?;
            *predicate = Some(at);
            Some(end)
        }
    };
    if taken.is_none() && *optional { step(rest, words, at, predicate) } else { taken }
}

fn gap(
    rest: &[(Element, bool)],
    words: &[Word<'_>],
    at: usize,
    most: usize,
    predicate: &mut Option<usize>,
) -> Option<usize> {
    for skipped in 0..=most {
        if let Some(end) = step(rest, words, at + skipped, predicate) {
            return Some(end);
        }
        let ends_clause =
            words.get(at + skipped).is_none_or(|w| matches!(w.text, ";" | "." | ":" | "!" | "?"));
        if ends_clause {
            return None;
        }
    }
    None
}

#[cfg(test)]
mod tests;
