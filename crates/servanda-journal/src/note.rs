//! Signed notes (C2SP signed-note) with Ed25519: a text, an empty line, and a
//! line for each signature.

use std::fmt;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use ed25519_dalek::{Signature as Ed25519Signature, Signer as _, SigningKey, VerifyingKey};

use crate::hash::Hash;

/// The longest note that is read, in bytes.
pub const NOTE_SIZE_BYTES_MAX: usize = 256 * 1_024;

/// The most signature lines that are read.
pub const NOTE_SIGNATURES_MAX: usize = 64;

/// The signature type of Ed25519 over the text itself.
const ED25519: u8 = 0x01;

/// What each signature line begins with.
const LINE_START: &str = "\u{2014} ";

/// What the text of a signing key begins with.
const SIGNING_KEY_START: &str = "PRIVATE+KEY+";

/// A note as read. Nothing in it means anything before a
/// [`Verifier`] has accepted it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SignedNote {
    text: String,
    signatures: Vec<Signature>,
}

/// One signature line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Signature {
    /// The key's name.
    pub name: String,
    /// The key's number, which tells keys of one name apart.
    pub key_id: u32,
    /// The signature itself, in the key's own format.
    pub bytes: Vec<u8>,
}

/// Makes signatures under a name.
pub struct Signer {
    name: String,
    key: SigningKey,
}

/// Checks signatures under a name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Verifier {
    name: String,
    key_id: u32,
    key: VerifyingKey,
}

/// Why something cannot be read as a note.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NoteError {
    /// Longer than [`NOTE_SIZE_BYTES_MAX`], or with more signatures than
    /// [`NOTE_SIGNATURES_MAX`].
    #[error("the note is larger than a note may be")]
    TooLarge,
    /// A control character that is not a line feed.
    #[error("the note holds a control character")]
    ControlCharacter,
    /// No empty line between text and signatures, or nothing after it.
    #[error("the note has no signatures")]
    Unsigned,
    /// A signature line that is none.
    #[error("a signature line of the note is malformed")]
    MalformedSignature,
}

/// Why a note is not accepted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NotAccepted {
    /// There is no signature by the key.
    #[error("the note is not signed by the expected key")]
    UnknownKey,
    /// There is one, and it is wrong.
    #[error("the signature is not of this text by this key")]
    WrongSignature,
}

/// Text that is not a key.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum KeyError {
    /// The name is empty or holds a space or a plus sign.
    #[error("the name of a key must not be empty or hold spaces or plus signs")]
    Name,
    /// The text does not have the form of a key.
    #[error("not the text of a key")]
    Form,
    /// The number in the text is not that of the key.
    #[error("the key and its number do not belong together")]
    KeyId,
    /// Not an Ed25519 key, or one that anyone could sign for.
    #[error("not a sound Ed25519 key")]
    Unsound,
}

impl SignedNote {
    /// Reads a note.
    pub fn parse(note: &str) -> Result<Self, NoteError> {
        if note.len() > NOTE_SIZE_BYTES_MAX {
            return Err(NoteError::TooLarge);
        }
        if note.bytes().any(|byte| byte < b' ' && byte != b'\n') {
            return Err(NoteError::ControlCharacter);
        }
        let (text, lines) = note.rsplit_once("\n\n").ok_or(NoteError::Unsigned)?;
        let lines = lines.strip_suffix('\n').ok_or(NoteError::Unsigned)?;
        if lines.split('\n').count() > NOTE_SIGNATURES_MAX {
            return Err(NoteError::TooLarge);
        }
        let signatures = lines
            .split('\n')
            .map(|line| Signature::parse(line).ok_or(NoteError::MalformedSignature))
            .collect::<Result<_, _>>()?;
        Ok(Self { text: format!("{text}\n"), signatures })
    }

    /// Signs a text that ends in a line feed. A line feed is added where it
    /// does not.
    pub fn sign(text: &str, signer: &Signer) -> Self {
        let mut text = text.to_owned();
        if !text.ends_with('\n') {
            text.push('\n');
        }
        let signature = signer.sign(&text);
        Self { text, signatures: vec![signature] }
    }

    /// Adds the signature of somebody else.
    pub fn add(&mut self, signature: Signature) {
        self.signatures.push(signature);
    }

    /// The text, whether or not anybody has signed it.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The signatures, in their order.
    pub fn signatures(&self) -> &[Signature] {
        &self.signatures
    }

    /// The text, where the key has signed it. Signatures by other keys are
    /// passed over; every signature by this key must be right.
    pub fn verify(&self, verifier: &Verifier) -> Result<&str, NotAccepted> {
        let mut accepted = Err(NotAccepted::UnknownKey);
        for signature in &self.signatures {
            if signature.name == verifier.name && signature.key_id == verifier.key_id {
                verifier.verify(&self.text, &signature.bytes)?;
                accepted = Ok(self.text.as_str());
            }
        }
        accepted
    }
}

impl fmt::Display for SignedNote {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "{}", self.text)?;
        self.signatures.iter().try_for_each(|signature| writeln!(f, "{signature}"))
    }
}

