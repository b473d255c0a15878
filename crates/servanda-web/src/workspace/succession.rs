//! A document beside an earlier one: what it carries over, changes, reports as done, adds and leaves out,
//! as suggestions with both passages; and what the side says of each.
//!
//! Never: decides. What looks alike may differ by "not" or a number; what differs is named.

use askama::Template;
use axum::extract::Path;
use axum::response::Response;
use servanda_actions::documents::{self, RelateOutcome, Related, RelatedRow, Relating};
use servanda_model::reading::Finding;
use servanda_model::succession::{Comparison, Differs, Pair, Row, STATEMENTS_MAX, Sequel};
use servanda_model::{Action, FindingKind, FindingPlace, RecordId, Seat};
use servanda_register::{SuccessionRow, View};

use super::documents::{Found, find, refused};
use super::field::ToMend;
use super::findings::{document_title, finding_in_words, findings_frame};
use super::reply::Reply;
use super::side::{account_name, chosen};
use super::signed_in::SignedIn;
use super::successions::{self, Instead};
use super::taking::words;
use super::visit::{Sent, Visit};
use super::{private, private_form, told, view};
use crate::answer::PageError;
use crate::block::{Link, Names, count};
use crate::fields::Fields;
use crate::frame::Frame;
use crate::locale::Locale;
use crate::record::{Piece, pieces};
use crate::routes;
use crate::site::Desk;

mod differs;
mod sieve;

pub(crate) use differs::in_words;
pub(crate) use sieve::{Sieve, Which};

/// Rows on one page, so that every page stays light.
const ROWS_MAX: usize = 10;
/// Characters of a passage that are shown here; the page of the finding shows all.
const PASSAGE_CHARS_MAX: usize = 900;
/// The names of the fields that choose rows begin so, followed by the pair.
const PICK_FIELD: &str = "pick-";
/// What the fields for numbers of rows begin with, and the word for putting two rows together.
const WITH_FIELD: &str = "with-";
const TOGETHER: &str = "together";
/// What stands between the findings of a pair in the fields of forms.
const BETWEEN: char = '~';
/// What stands for a finding that is missing.
const MISSING: &str = "none";
/// What can be said, as the buttons of the page name it.
const SAYINGS: [Related; 7] = [
    Related::CarriedOver,
    Related::Changed,
    Related::Done,
    Related::New,
    Related::Gone,
    Related::Apart,
    Related::Undo,
];

