//! A text as a picture that telephones scan: lines of an SVG, which needs neither script nor style.

use std::fmt::Write as _;

use qrcode::{Color, QrCode};

/// Modules of light around the code, so that scanners find it (ISO/IEC 18004 §6.3.8).
const QUIET: usize = 4;

/// The picture of a text.
#[derive(Debug)]
pub(crate) struct Picture {
    /// Its width and height, in modules.
    pub(crate) size: usize,
    /// The dark modules, as the `d` of a path.
    pub(crate) dark: String,
}

impl Picture {
    /// The picture of a text; none where the text is too long for one.
    pub(crate) fn of(text: &str) -> Option<Self> {
        let code = QrCode::new(text).ok()?;
        let width = code.width();
        let colors = code.to_colors();
        let mut dark = String::new();
        for (y, row) in colors.chunks(width).enumerate() {
            for (x, _) in row.iter().enumerate().filter(|(_, color)| **color == Color::Dark) {
                write!(dark, "M{} {}h1v1h-1z", x + QUIET, y + QUIET).ok()?;
            }
        }
        Some(Self { size: width + 2 * QUIET, dark })
    }
}
