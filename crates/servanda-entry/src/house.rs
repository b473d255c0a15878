//! Acts of the house journal, version 1: accounts, roles, sessions of one installation.
//!
//! Never: a name, a mail address or a secret. Names, addresses and the hashes of passwords are
//! parts, each alone; of tokens the entry holds the SHA-256 only.

use serde::{Deserialize, Serialize};
use servanda_model::{AccountId, AccountRole, Grant, Language, MailChoice, Seat};

use crate::act::{Ground, PartReference, Unreadable, canonical, check_parts, closed, is_digest};

/// The version of the grammar these acts are written in.
const VERSION: u64 = 1;
/// The role of the part that holds the name of an account.
pub const NAME: &str = "name";
/// The role of the part that holds the mail address of an account.
pub const MAIL: &str = "mail";
/// The role of the part that holds the hash of a password, as a PHC string.
pub const PASSWORD: &str = "password";

/// The role of the part that holds the id of a passkey's credential, in base64url.
pub const CREDENTIAL: &str = "credential";
/// The role of the part that holds what its holder calls a passkey.
pub const LABEL: &str = "label";
/// The role of the part that holds the secret of an authenticator, in base32.
pub const SECRET: &str = "secret";
/// The role of the part that holds the hashes of recovery codes, one a line.
pub const RECOVERY: &str = "recovery";
/// The role of the part that holds who somebody is at an identity provider: the issuer, a line feed,
/// the subject.
pub const IDENTITY: &str = "identity";
/// How the public key of a passkey begins.
const ALGORITHMS: [&str; 2] = ["es256:", "eddsa:"];

/// On how many devices a passkey can be, as the device that made it says (W3C WebAuthn §6.1.3,
/// backup eligibility).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Devices {
    /// It stays on the one that made it.
    One,
    /// Its holder's devices may copy it to each other.
    Many,
}

impl Devices {
    /// The code in entries.
    pub const fn code(self) -> &'static str {
        match self {
            Self::One => "one",
            Self::Many => "many",
        }
    }

    fn find(code: &str) -> Option<Self> {
        [Self::One, Self::Many].into_iter().find(|devices| devices.code() == code)
    }
}

/// What stood for a second step, and never does again.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum CodeUsed {
    /// The code of a time step (RFC 6238 §4.2): the number of the step.
    Step(u64),
    /// A recovery code: the SHA-256 of its text, in hexadecimal.
    Recovery(String),
}

/// With what somebody signed in, as coarse as people tell their devices apart by: short names of the
/// families of browser and system, such as `firefox` and `windows`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Browser {
    /// The family of the browser.
    pub family: String,
    /// The family of the system it runs on.
    pub system: String,
}

/// Letters of the name of a family.
const FAMILY_LENGTH_MAX: usize = 20;

/// Notices that one entry can name, so that it stays within the length of an entry.
pub const NOTICES_PER_ENTRY_MAX: usize = 150;
/// Digits of what a notice or a mail is known by.
pub const SHORT_DIGEST_LENGTH: usize = 20;
/// The reply codes with which a mail server refuses, at last or for good (RFC 5321 §4.2.1).
const REFUSALS: std::ops::RangeInclusive<u16> = 400..=599;

/// What came of a mail.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MailOutcome {
    /// A mail server has taken it over.
    Sent,
    /// A mail server has refused it, with this reply code (RFC 5321 §4.2).
    Refused(u16),
    /// It was not needed any more before a mail server took it over.
    Dropped,
    /// It may have been taken over and may not: nobody heard what the mail server made of it.
    InDoubt,
    /// A mail server that had the letter asks to try later, with this reply code: the mail goes on.
    Later(u16),
}

