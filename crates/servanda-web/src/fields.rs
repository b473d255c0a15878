//! The fields of an address's query or of a form, read leniently: an address that somebody mended by hand still
//! leads to a page.

use std::collections::BTreeMap;
use std::convert::Infallible;

use axum::extract::FromRequestParts;
use axum::http::request::Parts;

/// Fields that are read of one address; what follows is as if it were not there.
const QUERY_FIELDS_MAX: usize = 64;
/// Fields that are read of one form. None of the site has so many: whatever was typed is read.
const FORM_FIELDS_MAX: usize = 2_048;

/// The fields of a query or form; of several with one name the first counts.
#[derive(Clone, Default)]
pub(crate) struct Fields(BTreeMap<String, String>);

impl std::fmt::Debug for Fields {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        // The names only: a form may hold a password.
        f.debug_set().entries(self.0.keys()).finish()
    }
}

impl Fields {
    /// The fields of a query as it stands in an address.
    pub(crate) fn of_query(query: &str) -> Self {
        Self::first(query.as_bytes(), QUERY_FIELDS_MAX)
    }

    /// The fields of a form as it is sent.
    pub(crate) fn of_form(bytes: &[u8]) -> Self {
        Self::first(bytes, FORM_FIELDS_MAX)
    }

    fn first(bytes: &[u8], count: usize) -> Self {
        let mut fields = BTreeMap::new();
        for (name, value) in form_urlencoded::parse(bytes).take(count) {
            fields.entry(name.into_owned()).or_insert_with(|| value.into_owned());
        }
        Self(fields)
    }

    /// These fields, as if they had been sent.
    pub(crate) fn of(fields: &[(&str, &str)]) -> Self {
        let owned = |(name, value): &(&str, &str)| ((*name).to_owned(), (*value).to_owned());
        Self(fields.iter().map(owned).collect())
    }

    /// What a field says.
    pub(crate) fn get(&self, name: &str) -> Option<&str> {
        self.0.get(name).map(String::as_str)
    }

    /// The names of the fields, in their order.
    pub(crate) fn names(&self) -> impl Iterator<Item = &str> {
        self.0.keys().map(String::as_str)
    }

    /// What a field says, as a value; what cannot be read is as if it were not there.
    pub(crate) fn parsed<T: std::str::FromStr>(&self, name: &str) -> Option<T> {
        self.get(name)?.parse().ok()
    }

    /// The query with one field set to a value.
    pub(crate) fn with(&self, name: &str, value: &str) -> String {
        let mut query = form_urlencoded::Serializer::new(String::new());
        let others = self.0.iter().filter(|(known, _)| *known != name);
        query.extend_pairs(others).append_pair(name, value);
        query.finish()
    }

    /// All fields but one, as a form sends them.
    pub(crate) fn without(&self, name: &str) -> String {
        let mut form = form_urlencoded::Serializer::new(String::new());
        form.extend_pairs(self.0.iter().filter(|(known, _)| *known != name)).finish()
    }

    /// The page that is asked for, from 1.
    pub(crate) fn page(&self) -> usize {
        self.parsed("page").unwrap_or(1).max(1)
    }
}

impl<S: Sync> FromRequestParts<S> for Fields {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, _state: &S) -> Result<Self, Infallible> {
        Ok(Self::of_query(parts.uri.query().unwrap_or_default()))
    }
}
