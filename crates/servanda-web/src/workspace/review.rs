//! Several at once, looked over before anything binds: each with what it would change, what stands in
//! its way, and room to make an exception.

use std::collections::BTreeSet;

use askama::Template;
use axum::extract::Path;
use axum::response::Response;
use servanda_actions::agreement::{SIGNED_TOGETHER_MAX, opened};
use servanda_actions::documents;
use servanda_actions::drafts::{hindrance, workspace_origin};
use servanda_model::{Action, Record, RecordId, Seat};
use servanda_register::{Held, View};

use super::compare::{Compared, compared, standing_version};
use super::draft::{self, Found, frame, not_proposed};
use super::proposal::{self, base_of};
use super::reply::Reply;
use super::side::{DRAFT_FIELD, PROPOSAL_FIELD, chosen, title};
use super::signed_in::SignedIn;
use super::visit::Sent;
use super::{private_form, told, view};
use crate::answer::PageError;
use crate::block::{Link, Names, count};
use crate::fields::Fields;
use crate::frame::Frame;
use crate::routes;
use crate::site::Desk;

/// What are looked over on one page; with the names of all others it stays a light one.
const REVIEWED_ON_PAGE_MAX: usize = 10;
/// The field with the names of all that are looked over, with spaces between.
const ALL: &str = "all";
/// The field with the names of those that the page shows.
const SHOWN: &str = "shown";
/// The field with the names of those of other pages that are left for later.
const LEFT: &str = "left";
/// The names of the fields with the reasons of exceptions begin so, followed by the leaf hash.
pub(crate) const REASON_FIELD: &str = "reason-";

/// The page on which several are looked over.
#[derive(Debug, Template)]
#[template(path = "workspace/review.html")]
struct ReviewPage {
    frame: Frame,
    lead: String,
    action: String,
    button: String,
    items: Vec<Item>,
    /// What became of others that were answered with them.
    results: Vec<String>,
    /// Whether an exception can be made with a reason.
    has_reasons: bool,
    /// What the form carries of what the page does not show.
    hidden: Vec<(String, String)>,
    /// Where the form is sent to look at another page, and the numbers of those around it.
    review: String,
    previous: Option<String>,
    next: Option<String>,
    place: Option<String>,
    /// That more were chosen than are looked over at once.
    more: Option<String>,
    back: Link,
}

/// What is looked over together, on however many pages: all of it, and what is left for later.
#[derive(Debug, Default)]
pub(crate) struct Selected {
    /// The names, in their order.
    all: Vec<String>,
    left: BTreeSet<String>,
    /// Whether more were chosen.
    is_cut: bool,
}

impl Selected {
    /// What a form chooses: what is ticked on its page, and what it carries from others.
    pub(crate) fn of(fields: &Fields, prefix: &'static str) -> Self {
        let ticked: BTreeSet<&str> = chosen(fields, prefix).into_iter().collect();
        let Some(all) = fields.get(ALL) else {
            return Self::named(ticked.into_iter().map(str::to_owned).collect());
        };
        let names = |field: &str| {
            let names = fields.get(field).unwrap_or_default().split(' ');
            names.filter(|name| !name.is_empty()).map(str::to_owned).collect::<Vec<_>>()
        };
        let mut selected = Self::named(all.split(' ').map(str::to_owned).collect());
        let unticked = names(SHOWN).into_iter().filter(|name| !ticked.contains(name.as_str()));
        selected.left = names(LEFT).into_iter().chain(unticked).collect();
        selected
    }

    /// These, all of them chosen.
    fn named(mut all: Vec<String>) -> Self {
        let is_cut = all.len() > SIGNED_TOGETHER_MAX;
        all.truncate(SIGNED_TOGETHER_MAX);
        Self { all, left: BTreeSet::new(), is_cut }
    }

    /// The drafts that came of a document.
    pub(crate) fn lot(desk: &Desk, seat: &Seat, document: &str) -> Result<Self, PageError> {
        let id = RecordId::parse(document).map_err(|_not_an_id| PageError::NotFound)?;
        let lot = told(documents::lot(desk.site.office(), seat, &id))?;
        let lot = lot.map_err(|_gone| PageError::NotFound)?;
        Ok(Self::named(lot.iter().map(RecordId::to_string).collect()))
    }

