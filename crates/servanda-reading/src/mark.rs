//! The marks at the beginning of lines: bullets, numbers and letters of lists, and the marks of
//! headings.

/// The mark before a list item or a heading.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Mark {
    Bullet { width: usize },
    Number { value: u32, width: usize },
    Letter { width: usize },
    Section { width: usize },
    Hash { level: u8, width: usize },
}

impl Mark {
    /// How many bytes it is wide, with the space after it.
    pub(crate) fn width(self) -> usize {
        match self {
            Self::Bullet { width }
            | Self::Number { width, .. }
            | Self::Letter { width }
            | Self::Section { width }
            | Self::Hash { width, .. } => width,
        }
    }

    /// The mark with so many bytes before it.
    fn wider(mut self, bytes: usize) -> Self {
        match &mut self {
            Self::Bullet { width }
            | Self::Number { width, .. }
            | Self::Letter { width }
            | Self::Section { width }
            | Self::Hash { width, .. } => *width += bytes,
        }
        self
    }
}

/// The numbers in words that decrees, agreements and speakers in Spanish count their points by, each
/// with its other forms.
const NUMBERS_IN_WORDS: [&[&str]; 13] = [
    &["primero", "primera", "uno"],
    &["segundo", "segunda", "dos"],
    &["tercero", "tercera", "tres"],
    &["cuarto", "cuarta", "cuatro"],
    &["quinto", "quinta", "cinco"],
    &["sexto", "sexta", "seis"],
    &["séptimo", "séptima", "siete"],
    &["octavo", "octava", "ocho"],
    &["noveno", "novena", "nueve"],
    &["décimo", "décima", "diez"],
    &["undécimo", "undécima", "onceavo", "once"],
    &["duodécimo", "duodécima", "doceavo", "doce"],
    &["decimotercero", "decimotercera", "treceavo", "trece"],
];

/// The longest of them.
const NUMBER_BYTES_MAX: usize = 14;

/// An item that begins small, its bullet without a space, has at least so many words.
const BARE_WORDS_MIN: usize = 3;

/// What stands for a bullet. The last four are what word processors leave of theirs.
const BULLETS: [char; 23] = [
    '-', '•', '–', '—', '*', '·', '▪', '►', '○', '●', '■', '□', '◦', '‣', '➢', '➤', '✓', '✔', '§',
    '\u{F0B7}', '\u{F0A7}', '\u{F0D8}', '\u{F0FC}',
];

/// Finds the mark at the beginning of a line.
pub(crate) fn mark(line: &str) -> Option<Mark> {
    let first = line.chars().next()?;
    if first == '#' {
        let level = line.chars().take_while(|c| *c == '#').count();
        let width = with_space(line, level)?;
        return Some(Mark::Hash { level: u8::try_from(level.min(6)).unwrap_or(6), width });
    }
    if let Some(bold) = line.strip_prefix("**").filter(|bold| !bold.ends_with("**")) {
        return numbered(bold).map(|mark| mark.wider(2));
    }
    if BULLETS.contains(&first) {
        let width = with_space(line, first.len_utf8()).or_else(|| bare_bullet(line, first));
        return width.map(|width| Mark::Bullet { width });
    }
    if let Some(bullet) = hollow_bullet(line).filter(|_| first == 'o') {
        return Some(bullet);
    }
    if let Some(number) = number_in_words(line) {
        return Some(number);
    }
    numbered(line)
}

/// A number or a letter.
fn numbered(line: &str) -> Option<Mark> {
    let open = usize::from(line.starts_with('('));
    let inner = line.get(open..)?;
    match inner.chars().take_while(char::is_ascii_digit).count() {
        0 => roman_number(line).or_else(|| letter(line, open)),
        digits => number(line, open, digits),
    }
}

/// The letter that word processors leave of a hollow bullet: `o   The port opens`. In Spanish "o" is
/// a word too, behind which nothing begins with a capital but a name, and one space is enough.
fn hollow_bullet(line: &str) -> Option<Mark> {
    let width = with_space(line, 1).filter(|width| *width > 2)?;
    let item = line.get(width..)?;
    item.starts_with(char::is_uppercase).then_some(Mark::Bullet { width })
}

/// How wide the first bytes of a line are with the space after them, if there is any.
fn with_space(line: &str, head: usize) -> Option<usize> {
    let rest = line.get(head..)?;
    let trimmed = rest.trim_start();
    (trimmed.len() < rest.len()).then(|| line.len() - trimmed.len())
}

