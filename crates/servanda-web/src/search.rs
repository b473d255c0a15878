//! The search page, and what of the register can be found.

mod asking;
mod forms;
mod found;
mod items;
mod past;

use askama::Template;
use servanda_model::{Language, Standing};
use servanda_register::View;
use servanda_search::{Facet, Fragment, Sort};

pub(crate) use asking::Asking;
pub(crate) use forms::{feed, table};
pub(crate) use found::{FoundFacet, FoundHit, FoundPage, PAGE_HITS, found};
pub use items::items;
pub(crate) use past::PastIndexes;

use crate::answer::{Answer, PageError};
use crate::block::{Badge, Link, badge};
use crate::fields::Fields;
use crate::form::Form;
use crate::frame::{About, Frame};
use crate::locale::Locale;
use crate::routes;
use crate::site::Desk;

/// Values of a facet shown at once.
const FACET_VALUES_MAX: usize = 20;
/// Bytes of all facets on the page, about: every value repeats the search in its address.
const FACETS_BYTES_MAX: usize = 30_000;
/// Bytes of a value beside the search in its address, about.
const VALUE_BYTES: usize = 150;
/// Words of a search that are offered alone, at most.
const ALONE_MAX: usize = 5;
/// Three searches to begin with, by key.
const EXAMPLES: [&str; 3] = ["search-example-one", "search-example-two", "search-example-three"];

/// The search page.
#[derive(Debug, Template)]
#[template(path = "search.html")]
pub(crate) struct SearchPage {
    frame: Frame,
    /// What was found, in words; empty before a search.
    summary: String,
    /// That the search was widened or corrected, and what else was looked for.
    notices: Vec<String>,
    /// What to try, when nothing was found or nothing was asked yet.
    advice: Vec<Advice>,
    /// The filters that are on, each leading to the search without it.
    chips: Vec<Link>,
    /// Where all filters are off; none if none is on.
    clear: Option<String>,
    facets: Vec<FacetView>,
    sorts: Vec<Choice>,
    hits: Vec<HitView>,
    previous: Option<String>,
    next: Option<String>,
    /// "Page 2 of 5"
    place: Option<String>,
}

/// Something to try, with searches that do it.
#[derive(Debug)]
pub(crate) struct Advice {
    words: String,
    links: Vec<Link>,
}

/// A facet with its values.
#[derive(Debug)]
pub(crate) struct FacetView {
    label: String,
    /// Whether its values are shown at first.
    is_open: bool,
    values: Vec<Choice>,
}

/// A value of a facet or an order, leading to the search with or without it.
#[derive(Debug)]
pub(crate) struct Choice {
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
    /// The language of the title where it is another.
    title_lang: Option<&'static str>,
    /// What it is part of.
    within: Option<String>,
    date: Option<Link>,
    standing: Option<Badge>,
    /// The name of the text's language where it is another.
    language: Option<String>,
    lang: Option<&'static str>,
    snippet: Vec<Fragment>,
}

/// `GET /search`
pub(crate) fn page(desk: &Desk, view: &View<'_>, fields: &Fields) -> Result<Answer, PageError> {
    let locale = desk.locale;
    let found = found(desk, view, fields)?;
    let asking = &found.asking;
    let to = |asking: Asking| routes::localized(locale.language(), &asking.address());
    let mut page = SearchPage {
        frame: frame(desk, view, asking)?,
        summary: String::new(),
        notices: Vec::new(),
        advice: Vec::new(),
        chips: Vec::new(),
        clear: None,
        facets: Vec::new(),
        sorts: Vec::new(),
        hits: Vec::new(),
        previous: None,
        next: None,
        place: None,
    };
    if asking.is_empty() {
        let links = EXAMPLES.map(|key| locale.say(key)).map(|words| {
            let example = Asking { words: words.clone(), ..Asking::default() };
            Link::to(words, to(example))
        });
        page.advice.push(Advice { words: locale.say("search-examples"), links: links.into() });
        return Ok(Answer::Page(page.render()?));
    }
    if !found.is_ready {
        page.notices.push(locale.say("search-being-made"));
        return Ok(Answer::Page(page.render()?));
    }
    page.summary = locale.say_count("search-found", count(found.total));
    page.notices = notices(locale, &found);
    if found.of_today {
        page.notices.push(locale.say("search-another-day"));
    }
    page.chips = chips(locale, &found);
    page.clear = (!asking.filters.is_empty()).then(|| to(asking.unfiltered()));
    page.facets = facets(locale, &found);
    if found.total > 1 {
        page.sorts = sorts(locale, asking);
    }
    if found.total == 0 {
        page.advice = advice(locale, &found);
    }
    page.hits = found.hits.iter().map(|hit| hit_view(locale, hit)).collect();
    let (number, last) = (asking.number, found.total.div_ceil(PAGE_HITS).max(1));
    page.previous = (number > 1).then(|| to(asking.page(number.min(last + 1) - 1)));
    page.next = (number < last).then(|| to(asking.page(number + 1)));
    page.place = (last > 1).then(|| {
        locale.say_about("page-of", &[("page", &number.to_string()), ("last", &last.to_string())])
    });
    Ok(Answer::Page(page.render()?))
}

fn frame(desk: &Desk, view: &View<'_>, asking: &Asking) -> Result<Frame, PageError> {
    let locale = desk.locale;
    let title = match asking.words.trim() {
        "" => locale.say("search"),
        words => locale.say_about("search-for", &[("words", words)]),
    };
    let description = locale.say("search-intro");
    let about =
        About { title, description, path: asking.address(), has_data: true, ..About::default() };
    let mut frame = Frame::new(desk, Some(view), about)?;
    frame.query.clone_from(&asking.words);
    if !asking.is_empty() {
        let path = routes::localized(locale.language(), &asking.address());
        frame.forms = vec![Form::Table.link(desk, &path), Form::Feed.link(desk, &path)];
    }
    Ok(frame)
}

