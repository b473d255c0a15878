//! What a text says of itself before it begins: title and day between two lines of three dashes, as
//! programs that make pages of the web write it.

/// So many lines may stand before a text.
const FRONT_LINES_MAX: usize = 100;
/// The line before and the line after.
const FENCE: &str = "---";

/// What a line says of the text.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Said<'t> {
    Title(&'t str),
    /// Its day, or what it is about in a sentence or two.
    Words(&'t str),
    /// What is for programs.
    Other,
}

/// What one line says.
pub(crate) fn said(line: &str) -> Said<'_> {
    let Some((key, value)) = line.split_once(':') else { return Said::Other };
    let value = value.trim().trim_matches(['"', '\'']);
    match key.trim() {
        _ if value.is_empty() => Said::Other,
        "title" => Said::Title(value),
        "date" | "description" | "summary" | "abstract" | "excerpt" | "subtitle" | "tagline" => {
            Said::Words(value)
        }
        _ => Said::Other,
    }
}

/// How many of the first lines of a text stand before it, both fences counted.
pub(crate) fn length<'t>(lines: impl Iterator<Item = &'t str>) -> usize {
    let mut fenced = false;
    for (index, line) in lines.take(FRONT_LINES_MAX).enumerate() {
        match (line, fenced) {
            (FENCE, true) => return index + 1,
            (FENCE, false) => fenced = true,
            ("", _) => {}
            (line, true) if line.contains(':') || line.starts_with('-') => {}
            _ => return 0,
        }
    }
    0
}

#[cfg(test)]
mod tests;
