//! A document that a side has received, with what was found in it: the text with its passages marked,
//! beside each what may become of it.
//!
//! Words: a *card* is a finding as the page shows it; its *number* is its place among all of them, from 1.

use std::collections::BTreeMap;
use std::ops::Range;

use askama::Template;
use axum::extract::Path;
use axum::response::Response;
use servanda_actions::documents::{self, Decided, Decision, DecisionRow, Outcome, Why};
use servanda_actions::drafts::{self, drafted_record};
use servanda_model::reading::Finding;
use servanda_model::record::{Block as Outline, BlockForm};
use servanda_model::{Action, FindingPlace, RecordId, Seat};
use servanda_register::View;

use super::documents::{Found, find, received_by, refused};
use super::draft::frame;
use super::field::{FormChoice, ToMend};
use super::passage::Choosing;
use super::proposal::title_of;
use super::reply::Reply;
use super::side::{account_name, chosen};
use super::signed_in::SignedIn;
use super::visit::{Sent, Visit};
use super::{private, private_form, taking, told, view};
use crate::answer::PageError;
use crate::block::{Link, Names};
use crate::document::block_anchor;
use crate::fields::Fields;
use crate::frame::Frame;
use crate::locale::Locale;
use crate::routes;
use crate::site::Desk;

mod filter;
pub(crate) mod text;

pub(crate) use filter::{Filter, Which};
use text::{Paragraph, headings, pages, paragraphs};

/// The names of the fields that choose findings begin so, followed by their place.
const PICK_FIELD: &str = "pick-";
/// What can be done with findings, as the buttons of the page name it.
const VERBS: [&str; 4] = ["take", "edit", "dismiss", "undo"];
/// Headings of the outline; of more the first.
const HEADINGS_MAX: usize = 60;
/// Troubles that are told one by one.
const TROUBLES_MAX: usize = 12;
/// Words that a trouble is shown with.
const LAST_WORDS: usize = 8;

