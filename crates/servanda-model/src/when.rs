//! Uncertain dates: what the sources say, no more precise than they say it.
//!
//! Written as EDTF (ISO 8601-2): `2004`, `2021-11`, `2021-11-25`, seasons `2022-21` (spring) to
//! `2022-24` (winter), quarters `2022-33` to `2022-36`, intervals `2021-07-17/2021-09-04` with
//! `..` for an open end (`../2030` is "by 2030").

mod said;

use std::fmt;

use jiff::civil::{Date, date};

/// A point in time as precise as the source.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Point {
    /// A year.
    Year(i16),
    /// A season of a year.
    Season(i16, Season),
    /// A quarter of a year, 1 to 4.
    Quarter(i16, i8),
    /// A month of a year, 1 to 12.
    Month(i16, i8),
    /// A day.
    Day(Date),
}

/// A season of the northern hemisphere.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Season {
    /// 20 March to 20 June.
    Spring,
    /// 21 June to 22 September.
    Summer,
    /// 23 September to 20 December.
    Autumn,
    /// 1 January to 19 March: "winter 2022" is the one that ends in 2022.
    Winter,
}

/// When something is: a point, or an interval that may be open at one end.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum When {
    /// In or on.
    At(Point),
    /// From the first to the last, both included.
    Between(Point, Point),
    /// From then on.
    From(Point),
    /// By then.
    Until(Point),
}

/// The text is not a date we read.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error(
    "'{0}' is not a date: write 2021, 2021-11, 2021-11-25, 2022-21 (spring), 2022-33 (first quarter) or two of them with / between"
)]
pub struct NotADate(pub String);

impl Point {
    fn parse(text: &str) -> Option<Self> {
        let mut fields = text.split('-');
        let year_digits = fields.next().filter(|digits| digits.len() == 4)?;
        let year: i16 = number(year_digits)?.try_into().ok()?;
        let Some(second) = fields.next() else {
            return Some(Self::Year(year));
        };
        let second: i8 = number(second).filter(|_| second.len() == 2)?.try_into().ok()?;
        match fields.next() {
            None => Self::part_of_year(year, second),
            Some(day) if day.len() == 2 && fields.next().is_none() => {
                let day: i8 = number(day)?.try_into().ok()?;
                Date::new(year, second, day).ok().map(Self::Day)
            }
            Some(_) => None,
        }
    }

    fn part_of_year(year: i16, code: i8) -> Option<Self> {
        match code {
            1..=12 => Some(Self::Month(year, code)),
            21 => Some(Self::Season(year, Season::Spring)),
            22 => Some(Self::Season(year, Season::Summer)),
            23 => Some(Self::Season(year, Season::Autumn)),
            24 => Some(Self::Season(year, Season::Winter)),
            33..=36 => Some(Self::Quarter(year, code - 32)),
            _ => None,
        }
    }

    /// The first day it can be.
    pub fn first_day(self) -> Date {
        match self {
            Self::Year(year) | Self::Season(year, Season::Winter) => date(year, 1, 1),
            Self::Season(year, Season::Spring) => date(year, 3, 20),
            Self::Season(year, Season::Summer) => date(year, 6, 21),
            Self::Season(year, Season::Autumn) => date(year, 9, 23),
            Self::Quarter(year, quarter) => date(year, quarter * 3 - 2, 1),
            Self::Month(year, month) => date(year, month, 1),
            Self::Day(day) => day,
        }
    }

    /// The last day it can be.
    pub fn last_day(self) -> Date {
        match self {
            Self::Year(year) => date(year, 12, 31),
            Self::Season(year, Season::Spring) => date(year, 6, 20),
            Self::Season(year, Season::Summer) => date(year, 9, 22),
            Self::Season(year, Season::Autumn) => date(year, 12, 20),
            Self::Season(year, Season::Winter) => date(year, 3, 19),
            Self::Quarter(year, quarter) => date(year, quarter * 3, 1).last_of_month(),
            Self::Month(year, month) => date(year, month, 1).last_of_month(),
            Self::Day(day) => day,
        }
    }
}

impl fmt::Display for Point {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Year(year) => write!(f, "{year:04}"),
            Self::Season(year, season) => {
                let code = match season {
                    Season::Spring => 21,
                    Season::Summer => 22,
                    Season::Autumn => 23,
                    Season::Winter => 24,
                };
                write!(f, "{year:04}-{code}")
            }
            Self::Quarter(year, quarter) => write!(f, "{year:04}-{}", quarter + 32),
            Self::Month(year, month) => write!(f, "{year:04}-{month:02}"),
            Self::Day(day) => write!(f, "{day}"),
        }
    }
}

impl When {
    /// Reads EDTF.
    pub fn parse(text: &str) -> Result<Self, NotADate> {
        let refused = || NotADate(text.to_owned());
        let point = |part: &str| Point::parse(part).ok_or_else(refused);
        match text.split_once('/') {
            None => point(text).map(Self::At),
            Some(("..", "..")) => Err(refused()),
            Some(("..", last)) => point(last).map(Self::Until),
            Some((first, "..")) => point(first).map(Self::From),
            Some((first, last)) => {
                let (first, last) = (point(first)?, point(last)?);
                if first.first_day() > last.last_day() {
                    return Err(refused());
                }
                Ok(Self::Between(first, last))
            }
        }
    }

    /// The first day it can be; `None` if it is open at the beginning.
    pub fn first_day(self) -> Option<Date> {
        match self {
            Self::At(point) | Self::Between(point, _) | Self::From(point) => {
                Some(point.first_day())
            }
            Self::Until(_) => None,
        }
    }

    /// The last day it can be; `None` if it is open at the end.
    pub fn last_day(self) -> Option<Date> {
        match self {
            Self::At(point) | Self::Between(_, point) | Self::Until(point) => {
                Some(point.last_day())
            }
            Self::From(_) => None,
        }
    }

    /// A day to sort and count by: the first, or else the last.
    pub fn key_day(self) -> Date {
        match self {
            Self::At(point) | Self::Between(point, _) | Self::From(point) => point.first_day(),
            Self::Until(point) => point.last_day(),
        }
    }
}

impl fmt::Display for When {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::At(point) => write!(f, "{point}"),
            Self::Between(first, last) => write!(f, "{first}/{last}"),
            Self::From(first) => write!(f, "{first}/.."),
            Self::Until(last) => write!(f, "../{last}"),
        }
    }
}

fn number(digits: &str) -> Option<u16> {
    digits.bytes().all(|byte| byte.is_ascii_digit()).then(|| digits.parse().ok()).flatten()
}

#[cfg(test)]
mod tests;
