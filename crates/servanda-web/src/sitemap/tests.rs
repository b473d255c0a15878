//! Files of a large register.

use super::*;

#[test]
fn a_file_holds_no_more_addresses_than_the_protocol_allows() {
    let entries = vec![Entry { path: "/a".to_owned(), day: None }; PAGES_MAX];
    let text = urls("https://test.example", &entries);
    assert!(text.matches("<loc>").count() <= ADDRESSES_MAX);
}

#[test]
fn an_index_names_every_file() {
    let text = index("https://test.example", 7, 3);
    let named: Vec<&str> = text.lines().filter(|line| line.contains("<loc>")).collect();
    assert_eq!(
        named,
        [1, 2, 3]
            .map(|n| format!("<sitemap><loc>https://test.example/sitemap/{n}.xml</loc></sitemap>"))
    );
}

#[test]
fn a_page_names_itself_in_the_other_languages() {
    let entry = Entry { path: "/wells?a=b&c".to_owned(), day: Some("2026-03-01".to_owned()) };
    let text = urls("https://test.example", &[entry]);
    assert_eq!(text.matches("<loc>").count(), 3);
    assert_eq!(text.matches("hreflang=\"fr\"").count(), 3);
    assert!(text.contains("<loc>https://test.example/fr/wells?a=b&amp;c</loc>"), "{text}");
    assert!(text.contains("<lastmod>2026-03-01</lastmod>"), "{text}");
}
