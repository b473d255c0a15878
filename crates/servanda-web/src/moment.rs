//! The moment a page speaks of: read from its address, shown above it, carried by its links.
//!
//! `as-of` is what the register knew, `on` is what was true. Every link of a page of another
//! moment leads to pages of that moment; [`carry`] sees to it for all of them at once, so that no
//! page has to think of it.

use jiff::civil::Date;
use servanda_model::Language;
use servanda_register::{AsOf, Moment};

use crate::block::Link;
use crate::locale::Locale;
use crate::routes;

/// The field of an address for what the register knew.
pub(crate) const AS_OF: &str = "as-of";
/// The field of an address for what was true.
pub(crate) const ON: &str = "on";

/// The moment of a page, and whether its address said one that could not be read.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Chosen {
    pub(crate) moment: Moment,
    /// What stands in the address and is no date.
    unread: Option<String>,
}

/// What stands above a page about its moment.
#[derive(Debug)]
pub(crate) struct MomentBar {
    /// The day of the last entry that the page knows.
    pub(crate) recorded: Link,
    /// That the page is not today's, or that a date could not be read.
    pub(crate) notice: Option<String>,
    /// The same page of today; none where it is.
    pub(crate) now: Option<String>,
    /// Where the form leads.
    pub(crate) action: String,
    /// The other fields of the address, which the form keeps.
    pub(crate) kept: Vec<(String, String)>,
    /// The dates in the form.
    pub(crate) as_of: String,
    pub(crate) on: String,
    /// The last day that can be chosen as recorded.
    pub(crate) today: String,
}

impl Chosen {
    /// Reads the moment from the query of an address. A day that has not come yet is today.
    pub(crate) fn read(query: &str, today: Date) -> Self {
        let mut chosen = Self::default();
        for (name, value) in form_urlencoded::parse(query.as_bytes()) {
            if value.trim().is_empty() {
                continue;
            }
            if name == AS_OF {
                match AsOf::parse(value.trim()) {
                    Ok(AsOf::Day(day)) if day >= today => {}
                    Ok(as_of) => chosen.moment.as_of = as_of,
                    Err(refused) => chosen.unread = Some(refused.0),
                }
            } else if name == ON {
                match value.trim().parse::<Date>() {
                    Ok(day) => chosen.moment.on = Some(day),
                    Err(_no_day) => chosen.unread = Some(value.into_owned()),
                }
            }
        }
        chosen
    }

    /// The fields of an address that choose this moment.
    pub(crate) fn fields(&self) -> Vec<(&'static str, String)> {
        let as_of = Some(self.moment.as_of.to_string()).filter(|text| !text.is_empty());
        let on = self.moment.on.map(|on| on.to_string());
        as_of.map(|text| (AS_OF, text)).into_iter().chain(on.map(|text| (ON, text))).collect()
    }

    /// A path with the fields of this moment.
    pub(crate) fn path(&self, path: &str) -> String {
        with_fields(path, &self.fields(), "&")
    }

    /// The day that due dates and terms are held against: the day that was chosen, or today.
    pub(crate) fn day(&self, today: Date) -> Date {
        let recorded = match self.moment.as_of {
            AsOf::Day(day) => Some(day),
            AsOf::Now | AsOf::Sizes(_) => None,
        };
        self.moment.on.or(recorded).unwrap_or(today)
    }

    /// What stands above the page at this path, its query included.
    pub(crate) fn bar(
        &self,
        locale: &Locale,
        path: &str,
        recorded: Link,
        today: Date,
    ) -> MomentBar {
        let localized = routes::localized(locale.language(), path);
        let (action, query) = localized.split_once('?').unwrap_or((&localized, ""));
        let kept = form_urlencoded::parse(query.as_bytes())
            .filter(|(name, _)| name != "page")
            .map(|(name, value)| (name.into_owned(), value.into_owned()))
            .collect();
        MomentBar {
            notice: self.notice(locale, &recorded),
            now: (!self.moment.is_now()).then(|| localized.clone()),
            action: action.to_owned(),
            kept,
            as_of: match &self.moment.as_of {
                AsOf::Day(day) => day.to_string(),
                AsOf::Now | AsOf::Sizes(_) => String::new(),
            },
            on: self.moment.on.map_or_else(String::new, |on| on.to_string()),
            today: today.to_string(),
            recorded,
        }
    }

    fn notice(&self, locale: &Locale, recorded: &Link) -> Option<String> {
        if let Some(unread) = &self.unread {
            return Some(locale.say_about("moment-unread", &[("words", unread)]));
        }
        let on = self.moment.on.map(|on| locale.day(on));
        let as_of = match &self.moment.as_of {
            AsOf::Now => None,
            AsOf::Day(day) => Some(locale.day(*day)),
            AsOf::Sizes(_) => Some(recorded.text.clone()),
        };
        match (as_of, on) {
            (None, None) => None,
            (Some(as_of), None) => Some(locale.say_about("moment-as-of", &[("date", &as_of)])),
            (None, Some(on)) => Some(locale.say_about("moment-on", &[("date", &on)])),
            (Some(as_of), Some(on)) => {
                Some(locale.say_about("moment-both", &[("date", &as_of), ("on", &on)]))
            }
        }
    }
}

/// Gives every link of a page that leads to a page of ours the fields of the moment. A link marked
/// `data-now` leads to today.
pub(crate) fn carry(html: String, chosen: &Chosen) -> String {
    const LINK: &str = "href=\"";
    let fields = chosen.fields();
    if fields.is_empty() {
        return html;
    }
    let mut carried = String::with_capacity(html.len() + html.len() / 8);
    let mut rest = html.as_str();
    while let Some((before, after)) = rest.split_once(LINK) {
        let (address, tail) = after.split_once('"').unwrap_or((after, ""));
        carried.push_str(before);
        carried.push_str(LINK);
        if is_page(address) && !before.ends_with("data-now ") {
            carried.push_str(&with_fields(address, &fields, "&#38;"));
        } else {
            carried.push_str(address);
        }
        carried.push('"');
        rest = tail;
    }
    carried.push_str(rest);
    carried
}

/// Whether an address is of a page in a language.
fn is_page(address: &str) -> bool {
    let path = address.split(['?', '#']).next().unwrap_or_default();
    let Some(first) = path.strip_prefix('/').and_then(|path| path.split(['/', '.']).next()) else {
        return false;
    };
    Language::ALL.iter().any(|language| language.tag() == first)
}

/// An address with fields added to its query, before its fragment.
fn with_fields(address: &str, fields: &[(&str, String)], and: &str) -> String {
    if fields.is_empty() {
        return address.to_owned();
    }
    // `&#38;` in a written page begins no fragment.
    let begins = |at: &usize| !address.get(..*at).is_some_and(|before| before.ends_with('&'));
    let mut hashes = address.match_indices('#').map(|(at, _)| at);
    let fragment_at = hashes.find(begins).unwrap_or(address.len());
    let (address, fragment) = address.split_at(fragment_at);
    let pairs: Vec<String> = fields.iter().map(|(name, value)| format!("{name}={value}")).collect();
    let link = if address.contains('?') { and } else { "?" };
    format!("{address}{link}{}{fragment}", pairs.join(and))
}

#[cfg(test)]
mod tests;
