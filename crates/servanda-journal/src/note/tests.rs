//! Notes and keys, against published examples and another implementation.

use proptest::prelude::*;
use signed_note::{Note, Signer as _, StandardSigner, StandardVerifier, VerifierList};

use super::{
    KeyError, NOTE_SIGNATURES_MAX, NOTE_SIZE_BYTES_MAX, NotAccepted, NoteError, Signature,
    SignedNote, Signer, Verifier, is_name,
};
use crate::hash::Hash;
use crate::sample::Chance;

const VERIFIER: &str = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW";
const SIGNER: &str =
    "PRIVATE+KEY+PeterNeumann+c74f20a3+AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz";
const TEXT: &str = "If you think cryptography is the answer to your problem,\nthen you don't know what your problem is.\n";
const NOTE: &str = "If you think cryptography is the answer to your problem,\nthen you don't know what your problem is.\n\n\u{2014} PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n";

fn signer(name: &str) -> Signer {
    Signer::from_seed(name, &[9; 32]).unwrap()
}

#[test]
fn a_published_note_is_accepted_and_made_again() {
    let verifier = Verifier::parse(VERIFIER).unwrap();
    let signer = Signer::parse(SIGNER).unwrap();
    assert_eq!(SignedNote::parse(NOTE).unwrap().verify(&verifier), Ok(TEXT));
    assert_eq!(SignedNote::sign(TEXT, &signer).to_string(), NOTE);
    assert_eq!(signer.verifier(), verifier);
    assert_eq!(signer.to_secret_text(), SIGNER);
    assert_eq!(verifier.to_string(), VERIFIER);
}

#[test]
fn others_accept_our_notes_and_we_theirs() {
    let ours = signer("record.example/a");
    let theirs = StandardSigner::new(&ours.to_secret_text()).unwrap();
    let verifier = StandardVerifier::new(&ours.verifier().to_string()).unwrap();

    let note = SignedNote::sign(TEXT, &ours).to_string();
    let parsed = Note::from_bytes(note.as_bytes()).unwrap();
    let (accepted, _) = parsed.verify(&VerifierList::new(vec![Box::new(verifier)])).unwrap();
    assert_eq!(accepted.len(), 1);

    let mut note = Note::new(TEXT.as_bytes(), &[]).unwrap();
    note.add_sigs(&[&theirs]).unwrap();
    let note = String::from_utf8(note.to_bytes()).unwrap();
    assert_eq!(SignedNote::parse(&note).unwrap().verify(&ours.verifier()), Ok(TEXT));
    assert_eq!(note, SignedNote::sign(TEXT, &ours).to_string());
    assert_eq!(theirs.key_id(), ours.verifier().key_id());
}

#[test]
fn signatures_by_strangers_are_passed_over() {
    let (ours, strangers) = (signer("record.example/a"), signer("witness.example"));
    let mut note = SignedNote::sign(TEXT, &strangers);
    assert_eq!(note.verify(&ours.verifier()), Err(NotAccepted::UnknownKey));
    note.add(ours.sign(TEXT));
    let note = SignedNote::parse(&note.to_string()).unwrap();
    assert_eq!(note.signatures().len(), 2);
    assert_eq!(note.verify(&ours.verifier()), Ok(TEXT));
    assert_eq!(note.verify(&strangers.verifier()), Ok(TEXT));
}

#[test]
fn every_signature_by_the_key_must_be_right() {
    let ours = signer("record.example/a");
    let mut note = SignedNote::sign(TEXT, &ours);
    note.add(ours.sign("another text\n"));
    assert_eq!(note.verify(&ours.verifier()), Err(NotAccepted::WrongSignature));
}

#[test]
fn a_key_of_another_name_is_another_key() {
    let note = SignedNote::sign(TEXT, &signer("record.example/a"));
    let other = signer("record.example/b").verifier();
    assert_eq!(note.verify(&other), Err(NotAccepted::UnknownKey));
}

