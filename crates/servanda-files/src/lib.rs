//! Takes strangers' files apart: PDF, DOCX and ODT, and through `servanda-reading` HTML, Markdown
//! and text. Each is read in a process of its own, within limits; what could not be read is told
//! beside what could.
//!
//! Never: tells what a document says, opens a socket, trusts a file.
//!
//! [`Sandbox::extract`] is for the program that has a file: it starts the program again and gets
//! the [`Extract`] from it. [`serve`] is for the program that was started so: it confines itself,
//! reads the file from standard input and writes the extract to standard output.

#![cfg_attr(
    test,
    expect(
        clippy::needless_raw_string_hashes,
        clippy::needless_pass_by_value,
        clippy::format_push_string,
        reason = "expectations are written by expect-test and handed over by value; tests may format freely"
    )
)]

mod archive;
mod confine;
mod docx;
mod flow;
mod limits;
mod number;
mod odt;
mod pdf;
#[cfg(test)]
mod sample;
mod sandbox;
mod written;
mod xml;

use std::io::{ErrorKind, Read, Write};

pub use confine::confine;
pub use limits::Limits;
pub use sandbox::{NotRead, Sandbox, Stopped};
use servanda_reading::{Extract, Format, Unreadable};

use archive::Archive;
use flow::Cut;

/// How far into a file the mark of a PDF may stand.
const PDF_MARK_BYTES_MAX: usize = 1_024;
/// What an archive begins with.
const ZIP_MARK: &[u8] = b"PK\x03\x04";

/// What a file seems to be, as far as its first bytes tell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Container {
    Pdf,
    Zip,
    Text,
}

fn container(bytes: &[u8]) -> Container {
    let head = bytes.get(..bytes.len().min(PDF_MARK_BYTES_MAX)).unwrap_or(bytes);
    if bytes.starts_with(ZIP_MARK) {
        Container::Zip
    } else if head.windows(5).any(|window| window == b"%PDF-") && !is_text(head) {
        Container::Pdf
    } else {
        Container::Text
    }
}

/// A text may speak of PDF; a PDF begins with its mark, or has bytes that no text has before it.
fn is_text(head: &[u8]) -> bool {
    !head.starts_with(b"%PDF-") && std::str::from_utf8(head).is_ok()
}

/// Whether a file is to be taken apart in a process of its own: every file but one of which the
/// bytes are the text.
pub fn is_foreign(bytes: &[u8], name: &str) -> bool {
    let ending = name.rsplit_once('.').map(|(_, ending)| ending.to_ascii_lowercase());
    let is_named_text = matches!(ending.as_deref(), Some("txt" | "text"));
    !(is_named_text && container(bytes) == Container::Text)
}

/// Takes a file apart, in this process. The end of the name is a hint at the format.
///
/// The limits of memory and time are not held here: [`Sandbox::extract`] holds them.
pub fn extract(bytes: &[u8], name: &str, limits: &Limits) -> Result<Extract, Unreadable> {
    if bytes.len() > limits.size_bytes_max {
        let (size_bytes, size_bytes_max) = (bytes.len(), limits.size_bytes_max);
        return Err(Unreadable::TooLarge { size_bytes, size_bytes_max });
    }
    match container(bytes) {
        Container::Text => servanda_reading::extract(bytes, name),
        Container::Pdf => pdf::extract(bytes, limits),
        Container::Zip => {
            let mut archive =
                Archive::open(bytes, limits).map_err(|why| damaged(named(name), why))?;
            let format = archive.format()?;
            let flow = match format {
                Format::Odt => odt::flow(&mut archive, limits)?,
                Format::Docx | Format::Pdf | Format::Html | Format::Markdown | Format::Plain => {
                    docx::flow(&mut archive, limits)?
                }
            };
            Ok(whole(format, flow.segments(limits.text_bytes_max)))
        }
    }
}

fn whole(format: Format, cut: Cut) -> Extract {
    let Cut { segments, turns, problems } = cut;
    Extract { format, encoding: None, segments, turns, problems }
}

/// The format that the name of an archive hints at.
fn named(name: &str) -> Format {
    if name.to_ascii_lowercase().ends_with(".odt") { Format::Odt } else { Format::Docx }
}

/// Ends the process as every other allocation that fails does, so that it is told from damage.
fn out_of_memory() -> ! {
    std::alloc::handle_alloc_error(std::alloc::Layout::new::<u8>())
}

fn damaged(format: Format, why: impl Into<String>) -> Unreadable {
    Unreadable::Damaged { format, why: why.into() }
}

/// Reads a file from `input` and writes its extract to `output`, in the form that
/// [`Sandbox::extract`] reads. Call [`confine()`] before.
pub fn serve(
    name: &str,
    limits: &Limits,
    input: &mut impl Read,
    output: &mut impl Write,
) -> std::io::Result<()> {
    let mut bytes = Vec::new();
    // One byte more than is allowed tells a file that is too large from one that just fits.
    let most = u64::try_from(limits.size_bytes_max).unwrap_or(u64::MAX).saturating_add(1);
    if let Err(error) = input.take(most).read_to_end(&mut bytes) {
        if error.kind() == ErrorKind::OutOfMemory {
            out_of_memory();
        }
        return Err(error);
    }
    let fits = bytes.len() <= limits.size_bytes_max;
    if fits && container(&bytes) == Container::Pdf {
        return written::write_pdf(output, |hand_on| pdf::read(&bytes, limits, hand_on));
    }
    written::write(&extract(&bytes, name, limits), output)
}

#[cfg(test)]
mod tests;
