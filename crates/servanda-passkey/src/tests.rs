//! A device made of a few lines, and everything that can be wrong with what it sends.

use base64::Engine as _;
use base64::prelude::BASE64_URL_SAFE_NO_PAD;
use ed25519_dalek::Signer as _;
use proptest::prelude::{any, prop};
use proptest::{prop_assert, proptest};
use sha2::{Digest, Sha256};

use crate::{
    ATTESTATION_BYTES_MAX, AUTHENTICATOR_DATA_BYTES_MAX, Assertion, CLIENT_DATA_BYTES_MAX, Copies,
    Expected, PublicKey, Refusal, Registered, Registration, SIGNATURE_BYTES_MAX, challenge_of,
};

const SITE: &str = "register.example";
const ORIGIN: &str = "https://register.example";
const CHALLENGE: &[u8] = &[7; 32];
const ID: &[u8] = &[9; 40];
/// Present and verified.
const UP_UV: u8 = 0b0000_0101;
const BE: u8 = 0b0000_1000;
const BS: u8 = 0b0001_0000;
const AT: u8 = 0b0100_0000;
const ED: u8 = 0b1000_0000;

enum Device {
    Es256(p256::ecdsa::SigningKey),
    EdDsa(ed25519_dalek::SigningKey),
}

/// What a device and a browser send.
#[derive(Clone)]
struct Sent {
    client_data: Vec<u8>,
    authenticator_data: Vec<u8>,
    signature: Vec<u8>,
}

fn devices(seed: u8) -> [Device; 2] {
    let p256 = p256::ecdsa::SigningKey::from_slice(&[seed; 32]).expect("a scalar of P-256");
    [Device::Es256(p256), Device::EdDsa(ed25519_dalek::SigningKey::from_bytes(&[seed; 32]))]
}

fn expected() -> Expected<'static> {
    Expected {
        relying_party: SITE,
        origins: &[ORIGIN],
        challenge: CHALLENGE,
        copies: Copies::Refused,
    }
}

fn client_data(ceremony: &str, challenge: &[u8], origin: &str) -> Vec<u8> {
    let challenge = BASE64_URL_SAFE_NO_PAD.encode(challenge);
    format!(
        r#"{{"type":"{ceremony}","challenge":"{challenge}","origin":"{origin}","crossOrigin":false}}"#
    )
    .into_bytes()
}

fn authenticator_data(site: &str, flags: u8) -> Vec<u8> {
    let mut data = Sha256::digest(site).to_vec();
    data.push(flags);
    data.extend([0, 0, 0, 3]);
    data
}

fn byte_string(bytes: &[u8]) -> Vec<u8> {
    let length = u16::try_from(bytes.len()).expect("short");
    [&[0x59], length.to_be_bytes().as_slice(), bytes].concat()
}

/// An attestation object with this statement after this format.
fn attestation(statement: &[u8], data: &[u8]) -> Vec<u8> {
    let named =
        |name: &str| [&[0x60 + u8::try_from(name.len()).expect("short")], name.as_bytes()].concat();
    [
        vec![0xa3],
        named("fmt"),
        named("none"),
        named("attStmt"),
        statement.to_vec(),
        named("authData"),
        byte_string(data),
    ]
    .concat()
}

impl Device {
    fn cose(&self) -> Vec<u8> {
        match self {
            Self::Es256(key) => {
                let point = key.verifying_key().to_sec1_point(false);
                let (x, y) = (&point.as_bytes()[1..33], &point.as_bytes()[33..]);
                [&[0xa5, 1, 2, 3, 0x26, 0x20, 1, 0x21, 0x58, 32], x, &[0x22, 0x58, 32], y].concat()
            }
            Self::EdDsa(key) => {
                let x = key.verifying_key().to_bytes();
                [&[0xa4, 1, 1, 3, 0x27, 0x20, 6, 0x21, 0x58, 32], x.as_slice()].concat()
            }
        }
    }

    fn attested(&self) -> Vec<u8> {
        let length = u16::try_from(ID.len()).expect("short").to_be_bytes();
        [[0; 16].as_slice(), &length, ID, &self.cose()].concat()
    }

    fn registers(&self, flags: u8) -> Result<Registered, Refusal> {
        let data = [authenticator_data(SITE, flags | AT), self.attested()].concat();
        register(&attestation(&[0xa0], &data))
    }

