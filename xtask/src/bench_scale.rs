//! What the register costs as it grows: a generated partnership of a thousand to a million
//! commitments, stated through the same action as any data set, then served.
//!
//! Everything is drawn from one seed: two runs make the same records.

use std::collections::BTreeMap;
use std::path::Path;

use anyhow::{Context, Result};
use servanda_actions::dataset::{DataSet, Described, Place, record_id};
use servanda_actions::{By, OPERATOR, Office, load};
use servanda_model::record as model;
use servanda_model::{Facts, Language, Lens, Multilingual, Record, RecordId, Role, When};
use tempfile::TempDir;

use crate::bench::{Server, mega, milliseconds, now, say};

/// Sizes that are measured unless others are named.
const SIZES: [usize; 4] = [1_000, 10_000, 100_000, 1_000_000];
const BODIES: usize = 12;
const PILLARS: usize = 10;
const NAMESPACE: &str = "5ca1e5ca1e5ca1e5ca1e5ca1e5ca1e5c";
const PARTNERSHIP: &str = "scale";
const ORIGIN: &str = "bench.example/scale/registrar";
/// Records stated at once: seven parts each, within what one batch may hold.
const AT_ONCE: usize = 8_000;
/// Times each page is asked for.
const ROUNDS: usize = 200;

/// Measures every size in a folder of its own.
pub(crate) fn run(program: &Path, sizes: &[usize]) -> Result<()> {
    let sizes = if sizes.is_empty() { &SIZES } else { sizes };
    say("| commitments | load | ground | register | search index | ready | memory | pages |");
    say("| --- | --- | --- | --- | --- | --- | --- | --- |");
    for size in sizes {
        measure(program, *size)?;
    }
    Ok(())
}

fn measure(program: &Path, size: usize) -> Result<()> {
    let folder = TempDir::new()?;
    let started = now();
    state_all(folder.path(), size)?;
    let loaded = started.elapsed();
    let started = now();
    let server = Server::start(program, folder.path())?;
    server.get("/en/scale/commitments")?;
    let ready = started.elapsed();
    let mut figures = Vec::new();
    for (name, paths) in pages(&server)? {
        let (p50, p99) = server.time(&paths, ROUNDS)?;
        figures.push(format!("{name} {p50:.2}/{p99:.2}"));
    }
    let derived = folder.path().join("derived");
    say(&format!(
        "| {size} | {:.1} s | {:.0} MB | {:.0} MB | {:.0} MB | {} | {:.0} MB | {} |",
        loaded.as_secs_f64(),
        mega(bytes_of(&folder.path().join("ground.db"))?),
        mega(bytes_of(&derived.join("register.db"))?),
        mega(bytes_of(&derived.join("search"))?),
        milliseconds(ready),
        server.resident_megabytes()?,
        figures.join("; ")
    ));
    Ok(())
}

/// The pages that are asked for: lists with several filters, deep pages, records.
fn pages(server: &Server) -> Result<Vec<(&'static str, Vec<String>)>> {
    let list = "/en/scale/commitments";
    let id = |number: usize| record_id(NAMESPACE, &format!("commitment/c{number}"));
    let body = |number: usize| record_id(NAMESPACE, &format!("body/b{number}"));
    let some = |count: usize, path: &dyn Fn(usize) -> String| (0..count).map(path).collect();
    let found = server.get(list)?;
    anyhow::ensure!(found.contains("Commitments"), "the list is not there");
    Ok(vec![
        ("list", vec![list.to_owned()]),
        ("filter", some(BODIES, &|n| format!("{list}?body={}&lens=youth", body(n)))),
        ("year", some(20, &|n| format!("{list}?year={}&due=ahead", 2005 + n))),
        ("deep", some(20, &|n| format!("{list}?page={}", n + 2))),
        ("record", some(50, &|n| format!("{list}/{}", id(n * 7)))),
        ("body", some(BODIES, &|n| format!("/en/scale/bodies/{}", body(n)))),
        ("home", vec!["/en/scale".to_owned()]),
        (
            "search",
            ["waterschool7", "forestlaw12 pactmine3", "\"youth mine\"", "portfir"]
                .map(search)
                .to_vec(),
        ),
    ])
}

fn search(words: &str) -> String {
    format!("/en/search?q={}", words.replace(' ', "+").replace('"', "%22"))
}

fn state_all(folder: &Path, size: usize) -> Result<()> {
    let office = Office::open(folder)?;
    let mut draw = Draw(42);
    let mut frame = frame();
    let mut next = 0;
    let mut day = 1_600_000_000;
    while next < size || !frame.is_empty() {
        let mut records = std::mem::take(&mut frame);
        while records.len() < AT_ONCE && next < size {
            records.push(commitment(next, &mut draw)?);
            next += 1;
        }
        let set = DataSet {
            partnership: PARTNERSHIP.to_owned(),
            records: records.into_iter().map(described).collect(),
            documents: Vec::new(),
        };
        let mut salts = Draw(u64::from(u32::try_from(next)?));
        let mut chance = || salts.bytes();
        day += 86_400;
        let mut by = By { account: OPERATOR, at: day, chance: &mut chance };
        load(&office, ORIGIN, &set, &[], &mut by)
            .map_err(|not_done| anyhow::anyhow!("{not_done:?}"))?;
    }
    Ok(())
}

fn described((name, record): (String, Record)) -> Described {
    Described { record, place: Place { file: "generated".to_owned(), line: 1, name } }
}

type Named = (String, Record);

