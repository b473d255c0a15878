//! Notices: what an account is told of, derived from the journals at the moment somebody asks.
//!
//! Never: kept anywhere. Which notices were seen, and which are in a mail, the house journal says.

use std::collections::BTreeMap;

use servanda_entry::act::hex;
use servanda_entry::house::SHORT_DIGEST_LENGTH;
use servanda_model::notice::{Happening, Held, news_since};
use servanda_model::{AccountId, NoticeKind, RecordId, Seat};
use servanda_register::{Account, AssignmentRow, CommentRow, DeedRow, RegisterError, View};
use sha2::{Digest, Sha256};

use crate::erase::act_at;
use crate::{Failure, Office};

/// Happenings that are looked at; the newest. More than that in [`servanda_model::notice::NEWS_DAYS`]
/// are not told one by one.
pub const HAPPENINGS_MAX: usize = 1_000;

/// That something happened of which an account is told.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Notice {
    /// What it is known by, the same whenever it is derived (`docs/format.md` §12).
    pub id: String,
    /// What happened.
    pub happening: Happening,
    /// The partnership and voice by which the account is told.
    pub seat: Seat,
    source: Source,
}

/// What a notice leads to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Target {
    /// A proposal, by its leaf hash.
    Proposal(String),
    /// A draft.
    Draft(RecordId),
    /// A record.
    Record(RecordId),
}

/// Something that happened, with the entry that says so.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Found {
    happening: Happening,
    source: Source,
}

#[derive(Debug, Clone, PartialEq, Eq)]
struct Source {
    origin: String,
    entry: u64,
    target: Option<Target>,
}

/// What has happened lately, to derive the notices of one or more accounts from.
#[derive(Debug, Clone)]
pub struct News {
    found: Vec<Found>,
    /// The voices whose agreement each partnership takes.
    parties: BTreeMap<String, Vec<String>>,
}

impl News {
    /// What is news at a moment, in seconds since 1970 UTC, as far as the journals say.
    pub fn read(office: &Office, view: &View<'_>, now: i64) -> Result<Self, RegisterError> {
        let since = news_since(now);
        let deeds = view.deeds_since(since, HAPPENINGS_MAX)?;
        let mut found: Vec<Found> = deeds.into_iter().filter_map(of_deed).collect();
        for (origin, workspace) in office.workspaces().all() {
            let said = workspace.all_comments().filter(|(_, row)| row.at >= since);
            found.extend(said.flat_map(|(about, row)| of_comment(&origin, about, row)));
            let given = workspace.all_assignments().filter(|(_, row)| row.at >= since);
            found.extend(given.filter_map(|(draft, row)| of_assignment(&origin, draft, row)));
        }
        found.sort_by(|a, b| {
            // Of one second, what comes later in the life of a proposal is newer.
            let newer = |it: &Found| (it.happening.at, it.happening.kind, it.source.entry);
            newer(b).cmp(&newer(a)).then_with(|| a.source.origin.cmp(&b.source.origin))
        });
        found.truncate(HAPPENINGS_MAX);
        let mut parties = BTreeMap::new();
        for held in view.partnerships()? {
            let voices = view.party_voices(&held.partnership)?.into_iter().map(|it| it.voice);
            parties.insert(held.partnership, voices.collect());
        }
        Ok(Self { found, parties })
    }

    /// What an account is told, the newest first.
    pub fn of(&self, account: &Account) -> Vec<Notice> {
        let held: Vec<Held<'_>> = account.held().collect();
        self.found.iter().filter_map(|found| self.told(&account.id, &held, found)).collect()
    }

