//! `servanda serve`: the site over an installation.

use std::net::SocketAddr;
use std::path::Path;
use std::sync::Arc;

use servanda_actions::Office;
use servanda_actions::agreement::{revoke_keys, seal_accepted};
use servanda_files::Limits;
use servanda_model::Language;
use servanda_register::RegisterError;
use servanda_search::Index;
use servanda_web::{Site, routes};
use servanda_worker::{Outbox, Smtp};

use crate::files::Files;
use crate::outcome::{Done, Ended, say};
use crate::sign_on::Provider;
use crate::{account, command, mail, world};

pub(crate) fn run(asked: &command::Serve) -> Done {
    let folder = &asked.installation.data;
    if !folder.join("ground.db").is_file() {
        return Err(Ended::refused(format!("{}: no installation is here", folder.display()))
            .hint("load a data set into it first: servanda load FILE --data DIR"));
    }
    let office = open(folder)?;
    let founding = (!has_accounts(&office)).then(|| account::draw_token(&mut world::chance));
    let told = founding.clone();
    let set_up = |site: Site, address: &str| {
        let mut site = site.with_trusted_proxies(&asked.trusted_proxies);
        if let Some(token) = &founding {
            site = site.with_founding_token(token);
        }
        match Provider::of(&asked.sign_on, address)? {
            Some(provider) => Ok(site.with_provider(provider)),
            None => Ok(site),
        }
    };
    let mail = mail::carrier(&asked.mail)?.map(|smtp| (smtp, asked.mail.mail_hour));
    let place = Place { listen: asked.listen, address: asked.address.as_deref(), mail };
    site(office, place, set_up, |address| {
        if let Some(token) = told {
            let path = routes::localized(Language::English, &routes::invitation(&token));
            say("Nobody has an account yet. Whoever opens this link becomes the administrator:");
            say(format!("  {address}{path}"));
        }
    })
}

fn has_accounts(office: &Office) -> bool {
    office.house().people().accounts().next().is_some()
}

/// Opens the installation in a folder.
pub(crate) fn open(folder: &Path) -> Result<Office, Ended> {
    Office::open(folder).map_err(|error| Ended::failure(&error))
}

/// Where an installation is served.
pub(crate) struct Place<'asked> {
    /// Where to listen.
    pub(crate) listen: SocketAddr,
    /// Where readers reach it, if that is another address.
    pub(crate) address: Option<&'asked str>,
    /// The mail server, and the hour of mails of a day or a week; none where no mail is sent.
    pub(crate) mail: Option<(Arc<Smtp>, u8)>,
}

/// Serves an installation until it is told to stop. `set_up` gives the site what it has beside the
/// office, `listening` is told the address once somebody would be answered there.
pub(crate) fn site(
    office: Office,
    place: Place<'_>,
    set_up: impl FnOnce(Site, &str) -> Result<Site, Ended>,
    listening: impl FnOnce(&str),
) -> Done {
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .enable_all()
        .build()
        .map_err(|error| Ended::failure(&error))?;
    let Place { listen, address, mail } = place;
    runtime.block_on(async {
        let listener = tokio::net::TcpListener::bind(listen)
            .await
            .map_err(|error| cannot_listen(listen, &error))?;
        let here = listener.local_addr().map_err(|error| Ended::failure(&error))?;
        let address = address.map_or_else(|| format!("http://{here}"), str::to_owned);
        let address = address.trim_end_matches('/');
        finish_what_is_left(&office)?;
        let (index, erasures) = refresh_index(&office)?;
        let office = Arc::new(office);
        let site = Site::new(Arc::clone(&office), address, world::now, world::chance);
        let reader = Files::new(Limits::DEFAULT)?;
        let mut site = set_up(site.with_reader(reader), address)?;
        if let Some((smtp, _)) = &mail {
            site = site.with_carrier(Arc::clone(smtp));
        }
        let site = Arc::new(site);
        site.set_index(index, erasures);
        if let Some((smtp, hour)) = mail {
            let outbox = Outbox::new(Arc::clone(&office), address, smtp, hour);
            tokio::spawn(mail::deliver(Arc::clone(&site), outbox));
        }
        tokio::spawn(keep_index_fresh(Arc::clone(&site), office));
        // Before anybody is told where it is: whoever knows may also tell it to stop.
        let stop = told_to_stop();
        say(format!("The register is at http://{here}/ – stop it with Ctrl-C"));
        listening(address);
        let router = servanda_web::router(site);
        axum::serve(listener, router.into_make_service_with_connect_info::<SocketAddr>())
            .with_graceful_shutdown(stop)
            .await
            .map_err(|error| Ended::failure(&error))
    })
}

