//! Home of a partnership: how many commitments, made when, by whom, what became of them, what is
//! due next and what is silent.

use askama::Template;
use serde_json::{Value, json};
use servanda_model::record::{BodyState, SectionForm};
use servanda_model::{CommitmentState, Facts, Kind, RecordId, Role, Standing, When};
use servanda_register::{CommitmentFilter, Facet, Held, RegisterError, Rows, View};

use crate::answer::{Answer, PageError};
use crate::block::{Block, Fact, Link, Names, Row};
use crate::frame::{About, Frame};
use crate::home::{plural, summary};
use crate::locale::utc_day;
use crate::matrix::{Cell, Counted, address};
use crate::site::Desk;
use crate::{linked, list, routes, twin};

/// Groups of acts shown as last recorded.
const LAST_RECORDED: usize = 6;
/// Meetings shown as last held.
const LAST_MEETINGS: usize = 6;
/// Commitments shown as due next, and as due last.
const DUE_SHOWN: usize = 5;
/// Pillars and bodies in a table of the home; the matrix has all.
const LINES_MAX: usize = 24;
/// Years that are shown; the timeline has all.
const YEARS_MAX: usize = 24;

/// Home of a partnership.
#[derive(Debug, Template)]
#[template(path = "partnership.html")]
pub(crate) struct PartnershipPage {
    frame: Frame,
    acronym: Option<String>,
    summary: String,
    parties: String,
    /// How many there are and what became of them: a number, what it counts, where it leads.
    state: Vec<Number>,
    /// How they stand, in words.
    standing: String,
    /// What the numbers do not say.
    caveat: String,
    due_next: Block,
    due_last: Block,
    /// The years they were made in.
    years: Vec<Number>,
    bodies: Lines,
    pillars: Lines,
    meetings: Block,
    recorded: Vec<Fact>,
    /// Other ways to look at all of it.
    ways: Vec<Way>,
}

/// A number on the home page.
#[derive(Debug)]
pub(crate) struct Number {
    number: String,
    label: Link,
}

/// Bodies or pillars with their commitments.
#[derive(Debug)]
pub(crate) struct Lines {
    id: &'static str,
    heading: String,
    /// What the lines are.
    label: String,
    lines: Vec<Line>,
    empty: String,
}

/// A body or pillar with its commitments.
#[derive(Debug)]
pub(crate) struct Line {
    /// What it and the lines after it are parts of, where that changes.
    group: Option<Link>,
    head: Link,
    /// That it is not at work.
    detail: Option<String>,
    all: Cell,
    silent: Cell,
}

/// Another page about everything, and what it shows.
#[derive(Debug)]
pub(crate) struct Way {
    page: Link,
    shows: String,
}

/// `GET /{partnership}`
pub(crate) fn page(desk: &Desk, view: &View<'_>, partnership: &str) -> Result<Answer, PageError> {
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
        standing: standing(&names)?,
        caveat: locale.say("state-caveat"),
        due_next: due_next(desk, &names)?,
        due_last: due_last(desk, &names)?,
        years: years(&names)?,
        bodies: bodies(desk, &names)?,
        pillars: pillars(desk, &names)?,
        meetings: meetings(&names)?,
        recorded: recorded(&names)?,
        ways: ways(&names),
    };
    Ok(Answer::Page(page.render()?))
}

/// How many commitments there are, and how many in each state.
fn state(desk: &Desk, names: &Names<'_>) -> Result<Vec<Number>, RegisterError> {
    let locale = names.locale;
    let filter = CommitmentFilter { today: Some(desk.today()), ..CommitmentFilter::default() };
    let found = names.view.facet(names.partnership, &filter, Facet::State)?;
    let total: u64 = found.iter().map(|found| found.count).sum();
    let number = |count: u64, key: &str, filter: &CommitmentFilter| Number {
        number: locale.number(count),
        label: Link::to(locale.say_count(key, count), address(names, filter)),
    };
    let mut state = vec![number(total, "state-commitments", &CommitmentFilter::default())];
    for of in CommitmentState::ALL {
        let count = found.iter().find(|it| it.value == of.code()).map_or(0, |it| it.count);
        let always = matches!(of, CommitmentState::Silent | CommitmentState::Open);
        if always || count > 0 {
            let filter = CommitmentFilter { state: Some(of), ..CommitmentFilter::default() };
            state.push(number(count, &format!("in-state-{}", of.code()), &filter));
        }
    }
    Ok(state)
}

