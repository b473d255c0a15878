//! The outbox: which mails are due, from the journals and what the house journal says of mails.
//!
//! One step is one mail, in four: it is recorded; the mail server is spoken to; when it says that it takes
//! the letter, that is recorded, and the letter goes; what came of it is recorded. What a crash leaves:
//!
//! - before the first, nothing: the notices are due as before;
//! - before the third, an open mail of which no word has gone: it is handed over later;
//! - after it and before the fourth, a mail in doubt. SMTP has no way to ask whether a letter was taken
//!   over, so it is never handed over again by itself. Its notices are told once more in the next letter,
//!   a day later at the latest, which says that they may have been in one before
//!   (`docs/decisions/mails-in-doubt.md`).

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use servanda_actions::notices::{News, Notice};
use servanda_actions::people::mail::{
    MailOutcome, NOTICES_PER_MAIL_MAX, begin_mail, end_mail, hand_mail,
};
use servanda_actions::{By, Failure, NotDone, Office, PeopleRefusal};
use servanda_model::{AccountId, MailChoice};
use servanda_register::{Account, MailRow, People, RegisterError};
use servanda_web::letter::{Carrier, NotCarried, NotWritten, of_notices};

/// Seconds to wait after each try that came to nothing; the last for every further one.
const RETRY_SECONDS: [i64; 5] = [60, 5 * 60, 15 * 60, 3_600, 4 * 3_600];
/// Seconds for which a mail server may answer "later" before the mail counts as refused (RFC 5321
/// §4.5.4.1 names four to five days).
const GIVE_UP_SECONDS: i64 = 5 * 86_400;
/// Seconds after which the notices of a mail in doubt are told again, if no other letter does it before.
const DOUBT_SECONDS: i64 = 86_400;

/// What became of a step.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Step {
    /// A mail server has taken over a letter.
    Sent,
    /// A mail server refused a letter for good, with this reply code.
    Refused(u16),
    /// A mail was no longer needed: whom it was for may not see it any more or wants no mail.
    Dropped,
    /// A letter went, and it is not known whether it was taken over.
    InDoubt,
    /// A mail server asks to try later, with this reply code.
    Later(u16),
    /// No mail server could be spoken to, or it takes no letters from here.
    NoServer(String),
    /// Nothing is to be done before something happens or this second comes.
    Idle {
        /// The next second at which something that waits is tried again; none where nothing waits.
        until: Option<i64>,
    },
}

/// Why a step was not made.
#[derive(Debug, thiserror::Error)]
pub enum NotStepped {
    /// The register or a journal.
    #[error(transparent)]
    Failed(#[from] Failure),
    /// A letter could not be written.
    #[error("a letter could not be written: {0}")]
    NotWritten(NotWritten),
}

/// The mails of an installation. What it remembers itself is only how long to wait; after a restart
/// it tries at once.
pub struct Outbox {
    office: Arc<Office>,
    /// Where readers reach the site, without a slash at the end.
    address: String,
    carrier: Arc<dyn Carrier>,
    /// The hour of the day, in UTC, at which mails of a day or a week are sent.
    hour: u8,
    /// The mails that a mail server asked to try later.
    waits: BTreeMap<String, Wait>,
    /// That no mail server could be spoken to.
    server: Wait,
}

/// How often something came to nothing, and until when it waits.
#[derive(Debug, Clone, Copy, Default)]
struct Wait {
    tries: usize,
    until: i64,
}

impl Wait {
    fn again(&mut self, now: i64) {
        let last = RETRY_SECONDS.len() - 1;
        let seconds = RETRY_SECONDS.get(self.tries.min(last)).copied().unwrap_or_default();
        *self = Self { tries: self.tries + 1, until: now.saturating_add(seconds) };
    }
}

impl std::fmt::Debug for Outbox {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Outbox").field("hour", &self.hour).finish_non_exhaustive()
    }
}

impl Outbox {
    /// The outbox of an installation. `address` is where readers reach it, `hour` the hour of the
    /// day in UTC, 0 to 23, at which mails of a day or a week are sent.
    pub fn new(
        office: Arc<Office>,
        address: impl Into<String>,
        carrier: Arc<impl Carrier + 'static>,
        hour: u8,
    ) -> Self {
        let address = address.into();
        Self { office, address, carrier, hour, waits: BTreeMap::new(), server: Wait::default() }
    }

