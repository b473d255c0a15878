//! The search page, and what of the register can be found.

use askama::Template;
use servanda_model::{Kind, Language, RecordId, Role, Standing};
use servanda_register::{Held, Register, RegisterError};
use servanda_search::{Fragment, Hit, Item, Query};

use crate::answer::{Answer, PageError};
use crate::block::{Badge, Link, badge};
use crate::fields::Fields;
use crate::frame::{About, Frame};
use crate::locale::Locale;
use crate::routes;
use crate::site::Desk;

/// Hits on one page.
const PAGE_HITS: usize = 20;
/// The most characters of a search that are repeated on the page.
const WORDS_CHARS_MAX: usize = 200;

/// The search page.
#[derive(Debug, Template)]
#[template(path = "search.html")]
pub(crate) struct SearchPage {
    frame: Frame,
    /// What was found, in words; empty before a search.
    summary: String,
    /// What to try, when nothing was found or the search was widened.
    advice: Option<String>,
    kinds: Vec<KindChoice>,
    hits: Vec<HitView>,
    previous: Option<String>,
    next: Option<String>,
}

/// A kind of record and how many hits are of it.
#[derive(Debug)]
pub(crate) struct KindChoice {
    label: String,
    count: String,
    href: String,
    chosen: bool,
}

/// A record that was found.
#[derive(Debug)]
pub(crate) struct HitView {
    kind: String,
    title: Link,
    lang: Option<&'static str>,
    date: Option<Link>,
    standing: Option<Badge>,
    snippet: Vec<Fragment>,
}

/// `GET /search`
pub(crate) fn page(
    desk: &Desk,
    view: &servanda_register::View<'_>,
    fields: &Fields,
) -> Result<Answer, PageError> {
    let locale = desk.locale;
    let words: String = fields.get("q").unwrap_or_default().chars().take(WORDS_CHARS_MAX).collect();
    let kind = fields.get("kind").and_then(Kind::find);
    let number = fields.page();
    let address = |kind: Option<Kind>, page: usize| address(&words, kind, page);
    let path = address(kind, number);
    let title = match words.trim() {
        "" => locale.say("search"),
        words => locale.say_about("search-for", &[("words", words)]),
    };
    let description = locale.say("search-intro");
    let about = About { title, description, path, has_data: true, ..About::default() };
    let mut frame = Frame::new(desk, Some(view), about)?;
    frame.query.clone_from(&words);
    let mut page = SearchPage {
        frame,
        summary: String::new(),
        advice: None,
        kinds: Vec::new(),
        hits: Vec::new(),
        previous: None,
        next: None,
    };
    if words.trim().is_empty() {
        return Ok(Answer::Page(page.render()?));
    }
    let Some(index) = desk.site.index() else {
        page.advice = Some(locale.say("search-being-made"));
        return Ok(Answer::Page(page.render()?));
    };
    let found = index.find(&ask(&words, locale.language(), kind, number))?;
    let localized = |path: String| routes::localized(locale.language(), &path);
    page.summary = locale.say_count("search-found", count(found.total));
    page.advice = match (found.total, found.widened) {
        (0, _) => Some(locale.say("search-nothing")),
        (_, true) => Some(locale.say("search-widened")),
        (_, false) => None,
    };
    page.kinds = found
        .kinds
        .iter()
        .filter_map(|(code, number)| {
            let of = Kind::find(code)?;
            let chosen = kind == Some(of);
            Some(KindChoice {
                label: locale.say_code("kinds", code),
                count: locale.number(count(*number)),
                href: localized(address((!chosen).then_some(of), 1)),
                chosen,
            })
        })
        .collect();
    page.hits = found.hits.into_iter().map(|hit| hit_view(locale, hit)).collect();
    page.previous = (number > 1).then(|| localized(address(kind, number - 1)));
    page.next = (found.total > number.saturating_mul(PAGE_HITS))
        .then(|| localized(address(kind, number + 1)));
    Ok(Answer::Page(page.render()?))
}