/// How the commitments came to stand here, in one sentence.
fn standing(names: &Names<'_>) -> Result<String, RegisterError> {
    let locale = names.locale;
    let none = CommitmentFilter::default();
    let found = names.view.facet(names.partnership, &none, Facet::Standing)?;
    if let [only] = found.as_slice()
        && let Some(standing) = Standing::find(&only.value)
    {
        return Ok(locale.say_code("matrix-all", standing.code()));
    }
    let counts: Vec<String> = found
        .iter()
        .map(|found| locale.say_count(&format!("split-{}", found.value), found.count))
        .collect();
    Ok(locale.say_about("how-they-stand", &[("counts", &locale.list(&counts))]))
}

/// What is due from today on, soonest first.
fn due_next(desk: &Desk, names: &Names<'_>) -> Result<Block, RegisterError> {
    let found = names.view.due_next(names.partnership, desk.today(), DUE_SHOWN)?;
    let open = found.iter().map(|held| (held, CommitmentState::Open));
    Ok(due(names, open, "due-next"))
}

/// What was due last, latest first.
fn due_last(desk: &Desk, names: &Names<'_>) -> Result<Block, RegisterError> {
    let found = names.view.due_last(names.partnership, desk.today(), DUE_SHOWN)?;
    Ok(due(names, found.iter().map(|(held, state)| (held, *state)), "due-last"))
}

/// Commitments with their dates and what has become of them.
fn due<'held>(
    names: &Names<'_>,
    found: impl Iterator<Item = (&'held Held, CommitmentState)>,
    key: &str,
) -> Block {
    let locale = names.locale;
    let row = |(held, state): (&Held, CommitmentState)| {
        let Facts::Commitment(commitment) = &held.record.facts else { return None };
        let due = commitment.due?;
        let words = locale.text(held.record.texts.get(&Role::DueWords));
        let words = words.map_or_else(|| locale.when(due), str::to_owned);
        let words = locale.say_about("due-by", &[("date", &words)]);
        let state = Link::plain(locale.say_code("commitment-state", state.code()));
        let details = vec![Link::date(words, due.to_string()), state];
        Some(Row { standing: None, ..names.row(held, details) })
    };
    let rows = found.filter_map(row).collect();
    let empty = Some(locale.say_code("none", key));
    Block { heading: locale.say(key), rows, empty, ..Block::default() }
}

/// The years in which commitments were made, newest first.
fn years(names: &Names<'_>) -> Result<Vec<Number>, RegisterError> {
    let none = CommitmentFilter::default();
    let mut found = names.view.facet(names.partnership, &none, Facet::Year)?;
    found.sort_by(|a, b| b.value.cmp(&a.value));
    Ok(found
        .into_iter()
        .take(YEARS_MAX)
        .map(|found| {
            let filter = CommitmentFilter { year: found.value.parse().ok(), ..none.clone() };
            let words = names.locale.say_count("count-commitments", found.count);
            Number { number: found.value, label: Link::to(words, address(names, &filter)) }
        })
        .collect())
}

fn bodies(desk: &Desk, names: &Names<'_>) -> Result<Lines, RegisterError> {
    let locale = names.locale;
    let counted = Counted::by_state(names, Rows::Body, desk.today())?;
    let mut bodies = names.view.of_kind(names.partnership, Kind::Body)?;
    list::order(locale, Kind::Body, &mut bodies);
    let mut lines = Vec::new();
    for held in bodies.iter().take(LINES_MAX) {
        let Facts::Body(facts) = &held.record.facts else { continue };
        let mut line = line(names, &counted, &held.record.id)?;
        line.detail = (facts.state != BodyState::Active)
            .then(|| locale.say_code("body-state", facts.state.code()));
        lines.push(line);
    }
    Ok(Lines {
        id: "by-body",
        heading: locale.say("by-body"),
        label: locale.say_code("kind", Kind::Body.code()),
        lines,
        empty: locale.say("none-recorded"),
    })
}

fn line(names: &Names<'_>, counted: &Counted, id: &RecordId) -> Result<Line, RegisterError> {
    Ok(Line {
        group: None,
        head: names.link(id)?,
        detail: None,
        all: counted.row(names, Some(id.as_str())),
        silent: counted.in_state(names, Some(id.as_str()), CommitmentState::Silent),
    })
}

