//! Which settings are taken. What a provider answers is tested with a real one, in a browser.

use super::{BadSettings, NotTold, Provider, Round, Settings};

fn settings(issuer: &str) -> Settings {
    Settings {
        issuer: issuer.to_owned(),
        client: "servanda".to_owned(),
        secret: Some("a secret".to_owned()),
        back: "https://register.example.org/sign-in/provider/back".to_owned(),
    }
}

#[test]
fn an_issuer_is_asked_over_tls_or_on_this_machine() {
    for issuer in ["https://login.example.org/realm", "http://127.0.0.1:4000", "http://localhost"] {
        assert!(Provider::new(settings(issuer)).is_ok(), "{issuer}");
    }
    for issuer in ["http://login.example.org", "http://192.0.2.1"] {
        let refused = Provider::new(settings(issuer)).map(drop);
        assert_eq!(refused, Err(BadSettings::NotOverTls(issuer.to_owned())));
    }
    let refused = Provider::new(settings("login.example.org")).map(drop);
    assert_eq!(refused, Err(BadSettings::Issuer("login.example.org".to_owned())));
}

#[test]
fn a_provider_that_is_not_there_is_told_to_be_down() {
    // A port of this machine that was free a moment ago.
    let free = std::net::TcpListener::bind("127.0.0.1:0").expect("a free port");
    let issuer = format!("http://{}", free.local_addr().expect("its address"));
    drop(free);
    let provider = Provider::new(settings(&issuer)).expect("good settings");
    let text = || "a".repeat(43);
    let round = Round { state: text(), nonce: text(), verifier: text() };
    assert!(matches!(provider.begin(&round, 0), Err(NotTold::Down(_))));
}

#[test]
fn secrets_are_not_printed_by_accident() {
    assert!(!format!("{:?}", settings("https://login.example.org")).contains("a secret"));
}