/// The query of a page of results.
pub(crate) fn ask(words: &str, language: Language, kind: Option<Kind>, number: usize) -> Query {
    Query {
        words: words.to_owned(),
        language,
        kind: kind.map(|kind| kind.code().to_owned()),
        partnership: None,
        first: (number - 1).saturating_mul(PAGE_HITS),
        count: PAGE_HITS,
    }
}

fn address(words: &str, kind: Option<Kind>, page: usize) -> String {
    let kind = kind.map_or_else(String::new, |kind| format!("&kind={}", kind.code()));
    let page = if page > 1 { format!("&page={page}") } else { String::new() };
    format!("{}?q={}{kind}{page}", routes::SEARCH, escape(words))
}

/// Percent-encodes what may not stand in a query (RFC 3986).
fn escape(text: &str) -> String {
    let escaped = |byte: u8| {
        if byte.is_ascii_alphanumeric() || b"-._~".contains(&byte) {
            char::from(byte).to_string()
        } else {
            format!("%{byte:02X}")
        }
    };
    text.bytes().map(escaped).collect()
}

fn hit_view(locale: &'static Locale, hit: Hit) -> HitView {
    let other = hit.language != locale.language();
    let day = hit.date.as_deref().and_then(|day| day.parse::<jiff::civil::Date>().ok());
    HitView {
        kind: locale.say_code("kind", &hit.kind),
        title: Link::to(hit.title, routes::localized(locale.language(), &hit.address)),
        lang: other.then(|| hit.language.locale()),
        date: day.map(|day| Link::date(day.year().to_string(), day.to_string())),
        standing: Standing::find(&hit.standing).map(|standing| badge(locale, standing)),
        snippet: hit.snippet,
    }
}

fn count(number: usize) -> u64 {
    u64::try_from(number).unwrap_or(u64::MAX)
}

/// Everything in the register that can be found, one item for each language a record speaks.
pub fn items(register: &Register) -> Result<Vec<Item>, RegisterError> {
    register.view(|view| {
        let mut items = Vec::new();
        for id in view.every_id()? {
            let Some(held) = view.find(&id)? else { continue };
            let text = match held.record.kind() {
                Kind::Document => view.document_text(&id)?,
                Kind::Term | Kind::Post | Kind::Participation => {
                    // Found through the people and bodies they belong to.
                    continue;
                }
                Kind::Partnership
                | Kind::Party
                | Kind::Institution
                | Kind::Person
                | Kind::Body
                | Kind::Instrument
                | Kind::Section
                | Kind::Meeting
                | Kind::Commitment
                | Kind::Recommendation
                | Kind::Observation
                | Kind::Engagement
                | Kind::Figure => None,
            };
            items.extend(
                Language::ALL.iter().map(|language| item(&id, &held, *language, text.as_deref())),
            );
        }
        Ok(items)
    })
}

fn item(id: &RecordId, held: &Held, language: Language, document: Option<&str>) -> Item {
    let kind = held.record.kind();
    let said = |role: Role| held.record.texts.get(&role).and_then(|text| text.get(language));
    let title = said(Role::Title).or_else(|| said(Role::Name)).unwrap_or_default();
    let mut text: Vec<&str> = [Role::Acronym, Role::Wording, Role::Mandate, Role::Summary]
        .into_iter()
        .chain([Role::Place, Role::Note, Role::Publisher, Role::Unit, Role::DueWords])
        .filter_map(said)
        .collect();
    text.extend(document);
    Item {
        record: id.to_string(),
        kind: kind.code().to_owned(),
        language,
        partnership: held.partnership.clone(),
        title: title.to_owned(),
        text: text.join("\n"),
        address: routes::record(&held.partnership, kind, id),
        date: held.record.facts.date().map(|when| when.key_day().to_string()),
        standing: held.standing.code().to_owned(),
    }
}