impl MailOutcome {
    /// The code in entries.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Sent => "sent",
            Self::Refused(_) => "refused",
            Self::Dropped => "dropped",
            Self::InDoubt => "in-doubt",
            Self::Later(_) => "later",
        }
    }

    const fn reply(self) -> Option<u16> {
        match self {
            Self::Refused(reply) | Self::Later(reply) => Some(reply),
            Self::Sent | Self::Dropped | Self::InDoubt => None,
        }
    }

    fn find(code: &str, reply: Option<u16>) -> Option<Self> {
        match (code, reply) {
            ("sent", None) => Some(Self::Sent),
            ("refused", Some(reply)) if REFUSALS.contains(&reply) => Some(Self::Refused(reply)),
            ("dropped", None) => Some(Self::Dropped),
            ("in-doubt", None) => Some(Self::InDoubt),
            ("later", Some(reply)) if REFUSALS.contains(&reply) => Some(Self::Later(reply)),
            _ => None,
        }
    }
}

/// An entry of the house journal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HouseEntry {
    /// Who acted: an account, `operator` for the command line, `visitor` for whoever is not
    /// signed in.
    pub account: String,
    /// When, in seconds since 1970 UTC.
    pub at: i64,
    /// What happened.
    pub act: HouseAct,
}

/// What happens to an account. `subject` is the account that it concerns.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum HouseAct {
    /// An account is made.
    Account {
        /// The new account.
        subject: AccountId,
        /// The language its holder reads.
        language: Language,
        /// The name and the mail address.
        parts: Vec<PartReference>,
    },
    /// An invitation to choose a password; it takes the place of an earlier one.
    Invite {
        /// Whom it is for.
        subject: AccountId,
        /// The SHA-256 of its token, in hexadecimal.
        invitation: String,
        /// The last second it holds.
        until: i64,
    },
    /// A password is chosen. Earlier ones, and every session, end with it.
    Password {
        /// Whose it is.
        subject: AccountId,
        /// The invitation that it uses up; none where somebody who is signed in changes theirs.
        invitation: Option<String>,
        /// The hash of the password.
        parts: Vec<PartReference>,
    },
    /// A passkey is added.
    Passkey {
        /// Whose it is.
        subject: AccountId,
        /// The SHA-256 of the id of its credential, in hexadecimal.
        credential: String,
        /// Its public key: the algorithm, a colon, its bytes in base64url.
        key: String,
        /// On how many devices it can be.
        devices: Devices,
        /// The id of its credential and its label.
        parts: Vec<PartReference>,
    },
    /// A passkey is removed; the sessions that began with it end.
    PasskeyRemoved {
        /// Whose it was.
        subject: AccountId,
        /// The SHA-256 of the id of its credential, in hexadecimal.
        credential: String,
    },
    /// An authenticator is added: from now on a password alone begins no session.
    Authenticator {
        /// Whose it is.
        subject: AccountId,
        /// The time step of the code that confirmed it.
        step: u64,
        /// Its secret.
        parts: Vec<PartReference>,
    },
    /// The authenticator is removed, and the recovery codes with it.
    AuthenticatorRemoved {
        /// Whose it was.
        subject: AccountId,
    },
    /// Recovery codes are made; earlier ones no longer hold.
    RecoveryCodes {
        /// Whose they are.
        subject: AccountId,
        /// Their hashes.
        parts: Vec<PartReference>,
    },
    /// A code was given and is used up.
    Code {
        /// Whose it was.
        subject: AccountId,
        /// Which.
        used: CodeUsed,
    },
    /// Somebody is linked to who they are at an identity provider.
    Link {
        /// Whose account it is.
        subject: AccountId,
        /// Who they are there.
        parts: Vec<PartReference>,
    },
    /// A link is removed; the sessions that began with it end.
    LinkRemoved {
        /// Whose it was.
        subject: AccountId,
        /// The commitment of its part, in hexadecimal.
        link: String,
    },
    /// A role is given.
    Grant {
        /// To whom.
        subject: AccountId,
        /// Which.
        grant: Grant,
    },
    /// A role is taken back.
    Revoke {
        /// From whom.
        subject: AccountId,
        /// Which.
        grant: Grant,
    },
    /// A session begins.
    SignIn {
        /// Whose it is.
        subject: AccountId,
        /// The SHA-256 of its token, in hexadecimal.
        session: String,
        /// The last second it holds.
        until: i64,
        /// The passkey it began with, as [`HouseAct::Passkey`] names it; none for any other way.
        credential: Option<String>,
        /// The link it began with, as [`HouseAct::LinkRemoved`] names it; none for any other way.
        link: Option<String>,
        /// With what; none where it is not known.
        browser: Option<Browser>,
    },
    /// A session ends, or all of an account.
    SignOut {
        /// Whose it is.
        subject: AccountId,
        /// Which; none for all of them.
        session: Option<String>,
    },
    /// A sign-in that failed.
    Refuse {
        /// The account whose mail address was given; none where no account has it.
        subject: Option<AccountId>,
    },
    /// Its holder chooses the language they read and how soon they want mail about notices.
    Choose {
        /// Whose choice it is.
        subject: AccountId,
        /// The language.
        language: Language,
        /// How soon.
        mail: MailChoice,
    },
    /// Its holder has seen notices.
    Seen {
        /// Who.
        subject: AccountId,
        /// What they are known by.
        notices: Vec<String>,
    },
    /// A mail is about to be handed to a mail server.
    Mail {
        /// To whom.
        subject: AccountId,
        /// What it is known by.
        mail: String,
        /// The notices in it; none in a mail with an invitation.
        notices: Vec<String>,
        /// The mails in doubt whose notices it tells again, by what they are known by.
        again: Vec<String>,
    },
    /// A mail server says that it takes the letter: from here it may have been taken over.
    Handing {
        /// To whom it is.
        subject: AccountId,
        /// What the mail is known by.
        mail: String,
    },
    /// What came of a mail.
    Mailed {
        /// To whom it was.
        subject: AccountId,
        /// What it is known by.
        mail: String,
        /// What came of it.
        outcome: MailOutcome,
    },
    /// An account is closed: it ends every session, and nobody signs in with it again.
    Close {
        /// Which.
        subject: AccountId,
    },
    /// A part's bytes are gone, its commitment stays.
    Erase {
        /// The account the part belonged to.
        subject: AccountId,
        /// The part's commitment, in hexadecimal.
        part: String,
        /// Why it had to go.
        ground: Ground,
    },
}