/// What was looked for besides or instead of what was typed.
fn notices(locale: &Locale, found: &FoundPage) -> Vec<String> {
    let mut notices = Vec::new();
    if !found.corrected.is_empty() {
        let words = locale.list(&found.corrected);
        notices.push(locale.say_about("search-corrected", &[("words", &words)]));
    }
    if found.widened {
        notices.push(locale.say("search-widened"));
    }
    if !found.also.is_empty() {
        let terms: Vec<String> = found.also.iter().map(|(_, term)| term.clone()).collect();
        notices.push(locale.say_about("search-also", &[("terms", &locale.list(&terms))]));
    }
    notices
}

fn chips(locale: &Locale, found: &FoundPage) -> Vec<Link> {
    let to = |asking: Asking| routes::localized(locale.language(), &asking.address());
    let mut chips = Vec::new();
    if let (Some(_), Some(name)) = (&found.asking.partnership, &found.partnership) {
        let everywhere = Asking { partnership: None, ..found.asking.page(1) };
        chips.push(Link::to(name.clone(), to(everywhere)));
    }
    for facet in &found.facets {
        for value in facet.values.iter().filter(|value| value.chosen) {
            let label = locale.say_code("search-facet", facet.facet.code());
            let words =
                locale.say_about("search-filter", &[("facet", &label), ("value", &value.label)]);
            chips.push(Link::to(words, to(found.asking.with(facet.facet, None))));
        }
    }
    chips
}

fn facets(locale: &Locale, found: &FoundPage) -> Vec<FacetView> {
    let value_bytes = found.asking.address().len() + VALUE_BYTES;
    let room = FACETS_BYTES_MAX / Facet::ALL.len() / value_bytes;
    let values_max = room.clamp(1, FACET_VALUES_MAX);
    let view = |facet: &FoundFacet| {
        let is_chosen = facet.values.iter().any(|value| value.chosen);
        let values = facet.values.iter().enumerate();
        let shown = values.filter(|(place, value)| *place < values_max || value.chosen);
        let values: Vec<Choice> = shown
            .map(|(_, value)| {
                let to = (!value.chosen).then_some(value.value.as_str());
                let address = found.asking.with(facet.facet, to).address();
                Choice {
                    label: value.label.clone(),
                    count: locale.number(count(value.count)),
                    href: routes::localized(locale.language(), &address),
                    chosen: value.chosen,
                }
            })
            .collect();
        // A filter with one value narrows nothing.
        (values.len() > 1 || is_chosen).then(|| FacetView {
            label: locale.say_code("search-facet", facet.facet.code()),
            is_open: is_chosen || facet.facet == Facet::Kind,
            values,
        })
    };
    found.facets.iter().filter_map(view).collect()
}

fn sorts(locale: &Locale, asking: &Asking) -> Vec<Choice> {
    let choice = |sort: Sort| {
        let address = Asking { sort, ..asking.page(1) }.address();
        Choice {
            label: locale.say_code("search-sort", sort.code()),
            count: String::new(),
            href: routes::localized(locale.language(), &address),
            chosen: asking.sort == sort,
        }
    };
    Sort::ALL.map(choice).into()
}

/// What to try where nothing was found.
fn advice(locale: &Locale, found: &FoundPage) -> Vec<Advice> {
    let asking = &found.asking;
    let to = |asking: Asking| routes::localized(locale.language(), &asking.address());
    let mut advice = Vec::new();
    let mut without = chips(locale, found);
    if !without.is_empty() {
        if without.len() > 1 {
            let everything = Asking { partnership: None, ..asking.unfiltered() };
            without.push(Link::to(locale.say("search-without-filters"), to(everything)));
        }
        advice.push(Advice { words: locale.say("search-try-filters"), links: without });
    }
    let words: Vec<&str> =
        asking.words.split_whitespace().filter(|word| word.chars().count() > 2).collect();
    if words.len() > 1 {
        let links = words.iter().take(ALONE_MAX).map(|word| {
            let alone = Asking { words: (*word).to_owned(), ..asking.page(1) };
            Link::to(*word, to(alone))
        });
        advice.push(Advice { words: locale.say("search-try-alone"), links: links.collect() });
    }
    if !found.related.is_empty() {
        let links = found.related.iter().map(|term| {
            let related = Asking { words: term.clone(), ..asking.page(1) };
            Link::to(term.clone(), to(related))
        });
        advice.push(Advice { words: locale.say("search-try-related"), links: links.collect() });
    }
    advice.push(Advice { words: locale.say("search-nothing"), links: Vec::new() });
    advice
}

fn hit_view(locale: &'static Locale, hit: &FoundHit) -> HitView {
    let other = hit.language != locale.language();
    let title_lang = hit.title_language.filter(|language| *language != locale.language());
    let day = hit.date.as_deref().and_then(|day| day.parse::<jiff::civil::Date>().ok());
    HitView {
        kind: locale.say_code("kind", &hit.kind),
        title: Link::to(hit.title.clone(), hit.path.clone()),
        title_lang: title_lang.map(Language::locale),
        within: hit.within.clone(),
        date: day.map(|day| Link::date(day.year().to_string(), day.to_string())),
        standing: Standing::find(&hit.standing).map(|standing| badge(locale, standing)),
        language: other.then(|| locale.say_code("language", hit.language.tag())),
        lang: other.then(|| hit.language.locale()),
        snippet: hit.snippet.clone(),
    }
}

fn count(number: usize) -> u64 {
    u64::try_from(number).unwrap_or(u64::MAX)
}
