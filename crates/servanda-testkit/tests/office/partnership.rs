//! What the documents say of the Canada–Mexico Partnership, system by system, must be in the data
//! set that ships. The rows are the systems of the partnership; row 15, the Canada Fund for Local
//! Initiatives, is kept elsewhere.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use servanda_actions::DataSet;
use servanda_model::record::Facts;
use servanda_model::{Record, RecordId, When};

/// A row, a record, and what must hold of it: lines that [`Held::lines`] gives, or `mentions` and
/// words that stand in its texts in every language.
type Fact = (u8, &'static str, &'static [&'static str]);

/// A row, a kind, lines that must all hold of a record, and how many records they hold of.
type Count = (u8, &'static str, &'static [&'static str], usize);

/// The partnership: its bodies, meetings, and who takes part in them.
const FORMS: &[Fact] = &[
    (1, "partnership/canada-mexico", &["date 2004", "party party/canada", "party party/mexico"]),
    (1, "instrument/partnership-2004", &["date 2004", "form framework"]),
    (1, "term/t001", &["post post/national-co-chair-canada", "institution institution/gac"]),
    (1, "term/t002", &["post post/national-co-chair-mexico", "institution institution/sre"]),
    (2, "body/energy", &["state dormant"]),
    (2, "post/energy-co-chair-canada", &["body body/energy", "role co-chair"]),
    (2, "post/energy-co-chair-mexico", &["body body/energy", "role co-chair"]),
    (2, "post/agri-business-private-co-chair-canada", &["role private-co-chair"]),
    (2, "post/agri-business-private-co-chair-mexico", &["role private-co-chair"]),
    (2, "post/trade-investment-innovation-private-co-chair-mexico", &["role private-co-chair"]),
    (
        2,
        "body/labour-mobility",
        &[
            "state concluded",
            "rests on document/cmp-annual-report-2016",
            "rests on document/cmp-annual-report-2017",
        ],
    ),
    (3, "body/foreign-policy-group", &["state planned"]),
    (3, "post/foreign-policy-co-chair-canada", &["body body/foreign-policy-group"]),
    (3, "post/foreign-policy-co-chair-mexico", &["body body/foreign-policy-group"]),
    (
        3,
        "commitment/foreign-policy-group",
        &["about body/foreign-policy-group", "made-in meeting/cmp-17"],
    ),
    (4, "meeting/cmp-01", &["number 1", "date 2004-10-25", "host party/canada"]),
    (4, "meeting/cmp-03", &["number 3", "date 2007-03-07", "host party/mexico"]),
    (
        4,
        "meeting/cmp-12",
        &[
            "number 12",
            "date 2016-12-23/2016-12-24",
            "says date 2016-12-23/2016-12-24",
            "says date 2016-11-23/2016-11-24",
            "rests on document/cmp-annual-report-2016",
        ],
    ),
    (4, "meeting/cmp-16", &["number 16", "date 2020-11-26", "mode virtual", "host party/canada"]),
    (4, "meeting/cmp-17", &["number 17", "date 2021-11-25", "mode hybrid", "host party/mexico"]),
    (4, "meeting/mining-2021", &["date 2021-11-23", "parent meeting/cmp-17"]),
    (4, "meeting/agri-business-2022-04", &["date 2022-04-04", "parent meeting/cmp-17"]),
    (4, "meeting/creativity-culture-2021", &["says mode virtual", "says mode hybrid"]),
    (4, "commitment/cmp-18-canada-organizes", &["owed-by party/canada"]),
    (5, "figure/participants-culture-2021", &["value 55", "measure participants"]),
    (5, "figure/participants-environment-2021", &["value 50", "measure participants"]),
    (5, "figure/participants-human-capital-2021", &["value 80", "measure participants"]),
    (5, "figure/participants-mining-workshop-2021", &["value 65", "measure participants"]),
    (5, "figure/participants-trade-2021", &["value 40", "measure participants"]),
    (5, "participation/pt001", &["meeting meeting/forestry-2021", "role co-chair", "number 1"]),
    (5, "institution/jalisco", &["party party/mexico"]),
    (5, "institution/quebec", &["party party/canada"]),
    (6, "section/report-2021-creativity-culture", &["instrument instrument/annual-report-2021"]),
    (6, "section/report-2021-forestry", &["instrument instrument/annual-report-2021"]),
    (6, "section/report-2021-human-capital", &["instrument instrument/annual-report-2021"]),
    (6, "figure/working-groups-met-2021", &["says value 7", "says value 8"]),
    (7, "instrument/annual-report-2021", &["form report", "period 2021"]),
    (10, "post/agri-business-contact-point-mexico-1", &["role contact-point"]),
    (10, "post/agri-business-contact-point-mexico-2", &["role contact-point"]),
    (
        10,
        "commitment/agri-canadian-contact-points",
        &[
            "owed-by party/canada",
            "about post/agri-business-contact-point-canada-1",
            "about post/agri-business-contact-point-canada-2",
        ],
    ),
];

/// Plans, what was undertaken under them, and how it went on.
const PLANS: &[Fact] = &[
    (
        8,
        "instrument/environment-themes-2022",
        &["period 2022", "continues instrument/environment-work-plan-2021"],
    ),
    (8, "instrument/parks-memorandum", &["date 2019-10", "form memorandum"]),
    (8, "instrument/parks-work-plan", &["period 2022/2023", "parent instrument/parks-memorandum"]),
    (8, "instrument/education-action-plan-2022", &["period 2022"]),
    (8, "commitment/education-indicators", &["about instrument/education-action-plan-2022"]),
    (
        8,
        "commitment/education-semi-annual-follow-up",
        &["about instrument/education-action-plan-2022"],
    ),
    (8, "instrument/trade-work-program-2022", &["period 2022"]),
    (
        8,
        "figure/mexican-trade-initiatives-2022",
        &["value 12", "about instrument/trade-work-program-2022"],
    ),
    (9, "section/forestry-wood", &["course concluded"]),
    (9, "section/forestry-carbon", &["course reactivated"]),
    (9, "section/forestry-wildfire", &["course ongoing"]),
    (9, "section/education-exchanges", &["course suspended"]),
    (9, "commitment/plan-wildlife-workshop", &["continues commitment/wildlife-second-workshop"]),
    (
        9,
        "commitment/plan-nature-based-solutions",
        &["continues commitment/forest-nature-based-solutions"],
    ),
    (
        9,
        "commitment/strategic-security-dialogue",
        &["continues commitment/plan-security-mechanisms"],
    ),
    (
        11,
        "instrument/action-plan-2025",
        &[
            "date 2025-09-18",
            "period 2025/2028",
            "parent instrument/strategic-partnership-2025",
            "continues instrument/action-plan-2023",
        ],
    ),
    (11, "section/prosperity", &["continues section/trade-investment"]),
    (
        11,
        "section/mobility-well-being-inclusion",
        &[
            "continues section/reconciliation",
            "continues section/gender-equality",
            "continues section/anti-racism",
            "continues section/youth",
            "continues section/mobility",
            "continues section/health",
        ],
    ),
    (11, "section/security", &["continues section/peace-security"]),
    (11, "section/environment-sustainability", &["continues section/environment-climate"]),
    (11, "commitment/plan-2025-joint-evaluation", &["about instrument/action-plan-2025"]),
    (
        12,
        "instrument/strategic-partnership-2025",
        &["date 2025-09-18", "form framework", "continues instrument/partnership-2004"],
    ),
    (12, "body/security-dialogue", &["form dialogue", "state planned"]),
    (
        12,
        "meeting/aeimc-1",
        &["number 1", "host party/mexico", "says date 2025-11-27", "says date 2025-11-28"],
    ),
    (
        12,
        "commitment/strategic-second-meeting",
        &["due 2026", "about meeting/aeimc-1", "made-in meeting/aeimc-1"],
    ),
    (12, "recommendation/farm-worker-visas", &["by party/mexico", "to party/canada"]),
    (
        12,
        "recommendation/mining-environmental-compliance",
        &["to institution/canadian-mining-companies"],
    ),
    (
        12,
        "commitment/strategic-infrastructure",
        &[
            "answers recommendation/ports-both-oceans",
            "answers recommendation/canadian-infrastructure-corridors",
        ],
    ),
    (13, "body/youth-lab", &["form lab"]),
    (13, "engagement/youth-lab-policy-talks-2021", &["date 2021", "body body/youth-lab"]),
    (13, "recommendation/youth-electrifying-society", &["response noted"]),
    (13, "recommendation/youth-education-platform", &["to body/human-capital"]),
    (13, "recommendation/youth-forest-training", &["to body/forestry"]),
    (
        13,
        "commitment/forest-youth-lab-meeting",
        &["answers recommendation/youth-forests-and-people", "about body/youth-lab"],
    ),
    (13, "commitment/plan-expand-youth-lab", &["about body/youth-lab"]),
    (13, "commitment/plan-business-summit", &["answers recommendation/trade-ceo-summit"]),
    (
        14,
        "commitment/environment-participation-measure",
        &["lens gender", "lens indigenous", "lens youth", "lens inclusion"],
    ),
    (14, "commitment/plan-anti-racism-summit", &["lens inclusion"]),
    (14, "recommendation/gender-perspective-work-plans", &["lens gender"]),
];

/// Forests, mines and trade.
const WORK: &[Fact] = &[
    (16, "instrument/wildfire-memorandum", &["form memorandum"]),
    (
        16,
        "instrument/wildfire-operating-plan",
        &["date 2021-04", "parent instrument/wildfire-memorandum"],
    ),
    (
        16,
        "engagement/wildfire-deployment-ontario-2021",
        &["date 2021-07-17/2021-09-04", "form deployment", "by party/mexico", "to party/canada"],
    ),
    (
        16,
        "engagement/wildfire-deployment-british-columbia-2021",
        &["date 2021-07-23/2021-09-11", "instrument instrument/wildfire-operating-plan"],
    ),
    (
        16,
        "engagement/wildfire-deployment-winnipeg-2021",
        &["date 2021-07-06/2021-08-25", "to institution/ciffc", "mentions Winnipeg"],
    ),
    (
        16,
        "figure/wildfire-personnel-2021",
        &["value 202", "measure personnel", "about instrument/wildfire-operating-plan"],
    ),
    (16, "figure/wildfire-technician-2021", &["part-of figure/wildfire-personnel-2021"]),
    (16, "engagement/sisecoif", &["mentions SISECOIF"]),
    (16, "engagement/wildfire-course-s-290", &["form course", "mentions S-290"]),
    (16, "engagement/wildfire-course-sci-100", &["form course", "mentions SCI-100"]),
    (16, "engagement/wildfiresat", &["mentions WildFireSat"]),
    (16, "engagement/danger-rating-canada", &["by party/canada"]),
    (16, "engagement/danger-prediction-mexico", &["by party/mexico"]),
    (17, "section/forestry-carbon", &["mentions GCBM", "mentions SilvaCarbon"]),
    (17, "observation/forest-carbon-mexico-2021", &["by institution/conafor"]),
    (17, "figure/forest-carbon-years", &["value 12"]),
    (17, "commitment/forest-carbon-work-plan", &["section section/forestry-carbon"]),
    (18, "engagement/mine-safety-workshop-2021", &["date 2021-11-23", "body body/mining"]),
    (18, "figure/tsm-protocols", &["value 8"]),
    (18, "figure/tsm-indicators", &["value 31"]),
    (18, "figure/tsm-safety-indicators", &["value 5", "part-of figure/tsm-indicators"]),
    (18, "figure/tsm-mines-share-lower", &["value 60"]),
    (18, "figure/tsm-mines-share-upper", &["value 70"]),
    (18, "engagement/igf-mining-policy-assessment", &["by institution/igf", "lens gender"]),
    (18, "engagement/tailings-inventory", &["by institution/mexican-geological-survey"]),
    (18, "engagement/risk-model-2017", &["date 2017/..", "mentions 2017"]),
    (19, "engagement/trade-mujerexportamx-2021", &["mentions MujerExportaMx", "lens gender"]),
    (19, "engagement/trade-inclusive-mission-2021", &["form mission", "mentions 11"]),
    (
        19,
        "figure/inclusive-mission-firms",
        &["value 11", "about engagement/trade-inclusive-mission-2021"],
    ),
    (
        19,
        "figure/inclusive-mission-women",
        &["value 5", "part-of figure/inclusive-mission-firms", "lens gender"],
    ),
    (
        19,
        "figure/inclusive-mission-indigenous",
        &["value 5", "part-of figure/inclusive-mission-firms", "lens indigenous"],
    ),
    (
        19,
        "figure/inclusive-mission-lgbtq",
        &["value 2", "part-of figure/inclusive-mission-firms", "lens inclusion"],
    ),
    (
        19,
        "figure/inclusive-mission-youth",
        &["value 1", "part-of figure/inclusive-mission-firms", "lens youth"],
    ),
    (19, "engagement/canadian-technology-accelerator", &["date 2019/..", "form programme"]),
    (19, "engagement/team-canada-mission-2026", &["date 2026-02", "form mission"]),
    (19, "engagement/chamber-delegation-2026", &["date 2026-02", "form mission"]),
    (
        20,
        "meeting/wildlife-workshop-2021",
        &["date 2021-03-03/2021-03-04", "by institution/eccc", "by institution/semarnat"],
    ),
    (
        20,
        "figure/wildlife-workshop-representatives",
        &["value 180", "measure participants", "about meeting/wildlife-workshop-2021"],
    ),
    (20, "figure/cptpp-members", &["value 11"]),
    (20, "figure/wildlife-workshop-members", &["value 8", "part-of figure/cptpp-members"]),
    (20, "commitment/wildlife-second-workshop", &["about meeting/wildlife-workshop-2021"]),
    (20, "commitment/plan-wildlife-workshop", &["about meeting/wildlife-workshop-2021"]),
];

/// Rights, justice, health and the economy.
const CONTEXT: &[Fact] = &[
    (21, "meeting/upr-mexico-2024", &["date 2024-01-24", "by institution/un-human-rights-council"]),
    (21, "meeting/upr-honduras-2025", &["date 2025-11-07"]),
    (
        21,
        "recommendation/upr-mexico-protection-mechanism",
        &["made-in meeting/upr-mexico-2024", "by party/canada", "to party/mexico"],
    ),
    (
        21,
        "recommendation/upr-honduras-protection-mechanism",
        &["made-in meeting/upr-honduras-2025", "to institution/honduras"],
    ),
    (
        21,
        "observation/upr-mexico-advance-question",
        &["form question", "about recommendation/upr-mexico-protection-mechanism"],
    ),
    (
        21,
        "observation/ccpa-testimony-2025",
        &["form testimony", "by institution/ccpa", "to institution/house-trade-committee"],
    ),
    (
        21,
        "observation/pbi-meetings-ottawa-2025",
        &["form representation", "date 2025-09", "by institution/espacio-osc"],
    ),
    (21, "engagement/protection-measures-mexico", &["by institution/protection-mechanism"]),
    (22, "figure/defenders-killed-2024", &["value 18", "date 2024"]),
    (22, "figure/defenders-disappeared-2024", &["value 1", "date 2024"]),
    (22, "figure/defenders-2012-2024", &["value 222", "date 2012/2024"]),
    (
        22,
        "figure/defenders-indigenous",
        &["value 110", "part-of figure/defenders-2012-2024", "lens indigenous"],
    ),
    (
        22,
        "figure/defenders-indigenous-police-military",
        &["value 17", "part-of figure/defenders-indigenous"],
    ),
    (
        22,
        "figure/defenders-indigenous-mining",
        &["value 15", "part-of figure/defenders-indigenous"],
    ),
    (22, "figure/defenders-mining", &["value 42", "part-of figure/defenders-2012-2024"]),
    (22, "figure/defenders-police-military", &["value 28", "part-of figure/defenders-2012-2024"]),
    (22, "figure/mexico-indigenous-population", &["value 19"]),
    (23, "body/human-rights-dialogue", &["form dialogue", "state active"]),
    (
        23,
        "commitment/plan-forensics-assistance",
        &["owed-by party/canada", "section section/peace-security"],
    ),
    (
        23,
        "commitment/plan-juvenile-justice",
        &["about engagement/juvenile-justice-project-2", "section section/peace-security"],
    ),
    (23, "engagement/juvenile-justice-project-2", &["mentions CMJJCP II"]),
    (
        23,
        "commitment/plan-financial-supervision",
        &["about body/financial-supervision-mechanism", "section section/peace-security"],
    ),
    (23, "body/financial-supervision-mechanism", &["state planned"]),
    (23, "commitment/plan-vaccine-access", &["section section/health"]),
    (23, "engagement/covax", &["by party/canada", "mentions COVAX"]),
    (24, "figure/canada-trading-partner-rank", &["value 5", "date 2021-11-25"]),
    (24, "figure/canada-investment-rank", &["value 3", "date 2021-11-25"]),
    (24, "figure/mexico-recovery-2021", &["value 97", "date 2021-11-25"]),
    (24, "figure/mexico-students-rank-world", &["value 10", "date 2020"]),
    (24, "figure/mexico-students-rank-latin-america", &["value 2", "date 2020"]),
];

/// How many there are of what.
const COUNTS: &[Count] = &[
    (2, "body", &["form working-group", "state active"], 7),
    (2, "body", &["form working-group", "state dormant"], 1),
    (4, "meeting", &["body partnership/canada-mexico"], 17),
    (4, "meeting", &["parent meeting/cmp-17"], 7),
    (5, "participation", &["meeting meeting/forestry-2021", "party party/mexico"], 10),
    (5, "participation", &["meeting meeting/environment-2021", "role youth-delegate"], 2),
    (5, "participation", &["meeting meeting/environment-2021", "role presenter"], 4),
    (5, "participation", &["meeting meeting/trade-investment-innovation-2021"], 5),
    (6, "section", &["instrument instrument/annual-report-2021"], 8),
    (8, "section", &["instrument instrument/environment-work-plan-2021"], 5),
    (8, "section", &["instrument instrument/environment-themes-2022"], 3),
    (8, "section", &["instrument instrument/parks-work-plan"], 4),
    (8, "section", &["instrument instrument/forestry-priorities"], 4),
    (8, "section", &["instrument instrument/trade-work-program-2022"], 5),
    (11, "section", &["instrument instrument/action-plan-2023", "form pillar"], 9),
    (11, "section", &["instrument instrument/action-plan-2025", "form pillar"], 4),
    (12, "participation", &["meeting meeting/aeimc-1", "party party/canada"], 7),
    (12, "participation", &["meeting meeting/aeimc-1", "party party/mexico"], 8),
    (13, "recommendation", &["by body/youth-lab", "to body/environment"], 3),
    (13, "recommendation", &["by body/youth-lab", "to body/forestry"], 2),
    (13, "recommendation", &["by body/youth-lab", "to body/human-capital"], 1),
    (13, "recommendation", &["by body/youth-lab", "to body/trade-investment-innovation"], 4),
    (16, "engagement", &["form deployment"], 3),
    (19, "engagement", &["body body/trade-investment-innovation"], 11),
];

#[test]
fn every_system_of_the_partnership_is_held() {
    let held = Held::read();
    let facts = [FORMS, PLANS, WORK, CONTEXT].concat();
    let missing: Vec<String> = facts
        .iter()
        .flat_map(|(row, name, lines)| {
            let held = &held;
            lines
                .iter()
                .filter(move |line| !held.holds(name, line))
                .map(move |line| format!("row {row}: {name} lacks '{line}'"))
        })
        .collect();
    assert!(missing.is_empty(), "{}", missing.join("\n"));
}

#[test]
fn there_are_as_many_as_the_documents_say() {
    let held = Held::read();
    for (row, kind, lines, count) in COUNTS {
        let of_kind = |name: &&String| name.split('/').next() == Some(*kind);
        let all = |name: &&String| lines.iter().all(|line| held.holds(name, line));
        let found = held.records.keys().filter(of_kind).filter(all).count();
        assert_eq!(found, *count, "row {row}: {kind} with {lines:?}");
    }
}

#[test]
fn no_system_is_left_out() {
    let facts = [FORMS, PLANS, WORK, CONTEXT].concat();
    let rows: BTreeSet<u8> = facts.iter().map(|(row, ..)| *row).collect();
    let wanted: BTreeSet<u8> = (1..=24).filter(|row| *row != 15).collect();
    assert_eq!(rows, wanted);
}

#[test]
fn every_old_pillar_is_carried_on() {
    let held = Held::read();
    let is_old = |name: &&String| {
        held.holds(name, "form pillar")
            && held.holds(name, "instrument instrument/action-plan-2023")
    };
    for old in held.records.keys().filter(is_old) {
        let line = format!("continues {old}");
        let carried = held.records.keys().any(|name| held.holds(name, &line));
        assert!(carried, "{old} is not carried on");
    }
}

/// The data set by name, such as `body/forestry`.
struct Held {
    records: BTreeMap<String, Record>,
    names: BTreeMap<RecordId, String>,
}

impl Held {
    fn read() -> Self {
        let set = DataSet::parse(&files()).expect("the data set is whole");
        let names = set
            .records
            .iter()
            .map(|described| (described.record.id.clone(), described.place.name.clone()))
            .collect();
        let records = set
            .records
            .into_iter()
            .map(|described| (described.place.name, described.record))
            .collect();
        Self { records, names }
    }

    /// Whether a line holds of the record with this name.
    fn holds(&self, name: &str, line: &str) -> bool {
        let Some(record) = self.records.get(name) else { return false };
        match line.strip_prefix("mentions ") {
            Some(words) => mentions(record, words),
            None => self.lines(record).contains(line),
        }
    }

    /// What holds of a record, a line for each fact, link, lens and source.
    fn lines(&self, record: &Record) -> BTreeSet<String> {
        let mut lines: BTreeSet<String> = own(&record.facts).into_iter().collect();
        lines.extend(record.facts.date().map(|date| format!("date {date}")));
        lines.extend(record.facts.lenses().iter().map(|lens| format!("lens {}", lens.code())));
        for (relation, id) in record.facts.links() {
            lines.insert(format!("{} {}", relation.code(), self.names[id]));
        }
        for source in &record.sources {
            lines.insert(format!("rests on {}", self.names[&source.document]));
            if let Some(says) = &source.says {
                lines.insert(format!("says {} {}", says.field.code(), says.value));
            }
        }
        lines
    }
}

/// Whether the words stand in one of its texts in every language.
fn mentions(record: &Record, words: &str) -> bool {
    let everywhere = |text: &servanda_model::Multilingual| {
        text.versions().count() > 0 && text.versions().all(|(_, version)| version.contains(words))
    };
    record.texts.values().any(everywhere)
}

/// The facts that are neither dates, lenses nor links.
fn own(facts: &Facts) -> Vec<String> {
    let line = |field: &str, value: &dyn std::fmt::Display| format!("{field} {value}");
    let when = |field: &str, date: Option<When>| date.map(|date| format!("{field} {date}"));
    match facts {
        Facts::Body(it) => vec![line("form", &it.form.code()), line("state", &it.state.code())],
        Facts::Post(it) => vec![line("role", &it.role.code())],
        Facts::Instrument(it) => [Some(line("form", &it.form.code())), when("period", it.period)]
            .into_iter()
            .flatten()
            .collect(),
        Facts::Section(it) => {
            let course = it.course.map(|course| line("course", &course.code()));
            [Some(line("form", &it.form.code())), course].into_iter().flatten().collect()
        }
        Facts::Meeting(it) => {
            let number = it.number.map(|number| line("number", &number));
            let mode = it.mode.map(|mode| line("mode", &mode.code()));
            [number, mode].into_iter().flatten().collect()
        }
        Facts::Commitment(it) => {
            let course = it.course.map(|course| line("course", &course.code()));
            [when("due", it.due), course].into_iter().flatten().collect()
        }
        Facts::Recommendation(it) => {
            it.response.map(|response| line("response", &response.code())).into_iter().collect()
        }
        Facts::Observation(it) => vec![line("form", &it.form.code())],
        Facts::Engagement(it) => vec![line("form", &it.form.code())],
        Facts::Participation(it) => {
            let number = it.number.map(|number| line("number", &number));
            [Some(line("role", &it.role.code())), number].into_iter().flatten().collect()
        }
        Facts::Figure(it) => {
            let measure = it.measure.map(|measure| line("measure", &measure.code()));
            [Some(line("value", &it.value)), measure].into_iter().flatten().collect()
        }
        Facts::Partnership(_)
        | Facts::Party(_)
        | Facts::Institution(_)
        | Facts::Person
        | Facts::Term(_)
        | Facts::Document(_) => Vec::new(),
    }
}

fn files() -> Vec<(String, String)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../data/canada-mexico");
    let mut files: Vec<(String, String)> = std::fs::read_dir(folder)
        .expect("the data set is there")
        .map(|entry| entry.expect("a file").path())
        .map(|path| (path.display().to_string(), std::fs::read_to_string(path).expect("a text")))
        .collect();
    files.sort();
    files
}
