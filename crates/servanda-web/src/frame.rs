//! What stands around every page: header, way here, languages, footer.

use servanda_model::{Kind, Language};
use servanda_register::{RegisterError, View};

use crate::block::Link;
use crate::form::{Form, FormLink};
use crate::locale::{Locale, utc_day};
use crate::moment::MomentBar;
use crate::site::Desk;
use crate::workspace::notices::{self, NoticesLink};
use crate::{linked, routes};

/// The frame of a page.
#[derive(Debug)]
pub(crate) struct Frame {
    /// The reader's language, for the fixed words in the templates.
    pub(crate) l: &'static Locale,
    /// The `lang` of the page.
    pub(crate) lang: &'static str,
    /// The heading of the page, and its title.
    pub(crate) title: String,
    /// One sentence about it, for search engines.
    pub(crate) description: String,
    /// Home of the installation in this language.
    pub(crate) home: String,
    /// The same page in the other languages, and this one.
    pub(crate) languages: Vec<LanguageLink>,
    /// Where the page is.
    pub(crate) crumbs: Vec<Link>,
    /// The parts of the partnership; the current one is marked.
    pub(crate) parts: Vec<Part>,
    /// The name of the partnership the page belongs to, leading to its home.
    pub(crate) partnership: Option<Link>,
    /// Where the search form leads.
    pub(crate) search: String,
    /// What was searched for.
    pub(crate) query: String,
    /// Where the page about this site is.
    pub(crate) about: String,
    /// Where programs are told how to ask.
    pub(crate) api: String,
    /// Where the workspace is, which is also where one signs in: the same for every reader, as
    /// pages are kept.
    pub(crate) workspace: String,
    /// Where whoever is signed in signs out; none on a page that is the same for every reader.
    pub(crate) sign_out: Option<String>,
    /// What waits for the one reader of a private page.
    pub(crate) waits: Option<Link>,
    /// Where the notices of whoever reads it are; none on a page that is the same for every reader.
    pub(crate) notices: Option<NoticesLink>,
    /// The moment the page speaks of, and how to choose another; none for a page about an error.
    pub(crate) moment: Option<MomentBar>,
    /// The fields that choose the moment, for the search form.
    pub(crate) moment_fields: Vec<(&'static str, String)>,
    /// How to cite it; none for pages that nobody cites.
    pub(crate) cite: Option<String>,
    /// The permanent address.
    pub(crate) permanent: String,
    /// The address of the same as data.
    pub(crate) data: Option<String>,
    /// The same as a table, a feed, a calendar.
    pub(crate) forms: Vec<FormLink>,
    /// What the page is about, for search engines: a block of JSON in which nothing ends it.
    pub(crate) linked: Option<String>,
    /// The picture that stands for the site where a page is shared.
    pub(crate) card: String,
    /// Where what is shown can be checked.
    pub(crate) proof: Option<String>,
}

/// The same page in a language.
#[derive(Debug)]
pub(crate) struct LanguageLink {
    /// The tag, for `lang` and `hreflang`.
    pub(crate) tag: &'static str,
    /// The tag with region, as those who share pages write it.
    pub(crate) locale: String,
    /// The language's own name.
    pub(crate) name: &'static str,
    /// The page.
    pub(crate) href: String,
    /// Whether it is the page the reader is on.
    pub(crate) current: bool,
}

/// A part of the partnership's pages.
#[derive(Debug)]
pub(crate) struct Part {
    /// Its name.
    pub(crate) text: String,
    /// Its page.
    pub(crate) href: String,
    /// Whether the reader is in it.
    pub(crate) current: bool,
}

/// What a page says of itself for its frame.
#[derive(Debug, Default)]
pub(crate) struct About {
    pub(crate) title: String,
    pub(crate) description: String,
    /// The path without language, query included.
    pub(crate) path: String,
    /// The partnership it belongs to.
    pub(crate) partnership: Option<String>,
    /// The way from the partnership's home to the page, the page left out.
    pub(crate) crumbs: Vec<Link>,
    /// The kind of records it is about.
    pub(crate) kind: Option<Kind>,
    /// Whether there is a `.json` of it.
    pub(crate) has_data: bool,
    /// The path whose table and feed hold what it shows, where that is not its own.
    pub(crate) forms_of: Option<String>,
    /// Whether there is an `.ics` of it.
    pub(crate) has_calendar: bool,
    /// The record it is about, in the words of schema.org.
    pub(crate) thing: Option<serde_json::Value>,
    /// The path of its proof.
    pub(crate) proof: Option<String>,
}

impl Frame {
    /// The frame of a page made from a view of the register.
    pub(crate) fn new(
        desk: &Desk,
        view: Option<&View<'_>>,
        about: About,
    ) -> Result<Self, RegisterError> {
        let locale = desk.locale;
        let language = locale.language();
        let localized = |path: &str| routes::localized(language, path);
        let partnership = match (view, &about.partnership) {
            (Some(view), Some(name)) => partnership_link(view, locale, name)?,
            _ => None,
        };
        let mut crumbs = vec![Link::to(locale.say("home"), localized(routes::HOME))];
        crumbs.extend(partnership.clone());
        crumbs.extend(about.crumbs.iter().cloned());
        let path = localized(&about.path);
        let permanent = format!("{}{}", desk.site.address(), desk.chosen.path(&path));
        let data = about.has_data.then(|| Form::Data.of(&path));
        let forms = forms(desk, &about, &path);
        // What is found by searching is no data set.
        let linked = data.as_deref().filter(|_| about.kind.is_some()).map(|data| {
            let (title, description) = (&about.title, &about.description);
            let thing = about.thing.unwrap_or_else(|| {
                linked::of_list(desk, title, description, &permanent, data, &forms)
            });
            linked::block(desk, &crumbs, title, &permanent, &thing)
        });
        let parts = about
            .partnership
            .as_deref()
            .filter(|_| partnership.is_some())
            .map(|name| parts(locale, name, about.kind, &about.path))
            .unwrap_or_default();
        Ok(Self {
            l: locale,
            lang: language.locale(),
            home: localized(routes::HOME),
            languages: languages(language, &about.path),
            crumbs,
            parts,
            search: localized(routes::SEARCH),
            query: String::new(),
            about: localized(routes::ABOUT),
            moment: view.map(|view| moment(view, desk, &about.path)).transpose()?,
            moment_fields: desk.chosen.fields(),
            api: localized(routes::API),
            workspace: localized(routes::WORKSPACE),
            sign_out: desk.reader.is_some().then(|| localized(routes::SIGN_OUT)),
            waits: None,
            notices: notices::link(desk)?,
            cite: about
                .has_data
                .then(|| cite(desk, partnership.as_ref(), &about.title, &permanent)),
            data,
            forms,
            linked,
            card: format!("{}{}/card.png", desk.site.address(), crate::asset::FOLDER),
            proof: about.proof.as_deref().map(localized),
            permanent,
            partnership,
            title: about.title,
            description: about.description,
        })
    }
}

impl Frame {
    /// The frame of a page for one reader, with what waits for them: there is nothing to cite, and no
    /// other day to choose.
    pub(crate) fn private(self, waits: Option<Link>) -> Self {
        Self { waits, moment: None, cite: None, data: None, linked: None, ..self }
    }
}

/// Lists and records are tables and feeds too; where there are days, a calendar.
fn forms(desk: &Desk, about: &About, path: &str) -> Vec<FormLink> {
    if !about.has_data || about.kind.is_none() {
        return Vec::new();
    }
    let others = about.forms_of.as_ref();
    let others = others.map(|other| routes::localized(desk.locale.language(), other));
    let path = others.as_deref().unwrap_or(path);
    let mut forms = vec![Form::Table.link(desk, path), Form::Feed.link(desk, path)];
    if about.has_calendar {
        forms.push(Form::Calendar.link(desk, path));
    }
    forms
}

fn cite(desk: &Desk, partnership: Option<&Link>, title: &str, address: &str) -> String {
    let date = desk.locale.day(desk.site.today());
    let mut texts = vec![("title", title), ("address", address), ("date", &date)];
    match partnership {
        Some(partnership) => {
            texts.push(("partnership", &partnership.text));
            desk.locale.say_about("cite-as", &texts)
        }
        None => desk.locale.say_about("cite-as-site", &texts),
    }
}

fn partnership_link(
    view: &View<'_>,
    locale: &'static Locale,
    name: &str,
) -> Result<Option<Link>, RegisterError> {
    let held = view.of_kind(name, Kind::Partnership)?.into_iter().next();
    let href = routes::localized(locale.language(), &routes::partnership(name));
    Ok(held.map(|held| Link::to(crate::block::title(locale, &held), href)))
}

fn languages(current: Language, path: &str) -> Vec<LanguageLink> {
    let name = |language| match language {
        Language::English => "English",
        Language::French => "Français",
        Language::Spanish => "Español",
    };
    Language::ALL
        .into_iter()
        .map(|language| LanguageLink {
            tag: language.tag(),
            locale: language.locale().replace('-', "_"),
            name: name(language),
            href: routes::localized(language, path),
            current: language == current,
        })
        .collect()
}

fn parts(locale: &Locale, partnership: &str, kind: Option<Kind>, path: &str) -> Vec<Part> {
    const KINDS: [Kind; 8] = [
        Kind::Commitment,
        Kind::Body,
        Kind::Meeting,
        Kind::Instrument,
        Kind::Person,
        Kind::Recommendation,
        Kind::Figure,
        Kind::Document,
    ];
    let localized = |path: &str| routes::localized(locale.language(), path);
    // The institutions are a part of the people and posts.
    let kind = kind.map(|kind| if kind == Kind::Institution { Kind::Person } else { kind });
    let timeline = routes::timeline(partnership);
    let of_page = kind.filter(|_| path != timeline).map(|kind| routes::list(partnership, kind));
    let mut parts: Vec<Part> = KINDS
        .into_iter()
        .map(|kind| {
            let list = routes::list(partnership, kind);
            Part {
                text: locale.say_code("kinds", kind.code()),
                href: localized(&list),
                current: of_page.as_deref() == Some(&list),
            }
        })
        .collect();
    let part = Part {
        text: locale.say("timeline"),
        href: localized(&timeline),
        current: path == timeline,
    };
    // After the meetings.
    parts.insert(3, part);
    let journals = routes::journals(partnership);
    parts.push(Part {
        text: locale.say("journal"),
        href: localized(&journals),
        current: path.starts_with(&journals),
    });
    parts
}

/// "As recorded on …": the day of the last entry that the view has followed.
fn moment(view: &View<'_>, desk: &Desk, path: &str) -> Result<MomentBar, RegisterError> {
    let last = view.journals()?.into_iter().map(|journal| journal.last_at).max().unwrap_or(0);
    let today = desk.site.today();
    let day = utc_day(last).filter(|_| last > 0).unwrap_or(today);
    let recorded = Link::date(desk.locale.day(day), day.to_string());
    Ok(desk.chosen.bar(desk.locale, path, recorded, today))
}