/// The page of two documents.
#[derive(Debug, Template)]
#[template(path = "workspace/succession.html")]
struct SuccessionPage {
    frame: Frame,
    /// The two documents, the earlier one first.
    documents: [Link; 2],
    notice: Option<String>,
    to_mend: Vec<ToMend>,
    /// What the reader should know first: the order of the days, what was left out.
    warnings: Vec<String>,
    /// Where the two are compared the other way round.
    turned: Link,
    counts: Vec<String>,
    progress: Progress,
    whiches: Vec<Choice>,
    here: String,
    hidden: Vec<(&'static str, String)>,
    may_say: bool,
    pick: Link,
    /// The last thing that whoever reads said, which can be taken back.
    last: Option<(String, String)>,
    rows: Vec<Card>,
    previous: Option<String>,
    next: Option<String>,
    place: Option<String>,
    onwards: Vec<Link>,
    keys: Vec<(&'static str, String)>,
}

/// How far the side has come.
#[derive(Debug)]
struct Progress {
    judged: usize,
    all: usize,
    words: String,
}

/// A way to show some of the rows.
#[derive(Debug)]
struct Choice {
    link: Link,
    is_current: bool,
}

/// A row as the page shows it.
#[derive(Debug)]
struct Card {
    number: usize,
    /// The pair, as forms send it.
    value: String,
    /// The sequel that is suggested, or was said.
    sequel: &'static str,
    words: String,
    is_judged: bool,
    is_picked: bool,
    /// The earlier passage and the later one.
    sides: [Option<Side>; 2],
    /// What stands in the place of a missing passage.
    missing: String,
    reasons: Vec<String>,
    differs: Vec<String>,
    /// The field for the number of the row that it belongs with, where it stands alone, and what was
    /// typed there.
    with: Option<(String, String)>,
    /// What can be said: the name of the button, its words, its key.
    buttons: Vec<(&'static str, String, &'static str)>,
}

/// A passage.
#[derive(Debug)]
struct Side {
    finding: Link,
    lang: &'static str,
    pieces: Vec<Piece>,
}

type Address = Path<(String, String, String, String)>;

/// Two documents of a side.
pub(crate) struct Two {
    pub(crate) before: Found,
    pub(crate) after: Found,
}

impl Two {
    /// Both, or what is shown instead: where one of them is not read yet, or both are the same.
    pub(crate) fn find(
        desk: &Desk,
        view: &View<'_>,
        who: &SignedIn,
        seat: &Seat,
        (after, before): (&str, &str),
    ) -> Result<Result<Self, Instead>, PageError> {
        let after = match successions::known(desk, view, who, seat, after)? {
            Ok(found) => found,
            Err(instead) => return Ok(Err(instead)),
        };
        let before = match successions::known(desk, view, who, seat, before)? {
            Ok(found) => found,
            Err(instead) => return Ok(Err(instead)),
        };
        if after.row.id == before.row.id {
            return Ok(Err(Instead::Same(after.row.id)));
        }
        Ok(Ok(Self { before, after }))
    }

    pub(crate) fn compared(&self) -> Comparison {
        let of = |found: &'_ Found| found.row.id.clone();
        documents::compared(
            &self.after.workspace,
            (&of(&self.before), &self.before.opened.reading),
            (&of(&self.after), &self.after.opened.reading),
            &servanda_search::concepts,
        )
    }

    pub(crate) fn said(&self) -> Option<&SuccessionRow> {
        self.after.workspace.succession(&self.before.row.id, &self.after.row.id)
    }

    pub(crate) fn path(&self) -> String {
        routes::succession(&self.after.seat, &self.after.row.id, &self.before.row.id)
    }

    fn findings(&self, pair: &Pair) -> [Option<&Finding>; 2] {
        let of = |found: &'_ Found, place: Option<FindingPlace>| {
            let place = place?;
            found.opened.reading.findings.iter().position(|it| it.place == place)
        };
        [
            of(&self.before, pair.earlier)
                .and_then(|at| self.before.opened.reading.findings.get(at)),
            of(&self.after, pair.later).and_then(|at| self.after.opened.reading.findings.get(at)),
        ]
    }

    /// The words of the findings of a pair.
    pub(crate) fn words(&self, pair: &Pair) -> [Option<String>; 2] {
        let [earlier, later] = self.findings(pair);
        [
            earlier.map(|it| words(&self.before.opened.reading, it)),
            later.map(|it| words(&self.after.opened.reading, it)),
        ]
    }
}

/// A pair as forms send it.
fn value_of(pair: &Pair) -> String {
    let place = |place: Option<FindingPlace>| place.map_or(MISSING.to_owned(), |it| it.to_string());
    format!("{}{BETWEEN}{}", place(pair.earlier), place(pair.later))
}

fn pair_in(value: &str) -> Option<Pair> {
    let (earlier, later) = value.split_once(BETWEEN)?;
    let place = |text: &str| {
        if text == MISSING { Some(None) } else { FindingPlace::parse(text).ok().map(Some) }
    };
    Some(Pair { earlier: place(earlier)?, later: place(later)? })
}

/// `GET …/documents/{id}/comparisons/{before}`
pub(crate) async fn page(
    visit: Visit,
    Path((partnership, voice, id, before)): Address,
    fields: Fields,
) -> Response {
    private(visit, move |desk, view, who| {
        let seat = Seat { partnership, voice };
        let two = match Two::find(desk, view, who, &seat, (&id, &before))? {
            Ok(two) => two,
            Err(instead) => return successions::instead(desk, view, who, &seat, instead),
        };
        // A document of the register is known here by what it was received as.
        if (two.after.row.id.as_str(), two.before.row.id.as_str()) != (&*id, &*before) {
            return Ok(Reply::elsewhere(desk, &two.path()));
        }
        let notice = notice(desk.locale, &fields);
        Ok(Reply::page(written(desk, view, who, &two, &fields, notice, Vec::new())?).for_draft())
    })
    .await
}

/// What was said just now, in words.
fn notice(locale: &Locale, fields: &Fields) -> Option<String> {
    let done: u64 = fields.parsed("said")?;
    let mut words = vec![locale.say_count("succession-said", done)];
    let left: Option<u64> = fields.parsed("left").filter(|left| *left > 0);
    words.extend(left.map(|left| locale.say_count("succession-left", left)));
    Some(words.join(" "))
}

/// What somebody says, of which rows.
fn asked(fields: &Fields) -> Vec<Relating> {
    let one = SAYINGS.into_iter().find_map(|what| {
        let pair = pair_in(fields.get(what.code())?)?;
        Some(vec![Relating { pair, what }])
    });
    one.unwrap_or_else(|| {
        let all = fields.get("all").unwrap_or_default();
        let picked = chosen(fields, PICK_FIELD).into_iter().filter_map(|value| {
            let pair = pair_in(value)?;
            // What was suggested when the page was made: that is what was agreed to.
            let suggested = Sequel::find(fields.get(&format!("{PICK_FIELD}{value}"))?);
            let what = match all {
                "suggested" => suggested.map(Related::from)?,
                "apart" => Related::Apart,
                "undo" => Related::Undo,
                _nothing => return None,
            };
            Some(Relating { pair, what })
        });
        picked.collect()
    })
}

/// What is typed is the number of no row that stands alone in the other document.
struct NoSuchRow;

/// That somebody puts two rows together that stand alone: the one whose field is filled in, and the one
/// whose number is typed there. None where something else is asked.
fn put_together(two: &Two, fields: &Fields) -> Option<Result<Relating, NoSuchRow>> {
    if fields.get("all") != Some(TOGETHER) {
        return None;
    }
    let typed = fields.names().find_map(|name| {
        let pair = pair_in(name.strip_prefix(WITH_FIELD)?)?;
        let number = fields.parsed::<usize>(name)?;
        Some((pair, number))
    });
    let rows = two.compared().rows;
    let other = typed.and_then(|(_, number)| rows.get(number.checked_sub(1)?));
    let other = other.filter(|row| stands_alone(row)).map(|row| row.pair);
    let pair = typed.zip(other).and_then(|((one, _), other)| match (one, other) {
        (
            Pair { earlier: Some(earlier), later: None },
            Pair { earlier: None, later: Some(later) },
        )
        | (
            Pair { earlier: None, later: Some(later) },
            Pair { earlier: Some(earlier), later: None },
        ) => Some((earlier, later)),
        _same_document => None,
    });
    let relating = |(earlier, later): (FindingPlace, FindingPlace)| {
        let is_report = later.kind == FindingKind::Result;
        let what = if is_report { Related::Done } else { Related::Changed };
        Relating { pair: Pair { earlier: Some(earlier), later: Some(later) }, what }
    };
    Some(pair.map(relating).ok_or(NoSuchRow))
}

/// `POST …/documents/{id}/comparisons/{before}`
pub(crate) async fn say(Path((partnership, voice, id, before)): Address, sent: Sent) -> Response {
    private_form(sent, move |desk, who, fields| {
        let seat = Seat { partnership, voice };
        who.must(Action::Draft, &seat.partnership, &seat.voice)?;
        let after = find(desk, who, seat.clone(), &id)?;
        let before = find(desk, who, seat.clone(), &before)?;
        let two = Two { before, after };
        let again = |what: String| {
            let to_mend = vec![ToMend { field: None, what }];
            let html = view(desk, |view| written(desk, view, who, &two, fields, None, to_mend))?;
            Ok(Reply::mend(html).for_draft())
        };
        let relating = match put_together(&two, fields) {
            Some(Ok(relating)) => vec![relating],
            Some(Err(NoSuchRow)) => return again(desk.locale.say("succession-no-row")),
            None => asked(fields),
        };
        let Some(last) = relating.last().copied() else {
            return again(desk.locale.say("succession-none-picked"));
        };
        let ids = (&two.before.row.id, &two.after.row.id);
        let office = desk.site.office();
        let said = who.act(desk, |by| documents::relate(office, &seat, ids, relating, by));
        match told(said)? {
            Ok(outcome) => onwards(desk, who, &seat, ids, fields, &last, &outcome),
            Err(refusal) => again(refused(desk.locale, &refusal)),
        }
    })
    .await
}

/// On to the next row of which nothing was said yet.
fn onwards(
    desk: &Desk,
    who: &SignedIn,
    seat: &Seat,
    (before, after): (&RecordId, &RecordId),
    fields: &Fields,
    last: &Relating,
    outcome: &RelateOutcome,
) -> Result<Reply, PageError> {
    let again = Two {
        before: find(desk, who, seat.clone(), before.as_str())?,
        after: find(desk, who, seat.clone(), after.as_str())?,
    };
    let sieve = Sieve::read(fields);
    let comparison = again.compared();
    let of_last = |row: &Row| {
        let is_of = |one: Option<FindingPlace>, other| one.is_some() && one == other;
        is_of(last.pair.earlier, row.pair.earlier) || is_of(last.pair.later, row.pair.later)
    };
    let here = comparison.rows.iter().position(of_last).unwrap_or(0);
    let skipped = if last.what == Related::Undo { here } else { here + 1 };
    let numbered: Vec<(usize, &Row)> = (1..).zip(&comparison.rows).collect();
    let (first, second) = numbered.split_at(skipped.min(numbered.len()));
    let mut in_order = second.iter().chain(first);
    let next = in_order.find(|(_, row)| !row.is_judged && sieve.shows(row));
    let next = next.map_or(here + 1, |(number, _)| *number);
    let shown: Vec<usize> =
        numbered.iter().filter(|(_, row)| sieve.shows(row)).map(|(number, _)| *number).collect();
    let page = shown.iter().position(|number| *number >= next).unwrap_or(0) / ROWS_MAX + 1;
    let (done, left) = (outcome.done.len(), outcome.left.len());
    let query = format!("{}&said={done}&left={left}", sieve.query(page));
    Ok(Reply::elsewhere(desk, &format!("{}?{query}#f-{next}", again.path())))
}

fn written(
    desk: &Desk,
    view: &View<'_>,
    who: &SignedIn,
    two: &Two,
    fields: &Fields,
    notice: Option<String>,
    to_mend: Vec<ToMend>,
) -> Result<String, PageError> {
    let (locale, seat) = (desk.locale, &two.after.seat);
    let names = Names::new(view, locale, &seat.partnership);
    let path = two.path();
    let here = names.path(&path);
    let sieve = Sieve::read(fields);
    let comparison = two.compared();
    let rows = sieve::shown(two, &comparison, sieve);
    let last_page = rows.len().div_ceil(ROWS_MAX).max(1);
    let number = fields.page().min(last_page);
    let of_page = |number: usize| format!("{here}?{}", sieve.query(number));
    let is_picked = fields.get("pick") == Some("all");
    let first = (number - 1) * ROWS_MAX;
    let may_say = who.may(Action::Draft, &seat.partnership, &seat.voice);
    let documents = documents(desk, view, &names, two)?;
    let [earlier, later] = &documents;
    let texts = [("earlier", &*earlier.text), ("later", &*later.text)];
    let title = locale.say_about("succession-title", &texts);
    let mut frame = findings_frame(desk, view, who, &names, seat, title, path)?;
    frame.crumbs.push(later.clone());
    let turned = routes::succession(seat, &two.before.row.id, &two.after.row.id);
    let pick = format!("{}{}", sieve.query(number), if is_picked { "" } else { "&pick=all" });
    let page = SuccessionPage {
        frame,
        documents,
        notice,
        to_mend,
        warnings: warnings(locale, two, &comparison),
        turned: Link::to(locale.say("succession-turned"), names.path(&turned)),
        counts: counts(locale, &comparison),
        progress: progress(locale, &comparison),
        whiches: whiches(locale, two, &comparison, sieve, &here),
        hidden: sieve.hidden(number),
        may_say,
        pick: Link::to(
            locale.say(if is_picked { "lot-choose-none" } else { "findings-pick-page" }),
            format!("{here}?{pick}#findings"),
        ),
        last: last_of(two, who).map(|row| {
            let of = pair_in_words(locale, two, &row.pair);
            (value_of(&row.pair), locale.say_about("findings-undo-last", &[("finding", &of)]))
        }),
        rows: rows
            .iter()
            .skip(first)
            .take(ROWS_MAX)
            .map(|(number, row)| card(desk, &names, two, (*number, row), is_picked, fields))
            .collect(),
        previous: (number > 1).then(|| of_page(number - 1)),
        next: (number < last_page).then(|| of_page(number + 1)),
        place: (last_page > 1).then(|| {
            let texts = [("page", &*number.to_string()), ("last", &*last_page.to_string())];
            locale.say_about("page-of", &texts)
        }),
        onwards: links_out(locale, &names, two, &here),
        keys: keys(locale),
        here,
    };
    Ok(page.render()?)
}

/// The two documents, the earlier one first.
fn documents(
    desk: &Desk,
    view: &View<'_>,
    names: &Names<'_>,
    two: &Two,
) -> Result<[Link; 2], PageError> {
    let link = |found: &Found| {
        let at = names.path(&routes::received_document(&two.after.seat, &found.row.id));
        Ok::<_, PageError>(Link::to(document_title(desk, view, found)?, at))
    };
    Ok([link(&two.before)?, link(&two.after)?])
}

/// The last thing that somebody said and that still holds.
fn last_of<'two>(two: &'two Two, who: &SignedIn) -> Option<&'two RelatedRow> {
    let own = two.said()?.holding().filter(|row| row.account == who.account.as_str());
    own.max_by_key(|row| row.entry)
}

