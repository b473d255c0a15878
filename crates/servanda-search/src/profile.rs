//! Profiles: what items have in common apart from their words.
//!
//! All passages of a document, and many records of a body, have the same values of every facet.
//! Each such set of values is kept once, as a *profile*; an item has the number of its profile. So
//! that counting costs little: matches are counted by profile, and profiles by value afterwards.

use std::collections::BTreeMap;
use std::ops::Range;

use tantivy::columnar::Column;
use tantivy::{DocId, SegmentReader, TantivyError};

use crate::tally::Bits;
use crate::{Facet, Item, Language, Query};

/// The column of profiles.
pub(crate) const PROFILE: &str = "profile";
/// The column of records.
pub(crate) const RECORD: &str = "record";
/// The column of days.
pub(crate) const DAY: &str = "day";

/// Stands between the values of a written profile; nothing else has it.
const SEPARATOR: char = '\u{1f}';
/// The name under which a partnership stands in a written profile.
const PARTNERSHIP: &str = "in";

/// The bit of what lies outside the partnership asked for.
pub(crate) const OUTSIDE: u16 = 1 << 15;

/// The values of an item as they are written into the index.
pub(crate) fn written(item: &Item) -> String {
    let mut pairs: Vec<(&str, &str)> = vec![
        (PARTNERSHIP, &item.partnership),
        (Facet::Kind.code(), &item.kind),
        (Facet::Standing.code(), &item.standing),
        (Facet::Language.code(), item.language.tag()),
    ];
    pairs.extend(item.date.as_deref().and_then(|date| date.get(..4)).map(|year| ("year", year)));
    pairs.extend(item.facets.iter().map(|(facet, value)| (facet.code(), value.as_str())));
    pairs.sort_unstable();
    pairs.dedup();
    let mut written = String::new();
    for (name, value) in pairs {
        if !written.is_empty() {
            written.push(SEPARATOR);
        }
        written.push_str(name);
        written.push('=');
        written.extend(value.chars().filter(|c| *c != SEPARATOR));
    }
    written
}

/// A date as a number that sorts like it; zero for none.
pub(crate) fn day(date: Option<&str>) -> u64 {
    let digits: String =
        date.unwrap_or_default().chars().filter(char::is_ascii_digit).take(8).collect();
    if digits.len() == 8 { digits.parse().unwrap_or(0) } else { 0 }
}

/// A set of values.
#[derive(Debug, Default)]
struct Profile {
    partnership: String,
    language: Option<Language>,
    /// Its own of [`Profiles::values_of`].
    values: Range<usize>,
}

/// What was counted of a profile.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Counted {
    /// Which.
    pub(crate) profile: usize,
    /// The bits of the filters it does not pass.
    pub(crate) verdict: u16,
    /// Items that match.
    pub(crate) items: u32,
    /// Records that match.
    pub(crate) records: u32,
}

/// All profiles of an index, and which item has which.
pub(crate) struct Profiles {
    profiles: Vec<Profile>,
    /// The values of the profiles, one profile after the other: places in `values`.
    values_of: Vec<u32>,
    /// Every value of every facet, once.
    values: Vec<(Facet, String)>,
    /// The bit of the facet of each value.
    facets: Vec<u16>,
    of_item: Vec<u32>,
    /// Items whose record has others: few, so that for most nothing else is looked up.
    with_others: Bits,
    /// For each item, the next of the same record, in a ring: itself where there is no other.
    next: Vec<u32>,
    records: Option<Column<u64>>,
    days: Option<Column<u64>>,
}

impl Profiles {
    /// Reads them; without a segment there are none.
    pub(crate) fn open(segment: Option<&SegmentReader>) -> tantivy::Result<Self> {
        let mut profiles = Self {
            profiles: Vec::new(),
            values_of: Vec::new(),
            values: Vec::new(),
            facets: Vec::new(),
            of_item: Vec::new(),
            with_others: Bits::new(0),
            next: Vec::new(),
            records: None,
            days: None,
        };
        if let Some(segment) = segment {
            profiles.read(segment)?;
        }
        Ok(profiles)
    }

    fn read(&mut self, segment: &SegmentReader) -> tantivy::Result<()> {
        let columns = segment.fast_fields();
        let missing = |name: &str| TantivyError::SchemaError(format!("no column {name}"));
        let profiles = columns.str(PROFILE)?.ok_or_else(|| missing(PROFILE))?;
        let records = columns.str(RECORD)?.ok_or_else(|| missing(RECORD))?;
        let mut places: BTreeMap<(Facet, String), u32> = BTreeMap::new();
        for (_, ordinal) in (0..profiles.num_terms()).zip(0..) {
            let mut written = String::new();
            profiles.ord_to_str(ordinal, &mut written)?;
            let profile = self.profile(&written, &mut places);
            self.profiles.push(profile);
        }
        let ordinals = profiles.ords();
        self.of_item = (0..segment.max_doc())
            .map(|item| ordinals.first(item).and_then(|it| u32::try_from(it).ok()).unwrap_or(0))
            .collect();
        self.next = rings(records.ords(), segment.max_doc(), records.num_terms());
        self.with_others = Bits::new(self.next.len());
        for (item, next) in (0..).zip(&self.next) {
            if item != *next {
                self.with_others.insert(item);
            }
        }
        self.records = Some(records.ords().clone());
        self.days = Some(columns.u64(DAY)?);
        Ok(())
    }

