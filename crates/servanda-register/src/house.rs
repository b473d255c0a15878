//! The house: accounts, roles, sessions and invitations, folded from the house journal and held in
//! memory.
//!
//! Never: comes into the tables that public pages are made from. Nothing here knows the time: what
//! has ended by itself is told apart by whoever asks, who says when it is.
//!
//! An entry that breaks a rule stays in the journal and has no effect, as everywhere.

mod link;
mod mail;
mod second_step;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, PoisonError, RwLock};

use servanda_entry::house::{
    Browser, CREDENTIAL, CodeUsed, Devices, HouseDecoded, LABEL, MAIL, NAME, PASSWORD, decode,
};
use servanda_entry::{HouseAct, HouseEntry, MailOutcome, PartReference};
use servanda_journal::Hash;
use servanda_model::notice::Held;
use servanda_model::{AccountId, Action, Grant, Language, MailChoice, Reach};
use servanda_store::Ground;

use crate::RegisterError;
pub use link::{LINKS_PER_ACCOUNT_MAX, Link};
use mail::Mails;
pub use mail::{Bounce, MailRow};
pub use second_step::SecondStep;

/// Accounts of an installation, closed ones included.
pub const ACCOUNTS_MAX: usize = 10_000;
/// Roles of one account.
pub const GRANTS_PER_ACCOUNT_MAX: usize = 32;
/// Sessions of one account; a further one ends the oldest.
pub const SESSIONS_PER_ACCOUNT_MAX: usize = 16;
/// Passkeys of one account.
pub const PASSKEYS_PER_ACCOUNT_MAX: usize = 16;
/// Entries read from the ground state at a time.
const ENTRIES_AT_ONCE: usize = 512;
/// Whoever runs the command line, as entries write it.
const OPERATOR: &str = "operator";
/// What an installation does by itself, as entries write it.
const INSTALLATION: &str = "installation";
/// How the name of every house journal ends.
const TAIL: &str = "/house";

/// The house of one installation. Whoever asks gets the [`People`] of that moment.
#[derive(Debug, Default)]
pub struct House {
    people: RwLock<Arc<People>>,
}

impl House {
    /// Reads the house journal from the beginning; an installation without one has no accounts.
    pub fn open(ground: &Ground) -> Result<Self, RegisterError> {
        let house = Self::default();
        house.follow(ground)?;
        Ok(house)
    }

    /// Reads what the house journal has gained since last time.
    pub fn follow(&self, ground: &Ground) -> Result<(), RegisterError> {
        let mut held = self.people.write().unwrap_or_else(PoisonError::into_inner);
        let Some(origin) = origin(ground)? else { return Ok(()) };
        let size = ground.head(&origin)?.map_or(0, |head| head.size);
        if held.size == size {
            return Ok(());
        }
        // Who asked before goes on with the people of that moment.
        let mut people = People::clone(&held);
        while people.size < size {
            let entries = ground.entries(&origin, people.size, ENTRIES_AT_ONCE)?;
            if entries.is_empty() {
                return Err(RegisterError::Unexpected(format!("{origin} ends before {size}")));
            }
            for entry in entries {
                if let Ok(HouseDecoded::Entry(entry)) = decode(&entry.bytes) {
                    people.fold(ground, entry)?;
                }
                people.size = entry.index + 1;
            }
        }
        *held = Arc::new(people);
        Ok(())
    }

    /// The people as they are at this moment.
    pub fn people(&self) -> Arc<People> {
        Arc::clone(&self.people.read().unwrap_or_else(PoisonError::into_inner))
    }
}

/// The name of the house journal; the first, should there be several.
pub fn origin(ground: &Ground) -> Result<Option<String>, RegisterError> {
    let mut origins: Vec<String> =
        ground.journals()?.into_iter().map(|journal| journal.origin).collect();
    origins.sort();
    Ok(origins.into_iter().find(|origin| {
        let host = origin.strip_suffix(TAIL).unwrap_or_default();
        Reach::of(origin) == Reach::House && !host.is_empty() && !host.contains('/')
    }))
}

