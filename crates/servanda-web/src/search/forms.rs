//! What a search found as a table and as a feed: a search can be kept and followed.

use servanda_model::RecordId;
use servanda_register::{RegisterError, View};

use super::found::{FoundHit, found};
use super::items::PASSAGE;
use crate::answer::{Answer, PageError};
use crate::block::Names;
use crate::feed::{self, Feed, FeedEntry};
use crate::fields::Fields;
use crate::form::Form;
use crate::sheet::{self, Table};
use crate::site::Desk;

/// The columns of the table.
const COLUMNS: [&str; 8] =
    ["id", "kind", "title", "language", "date", "standing", "excerpt", "address"];

/// `GET /search.csv`: the hits of one page of the search, a row each.
pub(crate) fn table(desk: &Desk, view: &View<'_>, fields: &Fields) -> Result<Answer, PageError> {
    let found = found(desk, view, fields)?;
    let row = |hit: &FoundHit| {
        let date = hit.date.clone().unwrap_or_default();
        let language = hit.language.tag().to_owned();
        let (id, kind, title) = (hit.record.clone(), hit.kind.clone(), hit.title.clone());
        let (standing, excerpt) = (hit.standing.clone(), hit.excerpt());
        vec![id, kind, title, language, date, standing, excerpt, address(desk, hit)]
    };
    let table = Table {
        columns: COLUMNS.map(str::to_owned).into(),
        rows: found.hits.iter().map(row).collect(),
        next: found.next_page().map(|next| {
            let path = Form::Table.of(&next.address());
            let path = crate::routes::localized(desk.locale.language(), &path);
            // The form leaves out the page it is made of.
            format!("{}{path}&page={}", desk.site.address(), next.number)
        }),
    };
    sheet::write(&table)
}

/// `GET /search.atom`: what the search finds, so that a reader is told when there is more.
pub(crate) fn feed(desk: &Desk, view: &View<'_>, fields: &Fields) -> Result<Answer, PageError> {
    let found = found(desk, view, fields)?;
    let names = Names::new(view, desk.locale, "");
    let entries = found.hits.iter().map(|hit| entry(desk, view, hit));
    let words = found.asking.words.trim();
    let title = desk.locale.say_about("search-for", &[("words", words)]);
    let page = found.asking.address();
    let feed = Feed {
        title: format!("{title} – Servanda"),
        author: "Servanda".to_owned(),
        path: Form::Feed.of(&page),
        page,
        entries: entries.collect::<Result<_, RegisterError>>()?,
    };
    feed::write(desk, &names, &feed)
}

fn entry(desk: &Desk, view: &View<'_>, hit: &FoundHit) -> Result<FeedEntry, RegisterError> {
    let held = match RecordId::parse(&hit.record) {
        Ok(id) => view.find(&id)?,
        Err(_not_an_id) => None,
    };
    let stated = held.as_ref().map(|held| (feed::tag(&held.origin, held.entry, held.at), held.at));
    let (tag, at) = stated.unwrap_or_default();
    // The passages of one document are told apart by their places.
    let id = if hit.kind == PASSAGE { address(desk, hit) } else { tag };
    Ok(FeedEntry {
        id,
        title: hit.title.clone(),
        address: address(desk, hit),
        at,
        summary: hit.excerpt(),
        act: (hit.kind.clone(), desk.locale.say_code("kind", &hit.kind)),
    })
}

fn address(desk: &Desk, hit: &FoundHit) -> String {
    format!("{}{}", desk.site.address(), hit.path)
}
