//! What passes the door and what does not.

use super::{Unclean, check};

#[test]
fn ordinary_text_in_three_languages_passes() {
    for text in ["Each Party shall notify.", "L’été à Montréal — n° 3", "El año próximo: ¿cuándo?"]
    {
        assert_eq!(check(text), Ok(()), "{text}");
    }
}

#[test]
fn text_that_could_deceive_is_refused() {
    assert_eq!(check("pay\u{202E}001"), Err(Unclean::Hidden(0x202E)));
    assert_eq!(check("a\u{E0041}"), Err(Unclean::Hidden(0xE0041)));
    assert_eq!(check("bell\u{7}"), Err(Unclean::Hidden(7)));
    assert_eq!(check("e\u{301}t\u{e9}"), Err(Unclean::NotComposed));
    assert_eq!(check("C\u{430}nada"), Err(Unclean::MixedScripts));
}
