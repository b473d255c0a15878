//! The rule files, and the notation of patterns.

use super::*;
use crate::lexicon::Lexicon;
use crate::words::words;

#[test]
fn every_rule_has_a_name_of_its_own_that_begins_with_its_language() {
    for language in Language::ALL {
        let grammar = of(language);
        let mut names: Vec<&str> = grammar.rules.iter().map(|rule| rule.name.as_str()).collect();
        assert!(names.iter().all(|name| name.starts_with(&format!("{}-", language.tag()))));
        let count = names.len();
        names.sort_unstable();
        names.dedup();
        assert_eq!(names.len(), count);
        assert!(grammar.rules.iter().all(|rule| (0.0..=1.0).contains(&rule.confidence)));
        assert!(grammar.rules.iter().all(|rule| !rule.patterns.is_empty()));
    }
}

#[test]
fn every_language_has_the_classes_the_reader_asks_for() {
    for language in Language::ALL {
        let grammar = of(language);
        for name in [
            "actor",
            "thing",
            "own",
            "pronoun",
            "relative",
            "conjunction",
            "preposition",
            "determiner",
            "light",
            "finite",
            "opening",
            "auxiliary",
            "month",
            "date_lead",
            "date_join",
            "date_until",
            "season",
            "quarter",
            "half",
            "period",
            "relative_lead",
            "moment",
            "ordinal",
            "deadline",
            "past_lead",
            "reference",
            "weekday",
            "approximately",
            "scale",
            "percent",
            "linking",
            "post",
            "post_part",
            "courtesy",
            "participle",
        ] {
            assert_ne!(grammar.class(name), Classes::NONE, "{} {name}", language.tag());
        }
    }
}

#[track_caller]
fn check(pattern: &str, sentence: &str, expected: Option<(usize, usize, usize)>) {
    let rules = format!(
        "abbreviations = []\n[class]\nverb = [\"go\", \"*ize\", \"re*\", \"-prize\"]\n\
         [[rule]]\nname = \"en-a\"\nkind = \"result\"\nconfidence = 1.0\npatterns = [\"{pattern}\"]\n"
    );
    let grammar: &'static Grammar = Box::leak(Box::new(Grammar::read(&rules).unwrap()));
    let words = words(sentence, &mut Lexicon::with(Language::English, grammar));
    let present = Present::of(&words);
    let found = grammar.rules.first().unwrap().patterns.first().unwrap().find(&words, &present);
    assert_eq!(found.map(|m| (m.start, m.predicate, m.end)), expected);
}

#[test]
fn patterns_match_words_classes_and_endings() {
    check("we|they <verb>", "Then they go", Some((1, 1, 3)));
    check("we <verb>", "we realize", Some((0, 0, 2)));
    check("we <verb>", "we redo", Some((0, 0, 2)));
    check("we <verb>", "we prize", None);
    check("we <!verb>", "we stay", Some((0, 0, 2)));
    check("we <!verb>", "we", None);
    check("we stay|<verb>", "we realize", Some((0, 0, 2)));
    check("we stay|<verb>", "we stay", Some((0, 0, 2)));
    check("we !stay|<verb>", "we realize", None);
}

#[test]
fn patterns_have_options_gaps_and_ends() {
    check("we ?also @ go", "we also go", Some((0, 2, 3)));
    check("we ?also @ go", "we go", Some((0, 1, 2)));
    check("we ..2 go", "we all now go", Some((0, 0, 4)));
    check("we ..2 go", "we all now then go", None);
    check("we ..5 go", "we stay; others go", None);
    check("^ go", "we go", None);
    check("go $", "we go.", Some((1, 1, 2)));
    check("go $", "we go home", None);
}

/// What is wrong with a rule file that has these lines besides what every one has.
fn refused(lines: &str) -> String {
    let file = format!("abbreviations = []\n[class]\nverb = [\"agrees\"]\n{lines}");
    Grammar::read(&file).err().map(|why| why.to_string()).unwrap_or_default()
}

#[test]
fn a_rule_file_that_cannot_be_used_is_refused_with_what_is_wrong_in_it() {
    let rule = |pattern: &str| {
        refused(&format!(
            "[[rule]]\nname = \"x\"\nkind = \"undertaking\"\nconfidence = 1.0\npatterns = [\"{pattern}\"]"
        ))
    };
    assert_eq!(rule("<verb> to"), "");
    assert_eq!(rule("<noun> to"), "no class is called noun");
    assert_eq!(
        rule("that|<verb to"),
        "that|<verb mixes words and classes: each class needs < and >"
    );
    assert_eq!(rule("<verb> ..few to"), "..few is no gap: it needs a number, as ..4 has");
    assert_eq!(
        refused("[[document]]\nkind = \"item\"\npatterns = []\nblocks = 1\none_in = 1"),
        "item is no kind of documents"
    );
    assert!(refused("[[rule]]\nname = \"x\"\nkind = \"promise\"").contains("line 6"));
    let names: String = (0..NAMED_CLASSES_MAX).map(|n| format!("c{n} = []\n")).collect();
    assert_eq!(refused(&names), "more than 128 classes have names");
}

#[test]
fn rules_are_not_changed_once_documents_were_read() {
    of(Language::French);
    let late = use_rules(Language::French, built_in(Language::French));
    assert!(matches!(late, Err(RulesError::Late)));
}