/// Everybody who has an account, with what lives of it.
#[derive(Debug, Clone, Default)]
pub struct People {
    /// Entries of the journal that are in it.
    size: u64,
    accounts: BTreeMap<AccountId, Account>,
    /// By the hash of their tokens.
    sessions: BTreeMap<String, Session>,
    /// By the hash of their tokens.
    invitations: BTreeMap<String, Invitation>,
    /// By the SHA-256 of the ids of their credentials, in hexadecimal.
    passkeys: BTreeMap<String, Passkey>,
    /// By the commitments of their parts.
    links: BTreeMap<String, Link>,
    /// Commitments of parts that are erased or no longer needed.
    gone: BTreeSet<String>,
    /// Mails and notices: shared with the people of before until something changes.
    mails: Arc<Mails>,
}

/// One account.
#[derive(Clone, PartialEq, Eq)]
pub struct Account {
    /// Its id.
    pub id: AccountId,
    /// The language its holder reads.
    pub language: Language,
    /// The name of its holder; none if it was erased.
    pub name: Option<String>,
    /// The mail address of its holder; none if it was erased.
    pub mail: Option<String>,
    /// The roles it has.
    pub grants: BTreeSet<Grant>,
    /// Since when it has them.
    granted_at: BTreeMap<Grant, i64>,
    /// How soon its holder wants mail about notices.
    pub mail_choice: MailChoice,
    /// Since when they want any.
    pub mail_since: i64,
    /// That the last mail could not be delivered; none once something was done about it.
    pub bounce: Option<Bounce>,
    /// When it was made.
    pub made_at: i64,
    /// When it was closed; none while it is open.
    pub closed_at: Option<i64>,
    /// When somebody last signed in with it.
    pub last_sign_in: Option<i64>,
    /// Sign-ins that were refused since.
    pub refused: u64,
    /// Sign-ins that were refused between the last one and the one before.
    pub refused_before: u64,
    /// What it asks for after the password; none where the password is enough.
    pub second_step: Option<SecondStep>,
    /// When somebody else took its second step away, since the last sign-in.
    pub reset: Option<i64>,
    /// When somebody else took it away between the last sign-in and the one before.
    pub reset_before: Option<i64>,
    /// Whether the last sign-in was with a recovery code.
    pub with_recovery: bool,
    /// The hash of its password, as a PHC string.
    password: Option<String>,
    /// The parts with name and mail address.
    parts: Vec<PartReference>,
    /// The commitment of the part with the password.
    password_part: Option<String>,
}

impl std::fmt::Debug for Account {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        // Neither name nor address nor hash: what is printed ends up in logs.
        f.debug_struct("Account").field("id", &self.id).finish_non_exhaustive()
    }
}

impl Account {
    /// Whether a password was chosen for it.
    pub fn has_password(&self) -> bool {
        self.password.is_some()
    }

    /// The hash of its password, as a PHC string; none if none was chosen or it is closed.
    pub fn password(&self) -> Option<&str> {
        self.password.as_deref()
    }

    /// The commitment of the part with the hash of its password.
    pub fn password_part(&self) -> Option<&str> {
        self.password_part.as_deref()
    }

    /// Whether it is open.
    pub fn is_open(&self) -> bool {
        self.closed_at.is_none()
    }

    /// Whether it may do this for a voice of a partnership.
    pub fn may(&self, action: Action, partnership: &str, voice: &str) -> bool {
        self.is_open() && self.grants.iter().any(|grant| grant.may(action, partnership, voice))
    }

