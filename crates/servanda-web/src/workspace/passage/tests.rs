//! Passages looked up by their words.

use servanda_model::Language;

use super::*;

fn check(words: &str, near: Option<usize>) -> Result<Range<usize>, NotChosen> {
    let reading = Reading {
        media_type: "text/plain".to_owned(),
        language: Language::English,
        date: None,
        text: "Mend the\ndam. Open the well. Mend the dam.".to_owned(),
        outline: Vec::new(),
        findings: Vec::new(),
        troubles: Vec::new(),
    };
    located(&reading, words, near)
}

#[test]
fn words_lead_to_the_one_place_where_they_stand() {
    assert_eq!(check(" Open\r\n the well. ", None), Ok(14..28));
    assert_eq!(check("Mend the dam.", None), Err(NotChosen::Often(2)));
    assert_eq!(check("Mend the dam.", Some(1)), Ok(29..42), "the first from there on");
    assert_eq!(check("Mend the dam.", Some(0)), Ok(0..13));
    assert_eq!(check("Mend the dam.", Some(40)), Err(NotChosen::Often(2)));
    assert_eq!(check("Open the door", Some(0)), Err(NotChosen::NotThere));
    assert_eq!(check(" … ", None), Err(NotChosen::Nothing));
    assert_eq!(check(&"a".repeat(CHOSEN_CHARS_MAX + 1), None), Err(NotChosen::TooLong));
}