/// What a reader should know before anything else.
fn warnings(locale: &Locale, two: &Two, comparison: &Comparison) -> Vec<String> {
    let mut warnings = Vec::new();
    let [before, after] = [&two.before, &two.after].map(|found| found.opened.reading.date);
    if let (Some(before), Some(after)) = (before, after)
        && before.first_day() > after.first_day()
    {
        let (earlier, later) = (locale.when(before), locale.when(after));
        let texts = [("earlier", earlier.as_str()), ("later", &later)];
        warnings.push(locale.say_about("succession-turned-days", &texts));
    }
    if comparison.left_out > 0 {
        let most = locale.number(count(STATEMENTS_MAX));
        warnings.push(locale.say_about("succession-left-out", &[("most", &most)]));
    }
    warnings
}

fn counts(locale: &Locale, comparison: &Comparison) -> Vec<String> {
    let said = |sequel: Sequel| {
        let key = format!("succession-count-{}", sequel.code());
        locale.say_count(&key, count(comparison.count(sequel)))
    };
    Sequel::ALL.map(said).into_iter().collect()
}

fn progress(locale: &Locale, comparison: &Comparison) -> Progress {
    let all = comparison.rows.len();
    let judged = comparison.rows.iter().filter(|row| row.is_judged).count();
    let (of, done) = (locale.number(count(all)), locale.number(count(judged)));
    let words = locale.say_about("succession-progress", &[("judged", &done), ("all", &of)]);
    Progress { judged, all, words }
}