/// The page of a document and its findings.
#[derive(Debug, Template)]
#[template(path = "workspace/findings.html")]
struct FindingsPage {
    frame: Frame,
    /// The file, and who received it when.
    received: String,
    notice: Option<String>,
    to_mend: Vec<ToMend>,
    progress: Progress,
    /// What the reader could not make out, how much it is and what.
    troubles_told: String,
    troubles: Vec<Link>,
    /// The findings by what became of them, each leading to the page that shows those.
    whiches: Vec<Choice>,
    kinds: Vec<FormChoice>,
    /// What the form of the kinds sends along.
    which: &'static str,
    here: String,
    decide: String,
    hidden: Vec<(&'static str, String)>,
    may_decide: bool,
    whys: Vec<FormChoice>,
    pick: Link,
    /// The last decision of whoever reads, which can be taken back.
    last: Option<(String, String)>,
    lang: &'static str,
    headings: Vec<Link>,
    paragraphs: Vec<Paragraph>,
    previous: Option<String>,
    next: Option<String>,
    place: Option<String>,
    /// Where everything that came of it is looked over, to be proposed or stated, and the button.
    publish: Option<(String, String)>,
    lot: String,
    lot_is_empty: bool,
    /// Where a passage is chosen that was not found; none for whoever may not decide.
    choosing: Option<Choosing>,
    onwards: Vec<Link>,
    put_away: String,
    keys: Vec<(&'static str, String)>,
}

/// How far the side has come.
#[derive(Debug)]
struct Progress {
    decided: usize,
    all: usize,
    words: String,
    /// Where it goes on.
    next: Option<Link>,
}

/// A way to show some of the findings.
#[derive(Debug)]
struct Choice {
    link: Link,
    is_current: bool,
}

/// A finding as the page shows it.
#[derive(Debug)]
pub(crate) struct Card {
    pub(crate) number: usize,
    pub(crate) place: String,
    pub(crate) kind: String,
    /// How sure the reader is.
    pub(crate) sure: String,
    /// Who and when, in words.
    pub(crate) details: Vec<String>,
    /// What became of it.
    pub(crate) state: Option<State>,
    pub(crate) is_picked: bool,
    /// The page of the finding.
    pub(crate) more: String,
}

/// What became of a finding.
#[derive(Debug)]
pub(crate) struct State {
    pub(crate) words: String,
    /// What it became.
    pub(crate) link: Option<Link>,
    /// Whether it can be taken back here.
    pub(crate) can_undo: bool,
}

type Address = Path<(String, String, String)>;

/// What a page of findings shows besides them.
#[derive(Default)]
struct Told {
    notice: Option<String>,
    to_mend: Vec<ToMend>,
}

/// `GET /workspace/{partnership}/{voice}/documents/{id}`
pub(crate) async fn page(
    visit: Visit,
    Path((partnership, voice, id)): Address,
    fields: Fields,
) -> Response {
    private(visit, move |desk, view, who| {
        let found = find(desk, who, Seat { partnership, voice }, &id)?;
        // Whoever comes back goes on where they left.
        if fields.names().next().is_none()
            && let Some(last) = last_of(&found, who).map(|row| row.finding)
            && let Some(next) = next_open(&found, Some(&last), &Filter::default())
        {
            return Ok(Reply::elsewhere(desk, &address(&found, &Filter::default(), &next)));
        }
        let told = Told { notice: notice(desk.locale, &fields), ..Told::default() };
        let html = written(desk, view, who, &found, &fields, told)?;
        Ok(Reply::page(html).for_draft())
    })
    .await
}

/// What was done just now, in words.
fn notice(locale: &Locale, fields: &Fields) -> Option<String> {
    let count: u64 = fields.parsed("count")?;
    let done = ["take", "dismiss", "undo", "source", "merge"];
    let done = done.into_iter().find(|done| fields.get("done") == Some(done))?;
    let mut words = vec![locale.say_count(&format!("findings-done-{done}"), count)];
    for left in ["left", "need", "kept"] {
        let count: Option<u64> = fields.parsed(left).filter(|count| *count > 0);
        words.extend(count.map(|count| locale.say_count(&format!("findings-{left}"), count)));
    }
    Some(words.join(" "))
}

/// The last decision of somebody that still holds.
pub(crate) fn last_of<'found>(found: &'found Found, who: &SignedIn) -> Option<&'found DecisionRow> {
    let own = found.row.decisions.iter().rev();
    let mut own = own.filter(|row| row.account == who.account.as_str());
    own.find(|row| {
        let holds = found.workspace.decided(&found.row, &row.finding);
        holds.is_some_and(|holds| holds.entry == row.entry)
    })
}

/// The first finding after another, of those that a filter shows, about which nothing is decided; after
/// the last the first.
pub(crate) fn next_open(
    found: &Found,
    after: Option<&FindingPlace>,
    filter: &Filter,
) -> Option<FindingPlace> {
    let findings = &found.opened.reading.findings;
    let first = after.and_then(|after| findings.iter().position(|it| it.place == *after));
    let first = first.map_or(0, |first| first + 1);
    let is_open = |finding: &&Finding| {
        filter.has_kind(finding) && found.workspace.decided(&found.row, &finding.place).is_none()
    };
    let mut in_order = findings.iter().skip(first).chain(findings.iter().take(first));
    in_order.find(is_open).map(|finding| finding.place)
}

/// The number of a finding, from 1.
pub(crate) fn number_of(found: &Found, place: &FindingPlace) -> usize {
    let findings = &found.opened.reading.findings;
    findings.iter().position(|it| it.place == *place).map_or(0, |position| position + 1)
}

