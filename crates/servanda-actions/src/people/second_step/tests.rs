//! Codes against the vectors of RFC 6238, and how recovery codes are read.

use super::{BASE32, grouped, step_of, tidied};

/// The secret of RFC 6238, appendix B, for SHA-1.
fn secret() -> String {
    base32::encode(BASE32, b"12345678901234567890")
}

#[test]
fn codes_are_those_of_rfc_6238() {
    // The last six digits of the eight in appendix B.
    let vectors = [
        (59, "287082"),
        (1_111_111_109, "081804"),
        (1_111_111_111, "050471"),
        (1_234_567_890, "005924"),
        (2_000_000_000, "279037"),
        (20_000_000_000, "353130"),
    ];
    for (at, code) in vectors {
        assert_eq!(step_of(&secret(), code, at), u64::try_from(at / 30).ok(), "{at}");
    }
}

#[test]
fn one_step_before_and_after_is_taken_and_no_other() {
    let of_step = 1_234_567_890 / 30;
    for beside in [-30, -1, 0, 1, 30, 59] {
        let step = step_of(&secret(), "005924", 1_234_567_890 + beside);
        assert_eq!(step, Some(of_step), "{beside}");
    }
    for far in [-31, 60, 3_600] {
        assert_eq!(step_of(&secret(), "005924", 1_234_567_890 + far), None, "{far}");
    }
}

#[test]
fn a_code_is_six_digits_however_spaced() {
    assert!(step_of(&secret(), " 005 924 ", 1_234_567_890).is_some());
    for wrong in ["", "5924", "0005924", "00592a", "٠٠٥٩٢٤"] {
        assert_eq!(step_of(&secret(), wrong, 1_234_567_890), None, "{wrong}");
    }
}

#[test]
fn a_recovery_code_is_the_same_however_it_is_typed() {
    assert_eq!(grouped("ABCDEFGH2345"), "ABCD-EFGH-2345");
    for typed in ["ABCD-EFGH-2345", "abcd efgh 2345", " abcdefgh2345 "] {
        assert_eq!(tidied(typed), "ABCDEFGH2345");
    }
}
