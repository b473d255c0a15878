//! Which passwords are taken, and that only the right one is right.

use super::{NOBODYS, PasswordRefusal, check, hash, is_right};

#[test]
fn a_password_is_long_enough_and_not_easily_guessed() {
    let of_person = ["Ana Ruiz", "ana.ruiz@example.org"];
    assert_eq!(check("heron agave", &of_person), Err(PasswordRefusal::TooShort));
    assert_eq!(check(&"heron agave ".repeat(11), &of_person), Err(PasswordRefusal::TooLong));
    for easy in [
        "password1234",
        "123456789012",
        "aaaaaaaaaaaaaa",
        "ana.ruiz@example.org",
        "Ruiz Ana Ruiz example",
    ] {
        assert_eq!(check(easy, &of_person), Err(PasswordRefusal::Guessable), "{easy}");
    }
    assert_eq!(check("heron agave kettle", &of_person), Ok(()));
    assert_eq!(check("águila cántaro río", &of_person), Ok(()));
}

#[test]
fn only_the_password_that_was_hashed_is_right() {
    let kept = hash("heron agave kettle", &[7; 32]);
    assert!(kept.starts_with("$argon2id$v=19$m=19456,t=2,p=1$"), "{kept}");
    assert!(is_right("heron agave kettle", Some(&kept)));
    assert!(!is_right("heron agave kettl", Some(&kept)));
    assert!(!is_right("heron agave kettle", None));
    assert!(!is_right("heron agave kettle", Some("no hash")));
}

#[test]
fn an_accent_is_the_same_however_it_is_typed() {
    let kept = hash("\u{e1}guila cantaro", &[7; 32]);
    assert!(is_right("a\u{301}guila cantaro", Some(&kept)));
}

#[test]
fn the_hash_of_nobody_is_computed_like_any_other() {
    let kept = argon2::password_hash::phc::PasswordHash::new(NOBODYS).expect("a PHC string");
    let real = hash("heron agave kettle", &[7; 32]);
    let real = argon2::password_hash::phc::PasswordHash::new(&real).expect("a PHC string");
    assert_eq!((kept.algorithm, kept.params), (real.algorithm, real.params));
    assert_eq!(kept.hash.map(|it| it.len()), real.hash.map(|it| it.len()));
}