/// What an entry of the house journal turned out to be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum HouseDecoded {
    /// An act of a version we know.
    Entry(HouseEntry),
    /// Well formed, but of a later version or an act we do not know: kept, without effect.
    NotUnderstood,
}

#[derive(Serialize, Deserialize)]
#[serde(tag = "act", rename_all = "kebab-case", deny_unknown_fields)]
enum Written {
    Account {
        account: String,
        at: i64,
        language: String,
        parts: Vec<PartReference>,
        subject: String,
        v: u64,
    },
    Invite {
        account: String,
        at: i64,
        invitation: String,
        subject: String,
        until: i64,
        v: u64,
    },
    Password {
        account: String,
        at: i64,
        #[serde(skip_serializing_if = "Option::is_none")]
        invitation: Option<String>,
        parts: Vec<PartReference>,
        subject: String,
        v: u64,
    },
    Passkey {
        account: String,
        at: i64,
        credential: String,
        devices: String,
        key: String,
        parts: Vec<PartReference>,
        subject: String,
        v: u64,
    },
    PasskeyRemoved {
        account: String,
        at: i64,
        credential: String,
        subject: String,
        v: u64,
    },
    Authenticator {
        account: String,
        at: i64,
        parts: Vec<PartReference>,
        step: u64,
        subject: String,
        v: u64,
    },
    AuthenticatorRemoved {
        account: String,
        at: i64,
        subject: String,
        v: u64,
    },
    Link {
        account: String,
        at: i64,
        parts: Vec<PartReference>,
        subject: String,
        v: u64,
    },
    LinkRemoved {
        account: String,
        at: i64,
        link: String,
        subject: String,
        v: u64,
    },
    RecoveryCodes {
        account: String,
        at: i64,
        parts: Vec<PartReference>,
        subject: String,
        v: u64,
    },
    Code {
        account: String,
        at: i64,
        #[serde(skip_serializing_if = "Option::is_none")]
        recovery: Option<String>,
        #[serde(skip_serializing_if = "Option::is_none")]
        step: Option<u64>,
        subject: String,
        v: u64,
    },
    Grant {
        account: String,
        at: i64,
        #[serde(skip_serializing_if = "Option::is_none")]
        partnership: Option<String>,
        role: String,
        subject: String,
        v: u64,
        #[serde(skip_serializing_if = "Option::is_none")]
        voice: Option<String>,
    },
    Revoke {
        account: String,
        at: i64,
        #[serde(skip_serializing_if = "Option::is_none")]
        partnership: Option<String>,
        role: String,
        subject: String,
        v: u64,
        #[serde(skip_serializing_if = "Option::is_none")]
        voice: Option<String>,
    },
    SignIn {
        account: String,
        at: i64,
        #[serde(skip_serializing_if = "Option::is_none")]
        browser: Option<String>,
        #[serde(skip_serializing_if = "Option::is_none")]
        credential: Option<String>,
        #[serde(skip_serializing_if = "Option::is_none")]
        link: Option<String>,
        session: String,
        subject: String,
        #[serde(skip_serializing_if = "Option::is_none")]
        system: Option<String>,
        until: i64,
        v: u64,
    },
    SignOut {
        account: String,
        at: i64,
        #[serde(skip_serializing_if = "Option::is_none")]
        session: Option<String>,
        subject: String,
        v: u64,
    },
    Refuse {
        account: String,
        at: i64,
        #[serde(skip_serializing_if = "Option::is_none")]
        subject: Option<String>,
        v: u64,
    },
    Choose {
        account: String,
        at: i64,
        language: String,
        mail: String,
        subject: String,
        v: u64,
    },
    Seen {
        account: String,
        at: i64,
        notices: Vec<String>,
        subject: String,
        v: u64,
    },
    Mail {
        account: String,
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        again: Vec<String>,
        at: i64,
        mail: String,
        notices: Vec<String>,
        subject: String,
        v: u64,
    },
    Handing {
        account: String,
        at: i64,
        mail: String,
        subject: String,
        v: u64,
    },
    Mailed {
        account: String,
        at: i64,
        mail: String,
        outcome: String,
        #[serde(skip_serializing_if = "Option::is_none")]
        reply: Option<u16>,
        subject: String,
        v: u64,
    },
    Close {
        account: String,
        at: i64,
        subject: String,
        v: u64,
    },
    Erase {
        account: String,
        at: i64,
        ground: String,
        part: String,
        subject: String,
        v: u64,
    },
}

