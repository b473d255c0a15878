//! Home of the installation, and the page about the register.

use askama::Template;
use servanda_model::{Kind, Role, Standing};
use servanda_register::{Held, RegisterError, View};

use crate::answer::{Answer, PageError};
use crate::block::{Badge, Fact, Link, badge};
use crate::frame::{About, Frame};
use crate::locale::Locale;
use crate::routes;
use crate::site::Desk;

/// Home of the installation.
#[derive(Debug, Template)]
#[template(path = "home.html")]
pub(crate) struct HomePage {
    frame: Frame,
    registers: Vec<RegisterCard>,
}

/// A register that is kept here.
#[derive(Debug)]
pub(crate) struct RegisterCard {
    title: Link,
    summary: String,
    counts: Vec<String>,
    /// When something was last recorded.
    last: Option<String>,
}

/// `GET /`
pub(crate) fn page(desk: &Desk, view: &View<'_>) -> Result<Answer, PageError> {
    let locale = desk.locale;
    let registers = view
        .partnerships()?
        .iter()
        .map(|held| register_card(locale, view, held))
        .collect::<Result<Vec<_>, _>>()?;
    let about = About {
        title: locale.say("site-title"),
        description: locale.say("site-lead"),
        path: routes::HOME.to_owned(),
        has_data: true,
        ..About::default()
    };
    let mut frame = Frame::new(desk, Some(view), about)?;
    frame.crumbs.clear();
    Ok(Answer::Page(HomePage { frame, registers }.render()?))
}

fn register_card(
    locale: &'static Locale,
    view: &View<'_>,
    held: &Held,
) -> Result<RegisterCard, RegisterError> {
    let counts = view.counts(&held.partnership)?;
    let home = routes::localized(locale.language(), &routes::partnership(&held.partnership));
    let last = view.last_recorded(&held.partnership, 1)?;
    Ok(RegisterCard {
        title: Link::to(crate::block::title(locale, held), home),
        summary: summary(locale, held),
        counts: [Kind::Commitment, Kind::Body, Kind::Meeting, Kind::Document]
            .iter()
            .filter_map(|kind| counts.iter().find(|(of, _)| of == kind))
            .map(|(kind, count)| locale.say_count(&format!("count-{}", plural(*kind)), *count))
            .collect(),
        last: last.first().map(|group| {
            let day = locale.day_of(group.at);
            locale.say_about("last-recorded-on", &[("date", &day)])
        }),
    })
}

pub(crate) const fn plural(kind: Kind) -> &'static str {
    routes::collection(kind)
}

pub(crate) fn summary(locale: &Locale, held: &Held) -> String {
    locale.text(held.record.texts.get(&Role::Summary)).unwrap_or_default().to_owned()
}

/// What the register is, what its words mean, how to check it.
#[derive(Debug, Template)]
#[template(path = "about.html")]
pub(crate) struct AboutPage {
    frame: Frame,
    standings: Vec<Badge>,
    words: Vec<Fact>,
}

/// `GET /about`
pub(crate) fn about(desk: &Desk, view: &View<'_>) -> Result<Answer, PageError> {
    let locale = desk.locale;
    let frame = Frame::new(
        desk,
        Some(view),
        About {
            title: locale.say("about"),
            description: locale.say("site-lead"),
            path: routes::ABOUT.to_owned(),
            has_data: true,
            ..About::default()
        },
    )?;
    let mut words: Vec<Fact> = Kind::ALL
        .iter()
        .map(|kind| Fact {
            label: locale.say_code("kind", kind.code()),
            values: vec![Link::plain(locale.say_code("kind-meaning", kind.code()))],
        })
        .collect();
    words.sort_by(|a, b| locale.compare(&a.label, &b.label));
    let standings = Standing::ALL.iter().map(|standing| badge(locale, *standing)).collect();
    Ok(Answer::Page(AboutPage { frame, standings, words }.render()?))
}
