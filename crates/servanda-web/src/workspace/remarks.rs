//! What a side says beside many records at once: that it sees the matter otherwise, or that their languages
//! do not agree. Each is looked over as it stands, with one reason for all or one of its own.

use askama::Template;
use axum::extract::Path;
use axum::response::Response;
use servanda_actions::agreement::{
    Mandate, REMARKED_TOGETHER_MAX, RemarkRefusal, Remarking, Saying, remark_all,
};
use servanda_model::{Action, Kind, Multilingual, RecordId, Seat, Standing, hygiene};
use servanda_register::{AskedFor, Held, View};

use super::draft::frame;
use super::field::{FormField, ToMend};
use super::proposal::{ReasonField, reason};
use super::reply::Reply;
use super::review::{Pages, Purpose, REASON, REASON_FIELD, Selected, item, reviewed};
use super::side::{LINES_MAX, Lot, LotLine, Outcome, Pager, told_of_all};
use super::signed_in::SignedIn;
use super::signing::of_one;
use super::visit::{Sent, Visit};
use super::{private, private_form, told, view};
use crate::answer::PageError;
use crate::block::{Link, Names, Row, count};
use crate::fields::Fields;
use crate::frame::Frame;
use crate::locale::Locale;
use crate::routes;
use crate::site::Desk;

/// The names of the fields that choose records begin so, followed by the identifier and, once it was
/// looked over, by what was seen of it.
const RECORD_FIELD: &str = "record-";
/// Digits of the leaf hash of what was seen: enough to tell two versions of one record apart.
const SEEN_CHARS: usize = 16;
/// The fields that say which records are asked for.
const ASKED: [&str; 4] = ["q", "kind", "standing", "of"];
/// How records stand beside which something is said here.
const STANDINGS: [Standing; 2] = [Standing::Agreed, Standing::Documented];
/// The list with the records, and its place on the page.
const LIST: &str = "remarks-records";

/// The page on which records are chosen.
#[derive(Debug, Template)]
#[template(path = "workspace/remarks.html")]
struct RemarksPage {
    frame: Frame,
    /// Where records are looked for.
    search: String,
    /// What was looked for.
    query: String,
    /// The record that they refer to.
    of: Option<(String, Link)>,
    fields: Vec<FormField>,
    records: Lot,
}

type SidePath = Path<(String, String)>;

const fn verb(remarking: Remarking) -> &'static str {
    match remarking {
        Remarking::Dispute => "dispute",
        Remarking::Diverge => "diverge",
    }
}

/// Which records a form or an address asks for.
fn asked<'a>(fields: &'a Fields, of: Option<&'a RecordId>) -> AskedFor<'a> {
    let standing = fields.get("standing").and_then(Standing::find);
    AskedFor {
        kind: fields.get("kind").and_then(Kind::find),
        standing: standing.filter(|standing| STANDINGS.contains(standing)),
        words: fields.get("q").unwrap_or_default().trim(),
        of,
    }
}

fn asked_of(fields: &Fields) -> Option<RecordId> {
    fields.get("of").and_then(|id| RecordId::parse(id).ok())
}

/// `GET /workspace/{partnership}/{voice}/records`
pub(crate) async fn page(
    visit: Visit,
    Path((partnership, voice)): SidePath,
    fields: Fields,
) -> Response {
    private(visit, move |desk, view, who| {
        let seat = Seat { partnership, voice };
        who.must(Action::Object, &seat.partnership, &seat.voice)?;
        let locale = desk.locale;
        let names = Names::new(view, locale, &seat.partnership);
        let path = routes::records_of(&seat);
        let of = asked_of(&fields);
        let page = RemarksPage {
            frame: frame(desk, view, who, &names, &seat, locale.say("remarks"), path.clone())?,
            search: names.path(&path),
            query: fields.get("q").unwrap_or_default().to_owned(),
            of: of.as_ref().map(|of| referred(&names, of)).transpose()?,
            fields: choices(&names, &fields)?,
            records: records(&names, &seat, &fields, of.as_ref())?,
        };
        Ok(Reply::page(page.render()?))
    })
    .await
}

/// The record that those that are asked for refer to, in words.
fn referred(names: &Names<'_>, of: &RecordId) -> Result<(String, Link), PageError> {
    let title = names.link(of)?;
    let words = names.locale.say_about("remarks-of", &[("title", &title.text)]);
    Ok((of.to_string(), Link { text: words, ..title }))
}