/// The words of the acts, as entries write them.
const WORDS: [&str; 23] = [
    "account",
    "invite",
    "password",
    "passkey",
    "passkey-removed",
    "authenticator",
    "authenticator-removed",
    "recovery-codes",
    "code",
    "link",
    "link-removed",
    "grant",
    "revoke",
    "sign-in",
    "sign-out",
    "refuse",
    "choose",
    "seen",
    "mail",
    "handing",
    "mailed",
    "close",
    "erase",
];

#[derive(Deserialize)]
struct Envelope {
    act: String,
    v: u64,
}

impl HouseEntry {
    /// The bytes of the entry. Refuses what a reader would refuse.
    pub fn encode(&self) -> Result<Vec<u8>, Unreadable> {
        let bytes = canonical(&self.written())?;
        match decode(&bytes)? {
            HouseDecoded::Entry(_) => Ok(bytes),
            HouseDecoded::NotUnderstood => Err(Unreadable::Malformed),
        }
    }

    #[expect(clippy::too_many_lines, reason = "one arm for each act")]
    fn written(&self) -> Written {
        let (account, at, v) = (self.account.clone(), self.at, VERSION);
        match self.act.clone() {
            HouseAct::Account { subject, language, parts } => {
                let (language, subject) = (language.tag().to_owned(), subject.to_string());
                Written::Account { account, at, language, parts, subject, v }
            }
            HouseAct::Invite { subject, invitation, until } => {
                Written::Invite { account, at, invitation, subject: subject.to_string(), until, v }
            }
            HouseAct::Password { subject, invitation, parts } => {
                let subject = subject.to_string();
                Written::Password { account, at, invitation, parts, subject, v }
            }
            HouseAct::Passkey { subject, credential, key, devices, parts } => {
                let (devices, subject) = (devices.code().to_owned(), subject.to_string());
                Written::Passkey { account, at, credential, devices, key, parts, subject, v }
            }
            HouseAct::PasskeyRemoved { subject, credential } => {
                let subject = subject.to_string();
                Written::PasskeyRemoved { account, at, credential, subject, v }
            }
            HouseAct::Authenticator { subject, step, parts } => {
                let subject = subject.to_string();
                Written::Authenticator { account, at, parts, step, subject, v }
            }
            HouseAct::AuthenticatorRemoved { subject } => {
                Written::AuthenticatorRemoved { account, at, subject: subject.to_string(), v }
            }
            HouseAct::RecoveryCodes { subject, parts } => {
                Written::RecoveryCodes { account, at, parts, subject: subject.to_string(), v }
            }
            HouseAct::Code { subject, used } => {
                let (recovery, step) = match used {
                    CodeUsed::Step(step) => (None, Some(step)),
                    CodeUsed::Recovery(recovery) => (Some(recovery), None),
                };
                Written::Code { account, at, recovery, step, subject: subject.to_string(), v }
            }
            HouseAct::Link { subject, parts } => {
                Written::Link { account, at, parts, subject: subject.to_string(), v }
            }
            HouseAct::LinkRemoved { subject, link } => {
                Written::LinkRemoved { account, at, link, subject: subject.to_string(), v }
            }
            HouseAct::Grant { subject, grant } => {
                let (role, partnership, voice) = spelled(&grant);
                let subject = subject.to_string();
                Written::Grant { account, at, partnership, role, subject, v, voice }
            }
            HouseAct::Revoke { subject, grant } => {
                let (role, partnership, voice) = spelled(&grant);
                let subject = subject.to_string();
                Written::Revoke { account, at, partnership, role, subject, v, voice }
            }
            HouseAct::SignIn { subject, session, until, credential, link, browser } => {
                let subject = subject.to_string();
                let (browser, system) = browser.map(|it| (it.family, it.system)).unzip();
                Written::SignIn {
                    account,
                    at,
                    browser,
                    credential,
                    link,
                    session,
                    subject,
                    system,
                    until,
                    v,
                }
            }
            HouseAct::SignOut { subject, session } => {
                Written::SignOut { account, at, session, subject: subject.to_string(), v }
            }
            HouseAct::Refuse { subject } => {
                let subject = subject.map(|subject| subject.to_string());
                Written::Refuse { account, at, subject, v }
            }
            HouseAct::Choose { subject, language, mail } => {
                let (language, mail) = (language.tag().to_owned(), mail.code().to_owned());
                Written::Choose { account, at, language, mail, subject: subject.to_string(), v }
            }
            HouseAct::Seen { subject, notices } => {
                Written::Seen { account, at, notices, subject: subject.to_string(), v }
            }
            HouseAct::Mail { subject, mail, notices, again } => {
                let subject = subject.to_string();
                Written::Mail { account, again, at, mail, notices, subject, v }
            }
            HouseAct::Handing { subject, mail } => {
                Written::Handing { account, at, mail, subject: subject.to_string(), v }
            }
            HouseAct::Mailed { subject, mail, outcome } => {
                let (subject, reply) = (subject.to_string(), outcome.reply());
                let outcome = outcome.code().to_owned();
                Written::Mailed { account, at, mail, outcome, reply, subject, v }
            }
            HouseAct::Close { subject } => {
                Written::Close { account, at, subject: subject.to_string(), v }
            }
            HouseAct::Erase { subject, part, ground } => {
                let (ground, subject) = (ground.code().to_owned(), subject.to_string());
                Written::Erase { account, at, ground, part, subject, v }
            }
        }
    }
}

