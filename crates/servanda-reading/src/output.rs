//! Readings written out: for programs, for a terminal, for a browser.

pub mod succession;

use serde::Serialize;

use crate::explain::{Considered, Explanation};
use crate::finding::{Finding, Kind, Parts, When};
use crate::outline::BlockKind;
use crate::reading::{Page, Problem, Reading};
use crate::together::{Passage, Said, Together};

mod page;

pub use page::html;

/// The narrowest terminal a table is laid out for.
const WIDTH_MIN: usize = 40;
/// Below this width who and when stand under the passage instead of beside it.
const WIDTH_OF_COLUMNS: usize = 90;

#[derive(Serialize)]
struct Line<'r> {
    document: &'r str,
    language: &'static str,
    kind: &'static str,
    start: usize,
    end: usize,
    text: &'r str,
    who: Option<&'r str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    stands_for: Option<&'r str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    to_whom: Option<&'r str>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    lenses: Vec<&'static str>,
    due: Option<DueText<'r>>,
    confidence: f64,
    rule: &'r str,
    #[serde(skip_serializing_if = "Option::is_none")]
    page: Option<u32>,
}

/// The last line of a document: it was read to its end.
#[derive(Serialize)]
struct Last<'r> {
    document: &'r str,
    language: &'static str,
    kind: &'static str,
    format: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    date: Option<&'r str>,
    findings: usize,
    problems: Vec<ProblemText>,
}

/// The only line of a document that could not be read.
#[derive(Serialize)]
struct NotRead<'r> {
    document: &'r str,
    kind: &'static str,
    why: &'r str,
}

#[derive(Serialize)]
struct SaidText<'r> {
    language: &'static str,
    kind: &'static str,
    text: &'r str,
    passages: Vec<PassageText<'r>>,
    who: Option<&'r str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    stands_for: Option<&'r str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    to_whom: Option<&'r str>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    lenses: Vec<&'static str>,
    due: Option<DueText<'r>>,
    confidence: f64,
    rule: &'r str,
}

#[derive(Serialize)]
struct PassageText<'r> {
    document: &'r str,
    start: usize,
    end: usize,
}

#[derive(Serialize)]
struct DueText<'r> {
    edtf: Option<&'r str>,
    words: &'r str,
}

#[derive(Serialize)]
struct Document<'r> {
    document: &'r str,
    format: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    encoding: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    date: Option<&'r str>,
    language: &'static str,
    text: &'r str,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pages: Vec<PageText>,
    outline: Vec<BlockText>,
    findings: Vec<FindingText<'r>>,
    problems: Vec<ProblemText>,
}

#[derive(Serialize)]
struct PageText {
    number: u32,
    start: usize,
    end: usize,
}

#[derive(Serialize)]
struct BlockText {
    kind: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    level: Option<u8>,
    #[serde(skip_serializing_if = "Option::is_none")]
    introduction: Option<usize>,
    start: usize,
    body: usize,
    end: usize,
    language: &'static str,
}

#[derive(Serialize)]
struct FindingText<'r> {
    language: &'static str,
    kind: &'static str,
    start: usize,
    end: usize,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    also: Vec<[usize; 2]>,
    text: &'r str,
    who: Option<&'r str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    stands_for: Option<&'r str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    to_whom: Option<&'r str>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    lenses: Vec<&'static str>,
    due: Option<DueText<'r>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    post: Option<&'r str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    name: Option<&'r str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    acronym: Option<&'r str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    number: Option<&'r str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    counted: Option<&'r str>,
    confidence: f64,
    rule: &'r str,
    #[serde(skip_serializing_if = "Option::is_none")]
    page: Option<u32>,
}

#[derive(Serialize)]
struct ProblemText {
    message: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    start: Option<usize>,
    #[serde(skip_serializing_if = "Option::is_none")]
    end: Option<usize>,
}

/// The kind of the last line of a document among lines of JSON.
const DOCUMENT: &str = "document";
/// The kind of the line of a document that could not be read.
const UNREADABLE: &str = "unreadable";

