//! Words in common are offered; what they do not see is told beside them.

use super::{Terms, likest};
use crate::Language;
use crate::concordance::{Aspect, contrasts};

#[test]
fn rare_words_in_common_make_two_texts_alike() {
    let said = Terms::of("Both sides will exchange forest fire crews every spring.");
    let others = [
        Terms::of("Both sides will publish a report in spring."),
        Terms::of("Exchanges of crews against forest fires"),
        Terms::of("Both sides will meet."),
    ];
    let likes = likest(&said, &others, 5);
    assert_eq!(likes.len(), 1, "{likes:?}");
    assert_eq!(likes[0].index, 1);
    assert_eq!(likes[0].common, ["crews", "exchange", "fire", "forest"]);
}

#[test]
fn texts_that_differ_by_one_word_are_alike_and_the_word_is_told() {
    let (one, other) = ("They will not open 3 offices.", "They will open 5 offices.");
    let likes = likest(&Terms::of(one), &[Terms::of(other)], 1);
    assert_eq!(likes[0].share, 100, "words in common do not see it");
    let told = contrasts((one, Language::English), (other, Language::English));
    let told: Vec<_> = told.iter().map(|it| (it.aspect, &*it.one, &*it.other)).collect();
    let words = |words: &[&str]| words.iter().map(|it| (*it).to_owned()).collect::<Vec<_>>();
    assert_eq!(
        told,
        [
            (Aspect::Numbers, &*words(&["3"]), &*words(&["5"])),
            (Aspect::Negation, &*words(&["not"]), &*words(&[])),
        ]
    );
}

#[test]
fn nothing_is_like_a_text_without_words() {
    assert_eq!(likest(&Terms::default(), &[Terms::of("Both sides will meet.")], 5), []);
    assert_eq!(likest(&Terms::of("Both sides will meet."), &[], 5), []);
}
