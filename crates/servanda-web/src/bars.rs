//! Bars through time: when something was, on the same years for every line of a list.
//!
//! The words beside a bar say the same; whoever cannot see it misses nothing.

use jiff::civil::Date;

/// How wide a bar is drawn, in its own units.
const WIDTH: i64 = 480;

/// The years that bars are drawn over.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Years {
    /// The first.
    pub(crate) first: i16,
    /// The last.
    pub(crate) last: i16,
}

/// The bar of a line.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Bar {
    /// Its stretches.
    pub(crate) stretches: Vec<Stretch>,
    /// Days of which something is known, as places on the bar.
    pub(crate) days: Vec<i64>,
}

/// A stretch of a bar.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Stretch {
    /// What is known of it: `held`, `open` or `owed`.
    pub(crate) form: &'static str,
    /// Where it begins.
    pub(crate) x: i64,
    /// How long it is.
    pub(crate) width: i64,
}

impl Years {
    /// From the earliest of these days to a last one.
    pub(crate) fn spanning(days: impl IntoIterator<Item = Date>, last: Date) -> Self {
        let first = days.into_iter().map(Date::year).min().unwrap_or(last.year());
        Self { first: first.min(last.year()), last: last.year() }
    }

    /// Where a day stands on a width; days beyond the years stand at the ends.
    pub(crate) fn place(self, day: Date, width: i64) -> i64 {
        let first = Date::constant(self.first, 1, 1);
        let last = Date::constant(self.last, 12, 31);
        let days = |to: Date| first.until(to).map_or(0, |span| i64::from(span.get_days()));
        let all = days(last).max(1);
        days(day).clamp(0, all) * width / all
    }

    /// The years that are written over the bars: the first, the last, and one between.
    pub(crate) fn marks(self) -> Vec<String> {
        let middle = i16::midpoint(self.first, self.last);
        let mut marks = vec![self.first, middle, self.last];
        if (self.last - self.first) % 2 != 0 {
            // A year that is not in the middle would stand in the wrong place.
            marks.remove(1);
        }
        marks.dedup();
        marks.into_iter().map(|year| year.to_string()).collect()
    }
}

impl Bar {
    /// Adds what is known of a stretch, both days included.
    pub(crate) fn stretch(&mut self, years: Years, form: &'static str, from: Date, to: Date) {
        let x = years.place(from, WIDTH);
        let width = (years.place(to, WIDTH) - x).max(3);
        self.stretches.push(Stretch { form, x: x.min(WIDTH - width), width });
    }

    /// Adds a day of which something is known.
    pub(crate) fn day(&mut self, years: Years, day: Date) {
        // A dot stands wholly on the bar.
        let at = years.place(day, WIDTH).clamp(6, WIDTH - 6);
        if !self.days.contains(&at) {
            self.days.push(at);
        }
    }
}

#[cfg(test)]
mod tests;
