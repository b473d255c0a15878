//! The language somebody reads and how soon they want mail about notices, on their own page.

use axum::response::Response;
use servanda_actions::people::mail::choose;
use servanda_model::{Language, MailChoice};
use servanda_register::{Account, Bounce};

use super::field::FormField;
use super::reply::Reply;
use super::visit::Sent;
use super::{private_form, told};
use crate::answer::PageError;
use crate::fields::Fields;
use crate::locale::Locale;
use crate::routes;
use crate::site::Desk;

/// The form, and what is to be said before it.
#[derive(Debug)]
pub(crate) struct ChoiceForm {
    pub(crate) action: String,
    /// Where mail goes, or that this installation sends none.
    pub(crate) lead: String,
    /// That mail could not be delivered, and what to do.
    pub(crate) bounce: Option<String>,
    pub(crate) fields: Vec<FormField>,
}

/// `POST /workspace/choice`
pub(crate) async fn chosen(sent: Sent) -> Response {
    private_form(sent, |desk, who, fields| {
        let language = fields.get("language").and_then(|tag| Language::parse(tag).ok());
        let mail = fields.get("mail-choice").and_then(MailChoice::find);
        // What cannot be chosen on the page was not sent from it.
        let (language, mail) = language.zip(mail).ok_or(PageError::NotFound)?;
        let done = who.act(desk, |by| choose(desk.site.office(), language, mail, by));
        told(done)?.map_err(|_closed| PageError::Forbidden)?;
        Ok(Reply::elsewhere(desk, &format!("{}?done=chosen", routes::WORKSPACE)))
    })
    .await
}

/// The form as it stands for an account.
pub(crate) fn form(desk: &Desk, account: &Account) -> ChoiceForm {
    let locale = desk.locale;
    let languages = Language::ALL
        .map(|language| (language.tag().to_owned(), locale.say_code("language", language.tag())));
    let choices = MailChoice::ALL
        .map(|choice| (choice.code().to_owned(), locale.say_code("mail-choice", choice.code())));
    let held = Fields::of(&[
        ("language", account.language.tag()),
        ("mail-choice", account.mail_choice.code()),
    ]);
    let mail = account.mail.clone().unwrap_or_else(|| locale.say("erased"));
    let lead = if desk.site.carrier().is_some() {
        locale.say_about("choice-lead", &[("mail", &mail)])
    } else {
        locale.say("choice-no-mail")
    };
    ChoiceForm {
        action: routes::localized(locale.language(), routes::WORKSPACE_CHOICE),
        lead,
        bounce: account.bounce.map(|it| bounce(locale, "choice-bounce", it)),
        fields: vec![
            FormField::choice(locale, "language", languages.to_vec(), &held),
            FormField::choice(locale, "mail-choice", choices.to_vec(), &held)
                .with_hint(locale.say("field-mail-choice-hint")),
        ],
    }
}

/// That it is not known whether the last mail in doubt to an account was taken over; none where no mail
/// is in doubt.
pub(crate) fn doubt(desk: &Desk, account: &Account) -> Option<String> {
    let people = desk.site.office().house().people();
    let doubtful = people.doubtful_mails(&account.id);
    let (_, row) = doubtful.last().filter(|_| account.is_open())?;
    let day = desk.locale.day_of(row.at);
    Some(desk.locale.say_about("account-doubt", &[("date", &day)]))
}

/// That mail could not be delivered, with the day and what the mail server replied.
pub(crate) fn bounce(locale: &Locale, key: &str, bounce: Bounce) -> String {
    let (date, reply) = (locale.day_of(bounce.at), bounce.reply.to_string());
    locale.say_about(key, &[("date", &date), ("reply", &reply)])
}
