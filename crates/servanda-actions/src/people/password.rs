//! Passwords: which are taken, and how they are kept.
//!
//! Never: kept as they are, printed, or compared byte by byte.

use argon2::password_hash::phc::PasswordHash;
use argon2::password_hash::{PasswordHasher, PasswordVerifier};
use argon2::{Algorithm, Argon2, Params, Version};
use unicode_normalization::UnicodeNormalization;
use zxcvbn::{Score, zxcvbn};

/// Characters a password has at least.
pub const PASSWORD_LENGTH_MIN: usize = 12;
/// Characters a password has at most.
pub const PASSWORD_LENGTH_MAX: usize = 128;

/// Bytes of a word of the person that counts as known; shorter ones are in too much.
const KNOWN_WORD_BYTES_MIN: usize = 3;
/// Letters and digits of a password that are not of such words, at least.
const LEFT_LENGTH_MIN: usize = 8;
/// Memory for one hash, in KiB (OWASP, Password Storage Cheat Sheet: 19 MiB, 2 passes, 1 lane).
const MEMORY_KIB: u32 = 19_456;
const PASSES: u32 = 2;
const LANES: u32 = 1;
/// Bytes of the salt that stands in the hash, out of those drawn.
const SALT_BYTES: usize = 16;
/// A hash of no password, made as all others: who checks a password for an account that does not
/// exist takes as long as for one that does.
const NOBODYS: &str = "$argon2id$v=19$m=19456,t=2,p=1$AAAAAAAAAAAAAAAAAAAAAA\
                       $AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";

/// Why a password is not taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum PasswordRefusal {
    /// Fewer than [`PASSWORD_LENGTH_MIN`] characters.
    #[error(
        "a password has {PASSWORD_LENGTH_MIN} characters at least; several words make a good one"
    )]
    TooShort,
    /// More than [`PASSWORD_LENGTH_MAX`] characters.
    #[error("a password has {PASSWORD_LENGTH_MAX} characters at most")]
    TooLong,
    /// It is in a list of leaked passwords, or soon found by trying what people choose.
    #[error("this password is easily guessed; take several words that do not belong together")]
    Guessable,
}

/// Whether a password may be chosen by whoever has these names and addresses.
pub(crate) fn check(password: &str, of_person: &[&str]) -> Result<(), PasswordRefusal> {
    let length = password.chars().count();
    if length < PASSWORD_LENGTH_MIN {
        return Err(PasswordRefusal::TooShort);
    }
    if length > PASSWORD_LENGTH_MAX {
        return Err(PasswordRefusal::TooLong);
    }
    let of_person = of_person.iter().flat_map(|text| {
        let words = text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
        std::iter::once(*text).chain(words)
    });
    let known: Vec<&str> = of_person.chain(["servanda"]).collect();
    if zxcvbn(password, &known).score() < Score::Three || is_made_of(password, &known) {
        return Err(PasswordRefusal::Guessable);
    }
    Ok(())
}

/// Whether little is left of a password without these words: whoever knows the person tries them
/// in every order.
fn is_made_of(password: &str, known: &[&str]) -> bool {
    let mut left = password.to_lowercase();
    let mut known: Vec<String> = known.iter().map(|word| word.to_lowercase()).collect();
    known.sort_by_key(|word| std::cmp::Reverse(word.len()));
    for word in known.iter().filter(|word| word.len() >= KNOWN_WORD_BYTES_MIN) {
        left = left.replace(word.as_str(), " ");
    }
    left.chars().filter(|c| c.is_alphanumeric()).count() < LEFT_LENGTH_MIN
}

/// The hash of a password as a PHC string.
pub(crate) fn hash(password: &str, salt: &[u8; 32]) -> String {
    let (salt, _rest) = salt.split_at(SALT_BYTES);
    hasher()
        .hash_password_with_salt(composed(password).as_bytes(), salt)
        .expect("the parameters and the length of the salt are fixed, and allowed")
        .to_string()
}

/// Whether a password is the one that was hashed. Takes as long where there is no hash.
pub(crate) fn is_right(password: &str, hash: Option<&str>) -> bool {
    let Ok(kept) = PasswordHash::new(hash.unwrap_or(NOBODYS)) else { return false };
    // The comparison takes the same time wherever the two differ.
    let verified = hasher().verify_password(composed(password).as_bytes(), &kept);
    verified.is_ok() && hash.is_some()
}

fn hasher() -> Argon2<'static> {
    let params = Params::new(MEMORY_KIB, PASSES, LANES, None)
        .expect("the parameters are fixed, and within what argon2 allows");
    Argon2::new(Algorithm::Argon2id, Version::V0x13, params)
}

/// One keyboard sends an accent as a letter of its own, another does not: both are one password.
fn composed(password: &str) -> String {
    password.nfc().collect()
}

#[cfg(test)]
mod tests;