    /// The roles it has and since when.
    pub fn held(&self) -> impl Iterator<Item = Held<'_>> {
        self.grants.iter().map(|grant| (grant, *self.granted_at.get(grant).unwrap_or(&i64::MAX)))
    }

    /// The commitments of the parts that hold its name and mail address.
    pub fn personal_parts(&self) -> impl Iterator<Item = &str> {
        self.parts.iter().map(|part| part.commitment.as_str())
    }

    fn grant(&mut self, grant: Grant, at: i64) {
        self.granted_at.entry(grant.clone()).or_insert(at);
        self.grants.insert(grant);
    }

    fn manages(&self) -> bool {
        let grants = self.grants.iter();
        self.is_open() && grants.into_iter().any(|it| it.role().may(Action::ManageAccounts))
    }
}

/// A passkey that has not been removed.
#[derive(Clone, PartialEq, Eq)]
pub struct Passkey {
    /// Whose it is.
    pub account: AccountId,
    /// The SHA-256 of the id of its credential, in hexadecimal.
    pub credential: String,
    /// The id of its credential in base64url, as browsers ask for it.
    pub credential_id: Option<String>,
    /// What its holder calls it.
    pub label: Option<String>,
    /// Its public key as entries write it.
    pub key: String,
    /// On how many devices it can be.
    pub devices: Devices,
    /// When it was added.
    pub added_at: i64,
    /// When somebody last signed in with it.
    pub last_used: Option<i64>,
    /// The number of the entry it was added with.
    since: u64,
    parts: Vec<PartReference>,
}

impl std::fmt::Debug for Passkey {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Passkey").field("account", &self.account).finish_non_exhaustive()
    }
}

/// A session that has not been ended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Session {
    /// Whose it is.
    pub account: AccountId,
    /// When it began.
    pub began_at: i64,
    /// The last second it holds.
    pub until: i64,
    /// The passkey it began with; none for any other way.
    pub credential: Option<String>,
    /// The link it began with; none for any other way.
    pub link: Option<String>,
    /// With what it began; none where it is not known.
    pub browser: Option<Browser>,
    /// The number of the entry it began with.
    since: u64,
}

#[derive(Debug, Clone, PartialEq, Eq)]
struct Invitation {
    account: AccountId,
    until: i64,
}

impl People {
    /// Every account, closed ones included, in the order of their ids.
    pub fn accounts(&self) -> impl Iterator<Item = &Account> {
        self.accounts.values()
    }

    /// The account with this id.
    pub fn account(&self, id: &AccountId) -> Option<&Account> {
        self.accounts.get(id)
    }

    /// The open account with this mail address, however it is written in capitals.
    pub fn with_mail(&self, mail: &str) -> Option<&Account> {
        let mail = mail.to_lowercase();
        // As long for an address that nobody has: it is looked for in every account.
        let mut found = None;
        for account in self.accounts.values().filter(|account| account.is_open()) {
            let same = account.mail.as_ref().is_some_and(|known| known.to_lowercase() == mail);
            found = found.or_else(|| same.then_some(account));
        }
        found
    }

    /// Whose session this is, by the hash of its token, unless it has ended.
    pub fn in_session(&self, session: &str, now: i64) -> Option<&Account> {
        let session = self.sessions.get(session).filter(|session| session.until >= now)?;
        self.accounts.get(&session.account).filter(|account| account.is_open())
    }

    /// The session with this hash of a token, unless it has ended.
    pub fn session(&self, session: &str, now: i64) -> Option<&Session> {
        self.sessions.get(session).filter(|session| session.until >= now)
    }

    /// The sessions of an account that have not ended, with the hashes of their tokens, the newest
    /// first.
    pub fn sessions(&self, id: &AccountId, now: i64) -> Vec<(&str, &Session)> {
        let live = |session: &Session| session.account == *id && session.until >= now;
        let found = self.sessions.iter().filter(|(_, session)| live(session));
        let mut found: Vec<(&str, &Session)> =
            found.map(|(hash, it)| (hash.as_str(), it)).collect();
        found.sort_by_key(|(_, session)| std::cmp::Reverse(session.since));
        found
    }

