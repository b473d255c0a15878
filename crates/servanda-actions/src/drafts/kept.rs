//! What somebody has typed into a draft and not saved: kept for them alone, so that no crash of a
//! browser loses it, and no version of the draft.
//!
//! It is an act like any other, but what it replaces is erased: half-written sentences do not stay.

use servanda_entry::content::ContentPart;
use servanda_entry::workspace::{Keep, TYPED, WorkspaceAct};
use servanda_model::{Action, RecordId, Seat};
use servanda_register::KeptRow;
use servanda_store::Hash;

use super::{DraftRefusal, must, open_draft, write};
use crate::{By, Failure, NotDone, Office, OfficeError};

/// Times that something is kept of one draft, for all who write it: with a pause of a quarter of a
/// minute between two, more than twenty hours of typing.
pub const KEEPS_MAX: usize = 5_000;

/// How what was kept stands to the draft.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kept {
    /// It was typed into the draft as it is.
    Current,
    /// Somebody has saved the draft since: both are there.
    Meanwhile,
}

/// Keeps what somebody has typed, the form as it would be sent. `seen` is how often the draft had been
/// written when they began.
pub fn keep(
    office: &Office,
    seat: &Seat,
    id: &RecordId,
    typed: &str,
    seen: usize,
    by: &mut By<'_>,
) -> Result<Kept, NotDone<DraftRefusal>> {
    must(office, by, Action::Draft, seat)?;
    let _writing = office.write_workspace();
    let (origin, row) = open_draft(office, seat, id)?;
    let kept = if row.saves.len() == seen { Kept::Current } else { Kept::Meanwhile };
    let workspace = office.workspaces().of(&origin);
    if let Some(last) = workspace.kept(id, by.account)
        && last.seen == seen
        && kept_text(office, last)?.as_deref() == Some(typed)
    {
        return Ok(kept);
    }
    if row.keeps >= KEEPS_MAX {
        return Err(NotDone::Refused(DraftRefusal::TooMany));
    }
    write(office, &origin, by, |draft| {
        let parts = draft.parts(vec![ContentPart {
            role: TYPED.to_owned(),
            language: None,
            media: "application/x-www-form-urlencoded",
            bytes: typed.as_bytes().to_vec(),
        }]);
        let (account, at) = (draft.by.account.to_owned(), draft.by.at);
        let seen = u64::try_from(seen).unwrap_or(u64::MAX);
        Ok(WorkspaceAct::Keep(Keep { account, at, draft: id.clone(), seen, parts }))
    })?;
    Ok(kept)
}

/// Puts away what somebody has typed and not saved.
pub fn forget(
    office: &Office,
    seat: &Seat,
    id: &RecordId,
    by: &mut By<'_>,
) -> Result<(), NotDone<DraftRefusal>> {
    must(office, by, Action::Draft, seat)?;
    let _writing = office.write_workspace();
    let (origin, _) = open_draft(office, seat, id)?;
    let workspace = office.workspaces().of(&origin);
    if workspace.kept(id, by.account).is_none() {
        return Ok(());
    }
    write(office, &origin, by, |draft| {
        let (account, at) = (draft.by.account.to_owned(), draft.by.at);
        let (seen, parts) = (0, Vec::new());
        Ok(WorkspaceAct::Keep(Keep { account, at, draft: id.clone(), seen, parts }))
    })
}

/// What was kept, as the form would have been sent.
pub fn kept_text(office: &Office, row: &KeptRow) -> Result<Option<String>, Failure> {
    Ok(office.part_bytes(&row.part)?.and_then(|bytes| String::from_utf8(bytes).ok()))
}

/// Erases what is kept no more and a crash left behind.
pub(crate) fn finish_erasures(office: &Office) -> Result<(), OfficeError> {
    for (_, workspace) in office.workspaces().all() {
        for part in workspace.gone() {
            erase_part(office, part)?;
        }
    }
    Ok(())
}

pub(super) fn erase_part(
    office: &Office,
    commitment: &str,
) -> Result<(), servanda_store::StoreError> {
    let Ok(commitment) = Hash::parse_hex(commitment) else { return Ok(()) };
    if office.ground().part(&commitment)?.is_some() {
        office.ground().erase_part(&commitment)?;
    }
    Ok(())
}
