//! Which part of a text is shown, and what is marked in it.

use expect_test::{Expect, expect};

use super::*;

fn marks_of(wanted: &Wanted, language: Language) -> Marks<'_> {
    Marks::new(&LookedFor { wanted, widenings: &[], close: &[] }, language)
}

fn shown(typed: &str, language: Language, text: &str) -> String {
    let wanted = Wanted::parse(typed, language);
    let fragments = snippet(text, &marks_of(&wanted, language));
    let show = |Fragment { text, marked }: &Fragment| {
        let text = text.replace('\u{301}', "◌");
        if *marked { format!("[{text}]") } else { text }
    };
    fragments.iter().map(show).collect()
}

#[track_caller]
fn check(typed: &str, language: Language, text: &str, expected: &Expect) {
    expected.assert_eq(&shown(typed, language, text));
}

const LONG: &str = "The parties met in the spring and spoke of many things, among them \
    the weather. They thanked the hosts, the interpreters and the people who had put the room in \
    order, and agreed that the record of the day would be short. After lunch they turned to \
    wildfires, and to how crews of one country can help the other when wildfire comes early. \
    They asked the working group to write a plan for crews before the end of the year, and to say \
    what it would cost. Then they closed the meeting and thanked everyone once more.";

#[test]
fn words_are_marked_in_all_their_forms() {
    check(
        "wildfire",
        Language::English,
        "Wildfires, WILDFIRE; fire",
        &expect!["[Wildfires], [WILDFIRE]; fire"],
    );
    check(
        "educacion",
        Language::Spanish,
        "La educación, educacio\u{301}n",
        &expect!["La [educación], [educacio◌n]"],
    );
    check("eau", Language::French, "De l’eau d'ici", &expect!["De l’[eau] d'ici"]);
    check(
        "commit",
        Language::English,
        "Committee commitments",
        &expect!["[Committee] [commitments]"],
    );
    check(
        "co-chair",
        Language::English,
        "The co-chairs, a cochair, a chair",
        &expect!["The [co-chairs], a [cochair], a [chair]"],
    );
    check(
        "cochair",
        Language::English,
        "The co-chairs, a cochair, a chair",
        &expect!["The [co-chairs], a [cochair], a chair"],
    );
}

#[test]
fn frequent_words_are_not_marked_unless_alone() {
    check(
        "the plan",
        Language::English,
        "The plan for the year",
        &expect!["The [plan] for the year"],
    );
    check("the", Language::English, "The plan for the year", &expect!["[The] plan for [the] year"]);
}

#[test]
fn a_quotation_is_marked_only_where_it_stands() {
    check(
        "\"action plan\"",
        Language::English,
        "Plan of action, action  plan, plan",
        &expect!["Plan of action, [action] [plan], plan"],
    );
}

#[test]
fn the_part_with_most_of_what_was_looked_for_is_shown() {
    check(
        "wildfire crews",
        Language::English,
        LONG,
        &expect![
            "…of the day would be short. After lunch they turned to [wildfires], and to how [crews] of one country can help the other when [wildfire] comes early. They asked the working group to write a plan for [crews] before the end of the year, and to say…"
        ],
    );
    check(
        "thanked",
        Language::English,
        LONG,
        &expect![
            "…and spoke of many things, among them the weather. They [thanked] the hosts, the interpreters and the people who had put the room in order, and agreed that the record of the day would be short. After lunch they turned to wildfires, and to how…"
        ],
    );
    check(
        "everyone",
        Language::English,
        LONG,
        &expect![
            "…of one country can help the other when wildfire comes early. They asked the working group to write a plan for crews before the end of the year, and to say what it would cost. Then they closed the meeting and thanked [everyone] once more."
        ],
    );
    check(
        "absent",
        Language::English,
        LONG,
        &expect![
            "The parties met in the spring and spoke of many things, among them the weather. They thanked the hosts, the interpreters and the people who had put the room in order, and agreed that the record of the day would be short. After lunch they…"
        ],
    );
}

#[test]
fn white_space_is_one_space_and_nothing_becomes_markup() {
    check(
        "plan",
        Language::English,
        "a\n\n\t<b>plan</b> & \u{a0} more\n",
        &expect!["a <b>[plan]</b> & more"],
    );
    check("plan", Language::English, "", &expect![]);
    check("plan", Language::English, " \n ", &expect![""]);
}

#[test]
fn no_character_is_split_and_no_snippet_is_too_long() {
    let samples = [
        "é".repeat(1_000),
        "e\u{301}".repeat(1_000),
        "🇨🇦 ".repeat(400),
        format!("plan{}", "\u{301}".repeat(MARKS_MAX)),
        format!("{}plan{}", "—".repeat(999), "日本".repeat(999)),
        "plan-".repeat(500),
        "plan…".repeat(500),
    ];
    for sample in &samples {
        for typed in ["plan", "e", "é", "\"plan plan\"", "日", "x"] {
            let wanted = Wanted::parse(typed, Language::French);
            let fragments = snippet(sample, &marks_of(&wanted, Language::French));
            let whole: String = fragments.iter().map(|fragment| fragment.text.as_str()).collect();
            let inner = whole.trim_matches('…').trim();
            assert!(sample.contains(inner), "{typed} in {sample}: {whole}");
            let characters_max = SNIPPET_CHARS_MAX + MARKS_MAX;
            assert!(inner.chars().count() <= characters_max, "{typed}: {whole}");
            for fragment in &fragments {
                assert!(!fragment.text.starts_with('\u{301}'), "{typed}: {whole}");
                assert!(!fragment.text.is_empty());
            }
        }
    }
}

#[test]
fn a_character_with_endless_marks_does_not_make_an_endless_snippet() {
    let text = format!("plan{}", "\u{301}".repeat(100_000));
    assert!(shown("plan", Language::English, &text).chars().count() < 300);
}
