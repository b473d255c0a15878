//! What a page is about, in the words of schema.org (JSON-LD): for search engines and archives.
//! Of a person nothing but the name.

use serde_json::{Map, Value, json};
use servanda_model::record::{Document, Mode};
use servanda_model::{Facts, Kind, Language, RecordId, Role, When};
use servanda_register::{Held, RegisterError};

use crate::block::{Link, Names};
use crate::form::{self, Form, FormLink};
use crate::site::Desk;
use crate::{routes, twin};

/// Characters of a text that are repeated here; the page has all of it.
const TEXT_CHARS_MAX: usize = 800;

/// What a record is.
pub(crate) fn of_record(
    desk: &Desk,
    names: &Names<'_>,
    held: &Held,
) -> Result<Value, RegisterError> {
    let mut thing = Thing::new(desk, names, held);
    match &held.record.facts {
        Facts::Person => return Ok(thing.only_named("Person")),
        Facts::Party(_) => thing.is("Country"),
        Facts::Institution(it) => {
            thing.is(if it.party.is_some() { "GovernmentOrganization" } else { "Organization" });
            thing.text("alternateName", Role::Acronym);
            thing.record("parentOrganization", it.parent.as_ref())?;
        }
        Facts::Partnership(it) => {
            thing.is("Organization");
            thing.text("alternateName", Role::Acronym);
            thing.text("description", Role::Summary);
            thing.records("member", &it.parties)?;
            thing.date("foundingDate", Some(it.since));
        }
        Facts::Body(it) => {
            thing.is("Organization");
            thing.text("alternateName", Role::Acronym);
            thing.text("description", Role::Mandate);
            thing.record("parentOrganization", it.parent.as_ref())?;
            thing.date("foundingDate", it.since);
            thing.date("dissolutionDate", it.until);
        }
        Facts::Meeting(it) => {
            thing.is("Event");
            thing.date("startDate", Some(it.date));
            thing.end("endDate", it.date);
            thing.record("organizer", it.series.as_ref())?;
            thing.record("superEvent", it.part_of.as_ref())?;
            thing.place(it.mode);
        }
        Facts::Instrument(it) => {
            thing.is("CreativeWork");
            thing.text("description", Role::Summary);
            thing.date("dateCreated", it.date);
            thing.records("creator", &it.parties)?;
            thing.record("isPartOf", it.parent.as_ref())?;
        }
        Facts::Section(it) => {
            thing.is("CreativeWork");
            thing.set("position", it.number.into());
            thing.record("isPartOf", Some(&it.instrument))?;
        }
        Facts::Commitment(it) => {
            thing.work(it.made, &it.owed_by)?;
            thing.date("expires", it.due);
        }
        Facts::Recommendation(it) => thing.work(it.made, &it.by)?,
        Facts::Observation(it) => thing.work(it.made, &it.by)?,
        Facts::Figure(it) => {
            thing.is("Observation");
            thing.set("value", it.value.clone().into());
            thing.text("unitText", Role::Unit);
            thing.date("observationDate", Some(it.when));
        }
        Facts::Document(it) => thing.document(it),
        Facts::Engagement(it) => {
            thing.is("Project");
            thing.text("description", Role::Summary);
            thing.date("startDate", Some(it.period));
        }
        Facts::Post(_) | Facts::Term(_) | Facts::Participation(_) => thing.is("WebPage"),
    }
    Ok(thing.finish())
}

/// What a list is: a data set, with the forms in which it can be had.
pub(crate) fn of_list(
    desk: &Desk,
    title: &str,
    description: &str,
    permanent: &str,
    data: &str,
    forms: &[FormLink],
) -> Value {
    let download = |href: &str, media_type: &str| {
        json!({
            "@type": "DataDownload", "encodingFormat": media_type,
            "contentUrl": format!("{}{href}", desk.site.address())
        })
    };
    let mut distribution = vec![download(data, Form::Data.media_type())];
    distribution.extend(forms.iter().map(|form| download(&form.href, form.media_type)));
    json!({
        "@type": "Dataset", "@id": permanent, "url": permanent, "name": title,
        "description": description, "inLanguage": Language::ALL.map(Language::tag),
        "isAccessibleForFree": true, "distribution": distribution
    })
}

/// The block of a page: what it is about and the way to it. Nothing in it ends the block.
pub(crate) fn block(
    desk: &Desk,
    way: &[Link],
    title: &str,
    permanent: &str,
    thing: &Value,
) -> String {
    let here = Link::to(title, permanent.trim_start_matches(desk.site.address()));
    let way: Vec<Value> = way
        .iter()
        .chain([&here])
        .zip(1..)
        .map(|(link, position)| {
            let href = link.href.as_deref().unwrap_or_default();
            json!({
                "@type": "ListItem", "position": position, "name": link.text,
                "item": format!("{}{href}", desk.site.address())
            })
        })
        .collect();
    let graph = json!({
        "@context": "https://schema.org",
        "@graph": [thing, {"@type": "BreadcrumbList", "itemListElement": way}]
    });
    graph.to_string().replace('<', "\\u003c")
}

