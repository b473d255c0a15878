//! A proposal as each side reads it: every language with what would change, who answered what, and
//! the acts that are open to this side.

use std::collections::BTreeMap;

use askama::Template;
use axum::extract::Path;
use axum::response::Response;
use servanda_actions::agreement::{
    AnswerRefusal, Composed, INSTALLATION, Mandate, compose_acceptance, compose_withdrawal, object,
    opened, reason_of, seal_accepted, withdrawal_of,
};
use servanda_actions::{By, NotDone};
use servanda_model::agreement::Progress;
use servanda_model::{Action, Facts, Multilingual, Record, Role, Seat, Standing};
use servanda_register::{Held, ProposalRow, View};

use super::comments::{Comments, comments};
use super::compare::{Compared, compared, standing_version};
use super::draft::begun;
use super::field::ToMend;
use super::findings::text::{Paragraph, outline_of, pages, paragraphs};
use super::reply::Reply;
use super::review::REASON;
use super::side::{sees_proposals, title};
use super::signed_in::SignedIn;
use super::signing::{Bound, Place, bind, not_bound};
use super::visit::{Sent, Visit};
use super::{private, private_form, told, view, waits};
use crate::answer::PageError;
use crate::block::{Fact, Link, Names};
use crate::fields::Fields;
use crate::frame::{About, Frame};
use crate::locale::Locale;
use crate::record::by_right;
use crate::routes;
use crate::site::Desk;

/// Characters of the code that both sides can read to each other.
const CODE_CHARS: usize = 12;
/// Characters of it that stand together.
const CODE_GROUP: usize = 4;

/// The page of a proposal.
#[derive(Debug, Template)]
#[template(path = "workspace/proposal.html")]
struct ProposalPage {
    frame: Frame,
    to_mend: Vec<ToMend>,
    /// Whether it corrects the agreed version, rather than amends it.
    corrects: bool,
    /// How it stands.
    status: String,
    facts: Vec<Fact>,
    /// The same, compared with something else.
    ways: Vec<Link>,
    /// Whether all that it said can be read.
    is_whole: bool,
    compared: Compared,
    /// Where its words are erased or made public; none for whoever may not, and while it is open.
    texts: Option<Link>,
    /// The text of a document that is proposed.
    text: Option<ProposedText>,
    answers: Vec<Answer>,
    /// What this side may do now.
    doing: Vec<Doing>,
    comments: Comments,
}

/// A page of the text of a document that is proposed: whoever agrees to it reads it first.
#[derive(Debug)]
struct ProposedText {
    lang: &'static str,
    paragraphs: Vec<Paragraph>,
    previous: Option<String>,
    next: Option<String>,
    place: Option<String>,
}

/// An answer, with its reason.
#[derive(Debug)]
struct Answer {
    what: String,
    reason: Option<String>,
    entry: Link,
}

/// An act that is open to this side.
#[derive(Debug)]
struct Doing {
    heading: String,
    text: String,
    action: String,
    button: String,
    /// What the reason is asked for with; none where none is asked for.
    reason: Option<ReasonField>,
    is_quiet: bool,
}

/// The field for a reason.
#[derive(Debug)]
pub(crate) struct ReasonField {
    /// One on the page.
    pub(crate) id: String,
    pub(crate) label: String,
    /// What was typed before it was refused.
    pub(crate) typed: String,
    pub(crate) error: Option<String>,
}

impl ReasonField {
    /// One for all that are looked over together, with what was typed.
    pub(crate) fn of_all(label: String, sent: &Fields) -> Self {
        let typed = sent.get(REASON).unwrap_or_default().to_owned();
        Self { id: REASON.to_owned(), label, typed, error: None }
    }
}

