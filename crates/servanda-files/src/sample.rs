//! Files made up for tests.

use std::io::{Cursor, Write as _};

use servanda_reading::{Marked, Segment};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

use crate::limits::Limits;

/// An archive of these parts.
pub(crate) fn archive(parts: &[(&str, &str)]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default().compression_method(CompressionMethod::Deflated);
    for (name, text) in parts {
        zip.start_file(*name, options).unwrap();
        zip.write_all(text.as_bytes()).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

/// A DOCX with this in its body, and these parts beside.
pub(crate) fn docx(body: &str, beside: &[(&str, &str)]) -> Vec<u8> {
    let document = format!(
        "<w:document xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main' \
         xmlns:mc='http://schemas.openxmlformats.org/markup-compatibility/2006' \
         xmlns:wps='http://schemas.microsoft.com/office/word/2010/wordprocessingShape'>\
         <w:body>{body}</w:body></w:document>"
    );
    let mut parts = vec![("[Content_Types].xml", "<Types/>"), ("word/document.xml", &document)];
    let wrapped: Vec<(String, String)> = beside
        .iter()
        .map(|(name, inside)| {
            let root = name.trim_end_matches(".xml");
            let text = format!(
                "<w:{root} xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'>\
                 {inside}</w:{root}>"
            );
            (format!("word/{name}"), text)
        })
        .collect();
    parts.extend(wrapped.iter().map(|(name, text)| (name.as_str(), text.as_str())));
    archive(&parts)
}

/// An ODT with this in its body, and these automatic styles.
pub(crate) fn odt(body: &str, styles: &str) -> Vec<u8> {
    let content = format!(
        "<office:document-content \
         xmlns:office='urn:oasis:names:tc:opendocument:xmlns:office:1.0' \
         xmlns:text='urn:oasis:names:tc:opendocument:xmlns:text:1.0' \
         xmlns:table='urn:oasis:names:tc:opendocument:xmlns:table:1.0' \
         xmlns:style='urn:oasis:names:tc:opendocument:xmlns:style:1.0' \
         xmlns:fo='urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0'>\
         <office:automatic-styles>{styles}</office:automatic-styles>\
         <office:body><office:text>{body}</office:text></office:body></office:document-content>"
    );
    archive(&[("mimetype", "application/vnd.oasis.opendocument.text"), ("content.xml", &content)])
}

/// What is taken out of a file, told in lines.
pub(crate) fn told(bytes: &[u8], limits: &Limits) -> String {
    let extract = match crate::extract(bytes, "file", limits) {
        Ok(extract) => extract,
        Err(unreadable) => return format!("{unreadable}\n"),
    };
    let mut told = String::new();
    for segment in &extract.segments {
        told.push_str(&match segment {
            Segment::Lines(lines) => format!("lines: {}\n", lines.replace('\n', "⏎")),
            Segment::Block(Marked { kind, mark, text, depth }) => {
                let kind = format!("{kind:?}").replace(" { introduction: None }", "");
                format!("{kind} {depth} {mark:?} {text:?}\n")
            }
        });
    }
    for problem in &extract.problems {
        told.push_str(&format!("! {problem}\n"));
    }
    told
}
