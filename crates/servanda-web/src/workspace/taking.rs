//! What a finding becomes when it is taken up as a record of some kind: the first form of a draft, as far
//! as the reader understood the passage. People complete it.
//!
//! Never: decides. Whom the words name is looked up by name; what is not found is left to people.

use std::collections::BTreeMap;

use serde_json::Map;
use servanda_model::reading::Finding;
use servanda_model::{
    FindingKind, Kind, Multilingual, Reading, Record, RecordId, Role, Seat, hygiene,
};
use servanda_register::{PartyRow, RegisterError};
use unicode_normalization::UnicodeNormalization;

use super::draft_form::Typed;
use super::field::ToMend;
use super::shape;
use crate::block::Names;
use crate::site::Desk;

/// Characters of the title that a draft is given at first.
const TITLE_CHARS_MAX: usize = 90;
/// Words before a name that are no part of it.
const ARTICLES: [&str; 12] =
    ["the ", "le ", "la ", "les ", "el ", "los ", "las ", "l’", "l'", "de ", "du ", "des "];
/// Words that mean every party.
const ALL: [&str; 14] = [
    "both",
    "two countries",
    "two governments",
    "two sides",
    "parties",
    "we",
    "deux pays",
    "deux gouvernements",
    "deux parties",
    "nous",
    "ambos",
    "ambas",
    "dos países",
    "partes",
];

/// The kind that a finding is most often taken up as.
pub(crate) const fn usual_kind(kind: FindingKind) -> Kind {
    match kind {
        FindingKind::Undertaking => Kind::Commitment,
        FindingKind::Recommendation => Kind::Recommendation,
        FindingKind::Result => Kind::Engagement,
        FindingKind::Meeting => Kind::Meeting,
        FindingKind::Person => Kind::Term,
        FindingKind::Institution => Kind::Institution,
        FindingKind::Figure => Kind::Figure,
        FindingKind::Instrument => Kind::Instrument,
    }
}

/// The words of a passage.
pub(crate) fn words(reading: &Reading, finding: &Finding) -> String {
    let (start, end) = (finding.place.start, finding.place.end);
    let words: String = reading.text.chars().skip(start).take(end.saturating_sub(start)).collect();
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// What the form of a record of a kind shows first, where a finding is taken up as one.
pub(crate) fn typed(
    desk: &Desk,
    names: &Names<'_>,
    seat: &Seat,
    reading: &Reading,
    finding: &Finding,
    kind: Kind,
) -> Result<Typed, RegisterError> {
    let parties = names.view.party_voices(&seat.partnership)?;
    let own: Vec<RecordId> = parties
        .iter()
        .filter(|party| party.voice == seat.voice)
        .map(|party| party.party.clone())
        .collect();
    let all: Vec<RecordId> = parties.iter().map(|party| party.party.clone()).collect();
    // A registrar speaks for nobody: what nobody is named for is of all.
    let own = if own.is_empty() { all.clone() } else { own };
    let meant = meant(names, &parties, finding)?;
    let ids = |ids: &[RecordId]| ids.iter().map(RecordId::to_string).collect::<Vec<_>>();
    let day = reading.date.map_or_else(|| desk.site.today().to_string(), |date| date.to_string());
    let due = finding.due.as_ref().and_then(|due| due.when).map(|when| when.to_string());
    let of_whom = if meant.is_empty() { &own } else { &meant };
    let mut facts: BTreeMap<&'static str, Vec<String>> = BTreeMap::new();
    let mut set = |key: &'static str, values: Vec<String>| {
        if shape::fields(kind).iter().any(|field| field.key == key) {
            facts.insert(key, values);
        }
    };
    set("made", vec![day.clone()]);
    set("due", due.clone().into_iter().collect());
    set("owed-by", ids(of_whom));
    if kind == Kind::Recommendation {
        // Whoever is named is asked; nobody says who asks.
        set("by", ids(&own));
        set("to", ids(if meant.is_empty() { &all } else { &meant }));
    } else {
        set("by", ids(of_whom));
    }
    set("parties", ids(&all));
    set("state", vec!["active".to_owned()]);
    set("date", vec![due.clone().unwrap_or_else(|| day.clone())]);
    set("period", vec![due.clone().unwrap_or_else(|| day.clone())]);
    set("when", vec![due.unwrap_or(day)]);
    set("documented", reading.date.map(|date| date.to_string()).into_iter().collect());
    set("value", finding.short.as_deref().map(number).into_iter().collect());
    set("organizers", ids(&all));
    let named = |text: Option<&String>, kind: Kind| {
        let found = text.map(|text| named(names, &[kind], text)).transpose()?;
        Ok::<_, RegisterError>(ids(&found.into_iter().flatten().take(1).collect::<Vec<_>>()))
    };
    set("person", named(finding.who.as_ref(), Kind::Person)?);
    set("post", named(finding.name.as_ref(), Kind::Post)?);
    let language = |role: Role| (!shape::is_universal(kind, role)).then_some(finding.language);
    let texts = texts(reading, finding, kind);
    let texts = texts.into_iter().map(|(role, text)| ((role, language(role)), text)).collect();
    Ok(Typed::of_taken(kind, texts, facts))
}

