//! Measures the reader against labelled documents: precision, recall and F1 for each kind and
//! language, on the documents the rules were written with and on those held back; and its speed.
//!
//! Documents are parted by where they come from, so that two pieces of one source never stand on
//! both sides: within each language every third source, in the order of the first document name,
//! is held back.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::path::Path;

use anyhow::Context as _;
use servanda_reading::{Kind, Reading};

/// Every third source is held back.
const HELD_BACK_EVERY: usize = 3;
/// A finding speaks for a labelled unit if it covers at least half of it.
const OVERLAP_MIN: f64 = 0.5;
/// The seed documents are read this often to measure speed.
const SPEED_ROUNDS: usize = 40;

const KINDS: [&str; 3] = ["undertaking", "recommendation", "result"];

#[derive(Debug)]
struct Unit {
    document: String,
    language: String,
    start: usize,
    end: usize,
    /// What readers said; more than one where they disagreed, and then either is right.
    labels: Vec<String>,
    due: String,
    actor: String,
}

#[derive(Default, Clone, Copy)]
struct Tally {
    right: usize,
    found: usize,
    wanted: usize,
}

impl Tally {
    fn precision(self) -> f64 {
        ratio(self.right, self.found)
    }
    fn recall(self) -> f64 {
        ratio(self.right, self.wanted)
    }
    fn f1(self) -> f64 {
        let (p, r) = (self.precision(), self.recall());
        if p + r > 0.0 { 2.0 * p * r / (p + r) } else { 0.0 }
    }
}

/// Reads the labelled documents under `corpus` and prints the figures.
pub(crate) fn run(corpus: &Path, held_back_only: bool) -> anyhow::Result<()> {
    let folder = corpus.join("dev");
    let labels = folder.join("labels.jsonl");
    if !labels.exists() {
        say(&format!("skipped: there is no {}\n", labels.display()));
        return Ok(());
    }
    let units = units(&labels)?;
    let held_back = held_back(&folder.join("sources.tsv"))?;
    let mut readings: BTreeMap<String, Reading> = BTreeMap::new();
    for unit in &units {
        if !readings.contains_key(&unit.document) {
            let path = folder.join(&unit.document);
            let bytes = std::fs::read(&path).with_context(|| path.display().to_string())?;
            readings.insert(unit.document.clone(), servanda_reading::read(&bytes, &unit.document)?);
        }
    }
    if !held_back_only {
        let part: Vec<&Unit> = units.iter().filter(|u| !held_back.contains(&u.document)).collect();
        report("learning", &part, &readings);
    }
    let part: Vec<&Unit> = units.iter().filter(|u| held_back.contains(&u.document)).collect();
    report("held back", &part, &readings);
    speed(corpus)
}

/// Reads the labelled units.
fn units(path: &Path) -> anyhow::Result<Vec<Unit>> {
    let text = std::fs::read_to_string(path).with_context(|| path.display().to_string())?;
    text.lines()
        .map(|line| {
            let value: serde_json::Value = serde_json::from_str(line)?;
            let word = |name: &str| {
                value.get(name).and_then(|v| v.as_str()).unwrap_or_default().to_owned()
            };
            let position = |name: &str| {
                value
                    .get(name)
                    .and_then(serde_json::Value::as_u64)
                    .and_then(|n| usize::try_from(n).ok())
            };
            let readers = value.get("readers").or_else(|| value.get("labels"));
            let labels = match value.get("label").and_then(|v| v.as_str()) {
                Some(label) => vec![label.to_owned()],
                None => readers
                    .and_then(|v| v.as_array())
                    .map(|all| all.iter().filter_map(|v| v.as_str().map(str::to_owned)).collect())
                    .unwrap_or_default(),
            };
            Ok(Unit {
                document: word("document"),
                language: word("language"),
                start: position("start").context("start")?,
                end: position("end").context("end")?,
                labels,
                due: word("due"),
                actor: word("actor"),
            })
        })
        .collect()
}

/// The documents held back: every third source of each language.
fn held_back(path: &Path) -> anyhow::Result<BTreeSet<String>> {
    let text = std::fs::read_to_string(path).with_context(|| path.display().to_string())?;
    let mut sources: BTreeMap<(String, String), BTreeSet<String>> = BTreeMap::new();
    for line in text.lines().skip(1) {
        let fields: Vec<&str> = line.split('\t').collect();
        if let [document, language, _, _, _, address, ..] = fields.as_slice() {
            sources
                .entry(((*language).to_owned(), (*address).to_owned()))
                .or_default()
                .insert((*document).to_owned());
        }
    }
    let mut ordered: BTreeMap<String, BTreeMap<String, BTreeSet<String>>> = BTreeMap::new();
    for ((language, _), documents) in sources {
        if let Some(first) = documents.first().cloned() {
            ordered.entry(language).or_default().insert(first, documents);
        }
    }
    Ok(ordered
        .into_values()
        .flat_map(|sources| {
            sources.into_values().enumerate().filter_map(|(number, documents)| {
                (number % HELD_BACK_EVERY == HELD_BACK_EVERY - 1).then_some(documents)
            })
        })
        .flatten()
        .collect())
}

