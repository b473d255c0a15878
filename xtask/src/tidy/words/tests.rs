//! Words to avoid are found where a word begins, in any language.

use super::{Avoided, TextFile, avoided, begins_a_word, check_file};

const GLOSSARY: &str = "\
# Words

| avoid | in French | in Spanish | say instead |
|---|---|---|---|
| foo, foos | fou, folle | – | bar |

Words after.
";

#[test]
fn the_table_lists_every_form() {
    let avoided = avoided(GLOSSARY);
    let words: Vec<&str> = avoided.iter().map(|avoided| avoided.word.as_str()).collect();
    assert_eq!(words, ["foo", "foos", "fou", "folle"]);
    assert!(avoided.iter().all(|avoided| avoided.instead == "bar"));
}

#[test]
fn a_word_is_found_where_it_begins_and_not_inside_another() {
    assert!(begins_a_word("a foo.", "foo"));
    assert!(begins_a_word("«fool»", "foo"));
    assert!(!begins_a_word("afoo", "foo"));
}

#[test]
fn the_finding_says_what_to_use() {
    let file = TextFile { path: "a.md".to_owned(), text: "ok\nOne Foo\n".to_owned() };
    let avoided = [Avoided { word: "foo".to_owned(), instead: "bar".to_owned() }];
    assert_eq!(
        check_file(&file, &avoided)[0].to_string(),
        "a.md:2: 'foo' is a word to avoid: say bar"
    );
}
