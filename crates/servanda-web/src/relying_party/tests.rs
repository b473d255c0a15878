//! Addresses, and for whom passkeys are there.

use super::of;

#[track_caller]
fn check(address: &str, id: &str, origin: &str) {
    let found = of(address).map(|it| (it.id, it.origin));
    assert_eq!(found, Some((id.to_owned(), origin.to_owned())), "{address}");
}

#[test]
fn a_domain_has_passkeys_over_tls_and_this_machine_without() {
    check("https://Register.example", "register.example", "https://register.example");
    check("https://register.example:443", "register.example", "https://register.example");
    check("https://register.example:8443", "register.example", "https://register.example:8443");
    check("http://localhost:8080", "localhost", "http://localhost:8080");
    check("http://127.0.0.1:8080", "localhost", "http://localhost:8080");
    check("http://[::1]:8080", "localhost", "http://localhost:8080");
    check("http://127.0.0.1:80", "localhost", "http://localhost");
}

#[test]
fn elsewhere_there_are_none() {
    for address in [
        "http://register.example",
        "http://register.example:8080",
        "https://192.0.2.7",
        "https://[2001:db8::1]:8443",
        "http://192.0.2.7",
        "https://",
        "register.example",
        "",
    ] {
        assert_eq!(of(address), None, "{address}");
    }
}
