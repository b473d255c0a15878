//! Posts and who holds them: a line for each post, its terms as a bar through the years.

use std::cmp::Ordering;

use jiff::civil::Date;
use serde_json::{Value, json};
use servanda_model::record::{Post, Term};
use servanda_model::term::{Holding, holding};
use servanda_model::{Facts, Kind, RecordId, Relation, When};
use servanda_register::{Held, RegisterError};

use crate::bars::{Bar, Years};
use crate::block::{Block, Link, Names, Row};
use crate::list;

/// The posts of a partnership's bodies on a day.
pub(crate) struct Posts<'names, 'page> {
    names: &'names Names<'page>,
    today: Date,
    years: Years,
}

impl<'names, 'page> Posts<'names, 'page> {
    /// Bars reach from the beginning of the partnership to the day.
    pub(crate) fn new(names: &'names Names<'page>, today: Date) -> Result<Self, RegisterError> {
        let held = names.view.of_kind(names.partnership, Kind::Partnership)?;
        let since = held.iter().filter_map(|it| it.record.facts.date()).map(When::key_day);
        Ok(Self { names, today, years: Years::spanning(since, today) })
    }

    /// The posts of a body or partnership, side by side in the order of the reader's language;
    /// those that nobody holds are shown as owed.
    pub(crate) fn of(&self, seat: &RecordId, heading: String) -> Result<Block, RegisterError> {
        let mut posts = Vec::new();
        for post in self.names.view.referring(seat, Relation::Body, Kind::Post)? {
            let Facts::Post(facts) = &post.record.facts else { continue };
            let party = self.names.link(&facts.party)?.text;
            posts.push((party, facts.clone(), post));
        }
        posts.sort_by(|a, b| self.compare(a, b));
        let rows = posts
            .iter()
            .map(|(party, _, post)| self.line(party, post))
            .collect::<Result<Vec<Row>, RegisterError>>()?;
        let years = if rows.is_empty() { Vec::new() } else { self.years.marks() };
        Ok(Block { heading, years, rows, ..Block::default() })
    }

    fn compare(&self, a: &(String, Post, Held), b: &(String, Post, Held)) -> Ordering {
        let title = |held: &Held| self.names.title(held);
        let locale = self.names.locale;
        locale
            .compare(&a.0, &b.0)
            .then_with(|| a.1.role.cmp(&b.1.role))
            .then_with(|| locale.compare(&title(&a.2), &title(&b.2)))
    }

    /// A post: whose it is, who holds it, who held it before.
    fn line(&self, party: &str, post: &Held) -> Result<Row, RegisterError> {
        let locale = self.names.locale;
        let terms = self.names.view.referring(&post.record.id, Relation::Post, Kind::Term)?;
        let holding = holding(&terms, term_of, self.today);
        let mut details = vec![Link::plain(party)];
        let dated = |key: &str, when: When| {
            let words = locale.say_about(key, &[("date", &locale.when(when))]);
            Link::date(words, when.to_string())
        };
        let mut shown = None;
        match &holding {
            Holding::Held { by, since } => {
                details.extend(self.holder(by)?);
                details.push(dated("holding-since", *since));
                shown = Some(*by);
            }
            Holding::LastKnown { by, on } => {
                details.extend(self.holder(by)?);
                details.push(dated("holding-last-known", *on));
                shown = Some(*by);
            }
            Holding::Vacant { since, .. } => details.push(dated("holding-vacant", *since)),
            Holding::NeverNamed => details.push(Link::plain(locale.say("holding-never-named"))),
        }
        details.extend(self.earlier(&terms, shown)?);
        let bar = Some(self.bar(&terms, &holding));
        Ok(Row { standing: None, bar, ..self.names.row(post, details) })
    }

    fn holder(&self, term: &Held) -> Result<Vec<Link>, RegisterError> {
        let Some(facts) = term_of(term) else { return Ok(Vec::new()) };
        Ok(vec![self.names.link(&facts.person)?, Link::plain(self.names.title(term))])
    }

    /// The other terms of a post, latest first.
    fn earlier(&self, terms: &[Held], shown: Option<&Held>) -> Result<Vec<Link>, RegisterError> {
        let locale = self.names.locale;
        let mut details = Vec::new();
        for term in terms.iter().rev() {
            let Some(facts) = term_of(term) else { continue };
            if shown.is_some_and(|shown| shown.record.id == term.record.id) {
                continue;
            }
            let person = self.names.link(&facts.person)?;
            let text = match list::documented(locale, facts) {
                Some(when) => {
                    let texts = [("person", person.text.as_str()), ("when", when.text.as_str())];
                    locale.say_about("holding-other", &texts)
                }
                None => person.text.clone(),
            };
            details.push(Link { text, ..person });
        }
        Ok(details)
    }

    fn bar(&self, terms: &[Held], holding: &Holding<'_, Held>) -> Bar {
        let mut bar = Bar::default();
        for term in terms.iter().filter_map(term_of) {
            let documented = term.documented.map(When::key_day);
            if let Some(documented) = documented.filter(|day| *day <= self.today) {
                bar.day(self.years, documented);
            }
            let Some(from) = term.from.or(term.documented.and(term.to).and(term.documented)) else {
                continue;
            };
            let from = from.key_day();
            if from > self.today {
                continue;
            }
            let end = |to: When| to.last_day().unwrap_or_else(|| to.key_day()).min(self.today);
            match term.to {
                Some(to) => bar.stretch(self.years, "held", from, end(to)),
                None => bar.stretch(self.years, "open", from, self.open_until(terms, from)),
            }
        }
        let first = Date::constant(self.years.first, 1, 1);
        match holding {
            Holding::Vacant { since, .. } => {
                let since = since.last_day().unwrap_or_else(|| since.key_day());
                bar.stretch(self.years, "owed", since, self.today);
            }
            Holding::NeverNamed => bar.stretch(self.years, "owed", first, self.today),
            Holding::Held { .. } | Holding::LastKnown { .. } => {}
        }
        bar
    }

    /// Until when a term without an end can last: until somebody else is known to hold the post.
    fn open_until(&self, terms: &[Held], from: Date) -> Date {
        let begins = |term: &Term| term.from.or(term.documented).map(When::key_day);
        let later = terms.iter().filter_map(term_of).filter_map(begins).filter(|day| *day > from);
        later.min().map_or(self.today, |day| day.min(self.today))
    }
}

/// How a post stands on a day, as data; `null` for what is no post.
pub(crate) fn data(names: &Names<'_>, held: &Held, day: Date) -> Result<Value, RegisterError> {
    if held.record.kind() != Kind::Post {
        return Ok(Value::Null);
    }
    let terms = names.view.referring(&held.record.id, Relation::Post, Kind::Term)?;
    let (state, term, since) = match holding(&terms, term_of, day) {
        Holding::Held { by, since } => ("held", Some(by), Some(since)),
        Holding::LastKnown { by, on } => ("last-known", Some(by), Some(on)),
        Holding::Vacant { after, since } => ("vacant", Some(after), Some(since)),
        Holding::NeverNamed => ("never-named", None, None),
    };
    Ok(json!({
        "on": day.to_string(), "state": state,
        "term": term.map(|term| term.record.id.as_str()),
        "since": since.map(|since| since.to_string())
    }))
}

fn term_of(held: &Held) -> Option<&Term> {
    let Facts::Term(term) = &held.record.facts else { return None };
    Some(term)
}
