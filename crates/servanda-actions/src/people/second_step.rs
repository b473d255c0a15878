//! The second step after a password: a code of an authenticator app (RFC 6238), or one of ten
//! recovery codes. Passkeys need none.
//!
//! Never: a secret or a code in an entry, in an error or in a log.

use servanda_entry::HouseAct;
use servanda_entry::house::{CodeUsed, RECOVERY, SECRET};
use servanda_model::AccountId;
use servanda_register::{Account, People, SecondStep};
use totp_rs::{Builder, Secret, Totp};

use super::challenge::{Challenge, Entering};
use super::{
    Browser, Done, PeopleRefusal, Session, VISITOR, Way, actor, draft_session, must_manage,
    open_account, part, password, refused, token_hash, write,
};
use crate::draft::Draft;
use crate::{By, NotDone, Office};

/// Recovery codes that are made at a time.
pub const RECOVERY_CODES: usize = 10;
/// Wrong codes after which the password has to be given again.
pub const WRONG_CODES_MAX: u32 = 5;
/// Seconds for which a code stands (RFC 6238 §4.1, the time step that every app knows).
const STEP_SECONDS: u64 = 30;
/// Steps before and after the present one whose codes are taken: clocks differ, people type slowly.
const STEPS_BESIDE: u16 = 1;
/// Bytes of a secret: as many as the hash has (RFC 4226 §4, R6).
const SECRET_BYTES: usize = 20;
/// Bytes of a recovery code: 24 characters without a rest, and too many to be guessed.
const RECOVERY_BYTES: usize = 15;
/// Characters of a recovery code that are shown together.
const GROUP: usize = 4;
/// As authenticator apps and recovery codes spell bytes (RFC 4648 §6).
const BASE32: base32::Alphabet = base32::Alphabet::Rfc4648 { padding: false };

/// What shows that whoever acts is not somebody at a device that was left open.
#[derive(Clone, Copy)]
pub struct Proof<'text> {
    /// The password of the account.
    pub password: &'text str,
    /// A code, where the account has a second step.
    pub code: &'text str,
}

impl std::fmt::Debug for Proof<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Proof").finish_non_exhaustive()
    }
}

/// A secret that is about to be added, for the app of its holder.
#[derive(Clone, PartialEq, Eq)]
pub struct NewSecret {
    /// The name under which the app shows it: the mail address.
    pub name: String,
    /// The secret, in base32.
    pub secret: String,
}

impl std::fmt::Debug for NewSecret {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("NewSecret").finish_non_exhaustive()
    }
}

/// Recovery codes, shown once: of them only hashes are kept.
#[derive(Clone, PartialEq, Eq)]
pub struct RecoveryCodes(pub Vec<String>);

impl std::fmt::Debug for RecoveryCodes {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("RecoveryCodes").finish_non_exhaustive()
    }
}

/// Begins to add an authenticator to the account of whoever acts.
pub fn begin_second_step(office: &Office, password: &str, by: &mut By<'_>) -> Done<NewSecret> {
    let people = office.house().people();
    let account = actor(&people, by)?;
    if account.second_step.is_some() {
        return refused(PeopleRefusal::SecondStepThere);
    }
    if !password::is_right(password, account.password()) {
        return refused(PeopleRefusal::WrongPassword);
    }
    let drawn = (by.chance)();
    let secret = base32::encode(BASE32, &drawn[..SECRET_BYTES]);
    office.challenges().open_secret(account.id.clone(), secret.clone(), by.at);
    Ok(NewSecret { name: account.mail.clone().unwrap_or_default(), secret })
}

/// What whoever acts has begun to add and not confirmed.
pub fn second_step_begun(office: &Office, by: &By<'_>) -> Done<NewSecret> {
    let people = office.house().people();
    let account = actor(&people, by)?;
    let Some(secret) = office.challenges().secret(&account.id, by.at) else {
        return refused(PeopleRefusal::SecondStepOver);
    };
    Ok(NewSecret { name: account.mail.clone().unwrap_or_default(), secret })
}