    /// Whom an invitation is for, by the hash of its token, unless it is used up or has ended.
    pub fn invited(&self, invitation: &str, now: i64) -> Option<&Account> {
        let invitation = self.invitations.get(invitation).filter(|it| it.until >= now)?;
        self.accounts.get(&invitation.account).filter(|account| account.is_open())
    }

    /// Whether an account has an invitation that still holds.
    pub fn awaits(&self, id: &AccountId, now: i64) -> bool {
        self.invitations.values().any(|it| it.account == *id && it.until >= now)
    }

    /// The passkeys of an account, in the order in which they were added.
    pub fn passkeys(&self, id: &AccountId) -> Vec<&Passkey> {
        let mut found: Vec<&Passkey> =
            self.passkeys.values().filter(|passkey| passkey.account == *id).collect();
        found.sort_by_key(|passkey| passkey.since);
        found
    }

    /// The passkey of an open account, by the SHA-256 of the id of its credential.
    pub fn passkey(&self, credential: &str) -> Option<&Passkey> {
        let passkey = self.passkeys.get(credential)?;
        self.accounts.get(&passkey.account).filter(|account| account.is_open())?;
        Some(passkey)
    }

    /// Commitments of the parts that no longer may be held: erased names and addresses, removed
    /// passkeys, and the passwords of before.
    pub fn gone(&self) -> impl Iterator<Item = &str> {
        self.gone.iter().map(String::as_str)
    }

    /// Whether the part with this commitment is one of those.
    pub fn is_gone(&self, commitment: &str) -> bool {
        self.gone.contains(commitment)
    }

    fn fold(&mut self, ground: &Ground, entry: HouseEntry) -> Result<(), RegisterError> {
        // What has ended is not carried along for ever.
        self.sessions.retain(|_, session| session.until >= entry.at);
        self.invitations.retain(|_, invitation| invitation.until >= entry.at);
        if self.allows(&entry) {
            self.take_effect(ground, entry)?;
        }
        Ok(())
    }

