//! Dates in a sentence: the words as written and, where they tell it, the date as EDTF.
//!
//! EDTF writes `2022-03` for March 2022, `2022-21` for spring, `2022-33` for the first quarter,
//! `2022-40` for the first half, and `2015-11-25/2015-11-26` for two days.

use std::collections::BTreeSet;
use std::ops::Range;

use crate::grammar::{Classes, Grammar, Pattern};
use crate::present::{ClassSet, Present};
use crate::words::Word;

/// How far before a year it stands what something grows from.
const GROWTH_WORDS_MAX: usize = 6;
/// How many words before a date belong to it: "by the end of".
const LEAD_WORDS_MAX: usize = 6;

/// How the names of the months begin, in the three languages.
const MONTHS: [&[&str]; 12] = [
    &["jan", "ene"],
    &["feb", "fév", "fev"],
    &["mar"],
    &["apr", "avr", "abr"],
    &["may", "mai"],
    &["jun", "juin"],
    &["jul", "juil"],
    &["aug", "aoû", "ago"],
    &["sep", "set"],
    &["oct"],
    &["nov"],
    &["dec", "déc", "dic"],
];

/// A date found in a sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Date {
    /// The words, with what leads to them.
    pub(crate) words: Range<usize>,
    /// Where the date itself begins.
    pub(crate) core: usize,
    pub(crate) edtf: Option<String>,
}

/// The classes of a language that make dates.
pub(crate) struct Kinds {
    month: Classes,
    lead: Classes,
    join: Classes,
    until: Classes,
    from: Classes,
    next: Classes,
    happened: Classes,
    past_verb: Classes,
    copula: Classes,
    have: Classes,
    season: Classes,
    quarter: Classes,
    half: Classes,
    period: Classes,
    relative: Classes,
    moment: Classes,
    ordinal: Classes,
    deadline: Classes,
    past: Classes,
    reference: Classes,
    weekday: Classes,
    meeting: Classes,
    at: Classes,
    participle: Classes,
    auxiliary: Classes,
    quality: Classes,
    determiner: Classes,
    of: Classes,
    /// One of these a date begins with, unless a word that leads to dates stands before it.
    begins: Classes,
    /// Any of these.
    starts: ClassSet,
    /// What leads to any length of time: "within".
    within: Classes,
    /// What says that something is to come.
    future: Classes,
    /// Dates in digits have the day before the month.
    day_first: bool,
}

impl Kinds {
    fn of(g: &Grammar) -> Self {
        let beginning =
            ["month", "weekday", "season", "ordinal", "moment", "relative_lead", "number"];
        let begins = beginning.iter().fold(Classes::NONE, |all, name| all.union(g.class(name)));
        let times: BTreeSet<u16> =
            g.times.iter().filter_map(|time| time.begins()).flatten().copied().collect();
        let within = g.class("within");
        let led = begins.union(within).union(g.class("amount")).union(g.class("middle"));
        let starts: BTreeSet<u16> = led.ids().chain(times).collect();
        Self {
            begins,
            starts: ClassSet::of(starts),
            within,
            month: g.class("month"),
            lead: g.class("date_lead"),
            join: g.class("date_join"),
            until: g.class("date_until"),
            from: g.class("date_from"),
            next: g.class("next"),
            happened: g.class("past_act").union(g.class("preterite")).union(g.class("finite")),
            past_verb: g.class("preterite").union(g.class("participle")),
            copula: g.class("copula"),
            have: g.class("have"),
            season: g.class("season"),
            quarter: g.class("quarter"),
            half: g.class("half"),
            period: g.class("period"),
            relative: g.class("relative_lead"),
            moment: g.class("moment"),
            ordinal: g.class("ordinal"),
            deadline: g.class("deadline"),
            past: g.class("past_lead"),
            reference: g.class("reference"),
            weekday: g.class("weekday"),
            meeting: g.class("meeting_noun"),
            at: g.class("at_event"),
            participle: g.class("participle"),
            auxiliary: g.class("auxiliary"),
            quality: g.class("quality"),
            determiner: g.class("determiner"),
            of: g.class("owner_of"),
            future: g.class("future").union(g.class("be_future")).union(g.class("will")),
            day_first: g.day_first,
        }
    }
}

