//! What the reader proposes from a passage.

use std::ops::Range;

use servanda_model::{Language, Lens};

/// What a finding is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
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
    /// A date.
    Date,
    /// A number and what it counts.
    Figure,
    /// A text that parties adopted or may adopt, by its name.
    Instrument,
}

impl Kind {
    /// Every kind, statements first.
    pub const ALL: [Self; 9] = [
        Self::Undertaking,
        Self::Recommendation,
        Self::Result,
        Self::Meeting,
        Self::Person,
        Self::Institution,
        Self::Date,
        Self::Figure,
        Self::Instrument,
    ];

    /// The word for the kind in output.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Undertaking => "undertaking",
            Self::Recommendation => "recommendation",
            Self::Result => "result",
            Self::Meeting => "meeting",
            Self::Person => "person",
            Self::Institution => "institution",
            Self::Date => "date",
            Self::Figure => "figure",
            Self::Instrument => "instrument",
        }
    }
}

/// A date as the text has it and, where the words tell it, as EDTF.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct When {
    /// Extended Date/Time Format: `2022`, `2022-03`, `2022-21` (spring), `2022-33` (first quarter).
    pub edtf: Option<String>,
    /// The words.
    pub words: String,
}

/// What belongs to a finding beyond who and when.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Parts {
    /// Nothing more.
    None,
    /// The post a person holds.
    Post(String),
    /// An institution, or an instrument that has an acronym.
    Institution {
        /// Its name.
        name: String,
        /// Its acronym.
        acronym: String,
    },
    /// A number.
    Figure {
        /// The number with its scale or per cent sign, as written.
        number: String,
        /// What it counts.
        counted: String,
    },
}

/// A proposal of the reader.
#[derive(Clone, Debug, PartialEq)]
pub struct Finding {
    /// What it is.
    pub kind: Kind,
    /// Position of the passage's first character in the text.
    pub start: usize,
    /// Position after its last character.
    pub end: usize,
    /// Further passages that say the same in the same words.
    pub also: Vec<Range<usize>>,
    /// The passage.
    pub text: String,
    /// The language of the passage.
    pub language: Language,
    /// Who acts, is asked, acted, met, or holds the post, as the text has it.
    pub who: Option<String>,
    /// Whom that means, where it names somebody by an acronym, as both parties or by a pronoun and
    /// the section leaves no doubt.
    pub stands_for: Option<String>,
    /// Whom an undertaking is owed to: who is given something, helped or worked with.
    pub to_whom: Option<String>,
    /// The cross-cutting concerns that a statement bears on.
    pub lenses: Vec<Lens>,
    /// By when, in which period, on which day.
    pub due: Option<When>,
    /// What else the passage tells.
    pub parts: Parts,
    /// From 0 to 1.
    pub confidence: f64,
    /// The name of the rule that found it.
    pub rule: String,
}