fn whiches(
    locale: &Locale,
    two: &Two,
    comparison: &Comparison,
    sieve: Sieve,
    here: &str,
) -> Vec<Choice> {
    let choice = |which: Which| {
        let shown = locale.number(count(sieve::shown(two, comparison, Sieve { which }).len()));
        let what = match which {
            Which::Of(sequel) => locale.say_code("became", sequel.code()),
            Which::All | Which::Open | Which::Apart => {
                locale.say_code("succession-which", which.code())
            }
        };
        let words = locale.say_about("lot-heading", &[("what", &what), ("count", &shown)]);
        let link = Link::to(words, format!("{here}?{}", Sieve { which }.query(1)));
        Choice { link, is_current: which == sieve.which }
    };
    Which::ALL.map(choice).into_iter().collect()
}

fn links_out(locale: &Locale, names: &Names<'_>, two: &Two, here: &str) -> Vec<Link> {
    let other = routes::successions(&two.after.seat, &two.after.row.id);
    vec![
        Link::to(locale.say("succession-another"), names.path(&other)),
        Link::to(locale.say("succession-table"), format!("{here}/comparison.csv")),
        Link::to(locale.say("succession-data"), format!("{here}/comparison.json")),
    ]
}

fn keys(locale: &Locale) -> Vec<(&'static str, String)> {
    ["j", "k", "a", "e", "x", "u", "c", "?"]
        .map(|key| {
            let name = if key == "?" { "help" } else { key };
            (key, locale.say(&format!("succession-key-{name}")))
        })
        .into_iter()
        .collect()
}

