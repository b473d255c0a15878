//! The page of one record, of whatever kind: what it says, its facts, what belongs to it, where
//! it comes from, what happened to it.

pub(crate) mod answer;
mod body;
pub(crate) mod differs;
mod facts;
mod history;
mod line;
mod lists;
mod meeting;

pub(crate) use facts::figure_value as facts_of_figure;
pub(crate) use facts::of as facts_of;
pub(crate) use history::page as history;
pub(crate) use history::{FactChange, Piece, fact_changes, pieces};
pub(crate) use lists::post_row;

use askama::Template;
use servanda_actions::agreement::{authority_of, reason_of};
use servanda_actions::texts::{Erasure, erasures};
use servanda_model::record::Block as Outline;
use servanda_model::{Facts, Kind, Language, Multilingual, RecordId, Role, Standing};
use servanda_register::{Held, Mark, RegisterError, View};

use crate::answer::{Answer, PageError};
use crate::block::{Badge, Block, Fact, Link, Names, Version, badge};
use crate::frame::{About, Frame};
use crate::locale::Locale;
use crate::site::Desk;
use crate::workspace::texts::{erased_in_words, label};
use crate::{calendar, document, linked, routes};

/// The most characters of a passage that a page quotes; the document's page has all of it.
const QUOTED_CHARS_MAX: usize = 900;
/// Acts on a record that its page names; all of them are in its history.
const HAPPENINGS_MAX: usize = 5;
/// Characters shown before and after a passage.
const CONTEXT_CHARS: usize = 140;

/// The page of a record.
#[derive(Debug, Template)]
#[template(path = "record.html")]
pub(crate) struct RecordPage {
    frame: Frame,
    /// What it is.
    kind: String,
    /// The short form of its name.
    acronym: Option<String>,
    standing: Badge,
    /// Why it was retracted, or that something of it was erased.
    notices: Vec<String>,
    /// What it says, in the reader's language.
    said: Option<Version>,
    /// That the reader's language has no version.
    said_in_other: Option<String>,
    /// What it says, in the other languages.
    others: Vec<Version>,
    /// What the reader should know beside the fact.
    note: Option<String>,
    facts: Vec<Fact>,
    /// What the sources say where they differ.
    differing: Vec<Block>,
    /// A figure with its whole and parts, drawn.
    family: Option<crate::figures::FigureBlock>,
    blocks: Vec<Block>,
    sources: Vec<Source>,
    history: Vec<Happening>,
    /// Where every act is shown with what it changed.
    changes: Link,
    /// Where the parties propose other words; the same for every reader.
    propose: Link,
}

/// A passage that a record rests on.
#[derive(Debug)]
pub(crate) struct Source {
    /// The document.
    document: Link,
    /// Who published it, when.
    published: String,
    /// The tag of its language.
    lang: &'static str,
    /// Words before the passage.
    before: String,
    /// The passage; its first and last words where no copy is held.
    quoted: String,
    /// Words after it.
    after: String,
    /// Where it stands in the document here, or where the document was published.
    place: Option<Link>,
    /// That no copy is held.
    missing: Option<String>,
}

/// An act on a record.
#[derive(Debug)]
pub(crate) struct Happening {
    when: Link,
    what: String,
    /// The entry in the journal.
    entry: Link,
}

/// `GET /{partnership}/{collection}/{id}`
pub(crate) fn page(
    desk: &Desk,
    view: &View<'_>,
    partnership: &str,
    kind: Kind,
    id: &RecordId,
) -> Result<Answer, PageError> {
    let held = find(view, partnership, kind, id)?;
    let names = Names::new(view, desk.locale, partnership);
    let path = routes::record(partnership, kind, id);
    let (said, _, _) = versions(desk.locale, held.record.texts.get(&said_role(kind)));
    let title = names.title(&held);
    let frame = Frame::new(
        desk,
        Some(view),
        About {
            description: said
                .as_ref()
                .and_then(|said| said.paragraphs.first().cloned())
                .unwrap_or_else(|| title.clone()),
            title,
            path,
            partnership: Some(partnership.to_owned()),
            crumbs: crumbs(&names, &held)?,
            kind: Some(kind),
            has_data: true,
            forms_of: None,
            has_calendar: calendar::has_event(&held.record.facts),
            thing: Some(linked::of_record(desk, &names, &held)?),
            proof: Some(entry_path(&held)),
        },
    )?;
    let notices = notices(desk, &names, &held)?;
    let label = desk.locale.say_code("kind", kind.code());
    Ok(Answer::Page(written(desk, &names, &held, frame, label, notices)?))
}

