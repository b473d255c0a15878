//! The history of a record: every act on it, and what each changed, word for word.

use askama::Template;
use servanda_model::{Kind, Language, Multilingual, RecordId, Role};
use servanda_register::{ActRow, Held, RegisterError, Version, View};
use similar::{ChangeTag, TextDiff};

use super::{crumbs, facts, find, voice_of};
use crate::answer::{Answer, PageError};
use crate::block::{Fact, Link, Names};
use crate::frame::{About, Frame};
use crate::locale::utc_day;
use crate::moment::AS_OF;
use crate::routes;
use crate::site::Desk;

/// Acts shown on one page; the newest ones.
const ACTS_MAX: usize = 50;
/// Characters of a text that are compared; of longer ones it is only said that they changed.
const COMPARED_CHARS_MAX: usize = 20_000;

/// The history of a record.
#[derive(Debug, Template)]
#[template(path = "history.html")]
pub(crate) struct HistoryPage {
    frame: Frame,
    acts: Vec<ActView>,
    /// That there are more acts than are shown.
    more: Option<String>,
}

/// An act and what it changed.
#[derive(Debug)]
pub(crate) struct ActView {
    when: Link,
    what: String,
    entry: Link,
    /// Where the record is shown as it stood after the act.
    then: Option<String>,
    /// That it is the first statement, changed nothing, or had no effect.
    note: Option<String>,
    texts: Vec<TextChange>,
    facts: Vec<FactChange>,
}

/// A text that changed, in one language.
#[derive(Debug)]
pub(crate) struct TextChange {
    /// What it is and in which language.
    label: String,
    lang: &'static str,
    pieces: Vec<Piece>,
}

/// A stretch of a changed text.
#[derive(Debug)]
pub(crate) struct Piece {
    pub(crate) text: String,
    pub(crate) is_removed: bool,
    pub(crate) is_added: bool,
}

/// A fact that changed.
#[derive(Debug)]
pub(crate) struct FactChange {
    pub(crate) label: String,
    pub(crate) before: String,
    pub(crate) after: String,
}

/// `GET /{partnership}/{collection}/{id}/history`
pub(crate) fn page(
    desk: &Desk,
    view: &View<'_>,
    partnership: &str,
    kind: Kind,
    id: &RecordId,
) -> Result<Answer, PageError> {
    let held = find(view, partnership, kind, id)?;
    let names = Names::new(view, desk.locale, partnership);
    let title = names.title(&held);
    let mut way = crumbs(&names, &held)?;
    way.push(Link::to(title.clone(), names.href(kind, id)));
    let frame = Frame::new(
        desk,
        Some(view),
        About {
            title: desk.locale.say_about("history-of", &[("title", &title)]),
            description: desk.locale.say("history-intro"),
            path: routes::history(partnership, kind, id),
            partnership: Some(partnership.to_owned()),
            crumbs: way,
            kind: Some(kind),
            has_data: true,
            forms_of: Some(routes::record(partnership, kind, id)),
            proof: Some(super::entry_path(&held)),
            ..About::default()
        },
    )?;
    let versions = view.versions(id)?;
    let mut happened = view.history(id)?;
    happened.reverse();
    let more = happened.len().checked_sub(ACTS_MAX).filter(|more| *more > 0);
    happened.truncate(ACTS_MAX);
    let acts = happened
        .iter()
        .map(|act| act_view(&names, &held, act, &versions))
        .collect::<Result<Vec<_>, _>>()?;
    let more = more.map(|more| desk.locale.say_count("history-more", crate::block::count(more)));
    Ok(Answer::Page(HistoryPage { frame, acts, more }.render()?))
}

fn act_view(
    names: &Names<'_>,
    held: &Held,
    act: &ActRow,
    versions: &[Version],
) -> Result<ActView, RegisterError> {
    let locale = names.locale;
    let voice = voice_of(&act.origin);
    let index = versions
        .iter()
        .position(|version| version.since == act.entry && version.held.origin == act.origin);
    let after = index.and_then(|index| versions.get(index));
    let before = index.and_then(|index| versions.get(index.checked_sub(1)?));
    let (texts, facts) = match (before, after) {
        (Some(before), Some(after)) => (
            text_changes(names, &before.held, &after.held),
            fact_changes(names, &before.held, &after.held)?,
        ),
        _first_or_none => (Vec::new(), Vec::new()),
    };
    let nothing = texts.is_empty() && facts.is_empty();
    let wrong = |version: Option<&Version>| {
        version.and_then(|version| version.held.record.texts.get(&Role::Correction).cloned())
    };
    let is_correction = wrong(after).is_some() && wrong(after) != wrong(before);
    let note = match (act.effect.as_str(), before, after) {
        ("effective", None, Some(_)) => Some(locale.say("history-first")),
        ("effective", None, None) => match act.word.as_str() {
            "erase" => Some(locale.say("history-erased")),
            "reveal" => Some(locale.say("history-revealed")),
            "propose" | "withdraw" | "object" | "dispute" | "diverge" => {
                Some(locale.say("history-act"))
            }
            _says_nothing => None,
        },
        ("effective", Some(_), _) if is_correction => Some(locale.say("history-correction")),
        ("effective", Some(_), _) => nothing.then(|| locale.say("history-same")),
        (without_effect, _, _) => Some(locale.say_code("effect", without_effect)),
    };
    let day = utc_day(act.at).map_or_else(String::new, |day| day.to_string());
    let path = names.href(held.record.kind(), &held.record.id);
    Ok(ActView {
        when: Link::date(locale.day_of(act.at), day),
        what: locale.say_about(
            "act-by",
            &[("act", &locale.say_code("act", &act.word)), ("voice", &names.voice(voice)?)],
        ),
        entry: Link::to(
            locale.say_about("entry-number", &[("number", &act.entry.to_string())]),
            names.path(&routes::entry(names.partnership, voice, act.entry)),
        ),
        then: after.map(|_| format!("{path}?{AS_OF}={voice}:{}", act.entry.saturating_add(1))),
        note,
        texts,
        facts,
    })
}