    /// Goes on with an open mail that has not been tried, begins the next that is due, or tries one
    /// again that came to nothing before: in this order, so that none stands in the way of others.
    pub fn step(&mut self, by: &mut By<'_>) -> Result<Step, NotStepped> {
        if self.server.until > by.at {
            return Ok(Step::Idle { until: Some(self.server.until) });
        }
        let people = self.office.house().people();
        let news = self.news(by.at)?;
        let open = people.open_mails();
        if let Some((mail, row)) = open.iter().find(|(_, row)| row.is_handed) {
            // A crash came between the letter and what is known of it.
            return self.end(mail, row, MailOutcome::InDoubt, by);
        }
        // What came to an end waits no longer.
        self.waits.retain(|mail, _| open.iter().any(|(id, _)| id == mail));
        let takes_mail = |row: &MailRow| {
            people.account(&row.account).is_none_or(|account| account.bounce.is_none())
        };
        let (tried, untried): (Vec<_>, Vec<_>) = open
            .into_iter()
            .filter(|(_, row)| takes_mail(row))
            .partition(|(mail, _)| self.waits.contains_key(*mail));
        if let Some((mail, row)) = untried.first() {
            return self.go_on(&people, &news, mail, row, by);
        }
        let Some(Due { account, notices, again }) = self.next_due(&people, &news, by.at) else {
            let until = |mail: &str| self.waits.get(mail).map_or(0, |wait| wait.until);
            let next = tried.into_iter().min_by_key(|(mail, _)| until(mail));
            return match next {
                Some((mail, row)) if until(mail) <= by.at => {
                    self.go_on(&people, &news, mail, row, by)
                }
                next => Ok(Step::Idle { until: next.map(|(mail, _)| until(mail)) }),
            };
        };
        let mail = done(begin_mail(&self.office, &account, &notices, &again, by))?;
        // A crash from here on leaves an open mail.
        let Some(mail) = mail else { return Ok(Step::Dropped) };
        let (at, is_handed, outcome, ended_at) = (by.at, false, None, None);
        let row = MailRow { account, at, notices, again, is_handed, outcome, ended_at };
        self.go_on(&people, &news, &mail, &row, by)
    }

    fn news(&self, now: i64) -> Result<News, Failure> {
        let news = self.office.register().view(|view| News::read(&self.office, view, now));
        Ok(news?)
    }

    /// The next mail that is due.
    fn next_due(&self, people: &People, news: &News, now: i64) -> Option<Due> {
        let wanting = people.accounts().filter(|it| wants_mail(it) && it.bounce.is_none());
        wanting.into_iter().find_map(|account| due(people, news, account, self.hour, now))
    }

    /// Hands an open mail over and records what came of it.
    fn go_on(
        &mut self,
        people: &People,
        news: &News,
        mail: &str,
        row: &MailRow,
        by: &mut By<'_>,
    ) -> Result<Step, NotStepped> {
        let Some(account) = people.account(&row.account).filter(|it| wants_mail(it)) else {
            return self.end(mail, row, MailOutcome::Dropped, by);
        };
        // Only what they may still see, and what has not been forgotten since.
        let mut notices: Vec<Notice> = news.of(account);
        notices.retain(|notice| row.notices.contains(&notice.id));
        if notices.is_empty() {
            return self.end(mail, row, MailOutcome::Dropped, by);
        }
        let doubtful = |mail: &&String| {
            people.mail(mail).is_some_and(|row| row.outcome == Some(MailOutcome::InDoubt))
        };
        let told_before = in_mails(people, row.again.iter().filter(doubtful));
        let (again, notices): (Vec<Notice>, Vec<Notice>) =
            notices.into_iter().partition(|notice| told_before.contains(&notice.id));
        let (office, address) = (Arc::clone(&self.office), &self.address);
        let letter = office.register().view(|view| {
            let letter = of_notices(&office, view, address, account, (&notices, &again), row.at);
            Ok::<_, RegisterError>(letter)
        });
        let letter = letter.map_err(Failure::from)?.map_err(|why| {
            self.waits.entry(mail.to_owned()).or_default().again(by.at);
            NotStepped::NotWritten(why)
        })?;
        let Some(mut letter) = letter else {
            return self.end(mail, row, MailOutcome::Dropped, by);
        };
        mail.clone_into(&mut letter.mail);
        let mut recorded = None;
        let carried = self.carrier.carry(&letter, &mut || {
            let done = done(hand_mail(&office, &row.account, mail, by));
            let may_begin = matches!(done, Ok(Some(())));
            recorded = Some(done);
            // From here a crash leaves a mail in doubt.
            may_begin
        });
        let is_handed = match recorded.transpose()? {
            // The account was closed meanwhile: not a word has gone.
            Some(None) => return Ok(Step::Dropped),
            Some(Some(())) => true,
            None => false,
        };
        match carried {
            Ok(()) => {
                self.server = Wait::default();
                self.end(mail, row, MailOutcome::Sent, by)
            }
            Err(NotCarried::InDoubt) => self.end(mail, row, MailOutcome::InDoubt, by),
            Err(NotCarried::Refused(reply)) => self.end(mail, row, MailOutcome::Refused(reply), by),
            Err(NotCarried::Later(reply)) if by.at.saturating_sub(row.at) >= GIVE_UP_SECONDS => {
                self.end(mail, row, MailOutcome::Refused(reply), by)
            }
            Err(NotCarried::Later(reply)) => {
                if is_handed {
                    self.end(mail, row, MailOutcome::Later(reply), by)?;
                }
                self.waits.entry(mail.to_owned()).or_default().again(by.at);
                Ok(Step::Later(reply))
            }
            Err(NotCarried::NoServer(why)) => {
                // It may be this letter that breaks the connection: others go first next time.
                self.waits.entry(mail.to_owned()).or_default().again(by.at);
                self.server.again(by.at);
                Ok(Step::NoServer(why))
            }
        }
    }

