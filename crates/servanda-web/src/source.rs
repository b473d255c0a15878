//! From where a request comes, so that whoever guesses passwords keeps nobody else waiting.
//!
//! Never: in a log, a journal or a page.

use std::net::{IpAddr, Ipv6Addr, SocketAddr};
use std::sync::Arc;

use axum::extract::{ConnectInfo, Request, State};
use axum::http::HeaderMap;
use axum::middleware::Next;
use axum::response::Response;

use crate::site::Site;

/// What proxies add the address to that they were asked from.
const FORWARDED: &str = "x-forwarded-for";
/// Segments of an IPv6 address that name a network: within it whoever has one has them all.
const NETWORK_SEGMENTS: usize = 4;

/// From where a request comes: an address, or a network of IPv6. None where it is not known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub(crate) struct Source(Option<IpAddr>);

impl From<IpAddr> for Source {
    fn from(address: IpAddr) -> Self {
        Self(Some(network(address.to_canonical())))
    }
}

/// Marks a request with where it comes from.
pub(crate) async fn mark(
    State(site): State<Arc<Site>>,
    mut request: Request,
    next: Next,
) -> Response {
    let peer = request.extensions().get::<ConnectInfo<SocketAddr>>();
    let peer = peer.map(|ConnectInfo(address)| address.ip());
    let source = of(peer, request.headers(), site.trusted_proxies());
    request.extensions_mut().insert(source);
    next.run(request).await
}

/// The address that is nearest to us and not that of a trusted proxy: what stands before it anybody
/// can have written.
fn of(peer: Option<IpAddr>, headers: &HeaderMap, trusted: &[IpAddr]) -> Source {
    let Some(peer) = peer else { return Source::default() };
    let lines = headers.get_all(FORWARDED).iter().filter_map(|line| line.to_str().ok());
    let named: Vec<&str> = lines.flat_map(|line| line.split(',')).map(str::trim).collect();
    let mut source = peer.to_canonical();
    for name in named.iter().rev() {
        if !trusted.contains(&source) {
            break;
        }
        let Ok(address) = name.parse::<IpAddr>() else { break };
        source = address.to_canonical();
    }
    Source::from(source)
}

fn network(address: IpAddr) -> IpAddr {
    let IpAddr::V6(address) = address else { return address };
    let mut segments = address.segments();
    segments.iter_mut().skip(NETWORK_SEGMENTS).for_each(|segment| *segment = 0);
    IpAddr::V6(Ipv6Addr::from(segments))
}

#[cfg(test)]
mod tests;
