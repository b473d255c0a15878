//! `servanda read`: findings of any documents, without an installation.

use crate::command;
use crate::outcome::Done;

pub(crate) fn run(_asked: &command::Read) -> Done {
    Ok(())
}
