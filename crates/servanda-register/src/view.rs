//! A view: the register at one moment, and the questions every page asks of it.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;

use rusqlite::{OptionalExtension, Params, Row, Transaction, params};
use servanda_entry::{content, decode_record};
use servanda_model::passage::Searchable;
use servanda_model::{Kind, Language, Multilingual, Record, RecordId, Relation, Role, Standing};
use sha2::{Digest, Sha256};

use crate::catalogue::{Catalogue, Shelf};
use crate::moment::Moment;
use crate::{RegisterError, at};

/// A record as the register holds it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Held {
    /// The record.
    pub record: Record,
    /// The partnership it belongs to, by its name in addresses.
    pub partnership: String,
    /// How it stands.
    pub standing: Standing,
    /// The journal it was stated in.
    pub origin: String,
    /// The entry that states it, from 0.
    pub entry: u64,
    /// The leaf hash of that entry, in hexadecimal.
    pub leaf: String,
    /// When it was stated, in seconds since 1970 UTC, as its author claims.
    pub at: i64,
}

/// A journal as far as the register has followed it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct JournalRow {
    /// Its name.
    pub origin: String,
    /// Entries followed.
    pub size: u64,
    /// The root of the tree over them, in hexadecimal.
    pub root: String,
    /// When the last of them was written, in seconds since 1970 UTC.
    pub last_at: i64,
}

/// An entry and what it did.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ActRow {
    /// The journal.
    pub origin: String,
    /// Its place there, from 0.
    pub entry: u64,
    /// The act, in the word of the entry; empty if it was not understood.
    pub word: String,
    /// The record it concerns.
    pub record: Option<RecordId>,
    /// Who acted.
    pub account: String,
    /// When, in seconds since 1970 UTC.
    pub at: i64,
    /// The leaf hash, in hexadecimal.
    pub leaf: String,
    /// What it did: `effective`, or why it had no effect.
    pub effect: String,
}

/// Acts of one kind in one journal at one time, on records of one kind.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RecordedGroup {
    /// When, in seconds since 1970 UTC.
    pub at: i64,
    /// The act.
    pub word: String,
    /// What the records are.
    pub kind: Kind,
    /// How many.
    pub count: u64,
}

/// A passage of a document that a record rests on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mark {
    /// The record.
    pub record: RecordId,
    /// Which of its passages, from 0.
    pub position: u64,
    /// Its first character and one past its last, where the document's text is held and the
    /// passage was found in it.
    pub span: Option<(usize, usize)>,
}

/// A part of the version of a record that stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PartRow {
    /// `facts`, or the code of a text's role.
    pub role: String,
    /// The tag of its language, or empty.
    pub language: String,
    /// The commitment to it, in hexadecimal.
    pub commitment: String,
    /// Whether its bytes are held; if not they were erased.
    pub held: bool,
}

/// Every table of the register, with the order of its rows.
pub(crate) const TABLES: [(&str, &str); 18] = [
    ("journals", "origin"),
    ("acts", "origin, entry"),
    ("records", "id"),
    ("texts", "record, role, language"),
    ("parts", "record, role, language"),
    ("links", "source, relation, position"),
    ("lenses", "record, lens"),
    ("passages", "record, position"),
    ("recorded", "partnership, at, word, kind"),
    ("past_records", "id, origin, since"),
    ("past_texts", "record, origin, since, role, language"),
    ("past_parts", "record, origin, since, role, language"),
    ("past_links", "source, origin, since, relation, position"),
    ("past_lenses", "record, origin, since, lens"),
    ("past_passages", "record, origin, since, position"),
    ("parties", "partnership, party"),
    ("proposals", "origin, entry"),
    ("answers", "origin, entry"),
];

/// Whether a reader of rows wants more of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum More {
    /// The next one too.
    Wanted,
    /// No more.
    Enough,
}

/// A state that a record was or is in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Version {
    /// The entry that made it so, from 0.
    pub since: u64,
    /// The record as it stood.
    pub held: Held,
}

