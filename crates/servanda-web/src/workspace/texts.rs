//! What a side takes back: words of its own that are erased, and words that it opens to everyone. Each is
//! looked over before it is done, alone or with others.
//!
//! Words: a *text* is erased wherever it stands in its record; an *act* is revealed with all its texts.

use askama::Template;
use axum::extract::Path;
use axum::response::Response;
use servanda_actions::agreement::opened;
use servanda_actions::texts::{
    NotRevealable, OwnText, Revealable, SaidText, TextPlace, erasures, find_own_texts, own_texts,
    revealable, taken_back,
};
use servanda_actions::{
    ChosenText, ERASED_TOGETHER_MAX, EraseTextsRefusal, ErasureGround as Ground, NotErased,
    REVEALED_TOGETHER_MAX, RevealRefusal, erase_texts, reveal,
};
use servanda_model::{Action, Language, RecordId, Role, Seat};
use servanda_register::{ActRow, View};

use super::draft::frame;
use super::field::{FormField, ToMend};
use super::proposal::title_of;
use super::reply::Reply;
use super::side::{account_name, chosen};
use super::signed_in::SignedIn;
use super::signing::of_one;
use super::visit::{Sent, Visit};
use super::{private, private_form, told, view};
use crate::answer::PageError;
use crate::block::{Block, Link, Names, Row, count};
use crate::fields::Fields;
use crate::frame::Frame;
use crate::locale::Locale;
use crate::routes;
use crate::site::Desk;

/// Texts on one page; of more the first.
const TEXTS_MAX: usize = 200;
/// Acts that could be revealed on one page; the newest.
const REVEALABLE_MAX: usize = 100;
/// Lines of what was erased and revealed on one page.
const TAKEN_BACK_MAX: usize = 25;
/// Acts that are read for one page of them: a line is of many where many were erased at once.
const TAKEN_BACK_ACTS_MAX: usize = 500;
/// Characters of a text in a list.
const GLIMPSE_CHARS: usize = 200;
/// Characters of a text where it is looked over before it goes.
const WORDS_CHARS: usize = 2_000;
/// The names of the fields that choose texts begin so, followed by record and commitment.
const TEXT_FIELD: &str = "text-";
/// The names of the fields that choose acts begin so, followed by the leaf hash.
const ACT_FIELD: &str = "act-";

/// The page of what a side can take back, and has.
#[derive(Debug, Template)]
#[template(path = "workspace/texts.html")]
struct TextsPage {
    frame: Frame,
    notice: Option<String>,
    to_mend: Vec<ToMend>,
    /// What became of several, one by one.
    results: Vec<String>,
    /// Where words are looked for.
    search: String,
    /// What was looked for.
    query: String,
    /// The texts that can be erased; none before something was looked for.
    texts: Option<Choice>,
    /// What can be revealed; none for whoever may not.
    acts: Option<Choice>,
    /// What was erased and revealed.
    done: Block,
    older: Option<String>,
}

/// A list of which several can be chosen.
#[derive(Debug)]
struct Choice {
    /// Its place on the page.
    key: &'static str,
    heading: String,
    text: String,
    empty: String,
    lines: Vec<Line>,
    action: String,
    button: String,
    is_all: bool,
    all_or_none: Link,
    /// That there is more than is shown.
    more: Option<String>,
}

/// One line of it.
#[derive(Debug)]
struct Line {
    /// The name of its field; none for what cannot be chosen.
    name: Option<String>,
    title: Link,
    details: Vec<String>,
    words: Vec<Words>,
}

/// Words, with what they are.
#[derive(Debug)]
struct Words {
    label: String,
    lang: &'static str,
    text: String,
}

/// The page on which what goes, or is opened, is looked over.
#[derive(Debug, Template)]
#[template(path = "workspace/texts-review.html")]
struct ReviewPage {
    frame: Frame,
    lead: String,
    to_mend: Vec<ToMend>,
    action: String,
    lines: Vec<Line>,
    /// What follows, sentence by sentence.
    follows: Vec<String>,
    /// The reason that is asked for.
    ground: Option<FormField>,
    /// What readers see instead, for each reason.
    instead: Vec<String>,
    button: String,
    back: Link,
}

/// What the page shows besides.
#[derive(Default)]
struct Shown {
    notice: Option<String>,
    to_mend: Vec<ToMend>,
    results: Vec<String>,
}

type SidePath = Path<(String, String)>;

