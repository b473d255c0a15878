//! The timeline of a partnership: meetings by host on both sides of an axis, under it what was
//! adopted, launched and begun in each year; the same as a table and as data.

mod drawing;

use askama::Template;
use servanda_model::record::PostRole;
use servanda_model::{Facts, Kind, RecordId, Relation, When};
use servanda_register::{Held, RegisterError, View};

use crate::answer::{Answer, PageError};
use crate::bars::Years;
use crate::block::{Block, Link, Names};
use crate::frame::{About, Frame};
use crate::routes;
use crate::site::Desk;
use crate::table::Table;
use crate::twin;
use drawing::Drawing;

/// The timeline.
#[derive(Debug, Template)]
#[template(path = "timeline.html")]
pub(crate) struct TimelinePage {
    frame: Frame,
    intro: String,
    drawing: Option<Drawing>,
    block: Block,
}

/// Something that happened on the way.
#[derive(Debug, Clone)]
struct Event {
    /// What sort of thing.
    what: What,
    /// When.
    when: When,
    /// The record that tells of it.
    record: RecordId,
    kind: Kind,
    /// Its number in a series.
    number: Option<u32>,
    /// In a few words.
    title: Link,
}

/// What sort of thing happened.
#[derive(Debug, Clone, PartialEq, Eq)]
enum What {
    /// A meeting of the partnership, with the name of its host.
    Meeting(Option<RecordId>),
    /// An instrument was adopted.
    Instrument,
    /// A body was launched.
    Body,
    /// The term of a co-chair began.
    Term,
    /// A document shows a co-chair in office for the first time.
    Documented,
}

impl What {
    const fn code(&self) -> &'static str {
        match self {
            Self::Meeting(_) => "meeting",
            Self::Instrument => "instrument",
            Self::Body => "body",
            Self::Term => "term",
            Self::Documented => "documented",
        }
    }
}

/// `GET /{partnership}/timeline`
pub(crate) fn page(desk: &Desk, view: &View<'_>, partnership: &str) -> Result<Answer, PageError> {
    let locale = desk.locale;
    let names = Names::new(view, locale, partnership);
    let intro = locale.say("intro-timeline");
    let frame = Frame::new(
        desk,
        Some(view),
        About {
            title: locale.say("timeline"),
            description: intro.clone(),
            path: routes::timeline(partnership),
            partnership: Some(partnership.to_owned()),
            kind: Some(Kind::Meeting),
            has_data: true,
            has_calendar: true,
            forms_of: Some(routes::list(partnership, Kind::Meeting)),
            ..About::default()
        },
    )?;
    if frame.partnership.is_none() {
        return Err(PageError::NotFound);
    }
    let events = events(desk, &names)?;
    let drawing = if events.is_empty() { None } else { Some(draw(desk, &names, &events)?) };
    let block = block(&names, &events)?;
    Ok(Answer::Page(TimelinePage { frame, intro, drawing, block }.render()?))
}

/// The twin of the timeline.
pub(crate) fn data(desk: &Desk, view: &View<'_>, partnership: &str) -> Result<Answer, PageError> {
    if view.of_kind(partnership, Kind::Partnership)?.is_empty() {
        return Err(PageError::NotFound);
    }
    let names = Names::new(view, desk.locale, partnership);
    let events: Vec<serde_json::Value> = events(desk, &names)?
        .into_iter()
        .map(|event| {
            let address = names.href(event.kind, &event.record);
            let host = match &event.what {
                What::Meeting(host) => host.as_ref().map(ToString::to_string),
                What::Instrument | What::Body | What::Term | What::Documented => None,
            };
            serde_json::json!({
                "date": event.when.to_string(), "event": event.what.code(), "host": host,
                "number": event.number, "kind": event.kind.code(),
                "record": event.record.as_str(), "label": event.title.text,
                "address": format!("{}{address}", desk.site.address())
            })
        })
        .collect();
    let total = events.len();
    Ok(Answer::Data(serde_json::json!({
        "total": total, "events": events, "as-of": twin::as_of(view)?
    })))
}

