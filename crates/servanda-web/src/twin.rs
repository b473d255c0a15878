//! The `.json` twin of every page: the same facts, for programs.

use serde_json::{Map, Value, json};
use servanda_model::record::{Course, Measure, Response};
use servanda_model::{Facts, Kind, Language, Multilingual, RecordId, Standing};
use servanda_register::{Held, RegisterError, View};

use crate::answer::{Answer, PageError};
use crate::block::Names;
use crate::fields::Fields;
use crate::list::read_filter;
use crate::site::Desk;
use crate::{document, holding, journal, list, record, routes, search};

/// Records in one answer.
const PAGE_RECORDS: usize = 200;

/// The twin of the home of the installation: the registers kept here.
pub(crate) fn of_home(desk: &Desk, view: &View<'_>) -> Result<Answer, PageError> {
    let mut registers = Vec::new();
    for held in view.partnerships()? {
        let names = Names::new(view, desk.locale, &held.partnership);
        let counts: Map<String, Value> = view
            .counts(&held.partnership)?
            .into_iter()
            .map(|(kind, count)| (routes::collection(kind).to_owned(), count.into()))
            .collect();
        registers.push(json!({"partnership": value(desk, &names, &held)?, "counts": counts}));
    }
    Ok(Answer::Data(json!({"registers": registers, "as-of": as_of(view)?})))
}

/// The twin of the page about the register: its words and what they mean.
pub(crate) fn of_about(desk: &Desk) -> Answer {
    let meanings = |prefix: &str, codes: Vec<&'static str>| -> Map<String, Value> {
        codes
            .into_iter()
            .map(|code| (code.to_owned(), desk.locale.say_code(prefix, code).into()))
            .collect()
    };
    let kinds = Kind::ALL.iter().map(|kind| kind.code()).collect();
    let standings = Standing::ALL.iter().map(|standing| standing.code()).collect();
    Answer::Data(json!({
        "kinds": meanings("kind-meaning", kinds),
        "standings": meanings("standing-meaning", standings)
    }))
}

/// The twin of a record's page.
pub(crate) fn of_record(
    desk: &Desk,
    view: &View<'_>,
    partnership: &str,
    kind: Kind,
    id: &RecordId,
) -> Result<Answer, PageError> {
    let held = record::find(view, partnership, kind, id)?;
    let names = Names::new(view, desk.locale, partnership);
    let mut value = value(desk, &names, &held)?;
    let history: Vec<Value> = view
        .history(id)?
        .into_iter()
        .map(|act| {
            json!({
                "act": act.word, "at": instant(act.at), "journal": act.origin,
                "entry": act.entry, "leaf": act.leaf, "effect": act.effect
            })
        })
        .collect();
    let parts = parts(desk, view, id)?;
    if let Some(fields) = value.as_object_mut() {
        fields.insert("history".to_owned(), history.into());
        fields.insert("parts".to_owned(), parts.into());
        fields.insert("as-of".to_owned(), as_of(view)?);
    }
    Ok(Answer::Data(value))
}

/// The twin of a record's history: every state it was in, oldest first.
pub(crate) fn of_history(
    desk: &Desk,
    view: &View<'_>,
    partnership: &str,
    kind: Kind,
    id: &RecordId,
) -> Result<Answer, PageError> {
    record::find(view, partnership, kind, id)?;
    let names = Names::new(view, desk.locale, partnership);
    let mut versions = Vec::new();
    for version in view.versions(id)? {
        let mut state = value(desk, &names, &version.held)?;
        if let Some(fields) = state.as_object_mut() {
            // Where passages stand is known of the state that stands alone.
            fields.remove("sources");
            fields.insert("since".to_owned(), version.since.into());
        }
        versions.push(state);
    }
    Ok(Answer::Data(json!({"versions": versions, "as-of": as_of(view)?})))
}

