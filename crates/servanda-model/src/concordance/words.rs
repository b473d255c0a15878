//! The words that concordance looks for, in each language, folded: lower case, without accents. A list
//! that a translator can read and mend.

use super::Aspect;
use crate::Language;

/// A value and the words for it.
pub(crate) struct Row {
    /// What they stand for.
    pub(crate) value: u32,
    english: &'static [&'static str],
    french: &'static [&'static str],
    spanish: &'static [&'static str],
}

impl Row {
    /// Whether a word says the value in a language.
    pub(crate) fn says(&self, language: Language, word: &str) -> bool {
        let words = match language {
            Language::English => self.english,
            Language::French => self.french,
            Language::Spanish => self.spanish,
        };
        words.contains(&word)
    }

    /// Whether a word says the value in any language.
    pub(crate) fn is_said_by(&self, word: &str) -> bool {
        Language::ALL.into_iter().any(|language| self.says(language, word))
    }
}

macro_rules! rows {
    ($($value:literal: $english:literal $french:literal $spanish:literal,)*) => {
        [$(Row { value: $value, english: &[$english], french: &[$french], spanish: &[$spanish] },)*]
    };
}

/// Small numbers. "One" is left out, an article in French and Spanish, and "two", which is as often
/// "both": a version that says three instead is found all the same.
pub(crate) const NUMBERS: [Row; 15] = rows![
    3: "three" "trois" "tres",
    4: "four" "quatre" "cuatro",
    5: "five" "cinq" "cinco",
    6: "six" "six" "seis",
    7: "seven" "sept" "siete",
    8: "eight" "huit" "ocho",
    9: "nine" "neuf" "nueve",
    10: "ten" "dix" "diez",
    11: "eleven" "onze" "once",
    12: "twelve" "douze" "doce",
    15: "fifteen" "quinze" "quince",
    20: "twenty" "vingt" "veinte",
    30: "thirty" "trente" "treinta",
    50: "fifty" "cinquante" "cincuenta",
    100: "hundred" "cent" "cien",
];

/// Months.
pub(crate) const MONTHS: [Row; 12] = rows![
    1: "january" "janvier" "enero",
    2: "february" "fevrier" "febrero",
    3: "march" "mars" "marzo",
    4: "april" "avril" "abril",
    5: "may" "mai" "mayo",
    6: "june" "juin" "junio",
    7: "july" "juillet" "julio",
    8: "august" "aout" "agosto",
    9: "september" "septembre" "septiembre",
    10: "october" "octobre" "octubre",
    11: "november" "novembre" "noviembre",
    12: "december" "decembre" "diciembre",
];

/// Seasons.
pub(crate) const SEASONS: [Row; 4] = [
    Row { value: 1, english: &["spring"], french: &["printemps"], spanish: &["primavera"] },
    Row { value: 2, english: &["summer"], french: &["ete"], spanish: &["verano"] },
    Row { value: 3, english: &["fall", "autumn"], french: &["automne"], spanish: &["otono"] },
    Row { value: 4, english: &["winter"], french: &["hiver"], spanish: &["invierno"] },
];

/// The words of one language that give a sentence its force.
pub(crate) struct Vocabulary {
    obligation: &'static [&'static str],
    latitude: &'static [&'static str],
    negation: &'static [&'static str],
}

impl Vocabulary {
    /// That of a language. The plain future is in none of the lists: it is the common form of an
    /// undertaking in all three.
    pub(crate) fn of(language: Language) -> Self {
        match language {
            Language::English => Self {
                obligation: &["shall", "must"],
                latitude: &[
                    "may",
                    "might",
                    "could",
                    "should",
                    "try",
                    "tries",
                    "strive",
                    "strives",
                    "endeavour",
                    "endeavours",
                    "endeavor",
                    "endeavors",
                ],
                negation: &["not", "never", "neither", "none", "cannot", "fail", "fails"],
            },
            Language::French => Self {
                obligation: &["doit", "doivent", "devra", "devront"],
                latitude: &[
                    "peut",
                    "peuvent",
                    "pourra",
                    "pourront",
                    "pourrait",
                    "pourraient",
                    "devrait",
                    "devraient",
                    "efforce",
                    "efforcent",
                    "efforceront",
                    "efforcer",
                ],
                negation: &["ne", "n", "pas", "jamais", "ni", "aucun", "aucune"],
            },
            Language::Spanish => Self {
                obligation: &["debe", "deben", "debera", "deberan"],
                latitude: &[
                    "puede",
                    "pueden",
                    "podra",
                    "podran",
                    "podria",
                    "podrian",
                    "deberia",
                    "deberian",
                    "procura",
                    "procuran",
                    "procurara",
                    "procuraran",
                    "procurar",
                ],
                negation: &["no", "nunca", "ni", "ningun", "ninguno", "ninguna", "tampoco"],
            },
        }
    }

    /// Each of the lists, with what it is about.
    pub(crate) fn forces(&self) -> [(Aspect, &'static [&'static str]); 3] {
        [
            (Aspect::Obligation, self.obligation),
            (Aspect::Latitude, self.latitude),
            (Aspect::Negation, self.negation),
        ]
    }
}
