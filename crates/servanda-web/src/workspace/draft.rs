//! A draft: written in three languages side by side, compared, and proposed.

use askama::Template;
use axum::extract::Path;
use axum::response::Response;
use servanda_actions::agreement::ProposeRefusal;
use servanda_actions::drafts::{
    self, DraftRefusal, ProposeDraftRefusal, drafted_record, saved_record, workspace_origin,
};
use servanda_actions::{By, documents};
use servanda_model::{Action, Kind, Record, RecordId, Role, Seat, Standing};
use servanda_register::{DraftRow, Held, View};

use super::comments::{Comments, comments, people};
use super::compare::{Compared, as_held, compared, standing_version};
use super::draft_form::{TextGroup, Typed};
use super::fact_form::{FactField, How};
use super::field::{FormChoice, ToMend};
use super::kept::{KeptNote, keep_typed};
use super::proposal::title_of;
use super::reply::Reply;
use super::review::Selected;
use super::side::{DRAFT_FIELD, Outcome, account_name, title, told_of_all};
use super::signed_in::SignedIn;
use super::signing::{Bound, Place, Several, bind, bind_all, not_bound};
use super::visit::{Sent, Visit};
use super::{kept, new_draft, private, private_form, told, view, waits};
use crate::answer::PageError;
use crate::block::{Link, Names};
use crate::fields::Fields;
use crate::frame::{About, Frame};
use crate::locale::Locale;
use crate::site::Desk;
use crate::{record, routes};

/// The page of a draft.
#[derive(Debug, Template)]
#[template(path = "workspace/draft.html")]
struct DraftPage {
    frame: Frame,
    /// Whether it corrects the agreed version, rather than amends it.
    corrects: bool,
    notice: Option<String>,
    to_mend: Vec<ToMend>,
    /// Who wrote it last, when.
    written: String,
    save: String,
    script: Script,
    kept: Option<KeptNote>,
    /// Who else has typed something into it that is not saved.
    writing: Option<String>,
    /// How often it had been written when this page was made.
    seen: usize,
    groups: Vec<TextGroup>,
    /// How it was written before, the last first, each leading to what has changed since.
    versions: Vec<Link>,
    facts: Vec<FactField>,
    compared: Compared,
    /// Where it is proposed; none for whoever may not bind the side.
    propose: Option<String>,
    discard: String,
    /// Where it is given to somebody of the side, and who there is.
    assign: String,
    /// Where it is shown as it will be public.
    preview: String,
    people: Vec<FormChoice>,
    comments: Comments,
}

/// What the script of the page is told.
#[derive(Debug)]
struct Script {
    account: String,
    draft: String,
    /// Where it sends what is typed.
    keep: String,
    /// That what was sent is saved.
    is_saved: bool,
}

/// Versions of a draft that are looked at; the last ones.
const VERSIONS_MAX: usize = 20;

type Address = Path<(String, String, String)>;

/// What a page of a draft shows besides the draft.
#[derive(Default)]
struct Shown {
    notice: Option<String>,
    to_mend: Vec<ToMend>,
    /// The earlier version that it is compared with, from 0; none for what stands.
    version: Option<usize>,
    /// What is said of what they typed and did not save.
    kept: Option<KeptNote>,
    /// Whether the page says that it was saved just now.
    is_saved: bool,
}

/// A draft at an address, for somebody who may see it.
pub(crate) struct Found {
    pub(crate) seat: Seat,
    pub(crate) row: DraftRow,
    pub(crate) record: Record,
}

pub(crate) fn find(desk: &Desk, who: &SignedIn, seat: Seat, id: &str) -> Result<Found, PageError> {
    who.must(Action::SeeWorkspace, &seat.partnership, &seat.voice)?;
    let id = RecordId::parse(id).map_err(|_not_an_id| PageError::NotFound)?;
    let office = desk.site.office();
    let origin = workspace_origin(office, &seat)?.ok_or(PageError::NotFound)?;
    let row = office.workspaces().of(&origin).draft(&id).cloned().ok_or(PageError::NotFound)?;
    let record = drafted_record(office, &row)?.ok_or(PageError::NotFound)?;
    Ok(Found { seat, row, record })
}

