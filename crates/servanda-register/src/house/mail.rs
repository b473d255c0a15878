//! What the house journal says of notices and mails: which notices somebody has seen, which mails
//! were begun and what came of them.
//!
//! A notice itself is not here: it follows from other journals. What is older than news is let go.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use servanda_entry::MailOutcome;
use servanda_model::notice::news_since;
use servanda_model::{AccountId, Language, MailChoice};

use super::People;

/// A mail that was begun.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MailRow {
    /// To whom.
    pub account: AccountId,
    /// When, in seconds since 1970 UTC.
    pub at: i64,
    /// The notices in it; none in a mail with an invitation.
    pub notices: Vec<String>,
    /// The mails in doubt whose notices it tells again.
    pub again: Vec<String>,
    /// Whether a mail server has said that it takes the letter: it may have been taken over.
    pub is_handed: bool,
    /// What came of it; none as long as that is not known.
    pub outcome: Option<MailOutcome>,
    /// When that was, in seconds since 1970 UTC.
    pub ended_at: Option<i64>,
}

/// That mail to an address was refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Bounce {
    /// When, in seconds since 1970 UTC.
    pub at: i64,
    /// The reply code of the mail server (RFC 5321 §4.2).
    pub reply: u16,
}

/// The mails of an installation and the notices that were seen, as far back as there is news.
#[derive(Debug, Clone, Default)]
pub(super) struct Mails {
    /// By what they are known by.
    mails: BTreeMap<String, MailRow>,
    /// When each notice was put into a mail.
    told: BTreeMap<AccountId, BTreeMap<String, i64>>,
    /// When each notice was seen.
    seen: BTreeMap<AccountId, BTreeMap<String, i64>>,
}

impl Mails {
    pub(super) fn mail(&self, mail: &str) -> Option<&MailRow> {
        self.mails.get(mail)
    }

    /// Lets go of what is no longer news.
    fn forget(&mut self, now: i64) {
        let since = news_since(now);
        self.mails.retain(|_, mail| mail.at >= since);
        for kept in [&mut self.told, &mut self.seen] {
            for notices in kept.values_mut() {
                notices.retain(|_, at| *at >= since);
            }
            kept.retain(|_, notices| !notices.is_empty());
        }
    }
}

impl People {
    /// The mails whose outcome is not known, the oldest first, with what they are known by.
    pub fn open_mails(&self) -> Vec<(&str, &MailRow)> {
        let open = self.mails.mails.iter().filter(|(_, mail)| mail.outcome.is_none());
        let mut open: Vec<(&str, &MailRow)> = open.map(|(id, mail)| (id.as_str(), mail)).collect();
        open.sort_by_key(|(id, mail)| (mail.at, *id));
        open
    }

    /// A mail, by what it is known by.
    pub fn mail(&self, mail: &str) -> Option<&MailRow> {
        self.mails.mail(mail)
    }

    /// The mails of an account of which it is not known whether they were taken over, and whose notices
    /// no later mail tells, the oldest first.
    pub fn doubtful_mails(&self, account: &AccountId) -> Vec<(&str, &MailRow)> {
        self.not_told_again(account, |outcome| outcome == MailOutcome::InDoubt)
    }

    /// The mails of an account that were refused, and whose notices no later mail tells, the oldest
    /// first.
    pub fn refused_mails(&self, account: &AccountId) -> Vec<(&str, &MailRow)> {
        self.not_told_again(account, |outcome| matches!(outcome, MailOutcome::Refused(_)))
    }

    fn not_told_again(
        &self,
        account: &AccountId,
        is_meant: impl Fn(MailOutcome) -> bool,
    ) -> Vec<(&str, &MailRow)> {
        let mails = &self.mails.mails;
        let told_again: BTreeSet<&str> =
            mails.values().flat_map(|mail| mail.again.iter().map(String::as_str)).collect();
        let doubtful = mails.iter().filter(|(id, mail)| {
            mail.account == *account
                && mail.outcome.is_some_and(&is_meant)
                && !told_again.contains(id.as_str())
        });
        let mut doubtful: Vec<(&str, &MailRow)> =
            doubtful.map(|(id, mail)| (id.as_str(), mail)).collect();
        doubtful.sort_by_key(|(id, mail)| (mail.at, *id));
        doubtful
    }

    /// Whether a notice of an account is in a mail, whatever came of it.
    pub fn is_in_mail(&self, account: &AccountId, notice: &str) -> bool {
        self.mails.told.get(account).is_some_and(|told| told.contains_key(notice))
    }

    /// Whether the holder of an account has seen a notice.
    pub fn has_seen(&self, account: &AccountId, notice: &str) -> bool {
        self.mails.seen.get(account).is_some_and(|seen| seen.contains_key(notice))
    }

    pub(super) fn choose(
        &mut self,
        id: &AccountId,
        language: Language,
        choice: MailChoice,
        at: i64,
    ) {
        let Some(account) = self.accounts.get_mut(id) else { return };
        // What happened while no mail was wanted is not sent afterwards.
        if account.mail_choice == MailChoice::Never {
            account.mail_since = at;
        }
        account.language = language;
        account.mail_choice = choice;
        account.bounce = None;
    }

    pub(super) fn see(&mut self, account: AccountId, notices: Vec<String>, at: i64) {
        let mails = Arc::make_mut(&mut self.mails);
        mails.forget(at);
        let seen = mails.seen.entry(account).or_default();
        seen.extend(notices.into_iter().map(|notice| (notice, at)));
    }

    pub(super) fn begin_mail(
        &mut self,
        account: AccountId,
        mail: String,
        (notices, again): (Vec<String>, Vec<String>),
        at: i64,
    ) {
        let mails = Arc::make_mut(&mut self.mails);
        mails.forget(at);
        let told = mails.told.entry(account.clone()).or_default();
        told.extend(notices.iter().map(|notice| (notice.clone(), at)));
        let (is_handed, outcome, ended_at) = (false, None, None);
        let row = MailRow { account, at, notices, again, is_handed, outcome, ended_at };
        mails.mails.insert(mail, row);
    }

    pub(super) fn handing(&mut self, mail: &str) {
        if let Some(mail) = Arc::make_mut(&mut self.mails).mails.get_mut(mail) {
            mail.is_handed = true;
        }
    }

    pub(super) fn mailed(
        &mut self,
        account: &AccountId,
        mail: &str,
        outcome: MailOutcome,
        at: i64,
    ) {
        if let Some(mail) = Arc::make_mut(&mut self.mails).mails.get_mut(mail) {
            if let MailOutcome::Later(_) = outcome {
                mail.is_handed = false;
                return;
            }
            (mail.outcome, mail.ended_at) = (Some(outcome), Some(at));
        }
        let Some(account) = self.accounts.get_mut(account) else { return };
        match outcome {
            MailOutcome::Sent => account.bounce = None,
            MailOutcome::Refused(reply) => account.bounce = Some(Bounce { at, reply }),
            MailOutcome::Dropped | MailOutcome::InDoubt | MailOutcome::Later(_) => {}
        }
    }

    /// Whoever is invited anew has been asked for their address.
    pub(super) fn mend_address(&mut self, id: &AccountId) {
        if let Some(account) = self.accounts.get_mut(id) {
            account.bounce = None;
        }
    }
}
