//! Several at once, looked over before anything binds: each with what it would change, what stands in
//! its way, and room to make an exception.

use std::collections::BTreeSet;

use askama::Template;
use axum::extract::Path;
use axum::response::Response;
use servanda_actions::agreement::{Answering, SIGNED_TOGETHER_MAX, hindrance_to_answer, opened};
use servanda_actions::documents;
use servanda_actions::drafts::{CounterRefusal, hindrance, hindrance_to_counter, workspace_origin};
use servanda_model::{Action, Record, RecordId, Seat};
use servanda_register::{Held, View};

use super::answers::not_countered;
use super::compare::{Compared, compared, standing_version};
use super::draft::{self, Found, frame, not_proposed};
use super::field::ToMend;
use super::proposal::{self, ReasonField, base_of, refused};
use super::reply::Reply;
use super::side::{DRAFT_FIELD, PROPOSAL_FIELD, chosen, sees_proposals, title};
use super::signed_in::SignedIn;
use super::visit::Sent;
use super::{private_form, told, view};
use crate::answer::PageError;
use crate::block::{Link, Names, count};
use crate::fields::Fields;
use crate::frame::Frame;
use crate::locale::Locale;
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
/// The field with the reason for all, which is also its place on the page.
pub(crate) const REASON: &str = "reason";
/// The names of the fields with the reasons of exceptions begin so, followed by the leaf hash.
pub(crate) const REASON_FIELD: &str = "reason-";

/// The page on which several are looked over.
#[derive(Debug, Template)]
#[template(path = "workspace/review.html")]
struct ReviewPage {
    frame: Frame,
    lead: String,
    to_mend: Vec<ToMend>,
    action: String,
    button: String,
    /// Another thing that can be done with those chosen: where it is looked over, and its button.
    also: Option<(String, String)>,
    items: Vec<Item>,
    /// What became of others that were answered with them.
    results: Vec<String>,
    /// What follows, sentence by sentence.
    follows: Vec<String>,
    /// The reason that is asked for once.
    reason: Option<ReasonField>,
    /// What the reason for one alone is asked for with; none where there is none.
    except: Option<String>,
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
    pub(crate) left: BTreeSet<String>,
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
    pub(crate) fn named(mut all: Vec<String>) -> Self {
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

    /// The number of the page that a form asks for, and of the last.
    fn page(&self, sent: &Fields) -> (usize, usize) {
        let last = self.all.len().div_ceil(REVIEWED_ON_PAGE_MAX).max(1);
        (sent.page().min(last), last)
    }

    fn on_page(&self, number: usize) -> Vec<String> {
        let first = number.saturating_sub(1).saturating_mul(REVIEWED_ON_PAGE_MAX);
        self.all.iter().skip(first).take(REVIEWED_ON_PAGE_MAX).cloned().collect()
    }

    /// Renames those on the page that a form asks for, and all that `anywhere` gives another name.
    pub(crate) fn renamed(
        mut self,
        sent: &Fields,
        mut anywhere: impl FnMut(&str) -> Result<Option<String>, PageError>,
        mut shown: impl FnMut(&str) -> Result<Option<String>, PageError>,
    ) -> Result<Self, PageError> {
        let on_page = self.on_page(self.page(sent).0);
        for name in &mut self.all {
            let is_shown = on_page.contains(name);
            let other = if is_shown { shown(name)? } else { anywhere(name)? };
            if let Some(other) = other {
                if self.left.remove(name) {
                    self.left.insert(other.clone());
                }
                *name = other;
            }
        }
        Ok(self)
    }

    /// What is to be said where more were chosen than are taken at once.
    pub(crate) fn cut(&self, locale: &Locale) -> Option<ToMend> {
        self.is_cut.then(|| ToMend { field: None, what: more(locale) })
    }

    /// Those that are not left for later.
    pub(crate) fn chosen(&self) -> impl Iterator<Item = &str> {
        self.all.iter().filter(|name| !self.left.contains(*name)).map(String::as_str)
    }
}

/// One of them.
#[derive(Debug)]
pub(crate) struct Item {
    /// The name of the field that chooses it.
    name: String,
    /// The name of the field with the reason for an exception.
    reason: String,
    /// What was typed there before it was refused, or before another page was looked at.
    pub(crate) typed: String,
    /// Whether it is chosen.
    pub(crate) is_chosen: bool,
    kind: String,
    title: Link,
    /// What stands in its way.
    hindrance: Option<String>,
    /// What is there already in its stead.
    instead: Option<Link>,
    compared: Compared,
}

/// What is looked over for, and what its page says besides.
#[derive(Debug, Default)]
pub(crate) struct Purpose {
    /// What is done: the last word of the address, and of the keys of the messages.
    pub(crate) verb: &'static str,
    /// The reason that is asked for once.
    pub(crate) reason: Option<ReasonField>,
    /// What the reason for one alone is asked for with.
    pub(crate) except: Option<String>,
    /// What follows.
    pub(crate) follows: Vec<String>,
    pub(crate) to_mend: Vec<ToMend>,
    /// What became of others.
    pub(crate) results: Vec<String>,
}

/// The verb of an answer, in addresses and messages.
const fn verb(answering: Answering) -> &'static str {
    match answering {
        Answering::Accept => "accept",
        Answering::Withdraw => "withdraw",
        Answering::Counter => "counter",
    }
}

