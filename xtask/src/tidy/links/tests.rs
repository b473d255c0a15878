//! Which links are looked at.

use super::targets;

#[test]
fn links_to_files_are_seen_and_others_are_not() {
    let text =
        "[a](b.md) and [c](d/e.md#f)\n[g](#h) [i](https://example.org)\n```\n[j](k.md)\n```\n";
    assert_eq!(targets(text), [(1, "b.md"), (1, "d/e.md")]);
}
