//! Counts of everything at once: commitments by where they belong, what a lens shows, what is due.

use jiff::civil::Date;
use rusqlite::params;
use servanda_model::{Kind, Lens, RecordId, Relation};

use crate::RegisterError;
use crate::query::Facet;
use crate::view::{Held, View, unsigned};

/// What the rows of a table of commitments are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Rows {
    /// The pillars and themes they stand under.
    Section,
    /// The bodies they belong to.
    Body,
}

/// What the columns of a table of commitments are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Columns {
    /// What has become of them on this day.
    State(Date),
    /// The parties that owe them.
    Party,
    /// The lenses they are seen through.
    Lens,
    /// The years they were made in.
    Year,
    /// The bodies they belong to.
    Body,
}

/// How many commitments share a row, a column and a standing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tally {
    /// A pillar, theme or body; none for those that belong to none.
    pub row: Option<String>,
    /// An identifier, a year or a code; none for those that have none.
    pub column: Option<String>,
    /// How they stand, by its code.
    pub standing: String,
    /// How many.
    pub count: u64,
}

/// How many records that a lens shows lead from one record to another.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LensLink {
    /// Where the first relation leads.
    pub from: RecordId,
    /// Where the second relation leads.
    pub to: RecordId,
    /// How many.
    pub count: u64,
}

impl View<'_> {
    /// Commitments of a partnership counted by rows and columns. Where one has several values of a
    /// column, as with parties and lenses, it is counted under each.
    pub fn tally(
        &self,
        partnership: &str,
        rows: Rows,
        columns: Columns,
    ) -> Result<Vec<Tally>, RegisterError> {
        let rows = match rows {
            Rows::Section => Facet::Section,
            Rows::Body => Facet::Body,
        };
        let (columns, today) = match columns {
            Columns::State(today) => (Facet::State, Some(today)),
            Columns::Party => (Facet::Party, None),
            Columns::Lens => (Facet::Lens, None),
            Columns::Year => (Facet::Year, None),
            Columns::Body => (Facet::Body, None),
        };
        Ok(self.catalogue(partnership)?.tally(rows, columns, today))
    }

    /// The commitments that are due next, from a day on, soonest first: those that nothing settled.
    pub fn due_next(
        &self,
        partnership: &str,
        today: Date,
        count: usize,
    ) -> Result<Vec<Held>, RegisterError> {
        let ids = self.ids(
            "SELECT id FROM records WHERE partnership = ?1 AND kind = 'commitment'
             AND state = 'open' AND due >= ?2 ORDER BY due, id LIMIT ?3",
            params![partnership, today.to_string(), limit(count)],
        )?;
        self.each(&ids)
    }

    /// The commitments whose due date passed last before a day, latest first.
    pub fn due_passed(
        &self,
        partnership: &str,
        today: Date,
        count: usize,
    ) -> Result<Vec<Held>, RegisterError> {
        let ids = self.ids(
            "SELECT id FROM records WHERE partnership = ?1 AND due IS NOT NULL AND due < ?2
             AND state <> 'retracted' ORDER BY due DESC, id LIMIT ?3",
            params![partnership, today.to_string(), limit(count)],
        )?;
        self.each(&ids)
    }

    /// What has become of a commitment, by the code in the tables and whatever the day.
    pub fn recorded_state(
        &self,
        id: &RecordId,
    ) -> Result<Option<servanda_model::CommitmentState>, RegisterError> {
        let code: Option<Option<String>> =
            self.one("SELECT state FROM records WHERE id = ?1", [id.as_str()], |row| row.get(0))?;
        Ok(code.flatten().and_then(|code| servanda_model::CommitmentState::find(&code)))
    }

    /// How many records of each kind each lens shows.
    pub fn lens_counts(&self, partnership: &str) -> Result<Vec<(Lens, Kind, u64)>, RegisterError> {
        let rows: Vec<(String, String, i64)> = self.all(
            "SELECT lenses.lens, records.kind, count(*)
             FROM lenses JOIN records ON records.id = lenses.record
             WHERE records.partnership = ?1 GROUP BY 1, 2 ORDER BY 1, 2",
            [partnership],
            |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)),
        )?;
        let known = |(lens, kind, count): (String, String, i64)| {
            Some((Lens::find(&lens)?, Kind::find(&kind)?, unsigned(count)))
        };
        Ok(rows.into_iter().filter_map(known).collect())
    }

    /// The newest records of a kind that a lens shows.
    pub fn seen_through(
        &self,
        partnership: &str,
        lens: Lens,
        kind: Kind,
        count: usize,
    ) -> Result<Vec<Held>, RegisterError> {
        let ids = self.ids(
            "SELECT records.id FROM lenses JOIN records ON records.id = lenses.record
             WHERE lenses.lens = ?1 AND records.partnership = ?2 AND records.kind = ?3
             ORDER BY records.day DESC, records.id LIMIT ?4",
            params![lens.code(), partnership, kind.code(), limit(count)],
        )?;
        self.each(&ids)
    }

    /// Where a relation leads from the records of a kind that a lens shows, most first.
    pub fn lens_targets(
        &self,
        partnership: &str,
        lens: Lens,
        kind: Kind,
        relation: Relation,
    ) -> Result<Vec<(RecordId, u64)>, RegisterError> {
        let pairs = self.lens_links(partnership, lens, kind, (relation, relation))?;
        Ok(pairs
            .into_iter()
            .filter(|pair| pair.from == pair.to)
            .map(|pair| (pair.from, pair.count))
            .collect())
    }

    /// From where to where two relations lead from the records of a kind that a lens shows, most
    /// first.
    pub fn lens_links(
        &self,
        partnership: &str,
        lens: Lens,
        kind: Kind,
        (from, to): (Relation, Relation),
    ) -> Result<Vec<LensLink>, RegisterError> {
        let rows: Vec<(String, String, i64)> = self.all(
            "SELECT one.target, other.target, count(DISTINCT records.id)
             FROM lenses JOIN records ON records.id = lenses.record
             JOIN links one ON one.source = records.id AND one.relation = ?4
             JOIN links other ON other.source = records.id AND other.relation = ?5
             WHERE lenses.lens = ?1 AND records.partnership = ?2 AND records.kind = ?3
             GROUP BY 1, 2 ORDER BY 3 DESC, 1, 2",
            params![lens.code(), partnership, kind.code(), from.code(), to.code()],
            |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)),
        )?;
        rows.into_iter()
            .map(|(from, to, count)| {
                let (from, to) = (crate::view::parse_id(&from)?, crate::view::parse_id(&to)?);
                Ok(LensLink { from, to, count: unsigned(count) })
            })
            .collect()
    }
}

fn limit(count: usize) -> i64 {
    i64::try_from(count).unwrap_or(i64::MAX)
}
