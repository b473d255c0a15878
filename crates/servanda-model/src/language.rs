//! The three languages of the register. None is a translation of another.

use std::fmt;

/// A language of the register, with the region whose usage we follow.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Language {
    /// English as written in Canada (en-CA).
    English,
    /// French as written in Canada (fr-CA).
    French,
    /// Spanish as written in Mexico (es-MX).
    Spanish,
}

/// The text is not the tag of a language of the register.
#[derive(Debug, thiserror::Error, PartialEq, Eq)]
#[error("'{0}' is not a language of the register: en, fr or es")]
pub struct NotALanguage(pub String);

impl Language {
    /// All of them, in the order of their tags.
    pub const ALL: [Self; 3] = [Self::English, Self::French, Self::Spanish];

    /// The two-letter tag (ISO 639-1), as in addresses and entries.
    pub const fn tag(self) -> &'static str {
        match self {
            Self::English => "en",
            Self::French => "fr",
            Self::Spanish => "es",
        }
    }

    /// The tag with region (BCP 47), for formatting and for `lang` attributes.
    pub const fn locale(self) -> &'static str {
        match self {
            Self::English => "en-CA",
            Self::French => "fr-CA",
            Self::Spanish => "es-MX",
        }
    }

    /// Reads a tag such as `fr` or `fr-CA`, in any case.
    pub fn parse(text: &str) -> Result<Self, NotALanguage> {
        let primary = text.split(['-', '_']).next().unwrap_or_default();
        Self::ALL
            .into_iter()
            .find(|language| language.tag().eq_ignore_ascii_case(primary))
            .ok_or_else(|| NotALanguage(text.to_owned()))
    }
}

impl fmt::Display for Language {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.tag())
    }
}
