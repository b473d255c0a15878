//! The commitments, with filters, counts beside each value, and pages.

use askama::Template;
use jiff::civil::Date;
use servanda_model::{CommitmentState, Kind, Lens, RecordId, Standing};
use servanda_register::{CommitmentFilter, Due, Facet, Placed, RegisterError, View};

use super::row;
use crate::answer::{Answer, PageError};
use crate::block::{Link, Names, Row};
use crate::fields::Fields;
use crate::frame::{About, Frame};
use crate::routes;
use crate::site::Desk;

/// Commitments on one page.
const PAGE_ROWS: usize = 40;
/// Values of a facet shown at once.
const FACET_VALUES_MAX: usize = 24;

/// The list of commitments.
#[derive(Debug, Template)]
#[template(path = "commitments.html")]
pub(crate) struct CommitmentsPage {
    frame: Frame,
    intro: String,
    /// Pages that show all of them at once.
    ways: Vec<Link>,
    /// How many there are, in words.
    total: String,
    facets: Vec<FacetView>,
    /// Where all filters are off; none if none is on.
    clear: Option<String>,
    rows: Vec<Row>,
    previous: Option<String>,
    next: Option<String>,
    /// "Page 2 of 5"
    place: Option<String>,
}

/// A facet with its values.
#[derive(Debug)]
pub(crate) struct FacetView {
    label: String,
    /// Whether its values are shown at first.
    is_open: bool,
    values: Vec<FacetChoice>,
}

/// A value of a facet, leading to the list with or without it.
#[derive(Debug)]
pub(crate) struct FacetChoice {
    label: String,
    count: String,
    href: String,
    chosen: bool,
}

/// Turns the filters of an address into a filter of the register and a page, from 1. What cannot
/// be read is as if it were not there.
pub(crate) fn read(fields: &Fields, today: Date) -> (CommitmentFilter, usize) {
    let id = |facet: Facet| RecordId::parse(fields.get(facet.code())?).ok();
    let place = |facet: Facet| fields.get(facet.code()).and_then(Placed::find);
    let filter = CommitmentFilter {
        body: place(Facet::Body),
        section: place(Facet::Section),
        party: id(Facet::Party),
        year: fields.parsed(Facet::Year.code()),
        lens: fields.get(Facet::Lens.code()).and_then(Lens::find),
        standing: fields.get(Facet::Standing.code()).and_then(Standing::find),
        due: fields.get(Facet::Due.code()).and_then(Due::find),
        state: fields.get(Facet::State.code()).and_then(CommitmentState::find),
        today: Some(today),
    };
    (filter, fields.page())
}

/// `GET /{partnership}/commitments`
pub(crate) fn page(
    desk: &Desk,
    view: &View<'_>,
    partnership: &str,
    fields: &Fields,
) -> Result<Answer, PageError> {
    let (filter, number) = read(fields, desk.today());
    let names = Names::new(view, desk.locale, partnership);
    let first = (number - 1).saturating_mul(PAGE_ROWS);
    let found = view.commitments(partnership, &filter, first, PAGE_ROWS)?;
    let rows = found.records.iter().map(|held| row(&names, held)).collect::<Result<Vec<_>, _>>()?;
    let base = routes::list(partnership, Kind::Commitment);
    let intro = desk.locale.say_code("intro", Kind::Commitment.code());
    let frame = Frame::new(
        desk,
        Some(view),
        About {
            title: desk.locale.say_code("kinds", Kind::Commitment.code()),
            description: intro.clone(),
            path: address(&base, &filter, number),
            partnership: Some(partnership.to_owned()),
            kind: Some(Kind::Commitment),
            has_data: true,
            has_calendar: true,
            ..About::default()
        },
    )?;
    if frame.partnership.is_none() {
        return Err(PageError::NotFound);
    }
    let total = usize::try_from(found.total).unwrap_or(usize::MAX);
    let last = total.div_ceil(PAGE_ROWS).max(1);
    let to = |page| names.path(&address(&base, &filter, page));
    let page = CommitmentsPage {
        frame,
        intro,
        ways: vec![
            Link::to(
                desk.locale.say("commitments-at-a-glance"),
                names.path(&routes::matrix(partnership)),
            ),
            Link::to(desk.locale.say("lenses"), names.path(&routes::lenses(partnership))),
        ],
        total: desk.locale.say_count("count-commitments", found.total),
        facets: facets(&names, &filter, &base)?,
        clear: Facet::ALL
            .iter()
            .any(|facet| filter.value(*facet).is_some())
            .then(|| names.path(&base)),
        rows,
        previous: (number > 1).then(|| to(number.min(last + 1) - 1)),
        next: (number < last).then(|| to(number + 1)),
        place: (last > 1).then(|| {
            desk.locale
                .say_about("page-of", &[("page", &number.to_string()), ("last", &last.to_string())])
        }),
    };
    Ok(Answer::Page(page.render()?))
}

