//! How a body stands: at work, dormant, announced or ended; its last and next meeting; what it
//! carries on and what carries it on.

use servanda_model::record::{Body, BodyState};
use servanda_model::{Facts, Kind, RecordId, Relation, When};
use servanda_register::{Held, RegisterError};

use crate::block::{Block, Fact, Link, Names};
use crate::series;
use crate::site::Desk;

/// How a body stands on the day, in words.
pub(super) fn block(
    desk: &Desk,
    names: &Names<'_>,
    held: &Held,
    body: &Body,
) -> Result<Block, RegisterError> {
    let locale = names.locale;
    let id = &held.record.id;
    let meetings = names.view.referring(id, Relation::Body, Kind::Meeting)?;
    let next = series::next(desk.today(), names, id, &meetings)?;
    let mut words: Vec<Link> = state(names, body).map(Link::plain).into_iter().collect();
    words.extend(lineage(names, held, body)?.into_iter().map(Link::plain));
    words.extend(next.words);
    let last = meetings
        .iter()
        .filter_map(|held| Some((held, series::meeting_of(held)?.date)))
        .filter(|(_, date)| date.key_day() <= desk.today())
        .max_by_key(|(_, date)| date.key_day());
    let last = match last {
        Some((held, date)) => series::to_meeting(names, held, date),
        None => Link::plain(locale.say("no-meeting-on-record")),
    };
    let mut facts = vec![Fact { label: locale.say("last-meeting"), values: vec![last] }];
    facts.extend(next.facts);
    Ok(Block { heading: locale.say_code("list", "body-state"), words, facts, ..Block::default() })
}

/// "It exists but does not meet, since 2019." Of a body at work there is nothing to say without
/// a date.
fn state(names: &Names<'_>, body: &Body) -> Option<String> {
    let (known, unknown) = match body.state {
        BodyState::Active => ("body-is-active-since", None),
        BodyState::Dormant => ("body-is-dormant-since", Some("body-is-dormant")),
        BodyState::Planned => ("body-is-planned-since", Some("body-is-planned")),
        BodyState::Concluded => ("body-is-concluded-since", Some("body-is-concluded")),
    };
    let when: Option<When> = match body.state {
        BodyState::Active | BodyState::Planned => body.since,
        BodyState::Dormant | BodyState::Concluded => body.until,
    };
    match when {
        Some(when) => Some(names.locale.say_about(known, &[("date", &names.locale.when(when))])),
        None => unknown.map(|key| names.locale.say(key)),
    }
}

/// What a body carries on and what carries it on: renamed, merged, split.
fn lineage(names: &Names<'_>, held: &Held, body: &Body) -> Result<Vec<String>, RegisterError> {
    let id = &held.record.id;
    let mut sentences = Vec::new();
    if let Some(first) = body.continues.first() {
        let others = successors(names, first)?;
        let key = match (body.continues.len(), others.len()) {
            (1, 0 | 1) => "body-was-renamed",
            (1, _) => "body-was-split-off",
            (_, _) => "body-was-merged",
        };
        sentences.push(say(names, key, &body.continues)?);
    }
    let later = successors(names, id)?;
    let ids: Vec<RecordId> = later.iter().map(|it| it.record.id.clone()).collect();
    if let Some(only) = later.first() {
        let Facts::Body(into) = &only.record.facts else { return Ok(sentences) };
        let key = match (later.len(), into.continues.len()) {
            (1, 0 | 1) => "body-renamed-to",
            (1, _) => "body-merged-into",
            (_, _) => "body-split-into",
        };
        sentences.push(say(names, key, &ids)?);
    }
    Ok(sentences)
}

fn successors(names: &Names<'_>, id: &RecordId) -> Result<Vec<Held>, RegisterError> {
    names.view.referring(id, Relation::Continues, Kind::Body)
}

fn say(names: &Names<'_>, key: &str, ids: &[RecordId]) -> Result<String, RegisterError> {
    let mut bodies: Vec<String> = names.links(ids)?.into_iter().map(|link| link.text).collect();
    bodies.sort_by(|a, b| names.locale.compare(a, b));
    Ok(names.locale.say_about(key, &[("bodies", &names.locale.list(&bodies))]))
}
