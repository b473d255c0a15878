//! Times that are told from the day of the document: "next year", "within 90 days", "by June".
//!
//! They are counted only where the document says its day, and left open otherwise.

use jiff::ToSpan as _;
use jiff::civil::Date as Day;

use crate::dates;
use crate::grammar::{Classes, Grammar};
use crate::words::Word;

/// Further ahead than this nothing is counted.
const AMOUNT_MAX: i64 = 200;

/// The classes of a language that tell times from today.
pub(crate) struct Kinds {
    today: Classes,
    tomorrow: Classes,
    next: Classes,
    this: Classes,
    year: Classes,
    month: Classes,
    week: Classes,
    day: Classes,
    quarter: Classes,
    half: Classes,
    past: Classes,
}

impl Kinds {
    fn of(g: &Grammar) -> Self {
        Self {
            today: g.class("today"),
            tomorrow: g.class("tomorrow"),
            next: g.class("next"),
            this: g.class("this"),
            year: g.class("unit_year"),
            month: g.class("unit_month"),
            week: g.class("unit_week"),
            day: g.class("unit_day"),
            quarter: g.class("quarter"),
            half: g.class("half"),
            past: g.class("past_lead"),
        }
    }
}

/// A part of the calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Unit {
    Year,
    Half,
    Quarter,
    Month,
    Week,
    Day,
}

/// The day that an EDTF text names, if it names one.
pub(crate) fn day(edtf: &str) -> Option<Day> {
    edtf.parse().ok().filter(|_| edtf.len() == 10)
}

/// The EDTF of a time to come that is told in words, counted from a day.
pub(crate) fn ahead(words: &[Word<'_>], today: Day, grammar: &Grammar) -> Option<String> {
    let kinds = grammar.kept.calendar.get_or_init(|| Kinds::of(grammar));
    let has = |classes: &Classes| words.iter().any(|word| word.is(classes));
    if has(&kinds.past) {
        return None;
    }
    if has(&kinds.today) {
        return Some(today.to_string());
    }
    if has(&kinds.tomorrow) {
        return Some(today.tomorrow().ok()?.to_string());
    }
    if let Some((month, day)) = dates::month_and_day(words, grammar) {
        return coming(month, day, today);
    }
    let next = has(&kinds.next);
    if let Some(code) = words.iter().find_map(|word| dates::season_code(word.low())) {
        // "Next spring" may be the one of this year or of the next.
        return (!next).then(|| season(code, today));
    }
    let unit = unit(words, kinds)?;
    let digits = words.iter().find_map(|word| word.text.parse().ok());
    match digits.or_else(|| words.iter().find_map(|word| dates::amount(word.low()))) {
        Some(amount) if amount <= AMOUNT_MAX => counted(unit, amount, next, today),
        Some(_) => None,
        None => single(unit, i64::from(next), next || has(&kinds.this), today),
    }
}

fn unit(words: &[Word<'_>], kinds: &Kinds) -> Option<Unit> {
    let told = [
        (&kinds.half, Unit::Half),
        (&kinds.quarter, Unit::Quarter),
        (&kinds.week, Unit::Week),
        (&kinds.day, Unit::Day),
        (&kinds.month, Unit::Month),
        (&kinds.year, Unit::Year),
    ];
    told.into_iter().find(|(classes, _)| words.iter().any(|w| w.is(classes))).map(|(_, unit)| unit)
}

/// The next time this month, or this day of it, comes.
fn coming(month: i8, day: Option<i8>, today: Day) -> Option<String> {
    let passed = (month, day.unwrap_or(i8::MAX)) < (today.month(), today.day());
    let year = today.year() + i16::from(passed);
    match day {
        Some(day) => Day::new(year, month, day).ok().map(|day| day.to_string()),
        None => Some(format!("{year:04}-{month:02}")),
    }
}

/// The season that is, or comes next.
fn season(code: u8, today: Day) -> String {
    let last_month = match code {
        21 => 5,
        22 => 8,
        23 => 11,
        _ => 12,
    };
    let year = today.year() + i16::from(today.month() > last_month);
    format!("{year:04}-{code}")
}

/// "Within two months" is a day or month; "the next two years" are a span.
fn counted(unit: Unit, amount: i64, next: bool, today: Day) -> Option<String> {
    let end = match unit {
        Unit::Year => today.checked_add(amount.years()),
        Unit::Half => today.checked_add((amount * 6).months()),
        Unit::Quarter => today.checked_add((amount * 3).months()),
        Unit::Month => today.checked_add(amount.months()),
        Unit::Week => today.checked_add(amount.weeks()),
        Unit::Day => today.checked_add(amount.days()),
    };
    let end = end.ok()?;
    let written = |day: Day| match unit {
        Unit::Year => format!("{:04}", day.year()),
        Unit::Half | Unit::Quarter | Unit::Month => format!("{:04}-{:02}", day.year(), day.month()),
        Unit::Week | Unit::Day => day.to_string(),
    };
    Some(if next { format!("{}/{}", written(today), written(end)) } else { written(end) })
}

/// "This year", "next month", "the end of the year".
fn single(unit: Unit, further: i64, pointed: bool, today: Day) -> Option<String> {
    let month = i64::from(today.month()) - 1;
    let part = |months: i64| {
        let at = month / months + further;
        let parts = 12 / months;
        (i64::from(today.year()) + at / parts, at % parts)
    };
    match unit {
        Unit::Year => Some(format!("{:04}", i64::from(today.year()) + further)),
        Unit::Half => pointed.then(|| part(6)).map(|(year, at)| format!("{year:04}-{}", 40 + at)),
        Unit::Quarter => {
            pointed.then(|| part(3)).map(|(year, at)| format!("{year:04}-{}", 33 + at))
        }
        Unit::Month => {
            pointed.then(|| part(1)).map(|(year, at)| format!("{year:04}-{:02}", at + 1))
        }
        Unit::Week | Unit::Day => None,
    }
}

#[cfg(test)]
mod tests;
