//! What is typed into the form of a draft, and the record that it comes to.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;
use serde_json::{Map, Value};
use servanda_actions::drafts::{facts_fields, facts_of_fields};
use servanda_model::{Facts, Kind, Language, Multilingual, Record, RecordId, Role};
use servanda_register::RegisterError;
use unicode_normalization::UnicodeNormalization;

use super::compare::in_order;
use super::fact_form::{FactField, TypedFacts, fact_fields, facts_typed, typed_in, typed_of};
use super::field::ToMend;
use super::shape::{self, Field};
use crate::block::Names;
use crate::fields::Fields;
use crate::locale::Locale;

/// Characters of one text.
const TEXT_CHARS_MAX: usize = 20_000;

/// What is typed: nothing of it is lost when something else is to be mended.
#[derive(Debug, Clone)]
pub(crate) struct Typed {
    kind: Kind,
    /// The texts; without a language what is the same in all.
    texts: BTreeMap<(Role, Option<Language>), String>,
    facts: TypedFacts,
}

/// A text in all languages, to be typed.
#[derive(Debug)]
pub(crate) struct TextGroup {
    pub(crate) label: String,
    pub(crate) fields: Vec<TextField>,
}

/// A text in one language.
#[derive(Debug)]
pub(crate) struct TextField {
    pub(crate) name: String,
    pub(crate) language: String,
    /// Its language; none for what is the same in all.
    pub(crate) lang: Option<&'static str>,
    pub(crate) value: String,
    /// Lines shown; few for a title.
    pub(crate) rows: usize,
    /// That another language has changed since this one did.
    pub(crate) stale: Option<String>,
}

/// The texts that a draft of this record has: what was wrong, if it corrects; those of its kind; and
/// whatever else it says.
fn roles(record: &Record, corrects: bool) -> Vec<Role> {
    let of_kind = shape::texts(record.kind());
    let others = record.texts.keys().filter(|role| !of_kind.contains(role));
    let apart = [Role::Text, Role::Reason, Role::Correction];
    let others = others.filter(|role| !apart.contains(role));
    let first = corrects.then_some(Role::Correction);
    first.into_iter().chain(of_kind.iter().chain(others).copied()).collect()
}

/// The versions that a text of a kind has: one for each language, or one for all.
fn versions(kind: Kind, role: Role) -> Vec<Option<Language>> {
    if shape::is_universal(kind, role) {
        return vec![None];
    }
    Language::ALL.into_iter().map(Some).collect()
}

impl Typed {
    /// What the form of a new record of a kind shows first: what a side most often means.
    pub(crate) fn new(kind: Kind, own: &RecordId, parties: &[RecordId], today: Date) -> Self {
        let own = vec![own.to_string()];
        let all = parties.iter().map(RecordId::to_string).collect();
        let facts = [
            ("made", vec![today.to_string()]),
            ("owed-by", own.clone()),
            ("by", own),
            ("parties", all),
            ("state", vec!["active".to_owned()]),
        ];
        let has = |key: &str| shape::fields(kind).iter().any(|field| field.key == key);
        let facts = facts.into_iter().filter(|(key, _)| has(key)).collect();
        Self { kind, texts: BTreeMap::new(), facts }
    }

    /// What was sent to begin a record of a kind: its facts.
    pub(crate) fn of_new(kind: Kind, fields: &Fields) -> Self {
        Self { kind, texts: BTreeMap::new(), facts: typed_in(kind, fields) }
    }

    /// What is taken up from a passage: texts in the languages that they are known in, and facts.
    pub(crate) fn of_taken(
        kind: Kind,
        texts: BTreeMap<(Role, Option<Language>), String>,
        facts: TypedFacts,
    ) -> Self {
        Self { kind, texts, facts }
    }

    /// The same texts with the facts that were sent.
    #[must_use]
    pub(crate) fn with_facts(self, fields: &Fields) -> Self {
        Self { facts: typed_in(self.kind, fields), ..self }
    }

