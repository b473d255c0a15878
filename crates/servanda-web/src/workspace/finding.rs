//! One finding: its passage in its place, what the reader understood, and everything that can become of it.
//! Of a passage that was not found, but chosen by its words, the same.

use std::borrow::Cow;

use askama::Template;
use axum::extract::Path;
use axum::response::Response;
use serde_json::Map;
use servanda_actions::documents::{self, Decision, SourceOf, Why};
use servanda_actions::drafts;
use servanda_model::likeness::{Terms, likest};
use servanda_model::reading::Finding;
use servanda_model::{Action, FindingKind, FindingPlace, Kind, Record, RecordId, Role, Seat};
use servanda_register::View;

use super::documents::{Found, find, refused};
use super::draft_form::Typed;
use super::fact_form::{FactField, How};
use super::field::{FormChoice, ToMend};
use super::findings::{
    Filter, State, address, details, document_title, finding_in_words, findings_frame, next_open,
    number_of, state, sure, whys,
};
use super::likely::{Likely, likely};
use super::reply::Reply;
use super::shape::{self, BEGUN, Field};
use super::signed_in::SignedIn;
use super::taking::{self, usual_kind, words};
use super::visit::{Sent, Visit};
use super::{private, private_form, told, view};
use crate::answer::PageError;
use crate::block::{Fact, Link, Names};
use crate::fields::Fields;
use crate::frame::Frame;
use crate::routes;
use crate::site::Desk;

/// Characters around a passage that are shown with it.
const AROUND_CHARS: usize = 240;
/// Findings of the same document that are offered to merge with.
const MERGED_OFFERED_MAX: usize = 40;
/// Characters of a finding in a list of others.
const LISTED_CHARS: usize = 90;

/// The page of a finding.
#[derive(Debug, Template)]
#[template(path = "workspace/finding.html")]
struct FindingPage {
    frame: Frame,
    to_mend: Vec<ToMend>,
    lang: &'static str,
    before: String,
    said: String,
    after: String,
    facts: Vec<Fact>,
    state: Option<State>,
    may_decide: bool,
    decide: String,
    /// What sends back to where the reader was.
    hidden: Vec<(&'static str, String)>,
    /// As what it can be taken up.
    kinds: Vec<FormChoice>,
    kind: &'static str,
    text: Option<TitleField>,
    asked: Vec<FactField>,
    likely: Vec<Likely>,
    others: Vec<FormChoice>,
    /// Why it may be dismissed; there is nothing to dismiss where nothing was found.
    whys: Vec<FormChoice>,
    said_of_it: String,
    undo: String,
    back: Link,
}

/// The title of the draft, in the language of the passage.
#[derive(Debug)]
struct TitleField {
    label: String,
    lang: &'static str,
    value: String,
}

type Address = Path<(String, String, String, String)>;

/// A finding at an address, or a passage that may become one.
struct One<'found> {
    found: &'found Found,
    finding: Cow<'found, Finding>,
    filter: Filter,
}

fn one<'found>(
    found: &'found Found,
    place: &str,
    fields: &Fields,
) -> Result<One<'found>, PageError> {
    let place = FindingPlace::parse(place).map_err(|_not_a_place| PageError::NotFound)?;
    let reading = &found.opened.reading;
    let finding = reading.findings.iter().find(|it| it.place == place).map(Cow::Borrowed);
    let finding = finding.or_else(|| reading.chosen(place).map(Cow::Owned));
    // `kind` is that of the draft on this page: the filter is named apart.
    let mut filter = Filter::read(fields);
    filter.kind = fields.get("only").and_then(FindingKind::find);
    Ok(One { found, finding: finding.ok_or(PageError::NotFound)?, filter })
}

