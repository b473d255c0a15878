//! A document fetched from the web: within limits, every redirect told, and never from an address of
//! the network that the program stands in, unless that is asked for.
//!
//! Never: sends anything but the question for one page, keeps anything, runs what it gets.

mod address;

use std::sync::Arc;
use std::time::Duration;

use ureq::Agent;
use ureq::http::header::{CONTENT_TYPE, LOCATION};
use ureq::http::{HeaderMap, StatusCode};
use ureq::tls::{RootCerts, TlsConfig};
use ureq::unversioned::transport::DefaultConnector;
use url::Url;

pub use address::Reach;
use address::{Checked, PrivateAddress};

/// The limits that a page is fetched within.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// Bytes of the page.
    pub size_bytes_max: usize,
    /// How long each answer may take, from looking up the name to its last byte.
    pub time_max: Duration,
    /// How often whoever is asked may lead elsewhere.
    pub redirect_count_max: usize,
}

/// A page as it was received.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Page {
    /// The address that answered.
    pub url: String,
    /// What it sent.
    pub bytes: Vec<u8>,
    /// What it says that is, without parameters: `text/html`.
    pub media_type: Option<String>,
}

/// Why a page was not fetched.
#[derive(Debug, thiserror::Error)]
pub enum NotFetched {
    /// It is no address of a page on the web.
    #[error("'{0}' is no address that begins with http:// or https://")]
    NotAnAddress(String),
    /// It leads into a network that is not public.
    #[error("{host} is {address}, which is no address on the public internet")]
    Private {
        /// The host that was asked for.
        host: String,
        /// The first of its addresses.
        address: String,
    },
    /// A page that came encrypted leads to one that would not.
    #[error("{from} leads to {to}, which is not encrypted")]
    Downgraded {
        /// What leads there.
        from: String,
        /// Where it leads.
        to: String,
    },
    /// It leads elsewhere again and again.
    #[error("it leads elsewhere more than {count_max} times")]
    TooManyRedirects {
        /// The limit.
        count_max: usize,
    },
    /// The answer is not the page.
    #[error("{url} answers {status}")]
    Status {
        /// What was asked.
        url: String,
        /// The code of its answer.
        status: u16,
    },
    /// The page is larger than the limit.
    #[error("{url} has more than {size_bytes_max} bytes")]
    TooLarge {
        /// What was asked.
        url: String,
        /// The limit.
        size_bytes_max: usize,
    },
    /// No answer came.
    #[error("{url} does not answer: {why}")]
    NoAnswer {
        /// What was asked.
        url: String,
        /// What went wrong.
        why: String,
    },
}

/// Whether a text is an address of a page, rather than the name of a file.
pub fn is_address(text: &str) -> bool {
    let begins =
        |with: &str| text.get(..with.len()).is_some_and(|it| it.eq_ignore_ascii_case(with));
    begins("http://") || begins("https://")
}

/// Fetches a page. `led` is told of each redirect: from where, to where.
pub fn fetch(
    address: &str,
    reach: Reach,
    limits: &Limits,
    mut led: impl FnMut(&str, &str),
) -> Result<Page, NotFetched> {
    let agent = agent(reach, limits);
    let mut url = parse(address)?;
    for _ in 0..=limits.redirect_count_max {
        let mut answer = agent.get(url.as_str()).call().map_err(|error| no_answer(&url, &error))?;
        let status = answer.status();
        if let Some(to) = location(&url, status, answer.headers())? {
            led(url.as_str(), to.as_str());
            if url.scheme() == "https" && to.scheme() == "http" {
                return Err(NotFetched::Downgraded { from: url.into(), to: to.into() });
            }
            url = to;
            continue;
        }
        if !status.is_success() {
            return Err(NotFetched::Status { url: url.into(), status: status.as_u16() });
        }
        let media_type = media_type(answer.headers());
        let most = u64::try_from(limits.size_bytes_max).unwrap_or(u64::MAX);
        let body = answer.body_mut().with_config().limit(most.saturating_add(1)).read_to_vec();
        let size_bytes_max = limits.size_bytes_max;
        return match body {
            Ok(bytes) if bytes.len() <= size_bytes_max => {
                Ok(Page { url: url.into(), bytes, media_type })
            }
            Ok(_) | Err(ureq::Error::BodyExceedsLimit(_)) => {
                Err(NotFetched::TooLarge { url: url.into(), size_bytes_max })
            }
            Err(error) => Err(no_answer(&url, &error)),
        };
    }
    Err(NotFetched::TooManyRedirects { count_max: limits.redirect_count_max })
}

fn agent(reach: Reach, limits: &Limits) -> Agent {
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    let tls = TlsConfig::builder()
        .root_certs(RootCerts::PlatformVerifier)
        .unversioned_rustls_crypto_provider(provider)
        .build();
    let config = Agent::config_builder()
        .tls_config(tls)
        .timeout_global(Some(limits.time_max))
        // Each step is looked at by us, with the address that it leads to.
        .max_redirects(0)
        .http_status_as_error(false)
        // Settings arrive as arguments; and a proxy would look names up where we cannot see it.
        .proxy(None)
        .user_agent(concat!("servanda/", env!("CARGO_PKG_VERSION")))
        .accept("text/html, application/pdf, text/plain, text/markdown, */*;q=0.5")
        .build();
    Agent::with_parts(config, DefaultConnector::default(), Checked::new(reach))
}

/// An address of the web that names nobody: no user, no password.
fn parse(address: &str) -> Result<Url, NotFetched> {
    let refused = || NotFetched::NotAnAddress(address.to_owned());
    let url = Url::parse(address).map_err(|_not_one| refused())?;
    let is_web = matches!(url.scheme(), "http" | "https");
    let names_nobody = url.username().is_empty() && url.password().is_none();
    if is_web && names_nobody && url.has_host() { Ok(url) } else { Err(refused()) }
}

/// Where an answer leads, if it does.
fn location(
    from: &Url,
    status: StatusCode,
    headers: &HeaderMap,
) -> Result<Option<Url>, NotFetched> {
    if !matches!(status.as_u16(), 301 | 302 | 303 | 307 | 308) {
        return Ok(None);
    }
    let Some(to) = headers.get(LOCATION) else { return Ok(None) };
    let to = String::from_utf8_lossy(to.as_bytes()).into_owned();
    let joined = from.join(&to).map_err(|_no_address| NotFetched::NotAnAddress(to))?;
    parse(joined.as_str()).map(Some)
}

fn media_type(headers: &HeaderMap) -> Option<String> {
    let value = headers.get(CONTENT_TYPE)?.to_str().ok()?;
    let bare = value.split(';').next().unwrap_or(value).trim();
    (!bare.is_empty()).then(|| bare.to_ascii_lowercase())
}

fn no_answer(url: &Url, error: &ureq::Error) -> NotFetched {
    if let ureq::Error::Io(io) = error
        && let Some(PrivateAddress { host, address }) =
            io.get_ref().and_then(|inner| inner.downcast_ref::<PrivateAddress>())
    {
        return NotFetched::Private { host: host.clone(), address: address.to_string() };
    }
    NotFetched::NoAnswer { url: url.to_string(), why: error.to_string() }
}

#[cfg(test)]
mod tests;
