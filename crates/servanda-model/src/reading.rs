//! What a reader makes of a document: its text, its outline, and what it proposes from passages.
//!
//! A *finding* is a proposal and nothing else: people decide what becomes of it. It is known by its
//! [`FindingPlace`], what it is and where it stands, in a text that is kept with it.

use std::fmt;

use crate::record::Block;
use crate::{Language, When};

/// What a finding is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum FindingKind {
    /// Someone who can bind themselves undertakes to act.
    Undertaking,
    /// Someone is asked to act.
    Recommendation,
    /// Something was done, or is being done.
    Result,
    /// A meeting was or is held.
    Meeting,
    /// A person holds a post.
    Person,
    /// An institution, with its acronym.
    Institution,
    /// A number and what it counts.
    Figure,
    /// A text that parties adopted or may adopt, by its name.
    Instrument,
}

impl FindingKind {
    /// All of them, in the order they are listed in.
    pub const ALL: [Self; 8] = [
        Self::Undertaking,
        Self::Recommendation,
        Self::Result,
        Self::Meeting,
        Self::Person,
        Self::Institution,
        Self::Figure,
        Self::Instrument,
    ];

    /// The code in entries, parts and addresses.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Undertaking => "undertaking",
            Self::Recommendation => "recommendation",
            Self::Result => "result",
            Self::Meeting => "meeting",
            Self::Person => "person",
            Self::Institution => "institution",
            Self::Figure => "figure",
            Self::Instrument => "instrument",
        }
    }

    /// The kind with this code.
    pub fn find(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.code() == code)
    }
}

/// What a finding is known by: what it is, and the first and one past the last character of its
/// passage.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FindingPlace {
    /// First character.
    pub start: usize,
    /// One past the last character.
    pub end: usize,
    /// What it is.
    pub kind: FindingKind,
}

/// The text is not the place of a finding.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("'{0}' is not the place of a finding, such as undertaking:120-188")]
pub struct NotAPlace(pub String);

impl FindingPlace {
    /// Reads a place as entries and addresses write it: `undertaking:120-188`.
    pub fn parse(text: &str) -> Result<Self, NotAPlace> {
        let place = || {
            let (kind, span) = text.split_once(':')?;
            let (start, end) = span.split_once('-')?;
            let place = Self {
                start: start.parse().ok()?,
                end: end.parse().ok()?,
                kind: FindingKind::find(kind)?,
            };
            // One way of writing each: what is read is what would be written.
            (place.start < place.end && place.to_string() == text).then_some(place)
        };
        place().ok_or_else(|| NotAPlace(text.to_owned()))
    }
}

impl fmt::Display for FindingPlace {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}-{}", self.kind.code(), self.start, self.end)
    }
}

/// A date as the text has it and, where the words tell it, as a date.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Due {
    /// The date.
    pub when: Option<When>,
    /// The words.
    pub words: String,
}

/// What a reader proposes from a passage.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// What it is, and where it stands.
    pub place: FindingPlace,
    /// The language of the passage.
    pub language: Language,
    /// Who acts, is asked, acted, met, or holds the post, as the text has it.
    pub who: Option<String>,
    /// Whom that means, where it is an acronym, a pronoun or both parties and the text leaves no doubt.
    pub stands_for: Option<String>,
    /// By when, in which period, on which day.
    pub due: Option<Due>,
    /// The post that a person holds; the full name of an institution or instrument with an acronym;
    /// what a number counts.
    pub name: Option<String>,
    /// The acronym of an institution or instrument; the number of a figure, as written.
    pub short: Option<String>,
    /// How sure the reader is, in per cent.
    pub confidence: u8,
    /// The name of the rule that found it.
    pub rule: String,
}

/// The rule of a finding that no rule found: somebody chose its passage.
pub const BY_HAND: &str = "by-hand";
/// A passage that somebody chooses has at most so many characters.
pub const CHOSEN_CHARS_MAX: usize = 2_000;

impl Finding {
    /// A passage that somebody chose.
    pub fn by_hand(place: FindingPlace, language: Language) -> Self {
        Self {
            place,
            language,
            who: None,
            stands_for: None,
            due: None,
            name: None,
            short: None,
            confidence: 100,
            rule: BY_HAND.to_owned(),
        }
    }

    /// Whether no rule found it, but somebody chose its passage.
    pub fn is_by_hand(&self) -> bool {
        self.rule == BY_HAND
    }
}

/// What a reader could not make out of a document that it could read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum TroubleKind {
    /// Bytes that stand for no character were replaced.
    BytesReplaced,
    /// A line announces a list, and none follows.
    ListMissing,
    /// A sentence was longer than any sentence is, and was cut.
    SentenceCut,
    /// There were more findings than are listed.
    TooMany,
    /// Pages, or other parts of the file, hold no text that can be read.
    PartUnread,
    /// What stands after a limit of pages, text or time was left out.
    RestLeftOut,
    /// There are tracked changes, and the document is read as if all were accepted.
    ChangesAccepted,
}

impl TroubleKind {
    /// All of them.
    pub const ALL: [Self; 7] = [
        Self::BytesReplaced,
        Self::ListMissing,
        Self::SentenceCut,
        Self::TooMany,
        Self::PartUnread,
        Self::RestLeftOut,
        Self::ChangesAccepted,
    ];

    /// The code in parts and messages.
    pub const fn code(self) -> &'static str {
        match self {
            Self::BytesReplaced => "bytes-replaced",
            Self::ListMissing => "list-missing",
            Self::SentenceCut => "sentence-cut",
            Self::TooMany => "too-many",
            Self::PartUnread => "part-unread",
            Self::RestLeftOut => "rest-left-out",
            Self::ChangesAccepted => "changes-accepted",
        }
    }

    /// The kind with this code.
    pub fn find(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.code() == code)
    }
}

/// Something that a reader could not make out, and the first character of where it stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Trouble {
    /// What it is.
    pub kind: TroubleKind,
    /// Where, if it is anywhere in particular.
    pub at: Option<usize>,
}

/// A document as it was read once.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reading {
    /// The media type of the bytes.
    pub media_type: String,
    /// The language of most of it.
    pub language: Language,
    /// The day that it says at its beginning that it is of.
    pub date: Option<When>,
    /// Its text.
    pub text: String,
    /// The blocks of its text.
    pub outline: Vec<Block>,
    /// What is proposed, in the order of the passages.
    pub findings: Vec<Finding>,
    /// What could not be made out.
    pub troubles: Vec<Trouble>,
}

impl Reading {
    /// A passage that somebody chose, as a finding; none where no words of the text stand there, or more
    /// than [`CHOSEN_CHARS_MAX`] characters.
    pub fn chosen(&self, place: FindingPlace) -> Option<Finding> {
        let length = place.end.checked_sub(place.start)?;
        let mut passage = self.text.chars().skip(place.start).take(length);
        let stands = (1..=CHOSEN_CHARS_MAX).contains(&length)
            && passage.clone().count() == length
            && passage.any(char::is_alphanumeric);
        stands.then(|| Finding::by_hand(place, self.language))
    }

    /// Adds a finding in its place among the others, unless it is there.
    pub fn add(&mut self, finding: Finding) {
        if self.findings.iter().any(|it| it.place == finding.place) {
            return;
        }
        let at = self.findings.partition_point(|it| it.place.start <= finding.place.start);
        self.findings.insert(at, finding);
    }
}

#[cfg(test)]
mod tests;
