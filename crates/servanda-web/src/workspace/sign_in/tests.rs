//! Where one may be led after signing in.

use super::is_own;

#[test]
fn nobody_is_led_to_another_site() {
    for own in ["/", "/en/workspace", "/fr/wells/commitments?lens=youth&page=2"] {
        assert!(is_own(own), "{own}");
    }
    for other in [
        "",
        "en",
        "//example.org",
        "/\\example.org",
        "https://example.org",
        "/en\\@example.org",
        "/en\n",
        "/en workspace",
        "javascript:alert(1)",
        &format!("/{}", "x".repeat(1_000)),
    ] {
        assert!(!is_own(other), "{other}");
    }
}
