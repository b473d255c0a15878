//! Generated words of three languages, as frequent as words are.

use servanda_model::Language;

/// Words of each language.
const WORDS: usize = 40_000;
/// The fewest words of a passage, and how many more it may have.
const PASSAGE_WORDS: (u64, u64) = (20, 60);

/// Numbers that look drawn and are the same each time (xorshift).
pub(crate) struct Chance(u64);

impl Chance {
    /// Begins at a number.
    pub(crate) fn new(seed: usize) -> Self {
        let seed = u64::try_from(seed).unwrap_or(u64::MAX).wrapping_add(1);
        let mut chance = Self(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1);
        for _ in 0..4 {
            chance.next();
        }
        chance
    }

    fn next(&mut self) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0
    }

    /// A number below another.
    pub(crate) fn below(&mut self, end: u64) -> u64 {
        (self.next() >> 11) % end.max(1)
    }
}

/// The words of all languages, the most frequent first.
pub(crate) struct Words {
    of: [Vec<String>; 3],
    /// Up to where each word reaches, of [`Self::whole`].
    reach: Vec<u64>,
    whole: u64,
}

impl Words {
    /// The same each time.
    pub(crate) fn new() -> Self {
        let mut reach = Vec::with_capacity(WORDS);
        let mut whole = 0;
        for rank in 1..=u64::try_from(WORDS).unwrap_or(1) {
            // Zipf: a word is as frequent as its rank is low.
            whole += 1_000_000_000 / (rank + 2);
            reach.push(whole);
        }
        Self { of: Language::ALL.map(vocabulary), reach, whole }
    }

    /// The word of a rank, from 0.
    pub(crate) fn word(&self, language: Language, rank: u64) -> &str {
        let rank = usize::try_from(rank).unwrap_or(usize::MAX);
        self.of_language(language).get(rank).map_or("", String::as_str)
    }

    fn of_language(&self, language: Language) -> &[String] {
        let [english, french, spanish] = &self.of;
        match language {
            Language::English => english,
            Language::French => french,
            Language::Spanish => spanish,
        }
    }

    /// The passage of a number.
    pub(crate) fn passage(&self, language: Language, number: usize) -> String {
        let words = self.of_language(language);
        let mut chance = Chance::new(number + 1_000_000_000);
        let (least, more) = PASSAGE_WORDS;
        let mut text = String::new();
        for _ in 0..least + chance.below(more + 1) {
            let drawn = chance.below(self.whole);
            let rank = self.reach.partition_point(|reach| *reach <= drawn);
            if !text.is_empty() {
                text.push(' ');
            }
            text.push_str(words.get(rank).map_or("", String::as_str));
        }
        text.push('.');
        text
    }
}

/// Words of syllables, with the endings of a language. None has an `x`.
fn vocabulary(language: Language) -> Vec<String> {
    let (begin, middle, ending): (&[&str], &[&str], &[&str]) = match language {
        Language::English => (
            &["th", "br", "st", "w", "f", "gr", "h", "sh", "cl", "p", "m", "tr", "l", "s"],
            &["a", "ea", "o", "i", "oo", "u", "e"],
            &["ing", "ed", "er", "s", "ness", "tion", "ly", "ment", "th", "ck"],
        ),
        Language::French => (
            &["ch", "qu", "pr", "v", "j", "bl", "d", "l", "gn", "f", "m", "r", "cr", "t"],
            &["é", "au", "oi", "a", "ou", "e", "i", "è"],
            &["tion", "ment", "eur", "s", "ique", "ée", "es", "age", "té", "eux"],
        ),
        Language::Spanish => (
            &["ll", "ñ", "c", "r", "g", "tr", "d", "pl", "m", "b", "s", "v", "fr", "t"],
            &["a", "o", "ue", "ie", "í", "e", "u"],
            &["ción", "dad", "ero", "s", "mente", "ado", "oso", "es", "ía", "eza"],
        ),
    };
    let mut chance = Chance::new(seed(language));
    let mut known = std::collections::BTreeSet::new();
    let mut words = Vec::with_capacity(WORDS);
    while words.len() < WORDS {
        let mut word = String::new();
        for _ in 0..2 + chance.below(3) {
            word.push_str(pick(begin, &mut chance));
            word.push_str(pick(middle, &mut chance));
        }
        word.push_str(pick(ending, &mut chance));
        if known.insert(word.clone()) {
            words.push(word);
        }
    }
    words
}

fn seed(language: Language) -> usize {
    language.tag().bytes().map(usize::from).sum()
}

fn pick<'a>(from: &[&'a str], chance: &mut Chance) -> &'a str {
    let place = chance.below(u64::try_from(from.len()).unwrap_or(1));
    usize::try_from(place).ok().and_then(|place| from.get(place)).copied().unwrap_or("")
}
