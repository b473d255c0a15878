//! Whose turn it is: parties that host a series one after the other.

use crate::RecordId;

/// A meeting of a series that was held: its number and who hosted, if known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Numbered<'series> {
    /// Its number in the series.
    pub number: u32,
    /// The party that hosted.
    pub host: Option<&'series RecordId>,
}

/// The next meeting of a series.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Turn<'series> {
    /// Its number.
    pub number: u32,
    /// The party whose turn it is.
    pub host: &'series RecordId,
    /// Who hosted last.
    pub last_host: &'series RecordId,
    /// Whether the last two meetings show that the parties take turns.
    pub alternates: bool,
}

/// The next meeting of a series and whose turn it is to host, by alternation: the party that has
/// not hosted for the longest time. `None` where the last meeting has no known host among the
/// parties, or there is nobody to take turns with.
pub fn next<'series>(
    held: &[Numbered<'series>],
    parties: &'series [RecordId],
) -> Option<Turn<'series>> {
    let last = held.iter().max_by_key(|meeting| meeting.number)?;
    let last_host = last.host.filter(|host| parties.contains(host))?;
    let hosted = |party: &RecordId| {
        held.iter().filter(|it| it.host == Some(party)).map(|it| it.number).max()
    };
    // Who never hosted comes before everybody who did.
    let host = parties.iter().filter(|party| *party != last_host).min_by_key(|it| hosted(it))?;
    let before = held.iter().filter(|it| it.number < last.number).max_by_key(|it| it.number);
    let alternates = before.and_then(|it| it.host).is_some_and(|before| before != last_host);
    Some(Turn { number: last.number + 1, host, last_host, alternates })
}

#[cfg(test)]
mod tests;