    fn end(
        &self,
        mail: &str,
        row: &MailRow,
        outcome: MailOutcome,
        by: &mut By<'_>,
    ) -> Result<Step, NotStepped> {
        done(end_mail(&self.office, &row.account, mail, outcome, by))?;
        Ok(match outcome {
            MailOutcome::Sent => Step::Sent,
            MailOutcome::Refused(reply) => Step::Refused(reply),
            MailOutcome::Dropped => Step::Dropped,
            MailOutcome::InDoubt => Step::InDoubt,
            MailOutcome::Later(reply) => Step::Later(reply),
        })
    }
}

/// What is recorded of mails is refused only where an account was closed meanwhile: then nothing is
/// to be done.
fn done<T>(done: Result<T, NotDone<PeopleRefusal>>) -> Result<Option<T>, Failure> {
    match done {
        Ok(done) => Ok(Some(done)),
        Err(NotDone::Refused(_closed)) => Ok(None),
        Err(NotDone::Failed(failure)) => Err(failure),
    }
}

fn wants_mail(account: &Account) -> bool {
    account.is_open() && account.mail.is_some() && account.mail_choice != MailChoice::Never
}

/// A mail that is due.
struct Due {
    account: AccountId,
    /// What the notices in it are known by.
    notices: Vec<String>,
    /// The mails in doubt whose notices are among them.
    again: Vec<String>,
}

/// The notices that some mails told, by what those are known by.
fn in_mails<'mail>(
    people: &People,
    mails: impl IntoIterator<Item = &'mail String>,
) -> BTreeSet<String> {
    let rows = mails.into_iter().filter_map(|mail| people.mail(mail));
    rows.flat_map(|row| row.notices.iter().cloned()).collect()
}

/// The mail that is to tell an account something now, the oldest of it: none before the oldest notice is
/// due, and with it all that came since and all that may have been told before.
fn due(people: &People, news: &News, account: &Account, hour: u8, now: i64) -> Option<Due> {
    let all = news.of(account);
    let is_unseen = |notice: &&Notice| {
        notice.happening.at >= account.mail_since && !people.has_seen(&account.id, &notice.id)
    };
    let unseen: Vec<&Notice> = all.iter().filter(is_unseen).collect();
    let doubtful = people.doubtful_mails(&account.id).into_iter();
    let doubtful = doubtful.filter(|(_, row)| unseen.iter().any(|it| row.notices.contains(&it.id)));
    let doubtful: Vec<(&str, &MailRow)> = doubtful.collect();
    let is_doubtful = |id: &String| doubtful.iter().any(|(_, row)| row.notices.contains(id));
    // Of a mail that was refused not a word came, and its address takes mail by now.
    let refused = people.refused_mails(&account.id).into_iter();
    let refused = refused.filter(|(_, row)| unseen.iter().any(|it| row.notices.contains(&it.id)));
    let refused: Vec<(&str, &MailRow)> = refused.collect();
    let is_refused = |id: &String| refused.iter().any(|(_, row)| row.notices.contains(id));
    let untold = unseen.iter().filter(|it| {
        (!people.is_in_mail(&account.id, &it.id) || is_refused(&it.id)) && !is_doubtful(&it.id)
    });
    let oldest = untold.clone().map(|notice| notice.happening.at).min();
    let is_news_due = oldest
        .and_then(|oldest| account.mail_choice.due(oldest, hour))
        .is_some_and(|due| due <= now);
    let is_doubt_due = doubtful.iter().any(|(_, row)| {
        row.ended_at.is_some_and(|ended_at| ended_at.saturating_add(DOUBT_SECONDS) <= now)
    });
    if !is_news_due && !is_doubt_due {
        return None;
    }
    let again = doubtful.iter().chain(&refused).map(|(mail, _)| (*mail).to_owned());
    let again: Vec<String> = again.take(NOTICES_PER_MAIL_MAX / 2).collect();
    let room = NOTICES_PER_MAIL_MAX - again.len();
    let told_before = in_mails(people, &again);
    let told_again = unseen.iter().rev().filter(|it| is_doubtful(&it.id));
    let told_again = told_again.filter(|it| told_before.contains(&it.id));
    let notices = untold.rev().chain(told_again).take(room).map(|it| it.id.clone()).collect();
    Some(Due { account: account.id.clone(), notices, again })
}