    /// These drafts, and before each those of the documents that it rests on.
    fn with_documents(self, desk: &Desk, seat: &Seat) -> Result<Self, PageError> {
        let Self { all, left, is_cut } = self;
        let ids = all.iter().filter_map(|id| RecordId::parse(id).ok()).collect();
        let whole = told(documents::with_documents(desk.site.office(), seat, ids))?;
        let whole = whole.unwrap_or_default();
        let named = Self::named(whole.iter().map(RecordId::to_string).collect());
        Ok(Self { left, is_cut: is_cut || named.is_cut, ..named })
    }

    /// Those that are not left for later.
    pub(crate) fn chosen(&self) -> impl Iterator<Item = &str> {
        self.all.iter().filter(|name| !self.left.contains(*name)).map(String::as_str)
    }
}

/// One of them.
#[derive(Debug)]
struct Item {
    /// The name of the field that chooses it.
    name: String,
    /// The name of the field with the reason for an exception.
    reason: String,
    /// What was typed there before it was refused, or before another page was looked at.
    typed: String,
    /// Whether it is chosen.
    is_chosen: bool,
    kind: String,
    title: Link,
    /// What stands in its way.
    hindrance: Option<String>,
    compared: Compared,
}

/// `POST /workspace/{partnership}/{voice}/accept/review`
pub(crate) async fn proposals(
    Path((partnership, voice)): Path<(String, String)>,
    sent: Sent,
) -> Response {
    private_form(sent, move |desk, who, fields| {
        let seat = Seat { partnership, voice };
        who.must(Action::Accept, &seat.partnership, &seat.voice)?;
        view(desk, |view| {
            let selected = if fields.get("everything").is_some() {
                let most = SIGNED_TOGETHER_MAX.saturating_add(1);
                let rows = view.unanswered(&seat.partnership, &seat.voice, 0, most)?;
                Selected::named(rows.into_iter().map(|row| row.leaf).collect())
            } else {
                Selected::of(fields, PROPOSAL_FIELD)
            };
            looked_over(desk, view, who, &seat, &selected, fields, Vec::new())
        })
    })
    .await
}

/// Proposals that could not be answered as it was asked, looked over again with what stood in the way;
/// `results` are what became of others.
pub(crate) fn looked_over_again(
    desk: &Desk,
    view: &View<'_>,
    who: &SignedIn,
    seat: &Seat,
    leaves: &[(&str, String)],
    sent: &Fields,
    results: Vec<String>,
) -> Result<Reply, PageError> {
    let names = Names::new(view, desk.locale, &seat.partnership);
    let mut items = Vec::new();
    for (leaf, hindrance) in leaves {
        let hindrance = Some(hindrance.clone());
        items.extend(proposal_item(desk, &names, who, seat, leaf, sent, hindrance)?);
    }
    let pages = Pages::one(leaves.iter().map(|(leaf, _)| (*leaf).to_owned()).collect());
    reviewed(desk, view, who, seat, "accept", items, pages, results)
}

fn looked_over(
    desk: &Desk,
    view: &View<'_>,
    who: &SignedIn,
    seat: &Seat,
    selected: &Selected,
    sent: &Fields,
    results: Vec<String>,
) -> Result<Reply, PageError> {
    let names = Names::new(view, desk.locale, &seat.partnership);
    let pages = Pages::of(selected, sent, Some(REASON_FIELD));
    let mut items = Vec::new();
    for leaf in &pages.shown {
        let item = proposal_item(desk, &names, who, seat, leaf, sent, None)?;
        items.extend(item.map(|item| Item { is_chosen: !selected.left.contains(leaf), ..item }));
    }
    reviewed(desk, view, who, seat, "accept", items, pages, results)
}

