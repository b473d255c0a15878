//! What is typed into the form of a draft, and the record that it comes to.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;
use servanda_model::record::Commitment;
use servanda_model::when::Point;
use servanda_model::{Facts, Kind, Language, Lens, Multilingual, Record, RecordId, Role, When};
use servanda_register::RegisterError;
use unicode_normalization::UnicodeNormalization;

use super::compare::in_order;
use super::field::ToMend;
use crate::block::Names;
use crate::fields::Fields;
use crate::locale::Locale;

/// Characters of one text.
const TEXT_CHARS_MAX: usize = 20_000;

/// What is typed: nothing of it is lost when something else is to be mended.
#[derive(Debug, Clone, Default)]
pub(crate) struct Typed {
    texts: BTreeMap<(Role, Language), String>,
    due: String,
    made: String,
    owed_by: BTreeSet<String>,
    body: String,
    lenses: BTreeSet<String>,
}

/// A text in all languages, to be typed.
#[derive(Debug)]
pub(crate) struct TextGroup {
    pub(crate) label: String,
    pub(crate) fields: Vec<TextField>,
}

/// A text in one language.
#[derive(Debug)]
pub(crate) struct TextField {
    pub(crate) name: String,
    pub(crate) language: String,
    pub(crate) lang: &'static str,
    pub(crate) value: String,
    /// Lines shown; few for a title.
    pub(crate) rows: usize,
    /// That another language has changed since this one did.
    pub(crate) stale: Option<String>,
}

/// A date to be typed, with how it was understood.
#[derive(Debug)]
pub(crate) struct DateField {
    pub(crate) name: &'static str,
    pub(crate) label: String,
    pub(crate) value: String,
    pub(crate) understood: Option<String>,
    pub(crate) error: Option<String>,
}

/// Something to tick, or one of several to choose.
#[derive(Debug)]
pub(crate) struct Tick {
    pub(crate) name: String,
    pub(crate) value: String,
    pub(crate) label: String,
    pub(crate) chosen: bool,
}

/// The facts of a commitment, to be typed and ticked.
#[derive(Debug)]
pub(crate) struct CommitmentFields {
    pub(crate) dates: Vec<DateField>,
    pub(crate) owed_by: Vec<Tick>,
    pub(crate) bodies: Vec<Tick>,
    pub(crate) lenses: Vec<Tick>,
}

/// A commitment that nobody has worded yet, owed by one party.
pub(crate) fn new_commitment(id: RecordId, owed_by: RecordId, today: Date) -> Record {
    let facts = Facts::Commitment(Commitment {
        owed_by: vec![owed_by],
        due: None,
        made: When::At(Point::Day(today)),
        made_in: None,
        body: None,
        section: None,
        lenses: Vec::new(),
        course: None,
        continues: Vec::new(),
        answers: Vec::new(),
        concerns: Vec::new(),
    });
    Record { id, texts: BTreeMap::new(), facts, sources: Vec::new() }
}

/// The texts that a draft of this record has: those it says, and those of its kind.
fn roles(record: &Record) -> Vec<Role> {
    let of_kind: &[Role] = match record.kind() {
        Kind::Commitment | Kind::Recommendation => &[Role::Title, Role::Wording],
        Kind::Body => &[Role::Name, Role::Mandate],
        Kind::Instrument | Kind::Section | Kind::Meeting => &[Role::Title, Role::Summary],
        Kind::Partnership
        | Kind::Party
        | Kind::Institution
        | Kind::Person
        | Kind::Post
        | Kind::Term
        | Kind::Observation
        | Kind::Participation
        | Kind::Engagement
        | Kind::Figure
        | Kind::Document => &[],
    };
    Role::ALL
        .into_iter()
        .filter(|role| ![Role::Text, Role::Reason].contains(role))
        .filter(|role| of_kind.contains(role) || record.texts.contains_key(role))
        .collect()
}