#[test]
fn signatures_of_the_wrong_length_are_refused() {
    let ours = signer("a");
    for length in [1, 63, 65, 76] {
        let signature = Signature { bytes: vec![0; length], ..ours.sign(TEXT) };
        let note = SignedNote { text: TEXT.to_owned(), signatures: vec![signature] };
        let read = SignedNote::parse(&note.to_string()).unwrap();
        assert_eq!(read.verify(&ours.verifier()), Err(NotAccepted::WrongSignature));
    }
}

#[test]
fn what_is_not_a_note_is_refused() {
    let line = "\u{2014} a AAAAAAA=\n";
    let cases = [
        (String::new(), NoteError::Unsigned),
        ("text\n".to_owned(), NoteError::Unsigned),
        ("text\n\n".to_owned(), NoteError::Unsigned),
        ("text\n\n\u{2014} a AAAAAAA=".to_owned(), NoteError::Unsigned),
        (format!("text\r\n\n{line}"), NoteError::ControlCharacter),
        (format!("te\u{0}xt\n\n{line}"), NoteError::ControlCharacter),
        (format!("text\n\n{line}\n"), NoteError::Unsigned),
        (format!("text\n\n{line}more\n"), NoteError::MalformedSignature),
        ("text\n\n- a AAAAAAA=\n".to_owned(), NoteError::MalformedSignature),
        ("text\n\n\u{2014} a\n".to_owned(), NoteError::MalformedSignature),
        ("text\n\n\u{2014}  AAAAAAA=\n".to_owned(), NoteError::MalformedSignature),
        ("text\n\n\u{2014} a+b AAAAAAA=\n".to_owned(), NoteError::MalformedSignature),
        ("text\n\n\u{2014} a AAAAAA==\n".to_owned(), NoteError::MalformedSignature),
        ("text\n\n\u{2014} a AAAAAAB=\n".to_owned(), NoteError::MalformedSignature),
        ("text\n\n\u{2014} a AAAAAAA\n".to_owned(), NoteError::MalformedSignature),
        ("text\n\n\u{2014} a AAAAAAA= \n".to_owned(), NoteError::MalformedSignature),
        (format!("text\n\n{}", line.repeat(NOTE_SIGNATURES_MAX + 1)), NoteError::TooLarge),
        (format!("{}\n\n{line}", "x".repeat(NOTE_SIZE_BYTES_MAX)), NoteError::TooLarge),
    ];
    for (note, why) in cases {
        assert_eq!(SignedNote::parse(&note), Err(why), "{:?}", note.get(..60));
    }
    let most = format!("text\n\n{}", line.repeat(NOTE_SIGNATURES_MAX));
    assert_eq!(SignedNote::parse(&most).unwrap().signatures().len(), NOTE_SIGNATURES_MAX);
}

#[test]
fn a_note_is_as_long_as_the_limit_and_no_longer() {
    assert_eq!(NOTE_SIZE_BYTES_MAX, 262_144);
    let line = "\n\n\u{2014} a AAAAAAA=\n";
    let text = "x".repeat(NOTE_SIZE_BYTES_MAX - line.len());
    let longest = format!("{text}{line}");
    assert_eq!(SignedNote::parse(&longest).unwrap().text(), format!("{text}\n"));
    assert_eq!(SignedNote::parse(&format!("x{longest}")), Err(NoteError::TooLarge));
}

#[test]
fn what_is_not_a_key_is_refused() {
    let ours = signer("a").verifier().to_string();
    let cases = [
        (String::new(), KeyError::Form),
        ("a".to_owned(), KeyError::Form),
        (ours.replacen('a', "", 1), KeyError::Name),
        (ours.replacen('a', "a b", 1), KeyError::Name),
        (ours.replacen('a', "b", 1), KeyError::KeyId),
        (format!("{ours}="), KeyError::Form),
        (VERIFIER.replace("+ARpc", "+BBpc"), KeyError::Form),
        (VERIFIER.replace("c74f20a3", "c74f20a4"), KeyError::KeyId),
        (VERIFIER.replace("c74f20a3", "C74F20A3"), KeyError::KeyId),
    ];
    for (text, why) in cases {
        assert_eq!(Verifier::parse(&text).unwrap_err(), why, "{text:?}");
    }
    assert_eq!(Signer::parse(VERIFIER).unwrap_err(), KeyError::Form);
    assert_eq!(Signer::parse(&SIGNER.replace("c74f", "c74e")).unwrap_err(), KeyError::KeyId);
    assert_eq!(Signer::from_seed("a b", &[0; 32]).unwrap_err(), KeyError::Name);
}

