//! For whom passkeys of a site are: its domain and its origin, taken from its address.

use std::net::IpAddr;

use servanda_actions::people::RelyingParty;

/// The machine itself, to which browsers give passkeys without TLS.
const LOCALHOST: &str = "localhost";

/// For whom passkeys are at an address such as `https://register.example`; none where browsers make
/// none: without TLS, and where the host is a number (W3C WebAuthn §5.1.3 step 7).
///
/// A site that is reached at a number of this machine can be reached as `localhost` too, and there
/// have passkeys.
pub(crate) fn of(address: &str) -> Option<RelyingParty> {
    let address = address.to_ascii_lowercase();
    let (scheme, rest) = address.split_once("://")?;
    let authority = rest.split('/').next()?;
    let (host, port) = parted(authority);
    let id = match host.trim_matches(['[', ']']).parse::<IpAddr>() {
        Ok(number) if number.is_loopback() => LOCALHOST,
        Ok(_elsewhere) => return None,
        Err(_name) => host,
    };
    let port = match (scheme, port) {
        ("https", Some("443") | None) | ("http", Some("80") | None) => String::new(),
        ("https", Some(port)) => format!(":{port}"),
        ("http", Some(port)) if id == LOCALHOST => format!(":{port}"),
        _without_tls => return None,
    };
    if id.is_empty() || (scheme == "http" && id != LOCALHOST) {
        return None;
    }
    Some(RelyingParty { id: id.to_owned(), origin: format!("{scheme}://{id}{port}") })
}

/// Host and port.
fn parted(authority: &str) -> (&str, Option<&str>) {
    match authority.rsplit_once(':') {
        Some((host, port)) if port.bytes().all(|byte| byte.is_ascii_digit()) => (host, Some(port)),
        Some(_) | None => (authority, None),
    }
}

#[cfg(test)]
mod tests;
