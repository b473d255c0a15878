//! Numbers written out.

use super::*;

#[test]
fn letters_and_roman_numbers() {
    let letters = Form::Letters { are_capitals: false };
    let roman = Form::Roman { are_capitals: true };
    assert_eq!(written(3, Form::Digits), "3");
    assert_eq!([1, 26, 27, 53].map(|n| written(n, letters)), ["a", "z", "aa", "aaa"]);
    assert_eq!([4, 9, 14, 1990].map(|n| written(n, roman)), ["IV", "IX", "XIV", "MCMXC"]);
}

#[test]
fn no_number_is_too_large() {
    for form in
        [Form::Digits, Form::Letters { are_capitals: false }, Form::Roman { are_capitals: false }]
    {
        assert_eq!(written(0, form), "0");
        assert!(written(usize::MAX, form).len() < 30);
        assert!(written(SPELLED_MAX, form).len() < 200);
    }
}
