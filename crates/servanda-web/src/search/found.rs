//! What a search found, in plain values: page, data, table and feed are made of the same.

use servanda_model::{Kind, Language, RecordId};
use servanda_register::{RegisterError, View};
use servanda_search::{Facet, Found, Fragment, Hit};

use super::asking::Asking;
use super::items::{PASSAGE, document_of};
use crate::answer::PageError;
use crate::block::Names;
use crate::fields::Fields;
use crate::locale::Locale;
use crate::routes;
use crate::site::Desk;

/// Hits on one page.
pub(crate) const PAGE_HITS: usize = 20;

/// One page of what was found.
#[derive(Debug)]
pub(crate) struct FoundPage {
    /// What was asked.
    pub(crate) asking: Asking,
    /// Whether there is an index to ask.
    pub(crate) is_ready: bool,
    /// A moment was asked for whose register is too large to be searched as it was: today's was
    /// searched, and what the moment does not have is left out.
    pub(crate) of_today: bool,
    /// The name of the partnership that was asked alone.
    pub(crate) partnership: Option<String>,
    /// How many records match.
    pub(crate) total: usize,
    /// Nothing matched all words, so these match some of them.
    pub(crate) widened: bool,
    /// Close spellings that were looked for.
    pub(crate) corrected: Vec<String>,
    /// Terms of the glossary that were looked for besides.
    pub(crate) also: Vec<(Language, String)>,
    /// Terms of the glossary to try where nothing was found.
    pub(crate) related: Vec<String>,
    /// The hits of this page, best first.
    pub(crate) hits: Vec<FoundHit>,
    /// Every facet with its values, most first; years newest first.
    pub(crate) facets: Vec<FoundFacet>,
}

impl FoundPage {
    /// What to ask for the next page, if there is one.
    pub(crate) fn next_page(&self) -> Option<Asking> {
        let number = self.asking.number;
        (self.total > number.saturating_mul(PAGE_HITS)).then(|| self.asking.page(number + 1))
    }
}

/// A record that was found.
#[derive(Debug)]
pub(crate) struct FoundHit {
    /// Its identifier; for a passage that of its document.
    pub(crate) record: String,
    /// The code of its kind.
    pub(crate) kind: String,
    /// Its title in the language below, or that of its document in the reader's.
    pub(crate) title: String,
    /// The language of its title, where it is the text's.
    pub(crate) title_language: Option<Language>,
    /// What it is part of, if that is not its title.
    pub(crate) within: Option<String>,
    /// The path of its page in the reader's language.
    pub(crate) path: String,
    /// Its date as yyyy-mm-dd.
    pub(crate) date: Option<String>,
    /// The code of its standing.
    pub(crate) standing: String,
    /// The language of its text.
    pub(crate) language: Language,
    /// The part of its text that shows why it was found.
    pub(crate) snippet: Vec<Fragment>,
}

impl FoundHit {
    /// The snippet without its marks.
    pub(crate) fn excerpt(&self) -> String {
        self.snippet.iter().map(|piece| piece.text.as_str()).collect()
    }
}

/// What the records found can be told apart by.
#[derive(Debug)]
pub(crate) struct FoundFacet {
    /// Which it is.
    pub(crate) facet: Facet,
    /// Its values.
    pub(crate) values: Vec<FoundValue>,
}

/// A value of a facet.
#[derive(Debug)]
pub(crate) struct FoundValue {
    /// An identifier, a year or a code.
    pub(crate) value: String,
    /// It in words.
    pub(crate) label: String,
    /// How many records have it.
    pub(crate) count: usize,
    /// Whether it is a filter of this search.
    pub(crate) chosen: bool,
}

