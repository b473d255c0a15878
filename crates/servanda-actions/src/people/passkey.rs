//! Passkeys: added, used to sign in, removed. Each ceremony has a beginning, where a challenge is
//! handed out, and an end, where what the browser sends is held against it.

use base64::Engine as _;
use base64::prelude::BASE64_URL_SAFE_NO_PAD;
use servanda_entry::HouseAct;
use servanda_entry::house::{CREDENTIAL, Devices, LABEL};
use servanda_model::{AccountId, hygiene};
use servanda_passkey::{Assertion, Copies, Expected, Flags, PublicKey, Registered, Registration};
use servanda_register::{PASSKEYS_PER_ACCOUNT_MAX, Passkey, People};
use sha2::{Digest, Sha256};

use super::challenge::{Adding, Challenge};
use super::{
    Browser, Done, PeopleRefusal, Proof, Session, VISITOR, Way, actor, draft_session, open_account,
    part, proven, refused, write,
};
use crate::agreement::revoke_keys;
use crate::{By, NotDone, Office};

/// Characters of what somebody calls a passkey.
pub const LABEL_LENGTH_MAX: usize = 100;

/// The site that passkeys are for (W3C WebAuthn §4, relying party).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RelyingParty {
    /// Its domain.
    pub id: String,
    /// The origin of its pages.
    pub origin: String,
}

/// What a browser is asked for when a passkey is added.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PasskeyAsked {
    /// What has to be signed.
    pub challenge: Challenge,
    /// Whose passkey it will be: the device gives the id back when somebody signs in.
    pub account: AccountId,
    /// The name under which the device shows it: the mail address.
    pub name: String,
    /// The credentials that the account has already, in base64url.
    pub known: Vec<String>,
}

/// What a browser sends when a passkey was made, as received.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PasskeyMade {
    /// `clientDataJSON`.
    pub client_data: Vec<u8>,
    /// `attestationObject`.
    pub attestation: Vec<u8>,
}

/// What a browser sends when somebody signs in with a passkey, as received.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SignedWith {
    /// The challenge that the page was given.
    pub challenge: Vec<u8>,
    /// The id of the credential.
    pub credential_id: Vec<u8>,
    /// Whose it is, as the device says.
    pub user: Vec<u8>,
    /// `clientDataJSON`.
    pub client_data: Vec<u8>,
    /// `authenticatorData`.
    pub authenticator_data: Vec<u8>,
    /// `signature`.
    pub signature: Vec<u8>,
}

/// What a credential is known by here: the SHA-256 of its id, in hexadecimal.
pub fn credential_of(credential_id: &[u8]) -> String {
    servanda_entry::act::hex(&Sha256::digest(credential_id))
}

/// Begins to add a passkey to the account of whoever acts, who shows that it is not somebody at a
/// device that was left open.
pub fn begin_adding_passkey(
    office: &Office,
    label: &str,
    proof: Proof<'_>,
    by: &mut By<'_>,
) -> Done<PasskeyAsked> {
    let label = tidied(label).map_err(NotDone::Refused)?;
    let people = office.house().people();
    let account = actor(&people, by)?;
    let passkeys = people.passkeys(&account.id);
    if passkeys.len() >= PASSKEYS_PER_ACCOUNT_MAX {
        return refused(PeopleRefusal::TooManyPasskeys);
    }
    proven(office, proof, by, |_account, _draft| Ok(()))?;
    let challenge = (by.chance)();
    let adding = Adding { challenge, label, since: by.at };
    office.challenges().open_adding(account.id.clone(), adding);
    Ok(PasskeyAsked {
        challenge,
        account: account.id.clone(),
        name: account.mail.clone().unwrap_or_default(),
        known: passkeys.into_iter().filter_map(|it| it.credential_id.clone()).collect(),
    })
}

/// Adds the passkey that whoever acts has begun to add.
pub fn finish_adding_passkey(
    office: &Office,
    site: &RelyingParty,
    sent: &PasskeyMade,
    by: &mut By<'_>,
) -> Done<()> {
    let people = office.house().people();
    let account = actor(&people, by)?.id.clone();
    let Some(adding) = office.challenges().take_adding(&account, by.at) else {
        return refused(PeopleRefusal::PasskeyOver);
    };
    let expected = Expected {
        relying_party: &site.id,
        origins: &[&site.origin],
        challenge: &adding.challenge,
        copies: Copies::Allowed,
    };
    let (client_data, attestation) = (&sent.client_data, &sent.attestation);
    let registered = Registration { client_data, attestation }
        .verify(&expected)
        .map_err(|why| NotDone::Refused(PeopleRefusal::PasskeyNotTaken(why)))?;
    write(office, by, |people, draft| {
        open_account(people, &account)?;
        must_be_new(people, &account, &registered)?;
        let credential_id = BASE64_URL_SAFE_NO_PAD.encode(&registered.credential_id);
        let parts = draft.parts(vec![part(CREDENTIAL, &credential_id), part(LABEL, &adding.label)]);
        draft.house(HouseAct::Passkey {
            subject: account.clone(),
            credential: servanda_entry::act::hex(&registered.credential()),
            key: registered.key.to_string(),
            devices: devices(registered.flags),
            parts,
        })?;
        Ok(())
    })
}