/// "Undertaking 12 – Undertaking 9".
fn pair_in_words(locale: &Locale, two: &Two, pair: &Pair) -> String {
    let earlier = pair.earlier.map(|place| finding_in_words(locale, &two.before, &place));
    let later = pair.later.map(|place| finding_in_words(locale, &two.after, &place));
    earlier.into_iter().chain(later).collect::<Vec<_>>().join(" – ")
}

fn card(
    desk: &Desk,
    names: &Names<'_>,
    two: &Two,
    (number, row): (usize, &Row),
    is_picked: bool,
    fields: &Fields,
) -> Card {
    let locale = desk.locale;
    let said = two.said().and_then(|said| said.of(&row.pair));
    let missing = match row.sequel {
        Sequel::New => locale.say("succession-not-before"),
        Sequel::CarriedOver | Sequel::Changed | Sequel::Done | Sequel::Gone => {
            locale.say("succession-not-after")
        }
    };
    Card {
        number,
        value: value_of(&row.pair),
        sequel: row.sequel.code(),
        words: state(desk, row, said),
        is_judged: said.is_some(),
        is_picked,
        sides: sides(locale, names, two, row),
        missing,
        reasons: reasons(locale, row),
        differs: differences(locale, row),
        with: stands_alone(row).then(|| with(row, fields)),
        buttons: buttons(locale, row, said),
    }
}