/// A version as its page will show it once it is agreed, in the frame of a page of its side.
pub(crate) fn preview(
    desk: &Desk,
    names: &Names<'_>,
    held: &Held,
    frame: Frame,
) -> Result<String, PageError> {
    let own = notices(desk, names, held)?;
    let notices = std::iter::once(names.locale.say("preview-notice")).chain(own).collect();
    let kind = names.locale.say_code("kind", held.record.kind().code());
    let label = names.locale.say_about("preview-of", &[("kind", &kind)]);
    written(desk, names, held, frame, label, notices)
}

fn written(
    desk: &Desk,
    names: &Names<'_>,
    held: &Held,
    frame: Frame,
    label: String,
    notices: Vec<String>,
) -> Result<String, PageError> {
    let (kind, id, partnership) = (held.record.kind(), &held.record.id, names.partnership);
    let said = held.record.texts.get(&said_role(kind));
    let (said, said_in_other, others) = versions(desk.locale, said);
    let page = RecordPage {
        frame,
        kind: label,
        acronym: desk.locale.text(held.record.texts.get(&Role::Acronym)).map(str::to_owned),
        standing: badge(desk.locale, held.standing),
        notices,
        said,
        said_in_other,
        others,
        note: desk.locale.text(held.record.texts.get(&Role::Note)).map(str::to_owned),
        facts: [agreed_by(desk, names, held)?, facts::of(names, held)?].concat(),
        differing: differs::blocks(names, held)?,
        blocks: lists::of(desk, names, held)?,
        family: crate::figures::family(names, held)?,
        sources: sources(names, held)?,
        history: happenings(names, held)?,
        changes: Link::to(
            desk.locale.say("history-changes"),
            names.path(&routes::history(partnership, kind, id)),
        ),
        propose: Link::to(
            desk.locale.say("propose-other-words"),
            names.path(&routes::workspace_record(partnership, id)),
        ),
    };
    Ok(page.render()?)
}

/// The record at an address, or that there is none.
pub(crate) fn find(
    view: &View<'_>,
    partnership: &str,
    kind: Kind,
    id: &RecordId,
) -> Result<Held, PageError> {
    view.find(id)?
        .filter(|held| held.partnership == partnership && held.record.kind() == kind)
        .ok_or(PageError::NotFound)
}

/// The role of the text that a record of a kind mainly says.
const fn said_role(kind: Kind) -> Role {
    match kind {
        Kind::Commitment | Kind::Recommendation | Kind::Observation => Role::Wording,
        Kind::Body => Role::Mandate,
        Kind::Partnership
        | Kind::Instrument
        | Kind::Section
        | Kind::Party
        | Kind::Institution
        | Kind::Person
        | Kind::Post
        | Kind::Term
        | Kind::Meeting
        | Kind::Participation
        | Kind::Engagement
        | Kind::Figure
        | Kind::Document => Role::Summary,
    }
}

fn versions(
    locale: &Locale,
    text: Option<&Multilingual>,
) -> (Option<Version>, Option<String>, Vec<Version>) {
    let Some(text) = text else { return (None, None, Vec::new()) };
    let version = |language: Language, text: &str| Version {
        lang: language.locale(),
        language: locale.say_code("language", language.tag()),
        paragraphs: text.split("\n\n").map(str::to_owned).collect(),
    };
    let own = locale.language();
    let others: Vec<Version> = text
        .versions()
        .filter_map(|(language, text)| Some(version(language.filter(|it| *it != own)?, text)))
        .collect();
    match text.get(own) {
        Some(said) => (Some(version(own, said)), None, others),
        None => (None, Some(locale.say("no-version-in-language")), others),
    }
}

fn crumbs(names: &Names<'_>, held: &Held) -> Result<Vec<Link>, RegisterError> {
    let kind = held.record.kind();
    if kind == Kind::Partnership {
        return Ok(Vec::new());
    }
    let list = routes::list(names.partnership, kind);
    let label = match kind {
        Kind::Section => names.locale.say_code("kinds", Kind::Instrument.code()),
        Kind::Post | Kind::Term | Kind::Party | Kind::Person => {
            names.locale.say_code("kinds", Kind::Person.code())
        }
        Kind::Participation => names.locale.say_code("kinds", Kind::Meeting.code()),
        Kind::Observation => names.locale.say_code("kinds", Kind::Recommendation.code()),
        Kind::Partnership
        | Kind::Institution
        | Kind::Body
        | Kind::Instrument
        | Kind::Meeting
        | Kind::Commitment
        | Kind::Recommendation
        | Kind::Engagement
        | Kind::Figure
        | Kind::Document => names.locale.say_code("kinds", kind.code()),
    };
    let mut crumbs = vec![Link::to(label, names.path(&list))];
    if let Facts::Section(section) = &held.record.facts {
        crumbs.push(names.link(&section.instrument)?);
    }
    if let Facts::Participation(participation) = &held.record.facts {
        crumbs.push(names.link(&participation.meeting)?);
    }
    Ok(crumbs)
}

