//! Notices in words: what happened, to what, and where it is read.

use servanda_actions::agreement::opened;
use servanda_actions::drafts::{drafted_record, workspace_origin};
use servanda_actions::notices::{Notice, Target};
use servanda_actions::{Failure, Office};
use servanda_model::{AccountId, NoticeKind, Record, Role};
use servanda_register::View;

use crate::block::Names;
use crate::locale::Locale;
use crate::routes;

/// One notice as its reader sees it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Line {
    /// What happened, as a sentence.
    pub(crate) words: String,
    /// What it happened to; none where that cannot be read any more or is for the parties alone.
    pub(crate) title: Option<String>,
    /// The path of its page, with language.
    pub(crate) path: String,
    /// The day, in words.
    pub(crate) day: String,
}

/// Whom a line is written for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Reach {
    /// A page that only whoever is told sees.
    Page,
    /// A mail: it passes machines that nobody here keeps. It says what happened and which side did it;
    /// no words that are not for everyone, and no names.
    Mail,
}

/// A notice in the words of a language.
pub(crate) fn line(
    office: &Office,
    view: &View<'_>,
    locale: &'static Locale,
    notice: &Notice,
    reach: Reach,
) -> Result<Line, Failure> {
    let names = Names::new(view, locale, &notice.seat.partnership);
    let (title, path) = leads_to(office, &names, notice, reach)?;
    Ok(Line {
        words: words(office, &names, notice, reach)?,
        title: title.filter(|title| !title.is_empty()),
        path: names.path(&path),
        day: locale.day_of(notice.happening.at),
    })
}

fn words(
    office: &Office,
    names: &Names<'_>,
    notice: &Notice,
    reach: Reach,
) -> Result<String, Failure> {
    let (locale, happening) = (names.locale, &notice.happening);
    let voice = names.voice(&happening.by.voice)?;
    let code = happening.kind.code();
    let is_own = happening.by == notice.seat;
    if happening.kind == NoticeKind::Proposed && is_own {
        return Ok(locale.say_about("notice-proposed-own", &[("voice", &voice)]));
    }
    let among_us =
        matches!(happening.kind, NoticeKind::Commented | NoticeKind::Told | NoticeKind::Assigned);
    if among_us && reach == Reach::Mail {
        return Ok(locale.say(&format!("notice-{code}-somebody")));
    }
    let name = name_of(office, locale, &happening.account);
    Ok(locale.say_about(&format!("notice-{code}"), &[("voice", &voice), ("name", &name)]))
}

/// The name of whoever acted; shown to their own side only.
fn name_of(office: &Office, locale: &Locale, account: &str) -> String {
    let people = office.house().people();
    let id = AccountId::parse(account).ok();
    let name = id.and_then(|id| people.account(&id).and_then(|it| it.name.clone()));
    name.unwrap_or_else(|| locale.say("erased"))
}

/// What a notice is about and where it is read; the path has no language yet.
fn leads_to(
    office: &Office,
    names: &Names<'_>,
    notice: &Notice,
    reach: Reach,
) -> Result<(Option<String>, String), Failure> {
    let (seat, view) = (&notice.seat, names.view);
    Ok(match notice.target(office)? {
        Some(Target::Proposal(leaf)) => {
            let row = view.proposal(&leaf)?;
            let open = row.filter(|row| reach == Reach::Page || row.is_public);
            let proposed = open.map(|row| opened(office, &row)).transpose()?.flatten();
            let title = proposed.map(|proposed| title(names, &proposed.record));
            (title, routes::proposal(seat, &leaf))
        }
        Some(Target::Draft(id)) => {
            let origin = workspace_origin(office, seat)?.filter(|_| reach == Reach::Page);
            let workspace = origin.map(|origin| office.workspaces().of(&origin));
            let draft = workspace.as_ref().and_then(|it| it.draft(&id));
            let record = draft.map(|draft| drafted_record(office, draft)).transpose()?.flatten();
            (record.map(|record| title(names, &record)), routes::draft(seat, &id))
        }
        Some(Target::Record(id)) => match view.find(&id)? {
            Some(held) => {
                let path = routes::record(&held.partnership, held.record.kind(), &id);
                (Some(names.title(&held)), path)
            }
            None => (None, routes::side(seat)),
        },
        None => (None, routes::side(seat)),
    })
}

fn title(names: &Names<'_>, record: &Record) -> String {
    let text = record.texts.get(&Role::Title).or_else(|| record.texts.get(&Role::Name));
    names.locale.text(text).unwrap_or_default().to_owned()
}
