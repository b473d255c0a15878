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
use servanda_model::RecordId;

use crate::RegisterError;
use crate::query::{CommitmentFilter, Due, Facet, FacetValue};
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
}

impl Catalogue {
    fn make(view: &View<'_>, partnership: &str) -> Result<Self, RegisterError> {
        let mut catalogue = Self::default();
        catalogue.read_commitments(view, partnership)?;
        let last = u32::try_from(catalogue.ids.len()).map_err(too_many)?;
        catalogue.everything.insert_range(0..last);
        let mut places: Vec<(u64, u32)> = catalogue.ids.iter().copied().zip(0..).collect();
        places.sort_unstable();
        catalogue.read_links(view, partnership, &places)?;
        catalogue.read_lenses(view, &places)?;
        catalogue.due.sort_unstable();
        Ok(catalogue)
    }

    /// The commitments in their order, with what stands in their own rows.
    fn read_commitments(
        &mut self,
        view: &View<'_>,
        partnership: &str,
    ) -> Result<(), RegisterError> {
        type Row = (String, Option<String>, Option<String>, String);
        view.each_row(
            "SELECT id, day, due, standing FROM records
             WHERE partnership = ?1 AND kind = 'commitment' ORDER BY day DESC, id",
            [partnership],
            |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?)),
            |(id, day, due, standing): Row| {
                let place = u32::try_from(self.ids.len()).map_err(too_many)?;
                self.ids.push(bits(&id)?);
                let year = day.as_deref().and_then(|day| day.get(..4)).unwrap_or_default();
                self.put(Facet::Year, year, place);
                self.put(Facet::Standing, &standing, place);
                let due = due.and_then(|due| due.parse::<Date>().ok());
                self.due.extend(due.map(|due| (due, place)));
                Ok(())
            },
        )
    }

    /// Which body and section they belong to, and which party owes them.
    fn read_links(
        &mut self,
        view: &View<'_>,
        partnership: &str,
        places: &[(u64, u32)],
    ) -> Result<(), RegisterError> {
        let parties = parties(view, partnership)?;
        view.each_row(
            "SELECT source, relation, target FROM links
             WHERE relation IN ('body', 'section', 'owed-by')",
            [],
            |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)),
            |(source, relation, target): (String, String, String)| {
                let Some(place) = place_of(places, bits(&source)?) else { return Ok(()) };
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

    fn read_lenses(&mut self, view: &View<'_>, places: &[(u64, u32)]) -> Result<(), RegisterError> {
        view.each_row(
            "SELECT record, lens FROM lenses",
            [],
            |row| Ok((row.get(0)?, row.get(1)?)),
            |(record, lens): (String, String)| {
                if let Some(place) = place_of(places, bits(&record)?) {
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

    /// The values of a facet with their places.
    fn sets_of(&self, facet: Facet, today: Option<Date>) -> Vec<(String, Set<'_>)> {
        if facet == Facet::Due {
            let day = self.day(today.unwrap_or(Date::MIN));
            return Due::ALL
                .into_iter()
                .map(|due| (due.code().to_owned(), Set::OfDay(Arc::clone(&day), due)))
                .collect();
        }
        self.sets
            .range((facet, String::new())..)
            .take_while(|((of, _), _)| *of == facet)
            .map(|((_, value), set)| (value.clone(), Set::Lasting(set)))
            .collect()
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
        let sets = Arc::new(DaySets { passed, ahead, undated });
        days.insert(0, (today, Arc::clone(&sets)));
        days.truncate(DAYS_MAX);
        sets
    }
}

/// The places that have a value.
enum Set<'catalogue> {
    Lasting(&'catalogue RoaringBitmap),
    OfDay(Arc<DaySets>, Due),
}

impl std::ops::Deref for Set<'_> {
    type Target = RoaringBitmap;

    fn deref(&self) -> &RoaringBitmap {
        match self {
            Self::Lasting(set) => set,
            Self::OfDay(day, Due::Passed) => &day.passed,
            Self::OfDay(day, Due::Ahead) => &day.ahead,
            Self::OfDay(day, Due::Undated) => &day.undated,
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

fn place_of(places: &[(u64, u32)], id: u64) -> Option<u32> {
    let at = places.binary_search_by_key(&id, |(known, _)| *known).ok()?;
    places.get(at).map(|(_, place)| *place)
}

fn bits(id: &str) -> Result<u64, RegisterError> {
    crate::view::parse_id(id).map(|id| id.bits())
}

fn too_many(_more_than_places: std::num::TryFromIntError) -> RegisterError {
    RegisterError::Unexpected("more commitments than a catalogue has places".to_owned())
}
