//! Why, and why not.

use expect_test::{Expect, expect};

use crate::explain;

#[track_caller]
fn check(text: &str, words: &str, expected: Expect) {
    let mut told = String::new();
    for explained in explain(text.as_bytes(), "a.txt", words).unwrap() {
        told.push_str(&format!("{} [{}]\n", explained.text, explained.settings.join(", ")));
        for rule in &explained.rules {
            let outcome = rule.obstacle.as_deref().unwrap_or("applies");
            told.push_str(&format!(
                "  {} {} “{}” ({}): {outcome}\n",
                rule.kind.name(),
                rule.rule,
                rule.matched,
                rule.subject
            ));
        }
    }
    expected.assert_eq(&told);
}

#[test]
fn a_rule_says_why_it_applies_and_why_it_does_not() {
    check(
        "Norland and Sudland will build a bridge. Investments will accelerate.",
        "will",
        expect![[r#"
            Norland and Sudland will build a bridge. [first]
              undertaking en-item-of-undertaking “” (missing): it needs introduced-undertaking
              undertaking en-will-act “will build” (actor: Norland and Sudland): applies
              undertaking en-they-will-act “will build” (actor: Norland and Sudland): its subject is pronoun, not actor
              undertaking en-future-action-item “Norland” (missing): it needs item
              undertaking en-some-will-act “will build a” (actor: Norland and Sudland): its subject is unknown, not actor
              recommendation en-item-of-recommendation “” (missing): it needs introduced-recommendation
              recommendation en-recommendation-imperative “Norland and Sudland will build” (missing): it needs recommendations
              recommendation en-item-of-a-state “Norland” (missing): it needs item
              result en-item-of-result “” (missing): it needs introduced-result
              result en-item-of-work-done “Norland” (missing): it needs item
            Investments will accelerate. [after-undertaking]
              undertaking en-item-of-undertaking “” (missing): it needs introduced-undertaking
              undertaking en-future-action-item “Investments” (missing): it needs item
              recommendation en-item-of-recommendation “” (missing): it needs introduced-recommendation
              recommendation en-recommendation-imperative “Investments will accelerate” (missing): it needs recommendations
              result en-item-of-result “” (missing): it needs introduced-result
              result en-item-of-work-done “Investments” (missing): it needs item
        "#]],
    );
}

#[test]
fn what_surrounds_a_sentence_is_told() {
    check(
        "Future actions:\n\n- Second round of the survey\n",
        "survey",
        expect![[r#"
            Second round of the survey [item, introduced-undertaking, first]
              undertaking en-item-of-undertaking “” (missing): applies
              undertaking en-future-action-item “Second” (missing): it needs section-future
              recommendation en-item-of-recommendation “” (missing): it needs introduced-recommendation
              recommendation en-item-of-a-state “Second” (missing): it needs endorsed
              result en-item-of-result “” (missing): it needs introduced-result
              result en-item-of-work-done “Second” (missing): it needs section-result
        "#]],
    );
}

#[test]
fn only_sentences_with_the_words_are_explained() {
    check(
        "They will meet. They met.",
        "MET",
        expect![[r#"
        They met. [after-undertaking]
          undertaking en-item-of-undertaking “” (missing): it needs introduced-undertaking
          undertaking en-future-action-item “They” (missing): it needs item
          recommendation en-item-of-recommendation “” (missing): it needs introduced-recommendation
          result en-item-of-result “” (missing): it needs introduced-result
    "#]],
    );
}