/// Reads an entry of the house journal as received.
pub fn decode(bytes: &[u8]) -> Result<HouseDecoded, Unreadable> {
    let value = closed(bytes)?;
    let envelope = Envelope::deserialize(&value).map_err(|_missing| Unreadable::Malformed)?;
    if envelope.v != VERSION || !WORDS.contains(&envelope.act.as_str()) {
        return Ok(HouseDecoded::NotUnderstood);
    }
    let written = Written::deserialize(value).map_err(|_wrong| Unreadable::Malformed)?;
    understand(written).map(HouseDecoded::Entry)
}

#[expect(clippy::too_many_lines, reason = "one arm for each act")]
fn understand(written: Written) -> Result<HouseEntry, Unreadable> {
    let (account, at, act) = match written {
        Written::Account { account, at, language, parts, subject, v: _ } => {
            check_roles(&parts, &[MAIL, NAME])?;
            let language = tag(&language)?;
            (account, at, HouseAct::Account { subject: id(&subject)?, language, parts })
        }
        Written::Invite { account, at, invitation, subject, until, v: _ } => {
            let (subject, invitation) = (id(&subject)?, digest(invitation)?);
            (account, at, HouseAct::Invite { subject, invitation, until })
        }
        Written::Password { account, at, invitation, parts, subject, v: _ } => {
            check_roles(&parts, &[PASSWORD])?;
            let invitation = invitation.map(digest).transpose()?;
            (account, at, HouseAct::Password { subject: id(&subject)?, invitation, parts })
        }
        Written::Passkey { account, at, credential, devices, key, parts, subject, v: _ } => {
            check_roles(&parts, &[CREDENTIAL, LABEL])?;
            let devices = Devices::find(&devices).ok_or(Unreadable::Malformed)?;
            let (subject, credential, key) = (id(&subject)?, digest(credential)?, public(key)?);
            (account, at, HouseAct::Passkey { subject, credential, key, devices, parts })
        }
        Written::PasskeyRemoved { account, at, credential, subject, v: _ } => {
            let (subject, credential) = (id(&subject)?, digest(credential)?);
            (account, at, HouseAct::PasskeyRemoved { subject, credential })
        }
        Written::Authenticator { account, at, parts, step, subject, v: _ } => {
            check_roles(&parts, &[SECRET])?;
            (account, at, HouseAct::Authenticator { subject: id(&subject)?, step, parts })
        }
        Written::AuthenticatorRemoved { account, at, subject, v: _ } => {
            (account, at, HouseAct::AuthenticatorRemoved { subject: id(&subject)? })
        }
        Written::RecoveryCodes { account, at, parts, subject, v: _ } => {
            check_roles(&parts, &[RECOVERY])?;
            (account, at, HouseAct::RecoveryCodes { subject: id(&subject)?, parts })
        }
        Written::Code { account, at, recovery, step, subject, v: _ } => {
            let used = code_used(recovery, step)?;
            (account, at, HouseAct::Code { subject: id(&subject)?, used })
        }
        Written::Link { account, at, parts, subject, v: _ } => {
            check_roles(&parts, &[IDENTITY])?;
            (account, at, HouseAct::Link { subject: id(&subject)?, parts })
        }
        Written::LinkRemoved { account, at, link, subject, v: _ } => {
            let (subject, link) = (id(&subject)?, digest(link)?);
            (account, at, HouseAct::LinkRemoved { subject, link })
        }
        Written::Grant { account, at, partnership, role, subject, v: _, voice } => {
            let grant = grant(&role, partnership, voice)?;
            (account, at, HouseAct::Grant { subject: id(&subject)?, grant })
        }
        Written::Revoke { account, at, partnership, role, subject, v: _, voice } => {
            let grant = grant(&role, partnership, voice)?;
            (account, at, HouseAct::Revoke { subject: id(&subject)?, grant })
        }
        Written::SignIn {
            account,
            at,
            browser,
            credential,
            link,
            session,
            subject,
            system,
            until,
            v: _,
        } => {
            let (subject, session) = (id(&subject)?, digest(session)?);
            let (credential, link) = one_way(credential, link)?;
            let browser = browser_of(browser, system)?;
            (account, at, HouseAct::SignIn { subject, session, until, credential, link, browser })
        }
        Written::SignOut { account, at, session, subject, v: _ } => {
            let session = session.map(digest).transpose()?;
            (account, at, HouseAct::SignOut { subject: id(&subject)?, session })
        }
        Written::Refuse { account, at, subject, v: _ } => {
            let subject = subject.as_deref().map(id).transpose()?;
            (account, at, HouseAct::Refuse { subject })
        }
        Written::Choose { account, at, language, mail, subject, v: _ } => {
            let mail = MailChoice::find(&mail).ok_or(Unreadable::Malformed)?;
            let (subject, language) = (id(&subject)?, tag(&language)?);
            (account, at, HouseAct::Choose { subject, language, mail })
        }
        Written::Seen { account, at, notices, subject, v: _ } => {
            (account, at, HouseAct::Seen { subject: id(&subject)?, notices: shorts(notices)? })
        }
        Written::Mail { account, again, at, mail, notices, subject, v: _ } => {
            let (subject, mail) = (id(&subject)?, short(mail)?);
            let (notices, again) = (shorts(notices)?, shorts(again)?);
            if notices.len() + again.len() > NOTICES_PER_ENTRY_MAX {
                return Err(Unreadable::Malformed);
            }
            (account, at, HouseAct::Mail { subject, mail, notices, again })
        }
        Written::Handing { account, at, mail, subject, v: _ } => {
            (account, at, HouseAct::Handing { subject: id(&subject)?, mail: short(mail)? })
        }
        Written::Mailed { account, at, mail, outcome, reply, subject, v: _ } => {
            (account, at, mailed(&subject, mail, &outcome, reply)?)
        }
        Written::Close { account, at, subject, v: _ } => {
            (account, at, HouseAct::Close { subject: id(&subject)? })
        }
        Written::Erase { account, at, ground, part, subject, v: _ } => {
            let ground = Ground::find(&ground).ok_or(Unreadable::Malformed)?;
            (account, at, HouseAct::Erase { subject: id(&subject)?, part: digest(part)?, ground })
        }
    };
    Ok(HouseEntry { account, at, act })
}