/// The page of the text on which a finding stands, at its card, or at its block where it has none yet;
/// without language.
pub(crate) fn address(found: &Found, filter: &Filter, place: &FindingPlace) -> String {
    let reading = &found.opened.reading;
    let outline = text::outline(reading);
    let pages = pages(&outline, &reading.findings);
    let page = page_of(found, &pages, place.start);
    let path = routes::received_document(&found.seat, &found.row.id);
    let block = outline.iter().find(|block| place.start < block.end);
    let anchor = match (number_of(found, place), block) {
        (0, Some(block)) => block_anchor(block.start),
        (number, _) => format!("f-{number}"),
    };
    format!("{path}?{}#{anchor}", filter.query(page))
}

fn page_of(found: &Found, pages: &[Range<usize>], start: usize) -> usize {
    let outline = text::outline(&found.opened.reading);
    let block = outline.iter().position(|block| start < block.end).unwrap_or(0);
    pages.iter().position(|page| page.contains(&block)).unwrap_or(0) + 1
}

/// What somebody wants to do, and with which findings.
struct Asked {
    verb: &'static str,
    places: Vec<FindingPlace>,
    is_one: bool,
}

impl Asked {
    /// One finding by its own button, or those that are picked.
    fn read(fields: &Fields) -> Option<Self> {
        let one = VERBS.into_iter().find_map(|verb| {
            let place = FindingPlace::parse(fields.get(verb)?).ok()?;
            Some(Self { verb, places: vec![place], is_one: true })
        });
        one.or_else(|| {
            let verb = VERBS.into_iter().find(|verb| fields.get("all") == Some(verb))?;
            let picked = chosen(fields, PICK_FIELD).into_iter();
            let mut places: Vec<FindingPlace> =
                picked.filter_map(|place| FindingPlace::parse(place).ok()).collect();
            places.sort();
            Some(Self { verb, places, is_one: false })
        })
    }
}

/// `POST /workspace/{partnership}/{voice}/documents/{id}/decide`
pub(crate) async fn decide(Path((partnership, voice, id)): Address, sent: Sent) -> Response {
    private_form(sent, move |desk, who, fields| {
        let seat = Seat { partnership, voice };
        who.must(Action::Draft, &seat.partnership, &seat.voice)?;
        let found = find(desk, who, seat, &id)?;
        let filter = Filter::read(fields);
        let Some(asked) = Asked::read(fields).filter(|asked| !asked.places.is_empty()) else {
            let to_mend = vec![mend(desk.locale.say("findings-none-picked"))];
            return again(desk, who, &found, fields, to_mend);
        };
        let Composed { decisions, need } = compose(desk, who, &found, &asked, fields)?;
        if let (true, Some(place)) = (asked.is_one, need.first()) {
            // It cannot be taken up without more: its page asks for it.
            let path = routes::finding(&found.seat, &found.row.id, place);
            return Ok(Reply::elsewhere(desk, &format!("{path}?{}&need=yes", filter.query(0))));
        }
        let (office, seat, id) = (desk.site.office(), &found.seat, &found.row.id);
        let done = who.act(desk, |by| documents::decide(office, seat, id, decisions, by));
        match told(done)? {
            Ok(outcome) => {
                let draft = outcome.drafts.first().filter(|_| asked.verb == "edit");
                if let Some(draft) = draft {
                    return Ok(Reply::elsewhere(desk, &routes::draft(seat, draft)));
                }
                let again = find(desk, who, found.seat.clone(), &found.row.id.to_string())?;
                Ok(onwards(desk, &again, &filter, &asked, &outcome, need.len()))
            }
            Err(refusal) => {
                let to_mend = vec![mend(refused(desk.locale, &refusal))];
                again(desk, who, &found, fields, to_mend)
            }
        }
    })
    .await
}

/// Decisions as they are asked for, and the findings that need more than the reader knows.
#[derive(Default)]
struct Composed {
    decisions: Vec<Decision>,
    need: Vec<FindingPlace>,
}

