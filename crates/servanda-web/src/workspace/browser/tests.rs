//! What browsers say of themselves, and what is kept of it.

use axum::http::{HeaderMap, HeaderValue, header};
use servanda_actions::people::Browser;

use super::of;

fn kept(line: &str) -> Option<(String, String)> {
    let value = HeaderValue::from_str(line).expect("a line");
    let headers = HeaderMap::from_iter([(header::USER_AGENT, value)]);
    of(&headers).map(|Browser { family, system }| (family, system))
}

#[test]
fn the_families_of_browser_and_system_are_kept() {
    for (line, family, system) in [
        (
            "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:145.0) Gecko/20100101 Firefox/145.0",
            "firefox",
            "windows",
        ),
        (
            "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like \
             Gecko) Version/18.1 Safari/605.1.15",
            "safari",
            "macos",
        ),
        (
            "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) \
             Chrome/140.0.0.0 Safari/537.36 Edg/140.0.0.0",
            "edge",
            "windows",
        ),
        (
            "Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) \
             Chrome/140.0.0.0 Mobile Safari/537.36",
            "chrome",
            "android",
        ),
        (
            "Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, \
             like Gecko) Version/18.1 Mobile/15E148 Safari/604.1",
            "safari",
            "ios",
        ),
    ] {
        assert_eq!(kept(line), Some((family.to_owned(), system.to_owned())), "{line}");
    }
}

#[test]
fn of_anything_else_nothing_is_kept() {
    assert_eq!(kept("curl/8.5.0"), None);
    assert_eq!(kept("Firefox/1.0 (ana@example.org)"), None);
}