fn code_used(recovery: Option<String>, step: Option<u64>) -> Result<CodeUsed, Unreadable> {
    match (recovery, step) {
        (Some(recovery), None) => Ok(CodeUsed::Recovery(digest(recovery)?)),
        (None, Some(step)) => Ok(CodeUsed::Step(step)),
        (Some(_), Some(_)) | (None, None) => Err(Unreadable::Malformed),
    }
}

/// At most one of a passkey and a link.
fn one_way(
    credential: Option<String>,
    link: Option<String>,
) -> Result<(Option<String>, Option<String>), Unreadable> {
    if credential.is_some() && link.is_some() {
        return Err(Unreadable::Malformed);
    }
    Ok((credential.map(digest).transpose()?, link.map(digest).transpose()?))
}

fn browser_of(
    family: Option<String>,
    system: Option<String>,
) -> Result<Option<Browser>, Unreadable> {
    let is_family = |name: &str| {
        name.len() <= FAMILY_LENGTH_MAX && name.bytes().all(|byte| byte.is_ascii_lowercase())
    };
    match (family, system) {
        (None, None) => Ok(None),
        (Some(family), Some(system)) if is_family(&family) && is_family(&system) => {
            Ok(Some(Browser { family, system }))
        }
        (Some(_), Some(_) | None) | (None, Some(_)) => Err(Unreadable::Malformed),
    }
}

