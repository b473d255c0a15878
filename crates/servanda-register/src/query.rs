//! The list of commitments: filters, counts beside each value, pages.

use jiff::civil::Date;
use servanda_model::{CommitmentState, Lens, RecordId, Standing};

use crate::RegisterError;
use crate::view::{Held, View};

/// Which commitments are asked for. Every filter that is set must hold.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct CommitmentFilter {
    /// The body it belongs to.
    pub body: Option<Placed>,
    /// The pillar or theme it stands under.
    pub section: Option<Placed>,
    /// The year it was made in.
    pub year: Option<i16>,
    /// A party that owes it: itself, through an institution of its own, or through a body of all.
    pub party: Option<RecordId>,
    /// A lens it is seen through.
    pub lens: Option<Lens>,
    /// How it stands.
    pub standing: Option<Standing>,
    /// Whether its due date has passed on [`Self::today`].
    pub due: Option<Due>,
    /// What has become of it on [`Self::today`].
    pub state: Option<CommitmentState>,
    /// The day against which due dates are held; none reads as long ago.
    pub today: Option<Date>,
}

/// Where a commitment belongs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Placed {
    /// To this body, or under this pillar or theme.
    In(RecordId),
    /// To none.
    Nowhere,
}

impl Placed {
    /// The value in addresses of what belongs nowhere.
    pub const NOWHERE: &'static str = "none";

    /// The identifier, or the word for nowhere.
    pub fn code(&self) -> &str {
        match self {
            Self::In(id) => id.as_str(),
            Self::Nowhere => Self::NOWHERE,
        }
    }

    /// What an address says.
    pub fn find(code: &str) -> Option<Self> {
        if code == Self::NOWHERE {
            return Some(Self::Nowhere);
        }
        RecordId::parse(code).ok().map(Self::In)
    }
}

/// A due date held against a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Due {
    /// Its last day lies before.
    Passed,
    /// Its last day is that day or lies after.
    Ahead,
    /// None was given.
    Undated,
}

impl Due {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Passed, Self::Ahead, Self::Undated];

    /// The code in addresses.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Passed => "passed",
            Self::Ahead => "ahead",
            Self::Undated => "undated",
        }
    }

    /// The one with this code.
    pub fn find(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|due| due.code() == code)
    }
}

/// What the list can be filtered by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Facet {
    /// See [`CommitmentFilter::body`].
    Body,
    /// See [`CommitmentFilter::section`].
    Section,
    /// See [`CommitmentFilter::year`].
    Year,
    /// See [`CommitmentFilter::party`].
    Party,
    /// See [`CommitmentFilter::lens`].
    Lens,
    /// See [`CommitmentFilter::standing`].
    Standing,
    /// See [`CommitmentFilter::due`].
    Due,
    /// See [`CommitmentFilter::state`].
    State,
}

impl Facet {
    /// All of them, in the order of the page.
    pub const ALL: [Self; 8] = [
        Self::State,
        Self::Body,
        Self::Section,
        Self::Party,
        Self::Year,
        Self::Due,
        Self::Lens,
        Self::Standing,
    ];

    /// The name in addresses.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Body => "body",
            Self::Section => "pillar",
            Self::Year => "year",
            Self::Party => "party",
            Self::Lens => "lens",
            Self::Standing => "standing",
            Self::Due => "due",
            Self::State => "state",
        }
    }
}

/// A value of a facet and how many commitments have it, other filters applied.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FacetValue {
    /// An identifier, a year or a code.
    pub value: String,
    /// Commitments.
    pub count: u64,
}

/// One page of a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Page {
    /// How many there are on all pages.
    pub total: u64,
    /// Those on this one.
    pub records: Vec<Held>,
}

impl CommitmentFilter {
    /// What it asks of a facet: an identifier, a year or a code.
    pub fn value(&self, facet: Facet) -> Option<String> {
        match facet {
            Facet::Body => self.body.as_ref().map(|placed| placed.code().to_owned()),
            Facet::Section => self.section.as_ref().map(|placed| placed.code().to_owned()),
            Facet::Party => self.party.as_ref().map(ToString::to_string),
            Facet::Year => self.year.map(|year| format!("{year:04}")),
            Facet::Lens => self.lens.map(|lens| lens.code().to_owned()),
            Facet::Standing => self.standing.map(|standing| standing.code().to_owned()),
            Facet::Due => self.due.map(|due| due.code().to_owned()),
            Facet::State => self.state.map(|state| state.code().to_owned()),
        }
    }
}

impl View<'_> {
    /// Commitments of a partnership, newest first, from `first` (counted from 0).
    pub fn commitments(
        &self,
        partnership: &str,
        filter: &CommitmentFilter,
        first: usize,
        count: usize,
    ) -> Result<Page, RegisterError> {
        let (total, ids) = self.catalogue(partnership)?.page(filter, first, count);
        Ok(Page { total, records: self.each(&ids)? })
    }

    /// The values of a facet among the commitments that the other filters leave, most first.
    pub fn facet(
        &self,
        partnership: &str,
        filter: &CommitmentFilter,
        facet: Facet,
    ) -> Result<Vec<FacetValue>, RegisterError> {
        Ok(self.catalogue(partnership)?.values(filter, facet))
    }
}
