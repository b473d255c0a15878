//! What waits for one person: derived from the register and the workspaces each time it is asked, and
//! kept nowhere.

use std::collections::BTreeSet;

use askama::Template;
use axum::response::Response;
use servanda_actions::drafts::{drafted_record, is_ready, saved_record, workspace_origin};
use servanda_model::{Action, Grant, RecordId, Seat};
use servanda_register::{CommentRow, DraftRow, ProposalRow, View};

use super::comments::{Said, shown};
use super::draft_form::stale_languages;
use super::private;
use super::reply::Reply;
use super::seat::{partnership_in_words, voice_in_words};
use super::side::{LINES_MAX, draft_row, proposal_row, sees_proposals, title, waiting};
use super::signed_in::SignedIn;
use super::visit::Visit;
use crate::answer::PageError;
use crate::block::{Block, Link, Names, Row};
use crate::frame::{About, Frame};
use crate::routes;
use crate::site::Desk;

/// Drafts of a side of which it is asked whether they can be proposed: those written last.
const READY_ASKED_MAX: usize = 50;
/// Times that a draft was written that are looked through for a language that lags behind.
const SAVES_LOOKED_AT_MAX: usize = 20;

/// The page of what waits for somebody.
#[derive(Debug, Template)]
#[template(path = "workspace/waits.html")]
struct WaitsPage {
    frame: Frame,
    told: Vec<Told>,
    blocks: Vec<Block>,
    is_empty: bool,
}

/// A comment that tells them something.
#[derive(Debug)]
struct Told {
    about: Link,
    said: Said,
}

/// What waits for somebody on one side.
struct Waiting {
    seat: Seat,
    /// What others proposed, for whoever may answer; the newest.
    proposals: Vec<ProposalRow>,
    /// How many there are.
    proposal_count: u64,
    /// What they were told, with what it is about.
    told: Vec<(String, CommentRow)>,
    /// Drafts that are theirs to go on with.
    assigned: Vec<DraftRow>,
    /// Other drafts that they could propose as they are.
    ready: Vec<DraftRow>,
}

impl Waiting {
    fn of(desk: &Desk, view: &View<'_>, who: &SignedIn, seat: &Seat) -> Result<Self, PageError> {
        let may = |action: Action| who.may(action, &seat.partnership, &seat.voice);
        let is_party = sees_proposals(view, who, seat)?;
        let answers = is_party && (may(Action::Accept) || may(Action::Object));
        let (partnership, voice) = (seat.partnership.as_str(), seat.voice.as_str());
        let (proposals, proposal_count) = if answers {
            (view.unanswered(partnership, voice, 0, LINES_MAX)?, waiting(view, seat)?)
        } else {
            (Vec::new(), 0)
        };
        let mut waiting = Self {
            seat: seat.clone(),
            proposals,
            proposal_count,
            told: Vec::new(),
            assigned: Vec::new(),
            ready: Vec::new(),
        };
        let office = desk.site.office();
        let Some(origin) = workspace_origin(office, seat)? else { return Ok(waiting) };
        let workspace = office.workspaces().of(&origin);
        let told = workspace.told(who.account.as_str()).into_iter();
        waiting.told = told.map(|(about, row)| (about.to_owned(), row.clone())).collect();
        let open = workspace.open_drafts().into_iter().cloned();
        let is_theirs = |draft: &DraftRow| draft.assigned.as_deref() == Some(who.account.as_str());
        let (theirs, others): (Vec<_>, Vec<_>) = open.partition(is_theirs);
        waiting.assigned = theirs;
        if is_party && may(Action::Propose) {
            for draft in others.into_iter().take(READY_ASKED_MAX) {
                if is_ready(office, seat, &draft)? {
                    waiting.ready.push(draft);
                }
            }
        }
        Ok(waiting)
    }

    fn count(&self) -> u64 {
        let others = self.told.len() + self.assigned.len() + self.ready.len();
        self.proposal_count.saturating_add(crate::block::count(others))
    }
}

/// What waits for somebody, on each side that they are of.
fn all(desk: &Desk, view: &View<'_>, who: &SignedIn) -> Result<Vec<Waiting>, PageError> {
    let seats: BTreeSet<&Seat> = who.grants.iter().filter_map(Grant::seat).collect();
    seats.into_iter().map(|seat| Waiting::of(desk, view, who, seat)).collect()
}

/// Where what waits for somebody is, with how much it is; for the pages that only they see.
pub(crate) fn link(desk: &Desk, view: &View<'_>, who: &SignedIn) -> Result<Link, PageError> {
    let count = all(desk, view, who)?.iter().map(Waiting::count).sum::<u64>();
    let href = routes::localized(desk.locale.language(), routes::WAITS);
    Ok(Link::to(desk.locale.say_count("waits-link", count), href))
}

