//! The commitments at a glance: pillars and bodies down, what the reader chose across, every
//! number leading to the commitments it counts; and where earlier pillars went.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use askama::Template;
use jiff::civil::Date;
use serde_json::{Value, json};
use servanda_model::record::{Section, SectionForm};
use servanda_model::{CommitmentState, Facts, Kind, Lens, RecordId, Standing, When};
use servanda_register::{
    Columns, CommitmentFilter, Held, Placed, RegisterError, Rows, Tally, View,
};

use crate::answer::{Answer, PageError};
use crate::block::{Link, Names};
use crate::fields::Fields;
use crate::frame::{About, Frame};
use crate::list;
use crate::routes;
use crate::site::Desk;

/// Rows of one table; more would not be seen at a glance.
const ROWS_MAX: usize = 200;

/// The commitments at a glance.
#[derive(Debug, Template)]
#[template(path = "matrix.html")]
pub(crate) struct MatrixPage {
    frame: Frame,
    intro: String,
    /// What the columns can be.
    choices: Vec<Choice>,
    /// What a word above the columns means, or that commitments are counted under several.
    hint: Option<String>,
    /// How all of them stand, where all stand alike.
    standing: Option<String>,
    tables: Vec<Table>,
    crosswalk: Vec<Crossing>,
    /// Whether anything carries anything on.
    no_crosswalk: Option<String>,
}

/// Another way to see the page.
#[derive(Debug)]
pub(crate) struct Choice {
    pub(crate) label: String,
    pub(crate) href: String,
    pub(crate) current: bool,
}

/// A table of counts.
#[derive(Debug)]
pub(crate) struct Table {
    /// For its anchor.
    id: &'static str,
    heading: String,
    /// What the rows are.
    row_label: String,
    columns: Vec<String>,
    groups: Vec<RowGroup>,
    /// What is said where it has no rows, or not all.
    note: Option<String>,
}

/// Rows under a heading of their own, such as the pillars of one plan.
#[derive(Debug)]
pub(crate) struct RowGroup {
    heading: Option<Link>,
    rows: Vec<MatrixRow>,
}

/// A row of a table.
#[derive(Debug)]
pub(crate) struct MatrixRow {
    head: Link,
    /// All of them, then by column.
    cells: Vec<Cell>,
}

/// A number that leads to what it counts.
#[derive(Debug)]
pub(crate) struct Cell {
    pub(crate) number: Link,
    /// The same in words, for whoever hears the page.
    pub(crate) words: String,
    /// How they stand, where they do not all stand alike.
    pub(crate) split: Option<String>,
}

/// An earlier pillar and those that carry it on.
#[derive(Debug)]
pub(crate) struct Crossing {
    earlier: Link,
    /// What it is a pillar of.
    of: Link,
    count: Cell,
    later: Vec<(Link, Cell)>,
}

/// What the columns are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Axis {
    State,
    Party,
    Lens,
    Year,
    Body,
}

impl Axis {
    const ALL: [Self; 5] = [Self::State, Self::Party, Self::Lens, Self::Year, Self::Body];

    const fn code(self) -> &'static str {
        match self {
            Self::State => "state",
            Self::Party => "party",
            Self::Lens => "lens",
            Self::Year => "year",
            Self::Body => "body",
        }
    }

    const fn columns(self) -> Columns {
        match self {
            Self::State => Columns::State,
            Self::Party => Columns::Party,
            Self::Lens => Columns::Lens,
            Self::Year => Columns::Year,
            Self::Body => Columns::Body,
        }
    }

    /// What its columns mean, or that they overlap.
    const fn hint(self) -> Option<&'static str> {
        match self {
            Self::State => Some("silent-meaning"),
            Self::Party => Some("matrix-parties-overlap"),
            Self::Lens => Some("matrix-lenses-overlap"),
            Self::Year | Self::Body => None,
        }
    }

    fn read(fields: &Fields) -> Self {
        let asked = fields.get("by").unwrap_or_default();
        Self::ALL.into_iter().find(|axis| axis.code() == asked).unwrap_or(Self::State)
    }

    /// The path of the page with these columns: each table has one address.
    fn path(self, partnership: &str) -> String {
        let page = routes::matrix(partnership);
        if self == Self::State { page } else { format!("{page}?by={}", self.code()) }
    }
}

