//! Pages fetched from this machine.

use std::io::{BufRead as _, BufReader, Write as _};
use std::net::TcpListener;
use std::thread::JoinHandle;

use super::*;

const LIMITS: Limits =
    Limits { size_bytes_max: 1_000, time_max: Duration::from_secs(20), redirect_count_max: 2 };

/// Answers one request after the other, and gives the lines that it was asked with.
fn server(answers: Vec<String>) -> (String, JoinHandle<Vec<String>>) {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = format!("http://{}", listener.local_addr().unwrap());
    let asked = std::thread::spawn(move || {
        answers
            .iter()
            .map(|answer| {
                let (mut stream, _) = listener.accept().unwrap();
                let mut lines = BufReader::new(stream.try_clone().unwrap()).lines();
                let first = lines.next().unwrap().unwrap();
                while !lines.next().unwrap().unwrap().is_empty() {}
                stream.write_all(answer.as_bytes()).unwrap();
                first
            })
            .collect()
    });
    (address, asked)
}

fn page(body: &str) -> String {
    format!(
        "HTTP/1.1 200 OK\r\nContent-Type: text/HTML; charset=utf-8\r\nContent-Length: {}\r\nConnection: close\r\n\r\n{body}",
        body.len()
    )
}

fn leads(to: &str) -> String {
    format!(
        "HTTP/1.1 302 Found\r\nLocation: {to}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
    )
}

fn fetched(address: &str) -> Result<(Page, Vec<String>), NotFetched> {
    let mut steps = Vec::new();
    let page =
        fetch(address, Reach::Everywhere, &LIMITS, |from, to| steps.push(format!("{from} {to}")))?;
    Ok((page, steps))
}

#[test]
fn a_page_comes_with_its_kind_and_every_step_is_told() {
    let (address, asked) = server(vec![leads("/b?c"), page("<p>Text")]);
    let (page, steps) = fetched(&format!("{address}/a")).unwrap();
    assert_eq!(page.bytes, b"<p>Text");
    assert_eq!(page.media_type.as_deref(), Some("text/html"));
    assert_eq!(page.url, format!("{address}/b?c"));
    assert_eq!(steps, [format!("{address}/a {address}/b?c")]);
    assert_eq!(asked.join().unwrap(), ["GET /a HTTP/1.1", "GET /b?c HTTP/1.1"]);
}

#[test]
fn this_machine_is_not_asked_unless_that_is_wanted() {
    let (address, _waits_for_ever) = server(vec![page("secret")]);
    for address in [address.as_str(), "http://localhost:1/", "http://[::1]:1/", "http://127.1:1/"] {
        let refused = fetch(address, Reach::Public, &LIMITS, |_, _| {}).unwrap_err();
        assert!(matches!(refused, NotFetched::Private { .. }), "{address}: {refused}");
    }
}

#[test]
fn limits_are_at_the_limit_and_not_before() {
    let (address, _) = server(vec![page(&"a".repeat(1_000)), page(&"a".repeat(1_001))]);
    assert_eq!(fetched(&address).unwrap().0.bytes.len(), 1_000);
    assert!(matches!(fetched(&address), Err(NotFetched::TooLarge { size_bytes_max: 1_000, .. })));

    let (address, _) = server(vec![leads("/a"), leads("/b"), page("there")]);
    assert_eq!(fetched(&address).unwrap().1.len(), 2);
    let (address, _) = server(vec![leads("/a"), leads("/b"), leads("/c")]);
    assert!(matches!(fetched(&address), Err(NotFetched::TooManyRedirects { count_max: 2 })));
}

#[test]
fn what_is_no_page_is_told() {
    let (address, _) =
        server(vec!["HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n".to_owned()]);
    assert!(matches!(fetched(&address), Err(NotFetched::Status { status: 404, .. })));
    let (address, _) = server(vec![leads("file:///etc/passwd")]);
    assert!(matches!(fetched(&address), Err(NotFetched::NotAnAddress(_))));
    for address in ["ftp://example.org", "http://ana:secret@example.org", "https://", "notes.txt"] {
        assert!(matches!(fetched(address), Err(NotFetched::NotAnAddress(_))), "{address}");
    }
}

#[test]
fn an_address_is_told_from_a_file() {
    assert!(is_address("https://example.org") && is_address("HTTP://example.org"));
    assert!(!is_address("http.txt") && !is_address("éhttp://") && !is_address("ftp://example.org"));
}
