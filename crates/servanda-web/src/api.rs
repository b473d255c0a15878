//! How programs ask: the same records as the pages, in an order that is safe to page through, with
//! a description of every address, and a page that tells people about it.

mod description;
mod field;
mod problem;

use std::sync::Arc;

use askama::Template;
use axum::Router;
use axum::extract::{OriginalUri, Path, State};
use axum::http::Uri;
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use serde_json::{Value, json};
use servanda_model::{Kind, Language, RecordId};
use servanda_register::{Change, ChangesOf, CommitmentFilter, View};

use self::field::{Asked, Field};
use self::problem::Problem;
use crate::answer::{Answer, PageError};
use crate::block::{Fact, Link, Names};
use crate::form;
use crate::frame::{About, Frame};
use crate::list::read_filter;
use crate::locale::Locale;
use crate::moment::Chosen;
use crate::site::{Desk, Site};
use crate::{feed, journal, record, routes, twin};

/// Records or changes in one answer, where nothing else is asked for.
const PAGE_DEFAULT: usize = 50;
/// The most records or changes in one answer.
const PAGE_MAX: usize = 200;

/// The addresses under `/api/v1`.
pub(crate) fn router(site: Arc<Site>) -> Router<Desk> {
    Router::new()
        .route("/openapi.json", get(describe))
        .route("/partnerships", get(partnerships))
        .route("/{partnership}/changes", get(changes))
        .route("/{partnership}/commitments", get(commitments))
        .route("/{partnership}/{collection}", get(records))
        .route("/{partnership}/{collection}/{id}", get(one))
        .fallback(|State(site): State<Arc<Site>>| async move { nothing_here(&site) })
        .method_not_allowed_fallback(|State(site): State<Arc<Site>>| async move {
            Problem::OnlyRead.respond(&english(&site))
        })
        .with_state(site)
}

/// What is said at an address that is none of these.
pub(crate) fn nothing_here(site: &Arc<Site>) -> Response {
    Problem::NotFound.respond(&english(site))
}

fn english(site: &Arc<Site>) -> Desk {
    Desk::new(Arc::clone(site), Locale::of(Language::English))
}

