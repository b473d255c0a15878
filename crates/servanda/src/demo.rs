//! `servanda demo`: the Canada–Mexico Partnership, nothing else needed.

use std::net::{Ipv4Addr, SocketAddr};

use servanda_actions::people::{add_account, invite, take_up};
use servanda_actions::{Invited, NewAccount, NotDone, Office, PeopleRefusal, VISITOR};
use servanda_model::{AccountRole, Grant, Language, Seat};
use servanda_register::Account;
use servanda_web::{Demonstration, routes};

use crate::load::lines;
use crate::outcome::{Done, Ended, say};
use crate::serve::{Place, open, site};
use crate::{command, dataset, world};

/// The password of every account of the demonstration.
const PASSWORD: &str = "maple agave heron kettle";
/// The partnership of the demonstration.
const PARTNERSHIP: &str = "canada-mexico";

/// An account of the demonstration: a role, and plainly nobody.
struct Shown {
    name: &'static str,
    mail: &'static str,
    role: AccountRole,
    /// The voice of the role; none for the administrator.
    voice: Option<&'static str>,
    language: Language,
}

const ACCOUNTS: [Shown; 5] = [
    Shown {
        name: "Officer, Canada (demonstration)",
        mail: "officer.ca@demonstration.example",
        role: AccountRole::Officer,
        voice: Some("ca"),
        language: Language::English,
    },
    Shown {
        name: "Co-chair, Canada (demonstration)",
        mail: "co-chair.ca@demonstration.example",
        role: AccountRole::CoChair,
        voice: Some("ca"),
        language: Language::French,
    },
    Shown {
        name: "Officer, Mexico (demonstration)",
        mail: "officer.mx@demonstration.example",
        role: AccountRole::Officer,
        voice: Some("mx"),
        language: Language::Spanish,
    },
    Shown {
        name: "Secretariat, Mexico (demonstration)",
        mail: "secretariat.mx@demonstration.example",
        role: AccountRole::Secretariat,
        voice: Some("mx"),
        language: Language::Spanish,
    },
    Shown {
        name: "Administrator (demonstration)",
        mail: "administrator@demonstration.example",
        role: AccountRole::Administrator,
        voice: None,
        language: Language::English,
    },
];

pub(crate) fn run(asked: &command::Demo) -> Done {
    let set = dataset::compiled_in()?;
    let copies = match &asked.documents {
        Some(folder) => dataset::copies(&set, folder)?,
        None => Vec::new(),
    };
    let office = open(&asked.data)?;
    let loaded = dataset::state(&office, &set, &copies, None)?;
    for line in lines(&loaded) {
        say(line);
    }
    make_accounts(&office)?;
    let shown = Demonstration {
        password: PASSWORD.to_owned(),
        accounts: ACCOUNTS
            .iter()
            .map(|shown| (shown.name.to_owned(), shown.mail.to_owned()))
            .collect(),
    };
    let here = SocketAddr::from((Ipv4Addr::LOCALHOST, asked.port));
    let place = Place { listen: here, address: None, mail: None };
    site(
        office,
        place,
        |site, _address| Ok(site.with_demonstration(shown)),
        |address| {
            let page = routes::localized(Language::English, routes::SIGN_IN);
            say(format!(
                "Sign in at {address}{page} – accounts of a demonstration, no real persons:"
            ));
            for shown in &ACCOUNTS {
                say(format!("  {}", shown.mail));
            }
            say(format!("The password of all of them: {PASSWORD}"));
        },
    )
}

/// Makes the accounts that are not there yet: each once, also where it was closed since.
fn make_accounts(office: &Office) -> Result<(), Ended> {
    for shown in &ACCOUNTS {
        let people = office.house().people();
        let is_shown = |account: &&Account| account.mail.as_deref() == Some(shown.mail);
        let invited = match people.accounts().find(is_shown) {
            Some(account) if account.has_password() || !account.is_open() => continue,
            // It was stopped between the two steps.
            Some(account) => world::as_operator(|by| invite(office, &account.id, by)),
            None => make_account(office, shown)?,
        };
        let token = invited.map_err(Ended::not_done)?.token;
        let taken_up = world::as_operator(|by| {
            by.account = VISITOR;
            take_up(office, &token, PASSWORD, by)
        });
        taken_up.map_err(Ended::not_done)?;
    }
    Ok(())
}

fn make_account(
    office: &Office,
    shown: &Shown,
) -> Result<Result<Invited, NotDone<PeopleRefusal>>, Ended> {
    let seat = shown
        .voice
        .map(|voice| Seat { partnership: PARTNERSHIP.to_owned(), voice: voice.to_owned() });
    let grant = Grant::new(shown.role, seat).map_err(Ended::refused)?;
    let (name, mail) = (shown.name.to_owned(), shown.mail.to_owned());
    let new = NewAccount { name, mail, language: shown.language, grant };
    Ok(world::as_operator(|by| add_account(office, &new, by)))
}
