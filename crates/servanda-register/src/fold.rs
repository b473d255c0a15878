//! Folding: what each entry does to the tables. One transaction for all that is new.
//!
//! An entry that breaks a rule stays in the journal and has no effect; its row says why.

mod agreed;
mod signed;

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use rusqlite::{Connection, OptionalExtension, Transaction, TransactionBehavior, params};
use servanda_entry::act::{Decoded, PartReference, decode};
use servanda_entry::content::NotARecord;
use servanda_entry::{Act, Erase, Retract, State, decode_record};
use servanda_journal::Hash;
use servanda_model::passage::Searchable;
use servanda_model::{Facts, Language, Reach, Record, RecordId, Role, Standing, When};
use servanda_store::{Entry, Ground, Head};

use crate::signing::digest;
use crate::{RegisterError, at};

/// Entries read from the ground state at a time.
const ENTRIES_AT_ONCE: usize = 512;

/// What became of an entry, as its row says.
mod effect {
    pub(crate) const EFFECTIVE: &str = "effective";
    /// Of a version or an act this program does not know.
    pub(crate) const NOT_UNDERSTOOD: &str = "not-understood";
    /// Not an entry at all.
    pub(crate) const MALFORMED: &str = "malformed";
    /// Its base is not the statement that stands.
    pub(crate) const STALE: &str = "stale";
    /// It concerns a record of another voice.
    pub(crate) const NOT_ITS_OWN: &str = "not-its-own";
    /// It concerns a record or part that does not exist.
    pub(crate) const UNKNOWN: &str = "unknown";
    /// Its facts are gone or malformed.
    pub(crate) const UNREADABLE: &str = "unreadable";
    /// What it cites is not known yet, or has no effect itself.
    pub(crate) const WAITING: &str = "waiting";
    /// An act of the same party on the same base stands open.
    pub(crate) const BLOCKED: &str = "blocked";
    /// It came after the seal.
    pub(crate) const LATE: &str = "late";
    /// What it says of what it cites is not so.
    pub(crate) const MISMATCH: &str = "mismatch";
    /// Its author is no party to the partnership.
    pub(crate) const NOT_PARTY: &str = "not-party";
    /// Its author has a passkey, and it is not signed with it.
    pub(crate) const NOT_SIGNED: &str = "not-signed";
}

/// Reads every journal from where the tables stand; true if something was erased.
pub(crate) fn follow(
    connection: &mut Connection,
    ground: &Ground,
    path: &Path,
) -> Result<bool, RegisterError> {
    let tables = |source| at(path, source);
    let transaction =
        connection.transaction_with_behavior(TransactionBehavior::Immediate).map_err(tables)?;
    let mut fold = Fold::new(&transaction, ground, path);
    fold.journals()?;
    if fold.out_of_order {
        // Two journals stated the same record and came in another order than that of their names.
        // From the beginning and in that order, every register comes out the same.
        fold = Fold::new(&transaction, ground, path);
        fold.forget()?;
        fold.journals()?;
    }
    fold.judge()?;
    fold.locate_passages()?;
    let erased = fold.erased;
    transaction.commit().map_err(tables)?;
    Ok(erased)
}

struct Fold<'run> {
    tx: &'run Transaction<'run>,
    ground: &'run Ground,
    path: &'run Path,
    /// Records whose passages, or the passages in which, must be looked up again.
    touched: BTreeSet<String>,
    /// Records on which parties acted, to be judged when all journals are read.
    joint: BTreeSet<String>,
    erased: bool,
    /// A journal stated a record that one whose name comes later had stated before.
    out_of_order: bool,
}

impl<'run> Fold<'run> {
    fn new(tx: &'run Transaction<'run>, ground: &'run Ground, path: &'run Path) -> Self {
        Self {
            tx,
            ground,
            path,
            touched: BTreeSet::new(),
            joint: BTreeSet::new(),
            erased: false,
            out_of_order: false,
        }
    }

    /// Reads every public journal, in the order of their names. What is for one voice or for the
    /// administrators never comes into the tables that public pages are made from.
    fn journals(&mut self) -> Result<(), RegisterError> {
        let mut journals = self.ground.journals()?;
        journals.retain(|journal| Reach::of(&journal.origin) == Reach::Public);
        journals.sort_by(|a, b| a.origin.cmp(&b.origin));
        for journal in journals {
            self.journal(&journal.origin, journal.head)?;
        }
        Ok(())
    }

