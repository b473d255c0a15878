//! Contents, version 1: a record as the parts that an act commits to.
//!
//! One part holds the facts as canonical JSON; every text is a part of its own, so that one name
//! can be erased alone (`docs/format.md` §5). A part that is gone leaves the rest readable.

use std::collections::BTreeMap;

use serde_json::{Map, Value, json};
use servanda_model::passage::{Disputed, Says};
use servanda_model::record as model;
use servanda_model::{
    Facts, Kind, Language, Lens, Multilingual, Passage, Record, RecordId, Role, When,
};

/// The role of the part that holds the facts.
pub const FACTS: &str = "facts";
const JSON: &str = "application/json";
const TEXT: &str = "text/plain";

/// One part of a record before it is committed to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ContentPart {
    /// [`FACTS`], or the code of a text's role.
    pub role: String,
    /// Its language; none for what is the same in all.
    pub language: Option<Language>,
    /// Its media type.
    pub media: &'static str,
    /// What it holds.
    pub bytes: Vec<u8>,
}

/// Why parts are not a record.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum NotARecord {
    /// The facts are gone or never came.
    #[error("the record's facts are missing")]
    NoFacts,
    /// A field of the facts is missing, unknown or of the wrong sort.
    #[error("the record's facts are malformed at '{0}'")]
    Malformed(String),
    /// A text is not UTF-8 or has no known role.
    #[error("a text of the record is malformed: '{0}'")]
    BadText(String),
}

/// The parts of a record, the facts first, then the texts by role and language.
pub fn encode_record(record: &Record) -> Vec<ContentPart> {
    let facts = serde_json_canonicalizer::to_vec(&facts_value(record))
        .expect("a tree of maps, lists, strings and whole numbers is always written");
    let facts = ContentPart { role: FACTS.to_owned(), language: None, media: JSON, bytes: facts };
    let texts = record.texts.iter().flat_map(|(role, text)| text_parts(*role, text));
    std::iter::once(facts).chain(texts).collect()
}

/// The parts of one text.
pub fn text_parts(role: Role, text: &Multilingual) -> Vec<ContentPart> {
    text.versions()
        .map(|(language, version)| ContentPart {
            role: role.code().to_owned(),
            language,
            media: TEXT,
            bytes: version.as_bytes().to_vec(),
        })
        .collect()
}

/// Reads a record from the parts that are still there: role, language and bytes of each.
pub fn decode_record<'part>(
    id: &RecordId,
    parts: impl IntoIterator<Item = (&'part str, Option<Language>, &'part [u8])>,
) -> Result<Record, NotARecord> {
    let mut facts = None;
    let mut texts: BTreeMap<Role, Multilingual> = BTreeMap::new();
    for (role, language, bytes) in parts {
        if role == FACTS {
            facts = Some(read_facts(bytes)?);
            continue;
        }
        let bad = || NotARecord::BadText(role.to_owned());
        let known = Role::find(role).ok_or_else(bad)?;
        let text = std::str::from_utf8(bytes).map_err(|_not_utf8| bad())?;
        texts.entry(known).or_default().insert(language, text);
    }
    let (facts, sources) = facts.ok_or(NotARecord::NoFacts)?;
    Ok(Record { id: id.clone(), texts, facts, sources })
}

fn facts_value(record: &Record) -> Value {
    let mut fields = facts_fields(&record.facts);
    fields.insert("kind".to_owned(), record.kind().code().into());
    fields.insert("sources".to_owned(), record.sources.iter().map(passage).collect());
    Value::Object(fields)
}

