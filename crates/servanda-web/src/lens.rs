//! What a lens shows: who does what for whom, across all kinds of records.

use std::collections::BTreeMap;

use askama::Template;
use serde_json::{Map, Value, json};
use servanda_model::{Kind, Lens, RecordId, Relation};
use servanda_register::{CommitmentFilter, Facet, FacetValue, Placed, RegisterError, View};

use crate::answer::{Answer, PageError};
use crate::block::{Block, Link, Names};
use crate::frame::{About, Frame};
use crate::list::{self, filtered_path};
use crate::matrix::{Choice, address, list_crumb};
use crate::routes;
use crate::site::Desk;

/// Records of one kind on the page of a lens; their lists have all.
const ROWS_MAX: usize = 20;
/// Pairs of who asks whom, bodies or meetings on the page of a lens.
const PAIRS_MAX: usize = 40;
/// Identifiers of one kind in the twin of a lens.
const IDS_MAX: usize = 1_000;
/// The kinds that carry lenses, in the order of the page.
const KINDS: [Kind; 5] =
    [Kind::Commitment, Kind::Recommendation, Kind::Observation, Kind::Engagement, Kind::Figure];

/// What every lens shows, in numbers.
#[derive(Debug, Template)]
#[template(path = "lenses.html")]
pub(crate) struct LensesPage {
    frame: Frame,
    intro: String,
    columns: Vec<String>,
    rows: Vec<LensRow>,
}

/// A lens and how many of each kind it shows.
#[derive(Debug)]
pub(crate) struct LensRow {
    lens: Link,
    counts: Vec<Link>,
}

/// What one lens shows.
#[derive(Debug, Template)]
#[template(path = "lens.html")]
pub(crate) struct LensPage {
    frame: Frame,
    /// Everything it shows in one sentence.
    counts: String,
    /// That lenses are set by whoever keeps the register.
    hint: String,
    /// The lenses, to go from one to the next.
    choices: Vec<Choice>,
    tables: Vec<PairTable>,
    blocks: Vec<ShownBlock>,
}

/// Who does or asks how much.
#[derive(Debug)]
pub(crate) struct PairTable {
    id: &'static str,
    heading: String,
    columns: Vec<String>,
    rows: Vec<PairRow>,
    empty: String,
}

/// Somebody, and for each other column what stands there, one a line.
#[derive(Debug)]
pub(crate) struct PairRow {
    head: Link,
    cells: Vec<Vec<Link>>,
}

/// Records of a kind, and where the rest is.
#[derive(Debug)]
pub(crate) struct ShownBlock {
    block: Block,
    rest: Option<Link>,
}

/// `GET /{partnership}/lenses`
pub(crate) fn all(desk: &Desk, view: &View<'_>, partnership: &str) -> Result<Answer, PageError> {
    let locale = desk.locale;
    let names = Names::new(view, locale, partnership);
    let intro = locale.say("lenses-intro");
    let about = About {
        title: locale.say("lenses"),
        description: intro.clone(),
        path: routes::lenses(partnership),
        crumbs: vec![list_crumb(&names)],
        ..about(partnership, None)
    };
    let frame = framed(desk, view, about)?;
    let found = all_counts(view, partnership)?;
    let rows = Lens::ALL.iter().map(|lens| {
        let count = |kind: &Kind| Link::plain(locale.number(count_of(&found, *lens, *kind)));
        LensRow { lens: lens_link(&names, *lens), counts: KINDS.iter().map(count).collect() }
    });
    let rows = rows.collect();
    let columns = KINDS.iter().map(|kind| locale.say_code("kinds", kind.code())).collect();
    Ok(Answer::Page(LensesPage { frame, intro, columns, rows }.render()?))
}

/// What every page of lenses says of itself: its table and feed are those of the commitments that
/// are seen through the lens, or of all.
fn about(partnership: &str, lens: Option<Lens>) -> About {
    let filter = CommitmentFilter { lens, ..CommitmentFilter::default() };
    About {
        partnership: Some(partnership.to_owned()),
        kind: Some(Kind::Commitment),
        has_data: true,
        forms_of: Some(filtered_path(partnership, &filter)),
        ..About::default()
    }
}

