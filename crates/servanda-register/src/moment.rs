//! Moments: which state of the register is asked for, on both axes of time.
//!
//! *As of* is what the register knew: the first entries of each journal. *On* is what was true:
//! records whose day lies later are left out. A [`View`](crate::View) of a moment asks the same
//! questions as one of today: temporary views with the names of the tables leave out what the
//! moment does not have, so that no question needs to know of it.

use std::collections::BTreeMap;

use jiff::civil::Date;
use rusqlite::{Transaction, params};

/// Seconds in a day.
const DAY_SECONDS: i64 = 86_400;
/// Voices that an `as-of` may name.
const VOICES_MAX: usize = 16;

/// Which state of the register is asked for.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
pub struct Moment {
    /// What the register knew.
    pub as_of: AsOf,
    /// The day on which it must have been true; none for whatever the register knows.
    pub on: Option<Date>,
}

/// What the register knew.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
pub enum AsOf {
    /// All it knows.
    #[default]
    Now,
    /// What it knew at the end of this day, in UTC.
    Day(Date),
    /// The first entries of the journals of these voices; all of the others.
    Sizes(BTreeMap<String, u64>),
}

/// The text says no moment.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("'{0}' is no day such as 2026-11-22 and no size of a journal such as registrar:120")]
pub struct NotAMoment(pub String);

impl AsOf {
    /// Reads a day (`2026-11-22`) or the sizes of journals (`registrar:120`, several with commas).
    pub fn parse(text: &str) -> Result<Self, NotAMoment> {
        if let Ok(day) = text.parse::<Date>() {
            return Ok(Self::Day(day));
        }
        let refused = || NotAMoment(text.to_owned());
        let mut sizes = BTreeMap::new();
        for pair in text.split(',').take(VOICES_MAX) {
            let (voice, size) = pair.split_once(':').ok_or_else(refused)?;
            let is_voice = !voice.is_empty()
                && voice.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-');
            let size = size.parse().ok().filter(|_| is_voice).ok_or_else(refused)?;
            sizes.insert(voice.to_owned(), size);
        }
        Ok(Self::Sizes(sizes))
    }
}

impl std::fmt::Display for AsOf {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Now => Ok(()),
            Self::Day(day) => write!(f, "{day}"),
            Self::Sizes(sizes) => {
                let pairs: Vec<String> =
                    sizes.iter().map(|(voice, size)| format!("{voice}:{size}")).collect();
                f.write_str(&pairs.join(","))
            }
        }
    }
}

impl Moment {
    /// Whether it is today's register, with all it knows.
    pub fn is_now(&self) -> bool {
        *self == Self::default()
    }

    /// Puts views of the moment before the tables of this connection. They last as long as the
    /// connection, so it must not be used for another moment.
    pub(crate) fn shadow(&self, tx: &Transaction<'_>) -> rusqlite::Result<()> {
        tx.execute_batch(
            "CREATE TEMP TABLE sizes (origin TEXT PRIMARY KEY, size INTEGER NOT NULL) STRICT;
             CREATE TEMP TABLE chosen (day TEXT NOT NULL) STRICT;",
        )?;
        let journals: Vec<(String, i64)> = tx
            .prepare("SELECT origin, size FROM main.journals")?
            .query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?
            .collect::<Result<_, _>>()?;
        for (origin, size) in journals {
            let known = self.size_of(tx, &origin, size)?;
            tx.execute("INSERT INTO temp.sizes VALUES (?1, ?2)", params![origin, known])?;
        }
        let day = self.on.map_or_else(|| "9999-12-31".to_owned(), |on| on.to_string());
        tx.execute("INSERT INTO temp.chosen VALUES (?1)", [day])?;
        tx.execute_batch(SHADOWS)
    }

    /// How many entries of a journal the moment knows.
    fn size_of(&self, tx: &Transaction<'_>, origin: &str, size: i64) -> rusqlite::Result<i64> {
        match &self.as_of {
            AsOf::Now => Ok(size),
            AsOf::Day(day) => {
                let next = end_of(*day);
                tx.query_row(
                    "SELECT coalesce((SELECT entry FROM main.acts WHERE origin = ?1 AND clock >= ?2
                     ORDER BY clock, entry LIMIT 1), ?3)",
                    params![origin, next, size],
                    |row| row.get(0),
                )
            }
            AsOf::Sizes(sizes) => {
                let voice = origin.rsplit('/').next().unwrap_or_default();
                let asked = sizes.get(voice).and_then(|size| i64::try_from(*size).ok());
                Ok(asked.map_or(size, |asked| asked.min(size)))
            }
        }
    }
}

