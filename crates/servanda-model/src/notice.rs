//! Notices: who is told of what happened, and when a mail about it is due.
//!
//! A notice is not recorded anywhere: it follows from an entry and from the roles of an account. So
//! it cannot get lost, and it never tells more than the one table of permissions allows.

use crate::permission::{Action, Grant, Seat};

/// Days for which what happened is news: older things are in the history of their record, not among
/// the notices, and no mail is sent about them any more.
pub const NEWS_DAYS: i64 = 90;
/// Seconds of a day.
const DAY: i64 = 86_400;
/// The first Monday after 1970-01-01, in days.
const FIRST_MONDAY: i64 = 4;

/// What somebody can be told of. Another kind is added here, and the compiler names the places that
/// have to say something about it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum NoticeKind {
    /// A version was put to the other parties.
    Proposed,
    /// A party accepted a proposal.
    Accepted,
    /// A party objected to a proposal.
    Objected,
    /// A party took its proposal back.
    Withdrawn,
    /// A version is agreed.
    Agreed,
    /// Somebody commented on a draft or a proposal, among their own side.
    Commented,
    /// Somebody of their own side told them something in particular, in a comment.
    Told,
    /// Somebody of their own side gave them a draft to go on with.
    Assigned,
    /// A party disputes a record.
    Disputed,
    /// A party says that the languages of a record do not agree.
    Diverged,
}

/// Who is told of something.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Audience {
    /// Whoever may see what lies between the parties.
    Parties,
    /// The side that did it.
    Side,
    /// The one of that side who is named.
    Named,
    /// Whoever works here for a voice of the partnership: everyone may read it.
    Everyone,
}

impl NoticeKind {
    /// All of them.
    pub const ALL: [Self; 10] = [
        Self::Proposed,
        Self::Accepted,
        Self::Objected,
        Self::Withdrawn,
        Self::Agreed,
        Self::Commented,
        Self::Told,
        Self::Assigned,
        Self::Disputed,
        Self::Diverged,
    ];

    /// The code in messages.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Proposed => "proposed",
            Self::Accepted => "accepted",
            Self::Objected => "objected",
            Self::Withdrawn => "withdrawn",
            Self::Agreed => "agreed",
            Self::Commented => "commented",
            Self::Told => "told",
            Self::Assigned => "assigned",
            Self::Disputed => "disputed",
            Self::Diverged => "diverged",
        }
    }

    const fn audience(self) -> Audience {
        match self {
            Self::Proposed | Self::Accepted | Self::Objected | Self::Withdrawn => Audience::Parties,
            Self::Commented => Audience::Side,
            Self::Told | Self::Assigned => Audience::Named,
            Self::Agreed | Self::Disputed | Self::Diverged => Audience::Everyone,
        }
    }
}

/// Something that happened, as far as it decides who is told.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Happening {
    /// What.
    pub kind: NoticeKind,
    /// The partnership and the voice that did it.
    pub by: Seat,
    /// The account that acted, as entries write it.
    pub account: String,
    /// When, in seconds since 1970 UTC.
    pub at: i64,
    /// Whether it shows that there is a proposal that only the parties may see.
    pub is_between_parties: bool,
    /// The account that is meant in particular.
    pub to: Option<String>,
}

/// A role and since when somebody has it, in seconds since 1970 UTC.
pub type Held<'a> = (&'a Grant, i64);

impl Happening {
    /// The seat by which somebody is told of it: none if they did it themselves, if it happened
    /// before they had the role, or if no role of theirs may see it. `parties` are the voices of the
    /// partnership whose agreement it takes.
    pub fn told<'a>(
        &self,
        account: &str,
        held: &[Held<'a>],
        parties: &[String],
    ) -> Option<&'a Seat> {
        if account == self.account || !self.is_for(account) {
            return None;
        }
        let seats = held.iter().filter_map(|(grant, _)| grant.seat());
        let mut here = seats.filter(|seat| seat.partnership == self.by.partnership);
        here.find(|seat| {
            self.concerns(seat, parties) && self.needed().all(|action| self.had(held, action, seat))
        })
    }

    /// Whoever is named is told that they are, and not once more with the others.
    fn is_for(&self, account: &str) -> bool {
        let is_named = self.to.as_deref() == Some(account);
        is_named == (self.kind.audience() == Audience::Named)
    }

    fn concerns(&self, seat: &Seat, parties: &[String]) -> bool {
        let is_party = !self.is_secret() || parties.contains(&seat.voice);
        let is_meant = match self.kind.audience() {
            Audience::Side | Audience::Named => *seat == self.by,
            Audience::Parties | Audience::Everyone => true,
        };
        is_party && is_meant
    }

    /// Whether it may be known to the parties only.
    fn is_secret(&self) -> bool {
        self.is_between_parties || self.kind.audience() == Audience::Parties
    }

    fn needed(&self) -> impl Iterator<Item = Action> + use<> {
        let between = self.is_secret().then_some(Action::SeeProposals);
        std::iter::once(Action::SeeWorkspace).chain(between)
    }

    fn had(&self, held: &[Held<'_>], action: Action, seat: &Seat) -> bool {
        held.iter().any(|(grant, since)| {
            *since <= self.at && grant.may(action, &seat.partnership, &seat.voice)
        })
    }
}

/// How soon somebody wants mail about notices.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum MailChoice {
    /// As soon as something happens.
    AtOnce,
    /// Once a day.
    Daily,
    /// Once a week, on Monday.
    Weekly,
    /// Not at all.
    Never,
}

impl MailChoice {
    /// All of them, the most frequent first.
    pub const ALL: [Self; 4] = [Self::AtOnce, Self::Daily, Self::Weekly, Self::Never];

    /// The code in entries and forms.
    pub const fn code(self) -> &'static str {
        match self {
            Self::AtOnce => "at-once",
            Self::Daily => "daily",
            Self::Weekly => "weekly",
            Self::Never => "never",
        }
    }

    /// The one with this code.
    pub fn find(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|choice| choice.code() == code)
    }

    /// From when on a mail may tell of what happened at `at`; never where none is wanted. Times are
    /// in seconds since 1970 UTC, `hour` is the hour of the day, in UTC, at which mails of a day or
    /// week are sent. What has happened meanwhile goes with it, so that the oldest decides.
    pub fn due(self, at: i64, hour: u8) -> Option<i64> {
        let offset = i64::from(hour) * 3_600;
        let next = |first: i64, step: i64| {
            let since = at.saturating_sub(first).div_euclid(step).saturating_add(1);
            first.saturating_add(since.saturating_mul(step))
        };
        match self {
            Self::AtOnce => Some(at),
            Self::Daily => Some(next(offset, DAY)),
            Self::Weekly => Some(next(FIRST_MONDAY * DAY + offset, 7 * DAY)),
            Self::Never => None,
        }
    }
}

/// The first second that is still news.
pub const fn news_since(now: i64) -> i64 {
    now.saturating_sub(NEWS_DAYS * DAY)
}

#[cfg(test)]
mod tests;
