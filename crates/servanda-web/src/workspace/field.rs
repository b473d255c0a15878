//! The fields of a form as a page shows them: label above, help before, error beside.

use servanda_actions::people::{PASSWORD_LENGTH_MIN, PasswordRefusal, PeopleRefusal};

use crate::fields::Fields;
use crate::locale::Locale;

/// One field.
#[derive(Debug)]
pub(crate) struct FormField {
    /// Its name, which is also its place on the page.
    pub(crate) name: &'static str,
    /// What it asks for.
    pub(crate) label: String,
    /// What helps to fill it in.
    pub(crate) hint: Option<String>,
    /// What is to be mended.
    pub(crate) error: Option<String>,
    /// What was typed; of a password nothing is shown again.
    pub(crate) value: String,
    /// The sort of input, as HTML names it.
    pub(crate) input: &'static str,
    /// The sort of keyboard, as HTML names it, where it is not that of the input.
    pub(crate) input_mode: Option<&'static str>,
    /// What browsers may fill in, as HTML names it.
    pub(crate) autocomplete: &'static str,
    /// What can be chosen; none for what is typed.
    pub(crate) choices: Vec<FormChoice>,
    /// The names of what describes it, for those who do not see the page.
    pub(crate) described_by: String,
}

/// Something that can be chosen.
#[derive(Debug)]
pub(crate) struct FormChoice {
    /// What is sent.
    pub(crate) value: String,
    /// What is shown.
    pub(crate) label: String,
    /// Whether it is chosen.
    pub(crate) chosen: bool,
}

/// What is to be mended, and where it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct ToMend {
    /// The field; none for the whole form.
    pub(crate) field: Option<&'static str>,
    /// What it is.
    pub(crate) what: String,
}

impl FormField {
    /// A field of text with the label `field-NAME`.
    pub(crate) fn text(
        locale: &Locale,
        name: &'static str,
        autocomplete: &'static str,
        fields: &Fields,
    ) -> Self {
        Self {
            name,
            label: locale.say_code("field", name),
            hint: None,
            error: None,
            value: fields.get(name).unwrap_or_default().to_owned(),
            input: "text",
            input_mode: None,
            autocomplete,
            choices: Vec::new(),
            described_by: String::new(),
        }
    }

    /// A mail address. Its input is of text: browsers hold back an address with letters outside
    /// ASCII before the @ (RFC 6531) from an input for mail addresses, and do so without a word.
    pub(crate) fn mail(
        locale: &Locale,
        name: &'static str,
        autocomplete: &'static str,
        fields: &Fields,
    ) -> Self {
        Self { input_mode: Some("email"), ..Self::text(locale, name, autocomplete, fields) }
    }

    /// A password, which is empty every time.
    pub(crate) fn password(
        locale: &Locale,
        name: &'static str,
        autocomplete: &'static str,
    ) -> Self {
        Self { input: "password", ..Self::text(locale, name, autocomplete, &Fields::default()) }
    }

    /// Something to choose: values with their labels. What was sent is chosen.
    pub(crate) fn choice(
        locale: &Locale,
        name: &'static str,
        choices: Vec<(String, String)>,
        fields: &Fields,
    ) -> Self {
        let sent = fields.get(name).unwrap_or_default();
        let choices = choices.into_iter().map(|(value, label)| {
            let chosen = value == sent;
            FormChoice { value, label, chosen }
        });
        Self { choices: choices.collect(), ..Self::text(locale, name, "off", fields) }
    }

    /// With the help `field-NAME-hint`.
    #[must_use]
    pub(crate) fn with_hint(mut self, hint: String) -> Self {
        self.hint = Some(hint);
        self.described()
    }

    /// With what of all that is to be mended concerns it.
    #[must_use]
    pub(crate) fn mended_by(mut self, to_mend: &[ToMend]) -> Self {
        let here = to_mend.iter().find(|it| it.field == Some(self.name));
        self.error = here.map(|it| it.what.clone());
        self.described()
    }

    fn described(mut self) -> Self {
        let hint = self.hint.as_ref().map(|_| format!("{}-hint", self.name));
        let error = self.error.as_ref().map(|_| format!("{}-error", self.name));
        self.described_by = hint.into_iter().chain(error).collect::<Vec<_>>().join(" ");
        self
    }
}

