//! What goes on beside the pages and may run twice: mail about notices.
//!
//! Never: decides who is told of what, which `servanda-model` does, or writes the words, which
//! `servanda-web` does. Has no clock: it is told when it is.
//!
//! Words: the [`Outbox`] is what is due, derived from the journals; a *step* begins or goes on with
//! one mail; [`Smtp`] hands a letter to a mail server.

pub mod outbox;
pub mod smtp;

pub use outbox::{Outbox, Step};
pub use smtp::{Smtp, SmtpSettings, Tls};
