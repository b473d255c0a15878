//! Questions about proposals: who put what to whom, and how it stands. Not what they say: that is
//! for the parties, and `servanda-actions` opens it for them.

use rusqlite::{Row, params};
use servanda_model::agreement::Progress;
use servanda_model::{Kind, RecordId};

use crate::view::{parse_id, unsigned};
use crate::{RegisterError, View};

/// A proposal that counts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ProposalRow {
    /// The journal of the party that proposed it.
    pub origin: String,
    /// Its place there, from 0.
    pub entry: u64,
    /// Its leaf hash, in hexadecimal: what it is known by.
    pub leaf: String,
    /// The partnership, by its name in addresses.
    pub partnership: String,
    /// The record that is to be agreed.
    pub record: RecordId,
    /// What it is.
    pub kind: Kind,
    /// The voice that proposed it.
    pub voice: String,
    /// Who acted.
    pub account: String,
    /// When, in seconds since 1970 UTC, as its author claims.
    pub at: i64,
    /// The seal of the version that it changes.
    pub base: Option<String>,
    /// The digest of its content.
    pub content: String,
    /// How it stands.
    pub progress: Progress,
    /// Its seal, where it is agreed.
    pub seal: Option<String>,
    /// Whether everyone may read it.
    pub is_public: bool,
}

/// An acceptance or objection that counts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AnswerRow {
    /// The journal of the party that answered.
    pub origin: String,
    /// Its place there, from 0.
    pub entry: u64,
    /// Its leaf hash, in hexadecimal.
    pub leaf: String,
    /// `accept` or `object`.
    pub word: String,
    /// The voice that answered.
    pub voice: String,
    /// Who acted.
    pub account: String,
    /// When, in seconds since 1970 UTC, as its author claims.
    pub at: i64,
}

/// A party of a partnership and the voice it speaks with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PartyRow {
    /// The party.
    pub party: RecordId,
    /// The last segment of its journal's name.
    pub voice: String,
}

/// Something that a party did with a proposal or a record, and that counts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DeedRow {
    /// The journal of the party.
    pub origin: String,
    /// Its place there, from 0.
    pub entry: u64,
    /// Its leaf hash, in hexadecimal.
    pub leaf: String,
    /// The word of the act.
    pub word: String,
    /// The record that it is about.
    pub record: RecordId,
    /// Who acted.
    pub account: String,
    /// When, in seconds since 1970 UTC, as its author claims.
    pub at: i64,
    /// Of a seal, whether everyone may read what is agreed.
    pub is_public: bool,
}

/// That a proposal is another voice's and this one has not accepted it.
const UNANSWERED: &str = "voice <> ?2 AND NOT EXISTS
    (SELECT 1 FROM answers WHERE answers.proposal = proposals.leaf AND answers.voice = ?2
     AND answers.word = 'accept')";

/// That a proposal is another voice's and this one has accepted it.
const ACCEPTED: &str = "voice <> ?2 AND EXISTS
    (SELECT 1 FROM answers WHERE answers.proposal = proposals.leaf AND answers.voice = ?2
     AND answers.word = 'accept')";

const COLUMNS: &str = "origin, entry, leaf, partnership, record, kind, voice, account, at, base,
                       content, progress, seal, is_public";

