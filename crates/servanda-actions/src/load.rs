//! `load`: states the records of a data set, all of them or none.

use std::collections::BTreeMap;

use servanda_entry::{Act, State, Unreadable, encode_record};
use servanda_model::passage::Searchable;
use servanda_model::record::Block;
use servanda_model::{Facts, Language, Multilingual, Record, RecordId, Role, Standing};
use servanda_register::{Held, RegisterError};
use servanda_store::{AppendError, Head};

use crate::dataset::{DataSet, Described, Problem};
use crate::draft::Draft;
use crate::erase::erased_texts;
use crate::{By, Failure, NotDone, Office};

/// A copy of a document that a data set cites, with the text that was read from it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DocumentCopy {
    /// SHA-256 of the bytes, in hexadecimal.
    pub digest: String,
    /// The bytes as received.
    pub bytes: Vec<u8>,
    /// The text read from them.
    pub text: String,
    /// Its blocks.
    pub outline: Vec<Block>,
}

/// What a load did.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Loaded {
    /// Records stated for the first time.
    pub new: usize,
    /// Records stated again because they had changed.
    pub changed: usize,
    /// Records left alone because they had not.
    pub unchanged: usize,
    /// Records left alone because they were retracted.
    pub retracted: usize,
    /// Records left alone because the parties have agreed on their words since.
    pub agreed: usize,
    /// Texts left out because they were erased.
    pub erased_texts: usize,
    /// Passages looked up in copies of their documents, and found.
    pub passages_found: usize,
    /// Documents of which the installation holds no copy.
    pub documents_without_copy: usize,
    /// The journal's size afterwards.
    pub size: u64,
}

/// Why a data set is not loaded.
#[derive(Debug, PartialEq, Eq, thiserror::Error)]
pub enum LoadRefusal {
    /// The data set must be mended.
    #[error("the data set has {} problems", .0.len())]
    Problems(Vec<Problem>),
    /// The partnership's registrar has a journal of another name here.
    #[error("the registrar's journal of this partnership is '{0}'")]
    OtherJournal(String),
    /// Somebody else wrote to the journal meanwhile.
    #[error("the journal changed while loading; nothing was loaded, run it again")]
    Meanwhile,
}

/// States every record of the set that is new or has changed in the registrar's journal `origin`,
/// which is founded where it does not exist. One batch: all of it or nothing.
pub fn load(
    office: &Office,
    origin: &str,
    set: &DataSet,
    copies: &[DocumentCopy],
    by: &mut By<'_>,
) -> Result<Loaded, NotDone<LoadRefusal>> {
    let records = with_copies(set, copies);
    let texts = document_texts(office, set, copies)?;
    let passages_found = check_passages(&records, &texts).map_err(NotDone::Refused)?;

    let _writing = office.write_public();
    if let Some(other) = other_journal(office, origin)? {
        return Err(NotDone::Refused(LoadRefusal::OtherJournal(other)));
    }
    office.ledger().found(origin, &(by.chance)())?;
    let expected = office.ground().head(origin)?.unwrap_or(Head::EMPTY);
    let mut loaded = Loaded {
        new: 0,
        changed: 0,
        unchanged: 0,
        retracted: 0,
        agreed: 0,
        erased_texts: 0,
        passages_found,
        documents_without_copy: set.documents.len() - texts.len(),
        size: expected.size,
    };
    let mut draft = Draft::new(by);
    for described in &records {
        state(office, described, &mut draft, &mut loaded)?;
    }
    for copy in copies {
        draft.document(&media_type(&records, &copy.digest), &copy.bytes);
    }
    if draft.is_empty() {
        return Ok(loaded);
    }
    // A crash before the next line is done leaves nothing of the load, after it all of it.
    let head = draft.append(office.ledger(), origin, expected).map_err(|error| {
        let conflict = matches!(error, AppendError::Conflict { .. });
        if conflict { NotDone::Refused(LoadRefusal::Meanwhile) } else { error.into() }
    })?;
    loaded.size = head.size;
    // From here the records are stated. A crash leaves the tables behind the journal; opening the
    // office catches them up.
    office.register().follow(office.ground())?;
    Ok(loaded)
}

/// Adds one record to the draft, unless the register holds it just so.
fn state(
    office: &Office,
    described: &Described,
    draft: &mut Draft<'_, '_>,
    loaded: &mut Loaded,
) -> Result<(), NotDone<LoadRefusal>> {
    let mut record = described.record.clone();
    let held = office.register().view(|view| {
        let held = view.find(&record.id)?;
        let text = view.document_text(&record.id)?;
        Ok::<_, RegisterError>(held.map(|held| (held, text)))
    })?;
    if let Some((held, text)) = &held {
        if held.standing == Standing::Retracted {
            loaded.retracted += 1;
            return Ok(());
        }
        if held.standing == Standing::Agreed {
            loaded.agreed += 1;
            return Ok(());
        }
        loaded.erased_texts += leave_out_erased(office, &mut record)?;
        keep_copy(&mut record, held, text.as_deref());
        if stands_so(&record, held, text.as_deref()) {
            loaded.unchanged += 1;
            return Ok(());
        }
        loaded.changed += 1;
    } else {
        loaded.new += 1;
    }
    let parts = draft.parts(encode_record(&record));
    let act = Act::State(State {
        account: draft.by.account.to_owned(),
        at: draft.by.at,
        record: record.id.clone(),
        kind: record.kind(),
        base: held.map(|(held, _)| held.leaf),
        parts,
    });
    draft.act(&act).map_err(|refused| too_long(described, refused))
}