/// The texts that differ, role by role and language by language.
fn text_changes(names: &Names<'_>, before: &Held, after: &Held) -> Vec<TextChange> {
    let none = Multilingual::default();
    let mut changes = Vec::new();
    for role in Role::ALL.into_iter().filter(|role| *role != Role::Text) {
        let old = before.record.texts.get(&role).unwrap_or(&none);
        let new = after.record.texts.get(&role).unwrap_or(&none);
        let languages = std::iter::once(None).chain(Language::ALL.into_iter().map(Some));
        for language in languages {
            let said = |text: &Multilingual| {
                let version = text.versions().find(|(of, _)| *of == language);
                version.map_or_else(String::new, |(_, text)| text.to_owned())
            };
            let (old, new) = (said(old), said(new));
            if old != new {
                changes.push(text_change(names, role, language, &old, &new));
            }
        }
    }
    changes
}

fn text_change(
    names: &Names<'_>,
    role: Role,
    language: Option<Language>,
    old: &str,
    new: &str,
) -> TextChange {
    let locale = names.locale;
    let role = locale.say_code("role", role.code());
    let label = match language {
        Some(language) => {
            let language = locale.say_code("language", language.tag());
            locale.say_about("history-text-in", &[("text", &role), ("language", &language)])
        }
        None => role,
    };
    let lang = language.unwrap_or(locale.language()).locale();
    TextChange { label, lang, pieces: pieces(old, new) }
}

/// Two texts word by word: what stays, what goes, what comes.
pub(crate) fn pieces(old: &str, new: &str) -> Vec<Piece> {
    let piece = |text: &str, tag: ChangeTag| Piece {
        text: text.to_owned(),
        is_removed: tag == ChangeTag::Delete,
        is_added: tag == ChangeTag::Insert,
    };
    if old.len().max(new.len()) > COMPARED_CHARS_MAX {
        return vec![piece(old, ChangeTag::Delete), piece(new, ChangeTag::Insert)];
    }
    let mut pieces: Vec<Piece> = Vec::new();
    for change in TextDiff::from_words(old, new).iter_all_changes() {
        let next = piece(change.value(), change.tag());
        match pieces.last_mut() {
            Some(last) if (last.is_removed, last.is_added) == (next.is_removed, next.is_added) => {
                last.text.push_str(&next.text);
            }
            _another => pieces.push(next),
        }
    }
    pieces
}

/// The facts that differ, as the page of the record shows them.
pub(crate) fn fact_changes(
    names: &Names<'_>,
    before: &Held,
    after: &Held,
) -> Result<Vec<FactChange>, RegisterError> {
    let locale = names.locale;
    let (old, new) = (facts::of(names, before)?, facts::of(names, after)?);
    let said = |facts: &[Fact], label: &str| {
        let fact = facts.iter().find(|fact| fact.label == label);
        let values = fact.map(|fact| fact.values.iter().map(|value| value.text.clone()).collect());
        locale.list(&values.unwrap_or_else(Vec::<String>::new))
    };
    let mut labels: Vec<&str> = old.iter().chain(&new).map(|fact| fact.label.as_str()).collect();
    labels.dedup();
    let mut changes: Vec<FactChange> = Vec::new();
    let mut note = |label: &str, before: String, after: String| {
        if before != after && !changes.iter().any(|known| known.label == label) {
            changes.push(FactChange { label: label.to_owned(), before, after });
        }
    };
    let standing = |held: &Held| locale.say_code("standing", held.standing.code());
    note(&locale.say("fact-standing"), standing(before), standing(after));
    for label in labels {
        note(label, said(&old, label), said(&new, label));
    }
    let sources = |held: &Held| {
        locale.say_count("count-passages", crate::block::count(held.record.sources.len()))
    };
    if before.record.sources != after.record.sources {
        note(&locale.say("fact-sources"), sources(before), sources(after));
    }
    Ok(changes)
}

#[cfg(test)]
mod tests;