/// What leads to the year from which something is counted: "relative to 1990".
const COUNTED_FROM: [&str; 6] =
    ["relative", "compared", "versus", "comparaison", "respecto", "comparación"];

/// What joins what is said to whoever says it.
const THAT: [&str; 3] = ["that", "que", "qu'"];

/// A date may begin with a word that has these classes.
pub(crate) fn may_start(classes: &ClassSet, grammar: &Grammar) -> bool {
    classes.meets(&grammar.kept.dates.get_or_init(|| Kinds::of(grammar)).starts)
}

/// Finds the dates of a sentence, from left to right.
pub(crate) fn dates(words: &[Word<'_>], present: &Present, grammar: &Grammar) -> Vec<Date> {
    let kinds = grammar.kept.dates.get_or_init(|| Kinds::of(grammar));
    let mut found: Vec<Date> = Vec::new();
    let may = grammar.times_among.among(present).numbers();
    let may = may.filter_map(|number| grammar.times.get(number));
    let times: Vec<&Pattern> = may.filter(|time| time.is_possible(present)).collect();
    let starts = words.iter().enumerate().filter(|(_, word)| word.starts_date());
    for (place, _) in starts {
        let within = words.get(place).is_some_and(|word| word.is(&kinds.within));
        for at in place..place + 1 + usize::from(within) {
            let after = found.last().map_or(0, |last| last.words.end);
            let Some(word) = words.get(at).filter(|_| at >= after) else { continue };
            let led =
                at.checked_sub(1).and_then(|b| words.get(b)).is_some_and(|w| w.is(&kinds.lead));
            let dated =
                (led || word.is(&kinds.begins)).then(|| date_at(words, at, kinds)).flatten();
            let told = || {
                let mut times = times.iter();
                times.find_map(|time| time.at(words, at)).map(|found| timed(words, found.end))
            };
            let Some((end, edtf)) = dated.or_else(told) else { continue };
            // A cell of a table is told by the lines beside it.
            let at = at + usize::from(word.mark);
            let mut start = at;
            let least = at.saturating_sub(LEAD_WORDS_MAX);
            while start > least.max(after)
                && words.get(start - 1).is_some_and(|w| w.is(&kinds.lead))
            {
                start -= 1;
            }
            let date = Date { words: start..end, core: at, edtf };
            match found.last_mut().filter(|before| spans(before, &date, words, kinds)) {
                Some(before) => through(before, date),
                None => found.push(date),
            }
        }
    }
    found
}

/// "From May 2025 to July 2025", "du 3 mai au 5 juin": two dates that are the ends of one period.
fn spans(first: &Date, last: &Date, words: &[Word<'_>], kinds: &Kinds) -> bool {
    let begins = words.get(first.words.start..first.core).unwrap_or_default();
    let joins = words.get(first.words.end..last.core).unwrap_or_default();
    let [join, rest @ ..] = joins else { return false };
    begins.iter().any(|w| w.is(&kinds.from))
        && join.is(&kinds.until)
        && rest.len() <= 2
        && rest.iter().all(|w| w.is(&kinds.lead))
}

/// Lets a date go on to the end of another.
fn through(first: &mut Date, last: Date) {
    first.words.end = last.words.end;
    first.edtf = match (first.edtf.take(), last.edtf) {
        (Some(first), Some(last)) if !first.contains('/') && !last.contains('/') => {
            Some(format!("{first}/{last}"))
        }
        (first, _) => first,
    };
}

/// A time told in words may end with its year, or before it: "before 2026 is over", "d’ici l’été 2026".
fn timed(words: &[Word<'_>], end: usize) -> (usize, Option<String>) {
    let marks = words.get(..end).unwrap_or_default().iter().rev().take_while(|w| w.mark).count();
    let end = end - marks;
    let Some(last) = end.checked_sub(1).and_then(|at| words.get(at)) else { return (end, None) };
    let after = words.get(end).and_then(|word| year(word.text));
    if let (Some(season), Some(year)) = (season_code(last.low()), after) {
        return (end + 1, Some(format!("{year:04}-{season}")));
    }
    (end, year(last.text).map(|year| format!("{year:04}")))
}

/// The date by or in which a statement is to come true: a deadline before any other date, and of other
/// dates one behind its predicate before one that stands before it.
pub(crate) fn due<'d>(
    dates: &'d [Date],
    words: &[Word<'_>],
    grammar: &Grammar,
    predicate: Option<usize>,
) -> Option<&'d Date> {
    let kinds = grammar.kept.dates.get_or_init(|| Kinds::of(grammar));
    let is_deadline = |date: &Date| {
        let lead = words.get(date.words.start..date.core).unwrap_or_default();
        lead.iter().any(|w| w.is(&kinds.deadline))
    };
    let counted =
        |date: &Date| words.get(date.words.clone()).unwrap_or_default().iter().any(Word::is_number);
    let before = |date: &Date| predicate.is_some_and(|predicate| date.words.end <= predicate);
    let of_another = |date: &Date| before(date) && of_verb_before(date, words, kinds);
    let said = predicate.is_some_and(|at| is_past(words, at, kinds));
    // "Today we announced that they will": the day before "that" is of another verb.
    let announced = |date: &Date| {
        let between = predicate.and_then(|predicate| words.get(date.words.end..predicate));
        between.unwrap_or_default().windows(2).any(|pair| match pair {
            [verb, that] => {
                (verb.is(&kinds.happened) || verb.is(&kinds.past_verb))
                    && THAT.contains(&that.low())
            }
            _ => false,
        })
    };
    let told_of = |date: &Date| before(date) && (said || announced(date));
    // A deadline that can be counted before any other date, and dates before mere words.
    let due = dates.iter().filter(|date| is_due(date, words, kinds));
    let due = due.filter(|date| is_deadline(date) || !told_of(date));
    due.filter(|date| !begins_growth(date, dates, words, kinds)).min_by_key(|date| {
        (
            of_another(date),
            date.edtf.is_none(),
            !is_deadline(date),
            before(date) && !is_deadline(date),
            !counted(date),
            date.words.start,
        )
    })
}

/// "Today they committed to": the predicate is in the past, so that a day before it is the day they
/// said so.
fn is_past(words: &[Word<'_>], predicate: usize, kinds: &Kinds) -> bool {
    let is = |at: usize, classes| words.get(at).is_some_and(|word| word.is(classes));
    let has = is(predicate, &kinds.have) && is(predicate + 1, &kinds.past_verb);
    let done = is(predicate, &kinds.past_verb)
        && !predicate.checked_sub(1).is_some_and(|at| is(at, &kinds.copula));
    has || done
}

/// "From 40 per cent in 2020 to 80 in 2030": the first year tells from where something is to grow.
fn begins_growth(date: &Date, dates: &[Date], words: &[Word<'_>], kinds: &Kinds) -> bool {
    let is_year = |date: &Date| date.edtf.as_deref().and_then(year).is_some();
    let counts = |at: usize, leads: &Classes| {
        let number = words.get(at + 1).is_some_and(Word::is_number);
        number && words.get(at).is_some_and(|word| word.is(leads))
    };
    let near = date.words.start.saturating_sub(GROWTH_WORDS_MAX)..date.words.start;
    let grows_to = |later: &Date| {
        is_year(later) && (date.words.end..later.words.start).any(|at| counts(at, &kinds.until))
    };
    is_year(date)
        && near.rev().any(|at| counts(at, &kinds.from))
        && dates.iter().any(|later| later.core > date.core && grows_to(later))
}

/// "They met in May and will write": the day that stands before a predicate is of an earlier verb.
fn of_verb_before(date: &Date, words: &[Word<'_>], kinds: &Kinds) -> bool {
    let earlier = words.get(..date.words.start).unwrap_or_default();
    earlier.iter().any(|word| {
        !word.named
            && (word.is(&kinds.happened) || word.is(&kinds.participle) && !word.is(&kinds.quality))
    })
}

fn is_due(date: &Date, words: &[Word<'_>], kinds: &Kinds) -> bool {
    let lead = words.get(date.words.start..date.core).unwrap_or_default();
    let core = words.get(date.core);
    let told = words.get(date.words.clone()).unwrap_or_default();
    let tells = !lead.is_empty()
        || core
            .is_some_and(|w| w.is(&kinds.moment) || w.is(&kinds.relative) || w.is(&kinds.deadline))
        // A time told in words brings its own lead: "à l'horizon 2030".
        || core.is_some_and(|w| !w.is_number() && w.is(&kinds.lead))
        || date.edtf.is_none() && core.is_some_and(|w| !w.is_number() && !w.is_capital())
        || date.edtf.is_none() && told.last().is_some_and(|w| w.is(&kinds.period))
        || date.words.start == 0
        || fills_cell(date, words);
    let past = lead.iter().any(|w| w.is(&kinds.past));
    // "They invited him to the next meeting": it is nobody's deadline.
    let event =
        told.last().is_some_and(|w| w.is(&kinds.meeting)) && !told.iter().any(|w| w.is(&kinds.at));
    // "The spring session", "la séance du printemps".
    let seasonal = !lead.is_empty()
        && core.is_some_and(|w| w.is(&kinds.season))
        && lead.iter().all(|w| matches!(w.low(), "of" | "de" | "du" | "d'" | "del"));
    let by = lead.iter().chain(core).any(|w| w.is(&kinds.deadline));
    // "40 per cent relative to 1990" tells from where something is counted.
    let near = words.get(date.words.start.saturating_sub(3)..date.core).unwrap_or_default();
    let counted_from = near.windows(2).any(|pair| match pair {
        // "Un rapport" is a report.
        [before, word] if word.low() == "rapport" => before.low() == "par",
        [_, word] => COUNTED_FROM.contains(&word.low()),
        _ => false,
    });
    let otherwise = of_another(date, words, kinds) || modifies(date, words, kinds);
    tells
        && !past
        && !counted_from
        && !of_telling(date, words, kinds)
        && (by || !otherwise && !seasonal && !event)
}

/// A cell of a table that holds a date and nothing else: `| Open the registers | May 3, 2027 |`.
fn fills_cell(date: &Date, words: &[Word<'_>]) -> bool {
    let before = date.words.start.checked_sub(1).and_then(|at| words.get(at));
    let line = |word: Option<&Word<'_>>| word.is_some_and(|word| word.text == "|");
    line(before) && (line(words.get(date.words.end)) || words.len() == date.words.end)
}

/// "Signed in 2019" tells of something else than the statement does.
fn of_another(date: &Date, words: &[Word<'_>], kinds: &Kinds) -> bool {
    let before = date.words.start.checked_sub(1).and_then(|at| words.get(at));
    let further = date.words.start.checked_sub(2).and_then(|at| words.get(at));
    before.is_some_and(|w| w.is(&kinds.participle) && !w.is(&kinds.quality) && !w.named)
        && !further
            .is_some_and(|w| w.is(&kinds.auxiliary) || w.is(&kinds.determiner) || w.low() == "be")
}

/// "They agreed on Monday", "sostuvo hoy": the day on which they said so.
fn of_telling(date: &Date, words: &[Word<'_>], kinds: &Kinds) -> bool {
    let told = words.get(date.words.clone()).unwrap_or_default();
    let core = words.get(date.core);
    let before = date.words.start.checked_sub(1).and_then(|at| words.get(at));
    let weekday = core.is_some_and(|w| w.is(&kinds.weekday))
        && date.edtf.is_none()
        && !told.iter().any(|w| w.is_number() || w.is(&kinds.next) || w.is(&kinds.deadline));
    let said = core.is_some_and(|w| w.is(&kinds.moment))
        && before.is_some_and(|w| w.is(&kinds.happened) || w.is(&kinds.participle))
        && !before.is_some_and(|w| w.is(&kinds.future));
    weekday || said
}

/// "The 2022 plan", "el plan de 2022", "the agreement of 5 May 1995": the date belongs to a noun.
fn modifies(date: &Date, words: &[Word<'_>], kinds: &Kinds) -> bool {
    let lead = words.get(date.words.start..date.core).unwrap_or_default();
    let (Some(last), Some(core)) = (lead.last(), words.get(date.core)) else { return false };
    let whole_years = date.edtf.as_deref().is_none_or(|edtf| !edtf.contains('-'));
    let told = words.get(date.core..date.words.end).unwrap_or_default();
    let year = whole_years && core.is_number() && !told.iter().any(|word| word.is(&kinds.month));
    let noun = |w: &Word<'_>| {
        w.is(&kinds.of) || matches!(w.low(), "the" | "la" | "le" | "les" | "l'" | "el" | "for")
    };
    let is_span = date.edtf.as_deref().is_some_and(|edtf| edtf.contains('/'));
    let of = !is_span && lead.iter().all(|w| w.is(&kinds.of));
    year && (lead.iter().all(noun) || last.low() == "the") || of
}

/// The day something happened: the most exact date that stands in the sentence on its own.
pub(crate) fn day(dates: &[Date]) -> Option<&Date> {
    let led = dates.iter().filter(|date| date.words.start < date.core || date.core == 0);
    led.filter(|date| date.edtf.is_some()).min_by_key(|date| {
        let exact = date.edtf.as_deref().map_or(0, str::len);
        (std::cmp::Reverse(exact.min(10)), date.words.start)
    })
}

/// Reads a date that begins at a word: the word after it, and the EDTF.
fn date_at(words: &[Word<'_>], at: usize, kinds: &Kinds) -> Option<(usize, Option<String>)> {
    let word = words.get(at)?;
    if word.is_number() {
        let referred = at
            .checked_sub(1)
            .and_then(|before| words.get(before))
            .is_some_and(|before| before.is(&kinds.reference));
        return iso(word)
            .map(|edtf| (at + 1, Some(edtf)))
            .or_else(|| in_digits(words, at, kinds.day_first))
            .or_else(|| day_month(words, at, kinds))
            .or_else(|| if referred { None } else { year_or_years(words, at) })
            .or_else(|| relative(words, at, kinds));
    }
    if let Some(middle) = middle(word.low()) {
        return Some((at + 1, Some(format!("{middle:04}"))));
    }
    if word.is(&kinds.weekday) {
        // "Mardi prochain".
        let next = usize::from(words.get(at + 1).is_some_and(|word| word.is(&kinds.next)));
        return Some(day_month(words, at + 1, kinds).unwrap_or((at + 1 + next, None)));
    }
    month_day(words, at, kinds)
        .or_else(|| season_or_quarter(words, at, kinds))
        .or_else(|| relative(words, at, kinds))
}

/// The year of `mid-2025`, `mi-2025`.
fn middle(low: &str) -> Option<u16> {
    low.strip_prefix("mid-").or(low.strip_prefix("mi-")).and_then(year)
}

/// `2024-03-01`.
fn iso(word: &Word<'_>) -> Option<String> {
    let parts: Vec<&str> = word.text.split('-').collect();
    let [year, month, day] = parts.as_slice() else { return None };
    let digits = |text: &str, length: usize| {
        text.len() == length && text.chars().all(|c| c.is_ascii_digit())
    };
    let valid = digits(year, 4)
        && digits(month, 2)
        && digits(day, 2)
        && (1..=12).contains(&month.parse::<u8>().ok()?)
        && (1..=31).contains(&day.parse::<u8>().ok()?);
    valid.then(|| word.text.to_owned())
}

/// `19/06/2019`, `19.06.2019`, `5/12/20`. Which part is the day is told by its size, or else by the
/// language; where neither tells, the date is one and is not understood.
fn in_digits(words: &[Word<'_>], at: usize, day_first: bool) -> Option<(usize, Option<String>)> {
    let text = words.get(at)?.text;
    let parts: Vec<&str> = text.split(['/', '.', '-']).collect();
    let [first, second, year] = parts.as_slice() else { return None };
    let short = |part: &str| part.parse::<u8>().ok().filter(|_| part.len() <= 2);
    let year = match year.len() {
        4 => self::year(year)?,
        // "1.2.30" is a section.
        2 if text.contains('/') => 2_000 + u16::from(short(year)?),
        _ => return None,
    };
    let (first, second) = (short(first)?, short(second)?);
    let (day, month, is_told) = match (first, second) {
        (13..=31, 1..=12) => (first, second, true),
        (1..=12, 13..=31) => (second, first, true),
        (1..=12, 1..=12) => (first, second, day_first || first == second),
        _ => return None,
    };
    Some((at + 1, is_told.then(|| format!("{year:04}-{month:02}-{day:02}"))))
}

/// `2023`, `2021-2022`.
fn year_or_years(words: &[Word<'_>], at: usize) -> Option<(usize, Option<String>)> {
    let word = words.get(at)?;
    if let Some(year) = year(word.text) {
        // A year standing alone is one; before a noun of amounts it is a number.
        return Some((at + 1, Some(format!("{year:04}"))));
    }
    let (first, second) = word.text.split_once(['-', '/'])?;
    let first = year(first)?;
    let second = match second.len() {
        4 => year(second)?,
        2 => first / 100 * 100 + second.parse::<u16>().ok()?,
        _ => return None,
    };
    (second > first).then(|| (at + 1, Some(format!("{first:04}/{second:04}"))))
}

fn year(text: &str) -> Option<u16> {
    if text.len() != 4 {
        return None;
    }
    text.parse().ok().filter(|year| (1800..=2150).contains(year))
}

/// The days of `17`, `4th`, `1er`, `25-26`.
fn days(word: &Word<'_>) -> Option<(u8, Option<u8>)> {
    let day = |text: &str| {
        let digits: String = text.chars().take_while(char::is_ascii_digit).collect();
        let rest = text.get(digits.len()..).unwrap_or_default().to_lowercase();
        let known =
            matches!(rest.as_str(), "" | "st" | "nd" | "rd" | "th" | "er" | "º" | "ª" | "ère");
        digits.parse::<u8>().ok().filter(|day| known && (1..=31).contains(day))
    };
    match word.text.split_once('-') {
        Some((first, second)) => Some((day(first)?, Some(day(second)?))),
        None => Some((day(word.text)?, None)),
    }
}

fn month(word: &Word<'_>, kinds: &Kinds) -> Option<u8> {
    if !word.is(&kinds.month) {
        return None;
    }
    let low = word.low().trim_start_matches("mi-");
    // "may" and "mars" are months only where they are written or placed like one.
    if low == "may" && !word.is_capital() {
        return None;
    }
    let number = MONTHS.iter().position(|b| b.iter().any(|begin| low.starts_with(begin)))?;
    u8::try_from(number + 1).ok()
}

/// Passes over words that join the parts of a date.
fn joined(words: &[Word<'_>], at: usize, kinds: &Kinds) -> usize {
    let mut next = at;
    while next < at + 2 && words.get(next).is_some_and(|w| w.is(&kinds.join) || w.text == ",") {
        next += 1;
    }
    next
}

/// The year that may follow a month or a day.
fn year_after(words: &[Word<'_>], at: usize, kinds: &Kinds) -> (usize, Option<u16>) {
    let next = joined(words, at, kinds);
    match words.get(next).and_then(|w| year(w.text)) {
        Some(year) => (next + 1, Some(year)),
        None => (at, None),
    }
}

fn edtf(year: Option<u16>, month: u8, first: Option<u8>, last: Option<u8>) -> Option<String> {
    let year = year?;
    Some(match (first, last) {
        (Some(first), Some(last)) if last > first => {
            format!("{year:04}-{month:02}-{first:02}/{year:04}-{month:02}-{last:02}")
        }
        (Some(first), _) => format!("{year:04}-{month:02}-{first:02}"),
        (None, _) => format!("{year:04}-{month:02}"),
    })
}

/// `18 de junio de 2007`, `17 al 18 de julio`, `1er mars 2024`, `4th May`.
fn day_month(words: &[Word<'_>], at: usize, kinds: &Kinds) -> Option<(usize, Option<String>)> {
    let (first, mut last) = days(words.get(at)?)?;
    let mut next = at + 1;
    if words.get(next).is_some_and(|w| w.is(&kinds.until) || w.text == "–")
        && let Some((second, None)) = words.get(next + 1).and_then(days)
    {
        last = Some(second);
        next += 2;
    }
    let place = joined(words, next, kinds);
    let number = month(words.get(place)?, kinds)?;
    let (end, year) = year_after(words, place + 1, kinds);
    Some((end, edtf(year, number, Some(first), last)))
}

/// `January 23th`, `November 25-26, 2015`, `March 2022`, `July 17th to September 4th`.
fn month_day(words: &[Word<'_>], at: usize, kinds: &Kinds) -> Option<(usize, Option<String>)> {
    let word = words.get(at)?;
    let number = month(word, kinds)?;
    let next = words.get(at + 1);
    if let Some((first, mut last)) = next.and_then(days) {
        let mut end = at + 2;
        if words.get(end).is_some_and(|w| w.is(&kinds.until))
            && let Some((second, None)) = words.get(end + 1).and_then(days)
            && second > first
        {
            last = Some(second);
            end += 2;
        }
        let (end, year) = year_after(words, end, kinds);
        return Some((end, edtf(year, number, Some(first), last)));
    }
    let (end, year) = year_after(words, at + 1, kinds);
    // A month without day and year is one only after a word that leads to dates.
    let led = at.checked_sub(1).and_then(|b| words.get(b)).is_some_and(|w| w.is(&kinds.lead));
    (year.is_some()
        || (led && (word.low().chars().count() > 3 || word.low() == "may" || word.low() == "mai")))
        .then(|| (end.max(at + 1), edtf(year, number, None, None)))
}

/// `spring of 2022`, `first trimester of 2022`, `segundo semestre de 2023`.
fn season_or_quarter(
    words: &[Word<'_>],
    at: usize,
    kinds: &Kinds,
) -> Option<(usize, Option<String>)> {
    let word = words.get(at)?;
    if word.is(&kinds.season) {
        let (end, year) = year_after(words, at + 1, kinds);
        let code = season_code(word.low())?;
        let led = at.checked_sub(1).and_then(|b| words.get(b)).is_some_and(|w| w.is(&kinds.lead));
        return (year.is_some() || led)
            .then(|| (end.max(at + 1), year.map(|year| format!("{year:04}-{code}"))));
    }
    if !word.is(&kinds.ordinal) {
        return None;
    }
    let unit = words.get(at + 1)?;
    let base = if unit.is(&kinds.quarter) {
        33
    } else if unit.is(&kinds.half) {
        40
    } else {
        return None;
    };
    let rank = rank(word.low())?;
    if base == 40 && rank > 1 {
        return None;
    }
    let (end, year) = year_after(words, at + 2, kinds);
    Some((end.max(at + 2), year.map(|year| format!("{year:04}-{}", base + rank))))
}

pub(crate) fn season_code(low: &str) -> Option<u8> {
    match low {
        "spring" | "primavera" | "printemps" => Some(21),
        "summer" | "verano" | "été" => Some(22),
        "autumn" | "fall" | "otoño" | "automne" => Some(23),
        "winter" | "invierno" | "hiver" => Some(24),
        _ => None,
    }
}

fn rank(low: &str) -> Option<u8> {
    match low {
        "first" | "primer" | "primera" | "premier" | "première" => Some(0),
        "second" | "segundo" | "segunda" | "deuxième" => Some(1),
        "third" | "tercer" | "troisième" => Some(2),
        "fourth" | "cuarto" | "quatrième" => Some(3),
        _ => None,
    }
}

/// `today`, `next week`, `this year`, `dans les deux prochaines semaines`: words only.
fn relative(words: &[Word<'_>], at: usize, kinds: &Kinds) -> Option<(usize, Option<String>)> {
    let word = words.get(at)?;
    if word.is(&kinds.moment) {
        let hyphen = usize::from(word.low() == "aujourd'");
        return Some((at + 1 + hyphen, None));
    }
    if word.is(&kinds.relative) {
        let period =
            (at + 1..at + 4).find(|p| words.get(*p).is_some_and(|w| w.is(&kinds.period)))?;
        let plain = words
            .get(at + 1..period)?
            .iter()
            .all(|w| !w.mark && !w.is(&kinds.lead) && !w.is(&kinds.weekday));
        return plain.then_some((period + 1, None));
    }
    // "within two weeks", "in a month", "dans un délai de 30 jours".
    let led = at.checked_sub(1).and_then(|b| words.get(b))?;
    let within = matches!(led.low(), "within" | "dans");
    let lasts = matches!(led.low(), "over" | "during" | "durante" | "pendant" | "sur");
    let counts = within || lasts || matches!(led.low(), "in" | "en");
    let amount = word.is_number() || amount(word.low()).is_some();
    if !counts || !(amount || within) {
        return None;
    }
    let period = (at + 1..at + 6).find(|p| words.get(*p).is_some_and(|w| w.is(&kinds.period)))?;
    let between = words.get(at + 1..period)?;
    let plain = between.iter().all(|w| !w.mark && w.text != "of");
    // Between the amount and the period stand at most two words, unless a term is named.
    let term = matches!(word.low(), "un" | "a" | "the") && between.len() <= 4;
    (plain && (between.len() <= 2 || term)).then_some((period + 1, None))
}

/// The month in a time told without its year, and the day of the month if there is one.
pub(crate) fn month_and_day(words: &[Word<'_>], grammar: &Grammar) -> Option<(i8, Option<i8>)> {
    let kinds = grammar.kept.dates.get_or_init(|| Kinds::of(grammar));
    let at = words.iter().position(|word| month(word, kinds).is_some())?;
    let number = i8::try_from(month(words.get(at)?, kinds)?).ok()?;
    let beside = [at + 1, at.wrapping_sub(1), at.wrapping_sub(2)];
    let day = beside.into_iter().filter_map(|at| words.get(at)).find_map(|word| match days(word) {
        Some((day, None)) => i8::try_from(day).ok(),
        Some((_, Some(_))) | None => None,
    });
    Some((number, day))
}

/// The number that a word tells.
pub(crate) fn amount(low: &str) -> Option<i64> {
    Some(match low {
        "a" | "one" | "un" | "une" | "una" => 1,
        "two" | "deux" | "dos" => 2,
        "three" | "trois" | "tres" => 3,
        "four" | "quatre" | "cuatro" => 4,
        "five" | "cinq" | "cinco" => 5,
        "six" | "seis" => 6,
        "nine" | "neuf" | "nueve" => 9,
        "ten" | "dix" | "diez" => 10,
        "twelve" | "douze" | "doce" => 12,
        "thirty" | "trente" | "treinta" => 30,
        "sixty" | "soixante" | "sesenta" => 60,
        "ninety" | "noventa" => 90,
        _ => return None,
    })
}

#[cfg(test)]
mod tests;
