//! Missions, deployments, courses and programmes by form, and what their numbers come to beside
//! what a document says of the year.

use std::collections::BTreeMap;

use servanda_model::record::{Engagement, EngagementForm, Measure};
use servanda_model::{Facts, Kind, RecordId, Relation, When};
use servanda_register::{Held, RegisterError};

use crate::block::{Block, Link, Names};
use crate::list;
use crate::record::facts_of_figure;
use crate::table::Table;

/// The years of each instrument, then the engagements by form.
pub(crate) fn blocks(names: &Names<'_>) -> Result<Vec<Block>, RegisterError> {
    let mut found = names.view.of_kind(names.partnership, Kind::Engagement)?;
    list::order(names.locale, Kind::Engagement, &mut found);
    let mut blocks = Vec::new();
    let years = years(names, &found)?;
    if !years.is_silent() {
        blocks.push(years);
    }
    for form in EngagementForm::ALL {
        let rows = found
            .iter()
            .filter(|held| engagement_of(held).is_some_and(|it| it.form == *form))
            .map(|held| list::row(names, held))
            .collect::<Result<Vec<_>, _>>()?;
        if !rows.is_empty() {
            let heading = names.locale.say_code("engagement-forms", form.code());
            blocks.push(Block { heading, rows, ..Block::default() });
        }
    }
    if blocks.is_empty() {
        let empty = Some(names.locale.say("none-recorded"));
        blocks.push(Block { empty, ..Block::default() });
    }
    Ok(blocks)
}

/// What is listed here of an instrument in a year.
#[derive(Default)]
struct Year {
    /// Engagements.
    count: u64,
    /// Those of which a document says how many people.
    numbered: u64,
    /// How many people these are.
    people: u64,
    /// What documents say of the whole year.
    said: Vec<Link>,
}

/// Instruments and years with what is listed here beside what a document says of the whole.
fn years(names: &Names<'_>, found: &[Held]) -> Result<Block, RegisterError> {
    let locale = names.locale;
    let mut years: BTreeMap<(RecordId, i16), Year> = BTreeMap::new();
    for held in found {
        let Some(it) = engagement_of(held) else { continue };
        let Some(instrument) = &it.instrument else { continue };
        let year = years.entry((instrument.clone(), year_of(it.period))).or_default();
        year.count += 1;
        if let Some(people) = personnel(names, &held.record.id)? {
            year.numbered += 1;
            year.people += people;
        }
    }
    let mut instruments: Vec<RecordId> = years.keys().map(|(id, _)| id.clone()).collect();
    instruments.dedup();
    for instrument in &instruments {
        for (year, said) in said(names, instrument)? {
            years.entry((instrument.clone(), year)).or_default().said.push(said);
        }
    }
    years.retain(|_, year| year.numbered > 0 || !year.said.is_empty());
    if years.is_empty() {
        return Ok(Block::default());
    }
    let heading = locale.say_code("list", "year-totals");
    let heads = [
        locale.say_code("kind", Kind::Instrument.code()),
        locale.say("year"),
        locale.say("listed-here"),
        locale.say("document-says"),
    ];
    let mut table = Table::new(heading.clone(), heads);
    for ((instrument, year), it) in &years {
        let mut listed = vec![Link::plain(locale.say_count("count-engagements", it.count))];
        if it.numbered > 0 {
            listed.push(Link::plain(locale.say_count("people-sent", it.people)));
        }
        if it.numbered == 0 {
            listed.push(Link::plain(locale.say("without-any-number")));
        } else if it.numbered < it.count {
            let without = locale.say_count("without-number", it.count - it.numbered);
            listed.push(Link::plain(without));
        }
        let said = if it.said.is_empty() {
            vec![Link::plain(locale.say("no-number-said"))]
        } else {
            it.said.clone()
        };
        let year = Link::plain(year.to_string());
        table.push(vec![names.link(instrument)?.into(), year.into(), listed.into(), said.into()]);
    }
    let words = vec![Link::plain(locale.say("year-totals-how"))];
    Ok(Block { heading, words, table: Some(table), ..Block::default() })
}

/// How many people an engagement sent, where a document says so: the whole, not its parts.
fn personnel(names: &Names<'_>, engagement: &RecordId) -> Result<Option<u64>, RegisterError> {
    let figures = names.view.referring(engagement, Relation::About, Kind::Figure)?;
    Ok(figures.iter().find_map(|held| {
        let Facts::Figure(figure) = &held.record.facts else { return None };
        let counts = figure.measure == Some(Measure::Personnel) && figure.part_of.is_none();
        figure.value.parse().ok().filter(|_| counts)
    }))
}

/// What documents say of the people sent under an instrument, by year.
fn said(names: &Names<'_>, instrument: &RecordId) -> Result<Vec<(i16, Link)>, RegisterError> {
    let figures = names.view.referring(instrument, Relation::About, Kind::Figure)?;
    Ok(figures
        .iter()
        .filter_map(|held| {
            let Facts::Figure(figure) = &held.record.facts else { return None };
            let counts = figure.measure == Some(Measure::Personnel) && figure.part_of.is_none();
            let value = facts_of_figure(names, figure, held);
            let link = Link::to(value, names.href(Kind::Figure, &held.record.id));
            counts.then_some((year_of(figure.when), link))
        })
        .collect())
}

fn year_of(when: When) -> i16 {
    when.key_day().year()
}

fn engagement_of(held: &Held) -> Option<&Engagement> {
    let Facts::Engagement(engagement) = &held.record.facts else { return None };
    Some(engagement)
}