impl Purpose {
    /// With what is to be mended of the reason.
    pub(crate) fn refuse_reason(&mut self, what: String) {
        self.to_mend.push(ToMend { field: Some(REASON), what: what.clone() });
        if let Some(reason) = &mut self.reason {
            reason.error = Some(what);
        }
    }

    /// For one thing, with nothing else to say.
    pub(crate) fn of(verb: &'static str) -> Self {
        Self { verb, ..Self::default() }
    }

    /// For an answer to proposals.
    fn answering(names: &Names<'_>, answering: Answering, sent: &Fields) -> Self {
        let locale = names.locale;
        let purpose = Self::of(verb(answering));
        match answering {
            Answering::Accept => Self { except: Some(locale.say("review-except")), ..purpose },
            Answering::Withdraw => Self {
                reason: Some(ReasonField::of_all(locale.say("review-withdraw-reason"), sent)),
                follows: ["parties", "over", "again"]
                    .map(|it| locale.say(&format!("withdraw-follows-{it}")))
                    .into(),
                ..purpose
            },
            Answering::Counter => Self {
                follows: ["open", "first"]
                    .map(|it| locale.say(&format!("counter-follows-{it}")))
                    .into(),
                ..purpose
            },
        }
    }
}

/// Whoever gives an answer must be allowed to.
pub(crate) fn must_answer(
    view: &View<'_>,
    who: &SignedIn,
    seat: &Seat,
    answering: Answering,
) -> Result<(), PageError> {
    let action = match answering {
        Answering::Accept => Action::Accept,
        Answering::Withdraw => Action::Withdraw,
        Answering::Counter => Action::Draft,
    };
    who.must(action, &seat.partnership, &seat.voice)?;
    if sees_proposals(view, who, seat)? { Ok(()) } else { Err(PageError::Forbidden) }
}

