//! One side of a partnership: what waits for it, what it waits for, what it prepares.

use askama::Template;
use axum::extract::Path;
use axum::response::Response;
use servanda_actions::agreement::{Proposed, opened};
use servanda_actions::drafts::{drafted_record, workspace_origin};
use servanda_model::agreement::Progress;
use servanda_model::{Action, Record, Role, Seat};
use servanda_register::{DraftRow, ProposalRow, RegisterError, View};

use super::field::ToMend;
use super::new_draft::{self, KindChoice};
use super::reply::Reply;
use super::second_step;
use super::signed_in::SignedIn;
use super::signing::{Written, of_one};
use super::visit::Visit;
use super::{documents, private, waits};
use crate::answer::PageError;
use crate::block::{Block, Link, Names, Row};
use crate::fields::Fields;
use crate::frame::{About, Frame};
use crate::locale::Locale;
use crate::routes;
use crate::site::Desk;

/// Lines of one list on the page.
pub(crate) const LINES_MAX: usize = 25;
/// Proposals that are over on the page.
const OVER_MAX: usize = 10;

/// The page of a side.
#[derive(Debug, Template)]
#[template(path = "workspace/side.html")]
struct SidePage {
    frame: Frame,
    notice: Option<String>,
    /// The request to add more than a password.
    request: Option<Link>,
    to_mend: Vec<ToMend>,
    /// What became of several, one by one.
    results: Vec<String>,
    waiting: Option<Lot>,
    /// What it has proposed and waits for.
    own: Option<Lot>,
    /// What it has accepted and others have not yet; none where there is nothing.
    accepted: Option<(Block, Pager)>,
    /// What is over.
    over: Option<(Block, Pager)>,
    drafts: Lot,
    /// Where a draft of a new record is begun; none for whoever may not.
    begin: Option<String>,
    /// Where words are erased or made public; none for whoever may not.
    texts: Option<Link>,
    /// Where something is said beside records; none for whoever may not.
    remarks: Option<Link>,
    /// Of which kinds there are drafts.
    kinds: Vec<KindChoice>,
    /// The documents that it has received.
    documents: Link,
}

/// A list of which several can be chosen, to do one thing with all of them.
#[derive(Debug)]
pub(crate) struct Lot {
    /// Its place on the page.
    pub(crate) key: String,
    pub(crate) heading: String,
    pub(crate) empty: String,
    pub(crate) lines: Vec<LotLine>,
    /// Where the chosen ones are sent, and what the button says; none for whoever may not.
    pub(crate) doing: Option<(String, String)>,
    /// Where else they can be sent.
    pub(crate) also: Vec<(String, String)>,
    /// Whether what is done with them is nothing to be urged to.
    pub(crate) is_quiet: bool,
    /// What is sent with them.
    pub(crate) hidden: Vec<(String, String)>,
    /// Whether all are chosen to begin with, and the page on which it is otherwise.
    pub(crate) is_all: bool,
    pub(crate) all_or_none: Link,
    /// Where all of all pages are sent, and what the button says; none where all are on the page.
    pub(crate) everything: Vec<(String, String)>,
    pub(crate) pager: Pager,
}

/// The way to the other pages of a list.
#[derive(Debug, Default)]
pub(crate) struct Pager {
    pub(crate) previous: Option<String>,
    pub(crate) next: Option<String>,
    /// "Page 2 of 5"
    pub(crate) place: Option<String>,
}

/// Which page of each list is shown.
struct Pages<'fields> {
    fields: &'fields Fields,
    names: &'fields Names<'fields>,
    seat: &'fields Seat,
}

impl Pages<'_> {
    /// The place of the first line of a list, and the way to its other pages.
    fn of(&self, list: &str, key: &str, total: u64, lines: usize) -> (usize, Pager) {
        let total = usize::try_from(total).unwrap_or(usize::MAX);
        let last = total.div_ceil(lines).max(1);
        let number = self.fields.parsed(list).unwrap_or(1_usize).clamp(1, last);
        let path = routes::side(self.seat);
        let to = |number: usize| {
            let query = self.fields.with(list, &number.to_string());
            self.names.path(&format!("{path}?{query}#{key}"))
        };
        let shown = [("page", number.to_string()), ("last", last.to_string())];
        let shown: Vec<(&'static str, &str)> =
            shown.iter().map(|(name, text)| (*name, &**text)).collect();
        let pager = Pager {
            previous: (number > 1).then(|| to(number - 1)),
            next: (number < last).then(|| to(number + 1)),
            place: (last > 1).then(|| self.names.locale.say_about("page-of", &shown)),
        };
        ((number - 1) * lines, pager)
    }
}

