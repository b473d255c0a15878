//! Names first, content in doubt.

use super::*;

#[test]
fn the_name_decides_where_it_says_something() {
    assert_eq!(detect("<p>a", "a.txt"), Format::Plain);
    assert_eq!(detect("# a", "notes.MD"), Format::Markdown);
    assert_eq!(detect("a", "page.html"), Format::Html);
}

#[test]
fn the_content_decides_where_the_name_does_not() {
    assert_eq!(detect("  <!DOCTYPE HTML><title>a", "download"), Format::Html);
    assert_eq!(detect("<?xml version='1.0'?><html>", "x.aspx"), Format::Html);
    assert_eq!(detect("a < b", "download"), Format::Plain);
}
