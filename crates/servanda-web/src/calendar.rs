//! Meetings and due dates as calendars (RFC 5545), written here: a calendar says only what the
//! register does, and a library would add a moment and an identifier of its own.
//!
//! Every event lasts whole days. What the source says no more precisely than a month, a season or
//! a year is an event of all those days, or of the last of them where something is due, and its
//! title gives the words.

use jiff::civil::Date;
use servanda_model::when::Point;
use servanda_model::{Facts, Kind, RecordId, Role, Standing, When};
use servanda_register::{CommitmentFilter, Held, RegisterError, View};

use crate::answer::{Answer, PageError};
use crate::block::Names;
use crate::fields::Fields;
use crate::form::{self, Form};
use crate::list::{self, read_filter};
use crate::site::Desk;
use crate::{record, routes, twin};

/// Events in one calendar: the newest.
pub(crate) const EVENTS_MAX: usize = 5_000;
/// Bytes in one line; longer ones are folded.
const LINE_BYTES_MAX: usize = 75;

/// What wrote it.
const PRODUCT: &str = concat!("-//Servanda//Servanda ", env!("CARGO_PKG_VERSION"), "//EN");

/// The days of an event.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Days {
    first: Date,
    last: Date,
    /// Whether these are the days themselves, not what they lie within.
    exact: bool,
}

/// The calendar of a list: all meetings, or the due dates of the commitments that the filters
/// leave.
pub(crate) fn of_list(
    desk: &Desk,
    view: &View<'_>,
    partnership: &str,
    kind: Kind,
    fields: &Fields,
) -> Result<Answer, PageError> {
    twin::partnership_exists(view, partnership)?;
    let names = Names::new(view, desk.locale, partnership);
    let (title, records) = if kind == Kind::Meeting {
        let mut found = view.of_kind(partnership, kind)?;
        list::order(desk.locale, kind, &mut found);
        (desk.locale.say_code("kinds", kind.code()), found)
    } else if kind == Kind::Commitment {
        let (filter, _page) = read_filter(fields, desk.today());
        (
            due_title(&names, &filter)?,
            view.commitments(partnership, &filter, 0, EVENTS_MAX)?.records,
        )
    } else {
        return Err(PageError::NotFound);
    };
    let mut calendar = Calendar::named(&title);
    for held in records.iter().take(EVENTS_MAX) {
        calendar.event(desk, &names, held)?;
    }
    Ok(calendar.answer())
}

/// The calendar of one meeting, or of one commitment that is due.
pub(crate) fn of_record(
    desk: &Desk,
    view: &View<'_>,
    partnership: &str,
    kind: Kind,
    id: &RecordId,
) -> Result<Answer, PageError> {
    let held = record::find(view, partnership, kind, id)?;
    if days_of(&held.record.facts).is_none() {
        return Err(PageError::NotFound);
    }
    let names = Names::new(view, desk.locale, partnership);
    let mut calendar = Calendar::named(&names.title(&held));
    calendar.event(desk, &names, &held)?;
    Ok(calendar.answer())
}

/// Whether a record is an event of a calendar.
pub(crate) fn has_event(facts: &Facts) -> bool {
    days_of(facts).is_some()
}

fn due_title(names: &Names<'_>, filter: &CommitmentFilter) -> Result<String, RegisterError> {
    let list = list::filtered_title(names, filter)?;
    Ok(names.locale.say_about("calendar-due", &[("list", &list)]))
}

fn days_of(facts: &Facts) -> Option<Days> {
    if let Facts::Meeting(meeting) = facts {
        return Some(spent(meeting.date));
    }
    if let Facts::Commitment(commitment) = facts {
        return commitment.due.map(due);
    }
    None
}

/// The days of a meeting. Of one that is open at an end only the other is known.
fn spent(when: When) -> Days {
    let first = when.first_day().unwrap_or_else(|| when.key_day());
    let last = when.last_day().unwrap_or(first);
    let exact = match when {
        When::At(point) => is_day(point),
        When::Between(first, last) => is_day(first) && is_day(last),
        When::From(_) | When::Until(_) => false,
    };
    Days { first, last, exact }
}

/// The day on which something is due: the last one.
fn due(when: When) -> Days {
    let day = when.last_day().unwrap_or_else(|| when.key_day());
    let exact = match when {
        When::At(point) | When::Until(point) | When::Between(_, point) => is_day(point),
        When::From(_) => false,
    };
    Days { first: day, last: day, exact }
}

const fn is_day(point: Point) -> bool {
    matches!(point, Point::Day(_))
}

/// A calendar as it is written.
struct Calendar(String);