impl Typed {
    /// What a form shows of a record.
    pub(crate) fn of_record(record: &Record) -> Self {
        let mut typed = Self::default();
        for role in roles(record) {
            for language in Language::ALL {
                let text = record.texts.get(&role).and_then(|text| text.get(language));
                typed.texts.insert((role, language), text.unwrap_or_default().to_owned());
            }
        }
        if let Facts::Commitment(it) = &record.facts {
            typed.due = it.due.map(|when| when.to_string()).unwrap_or_default();
            typed.made = it.made.to_string();
            typed.owed_by = it.owed_by.iter().map(RecordId::to_string).collect();
            typed.body = it.body.as_ref().map(RecordId::to_string).unwrap_or_default();
            typed.lenses = it.lenses.iter().map(|lens| lens.code().to_owned()).collect();
        }
        typed
    }

    /// What was sent, for a draft of this record.
    pub(crate) fn of_fields(record: &Record, fields: &Fields) -> Self {
        let said = |name: &str| fields.get(name).unwrap_or_default().to_owned();
        let mut typed = Self { due: said("due"), made: said("made"), ..Self::default() };
        for role in roles(record) {
            for language in Language::ALL {
                // Browsers send line ends of their own, and keyboards may send accents apart.
                let text: String =
                    said(&text_name(role, language)).replace("\r\n", "\n").nfc().collect();
                let text = text.trim().chars().take(TEXT_CHARS_MAX).collect();
                typed.texts.insert((role, language), text);
            }
        }
        typed.body = said("body");
        let ticked = |prefix: &str| -> BTreeSet<String> {
            fields.names().filter_map(|name| name.strip_prefix(prefix)).map(str::to_owned).collect()
        };
        typed.owed_by = ticked("owed-by-");
        typed.lenses = ticked("lens-");
        typed
    }

    /// The record that it comes to, with what is to be mended first.
    pub(crate) fn record(&self, locale: &Locale, before: &Record) -> Result<Record, Vec<ToMend>> {
        let mut record = before.clone();
        for role in roles(before) {
            let texts = Language::ALL.into_iter().filter_map(|language| {
                let text = self.texts.get(&(role, language)).filter(|text| !text.is_empty())?;
                Some((Some(language), text.clone()))
            });
            let text: Multilingual = texts.collect();
            if text.is_empty() {
                record.texts.remove(&role);
            } else {
                record.texts.insert(role, text);
            }
        }
        if let Facts::Commitment(commitment) = &mut record.facts {
            self.fill(locale, commitment)?;
        }
        Ok(record)
    }

