//! Series of meetings: the table of a series, whose turn it is to host, what was promised of the
//! next one.

use std::collections::BTreeMap;

use jiff::civil::Date;
use servanda_model::record::{BodyForm, Course, Meeting};
use servanda_model::turn::{self, Numbered};
use servanda_model::{Facts, Kind, RecordId, Relation, Role, When};
use servanda_register::{Held, RegisterError};

use crate::block::{Block, Fact, Link, Names, Row};
use crate::list;
use crate::ordinal::ordinal;
use crate::record::differs;
use crate::site::Desk;
use crate::table::{Cell, Table};

/// The series of the partnership first, then those of bodies, then sessions on their own dates,
/// then what was held outside the partnership.
pub(crate) fn blocks(desk: &Desk, names: &Names<'_>) -> Result<Vec<Block>, RegisterError> {
    let mut found = names.view.of_kind(names.partnership, Kind::Meeting)?;
    list::order(names.locale, Kind::Meeting, &mut found);
    let mut of_series: BTreeMap<RecordId, Vec<Held>> = BTreeMap::new();
    let (mut sessions, mut outside) = (Vec::new(), Vec::new());
    for held in found {
        let Some(meeting) = meeting_of(&held) else { continue };
        let series = meeting.series.clone();
        match series {
            Some(series) if keeps_series(names, &series, meeting)? => {
                of_series.entry(series).or_default().push(held);
            }
            Some(_) => sessions.push(list::row(names, &held)?),
            None => outside.push(list::row(names, &held)?),
        }
    }
    let annual = names.view.of_kind(names.partnership, Kind::Partnership)?;
    let mut blocks = Vec::new();
    for held in &annual {
        let meetings = of_series.remove(&held.record.id).unwrap_or_default();
        let heading = names.locale.say_code("list", "annual-meetings");
        blocks.push(block(desk, names, &held.record.id, &meetings, heading)?);
    }
    for (series, meetings) in &of_series {
        let body = names.link(series)?;
        let block = block(desk, names, series, meetings, body.text)?;
        blocks.push(Block { href: body.href, ..block });
    }
    blocks.push(listed(names, "body-meetings", sessions));
    if !outside.is_empty() {
        blocks.push(listed(names, "outside-meetings", outside));
    }
    Ok(blocks)
}

fn listed(names: &Names<'_>, key: &str, rows: Vec<Row>) -> Block {
    Block {
        heading: names.locale.say_code("list", key),
        rows,
        empty: Some(names.locale.say("none-recorded")),
        ..Block::default()
    }
}

/// Whether a meeting counts in a series of its own: the partnership's, a mechanism's or a
/// dialogue's. Sessions of groups belong to the larger meeting.
fn keeps_series(
    names: &Names<'_>,
    series: &RecordId,
    meeting: &Meeting,
) -> Result<bool, RegisterError> {
    if names.view.kind(series)? == Some(Kind::Partnership) {
        return Ok(true);
    }
    let found = names.view.find(series)?;
    let is_dialogue = found.is_some_and(|held| {
        let Facts::Body(body) = &held.record.facts else { return false };
        matches!(body.form, BodyForm::Mechanism | BodyForm::Dialogue)
    });
    Ok(meeting.part_of.is_none() && (is_dialogue || meeting.number.is_some()))
}

fn block(
    desk: &Desk,
    names: &Names<'_>,
    series: &RecordId,
    meetings: &[Held],
    heading: String,
) -> Result<Block, RegisterError> {
    let Next { words, mut facts } = next(desk.today(), names, series, meetings)?;
    let promised = promised(desk.today(), names, series, meetings)?;
    if !promised.is_empty() {
        let label = names.locale.say_code("list", "concerning");
        facts.push(Fact { label, values: promised });
    }
    let table =
        if meetings.is_empty() { None } else { Some(table(names, heading.clone(), meetings)?) };
    let empty = meetings.is_empty().then(|| names.locale.say_code("none", "meetings"));
    Ok(Block { heading, words, facts, table, empty, ..Block::default() })
}

fn table(names: &Names<'_>, label: String, meetings: &[Held]) -> Result<Table, RegisterError> {
    let locale = names.locale;
    let heads = ["number", "date", "place", "host", "mode"];
    let mut table = Table::new(label, heads.map(|head| locale.say_code("fact", head)));
    for held in meetings {
        let Some(meeting) = meeting_of(held) else { continue };
        let number = meeting.number.map(|number| Link::plain(number.to_string()));
        let mut date = vec![to_meeting(names, held, meeting.date)];
        date.extend(differs::sign(names, held));
        let place = locale.text(held.record.texts.get(&Role::Place)).map(Link::plain);
        let host = meeting.host.as_ref().map(|host| names.link(host)).transpose()?;
        let mode = meeting.mode.map(|mode| Link::plain(locale.say_code("mode", mode.code())));
        table.push(vec![number.into(), date.into(), place.into(), host.into(), mode.into()]);
    }
    Ok(table)
}

