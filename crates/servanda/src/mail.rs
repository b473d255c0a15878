//! Mail: what letters are handed to, the delivery beside the pages, and `servanda mail`.

use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use servanda_web::Site;
use servanda_worker::{Outbox, Smtp, SmtpSettings, Step, Tls};

use crate::command::{self, TlsChoice};
use crate::outcome::{Done, Ended, say};
use crate::serve::open;
use crate::upkeep::must_be_installed;
use crate::world;

/// Seconds after which the outbox is looked at even if nothing has happened: for what waits for its
/// hour or is tried again.
const PAUSE_SECONDS: i64 = 60;
/// Bytes of a file with a password.
const PASSWORD_BYTES_MAX: u64 = 4_096;

/// The mail server of the settings; none where no mail is to be sent.
pub(crate) fn carrier(asked: &command::Mail) -> Result<Option<Arc<Smtp>>, Ended> {
    let Some(host) = asked.smtp_host.clone() else { return Ok(None) };
    let from = asked.smtp_from.clone().ok_or_else(|| {
        Ended::refused("no address is given that letters come from")
            .hint("give it with --smtp-from, such as register@example.org")
    })?;
    let tls = match asked.smtp_tls {
        TlsChoice::Starttls => Tls::Upgraded,
        TlsChoice::Tls => Tls::Implicit,
        TlsChoice::None => Tls::Plain,
    };
    let port = asked.smtp_port.unwrap_or(match tls {
        Tls::Upgraded => 587,
        Tls::Implicit => 465,
        Tls::Plain => 25,
    });
    let login = match (&asked.smtp_user, &asked.smtp_password_file) {
        (Some(user), Some(file)) => Some((user.clone(), password(file)?)),
        _without => None,
    };
    let smtp = Smtp::new(SmtpSettings { host, port, from, login, tls }).map_err(Ended::refused)?;
    Ok(Some(Arc::new(smtp)))
}

/// The password in a file that only its owner can read.
fn password(file: &Path) -> Result<String, Ended> {
    use std::os::unix::fs::PermissionsExt;
    let named = |error: std::io::Error| Ended::failed(format!("{}: {error}", file.display()));
    let about = std::fs::metadata(file).map_err(named)?;
    if about.permissions().mode() & 0o077 != 0 {
        return Err(Ended::refused(format!("{}: others can read it", file.display()))
            .hint(format!("take that from them: chmod 600 {}", file.display())));
    }
    if about.len() > PASSWORD_BYTES_MAX {
        return Err(Ended::refused(format!("{}: this is no password", file.display())));
    }
    let text = std::fs::read_to_string(file).map_err(named)?;
    Ok(text.trim_end_matches(['\r', '\n']).to_owned())
}

/// Sends what is due, and ends.
pub(crate) fn run(asked: &command::MailNow) -> Done {
    must_be_installed(&asked.installation.data)?;
    let smtp = carrier(&asked.mail)?.ok_or_else(|| {
        Ended::refused("no mail server is given").hint("name it with --smtp-host")
    })?;
    let office = Arc::new(open(&asked.installation.data)?);
    let address = asked.address.trim_end_matches('/');
    let mut outbox = Outbox::new(office, address, smtp, asked.mail.mail_hour);
    let (mut sent, mut refused, mut waiting, mut doubtful) = (0_u64, 0_u64, 0_u64, 0_u64);
    loop {
        match step(&mut outbox)? {
            Step::Sent => sent += 1,
            Step::Refused(_) => refused += 1,
            Step::Later(_) => waiting += 1,
            Step::InDoubt => doubtful += 1,
            Step::Dropped => {}
            Step::NoServer(why) => {
                say(format!("mails sent: {sent}, refused: {refused}, waiting: {waiting}"));
                return Err(Ended::failed(format!("the mail server takes no mail: {why}"))
                    .hint("check the options that begin with --smtp; nothing is lost"));
            }
            Step::Idle { .. } => break,
        }
    }
    say(format!("mails sent: {sent}, refused: {refused}, waiting: {waiting}"));
    if doubtful > 0 {
        say(format!("mails in doubt, which are not sent again: {doubtful}"));
    }
    Ok(())
}

/// One step in the name of nobody: what an installation does by itself.
fn step(outbox: &mut Outbox) -> Result<Step, Ended> {
    world::as_operator(|by| outbox.step(by)).map_err(|error| Ended::failure(&error))
}

/// Sends what is due as long as the site is served: at once when somebody did something, and when
/// the hour of something comes.
pub(crate) async fn deliver(site: Arc<Site>, mut outbox: Outbox) {
    loop {
        let stepped = tokio::task::spawn_blocking(move || {
            let stepped = step(&mut outbox);
            (outbox, stepped)
        })
        .await;
        let (back, stepped) = match stepped {
            Ok(done) => done,
            Err(stopped) => {
                tracing::error!(%stopped, "sending mail stopped; it goes on at the next start");
                return;
            }
        };
        outbox = back;
        if let Some(seconds) = pause(stepped) {
            tokio::select! {
                () = site.stirred() => {}
                () = tokio::time::sleep(seconds) => {}
            }
        }
    }
}

/// How long to wait for something to happen after a step; none where there may be more to do.
fn pause(stepped: Result<Step, Ended>) -> Option<Duration> {
    let until = match stepped {
        Ok(Step::Idle { until }) => until,
        Ok(Step::NoServer(why)) => {
            tracing::error!(%why, "the mail server takes no mail; it is tried again");
            None
        }
        Ok(Step::Refused(reply)) => {
            tracing::warn!(reply, "a mail server refused a mail");
            return None;
        }
        Ok(Step::InDoubt) => {
            tracing::warn!("it is not known whether a mail server took over a mail");
            return None;
        }
        Ok(Step::Sent | Step::Dropped | Step::Later(_)) => return None,
        Err(ended) => {
            tracing::error!(?ended, "mail could not be sent; it is tried again");
            None
        }
    };
    let left = until.map_or(PAUSE_SECONDS, |until| until.saturating_sub(world::now()));
    let seconds = u64::try_from(left.clamp(1, PAUSE_SECONDS)).unwrap_or(1);
    Some(Duration::from_secs(seconds))
}
