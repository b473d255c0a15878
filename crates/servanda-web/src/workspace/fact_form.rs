//! The facts of a draft as they are typed, ticked and chosen, and what they come to.
//!
//! Words: what is *offered* for a fact are the records that it may name, each by a name of its own.

use std::collections::{BTreeMap, BTreeSet};

use axum::http::Uri;
use serde_json::{Map, Value};
use servanda_model::{Kind, Language, RecordId, When};
use servanda_register::RegisterError;
use unicode_normalization::UnicodeNormalization;

use super::field::ToMend;
use super::shape::{Field, Need, Sort, fields};
use crate::block::Names;
use crate::fields::Fields;
use crate::locale::Locale;

/// Records of one kind that are offered for a fact; the newest.
const OFFERED_MAX: usize = 1_000;
/// Records offered in a list to open; more are found by typing a name.
const SELECT_MAX: usize = 60;
/// Records offered as boxes to tick; more are found by typing a name.
const TICKS_MAX: usize = 12;
/// Records that one fact names.
const NAMED_MAX: usize = 50;
/// Lines that are free for further names.
const FREE_LINES: usize = 2;
/// Characters of what is typed for one fact.
const FACT_CHARS_MAX: usize = 500;

/// What is typed for each fact, as it was sent. A list has several, any other at most one.
pub(crate) type TypedFacts = BTreeMap<&'static str, Vec<String>>;

/// A fact as a form shows it.
#[derive(Debug)]
pub(crate) struct FactField {
    pub(crate) name: &'static str,
    pub(crate) label: String,
    pub(crate) hint: Option<String>,
    pub(crate) error: Option<String>,
    /// How a date was understood.
    pub(crate) understood: Option<String>,
    pub(crate) how: How,
    /// The names of what describes it, for those who do not see the page.
    pub(crate) described_by: String,
}