/// What the page of a side shows besides the side.
#[derive(Default)]
struct Told {
    notice: Option<String>,
    to_mend: Vec<ToMend>,
    /// What became of several, one by one.
    results: Vec<String>,
    /// The list of which all are chosen to begin with, by what is done with it.
    chosen: Option<&'static str>,
}

/// One line of it.
#[derive(Debug)]
pub(crate) struct LotLine {
    /// The name of its field.
    pub(crate) name: String,
    pub(crate) row: Row,
}

/// What came of doing one thing with several.
#[derive(Default)]
pub(crate) struct Outcome {
    /// How many it was done with.
    pub(crate) done: usize,
    /// What it was not done with, and why.
    pub(crate) to_mend: Vec<ToMend>,
    /// What became of those it was done with, one by one.
    pub(crate) results: Vec<String>,
}

impl Outcome {
    /// What came of binding: what is written is told in a few words, one by one.
    pub(crate) fn of<T>(
        locale: &Locale,
        written: &[Written<T>],
        words: &str,
        to_mend: Vec<ToMend>,
    ) -> Self {
        let told = written.iter().map(|it| of_one(locale, &it.title, words).what);
        Self { done: written.len(), to_mend, results: told.collect() }
    }
}

/// What the page says that was done with several, by the field of the address that counts them.
const DONE: [&str; 7] =
    ["accepted", "proposed", "stated", "withdrawn", "countered", "disputed", "diverged"];
/// The lists of which all can be chosen to begin with, by what is done with them.
const CHOOSE: [&str; 4] = ["accept", "propose", "withdraw", "counter"];
/// The fields that choose a page of a list.
const WAITING_PAGE: &str = "waiting-page";
const OWN_PAGE: &str = "own-page";
const ACCEPTED_PAGE: &str = "accepted-page";
const OVER_PAGE: &str = "over-page";
const DRAFTS_PAGE: &str = "drafts-page";
/// The names of the fields that choose proposals begin so, followed by the leaf hash.
pub(crate) const PROPOSAL_FIELD: &str = "proposal-";
/// The names of the fields that choose drafts begin so, followed by the identifier.
pub(crate) const DRAFT_FIELD: &str = "draft-";

/// `GET /workspace/{partnership}/{voice}`
pub(crate) async fn page(
    visit: Visit,
    Path((partnership, voice)): Path<(String, String)>,
    fields: Fields,
) -> Response {
    private(visit, move |desk, view, who| {
        let seat = Seat { partnership, voice };
        who.must(Action::SeeWorkspace, &seat.partnership, &seat.voice)?;
        let notice = DONE.into_iter().find_map(|done| {
            let count: u64 = fields.parsed(done)?;
            Some(desk.locale.say_count(&format!("lot-{done}"), count))
        });
        let chosen = CHOOSE.into_iter().find(|it| fields.get("choose") == Some(it));
        let told = Told { notice, chosen, ..Told::default() };
        Ok(Reply::page(written(desk, view, who, &seat, &paging(&fields), told)?))
    })
    .await
}

/// What of an address chooses pages of lists and what is chosen in them.
fn paging(fields: &Fields) -> Fields {
    let kept = [WAITING_PAGE, OWN_PAGE, ACCEPTED_PAGE, OVER_PAGE, DRAFTS_PAGE, "choose"];
    let kept = kept.into_iter().filter_map(|name| Some((name, fields.get(name)?)));
    Fields::of(&kept.collect::<Vec<_>>())
}

/// Says what came of doing one thing with several: on the page of the side.
pub(crate) fn told_of_all(
    desk: &Desk,
    who: &SignedIn,
    seat: &Seat,
    word: &str,
    outcome: Outcome,
) -> Result<Reply, PageError> {
    let Outcome { done, to_mend, results } = outcome;
    if to_mend.is_empty() && done == results.len() {
        return Ok(Reply::elsewhere(desk, &format!("{}?{word}={done}", routes::side(seat))));
    }
    let count = crate::block::count(done);
    let notice = (done > 0).then(|| desk.locale.say_count(&format!("lot-{word}"), count));
    let is_whole = to_mend.is_empty();
    let told = Told { notice, to_mend, results, chosen: None };
    let html = super::view(desk, |view| written(desk, view, who, seat, &Fields::default(), told))?;
    Ok(if is_whole { Reply::page(html) } else { Reply::mend(html) })
}

/// What was chosen of a list: what follows the prefix in the names of its fields.
pub(crate) fn chosen<'fields>(fields: &'fields Fields, prefix: &'static str) -> Vec<&'fields str> {
    fields.names().filter_map(|name| name.strip_prefix(prefix)).collect()
}

