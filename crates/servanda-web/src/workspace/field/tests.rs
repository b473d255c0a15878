//! Everything that can be refused, chosen or done has words in every language.

use servanda_actions::people::{PasswordRefusal, PeopleRefusal as R};
use servanda_model::hygiene::Unclean;
use servanda_model::{AccountRole, Language};

use super::ToMend;
use crate::locale::Locale;

#[test]
fn every_refusal_and_role_has_words_in_every_language() {
    let refusals = [
        R::NotAllowed,
        R::NoName,
        R::NameTooLong,
        R::UncleanName(Unclean::NotComposed),
        R::NotAMailAddress,
        R::MailTaken,
        R::TooManyAccounts,
        R::NoSuchAccount,
        R::Closed,
        R::TooManyGrants,
        R::NotGranted,
        R::LastAdministrator,
        R::InvitationOver,
        R::Password(PasswordRefusal::TooShort),
        R::Password(PasswordRefusal::TooLong),
        R::Password(PasswordRefusal::Guessable),
        R::WrongPassword,
        R::NotRecognised,
        R::AlreadyFounded,
    ];
    for locale in Language::ALL.map(Locale::of) {
        let refused = refusals.iter().map(|refusal| ToMend::of(locale, refusal).what);
        let roles = AccountRole::ALL.map(|role| locale.say_code("account-role", role.code()));
        for words in refused.chain(roles) {
            assert!(!words.contains("Unknown"), "{locale:?}: {words}");
        }
    }
}
