//! The nouns and rules of the register: what is thought about, in plain values.
//!
//! Never: input or output, clocks, chance, serialisation. What is written down lives in
//! `servanda-entry`, what is stored in `servanda-register`, what is shown in `servanda-web`.
//!
//! Words: a [`Record`] is anything with an address in the register; it has [`Facts`] (structure),
//! texts by [`Role`] and [`Language`], and the [`Passage`]s it rests on. Its [`Standing`] says how
//! it came to be there.

pub mod account;
pub mod agreement;
pub mod concordance;
pub mod figure;
pub mod hygiene;
pub mod id;
pub mod language;
pub mod likeness;
pub mod notice;
pub mod passage;
pub mod permission;
pub mod reach;
pub mod reading;
pub mod record;
pub mod standing;
pub mod state;
pub mod succession;
pub mod term;
pub mod text;
pub mod turn;
pub mod when;

pub use account::AccountId;
pub use id::RecordId;
pub use language::Language;
pub use notice::{MailChoice, NoticeKind};
pub use passage::Passage;
pub use permission::{AccountRole, Action, Grant, Seat};
pub use reach::Reach;
pub use reading::{Finding, FindingKind, FindingPlace, Reading};
pub use record::{Facts, Kind, Lens, Record, Relation};
pub use standing::Standing;
pub use state::CommitmentState;
pub use text::{Multilingual, Role};
pub use when::When;
