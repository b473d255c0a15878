//! A number in its place: the 18th, la 18e, la 18.ª.

use crate::locale::Locale;

/// A place in a row, as the language writes it of a meeting.
pub(crate) fn ordinal(locale: &Locale, number: u32) -> String {
    let form = match (number, number % 10, number % 100) {
        (1, _, _) => "first",
        (_, 1..=3, 11..=13) => "th",
        (_, 1, _) => "st",
        (_, 2, _) => "nd",
        (_, 3, _) => "rd",
        (_, _, _) => "th",
    };
    locale.say_about("ordinal", &[("number", &number.to_string()), ("form", form)])
}

#[cfg(test)]
mod tests;
