//! Every page in every language, for search engines (sitemaps.org), and what they should leave.

use std::collections::BTreeSet;

use servanda_model::{Kind, Language};
use servanda_register::View;

use crate::answer::{Answer, PageError};
use crate::locale::utc_day;
use crate::routes;
use crate::site::Site;

/// Addresses in one file: what the protocol allows.
const ADDRESSES_MAX: usize = 50_000;
/// Pages in one file: each has an address in every language.
const PAGES_MAX: usize = ADDRESSES_MAX / Language::ALL.len();
const HEADER: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
const NAMESPACE: &str = "http://www.sitemaps.org/schemas/sitemap/0.9";

/// A page: its path without language, and the day on which it was last stated.
#[derive(Debug, Clone)]
struct Entry {
    path: String,
    day: Option<String>,
}

/// `GET /sitemap.xml`: all pages, or the files in which they are.
pub(crate) fn whole(site: &Site, view: &View<'_>) -> Result<Answer, PageError> {
    let entries = entries(view)?;
    Ok(xml(if entries.len() > PAGES_MAX {
        index(site.address(), entries.len(), PAGES_MAX)
    } else {
        urls(site.address(), &entries)
    }))
}

/// `GET /sitemap/{number}.xml`: one of several files, from 1.
pub(crate) fn part(site: &Site, view: &View<'_>, name: &str) -> Result<Answer, PageError> {
    let number = name.strip_suffix(".xml").and_then(|number| number.parse::<usize>().ok());
    let place = number.and_then(|number| number.checked_sub(1)).ok_or(PageError::NotFound)?;
    let entries = entries(view)?;
    let part = entries.chunks(PAGES_MAX).nth(place).ok_or(PageError::NotFound)?;
    Ok(xml(urls(site.address(), part)))
}

/// `GET /robots.txt`: everything may be read; what is found by searching need not be indexed.
pub(crate) fn robots(site: &Site) -> String {
    let searches = Language::ALL
        .map(|language| format!("Disallow: {}?\n", routes::localized(language, routes::SEARCH)));
    let address = site.address();
    format!("User-agent: *\n{}Allow: /\n\nSitemap: {address}/sitemap.xml\n", searches.concat())
}

fn xml(text: String) -> Answer {
    let media_type = "application/xml; charset=utf-8";
    Answer::Static { bytes: text.into_bytes(), media_type, lasting: false }
}

fn entries(view: &View<'_>) -> Result<Vec<Entry>, PageError> {
    let entry = |path: &str| Entry { path: path.to_owned(), day: None };
    let mut entries = [routes::HOME, routes::ABOUT, routes::API].map(entry).to_vec();
    let places = view.places()?;
    let partnerships: BTreeSet<&str> =
        places.iter().map(|place| place.partnership.as_str()).collect();
    for partnership in partnerships {
        let lists: BTreeSet<String> = Kind::ALL
            .iter()
            .filter(|kind| **kind != Kind::Partnership)
            .map(|kind| routes::list(partnership, *kind))
            .collect();
        entries.extend(lists.iter().map(|list| entry(list)));
        entries.push(entry(&routes::journals(partnership)));
    }
    entries.extend(places.iter().map(|place| Entry {
        path: routes::record(&place.partnership, place.kind, &place.id),
        day: utc_day(place.at).map(|day| day.to_string()),
    }));
    Ok(entries)
}

fn index(address: &str, pages: usize, pages_max: usize) -> String {
    let mut text = format!("{HEADER}<sitemapindex xmlns=\"{NAMESPACE}\">\n");
    for number in 1..=pages.div_ceil(pages_max) {
        let line = format!("<sitemap><loc>{address}/sitemap/{number}.xml</loc></sitemap>\n");
        text.push_str(&line);
    }
    text.push_str("</sitemapindex>\n");
    text
}

fn urls(address: &str, entries: &[Entry]) -> String {
    let mut text = format!(
        "{HEADER}<urlset xmlns=\"{NAMESPACE}\" xmlns:xhtml=\"http://www.w3.org/1999/xhtml\">\n"
    );
    for entry in entries {
        let at =
            |language| escaped(&format!("{address}{}", routes::localized(language, &entry.path)));
        let others = Language::ALL.map(|other| {
            let (tag, href) = (other.tag(), at(other));
            format!("<xhtml:link rel=\"alternate\" hreflang=\"{tag}\" href=\"{href}\"/>")
        });
        let day = entry.day.as_ref().map(|day| format!("<lastmod>{day}</lastmod>"));
        let rest = format!("{}{}", day.unwrap_or_default(), others.concat());
        for language in Language::ALL {
            let url = format!("<url><loc>{}</loc>{rest}</url>\n", at(language));
            text.push_str(&url);
        }
    }
    text.push_str("</urlset>\n");
    text
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('"', "&quot;")
}

#[cfg(test)]
mod tests;
