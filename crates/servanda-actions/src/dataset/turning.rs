//! Turning rows into records. Every refusal is collected; nothing stops at the first.

use std::collections::BTreeMap;

use servanda_model::passage::{Disputed, Says};
use servanda_model::record as model;
use servanda_model::{
    Facts, Kind, Language, Lens, Multilingual, Passage, Record, RecordId, Role, When, hygiene,
};

use super::row::{Placed, Row, SaysRow, SourceRow, Texts};
use super::{CitedDocument, Described, Place, Problem, record_id};

/// The most characters of the first or last words of a passage: a pointer, not a copy.
const QUOTATION_CHARS_MAX: usize = 160;

pub(super) struct Turning<'set> {
    pub(super) namespace: &'set str,
    pub(super) names: &'set BTreeMap<String, Kind>,
    pub(super) problems: &'set mut Vec<Problem>,
}

/// A value was missing or refused; the problem has been noted.
struct Refused;

impl Turning<'_> {
    /// The document a row cites, if it is one.
    pub(super) fn cited(&mut self, placed: &Placed) -> Option<CitedDocument> {
        let Row::Document(row) = &placed.row else { return None };
        Some(CitedDocument {
            record: record_id(self.namespace, &placed.place.name),
            file: row.file.clone().unwrap_or_default(),
            digest: row.sha256.clone()?,
        })
    }

    /// The record a row describes; `None` after noting at least one problem.
    pub(super) fn described(&mut self, placed: Placed) -> Option<Described> {
        let Placed { place, row } = placed;
        let mut one = One { turning: self, place: &place, refused: false };
        let record = one.record(&row);
        let whole = !one.refused;
        record.ok().filter(|_| whole).map(|record| Described { record, place })
    }
}

/// One row while it is turned.
struct One<'turning, 'set> {
    turning: &'turning mut Turning<'set>,
    place: &'turning Place,
    refused: bool,
}

type Sort<T> = Result<T, Refused>;
type Said<'row> = Vec<(Role, &'row Texts)>;

impl One<'_, '_> {
    fn record(&mut self, row: &Row) -> Sort<Record> {
        let mut texts = BTreeMap::new();
        self.texts(row, &mut texts);
        let facts = self.facts(row)?;
        let sources = row.source().iter().filter_map(|source| self.passage(source)).collect();
        let id = record_id(self.turning.namespace, &self.place.name);
        Ok(Record { id, texts, facts, sources })
    }

    fn texts(&mut self, row: &Row, texts: &mut BTreeMap<Role, Multilingual>) {
        // What a row must say in every language, and what it may say.
        let (must, may): (Said<'_>, Said<'_>) = match row {
            Row::Partnership(r) => (
                vec![(Role::Name, &r.name), (Role::Summary, &r.summary)],
                vec![(Role::Acronym, &r.acronym)],
            ),
            Row::Party(r) => (vec![(Role::Name, &r.name)], vec![]),
            Row::Institution(r) => (vec![(Role::Name, &r.name)], vec![(Role::Acronym, &r.acronym)]),
            Row::Person(r) => {
                if let Some(name) = &r.name {
                    self.clean("name", name);
                    texts.insert(Role::Name, Multilingual::universal(name.clone()));
                } else {
                    self.note("'name' is missing");
                }
                (vec![], vec![])
            }
            Row::Post(r) => (vec![(Role::Title, &r.title)], vec![]),
            Row::Term(r) => (vec![(Role::Title, &r.title)], vec![]),
            Row::Body(r) => (
                vec![(Role::Name, &r.name), (Role::Mandate, &r.mandate)],
                vec![(Role::Acronym, &r.acronym)],
            ),
            Row::Document(r) => {
                (vec![(Role::Title, &r.title)], vec![(Role::Publisher, &r.publisher)])
            }
            Row::Instrument(r) => {
                (vec![(Role::Title, &r.title), (Role::Summary, &r.summary)], vec![])
            }
            Row::Section(r) => (
                vec![(Role::Title, &r.title)],
                vec![(Role::Summary, &r.summary), (Role::Note, &r.note)],
            ),
            Row::Meeting(r) => (
                vec![(Role::Title, &r.title)],
                vec![(Role::Place, &r.place), (Role::Note, &r.note)],
            ),
            Row::Commitment(r) => (
                vec![(Role::Title, &r.title), (Role::Wording, &r.wording)],
                vec![(Role::DueWords, &r.due_words), (Role::Note, &r.note)],
            ),
            Row::Recommendation(r) => {
                (vec![(Role::Title, &r.title), (Role::Wording, &r.wording)], vec![])
            }
            Row::Observation(r) => {
                (vec![(Role::Title, &r.title), (Role::Wording, &r.wording)], vec![])
            }
            Row::Participation(r) => (vec![(Role::Title, &r.title)], vec![]),
            Row::Engagement(r) => (
                vec![(Role::Title, &r.title)],
                vec![(Role::Summary, &r.summary), (Role::Place, &r.place), (Role::Note, &r.note)],
            ),
            Row::Figure(r) => {
                (vec![(Role::Title, &r.title)], vec![(Role::Unit, &r.unit), (Role::Note, &r.note)])
            }
        };
        for (role, written) in &must {
            if written.is_empty() {
                self.note(&format!("'{}' is missing", role.code()));
            }
        }
        for (role, written) in must.into_iter().chain(may) {
            self.text(texts, role, written);
        }
    }

