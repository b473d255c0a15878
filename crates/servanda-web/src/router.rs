//! Which address is answered by what.

use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use axum::extract::{DefaultBodyLimit, OriginalUri, Path, Request, State};
use axum::http::{HeaderMap, HeaderName, HeaderValue, Method, StatusCode, Uri, header};
use axum::middleware::{Next, from_fn, from_fn_with_state};
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::get;
use servanda_model::{Kind, Language, RecordId};
use servanda_register::View;
use tower_http::CompressionLevel;
use tower_http::catch_panic::CatchPanicLayer;
use tower_http::compression::CompressionLayer;
use tower_http::compression::predicate::{NotForContentType, Predicate, SizeAbove};
use tower_http::csrf::{CsrfLayer, ProtectionError};
use tower_http::set_header::SetResponseHeaderLayer;

use crate::answer::{Answer, PageError};
use crate::fields::Fields;
use crate::form::Form;
use crate::locale::Locale;
use crate::moment::Chosen;
use crate::site::{Desk, Site};
use crate::{
    api, asset, calendar, document, error, feed, figures, freshness, glance, home, institution,
    journal, list, partnership, record, routes, search, sheet, sitemap, source, timeline, twin,
    workspace,
};

/// The whole site.
pub fn router(site: Arc<Site>) -> Router {
    let mut router = Router::new()
        .route("/", get(choose_language))
        .route("/api", get(choose_language))
        .route(routes::SIGN_IN_PROVIDER_BACK, get(back_in_language))
        .route("/robots.txt", get(robots))
        .route("/sitemap.xml", get(sitemap))
        .route("/sitemap/{name}", get(sitemap_part))
        .route("/assets/{version}/{name}", get(asset::serve).layer(compression(KEPT)))
        .route("/{partnership}/{voice}/checkpoint", get(checkpoint))
        .route("/{partnership}/{voice}/tile/{*path}", get(tile))
        .with_state(Arc::clone(&site))
        .nest(routes::API_V1, api::router(Arc::clone(&site)));
    for language in Language::ALL {
        let desk = Desk::new(Arc::clone(&site), Locale::of(language));
        let home = format!("/{}", language.tag());
        router = router
            .route(&format!("{home}.json"), get(home_data).with_state(desk.clone()))
            .nest(&home, pages(desk));
    }
    let desk = Desk::new(Arc::clone(&site), Locale::of(Language::English));
    let header = |name: HeaderName, value: &'static str| {
        SetResponseHeaderLayer::if_not_present(name, HeaderValue::from_static(value))
    };
    // Whoever came over TLS once is not led elsewhere by a plain answer.
    let secure = HeaderValue::from_static("max-age=31536000; includeSubDomains");
    let secure = site.is_secure().then_some(secure);
    let secure = SetResponseHeaderLayer::if_not_present(header::STRICT_TRANSPORT_SECURITY, secure);
    router
        .fallback(nothing_here)
        .method_not_allowed_fallback(only_read)
        .with_state(desk)
        .layer(DefaultBodyLimit::max(FORM_BYTES_MAX))
        .layer(from_fn_with_state(Arc::clone(&site), in_time))
        .layer(own_pages_only(&site))
        .layer(from_fn_with_state(Arc::clone(&site), tell_other_site))
        .layer(from_fn_with_state(Arc::clone(&site), mend_path))
        .layer(from_fn_with_state(Arc::clone(&site), source::mark))
        .layer(from_fn_with_state(site, remember_language))
        .layer(from_fn(freshness::spare))
        .layer(compression(CompressionLevel::Fastest))
        .layer(CatchPanicLayer::new())
        .layer(header(header::CONTENT_SECURITY_POLICY, POLICY))
        .layer(header(header::X_CONTENT_TYPE_OPTIONS, "nosniff"))
        .layer(header(header::REFERRER_POLICY, "same-origin"))
        .layer(header(header::X_FRAME_OPTIONS, "DENY"))
        // The filter of old browsers, which could itself be used against a page.
        .layer(header(header::X_XSS_PROTECTION, "0"))
        .layer(secure)
}

/// How long an answer may take, a form that is sent slowly included; the longest is a search of a
/// day that was not searched before. Then whoever asks is told to ask again.
const REQUEST_TIME_MAX: Duration = Duration::from_mins(1);
/// How long it may take to send a document and to have it read.
const UPLOAD_TIME_MAX: Duration = Duration::from_mins(10);
/// Bytes of a form that is sent here.
const FORM_BYTES_MAX: usize = 256 * 1_024;

