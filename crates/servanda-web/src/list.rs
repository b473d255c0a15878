//! Lists of records: all of a kind, and the commitments with their filters.

mod commitments;

use askama::Template;
use servanda_model::record::Term;
use servanda_model::{Facts, Kind, Relation, Role, When};
use servanda_register::{Held, RegisterError, View};

pub(crate) use commitments::{
    filtered_path, filtered_title, page as commitments, read as read_filter,
};

use crate::answer::{Answer, PageError};
use crate::block::{Block, Link, Names, Row};
use crate::frame::{About, Frame};
use crate::locale::Locale;
use crate::record::{facts_of_figure, post_row};
use crate::routes;
use crate::site::Desk;

/// A page with lists.
#[derive(Debug, Template)]
#[template(path = "list.html")]
pub(crate) struct ListPage {
    frame: Frame,
    /// A sentence about the list.
    intro: String,
    blocks: Vec<Block>,
}

/// `GET /{partnership}/{collection}`
pub(crate) fn page(
    desk: &Desk,
    view: &View<'_>,
    partnership: &str,
    kind: Kind,
) -> Result<Answer, PageError> {
    let names = Names::new(view, desk.locale, partnership);
    let blocks = blocks(&names, kind)?;
    let intro = desk.locale.say_code("intro", kind.code());
    let frame = Frame::new(
        desk,
        Some(view),
        About {
            title: desk.locale.say_code("kinds", kind.code()),
            description: intro.clone(),
            path: routes::list(partnership, kind),
            partnership: Some(partnership.to_owned()),
            kind: Some(kind),
            has_data: true,
            has_calendar: kind == Kind::Meeting,
            ..About::default()
        },
    )?;
    if frame.partnership.is_none() {
        return Err(PageError::NotFound);
    }
    Ok(Answer::Page(ListPage { frame, intro, blocks }.render()?))
}

fn blocks(names: &Names<'_>, kind: Kind) -> Result<Vec<Block>, RegisterError> {
    match kind {
        Kind::Person => people(names),
        Kind::Meeting => meetings(names),
        Kind::Recommendation => recommendations(names),
        Kind::Partnership
        | Kind::Party
        | Kind::Institution
        | Kind::Post
        | Kind::Term
        | Kind::Body
        | Kind::Instrument
        | Kind::Section
        | Kind::Commitment
        | Kind::Observation
        | Kind::Participation
        | Kind::Engagement
        | Kind::Figure
        | Kind::Document => Ok(vec![all(names, kind, "")?]),
    }
}

fn all(names: &Names<'_>, kind: Kind, heading: &str) -> Result<Block, RegisterError> {
    let mut found = names.view.of_kind(names.partnership, kind)?;
    order(names.locale, kind, &mut found);
    let rows = found.iter().map(|held| row(names, held)).collect::<Result<Vec<_>, _>>()?;
    Ok(Block {
        heading: heading.to_owned(),
        href: None,
        rows,
        empty: Some(names.locale.say("none-recorded")),
    })
}

/// People in their posts, body by body; then the institutions.
fn people(names: &Names<'_>) -> Result<Vec<Block>, RegisterError> {
    let mut seats = names.view.of_kind(names.partnership, Kind::Partnership)?;
    let mut bodies = names.view.of_kind(names.partnership, Kind::Body)?;
    order(names.locale, Kind::Body, &mut bodies);
    seats.extend(bodies);
    let mut blocks = Vec::new();
    for seat in &seats {
        let mut posts = names.view.referring(&seat.record.id, Relation::Body, Kind::Post)?;
        order(names.locale, Kind::Post, &mut posts);
        let rows = posts.iter().map(|post| post_row(names, post)).collect::<Result<Vec<_>, _>>()?;
        if !rows.is_empty() {
            blocks.push(Block { heading: names.title(seat), rows, ..Block::default() });
        }
    }
    let institutions = names.locale.say_code("kinds", Kind::Institution.code());
    blocks.push(all(names, Kind::Institution, &institutions)?);
    Ok(blocks)
}

