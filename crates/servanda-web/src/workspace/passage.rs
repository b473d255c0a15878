//! A passage that the reader made nothing of, chosen by somebody who has read it: looked up by its words.

use std::ops::Range;

use axum::extract::Path;
use axum::response::Response;
use servanda_model::passage::Searchable;
use servanda_model::reading::CHOSEN_CHARS_MAX;
use servanda_model::{Action, FindingKind, FindingPlace, Reading, Seat};

use super::documents::find;
use super::field::{FormChoice, ToMend};
use super::findings::{Filter, again};
use super::private_form;
use super::reply::Reply;
use super::visit::Sent;
use crate::fields::Fields;
use crate::locale::Locale;
use crate::routes;

/// The field that its words are typed into, and its place on the page.
pub(crate) const WORDS_FIELD: &str = "words";

/// What the form shows in which a passage is chosen.
#[derive(Debug)]
pub(crate) struct Choosing {
    pub(crate) action: String,
    /// What it may be.
    pub(crate) kinds: Vec<FormChoice>,
    pub(crate) words: String,
    pub(crate) is_wrong: bool,
}

impl Choosing {
    pub(crate) fn new(locale: &Locale, here: &str, fields: &Fields, to_mend: &[ToMend]) -> Self {
        let current = kind_in(fields);
        let choice = |kind: FindingKind| FormChoice {
            value: kind.code().to_owned(),
            label: locale.say_code("finding", kind.code()),
            chosen: kind == current,
        };
        Self {
            action: format!("{here}/passage"),
            kinds: FindingKind::ALL.map(choice).into_iter().collect(),
            words: fields.get(WORDS_FIELD).unwrap_or_default().to_owned(),
            is_wrong: to_mend.iter().any(|it| it.field == Some(WORDS_FIELD)),
        }
    }
}

fn kind_in(fields: &Fields) -> FindingKind {
    fields.get("what").and_then(FindingKind::find).unwrap_or(FindingKind::Undertaking)
}

/// `POST /workspace/{partnership}/{voice}/documents/{id}/passage`
pub(crate) async fn choose(
    Path((partnership, voice, id)): Path<(String, String, String)>,
    sent: Sent,
) -> Response {
    private_form(sent, move |desk, who, fields| {
        let seat = Seat { partnership, voice };
        who.must(Action::Draft, &seat.partnership, &seat.voice)?;
        let found = find(desk, who, seat, &id)?;
        let words = fields.get(WORDS_FIELD).unwrap_or_default();
        match located(&found.opened.reading, words, fields.parsed("near")) {
            Ok(span) => {
                let kind = kind_in(fields);
                let place = FindingPlace { start: span.start, end: span.end, kind };
                let path = routes::finding(&found.seat, &found.row.id, &place);
                let mut query = form_urlencoded::Serializer::new(String::new());
                for (name, value) in Filter::read(fields).hidden(0).into_iter().skip(1) {
                    query.append_pair(name, &value);
                }
                Ok(Reply::elsewhere(desk, &format!("{path}?{}", query.finish())))
            }
            Err(not) => {
                let what = not.in_words(desk.locale);
                again(desk, who, &found, fields, vec![ToMend { field: Some(WORDS_FIELD), what }])
            }
        }
    })
    .await
}

/// Why no passage is chosen.
#[derive(Debug, PartialEq, Eq)]
enum NotChosen {
    /// There are no words.
    Nothing,
    /// There are too many.
    TooLong,
    /// They do not stand in the document.
    NotThere,
    /// They stand there so many times.
    Often(usize),
}

impl NotChosen {
    fn in_words(&self, locale: &Locale) -> String {
        let code = match self {
            Self::Nothing => "nothing",
            Self::TooLong => {
                let most = locale.number(crate::block::count(CHOSEN_CHARS_MAX));
                return locale.say_about("not-chosen-too-long", &[("most", &most)]);
            }
            Self::NotThere => "not-there",
            Self::Often(count) => {
                return locale.say_count("not-chosen-often", crate::block::count(*count));
            }
        };
        locale.say_code("not-chosen", code)
    }
}

/// Where the words stand; of several places the first from a character on, where that is known.
fn located(reading: &Reading, words: &str, near: Option<usize>) -> Result<Range<usize>, NotChosen> {
    let words = words.trim();
    if !words.contains(char::is_alphanumeric) {
        return Err(NotChosen::Nothing);
    }
    if words.chars().count() > CHOSEN_CHARS_MAX {
        return Err(NotChosen::TooLong);
    }
    let spans: Vec<Range<usize>> = Searchable::new(&reading.text).spans(words).collect();
    let from_there = near.and_then(|near| spans.iter().find(|span| span.start >= near));
    match (from_there, spans.as_slice()) {
        (Some(span), _) | (None, [span]) => Ok(span.clone()),
        (None, []) => Err(NotChosen::NotThere),
        (None, several) => Err(NotChosen::Often(several.len())),
    }
}

#[cfg(test)]
mod tests;
