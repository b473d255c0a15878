//! What a side said of a finding beside other documents.

use servanda_actions::documents::{Related, RelatedRow};
use servanda_model::{FindingPlace, RecordId};
use servanda_register::{DocumentRow, View, Workspace};

use super::documents::{Found, find_row};
use super::findings::document_title;
use crate::answer::PageError;
use crate::block::{Fact, Link, Names};
use crate::routes;
use crate::site::Desk;

/// Something said of a finding and another document.
pub(crate) struct Beside<'a> {
    pub(crate) row: &'a RelatedRow,
    /// The other document.
    pub(crate) other: &'a DocumentRow,
    /// The finding in it; none where there is none.
    pub(crate) place: Option<FindingPlace>,
}

/// What was said of a finding of a document, in the order in which it was said.
pub(crate) fn beside<'a>(
    workspace: &'a Workspace,
    document: &'a DocumentRow,
    finding: &FindingPlace,
) -> Vec<Beside<'a>> {
    let mut all = Vec::new();
    for (before, after, said) in workspace.successions_with(&document.id) {
        let is_later = *after == document.id;
        let Some(other) = workspace.document(if is_later { before } else { after }) else {
            continue;
        };
        for row in said.holding() {
            let (own, place) = if is_later {
                (row.pair.later, row.pair.earlier)
            } else {
                (row.pair.earlier, row.pair.later)
            };
            if own == Some(*finding) && row.what != Related::Apart {
                all.push(Beside { row, other, place });
            }
        }
    }
    all.sort_by_key(|it| it.row.entry);
    all
}

/// The title of another document of the same side.
pub(crate) fn title_of_other(
    desk: &Desk,
    view: &View<'_>,
    found: &Found,
    other: &DocumentRow,
) -> Result<String, PageError> {
    let other = find_row(desk, found, other)?;
    document_title(desk, view, &other)
}

/// What was said of a finding, each leading to the two documents.
pub(crate) fn fact(
    desk: &Desk,
    names: &Names<'_>,
    found: &Found,
    finding: &FindingPlace,
) -> Result<Option<Fact>, PageError> {
    let mut values = Vec::new();
    for Beside { row, other, .. } in beside(&found.workspace, &found.row, finding) {
        let is_later = found
            .workspace
            .succession(&other.id, &found.row.id)
            .is_some_and(|said| said.of(&row.pair).is_some_and(|it| it.entry == row.entry));
        let ids: [&RecordId; 2] =
            if is_later { [&found.row.id, &other.id] } else { [&other.id, &found.row.id] };
        let path = routes::succession(&found.seat, ids[0], ids[1]);
        let title = title_of_other(desk, names.view, found, other)?;
        let what = desk.locale.say_code("became", row.what.code());
        let texts = [("what", what.as_str()), ("document", &title)];
        let words = desk.locale.say_about("finding-beside-said", &texts);
        values.push(Link::to(words, names.path(&path)));
    }
    let label = desk.locale.say("finding-beside");
    Ok((!values.is_empty()).then_some(Fact { label, values }))
}
