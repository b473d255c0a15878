//! The journals: what is kept, by whom, how to check it, and every entry.

use askama::Template;
use servanda_actions::texts::public_texts;
use servanda_model::Role;
use servanda_register::{ActRow, JournalRow, RegisterError, View};

use crate::answer::{Answer, PageError};
use crate::block::{Fact, Link, Names};
use crate::frame::{About, Frame};
use crate::locale::{Locale, utc_day};
use crate::record::voice_of;
use crate::routes;
use crate::site::Desk;
use crate::workspace::texts::label;

/// Entries on one page.
const PAGE_ENTRIES: usize = 50;

/// The journals of a partnership.
#[derive(Debug, Template)]
#[template(path = "journals.html")]
pub(crate) struct JournalsPage {
    frame: Frame,
    intro: String,
    /// That one installation keeps the journals of several voices: readers should know.
    one_keeper: Option<String>,
    journals: Vec<JournalCard>,
}

/// A journal, its last checkpoint, and how to check it.
#[derive(Debug)]
pub(crate) struct JournalCard {
    /// Whose it is, leading to its entries.
    voice: Link,
    facts: Vec<Fact>,
    /// The signed head, as it is published.
    checkpoint: Option<String>,
    /// The key that checks the signature.
    verifier: Option<String>,
    /// The command that checks it all.
    command: String,
}

/// One journal and its entries, newest first.
#[derive(Debug, Template)]
#[template(path = "journal.html")]
pub(crate) struct JournalPage {
    frame: Frame,
    card: JournalCard,
    entries: Vec<EntryRow>,
    older: Option<String>,
    newest: Option<String>,
}

/// One line of a journal.
#[derive(Debug)]
pub(crate) struct EntryRow {
    number: Link,
    when: Link,
    what: String,
    record: Link,
    /// Why it had no effect.
    effect: Option<String>,
}

/// The voice that keeps the register up to date from published documents.
const REGISTRAR: &str = "registrar";

/// One entry.
#[derive(Debug, Template)]
#[template(path = "entry.html")]
pub(crate) struct EntryPage {
    frame: Frame,
    facts: Vec<Fact>,
    /// The entry as it stands in the journal, broken into lines for reading.
    bytes: String,
    intro: String,
    /// The texts of the act, as far as everyone may read them.
    said: Vec<Said>,
    /// The hashes that lead from the leaf to the root, one a line, and what they prove.
    proof: String,
    proof_intro: String,
}

/// A text of an act.
#[derive(Debug)]
pub(crate) struct Said {
    label: String,
    lang: &'static str,
    /// The words; or that they are erased, or for the parties only.
    words: String,
    is_readable: bool,
    /// What the commitment in the entry is computed from, with the words.
    proof: Vec<String>,
}

/// `GET /{partnership}/journal`
pub(crate) fn all(desk: &Desk, view: &View<'_>, partnership: &str) -> Result<Answer, PageError> {
    let intro = desk.locale.say("journal-intro");
    let frame = frame(
        desk,
        view,
        partnership,
        &routes::journals(partnership),
        desk.locale.say("journal"),
        Vec::new(),
        true,
    )?;
    let names = Names::new(view, desk.locale, partnership);
    let found = of_partnership(view, partnership)?;
    let mut kept_here = 0;
    for journal in &found {
        kept_here += usize::from(desk.site.office().verifier(&journal.origin)?.is_some());
    }
    let one_keeper = (kept_here > 1).then(|| desk.locale.say("journal-one-keeper"));
    let journals =
        found.iter().map(|journal| card(desk, &names, journal)).collect::<Result<Vec<_>, _>>()?;
    Ok(Answer::Page(JournalsPage { frame, intro, one_keeper, journals }.render()?))
}