/// Removes a passkey of whoever acts. The sessions that began with it end, and journals in which it
/// signed say that it counts no more.
pub fn remove_passkey(office: &Office, credential: &str, by: &mut By<'_>) -> Done<()> {
    write(office, by, |people, draft| {
        let is_own = |passkey: &&Passkey| passkey.account.as_str() == draft.by.account;
        let Some(passkey) = people.passkey(credential).filter(is_own) else {
            return refused(PeopleRefusal::NoSuchPasskey);
        };
        let (subject, credential) = (passkey.account.clone(), passkey.credential.clone());
        draft.house(HouseAct::PasskeyRemoved { subject, credential })?;
        Ok(())
    })?;
    revoke_keys(office, by)?;
    Ok(())
}

/// Hands out a challenge to whoever wants to sign in.
pub fn begin_passkey_sign_in(office: &Office, by: &mut By<'_>) -> Challenge {
    let challenge = (by.chance)();
    office.challenges().open_sign_in(challenge, by.at);
    challenge
}

/// Begins a session for whoever has signed a challenge with a passkey that is known here.
pub fn sign_in_with_passkey(
    office: &Office,
    site: &RelyingParty,
    sent: &SignedWith,
    browser: Option<&Browser>,
    by: &mut By<'_>,
) -> Done<Session> {
    let challenge = Challenge::try_from(sent.challenge.as_slice());
    let is_open = |challenge: &Challenge| office.challenges().take_sign_in(challenge, by.at);
    let Some(challenge) = challenge.ok().filter(is_open) else {
        return refused(PeopleRefusal::PasskeyOver);
    };
    let credential = credential_of(&sent.credential_id);
    let begun = write(office, by, |people, draft| {
        let passkey = people.passkey(&credential);
        let Some(passkey) = passkey.filter(|it| has_signed(it, site, &challenge, sent)) else {
            let refuse = HouseAct::Refuse { subject: None };
            draft.house_as(VISITOR.to_owned(), refuse)?;
            return Ok(None);
        };
        draft_session(draft, &passkey.account, Way::Passkey(credential.clone()), browser).map(Some)
    })?;
    begun.ok_or(NotDone::Refused(PeopleRefusal::PasskeyNotRecognised))
}

/// Whether what was sent was signed with a passkey for this site (W3C WebAuthn §7.2).
fn has_signed(
    passkey: &Passkey,
    site: &RelyingParty,
    challenge: &Challenge,
    sent: &SignedWith,
) -> bool {
    let Ok(key) = PublicKey::parse(&passkey.key) else { return false };
    let expected = Expected {
        relying_party: &site.id,
        origins: &[&site.origin],
        challenge,
        copies: Copies::Allowed,
    };
    let assertion = Assertion {
        client_data: &sent.client_data,
        authenticator_data: &sent.authenticator_data,
        signature: &sent.signature,
    };
    // Whether a key can be copied never changes: a device that says otherwise is another one.
    assertion.verify(&key, &expected).is_ok_and(|it| devices(it.flags) == passkey.devices)
        && sent.user == passkey.account.as_str().as_bytes()
}

fn must_be_new(people: &People, account: &AccountId, registered: &Registered) -> Done<()> {
    if people.passkeys(account).len() >= PASSKEYS_PER_ACCOUNT_MAX {
        return refused(PeopleRefusal::TooManyPasskeys);
    }
    let credential = servanda_entry::act::hex(&registered.credential());
    match people.passkey(&credential) {
        Some(_known) => refused(PeopleRefusal::PasskeyKnown),
        None => Ok(()),
    }
}

const fn devices(flags: Flags) -> Devices {
    if flags.can_be_copied() { Devices::Many } else { Devices::One }
}

/// A label as it is recorded, or why it cannot be.
fn tidied(label: &str) -> Result<String, PeopleRefusal> {
    let label = label.split_whitespace().collect::<Vec<_>>().join(" ");
    if label.is_empty() {
        return Err(PeopleRefusal::NoLabel);
    }
    if label.chars().count() > LABEL_LENGTH_MAX {
        return Err(PeopleRefusal::LabelTooLong);
    }
    hygiene::check(&label).map_err(PeopleRefusal::UncleanLabel)?;
    Ok(label)
}