    /// The same with another text, unless nothing is typed.
    #[must_use]
    pub(crate) fn with_text(mut self, role: Role, language: Option<Language>, said: &str) -> Self {
        let text: String = said.replace("\r\n", "\n").nfc().take(TEXT_CHARS_MAX).collect();
        if !text.trim().is_empty() {
            self.texts.insert((role, language), text.trim().to_owned());
        }
        self
    }

    /// What is typed for a text, in whichever language it is.
    pub(crate) fn text(&self, role: Role) -> Option<(Option<Language>, &str)> {
        let mut texts = self.texts.iter();
        texts.find(|((of, _), _)| *of == role).map(|((_, language), text)| (*language, &**text))
    }

    /// What a form shows of a record.
    pub(crate) fn of_record(record: &Record, corrects: bool) -> Self {
        let kind = record.kind();
        let mut texts = BTreeMap::new();
        for role in roles(record, corrects) {
            for language in versions(kind, role) {
                let text = record.texts.get(&role).and_then(|text| version(text, language));
                texts.insert((role, language), text.unwrap_or_default().to_owned());
            }
        }
        Self { kind, texts, facts: typed_of(kind, &facts_fields(&record.facts)) }
    }

    /// What was sent, for a draft of this record.
    pub(crate) fn of_fields(record: &Record, corrects: bool, fields: &Fields) -> Self {
        let kind = record.kind();
        let mut texts = BTreeMap::new();
        for role in roles(record, corrects) {
            for language in versions(kind, role) {
                // Browsers send line ends of their own, and keyboards may send accents apart.
                let said = fields.get(&text_name(role, language)).unwrap_or_default();
                let text: String = said.replace("\r\n", "\n").nfc().collect();
                let text = text.trim().chars().take(TEXT_CHARS_MAX).collect();
                texts.insert((role, language), text);
            }
        }
        Self { kind, texts, facts: typed_in(kind, fields) }
    }

    /// The facts that it comes to, or what is to be mended first. Those of before that nobody types, such
    /// as what a document is by its bytes, stay.
    pub(crate) fn facts(
        &self,
        names: &Names<'_>,
        mut before: Map<String, Value>,
    ) -> Result<Result<Facts, Vec<ToMend>>, RegisterError> {
        before.retain(|key, _| shape::fields(self.kind).iter().all(|field| field.key != key));
        Ok(facts_typed(names, self.kind, &self.facts)?.and_then(|facts| {
            before.extend(facts);
            facts_of_fields(self.kind, before).map_err(|_not_facts| {
                vec![ToMend { field: None, what: names.locale.say("refused-facts") }]
            })
        }))
    }

    /// The record that it comes to, or what is to be mended first.
    pub(crate) fn record(
        &self,
        names: &Names<'_>,
        before: &Record,
    ) -> Result<Result<Record, Vec<ToMend>>, RegisterError> {
        let mut record = before.clone();
        match self.facts(names, facts_fields(&before.facts))? {
            Ok(facts) => record.facts = facts,
            Err(to_mend) => return Ok(Err(to_mend)),
        }
        let roles: BTreeSet<Role> = self.texts.keys().map(|(role, _)| *role).collect();
        for role in roles {
            let texts = versions(self.kind, role).into_iter().filter_map(|language| {
                let text = self.texts.get(&(role, language)).filter(|text| !text.is_empty())?;
                Some((language, text.clone()))
            });
            let text: Multilingual = texts.collect();
            if text.is_empty() {
                record.texts.remove(&role);
            } else {
                record.texts.insert(role, text);
            }
        }
        Ok(Ok(record))
    }