fn framed(desk: &Desk, view: &View<'_>, about: About) -> Result<Frame, PageError> {
    let frame = Frame::new(desk, Some(view), about)?;
    if frame.partnership.is_none() {
        return Err(PageError::NotFound);
    }
    Ok(frame)
}

/// How many records of each kind each lens shows.
type Counts = Vec<(Lens, Kind, u64)>;

fn all_counts(view: &View<'_>, partnership: &str) -> Result<Counts, RegisterError> {
    let mut all = Counts::new();
    for kind in KINDS {
        let counts = view.lens_counts(partnership, kind)?;
        all.extend(counts.into_iter().map(|(lens, count)| (lens, kind, count)));
    }
    Ok(all)
}

fn count_of(found: &Counts, lens: Lens, kind: Kind) -> u64 {
    let here = found.iter().find(|(of, it, _)| *of == lens && *it == kind);
    here.map_or(0, |(_, _, count)| *count)
}

/// A lens, leading to what it shows.
pub(crate) fn lens_link(names: &Names<'_>, lens: Lens) -> Link {
    let words = names.locale.say_code("lens", lens.code());
    Link::to(words, names.path(&routes::lens(names.partnership, lens)))
}

/// `GET /{partnership}/lenses/{lens}`
pub(crate) fn one(
    desk: &Desk,
    view: &View<'_>,
    partnership: &str,
    lens: Lens,
) -> Result<Answer, PageError> {
    let locale = desk.locale;
    let names = Names::new(view, locale, partnership);
    let found = all_counts(view, partnership)?;
    let counts = counts_in_words(&names, &found, lens);
    let lenses = names.path(&routes::lenses(partnership));
    let about = About {
        title: locale.say_code("lens", lens.code()),
        description: counts.clone(),
        path: routes::lens(partnership, lens),
        crumbs: vec![list_crumb(&names), Link::to(locale.say("lenses"), lenses)],
        ..about(partnership, Some(lens))
    };
    let frame = framed(desk, view, about)?;
    let mut blocks = Vec::new();
    for kind in KINDS {
        blocks.push(shown(&names, lens, kind, count_of(&found, lens, kind))?);
    }
    let choice = |of: &Lens| Choice {
        label: locale.say_code("lens", of.code()),
        href: names.path(&routes::lens(partnership, *of)),
        current: *of == lens,
    };
    let page = LensPage {
        frame,
        counts,
        hint: locale.say("lens-hint"),
        choices: Lens::ALL.iter().map(choice).collect(),
        tables: vec![
            owed_by(&names, lens)?,
            by_body(&names, lens)?,
            asked(&names, lens)?,
            meetings(&names, lens)?,
        ],
        blocks,
    };
    Ok(Answer::Page(page.render()?))
}

/// "9 commitments, 4 recommendations and 2 figures."
fn counts_in_words(names: &Names<'_>, found: &Counts, lens: Lens) -> String {
    let locale = names.locale;
    let counts: Vec<String> = KINDS
        .iter()
        .map(|kind| (kind, count_of(found, lens, *kind)))
        .filter(|(_, count)| *count > 0)
        .map(|(kind, count)| {
            locale.say_count(&format!("count-{}", routes::collection(*kind)), count)
        })
        .collect();
    if counts.is_empty() {
        return locale.say("lens-nothing");
    }
    locale.say_about("lens-shows", &[("counts", &locale.list(&counts))])
}

fn shown(
    names: &Names<'_>,
    lens: Lens,
    kind: Kind,
    total: u64,
) -> Result<ShownBlock, RegisterError> {
    let locale = names.locale;
    let found = names.view.seen_through(names.partnership, lens, kind, ROWS_MAX)?;
    let rows = found.iter().map(|held| list::row(names, held)).collect::<Result<Vec<_>, _>>()?;
    let all = if kind == Kind::Commitment {
        address(names, &CommitmentFilter { lens: Some(lens), ..CommitmentFilter::default() })
    } else {
        names.path(&routes::list(names.partnership, kind))
    };
    let is_cut = usize::try_from(total).is_ok_and(|total| total > rows.len());
    let words = locale.say_count(&format!("count-{}", routes::collection(kind)), total);
    let words = locale.say_about("lens-rest", &[("count", &words)]);
    Ok(ShownBlock {
        block: Block {
            heading: locale.say_code("kinds", kind.code()),
            rows,
            empty: Some(locale.say_code("lens-none", kind.code())),
            ..Block::default()
        },
        rest: is_cut.then(|| Link::to(words, all)),
    })
}

