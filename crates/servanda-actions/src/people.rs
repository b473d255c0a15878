//! People: accounts, their roles, invitations and sessions; every change is an entry of the house
//! journal.
//!
//! Never: a name, a mail address, a token or a password in an entry, in an error or in a log.
//!
//! Words: a *token* is a secret that is handed over once; what is kept is its hash.

pub mod challenge;
pub mod link;
pub mod mail;
pub mod passkey;
pub mod password;
pub mod second_step;

pub use servanda_entry::house::Browser;
use servanda_entry::house::{MAIL, NAME, PASSWORD};
use servanda_entry::{ContentPart, Ground as ErasureGround, HouseAct};
use servanda_model::hygiene::{self, Unclean};
use servanda_model::{AccountId, AccountRole, Action, Grant, Language, Reach};
use servanda_register::{
    ACCOUNTS_MAX, Account, GRANTS_PER_ACCOUNT_MAX, LINKS_PER_ACCOUNT_MAX, PASSKEYS_PER_ACCOUNT_MAX,
    People, RegisterError, house_origin,
};
use servanda_store::{Hash, Head};
use sha2::{Digest, Sha256};

use challenge::{Challenge, Entering};

use crate::agreement::revoke_keys;
use crate::draft::Draft;
use crate::{By, Failure, NotDone, OPERATOR, Office, OfficeError};
pub use link::{Identity, begin_linking, link, remove_link, sign_in_with_link};
pub use passkey::{
    LABEL_LENGTH_MAX, PasskeyAsked, PasskeyMade, RelyingParty, SignedWith, begin_adding_passkey,
    begin_passkey_sign_in, credential_of, finish_adding_passkey, remove_passkey,
    sign_in_with_passkey,
};
pub use password::{PASSWORD_LENGTH_MAX, PASSWORD_LENGTH_MIN, PasswordRefusal};
use second_step::proven;
pub use second_step::{
    NewSecret, Proof, RECOVERY_CODES, RecoveryCodes, add_second_step, asked_for_code,
    begin_second_step, finish_sign_in, has_more_than_password, remove_second_step,
    renew_recovery_codes, reset_second_step, second_step_begun,
};

/// Who stands in entries for somebody who is not signed in.
pub const VISITOR: &str = "visitor";
/// Seconds a session lasts, used or not: a working day.
pub const SESSION_SECONDS: i64 = 12 * 3_600;
/// Seconds without a request after which a session is over (NIST SP 800-63B-4 §2.2.3: an hour).
pub const SESSION_IDLE_SECONDS: i64 = 3_600;
/// Seconds an invitation holds.
pub const INVITATION_SECONDS: i64 = 7 * 86_400;
/// Characters of a name.
pub const NAME_LENGTH_MAX: usize = 200;
/// Bytes of a mail address (RFC 5321).
pub const MAIL_BYTES_MAX: usize = 254;
/// The host in the name of a house journal where no other journal names one.
const NO_HOST: &str = "localhost";

/// An account to be made.
#[derive(Clone)]
pub struct NewAccount {
    /// The name of its holder.
    pub name: String,
    /// The mail address they sign in with.
    pub mail: String,
    /// The language they read.
    pub language: Language,
    /// The role they are given.
    pub grant: Grant,
}

impl std::fmt::Debug for NewAccount {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("NewAccount").field("grant", &self.grant).finish_non_exhaustive()
    }
}

/// An invitation, with the token that is handed to whom it is for and shown no second time.
#[derive(Clone, PartialEq, Eq)]
pub struct Invited {
    /// Whom it is for.
    pub account: AccountId,
    /// The token.
    pub token: String,
    /// The last second it holds.
    pub until: i64,
}

impl std::fmt::Debug for Invited {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Invited").field("account", &self.account).finish_non_exhaustive()
    }
}

/// A session that has begun, with the token that only the browser keeps.
#[derive(Clone, PartialEq, Eq)]
pub struct Session {
    /// Whose it is.
    pub account: AccountId,
    /// The token.
    pub token: String,
    /// The last second it holds.
    pub until: i64,
}