    /// Empties the tables.
    fn forget(&self) -> Result<(), RegisterError> {
        for (table, _) in crate::view::TABLES {
            self.run(&format!("DELETE FROM {table}"), [])?;
        }
        Ok(())
    }

    fn sql(&self, source: rusqlite::Error) -> RegisterError {
        at(self.path, source)
    }

    fn journal(&mut self, origin: &str, head: Head) -> Result<(), RegisterError> {
        let size = head.size;
        let followed: Option<i64> = self
            .tx
            .prepare_cached("SELECT size FROM journals WHERE origin = ?1")
            .and_then(|mut found| found.query_row([origin], |row| row.get(0)).optional())
            .map_err(|source| self.sql(source))?;
        let mut next = u64::try_from(followed.unwrap_or(0)).unwrap_or(0);
        while next < size {
            let entries = self.ground.entries(origin, next, ENTRIES_AT_ONCE)?;
            if entries.is_empty() {
                return Err(RegisterError::Unexpected(format!("{origin} ends before {size}")));
            }
            for entry in entries.iter().filter(|entry| entry.index < size) {
                self.entry(origin, entry)?;
                next = entry.index + 1;
            }
        }
        self.run(
            "INSERT OR REPLACE INTO journals (origin, size, root) VALUES (?1, ?2, ?3)",
            params![origin, signed(size), head.root.to_hex()],
        )
    }

