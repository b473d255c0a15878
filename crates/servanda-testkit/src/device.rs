//! A device that keeps one passkey, and the script that asks it: what a browser would send, and what
//! none would.

use std::collections::BTreeMap;

use base64::Engine as _;
use base64::prelude::BASE64_URL_SAFE_NO_PAD;
use p256::ecdsa::signature::Signer as _;
use p256::ecdsa::{DerSignature, SigningKey};
use serde_json::Value;
use sha2::{Digest, Sha256};

use crate::page::Page;

/// The fields of a form, as the script fills them in.
pub type Sent = BTreeMap<&'static str, String>;

/// Somebody present, and verified.
const VERIFIED: u8 = 0b0000_0101;
const PRESENT: u8 = 0b0000_0001;
const CAN_BE_COPIED: u8 = 0b0000_1000;
const HAS_KEY: u8 = 0b0100_0000;

/// A device with its only key.
#[derive(Debug, Clone)]
pub struct Device {
    key: SigningKey,
    flags: u8,
    origin: String,
    /// The domain it answers for instead of the one that asks.
    relying_party: Option<String>,
    user: String,
}

impl Device {
    /// A device whose key is known by a number.
    pub fn new(number: u8) -> Self {
        Self {
            key: SigningKey::from_slice(&[number; 32]).expect("a number of the curve"),
            flags: VERIFIED,
            origin: "https://test.example".to_owned(),
            relying_party: None,
            user: String::new(),
        }
    }

    /// A device that does not verify who uses it.
    #[must_use]
    pub fn not_verifying(mut self) -> Self {
        self.flags = PRESENT;
        self
    }

    /// A device that says that its key can be copied.
    #[must_use]
    pub fn copied(mut self) -> Self {
        self.flags |= CAN_BE_COPIED;
        self
    }

    /// A device in a browser that shows a page of another origin.
    #[must_use]
    pub fn at(mut self, origin: &str) -> Self {
        origin.clone_into(&mut self.origin);
        self
    }

    /// A device whose key is for another domain.
    #[must_use]
    pub fn of(mut self, relying_party: &str) -> Self {
        self.relying_party = Some(relying_party.to_owned());
        self
    }

    /// The id of its credential, in base64url.
    pub fn credential_id(&self) -> String {
        encoded(&self.id())
    }

    /// The SHA-256 of the id of its credential, in hexadecimal.
    pub fn credential(&self) -> String {
        servanda_entry::act::hex(&Sha256::digest(self.id()))
    }

    /// Makes its passkey, as a page asks for it.
    #[track_caller]
    pub fn make(&mut self, page: &Page) -> Sent {
        let options = options(page);
        self.user = text(&options, "user");
        let client_data = self.client_data("webauthn.create", &text(&options, "challenge"));
        let mut data = self.authenticator_data(&text(&options, "relyingParty"), HAS_KEY);
        data.extend([0; 16]);
        let id = self.id();
        data.extend(u16::try_from(id.len()).expect("short").to_be_bytes());
        data.extend(id);
        let point = self.key.verifying_key().to_sec1_point(false);
        let (x, y) = point.as_bytes().split_at(1).1.split_at(32);
        data.extend([0xa5, 1, 2, 3, 0x26, 0x20, 1, 0x21, 0x58, 32]);
        data.extend(x);
        data.extend([0x22, 0x58, 32]);
        data.extend(y);
        let length = u16::try_from(data.len()).expect("short").to_be_bytes();
        let attestation =
            [b"\xa3\x63fmt\x64none\x67attStmt\xa0\x68authData\x59".as_slice(), &length, &data];
        Sent::from([
            ("client-data", encoded(&client_data)),
            ("attestation", encoded(&attestation.concat())),
        ])
    }

    /// Signs what a page asks for.
    #[track_caller]
    pub fn sign(&self, page: &Page) -> Sent {
        let options = options(page);
        self.sign_for(&text(&options, "relyingParty"), &text(&options, "challenge"))
    }

    /// Signs a challenge, in base64url, that a site of this domain asks it for.
    pub fn sign_for(&self, relying_party: &str, challenge: &str) -> Sent {
        let client_data = self.client_data("webauthn.get", challenge);
        let data = self.authenticator_data(relying_party, 0);
        let signed = [data.as_slice(), &Sha256::digest(&client_data)].concat();
        let signature: DerSignature = self.key.sign(&signed);
        Sent::from([
            ("challenge", challenge.to_owned()),
            ("credential", self.credential_id()),
            ("user", self.user.clone()),
            ("client-data", encoded(&client_data)),
            ("authenticator-data", encoded(&data)),
            ("signature", encoded(signature.as_bytes())),
        ])
    }

    fn id(&self) -> Vec<u8> {
        Sha256::digest(self.key.verifying_key().to_sec1_point(true).as_bytes()).to_vec()
    }

    fn client_data(&self, ceremony: &str, challenge: &str) -> Vec<u8> {
        let said = serde_json::json!({
            "type": ceremony,
            "challenge": challenge,
            "origin": self.origin,
            "crossOrigin": false,
        });
        said.to_string().into_bytes()
    }

    fn authenticator_data(&self, asked: &str, more: u8) -> Vec<u8> {
        let mut data = Sha256::digest(self.relying_party.as_deref().unwrap_or(asked)).to_vec();
        data.push(self.flags | more);
        data.extend([0; 4]);
        data
    }
}

/// What the page asks the browser with.
#[track_caller]
fn options(page: &Page) -> Value {
    let html = page.html();
    let options = html.split_once("data-options=\"").and_then(|(_, rest)| rest.split_once('"'));
    let (options, _) = options.expect("the page asks for a passkey");
    let options = options.replace("&#34;", "\"").replace("&#38;", "&");
    serde_json::from_str(&options).expect("JSON")
}

#[track_caller]
fn text(options: &Value, name: &str) -> String {
    let text = options.get(name).and_then(Value::as_str);
    text.expect("the page says it").to_owned()
}

fn encoded(bytes: &[u8]) -> String {
    BASE64_URL_SAFE_NO_PAD.encode(bytes)
}