/// Everything up to the day, oldest first.
fn events(desk: &Desk, names: &Names<'_>) -> Result<Vec<Event>, RegisterError> {
    let mut events = Vec::new();
    for held in names.view.of_kind(names.partnership, Kind::Meeting)? {
        let Facts::Meeting(it) = &held.record.facts else { continue };
        let Some(series) = &it.series else { continue };
        if names.view.kind(series)? == Some(Kind::Partnership) {
            let what = What::Meeting(it.host.clone());
            let number = it.number;
            events.push(Event { number, ..event(names, &held, what, it.date)? });
        }
    }
    for held in names.view.of_kind(names.partnership, Kind::Instrument)? {
        let Facts::Instrument(it) = &held.record.facts else { continue };
        let Some(date) = it.date else { continue };
        events.push(event(names, &held, What::Instrument, date)?);
    }
    for held in names.view.of_kind(names.partnership, Kind::Body)? {
        let Facts::Body(it) = &held.record.facts else { continue };
        let Some(since) = it.since else { continue };
        events.push(event(names, &held, What::Body, since)?);
    }
    events.extend(co_chairs(names)?);
    events.retain(|event| event.when.key_day() <= desk.today());
    events.sort_by(|a, b| {
        let day = |event: &Event| event.when.key_day();
        day(a).cmp(&day(b)).then_with(|| names.locale.compare(&a.title.text, &b.title.text))
    });
    Ok(events)
}

fn event(names: &Names<'_>, held: &Held, what: What, when: When) -> Result<Event, RegisterError> {
    let (record, kind) = (held.record.id.clone(), held.record.kind());
    let title = names.link(&record)?;
    Ok(Event { what, when, record, kind, number: None, title })
}

/// The co-chairs whose terms begin, or who are first shown in office.
fn co_chairs(names: &Names<'_>) -> Result<Vec<Event>, RegisterError> {
    let mut events = Vec::new();
    for post in names.view.of_kind(names.partnership, Kind::Post)? {
        let Facts::Post(it) = &post.record.facts else { continue };
        let leads = [PostRole::NationalCoChair, PostRole::CoChair, PostRole::PrivateCoChair];
        if !leads.contains(&it.role) {
            continue;
        }
        for term in names.view.referring(&post.record.id, Relation::Post, Kind::Term)? {
            let Facts::Term(facts) = &term.record.facts else { continue };
            let (what, when) = match (facts.from, facts.documented) {
                (Some(from), _) => (What::Term, from),
                (None, Some(documented)) => (What::Documented, documented),
                (None, None) => continue,
            };
            let texts = [("person", names.link(&facts.person)?.text), ("post", names.title(&post))];
            let texts: Vec<(&'static str, &str)> =
                texts.iter().map(|(name, text)| (*name, text.as_str())).collect();
            let words = names.locale.say_about("person-in-post", &texts);
            let event = event(names, &term, what, when)?;
            let title = Link { text: words, ..event.title };
            events.push(Event { title, ..event });
        }
    }
    Ok(events)
}

/// What happened, in words.
fn what(names: &Names<'_>, event: &Event) -> Result<String, RegisterError> {
    match &event.what {
        What::Meeting(Some(host)) => {
            let host = names.link(host)?.text;
            Ok(names.locale.say_about("event-meeting-hosted", &[("host", &host)]))
        }
        What::Meeting(None) | What::Instrument | What::Body | What::Term | What::Documented => {
            Ok(names.locale.say_code("event", event.what.code()))
        }
    }
}

fn block(names: &Names<'_>, events: &[Event]) -> Result<Block, RegisterError> {
    let locale = names.locale;
    let heading = locale.say("timeline-table");
    if events.is_empty() {
        return Ok(Block { heading, empty: Some(locale.say("none-recorded")), ..Block::default() });
    }
    let heads = ["fact-date", "timeline-what", "timeline-event"].map(|key| locale.say(key));
    let mut table = Table::new(heading.clone(), heads);
    for event in events {
        let date = Link::date(locale.when(event.when), event.when.to_string());
        let what = Link::plain(what(names, event)?);
        table.push(vec![date.into(), what.into(), event.title.clone().into()]);
    }
    Ok(Block { heading, table: Some(table), ..Block::default() })
}

/// The hosts in the order of the reader's language, and the drawing over them.
fn draw(desk: &Desk, names: &Names<'_>, events: &[Event]) -> Result<Drawing, RegisterError> {
    let mut hosts: Vec<(RecordId, String)> = Vec::new();
    let mut begins = Vec::new();
    for held in names.view.of_kind(names.partnership, Kind::Partnership)? {
        let Facts::Partnership(partnership) = &held.record.facts else { continue };
        begins.push(partnership.since.key_day());
        for party in &partnership.parties {
            hosts.push((party.clone(), names.link(party)?.text));
        }
    }
    hosts.sort_by(|a, b| names.locale.compare(&a.1, &b.1));
    begins.extend(events.iter().map(|event| event.when.key_day()));
    let years = Years::spanning(begins, desk.today());
    Ok(drawing::draw(names.locale, years, desk.today(), &hosts, events))
}