fn facets(
    names: &Names<'_>,
    filter: &CommitmentFilter,
    base: &str,
) -> Result<Vec<FacetView>, RegisterError> {
    let mut facets = Vec::new();
    for facet in Facet::ALL {
        let chosen = filter.value(facet);
        let mut values = Vec::new();
        for found in names.view.facet(names.partnership, filter, facet)? {
            let is_chosen = chosen.as_deref() == Some(found.value.as_str());
            let to = with(filter, facet, (!is_chosen).then_some(found.value.as_str()));
            values.push(FacetChoice {
                label: label(names, facet, &found.value)?,
                count: names.locale.number(found.count),
                href: names.path(&address(base, &to, 1)),
                chosen: is_chosen,
            });
        }
        if facet == Facet::Year {
            values.sort_by(|a, b| b.label.cmp(&a.label));
        }
        values.truncate(FACET_VALUES_MAX);
        // A filter with one value narrows nothing; how records stand is said all the same.
        if values.len() > 1 || chosen.is_some() || facet == Facet::Standing {
            facets.push(FacetView {
                label: names.locale.say_code("facet", facet.code()),
                is_open: chosen.is_some() || matches!(facet, Facet::State | Facet::Body),
                values,
            });
        }
    }
    Ok(facets)
}

fn label(names: &Names<'_>, facet: Facet, value: &str) -> Result<String, RegisterError> {
    Ok(match facet {
        Facet::Body if value == Placed::NOWHERE => names.locale.say("of-no-body"),
        Facet::Section if value == Placed::NOWHERE => names.locale.say("under-no-pillar"),
        Facet::Body | Facet::Section | Facet::Party => match RecordId::parse(value) {
            Ok(id) => names.link(&id)?.text,
            Err(_not_an_id) => value.to_owned(),
        },
        Facet::Year => value.to_owned(),
        Facet::Lens => names.locale.say_code("lens", value),
        Facet::Standing => names.locale.say_code("standing", value),
        Facet::Due => names.locale.say_code("due", value),
        Facet::State => names.locale.say_code("commitment-state", value),
    })
}

/// The filter with one facet set to a value, or off.
fn with(filter: &CommitmentFilter, facet: Facet, value: Option<&str>) -> CommitmentFilter {
    let id = || value.and_then(|value| RecordId::parse(value).ok());
    let mut changed = filter.clone();
    match facet {
        Facet::Body => changed.body = value.and_then(Placed::find),
        Facet::Section => changed.section = value.and_then(Placed::find),
        Facet::Party => changed.party = id(),
        Facet::Year => changed.year = value.and_then(|year| year.parse().ok()),
        Facet::Lens => changed.lens = value.and_then(Lens::find),
        Facet::Standing => changed.standing = value.and_then(Standing::find),
        Facet::Due => changed.due = value.and_then(Due::find),
        Facet::State => changed.state = value.and_then(CommitmentState::find),
    }
    changed
}

/// The path of a list with these filters: each list has one address.
pub(crate) fn address(base: &str, filter: &CommitmentFilter, page: usize) -> String {
    let mut pairs: Vec<String> = Facet::ALL
        .into_iter()
        .filter_map(|facet| Some(format!("{}={}", facet.code(), filter.value(facet)?)))
        .collect();
    if page > 1 {
        pairs.push(format!("page={page}"));
    }
    if pairs.is_empty() { base.to_owned() } else { format!("{base}?{}", pairs.join("&")) }
}

/// The path of the list with these filters.
pub(crate) fn filtered_path(partnership: &str, filter: &CommitmentFilter) -> String {
    address(&routes::list(partnership, Kind::Commitment), filter, 1)
}

/// "Commitments: Working Group on Water, 2021": what the filters leave, in words.
pub(crate) fn filtered_title(
    names: &Names<'_>,
    filter: &CommitmentFilter,
) -> Result<String, RegisterError> {
    let mut chosen = Vec::new();
    for facet in Facet::ALL {
        if let Some(value) = filter.value(facet) {
            chosen.push(label(names, facet, &value)?);
        }
    }
    let all = names.locale.say_code("kinds", Kind::Commitment.code());
    if chosen.is_empty() {
        return Ok(all);
    }
    let texts = [("list", all.as_str()), ("filters", &chosen.join(", "))];
    Ok(names.locale.say_about("filtered", &texts))
}
