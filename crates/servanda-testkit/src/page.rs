//! A page as a person meets it: its text, one block a line.

use axum::http::{HeaderMap, StatusCode};
use serde_json::Value;

/// What the site answered.
#[derive(Debug, Clone)]
pub struct Page {
    /// The status.
    pub status: StatusCode,
    /// The headers.
    pub headers: HeaderMap,
    /// The bytes.
    pub body: Vec<u8>,
}

impl Page {
    /// The bytes as text.
    pub fn html(&self) -> String {
        String::from_utf8_lossy(&self.body).into_owned()
    }

    /// The bytes as data.
    #[track_caller]
    pub fn json(&self) -> Value {
        serde_json::from_slice(&self.body).expect("the answer is JSON")
    }

    /// The fields that its forms send along without being seen, with what they hold.
    pub fn hidden(&self) -> Vec<(String, String)> {
        let html = self.html();
        let fields = html.split("<input type=\"hidden\" name=\"").skip(1);
        let field = |field: &str| {
            let (name, rest) = field.split_once("\" value=\"")?;
            let (value, _) = rest.split_once('"')?;
            Some((decode(name), decode(value)))
        };
        fields.filter_map(field).collect()
    }

    /// What stands in the main part of the page: headings marked with `#`, items of lists with
    /// `-`, every block on a line of its own.
    pub fn text(&self) -> String {
        let html = self.html();
        let main = html.split_once("<main").map_or(html.as_str(), |(_, rest)| rest);
        let main = main.split_once("</main>").map_or(main, |(main, _)| main);
        let mut text = String::new();
        for piece in main.split('<').skip(1) {
            let (tag, words) = piece.split_once('>').unwrap_or((piece, ""));
            let name = tag.split([' ', '/']).next().unwrap_or_default();
            match name {
                "h1" => text.push_str("\n# "),
                "h2" => text.push_str("\n## "),
                "h3" => text.push_str("\n### "),
                "li" => text.push_str("\n- "),
                "dd" | "td" => text.push_str(" | "),
                "p" | "dt" | "tr" | "div" | "section" | "article" | "figure" | "figcaption"
                | "blockquote" | "summary" | "br" | "nav" | "aside" => text.push('\n'),
                "mark" => text.push('['),
                _ if tag == "/mark" => text.push(']'),
                _ => {}
            }
            text.push_str(&words.replace('\n', " "));
        }
        let text = decode(&text);
        let lines = text.lines().map(|line| line.split_whitespace().collect::<Vec<_>>().join(" "));
        lines.filter(|line| !line.is_empty() && line != "-").collect::<Vec<_>>().join("\n")
    }
}

fn decode(text: &str) -> String {
    text.replace("&#38;", "&")
        .replace("&#60;", "<")
        .replace("&#62;", ">")
        .replace("&#34;", "\"")
        .replace("&#39;", "'")
        .replace("&amp;", "&")
}
