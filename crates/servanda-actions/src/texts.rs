//! The words that acts name: where they stand, who may read them, which were erased and when.
//!
//! Never: facts. They hold no prose and are not erased.

use std::collections::BTreeSet;

use servanda_entry::content::FACTS;
use servanda_entry::{Act, Ground as ErasureGround, PartReference};
use servanda_model::agreement::Progress;
use servanda_model::{Language, RecordId, Role, Seat};
use servanda_register::{ActRow, ProposalRow, RegisterError};

use crate::agreement::{INSTALLATION, origin_of};
use crate::erase::act_at;
use crate::{Failure, Office};

/// Records that are looked through for words; of more only the first.
const RECORDS_SEARCHED_MAX: usize = 2_000;
/// Acts of a voice that are looked through for what could be revealed; the newest.
const ACTS_SEARCHED_MAX: usize = 2_000;

/// Words that a voice recorded of a record, once, wherever they stand.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OwnText {
    /// The record.
    pub record: RecordId,
    /// The code of their role.
    pub role: String,
    /// Their language; none for what is the same in all.
    pub language: Option<Language>,
    /// The words.
    pub words: String,
    /// Where they stand, oldest first; at least one.
    pub places: Vec<TextPlace>,
}

/// An act that names some words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TextPlace {
    /// Its place in the journal of the voice, from 0.
    pub entry: u64,
    /// The word of the act.
    pub word: String,
    /// When, in seconds since 1970 UTC, as its author claims.
    pub at: i64,
    /// The commitment to the words in it, in hexadecimal.
    pub commitment: String,
    /// Whether everyone may read them there.
    pub is_public: bool,
    /// Whether it is a proposal that still waits for an answer.
    pub is_open: bool,
}

impl OwnText {
    /// What it is known by: the commitment of the first act that names it.
    pub fn name(&self) -> &str {
        self.places.first().map_or("", |place| place.commitment.as_str())
    }

    /// Whether it stands in a proposal that still waits for an answer.
    pub fn is_open(&self) -> bool {
        self.places.iter().any(|place| place.is_open)
    }
}

/// An act whose words are for the parties only and could be open to everyone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Revealable {
    /// The act.
    pub act: ActRow,
    /// The record that it is about.
    pub record: RecordId,
    /// The leaf hash of the proposal that it makes, withdraws or objects to.
    pub proposal: String,
    /// What would be open.
    pub said: Vec<SaidText>,
}

/// A text of an act, as far as it can be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SaidText {
    /// The code of its role.
    pub role: String,
    /// Its language; none for what is the same in all.
    pub language: Option<Language>,
    /// The commitment to it, in hexadecimal.
    pub commitment: String,
    /// The words; none where they are erased.
    pub words: Option<String>,
    /// Whether everyone may read it.
    pub is_public: bool,
}

/// That a text of a record was erased.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Erasure {
    /// The act that says so.
    pub act: ActRow,
    /// The code of the role of the text.
    pub role: String,
    /// Its language; none for what is the same in all.
    pub language: Option<Language>,
    /// Why it had to go.
    pub ground: ErasureGround,
}

/// The words that a voice recorded of a record and that are still held, each once, in the order of
/// their roles.
pub fn own_texts(office: &Office, seat: &Seat, id: &RecordId) -> Result<Vec<OwnText>, Failure> {
    let Some(origin) = origin_of(office, &seat.partnership, &seat.voice)? else {
        return Ok(Vec::new());
    };
    let (rows, proposals) = office
        .register()
        .view(|view| Ok::<_, RegisterError>((view.history(id)?, view.proposals_of(id)?)))?;
    let revealed = revealed(office, &rows, &origin)?;
    let mut texts: Vec<OwnText> = Vec::new();
    for row in rows.iter().filter(|row| row.origin == origin) {
        let Some(act) = act_at(office.ground(), &row.origin, row.entry)? else { continue };
        let is_open = is_open(&proposals, &row.leaf);
        for part in act.parts().iter().filter(|part| part.role != FACTS) {
            let Some(bytes) = office.part_bytes(part)? else { continue };
            let place = TextPlace {
                entry: row.entry,
                word: row.word.clone(),
                at: row.at,
                commitment: part.commitment.clone(),
                is_public: part.is_public() || revealed.contains(&row.leaf),
                is_open,
            };
            let (role, language) = (&part.role, language_of(part));
            let words = String::from_utf8_lossy(&bytes).into_owned();
            let same = |it: &&mut OwnText| {
                it.role == *role && it.language == language && it.words == words
            };
            if let Some(known) = texts.iter_mut().find(same) {
                known.places.push(place);
            } else {
                let (record, role) = (id.clone(), role.clone());
                texts.push(OwnText { record, role, language, words, places: vec![place] });
            }
        }
    }
    let place = |language: Language| Language::ALL.into_iter().position(|it| it == language);
    texts.sort_by_key(|text| (order_of(&text.role), text.language.map(place)));
    Ok(texts)
}