/// `GET /workspace/waits`
pub(crate) async fn page(visit: Visit) -> Response {
    private(visit, move |desk, view, who| Ok(Reply::page(written(desk, view, who)?))).await
}

fn written(desk: &Desk, view: &View<'_>, who: &SignedIn) -> Result<String, PageError> {
    let locale = desk.locale;
    let all = all(desk, view, who)?;
    let mut lists: [Vec<Row>; 3] = Default::default();
    let mut told = Vec::new();
    for waiting in &all {
        let seat = &waiting.seat;
        let names = Names::new(view, locale, &seat.partnership);
        let side = if all.len() > 1 { Some(side_in_words(desk, view, seat)?) } else { None };
        let row = |mut row: Row| {
            row.details.extend(side.clone().map(Link::plain));
            row
        };
        let [proposals, assigned, ready] = &mut lists;
        for proposal in &waiting.proposals {
            proposals.push(row(proposal_row(desk, &names, seat, proposal)?));
        }
        if waiting.proposal_count > crate::block::count(waiting.proposals.len()) {
            let all = desk.locale.say_count("waits-proposals-all", waiting.proposal_count);
            let side = names.path(&format!("{}#side-waits-for-you", routes::side(seat)));
            proposals.push(row(Row { title: Link::to(all, side), ..Row::default() }));
        }
        for draft in &waiting.assigned {
            let mut line = draft_row(desk, &names, seat, draft)?;
            line.details.extend(stale(desk, draft)?.map(Link::plain));
            assigned.push(row(line));
        }
        for draft in &waiting.ready {
            ready.push(row(draft_row(desk, &names, seat, draft)?));
        }
        for (about, comment) in &waiting.told {
            told.push(Told {
                about: about_what(desk, &names, seat, about)?,
                said: shown(desk, &names, who, seat, comment, routes::WAITS)?,
            });
        }
    }
    let is_empty = all.iter().all(|waiting| waiting.count() == 0);
    let keys = ["waits-proposals", "waits-assigned", "waits-ready"];
    let blocks = keys.into_iter().zip(lists).filter(|(_, rows)| !rows.is_empty());
    let about = About {
        title: locale.say("waits"),
        description: locale.say("waits-lead"),
        path: routes::WAITS.to_owned(),
        crumbs: vec![Link::to(
            locale.say("workspace"),
            routes::localized(locale.language(), routes::WORKSPACE),
        )],
        ..About::default()
    };
    let page = WaitsPage {
        frame: Frame::new(desk, None, about)?.private(Some(link(desk, view, who)?)),
        told,
        blocks: blocks
            .map(|(key, rows)| Block { heading: locale.say(key), rows, ..Block::default() })
            .collect(),
        is_empty,
    };
    Ok(page.render()?)
}

fn side_in_words(desk: &Desk, view: &View<'_>, seat: &Seat) -> Result<String, PageError> {
    let voice = voice_in_words(desk.locale, view, &seat.partnership, &seat.voice)?;
    let partnership = partnership_in_words(desk.locale, view, &seat.partnership)?;
    let texts = [("voice", voice.as_str()), ("partnership", &partnership)];
    Ok(desk.locale.say_about("workspace-side", &texts))
}

/// The languages of a draft that lag behind, in words.
fn stale(desk: &Desk, draft: &DraftRow) -> Result<Option<String>, PageError> {
    let mut before = Vec::new();
    let from = draft.saves.len().saturating_sub(SAVES_LOOKED_AT_MAX);
    for save in draft.saves.iter().skip(from) {
        before.extend(saved_record(desk.site.office(), &draft.record, save)?);
    }
    let languages = stale_languages(desk.locale, &before);
    let words = desk.locale.list(&languages);
    Ok((!languages.is_empty())
        .then(|| desk.locale.say_about("waits-stale", &[("languages", &words)])))
}

/// The page that a comment is about.
fn about_what(desk: &Desk, names: &Names<'_>, seat: &Seat, about: &str) -> Result<Link, PageError> {
    let (office, locale) = (desk.site.office(), desk.locale);
    if let Some(row) = names.view.proposal(about)? {
        return Ok(proposal_row(desk, names, seat, &row)?.title);
    }
    let Ok(id) = RecordId::parse(about) else { return Ok(Link::plain(locale.say("erased"))) };
    let origin = workspace_origin(office, seat)?.unwrap_or_default();
    let draft = office.workspaces().of(&origin).draft(&id).cloned();
    let record = draft.map(|draft| drafted_record(office, &draft)).transpose()?.flatten();
    let title = record.map(|record| title(names, &record)).filter(|title| !title.is_empty());
    let title = title.unwrap_or_else(|| locale.say("draft-untitled"));
    Ok(Link::to(title, names.path(&format!("{}#comments", routes::draft(seat, &id)))))
}
