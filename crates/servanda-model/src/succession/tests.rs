//! Two documents: every statement once, whatever the order; and nothing that says something else is ever
//! carried over.

use std::collections::BTreeMap;

use super::{Comparison, Differs, Judged, Pair, Sequel, compare};
use crate::concordance::Aspect;
use crate::reading::{Due, Finding, FindingKind, FindingPlace, Reading};
use crate::record::{Block, BlockForm};
use crate::{Language, When};

/// A document of sentences, each with what it is: `U`ndertaking, `R`ecommendation, re`S`ult, `H`eading.
fn document(language: Language, sentences: &[(char, &str)]) -> Reading {
    let (mut text, mut outline, mut findings) = (String::new(), Vec::new(), Vec::new());
    for (sort, sentence) in sentences {
        let start = text.chars().count();
        text.push_str(sentence);
        let end = text.chars().count();
        text.push('\n');
        let form = if *sort == 'H' { BlockForm::Heading2 } else { BlockForm::Paragraph };
        outline.push(Block { form, start, end });
        let kind = match sort {
            'U' => FindingKind::Undertaking,
            'R' => FindingKind::Recommendation,
            'S' => FindingKind::Result,
            _heading => continue,
        };
        findings.push(Finding {
            place: FindingPlace { start, end, kind },
            language,
            who: sentence.split_whitespace().next().map(str::to_owned),
            stands_for: None,
            due: None,
            name: None,
            short: None,
            confidence: 80,
            rule: "test".to_owned(),
        });
    }
    Reading {
        media_type: "text/plain".to_owned(),
        language,
        date: None,
        text,
        outline,
        findings,
        troubles: Vec::new(),
    }
}

fn english(sentences: &[(char, &str)]) -> Reading {
    document(Language::English, sentences)
}

fn compared(earlier: &Reading, later: &Reading) -> Comparison {
    compare(earlier, later, &[], &|_, _| Vec::new())
}

/// The rows in words: the sequel, what stood before, what stands after.
fn told(earlier: &Reading, later: &Reading, comparison: &Comparison) -> Vec<String> {
    let words = |reading: &Reading, place: Option<FindingPlace>| {
        let chars = reading.text.chars();
        place.map_or("–".to_owned(), |it| chars.skip(it.start).take(it.end - it.start).collect())
    };
    let row = |row: &super::Row| {
        let [before, after] = [(earlier, row.pair.earlier), (later, row.pair.later)];
        format!(
            "{}: {} | {}",
            row.sequel.code(),
            words(before.0, before.1),
            words(after.0, after.1)
        )
    };
    comparison.rows.iter().map(row).collect()
}

#[test]
fn what_became_of_each_statement_is_suggested() {
    let earlier = english(&[
        ('H', "Fire"),
        ('U', "Canada will train 40 wildland firefighters in Oaxaca by 2022."),
        ('U', "Mexico will publish the hydrological atlas every spring."),
        ('U', "Canada will open a consular office in Mérida."),
        ('R', "The Youth Lab recommends an exchange of Indigenous language teachers."),
    ]);
    let later = english(&[
        ('H', "Fire and water"),
        ('U', "Mexico will publish the hydrological atlas every spring."),
        ('U', "Canada will train 60 wildland firefighters in Oaxaca by 2023."),
        ('S', "Canada opened a consular office in Mérida last autumn."),
        ('U', "Mexico will map abandoned mines."),
    ]);
    let comparison = compared(&earlier, &later);
    assert_eq!(
        told(&earlier, &later, &comparison),
        [
            "carried-over: Mexico will publish the hydrological atlas every spring. | Mexico will \
             publish the hydrological atlas every spring.",
            "changed: Canada will train 40 wildland firefighters in Oaxaca by 2022. | Canada will \
             train 60 wildland firefighters in Oaxaca by 2023.",
            "done: Canada will open a consular office in Mérida. | Canada opened a consular office \
             in Mérida last autumn.",
            "gone: The Youth Lab recommends an exchange of Indigenous language teachers. | –",
            "new: – | Mexico will map abandoned mines.",
        ]
    );
    let changed = comparison.rows.iter().find(|row| row.sequel == Sequel::Changed);
    let changed = changed.expect("one is changed");
    assert!(changed.is_same_who && changed.is_same_heading);
    assert_eq!(changed.common[..3], ["Oaxaca", "firefighters", "train"]);
    let numbers = changed.differs.iter().any(|it| {
        matches!(it, Differs::In(contrast) if contrast.aspect == Aspect::Numbers
            && contrast.one == ["40", "2022"] && contrast.other == ["60", "2023"])
    });
    assert!(numbers, "{:?}", changed.differs);
}

