//! What a proposal says. Only for those who may read it: the caller asks the table of permissions.

use servanda_entry::Act;
use servanda_entry::content::decode_record;
use servanda_model::agreement::Progress;
use servanda_model::{Language, Multilingual, Record, Role};
use servanda_register::{ActRow, ProposalRow};

use crate::erase::act_at;
use crate::{Failure, Office};

/// A proposal with its content.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Proposed {
    /// What is proposed.
    pub record: Record,
    /// Whether it corrects the agreed version, rather than amends it.
    pub corrects: bool,
    /// The languages that are agreed together.
    pub authentic: Vec<Language>,
    /// Whether every text of it is held; otherwise some are erased.
    pub is_whole: bool,
}

/// The content of a proposal, as far as it is held; none where its facts cannot be read here.
pub fn opened(office: &Office, row: &ProposalRow) -> Result<Option<Proposed>, Failure> {
    let act = act_at(office.ground(), &row.origin, row.entry)?;
    let Some(Act::Propose(propose)) = act else { return Ok(None) };
    let mut held = Vec::new();
    for part in &propose.parts {
        let Some(bytes) = office.part_bytes(part)? else { continue };
        let language = part.language.as_deref().and_then(|tag| Language::parse(tag).ok());
        held.push((part.role.clone(), language, bytes));
    }
    let parts = held.iter().map(|(role, language, bytes)| (&**role, *language, &**bytes));
    let is_whole = held.len() == propose.parts.len();
    Ok(decode_record(&row.record, parts).ok().map(|record| Proposed {
        record,
        corrects: propose.correct.is_some(),
        authentic: propose.authentic,
        is_whole,
    }))
}

/// By what right an act was done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Authority {
    /// The code of the role by which its author spoke for the party.
    pub role: String,
    /// Whether a passkey signed it. Where the act counts, the signature holds.
    pub is_signed: bool,
}

/// By what right the author of an act at a place in a journal spoke for the party.
pub fn authority_of(
    office: &Office,
    origin: &str,
    entry: u64,
) -> Result<Option<Authority>, Failure> {
    let Some(act) = act_at(office.ground(), origin, entry)? else { return Ok(None) };
    let is_signed = act.signed().is_some();
    Ok(act.mandate().map(|role| Authority { role: role.to_owned(), is_signed }))
}

/// The reason that an act at a place in a journal gives; none where it gives none.
pub fn reason_of(
    office: &Office,
    origin: &str,
    entry: u64,
) -> Result<Option<Multilingual>, Failure> {
    let Some(act) = act_at(office.ground(), origin, entry)? else { return Ok(None) };
    let mut reason = Multilingual::default();
    for part in act.parts().iter().filter(|part| part.role == Role::Reason.code()) {
        let text = office.part_bytes(part)?.and_then(|bytes| String::from_utf8(bytes).ok());
        let language = part.language.as_deref().and_then(|tag| Language::parse(tag).ok());
        if let Some(text) = text {
            reason.insert(language, text);
        }
    }
    Ok(Some(reason).filter(|reason| !reason.is_empty()))
}

/// The act by which a proposal was withdrawn; none of one that was not.
pub fn withdrawal_of(office: &Office, row: &ProposalRow) -> Result<Option<ActRow>, Failure> {
    if row.progress != Progress::Withdrawn {
        return Ok(None);
    }
    let acts = office.register().view(|view| view.history(&row.record))?;
    for act in acts {
        if act.word != "withdraw" || act.origin != row.origin || act.effect != "effective" {
            continue;
        }
        let said = act_at(office.ground(), &act.origin, act.entry)?;
        if said.is_some_and(|said| said.proposal() == Some(&row.leaf)) {
            return Ok(Some(act));
        }
    }
    Ok(None)
}