/// A thing that is being described.
struct Thing<'page> {
    desk: &'page Desk,
    names: &'page Names<'page>,
    held: &'page Held,
    fields: Map<String, Value>,
}

impl<'page> Thing<'page> {
    fn new(desk: &'page Desk, names: &'page Names<'page>, held: &'page Held) -> Self {
        let path = routes::record(names.partnership, held.record.kind(), &held.record.id);
        let address = form::address(desk, names, &path);
        let mut thing = Self { desk, names, held, fields: Map::new() };
        thing.set("@id", address.clone().into());
        thing.set("url", address.into());
        thing.set("name", names.title(held).into());
        thing.set("identifier", held.record.id.as_str().into());
        thing.set("inLanguage", desk.locale.language().locale().into());
        thing.set("dateModified", twin::instant(held.at).into());
        thing
    }

    fn finish(self) -> Value {
        Value::Object(self.fields)
    }

    /// A thing of which only the name is said.
    fn only_named(mut self, what: &str) -> Value {
        self.fields.retain(|name, _| matches!(name.as_str(), "@id" | "url" | "name"));
        self.is(what);
        self.finish()
    }

    fn is(&mut self, what: &str) {
        self.set("@type", what.into());
    }

    fn set(&mut self, name: &str, value: Value) {
        if !value.is_null() {
            self.fields.insert(name.to_owned(), value);
        }
    }

    fn text(&mut self, name: &str, role: Role) {
        let text = self.desk.locale.text(self.held.record.texts.get(&role));
        let text: Option<String> = text.map(|text| text.chars().take(TEXT_CHARS_MAX).collect());
        self.set(name, text.into());
    }

    fn record(&mut self, name: &str, id: Option<&RecordId>) -> Result<(), RegisterError> {
        self.records(name, id.map(std::slice::from_ref).unwrap_or_default())
    }

    /// Records that have a name, by that and their address.
    fn records(&mut self, name: &str, ids: &[RecordId]) -> Result<(), RegisterError> {
        let mut found = Vec::new();
        for id in ids {
            let Some(kind) = self.names.view.kind(id)? else { continue };
            let what = match kind {
                Kind::Party => "Country",
                Kind::Person => "Person",
                Kind::Meeting => "Event",
                Kind::Instrument => "CreativeWork",
                Kind::Partnership
                | Kind::Institution
                | Kind::Post
                | Kind::Term
                | Kind::Body
                | Kind::Section
                | Kind::Commitment
                | Kind::Recommendation
                | Kind::Observation
                | Kind::Participation
                | Kind::Engagement
                | Kind::Figure
                | Kind::Document => "Organization",
            };
            let path = routes::record(self.names.partnership, kind, id);
            let address = form::address(self.desk, self.names, &path);
            found.push(json!({"@type": what, "@id": address, "name": self.names.link(id)?.text}));
        }
        match found.len() {
            0 => {}
            1 => self.set(name, found.pop().into()),
            _several => self.set(name, found.into()),
        }
        Ok(())
    }

    /// The first date that it can be, as ISO 8601 writes it.
    fn date(&mut self, name: &str, when: Option<When>) {
        let written = when.map(|when| match when {
            When::At(point) | When::Between(point, _) | When::From(point) | When::Until(point) => {
                calendar_date(&point.to_string())
            }
        });
        self.set(name, written.into());
    }

    fn end(&mut self, name: &str, when: When) {
        if let When::Between(_, last) = when {
            self.set(name, calendar_date(&last.to_string()).into());
        }
    }

    fn place(&mut self, mode: Option<Mode>) {
        let place = self.desk.locale.text(self.held.record.texts.get(&Role::Place));
        let place = place.map(|place| json!({"@type": "Place", "name": place, "address": place}));
        self.set("location", place.into());
        let attendance = mode.map(|mode| match mode {
            Mode::InPerson => "https://schema.org/OfflineEventAttendanceMode",
            Mode::Virtual => "https://schema.org/OnlineEventAttendanceMode",
            Mode::Hybrid => "https://schema.org/MixedEventAttendanceMode",
        });
        self.set("eventAttendanceMode", attendance.into());
    }

    /// Words that somebody said or agreed to.
    fn work(&mut self, made: When, by: &[RecordId]) -> Result<(), RegisterError> {
        self.is("CreativeWork");
        self.text("text", Role::Wording);
        self.date("dateCreated", Some(made));
        self.records("creator", by)
    }

    fn document(&mut self, document: &Document) {
        self.is("DigitalDocument");
        self.set("inLanguage", document.language.tag().into());
        self.date("datePublished", document.published);
        self.set("sameAs", document.address.clone().into());
        let name = self.desk.locale.text(self.held.record.texts.get(&Role::Publisher));
        let publisher = name.map(|name| json!({"@type": "Organization", "name": name}));
        self.set("publisher", publisher.into());
    }
}

/// EDTF's seasons and quarters are not ISO dates: what is left is their year.
fn calendar_date(edtf: &str) -> String {
    let is_part_of_year = edtf.len() == 7 && edtf.get(5..).is_some_and(|month| month > "12");
    edtf.get(..4).filter(|_| is_part_of_year).unwrap_or(edtf).to_owned()
}
