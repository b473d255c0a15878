//! What a side does with a record: begins a draft of other words, or says something beside it.

use askama::Template;
use axum::extract::Path;
use axum::response::Response;
use servanda_actions::agreement::{Mandate, RemarkRefusal, Remarking, remark};
use servanda_actions::drafts::workspace_origin;
use servanda_model::permission::voices;
use servanda_model::{Action, RecordId, Seat, Standing};
use servanda_register::{AskedFor, View};

use super::draft::{frame, written_by};
use super::field::ToMend;
use super::remarks::not_said;
use super::reply::Reply;
use super::signed_in::SignedIn;
use super::visit::{Sent, Visit};
use super::{new_draft, private, private_form, told, view};
use crate::answer::PageError;
use crate::block::{Link, Names};
use crate::fields::Fields;
use crate::frame::Frame;
use crate::routes;
use crate::site::Desk;

/// The field for what a side disputes.
const DISPUTE_FIELD: &str = "dispute-reason";
/// The field for where the languages do not agree.
const DIVERGE_FIELD: &str = "diverge-reason";

/// The page that asks whether a draft of a record is to be begun.
#[derive(Debug, Template)]
#[template(path = "workspace/begin.html")]
struct BeginPage {
    frame: Frame,
    lead: String,
    action: String,
    record: String,
    /// Whether it is agreed, so that it can be corrected.
    can_correct: bool,
    /// Drafts of the same record that are open already.
    others: Vec<Link>,
    /// Where its words are erased or made public; none for whoever may not.
    texts: Option<Link>,
    /// Where something is said beside the records that refer to it; none where there are none.
    around: Option<Link>,
    /// What this side may say beside the record.
    remarks: Vec<RemarkForm>,
    to_mend: Vec<ToMend>,
}

/// A form with which a side says something beside a record.
#[derive(Debug)]
struct RemarkForm {
    heading: String,
    text: String,
    action: String,
    button: String,
    label: String,
    /// The name of its field, one on the page.
    name: String,
    /// What was typed before it was refused.
    typed: String,
    error: Option<String>,
}

/// `GET /workspace/{partnership}/records/{id}`: on to a draft of this record, for the voice that
/// whoever is signed in may draft for.
pub(crate) async fn choose_side(
    visit: Visit,
    Path((partnership, id)): Path<(String, String)>,
) -> Response {
    private(visit, move |desk, _view, who| {
        let voices = voices(&who.grants, Action::Draft, &partnership);
        let voice = voices.into_iter().next().ok_or(PageError::Forbidden)?.to_owned();
        let seat = Seat { partnership: partnership.clone(), voice };
        let query = Fields::default().with("record", &id);
        let path = format!("{}?{query}", routes::drafts(&seat));
        Ok(Reply::elsewhere(desk, &path))
    })
    .await
}

/// `GET /workspace/{partnership}/{voice}/drafts?record=…` or `?kind=…`: asks before it begins
/// anything.
pub(crate) async fn ask(
    visit: Visit,
    Path((partnership, voice)): Path<(String, String)>,
    fields: Fields,
) -> Response {
    private(visit, move |desk, view, who| {
        let seat = Seat { partnership, voice };
        who.must(Action::Draft, &seat.partnership, &seat.voice)?;
        if let Some(kind) = new_draft::kind_in(&fields) {
            return Ok(Reply::page(new_draft::asking(desk, view, who, &seat, kind)?));
        }
        let Some(id) = fields.get("record").and_then(|id| RecordId::parse(id).ok()) else {
            return Ok(Reply::elsewhere(desk, &routes::side(&seat)));
        };
        Ok(Reply::page(asking(desk, view, who, &seat, &id, &Fields::default(), None)?))
    })
    .await
}

