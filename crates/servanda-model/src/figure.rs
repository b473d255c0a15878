//! Which figures belong together: a whole with its parts, and the same count at several meetings.
//!
//! Never: adds figures up. Parts of one whole may overlap.

use crate::RecordId;
use crate::record::Figure;

/// A figure among those that are shown together.
#[derive(Debug, Clone, Copy)]
pub struct Known<'figure> {
    /// The record.
    pub id: &'figure RecordId,
    /// Its facts.
    pub figure: &'figure Figure,
    /// What it is measured in, in any one language.
    pub unit: Option<&'figure str>,
    /// The series of the meetings it is compared over, where it is about a meeting.
    pub meetings: Option<&'figure RecordId>,
}

/// A figure by its place among those given, with the parts of it that were given.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Whole {
    /// Its place.
    pub place: usize,
    /// The figures that count a part of it, largest first.
    pub parts: Vec<Whole>,
}

impl Whole {
    /// It and all below it with their depth, each before its parts.
    pub fn flat(&self) -> Vec<(usize, usize)> {
        let mut flat = Vec::new();
        self.flatten(0, &mut flat);
        flat
    }

    fn flatten(&self, depth: usize, flat: &mut Vec<(usize, usize)>) {
        flat.push((self.place, depth));
        for part in &self.parts {
            part.flatten(depth + 1, flat);
        }
    }
}

/// Figures that are shown as one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Group {
    /// A figure and the parts it has.
    Nested(Whole),
    /// The same count at several meetings of one series in one year, largest first.
    Alike(Vec<usize>),
    /// A figure by itself.
    Alone(usize),
}

/// Puts figures together. Every one of them is in exactly one group; groups stand where the first
/// of their figures stood.
pub fn groups(figures: &[Known<'_>]) -> Vec<Group> {
    let wholes = wholes(figures);
    let mut alike: Vec<(Likeness<'_>, Vec<usize>)> = Vec::new();
    for whole in &wholes {
        let Some(likeness) = likeness(figures, whole) else { continue };
        match alike.iter_mut().find(|(known, _)| *known == likeness) {
            Some((_, places)) => places.push(whole.place),
            None => alike.push((likeness, vec![whole.place])),
        }
    }
    alike.retain(|(_, places)| places.len() > 1);
    let mut groups = Vec::new();
    for whole in wholes {
        let found = alike.iter().find(|(_, places)| places.contains(&whole.place));
        match found {
            Some((_, places)) if places.first() == Some(&whole.place) => {
                groups.push(Group::Alike(largest_first(figures, places)));
            }
            Some(_) => {}
            None if whole.parts.is_empty() => groups.push(Group::Alone(whole.place)),
            None => groups.push(Group::Nested(whole)),
        }
    }
    groups
}

/// Figures with the parts they have. A part whose whole was not given stands by itself, and so do
/// figures that are said to be parts of each other in a circle.
pub fn wholes(figures: &[Known<'_>]) -> Vec<Whole> {
    let place_of = |id: &RecordId| figures.iter().position(|known| known.id == id);
    let over: Vec<Option<usize>> =
        figures.iter().map(|known| known.figure.part_of.as_ref().and_then(place_of)).collect();
    let up = |place: usize| over.get(place).copied().flatten();
    // From whatever has no whole every part is reached once; what is left goes round in a circle.
    let is_in_circle = |place: usize| {
        let mut at = up(place);
        for _step in figures {
            match at {
                Some(found) if found == place => return true,
                Some(found) => at = up(found),
                None => return false,
            }
        }
        false
    };
    let over: Vec<Option<usize>> =
        (0..figures.len()).map(|place| up(place).filter(|_| !is_in_circle(place))).collect();
    let mut parts: Vec<Vec<usize>> = vec![Vec::new(); figures.len()];
    for (place, whole) in over.iter().enumerate() {
        if let Some(parts) = whole.and_then(|whole| parts.get_mut(whole)) {
            parts.push(place);
        }
    }
    let parts: Vec<Vec<usize>> = parts.iter().map(|parts| largest_first(figures, parts)).collect();
    let roots = over.iter().enumerate().filter(|(_, whole)| whole.is_none());
    roots.map(|(place, _)| build(place, &parts)).collect()
}

fn build(place: usize, parts: &[Vec<usize>]) -> Whole {
    let below = parts.get(place).map_or(&[][..], Vec::as_slice);
    Whole { place, parts: below.iter().map(|part| build(*part, parts)).collect() }
}

/// What figures must have in common to be drawn side by side.
type Likeness<'figure> = (&'figure RecordId, &'figure str, i16);

fn likeness<'figure>(figures: &[Known<'figure>], whole: &Whole) -> Option<Likeness<'figure>> {
    let known = figures.get(whole.place).filter(|_| whole.parts.is_empty())?;
    let counts = known.figure.measure.map(crate::record::Measure::code).or(known.unit)?;
    number(known.figure)?;
    Some((known.meetings?, counts, known.figure.when.key_day().year()))
}

fn largest_first(figures: &[Known<'_>], places: &[usize]) -> Vec<usize> {
    let value = |place: &usize| figures.get(*place).and_then(|known| number(known.figure));
    let mut sorted = places.to_vec();
    sorted.sort_by(|a, b| value(b).partial_cmp(&value(a)).unwrap_or(std::cmp::Ordering::Equal));
    sorted
}

/// The number of a figure, if it is one that can be drawn: not below nought.
pub fn number(figure: &Figure) -> Option<f64> {
    figure.value.parse::<f64>().ok().filter(|number| number.is_finite() && *number >= 0.0)
}

/// How much of a whole a part is, from 0 to 1; none where the numbers do not say.
pub fn share(part: &Figure, whole: &Figure) -> Option<f64> {
    let (part, whole) = (number(part)?, number(whole)?);
    (whole > 0.0 && part <= whole).then_some(part / whole)
}

#[cfg(test)]
mod tests;
