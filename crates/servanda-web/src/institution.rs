//! The institutions and the bodies they take part in: the network of a partnership as a table.

use std::collections::{BTreeMap, BTreeSet};

use askama::Template;
use servanda_model::{Facts, Kind, RecordId, Relation, Role};
use servanda_register::{Held, Owing, RegisterError, View};

use crate::answer::{Answer, PageError};
use crate::block::{Block, Link, Names};
use crate::fields::Fields;
use crate::frame::{About, Frame};
use crate::routes;
use crate::site::Desk;
use crate::table::{Cell, Table};

/// Institutions on one page.
const PAGE_ROWS: usize = 60;

/// The institutions of a partnership.
#[derive(Debug, Template)]
#[template(path = "institutions.html")]
pub(crate) struct InstitutionsPage {
    frame: Frame,
    intro: String,
    block: Block,
    previous: Option<String>,
    next: Option<String>,
    /// "Page 2 of 5"
    place: Option<String>,
}

/// `GET /{partnership}/institutions`
pub(crate) fn page(
    desk: &Desk,
    view: &View<'_>,
    partnership: &str,
    fields: &Fields,
) -> Result<Answer, PageError> {
    let locale = desk.locale;
    let names = Names::new(view, locale, partnership);
    let base = routes::list(partnership, Kind::Institution);
    let number = fields.page();
    let address = |page: usize| {
        if page > 1 { format!("{base}?page={page}") } else { base.clone() }
    };
    let intro = locale.say("intro-institutions");
    let people = routes::list(partnership, Kind::Person);
    let crumb = Link::to(locale.say_code("kinds", Kind::Person.code()), names.path(&people));
    let frame = Frame::new(
        desk,
        Some(view),
        About {
            title: locale.say_code("kinds", Kind::Institution.code()),
            description: intro.clone(),
            path: address(number),
            partnership: Some(partnership.to_owned()),
            crumbs: vec![crumb],
            kind: Some(Kind::Person),
            has_data: true,
            ..About::default()
        },
    )?;
    if frame.partnership.is_none() {
        return Err(PageError::NotFound);
    }
    let found = ordered(&names)?;
    let last = found.len().div_ceil(PAGE_ROWS).max(1);
    let to = |page: usize| names.path(&address(page));
    let page = InstitutionsPage {
        frame,
        intro,
        block: block(&names, &found, number)?,
        previous: (number > 1).then(|| to(number.min(last + 1) - 1)),
        next: (number < last).then(|| to(number + 1)),
        place: (last > 1).then(|| {
            let texts = [("page", &*number.to_string()), ("last", &*last.to_string())];
            locale.say_about("page-of", &texts)
        }),
    };
    Ok(Answer::Page(page.render()?))
}

/// What the page of people says of the institutions: how many there are, and where.
pub(crate) fn pointer(names: &Names<'_>) -> Result<Block, RegisterError> {
    let counts = names.view.counts(names.partnership)?;
    let count = counts.iter().find(|(kind, _)| *kind == Kind::Institution).map_or(0, |it| it.1);
    let href = names.path(&routes::list(names.partnership, Kind::Institution));
    let locale = names.locale;
    let to = Link::to(locale.say_count("institutions-and-bodies", count), href);
    let mut words = vec![Link::plain(locale.say("bars-legend"))];
    words.extend((count > 0).then_some(to));
    Ok(Block { words, ..Block::default() })
}

/// An institution with the name of its side.
type Sided = (Option<Link>, Held);

/// The institutions, side by side in the order of the reader's language; those of no side last.
fn ordered(names: &Names<'_>) -> Result<Vec<Sided>, RegisterError> {
    let mut found = Vec::new();
    for held in names.view.of_kind(names.partnership, Kind::Institution)? {
        let Facts::Institution(it) = &held.record.facts else { continue };
        found.push((it.party.as_ref().map(|party| names.link(party)).transpose()?, held));
    }
    found.sort_by(|a, b| {
        let side = |it: &Sided| it.0.as_ref().map(|link| link.text.clone()).unwrap_or_default();
        let compare = |a: &str, b: &str| names.locale.compare(a, b);
        a.0.is_none()
            .cmp(&b.0.is_none())
            .then_with(|| compare(&side(a), &side(b)))
            .then_with(|| compare(&names.title(&a.1), &names.title(&b.1)))
    });
    Ok(found)
}

fn block(names: &Names<'_>, found: &[Sided], number: usize) -> Result<Block, RegisterError> {
    let locale = names.locale;
    let label = locale.say_code("kinds", Kind::Institution.code());
    let heads = [
        locale.say_code("kind", Kind::Institution.code()),
        locale.say_code("kind", Kind::Party.code()),
        locale.say("takes-part-in"),
        locale.say("owes"),
    ];
    let mut table = Table::new(label, heads).amounts_last();
    let network = Network::of(names)?;
    for (party, held) in found.iter().skip((number - 1).saturating_mul(PAGE_ROWS)).take(PAGE_ROWS) {
        let id = &held.record.id;
        let mut name = vec![names.link(id)?];
        name.extend(locale.text(held.record.texts.get(&Role::Acronym)).map(Link::plain));
        let side = party.clone().map_or_else(|| locale.say("no-side"), |link| link.text);
        let mut bodies = match network.bodies.get(id) {
            Some(bodies) => {
                bodies.iter().map(|id| names.link(id)).collect::<Result<Vec<_>, _>>()?
            }
            None => Vec::new(),
        };
        bodies.sort_by(|a, b| locale.compare(&a.text, &b.text));
        let owes = network.owes.get(id).copied().unwrap_or(0);
        let number = locale.number(owes);
        let owes = Cell::amount(if owes > 0 {
            let list = routes::list(names.partnership, Kind::Commitment);
            Link::to(number, names.path(&format!("{list}?party={id}")))
        } else {
            Link::plain(number)
        });
        table.push(vec![name.into(), Link::plain(side).into(), bodies.into(), owes]);
    }
    let empty = table.lines.is_empty().then(|| locale.say("none-recorded"));
    let table = Some(table).filter(|table| !table.lines.is_empty());
    Ok(Block { table, empty, ..Block::default() })
}

/// Who takes part in which bodies: through posts, meetings and commitments.
#[derive(Default)]
struct Network {
    bodies: BTreeMap<RecordId, BTreeSet<RecordId>>,
    owes: BTreeMap<RecordId, u64>,
}

impl Network {
    fn of(names: &Names<'_>) -> Result<Self, RegisterError> {
        let mut network = Self::default();
        for (kind, via) in [(Kind::Term, Relation::Post), (Kind::Participation, Relation::Meeting)]
        {
            let way = (Relation::Institution, via, Relation::Body);
            for (institution, body) in names.view.ways(names.partnership, kind, way)? {
                network.bodies.entry(institution).or_default().insert(body);
            }
        }
        for owing in names.view.owed_by_institutions(names.partnership)? {
            let Owing { institution, body, count } = owing;
            let owes = network.owes.entry(institution.clone()).or_default();
            *owes = owes.saturating_add(count);
            network.bodies.entry(institution).or_default().extend(body);
        }
        Ok(network)
    }
}