/// How a fact is filled in.
#[derive(Debug)]
pub(crate) enum How {
    /// By typing; on a telephone with these keys.
    Typing { value: String, keys: &'static str },
    /// By choosing one.
    Choosing(Vec<Tick>),
    /// By ticking any.
    Ticking(Vec<Tick>),
    /// By typing names that are offered, one a line. Each line has a field of its own.
    Naming { lines: Vec<(String, String)>, offered: Vec<String> },
}

/// Something to tick, or one of several to choose.
#[derive(Debug)]
pub(crate) struct Tick {
    pub(crate) name: String,
    pub(crate) value: String,
    pub(crate) label: String,
    pub(crate) is_chosen: bool,
}

/// A record that is offered.
struct Offered {
    id: RecordId,
    /// One that no other has.
    name: String,
}

/// What forms call the fields of a list begin so: followed by what is ticked, or by a number.
fn prefix(field: &Field) -> String {
    let name = if field.key == "lenses" { "lens" } else { field.key };
    format!("{name}-")
}

/// What a form shows of facts, by the names of their part.
pub(crate) fn typed_of(kind: Kind, facts: &Map<String, Value>) -> TypedFacts {
    let text = |value: &Value| value.as_str().map_or_else(|| value.to_string(), str::to_owned);
    let typed = fields(kind).iter().map(|field| {
        let values = match facts.get(field.key) {
            Some(Value::Array(items)) => items.iter().map(text).collect(),
            Some(value) => vec![text(value)],
            None => Vec::new(),
        };
        (field.key, values)
    });
    typed.collect()
}

/// What was sent for the facts of a kind.
pub(crate) fn typed_in(kind: Kind, sent: &Fields) -> TypedFacts {
    fields(kind).iter().map(|field| (field.key, values_in(field, sent))).collect()
}

fn values_in(field: &Field, sent: &Fields) -> Vec<String> {
    let cut = |text: &str| text.trim().nfc().take(FACT_CHARS_MAX).collect::<String>();
    if !matches!(field.sort, Sort::Many(_) | Sort::Codes(_)) {
        return sent.get(field.key).map(cut).filter(|text| !text.is_empty()).into_iter().collect();
    }
    let prefix = prefix(field);
    let ticked_or_typed = sent.names().filter_map(|name| {
        let rest = name.strip_prefix(&prefix)?;
        let is_line =
            rest.bytes().all(|byte| byte.is_ascii_digit()) && RecordId::parse(rest).is_err();
        let value = if is_line { cut(sent.get(name)?) } else { rest.to_owned() };
        (!value.is_empty()).then_some((is_line.then(|| rest.parse::<usize>().ok()), value))
    });
    let mut values: Vec<_> = ticked_or_typed.take(NAMED_MAX).collect();
    // Lines keep the order in which they stand on the page.
    values.sort_by_key(|(line, _)| line.flatten());
    values.into_iter().map(|(_, value)| value).collect()
}

/// The facts that what is typed comes to, by the names of their part, or what is to be mended first.
pub(crate) fn facts_typed(
    names: &Names<'_>,
    kind: Kind,
    typed: &TypedFacts,
) -> Result<Result<Map<String, Value>, Vec<ToMend>>, RegisterError> {
    let mut facts = Map::new();
    let mut to_mend = Vec::new();
    for field in fields(kind) {
        let values = typed.get(field.key).map_or(&[][..], Vec::as_slice);
        match fact_typed(names, field, values)? {
            Ok(Some(value)) => {
                facts.insert(field.key.to_owned(), value);
            }
            Ok(None) => {}
            Err(what) => to_mend.push(mend(names.locale, field, &what)),
        }
    }
    to_mend.extend(neither(names.locale, kind, typed));
    Ok(if to_mend.is_empty() { Ok(facts) } else { Err(to_mend) })
}

fn mend(locale: &Locale, field: &Field, what: &str) -> ToMend {
    let label = locale.say_code("fact", field.label);
    let what = locale.say_about("refused-of-field", &[("field", &label), ("what", what)]);
    ToMend { field: Some(field.key), what }
}

/// That none of those is given of which one is needed.
fn neither(locale: &Locale, kind: Kind, typed: &TypedFacts) -> Option<ToMend> {
    let either: Vec<&Field> =
        fields(kind).iter().filter(|field| field.need == Need::Either).collect();
    let is_given = |field: &&Field| typed.get(field.key).is_some_and(|values| !values.is_empty());
    if either.is_empty() || either.iter().any(is_given) {
        return None;
    }
    let labels: Vec<String> =
        either.iter().map(|field| locale.say_code("fact", field.label)).collect();
    let what = locale.say_about("refused-neither", &[("fields", &locale.list(&labels))]);
    Some(ToMend { field: either.first().map(|field| field.key), what })
}

type Typing = Result<Option<Value>, String>;

/// What one fact comes to; none where it is left out.
fn fact_typed(
    names: &Names<'_>,
    field: &Field,
    values: &[String],
) -> Result<Typing, RegisterError> {
    let locale = names.locale;
    let first = values.first().map(String::as_str);
    let is_needed = field.need == Need::Always;
    Ok(match (field.sort, first) {
        (Sort::Many(kinds), _) => many_typed(names, field, kinds, values)?,
        (Sort::Codes(codes), _) => {
            let chosen = codes.iter().filter(|code| values.iter().any(|value| value == *code));
            Ok(listed(field, chosen.map(|code| Value::from(*code)).collect()))
        }
        (_, None) if is_needed => Err(locale.say("refused-needed")),
        (_, None) => Ok(None),
        (Sort::Date, Some(text)) => match When::said(text) {
            Some(when) => Ok(Some(when.to_string().into())),
            None => Err(locale.say("refused-date")),
        },
        (Sort::Address, Some(text)) => {
            if is_address(text) {
                Ok(Some(text.into()))
            } else {
                Err(locale.say("refused-address"))
            }
        }
        (Sort::Number, Some(text)) => match text.parse::<u32>() {
            Ok(number) if number > 0 => Ok(Some(number.into())),
            Ok(_) | Err(_) => Err(locale.say("refused-number")),
        },
        (Sort::Decimal, Some(text)) => match decimal(text) {
            Some(number) => Ok(Some(number.into())),
            None => Err(locale.say("refused-value")),
        },
        (Sort::Country, Some(text)) => {
            let is_code = text.len() == 2 && text.bytes().all(|byte| byte.is_ascii_uppercase());
            if is_code { Ok(Some(text.into())) } else { Err(locale.say("refused-country")) }
        }
        (Sort::Code(codes), Some(code)) if codes.contains(&code) => Ok(Some(code.into())),
        (Sort::Code(_), Some(_)) => Err(locale.say("refused-needed")),
        (Sort::One(kinds), Some(text)) => {
            let offered = offered(names, kinds, values)?;
            match named(names, kinds, &offered, text)? {
                Some(id) => Ok(Some(id.as_str().into())),
                None => Err(locale.say_about("refused-not-offered", &[("name", text)])),
            }
        }
    })
}

fn many_typed(
    names: &Names<'_>,
    field: &Field,
    kinds: &[Kind],
    values: &[String],
) -> Result<Typing, RegisterError> {
    let offered = offered(names, kinds, values)?;
    let mut ids: Vec<RecordId> = Vec::new();
    for text in values {
        match named(names, kinds, &offered, text)? {
            Some(id) if ids.contains(&id) => {}
            Some(id) => ids.push(id),
            None => {
                return Ok(Err(names.locale.say_about("refused-not-offered", &[("name", text)])));
            }
        }
    }
    if ids.is_empty() && field.need == Need::Always {
        return Ok(Err(names.locale.say("refused-none-chosen")));
    }
    Ok(Ok(listed(field, ids.iter().map(|id| id.as_str().into()).collect())))
}

fn listed(field: &Field, values: Vec<Value>) -> Option<Value> {
    (!values.is_empty() || !field.is_left_out_empty).then_some(Value::Array(values))
}

/// The address of a page on the web, whole.
pub(crate) fn is_address(text: &str) -> bool {
    let is_of_web = |address: &Uri| {
        matches!(address.scheme_str(), Some("https" | "http")) && address.host().is_some()
    };
    text.parse().is_ok_and(|address| is_of_web(&address))
}

/// A number as its part writes it: with a point, and nothing between the thousands.
fn decimal(text: &str) -> Option<String> {
    let plain: String = text.replace(',', ".").split_whitespace().collect();
    let is_plain = plain.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.' || byte == b'-');
    (is_plain && plain.parse::<f64>().is_ok()).then_some(plain)
}

/// The record that a text names: by its name, in the reader's language or another, its identifier, or
/// the address of its page.
fn named(
    names: &Names<'_>,
    kinds: &[Kind],
    offered: &[Offered],
    text: &str,
) -> Result<Option<RecordId>, RegisterError> {
    let folded = text.to_lowercase();
    if let Some(found) = offered.iter().find(|it| it.name.to_lowercase() == folded) {
        return Ok(Some(found.id.clone()));
    }
    let last = text.trim_end_matches('/').rsplit('/').next().unwrap_or_default();
    let Ok(id) = RecordId::parse(last) else { return named_elsewhere(names, kinds, &folded) };
    if offered.iter().any(|it| it.id == id) {
        return Ok(Some(id));
    }
    let held = names.view.find(&id)?.filter(|held| held.partnership == names.partnership);
    Ok(held.filter(|held| kinds.contains(&held.record.kind())).map(|_| id))
}

/// The one record that has a name in a language that is not the reader's: what somebody typed on the
/// page of another language is shown to them on this one.
fn named_elsewhere(
    names: &Names<'_>,
    kinds: &[Kind],
    folded: &str,
) -> Result<Option<RecordId>, RegisterError> {
    let own = names.locale.language();
    let mut found = BTreeSet::new();
    for language in Language::ALL.into_iter().filter(|language| *language != own) {
        for kind in kinds {
            let named = names.view.named(names.partnership, *kind, language, OFFERED_MAX)?;
            let alike = named.into_iter().filter(|(_, name)| name.to_lowercase() == folded);
            found.extend(alike.map(|(id, _)| id));
        }
    }
    Ok(found.pop_first().filter(|_| found.is_empty()))
}

/// The records that are offered for a fact, in the reader's order; what it names already is among
/// them.
fn offered(
    names: &Names<'_>,
    kinds: &[Kind],
    present: &[String],
) -> Result<Vec<Offered>, RegisterError> {
    let (view, locale) = (names.view, names.locale);
    let mut offered = Vec::new();
    for kind in kinds {
        let named = view.named(names.partnership, *kind, locale.language(), OFFERED_MAX)?;
        offered.extend(named.into_iter().map(|(id, name)| Offered { id, name }));
    }
    for id in present.iter().filter_map(|text| RecordId::parse(text).ok()) {
        if offered.iter().all(|it| it.id != id) {
            offered.push(Offered { name: names.link(&id)?.text, id });
        }
    }
    offered.sort_by(|a, b| locale.compare(&a.name, &b.name).then_with(|| a.id.cmp(&b.id)));
    Ok(with_names_of_their_own(offered))
}

/// Of several with one name, each gets its identifier beside it.
fn with_names_of_their_own(offered: Vec<Offered>) -> Vec<Offered> {
    let mut counts: BTreeMap<String, usize> = BTreeMap::new();
    for it in &offered {
        *counts.entry(it.name.to_lowercase()).or_default() += 1;
    }
    let is_shared = |name: &str| counts.get(&name.to_lowercase()).is_some_and(|count| *count > 1);
    let own = offered.into_iter().map(|it| {
        let name = if is_shared(&it.name) { format!("{} ({})", it.name, it.id) } else { it.name };
        Offered { id: it.id, name }
    });
    own.collect()
}

/// The facts of a kind, to be filled in: those for which a condition holds.
pub(crate) fn fact_fields(
    names: &Names<'_>,
    kind: Kind,
    typed: &TypedFacts,
    to_mend: &[ToMend],
    is_shown: impl Fn(&Field) -> bool,
) -> Result<Vec<FactField>, RegisterError> {
    let shown = fields(kind).iter().filter(|field| is_shown(field));
    shown
        .map(|field| {
            let values = typed.get(field.key).map_or(&[][..], Vec::as_slice);
            fact_field(names, field, values, to_mend)
        })
        .collect()
}

fn fact_field(
    names: &Names<'_>,
    field: &Field,
    values: &[String],
    to_mend: &[ToMend],
) -> Result<FactField, RegisterError> {
    let locale = names.locale;
    let value = values.first().cloned().unwrap_or_default();
    let is_date = field.sort == Sort::Date;
    let understood = if is_date { When::said(&value) } else { None };
    let how = match field.sort {
        Sort::Date | Sort::Country => How::Typing { value, keys: "text" },
        Sort::Address => How::Typing { value, keys: "url" },
        Sort::Number => How::Typing { value, keys: "numeric" },
        Sort::Decimal => How::Typing { value, keys: "decimal" },
        Sort::Code(codes) => How::Choosing(choices(
            locale,
            &value,
            codes.iter().map(|code| ((*code).to_owned(), locale.say_code(field.label, code))),
        )),
        Sort::Codes(codes) => How::Ticking(ticks(
            field,
            values,
            // The lenses are called by their own name, not by that of the fact.
            codes.iter().map(|code| ((*code).to_owned(), locale.say_code("lens", code))),
        )),
        Sort::One(kinds) => one(names, kinds, field, value)?,
        Sort::Many(kinds) => many(names, kinds, field, values)?,
    };
    let hint = match (&how, is_date) {
        (_, true) => Some(locale.say("date-hint")),
        (How::Naming { .. }, false) => Some(locale.say("name-hint")),
        (How::Typing { .. } | How::Choosing(_) | How::Ticking(_), false) => None,
    };
    let error = to_mend.iter().find(|it| it.field == Some(field.key)).map(|it| it.what.clone());
    let described = [
        hint.as_ref().map(|_| format!("{}-hint", field.key)),
        error.as_ref().map(|_| format!("{}-error", field.key)),
    ];
    Ok(FactField {
        name: field.key,
        label: locale.say_code("fact", field.label),
        hint,
        error,
        understood: understood.map(|when| locale.when(when)),
        how,
        described_by: described.into_iter().flatten().collect::<Vec<_>>().join(" "),
    })
}

fn one(
    names: &Names<'_>,
    kinds: &[Kind],
    field: &Field,
    value: String,
) -> Result<How, RegisterError> {
    let offered = offered(names, kinds, std::slice::from_ref(&value))?;
    let found = offered.iter().find(|it| it.id.as_str() == value);
    // What was typed and names nothing is shown again as it was typed.
    let is_of_list = value.is_empty() || found.is_some();
    if offered.len() <= SELECT_MAX && is_of_list {
        let all = offered.into_iter().map(|it| (it.id.to_string(), it.name));
        return Ok(How::Choosing(choices(names.locale, &value, all)));
    }
    let value = found.map_or(value, |it| it.name.clone());
    let lines = vec![(field.key.to_owned(), value)];
    Ok(How::Naming { lines, offered: offered.into_iter().map(|it| it.name).collect() })
}

fn many(
    names: &Names<'_>,
    kinds: &[Kind],
    field: &Field,
    values: &[String],
) -> Result<How, RegisterError> {
    let offered = offered(names, kinds, values)?;
    let name_of = |value: &String| {
        let found = offered.iter().find(|it| it.id.as_str() == value);
        found.map_or_else(|| value.clone(), |it| it.name.clone())
    };
    let is_known = |value: &String| offered.iter().any(|it| it.id.as_str() == value);
    if offered.len() <= TICKS_MAX && values.iter().all(is_known) {
        let all = offered.into_iter().map(|it| (it.id.to_string(), it.name));
        return Ok(How::Ticking(ticks(field, values, all)));
    }
    let prefix = prefix(field);
    let typed = values.iter().map(name_of).chain(std::iter::repeat_n(String::new(), FREE_LINES));
    let lines = typed.enumerate().map(|(place, name)| (format!("{prefix}{}", place + 1), name));
    let lines = lines.take(NAMED_MAX).collect();
    Ok(How::Naming { lines, offered: offered.into_iter().map(|it| it.name).collect() })
}

fn choices(locale: &Locale, value: &str, all: impl Iterator<Item = (String, String)>) -> Vec<Tick> {
    let none = (String::new(), locale.say("choose-none"));
    let tick = |(code, label): (String, String)| Tick {
        name: String::new(),
        is_chosen: code == value,
        value: code,
        label,
    };
    std::iter::once(none).chain(all).map(tick).collect()
}

fn ticks(
    field: &Field,
    values: &[String],
    all: impl Iterator<Item = (String, String)>,
) -> Vec<Tick> {
    let prefix = prefix(field);
    let tick = |(code, label): (String, String)| Tick {
        name: format!("{prefix}{code}"),
        is_chosen: values.contains(&code),
        value: code,
        label,
    };
    all.map(tick).collect()
}
