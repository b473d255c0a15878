//! Letters: what goes to a person by mail, in their language, as plain text and as HTML.
//!
//! Never: sends anything, which a [`Carrier`] does, or holds words that not everyone may read. A mail
//! passes machines that nobody here keeps: it says what happened and which side did it, and the words are
//! read here. The one secret is the link of an invitation.

use std::error::Error;

use askama::Template;
use servanda_actions::notices::{Notice, mail_id};
use servanda_actions::people::token_hash;
use servanda_actions::{Invited, Office};
use servanda_register::{Account, View};

use crate::block::count;
use crate::locale::Locale;
use crate::notice::{Line, Reach, line};
use crate::routes;

/// A letter, ready to be carried.
#[derive(Clone, PartialEq, Eq)]
pub struct Letter {
    /// What the mail is known by: the same letter has the same.
    pub mail: String,
    /// When it was begun, in seconds since 1970 UTC.
    pub at: i64,
    /// The name of whom it is to, on one line.
    pub name: String,
    /// Their mail address.
    pub address: String,
    /// The subject, on one line.
    pub subject: String,
    /// The letter as plain text.
    pub text: String,
    /// The letter as HTML.
    pub html: String,
    /// Where they choose how soon they want such letters; none of a letter that comes once.
    pub choice: Option<String>,
}

impl std::fmt::Debug for Letter {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        // Neither to whom nor what: an invitation is a secret.
        f.debug_struct("Letter").field("mail", &self.mail).finish_non_exhaustive()
    }
}

/// What hands letters to a mail server.
pub trait Carrier: Send + Sync {
    /// Hands a letter over. Once it returns well, a mail server has taken over the letter.
    ///
    /// `begins` is asked when the mail server has said that it takes the letter, before the letter goes:
    /// where it says no, the letter does not go and is for later.
    fn carry(&self, letter: &Letter, begins: &mut dyn FnMut() -> bool) -> Result<(), NotCarried>;
}

/// Why a letter was not taken over.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NotCarried {
    /// No mail server could be spoken to, or it takes no letters from here: no other letter would
    /// fare better. With what it is.
    NoServer(String),
    /// Not now, with the reply code (RFC 5321 §4.2): it may be taken over later.
    Later(u16),
    /// Never, with the reply code.
    Refused(u16),
    /// The letter went, and nobody heard what the mail server made of it.
    InDoubt,
}

/// Why a letter could not be written.
pub type NotWritten = Box<dyn Error + Send + Sync>;

/// A link and the words for it.
#[derive(Debug)]
struct Leading {
    lead: String,
    link: String,
}

/// A notice in a letter.
#[derive(Debug)]
struct Item {
    words: String,
    title: Option<String>,
    day: String,
    link: String,
}

/// What both forms of a letter are made of.
#[derive(Debug)]
struct Body {
    subject: String,
    greeting: String,
    lead: String,
    items: Vec<Item>,
    /// What may have been in a letter before, and that it may.
    lead_again: String,
    items_again: Vec<Item>,
    link: Option<Leading>,
    sentences: Vec<String>,
    choice: Option<Leading>,
    home: String,
}

#[derive(Template)]
#[template(path = "letter/letter.txt")]
struct PlainLetter<'a> {
    body: &'a Body,
}

#[derive(Template)]
#[template(path = "letter/letter.html")]
struct HtmlLetter<'a> {
    body: &'a Body,
    l: &'static Locale,
    lang: &'static str,
}

/// Where readers reach a register, and in which language.
struct Place<'a> {
    address: &'a str,
    locale: &'static Locale,
}

impl Place<'_> {
    fn link(&self, path: &str) -> String {
        self.of_path(&routes::localized(self.locale.language(), path))
    }

    fn of_path(&self, path: &str) -> String {
        format!("{}{path}", self.address)
    }
}

