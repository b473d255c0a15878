//! The notices of whoever is signed in: what happened that concerns them, and what is new of it.

use askama::Template;
use axum::response::Response;
use servanda_actions::notices::{News, Notice};
use servanda_actions::people::mail::{NOTICES_PER_MAIL_MAX, see};
use servanda_model::notice::NEWS_DAYS;
use servanda_register::{RegisterError, View};

use super::people::workspace_crumb;
use super::reply::Reply;
use super::signed_in::SignedIn;
use super::visit::{Sent, Visit};
use super::{private, private_form, told, view};
use crate::answer::PageError;
use crate::block::{Block, Link, Row, count};
use crate::fields::Fields;
use crate::frame::{About, Frame};
use crate::notice::{Reach, line};
use crate::routes;
use crate::site::Desk;

/// Notices on the page; the newest. All that are new of these can be marked as seen at once.
const NOTICES_MAX: usize = 100;
const _: () = assert!(NOTICES_MAX <= NOTICES_PER_MAIL_MAX);

/// The page of notices.
#[derive(Debug, Template)]
#[template(path = "workspace/notices.html")]
struct NoticesPage {
    frame: Frame,
    lead: String,
    new: Block,
    /// What marks the new ones as seen; none where nothing is new.
    seeing: Option<Seeing>,
    earlier: Option<Block>,
    /// That there are more than the page shows.
    more: Option<String>,
    choice: Link,
}

/// The form that marks notices as seen.
#[derive(Debug)]
struct Seeing {
    action: String,
    /// What the notices are known by, with spaces between.
    notices: String,
}

/// The way to the notices in the header of a page behind sign-in.
#[derive(Debug)]
pub(crate) struct NoticesLink {
    pub(crate) link: Link,
    /// How many are new; none where nothing is.
    pub(crate) unseen: Option<String>,
}

/// The way to the notices of whoever reads a page; none on a page that is the same for everyone.
pub(crate) fn link(desk: &Desk) -> Result<Option<NoticesLink>, RegisterError> {
    let Some(reader) = &desk.reader else { return Ok(None) };
    let (site, locale) = (&desk.site, desk.locale);
    let people = site.office().house().people();
    let Some(account) = people.account(reader) else { return Ok(None) };
    let news = site.office().register().view(|view| News::read(site.office(), view, site.now()))?;
    let unseen = news.of(account).into_iter().filter(|it| !people.has_seen(reader, &it.id)).count();
    let path = routes::localized(locale.language(), routes::WORKSPACE_NOTICES);
    Ok(Some(NoticesLink {
        link: Link::to(locale.say("notices"), path),
        unseen: (unseen > 0).then(|| locale.say_count("notices-unseen", count(unseen))),
    }))
}

/// `GET /workspace/notices`
pub(crate) async fn page(visit: Visit) -> Response {
    private(visit, |desk, view, who| Ok(Reply::page(written(desk, view, who)?))).await
}

/// `POST /workspace/notices/seen`
pub(crate) async fn seen(sent: Sent) -> Response {
    private_form(sent, |desk, who, fields| {
        let chosen = chosen(desk, who, fields)?;
        let done = who.act(desk, |by| see(desk.site.office(), &chosen, by));
        told(done)?.map_err(|_closed| PageError::Forbidden)?;
        Ok(Reply::elsewhere(desk, routes::WORKSPACE_NOTICES))
    })
    .await
}

/// The notices that a form names, as far as they are those of whoever sent it.
fn chosen(desk: &Desk, who: &SignedIn, fields: &Fields) -> Result<Vec<String>, PageError> {
    let named: Vec<&str> = fields.get("notices").unwrap_or_default().split(' ').collect();
    let notices = view(desk, |view| of(desk, view, who))?;
    let own = notices.into_iter().map(|notice| notice.id);
    Ok(own.filter(|id| named.contains(&id.as_str())).take(NOTICES_MAX).collect())
}

fn of(desk: &Desk, view: &View<'_>, who: &SignedIn) -> Result<Vec<Notice>, PageError> {
    let office = desk.site.office();
    let people = office.house().people();
    let account = people.account(&who.account).ok_or(PageError::Forbidden)?;
    Ok(News::read(office, view, desk.site.now())?.of(account))
}

fn written(desk: &Desk, view: &View<'_>, who: &SignedIn) -> Result<String, PageError> {
    let locale = desk.locale;
    let people = desk.site.office().house().people();
    let notices = of(desk, view, who)?;
    let is_more = notices.len() > NOTICES_MAX;
    let doubtful = people.doubtful_mails(&who.account);
    let (mut new, mut earlier, mut unseen) = (Vec::new(), Vec::new(), Vec::new());
    for notice in notices.into_iter().take(NOTICES_MAX) {
        let mut row = row(desk, view, &notice)?;
        let doubt = doubtful.iter().find(|(_, mail)| mail.notices.contains(&notice.id));
        if let Some((_, mail)) = doubt {
            let day = locale.day_of(mail.at);
            row.details.push(Link::plain(locale.say_about("notice-in-doubt", &[("date", &day)])));
        }
        if people.has_seen(&who.account, &notice.id) {
            earlier.push(row);
        } else {
            new.push(row);
            unseen.push(notice.id);
        }
    }
    let days = locale.number(u64::try_from(NEWS_DAYS).unwrap_or_default());
    let lead = locale.say_about("notices-lead", &[("days", &days)]);
    let localized = |path: &str| routes::localized(locale.language(), path);
    let about = About {
        title: locale.say("notices"),
        description: lead.clone(),
        path: routes::WORKSPACE_NOTICES.to_owned(),
        crumbs: vec![workspace_crumb(desk)],
        ..About::default()
    };
    let empty = if earlier.is_empty() { "notices-empty" } else { "notices-nothing-new" };
    let page = NoticesPage {
        frame: Frame::new(desk, None, about)?,
        lead,
        new: block(locale.say("notices-new"), new, Some(locale.say(empty))),
        seeing: (!unseen.is_empty()).then(|| Seeing {
            action: localized(routes::WORKSPACE_NOTICES_SEEN),
            notices: unseen.join(" "),
        }),
        earlier: (!earlier.is_empty()).then(|| block(locale.say("notices-earlier"), earlier, None)),
        more: is_more.then(|| locale.say_count("notices-more", count(NOTICES_MAX))),
        choice: Link::to(
            locale.say("notices-choice"),
            format!("{}#notices", localized(routes::WORKSPACE)),
        ),
    };
    Ok(page.render()?)
}

fn block(heading: String, rows: Vec<Row>, empty: Option<String>) -> Block {
    Block { heading, rows, empty, ..Block::default() }
}

fn row(desk: &Desk, view: &View<'_>, notice: &Notice) -> Result<Row, PageError> {
    let line = line(desk.site.office(), view, desk.locale, notice, Reach::Page)?;
    let title = line.title.unwrap_or_else(|| desk.locale.say("erased"));
    let details = vec![Link::plain(line.words), Link::plain(line.day)];
    Ok(Row { title: Link::to(title, line.path), details, ..Row::default() })
}