/// Facts by the names that their part gives them, without kind and sources (`docs/format.md` §5).
pub fn facts_fields(facts: &Facts) -> Map<String, Value> {
    let mut value = match facts {
        Facts::Partnership(p) => json!({"parties": ids(&p.parties), "since": p.since.to_string()}),
        Facts::Party(p) => json!({"code": p.code}),
        Facts::Institution(i) => {
            json!({"party": id(i.party.as_ref()), "parent": id(i.parent.as_ref())})
        }
        Facts::Person => json!({}),
        Facts::Post(p) => json!({
            "seat-of": p.seat_of.as_str(), "party": p.party.as_str(), "role": p.role.code()
        }),
        Facts::Term(t) => json!({
            "post": t.post.as_str(), "person": t.person.as_str(), "institution": id(t.institution.as_ref()),
            "from": when(t.from), "to": when(t.to), "documented": when(t.documented)
        }),
        Facts::Body(b) => json!({
            "form": b.form.code(), "parent": id(b.parent.as_ref()), "since": when(b.since),
            "until": when(b.until), "state": b.state.code(), "continues": some_ids(&b.continues)
        }),
        Facts::Instrument(i) => json!({
            "form": i.form.code(), "date": when(i.date), "period": when(i.period),
            "parent": id(i.parent.as_ref()), "parties": ids(&i.parties),
            "continues": some_ids(&i.continues)
        }),
        Facts::Section(s) => json!({
            "instrument": s.instrument.as_str(), "number": s.number, "form": s.form.code(),
            "course": s.course.map(model::Course::code), "continues": some_ids(&s.continues)
        }),
        Facts::Meeting(m) => json!({
            "series": id(m.series.as_ref()), "number": m.number, "part-of": id(m.part_of.as_ref()),
            "host": id(m.host.as_ref()), "mode": m.mode.map(model::Mode::code), "date": m.date.to_string(),
            "organizers": some_ids(&m.organizers)
        }),
        Facts::Commitment(c) => commitment_value(c),
        Facts::Recommendation(r) => json!({
            "by": ids(&r.by), "to": ids(&r.to), "made": r.made.to_string(),
            "made-in": id(r.made_in.as_ref()), "lenses": lenses(&r.lenses),
            "answer-due": when(r.answer_due), "response": r.response.map(model::Response::code)
        }),
        Facts::Observation(o) => observation_value(o),
        Facts::Participation(p) => participation_value(p),
        Facts::Engagement(e) => engagement_value(e),
        Facts::Figure(f) => json!({
            "value": f.value, "when": f.when.to_string(), "about": id(f.about.as_ref()),
            "part-of": id(f.part_of.as_ref()), "measure": f.measure.map(model::Measure::code),
            "lenses": some(&f.lenses, lenses)
        }),
        Facts::Document(d) => json!({
            "digest": d.digest, "media-type": d.media_type, "language": d.language.tag(),
            "address": d.address, "published": when(d.published), "outline": outline(&d.outline)
        }),
    };
    value.as_object_mut().map(std::mem::take).map_or_else(Map::new, |mut fields| {
        fields.retain(|_, value| !value.is_null());
        fields
    })
}

/// The facts of a kind that these fields are; none may be unknown.
pub fn facts_of_fields(kind: Kind, fields: Map<String, Value>) -> Result<Facts, NotARecord> {
    let mut fields = Fields(fields);
    let facts = fields.facts(kind)?;
    match fields.0.keys().next() {
        Some(unknown) => Err(missing(unknown)),
        None => Ok(facts),
    }
}

fn commitment_value(c: &model::Commitment) -> Value {
    json!({
        "owed-by": ids(&c.owed_by), "due": when(c.due), "made": c.made.to_string(),
        "made-in": id(c.made_in.as_ref()), "body": id(c.body.as_ref()), "section": id(c.section.as_ref()),
        "lenses": lenses(&c.lenses), "course": c.course.map(model::Course::code),
        "continues": some_ids(&c.continues), "answers": some_ids(&c.answers),
        "concerns": some_ids(&c.concerns)
    })
}

fn observation_value(o: &model::Observation) -> Value {
    json!({
        "form": o.form.code(), "by": ids(&o.by), "to": ids(&o.to), "made": o.made.to_string(),
        "made-in": id(o.made_in.as_ref()), "about": ids(&o.about), "lenses": lenses(&o.lenses)
    })
}

fn participation_value(p: &model::Participation) -> Value {
    json!({
        "meeting": p.meeting.as_str(), "person": id(p.person.as_ref()),
        "institution": id(p.institution.as_ref()), "party": id(p.party.as_ref()),
        "role": p.role.code(), "number": p.number
    })
}

fn engagement_value(e: &model::Engagement) -> Value {
    json!({
        "form": e.form.code(), "by": ids(&e.by), "to": ids(&e.to), "period": e.period.to_string(),
        "instrument": id(e.instrument.as_ref()), "body": id(e.body.as_ref()),
        "lenses": lenses(&e.lenses)
    })
}

fn id(id: Option<&RecordId>) -> Value {
    id.map_or(Value::Null, |id| id.as_str().into())
}

fn ids(ids: &[RecordId]) -> Value {
    ids.iter().map(RecordId::as_str).collect()
}