impl std::fmt::Debug for Session {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Session").field("account", &self.account).finish_non_exhaustive()
    }
}

/// What a right password leads to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Entered {
    /// A session.
    Session(Session),
    /// A code is asked for as well; what names whoever is asked is handed to the browser.
    CodeAsked(Challenge),
}

/// How a session begins.
enum Way {
    /// With the password, and the second step where there is one.
    Password,
    /// With a passkey: the SHA-256 of the id of its credential.
    Passkey(String),
    /// With a link: the commitment of its part.
    Link(String),
}

/// Why something about people is not done.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum PeopleRefusal {
    /// Whoever asks may not manage accounts.
    #[error("only an administrator may do this")]
    NotAllowed,
    /// No name is given.
    #[error("a name is needed")]
    NoName,
    /// The name is very long.
    #[error("a name has {NAME_LENGTH_MAX} characters at most")]
    NameTooLong,
    /// The name holds characters that may not be recorded.
    #[error("the name cannot be recorded: {0}")]
    UncleanName(Unclean),
    /// What is given is not a mail address.
    #[error("a mail address is needed, such as name@example.org")]
    NotAMailAddress,
    /// An open account has the mail address.
    #[error("another account has this mail address; close it first or give another address")]
    MailTaken,
    /// There are as many accounts as an installation can have.
    #[error("an installation has {ACCOUNTS_MAX} accounts at most")]
    TooManyAccounts,
    /// No account has this id.
    #[error("no account has this id; 'servanda account list' shows those there are")]
    NoSuchAccount,
    /// The account is closed.
    #[error("the account is closed")]
    Closed,
    /// The account has as many roles as an account can have.
    #[error("an account has {GRANTS_PER_ACCOUNT_MAX} roles at most; take one back first")]
    TooManyGrants,
    /// The account does not have the role.
    #[error("the account does not have this role")]
    NotGranted,
    /// Nobody would be left who can manage accounts.
    #[error("this is the last administrator; make another one first")]
    LastAdministrator,
    /// The invitation is used up, has ended or was never there.
    #[error("the invitation no longer holds; ask an administrator for another one")]
    InvitationOver,
    /// The password is not taken.
    #[error("{0}")]
    Password(PasswordRefusal),
    /// The password that was given to prove who asks is another one.
    #[error("the password is not the one of this account")]
    WrongPassword,
    /// Mail address and password are not those of an account: which of them is not said.
    #[error("mail address and password do not belong together")]
    NotRecognised,
    /// The passkey is given no name.
    #[error("a name for the passkey is needed")]
    NoLabel,
    /// The name of the passkey is very long.
    #[error("the name of a passkey has {LABEL_LENGTH_MAX} characters at most")]
    LabelTooLong,
    /// The name of the passkey holds characters that may not be recorded.
    #[error("the name of the passkey cannot be recorded: {0}")]
    UncleanLabel(Unclean),
    /// The account has as many passkeys as an account can have.
    #[error("an account has {PASSKEYS_PER_ACCOUNT_MAX} passkeys at most; remove one first")]
    TooManyPasskeys,
    /// The account does not have the passkey.
    #[error("the account does not have this passkey")]
    NoSuchPasskey,
    /// The passkey is known already.
    #[error("this passkey is known already")]
    PasskeyKnown,
    /// What the device sent is not a passkey that can be taken.
    #[error("the passkey cannot be taken: {0}")]
    PasskeyNotTaken(servanda_passkey::Refusal),
    /// The challenge was answered already, or not within minutes.
    #[error("this took too long; begin again")]
    PasskeyOver,
    /// What the device sent is not signed by a passkey of an account: which of it is not said.
    #[error("the passkey is not recognised here")]
    PasskeyNotRecognised,
    /// The account has a second step already.
    #[error("the account has a second step already")]
    SecondStepThere,
    /// The account has no second step.
    #[error("the account has no second step")]
    NoSecondStep,
    /// The second step was not confirmed within minutes.
    #[error("this took too long; begin again")]
    SecondStepOver,
    /// The code is not the one of this moment, was used before, or is no recovery code that is left.
    #[error("the code is not the one of this moment")]
    WrongCode,
    /// The password was given too long ago, or too many codes were wrong.
    #[error("this took too long; begin with the password again")]
    CodeOver,
    /// An administrator takes away the second step of others only.
    #[error("your own second step is removed with password and code, or by another administrator")]
    OwnSecondStep,
    /// The account has as many links as an account can have.
    #[error("an account has {LINKS_PER_ACCOUNT_MAX} links at most; remove one first")]
    TooManyLinks,
    /// An account is linked to who somebody is at the provider.
    #[error("another account, or this one, is linked to this already")]
    LinkTaken,
    /// The account does not have the link.
    #[error("the account does not have this link")]
    NoSuchLink,
    /// No account is linked to who somebody is at the provider.
    #[error("no account is linked to this; sign in otherwise and link it")]
    NotLinked,
    /// There are accounts already: who manages them makes the next ones.
    #[error("there is an administrator already")]
    AlreadyFounded,
}

