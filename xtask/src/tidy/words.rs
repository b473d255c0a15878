//! No text that people read uses a word that the glossary says to avoid.

use super::{Finding, TextFile, numbered};

/// Where the words to avoid are listed.
const GLOSSARY: &str = "docs/glossary.md";
/// What the header of their table begins with.
const HEADER: &str = "| avoid |";

/// A word to avoid, and what to say instead.
#[derive(Debug, PartialEq, Eq)]
struct Avoided {
    word: String,
    instead: String,
}

/// Checks messages, templates, pages of the documentation and what commands say of themselves.
pub(super) fn check(files: &[TextFile]) -> Vec<Finding> {
    let Some(glossary) = files.iter().find(|file| file.path == GLOSSARY) else {
        return vec![Finding::new(GLOSSARY, 1, "the file is missing: write it")];
    };
    let avoided = avoided(&glossary.text);
    if avoided.is_empty() {
        let what = format!("no words to avoid: add a table that begins with '{HEADER}'");
        return vec![Finding::new(GLOSSARY, 1, what)];
    }
    let read = files.iter().filter(|file| is_read_by_people(file));
    read.flat_map(|file| check_file(file, &avoided)).collect()
}

fn is_read_by_people(file: &TextFile) -> bool {
    let is_page = ["ftl", "html", "md"].iter().any(|extension| file.has_extension(extension));
    // The glossary names the words in order to say what to use instead.
    (is_page && file.path != GLOSSARY) || file.path == "crates/servanda/src/command.rs"
}

fn check_file(file: &TextFile, avoided: &[Avoided]) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (number, line) in file.lines() {
        let line = line.to_lowercase();
        for Avoided { word, instead } in avoided {
            if begins_a_word(&line, word) {
                let what = format!("'{word}' is a word to avoid: say {instead}");
                findings.push(Finding::new(&file.path, number, what));
            }
        }
    }
    findings
}

/// Whether a word of the line begins with this one. Both are in lower case.
fn begins_a_word(line: &str, word: &str) -> bool {
    line.match_indices(word).any(|(at, _)| {
        let before = line.get(..at).and_then(|before| before.chars().next_back());
        !before.is_some_and(char::is_alphanumeric)
    })
}

/// The table of the glossary: English, French and Spanish forms, then what to say.
fn avoided(glossary: &str) -> Vec<Avoided> {
    let lines = numbered(glossary).skip_while(|(_, line)| !line.starts_with(HEADER)).skip(2);
    let table = lines.take_while(|(_, line)| line.starts_with('|'));
    table
        .flat_map(|(_, line)| {
            let cells: Vec<&str> = line.trim().trim_matches('|').split('|').collect();
            let (instead, forms) = cells.split_last().unwrap_or((&"", &[]));
            let words = forms.iter().flat_map(|cell| cell.split(',')).map(str::trim);
            words
                .filter(|word| !word.is_empty() && *word != "–")
                .map(|word| Avoided {
                    word: word.to_lowercase(),
                    instead: instead.trim().to_owned(),
                })
                .collect::<Vec<_>>()
        })
        .collect()
}

#[cfg(test)]
mod tests;
