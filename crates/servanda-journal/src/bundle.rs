//! What an entry bundle holds: each entry with its length before it, as a
//! 16-bit number, most significant byte first.

use crate::ENTRY_SIZE_BYTES_MAX;

/// An entry longer than a journal takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("an entry of {size_bytes} bytes, where {ENTRY_SIZE_BYTES_MAX} is the most")]
pub struct EntryTooLong {
    /// Its length.
    pub size_bytes: usize,
}

/// A bundle that cannot be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum BundleError {
    /// It ends inside an entry, or before one.
    #[error("the bundle ends too early")]
    Truncated,
    /// There is more after the last entry.
    #[error("the bundle goes on after its last entry")]
    TrailingBytes,
    /// An entry is longer than a journal takes.
    #[error(transparent)]
    EntryTooLong(#[from] EntryTooLong),
}

/// Writes entries as a bundle.
pub fn encode<T: AsRef<[u8]>>(entries: &[T]) -> Result<Vec<u8>, EntryTooLong> {
    let mut bytes = Vec::new();
    for entry in entries {
        let entry = entry.as_ref();
        bytes.extend(length(entry)?.to_be_bytes());
        bytes.extend(entry);
    }
    Ok(bytes)
}

/// Reads a bundle of exactly `width` entries.
pub fn decode(bytes: &[u8], width: u16) -> Result<Vec<&[u8]>, BundleError> {
    let mut entries = Vec::with_capacity(usize::from(width));
    let mut rest = bytes;
    for _ in 0..width {
        let (length, after) = rest.split_first_chunk::<2>().ok_or(BundleError::Truncated)?;
        let size_bytes = usize::from(u16::from_be_bytes(*length));
        if size_bytes > ENTRY_SIZE_BYTES_MAX {
            return Err(EntryTooLong { size_bytes }.into());
        }
        let (entry, after) = after.split_at_checked(size_bytes).ok_or(BundleError::Truncated)?;
        entries.push(entry);
        rest = after;
    }
    if rest.is_empty() { Ok(entries) } else { Err(BundleError::TrailingBytes) }
}

fn length(entry: &[u8]) -> Result<u16, EntryTooLong> {
    let size_bytes = entry.len();
    u16::try_from(size_bytes)
        .ok()
        .filter(|_| size_bytes <= ENTRY_SIZE_BYTES_MAX)
        .ok_or(EntryTooLong { size_bytes })
}

#[cfg(test)]
mod tests;
