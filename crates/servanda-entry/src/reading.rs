//! What a reader made of a document, version 1, as a part of a workspace journal: everything but the
//! text, which is a part of its own.
//!
//! Never: published. Findings are proposals, and stay on the side that received the document.

use serde::{Deserialize, Serialize};
use servanda_model::reading::{Due, Finding, FindingPlace, Reading, Trouble, TroubleKind};
use servanda_model::record::{Block, BlockForm};
use servanda_model::{Language, When};

/// The version of the form these parts are written in.
const VERSION: u64 = 1;

/// A part is not the reading of a document.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("the reading of a document is malformed: {0}")]
pub struct NotAReading(pub String);

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Written {
    v: u64,
    media: String,
    language: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    date: Option<String>,
    outline: Vec<(String, usize, usize)>,
    findings: Vec<WrittenFinding>,
    troubles: Vec<WrittenTrouble>,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct WrittenFinding {
    place: String,
    language: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    who: Option<String>,
    #[serde(default, rename = "stands-for", skip_serializing_if = "Option::is_none")]
    stands_for: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    due: Option<String>,
    #[serde(default, rename = "due-words", skip_serializing_if = "Option::is_none")]
    due_words: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    name: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    short: Option<String>,
    confidence: u8,
    rule: String,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct WrittenTrouble {
    kind: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    at: Option<usize>,
}

/// The bytes of the part of a reading: canonical JSON.
pub fn encode_reading(reading: &Reading) -> Vec<u8> {
    let written = Written {
        v: VERSION,
        media: reading.media_type.clone(),
        language: reading.language.tag().to_owned(),
        date: reading.date.map(|date| date.to_string()),
        outline: reading
            .outline
            .iter()
            .map(|block| (block.form.code().to_owned(), block.start, block.end))
            .collect(),
        findings: reading.findings.iter().map(written).collect(),
        troubles: reading
            .troubles
            .iter()
            .map(|trouble| WrittenTrouble { kind: trouble.kind.code().to_owned(), at: trouble.at })
            .collect(),
    };
    serde_json_canonicalizer::to_vec(&written)
        .expect("a tree of lists, strings and whole numbers is always written")
}

fn written(finding: &Finding) -> WrittenFinding {
    let due = finding.due.as_ref();
    WrittenFinding {
        place: finding.place.to_string(),
        language: finding.language.tag().to_owned(),
        who: finding.who.clone(),
        stands_for: finding.stands_for.clone(),
        due: due.and_then(|due| due.when).map(|when| when.to_string()),
        due_words: due.map(|due| due.words.clone()),
        name: finding.name.clone(),
        short: finding.short.clone(),
        confidence: finding.confidence,
        rule: finding.rule.clone(),
    }
}

/// Reads the part of a reading, beside its text.
pub fn decode_reading(bytes: &[u8], text: String) -> Result<Reading, NotAReading> {
    let odd = |what: &str| NotAReading(what.to_owned());
    let written: Written =
        serde_json::from_slice(bytes).map_err(|error| NotAReading(error.to_string()))?;
    if written.v != VERSION {
        return Err(odd("v"));
    }
    let outline = written.outline.into_iter().map(|(form, start, end)| {
        let form = BlockForm::find(&form).ok_or_else(|| odd("outline"))?;
        Ok(Block { form, start, end })
    });
    let findings = written.findings.into_iter().map(finding);
    let troubles = written.troubles.into_iter().map(|trouble| {
        let kind = TroubleKind::find(&trouble.kind).ok_or_else(|| odd("troubles"))?;
        Ok(Trouble { kind, at: trouble.at })
    });
    Ok(Reading {
        media_type: written.media,
        language: language(&written.language)?,
        date: written.date.as_deref().map(when).transpose()?,
        text,
        outline: outline.collect::<Result<_, NotAReading>>()?,
        findings: findings.collect::<Result<_, _>>()?,
        troubles: troubles.collect::<Result<_, NotAReading>>()?,
    })
}

fn finding(written: WrittenFinding) -> Result<Finding, NotAReading> {
    let when = written.due.as_deref().map(when).transpose()?;
    Ok(Finding {
        place: FindingPlace::parse(&written.place)
            .map_err(|not_a_place| NotAReading(not_a_place.to_string()))?,
        language: language(&written.language)?,
        who: written.who,
        stands_for: written.stands_for,
        due: written.due_words.map(|words| Due { when, words }),
        name: written.name,
        short: written.short,
        confidence: written.confidence,
        rule: written.rule,
    })
}

fn language(tag: &str) -> Result<Language, NotAReading> {
    Language::parse(tag).map_err(|not_a_language| NotAReading(not_a_language.to_string()))
}

fn when(text: &str) -> Result<When, NotAReading> {
    When::parse(text).map_err(|not_a_date| NotAReading(not_a_date.to_string()))
}

#[cfg(test)]
mod tests;
