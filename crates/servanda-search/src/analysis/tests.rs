//! How words are cut, and which words are alike.

#![expect(clippy::needless_raw_string_hashes, reason = "expect-test writes them")]

use std::fmt::Write as _;

use expect_test::{Expect, expect};

use super::*;

#[track_caller]
fn check(language: Language, text: &str, expected: &Expect) {
    let mut shown = String::new();
    for word in words(text, &[language]) {
        let source = text.get(word.start..word.end).unwrap();
        let source = visible(source);
        let tie = if word.joined { " (joined)" } else { "" };
        writeln!(shown, "{source} → {} / {}{tie}", word.exact, word.stems[0]).unwrap();
    }
    expected.assert_eq(&shown);
}

/// Marks and what cannot be seen, by number.
fn visible(text: &str) -> String {
    let show = |c: char| {
        let hidden = is_mark(c) || is_invisible(c);
        if hidden { c.escape_unicode().to_string() } else { c.to_string() }
    };
    text.chars().map(show).collect()
}

/// The stems are pinned: when a new version of the stemmer changes one, raise
/// [`VERSION`](crate::VERSION), or old indexes no longer find what they hold.
#[test]
fn inflections_share_a_stem() {
    check(
        Language::English,
        "Commitments committed; wildfires, Agreed minutes",
        &expect![[r#"
        Commitments → commitments / commit
        committed → committed / commit
        wildfires → wildfires / wildfir
        Agreed → agreed / agre
        minutes → minutes / minut
    "#]],
    );
    check(
        Language::French,
        "Les engagements pris s'engagent à l’évaluation des évaluations, l'eau d'ici",
        &expect![[r#"
            Les → les / le
            engagements → engagements / engag
            pris → pris / pris
            engagent → engagent / engagent
            à → a / a
            évaluation → evaluation / evalu
            des → des / de
            évaluations → evaluations / evalu
            eau → eau / eau
            ici → ici / ici
        "#]],
    );
    check(
        Language::Spanish,
        "Educación educativas evaluacion evaluaciones, niños y niñas; comisión comisiones",
        &expect![[r#"
            Educación → educacion / educ
            educativas → educativas / educ
            evaluacion → evaluacion / evalu
            evaluaciones → evaluaciones / evalu
            niños → ninos / nin
            y → y / y
            niñas → ninas / nin
            comisión → comision / comision
            comisiones → comisiones / comision
        "#]],
    );
}

#[test]
fn an_apostrophe_leaves_out_what_stands_before_it_only_in_french_ways() {
    check(
        Language::English,
        "Canada's jusqu'à O'Brien don't L'EAU 'l' s d'",
        &expect![[r#"
        Canada → canada / canada
        à → a / a
        O → o / o
        Brien → brien / brien
        don → don / don
        t → t / t
        EAU → eau / eau
        l → l / l
        s → s / s
        d → d / d
    "#]],
    );
}

#[test]
fn words_tied_by_a_hyphen_are_also_one_word() {
    check(
        Language::French,
        "co-présidents sous‑comité c'est-à-dire 2025-04-01 porte- parole A-2",
        &expect![[r#"
            co → co / co
            présidents → presidents / president
            co-présidents → copresidents / copresident (joined)
            sous → sous / sous
            comité → comite / comit
            sous‑comité → souscomite / souscom (joined)
            est → est / est
            à → a / a
            dire → dire / dir
            2025 → 2025 / 2025
            04 → 04 / 04
            01 → 01 / 01
            porte → porte / port
            parole → parole / parol
            A → a / a
            2 → 2 / 2
        "#]],
    );
}

#[test]
fn marks_and_invisible_characters_belong_to_their_word() {
    check(
        Language::Spanish,
        "educacio\u{301}n edu\u{ad}cación Œuvre ÉTÉ \u{301}x",
        &expect![[r#"
            educacio\u{301}n → educacion / educ
            edu\u{ad}cación → educacion / educ
            Œuvre → oeuvre / oeuvr
            ÉTÉ → ete / ete
            x → x / x
        "#]],
    );
}

#[test]
fn very_long_words_are_alike_if_they_begin_alike() {
    let long = "á".repeat(10_000);
    let longer = format!("{long}b {long}-c");
    let found = words(&longer, &[Language::English]);
    assert_eq!(found.len(), 3);
    assert_eq!(found[0].exact, found[1].exact);
    assert!(found[0].exact.len() <= WORD_BYTES_MAX);
    assert_eq!(found[2].exact, "c");
}

#[test]
fn any_text_is_cut_at_characters_and_in_order() {
    let odd =
        "\u{feff}'' -- a-\u{301}b 's l'l'l'eau - -x- é\u{ad}-é 日本語 🇨🇦🇲🇽 ʼs \0 ǅ İ ﬁ ß a-b-c-d-e";
    for language in Language::ALL {
        let mut last = 0;
        for word in words(odd, &[language]) {
            assert!(odd.get(word.start..word.end).is_some(), "{word:?}");
            assert!(word.end >= last, "{word:?}");
            last = word.end;
        }
    }
}

#[test]
fn frequent_words_say_nothing_unless_they_are_nouns() {
    let telling = |text: &'static str, language| {
        let words = telling(text, language).into_iter();
        words
            .map(|start| text.get(start..).unwrap().split(' ').next().unwrap())
            .collect::<Vec<_>>()
            .join(" ")
    };
    assert_eq!(telling("the state of the plan", Language::English), "state plan");
    assert_eq!(telling("le plan de cet été", Language::French), "plan été");
    assert_eq!(telling("el Estado de la cuenca", Language::Spanish), "Estado cuenca");
}

/// The stems that are written into an index are a superset of those a query asks for.
#[test]
fn whatever_has_a_word_exactly_has_its_stem() {
    let text = "Évaluación été évaluées éducation educación co-présidence niñas développés \
                cooperación İstanbul naïve pingüino première coöperation e\u{301}te\u{301}";
    for language in Language::ALL {
        let mut written = std::collections::BTreeMap::new();
        WrittenStems::new(language).token_stream(text).process(&mut |token| {
            written.entry(token.offset_from).or_insert_with(Vec::new).push(token.text.clone());
        });
        for word in words(text, &[]) {
            let typed = words(&word.exact, &[language]).remove(0);
            let stems = &written[&word.start];
            assert!(stems.contains(&typed.stems[0]), "{language:?} {word:?} {stems:?}");
        }
    }
}

#[test]
fn a_stem_without_accents_stands_where_its_word_stands() {
    let mut shown = Vec::new();
    WrittenStems::new(Language::French)
        .token_stream("l'eau coopérée du plan")
        .process(&mut |token| shown.push(format!("{} {}", token.position, token.text)));
    assert_eq!(shown, ["0 eau", "1 cooper", "1 coopere", "2 du", "3 plan"]);
}
