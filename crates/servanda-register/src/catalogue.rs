//! Catalogues: the commitments of a partnership in the order of their list, with the set of those
//! that have each value of each facet.
//!
//! Counting a million rows takes a database longer than a reader waits; counting the bits two sets
//! share takes microseconds. A catalogue is made from the tables of one moment when it is first
//! asked for, and kept until the journals grow. Never the only copy of anything.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, PoisonError};

use jiff::civil::Date;
use roaring::RoaringBitmap;
use servanda_model::{CommitmentState, RecordId};

use crate::RegisterError;
use crate::glance::Tally;
use crate::query::{CommitmentFilter, Due, Facet, FacetValue, Placed};
use crate::view::View;

/// Catalogues kept at once; the one that was not asked for longest goes first.
const CATALOGUES_MAX: usize = 8;
/// Days for which a catalogue keeps what is past due.
const DAYS_MAX: usize = 4;

/// The catalogues that are kept.
#[derive(Debug, Default)]
pub(crate) struct Shelf {
    kept: Mutex<Vec<(Key, Arc<Catalogue>)>>,
}

/// What a catalogue was made of: a partnership, the sizes of the journals, and the day on which it
/// must have been true.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Key {
    partnership: String,
    sizes: Vec<(String, i64)>,
    on: Option<Date>,
}

impl Shelf {
    /// The catalogue of a partnership at the moment of a view.
    pub(crate) fn of(
        &self,
        view: &View<'_>,
        partnership: &str,
    ) -> Result<Arc<Catalogue>, RegisterError> {
        let sizes = view.all("SELECT origin, size FROM journals ORDER BY origin", [], |row| {
            Ok((row.get(0)?, row.get(1)?))
        })?;
        let key = Key { partnership: partnership.to_owned(), sizes, on: view.moment().on };
        // Whoever comes while one is made waits for it instead of making another.
        let mut kept = self.kept.lock().unwrap_or_else(PoisonError::into_inner);
        let found = kept.iter().position(|(known, _)| *known == key);
        let catalogue = match found {
            Some(at) => kept.remove(at).1,
            None => Arc::new(Catalogue::make(view, partnership)?),
        };
        kept.insert(0, (key, Arc::clone(&catalogue)));
        kept.truncate(CATALOGUES_MAX);
        Ok(catalogue)
    }
}

/// The commitments of a partnership at one moment. Places count from 0, the newest first.
#[derive(Debug, Default)]
pub(crate) struct Catalogue {
    /// The bits of the identifiers, by place.
    ids: Vec<u64>,
    /// The same in the order of identifiers, with the places.
    places: Vec<(u64, u32)>,
    everything: RoaringBitmap,
    /// The places that have each value of each facet that does not depend on the day.
    sets: BTreeMap<(Facet, String), RoaringBitmap>,
    /// The last days on which commitments are due, in order, with their places.
    due: Vec<(Date, u32)>,
    days: Mutex<Vec<(Date, Arc<DaySets>)>>,
}

/// What depends on the day that due dates are held against.
#[derive(Debug, Default)]
struct DaySets {
    passed: RoaringBitmap,
    ahead: RoaringBitmap,
    undated: RoaringBitmap,
    silent: RoaringBitmap,
    open: RoaringBitmap,
}

impl Catalogue {
    fn make(view: &View<'_>, partnership: &str) -> Result<Self, RegisterError> {
        let mut catalogue = Self::default();
        catalogue.read_commitments(view, partnership)?;
        let last = u32::try_from(catalogue.ids.len()).map_err(too_many)?;
        catalogue.everything.insert_range(0..last);
        catalogue.places = catalogue.ids.iter().copied().zip(0..).collect();
        catalogue.places.sort_unstable();
        catalogue.read_links(view, partnership)?;
        catalogue.read_lenses(view)?;
        catalogue.due.sort_unstable();
        for facet in [Facet::Body, Facet::Section] {
            let nowhere = catalogue.without(facet);
            if !nowhere.is_empty() {
                catalogue.sets.insert((facet, Placed::NOWHERE.to_owned()), nowhere);
            }
        }
        Ok(catalogue)
    }

    /// The places that have no value of a facet.
    fn without(&self, facet: Facet) -> RoaringBitmap {
        let mut left = self.everything.clone();
        for (_, set) in self.lasting(facet) {
            left -= set;
        }
        left
    }