/// The parts of a record with what is needed to compute their commitments again. What the texts
/// above do not hold, the facts and the text of a document, is given as it was hashed.
fn parts(desk: &Desk, view: &View<'_>, id: &RecordId) -> Result<Vec<Value>, PageError> {
    let mut parts = Vec::new();
    for row in view.parts(id)? {
        let opened = desk.site.office().opened(&row.commitment)?;
        let salt = opened.as_ref().map(|opened| opened.salt.clone());
        let bytes = opened
            .filter(|_| matches!(row.role.as_str(), "facts" | "text"))
            .and_then(|opened| String::from_utf8(opened.bytes).ok());
        parts.push(json!({
            "role": row.role, "language": row.language, "commitment": row.commitment,
            "held": row.held, "salt": salt, "bytes": bytes
        }));
    }
    Ok(parts)
}

/// The twin of a list.
pub(crate) fn of_list(
    desk: &Desk,
    view: &View<'_>,
    partnership: &str,
    kind: Kind,
) -> Result<Answer, PageError> {
    let mut found = view.of_kind(partnership, kind)?;
    partnership_exists(view, partnership)?;
    list::order(desk.locale, kind, &mut found);
    listed(desk, view, partnership, found.len(), &found)
}

/// The twin of the list of commitments, with its filters.
pub(crate) fn of_commitments(
    desk: &Desk,
    view: &View<'_>,
    partnership: &str,
    fields: &Fields,
) -> Result<Answer, PageError> {
    partnership_exists(view, partnership)?;
    let (filter, number) = read_filter(fields, desk.today());
    let first = (number - 1).saturating_mul(PAGE_RECORDS);
    let found = view.commitments(partnership, &filter, first, PAGE_RECORDS)?;
    let total = usize::try_from(found.total).unwrap_or(usize::MAX);
    listed(desk, view, partnership, total, &found.records)
}

fn listed(
    desk: &Desk,
    view: &View<'_>,
    partnership: &str,
    total: usize,
    records: &[Held],
) -> Result<Answer, PageError> {
    let names = Names::new(view, desk.locale, partnership);
    let records = records
        .iter()
        .map(|held| value(desk, &names, held))
        .collect::<Result<Vec<Value>, RegisterError>>()?;
    Ok(Answer::Data(json!({"total": total, "records": records, "as-of": as_of(view)?})))
}

/// The twin of the search page.
pub(crate) fn of_search(
    desk: &Desk,
    view: &View<'_>,
    fields: &Fields,
) -> Result<Answer, PageError> {
    let found = search::found(desk, view, fields)?;
    let hits: Vec<Value> = found
        .hits
        .iter()
        .map(|hit| {
            json!({
                "record": hit.record, "kind": hit.kind, "language": hit.language.tag(),
                "title": hit.title, "within": hit.within,
                "address": format!("{}{}", desk.site.address(), hit.path),
                "date": hit.date, "standing": hit.standing, "snippet": hit.excerpt()
            })
        })
        .collect();
    let facets: Map<String, Value> = found
        .facets
        .iter()
        .map(|facet| {
            let values = facet
                .values
                .iter()
                .map(|it| json!({"value": it.value, "label": it.label, "count": it.count}));
            (facet.facet.code().to_owned(), values.collect())
        })
        .collect();
    let also: Vec<Value> = found
        .also
        .iter()
        .map(|(language, term)| json!({"language": language.tag(), "term": term}))
        .collect();
    let asking = &found.asking;
    let filters: Map<String, Value> = asking
        .filters
        .iter()
        .map(|(facet, value)| (facet.code().to_owned(), value.as_str().into()))
        .collect();
    Ok(Answer::Data(json!({
        "query": asking.words, "in": asking.partnership, "filters": filters,
        "sort": asking.sort.code(), "page": asking.number, "page-size": search::PAGE_HITS,
        "total": found.total, "widened": found.widened, "corrected": found.corrected,
        "also": also, "related": found.related, "hits": hits, "facets": facets,
        "as-of": as_of(view)?
    })))
}

/// The twin of the page of all journals.
pub(crate) fn of_journals(
    desk: &Desk,
    view: &View<'_>,
    partnership: &str,
) -> Result<Answer, PageError> {
    partnership_exists(view, partnership)?;
    let mut journals = Vec::new();
    for row in journal::of_partnership(view, partnership)? {
        let voice = record::voice_of(&row.origin).to_owned();
        journals.push(json!({
            "origin": row.origin, "size": row.size, "root": row.root,
            "last-at": instant(row.last_at),
            "verifier": desk.site.office().verifier(&row.origin)?,
            "checkpoint": format!("{}/{partnership}/{voice}/checkpoint", desk.site.address())
        }));
    }
    Ok(Answer::Data(json!({"journals": journals})))
}

