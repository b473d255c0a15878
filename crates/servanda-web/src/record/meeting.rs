//! What belongs to a meeting: sessions by body on their own dates, who took part on which side,
//! the documents that tell of it.

use std::collections::BTreeSet;

use jiff::civil::Date;
use servanda_model::record::{BodyForm, BodyState, Measure, Participation};
use servanda_model::{Facts, Kind, RecordId, Relation};
use servanda_register::{Held, RegisterError};

use super::{differs, facts_of_figure};
use crate::block::{Block, Fact, Link, Names};
use crate::table::Table;
use crate::{list, series};

/// The sessions of a meeting by body, and the groups of which none is on record. Silent for the
/// meeting of a body.
pub(super) fn sessions(names: &Names<'_>, held: &Held) -> Result<Block, RegisterError> {
    let Some(meeting) = series::meeting_of(held) else { return Ok(Block::default()) };
    let sessions = names.view.referring(&held.record.id, Relation::Parent, Kind::Meeting)?;
    let of_partnership = match &meeting.series {
        Some(series) => names.view.kind(series)? == Some(Kind::Partnership),
        None => false,
    };
    if sessions.is_empty() && !of_partnership {
        return Ok(Block::default());
    }
    let locale = names.locale;
    let heading = locale.say_code("list", "sessions");
    if sessions.is_empty() {
        let empty = Some(locale.say_code("none", "sessions"));
        return Ok(Block { heading, empty, ..Block::default() });
    }
    let heads = ["body", "date", "place", "mode"];
    let mut table = Table::new(heading.clone(), heads.map(|head| locale.say_code("fact", head)));
    let mut met = BTreeSet::new();
    for session in &sessions {
        let Some(it) = series::meeting_of(session) else { continue };
        let body = series::cell(names, it.series.as_ref())?;
        met.extend(it.series.clone());
        let mut date = vec![series::to_meeting(names, session, it.date)];
        date.extend(differs::sign(names, session));
        let place = locale.text(session.record.texts.get(&servanda_model::Role::Place));
        let mode = it.mode.map(|mode| Link::plain(locale.say_code("mode", mode.code())));
        table.push(vec![body, date.into(), place.map(Link::plain).into(), mode.into()]);
    }
    if of_partnership {
        for body in without_session(names, &met, meeting.date.key_day())? {
            let none = Link::plain(locale.say("no-session-on-record"));
            let nothing = || Option::<Link>::None.into();
            table.push(vec![body.into(), none.into(), nothing(), nothing()]);
        }
    }
    Ok(Block { heading, table: Some(table), ..Block::default() })
}

/// The working groups there were on the day, of which no session is on record.
fn without_session(
    names: &Names<'_>,
    met: &BTreeSet<RecordId>,
    day: Date,
) -> Result<Vec<Link>, RegisterError> {
    let mut bodies = names.view.of_kind(names.partnership, Kind::Body)?;
    list::order(names.locale, Kind::Body, &mut bodies);
    bodies
        .iter()
        .filter(|held| !met.contains(&held.record.id))
        .filter(|held| {
            let Facts::Body(body) = &held.record.facts else { return false };
            let has_begun = body.since.is_none_or(|since| since.key_day() <= day);
            let has_ended = body.state == BodyState::Concluded
                && body.until.is_none_or(|until| until.key_day() < day);
            body.form == BodyForm::WorkingGroup && has_begun && !has_ended
        })
        .map(|held| names.link(&held.record.id))
        .collect()
}

/// Somebody who took part, with the words to sort by.
struct Seat {
    side: String,
    it: Participation,
}

/// Who took part: what the documents say of how many, and who is named, by side and capacity.
pub(super) fn took_part(names: &Names<'_>, held: &Held) -> Result<Block, RegisterError> {
    let locale = names.locale;
    let id = &held.record.id;
    let mut seats = Vec::new();
    for found in names.view.referring(id, Relation::Meeting, Kind::Participation)? {
        let Facts::Participation(it) = &found.record.facts else { continue };
        let side = match &it.party {
            Some(party) => names.link(party)?.text,
            None => locale.say("no-side"),
        };
        seats.push(Seat { side, it: it.clone() });
    }
    // Whoever sits on no side comes last.
    seats.sort_by(|a, b| {
        let rank = |seat: &Seat| (seat.it.role, seat.it.number);
        let no_side = |seat: &Seat| seat.it.party.is_none();
        no_side(a)
            .cmp(&no_side(b))
            .then_with(|| locale.compare(&a.side, &b.side))
            .then_with(|| rank(a).cmp(&rank(b)))
    });
    let heading = locale.say_code("list", "took-part");
    let mut facts = said(names, id)?;
    facts.push(Fact { label: locale.say("named-here"), values: named(names, &seats)? });
    let table = if seats.is_empty() { None } else { Some(table(names, &heading, &seats)?) };
    let empty = table.is_none().then(|| locale.say_code("none", "took-part"));
    Ok(Block { heading, facts, table, empty, ..Block::default() })
}

