//! Texts of a record: what a role says, in each language.

use std::collections::BTreeMap;

use crate::Language;

/// The same thing said in several languages, or once for all of them (a person's name).
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Multilingual {
    versions: BTreeMap<Option<Language>, String>,
}

impl Multilingual {
    /// A text that is the same in every language.
    pub fn universal(text: impl Into<String>) -> Self {
        Self { versions: BTreeMap::from([(None, text.into())]) }
    }

    /// Sets one language version; `None` is the version for all languages.
    pub fn insert(&mut self, language: Option<Language>, text: impl Into<String>) {
        self.versions.insert(language, text.into());
    }

    /// Takes one language version away; `None` is the version for all languages.
    pub fn remove(&mut self, language: Option<Language>) {
        self.versions.remove(&language);
    }

    /// The version in this language, or the one for all languages.
    pub fn get(&self, language: Language) -> Option<&str> {
        self.versions.get(&Some(language)).or_else(|| self.versions.get(&None)).map(String::as_str)
    }

    /// The version in this language or else any other, with the language it is in when that is
    /// another one.
    pub fn nearest(&self, language: Language) -> Option<(&str, Option<Language>)> {
        if let Some(text) = self.get(language) {
            return Some((text, None));
        }
        self.versions.iter().next().map(|(other, text)| (text.as_str(), *other))
    }

    /// The languages that have no version.
    pub fn missing(&self) -> Vec<Language> {
        Language::ALL.into_iter().filter(|language| self.get(*language).is_none()).collect()
    }

    /// Every version, `None` first.
    pub fn versions(&self) -> impl Iterator<Item = (Option<Language>, &str)> {
        self.versions.iter().map(|(language, text)| (*language, text.as_str()))
    }

    /// Whether nothing is said in any language.
    pub fn is_empty(&self) -> bool {
        self.versions.is_empty()
    }
}

impl FromIterator<(Option<Language>, String)> for Multilingual {
    fn from_iter<I: IntoIterator<Item = (Option<Language>, String)>>(versions: I) -> Self {
        Self { versions: versions.into_iter().collect() }
    }
}

/// What a text of a record is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Role {
    /// The short form of a name (GAC, SRE).
    Acronym,
    /// What was wrong in the version before, where this one corrects it.
    Correction,
    /// A due date in the words of the source ("spring 2022").
    DueWords,
    /// What a body is for.
    Mandate,
    /// The name of a party, institution, person or body.
    Name,
    /// What a reader should know beside the fact.
    Note,
    /// Where a meeting took place.
    Place,
    /// Who published a document.
    Publisher,
    /// Why something was retracted or erased.
    Reason,
    /// A few sentences about the record.
    Summary,
    /// The text of a document as it was read from its bytes.
    Text,
    /// The short heading of a record.
    Title,
    /// What a figure is measured in.
    Unit,
    /// The words of a commitment or recommendation.
    Wording,
}

impl Role {
    /// All of them, in the order of their codes.
    pub const ALL: [Self; 14] = [
        Self::Acronym,
        Self::Correction,
        Self::DueWords,
        Self::Mandate,
        Self::Name,
        Self::Note,
        Self::Place,
        Self::Publisher,
        Self::Reason,
        Self::Summary,
        Self::Text,
        Self::Title,
        Self::Unit,
        Self::Wording,
    ];

    /// The code in entries and tables.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Acronym => "acronym",
            Self::Correction => "correction",
            Self::DueWords => "due-words",
            Self::Mandate => "mandate",
            Self::Name => "name",
            Self::Note => "note",
            Self::Place => "place",
            Self::Publisher => "publisher",
            Self::Reason => "reason",
            Self::Summary => "summary",
            Self::Text => "text",
            Self::Title => "title",
            Self::Unit => "unit",
            Self::Wording => "wording",
        }
    }

    /// The role with this code.
    pub fn find(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|role| role.code() == code)
    }
}
