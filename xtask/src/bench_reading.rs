//! Measures the reader against labelled documents: precision, recall and F1 for each kind and
//! language, on the documents the rules were learned from and on those held back; who and when; how
//! much of the kinds that nobody labelled; the same on the sentences of our own; and its speed.
//!
//! Documents are parted by where they come from, so that two pieces of one source never stand on
//! both sides: within each language every sixth source, in the order of the first document name,
//! is held back. It was every third until half of those were looked at and became documents to
//! learn from.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::path::Path;

use anyhow::Context as _;
use servanda_reading::{Kind, Language, Reading};

/// Every sixth source is held back.
const HELD_BACK_EVERY: usize = 6;
/// A finding speaks for a labelled unit if it covers at least half of it.
const OVERLAP_MIN: f64 = 0.5;
/// The seed documents are read this often to measure speed.
const SPEED_ROUNDS: usize = 100;

const KINDS: [&str; 3] = ["undertaking", "recommendation", "result"];

#[derive(Debug)]
struct Unit {
    document: String,
    language: String,
    start: usize,
    end: usize,
    text: String,
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

/// What is printed.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Part {
    /// Everything that is measured.
    All,
    /// The documents held back.
    HeldBack,
    /// The units of the documents learned from that are told wrongly, and nothing held back.
    Mistakes,
    /// How often each rule tells a unit of those documents rightly and wrongly.
    ByRule,
}

/// Measures the rule files of a folder instead of those built in, so that rules can be tried without
/// building anything.
pub(crate) fn use_rules(folder: &Path) -> anyhow::Result<()> {
    let mut found = false;
    for language in Language::ALL {
        let path = folder.join(language.tag()).with_extension("toml");
        if path.exists() {
            found = true;
            let text = std::fs::read_to_string(&path)?;
            let used = servanda_reading::use_rules(language, &text);
            used.with_context(|| path.display().to_string())?;
        }
    }
    anyhow::ensure!(found, "{}: there is no rule file in it", folder.display());
    Ok(())
}

/// Reads the labelled documents under `corpus` and the sentences of our own, and prints the figures.
///
/// The corpus beside the project has a folder `dev` with a list of sources, some of which are held
/// back. Of any other folder everything is measured that is labelled in it.
pub(crate) fn run(corpus: &Path, own: &Path, part: Part) -> anyhow::Result<()> {
    let dev = corpus.join("dev");
    let sources = dev.join("sources.tsv");
    let (folder, held_back) = if sources.exists() {
        (dev, held_back(&sources)?)
    } else {
        (corpus.into(), BTreeSet::new())
    };
    let units = labelled(&folder)?;
    if units.is_empty() {
        say(&format!("skipped: no unit is labelled under {}\n", folder.display()));
        return Ok(());
    }
    // Before anything else is read: files are read in processes whose memory is fresh, and among
    // the pieces that other readings have left a reading takes a fifth longer.
    if sources.exists() && matches!(part, Part::All | Part::HeldBack) {
        speed(corpus)?;
    }
    let mut readings: BTreeMap<String, Reading> = BTreeMap::new();
    for unit in &units {
        if !readings.contains_key(&unit.document) {
            let path = folder.join(&unit.document);
            let bytes = std::fs::read(&path).with_context(|| path.display().to_string())?;
            readings.insert(unit.document.clone(), servanda_reading::read(&bytes, &unit.document)?);
        }
    }
    let (back, learned): (Vec<&Unit>, Vec<&Unit>) =
        units.iter().partition(|unit| held_back.contains(&unit.document));
    if part == Part::Mistakes {
        mistakes(&learned, &readings);
        return Ok(());
    }
    if part == Part::ByRule {
        by_rule(&learned, &readings);
        return Ok(());
    }
    if !sources.exists() {
        report("labelled", &learned, &readings);
        unlabelled("labelled", &learned, &readings);
        return Ok(());
    }
    if part == Part::All {
        report("learned from", &learned, &readings);
        for (name, unseen) in [("our own, learned from", false), ("our own, unseen", true)] {
            let (units, readings) = own_documents(own, unseen)?;
            report(name, &units.iter().collect::<Vec<_>>(), &readings);
        }
    }
    report("held back", &back, &readings);
    unlabelled("held back", &back, &readings);
    Ok(())
}

