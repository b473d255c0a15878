//! What has become of a commitment, as far as documents say.
//!
//! Never: judges. A silent commitment may well have been kept; nobody recorded it.

use jiff::civil::Date;

use crate::Standing;
use crate::record::Course;

/// What has become of a commitment.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum CommitmentState {
    /// Its due date has passed and nothing has been recorded of it since: no document says that it
    /// rests or was ended, and no later commitment carries it on.
    Silent,
    /// It is owed, and it is not yet due or has no due date.
    Open,
    /// A later commitment carries it on.
    CarriedOn,
    /// It rests.
    Suspended,
    /// It was ended.
    Concluded,
    /// What it asked for was done.
    Complete,
    /// Whoever stated it took it back.
    Retracted,
}

impl CommitmentState {
    /// All of them, in the order of pages.
    pub const ALL: [Self; 7] = [
        Self::Silent,
        Self::Open,
        Self::CarriedOn,
        Self::Suspended,
        Self::Concluded,
        Self::Complete,
        Self::Retracted,
    ];

    /// The code in tables and addresses.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Silent => "silent",
            Self::Open => "open",
            Self::CarriedOn => "carried-on",
            Self::Suspended => "suspended",
            Self::Concluded => "concluded",
            Self::Complete => "complete",
            Self::Retracted => "retracted",
        }
    }

    /// The state with this code.
    pub fn find(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.code() == code)
    }

    /// What is recorded of a commitment, whatever the day: open, unless something settled it.
    pub const fn recorded(
        standing: Standing,
        course: Option<Course>,
        carried_on: Option<CarriedOn>,
    ) -> Self {
        match (standing, course, carried_on) {
            (Standing::Retracted, _, _) => Self::Retracted,
            (Standing::Concluded, _, _) | (_, Some(Course::Concluded), _) => Self::Concluded,
            (_, Some(Course::Complete), _) => Self::Complete,
            (Standing::Superseded, _, _) | (_, _, Some(CarriedOn)) => Self::CarriedOn,
            (_, Some(Course::Suspended), _) => Self::Suspended,
            (_, Some(Course::Ongoing | Course::Reactivated) | None, None) => Self::Open,
        }
    }

    /// The same on a day: an open commitment falls silent when its last day is over.
    #[must_use]
    pub fn on(self, today: Date, last_day: Option<Date>) -> Self {
        match (self, last_day) {
            (Self::Open, Some(last)) if last < today => Self::Silent,
            (state, _) => state,
        }
    }
}

/// A later commitment carries this one on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CarriedOn;

#[cfg(test)]
mod tests;