fn compose(
    desk: &Desk,
    who: &SignedIn,
    found: &Found,
    asked: &Asked,
    fields: &Fields,
) -> Result<Composed, PageError> {
    let why = fields.get("why").and_then(Why::find).unwrap_or(Why::Misread);
    let mut composed = Composed::default();
    for finding in &asked.places {
        let finding = *finding;
        match asked.verb {
            "undo" => composed.decisions.push(Decision::Undo { finding }),
            "dismiss" => {
                composed.decisions.push(Decision::Dismiss { finding, why, said: String::new() });
            }
            _take_or_edit => {
                let id = who.act(desk, drafts::fresh_id);
                match view(desk, |view| record_of(desk, view, found, &finding, id))? {
                    Some(record) => composed
                        .decisions
                        .push(Decision::TakeUp { finding, record: Box::new(record) }),
                    None => composed.need.push(finding),
                }
            }
        }
    }
    Ok(composed)
}

/// The record that a finding is most often taken up as; none where a fact is missing.
fn record_of(
    desk: &Desk,
    view: &View<'_>,
    found: &Found,
    place: &FindingPlace,
    id: RecordId,
) -> Result<Option<servanda_model::Record>, PageError> {
    let reading = &found.opened.reading;
    let finding = reading.findings.iter().find(|it| it.place == *place);
    let finding = finding.ok_or(PageError::NotFound)?;
    let names = Names::new(view, desk.locale, &found.seat.partnership);
    let kind = taking::usual_kind(place.kind);
    let typed = taking::typed(desk, &names, &found.seat, reading, finding, kind)?;
    Ok(taking::record(&names, &typed, id)?.ok())
}

/// On to the next finding that is open, with what was done.
fn onwards(
    desk: &Desk,
    found: &Found,
    filter: &Filter,
    asked: &Asked,
    outcome: &Outcome,
    need: usize,
) -> Reply {
    let done = if asked.verb == "edit" { "take" } else { asked.verb };
    let counts = [
        ("count", outcome.done.len()),
        ("left", outcome.left.len()),
        ("need", need),
        ("kept", outcome.kept.len()),
    ];
    let mut query = form_urlencoded::Serializer::new(String::new());
    query.append_pair("done", done);
    for (name, count) in counts.into_iter().filter(|(name, count)| *name == "count" || *count > 0) {
        query.append_pair(name, &count.to_string());
    }
    let query = query.finish();
    let last = asked.places.last();
    // What was taken back is looked at again.
    let next = match last.filter(|_| asked.verb == "undo") {
        Some(last) => Some(*last),
        None => next_open(found, last, filter).or(last.copied()),
    };
    Reply::elsewhere(
        desk,
        &match next {
            Some(next) => {
                let address = address(found, filter, &next);
                let (path, anchor) = address.split_once('#').unwrap_or((&address, ""));
                format!("{path}&{query}#{anchor}")
            }
            None => format!("{}?{query}", routes::received_document(&found.seat, &found.row.id)),
        },
    )
}

fn mend(what: String) -> ToMend {
    ToMend { field: None, what }
}

/// The page again, with what is to be mended.
pub(crate) fn again(
    desk: &Desk,
    who: &SignedIn,
    found: &Found,
    fields: &Fields,
    to_mend: Vec<ToMend>,
) -> Result<Reply, PageError> {
    let told = Told { to_mend, ..Told::default() };
    let html = view(desk, |view| written(desk, view, who, found, fields, told))?;
    Ok(Reply::mend(html).for_draft())
}