    /// Whether the rules let an entry take effect.
    #[expect(clippy::too_many_lines, reason = "one arm for each act")]
    fn allows(&self, entry: &HouseEntry) -> bool {
        let actor = AccountId::parse(&entry.account).ok().and_then(|id| self.accounts.get(&id));
        let manages = entry.account == OPERATOR || actor.is_some_and(Account::manages);
        let oneself = |subject: &AccountId| {
            actor.is_some_and(|actor| actor.is_open() && actor.id == *subject)
        };
        match &entry.act {
            HouseAct::Account { subject, .. } => {
                manages
                    && !self.accounts.contains_key(subject)
                    && self.accounts.len() < ACCOUNTS_MAX
            }
            HouseAct::Invite { subject, .. } => {
                manages && self.accounts.get(subject).is_some_and(Account::is_open)
            }
            HouseAct::Grant { subject, .. } => {
                manages
                    && self.accounts.get(subject).is_some_and(|account| {
                        account.is_open() && account.grants.len() < GRANTS_PER_ACCOUNT_MAX
                    })
            }
            HouseAct::Revoke { subject, .. }
            | HouseAct::Close { subject }
            | HouseAct::Erase { subject, .. } => manages && self.accounts.contains_key(subject),
            HouseAct::Password { subject, invitation, .. } => {
                let invited = |token: &String| {
                    let held = self.invitations.get(token);
                    held.is_some_and(|it| it.account == *subject && it.until >= entry.at)
                };
                oneself(subject) && invitation.as_ref().is_none_or(invited)
            }
            HouseAct::Passkey { subject, credential, .. } => {
                oneself(subject)
                    && !self.passkeys.contains_key(credential)
                    && self.passkeys(subject).len() < PASSKEYS_PER_ACCOUNT_MAX
            }
            HouseAct::Authenticator { subject, .. } => {
                oneself(subject) && self.second_step(subject).is_none()
            }
            HouseAct::AuthenticatorRemoved { subject } => {
                (oneself(subject) || manages) && self.second_step(subject).is_some()
            }
            HouseAct::RecoveryCodes { subject, .. } => {
                oneself(subject) && self.second_step(subject).is_some()
            }
            HouseAct::Code { subject, used } => {
                oneself(subject) && self.second_step(subject).is_some_and(|it| it.takes(used))
            }
            HouseAct::PasskeyRemoved { subject, credential } => {
                (oneself(subject) || manages) && self.is_passkey_of(subject, credential)
            }
            HouseAct::Link { subject, .. } => {
                oneself(subject) && self.links(subject).len() < LINKS_PER_ACCOUNT_MAX
            }
            HouseAct::LinkRemoved { subject, link } => {
                (oneself(subject) || manages) && self.is_link_of(subject, link)
            }
            HouseAct::SignIn { subject, credential, link, .. } => {
                // A password alone is not enough where there is a second step.
                let second = self.second_step(subject);
                oneself(subject)
                    && match (credential, link) {
                        (Some(credential), _) => self.is_passkey_of(subject, credential),
                        (None, Some(link)) => self.is_link_of(subject, link),
                        (None, None) => second.is_none_or(|it| it.was_taken_at(entry.at)),
                    }
            }
            HouseAct::SignOut { subject, .. } => oneself(subject) || manages,
            HouseAct::Refuse { .. } => true,
            HouseAct::Choose { subject, .. } | HouseAct::Seen { subject, .. } => oneself(subject),
            HouseAct::Mail { subject, mail, .. } => {
                entry.account == INSTALLATION
                    && self.accounts.contains_key(subject)
                    && self.mails.mail(mail).is_none()
            }
            HouseAct::Handing { subject, mail } => {
                let held = self.mails.mail(mail);
                let is_open = |it: &MailRow| it.outcome.is_none() && !it.is_handed;
                entry.account == INSTALLATION
                    && held.is_some_and(|it| it.account == *subject && is_open(it))
            }
            HouseAct::Mailed { subject, mail, outcome } => {
                let held = self.mails.mail(mail);
                let fits = |it: &MailRow| match outcome {
                    MailOutcome::InDoubt | MailOutcome::Later(_) => it.is_handed,
                    MailOutcome::Sent | MailOutcome::Refused(_) | MailOutcome::Dropped => true,
                };
                entry.account == INSTALLATION
                    && held.is_some_and(|it| {
                        it.account == *subject && it.outcome.is_none() && fits(it)
                    })
            }
        }
    }

    fn second_step(&self, account: &AccountId) -> Option<&SecondStep> {
        self.accounts.get(account).and_then(|account| account.second_step.as_ref())
    }

    fn is_passkey_of(&self, account: &AccountId, credential: &str) -> bool {
        self.passkeys.get(credential).is_some_and(|passkey| passkey.account == *account)
    }