/// What the reader says of a unit: the strongest kind among findings that cover half of it.
fn said(unit: &Unit, reading: &Reading) -> &'static str {
    let mut strongest = "other";
    for kind in [Kind::Result, Kind::Recommendation, Kind::Undertaking] {
        let covers = reading.findings.iter().filter(|f| f.kind == kind).any(|f| {
            let also = f.also.iter().cloned();
            std::iter::once(f.start..f.end).chain(also).any(|range| {
                let common = range.end.min(unit.end).saturating_sub(range.start.max(unit.start));
                ratio(common, unit.end - unit.start) >= OVERLAP_MIN
            })
        });
        if covers {
            strongest = kind.name();
        }
    }
    strongest
}

fn report(part: &str, units: &[&Unit], readings: &BTreeMap<String, Reading>) {
    let mut tallies: BTreeMap<(&str, String), Tally> = BTreeMap::new();
    let mut due = Tally::default();
    let mut who = Tally::default();
    let mut agree = 0;
    for unit in units {
        let Some(reading) = readings.get(&unit.document) else { continue };
        let said = said(unit, reading);
        // Where readers disagreed, either label is right; the unit then counts as what was said.
        let wanted = if unit.labels.iter().any(|l| l == said) {
            said
        } else {
            unit.labels.first().map_or("other", String::as_str)
        };
        agree += usize::from(wanted == said);
        for kind in KINDS {
            for language in [unit.language.clone(), "all".to_owned()] {
                let tally = tallies.entry((kind, language)).or_default();
                tally.found += usize::from(said == kind);
                tally.wanted += usize::from(wanted == kind);
                tally.right += usize::from(said == kind && wanted == kind);
            }
        }
        if wanted == "undertaking" && said == "undertaking" {
            parts(unit, reading, &mut due, &mut who);
        }
    }
    let mut out = format!(
        "{part}: {} units of {} documents, {:.1} % told right\n",
        units.len(),
        units.iter().map(|u| &u.document).collect::<BTreeSet<_>>().len(),
        100.0 * ratio(agree, units.len())
    );
    for ((kind, language), tally) in tallies {
        writeln!(
            out,
            "  {kind:<15} {language:<4} precision {:.3}  recall {:.3}  F1 {:.3}   ({} right, {} found, {} wanted)",
            tally.precision(), tally.recall(), tally.f1(), tally.right, tally.found, tally.wanted
        )
        .unwrap_or_default();
    }
    writeln!(
        out,
        "  due date        all  precision {:.3}  recall {:.3}             ({} right, {} found, {} wanted)",
        due.precision(),
        due.recall(),
        due.right,
        due.found,
        due.wanted
    )
    .unwrap_or_default();
    writeln!(
        out,
        "  who             all  recall {:.3}                              ({} wanted; right if a word is common)",
        who.recall(),
        who.wanted
    )
    .unwrap_or_default();
    say(&out);
}

/// Compares who and due of the undertaking the reader found with the label.
fn parts(unit: &Unit, reading: &Reading, due: &mut Tally, who: &mut Tally) {
    let middle = usize::midpoint(unit.start, unit.end);
    let Some(found) = reading
        .findings
        .iter()
        .find(|f| f.kind == Kind::Undertaking && f.start <= middle && middle < f.end)
    else {
        return;
    };
    let words = found.due.as_ref().map(|due| due.words.to_lowercase()).unwrap_or_default();
    let label = unit.due.to_lowercase();
    due.wanted += usize::from(!label.is_empty());
    due.found += usize::from(!words.is_empty());
    let same = !words.is_empty()
        && !label.is_empty()
        && (words.contains(&label) || label.contains(&words));
    due.right += usize::from(same);
    if !unit.actor.is_empty() && !unit.actor.starts_with("implied") {
        let named = found.who.clone().unwrap_or_default().to_lowercase();
        who.wanted += 1;
        let common = unit
            .actor
            .to_lowercase()
            .split(|c: char| !c.is_alphanumeric())
            .any(|word| (word.len() > 3 || word == "we") && named.contains(word));
        who.right += usize::from(common);
        who.found += 1;
    }
}

/// Reads the seed documents again and again and prints how fast that goes.
#[expect(clippy::disallowed_methods, reason = "a benchmark measures time")]
fn speed(corpus: &Path) -> anyhow::Result<()> {
    let folder = corpus.join("seeds");
    let mut all = Vec::new();
    let mut names: Vec<_> = std::fs::read_dir(&folder)?.collect::<Result<_, _>>()?;
    names.sort_by_key(std::fs::DirEntry::file_name);
    for entry in names {
        all.extend(std::fs::read(entry.path())?);
        all.extend(b"\n\n");
    }
    let begin = std::time::Instant::now();
    let mut findings = 0;
    for _ in 0..SPEED_ROUNDS {
        findings = servanda_reading::read(&all, "seeds.txt")?.findings.len();
    }
    let seconds = begin.elapsed().as_secs_f64();
    let megabytes = ratio(all.len() * SPEED_ROUNDS, 1_000_000);
    say(&format!(
        "speed: {:.1} MB/s ({} bytes, {findings} findings, one core)\n",
        megabytes / seconds,
        all.len()
    ));
    Ok(())
}

fn ratio(part: usize, whole: usize) -> f64 {
    let part = u32::try_from(part).unwrap_or(u32::MAX);
    let whole = u32::try_from(whole).unwrap_or(u32::MAX);
    if whole == 0 { 0.0 } else { f64::from(part) / f64::from(whole) }
}

#[expect(clippy::print_stdout, reason = "the figures are what the command is for")]
fn say(text: &str) {
    print!("{text}");
}