/// A list that facts of an earlier program do not have: absent where it is empty.
fn some<T>(items: &[T], write: impl Fn(&[T]) -> Value) -> Value {
    if items.is_empty() { Value::Null } else { write(items) }
}

fn some_ids(items: &[RecordId]) -> Value {
    some(items, ids)
}

fn when(when: Option<When>) -> Value {
    when.map_or(Value::Null, |when| when.to_string().into())
}

fn lenses(lenses: &[Lens]) -> Value {
    lenses.iter().map(|lens| lens.code()).collect()
}

fn outline(blocks: &[model::Block]) -> Value {
    blocks.iter().map(|block| json!([block.form.code(), block.start, block.end])).collect()
}

fn passage(passage: &Passage) -> Value {
    let mut value = json!({
        "document": passage.document.as_str(), "begins": passage.begins, "ends": passage.ends
    });
    if let (Some(fields), Some(prefix)) = (value.as_object_mut(), &passage.prefix) {
        fields.insert("prefix".to_owned(), prefix.as_str().into());
    }
    if let (Some(fields), Some(says)) = (value.as_object_mut(), &passage.says) {
        let says = json!({"field": says.field.code(), "value": says.value});
        fields.insert("says".to_owned(), says);
    }
    value
}

fn read_facts(bytes: &[u8]) -> Result<(Facts, Vec<Passage>), NotARecord> {
    let malformed = |at: &str| NotARecord::Malformed(at.to_owned());
    let value: Value = serde_json::from_slice(bytes).map_err(|_not_json| malformed("facts"))?;
    let Value::Object(fields) = value else { return Err(malformed("facts")) };
    let mut fields = Fields(fields);
    let kind = fields.parsed("kind", Kind::find)?;
    let sources = fields.passages()?;
    Ok((facts_of_fields(kind, fields.0)?, sources))
}

/// The fields of a facts part, taken out one by one; what is left at the end is unknown.
struct Fields(Map<String, Value>);

impl Fields {
    fn facts(&mut self, kind: Kind) -> Result<Facts, NotARecord> {
        Ok(match kind {
            Kind::Partnership => Facts::Partnership(model::Partnership {
                parties: self.ids("parties")?,
                since: self.when("since")?,
            }),
            Kind::Party => Facts::Party(model::Party { code: self.text("code")? }),
            Kind::Institution => Facts::Institution(model::Institution {
                party: self.maybe_id("party")?,
                parent: self.maybe_id("parent")?,
            }),
            Kind::Person => Facts::Person,
            Kind::Post => Facts::Post(model::Post {
                seat_of: self.id("seat-of")?,
                party: self.id("party")?,
                role: self.parsed("role", model::PostRole::find)?,
            }),
            Kind::Term => self.term()?,
            Kind::Body => self.body()?,
            Kind::Instrument => self.instrument()?,
            Kind::Section => Facts::Section(model::Section {
                instrument: self.id("instrument")?,
                number: self.maybe_number("number")?.ok_or_else(|| missing("number"))?,
                form: self.parsed("form", model::SectionForm::find)?,
                course: self.maybe_parsed("course", model::Course::find)?,
                continues: self.some_ids("continues")?,
            }),
            Kind::Meeting => self.meeting()?,
            Kind::Commitment => self.commitment()?,
            Kind::Recommendation => self.recommendation()?,
            Kind::Observation => self.observation()?,
            Kind::Participation => self.participation()?,
            Kind::Engagement => self.engagement()?,
            Kind::Figure => Facts::Figure(model::Figure {
                value: self.text("value")?,
                when: self.when("when")?,
                about: self.maybe_id("about")?,
                part_of: self.maybe_id("part-of")?,
                measure: self.maybe_parsed("measure", model::Measure::find)?,
                lenses: self.some("lenses", Self::lenses)?,
            }),
            Kind::Document => self.document()?,
        })
    }

    fn term(&mut self) -> Result<Facts, NotARecord> {
        Ok(Facts::Term(model::Term {
            post: self.id("post")?,
            person: self.id("person")?,
            institution: self.maybe_id("institution")?,
            from: self.maybe_when("from")?,
            to: self.maybe_when("to")?,
            documented: self.maybe_when("documented")?,
        }))
    }

