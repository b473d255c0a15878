//! Dates as people write them, in the three languages: "fall 2027", "30 de junio de 2027", "d'ici
//! 2030". What is not understood for certain is not understood.

use jiff::civil::Date;

use super::{Point, Season, When};
use crate::concordance::words::{MONTHS, Row, SEASONS};
use crate::concordance::words_of;

/// Words that say that it is a last day.
const LAST: [&str; 9] =
    ["by", "until", "ici", "tard", "tardar", "hasta", "jusqu", "before", "antes"];
/// Words that say nothing about which day it is.
const IDLE: [&str; 28] = [
    "the", "of", "in", "on", "at", "no", "later", "than", "le", "la", "l", "d", "de", "du", "des",
    "au", "a", "en", "plus", "el", "del", "mas", "er", "st", "nd", "rd", "th", "que",
];

impl When {
    /// Reads a date as somebody writes it; as EDTF too.
    pub fn said(text: &str) -> Option<Self> {
        let text = text.trim();
        if let Ok(when) = Self::parse(text) {
            return Some(when);
        }
        let mut found = Found::default();
        for word in words_of(text) {
            found.take(&word.folded)?;
        }
        let point = found.point()?;
        Some(if found.is_last { Self::Until(point) } else { Self::At(point) })
    }
}

/// What was found of a date; each once.
#[derive(Default)]
struct Found {
    year: Option<i16>,
    month: Option<i8>,
    day: Option<i8>,
    season: Option<Season>,
    is_last: bool,
}

impl Found {
    /// Takes one word; none where it has no place in a date.
    fn take(&mut self, word: &str) -> Option<()> {
        if let Ok(number) = word.parse::<i16>() {
            return match number {
                1..=31 if self.day.is_none() => {
                    self.day = i8::try_from(number).ok();
                    Some(())
                }
                1900..=2200 if self.year.is_none() => {
                    self.year = Some(number);
                    Some(())
                }
                _ => None,
            };
        }
        if let Some(month) = value(&MONTHS, word).filter(|_| self.month.is_none()) {
            self.month = i8::try_from(month).ok();
        } else if let Some(season) = value(&SEASONS, word).filter(|_| self.season.is_none()) {
            self.season = match season {
                1 => Some(Season::Spring),
                2 => Some(Season::Summer),
                3 => Some(Season::Autumn),
                _ => Some(Season::Winter),
            };
        } else if LAST.contains(&word) {
            self.is_last = true;
        } else if !IDLE.contains(&word) {
            return None;
        }
        Some(())
    }

    fn point(&self) -> Option<Point> {
        let year = self.year?;
        match (self.month, self.day, self.season) {
            (Some(month), Some(day), None) => Date::new(year, month, day).ok().map(Point::Day),
            (Some(month), None, None) => Some(Point::Month(year, month)),
            (None, None, Some(season)) => Some(Point::Season(year, season)),
            (None, None, None) => Some(Point::Year(year)),
            _ => None,
        }
    }
}

fn value(list: &[Row], word: &str) -> Option<u32> {
    list.iter().find(|row| row.is_said_by(word)).map(|row| row.value)
}

#[cfg(test)]
mod tests {
    use crate::When;

    #[track_caller]
    fn check(edtf: &str, said: &[&str]) {
        for text in said {
            assert_eq!(When::said(text), When::parse(edtf).ok(), "{text}");
        }
    }

    #[test]
    fn dates_are_read_as_people_write_them() {
        check("2027-06-30", &["30 June 2027", "June 30, 2027", "30 juin 2027", "2027-06-30"]);
        check("2027-06-30", &["30 de junio de 2027", "el 30 de junio de 2027", "le 30 juin 2027"]);
        check("2027-03-01", &["1er mars 2027", "March 1st, 2027", "1 de marzo de 2027"]);
        check("2027-23", &["fall 2027", "automne 2027", "otoño de 2027", "in autumn 2027"]);
        check("2027-11", &["November 2027", "novembre 2027", "noviembre de 2027"]);
        check("2030", &["2030", "en 2030", "in 2030"]);
        check("../2030", &["by 2030", "d’ici 2030", "a más tardar en 2030", "../2030"]);
        check("../2027-06-30", &["no later than by June 30, 2027", "au plus tard le 30 juin 2027"]);
    }

    #[test]
    fn what_is_not_certain_is_not_understood() {
        for text in [
            "",
            "soon",
            "June",
            "31 June 2027",
            "June or July 2027",
            "2026 2027",
            "the next semester",
            "12/06/2027",
            "early 2027",
            "fall June 2027",
            "30 2027",
        ] {
            assert_eq!(When::said(text), None, "{text}");
        }
    }
}