/// Adds the authenticator that whoever acts has begun to add, confirmed with its first code.
pub fn add_second_step(office: &Office, code: &str, by: &mut By<'_>) -> Done<RecoveryCodes> {
    let secret = second_step_begun(office, by)?.secret;
    let Some(step) = step_of(&secret, code, by.at) else {
        return refused(PeopleRefusal::WrongCode);
    };
    let codes = write(office, by, |people, draft| {
        let account = actor(people, draft.by)?;
        if account.second_step.is_some() {
            return refused(PeopleRefusal::SecondStepThere);
        }
        let (subject, parts) = (account.id.clone(), draft.parts(vec![part(SECRET, &secret)]));
        draft.house(HouseAct::Authenticator { subject, step, parts })?;
        draft_recovery(draft, &account.id)
    })?;
    if let Ok(account) = AccountId::parse(by.account) {
        office.challenges().close_secret(&account);
    }
    Ok(codes)
}

/// Makes new recovery codes; earlier ones no longer hold.
pub fn renew_recovery_codes(
    office: &Office,
    proof: Proof<'_>,
    by: &mut By<'_>,
) -> Done<RecoveryCodes> {
    proven(office, proof, by, |account, draft| {
        if account.second_step.is_none() {
            return refused(PeopleRefusal::NoSecondStep);
        }
        draft_recovery(draft, &account.id)
    })
}

/// Takes the second step of whoever acts away.
pub fn remove_second_step(office: &Office, proof: Proof<'_>, by: &mut By<'_>) -> Done<()> {
    proven(office, proof, by, |account, draft| draft_removal(draft, account))
}

/// Takes the second step of somebody away who has lost it, as an administrator; they are told when
/// they next sign in. Nobody does so for themselves: that would spare them the code.
pub fn reset_second_step(office: &Office, account: &AccountId, by: &mut By<'_>) -> Done<()> {
    write(office, by, |people, draft| {
        must_manage(people, draft)?;
        if draft.by.account == account.as_str() {
            return refused(PeopleRefusal::OwnSecondStep);
        }
        draft_removal(draft, open_account(people, account)?)
    })
}

/// The account whose code somebody is asked for.
pub fn asked_for_code(office: &Office, entering: &[u8], now: i64) -> Option<AccountId> {
    let asked = Challenge::try_from(entering).ok()?;
    Some(office.challenges().entering(&asked, now)?.account)
}

/// Begins a session for whoever has given the password, with the code that was asked for after it.
pub fn finish_sign_in(
    office: &Office,
    entering: &[u8],
    code: &str,
    browser: Option<&Browser>,
    by: &mut By<'_>,
) -> Done<Session> {
    let asked = Challenge::try_from(entering).ok();
    let asked = asked.and_then(|asked| Some((asked, office.challenges().entering(&asked, by.at)?)));
    let Some((asked, Entering { account, password_part, .. })) = asked else {
        return refused(PeopleRefusal::CodeOver);
    };
    let begun = write(office, by, |people, draft| {
        let held = people.account(&account).filter(|held| held.is_open());
        // Another password may have been chosen meanwhile, or the second step taken away.
        let held = held.filter(|held| held.password_part() == password_part.as_deref());
        let Some(held) = held.filter(|held| held.second_step.is_some()) else {
            return refused(PeopleRefusal::CodeOver);
        };
        let Some(used) = used(held, code, draft.by.at) else {
            let refuse = HouseAct::Refuse { subject: Some(account.clone()) };
            draft.house_as(VISITOR.to_owned(), refuse)?;
            return Ok(None);
        };
        draft_code(draft, &account, used)?;
        draft_session(draft, &account, Way::Password, browser).map(Some)
    })?;
    if begun.is_some() {
        office.challenges().close_entering(&asked);
    } else {
        office.challenges().count_wrong_code(&asked);
    }
    begun.ok_or(NotDone::Refused(PeopleRefusal::WrongCode))
}