/// `GET /{partnership}/matrix`
pub(crate) fn page(
    desk: &Desk,
    view: &View<'_>,
    partnership: &str,
    fields: &Fields,
) -> Result<Answer, PageError> {
    let axis = Axis::read(fields);
    let locale = desk.locale;
    let names = Names::new(view, locale, partnership);
    let intro = locale.say("matrix-intro");
    let about = About {
        title: locale.say("matrix"),
        description: intro.clone(),
        path: axis.path(partnership),
        partnership: Some(partnership.to_owned()),
        crumbs: vec![list_crumb(&names)],
        kind: Some(Kind::Commitment),
        has_data: true,
        forms_of: Some(routes::list(partnership, Kind::Commitment)),
        ..About::default()
    };
    let frame = Frame::new(desk, Some(view), about)?;
    if frame.partnership.is_none() {
        return Err(PageError::NotFound);
    }
    let sections = Counted::new(&names, Rows::Section, axis, desk.today())?;
    let crosswalk = crosswalk(&names, &sections)?;
    let mut tables = vec![by_section(&names, &sections)?];
    if axis != Axis::Body {
        let bodies = Counted::new(&names, Rows::Body, axis, desk.today())?;
        tables.push(by_body(&names, &bodies)?);
    }
    let standing = sections.one_standing();
    let page = MatrixPage {
        frame,
        intro,
        choices: choices(&names, axis),
        hint: axis.hint().map(|key| locale.say(key)),
        standing: standing.map(|standing| locale.say_code("matrix-all", standing.code())),
        tables,
        no_crosswalk: crosswalk.is_empty().then(|| locale.say("crosswalk-none")),
        crosswalk,
    };
    Ok(Answer::Page(page.render()?))
}

fn choices(names: &Names<'_>, axis: Axis) -> Vec<Choice> {
    Axis::ALL
        .into_iter()
        .map(|choice| Choice {
            label: names.locale.say_code("facet", choice.code()),
            href: names.path(&choice.path(names.partnership)),
            current: choice == axis,
        })
        .collect()
}

/// The way back to the list that every number leads into.
pub(crate) fn list_crumb(names: &Names<'_>) -> Link {
    let list = names.path(&routes::list(names.partnership, Kind::Commitment));
    Link::to(names.locale.say_code("kinds", Kind::Commitment.code()), list)
}

/// Which of those in a row are counted.
#[derive(Debug, Clone, Copy)]
enum Across<'column> {
    /// All.
    All,
    /// Those in this column, or those without a value.
    Column(Option<&'column str>),
}

impl Across<'_> {
    fn holds(self, tally: &Tally) -> bool {
        match self {
            Self::All => true,
            Self::Column(column) => tally.column.as_deref() == column,
        }
    }
}

/// The counts of a table: of each row, and of each row and column.
pub(crate) struct Counted {
    axis: Axis,
    rows: Rows,
    /// Every commitment once.
    all: Vec<Tally>,
    /// By column; one may be counted under several.
    by_column: Vec<Tally>,
    /// The columns in their order, none for what has no value.
    columns: Vec<Option<String>>,
}

impl Counted {
    /// Rows by state, as the home of a partnership shows them.
    pub(crate) fn by_state(
        names: &Names<'_>,
        rows: Rows,
        today: Date,
    ) -> Result<Self, RegisterError> {
        Self::new(names, rows, Axis::State, today)
    }

    fn new(names: &Names<'_>, rows: Rows, axis: Axis, today: Date) -> Result<Self, RegisterError> {
        let all = names.view.tally(names.partnership, rows, Columns::State, today)?;
        let by_column = match axis {
            Axis::State => all.clone(),
            Axis::Party | Axis::Lens | Axis::Year | Axis::Body => {
                names.view.tally(names.partnership, rows, axis.columns(), today)?
            }
        };
        let columns = columns(names, axis, &by_column)?;
        Ok(Self { axis, rows, all, by_column, columns })
    }

    /// The standing that all have, if there is one.
    fn one_standing(&self) -> Option<Standing> {
        let first = self.all.first()?;
        let alike = self.all.iter().all(|tally| tally.standing == first.standing);
        Standing::find(&first.standing).filter(|_| alike)
    }