    /// The values of a facet that do not depend on the day, with their places.
    fn lasting(&self, facet: Facet) -> impl Iterator<Item = (&str, &RoaringBitmap)> {
        self.sets
            .range((facet, String::new())..)
            .take_while(move |((of, _), _)| *of == facet)
            .map(|((_, value), set)| (value.as_str(), set))
    }

    /// The commitments in their order, with what stands in their own rows.
    fn read_commitments(
        &mut self,
        view: &View<'_>,
        partnership: &str,
    ) -> Result<(), RegisterError> {
        type Row = (String, Option<String>, Option<String>, String, Option<String>);
        view.each_row(
            "SELECT id, day, due, standing, state FROM records
             WHERE partnership = ?1 AND kind = 'commitment' ORDER BY day DESC, id",
            [partnership],
            |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?, row.get(4)?)),
            |(id, day, due, standing, state): Row| {
                let place = u32::try_from(self.ids.len()).map_err(too_many)?;
                self.ids.push(bits(&id)?);
                let year = day.as_deref().and_then(|day| day.get(..4)).unwrap_or_default();
                self.put(Facet::Year, year, place);
                self.put(Facet::Standing, &standing, place);
                self.put(Facet::State, state.as_deref().unwrap_or_default(), place);
                let due = due.and_then(|due| due.parse::<Date>().ok());
                self.due.extend(due.map(|due| (due, place)));
                Ok(())
            },
        )
    }

    /// Which body and section they belong to, and which party owes them.
    fn read_links(&mut self, view: &View<'_>, partnership: &str) -> Result<(), RegisterError> {
        let parties = parties(view, partnership)?;
        view.each_row(
            "SELECT source, relation, target FROM links
             WHERE relation IN ('body', 'section', 'owed-by')",
            [],
            |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)),
            |(source, relation, target): (String, String, String)| {
                let Some(place) = self.place_of(bits(&source)?) else { return Ok(()) };
                match relation.as_str() {
                    "body" => self.put(Facet::Body, &target, place),
                    "section" => self.put(Facet::Section, &target, place),
                    _owed_by => {
                        for party in parties.get(&target).into_iter().flatten() {
                            self.put(Facet::Party, party, place);
                        }
                    }
                }
                Ok(())
            },
        )
    }

    fn read_lenses(&mut self, view: &View<'_>) -> Result<(), RegisterError> {
        view.each_row(
            "SELECT record, lens FROM lenses",
            [],
            |row| Ok((row.get(0)?, row.get(1)?)),
            |(record, lens): (String, String)| {
                if let Some(place) = self.place_of(bits(&record)?) {
                    self.put(Facet::Lens, &lens, place);
                }
                Ok(())
            },
        )
    }

    fn put(&mut self, facet: Facet, value: &str, place: u32) {
        match self.sets.get_mut(&(facet, value.to_owned())) {
            Some(set) => {
                set.insert(place);
            }
            None => {
                self.sets.insert((facet, value.to_owned()), RoaringBitmap::from_iter([place]));
            }
        }
    }

    /// How many match, and the identifiers of some of them: `count` from the place `first` on.
    pub(crate) fn page(
        &self,
        filter: &CommitmentFilter,
        first: usize,
        count: usize,
    ) -> (u64, Vec<RecordId>) {
        let matching = self.matching(filter, None);
        let first_place =
            u32::try_from(first).ok().and_then(|first| matching.select(first)).unwrap_or(u32::MAX);
        let ids = matching
            .range(first_place..)
            .take(count)
            .filter_map(|place| self.ids.get(usize::try_from(place).ok()?))
            .map(|bits| RecordId::from_bits(*bits))
            .collect();
        (matching.len(), ids)
    }

    /// How many match, and the identifiers of some of them in the order of identifiers: `count`
    /// from the one after `after` on.
    pub(crate) fn after(
        &self,
        filter: &CommitmentFilter,
        after: Option<&RecordId>,
        count: usize,
    ) -> (u64, Vec<RecordId>) {
        let matching = self.matching(filter, None);
        let first = after.map_or(0, |after| {
            let after = after.bits();
            self.places.partition_point(|(id, _)| *id <= after)
        });
        let ids = self
            .places
            .iter()
            .skip(first)
            .filter(|(_, place)| matching.contains(*place))
            .take(count)
            .map(|(id, _)| RecordId::from_bits(*id))
            .collect();
        (matching.len(), ids)
    }

    /// Says of identifiers whether they are those of commitments that match.
    pub(crate) fn holds(&self, filter: &CommitmentFilter) -> impl Fn(&RecordId) -> bool {
        let matching = self.matching(filter, None);
        move |id| self.place_of(id.bits()).is_some_and(|place| matching.contains(place))
    }

    fn place_of(&self, id: u64) -> Option<u32> {
        let at = self.places.binary_search_by_key(&id, |(known, _)| *known).ok()?;
        self.places.get(at).map(|(_, place)| *place)
    }

    /// The values of a facet among the commitments that the other filters leave, most first.
    pub(crate) fn values(&self, filter: &CommitmentFilter, facet: Facet) -> Vec<FacetValue> {
        let left = self.matching(filter, Some(facet));
        let mut values: Vec<FacetValue> = self
            .sets_of(facet, filter.today)
            .into_iter()
            .map(|(value, set)| FacetValue { value, count: left.intersection_len(&set) })
            .filter(|value| value.count > 0)
            .collect();
        values.sort_by(|a, b| b.count.cmp(&a.count).then_with(|| a.value.cmp(&b.value)));
        values
    }

    /// The places that every filter leaves, one facet left out.
    fn matching(&self, filter: &CommitmentFilter, without: Option<Facet>) -> RoaringBitmap {
        let mut left = self.everything.clone();
        for facet in Facet::ALL.into_iter().filter(|facet| Some(*facet) != without) {
            let Some(value) = filter.value(facet) else { continue };
            let sets = self.sets_of(facet, filter.today);
            match sets.into_iter().find(|(known, _)| *known == value) {
                Some((_, set)) => left &= &*set,
                None => left.clear(),
            }
        }
        left
    }

    /// Commitments counted by the values of two facets and by standing. One that has several
    /// values of a facet is counted under each; one that has none, under none.
    pub(crate) fn tally(&self, rows: Facet, columns: Facet, today: Option<Date>) -> Vec<Tally> {
        let standings: Vec<_> = self.lasting(Facet::Standing).collect();
        let mut tallies = Vec::new();
        for (row, in_row) in self.sets_or_none(rows, today) {
            for (column, in_column) in self.sets_or_none(columns, today) {
                let both = &*in_row & &*in_column;
                for (standing, standing_so) in &standings {
                    let count = both.intersection_len(standing_so);
                    if count > 0 {
                        let (row, column) = (row.clone(), column.clone());
                        let standing = (*standing).to_owned();
                        tallies.push(Tally { row, column, standing, count });
                    }
                }
            }
        }
        tallies
    }

    /// The values of a facet with their places, and the places that have none.
    fn sets_or_none(&self, facet: Facet, today: Option<Date>) -> Vec<(Option<String>, Set<'_>)> {
        let mut sets: Vec<_> = self
            .sets_of(facet, today)
            .into_iter()
            .map(|(value, set)| (Some(value).filter(|value| value != Placed::NOWHERE), set))
            .collect();
        if !matches!(facet, Facet::Body | Facet::Section | Facet::Due | Facet::State) {
            sets.push((None, Set::Made(self.without(facet))));
        }
        sets
    }

    /// The values of a facet with their places.
    fn sets_of(&self, facet: Facet, today: Option<Date>) -> Vec<(String, Set<'_>)> {
        let lasting = self.lasting(facet).map(|(value, set)| (value.to_owned(), Set::Lasting(set)));
        let mut sets: Vec<_> = lasting.collect();
        let of_day: &[DayValue] = match facet {
            Facet::Due => &[DayValue::Passed, DayValue::Ahead, DayValue::Undated],
            // Open in the tables is open whatever the day: on a day it is open or silent.
            Facet::State => &[DayValue::Silent, DayValue::Open],
            Facet::Body
            | Facet::Section
            | Facet::Year
            | Facet::Party
            | Facet::Lens
            | Facet::Standing => return sets,
        };
        let day = self.day(today.unwrap_or(Date::MIN));
        sets.retain(|(value, _)| value != CommitmentState::Open.code());
        sets.extend(
            of_day
                .iter()
                .map(|value| (value.code().to_owned(), Set::OfDay(Arc::clone(&day), *value))),
        );
        sets
    }

    /// What is past due on a day, and what is not.
    fn day(&self, today: Date) -> Arc<DaySets> {
        let mut days = self.days.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some((_, sets)) = days.iter().find(|(day, _)| *day == today) {
            return Arc::clone(sets);
        }
        let passed_count = self.due.partition_point(|(due, _)| *due < today);
        let (passed, ahead) = self.due.split_at(passed_count);
        let set = |of: &[(Date, u32)]| of.iter().map(|(_, place)| *place).collect();
        let (passed, ahead): (RoaringBitmap, RoaringBitmap) = (set(passed), set(ahead));
        let undated = &self.everything - &passed - &ahead;
        let unsettled = self.sets.get(&(Facet::State, CommitmentState::Open.code().to_owned()));
        let silent = unsettled.map(|open| open & &passed).unwrap_or_default();
        let open = unsettled.map(|open| open - &passed).unwrap_or_default();
        let sets = Arc::new(DaySets { passed, ahead, undated, silent, open });
        days.insert(0, (today, Arc::clone(&sets)));
        days.truncate(DAYS_MAX);
        sets
    }
}

