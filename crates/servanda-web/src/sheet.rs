//! Lists and records as CSV, as spreadsheets read it: UTF-8 with a mark, a header, one record a
//! row, the same columns for all records of a kind.

use std::cell::RefCell;
use std::collections::BTreeMap;

use servanda_model::{Facts, Kind, Language, RecordId, Relation, Role};
use servanda_register::{Held, RegisterError, View};

use crate::answer::{Answer, PageError};
use crate::block::Names;
use crate::fields::Fields;
use crate::form::{self, Form};
use crate::list::{self, read_filter};
use crate::site::Desk;
use crate::{record, routes, twin};

/// Records in one table; the next ones are on its next page.
pub(crate) const TABLE_ROWS_MAX: usize = 50_000;
/// What stands between the values of one cell.
const BETWEEN: &str = "; ";
/// Tells spreadsheets that the file is UTF-8.
const BYTE_ORDER_MARK: &str = "\u{feff}";

/// A table: a header and rows as long as it.
#[derive(Debug, Default)]
pub(crate) struct Table {
    /// The names of the columns.
    pub(crate) columns: Vec<String>,
    /// The rows.
    pub(crate) rows: Vec<Vec<String>>,
    /// Where the next page is.
    pub(crate) next: Option<String>,
}

/// The table of a list: all records of a kind, or the commitments that the filters leave.
pub(crate) fn of_list(
    desk: &Desk,
    view: &View<'_>,
    partnership: &str,
    kind: Kind,
    fields: &Fields,
) -> Result<Answer, PageError> {
    twin::partnership_exists(view, partnership)?;
    let first = (fields.page() - 1).saturating_mul(TABLE_ROWS_MAX);
    let (total, records) = if kind == Kind::Commitment {
        let (filter, _page) = read_filter(fields, desk.today());
        let found = view.commitments(partnership, &filter, first, TABLE_ROWS_MAX)?;
        (usize::try_from(found.total).unwrap_or(usize::MAX), found.records)
    } else {
        let mut found = view.of_kind(partnership, kind)?;
        list::order(desk.locale, kind, &mut found);
        let total = found.len();
        (total, found.into_iter().skip(first).take(TABLE_ROWS_MAX).collect())
    };
    let sheet = Sheet::new(desk, view, partnership);
    let mut table = sheet.table(kind, &records)?;
    if total > first.saturating_add(TABLE_ROWS_MAX) {
        let path = if kind == Kind::Partnership {
            routes::partnership(partnership)
        } else {
            format!("/{partnership}/{}", routes::collection(kind))
        };
        let query = fields.with("page", &(fields.page() + 1).to_string());
        let next = format!("{path}{}?{query}", Form::Table.ending());
        table.next = Some(form::address(desk, &sheet.names, &next));
    }
    write(&table)
}

/// The table of one record: a single row.
pub(crate) fn of_record(
    desk: &Desk,
    view: &View<'_>,
    partnership: &str,
    kind: Kind,
    id: &RecordId,
) -> Result<Answer, PageError> {
    let held = record::find(view, partnership, kind, id)?;
    write(&Sheet::new(desk, view, partnership).table(kind, &[held])?)
}

/// The bytes of a table.
pub(crate) fn write(table: &Table) -> Result<Answer, PageError> {
    let failed = |error: csv::Error| PageError::Failed(Box::new(error));
    let mut writer = csv::WriterBuilder::new()
        .terminator(csv::Terminator::CRLF)
        .from_writer(BYTE_ORDER_MARK.as_bytes().to_vec());
    writer.write_record(&table.columns).map_err(failed)?;
    for row in &table.rows {
        writer.write_record(row.iter().map(|cell| guarded(cell))).map_err(failed)?;
    }
    let bytes = writer.into_inner().map_err(|error| PageError::Failed(Box::new(error)))?;
    Ok(Answer::Form { bytes, form: Form::Table, next: table.next.clone() })
}

/// A cell that no spreadsheet takes for a formula. Numbers stay numbers.
fn guarded(cell: &str) -> String {
    let is_risky = cell.starts_with(['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠']);
    let is_number = cell.bytes().all(|byte| byte.is_ascii_digit() || b"+-.".contains(&byte))
        && cell.parse::<f64>().is_ok();
    if is_risky && !is_number { format!("'{cell}") } else { cell.to_owned() }
}

