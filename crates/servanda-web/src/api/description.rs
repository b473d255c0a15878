//! The description of every address (`OpenAPI` 3.1), made from the tables by which requests are read
//! and from the records that are here, so that its examples can be asked for as they stand.

use serde_json::{Map, Value, json};
use servanda_model::{Kind, Standing};
use servanda_register::{CommitmentFilter, RegisterError, View};

use super::field::{self, Field, ID_PATTERN};
use crate::locale::Locale;
use crate::routes;
use crate::site::Desk;

/// What can be asked at one address.
pub(crate) struct Operation {
    /// Its name for programs, and the key of what it does.
    pub(crate) code: &'static str,
    /// The address, with the names of what varies.
    pub(crate) path: String,
    fields: Vec<Field>,
    /// The name of the schema of its answer.
    answer: &'static str,
    /// Values of what varies in the path, for an example.
    varying: Vec<(&'static str, String)>,
    /// Addresses that can be asked for as they stand.
    pub(crate) examples: Vec<String>,
}

impl Operation {
    /// All of them, with examples from the register.
    pub(crate) fn all(view: &View<'_>) -> Result<Vec<Self>, RegisterError> {
        let here = Here::of(view)?;
        let mut commitment = here.listed(Kind::Commitment);
        commitment.extend(here.commitment.clone().map(|id| ("id", id)));
        let meetings = here.listed(Kind::Meeting);
        let named = here.named();
        Ok(vec![
            Self::new("describe", "/openapi.json", vec![field::LANGUAGE], "Description"),
            Self::new("partnerships", "/partnerships", field::of_all(), "Partnerships"),
            Self::new(
                "commitments",
                "/{partnership}/commitments",
                field::of_commitments(),
                "Records",
            )
            .shown(named.clone(), "lens=gender&due=passed&limit=5"),
            Self::new("records", "/{partnership}/{collection}", field::of_records(), "Records")
                .shown(meetings, "language=fr&limit=2"),
            Self::new("record", "/{partnership}/{collection}/{id}", field::of_all(), "OneRecord")
                .shown(commitment, "language=es"),
            Self::new("changes", "/{partnership}/changes", field::of_changes(), "Changes")
                .shown(named, "language=fr&limit=2"),
        ])
    }

    fn new(code: &'static str, path: &str, fields: Vec<Field>, answer: &'static str) -> Self {
        let path = format!("{}{path}", routes::API_V1);
        let examples = example(&path, &[]).into_iter().collect();
        Self { code, path, fields, answer, varying: Vec::new(), examples }
    }

    /// With examples: the address of something that is here, alone and with fields.
    fn shown(mut self, varying: Vec<(&'static str, String)>, query: &str) -> Self {
        if let Some(plain) = example(&self.path, &varying) {
            self.examples = vec![plain.clone(), format!("{plain}?{query}")];
        }
        self.varying = varying;
        self
    }

    fn describe(&self, locale: &Locale) -> Value {
        let varying = self.path.split(['{', '}']).skip(1).step_by(2).map(|name| {
            let example = self.varying.iter().find(|(known, _)| *known == name);
            let mut parameter = json!({
                "name": name, "in": "path", "required": true,
                "description": locale.say_code("api-field", name),
                "schema": path_schema(name, self.code)
            });
            if let (Some((_, example)), Some(fields)) = (example, parameter.as_object_mut()) {
                fields.insert("example".to_owned(), example.clone().into());
            }
            parameter
        });
        let fields = self.fields.iter().map(|field| {
            json!({
                "name": field.name, "in": "query", "required": false,
                "description": locale.say_code("api-field", field.code),
                "schema": (field.schema)()
            })
        });
        let parameters: Vec<Value> = varying.chain(fields).collect();
        json!({"get": {
            "operationId": self.code,
            "summary": locale.say_code("api-does", self.code),
            "parameters": parameters,
            "responses": responses(locale, self.answer),
            "x-examples": self.examples
        }})
    }
}

/// Something that is here, for examples.
struct Here {
    partnership: Option<String>,
    commitment: Option<String>,
}

impl Here {
    fn of(view: &View<'_>) -> Result<Self, RegisterError> {
        let mut here = Self { partnership: None, commitment: None };
        for held in view.partnerships()? {
            let none = CommitmentFilter::default();
            let found = view.sweep(&held.partnership, Kind::Commitment, &none, None, 1)?;
            here.commitment = found.records.first().map(|held| held.record.id.to_string());
            here.partnership = Some(held.partnership);
            if here.commitment.is_some() {
                break;
            }
        }
        Ok(here)
    }

