//! Figures: what a document counts, in words first, then drawn, then as a table, each with its
//! passage and what to bear in mind.
//!
//! Never: adds figures up.

use std::collections::BTreeMap;

use askama::Template;
use servanda_model::figure::{self, Group, Known, Whole};
use servanda_model::record::Figure;
use servanda_model::{Facts, Kind, RecordId, Relation, Role};
use servanda_register::{Held, RegisterError, View};

use crate::answer::{Answer, PageError};
use crate::block::{Link, Names};
use crate::chart::{Chart, Measured, Words, draw};
use crate::document;
use crate::frame::{About, Frame};
use crate::record::facts_of_figure;
use crate::routes;
use crate::site::Desk;

/// Figures that one page is made from, the newest; the data has all.
const FIGURES_MAX: usize = 1_000;
/// Figures on one page, more if the last group is large.
const PAGE_FIGURES: usize = 45;
/// From this many numbers on the chart stands before the table.
const CHART_FIRST: usize = 7;
/// Figures drawn together on the page of one of them.
const FAMILY_MAX: usize = 60;

/// The figures of a partnership.
#[derive(Debug, Template)]
#[template(path = "figures.html")]
pub(crate) struct FiguresPage {
    frame: Frame,
    intro: String,
    /// That not all are shown.
    notice: Option<String>,
    /// All of them as a table to take away.
    table: Option<Link>,
    blocks: Vec<FigureBlock>,
    subjects: Vec<Subject>,
    previous: Option<String>,
    next: Option<String>,
    place: Option<String>,
}

/// Figures that belong together, drawn.
#[derive(Debug)]
pub(crate) struct FigureBlock {
    pub(crate) id: String,
    /// What it says: the number of a whole, if it is one, and the words.
    pub(crate) number: Option<String>,
    pub(crate) heading: Link,
    pub(crate) chart: Option<Chart>,
    pub(crate) is_chart_first: bool,
    pub(crate) lines: Vec<FigureLine>,
    /// The heading of the column of shares, where there are any.
    pub(crate) has_shares: bool,
    pub(crate) hint: String,
}

/// A figure in a table or list.
#[derive(Debug)]
pub(crate) struct FigureLine {
    pub(crate) number: String,
    pub(crate) title: Link,
    pub(crate) when: Link,
    /// How much of its whole it is, or that it cannot be.
    pub(crate) share: Option<String>,
    pub(crate) note: Option<String>,
    pub(crate) sources: Vec<Link>,
}

/// What single figures are about.
#[derive(Debug)]
pub(crate) struct Subject {
    about: Link,
    lines: Vec<FigureLine>,
}

/// `GET /{partnership}/figures`
pub(crate) fn page(
    desk: &Desk,
    view: &View<'_>,
    partnership: &str,
    number: usize,
) -> Result<Answer, PageError> {
    let locale = desk.locale;
    let names = Names::new(view, locale, partnership);
    let base = routes::list(partnership, Kind::Figure);
    let at = |page: usize| if page > 1 { format!("{base}?page={page}") } else { base.clone() };
    let intro = locale.say_code("intro", Kind::Figure.code());
    let about = About {
        title: locale.say_code("kinds", Kind::Figure.code()),
        description: intro.clone(),
        path: at(number),
        partnership: Some(partnership.to_owned()),
        kind: Some(Kind::Figure),
        has_data: true,
        ..About::default()
    };
    let frame = Frame::new(desk, Some(view), about)?;
    if frame.partnership.is_none() {
        return Err(PageError::NotFound);
    }
    let found = view.latest(partnership, Kind::Figure, FIGURES_MAX)?;
    let shelf = Shelf::new(&names, &found)?;
    let pages = shelf.pages();
    let here = pages.get(number - 1).map(Vec::as_slice).unwrap_or_default();
    let (blocks, subjects) = shelf.shown(here)?;
    let last = pages.len().max(1);
    let page = FiguresPage {
        frame,
        intro,
        notice: notice(&names, found.len())?,
        table: (!found.is_empty()).then(|| {
            let table = names.path(&routes::figures_table(partnership));
            Link::to(locale.say("figures-csv"), table)
        }),
        blocks,
        subjects,
        previous: (number > 1).then(|| names.path(&at(number.min(last + 1) - 1))),
        next: (number < last).then(|| names.path(&at(number + 1))),
        place: (last > 1).then(|| {
            let (page, last) = (number.to_string(), last.to_string());
            locale.say_about("page-of", &[("page", &page), ("last", &last)])
        }),
    };
    Ok(Answer::Page(page.render()?))
}