/// The pillars of the action plans that have them.
fn pillars(desk: &Desk, names: &Names<'_>) -> Result<Lines, RegisterError> {
    let locale = names.locale;
    let counted = Counted::by_state(names, Rows::Section, desk.today())?;
    let mut sections = names.view.of_kind(names.partnership, Kind::Section)?;
    list::order(locale, Kind::Section, &mut sections);
    let mut found = Vec::new();
    for held in &sections {
        let Facts::Section(section) = &held.record.facts else { continue };
        if section.form == SectionForm::Pillar {
            let made = names.view.find(&section.instrument)?.and_then(|it| it.record.facts.date());
            found.push((made.map(When::key_day), held, &section.instrument));
        }
    }
    // The pillars of the newest plan first; sorting keeps the order of their numbers.
    found.sort_by_key(|(made, ..)| std::cmp::Reverse(*made));
    let mut lines = Vec::new();
    let mut before = None;
    for (_, held, instrument) in found.into_iter().take(LINES_MAX) {
        let mut line = line(names, &counted, &held.record.id)?;
        if before.replace(instrument) != Some(instrument) {
            line.group = Some(names.link(instrument)?);
        }
        lines.push(line);
    }
    Ok(Lines {
        id: "by-pillar",
        heading: locale.say("by-pillar"),
        label: locale.say("section-form-pillar"),
        lines,
        empty: locale.say("none-pillars"),
    })
}

/// The last meetings of the partnership.
fn meetings(names: &Names<'_>) -> Result<Block, RegisterError> {
    let mut found = names.view.latest(names.partnership, Kind::Meeting, LAST_MEETINGS)?;
    list::order(names.locale, Kind::Meeting, &mut found);
    let rows: Vec<Row> =
        found.iter().map(|held| list::row(names, held)).collect::<Result<Vec<_>, _>>()?;
    Ok(Block {
        heading: names.locale.say_code("list", "last-meetings"),
        rows,
        empty: Some(names.locale.say("none-meetings")),
        ..Block::default()
    })
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

/// The pages that show everything at once.
fn ways(names: &Names<'_>) -> Vec<Way> {
    let way = |key: &str, path: String| Way {
        page: Link::to(names.locale.say(key), names.path(&path)),
        shows: names.locale.say_code(key, "shows"),
    };
    vec![
        way("matrix", routes::matrix(names.partnership)),
        way("way-timeline", routes::timeline(names.partnership)),
        way("lenses", routes::lenses(names.partnership)),
        way("way-engagements", routes::list(names.partnership, Kind::Engagement)),
        way("way-figures", routes::list(names.partnership, Kind::Figure)),
    ]
}

/// `GET /{partnership}.json`: the record, and what the home counts.
pub(crate) fn data(desk: &Desk, view: &View<'_>, partnership: &str) -> Result<Answer, PageError> {
    let listed = twin::of_list(desk, view, partnership, Kind::Partnership)?;
    let Answer::Data(mut value) = listed else { return Ok(listed) };
    let filter = CommitmentFilter { today: Some(desk.today()), ..CommitmentFilter::default() };
    let counts = |facet: Facet| -> Result<Value, RegisterError> {
        let found = view.facet(partnership, &filter, facet)?;
        Ok(found.into_iter().map(|found| (found.value, Value::from(found.count))).collect())
    };
    let next = view.due_next(partnership, desk.today(), DUE_SHOWN)?;
    let next: Vec<&str> = next.iter().map(|held| held.record.id.as_str()).collect();
    let last = view.due_last(partnership, desk.today(), DUE_SHOWN)?;
    let last: Vec<Value> = last
        .iter()
        .map(|(held, state)| json!({"id": held.record.id.as_str(), "state": state.code()}))
        .collect();
    let commitments = json!({
        "on": desk.today().to_string(),
        "states": counts(Facet::State)?, "standings": counts(Facet::Standing)?,
        "years": counts(Facet::Year)?, "bodies": counts(Facet::Body)?,
        "pillars": counts(Facet::Section)?, "due-next": next, "due-last": last
    });
    if let Some(fields) = value.as_object_mut() {
        fields.insert("commitments".to_owned(), commitments);
    }
    Ok(Answer::Data(value))
}