fn written(
    desk: &Desk,
    view: &View<'_>,
    who: &SignedIn,
    found: &Found,
    fields: &Fields,
    told: Told,
) -> Result<String, PageError> {
    let (locale, seat, reading) = (desk.locale, &found.seat, &found.opened.reading);
    let names = Names::new(view, locale, &seat.partnership);
    let filter = Filter::read(fields);
    let path = routes::received_document(seat, &found.row.id);
    let is_picked = fields.get("pick").is_some();
    let cards = cards(desk, &names, found, &filter, is_picked)?;
    let outline = text::outline(reading);
    let pages = pages(&outline, &reading.findings);
    let number = fields.page().clamp(1, pages.len().max(1));
    let here = names.path(&path);
    let of_page = |page: usize| format!("{here}?{}", filter.query(page));
    // A page without any of the findings that are shown is passed over.
    let numbers: Vec<usize> = cards.keys().map(|start| page_of(found, &pages, *start)).collect();
    let is_all = filter == Filter::default();
    let shown = |page: &usize| is_all || numbers.contains(page);
    let lot = told_of_lot(desk, found)?;
    let may = |action| who.may(action, &seat.partnership, &seat.voice);
    let title = document_title(desk, view, found)?;
    let pick_query =
        format!("{}{}", filter.query(number), if is_picked { "" } else { "&pick=all" });
    let page = FindingsPage {
        choosing: may(Action::Draft).then(|| Choosing::new(locale, &here, fields, &told.to_mend)),
        frame: findings_frame(desk, view, who, &names, seat, title, path.clone())?,
        received: format!("{} · {}", found.opened.name, received_by(desk, &found.row)),
        notice: told.notice,
        to_mend: told.to_mend,
        progress: progress(locale, &names, found),
        troubles_told: locale.say_count("troubles", crate::block::count(reading.troubles.len())),
        troubles: troubles(locale, found, &pages, of_page),
        whiches: whiches(locale, found, &filter, &here),
        kinds: kinds(locale, found, &filter),
        which: filter.which.code(),
        decide: format!("{here}/decide"),
        hidden: filter.hidden(number),
        may_decide: may(Action::Draft),
        whys: whys(locale, fields.get("why")),
        pick: Link::to(
            locale.say(if is_picked { "lot-choose-none" } else { "findings-pick-page" }),
            format!("{here}?{pick_query}#findings"),
        ),
        last: last_of(found, who).filter(|row| can_undo(found, &row.decided)).map(|row| {
            let of = finding_in_words(locale, found, &row.finding);
            (row.finding.to_string(), locale.say_about("findings-undo-last", &[("finding", &of)]))
        }),
        lang: reading.language.locale(),
        headings: headings(reading, &pages, HEADINGS_MAX, of_page),
        paragraphs: paragraphs(&reading.text, &outline, pages.get(number - 1), cards),
        previous: (1..number).rev().find(|page| shown(page)).map(of_page),
        next: (number + 1..=pages.len()).find(|page| shown(page)).map(of_page),
        place: (pages.len() > 1).then(|| {
            let texts = [("page", &*number.to_string()), ("last", &*pages.len().to_string())];
            locale.say_about("page-of", &texts)
        }),
        publish: publish(locale, &here, may).filter(|_| lot.0 > 0),
        lot_is_empty: lot.0 == 0,
        lot: lot.1,
        onwards: links_out(desk, &names, found, &here)?,
        put_away: format!("{here}/put-away"),
        keys: keys(locale),
        here,
    };
    Ok(page.render()?)
}

/// The frame of a page about a document that was received.
pub(crate) fn findings_frame(
    desk: &Desk,
    view: &View<'_>,
    who: &SignedIn,
    names: &Names<'_>,
    seat: &Seat,
    title: String,
    path: String,
) -> Result<Frame, PageError> {
    let mut frame = frame(desk, view, who, names, seat, title, path)?;
    let all = names.path(&routes::received(seat));
    frame.crumbs.push(Link::to(desk.locale.say("documents-received"), all));
    Ok(frame)
}

/// The title of a document: that of its draft, or of its record, or else the name of its file.
pub(crate) fn document_title(
    desk: &Desk,
    view: &View<'_>,
    found: &Found,
) -> Result<String, PageError> {
    if let Some(draft) = found.workspace.draft_of(&found.row.record) {
        let record = drafted_record(desk.site.office(), draft)?;
        return Ok(title_of(desk.locale, record.as_ref()));
    }
    Ok(match view.find(&found.row.record)? {
        Some(held) => crate::block::title(desk.locale, &held),
        None => found.opened.name.clone(),
    })
}