impl View<'_> {
    /// The parties whose agreement a partnership takes, with their voices; none as long as the voice
    /// of one is not known.
    pub fn party_voices(&self, partnership: &str) -> Result<Vec<PartyRow>, RegisterError> {
        let rows: Vec<(String, Option<String>)> = self.all(
            "SELECT party, voice FROM parties WHERE partnership = ?1 ORDER BY voice, party",
            [partnership],
            |row| Ok((row.get(0)?, row.get(1)?)),
        )?;
        let known: Option<Vec<_>> =
            rows.into_iter().map(|(party, voice)| Some((party, voice?))).collect();
        known
            .unwrap_or_default()
            .into_iter()
            .map(|(party, voice)| Ok(PartyRow { party: parse_id(&party)?, voice }))
            .collect()
    }

    /// The proposal with this leaf hash.
    pub fn proposal(&self, leaf: &str) -> Result<Option<ProposalRow>, RegisterError> {
        let sql =
            format!("SELECT {COLUMNS} FROM proposals WHERE leaf = ?1 ORDER BY origin LIMIT 1");
        Ok(self.proposals_by(&sql, [leaf])?.into_iter().next())
    }

    /// The proposals in a partnership that stand so, newest first.
    pub fn proposals(
        &self,
        partnership: &str,
        progress: Progress,
        count: usize,
    ) -> Result<Vec<ProposalRow>, RegisterError> {
        let count = i64::try_from(count).unwrap_or(i64::MAX);
        let sql = format!(
            "SELECT {COLUMNS} FROM proposals WHERE partnership = ?1 AND progress = ?2
             ORDER BY at DESC, origin, entry DESC LIMIT ?3"
        );
        self.proposals_by(&sql, params![partnership, progress.code(), count])
    }

    /// The open proposals in a partnership that a voice made itself, newest first, from the one at a
    /// place.
    pub fn own_open(
        &self,
        partnership: &str,
        voice: &str,
        first: usize,
        count: usize,
    ) -> Result<Vec<ProposalRow>, RegisterError> {
        self.open_where("voice = ?2", partnership, voice, first, count)
    }

    /// The open proposals of others in a partnership that a voice has not accepted, newest first, from
    /// the one at a place.
    pub fn unanswered(
        &self,
        partnership: &str,
        voice: &str,
        first: usize,
        count: usize,
    ) -> Result<Vec<ProposalRow>, RegisterError> {
        self.open_where(UNANSWERED, partnership, voice, first, count)
    }

    /// The open proposals of others in a partnership that a voice has accepted and that wait for others
    /// still, newest first, from the one at a place.
    pub fn accepted_open(
        &self,
        partnership: &str,
        voice: &str,
        first: usize,
        count: usize,
    ) -> Result<Vec<ProposalRow>, RegisterError> {
        self.open_where(ACCEPTED, partnership, voice, first, count)
    }

    /// How many those are.
    pub fn count_accepted_open(
        &self,
        partnership: &str,
        voice: &str,
    ) -> Result<u64, RegisterError> {
        self.count_where(ACCEPTED, partnership, voice)
    }

    fn open_where(
        &self,
        condition: &str,
        partnership: &str,
        voice: &str,
        first: usize,
        count: usize,
    ) -> Result<Vec<ProposalRow>, RegisterError> {
        let number = |number: usize| i64::try_from(number).unwrap_or(i64::MAX);
        let sql = format!(
            "SELECT {COLUMNS} FROM proposals WHERE partnership = ?1 AND progress = 'open'
             AND {condition} ORDER BY at DESC, origin, entry DESC LIMIT ?3 OFFSET ?4"
        );
        self.proposals_by(&sql, params![partnership, voice, number(count), number(first)])
    }

    /// How many open proposals a voice made itself, and how many of others it has not accepted.
    pub fn count_open(&self, partnership: &str, voice: &str) -> Result<(u64, u64), RegisterError> {
        let count = |condition: &str| self.count_where(condition, partnership, voice);
        Ok((count("voice = ?2")?, count(UNANSWERED)?))
    }

    fn count_where(
        &self,
        condition: &str,
        partnership: &str,
        voice: &str,
    ) -> Result<u64, RegisterError> {
        let sql = format!(
            "SELECT count(*) FROM proposals WHERE partnership = ?1 AND progress = 'open'
             AND {condition}"
        );
        let count = self.one(&sql, [partnership, voice], |row| row.get(0))?;
        Ok(count.map_or(0, unsigned))
    }

    /// The proposals in a partnership that are over, newest first, from the one at a place.
    pub fn proposals_over(
        &self,
        partnership: &str,
        first: usize,
        count: usize,
    ) -> Result<Vec<ProposalRow>, RegisterError> {
        let number = |number: usize| i64::try_from(number).unwrap_or(i64::MAX);
        let sql = format!(
            "SELECT {COLUMNS} FROM proposals WHERE partnership = ?1
             AND progress IN ('sealed', 'withdrawn', 'overtaken')
             ORDER BY at DESC, origin, entry DESC LIMIT ?2 OFFSET ?3"
        );
        self.proposals_by(&sql, params![partnership, number(count), number(first)])
    }

    /// How many proposals in a partnership are over.
    pub fn count_over(&self, partnership: &str) -> Result<u64, RegisterError> {
        let sql = "SELECT count(*) FROM proposals WHERE partnership = ?1
                   AND progress IN ('sealed', 'withdrawn', 'overtaken')";
        let count = self.one(sql, [partnership], |row| row.get(0))?;
        Ok(count.map_or(0, unsigned))
    }

    /// Every proposal of a version of a record, oldest first by the times their authors claim.
    pub fn proposals_of(&self, record: &RecordId) -> Result<Vec<ProposalRow>, RegisterError> {
        let sql =
            format!("SELECT {COLUMNS} FROM proposals WHERE record = ?1 ORDER BY at, origin, entry");
        self.proposals_by(&sql, [record.as_str()])
    }

    /// The proposal whose version of a record is in force: agreed, and not the base of a later one.
    pub fn in_force(&self, record: &RecordId) -> Result<Option<ProposalRow>, RegisterError> {
        let sql = format!(
            "SELECT {COLUMNS} FROM proposals AS agreed WHERE record = ?1 AND seal IS NOT NULL
             AND NOT EXISTS (SELECT 1 FROM proposals AS later WHERE later.record = ?1
                             AND later.seal IS NOT NULL AND later.base = agreed.seal)"
        );
        Ok(self.proposals_by(&sql, [record.as_str()])?.into_iter().next())
    }

    /// The proposal that became agreed with this seal.
    pub fn sealed_by(&self, seal: &str) -> Result<Option<ProposalRow>, RegisterError> {
        let sql =
            format!("SELECT {COLUMNS} FROM proposals WHERE seal = ?1 ORDER BY origin LIMIT 1");
        Ok(self.proposals_by(&sql, [seal])?.into_iter().next())
    }

    /// The acceptances of a proposal and objections to it, oldest first.
    pub fn answers(&self, proposal: &str) -> Result<Vec<AnswerRow>, RegisterError> {
        self.all(
            "SELECT origin, entry, leaf, word, voice, account, at FROM answers WHERE proposal = ?1
             ORDER BY at, origin, entry",
            [proposal],
            |row| {
                Ok(AnswerRow {
                    origin: row.get(0)?,
                    entry: unsigned(row.get(1)?),
                    leaf: row.get(2)?,
                    word: row.get(3)?,
                    voice: row.get(4)?,
                    account: row.get(5)?,
                    at: row.get(6)?,
                })
            },
        )
    }

    /// What parties did from a moment on with proposals and records, the newest first.
    pub fn deeds_since(&self, since: i64, count: usize) -> Result<Vec<DeedRow>, RegisterError> {
        let count = i64::try_from(count).unwrap_or(i64::MAX);
        let rows: Vec<(DeedRow, String)> = self.all(
            "SELECT acts.origin, acts.entry, acts.leaf, word, acts.record, acts.account, acts.at,
             coalesce(is_public, 0) FROM acts LEFT JOIN proposals ON seal = acts.leaf
             WHERE acts.at >= ?1 AND effect = 'effective' AND word IN
             ('propose', 'accept', 'object', 'withdraw', 'seal', 'dispute', 'diverge')
             ORDER BY acts.at DESC, acts.origin, acts.entry DESC LIMIT ?2",
            params![since, count],
            |row| {
                let deed = DeedRow {
                    origin: row.get(0)?,
                    entry: unsigned(row.get(1)?),
                    leaf: row.get(2)?,
                    word: row.get(3)?,
                    record: RecordId::from_bits(0),
                    account: row.get(5)?,
                    at: row.get(6)?,
                    is_public: row.get(7)?,
                };
                Ok((deed, row.get(4)?))
            },
        )?;
        let read =
            |(deed, record): (DeedRow, String)| Ok(DeedRow { record: parse_id(&record)?, ..deed });
        rows.into_iter().map(read).collect()
    }

    fn proposals_by(
        &self,
        sql: &str,
        values: impl rusqlite::Params,
    ) -> Result<Vec<ProposalRow>, RegisterError> {
        let rows: Vec<(ProposalRow, [String; 3])> = self.all(sql, values, row)?;
        rows.into_iter()
            .map(|(mut row, [record, kind, progress])| {
                let unexpected = |what: &str| {
                    RegisterError::Unexpected(format!("proposal {}: {what}", row.leaf))
                };
                let kind = Kind::find(&kind).ok_or_else(|| unexpected("kind"))?;
                let progress = Progress::find(&progress).ok_or_else(|| unexpected("progress"))?;
                (row.record, row.kind, row.progress) = (parse_id(&record)?, kind, progress);
                Ok(row)
            })
            .collect()
    }
}

/// A row with what is still to be read of it: record, kind and progress.
fn row(row: &Row<'_>) -> rusqlite::Result<(ProposalRow, [String; 3])> {
    let read = ProposalRow {
        origin: row.get(0)?,
        entry: unsigned(row.get(1)?),
        leaf: row.get(2)?,
        partnership: row.get(3)?,
        record: RecordId::from_bits(0),
        kind: Kind::Commitment,
        voice: row.get(6)?,
        account: row.get(7)?,
        at: row.get(8)?,
        base: row.get(9)?,
        content: row.get(10)?,
        progress: Progress::Open,
        seal: row.get(12)?,
        is_public: row.get(13)?,
    };
    Ok((read, [row.get(4)?, row.get(5)?, row.get(11)?]))
}