impl Calendar {
    fn named(name: &str) -> Self {
        let mut calendar = Self(String::new());
        calendar.line("BEGIN", "VCALENDAR");
        calendar.line("VERSION", "2.0");
        calendar.line("PRODID", PRODUCT);
        calendar.line("CALSCALE", "GREGORIAN");
        calendar.line("METHOD", "PUBLISH");
        calendar.text("NAME", name);
        calendar.text("X-WR-CALNAME", name);
        calendar.line("REFRESH-INTERVAL;VALUE=DURATION", "P1D");
        calendar
    }

    /// The event of a record, if it has one.
    fn event(&mut self, desk: &Desk, names: &Names<'_>, held: &Held) -> Result<(), PageError> {
        let Some(days) = days_of(&held.record.facts) else { return Ok(()) };
        let locale = desk.locale;
        let path = routes::record(names.partnership, held.record.kind(), &held.record.id);
        let address = form::address(desk, names, &path);
        let row = list::row(names, held)?;
        let details: Vec<String> = row.details.into_iter().map(|piece| piece.text).collect();
        let said = locale.text(held.record.texts.get(&Role::Wording)).unwrap_or_default();
        let about = [said, &details.join(" · "), &address].join("\n\n");
        let host = held.origin.split('/').next().unwrap_or_default();

        self.line("BEGIN", "VEVENT");
        self.line("UID", &format!("{}@{host}", held.record.id));
        let written = timestamp(held.at);
        self.line("DTSTAMP", &written);
        self.line("LAST-MODIFIED", &written);
        self.line("DTSTART;VALUE=DATE", &day(days.first));
        self.line("DTEND;VALUE=DATE", &day(days.last.tomorrow().unwrap_or(days.last)));
        self.text("SUMMARY", &summary(names, held, days));
        self.text("DESCRIPTION", about.trim());
        if let Some(place) = locale.text(held.record.texts.get(&Role::Place)) {
            self.text("LOCATION", place);
        }
        self.line("URL", &address);
        self.text("CATEGORIES", &locale.say_code("kind", held.record.kind().code()));
        let status = if held.standing == Standing::Retracted { "CANCELLED" } else { "CONFIRMED" };
        self.line("STATUS", status);
        // Nobody is busy because of what the register holds.
        self.line("TRANSP", "TRANSPARENT");
        self.line("END", "VEVENT");
        Ok(())
    }

    fn answer(mut self) -> Answer {
        self.line("END", "VCALENDAR");
        Answer::Form { bytes: self.0.into_bytes(), form: Form::Calendar, next: None }
    }

    /// A property whose value is text.
    fn text(&mut self, name: &str, value: &str) {
        let value = value
            .replace('\\', "\\\\")
            .replace(';', "\\;")
            .replace(',', "\\,")
            .replace("\r\n", "\\n")
            .replace(['\n', '\r'], "\\n");
        self.line(name, &value);
    }

    /// A property, folded where a line is full, never within a character.
    fn line(&mut self, name: &str, value: &str) {
        let mut bytes = 0;
        for character in name.chars().chain([':']).chain(value.chars()) {
            if bytes + character.len_utf8() > LINE_BYTES_MAX {
                self.0.push_str("\r\n ");
                bytes = 1;
            }
            self.0.push(character);
            bytes += character.len_utf8();
        }
        self.0.push_str("\r\n");
    }
}

/// The title, with the words of a date that is no day.
fn summary(names: &Names<'_>, held: &Held, days: Days) -> String {
    let locale = names.locale;
    let mut title = names.title(held);
    let mut when = held.record.facts.date().map(|when| locale.when(when));
    if let Facts::Commitment(commitment) = &held.record.facts {
        title = locale.say_about("calendar-due-event", &[("title", &title)]);
        let words = locale.text(held.record.texts.get(&Role::DueWords)).map(str::to_owned);
        when = words.or_else(|| commitment.due.map(|due| locale.when(due)));
    }
    match when.filter(|_| !days.exact) {
        Some(when) => format!("{title} ({when})"),
        None => title,
    }
}

fn day(day: Date) -> String {
    format!("{:04}{:02}{:02}", day.year(), day.month(), day.day())
}

/// A moment in seconds since 1970, in UTC.
fn timestamp(at: i64) -> String {
    let moment = jiff::Timestamp::from_second(at).unwrap_or(jiff::Timestamp::UNIX_EPOCH);
    let moment = jiff::tz::Offset::UTC.to_datetime(moment);
    let (hour, minute, second) = (moment.hour(), moment.minute(), moment.second());
    format!("{}T{hour:02}{minute:02}{second:02}Z", day(moment.date()))
}

#[cfg(test)]
mod tests;