/// Does something about the account of whoever acts once they have shown password and code. The
/// code is used up with it; a wrong one is recorded as a refused sign-in is.
pub(super) fn proven<T>(
    office: &Office,
    proof: Proof<'_>,
    by: &mut By<'_>,
    act: impl FnOnce(&Account, &mut Draft<'_, '_>) -> Done<T>,
) -> Done<T> {
    let people = office.house().people();
    let account = actor(&people, by)?;
    // Before anything is held: it takes a while.
    let kept = account.password();
    let is_right = password::is_right(proof.password, kept);
    let done = write(office, by, |people, draft| {
        let held = open_account(people, &account.id)?;
        let refusal = match (&held.second_step, used(held, proof.code, draft.by.at)) {
            _ if !is_right || held.password() != kept => PeopleRefusal::WrongPassword,
            (Some(_), None) => PeopleRefusal::WrongCode,
            (None, _) => return act(held, draft).map(Ok),
            (Some(_), Some(used)) => {
                draft_code(draft, &held.id, used)?;
                return act(held, draft).map(Ok);
            }
        };
        let refuse = HouseAct::Refuse { subject: Some(held.id.clone()) };
        draft.house_as(VISITOR.to_owned(), refuse)?;
        Ok(Err(refusal))
    })?;
    done.map_err(NotDone::Refused)
}

/// What an account takes a code for; none where it does not take it.
fn used(account: &Account, code: &str, at: i64) -> Option<CodeUsed> {
    let second = account.second_step.as_ref()?;
    let step = second.secret().and_then(|secret| step_of(secret, code, at)).map(CodeUsed::Step);
    let recovery = || CodeUsed::Recovery(token_hash(&tidied(code)));
    Some(step.unwrap_or_else(recovery)).filter(|used| SecondStep::takes(second, used))
}

/// The time step, at a second, whose code this is.
fn step_of(secret: &str, code: &str, at: i64) -> Option<u64> {
    let code: String = code.split_whitespace().collect();
    totp(secret)?.check(&code, u64::try_from(at).ok()?)
}

fn totp(secret: &str) -> Option<Totp> {
    let bytes = base32::decode(BASE32, secret)?;
    let builder = Builder::new().with_secret(Secret::new(bytes.into_boxed_slice()));
    builder.with_step_duration(STEP_SECONDS).with_skew(STEPS_BESIDE).build().ok()
}

/// A recovery code as it is hashed, however it was typed.
fn tidied(code: &str) -> String {
    code.chars().filter(char::is_ascii_alphanumeric).collect::<String>().to_ascii_uppercase()
}

fn draft_code(draft: &mut Draft<'_, '_>, account: &AccountId, used: CodeUsed) -> Done<()> {
    let act = HouseAct::Code { subject: account.clone(), used };
    draft.house_as(account.to_string(), act)?;
    Ok(())
}

fn draft_recovery(draft: &mut Draft<'_, '_>, account: &AccountId) -> Done<RecoveryCodes> {
    let drawn: Vec<String> = (0..RECOVERY_CODES).map(|_| draw_code(draft)).collect();
    let hashes: Vec<String> = drawn.iter().map(|code| token_hash(code)).collect();
    let parts = draft.parts(vec![part(RECOVERY, &hashes.join("\n"))]);
    draft.house(HouseAct::RecoveryCodes { subject: account.clone(), parts })?;
    Ok(RecoveryCodes(drawn.iter().map(|code| grouped(code)).collect()))
}

fn draft_removal(draft: &mut Draft<'_, '_>, account: &Account) -> Done<()> {
    if account.second_step.is_none() {
        return refused(PeopleRefusal::NoSecondStep);
    }
    draft.house(HouseAct::AuthenticatorRemoved { subject: account.id.clone() })?;
    Ok(())
}

fn draw_code(draft: &mut Draft<'_, '_>) -> String {
    let drawn = (draft.by.chance)();
    base32::encode(BASE32, &drawn[..RECOVERY_BYTES])
}

/// In groups, as people read and type it.
pub fn grouped(code: &str) -> String {
    let characters: Vec<char> = code.chars().collect();
    let groups: Vec<String> = characters.chunks(GROUP).map(|it| it.iter().collect()).collect();
    groups.join("-")
}

/// Whether an account has something besides its password: a second step or a passkey.
pub fn has_more_than_password(people: &People, account: &Account) -> bool {
    account.second_step.is_some() || !people.passkeys(&account.id).is_empty()
}

#[cfg(test)]
mod tests;
