//! Which addresses are asked. A name is looked up once: what was looked at is what is connected to.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};

use ureq::Error;
use ureq::config::Config;
use ureq::http::Uri;
use ureq::unversioned::resolver::{DefaultResolver, ResolvedSocketAddrs, Resolver};
use ureq::unversioned::transport::NextTimeout;

/// Which addresses may be asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reach {
    /// Those of the public internet.
    Public,
    /// Every one: also of this machine and of the network it stands in.
    Everywhere,
}

/// A name leads to no public address.
#[derive(Debug, thiserror::Error)]
#[error("{host} is {address}")]
pub(crate) struct PrivateAddress {
    pub(crate) host: String,
    pub(crate) address: IpAddr,
}

/// Looks names up and leaves out the addresses that may not be asked.
#[derive(Debug)]
pub(crate) struct Checked {
    inner: DefaultResolver,
    reach: Reach,
}

impl Checked {
    pub(crate) fn new(reach: Reach) -> Self {
        Self { inner: DefaultResolver::default(), reach }
    }
}

impl Resolver for Checked {
    fn resolve(
        &self,
        uri: &Uri,
        config: &Config,
        timeout: NextTimeout,
    ) -> Result<ResolvedSocketAddrs, Error> {
        let found = self.inner.resolve(uri, config, timeout)?;
        if self.reach == Reach::Everywhere {
            return Ok(found);
        }
        let mut public = self.empty();
        for address in found.iter().filter(|address| is_public(address.ip())) {
            public.push(*address);
        }
        match found.iter().next() {
            Some(first) if public.is_empty() => {
                let host = uri.host().unwrap_or_default().to_owned();
                Err(Error::Io(std::io::Error::other(PrivateAddress { host, address: first.ip() })))
            }
            Some(_) | None => Ok(public),
        }
    }
}

/// Whether an address stands on the public internet (IANA's registries of special addresses).
fn is_public(address: IpAddr) -> bool {
    match address {
        IpAddr::V4(address) => is_public_v4(address),
        IpAddr::V6(address) => is_public_v6(address),
    }
}

fn is_public_v4(address: Ipv4Addr) -> bool {
    let [a, b, c, _] = address.octets();
    !(address.is_private()
        || address.is_loopback()
        || address.is_link_local()
        || address.is_documentation()
        || address.is_multicast()
        || a == 0
        // Reserved, and the broadcast address.
        || a >= 240
        // Shared by providers; assignments of the protocol; measurements; relays of IPv6.
        || (a == 100 && (64..128).contains(&b))
        || (a == 192 && b == 0 && c == 0)
        || (a == 192 && b == 88 && c == 99)
        || (a == 198 && (18..20).contains(&b)))
}

fn is_public_v6(address: Ipv6Addr) -> bool {
    let segments = address.segments();
    let [first, second, third, .., before_last, last] = segments;
    // An address of IPv4 in the clothes of IPv6 is looked at as what it is.
    if segments.starts_with(&MAPPED) || segments.starts_with(&TRANSLATED) {
        return is_public_v4(inside(before_last, last));
    }
    if first == RELAYED {
        return is_public_v4(inside(second, third));
    }
    // Only this eighth of all addresses is given out; of it not examples, tunnels and tests.
    let given_out = first & 0xE000 == 0x2000;
    let special = first == 0x2001 && (second < 0x200 || second == 0xDB8)
        || first == 0x3FFF && second < 0x1000;
    given_out && !special
}

/// How addresses of IPv4 begin that are written as those of IPv6.
const MAPPED: [u16; 6] = [0, 0, 0, 0, 0, 0xFFFF];
/// How addresses of IPv4 begin that a network translates.
const TRANSLATED: [u16; 6] = [0x64, 0xFF9B, 0, 0, 0, 0];
/// How addresses begin that a relay turns into those of IPv4.
const RELAYED: u16 = 0x2002;

/// The address of IPv4 in two segments.
fn inside(high: u16, low: u16) -> Ipv4Addr {
    Ipv4Addr::from((u32::from(high) << 16) | u32::from(low))
}

#[cfg(test)]
mod tests;
