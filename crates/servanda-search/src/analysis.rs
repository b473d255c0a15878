//! How text is cut into words, and what two words have in common.
//!
//! The same cut serves items, queries and snippets. Every word has two forms: the *exact* form
//! (small letters, no accents) and the *stem* in a language (what its inflections share, then no
//! accents). Accents go last, because they help the stemmers.
//!
//! Never drops a word for being frequent; what a query may do without is decided there.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use icu_normalizer::ComposingNormalizerBorrowed;
use tantivy::tokenizer::{
    AsciiFoldingFilter, Stemmer, StopWordFilter, TextAnalyzer, Token, TokenStream, Tokenizer,
};

use crate::Language;

/// Bytes of a word that count: longer ones are alike if they begin alike.
pub(crate) const WORD_BYTES_MAX: usize = 100;

/// What French puts before an apostrophe; says nothing by itself.
const ELIDED: [&str; 13] =
    ["c", "d", "j", "l", "m", "n", "s", "t", "qu", "jusqu", "lorsqu", "puisqu", "quoiqu"];

/// Words that a list of frequent words has because they are also forms of a verb, but that are
/// nouns in what we search: summer, states, sense.
const COUNTS: [&str; 6] = ["été", "étés", "estado", "estados", "sentido", "sentidos"];

/// Cuts into words that are less frequent than `the` or `de`, in the order of [`Language::ALL`].
static WITHOUT_FREQUENT: LazyLock<[TextAnalyzer; 3]> = LazyLock::new(|| {
    Language::ALL.map(|language| match StopWordFilter::new(engine(language)) {
        Some(filter) => TextAnalyzer::builder(Words { language: None }).filter(filter).build(),
        None => TextAnalyzer::from(Words { language: None }),
    })
});

/// A word of a text, with the forms it is found by.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Word {
    /// Small letters, no accents.
    pub(crate) exact: String,
    /// What its inflections share, in each language asked for.
    pub(crate) stems: Vec<String>,
    /// Where it begins in the text, in bytes.
    pub(crate) start: usize,
    /// Where it ends in the text, in bytes.
    pub(crate) end: usize,
    /// It is the two words before it written as one: `cochair` for `co-chair`.
    pub(crate) joined: bool,
}

/// Cuts a text, with stems in the given languages.
pub(crate) fn words(text: &str, languages: &[Language]) -> Vec<Word> {
    let mut words: Vec<Word> = Vec::new();
    let mut exact = exact_analyzer();
    let mut stream = exact.token_stream(text);
    while let Some(token) = stream.next() {
        let joined = words.last().is_some_and(|last| token.offset_from < last.end);
        words.push(Word {
            exact: token.text.clone(),
            stems: Vec::new(),
            start: token.offset_from,
            end: token.offset_to,
            joined,
        });
    }
    for language in languages {
        // Every analyzer yields the same words in the same order.
        let mut stems = stem_analyzer(*language);
        let mut stream = stems.token_stream(text);
        for word in &mut words {
            word.stems.push(stream.next().map(|token| token.text.clone()).unwrap_or_default());
        }
    }
    words
}

/// Gives a cut word its stem in one language. `stems` is the cut into its stems.
pub(crate) fn add_stem(text: &str, word: &mut Word, stems: &mut TextAnalyzer) {
    let source = text.get(word.start..word.end).unwrap_or_default();
    word.stems = vec![last(stems, source).unwrap_or_default()];
}

/// Where the words of a text begin that say something, being less frequent than `the` or `de`.
pub(crate) fn telling(text: &str, language: Language) -> BTreeSet<usize> {
    let mut starts = BTreeSet::new();
    let words = Words { language: None };
    let mut all = TextAnalyzer::from(words.clone());
    let mut stream = all.token_stream(text);
    while let Some(token) = stream.next() {
        if COUNTS.contains(&token.text.as_str()) {
            starts.insert(token.offset_from);
        }
    }
    let [english, french, spanish] = &*WITHOUT_FREQUENT;
    let mut others = match language {
        Language::English => english.clone(),
        Language::French => french.clone(),
        Language::Spanish => spanish.clone(),
    };
    let mut stream = others.token_stream(text);
    while let Some(token) = stream.next() {
        starts.insert(token.offset_from);
    }
    starts
}

/// Cuts into exact forms.
pub(crate) fn exact_analyzer() -> TextAnalyzer {
    TextAnalyzer::builder(Words { language: None }).filter(AsciiFoldingFilter).build()
}

