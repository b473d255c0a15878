//! Documents of the web, for `servanda read URL`: fetched, and kept as received where that is asked.

use std::path::Path;
use std::time::Duration;

use servanda_fetch::{Limits, NotFetched, Page, Reach};
use sha2::{Digest, Sha256};

use crate::command;
use crate::outcome::say_aside;

/// The endings of files by what a server says they are.
const ENDINGS: [(&str, &str); 9] = [
    ("text/html", "html"),
    ("application/xhtml+xml", "html"),
    ("text/plain", "txt"),
    ("text/markdown", "md"),
    ("application/pdf", "pdf"),
    ("application/msword", "doc"),
    ("application/rtf", "rtf"),
    ("application/vnd.oasis.opendocument.text", "odt"),
    ("application/vnd.openxmlformats-officedocument.wordprocessingml.document", "docx"),
];

/// The bytes of a page and a name that hints at its format, or why there are none.
pub(crate) fn fetch(
    address: &str,
    asked: &command::Fetching,
    size_bytes_max: usize,
) -> Result<(Vec<u8>, String), String> {
    let limits = Limits {
        size_bytes_max,
        time_max: Duration::from_secs(asked.answer_seconds_max),
        redirect_count_max: asked.redirect_count_max,
    };
    let reach = if asked.allow_private { Reach::Everywhere } else { Reach::Public };
    let led = |from: &str, to: &str| say_aside(format!("{from} leads to {to}"));
    let page =
        servanda_fetch::fetch(address, reach, &limits, led).map_err(|why| told(address, &why))?;
    if let Some(folder) = &asked.keep {
        keep(&page, folder)?;
    }
    let name = format!("page.{}", ending(&page));
    Ok((page.bytes, name))
}

/// Why a page was not fetched, with what to do.
fn told(address: &str, why: &NotFetched) -> String {
    let step = match why {
        NotFetched::Private { .. } => "; to ask it all the same, add --allow-private",
        NotFetched::TooManyRedirects { .. } => "; to follow it further, add --redirect-count-max",
        NotFetched::TooLarge { .. } => "; to take more, add --size-bytes-max",
        NotFetched::NoAnswer { .. } => "; try again later, or save the page and read the file",
        NotFetched::Downgraded { .. } => "; give that address itself if it is the one you want",
        NotFetched::NotAnAddress(_) | NotFetched::Status { .. } => "",
    };
    format!("{address}: {why}{step}")
}

/// Keeps a page as it was received. The same page is the same file; nothing is written over.
fn keep(page: &Page, folder: &Path) -> Result<(), String> {
    let digest = servanda_entry::act::hex(&Sha256::digest(&page.bytes));
    let path = folder.join(format!("{digest}.{}", ending(page)));
    let failed = |error: std::io::Error| format!("{}: {error}", path.display());
    std::fs::create_dir_all(folder).map_err(failed)?;
    // A crash leaves a piece under another name, which the next time is written anew.
    let piece = path.with_extension("piece");
    std::fs::write(&piece, &page.bytes).map_err(failed)?;
    std::fs::rename(&piece, &path).map_err(failed)?;
    say_aside(format!("{} is kept as {}", page.url, path.display()));
    Ok(())
}

/// The ending of a file as the server calls its kind, or else as its address ends.
fn ending(page: &Page) -> String {
    let kind = page.media_type.as_deref().unwrap_or_default();
    if let Some((_, ending)) = ENDINGS.iter().find(|(known, _)| *known == kind) {
        return (*ending).to_owned();
    }
    let path = page.url.split(['?', '#']).next().unwrap_or_default();
    let last = path.rsplit('/').next().unwrap_or_default();
    let ending = last.rsplit_once('.').map(|(_, ending)| ending.to_ascii_lowercase());
    let plain = |it: &String| it.len() <= 8 && it.bytes().all(|b| b.is_ascii_alphanumeric());
    ending.filter(plain).unwrap_or_else(|| "bin".to_owned())
}
