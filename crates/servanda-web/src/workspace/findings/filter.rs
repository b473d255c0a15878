//! Which findings a page shows: by what became of them, and by what they are.

use servanda_actions::documents::Decided;
use servanda_model::FindingKind;
use servanda_model::reading::Finding;

use crate::fields::Fields;
use crate::workspace::documents::Found;

/// Findings by what became of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) enum Which {
    /// All of them.
    #[default]
    All,
    /// Nothing is decided yet.
    Open,
    /// They became drafts, or sources of drafts.
    Taken,
    /// They say the same as others.
    Merged,
    /// Nothing becomes of them.
    Dismissed,
}

impl Which {
    /// All of them, in the order in which they are offered.
    pub(crate) const ALL: [Self; 5] =
        [Self::All, Self::Open, Self::Taken, Self::Merged, Self::Dismissed];

    /// The code in addresses and messages.
    pub(crate) const fn code(self) -> &'static str {
        match self {
            Self::All => "all",
            Self::Open => "open",
            Self::Taken => "taken",
            Self::Merged => "merged",
            Self::Dismissed => "dismissed",
        }
    }
}

/// Which findings are shown.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct Filter {
    pub(crate) which: Which,
    pub(crate) kind: Option<FindingKind>,
}

impl Filter {
    /// What a query or form asks for; what is not understood is as if it were not there.
    pub(crate) fn read(fields: &Fields) -> Self {
        let which = Which::ALL.into_iter().find(|which| fields.get("show") == Some(which.code()));
        let kind = fields.get("kind").and_then(FindingKind::find);
        Self { which: which.unwrap_or_default(), kind }
    }

    /// The query of a page of these.
    pub(crate) fn query(&self, page: usize) -> String {
        let mut query = form_urlencoded::Serializer::new(String::new());
        for (name, value) in self.hidden(page) {
            query.append_pair(name, &value);
        }
        query.finish()
    }

    /// What a form sends along, so that it leads back here.
    pub(crate) fn hidden(&self, page: usize) -> Vec<(&'static str, String)> {
        let mut hidden = vec![("page", page.max(1).to_string())];
        if self.which != Which::default() {
            hidden.push(("show", self.which.code().to_owned()));
        }
        hidden.extend(self.kind.map(|kind| ("kind", kind.code().to_owned())));
        hidden
    }

    pub(crate) fn has_kind(&self, finding: &Finding) -> bool {
        self.kind.is_none_or(|kind| kind == finding.place.kind)
    }

    pub(crate) fn shows(&self, found: &Found, finding: &Finding) -> bool {
        let decided = found.workspace.decided(&found.row, &finding.place).map(|row| &row.decided);
        let is_shown = match self.which {
            Which::All => true,
            Which::Open => decided.is_none(),
            Which::Taken => decided.is_some_and(|decided| decided.draft().is_some()),
            Which::Merged => matches!(decided, Some(Decided::Merged { .. })),
            Which::Dismissed => matches!(decided, Some(Decided::Dismissed { .. })),
        };
        is_shown && self.has_kind(finding)
    }
}