/// Cuts into stems.
pub(crate) fn stem_analyzer(language: Language) -> TextAnalyzer {
    TextAnalyzer::builder(Words { language: Some(language) })
        .filter(Stemmer::new(engine(language)))
        .filter(AsciiFoldingFilter)
        .build()
}

/// Cuts into stems as they are written into the index: where a word has accents, the stem of the
/// word without them stands beside its own. So whatever has a word exactly has its stem too, and
/// the lists of exact forms need not be read to find anything.
#[derive(Clone)]
pub(crate) struct WrittenStems {
    stems: TextAnalyzer,
    exact: TextAnalyzer,
}

impl WrittenStems {
    /// In one language.
    pub(crate) fn new(language: Language) -> Self {
        Self { stems: stem_analyzer(language), exact: exact_analyzer() }
    }
}

impl Tokenizer for WrittenStems {
    type TokenStream<'a> = Written;

    fn token_stream<'a>(&'a mut self, text: &'a str) -> Written {
        let mut tokens = Vec::new();
        self.stems.token_stream(text).process(&mut |token| tokens.push(token.clone()));
        if !text.is_ascii() {
            let cut = std::mem::take(&mut tokens);
            for token in cut {
                let word = text.get(token.offset_from..token.offset_to).unwrap_or_default();
                let plain = if word.is_ascii() { None } else { self.plain_stem(word) };
                let beside = plain.filter(|stem| *stem != token.text);
                let beside = beside.map(|text| Token { text, ..token.clone() });
                tokens.push(token);
                tokens.extend(beside);
            }
        }
        Written { tokens, next: 0 }
    }
}

impl WrittenStems {
    /// The stem of a word without its accents.
    fn plain_stem(&mut self, word: &str) -> Option<String> {
        let exact = last(&mut self.exact, word)?;
        last(&mut self.stems, &exact)
    }
}

/// The last token of a word: of one written with a hyphen, the two parts as one.
fn last(cut: &mut TextAnalyzer, word: &str) -> Option<String> {
    let mut last = None;
    cut.token_stream(word).process(&mut |token| last = Some(token.text.clone()));
    last
}

/// Tokens that were cut at once.
pub(crate) struct Written {
    tokens: Vec<Token>,
    /// One past the token that stands.
    next: usize,
}

impl TokenStream for Written {
    fn advance(&mut self) -> bool {
        self.next = self.next.saturating_add(1);
        self.next <= self.tokens.len()
    }

    #[expect(
        clippy::indexing_slicing,
        reason = "asked for only after `advance` said that it is there"
    )]
    fn token(&self) -> &Token {
        &self.tokens[self.next.saturating_sub(1)]
    }

    #[expect(
        clippy::indexing_slicing,
        reason = "asked for only after `advance` said that it is there"
    )]
    fn token_mut(&mut self) -> &mut Token {
        &mut self.tokens[self.next.saturating_sub(1)]
    }
}

fn engine(language: Language) -> tantivy::tokenizer::Language {
    match language {
        Language::English => tantivy::tokenizer::Language::English,
        Language::French => tantivy::tokenizer::Language::French,
        Language::Spanish => tantivy::tokenizer::Language::Spanish,
    }
}

/// Cuts text into words in small letters.
///
/// A word is a run of letters and digits with the marks that stand on them. What stands before a
/// French apostrophe and the English `'s` are left out. Two words tied by a hyphen are also given
/// as one, after them and in the place of the second.
#[derive(Clone)]
struct Words {
    /// The language whose stemmer reads on, if any.
    language: Option<Language>,
}

impl Tokenizer for Words {
    type TokenStream<'a> = WordStream<'a>;

    fn token_stream<'a>(&'a mut self, text: &'a str) -> WordStream<'a> {
        WordStream {
            text,
            language: self.language,
            at: 0,
            next_position: 0,
            token: Token::default(),
            tied: Tied::default(),
            tied_is_due: false,
        }
    }
}

/// The words of one text, one after the other.
struct WordStream<'a> {
    text: &'a str,
    language: Option<Language>,
    /// Up to where the text has been read, in bytes.
    at: usize,
    next_position: usize,
    token: Token,
    tied: Tied,
    tied_is_due: bool,
}

/// The words tied by hyphens that are being read.
#[derive(Default)]
struct Tied {
    text: String,
    parts: usize,
    start: usize,
    end: usize,
}

