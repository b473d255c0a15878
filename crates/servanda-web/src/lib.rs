//! Pages, their data twins and the published journals; the only crate that knows HTTP and HTML.
//!
//! Never: appends to a journal, reads a document's bytes, links a parser. It only reads the
//! register, and lets actions change it.
//!
//! Words: a *page* is a struct of finished strings with a template; the *frame* is what stands
//! around every page; a *desk* is the site as the reader of one language meets it.

mod answer;
mod api;
mod asset;
mod bars;
mod block;
mod calendar;
mod chart;
mod document;
mod engagement;
mod error;
mod feed;
mod fields;
mod figures;
mod form;
mod frame;
mod freshness;
mod glance;
mod holding;
mod home;
mod institution;
mod journal;
mod kept;
mod lens;
pub mod letter;
mod linked;
mod list;
pub mod locale;
mod matrix;
mod moment;
mod notice;
mod ordinal;
mod partnership;
mod provider;
mod reader;
mod record;
mod relying_party;
mod router;
pub mod routes;
mod search;
mod series;
mod sheet;
mod site;
mod sitemap;
mod source;
mod table;
mod timeline;
mod twin;
mod workspace;

pub use provider::{IdentityProvider, NotTold, Round};
pub use reader::{NotRead, Reader};
pub use router::router;
pub use search::items;
pub use site::{Demonstration, Site};
pub use workspace::address::{Address, Need};