    /// How many stand in a row.
    pub(crate) fn row(&self, names: &Names<'_>, row: Option<&str>) -> Cell {
        self.cell(names, &self.all, row, Across::All)
    }

    /// How many stand in a row and have this state.
    pub(crate) fn in_state(
        &self,
        names: &Names<'_>,
        row: Option<&str>,
        state: CommitmentState,
    ) -> Cell {
        self.cell(names, &self.all, row, Across::Column(Some(state.code())))
    }

    /// The number of those in a row and across it.
    fn cell(
        &self,
        names: &Names<'_>,
        tallies: &[Tally],
        row: Option<&str>,
        across: Across<'_>,
    ) -> Cell {
        let mut standings: BTreeMap<&str, u64> = BTreeMap::new();
        for tally in tallies {
            if tally.row.as_deref() == row && across.holds(tally) {
                *standings.entry(&tally.standing).or_default() += tally.count;
            }
        }
        let count: u64 = standings.values().sum();
        let locale = names.locale;
        let number = locale.number(count);
        let split = standings
            .into_iter()
            .map(|(standing, count)| locale.say_count(&format!("split-{standing}"), count));
        let split = split.collect::<Vec<_>>().join(", ");
        // A value that no filter names has no list of its own.
        let href =
            self.filter(row, across).filter(|_| count > 0).map(|filter| address(names, &filter));
        Cell {
            number: Link { text: number, href, datetime: None },
            words: locale.say_count("count-commitments", count),
            split: (count > 0 && self.one_standing().is_none()).then_some(split),
        }
    }

    fn filter(&self, row: Option<&str>, across: Across<'_>) -> Option<CommitmentFilter> {
        let placed = |value: Option<&str>| value.map_or(Some(Placed::Nowhere), Placed::find);
        let mut filter = CommitmentFilter::default();
        match self.rows {
            Rows::Section => filter.section = Some(placed(row)?),
            Rows::Body => filter.body = Some(placed(row)?),
        }
        let column = match across {
            Across::All => return Some(filter),
            Across::Column(column) => column,
        };
        match self.axis {
            Axis::State => filter.state = Some(CommitmentState::find(column?)?),
            Axis::Party => filter.party = Some(RecordId::parse(column?).ok()?),
            Axis::Lens => filter.lens = Some(Lens::find(column?)?),
            Axis::Year => filter.year = Some(column?.parse().ok()?),
            Axis::Body => filter.body = Some(placed(column)?),
        }
        Some(filter)
    }

    fn cells(&self, names: &Names<'_>, row: Option<&str>) -> Vec<Cell> {
        let mut cells = vec![self.row(names, row)];
        for column in &self.columns {
            let column = Across::Column(column.as_deref());
            cells.push(self.cell(names, &self.by_column, row, column));
        }
        cells
    }
}

/// The list with these filters.
pub(crate) fn address(names: &Names<'_>, filter: &CommitmentFilter) -> String {
    names.path(&list::filtered(&routes::list(names.partnership, Kind::Commitment), filter, 1))
}

/// The columns that have something in them, in the order in which people look for them.
fn columns(
    names: &Names<'_>,
    axis: Axis,
    tallies: &[Tally],
) -> Result<Vec<Option<String>>, RegisterError> {
    let mut found: Vec<Option<String>> = tallies.iter().map(|tally| tally.column.clone()).collect();
    found.sort();
    found.dedup();
    let nowhere = found.contains(&None);
    let mut columns: Vec<String> = found.into_iter().flatten().collect();
    match axis {
        Axis::State => {
            let always = [CommitmentState::Silent, CommitmentState::Open];
            let code = |state: &CommitmentState| state.code().to_owned();
            let is_there =
                |state: &CommitmentState| always.contains(state) || columns.contains(&code(state));
            columns = CommitmentState::ALL.iter().filter(|it| is_there(it)).map(code).collect();
        }
        Axis::Lens => {
            let code = |lens: &Lens| lens.code().to_owned();
            columns = Lens::ALL.iter().map(code).collect();
        }
        Axis::Year => {}
        Axis::Party | Axis::Body => {
            let mut named = Vec::new();
            for column in columns {
                named.push((label(names, axis, Some(&column))?, column));
            }
            named.sort_by(|(a, _), (b, _)| names.locale.compare(a, b));
            columns = named.into_iter().map(|(_, column)| column).collect();
        }
    }
    let mut columns: Vec<Option<String>> = columns.into_iter().map(Some).collect();
    if nowhere {
        columns.push(None);
    }
    Ok(columns)
}