fn progress(locale: &Locale, names: &Names<'_>, found: &Found) -> Progress {
    let all = found.opened.reading.findings.len();
    let is_decided =
        |finding: &&Finding| found.workspace.decided(&found.row, &finding.place).is_some();
    let decided = found.opened.reading.findings.iter().filter(is_decided).count();
    let (of, count) = (locale.number(crate::block::count(all)), crate::block::count(decided));
    let count = locale.number(count);
    let words = locale.say_about("findings-progress", &[("decided", &count), ("all", &of)]);
    let next = next_open(found, None, &Filter::default()).filter(|_| decided > 0).map(|next| {
        let href = names.path(&address(found, &Filter::default(), &next));
        Link::to(locale.say("findings-first-open"), href)
    });
    Progress { decided, all, words, next }
}

fn troubles(
    locale: &Locale,
    found: &Found,
    pages: &[Range<usize>],
    of_page: impl Fn(usize) -> String,
) -> Vec<Link> {
    let outline = text::outline(&found.opened.reading);
    let troubles = found.opened.reading.troubles.iter().take(TROUBLES_MAX);
    troubles
        .map(|trouble| {
            let words = locale.say_code("trouble", trouble.kind.code());
            let block = trouble.at.and_then(|at| outline.iter().find(|block| at < block.end));
            match block {
                Some(block) => {
                    let page = of_page(page_of(found, pages, block.start));
                    let said = last_words(&found.opened.reading.text, block);
                    let texts = [("what", words.as_str()), ("words", &said)];
                    let words = locale.say_about("trouble-after", &texts);
                    Link::to(words, format!("{page}#{}", block_anchor(block.start)))
                }
                None => Link::plain(words),
            }
        })
        .collect()
}

/// The last words of a block.
fn last_words(text: &str, block: &Outline) -> String {
    let length = block.end.saturating_sub(block.start);
    let said: String = text.chars().skip(block.start).take(length).collect();
    let words: Vec<&str> = said.split_whitespace().collect();
    let skipped = words.len().saturating_sub(LAST_WORDS);
    let last = words.iter().skip(skipped).copied().collect::<Vec<_>>().join(" ");
    if skipped > 0 { format!("… {last}") } else { last }
}

fn whiches(locale: &Locale, found: &Found, filter: &Filter, here: &str) -> Vec<Choice> {
    let findings = &found.opened.reading.findings;
    let choice = |which: Which| {
        let of = Filter { which, ..filter.clone() };
        let shown = findings.iter().filter(|finding| of.shows(found, finding)).count();
        let count = locale.number(crate::block::count(shown));
        let what = locale.say_code("findings-which", which.code());
        let words = locale.say_about("lot-heading", &[("what", &what), ("count", &count)]);
        let link = Link::to(words, format!("{here}?{}", of.query(1)));
        Choice { link, is_current: which == filter.which }
    };
    Which::ALL.map(choice).into_iter().collect()
}

fn kinds(locale: &Locale, found: &Found, filter: &Filter) -> Vec<FormChoice> {
    let findings = &found.opened.reading.findings;
    let all = FormChoice {
        value: String::new(),
        label: locale.say("findings-every-kind"),
        chosen: filter.kind.is_none(),
    };
    let here = servanda_model::FindingKind::ALL.into_iter().filter_map(|kind| {
        let count = findings.iter().filter(|finding| finding.place.kind == kind).count();
        if count == 0 {
            return None;
        }
        let count = locale.number(crate::block::count(count));
        let what = locale.say_code("finding", kind.code());
        let label = locale.say_about("lot-heading", &[("what", &what), ("count", &count)]);
        Some(FormChoice { value: kind.code().to_owned(), label, chosen: filter.kind == Some(kind) })
    });
    std::iter::once(all).chain(here).collect()
}

pub(crate) fn whys(locale: &Locale, current: Option<&str>) -> Vec<FormChoice> {
    let choice = |why: Why| FormChoice {
        value: why.code().to_owned(),
        label: locale.say_code("why", why.code()),
        chosen: current == Some(why.code()),
    };
    Why::ALL.map(choice).into_iter().collect()
}