/// That there are none, or more than are shown.
fn notice(names: &Names<'_>, shown: usize) -> Result<Option<String>, RegisterError> {
    if shown == 0 {
        return Ok(Some(names.locale.say("figures-nothing")));
    }
    if shown < FIGURES_MAX {
        return Ok(None);
    }
    let counts = names.view.counts(names.partnership)?;
    let all = counts.iter().find(|(kind, _)| *kind == Kind::Figure).map_or(0, |(_, all)| *all);
    let shown = u64::try_from(shown).unwrap_or(u64::MAX);
    Ok((all > shown).then(|| names.locale.say_count("figures-cut", shown)))
}

/// The whole that a figure is a part of, and the figures it has as parts, drawn; none for a figure
/// that stands alone.
pub(crate) fn family(names: &Names<'_>, held: &Held) -> Result<Option<FigureBlock>, RegisterError> {
    if held.record.kind() != Kind::Figure {
        return Ok(None);
    }
    let mut top = held.clone();
    for _step in 0..FAMILY_MAX {
        let Facts::Figure(figure) = &top.record.facts else { break };
        let above = figure.part_of.as_ref().map(|whole| names.view.find(whole)).transpose()?;
        let Some(above) = above.flatten().filter(|it| it.record.id != held.record.id) else {
            break;
        };
        top = above;
    }
    let mut found = vec![top];
    let mut next = 0;
    while let Some(id) = found.get(next).map(|held| held.record.id.clone()) {
        for part in names.view.referring(&id, Relation::PartOf, Kind::Figure)? {
            let is_new = found.iter().all(|held| held.record.id != part.record.id);
            if is_new && found.len() < FAMILY_MAX {
                found.push(part);
            }
        }
        next += 1;
    }
    if found.len() == 1 {
        return Ok(None);
    }
    let shelf = Shelf::new(names, &found)?;
    let (mut blocks, _alone) = shelf.shown(&shelf.groups)?;
    Ok((!blocks.is_empty()).then(|| blocks.swap_remove(0)))
}

/// A figure that is at hand, with what it is measured in and compared by.
struct Shelved<'held> {
    held: &'held Held,
    figure: &'held Figure,
    meetings: Option<RecordId>,
}

/// The figures of a page, grouped, with the documents they come from.
struct Shelf<'page, 'held> {
    names: &'page Names<'page>,
    figures: Vec<Shelved<'held>>,
    groups: Vec<Group>,
    documents: BTreeMap<RecordId, Held>,
}

impl<'page, 'held> Shelf<'page, 'held> {
    fn new(names: &'page Names<'page>, found: &'held [Held]) -> Result<Self, RegisterError> {
        let mut figures = Vec::new();
        let mut documents = BTreeMap::new();
        let mut series: BTreeMap<RecordId, Option<RecordId>> = BTreeMap::new();
        for held in found {
            let Facts::Figure(figure) = &held.record.facts else { continue };
            if let Some(about) = &figure.about
                && !series.contains_key(about)
            {
                series.insert(about.clone(), meetings_of(names, about)?);
            }
            for passage in &held.record.sources {
                if !documents.contains_key(&passage.document)
                    && let Some(document) = names.view.find(&passage.document)?
                {
                    documents.insert(passage.document.clone(), document);
                }
            }
            let meetings = figure.about.as_ref().and_then(|about| series.get(about)?.clone());
            figures.push(Shelved { held, figure, meetings });
        }
        let known: Vec<Known<'_>> = figures
            .iter()
            .map(|it| Known {
                id: &it.held.record.id,
                figure: it.figure,
                unit: names.locale.text(it.held.record.texts.get(&Role::Unit)),
                meetings: it.meetings.as_ref(),
            })
            .collect();
        let groups = figure::groups(&known);
        Ok(Self { names, figures, groups, documents })
    }

