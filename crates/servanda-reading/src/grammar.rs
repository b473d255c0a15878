//! The rules of a language as data: word classes, patterns over words, and what a match means.
//!
//! A rule file (`rules/en.toml`, `fr.toml`, `es.toml`) holds classes of words, rules for
//! statements, the introductions of lists, the kinds of sections and of documents, and the words of
//! dates. This module reads the files and matches patterns; it knows no word of any language.
//!
//! A pattern is a row of elements, one for each word:
//!
//! | element | matches |
//! | --- | --- |
//! | `agreed` | this word; `a\|b` either word; `*ing` and `re*` its ending or beginning |
//! | `!that\|to` | another word than these |
//! | `<verb>` | a word of the class; `<a\|b>` of either; `<!a>` a word of none |
//! | `<a-b>` | a word of the class `a` that is none of `b` |
//! | `that\|<a>` | one of the words, or of the class |
//! | `?x` | `x`, or nothing |
//! | `..4` | up to four words of the same clause |
//! | `^` `$` | the beginning, the end of the sentence |
//! | `@` | nothing; marks the predicate, whose subject is asked for |

use std::cmp::Reverse;
use std::collections::HashMap;
use std::sync::OnceLock;

use foldhash::fast::FixedState;
use serde::Deserialize;

use crate::candidates::{Candidates, PATTERNS_MAX, PatternSet, rarity};
use crate::finding::Kind;
use crate::present::{ClassSet, Present};
use crate::words::Word;
use servanda_model::{Language, Lens};

/// How many classes a language may have, named and unnamed together.
pub(crate) const CLASSES_MAX: usize = 2304;
/// How many of them may have names.
const NAMED_CLASSES_MAX: usize = 128;

/// Few words are of more classes than this.
const CLASSES_OF_A_WORD: usize = 32;

/// The class of words with a capital that do not begin their sentence is the first one.
pub(crate) const CAPITAL: u16 = 0;

/// Numbers of classes, in order.
pub(crate) type ClassIds = Box<[u16]>;

/// A set of classes that have names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Classes(u128);

impl Classes {
    pub(crate) const NONE: Self = Self(0);

    /// The set of those classes that can be in one: the classes with names have low numbers.
    pub(crate) fn of(ids: &[u16]) -> Self {
        ids.iter().fold(Self::NONE, |all, id| all.union(Self::one(*id)))
    }

    fn one(id: u16) -> Self {
        Self(1_u128.checked_shl(u32::from(id)).unwrap_or_default())
    }

