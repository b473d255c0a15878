//! What was recorded, newest first, as Atom feeds (RFC 4287): of a partnership, of a list with its
//! filters, of a record and what refers to it.

use std::collections::BTreeSet;

use atom_syndication as atom;
use servanda_model::{Kind, RecordId, Role};
use servanda_register::{Change, ChangesOf, Held, RegisterError, View};

use crate::answer::{Answer, PageError};
use crate::block::{Link, Names};
use crate::fields::Fields;
use crate::form::{self, Form};
use crate::list::{self, read_filter};
use crate::site::Desk;
use crate::{record, routes, twin};

/// Entries in one feed.
pub(crate) const FEED_ENTRIES: usize = 60;
/// Characters of a text that an entry gives; its page has all of it.
const SUMMARY_CHARS_MAX: usize = 600;

/// A feed in plain words.
#[derive(Debug, Default)]
pub(crate) struct Feed {
    /// What it is about.
    pub(crate) title: String,
    /// Who keeps it.
    pub(crate) author: String,
    /// The address of the feed, without language: also its name for ever.
    pub(crate) path: String,
    /// The path of the page that it is a form of.
    pub(crate) page: String,
    /// Its entries, newest first.
    pub(crate) entries: Vec<FeedEntry>,
}

/// An entry of a feed.
#[derive(Debug, Default)]
pub(crate) struct FeedEntry {
    /// Its name for ever.
    pub(crate) id: String,
    /// What happened to what.
    pub(crate) title: String,
    /// The address of the record's page.
    pub(crate) address: String,
    /// When, in seconds since 1970 UTC.
    pub(crate) at: i64,
    /// What the record says.
    pub(crate) summary: String,
    /// What happened, as a code, and in words.
    pub(crate) act: (String, String),
}

/// The feed of a list, with the filters of the commitments.
pub(crate) fn of_list(
    desk: &Desk,
    view: &View<'_>,
    partnership: &str,
    kind: Kind,
    fields: &Fields,
) -> Result<Answer, PageError> {
    let names = Names::new(view, desk.locale, partnership);
    let register = register(&names)?;
    if kind == Kind::Commitment {
        let (filter, _page) = read_filter(fields, desk.today());
        let path = list::filtered_path(partnership, &filter);
        let title = list::filtered_title(&names, &filter)?;
        return feed(desk, &names, &register, &title, path, ChangesOf::Commitments(&filter));
    }
    let title = desk.locale.say_code("kinds", kind.code());
    let path = format!("/{partnership}/{}", routes::collection(kind));
    feed(desk, &names, &register, &title, path, ChangesOf::Kind(kind))
}

/// The feed of a record: what happened to it and to everything that refers to it. That of a
/// partnership is everything.
pub(crate) fn of_record(
    desk: &Desk,
    view: &View<'_>,
    partnership: &str,
    kind: Kind,
    id: &RecordId,
) -> Result<Answer, PageError> {
    let held = record::find(view, partnership, kind, id)?;
    let names = Names::new(view, desk.locale, partnership);
    let register = register(&names)?;
    let path = routes::record(partnership, kind, id);
    feed(desk, &names, &register, &names.title(&held), path, ChangesOf::Record(id))
}

/// The feed of a partnership: everything.
pub(crate) fn of_partnership(
    desk: &Desk,
    view: &View<'_>,
    partnership: &str,
) -> Result<Answer, PageError> {
    let names = Names::new(view, desk.locale, partnership);
    let register = register(&names)?;
    let path = routes::partnership(partnership);
    let title = desk.locale.say("feed-everything");
    feed(desk, &names, &register, &title, path, ChangesOf::Partnership)
}

/// The name of the register that a feed is of.
fn register(names: &Names<'_>) -> Result<String, PageError> {
    let partnership = names.view.of_kind(names.partnership, Kind::Partnership)?;
    let held = partnership.first().ok_or(PageError::NotFound)?;
    let title = names.title(held);
    Ok(names.locale.say_about("feed-author", &[("partnership", &title)]))
}

fn feed(
    desk: &Desk,
    names: &Names<'_>,
    register: &str,
    title: &str,
    page: String,
    of: ChangesOf<'_>,
) -> Result<Answer, PageError> {
    let mut entries = Vec::new();
    for change in names.view.changes(names.partnership, of, None, FEED_ENTRIES)? {
        if let Some(held) = names.view.find(&change.record)? {
            entries.push(entry(desk, names, &change, &held)?);
        }
    }
    let feed = Feed {
        title: format!("{title} – {register}"),
        author: register.to_owned(),
        path: Form::Feed.of(&page),
        page,
        entries,
    };
    write(desk, names, &feed)
}