    fn entry(&mut self, origin: &str, entry: &Entry) -> Result<(), RegisterError> {
        let place = Place { origin, index: entry.index, leaf: entry.leaf_hash.to_hex() };
        let (act, effect) = match decode(&entry.bytes) {
            Ok(Decoded::Act(act)) => {
                let effect = self.act(&place, &act)?;
                (Some(act), effect)
            }
            Ok(Decoded::NotUnderstood) => (None, effect::NOT_UNDERSTOOD),
            Err(_unreadable) => (None, effect::MALFORMED),
        };
        if let Some(act) = act.as_ref().filter(|_| effect == effect::EFFECTIVE) {
            self.count(&place, act)?;
        }
        let word = act.as_ref().map_or("", Act::word);
        let record = act.as_ref().and_then(Act::record).map_or("", RecordId::as_str);
        let account = act.as_ref().map_or("", Act::account);
        let when = act.as_ref().map_or(0, Act::at);
        self.run(
            "INSERT INTO acts (origin, entry, word, record, account, at, leaf, effect, clock)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, max(?6, coalesce(
                 (SELECT clock FROM acts WHERE origin = ?1 ORDER BY entry DESC LIMIT 1), ?6)))",
            params![origin, signed(entry.index), word, record, account, when, place.leaf, effect],
        )
    }

    /// Counts an act that had an effect with those of its time and sort.
    fn count(&self, place: &Place<'_>, act: &Act) -> Result<(), RegisterError> {
        let Some(record) = act.record() else { return Ok(()) };
        if matches!(act, Act::Erase(_)) && !self.has_stated(place.origin, record)? {
            // What the record is, the journals of others say, which may be read before or after.
            return Ok(());
        }
        self.run(
            "INSERT INTO recorded (partnership, at, word, kind, count)
             SELECT ?1, ?2, ?3, kind, 1 FROM records WHERE id = ?4
             ON CONFLICT DO UPDATE SET count = count + 1",
            params![partnership_of(place.origin), act.at(), act.word(), record.as_str()],
        )
    }

    /// Whether a journal has stated a record, as far as it has been read.
    fn has_stated(&self, origin: &str, record: &RecordId) -> Result<bool, RegisterError> {
        self.tx
            .prepare_cached(
                "SELECT 1 FROM acts WHERE record = ?1 AND origin = ?2 AND word = 'state'
                 AND effect = 'effective' LIMIT 1",
            )
            .and_then(|mut found| found.exists([record.as_str(), origin]))
            .map_err(|source| self.sql(source))
    }

    fn act(&mut self, place: &Place<'_>, act: &Act) -> Result<&'static str, RegisterError> {
        match act {
            Act::State(state) => self.state(place, state),
            Act::Retract(retract) => self.retract(place, retract),
            Act::Erase(erase) => self.erase(place, erase),
            Act::Propose(_)
            | Act::Accept(_)
            | Act::Seal(_)
            | Act::Withdraw(_)
            | Act::Object(_)
            | Act::Reveal(_)
            | Act::Dispute(_)
            | Act::Diverge(_) => {
                self.joint.extend(act.record().map(ToString::to_string));
                Ok(effect::WAITING)
            }
            Act::Key(key) => self.key(place, &key.account, &digest(key), true),
            Act::Revoke(revoke) => self.key(place, &revoke.account, &revoke.key, false),
        }
    }

    fn state(&mut self, place: &Place<'_>, state: &State) -> Result<&'static str, RegisterError> {
        self.lift(state.record.as_str())?;
        match self.standing_statement(&state.record)? {
            None if state.base.is_some() => return Ok(effect::UNKNOWN),
            Some((origin, _)) if origin != place.origin => {
                self.out_of_order |= state.base.is_none() && place.origin < origin.as_str();
                return Ok(effect::NOT_ITS_OWN);
            }
            Some((_, leaf)) if state.base.as_deref() != Some(leaf.as_str()) => {
                return Ok(effect::STALE);
            }
            None | Some(_) => {}
        }
        let parts = self.held_parts(&state.parts)?;
        let Ok(record) = record_of(&state.record, &parts) else {
            return Ok(effect::UNREADABLE);
        };
        if record.kind() != state.kind {
            return Ok(effect::UNREADABLE);
        }
        let facts = facts_of(&parts);
        if state.base.is_some() {
            self.keep_as_past(state.record.as_str(), place.origin, place.index)?;
            self.clear(state.record.as_str())?;
        } else {
            self.note_parties(place, &record)?;
        }
        let statement = Statement {
            place,
            since: place.index,
            at: state.at,
            standing: Standing::Documented,
            facts: &facts,
        };
        self.write_record(&statement, &record)?;
        self.write_parts(state.record.as_str(), &parts)?;
        self.write_links(&record)?;
        self.touched.insert(state.record.to_string());
        if self.has_deeds(state.record.as_str())? {
            self.joint.insert(state.record.to_string());
        }
        Ok(effect::EFFECTIVE)
    }

    /// The journal and leaf of the statement that stands for a record.
    fn standing_statement(
        &self,
        record: &RecordId,
    ) -> Result<Option<(String, String)>, RegisterError> {
        self.tx
            .prepare_cached("SELECT origin, leaf FROM records WHERE id = ?1")
            .and_then(|mut found| {
                found.query_row([record.as_str()], |row| Ok((row.get(0)?, row.get(1)?))).optional()
            })
            .map_err(|source| self.sql(source))
    }

    fn held_parts<'part>(
        &self,
        parts: &'part [PartReference],
    ) -> Result<Vec<HeldPart<'part>>, RegisterError> {
        let mut held = Vec::with_capacity(parts.len());
        for part in parts {
            let language = part.language.as_deref().and_then(|tag| Language::parse(tag).ok());
            let bytes = match Hash::parse_hex(&part.commitment) {
                Ok(commitment) => self.ground.part(&commitment)?.map(|part| part.bytes),
                Err(_not_a_hash) => None,
            };
            held.push((part, language, bytes));
        }
        Ok(held)
    }

    /// Keeps the state a record is in, which an entry is about to change.
    fn keep_as_past(
        &self,
        record: &str,
        until_origin: &str,
        until: u64,
    ) -> Result<(), RegisterError> {
        self.run(
            "INSERT INTO past_records (id, origin, since, until_origin, until, kind, partnership,
             standing, entry, leaf, at, day, due, facts)
             SELECT id, origin, since, ?2, ?3, kind, partnership, standing, entry, leaf, at, day,
             due, facts FROM records WHERE id = ?1",
            params![record, until_origin, signed(until)],
        )?;
        for keep in [
            "INSERT INTO past_texts SELECT record, origin, since, role, language, text
             FROM texts JOIN records ON id = record WHERE record = ?1",
            "INSERT INTO past_parts SELECT record, origin, since, role, language, media, commitment,
             held FROM parts JOIN records ON id = record WHERE record = ?1",
            "INSERT INTO past_links SELECT source, origin, since, relation, position, target,
             links.kind FROM links JOIN records ON id = source WHERE source = ?1",
            "INSERT INTO past_lenses SELECT record, origin, since, lens
             FROM lenses JOIN records ON id = record WHERE record = ?1",
            "INSERT INTO past_passages SELECT record, origin, since, position, document
             FROM passages JOIN records ON id = record WHERE record = ?1",
        ] {
            self.run(keep, params![record])?;
        }
        Ok(())
    }

    fn clear(&self, record: &str) -> Result<(), RegisterError> {
        for clear in [
            "DELETE FROM texts WHERE record = ?1",
            "DELETE FROM parts WHERE record = ?1",
            "DELETE FROM links WHERE source = ?1",
            "DELETE FROM lenses WHERE record = ?1",
            "DELETE FROM passages WHERE record = ?1",
            "DELETE FROM records WHERE id = ?1",
        ] {
            self.run(clear, params![record])?;
        }
        Ok(())
    }

    fn write_record(
        &self,
        statement: &Statement<'_>,
        record: &Record,
    ) -> Result<(), RegisterError> {
        let place = statement.place;
        let day = record.facts.date().map(|when| when.key_day().to_string());
        let due = match &record.facts {
            Facts::Commitment(commitment) => {
                commitment.due.and_then(When::last_day).map(|day| day.to_string())
            }
            Facts::Partnership(_)
            | Facts::Party(_)
            | Facts::Institution(_)
            | Facts::Person
            | Facts::Post(_)
            | Facts::Term(_)
            | Facts::Body(_)
            | Facts::Instrument(_)
            | Facts::Section(_)
            | Facts::Meeting(_)
            | Facts::Recommendation(_)
            | Facts::Observation(_)
            | Facts::Participation(_)
            | Facts::Engagement(_)
            | Facts::Figure(_)
            | Facts::Document(_) => None,
        };
        self.run(
            "INSERT INTO records
             (id, kind, partnership, standing, origin, entry, leaf, at, day, due, facts, since)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)",
            params![
                record.id.as_str(),
                record.kind().code(),
                partnership_of(place.origin),
                statement.standing.code(),
                place.origin,
                signed(place.index),
                place.leaf,
                statement.at,
                day,
                due,
                statement.facts,
                signed(statement.since)
            ],
        )
    }

    fn write_parts(&self, record: &str, parts: &[HeldPart<'_>]) -> Result<(), RegisterError> {
        for (part, language, bytes) in parts {
            let tag = language.map_or("", Language::tag);
            self.run(
                "INSERT OR REPLACE INTO parts (record, role, language, media, commitment, held)
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
                params![record, part.role, tag, part.media, part.commitment, bytes.is_some()],
            )?;
            let text = bytes.as_deref().and_then(|bytes| std::str::from_utf8(bytes).ok());
            if let (Some(text), Some(role)) = (text, Role::find(&part.role)) {
                self.run(
                    "INSERT OR REPLACE INTO texts (record, role, language, text)
                     VALUES (?1, ?2, ?3, ?4)",
                    params![record, role.code(), tag, text],
                )?;
            }
        }
        Ok(())
    }

    fn write_links(&self, record: &Record) -> Result<(), RegisterError> {
        let mut position: BTreeMap<&str, i64> = BTreeMap::new();
        for (relation, target) in record.facts.links() {
            let next = position.entry(relation.code()).or_default();
            self.run(
                "INSERT INTO links (source, relation, position, target, kind)
                 VALUES (?1, ?2, ?3, ?4, ?5)",
                params![
                    record.id.as_str(),
                    relation.code(),
                    *next,
                    target.as_str(),
                    record.kind().code()
                ],
            )?;
            *next += 1;
        }
        for lens in record.facts.lenses() {
            self.run(
                "INSERT OR IGNORE INTO lenses (record, lens) VALUES (?1, ?2)",
                params![record.id.as_str(), lens.code()],
            )?;
        }
        for (position, passage) in (0_i64..).zip(&record.sources) {
            self.run(
                "INSERT INTO passages (record, position, document) VALUES (?1, ?2, ?3)",
                params![record.id.as_str(), position, passage.document.as_str()],
            )?;
        }
        Ok(())
    }

    fn retract(
        &mut self,
        place: &Place<'_>,
        retract: &Retract,
    ) -> Result<&'static str, RegisterError> {
        self.lift(retract.record.as_str())?;
        match self.standing_statement(&retract.record)? {
            None => return Ok(effect::UNKNOWN),
            Some((origin, _)) if origin != place.origin => return Ok(effect::NOT_ITS_OWN),
            Some((_, leaf)) if leaf != retract.leaf => return Ok(effect::STALE),
            Some(_) => {}
        }
        let record = retract.record.as_str();
        self.keep_as_past(record, place.origin, place.index)?;
        self.run(
            "UPDATE records SET standing = ?2, since = ?3 WHERE id = ?1",
            params![record, Standing::Retracted.code(), signed(place.index)],
        )?;
        let reasons: Vec<PartReference> =
            retract.parts.iter().filter(|part| part.role == Role::Reason.code()).cloned().collect();
        let held = self.held_parts(&reasons)?;
        self.write_parts(record, &held)?;
        Ok(effect::EFFECTIVE)
    }

    fn erase(&mut self, place: &Place<'_>, erase: &Erase) -> Result<&'static str, RegisterError> {
        let record = erase.record.as_str();
        if !self.was_a_part(place, record, &erase.part)? {
            let standing = self.standing_statement(&erase.record)?;
            let is_others = standing.is_some_and(|(origin, _)| origin != place.origin);
            return Ok(if is_others { effect::NOT_ITS_OWN } else { effect::UNKNOWN });
        }
        self.run(
            "DELETE FROM texts WHERE record = ?1 AND (role, language) IN
             (SELECT role, language FROM parts WHERE record = ?1 AND commitment = ?2)",
            params![record, erase.part],
        )?;
        self.run(
            "UPDATE parts SET held = 0 WHERE record = ?1 AND commitment = ?2",
            params![record, erase.part],
        )?;
        // What was erased is gone from every state the record was in.
        self.run(
            "DELETE FROM past_texts WHERE record = ?1 AND (origin, since, role, language) IN
             (SELECT origin, since, role, language FROM past_parts
              WHERE record = ?1 AND commitment = ?2)",
            params![record, erase.part],
        )?;
        self.run(
            "UPDATE past_parts SET held = 0 WHERE record = ?1 AND commitment = ?2",
            params![record, erase.part],
        )?;
        self.erased = true;
        self.touched.insert(record.to_owned());
        Ok(effect::EFFECTIVE)
    }

    /// Whether an act on the record, earlier in the same journal, named this part.
    fn was_a_part(
        &self,
        place: &Place<'_>,
        record: &str,
        commitment: &str,
    ) -> Result<bool, RegisterError> {
        let acts: Vec<i64> = self
            .tx
            .prepare_cached("SELECT entry FROM acts WHERE record = ?1 AND origin = ?2")
            .and_then(|mut found| {
                found.query_map([record, place.origin], |row| row.get(0))?.collect()
            })
            .map_err(|source| self.sql(source))?;
        for index in acts {
            let index = u64::try_from(index).unwrap_or(0);
            for entry in self.ground.entries(place.origin, index, 1)? {
                let Ok(Decoded::Act(act)) = decode(&entry.bytes) else { continue };
                if act.parts().iter().any(|part| part.commitment == commitment) {
                    return Ok(true);
                }
            }
        }
        Ok(false)
    }

    /// Looks up the passages of every record that was touched, and every passage in a document
    /// that was. A passage that is not found keeps no position; the page shows its quotation.
    fn locate_passages(&self) -> Result<(), RegisterError> {
        let mut by_document: BTreeMap<String, BTreeSet<(String, i64)>> = BTreeMap::new();
        for record in &self.touched {
            let found = self.rows(
                "SELECT document, record, position FROM passages
                 WHERE record = ?1 OR document = ?1",
                record,
            )?;
            for (document, record, position) in found {
                by_document.entry(document).or_default().insert((record, position));
            }
        }
        for (document, passages) in by_document {
            let text = self.document_text(&document)?.map(|text| Searchable::new(&text));
            for (record, position) in passages {
                let span = match &text {
                    Some(text) => self
                        .passage(&record, position)?
                        .and_then(|passage| text.locate(&passage).ok()),
                    None => None,
                };
                let first = span.as_ref().and_then(|span| i64::try_from(span.start).ok());
                let last = span.as_ref().and_then(|span| i64::try_from(span.end).ok());
                self.run(
                    "UPDATE passages SET first = ?3, last = ?4 WHERE record = ?1 AND position = ?2",
                    params![record, position, first, last],
                )?;
            }
        }
        Ok(())
    }

    fn rows(&self, query: &str, record: &str) -> Result<Vec<(String, String, i64)>, RegisterError> {
        self.tx
            .prepare_cached(query)
            .and_then(|mut found| {
                found
                    .query_map([record], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))?
                    .collect()
            })
            .map_err(|source| self.sql(source))
    }

    fn document_text(&self, document: &str) -> Result<Option<String>, RegisterError> {
        self.tx
            .prepare_cached(
                "SELECT text FROM texts WHERE record = ?1 AND role = 'text' ORDER BY language",
            )
            .and_then(|mut found| found.query_row([document], |row| row.get(0)).optional())
            .map_err(|source| self.sql(source))
    }

    fn passage(
        &self,
        record: &str,
        position: i64,
    ) -> Result<Option<servanda_model::Passage>, RegisterError> {
        let facts: Option<String> = self
            .tx
            .prepare_cached("SELECT facts FROM records WHERE id = ?1")
            .and_then(|mut found| found.query_row([record], |row| row.get(0)).optional())
            .map_err(|source| self.sql(source))?;
        let passage = facts.and_then(|facts| {
            let id = RecordId::parse(record).ok()?;
            let facts = (servanda_entry::content::FACTS, None, facts.as_bytes());
            let record = decode_record(&id, [facts]).ok()?;
            record.sources.into_iter().nth(usize::try_from(position).ok()?)
        });
        Ok(passage)
    }

    fn run(&self, sql: &str, values: impl rusqlite::Params) -> Result<(), RegisterError> {
        self.tx
            .prepare_cached(sql)
            .and_then(|mut statement| statement.execute(values))
            .map(|_rows| ())
            .map_err(|source| self.sql(source))
    }
}

