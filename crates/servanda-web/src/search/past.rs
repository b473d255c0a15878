//! Indexes of other days: made in memory from the view of the moment when a reader first searches
//! it, so that what is searched is the wording of that day.

use std::sync::{Arc, Mutex, PoisonError};

use servanda_register::{Moment, View};
use servanda_search::Index;

use super::items;
use crate::answer::PageError;

/// Records of a moment whose index is made when it is asked for. A register with more is searched
/// as it is today, and what the moment does not have is left out.
const PAST_RECORDS_MAX: usize = 20_000;
/// Indexes of other days that are kept, those asked for last.
const PAST_INDEXES_MAX: usize = 4;

/// The indexes of other days that are kept, the one asked for last at the end.
#[derive(Default)]
pub(crate) struct PastIndexes(Mutex<Vec<(Asked, Arc<Index>)>>);

/// The growth of the register, and the moment of it.
type Asked = (u64, Moment);

impl PastIndexes {
    /// The index of the moment of a view; none where that has too many records.
    ///
    /// One is made at a time: whoever asks for the same meanwhile waits for it.
    pub(crate) fn of(&self, view: &View<'_>) -> Result<Option<Arc<Index>>, PageError> {
        let asked = (view.growth(), view.moment().clone());
        let mut kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let index = match kept.iter().position(|(of, _)| *of == asked) {
            Some(place) => kept.remove(place).1,
            None if view.every_id()?.len() > PAST_RECORDS_MAX => return Ok(None),
            None => Arc::new(Index::in_memory(items(view)?)?),
        };
        kept.push((asked, Arc::clone(&index)));
        let surplus = kept.len().saturating_sub(PAST_INDEXES_MAX);
        kept.drain(..surplus);
        Ok(Some(index))
    }

    /// Forgets all of them.
    pub(crate) fn clear(&self) {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).clear();
    }
}