/// `POST /workspace/{partnership}/{voice}/drafts`
pub(crate) async fn begin(
    Path((partnership, voice)): Path<(String, String)>,
    sent: Sent,
) -> Response {
    private_form(sent, move |desk, who, fields| {
        let seat = Seat { partnership, voice };
        who.must(Action::Draft, &seat.partnership, &seat.voice)?;
        let known = fields.get("record").and_then(|id| RecordId::parse(id).ok());
        let Some(id) = known else { return new_draft::begin(desk, who, &seat, fields) };
        let mut record = view(desk, |view| {
            let held = view.find(&id)?.filter(|held| held.partnership == seat.partnership);
            Ok(held.ok_or(PageError::NotFound)?.record)
        })?;
        // What an earlier correction says is no part of this one.
        record.texts.remove(&Role::Correction);
        begun(desk, who, &seat, &record, fields.get("corrects").is_some())
    })
    .await
}

/// Begins a draft and leads to it.
pub(crate) fn begun(
    desk: &Desk,
    who: &SignedIn,
    seat: &Seat,
    record: &Record,
    corrects: bool,
) -> Result<Reply, PageError> {
    let begun = who.act(desk, |by| drafts::begin(desk.site.office(), seat, record, corrects, by));
    match told(begun)? {
        Ok(id) => Ok(Reply::elsewhere(desk, &routes::draft(seat, &id))),
        // There is no page yet to say it on: the side's page shows what there is.
        Err(_too_many) => Ok(Reply::elsewhere(desk, &routes::side(seat))),
    }
}

/// `GET /workspace/{partnership}/{voice}/drafts/{id}`
pub(crate) async fn page(
    visit: Visit,
    Path((partnership, voice, id)): Address,
    fields: Fields,
) -> Response {
    private(visit, move |desk, view, who| {
        let found = find(desk, who, Seat { partnership, voice }, &id)?;
        if let Some(leaf) = found.row.closed.as_ref().and_then(|it| it.proposal.as_deref()) {
            // What a registrar stated has its page; what was proposed has that of its proposal.
            let kind = view.kind(&found.record.id)?;
            if let (None, Some(kind)) = (view.proposal(leaf)?, kind) {
                let path = routes::record(&found.seat.partnership, kind, &found.record.id);
                return Ok(Reply::elsewhere(desk, &path));
            }
            return Ok(Reply::elsewhere(desk, &routes::proposal(&found.seat, leaf)));
        }
        let saved = fields.get("saved").map(|_| desk.locale.say("draft-saved"));
        let names = Names::new(view, desk.locale, &found.seat.partnership);
        let kept = kept::shown(desk, &names, who, &found, &fields)?;
        // What they typed is held against what somebody has saved meanwhile.
        let last = kept.is_beside.then(|| written_before(desk, &found)).transpose()?;
        let last = last.and_then(|before| before.len().checked_sub(1));
        let shown = Shown {
            is_saved: saved.is_some(),
            notice: saved,
            to_mend: Vec::new(),
            version: last.or_else(|| fields.parsed("version")),
            kept: kept.note,
        };
        Ok(Reply::page(written(desk, view, who, &found, &kept.typed, shown)?).for_draft())
    })
    .await
}

/// `GET /workspace/{partnership}/{voice}/drafts/{id}/preview`
pub(crate) async fn preview(visit: Visit, Path((partnership, voice, id)): Address) -> Response {
    private(visit, move |desk, view, who| {
        let found = find(desk, who, Seat { partnership, voice }, &id)?;
        let (locale, seat) = (desk.locale, &found.seat);
        let names = Names::new(view, locale, &seat.partnership);
        let at = desk.site.now();
        let held = Held { at, ..as_held(&names, &found.record, Standing::Agreed) };
        let heading = Some(title(&names, &found.record)).filter(|title| !title.is_empty());
        let heading = heading.unwrap_or_else(|| locale.say("draft-untitled"));
        let draft = routes::draft(seat, &found.row.id);
        let mut frame = frame(desk, view, who, &names, seat, heading, format!("{draft}/preview"))?;
        frame.crumbs.push(Link::to(locale.say("draft"), names.path(&draft)));
        Ok(Reply::page(record::preview(desk, &names, &held, frame)?))
    })
    .await
}