/// Takes forms from pages of this site only: nobody acts here by opening a page elsewhere.
fn own_pages_only(site: &Site) -> CsrfLayer {
    // Behind a proxy the host of a request may be another than the one readers know.
    CsrfLayer::new()
        .add_trusted_origin(site.address())
        .unwrap_or_else(|_not_an_origin| CsrfLayer::new())
}

/// Tells whose form was not taken what happened.
async fn tell_other_site(State(site): State<Arc<Site>>, request: Request, next: Next) -> Response {
    let path = request.uri().path().to_owned();
    let response = next.run(request).await;
    if response.extensions().get::<ProtectionError>().is_none() {
        return response;
    }
    let desk = Desk::new(site, Locale::of(language_of(&path)));
    error::respond(&desk, path_without_language(&path), &PageError::OtherSite)
}

/// Lets nobody wait, or be waited for, longer than an answer may take.
async fn in_time(State(site): State<Arc<Site>>, request: Request, next: Next) -> Response {
    let path = request.uri().path().to_owned();
    // A document takes as long to send as the line of whoever sends it needs, and then it is read.
    let is_upload = request.method() == Method::POST && path.ends_with("/documents");
    let most = if is_upload { UPLOAD_TIME_MAX } else { REQUEST_TIME_MAX };
    if let Ok(response) = tokio::time::timeout(most, next.run(request)).await {
        return response;
    }
    let desk = Desk::new(site, Locale::of(language_of(&path)));
    error::respond(&desk, path_without_language(&path), &PageError::TooSlow)
}

/// Keeps the language of a page as the reader's choice.
async fn remember_language(
    State(site): State<Arc<Site>>,
    request: Request,
    next: Next,
) -> Response {
    let language = language_of(request.uri().path());
    let mut response = next.run(request).await;
    if response.headers().contains_key(header::CONTENT_LANGUAGE) {
        let (name, tag) = (language_cookie(&site), language.tag());
        let secure = if site.is_secure() { "; Secure" } else { "" };
        let attributes = format!("Path=/; Max-Age=31536000; HttpOnly; SameSite=Lax{secure}");
        if let Ok(cookie) = HeaderValue::from_str(&format!("{name}={tag}; {attributes}")) {
            response.headers_mut().append(header::SET_COOKIE, cookie);
        }
    }
    response
}

/// Browsers take a name with this beginning from the host itself only, over TLS.
fn language_cookie(site: &Site) -> &'static str {
    if site.is_secure() { "__Host-language" } else { "language" }
}

/// The language of the page at a path.
fn language_of(path: &str) -> Language {
    Language::parse(path.get(1..3).unwrap_or_default()).unwrap_or(Language::English)
}

/// Bytes below which squeezing an answer saves nobody anything.
const SQUEEZED_BYTES_MIN: u64 = 1_000;

/// How hard what browsers keep is squeezed: harder than pages, which are made while somebody waits.
const KEPT: CompressionLevel = CompressionLevel::Default;

/// Sends text squeezed to whoever can read it so: a page is a fifth of its size then. Fonts and
/// pictures are small already, and what is published of journals is sent as it was signed.
fn compression(level: CompressionLevel) -> CompressionLayer<impl Predicate> {
    let worth_it = SizeAbove::new(SQUEEZED_BYTES_MIN)
        .and(NotForContentType::IMAGES)
        .and(NotForContentType::const_new("font/"))
        .and(NotForContentType::const_new("application/octet-stream"));
    CompressionLayer::new().quality(level).compress_when(worth_it)
}

/// Leads an address that ends in a slash to the page, and answers one that is not text.
async fn mend_path(State(site): State<Arc<Site>>, request: Request, next: Next) -> Response {
    let path = request.uri().path();
    if percent_encoding::percent_decode_str(path).decode_utf8().is_err() {
        if path.starts_with(routes::API_V1) {
            return api::nothing_here(&site);
        }
        let desk = Desk::new(site, Locale::of(language_of(path)));
        return error::respond(&desk, routes::HOME, &PageError::NotFound);
    }
    let trimmed = path.trim_end_matches('/');
    if trimmed.len() < path.len() && !trimmed.is_empty() {
        let query = request.uri().query().map_or_else(String::new, |query| format!("?{query}"));
        // One slash at the beginning: two would name another host.
        return Redirect::permanent(&format!("/{}{query}", trimmed.trim_start_matches('/')))
            .into_response();
    }
    next.run(request).await
}

