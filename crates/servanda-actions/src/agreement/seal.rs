//! The seal: the proposer's installation says that it has the acceptance of every other party, and
//! opens to everyone what was agreed.

use std::collections::BTreeMap;

use servanda_entry::{Act, Reveal, Seal};
use servanda_model::agreement::Progress;
use servanda_register::{ProposalRow, RegisterError};
use servanda_store::Head;

use super::INSTALLATION;
use crate::draft::Draft;
use crate::{By, Failure, Office};

/// Proposals sealed in one run; the next run goes on.
const SEALS_MAX: usize = 1_000;

/// Seals every proposal made here that all other parties have accepted, and returns how many. May
/// run again at any time: what is sealed is not sealed twice.
pub fn seal_accepted(office: &Office, by: &mut By<'_>) -> Result<usize, Failure> {
    let _writing = office.write_public();
    let accepted = office.register().view(|view| {
        let mut accepted = Vec::new();
        for held in view.partnerships()? {
            accepted.extend(view.proposals(&held.partnership, Progress::Accepted, SEALS_MAX)?);
        }
        Ok::<_, RegisterError>(accepted)
    })?;
    let mut by_journal: BTreeMap<String, Vec<ProposalRow>> = BTreeMap::new();
    for row in accepted {
        by_journal.entry(row.origin.clone()).or_default().push(row);
    }
    let mut sealed = 0;
    for (origin, rows) in by_journal {
        // A journal without a key here is another installation's to seal.
        let verifier =
            office.ledger().verifier(&origin).map_err(servanda_store::LedgerError::from)?;
        if verifier.is_some() {
            sealed += rows.len();
            seal(office, &origin, &rows, by)?;
        }
    }
    if sealed > 0 {
        office.register().follow(office.ground())?;
    }
    Ok(sealed)
}

/// Seals proposals of one journal: all of them or, after a crash, none.
fn seal(
    office: &Office,
    origin: &str,
    rows: &[ProposalRow],
    by: &mut By<'_>,
) -> Result<(), Failure> {
    let expected = office.ground().head(origin)?.unwrap_or(Head::EMPTY);
    let (at, account) = (by.at, INSTALLATION.to_owned());
    let mut draft = Draft::new(by);
    for row in rows {
        let answers = office.register().view(|view| view.answers(&row.leaf))?;
        let acceptances = answers.into_iter().filter(|answer| answer.word == "accept");
        let (account, record) = (account.clone(), row.record.clone());
        draft.act(&Act::Seal(Seal {
            account: account.clone(),
            at,
            record: record.clone(),
            proposal: row.leaf.clone(),
            acceptances: acceptances.map(|answer| answer.leaf).collect(),
        }))?;
        if !row.is_public {
            let leaf = row.leaf.clone();
            draft.act(&Act::Reveal(Reveal { account, at, record, leaf }))?;
        }
    }
    draft.append(office.ledger(), origin, expected)?;
    Ok(())
}