/// `POST /workspace/{partnership}/{voice}/drafts/{id}`
pub(crate) async fn save(Path((partnership, voice, id)): Address, sent: Sent) -> Response {
    private_form(sent, move |desk, who, fields| {
        let found = find(desk, who, Seat { partnership, voice }, &id)?;
        who.must(Action::Draft, &found.seat.partnership, &found.seat.voice)?;
        let typed = Typed::of_fields(&found.record, found.row.corrects, fields);
        let again = |to_mend: Vec<ToMend>| {
            let shown = Shown { to_mend, ..Shown::default() };
            let html = view(desk, |view| written(desk, view, who, &found, &typed, shown))?;
            Ok(Reply::mend(html).for_draft())
        };
        let record = match view(desk, |view| {
            let names = Names::new(view, desk.locale, &found.seat.partnership);
            Ok(typed.record(&names, &found.record)?)
        })? {
            Ok(record) => record,
            Err(to_mend) => return again(to_mend),
        };
        let seen = fields.parsed("seen").unwrap_or(0);
        let office = desk.site.office();
        let saved =
            who.act(desk, |by| drafts::save(office, &found.seat, &found.row.id, &record, seen, by));
        match told(saved)? {
            Ok(()) => {
                let path = format!("{}?saved=yes", routes::draft(&found.seat, &found.row.id));
                Ok(Reply::elsewhere(desk, &path))
            }
            Err(refusal) => again(vec![refused(desk.locale, &refusal)]),
        }
    })
    .await
}

/// `POST /workspace/{partnership}/{voice}/drafts/{id}/propose`
pub(crate) async fn propose(Path((partnership, voice, id)): Address, sent: Sent) -> Response {
    private_form(sent, move |desk, who, fields| {
        let seat = Seat { partnership, voice };
        let role = who.role_for(Action::Propose, &seat)?;
        let found = find(desk, who, seat, &id)?;
        let is_meant = fields.get("meant").is_some();
        let office = desk.site.office();
        let (seat, id) = (&found.seat, &found.row.id);
        let back = routes::draft(seat, id);
        let place = Place { seat, action: format!("{back}/propose"), back };
        // Documents that it rests on and that only this side has read go along, before it.
        let whole = documents::with_documents(office, seat, vec![id.clone()]);
        let whole = told(whole)?.unwrap_or_else(|_refused| vec![id.clone()]);
        let bound = bind(desk, who, fields, &place, |by| {
            let mut titled = Vec::new();
            for one in &whole {
                let is_meant = is_meant && one == id;
                let composed = drafts::compose_draft(office, seat, one, is_meant, role, by)?;
                titled.push((draft_title(desk, &found, one), composed));
            }
            Ok(titled)
        })?;
        let what = match bound {
            Ok(Bound::Asked(reply)) => return Ok(reply),
            Ok(Bound::Written(leaves)) => {
                for (one, leaf) in whole.iter().zip(&leaves) {
                    put_away(desk, who, seat, one, leaf)?;
                }
                let leaf = leaves.into_iter().last().unwrap_or_default();
                return Ok(Reply::elsewhere(desk, &routes::proposal(seat, &leaf)));
            }
            Ok(Bound::Refused(refusal)) => not_bound(desk.locale, refusal),
            Err(refusal) => not_proposed(desk.locale, &refusal),
        };
        let typed = Typed::of_record(&found.record, found.row.corrects);
        let shown = Shown { to_mend: vec![what], ..Shown::default() };
        let html = view(desk, |view| written(desk, view, who, &found, &typed, shown))?;
        Ok(Reply::mend(html).for_draft())
    })
    .await
}

