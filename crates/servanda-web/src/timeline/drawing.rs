//! The drawing of a timeline: where each mark stands. The words are those of the table.

use std::collections::BTreeMap;

use jiff::civil::Date;
use servanda_model::RecordId;

use super::{Event, What};
use crate::bars::Years;
use crate::locale::Locale;

/// How wide the drawing is.
const WIDTH: i64 = 1120;
/// Where the years begin: the names of the lanes stand before.
const LEFT: i64 = 200;
/// Where they end.
const RIGHT: i64 = 1112;
/// The least distance of two marks in a lane.
const APART: i64 = 26;
/// How high a lane is, and one more row of marks in it.
const LANE: i64 = 40;
const ROW: i64 = 27;
/// How high the axis is.
const AXIS: i64 = 34;
/// The narrowest column that can carry the number of its year.
const YEAR_WIDTH: i64 = 36;

/// A timeline as it is drawn.
#[derive(Debug)]
pub(crate) struct Drawing {
    /// What it is.
    pub(crate) title: String,
    /// What it shows, in sentences.
    pub(crate) description: String,
    /// How to read it.
    pub(crate) legend: String,
    pub(crate) width: i64,
    pub(crate) height: i64,
    /// The left end of the years, and their right end.
    pub(crate) left: i64,
    pub(crate) right: i64,
    /// The top and bottom of the axis.
    pub(crate) axis_top: i64,
    pub(crate) axis_bottom: i64,
    pub(crate) years: Vec<Year>,
    pub(crate) lanes: Vec<Lane>,
}

/// A year on the axis.
#[derive(Debug)]
pub(crate) struct Year {
    /// Where it begins.
    pub(crate) x: i64,
    /// Its number and where it stands, if there is room.
    pub(crate) label: Option<(i64, String)>,
    pub(crate) y: i64,
}

/// A lane of marks of one sort.
#[derive(Debug)]
pub(crate) struct Lane {
    /// What its marks are.
    pub(crate) label: String,
    /// The baseline of its label.
    pub(crate) y: i64,
    /// The line below it.
    pub(crate) bottom: i64,
    pub(crate) marks: Vec<Mark>,
}

/// A mark in a lane.
#[derive(Debug)]
pub(crate) struct Mark {
    /// How it is drawn: `meeting`, `count` or `documented`.
    pub(crate) form: &'static str,
    pub(crate) x: i64,
    pub(crate) y: i64,
    /// The number in it.
    pub(crate) number: String,
    /// What it is, for whoever points at it.
    pub(crate) words: String,
}

/// Draws events in lanes: hosts around the axis, then what happened in each year.
pub(super) fn draw(
    locale: &Locale,
    years: Years,
    today: Date,
    hosts: &[(RecordId, String)],
    events: &[Event],
) -> Drawing {
    let pen = Pen { locale, years, events };
    let mut lanes = Vec::new();
    let mut y = 8;
    let (above, below) = hosts.split_at(hosts.len().min(1));
    for host in above {
        y = pen.host(&mut lanes, host, y, true);
    }
    let axis_top = y;
    y += AXIS;
    for host in below {
        y = pen.host(&mut lanes, host, y, false);
    }
    for what in [What::Instrument, What::Body, What::Term] {
        y = pen.counts(&mut lanes, &what, y);
    }
    let first = years.first.to_string();
    let title =
        locale.say_about("timeline-title", &[("first", &first), ("last", &locale.day(today))]);
    Drawing {
        title,
        description: pen.description(hosts),
        legend: locale.say("timeline-legend"),
        width: WIDTH,
        height: y + 4,
        left: LEFT,
        right: RIGHT,
        axis_top,
        axis_bottom: axis_top + AXIS,
        years: pen.axis(axis_top),
        lanes,
    }
}

struct Pen<'events> {
    locale: &'events Locale,
    years: Years,
    events: &'events [Event],
}