/// `GET /workspace/{partnership}/{voice}/texts`
pub(crate) async fn page(
    visit: Visit,
    Path((partnership, voice)): SidePath,
    fields: Fields,
) -> Response {
    private(visit, move |desk, view, who| {
        let seat = Seat { partnership, voice };
        who.must(Action::Erase, &seat.partnership, &seat.voice)?;
        let notice = ["erased", "revealed"].into_iter().find_map(|done| {
            let count: u64 = fields.parsed(done)?;
            Some(desk.locale.say_count(&format!("texts-done-{done}"), count))
        });
        let shown = Shown { notice, ..Shown::default() };
        Ok(Reply::page(written(desk, view, who, &seat, &fields, shown)?))
    })
    .await
}

fn written(
    desk: &Desk,
    view: &View<'_>,
    who: &SignedIn,
    seat: &Seat,
    fields: &Fields,
    shown: Shown,
) -> Result<String, PageError> {
    let locale = desk.locale;
    let names = Names::new(view, locale, &seat.partnership);
    let path = routes::texts(seat);
    let Shown { notice, to_mend, results } = shown;
    let may_reveal = who.may(Action::Reveal, &seat.partnership, &seat.voice);
    let (done, older) = done(desk, &names, seat, fields)?;
    let page = TextsPage {
        frame: frame(desk, view, who, &names, seat, locale.say("texts"), path.clone())?,
        notice,
        to_mend,
        results,
        search: names.path(&path),
        query: fields.get("q").unwrap_or_default().to_owned(),
        texts: texts_to_erase(desk, &names, seat, fields)?,
        acts: may_reveal.then(|| acts_to_reveal(desk, &names, seat, fields)).transpose()?,
        done,
        older,
    };
    Ok(page.render()?)
}

/// The texts of a record, or those with some words, of which several can be erased.
fn texts_to_erase(
    desk: &Desk,
    names: &Names<'_>,
    seat: &Seat,
    fields: &Fields,
) -> Result<Option<Choice>, PageError> {
    let (locale, office) = (desk.locale, desk.site.office());
    let words = fields.get("q").map(str::trim).filter(|words| !words.is_empty());
    let record = fields.get("record").and_then(|id| RecordId::parse(id).ok());
    let (mut texts, query, heading) = if let Some(id) = record {
        let heading = locale.say_about("texts-of", &[("title", &record_title(desk, names, &id)?)]);
        (own_texts(office, seat, &id)?, ("record", id.to_string()), heading)
    } else if let Some(words) = words {
        let found = find_own_texts(office, seat, words, TEXTS_MAX.saturating_add(1))?;
        let heading = locale.say_about("texts-with", &[("words", words)]);
        (found, ("q", words.to_owned()), heading)
    } else {
        return Ok(None);
    };
    let more = (texts.len() > TEXTS_MAX).then(|| locale.say_count("texts-more", count(TEXTS_MAX)));
    texts.truncate(TEXTS_MAX);
    let mut lines = Vec::new();
    for text in &texts {
        let mut line = text_line(desk, names, text, GLIMPSE_CHARS)?;
        if text.is_open() {
            line.name = None;
            line.details.push(locale.say("texts-open"));
        }
        lines.push(line);
    }
    let is_all = fields.get("choose") == Some("erase");
    let choice = Choice {
        key: "erase",
        heading,
        text: locale.say("texts-erase-text"),
        empty: locale.say("texts-none"),
        lines,
        action: names.path(&format!("{}/erase/review", routes::texts(seat))),
        button: locale.say("texts-erase-look"),
        is_all,
        all_or_none: all_or_none(names, seat, "erase", is_all, &query),
        more,
    };
    Ok(Some(choice))
}

