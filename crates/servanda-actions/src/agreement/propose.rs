//! `propose`: a version of a joint record is put to the other parties, in every authentic language.

use servanda_entry::{AB_INITIO, Act, Propose, encode_record};
use servanda_model::concordance::{Difference, differences};
use servanda_model::hygiene::{self, Unclean};
use servanda_model::{Action, Kind, Language, Multilingual, Record, RecordId, Role};
use servanda_register::{RegisterError, View};

use super::bind::{BindRefusal, Composed, write_one};
use super::{Mandate, is_party, may, open_act, origin_of};
use crate::draft::Draft;
use crate::{By, NotDone, Office};

/// A version that a party wants to propose.
#[derive(Debug, Clone, Copy)]
pub struct Offer<'a> {
    /// The partnership, by its name in addresses.
    pub partnership: &'a str,
    /// What is proposed.
    pub record: &'a Record,
    /// The languages that are to be agreed together.
    pub authentic: &'a [Language],
    /// Somebody has seen the differences between the languages and says that they are meant.
    pub differences_are_meant: bool,
}

/// Why a version is not proposed.
#[derive(Debug, PartialEq, Eq, thiserror::Error)]
pub enum ProposeRefusal {
    /// Nothing is recorded of the partnership.
    #[error("nothing is recorded of a partnership '{0}'")]
    NoPartnership(String),
    /// The roles of whoever acts do not allow it.
    #[error("the roles of this account do not allow it")]
    NotAllowed,
    /// Whoever proposes is no party.
    #[error("'{0}' is no party of the partnership")]
    NotParty(String),
    /// No language was named as authentic.
    #[error("name at least one language that is to be agreed")]
    NoLanguage,
    /// A text is missing in a language that is to be agreed.
    #[error("the {} is missing in {}: all languages are agreed together", .role.code(), .language.tag())]
    Missing {
        /// Which text.
        role: Role,
        /// In which language.
        language: Language,
    },
    /// A text holds characters that may not be recorded.
    #[error("the {} cannot be recorded: {unclean}", .role.code())]
    UncleanText {
        /// Which text.
        role: Role,
        /// What is wrong with it.
        unclean: Unclean,
    },
    /// The languages of a text do not say the same (rule 6).
    #[error("the languages differ; mend the texts, or say that it is meant so")]
    Differing(Vec<(Role, Difference)>),
    /// The record is something else.
    #[error("record '{0}' is of another kind")]
    OtherKind(RecordId),
    /// The version in force says just this.
    #[error("these are the words that are agreed already; nothing would change")]
    Nothing,
    /// There is no agreed version that could be corrected.
    #[error("nothing is agreed yet that could be corrected; propose other words instead")]
    NothingToCorrect,
    /// The same party has a proposal or acceptance open on the same version (rule 3).
    #[error("your side has an open act on this version; withdraw it or wait for the answer")]
    Open {
        /// The proposal that it made or accepted.
        proposal: String,
    },
    /// It was composed, and is not written.
    #[error(transparent)]
    Bind(BindRefusal),
}

/// Puts a version of a record to the other parties, for them alone until it is sealed, by an account
/// that has no passkey to sign with. Returns what the proposal is known by.
pub fn propose(
    office: &Office,
    offer: &Offer<'_>,
    mandate: Mandate<'_>,
    by: &mut By<'_>,
) -> Result<String, NotDone<ProposeRefusal>> {
    let writing = office.write_public();
    let composed = compose_proposal(office, offer, mandate, by)?;
    write_one(office, &writing, composed, by).map_err(|not_done| not_done.map(ProposeRefusal::Bind))
}

/// Composes the proposal of a version of a record.
pub fn compose_proposal(
    office: &Office,
    offer: &Offer<'_>,
    mandate: Mandate<'_>,
    by: &mut By<'_>,
) -> Result<Composed, NotDone<ProposeRefusal>> {
    let Offer { partnership, record, authentic, .. } = *offer;
    if !may(office, by, Action::Propose, partnership, mandate.voice) {
        return Err(NotDone::Refused(ProposeRefusal::NotAllowed));
    }
    let no_partnership = || ProposeRefusal::NoPartnership(partnership.to_owned());
    let origin = origin_of(office, partnership, mandate.voice)?
        .ok_or_else(|| NotDone::Refused(no_partnership()))?;
    let base = check(office, offer, mandate.voice)?;
    let mut draft = Draft::new(by);
    let parts = draft.parts_for_parties(encode_record(record));
    let languages = Language::ALL.into_iter().filter(|language| authentic.contains(language));
    let act = Act::Propose(Propose {
        account: draft.by.account.to_owned(),
        at: draft.by.at,
        assertion: None,
        nonce: None,
        record: record.id.clone(),
        kind: record.kind(),
        mandate: mandate.role.to_owned(),
        base,
        correct: record.texts.contains_key(&Role::Correction).then(|| AB_INITIO.to_owned()),
        authentic: languages.collect(),
        parts,
    });
    Ok(Composed { origin, act, parts: draft.into_parts(), documents: Vec::new() })
}