    fn body(&mut self) -> Result<Facts, NotARecord> {
        Ok(Facts::Body(model::Body {
            form: self.parsed("form", model::BodyForm::find)?,
            parent: self.maybe_id("parent")?,
            since: self.maybe_when("since")?,
            until: self.maybe_when("until")?,
            state: self.parsed("state", model::BodyState::find)?,
            continues: self.some_ids("continues")?,
        }))
    }

    fn instrument(&mut self) -> Result<Facts, NotARecord> {
        Ok(Facts::Instrument(model::Instrument {
            form: self.parsed("form", model::InstrumentForm::find)?,
            date: self.maybe_when("date")?,
            period: self.maybe_when("period")?,
            parent: self.maybe_id("parent")?,
            parties: self.ids("parties")?,
            continues: self.some_ids("continues")?,
        }))
    }

    fn meeting(&mut self) -> Result<Facts, NotARecord> {
        Ok(Facts::Meeting(model::Meeting {
            series: self.maybe_id("series")?,
            number: self.maybe_number("number")?,
            part_of: self.maybe_id("part-of")?,
            host: self.maybe_id("host")?,
            mode: self.maybe_parsed("mode", model::Mode::find)?,
            date: self.when("date")?,
            organizers: self.some_ids("organizers")?,
        }))
    }

    fn commitment(&mut self) -> Result<Facts, NotARecord> {
        Ok(Facts::Commitment(model::Commitment {
            owed_by: self.ids("owed-by")?,
            due: self.maybe_when("due")?,
            made: self.when("made")?,
            made_in: self.maybe_id("made-in")?,
            body: self.maybe_id("body")?,
            section: self.maybe_id("section")?,
            lenses: self.lenses()?,
            course: self.maybe_parsed("course", model::Course::find)?,
            continues: self.some_ids("continues")?,
            answers: self.some_ids("answers")?,
            concerns: self.some_ids("concerns")?,
        }))
    }

    fn recommendation(&mut self) -> Result<Facts, NotARecord> {
        Ok(Facts::Recommendation(model::Recommendation {
            by: self.ids("by")?,
            to: self.ids("to")?,
            made: self.when("made")?,
            made_in: self.maybe_id("made-in")?,
            lenses: self.lenses()?,
            answer_due: self.maybe_when("answer-due")?,
            response: self.maybe_parsed("response", model::Response::find)?,
        }))
    }

    fn observation(&mut self) -> Result<Facts, NotARecord> {
        Ok(Facts::Observation(model::Observation {
            form: self.parsed("form", model::ObservationForm::find)?,
            by: self.ids("by")?,
            to: self.ids("to")?,
            made: self.when("made")?,
            made_in: self.maybe_id("made-in")?,
            about: self.ids("about")?,
            lenses: self.lenses()?,
        }))
    }

    fn participation(&mut self) -> Result<Facts, NotARecord> {
        Ok(Facts::Participation(model::Participation {
            meeting: self.id("meeting")?,
            person: self.maybe_id("person")?,
            institution: self.maybe_id("institution")?,
            party: self.maybe_id("party")?,
            role: self.parsed("role", model::ParticipationRole::find)?,
            number: self.maybe_number("number")?,
        }))
    }

    fn engagement(&mut self) -> Result<Facts, NotARecord> {
        Ok(Facts::Engagement(model::Engagement {
            form: self.parsed("form", model::EngagementForm::find)?,
            by: self.ids("by")?,
            to: self.ids("to")?,
            period: self.when("period")?,
            instrument: self.maybe_id("instrument")?,
            body: self.maybe_id("body")?,
            lenses: self.lenses()?,
        }))
    }

    fn document(&mut self) -> Result<Facts, NotARecord> {
        Ok(Facts::Document(model::Document {
            digest: self.maybe_text("digest")?,
            media_type: self.text("media-type")?,
            language: self.parsed("language", |tag| Language::parse(tag).ok())?,
            address: self.maybe_text("address")?,
            published: self.maybe_when("published")?,
            outline: self.outline()?,
        }))
    }

    fn maybe_text(&mut self, key: &str) -> Result<Option<String>, NotARecord> {
        match self.0.remove(key) {
            None => Ok(None),
            Some(Value::String(text)) => Ok(Some(text)),
            Some(_) => Err(missing(key)),
        }
    }

    fn text(&mut self, key: &str) -> Result<String, NotARecord> {
        self.maybe_text(key)?.ok_or_else(|| missing(key))
    }