impl ToMend {
    /// Beside these fields for password and code, on a page with several of them.
    #[must_use]
    pub(crate) fn beside(mut self, password: &'static str, code: &'static str) -> Self {
        self.field = match self.field {
            Some("old-password") => Some(password),
            Some("code") => Some(code),
            other => other,
        };
        self
    }

    /// What an action about people refused, beside its field.
    pub(crate) fn of(locale: &Locale, refusal: &PeopleRefusal) -> Self {
        let (field, code) = match refusal {
            PeopleRefusal::NotAllowed => (None, "not-allowed"),
            PeopleRefusal::NoName => (Some("name"), "no-name"),
            PeopleRefusal::NameTooLong => (Some("name"), "name-too-long"),
            PeopleRefusal::UncleanName(_) => (Some("name"), "name-unclean"),
            PeopleRefusal::NotAMailAddress => (Some("mail"), "no-mail"),
            PeopleRefusal::MailTaken => (Some("mail"), "mail-taken"),
            PeopleRefusal::TooManyAccounts => (None, "too-many-accounts"),
            PeopleRefusal::NoSuchAccount => (None, "no-such-account"),
            PeopleRefusal::Closed => (None, "closed"),
            PeopleRefusal::TooManyGrants => (None, "too-many-roles"),
            PeopleRefusal::NotGranted => (None, "not-granted"),
            PeopleRefusal::LastAdministrator => (None, "last-administrator"),
            PeopleRefusal::InvitationOver => (None, "invitation-over"),
            PeopleRefusal::Password(PasswordRefusal::TooShort) => (NEW_PASSWORD, "too-short"),
            PeopleRefusal::Password(PasswordRefusal::TooLong) => (NEW_PASSWORD, "too-long"),
            PeopleRefusal::Password(PasswordRefusal::Guessable) => (NEW_PASSWORD, "guessable"),
            PeopleRefusal::WrongPassword => (Some("old-password"), "wrong-password"),
            PeopleRefusal::NotRecognised => (None, "not-recognised"),
            PeopleRefusal::NoLabel => (LABEL, "no-label"),
            PeopleRefusal::LabelTooLong => (LABEL, "label-too-long"),
            PeopleRefusal::UncleanLabel(_) => (LABEL, "name-unclean"),
            PeopleRefusal::TooManyPasskeys => (None, "too-many-passkeys"),
            PeopleRefusal::NoSuchPasskey => (None, "no-such-passkey"),
            PeopleRefusal::PasskeyKnown => (None, "passkey-known"),
            PeopleRefusal::PasskeyNotTaken(_) => (None, "passkey-not-taken"),
            PeopleRefusal::PasskeyOver => (None, "passkey-over"),
            PeopleRefusal::PasskeyNotRecognised => (None, "passkey-not-recognised"),
            PeopleRefusal::SecondStepThere => (None, "second-step-there"),
            PeopleRefusal::NoSecondStep => (None, "no-second-step"),
            PeopleRefusal::SecondStepOver => (None, "second-step-over"),
            PeopleRefusal::WrongCode => (Some("code"), "wrong-code"),
            PeopleRefusal::CodeOver => (None, "code-over"),
            PeopleRefusal::OwnSecondStep => (None, "own-second-step"),
            PeopleRefusal::TooManyLinks => (None, "too-many-links"),
            PeopleRefusal::LinkTaken => (None, "link-taken"),
            PeopleRefusal::NoSuchLink => (None, "no-such-link"),
            PeopleRefusal::NotLinked => (None, "not-linked"),
            PeopleRefusal::AlreadyFounded => (None, "already-founded"),
        };
        Self { field, what: locale.say_code("refused", code) }
    }
}

/// The field for what somebody calls a passkey.
const LABEL: Option<&str> = Some("label");
/// The field of every password that is chosen.
const NEW_PASSWORD: Option<&str> = Some("new-password");

/// The field for a password that is chosen, with what makes a good one.
pub(crate) fn new_password(locale: &Locale, to_mend: &[ToMend]) -> FormField {
    let length = u64::try_from(PASSWORD_LENGTH_MIN).unwrap_or(u64::MAX);
    FormField::password(locale, "new-password", "new-password")
        .with_hint(locale.say_count("field-new-password-hint", length))
        .mended_by(to_mend)
}

#[cfg(test)]
mod tests;