/// What records can be asked for by.
fn choices(names: &Names<'_>, fields: &Fields) -> Result<Vec<FormField>, PageError> {
    let locale = names.locale;
    let any = || (String::new(), locale.say("remarks-any"));
    let kinds = names.view.counts(names.partnership)?.into_iter().map(|(kind, _)| kind.code());
    let kinds = kinds.map(|code| (code.to_owned(), locale.say_code("kind", code)));
    let standings = STANDINGS.into_iter().map(Standing::code);
    let standings = standings.map(|code| (code.to_owned(), locale.say_code("standing", code)));
    Ok(vec![
        FormField::choice(locale, "kind", std::iter::once(any()).chain(kinds).collect(), fields),
        FormField::choice(
            locale,
            "standing",
            std::iter::once(any()).chain(standings).collect(),
            fields,
        ),
    ])
}

/// The records that are asked for, of which several can be chosen.
fn records(
    names: &Names<'_>,
    seat: &Seat,
    fields: &Fields,
    of: Option<&RecordId>,
) -> Result<Lot, PageError> {
    let locale = names.locale;
    let asked = asked(fields, of);
    let total = names.view.count_recorded(names.partnership, &asked)?;
    let all = usize::try_from(total).unwrap_or(usize::MAX);
    let last = all.div_ceil(LINES_MAX).max(1);
    let number = fields.page().min(last);
    let first = (number - 1).saturating_mul(LINES_MAX);
    let mut lines = Vec::new();
    for id in names.view.recorded(names.partnership, &asked, first, LINES_MAX)? {
        let Some(held) = names.view.find(&id)? else { continue };
        lines.push(LotLine { name: format!("{RECORD_FIELD}{id}"), row: row(names, &held) });
    }
    let path = routes::records_of(seat);
    let at = |query: String| names.path(&format!("{path}?{query}#{LIST}"));
    let is_all = fields.get("choose").is_some();
    let (choose, query) = if is_all {
        ("lot-choose-none", fields.without("choose"))
    } else {
        ("lot-choose-all", fields.with("choose", "yes"))
    };
    let review = |remarking: Remarking, key: &str| {
        let verb = verb(remarking);
        let to = names.path(&format!("{}/{verb}/review", routes::side(seat)));
        (to, locale.say_count(&format!("{key}-{verb}"), total))
    };
    let both = [Remarking::Dispute, Remarking::Diverge];
    let mut doing = both.into_iter().map(|it| review(it, "remarks-look"));
    let (doing, also) = (doing.next().filter(|_| total > 0), doing.collect());
    let is_more = total > count(lines.len());
    let everything = both.into_iter().filter(|_| is_more).map(|it| review(it, "remarks-all"));
    let (what, many) = (locale.say(LIST), locale.number(total));
    Ok(Lot {
        key: LIST.to_owned(),
        heading: locale.say_about("lot-heading", &[("what", &what), ("count", &many)]),
        empty: locale.say("remarks-none"),
        lines,
        doing,
        also,
        is_quiet: true,
        hidden: ASKED
            .into_iter()
            .filter_map(|name| Some((name.to_owned(), fields.get(name)?.to_owned())))
            .collect(),
        is_all,
        all_or_none: Link::to(locale.say(choose), at(query)),
        everything: everything.collect(),
        pager: pager(locale, (number, last), |page| at(fields.with("page", &page.to_string()))),
    })
}