fn label(names: &Names<'_>, axis: Axis, column: Option<&str>) -> Result<String, RegisterError> {
    let locale = names.locale;
    let Some(column) = column else {
        return Ok(match axis {
            Axis::Body => locale.say("of-no-body"),
            Axis::State | Axis::Party | Axis::Lens | Axis::Year => locale.say("matrix-none"),
        });
    };
    Ok(match axis {
        Axis::State => locale.say_code("commitment-state", column),
        Axis::Lens => locale.say_code("lens", column),
        Axis::Year => column.to_owned(),
        Axis::Party | Axis::Body => match RecordId::parse(column) {
            Ok(id) => names.link(&id)?.text,
            Err(_not_an_id) => column.to_owned(),
        },
    })
}

fn headings(names: &Names<'_>, counted: &Counted) -> Result<Vec<String>, RegisterError> {
    let mut headings = vec![names.locale.say("matrix-total")];
    for column in &counted.columns {
        headings.push(label(names, counted.axis, column.as_deref())?);
    }
    Ok(headings)
}

/// The pillars and themes, those of the newest instrument first.
fn by_section(names: &Names<'_>, counted: &Counted) -> Result<Table, RegisterError> {
    let locale = names.locale;
    let mut instruments = names.view.of_kind(names.partnership, Kind::Instrument)?;
    list::order(locale, Kind::Instrument, &mut instruments);
    instruments.sort_by_key(|held| Reverse(held.record.facts.date().map(When::key_day)));
    let sections = sections(names)?;
    let mut groups = Vec::new();
    let mut room = ROWS_MAX;
    for instrument in &instruments {
        let id = &instrument.record.id;
        let of_it = sections.iter().filter(|(_, section)| section.instrument == *id);
        let mut rows = Vec::new();
        for (held, section) in of_it.take(room) {
            let id = &held.record.id;
            let title = format!("{}. {}", section.number, names.title(held));
            let head = Link::to(title, names.href(Kind::Section, id));
            rows.push(MatrixRow { head, cells: counted.cells(names, Some(id.as_str())) });
        }
        room -= rows.len();
        if let Some(row) = empty_themes(names, counted, &sections, id) {
            rows = vec![row];
        }
        if !rows.is_empty() {
            groups.push(RowGroup { heading: Some(names.link(id)?), rows });
        }
    }
    let nowhere = counted.cells(names, None);
    let heading = Some(Link::plain(locale.say("under-no-pillar")));
    let head = Link::plain(locale.say("under-no-pillar-row"));
    groups.push(RowGroup { heading, rows: vec![MatrixRow { head, cells: nowhere }] });
    Ok(Table {
        id: "pillars",
        heading: locale.say_code("kinds", Kind::Section.code()),
        row_label: locale.say_code("kind", Kind::Section.code()),
        columns: headings(names, counted)?,
        groups,
        note: (room == 0).then(|| locale.say_count("matrix-cut", ROWS_MAX.try_into().unwrap_or(0))),
    })
}

/// One line for an instrument with themes of which none has a commitment. A pillar without one is
/// always shown.
fn empty_themes(
    names: &Names<'_>,
    counted: &Counted,
    sections: &[(Held, Section)],
    instrument: &RecordId,
) -> Option<MatrixRow> {
    let of_it = sections.iter().filter(|(_, section)| section.instrument == *instrument);
    let mut count = 0;
    for (held, section) in of_it {
        let id = held.record.id.as_str();
        let has_any = counted.all.iter().any(|tally| tally.row.as_deref() == Some(id));
        if has_any || section.form == SectionForm::Pillar {
            return None;
        }
        count += 1;
    }
    let words = Link::plain(names.locale.say_count("matrix-empty-themes", count));
    (count > 1).then_some(MatrixRow { head: words, cells: Vec::new() })
}

