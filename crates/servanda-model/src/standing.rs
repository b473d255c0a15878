//! How a record came to stand in the register (`docs/format.md` §8). Pages never blur these.

/// The standing of a record.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Standing {
    /// Rests on a published document, as stated by one voice.
    Documented,
    /// Put by one party to the others.
    Proposed,
    /// Agreed by all parties to the same words.
    Agreed,
    /// Replaced by a later agreed version.
    Superseded,
    /// Ended by agreement.
    Concluded,
    /// Taken back by its author; it stays visible with the reason.
    Retracted,
}

impl Standing {
    /// All of them, in the order of a record's life.
    pub const ALL: [Self; 6] = [
        Self::Documented,
        Self::Proposed,
        Self::Agreed,
        Self::Superseded,
        Self::Concluded,
        Self::Retracted,
    ];

    /// The code in tables and addresses.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Documented => "documented",
            Self::Proposed => "proposed",
            Self::Agreed => "agreed",
            Self::Superseded => "superseded",
            Self::Concluded => "concluded",
            Self::Retracted => "retracted",
        }
    }

    /// The standing with this code.
    pub fn find(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|standing| standing.code() == code)
    }
}
