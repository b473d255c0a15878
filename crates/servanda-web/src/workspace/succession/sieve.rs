//! Which rows of two documents a page shows.

use servanda_actions::documents::{Related, SuccessionRow};
use servanda_model::succession::{Comparison, Row, Sequel};

use super::Two;
use crate::fields::Fields;

/// Rows by what became of the findings.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) enum Which {
    /// All of them.
    #[default]
    All,
    /// Nothing was said yet.
    Open,
    /// Of one sequel.
    Of(Sequel),
    /// Those of which it was said that they have nothing to do with each other.
    Apart,
}

impl Which {
    /// All of them, in the order in which they are offered.
    pub(crate) const ALL: [Self; 8] = [
        Self::All,
        Self::Open,
        Self::Of(Sequel::CarriedOver),
        Self::Of(Sequel::Changed),
        Self::Of(Sequel::Done),
        Self::Of(Sequel::New),
        Self::Of(Sequel::Gone),
        Self::Apart,
    ];

    /// The code in addresses and messages.
    pub(crate) const fn code(self) -> &'static str {
        match self {
            Self::All => "all",
            Self::Open => "open",
            Self::Of(sequel) => sequel.code(),
            Self::Apart => "apart",
        }
    }
}

/// Which rows are shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Sieve {
    pub(crate) which: Which,
}

impl Sieve {
    /// What a query or form asks for; what is not understood is as if it were not there.
    pub(crate) fn read(fields: &Fields) -> Self {
        let which = Which::ALL.into_iter().find(|which| fields.get("show") == Some(which.code()));
        Self { which: which.unwrap_or_default() }
    }

    /// The query of a page of these.
    pub(crate) fn query(self, page: usize) -> String {
        let mut query = form_urlencoded::Serializer::new(String::new());
        query.extend_pairs(self.hidden(page));
        query.finish()
    }

    /// What a form sends along, so that it leads back here.
    pub(crate) fn hidden(self, page: usize) -> Vec<(&'static str, String)> {
        let mut hidden = vec![("page", page.max(1).to_string())];
        if self.which != Which::default() {
            hidden.push(("show", self.which.code().to_owned()));
        }
        hidden
    }

    pub(crate) fn shows(self, row: &Row) -> bool {
        match self.which {
            Which::All => true,
            Which::Open => !row.is_judged,
            Which::Of(sequel) => row.sequel == sequel,
            Which::Apart => false,
        }
    }
}

/// The rows that are shown, with their numbers among all. Those that people told apart are no rows of the
/// comparison any more, and have numbers after them.
pub(super) fn shown(two: &Two, comparison: &Comparison, sieve: Sieve) -> Vec<(usize, Row)> {
    if sieve.which != Which::Apart {
        let numbered = (1..).zip(&comparison.rows).filter(|(_, row)| sieve.shows(row));
        return numbered.map(|(number, row)| (number, row.clone())).collect();
    }
    let holding = two.said().into_iter().flat_map(SuccessionRow::holding);
    let apart = holding.filter(|row| row.what == Related::Apart);
    let row = |pair| Row {
        pair,
        sequel: Sequel::Changed,
        is_judged: true,
        share: 0,
        common: Vec::new(),
        is_same_who: false,
        is_same_heading: false,
        differs: Vec::new(),
    };
    (comparison.rows.len() + 1..).zip(apart.map(|it| row(it.pair))).collect()
}