    #[expect(clippy::too_many_lines, reason = "one arm for each act")]
    fn take_effect(&mut self, ground: &Ground, entry: HouseEntry) -> Result<(), RegisterError> {
        let at = entry.at;
        match entry.act {
            HouseAct::Account { subject, language, parts } => {
                let account = make(ground, &subject, language, parts, at)?;
                self.accounts.insert(subject, account);
            }
            HouseAct::Invite { subject, invitation, until } => {
                self.mend_address(&subject);
                self.invitations.retain(|_, it| it.account != subject);
                self.invitations.insert(invitation, Invitation { account: subject, until });
            }
            HouseAct::Password { subject, invitation: _, parts } => {
                self.choose_password(ground, &subject, parts)?;
            }
            HouseAct::Passkey { subject, credential, key, devices, parts } => {
                let passkey = Passkey {
                    account: subject,
                    credential: credential.clone(),
                    credential_id: text(ground, &parts, CREDENTIAL)?,
                    label: text(ground, &parts, LABEL)?,
                    key,
                    devices,
                    added_at: at,
                    last_used: None,
                    since: self.size,
                    parts,
                };
                self.passkeys.insert(credential, passkey);
            }
            HouseAct::PasskeyRemoved { subject: _, credential } => {
                self.remove_passkey(&credential);
            }
            HouseAct::Authenticator { subject, step, parts } => {
                self.add_authenticator(ground, (&subject, at), step, &parts)?;
            }
            HouseAct::AuthenticatorRemoved { subject } => {
                self.remove_second_step(&subject);
                let by_another = entry.account != subject.as_str();
                if let Some(account) = self.accounts.get_mut(&subject) {
                    account.reset = by_another.then_some(at).or(account.reset);
                }
            }
            HouseAct::RecoveryCodes { subject, parts } => {
                self.renew_recovery(ground, &subject, &parts)?;
            }
            HouseAct::Link { subject, parts } => self.add_link(ground, subject, at, &parts)?,
            HouseAct::LinkRemoved { subject: _, link } => self.remove_link(&link),
            HouseAct::Code { subject, used } => self.take_code(&subject, &used, at),
            HouseAct::Grant { subject, grant } => {
                if let Some(account) = self.accounts.get_mut(&subject) {
                    account.grant(grant, at);
                }
            }
            HouseAct::Revoke { subject, grant } => {
                if let Some(account) = self.accounts.get_mut(&subject) {
                    account.granted_at.remove(&grant);
                    account.grants.remove(&grant);
                }
            }
            HouseAct::SignIn { subject, session, until, credential, link, browser } => {
                self.use_link(link.as_deref(), at);
                let by_password = credential.is_none() && link.is_none();
                self.signed_in(&subject, credential.as_deref(), by_password, at);
                let (account, began_at, since) = (subject, at, self.size);
                let begun = Session { account, began_at, until, credential, link, browser, since };
                self.begin_session(session, begun);
            }
            HouseAct::SignOut { subject, session } => {
                self.sessions.retain(|hash, it| {
                    let named = session.as_ref().is_none_or(|session| session == hash);
                    it.account != subject || !named
                });
            }
            HouseAct::Refuse { subject } => {
                if let Some(account) = subject.and_then(|id| self.accounts.get_mut(&id)) {
                    account.refused += 1;
                }
            }
            HouseAct::Choose { subject, language, mail } => {
                self.choose(&subject, language, mail, at);
            }
            HouseAct::Seen { subject, notices } => self.see(subject, notices, at),
            HouseAct::Mail { subject, mail, notices, again } => {
                self.begin_mail(subject, mail, (notices, again), at);
            }
            HouseAct::Handing { subject: _, mail } => self.handing(&mail),
            HouseAct::Mailed { subject, mail, outcome } => {
                self.mailed(&subject, &mail, outcome, at);
            }
            HouseAct::Close { subject } => self.close(&subject, at),
            HouseAct::Erase { subject, part, ground: _ } => self.forget(&subject, part),
        }
        Ok(())
    }

    fn take_code(&mut self, id: &AccountId, used: &CodeUsed, at: i64) {
        let account = self.accounts.get_mut(id);
        if let Some(second) = account.and_then(|account| account.second_step.as_mut()) {
            second.take(used, at);
        }
    }

    /// What an account is told after a sign-in is what has happened since the one before.
    fn signed_in(&mut self, id: &AccountId, credential: Option<&str>, by_password: bool, at: i64) {
        if let Some(passkey) = credential.and_then(|it| self.passkeys.get_mut(it)) {
            passkey.last_used = Some(at);
        }
        let Some(account) = self.accounts.get_mut(id) else { return };
        account.last_sign_in = Some(at);
        account.refused_before = std::mem::take(&mut account.refused);
        account.reset_before = account.reset.take();
        let second = account.second_step.as_ref();
        account.with_recovery =
            by_password && second.is_some_and(|it| it.was_taken_at(at) && it.last_was_recovery());
    }

