//! What is recorded of each commitment, written beside its record as the journals are folded.
//!
//! A state depends on the record and on the later commitments that carry it on, so it is settled
//! again whenever one of them changes.

use rusqlite::functions::FunctionFlags;
use rusqlite::{Transaction, params};
use servanda_model::record::Course;
use servanda_model::state::CarriedOn;
use servanda_model::{CommitmentState, Facts, Kind, Record, RecordId, Standing};

use crate::view::unsigned;

/// The commitments that this one is said to carry on, by what the tables hold.
pub(crate) fn carried_on_by(
    tx: &Transaction<'_>,
    record: &str,
) -> Result<Vec<String>, rusqlite::Error> {
    tx.prepare_cached("SELECT target FROM links WHERE source = ?1 AND relation = 'continues'")?
        .query_map([record], |row| row.get(0))?
        .collect()
}

/// Settles the state of a commitment that was stated.
pub(crate) fn settle(tx: &Transaction<'_>, record: &Record) -> Result<(), rusqlite::Error> {
    let Facts::Commitment(commitment) = &record.facts else { return Ok(()) };
    write(tx, record.id.as_str(), Standing::Documented, commitment.course)
}

/// Settles the state of a commitment in the tables again; of anything else there is none.
pub(crate) fn settle_again(tx: &Transaction<'_>, record: &str) -> Result<(), rusqlite::Error> {
    let mut found = tx.prepare_cached(
        "SELECT standing, facts FROM records WHERE id = ?1 AND kind = 'commitment'",
    )?;
    let mut rows = found.query([record])?;
    let Some(row) = rows.next()? else { return Ok(()) };
    let standing: String = row.get(0)?;
    let facts: String = row.get(1)?;
    let standing = Standing::find(&standing).unwrap_or(Standing::Documented);
    write(tx, record, standing, course(&facts))
}

/// Offers `commitment_state(standing, facts, carriers)` to the questions of a connection, for
/// moments in which other commitments carry one on than today.
pub(crate) fn offer(tx: &Transaction<'_>) -> Result<(), rusqlite::Error> {
    let flags = FunctionFlags::SQLITE_UTF8 | FunctionFlags::SQLITE_DETERMINISTIC;
    tx.create_scalar_function("commitment_state", 3, flags, |given| {
        let standing: String = given.get(0)?;
        let facts: String = given.get(1)?;
        let carriers: i64 = given.get(2)?;
        let standing = Standing::find(&standing).unwrap_or(Standing::Documented);
        let carried_on = (carriers > 0).then_some(CarriedOn);
        Ok(CommitmentState::recorded(standing, course(&facts), carried_on).code())
    })
}

/// How a commitment goes on, by its facts as they were written.
fn course(facts: &str) -> Option<Course> {
    let id = RecordId::from_bits(0);
    let facts = (servanda_entry::content::FACTS, None, facts.as_bytes());
    let record = servanda_entry::decode_record(&id, [facts]).ok()?;
    let Facts::Commitment(commitment) = record.facts else { return None };
    commitment.course
}

fn write(
    tx: &Transaction<'_>,
    record: &str,
    standing: Standing,
    course: Option<Course>,
) -> Result<(), rusqlite::Error> {
    let carriers: i64 = tx
        .prepare_cached(
            "SELECT count(*) FROM links JOIN records later ON later.id = links.source
             WHERE links.target = ?1 AND links.relation = 'continues' AND later.kind = ?2
             AND later.standing <> ?3",
        )?
        .query_row(params![record, Kind::Commitment.code(), Standing::Retracted.code()], |row| {
            row.get(0)
        })?;
    let carried_on = (unsigned(carriers) > 0).then_some(CarriedOn);
    let state = CommitmentState::recorded(standing, course, carried_on);
    tx.prepare_cached("UPDATE records SET state = ?2 WHERE id = ?1")?
        .execute(params![record, state.code()])?;
    Ok(())
}