/// `GET /{partnership}/journal/{voice}`
pub(crate) fn one(
    desk: &Desk,
    view: &View<'_>,
    partnership: &str,
    voice: &str,
    before: Option<u64>,
) -> Result<Answer, PageError> {
    let journal = find(view, partnership, voice)?;
    let path = routes::journal(partnership, voice);
    let before = before.unwrap_or(journal.size).min(journal.size);
    let acts = view.acts(&journal.origin, before, PAGE_ENTRIES)?;
    let names = Names::new(view, desk.locale, partnership);
    let entries =
        acts.iter().map(|act| entry_row(&names, voice, act)).collect::<Result<Vec<_>, _>>()?;
    let older = acts.last().map_or(0, |act| act.entry);
    let title = title(&names, voice)?;
    let mut page_path = path.clone();
    if before < journal.size {
        page_path = format!("{path}?before={before}");
    }
    let page = JournalPage {
        frame: frame(desk, view, partnership, &page_path, title, vec![parent(&names)], true)?,
        card: card(desk, &names, &journal)?,
        entries,
        older: (older > 0).then(|| names.path(&format!("{path}?before={older}"))),
        newest: (before < journal.size).then(|| names.path(&path)),
    };
    Ok(Answer::Page(page.render()?))
}

/// `GET /{partnership}/journal/{voice}/{entry}`
pub(crate) fn entry(
    desk: &Desk,
    view: &View<'_>,
    partnership: &str,
    voice: &str,
    index: u64,
) -> Result<Answer, PageError> {
    let journal = find(view, partnership, voice)?;
    let act = view
        .acts(&journal.origin, index.saturating_add(1), 1)?
        .into_iter()
        .find(|act| act.entry == index)
        .ok_or(PageError::NotFound)?;
    let bytes = desk.site.office().entry(&journal.origin, index)?.ok_or(PageError::NotFound)?;
    let proof = desk.site.office().inclusion(&journal.origin, index, journal.size)?;
    let proof = proof.ok_or(PageError::NotFound)?;
    let locale = desk.locale;
    let names = Names::new(view, locale, partnership);
    let number = index.to_string();
    let row = entry_row(&names, voice, &act)?;
    let mut crumbs = vec![parent(&names)];
    crumbs.push(Link::to(title(&names, voice)?, names.path(&routes::journal(partnership, voice))));
    let fact = |label: &str, value: Link| Fact {
        label: locale.say_code("fact", label),
        values: vec![value],
    };
    let page = EntryPage {
        frame: frame(
            desk,
            view,
            partnership,
            &routes::entry(partnership, voice, index),
            locale.say_about("entry-number", &[("number", &number)]),
            crumbs,
            true,
        )?,
        facts: vec![
            fact("act", Link::plain(row.what)),
            fact("record", row.record),
            fact("date", row.when),
            fact("account", Link::plain(act.account.clone())),
            fact("effect", Link::plain(locale.say_code("effect", &act.effect))),
            fact("leaf", Link::plain(act.leaf.clone())),
        ],
        bytes: readable(&bytes),
        said: said(desk, view, &act)?,
        intro: locale.say("entry-intro"),
        proof: proof.join("\n"),
        proof_intro: locale.say_about(
            "entry-proof-intro",
            &[("size", &journal.size.to_string()), ("root", &journal.root)],
        ),
    };
    Ok(Answer::Page(page.render()?))
}

/// What an act says, text by text. The text of a document is on the document's page.
fn said(desk: &Desk, view: &View<'_>, act: &ActRow) -> Result<Vec<Said>, PageError> {
    let (locale, office) = (desk.locale, desk.site.office());
    let Some(id) = &act.record else { return Ok(Vec::new()) };
    let rows = view.history(id)?;
    let mut said = Vec::new();
    for text in public_texts(office, &rows, &act.origin, act.entry)? {
        if text.role == Role::Text.code() {
            continue;
        }
        let mut proof =
            vec![locale.say_about("entry-says-commitment", &[("commitment", &text.commitment)])];
        let is_readable = text.words.is_some();
        if let Some(opened) = office.opened(&text.commitment)?.filter(|_| is_readable) {
            proof.push(locale.say_about("entry-says-salt", &[("salt", &opened.salt)]));
        }
        let instead = if text.is_public { "erased" } else { "entry-says-parties" };
        said.push(Said {
            label: label(locale, &text.role, text.language),
            lang: text.language.filter(|_| is_readable).unwrap_or(locale.language()).locale(),
            words: text.words.unwrap_or_else(|| locale.say(instead)),
            is_readable,
            proof,
        });
    }
    Ok(said)
}