/// A letter about notices, in the language of whoever has the account; none where no mail address is
/// known any more. Those of `again` may have been in a letter before. `address` is where readers reach
/// the site, `at` when the letter was begun.
pub fn of_notices(
    office: &Office,
    view: &View<'_>,
    address: &str,
    account: &Account,
    (notices, again): (&[Notice], &[Notice]),
    at: i64,
) -> Result<Option<Letter>, NotWritten> {
    let locale = Locale::of(account.language);
    let place = Place { address, locale };
    let item = |notice: &Notice| {
        let Line { words, title, path, day } = line(office, view, locale, notice, Reach::Mail)?;
        Ok::<_, NotWritten>(Item { words, title, day, link: place.of_path(&path) })
    };
    let items = notices.iter().map(item).collect::<Result<Vec<_>, _>>()?;
    let items_again = again.iter().map(item).collect::<Result<Vec<_>, _>>()?;
    let choice = format!("{}#notices", place.link(routes::WORKSPACE));
    let number = count(items.len().saturating_add(items_again.len()));
    let body = Body {
        subject: locale.say_count("letter-notices-subject", number),
        greeting: greeting(locale, account),
        lead: locale.say_count("letter-notices-lead", number),
        items,
        lead_again: locale.say("letter-again"),
        items_again,
        link: Some(Leading {
            lead: locale.say("letter-all"),
            link: place.link(routes::WORKSPACE_NOTICES),
        }),
        sentences: vec![locale.say("letter-reticent")],
        choice: Some(Leading { lead: locale.say("letter-why"), link: choice }),
        home: place.link(routes::HOME),
    };
    let mail = mail_id(&account.id, notices.iter().chain(again).map(|notice| notice.id.as_str()));
    written(account, locale, body, mail, at)
}

/// A letter with an invitation, in the language of whom it is for.
pub(crate) fn of_invitation(
    address: &str,
    account: &Account,
    invited: &Invited,
    at: i64,
) -> Result<Option<Letter>, NotWritten> {
    let locale = Locale::of(account.language);
    let place = Place { address, locale };
    let until = locale.day_of(invited.until);
    let body = Body {
        subject: locale.say("letter-invitation-subject"),
        greeting: greeting(locale, account),
        lead: locale.say("letter-invitation-lead"),
        items: Vec::new(),
        lead_again: String::new(),
        items_again: Vec::new(),
        link: Some(Leading {
            lead: locale.say("letter-invitation-open"),
            link: place.link(&routes::invitation(&invited.token)),
        }),
        sentences: vec![
            locale.say_about("invited-until", &[("date", &until)]),
            locale.say("letter-invitation-alone"),
        ],
        choice: None,
        home: place.link(routes::HOME),
    };
    let token = token_hash(&invited.token);
    let mail = mail_id(&account.id, std::iter::once(token.as_str()));
    written(account, locale, body, mail, at)
}

fn greeting(locale: &Locale, account: &Account) -> String {
    let name = account.name.clone().unwrap_or_else(|| locale.say("erased"));
    locale.say_about("letter-greeting", &[("name", &on_one_line(&name))])
}

fn written(
    account: &Account,
    locale: &'static Locale,
    body: Body,
    mail: String,
    at: i64,
) -> Result<Option<Letter>, NotWritten> {
    let Some(address) = account.mail.clone() else { return Ok(None) };
    Ok(Some(Letter {
        mail,
        at,
        name: on_one_line(account.name.as_deref().unwrap_or_default()),
        address,
        subject: on_one_line(&body.subject),
        text: PlainLetter { body: &body }.render()?,
        html: HtmlLetter { body: &body, l: locale, lang: locale.language().locale() }.render()?,
        choice: body.choice.map(|choice| choice.link),
    }))
}

/// A text without anything that could begin another line of a header.
fn on_one_line(text: &str) -> String {
    let spaced = |c: char| if c.is_control() || "\u{2028}\u{2029}".contains(c) { ' ' } else { c };
    text.chars().map(spaced).collect::<String>().split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests;
