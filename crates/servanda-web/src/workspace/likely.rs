//! What a finding may say again: records of the register and drafts of the same side, offered with what
//! speaks for it and what speaks against it.
//!
//! Never: decides. Words in common do not see "not" or a number; where those differ, it is said.

use servanda_actions::documents::Related;
use servanda_actions::drafts::drafted_record;
use servanda_model::concordance::{Aspect, Contrast, contrasts};
use servanda_model::likeness::{Like, Terms, likest};
use servanda_model::reading::Finding;
use servanda_model::{Facts, Kind, Language, Record, RecordId, Role};
use servanda_register::View;

use super::beside::{Beside, beside, title_of_other};
use super::documents::Found;
use super::proposal::title_of;
use super::taking::words;
use crate::answer::PageError;
use crate::block::{Link, Names};
use crate::locale::Locale;
use crate::routes;
use crate::site::Desk;

/// Records that a finding is compared with; the newest.
const COMPARED_MAX: usize = 3_000;
/// What is offered at once.
const OFFERED_MAX: usize = 5;
/// Words in common that are named.
const NAMED_WORDS_MAX: usize = 6;

/// Something that may say the same.
#[derive(Debug)]
pub(crate) struct Likely {
    /// What the form sends to choose it: `draft-ID` or `record-ID`.
    pub(crate) value: String,
    pub(crate) title: Link,
    pub(crate) kind: String,
    /// What speaks for it.
    pub(crate) reasons: Vec<String>,
    /// What differs.
    pub(crate) warnings: Vec<String>,
}

/// A record or draft that a finding is compared with.
struct Candidate {
    record: Record,
    /// The draft, where it is one.
    draft: Option<RecordId>,
    /// Whether it rests on the very same words already.
    is_on_passage: bool,
    /// What the side said of it beside another document.
    said: Option<String>,
}

/// What may say the same as a finding, the likest first.
pub(crate) fn likely(
    desk: &Desk,
    names: &Names<'_>,
    found: &Found,
    finding: &Finding,
    kind: Kind,
) -> Result<Vec<Likely>, PageError> {
    let mut candidates = candidates(desk, names.view, found, finding, kind)?;
    let told = continued(desk, names.view, found, finding)?;
    for candidate in &mut candidates {
        let said = told.iter().find(|(record, _)| *record == candidate.record.id);
        candidate.said = said.map(|(_, said)| said.clone());
    }
    let said = words(&found.opened.reading, finding);
    let texts: Vec<String> =
        candidates.iter().map(|it| text_in(&it.record, finding.language)).collect();
    let terms: Vec<Terms> = texts.iter().map(|text| Terms::of(text)).collect();
    let likes = likest(&Terms::of(&said), &terms, OFFERED_MAX);
    // What people said it continues comes first, then what rests on the same words, whatever it says.
    let is_first = |said: bool| {
        let all = candidates.iter().enumerate();
        all.filter(move |(_, it)| {
            it.said.is_some() == said && (it.said.is_some() || it.is_on_passage)
        })
    };
    let mut offered: Vec<Like> = is_first(true)
        .chain(is_first(false))
        .map(|(index, _)| Like { index, share: 100, common: Vec::new() })
        .take(OFFERED_MAX)
        .collect();
    for like in likes {
        if offered.iter().all(|it| it.index != like.index) {
            offered.push(like);
        }
    }
    offered.truncate(OFFERED_MAX);
    let mut rows = Vec::new();
    for like in &offered {
        if let (Some(candidate), Some(text)) = (candidates.get(like.index), texts.get(like.index)) {
            rows.push(row(desk.locale, names, found, finding, (candidate, text, like), &said));
        }
    }
    Ok(rows)
}

fn candidates(
    desk: &Desk,
    view: &View<'_>,
    found: &Found,
    finding: &Finding,
    kind: Kind,
) -> Result<Vec<Candidate>, PageError> {
    let mut candidates = Vec::new();
    for draft in found.workspace.open_drafts() {
        if draft.kind != kind {
            continue;
        }
        if let Some(record) = drafted_record(desk.site.office(), draft)? {
            let draft = Some(draft.id.clone());
            candidates.push(Candidate { record, draft, is_on_passage: false, said: None });
        }
    }
    let place = finding.place;
    let marks = view.marks_in(&found.row.record)?;
    let on_passage: Vec<&RecordId> = marks
        .iter()
        .filter(|mark| {
            mark.span.is_some_and(|(first, last)| first < place.end && last > place.start)
        })
        .map(|mark| &mark.record)
        .collect();
    for held in view.of_kind(&found.seat.partnership, kind)?.into_iter().rev().take(COMPARED_MAX) {
        // A record that is drafted anew is offered as that draft.
        let is_drafted = candidates.iter().any(|it| it.record.id == held.record.id);
        if !is_drafted {
            let is_on_passage = on_passage.contains(&&held.record.id);
            let record = held.record;
            candidates.push(Candidate { record, draft: None, is_on_passage, said: None });
        }
    }
    Ok(candidates)
}