    fn key(&self) -> PublicKey {
        self.registers(UP_UV).expect("a good registration").key
    }

    fn sign(&self, client_data: Vec<u8>, authenticator_data: Vec<u8>) -> Sent {
        let signed = [authenticator_data.as_slice(), &Sha256::digest(&client_data)].concat();
        let signature = match self {
            Self::Es256(key) => {
                let signature: p256::ecdsa::DerSignature = key.sign(&signed);
                signature.as_bytes().to_vec()
            }
            Self::EdDsa(key) => key.sign(&signed).to_bytes().to_vec(),
        };
        Sent { client_data, authenticator_data, signature }
    }

    fn good(&self) -> Sent {
        self.sign(client_data("webauthn.get", CHALLENGE, ORIGIN), authenticator_data(SITE, UP_UV))
    }
}

impl Sent {
    fn verify(&self, key: &PublicKey, expected: &Expected<'_>) -> Result<(), Refusal> {
        let (client_data, signature) = (&self.client_data, &self.signature);
        let authenticator_data = &self.authenticator_data;
        Assertion { client_data, authenticator_data, signature }.verify(key, expected).map(drop)
    }
}

fn register(attestation: &[u8]) -> Result<Registered, Refusal> {
    let client_data = client_data("webauthn.create", CHALLENGE, ORIGIN);
    Registration { client_data: &client_data, attestation }.verify(&expected())
}

/// A device signs this, and why it is refused.
#[track_caller]
fn refused(client_data: &[u8], authenticator_data: &[u8], why: Refusal) {
    for device in devices(1) {
        let sent = device.sign(client_data.to_vec(), authenticator_data.to_vec());
        assert_eq!(sent.verify(&device.key(), &expected()), Err(why));
    }
}

#[test]
fn a_key_is_read_and_what_it_signs_is_verified() {
    for device in devices(1) {
        let registered = device.registers(UP_UV).expect("a good registration");
        assert_eq!(registered.credential_id, ID);
        assert_eq!(registered.credential(), <[u8; 32]>::from(Sha256::digest(ID)));
        assert_eq!(registered.sign_count, 3);
        assert!(!registered.flags.can_be_copied());
        assert_eq!(device.good().verify(&registered.key, &expected()), Ok(()));
    }
}

#[test]
fn a_key_is_written_as_one_word_and_read_again() {
    for device in devices(1) {
        let key = device.key();
        let written = key.to_string();
        assert!(written.len() <= 128, "{written}");
        assert_eq!(PublicKey::parse(&written), Ok(key.clone()));
        assert_eq!(key.digest(), <[u8; 32]>::from(Sha256::digest(&written)));
        for other in
            [&written.replacen(':', "", 1), &format!("{written}A"), &format!("{written}="), ""]
        {
            assert!(PublicKey::parse(other).is_err(), "{other}");
        }
    }
    let [Device::Es256(key), _] = devices(1) else { panic!("ES256 comes first") };
    let long = BASE64_URL_SAFE_NO_PAD.encode(key.verifying_key().to_sec1_point(false).as_bytes());
    assert!(PublicKey::parse(&format!("es256:{long}")).is_err(), "one key has one word");
    let weak = BASE64_URL_SAFE_NO_PAD.encode([0; 32]);
    assert!(PublicKey::parse(&format!("eddsa:{weak}")).is_err(), "a key of small order");
}

#[test]
fn a_challenge_is_this_for_ever() {
    // printf 'servanda/acts/v1\nregister.example/wells/no\n1\n…(32 times the letter r)' | sha256sum
    let found = challenge_of("register.example/wells/no", 1, &[b'r'; 32]);
    assert_eq!(found.map(|byte| format!("{byte:02x}")).concat(), CHALLENGE_OF_ONE);
}

const CHALLENGE_OF_ONE: &str = "d2a5419503e5c561f996098827855b781a4f4ab89d0834ece6104615667dae69";

