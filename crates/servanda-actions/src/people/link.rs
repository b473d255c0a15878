//! Links to who somebody is at an identity provider: added by their holder, used to sign in, removed.
//!
//! Never: matched by a mail address. What the provider says is verified before it comes here.

use servanda_entry::HouseAct;
use servanda_entry::house::IDENTITY;
use servanda_register::LINKS_PER_ACCOUNT_MAX;

use super::{
    Browser, Done, PeopleRefusal, Proof, Session, VISITOR, Way, actor, draft_session, part, proven,
    refused, write,
};
use crate::{By, NotDone, Office};

/// Who somebody is at an identity provider.
#[derive(Clone, PartialEq, Eq)]
pub struct Identity {
    /// Who says so: the issuer.
    pub issuer: String,
    /// Under which name, which the issuer gives to nobody else: the subject.
    pub subject: String,
}

impl std::fmt::Debug for Identity {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Identity").field("issuer", &self.issuer).finish_non_exhaustive()
    }
}

impl Identity {
    /// As the part of a link holds it.
    fn written(&self) -> String {
        format!("{}\n{}", self.issuer, self.subject)
    }
}

/// Whoever acts shows that it is not somebody at a device that was left open, and goes on to the
/// provider to be linked.
pub fn begin_linking(office: &Office, proof: Proof<'_>, by: &mut By<'_>) -> Done<()> {
    let people = office.house().people();
    let account = actor(&people, by)?;
    if people.links(&account.id).len() >= LINKS_PER_ACCOUNT_MAX {
        return refused(PeopleRefusal::TooManyLinks);
    }
    proven(office, proof, by, |_account, _draft| Ok(()))
}

/// Links the account of whoever acts to who they are at the provider.
pub fn link(office: &Office, identity: &Identity, by: &mut By<'_>) -> Done<()> {
    write(office, by, |people, draft| {
        let account = actor(people, draft.by)?;
        if people.linked(&identity.written()).is_some() {
            return refused(PeopleRefusal::LinkTaken);
        }
        if people.links(&account.id).len() >= LINKS_PER_ACCOUNT_MAX {
            return refused(PeopleRefusal::TooManyLinks);
        }
        let parts = draft.parts(vec![part(IDENTITY, &identity.written())]);
        draft.house(HouseAct::Link { subject: account.id.clone(), parts })?;
        Ok(())
    })
}

/// Removes a link of whoever acts. The sessions that began with it end.
pub fn remove_link(office: &Office, link: &str, by: &mut By<'_>) -> Done<()> {
    write(office, by, |people, draft| {
        let account = actor(people, draft.by)?;
        if !people.links(&account.id).iter().any(|(known, _)| *known == link) {
            return refused(PeopleRefusal::NoSuchLink);
        }
        draft
            .house(HouseAct::LinkRemoved { subject: account.id.clone(), link: link.to_owned() })?;
        Ok(())
    })
}

/// Begins a session for whoever is linked to an account.
pub fn sign_in_with_link(
    office: &Office,
    identity: &Identity,
    browser: Option<&Browser>,
    by: &mut By<'_>,
) -> Done<Session> {
    let begun = write(office, by, |people, draft| {
        let Some((link, account)) = people.linked(&identity.written()) else {
            draft.house_as(VISITOR.to_owned(), HouseAct::Refuse { subject: None })?;
            return Ok(None);
        };
        draft_session(draft, &account.id, Way::Link(link.to_owned()), browser).map(Some)
    })?;
    begun.ok_or(NotDone::Refused(PeopleRefusal::NotLinked))
}
