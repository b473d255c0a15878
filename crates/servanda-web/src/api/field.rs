//! The fields that a query may have: one table, from which requests are read and described.

use jiff::civil::Date;
use serde_json::{Value, json};
use servanda_model::{CommitmentState, Language, Lens, RecordId, Standing};
use servanda_register::{AsOf, Due};

use super::problem::Problem;
use super::{PAGE_DEFAULT, PAGE_MAX};
use crate::fields::Fields;
use crate::moment::{AS_OF as AS_OF_NAME, ON as ON_NAME};

/// The pattern of an identifier.
pub(super) const ID_PATTERN: &str = "^[0-9a-hjkmnp-tv-z]{10}$";
/// The pattern of a place in the changes.
const CURSOR_PATTERN: &str = "^[a-z][a-z0-9-]*-[0-9]{1,18}$";

/// A field of a query.
#[derive(Debug, Clone, Copy)]
pub(super) struct Field {
    /// Its name in addresses.
    pub(super) name: &'static str,
    /// The key of its description.
    pub(super) code: &'static str,
    /// What it may hold, as JSON Schema.
    pub(super) schema: fn() -> Value,
    /// Whether it may hold this.
    reads: fn(&str) -> bool,
}

/// The language of labels, addresses and messages.
pub(super) const LANGUAGE: Field = Field {
    name: "language",
    code: "language",
    schema: || json!({"type": "string", "enum": Language::ALL.map(Language::tag), "default": "en"}),
    reads: |text| Language::ALL.iter().any(|language| language.tag() == text),
};
/// The sizes of journals by voice.
const SIZES_PATTERN: &str = "^[a-z0-9-]{1,40}:[0-9]{1,18}(,[a-z0-9-]{1,40}:[0-9]{1,18}){0,15}$";
const AS_OF: Field = Field {
    name: AS_OF_NAME,
    code: "as-of",
    schema: || {
        json!({"anyOf": [
            {"type": "string", "format": "date"}, {"type": "string", "pattern": SIZES_PATTERN}
        ]})
    },
    reads: |text| match AsOf::parse(text) {
        Ok(AsOf::Day(_)) => text.len() == "2026-03-01".len(),
        Ok(AsOf::Sizes(_) | AsOf::Now) => true,
        Err(_no_moment) => false,
    },
};
const ON: Field = day(ON_NAME, "on");
const LIMIT: Field = Field {
    name: "limit",
    code: "limit",
    schema: || json!({"type": "integer", "minimum": 1, "maximum": PAGE_MAX, "default": PAGE_DEFAULT}),
    reads: |text| is_number(text, 1, PAGE_MAX),
};
const AFTER: Field = id("after", "after");
const AFTER_CHANGE: Field = Field {
    name: "after",
    code: "after",
    schema: || json!({"type": "string", "pattern": CURSOR_PATTERN}),
    reads: is_cursor,
};
const YEAR: Field = Field {
    name: "year",
    code: "year",
    schema: || json!({"type": "integer", "minimum": 1, "maximum": 9999}),
    reads: |text| is_number(text, 1, 9999),
};
const LENS: Field = Field {
    name: "lens",
    code: "lens",
    schema: || json!({"type": "string", "enum": codes(Lens::ALL.iter().map(|it| it.code()))}),
    reads: |text| Lens::find(text).is_some(),
};
const STANDING: Field = Field {
    name: "standing",
    code: "standing",
    schema: || json!({"type": "string", "enum": codes(Standing::ALL.iter().map(|it| it.code()))}),
    reads: |text| Standing::find(text).is_some(),
};
const STATE: Field = Field {
    name: "state",
    code: "state",
    schema: || json!({"type": "string", "enum": codes(CommitmentState::ALL.iter().map(|it| it.code()))}),
    reads: |text| CommitmentState::find(text).is_some(),
};
const DUE: Field = Field {
    name: "due",
    code: "due",
    schema: || json!({"type": "string", "enum": codes(Due::ALL.iter().map(|it| it.code()))}),
    reads: |text| Due::find(text).is_some(),
};

const fn day(name: &'static str, code: &'static str) -> Field {
    Field {
        name,
        code,
        schema: || json!({"type": "string", "format": "date"}),
        reads: |text| text.len() == "2026-03-01".len() && text.parse::<Date>().is_ok(),
    }
}

const fn id(name: &'static str, code: &'static str) -> Field {
    Field {
        name,
        code,
        schema: || json!({"type": "string", "pattern": ID_PATTERN}),
        reads: |text| RecordId::parse(text).is_ok(),
    }
}

/// The fields of every question.
pub(super) fn of_all() -> Vec<Field> {
    vec![LANGUAGE, AS_OF, ON]
}

/// The fields of a list of records.
pub(super) fn of_records() -> Vec<Field> {
    [of_all(), vec![LIMIT, AFTER]].concat()
}

/// The fields of the changes.
pub(super) fn of_changes() -> Vec<Field> {
    [of_all(), vec![LIMIT, AFTER_CHANGE]].concat()
}

/// The fields of the list of commitments: its filters too.
pub(super) fn of_commitments() -> Vec<Field> {
    let filters = vec![
        id("body", "body"),
        id("pillar", "pillar"),
        id("party", "party"),
        YEAR,
        DUE,
        STATE,
        LENS,
        STANDING,
    ];
    [of_records(), filters].concat()
}

/// What a request asks for.
#[derive(Debug)]
pub(super) struct Asked {
    /// The fields of its query, each once and each readable.
    pub(super) fields: Fields,
}

impl Asked {
    /// Reads a query. Programs are told what they mistype.
    pub(super) fn read(query: &str, known: &[Field]) -> Result<Self, Problem> {
        let mut seen: Vec<&'static str> = Vec::new();
        for (name, value) in form_urlencoded::parse(query.as_bytes()) {
            let Some(field) = known.iter().find(|field| field.name == name) else {
                let known = known.iter().map(|field| field.name).collect();
                return Err(Problem::UnknownField { name: name.into_owned(), known });
            };
            if seen.contains(&field.name) || !(field.reads)(&value) {
                return Err(Problem::Unreadable { field: field.name, code: field.code });
            }
            seen.push(field.name);
        }
        Ok(Self { fields: Fields::of_query(query) })
    }

    /// How many records or changes are asked for.
    pub(super) fn limit(&self) -> usize {
        self.fields.parsed(LIMIT.name).unwrap_or(PAGE_DEFAULT)
    }
}

/// The language a query asks for, read before everything else so that problems are told in it.
pub(super) fn language(query: &str) -> Language {
    Fields::of_query(query)
        .get(LANGUAGE.name)
        .and_then(|tag| Language::parse(tag).ok())
        .unwrap_or(Language::English)
}

fn codes(codes: impl Iterator<Item = &'static str>) -> Vec<&'static str> {
    codes.collect()
}

fn is_number(text: &str, least: usize, most: usize) -> bool {
    let is_plain = text.bytes().all(|byte| byte.is_ascii_digit()) && !text.starts_with('0');
    is_plain && text.parse().is_ok_and(|number: usize| (least..=most).contains(&number))
}

fn is_cursor(text: &str) -> bool {
    let Some((voice, entry)) = text.rsplit_once('-') else { return false };
    let is_voice = voice.starts_with(|c: char| c.is_ascii_lowercase())
        && voice.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-');
    let is_entry = (1..=18).contains(&entry.len()) && entry.bytes().all(|b| b.is_ascii_digit());
    is_voice && is_entry
}