fn notices(desk: &Desk, names: &Names<'_>, held: &Held) -> Result<Vec<String>, PageError> {
    let locale = names.locale;
    let mut notices = remarks(desk, names, held)?;
    if let Some(wrong) = locale.text(held.record.texts.get(&Role::Correction)) {
        let texts = [("date", locale.day_of(held.at)), ("wrong", wrong.to_owned())];
        let texts: Vec<(&'static str, &str)> =
            texts.iter().map(|(name, text)| (*name, &**text)).collect();
        notices.push(locale.say_about("corrected-what", &texts));
    }
    if let Some(reason) = locale.text(held.record.texts.get(&Role::Reason)) {
        notices.push(locale.say_about("retracted-because", &[("reason", reason)]));
    }
    notices.extend(erased_texts(desk, names, held)?);
    Ok(notices)
}

/// What was erased of a record: what was erased at once, by one voice for one reason, in a sentence.
fn erased_texts(desk: &Desk, names: &Names<'_>, held: &Held) -> Result<Vec<String>, PageError> {
    let locale = names.locale;
    let rows = names.view.history(&held.record.id)?;
    let mut at_once: Vec<(Erasure, Vec<String>)> = Vec::new();
    for erased in erasures(desk.site.office(), &rows)? {
        let label = label(locale, &erased.role, erased.language);
        let alike = |it: &&mut (Erasure, Vec<String>)| {
            it.0.act.origin == erased.act.origin
                && it.0.ground == erased.ground
                && locale.day_of(it.0.act.at) == locale.day_of(erased.act.at)
        };
        match at_once.iter_mut().find(alike) {
            Some((_, labels)) if labels.contains(&label) => {}
            Some((_, labels)) => labels.push(label),
            None => at_once.push((erased, vec![label])),
        }
    }
    at_once
        .into_iter()
        .map(|(erased, labels)| {
            let voice = names.voice(voice_of(&erased.act.origin))?;
            let day = locale.day_of(erased.act.at);
            Ok(erased_in_words(locale, &locale.list(&labels), &day, &voice, erased.ground))
        })
        .collect()
}

/// Who agreed to the version that stands, by what role and when.
fn agreed_by(desk: &Desk, names: &Names<'_>, held: &Held) -> Result<Vec<Fact>, PageError> {
    let locale = names.locale;
    let sealed = names.view.sealed_by(&held.leaf)?.filter(|_| held.standing == Standing::Agreed);
    let Some(row) = sealed else { return Ok(Vec::new()) };
    let accepted = names.view.answers(&row.leaf)?.into_iter().filter(|it| it.word == "accept");
    let proposed = (row.voice, row.origin, row.entry, row.at);
    let signed = accepted.map(|it| (it.voice, it.origin, it.entry, it.at));
    let mut values = Vec::new();
    for (voice, origin, entry, at) in std::iter::once(proposed).chain(signed) {
        let right = by_right(desk, &origin, entry)?;
        let (name, day) = (names.voice(&voice)?, locale.day_of(at));
        let texts = [("voice", name.as_str()), ("right", &right), ("date", &day)];
        let href = names.path(&routes::entry(names.partnership, &voice, entry));
        values.push(Link::to(locale.say_about("agreed-by-one", &texts), href));
    }
    values.sort_by(|a, b| locale.compare(&a.text, &b.text));
    Ok(vec![Fact { label: locale.say("agreed-by"), values }])
}

/// By what role the author of an act spoke for the party, and whether a passkey signed it.
pub(crate) fn by_right(desk: &Desk, origin: &str, entry: u64) -> Result<String, PageError> {
    let right = authority_of(desk.site.office(), origin, entry)?;
    let (role, is_signed) = right.map_or_else(Default::default, |it| (it.role, it.is_signed));
    let role = desk.locale.say_code("account-role", &role);
    let key = if is_signed { "by-right-signed" } else { "by-right" };
    Ok(desk.locale.say_about(key, &[("role", &role)]))
}

/// What parties have to say beside the record, oldest first.
fn remarks(desk: &Desk, names: &Names<'_>, held: &Held) -> Result<Vec<String>, PageError> {
    let locale = names.locale;
    let mut remarks = Vec::new();
    for act in names.view.history(&held.record.id)? {
        let is_remark = ["dispute", "diverge"].contains(&act.word.as_str());
        if !is_remark || act.effect != "effective" {
            continue;
        }
        let reason = reason_of(desk.site.office(), &act.origin, act.entry)?;
        let reason =
            reason.and_then(|reason| Some(reason.nearest(locale.language())?.0.to_owned()));
        let voice = names.voice(voice_of(&act.origin))?;
        let day = locale.day_of(act.at);
        let reason = reason.unwrap_or_else(|| locale.say("erased"));
        let texts = [("voice", voice.as_str()), ("date", &day), ("reason", &reason)];
        remarks.push(locale.say_about(&format!("remark-{}", act.word), &texts));
    }
    Ok(remarks)
}

/// The passages of a record, quoted where a copy of the document is held.
fn sources(names: &Names<'_>, held: &Held) -> Result<Vec<Source>, RegisterError> {
    let mut sources = Vec::new();
    for mark in names.view.passages_of(&held.record.id)? {
        let passage = usize::try_from(mark.position)
            .ok()
            .and_then(|position| held.record.sources.get(position));
        let Some(passage) = passage else { continue };
        let Some(document) = names.view.find(&passage.document)? else { continue };
        let Facts::Document(facts) = &document.record.facts else { continue };
        let text = names.view.document_text(&passage.document)?;
        let mut source = Source {
            document: names.link(&passage.document)?,
            published: document::published(names.locale, &document),
            lang: facts.language.locale(),
            before: String::new(),
            quoted: format!("{} … {}", passage.begins, passage.ends),
            after: String::new(),
            place: facts
                .address
                .as_ref()
                .map(|address| Link::to(names.locale.say("where-published"), address.clone())),
            missing: Some(names.locale.say("no-copy-of-document")),
        };
        if let (Some(text), Some((first, last))) = (text, mark.span) {
            let text: Vec<char> = text.chars().collect();
            quote(&mut source, &text, &facts.outline, first, last);
            let place = document::place_of(names, &document, &mark);
            source.place = Some(Link::to(names.locale.say("read-in-document"), place));
            source.missing = None;
        }
        sources.push(source);
    }
    Ok(sources)
}

/// Fills a source with the passage and the words around it, within the same blocks of the text.
fn quote(source: &mut Source, text: &[char], outline: &[Outline], first: usize, last: usize) {
    let around = |at: usize| outline.iter().find(|block| block.start <= at && at < block.end);
    let from = around(first).map_or(first, |block| block.start);
    let to = around(last.saturating_sub(1)).map_or(last, |block| block.end);
    let stretch = |from: usize, to: usize| -> String {
        text.get(from..to).unwrap_or_default().iter().collect()
    };
    let near = first.saturating_sub(CONTEXT_CHARS).max(from);
    stretch(near, first).trim_start().clone_into(&mut source.before);
    if near > from {
        let whole_words = source.before.split_once(' ').map_or("", |(_, rest)| rest);
        source.before = format!("… {whole_words}");
    }
    let cut = last.min(first + QUOTED_CHARS_MAX);
    source.quoted = stretch(first, cut);
    if cut < last {
        source.quoted.push_str(" …");
        return;
    }
    let far = (last + CONTEXT_CHARS).min(to);
    stretch(last, far).trim_end().clone_into(&mut source.after);
    if far < to {
        let whole_words = source.after.rsplit_once(' ').map_or("", |(rest, _)| rest);
        source.after = format!("{whole_words} …");
    }
}

/// The last acts on a record, newest first.
fn happenings(names: &Names<'_>, held: &Held) -> Result<Vec<Happening>, RegisterError> {
    let locale = names.locale;
    let acts = names.view.history(&held.record.id)?;
    acts.into_iter()
        .rev()
        .take(HAPPENINGS_MAX)
        .map(|act| {
            let voice = voice_of(&act.origin);
            let mut what = locale.say_code("act", &act.word);
            if act.effect != "effective" {
                what = format!("{what} ({})", locale.say_code("effect", &act.effect));
            }
            let day = crate::locale::utc_day(act.at);
            Ok(Happening {
                when: Link::date(
                    locale.day_of(act.at),
                    day.map_or_else(String::new, |day| day.to_string()),
                ),
                what: locale
                    .say_about("act-by", &[("act", &what), ("voice", &names.voice(voice)?)]),
                entry: Link::to(
                    locale.say_about("entry-number", &[("number", &act.entry.to_string())]),
                    names.path(&routes::entry(names.partnership, voice, act.entry)),
                ),
            })
        })
        .collect()
}

/// The path of the entry that states a record.
pub(crate) fn entry_path(held: &Held) -> String {
    routes::entry(&held.partnership, voice_of(&held.origin), held.entry)
}

/// The voice whose journal it is: the last segment of its origin.
pub(crate) fn voice_of(origin: &str) -> &str {
    origin.rsplit('/').next().unwrap_or_default()
}

/// A mark's anchor on the document's page.
pub(crate) fn anchor(mark: &Mark) -> String {
    format!("{}-{}", mark.record, mark.position + 1)
}
