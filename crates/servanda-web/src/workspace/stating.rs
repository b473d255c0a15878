//! A registrar publishes what it took up from published documents: looked over first, then stated with one
//! act for the lot.

use axum::extract::Path;
use axum::response::Response;
use servanda_actions::documents::{self, StateRefusal, hindrance_to_state};
use servanda_model::{Action, RecordId, Seat};

use super::documents::refused;
use super::draft::refused_text;
use super::field::ToMend;
use super::reply::Reply;
use super::review::{Selected, drafts_looked_over};
use super::side::{DRAFT_FIELD, Outcome, told_of_all};
use super::signed_in::SignedIn;
use super::visit::Sent;
use super::{private_form, told};
use crate::answer::PageError;
use crate::fields::Fields;
use crate::locale::Locale;
use crate::routes;
use crate::site::Desk;

/// `POST /workspace/{partnership}/{voice}/documents/{id}/state`: everything that came of a document.
pub(crate) async fn of_document(
    Path((partnership, voice, id)): Path<(String, String, String)>,
    sent: Sent,
) -> Response {
    private_form(sent, move |desk, who, fields| {
        let seat = Seat { partnership, voice };
        who.must(Action::StateDocumented, &seat.partnership, &seat.voice)?;
        looked_over(desk, who, &seat, Selected::lot(desk, &seat, &id)?, fields)
    })
    .await
}

/// `POST /workspace/{partnership}/{voice}/state/review`
pub(crate) async fn review(
    Path((partnership, voice)): Path<(String, String)>,
    sent: Sent,
) -> Response {
    private_form(sent, move |desk, who, fields| {
        let seat = Seat { partnership, voice };
        who.must(Action::StateDocumented, &seat.partnership, &seat.voice)?;
        looked_over(desk, who, &seat, Selected::of(fields, DRAFT_FIELD), fields)
    })
    .await
}

fn looked_over(
    desk: &Desk,
    who: &SignedIn,
    seat: &Seat,
    selected: Selected,
    sent: &Fields,
) -> Result<Reply, PageError> {
    drafts_looked_over(desk, who, seat, selected, sent, "state", |found| {
        let hindered = hindrance_to_state(desk.site.office(), seat, &found.record)?;
        Ok(hindered.map(|refusal| not_stated(desk.locale, &refusal)))
    })
}

/// `POST /workspace/{partnership}/{voice}/state`: states every draft that was chosen, all or none.
pub(crate) async fn state(
    Path((partnership, voice)): Path<(String, String)>,
    sent: Sent,
) -> Response {
    private_form(sent, move |desk, who, fields| {
        let seat = Seat { partnership, voice };
        who.must(Action::StateDocumented, &seat.partnership, &seat.voice)?;
        let office = desk.site.office();
        let selected = Selected::of(fields, DRAFT_FIELD);
        let ids = selected.chosen().filter_map(|id| RecordId::parse(id).ok()).collect();
        let whole = told(documents::with_documents(office, &seat, ids))?.unwrap_or_default();
        let stated = who.act(desk, |by| documents::state(office, &seat, &whole, by));
        match told(stated)? {
            Ok(count) => {
                let path = format!("{}?stated={count}", routes::side(&seat));
                Ok(Reply::elsewhere(desk, &path))
            }
            Err(refusal) => {
                let what = not_stated(desk.locale, &refusal);
                let to_mend = vec![ToMend { field: None, what }];
                let outcome = Outcome { to_mend, ..Outcome::default() };
                told_of_all(desk, who, &seat, "stated", outcome)
            }
        }
    })
    .await
}

/// Why something is not stated, in the reader's words.
fn not_stated(locale: &Locale, refusal: &StateRefusal) -> String {
    match refusal {
        StateRefusal::Document(refusal) => refused(locale, refusal),
        StateRefusal::Text(refusal) => refused_text(locale, refusal),
        StateRefusal::NoSource => locale.say("refused-state-no-source"),
        StateRefusal::NotOurs(_) => locale.say("refused-state-not-ours"),
        StateRefusal::Nothing => locale.say("refused-state-nothing"),
        StateRefusal::Meanwhile => locale.say("refused-state-meanwhile"),
    }
}