/// How many drafts there are to be proposed, and that in words.
fn told_of_lot(desk: &Desk, found: &Found) -> Result<(usize, String), PageError> {
    let lot = told(documents::lot(desk.site.office(), &found.seat, &found.row.id))?;
    let lot = lot.unwrap_or_default();
    let own = found.workspace.open_draft_of(&found.row.record).is_some();
    let taken = lot.len().saturating_sub(usize::from(own));
    if taken == 0 {
        // A document alone is nothing that came of it.
        return Ok((0, desk.locale.say("findings-lot-empty")));
    }
    let key = if own { "findings-lot-with-document" } else { "findings-lot" };
    Ok((taken, desk.locale.say_count(key, crate::block::count(taken))))
}

/// Where what came of a document is looked over, and what the button says; none for whoever may not
/// publish it.
fn publish(locale: &Locale, here: &str, may: impl Fn(Action) -> bool) -> Option<(String, String)> {
    if may(Action::Propose) {
        return Some((format!("{here}/propose"), locale.say("findings-propose")));
    }
    let states = may(Action::StateDocumented);
    states.then(|| (format!("{here}/state"), locale.say("findings-state")))
}

fn links_out(
    desk: &Desk,
    names: &Names<'_>,
    found: &Found,
    here: &str,
) -> Result<Vec<Link>, PageError> {
    let locale = desk.locale;
    let draft = found.workspace.open_draft_of(&found.row.record).map(|draft| {
        let path = names.path(&routes::draft(&found.seat, &draft.id));
        Link::to(locale.say("findings-document-draft"), path)
    });
    let public = names.view.kind(&found.row.record)?.map(|kind| {
        Link::to(locale.say("proposal-record-page"), names.href(kind, &found.row.record))
    });
    let other = names.path(&routes::successions(&found.seat, &found.row.id));
    let other = Link::to(locale.say("succession-compare"), other);
    let out = [
        ("download-original", "original"),
        ("findings-table", "findings.csv"),
        ("findings-data", "findings.json"),
    ];
    let out = out.map(|(key, last)| Link::to(locale.say(key), format!("{here}/{last}")));
    Ok(draft.into_iter().chain(public).chain([other]).chain(out).collect())
}

fn keys(locale: &Locale) -> Vec<(&'static str, String)> {
    let keys = ["j", "k", "a", "e", "m", "x", "u", "c", "n", "?"];
    keys.map(|key| {
        let name = if key == "?" { "help" } else { key };
        (key, locale.say(&format!("findings-key-{name}")))
    })
    .into_iter()
    .collect()
}

/// The findings that are shown, by the character at which each begins.
fn cards(
    desk: &Desk,
    names: &Names<'_>,
    found: &Found,
    filter: &Filter,
    is_picked: bool,
) -> Result<BTreeMap<usize, Vec<(FindingPlace, Card)>>, PageError> {
    let mut cards: BTreeMap<usize, Vec<(FindingPlace, Card)>> = BTreeMap::new();
    for (number, finding) in (1..).zip(&found.opened.reading.findings) {
        if filter.shows(found, finding) {
            let card = card(desk, names, found, number, finding, is_picked)?;
            cards.entry(finding.place.start).or_default().push((finding.place, card));
        }
    }
    Ok(cards)
}

fn card(
    desk: &Desk,
    names: &Names<'_>,
    found: &Found,
    number: usize,
    finding: &Finding,
    is_picked: bool,
) -> Result<Card, PageError> {
    let locale = desk.locale;
    Ok(Card {
        number,
        place: finding.place.to_string(),
        kind: locale.say_code("finding", finding.place.kind.code()),
        sure: sure(locale, finding),
        details: details(locale, finding),
        state: state(desk, names, found, &finding.place)?,
        is_picked,
        more: names.path(&routes::finding(&found.seat, &found.row.id, &finding.place)),
    })
}

