//! Every dependency has a licence that deny.toml allows.

use serde_json::Value;

use super::{Finding, TextFile, numbered};

/// Checks the licence of every package that is built on this machine.
pub(super) fn check(
    deny: Option<&TextFile>,
    lock: Option<&TextFile>,
    metadata: &Value,
) -> Vec<Finding> {
    let Some(deny) = deny else {
        return vec![Finding::new("deny.toml", 1, "the file is missing: write it")];
    };
    let allowed = allowed(&deny.text);
    let packages = metadata["packages"].as_array().map(Vec::as_slice).unwrap_or_default();
    let mut findings = Vec::new();
    for package in packages {
        let name = package["name"].as_str().unwrap_or_default();
        let version = package["version"].as_str().unwrap_or_default();
        let what = match package["license"].as_str() {
            Some(licence) if is_allowed(licence, &allowed) => continue,
            Some(licence) => format!("'{licence}' is not in the list of deny.toml"),
            None => "it names no licence".to_owned(),
        };
        let line = lock.and_then(|lock| line_of(&lock.text, name)).unwrap_or(1);
        let what = format!(
            "{name} {version}: {what}: use another package, or add the licence with its reason"
        );
        findings.push(Finding::new("Cargo.lock", line, what));
    }
    findings
}

fn line_of(lock: &str, name: &str) -> Option<usize> {
    let entry = format!("name = \"{name}\"");
    numbered(lock).find(|(_, line)| *line == entry).map(|(number, _)| number)
}

/// The list `allow = […]` of the section `[licenses]`, one licence a line.
fn allowed(deny: &str) -> Vec<String> {
    let section = deny.lines().skip_while(|line| line.trim() != "[licenses]").skip(1);
    let section = section.take_while(|line| !line.starts_with('['));
    let list = section.skip_while(|line| !line.starts_with("allow")).skip(1);
    let list = list.take_while(|line| !line.starts_with(']'));
    list.filter_map(|line| line.split('"').nth(1)).map(str::to_owned).collect()
}

/// Whether an SPDX expression can be satisfied with what is allowed.
fn is_allowed(expression: &str, allowed: &[String]) -> bool {
    // Older packages write `MIT/Apache-2.0` for a choice.
    let spaced = expression.replace('/', " OR ").replace('(', " ( ").replace(')', " ) ");
    let words: Vec<&str> = spaced.split_whitespace().collect();
    let mut reading = Expression { words: &words, allowed };
    reading.choice() && reading.words.is_empty()
}

/// What is left to read of an expression. What cannot be read is not allowed.
struct Expression<'a> {
    words: &'a [&'a str],
    allowed: &'a [String],
}

impl<'a> Expression<'a> {
    fn take(&mut self) -> Option<&'a str> {
        let (first, rest) = self.words.split_first()?;
        self.words = rest;
        Some(first)
    }

    fn take_if(&mut self, word: &str) -> bool {
        let is_next = self.words.first() == Some(&word);
        if is_next {
            self.take();
        }
        is_next
    }

    fn choice(&mut self) -> bool {
        let mut satisfied = self.both();
        while self.take_if("OR") {
            satisfied |= self.both();
        }
        satisfied
    }

    fn both(&mut self) -> bool {
        let mut satisfied = self.one();
        while self.take_if("AND") {
            satisfied &= self.one();
        }
        satisfied
    }

    fn one(&mut self) -> bool {
        if self.take_if("(") {
            let satisfied = self.choice();
            return self.take_if(")") && satisfied;
        }
        let Some(licence) = self.take() else { return false };
        if !self.take_if("WITH") {
            return self.allowed.iter().any(|allowed| allowed == licence);
        }
        let Some(exception) = self.take() else { return false };
        let licence = format!("{licence} WITH {exception}");
        self.allowed.contains(&licence)
    }
}

#[cfg(test)]
mod tests;