type Done<T> = Result<T, NotDone<PeopleRefusal>>;

fn refused<T>(why: PeopleRefusal) -> Done<T> {
    Err(NotDone::Refused(why))
}

/// The hash by which a token is known: SHA-256 of its text, in hexadecimal.
///
/// A token is looked up by its hash, so that the time of a comparison says nothing about it.
pub fn token_hash(token: &str) -> String {
    servanda_entry::act::hex(&Sha256::digest(token.as_bytes()))
}

/// Founds the house journal where there is none, under the host that the public journals name.
pub fn found_house(office: &Office, by: &mut By<'_>) -> Result<String, Failure> {
    if let Some(origin) = house_origin(office.ground())? {
        return Ok(origin);
    }
    let mut journals = office.ground().journals()?;
    journals.retain(|journal| Reach::of(&journal.origin) == Reach::Public);
    let host = journals.first().and_then(|journal| journal.origin.split('/').next());
    let origin = format!("{}/house", host.unwrap_or(NO_HOST));
    office.ledger().found(&origin, &(by.chance)())?;
    Ok(origin)
}

/// Makes an account with a role, and invites its holder to choose a password.
pub fn add_account(office: &Office, new: &NewAccount, by: &mut By<'_>) -> Done<Invited> {
    let new = tidied(new).map_err(NotDone::Refused)?;
    write(office, by, |people, draft| {
        must_manage(people, draft)?;
        must_be_addable(people, &new)?;
        let id = draft_account(people, draft, &new)?;
        let subject = id.clone();
        draft.house(HouseAct::Grant { subject, grant: new.grant.clone() })?;
        draft_invitation(draft, id)
    })
}

/// Invites the holder of an account to choose a password, again or anew: an earlier invitation no
/// longer holds, and the password stays until then.
pub fn invite(office: &Office, account: &AccountId, by: &mut By<'_>) -> Done<Invited> {
    write(office, by, |people, draft| {
        must_manage(people, draft)?;
        open_account(people, account)?;
        draft_invitation(draft, account.clone())
    })
}

/// Takes up an invitation by choosing a password.
pub fn take_up(office: &Office, token: &str, password: &str, by: &mut By<'_>) -> Done<AccountId> {
    let invitation = token_hash(token);
    let people = office.house().people();
    let Some(account) = people.invited(&invitation, by.at) else {
        return refused(PeopleRefusal::InvitationOver);
    };
    check_password(password, account)?;
    // Before anything is held: it takes a while.
    let hash = password::hash(password, &(by.chance)());
    write(office, by, |people, draft| {
        // Somebody else may have taken it up meanwhile.
        let Some(account) = people.invited(&invitation, draft.by.at) else {
            return refused(PeopleRefusal::InvitationOver);
        };
        draft_password(draft, &account.id, Some(invitation.clone()), &hash)?;
        Ok(account.id.clone())
    })
}