/// What was recommended, then what was asked and said.
fn recommendations(names: &Names<'_>) -> Result<Vec<Block>, RegisterError> {
    let heading = |kind: Kind| names.locale.say_code("kinds", kind.code());
    Ok(vec![
        all(names, Kind::Recommendation, &heading(Kind::Recommendation))?,
        all(names, Kind::Observation, &heading(Kind::Observation))?,
    ])
}

/// The series of the partnership first, then the sessions of bodies, then what was held outside.
fn meetings(names: &Names<'_>) -> Result<Vec<Block>, RegisterError> {
    let mut found = names.view.of_kind(names.partnership, Kind::Meeting)?;
    order(names.locale, Kind::Meeting, &mut found);
    let mut annual = Vec::new();
    let mut sessions = Vec::new();
    let mut outside = Vec::new();
    for held in &found {
        let Facts::Meeting(meeting) = &held.record.facts else { continue };
        let series = match &meeting.series {
            Some(series) => names.view.kind(series)?,
            None => None,
        };
        match series {
            Some(Kind::Partnership) => &mut annual,
            Some(_) => &mut sessions,
            None => &mut outside,
        }
        .push(row(names, held)?);
    }
    let block = |key: &str, rows| Block {
        heading: names.locale.say_code("list", key),
        rows,
        empty: Some(names.locale.say("none-recorded")),
        ..Block::default()
    };
    let mut blocks = vec![block("annual-meetings", annual), block("body-meetings", sessions)];
    if !outside.is_empty() {
        blocks.push(block("outside-meetings", outside));
    }
    Ok(blocks)
}

/// Puts records of a kind in the order in which people look for them.
pub(crate) fn order(locale: &Locale, kind: Kind, records: &mut [Held]) {
    let title = |held: &Held| crate::block::title(locale, held);
    match kind {
        Kind::Meeting
        | Kind::Commitment
        | Kind::Recommendation
        | Kind::Observation
        | Kind::Engagement
        | Kind::Figure => {
            records.sort_by(|a, b| {
                let day = |held: &Held| held.record.facts.date().map(When::key_day);
                day(b).cmp(&day(a)).then_with(|| locale.compare(&title(a), &title(b)))
            });
        }
        Kind::Section => records.sort_by_key(|held| {
            let Facts::Section(section) = &held.record.facts else { return 0 };
            section.number
        }),
        Kind::Participation => records.sort_by(|a, b| {
            let place = |held: &Held| {
                let Facts::Participation(it) = &held.record.facts else { return None };
                Some((it.role, it.number))
            };
            place(a).cmp(&place(b)).then_with(|| locale.compare(&title(a), &title(b)))
        }),
        Kind::Post => records.sort_by(|a, b| {
            let role = |held: &Held| {
                let Facts::Post(post) = &held.record.facts else { return None };
                Some(post.role)
            };
            role(a).cmp(&role(b)).then_with(|| locale.compare(&title(a), &title(b)))
        }),
        Kind::Partnership
        | Kind::Party
        | Kind::Institution
        | Kind::Person
        | Kind::Term
        | Kind::Body
        | Kind::Instrument
        | Kind::Document => records.sort_by(|a, b| locale.compare(&title(a), &title(b))),
    }
}

