//! The forms in which a page is given beside HTML: data, table, feed, calendar. The address of
//! each is that of the page with an ending.

use crate::block::Names;
use crate::site::Desk;

/// A form of a page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Form {
    /// The page itself.
    Page,
    /// JSON.
    Data,
    /// CSV.
    Table,
    /// Atom.
    Feed,
    /// iCalendar.
    Calendar,
}

impl Form {
    /// Those whose addresses have an ending.
    pub(crate) const WITH_ENDING: [Self; 4] = [Self::Data, Self::Table, Self::Feed, Self::Calendar];

    /// What its address ends in.
    pub(crate) const fn ending(self) -> &'static str {
        match self {
            Self::Page => "",
            Self::Data => ".json",
            Self::Table => ".csv",
            Self::Feed => ".atom",
            Self::Calendar => ".ics",
        }
    }

    /// Its media type.
    pub(crate) const fn media_type(self) -> &'static str {
        match self {
            Self::Page => "text/html; charset=utf-8",
            Self::Data => "application/json",
            Self::Table => "text/csv; charset=utf-8; header=present",
            Self::Feed => "application/atom+xml; charset=utf-8",
            Self::Calendar => "text/calendar; charset=utf-8",
        }
    }

    /// The end of the keys of its messages.
    pub(crate) const fn code(self) -> &'static str {
        match self {
            Self::Page => "page",
            Self::Data => "data",
            Self::Table => "table",
            Self::Feed => "feed",
            Self::Calendar => "calendar",
        }
    }

    /// The last segment of an address without its ending, and the form that is asked for.
    pub(crate) fn split(name: &str) -> (&str, Self) {
        Self::WITH_ENDING
            .into_iter()
            .find_map(|form| Some((name.strip_suffix(form.ending())?, form)))
            .unwrap_or((name, Self::Page))
    }

    /// The address of this form of a page: `/en/x?y=z` → `/en/x.csv?y=z`. A form has pages of its
    /// own, or none.
    pub(crate) fn of(self, path: &str) -> String {
        let (path, query) = path.split_once('?').unwrap_or((path, ""));
        let kept: Vec<&str> = query
            .split('&')
            .filter(|pair| !pair.is_empty() && !pair.starts_with("page="))
            .collect();
        let ending = self.ending();
        if kept.is_empty() {
            format!("{path}{ending}")
        } else {
            format!("{path}{ending}?{}", kept.join("&"))
        }
    }

    /// A link to this form of a page.
    pub(crate) fn link(self, desk: &Desk, path: &str) -> FormLink {
        let media_type = self.media_type();
        FormLink {
            label: desk.locale.say_code("as", self.code()),
            href: self.of(path),
            media_type: media_type.split(';').next().unwrap_or(media_type),
        }
    }
}

/// A link to a form of a page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct FormLink {
    /// What it is.
    pub(crate) label: String,
    /// Where it is.
    pub(crate) href: String,
    /// Its media type, without parameters.
    pub(crate) media_type: &'static str,
}

/// The address of a page with scheme and host, for what is read elsewhere than on the site.
pub(crate) fn address(desk: &Desk, names: &Names<'_>, path: &str) -> String {
    format!("{}{}", desk.site.address(), names.path(path))
}