/// What a page of a proposal shows besides the proposal.
#[derive(Default)]
struct Shown {
    /// Whether it is compared with the proposal before, not with what stands.
    is_last: bool,
    to_mend: Vec<ToMend>,
    /// The act that was refused, with the reason that was typed for it.
    refused: Option<(&'static str, String)>,
    /// The page of its text, from 1.
    page: usize,
}

type Address = Path<(String, String, String)>;

pub(crate) fn find(
    view: &View<'_>,
    who: &SignedIn,
    seat: &Seat,
    leaf: &str,
) -> Result<ProposalRow, PageError> {
    if !sees_proposals(view, who, seat)? {
        return Err(PageError::Forbidden);
    }
    let row = view.proposal(leaf)?.filter(|row| row.partnership == seat.partnership);
    row.ok_or(PageError::NotFound)
}

/// `GET /workspace/{partnership}/{voice}/proposals/{leaf}`
pub(crate) async fn page(
    visit: Visit,
    Path((partnership, voice, leaf)): Address,
    fields: Fields,
) -> Response {
    private(visit, move |desk, view, who| {
        let seat = Seat { partnership, voice };
        let row = find(view, who, &seat, &leaf)?;
        let is_last = fields.get("against") == Some("last");
        let shown = Shown { is_last, page: fields.page(), ..Shown::default() };
        Ok(Reply::page(written(desk, view, who, &seat, &row, shown)?))
    })
    .await
}

/// `POST …/proposals/{leaf}/accept`
pub(crate) async fn accepted(Path(place): Address, sent: Sent) -> Response {
    private_form(sent, move |desk, who, fields| {
        let compose = |leaf: &str, mandate: Mandate<'_>, by: &mut By<'_>| {
            compose_acceptance(desk.site.office(), leaf, mandate, by)
        };
        bound(desk, who, fields, place, (Action::Accept, "accept"), compose)
    })
    .await
}

pub(crate) fn proposal_title(desk: &Desk, row: &ProposalRow) -> Result<String, PageError> {
    let content = opened(desk.site.office(), row)?;
    Ok(title_of(desk.locale, content.as_ref().map(|it| &it.record)))
}

/// The title of a version in the reader's language, or the nearest; of one that cannot be read, that
/// it has none.
pub(crate) fn title_of(locale: &Locale, record: Option<&Record>) -> String {
    let title = record.and_then(|record| {
        let text = record.texts.get(&Role::Title).or_else(|| record.texts.get(&Role::Name))?;
        Some(text.nearest(locale.language())?.0.to_owned())
    });
    title.unwrap_or_else(|| locale.say("draft-untitled"))
}

/// `POST …/proposals/{leaf}/object`
pub(crate) async fn objected(Path((partnership, voice, leaf)): Address, sent: Sent) -> Response {
    private_form(sent, move |desk, who, fields| {
        let seat = Seat { partnership, voice };
        let role = who.role_for(Action::Object, &seat)?;
        let row = view(desk, |view| find(view, who, &seat, &leaf))?;
        let (reason, mandate) =
            (reason(desk, fields, "reason"), Mandate { voice: &seat.voice, role });
        let office = desk.site.office();
        match told(who.act(desk, |by| object(office, &row.leaf, &reason, mandate, by)))? {
            Ok(()) => Ok(Reply::elsewhere(desk, &routes::proposal(&seat, &row.leaf))),
            Err(refusal) => {
                let to_mend = refused(desk.locale, &refusal);
                again(desk, who, fields, (&seat, &row), "object", to_mend)
            }
        }
    })
    .await
}

/// `POST …/proposals/{leaf}/withdraw`
pub(crate) async fn withdrawn(Path(place): Address, sent: Sent) -> Response {
    private_form(sent, move |desk, who, fields| {
        let reason = reason(desk, fields, "reason");
        let compose = |leaf: &str, mandate: Mandate<'_>, by: &mut By<'_>| {
            compose_withdrawal(desk.site.office(), leaf, &reason, mandate, by)
        };
        bound(desk, who, fields, place, (Action::Withdraw, "withdraw"), compose)
    })
    .await
}

/// `POST …/proposals/{leaf}/counter`: a draft that begins with these words, those of others or one's own.
pub(crate) async fn countered(Path((partnership, voice, leaf)): Address, sent: Sent) -> Response {
    private_form(sent, move |desk, who, _fields| {
        let seat = Seat { partnership, voice };
        who.must(Action::Draft, &seat.partnership, &seat.voice)?;
        let row = view(desk, |view| find(view, who, &seat, &leaf))?;
        let content = opened(desk.site.office(), &row)?.ok_or(PageError::NotFound)?;
        begun(desk, who, &seat, &content.record, content.corrects)
    })
    .await
}

/// Binds the side by an act on a proposal, and shows how it stands then.
fn bound(
    desk: &Desk,
    who: &SignedIn,
    fields: &Fields,
    (partnership, voice, leaf): (String, String, String),
    (action, verb): (Action, &'static str),
    compose: impl Fn(&str, Mandate<'_>, &mut By<'_>) -> Result<Composed, NotDone<AnswerRefusal>>,
) -> Result<Reply, PageError> {
    let seat = Seat { partnership, voice };
    let role = who.role_for(action, &seat)?;
    let row = view(desk, |view| find(view, who, &seat, &leaf))?;
    let title = proposal_title(desk, &row)?;
    let mandate = Mandate { voice: &seat.voice, role };
    let back = routes::proposal(&seat, &row.leaf);
    let place = Place { seat: &seat, action: format!("{back}/{verb}"), back };
    let done =
        bind(desk, who, fields, &place, |by| Ok(vec![(title, compose(&row.leaf, mandate, by)?)]))?;
    let to_mend = match done {
        Ok(Bound::Asked(reply)) => return Ok(reply),
        Ok(Bound::Written(_)) => {
            seal(desk)?;
            return Ok(Reply::elsewhere(desk, &place.back));
        }
        Ok(Bound::Refused(refusal)) => not_bound(desk.locale, refusal),
        Err(refusal) => refused(desk.locale, &refusal),
    };
    again(desk, who, fields, (&seat, &row), verb, to_mend)
}

/// The page with what is to be mended of an act, and the reason that was typed for it.
fn again(
    desk: &Desk,
    who: &SignedIn,
    fields: &Fields,
    (seat, row): (&Seat, &ProposalRow),
    verb: &'static str,
    mut to_mend: ToMend,
) -> Result<Reply, PageError> {
    to_mend.field = to_mend.field.and_then(|_| reason_id(verb));
    let refused = Some((verb, fields.get("reason").unwrap_or_default().to_owned()));
    let shown = Shown { to_mend: vec![to_mend], refused, ..Shown::default() };
    let html = view(desk, |view| written(desk, view, who, seat, row, shown))?;
    Ok(Reply::mend(html))
}

/// Seals what every side has accepted, in the name of the installation.
pub(crate) fn seal(desk: &Desk) -> Result<(), PageError> {
    let office = desk.site.office();
    desk.site.acting(INSTALLATION, |by| seal_accepted(office, by))?;
    Ok(())
}

/// A reason in the language it was typed in.
pub(crate) fn reason(desk: &Desk, fields: &Fields, name: &str) -> Multilingual {
    let said = fields.get(name).unwrap_or_default().trim().replace("\r\n", "\n");
    let language = Some(desk.locale.language());
    std::iter::once((language, said)).filter(|(_, said)| !said.is_empty()).collect()
}

fn written(
    desk: &Desk,
    view: &View<'_>,
    who: &SignedIn,
    seat: &Seat,
    row: &ProposalRow,
    shown: Shown,
) -> Result<String, PageError> {
    let Shown { is_last, to_mend, refused, page } = shown;
    let locale = desk.locale;
    let names = Names::new(view, locale, &seat.partnership);
    let content = opened(desk.site.office(), row)?.ok_or(PageError::NotFound)?;
    let path = routes::proposal(seat, &row.leaf);
    let side = locale.say_about("side-title", &[("voice", &names.voice(&seat.voice)?)]);
    let heading = Some(title(&names, &content.record)).filter(|title| !title.is_empty());
    let heading = heading.unwrap_or_else(|| locale.say("erased"));
    let about = About {
        description: heading.clone(),
        title: heading,
        path: path.clone(),
        partnership: Some(seat.partnership.clone()),
        crumbs: vec![
            Link::to(locale.say("workspace"), names.path(routes::WORKSPACE)),
            Link::to(side, names.path(&routes::side(seat))),
        ],
        ..About::default()
    };
    let last = last_before(desk, view, row)?;
    let (base, against) = match (&last, is_last) {
        (Some(last), true) => (Some(last.clone()), locale.say("compared-with-last")),
        _standing => base_of(view, locale, row)?,
    };
    let ways = last.map(|_| {
        let (key, query) =
            if is_last { ("compare-standing", "") } else { ("compare-last", "?against=last") };
        Link::to(locale.say(key), names.path(&format!("{path}{query}")))
    });
    let page = ProposalPage {
        frame: Frame::new(desk, Some(view), about)?.private(Some(waits::link(desk, view, who)?)),
        corrects: content.corrects,
        is_whole: content.is_whole,
        status: status(&names, row)?,
        facts: facts(desk, &names, row)?,
        ways: ways.into_iter().collect(),
        compared: compared(&names, &content.record, base.as_ref(), against)?,
        texts: taking_back(&names, who, seat, row),
        text: proposed_text(locale, &content.record, &names.path(&path), page),
        answers: answers(desk, &names, row)?,
        doing: doing(&names, who, seat, row, content.is_whole, refused.as_ref(), &to_mend)?,
        comments: comments(desk, &names, who, seat, &row.leaf, &path)?,
        to_mend,
    };
    Ok(page.render()?)
}

/// Where the words of a proposal of this side that is over are erased or made public.
fn taking_back(names: &Names<'_>, who: &SignedIn, seat: &Seat, row: &ProposalRow) -> Option<Link> {
    let is_over = !matches!(row.progress, Progress::Open | Progress::Accepted);
    let may = who.may(Action::Erase, &seat.partnership, &seat.voice);
    (may && is_over).then(|| {
        let path = format!("{}?record={}", routes::texts(seat), row.record);
        Link::to(names.locale.say("texts-of-record"), names.path(&path))
    })
}

/// The text of a document that is proposed, one page of it.
fn proposed_text(
    locale: &Locale,
    record: &Record,
    path: &str,
    number: usize,
) -> Option<ProposedText> {
    let Facts::Document(document) = &record.facts else { return None };
    let text = record.texts.get(&Role::Text)?.get(document.language)?;
    let outline = outline_of(text, &document.outline);
    let pages = pages(&outline, &[]);
    let number = number.clamp(1, pages.len().max(1));
    let of_page = |page: usize| format!("{path}?page={page}#text");
    Some(ProposedText {
        lang: document.language.locale(),
        paragraphs: paragraphs(text, &outline, pages.get(number - 1), BTreeMap::new()),
        previous: (number > 1).then(|| of_page(number - 1)),
        next: (number < pages.len()).then(|| of_page(number + 1)),
        place: (pages.len() > 1).then(|| {
            let texts = [("page", &*number.to_string()), ("last", &*pages.len().to_string())];
            locale.say_about("page-of", &texts)
        }),
    })
}

/// What a proposal is compared with: what stands while it is open. Of one that is over it cannot be
/// told any more what it would have changed.
pub(crate) fn base_of(
    view: &View<'_>,
    locale: &Locale,
    row: &ProposalRow,
) -> Result<(Option<Held>, String), PageError> {
    if matches!(row.progress, Progress::Open | Progress::Accepted) {
        return standing_version(view, locale, &row.record);
    }
    Ok((None, locale.say("compared-with-nothing-more")))
}

/// The proposal of the same record before this one, as if the register held it.
fn last_before(desk: &Desk, view: &View<'_>, row: &ProposalRow) -> Result<Option<Held>, PageError> {
    let all = view.proposals_of(&row.record)?;
    let place = all.iter().position(|it| it.leaf == row.leaf);
    let before = place.and_then(|place| all.get(place.checked_sub(1)?));
    let Some(before) = before else { return Ok(None) };
    Ok(opened(desk.site.office(), before)?.map(|content| Held {
        record: content.record,
        partnership: row.partnership.clone(),
        standing: Standing::Proposed,
        origin: before.origin.clone(),
        entry: before.entry,
        leaf: before.leaf.clone(),
        at: before.at,
    }))
}

fn status(names: &Names<'_>, row: &ProposalRow) -> Result<String, PageError> {
    let voice = names.voice(&row.voice)?;
    let key = format!("proposal-is-{}", row.progress.code());
    Ok(names.locale.say_about(&key, &[("voice", &voice)]))
}

fn facts(desk: &Desk, names: &Names<'_>, row: &ProposalRow) -> Result<Vec<Fact>, PageError> {
    let locale = names.locale;
    let fact = |key: &str, value: Link| Fact { label: locale.say(key), values: vec![value] };
    let by = [
        ("voice", names.voice(&row.voice)?),
        ("right", by_right(desk, &row.origin, row.entry)?),
        ("date", locale.day_of(row.at)),
    ];
    let by: Vec<(&'static str, &str)> = by.iter().map(|(name, text)| (*name, &**text)).collect();
    let mut facts = vec![
        fact("proposal-made", Link::plain(locale.say_about("proposal-made-by", &by))),
        fact("proposal-code", Link::plain(code(&row.content))),
    ];
    if let Some(kind) = names.view.kind(&row.record)? {
        let page = names.href(kind, &row.record);
        facts.push(fact("proposal-record", Link::to(locale.say("proposal-record-page"), page)));
    }
    Ok(facts)
}

/// The code of some words that both sides can read to each other.
pub(crate) fn code(content: &str) -> String {
    let code: Vec<char> = content.chars().take(CODE_CHARS).collect();
    let groups: Vec<String> = code.chunks(CODE_GROUP).map(|group| group.iter().collect()).collect();
    groups.join(" ")
}

fn answers(desk: &Desk, names: &Names<'_>, row: &ProposalRow) -> Result<Vec<Answer>, PageError> {
    let mut answers = Vec::new();
    for it in names.view.answers(&row.leaf)? {
        let place = (it.origin.as_str(), it.entry);
        answers.push(answer(desk, names, (&it.word, &it.voice), place, it.at)?);
    }
    if let Some(act) = withdrawal_of(desk.site.office(), row)? {
        let place = (act.origin.as_str(), act.entry);
        answers.push(answer(desk, names, (&act.word, &row.voice), place, act.at)?);
    }
    Ok(answers)
}

/// An act on a proposal, by a voice, at a place in its journal.
fn answer(
    desk: &Desk,
    names: &Names<'_>,
    (word, voice): (&str, &str),
    (origin, entry): (&str, u64),
    at: i64,
) -> Result<Answer, PageError> {
    let locale = names.locale;
    let reason = reason_of(desk.site.office(), origin, entry)?;
    let texts = [
        ("act", locale.say_code("act", word)),
        ("voice", names.voice(voice)?),
        ("right", by_right(desk, origin, entry)?),
        ("date", locale.day_of(at)),
    ];
    let texts: Vec<(&'static str, &str)> =
        texts.iter().map(|(name, text)| (*name, &**text)).collect();
    let number = entry.to_string();
    let page = routes::entry(names.partnership, voice, entry);
    Ok(Answer {
        what: locale.say_about("answered", &texts),
        reason: reason.and_then(|reason| Some(reason.nearest(locale.language())?.0.to_owned())),
        entry: Link::to(
            locale.say_about("entry-number", &[("number", &number)]),
            names.path(&page),
        ),
    })
}

/// What this side may do with the proposal now.
fn doing(
    names: &Names<'_>,
    who: &SignedIn,
    seat: &Seat,
    row: &ProposalRow,
    is_whole: bool,
    refused: Option<&(&'static str, String)>,
    to_mend: &[ToMend],
) -> Result<Vec<Doing>, PageError> {
    let locale = names.locale;
    let may = |action: Action| who.may(action, &seat.partnership, &seat.voice);
    let path = names.path(&routes::proposal(seat, &row.leaf));
    let answers = names.view.answers(&row.leaf)?;
    let accepted = answers.iter().any(|it| it.voice == seat.voice && it.word == "accept");
    let voice = names.voice(&seat.voice)?;
    let one = |verb: &str, asks_reason: bool, is_quiet: bool| Doing {
        heading: locale.say(&format!("do-{verb}")),
        text: locale.say_about(&format!("do-{verb}-text"), &[("voice", &voice)]),
        action: format!("{path}/{verb}"),
        button: locale.say_about(&format!("do-{verb}-button"), &[("voice", &voice)]),
        reason: asks_reason.then(|| ReasonField {
            id: format!("{verb}-reason"),
            label: locale.say("do-reason"),
            typed: match refused {
                Some((of, typed)) if *of == verb => typed.clone(),
                Some(_) | None => String::new(),
            },
            error: to_mend
                .iter()
                .find(|it| it.field.is_some() && it.field == reason_id(verb))
                .map(|it| it.what.clone()),
        }),
        is_quiet,
    };
    let mut doing = Vec::new();
    if !matches!(row.progress, Progress::Open | Progress::Accepted) {
        let is_over = matches!(row.progress, Progress::Withdrawn | Progress::Overtaken);
        if is_over && is_whole && row.voice == seat.voice && may(Action::Draft) {
            let again = one("again", false, true);
            doing.push(Doing { action: format!("{path}/counter"), ..again });
        }
        return Ok(doing);
    }
    if row.voice == seat.voice {
        doing.extend(may(Action::Withdraw).then(|| one("withdraw", true, true)));
        return Ok(doing);
    }
    if !accepted {
        doing.extend(may(Action::Accept).then(|| one("accept", false, false)));
        doing.extend(may(Action::Object).then(|| one("object", true, true)));
        doing.extend(may(Action::Draft).then(|| one("counter", false, true)));
    }
    Ok(doing)
}

/// The place on the page where the reason for an act is typed.
fn reason_id(verb: &str) -> Option<&'static str> {
    ["object-reason", "withdraw-reason"]
        .into_iter()
        .find(|id| id.strip_suffix("-reason") == Some(verb))
}

pub(crate) fn refused(locale: &Locale, refusal: &AnswerRefusal) -> ToMend {
    let code = match refusal {
        AnswerRefusal::Bind(refusal) => return not_bound(locale, *refusal),
        AnswerRefusal::NotFound | AnswerRefusal::NotOpen(_) => "not-open",
        AnswerRefusal::NotAllowed => "not-by-role",
        AnswerRefusal::NotParty(_) => "not-party",
        AnswerRefusal::WrongSide => "wrong-side",
        AnswerRefusal::Already => "already-accepted",
        AnswerRefusal::Open { .. } => "open",
        AnswerRefusal::Unreadable => "unreadable",
        AnswerRefusal::NoReason => "no-reason",
        AnswerRefusal::UncleanReason(_) => "text-unclean",
    };
    let field = ["no-reason", "text-unclean"].contains(&code).then_some("reason");
    ToMend { field, what: locale.say_code("refused", code) }
}
