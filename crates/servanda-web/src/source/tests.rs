//! Which address counts, and that nobody chooses it for themselves.

use std::net::IpAddr;

use axum::http::{HeaderMap, HeaderValue};

use super::{FORWARDED, Source, of};

fn ip(text: &str) -> IpAddr {
    text.parse().expect("an address")
}

#[track_caller]
fn check(peer: &str, forwarded: &[&str], trusted: &[&str], expected: &str) {
    let mut headers = HeaderMap::new();
    for line in forwarded {
        headers.append(FORWARDED, HeaderValue::from_str(line).expect("a line"));
    }
    let trusted: Vec<IpAddr> = trusted.iter().map(|it| ip(it)).collect();
    assert_eq!(of(Some(ip(peer)), &headers, &trusted), Source(Some(ip(expected))));
}

#[test]
fn without_a_trusted_proxy_nothing_that_is_sent_counts() {
    check("192.0.2.1", &["198.51.100.7"], &[], "192.0.2.1");
    check("192.0.2.1", &["198.51.100.7"], &["192.0.2.2"], "192.0.2.1");
}

#[test]
fn a_trusted_proxy_says_who_asked_it_and_nobody_before_does() {
    check("127.0.0.1", &["198.51.100.7"], &["127.0.0.1"], "198.51.100.7");
    check("127.0.0.1", &["203.0.113.9, 198.51.100.7"], &["127.0.0.1"], "198.51.100.7");
    check("127.0.0.1", &["203.0.113.9", "198.51.100.7"], &["127.0.0.1"], "198.51.100.7");
    let both = ["127.0.0.1", "192.0.2.2"];
    check("127.0.0.1", &["198.51.100.7, 192.0.2.2"], &both, "198.51.100.7");
    check("127.0.0.1", &["nobody, 192.0.2.2"], &both, "192.0.2.2");
    check("127.0.0.1", &[], &["127.0.0.1"], "127.0.0.1");
}

#[test]
fn a_network_of_ipv6_is_one_source() {
    check("2001:db8:1:2:3:4:5:6", &[], &[], "2001:db8:1:2::");
    check("::1", &["2001:db8:1:2::9"], &["::1"], "2001:db8:1:2::");
}