/// A value that depends on the day.
#[derive(Debug, Clone, Copy)]
enum DayValue {
    Passed,
    Ahead,
    Undated,
    Silent,
    Open,
}

impl DayValue {
    const fn code(self) -> &'static str {
        match self {
            Self::Passed => Due::Passed.code(),
            Self::Ahead => Due::Ahead.code(),
            Self::Undated => Due::Undated.code(),
            Self::Silent => CommitmentState::Silent.code(),
            Self::Open => CommitmentState::Open.code(),
        }
    }
}

/// The places that have a value.
enum Set<'catalogue> {
    Lasting(&'catalogue RoaringBitmap),
    OfDay(Arc<DaySets>, DayValue),
    Made(RoaringBitmap),
}

impl std::ops::Deref for Set<'_> {
    type Target = RoaringBitmap;

    fn deref(&self) -> &RoaringBitmap {
        match self {
            Self::Lasting(set) => set,
            Self::Made(set) => set,
            Self::OfDay(day, DayValue::Passed) => &day.passed,
            Self::OfDay(day, DayValue::Ahead) => &day.ahead,
            Self::OfDay(day, DayValue::Undated) => &day.undated,
            Self::OfDay(day, DayValue::Silent) => &day.silent,
            Self::OfDay(day, DayValue::Open) => &day.open,
        }
    }
}