/// Reads the fields of a request, then asks the register away from the threads that serve the
/// network.
async fn answer(
    site: Arc<Site>,
    uri: Uri,
    known: Vec<Field>,
    ask: impl FnOnce(&Desk, &View<'_>, &Asked) -> Result<Answer, Problem> + Send + 'static,
) -> Response {
    let query = uri.query().unwrap_or_default();
    let mut desk = Desk::new(site, Locale::of(field::language(query)));
    desk.chosen = Chosen::read(query, desk.site.today());
    let asked = match Asked::read(query, &known) {
        Ok(asked) => asked,
        Err(problem) => return problem.respond(&desk),
    };
    let asking = desk.clone();
    let done = tokio::task::spawn_blocking(move || {
        let register = asking.site.office().register();
        register.view_at(&asking.chosen.moment, |view| ask(&asking, view, &asked))
    });
    match done.await {
        Ok(Ok(answer)) => answer.into_response(),
        Ok(Err(problem)) => problem.respond(&desk),
        Err(stopped) => Problem::Failed(Box::new(stopped)).respond(&desk),
    }
}

async fn describe(State(site): State<Arc<Site>>, OriginalUri(uri): OriginalUri) -> Response {
    answer(site, uri, vec![field::LANGUAGE], |desk, view, _asked| {
        Ok(Answer::Data(description::of(desk, view)?))
    })
    .await
}

async fn partnerships(State(site): State<Arc<Site>>, OriginalUri(uri): OriginalUri) -> Response {
    answer(site, uri, field::of_all(), |desk, view, _asked| Ok(twin::of_home(desk, view)?)).await
}

async fn commitments(
    State(site): State<Arc<Site>>,
    OriginalUri(uri): OriginalUri,
    Path(partnership): Path<String>,
) -> Response {
    answer(site, uri, field::of_commitments(), move |desk, view, asked| {
        let (filter, _page) = read_filter(&asked.fields, desk.today());
        sweep(desk, view, &partnership, Kind::Commitment, &filter, asked)
    })
    .await
}

async fn records(
    State(site): State<Arc<Site>>,
    OriginalUri(uri): OriginalUri,
    Path((partnership, collection)): Path<(String, String)>,
) -> Response {
    answer(site, uri, field::of_records(), move |desk, view, asked| {
        let kind = routes::kind_of(&collection).ok_or(Problem::NotFound)?;
        sweep(desk, view, &partnership, kind, &CommitmentFilter::default(), asked)
    })
    .await
}

async fn one(
    State(site): State<Arc<Site>>,
    OriginalUri(uri): OriginalUri,
    Path((partnership, collection, id)): Path<(String, String, String)>,
) -> Response {
    answer(site, uri, field::of_all(), move |desk, view, _asked| {
        let kind = routes::kind_of(&collection).ok_or(Problem::NotFound)?;
        let id = RecordId::parse(&id).map_err(|_not_an_id| Problem::NotFound)?;
        Ok(twin::of_record(desk, view, &partnership, kind, &id)?)
    })
    .await
}

async fn changes(
    State(site): State<Arc<Site>>,
    OriginalUri(uri): OriginalUri,
    Path(partnership): Path<String>,
) -> Response {
    answer(site, uri, field::of_changes(), move |desk, view, asked| {
        of_changes(desk, view, &partnership, asked)
    })
    .await
}

/// Records of a kind in the order of their identifiers.
fn sweep(
    desk: &Desk,
    view: &View<'_>,
    partnership: &str,
    kind: Kind,
    filter: &CommitmentFilter,
    asked: &Asked,
) -> Result<Answer, Problem> {
    twin::partnership_exists(view, partnership)?;
    let after = asked.fields.get("after").and_then(|after| RecordId::parse(after).ok());
    // One more than is given tells whether there are more.
    let limit = asked.limit();
    let mut page = view.sweep(partnership, kind, filter, after.as_ref(), limit + 1)?;
    let has_more = page.records.len() > limit;
    page.records.truncate(limit);
    let last = page.records.last().filter(|_| has_more).map(|held| held.record.id.to_string());
    let names = Names::new(view, desk.locale, partnership);
    let mut records = Vec::with_capacity(page.records.len());
    for held in &page.records {
        records.push(twin::value(desk, &names, held)?);
    }
    let path = format!("{}/{partnership}/{}", routes::API_V1, routes::collection(kind));
    Ok(Answer::Data(json!({
        "total": page.total, "records": records, "next": next(desk, &path, asked, last),
        "as-of": twin::as_of(view)?
    })))
}

/// What was recorded, newest first.
fn of_changes(
    desk: &Desk,
    view: &View<'_>,
    partnership: &str,
    asked: &Asked,
) -> Result<Answer, Problem> {
    twin::partnership_exists(view, partnership)?;
    let after = asked.fields.get("after").map(|cursor| place(view, partnership, cursor));
    let after = after.transpose()?;
    let limit = asked.limit();
    let before = after.as_ref().map(|(origin, entry)| (origin.as_str(), *entry));
    let mut found = view.changes(partnership, ChangesOf::Partnership, before, limit + 1)?;
    let has_more = found.len() > limit;
    found.truncate(limit);
    let last = found.last().filter(|_| has_more).map(cursor);
    let names = Names::new(view, desk.locale, partnership);
    let changes = found.iter().map(|it| change(desk, &names, it)).collect::<Result<Vec<_>, _>>()?;
    let path = format!("{}/{partnership}/changes", routes::API_V1);
    Ok(Answer::Data(json!({
        "changes": changes, "next": next(desk, &path, asked, last), "as-of": twin::as_of(view)?
    })))
}

fn change(desk: &Desk, names: &Names<'_>, change: &Change) -> Result<Value, Problem> {
    let path = routes::record(names.partnership, change.kind, &change.record);
    Ok(json!({
        "act": feed::word(change), "at": twin::instant(change.act.at),
        "journal": change.act.origin, "entry": change.act.entry, "leaf": change.act.leaf,
        "record": {
            "id": change.record.as_str(), "kind": change.kind.code(),
            "label": names.link(&change.record)?.text,
            "address": form::address(desk, names, &path)
        }
    }))
}

/// Where the next changes begin: a voice and the number of an entry in its journal.
fn cursor(change: &Change) -> String {
    format!("{}-{}", record::voice_of(&change.act.origin), change.act.entry)
}

fn place(view: &View<'_>, partnership: &str, cursor: &str) -> Result<(String, u64), Problem> {
    let (voice, entry) = cursor.rsplit_once('-').ok_or(Problem::NotFound)?;
    let entry = entry.parse().map_err(|_too_large| Problem::NotFound)?;
    let journal = journal::find(view, partnership, voice)?;
    if entry < journal.size { Ok((journal.origin, entry)) } else { Err(Problem::NotFound) }
}

/// The address of what follows.
fn next(desk: &Desk, path: &str, asked: &Asked, last: Option<String>) -> Option<String> {
    let query = asked.fields.with("after", &last?);
    Some(format!("{}{path}?{query}", desk.site.address()))
}

/// The page for people who write programs.
#[derive(Debug, Template)]
#[template(path = "api.html")]
pub(crate) struct ApiPage {
    frame: Frame,
    /// Where the description is.
    description: Link,
    /// What can be asked, and where.
    addresses: Vec<Fact>,
    /// Fields of a query and what they do.
    fields: Vec<Fact>,
    /// The endings of addresses and the forms they give.
    endings: Vec<Fact>,
    /// The collections of a partnership.
    collections: Vec<Fact>,
}

/// `GET /api`, in a language
pub(crate) fn page(desk: &Desk, view: &View<'_>) -> Result<Answer, PageError> {
    let locale = desk.locale;
    let about = About {
        title: locale.say("api-title"),
        description: locale.say("api-lead"),
        path: routes::API.to_owned(),
        ..About::default()
    };
    let frame = Frame::new(desk, Some(view), about)?;
    let said = |label: &str, words: String| Fact {
        label: label.to_owned(),
        values: vec![Link::plain(words)],
    };
    let address = format!("{}/openapi.json?language={}", routes::API_V1, locale.language());
    let addresses = description::Operation::all(view)?
        .into_iter()
        .map(|operation| Fact {
            label: locale.say_code("api-does", operation.code),
            values: std::iter::once(Link::plain(operation.path))
                .chain(operation.examples.into_iter().map(|href| Link::to(href.clone(), href)))
                .collect(),
        })
        .collect();
    let fields = field::of_commitments()
        .into_iter()
        .map(|field| said(field.name, locale.say_code("api-field", field.code)))
        .collect();
    let endings = form::Form::WITH_ENDING
        .into_iter()
        .map(|form| said(form.ending(), locale.say_code("api-ending", form.code())))
        .collect();
    let collections = Kind::ALL
        .iter()
        .filter(|kind| **kind != Kind::Partnership)
        .map(|kind| said(routes::collection(*kind), locale.say_code("kind-meaning", kind.code())))
        .collect();
    let description = Link::to(format!("{}{address}", desk.site.address()), address);
    let page = ApiPage { frame, description, addresses, fields, endings, collections };
    Ok(Answer::Page(page.render()?))
}