    fn choose_password(
        &mut self,
        ground: &Ground,
        id: &AccountId,
        parts: Vec<PartReference>,
    ) -> Result<(), RegisterError> {
        self.invitations.retain(|_, it| it.account != *id);
        self.sessions.retain(|_, it| it.account != *id);
        let password = text(ground, &parts, PASSWORD)?;
        let part = parts.into_iter().next().map(|part| part.commitment);
        let Some(account) = self.accounts.get_mut(id) else { return Ok(()) };
        self.gone.extend(std::mem::replace(&mut account.password_part, part));
        account.password = password;
        Ok(())
    }

    fn remove_passkey(&mut self, credential: &str) {
        self.sessions.retain(|_, it| it.credential.as_deref() != Some(credential));
        if let Some(passkey) = self.passkeys.remove(credential) {
            self.gone.extend(passkey.parts.into_iter().map(|part| part.commitment));
        }
    }

    fn begin_session(&mut self, hash: String, begun: Session) {
        let of_account = self.sessions.iter().filter(|(_, it)| it.account == begun.account);
        let mut oldest_first: Vec<(u64, String)> =
            of_account.map(|(hash, it)| (it.since, hash.clone())).collect();
        oldest_first.sort();
        let too_many = (oldest_first.len() + 1).saturating_sub(SESSIONS_PER_ACCOUNT_MAX);
        for (_, hash) in oldest_first.iter().take(too_many) {
            self.sessions.remove(hash);
        }
        self.sessions.insert(hash, begun);
    }

    fn close(&mut self, id: &AccountId, at: i64) {
        self.sessions.retain(|_, it| it.account != *id);
        self.invitations.retain(|_, it| it.account != *id);
        let passkeys = self.passkeys(id).into_iter().map(|it| it.credential.clone());
        for credential in passkeys.collect::<Vec<_>>() {
            self.remove_passkey(&credential);
        }
        self.remove_second_step(id);
        self.remove_links(id);
        if let Some(account) = self.accounts.get_mut(id) {
            account.closed_at = account.closed_at.or(Some(at));
            account.password = None;
            self.gone.extend(account.password_part.take());
        }
    }

    fn forget(&mut self, id: &AccountId, part: String) {
        let Some(account) = self.accounts.get_mut(id) else { return };
        let Some(known) = account.parts.iter().find(|known| known.commitment == part) else {
            return;
        };
        let text = if known.role == NAME { &mut account.name } else { &mut account.mail };
        *text = None;
        self.gone.insert(part);
    }
}

fn make(
    ground: &Ground,
    id: &AccountId,
    language: Language,
    parts: Vec<PartReference>,
    at: i64,
) -> Result<Account, RegisterError> {
    Ok(Account {
        id: id.clone(),
        language,
        name: text(ground, &parts, NAME)?,
        mail: text(ground, &parts, MAIL)?,
        grants: BTreeSet::new(),
        granted_at: BTreeMap::new(),
        mail_choice: MailChoice::AtOnce,
        mail_since: at,
        bounce: None,
        made_at: at,
        closed_at: None,
        last_sign_in: None,
        refused: 0,
        refused_before: 0,
        second_step: None,
        reset: None,
        reset_before: None,
        with_recovery: false,
        password: None,
        parts,
        password_part: None,
    })
}

/// What the part with this role says; none where it is erased.
fn text(
    ground: &Ground,
    parts: &[PartReference],
    role: &str,
) -> Result<Option<String>, RegisterError> {
    let part = parts.iter().find(|part| part.role == role);
    let Some(Ok(commitment)) = part.map(|part| Hash::parse_hex(&part.commitment)) else {
        return Ok(None);
    };
    let held = ground.part(&commitment)?;
    Ok(held.and_then(|part| String::from_utf8(part.bytes).ok()))
}