fn written(
    desk: &Desk,
    view: &View<'_>,
    who: &SignedIn,
    seat: &Seat,
    fields: &Fields,
    told: Told,
) -> Result<String, PageError> {
    let Told { notice, to_mend, results, chosen } = told;
    let names = Names::new(view, desk.locale, &seat.partnership);
    let locale = desk.locale;
    let voice = names.voice(&seat.voice)?;
    let pages = Pages { fields, names: &names, seat };
    let about = About {
        title: locale.say_about("side-title", &[("voice", &voice)]),
        description: locale.say("side-lead"),
        path: routes::side(seat),
        partnership: Some(seat.partnership.clone()),
        crumbs: vec![Link::to(locale.say("workspace"), names.path(routes::WORKSPACE))],
        ..About::default()
    };
    let sees_proposals = sees_proposals(view, who, seat)?;
    let may_draft = sees_proposals && who.may(Action::Draft, &seat.partnership, &seat.voice);
    let page = SidePage {
        frame: Frame::new(desk, Some(view), about)?.private(Some(waits::link(desk, view, who)?)),
        notice,
        request: second_step::request(desk, who),
        to_mend,
        results,
        waiting: sees_proposals.then(|| waiting_lot(desk, &pages, who, chosen)).transpose()?,
        own: sees_proposals.then(|| own_lot(desk, &pages, who, chosen)).transpose()?,
        accepted: if sees_proposals { accepted(desk, &pages)? } else { None },
        over: sees_proposals.then(|| over(desk, &pages)).transpose()?,
        drafts: drafts(desk, &pages, who, chosen)?,
        begin: may_draft.then(|| names.path(&routes::drafts(seat))),
        texts: who
            .may(Action::Erase, &seat.partnership, &seat.voice)
            .then(|| Link::to(locale.say("texts-link"), names.path(&routes::texts(seat)))),
        remarks: (sees_proposals && who.may(Action::Object, &seat.partnership, &seat.voice))
            .then(|| Link::to(locale.say("remarks-link"), names.path(&routes::records_of(seat)))),
        kinds: new_draft::kinds(locale),
        documents: documents_link(desk, &names, seat)?,
    };
    Ok(page.render()?)
}

/// The way to the documents that a side has received.
fn documents_link(desk: &Desk, names: &Names<'_>, seat: &Seat) -> Result<Link, PageError> {
    let words = match documents::count(desk, seat)? {
        0 => desk.locale.say("side-documents-begin"),
        count => desk.locale.say_count("side-documents", crate::block::count(count)),
    };
    Ok(Link::to(words, names.path(&routes::received(seat))))
}

/// Whether somebody may read what lies between the parties for this voice: it must be a party.
pub(crate) fn sees_proposals(
    view: &View<'_>,
    who: &SignedIn,
    seat: &Seat,
) -> Result<bool, RegisterError> {
    let parties = view.party_voices(&seat.partnership)?;
    Ok(parties.iter().any(|party| party.voice == seat.voice)
        && who.may(Action::SeeProposals, &seat.partnership, &seat.voice))
}

/// How many proposals wait for an answer of this side.
pub(crate) fn waiting(view: &View<'_>, seat: &Seat) -> Result<u64, RegisterError> {
    Ok(view.count_open(&seat.partnership, &seat.voice)?.1)
}

/// What waits for this side; whoever may bind it can accept several at once.
fn waiting_lot(
    desk: &Desk,
    pages: &Pages<'_>,
    who: &SignedIn,
    chosen: Option<&str>,
) -> Result<Lot, PageError> {
    let Pages { names, seat, .. } = *pages;
    let key = "side-waits-for-you";
    let total = waiting(names.view, seat)?;
    let (first, pager) = pages.of(WAITING_PAGE, key, total, LINES_MAX);
    let mut lines = Vec::new();
    for row in names.view.unanswered(&seat.partnership, &seat.voice, first, LINES_MAX)? {
        let name = format!("{PROPOSAL_FIELD}{}", row.leaf);
        lines.push(LotLine { name, row: proposal_row(desk, names, seat, &row)? });
    }
    let may = |action: Action| who.may(action, &seat.partnership, &seat.voice);
    let accept = may(Action::Accept).then_some("accept");
    let counter = may(Action::Draft).then_some("counter");
    let verbs: Vec<&str> = accept.into_iter().chain(counter).collect();
    lot(pages, key, (lines, total, pager), &verbs, chosen)
}

