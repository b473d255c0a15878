//! What a passage becomes before anybody has looked at it.

use super::{number, shortened};

#[test]
fn a_number_is_understood_or_left_as_it_is_written() {
    for (written, typed) in [
        ("45", "45"),
        ("1,200", "1200"),
        ("1 200", "1200"),
        ("1.200.000", "1200000"),
        ("12.5", "12.5"),
        ("12,5", "12.5"),
        ("30 %", "30"),
        ("$500", "500"),
        ("12.5 million", "12.5 million"),
        ("forty", "forty"),
    ] {
        assert_eq!(number(written), typed, "{written}");
    }
}

#[test]
fn a_title_ends_with_a_word() {
    assert_eq!(shortened("Both sides will meet."), "Both sides will meet");
    let long = "word ".repeat(40);
    let title = shortened(&long);
    assert!(title.ends_with("word…") && title.chars().count() <= 91, "{title}");
}
