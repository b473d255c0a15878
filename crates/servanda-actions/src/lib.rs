//! Every change to the record, one function each; the only crate that appends to journals.
//!
//! Never: HTTP, HTML, clocks, chance. When an action happens, and the salts it needs, are given
//! to it in [`By`].
//!
//! Words: an [`Office`] is one installation's ground state and register. A *refusal* is the rules
//! saying no; a *failure* is the machine's.

pub mod agreement;
pub mod dataset;
pub mod documents;
mod draft;
pub mod drafts;
mod erase;
mod load;
pub mod notices;
mod office;
mod outcome;
pub mod people;
mod retract;
mod reveal;
pub mod texts;

pub use dataset::DataSet;
pub use erase::{
    ChosenText, ERASED_TOGETHER_MAX, EraseRefusal, EraseTextsRefusal, NotErased, erase, erase_texts,
};
pub use load::{DocumentCopy, LoadRefusal, Loaded, load};
pub use office::{FolderError, Office, OfficeError, Opened, Writing};
pub use outcome::{Failure, NotDone};
pub use people::{Invited, NewAccount, PeopleRefusal, Session, VISITOR};
pub use servanda_entry::Ground as ErasureGround;

pub use retract::{RetractRefusal, retract};
pub use reveal::{REVEALED_TOGETHER_MAX, RevealRefusal, reveal};

/// Who acts, when, and the chance the act needs.
pub struct By<'chance> {
    /// The pseudonymous id of an account, or `operator` for the command line.
    pub account: &'chance str,
    /// Seconds since 1970 UTC.
    pub at: i64,
    /// Draws 32 bytes that nobody can guess.
    pub chance: &'chance mut dyn FnMut() -> [u8; 32],
}

impl std::fmt::Debug for By<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("By").field("account", &self.account).field("at", &self.at).finish()
    }
}

/// The account that stands in entries for whoever runs the command line.
pub const OPERATOR: &str = "operator";