/// `POST /workspace/{partnership}/{voice}/{accept|withdraw|counter}/review`
pub(crate) async fn proposals(
    Path((partnership, voice)): Path<(String, String)>,
    sent: Sent,
    answering: Answering,
) -> Response {
    private_form(sent, move |desk, who, fields| {
        let seat = Seat { partnership, voice };
        view(desk, |view| {
            must_answer(view, who, &seat, answering)?;
            let selected = if fields.get("everything").is_some() {
                let most = SIGNED_TOGETHER_MAX.saturating_add(1);
                let rows = match answering {
                    Answering::Withdraw => view.own_open(&seat.partnership, &seat.voice, 0, most),
                    Answering::Accept | Answering::Counter => {
                        view.unanswered(&seat.partnership, &seat.voice, 0, most)
                    }
                }?;
                Selected::named(rows.into_iter().map(|row| row.leaf).collect())
            } else {
                Selected::of(fields, PROPOSAL_FIELD)
            };
            let names = Names::new(view, desk.locale, &seat.partnership);
            let purpose = Purpose::answering(&names, answering, fields);
            looked_over(desk, view, who, &seat, &selected, fields, (answering, purpose))
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
        let hindrance = Some((hindrance.clone(), None));
        items.extend(proposal_item(desk, &names, who, seat, leaf, sent, hindrance)?);
    }
    let pages = Pages::one(leaves.iter().map(|(leaf, _)| (*leaf).to_owned()).collect());
    let purpose =
        Purpose { results, ..Purpose::answering(&names, Answering::Accept, &Fields::default()) };
    reviewed(desk, view, who, seat, items, pages, purpose)
}

/// Proposals that are to be withdrawn, looked over again with what is to be mended of the reason.
pub(crate) fn withdrawals_again(
    desk: &Desk,
    who: &SignedIn,
    seat: &Seat,
    sent: &Fields,
    what: String,
) -> Result<Reply, PageError> {
    view(desk, |view| {
        let names = Names::new(view, desk.locale, &seat.partnership);
        let selected = Selected::of(sent, PROPOSAL_FIELD);
        let mut purpose = Purpose::answering(&names, Answering::Withdraw, sent);
        purpose.refuse_reason(what);
        let purpose = (Answering::Withdraw, purpose);
        Ok(looked_over(desk, view, who, seat, &selected, sent, purpose)?.mended())
    })
}

fn looked_over(
    desk: &Desk,
    view: &View<'_>,
    who: &SignedIn,
    seat: &Seat,
    selected: &Selected,
    sent: &Fields,
    (answering, purpose): (Answering, Purpose),
) -> Result<Reply, PageError> {
    let names = Names::new(view, desk.locale, &seat.partnership);
    let pages = Pages::of(selected, sent, purpose.except.as_ref().map(|_| REASON_FIELD));
    let mut items = Vec::new();
    for leaf in &pages.shown {
        let hindrance = hindered(desk, &names, seat, leaf, answering)?;
        let item = proposal_item(desk, &names, who, seat, leaf, sent, hindrance)?;
        items.extend(item.map(|item| {
            let is_chosen = item.is_chosen && !selected.left.contains(leaf);
            Item { is_chosen, ..item }
        }));
    }
    reviewed(desk, view, who, seat, items, pages, purpose)
}

/// What stands in the way of an answer to a proposal, with what is there already in its stead.
fn hindered(
    desk: &Desk,
    names: &Names<'_>,
    seat: &Seat,
    leaf: &str,
    answering: Answering,
) -> Result<Option<(String, Option<Link>)>, PageError> {
    let (office, locale) = (desk.site.office(), desk.locale);
    if answering == Answering::Counter {
        let refusal = hindrance_to_counter(office, seat, leaf)?;
        return Ok(refusal.map(|refusal| {
            let draft = match &refusal {
                CounterRefusal::Drafted(id) => {
                    let path = names.path(&routes::draft(seat, id));
                    Some(Link::to(locale.say("review-counter-draft"), path))
                }
                CounterRefusal::Draft(_) | CounterRefusal::Answer(_) | CounterRefusal::TooMany => {
                    None
                }
            };
            (not_countered(locale, &refusal), draft)
        }));
    }
    let refusal = hindrance_to_answer(office, leaf, &seat.voice, answering)?;
    Ok(refusal.map(|refusal| (refused(locale, &refusal).what, None)))
}

/// A proposal with what it would change; none where it cannot be read.
fn proposal_item(
    desk: &Desk,
    names: &Names<'_>,
    who: &SignedIn,
    seat: &Seat,
    leaf: &str,
    sent: &Fields,
    hindrance: Option<(String, Option<Link>)>,
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
            let hindered = hindered.map(|what| (what, None));
            let item = item(&names, [name, String::new(), path], version, hindered)?;
            let is_chosen = item.is_chosen && !selected.left.contains(id);
            items.push(Item { is_chosen, ..item });
        }
        reviewed(desk, view, who, seat, items, pages, Purpose::of(verb))
    })
}

