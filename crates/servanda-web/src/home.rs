//! Home of the installation, home of a partnership, and the page about the register.

use askama::Template;
use servanda_model::record::SectionForm;
use servanda_model::{Facts, Kind, Role, Standing};
use servanda_register::{CommitmentFilter, Due, Facet, Held, RegisterError, View};

use crate::answer::{Answer, PageError};
use crate::block::{Badge, Block, Fact, Link, Names, Row, badge};
use crate::frame::{About, Frame};
use crate::locale::{Locale, utc_day};
use crate::site::Desk;
use crate::{linked, list, routes};

/// Groups of acts shown as last recorded.
const LAST_RECORDED: usize = 6;
/// Meetings shown as last held.
const LAST_MEETINGS: usize = 6;

/// Home of the installation.
#[derive(Debug, Template)]
#[template(path = "home.html")]
pub(crate) struct HomePage {
    frame: Frame,
    registers: Vec<RegisterCard>,
}

/// A register that is kept here.
#[derive(Debug)]
pub(crate) struct RegisterCard {
    title: Link,
    summary: String,
    counts: Vec<String>,
    /// When something was last recorded.
    last: Option<String>,
}

/// Home of a partnership.
#[derive(Debug, Template)]
#[template(path = "partnership.html")]
pub(crate) struct PartnershipPage {
    frame: Frame,
    acronym: Option<String>,
    summary: String,
    parties: String,
    /// The state of the partnership today: a number, what it counts, where it leads.
    state: Vec<Number>,
    /// What the numbers do not say.
    caveat: String,
    bodies: Vec<BodyLine>,
    pillars: Block,
    meetings: Block,
    recorded: Vec<Fact>,
}

/// A number on the home page.
#[derive(Debug)]
pub(crate) struct Number {
    number: String,
    label: Link,
}

/// A body with its commitments, on the home page.
#[derive(Debug)]
pub(crate) struct BodyLine {
    body: Link,
    state: String,
    /// How many, leading to them.
    commitments: Link,
    /// The same in words, for whoever hears the page.
    words: String,
}

/// `GET /`
pub(crate) fn page(desk: &Desk, view: &View<'_>) -> Result<Answer, PageError> {
    let locale = desk.locale;
    let registers = view
        .partnerships()?
        .iter()
        .map(|held| register_card(locale, view, held))
        .collect::<Result<Vec<_>, _>>()?;
    let about = About {
        title: locale.say("site-title"),
        description: locale.say("site-lead"),
        path: routes::HOME.to_owned(),
        has_data: true,
        ..About::default()
    };
    let mut frame = Frame::new(desk, Some(view), about)?;
    frame.crumbs.clear();
    Ok(Answer::Page(HomePage { frame, registers }.render()?))
}

fn register_card(
    locale: &'static Locale,
    view: &View<'_>,
    held: &Held,
) -> Result<RegisterCard, RegisterError> {
    let counts = view.counts(&held.partnership)?;
    let home = routes::localized(locale.language(), &routes::partnership(&held.partnership));
    let last = view.last_recorded(&held.partnership, 1)?;
    Ok(RegisterCard {
        title: Link::to(crate::block::title(locale, held), home),
        summary: summary(locale, held),
        counts: [Kind::Commitment, Kind::Body, Kind::Meeting, Kind::Document]
            .iter()
            .filter_map(|kind| counts.iter().find(|(of, _)| of == kind))
            .map(|(kind, count)| locale.say_count(&format!("count-{}", plural(*kind)), *count))
            .collect(),
        last: last.first().map(|group| {
            let day = locale.day_of(group.at);
            locale.say_about("last-recorded-on", &[("date", &day)])
        }),
    })
}

const fn plural(kind: Kind) -> &'static str {
    routes::collection(kind)
}

fn summary(locale: &Locale, held: &Held) -> String {
    locale.text(held.record.texts.get(&Role::Summary)).unwrap_or_default().to_owned()
}

/// `GET /{partnership}`
pub(crate) fn partnership(
    desk: &Desk,
    view: &View<'_>,
    partnership: &str,
) -> Result<Answer, PageError> {
    let locale = desk.locale;
    let names = Names::new(view, locale, partnership);
    let held = view
        .of_kind(partnership, Kind::Partnership)?
        .into_iter()
        .next()
        .ok_or(PageError::NotFound)?;
    let Facts::Partnership(facts) = &held.record.facts else { return Err(PageError::NotFound) };
    let mut parties: Vec<String> =
        names.links(&facts.parties)?.into_iter().map(|link| link.text).collect();
    parties.sort_by(|a, b| locale.compare(a, b));
    let about = About {
        title: names.title(&held),
        description: summary(locale, &held),
        path: routes::partnership(partnership),
        partnership: Some(partnership.to_owned()),
        has_data: true,
        kind: Some(Kind::Partnership),
        thing: Some(linked::of_record(desk, &names, &held)?),
        proof: Some(crate::record::entry_path(&held)),
        ..About::default()
    };
    let mut frame = Frame::new(desk, Some(view), about)?;
    frame.crumbs.pop();
    let page = PartnershipPage {
        frame,
        acronym: locale.text(held.record.texts.get(&Role::Acronym)).map(str::to_owned),
        summary: summary(locale, &held),
        parties: locale.list(&parties),
        state: state(desk, &names)?,
        caveat: locale.say("state-caveat"),
        bodies: bodies(&names)?,
        pillars: pillars(&names)?,
        meetings: meetings(&names)?,
        recorded: recorded(&names)?,
    };
    Ok(Answer::Page(page.render()?))
}