/// What makes the rows of one table.
struct Sheet<'page> {
    desk: &'page Desk,
    names: Names<'page>,
    /// Where documents were published, as far as asked for: a list repeats the same few.
    published: RefCell<BTreeMap<RecordId, String>>,
}

impl<'page> Sheet<'page> {
    fn new(desk: &'page Desk, view: &'page View<'page>, partnership: &'page str) -> Self {
        let names = Names::new(view, desk.locale, partnership);
        Self { desk, names, published: RefCell::default() }
    }

    fn table(&self, kind: Kind, records: &[Held]) -> Result<Table, RegisterError> {
        let columns = Columns::of(kind);
        let rows = records.iter().map(|held| self.row(&columns, held)).collect::<Result<_, _>>()?;
        Ok(Table { columns: columns.names(), rows, next: None })
    }

    fn row(&self, columns: &Columns, held: &Held) -> Result<Vec<String>, RegisterError> {
        let record = &held.record;
        let mut cells = vec![
            record.id.to_string(),
            record.kind().code().to_owned(),
            held.standing.code().to_owned(),
        ];
        let title = record.texts.get(&Role::Title).or_else(|| record.texts.get(&Role::Name));
        let texts = columns.roles.iter().map(|role| record.texts.get(role));
        for text in std::iter::once(title).chain(texts) {
            for language in Language::ALL {
                let said = text.and_then(|text| text.get(language));
                cells.push(said.unwrap_or_default().to_owned());
            }
        }
        let (dates, details) = (twin::dates(&record.facts), twin::details(&record.facts));
        cells.extend(columns.dates.iter().map(|name| plain(dates.get(name))));
        cells.extend(columns.details.iter().map(|name| plain(details.get(name))));
        for relation in columns.relations {
            let ids: Vec<&RecordId> = record
                .facts
                .links()
                .into_iter()
                .filter_map(|(of, id)| (of == *relation).then_some(id))
                .collect();
            let named = ids.iter().map(|id| Ok(self.names.link(id)?.text));
            cells.push(named.collect::<Result<Vec<_>, RegisterError>>()?.join(BETWEEN));
            cells.push(ids.iter().map(|id| id.as_str()).collect::<Vec<_>>().join(BETWEEN));
        }
        let lenses: Vec<&str> = record.facts.lenses().iter().map(|lens| lens.code()).collect();
        cells.push(lenses.join(BETWEEN));
        cells.push(self.sources(held)?);
        let path = routes::record(self.names.partnership, record.kind(), &record.id);
        cells.push(form::address(self.desk, &self.names, &path));
        cells.push(twin::instant(held.at).unwrap_or_default());
        Ok(cells)
    }

    /// Where the documents it rests on were published, or else where they are here.
    fn sources(&self, held: &Held) -> Result<String, RegisterError> {
        let mut sources: Vec<String> = Vec::new();
        for passage in &held.record.sources {
            let source = self.document(&passage.document)?;
            if !sources.contains(&source) {
                sources.push(source);
            }
        }
        Ok(sources.join(BETWEEN))
    }

    fn document(&self, id: &RecordId) -> Result<String, RegisterError> {
        if let Some(known) = self.published.borrow().get(id) {
            return Ok(known.clone());
        }
        let held = self.names.view.find(id)?;
        let mut published = None;
        if let Some(held) = held
            && let Facts::Document(document) = held.record.facts
        {
            published = document.address;
        }
        let path = routes::record(self.names.partnership, Kind::Document, id);
        let address = published.unwrap_or_else(|| form::address(self.desk, &self.names, &path));
        self.published.borrow_mut().insert(id.clone(), address.clone());
        Ok(address)
    }
}

fn plain(value: Option<&serde_json::Value>) -> String {
    match value {
        None | Some(serde_json::Value::Null) => String::new(),
        Some(serde_json::Value::String(text)) => text.clone(),
        Some(other) => other.to_string(),
    }
}

/// What the table of a kind has beside what every table has.
struct Columns {
    roles: &'static [Role],
    dates: &'static [&'static str],
    details: &'static [&'static str],
    relations: &'static [Relation],
}