/// The record that a finding comes to, or what is to be mended first.
pub(crate) fn record(
    names: &Names<'_>,
    typed: &Typed,
    id: RecordId,
) -> Result<Result<Record, Vec<ToMend>>, RegisterError> {
    let facts = match typed.facts(names, Map::new())? {
        Ok(facts) => facts,
        Err(to_mend) => return Ok(Err(to_mend)),
    };
    typed.record(names, &Record { id, texts: BTreeMap::new(), facts, sources: Vec::new() })
}

/// The texts of a finding, in the language of its passage: the other languages are for people to write.
fn texts(reading: &Reading, finding: &Finding, kind: Kind) -> BTreeMap<Role, String> {
    let whole = words(reading, finding);
    let called = finding.name.clone();
    let is_called = matches!(kind, Kind::Instrument | Kind::Post | Kind::Term);
    let mut texts = BTreeMap::new();
    for role in shape::texts(kind) {
        let text = match role {
            Role::Title => called.clone().filter(|_| is_called).or_else(|| Some(shortened(&whole))),
            Role::Name if kind == Kind::Person => finding.who.clone(),
            Role::Name => called.clone().or_else(|| Some(shortened(&whole))),
            Role::Acronym => finding.short.clone(),
            Role::Wording => Some(whole.clone()),
            Role::DueWords => finding.due.as_ref().map(|due| due.words.clone()),
            Role::Unit => called.clone(),
            Role::Summary if kind == Kind::Engagement => Some(whole.clone()),
            Role::Correction
            | Role::Mandate
            | Role::Note
            | Role::Place
            | Role::Publisher
            | Role::Reason
            | Role::Summary
            | Role::Text => None,
        };
        let text = text.map(|text| cleaned(&text)).filter(|text| !text.is_empty());
        if let Some(text) = text {
            texts.insert(*role, text);
        }
    }
    texts
}

/// A text of a document as it may be recorded: hidden characters are left out, accents composed.
fn cleaned(text: &str) -> String {
    let shown = text.nfc().filter(|c| hygiene::check(&c.to_string()).is_ok());
    shown.collect::<String>().trim().to_owned()
}

/// The beginning of a sentence, to the end of a word.
fn shortened(text: &str) -> String {
    let text = text.trim_end_matches(['.', ';', ',', ':', ' ']);
    if text.chars().count() <= TITLE_CHARS_MAX {
        return text.to_owned();
    }
    let mut short = String::new();
    for word in text.split_whitespace() {
        if short.chars().count() + 1 + word.chars().count() >= TITLE_CHARS_MAX {
            break;
        }
        if !short.is_empty() {
            short.push(' ');
        }
        short.push_str(word);
    }
    format!("{}…", short.trim_end_matches([',', ';', ':']))
}