/// The sections in the order of their numbers.
fn sections(names: &Names<'_>) -> Result<Vec<(Held, Section)>, RegisterError> {
    let mut found = names.view.of_kind(names.partnership, Kind::Section)?;
    list::order(names.locale, Kind::Section, &mut found);
    Ok(found
        .into_iter()
        .filter_map(|held| {
            let Facts::Section(section) = &held.record.facts else { return None };
            let section = section.clone();
            Some((held, section))
        })
        .collect())
}

fn by_body(names: &Names<'_>, counted: &Counted) -> Result<Table, RegisterError> {
    let locale = names.locale;
    let mut bodies = names.view.of_kind(names.partnership, Kind::Body)?;
    list::order(locale, Kind::Body, &mut bodies);
    let mut rows = Vec::new();
    for body in bodies.iter().take(ROWS_MAX) {
        let id = &body.record.id;
        rows.push(MatrixRow {
            head: names.link(id)?,
            cells: counted.cells(names, Some(id.as_str())),
        });
    }
    let head = Link::plain(locale.say("of-no-body"));
    rows.push(MatrixRow { head, cells: counted.cells(names, None) });
    Ok(Table {
        id: "bodies",
        heading: locale.say_code("kinds", Kind::Body.code()),
        row_label: locale.say_code("kind", Kind::Body.code()),
        columns: headings(names, counted)?,
        groups: vec![RowGroup { heading: None, rows }],
        note: (bodies.len() > ROWS_MAX)
            .then(|| locale.say_count("matrix-cut", ROWS_MAX.try_into().unwrap_or(0))),
    })
}

/// Where the pillars and themes of earlier instruments went. An instrument of which any was carried
/// on is shown whole, so that those that were not stand out.
fn crosswalk(names: &Names<'_>, counted: &Counted) -> Result<Vec<Crossing>, RegisterError> {
    let sections = sections(names)?;
    let carried = |id: &RecordId| {
        sections.iter().filter(|(_, later)| later.continues.contains(id)).collect::<Vec<_>>()
    };
    let instruments: Vec<&RecordId> = sections
        .iter()
        .filter(|(held, _)| !carried(&held.record.id).is_empty())
        .map(|(_, section)| &section.instrument)
        .collect();
    let mut crossings = Vec::new();
    for (held, section) in sections.iter().filter(|(_, it)| instruments.contains(&&it.instrument)) {
        let id = &held.record.id;
        let mut later = Vec::new();
        for (new, _) in carried(id) {
            let new = &new.record.id;
            later.push((names.link(new)?, counted.row(names, Some(new.as_str()))));
        }
        crossings.push(Crossing {
            earlier: names.link(id)?,
            of: names.link(&section.instrument)?,
            count: counted.row(names, Some(id.as_str())),
            later,
        });
    }
    Ok(crossings)
}

/// `GET /{partnership}/matrix.json`
pub(crate) fn data(
    desk: &Desk,
    view: &View<'_>,
    partnership: &str,
    fields: &Fields,
) -> Result<Answer, PageError> {
    if view.of_kind(partnership, Kind::Partnership)?.is_empty() {
        return Err(PageError::NotFound);
    }
    let axis = Axis::read(fields);
    let names = Names::new(view, desk.locale, partnership);
    let table = |rows: Rows| -> Result<Value, PageError> {
        let tallies = view.tally(partnership, rows, axis.columns(), desk.today())?;
        let tallies = tallies.into_iter().map(|it| {
            json!({
                "row": it.row, "column": it.column, "standing": it.standing, "count": it.count
            })
        });
        Ok(tallies.collect())
    };
    let crossings: Vec<Value> = sections(&names)?
        .iter()
        .flat_map(|(held, section)| {
            section.continues.iter().map(
                |earlier| json!({"earlier": earlier.as_str(), "later": held.record.id.as_str()}),
            )
        })
        .collect();
    Ok(Answer::Data(json!({
        "columns": axis.code(), "on": desk.today().to_string(),
        "pillars": table(Rows::Section)?, "bodies": table(Rows::Body)?, "crosswalk": crossings
    })))
}
