//! What every page has at hand: the office, the search index, the day.

use std::sync::{Arc, PoisonError, RwLock};

use axum::http::Uri;
use jiff::civil::Date;
use servanda_actions::Office;
use servanda_register::View;
use servanda_search::Index;

use crate::answer::PageError;
use crate::kept::{Asked, Kept};
use crate::locale::Locale;
use crate::moment::Chosen;
use crate::search::PastIndexes;

/// One running site.
pub struct Site {
    office: Arc<Office>,
    index: RwLock<Option<Arc<Index>>>,
    past_indexes: PastIndexes,
    address: String,
    today: Box<dyn Fn() -> Date + Send + Sync>,
    kept: Kept,
}

impl std::fmt::Debug for Site {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Site").field("address", &self.address).finish_non_exhaustive()
    }
}

impl Site {
    /// A site over an office. `address` is where readers reach it, without a slash at the end.
    pub fn new(
        office: Arc<Office>,
        address: impl Into<String>,
        today: impl Fn() -> Date + Send + Sync + 'static,
    ) -> Self {
        Self {
            office,
            index: RwLock::new(None),
            past_indexes: PastIndexes::default(),
            address: address.into(),
            today: Box::new(today),
            kept: Kept::new(),
        }
    }

    /// Puts a search index in place; until then the search page says that it is being made.
    pub fn set_index(&self, index: Index) {
        *self.index.write().unwrap_or_else(PoisonError::into_inner) = Some(Arc::new(index));
        self.kept.clear();
    }

    /// The answers that are kept.
    pub(crate) fn kept(&self) -> &Kept {
        &self.kept
    }

    /// What is asked by asking for an address at this moment.
    pub(crate) fn question(&self, uri: &Uri) -> Asked {
        let growth = self.office.register().growth();
        Asked { growth, day: self.today(), address: uri.to_string() }
    }

    pub(crate) fn index(&self) -> Option<Arc<Index>> {
        self.index.read().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// The index of the moment of a view; none for today, and where the moment has too much.
    pub(crate) fn past_index(&self, view: &View<'_>) -> Result<Option<Arc<Index>>, PageError> {
        if view.moment().is_now() {
            return Ok(None);
        }
        self.past_indexes.of(self.office.register().growth(), view)
    }

    pub(crate) fn office(&self) -> &Office {
        &self.office
    }

    pub(crate) fn address(&self) -> &str {
        &self.address
    }

    pub(crate) fn today(&self) -> Date {
        (self.today)()
    }
}

/// The site as a reader of one language meets it.
#[derive(Debug, Clone)]
pub(crate) struct Desk {
    pub(crate) site: Arc<Site>,
    pub(crate) locale: &'static Locale,
    /// The moment the reader asks for.
    pub(crate) chosen: Chosen,
}

impl Desk {
    /// The site in a language, today.
    pub(crate) fn new(site: Arc<Site>, locale: &'static Locale) -> Self {
        Self { site, locale, chosen: Chosen::default() }
    }

    /// The day that due dates and terms are held against.
    pub(crate) fn today(&self) -> Date {
        self.chosen.day(self.site.today())
    }
}