/// The way from a page of so many to those around it.
fn pager(locale: &Locale, (number, last): (usize, usize), to: impl Fn(usize) -> String) -> Pager {
    let place = [("page", number.to_string()), ("last", last.to_string())];
    let place: Vec<(&'static str, &str)> =
        place.iter().map(|(name, text)| (*name, &**text)).collect();
    Pager {
        previous: (number > 1).then(|| to(number - 1)),
        next: (number < last).then(|| to(number + 1)),
        place: (last > 1).then(|| locale.say_about("page-of", &place)),
    }
}

fn row(names: &Names<'_>, held: &Held) -> Row {
    let locale = names.locale;
    let kind = held.record.kind();
    let details = vec![
        Link::plain(locale.say_code("kind", kind.code())),
        Link::plain(locale.say_code("standing", held.standing.code())),
        Link::plain(locale.say_about("remarks-recorded", &[("date", &locale.day_of(held.at))])),
    ];
    let title = Link::to(names.title(held), names.href(kind, &held.record.id));
    Row { title, details, ..Row::default() }
}

/// `POST /workspace/{partnership}/{voice}/dispute/review`
pub(crate) async fn review_disputing(side: SidePath, sent: Sent) -> Response {
    review(side, sent, Remarking::Dispute).await
}

/// `POST /workspace/{partnership}/{voice}/diverge/review`
pub(crate) async fn review_diverging(side: SidePath, sent: Sent) -> Response {
    review(side, sent, Remarking::Diverge).await
}

/// `POST /workspace/{partnership}/{voice}/dispute`
pub(crate) async fn disputed(side: SidePath, sent: Sent) -> Response {
    remarked(side, sent, Remarking::Dispute).await
}

/// `POST /workspace/{partnership}/{voice}/diverge`
pub(crate) async fn diverged(side: SidePath, sent: Sent) -> Response {
    remarked(side, sent, Remarking::Diverge).await
}

async fn review(
    Path((partnership, voice)): SidePath,
    sent: Sent,
    remarking: Remarking,
) -> Response {
    private_form(sent, move |desk, who, fields| {
        let seat = Seat { partnership, voice };
        who.must(Action::Object, &seat.partnership, &seat.voice)?;
        view(desk, |view| {
            let selected = if fields.get("everything").is_some() {
                let (of, most) = (asked_of(fields), REMARKED_TOGETHER_MAX.saturating_add(1));
                let asked = asked(fields, of.as_ref());
                let ids = view.recorded(&seat.partnership, &asked, 0, most)?;
                Selected::named(ids.iter().map(RecordId::to_string).collect())
            } else {
                Selected::of(fields, RECORD_FIELD)
            };
            let purpose = purpose(desk.locale, remarking, fields);
            looked_over(desk, view, who, &seat, selected, fields, purpose)
        })
    })
    .await
}

/// What they are looked over for, with what was typed for all.
fn purpose(locale: &Locale, remarking: Remarking, sent: &Fields) -> Purpose {
    let verb = verb(remarking);
    Purpose {
        reason: Some(ReasonField::of_all(locale.say(&format!("review-{verb}-reason")), sent)),
        except: Some(locale.say("review-remark-except")),
        follows: ["everyone", "forever", "standing"]
            .map(|it| locale.say(&format!("remark-follows-{it}")))
            .into(),
        ..Purpose::of(verb)
    }
}

/// The identifier of a record that is chosen, and what was seen of it.
fn parts(name: &str) -> (Option<RecordId>, &str) {
    let (id, seen) = name.split_once('-').unwrap_or((name, ""));
    (RecordId::parse(id).ok(), seen)
}

/// The name of a record that is chosen, with what stands for it.
fn seen_name(held: &Held) -> String {
    let seen: String = held.leaf.chars().take(SEEN_CHARS).collect();
    format!("{}-{seen}", held.record.id)
}

fn held_here(view: &View<'_>, seat: &Seat, name: &str) -> Result<Option<Held>, PageError> {
    let Some(id) = parts(name).0 else { return Ok(None) };
    Ok(view.find(&id)?.filter(|held| held.partnership == seat.partnership))
}

fn looked_over(
    desk: &Desk,
    view: &View<'_>,
    who: &SignedIn,
    seat: &Seat,
    selected: Selected,
    sent: &Fields,
    purpose: Purpose,
) -> Result<Reply, PageError> {
    let names = Names::new(view, desk.locale, &seat.partnership);
    let current = |name: &str| {
        let held = held_here(view, seat, name)?;
        Ok::<_, PageError>(held.as_ref().map(seen_name).filter(|current| current != name))
    };
    // What was seen before is only what was seen on a page: the rest keeps it as it was.
    let mut stale = Vec::new();
    let selected = selected.renamed(
        sent,
        |name| if parts(name).1.is_empty() { current(name) } else { Ok(None) },
        |name| {
            let renamed = current(name)?;
            if !parts(name).1.is_empty() {
                stale.extend(renamed.clone());
            }
            Ok(renamed)
        },
    )?;
    let pages = Pages::of(&selected, sent, Some(REASON_FIELD));
    let mut items = Vec::new();
    for name in &pages.shown {
        let Some(held) = held_here(view, seat, name)? else { continue };
        let id = &held.record.id;
        let hindrance =
            stale.contains(name).then(|| (desk.locale.say("refused-record-meanwhile"), None));
        let reason = format!("{REASON_FIELD}{id}");
        let typed = sent.get(&reason).unwrap_or_default().to_owned();
        let path = routes::record(&seat.partnership, held.record.kind(), id);
        let places = [format!("{RECORD_FIELD}{name}"), reason, path];
        let standing = desk.locale.say_code("standing", held.standing.code());
        let against = desk.locale.say_about("remark-words", &[("standing", &standing)]);
        let mut item = item(&names, places, (&held.record, None, against), hindrance)?;
        item.typed = typed;
        item.is_chosen &= !selected.left.contains(name);
        items.push(item);
    }
    reviewed(desk, view, who, seat, items, pages, purpose)
}

async fn remarked(
    Path((partnership, voice)): SidePath,
    sent: Sent,
    remarking: Remarking,
) -> Response {
    private_form(sent, move |desk, who, fields| {
        let seat = Seat { partnership, voice };
        let role = who.role_for(Action::Object, &seat)?;
        let mandate = Mandate { voice: &seat.voice, role };
        let locale = desk.locale;
        let selected = Selected::of(fields, RECORD_FIELD);
        let for_all = reason(desk, fields, REASON);
        let chosen = chosen(desk, &seat, fields, &selected, &for_all)?;
        let lacks_one = chosen.iter().any(|(_, _, saying)| saying.reason.is_empty());
        let is_unclean = for_all.versions().any(|(_, text)| hygiene::check(text).is_err());
        if lacks_one || is_unclean {
            let code = if lacks_one { "no-remark" } else { "text-unclean" };
            let mut purpose = purpose(locale, remarking, fields);
            purpose.refuse_reason(locale.say_code("refused", code));
            return view(desk, |view| {
                let again = looked_over(desk, view, who, &seat, selected, fields, purpose)?;
                Ok(again.mended())
            });
        }
        let sayings: Vec<Saying> = chosen.iter().map(|(_, _, saying)| saying.clone()).collect();
        let office = desk.site.office();
        let said = who.act(desk, |by| {
            remark_all(office, &seat.partnership, remarking, &sayings, mandate, by)
        });
        let done = match remarking {
            Remarking::Dispute => "disputed",
            Remarking::Diverge => "diverged",
        };
        let mut outcome = Outcome::default();
        outcome.to_mend.extend(selected.cut(locale));
        let said = match told(said)? {
            Ok(said) => said,
            Err(RemarkRefusal::NotAllowed) => return Err(PageError::Forbidden),
            Err(refusal) => {
                outcome.to_mend.push(ToMend { field: None, what: not_said(locale, &refusal) });
                return told_of_all(desk, who, &seat, done, outcome);
            }
        };
        let result = locale.say(&format!("lot-result-{done}"));
        let mut again = Vec::new();
        for ((name, title, _), said) in chosen.iter().zip(said) {
            match said {
                Ok(()) => outcome.results.push(of_one(locale, title, &result).what),
                Err(refusal) => {
                    let what = not_said(locale, &refusal);
                    outcome.to_mend.push(of_one(locale, title, &what));
                    let is_there = !matches!(refusal, RemarkRefusal::NotFound(_));
                    again.extend(is_there.then(|| name.clone()));
                }
            }
        }
        outcome.done = outcome.results.len();
        if again.is_empty() {
            return told_of_all(desk, who, &seat, done, outcome);
        }
        // What was typed comes back with what is to be mended, for those that are still there.
        let Outcome { results, to_mend, .. } = outcome;
        let purpose = Purpose { to_mend, results, ..purpose(locale, remarking, fields) };
        view(desk, |view| {
            let again = Selected::named(again);
            let again = looked_over(desk, view, who, &seat, again, fields, purpose)?;
            Ok(again.mended())
        })
    })
    .await
}

/// What is said beside each record that is chosen, with its name and title.
fn chosen(
    desk: &Desk,
    seat: &Seat,
    fields: &Fields,
    selected: &Selected,
    for_all: &Multilingual,
) -> Result<Vec<(String, String, Saying)>, PageError> {
    let mut chosen = Vec::new();
    for name in selected.chosen() {
        let (Some(record), seen) = parts(name) else { continue };
        let own = reason(desk, fields, &format!("{REASON_FIELD}{record}"));
        let reason = if own.is_empty() { for_all.clone() } else { own };
        let title = view(desk, |view| title(desk, view, seat, name))?;
        chosen.push((name.to_owned(), title, Saying { record, seen: seen.to_owned(), reason }));
    }
    Ok(chosen)
}

/// The title of a record that is chosen.
fn title(desk: &Desk, view: &View<'_>, seat: &Seat, name: &str) -> Result<String, PageError> {
    let names = Names::new(view, desk.locale, &seat.partnership);
    let held = held_here(view, seat, name)?;
    Ok(held.map_or_else(|| desk.locale.say("unknown-record"), |held| names.title(&held)))
}

/// Why something is not said beside a record, in the reader's words.
pub(crate) fn not_said(locale: &Locale, refusal: &RemarkRefusal) -> String {
    let code = match refusal {
        RemarkRefusal::NotFound(_) => "record-gone",
        RemarkRefusal::NotAllowed => "not-by-role",
        RemarkRefusal::NotParty(_) => "not-party",
        RemarkRefusal::NoReason => "no-remark",
        RemarkRefusal::Unclean(_) => "text-unclean",
        RemarkRefusal::Meanwhile => "record-meanwhile",
        RemarkRefusal::TooMany => "too-many-to-sign",
    };
    locale.say_code("refused", code)
}