/// How sure the reader is, or that somebody chose it.
pub(crate) fn sure(locale: &Locale, finding: &Finding) -> String {
    if finding.is_by_hand() {
        return locale.say("finding-by-hand");
    }
    locale.say_about("finding-sure", &[("share", &finding.confidence.to_string())])
}

/// Who and when, in words.
pub(crate) fn details(locale: &Locale, finding: &Finding) -> Vec<String> {
    let say = |key: &str, words: &str| locale.say_about(key, &[("words", words)]);
    let mut details = Vec::new();
    if let Some(who) = &finding.who {
        details.push(match &finding.stands_for {
            Some(meant) if meant != who => {
                let texts = [("words", who.as_str()), ("meant", meant)];
                locale.say_about("finding-who-meant", &texts)
            }
            Some(_) | None => say("finding-who", who),
        });
    }
    details.extend(finding.due.as_ref().map(|due| match due.when {
        Some(when) => say("finding-when", &locale.when(when)),
        None => say("finding-when", &due.words),
    }));
    let name = [&finding.short, &finding.name].into_iter().flatten().cloned();
    let name: Vec<String> = name.collect();
    if !name.is_empty() {
        details.push(say("finding-what", &name.join(" – ")));
    }
    details
}

/// What became of a finding, in words.
pub(crate) fn state(
    desk: &Desk,
    names: &Names<'_>,
    found: &Found,
    place: &FindingPlace,
) -> Result<Option<State>, PageError> {
    let locale = desk.locale;
    let Some(row) = found.workspace.decided(&found.row, place) else { return Ok(None) };
    let link = match &row.decided {
        Decided::TakenUp { draft } | Decided::Source { draft } => {
            draft_link(desk, names, found, draft)?
        }
        Decided::Merged { into } => {
            let words = finding_in_words(locale, found, into);
            Some(Link::to(words, names.path(&address(found, &Filter::default(), into))))
        }
        Decided::Dismissed { why } => Some(Link::plain(locale.say_code("why", why.code()))),
        Decided::Undone => None,
    };
    let what = locale.say_code("decided", row.decided.code());
    let (name, day) = (account_name(desk, &row.account), locale.day_of(row.at));
    let texts = [("what", what.as_str()), ("name", &name), ("date", &day)];
    Ok(Some(State {
        words: locale.say_about("decided-by", &texts),
        link,
        can_undo: can_undo(found, &row.decided),
    }))
}

/// Whether a decision can be taken back: what it became is not proposed yet.
fn can_undo(found: &Found, decided: &Decided) -> bool {
    let draft = decided.draft().and_then(|id| found.workspace.draft(id));
    draft.is_none_or(|draft| draft.closed.is_none())
}

fn draft_link(
    desk: &Desk,
    names: &Names<'_>,
    found: &Found,
    draft: &RecordId,
) -> Result<Option<Link>, PageError> {
    let Some(row) = found.workspace.draft(draft) else { return Ok(None) };
    let record = drafted_record(desk.site.office(), row)?;
    let path = names.path(&routes::draft(&found.seat, draft));
    Ok(Some(Link::to(title_of(desk.locale, record.as_ref()), path)))
}

/// "Undertaking 12".
pub(crate) fn finding_in_words(locale: &Locale, found: &Found, place: &FindingPlace) -> String {
    let number = number_of(found, place);
    if number == 0 {
        return locale.say("finding-by-hand-title");
    }
    let kind = locale.say_code("finding", place.kind.code());
    let number = locale.number(crate::block::count(number));
    locale.say_about("finding-numbered", &[("kind", &kind), ("number", &number)])
}

/// The form of a block for the style of the page.
pub(crate) const fn is_heading(form: BlockForm) -> bool {
    matches!(form, BlockForm::Heading1 | BlockForm::Heading2)
}

/// A block of a text that has no outline: all of it.
pub(crate) fn whole(text: &str) -> Outline {
    Outline { form: BlockForm::Paragraph, start: 0, end: text.chars().count() }
}
