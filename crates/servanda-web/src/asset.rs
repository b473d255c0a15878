//! The files that pages refer to: style and fonts, compiled in, kept by browsers for ever.

use axum::extract::Path;
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};

/// An asset: its name with the version of the program, its media type, its bytes.
type Asset = (&'static str, &'static str, &'static [u8]);

/// The folder of assets. The version in it changes with every release, so that a browser never
/// shows a page with the style of another.
pub(crate) const FOLDER: &str = concat!("/assets/", env!("CARGO_PKG_VERSION"));

const ASSETS: [Asset; 9] = [
    ("style.css", "text/css; charset=utf-8", include_bytes!("../assets/style.css")),
    ("passkey.js", "text/javascript; charset=utf-8", include_bytes!("../assets/passkey.js")),
    ("draft.js", "text/javascript; charset=utf-8", include_bytes!("../assets/draft.js")),
    ("findings.js", "text/javascript; charset=utf-8", include_bytes!("../assets/findings.js")),
    ("mark.svg", "image/svg+xml", include_bytes!("../assets/mark.svg")),
    ("card.png", "image/png", include_bytes!("../assets/card.png")),
    ("serif-400.woff2", WOFF2, include_bytes!("../assets/serif-400.woff2")),
    ("sans-400.woff2", WOFF2, include_bytes!("../assets/sans-400.woff2")),
    ("sans-600.woff2", WOFF2, include_bytes!("../assets/sans-600.woff2")),
];
const WOFF2: &str = "font/woff2";

/// `GET /assets/{version}/{name}`
pub(crate) async fn serve(Path((_version, name)): Path<(String, String)>) -> Response {
    match ASSETS.iter().find(|(known, _, _)| *known == name) {
        Some((_, media_type, bytes)) => {
            let headers = [
                (header::CONTENT_TYPE, *media_type),
                (header::CACHE_CONTROL, "public, max-age=31536000, immutable"),
            ];
            (headers, *bytes).into_response()
        }
        None => StatusCode::NOT_FOUND.into_response(),
    }
}