#[test]
fn what_was_signed_elsewhere_or_for_something_else_is_refused() {
    let data = authenticator_data(SITE, UP_UV);
    for origin in ["https://register.example.org", "http://register.example", ""] {
        refused(&client_data("webauthn.get", CHALLENGE, origin), &data, Refusal::WrongOrigin);
    }
    for challenge in [&[7; 31][..], &[7; 33], &[8; 32], &[]] {
        refused(&client_data("webauthn.get", challenge, ORIGIN), &data, Refusal::WrongChallenge);
    }
    for ceremony in ["webauthn.create", "payment.get", ""] {
        refused(&client_data(ceremony, CHALLENGE, ORIGIN), &data, Refusal::WrongCeremony);
    }
    let good = client_data("webauthn.get", CHALLENGE, ORIGIN);
    let inside = String::from_utf8_lossy(&good).replace("false", "true");
    refused(inside.as_bytes(), &data, Refusal::InsideAnother);
    for not_json in [&good[1..], b"[]", b"", b"\xff"] {
        refused(not_json, &data, Refusal::NotClientData);
    }
    let other = authenticator_data("register.example.org", UP_UV);
    refused(&good, &other, Refusal::WrongRelyingParty);
}

#[test]
fn members_of_a_later_browser_are_passed_over() {
    let good = client_data("webauthn.get", CHALLENGE, ORIGIN);
    let more = String::from_utf8_lossy(&good).replace("false", r#"false,"other":{"a":[1]}"#);
    for device in devices(1) {
        let sent = device.sign(more.clone().into_bytes(), authenticator_data(SITE, UP_UV));
        assert_eq!(sent.verify(&device.key(), &expected()), Ok(()));
    }
}

#[test]
fn a_device_that_did_not_verify_who_uses_it_is_refused() {
    let good = client_data("webauthn.get", CHALLENGE, ORIGIN);
    for (flags, why) in [
        (0b001, Refusal::NotVerified),
        (0b100, Refusal::NotPresent),
        (0, Refusal::NotPresent),
        (UP_UV | BS, Refusal::Contradiction),
        (UP_UV | BE, Refusal::CanBeCopied),
        (UP_UV | BE | BS, Refusal::CanBeCopied),
        (UP_UV | AT, Refusal::NotAuthenticatorData),
        (UP_UV | ED, Refusal::NotAuthenticatorData),
    ] {
        refused(&good, &authenticator_data(SITE, flags), why);
    }
    for device in devices(1) {
        assert_eq!(device.registers(1).err(), Some(Refusal::NotVerified));
        assert_eq!(device.registers(UP_UV | BE).err(), Some(Refusal::CanBeCopied));
    }
}

#[test]
fn a_key_that_is_copied_is_taken_where_that_is_allowed() {
    let expected = Expected { copies: Copies::Allowed, ..expected() };
    for device in devices(1) {
        for flags in [UP_UV, UP_UV | BE, UP_UV | BE | BS] {
            let client_data = client_data("webauthn.get", CHALLENGE, ORIGIN);
            let sent = device.sign(client_data, authenticator_data(SITE, flags));
            assert_eq!(sent.verify(&device.key(), &expected), Ok(()));
        }
    }
}

#[test]
fn extensions_are_passed_over_and_nothing_may_come_after_them() {
    let good = client_data("webauthn.get", CHALLENGE, ORIGIN);
    let with = |rest: &[u8]| [authenticator_data(SITE, UP_UV | ED).as_slice(), rest].concat();
    for device in devices(1) {
        let sent = device.sign(good.clone(), with(&[0xa1, 0x61, b'a', 1]));
        assert_eq!(sent.verify(&device.key(), &expected()), Ok(()));
    }
    refused(&good, &with(&[0xa0, 0]), Refusal::NotAuthenticatorData);
    let without = [authenticator_data(SITE, UP_UV).as_slice(), &[0]].concat();
    refused(&good, &without, Refusal::NotAuthenticatorData);
}

#[test]
fn another_key_signs_nothing_for_this_one() {
    let keys: Vec<PublicKey> = devices(2).iter().map(Device::key).collect();
    for device in devices(1) {
        for key in &keys {
            assert_eq!(device.good().verify(key, &expected()), Err(Refusal::WrongSignature));
        }
    }
}

#[test]
fn no_bit_of_a_good_assertion_can_be_turned() {
    for device in devices(1) {
        let (good, key) = (device.good(), device.key());
        let lengths = [good.client_data.len(), good.authenticator_data.len(), good.signature.len()];
        for (field, length) in lengths.into_iter().enumerate() {
            for bit in 0..length * 8 {
                let mut sent = good.clone();
                let Sent { client_data, authenticator_data, signature } = &mut sent;
                let bytes = [client_data, authenticator_data, signature].into_iter().nth(field);
                bytes.expect("three fields")[bit / 8] ^= 1 << (bit % 8);
                assert!(sent.verify(&key, &expected()).is_err(), "field {field}, bit {bit}");
            }
        }
    }
}

#[test]
fn no_byte_of_a_good_assertion_can_be_left_out() {
    for device in devices(1) {
        let (good, key) = (device.good(), device.key());
        for length in 0..good.client_data.len() {
            let client_data = good.client_data[..length].to_vec();
            assert!(Sent { client_data, ..good.clone() }.verify(&key, &expected()).is_err());
        }
        for length in 0..good.authenticator_data.len() {
            let authenticator_data = good.authenticator_data[..length].to_vec();
            assert!(Sent { authenticator_data, ..good.clone() }.verify(&key, &expected()).is_err());
        }
        for length in 0..good.signature.len() {
            let signature = good.signature[..length].to_vec();
            let found = Sent { signature, ..good.clone() }.verify(&key, &expected());
            assert_eq!(found, Err(Refusal::WrongSignature));
        }
    }
}

#[test]
fn a_registration_cut_off_anywhere_is_refused() {
    for device in devices(1) {
        let data = [authenticator_data(SITE, UP_UV | AT), device.attested()].concat();
        let whole = attestation(&[0xa0], &data);
        assert!(register(&whole).is_ok());
        for length in 0..whole.len() {
            assert_eq!(register(&whole[..length]).err(), Some(Refusal::NotAnAttestation));
        }
        for length in 0..data.len() {
            assert!(register(&attestation(&[0xa0], &data[..length])).is_err(), "{length}");
        }
        let longer = [data.as_slice(), &[0]].concat();
        let found = register(&attestation(&[0xa0], &longer)).err();
        assert_eq!(found, Some(Refusal::NotAuthenticatorData));
        assert_eq!(
            register(&[whole.as_slice(), &[0]].concat()).err(),
            Some(Refusal::NotAnAttestation)
        );
    }
}

#[test]
fn who_made_the_device_is_not_judged() {
    let [device, _] = devices(1);
    let data = [authenticator_data(SITE, UP_UV | AT), device.attested()].concat();
    // {"alg": -7, "x5c": [h'00']}
    let statement = [0xa2, 0x63, b'a', b'l', b'g', 0x26, 0x63, b'x', b'5', b'c', 0x81, 0x41, 0];
    assert!(register(&attestation(&statement, &data)).is_ok());
    // Ten thousand lists, each inside the one before: neither deep nor long enough to do harm.
    for nested in [
        vec![0x81; 10_000],
        vec![0x9b; 9],
        vec![0xbb, 255, 255, 255, 255, 255, 255, 255, 255],
        vec![0x9f],
    ] {
        assert_eq!(register(&attestation(&nested, &data)).err(), Some(Refusal::NotAnAttestation));
    }
}

#[test]
fn a_registration_without_a_good_key_is_refused() {
    let good = devices(1).map(|device| device.cose());
    let with = |key: &[u8]| {
        let length = u16::try_from(ID.len()).expect("short").to_be_bytes();
        let attested = [[0; 16].as_slice(), &length, ID, key].concat();
        register(&attestation(&[0xa0], &[authenticator_data(SITE, UP_UV | AT), attested].concat()))
    };
    let [es256, eddsa] = &good;
    // Another type, algorithm or curve; a point that is not on it.
    for (key, at) in
        [(es256, 2), (es256, 4), (es256, 6), (es256, 12), (eddsa, 2), (eddsa, 4), (eddsa, 6)]
    {
        let mut key = key.clone();
        key[at] ^= 1;
        assert_eq!(with(&key).err(), Some(Refusal::UnsupportedKey), "{at}");
    }
    for other in [&[0xa0][..], &[0xa1, 1, 2], &[0xbf, 0xff], &[0xa2, 1, 1, 1, 1], &[]] {
        assert_eq!(with(other).err(), Some(Refusal::UnsupportedKey), "{other:?}");
    }
    let data = authenticator_data(SITE, UP_UV);
    assert_eq!(register(&attestation(&[0xa0], &data)).err(), Some(Refusal::NoKey));
    for (length, why) in [(0, Refusal::NotAuthenticatorData), (1_024, Refusal::TooLong)] {
        let id = [[0; 16].as_slice(), &u16::to_be_bytes(length), &[9; 1_024], es256].concat();
        let data = [authenticator_data(SITE, UP_UV | AT), id].concat();
        assert_eq!(register(&attestation(&[0xa0], &data)).err(), Some(why));
    }
}

#[test]
fn more_than_a_device_sends_is_refused() {
    let [device, _] = devices(1);
    let (good, key) = (device.good(), device.key());
    let long = |bytes: &[u8], length: usize| [bytes, &vec![0; length]].concat();
    let client_data = long(&good.client_data, CLIENT_DATA_BYTES_MAX);
    let authenticator_data = long(&good.authenticator_data, AUTHENTICATOR_DATA_BYTES_MAX);
    let signature = long(&good.signature, SIGNATURE_BYTES_MAX);
    for sent in [
        Sent { client_data, ..good.clone() },
        Sent { authenticator_data, ..good.clone() },
        Sent { signature, ..good.clone() },
    ] {
        assert_eq!(sent.verify(&key, &expected()), Err(Refusal::TooLong));
    }
    assert_eq!(register(&vec![0; ATTESTATION_BYTES_MAX + 1]).err(), Some(Refusal::TooLong));
}

/// What Chromium and a library that is not ours sent; `tests/python/passkey.py` takes both too.
#[test]
fn what_others_made_and_signed_is_taken() {
    for (sent, beginning) in [
        (include_str!("../../../fixtures/passkeys/es256.json"), "es256:"),
        (include_str!("../../../fixtures/passkeys/eddsa.json"), "eddsa:"),
    ] {
        let sent: serde_json::Value = serde_json::from_str(sent).expect("JSON");
        let bytes = |ceremony: &str, field: &str| {
            let text = sent[ceremony][field].as_str().expect("a field");
            BASE64_URL_SAFE_NO_PAD.decode(text).expect("base64url")
        };
        let client_data = bytes("made", "client-data");
        let said: serde_json::Value = serde_json::from_slice(&client_data).expect("JSON");
        let challenge = said["challenge"].as_str().expect("a challenge");
        let challenge = BASE64_URL_SAFE_NO_PAD.decode(challenge).expect("base64url");
        let origin = sent["origin"].as_str().expect("an origin");
        let expected = Expected {
            relying_party: sent["site"].as_str().expect("a site"),
            origins: &[origin],
            challenge: &challenge,
            copies: Copies::Refused,
        };
        let attestation = bytes("made", "attestation");
        let made = Registration { client_data: &client_data, attestation: &attestation };
        let made = made.verify(&expected).expect("a good registration");
        assert!(made.key.to_string().starts_with(beginning));
        assert_eq!(made.credential_id, bytes("signed", "credential"));
        let signed = Sent {
            client_data: bytes("signed", "client-data"),
            authenticator_data: bytes("signed", "authenticator-data"),
            signature: bytes("signed", "signature"),
        };
        let challenge = bytes("signed", "challenge");
        let expected = Expected { challenge: &challenge, ..expected };
        assert_eq!(signed.verify(&made.key, &expected), Ok(()));
    }
}

proptest! {
    #[test]
    fn nothing_that_is_sent_panics(
        bytes in prop::collection::vec(any::<u8>(), 0..512),
        at in 0_usize..200,
    ) {
        let [device, _] = devices(1);
        let data = [authenticator_data(SITE, UP_UV | AT), device.attested()].concat();
        let mut whole = attestation(&[0xa0], &data);
        let end = whole.len().min(at + bytes.len());
        whole.splice(at..end, bytes.iter().copied());
        drop(register(&whole));
        drop(register(&bytes));
        drop(register(&attestation(&bytes, &data)));
        let sent = Sent { authenticator_data: bytes.clone(), ..device.good() };
        prop_assert!(sent.verify(&device.key(), &expected()).is_err());
        let sent = Sent { signature: bytes, ..device.good() };
        prop_assert!(sent.verify(&device.key(), &expected()).is_err());
    }
}
