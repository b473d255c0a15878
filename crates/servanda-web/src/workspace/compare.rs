//! A version of a record beside another: every text in all languages with what changed in it, the
//! facts, and where the languages do not say the same.

use servanda_actions::agreement::differing;
use servanda_model::concordance::Difference;
use servanda_model::{Language, Record, RecordId, Role, Standing};
use servanda_register::{Held, View};

use crate::answer::PageError;
use crate::block::{Fact, Link, Names};
use crate::locale::Locale;
use crate::record::{FactChange, Piece, fact_changes, facts_of, pieces};

/// A version as it is read before somebody agrees to it.
#[derive(Debug)]
pub(crate) struct Compared {
    /// What it is compared with.
    pub(crate) against: String,
    /// Its texts, each in all languages.
    pub(crate) texts: Vec<TextRow>,
    /// Its facts.
    pub(crate) facts: Vec<Fact>,
    /// The facts that change.
    pub(crate) changes: Vec<FactChange>,
    /// Where its languages differ.
    pub(crate) differing: Vec<Differing>,
    /// The passages that it rests on.
    pub(crate) rests: Vec<Rest>,
}

/// A passage that a version rests on.
#[derive(Debug)]
pub(crate) struct Rest {
    /// Its words, or its first and last ones.
    pub(crate) words: String,
    pub(crate) document: Link,
}

/// One text in all languages.
#[derive(Debug)]
pub(crate) struct TextRow {
    /// What it is.
    pub(crate) label: String,
    /// It, in each language.
    pub(crate) versions: Vec<TextVersion>,
}

/// A text in one language, with what changed in it.
#[derive(Debug)]
pub(crate) struct TextVersion {
    pub(crate) lang: &'static str,
    /// The name of the language.
    pub(crate) language: String,
    /// The text; empty where it is missing.
    pub(crate) pieces: Vec<Piece>,
}

/// An aspect in which the languages of a text differ.
#[derive(Debug)]
pub(crate) struct Differing {
    /// Which text and which aspect.
    pub(crate) what: String,
    /// What stands in each language.
    pub(crate) found: Vec<String>,
}

/// A version beside the one it would change; none where it is the first.
pub(crate) fn compared(
    names: &Names<'_>,
    version: &Record,
    base: Option<&Held>,
    against: String,
) -> Result<Compared, PageError> {
    let standing = base.map_or(Standing::Proposed, |base| base.standing);
    let held = as_held(names, version, standing);
    let differing = differing(names.view, names.partnership, version)?;
    Ok(Compared {
        against,
        texts: texts(names.locale, version, base.map(|base| &base.record)),
        facts: facts_of(names, &held)?,
        changes: match base {
            Some(base) => fact_changes(names, base, &held)?,
            None => Vec::new(),
        },
        differing: differing.iter().map(|(role, it)| in_words(names.locale, *role, it)).collect(),
        rests: rests(names, version)?,
    })
}

/// The passages that a version rests on. Of a document that is proposed with it, the register knows
/// nothing yet.
fn rests(names: &Names<'_>, version: &Record) -> Result<Vec<Rest>, PageError> {
    let mut rests = Vec::new();
    for passage in &version.sources {
        let is_known = names.view.kind(&passage.document)?.is_some();
        let words = if passage.begins == passage.ends {
            passage.begins.clone()
        } else {
            format!("{} … {}", passage.begins, passage.ends)
        };
        let document = if is_known {
            names.link(&passage.document)?
        } else {
            Link::plain(names.locale.say("document-not-public"))
        };
        rests.push(Rest { words, document });
    }
    Ok(rests)
}

/// The version that stands for a record, with what it is in words.
pub(crate) fn standing_version(
    view: &View<'_>,
    locale: &Locale,
    id: &RecordId,
) -> Result<(Option<Held>, String), PageError> {
    Ok(match view.find(id)? {
        Some(held) => {
            let standing = locale.say_code("standing", held.standing.code());
            (Some(held), locale.say_about("compared-with", &[("standing", &standing)]))
        }
        None => (None, locale.say("compared-with-nothing")),
    })
}

/// A version as if the register held it.
pub(crate) fn as_held(names: &Names<'_>, version: &Record, standing: Standing) -> Held {
    Held {
        record: version.clone(),
        partnership: names.partnership.to_owned(),
        standing,
        origin: String::new(),
        entry: 0,
        leaf: String::new(),
        at: 0,
    }
}

fn texts(locale: &Locale, version: &Record, base: Option<&Record>) -> Vec<TextRow> {
    let roles = Role::ALL.into_iter().filter(|role| {
        let says = |record: &Record| record.texts.contains_key(role);
        *role != Role::Text && (says(version) || base.is_some_and(says))
    });
    let said = |record: &Record, role: Role, language: Language| {
        let text = record.texts.get(&role).and_then(|text| text.get(language));
        text.unwrap_or_default().to_owned()
    };
    roles
        .map(|role| TextRow {
            label: locale.say_code("role", role.code()),
            versions: in_order(locale)
                .map(|language| {
                    let new = said(version, role, language);
                    // Of a first version nothing has changed.
                    let old = base.map_or_else(|| new.clone(), |base| said(base, role, language));
                    TextVersion {
                        lang: language.locale(),
                        language: locale.say_code("language", language.tag()),
                        pieces: pieces(&old, &new),
                    }
                })
                .collect(),
        })
        .collect()
}

/// The languages, the reader's first.
pub(crate) fn in_order(locale: &Locale) -> impl Iterator<Item = Language> + use<> {
    let own = locale.language();
    std::iter::once(own).chain(Language::ALL.into_iter().filter(move |it| *it != own))
}

/// What differs, in words.
pub(crate) fn in_words(locale: &Locale, role: Role, difference: &Difference) -> Differing {
    let text = locale.say_code("role", role.code());
    let aspect = locale.say_code("aspect", difference.aspect.code());
    let found = in_order(locale)
        .filter_map(|language| {
            let words = difference.found.get(&language)?;
            let words =
                if words.is_empty() { locale.say("differing-nothing") } else { words.join(", ") };
            let language = locale.say_code("language", language.tag());
            let texts = [("language", language.as_str()), ("words", &words)];
            Some(locale.say_about("differing-in", &texts))
        })
        .collect();
    let what = locale.say_about("differing-what", &[("text", &text), ("aspect", &aspect)]);
    Differing { what, found }
}
