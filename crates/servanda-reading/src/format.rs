//! Which kind of document a file is: its name gives a hint, its content decides in doubt.

/// A kind of document the reader knows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// Plain text, among it web pages saved as text.
    Plain,
    /// Markdown.
    Markdown,
    /// HTML.
    Html,
    /// PDF, taken apart elsewhere.
    Pdf,
    /// What word processors write since 2007 (Office Open XML), taken apart elsewhere.
    Docx,
    /// Text documents of OpenDocument, taken apart elsewhere.
    Odt,
}

impl Format {
    /// Every format.
    pub const ALL: [Self; 6] =
        [Self::Plain, Self::Markdown, Self::Html, Self::Pdf, Self::Docx, Self::Odt];

    /// The word for the format in output.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Plain => "plain text",
            Self::Markdown => "Markdown",
            Self::Html => "HTML",
            Self::Pdf => "PDF",
            Self::Docx => "DOCX",
            Self::Odt => "ODT",
        }
    }
}

/// Finds the format from the end of the name, or else from how the text begins.
pub(crate) fn detect(text: &str, name: &str) -> Format {
    let extension = name.rsplit_once('.').map(|(_, end)| end.to_ascii_lowercase());
    match extension.as_deref() {
        Some("md" | "markdown" | "mdown") => Format::Markdown,
        Some("html" | "htm" | "xhtml") => Format::Html,
        Some("txt" | "text") => Format::Plain,
        Some(_) | None => sniff(text),
    }
}

fn sniff(text: &str) -> Format {
    let head: String = text.trim_start().chars().take(512).collect::<String>().to_ascii_lowercase();
    let opens = ["<!doctype html", "<html", "<head", "<body", "<main", "<article", "<div", "<p>"];
    if opens.iter().any(|open| head.starts_with(open)) || head.contains("<html") {
        Format::Html
    } else {
        Format::Plain
    }
}

#[cfg(test)]
mod tests;