/// Makes the first account, an administrator's, with its password. Only while there is none.
pub fn make_first_administrator(
    office: &Office,
    new: &NewAccount,
    password: &str,
    by: &mut By<'_>,
) -> Done<AccountId> {
    let new = tidied(new).map_err(NotDone::Refused)?;
    password::check(password, &[&new.name, &new.mail])
        .map_err(|why| NotDone::Refused(PeopleRefusal::Password(why)))?;
    let hash = password::hash(password, &(by.chance)());
    let mut by = By { account: OPERATOR, at: by.at, chance: by.chance };
    write(office, &mut by, |people, draft| {
        if people.accounts().next().is_some() {
            return refused(PeopleRefusal::AlreadyFounded);
        }
        let id = draft_account(people, draft, &new)?;
        let (subject, grant) = (id.clone(), Grant::administrator());
        draft.house(HouseAct::Grant { subject, grant })?;
        let invited = draft_invitation(draft, id.clone())?;
        draft_password(draft, &id, Some(token_hash(&invited.token)), &hash)?;
        Ok(id)
    })
}

/// Begins a session for whoever knows mail address and password, or asks for the code of the second
/// step.
///
/// Whether an account has the address shows neither in the answer nor in the time it takes.
pub fn sign_in(
    office: &Office,
    mail: &str,
    password: &str,
    browser: Option<&Browser>,
    by: &mut By<'_>,
) -> Done<Entered> {
    let people = office.house().people();
    let account = people.with_mail(mail.trim());
    let kept = account.and_then(Account::password);
    let is_right = password::is_right(password, kept);
    let begun = write(office, by, |people, draft| {
        // It may have been closed, or its password changed, meanwhile.
        let same = |known: &&Account| {
            let held = people.account(&known.id);
            held.is_some_and(|held| held.is_open() && held.password() == kept)
        };
        let Some(account) = account.filter(|_| is_right).filter(same) else {
            let subject = account.map(|account| account.id.clone());
            draft.house_as(VISITOR.to_owned(), HouseAct::Refuse { subject })?;
            return Ok(None);
        };
        let held = open_account(people, &account.id)?;
        if held.second_step.is_some() {
            return Ok(Some(Entered::CodeAsked(ask_code(office, held, draft.by))));
        }
        draft_session(draft, &account.id, Way::Password, browser).map(Entered::Session).map(Some)
    })?;
    begun.ok_or(NotDone::Refused(PeopleRefusal::NotRecognised))
}

fn ask_code(office: &Office, account: &Account, by: &mut By<'_>) -> Challenge {
    let asked = (by.chance)();
    let password_part = account.password_part().map(str::to_owned);
    let entering = Entering { account: account.id.clone(), password_part, since: by.at, wrong: 0 };
    office.challenges().open_entering(asked, entering);
    asked
}

/// Ends the session with this token.
pub fn sign_out(office: &Office, token: &str, by: &mut By<'_>) -> Done<()> {
    let session = token_hash(token);
    write(office, by, |people, draft| {
        let Some(account) = people.in_session(&session, draft.by.at) else { return Ok(()) };
        let (subject, id) = (account.id.clone(), account.id.to_string());
        draft.house_as(id, HouseAct::SignOut { subject, session: Some(session.clone()) })?;
        Ok(())
    })
}

/// Ends the session of whoever acts that has this hash of a token.
pub fn end_session(office: &Office, session: &str, by: &mut By<'_>) -> Done<()> {
    write(office, by, |people, draft| {
        let is_own = |it: &&servanda_register::Session| it.account.as_str() == draft.by.account;
        let Some(held) = people.session(session, draft.by.at).filter(is_own) else {
            // It has ended meanwhile.
            return Ok(());
        };
        let (subject, session) = (held.account.clone(), Some(session.to_owned()));
        draft.house(HouseAct::SignOut { subject, session })?;
        Ok(())
    })
}