/// A proposal with what it would change; none where it cannot be read.
fn proposal_item(
    desk: &Desk,
    names: &Names<'_>,
    who: &SignedIn,
    seat: &Seat,
    leaf: &str,
    sent: &Fields,
    hindrance: Option<String>,
) -> Result<Option<Item>, PageError> {
    let row = proposal::find(names.view, who, seat, leaf)?;
    let Some(content) = opened(desk.site.office(), &row)? else { return Ok(None) };
    let (base, against) = base_of(names.view, desk.locale, &row)?;
    let path = routes::proposal(seat, &row.leaf);
    let reason = format!("{REASON_FIELD}{leaf}");
    let typed = sent.get(&reason).unwrap_or_default().to_owned();
    let places = [format!("{PROPOSAL_FIELD}{leaf}"), reason, path];
    let version = (&content.record, base.as_ref(), against);
    Ok(Some(Item { typed, ..item(names, places, version, hindrance)? }))
}

/// `POST /workspace/{partnership}/{voice}/propose/review`
pub(crate) async fn drafts(
    Path((partnership, voice)): Path<(String, String)>,
    sent: Sent,
) -> Response {
    private_form(sent, move |desk, who, fields: &Fields| {
        let seat = Seat { partnership, voice };
        who.must(Action::Propose, &seat.partnership, &seat.voice)?;
        let selected = if fields.get("everything").is_some() {
            let office = desk.site.office();
            let origin = workspace_origin(office, &seat)?.unwrap_or_default();
            let workspace = office.workspaces().of(&origin);
            let open = workspace.open_drafts().into_iter();
            Selected::named(open.map(|draft| draft.id.to_string()).collect())
        } else {
            Selected::of(fields, DRAFT_FIELD)
        };
        drafts_looked_over(desk, who, &seat, selected, fields, "propose", |found| {
            let hindered = hindrance(desk.site.office(), &seat, &found.row)?;
            Ok(hindered.map(|refusal| not_proposed(desk.locale, &refusal).what))
        })
    })
    .await
}

/// `POST /workspace/{partnership}/{voice}/documents/{id}/propose`: everything that came of a document.
pub(crate) async fn of_document(
    Path((partnership, voice, id)): Path<(String, String, String)>,
    sent: Sent,
) -> Response {
    private_form(sent, move |desk, who, fields| {
        let seat = Seat { partnership, voice };
        who.must(Action::Propose, &seat.partnership, &seat.voice)?;
        let selected = Selected::lot(desk, &seat, &id)?;
        drafts_looked_over(desk, who, &seat, selected, fields, "propose", |found| {
            let hindered = hindrance(desk.site.office(), &seat, &found.row)?;
            Ok(hindered.map(|refusal| not_proposed(desk.locale, &refusal).what))
        })
    })
    .await
}

/// Drafts that are looked over before one thing is done with all of them, each with what stands in its
/// way; and with them the documents that they rest on and nobody else has read.
pub(crate) fn drafts_looked_over(
    desk: &Desk,
    who: &SignedIn,
    seat: &Seat,
    selected: Selected,
    sent: &Fields,
    verb: &'static str,
    hindered: impl Fn(&Found) -> Result<Option<String>, PageError>,
) -> Result<Reply, PageError> {
    let selected = selected.with_documents(desk, seat)?;
    view(desk, |view| {
        let names = Names::new(view, desk.locale, &seat.partnership);
        let pages = Pages::of(&selected, sent, None);
        let mut items = Vec::new();
        for id in &pages.shown {
            let found = draft::find(desk, who, seat.clone(), id)?;
            let hindered = hindered(&found)?;
            let (base, against) = standing_version(view, desk.locale, &found.record.id)?;
            let path = routes::draft(seat, &found.row.id);
            let name = format!("{DRAFT_FIELD}{id}");
            let version = (&found.record, base.as_ref(), against);
            let item = item(&names, [name, String::new(), path], version, hindered)?;
            let is_chosen = item.is_chosen && !selected.left.contains(id);
            items.push(Item { is_chosen, ..item });
        }
        reviewed(desk, view, who, seat, verb, items, pages, Vec::new())
    })
}

/// One page of what is looked over, with what its form carries of the others.
#[derive(Debug)]
struct Pages {
    shown: Vec<String>,
    total: usize,
    number: usize,
    last: usize,
    hidden: Vec<(String, String)>,
    is_cut: bool,
}