/// The labelled units of a folder: of `labels.jsonl` or, if there is none, of all label files in it
/// and its folders. Documents are named from the folder.
fn labelled(folder: &Path) -> anyhow::Result<Vec<Unit>> {
    let gathered = folder.join("labels.jsonl");
    let mut folders = if gathered.exists() { Vec::new() } else { vec![folder.to_owned()] };
    let mut files = if gathered.exists() { vec![gathered] } else { Vec::new() };
    while let Some(next) = folders.pop() {
        for entry in std::fs::read_dir(&next).with_context(|| next.display().to_string())? {
            let path = entry?.path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|end| end == "jsonl") {
                files.push(path);
            }
        }
    }
    files.sort();
    let mut all = Vec::new();
    for file in &files {
        let mut found = units(file).with_context(|| file.display().to_string())?;
        for unit in &mut found {
            // A label file may stand beside its documents in a folder of a folder.
            let name = Path::new(&unit.document).file_name().unwrap_or_default().to_owned();
            let beside = file.with_file_name(name);
            if !folder.join(&unit.document).exists()
                && let Ok(inside) = beside.strip_prefix(folder)
            {
                unit.document = inside.display().to_string();
            }
        }
        all.append(&mut found);
    }
    Ok(all)
}

/// Reads the sentences of our own: `fixtures/reading/README.md` says how they are written.
fn own_documents(
    folder: &Path,
    unseen: bool,
) -> anyhow::Result<(Vec<Unit>, BTreeMap<String, Reading>)> {
    let (mut units, mut readings) = (Vec::new(), BTreeMap::new());
    for language in ["en", "fr", "es"] {
        let name = if unseen { format!("unseen-{language}") } else { language.to_owned() };
        let path = folder.join(format!("{name}.tsv"));
        let file = std::fs::read_to_string(&path).with_context(|| path.display().to_string())?;
        let (mut document, mut text, mut in_list) = (String::new(), String::new(), false);
        for line in file.lines().filter(|line| !line.is_empty()) {
            if let Some(title) = line.strip_prefix("= ") {
                finish(&document, &text, &mut readings)?;
                // Two documents may have one title.
                document = format!("{name}/{} {title}", readings.len());
                text.clear();
                continue;
            }
            let mut fields = line.split('\t');
            let label = fields.next().unwrap_or_default();
            let actor = fields.next().unwrap_or_default().to_owned();
            let unit = fields.next().context("a unit has a text")?;
            let due = fields.next().unwrap_or_default().to_owned();
            let item = unit.starts_with("- ");
            if !text.is_empty() {
                text.push_str(if item && in_list { "\n" } else { "\n\n" });
            }
            in_list = item;
            let start = text.chars().count();
            text.push_str(unit);
            units.push(Unit {
                document: document.clone(),
                language: language.to_owned(),
                start,
                end: text.chars().count(),
                text: unit.to_owned(),
                labels: vec![of_letter(label).to_owned()],
                due,
                actor,
            });
        }
        finish(&document, &text, &mut readings)?;
    }
    Ok((units, readings))
}

fn finish(
    document: &str,
    text: &str,
    readings: &mut BTreeMap<String, Reading>,
) -> anyhow::Result<()> {
    if !text.is_empty() {
        readings.insert(document.to_owned(), servanda_reading::read(text.as_bytes(), "a.txt")?);
    }
    Ok(())
}

fn of_letter(label: &str) -> &'static str {
    match label {
        "U" => "undertaking",
        "R" => "recommendation",
        "D" => "result",
        _ => "other",
    }
}

/// The word of the kind for the word of a label.
fn of_word(label: &str) -> &str {
    if label == "done" { "result" } else { label }
}

/// Prints the units that are told wrongly, with the rule that told them.
fn mistakes(units: &[&Unit], readings: &BTreeMap<String, Reading>) {
    for unit in units {
        let Some(reading) = readings.get(&unit.document) else { continue };
        let said = said(unit, reading);
        if unit.labels.iter().any(|label| label == said) {
            late(unit, reading);
            continue;
        }
        let rule = rule_of(unit, reading, said).unwrap_or("no rule");
        say(&format!(
            "{}: {said} ({rule}), not {}: {}\n",
            unit.document,
            unit.labels.join(" or "),
            unit.text
        ));
    }
}

