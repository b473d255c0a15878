//! The facts of a record as labels and values.

use servanda_model::record as model;
use servanda_model::{Facts, Lens, RecordId, Role, When};
use servanda_register::{Held, RegisterError};

use crate::block::{Fact, Link, Names};
use crate::document;

type Filled = Result<Vec<Fact>, RegisterError>;

/// The facts of a record; what it does not have is left out.
pub(crate) fn of(names: &Names<'_>, held: &Held) -> Filled {
    let mut facts = Facing { names, facts: Vec::new() };
    match &held.record.facts {
        Facts::Partnership(it) => {
            facts.when("since", Some(it.since));
            facts.records("parties", &it.parties)?;
        }
        Facts::Party(it) => facts.text("country-code", Some(&it.code)),
        Facts::Institution(it) => {
            facts.record("party", it.party.as_ref())?;
            facts.record("part-of", it.parent.as_ref())?;
        }
        Facts::Post(it) => post(&mut facts, it)?,
        Facts::Term(it) => term(&mut facts, it)?,
        Facts::Body(it) => {
            facts.code("body-form", Some(it.form.code()));
            facts.code("body-state", Some(it.state.code()));
            facts.record("part-of", it.parent.as_ref())?;
            facts.records("continues", &it.continues)?;
            facts.when("since", it.since);
            facts.when("until", it.until);
        }
        Facts::Instrument(it) => {
            facts.code("instrument-form", Some(it.form.code()));
            facts.when("adopted", it.date);
            facts.when("period", it.period);
            facts.records("adopted-by", &it.parties)?;
            facts.record("made-under", it.parent.as_ref())?;
            facts.records("continues", &it.continues)?;
        }
        Facts::Section(it) => {
            facts.record("instrument", Some(&it.instrument))?;
            facts.text("number", Some(&it.number.to_string()));
            facts.code("course", it.course.map(model::Course::code));
            facts.records("continues", &it.continues)?;
        }
        Facts::Meeting(it) => meeting(&mut facts, it, held)?,
        Facts::Commitment(it) => commitment(&mut facts, it, held)?,
        Facts::Recommendation(it) => recommendation(&mut facts, it)?,
        Facts::Observation(it) => {
            facts.code("observation-form", Some(it.form.code()));
            facts.records("by", &it.by)?;
            facts.records("to", &it.to)?;
            facts.when("made-on", Some(it.made));
            facts.record("made-in", it.made_in.as_ref())?;
            facts.records("about", &it.about)?;
            facts.lenses(&it.lenses);
        }
        Facts::Participation(it) => {
            facts.record("person-there", it.person.as_ref())?;
            facts.record("institution", it.institution.as_ref())?;
            facts.record("for-party", it.party.as_ref())?;
            facts.code("participation-role", Some(it.role.code()));
            facts.record("meeting", Some(&it.meeting))?;
        }
        Facts::Engagement(it) => engagement(&mut facts, it, held)?,
        Facts::Figure(it) => {
            facts.text("value", Some(&figure_value(names, it, held)));
            facts.when("when", Some(it.when));
            facts.record("about", it.about.as_ref())?;
            facts.record("part-of-figure", it.part_of.as_ref())?;
            facts.lenses(&it.lenses);
        }
        Facts::Document(it) => {
            facts.when("published-on", it.published);
            facts.facts.extend(document::facts(names, held, it, false));
        }
        Facts::Person => {}
    }
    Ok(facts.facts)
}

/// A figure with its unit, as the reader's language writes it.
pub(crate) fn figure_value(names: &Names<'_>, figure: &model::Figure, held: &Held) -> String {
    let number = names.locale.decimal(&figure.value);
    match names.locale.text(held.record.texts.get(&Role::Unit)) {
        Some(unit) => format!("{number}\u{a0}{unit}"),
        None => number,
    }
}

fn post(facts: &mut Facing<'_, '_>, it: &model::Post) -> Result<(), RegisterError> {
    facts.code("post-role", Some(it.role.code()));
    facts.record("seat-of", Some(&it.seat_of))?;
    facts.record("for-party", Some(&it.party))
}

fn term(facts: &mut Facing<'_, '_>, it: &model::Term) -> Result<(), RegisterError> {
    facts.record("person", Some(&it.person))?;
    facts.record("post", Some(&it.post))?;
    facts.record("institution", it.institution.as_ref())?;
    facts.when("from", it.from);
    facts.when("until", it.to);
    facts.when("documented-on", it.documented);
    Ok(())
}