/// `GET …/documents/{id}/findings/{finding}`
pub(crate) async fn page(
    visit: Visit,
    Path((partnership, voice, id, place)): Address,
    fields: Fields,
) -> Response {
    private(visit, move |desk, view, who| {
        let found = find(desk, who, Seat { partnership, voice }, &id)?;
        let one = one(&found, &place, &fields)?;
        let kind = fields.get("as").and_then(Kind::find).filter(|kind| BEGUN.contains(kind));
        let kind = kind.unwrap_or(usual_kind(one.finding.place.kind));
        let names = Names::new(view, desk.locale, &found.seat.partnership);
        let reading = &found.opened.reading;
        let typed = taking::typed(desk, &names, &found.seat, reading, &one.finding, kind)?;
        let to_mend = match fields.get("need") {
            Some(_) => typed.facts(&names, Map::new())?.err().unwrap_or_default(),
            None => Vec::new(),
        };
        let html = written(desk, view, who, &one, (kind, &typed), to_mend, &fields)?;
        Ok(Reply::page(html).for_draft())
    })
    .await
}

/// `POST …/documents/{id}/findings/{finding}`
pub(crate) async fn decide(Path((partnership, voice, id, place)): Address, sent: Sent) -> Response {
    private_form(sent, move |desk, who, fields| {
        let seat = Seat { partnership, voice };
        who.must(Action::Draft, &seat.partnership, &seat.voice)?;
        let found = find(desk, who, seat, &id)?;
        let one = one(&found, &place, fields)?;
        let finding = one.finding.place;
        let kind = fields.get("as").and_then(Kind::find).filter(|kind| BEGUN.contains(kind));
        let kind = kind.unwrap_or(usual_kind(finding.kind));
        let typed = view(desk, |view| typed_in(desk, view, &one, kind, fields))?;
        let again = |to_mend: Vec<ToMend>| {
            let html =
                view(desk, |view| written(desk, view, who, &one, (kind, &typed), to_mend, fields))?;
            Ok(Reply::mend(html).for_draft())
        };
        let (done, decision) = match asked(desk, who, &one, &typed, fields)? {
            Ok(asked) => asked,
            Err(to_mend) => return again(to_mend),
        };
        let (office, seat, id) = (desk.site.office(), &found.seat, &found.row.id);
        let decided = who.act(desk, |by| documents::decide(office, seat, id, vec![decision], by));
        match told(decided)? {
            Ok(outcome) => {
                let draft = outcome.drafts.first();
                if let Some(draft) = draft.filter(|_| fields.get("do") == Some("edit")) {
                    return Ok(Reply::elsewhere(desk, &routes::draft(seat, draft)));
                }
                let again = find(desk, who, seat.clone(), id.as_str())?;
                let next = next_open(&again, Some(&finding), &one.filter).unwrap_or(finding);
                let next = if done == "undo" { finding } else { next };
                let address = address(&again, &one.filter, &next);
                let (path, anchor) = address.split_once('#').unwrap_or((&address, ""));
                let (count, left) = (outcome.done.len(), outcome.left.len());
                let query = format!("done={done}&count={count}&left={left}");
                Ok(Reply::elsewhere(desk, &format!("{path}&{query}#{anchor}")))
            }
            Err(refusal) => {
                again(vec![ToMend { field: None, what: refused(desk.locale, &refusal) }])
            }
        }
    })
    .await
}

/// What the form sends of the draft that it would become.
fn typed_in(
    desk: &Desk,
    view: &View<'_>,
    one: &One<'_>,
    kind: Kind,
    fields: &Fields,
) -> Result<Typed, PageError> {
    let found = one.found;
    let names = Names::new(view, desk.locale, &found.seat.partnership);
    let reading = &found.opened.reading;
    let typed = taking::typed(desk, &names, &found.seat, reading, &one.finding, kind)?;
    let Some(title) = fields.get("title") else { return Ok(typed) };
    let role = title_role(kind);
    let language = (!shape::is_universal(kind, role)).then_some(one.finding.language);
    Ok(typed.with_facts(fields).with_text(role, language, title))
}

/// The role of the text that a draft of a kind is called by.
fn title_role(kind: Kind) -> Role {
    if shape::texts(kind).contains(&Role::Title) { Role::Title } else { Role::Name }
}

