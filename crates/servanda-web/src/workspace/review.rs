//! Several at once, looked over before anything binds: each with what it would change, what stands in
//! its way, and room to make an exception.

use askama::Template;
use axum::extract::Path;
use axum::response::Response;
use servanda_actions::agreement::opened;
use servanda_actions::drafts::hindrance;
use servanda_model::{Action, Record, Seat};
use servanda_register::{Held, View};

use super::compare::{Compared, compared, standing_version};
use super::draft::{self, frame, not_proposed};
use super::proposal::{self, base_of};
use super::reply::Reply;
use super::side::{DRAFT_FIELD, PROPOSAL_FIELD, chosen, title};
use super::signed_in::SignedIn;
use super::visit::Sent;
use super::{private_form, view};
use crate::answer::PageError;
use crate::block::{Link, Names};
use crate::fields::Fields;
use crate::frame::Frame;
use crate::routes;
use crate::site::Desk;

/// What are looked over at once; the first of those that were chosen.
const REVIEWED_MAX: usize = 200;
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
    back: Link,
}

/// One of them.
#[derive(Debug)]
struct Item {
    /// The name of the field that chooses it.
    name: String,
    /// The name of the field with the reason for an exception.
    reason: String,
    /// What was typed there before it was refused.
    typed: String,
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
        let leaves = chosen(fields, PROPOSAL_FIELD).into_iter().take(REVIEWED_MAX);
        let leaves: Vec<(&str, Option<String>)> = leaves.map(|leaf| (leaf, None)).collect();
        view(desk, |view| looked_over(desk, view, who, &seat, &leaves, fields, Vec::new()))
    })
    .await
}

/// Proposals that are looked over, each with what stood in the way of an answer; `results` are what
/// became of others.
pub(crate) fn looked_over(
    desk: &Desk,
    view: &View<'_>,
    who: &SignedIn,
    seat: &Seat,
    leaves: &[(&str, Option<String>)],
    sent: &Fields,
    results: Vec<String>,
) -> Result<Reply, PageError> {
    let names = Names::new(view, desk.locale, &seat.partnership);
    let mut items = Vec::new();
    for (leaf, hindrance) in leaves {
        let row = proposal::find(view, who, seat, leaf)?;
        let Some(content) = opened(desk.site.office(), &row)? else { continue };
        let (base, against) = base_of(view, desk.locale, &row)?;
        let path = routes::proposal(seat, &row.leaf);
        let places = [format!("{PROPOSAL_FIELD}{leaf}"), format!("{REASON_FIELD}{leaf}"), path];
        let typed = sent.get(&places[1]).unwrap_or_default().to_owned();
        let version = (&content.record, base.as_ref(), against);
        let item = item(&names, places, version, hindrance.clone())?;
        items.push(Item { typed, ..item });
    }
    reviewed(desk, view, who, seat, "accept", items, results)
}

/// `POST /workspace/{partnership}/{voice}/propose/review`
pub(crate) async fn drafts(
    Path((partnership, voice)): Path<(String, String)>,
    sent: Sent,
) -> Response {
    private_form(sent, move |desk, who, fields: &Fields| {
        let seat = Seat { partnership, voice };
        who.must(Action::Propose, &seat.partnership, &seat.voice)?;
        view(desk, |view| {
            let names = Names::new(view, desk.locale, &seat.partnership);
            let mut items = Vec::new();
            for id in chosen(fields, DRAFT_FIELD).into_iter().take(REVIEWED_MAX) {
                let found = draft::find(desk, who, seat.clone(), id)?;
                let hindered = hindrance(desk.site.office(), &seat, &found.row)?;
                let hindered = hindered.map(|refusal| not_proposed(desk.locale, &refusal).what);
                let (base, against) = standing_version(view, desk.locale, &found.record.id)?;
                let path = routes::draft(&seat, &found.row.id);
                let name = format!("{DRAFT_FIELD}{id}");
                let version = (&found.record, base.as_ref(), against);
                items.push(item(&names, [name, String::new(), path], version, hindered)?);
            }
            reviewed(desk, view, who, &seat, "propose", items, Vec::new())
        })
    })
    .await
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
        kind: locale.say_code("kind", record.kind().code()),
        title: Link::to(words, names.path(&path)),
        hindrance,
        compared: compared(names, record, base, against)?,
    })
}

fn reviewed(
    desk: &Desk,
    view: &View<'_>,
    who: &SignedIn,
    seat: &Seat,
    verb: &'static str,
    items: Vec<Item>,
    results: Vec<String>,
) -> Result<Reply, PageError> {
    let side = routes::side(seat);
    if items.is_empty() {
        return Ok(Reply::elsewhere(desk, &side));
    }
    let locale = desk.locale;
    let names = Names::new(view, locale, &seat.partnership);
    let title = locale.say_count(&format!("review-{verb}"), crate::block::count(items.len()));
    let page = ReviewPage {
        frame: frame(desk, view, who, &names, seat, title, side.clone())?,
        lead: locale.say(&format!("review-{verb}-lead")),
        action: names.path(&format!("{side}/{verb}")),
        button: locale
            .say_about(&format!("review-{verb}-button"), &[("voice", &names.voice(&seat.voice)?)]),
        has_reasons: verb == "accept",
        results,
        items,
        back: Link::to(locale.say("review-back"), names.path(&side)),
    };
    Ok(Reply::page(page.render()?))
}