    fn maybe_parsed<T>(
        &mut self,
        key: &str,
        parse: impl Fn(&str) -> Option<T>,
    ) -> Result<Option<T>, NotARecord> {
        self.maybe_text(key)?.map(|text| parse(&text).ok_or_else(|| missing(key))).transpose()
    }

    fn parsed<T>(&mut self, key: &str, parse: impl Fn(&str) -> Option<T>) -> Result<T, NotARecord> {
        self.maybe_parsed(key, parse)?.ok_or_else(|| missing(key))
    }

    fn id(&mut self, key: &str) -> Result<RecordId, NotARecord> {
        self.parsed(key, |text| RecordId::parse(text).ok())
    }

    fn maybe_id(&mut self, key: &str) -> Result<Option<RecordId>, NotARecord> {
        self.maybe_parsed(key, |text| RecordId::parse(text).ok())
    }

    fn when(&mut self, key: &str) -> Result<When, NotARecord> {
        self.parsed(key, |text| When::parse(text).ok())
    }

    fn maybe_when(&mut self, key: &str) -> Result<Option<When>, NotARecord> {
        self.maybe_parsed(key, |text| When::parse(text).ok())
    }

    fn maybe_number(&mut self, key: &str) -> Result<Option<u32>, NotARecord> {
        self.0
            .remove(key)
            .map(|value| value.as_u64().and_then(|n| n.try_into().ok()).ok_or_else(|| missing(key)))
            .transpose()
    }

    fn list(&mut self, key: &str) -> Result<Vec<Value>, NotARecord> {
        match self.0.remove(key) {
            Some(Value::Array(items)) => Ok(items),
            _ => Err(missing(key)),
        }
    }

    fn ids(&mut self, key: &str) -> Result<Vec<RecordId>, NotARecord> {
        let parse = |value: &Value| RecordId::parse(value.as_str()?).ok();
        self.list(key)?.iter().map(|value| parse(value).ok_or_else(|| missing(key))).collect()
    }

    /// A list that facts of an earlier program do not have; where it is there, it is not empty.
    fn some<T>(
        &mut self,
        key: &str,
        read: impl Fn(&mut Self) -> Result<Vec<T>, NotARecord>,
    ) -> Result<Vec<T>, NotARecord> {
        if !self.0.contains_key(key) {
            return Ok(Vec::new());
        }
        let items = read(self)?;
        if items.is_empty() { Err(missing(key)) } else { Ok(items) }
    }

    fn some_ids(&mut self, key: &str) -> Result<Vec<RecordId>, NotARecord> {
        self.some(key, |fields| fields.ids(key))
    }

    fn lenses(&mut self) -> Result<Vec<Lens>, NotARecord> {
        let parse = |value: &Value| Lens::find(value.as_str()?);
        let values = self.list("lenses")?;
        values.iter().map(|value| parse(value).ok_or_else(|| missing("lenses"))).collect()
    }

    fn outline(&mut self) -> Result<Vec<model::Block>, NotARecord> {
        let parse = |value: &Value| {
            let number = |at: usize| usize::try_from(value.get(at)?.as_u64()?).ok();
            Some(model::Block {
                form: model::BlockForm::find(value.get(0)?.as_str()?)?,
                start: number(1)?,
                end: number(2)?,
            })
        };
        let values = self.list("outline")?;
        values.iter().map(|value| parse(value).ok_or_else(|| missing("outline"))).collect()
    }

    fn says(&mut self) -> Result<Option<Says>, NotARecord> {
        match self.0.remove("says") {
            None => Ok(None),
            Some(Value::Object(fields)) => {
                let mut fields = Self(fields);
                Ok(Some(Says {
                    field: fields.parsed("field", Disputed::find)?,
                    value: fields.text("value")?,
                }))
            }
            Some(_) => Err(missing("says")),
        }
    }

    fn passages(&mut self) -> Result<Vec<Passage>, NotARecord> {
        self.list("sources")?
            .into_iter()
            .map(|value| {
                let Value::Object(fields) = value else { return Err(missing("sources")) };
                let mut fields = Self(fields);
                Ok(Passage {
                    document: fields.id("document")?,
                    begins: fields.text("begins")?,
                    ends: fields.text("ends")?,
                    prefix: fields.maybe_text("prefix")?,
                    says: fields.says()?,
                })
            })
            .collect()
    }
}

fn missing(key: &str) -> NotARecord {
    NotARecord::Malformed(key.to_owned())
}

#[cfg(test)]
mod tests;
