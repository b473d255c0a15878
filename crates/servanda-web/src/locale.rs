//! Words, dates, numbers and order in the reader's language.

use std::borrow::Cow;
use std::cmp::Ordering;
use std::collections::HashMap;
use std::sync::LazyLock;

use fluent_templates::fluent_bundle::FluentValue;
use fluent_templates::{LanguageIdentifier, Loader};
use icu::calendar::{Date as IcuDate, Gregorian};
use icu::collator::options::CollatorOptions;
use icu::collator::{Collator, CollatorBorrowed};
use icu::datetime::FixedCalendarDateTimeFormatter;
use icu::datetime::fieldsets::{YM, YMD};
use icu::decimal::DecimalFormatter;
use icu::decimal::input::Decimal;
use icu::decimal::options::DecimalFormatterOptions;
use icu::list::ListFormatter;
use icu::list::options::ListFormatterOptions;
use jiff::civil::Date;
use servanda_model::when::{Point, Season};
use servanda_model::{Language, Multilingual, When};

fluent_templates::static_loader! {
    static MESSAGES = {
        locales: "./locales",
        fallback_language: "en",
        // Isolation marks would stand in addresses and in text that people copy.
        customise: |bundle| bundle.set_use_isolating(false),
    };
}

static LOCALES: LazyLock<[Locale; 3]> = LazyLock::new(|| Language::ALL.map(Locale::new));

/// One language with everything that is written in its manner. There are three, made once.
pub struct Locale {
    language: Language,
    messages: LanguageIdentifier,
    day: FixedCalendarDateTimeFormatter<Gregorian, YMD>,
    month: FixedCalendarDateTimeFormatter<Gregorian, YM>,
    number: DecimalFormatter,
    list: ListFormatter,
    collator: CollatorBorrowed<'static>,
}

impl std::fmt::Debug for Locale {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_tuple("Locale").field(&self.language).finish()
    }
}

const COMPILED_IN: &str = "the data of all three locales are compiled in";