/// A part of a manifest, its language, and its bytes while they are held.
type HeldPart<'part> = (&'part PartReference, Option<Language>, Option<Vec<u8>>);

/// The record that the parts hold.
fn record_of(id: &RecordId, parts: &[HeldPart<'_>]) -> Result<Record, NotARecord> {
    let held = parts.iter().filter_map(|(part, language, bytes)| {
        bytes.as_ref().map(|bytes| (part.role.as_str(), *language, bytes.as_slice()))
    });
    decode_record(id, held)
}

/// The facts among the parts, as they are written.
fn facts_of(parts: &[HeldPart<'_>]) -> String {
    let facts = parts.iter().find(|(part, _, _)| part.role == servanda_entry::content::FACTS);
    let bytes = facts.and_then(|(_, _, bytes)| bytes.clone());
    bytes.and_then(|bytes| String::from_utf8(bytes).ok()).unwrap_or_default()
}

/// What a row of records is made of besides the record.
struct Statement<'run> {
    /// The entry that states it.
    place: &'run Place<'run>,
    /// The entry of the same journal that made it stand so.
    since: u64,
    at: i64,
    standing: Standing,
    facts: &'run str,
}

/// Where an entry stands.
struct Place<'entry> {
    origin: &'entry str,
    index: u64,
    leaf: String,
}

/// The partnership a journal is about: the last segment but one of its origin.
pub(crate) fn partnership_of(origin: &str) -> &str {
    origin.rsplit('/').nth(1).unwrap_or_default()
}

/// `SQLite` keeps signed numbers; a journal never reaches the difference.
fn signed(number: u64) -> i64 {
    i64::try_from(number).unwrap_or(i64::MAX)
}