#[test]
fn keys_that_anyone_could_sign_for_are_refused() {
    use base64::Engine as _;
    // The neutral point, a point of order two, and the neutral point with its
    // second spelling.
    let mut neutral = [0; 32];
    neutral[0] = 1;
    let mut order_two = [0xff; 32];
    order_two[0] = 0xec;
    order_two[31] = 0x7f;
    let mut respelled = [0xff; 32];
    respelled[0] = 0xee;
    respelled[31] = 0x7f;
    for key in [neutral, order_two, respelled, [0; 32]] {
        let id = super::key_id("a", &key);
        let mut bytes = vec![1];
        bytes.extend(key);
        let encoded = base64::engine::general_purpose::STANDARD.encode(bytes);
        let refused = Verifier::parse(&format!("a+{id:08x}+{encoded}")).unwrap_err();
        assert_eq!(refused, KeyError::Unsound);
    }
}

#[test]
fn a_signature_has_one_spelling() {
    // The order of the group, least significant byte first. Adding it to the
    // second half of a signature changes nothing for a lenient verifier.
    let order = Hash::parse_hex("edd3f55c1a631258d69cf7a2def9de1400000000000000000000000000000010")
        .unwrap();
    let ours = signer("a");
    let mut signature = ours.sign(TEXT);
    let mut carry = 0;
    for (byte, add) in signature.bytes[32..].iter_mut().zip(order.0) {
        let sum = u16::from(*byte) + u16::from(add) + carry;
        *byte = sum.to_le_bytes()[0];
        carry = sum >> 8;
    }
    let note = SignedNote { text: TEXT.to_owned(), signatures: vec![signature] };
    assert_eq!(note.verify(&ours.verifier()), Err(NotAccepted::WrongSignature));
}

#[test]
fn a_signing_key_is_not_printed_by_accident() {
    assert_eq!(format!("{:?}", signer("a")), "Signer { name: \"a\", .. }");
}

#[test]
fn a_thousand_changed_notes_are_refused() {
    let signer = signer("record.example/a");
    let note = SignedNote::sign(TEXT, &signer).to_string();
    let mut chance = Chance(2);
    for _ in 0..1_000 {
        let mutant = chance.mutate(note.as_bytes());
        let Ok(mutant) = String::from_utf8(mutant) else { continue };
        let accepted =
            SignedNote::parse(&mutant).is_ok_and(|note| note.verify(&signer.verifier()).is_ok());
        assert!(!accepted, "{mutant:?}");
    }
}

proptest! {
    #[test]
    fn any_text_is_refused_or_printed_as_it_was(note in "([a-z\n]{0,9}\n\n)?(\u{2014} [a-z+]{1,3} [A-Za-z0-9=]{0,8}\n){0,3}") {
        if let Ok(read) = SignedNote::parse(&note) {
            prop_assert_eq!(read.to_string(), note);
        }
    }

    #[test]
    fn keys_are_read_back(name in "[!-*,-~]{1,40}", seed in any::<[u8; 32]>()) {
        prop_assert!(is_name(&name));
        let signer = Signer::from_seed(&name, &seed).unwrap();
        prop_assert_eq!(Signer::parse(&signer.to_secret_text()).unwrap().verifier(), signer.verifier());
        prop_assert_eq!(Verifier::parse(&signer.verifier().to_string()).unwrap(), signer.verifier());
    }
}
