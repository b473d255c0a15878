//! Who may do what: one table, and no other place decides.
//!
//! An administrator keeps the accounts and nothing else: whoever can give a right must not use it.

use std::collections::BTreeSet;

/// What an account is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum AccountRole {
    /// Keeps the accounts of the installation; cannot change or sign content.
    Administrator,
    /// States what published documents say.
    Registrar,
    /// Drafts for a side; does not bind it.
    Officer,
    /// Chairs a side and binds it.
    CoChair,
    /// The secretariat of a side: drafts, and binds it.
    Secretariat,
    /// Speaks in the name of an observer; binds nobody.
    Observer,
    /// Takes part for a side, from another institution; binds nobody.
    Delegate,
}

/// What somebody may or may not do.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Action {
    /// Make, invite and close accounts, give and take roles.
    ManageAccounts,
    /// See the workspace of a voice: its drafts and comments.
    SeeWorkspace,
    /// See what lies between the parties: proposals and their answers.
    SeeProposals,
    /// Write a draft in the workspace of a voice.
    Draft,
    /// Comment on a draft or a proposal, on one's own side.
    Comment,
    /// Propose a version of a joint record to the other side.
    Propose,
    /// Accept what the other side proposed.
    Accept,
    /// Object to what the other side proposed.
    Object,
    /// Take back what one's own side proposed.
    Withdraw,
    /// Open to everyone what one's own side had said to the parties alone.
    Reveal,
    /// Erase words that one's own voice had recorded.
    Erase,
    /// State a record that rests on published documents.
    StateDocumented,
    /// State a record of one's own voice: a progress statement, an assessment, a response.
    StateOwn,
}

/// A partnership and one of its voices.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Seat {
    /// The partnership, as in the names of its journals: `canada-mexico`.
    pub partnership: String,
    /// The voice, as in the names of its journals: `ca`, `mx`, `registrar`.
    pub voice: String,
}

/// A role that an account has been given.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Grant {
    role: AccountRole,
    seat: Option<Seat>,
}

/// A role goes with a partnership and a voice, and only the administrator's goes without.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum NotAGrant {
    /// The role is of one voice, and none is named.
    #[error("the role needs a partnership and a voice, such as canada-mexico and ca")]
    NoSeat,
    /// The role is of the installation, and a voice is named.
    #[error("an administrator has no partnership and no voice: leave both out")]
    SeatOfInstallation,
    /// The name of a partnership or voice cannot stand in the name of a journal.
    #[error("a partnership or voice is named with a-z, 0-9 and hyphens, 40 at most")]
    NotASegment,
}

/// Characters in the name of a partnership or voice.
const SEGMENT_LENGTH_MAX: usize = 40;

impl AccountRole {
    /// All of them, in the order they are listed in.
    pub const ALL: [Self; 7] = [
        Self::Administrator,
        Self::Registrar,
        Self::CoChair,
        Self::Secretariat,
        Self::Officer,
        Self::Delegate,
        Self::Observer,
    ];

    /// The code in entries, forms and on the command line.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Administrator => "administrator",
            Self::Registrar => "registrar",
            Self::Officer => "officer",
            Self::CoChair => "co-chair",
            Self::Secretariat => "secretariat",
            Self::Observer => "observer",
            Self::Delegate => "delegate",
        }
    }

    /// The role with this code.
    pub fn find(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|role| role.code() == code)
    }

    /// Whether it is a role of the whole installation, not of one voice.
    pub const fn is_of_installation(self) -> bool {
        matches!(self, Self::Administrator)
    }

    /// Whether the role may do this, for the voice it was given for.
    pub const fn may(self, action: Action) -> bool {
        match action {
            Action::ManageAccounts => matches!(self, Self::Administrator),
            Action::SeeWorkspace | Action::Draft | Action::Comment => {
                !matches!(self, Self::Administrator)
            }
            // What lies between the parties is for the parties: not for observers, and not for
            // whoever keeps the register.
            Action::SeeProposals => {
                matches!(self, Self::Officer | Self::CoChair | Self::Secretariat | Self::Delegate)
            }
            Action::Propose
            | Action::Accept
            | Action::Object
            | Action::Withdraw
            | Action::Reveal => matches!(self, Self::CoChair | Self::Secretariat),
            // Whoever speaks for a voice takes back its words, and nobody else's.
            Action::Erase => {
                matches!(self, Self::CoChair | Self::Secretariat | Self::Registrar | Self::Observer)
            }
            Action::StateDocumented => matches!(self, Self::Registrar),
            Action::StateOwn => {
                matches!(self, Self::CoChair | Self::Secretariat | Self::Observer)
            }
        }
    }
}

impl Action {
    /// All of them.
    pub const ALL: [Self; 13] = [
        Self::ManageAccounts,
        Self::SeeWorkspace,
        Self::SeeProposals,
        Self::Draft,
        Self::Comment,
        Self::Propose,
        Self::Accept,
        Self::Object,
        Self::Withdraw,
        Self::Reveal,
        Self::Erase,
        Self::StateDocumented,
        Self::StateOwn,
    ];
}

impl Grant {
    /// A role, with the seat it is given for.
    pub fn new(role: AccountRole, seat: Option<Seat>) -> Result<Self, NotAGrant> {
        match &seat {
            None if !role.is_of_installation() => Err(NotAGrant::NoSeat),
            Some(_) if role.is_of_installation() => Err(NotAGrant::SeatOfInstallation),
            Some(seat) if !is_segment(&seat.partnership) || !is_segment(&seat.voice) => {
                Err(NotAGrant::NotASegment)
            }
            None | Some(_) => Ok(Self { role, seat }),
        }
    }

    /// The grant of whoever keeps the accounts.
    pub const fn administrator() -> Self {
        Self { role: AccountRole::Administrator, seat: None }
    }

    /// The role.
    pub const fn role(&self) -> AccountRole {
        self.role
    }

    /// The partnership and voice it is for; none for an administrator.
    pub const fn seat(&self) -> Option<&Seat> {
        self.seat.as_ref()
    }

    /// Whether it lets somebody do this for a voice of a partnership.
    pub fn may(&self, action: Action, partnership: &str, voice: &str) -> bool {
        let here = |seat: &Seat| seat.partnership == partnership && seat.voice == voice;
        self.role.may(action) && self.seat.as_ref().is_none_or(here)
    }
}

/// The voices of a partnership for which somebody with these roles may do this, each once, in order.
pub fn voices<'grant>(
    grants: impl IntoIterator<Item = &'grant Grant>,
    action: Action,
    partnership: &str,
) -> BTreeSet<&'grant str> {
    let may = grants.into_iter().filter(|grant| grant.role.may(action));
    let seats = may.filter_map(Grant::seat).filter(|seat| seat.partnership == partnership);
    seats.map(|seat| seat.voice.as_str()).collect()
}

/// Whether a text may be the name of a partnership or voice.
fn is_segment(text: &str) -> bool {
    (1..=SEGMENT_LENGTH_MAX).contains(&text.len())
        && text
            .bytes()
            .all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-')
}

#[cfg(test)]
mod tests;