/// Takes the texts away that were erased before, and counts them.
fn leave_out_erased(office: &Office, record: &mut Record) -> Result<usize, Failure> {
    let mut count = 0;
    for (role, language) in erased_texts(office, &record.id)? {
        let language = language.and_then(|tag| Language::parse(&tag).ok());
        let Some(text) = Role::find(&role).and_then(|role| record.texts.get_mut(&role)) else {
            continue;
        };
        if text.versions().any(|(version, _)| version == language) {
            text.remove(language);
            count += 1;
        }
    }
    record.texts.retain(|_, text| !text.is_empty());
    Ok(count)
}

/// The journal that the registrar of the same partnership already keeps under another name: a
/// second one would split its record.
fn other_journal(office: &Office, origin: &str) -> Result<Option<String>, Failure> {
    let of_same = |known: &str| {
        known != origin
            && known.split_once('/').map(|it| it.1) == origin.split_once('/').map(|it| it.1)
    };
    let journals = office.ground().journals()?;
    Ok(journals.into_iter().map(|journal| journal.origin).find(|known| of_same(known)))
}

/// A document whose copy the register holds keeps it when this load brings none.
fn keep_copy(record: &mut Record, held: &Held, text: Option<&str>) {
    let (Facts::Document(new), Facts::Document(old)) = (&mut record.facts, &held.record.facts)
    else {
        return;
    };
    if let Some(text) = text.filter(|_| new.digest == old.digest && new.outline.is_empty()) {
        new.outline.clone_from(&old.outline);
        record.texts.insert(Role::Text, Multilingual::universal(text));
    }
}

fn stands_so(record: &Record, held: &Held, text: Option<&str>) -> bool {
    let mut texts = held.record.texts.clone();
    if let Some(text) = text {
        texts.insert(Role::Text, Multilingual::universal(text));
    }
    record.facts == held.record.facts
        && record.sources == held.record.sources
        && record.texts == texts
}

/// The records of the set, documents with the text and outline of their copy.
fn with_copies(set: &DataSet, copies: &[DocumentCopy]) -> Vec<Described> {
    let copies: BTreeMap<&str, &DocumentCopy> =
        copies.iter().map(|copy| (copy.digest.as_str(), copy)).collect();
    let mut records = set.records.clone();
    for described in &mut records {
        let Facts::Document(document) = &mut described.record.facts else { continue };
        let copy = document.digest.as_ref().and_then(|digest| copies.get(digest.as_str()));
        if let Some(copy) = copy {
            document.outline.clone_from(&copy.outline);
            let text = Multilingual::universal(copy.text.clone());
            described.record.texts.insert(Role::Text, text);
        }
    }
    records
}

/// The texts of the documents: from the copies, or as the register holds them.
fn document_texts(
    office: &Office,
    set: &DataSet,
    copies: &[DocumentCopy],
) -> Result<BTreeMap<RecordId, Searchable>, RegisterError> {
    let mut texts = BTreeMap::new();
    for cited in &set.documents {
        let copy = copies.iter().find(|copy| copy.digest == cited.digest);
        let text = match copy {
            Some(copy) => Some(copy.text.clone()),
            None => office.register().view(|view| view.document_text(&cited.record))?,
        };
        if let Some(text) = text {
            texts.insert(cited.record.clone(), Searchable::new(&text));
        }
    }
    Ok(texts)
}

/// Looks every passage up in the documents that are held, and counts those found.
fn check_passages(
    records: &[Described],
    texts: &BTreeMap<RecordId, Searchable>,
) -> Result<usize, LoadRefusal> {
    let mut problems = Vec::new();
    let mut found = 0;
    for described in records {
        for (number, passage) in (1..).zip(&described.record.sources) {
            let Some(text) = texts.get(&passage.document) else { continue };
            match text.locate(passage) {
                Ok(_) => found += 1,
                Err(not_located) => problems
                    .push(Problem::at(&described.place, format!("source {number}: {not_located}"))),
            }
        }
    }
    if problems.is_empty() { Ok(found) } else { Err(LoadRefusal::Problems(problems)) }
}

fn media_type(records: &[Described], digest: &str) -> String {
    let received_as = |described: &Described| {
        let Facts::Document(document) = &described.record.facts else { return None };
        (document.digest.as_deref() == Some(digest)).then(|| document.media_type.clone())
    };
    records.iter().find_map(received_as).unwrap_or_else(|| "application/octet-stream".to_owned())
}

fn too_long(described: &Described, refused: Unreadable) -> NotDone<LoadRefusal> {
    NotDone::Refused(LoadRefusal::Problems(vec![Problem::at(&described.place, refused)]))
}