/// No script at all: every page is complete without.
const POLICY: &str = "default-src 'none'; style-src 'self'; font-src 'self'; img-src 'self'; \
                      form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
/// The script for passkeys, which no browser asks for by itself: on the pages where somebody signs in
/// or adds one, and complete without it as well.
pub(crate) const POLICY_WITH_PASSKEYS: &str = "default-src 'none'; script-src 'self'; \
                                               style-src 'self'; font-src 'self'; img-src 'self'; \
                                               form-action 'self'; base-uri 'none'; \
                                               frame-ancestors 'none'";

/// The script that keeps what is typed into a draft, and may send it to this site: on the page of a
/// draft, and complete without it as well.
pub(crate) const POLICY_OF_DRAFT: &str = "default-src 'none'; script-src 'self'; \
                                          connect-src 'self'; style-src 'self'; font-src 'self'; \
                                          img-src 'self'; form-action 'self'; base-uri 'none'; \
                                          frame-ancestors 'none'";

fn pages(desk: Desk) -> Router<Desk> {
    Router::new()
        .route("/", get(home_page))
        .route("/about", get(about_page))
        .route("/about.json", get(about_data))
        .route(routes::API, get(api_page))
        .route("/search", get(search_page))
        .route("/search.json", get(search_data))
        .route("/search.csv", get(search_table))
        .route("/search.atom", get(search_feed))
        .route("/{partnership}", get(partnership_page))
        .route("/{partnership}/journal", get(journals_page))
        .route("/{partnership}/journal.json", get(journals_data))
        .route("/{partnership}/journal/{voice}", get(journal_page))
        .route("/{partnership}/journal/{voice}/{entry}", get(entry_page))
        .route("/{partnership}/timeline", get(timeline_page))
        .route("/{partnership}/timeline.json", get(timeline_data))
        .merge(glance::routes())
        .merge(workspace::routes())
        .route("/{partnership}/{collection}", get(list_page))
        .route("/{partnership}/{collection}/{id}", get(record_page))
        .route("/{partnership}/documents/{id}/original", get(original))
        .route("/{partnership}/{collection}/{id}/history", get(history_page))
        .route("/{partnership}/{collection}/{id}/history.json", get(history_data))
        .fallback(nothing_here)
        .method_not_allowed_fallback(only_read)
        .with_state(desk)
}

