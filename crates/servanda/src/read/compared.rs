//! `servanda read --compare`: two documents of successive years side by side.

use std::io::IsTerminal;
use std::path::PathBuf;

use servanda_model::succession::{STATEMENTS_MAX, compare};
use servanda_reading::output::succession;

use super::Reader;
use super::out::put;
use crate::command::Format;
use crate::outcome::{Done, Ended, say_aside};
use crate::reader::reading_of;

/// Compares two documents, the earlier one first.
pub(super) fn run(reader: &Reader<'_>, files: &[PathBuf], mut refused: Vec<String>) -> Done {
    let [earlier, later] = files else {
        let count = files.len();
        refused.push(format!("--compare takes two documents, the earlier one first; not {count}"));
        return Err(Ended::many(refused));
    };
    let is_terminal = std::io::stdout().is_terminal();
    let usual = if is_terminal { Format::Table } else { Format::Ndjson };
    let format = reader.asked.format.unwrap_or(usual);
    let mut readings = Vec::new();
    for path in [earlier, later] {
        match reader.read(path) {
            Ok(reading) => {
                for problem in &reading.problems {
                    say_aside(format!("{}: {problem}", path.display()));
                }
                readings.push((path.display().to_string(), reading_of(&reading)));
            }
            Err(why) => refused.push(why),
        }
    }
    let [(earlier, before), (later, after)] = readings.as_slice() else {
        return Err(Ended::many(refused));
    };
    let comparison = compare(before, after, &[], &servanda_search::concepts);
    let (earlier, later) = ((earlier.as_str(), before), (later.as_str(), after));
    let write = match format {
        Format::Table => succession::table,
        Format::Json => succession::json,
        Format::Ndjson => succession::ndjson,
        Format::Html => {
            return Err(Ended::refused("--compare writes no HTML")
                .hint("use --format table, json or ndjson"));
        }
    };
    put(&write(earlier, later, &comparison))?;
    if comparison.left_out > 0 {
        refused.push(format!("only the first {STATEMENTS_MAX} statements of each are compared"));
    }
    if refused.is_empty() { Ok(()) } else { Err(Ended::many(refused)) }
}