    fn facts(&mut self, row: &Row) -> Sort<Facts> {
        match row {
            Row::Partnership(row) => Ok(Facts::Partnership(model::Partnership {
                parties: self.ids("parties", &row.parties, &[Kind::Party]),
                since: self.date("since", row.since.clone())?,
            })),
            Row::Party(row) => {
                let code = self.needed("code", row.code.clone())?;
                Ok(Facts::Party(model::Party { code }))
            }
            Row::Institution(row) => Ok(Facts::Institution(model::Institution {
                party: self.maybe_id("party", row.party.clone(), &[Kind::Party])?,
                parent: self.maybe_id("parent", row.parent.clone(), &[Kind::Institution])?,
            })),
            Row::Person(_) => Ok(Facts::Person),
            Row::Post(row) => self.post(row),
            Row::Term(row) => self.term(row),
            Row::Body(row) => self.body(row),
            Row::Document(row) => self.document(row),
            Row::Instrument(row) => self.instrument(row),
            Row::Section(row) => self.section(row),
            Row::Meeting(row) => self.meeting(row),
            Row::Commitment(row) => self.commitment(row),
            Row::Recommendation(row) => self.recommendation(row),
            Row::Observation(row) => self.observation(row),
            Row::Participation(row) => self.participation(row),
            Row::Engagement(row) => self.engagement(row),
            Row::Figure(row) => self.figure(row),
        }
    }

    fn post(&mut self, row: &super::row::PostRow) -> Sort<Facts> {
        let seat = match (&row.body, &row.partnership) {
            (Some(body), None) => self.id("body", body, &[Kind::Body])?,
            (None, Some(of)) => self.id("partnership", of, &[Kind::Partnership])?,
            (None, None) | (Some(_), Some(_)) => {
                return self.refuse("it must have either 'body' or 'partnership'");
            }
        };
        let party = self.needed("party", row.party.clone())?;
        Ok(Facts::Post(model::Post {
            seat_of: seat,
            party: self.id("party", &party, &[Kind::Party])?,
            role: self.code("role", row.role.as_deref(), model::PostRole::find)?,
        }))
    }

    fn term(&mut self, row: &super::row::TermRow) -> Sort<Facts> {
        let post = self.needed("post", row.post.clone())?;
        let person = self.needed("person", row.person.clone())?;
        Ok(Facts::Term(model::Term {
            post: self.id("post", &post, &[Kind::Post])?,
            person: self.id("person", &person, &[Kind::Person])?,
            institution: self.maybe_id(
                "institution",
                row.institution.clone(),
                &[Kind::Institution],
            )?,
            from: self.maybe_date("from", row.from.clone())?,
            to: self.maybe_date("to", row.to.clone())?,
            documented: self.maybe_date("documented", row.documented.clone())?,
        }))
    }

