//! `servanda account`: the accounts of an installation, from the command line.

use servanda_actions::people;
use servanda_actions::{Invited, NewAccount, NotDone, Office, PeopleRefusal};
use servanda_entry::Ground as ErasureGround;
use servanda_entry::act::hex;
use servanda_model::{AccountId, AccountRole, Grant, Language, Seat};
use servanda_register::Account;
use servanda_web::routes;

use crate::outcome::{Done, Ended, say};
use crate::serve::open;
use crate::upkeep::must_be_installed;
use crate::{command, world};

pub(crate) fn run(asked: &command::Account) -> Done {
    match asked {
        command::Account::Add(asked) => add(asked),
        command::Account::Invite(asked) => invite(asked),
        command::Account::List(asked) => list(asked),
        command::Account::Reset(asked) => reset(asked),
        command::Account::Close(asked) => close(asked),
        command::Account::Erase(asked) => erase(asked),
    }
}

/// A token that nobody can guess.
pub(crate) fn draw_token(chance: &mut dyn FnMut() -> [u8; 32]) -> String {
    hex(&chance())
}

fn add(asked: &command::AccountAdd) -> Done {
    let role = AccountRole::find(&asked.role).ok_or_else(|| {
        let roles = AccountRole::ALL.map(AccountRole::code).join(", ");
        Ended::refused(format!("there is no role '{}'; roles: {roles}", asked.role))
    })?;
    let seat = asked.partnership.clone().zip(asked.voice.clone());
    let seat = seat.map(|(partnership, voice)| Seat { partnership, voice });
    let grant = Grant::new(role, seat).map_err(Ended::refused)?;
    let language = Language::parse(&asked.language).map_err(Ended::refused)?;
    let new = NewAccount { name: asked.name.clone(), mail: asked.mail.clone(), language, grant };
    let office = installed(&asked.installation)?;
    let invited = world::as_operator(|by| people::add_account(&office, &new, by));
    let invited = invited.map_err(Ended::not_done)?;
    say(format!("account {}", invited.account));
    hand_over(&invited, language, &asked.address);
    Ok(())
}

fn invite(asked: &command::AccountInvite) -> Done {
    let office = installed(&asked.installation)?;
    let account = parse(&asked.account)?;
    let invited = world::as_operator(|by| people::invite(&office, &account, by));
    let invited = invited.map_err(told)?;
    let people = office.house().people();
    let language = people.account(&account).map_or(Language::English, |account| account.language);
    hand_over(&invited, language, &asked.address);
    Ok(())
}

fn list(asked: &command::Installation) -> Done {
    let office = installed(asked)?;
    for account in office.house().people().accounts() {
        say(line(account));
    }
    Ok(())
}

fn reset(asked: &command::AccountNamed) -> Done {
    let office = installed(&asked.installation)?;
    let account = parse(&asked.account)?;
    world::as_operator(|by| people::reset_second_step(&office, &account, by)).map_err(told)?;
    say(format!("account {account} has no second step any more; its holder is told at sign-in"));
    Ok(())
}

fn close(asked: &command::AccountNamed) -> Done {
    let office = installed(&asked.installation)?;
    let account = parse(&asked.account)?;
    world::as_operator(|by| people::close(&office, &account, by)).map_err(told)?;
    say(format!("account {account} is closed"));
    Ok(())
}

fn erase(asked: &command::AccountErase) -> Done {
    let ground = ErasureGround::find(&asked.ground).ok_or_else(|| {
        let grounds = ErasureGround::ALL.map(ErasureGround::code).join(", ");
        Ended::refused(format!("there is no ground '{}'; grounds: {grounds}", asked.ground))
    })?;
    let office = installed(&asked.installation)?;
    let account = parse(&asked.account)?;
    let erased = world::as_operator(|by| people::erase_person(&office, &account, ground, by));
    erased.map_err(told)?;
    say(format!("name and mail address of account {account} are erased"));
    Ok(())
}

fn installed(asked: &command::Installation) -> Result<Office, Ended> {
    must_be_installed(&asked.data)?;
    open(&asked.data)
}

fn parse(id: &str) -> Result<AccountId, Ended> {
    let hint = "'servanda account list' shows the ids";
    AccountId::parse(id).map_err(|not| Ended::refused(not).hint(hint))
}

fn told(not_done: NotDone<PeopleRefusal>) -> Ended {
    Ended::not_done(not_done)
}

/// Prints the link of an invitation, in place of the mail that is not sent.
fn hand_over(invited: &Invited, language: Language, address: &str) {
    let path = routes::localized(language, &routes::invitation(&invited.token));
    say("Hand this link to its holder and to nobody else; it holds for a week, and once:");
    say(format!("  {}{path}", address.trim_end_matches('/')));
}

/// An account on one line: id, name, mail address, roles, how it stands.
fn line(account: &Account) -> String {
    let text = |text: &Option<String>| text.clone().unwrap_or_else(|| "(erased)".to_owned());
    let roles: Vec<String> = account.grants.iter().map(role).collect();
    let standing = match (account.closed_at, account.has_password()) {
        (Some(_), _) => "closed",
        (None, true) => "open",
        (None, false) => "invited",
    };
    let (name, mail, roles) = (text(&account.name), text(&account.mail), roles.join(", "));
    format!("{}  {name} <{mail}>  {roles}  {standing}", account.id)
}

fn role(grant: &Grant) -> String {
    let role = grant.role().code();
    grant.seat().map_or_else(
        || role.to_owned(),
        |seat| format!("{role} of {}/{}", seat.partnership, seat.voice),
    )
}
