//! What is done with bytes that nobody vouches for, and what must hold of the outcome. Fuzz targets
//! call it with bytes they make up, an ordinary test with those of `corpus/`.

#![allow(dead_code, reason = "each target calls one of these")]

use servanda_files::Limits;
use servanda_reading::{BlockKind, Extract, Format, Marked, Reading, Segment, Turn, read_extract};

/// Small enough that a bomb is stopped at once.
const LIMITS: Limits = Limits {
    size_bytes_max: 1 << 20,
    unpacked_bytes_max: 1 << 22,
    page_count_max: 20,
    text_bytes_max: 1 << 18,
    ..Limits::DEFAULT
};

/// Reads a file of this name, in this process, and as the process that reads one file does.
pub(crate) fn file(name: &str, bytes: &[u8]) {
    let mut written = Vec::new();
    servanda_files::serve(name, &LIMITS, &mut &*bytes, &mut written).expect("memory takes it");
    assert!(written.ends_with(b"\"end\"\n"), "the process says that it is at its end");
    if let Ok(extract) = servanda_files::extract(bytes, name, &LIMITS) {
        assert!(extract.segments.iter().map(|it| it.text().len()).sum::<usize>() <= 4 << 20);
        read(extract);
    }
}

/// Reads a document of made-up blocks: a byte for what each is, and its words up to the next zero.
pub(crate) fn outline(bytes: &[u8]) {
    let mut segments = Vec::new();
    let mut turns = Vec::new();
    for (index, part) in bytes.split(|byte| *byte == 0).enumerate() {
        let Some((first, words)) = part.split_first() else { continue };
        let text = String::from_utf8_lossy(words).into_owned();
        if first & 0x80 != 0 {
            let page_number = u32::try_from(turns.len()).unwrap_or(0) + 1;
            turns.push(Turn { segment: index, at: usize::from(first & 0x7F), page_number });
        }
        let kind = match first & 7 {
            0 | 1 => {
                segments.push(Segment::Lines(text));
                continue;
            }
            2 => BlockKind::Heading { level: 1 + (first >> 3 & 3) },
            3 => BlockKind::Paragraph,
            4 | 5 => BlockKind::ListItem { introduction: None },
            6 => BlockKind::TableRow,
            _ => BlockKind::Furniture,
        };
        let mark = if first & 8 == 0 { String::new() } else { "(a)".to_owned() };
        segments.push(Segment::Block(Marked {
            kind,
            mark,
            text,
            depth: usize::from(first >> 4 & 7),
        }));
    }
    let (format, encoding, problems) = (Format::Docx, None, Vec::new());
    read(Extract { format, encoding, segments, turns, problems });
}

fn read(extract: Extract) {
    let again = extract.clone();
    let Ok(reading) = read_extract(extract) else { return };
    assert_eq!(Ok(&reading), read_extract(again).as_ref(), "the same twice");
    holds(&reading);
}

/// What must hold of every reading.
fn holds(reading: &Reading) {
    let characters: Vec<char> = reading.text.chars().collect();
    let mut before = 0;
    for block in &reading.outline {
        assert!(before <= block.start && block.start <= block.body && block.body <= block.end);
        assert!(block.end <= characters.len());
        before = block.end;
    }
    for (index, block) in reading.outline.iter().enumerate() {
        if let BlockKind::ListItem { introduction: Some(at) } = block.kind {
            assert!(at < index, "what introduces a list stands before it");
        }
    }
    for finding in &reading.findings {
        let passage: String = characters[finding.start..finding.end].iter().collect();
        assert_eq!(passage, finding.text, "a finding quotes its passage");
    }
    for pair in reading.pages.windows(2) {
        assert!(pair[0].end <= pair[1].start);
    }
    assert!(reading.pages.iter().all(|page| page.start < page.end && page.end <= characters.len()));
}