impl Columns {
    fn names(&self) -> Vec<String> {
        let mut names: Vec<String> = ["id", "kind", "standing"].map(str::to_owned).to_vec();
        let roles = self.roles.iter().map(|role| role.code());
        for text in std::iter::once("title").chain(roles) {
            names.extend(Language::ALL.map(|language| format!("{text}-{}", language.tag())));
        }
        names.extend(self.dates.iter().chain(self.details).map(|name| (*name).to_owned()));
        for relation in self.relations {
            names.extend([relation.code().to_owned(), format!("{}-id", relation.code())]);
        }
        names.extend(["lenses", "sources", "address", "recorded-at"].map(str::to_owned));
        names.into_iter().map(|name| name.replace('-', "_")).collect()
    }

    fn of(kind: Kind) -> Self {
        use Relation as R;
        let (dates, details) = Self::fields(kind);
        let relations: &[R] = match kind {
            Kind::Party | Kind::Person | Kind::Document => &[],
            Kind::Partnership => &[R::Party],
            Kind::Institution => &[R::Party, R::Parent],
            Kind::Post => &[R::Body, R::Party],
            Kind::Term => &[R::Post, R::Person, R::Institution],
            Kind::Body => &[R::Parent, R::Continues],
            Kind::Instrument => &[R::Parent, R::Party, R::Continues],
            Kind::Section => &[R::Instrument, R::Continues],
            Kind::Meeting => &[R::Body, R::Parent, R::Host, R::By],
            Kind::Commitment => {
                &[R::OwedBy, R::MadeIn, R::Body, R::Section, R::Continues, R::Answers, R::About]
            }
            Kind::Recommendation => &[R::By, R::To, R::MadeIn],
            Kind::Observation => &[R::By, R::To, R::MadeIn, R::About],
            Kind::Participation => &[R::Meeting, R::Person, R::Institution, R::Party],
            Kind::Engagement => &[R::By, R::To, R::Instrument, R::Body],
            Kind::Figure => &[R::About, R::PartOf],
        };
        Self { roles: Self::roles(kind), dates, details, relations }
    }

    const fn roles(kind: Kind) -> &'static [Role] {
        match kind {
            Kind::Partnership => &[Role::Acronym, Role::Summary, Role::Reason],
            Kind::Institution => &[Role::Acronym, Role::Reason],
            Kind::Body => &[Role::Acronym, Role::Mandate, Role::Reason],
            Kind::Instrument | Kind::Section => &[Role::Summary, Role::Note, Role::Reason],
            Kind::Meeting => &[Role::Place, Role::Note, Role::Reason],
            Kind::Commitment => &[Role::Wording, Role::DueWords, Role::Note, Role::Reason],
            Kind::Recommendation | Kind::Observation => &[Role::Wording, Role::Reason],
            Kind::Engagement => &[Role::Summary, Role::Place, Role::Note, Role::Reason],
            Kind::Figure => &[Role::Unit, Role::Note, Role::Reason],
            Kind::Document => &[Role::Publisher, Role::Reason],
            Kind::Party | Kind::Person | Kind::Post | Kind::Term | Kind::Participation => {
                &[Role::Reason]
            }
        }
    }

    /// The names of its dates and details, as in its data.
    const fn fields(kind: Kind) -> (&'static [&'static str], &'static [&'static str]) {
        match kind {
            Kind::Partnership => (&["since"], &[]),
            Kind::Party => (&[], &["code"]),
            Kind::Institution | Kind::Person => (&[], &[]),
            Kind::Post => (&[], &["role"]),
            Kind::Term => (&["from", "to", "documented"], &[]),
            Kind::Body => (&["since", "until"], &["form", "state"]),
            Kind::Instrument => (&["date", "period"], &["form"]),
            Kind::Section => (&[], &["form", "number", "course"]),
            Kind::Meeting => (&["date"], &["number", "mode"]),
            Kind::Commitment => (&["made", "due"], &["course"]),
            Kind::Recommendation => (&["made", "answer-due"], &["response"]),
            Kind::Observation => (&["made"], &["form"]),
            Kind::Participation => (&[], &["role", "number"]),
            Kind::Engagement => (&["period"], &["form"]),
            Kind::Figure => (&["when"], &["value", "measure"]),
            Kind::Document => {
                (&["published"], &["digest", "media-type", "language", "published-at"])
            }
        }
    }
}

#[cfg(test)]
mod tests;