    fn named(&self) -> Vec<(&'static str, String)> {
        self.partnership.clone().map(|name| ("partnership", name)).into_iter().collect()
    }

    fn listed(&self, kind: Kind) -> Vec<(&'static str, String)> {
        let mut varying = self.named();
        varying.push(("collection", routes::collection(kind).to_owned()));
        varying
    }
}

fn example(path: &str, varying: &[(&'static str, String)]) -> Option<String> {
    let mut address = path.to_owned();
    for (name, value) in varying {
        address = address.replace(&format!("{{{name}}}"), value);
    }
    (!address.contains('{')).then_some(address)
}

fn path_schema(name: &str, operation: &str) -> Value {
    match name {
        "collection" => {
            // The commitments have an address of their own, with filters.
            let kinds =
                Kind::ALL.iter().filter(|kind| operation == "record" || **kind != Kind::Commitment);
            let collections: Vec<&str> = kinds.map(|kind| routes::collection(*kind)).collect();
            json!({"type": "string", "enum": collections})
        }
        "id" => json!({"type": "string", "pattern": ID_PATTERN}),
        _partnership => json!({"type": "string", "pattern": "^[a-z][a-z0-9-]*$"}),
    }
}

fn responses(locale: &Locale, answer: &str) -> Value {
    let words = |key: &str| locale.say_code("api-answers", key);
    let tag = json!({"ETag": {"description": words("tag"), "schema": {"type": "string"}}});
    let problem = |key: &str| {
        let schema = json!({"$ref": "#/components/schemas/Problem"});
        json!({
            "description": words(key),
            "content": {"application/problem+json": {"schema": schema}}
        })
    };
    let schema = json!({"$ref": format!("#/components/schemas/{answer}")});
    json!({
        "200": {
            "description": words("200"), "headers": tag,
            "content": {"application/json": {"schema": schema}}
        },
        "304": {"description": words("304"), "headers": tag},
        "400": problem("400"),
        "404": problem("404"),
        "405": problem("405"),
        "500": problem("500")
    })
}

/// The whole description, in the words of a language.
pub(super) fn of(desk: &Desk, view: &View<'_>) -> Result<Value, RegisterError> {
    let locale = desk.locale;
    let mut paths = Map::new();
    for operation in Operation::all(view)? {
        let described = operation.describe(locale);
        paths.insert(operation.path, described);
    }
    Ok(json!({
        "openapi": "3.1.0",
        "info": {
            "title": format!("Servanda – {}", locale.say("api-title")),
            "version": concat!("1.", env!("CARGO_PKG_VERSION")),
            "description": locale.say("api-lead")
        },
        "servers": [{"url": desk.site.address()}],
        "externalDocs": {"url": format!(
            "{}{}", desk.site.address(), routes::localized(locale.language(), routes::API)
        )},
        "paths": paths,
        "components": {"schemas": schemas()}
    }))
}

fn schemas() -> Value {
    let record = record();
    let mut single = record.clone();
    if let (Some(known), Value::Object(more)) = (single.as_object_mut(), beside_a_record()) {
        known.extend(more);
    }
    let acts = ["state", "change", "retract", "erase"];
    let changed = json!({
        "id": id(), "kind": record.get("kind"), "label": text(), "address": record.get("address")
    });
    json!({
        "Record": whole(&record),
        "OneRecord": whole(&single),
        "Records": whole(&json!({
            "total": count(), "records": list(&one("Record")), "next": maybe_text(),
            "as-of": one("AsOf")
        })),
        "Changes": whole(&json!({
            "changes": list(&one("Change")), "next": maybe_text(), "as-of": one("AsOf")
        })),
        "Change": whole(&json!({
            "act": {"type": "string", "enum": acts}, "at": moment(), "journal": text(),
            "entry": count(), "leaf": text(), "record": whole(&changed)
        })),
        "Partnerships": whole(&json!({
            "registers": list(&whole(&json!({
                "partnership": one("Record"), "counts": by_name(&count())
            }))),
            "as-of": one("AsOf")
        })),
        "Link": whole(&json!({"id": id(), "label": maybe_text(), "address": maybe_text()})),
        "Source": whole(&json!({
            "document": id(), "begins": text(), "ends": text(), "prefix": maybe_text(),
            "says": {"type": ["object", "null"]}, "start": {"type": ["integer", "null"]},
            "end": {"type": ["integer", "null"]}, "address": maybe_text()
        })),
        "AsOf": by_name(&count()),
        "Description": {"type": "object", "required": ["openapi", "info", "paths"]},
        "Problem": whole(&json!({
            "type": text(), "status": {"type": "integer"}, "title": text(), "detail": text()
        }))
    })
}

/// What every record has.
fn record() -> Value {
    let kinds: Vec<&str> = Kind::ALL.iter().map(|kind| kind.code()).collect();
    json!({
        "id": id(),
        "kind": {"type": "string", "enum": kinds},
        "address": {"type": "string", "format": "uri"},
        "standing": {"type": "string", "enum": Standing::ALL.map(Standing::code)},
        "texts": by_name(&by_name(&text())),
        "dates": by_name(&maybe_text()),
        "details": by_name(&json!({"type": ["string", "integer", "null"]})),
        "holding": holding(),
        "links": by_name(&list(&one("Link"))),
        "lenses": list(&text()),
        "sources": list(&one("Source")),
        "recorded": whole(&json!({
            "journal": text(), "entry": count(), "leaf": text(), "at": moment()
        }))
    })
}

/// How a post stands on the day that is asked for.
fn holding() -> Value {
    let states = json!(["held", "last-known", "vacant", "never-named"]);
    let holding = whole(&json!({
        "on": {"type": "string", "format": "date"},
        "state": {"type": "string", "enum": states},
        "term": maybe_text(), "since": maybe_text()
    }));
    json!({"anyOf": [holding, {"type": "null"}]})
}

/// What is given with a record that is asked for alone.
fn beside_a_record() -> Value {
    json!({
        "history": list(&whole(&json!({
            "act": text(), "at": moment(), "journal": text(), "entry": count(), "leaf": text(),
            "effect": text()
        }))),
        "parts": list(&whole(&json!({
            "role": text(), "language": text(), "commitment": text(),
            "held": {"type": "boolean"}, "salt": maybe_text(), "bytes": maybe_text()
        }))),
        "as-of": one("AsOf")
    })
}

fn text() -> Value {
    json!({"type": "string"})
}

fn maybe_text() -> Value {
    json!({"type": ["string", "null"]})
}

fn moment() -> Value {
    json!({"type": "string", "format": "date-time"})
}

fn count() -> Value {
    json!({"type": "integer", "minimum": 0})
}

fn id() -> Value {
    json!({"type": "string", "pattern": ID_PATTERN})
}

fn one(name: &str) -> Value {
    json!({"$ref": format!("#/components/schemas/{name}")})
}

fn list(items: &Value) -> Value {
    json!({"type": "array", "items": items})
}

fn by_name(value: &Value) -> Value {
    json!({"type": "object", "additionalProperties": value})
}

/// An object that has all of these and nothing else.
fn whole(properties: &Value) -> Value {
    let names: Vec<String> = properties
        .as_object()
        .map(|properties| properties.keys().cloned().collect())
        .unwrap_or_default();
    json!({
        "type": "object", "properties": properties, "required": names,
        "additionalProperties": false
    })
}