/// Does what a crash came before: revokes keys that nobody has any more, seals what all parties had
/// accepted.
fn finish_what_is_left(office: &Office) -> Done {
    world::as_operator(|by| {
        revoke_keys(office, by)?;
        seal_accepted(office, by)
    })
    .map(drop)
    .map_err(|failure| Ended::failure(&failure))
}

/// Makes the search index again whenever something was recorded. Until it is made, the one before
/// answers.
async fn keep_index_fresh(site: Arc<Site>, office: Arc<Office>) {
    loop {
        site.grown().await;
        let office = Arc::clone(&office);
        match tokio::task::spawn_blocking(move || refresh_index(&office)).await {
            Ok(Ok((index, erasures))) => site.set_index(index, erasures),
            Ok(Err(ended)) => tracing::error!(?ended, "the search index could not be made again"),
            Err(stopped) => tracing::error!(%stopped, "making the search index stopped"),
        }
    }
}

/// The search index, made again if it is not of this state of the register, and how often words had
/// been erased when it was made.
pub(crate) fn refresh_index(office: &Office) -> Result<(Index, u64), Ended> {
    let derived = office.folder().join("derived");
    let (folder, stamp) = (derived.join("search"), derived.join("search.of"));
    let (state, erasures) = office
        .register()
        .view(|view| Ok::<_, RegisterError>((format!("{:?}", view.journals()?), view.erasures())))
        .map_err(|error| Ended::failure(&error))?;
    let is_current = std::fs::read_to_string(&stamp).is_ok_and(|of| of == state);
    if let (true, Ok(index)) = (is_current, Index::open(&folder)) {
        return Ok((index, erasures));
    }
    let items =
        office.register().view(servanda_web::items).map_err(|error| Ended::failure(&error))?;
    let index = Index::create(&folder, items).map_err(|error| Ended::failure(&error))?;
    // A crash before the next line makes the index again next time.
    std::fs::write(&stamp, state)
        .map_err(|error| Ended::failed(format!("{}: {error}", stamp.display())))?;
    Ok((index, erasures))
}

fn cannot_listen(listen: SocketAddr, error: &std::io::Error) -> Ended {
    let ended = Ended::failed(format!("cannot listen on {listen}: {error}"));
    let other = listen.port().saturating_add(1);
    if error.kind() == std::io::ErrorKind::AddrInUse {
        let port = listen.port();
        ended.hint(format!("another program uses port {port}; choose another, such as {other}"))
    } else if error.kind() == std::io::ErrorKind::PermissionDenied {
        ended.hint("ports below 1024 need special rights; choose a higher one, such as 8080")
    } else {
        ended
    }
}

/// Ends when the process is interrupted or asked to terminate. It listens from the call on, not
/// only once it is waited for.
fn told_to_stop() -> impl Future<Output = ()> + Send {
    use tokio::signal::unix::{SignalKind, signal};
    let signals = (signal(SignalKind::interrupt()), signal(SignalKind::terminate()));
    async move {
        match signals {
            (Ok(mut interrupted), Ok(mut terminated)) => {
                tokio::select! {
                    _ = interrupted.recv() => {}
                    _ = terminated.recv() => {}
                }
            }
            // Without signals it runs until it is killed, which the journal survives.
            (Err(_), _) | (_, Err(_)) => std::future::pending().await,
        }
    }
}