/// The date of a meeting, leading to it.
pub(crate) fn to_meeting(names: &Names<'_>, held: &Held, date: When) -> Link {
    Link::to(names.locale.when(date), names.href(Kind::Meeting, &held.record.id))
}

/// What is known of the next meeting of a series.
#[derive(Debug, Default)]
pub(crate) struct Next {
    /// Whose turn it is, in words.
    pub(crate) words: Vec<Link>,
    /// The meetings that are announced.
    pub(crate) facts: Vec<Fact>,
}

/// What is known on a day of the next meeting of a series.
pub(crate) fn next(
    today: Date,
    names: &Names<'_>,
    series: &RecordId,
    meetings: &[Held],
) -> Result<Next, RegisterError> {
    let locale = names.locale;
    let is_held = |held: &&Held| meeting_of(held).is_some_and(|it| it.date.key_day() <= today);
    let (held, ahead): (Vec<&Held>, Vec<&Held>) = meetings.iter().partition(is_held);
    let words = turn(names, series, &held)?.map(Link::plain).into_iter().collect();
    let mut facts = Vec::new();
    let announced: Vec<Link> = ahead
        .iter()
        .filter_map(|held| Some(to_meeting(names, held, meeting_of(held)?.date)))
        .collect();
    if !announced.is_empty() {
        facts.push(Fact { label: locale.say("next-meeting"), values: announced });
    }
    Ok(Next { words, facts })
}

/// "The 18th annual meeting is owed by Canada": whose turn it is.
fn turn(
    names: &Names<'_>,
    series: &RecordId,
    held: &[&Held],
) -> Result<Option<String>, RegisterError> {
    let numbered: Vec<Numbered<'_>> = held
        .iter()
        .filter_map(|held| meeting_of(held))
        .filter_map(|it| Some(Numbered { number: it.number?, host: it.host.as_ref() }))
        .collect();
    let parties = parties(names)?;
    let Some(turn) = turn::next(&numbered, &parties) else { return Ok(None) };
    let locale = names.locale;
    let is_annual = names.view.kind(series)? == Some(Kind::Partnership);
    let key = match (turn.alternates, is_annual) {
        (true, true) => "turn-annual",
        (true, false) => "turn-meeting",
        (false, true) => "turn-annual-if",
        (false, false) => "turn-meeting-if",
    };
    let (host, last_host) = (names.link(turn.host)?.text, names.link(turn.last_host)?.text);
    let texts = [
        ("ordinal", ordinal(locale, turn.number)),
        ("host", host),
        ("last", ordinal(locale, turn.number - 1)),
        ("lasthost", last_host),
    ];
    let texts: Vec<(&'static str, &str)> =
        texts.iter().map(|(name, text)| (*name, text.as_str())).collect();
    Ok(Some(locale.say_about(key, &texts)))
}

fn parties(names: &Names<'_>) -> Result<Vec<RecordId>, RegisterError> {
    let held = names.view.of_kind(names.partnership, Kind::Partnership)?;
    Ok(held
        .into_iter()
        .find_map(|held| {
            let Facts::Partnership(partnership) = held.record.facts else { return None };
            Some(partnership.parties)
        })
        .unwrap_or_default())
}

/// The open commitments to hold or prepare the next meeting, made since the last one.
fn promised(
    today: Date,
    names: &Names<'_>,
    series: &RecordId,
    meetings: &[Held],
) -> Result<Vec<Link>, RegisterError> {
    let days = meetings.iter().filter_map(meeting_of).map(|it| it.date.key_day());
    let last = days.filter(|day| *day <= today).max();
    let about = std::iter::once(series).chain(meetings.iter().map(|held| &held.record.id));
    let mut promised: Vec<Link> = Vec::new();
    for target in about {
        for found in names.view.referring(target, Relation::About, Kind::Commitment)? {
            let Facts::Commitment(it) = &found.record.facts else { continue };
            let over = matches!(it.course, Some(Course::Concluded | Course::Complete));
            let before = last.is_some_and(|last| it.made.last_day().is_some_and(|day| day < last));
            let link = names.link(&found.record.id)?;
            if !over && !before && !promised.contains(&link) {
                promised.push(link);
            }
        }
    }
    Ok(promised)
}

/// The facts of a meeting.
pub(crate) fn meeting_of(held: &Held) -> Option<&Meeting> {
    let Facts::Meeting(meeting) = &held.record.facts else { return None };
    Some(meeting)
}

/// A cell for a record's name.
pub(crate) fn cell(names: &Names<'_>, id: Option<&RecordId>) -> Result<Cell, RegisterError> {
    Ok(id.map(|id| names.link(id)).transpose()?.into())
}