/// `POST /workspace/{partnership}/{voice}/propose`: proposes every draft that was chosen; one whose
/// languages differ is left for its own page.
pub(crate) async fn propose_all(
    Path((partnership, voice)): Path<(String, String)>,
    sent: Sent,
) -> Response {
    private_form(sent, move |desk, who, fields| {
        let seat = Seat { partnership, voice };
        let role = who.role_for(Action::Propose, &seat)?;
        let office = desk.site.office();
        let selected = Selected::of(fields, DRAFT_FIELD);
        let ids = selected.chosen().filter_map(|id| RecordId::parse(id).ok()).collect();
        let whole = told(documents::with_documents(office, &seat, ids))?;
        let mut drafts = Vec::new();
        for id in whole.unwrap_or_default() {
            let found = find(desk, who, seat.clone(), id.as_str())?;
            drafts.push((title_of(desk.locale, Some(&found.record)), found.row.id));
        }
        let place = Place::of_side(&seat, "propose");
        let compose = |id: &RecordId, by: &mut By<'_>| {
            drafts::compose_draft(office, &seat, id, false, role, by)
        };
        let why = |refusal: &ProposeDraftRefusal| not_proposed(desk.locale, refusal).what;
        let mut outcome = match bind_all(desk, who, fields, &place, drafts, compose, why)? {
            Several::Asked(reply) => return Ok(reply),
            Several::Refused(to_mend) => Outcome { to_mend: vec![to_mend], ..Outcome::default() },
            Several::Done { written, to_mend } => {
                for one in &written {
                    put_away(desk, who, &seat, &one.item, &one.leaf)?;
                }
                let proposed = desk.locale.say("lot-result-proposed");
                Outcome::of(desk.locale, &written, &proposed, to_mend)
            }
        };
        outcome.to_mend.extend(selected.cut(desk.locale));
        told_of_all(desk, who, &seat, "proposed", outcome)
    })
    .await
}

/// The title of a draft, or of another that goes along with it.
fn draft_title(desk: &Desk, found: &Found, id: &RecordId) -> String {
    if *id == found.row.id {
        return title_of(desk.locale, Some(&found.record));
    }
    let office = desk.site.office();
    let origin = workspace_origin(office, &found.seat).ok().flatten();
    let workspace = origin.map(|origin| office.workspaces().of(&origin));
    let row = workspace.as_ref().and_then(|workspace| workspace.draft(id));
    let record = row.and_then(|row| drafted_record(office, row).ok().flatten());
    title_of(desk.locale, record.as_ref())
}

/// Puts a draft away that was proposed; one that somebody put away meanwhile is away.
fn put_away(
    desk: &Desk,
    who: &SignedIn,
    seat: &Seat,
    id: &RecordId,
    leaf: &str,
) -> Result<(), PageError> {
    let office = desk.site.office();
    let _away = told(who.act(desk, |by| drafts::put_away(office, seat, id, leaf, by)))?;
    Ok(())
}

/// `POST /workspace/{partnership}/{voice}/drafts/{id}/discard`
pub(crate) async fn discard(Path((partnership, voice, id)): Address, sent: Sent) -> Response {
    private_form(sent, move |desk, who, _fields| {
        let found = find(desk, who, Seat { partnership, voice }, &id)?;
        who.must(Action::Draft, &found.seat.partnership, &found.seat.voice)?;
        let (seat, id) = (&found.seat, &found.row.id);
        let discarded = who.act(desk, |by| drafts::discard(desk.site.office(), seat, id, by));
        // What was put away before is put away: the page of the side shows it so.
        let _put_away = told(discarded)?;
        Ok(Reply::elsewhere(desk, &routes::side(seat)))
    })
    .await
}

/// `POST /workspace/{partnership}/{voice}/drafts/{id}/assign`
pub(crate) async fn assign(Path((partnership, voice, id)): Address, sent: Sent) -> Response {
    private_form(sent, move |desk, who, fields| {
        let found = find(desk, who, Seat { partnership, voice }, &id)?;
        who.must(Action::Draft, &found.seat.partnership, &found.seat.voice)?;
        // What is typed and not saved is sent along, and is not to be lost.
        view(desk, |view| keep_typed(desk, view, who, &found, fields))?;
        let to = fields.get("to").filter(|to| !to.is_empty());
        let (office, seat, id) = (desk.site.office(), &found.seat, &found.row.id);
        let assigned = who.act(desk, |by| drafts::assign(office, seat, id, to, by));
        let path = routes::draft(seat, id);
        match told(assigned)? {
            Ok(()) => Ok(Reply::elsewhere(desk, &format!("{path}#of-whom"))),
            Err(refusal) => {
                let to_mend = vec![refused(desk.locale, &refusal)];
                let typed = Typed::of_record(&found.record, found.row.corrects);
                let shown = Shown { to_mend, ..Shown::default() };
                let html = view(desk, |view| written(desk, view, who, &found, &typed, shown))?;
                Ok(Reply::mend(html).for_draft())
            }
        }
    })
    .await
}

