//! Parts: what entries commit to, kept beside the journal so that it can be
//! erased without breaking a proof.

use rusqlite::{OptionalExtension as _, Transaction, params};
use servanda_journal::Hash;

use crate::failure::{StoreError, TooLarge};
use crate::ground::Ground;

/// The largest part, in bytes.
pub const PART_SIZE_BYTES_MAX: usize = 64 * 1_024 * 1_024;

const SALT_SIZE_BYTES: usize = 32;

/// A part to be stored.
#[derive(Clone, PartialEq, Eq)]
pub struct PartDraft {
    /// Fresh chance, never used for another part.
    pub salt: [u8; SALT_SIZE_BYTES],
    /// The contents.
    pub bytes: Vec<u8>,
}

/// A part as stored. Its bytes were checked against its commitment.
#[derive(Clone, PartialEq, Eq)]
pub struct Part {
    /// What hides the contents in the commitment.
    pub salt: [u8; SALT_SIZE_BYTES],
    /// The contents.
    pub bytes: Vec<u8>,
}

/// A part that was stored once.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PartState {
    /// It is there.
    Present(Part),
    /// Its bytes and its salt are gone.
    Erased,
}

/// What an entry says of a part: nothing, to whoever lacks the salt.
pub fn part_commitment(salt: &[u8; SALT_SIZE_BYTES], bytes: &[u8]) -> Hash {
    // A slice is never longer than a 64-bit number can say.
    let length = u64::try_from(bytes.len()).unwrap_or(u64::MAX).to_be_bytes();
    Hash::of_all(&[b"servanda/part/v1\n", salt, &length, bytes])
}

impl PartDraft {
    /// The commitment of the part.
    pub fn commitment(&self) -> Hash {
        part_commitment(&self.salt, &self.bytes)
    }
}

impl Ground {
    /// The part with this commitment; `None` where it was never here.
    pub fn part_state(&self, commitment: &Hash) -> Result<Option<PartState>, StoreError> {
        let sql = "SELECT parts.erased, part_contents.content FROM parts
            JOIN part_contents ON part_contents.id = parts.content_id
            WHERE parts.commitment = ?1";
        let row: Option<(bool, Vec<u8>)> = self.read("reading a part", |connection| {
            connection
                .prepare_cached(sql)?
                .query_row(params![commitment.as_bytes()], |row| Ok((row.get(0)?, row.get(1)?)))
                .optional()
        })?;
        let Some((erased, content)) = row else { return Ok(None) };
        if erased {
            return Ok(Some(PartState::Erased));
        }
        let part = content
            .split_first_chunk::<SALT_SIZE_BYTES>()
            .map(|(salt, bytes)| Part { salt: *salt, bytes: bytes.to_vec() })
            .filter(|part| part_commitment(&part.salt, &part.bytes) == *commitment)
            .ok_or_else(|| StoreError::Damaged { what: format!("part {commitment}") })?;
        Ok(Some(PartState::Present(part)))
    }

    /// The part with this commitment; `None` where it was never here or is
    /// erased. [`Ground::part_state`] tells the two apart.
    pub fn part(&self, commitment: &Hash) -> Result<Option<Part>, StoreError> {
        Ok(match self.part_state(commitment)? {
            Some(PartState::Present(part)) => Some(part),
            Some(PartState::Erased) | None => None,
        })
    }

    /// Makes bytes and salt of a part unreadable in the file and in what the
    /// database keeps beside it. `false` where the part was never here.
    /// May be repeated; [`StoreError::Busy`] says that it must be.
    pub fn erase_part(&self, commitment: &Hash) -> Result<bool, StoreError> {
        Ok(self.erase_parts(&[*commitment])? > 0)
    }

    /// As [`Ground::erase_part`] for several at once, all of them or none:
    /// says how many were here.
    pub fn erase_parts(&self, commitments: &[Hash]) -> Result<usize, StoreError> {
        let known = self.write::<_, StoreError>("erasing parts", |tx| {
            let mut known = 0;
            for commitment in commitments {
                let sql = "UPDATE part_contents SET content = zeroblob(length(content))
                    WHERE id = (SELECT content_id FROM parts WHERE commitment = ?1)";
                known += tx.prepare_cached(sql)?.execute(params![commitment.as_bytes()])?;
                let sql = "UPDATE parts SET erased = 1 WHERE commitment = ?1";
                tx.prepare_cached(sql)?.execute(params![commitment.as_bytes()])?;
            }
            Ok(known)
        })?;
        // The parts are erased from here. The log beside the file still holds
        // how the pages were before: a crash before the next line leaves it to
        // `open`, which empties the log before anything else.
        self.empty_the_log()?;
        Ok(known)
    }
}

/// Stores a part inside a batch. One that was here before stays as it is,
/// also where it is erased.
pub(crate) fn insert(tx: &Transaction<'_>, draft: &PartDraft) -> rusqlite::Result<()> {
    let commitment = draft.commitment();
    let known = tx
        .prepare_cached("SELECT 1 FROM parts WHERE commitment = ?1")?
        .exists(params![commitment.as_bytes()])?;
    if known {
        return Ok(());
    }
    let mut content = draft.salt.to_vec();
    content.extend(&draft.bytes);
    tx.prepare_cached("INSERT INTO part_contents (content) VALUES (?1)")?
        .execute(params![content])?;
    tx.prepare_cached("INSERT INTO parts (commitment, content_id, erased) VALUES (?1, ?2, 0)")?
        .execute(params![commitment.as_bytes(), tx.last_insert_rowid()])?;
    Ok(())
}

pub(crate) fn check_size(draft: &PartDraft) -> Result<(), TooLarge> {
    let (what, unit, most) = ("a part", "bytes", PART_SIZE_BYTES_MAX);
    let actual = draft.bytes.len();
    if actual > most { Err(TooLarge { what, unit, actual, most }) } else { Ok(()) }
}

// A part may be private, so what is printed of it is its length.

impl std::fmt::Debug for PartDraft {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "PartDraft({} bytes)", self.bytes.len())
    }
}

impl std::fmt::Debug for Part {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Part({} bytes)", self.bytes.len())
    }
}

#[cfg(test)]
mod tests;