/// The rule by which a unit is told to be what it is said to be.
fn rule_of<'r>(unit: &Unit, reading: &'r Reading, said: &str) -> Option<&'r str> {
    let mut found = reading.findings.iter();
    let found =
        found.find(|f| f.kind.name() == said && f.start < unit.end && unit.start < f.end)?;
    Some(&found.rule)
}

/// Prints for each rule that tells a unit wrongly how many it tells rightly and wrongly, and in how
/// many documents: a rule that is right in one document only has learned that document.
fn by_rule(units: &[&Unit], readings: &BTreeMap<String, Reading>) {
    let mut told: BTreeMap<&str, [Vec<&str>; 2]> = BTreeMap::new();
    for unit in units {
        let Some(reading) = readings.get(&unit.document) else { continue };
        let said = said(unit, reading);
        let wrong = !unit.labels.iter().any(|label| label == said);
        if let Some(rule) = rule_of(unit, reading, said) {
            let [right, wrongly] = told.entry(rule).or_default();
            if wrong { wrongly } else { right }.push(&unit.document);
        }
    }
    let mut told: Vec<_> = told.into_iter().filter(|(_, [_, wrong])| !wrong.is_empty()).collect();
    told.sort_by_key(|(_, [_, wrong])| std::cmp::Reverse(wrong.len()));
    for (rule, [right, wrong]) in told {
        let documents = |all: &[&str]| all.iter().collect::<BTreeSet<_>>().len();
        say(&format!(
            "{rule:<36} right {:>4} in {:>3} documents, wrong {:>4} in {:>3}\n",
            right.len(),
            documents(&right),
            wrong.len(),
            documents(&wrong)
        ));
    }
}

/// Prints the due date of an undertaking that is told rightly, where it is not the one labelled.
fn late(unit: &Unit, reading: &Reading) {
    let (mut due, mut who) = (Tally::default(), Tally::default());
    parts(unit, reading, &mut due, &mut who);
    if due.right < due.wanted.max(due.found) {
        let found = undertaking(unit, reading).and_then(|f| f.due.as_ref());
        let found = found.map_or("none", |due| due.words.as_str());
        say(&format!("{}: due {found}, not {}: {}\n", unit.document, unit.due, unit.text));
    }
}

/// The undertaking that the reader found in the middle of a unit.
fn undertaking<'r>(unit: &Unit, reading: &'r Reading) -> Option<&'r servanda_reading::Finding> {
    let middle = usize::midpoint(unit.start, unit.end);
    let mut found = reading.findings.iter();
    found.find(|f| f.kind == Kind::Undertaking && f.start <= middle && middle < f.end)
}

/// Prints how many findings there are of the kinds that nobody labelled.
fn unlabelled(part: &str, units: &[&Unit], readings: &BTreeMap<String, Reading>) {
    let documents: BTreeSet<(&str, &str)> =
        units.iter().map(|u| (u.document.as_str(), u.language.as_str())).collect();
    let mut counts: BTreeMap<(&str, &str), usize> = BTreeMap::new();
    for (document, language) in documents {
        let findings = readings.get(document).map(|reading| reading.findings.as_slice());
        for finding in findings.unwrap_or_default() {
            if !KINDS.contains(&finding.kind.name()) {
                *counts.entry((finding.kind.name(), language)).or_default() += 1;
            }
        }
    }
    let mut out = format!("{part}, found of kinds without labels\n");
    for ((kind, language), count) in counts {
        writeln!(out, "  {kind:<15} {language:<4} {count}").unwrap_or_default();
    }
    say(&out);
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
                Some(label) => vec![of_word(label).to_owned()],
                None => readers
                    .and_then(|v| v.as_array())
                    .map(|all| {
                        all.iter()
                            .filter_map(|v| v.as_str().map(|v| of_word(v).to_owned()))
                            .collect()
                    })
                    .unwrap_or_default(),
            };
            Ok(Unit {
                document: word("document"),
                language: word("language"),
                start: position("start").context("start")?,
                end: position("end").context("end")?,
                text: word("text"),
                labels,
                due: word("due"),
                actor: word("actor"),
            })
        })
        .collect()
}