impl Locale {
    /// The locale of a language.
    pub fn of(language: Language) -> &'static Self {
        let [english, french, spanish] = &*LOCALES;
        match language {
            Language::English => english,
            Language::French => french,
            Language::Spanish => spanish,
        }
    }

    fn new(language: Language) -> Self {
        let locale: icu::locale::Locale = language.locale().parse().expect(COMPILED_IN);
        Self {
            language,
            messages: language.tag().parse().expect(COMPILED_IN),
            day: FixedCalendarDateTimeFormatter::try_new((&locale).into(), YMD::long())
                .expect(COMPILED_IN),
            month: FixedCalendarDateTimeFormatter::try_new((&locale).into(), YM::long())
                .expect(COMPILED_IN),
            number: DecimalFormatter::try_new((&locale).into(), DecimalFormatterOptions::default())
                .expect(COMPILED_IN),
            list: ListFormatter::try_new_and((&locale).into(), ListFormatterOptions::default())
                .expect(COMPILED_IN),
            collator: Collator::try_new((&locale).into(), CollatorOptions::default())
                .expect(COMPILED_IN),
        }
    }

    /// Its language.
    pub fn language(&self) -> Language {
        self.language
    }

    /// The words on screen for a key of `locales/*/*.ftl`.
    pub fn say(&self, key: &str) -> String {
        MESSAGES.lookup(&self.messages, key)
    }

    /// The words for a kind, role or other code: the key is `prefix-code`.
    pub fn say_code(&self, prefix: &str, code: &str) -> String {
        self.say(&format!("{prefix}-{code}"))
    }

    /// Words around a number, which also chooses singular or plural.
    pub fn say_count(&self, key: &str, count: u64) -> String {
        let number = FluentValue::from(count);
        let shown = FluentValue::from(self.number(count));
        self.say_with(key, [("count", number), ("shown", shown)])
    }

    /// Words around texts.
    pub fn say_about(&self, key: &str, texts: &[(&'static str, &str)]) -> String {
        self.say_with(key, texts.iter().map(|(name, text)| (*name, FluentValue::from(*text))))
    }

    fn say_with<'value>(
        &self,
        key: &str,
        values: impl IntoIterator<Item = (&'static str, FluentValue<'value>)>,
    ) -> String {
        let values: HashMap<Cow<'static, str>, FluentValue<'_>> =
            values.into_iter().map(|(name, value)| (Cow::Borrowed(name), value)).collect();
        MESSAGES.lookup_with_args(&self.messages, key, &values)
    }

    /// A day, written out.
    pub fn day(&self, day: Date) -> String {
        let written = self.day.format(&icu_date(day)).to_string();
        match written.strip_prefix("1 ") {
            // French writes the first of a month as an ordinal, which the locale data leave out.
            Some(rest) if self.language == Language::French => format!("1er {rest}"),
            _ => written,
        }
    }

    /// A moment given in seconds since 1970, as its day in UTC.
    pub fn day_of(&self, at: i64) -> String {
        utc_day(at).map_or_else(String::new, |day| self.day(day))
    }

    /// An uncertain date in words, no more precise than it is.
    pub fn when(&self, when: When) -> String {
        match when {
            When::At(point) => self.point(point),
            When::Between(Point::Day(first), Point::Day(last))
                if first.first_of_month() == last.first_of_month() =>
            {
                self.days(first, last)
            }
            When::Between(first, last) => self.say_about(
                "date-between",
                &[("first", &self.point(first)), ("last", &self.point(last))],
            ),
            When::From(first) => self.say_about("date-from", &[("date", &self.point(first))]),
            When::Until(last) => self.say_about("date-until", &[("date", &self.point(last))]),
        }
    }

    /// Days of one month: the month and year are said once. In all three languages the day comes
    /// before the year, so the first of these digits are the day's.
    fn days(&self, first: Date, last: Date) -> String {
        let days = format!("{}–{}", first.day(), last.day());
        self.day(last).replacen(&last.day().to_string(), &days, 1)
    }

    fn point(&self, point: Point) -> String {
        match point {
            Point::Year(year) => year.to_string(),
            Point::Month(..) => self.month.format(&icu_date(point.first_day())).to_string(),
            Point::Day(day) => self.day(day),
            Point::Season(year, season) => {
                let key = match season {
                    Season::Spring => "date-spring",
                    Season::Summer => "date-summer",
                    Season::Autumn => "date-autumn",
                    Season::Winter => "date-winter",
                };
                self.say_about(key, &[("year", &year.to_string())])
            }
            Point::Quarter(year, quarter) => self.say_about(
                "date-quarter",
                &[("year", &year.to_string()), ("quarter", &format!("q{quarter}"))],
            ),
        }
    }

    /// A whole number with its separators.
    pub fn number(&self, number: u64) -> String {
        self.number.format(&Decimal::from(number)).to_string()
    }

    /// A number as a data set writes it, with the separators of the language.
    pub fn decimal(&self, text: &str) -> String {
        text.parse::<Decimal>()
            .map_or_else(|_not_a_number| text.to_owned(), |it| self.number.format(&it).to_string())
    }

    /// Things in a row: "a, b and c".
    pub fn list(&self, items: &[String]) -> String {
        self.list.format_to_string(items.iter().map(String::as_str))
    }

    /// The order of two texts in this language.
    pub fn compare(&self, one: &str, other: &str) -> Ordering {
        self.collator.compare(one, other).then_with(|| one.cmp(other))
    }

    /// A text in this language or else in another.
    pub fn text<'text>(&self, text: Option<&'text Multilingual>) -> Option<&'text str> {
        text.and_then(|text| text.nearest(self.language)).map(|(text, _)| text)
    }
}

/// The day a moment in seconds since 1970 falls on, in UTC.
pub fn utc_day(at: i64) -> Option<Date> {
    let moment = jiff::Timestamp::from_second(at).ok()?;
    Some(jiff::tz::Offset::UTC.to_datetime(moment).date())
}

fn icu_date(day: Date) -> IcuDate<Gregorian> {
    let month = u8::try_from(day.month()).unwrap_or(1);
    let of_month = u8::try_from(day.day()).unwrap_or(1);
    IcuDate::try_new_gregorian(i32::from(day.year()), month, of_month)
        .expect("every day of the proleptic Gregorian calendar is one here too")
}

#[cfg(test)]
mod tests;