/// One finding a line, each a JSON object; at last a line of the kind `document`, which says
/// that the document was read to its end.
pub fn ndjson(document: &str, reading: &Reading) -> String {
    let mut out = String::new();
    for finding in &reading.findings {
        let line = Line {
            document,
            language: finding.language.tag(),
            kind: finding.kind.name(),
            start: finding.start,
            end: finding.end,
            text: &finding.text,
            who: finding.who.as_deref(),
            stands_for: finding.stands_for.as_deref(),
            to_whom: finding.to_whom.as_deref(),
            lenses: lenses(finding),
            due: finding.due.as_ref().map(due),
            confidence: finding.confidence,
            rule: &finding.rule,
            page: reading.page_number(finding.start),
        };
        push_line(&mut out, &line);
    }
    let last = Last {
        document,
        language: reading.language.tag(),
        kind: DOCUMENT,
        format: reading.format.name(),
        date: reading.date.as_deref(),
        findings: reading.findings.len(),
        problems: reading.problems.iter().map(problem).collect(),
    };
    push_line(&mut out, &last);
    out
}

/// The line of a document that could not be read, among those of [`ndjson`].
pub fn ndjson_unreadable(document: &str, why: &str) -> String {
    let mut out = String::new();
    push_line(&mut out, &NotRead { document, kind: UNREADABLE, why });
    out
}

/// The document that ends with this line of [`ndjson`] or [`ndjson_unreadable`]; none if the line is
/// another one, or was not written to its end.
pub fn ended(line: &[u8]) -> Option<String> {
    let line: serde_json::Value = serde_json::from_slice(line.strip_suffix(b"\n")?).ok()?;
    let kind = line.get("kind")?.as_str()?;
    let document = line.get("document")?.as_str()?;
    [DOCUMENT, UNREADABLE].contains(&kind).then(|| document.to_owned())
}

fn push_line(out: &mut String, line: &impl Serialize) {
    out.push_str(&serde_json::to_string(line).expect("strings and numbers can be written"));
    out.push('\n');
}

/// What several documents say, one finding a line with the passages that say it, each a JSON object.
pub fn together(together: &Together) -> String {
    let mut out = String::new();
    for Said { finding, passages } in together.said() {
        let passage = |passage: &Passage| PassageText {
            document: together.documents().get(passage.document).map_or("", String::as_str),
            start: passage.start,
            end: passage.end,
        };
        let line = SaidText {
            language: finding.language.tag(),
            kind: finding.kind.name(),
            text: &finding.text,
            passages: passages.iter().map(passage).collect(),
            who: finding.who.as_deref(),
            stands_for: finding.stands_for.as_deref(),
            to_whom: finding.to_whom.as_deref(),
            lenses: lenses(finding),
            due: finding.due.as_ref().map(due),
            confidence: finding.confidence,
            rule: &finding.rule,
        };
        out.push_str(&serde_json::to_string(&line).expect("strings and numbers can be written"));
        out.push('\n');
    }
    out
}

/// The whole reading as one JSON object: text, outline, findings and problems.
pub fn json(document: &str, reading: &Reading) -> String {
    let whole = Document {
        document,
        format: reading.format.name(),
        encoding: reading.encoding,
        date: reading.date.as_deref(),
        language: reading.language.tag(),
        text: &reading.text,
        pages: reading.pages.iter().map(page_text).collect(),
        outline: reading.outline.iter().map(block).collect(),
        findings: reading.findings.iter().map(|it| finding_text(reading, it)).collect(),
        problems: reading.problems.iter().map(problem).collect(),
    };
    let mut out = serde_json::to_string_pretty(&whole).expect("strings and numbers can be written");
    out.push('\n');
    out
}

fn lenses(finding: &Finding) -> Vec<&'static str> {
    finding.lenses.iter().map(|lens| lens.code()).collect()
}

fn due(when: &When) -> DueText<'_> {
    DueText { edtf: when.edtf.as_deref(), words: &when.words }
}

fn block(block: &crate::outline::Block) -> BlockText {
    let (kind, level, introduction) = match block.kind {
        BlockKind::Heading { level } => ("heading", Some(level), None),
        BlockKind::Paragraph => ("paragraph", None, None),
        BlockKind::ListItem { introduction } => ("list item", None, introduction),
        BlockKind::TableRow => ("table row", None, None),
        BlockKind::Furniture => ("furniture", None, None),
    };
    BlockText {
        kind,
        level,
        introduction,
        start: block.start,
        body: block.body,
        end: block.end,
        language: block.language.tag(),
    }
}

