//! What the browser says: which ceremony, which challenge, which page (§5.8.1).

use base64::Engine as _;
use base64::prelude::BASE64_URL_SAFE_NO_PAD;
use serde::Deserialize;

use crate::{CLIENT_DATA_BYTES_MAX, Expected, Refusal};

/// What a browser was asked for, as its client data say it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Ceremony {
    /// A key is made.
    Create,
    /// A key signs.
    Get,
}

impl Ceremony {
    const fn word(self) -> &'static str {
        match self {
            Self::Create => "webauthn.create",
            Self::Get => "webauthn.get",
        }
    }
}

/// The members we look at; a later browser may send more (§5.8.1.1).
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct ClientData<'a> {
    #[serde(rename = "type")]
    ceremony: std::borrow::Cow<'a, str>,
    challenge: std::borrow::Cow<'a, str>,
    origin: std::borrow::Cow<'a, str>,
    #[serde(default)]
    cross_origin: bool,
}

/// Holds client data against what is expected (§7.1 steps 5–11, §7.2 steps 8–14).
pub(crate) fn check(
    bytes: &[u8],
    ceremony: Ceremony,
    expected: &Expected<'_>,
) -> Result<(), Refusal> {
    if bytes.len() > CLIENT_DATA_BYTES_MAX {
        return Err(Refusal::TooLong);
    }
    let said: ClientData<'_> =
        serde_json::from_slice(bytes).map_err(|_other| Refusal::NotClientData)?;
    if said.ceremony != ceremony.word() {
        return Err(Refusal::WrongCeremony);
    }
    let challenge = BASE64_URL_SAFE_NO_PAD.decode(said.challenge.as_bytes());
    if challenge.ok().as_deref() != Some(expected.challenge) {
        return Err(Refusal::WrongChallenge);
    }
    if !expected.origins.contains(&said.origin.as_ref()) {
        return Err(Refusal::WrongOrigin);
    }
    if said.cross_origin { Err(Refusal::InsideAnother) } else { Ok(()) }
}