/// The field for the number of the row that this one belongs with, and what was typed there.
fn with(row: &Row, fields: &Fields) -> (String, String) {
    let field = format!("{WITH_FIELD}{}", value_of(&row.pair));
    let typed = fields.get(&field).unwrap_or_default().to_owned();
    (field, typed)
}

/// Only one of the documents has the row, and nothing is said of it yet.
fn stands_alone(row: &Row) -> bool {
    !row.is_judged && row.pair.earlier.is_some() != row.pair.later.is_some()
}

/// What is suggested, or who said what.
fn state(desk: &Desk, row: &Row, said: Option<&RelatedRow>) -> String {
    let locale = desk.locale;
    let Some(said) = said else {
        let sequel = locale.say_code("became", row.sequel.code());
        return locale.say_about("succession-suggested", &[("what", &sequel)]);
    };
    let what = locale.say_code("became", said.what.code());
    let (name, day) = (account_name(desk, &said.account), locale.day_of(said.at));
    let texts = [("what", what.as_str()), ("name", &name), ("date", &day)];
    locale.say_about("succession-said-by", &texts)
}

fn sides(locale: &Locale, names: &Names<'_>, two: &Two, row: &Row) -> [Option<Side>; 2] {
    let [earlier, later] = two.words(&row.pair).map(|words| words.map(shortened));
    let [one, other] = two.findings(&row.pair);
    let is_comparable =
        row.sequel != Sequel::Done && one.map(|it| it.language) == other.map(|it| it.language);
    let changes = match (&earlier, &later) {
        (Some(earlier), Some(later)) if is_comparable => pieces(earlier, later),
        _alone => Vec::new(),
    };
    let side = |found: &Found, finding: Option<&Finding>, words: Option<String>, is_later: bool| {
        let (finding, words) = (finding?, words?);
        let path = routes::finding(&found.seat, &found.row.id, &finding.place);
        let label = finding_in_words(locale, found, &finding.place);
        let of_side = |piece: &&Piece| if is_later { !piece.is_removed } else { !piece.is_added };
        let mut shown: Vec<Piece> = changes.iter().filter(of_side).map(copied).collect();
        if shown.is_empty() {
            shown.push(Piece { text: words, is_removed: false, is_added: false });
        }
        let lang = finding.language.locale();
        Some(Side { finding: Link::to(label, names.path(&path)), lang, pieces: shown })
    };
    [side(&two.before, one, earlier, false), side(&two.after, other, later, true)]
}