fn named(name: String, facts: Facts, texts: BTreeMap<Role, Multilingual>) -> Named {
    let record = Record { id: record_id(NAMESPACE, &name), texts, facts, sources: Vec::new() };
    (name, record)
}

fn id(name: &str) -> RecordId {
    record_id(NAMESPACE, name)
}

fn said(text: &str) -> Multilingual {
    Language::ALL.into_iter().map(|language| (Some(language), text.to_owned())).collect()
}

/// The partnership around the commitments.
fn frame() -> Vec<Named> {
    let parties = vec![id("party/north"), id("party/south")];
    let since = When::parse("2004").expect("a year");
    let partnership = model::Partnership { parties: parties.clone(), since };
    let one = |role: Role, text: &str| BTreeMap::from([(role, said(text))]);
    let mut all = vec![named(
        "partnership/scale".to_owned(),
        Facts::Partnership(partnership),
        BTreeMap::from([(Role::Name, said("Scale")), (Role::Summary, said("A generated one."))]),
    )];
    for (key, name, code) in [("north", "North", "NO"), ("south", "South", "SO")] {
        let facts = Facts::Party(model::Party { code: code.to_owned() });
        all.push(named(format!("party/{key}"), facts, one(Role::Name, name)));
    }
    for number in 0..BODIES {
        let facts = Facts::Body(model::Body {
            form: model::BodyForm::WorkingGroup,
            parent: None,
            since: None,
            until: None,
            state: model::BodyState::Active,
            continues: Vec::new(),
        });
        let name = format!("Working group {number}");
        all.push(named(format!("body/b{number}"), facts, one(Role::Name, &name)));
    }
    let instrument = Facts::Instrument(model::Instrument {
        form: model::InstrumentForm::ActionPlan,
        date: Some(since),
        period: None,
        parent: None,
        parties,
        continues: Vec::new(),
    });
    all.push(named("instrument/plan".to_owned(), instrument, one(Role::Title, "Action plan")));
    for (number, place) in (1..).zip(0..PILLARS) {
        let facts = Facts::Section(model::Section {
            instrument: id("instrument/plan"),
            number,
            form: model::SectionForm::Pillar,
            course: None,
            continues: Vec::new(),
        });
        let name = format!("Pillar {number}");
        all.push(named(format!("section/s{place}"), facts, one(Role::Title, &name)));
    }
    all
}

const WORDS: [&str; 24] = [
    "pact", "water", "school", "forest", "law", "border", "youth", "mine", "trade", "port", "fire",
    "seed", "visa", "rights", "energy", "health", "culture", "data", "river", "climate", "women",
    "bank", "road", "research",
];

/// One commitment: most belong to a body, half have a due date, a third is seen through a lens.
fn commitment(number: usize, draw: &mut Draw) -> Result<Named> {
    let owed_by = match draw.below(3) {
        0 => vec![id("party/north")],
        1 => vec![id("party/south")],
        _both => vec![id("party/north"), id("party/south")],
    };
    let date = |year: usize, draw: &mut Draw| {
        When::parse(&format!("{year}-{:02}-{:02}", draw.below(12) + 1, draw.below(28) + 1))
            .context("a date")
    };
    let year = 2004 + draw.below(22);
    let made = date(year, draw)?;
    let ahead = draw.below(6) + 1;
    let due = if draw.below(2) == 0 { Some(date(year + ahead, draw)?) } else { None };
    let body = (draw.below(5) > 0).then(|| id(&format!("body/b{}", draw.below(BODIES))));
    let section = (draw.below(5) > 1).then(|| id(&format!("section/s{}", draw.below(PILLARS))));
    let lens = draw.below(15);
    let facts = Facts::Commitment(model::Commitment {
        owed_by,
        due,
        made,
        made_in: Some(id("instrument/plan")),
        body,
        section,
        lenses: Lens::ALL.get(lens).copied().into_iter().collect(),
        course: None,
        continues: Vec::new(),
        answers: Vec::new(),
        concerns: Vec::new(),
    });
    let title = format!("Commitment {number} on {} and {}", draw.word(), draw.word());
    let wording = (0..24).map(|_| draw.word()).collect::<Vec<_>>().join(" ");
    let texts = BTreeMap::from([(Role::Title, said(&title)), (Role::Wording, said(&wording))]);
    Ok(named(format!("commitment/c{number}"), facts, texts))
}

/// Chance that comes out the same every time (splitmix64).
struct Draw(u64);

impl Draw {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    fn below(&mut self, bound: usize) -> usize {
        let bound = u64::try_from(bound).unwrap_or(1).max(1);
        usize::try_from(self.next() % bound).unwrap_or(0)
    }

    /// A word; in a quarter of all cases one of a few that stand everywhere.
    fn word(&mut self) -> String {
        let common = WORDS.get(self.below(WORDS.len())).copied().unwrap_or_default();
        if self.below(4) == 0 {
            return common.to_owned();
        }
        let other = WORDS.get(self.below(WORDS.len())).copied().unwrap_or_default();
        format!("{common}{other}{}", self.below(60))
    }

    fn bytes(&mut self) -> [u8; 32] {
        let mut bytes = [0; 32];
        for eight in bytes.chunks_mut(8) {
            eight.copy_from_slice(&self.next().to_be_bytes());
        }
        bytes
    }
}

fn bytes_of(path: &Path) -> Result<u64> {
    if !path.is_dir() {
        return Ok(std::fs::metadata(path)?.len());
    }
    let mut bytes = 0;
    for entry in std::fs::read_dir(path)? {
        bytes += bytes_of(&entry?.path())?;
    }
    Ok(bytes)
}