impl Signature {
    /// Reads a signature line without its line feed.
    fn parse(line: &str) -> Option<Self> {
        let (name, encoded) = line.strip_prefix(LINE_START)?.split_once(' ')?;
        let decoded = STANDARD.decode(encoded).ok()?;
        let (key_id, bytes) = decoded.split_first_chunk::<4>()?;
        if !is_name(name) || bytes.is_empty() {
            return None;
        }
        let key_id = u32::from_be_bytes(*key_id);
        Some(Self { name: name.to_owned(), key_id, bytes: bytes.to_vec() })
    }
}

impl fmt::Display for Signature {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut bytes = self.key_id.to_be_bytes().to_vec();
        bytes.extend(&self.bytes);
        write!(f, "{LINE_START}{} {}", self.name, STANDARD.encode(bytes))
    }
}

impl Signer {
    /// The key that grows from 32 bytes of chance, under a name.
    pub fn from_seed(name: &str, seed: &[u8; 32]) -> Result<Self, KeyError> {
        if !is_name(name) {
            return Err(KeyError::Name);
        }
        Ok(Self { name: name.to_owned(), key: SigningKey::from_bytes(seed) })
    }

    /// Reads what [`Signer::to_secret_text`] wrote.
    pub fn parse(text: &str) -> Result<Self, KeyError> {
        let key = text.strip_prefix(SIGNING_KEY_START).ok_or(KeyError::Form)?;
        let (name, key_id, seed) = split_key(key)?;
        let signer = Self::from_seed(name, &seed)?;
        if format!("{:08x}", signer.verifier().key_id) != key_id {
            return Err(KeyError::KeyId);
        }
        Ok(signer)
    }

    /// The key as text. Whoever has it can sign.
    pub fn to_secret_text(&self) -> String {
        let key_id = self.verifier().key_id;
        let encoded = encode_key(self.key.as_bytes());
        format!("{SIGNING_KEY_START}{}+{key_id:08x}+{encoded}", self.name)
    }

    /// The name.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// What checks this key's signatures.
    pub fn verifier(&self) -> Verifier {
        let key = self.key.verifying_key();
        Verifier { name: self.name.clone(), key_id: key_id(&self.name, key.as_bytes()), key }
    }

    /// The signature line for a text.
    pub fn sign(&self, text: &str) -> Signature {
        let bytes = self.key.sign(text.as_bytes()).to_bytes().to_vec();
        Signature { name: self.name.clone(), key_id: self.verifier().key_id, bytes }
    }
}

impl fmt::Debug for Signer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Signer").field("name", &self.name).finish_non_exhaustive()
    }
}

impl Verifier {
    /// Reads a verifier key as [`Display`](fmt::Display) writes it.
    pub fn parse(text: &str) -> Result<Self, KeyError> {
        let (name, key_id_text, bytes) = split_key(text)?;
        let key = VerifyingKey::from_bytes(&bytes).ok().ok_or(KeyError::Unsound)?;
        // A point with two spellings would let one key have two numbers.
        if key.is_weak() || key.to_edwards().compress().to_bytes() != bytes {
            return Err(KeyError::Unsound);
        }
        let key_id = key_id(name, &bytes);
        if format!("{key_id:08x}") != key_id_text {
            return Err(KeyError::KeyId);
        }
        Ok(Self { name: name.to_owned(), key_id, key })
    }

    /// The name.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The number that tells keys of one name apart.
    pub fn key_id(&self) -> u32 {
        self.key_id
    }

    fn verify(&self, text: &str, signature: &[u8]) -> Result<(), NotAccepted> {
        let signature =
            Ed25519Signature::from_slice(signature).ok().ok_or(NotAccepted::WrongSignature)?;
        let verdict = self.key.verify_strict(text.as_bytes(), &signature);
        verdict.ok().ok_or(NotAccepted::WrongSignature)
    }
}

impl fmt::Display for Verifier {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}+{:08x}+{}", self.name, self.key_id, encode_key(self.key.as_bytes()))
    }
}

/// Whether a key may have this name.
pub fn is_name(name: &str) -> bool {
    !name.is_empty() && !name.contains(|c: char| c.is_whitespace() || c.is_control() || c == '+')
}

fn key_id(name: &str, key: &[u8; 32]) -> u32 {
    let hash = Hash::of_all(&[name.as_bytes(), b"\n", &[ED25519], key]);
    let [a, b, c, d, ..] = hash.0;
    u32::from_be_bytes([a, b, c, d])
}

fn encode_key(key: &[u8; 32]) -> String {
    let mut bytes = vec![ED25519];
    bytes.extend(key);
    STANDARD.encode(bytes)
}

/// Splits `<name>+<number>+<key>`.
fn split_key(text: &str) -> Result<(&str, &str, [u8; 32]), KeyError> {
    let (name, rest) = text.split_once('+').ok_or(KeyError::Form)?;
    let (key_id, encoded) = rest.split_once('+').ok_or(KeyError::Form)?;
    if !is_name(name) {
        return Err(KeyError::Name);
    }
    let bytes = STANDARD.decode(encoded).ok().ok_or(KeyError::Form)?;
    let (signature_type, key) = bytes.split_first().ok_or(KeyError::Form)?;
    if *signature_type != ED25519 {
        return Err(KeyError::Form);
    }
    Ok((name, key_id, key.try_into().ok().ok_or(KeyError::Form)?))
}

#[cfg(test)]
mod tests;