/// The first second after a day, since 1970 UTC.
fn end_of(day: Date) -> i64 {
    let start = jiff::tz::Offset::UTC.to_timestamp(day.to_datetime(jiff::civil::Time::midnight()));
    start.map_or(i64::MAX, |start| start.as_second() + DAY_SECONDS)
}

/// Views with the names of the tables. A record stands in the moment if the entry that made it so
/// is among those that are known and the one that changed it is not.
const SHADOWS: &str = "
CREATE TEMP VIEW journals AS
    SELECT j.origin, s.size, CASE WHEN s.size = j.size THEN j.root ELSE '' END AS root
    FROM main.journals j JOIN temp.sizes s ON s.origin = j.origin;
CREATE TEMP VIEW acts AS
    SELECT a.* FROM main.acts a
    WHERE a.entry < (SELECT size FROM temp.sizes s WHERE s.origin = a.origin);
CREATE TEMP VIEW records AS
    SELECT r.id, r.kind, r.partnership, r.standing, r.origin, r.entry, r.leaf, r.at, r.day, r.due,
           r.facts, r.since
    FROM main.records r
    WHERE r.since < (SELECT size FROM temp.sizes s WHERE s.origin = r.origin)
      AND (r.day IS NULL OR r.day <= (SELECT day FROM temp.chosen))
    UNION ALL
    SELECT p.id, p.kind, p.partnership, p.standing, p.origin, p.entry, p.leaf, p.at, p.day, p.due,
           p.facts, p.since
    FROM main.past_records p
    WHERE p.since < (SELECT size FROM temp.sizes s WHERE s.origin = p.origin)
      AND p.until >= (SELECT size FROM temp.sizes s WHERE s.origin = p.until_origin)
      AND (p.over IS NULL OR p.over >= (SELECT size FROM temp.sizes s WHERE s.origin = p.over_origin))
      AND (p.day IS NULL OR p.day <= (SELECT day FROM temp.chosen));
CREATE TEMP VIEW recorded AS
    SELECT r.partnership, a.at, a.word, r.kind, count(*) AS count
    FROM temp.acts a JOIN temp.records r ON r.id = a.record
    WHERE a.effect = 'effective' AND a.word IN ('state', 'retract', 'erase', 'seal')
    GROUP BY 1, 2, 3, 4;
CREATE TEMP VIEW texts AS
    SELECT t.record, t.role, t.language, t.text FROM main.texts t
    JOIN temp.records r ON r.id = t.record
    WHERE (r.origin, r.since) = (SELECT origin, since FROM main.records n WHERE n.id = t.record)
    UNION ALL
    SELECT t.record, t.role, t.language, t.text FROM main.past_texts t
    JOIN temp.records r ON r.id = t.record AND r.since = t.since AND r.origin = t.origin;
CREATE TEMP VIEW parts AS
    SELECT t.record, t.role, t.language, t.media, t.commitment, t.held FROM main.parts t
    JOIN temp.records r ON r.id = t.record
    WHERE (r.origin, r.since) = (SELECT origin, since FROM main.records n WHERE n.id = t.record)
    UNION ALL
    SELECT t.record, t.role, t.language, t.media, t.commitment, t.held FROM main.past_parts t
    JOIN temp.records r ON r.id = t.record AND r.since = t.since AND r.origin = t.origin;
CREATE TEMP VIEW links AS
    SELECT t.source, t.relation, t.position, t.target, t.kind FROM main.links t
    JOIN temp.records r ON r.id = t.source
    WHERE (r.origin, r.since) = (SELECT origin, since FROM main.records n WHERE n.id = t.source)
    UNION ALL
    SELECT t.source, t.relation, t.position, t.target, t.kind FROM main.past_links t
    JOIN temp.records r ON r.id = t.source AND r.since = t.since AND r.origin = t.origin;
CREATE TEMP VIEW lenses AS
    SELECT t.record, t.lens FROM main.lenses t
    JOIN temp.records r ON r.id = t.record
    WHERE (r.origin, r.since) = (SELECT origin, since FROM main.records n WHERE n.id = t.record)
    UNION ALL
    SELECT t.record, t.lens FROM main.past_lenses t
    JOIN temp.records r ON r.id = t.record AND r.since = t.since AND r.origin = t.origin;
CREATE TEMP VIEW passages AS
    SELECT t.record, t.position, t.document, t.first, t.last FROM main.passages t
    JOIN temp.records r ON r.id = t.record
    WHERE (r.origin, r.since) = (SELECT origin, since FROM main.records n WHERE n.id = t.record)
    UNION ALL
    SELECT t.record, t.position, t.document, NULL, NULL FROM main.past_passages t
    JOIN temp.records r ON r.id = t.record AND r.since = t.since AND r.origin = t.origin;
";

#[cfg(test)]
mod tests;