fn written(
    desk: &Desk,
    view: &View<'_>,
    who: &SignedIn,
    found: &Found,
    typed: &Typed,
    shown: Shown,
) -> Result<String, PageError> {
    let Shown { notice, to_mend, version, kept, is_saved } = shown;
    let (locale, seat) = (desk.locale, &found.seat);
    let names = Names::new(view, locale, &seat.partnership);
    // What is shown as compared is what would be saved, or what was, where that is not whole.
    let record = typed.record(&names, &found.record)?.unwrap_or_else(|_| found.record.clone());
    let before = written_before(desk, found)?;
    let (base, against) = match version.and_then(|version| before.get(version)) {
        Some(old) => {
            let number = version.unwrap_or(0).saturating_add(1).to_string();
            let base = as_held(&names, old, Standing::Proposed);
            (Some(base), locale.say_about("compared-with-version", &[("number", &number)]))
        }
        None => standing_version(view, locale, &record.id)?,
    };
    let path = routes::draft(seat, &found.row.id);
    let to = |verb: &str| names.path(&format!("{path}/{verb}"));
    let heading = Some(title(&names, &record)).filter(|title| !title.is_empty());
    let heading = heading.unwrap_or_else(|| locale.say("draft-untitled"));
    let may_propose = who.may(Action::Propose, &seat.partnership, &seat.voice);
    let page = DraftPage {
        frame: frame(desk, view, who, &names, seat, heading, path.clone())?,
        corrects: found.row.corrects,
        notice,
        written: found
            .row
            .last()
            .map_or_else(String::new, |last| written_by(desk, &last.account, last.at)),
        save: names.path(&path),
        script: Script {
            account: who.account.to_string(),
            draft: found.row.id.to_string(),
            keep: names.path(&routes::keep(seat, &found.row.id)),
            is_saved,
        },
        kept,
        writing: writing(desk, who, found)?,
        seen: found.row.saves.len(),
        groups: typed.text_groups(locale, &before),
        versions: versions(desk, &names, found),
        facts: typed.fact_fields(&names, &to_mend, |_| true)?,
        compared: compared(&names, &record, base.as_ref(), against)?,
        propose: may_propose.then(|| to("propose")),
        discard: to("discard"),
        preview: to("preview"),
        assign: names.path(&routes::assign(seat, &found.row.id)),
        people: people(
            desk,
            seat,
            found.row.assigned.as_deref().unwrap_or_default(),
            "draft-of-nobody",
        ),
        comments: comments(desk, &names, who, seat, found.row.id.as_str(), &path)?,
        to_mend,
    };
    Ok(page.render()?)
}

/// Who else has typed something into a draft that is not saved yet, in words.
fn writing(desk: &Desk, who: &SignedIn, found: &Found) -> Result<Option<String>, PageError> {
    let office = desk.site.office();
    let origin = workspace_origin(office, &found.seat)?.ok_or(PageError::NotFound)?;
    let workspace = office.workspaces().of(&origin);
    let others = workspace.writing(&found.row.id).into_iter();
    let others = others.filter(|account| *account != who.account.as_str());
    let names: Vec<String> = others.map(|account| account_name(desk, account)).collect();
    let names_in_words = desk.locale.list(&names);
    Ok((!names.is_empty())
        .then(|| desk.locale.say_about("draft-others-write", &[("names", &names_in_words)])))
}

/// The draft each time it was written, oldest first; of very many the last.
fn written_before(desk: &Desk, found: &Found) -> Result<Vec<Record>, PageError> {
    let mut before = Vec::new();
    let saves = &found.row.saves;
    for save in saves.iter().skip(saves.len().saturating_sub(VERSIONS_MAX)) {
        before.extend(saved_record(desk.site.office(), &found.row.record, save)?);
    }
    Ok(before)
}