    pub(crate) fn union(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    pub(crate) fn with_capital(self) -> Self {
        self.union(Self::one(CAPITAL))
    }

    pub(crate) fn meets(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    /// The numbers of the classes in the set, in order.
    pub(crate) fn ids(self) -> impl Iterator<Item = u16> {
        let mut bits = self.0;
        std::iter::from_fn(move || {
            let id = (bits != 0).then(|| bits.trailing_zeros())?;
            bits &= bits - 1;
            u16::try_from(id).ok()
        })
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
    pub(crate) const ALL: [Self; 4] =
        [Self::Undertaking, Self::Recommendation, Self::Result, Self::Meeting];

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
    /// The line that introduces the list does none of these: "There are five challenges:".
    IntroducedPlainly,
    /// The section is about what is to come, what was done, what is asked.
    SectionFuture,
    SectionResult,
    SectionRecommendation,
    /// The section lists measures that are taken.
    SectionMeasures,
    /// The heading says that the section is about none of these: aims, reasons, background.
    SectionPlain,
    /// The sentence before it undertakes, or asks for, something; no heading stands between them.
    AfterUndertaking,
    AfterRecommendation,
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
    /// The document writes down what somebody says to others: a speech, a press conference.
    Speech,
    /// The document keeps the minutes of a meeting.
    Minutes,
    /// The document asks others to act: recommendations of a committee, demands, proposals.
    Asks,
    /// The sentence ends with a name in brackets, as recommendations with the state that made them.
    Endorsed,
    /// The sentence is a row of a table, or its head.
    Row,
}

impl Setting {
    pub(crate) const ALL: [Self; 26] = [
        Self::Item,
        Self::IntroducedUndertaking,
        Self::IntroducedRecommendation,
        Self::IntroducedResult,
        Self::IntroducedPlainly,
        Self::SectionFuture,
        Self::SectionResult,
        Self::SectionRecommendation,
        Self::SectionMeasures,
        Self::SectionPlain,
        Self::AfterUndertaking,
        Self::AfterRecommendation,
        Self::Named,
        Self::RunOfMeasures,
        Self::Dated,
        Self::Measures,
        Self::Recommendations,
        Self::Introduces,
        Self::Question,
        Self::First,
        Self::Treaty,
        Self::Speech,
        Self::Minutes,
        Self::Asks,
        Self::Endorsed,
        Self::Row,
    ];

    /// Those that tell the kind of a document by how its blocks speak.
    const OF_DOCUMENTS: [Self; 4] = [Self::Treaty, Self::Speech, Self::Minutes, Self::Asks];

    /// The setting as the rule files call it.
    pub(crate) const fn name(self) -> &'static str {
        match self {
            Self::Item => "item",
            Self::IntroducedUndertaking => "introduced-undertaking",
            Self::IntroducedRecommendation => "introduced-recommendation",
            Self::IntroducedResult => "introduced-result",
            Self::IntroducedPlainly => "introduced-plainly",
            Self::SectionFuture => "section-future",
            Self::SectionResult => "section-result",
            Self::SectionRecommendation => "section-recommendation",
            Self::SectionMeasures => "section-measures",
            Self::SectionPlain => "section-plain",
            Self::AfterUndertaking => "after-undertaking",
            Self::AfterRecommendation => "after-recommendation",
            Self::Named => "named",
            Self::RunOfMeasures => "run-of-measures",
            Self::Dated => "dated",
            Self::Measures => "measures",
            Self::Recommendations => "recommendations",
            Self::Introduces => "introduces",
            Self::Question => "question",
            Self::First => "first",
            Self::Treaty => "treaty",
            Self::Speech => "speech",
            Self::Minutes => "minutes",
            Self::Asks => "asks",
            Self::Endorsed => "endorsed",
            Self::Row => "row",
        }
    }

    #[expect(clippy::as_conversions, reason = "the number of a variant is its place in the set")]
    const fn bit(self) -> u32 {
        1 << self as u32
    }
}

/// A set of settings.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
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

impl Extend<Setting> for Settings {
    fn extend<I: IntoIterator<Item = Setting>>(&mut self, settings: I) {
        settings.into_iter().for_each(|setting| self.push(setting));
    }
}

impl FromIterator<Setting> for Settings {
    fn from_iter<I: IntoIterator<Item = Setting>>(settings: I) -> Self {
        let mut all = Self::default();
        all.extend(settings);
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
    /// Dates in digits have the day before the month: 19/06/2019.
    #[serde(default)]
    day_first: bool,
    /// Times told in words alone: "as soon as possible".
    #[serde(default)]
    times: Vec<String>,
    #[serde(default)]
    document: Vec<DocumentText>,
    /// What leads to the one to whom an undertaking is owed, who stands at the `@`.
    #[serde(default)]
    to_whom: Vec<String>,
    /// What a sentence says that bears on a cross-cutting concern, by the code of the concern.
    #[serde(default)]
    lens: HashMap<String, Vec<String>>,
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
    #[serde(default)]
    needs: Vec<Setting>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct SectionText {
    kind: SectionKind,
    patterns: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct DocumentText {
    kind: Setting,
    patterns: Vec<String>,
    blocks: usize,
    one_in: usize,
}

/// How a kind of documents speaks.
pub(crate) struct DocumentKind {
    pub(crate) setting: Setting,
    pub(crate) patterns: Vec<Pattern>,
    /// As many blocks, and one in so many, must speak so.
    pub(crate) blocks_min: usize,
    pub(crate) one_in: usize,
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
    In(ClassIds),
    NotIn(ClassIds),
    But(ClassIds, ClassIds),
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
    begins: Option<ClassIds>,
    /// The pattern matches at the beginning of the sentence only.
    anchored: bool,
    /// For each word it demands, the classes of which one must be in the sentence.
    demands: Vec<ClassIds>,
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
    pub(crate) needs: Settings,
}

struct Section {
    kind: SectionKind,
    patterns: Vec<Pattern>,
}

/// Everything known of one language.
pub(crate) struct Grammar {
    exact: HashMap<String, Vec<u16>, FixedState>,
    /// Endings, by the last two bytes of them.
    endings: HashMap<u16, Vec<(String, Vec<u16>)>, FixedState>,
    /// Beginnings, by the first two bytes of them.
    beginnings: HashMap<u16, Vec<(String, Vec<u16>)>, FixedState>,
    exceptions: HashMap<String, Vec<u16>, FixedState>,
    names: HashMap<String, u16, FixedState>,
    /// The rules, the surest first.
    pub(crate) rules: Vec<Rule>,
    /// The patterns of the rules, as rule and pattern: by force, the surest rule first.
    ordered: Vec<(usize, usize)>,
    candidates: Candidates,
    pub(crate) introductions: Vec<Introduction>,
    sections: Vec<Section>,
    pub(crate) abbreviations: Vec<String>,
    /// Dates in digits have the day before the month.
    pub(crate) day_first: bool,
    /// Times told in words alone, and which of them may be in a sentence.
    pub(crate) times: Vec<Pattern>,
    pub(crate) times_among: Candidates,
    /// The kinds of documents, in the order of the file.
    pub(crate) documents: Vec<DocumentKind>,
    pub(crate) to_whom: Vec<Pattern>,
    /// The cross-cutting concerns, in their order.
    lenses: Vec<(Lens, Vec<Pattern>)>,
    builtin: Builtin,
    count: u16,
    /// The first thing in the file that cannot be, while it is read.
    mistake: Option<String>,
    /// The classes that other modules ask for, found once.
    pub(crate) kept: Kept,
}

/// What other modules know of a grammar.
#[derive(Default)]
pub(crate) struct Kept {
    pub(crate) calendar: OnceLock<crate::calendar::Kinds>,
    pub(crate) coreference: OnceLock<crate::coreference::Kinds>,
    pub(crate) counterpart: OnceLock<crate::counterpart::Kinds>,
    pub(crate) dates: OnceLock<crate::dates::Kinds>,
    pub(crate) figures: OnceLock<crate::figures::Kinds>,
    pub(crate) names: OnceLock<crate::names::Kinds>,
    pub(crate) subjects: OnceLock<crate::subject::Kinds>,
}

#[derive(Clone, Copy)]
struct Builtin {
    number: u16,
    mark: u16,
}

static ENGLISH: OnceLock<Grammar> = OnceLock::new();
static SPANISH: OnceLock<Grammar> = OnceLock::new();
static FRENCH: OnceLock<Grammar> = OnceLock::new();

/// The grammar of a language, read once.
pub(crate) fn of(language: Language) -> &'static Grammar {
    kept(language)
        .get_or_init(|| Grammar::read(built_in(language)).expect("the rule files are tested"))
}

/// Reads every document of this process by the rules of a language in `text` instead of those that
/// are built in.
///
/// # Errors
///
/// [`RulesError`] if the text is no rule file, saying where, or if a document was read already.
pub fn use_rules(language: Language, text: &str) -> Result<(), RulesError> {
    let grammar = Grammar::read(text)?;
    kept(language).set(grammar).or(Err(RulesError::Late))
}

/// Why rules could not be taken.
#[derive(Debug, thiserror::Error)]
pub enum RulesError {
    /// The text is no rule file; the message has the line and what stands there.
    #[error("{0}")]
    Unreadable(#[from] toml::de::Error),
    /// What the file says cannot be: an unknown class, a gap without a length, too many of something.
    #[error("{0}")]
    Meaning(String),
    /// A document was read by the rules that are built in.
    #[error("documents were read by other rules already")]
    Late,
}

const fn kept(language: Language) -> &'static OnceLock<Grammar> {
    match language {
        Language::English => &ENGLISH,
        Language::French => &FRENCH,
        Language::Spanish => &SPANISH,
    }
}

const fn built_in(language: Language) -> &'static str {
    match language {
        Language::English => include_str!("../rules/en.toml"),
        Language::French => include_str!("../rules/fr.toml"),
        Language::Spanish => include_str!("../rules/es.toml"),
    }
}

impl Grammar {
    /// A grammar without a word.
    fn empty(abbreviations: Vec<String>) -> Self {
        Self {
            exact: HashMap::with_hasher(FixedState::default()),
            endings: HashMap::with_hasher(FixedState::default()),
            beginnings: HashMap::with_hasher(FixedState::default()),
            exceptions: HashMap::with_hasher(FixedState::default()),
            names: HashMap::with_hasher(FixedState::default()),
            rules: Vec::new(),
            ordered: Vec::new(),
            candidates: Candidates::default(),
            introductions: Vec::new(),
            sections: Vec::new(),
            abbreviations,
            day_first: false,
            times: Vec::new(),
            times_among: Candidates::default(),
            documents: Vec::new(),
            to_whom: Vec::new(),
            lenses: Vec::new(),
            builtin: Builtin { number: 0, mark: 0 },
            kept: Kept::default(),
            count: 0,
            mistake: None,
        }
    }

    fn read(text: &str) -> Result<Self, RulesError> {
        let file: RuleFile = toml::from_str(text)?;
        let mut grammar = Self::empty(file.abbreviations);
        grammar.day_first = file.day_first;
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
        if usize::from(grammar.count) > NAMED_CLASSES_MAX {
            grammar.mistaken(format!("more than {NAMED_CLASSES_MAX} classes have names"));
        }
        grammar.times = grammar.patterns(&file.times);
        for text in file.document {
            let kind = grammar.document(&text);
            grammar.documents.push(kind);
        }
        grammar.to_whom = grammar.patterns(&file.to_whom);
        for lens in Lens::ALL.iter().copied() {
            let texts = file.lens.get(lens.code()).map(Vec::as_slice).unwrap_or_default();
            let patterns = grammar.patterns(texts);
            grammar.lenses.push((lens, patterns));
        }
        grammar.rules = file.rule.into_iter().map(|rule| grammar.rule(rule)).collect();
        // The first that applies is the surest.
        grammar.rules.sort_by(|a, b| b.confidence.total_cmp(&a.confidence));
        grammar.order();
        grammar.introductions = file
            .introduction
            .into_iter()
            .map(|text| Introduction {
                patterns: grammar.patterns(&text.patterns),
                unless: grammar.patterns(&text.unless),
                kind: text.kind,
                subject: text.subject,
                needs: text.needs.into_iter().collect(),
            })
            .collect();
        grammar.sections = file
            .section
            .into_iter()
            .map(|text| Section { kind: text.kind, patterns: grammar.patterns(&text.patterns) })
            .collect();
        if grammar.ordered.len() > PATTERNS_MAX {
            grammar.mistaken(format!("the rules have more than {PATTERNS_MAX} patterns"));
        }
        match grammar.mistake.take() {
            Some(mistake) => Err(RulesError::Meaning(mistake)),
            None => Ok(grammar),
        }
    }

    /// Puts the patterns in the order in which they are tried, and notes which words each demands.
    fn order(&mut self) {
        for force in Force::ALL {
            let rules = self.rules.iter().enumerate().filter(|(_, rule)| rule.kind == force);
            let patterns = rules.flat_map(|(place, rule)| {
                (0..rule.patterns.len()).map(move |which| (place, which))
            });
            self.ordered.extend(patterns);
        }
        let breadths = self.breadths();
        let rules = self.rules.iter_mut().flat_map(|rule| &mut rule.patterns);
        for pattern in rules.chain(&mut self.times) {
            // What is rare is mostly missing, and is looked for first; but the rarest, without which the
            // pattern is no candidate, is there.
            pattern.demands.sort_by_key(|demand| Reverse(rarity(demand, &breadths)));
            let rest = pattern.demands.len().min(1);
            pattern.demands.rotate_left(rest);
        }
        let of = |(place, which): &(usize, usize)| self.rules.get(*place)?.patterns.get(*which);
        self.candidates = Candidates::of(self.ordered.iter().filter_map(of), &breadths);
        self.times_among = Candidates::of(&self.times, &breadths);
    }

    /// The patterns of the rules that apply in these surroundings.
    pub(crate) fn allowed(&self, settings: Settings) -> PatternSet {
        let applies = |rule: &Rule| settings.covers(rule.needs) && !settings.meets(rule.without);
        let allowed = self
            .ordered
            .iter()
            .enumerate()
            .filter(|(_, (place, _))| self.rules.get(*place).is_some_and(applies));
        PatternSet::of(allowed.map(|(number, _)| number))
    }

    /// Those of them that may match a sentence, as rule and pattern: by force, the surest first.
    pub(crate) fn candidates(
        &self,
        present: &Present,
        allowed: &PatternSet,
    ) -> impl Iterator<Item = (usize, usize)> {
        let numbers = self.candidates.among(present).common(allowed);
        numbers.filter_map(|number| self.ordered.get(number).copied())
    }

    /// Notes the first thing in the file that cannot be.
    fn mistaken(&mut self, what: String) {
        self.mistake.get_or_insert(what);
    }

    fn document(&mut self, text: &DocumentText) -> DocumentKind {
        if !Setting::OF_DOCUMENTS.contains(&text.kind) {
            self.mistaken(format!("{} is no kind of documents", text.kind.name()));
        }
        let patterns = self.patterns(&text.patterns);
        DocumentKind { setting: text.kind, patterns, blocks_min: text.blocks, one_in: text.one_in }
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

    fn name(&mut self, name: &str) -> u16 {
        if let Some(id) = self.names.get(name) {
            return *id;
        }
        let id = self.count;
        if usize::from(id) >= CLASSES_MAX {
            self.mistaken(format!("there are more than {CLASSES_MAX} classes and sets of words"));
            return CAPITAL;
        }
        self.count += 1;
        self.names.insert(name.to_owned(), id);
        id
    }

    /// Puts a member into a class: a word, `*ending`, `beginning*` or `-exception`.
    fn add(&mut self, member: &str, id: u16) {
        if let Some(ending) = member.strip_prefix('*') {
            join(self.endings.entry(u16::from_be_bytes(last_two(ending))).or_default(), ending, id);
        } else if let Some(beginning) = member.strip_suffix('*') {
            join(
                self.beginnings.entry(u16::from_be_bytes(first_two(beginning))).or_default(),
                beginning,
                id,
            );
        } else if let Some(word) = member.strip_prefix('-').filter(|word| !word.is_empty()) {
            self.exceptions.entry(word.to_owned()).or_default().push(id);
        } else {
            self.exact.entry(member.to_owned()).or_default().push(id);
        }
    }

    /// How common the words of each class are: the shorter a word, the more common it is.
    fn breadths(&self) -> Vec<usize> {
        let mut shortest = vec![0; usize::from(self.count)];
        let exact = self.exact.iter().map(|(word, ids)| (word.len(), ids));
        let parts = self.endings.values().chain(self.beginnings.values()).flatten();
        // The words with an ending are many.
        let parts = parts.map(|(part, ids)| (part.len().min(2), ids));
        for (length, ids) in exact.chain(parts) {
            for id in ids {
                if let Some(known) = shortest.get_mut(usize::from(*id)) {
                    *known = if *known == 0 { length } else { length.min(*known) };
                }
            }
        }
        shortest
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
            Element::Gap(self.gap(text, count))
        } else if let Some(inner) = text.strip_prefix('<').and_then(|rest| rest.strip_suffix('>')) {
            match inner.strip_prefix('!') {
                Some(inner) => Element::NotIn(self.named(inner)),
                None => match inner.split_once('-') {
                    Some((of, not)) => Element::But(self.named(of), self.named(not)),
                    None => Element::In(self.named(inner)),
                },
            }
        } else if let Some(words) = text.strip_prefix('!').filter(|words| !words.is_empty()) {
            Element::NotIn(self.mixed(words))
        } else {
            Element::In(self.mixed(text))
        };
        (element, optional)
    }

    /// How many words the gap `text` spans; one without a number is a mistake in the file.
    fn gap(&mut self, text: &str, count: &str) -> usize {
        count.parse().unwrap_or_else(|_| {
            self.mistaken(format!("{text} is no gap: it needs a number, as ..4 has"));
            0
        })
    }

    /// The union of named classes; a name that is no class is a mistake in the file.
    fn named(&mut self, names: &str) -> ClassIds {
        let mut ids = Vec::new();
        for name in names.split('|') {
            match self.names.get(name) {
                Some(id) => ids.push(*id),
                None => self.mistaken(format!("no class is called {name}")),
            }
        }
        ids.into()
    }

    /// Words and classes between bars: `that|<verb>`.
    fn mixed(&mut self, text: &str) -> ClassIds {
        let is_class = |part: &&str| part.starts_with('<') && part.ends_with('>');
        let (classes, words): (Vec<&str>, Vec<&str>) = text.split('|').partition(is_class);
        if words.iter().any(|word| word.len() > 1 && word.contains(['<', '>'])) {
            self.mistaken(format!("{text} mixes words and classes: each class needs < and >"));
        }
        let mut ids = Vec::new();
        for class in classes {
            ids.extend(self.named(class.trim_matches(['<', '>'])));
        }
        if !words.is_empty() {
            ids.extend(self.literal(&words));
        }
        ids.into()
    }

    /// The class of the words, whatever their order.
    fn literal(&mut self, words: &[&str]) -> ClassIds {
        let mut members = words.to_vec();
        members.sort_unstable();
        members.dedup();
        let id = self.name(&format!("={}", members.join("|")));
        for word in members {
            self.add(word, id);
        }
        [id].into()
    }

    /// The numbers of the classes a word belongs to, wherever it stands, in order.
    pub(crate) fn classes_of(&self, low: &str, mark: bool) -> ClassIds {
        self.classes(low, mark, true)
    }

    /// The numbers of the classes of a word that is a name: endings of words say nothing of it.
    pub(crate) fn classes_of_name(&self, low: &str) -> ClassIds {
        self.classes(low, false, false)
    }

    fn classes(&self, low: &str, mark: bool, by_ending: bool) -> ClassIds {
        let mut ids = Vec::with_capacity(CLASSES_OF_A_WORD);
        ids.extend(self.exact.get(low).into_iter().flatten());
        if mark {
            ids.push(self.builtin.mark);
        } else {
            // A class may name an ending or a beginning of a single byte.
            let [_, last] = last_two(low);
            let endings = [last_two(low), [0, last]].map(u16::from_be_bytes);
            let endings = endings.iter().filter(|_| by_ending);
            let endings = endings.filter_map(|bytes| self.endings.get(bytes));
            for (ending, members) in endings.flatten() {
                if low.len() > ending.len() && low.ends_with(ending.as_str()) {
                    ids.extend(members);
                }
            }
            let [first, _] = first_two(low);
            let beginnings = [first_two(low), [first, 0]].map(u16::from_be_bytes);
            let beginnings = beginnings.iter().filter_map(|bytes| self.beginnings.get(bytes));
            for (beginning, members) in beginnings.flatten() {
                if low.starts_with(beginning.as_str()) {
                    ids.extend(members);
                }
            }
            if let Some(exceptions) = self.exceptions.get(low) {
                ids.retain(|id| !exceptions.contains(id));
            }
            if first.is_ascii_digit() {
                ids.push(self.builtin.number);
            }
        }
        ids.sort_unstable();
        ids.dedup();
        ids.into()
    }

    /// The set of one named class; the empty set if the language has no such class.
    pub(crate) fn class(&self, name: &str) -> Classes {
        self.names.get(name).map_or(Classes::NONE, |id| Classes::of(&[*id]))
    }

    /// The names of the classes in a set, in the order of the alphabet.
    pub(crate) fn named_classes(&self, set: &ClassSet) -> Vec<String> {
        let mut names: Vec<String> = self
            .names
            .iter()
            .filter(|(name, id)| !name.starts_with('=') && set.holds(**id))
            .map(|(name, _)| name.clone())
            .collect();
        names.sort();
        names
    }

    /// The cross-cutting concerns that a sentence bears on.
    pub(crate) fn lenses(&self, words: &[Word<'_>], present: &Present) -> Vec<Lens> {
        let bears = self.lenses.iter().filter(|(_, patterns)| any(patterns, words, present));
        bears.map(|(lens, _)| *lens).collect()
    }

    /// The kind of section a heading opens, if its words tell.
    pub(crate) fn section(&self, heading: &[Word<'_>], present: &Present) -> Option<SectionKind> {
        self.sections
            .iter()
            .find(|section| any(&section.patterns, heading, present))
            .map(|section| section.kind)
    }
}

/// Some pattern matches somewhere.
pub(crate) fn any(patterns: &[Pattern], words: &[Word<'_>], present: &Present) -> bool {
    patterns.iter().any(|pattern| pattern.find(words, present).is_some())
}

/// The last two bytes of a word; of a single byte, nothing before it.
fn last_two(word: &str) -> [u8; 2] {
    match word.as_bytes() {
        [.., before, last] => [*before, *last],
        [last] => [0, *last],
        [] => [0, 0],
    }
}

/// The first two bytes of a word; of a single byte, nothing after it.
fn first_two(word: &str) -> [u8; 2] {
    match word.as_bytes() {
        [first, after, ..] => [*first, *after],
        [first] => [*first, 0],
        [] => [0, 0],
    }
}

fn join(list: &mut Vec<(String, Vec<u16>)>, text: &str, id: u16) {
    match list.iter_mut().find(|(known, _)| known == text) {
        Some((_, ids)) => ids.push(id),
        None => list.push((text.to_owned(), vec![id])),
    }
}

impl Pattern {
    /// The first place where the pattern matches.
    pub(crate) fn find(&self, words: &[Word<'_>], present: &Present) -> Option<Match> {
        self.matches(words, present).next()
    }

    /// Every match, from left to right by where it begins.
    pub(crate) fn matches<'m>(
        &'m self,
        words: &'m [Word<'m>],
        present: &Present,
    ) -> impl Iterator<Item = Match> + use<'m> {
        let starts = match self.is_possible(present) {
            false => 0,
            true if self.anchored => words.len().min(1),
            true => words.len(),
        };
        (0..starts).filter_map(|start| self.at(words, start))
    }

    /// The classes one of which the first word has, if the pattern tells.
    pub(crate) fn begins(&self) -> Option<&[u16]> {
        self.begins.as_deref()
    }

    /// For each word it demands, the classes of which one must be in the sentence.
    pub(crate) fn demands(&self) -> &[ClassIds] {
        &self.demands
    }

    /// Every word the pattern demands is in the sentence, somewhere.
    pub(crate) fn is_possible(&self, present: &Present) -> bool {
        self.demands.iter().all(|demand| demand.iter().any(|id| present.holds(*id)))
    }

    /// The match that begins at one word.
    pub(crate) fn at(&self, words: &[Word<'_>], start: usize) -> Option<Match> {
        if self.begins.as_ref().is_some_and(|begins| !is(words, start, begins)) {
            return None;
        }
        let mut predicate = None;
        let end = step(&self.elements, words, start, &mut predicate)?;
        Some(Match { start, predicate: predicate.unwrap_or(start), end })
    }
}

/// The words that a match must have, each as the classes of which one must be in the sentence.
fn demands(elements: &[(Element, bool)]) -> Vec<ClassIds> {
    let demand = |(element, optional): &(Element, bool)| match element {
        Element::In(of) | Element::But(of, _) => (!optional).then(|| of.clone()),
        Element::NotIn(_)
        | Element::Gap(_)
        | Element::Start
        | Element::End
        | Element::Predicate => None,
    };
    elements.iter().filter_map(demand).collect()
}

/// The classes of which the first word of a match has one.
fn begins(elements: &[(Element, bool)]) -> Option<ClassIds> {
    let mut ids = Vec::new();
    for (element, optional) in elements {
        match element {
            Element::In(of) | Element::But(of, _) => ids.extend(of),
            Element::Predicate | Element::Start => continue,
            Element::NotIn(_) | Element::Gap(_) | Element::End => return None,
        }
        if !optional {
            return Some(ids.into());
        }
    }
    None
}

/// The word at a place is of one of these classes.
fn is(words: &[Word<'_>], at: usize, ids: &[u16]) -> bool {
    words.get(at).is_some_and(|word| word.is_any(ids))
}

/// Matches the elements from a position. The depth is the number of optional ones and of gaps.
fn step(
    elements: &[(Element, bool)],
    words: &[Word<'_>],
    mut at: usize,
    predicate: &mut Option<usize>,
) -> Option<usize> {
    let mut rest = elements;
    while let Some(((element, optional), after)) = rest.split_first() {
        rest = after;
        let (fits, width) = match element {
            Element::In(ids) => (is(words, at, ids), 1),
            Element::But(ids, not) => (is(words, at, ids) && !is(words, at, not), 1),
            Element::NotIn(ids) => (at < words.len() && !is(words, at, ids), 1),
            Element::Start => (at == 0, 0),
            Element::End => (words.get(at..).is_none_or(|left| left.iter().all(|w| w.mark)), 0),
            Element::Gap(most) => return gap(rest, words, at, *most, predicate),
            Element::Predicate => {
                // Of several ways the one that succeeds is the last to be tried.
                *predicate = Some(at);
                (true, 0)
            }
        };
        match (fits, optional) {
            (true, true) => {
                if let Some(end) = step(rest, words, at + width, predicate) {
                    return Some(end);
                }
            }
            (true, false) => at += width,
            (false, true) => {}
            (false, false) => return None,
        }
    }
    Some(at)
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
        // A full stop inside a sentence belongs to an abbreviation or a number.
        let is_last = at + skipped + 1 >= words.len();
        let ends_clause = words.get(at + skipped).is_none_or(|w| match w.text {
            ";" | ":" | "!" | "?" => true,
            "." => is_last,
            _ => false,
        });
        if ends_clause {
            return None;
        }
    }
    None
}

#[cfg(test)]
mod tests;
