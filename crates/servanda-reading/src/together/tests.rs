//! Documents that say the same.

use super::*;
use crate::read;

fn gathered(documents: &[&str]) -> Together {
    let mut together = Together::new();
    for (number, text) in documents.iter().enumerate() {
        together.add(&format!("{number}.txt"), read(text.as_bytes(), "a.txt").unwrap());
    }
    together
}

fn undertakings(together: &Together) -> Vec<(&str, Vec<usize>)> {
    let said = together.said().iter().filter(|said| said.finding.kind == Kind::Undertaking);
    let documents = |said: &Said| said.passages.iter().map(|p| p.document).collect();
    said.map(|said| (said.finding.text.as_str(), documents(said))).collect()
}

#[test]
fn what_two_documents_say_in_the_same_words_is_one_finding_with_both_passages() {
    let together = gathered(&[
        "The Lake Commission will publish a map of the wells.",
        "First of all: hello.\n\nThe Lake Commission will publish a map, of the wells.",
        "The Lake Commission will publish a map of the dams.",
    ]);
    assert_eq!(
        undertakings(&together),
        [
            ("The Lake Commission will publish a map of the wells.", vec![0, 1]),
            ("The Lake Commission will publish a map of the dams.", vec![2]),
        ]
    );
    assert_eq!(together.documents(), ["0.txt", "1.txt", "2.txt"]);
}

#[test]
fn passages_of_one_document_stay_with_it() {
    let sentence = "The Lake Commission will publish a map of the wells.";
    let together = gathered(&[&format!("{sentence}\n\n{sentence}"), sentence]);
    assert_eq!(undertakings(&together), [(sentence, vec![0, 0, 1])]);
    let said = together.said().first().unwrap();
    let second = said.passages.get(1).unwrap();
    assert_eq!((second.start, second.end), (54, 54 + sentence.len()));
}

#[test]
fn nothing_is_gathered_from_no_document() {
    assert!(gathered(&[]).said().is_empty());
    assert!(!gathered(&[]).has_overflowed());
}