/// The twin of one journal: its entries, newest first.
pub(crate) fn of_journal(
    view: &View<'_>,
    partnership: &str,
    voice: &str,
    before: Option<u64>,
) -> Result<Answer, PageError> {
    let row = journal::find(view, partnership, voice)?;
    let acts = view.acts(&row.origin, before.unwrap_or(row.size), PAGE_RECORDS)?;
    let entries: Vec<Value> = acts
        .into_iter()
        .map(|act| {
            json!({
                "entry": act.entry, "act": act.word, "at": instant(act.at), "leaf": act.leaf,
                "record": act.record.map(|id| id.to_string()), "effect": act.effect
            })
        })
        .collect();
    Ok(Answer::Data(json!({
        "origin": row.origin, "size": row.size, "root": row.root, "entries": entries
    })))
}

/// The twin of an entry: its bytes.
pub(crate) fn of_entry(
    desk: &Desk,
    view: &View<'_>,
    partnership: &str,
    voice: &str,
    index: u64,
) -> Result<Answer, PageError> {
    let row = journal::find(view, partnership, voice)?;
    let bytes = desk.site.office().entry(&row.origin, index)?.ok_or(PageError::NotFound)?;
    Ok(Answer::Static { bytes, media_type: "application/json", lasting: true })
}

/// That a partnership with this name is kept here.
pub(crate) fn partnership_exists(view: &View<'_>, partnership: &str) -> Result<(), PageError> {
    if view.of_kind(partnership, Kind::Partnership)?.is_empty() {
        Err(PageError::NotFound)
    } else {
        Ok(())
    }
}

/// A record as data. The facts are those of the journal; the links say what they lead to.
pub(crate) fn value(desk: &Desk, names: &Names<'_>, held: &Held) -> Result<Value, RegisterError> {
    let record = &held.record;
    let address = |id: &RecordId, kind: Kind| {
        format!(
            "{}{}",
            desk.site.address(),
            names.path(&routes::record(names.partnership, kind, id))
        )
    };
    let texts: Map<String, Value> = record
        .texts
        .iter()
        .map(|(role, text)| (role.code().to_owned(), multilingual(text)))
        .collect();
    let mut links: Map<String, Value> = Map::new();
    for (relation, id) in record.facts.links() {
        let kind = names.view.kind(id)?;
        let link = json!({
            "id": id.as_str(),
            "label": names.view.label(id, names.locale.language())?,
            "address": kind.map(|kind| address(id, kind))
        });
        let known = links.entry(relation.code()).or_insert_with(|| Value::Array(Vec::new()));
        if let Value::Array(known) = known {
            known.push(link);
        }
    }
    let lenses: Vec<&str> = record.facts.lenses().iter().map(|lens| lens.code()).collect();
    Ok(json!({
        "id": record.id.as_str(),
        "kind": record.kind().code(),
        "address": address(&record.id, record.kind()),
        "standing": held.standing.code(),
        "texts": texts,
        "dates": dates(&record.facts),
        "details": details(&record.facts),
        "holding": holding::data(names, held, desk.today())?,
        "links": links,
        "lenses": lenses,
        "sources": sources(names, held)?,
        "recorded": {
            "journal": held.origin, "entry": held.entry, "leaf": held.leaf,
            "at": instant(held.at)
        }
    }))
}

fn multilingual(text: &Multilingual) -> Value {
    let versions: Map<String, Value> = text
        .versions()
        .map(|(language, text)| (language.map_or("und", Language::tag).to_owned(), text.into()))
        .collect();
    Value::Object(versions)
}