    fn body(&mut self, row: &super::row::BodyRow) -> Sort<Facts> {
        Ok(Facts::Body(model::Body {
            form: self.code("type", row.r#type.as_deref(), model::BodyForm::find)?,
            parent: self.maybe_id("parent", row.parent.clone(), &[Kind::Body])?,
            since: self.maybe_date("since", row.since.clone())?,
            until: self.maybe_date("until", row.until.clone())?,
            state: self.code("state", row.state.as_deref(), model::BodyState::find)?,
            continues: self.ids("continues", &row.continues, &[Kind::Body]),
        }))
    }

    fn document(&mut self, row: &super::row::DocumentRow) -> Sort<Facts> {
        let digest = row.sha256.clone();
        let is_digest = |digest: &String| {
            digest.len() == 64 && digest.bytes().all(|b| matches!(b, b'0'..=b'9' | b'a'..=b'f'))
        };
        if digest.as_ref().is_some_and(|digest| !is_digest(digest)) {
            return self.refuse("'sha256' must be 64 hexadecimal digits in lower case");
        }
        if digest.is_none() && row.address.is_none() {
            return self.refuse("it must have 'sha256', or 'address' if it is only cited");
        }
        let language = row.language.as_deref();
        Ok(Facts::Document(model::Document {
            digest,
            media_type: self.needed("media-type", row.media_type.clone())?,
            language: self.code("language", language, |tag| Language::parse(tag).ok())?,
            address: row.address.clone(),
            published: self.maybe_date("published", row.published.clone())?,
            outline: Vec::new(),
        }))
    }

    fn instrument(&mut self, row: &super::row::InstrumentRow) -> Sort<Facts> {
        Ok(Facts::Instrument(model::Instrument {
            form: self.code("type", row.r#type.as_deref(), model::InstrumentForm::find)?,
            date: self.maybe_date("date", row.date.clone())?,
            period: self.maybe_date("period", row.period.clone())?,
            parent: self.maybe_id("parent", row.parent.clone(), &[Kind::Instrument])?,
            parties: self.ids("parties", &row.parties, &[Kind::Party, Kind::Institution]),
            continues: self.ids("continues", &row.continues, &[Kind::Instrument]),
        }))
    }

    fn section(&mut self, row: &super::row::SectionRow) -> Sort<Facts> {
        let instrument = self.needed("instrument", row.instrument.clone())?;
        let Some(number) = row.number else { return self.refuse("'number' is missing") };
        Ok(Facts::Section(model::Section {
            instrument: self.id("instrument", &instrument, &[Kind::Instrument])?,
            number,
            form: self.code("type", row.r#type.as_deref(), model::SectionForm::find)?,
            course: self.maybe_code("course", row.course.as_deref(), model::Course::find)?,
            continues: self.ids("continues", &row.continues, &[Kind::Section]),
        }))
    }

    fn meeting(&mut self, row: &super::row::MeetingRow) -> Sort<Facts> {
        if row.series.is_none() && row.organizers.is_empty() {
            return self.refuse("it must have 'series', or 'organizers' if it stands outside");
        }
        let organizers = [Kind::Party, Kind::Institution, Kind::Body];
        Ok(Facts::Meeting(model::Meeting {
            series: self.maybe_id(
                "series",
                row.series.clone(),
                &[Kind::Partnership, Kind::Body],
            )?,
            organizers: self.ids("organizers", &row.organizers, &organizers),
            number: row.number,
            part_of: self.maybe_id("part-of", row.part_of.clone(), &[Kind::Meeting])?,
            host: self.maybe_id("host", row.host.clone(), &[Kind::Party])?,
            mode: self.maybe_code("mode", row.mode.as_deref(), model::Mode::find)?,
            date: self.date("date", row.date.clone())?,
        }))
    }

    fn commitment(&mut self, row: &super::row::CommitmentRow) -> Sort<Facts> {
        let owed_by =
            self.ids("owed-by", &row.owed_by, &[Kind::Party, Kind::Institution, Kind::Body]);
        if row.owed_by.is_empty() {
            return self.refuse("'owed-by' must name at least one party, institution or body");
        }
        let made_in =
            self.maybe_id("made-in", row.made_in.clone(), &[Kind::Meeting, Kind::Instrument])?;
        Ok(Facts::Commitment(model::Commitment {
            owed_by,
            due: self.maybe_date("due", row.due.clone())?,
            made: self.date("made", row.made.clone())?,
            made_in,
            body: self.maybe_id("body", row.body.clone(), &[Kind::Body])?,
            section: self.maybe_id("section", row.section.clone(), &[Kind::Section])?,
            lenses: self.lenses(&row.lenses),
            course: self.maybe_code("course", row.course.as_deref(), model::Course::find)?,
            continues: self.ids("continues", &row.continues, &[Kind::Commitment]),
            answers: self.ids("answers", &row.answers, &[Kind::Recommendation]),
            concerns: self.ids("concerns", &row.concerns, Kind::ALL),
        }))
    }

    fn recommendation(&mut self, row: &super::row::RecommendationRow) -> Sort<Facts> {
        let who = [Kind::Party, Kind::Institution, Kind::Body];
        Ok(Facts::Recommendation(model::Recommendation {
            by: self.ids("by", &row.by, &who),
            to: self.ids("to", &row.to, &who),
            made: self.date("made", row.made.clone())?,
            made_in: self.maybe_id(
                "made-in",
                row.made_in.clone(),
                &[Kind::Meeting, Kind::Instrument],
            )?,
            lenses: self.lenses(&row.lenses),
            answer_due: self.maybe_date("answer-due", row.answer_due.clone())?,
            response: self.maybe_code(
                "response",
                row.response.as_deref(),
                model::Response::find,
            )?,
        }))
    }

    fn observation(&mut self, row: &super::row::ObservationRow) -> Sort<Facts> {
        let who = [Kind::Party, Kind::Institution, Kind::Body, Kind::Person];
        Ok(Facts::Observation(model::Observation {
            form: self.code("type", row.r#type.as_deref(), model::ObservationForm::find)?,
            by: self.ids("by", &row.by, &who),
            to: self.ids("to", &row.to, &who),
            made: self.date("made", row.made.clone())?,
            made_in: self.maybe_id("made-in", row.made_in.clone(), &[Kind::Meeting])?,
            about: self.ids("about", &row.about, Kind::ALL),
            lenses: self.lenses(&row.lenses),
        }))
    }

    fn participation(&mut self, row: &super::row::ParticipationRow) -> Sort<Facts> {
        let meeting = self.needed("meeting", row.meeting.clone())?;
        if row.person.is_none() && row.institution.is_none() {
            return self.refuse("it must have 'person' or 'institution'");
        }
        let institution = row.institution.clone();
        Ok(Facts::Participation(model::Participation {
            meeting: self.id("meeting", &meeting, &[Kind::Meeting])?,
            person: self.maybe_id("person", row.person.clone(), &[Kind::Person])?,
            institution: self.maybe_id("institution", institution, &[Kind::Institution])?,
            party: self.maybe_id("party", row.party.clone(), &[Kind::Party])?,
            role: self.code("role", row.role.as_deref(), model::ParticipationRole::find)?,
            number: row.number,
        }))
    }

    fn engagement(&mut self, row: &super::row::EngagementRow) -> Sort<Facts> {
        let who = [Kind::Party, Kind::Institution, Kind::Body];
        Ok(Facts::Engagement(model::Engagement {
            form: self.code("type", row.r#type.as_deref(), model::EngagementForm::find)?,
            by: self.ids("by", &row.by, &who),
            to: self.ids("to", &row.to, &who),
            period: self.date("period", row.period.clone())?,
            instrument: self.maybe_id("instrument", row.instrument.clone(), &[Kind::Instrument])?,
            body: self.maybe_id("body", row.body.clone(), &[Kind::Body])?,
            lenses: self.lenses(&row.lenses),
        }))
    }

    fn figure(&mut self, row: &super::row::FigureRow) -> Sort<Facts> {
        let value = self.needed("value", row.value.clone())?;
        if value.parse::<f64>().is_err() {
            return self.refuse("'value' must be a number such as \"202\" or \"60.5\"");
        }
        Ok(Facts::Figure(model::Figure {
            value,
            when: self.date("when", row.when.clone())?,
            about: self.maybe_id("about", row.about.clone(), Kind::ALL)?,
            part_of: self.maybe_id("part-of", row.part_of.clone(), &[Kind::Figure])?,
            measure: self.maybe_code("measure", row.measure.as_deref(), model::Measure::find)?,
            lenses: self.lenses(&row.lenses),
        }))
    }

    fn passage(&mut self, source: &SourceRow) -> Option<Passage> {
        let name = format!("document/{}", source.document);
        let document = self.id("source", &name, &[Kind::Document]).ok()?;
        let quoted = [Some(&source.begins), Some(&source.ends), source.prefix.as_ref()];
        if quoted
            .into_iter()
            .flatten()
            .any(|words| words.trim().is_empty() || words.chars().count() > QUOTATION_CHARS_MAX)
        {
            self.note(&format!(
                "'begins', 'ends' and 'prefix' of a source must have 1 to {QUOTATION_CHARS_MAX} \
                 characters"
            ));
            return None;
        }
        Some(Passage {
            document,
            begins: source.begins.clone(),
            ends: source.ends.clone(),
            prefix: source.prefix.clone(),
            says: source.says.as_ref().map(|says| self.says(says)).transpose().ok()?,
        })
    }

    /// What a source says of a field on which the sources differ.
    fn says(&mut self, says: &SaysRow) -> Sort<Says> {
        let field = self.code("says.field", Some(&says.field), Disputed::find)?;
        let value = &says.value;
        let is_read = match field {
            Disputed::Date => When::parse(value).is_ok(),
            Disputed::Mode => model::Mode::find(value).is_some(),
            Disputed::Value => value.parse::<f64>().is_ok(),
        };
        if is_read {
            Ok(Says { field, value: value.clone() })
        } else {
            self.refuse(&format!("'says.value' cannot be '{value}'"))
        }
    }

    fn text(&mut self, texts: &mut BTreeMap<Role, Multilingual>, role: Role, written: &Texts) {
        if written.is_empty() {
            return;
        }
        let mut text = Multilingual::default();
        for (tag, version) in written {
            match Language::parse(tag) {
                Ok(language) => {
                    self.clean(role.code(), version);
                    text.insert(Some(language), version.trim());
                }
                Err(refused) => self.note(&format!("{}: {refused}", role.code())),
            }
        }
        for missing in text.missing() {
            self.note(&format!("'{}' has no version in '{missing}'", role.code()));
        }
        texts.insert(role, text);
    }

    fn clean(&mut self, field: &str, text: &str) {
        if text.trim().is_empty() {
            self.note(&format!("'{field}' is empty"));
        } else if let Err(unclean) = hygiene::check(text) {
            self.note(&format!("'{field}': {unclean}"));
        }
    }

    fn needed(&mut self, field: &str, value: Option<String>) -> Sort<String> {
        match value {
            Some(value) => Ok(value),
            None => self.refuse(&format!("'{field}' is missing")),
        }
    }

    fn id(&mut self, field: &str, name: &str, kinds: &[Kind]) -> Sort<RecordId> {
        match self.turning.names.get(name) {
            Some(kind) if kinds.contains(kind) => Ok(record_id(self.turning.namespace, name)),
            Some(kind) => self.refuse(&format!("'{field}' cannot be a {}", kind.code())),
            None => self.refuse(&format!("'{field}' names '{name}', which is not described")),
        }
    }

    fn maybe_id(
        &mut self,
        field: &str,
        name: Option<String>,
        kinds: &[Kind],
    ) -> Sort<Option<RecordId>> {
        name.map(|name| self.id(field, &name, kinds)).transpose()
    }

    fn ids(&mut self, field: &str, names: &[String], kinds: &[Kind]) -> Vec<RecordId> {
        names.iter().filter_map(|name| self.id(field, name, kinds).ok()).collect()
    }

    fn date(&mut self, field: &str, written: Option<String>) -> Sort<When> {
        let written = self.needed(field, written)?;
        When::parse(&written).or_else(|refused| self.refuse(&format!("'{field}': {refused}")))
    }

    fn maybe_date(&mut self, field: &str, written: Option<String>) -> Sort<Option<When>> {
        written.map(|written| self.date(field, Some(written))).transpose()
    }

    fn code<T>(
        &mut self,
        field: &str,
        written: Option<&str>,
        find: impl Fn(&str) -> Option<T>,
    ) -> Sort<T> {
        match written.map(|code| (code, find(code))) {
            Some((_, Some(value))) => Ok(value),
            Some((code, None)) => self.refuse(&format!("'{field}' cannot be '{code}'")),
            None => self.refuse(&format!("'{field}' is missing")),
        }
    }

    fn maybe_code<T>(
        &mut self,
        field: &str,
        written: Option<&str>,
        find: impl Fn(&str) -> Option<T>,
    ) -> Sort<Option<T>> {
        written.map(|code| self.code(field, Some(code), find)).transpose()
    }

    fn lenses(&mut self, codes: &[String]) -> Vec<Lens> {
        codes.iter().filter_map(|code| self.code("lenses", Some(code), Lens::find).ok()).collect()
    }

    fn note(&mut self, what: &str) {
        self.refused = true;
        self.turning.problems.push(Problem::at(self.place, what));
    }

    fn refuse<T>(&mut self, what: &str) -> Sort<T> {
        self.note(what);
        Err(Refused)
    }
}
