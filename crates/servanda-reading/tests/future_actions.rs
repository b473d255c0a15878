//! The future actions of a real report: every undertaking under that heading, by the words it begins
//! with. The report is no part of the project; where it is not beside it, the test says so.

#![cfg(test)]

use servanda_reading::{Kind, Problem, read};

const REPORT: &str = concat!(
    env!("CARGO_MANIFEST_DIR"),
    "/../../../shared/corpus/seeds/cmp-annual-report-2021.en.txt"
);

/// The undertakings of the seven sections, in order.
const UNDERTAKINGS: [&str; 36] = [
    "Both delegations agreed to exchange",
    "The ABWG agreed to develop a work plan",
    "An exhibition of selected products",
    "Canada will organize the CMP",
    "Mexico will organize the exhibition",
    "for which they agreed",
    "The Canadian Grain Council offered to share",
    "Canada committed to provide points of contact",
    "The co-chairs committed to working together",
    "Both parties committed to continuing",
    "The parties will pursue ad hoc opportunities",
    "The Co-chairs emphasized that the EWG will ensure",
    "Both countries will ensure",
    "The parties agreed on amplifying best practices",
    "Parties also agreed to establish a mechanism",
    "As a next step, PCA",
    "Both agencies will also find opportunities",
    "Cooperation activities are estimated to start",
    "The Environment Working Group, specifically",
    "Canada and Mexico will collaborate in the delivery",
    "Canada will conduct internal consultations",
    "Following the completion",
    "Canada and Mexico also agreed",
    "Canada and Mexico agreed that",
    "It was agreed to hold a meeting between the technical areas",
    "In-person meeting for the signing",
    "Real-time training for capacity building",
    "Actively promote the exchange",
    "Improve standard operating procedures",
    "Support the commitment",
    "One way to do this will be to invite Mexico",
    "the parties expressed their commitment",
    "It was agreed to continue monitoring the topics",
    "continuing the momentum",
    "repeat an activity",
    "collaborate in the Canadian",
];

#[test]
#[expect(clippy::print_stderr, reason = "a skipped test says so")]
fn no_undertaking_among_the_future_actions_is_missed() {
    let Ok(bytes) = std::fs::read(REPORT) else {
        eprintln!("skipped: there is no {REPORT}");
        return;
    };
    let reading = read(&bytes, REPORT).unwrap();
    let mut from = 0;
    let mut missed = Vec::new();
    for words in UNDERTAKINGS {
        let at = reading.text.get(from..).and_then(|rest| rest.find(words));
        let at = from + at.unwrap_or_else(|| panic!("the report does not say “{words}”"));
        from = at;
        let place = reading.text.get(..at).map_or(0, |before| before.chars().count());
        let found = reading.findings.iter().any(|finding| {
            let also = finding.also.iter().any(|range| range.contains(&place));
            finding.kind == Kind::Undertaking
                && (also || (finding.start..finding.end).contains(&place))
        });
        if !found {
            missed.push(words);
        }
    }
    assert_eq!(missed, Vec::<&str>::new());
}

#[test]
#[expect(clippy::print_stderr, reason = "a skipped test says so")]
fn the_lists_that_the_copy_lost_are_reported() {
    let Ok(bytes) = std::fs::read(REPORT) else {
        eprintln!("skipped: there is no {REPORT}");
        return;
    };
    let reading = read(&bytes, REPORT).unwrap();
    let lost = |words: &str| {
        reading.problems.iter().any(|problem| match problem {
            Problem::ListMissing { words: last, .. } => last.contains(words),
            Problem::BytesReplaced { .. }
            | Problem::SentenceCut { .. }
            | Problem::PagesScanned { .. }
            | Problem::PageUnreadable { .. }
            | Problem::PagesLeftOut { .. }
            | Problem::TextLeftOut { .. }
            | Problem::EndedEarly { .. }
            | Problem::PartUnreadable { .. }
            | Problem::ChangesAccepted { .. }
            | Problem::TooManyFindings { .. } => false,
        })
    };
    assert!(lost("the Working Group participants agreed to:"), "{:?}", reading.problems);
}