    /// The groups in pages: those that are drawn first, then single figures by what they are about.
    fn pages(&self) -> Vec<Vec<Group>> {
        let mut groups = self.groups.clone();
        let subject = |group: &Group| match group {
            Group::Nested(_) | Group::Alike(_) => None,
            Group::Alone(place) => self.figures.get(*place)?.figure.about.clone().map(Some),
        };
        let mut order: Vec<Option<Option<RecordId>>> = Vec::new();
        for group in &groups {
            let subject = subject(group);
            if !order.contains(&subject) {
                order.push(subject);
            }
        }
        groups.sort_by_key(|group| {
            let is_single = matches!(group, Group::Alone(_));
            (is_single, order.iter().position(|known| *known == subject(group)))
        });
        let mut pages: Vec<Vec<Group>> = Vec::new();
        let mut room = 0;
        for group in groups {
            let size = match &group {
                Group::Nested(whole) => whole.flat().len(),
                Group::Alike(places) => places.len(),
                Group::Alone(_) => 1,
            };
            if room < size {
                pages.push(Vec::new());
                room = PAGE_FIGURES;
            }
            room = room.saturating_sub(size);
            if let Some(page) = pages.last_mut() {
                page.push(group);
            }
        }
        pages
    }

    fn shown(&self, groups: &[Group]) -> Result<(Vec<FigureBlock>, Vec<Subject>), RegisterError> {
        let mut blocks = Vec::new();
        let mut subjects: Vec<Subject> = Vec::new();
        for group in groups {
            match group {
                Group::Nested(whole) => blocks.extend(self.nested(whole)?),
                Group::Alike(places) => blocks.extend(self.alike(places)?),
                Group::Alone(place) => {
                    let Some(it) = self.figures.get(*place) else { continue };
                    let about = self.about(it)?;
                    let line = self.line(it, None)?;
                    match subjects.last_mut().filter(|known| known.about == about) {
                        Some(subject) => subject.lines.push(line),
                        None => subjects.push(Subject { about, lines: vec![line] }),
                    }
                }
            }
        }
        Ok((blocks, subjects))
    }

    fn about(&self, it: &Shelved<'_>) -> Result<Link, RegisterError> {
        let about = it.figure.about.as_ref().map(|about| self.names.link(about)).transpose()?;
        Ok(about.unwrap_or_else(|| Link::plain(self.names.title(it.held))))
    }

    /// A whole and its parts.
    fn nested(&self, whole: &Whole) -> Result<Option<FigureBlock>, RegisterError> {
        let locale = self.names.locale;
        let Some(top) = self.figures.get(whole.place) else { return Ok(None) };
        let mut lines = Vec::new();
        let mut measured = Vec::new();
        for (place, _depth) in whole.flat() {
            let Some(it) = self.figures.get(place) else { continue };
            let over = self.whole_of(it);
            let line = self.line(it, over)?;
            let fits = over.is_none_or(|over| !it.figure.exceeds(over));
            if let Some(value) = figure::number(it.figure).filter(|_| fits) {
                measured.push(Measured {
                    said: line.share.clone().unwrap_or_else(|| line.number.clone()),
                    label: line.title.text.clone(),
                    value,
                    within: over.and_then(figure::number),
                });
            }
            lines.push(line);
        }
        let most = facts_of_figure(self.names, top.figure, top.held);
        let description = locale.say_about("chart-nested", &[("most", &most)]);
        let heading = self.link(top);
        Ok(Some(FigureBlock {
            id: format!("figure-{}", top.held.record.id),
            number: Some(most),
            chart: self.chart(top, &heading.text, description, &measured),
            heading,
            is_chart_first: lines.len() >= CHART_FIRST,
            lines,
            has_shares: true,
            hint: locale.say("figure-overlap"),
        }))
    }

    fn whole_of(&self, it: &Shelved<'_>) -> Option<&Figure> {
        let whole = it.figure.part_of.as_ref()?;
        self.figures.iter().find(|known| known.held.record.id == *whole).map(|known| known.figure)
    }

