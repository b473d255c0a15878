//! Roles, partnerships and voices in words, and as they are chosen in a form.

use servanda_model::{AccountRole, Facts, Grant, Kind, Seat};
use servanda_register::{Held, RegisterError, View};

use super::field::{FormField, ToMend};
use crate::block::title;
use crate::fields::Fields;
use crate::locale::Locale;

/// The voice that keeps a register from published documents.
const REGISTRAR: &str = "registrar";

/// A role in words: what it is, for whom, in which partnership.
pub(crate) fn grant_in_words(
    locale: &Locale,
    view: &View<'_>,
    grant: &Grant,
) -> Result<String, RegisterError> {
    let role = locale.say_code("account-role", grant.role().code());
    let Some(seat) = grant.seat() else { return Ok(role) };
    let voice = voice_in_words(locale, view, &seat.partnership, &seat.voice)?;
    let partnership = partnership_in_words(locale, view, &seat.partnership)?;
    let texts = [("role", role.as_str()), ("voice", &voice), ("partnership", &partnership)];
    Ok(locale.say_about("grant-of", &texts))
}

/// The name of a voice: that of its party, or its short name where it has no other.
pub(crate) fn voice_in_words(
    locale: &Locale,
    view: &View<'_>,
    partnership: &str,
    voice: &str,
) -> Result<String, RegisterError> {
    if voice == REGISTRAR {
        return Ok(locale.say("voice-registrar"));
    }
    let parties = view.of_kind(partnership, Kind::Party)?;
    let is_voice =
        |held: &&Held| party_code(held).is_some_and(|code| code.eq_ignore_ascii_case(voice));
    let party = parties.iter().find(is_voice);
    Ok(party.map_or_else(|| voice.to_owned(), |held| title(locale, held)))
}

/// The name of a partnership, or its short name where the register does not hold it.
pub(crate) fn partnership_in_words(
    locale: &Locale,
    view: &View<'_>,
    partnership: &str,
) -> Result<String, RegisterError> {
    let held = view.partnerships()?;
    let held = held.iter().find(|held| held.partnership == partnership);
    Ok(held.map_or_else(|| partnership.to_owned(), |held| title(locale, held)))
}

/// The fields that choose a role, a partnership and a voice.
pub(crate) fn fields(
    locale: &Locale,
    view: &View<'_>,
    sent: &Fields,
    to_mend: &[ToMend],
) -> Result<Vec<FormField>, RegisterError> {
    let role =
        |role: AccountRole| (role.code().to_owned(), locale.say_code("account-role", role.code()));
    // Nothing is chosen beforehand: a role is given knowingly.
    let none = (String::new(), locale.say("choose"));
    let roles = std::iter::once(none).chain(AccountRole::ALL.into_iter().map(role)).collect();
    let held = view.partnerships()?;
    let partnership = held.iter().map(|held| (held.partnership.clone(), title(locale, held)));
    let voices = voices(view)?.join(", ");
    let hint = locale.say_about("field-voice-hint", &[("voices", &voices)]);
    Ok(vec![
        FormField::choice(locale, "role", roles, sent)
            .with_hint(locale.say("field-role-hint"))
            .mended_by(to_mend),
        FormField::choice(locale, "partnership", partnership.collect(), sent).mended_by(to_mend),
        FormField::text(locale, "voice", "off", sent).with_hint(hint).mended_by(to_mend),
    ])
}

/// The short names of the voices that the register knows of.
fn voices(view: &View<'_>) -> Result<Vec<String>, RegisterError> {
    let mut voices = Vec::new();
    for held in view.partnerships()? {
        for party in view.of_kind(&held.partnership, Kind::Party)? {
            voices.extend(party_code(&party).map(str::to_lowercase));
        }
    }
    voices.sort();
    voices.dedup();
    voices.push(REGISTRAR.to_owned());
    Ok(voices)
}

fn party_code(held: &Held) -> Option<&str> {
    if let Facts::Party(party) = &held.record.facts { Some(&party.code) } else { None }
}

/// The role that a form chooses. Of an administrator, partnership and voice are passed over.
pub(crate) fn chosen(locale: &Locale, sent: &Fields) -> Result<Grant, ToMend> {
    let mend =
        |field: &'static str, key: &str| ToMend { field: Some(field), what: locale.say(key) };
    let role = sent.get("role").and_then(AccountRole::find);
    let role = role.ok_or_else(|| mend("role", "refused-no-role"))?;
    if role.is_of_installation() {
        return Ok(Grant::administrator());
    }
    let said = |name: &str| sent.get(name).unwrap_or_default().trim().to_lowercase();
    let seat = Seat { partnership: said("partnership"), voice: said("voice") };
    if seat.partnership.is_empty() {
        return Err(mend("partnership", "refused-no-partnership"));
    }
    Grant::new(role, Some(seat)).map_err(|_not_a_grant| mend("voice", "refused-no-voice"))
}