impl TokenStream for WordStream<'_> {
    fn advance(&mut self) -> bool {
        if self.tied_is_due {
            self.tied_is_due = false;
            self.token.offset_from = self.tied.start;
            self.token.offset_to = self.tied.end;
            self.token.text.clone_from(&self.tied.text);
            self.finish();
            return true;
        }
        while self.read_word() {
            if self.is_left_out() {
                self.tied.parts = 0;
                continue;
            }
            self.tie();
            self.token.position = self.next_position;
            self.next_position = self.next_position.saturating_add(1);
            self.finish();
            return true;
        }
        false
    }

    fn token(&self) -> &Token {
        &self.token
    }

    fn token_mut(&mut self) -> &mut Token {
        &mut self.token
    }
}

impl WordStream<'_> {
    /// Reads the next run of letters and digits into the token, in small letters.
    fn read_word(&mut self) -> bool {
        let rest = self.text.get(self.at..).unwrap_or_default();
        let Some(skipped) = rest.find(is_letter) else {
            self.at = self.text.len();
            return false;
        };
        let start = self.at.saturating_add(skipped);
        self.token.text.clear();
        let mut end = start;
        let mut has_marks = false;
        for character in self.text.get(start..).unwrap_or_default().chars() {
            if is_letter(character) || is_mark(character) {
                has_marks |= is_mark(character);
                if self.token.text.len() < WORD_BYTES_MAX {
                    self.token.text.extend(character.to_lowercase());
                }
            } else if !is_invisible(character) {
                break;
            }
            end = end.saturating_add(character.len_utf8());
        }
        if has_marks {
            let composed = ComposingNormalizerBorrowed::new_nfc().normalize(&self.token.text);
            self.token.text = composed.into_owned();
        }
        self.token.offset_from = start;
        self.token.offset_to = end;
        self.at = end;
        true
    }

    fn is_left_out(&self) -> bool {
        let token = &self.token;
        let before = self.text.get(..token.offset_from).unwrap_or_default();
        let after = self.text.get(token.offset_to..).unwrap_or_default();
        let mut before = before.chars().rev();
        let mut after = after.chars();
        let is_elided = after.next().is_some_and(is_apostrophe)
            && after.next().is_some_and(is_letter)
            && ELIDED.contains(&token.text.as_str());
        let is_possessive = token.text == "s"
            && before.next().is_some_and(is_apostrophe)
            && before.next().is_some_and(is_letter);
        is_elided || is_possessive
    }

    /// Remembers a word that a hyphen ties to its neighbour, and whether the pair is complete.
    fn tie(&mut self) {
        let token = &self.token;
        let goes_on = {
            let mut after = self.text.get(token.offset_to..).unwrap_or_default().chars();
            after.next().is_some_and(is_hyphen) && after.next().is_some_and(is_letter)
        };
        if self.tied.parts == 0 {
            self.tied.text.clear();
            self.tied.start = token.offset_from;
        }
        if self.tied.parts > 0 || goes_on {
            self.tied.parts = self.tied.parts.saturating_add(1);
            self.tied.text.push_str(&token.text);
            self.tied.end = token.offset_to;
        }
        if !goes_on {
            self.tied_is_due = self.tied.parts == 2
                && self.tied.text.len() <= WORD_BYTES_MAX
                && self.tied.text.chars().all(char::is_alphabetic);
            self.tied.parts = 0;
        } else if self.tied.parts > 2 {
            // Longer chains are dates and set phrases; nobody writes those as one word.
            self.tied.text.clear();
        }
    }

    /// Gives the token the spelling its stemmer expects.
    fn finish(&mut self) {
        // Spanish has no other words in -cion and -sion than those that lost their accent, and
        // the stemmer knows only the accented ending.
        if self.language == Some(Language::Spanish)
            && (self.token.text.ends_with("cion") || self.token.text.ends_with("sion"))
        {
            let kept = self.token.text.len().saturating_sub("on".len());
            self.token.text.truncate(kept);
            self.token.text.push_str("ón");
        }
    }
}

fn is_letter(character: char) -> bool {
    character.is_alphanumeric() && !is_apostrophe(character)
}

/// Stands on the letter before it.
pub(crate) fn is_mark(character: char) -> bool {
    matches!(character, '\u{300}'..='\u{36f}')
}

/// Belongs to the word around it and is not seen: soft hyphen, joiners, byte order mark.
pub(crate) fn is_invisible(character: char) -> bool {
    matches!(character, '\u{ad}' | '\u{200c}' | '\u{200d}' | '\u{2060}' | '\u{feff}')
}

fn is_apostrophe(character: char) -> bool {
    matches!(character, '\'' | '\u{2019}' | '\u{2bc}')
}

fn is_hyphen(character: char) -> bool {
    matches!(character, '-' | '\u{2010}' | '\u{2011}')
}

#[cfg(test)]
mod tests;