/// What this side waits for; whoever may bind it can withdraw several at once.
fn own_lot(
    desk: &Desk,
    pages: &Pages<'_>,
    who: &SignedIn,
    chosen: Option<&str>,
) -> Result<Lot, PageError> {
    let Pages { names, seat, .. } = *pages;
    let key = "side-waits-for-them";
    let total = names.view.count_open(&seat.partnership, &seat.voice)?.0;
    let (first, pager) = pages.of(OWN_PAGE, key, total, LINES_MAX);
    let mut lines = Vec::new();
    for row in names.view.own_open(&seat.partnership, &seat.voice, first, LINES_MAX)? {
        let name = format!("{PROPOSAL_FIELD}{}", row.leaf);
        lines.push(LotLine { name, row: proposal_row(desk, names, seat, &row)? });
    }
    let may = who.may(Action::Withdraw, &seat.partnership, &seat.voice);
    let verbs: &[&str] = if may { &["withdraw"] } else { &[] };
    lot(pages, key, (lines, total, pager), verbs, chosen)
}

fn lot(
    pages: &Pages<'_>,
    key: &str,
    (lines, total, pager): (Vec<LotLine>, u64, Pager),
    verbs: &[&str],
    chosen: Option<&str>,
) -> Result<Lot, PageError> {
    let Pages { names, seat, fields } = *pages;
    let locale = names.locale;
    let voice = names.voice(&seat.voice)?;
    let mut doing = verbs.iter().filter(|_| total > 1).map(|verb| {
        let button = locale.say_about(&format!("lot-{verb}"), &[("voice", &voice)]);
        (names.path(&format!("{}/{verb}/review", routes::side(seat))), button)
    });
    let (doing, also) = (doing.next(), doing.collect());
    let verb = verbs.first().copied();
    let is_all = verb.is_some() && verb == chosen;
    let (label, query) = match verb {
        Some(verb) if !is_all => ("lot-choose-all", fields.with("choose", verb)),
        Some(_) | None => ("lot-choose-none", fields.without("choose")),
    };
    let all_or_none =
        Link::to(locale.say(label), names.path(&format!("{}?{query}#{key}", routes::side(seat))));
    let empty = locale.say(&format!("{key}-empty"));
    let heading = match total {
        0 => locale.say(key),
        count => {
            let (what, count) = (locale.say(key), locale.number(count));
            locale.say_about("lot-heading", &[("what", &what), ("count", &count)])
        }
    };
    let is_more = total > crate::block::count(lines.len());
    let everything = doing.iter().filter(|_| is_more);
    let everything =
        everything.map(|(to, _)| (to.clone(), locale.say_count("lot-everything", total)));
    let (everything, hidden, key) = (everything.collect(), Vec::new(), key.to_owned());
    let is_quiet = verb == Some("withdraw");
    Ok(Lot {
        key,
        heading,
        empty,
        lines,
        doing,
        also,
        is_quiet,
        hidden,
        is_all,
        all_or_none,
        everything,
        pager,
    })
}

/// What the side has accepted and others have not yet, with the way to its other pages: where there are
/// more than two parties.
fn accepted(desk: &Desk, pages: &Pages<'_>) -> Result<Option<(Block, Pager)>, PageError> {
    let (view, key) = (pages.names.view, "side-accepted");
    let (partnership, voice) = (pages.seat.partnership.as_str(), pages.seat.voice.as_str());
    let total = view.count_accepted_open(partnership, voice)?;
    if total == 0 {
        return Ok(None);
    }
    let (first, pager) = pages.of(ACCEPTED_PAGE, key, total, LINES_MAX);
    let rows = view.accepted_open(partnership, voice, first, LINES_MAX)?;
    Ok(Some((proposal_block(desk, pages, key, &rows, None)?, pager)))
}

/// What is over, with the way to its other pages.
fn over(desk: &Desk, pages: &Pages<'_>) -> Result<(Block, Pager), PageError> {
    let (view, key, partnership) = (pages.names.view, "side-over", &pages.seat.partnership);
    let (first, pager) = pages.of(OVER_PAGE, key, view.count_over(partnership)?, OVER_MAX);
    let rows = view.proposals_over(partnership, first, OVER_MAX)?;
    let empty = Some(desk.locale.say("side-over-empty"));
    Ok((proposal_block(desk, pages, key, &rows, empty)?, pager))
}

fn proposal_block(
    desk: &Desk,
    pages: &Pages<'_>,
    key: &str,
    rows: &[ProposalRow],
    empty: Option<String>,
) -> Result<Block, PageError> {
    let rows = rows.iter().map(|row| proposal_row(desk, pages.names, pages.seat, row));
    Ok(Block {
        heading: desk.locale.say(key),
        empty,
        rows: rows.collect::<Result<Vec<_>, _>>()?,
        ..Block::default()
    })
}