impl Pen<'_> {
    /// Where a day stands, far enough from both ends for a mark.
    fn x(&self, day: Date) -> i64 {
        (LEFT + self.years.place(day, RIGHT - LEFT)).clamp(LEFT + 13, RIGHT - 13)
    }

    fn year_middle(&self, year: i16) -> i64 {
        Date::new(year, 7, 2).map_or(LEFT, |day| self.x(day))
    }

    fn axis(&self, top: i64) -> Vec<Year> {
        let count = i64::from(self.years.last - self.years.first) + 1;
        let column = (RIGHT - LEFT) / count;
        // Where columns are narrow, every second, fifth or tenth year is named.
        let step = [1, 2, 5, 10, 50].into_iter().find(|step| column * step >= YEAR_WIDTH);
        (self.years.first..=self.years.last)
            .map(|year| {
                let begins = Date::new(year, 1, 1)
                    .map_or(0, |day| LEFT + self.years.place(day, RIGHT - LEFT));
                let named = i64::from(year) % step.unwrap_or(100) == 0;
                let label = named.then(|| (begins + column / 2, year.to_string()));
                Year { x: begins, label, y: top + AXIS / 2 + 5 }
            })
            .collect()
    }

    /// A lane for the meetings of a host, away from the axis where they crowd; its lower end.
    fn host(
        &self,
        lanes: &mut Vec<Lane>,
        host: &(RecordId, String),
        top: i64,
        upwards: bool,
    ) -> i64 {
        let mut rows: Vec<i64> = Vec::new();
        let mut placed = Vec::new();
        let hosted = What::Meeting(Some(host.0.clone()));
        for event in self.events.iter().filter(|event| event.what == hosted) {
            let x = self.x(event.when.key_day());
            let free = rows.iter().position(|last| x - last >= APART);
            let row = free.unwrap_or(rows.len());
            match rows.get_mut(row) {
                Some(last) => *last = x,
                None => rows.push(x),
            }
            placed.push((i64::try_from(row).unwrap_or(0), x, event));
        }
        let more = i64::try_from(rows.len()).unwrap_or(1).max(1) - 1;
        let height = LANE + more * ROW;
        let y_of = |row: i64| {
            if upwards { top + height - LANE / 2 - row * ROW } else { top + LANE / 2 + row * ROW }
        };
        let marks = placed
            .into_iter()
            .map(|(row, x, event)| Mark {
                form: "meeting",
                x,
                y: y_of(row),
                number: event.number.map_or_else(String::new, |number| number.to_string()),
                words: format!("{}: {}", self.locale.when(event.when), event.title.text),
            })
            .collect();
        let label = self.locale.say_about("lane-hosted", &[("host", &host.1)]);
        lanes.push(Lane { label, y: y_of(0) + 5, bottom: top + height, marks });
        top + height
    }

    /// A lane with how many there were in each year; its lower end.
    fn counts(&self, lanes: &mut Vec<Lane>, what: &What, top: i64) -> i64 {
        let mut begun = self.per_year(what);
        let documented = match what {
            What::Term => self.per_year(&What::Documented),
            What::Meeting(_) | What::Instrument | What::Body | What::Documented => BTreeMap::new(),
        };
        let has_two = documented.keys().any(|year| begun.contains_key(year));
        let height = if has_two { LANE + ROW } else { LANE };
        let mut marks = Vec::new();
        let y = top + LANE / 2;
        for (year, count) in std::mem::take(&mut begun) {
            marks.push(self.count("count", what, year, count, y));
        }
        for (year, count) in documented {
            let taken = marks.iter().any(|mark| mark.x == self.year_middle(year));
            let y = if taken { y + ROW } else { y };
            marks.push(self.count("documented", &What::Documented, year, count, y));
        }
        let label = self.locale.say_code("lane", what.code());
        lanes.push(Lane { label, y: y + 5, bottom: top + height, marks });
        top + height
    }

    fn count(&self, form: &'static str, what: &What, year: i16, count: u64, y: i64) -> Mark {
        let what = self.locale.say_code("event", what.code());
        Mark {
            form,
            x: self.year_middle(year),
            y,
            number: count.to_string(),
            words: format!("{year}: {what} ({count})"),
        }
    }

    fn per_year(&self, what: &What) -> BTreeMap<i16, u64> {
        let mut counts = BTreeMap::new();
        for event in self.events.iter().filter(|event| event.what == *what) {
            *counts.entry(event.when.key_day().year()).or_insert(0) += 1;
        }
        counts
    }

    /// The drawing in sentences: how many of each sort.
    fn description(&self, hosts: &[(RecordId, String)]) -> String {
        let total = |what: &What| {
            let count = self.events.iter().filter(|event| event.what == *what).count();
            u64::try_from(count).unwrap_or(u64::MAX)
        };
        let mut sentences: Vec<String> = hosts
            .iter()
            .map(|(id, name)| {
                let count = total(&What::Meeting(Some(id.clone())));
                let meetings = self.locale.say_count("count-meetings", count);
                let texts = [("host", name.as_str()), ("meetings", meetings.as_str())];
                self.locale.say_about("timeline-hosted", &texts)
            })
            .collect();
        for what in [What::Instrument, What::Body, What::Term, What::Documented] {
            let key = format!("timeline-count-{}", what.code());
            sentences.push(self.locale.say_count(&key, total(&what)));
        }
        sentences.join(" ")
    }
}