/// Who owes the commitments.
fn owed_by(names: &Names<'_>, lens: Lens) -> Result<PairTable, RegisterError> {
    let owed = (Kind::Commitment, Relation::OwedBy);
    let mut rows = Vec::new();
    for (id, count) in names
        .view
        .lens_targets(names.partnership, lens, owed.0, owed.1)?
        .into_iter()
        .take(PAIRS_MAX)
    {
        let count = Link::plain(names.locale.number(count));
        rows.push(PairRow { head: names.link(&id)?, cells: vec![vec![count]] });
    }
    Ok(table(names, "owed-by", &["fact-owed-by", "kinds-commitment"], rows))
}

/// The bodies they belong to, and those of no body.
fn by_body(names: &Names<'_>, lens: Lens) -> Result<PairTable, RegisterError> {
    let locale = names.locale;
    let mut rows = Vec::new();
    for found in bodies(names, lens)? {
        let Some(body) = Placed::find(&found.value) else { continue };
        let head = match &body {
            Placed::In(id) => names.link(id)?,
            Placed::Nowhere => Link::plain(locale.say("of-no-body")),
        };
        let body = Some(body);
        let filter = CommitmentFilter { lens: Some(lens), body, ..CommitmentFilter::default() };
        let number = Link::to(locale.number(found.count), address(names, &filter));
        rows.push(PairRow { head, cells: vec![vec![number]] });
    }
    Ok(table(names, "bodies", &["kind-body", "kinds-commitment"], rows))
}

fn bodies(names: &Names<'_>, lens: Lens) -> Result<Vec<FacetValue>, RegisterError> {
    let filter = CommitmentFilter { lens: Some(lens), ..CommitmentFilter::default() };
    let mut found = names.view.facet(names.partnership, &filter, Facet::Body)?;
    found.truncate(PAIRS_MAX);
    // Those of no body come last, however many they are.
    found.sort_by_key(|found| found.value == Placed::NOWHERE);
    Ok(found)
}

/// Who asks whom: everybody who asks once, with those who are asked.
fn asked(names: &Names<'_>, lens: Lens) -> Result<PairTable, RegisterError> {
    let kind = Kind::Recommendation;
    let pairs =
        names.view.lens_links(names.partnership, lens, kind, (Relation::By, Relation::To))?;
    let mut rows = Vec::new();
    for (asker, count) in names
        .view
        .lens_targets(names.partnership, lens, kind, Relation::By)?
        .into_iter()
        .take(PAIRS_MAX)
    {
        let mut to = Vec::new();
        for pair in pairs.iter().filter(|pair| pair.from == asker).take(PAIRS_MAX) {
            to.push(names.link(&pair.to)?);
        }
        to.sort_by(|a, b| names.locale.compare(&a.text, &b.text));
        let count = Link::plain(names.locale.number(count));
        rows.push(PairRow { head: names.link(&asker)?, cells: vec![to, vec![count]] });
    }
    Ok(table(names, "asked", &["lens-asker", "lens-asked-one", "kinds-recommendation"], rows))
}

/// The meetings in which it came up, and what was made there.
fn meetings(names: &Names<'_>, lens: Lens) -> Result<PairTable, RegisterError> {
    let locale = names.locale;
    let mut rows = Vec::new();
    for (id, made) in made_in(names, lens)?.into_iter().take(PAIRS_MAX) {
        let words: Vec<String> = made
            .into_iter()
            .map(|(kind, count)| {
                locale.say_count(&format!("count-{}", routes::collection(kind)), count)
            })
            .collect();
        let words = Link::plain(locale.list(&words));
        rows.push(PairRow { head: names.link(&id)?, cells: vec![vec![words]] });
    }
    Ok(table(names, "meetings", &["kind-meeting", "lens-made-there"], rows))
}