pub(crate) fn proposal_row(
    desk: &Desk,
    names: &Names<'_>,
    seat: &Seat,
    row: &ProposalRow,
) -> Result<Row, PageError> {
    let locale = desk.locale;
    let content = opened(desk.site.office(), row)?;
    let title = content.map(|Proposed { record, .. }| title(names, &record));
    let title = title.filter(|title| !title.is_empty()).unwrap_or_else(|| locale.say("erased"));
    let by = locale.say_about("proposed-by", &[("voice", &names.voice(&row.voice)?)]);
    let mut details = vec![
        Link::plain(locale.say_code("kind", row.kind.code())),
        Link::plain(by),
        Link::plain(locale.day_of(row.at)),
        Link::plain(locale.say_code("progress", row.progress.code())),
    ];
    for answer in names.view.answers(&row.leaf)? {
        if answer.word == "object" && row.progress == Progress::Open {
            let voice = names.voice(&answer.voice)?;
            details.push(Link::plain(locale.say_about("objected-by", &[("voice", &voice)])));
        }
    }
    let href = names.path(&routes::proposal(seat, &row.leaf));
    Ok(Row { title: Link::to(title, href), details, ..Row::default() })
}

/// The drafts; whoever may bind the side can propose several at once.
fn drafts(
    desk: &Desk,
    pages: &Pages<'_>,
    who: &SignedIn,
    chosen: Option<&str>,
) -> Result<Lot, PageError> {
    let Pages { names, seat, .. } = *pages;
    let (office, key) = (desk.site.office(), "side-drafts");
    let open: Vec<DraftRow> = match workspace_origin(office, seat)? {
        Some(origin) => {
            office.workspaces().of(&origin).open_drafts().into_iter().cloned().collect()
        }
        None => Vec::new(),
    };
    let total = crate::block::count(open.len());
    let (first, pager) = pages.of(DRAFTS_PAGE, key, total, LINES_MAX);
    let mut lines = Vec::new();
    for draft in open.iter().skip(first).take(LINES_MAX) {
        let name = format!("{DRAFT_FIELD}{}", draft.id);
        lines.push(LotLine { name, row: draft_row(desk, names, seat, draft)? });
    }
    let may = who.may(Action::Propose, &seat.partnership, &seat.voice);
    let verbs: &[&str] = if may { &["propose"] } else { &[] };
    lot(pages, key, (lines, total, pager), verbs, chosen)
}

pub(crate) fn draft_row(
    desk: &Desk,
    names: &Names<'_>,
    seat: &Seat,
    draft: &DraftRow,
) -> Result<Row, PageError> {
    let locale = desk.locale;
    let record = drafted_record(desk.site.office(), draft)?;
    let title = record.map(|record| title(names, &record)).filter(|title| !title.is_empty());
    let title = title.unwrap_or_else(|| locale.say("draft-untitled"));
    let mut details = vec![Link::plain(locale.say_code("kind", draft.kind.code()))];
    if let Some(last) = draft.last() {
        let who = account_name(desk, &last.account);
        let day = locale.day_of(last.at);
        let texts = [("name", who.as_str()), ("date", &day)];
        details.push(Link::plain(locale.say_about("draft-written", &texts)));
    }
    if let Some(to) = &draft.assigned {
        let name = account_name(desk, to);
        details.push(Link::plain(locale.say_about("draft-assigned", &[("name", &name)])));
    }
    let href = names.path(&routes::draft(seat, &draft.id));
    Ok(Row { title: Link::to(title, href), details, ..Row::default() })
}

/// The title of a version in the reader's language, or the nearest.
pub(crate) fn title(names: &Names<'_>, record: &Record) -> String {
    let text = record.texts.get(&Role::Title).or_else(|| record.texts.get(&Role::Name));
    let nearest = text.and_then(|text| text.nearest(names.locale.language()));
    nearest.map_or_else(String::new, |(text, _)| text.to_owned())
}

/// The name of whoever acted, as their own side sees it.
pub(crate) fn account_name(desk: &Desk, account: &str) -> String {
    let people = desk.site.office().house().people();
    let id = servanda_model::AccountId::parse(account).ok();
    let found = id.as_ref().and_then(|id| people.account(id));
    match found {
        Some(found) => found.name.clone().unwrap_or_else(|| desk.locale.say("erased")),
        None => desk.locale.say("account-of-program"),
    }
}