/// How far a register had come when somebody began to look at it.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Seen {
    pub(crate) growth: u64,
    pub(crate) erasures: u64,
}

/// The register at one moment.
#[derive(Debug)]
pub struct View<'register> {
    pub(crate) tx: &'register Transaction<'register>,
    path: &'register Path,
    shelf: &'register Shelf,
    moment: Moment,
    seen: Seen,
}

/// Records that stand as documented or agreed, as far as they are asked for.
#[derive(Debug, Clone, Default)]
pub struct AskedFor<'a> {
    /// Of this kind.
    pub kind: Option<Kind>,
    /// That stand so.
    pub standing: Option<Standing>,
    /// With these words in their name or title; empty for any.
    pub words: &'a str,
    /// That refer to this one.
    pub of: Option<&'a RecordId>,
}

/// The records that [`AskedFor`] asks for.
const ASKED_FOR: &str = "records WHERE partnership = ?1 AND (?2 = '' OR kind = ?2)
     AND standing IN ('documented', 'agreed') AND (?3 = '' OR standing = ?3)
     AND (?4 = '' OR EXISTS (SELECT 1 FROM texts WHERE record = id AND role IN ('name', 'title')
          AND (instr(text, ?4) > 0 OR instr(lower(text), lower(?4)) > 0)))
     AND (?5 = '' OR EXISTS (SELECT 1 FROM links WHERE source = id AND target = ?5))";

impl<'register> View<'register> {
    /// A view of a moment, whose views of the tables are in place where it is not now.
    pub(crate) fn new(
        tx: &'register Transaction<'register>,
        path: &'register Path,
        shelf: &'register Shelf,
        moment: Moment,
        seen: Seen,
    ) -> Self {
        Self { tx, path, shelf, moment, seen }
    }

    /// The commitments of a partnership with their facets.
    pub(crate) fn catalogue(&self, partnership: &str) -> Result<Arc<Catalogue>, RegisterError> {
        self.shelf.of(self, partnership)
    }

    /// The moment it shows.
    pub fn moment(&self) -> &Moment {
        &self.moment
    }

    /// How often the register had followed its journals, or less often, when the view was opened.
    pub fn growth(&self) -> u64 {
        self.seen.growth
    }

    /// How often words had been erased, or less often, when the view was opened.
    pub fn erasures(&self) -> u64 {
        self.seen.erasures
    }

    /// The journals, and how far each was followed for this view.
    pub fn journals(&self) -> Result<Vec<JournalRow>, RegisterError> {
        self.all(
            "SELECT origin, size, root,
             coalesce((SELECT clock FROM acts WHERE acts.origin = journals.origin
                       ORDER BY clock DESC LIMIT 1), 0)
             FROM journals ORDER BY origin",
            [],
            |row| {
                Ok(JournalRow {
                    origin: row.get(0)?,
                    size: unsigned(row.get(1)?),
                    root: row.get(2)?,
                    last_at: row.get(3)?,
                })
            },
        )
    }

    /// The record with this identifier.
    pub fn find(&self, id: &RecordId) -> Result<Option<Held>, RegisterError> {
        let row = self.one(
            "SELECT kind, partnership, standing, origin, entry, leaf, at, facts
             FROM records WHERE id = ?1",
            [id.as_str()],
            HeldRow::read,
        )?;
        let Some(row) = row else { return Ok(None) };
        let texts = self.texts(id)?;
        row.held(id, texts).map(Some)
    }