/// How many commitments, in which standing, due or past due; what else is held.
fn state(desk: &Desk, names: &Names<'_>) -> Result<Vec<Number>, RegisterError> {
    let locale = names.locale;
    let list = names.path(&routes::list(names.partnership, Kind::Commitment));
    let none = CommitmentFilter::default();
    let total = names.view.commitments(names.partnership, &none, 0, 0)?.total;
    let number = |count: u64, key: &str, href: String| Number {
        number: locale.number(count),
        label: Link::to(locale.say_count(key, count), href),
    };
    let mut state = vec![number(total, "state-commitments", list.clone())];
    for found in names.view.facet(names.partnership, &none, Facet::Standing)? {
        if let Some(standing) = Standing::find(&found.value) {
            let key = format!("state-{}", standing.code());
            state.push(number(found.count, &key, format!("{list}?standing={}", standing.code())));
        }
    }
    let filter = CommitmentFilter { today: Some(desk.today()), ..none };
    for due in [Due::Passed, Due::Ahead, Due::Undated] {
        let of_due = CommitmentFilter { due: Some(due), ..filter.clone() };
        let count = names.view.commitments(names.partnership, &of_due, 0, 0)?.total;
        let key = format!("state-due-{}", due.code());
        state.push(number(count, &key, format!("{list}?due={}", due.code())));
    }
    Ok(state)
}

fn bodies(names: &Names<'_>) -> Result<Vec<BodyLine>, RegisterError> {
    let mut bodies = names.view.of_kind(names.partnership, Kind::Body)?;
    list::order(names.locale, Kind::Body, &mut bodies);
    let counts = names.view.facet(names.partnership, &CommitmentFilter::default(), Facet::Body)?;
    let list = names.path(&routes::list(names.partnership, Kind::Commitment));
    let mut lines = Vec::new();
    for body in &bodies {
        let Facts::Body(facts) = &body.record.facts else { continue };
        let id = body.record.id.as_str();
        let count = counts.iter().find(|found| found.value == id).map_or(0, |found| found.count);
        lines.push(BodyLine {
            body: names.link(&body.record.id)?,
            state: names.locale.say_code("body-state", facts.state.code()),
            commitments: Link {
                text: names.locale.number(count),
                href: (count > 0).then(|| format!("{list}?body={id}")),
                datetime: None,
            },
            words: names.locale.say_count("count-commitments", count),
        });
    }
    Ok(lines)
}

/// The pillars of the action plan that has them.
fn pillars(names: &Names<'_>) -> Result<Block, RegisterError> {
    let mut sections = names.view.of_kind(names.partnership, Kind::Section)?;
    sections.retain(|held| {
        let Facts::Section(section) = &held.record.facts else { return false };
        section.form == SectionForm::Pillar
    });
    list::order(names.locale, Kind::Section, &mut sections);
    let rows = sections.iter().map(|held| list::row(names, held)).collect::<Result<Vec<_>, _>>()?;
    Ok(Block { heading: names.locale.say_code("list", "pillars"), rows, ..Block::default() })
}

/// The last meetings of the partnership.
fn meetings(names: &Names<'_>) -> Result<Block, RegisterError> {
    let mut found = names.view.latest(names.partnership, Kind::Meeting, LAST_MEETINGS)?;
    list::order(names.locale, Kind::Meeting, &mut found);
    let rows: Vec<Row> =
        found.iter().map(|held| list::row(names, held)).collect::<Result<Vec<_>, _>>()?;
    Ok(Block { heading: names.locale.say_code("list", "last-meetings"), rows, ..Block::default() })
}

/// What was last recorded, by day.
fn recorded(names: &Names<'_>) -> Result<Vec<Fact>, RegisterError> {
    let locale = names.locale;
    let mut days: Vec<Fact> = Vec::new();
    for group in names.view.last_recorded(names.partnership, LAST_RECORDED)? {
        let day = utc_day(group.at).map_or_else(String::new, |day| locale.day(day));
        let words = locale.say_about(
            "recorded",
            &[
                ("act", &locale.say_code("act", &group.word)),
                ("what", &locale.say_count(&format!("count-{}", plural(group.kind)), group.count)),
            ],
        );
        let link = Link::to(words, names.path(&routes::list(names.partnership, group.kind)));
        match days.iter_mut().find(|known| known.label == day) {
            Some(known) => known.values.push(link),
            None => days.push(Fact { label: day, values: vec![link] }),
        }
    }
    Ok(days)
}

/// What the register is, what its words mean, how to check it.
#[derive(Debug, Template)]
#[template(path = "about.html")]
pub(crate) struct AboutPage {
    frame: Frame,
    standings: Vec<Badge>,
    words: Vec<Fact>,
}

/// `GET /about`
pub(crate) fn about(desk: &Desk, view: &View<'_>) -> Result<Answer, PageError> {
    let locale = desk.locale;
    let frame = Frame::new(
        desk,
        Some(view),
        About {
            title: locale.say("about"),
            description: locale.say("site-lead"),
            path: routes::ABOUT.to_owned(),
            has_data: true,
            ..About::default()
        },
    )?;
    let mut words: Vec<Fact> = Kind::ALL
        .iter()
        .map(|kind| Fact {
            label: locale.say_code("kind", kind.code()),
            values: vec![Link::plain(locale.say_code("kind-meaning", kind.code()))],
        })
        .collect();
    words.sort_by(|a, b| locale.compare(&a.label, &b.label));
    let standings = Standing::ALL.iter().map(|standing| badge(locale, *standing)).collect();
    Ok(Answer::Page(AboutPage { frame, standings, words }.render()?))
}