/// Meetings with how many of each kind were made in them.
type MadeIn = BTreeMap<RecordId, Vec<(Kind, u64)>>;

fn made_in(names: &Names<'_>, lens: Lens) -> Result<MadeIn, RegisterError> {
    let mut made = MadeIn::new();
    for kind in [Kind::Commitment, Kind::Recommendation, Kind::Observation] {
        for (id, count) in
            names.view.lens_targets(names.partnership, lens, kind, Relation::MadeIn)?
        {
            if names.view.kind(&id)? == Some(Kind::Meeting) {
                made.entry(id).or_default().push((kind, count));
            }
        }
    }
    Ok(made)
}

fn table(names: &Names<'_>, id: &'static str, columns: &[&str], rows: Vec<PairRow>) -> PairTable {
    let locale = names.locale;
    PairTable {
        id,
        heading: locale.say_code("lens", &format!("table-{id}")),
        columns: columns.iter().map(|key| locale.say(key)).collect(),
        rows,
        empty: locale.say_code("lens", &format!("no-{id}")),
    }
}

/// `GET /{partnership}/lenses.json`
pub(crate) fn all_data(view: &View<'_>, partnership: &str) -> Result<Answer, PageError> {
    if view.of_kind(partnership, Kind::Partnership)?.is_empty() {
        return Err(PageError::NotFound);
    }
    let found = all_counts(view, partnership)?;
    let lenses: Map<String, Value> =
        Lens::ALL.iter().map(|lens| (lens.code().to_owned(), counts(&found, *lens))).collect();
    Ok(Answer::Data(json!({"lenses": lenses})))
}

fn counts(found: &Counts, lens: Lens) -> Value {
    let count = |kind: &Kind| {
        (routes::collection(*kind).to_owned(), Value::from(count_of(found, lens, *kind)))
    };
    Value::Object(KINDS.iter().map(count).collect())
}

/// `GET /{partnership}/lenses/{lens}.json`
pub(crate) fn one_data(
    desk: &Desk,
    view: &View<'_>,
    partnership: &str,
    lens: Lens,
) -> Result<Answer, PageError> {
    if view.of_kind(partnership, Kind::Partnership)?.is_empty() {
        return Err(PageError::NotFound);
    }
    let names = Names::new(view, desk.locale, partnership);
    let mut records: Map<String, Value> = Map::new();
    for kind in KINDS {
        let held = view.seen_through(partnership, lens, kind, IDS_MAX)?;
        let ids: Vec<&str> = held.iter().map(|held| held.record.id.as_str()).collect();
        records.insert(routes::collection(kind).to_owned(), json!(ids));
    }
    let counted = |found: Vec<(RecordId, u64)>| -> Value {
        found.into_iter().map(|(id, count)| json!({"id": id.as_str(), "count": count})).collect()
    };
    let bodies_of: Vec<Value> = bodies(&names, lens)?
        .into_iter()
        .map(|found| json!({"id": found.value, "count": found.count}))
        .collect();
    let owed = view.lens_targets(partnership, lens, Kind::Commitment, Relation::OwedBy)?;
    let relations = (Relation::By, Relation::To);
    let asked: Vec<Value> = view
        .lens_links(partnership, lens, Kind::Recommendation, relations)?
        .into_iter()
        .map(|it| json!({"by": it.from.as_str(), "to": it.to.as_str(), "count": it.count}))
        .collect();
    let meetings: Vec<Value> = made_in(&names, lens)?
        .into_iter()
        .map(|(id, made)| {
            let made: Map<String, Value> = made
                .into_iter()
                .map(|(kind, count)| (routes::collection(kind).to_owned(), count.into()))
                .collect();
            json!({"id": id.as_str(), "made": made})
        })
        .collect();
    Ok(Answer::Data(json!({
        "lens": lens.code(),
        "counts": counts(&all_counts(view, partnership)?, lens),
        "owed-by": counted(owed), "bodies": bodies_of,
        "asked": asked, "meetings": meetings, "records": records
    })))
}
