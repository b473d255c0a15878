//! A reading as a page of its own: the document with its findings marked.

use std::fmt::Write as _;
use std::ops::Range;

use super::is_statement;
use crate::finding::{Finding, Kind};
use crate::outline::{Block, BlockKind};
use crate::reading::Reading;
use servanda_model::Language;

const STYLE: &str = "
:root { color-scheme: light dark; --ink: #1b1b1f; --paper: #fdfdfb; --rule: #c9c9c4; --dim: #5b5b60;
  --undertaking: #cfe8d5; --recommendation: #fbe3b8; --result: #d6e4f7; --meeting: #e8dcf3; --name: #ececea; }
@media (prefers-color-scheme: dark) { :root { --ink: #ececee; --paper: #17181b; --rule: #45464c;
  --dim: #a9aab0; --undertaking: #1f4a2d; --recommendation: #5a4310; --result: #1f3d63;
  --meeting: #46305c; --name: #2c2d32; } }
body { font: 1.0625rem/1.6 system-ui, sans-serif; color: var(--ink); background: var(--paper);
  max-width: 46rem; margin: 2rem auto; padding: 0 1rem; overflow-wrap: anywhere; }
mark { color: inherit; background: var(--name); padding: 0 .15em; border-radius: .2em;
  box-decoration-break: clone; -webkit-box-decoration-break: clone; }
mark.undertaking { background: var(--undertaking); } mark.recommendation { background: var(--recommendation); }
mark.result { background: var(--result); } mark.meeting { background: var(--meeting); }
mark mark { background: none; border-bottom: 2px dotted var(--dim); border-radius: 0; padding: 0; }
.label { font-size: .75em; font-weight: 600; color: var(--ink); border: 1px solid var(--dim);
  border-radius: .3em; padding: 0 .35em; margin-right: .35em; white-space: nowrap; }
.hidden { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.furniture { color: var(--dim); font-size: .85em; }
header, aside { border-bottom: 1px solid var(--rule); margin-bottom: 1.5rem; padding-bottom: .75rem; }
.legend { list-style: none; padding: 0; display: flex; flex-wrap: wrap; gap: .4rem 1rem; }
table { border-collapse: collapse; } td { border: 1px solid var(--rule); padding: .2rem .5rem; vertical-align: top; }
@media print { :root { --paper: #fff; --ink: #000; } body { max-width: none; margin: 0; }
  mark { print-color-adjust: exact; -webkit-print-color-adjust: exact; } }
";

/// The words of the page in one language.
struct Words {
    findings: &'static str,
    problems: &'static str,
    read_as: &'static str,
    kinds: [&'static str; 9],
}

fn words(language: Language) -> Words {
    match language {
        Language::English => Words {
            findings: "Findings",
            problems: "What could not be read",
            read_as: "Read as",
            kinds: [
                "undertaking",
                "recommendation",
                "result",
                "meeting",
                "person",
                "institution",
                "date",
                "figure",
                "instrument",
            ],
        },
        Language::French => Words {
            findings: "Constatations",
            problems: "Ce qui n’a pas pu être lu",
            read_as: "Lu comme",
            kinds: [
                "engagement",
                "recommandation",
                "résultat",
                "réunion",
                "personne",
                "institution",
                "date",
                "chiffre",
                "instrument",
            ],
        },
        Language::Spanish => Words {
            findings: "Hallazgos",
            problems: "Lo que no se pudo leer",
            read_as: "Leído como",
            kinds: [
                "compromiso",
                "recomendación",
                "resultado",
                "reunión",
                "persona",
                "institución",
                "fecha",
                "cifra",
                "instrumento",
            ],
        },
    }
}

impl Words {
    fn kind(&self, kind: Kind) -> &'static str {
        Kind::ALL
            .iter()
            .position(|k| *k == kind)
            .and_then(|at| self.kinds.get(at))
            .copied()
            .unwrap_or("")
    }
}

/// A page that stands alone: no scripts, no resources from elsewhere, everything escaped.
pub fn html(document: &str, reading: &Reading) -> String {
    let words = words(reading.language);
    let mut out = String::with_capacity(reading.text.len() * 2);
    let title = escaped(document);
    let tag = reading.language.tag();
    out.push_str("<!DOCTYPE html>\n");
    push(&mut out, format_args!("<html lang=\"{tag}\">\n<head>\n<meta charset=\"utf-8\">\n"));
    out.push_str("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
    push(
        &mut out,
        format_args!("<title>{title}</title>\n<style>{STYLE}</style>\n</head>\n<body>\n"),
    );
    push(&mut out, format_args!("<header>\n<h1>{title}</h1>\n"));
    legend(&mut out, reading, &words);
    out.push_str("</header>\n");
    problems(&mut out, reading, &words);
    out.push_str("<main>\n");
    body(&mut out, reading, &words);
    out.push_str("</main>\n</body>\n</html>\n");
    out
}

fn push(out: &mut String, arguments: std::fmt::Arguments<'_>) {
    out.write_fmt(arguments).expect("a string takes all that is written to it");
}

fn legend(out: &mut String, reading: &Reading, words: &Words) {
    push(
        out,
        format_args!(
            "<p>{}: {}{}</p>\n<h2>{}</h2>\n<ul class=\"legend\">\n",
            words.read_as,
            reading.format.name(),
            reading.encoding.map(|name| format!(", {name}")).unwrap_or_default(),
            words.findings
        ),
    );
    for kind in Kind::ALL {
        let count = reading.findings.iter().filter(|f| f.kind == kind).count();
        push(
            out,
            format_args!(
                "<li><mark class=\"{}\">{}</mark> {count}</li>\n",
                kind.name(),
                words.kind(kind)
            ),
        );
    }
    out.push_str("</ul>\n");
}

fn problems(out: &mut String, reading: &Reading, words: &Words) {
    if reading.problems.is_empty() {
        return;
    }
    push(out, format_args!("<aside>\n<h2>{}</h2>\n<ul lang=\"en\">\n", words.problems));
    for problem in &reading.problems {
        push(out, format_args!("<li>{}</li>\n", escaped(&problem.to_string())));
    }
    out.push_str("</ul>\n</aside>\n");
}

/// A passage to be marked.
struct Marked<'r> {
    range: Range<usize>,
    finding: &'r Finding,
}

fn body(out: &mut String, reading: &Reading, words: &Words) {
    let characters: Vec<char> = reading.text.chars().collect();
    let mut marks: Vec<Marked<'_>> = reading
        .findings
        .iter()
        .flat_map(|finding| {
            std::iter::once(finding.start..finding.end)
                .chain(finding.also.iter().cloned())
                .map(move |range| Marked { range, finding })
        })
        .collect();
    marks.sort_by_key(|m| (m.range.start, std::cmp::Reverse(m.range.end), m.finding.kind));
    // The page's own title is the first heading, so the highest of the document come second.
    let highest = reading.outline.iter().filter_map(|block| level(block.kind)).min().unwrap_or(1);
    let mut from = 0;
    let mut open: Option<&str> = None;
    for block in &reading.outline {
        let container = match block.kind {
            BlockKind::ListItem { .. } => Some("ul"),
            BlockKind::TableRow => Some("table"),
            BlockKind::Heading { .. } | BlockKind::Paragraph | BlockKind::Furniture => None,
        };
        if open != container {
            if let Some(name) = open {
                push(out, format_args!("</{name}>\n"));
            }
            if let Some(name) = container {
                push(out, format_args!("<{name}>\n"));
            }
            open = container;
        }
        while marks.get(from).is_some_and(|mark| mark.range.end <= block.start) {
            from += 1;
        }
        let inside = marks.get(from..).unwrap_or_default();
        let within = inside.partition_point(|mark| mark.range.start < block.end);
        let inside = inside.get(..within).unwrap_or_default();
        write_block(out, block, &characters, inside, words, (reading.language, highest));
    }
    if let Some(name) = open {
        push(out, format_args!("</{name}>\n"));
    }
}

fn write_block(
    out: &mut String,
    block: &Block,
    characters: &[char],
    marks: &[Marked<'_>],
    words: &Words,
    (document, highest): (Language, u8),
) {
    let language = if block.language == document {
        String::new()
    } else {
        format!(" lang=\"{}\"", block.language.tag())
    };
    let text = marked(block, characters, marks, words);
    match block.kind {
        BlockKind::Heading { level } => {
            let level = level.saturating_sub(highest).saturating_add(2).clamp(2, 6);
            push(out, format_args!("<h{level}{language}>{text}</h{level}>\n"));
        }
        BlockKind::Paragraph => push(out, format_args!("<p{language}>{text}</p>\n")),
        BlockKind::ListItem { .. } => push(out, format_args!("<li{language}>{text}</li>\n")),
        BlockKind::TableRow => {
            push(out, format_args!("<tr{language}><td>{text}</td></tr>\n"));
        }
        BlockKind::Furniture => {
            push(out, format_args!("<p class=\"furniture\"{language}>{text}</p>\n"));
        }
    }
}

fn level(kind: BlockKind) -> Option<u8> {
    match kind {
        BlockKind::Heading { level } => Some(level),
        BlockKind::Paragraph
        | BlockKind::ListItem { .. }
        | BlockKind::TableRow
        | BlockKind::Furniture => None,
    }
}

/// The text of a block with its marks, properly nested; a mark ends with its table cell.
fn marked(block: &Block, characters: &[char], marks: &[Marked<'_>], words: &Words) -> String {
    let mut out = String::new();
    let mut open: Vec<(usize, &Finding)> = Vec::new();
    let mut next = marks.iter().peekable();
    for at in block.body..block.end {
        while open.last().is_some_and(|(end, _)| *end <= at) {
            out.push_str("</mark>");
            open.pop();
        }
        while let Some(mark) = next.next_if(|mark| mark.range.start <= at) {
            if mark.range.start < block.body {
                continue;
            }
            // A mark that would outlive the one around it ends with it.
            let end = mark.range.end.min(block.end);
            let end = open.last().map_or(end, |(outer, _)| end.min(*outer));
            open_mark(&mut out, mark.finding, words);
            open.push((end, mark.finding));
        }
        match characters.get(at) {
            Some('\t') if block.kind == BlockKind::TableRow => {
                out.push_str(&"</mark>".repeat(open.len()));
                out.push_str("</td><td>");
                for (_, finding) in &open {
                    push(&mut out, format_args!("<mark class=\"{}\">", finding.kind.name()));
                }
            }
            Some(c) => escape(*c, &mut out),
            None => {}
        }
    }
    out.push_str(&"</mark>".repeat(open.len()));
    out
}

fn open_mark(out: &mut String, finding: &Finding, words: &Words) {
    let label = words.kind(finding.kind);
    let mut title = String::from(label);
    if let Some(who) = &finding.who {
        title.push_str(" · ");
        title.push_str(who);
    }
    if let Some(due) = &finding.due {
        title.push_str(" · ");
        title.push_str(&due.words);
        if let Some(edtf) = &due.edtf {
            title.push_str(" = ");
            title.push_str(edtf);
        }
    }
    title.push_str(" · ");
    title.push_str(&finding.rule);
    push(
        out,
        format_args!("<mark class=\"{}\" title=\"{}\">", finding.kind.name(), escaped(&title)),
    );
    let class = if is_statement(finding.kind) { "label" } else { "hidden" };
    push(out, format_args!("<span class=\"{class}\">{label}</span> "));
}

fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        escape(c, &mut out);
    }
    out
}

fn escape(c: char, out: &mut String) {
    match c {
        '&' => out.push_str("&amp;"),
        '<' => out.push_str("&lt;"),
        '>' => out.push_str("&gt;"),
        '"' => out.push_str("&quot;"),
        '\'' => out.push_str("&#39;"),
        c if c.is_control() && !matches!(c, '\n' | '\t') => out.push('\u{FFFD}'),
        c => out.push(c),
    }
}
