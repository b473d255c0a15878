//! What a search asks for, and its address.

use std::collections::BTreeMap;

use servanda_model::{Kind, Language, Lens, RecordId, Standing};
use servanda_search::{Facet, Query, Sort};

use super::found::PAGE_HITS;
use super::items::PASSAGE;
use crate::fields::Fields;
use crate::routes;

/// The most characters of a search that are repeated on the page.
const WORDS_CHARS_MAX: usize = 200;

/// A search.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Asking {
    /// The words as typed.
    pub(crate) words: String,
    /// Only in this partnership.
    pub(crate) partnership: Option<String>,
    /// Only with these values.
    pub(crate) filters: BTreeMap<Facet, String>,
    /// What comes first.
    pub(crate) sort: Sort,
    /// The page, from 1.
    pub(crate) number: usize,
}

impl Default for Asking {
    fn default() -> Self {
        Self {
            words: String::new(),
            partnership: None,
            filters: BTreeMap::new(),
            sort: Sort::Relevance,
            number: 1,
        }
    }
}

impl Asking {
    /// Reads the fields of an address; what cannot be read is as if it were not there.
    pub(crate) fn read(fields: &Fields) -> Self {
        let filters = Facet::ALL.into_iter().filter_map(|facet| {
            let value = read_value(facet, fields.get(facet.code())?)?;
            Some((facet, value))
        });
        Self {
            words: fields.get("q").unwrap_or_default().chars().take(WORDS_CHARS_MAX).collect(),
            partnership: fields
                .get("in")
                .filter(|name| !name.is_empty() && name.chars().count() < WORDS_CHARS_MAX)
                .map(str::to_owned),
            filters: filters.collect(),
            sort: fields.get("sort").and_then(Sort::find).unwrap_or_default(),
            number: fields.page(),
        }
    }

    /// Whether nothing is asked.
    pub(crate) fn is_empty(&self) -> bool {
        self.words.trim().is_empty()
    }

    /// The same on another page.
    pub(crate) fn page(&self, number: usize) -> Self {
        Self { number, ..self.clone() }
    }

    /// The same with a filter set or off, on the first page.
    pub(crate) fn with(&self, facet: Facet, value: Option<&str>) -> Self {
        let mut changed = self.page(1);
        changed.filters.remove(&facet);
        changed.filters.extend(value.map(|value| (facet, value.to_owned())));
        changed
    }

    /// The same without any filter, on the first page.
    pub(crate) fn unfiltered(&self) -> Self {
        Self { filters: BTreeMap::new(), ..self.page(1) }
    }

    /// The path of the page: each search has one address.
    pub(crate) fn address(&self) -> String {
        let mut pairs = Vec::new();
        if !self.words.is_empty() {
            pairs.push(format!("q={}", escape(&self.words)));
        }
        pairs.extend(self.partnership.as_ref().map(|name| format!("in={}", escape(name))));
        let filters = self.filters.iter();
        pairs.extend(filters.map(|(facet, value)| format!("{}={}", facet.code(), escape(value))));
        if self.sort != Sort::default() {
            pairs.push(format!("sort={}", self.sort.code()));
        }
        if self.number > 1 {
            pairs.push(format!("page={}", self.number));
        }
        if pairs.is_empty() {
            return routes::SEARCH.to_owned();
        }
        format!("{}?{}", routes::SEARCH, pairs.join("&"))
    }

    /// What the index is asked.
    pub(crate) fn query(&self, language: Language) -> Query {
        Query {
            words: self.words.clone(),
            language,
            partnership: self.partnership.clone(),
            filters: self.filters.clone(),
            sort: self.sort,
            first: self.number.saturating_sub(1).saturating_mul(PAGE_HITS),
            count: PAGE_HITS,
        }
    }
}

fn read_value(facet: Facet, value: &str) -> Option<String> {
    match facet {
        Facet::Kind if value == PASSAGE => Some(value.to_owned()),
        Facet::Kind => Kind::find(value).map(|kind| kind.code().to_owned()),
        Facet::Body | Facet::Pillar | Facet::Party => {
            RecordId::parse(value).ok().map(|id| id.to_string())
        }
        Facet::Year => value.parse::<u16>().ok().map(|year| format!("{year:04}")),
        Facet::Lens => Lens::find(value).map(|lens| lens.code().to_owned()),
        Facet::Standing => Standing::find(value).map(|standing| standing.code().to_owned()),
        Facet::Language => Language::parse(value).ok().map(|language| language.tag().to_owned()),
    }
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
