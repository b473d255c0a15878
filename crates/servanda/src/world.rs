//! Where the world gets in: clock, chance, environment, log.

use std::io::IsTerminal as _;

use servanda_actions::{By, OPERATOR};
use tracing::Level;
use tracing_subscriber::filter::{FilterExt as _, filter_fn};
use tracing_subscriber::layer::SubscriberExt as _;
use tracing_subscriber::util::SubscriberInitExt as _;
use tracing_subscriber::{EnvFilter, Layer as _};

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
///
/// Of libraries no more than what they tell at level info, whatever is asked for: below it they
/// print whole requests, with the tokens of invitations in their paths.
pub(crate) fn start_log() {
    let asked = EnvFilter::try_from_default_env().unwrap_or_else(|_unset| EnvFilter::new("warn"));
    let secretive = filter_fn(|told| is_ours(told.target()) || *told.level() <= Level::INFO);
    let colours = std::io::stderr().is_terminal();
    let layer = tracing_subscriber::fmt::layer().with_writer(std::io::stderr).with_ansi(colours);
    tracing_subscriber::registry().with(layer.with_filter(asked.and(secretive))).init();
}

fn is_ours(target: &str) -> bool {
    target.starts_with("servanda")
}
