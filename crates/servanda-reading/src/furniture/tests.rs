//! What is furniture and what only looks like it.

use super::is_line;

#[test]
fn parts_of_the_page_are_furniture() {
    for line in [
        "Language selection",
        "- Date modified:",
        "Date modified: 2022-05-01",
        "Table of contents",
        "0 Comments",
        "12 comentarios",
        "Photo: two people at a table",
        "Selección de idioma",
        "Date de modification :",
        "* * *",
        "Annex ................. 12",
        "2 Water . . . . . . . . . 12",
        "Annexe ……… iv",
        "<!-- picture -->",
    ] {
        assert!(is_line(line), "{line}");
    }
}

#[test]
fn the_document_is_not() {
    for line in ["Photo exhibitions will open in May.", "Search and rescue", "12 participants", "-"]
    {
        assert!(!is_line(line), "{line}");
    }
}
