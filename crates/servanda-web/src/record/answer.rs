//! The answer to a recommendation: given, or owed by whoever was asked.

use servanda_model::record::Recommendation;
use servanda_model::{Kind, RecordId, Relation};
use servanda_register::RegisterError;

use crate::block::{Link, Names};

/// Whether a recommendation is answered, in a word for its line in a list.
pub(crate) fn sign(
    names: &Names<'_>,
    id: &RecordId,
    recommendation: &Recommendation,
) -> Result<Link, RegisterError> {
    let locale = names.locale;
    if let Some(response) = recommendation.response {
        return Ok(Link::plain(locale.say_code("response", response.code())));
    }
    let answering = names.view.count_referring(id, Relation::Answers, Kind::Commitment)?;
    let key = if answering > 0 { "answered-by-commitment" } else { "unanswered" };
    Ok(Link::plain(locale.say(key)))
}

/// What is to be said before the commitments that answer a recommendation.
pub(super) fn words(
    names: &Names<'_>,
    recommendation: &Recommendation,
    is_answered: bool,
) -> Result<Vec<Link>, RegisterError> {
    let locale = names.locale;
    let mut who: Vec<String> =
        names.links(&recommendation.to)?.into_iter().map(|link| link.text).collect();
    who.sort_by(|a, b| locale.compare(a, b));
    let who = locale.list(&who);
    let words = match (recommendation.response, recommendation.answer_due) {
        (Some(response), _) => {
            let answer = locale.say_code("response", response.code());
            locale.say_about("answer-given", &[("who", &who), ("answer", &answer)])
        }
        (None, _) if is_answered => return Ok(Vec::new()),
        (None, _) if who.is_empty() => return Ok(Vec::new()),
        (None, Some(due)) => {
            let date = locale.when(due);
            locale.say_about("answer-owed-when", &[("who", &who), ("date", &date)])
        }
        (None, None) => locale.say_about("answer-owed", &[("who", &who)]),
    };
    Ok(vec![Link::plain(words)])
}
