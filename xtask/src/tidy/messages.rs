//! The words on screen: every language has the same messages and shows the same variables, and
//! everything that pages ask for exists.

use std::collections::{BTreeMap, BTreeSet};

use super::{Finding, TextFile, numbered};

/// The languages of the register.
const LANGUAGES: [&str; 3] = ["en", "fr", "es"];
/// Where each language has a folder; all files in it are one set of messages.
const LOCALES: &str = "crates/servanda-web/locales";
/// Where pages are made.
const PAGES: [&str; 2] = ["crates/servanda-web/templates/", "crates/servanda-web/src/"];
/// What asks for a message by its key.
const ASKING: [&str; 3] = ["say(", "say_count(", "say_about("];

/// The messages of one language.
#[derive(Debug, Default)]
struct Messages {
    /// The folder of its files.
    folder: String,
    by_key: BTreeMap<String, Message>,
    findings: Vec<Finding>,
}

#[derive(Debug, Default)]
struct Message {
    path: String,
    line: usize,
    /// What is put into the words: the same in every language.
    shown: BTreeSet<String>,
    /// What chooses between forms: a language without such forms does without it.
    choosing: BTreeSet<String>,
}

/// Checks the messages against each other and against the pages.
pub(super) fn check(files: &[TextFile]) -> Vec<Finding> {
    let mut findings = Vec::new();
    let mut languages = Vec::new();
    for language in LANGUAGES {
        let folder = format!("{LOCALES}/{language}");
        let messages = Messages::parse(&folder, files);
        if messages.by_key.is_empty() {
            let what = format!("no messages in '{language}': write them");
            findings.push(Finding::new(&format!("{folder}/main.ftl"), 1, what));
        } else {
            languages.push(messages);
        }
    }
    for messages in &languages {
        findings.extend(messages.findings.iter().cloned());
        let others: Vec<&Messages> =
            languages.iter().filter(|other| other.folder != messages.folder).collect();
        for other in &others {
            findings.extend(messages.compare(other));
        }
        findings.extend(messages.chosen_alone(&others));
    }
    if let Some(first) = languages.first() {
        findings.extend(files.iter().filter(|file| is_page(&file.path)).flat_map(|file| {
            let asked = asked(&file.text).into_iter();
            let unknown = asked.filter(|(_, key)| !first.by_key.contains_key(*key));
            unknown.map(|(line, key)| {
                let what = format!("there is no message '{key}': add it in every language");
                Finding::new(&file.path, line, what)
            })
        }));
    }
    findings
}

fn is_page(path: &str) -> bool {
    PAGES.iter().any(|folder| path.starts_with(folder)) && !path.ends_with("tests.rs")
}

impl Messages {
    /// Reads all Fluent files of a folder as one set.
    fn parse(folder: &str, files: &[TextFile]) -> Self {
        let mut messages = Self { folder: folder.to_owned(), ..Self::default() };
        let inside = |file: &&TextFile| {
            let name = file.path.strip_prefix(folder).and_then(|rest| rest.strip_prefix('/'));
            name.is_some_and(|name| !name.contains('/')) && file.has_extension("ftl")
        };
        for file in files.iter().filter(inside) {
            messages.read(file);
        }
        messages
    }

    /// Reads a Fluent file: a message begins at the margin with its key; what is indented, and a
    /// closing brace, goes on with it.
    fn read(&mut self, file: &TextFile) {
        let mut current: Option<String> = None;
        for (number, line) in file.lines() {
            if line.starts_with('#') || line.is_empty() {
                current = None;
                continue;
            }
            if let Some((key, _)) = line.split_once(" =").filter(|(key, _)| is_key(key)) {
                let path = file.path.clone();
                let message = Message { path, line: number, ..Message::default() };
                if let Some(other) = self.by_key.insert(key.to_owned(), message) {
                    let what = if other.path == file.path {
                        format!("'{key}' stands here twice: remove one")
                    } else {
                        format!("'{key}' stands also in {}: remove one", other.path)
                    };
                    self.findings.push(Finding::new(&file.path, number, what));
                }
                current = Some(key.to_owned());
            } else if !line.starts_with([' ', '}', ']']) {
                let what = "the line is neither a message nor part of one: write 'key = words'";
                self.findings.push(Finding::new(&file.path, number, what));
                current = None;
            }
            if let Some(message) = current.as_ref().and_then(|key| self.by_key.get_mut(key)) {
                for (variable, chooses) in variables(line) {
                    let used = if chooses { &mut message.choosing } else { &mut message.shown };
                    used.insert(variable);
                }
            }
        }
    }

