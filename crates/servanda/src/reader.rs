//! What reads the documents that people drop in: the reader of the workspace, as the site asks it.

use jiff::civil::Date;
use servanda_actions::documents::FINDINGS_MAX;
use servanda_files::Stopped;
use servanda_model::reading::{Due, Finding, FindingKind, FindingPlace, Trouble, TroubleKind};
use servanda_model::{Reading, When};
use servanda_reading::{Format, Kind, Parts, Problem, Unreadable};
use servanda_web::{NotRead, Reader};

use crate::dataset::block;
use crate::files::Files;

/// The ends of the names of files that are read, the most usual first.
const ENDINGS: [&str; 7] = ["pdf", "docx", "odt", "html", "htm", "md", "txt"];

impl Reader for Files {
    fn endings(&self) -> &[&'static str] {
        &ENDINGS
    }

    fn read(&self, name: &str, bytes: &[u8], day: Option<Date>) -> Result<Reading, NotRead> {
        self.read(name, bytes, day).map(|reading| reading_of(&reading)).map_err(not_read)
    }
}

/// Why a document is not read, as the site tells it.
fn not_read(why: servanda_files::NotRead) -> NotRead {
    match why {
        servanda_files::NotRead::NotStarted(failure) => NotRead::Failed(failure.to_string()),
        servanda_files::NotRead::Stopped(Stopped::Fault) => NotRead::Damaged,
        servanda_files::NotRead::Stopped(
            Stopped::Time { .. } | Stopped::Memory { .. } | Stopped::Output { .. },
        ) => NotRead::TooLong,
        servanda_files::NotRead::Unreadable(why) => match why {
            Unreadable::Empty => NotRead::Empty,
            Unreadable::TooLarge { .. } => NotRead::TooLarge,
            Unreadable::Binary { format } => NotRead::OtherFormat(format.into_owned()),
            Unreadable::Locked => NotRead::Protected,
            Unreadable::Scanned { .. } => NotRead::Scanned,
            Unreadable::Damaged { .. } | Unreadable::NestedTooDeep { .. } => NotRead::Damaged,
        },
    }
}

/// A reading as a workspace keeps it.
pub(crate) fn reading_of(reading: &servanda_reading::Reading) -> Reading {
    let media_type = match reading.format {
        Format::Plain => "text/plain",
        Format::Markdown => "text/markdown",
        Format::Html => "text/html",
        Format::Pdf => "application/pdf",
        Format::Docx => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        Format::Odt => "application/vnd.oasis.opendocument.text",
    };
    let mut findings: Vec<Finding> = reading.findings.iter().filter_map(finding).collect();
    findings.sort_by_key(|finding| finding.place);
    findings.dedup_by_key(|finding| finding.place);
    let is_too_many = findings.len() > FINDINGS_MAX;
    findings.truncate(FINDINGS_MAX);
    let mut troubles: Vec<Trouble> = reading.problems.iter().map(trouble).collect();
    if is_too_many {
        troubles.push(Trouble { kind: TroubleKind::TooMany, at: None });
    }
    Reading {
        media_type: media_type.to_owned(),
        language: reading.language,
        date: reading.date.as_deref().and_then(|date| When::parse(date).ok()),
        text: reading.text.clone(),
        outline: reading.outline.iter().map(block).collect(),
        findings,
        troubles,
    }
}

/// A finding as a workspace keeps it; none for a date, which alone is nothing to take up.
fn finding(finding: &servanda_reading::Finding) -> Option<Finding> {
    let kind = match finding.kind {
        Kind::Undertaking => FindingKind::Undertaking,
        Kind::Recommendation => FindingKind::Recommendation,
        Kind::Result => FindingKind::Result,
        Kind::Meeting => FindingKind::Meeting,
        Kind::Person => FindingKind::Person,
        Kind::Institution => FindingKind::Institution,
        Kind::Figure => FindingKind::Figure,
        Kind::Instrument => FindingKind::Instrument,
        Kind::Date => return None,
    };
    let (name, short) = match &finding.parts {
        Parts::None => (None, None),
        Parts::Post(post) => (Some(post.clone()), None),
        Parts::Institution { name, acronym } => (Some(name.clone()), Some(acronym.clone())),
        Parts::Figure { number, counted } => (Some(counted.clone()), Some(number.clone())),
    };
    let due = finding.due.as_ref().map(|due| Due {
        when: due.edtf.as_deref().and_then(|edtf| When::parse(edtf).ok()),
        words: due.words.clone(),
    });
    (finding.start < finding.end).then(|| Finding {
        place: FindingPlace { start: finding.start, end: finding.end, kind },
        language: finding.language,
        who: finding.who.clone(),
        stands_for: finding.stands_for.clone(),
        due,
        name,
        short,
        confidence: percent(finding.confidence),
        rule: finding.rule.clone(),
    })
}

/// A share from 0 to 1 in per cent, rounded down.
fn percent(share: f64) -> u8 {
    (0..=100).rev().find(|percent| f64::from(*percent) <= share * 100.0).unwrap_or(0)
}

fn trouble(problem: &Problem) -> Trouble {
    let (kind, at) = match problem {
        Problem::BytesReplaced { .. } => (TroubleKind::BytesReplaced, None),
        Problem::ListMissing { after, .. } => (TroubleKind::ListMissing, Some(after.start)),
        Problem::SentenceCut { at, .. } => (TroubleKind::SentenceCut, Some(*at)),
        Problem::TooManyFindings { .. } => (TroubleKind::TooMany, None),
        Problem::PagesScanned { .. }
        | Problem::PageUnreadable { .. }
        | Problem::PartUnreadable { .. } => (TroubleKind::PartUnread, None),
        Problem::PagesLeftOut { .. } | Problem::TextLeftOut { .. } | Problem::EndedEarly { .. } => {
            (TroubleKind::RestLeftOut, None)
        }
        Problem::ChangesAccepted { .. } => (TroubleKind::ChangesAccepted, None),
    };
    Trouble { kind, at }
}

#[cfg(test)]
mod tests;