fn copied(piece: &Piece) -> Piece {
    let Piece { text, is_removed, is_added } = piece;
    Piece { text: text.clone(), is_removed: *is_removed, is_added: *is_added }
}

/// The beginning of a passage that is longer than is shown.
fn shortened(words: String) -> String {
    if words.chars().count() <= PASSAGE_CHARS_MAX {
        return words;
    }
    let cut: String = words.chars().take(PASSAGE_CHARS_MAX).collect();
    let whole = cut.rsplit_once(' ').map_or(cut.as_str(), |(whole, _)| whole);
    format!("{whole} …")
}

fn reasons(locale: &Locale, row: &Row) -> Vec<String> {
    let mut reasons = Vec::new();
    if !row.common.is_empty() {
        let words = locale.list(&row.common);
        reasons.push(locale.say_about("likely-words", &[("words", &words)]));
    }
    if row.is_same_who {
        reasons.push(locale.say("succession-same-who"));
    }
    if row.is_same_heading {
        reasons.push(locale.say("succession-same-heading"));
    }
    reasons
}

/// What differs, in words. Which words only one has is seen in the passages, and told where it is all that
/// differs; a report is always said in other words.
fn differences(locale: &Locale, row: &Row) -> Vec<String> {
    let is_told = |differs: &&Differs| {
        let is_alone = row.differs.len() == 1 && row.sequel != Sequel::Done;
        is_alone || !matches!(differs, Differs::Words { .. })
    };
    row.differs.iter().filter(is_told).map(|it| in_words(locale, it)).collect()
}

/// What can be said of a row: what is suggested first.
fn buttons(
    locale: &Locale,
    row: &Row,
    said: Option<&RelatedRow>,
) -> Vec<(&'static str, String, &'static str)> {
    let button = |what: Related, key: &'static str| {
        (what.code(), locale.say_code("succession-say", what.code()), key)
    };
    if said.is_some() {
        return vec![button(Related::Undo, "z")];
    }
    match row.sequel {
        Sequel::CarriedOver => vec![
            button(Related::CarriedOver, "a"),
            button(Related::Changed, "e"),
            button(Related::Apart, "x"),
        ],
        Sequel::Changed => vec![
            button(Related::Changed, "a"),
            button(Related::CarriedOver, "e"),
            button(Related::Apart, "x"),
        ],
        Sequel::Done => vec![button(Related::Done, "a"), button(Related::Apart, "x")],
        Sequel::New => vec![button(Related::New, "a")],
        Sequel::Gone => vec![button(Related::Gone, "a")],
    }
}