/// A number as it is typed: what only groups its digits is left out. What is not understood stays as it
/// is, for people to mend.
fn number(text: &str) -> String {
    let text = text.trim().trim_start_matches('$').trim_end_matches(['%', ' ', '\u{a0}']);
    let plain: String =
        text.chars().filter(|c| !matches!(c, ' ' | '\u{a0}' | '\u{202f}')).collect();
    let groups: Vec<&str> = plain.split([',', '.']).collect();
    let is_digits = |text: &&str| !text.is_empty() && text.bytes().all(|it| it.is_ascii_digit());
    if !groups.iter().all(is_digits) {
        return text.to_owned();
    }
    let grouped = groups.len() > 1 && groups.iter().skip(1).all(|group| group.len() == 3);
    match groups.as_slice() {
        _ if grouped => groups.concat(),
        [whole, part] => format!("{whole}.{part}"),
        [_] => plain,
        _several => text.to_owned(),
    }
}

/// Whom a finding names: parties, institutions and bodies of the register.
fn meant(
    names: &Names<'_>,
    parties: &[PartyRow],
    finding: &Finding,
) -> Result<Vec<RecordId>, RegisterError> {
    let said = finding.stands_for.as_ref().or(finding.who.as_ref());
    let Some(said) = said else { return Ok(Vec::new()) };
    let found = named(names, &[Kind::Party, Kind::Body, Kind::Institution], said)?;
    if !found.is_empty() {
        return Ok(found);
    }
    // "Canada and Mexico", "the Government of Canada"; "both sides".
    let folded = format!(" {} ", said.to_lowercase());
    let mut mentioned = Vec::new();
    for party in parties {
        let held = names.view.find(&party.party)?;
        let called = held.as_ref().and_then(|held| held.record.texts.get(&Role::Name));
        if called.is_some_and(|name| is_mentioned(name, &folded)) {
            mentioned.push(party.party.clone());
        }
    }
    let is_all = ALL.iter().any(|word| folded.contains(&format!(" {word} ")));
    if mentioned.is_empty() && is_all {
        return Ok(parties.iter().map(|party| party.party.clone()).collect());
    }
    Ok(mentioned)
}

fn is_mentioned(name: &Multilingual, folded: &str) -> bool {
    name.versions().any(|(_, name)| {
        let name = name.to_lowercase();
        folded.match_indices(&name).any(|(at, _)| {
            let after = folded.get(at + name.len()..).and_then(|rest| rest.chars().next());
            let before = folded.get(..at).and_then(|rest| rest.chars().next_back());
            let is_end = |c: Option<char>| c.is_none_or(|c| !c.is_alphanumeric());
            is_end(before) && is_end(after)
        })
    })
}

/// The records of some kinds that are called so, by name, title or acronym, in any language.
fn named(names: &Names<'_>, kinds: &[Kind], said: &str) -> Result<Vec<RecordId>, RegisterError> {
    let wanted = bare(said);
    for kind in kinds {
        for held in names.view.of_kind(names.partnership, *kind)? {
            let texts = [Role::Name, Role::Title, Role::Acronym].into_iter();
            let mut texts = texts.filter_map(|role| held.record.texts.get(&role));
            if texts.any(|text| text.versions().any(|(_, text)| bare(text) == wanted)) {
                return Ok(vec![held.record.id]);
            }
        }
    }
    Ok(Vec::new())
}

/// A name in lower case without the article before it.
fn bare(name: &str) -> String {
    let name = name.trim().to_lowercase();
    let article = ARTICLES.iter().find_map(|article| name.strip_prefix(article));
    article.map_or_else(|| name.clone(), str::to_owned)
}

#[cfg(test)]
mod tests;