/// Asks the register for an answer away from the threads that serve the network.
pub(crate) async fn answer(
    mut desk: Desk,
    uri: Uri,
    ask: impl FnOnce(&Desk, &View<'_>) -> Result<Answer, PageError> + Send + 'static,
) -> Response {
    desk.chosen = Chosen::read(uri.query().unwrap_or_default(), desk.site.today());
    let question = desk.site.question(&uri);
    if let Some(kept) = desk.site.kept().find(&question) {
        return kept.into_response();
    }
    let asked = {
        let desk = desk.clone();
        tokio::task::spawn_blocking(move || {
            let register = desk.site.office().register();
            let answer = register.view_at(&desk.chosen.moment, |view| ask(&desk, view))?;
            Ok(answer.carrying(&desk.chosen).written(desk.locale.language()))
        })
        .await
    };
    let error = match asked {
        Ok(Ok(Ok(written))) => {
            desk.site.kept().keep(question, &written);
            return written.into_response();
        }
        Ok(Ok(Err(elsewhere))) => return Redirect::to(&elsewhere).into_response(),
        Ok(Err(error)) => error,
        Err(stopped) => PageError::Failed(Box::new(stopped)),
    };
    error::respond(&desk, path_without_language(uri.path()), &error)
}

pub(crate) fn path_without_language(path: &str) -> &str {
    let rest = path.strip_prefix('/').and_then(|path| path.split_once('/'));
    match rest {
        Some((tag, rest)) if Language::parse(tag).is_ok() => {
            path.get(path.len() - rest.len() - 1..).unwrap_or_default()
        }
        _ if path.len() == 3 => "",
        _ => path,
    }
}

/// `GET /` and `GET /api`: the language chosen before, or the first of the browser's that we speak.
async fn choose_language(
    State(site): State<Arc<Site>>,
    OriginalUri(uri): OriginalUri,
    headers: HeaderMap,
) -> Redirect {
    let language = chosen_language(&site, &headers);
    Redirect::to(&routes::localized(language, uri.path().trim_end_matches('/')))
}

/// The language chosen before, or the first of the browser's that we speak.
fn chosen_language(site: &Site, headers: &HeaderMap) -> Language {
    let header = |name| headers.get(name).and_then(|value: &HeaderValue| value.to_str().ok());
    let chosen = header(header::COOKIE)
        .unwrap_or_default()
        .split(';')
        .filter_map(|pair| pair.trim().strip_prefix(language_cookie(site))?.strip_prefix('='))
        .find_map(|tag| Language::parse(tag).ok());
    let spoken = header(header::ACCEPT_LANGUAGE)
        .unwrap_or_default()
        .split(',')
        .filter_map(|range| range.split(';').next())
        .find_map(|tag| Language::parse(tag.trim()).ok());
    chosen.or(spoken).unwrap_or(Language::English)
}

/// `GET /sign-in/provider/back`: the same in the language chosen before, with what was sent along.
async fn back_in_language(
    site: State<Arc<Site>>,
    OriginalUri(uri): OriginalUri,
    headers: HeaderMap,
) -> Redirect {
    let language = chosen_language(&site, &headers);
    let query = uri.query().map_or_else(String::new, |query| format!("?{query}"));
    Redirect::to(&format!("{}{query}", routes::localized(language, uri.path())))
}

async fn robots(State(site): State<Arc<Site>>) -> String {
    sitemap::robots(&site)
}

async fn sitemap(State(site): State<Arc<Site>>, OriginalUri(uri): OriginalUri) -> Response {
    let desk = Desk::new(site, Locale::of(Language::English));
    answer(desk, uri, |desk, view| sitemap::whole(&desk.site, view)).await
}

async fn sitemap_part(
    State(site): State<Arc<Site>>,
    OriginalUri(uri): OriginalUri,
    Path(name): Path<String>,
) -> Response {
    let desk = Desk::new(site, Locale::of(Language::English));
    answer(desk, uri, move |desk, view| sitemap::part(&desk.site, view, &name)).await
}

async fn api_page(State(desk): State<Desk>, OriginalUri(uri): OriginalUri) -> Response {
    answer(desk, uri, api::page).await
}

async fn nothing_here(State(desk): State<Desk>, OriginalUri(uri): OriginalUri) -> Response {
    error::respond(&desk, path_without_language(uri.path()), &PageError::NotFound)
}

/// Nothing can be sent to this address: it is for reading.
async fn only_read(State(desk): State<Desk>, OriginalUri(uri): OriginalUri) -> Response {
    error::respond(&desk, path_without_language(uri.path()), &PageError::OnlyRead)
}

async fn home_page(State(desk): State<Desk>, OriginalUri(uri): OriginalUri) -> Response {
    answer(desk, uri, home::page).await
}

async fn home_data(State(desk): State<Desk>, OriginalUri(uri): OriginalUri) -> Response {
    answer(desk, uri, twin::of_home).await
}

async fn about_data(State(desk): State<Desk>, OriginalUri(uri): OriginalUri) -> Response {
    answer(desk, uri, |desk, _view| Ok(twin::of_about(desk))).await
}

async fn about_page(State(desk): State<Desk>, OriginalUri(uri): OriginalUri) -> Response {
    answer(desk, uri, home::about).await
}

async fn search_page(
    State(desk): State<Desk>,
    OriginalUri(uri): OriginalUri,
    fields: Fields,
) -> Response {
    answer(desk, uri, move |desk, view| search::page(desk, view, &fields)).await
}

async fn search_data(
    State(desk): State<Desk>,
    OriginalUri(uri): OriginalUri,
    fields: Fields,
) -> Response {
    answer(desk, uri, move |desk, view| twin::of_search(desk, view, &fields)).await
}

async fn search_table(
    State(desk): State<Desk>,
    OriginalUri(uri): OriginalUri,
    fields: Fields,
) -> Response {
    answer(desk, uri, move |desk, view| search::table(desk, view, &fields)).await
}

async fn search_feed(
    State(desk): State<Desk>,
    OriginalUri(uri): OriginalUri,
    fields: Fields,
) -> Response {
    answer(desk, uri, move |desk, view| search::feed(desk, view, &fields)).await
}

async fn partnership_page(
    State(desk): State<Desk>,
    OriginalUri(uri): OriginalUri,
    Path(name): Path<String>,
) -> Response {
    answer(desk, uri, move |desk, view| {
        let (name, form) = Form::split(&name);
        match form {
            Form::Page => partnership::page(desk, view, name),
            Form::Data => partnership::data(desk, view, name),
            Form::Table => sheet::of_list(desk, view, name, Kind::Partnership, &Fields::default()),
            Form::Feed => feed::of_partnership(desk, view, name),
            Form::Calendar => Err(PageError::NotFound),
        }
    })
    .await
}

async fn timeline_page(
    State(desk): State<Desk>,
    OriginalUri(uri): OriginalUri,
    Path(partnership): Path<String>,
) -> Response {
    answer(desk, uri, move |desk, view| timeline::page(desk, view, &partnership)).await
}

async fn timeline_data(
    State(desk): State<Desk>,
    OriginalUri(uri): OriginalUri,
    Path(partnership): Path<String>,
) -> Response {
    answer(desk, uri, move |desk, view| timeline::data(desk, view, &partnership)).await
}

async fn list_page(
    State(desk): State<Desk>,
    OriginalUri(uri): OriginalUri,
    Path((partnership, collection)): Path<(String, String)>,
    fields: Fields,
) -> Response {
    answer(desk, uri, move |desk, view| {
        let (name, form) = Form::split(&collection);
        let kind = routes::kind_of(name).ok_or(PageError::NotFound)?;
        match (form, kind) {
            (Form::Table, _) => sheet::of_list(desk, view, &partnership, kind, &fields),
            (Form::Feed, _) => feed::of_list(desk, view, &partnership, kind, &fields),
            (Form::Calendar, _) => calendar::of_list(desk, view, &partnership, kind, &fields),
            (Form::Data, Kind::Commitment) => {
                twin::of_commitments(desk, view, &partnership, &fields)
            }
            (Form::Page, Kind::Commitment) => list::commitments(desk, view, &partnership, &fields),
            (Form::Page, Kind::Institution) => institution::page(desk, view, &partnership, &fields),
            (Form::Page, Kind::Figure) => figures::page(desk, view, &partnership, fields.page()),
            (Form::Data, _) => twin::of_list(desk, view, &partnership, kind),
            (Form::Page, _) => match routes::list(&partnership, kind) {
                // Posts are on the page of people, sections on that of instruments.
                elsewhere if !elsewhere.ends_with(name) => {
                    Ok(Answer::Elsewhere(routes::localized(desk.locale.language(), &elsewhere)))
                }
                _here => list::page(desk, view, &partnership, kind),
            },
        }
    })
    .await
}

async fn record_page(
    State(desk): State<Desk>,
    OriginalUri(uri): OriginalUri,
    Path((partnership, collection, id)): Path<(String, String, String)>,
    fields: Fields,
) -> Response {
    answer(desk, uri, move |desk, view| {
        let (id, form) = Form::split(&id);
        let (kind, id) = kind_and_id(&collection, id)?;
        match (form, kind) {
            (Form::Data, _) => twin::of_record(desk, view, &partnership, kind, &id),
            (Form::Table, _) => sheet::of_record(desk, view, &partnership, kind, &id),
            (Form::Feed, _) => feed::of_record(desk, view, &partnership, kind, &id),
            (Form::Calendar, _) => calendar::of_record(desk, view, &partnership, kind, &id),
            (Form::Page, Kind::Document) => {
                document::page(desk, view, &partnership, &id, fields.page())
            }
            (Form::Page, _) => record::page(desk, view, &partnership, kind, &id),
        }
    })
    .await
}

async fn history_page(
    State(desk): State<Desk>,
    OriginalUri(uri): OriginalUri,
    Path((partnership, collection, id)): Path<(String, String, String)>,
) -> Response {
    answer(desk, uri, move |desk, view| {
        let (kind, id) = kind_and_id(&collection, &id)?;
        record::history(desk, view, &partnership, kind, &id)
    })
    .await
}

async fn history_data(
    State(desk): State<Desk>,
    OriginalUri(uri): OriginalUri,
    Path((partnership, collection, id)): Path<(String, String, String)>,
) -> Response {
    answer(desk, uri, move |desk, view| {
        let (kind, id) = kind_and_id(&collection, &id)?;
        twin::of_history(desk, view, &partnership, kind, &id)
    })
    .await
}

/// The kind and identifier that an address names.
fn kind_and_id(collection: &str, id: &str) -> Result<(Kind, RecordId), PageError> {
    let kind = routes::kind_of(collection).ok_or(PageError::NotFound)?;
    let id = RecordId::parse(id).map_err(|_not_an_id| PageError::NotFound)?;
    Ok((kind, id))
}

async fn original(
    State(desk): State<Desk>,
    OriginalUri(uri): OriginalUri,
    Path((partnership, id)): Path<(String, String)>,
) -> Response {
    answer(desk, uri, move |desk, view| {
        let id = RecordId::parse(&id).map_err(|_not_an_id| PageError::NotFound)?;
        document::original(desk, view, &partnership, &id)
    })
    .await
}

async fn journals_page(
    State(desk): State<Desk>,
    OriginalUri(uri): OriginalUri,
    Path(partnership): Path<String>,
) -> Response {
    answer(desk, uri, move |desk, view| journal::all(desk, view, &partnership)).await
}

async fn journals_data(
    State(desk): State<Desk>,
    OriginalUri(uri): OriginalUri,
    Path(partnership): Path<String>,
) -> Response {
    answer(desk, uri, move |desk, view| twin::of_journals(desk, view, &partnership)).await
}

async fn journal_page(
    State(desk): State<Desk>,
    OriginalUri(uri): OriginalUri,
    Path((partnership, voice)): Path<(String, String)>,
    fields: Fields,
) -> Response {
    answer(desk, uri, move |desk, view| {
        let before = fields.parsed("before");
        match without_json(&voice) {
            (voice, true) => twin::of_journal(view, &partnership, voice, before),
            (voice, false) => journal::one(desk, view, &partnership, voice, before),
        }
    })
    .await
}

async fn entry_page(
    State(desk): State<Desk>,
    OriginalUri(uri): OriginalUri,
    Path((partnership, voice, index)): Path<(String, String, String)>,
) -> Response {
    answer(desk, uri, move |desk, view| {
        let (index, is_data) = without_json(&index);
        let index = index.parse().map_err(|_not_a_number| PageError::NotFound)?;
        if is_data {
            twin::of_entry(desk, view, &partnership, &voice, index)
        } else {
            journal::entry(desk, view, &partnership, &voice, index)
        }
    })
    .await
}

async fn checkpoint(
    State(site): State<Arc<Site>>,
    Path((partnership, voice)): Path<(String, String)>,
) -> Response {
    published(&site, &partnership, &voice, "checkpoint").await
}

async fn tile(
    State(site): State<Arc<Site>>,
    Path((partnership, voice, path)): Path<(String, String, String)>,
) -> Response {
    published(&site, &partnership, &voice, &format!("tile/{path}")).await
}

/// A static file of a public journal (C2SP tlog-tiles).
async fn published(site: &Arc<Site>, partnership: &str, voice: &str, path: &str) -> Response {
    let (site, partnership, voice, path) =
        (Arc::clone(site), partnership.to_owned(), voice.to_owned(), path.to_owned());
    let found = tokio::task::spawn_blocking(move || {
        let journal =
            site.office().register().view(|view| journal::find(view, &partnership, &voice))?;
        let bytes = site.office().published(&journal.origin, &path)?;
        let media_type = match path.as_str() {
            "checkpoint" => "text/plain; charset=utf-8",
            _tile => "application/octet-stream",
        };
        let lasting = path != "checkpoint";
        bytes.map(|bytes| Answer::Static { bytes, media_type, lasting }).ok_or(PageError::NotFound)
    })
    .await;
    match found {
        Ok(Ok(answer)) => answer.into_response(),
        Ok(Err(
            PageError::NotFound
            | PageError::OnlyRead
            | PageError::SignedOut
            | PageError::Forbidden
            | PageError::OtherSite
            | PageError::TooLarge
            | PageError::TooSlow,
        )) => StatusCode::NOT_FOUND.into_response(),
        Ok(Err(PageError::Failed(failure))) => {
            tracing::error!(failure = %failure, "a tile failed");
            StatusCode::INTERNAL_SERVER_ERROR.into_response()
        }
        Err(stopped) => {
            tracing::error!(failure = %stopped, "a tile failed");
            StatusCode::INTERNAL_SERVER_ERROR.into_response()
        }
    }
}

pub(crate) fn without_json(name: &str) -> (&str, bool) {
    name.strip_suffix(".json").map_or((name, false), |name| (name, true))
}