/// How many took part, as each document says.
fn said(names: &Names<'_>, meeting: &RecordId) -> Result<Vec<Fact>, RegisterError> {
    let mut values = Vec::new();
    for held in names.view.referring(meeting, Relation::About, Kind::Figure)? {
        let Facts::Figure(figure) = &held.record.facts else { continue };
        if figure.measure != Some(Measure::Participants) {
            continue;
        }
        let value = facts_of_figure(names, figure, &held);
        let words = names
            .locale
            .say_about("figure-said", &[("title", &names.title(&held)), ("value", &value)]);
        values.push(Link::to(words, names.href(Kind::Figure, &held.record.id)));
    }
    if values.is_empty() {
        values.push(Link::plain(names.locale.say("no-number-said")));
    }
    Ok(vec![Fact { label: names.locale.say("document-says"), values }])
}

/// How many are named here, on each side: a side of which nobody is named is said too.
fn named(names: &Names<'_>, seats: &[Seat]) -> Result<Vec<Link>, RegisterError> {
    let mut sides: Vec<String> = Vec::new();
    for held in names.view.of_kind(names.partnership, Kind::Partnership)? {
        let Facts::Partnership(partnership) = &held.record.facts else { continue };
        sides.extend(names.links(&partnership.parties)?.into_iter().map(|link| link.text));
    }
    sides.sort_by(|a, b| names.locale.compare(a, b));
    for seat in seats {
        if !sides.contains(&seat.side) {
            sides.push(seat.side.clone());
        }
    }
    let count = |side: &str, is_person: bool| {
        let of_side = seats.iter().filter(|seat| seat.side == side);
        let named = of_side.filter(|seat| seat.it.person.is_some() == is_person);
        u64::try_from(named.count()).unwrap_or(u64::MAX)
    };
    Ok(sides
        .iter()
        .map(|side| {
            let (people, institutions) = (count(side, true), count(side, false));
            let mut named = Vec::new();
            if people > 0 || institutions == 0 {
                named.push(names.locale.say_count("count-named", people));
            }
            if institutions > 0 {
                named.push(names.locale.say_count("count-institutions", institutions));
            }
            let named = names.locale.list(&named);
            let texts = [("side", side.as_str()), ("people", named.as_str())];
            Link::plain(names.locale.say_about("named-of-side", &texts))
        })
        .collect())
}

fn table(names: &Names<'_>, label: &str, seats: &[Seat]) -> Result<Table, RegisterError> {
    let locale = names.locale;
    let heads = [
        locale.say_code("kind", Kind::Party.code()),
        locale.say_code("fact", "participation-role"),
        locale.say_code("kind", Kind::Person.code()),
        locale.say_code("kind", Kind::Institution.code()),
    ];
    let mut table = Table::new(label, heads);
    for Seat { side, it } in seats {
        let role = Link::plain(locale.say_code("participation-role", it.role.code()));
        table.push(vec![
            Link::plain(side).into(),
            role.into(),
            series::cell(names, it.person.as_ref())?,
            series::cell(names, it.institution.as_ref())?,
        ]);
    }
    Ok(table)
}

/// The documents that tell of a meeting.
pub(super) fn documents(names: &Names<'_>, held: &Held) -> Result<Block, RegisterError> {
    let mut known = BTreeSet::new();
    let mut rows = Vec::new();
    for passage in &held.record.sources {
        if !known.insert(passage.document.clone()) {
            continue;
        }
        if let Some(document) = names.view.find(&passage.document)? {
            rows.push(list::row(names, &document)?);
        }
    }
    Ok(Block {
        heading: names.locale.say_code("kinds", Kind::Document.code()),
        rows,
        empty: Some(names.locale.say_code("none", "documents")),
        ..Block::default()
    })
}