    /// Every state the record was in, as far as the moment of this view knows, oldest first. Of a
    /// past state the text of a document is left out.
    pub fn versions(&self, id: &RecordId) -> Result<Vec<Version>, RegisterError> {
        const COLUMNS: &str = "kind, partnership, standing, origin, entry, leaf, at, facts, since";
        const KNOWN: &str =
            "since < (SELECT size FROM journals WHERE journals.origin = known.origin)";
        let rows: Vec<(HeldRow, i64)> = self.all(
            &format!(
                "SELECT {COLUMNS} FROM (
                 SELECT {COLUMNS} FROM main.past_records AS known WHERE id = ?1 AND {KNOWN}
                 UNION ALL
                 SELECT {COLUMNS} FROM main.records AS known WHERE id = ?1 AND {KNOWN})
                 ORDER BY standing = 'agreed', since"
            ),
            params![id.as_str()],
            |row| Ok((HeldRow::read(row)?, row.get(8)?)),
        )?;
        rows.into_iter()
            .map(|(row, since)| {
                let texts = self.texts_since(id, &row.origin, since)?;
                Ok(Version { since: unsigned(since), held: row.held(id, texts)? })
            })
            .collect()
    }

    fn texts_since(&self, id: &RecordId, origin: &str, since: i64) -> Result<Texts, RegisterError> {
        self.texts_of(
            id,
            "SELECT role, language, text FROM main.past_texts
             WHERE record = ?1 AND origin = ?2 AND since = ?3 AND role <> 'text' UNION ALL
             SELECT role, language, text FROM main.texts
             WHERE record = ?1 AND role <> 'text'
               AND (?2, ?3) = (SELECT origin, since FROM main.records WHERE id = ?1)",
            params![id.as_str(), origin, since],
        )
    }

    fn texts(&self, id: &RecordId) -> Result<Texts, RegisterError> {
        // The text of a document is long and only its reader wants it: `document_text`.
        self.texts_of(
            id,
            "SELECT role, language, text FROM texts WHERE record = ?1 AND role <> 'text'",
            [id.as_str()],
        )
    }

    fn texts_of(
        &self,
        id: &RecordId,
        sql: &str,
        values: impl Params,
    ) -> Result<Texts, RegisterError> {
        let rows: Vec<(String, String, String)> =
            self.all(sql, values, |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))?;
        let mut texts = Texts::new();
        for (role, language, text) in rows {
            let role = Role::find(&role).ok_or_else(|| unexpected(id, "role"))?;
            texts.entry(role).or_default().insert(Language::parse(&language).ok(), text);
        }
        Ok(texts)
    }

    /// The text of a document, where a copy is held.
    pub fn document_text(&self, id: &RecordId) -> Result<Option<String>, RegisterError> {
        self.one(
            "SELECT text FROM texts WHERE record = ?1 AND role = 'text' ORDER BY language",
            [id.as_str()],
            |row| row.get(0),
        )
    }

    /// The short name of a record in a language: its title or its name.
    pub fn label(
        &self,
        id: &RecordId,
        language: Language,
    ) -> Result<Option<String>, RegisterError> {
        self.one(
            "SELECT text FROM texts WHERE record = ?1 AND role IN ('name', 'title')
             ORDER BY language = ?2 DESC, language = '' DESC, role, language",
            params![id.as_str(), language.tag()],
            |row| row.get(0),
        )
    }

    /// The kind of a record.
    pub fn kind(&self, id: &RecordId) -> Result<Option<Kind>, RegisterError> {
        let code: Option<String> =
            self.one("SELECT kind FROM records WHERE id = ?1", [id.as_str()], |row| row.get(0))?;
        Ok(code.and_then(|code| Kind::find(&code)))
    }

    /// All records of a kind in a partnership, by day and then identifier.
    pub fn of_kind(&self, partnership: &str, kind: Kind) -> Result<Vec<Held>, RegisterError> {
        let ids = self.ids(
            "SELECT id FROM records WHERE partnership = ?1 AND kind = ?2 ORDER BY day, id",
            params![partnership, kind.code()],
        )?;
        self.each(&ids)
    }

    /// The records of a kind in a partnership with their short names in a language, or the nearest:
    /// the newest, at most so many. One without a name is left out.
    pub fn named(
        &self,
        partnership: &str,
        kind: Kind,
        language: Language,
        count: usize,
    ) -> Result<Vec<(RecordId, String)>, RegisterError> {
        let rows: Vec<(String, Option<String>)> = self.all(
            "SELECT id, (SELECT text FROM texts WHERE record = id AND role IN ('name', 'title')
                         ORDER BY language = ?3 DESC, language = '' DESC, role, language LIMIT 1)
             FROM records WHERE partnership = ?1 AND kind = ?2 ORDER BY day DESC, id LIMIT ?4",
            params![
                partnership,
                kind.code(),
                language.tag(),
                i64::try_from(count).unwrap_or(i64::MAX)
            ],
            |row| Ok((row.get(0)?, row.get(1)?)),
        )?;
        let named = rows.into_iter().filter_map(|(id, name)| Some((id, name?)));
        named.map(|(id, name)| Ok((parse_id(&id)?, name))).collect()
    }

    /// The records of a kind that refer to this one in this way, by day and then identifier.
    pub fn referring(
        &self,
        target: &RecordId,
        relation: Relation,
        kind: Kind,
    ) -> Result<Vec<Held>, RegisterError> {
        let ids = self.ids(
            "SELECT DISTINCT records.id FROM links JOIN records ON records.id = links.source
             WHERE links.target = ?1 AND links.relation = ?2 AND links.kind = ?3
             ORDER BY records.day, records.id",
            params![target.as_str(), relation.code(), kind.code()],
        )?;
        self.each(&ids)
    }

    /// The newest records of a kind that refer to this one in this way.
    pub fn referring_newest(
        &self,
        target: &RecordId,
        relation: Relation,
        kind: Kind,
        count: usize,
    ) -> Result<Vec<Held>, RegisterError> {
        let count = i64::try_from(count).unwrap_or(i64::MAX);
        let ids = self.ids(
            "SELECT DISTINCT records.id FROM links JOIN records ON records.id = links.source
             WHERE links.target = ?1 AND links.relation = ?2 AND links.kind = ?3
             ORDER BY records.day DESC, records.id LIMIT ?4",
            params![target.as_str(), relation.code(), kind.code(), count],
        )?;
        self.each(&ids)
    }

    /// How many records of a kind refer to this one in this way.
    pub fn count_referring(
        &self,
        target: &RecordId,
        relation: Relation,
        kind: Kind,
    ) -> Result<u64, RegisterError> {
        let count = self.one(
            "SELECT count(DISTINCT source) FROM links
             WHERE target = ?1 AND relation = ?2 AND kind = ?3",
            params![target.as_str(), relation.code(), kind.code()],
            |row| row.get(0),
        )?;
        Ok(count.map_or(0, unsigned))
    }

    /// The last records of a kind in a partnership by day, newest first.
    pub fn latest(
        &self,
        partnership: &str,
        kind: Kind,
        count: usize,
    ) -> Result<Vec<Held>, RegisterError> {
        let ids = self.ids(
            "SELECT id FROM records WHERE partnership = ?1 AND kind = ?2
             ORDER BY day DESC, id LIMIT ?3",
            params![partnership, kind.code(), i64::try_from(count).unwrap_or(i64::MAX)],
        )?;
        self.each(&ids)
    }

    /// How many passages of a document records rest on.
    pub fn count_marks_in(&self, document: &RecordId) -> Result<u64, RegisterError> {
        let count = self.one(
            "SELECT count(*) FROM passages WHERE document = ?1",
            [document.as_str()],
            |row| row.get(0),
        )?;
        Ok(count.map_or(0, unsigned))
    }

    /// How many records of each kind a partnership has.
    pub fn counts(&self, partnership: &str) -> Result<Vec<(Kind, u64)>, RegisterError> {
        let mut counts = Vec::new();
        for kind in Kind::ALL {
            let count = if *kind == Kind::Commitment {
                // There may be very many; the catalogue knows without counting.
                self.catalogue(partnership)?.count()
            } else {
                let sql = "SELECT count(*) FROM records WHERE partnership = ?1 AND kind = ?2";
                let count = self.one(sql, [partnership, kind.code()], |row| row.get(0))?;
                count.map_or(0, unsigned)
            };
            if count > 0 {
                counts.push((*kind, count));
            }
        }
        Ok(counts)
    }

    /// The partnerships of this installation.
    pub fn partnerships(&self) -> Result<Vec<Held>, RegisterError> {
        let ids = self.ids(
            "SELECT id FROM records WHERE kind = 'partnership' ORDER BY partnership, id",
            [],
        )?;
        self.each(&ids)
    }

    /// Every record of the register, by identifier.
    pub fn every_id(&self) -> Result<Vec<RecordId>, RegisterError> {
        self.ids("SELECT id FROM records ORDER BY id", [])
    }

    /// What happened to a record, oldest first.
    pub fn history(&self, id: &RecordId) -> Result<Vec<ActRow>, RegisterError> {
        self.all(
            "SELECT origin, entry, word, record, account, at, leaf, effect FROM acts
             WHERE record = ?1 ORDER BY at, origin, entry",
            [id.as_str()],
            act_row,
        )
    }

    /// The effective acts about the keys of an account, journal by journal in their order.
    pub fn acts_about_keys(&self, account: &str) -> Result<Vec<ActRow>, RegisterError> {
        self.all(
            "SELECT origin, entry, word, record, account, at, leaf, effect FROM acts
             WHERE record = '' AND account = ?1 AND word IN ('key', 'revoke')
               AND effect = 'effective' ORDER BY origin, entry",
            [account],
            act_row,
        )
    }

    /// Every effective act of one word, in the order of the journals.
    pub fn acts_called(&self, word: &str) -> Result<Vec<ActRow>, RegisterError> {
        self.all(
            "SELECT origin, entry, word, record, account, at, leaf, effect FROM acts
             WHERE word = ?1 AND effect = 'effective' ORDER BY origin, entry",
            [word],
            act_row,
        )
    }

    /// The effective acts of these words in one journal, the newest first.
    pub fn acts_called_in(
        &self,
        origin: &str,
        words: &[&str],
        count: usize,
    ) -> Result<Vec<ActRow>, RegisterError> {
        let places = vec!["?"; words.len()].join(", ");
        let values = std::iter::once(origin).chain(words.iter().copied());
        self.all(
            &format!(
                "SELECT origin, entry, word, record, account, at, leaf, effect FROM acts
                 WHERE origin = ? AND word IN ({places}) AND effect = 'effective'
                 ORDER BY entry DESC LIMIT {count}"
            ),
            rusqlite::params_from_iter(values),
            act_row,
        )
    }

    /// What people erased and revealed in one journal, without what an installation did by itself,
    /// the newest first, from the entry before `before`.
    pub fn acts_of_people(
        &self,
        origin: &str,
        installation: &str,
        before: u64,
        count: usize,
    ) -> Result<Vec<ActRow>, RegisterError> {
        self.all(
            "SELECT origin, entry, word, record, account, at, leaf, effect FROM acts
             WHERE origin = ?1 AND entry < ?2 AND word IN ('erase', 'reveal')
               AND account <> ?3 AND effect = 'effective' ORDER BY entry DESC LIMIT ?4",
            params![origin, signed(before), installation, i64::try_from(count).unwrap_or(i64::MAX)],
            act_row,
        )
    }

    /// The act of a journal that is known by this leaf hash.
    pub fn act_known_by(&self, origin: &str, leaf: &str) -> Result<Option<ActRow>, RegisterError> {
        self.one(
            "SELECT origin, entry, word, record, account, at, leaf, effect FROM acts
             WHERE leaf = ?1 AND origin = ?2",
            [leaf, origin],
            act_row,
        )
    }

    /// Records of a partnership in a text of which, as they stand or stood, these words are.
    pub fn records_saying(
        &self,
        partnership: &str,
        words: &str,
        count: usize,
    ) -> Result<Vec<RecordId>, RegisterError> {
        const SAYS: &str = "(instr(text, ?2) > 0 OR instr(lower(text), lower(?2)) > 0)";
        self.ids(
            &format!(
                "SELECT record FROM texts JOIN records ON records.id = record
                 WHERE partnership = ?1 AND {SAYS}
                 UNION SELECT record FROM past_texts JOIN records ON records.id = record
                 WHERE partnership = ?1 AND {SAYS} ORDER BY record LIMIT ?3"
            ),
            params![partnership, words, i64::try_from(count).unwrap_or(i64::MAX)],
        )
    }

    /// Records of a partnership that are asked for, those recorded last first, from the one at a place.
    pub fn recorded(
        &self,
        partnership: &str,
        asked: &AskedFor<'_>,
        first: usize,
        count: usize,
    ) -> Result<Vec<RecordId>, RegisterError> {
        let number = |number: usize| i64::try_from(number).unwrap_or(i64::MAX);
        self.ids(
            &format!("SELECT id FROM {ASKED_FOR} ORDER BY at DESC, id LIMIT ?6 OFFSET ?7"),
            params![
                partnership,
                asked.kind.map_or("", Kind::code),
                asked.standing.map_or("", Standing::code),
                asked.words,
                asked.of.map_or("", RecordId::as_str),
                number(count),
                number(first),
            ],
        )
    }

    /// How many records of a partnership are asked for.
    pub fn count_recorded(
        &self,
        partnership: &str,
        asked: &AskedFor<'_>,
    ) -> Result<u64, RegisterError> {
        let count = self.one(
            &format!("SELECT count(*) FROM {ASKED_FOR}"),
            params![
                partnership,
                asked.kind.map_or("", Kind::code),
                asked.standing.map_or("", Standing::code),
                asked.words,
                asked.of.map_or("", RecordId::as_str),
            ],
            |row| row.get(0),
        )?;
        Ok(count.map_or(0, unsigned))
    }

    /// Records on which the voice of a journal acted otherwise than by stating them, those of its
    /// newest acts first.
    pub fn records_acted_on(
        &self,
        origin: &str,
        count: usize,
    ) -> Result<Vec<RecordId>, RegisterError> {
        self.ids(
            "SELECT record FROM acts WHERE origin = ?1 AND record <> '' AND word IN
             ('propose', 'withdraw', 'object', 'dispute', 'diverge', 'retract')
             GROUP BY record ORDER BY max(entry) DESC LIMIT ?2",
            params![origin, i64::try_from(count).unwrap_or(i64::MAX)],
        )
    }

    /// Entries of a journal, newest first, from the one before `before`.
    pub fn acts(
        &self,
        origin: &str,
        before: u64,
        count: usize,
    ) -> Result<Vec<ActRow>, RegisterError> {
        self.all(
            "SELECT origin, entry, word, record, account, at, leaf, effect FROM acts
             WHERE origin = ?1 AND entry < ?2 ORDER BY entry DESC LIMIT ?3",
            params![origin, signed(before), i64::try_from(count).unwrap_or(i64::MAX)],
            act_row,
        )
    }

    /// What was last recorded in a partnership, newest first, alike acts together.
    pub fn last_recorded(
        &self,
        partnership: &str,
        count: usize,
    ) -> Result<Vec<RecordedGroup>, RegisterError> {
        let rows: Vec<(i64, String, String, i64)> = self.all(
            "SELECT at, word, kind, count FROM recorded WHERE partnership = ?1
             ORDER BY at DESC, count DESC, kind LIMIT ?2",
            params![partnership, i64::try_from(count).unwrap_or(i64::MAX)],
            |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?)),
        )?;
        let group = |(at, word, kind, count): (i64, String, String, i64)| {
            Some(RecordedGroup { at, word, kind: Kind::find(&kind)?, count: unsigned(count) })
        };
        Ok(rows.into_iter().filter_map(group).collect())
    }

    /// The passages that a record rests on.
    pub fn passages_of(&self, id: &RecordId) -> Result<Vec<Mark>, RegisterError> {
        self.marks(
            "SELECT record, position, first, last FROM passages WHERE record = ?1
                    ORDER BY position",
            id,
        )
    }

    /// The passages of a document that records rest on, in the order of the text.
    pub fn marks_in(&self, document: &RecordId) -> Result<Vec<Mark>, RegisterError> {
        self.marks(
            "SELECT record, position, first, last FROM passages WHERE document = ?1
                    ORDER BY first, last, record, position",
            document,
        )
    }

    fn marks(&self, sql: &str, id: &RecordId) -> Result<Vec<Mark>, RegisterError> {
        let rows: Vec<(String, i64, Option<i64>, Option<i64>)> =
            self.all(sql, [id.as_str()], |row| {
                Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?))
            })?;
        rows.into_iter()
            .map(|(record, position, first, last)| {
                let place = |at: i64| usize::try_from(at).ok();
                let record = parse_id(&record)?;
                let position = unsigned(position);
                let span = match first.and_then(place).zip(last.and_then(place)) {
                    // Only of states that stand are places kept.
                    None if !self.moment.is_now() => self.locate(&record, position)?,
                    kept => kept,
                };
                Ok(Mark { record, position, span })
            })
            .collect()
    }

    /// Looks a passage up in the text of its document, as both stand in this view.
    fn locate(
        &self,
        record: &RecordId,
        position: u64,
    ) -> Result<Option<(usize, usize)>, RegisterError> {
        let position = usize::try_from(position).unwrap_or(usize::MAX);
        let Some(held) = self.find(record)? else { return Ok(None) };
        let Some(passage) = held.record.sources.get(position) else { return Ok(None) };
        let Some(text) = self.document_text(&passage.document)? else { return Ok(None) };
        let span = Searchable::new(&text).locate(passage).ok();
        Ok(span.map(|span| (span.start, span.end)))
    }

    /// The parts of the version of a record that stands.
    pub fn parts(&self, id: &RecordId) -> Result<Vec<PartRow>, RegisterError> {
        self.all(
            "SELECT role, language, commitment, held FROM parts WHERE record = ?1
             ORDER BY role <> 'facts', role, language",
            [id.as_str()],
            |row| {
                Ok(PartRow {
                    role: row.get(0)?,
                    language: row.get(1)?,
                    commitment: row.get(2)?,
                    held: row.get(3)?,
                })
            },
        )
    }

    pub(crate) fn contents_digest(&self) -> Result<String, RegisterError> {
        let mut hasher = Sha256::new();
        for (table, order) in TABLES {
            hasher.update(table.as_bytes());
            let rows = self.all(&format!("SELECT * FROM {table} ORDER BY {order}"), [], |row| {
                let columns = row.as_ref().column_count();
                (0..columns)
                    .map(|column| row.get(column))
                    .collect::<Result<Vec<rusqlite::types::Value>, _>>()
            })?;
            for row in rows {
                hasher.update(format!("{row:?}\n").as_bytes());
            }
        }
        Ok(servanda_entry::act::hex(&hasher.finalize()))
    }

    /// Each of these records that is there.
    pub fn each(&self, ids: &[RecordId]) -> Result<Vec<Held>, RegisterError> {
        let mut found = Vec::with_capacity(ids.len());
        for id in ids {
            found.extend(self.find(id)?);
        }
        Ok(found)
    }

    pub(crate) fn ids(
        &self,
        sql: &str,
        values: impl Params,
    ) -> Result<Vec<RecordId>, RegisterError> {
        let ids: Vec<String> = self.all(sql, values, |row| row.get(0))?;
        ids.iter().map(|id| parse_id(id)).collect()
    }

    pub(crate) fn all<T>(
        &self,
        sql: &str,
        values: impl Params,
        read: impl FnMut(&Row<'_>) -> rusqlite::Result<T>,
    ) -> Result<Vec<T>, RegisterError> {
        self.tx
            .prepare_cached(sql)
            .and_then(|mut found| found.query_map(values, read)?.collect())
            .map_err(|source| at(self.path, source))
    }

    /// Reads every row one by one, without keeping them.
    pub(crate) fn each_row<T>(
        &self,
        sql: &str,
        values: impl Params,
        read: impl Fn(&Row<'_>) -> rusqlite::Result<T>,
        mut take: impl FnMut(T) -> Result<(), RegisterError>,
    ) -> Result<(), RegisterError> {
        self.rows_until(sql, values, read, |row| take(row).map(|()| More::Wanted))
    }

    /// Reads rows one by one until there are enough.
    pub(crate) fn rows_until<T>(
        &self,
        sql: &str,
        values: impl Params,
        read: impl Fn(&Row<'_>) -> rusqlite::Result<T>,
        mut take: impl FnMut(T) -> Result<More, RegisterError>,
    ) -> Result<(), RegisterError> {
        let failed = |source| at(self.path, source);
        let mut statement = self.tx.prepare_cached(sql).map_err(failed)?;
        let mut rows = statement.query(values).map_err(failed)?;
        while let Some(row) = rows.next().map_err(failed)? {
            if take(read(row).map_err(failed)?)? == More::Enough {
                break;
            }
        }
        Ok(())
    }

    pub(crate) fn one<T>(
        &self,
        sql: &str,
        values: impl Params,
        read: impl FnOnce(&Row<'_>) -> rusqlite::Result<T>,
    ) -> Result<Option<T>, RegisterError> {
        self.tx
            .prepare_cached(sql)
            .and_then(|mut found| found.query_row(values, read).optional())
            .map_err(|source| at(self.path, source))
    }
}

type Texts = BTreeMap<Role, Multilingual>;

/// A row of records, before its facts are read.
struct HeldRow {
    partnership: String,
    standing: String,
    origin: String,
    entry: i64,
    leaf: String,
    at: i64,
    facts: String,
}

impl HeldRow {
    fn read(row: &Row<'_>) -> rusqlite::Result<Self> {
        Ok(Self {
            partnership: row.get(1)?,
            standing: row.get(2)?,
            origin: row.get(3)?,
            entry: row.get(4)?,
            leaf: row.get(5)?,
            at: row.get(6)?,
            facts: row.get(7)?,
        })
    }

    fn held(self, id: &RecordId, texts: Texts) -> Result<Held, RegisterError> {
        let standing = Standing::find(&self.standing).ok_or_else(|| unexpected(id, "standing"))?;
        let facts = (content::FACTS, None, self.facts.as_bytes());
        let mut record =
            decode_record(id, [facts]).map_err(|not_a_record| unexpected(id, not_a_record))?;
        record.texts = texts;
        Ok(Held {
            record,
            partnership: self.partnership,
            standing,
            origin: self.origin,
            entry: unsigned(self.entry),
            leaf: self.leaf,
            at: self.at,
        })
    }
}

pub(crate) fn act_row(row: &Row<'_>) -> rusqlite::Result<ActRow> {
    let record: String = row.get(3)?;
    Ok(ActRow {
        origin: row.get(0)?,
        entry: unsigned(row.get(1)?),
        word: row.get(2)?,
        record: RecordId::parse(&record).ok(),
        account: row.get(4)?,
        at: row.get(5)?,
        leaf: row.get(6)?,
        effect: row.get(7)?,
    })
}

pub(crate) fn parse_id(id: &str) -> Result<RecordId, RegisterError> {
    RecordId::parse(id).map_err(|refused| RegisterError::Unexpected(refused.to_string()))
}

fn unexpected(id: &RecordId, what: impl std::fmt::Display) -> RegisterError {
    RegisterError::Unexpected(format!("record {id}: {what}"))
}

pub(crate) fn unsigned(number: i64) -> u64 {
    u64::try_from(number).unwrap_or(0)
}

pub(crate) fn signed(number: u64) -> i64 {
    i64::try_from(number).unwrap_or(i64::MAX)
}
