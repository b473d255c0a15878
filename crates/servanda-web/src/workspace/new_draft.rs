//! A draft of a record that is not there yet: first the facts without which there is none of its
//! kind, so that every draft can be shown as it will be public.

use std::collections::BTreeMap;

use askama::Template;
use serde_json::Map;
use servanda_actions::drafts;
use servanda_model::{Kind, Record, RecordId, Seat};
use servanda_register::View;

use super::draft::{begun, frame};
use super::draft_form::Typed;
use super::fact_form::{FactField, How};
use super::field::ToMend;
use super::reply::Reply;
use super::shape::{BEGUN, Field};
use super::signed_in::SignedIn;
use super::view;
use crate::answer::PageError;
use crate::block::Names;
use crate::fields::Fields;
use crate::frame::Frame;
use crate::locale::Locale;
use crate::routes;
use crate::site::Desk;

/// The page that asks for what a record of a kind cannot be without.
#[derive(Debug, Template)]
#[template(path = "workspace/new-draft.html")]
struct NewDraftPage {
    frame: Frame,
    meaning: String,
    to_mend: Vec<ToMend>,
    action: String,
    kind: &'static str,
    lead: String,
    asked: Vec<FactField>,
}

/// A kind of which drafts are begun.
#[derive(Debug)]
pub(crate) struct KindChoice {
    pub(crate) code: &'static str,
    pub(crate) label: String,
}

/// The kinds of which drafts are begun, in the order in which they are most often wanted; a
/// commitment has a button of its own.
pub(crate) fn kinds(locale: &Locale) -> Vec<KindChoice> {
    let choice =
        |kind: Kind| KindChoice { code: kind.code(), label: locale.say_code("kind", kind.code()) };
    BEGUN.into_iter().filter(|kind| *kind != Kind::Commitment).map(choice).collect()
}

/// The kind that a form names, of those of which drafts are begun.
pub(crate) fn kind_in(fields: &Fields) -> Option<Kind> {
    fields.get("kind").and_then(Kind::find).filter(|kind| BEGUN.contains(kind))
}

/// The page that asks for the first facts of a kind.
pub(crate) fn asking(
    desk: &Desk,
    view: &View<'_>,
    who: &SignedIn,
    seat: &Seat,
    kind: Kind,
) -> Result<String, PageError> {
    written(desk, view, who, seat, kind, &usual(desk, view, seat, kind)?, Vec::new())
}

/// Begins a draft of a new record: of a commitment without more, of any kind with its first facts.
pub(crate) fn begin(
    desk: &Desk,
    who: &SignedIn,
    seat: &Seat,
    fields: &Fields,
) -> Result<Reply, PageError> {
    let kind = kind_in(fields);
    let asked = view(desk, |view| {
        let names = Names::new(view, desk.locale, &seat.partnership);
        let typed = match kind {
            Some(kind) => Typed::of_new(kind, fields),
            None => usual(desk, view, seat, Kind::Commitment)?,
        };
        match typed.facts(&names, Map::new())? {
            Ok(facts) => Ok(Ok(facts)),
            Err(to_mend) => {
                let kind = kind.unwrap_or(Kind::Commitment);
                Ok(Err(written(desk, view, who, seat, kind, &typed, to_mend)?))
            }
        }
    })?;
    match asked {
        Ok(facts) => {
            let id = who.act(desk, drafts::fresh_id);
            let record = Record { id, texts: BTreeMap::new(), facts, sources: Vec::new() };
            begun(desk, who, seat, &record, false)
        }
        Err(html) => Ok(Reply::mend(html)),
    }
}

/// What a side most often means by a new record of a kind. Only a party agrees on records.
fn usual(desk: &Desk, view: &View<'_>, seat: &Seat, kind: Kind) -> Result<Typed, PageError> {
    let parties = view.party_voices(&seat.partnership)?;
    let own = parties.iter().find(|party| party.voice == seat.voice);
    let own = own.ok_or(PageError::Forbidden)?.party.clone();
    let all: Vec<RecordId> = parties.into_iter().map(|party| party.party).collect();
    Ok(Typed::new(kind, &own, &all, desk.site.today()))
}

fn written(
    desk: &Desk,
    view: &View<'_>,
    who: &SignedIn,
    seat: &Seat,
    kind: Kind,
    typed: &Typed,
    to_mend: Vec<ToMend>,
) -> Result<String, PageError> {
    let locale = desk.locale;
    let names = Names::new(view, locale, &seat.partnership);
    let title = locale.say_code("kind", kind.code());
    let path = format!("{}?kind={}", routes::drafts(seat), kind.code());
    let asked = typed.fact_fields(&names, &to_mend, Field::is_asked_first)?;
    let lead = if asked.is_empty() { "draft-new-lead-bare" } else { "draft-new-lead" };
    let page = NewDraftPage {
        frame: frame(desk, view, who, &names, seat, title, path)?,
        meaning: locale.say_code("kind-meaning", kind.code()),
        to_mend,
        action: names.path(&routes::drafts(seat)),
        kind: kind.code(),
        lead: locale.say(lead),
        asked,
    };
    Ok(page.render()?)
}