fn spelled(grant: &Grant) -> (String, Option<String>, Option<String>) {
    let seat = grant.seat();
    let partnership = seat.map(|seat| seat.partnership.clone());
    let voice = seat.map(|seat| seat.voice.clone());
    (grant.role().code().to_owned(), partnership, voice)
}

fn grant(
    role: &str,
    partnership: Option<String>,
    voice: Option<String>,
) -> Result<Grant, Unreadable> {
    let role = AccountRole::find(role).ok_or(Unreadable::Malformed)?;
    let seat = match (partnership, voice) {
        (Some(partnership), Some(voice)) => Some(Seat { partnership, voice }),
        (None, None) => None,
        (Some(_), None) | (None, Some(_)) => return Err(Unreadable::Malformed),
    };
    Grant::new(role, seat).map_err(|_not_a_grant| Unreadable::Malformed)
}

fn id(text: &str) -> Result<AccountId, Unreadable> {
    AccountId::parse(text).map_err(|_wrong| Unreadable::Malformed)
}

fn digest(text: String) -> Result<String, Unreadable> {
    if is_digest(&text) { Ok(text) } else { Err(Unreadable::Malformed) }
}

fn mailed(
    subject: &str,
    mail: String,
    outcome: &str,
    reply: Option<u16>,
) -> Result<HouseAct, Unreadable> {
    let outcome = MailOutcome::find(outcome, reply).ok_or(Unreadable::Malformed)?;
    Ok(HouseAct::Mailed { subject: id(subject)?, mail: short(mail)?, outcome })
}

