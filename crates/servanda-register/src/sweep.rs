//! Sweeps: what was recorded, read piece by piece in an order that new entries do not disturb.

use rusqlite::types::Value;
use servanda_model::{Kind, RecordId};

use crate::RegisterError;
use crate::query::{CommitmentFilter, Page};
use crate::view::{ActRow, More, View, act_row, parse_id, signed, unsigned};

/// Which changes are asked for.
#[derive(Debug, Clone, Copy)]
pub enum ChangesOf<'asked> {
    /// All of a partnership.
    Partnership,
    /// Those of the records of a kind.
    Kind(Kind),
    /// Those of the commitments that a filter leaves.
    Commitments(&'asked CommitmentFilter),
    /// Those of a record and of every record that refers to it.
    Record(&'asked RecordId),
}

/// An effective act on a record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// The act.
    pub act: ActRow,
    /// The record.
    pub record: RecordId,
    /// What the record is.
    pub kind: Kind,
    /// Whether nothing had happened to the record before.
    pub is_first: bool,
}

/// A record's address and when it was stated last.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// The partnership.
    pub partnership: String,
    /// What the record is.
    pub kind: Kind,
    /// Its identifier.
    pub id: RecordId,
    /// When it was stated, in seconds since 1970 UTC.
    pub at: i64,
}

const REFERRING: &str = "(records.id = ? OR EXISTS (SELECT 1 FROM links
    WHERE links.source = records.id AND links.target = ?))";

impl View<'_> {
    /// Effective acts on records, newest first, from the one before an entry of a journal. An
    /// entry that is not there has nothing before it.
    pub fn changes(
        &self,
        partnership: &str,
        of: ChangesOf<'_>,
        before: Option<(&str, u64)>,
        count: usize,
    ) -> Result<Vec<Change>, RegisterError> {
        let catalogue = self.catalogue(partnership)?;
        let is_meant: Box<dyn Fn(&RecordId) -> bool> = match of {
            ChangesOf::Commitments(filter) => Box::new(catalogue.holds(filter)),
            ChangesOf::Partnership | ChangesOf::Kind(_) | ChangesOf::Record(_) => {
                Box::new(|_any| true)
            }
        };
        let (mut condition, mut values) = match of {
            ChangesOf::Commitments(_) => in_partnership(partnership, Some(Kind::Commitment)),
            ChangesOf::Partnership => in_partnership(partnership, None),
            ChangesOf::Kind(kind) => in_partnership(partnership, Some(kind)),
            ChangesOf::Record(id) => {
                let (condition, mut values) = in_partnership(partnership, None);
                values.extend([id.to_string().into(), id.to_string().into()]);
                (format!("{condition} AND {REFERRING}"), values)
            }
        };
        if let Some((origin, entry)) = before {
            condition.push_str(
                " AND (acts.at, acts.origin, acts.entry) <
                  (SELECT at, origin, entry FROM acts WHERE origin = ? AND entry = ?)",
            );
            values.extend([origin.to_owned().into(), signed(entry).into()]);
        }
        let sql = format!(
            "SELECT acts.origin, acts.entry, acts.word, acts.record, acts.account, acts.at,
                    acts.leaf, acts.effect, records.kind,
                    NOT EXISTS (SELECT 1 FROM acts earlier WHERE earlier.record = acts.record
                        AND earlier.effect = 'effective'
                        AND (earlier.at, earlier.origin, earlier.entry)
                            < (acts.at, acts.origin, acts.entry))
             FROM acts JOIN records ON records.id = acts.record
             WHERE acts.effect = 'effective' AND {condition}
             ORDER BY acts.at DESC, acts.origin DESC, acts.entry DESC"
        );
        let mut changes = Vec::new();
        self.rows_until(
            &sql,
            rusqlite::params_from_iter(&values),
            |row| Ok((act_row(row)?, row.get(8)?, row.get(9)?)),
            |(act, kind, is_first): (ActRow, String, bool)| {
                let kind = Kind::find(&kind);
                if let (Some(record), Some(kind)) = (act.record.clone(), kind)
                    && is_meant(&record)
                {
                    changes.push(Change { act, record, kind, is_first });
                }
                Ok(if changes.len() < count { More::Wanted } else { More::Enough })
            },
        )?;
        changes.truncate(count);
        Ok(changes)
    }

    /// Records of a kind by identifier, from the one after `after`: what is recorded meanwhile
    /// moves none of the others. The filter holds for commitments.
    pub fn sweep(
        &self,
        partnership: &str,
        kind: Kind,
        filter: &CommitmentFilter,
        after: Option<&RecordId>,
        count: usize,
    ) -> Result<Page, RegisterError> {
        if kind == Kind::Commitment {
            let (total, ids) = self.catalogue(partnership)?.after(filter, after, count);
            return Ok(Page { total, records: self.each(&ids)? });
        }
        let (condition, mut values) = in_partnership(partnership, Some(kind));
        let total = self.one(
            &format!("SELECT count(*) FROM records WHERE {condition}"),
            rusqlite::params_from_iter(&values),
            |row| row.get(0),
        )?;
        values.push(after.map_or("", RecordId::as_str).to_owned().into());
        values.push(i64::try_from(count).unwrap_or(i64::MAX).into());
        let ids = self.ids(
            &format!("SELECT id FROM records WHERE {condition} AND id > ? ORDER BY id LIMIT ?"),
            rusqlite::params_from_iter(&values),
        )?;
        Ok(Page { total: total.map_or(0, unsigned), records: self.each(&ids)? })
    }

    /// Where every record is, by partnership, kind and identifier.
    pub fn places(&self) -> Result<Vec<Place>, RegisterError> {
        let rows: Vec<(String, String, String, i64)> = self.all(
            "SELECT partnership, kind, id, at FROM records ORDER BY partnership, kind, id",
            [],
            |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?)),
        )?;
        let mut places = Vec::with_capacity(rows.len());
        for (partnership, kind, id, at) in rows {
            let Some(kind) = Kind::find(&kind) else { continue };
            places.push(Place { partnership, kind, id: parse_id(&id)?, at });
        }
        Ok(places)
    }
}

fn in_partnership(partnership: &str, kind: Option<Kind>) -> (String, Vec<Value>) {
    let mut condition = "records.partnership = ?".to_owned();
    let mut values: Vec<Value> = vec![partnership.to_owned().into()];
    if let Some(kind) = kind {
        condition.push_str(" AND records.kind = ?");
        values.push(kind.code().to_owned().into());
    }
    (condition, values)
}