/// For whoever can owe a commitment, the parties that then owe it: a party itself, an institution
/// its party, a body all of them.
fn parties(
    view: &View<'_>,
    partnership: &str,
) -> Result<BTreeMap<String, Vec<String>>, RegisterError> {
    let all: Vec<String> = view.all(
        "SELECT id FROM records WHERE partnership = ?1 AND kind = 'party' ORDER BY id",
        [partnership],
        |row| row.get(0),
    )?;
    let bodies: Vec<String> = view.all(
        "SELECT id FROM records WHERE partnership = ?1 AND kind = 'body'",
        [partnership],
        |row| row.get(0),
    )?;
    let institutions: Vec<(String, String)> = view.all(
        "SELECT records.id, links.target FROM records JOIN links ON links.source = records.id
         WHERE records.partnership = ?1 AND records.kind = 'institution'
           AND links.relation = 'party'",
        [partnership],
        |row| Ok((row.get(0)?, row.get(1)?)),
    )?;
    let mut owing: BTreeMap<String, Vec<String>> =
        all.iter().map(|party| (party.clone(), vec![party.clone()])).collect();
    owing.extend(bodies.into_iter().map(|body| (body, all.clone())));
    owing.extend(institutions.into_iter().map(|(institution, party)| (institution, vec![party])));
    Ok(owing)
}

fn bits(id: &str) -> Result<u64, RegisterError> {
    crate::view::parse_id(id).map(|id| id.bits())
}

fn too_many(_more_than_places: std::num::TryFromIntError) -> RegisterError {
    RegisterError::Unexpected("more commitments than a catalogue has places".to_owned())
}