fn tag(language: &str) -> Result<Language, Unreadable> {
    let known = Language::ALL.into_iter().find(|known| known.tag() == language);
    known.ok_or(Unreadable::Malformed)
}

/// What a notice or a mail is known by: the beginning of a digest.
fn short(text: String) -> Result<String, Unreadable> {
    let is_digit = |byte: u8| byte.is_ascii_digit() || (b'a'..=b'f').contains(&byte);
    let holds = text.len() == SHORT_DIGEST_LENGTH && text.bytes().all(is_digit);
    if holds { Ok(text) } else { Err(Unreadable::Malformed) }
}

fn shorts(texts: Vec<String>) -> Result<Vec<String>, Unreadable> {
    if texts.len() > NOTICES_PER_ENTRY_MAX {
        return Err(Unreadable::Malformed);
    }
    texts.into_iter().map(short).collect()
}

/// A public key of an algorithm that is taken; whether it is one, only its use can tell.
fn public(key: String) -> Result<String, Unreadable> {
    let is_known = ALGORITHMS.iter().any(|algorithm| key.starts_with(algorithm));
    if is_known { Ok(key) } else { Err(Unreadable::Malformed) }
}

/// Exactly these parts, in this order, none of them in a language: the journal itself says who may
/// read them.
fn check_roles(parts: &[PartReference], roles: &[&str]) -> Result<(), Unreadable> {
    check_parts(parts)?;
    let named = parts.iter().map(|part| part.role.as_str());
    let plain = |part: &PartReference| part.language.is_none() && part.audience.is_none();
    if named.eq(roles.iter().copied()) && parts.iter().all(plain) {
        Ok(())
    } else {
        Err(Unreadable::Malformed)
    }
}

#[cfg(test)]
mod tests;
