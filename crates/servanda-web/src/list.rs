//! Lists of records: all of a kind, and the commitments with their filters.

mod commitments;

use askama::Template;
use servanda_model::record::{Commitment, Term};
use servanda_model::{Facts, Kind, Relation, Role, When};
use servanda_register::{CommitmentFilter, Held, Placed, RegisterError, View};

pub(crate) use commitments::{
    address as filtered, filtered_path, filtered_title, page as commitments, read as read_filter,
};

use crate::answer::{Answer, PageError};
use crate::block::{Block, Link, Names, Row};
use crate::frame::{About, Frame};
use crate::holding::Posts;
use crate::locale::Locale;
use crate::record::{answer, differs, facts_of_figure, post_row};
use crate::site::Desk;
use crate::{engagement, institution, routes, series};

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
    let blocks = blocks(desk, &names, kind)?;
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

fn blocks(desk: &Desk, names: &Names<'_>, kind: Kind) -> Result<Vec<Block>, RegisterError> {
    match kind {
        Kind::Person => people(desk, names),
        Kind::Meeting => series::blocks(desk, names),
        Kind::Engagement => engagement::blocks(names),
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
        rows,
        empty: Some(names.locale.say("none-recorded")),
        ..Block::default()
    })
}

/// People in their posts, body by body; the institutions have a page of their own.
fn people(desk: &Desk, names: &Names<'_>) -> Result<Vec<Block>, RegisterError> {
    let mut seats = names.view.of_kind(names.partnership, Kind::Partnership)?;
    let mut bodies = names.view.of_kind(names.partnership, Kind::Body)?;
    order(names.locale, Kind::Body, &mut bodies);
    seats.extend(bodies);
    let posts = Posts::new(names, desk.today())?;
    let mut blocks = vec![institution::pointer(names)?];
    for seat in &seats {
        let block = posts.of(&seat.record.id, names.title(seat))?;
        if !block.rows.is_empty() {
            let href = Some(names.href(seat.record.kind(), &seat.record.id));
            blocks.push(Block { href, ..block });
        }
    }
    if blocks.len() == 1 {
        let empty = Some(names.locale.say("none-recorded"));
        blocks.push(Block { empty, ..Block::default() });
    }
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
        Facts::Commitment(it) => details = of_commitment(names, held, it)?,
        Facts::Meeting(it) => {
            details.push(date(it.date));
            details.extend(locale.text(held.record.texts.get(&Role::Place)).map(Link::plain));
            details.extend(it.mode.map(|mode| Link::plain(locale.say_code("mode", mode.code()))));
        }
        Facts::Body(it) => {
            details.push(Link::plain(locale.say_code("body-form", it.form.code())));
            details.push(Link::plain(locale.say_code("body-state", it.state.code())));
            details.push(commitments_under(names, held, Relation::Body)?);
        }
        Facts::Instrument(it) => {
            details.push(Link::plain(locale.say_code("instrument-form", it.form.code())));
            details.extend(it.date.or(it.period).map(date));
        }
        Facts::Section(it) => {
            details.push(Link::plain(locale.say_code("section-form", it.form.code())));
            details.push(commitments_under(names, held, Relation::Section)?);
        }
        Facts::Recommendation(it) => {
            let (by, to) = (who(names, &it.by)?.text, who(names, &it.to)?.text);
            details.push(Link::plain(locale.say_about("by-to", &[("by", &by), ("to", &to)])));
            details.push(date(it.made));
            details.push(answer::sign(names, &held.record.id, it)?);
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
            let published = crate::document::published(locale, held);
            details.extend((!published.is_empty()).then(|| Link::plain(published)));
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
    details.extend(differs::sign(names, held));
    Ok(names.row(held, details))
}

/// Who owes a commitment, when it was made and when it is due.
fn of_commitment(
    names: &Names<'_>,
    held: &Held,
    it: &Commitment,
) -> Result<Vec<Link>, RegisterError> {
    let locale = names.locale;
    let made = Link::date(locale.when(it.made), it.made.to_string());
    let mut details = vec![who(names, &it.owed_by)?, made];
    if let Some(due) = it.due {
        let words = locale.text(held.record.texts.get(&Role::DueWords));
        let words = words.map_or_else(|| locale.when(due), str::to_owned);
        let words = locale.say_about("due-by", &[("date", &words)]);
        details.push(Link::date(words, due.to_string()));
    }
    Ok(details)
}

/// How many commitments stand under a body or section.
fn commitments_under(
    names: &Names<'_>,
    held: &Held,
    relation: Relation,
) -> Result<Link, RegisterError> {
    let placed = Some(Placed::In(held.record.id.clone()));
    let filter = if relation == Relation::Body {
        CommitmentFilter { body: placed, ..CommitmentFilter::default() }
    } else {
        CommitmentFilter { section: placed, ..CommitmentFilter::default() }
    };
    let count = names.view.commitments(names.partnership, &filter, 0, 0)?.total;
    Ok(Link::plain(names.locale.say_count("count-commitments", count)))
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