/// Asks the index what an address asks for.
pub(crate) fn found(desk: &Desk, view: &View<'_>, fields: &Fields) -> Result<FoundPage, PageError> {
    let asking = Asking::read(fields);
    let past = desk.site.past_index(view)?;
    let of_today = !view.moment().is_now() && past.is_none();
    let index = past.or_else(|| desk.site.index());
    let found = match &index {
        Some(index) => index.find(&asking.query(desk.locale.language()))?,
        None => Found::default(),
    };
    // Every name is looked up by its identifier, whatever the partnership.
    let names = Names::new(view, desk.locale, asking.partnership.as_deref().unwrap_or_default());
    let facets = facets(&names, &asking, &found)?;
    let hits = found.hits.into_iter().map(|hit| found_hit(&names, hit));
    let mut hits = hits.collect::<Result<Vec<_>, RegisterError>>()?;
    if of_today {
        leave_out_unknown(view, &mut hits)?;
    }
    let partnership = match &asking.partnership {
        Some(name) => Some(partnership_name(view, desk.locale, name)?),
        None => None,
    };
    Ok(FoundPage {
        is_ready: index.is_some(),
        of_today,
        partnership,
        total: found.total,
        widened: found.widened,
        corrected: found.corrected,
        also: found.also,
        related: found.related,
        hits,
        facets,
        asking,
    })
}

/// Leaves out what the moment of the view does not have.
fn leave_out_unknown(view: &View<'_>, hits: &mut Vec<FoundHit>) -> Result<(), RegisterError> {
    let mut known = Vec::with_capacity(hits.len());
    for hit in hits.drain(..) {
        let kind = match RecordId::parse(&hit.record) {
            Ok(id) => view.kind(&id)?,
            Err(_not_an_id) => None,
        };
        if kind.is_some() {
            known.push(hit);
        }
    }
    *hits = known;
    Ok(())
}

fn partnership_name(view: &View<'_>, locale: &Locale, name: &str) -> Result<String, RegisterError> {
    let held = view.of_kind(name, Kind::Partnership)?.into_iter().next();
    Ok(held.map_or_else(|| name.to_owned(), |held| crate::block::title(locale, &held)))
}

fn found_hit(names: &Names<'_>, hit: Hit) -> Result<FoundHit, RegisterError> {
    let is_passage = hit.kind == PASSAGE;
    let record = document_of(&hit.record).to_owned();
    let (title, title_language, within) = if is_passage {
        (named(names, &record)?, None, None)
    } else if hit.title.is_empty() {
        (named(names, &record)?, None, hit.within)
    } else {
        (hit.title, Some(hit.language), hit.within)
    };
    Ok(FoundHit {
        record,
        kind: hit.kind,
        title,
        title_language,
        within,
        path: routes::localized(names.locale.language(), &hit.address),
        date: hit.date,
        standing: hit.standing,
        language: hit.language,
        snippet: hit.snippet,
    })
}

fn facets(
    names: &Names<'_>,
    asking: &Asking,
    found: &Found,
) -> Result<Vec<FoundFacet>, RegisterError> {
    let mut facets = Vec::new();
    for facet in Facet::ALL {
        let chosen = asking.filters.get(&facet);
        let mut counts = found.facet(facet).to_vec();
        if let Some(chosen) = chosen
            && !counts.iter().any(|(value, _)| value == chosen)
        {
            // What is on can be taken off, also where it finds nothing.
            counts.push((chosen.clone(), 0));
        }
        let mut values = Vec::new();
        for (value, count) in counts {
            let label = label(names, facet, &value)?;
            let chosen = chosen == Some(&value);
            values.push(FoundValue { value, label, count, chosen });
        }
        if facet == Facet::Year {
            values.sort_by(|a, b| b.value.cmp(&a.value));
        }
        if !values.is_empty() {
            facets.push(FoundFacet { facet, values });
        }
    }
    Ok(facets)
}

fn label(names: &Names<'_>, facet: Facet, value: &str) -> Result<String, RegisterError> {
    Ok(match facet {
        Facet::Body | Facet::Pillar | Facet::Party => named(names, value)?,
        Facet::Year => value.to_owned(),
        Facet::Kind => names.locale.say_code("kinds", value),
        Facet::Lens => names.locale.say_code("lens", value),
        Facet::Standing => names.locale.say_code("standing", value),
        Facet::Language => names.locale.say_code("language", value),
    })
}

fn named(names: &Names<'_>, id: &str) -> Result<String, RegisterError> {
    match RecordId::parse(id) {
        Ok(id) => Ok(names.link(&id)?.text),
        Err(_not_an_id) => Ok(id.to_owned()),
    }
}
