//! The glossary is whole, and its terms lead to one another.

use std::collections::BTreeSet;

use super::*;

/// The concepts that a query names, by their first English term.
fn named(words: &str) -> Vec<String> {
    let wanted = Wanted::parse(words, Language::English);
    let found = widen(&wanted);
    found.iter().map(|it| it.concept.terms(Language::English)[0].text.clone()).collect()
}

#[test]
fn every_concept_has_terms_in_all_languages() {
    assert!(GLOSSARY.concepts.len() >= 100, "{}", GLOSSARY.concepts.len());
    for concept in &GLOSSARY.concepts {
        for terms in &concept.terms {
            assert!(!terms.is_empty(), "{concept:?}");
            for term in terms {
                assert!(
                    !term.stems.is_empty() && term.stems.len() <= GLOSSARY.words_max,
                    "{term:?}"
                );
                assert_eq!(term.text.trim(), term.text);
            }
        }
    }
}

#[test]
fn no_term_means_two_things() {
    for known in &GLOSSARY.by_stems {
        for (stems, concepts) in known {
            assert_eq!(concepts.len(), 1, "{stems:?} stands in several concepts");
        }
    }
}

#[test]
fn words_that_mean_different_things_in_two_languages_are_known() {
    let mut several = BTreeSet::new();
    for (language, known) in Language::ALL.into_iter().zip(&GLOSSARY.by_stems) {
        for concept in &GLOSSARY.concepts {
            for term in concept.terms(language) {
                let found = named(&term.text);
                if found.len() != 1 {
                    several.insert(format!("{}: {}", term.text, found.join(", ")));
                }
            }
        }
        assert!(!known.is_empty());
    }
    assert_eq!(several, BTreeSet::new());
}

#[test]
fn a_term_is_found_in_any_form_and_the_longest_first() {
    assert_eq!(named("incendios forestales"), ["wildfire"]);
    assert_eq!(named("FEUX DE FORET"), ["wildfire"]);
    assert_eq!(named("wildfires in protected areas"), ["wildfire", "protected area"]);
    assert_eq!(named("human rights defenders"), ["human rights defender"]);
    assert_eq!(named("human rights of workers"), ["human rights"]);
    assert_eq!(named("\"human rights\""), [""; 0], "what is quoted is meant exactly so");
    assert_eq!(named("zeppelin"), [""; 0]);
    assert_eq!(named(""), [""; 0]);
}

#[test]
fn related_terms_share_a_word_that_says_something() {
    let related = |words| related(&Wanted::parse(words, Language::French), Language::French);
    assert!(related("défenseur").contains(&"défenseur des droits de la personne".to_owned()));
    assert_eq!(related("de la"), [""; 0]);
    assert!(related("santé").len() <= NAMED_MAX);
}

#[test]
fn a_text_names_the_same_concepts_in_every_language() {
    let english = concepts("Firefighters will cross when wildfires spread.", Language::English);
    let french = concepts("Les pompiers traverseront quand les feux de forêt.", Language::French);
    let spanish = concepts("Los brigadistas y los incendios forestales.", Language::Spanish);
    assert_eq!(english.len(), 2, "{english:?}");
    assert_eq!(english, french);
    assert_eq!(french, spanish);
    assert_eq!(concepts("", Language::English), Vec::<usize>::new());
}
