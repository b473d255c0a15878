//! The identity provider of `servanda serve`, from its settings to what the site asks.

use std::fs::File;
use std::io::Read as _;
use std::os::unix::fs::MetadataExt as _;
use std::path::Path;

use servanda_actions::people::Identity;
use servanda_web::{IdentityProvider, NotTold, Round, routes};

use crate::command;
use crate::outcome::Ended;

/// Bytes of a file with a secret.
const SECRET_BYTES_MAX: u64 = 4_096;
/// The rights of a file that others than its owner have.
const OTHERS: u32 = 0o077;

/// An identity provider, with what people call it.
pub(crate) struct Provider {
    name: String,
    issuer: String,
    asked: servanda_sign_on::Provider,
}

impl Provider {
    /// The provider that the settings name; none where they name none. `address` is where readers
    /// reach the site.
    pub(crate) fn of(asked: &command::SignOn, address: &str) -> Result<Option<Self>, Ended> {
        let (Some(issuer), Some(client)) = (&asked.issuer, &asked.client) else { return Ok(None) };
        let settings = servanda_sign_on::Settings {
            issuer: issuer.clone(),
            client: client.clone(),
            secret: asked.secret.as_deref().map(secret).transpose()?,
            back: format!("{address}{}", routes::SIGN_IN_PROVIDER_BACK),
        };
        let provider = servanda_sign_on::Provider::new(settings).map_err(Ended::refused)?;
        let name = asked.name.clone().unwrap_or_else(|| host(issuer).to_owned());
        Ok(Some(Self { name, issuer: issuer.clone(), asked: provider }))
    }
}

impl IdentityProvider for Provider {
    fn name(&self) -> &str {
        &self.name
    }

    fn begin(&self, round: &Round, now: i64) -> Result<String, NotTold> {
        self.asked.begin(&of(round), now).map_err(not_told)
    }

    fn finish(&self, round: &Round, code: &str, now: i64) -> Result<Identity, NotTold> {
        let subject = self.asked.finish(&of(round), code, now).map_err(not_told)?;
        Ok(Identity { issuer: self.issuer.clone(), subject })
    }
}

fn of(round: &Round) -> servanda_sign_on::Round {
    let Round { state, nonce, verifier } = round.clone();
    servanda_sign_on::Round { state, nonce, verifier }
}

fn not_told(why: servanda_sign_on::NotTold) -> NotTold {
    match why {
        servanda_sign_on::NotTold::Down(reason) => NotTold::Down(reason),
        servanda_sign_on::NotTold::Refused(code) => NotTold::Refused(code),
        servanda_sign_on::NotTold::NotVerified(reason) => NotTold::NotVerified(reason),
    }
}

fn host(issuer: &str) -> &str {
    let rest = issuer.split_once("://").map_or(issuer, |(_, rest)| rest);
    rest.split('/').next().unwrap_or(rest)
}

/// The secret in a file that nobody but its owner reads.
fn secret(path: &Path) -> Result<String, Ended> {
    let failed = |error: std::io::Error| Ended::failed(format!("{}: {error}", path.display()));
    let file = File::open(path).map_err(failed)?;
    if file.metadata().map_err(failed)?.mode() & OTHERS != 0 {
        let told = format!("{}: others than its owner can read the secret", path.display());
        return Err(Ended::refused(told).hint(format!("chmod 600 {}", path.display())));
    }
    let mut text = String::new();
    file.take(SECRET_BYTES_MAX).read_to_string(&mut text).map_err(failed)?;
    let text = text.trim().to_owned();
    if text.is_empty() {
        return Err(Ended::refused(format!("{}: there is no secret in it", path.display())));
    }
    Ok(text)
}