/// The line of a record in a list: title, and under it what tells it from the others.
pub(crate) fn row(names: &Names<'_>, held: &Held) -> Result<Row, RegisterError> {
    let locale = names.locale;
    let date = |when: When| Link::date(locale.when(when), when.to_string());
    let mut details = Vec::new();
    match &held.record.facts {
        Facts::Commitment(it) => {
            details.push(who(names, &it.owed_by)?);
            details.push(date(it.made));
            if let Some(due) = it.due {
                let words = locale.text(held.record.texts.get(&Role::DueWords));
                let words = words.map_or_else(|| locale.when(due), str::to_owned);
                details.push(Link::date(
                    locale.say_about("due-by", &[("date", &words)]),
                    due.to_string(),
                ));
            }
        }
        Facts::Meeting(it) => {
            details.push(date(it.date));
            details.extend(locale.text(held.record.texts.get(&Role::Place)).map(Link::plain));
            details.extend(it.mode.map(|mode| Link::plain(locale.say_code("mode", mode.code()))));
        }
        Facts::Body(it) => {
            details.push(Link::plain(locale.say_code("body-form", it.form.code())));
            details.push(Link::plain(locale.say_code("body-state", it.state.code())));
            let id = &held.record.id;
            let count = names.view.count_referring(id, Relation::Body, Kind::Commitment)?;
            details.push(Link::plain(locale.say_count("count-commitments", count)));
        }
        Facts::Instrument(it) => {
            details.push(Link::plain(locale.say_code("instrument-form", it.form.code())));
            details.extend(it.date.or(it.period).map(date));
        }
        Facts::Section(it) => {
            let id = &held.record.id;
            let count = names.view.count_referring(id, Relation::Section, Kind::Commitment)?;
            details.push(Link::plain(locale.say_code("section-form", it.form.code())));
            details.push(Link::plain(locale.say_count("count-commitments", count)));
        }
        Facts::Recommendation(it) => {
            let (by, to) = (who(names, &it.by)?.text, who(names, &it.to)?.text);
            details.push(Link::plain(locale.say_about("by-to", &[("by", &by), ("to", &to)])));
            details.push(date(it.made));
        }
        Facts::Observation(it) => {
            details.push(Link::plain(locale.say_code("observation-form", it.form.code())));
            details.push(who(names, &it.by)?);
            details.push(date(it.made));
        }
        Facts::Participation(it) => {
            details.extend(it.person.as_ref().map(|person| names.link(person)).transpose()?);
            details.extend(it.institution.as_ref().map(|it| names.link(it)).transpose()?);
            details.push(Link::plain(locale.say_code("participation-role", it.role.code())));
        }
        Facts::Engagement(it) => {
            details.push(Link::plain(locale.say_code("engagement-form", it.form.code())));
            details.push(date(it.period));
            details.extend(locale.text(held.record.texts.get(&Role::Place)).map(Link::plain));
        }
        Facts::Figure(it) => {
            details.push(Link::plain(facts_of_figure(names, it, held)));
            details.push(date(it.when));
        }
        Facts::Document(_) => {
            details.push(Link::plain(crate::document::published(locale, held)));
            let count = names.view.count_marks_in(&held.record.id)?;
            details.push(Link::plain(locale.say_count("count-passages", count)));
        }
        Facts::Institution(it) => {
            details.extend(locale.text(held.record.texts.get(&Role::Acronym)).map(Link::plain));
            details.extend(it.party.as_ref().map(|party| names.link(party)).transpose()?);
        }
        Facts::Post(_) => return post_row(names, held),
        Facts::Term(it) => {
            details.push(names.link(&it.person)?);
            details.extend(documented(locale, it));
        }
        Facts::Partnership(it) => details.push(date(it.since)),
        Facts::Party(_) | Facts::Person => {}
    }
    Ok(names.row(held, details))
}

fn who(names: &Names<'_>, ids: &[servanda_model::RecordId]) -> Result<Link, RegisterError> {
    let mut who: Vec<String> = names.links(ids)?.into_iter().map(|link| link.text).collect();
    who.sort_by(|a, b| names.locale.compare(a, b));
    Ok(Link::plain(names.locale.list(&who)))
}

/// When a term was or is documented to be.
pub(crate) fn documented(locale: &Locale, term: &Term) -> Option<Link> {
    if let Some(from) = term.from {
        let words = match term.to {
            Some(to) => locale.say_about(
                "date-between",
                &[("first", &locale.when(from)), ("last", &locale.when(to))],
            ),
            None => locale.say_about("date-from", &[("date", &locale.when(from))]),
        };
        return Some(Link::date(words, from.to_string()));
    }
    let on = term.documented?;
    let words = locale.say_about("documented-when", &[("date", &locale.when(on))]);
    Some(Link::date(words, on.to_string()))
}