    fn fill(&self, locale: &Locale, commitment: &mut Commitment) -> Result<(), Vec<ToMend>> {
        let mut to_mend = Vec::new();
        let mut mend = |field: &'static str, key: &str| {
            to_mend.push(ToMend { field: Some(field), what: locale.say(key) });
        };
        match (self.due.trim(), When::said(&self.due)) {
            ("", _) => commitment.due = None,
            (_, Some(when)) => commitment.due = Some(when),
            (_, None) => mend("due", "refused-date"),
        }
        match When::said(&self.made) {
            Some(when) => commitment.made = when,
            None => mend("made", "refused-date"),
        }
        let owed_by = self.owed_by.iter().filter_map(|id| RecordId::parse(id).ok());
        commitment.owed_by = owed_by.collect();
        if commitment.owed_by.is_empty() {
            mend("owed-by", "refused-nobody-owes");
        }
        commitment.body = RecordId::parse(&self.body).ok();
        commitment.lenses =
            Lens::ALL.iter().copied().filter(|lens| self.lenses.contains(lens.code())).collect();
        if to_mend.is_empty() { Ok(()) } else { Err(to_mend) }
    }

    /// The texts, to be typed.
    ///
    /// `before` is the draft as it was written before, oldest first.
    pub(crate) fn text_groups(&self, locale: &Locale, before: &[Record]) -> Vec<TextGroup> {
        let mut roles: Vec<Role> = self.texts.keys().map(|(role, _)| *role).collect();
        roles.dedup();
        roles
            .into_iter()
            .map(|role| TextGroup {
                label: locale.say_code("role", role.code()),
                fields: in_order(locale)
                    .map(|language| TextField {
                        name: text_name(role, language),
                        language: locale.say_code("language", language.tag()),
                        lang: language.locale(),
                        value: self.texts.get(&(role, language)).cloned().unwrap_or_default(),
                        stale: changed_since(locale, before, role, language),
                        rows: if [Role::Title, Role::Name].contains(&role) { 2 } else { 7 },
                    })
                    .collect(),
            })
            .collect()
    }

    /// The facts of a commitment, to be typed.
    pub(crate) fn commitment_fields(
        &self,
        names: &Names<'_>,
        to_mend: &[ToMend],
    ) -> Result<CommitmentFields, RegisterError> {
        let locale = names.locale;
        let date = |name: &'static str, value: &str| DateField {
            name,
            label: locale.say_code("fact", if name == "due" { "due" } else { "made-on" }),
            value: value.to_owned(),
            understood: When::said(value).map(|when| locale.when(when)),
            error: to_mend.iter().find(|it| it.field == Some(name)).map(|it| it.what.clone()),
        };
        let mut owed_by = Vec::new();
        for party in names.view.of_kind(names.partnership, Kind::Party)? {
            owed_by.push(party.record.id);
        }
        let others = self.owed_by.iter().filter_map(|id| RecordId::parse(id).ok());
        let others: Vec<RecordId> = others.filter(|id| !owed_by.contains(id)).collect();
        owed_by.extend(others);
        let tick = |prefix: &str, value: String, label: String, chosen: bool| Tick {
            name: format!("{prefix}{value}"),
            value,
            label,
            chosen,
        };
        let mut bodies =
            vec![tick("", String::new(), locale.say("draft-no-body"), self.body.is_empty())];
        for body in names.view.of_kind(names.partnership, Kind::Body)? {
            let id = body.record.id.to_string();
            let chosen = self.body == id;
            bodies.push(tick("", id, names.title(&body), chosen));
        }
        Ok(CommitmentFields {
            dates: vec![date("made", &self.made), date("due", &self.due)],
            owed_by: owed_by
                .iter()
                .map(|id| {
                    let chosen = self.owed_by.contains(id.as_str());
                    Ok(tick("owed-by-", id.to_string(), names.link(id)?.text, chosen))
                })
                .collect::<Result<_, RegisterError>>()?,
            bodies,
            lenses: Lens::ALL
                .iter()
                .map(|lens| {
                    let label = locale.say_code("lens", lens.code());
                    let chosen = self.lenses.contains(lens.code());
                    tick("lens-", lens.code().to_owned(), label, chosen)
                })
                .collect(),
        })
    }
}

fn text_name(role: Role, language: Language) -> String {
    format!("{}-{}", role.code(), language.tag())
}

/// The languages in which a text was changed after it was last changed in this one, in words.
fn changed_since(
    locale: &Locale,
    before: &[Record],
    role: Role,
    language: Language,
) -> Option<String> {
    let last_change = |language: Language| {
        let said = |record: &Record| {
            record.texts.get(&role).and_then(|text| text.get(language)).map(str::to_owned)
        };
        let pairs = before.iter().zip(before.iter().skip(1)).enumerate();
        pairs.filter(|(_, (old, new))| said(old) != said(new)).map(|(place, _)| place + 1).max()
    };
    let own = last_change(language);
    let later: Vec<String> = in_order(locale)
        .filter(|other| last_change(*other) > own)
        .map(|other| locale.say_code("language", other.tag()))
        .collect();
    let languages = locale.list(&later);
    (!later.is_empty()).then(|| locale.say_about("text-stale", &[("languages", &languages)]))
}