    /// What is said here and not, or not so, in the other language.
    fn compare(&self, other: &Self) -> Vec<Finding> {
        let mut findings = Vec::new();
        for (key, message) in &self.by_key {
            let what = match other.by_key.get(key) {
                None => format!("'{key}' is missing in {}: add it there", other.folder),
                Some(there) if there.shown != message.shown => format!(
                    "'{key}' shows {} here and {} in {}: show the same variables",
                    named(&message.shown),
                    named(&there.shown),
                    there.path
                ),
                Some(_) => continue,
            };
            findings.push(Finding::new(&message.path, message.line, what));
        }
        findings
    }

    /// Variables that choose here and are known to no other language: mistyped, most likely.
    fn chosen_alone(&self, others: &[&Self]) -> Vec<Finding> {
        let is_known = |key: &str, variable: &String| {
            variable == COUNT
                || others.iter().filter_map(|other| other.by_key.get(key)).any(|message| {
                    message.shown.contains(variable) || message.choosing.contains(variable)
                })
        };
        let mut findings = Vec::new();
        for (key, message) in &self.by_key {
            for variable in message.choosing.iter().filter(|variable| !is_known(key, variable)) {
                let what = format!("'{key}' chooses by ${variable}, which no other language knows");
                let what = format!("{what}: correct the name");
                findings.push(Finding::new(&message.path, message.line, what));
            }
        }
        findings
    }
}

/// A name that chooses in every language that counts.
const COUNT: &str = "count";

/// A term of Fluent begins with a hyphen, a message with a letter. A hyphen at the end belongs to
/// a code that is empty.
fn is_key(text: &str) -> bool {
    let text = text.strip_prefix('-').unwrap_or(text);
    text.starts_with(|c: char| c.is_ascii_alphabetic())
        && text.chars().all(|c| c.is_ascii_alphanumeric() || c == '-' || c == '_')
}

/// The names after `$`, each with whether it chooses between forms (`{ $count ->`).
fn variables(line: &str) -> Vec<(String, bool)> {
    let name_and_use = |rest: &str| {
        let ends = |c: char| !(c.is_ascii_alphanumeric() || c == '-' || c == '_');
        let (name, after) = rest.split_at(rest.find(ends).unwrap_or(rest.len()));
        // A name that touches the arrow would swallow its hyphen.
        let name = name.trim_end_matches('-');
        let chooses = after.trim_start().trim_start_matches('-').starts_with('>');
        (name.to_owned(), chooses)
    };
    line.split('$').skip(1).map(name_and_use).filter(|(name, _)| !name.is_empty()).collect()
}

fn named(variables: &BTreeSet<String>) -> String {
    if variables.is_empty() {
        return "no variable".to_owned();
    }
    variables.iter().map(|name| format!("${name}")).collect::<Vec<_>>().join(", ")
}

/// The keys that are asked for by name, with their lines. What is put together from pieces is
/// not seen here; a test of the pages finds those.
fn asked(text: &str) -> Vec<(usize, &str)> {
    let mut keys = Vec::new();
    for asking in ASKING {
        for (at, _) in text.match_indices(asking) {
            let Some((before, rest)) = text.split_at_checked(at + asking.len()) else { continue };
            let rest = rest.trim_start();
            let Some((key, _)) = rest.strip_prefix('"').and_then(|rest| rest.split_once('"'))
            else {
                continue;
            };
            if is_key(key) {
                keys.push((numbered(before).count(), key));
            }
        }
    }
    keys
}

#[cfg(test)]
mod tests;
