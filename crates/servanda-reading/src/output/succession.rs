//! Two documents beside each other, in words for reading and as data.

use crate::plain::on_one_line;
use serde::Serialize;
use servanda_model::succession::{Comparison, Differs, Row, Sequel};
use servanda_model::{FindingPlace, Reading};

/// A row as data.
#[derive(Serialize)]
struct RowText<'a> {
    sequel: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    earlier: Option<SideText<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    later: Option<SideText<'a>>,
    share: u8,
    common: &'a [String],
    differs: Vec<DiffersText>,
}

/// A passage; positions are in characters of the text of its document.
#[derive(Serialize)]
struct SideText<'a> {
    document: &'a str,
    kind: &'static str,
    start: usize,
    end: usize,
    text: String,
}

/// In what two passages differ, with what each says.
#[derive(Serialize)]
struct DiffersText {
    #[serde(rename = "in")]
    what: &'static str,
    earlier: Vec<String>,
    later: Vec<String>,
}

/// A document by its name, with what was read from it.
pub type Named<'a> = (&'a str, &'a Reading);

/// One row a line.
pub fn ndjson(earlier: Named<'_>, later: Named<'_>, comparison: &Comparison) -> String {
    let mut out = String::new();
    for row in &comparison.rows {
        let row = row_text(earlier, later, row);
        out.push_str(&serde_json::to_string(&row).expect("strings and numbers can be written"));
        out.push('\n');
    }
    out
}

/// All rows as one JSON array.
pub fn json(earlier: Named<'_>, later: Named<'_>, comparison: &Comparison) -> String {
    let rows: Vec<RowText<'_>> =
        comparison.rows.iter().map(|row| row_text(earlier, later, row)).collect();
    let mut out = serde_json::to_string_pretty(&rows).expect("strings and numbers can be written");
    out.push('\n');
    out
}

/// For reading: how many of each, then each with both passages and what differs.
pub fn table(earlier: Named<'_>, later: Named<'_>, comparison: &Comparison) -> String {
    let count = |sequel: Sequel| format!("{} {}", comparison.count(sequel), in_words(sequel));
    let mut lines = vec![Sequel::ALL.map(count).join(", ")];
    for row in &comparison.rows {
        let row = row_text(earlier, later, row);
        let words = |side: &Option<SideText<'_>>| {
            let text = side.as_ref().map_or("–", |side| side.text.as_str());
            on_one_line(text)
        };
        let sequel = Sequel::find(row.sequel).map_or(row.sequel, in_words).to_uppercase();
        lines.push(format!("\n{sequel}"));
        lines.push(format!("  earlier: {}", words(&row.earlier)));
        lines.push(format!("  later:   {}", words(&row.later)));
        if !row.common.is_empty() {
            lines.push(format!("  shares:  {}", row.common.join(", ")));
        }
        for differs in &row.differs {
            let said = |words: &[String]| {
                if words.is_empty() { "–".to_owned() } else { words.join(", ") }
            };
            let (earlier, later) = (said(&differs.earlier), said(&differs.later));
            lines.push(format!("  differs: {}: {earlier} | {later}", differs.what));
        }
    }
    lines.push(String::new());
    lines.join("\n")
}

const fn in_words(sequel: Sequel) -> &'static str {
    match sequel {
        Sequel::CarriedOver => "carried over",
        Sequel::Changed => "changed",
        Sequel::Done => "reported as done",
        Sequel::New => "new",
        Sequel::Gone => "gone",
    }
}

fn row_text<'a>(earlier: Named<'a>, later: Named<'a>, row: &'a Row) -> RowText<'a> {
    RowText {
        sequel: row.sequel.code(),
        earlier: row.pair.earlier.map(|place| side_text(earlier, place)),
        later: row.pair.later.map(|place| side_text(later, place)),
        share: row.share,
        common: &row.common,
        differs: row.differs.iter().map(differs_text).collect(),
    }
}

fn side_text((document, reading): Named<'_>, place: FindingPlace) -> SideText<'_> {
    let FindingPlace { start, end, kind } = place;
    let text = reading.text.chars().skip(start).take(end.saturating_sub(start)).collect();
    SideText { document, kind: kind.code(), start, end, text }
}

fn differs_text(differs: &Differs) -> DiffersText {
    let one = |said: &Option<String>| said.iter().cloned().collect();
    let (earlier, later): (Vec<String>, Vec<String>) = match differs {
        Differs::In(contrast) => (contrast.one.clone(), contrast.other.clone()),
        Differs::Who { earlier, later } | Differs::Due { earlier, later } => {
            (one(earlier), one(later))
        }
        Differs::Words { gone, added } => (gone.clone(), added.clone()),
        Differs::Order => (Vec::new(), Vec::new()),
        Differs::Languages { earlier, later } => {
            (vec![earlier.tag().to_owned()], vec![later.tag().to_owned()])
        }
    };
    DiffersText { what: differs.code(), earlier, later }
}