/// What the side said to the parties only, of which several can be revealed.
fn acts_to_reveal(
    desk: &Desk,
    names: &Names<'_>,
    seat: &Seat,
    fields: &Fields,
) -> Result<Choice, PageError> {
    let locale = desk.locale;
    let mut acts = revealable(desk.site.office(), seat, REVEALABLE_MAX.saturating_add(1))?;
    let record = fields.get("record").and_then(|id| RecordId::parse(id).ok());
    acts.retain(|it| record.as_ref().is_none_or(|record| it.record == *record));
    let more = (acts.len() > REVEALABLE_MAX)
        .then(|| locale.say_count("texts-more", count(REVEALABLE_MAX)));
    acts.truncate(REVEALABLE_MAX);
    let lines = acts.iter().map(|it| act_line(desk, names, it, GLIMPSE_CHARS));
    let is_all = fields.get("choose") == Some("reveal");
    let query = record.map_or(("q", String::new()), |id| ("record", id.to_string()));
    Ok(Choice {
        key: "reveal",
        heading: locale.say("texts-reveal"),
        text: locale.say("texts-reveal-text"),
        empty: locale.say("texts-reveal-none"),
        lines: lines.collect::<Result<Vec<_>, _>>()?,
        action: names.path(&format!("{}/reveal/review", routes::texts(seat))),
        button: locale.say("texts-reveal-look"),
        is_all,
        all_or_none: all_or_none(names, seat, "reveal", is_all, &query),
        more,
    })
}

fn all_or_none(
    names: &Names<'_>,
    seat: &Seat,
    key: &str,
    is_all: bool,
    (field, value): &(&str, String),
) -> Link {
    let mut query = form_urlencoded::Serializer::new(String::new());
    if !value.is_empty() {
        query.append_pair(field, value);
    }
    let label = if is_all { "lot-choose-none" } else { "lot-choose-all" };
    if !is_all {
        query.append_pair("choose", key);
    }
    let path = format!("{}?{}#{key}", routes::texts(seat), query.finish());
    Link::to(names.locale.say(label), names.path(&path))
}

/// A text with where it stands.
fn text_line(
    desk: &Desk,
    names: &Names<'_>,
    text: &OwnText,
    chars: usize,
) -> Result<Line, PageError> {
    let locale = names.locale;
    let href = names.view.kind(&text.record)?.map(|kind| names.href(kind, &text.record));
    let title = record_title(desk, names, &text.record)?;
    let words = Words {
        label: label(locale, &text.role, text.language),
        lang: text.language.unwrap_or(locale.language()).locale(),
        text: cut(&text.words, chars),
    };
    Ok(Line {
        name: Some(format!("{TEXT_FIELD}{}-{}", text.record, text.name())),
        title: href.map_or_else(|| Link::plain(title.clone()), |href| Link::to(&*title, href)),
        details: text.places.iter().map(|place| place_in_words(locale, place)).collect(),
        words: vec![words],
    })
}

