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
use servanda_model::record::Course;
use servanda_model::state::CarriedOn;
use servanda_model::{CommitmentState, Facts, RecordId, Standing};

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
    /// What is recorded of each commitment, whatever the day, by place.
    states: Vec<CommitmentState>,
    /// Those that nothing settled.
    open: RoaringBitmap,
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

/// What is read of each commitment to know what has become of it, by place.
#[derive(Debug, Default)]
struct Recorded {
    courses: Vec<(Standing, Option<Course>)>,
    /// Earlier and later commitment of each line.
    carried: Vec<(u32, u32)>,
}

impl Catalogue {
    fn make(view: &View<'_>, partnership: &str) -> Result<Self, RegisterError> {
        let mut catalogue = Self::default();
        let mut recorded = Recorded::default();
        catalogue.read_commitments(view, partnership, &mut recorded)?;
        let last = u32::try_from(catalogue.ids.len()).map_err(too_many)?;
        catalogue.everything.insert_range(0..last);
        catalogue.places = catalogue.ids.iter().copied().zip(0..).collect();
        catalogue.places.sort_unstable();
        catalogue.read_links(view, partnership, &mut recorded)?;
        catalogue.read_lenses(view)?;
        catalogue.due.sort_unstable();
        catalogue.settle(&recorded)?;
        for facet in [Facet::Body, Facet::Section] {
            let nowhere = catalogue.without(facet);
            if !nowhere.is_empty() {
                catalogue.sets.insert((facet, Placed::NOWHERE.to_owned()), nowhere);
            }
        }
        Ok(catalogue)
    }

    /// Says of every commitment what is recorded of it.
    fn settle(&mut self, recorded: &Recorded) -> Result<(), RegisterError> {
        let standing = |place: u32| {
            let at = usize::try_from(place).ok()?;
            recorded.courses.get(at).map(|(standing, _)| *standing)
        };
        let carried: RoaringBitmap = recorded
            .carried
            .iter()
            .filter(|(_, later)| standing(*later) != Some(Standing::Retracted))
            .map(|(earlier, _)| *earlier)
            .collect();
        for (at, (standing, course)) in recorded.courses.iter().enumerate() {
            let place = u32::try_from(at).map_err(too_many)?;
            let carried_on = carried.contains(place).then_some(CarriedOn);
            let state = CommitmentState::recorded(*standing, *course, carried_on);
            self.states.push(state);
            if state == CommitmentState::Open {
                self.open.insert(place);
            } else {
                self.put(Facet::State, state.code(), place);
            }
        }
        Ok(())
    }

    /// Those that have no value of a facet.
    fn without(&self, facet: Facet) -> RoaringBitmap {
        let mut left = self.everything.clone();
        for (_, set) in self.sets_of(facet, None) {
            left -= &*set;
        }
        left
    }

