//! Which kind of text a file is: its name gives a hint, its content decides in doubt.

/// A kind of text the reader can take apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// Plain text, among it web pages saved as text.
    Plain,
    /// Markdown.
    Markdown,
    /// HTML.
    Html,
}

impl Format {
    /// The word for the format in output.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Plain => "plain text",
            Self::Markdown => "Markdown",
            Self::Html => "HTML",
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