/// Words of a voice that hold these, in whatever record: at most `count`.
pub fn find_own_texts(
    office: &Office,
    seat: &Seat,
    words: &str,
    count: usize,
) -> Result<Vec<OwnText>, Failure> {
    let Some(origin) = origin_of(office, &seat.partnership, &seat.voice)? else {
        return Ok(Vec::new());
    };
    let records = office.register().view(|view| {
        let mut records = view.records_saying(&seat.partnership, words, RECORDS_SEARCHED_MAX)?;
        // What is for the parties only stands in no table.
        records.extend(view.records_acted_on(&origin, RECORDS_SEARCHED_MAX)?);
        Ok::<_, RegisterError>(records)
    })?;
    let folded = words.to_lowercase();
    let mut found = Vec::new();
    for record in records.into_iter().collect::<BTreeSet<_>>() {
        let texts = own_texts(office, seat, &record)?;
        found.extend(texts.into_iter().filter(|it| it.words.to_lowercase().contains(&folded)));
        if found.len() >= count {
            found.truncate(count);
            break;
        }
    }
    Ok(found)
}

/// What a voice said to the parties only and could open to everyone, the newest first: the proposal it
/// is about is over, and nothing opened it yet.
pub fn revealable(office: &Office, seat: &Seat, count: usize) -> Result<Vec<Revealable>, Failure> {
    let Some(origin) = origin_of(office, &seat.partnership, &seat.voice)? else {
        return Ok(Vec::new());
    };
    let words = ["propose", "withdraw", "object"];
    let rows =
        office.register().view(|view| view.acts_called_in(&origin, &words, ACTS_SEARCHED_MAX))?;
    let mut found = Vec::new();
    for row in rows {
        if found.len() >= count {
            break;
        }
        found.extend(to_reveal(office, &row)?.ok());
    }
    Ok(found)
}

/// Why what an act says is not opened to everyone.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum NotRevealable {
    /// No act of this voice is known by this.
    #[error("your side has said nothing that is known by this")]
    NotFound,
    /// Everyone may read it.
    #[error("everyone may read it already")]
    Already,
    /// The proposal waits for an answer.
    #[error("the proposal is still open; withdraw it first, or wait until it is over")]
    Open,
    /// Its words are erased.
    #[error("its words are erased")]
    Erased,
}

/// What an act says to the parties only, or why it is not to be opened.
pub(crate) fn to_reveal(
    office: &Office,
    row: &ActRow,
) -> Result<Result<Revealable, NotRevealable>, Failure> {
    let act = act_at(office.ground(), &row.origin, row.entry)?;
    let (Some(act), Some(record)) = (act, row.record.clone()) else {
        return Ok(Err(NotRevealable::NotFound));
    };
    if act.parts().iter().all(PartReference::is_public) {
        let is_anything = !act.parts().is_empty();
        let why = if is_anything { NotRevealable::Already } else { NotRevealable::NotFound };
        return Ok(Err(why));
    }
    let (rows, proposals) = office.register().view(|view| {
        Ok::<_, RegisterError>((view.history(&record)?, view.proposals_of(&record)?))
    })?;
    if revealed(office, &rows, &row.origin)?.contains(&row.leaf) {
        return Ok(Err(NotRevealable::Already));
    }
    let proposal = act.proposal().cloned().unwrap_or_else(|| row.leaf.clone());
    if is_open(&proposals, &proposal) {
        return Ok(Err(NotRevealable::Open));
    }
    let said = said_in(office, &act, false)?;
    if said.iter().all(|text| text.words.is_none()) {
        return Ok(Err(NotRevealable::Erased));
    }
    Ok(Ok(Revealable { act: row.clone(), record, proposal, said }))
}

