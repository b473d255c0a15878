//! Where the world gets in: clock, chance, environment, log.

use servanda_actions::{By, OPERATOR};
use tracing_subscriber::EnvFilter;

/// Seconds since 1970 UTC.
pub(crate) fn now() -> i64 {
    jiff::Timestamp::now().as_second()
}

/// 32 bytes that nobody can guess, from the operating system.
#[expect(clippy::disallowed_methods, reason = "this is where the program draws its chance")]
pub(crate) fn chance() -> [u8; 32] {
    let mut bytes = [0; 32];
    getrandom::fill(&mut bytes).expect("the operating system gives random bytes");
    bytes
}

/// Acts as the operator of the command line, now.
pub(crate) fn as_operator<T>(act: impl FnOnce(&mut By<'_>) -> T) -> T {
    act(&mut By { account: OPERATOR, at: now(), chance: &mut chance })
}

/// Logs warnings, or what `RUST_LOG` asks for, on standard error.
pub(crate) fn start_log() {
    let filter = EnvFilter::try_from_default_env().unwrap_or_else(|_unset| EnvFilter::new("warn"));
    tracing_subscriber::fmt().with_env_filter(filter).with_writer(std::io::stderr).init();
}
