//! Numbers of lists as they are written: 3, c, C, iii, III.

/// A larger number is written with digits, whatever was asked for.
const SPELLED_MAX: usize = 4_999;

/// How a number is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Form {
    Digits,
    Letters { are_capitals: bool },
    Roman { are_capitals: bool },
}

impl Form {
    /// The form that a document of Office Open XML names.
    pub(crate) fn of_docx(name: &str) -> Self {
        match name {
            "lowerLetter" => Self::Letters { are_capitals: false },
            "upperLetter" => Self::Letters { are_capitals: true },
            "lowerRoman" => Self::Roman { are_capitals: false },
            "upperRoman" => Self::Roman { are_capitals: true },
            _ => Self::Digits,
        }
    }

    /// The form that an OpenDocument names.
    pub(crate) fn of_odt(name: &str) -> Self {
        match name {
            "a" => Self::Letters { are_capitals: false },
            "A" => Self::Letters { are_capitals: true },
            "i" => Self::Roman { are_capitals: false },
            "I" => Self::Roman { are_capitals: true },
            _ => Self::Digits,
        }
    }
}

/// Writes a number.
pub(crate) fn written(number: usize, form: Form) -> String {
    let spelled = (1..=SPELLED_MAX).contains(&number);
    match form {
        Form::Letters { are_capitals } if spelled => cased(letters(number), are_capitals),
        Form::Roman { are_capitals } if spelled => cased(roman(number), are_capitals),
        Form::Digits | Form::Letters { .. } | Form::Roman { .. } => number.to_string(),
    }
}

fn cased(text: String, are_capitals: bool) -> String {
    if are_capitals { text.to_ascii_uppercase() } else { text }
}

/// a … z, aa, bb … zz, aaa …
fn letters(number: usize) -> String {
    let letter = u8::try_from((number - 1) % 26).map_or('a', |at| char::from(b'a' + at));
    std::iter::repeat_n(letter, (number - 1) / 26 + 1).collect()
}

fn roman(mut number: usize) -> String {
    const SIGNS: [(usize, &str); 13] = [
        (1000, "m"),
        (900, "cm"),
        (500, "d"),
        (400, "cd"),
        (100, "c"),
        (90, "xc"),
        (50, "l"),
        (40, "xl"),
        (10, "x"),
        (9, "ix"),
        (5, "v"),
        (4, "iv"),
        (1, "i"),
    ];
    let mut out = String::new();
    for (value, sign) in SIGNS {
        while number >= value {
            out.push_str(sign);
            number -= value;
        }
    }
    out
}

#[cfg(test)]
mod tests;