/// The journals that are about a partnership.
pub(crate) fn of_partnership(
    view: &View<'_>,
    partnership: &str,
) -> Result<Vec<JournalRow>, RegisterError> {
    let mut journals = view.journals()?;
    journals.retain(|journal| journal.origin.rsplit('/').nth(1) == Some(partnership));
    Ok(journals)
}

/// The journal of a voice in a partnership.
pub(crate) fn find(
    view: &View<'_>,
    partnership: &str,
    voice: &str,
) -> Result<JournalRow, PageError> {
    of_partnership(view, partnership)?
        .into_iter()
        .find(|journal| voice_of(&journal.origin) == voice)
        .ok_or(PageError::NotFound)
}

fn frame(
    desk: &Desk,
    view: &View<'_>,
    partnership: &str,
    path: &str,
    title: String,
    crumbs: Vec<Link>,
    has_data: bool,
) -> Result<Frame, PageError> {
    let about = About {
        description: desk.locale.say("journal-intro"),
        title,
        path: path.to_owned(),
        partnership: Some(partnership.to_owned()),
        crumbs,
        has_data,
        ..About::default()
    };
    let frame = Frame::new(desk, Some(view), about)?;
    if frame.partnership.is_none() { Err(PageError::NotFound) } else { Ok(frame) }
}

fn parent(names: &Names<'_>) -> Link {
    Link::to(names.locale.say("journal"), names.path(&routes::journals(names.partnership)))
}

/// What a journal is called on the page.
fn title(names: &Names<'_>, voice: &str) -> Result<String, RegisterError> {
    if voice == REGISTRAR {
        return Ok(names.locale.say("journal-of-registrar"));
    }
    Ok(names.locale.say_about("journal-of", &[("voice", &names.voice(voice)?)]))
}

fn card(desk: &Desk, names: &Names<'_>, journal: &JournalRow) -> Result<JournalCard, PageError> {
    let (locale, partnership) = (desk.locale, names.partnership);
    let voice = voice_of(&journal.origin);
    let path = routes::localized(locale.language(), &routes::journal(partnership, voice));
    let fact = |label: &str, value: Link| Fact {
        label: locale.say_code("fact", label),
        values: vec![value],
    };
    let file = routes::checkpoint(partnership, voice);
    let checkpoint = desk.site.office().published(&journal.origin, "checkpoint")?;
    Ok(JournalCard {
        voice: Link::to(title(names, voice)?, path),
        facts: vec![
            fact("name", Link::plain(journal.origin.clone())),
            fact("entries", Link::plain(locale.number(journal.size))),
            fact("last-entry", day(locale, journal.last_at)),
            fact("checkpoint", Link::to(format!("{}{file}", desk.site.address()), file)),
        ],
        checkpoint: checkpoint.and_then(|note| String::from_utf8(note).ok()),
        verifier: desk.site.office().verifier(&journal.origin)?,
        command: "servanda verify --data FOLDER --since CHECKPOINT".to_owned(),
    })
}

fn entry_row(names: &Names<'_>, voice: &str, act: &ActRow) -> Result<EntryRow, RegisterError> {
    let locale = names.locale;
    let record = match &act.record {
        Some(id) => names.link(id)?,
        None => Link::plain("–"),
    };
    let number = act.entry.to_string();
    Ok(EntryRow {
        number: Link::to(number, names.path(&routes::entry(names.partnership, voice, act.entry))),
        when: day(locale, act.at),
        what: locale.say_code("act", &act.word),
        record,
        effect: (act.effect != "effective").then(|| locale.say_code("effect", &act.effect)),
    })
}

fn day(locale: &Locale, at: i64) -> Link {
    let machine = utc_day(at).map_or_else(String::new, |day| day.to_string());
    Link::date(locale.day_of(at), machine)
}

/// The bytes as text, with a break after each comma outside a string, so that they fit a page.
/// An entry's strings hold neither commas nor quotation marks.
fn readable(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).replace(',', ",\n")
}
