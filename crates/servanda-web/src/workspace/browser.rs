//! With what somebody signs in, as coarse as people tell their devices apart by.
//!
//! Never: the whole line that a browser sends, which could tell people apart.

use axum::http::{HeaderMap, header};
use servanda_actions::people::Browser;

use crate::locale::Locale;

/// What the line of a browser holds, in the order in which it is looked for: most name others too.
/// Word, family, name.
const FAMILIES: [(&str, &str, &str); 7] = [
    ("Edg", "edge", "Edge"),
    ("OPR/", "opera", "Opera"),
    ("SamsungBrowser/", "samsung", "Samsung Internet"),
    ("Firefox/", "firefox", "Firefox"),
    ("FxiOS/", "firefox", "Firefox"),
    ("Chrome/", "chrome", "Chrome"),
    ("Safari/", "safari", "Safari"),
];
/// The same for systems.
const SYSTEMS: [(&str, &str, &str); 7] = [
    ("Windows", "windows", "Windows"),
    ("Android", "android", "Android"),
    ("iPhone", "ios", "iPhone"),
    ("iPad", "ipados", "iPad"),
    ("CrOS", "chromeos", "ChromeOS"),
    ("Mac OS X", "macos", "macOS"),
    ("Linux", "linux", "Linux"),
];

/// With what a request was sent; none where it does not say so.
pub(crate) fn of(headers: &HeaderMap) -> Option<Browser> {
    let line = headers.get(header::USER_AGENT)?.to_str().ok()?;
    let find = |known: &[(&str, &str, &str)]| {
        let found = known.iter().find(|(word, _, _)| line.contains(word));
        found.map(|(_, family, _)| (*family).to_owned())
    };
    Some(Browser { family: find(&FAMILIES)?, system: find(&SYSTEMS)? })
}

/// A browser in words.
pub(crate) fn in_words(locale: &Locale, browser: Option<&Browser>) -> String {
    let find = |known: &[(&str, &str, &'static str)], family: &str| {
        known.iter().find(|(_, code, _)| *code == family).map(|(_, _, name)| *name)
    };
    let names =
        browser.and_then(|it| Some((find(&FAMILIES, &it.family)?, find(&SYSTEMS, &it.system)?)));
    match names {
        Some((browser, system)) => {
            locale.say_about("session-with", &[("browser", browser), ("system", system)])
        }
        None => locale.say("session-with-unknown"),
    }
}

#[cfg(test)]
mod tests;