type Doing = Result<(&'static str, Decision), Vec<ToMend>>;

/// What the form asks for, or what is to be mended first.
fn asked(
    desk: &Desk,
    who: &SignedIn,
    one: &One<'_>,
    typed: &Typed,
    fields: &Fields,
) -> Result<Doing, PageError> {
    let finding = one.finding.place;
    let mend = |key: &str| vec![ToMend { field: None, what: desk.locale.say(key) }];
    Ok(match fields.get("do").unwrap_or_default() {
        "take" | "edit" => {
            let id = who.act(desk, drafts::fresh_id);
            let record = view(desk, |view| {
                let names = Names::new(view, desk.locale, &one.found.seat.partnership);
                Ok(taking::record(&names, typed, id)?)
            })?;
            record.map(|record: Record| {
                ("take", Decision::TakeUp { finding, record: Box::new(record) })
            })
        }
        "source" => match source_in(fields) {
            Some(of) => Ok(("source", Decision::Source { finding, of })),
            None => Err(mend("finding-no-source")),
        },
        "merge" => match fields.get("into").and_then(|place| FindingPlace::parse(place).ok()) {
            Some(into) => Ok(("merge", Decision::Merge { finding, into })),
            None => Err(mend("finding-no-other")),
        },
        "dismiss" => match fields.get("why").and_then(Why::find) {
            Some(why) => {
                let said = fields.get("said").unwrap_or_default().replace("\r\n", "\n");
                Ok(("dismiss", Decision::Dismiss { finding, why, said }))
            }
            None => Err(mend("finding-no-why")),
        },
        "undo" => Ok(("undo", Decision::Undo { finding })),
        _nothing => Err(mend("findings-none-picked")),
    })
}

/// What a finding is to be a further source of: one that is offered, or a record by its address.
fn source_in(fields: &Fields) -> Option<SourceOf> {
    let typed = fields.get("record").unwrap_or_default().trim();
    let last = typed.trim_end_matches('/').rsplit('/').next().unwrap_or_default();
    let is_draft = typed.contains("/drafts/");
    if let Ok(id) = RecordId::parse(last) {
        return Some(if is_draft { SourceOf::Draft(id) } else { SourceOf::Record(id) });
    }
    let offered = fields.get("of")?;
    let id = |prefix: &str| RecordId::parse(offered.strip_prefix(prefix)?).ok();
    id("draft-").map(SourceOf::Draft).or_else(|| id("record-").map(SourceOf::Record))
}

fn written(
    desk: &Desk,
    view: &View<'_>,
    who: &SignedIn,
    one: &One<'_>,
    (kind, typed): (Kind, &Typed),
    to_mend: Vec<ToMend>,
    fields: &Fields,
) -> Result<String, PageError> {
    let (locale, found, finding) = (desk.locale, one.found, &*one.finding);
    let seat = &found.seat;
    let names = Names::new(view, locale, &seat.partnership);
    let path = routes::finding(seat, &found.row.id, &finding.place);
    let title = finding_in_words(locale, found, &finding.place);
    let mut frame = findings_frame(desk, view, who, &names, seat, title, path.clone())?;
    let back = names.path(&address(found, &one.filter, &finding.place));
    frame.crumbs.push(Link::to(document_title(desk, view, found)?, back.clone()));
    let decide = names.path(&path);
    let mut hidden = one.filter.hidden(0);
    hidden.retain(|(name, _)| *name == "show");
    hidden.extend(one.filter.kind.map(|kind| ("only", kind.code().to_owned())));
    let state = state(desk, &names, found, &finding.place)?;
    let is_open = state.is_none();
    let [before, said, after] = in_context(found, finding);
    let page = FindingPage {
        frame,
        lang: finding.language.locale(),
        before,
        said,
        after,
        facts: {
            let beside = super::beside::fact(desk, &names, found, &finding.place)?;
            facts(desk, finding).into_iter().chain(beside).collect()
        },
        may_decide: who.may(Action::Draft, &seat.partnership, &seat.voice),
        kinds: kinds(desk, kind),
        kind: kind.code(),
        text: typed.text(title_role(kind)).map(|(language, text)| TitleField {
            label: locale.say_code("role", title_role(kind).code()),
            lang: language.unwrap_or(finding.language).locale(),
            value: text.to_owned(),
        }),
        asked: typed.fact_fields(&names, &to_mend, is_shown)?,
        likely: if is_open { likely(desk, &names, found, finding, kind)? } else { Vec::new() },
        others: if is_open { others(desk, found, finding) } else { Vec::new() },
        whys: if number_of(found, &finding.place) == 0 {
            Vec::new()
        } else {
            whys(locale, fields.get("why"))
        },
        said_of_it: match found.workspace.decided(&found.row, &finding.place) {
            Some(row) => documents::said_of(desk.site.office(), row)?.unwrap_or_default(),
            None => fields.get("said").unwrap_or_default().to_owned(),
        },
        undo: locale.say("finding-undo"),
        back: Link::to(locale.say("finding-back"), back),
        state,
        decide,
        hidden,
        to_mend,
    };
    Ok(page.render()?)
}

/// The facts that are asked for here: what there must be, and who, when and the lenses.
fn is_shown(field: &Field) -> bool {
    field.is_asked_first() || ["due", "lenses", "body", "date", "answer-due"].contains(&field.key)
}

/// A passage with what stands before and after it.
fn in_context(found: &Found, finding: &Finding) -> [String; 3] {
    let text = &found.opened.reading.text;
    let cut = |from: usize, to: usize| -> String {
        text.chars().skip(from).take(to.saturating_sub(from)).collect()
    };
    let (start, end) = (finding.place.start, finding.place.end);
    let first = start.saturating_sub(AROUND_CHARS);
    let before = cut(first, start);
    let before = if first > 0 {
        before
            .split_once(char::is_whitespace)
            .map_or(String::new(), |(_, rest)| format!("… {rest}"))
    } else {
        before
    };
    let after = cut(end, end + AROUND_CHARS);
    let is_last = text.chars().count() <= end + AROUND_CHARS;
    let after = if is_last {
        after
    } else {
        after
            .rsplit_once(char::is_whitespace)
            .map_or(String::new(), |(rest, _)| format!("{rest} …"))
    };
    [before, cut(start, end), after]
}

fn facts(desk: &Desk, finding: &Finding) -> Vec<Fact> {
    let locale = desk.locale;
    let fact = |key: &str, values: Vec<Link>| Fact { label: locale.say(key), values };
    let mut facts = Vec::new();
    let details = details(locale, finding);
    if !details.is_empty() {
        facts.push(fact("finding-understood", details.into_iter().map(Link::plain).collect()));
    }
    if !finding.is_by_hand() {
        let rule = locale.say_about("finding-rule", &[("rule", &finding.rule)]);
        let why = [sure(locale, finding), rule].map(Link::plain);
        facts.push(fact("finding-why", why.into_iter().collect()));
    }
    facts
}

fn kinds(desk: &Desk, current: Kind) -> Vec<FormChoice> {
    let choice = |kind: Kind| FormChoice {
        value: kind.code().to_owned(),
        label: desk.locale.say_code("kind", kind.code()),
        chosen: kind == current,
    };
    BEGUN.map(choice).into_iter().collect()
}

/// Other findings of the same sort in the same document, those that say most of the same first.
fn others(desk: &Desk, found: &Found, finding: &Finding) -> Vec<FormChoice> {
    let reading = &found.opened.reading;
    let same = reading
        .findings
        .iter()
        .filter(|it| it.place.kind == finding.place.kind && it.place != finding.place);
    let same: Vec<(&Finding, String)> = same.map(|it| (it, words(reading, it))).collect();
    let terms: Vec<Terms> = same.iter().map(|(_, words)| Terms::of(words)).collect();
    let likes = likest(&Terms::of(&words(reading, finding)), &terms, MERGED_OFFERED_MAX);
    let mut order: Vec<usize> = likes.into_iter().map(|like| like.index).collect();
    // Then those that stand nearest.
    let mut nearest: Vec<usize> = (0..same.len()).filter(|index| !order.contains(index)).collect();
    nearest.sort_by_key(|index| {
        same.get(*index).map(|(it, _)| it.place.start.abs_diff(finding.place.start))
    });
    order.extend(nearest);
    let choice = |index: usize| {
        let (it, words) = same.get(index)?;
        let short: String = words.chars().take(LISTED_CHARS).collect();
        let more = if words.chars().count() > LISTED_CHARS { "…" } else { "" };
        let number = desk.locale.number(crate::block::count(number_of(found, &it.place)));
        let label = format!("{number}. {short}{more}");
        Some(FormChoice { value: it.place.to_string(), label, chosen: false })
    };
    order.into_iter().take(MERGED_OFFERED_MAX).filter_map(choice).collect()
}
