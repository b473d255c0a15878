//! Blocks speak for themselves only if they are long enough.

use super::*;

#[test]
fn a_block_is_in_its_own_language() {
    let spanish =
        "Las dos delegaciones revisaron el programa y los proyectos para la costa del Pacífico.";
    let french =
        "Les deux délégations ont revu le programme et les projets pour la côte du Pacifique.";
    let english =
        "The two delegations went through the programme and the projects for the Pacific coast.";
    for (text, language) in
        [(spanish, Language::Spanish), (french, Language::French), (english, Language::English)]
    {
        assert_eq!(of_block(text, Language::English), language);
        assert_eq!(of_document(text), language);
    }
}

#[test]
fn a_short_block_takes_the_language_of_the_document() {
    assert_eq!(of_block("Ottawa, Ontario", Language::Spanish), Language::Spanish);
}