    /// The texts, to be typed.
    ///
    /// `before` is the draft as it was written before, oldest first.
    pub(crate) fn text_groups(&self, locale: &Locale, before: &[Record]) -> Vec<TextGroup> {
        let typed: BTreeSet<Role> = self.texts.keys().map(|(role, _)| *role).collect();
        let of_kind = shape::texts(self.kind).iter().copied();
        let (first, others): (Vec<Role>, Vec<Role>) = typed
            .iter()
            .copied()
            .filter(|role| !shape::texts(self.kind).contains(role))
            .partition(|role| *role == Role::Correction);
        first
            .into_iter()
            .chain(of_kind.filter(|role| typed.contains(role)))
            .chain(others)
            .map(|role| TextGroup {
                label: locale.say_code("role", role.code()),
                fields: self.text_fields(locale, before, role),
            })
            .collect()
    }

    fn text_fields(&self, locale: &Locale, before: &[Record], role: Role) -> Vec<TextField> {
        let rows = match role {
            Role::Title
            | Role::Name
            | Role::Acronym
            | Role::Place
            | Role::Publisher
            | Role::Unit
            | Role::DueWords => 2,
            Role::Correction | Role::Note => 4,
            Role::Mandate | Role::Reason | Role::Summary | Role::Text | Role::Wording => 7,
        };
        let field = |language: Option<Language>| TextField {
            name: text_name(role, language),
            language: language.map_or_else(
                || locale.say("text-of-all-languages"),
                |language| locale.say_code("language", language.tag()),
            ),
            lang: language.map(Language::locale),
            value: self.texts.get(&(role, language)).cloned().unwrap_or_default(),
            stale: language.and_then(|language| changed_since(locale, before, role, language)),
            rows,
        };
        if shape::is_universal(self.kind, role) {
            return vec![field(None)];
        }
        in_order(locale).map(|language| field(Some(language))).collect()
    }

    /// The facts for which a condition holds, to be filled in.
    pub(crate) fn fact_fields(
        &self,
        names: &Names<'_>,
        to_mend: &[ToMend],
        is_shown: impl Fn(&Field) -> bool,
    ) -> Result<Vec<FactField>, RegisterError> {
        fact_fields(names, self.kind, &self.facts, to_mend, is_shown)
    }
}

/// A version of a text: where it is to be the same in all languages, whichever there is.
fn version(text: &Multilingual, language: Option<Language>) -> Option<&str> {
    match language {
        Some(language) => text.get(language),
        None => text.versions().next().map(|(_, text)| text),
    }
}

fn text_name(role: Role, language: Option<Language>) -> String {
    match language {
        Some(language) => format!("{}-{}", role.code(), language.tag()),
        None => role.code().to_owned(),
    }
}

/// The languages in which a text of a draft lags behind another, in words. `before` is the draft as it
/// was written before, oldest first.
pub(crate) fn stale_languages(locale: &Locale, before: &[Record]) -> Vec<String> {
    let roles: BTreeSet<Role> =
        before.iter().flat_map(|record| record.texts.keys().copied()).collect();
    let lags = |language: &Language| {
        roles.iter().any(|role| changed_since(locale, before, *role, *language).is_some())
    };
    let stale = in_order(locale).filter(lags);
    stale.map(|language| locale.say_code("language", language.tag())).collect()
}

/// The languages in which a text was changed after it was last changed in this one, in words.
fn changed_since(
    locale: &Locale,
    before: &[Record],
    role: Role,
    language: Language,
) -> Option<String> {
    let last_change = |language: Language| {
        let said = |record: &Record| {
            record.texts.get(&role).and_then(|text| text.get(language)).map(str::to_owned)
        };
        let pairs = before.iter().zip(before.iter().skip(1)).enumerate();
        pairs.filter(|(_, (old, new))| said(old) != said(new)).map(|(place, _)| place + 1).max()
    };
    let own = last_change(language);
    let later: Vec<String> = in_order(locale)
        .filter(|other| last_change(*other) > own)
        .map(|other| locale.say_code("language", other.tag()))
        .collect();
    let languages = locale.list(&later);
    (!later.is_empty()).then(|| locale.say_about("text-stale", &[("languages", &languages)]))
}