    /// The commitments in their order, with what stands in their own rows.
    fn read_commitments(
        &mut self,
        view: &View<'_>,
        partnership: &str,
        recorded: &mut Recorded,
    ) -> Result<(), RegisterError> {
        type Row = (String, Option<String>, Option<String>, String, Option<String>);
        view.each_row(
            // Few commitments have a course; only the facts of those are read.
            "SELECT id, day, due, standing, CASE WHEN instr(facts, '\"course\"') > 0 THEN facts END
             FROM records
             WHERE partnership = ?1 AND kind = 'commitment' ORDER BY day DESC, id",
            [partnership],
            |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?, row.get(4)?)),
            |(id, day, due, standing, facts): Row| {
                let course = facts.and_then(|facts| course(&id, &facts));
                let known = Standing::find(&standing).unwrap_or(Standing::Documented);
                recorded.courses.push((known, course));
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
        recorded: &mut Recorded,
    ) -> Result<(), RegisterError> {
        let parties = parties(view, partnership)?;
        view.each_row(
            "SELECT source, relation, target FROM links
             WHERE relation IN ('body', 'section', 'owed-by', 'continues')",
            [],
            |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)),
            |(source, relation, target): (String, String, String)| {
                let Some(place) = self.place_of(bits(&source)?) else { return Ok(()) };
                match relation.as_str() {
                    "body" => self.put(Facet::Body, &target, place),
                    "section" => self.put(Facet::Section, &target, place),
                    "continues" => {
                        let earlier = self.place_of(bits(&target)?);
                        recorded.carried.extend(earlier.map(|earlier| (earlier, place)));
                    }
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

    /// How many commitments there are.
    pub(crate) fn count(&self) -> u64 {
        self.everything.len()
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

    /// How many share a row, a column and a standing. Where one has several values of a column it
    /// is counted under each; what has none is counted under none.
    pub(crate) fn tally(&self, rows: Facet, columns: Facet, today: Date) -> Vec<Tally> {
        let named = |value: String| Some(value).filter(|value| value != Placed::NOWHERE);
        let columns = self.sets_of(columns, Some(today));
        let standings = self.sets_of(Facet::Standing, None);
        let mut tallies = Vec::new();
        for (row, of_row) in self.sets_of(rows, None) {
            let mut left = RoaringBitmap::clone(&of_row);
            let mut cells = Vec::new();
            for (column, of_column) in &columns {
                cells.push((named(column.clone()), &*of_row & &**of_column));
                left -= &**of_column;
            }
            cells.push((None, left));
            for (column, cell) in cells {
                for (standing, of_standing) in &standings {
                    let count = cell.intersection_len(of_standing);
                    if count > 0 {
                        let (row, column) = (named(row.clone()), column.clone());
                        tallies.push(Tally { row, column, standing: standing.clone(), count });
                    }
                }
            }
        }
        tallies
    }

    /// Those that are due from a day on and that nothing settled, soonest first.
    pub(crate) fn due_next(&self, today: Date, count: usize) -> Vec<RecordId> {
        let passed = self.due.partition_point(|(due, _)| *due < today);
        let ahead = self.due.get(passed..).unwrap_or_default().iter();
        ahead
            .filter(|(_, place)| self.open.contains(*place))
            .filter_map(|(_, place)| self.id(*place))
            .take(count)
            .collect()
    }

    /// Those that were due before a day, latest first, with what has become of them.
    pub(crate) fn due_last(&self, today: Date, count: usize) -> Vec<(RecordId, CommitmentState)> {
        let passed = self.due.partition_point(|(due, _)| *due < today);
        let passed = self.due.get(..passed).unwrap_or_default().iter().rev();
        passed
            .filter_map(|(due, place)| {
                let recorded = self.states.get(usize::try_from(*place).ok()?)?;
                Some((self.id(*place)?, recorded.on(today, Some(*due))))
            })
            .filter(|(_, state)| *state != CommitmentState::Retracted)
            .take(count)
            .collect()
    }

    fn id(&self, place: u32) -> Option<RecordId> {
        self.ids.get(usize::try_from(place).ok()?).map(|bits| RecordId::from_bits(*bits))
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
        let mut sets: Vec<(String, Set<'_>)> = self
            .sets
            .range((facet, String::new())..)
            .take_while(|((of, _), _)| *of == facet)
            .map(|((_, value), set)| (value.clone(), Set::Lasting(set)))
            .collect();
        let of_day: &[OfDay] = match facet {
            Facet::Due => &[OfDay::Passed, OfDay::Ahead, OfDay::Undated],
            Facet::State => &[OfDay::Silent, OfDay::Open],
            Facet::Body
            | Facet::Section
            | Facet::Year
            | Facet::Party
            | Facet::Lens
            | Facet::Standing => return sets,
        };
        let day = self.day(today.unwrap_or(Date::MIN));
        sets.extend(
            of_day.iter().map(|of| (of.code().to_owned(), Set::OfDay(Arc::clone(&day), *of))),
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
        let (silent, open) = (&self.open & &passed, &self.open - &passed);
        let sets = Arc::new(DaySets { passed, ahead, undated, silent, open });
        days.insert(0, (today, Arc::clone(&sets)));
        days.truncate(DAYS_MAX);
        sets
    }
}

/// The places that have a value.
enum Set<'catalogue> {
    Lasting(&'catalogue RoaringBitmap),
    OfDay(Arc<DaySets>, OfDay),
}

/// A value that depends on the day.
#[derive(Debug, Clone, Copy)]
enum OfDay {
    Passed,
    Ahead,
    Undated,
    Silent,
    Open,
}

impl OfDay {
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

impl std::ops::Deref for Set<'_> {
    type Target = RoaringBitmap;

    fn deref(&self) -> &RoaringBitmap {
        match self {
            Self::Lasting(set) => set,
            Self::OfDay(day, OfDay::Passed) => &day.passed,
            Self::OfDay(day, OfDay::Ahead) => &day.ahead,
            Self::OfDay(day, OfDay::Undated) => &day.undated,
            Self::OfDay(day, OfDay::Silent) => &day.silent,
            Self::OfDay(day, OfDay::Open) => &day.open,
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

fn course(id: &str, facts: &str) -> Option<Course> {
    let facts = (servanda_entry::content::FACTS, None, facts.as_bytes());
    let record = servanda_entry::decode_record(&RecordId::parse(id).ok()?, [facts]).ok()?;
    let Facts::Commitment(commitment) = record.facts else { return None };
    commitment.course
}

fn bits(id: &str) -> Result<u64, RegisterError> {
    crate::view::parse_id(id).map(|id| id.bits())
}

fn too_many(_more_than_places: std::num::TryFromIntError) -> RegisterError {
    RegisterError::Unexpected("more commitments than a catalogue has places".to_owned())
}