/// The documents held back: every sixth source of each language.
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
    let mut dues: BTreeMap<String, Tally> = BTreeMap::new();
    let mut whos: BTreeMap<String, Tally> = BTreeMap::new();
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
            for language in [unit.language.clone(), "all".to_owned()] {
                let due = dues.entry(language.clone()).or_default();
                parts(unit, reading, due, whos.entry(language).or_default());
            }
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
    for (language, due) in dues {
        writeln!(
            out,
            "  due date        {language:<4} precision {:.3}  recall {:.3}             ({} right, {} found, {} wanted)",
            due.precision(),
            due.recall(),
            due.right,
            due.found,
            due.wanted
        )
        .unwrap_or_default();
    }
    for (language, who) in whos.into_iter().filter(|(_, who)| who.wanted > 0) {
        writeln!(
            out,
            "  who             {language:<4} recall {:.3}   ({} right, {} wanted; right if a word is common)",
            who.recall(),
            who.right,
            who.wanted
        )
        .unwrap_or_default();
    }
    say(&out);
}

/// Compares who and due of the undertaking the reader found with the label.
fn parts(unit: &Unit, reading: &Reading, due: &mut Tally, who: &mut Tally) {
    let Some(found) = undertaking(unit, reading) else { return };
    let words = found.due.as_ref().map(|due| due.words.to_lowercase()).unwrap_or_default();
    let label = unit.due.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase();
    due.wanted += usize::from(!label.is_empty());
    due.found += usize::from(!words.is_empty());
    let same = !words.is_empty()
        && !label.is_empty()
        && (words.contains(&label) || label.contains(&words));
    due.right += usize::from(same);
    if !unit.actor.is_empty() && !unit.actor.starts_with("implied") {
        let named = found.who.clone().unwrap_or_default().to_lowercase();
        who.wanted += 1;
        // Names of three letters count as the names of bodies that they are: "GSA".
        let tells = |word: &&str| {
            word.len() > 3
                || word.eq_ignore_ascii_case("we")
                || word.len() > 1 && word.chars().all(char::is_uppercase)
        };
        let common = unit
            .actor
            .split(|c: char| !c.is_alphanumeric())
            .filter(tells)
            .any(|word| named.contains(&word.to_lowercase()));
        who.right += usize::from(common);
        who.found += 1;
    }
}

/// Reads the seed documents again and again and prints how fast that goes: by the time the thread
/// spends on a core, where the machine tells, so that other programs do not count.
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
    // The first reading also reads the rules.
    let findings = servanda_reading::read(&all, "seeds.txt")?.findings.len();
    let on_core = seconds_on_core();
    let mut rounds = Vec::with_capacity(SPEED_ROUNDS);
    for _ in 0..SPEED_ROUNDS {
        let begin = std::time::Instant::now();
        servanda_reading::read(&all, "seeds.txt")?;
        rounds.push(begin.elapsed().as_secs_f64());
    }
    let by_the_clock = rounds.iter().sum();
    let on_core = on_core.zip(seconds_on_core()).map_or(by_the_clock, |(from, to)| to - from);
    rounds.sort_by(f64::total_cmp);
    // Other programs slow some rounds down and hasten none: the median says more than the mean.
    let of = |place: usize| rounds.get(place).copied().unwrap_or(by_the_clock);
    let megabytes = |rounds: usize| ratio(all.len() * rounds, 1_000_000);
    say(&format!(
        "speed: {:.1} MB/s in the median of {SPEED_ROUNDS} rounds, {:.1} in the best, {:.1} of a core \
         over all of them ({} bytes, {findings} findings)\n",
        megabytes(1) / of(SPEED_ROUNDS / 2),
        megabytes(1) / of(0),
        megabytes(SPEED_ROUNDS) / on_core,
        all.len()
    ));
    Ok(())
}

/// How long this thread has been on a core, where Linux tells.
fn seconds_on_core() -> Option<f64> {
    let told = std::fs::read_to_string("/proc/thread-self/schedstat").ok()?;
    let nanoseconds: f64 = told.split_whitespace().next()?.parse().ok()?;
    Some(nanoseconds / 1e9)
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