/// One page of what is looked over, with what its form carries of the others.
#[derive(Debug)]
pub(crate) struct Pages {
    pub(crate) shown: Vec<String>,
    total: usize,
    number: usize,
    last: usize,
    hidden: Vec<(String, String)>,
    is_cut: bool,
}

/// Whether what follows the beginning of a name belongs to it: what was seen of a record comes after a
/// hyphen.
fn is_of_name(rest: &str) -> bool {
    !rest.is_empty() && !rest.starts_with('-')
}

impl Pages {
    /// The page that a form asks for. What was typed into fields that begin with `typed` is carried.
    pub(crate) fn of(selected: &Selected, sent: &Fields, typed: Option<&str>) -> Self {
        let total = selected.all.len();
        let (number, last) = selected.page(sent);
        let shown = selected.on_page(number);
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
            let of_it = |it: &String| it.strip_prefix(of).is_some_and(|rest| !is_of_name(rest));
            (!shown.iter().any(of_it)).then(|| (name.to_owned(), said.to_owned()))
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
pub(crate) fn item(
    names: &Names<'_>,
    [name, reason, path]: [String; 3],
    (record, base, against): (&Record, Option<&Held>, String),
    hindrance: Option<(String, Option<Link>)>,
) -> Result<Item, PageError> {
    let locale = names.locale;
    let words = Some(title(names, record)).filter(|title| !title.is_empty());
    let words = words.unwrap_or_else(|| locale.say("draft-untitled"));
    let (hindrance, instead) = hindrance.unzip();
    Ok(Item {
        name,
        reason,
        typed: String::new(),
        is_chosen: hindrance.is_none(),
        kind: locale.say_code("kind", record.kind().code()),
        title: Link::to(words, names.path(&path)),
        hindrance,
        instead: instead.flatten(),
        compared: compared(names, record, base, against)?,
    })
}

pub(crate) fn reviewed(
    desk: &Desk,
    view: &View<'_>,
    who: &SignedIn,
    seat: &Seat,
    items: Vec<Item>,
    pages: Pages,
    purpose: Purpose,
) -> Result<Reply, PageError> {
    let side = routes::side(seat);
    if items.is_empty() {
        return Ok(Reply::elsewhere(desk, &side));
    }
    let locale = desk.locale;
    let names = Names::new(view, locale, &seat.partnership);
    let Pages { total, number, last, hidden, is_cut, shown: _ } = pages;
    let Purpose { verb, reason, except, follows, to_mend, results } = purpose;
    let voice = names.voice(&seat.voice)?;
    let title = locale.say_count(&format!("review-{verb}"), count(total));
    let place = [("page", number.to_string()), ("last", last.to_string())];
    let place: Vec<(&'static str, &str)> =
        place.iter().map(|(name, text)| (*name, &**text)).collect();
    let counters = verb == "accept" && who.may(Action::Draft, &seat.partnership, &seat.voice);
    let page = ReviewPage {
        frame: frame(desk, view, who, &names, seat, title, side.clone())?,
        lead: locale.say(&format!("review-{verb}-lead")),
        to_mend,
        action: names.path(&format!("{side}/{verb}")),
        button: locale.say_about(&format!("review-{verb}-button"), &[("voice", &voice)]),
        also: counters.then(|| {
            let review = names.path(&format!("{side}/counter/review"));
            (review, locale.say("review-to-counter"))
        }),
        follows,
        reason,
        except,
        hidden,
        review: names.path(&format!("{side}/{verb}/review")),
        previous: (number > 1).then(|| (number - 1).to_string()),
        next: (number < last).then(|| (number + 1).to_string()),
        place: (last > 1).then(|| locale.say_about("page-of", &place)),
        more: is_cut.then(|| more(locale)),
        results,
        items,
        back: Link::to(locale.say("review-back"), names.path(&side)),
    };
    Ok(Reply::page(page.render()?))
}

/// That more were chosen than are taken at once.
fn more(locale: &Locale) -> String {
    locale.say_count("review-more", count(SIGNED_TOGETHER_MAX))
}