/// `Primero. `, `SEGUNDA.- `, `Dos: `
fn number_in_words(line: &str) -> Option<Mark> {
    let head = line.bytes().take(NUMBER_BYTES_MAX + 1);
    let end =
        head.take_while(|byte| !byte.is_ascii_whitespace()).position(|b| matches!(b, b'.' | b':'));
    let word = line.get(..end?).filter(|word| word.starts_with(char::is_uppercase))?;
    let low = word.to_lowercase();
    let known = (1..).zip(NUMBERS_IN_WORDS).find(|(_, forms)| forms.contains(&low.as_str()));
    let after = line.get(word.len()..)?;
    let point = after.strip_prefix(':').map(|_| ":").or_else(|| point(after))?;
    let width = with_space(line, word.len() + point.len())?;
    known.map(|(value, _)| Mark::Number { value, width })
}

/// `(3) `, `3. `, `3.1 `.
fn number(line: &str, open: usize, digits: usize) -> Option<Mark> {
    let inner = line.get(open..).filter(|_| digits <= 3)?;
    let after = inner.get(digits..)?;
    let value = inner.get(..digits)?.parse().ok()?;
    let point = point(after).filter(|point| open == 0 || point.starts_with(')'))?;
    let width = open + digits + point.len();
    if let Some(width) = with_space(line, width) {
        return Some(Mark::Number { value, width });
    }
    let sub = after.get(1..)?.chars().take_while(|c| c.is_ascii_digit() || *c == '.').count();
    let section = (point == "." && sub > 0).then(|| with_space(line, width + sub)).flatten();
    section.map(|width| Mark::Section { width })
}

/// `IV. `
fn roman_number(line: &str) -> Option<Mark> {
    let value = roman(line)?;
    let digits = line.chars().take_while(char::is_ascii_uppercase).count();
    let point = line.get(digits..).and_then(point)?;
    let width = with_space(line, digits + point.len())?;
    Some(Mark::Number { value, width })
}

/// `(b) `, `b. `, `iv) `.
fn letter(line: &str, open: usize) -> Option<Mark> {
    let inner = line.get(open..)?;
    let letters = inner.chars().take_while(char::is_ascii_alphabetic).count();
    let roman =
        inner.get(..letters).is_some_and(|l| l.chars().all(|c| matches!(c, 'i' | 'v' | 'x')));
    if letters == 1 || (letters > 1 && letters <= 4 && roman) {
        let lower = inner.starts_with(|c: char| c.is_ascii_lowercase());
        let after = inner.get(letters..)?;
        if after.starts_with(')') || (lower && open == 0 && after.starts_with('.')) {
            return with_space(line, open + letters + 1).map(|width| Mark::Letter { width });
        }
    }
    None
}

/// What stands between the number of an item and its words: `1)`, `1.`, `1.-`, `1º.`, `1-`.
fn point(after: &str) -> Option<&str> {
    let points = [")", ".-", ".–", ".", "º.-", "º.", "°.", "ª.", "º)", "º", "°", "-"];
    points.into_iter().find(|point| after.starts_with(point))
}

/// The number that the Roman digits before a point are: `IV.`
fn roman(line: &str) -> Option<u32> {
    let length = line.chars().take_while(|c| matches!(c, 'I' | 'V' | 'X')).count();
    let digits = line.get(..length).filter(|digits| !digits.is_empty())?;
    line.get(length..).and_then(point).filter(|point| point.starts_with(['.', ')']))?;
    let values = digits.chars().map(|c| match c {
        'X' => 10_i32,
        'V' => 5,
        _ => 1,
    });
    let next = values.clone().skip(1).chain(std::iter::once(0));
    let all = values.zip(next).map(|(value, next)| if value < next { -value } else { value });
    u32::try_from(all.sum::<i32>()).ok()
}

/// The width of a bullet that has lost the space after it: `-Marta: asks for the budget`,
/// `-to provide the vehicles;`.
fn bare_bullet(line: &str, first: char) -> Option<usize> {
    let bullets = matches!(first, '-' | '–' | '•' | '·' | '▪' | '●' | '■' | '➢' | '➤');
    let mut after = line.chars().skip(1);
    // "-A" is a grade, "–USA" a part of a name.
    let capital = after.next().is_some_and(char::is_uppercase)
        && after.next().is_some_and(char::is_lowercase);
    // "-ed" is the end of a word.
    let small = line.chars().nth(1).is_some_and(char::is_lowercase)
        && line.split_whitespace().nth(BARE_WORDS_MIN - 1).is_some();
    (bullets && (capital || small)).then(|| first.len_utf8())
}

/// How many bytes before the words of a line are a bullet, a number or a letter of a list, with
/// the space after them.
pub fn mark_width(line: &str) -> Option<usize> {
    mark(line).map(Mark::width)
}
