//! The addresses of the pages that show everything at once.

use axum::Router;
use axum::extract::{OriginalUri, Path, State};
use axum::response::Response;
use axum::routing::get;
use servanda_model::Lens;

use crate::answer::PageError;
use crate::fields::Fields;
use crate::router::{answer, without_json};
use crate::site::Desk;
use crate::{lens, matrix};

/// The routes of these pages and their twins.
pub(crate) fn routes() -> Router<Desk> {
    Router::new()
        .route("/{partnership}/matrix", get(matrix_page))
        .route("/{partnership}/matrix.json", get(matrix_data))
        .route("/{partnership}/lenses", get(lenses_page))
        .route("/{partnership}/lenses.json", get(lenses_data))
        .route("/{partnership}/lenses/{lens}", get(lens_page))
}

async fn matrix_page(
    State(desk): State<Desk>,
    OriginalUri(uri): OriginalUri,
    Path(partnership): Path<String>,
    fields: Fields,
) -> Response {
    answer(desk, uri, move |desk, view| matrix::page(desk, view, &partnership, &fields)).await
}

async fn matrix_data(
    State(desk): State<Desk>,
    OriginalUri(uri): OriginalUri,
    Path(partnership): Path<String>,
    fields: Fields,
) -> Response {
    answer(desk, uri, move |desk, view| matrix::data(desk, view, &partnership, &fields)).await
}

async fn lenses_page(
    State(desk): State<Desk>,
    OriginalUri(uri): OriginalUri,
    Path(partnership): Path<String>,
) -> Response {
    answer(desk, uri, move |desk, view| lens::all(desk, view, &partnership)).await
}

async fn lenses_data(
    State(desk): State<Desk>,
    OriginalUri(uri): OriginalUri,
    Path(partnership): Path<String>,
) -> Response {
    answer(desk, uri, move |_desk, view| lens::all_data(view, &partnership)).await
}

async fn lens_page(
    State(desk): State<Desk>,
    OriginalUri(uri): OriginalUri,
    Path((partnership, name)): Path<(String, String)>,
) -> Response {
    answer(desk, uri, move |desk, view| {
        let (name, is_data) = without_json(&name);
        let lens = Lens::find(name).ok_or(PageError::NotFound)?;
        if is_data {
            lens::one_data(desk, view, &partnership, lens)
        } else {
            lens::one(desk, view, &partnership, lens)
        }
    })
    .await
}