fn entry(
    desk: &Desk,
    names: &Names<'_>,
    change: &Change,
    held: &Held,
) -> Result<FeedEntry, RegisterError> {
    let locale = desk.locale;
    let word = word(change);
    let act = locale.say_code("change", word);
    let path = routes::record(names.partnership, change.kind, &change.record);
    Ok(FeedEntry {
        id: tag(&change.act.origin, change.act.entry, change.act.at),
        title: locale.say_about("feed-entry", &[("act", &act), ("title", &names.title(held))]),
        address: form::address(desk, names, &path),
        at: change.act.at,
        summary: summary(names, held, word)?,
        act: (word.to_owned(), act),
    })
}

/// What happened, as a code: a record that was stated again was changed.
pub(crate) fn word(change: &Change) -> &str {
    match change.act.word.as_str() {
        "state" if !change.is_first => "change",
        word => word,
    }
}

/// The name of an entry of a journal for ever (RFC 4151): the register may move to another
/// address, the journal keeps its name.
pub(crate) fn tag(origin: &str, entry: u64, at: i64) -> String {
    let (authority, path) = origin.split_once('/').unwrap_or((origin, ""));
    let day = crate::locale::utc_day(at).map_or_else(String::new, |day| day.to_string());
    format!("tag:{authority},{day}:{path}/{entry}")
}

/// The kind, what tells the record from others, and the beginning of what it says; why it was
/// retracted, if that is what happened.
fn summary(names: &Names<'_>, held: &Held, word: &str) -> Result<String, RegisterError> {
    let locale = names.locale;
    let row = list::row(names, held)?;
    let mut pieces = vec![locale.say_code("kind", held.record.kind().code())];
    pieces.extend(row.details.into_iter().map(|Link { text, .. }| text));
    pieces.retain(|piece| !piece.is_empty());
    let mut summary = pieces.join(" · ");
    let roles = match word {
        "retract" => vec![Role::Reason],
        _any_other => vec![Role::Wording, Role::Mandate, Role::Summary],
    };
    let said = roles.iter().find_map(|role| locale.text(held.record.texts.get(role)));
    if let Some(said) = said {
        summary.push_str("\n\n");
        summary.extend(said.chars().take(SUMMARY_CHARS_MAX));
        if said.chars().count() > SUMMARY_CHARS_MAX {
            summary.push_str(" …");
        }
    }
    Ok(summary)
}

/// The bytes of a feed. It was last updated when its newest entry was.
pub(crate) fn write(desk: &Desk, names: &Names<'_>, feed: &Feed) -> Result<Answer, PageError> {
    let address = form::address(desk, names, &feed.path);
    let link = |rel: &str, href: String, form: Form| atom::Link {
        href,
        rel: rel.to_owned(),
        mime_type: form.media_type().split(';').next().map(str::to_owned),
        hreflang: Some(desk.locale.language().locale().to_owned()),
        ..atom::Link::default()
    };
    let acts: BTreeSet<&(String, String)> = feed.entries.iter().map(|entry| &entry.act).collect();
    let written = atom::Feed {
        title: atom::Text::plain(feed.title.clone()),
        id: address.clone(),
        updated: moment(feed.entries.iter().map(|entry| entry.at).max().unwrap_or(0)),
        authors: vec![atom::Person { name: feed.author.clone(), ..atom::Person::default() }],
        categories: acts.into_iter().map(category).collect(),
        generator: Some(atom::Generator {
            value: "Servanda".to_owned(),
            version: Some(env!("CARGO_PKG_VERSION").to_owned()),
            uri: None,
        }),
        icon: Some(format!("{}{}/mark.svg", desk.site.address(), crate::asset::FOLDER)),
        links: vec![
            link("self", address, Form::Feed),
            link("alternate", form::address(desk, names, &feed.page), Form::Page),
        ],
        entries: feed.entries.iter().map(|entry| written(&link, entry)).collect(),
        lang: Some(desk.locale.language().locale().to_owned()),
        ..atom::Feed::default()
    };
    let failed = |error: atom::Error| PageError::Failed(Box::new(error));
    let config = atom::WriteConfig { write_document_declaration: true, indent_size: Some(1) };
    let bytes = written.write_with_config(Vec::new(), config).map_err(failed)?;
    Ok(Answer::Form { bytes, form: Form::Feed, next: None })
}

fn written(link: &impl Fn(&str, String, Form) -> atom::Link, entry: &FeedEntry) -> atom::Entry {
    atom::Entry {
        id: entry.id.clone(),
        title: atom::Text::plain(entry.title.clone()),
        updated: moment(entry.at),
        published: Some(moment(entry.at)),
        categories: vec![category(&entry.act)],
        links: vec![link("alternate", entry.address.clone(), Form::Page)],
        summary: Some(atom::Text::plain(entry.summary.clone())),
        ..atom::Entry::default()
    }
}

fn category((code, label): &(String, String)) -> atom::Category {
    atom::Category { term: code.clone(), label: Some(label.clone()), scheme: None }
}

/// A moment in seconds since 1970. What RFC 3339 cannot write is the beginning.
fn moment(at: i64) -> atom::FixedDateTime {
    let written = twin::instant(at).unwrap_or_default();
    written.parse().unwrap_or_default()
}
