//! Text hygiene at the door (`docs/format.md` §5): what may stand in a text that is recorded.

use unicode_normalization::is_nfc;

/// Why a text is refused.
#[derive(Debug, Clone, Copy, thiserror::Error, PartialEq, Eq)]
pub enum Unclean {
    /// A character that is not shown or changes the direction of others.
    #[error("it contains the hidden character U+{0:04X}; remove it")]
    Hidden(u32),
    /// Not in Unicode normal form C.
    #[error("its accents are not composed (Unicode NFC); type them again or normalise the file")]
    NotComposed,
    /// Letters of two scripts in one word.
    #[error("a word mixes letters of two alphabets; type it again")]
    MixedScripts,
}

/// Checks a text before it is recorded: composed, no hidden characters, no word in two alphabets.
pub fn check(text: &str) -> Result<(), Unclean> {
    if let Some(hidden) = text.chars().find(|c| is_hidden(*c)) {
        return Err(Unclean::Hidden(u32::from(hidden)));
    }
    if !is_nfc(text) {
        return Err(Unclean::NotComposed);
    }
    if text.split(|c: char| !c.is_alphabetic()).any(mixes_scripts) {
        return Err(Unclean::MixedScripts);
    }
    Ok(())
}

fn is_hidden(c: char) -> bool {
    matches!(c,
        '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{206F}'
        | '\u{FEFF}' | '\u{FFF9}'..='\u{FFFB}' | '\u{E0000}'..='\u{E007F}')
        || (c.is_control() && c != '\n' && c != '\t')
}

fn mixes_scripts(word: &str) -> bool {
    let latin = word.chars().any(|c| matches!(c, 'A'..='Z' | 'a'..='z' | 'À'..='ɏ'));
    let look_alike = word.chars().any(|c| matches!(c, '\u{0370}'..='\u{052F}'));
    latin && look_alike
}

#[cfg(test)]
mod tests;
