//! Requests to the provider: few, short, over TLS, answered within seconds.

use std::sync::Arc;
use std::time::Duration;

use openidconnect::{HttpRequest, HttpResponse};
use ureq::Agent;
use ureq::tls::{RootCerts, TlsConfig};

/// How long an answer may take, from looking up the name to its last byte.
const ANSWER_TIME_MAX: Duration = Duration::from_secs(10);
/// Bytes of an answer.
const ANSWER_BYTES_MAX: u64 = 256 * 1_024;

/// No answer came.
#[derive(Debug, thiserror::Error)]
#[error(transparent)]
pub(crate) struct NoResponse(#[from] ureq::Error);

/// What sends requests.
#[derive(Debug)]
pub(crate) struct Client(Agent);

impl Client {
    /// A client that, but for this machine, speaks over TLS only, with the authorities that the
    /// operating system trusts.
    pub(crate) fn new(tls_only: bool) -> Self {
        let provider = Arc::new(rustls::crypto::ring::default_provider());
        let tls = TlsConfig::builder()
            .root_certs(RootCerts::PlatformVerifier)
            .unversioned_rustls_crypto_provider(provider)
            .build();
        let config = Agent::config_builder()
            .tls_config(tls)
            .https_only(tls_only)
            .timeout_global(Some(ANSWER_TIME_MAX))
            // Whoever is led elsewhere could be led into the network of the operator.
            .max_redirects(0)
            .http_status_as_error(false)
            // Settings arrive as arguments, not from the environment.
            .proxy(None)
            .build();
        Self(config.new_agent())
    }

    pub(crate) fn send(&self, request: HttpRequest) -> Result<HttpResponse, NoResponse> {
        let (head, mut body) = self.0.run(request)?.into_parts();
        let bytes = body.with_config().limit(ANSWER_BYTES_MAX).read_to_vec()?;
        Ok(HttpResponse::from_parts(head, bytes))
    }
}