fn meeting(
    facts: &mut Facing<'_, '_>,
    it: &model::Meeting,
    held: &Held,
) -> Result<(), RegisterError> {
    facts.when("date", Some(it.date));
    facts.text("place", facts.names.locale.text(held.record.texts.get(&Role::Place)));
    facts.record("host", it.host.as_ref())?;
    facts.code("mode", it.mode.map(model::Mode::code));
    facts.record("series", it.series.as_ref())?;
    facts.records("organizers", &it.organizers)?;
    facts.text("number", it.number.map(|number| number.to_string()).as_deref());
    facts.record("session-of", it.part_of.as_ref())
}

fn engagement(
    facts: &mut Facing<'_, '_>,
    it: &model::Engagement,
    held: &Held,
) -> Result<(), RegisterError> {
    facts.code("engagement-form", Some(it.form.code()));
    facts.when("period", Some(it.period));
    facts.text("place", facts.names.locale.text(held.record.texts.get(&Role::Place)));
    facts.records("sent-by", &it.by)?;
    facts.records("received-by", &it.to)?;
    facts.record("made-under", it.instrument.as_ref())?;
    facts.record("body", it.body.as_ref())?;
    facts.lenses(&it.lenses);
    Ok(())
}

fn commitment(
    facts: &mut Facing<'_, '_>,
    it: &model::Commitment,
    held: &Held,
) -> Result<(), RegisterError> {
    facts.records("owed-by", &it.owed_by)?;
    let locale = facts.names.locale;
    let due = it.due.map(|due| {
        let words = locale.text(held.record.texts.get(&Role::DueWords));
        Link::date(words.map_or_else(|| locale.when(due), str::to_owned), due.to_string())
    });
    facts.push("due", vec![due.unwrap_or_else(|| Link::plain(locale.say("no-due-date")))]);
    facts.when("made-on", Some(it.made));
    facts.record("made-in", it.made_in.as_ref())?;
    facts.record("body", it.body.as_ref())?;
    facts.record("section", it.section.as_ref())?;
    facts.code("course", it.course.map(model::Course::code));
    facts.records("concerns", &it.concerns)?;
    facts.lenses(&it.lenses);
    Ok(())
}

fn recommendation(
    facts: &mut Facing<'_, '_>,
    it: &model::Recommendation,
) -> Result<(), RegisterError> {
    facts.records("by", &it.by)?;
    facts.records("to", &it.to)?;
    facts.when("made-on", Some(it.made));
    facts.record("made-in", it.made_in.as_ref())?;
    facts.when("answer-due", it.answer_due);
    facts.code("response", it.response.map(model::Response::code));
    facts.lenses(&it.lenses);
    Ok(())
}

struct Facing<'names, 'page> {
    names: &'names Names<'page>,
    facts: Vec<Fact>,
}

impl Facing<'_, '_> {
    fn push(&mut self, label: &str, values: Vec<Link>) {
        if !values.is_empty() {
            self.facts.push(Fact { label: self.names.locale.say_code("fact", label), values });
        }
    }

    fn text(&mut self, label: &str, text: Option<&str>) {
        self.push(label, text.map(Link::plain).into_iter().collect());
    }

    /// A code whose words have the label as their prefix.
    fn code(&mut self, label: &str, code: Option<&str>) {
        let words = code.map(|code| Link::plain(self.names.locale.say_code(label, code)));
        self.push(label, words.into_iter().collect());
    }

    fn when(&mut self, label: &str, when: Option<When>) {
        let words = when.map(|when| Link::date(self.names.locale.when(when), when.to_string()));
        self.push(label, words.into_iter().collect());
    }

    fn record(&mut self, label: &str, id: Option<&RecordId>) -> Result<(), RegisterError> {
        let link = id.map(|id| self.names.link(id)).transpose()?;
        self.push(label, link.into_iter().collect());
        Ok(())
    }

    fn records(&mut self, label: &str, ids: &[RecordId]) -> Result<(), RegisterError> {
        let mut links = self.names.links(ids)?;
        links.sort_by(|a, b| self.names.locale.compare(&a.text, &b.text));
        self.push(label, links);
        Ok(())
    }

    fn lenses(&mut self, lenses: &[Lens]) {
        let words = lenses.iter().map(|lens| crate::lens::lens_link(self.names, *lens)).collect();
        self.push("lenses", words);
    }
}
