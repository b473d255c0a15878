//! Asks an identity provider who somebody is: OpenID Connect, authorization code with PKCE.
//!
//! The only crate that sends requests, to the issuer that the operator names and to where its
//! discovery document leads. Never: knows accounts, keeps anything but that document, follows a
//! redirect.
//!
//! Words: the *provider* is who is asked; a *round* is one time of asking, from the address that
//! somebody is sent to until they come back with a code.

mod http;

use std::net::IpAddr;
use std::sync::{Mutex, PoisonError};

use chrono::DateTime;
use openidconnect::core::{
    CoreAuthenticationFlow, CoreClient, CoreIdToken, CoreIdTokenVerifier,
    CoreJwsSigningAlgorithm as Algorithm, CoreProviderMetadata,
};
use openidconnect::{
    AuthorizationCode, ClientId, ClientSecret, CsrfToken, DiscoveryError, EndpointMaybeSet,
    EndpointNotSet, EndpointSet, IssuerUrl, Nonce, PkceCodeChallenge, PkceCodeVerifier,
    RedirectUrl, RequestTokenError,
};

use http::{Client, NoResponse};

/// Seconds for which a discovery document and its keys are taken as they were.
const METADATA_SECONDS: i64 = 600;
/// Algorithms of signatures that are taken; a shared secret is no signature of the provider.
const ALGORITHMS: [Algorithm; 7] = [
    Algorithm::RsaSsaPkcs1V15Sha256,
    Algorithm::RsaSsaPkcs1V15Sha384,
    Algorithm::RsaSsaPkcs1V15Sha512,
    Algorithm::RsaSsaPssSha256,
    Algorithm::EcdsaP256Sha256,
    Algorithm::EcdsaP384Sha384,
    Algorithm::EdDsa,
];

/// The client of a provider whose discovery document is known.
type Asking = CoreClient<
    EndpointSet,
    EndpointNotSet,
    EndpointNotSet,
    EndpointNotSet,
    EndpointMaybeSet,
    EndpointMaybeSet,
>;

/// Who is asked, and as whom.
#[derive(Clone)]
pub struct Settings {
    /// The issuer: an address without query, over TLS but on this machine.
    pub issuer: String,
    /// The name under which the provider knows the installation.
    pub client: String,
    /// The secret that goes with it; none where the provider asks for none.
    pub secret: Option<String>,
    /// The address to which the provider sends people back.
    pub back: String,
}

impl std::fmt::Debug for Settings {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Settings").field("issuer", &self.issuer).finish_non_exhaustive()
    }
}

/// What is drawn for one round, so that nobody else's answer is taken for it.
#[derive(Clone)]
pub struct Round {
    /// Comes back in the address.
    pub state: String,
    /// Comes back in the signed token.
    pub nonce: String,
    /// Shows that whoever redeems the code has begun the round (RFC 7636): 43 to 128 characters.
    pub verifier: String,
}

impl std::fmt::Debug for Round {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Round").finish_non_exhaustive()
    }
}

/// Settings with which nobody can be asked.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum BadSettings {
    /// The issuer is not an address.
    #[error("'{0}' is not an address of an issuer")]
    Issuer(String),
    /// The issuer is asked in the clear over the network.
    #[error("the issuer '{0}' must be asked over TLS (https)")]
    NotOverTls(String),
    /// The address to come back to is not one.
    #[error("'{0}' is not an address to come back to")]
    Back(String),
}

/// Why it is not known who somebody is.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum NotTold {
    /// The provider does not answer, or not in time, or not with what it is asked for.
    #[error("the provider does not answer: {0}")]
    Down(String),
    /// The provider refuses: the code of its reason.
    #[error("the provider refuses: {0}")]
    Refused(String),
    /// What it sent does not verify.
    #[error("what the provider sent does not verify: {0}")]
    NotVerified(String),
}

/// An identity provider.
#[derive(Debug)]
pub struct Provider {
    settings: Settings,
    issuer: IssuerUrl,
    back: RedirectUrl,
    client: Client,
    known: Mutex<Option<(CoreProviderMetadata, i64)>>,
}

impl Provider {
    /// The provider that the settings name; it is not asked yet.
    pub fn new(settings: Settings) -> Result<Self, BadSettings> {
        let issuer = IssuerUrl::new(settings.issuer.clone())
            .map_err(|_not_one| BadSettings::Issuer(settings.issuer.clone()))?;
        let url = issuer.url();
        let is_here = url.host_str().is_some_and(is_this_machine);
        if url.scheme() != "https" && !is_here {
            return Err(BadSettings::NotOverTls(settings.issuer));
        }
        let back = RedirectUrl::new(settings.back.clone())
            .map_err(|_not_one| BadSettings::Back(settings.back.clone()))?;
        let client = Client::new(!is_here);
        Ok(Self { settings, issuer, back, client, known: Mutex::new(None) })
    }