    /// The same count at several meetings.
    fn alike(&self, places: &[usize]) -> Result<Option<FigureBlock>, RegisterError> {
        let locale = self.names.locale;
        let found: Vec<&Shelved<'_>> =
            places.iter().filter_map(|place| self.figures.get(*place)).collect();
        let Some(top) = found.first() else { return Ok(None) };
        let mut lines = Vec::new();
        let mut measured = Vec::new();
        for it in &found {
            let line = self.line(it, None)?;
            if let Some(value) = figure::number(it.figure) {
                let (said, label) = (line.number.clone(), self.about(it)?.text);
                measured.push(Measured { said, label, value, within: None });
            }
            lines.push(line);
        }
        let year = top.figure.when.key_day().year().to_string();
        let unit = self.unit(top);
        let heading = locale.say_about("figure-alike", &[("year", &year), ("unit", &unit)]);
        let most = facts_of_figure(self.names, top.figure, top.held);
        let description = locale.say_about("chart-alike", &[("most", &most)]);
        Ok(Some(FigureBlock {
            id: format!("figure-{}", top.held.record.id),
            number: None,
            chart: self.chart(top, &heading, description, &measured),
            heading: Link::plain(heading),
            is_chart_first: lines.len() >= CHART_FIRST,
            lines,
            has_shares: false,
            hint: locale.say("figure-alike-hint"),
        }))
    }

    fn unit(&self, it: &Shelved<'_>) -> String {
        let locale = self.names.locale;
        let unit = locale.text(it.held.record.texts.get(&Role::Unit));
        unit.map_or_else(|| locale.say("figure-number"), str::to_owned)
    }

    fn chart(
        &self,
        top: &Shelved<'_>,
        title: &str,
        description: String,
        measured: &[Measured],
    ) -> Option<Chart> {
        let words = Words {
            id: format!("chart-{}", top.held.record.id),
            title: title.to_owned(),
            description,
            axis: self.unit(top),
        };
        let number = |text: &str| self.names.locale.decimal(text);
        (measured.len() > 1).then(|| draw(words, measured, number))
    }

    fn link(&self, it: &Shelved<'_>) -> Link {
        let href = self.names.href(Kind::Figure, &it.held.record.id);
        Link::to(self.names.title(it.held), href)
    }

    fn line(&self, it: &Shelved<'_>, over: Option<&Figure>) -> Result<FigureLine, RegisterError> {
        let locale = self.names.locale;
        let when = Link::date(locale.when(it.figure.when), it.figure.when.to_string());
        let share = over.and_then(|over| {
            if it.figure.exceeds(over) {
                return Some(locale.say("figure-exceeds"));
            }
            let share = figure::share(it.figure, over)?;
            let texts = [
                ("part", locale.decimal(&it.figure.value)),
                ("whole", locale.decimal(&over.value)),
                ("share", locale.decimal(&rounded(share))),
            ];
            let texts: Vec<(&'static str, &str)> =
                texts.iter().map(|(name, text)| (*name, text.as_str())).collect();
            Some(locale.say_about("figure-share", &texts))
        });
        Ok(FigureLine {
            number: facts_of_figure(self.names, it.figure, it.held),
            title: self.link(it),
            when,
            share,
            note: locale.text(it.held.record.texts.get(&Role::Note)).map(str::to_owned),
            sources: self.sources(it.held)?,
        })
    }

    /// The documents it comes from, each leading to the passage in it.
    fn sources(&self, held: &Held) -> Result<Vec<Link>, RegisterError> {
        let mut sources: Vec<Link> = Vec::new();
        for mark in self.names.view.passages_of(&held.record.id)? {
            let place = usize::try_from(mark.position).unwrap_or(usize::MAX);
            let Some(passage) = held.record.sources.get(place) else { continue };
            let Some(document) = self.documents.get(&passage.document) else { continue };
            let title = self.names.title(document);
            if sources.iter().all(|known| known.text != title) {
                sources.push(Link::to(title, document::place_of(self.names, document, &mark)));
            }
        }
        Ok(sources)
    }
}

/// A share in per cent, with a decimal only below one per cent.
fn rounded(share: f64) -> String {
    let percent = share * 100.0;
    if percent < 1.0 { format!("{percent:.1}") } else { format!("{percent:.0}") }
}

/// What figures about a meeting are compared over: the meeting it was a session of, or its series.
fn meetings_of(names: &Names<'_>, about: &RecordId) -> Result<Option<RecordId>, RegisterError> {
    if names.view.kind(about)? != Some(Kind::Meeting) {
        return Ok(None);
    }
    let Some(held) = names.view.find(about)? else { return Ok(None) };
    let Facts::Meeting(meeting) = held.record.facts else { return Ok(None) };
    Ok(meeting.part_of.or(meeting.series))
}