fn asking(
    desk: &Desk,
    view: &View<'_>,
    who: &SignedIn,
    seat: &Seat,
    id: &RecordId,
    sent: &Fields,
    refused: Option<ToMend>,
) -> Result<String, PageError> {
    let held = view.find(id)?.filter(|held| held.partnership == seat.partnership);
    let held = held.ok_or(PageError::NotFound)?;
    let locale = desk.locale;
    let names = Names::new(view, locale, &seat.partnership);
    let office = desk.site.office();
    let mut others = Vec::new();
    if let Some(origin) = workspace_origin(office, seat)? {
        for draft in office.workspaces().of(&origin).open_drafts() {
            if draft.record == *id {
                let label = draft
                    .last()
                    .map_or_else(String::new, |last| written_by(desk, &last.account, last.at));
                others.push(Link::to(label, names.path(&routes::draft(seat, &draft.id))));
            }
        }
    }
    let voice = names.voice(&seat.voice)?;
    let remark = |verb: &str, field: &'static str| RemarkForm {
        heading: locale.say(&format!("do-{verb}")),
        text: locale.say_about(&format!("do-{verb}-text"), &[("voice", &voice)]),
        action: names.path(&routes::remark(seat, id, verb)),
        button: locale.say_about(&format!("do-{verb}-button"), &[("voice", &voice)]),
        label: locale.say("do-remark"),
        name: field.to_owned(),
        typed: sent.get(field).unwrap_or_default().to_owned(),
        error: refused.as_ref().filter(|it| it.field == Some(field)).map(|it| it.what.clone()),
    };
    let may_remark = who.may(Action::Object, &seat.partnership, &seat.voice);
    let remarks = if may_remark {
        vec![remark("dispute", DISPUTE_FIELD), remark("diverge", DIVERGE_FIELD)]
    } else {
        Vec::new()
    };
    let around = AskedFor { of: Some(id), ..AskedFor::default() };
    let around = if may_remark { view.count_recorded(&seat.partnership, &around)? } else { 0 };
    let path = format!("{}?record={id}", routes::drafts(seat));
    let page = BeginPage {
        frame: frame(desk, view, who, &names, seat, locale.say("draft-begin"), path)?,
        lead: locale.say_about("draft-begin-lead", &[("title", &names.title(&held))]),
        action: names.path(&routes::drafts(seat)),
        record: id.to_string(),
        can_correct: held.standing == Standing::Agreed,
        others,
        texts: who.may(Action::Erase, &seat.partnership, &seat.voice).then(|| {
            let path = format!("{}?record={id}", routes::texts(seat));
            Link::to(locale.say("texts-of-record"), names.path(&path))
        }),
        around: (around > 0).then(|| {
            let path = format!("{}?of={id}", routes::records_of(seat));
            Link::to(locale.say_count("remarks-around", around), names.path(&path))
        }),
        remarks,
        to_mend: refused.into_iter().collect(),
    };
    Ok(page.render()?)
}

/// `POST /workspace/{partnership}/{voice}/records/{id}/{dispute|diverge}`
pub(crate) async fn remarked(
    Path((partnership, voice, id, verb)): Path<(String, String, String, String)>,
    sent: Sent,
) -> Response {
    private_form(sent, move |desk, who, fields| {
        let seat = Seat { partnership, voice };
        let role = who.role_for(Action::Object, &seat)?;
        let id = RecordId::parse(&id).map_err(|_not_an_id| PageError::NotFound)?;
        let (remarking, field) = match verb.as_str() {
            "dispute" => (Remarking::Dispute, DISPUTE_FIELD),
            "diverge" => (Remarking::Diverge, DIVERGE_FIELD),
            _another => return Err(PageError::NotFound),
        };
        let said = fields.get(field).unwrap_or_default();
        let said = said.trim().replace("\r\n", "\n");
        let reason = std::iter::once((Some(desk.locale.language()), said)).collect();
        let mandate = Mandate { voice: &seat.voice, role };
        let office = desk.site.office();
        let done = who.act(desk, |by| remark(office, &id, remarking, &reason, mandate, by));
        match told(done)? {
            Ok(()) => {
                let kind = view(desk, |view| Ok(view.kind(&id)?))?.ok_or(PageError::NotFound)?;
                let page = routes::record(&seat.partnership, kind, &id);
                Ok(Reply::elsewhere(desk, &page))
            }
            Err(refusal) => {
                if matches!(refusal, RemarkRefusal::NotFound(_)) {
                    return Err(PageError::NotFound);
                }
                let what = not_said(desk.locale, &refusal);
                let refused = Some(ToMend { field: Some(field), what });
                let html = view(desk, |view| asking(desk, view, who, &seat, &id, fields, refused))?;
                Ok(Reply::mend(html))
            }
        }
    })
    .await
}