/// Whether a party could propose this version now: returns the base it would have.
pub(crate) fn check(
    office: &Office,
    offer: &Offer<'_>,
    voice: &str,
) -> Result<Option<String>, NotDone<ProposeRefusal>> {
    let Offer { partnership, record, authentic, differences_are_meant } = *offer;
    check_texts(record, authentic).map_err(NotDone::Refused)?;
    let differing = office.register().view(|view| differing(view, partnership, record))?;
    if !differing.is_empty() && !differences_are_meant {
        return Err(NotDone::Refused(ProposeRefusal::Differing(differing)));
    }
    let base = office.register().view(|view| proposable(view, partnership, record, voice))?;
    if base.is_none() && record.texts.contains_key(&Role::Correction) {
        return Err(NotDone::Refused(ProposeRefusal::NothingToCorrect));
    }
    let in_force = office.register().view(|view| view.in_force(&record.id))?;
    if let Some(row) = &in_force
        && super::opened(office, row)?.is_some_and(|proposed| proposed.record == *record)
    {
        return Err(NotDone::Refused(ProposeRefusal::Nothing));
    }
    Ok(base)
}

/// The texts are whole: each that is said in one authentic language is said in all, and clean.
pub(crate) fn check_texts(record: &Record, authentic: &[Language]) -> Result<(), ProposeRefusal> {
    if authentic.is_empty() {
        return Err(ProposeRefusal::NoLanguage);
    }
    let title = [Role::Title, Role::Name].into_iter().find(|role| record.texts.contains_key(role));
    let needed = title.into_iter().chain(record.texts.keys().copied());
    // The text of a document is what was read from its bytes, whatever that is.
    let needed = needed.filter(|role| *role != Role::Text);
    if title.is_none() {
        let (role, language) = (Role::Title, Language::English);
        return Err(ProposeRefusal::Missing { role, language });
    }
    for role in needed {
        let text = record.texts.get(&role);
        for language in authentic {
            let said = text.and_then(|text| text.get(*language)).unwrap_or_default();
            if said.trim().is_empty() {
                return Err(ProposeRefusal::Missing { role, language: *language });
            }
            hygiene::check(said)
                .map_err(|unclean| ProposeRefusal::UncleanText { role, unclean })?;
        }
    }
    Ok(())
}

/// The texts of a record whose languages do not say the same.
pub fn differing(
    view: &View<'_>,
    partnership: &str,
    record: &Record,
) -> Result<Vec<(Role, Difference)>, RegisterError> {
    let parties = view.of_kind(partnership, Kind::Party)?;
    let names: Vec<&Multilingual> =
        parties.iter().filter_map(|held| held.record.texts.get(&Role::Name)).collect();
    let texts = record.texts.iter().filter(|(role, _)| **role != Role::Text);
    Ok(texts
        .flat_map(|(role, text)| differences(text, &names).into_iter().map(|it| (*role, it)))
        .collect())
}

/// The base that a party may propose a version on now.
fn proposable(
    view: &View<'_>,
    partnership: &str,
    record: &Record,
    voice: &str,
) -> Result<Option<String>, NotDone<ProposeRefusal>> {
    if !is_party(view, partnership, voice)? {
        return Err(NotDone::Refused(ProposeRefusal::NotParty(voice.to_owned())));
    }
    let others = view.kind(&record.id)?.filter(|kind| *kind != record.kind());
    if others.is_some() {
        return Err(NotDone::Refused(ProposeRefusal::OtherKind(record.id.clone())));
    }
    let base = view.in_force(&record.id)?.and_then(|row| row.seal);
    if let Some(proposal) = open_act(view, &record.id, base.as_deref(), voice)? {
        return Err(NotDone::Refused(ProposeRefusal::Open { proposal }));
    }
    Ok(base)
}