    fn told(&self, account: &AccountId, held: &[Held<'_>], found: &Found) -> Option<Notice> {
        let happening = &found.happening;
        let parties = self.parties.get(&happening.by.partnership).map_or(&[][..], Vec::as_slice);
        let seat = happening.told(account.as_str(), held, parties)?;
        Some(Notice {
            id: notice_id(&found.source, account),
            happening: happening.clone(),
            seat: seat.clone(),
            source: found.source.clone(),
        })
    }
}

impl Notice {
    /// What it leads to; none where the entry does not say.
    pub fn target(&self, office: &Office) -> Result<Option<Target>, Failure> {
        if self.source.target.is_some() {
            return Ok(self.source.target.clone());
        }
        let act = act_at(office.ground(), &self.source.origin, self.source.entry)?;
        Ok(act.and_then(|act| act.proposal().cloned()).map(Target::Proposal))
    }
}

/// What a mail with these notices to an account is known by: the same notices make the same mail.
pub fn mail_id<'id>(account: &AccountId, notices: impl Iterator<Item = &'id str>) -> String {
    let mut hash = Sha256::new_with_prefix(format!("servanda/mail/v1\n{account}\n"));
    for notice in notices {
        hash.update(notice);
        hash.update("\n");
    }
    short(hash)
}

fn notice_id(source: &Source, account: &AccountId) -> String {
    let (origin, entry) = (&source.origin, source.entry);
    short(Sha256::new_with_prefix(format!("servanda/notice/v1\n{origin}\n{entry}\n{account}\n")))
}

fn short(hash: Sha256) -> String {
    let mut digits = hex(&hash.finalize());
    digits.truncate(SHORT_DIGEST_LENGTH);
    digits
}

/// The partnership and voice of a journal, of the workspace or not.
fn seat_of(origin: &str) -> Option<Seat> {
    let mut segments = origin.split('/').skip(1).map(str::to_owned);
    Some(Seat { partnership: segments.next()?, voice: segments.next()? })
}

fn of_deed(row: DeedRow) -> Option<Found> {
    let kind = match row.word.as_str() {
        "propose" => NoticeKind::Proposed,
        "accept" => NoticeKind::Accepted,
        "object" => NoticeKind::Objected,
        "withdraw" => NoticeKind::Withdrawn,
        "seal" => NoticeKind::Agreed,
        "dispute" => NoticeKind::Disputed,
        "diverge" => NoticeKind::Diverged,
        _another => return None,
    };
    let target = match kind {
        NoticeKind::Proposed => Some(Target::Proposal(row.leaf)),
        NoticeKind::Disputed | NoticeKind::Diverged => Some(Target::Record(row.record)),
        NoticeKind::Agreed => row.is_public.then_some(Target::Record(row.record)),
        // Which proposal it is, the entry says.
        NoticeKind::Accepted | NoticeKind::Objected | NoticeKind::Withdrawn => None,
        NoticeKind::Commented | NoticeKind::Told | NoticeKind::Assigned => return None,
    };
    let by = seat_of(&row.origin)?;
    let is_between_parties = kind == NoticeKind::Agreed && !row.is_public;
    let (account, at) = (row.account, row.at);
    let happening = Happening { kind, by, account, at, is_between_parties, to: None };
    Some(Found { happening, source: Source { origin: row.origin, entry: row.entry, target } })
}

/// A comment, for the side and for whoever is told in particular.
fn of_comment(origin: &str, about: &str, row: &CommentRow) -> Vec<Found> {
    let draft = RecordId::parse(about).ok();
    let (Some(by), is_between_parties) = (seat_of(origin), draft.is_none()) else {
        return Vec::new();
    };
    let target = draft.map_or_else(|| Target::Proposal(about.to_owned()), Target::Draft);
    let found = |kind: NoticeKind| Found {
        happening: Happening {
            kind,
            by: by.clone(),
            account: row.account.clone(),
            at: row.at,
            is_between_parties,
            to: row.to.clone(),
        },
        source: Source {
            origin: origin.to_owned(),
            entry: row.entry,
            target: Some(target.clone()),
        },
    };
    let told = row.to.is_some().then_some(NoticeKind::Told);
    std::iter::once(NoticeKind::Commented).chain(told).map(found).collect()
}

fn of_assignment(origin: &str, draft: &RecordId, row: &AssignmentRow) -> Option<Found> {
    let happening = Happening {
        kind: NoticeKind::Assigned,
        by: seat_of(origin)?,
        account: row.account.clone(),
        at: row.at,
        is_between_parties: false,
        to: Some(row.to.clone()),
    };
    let target = Some(Target::Draft(draft.clone()));
    let source = Source { origin: origin.to_owned(), entry: row.entry, target };
    Some(Found { happening, source })
}