/// Words that make a difference, and what they make of a sentence.
const TURNS: [(&str, &str); 12] = [
    ("will", "will not"),
    ("40", "41"),
    ("1,200", "12,00"),
    ("40", "forty"),
    ("5 %", "5"),
    ("will", "may"),
    ("May", "June"),
    ("Canada", "Mexico"),
    ("before", "after"),
    ("rangers", "ranger"),
    ("$3", "3"),
    ("met", "missed"),
];

#[test]
fn what_differs_by_one_word_mark_or_number_is_never_carried_over() {
    let said =
        "Canada will train 40 rangers of the 1,200 that met in May, 5 % more than before, for $3.";
    let earlier = english(&[('U', said)]);
    for (from, to) in TURNS {
        let other = said.replacen(from, to, 1);
        assert_ne!(other, said);
        let later = english(&[('U', &other)]);
        let rows = compared(&earlier, &later).rows;
        assert_eq!(rows.len(), 1, "{other}: {rows:?}");
        assert_eq!(rows[0].sequel, Sequel::Changed, "{other}");
        assert!(!rows[0].differs.is_empty(), "{other}");
        // And the other way round.
        assert_eq!(compared(&later, &earlier).rows[0].sequel, Sequel::Changed, "{other}");
    }
}

#[test]
fn spaces_case_and_silent_marks_make_no_difference() {
    let earlier = english(&[('U', "Canada will train rangers, in “Oaxaca”.")]);
    let later = english(&[('U', "CANADA will  train rangers in Oaxaca")]);
    let rows = compared(&earlier, &later).rows;
    assert_eq!(rows[0].sequel, Sequel::CarriedOver, "{rows:?}");
}

#[test]
fn the_same_words_of_another_actor_or_day_are_changed() {
    let sentence = [('U', "Train forty rangers in Oaxaca.")];
    let (earlier, mut later) = (english(&sentence), english(&sentence));
    later.findings[0].who = Some("Mexico".to_owned());
    let rows = compared(&earlier, &later).rows;
    assert!(matches!(rows[0].differs[..], [Differs::Who { .. }]), "{rows:?}");
    assert_eq!(rows[0].sequel, Sequel::Changed);
    let mut later = english(&sentence);
    later.findings[0].due =
        Some(Due { when: When::parse("2027").ok(), words: "by 2027".to_owned() });
    let rows = compared(&earlier, &later).rows;
    assert!(matches!(rows[0].differs[..], [Differs::Due { .. }]), "{rows:?}");
    assert_eq!(rows[0].sequel, Sequel::Changed);
}

#[test]
fn languages_are_brought_together_by_concepts_and_are_never_said_to_be_the_same() {
    let earlier = english(&[('U', "Canada will send firefighters to Oaxaca against wildfires.")]);
    let later = document(
        Language::Spanish,
        &[('U', "Canadá enviará brigadistas a Oaxaca contra los incendios forestales.")],
    );
    let concepts = |text: &str, _| {
        let words = [("firefighters", 0), ("brigadistas", 0), ("wildfires", 1), ("incendios", 1)];
        words.iter().filter(|(word, _)| text.contains(word)).map(|(_, it)| *it).collect::<Vec<_>>()
    };
    let rows = compare(&earlier, &later, &[], &concepts).rows;
    assert_eq!(rows.len(), 1, "{rows:?}");
    assert_eq!(rows[0].sequel, Sequel::Changed);
    assert!(rows[0].differs.iter().any(|it| matches!(it, Differs::Languages { .. })));
}

#[test]
fn what_people_said_holds() {
    let earlier = english(&[
        ('U', "Canada will train 40 rangers in Oaxaca."),
        ('U', "Mexico will plant mangroves along the lagoon."),
    ]);
    let later = english(&[
        ('U', "Canada will train 60 rangers in Oaxaca."),
        ('U', "Mexico will restore wetlands."),
    ]);
    let (before, after) = (earlier.findings.clone(), later.findings.clone());
    let pair = |earlier: usize, later: usize| Pair {
        earlier: Some(before[earlier].place),
        later: Some(after[later].place),
    };
    let judged = [
        Judged { pair: pair(0, 0), sequel: None },
        Judged { pair: pair(1, 1), sequel: Some(Sequel::CarriedOver) },
        // A statement that is settled is not settled again.
        Judged { pair: pair(1, 0), sequel: Some(Sequel::Changed) },
        // A report is a result.
        Judged { pair: pair(0, 0), sequel: Some(Sequel::Done) },
    ];
    let comparison = compare(&earlier, &later, &judged, &|_, _| Vec::new());
    assert_eq!(
        told(&earlier, &later, &comparison),
        [
            "gone: Canada will train 40 rangers in Oaxaca. | –",
            "new: – | Canada will train 60 rangers in Oaxaca.",
            "carried-over: Mexico will plant mangroves along the lagoon. | Mexico will restore \
             wetlands.",
        ]
    );
    let judged: Vec<bool> = comparison.rows.iter().map(|row| row.is_judged).collect();
    assert_eq!(judged, [false, false, true]);
}