    fn profile(&mut self, written: &str, places: &mut BTreeMap<(Facet, String), u32>) -> Profile {
        let first = self.values_of.len();
        let mut profile = Profile::default();
        for (name, value) in written.split(SEPARATOR).filter_map(|pair| pair.split_once('=')) {
            if name == PARTNERSHIP {
                value.clone_into(&mut profile.partnership);
            }
            let Some(facet) = Facet::find(name) else { continue };
            if facet == Facet::Language {
                profile.language = Language::parse(value).ok();
            }
            let value = (facet, value.to_owned());
            let next = u32::try_from(self.values.len()).unwrap_or(u32::MAX);
            let place = *places.entry(value.clone()).or_insert(next);
            if place == next {
                self.facets.push(facet.bit());
                self.values.push(value);
            }
            self.values_of.push(place);
        }
        profile.values = first..self.values_of.len();
        profile
    }

    /// How many there are.
    pub(crate) fn len(&self) -> usize {
        self.profiles.len()
    }

    /// How many items there are.
    pub(crate) fn item_count(&self) -> usize {
        self.of_item.len()
    }

    /// The profile of an item.
    #[inline]
    pub(crate) fn of(&self, item: DocId) -> usize {
        self.of_item.get(at(item)).copied().map(at).unwrap_or_default()
    }

    /// The next item of the same record; itself where there is no other.
    #[inline]
    pub(crate) fn next(&self, item: DocId) -> DocId {
        if self.with_others.contains(item) {
            self.next.get(at(item)).copied().unwrap_or(item)
        } else {
            item
        }
    }

    /// The place of an item's record among all records.
    pub(crate) fn record(&self, item: DocId) -> u64 {
        self.records.as_ref().and_then(|records| records.first(item)).unwrap_or_default()
    }

    /// The day of an item; zero for none.
    pub(crate) fn day(&self, item: DocId) -> u64 {
        self.days.as_ref().and_then(|days| days.first(item)).unwrap_or_default()
    }

    /// The language of an item.
    pub(crate) fn language(&self, item: DocId) -> Option<Language> {
        self.profiles.get(self.of(item)).and_then(|profile| profile.language)
    }

    /// For each profile, the bits of the filters it does not pass.
    pub(crate) fn verdicts(&self, query: &Query) -> Vec<u16> {
        if query.filters.is_empty() && query.partnership.is_none() {
            return vec![0; self.profiles.len()];
        }
        let asked: u16 = query.filters.keys().map(|facet| facet.bit()).sum();
        let wished: Vec<bool> = self
            .values
            .iter()
            .map(|(facet, value)| query.filters.get(facet) == Some(value))
            .collect();
        let verdict = |profile: &Profile| {
            let outside = query.partnership.as_ref().is_some_and(|it| *it != profile.partnership);
            let mut left = asked;
            for place in self.values_of(profile) {
                if wished.get(place) == Some(&true) {
                    left &= !self.facets.get(place).copied().unwrap_or_default();
                }
            }
            if outside { OUTSIDE } else { left }
        };
        self.profiles.iter().map(verdict).collect()
    }

    /// The places of the values of a profile.
    fn values_of(&self, profile: &Profile) -> impl Iterator<Item = usize> {
        self.values_of.get(profile.values.clone()).unwrap_or_default().iter().map(|it| at(*it))
    }

    /// Counts values by what was counted by profile.
    pub(crate) fn count(&self, counted: &[Counted]) -> Vec<(Facet, Vec<(String, usize)>)> {
        let mut counts = vec![0_usize; self.values.len()];
        for counted in counted {
            let Some(profile) = self.profiles.get(counted.profile) else { continue };
            for place in self.values_of(profile) {
                let facet = self.facets.get(place).copied().unwrap_or_default();
                if counted.verdict & !facet != 0 {
                    continue;
                }
                // A record speaks each language once, and has every other value once.
                let is_language = facet == Facet::Language.bit();
                let number = if is_language { counted.items } else { counted.records };
                if let Some(count) = counts.get_mut(place) {
                    *count = count.saturating_add(at(number));
                }
            }
        }
        let mut facets = Vec::new();
        for facet in Facet::ALL {
            let found = self.values.iter().zip(&counts);
            let mut values: Vec<(String, usize)> = found
                .filter(|((of, _), count)| *of == facet && **count > 0)
                .map(|((_, value), count)| (value.clone(), *count))
                .collect();
            values.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
            if !values.is_empty() {
                facets.push((facet, values));
            }
        }
        facets
    }
}

/// Ties the items of each record into a ring.
fn rings(records: &Column<u64>, item_count: DocId, record_count: usize) -> Vec<u32> {
    let mut next: Vec<u32> = (0..item_count).collect();
    let mut ends: Vec<Option<(u32, u32)>> = vec![None; record_count];
    for item in 0..item_count {
        let record = records.first(item).and_then(|record| usize::try_from(record).ok());
        let Some(ends) = record.and_then(|record| ends.get_mut(record)) else { continue };
        let (first, last) = ends.unwrap_or((item, item));
        if last != item {
            for (from, to) in [(last, item), (item, first)] {
                if let Some(next) = next.get_mut(at(from)) {
                    *next = to;
                }
            }
        }
        *ends = Some((first, item));
    }
    next
}

/// A number of the index as a place in a list.
pub(crate) fn at(number: u32) -> usize {
    usize::try_from(number).unwrap_or(usize::MAX)
}