/// Ends every session of whoever acts but the one with this hash of a token.
pub fn end_other_sessions(office: &Office, kept: &str, by: &mut By<'_>) -> Done<()> {
    write(office, by, |people, draft| {
        let account = actor(people, draft.by)?;
        for (hash, _) in people.sessions(&account.id, draft.by.at) {
            if hash != kept {
                let (subject, session) = (account.id.clone(), Some(hash.to_owned()));
                draft.house(HouseAct::SignOut { subject, session })?;
            }
        }
        Ok(())
    })
}

/// Ends every session of an account.
pub fn sign_out_everywhere(office: &Office, account: &AccountId, by: &mut By<'_>) -> Done<()> {
    write(office, by, |people, draft| {
        if draft.by.account != account.as_str() {
            must_manage(people, draft)?;
        }
        draft.house(HouseAct::SignOut { subject: account.clone(), session: None })?;
        Ok(())
    })
}

/// Changes the password of whoever acts. Every session ends with it, and a new one begins.
pub fn change_password(
    office: &Office,
    proof: Proof<'_>,
    new: &str,
    browser: Option<&Browser>,
    by: &mut By<'_>,
) -> Done<Session> {
    let people = office.house().people();
    let account = actor(&people, by)?;
    check_password(new, account)?;
    let hash = password::hash(new, &(by.chance)());
    proven(office, proof, by, |account, draft| {
        draft_password(draft, &account.id, None, &hash)?;
        draft_session(draft, &account.id, Way::Password, browser)
    })
}

/// Gives an account a role.
pub fn grant(office: &Office, account: &AccountId, grant: &Grant, by: &mut By<'_>) -> Done<()> {
    write(office, by, |people, draft| {
        must_manage(people, draft)?;
        let held = open_account(people, account)?;
        if held.grants.contains(grant) {
            return Ok(());
        }
        if held.grants.len() >= GRANTS_PER_ACCOUNT_MAX {
            return refused(PeopleRefusal::TooManyGrants);
        }
        draft.house(HouseAct::Grant { subject: account.clone(), grant: grant.clone() })?;
        Ok(())
    })
}

/// Takes a role back.
pub fn revoke(office: &Office, account: &AccountId, grant: &Grant, by: &mut By<'_>) -> Done<()> {
    write(office, by, |people, draft| {
        must_manage(people, draft)?;
        let held = open_account(people, account)?;
        if !held.grants.contains(grant) {
            return refused(PeopleRefusal::NotGranted);
        }
        if grant.role() == AccountRole::Administrator {
            another_must_manage(people, account)?;
        }
        draft.house(HouseAct::Revoke { subject: account.clone(), grant: grant.clone() })?;
        Ok(())
    })
}

/// Closes an account: its sessions end, its password is erased, its passkeys sign nothing any more,
/// nobody signs in with it again.
pub fn close(office: &Office, account: &AccountId, by: &mut By<'_>) -> Done<()> {
    write(office, by, |people, draft| {
        must_manage(people, draft)?;
        let held = open_account(people, account)?;
        if manages(held) {
            another_must_manage(people, account)?;
        }
        draft.house(HouseAct::Close { subject: account.clone() })?;
        Ok(())
    })?;
    revoke_keys(office, by)?;
    Ok(())
}

/// Erases the name and mail address of an account; every proof still holds. Without a mail address
/// nobody signs in with it: an account that is still open is closed.
pub fn erase_person(
    office: &Office,
    account: &AccountId,
    ground: ErasureGround,
    by: &mut By<'_>,
) -> Done<()> {
    write(office, by, |people, draft| {
        must_manage(people, draft)?;
        let Some(held) = people.account(account) else {
            return refused(PeopleRefusal::NoSuchAccount);
        };
        if held.is_open() {
            if manages(held) {
                another_must_manage(people, account)?;
            }
            draft.house(HouseAct::Close { subject: account.clone() })?;
        }
        for part in held.personal_parts() {
            let (subject, part) = (account.clone(), part.to_owned());
            draft.house(HouseAct::Erase { subject, part, ground })?;
        }
        Ok(())
    })?;
    revoke_keys(office, by)?;
    Ok(())
}

