//! What is recorded of notices and mails: a choice, what was seen, a mail before it is handed to a
//! mail server, and what came of it.
//!
//! A mail is recorded *before* the dialogue with the mail server, once more when the server says that it
//! takes the letter, and its outcome after it. A crash before the second leaves an open mail, which is
//! handed over later; one after it leaves a mail in doubt, which is never handed over again
//! (`docs/decisions/mails-in-doubt.md`).

use servanda_entry::HouseAct;
pub use servanda_entry::MailOutcome;
use servanda_entry::house::NOTICES_PER_ENTRY_MAX;
use servanda_model::{AccountId, Language, MailChoice};

use super::{Done, PeopleRefusal, open_account, refused, write};
use crate::agreement::INSTALLATION;
use crate::notices::mail_id;
use crate::{By, Office};

/// Notices in one mail; what is more goes with the next.
pub const NOTICES_PER_MAIL_MAX: usize = NOTICES_PER_ENTRY_MAX;

/// Chooses the language that whoever acts reads and how soon they want mail.
pub fn choose(office: &Office, language: Language, mail: MailChoice, by: &mut By<'_>) -> Done<()> {
    write(office, by, |people, draft| {
        let Ok(subject) = AccountId::parse(draft.by.account) else {
            return refused(PeopleRefusal::NoSuchAccount);
        };
        let held = open_account(people, &subject)?;
        // To choose the same again asks for mail to an address that did not take it before.
        if (held.language, held.mail_choice, held.bounce) != (language, mail, None) {
            draft.house(HouseAct::Choose { subject, language, mail })?;
        }
        Ok(())
    })
}

/// Whoever acts has seen these notices; what they are known by, [`NOTICES_PER_MAIL_MAX`] at most.
pub fn see(office: &Office, notices: &[String], by: &mut By<'_>) -> Done<()> {
    write(office, by, |people, draft| {
        let Ok(subject) = AccountId::parse(draft.by.account) else {
            return refused(PeopleRefusal::NoSuchAccount);
        };
        open_account(people, &subject)?;
        let unseen = notices.iter().filter(|notice| !people.has_seen(&subject, notice));
        let notices: Vec<String> = unseen.take(NOTICES_PER_ENTRY_MAX).cloned().collect();
        if !notices.is_empty() {
            draft.house(HouseAct::Seen { subject, notices })?;
        }
        Ok(())
    })
}

/// Records that a mail with these notices is about to be handed to a mail server; `again` are the mails
/// in doubt whose notices are among them. Returns what the mail is known by.
pub fn begin_mail(
    office: &Office,
    account: &AccountId,
    notices: &[String],
    again: &[String],
    by: &mut By<'_>,
) -> Done<String> {
    let mail = mail_id(account, notices.iter().chain(again).map(String::as_str));
    write(office, by, |people, draft| {
        open_account(people, account)?;
        let (subject, notices, again) = (account.clone(), notices.to_vec(), again.to_vec());
        let act = HouseAct::Mail { subject, mail: mail.clone(), notices, again };
        draft.house_as(INSTALLATION.to_owned(), act)?;
        Ok(mail.clone())
    })
}

/// Records that a mail server says that it takes the letter of a mail: from here it may have been taken
/// over.
pub fn hand_mail(office: &Office, account: &AccountId, mail: &str, by: &mut By<'_>) -> Done<()> {
    write(office, by, |_people, draft| {
        let (subject, mail) = (account.clone(), mail.to_owned());
        draft.house_as(INSTALLATION.to_owned(), HouseAct::Handing { subject, mail })?;
        Ok(())
    })
}

/// Records what came of a mail.
pub fn end_mail(
    office: &Office,
    account: &AccountId,
    mail: &str,
    outcome: MailOutcome,
    by: &mut By<'_>,
) -> Done<()> {
    write(office, by, |_people, draft| {
        let (subject, mail) = (account.clone(), mail.to_owned());
        draft.house_as(INSTALLATION.to_owned(), HouseAct::Mailed { subject, mail, outcome })?;
        Ok(())
    })
}

/// Records what came of a mail with an invitation, after the dialogue: its token is kept nowhere, so
/// that it cannot be handed over again.
pub fn record_invitation_mail(
    office: &Office,
    account: &AccountId,
    mail: &str,
    outcome: MailOutcome,
    by: &mut By<'_>,
) -> Done<()> {
    write(office, by, |_people, draft| {
        let (subject, mail) = (account.clone(), mail.to_owned());
        let (notices, again) = (Vec::new(), Vec::new());
        let begun = HouseAct::Mail { subject: subject.clone(), mail: mail.clone(), notices, again };
        draft.house_as(INSTALLATION.to_owned(), begun)?;
        draft.house_as(INSTALLATION.to_owned(), HouseAct::Mailed { subject, mail, outcome })?;
        Ok(())
    })
}