impl Pages {
    /// The page that a form asks for. What was typed into fields that begin with `typed` is carried.
    fn of(selected: &Selected, sent: &Fields, typed: Option<&str>) -> Self {
        let total = selected.all.len();
        let last = total.div_ceil(REVIEWED_ON_PAGE_MAX).max(1);
        let number = sent.page().min(last);
        let first = (number - 1) * REVIEWED_ON_PAGE_MAX;
        let shown: Vec<String> =
            selected.all.iter().skip(first).take(REVIEWED_ON_PAGE_MAX).cloned().collect();
        let mut hidden = Vec::new();
        if last > 1 {
            let left = selected.left.iter().filter(|name| !shown.contains(name)).cloned();
            hidden.push((ALL.to_owned(), selected.all.join(" ")));
            hidden.push((SHOWN.to_owned(), shown.join(" ")));
            hidden.push((LEFT.to_owned(), left.collect::<Vec<_>>().join(" ")));
        }
        let carried = sent.names().filter_map(|name| {
            let of = name.strip_prefix(typed?)?;
            let said = sent.get(name).filter(|said| !said.trim().is_empty())?;
            (!shown.iter().any(|it| it == of)).then(|| (name.to_owned(), said.to_owned()))
        });
        hidden.extend(carried);
        Self { shown, total, number, last, hidden, is_cut: selected.is_cut }
    }

    /// All of these on one page.
    fn one(shown: Vec<String>) -> Self {
        let total = shown.len();
        Self { shown, total, number: 1, last: 1, hidden: Vec::new(), is_cut: false }
    }
}

/// A version with what it would change. `places` are its two fields, and its page.
fn item(
    names: &Names<'_>,
    [name, reason, path]: [String; 3],
    (record, base, against): (&Record, Option<&Held>, String),
    hindrance: Option<String>,
) -> Result<Item, PageError> {
    let locale = names.locale;
    let words = Some(title(names, record)).filter(|title| !title.is_empty());
    let words = words.unwrap_or_else(|| locale.say("draft-untitled"));
    Ok(Item {
        name,
        reason,
        typed: String::new(),
        is_chosen: hindrance.is_none(),
        kind: locale.say_code("kind", record.kind().code()),
        title: Link::to(words, names.path(&path)),
        hindrance,
        compared: compared(names, record, base, against)?,
    })
}

#[expect(clippy::too_many_arguments, reason = "a page of many pieces, made in three places")]
fn reviewed(
    desk: &Desk,
    view: &View<'_>,
    who: &SignedIn,
    seat: &Seat,
    verb: &'static str,
    items: Vec<Item>,
    pages: Pages,
    results: Vec<String>,
) -> Result<Reply, PageError> {
    let side = routes::side(seat);
    if items.is_empty() {
        return Ok(Reply::elsewhere(desk, &side));
    }
    let locale = desk.locale;
    let names = Names::new(view, locale, &seat.partnership);
    let Pages { total, number, last, hidden, is_cut, shown: _ } = pages;
    let title = locale.say_count(&format!("review-{verb}"), count(total));
    let place = [("page", number.to_string()), ("last", last.to_string())];
    let place: Vec<(&'static str, &str)> =
        place.iter().map(|(name, text)| (*name, &**text)).collect();
    let page = ReviewPage {
        frame: frame(desk, view, who, &names, seat, title, side.clone())?,
        lead: locale.say(&format!("review-{verb}-lead")),
        action: names.path(&format!("{side}/{verb}")),
        button: locale
            .say_about(&format!("review-{verb}-button"), &[("voice", &names.voice(&seat.voice)?)]),
        has_reasons: verb == "accept",
        hidden,
        review: names.path(&format!("{side}/{verb}/review")),
        previous: (number > 1).then(|| (number - 1).to_string()),
        next: (number < last).then(|| (number + 1).to_string()),
        place: (last > 1).then(|| locale.say_about("page-of", &place)),
        more: is_cut.then(|| locale.say_count("review-more", count(SIGNED_TOGETHER_MAX))),
        results,
        items,
        back: Link::to(locale.say("review-back"), names.path(&side)),
    };
    Ok(Reply::page(page.render()?))
}