    /// Where somebody is sent to say who they are. `now` is seconds since 1970 UTC.
    pub fn begin(&self, round: &Round, now: i64) -> Result<String, NotTold> {
        let (state, nonce) = (round.state.clone(), round.nonce.clone());
        let verifier = PkceCodeVerifier::new(round.verifier.clone());
        let challenge = PkceCodeChallenge::from_code_verifier_sha256(&verifier);
        let client = self.asking(self.metadata(now)?);
        let (address, _state, _nonce) = client
            .authorize_url(
                CoreAuthenticationFlow::AuthorizationCode,
                move || CsrfToken::new(state),
                move || Nonce::new(nonce),
            )
            .set_pkce_challenge(challenge)
            .url();
        Ok(address.to_string())
    }

    /// Who it is that came back with a code: the name by which the issuer, and nobody else, knows
    /// them for ever.
    pub fn finish(&self, round: &Round, code: &str, now: i64) -> Result<String, NotTold> {
        let client = self.asking(self.metadata(now)?);
        let answer = client
            .exchange_code(AuthorizationCode::new(code.to_owned()))
            .map_err(|error| NotTold::Down(error.to_string()))?
            .set_pkce_verifier(PkceCodeVerifier::new(round.verifier.clone()))
            .request(&|request| self.client.send(request))
            .map_err(|error| match error {
                RequestTokenError::ServerResponse(refusal) => {
                    NotTold::Refused(refusal.error().as_ref().to_owned())
                }
                RequestTokenError::Request(error) => NotTold::Down(error.to_string()),
                RequestTokenError::Parse(..) | RequestTokenError::Other(_) => {
                    NotTold::Down("its answer cannot be read".to_owned())
                }
            })?;
        let Some(token) = answer.extra_fields().id_token() else {
            return Err(NotTold::NotVerified("there is no ID token".to_owned()));
        };
        let nonce = Nonce::new(round.nonce.clone());
        let verified = subject(token, client.id_token_verifier(), &nonce, now);
        verified.or_else(|_with_known_keys| {
            // It may have changed its keys since.
            let client = self.asking(self.fetch(now)?);
            subject(token, client.id_token_verifier(), &nonce, now).map_err(NotTold::NotVerified)
        })
    }

    /// The client of this provider, as which it is asked.
    fn asking(&self, metadata: CoreProviderMetadata) -> Asking {
        let id = ClientId::new(self.settings.client.clone());
        let secret = self.settings.secret.clone().map(ClientSecret::new);
        CoreClient::from_provider_metadata(metadata, id, secret).set_redirect_uri(self.back.clone())
    }

    fn metadata(&self, now: i64) -> Result<CoreProviderMetadata, NotTold> {
        let known = self.known.lock().unwrap_or_else(PoisonError::into_inner).clone();
        match known {
            Some((metadata, since)) if now.saturating_sub(since) < METADATA_SECONDS => Ok(metadata),
            Some(_) | None => self.fetch(now),
        }
    }

    fn fetch(&self, now: i64) -> Result<CoreProviderMetadata, NotTold> {
        let fetched = CoreProviderMetadata::discover(&self.issuer, &|it| self.client.send(it));
        let metadata = fetched.map_err(|error: DiscoveryError<NoResponse>| {
            if let DiscoveryError::Validation(why) = error {
                return NotTold::NotVerified(why);
            }
            NotTold::Down(error.to_string())
        })?;
        let mut known = self.known.lock().unwrap_or_else(PoisonError::into_inner);
        *known = Some((metadata.clone(), now));
        Ok(metadata)
    }
}

/// Who a token says that it is about, if the provider signed it for us, in this round, and it has
/// not ended (OpenID Connect Core §3.1.3.7).
fn subject(
    token: &CoreIdToken,
    verifier: CoreIdTokenVerifier<'_>,
    nonce: &Nonce,
    now: i64,
) -> Result<String, String> {
    let now = DateTime::from_timestamp(now, 0).unwrap_or_default();
    let verifier = verifier.set_allowed_algs(ALGORITHMS).set_time_fn(move || now);
    let claims = token.claims(&verifier, nonce).map_err(|error| error.to_string())?;
    Ok(claims.subject().as_str().to_owned())
}

/// Whether a host is this machine: what is sent to it goes over no network.
fn is_this_machine(host: &str) -> bool {
    let host = host.trim_matches(['[', ']']);
    host == "localhost" || host.parse::<IpAddr>().is_ok_and(|address| address.is_loopback())
}

#[cfg(test)]
mod tests;