/// Erases what the house journal says is gone and a crash left behind.
pub(crate) fn finish_erasures(office: &Office) -> Result<(), OfficeError> {
    for part in office.house().people().gone() {
        erase_part(office, part)?;
    }
    Ok(())
}

/// Decides on what stands in the house journal, appends what was decided, lets the house follow.
fn write<T>(
    office: &Office,
    by: &mut By<'_>,
    decide: impl FnOnce(&People, &mut Draft<'_, '_>) -> Done<T>,
) -> Done<T> {
    let _writing = office.write_house();
    let origin = found_house(office, by)?;
    let expected = office.ground().head(&origin)?.unwrap_or(Head::EMPTY);
    let before = office.house().people();
    let mut draft = Draft::new(by);
    let decided = decide(&before, &mut draft)?;
    if draft.is_empty() {
        return Ok(decided);
    }
    // A crash before the next line is done leaves nothing of it, after it all of it.
    draft.append(office.ledger(), &origin, expected)?;
    office.house().follow(office.ground())?;
    // From here the entries say which parts are gone. A crash leaves some of them; opening the
    // office erases them.
    let after = office.house().people();
    for part in after.gone().filter(|part| !before.is_gone(part)) {
        erase_part(office, part)?;
    }
    Ok(decided)
}

fn erase_part(office: &Office, commitment: &str) -> Result<(), RegisterError> {
    let Ok(commitment) = Hash::parse_hex(commitment) else { return Ok(()) };
    if office.ground().part(&commitment)?.is_some() {
        office.ground().erase_part(&commitment)?;
    }
    Ok(())
}

fn actor<'people>(people: &'people People, by: &By<'_>) -> Done<&'people Account> {
    match AccountId::parse(by.account) {
        Ok(id) => open_account(people, &id),
        Err(_not_an_account) => refused(PeopleRefusal::NoSuchAccount),
    }
}

fn must_manage(people: &People, draft: &Draft<'_, '_>) -> Done<()> {
    let account = draft.by.account;
    let actor = AccountId::parse(account).ok();
    let actor = actor.and_then(|id| people.account(&id));
    if account == OPERATOR || actor.is_some_and(manages) {
        Ok(())
    } else {
        refused(PeopleRefusal::NotAllowed)
    }
}

fn manages(account: &Account) -> bool {
    let grants = account.grants.iter();
    account.is_open() && grants.into_iter().any(|it| it.role().may(Action::ManageAccounts))
}

fn another_must_manage(people: &People, account: &AccountId) -> Done<()> {
    // Whoever has not chosen a password yet may never do so.
    let can_sign_in = |other: &Account| manages(other) && other.has_password();
    if people.accounts().any(|other| other.id != *account && can_sign_in(other)) {
        Ok(())
    } else {
        refused(PeopleRefusal::LastAdministrator)
    }
}

fn open_account<'people>(people: &'people People, id: &AccountId) -> Done<&'people Account> {
    match people.account(id) {
        None => refused(PeopleRefusal::NoSuchAccount),
        Some(account) if !account.is_open() => refused(PeopleRefusal::Closed),
        Some(account) => Ok(account),
    }
}

/// A new account as it is recorded, or why it cannot be.
fn tidied(new: &NewAccount) -> Result<NewAccount, PeopleRefusal> {
    let name = new.name.split_whitespace().collect::<Vec<_>>().join(" ");
    let mail = new.mail.trim().to_owned();
    if name.is_empty() {
        return Err(PeopleRefusal::NoName);
    }
    if name.chars().count() > NAME_LENGTH_MAX {
        return Err(PeopleRefusal::NameTooLong);
    }
    hygiene::check(&name).map_err(PeopleRefusal::UncleanName)?;
    if !is_mail_address(&mail) {
        return Err(PeopleRefusal::NotAMailAddress);
    }
    Ok(NewAccount { name, mail, language: new.language, grant: new.grant.clone() })
}

