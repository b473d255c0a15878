//! Two documents beside each other, as a table and as data, for the side alone.

use axum::extract::Path;
use axum::response::Response;
use serde_json::{Value, json};
use servanda_model::Seat;
use servanda_model::succession::{Differs, Row, Sequel};

use super::findings_out::guarded;
use super::private;
use super::reply::Reply;
use super::succession::{Two, in_words};
use super::successions::instead;
use super::visit::Visit;
use crate::answer::{Answer, PageError};
use crate::form::Form;
use crate::site::Desk;

/// Tells spreadsheets that the file is UTF-8.
const BYTE_ORDER_MARK: &str = "\u{feff}";
/// The columns of the table, named as the fields of the data.
const COLUMNS: [&str; 9] = [
    "number",
    "sequel",
    "said",
    "earlier",
    "earlier-words",
    "later",
    "later-words",
    "share",
    "common",
];

type Address = Path<(String, String, String, String)>;

/// `GET …/documents/{id}/comparisons/{before}/comparison.csv`
pub(crate) async fn table(visit: Visit, address: Address) -> Response {
    given(visit, address, |desk, two| {
        let mut rows = csv::Writer::from_writer(BYTE_ORDER_MARK.as_bytes().to_vec());
        let failed = |error: csv::Error| PageError::Failed(Box::new(error));
        rows.write_record(COLUMNS.iter().chain(&["differs"])).map_err(failed)?;
        for (number, row) in (1..).zip(&two.compared().rows) {
            let value = data_of(desk, two, number, row);
            let cell = |column: &&str| match value.get(*column) {
                Some(Value::String(text)) => guarded(text),
                Some(Value::Array(words)) => {
                    let words: Vec<&str> = words.iter().filter_map(Value::as_str).collect();
                    guarded(&words.join("; "))
                }
                Some(value) => value.to_string(),
                None => String::new(),
            };
            let differs: Vec<String> =
                row.differs.iter().map(|it| in_words(desk.locale, it)).collect();
            let cells = COLUMNS.iter().map(cell).chain([guarded(&differs.join(" "))]);
            rows.write_record(cells).map_err(failed)?;
        }
        let bytes =
            rows.into_inner().map_err(|error| PageError::Failed(error.to_string().into()))?;
        Ok(Reply::give(Answer::Form { bytes, form: Form::Table, next: None }))
    })
    .await
}

/// `GET …/documents/{id}/comparisons/{before}/comparison.json`
pub(crate) async fn data(visit: Visit, address: Address) -> Response {
    given(visit, address, |desk, two| {
        let comparison = two.compared();
        let counts: serde_json::Map<String, Value> = Sequel::ALL
            .map(|sequel| (sequel.code().to_owned(), comparison.count(sequel).into()))
            .into_iter()
            .collect();
        let rows: Vec<Value> = (1..)
            .zip(&comparison.rows)
            .map(|(number, row)| data_of(desk, two, number, row))
            .collect();
        Ok(Reply::give(Answer::Data(json!({
            "earlier": { "file": two.before.opened.name, "record": two.before.row.record.as_str() },
            "later": { "file": two.after.opened.name, "record": two.after.row.record.as_str() },
            "counts": counts,
            "left-out": comparison.left_out,
            "rows": rows,
        }))))
    })
    .await
}

/// Answers with what is made of the two documents, or with why they cannot be compared.
async fn given(
    visit: Visit,
    Path((partnership, voice, id, before)): Address,
    give: fn(&Desk, &Two) -> Result<Reply, PageError>,
) -> Response {
    private(visit, move |desk, view, who| {
        let seat = Seat { partnership, voice };
        match Two::find(desk, view, who, &seat, (&id, &before))? {
            Ok(two) => give(desk, &two),
            Err(why) => instead(desk, view, who, &seat, why),
        }
    })
    .await
}

/// A row with what was said of it; what is not known is left out.
fn data_of(desk: &Desk, two: &Two, number: usize, row: &Row) -> Value {
    let said = two.said().and_then(|said| said.of(&row.pair));
    let [earlier, later] = two.words(&row.pair);
    let mut value = json!({
        "number": number,
        "sequel": row.sequel.code(),
        "said": said.map(|said| said.what.code()),
        "earlier": row.pair.earlier.map(|place| place.to_string()),
        "earlier-words": earlier,
        "later": row.pair.later.map(|place| place.to_string()),
        "later-words": later,
        "share": row.share,
        "common": row.common,
        "differs": row.differs.iter().map(|it| differs_of(desk, it)).collect::<Vec<_>>(),
    });
    if let Some(fields) = value.as_object_mut() {
        fields.retain(|_, field| !field.is_null());
    }
    value
}

fn differs_of(desk: &Desk, differs: &Differs) -> Value {
    json!({ "in": differs.code(), "words": in_words(desk.locale, differs) })
}
