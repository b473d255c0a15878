//! Two texts are compared word by word.

use super::pieces;

#[track_caller]
fn check(old: &str, new: &str, compared: &str) {
    let shown: String = pieces(old, new)
        .iter()
        .map(|piece| match (piece.is_removed, piece.is_added) {
            (true, _) => format!("[-{}-]", piece.text),
            (_, true) => format!("[+{}+]", piece.text),
            _ => piece.text.clone(),
        })
        .collect();
    assert_eq!(shown, compared);
}

#[test]
fn words_that_go_and_come_are_told_from_those_that_stay() {
    check("drill two wells", "drill three wells", "drill [-two-][+three+] wells");
    check("", "percer deux puits", "[+percer deux puits+]");
    check("la misma", "la misma", "la misma");
}