fn place_in_words(locale: &Locale, place: &TextPlace) -> String {
    let key = if place.is_public { "texts-place" } else { "texts-place-parties" };
    let texts = [("act", locale.say_code("act", &place.word)), ("date", locale.day_of(place.at))];
    let texts: Vec<(&'static str, &str)> =
        texts.iter().map(|(name, text)| (*name, &**text)).collect();
    locale.say_about(key, &texts)
}

/// An act with everything it says.
fn act_line(
    desk: &Desk,
    names: &Names<'_>,
    it: &Revealable,
    chars: usize,
) -> Result<Line, PageError> {
    let locale = names.locale;
    let said = it.said.iter().filter_map(|text| words_of(locale, text, chars));
    let when = [("act", locale.say_code("act", &it.act.word)), ("date", locale.day_of(it.act.at))];
    let when: Vec<(&'static str, &str)> =
        when.iter().map(|(name, text)| (*name, &**text)).collect();
    let mut details = vec![locale.say_about("texts-place", &when)];
    if let Some(row) = names.view.proposal(&it.proposal)? {
        details.push(locale.say_code("progress", row.progress.code()));
    }
    Ok(Line {
        name: Some(format!("{ACT_FIELD}{}", it.act.leaf)),
        title: Link::plain(record_title(desk, names, &it.record)?),
        details,
        words: said.collect(),
    })
}

/// The words of a text, with what they are; none of one that is erased.
fn words_of(locale: &Locale, text: &SaidText, chars: usize) -> Option<Words> {
    Some(Words {
        label: label(locale, &text.role, text.language),
        lang: text.language.unwrap_or(locale.language()).locale(),
        text: cut(text.words.as_ref()?, chars),
    })
}

/// What a text is, and in which language.
pub(crate) fn label(locale: &Locale, role: &str, language: Option<Language>) -> String {
    let role = locale.say_code("role", role);
    match language {
        Some(language) => {
            let language = locale.say_code("language", language.tag());
            locale.say_about("history-text-in", &[("text", &role), ("language", &language)])
        }
        None => role,
    }
}

fn cut(words: &str, chars: usize) -> String {
    let mut cut: String = words.chars().take(chars).collect();
    if cut.len() < words.len() {
        cut.push_str(" …");
    }
    cut
}

/// The title of a record; of one that was only ever proposed, that of its last proposal.
fn record_title(desk: &Desk, names: &Names<'_>, id: &RecordId) -> Result<String, PageError> {
    if let Some(held) = names.view.find(id)? {
        return Ok(names.title(&held));
    }
    for row in names.view.proposals_of(id)?.iter().rev() {
        if let Some(content) = opened(desk.site.office(), row)? {
            return Ok(title_of(names.locale, Some(&content.record)));
        }
    }
    Ok(names.locale.say("erased"))
}

/// What was erased and revealed, the newest first, and where older ones are.
fn done(
    desk: &Desk,
    names: &Names<'_>,
    seat: &Seat,
    fields: &Fields,
) -> Result<(Block, Option<String>), PageError> {
    let locale = desk.locale;
    let before: u64 = fields.parsed("before").unwrap_or(u64::MAX >> 1);
    let acts = taken_back(desk.site.office(), seat, before, TAKEN_BACK_ACTS_MAX)?;
    let mut lines: Vec<(Vec<&ActRow>, Row)> = Vec::new();
    let mut left = None;
    for act in &acts {
        // What was erased of one record at once is one line.
        if let Some((first, _)) = lines.last_mut()
            && first.first().is_some_and(|it| alike(it, act))
        {
            first.push(act);
            continue;
        }
        if lines.len() >= TAKEN_BACK_MAX {
            left = lines.last().and_then(|(acts, _)| acts.last()).map(|act| act.entry);
            break;
        }
        lines.push((vec![act], Row::default()));
    }
    if left.is_none() && acts.len() >= TAKEN_BACK_ACTS_MAX {
        left = acts.last().map(|act| act.entry);
    }
    let mut rows = Vec::new();
    for (acts, row) in lines {
        rows.push(done_row(desk, names, seat, &acts, row)?);
    }
    let block = Block {
        heading: locale.say("texts-done"),
        empty: Some(locale.say("texts-done-none")),
        rows,
        ..Block::default()
    };
    let older =
        left.map(|entry| names.path(&format!("{}?before={entry}#done", routes::texts(seat))));
    Ok((block, older))
}

/// Whether two acts did the same to one record at once.
fn alike(one: &ActRow, other: &ActRow) -> bool {
    let of = |act: &ActRow| (act.word.clone(), act.record.clone(), act.at, act.account.clone());
    of(one) == of(other)
}

fn done_row(
    desk: &Desk,
    names: &Names<'_>,
    seat: &Seat,
    acts: &[&ActRow],
    row: Row,
) -> Result<Row, PageError> {
    let locale = names.locale;
    let Some((act, id)) = acts.first().and_then(|act| Some((*act, act.record.as_ref()?))) else {
        return Ok(row);
    };
    let title = record_title(desk, names, id)?;
    let href = names.view.kind(id)?.map(|kind| names.href(kind, id));
    let mut details = vec![locale.say_code("act", &act.word)];
    if act.word == "erase" {
        let rows = names.view.history(id)?;
        let mut what = Vec::new();
        for erased in erasures(desk.site.office(), &rows)? {
            let is_here = acts
                .iter()
                .any(|it| it.origin == erased.act.origin && it.entry == erased.act.entry);
            let label = label(locale, &erased.role, erased.language);
            if is_here && !what.contains(&label) {
                details.truncate(1);
                details.push(locale.say_code("ground", erased.ground.code()));
                what.push(label);
            }
        }
        details.insert(1, locale.list(&what));
    }
    let by = [("name", account_name(desk, &act.account)), ("date", locale.day_of(act.at))];
    let by: Vec<(&'static str, &str)> = by.iter().map(|(name, text)| (*name, &**text)).collect();
    details.push(locale.say_about("comment-by", &by));
    let mut details: Vec<Link> = details.into_iter().map(Link::plain).collect();
    let entry = routes::entry(names.partnership, &seat.voice, act.entry);
    let number = act.entry.to_string();
    details.push(Link::to(
        locale.say_about("entry-number", &[("number", &number)]),
        names.path(&entry),
    ));
    let title = href.map_or_else(|| Link::plain(title.clone()), |href| Link::to(&*title, href));
    Ok(Row { title, details, ..row })
}

/// `POST /workspace/{partnership}/{voice}/texts/erase/review`
pub(crate) async fn review_erasing(Path((partnership, voice)): SidePath, sent: Sent) -> Response {
    private_form(sent, move |desk, who, fields| {
        let seat = Seat { partnership, voice };
        who.must(Action::Erase, &seat.partnership, &seat.voice)?;
        let texts = chosen_texts(desk, &seat, fields)?;
        if texts.is_empty() {
            return Ok(Reply::elsewhere(desk, &routes::texts(&seat)));
        }
        let html = view(desk, |view| erasing(desk, view, who, &seat, &texts, fields, Vec::new()))?;
        Ok(Reply::page(html))
    })
    .await
}

/// The texts that a form chooses, as far as they are there; the first of very many.
fn chosen_texts(desk: &Desk, seat: &Seat, fields: &Fields) -> Result<Vec<OwnText>, PageError> {
    let mut texts: Vec<OwnText> = Vec::new();
    for wanted in wanted_texts(fields).into_iter().take(ERASED_TOGETHER_MAX) {
        let own = own_texts(desk.site.office(), seat, &wanted.record)?;
        let is_wanted =
            |it: &OwnText| it.places.iter().any(|place| place.commitment == wanted.commitment);
        texts.extend(own.into_iter().find(is_wanted).filter(|it| !texts.contains(it)));
    }
    Ok(texts)
}

fn wanted_texts(fields: &Fields) -> Vec<ChosenText> {
    let wanted = chosen(fields, TEXT_FIELD).into_iter().filter_map(|name| {
        let (record, commitment) = name.split_once('-')?;
        let record = RecordId::parse(record).ok()?;
        Some(ChosenText { record, commitment: commitment.to_owned() })
    });
    wanted.collect()
}

fn erasing(
    desk: &Desk,
    view: &View<'_>,
    who: &SignedIn,
    seat: &Seat,
    texts: &[OwnText],
    fields: &Fields,
    to_mend: Vec<ToMend>,
) -> Result<String, PageError> {
    let locale = desk.locale;
    let names = Names::new(view, locale, &seat.partnership);
    let mut lines = Vec::new();
    for text in texts {
        lines.push(text_line(desk, &names, text, WORDS_CHARS)?);
    }
    let mut follows = vec![
        locale.say_count("erase-follows-gone", count(texts.iter().map(|it| it.places.len()).sum())),
        locale.say("erase-follows-proofs"),
        locale.say("erase-follows-forever"),
        locale.say("erase-follows-copies"),
    ];
    if texts.iter().any(|text| agreed(view, text)) {
        follows.push(locale.say("erase-follows-agreed"));
    }
    let none = (String::new(), locale.say("choose"));
    let grounds = Ground::ALL
        .into_iter()
        .map(|it| (it.code().to_owned(), locale.say_code("ground", it.code())));
    let grounds = std::iter::once(none).chain(grounds).collect();
    let voice = names.voice(&seat.voice)?;
    let first = texts.first().map_or_else(String::new, |it| label(locale, &it.role, it.language));
    let day = locale.day_of(desk.site.now());
    let instead =
        Ground::ALL.into_iter().map(|ground| erased_in_words(locale, &first, &day, &voice, ground));
    let path = routes::texts(seat);
    let heading = locale.say_count("erase-review", count(texts.len()));
    let page = ReviewPage {
        frame: frame(desk, view, who, &names, seat, heading, path.clone())?,
        lead: locale.say("erase-review-lead"),
        action: names.path(&format!("{path}/erase")),
        lines,
        follows,
        ground: Some(FormField::choice(locale, "ground", grounds, fields).mended_by(&to_mend)),
        instead: instead.collect(),
        to_mend,
        button: locale.say_about("erase-button", &[("voice", &voice)]),
        back: Link::to(locale.say("review-back"), names.path(&path)),
    };
    Ok(page.render()?)
}

/// Whether all parties agreed to a version in which a text stands.
fn agreed(view: &View<'_>, text: &OwnText) -> bool {
    let rows = view.proposals_of(&text.record).unwrap_or_default();
    rows.iter()
        .any(|row| row.seal.is_some() && text.places.iter().any(|place| place.entry == row.entry))
}

/// That something was erased, in the words that stand in its place.
pub(crate) fn erased_in_words(
    locale: &Locale,
    what: &str,
    day: &str,
    voice: &str,
    ground: Ground,
) -> String {
    let because = locale.say_code("ground-because", ground.code());
    let texts = [("what", what), ("date", day), ("voice", voice), ("because", &because)];
    locale.say_about("part-erased", &texts)
}

/// `POST /workspace/{partnership}/{voice}/texts/erase`
pub(crate) async fn erased(Path((partnership, voice)): SidePath, sent: Sent) -> Response {
    private_form(sent, move |desk, who, fields| {
        let seat = Seat { partnership, voice };
        who.must(Action::Erase, &seat.partnership, &seat.voice)?;
        let texts = chosen_texts(desk, &seat, fields)?;
        let Some(ground) = fields.get("ground").and_then(Ground::find) else {
            let to_mend =
                vec![ToMend { field: Some("ground"), what: desk.locale.say("refused-no-ground") }];
            let html = view(desk, |view| erasing(desk, view, who, &seat, &texts, fields, to_mend))?;
            return Ok(Reply::mend(html));
        };
        let wanted = wanted_texts(fields);
        let titles: Vec<String> = view(desk, |view| {
            let names = Names::new(view, desk.locale, &seat.partnership);
            wanted.iter().map(|it| erased_title(desk, &names, it, &texts)).collect()
        })?;
        let office = desk.site.office();
        let done = who.act(desk, |by| erase_texts(office, &seat, &wanted, ground, by));
        let told = match told(done)? {
            Ok(told) => told,
            Err(EraseTextsRefusal::NotAllowed) => return Err(PageError::Forbidden),
            Err(EraseTextsRefusal::TooMany) => {
                let what =
                    desk.locale.say_count("refused-too-many-texts", count(ERASED_TOGETHER_MAX));
                let to_mend = vec![ToMend { field: None, what }];
                let html =
                    view(desk, |view| erasing(desk, view, who, &seat, &texts, fields, to_mend))?;
                return Ok(Reply::mend(html));
            }
        };
        let told = told.into_iter().map(|it| {
            it.map_err(|why| match why {
                NotErased::Gone => "refused-text-gone",
                NotErased::Open => "refused-text-open",
            })
        });
        let words = |places: usize| desk.locale.say_count("texts-result-erased", count(places));
        told_of_each(desk, who, &seat, "erased", &titles, told, words)
    })
    .await
}

/// What a text is, in which record.
fn erased_title(
    desk: &Desk,
    names: &Names<'_>,
    wanted: &ChosenText,
    texts: &[OwnText],
) -> Result<String, PageError> {
    let title = record_title(desk, names, &wanted.record)?;
    let is_it = |text: &&OwnText| {
        text.record == wanted.record
            && text.places.iter().any(|place| place.commitment == wanted.commitment)
    };
    // The title may be what goes, so it is named by what it is.
    Ok(match texts.iter().find(is_it) {
        Some(text) if [Role::Title.code(), Role::Name.code()].contains(&text.role.as_str()) => {
            label(names.locale, &text.role, text.language)
        }
        Some(text) => {
            let label = label(names.locale, &text.role, text.language);
            format!("{title} · {label}")
        }
        None => title,
    })
}

/// `POST /workspace/{partnership}/{voice}/texts/reveal/review`
pub(crate) async fn review_revealing(Path((partnership, voice)): SidePath, sent: Sent) -> Response {
    private_form(sent, move |desk, who, fields| {
        let seat = Seat { partnership, voice };
        who.must(Action::Reveal, &seat.partnership, &seat.voice)?;
        let acts = chosen_acts(desk, &seat, fields)?;
        if acts.is_empty() {
            return Ok(Reply::elsewhere(desk, &routes::texts(&seat)));
        }
        let html = view(desk, |view| revealing(desk, view, who, &seat, &acts, Vec::new()))?;
        Ok(Reply::page(html))
    })
    .await
}

/// The acts that a form chooses, as far as they can be revealed.
fn chosen_acts(desk: &Desk, seat: &Seat, fields: &Fields) -> Result<Vec<Revealable>, PageError> {
    let wanted = chosen(fields, ACT_FIELD);
    let mut acts = revealable(desk.site.office(), seat, usize::MAX)?;
    acts.retain(|it| wanted.contains(&it.act.leaf.as_str()));
    acts.truncate(REVEALED_TOGETHER_MAX);
    Ok(acts)
}

fn revealing(
    desk: &Desk,
    view: &View<'_>,
    who: &SignedIn,
    seat: &Seat,
    acts: &[Revealable],
    to_mend: Vec<ToMend>,
) -> Result<String, PageError> {
    let locale = desk.locale;
    let names = Names::new(view, locale, &seat.partnership);
    let lines = acts.iter().map(|it| act_line(desk, &names, it, WORDS_CHARS));
    let path = routes::texts(seat);
    let heading = locale.say_count("reveal-review", count(acts.len()));
    let voice = names.voice(&seat.voice)?;
    let follows = ["everyone", "forever", "others", "standing"];
    let page = ReviewPage {
        frame: frame(desk, view, who, &names, seat, heading, path.clone())?,
        lead: locale.say("reveal-review-lead"),
        to_mend,
        action: names.path(&format!("{path}/reveal")),
        lines: lines.collect::<Result<Vec<_>, _>>()?,
        follows: follows.map(|it| locale.say(&format!("reveal-follows-{it}"))).into(),
        ground: None,
        instead: Vec::new(),
        button: locale.say_about("reveal-button", &[("voice", &voice)]),
        back: Link::to(locale.say("review-back"), names.path(&path)),
    };
    Ok(page.render()?)
}

/// `POST /workspace/{partnership}/{voice}/texts/reveal`
pub(crate) async fn revealed(Path((partnership, voice)): SidePath, sent: Sent) -> Response {
    private_form(sent, move |desk, who, fields| {
        let seat = Seat { partnership, voice };
        who.must(Action::Reveal, &seat.partnership, &seat.voice)?;
        let wanted: Vec<String> =
            chosen(fields, ACT_FIELD).into_iter().map(str::to_owned).collect();
        let acts = chosen_acts(desk, &seat, fields)?;
        let titles: Vec<String> = view(desk, |view| {
            let names = Names::new(view, desk.locale, &seat.partnership);
            let title = |leaf: &String| match acts.iter().find(|it| it.act.leaf == *leaf) {
                Some(it) => {
                    let title = record_title(desk, &names, &it.record)?;
                    let act = desk.locale.say_code("act", &it.act.word);
                    Ok(format!("{title} · {act}"))
                }
                None => Ok(desk.locale.say("unknown-record")),
            };
            wanted.iter().map(title).collect()
        })?;
        let office = desk.site.office();
        let told = match told(who.act(desk, |by| reveal(office, &seat, &wanted, by)))? {
            Ok(told) => told,
            Err(RevealRefusal::NotAllowed) => return Err(PageError::Forbidden),
            Err(RevealRefusal::TooMany) => {
                let most = count(REVEALED_TOGETHER_MAX);
                let what = desk.locale.say_count("refused-too-many-texts", most);
                let to_mend = vec![ToMend { field: None, what }];
                let html = view(desk, |view| revealing(desk, view, who, &seat, &acts, to_mend))?;
                return Ok(Reply::mend(html));
            }
        };
        let told = told.into_iter().map(|it| {
            it.map_err(|why| match why {
                NotRevealable::NotFound | NotRevealable::Erased => "refused-text-gone",
                NotRevealable::Already => "refused-revealed",
                NotRevealable::Open => "refused-text-open",
            })
        });
        let words = |()| desk.locale.say("texts-result-revealed");
        told_of_each(desk, who, &seat, "revealed", &titles, told, words)
    })
    .await
}

/// Says what became of each: of one it is said in a line, of several one by one.
fn told_of_each<T>(
    desk: &Desk,
    who: &SignedIn,
    seat: &Seat,
    word: &str,
    titles: &[String],
    told: impl Iterator<Item = Result<T, &'static str>>,
    words: impl Fn(T) -> String,
) -> Result<Reply, PageError> {
    let locale = desk.locale;
    let mut shown = Shown::default();
    for (title, told) in titles.iter().zip(told) {
        match told {
            Ok(done) => shown.results.push(of_one(locale, title, &words(done)).what),
            Err(key) => shown.to_mend.push(of_one(locale, title, &locale.say(key))),
        }
    }
    let done = count(shown.results.len());
    if shown.to_mend.is_empty() && done < 2 {
        let path = format!("{}?{word}={done}", routes::texts(seat));
        return Ok(Reply::elsewhere(desk, &path));
    }
    shown.notice = (done > 0).then(|| locale.say_count(&format!("texts-done-{word}"), done));
    let is_whole = shown.to_mend.is_empty();
    let html = view(desk, |view| written(desk, view, who, seat, &Fields::default(), shown))?;
    Ok(if is_whole { Reply::page(html) } else { Reply::mend(html) })
}