/// The texts of an act, from what happened to its record: those that everyone may read with their
/// words, as far as they are held.
pub fn public_texts(
    office: &Office,
    rows: &[ActRow],
    origin: &str,
    entry: u64,
) -> Result<Vec<SaidText>, Failure> {
    let Some(act) = act_at(office.ground(), origin, entry)? else { return Ok(Vec::new()) };
    let row = rows.iter().find(|row| row.origin == origin && row.entry == entry);
    let is_revealed = match row {
        Some(row) if act.parts().iter().any(|part| !part.is_public()) => {
            revealed(office, rows, origin)?.contains(&row.leaf)
        }
        Some(_) | None => false,
    };
    let mut said = said_in(office, &act, is_revealed)?;
    for text in &mut said {
        text.words = text.words.take().filter(|_| text.is_public);
    }
    Ok(said)
}

/// What was erased of a record, from what happened to it, oldest first.
pub fn erasures(office: &Office, rows: &[ActRow]) -> Result<Vec<Erasure>, Failure> {
    let mut erased = Vec::new();
    for row in rows.iter().filter(|row| row.word == "erase" && row.effect == "effective") {
        if let Some(Act::Erase(erase)) = act_at(office.ground(), &row.origin, row.entry)? {
            erased.push((row, erase));
        }
    }
    if erased.is_empty() {
        return Ok(Vec::new());
    }
    let mut parts: Vec<PartReference> = Vec::new();
    for row in rows.iter().filter(|row| row.word != "erase") {
        if let Some(act) = act_at(office.ground(), &row.origin, row.entry)? {
            parts.extend(act.parts().iter().cloned());
        }
    }
    let found = erased.into_iter().filter_map(|(row, erase)| {
        let part = parts.iter().find(|part| part.commitment == erase.part)?;
        let (act, role, language) = (row.clone(), part.role.clone(), language_of(part));
        Some(Erasure { act, role, language, ground: erase.ground })
    });
    Ok(found.collect())
}

/// What a voice erased and revealed, the newest first, from the entry before `before`; what its
/// installation revealed with a seal is left out.
pub fn taken_back(
    office: &Office,
    seat: &Seat,
    before: u64,
    count: usize,
) -> Result<Vec<ActRow>, Failure> {
    let Some(origin) = origin_of(office, &seat.partnership, &seat.voice)? else {
        return Ok(Vec::new());
    };
    Ok(office.register().view(|view| view.acts_of_people(&origin, INSTALLATION, before, count))?)
}

/// The texts of an act; an act that is revealed has none for the parties only.
fn said_in(office: &Office, act: &Act, is_revealed: bool) -> Result<Vec<SaidText>, Failure> {
    let mut said = Vec::new();
    for part in act.parts().iter().filter(|part| part.role != FACTS) {
        let bytes = office.part_bytes(part)?;
        said.push(SaidText {
            role: part.role.clone(),
            language: language_of(part),
            commitment: part.commitment.clone(),
            words: bytes.map(|bytes| String::from_utf8_lossy(&bytes).into_owned()),
            is_public: is_revealed || part.is_public(),
        });
    }
    Ok(said)
}

/// The leaf hashes of the acts of a journal on a record that were revealed.
fn revealed(office: &Office, rows: &[ActRow], origin: &str) -> Result<BTreeSet<String>, Failure> {
    let mut revealed = BTreeSet::new();
    let effective = rows.iter().filter(|row| row.word == "reveal" && row.effect == "effective");
    for row in effective.filter(|row| row.origin == origin) {
        if let Some(Act::Reveal(reveal)) = act_at(office.ground(), &row.origin, row.entry)? {
            revealed.insert(reveal.leaf);
        }
    }
    Ok(revealed)
}

fn is_open(proposals: &[ProposalRow], leaf: &str) -> bool {
    proposals
        .iter()
        .any(|row| row.leaf == leaf && matches!(row.progress, Progress::Open | Progress::Accepted))
}

fn language_of(part: &PartReference) -> Option<Language> {
    part.language.as_deref().and_then(|tag| Language::parse(tag).ok())
}

/// The place of a role among all.
fn order_of(role: &str) -> usize {
    Role::ALL.into_iter().position(|known| known.code() == role).unwrap_or(usize::MAX)
}
