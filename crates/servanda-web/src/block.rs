//! The pieces pages are made of: finished strings and addresses, nothing to decide.

use std::cell::RefCell;
use std::collections::BTreeMap;

use servanda_model::{Kind, RecordId, Standing};
use servanda_register::{Held, RegisterError, View};

use crate::bars::Bar;
use crate::locale::Locale;
use crate::routes;
use crate::table::Table;

/// Words that may lead somewhere.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Link {
    /// The words.
    pub(crate) text: String,
    /// Where they lead. No address, no link.
    pub(crate) href: Option<String>,
    /// The machine form of a date.
    pub(crate) datetime: Option<String>,
}

impl Link {
    /// Words that lead nowhere.
    pub(crate) fn plain(text: impl Into<String>) -> Self {
        Self { text: text.into(), href: None, datetime: None }
    }

    /// Words that lead to an address.
    pub(crate) fn to(text: impl Into<String>, href: impl Into<String>) -> Self {
        Self { text: text.into(), href: Some(href.into()), datetime: None }
    }

    /// A date in words with its machine form, where HTML has one for it.
    pub(crate) fn date(text: impl Into<String>, machine: impl Into<String>) -> Self {
        let machine = machine.into();
        Self { text: text.into(), href: None, datetime: is_html_date(&machine).then_some(machine) }
    }
}

/// Whether HTML's `time` has this form: EDTF's seasons, quarters and intervals stay words.
fn is_html_date(machine: &str) -> bool {
    let beyond_months = machine.len() == 7 && machine.get(5..).is_some_and(|month| month > "12");
    !machine.is_empty() && !machine.contains('/') && !beyond_months
}

/// A label and what stands beside it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Fact {
    /// The label.
    pub(crate) label: String,
    /// The values, one a line.
    pub(crate) values: Vec<Link>,
}

/// How a record stands: a word and a shape.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Badge {
    /// The code, for the shape.
    pub(crate) code: &'static str,
    /// The word.
    pub(crate) label: String,
    /// What the word means.
    pub(crate) meaning: String,
}

/// One line of a list.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Row {
    /// What it is, and its address.
    pub(crate) title: Link,
    /// The language of the title where it is not the page's.
    pub(crate) title_lang: Option<&'static str>,
    /// What stands under it, in pieces.
    pub(crate) details: Vec<Link>,
    /// How it stands.
    pub(crate) standing: Option<Badge>,
    /// When it was, through the years of its list.
    pub(crate) bar: Option<Bar>,
}

/// A list with a heading.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Block {
    /// The heading, or empty for none.
    pub(crate) heading: String,
    /// Where the heading leads.
    pub(crate) href: Option<String>,
    /// Sentences before it.
    pub(crate) words: Vec<Link>,
    /// What stands before it as labels and values.
    pub(crate) facts: Vec<Fact>,
    /// The years over the bars of its lines.
    pub(crate) years: Vec<String>,
    /// The same things in columns, where they have several.
    pub(crate) table: Option<Table>,
    /// Its lines.
    pub(crate) rows: Vec<Row>,
    /// What is said when there are none.
    pub(crate) empty: Option<String>,
}

/// A text in one language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Version {
    /// The tag with region, for the `lang` attribute.
    pub(crate) lang: &'static str,
    /// The name of the language, in the reader's.
    pub(crate) language: String,
    /// Its paragraphs.
    pub(crate) paragraphs: Vec<String>,
}

/// How many, as messages count.
pub(crate) fn count(number: usize) -> u64 {
    u64::try_from(number).unwrap_or(u64::MAX)
}

/// The badge of a standing.
pub(crate) fn badge(locale: &Locale, standing: Standing) -> Badge {
    Badge {
        code: standing.code(),
        label: locale.say_code("standing", standing.code()),
        meaning: locale.say_code("standing-meaning", standing.code()),
    }
}

/// Names and addresses of records, as one page needs them.
pub(crate) struct Names<'page> {
    pub(crate) view: &'page View<'page>,
    pub(crate) locale: &'static Locale,
    pub(crate) partnership: &'page str,
    /// Names that this page has asked for already: a list repeats the same few.
    known: RefCell<BTreeMap<RecordId, Link>>,
}

impl Block {
    /// A list of which nothing is to be said at all.
    pub(crate) fn is_silent(&self) -> bool {
        self.rows.is_empty()
            && self.empty.is_none()
            && self.words.is_empty()
            && self.facts.is_empty()
            && self.table.is_none()
    }
}

impl<'page> Names<'page> {
    pub(crate) fn new(
        view: &'page View<'page>,
        locale: &'static Locale,
        partnership: &'page str,
    ) -> Self {
        Self { view, locale, partnership, known: RefCell::default() }
    }

    /// A record's name, leading to its page.
    pub(crate) fn link(&self, id: &RecordId) -> Result<Link, RegisterError> {
        if let Some(known) = self.known.borrow().get(id) {
            return Ok(known.clone());
        }
        let link = self.look_up(id)?;
        self.known.borrow_mut().insert(id.clone(), link.clone());
        Ok(link)
    }

    fn look_up(&self, id: &RecordId) -> Result<Link, RegisterError> {
        let label = self.view.label(id, self.locale.language())?;
        let kind = self.view.kind(id)?;
        Ok(match (label, kind) {
            (Some(label), Some(kind)) => Link::to(label, self.href(kind, id)),
            (None, Some(kind)) => Link::to(self.locale.say("erased"), self.href(kind, id)),
            (_, None) => Link::plain(self.locale.say("unknown-record")),
        })
    }

    /// A voice in words: the name of the party that it is, or what it does.
    pub(crate) fn voice(&self, voice: &str) -> Result<String, RegisterError> {
        let parties = self.view.party_voices(self.partnership)?;
        match parties.into_iter().find(|party| party.voice == voice) {
            Some(party) => Ok(self.link(&party.party)?.text),
            None => Ok(self.locale.say_code("voice", voice)),
        }
    }

    pub(crate) fn links(&self, ids: &[RecordId]) -> Result<Vec<Link>, RegisterError> {
        ids.iter().map(|id| self.link(id)).collect()
    }

    /// The address of a record's page in the reader's language.
    pub(crate) fn href(&self, kind: Kind, id: &RecordId) -> String {
        self.path(&routes::record(self.partnership, kind, id))
    }

    pub(crate) fn path(&self, path: &str) -> String {
        routes::localized(self.locale.language(), path)
    }

    /// The name or title of a record that is at hand.
    pub(crate) fn title(&self, held: &Held) -> String {
        title(self.locale, held)
    }

    /// A line for a record: its title, leading to its page, and how it stands.
    pub(crate) fn row(&self, held: &Held, details: Vec<Link>) -> Row {
        let lang = nearest_title(self.locale, held).and_then(|(_, other)| other);
        Row {
            title: Link::to(self.title(held), self.href(held.record.kind(), &held.record.id)),
            title_lang: lang.map(servanda_model::Language::locale),
            details,
            standing: Some(badge(self.locale, held.standing)),
            bar: None,
        }
    }
}

type Nearest<'held> = Option<(&'held str, Option<servanda_model::Language>)>;

fn nearest_title<'held>(locale: &Locale, held: &'held Held) -> Nearest<'held> {
    use servanda_model::Role;
    [Role::Title, Role::Name]
        .into_iter()
        .find_map(|role| held.record.texts.get(&role)?.nearest(locale.language()))
}

/// The name or title of a record, or the words for one that was erased.
pub(crate) fn title(locale: &Locale, held: &Held) -> String {
    nearest_title(locale, held).map_or_else(|| locale.say("erased"), |(title, _)| title.to_owned())
}