fn versions(desk: &Desk, names: &Names<'_>, found: &Found) -> Vec<Link> {
    let saves = &found.row.saves;
    let shown = saves.iter().skip(saves.len().saturating_sub(VERSIONS_MAX)).enumerate();
    let path = names.path(&routes::draft(&found.seat, &found.row.id));
    shown
        .rev()
        // The last one is the draft itself.
        .skip(1)
        .map(|(place, save)| {
            let by = written_by(desk, &save.account, save.at);
            let number = place.saturating_add(1).to_string();
            let texts = [("number", number.as_str()), ("by", &by)];
            let label = desk.locale.say_about("draft-version", &texts);
            Link::to(label, format!("{path}?version={place}#compared"))
        })
        .collect()
}

/// The frame of a page of a side, about a draft or a record.
pub(crate) fn frame(
    desk: &Desk,
    view: &View<'_>,
    who: &SignedIn,
    names: &Names<'_>,
    seat: &Seat,
    title: String,
    path: String,
) -> Result<Frame, PageError> {
    let locale = desk.locale;
    let side = locale.say_about("side-title", &[("voice", &names.voice(&seat.voice)?)]);
    let about = About {
        description: title.clone(),
        title,
        path,
        partnership: Some(seat.partnership.clone()),
        crumbs: vec![
            Link::to(locale.say("workspace"), names.path(routes::WORKSPACE)),
            Link::to(side, names.path(&routes::side(seat))),
        ],
        kind: None::<Kind>,
        ..About::default()
    };
    Ok(Frame::new(desk, Some(view), about)?.private(Some(waits::link(desk, view, who)?)))
}

/// Who wrote something, when.
pub(crate) fn written_by(desk: &Desk, account: &str, at: i64) -> String {
    let (name, day) = (account_name(desk, account), desk.locale.day_of(at));
    desk.locale.say_about("draft-written", &[("name", &name), ("date", &day)])
}

pub(crate) fn refused(locale: &Locale, refusal: &DraftRefusal) -> ToMend {
    let code = match refusal {
        DraftRefusal::NotAllowed => "not-by-role",
        DraftRefusal::NoPartnership(_) | DraftRefusal::NotFound => "draft-gone",
        DraftRefusal::Closed => "draft-closed",
        DraftRefusal::Meanwhile => "draft-meanwhile",
        DraftRefusal::TooMany => "draft-too-many",
        DraftRefusal::Empty => "comment-empty",
        DraftRefusal::TooLong => "comment-too-long",
        DraftRefusal::Unclean(_) => "text-unclean",
        DraftRefusal::NotOfSide(_) => "not-of-side",
    };
    ToMend { field: None, what: locale.say_code("refused", code) }
}

pub(crate) fn not_proposed(locale: &Locale, refusal: &ProposeDraftRefusal) -> ToMend {
    let refusal = match refusal {
        ProposeDraftRefusal::Draft(refusal) => return refused(locale, refusal),
        ProposeDraftRefusal::Propose(refusal) => refusal,
    };
    ToMend { field: None, what: refused_text(locale, refusal) }
}

/// Why the words of a version are not proposed or stated.
pub(crate) fn refused_text(locale: &Locale, refusal: &ProposeRefusal) -> String {
    match refusal {
        ProposeRefusal::Missing { role, language } => {
            let text = locale.say_code("role", role.code());
            let language = locale.say_code("language", language.tag());
            let texts = [("text", text.as_str()), ("language", &language)];
            locale.say_about("refused-missing", &texts)
        }
        ProposeRefusal::UncleanText { role, .. } => {
            let text = locale.say_code("role", role.code());
            locale.say_about("refused-unclean-text", &[("text", &text)])
        }
        ProposeRefusal::NotAllowed => locale.say("refused-not-by-role"),
        ProposeRefusal::Differing(_) => locale.say("refused-differing"),
        ProposeRefusal::NothingToCorrect => locale.say("refused-nothing-to-correct"),
        ProposeRefusal::Nothing => locale.say("refused-nothing-changes"),
        ProposeRefusal::Open { .. } => locale.say("refused-open"),
        ProposeRefusal::NotParty(_) | ProposeRefusal::NoPartnership(_) => {
            locale.say("refused-not-party")
        }
        ProposeRefusal::NoLanguage | ProposeRefusal::OtherKind(_) => {
            locale.say("refused-not-proposable")
        }
        ProposeRefusal::Bind(refusal) => not_bound(locale, *refusal).what,
    }
}
