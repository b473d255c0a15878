//! What was found in a document and decided about it, as a table and as data, for the side alone; and the
//! document as it was received.

use axum::extract::Path;
use axum::response::Response;
use serde_json::{Value, json};
use servanda_actions::documents::{Decided, DecisionRow, original as received, said_of};
use servanda_model::Seat;
use servanda_model::reading::Finding;

use super::documents::{Found, find};
use super::private;
use super::reply::Reply;
use super::taking::words;
use super::visit::Visit;
use crate::answer::{Answer, PageError};
use crate::form::Form;
use crate::locale::utc_day;
use crate::routes;
use crate::site::Desk;

/// Tells spreadsheets that the file is UTF-8.
const BYTE_ORDER_MARK: &str = "\u{feff}";
/// The columns of the table, named as the fields of the data.
const COLUMNS: [&str; 19] = [
    "number",
    "kind",
    "start",
    "end",
    "words",
    "language",
    "who",
    "stands-for",
    "due",
    "due-words",
    "name",
    "short",
    "confidence",
    "rule",
    "decided",
    "draft",
    "into",
    "why",
    "said",
];

type Address = Path<(String, String, String)>;

/// `GET …/documents/{id}/findings.csv`
pub(crate) async fn table(visit: Visit, Path((partnership, voice, id)): Address) -> Response {
    private(visit, move |desk, _view, who| {
        let found = find(desk, who, Seat { partnership, voice }, &id)?;
        let mut rows = csv::Writer::from_writer(BYTE_ORDER_MARK.as_bytes().to_vec());
        let failed = |error: csv::Error| PageError::Failed(Box::new(error));
        rows.write_record(COLUMNS).map_err(failed)?;
        for (number, finding) in (1..).zip(&found.opened.reading.findings) {
            let value = data_of(desk, &found, number, finding)?;
            let cell = |column: &&str| match value.get(*column) {
                Some(Value::String(text)) => guarded(text),
                Some(value) => value.to_string(),
                None => String::new(),
            };
            rows.write_record(COLUMNS.iter().map(cell)).map_err(failed)?;
        }
        let bytes =
            rows.into_inner().map_err(|error| PageError::Failed(error.to_string().into()))?;
        Ok(Reply::give(Answer::Form { bytes, form: Form::Table, next: None }))
    })
    .await
}

/// A text that no spreadsheet takes for a formula: it may come from anybody's document.
pub(crate) fn guarded(text: &str) -> String {
    if text.starts_with(['=', '+', '-', '@', '\t']) { format!("'{text}") } else { text.to_owned() }
}

/// `GET …/documents/{id}/findings.json`
pub(crate) async fn data(visit: Visit, Path((partnership, voice, id)): Address) -> Response {
    private(visit, move |desk, _view, who| {
        let found = find(desk, who, Seat { partnership, voice }, &id)?;
        let mut findings = Vec::new();
        for (number, finding) in (1..).zip(&found.opened.reading.findings) {
            findings.push(data_of(desk, &found, number, finding)?);
        }
        let reading = &found.opened.reading;
        let received = utc_day(found.row.at).map(|day| day.to_string());
        Ok(Reply::give(Answer::Data(json!({
            "file": found.opened.name,
            "record": found.row.record.as_str(),
            "received": received,
            "language": reading.language.tag(),
            "media-type": reading.media_type,
            "date": reading.date.map(|date| date.to_string()),
            "findings": findings,
        }))))
    })
    .await
}

/// A finding with what became of it; what is not known is left out.
fn data_of(
    desk: &Desk,
    found: &Found,
    number: usize,
    finding: &Finding,
) -> Result<Value, PageError> {
    let decided = found.workspace.decided(&found.row, &finding.place);
    let said = decided.map(|row| said_of(desk.site.office(), row)).transpose()?.flatten();
    let due = finding.due.as_ref();
    let mut value = json!({
        "number": number,
        "kind": finding.place.kind.code(),
        "start": finding.place.start,
        "end": finding.place.end,
        "words": words(&found.opened.reading, finding),
        "language": finding.language.tag(),
        "who": finding.who,
        "stands-for": finding.stands_for,
        "due": due.and_then(|due| due.when).map(|when| when.to_string()),
        "due-words": due.map(|due| &due.words),
        "name": finding.name,
        "short": finding.short,
        "confidence": finding.confidence,
        "rule": finding.rule,
        "decided": decided.map(|row| row.decided.code()),
        "draft": decided.and_then(|row| draft_address(desk, found, row)),
        "into": decided.and_then(|row| match &row.decided {
            Decided::Merged { into } => Some(super::findings::number_of(found, into)),
            Decided::TakenUp { .. } | Decided::Source { .. } | Decided::Dismissed { .. }
            | Decided::Undone => None,
        }),
        "why": decided.and_then(|row| match &row.decided {
            Decided::Dismissed { why } => Some(why.code()),
            Decided::TakenUp { .. } | Decided::Source { .. } | Decided::Merged { .. }
            | Decided::Undone => None,
        }),
        "said": said,
    });
    if let Some(fields) = value.as_object_mut() {
        fields.retain(|_, field| !field.is_null());
    }
    Ok(value)
}

fn draft_address(desk: &Desk, found: &Found, row: &DecisionRow) -> Option<String> {
    let path = routes::draft(&found.seat, row.decided.draft()?);
    let path = routes::localized(desk.locale.language(), &path);
    Some(format!("{}{path}", desk.site.address()))
}

/// `GET …/documents/{id}/original`
pub(crate) async fn original(visit: Visit, Path((partnership, voice, id)): Address) -> Response {
    private(visit, move |desk, _view, who| {
        let found = find(desk, who, Seat { partnership, voice }, &id)?;
        let bytes = received(desk.site.office(), &found.row)?.ok_or(PageError::NotFound)?;
        // A name of other characters cannot stand in a header: its place in the workspace names it.
        let ending = found.opened.name.rsplit_once('.').map(|(_, ending)| ending);
        let is_plain = |ending: &&str| {
            (1..=8).contains(&ending.len()) && ending.bytes().all(|it| it.is_ascii_alphanumeric())
        };
        let ending = ending.filter(is_plain).unwrap_or("bin");
        let name = format!("{}.{ending}", found.row.id);
        Ok(Reply::give(Answer::Download { bytes, name }))
    })
    .await
}