/// Chance that comes out the same each time.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: usize) -> usize {
        self.0 =
            self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).expect("31 bits") % sides
    }

    fn sentence(&mut self) -> (char, String) {
        const WORDS: [&str; 14] = [
            "Canada", "Mexico", "train", "rangers", "not", "40", "41", "publish", "atlas", "mines",
            "Oaxaca", "water", "5 %", "youth",
        ];
        let sort = ['U', 'U', 'U', 'R', 'S'][self.roll(5)];
        let count = 3 + self.roll(6);
        let words: Vec<&str> = (0..count).map(|_| WORDS[self.roll(WORDS.len())]).collect();
        (sort, format!("{} will {}.", ["Canada", "Mexico"][self.roll(2)], words.join(" ")))
    }

    fn document(&mut self) -> Reading {
        let count = self.roll(14);
        let sentences: Vec<(char, String)> = (0..count).map(|_| self.sentence()).collect();
        let sentences: Vec<(char, &str)> =
            sentences.iter().map(|(sort, text)| (*sort, text.as_str())).collect();
        english(&sentences)
    }
}

fn places(reading: &Reading) -> Vec<FindingPlace> {
    let statements = reading.findings.iter().map(|it| it.place);
    statements.filter(|place| place.kind != FindingKind::Result).collect()
}

#[test]
fn every_statement_of_both_appears_once_whatever_the_order_and_whatever_was_said() {
    let mut dice = Dice(7);
    for _ in 0..80 {
        let (earlier, later) = (dice.document(), dice.document());
        let mut judged = Vec::new();
        for _ in 0..dice.roll(4) {
            let one = |reading: &Reading, at: usize| reading.findings.get(at).map(|it| it.place);
            let pair =
                Pair { earlier: one(&earlier, dice.roll(16)), later: one(&later, dice.roll(16)) };
            let sequel = Sequel::ALL.get(dice.roll(6)).copied();
            judged.push(Judged { pair, sequel });
        }
        let comparison = compare(&earlier, &later, &judged, &|_, _| Vec::new());
        let mut before: Vec<_> =
            comparison.rows.iter().filter_map(|row| row.pair.earlier).collect();
        before.sort_unstable();
        assert_eq!(before, places(&earlier));
        let after = comparison.rows.iter().filter(|row| row.sequel != Sequel::Done);
        let mut after: Vec<_> = after.filter_map(|row| row.pair.later).collect();
        after.sort_unstable();
        assert_eq!(after, places(&later));
        for row in &comparison.rows {
            assert!(row.sequel.is_of(&row.pair), "{row:?}");
            if row.sequel == Sequel::CarriedOver && !row.is_judged {
                assert_eq!(row.differs, []);
            }
        }
        // The findings in any order.
        let (mut mixed, mut other) = (earlier.clone(), later.clone());
        mixed.findings.reverse();
        let half = other.findings.len() / 2;
        other.findings.rotate_left(half);
        let again = compare(&mixed, &other, &judged, &|_, _| Vec::new());
        assert_eq!(again, comparison);
    }
}

#[test]
fn what_says_the_same_is_carried_over_however_often_it_is_said() {
    let mut dice = Dice(11);
    for _ in 0..40 {
        let document = dice.document();
        let rows = compared(&document, &document).rows;
        let mut sequels: BTreeMap<Sequel, usize> = BTreeMap::new();
        for row in &rows {
            *sequels.entry(row.sequel).or_default() += 1;
        }
        let statements = places(&document).len();
        assert_eq!(sequels.get(&Sequel::CarriedOver).copied().unwrap_or(0), statements, "{rows:?}");
    }
}

#[test]
fn titles_of_a_series_have_words_in_common_and_years_do_not_count() {
    let count = |one, other| super::words_in_common(one, other, Language::English);
    assert_eq!(count("Annual report of 2021", "Annual report of 2022"), 2);
    assert_eq!(count("Minutes of 2026", "Plan of 2026"), 0);
}

#[test]
fn names_in_common_alone_make_no_pair() {
    let earlier = english(&[('U', "Strengthen partnerships with the United States.")]);
    let later = english(&[('U', "Engage the United States on trade.")]);
    let sequels: Vec<Sequel> =
        compared(&earlier, &later).rows.iter().map(|row| row.sequel).collect();
    assert_eq!(sequels, [Sequel::Gone, Sequel::New]);
}
