//! Counts of everything at once: commitments by where they belong, what a lens shows, what is due.

use jiff::civil::Date;
use rusqlite::params;
use servanda_model::{CommitmentState, Kind, Lens, RecordId, Relation};

use crate::RegisterError;
use crate::query::{CommitmentFilter, Facet};
use crate::view::{Held, View, parse_id, unsigned};

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
    /// What has become of them.
    State,
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

/// How many commitments of a body an institution owes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Owing {
    /// The institution.
    pub institution: RecordId,
    /// The body they belong to; none for those that belong to none.
    pub body: Option<RecordId>,
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
        today: Date,
    ) -> Result<Vec<Tally>, RegisterError> {
        let rows = match rows {
            Rows::Section => Facet::Section,
            Rows::Body => Facet::Body,
        };
        let columns = match columns {
            Columns::State => Facet::State,
            Columns::Party => Facet::Party,
            Columns::Lens => Facet::Lens,
            Columns::Year => Facet::Year,
            Columns::Body => Facet::Body,
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
        self.each(&self.catalogue(partnership)?.due_next(today, count))
    }

    /// The commitments whose due date passed last before a day, latest first, with what has become
    /// of them.
    pub fn due_last(
        &self,
        partnership: &str,
        today: Date,
        count: usize,
    ) -> Result<Vec<(Held, CommitmentState)>, RegisterError> {
        let mut found = Vec::new();
        for (id, state) in self.catalogue(partnership)?.due_last(today, count) {
            found.extend(self.find(&id)?.map(|held| (held, state)));
        }
        Ok(found)
    }

    /// How many records of a kind each lens shows.
    pub fn lens_counts(
        &self,
        partnership: &str,
        kind: Kind,
    ) -> Result<Vec<(Lens, u64)>, RegisterError> {
        let rows: Vec<(String, u64)> = if kind == Kind::Commitment {
            let found = self.facet(partnership, &CommitmentFilter::default(), Facet::Lens)?;
            found.into_iter().map(|found| (found.value, found.count)).collect()
        } else {
            self.all(
                &format!(
                    "SELECT lenses.lens, count(*) FROM {} WHERE records.partnership = ?1
                     AND records.kind = ?2 GROUP BY 1 ORDER BY 1",
                    seen(kind)
                ),
                params![partnership, kind.code()],
                |row| Ok((row.get(0)?, unsigned(row.get(1)?))),
            )?
        };
        let known = |(lens, count): (String, u64)| Some((Lens::find(&lens)?, count));
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
        if kind == Kind::Commitment {
            let filter = CommitmentFilter { lens: Some(lens), ..CommitmentFilter::default() };
            return Ok(self.commitments(partnership, &filter, 0, count)?.records);
        }
        let ids = self.ids(
            &format!(
                "SELECT records.id FROM {} WHERE records.partnership = ?1 AND records.kind = ?2
                 AND lenses.lens = ?3 ORDER BY records.day DESC, records.id LIMIT ?4",
                seen(kind)
            ),
            params![partnership, kind.code(), lens.code(), limit(count)],
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

    /// From where to where records of a kind lead: to the target of a relation on one side, and
    /// through another record to the target of a relation of that one on the other. For example
    /// from institutions to bodies, by terms through their posts. Each pair once.
    pub fn ways(
        &self,
        partnership: &str,
        kind: Kind,
        (from, via, to): (Relation, Relation, Relation),
    ) -> Result<Vec<(RecordId, RecordId)>, RegisterError> {
        let rows: Vec<(String, String)> = self.all(
            "SELECT DISTINCT one.target, other.target FROM records
             JOIN links one ON one.source = records.id AND one.relation = ?3
             JOIN links via ON via.source = records.id AND via.relation = ?4
             JOIN links other ON other.source = via.target AND other.relation = ?5
             WHERE records.partnership = ?1 AND records.kind = ?2 ORDER BY 1, 2",
            params![partnership, kind.code(), from.code(), via.code(), to.code()],
            |row| Ok((row.get(0)?, row.get(1)?)),
        )?;
        let pair = |(from, to): (String, String)| Ok((parse_id(&from)?, parse_id(&to)?));
        rows.into_iter().map(pair).collect()
    }

    /// How many commitments each institution owes, by the body they belong to, if any.
    pub fn owed_by_institutions(&self, partnership: &str) -> Result<Vec<Owing>, RegisterError> {
        // From the institutions on: there may be a million commitments, and few are owed by one.
        let rows: Vec<(String, Option<String>, i64)> = self.all(
            "SELECT owed.target, body.target, count(DISTINCT owed.source) FROM records
             CROSS JOIN links owed ON owed.target = records.id AND owed.relation = ?2
               AND owed.kind = ?3
             LEFT JOIN links body ON body.source = owed.source AND body.relation = ?4
             WHERE records.partnership = ?1 AND records.kind = ?5 GROUP BY 1, 2 ORDER BY 1, 2",
            params![
                partnership,
                Relation::OwedBy.code(),
                Kind::Commitment.code(),
                Relation::Body.code(),
                Kind::Institution.code()
            ],
            |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)),
        )?;
        rows.into_iter()
            .map(|(institution, body, count)| {
                let body = body.as_deref().map(parse_id).transpose()?;
                Ok(Owing { institution: parse_id(&institution)?, body, count: unsigned(count) })
            })
            .collect()
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
            &format!(
                "SELECT one.target, other.target, count(DISTINCT records.id) FROM {}
                 JOIN links one ON one.source = records.id AND one.relation = ?4
                 JOIN links other ON other.source = records.id AND other.relation = ?5
                 WHERE lenses.lens = ?1 AND records.partnership = ?2 AND records.kind = ?3
                 GROUP BY 1, 2 ORDER BY 3 DESC, 1, 2",
                seen(kind)
            ),
            params![lens.code(), partnership, kind.code(), from.code(), to.code()],
            |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)),
        )?;
        rows.into_iter()
            .map(|(from, to, count)| {
                let (from, to) = (parse_id(&from)?, parse_id(&to)?);
                Ok(LensLink { from, to, count: unsigned(count) })
            })
            .collect()
    }
}

/// Records and their lenses. There may be a million commitments and few of everything else: which
/// table is read first makes the difference.
const fn seen(kind: Kind) -> &'static str {
    if matches!(kind, Kind::Commitment) {
        "lenses JOIN records ON records.id = lenses.record"
    } else {
        "records CROSS JOIN lenses ON lenses.record = records.id"
    }
}

fn limit(count: usize) -> i64 {
    i64::try_from(count).unwrap_or(i64::MAX)
}