fn page_text(page: &Page) -> PageText {
    PageText { number: page.number, start: page.start, end: page.end }
}

fn finding_text<'r>(reading: &Reading, finding: &'r Finding) -> FindingText<'r> {
    let (mut post, mut name, mut acronym, mut number, mut counted) = (None, None, None, None, None);
    match &finding.parts {
        Parts::None => {}
        Parts::Post(held) => post = Some(held.as_str()),
        Parts::Institution { name: full, acronym: short } => {
            name = Some(full.as_str());
            acronym = Some(short.as_str());
        }
        Parts::Figure { number: amount, counted: what } => {
            number = Some(amount.as_str());
            counted = Some(what.as_str());
        }
    }
    FindingText {
        language: finding.language.tag(),
        kind: finding.kind.name(),
        start: finding.start,
        end: finding.end,
        also: finding.also.iter().map(|range| [range.start, range.end]).collect(),
        text: &finding.text,
        who: finding.who.as_deref(),
        stands_for: finding.stands_for.as_deref(),
        to_whom: finding.to_whom.as_deref(),
        lenses: lenses(finding),
        due: finding.due.as_ref().map(due),
        post,
        name,
        acronym,
        number,
        counted,
        confidence: finding.confidence,
        rule: &finding.rule,
        page: reading.page_number(finding.start),
    }
}

fn problem(problem: &Problem) -> ProblemText {
    let range = match problem {
        Problem::ListMissing { after, .. } => Some(after.clone()),
        Problem::SentenceCut { at, .. } => Some(*at..*at),
        Problem::BytesReplaced { .. }
        | Problem::PagesScanned { .. }
        | Problem::PageUnreadable { .. }
        | Problem::PagesLeftOut { .. }
        | Problem::TextLeftOut { .. }
        | Problem::EndedEarly { .. }
        | Problem::PartUnreadable { .. }
        | Problem::ChangesAccepted { .. }
        | Problem::TooManyFindings { .. } => None,
    };
    ProblemText {
        message: problem.to_string(),
        start: range.as_ref().map(|range| range.start),
        end: range.map(|range| range.end),
    }
}

/// The findings as aligned text for a terminal of this width.
pub fn table(document: &str, reading: &Reading, width: usize) -> String {
    let width = width.max(WIDTH_MIN);
    let mut out =
        format!("{}  ({}, {})\n", visible(document), reading.language.tag(), reading.format.name());
    if reading.findings.is_empty() {
        out.push_str("no findings\n");
    } else if width >= WIDTH_OF_COLUMNS {
        columns(&mut out, &reading.findings, width);
    } else {
        stacked(&mut out, &reading.findings, width);
    }
    for problem in &reading.problems {
        for (number, line) in wrap(&format!("problem: {problem}"), width).iter().enumerate() {
            out.push_str(if number == 0 { "" } else { "  " });
            out.push_str(line);
            out.push('\n');
        }
    }
    out
}

/// What the rules make of sentences: which decides, which do not apply and why, and every word
/// with the classes it belongs to.
pub fn explanations(document: &str, all: &[Explanation]) -> String {
    let mut lines = vec![visible(document)];
    if all.is_empty() {
        lines.push("no sentence has these words".to_owned());
    }
    for explained in all {
        let Explanation { text, start, end, language, .. } = explained;
        lines.push(String::new());
        lines.push(format!("{} [{start}–{end}, {}]", visible(text), language.tag()));
        if !explained.settings.is_empty() {
            lines.push(format!("  around it: {}", explained.settings.join(", ")));
        }
        lines.extend(verdicts(explained));
        let words = explained.words.iter().map(|(word, classes)| match classes.as_slice() {
            [] => visible(word),
            classes => format!("{} ({})", visible(word), classes.join(" ")),
        });
        lines.push(format!("  words: {}", words.collect::<Vec<_>>().join(" · ")));
    }
    lines.push(String::new());
    lines.join("\n")
}