/// Whether a text looks like a mail address; whether mail arrives there, only mail can tell.
fn is_mail_address(text: &str) -> bool {
    let Some((local, domain)) = text.rsplit_once('@') else { return false };
    text.len() <= MAIL_BYTES_MAX
        && !local.is_empty()
        && !domain.is_empty()
        && !domain.starts_with('.')
        && !domain.ends_with('.')
        && !text.contains(|c: char| c.is_whitespace() || "<>,;:\"()[]\\".contains(c))
        && hygiene::check(text).is_ok()
}

fn must_be_addable(people: &People, new: &NewAccount) -> Done<()> {
    if people.with_mail(&new.mail).is_some() {
        return refused(PeopleRefusal::MailTaken);
    }
    if people.accounts().count() >= ACCOUNTS_MAX {
        return refused(PeopleRefusal::TooManyAccounts);
    }
    Ok(())
}

fn check_password(password: &str, account: &Account) -> Done<()> {
    let of_person = [&account.name, &account.mail].map(|text| text.as_deref().unwrap_or_default());
    password::check(password, &of_person)
        .map_err(|why| NotDone::Refused(PeopleRefusal::Password(why)))
}

fn draft_account(people: &People, draft: &mut Draft<'_, '_>, new: &NewAccount) -> Done<AccountId> {
    let mut id = draw_id(draft);
    while people.account(&id).is_some() {
        id = draw_id(draft);
    }
    let parts = draft.parts(vec![part(MAIL, &new.mail), part(NAME, &new.name)]);
    draft.house(HouseAct::Account { subject: id.clone(), language: new.language, parts })?;
    Ok(id)
}

fn draft_invitation(draft: &mut Draft<'_, '_>, account: AccountId) -> Done<Invited> {
    let token = draw_token(draft);
    let until = draft.by.at + INVITATION_SECONDS;
    let invitation = token_hash(&token);
    draft.house(HouseAct::Invite { subject: account.clone(), invitation, until })?;
    Ok(Invited { account, token, until })
}

fn draft_password(
    draft: &mut Draft<'_, '_>,
    account: &AccountId,
    invitation: Option<String>,
    hash: &str,
) -> Done<()> {
    let parts = draft.parts(vec![part(PASSWORD, hash)]);
    let act = HouseAct::Password { subject: account.clone(), invitation, parts };
    draft.house_as(account.to_string(), act)?;
    Ok(())
}

fn draft_session(
    draft: &mut Draft<'_, '_>,
    account: &AccountId,
    way: Way,
    browser: Option<&Browser>,
) -> Done<Session> {
    let token = draw_token(draft);
    let until = draft.by.at + SESSION_SECONDS;
    let (subject, session) = (account.clone(), token_hash(&token));
    let (credential, link) = match way {
        Way::Password => (None, None),
        Way::Passkey(credential) => (Some(credential), None),
        Way::Link(link) => (None, Some(link)),
    };
    let browser = browser.cloned();
    let act = HouseAct::SignIn { subject, session, until, credential, link, browser };
    draft.house_as(account.to_string(), act)?;
    Ok(Session { account: account.clone(), token, until })
}

fn draw_id(draft: &mut Draft<'_, '_>) -> AccountId {
    let drawn = (draft.by.chance)();
    let bits = drawn.iter().take(8).fold(0, |bits, byte| (bits << 8) | u64::from(*byte));
    AccountId::from_bits(bits)
}

fn draw_token(draft: &mut Draft<'_, '_>) -> String {
    servanda_entry::act::hex(&(draft.by.chance)())
}

fn part(role: &str, text: &str) -> ContentPart {
    ContentPart {
        role: role.to_owned(),
        language: None,
        media: "text/plain",
        bytes: text.as_bytes().to_vec(),
    }
}
