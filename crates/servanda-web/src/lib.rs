//! Pages, their data twins and the published journals; the only crate that knows HTTP and HTML.
//!
//! Never: appends to a journal, reads a document's bytes, links a parser. It only reads the
//! register.
//!
//! Words: a *page* is a struct of finished strings with a template; the *frame* is what stands
//! around every page; a *desk* is the site as the reader of one language meets it.

mod answer;
mod api;
mod asset;
mod block;
mod calendar;
mod document;
mod error;
mod feed;
mod fields;
mod form;
mod frame;
mod freshness;
mod home;
mod journal;
mod linked;
mod list;
pub mod locale;
mod record;
mod router;
pub mod routes;
mod search;
mod site;
mod sitemap;
mod table;
mod twin;

pub use router::router;
pub use search::items;
pub use site::Site;