/// A line for the rule that decides, and one for each other rule of which a pattern matches.
fn verdicts(explained: &Explanation) -> Vec<String> {
    let decided = explained.decided();
    let mut lines = vec![match decided {
        Some(rule) => format!("  {}, by {}", rule.kind.name(), considered(rule)),
        None => "  no rule applies".to_owned(),
    }];
    for rule in explained.rules.iter().filter(|rule| decided != Some(*rule)) {
        let kind = rule.kind.name();
        lines.push(match &rule.obstacle {
            Some(obstacle) => {
                format!("  not {kind} by {}: {}", considered(rule), visible(obstacle))
            }
            None => format!("  also {kind}, by {}", considered(rule)),
        });
    }
    lines
}

/// A rule with what it matched and whom it takes for the subject.
fn considered(rule: &Considered) -> String {
    format!(
        "{} “{}” matching “{}”, subject {}",
        rule.rule,
        rule.pattern,
        visible(&rule.matched),
        visible(&rule.subject)
    )
}

fn columns(out: &mut String, findings: &[Finding], width: usize) {
    let (kind_width, due_width, who_width) = (14, 18, width / 6);
    let text_width = width.saturating_sub(kind_width + due_width + who_width + 6);
    let mut row = |cells: [Vec<String>; 4]| {
        let height = cells.iter().map(Vec::len).max().unwrap_or_default();
        for index in 0..height {
            let mut line = String::new();
            for (cell, cell_width) in
                cells.iter().zip([kind_width, who_width, due_width, text_width])
            {
                let text = cell.get(index).map_or("", String::as_str);
                line.push_str(text);
                let pad = cell_width.saturating_sub(text.chars().count()) + 2;
                line.extend(std::iter::repeat_n(' ', pad));
            }
            out.push_str(line.trim_end());
            out.push('\n');
        }
    };
    row([
        vec!["KIND".to_owned()],
        vec!["WHO".to_owned()],
        vec!["WHEN".to_owned()],
        vec!["PASSAGE".to_owned()],
    ]);
    for finding in findings {
        row([
            wrap(finding.kind.name(), kind_width),
            wrap(finding.who.as_deref().unwrap_or_default(), who_width),
            wrap(&when(finding), due_width),
            wrap(&finding.text, text_width),
        ]);
    }
}

fn stacked(out: &mut String, findings: &[Finding], width: usize) {
    for finding in findings {
        let mut head = finding.kind.name().to_uppercase();
        for part in [finding.who.clone().unwrap_or_default(), when(finding)] {
            if !part.is_empty() {
                head.push_str(" · ");
                head.push_str(&part);
            }
        }
        for line in wrap(&head, width) {
            out.push_str(&line);
            out.push('\n');
        }
        for line in wrap(&finding.text, width - 2) {
            out.push_str("  ");
            out.push_str(&line);
            out.push('\n');
        }
    }
}

fn when(finding: &Finding) -> String {
    finding.due.as_ref().map_or_else(String::new, |due| due.words.clone())
}

/// Breaks text into lines; nothing in it can steer the terminal.
fn wrap(text: &str, width: usize) -> Vec<String> {
    let width = width.max(4);
    let mut lines: Vec<String> = vec![String::new()];
    let mut used = 0;
    for word in visible(text).split_whitespace() {
        let mut rest: Vec<char> = word.chars().collect();
        let length = rest.len();
        if used > 0 && used + 1 + length > width {
            lines.push(String::new());
            used = 0;
        }
        while rest.len() > width {
            let tail = rest.split_off(width);
            if let Some(line) = lines.last_mut() {
                line.extend(rest.iter());
            }
            lines.push(String::new());
            rest = tail;
        }
        if let Some(line) = lines.last_mut() {
            if used > 0 {
                line.push(' ');
                used += 1;
            }
            line.extend(rest.iter());
        }
        used += rest.len();
    }
    lines
}

/// Text without control characters and without marks that turn its direction.
fn visible(text: &str) -> String {
    text.chars()
        .map(|c| {
            let turns = matches!(c, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}');
            if c.is_control() || turns { ' ' } else { c }
        })
        .collect()
}

/// Whether a finding is a statement: a whole sentence, not a name, date or number in it.
fn is_statement(kind: Kind) -> bool {
    match kind {
        Kind::Undertaking | Kind::Recommendation | Kind::Result | Kind::Meeting => true,
        Kind::Person | Kind::Institution | Kind::Date | Kind::Figure | Kind::Instrument => false,
    }
}

#[cfg(test)]
mod tests;
