//! PDF: named, and not read yet.

use servanda_reading::{Extract, Unreadable};

use crate::limits::Limits;

/// Says that PDF is not read yet.
pub(crate) fn extract(_bytes: &[u8], _limits: &Limits) -> Result<Extract, Unreadable> {
    Err(Unreadable::Binary { format: "PDF".into() })
}
