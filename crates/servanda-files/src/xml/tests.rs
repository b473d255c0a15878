//! Tokens of XML.

use super::*;

fn tokens(text: &str) -> Result<String, Broken> {
    let mut xml = Xml::new(text, 10);
    let mut told = String::new();
    loop {
        match xml.next()? {
            Token::Open(element) => told.push_str(&format!("<{}>", element.name)),
            Token::Close => told.push_str("</>"),
            Token::Text(text) => told.push_str(&text),
            Token::End => return Ok(told),
        }
    }
}

#[test]
fn no_entity_of_a_file_is_expanded() {
    let laughs = "<!DOCTYPE a [<!ENTITY b 'ha'><!ENTITY c '&b;&b;&b;'>]><a>&c;&amp;&#233;&lt;</a>";
    assert_eq!(tokens(laughs).unwrap(), "<a>\u{FFFD}&é<</>");
}

#[test]
fn depth_has_a_limit() {
    let nested = |depth: usize| format!("{}{}", "<a>".repeat(depth), "</a>".repeat(depth));
    assert!(tokens(&nested(10)).is_ok());
    assert_eq!(tokens(&nested(11)), Err(Broken::TooDeep { depth_max: 10 }));
}

#[test]
fn damage_is_told_with_its_place() {
    assert!(matches!(tokens("<a></b>"), Err(Broken::Damaged { at: 3.. })));
}
