//! The list of commitments: filters, counts beside each value, pages.

use jiff::civil::Date;
use rusqlite::types::Value;
use servanda_model::{Lens, RecordId, Standing};

use crate::RegisterError;
use crate::view::{Held, View, unsigned};

/// Which commitments are asked for. Every filter that is set must hold.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct CommitmentFilter {
    /// The body it belongs to.
    pub body: Option<RecordId>,
    /// The pillar or theme it stands under.
    pub section: Option<RecordId>,
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
    /// The day against which due dates are held; none reads as long ago.
    pub today: Option<Date>,
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
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
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
}

impl Facet {
    /// All of them, in the order of the page.
    pub const ALL: [Self; 7] =
        [Self::Body, Self::Section, Self::Party, Self::Year, Self::Due, Self::Lens, Self::Standing];

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

const OWED_BY_PARTY: &str = "EXISTS (SELECT 1 FROM links owed WHERE owed.source = records.id
    AND owed.relation = 'owed-by' AND (owed.target = ? OR EXISTS
        (SELECT 1 FROM links own WHERE own.source = owed.target AND own.relation = 'party'
         AND own.target = ?)
     OR EXISTS (SELECT 1 FROM records body WHERE body.id = owed.target AND body.kind = 'body')))";
const LINKED: &str =
    "EXISTS (SELECT 1 FROM links WHERE source = records.id AND relation = ? AND target = ?)";

impl CommitmentFilter {
    /// The condition in SQL and its values, with one facet left out.
    pub(crate) fn condition(
        &self,
        partnership: &str,
        without: Option<Facet>,
    ) -> (String, Vec<Value>) {
        let mut sql = "records.partnership = ? AND records.kind = 'commitment'".to_owned();
        let mut values: Vec<Value> = vec![partnership.to_owned().into()];
        let mut and = |facet: Facet, condition: &str, with: Vec<String>| {
            if without != Some(facet) {
                sql.push_str(" AND ");
                sql.push_str(condition);
                values.extend(with.into_iter().map(Value::from));
            }
        };
        if let Some(body) = &self.body {
            and(Facet::Body, LINKED, vec!["body".to_owned(), body.to_string()]);
        }
        if let Some(section) = &self.section {
            and(Facet::Section, LINKED, vec!["section".to_owned(), section.to_string()]);
        }
        if let Some(year) = self.year {
            and(Facet::Year, "substr(records.day, 1, 4) = ?", vec![format!("{year:04}")]);
        }
        if let Some(party) = &self.party {
            and(Facet::Party, OWED_BY_PARTY, vec![party.to_string(), party.to_string()]);
        }
        if let Some(lens) = self.lens {
            let condition = "EXISTS (SELECT 1 FROM lenses WHERE record = records.id AND lens = ?)";
            and(Facet::Lens, condition, vec![lens.code().to_owned()]);
        }
        if let Some(standing) = self.standing {
            and(Facet::Standing, "records.standing = ?", vec![standing.code().to_owned()]);
        }
        let today = self.today.map_or_else(String::new, |today| today.to_string());
        match self.due {
            Some(Due::Passed) => and(Facet::Due, "records.due < ?", vec![today]),
            Some(Due::Ahead) => and(Facet::Due, "records.due >= ?", vec![today]),
            Some(Due::Undated) => and(Facet::Due, "records.due IS NULL", Vec::new()),
            None => {}
        }
        (sql, values)
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
        let (condition, mut values) = filter.condition(partnership, None);
        let total = self
            .one(
                &format!("SELECT count(*) FROM records WHERE {condition}"),
                rusqlite::params_from_iter(&values),
                |row| row.get(0),
            )?
            .map_or(0, unsigned);
        values.push(i64::try_from(count).unwrap_or(i64::MAX).into());
        values.push(i64::try_from(first).unwrap_or(i64::MAX).into());
        let ids = self.ids(
            &format!(
                "SELECT id FROM records WHERE {condition} ORDER BY day DESC, id LIMIT ? OFFSET ?"
            ),
            rusqlite::params_from_iter(&values),
        )?;
        Ok(Page { total, records: self.each(&ids)? })
    }

    /// The values of a facet among the commitments that the other filters leave, most first.
    pub fn facet(
        &self,
        partnership: &str,
        filter: &CommitmentFilter,
        facet: Facet,
    ) -> Result<Vec<FacetValue>, RegisterError> {
        if facet == Facet::Party {
            return self.party_facet(partnership, filter);
        }
        if facet == Facet::Due {
            return self.due_facet(partnership, filter);
        }
        let (condition, values) = filter.condition(partnership, Some(facet));
        let (value, join) = match facet {
            Facet::Body => ("links.target", LINKS_BODY),
            Facet::Section => ("links.target", LINKS_SECTION),
            Facet::Year => ("substr(records.day, 1, 4)", ""),
            Facet::Lens => ("lenses.lens", "JOIN lenses ON lenses.record = records.id"),
            Facet::Standing | Facet::Party | Facet::Due => ("records.standing", ""),
        };
        let sql = format!(
            "SELECT {value}, count(DISTINCT records.id) FROM records {join}
             WHERE {condition} GROUP BY 1 ORDER BY 2 DESC, 1"
        );
        let rows = self.all(&sql, rusqlite::params_from_iter(&values), |row| {
            Ok(FacetValue { value: row.get(0)?, count: unsigned(row.get(1)?) })
        })?;
        Ok(rows)
    }

    fn party_facet(
        &self,
        partnership: &str,
        filter: &CommitmentFilter,
    ) -> Result<Vec<FacetValue>, RegisterError> {
        let parties = self.ids(
            "SELECT id FROM records WHERE partnership = ?1 AND kind = 'party' ORDER BY id",
            [partnership],
        )?;
        let mut counted = Vec::new();
        for party in parties {
            let of_party = CommitmentFilter { party: Some(party.clone()), ..filter.clone() };
            let count = self.commitments(partnership, &of_party, 0, 0)?.total;
            if count > 0 {
                counted.push(FacetValue { value: party.to_string(), count });
            }
        }
        Ok(counted)
    }

    fn due_facet(
        &self,
        partnership: &str,
        filter: &CommitmentFilter,
    ) -> Result<Vec<FacetValue>, RegisterError> {
        let mut counted = Vec::new();
        for due in Due::ALL {
            let of_due = CommitmentFilter { due: Some(due), ..filter.clone() };
            let count = self.commitments(partnership, &of_due, 0, 0)?.total;
            if count > 0 {
                counted.push(FacetValue { value: due.code().to_owned(), count });
            }
        }
        Ok(counted)
    }
}

const LINKS_BODY: &str = "JOIN links ON links.source = records.id AND links.relation = 'body'";
const LINKS_SECTION: &str =
    "JOIN links ON links.source = records.id AND links.relation = 'section'";