/// The records that came of findings of other documents which, as the side said, this one continues; each
/// with that in words.
fn continued(
    desk: &Desk,
    view: &View<'_>,
    found: &Found,
    finding: &Finding,
) -> Result<Vec<(RecordId, String)>, PageError> {
    let mut continued = Vec::new();
    for Beside { row, other, place } in beside(&found.workspace, &found.row, &finding.place) {
        let is_same = matches!(row.what, Related::CarriedOver | Related::Changed | Related::Done);
        let (Some(place), true) = (place, is_same) else { continue };
        let Some(draft) = found.workspace.decided(other, &place).and_then(|it| it.decided.draft())
        else {
            continue;
        };
        let Some(draft) = found.workspace.draft(draft) else { continue };
        let title = title_of_other(desk, view, found, other)?;
        let what = desk.locale.say_code("became", row.what.code());
        let texts = [("what", what.as_str()), ("document", &title)];
        continued.push((draft.record.clone(), desk.locale.say_about("likely-continued", &texts)));
    }
    Ok(continued)
}

/// What a record says in a language, or in the nearest.
fn text_in(record: &Record, language: Language) -> String {
    let roles = [Role::Title, Role::Name, Role::Wording, Role::Unit];
    let texts = roles.into_iter().filter_map(|role| record.texts.get(&role)?.nearest(language));
    texts.map(|(text, _)| text).collect::<Vec<_>>().join(". ")
}

fn row(
    locale: &Locale,
    names: &Names<'_>,
    found: &Found,
    finding: &Finding,
    (candidate, text, like): (&Candidate, &str, &Like),
    said: &str,
) -> Likely {
    let record = &candidate.record;
    let (value, path) = if let Some(draft) = &candidate.draft {
        (format!("draft-{draft}"), routes::draft(&found.seat, draft))
    } else {
        let path = routes::record(names.partnership, record.kind(), &record.id);
        (format!("record-{}", record.id), path)
    };
    let title = title_of(locale, Some(record));
    let kind = if candidate.draft.is_some() {
        locale.say("likely-draft")
    } else {
        locale.say_code("kind", record.kind().code())
    };
    let mut reasons: Vec<String> = candidate.said.iter().cloned().collect();
    if candidate.is_on_passage {
        reasons.push(locale.say("likely-on-passage"));
    }
    if !like.common.is_empty() {
        let common: Vec<String> = like.common.iter().take(NAMED_WORDS_MAX).cloned().collect();
        let common = locale.list(&common);
        reasons.push(locale.say_about("likely-words", &[("words", &common)]));
    }
    let due = finding.due.as_ref().and_then(|due| due.when);
    if let Some(due) = due.filter(|due| due_of(record) == Some(*due)) {
        reasons.push(locale.say_about("likely-due", &[("date", &locale.when(due))]));
    }
    let other = text_of_comparison(record, finding.language).unwrap_or_else(|| text.to_owned());
    let warnings = contrasts((said, finding.language), (&other, finding.language));
    let warnings = warnings.iter().map(|contrast| in_words(locale, contrast)).collect();
    Likely { value, title: Link::to(title, names.path(&path)), kind, reasons, warnings }
}

/// The text of a record that is compared word for word: its wording in the same language, or its title.
fn text_of_comparison(record: &Record, language: Language) -> Option<String> {
    let roles = [Role::Wording, Role::Title, Role::Name];
    let mut texts = roles.into_iter().filter_map(|role| record.texts.get(&role)?.get(language));
    texts.next().map(str::to_owned)
}

fn due_of(record: &Record) -> Option<servanda_model::When> {
    if let Facts::Commitment(commitment) = &record.facts { commitment.due } else { None }
}

/// "Numbers differ: here 3, there 5".
fn in_words(locale: &Locale, contrast: &Contrast) -> String {
    let aspect = locale.say_code("aspect", contrast.aspect.code());
    let said = |words: &[String]| {
        if words.is_empty() { locale.say("differing-nothing") } else { words.join(", ") }
    };
    let (one, other) = (said(&contrast.one), said(&contrast.other));
    let key =
        if contrast.aspect == Aspect::Negation { "likely-negation" } else { "likely-differs" };
    let texts = [("aspect", aspect.as_str()), ("here", &one), ("there", &other)];
    locale.say_about(key, &texts)
}
