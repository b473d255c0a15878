//! Acts between parties (`docs/format.md` §2.4 to §2.9): proposing, agreeing, answering.

use serde::{Deserialize, Serialize};
use servanda_model::{Kind, Language, RecordId};

use super::{Assertion, PartReference, Unreadable, content_digest, spelled};

/// What is corrected holds as if it had stood so from the beginning (as in Article 79(4) of the Vienna
/// Convention on the Law of Treaties).
pub const AB_INITIO: &str = "ab-initio";

/// `propose`: a version of a joint record, put to the other parties.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Propose {
    /// Who acted: the pseudonymous id of an account.
    pub account: String,
    /// When, in seconds since 1970 UTC: the author's claim, which decides nothing (rule 1).
    pub at: i64,
    /// What its author's passkey signed of it; none where the account has none that may bind.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub assertion: Option<Box<Assertion>>,
    /// 32 bytes of chance in hexadecimal, so that nobody can guess what is signed; with an
    /// assertion only.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub nonce: Option<String>,
    /// The record.
    #[serde(with = "spelled::record")]
    pub record: RecordId,
    /// What it is.
    #[serde(with = "spelled::kind")]
    pub kind: Kind,
    /// By what role the account may speak for its party.
    pub mandate: String,
    /// The leaf hash (hexadecimal) of the seal of the version that this one changes; none for the
    /// first that is to be agreed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub base: Option<String>,
    /// That the version does not amend the one before but corrects it, and since when it holds:
    /// [`AB_INITIO`]. What was wrong is its text of the role `correction`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub correct: Option<String>,
    /// The languages that are agreed, all together or none (rule 6), in the order of
    /// [`Language::ALL`].
    #[serde(with = "spelled::languages")]
    pub authentic: Vec<Language>,
    /// What it consists of.
    pub parts: Vec<PartReference>,
}

/// `accept`: the same words, from another party.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Accept {
    /// Who acted: the pseudonymous id of an account.
    pub account: String,
    /// When, in seconds since 1970 UTC: the author's claim, which decides nothing (rule 1).
    pub at: i64,
    /// What its author's passkey signed of it; none where the account has none that may bind.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub assertion: Option<Box<Assertion>>,
    /// 32 bytes of chance in hexadecimal, so that nobody can guess what is signed; with an
    /// assertion only.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub nonce: Option<String>,
    /// The record.
    #[serde(with = "spelled::record")]
    pub record: RecordId,
    /// By what role the account may speak for its party.
    pub mandate: String,
    /// The base of the proposal.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub base: Option<String>,
    /// The voice that proposed it.
    pub of: String,
    /// The leaf hash (hexadecimal) of the proposal.
    pub proposal: String,
    /// The content digest of what was seen.
    pub content: String,
}

/// `seal`: the proposer has the acceptance of every other party.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Seal {
    /// Who acted: the installation, by itself.
    pub account: String,
    /// When, in seconds since 1970 UTC: the author's claim, which decides nothing (rule 1).
    pub at: i64,
    /// The record.
    #[serde(with = "spelled::record")]
    pub record: RecordId,
    /// The leaf hash (hexadecimal) of the proposal, in the same journal.
    pub proposal: String,
    /// The leaf hashes of the acceptances, in the journals of the other parties.
    pub acceptances: Vec<String>,
}

/// `withdraw`: a proposal is taken back; counts only before its seal.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Withdraw {
    /// Who acted: the pseudonymous id of an account.
    pub account: String,
    /// When, in seconds since 1970 UTC: the author's claim, which decides nothing (rule 1).
    pub at: i64,
    /// What its author's passkey signed of it; none where the account has none that may bind.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub assertion: Option<Box<Assertion>>,
    /// 32 bytes of chance in hexadecimal, so that nobody can guess what is signed; with an
    /// assertion only.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub nonce: Option<String>,
    /// The record.
    #[serde(with = "spelled::record")]
    pub record: RecordId,
    /// By what role the account may speak for its party.
    pub mandate: String,
    /// The leaf hash (hexadecimal) of the proposal, in the same journal.
    pub proposal: String,
    /// The reason, if one is given.
    pub parts: Vec<PartReference>,
}

/// `object`: a proposal is answered with no.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Object {
    /// Who acted: the pseudonymous id of an account.
    pub account: String,
    /// When, in seconds since 1970 UTC: the author's claim, which decides nothing (rule 1).
    pub at: i64,
    /// The record.
    #[serde(with = "spelled::record")]
    pub record: RecordId,
    /// By what role the account may speak for its party.
    pub mandate: String,
    /// The voice that proposed it.
    pub of: String,
    /// The leaf hash (hexadecimal) of the proposal.
    pub proposal: String,
    /// The reason.
    pub parts: Vec<PartReference>,
}

/// `reveal`: what an act of the same journal holds for the parties only is open to everyone.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Reveal {
    /// Who acted: the pseudonymous id of an account.
    pub account: String,
    /// When, in seconds since 1970 UTC: the author's claim, which decides nothing (rule 1).
    pub at: i64,
    /// The record.
    #[serde(with = "spelled::record")]
    pub record: RecordId,
    /// The leaf hash (hexadecimal) of the act.
    pub leaf: String,
}

/// `dispute` and `diverge`: what a party has to say about a statement or an agreed version, beside
/// which it is shown.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Remark {
    /// Who acted: the pseudonymous id of an account.
    pub account: String,
    /// When, in seconds since 1970 UTC: the author's claim, which decides nothing (rule 1).
    pub at: i64,
    /// The record.
    #[serde(with = "spelled::record")]
    pub record: RecordId,
    /// By what role the account may speak for its party.
    pub mandate: String,
    /// The leaf hash (hexadecimal) of the statement, or of the seal of the version.
    pub leaf: String,
    /// What it has to say.
    pub parts: Vec<PartReference>,
}

impl Propose {
    /// The digest that the content of the proposal is known by.
    pub fn content(&self) -> Result<String, Unreadable> {
        content_digest(&self.parts)
    }
}