/// The dates of a record, in EDTF.
pub(crate) fn dates(facts: &Facts) -> Value {
    let when = |when: Option<servanda_model::When>| when.map(|when| when.to_string());
    match facts {
        Facts::Partnership(it) => json!({"since": it.since.to_string()}),
        Facts::Term(it) => {
            json!({"from": when(it.from), "to": when(it.to), "documented": when(it.documented)})
        }
        Facts::Body(it) => json!({"since": when(it.since), "until": when(it.until)}),
        Facts::Instrument(it) => json!({"date": when(it.date), "period": when(it.period)}),
        Facts::Meeting(it) => json!({"date": it.date.to_string()}),
        Facts::Commitment(it) => json!({"made": it.made.to_string(), "due": when(it.due)}),
        Facts::Recommendation(it) => {
            json!({"made": it.made.to_string(), "answer-due": when(it.answer_due)})
        }
        Facts::Observation(it) => json!({"made": it.made.to_string()}),
        Facts::Engagement(it) => json!({"period": it.period.to_string()}),
        Facts::Figure(it) => json!({"when": it.when.to_string()}),
        Facts::Document(it) => json!({"published": when(it.published)}),
        Facts::Party(_)
        | Facts::Institution(_)
        | Facts::Person
        | Facts::Post(_)
        | Facts::Participation(_)
        | Facts::Section(_) => json!({}),
    }
}

/// What else a record has that is not a text, date or link.
pub(crate) fn details(facts: &Facts) -> Value {
    match facts {
        Facts::Party(it) => json!({"code": it.code}),
        Facts::Post(it) => json!({"role": it.role.code()}),
        Facts::Body(it) => json!({"form": it.form.code(), "state": it.state.code()}),
        Facts::Instrument(it) => json!({"form": it.form.code()}),
        Facts::Section(it) => {
            json!({
                "form": it.form.code(), "number": it.number, "course": it.course.map(Course::code)
            })
        }
        Facts::Commitment(it) => json!({"course": it.course.map(Course::code)}),
        Facts::Recommendation(it) => json!({"response": it.response.map(Response::code)}),
        Facts::Observation(it) => json!({"form": it.form.code()}),
        Facts::Participation(it) => json!({"role": it.role.code(), "number": it.number}),
        Facts::Engagement(it) => json!({"form": it.form.code()}),
        Facts::Meeting(it) => {
            json!({"number": it.number, "mode": it.mode.map(servanda_model::record::Mode::code)})
        }
        Facts::Figure(it) => {
            json!({"value": it.value, "measure": it.measure.map(Measure::code)})
        }
        Facts::Document(it) => json!({
            "digest": it.digest, "media-type": it.media_type, "language": it.language.tag(),
            "published-at": it.address
        }),
        Facts::Partnership(_) | Facts::Institution(_) | Facts::Person | Facts::Term(_) => json!({}),
    }
}

/// The passages of a record, as W3C Web Annotation selectors.
fn sources(names: &Names<'_>, held: &Held) -> Result<Vec<Value>, RegisterError> {
    let mut sources = Vec::new();
    for mark in names.view.passages_of(&held.record.id)? {
        let position = usize::try_from(mark.position).unwrap_or(usize::MAX);
        let Some(passage) = held.record.sources.get(position) else { continue };
        let place = names
            .view
            .find(&passage.document)?
            .map(|document| document::place_of(names, &document, &mark));
        sources.push(json!({
            "document": passage.document.as_str(),
            "begins": passage.begins, "ends": passage.ends, "prefix": passage.prefix,
            "says": passage.says.as_ref().map(|says| {
                json!({"field": says.field.code(), "value": says.value})
            }),
            "start": mark.span.map(|(start, _)| start), "end": mark.span.map(|(_, end)| end),
            "address": place
        }));
    }
    Ok(sources)
}

/// How far each journal was followed.
pub(crate) fn as_of(view: &View<'_>) -> Result<Value, RegisterError> {
    let sizes: Map<String, Value> =
        view.journals()?.into_iter().map(|row| (row.origin, row.size.into())).collect();
    Ok(Value::Object(sizes))
}

/// A moment in seconds since 1970, as RFC 3339 writes it.
pub(crate) fn instant(at: i64) -> Option<String> {
    jiff::Timestamp::from_second(at).ok().map(|at| at.to_string())
}
