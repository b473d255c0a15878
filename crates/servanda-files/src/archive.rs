//! The parts of a ZIP archive, unpacked within limits.

use std::io::{Cursor, ErrorKind, Read as _};

use servanda_reading::{Format, Unreadable};
use zip::ZipArchive;
use zip::result::ZipError;

use crate::limits::Limits;

/// What an OpenDocument text says it is, in its part `mimetype`.
const ODT_TYPES: [&str; 2] =
    ["application/vnd.oasis.opendocument.text", "application/vnd.oasis.opendocument.text-template"];

/// An archive that is open, and how much may still be unpacked from it.
pub(crate) struct Archive<'b> {
    zip: ZipArchive<Cursor<&'b [u8]>>,
    left_bytes: u64,
    limit_bytes: u64,
}

/// Why a part is not there.
#[derive(Debug, PartialEq, Eq, thiserror::Error)]
pub(crate) enum NoPart {
    #[error("it is missing")]
    Missing,
    #[error("unpacked it has more than the {limit_bytes} bytes that all parts may have")]
    TooLarge { limit_bytes: u64 },
    #[error("it opens with a password only")]
    Locked,
    #[error("it is damaged")]
    Damaged,
}

impl<'b> Archive<'b> {
    /// Opens an archive, or says what is wrong with it.
    pub(crate) fn open(bytes: &'b [u8], limits: &Limits) -> Result<Self, String> {
        let zip = ZipArchive::new(Cursor::new(bytes))
            .map_err(|error| format!("the archive is damaged ({error})"))?;
        if zip.len() > limits.part_count_max {
            return Err(format!(
                "it has {} parts; at most {} are opened",
                zip.len(),
                limits.part_count_max
            ));
        }
        let limit_bytes = limits.unpacked_bytes_max;
        Ok(Self { zip, left_bytes: limit_bytes, limit_bytes })
    }

    /// What kind of document is in it.
    pub(crate) fn format(&mut self) -> Result<Format, Unreadable> {
        let kind = self.part("mimetype").ok().and_then(|bytes| String::from_utf8(bytes).ok());
        if kind.is_some_and(|kind| ODT_TYPES.contains(&kind.trim())) {
            return Ok(Format::Odt);
        }
        let has = |name: &str| self.zip.index_for_name(name).is_some();
        let spreadsheet = has("xl/workbook.xml");
        let slides = has("ppt/presentation.xml");
        if has("[Content_Types].xml") && !spreadsheet && !slides {
            return Ok(Format::Docx);
        }
        let format = match (spreadsheet, slides) {
            (true, _) => "a spreadsheet (XLSX)",
            (_, true) => "a set of slides (PPTX)",
            (false, false) => "a ZIP archive",
        };
        Err(Unreadable::Binary { format: format.into() })
    }

    /// Unpacks a part.
    pub(crate) fn part(&mut self, name: &str) -> Result<Vec<u8>, NoPart> {
        let part = match self.zip.by_name(name) {
            Ok(part) => part,
            Err(ZipError::FileNotFound) => return Err(NoPart::Missing),
            Err(ZipError::UnsupportedArchive(ZipError::PASSWORD_REQUIRED)) => {
                return Err(NoPart::Locked);
            }
            Err(_) => return Err(NoPart::Damaged),
        };
        // One byte more than is left tells a part that is too large from one that just fits.
        // What the archive says of its size is not believed.
        let mut bytes = Vec::new();
        let read = part.take(self.left_bytes.saturating_add(1)).read_to_end(&mut bytes);
        let size_bytes = u64::try_from(bytes.len()).unwrap_or(u64::MAX);
        if size_bytes > self.left_bytes {
            return Err(NoPart::TooLarge { limit_bytes: self.limit_bytes });
        }
        self.left_bytes -= size_bytes;
        match read {
            Ok(_) => Ok(bytes),
            Err(error) if error.kind() == ErrorKind::OutOfMemory => crate::out_of_memory(),
            Err(_) => Err(NoPart::Damaged),
        }
    }
}

#[cfg(test)]
mod tests;
