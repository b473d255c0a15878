//! What belongs to the web page and not to the document on it.

/// Lines that are furniture as they stand, in lower case.
const LINES: &[&str] = &[
    "language selection",
    "table of contents",
    "skip to main content",
    "search",
    "menu",
    "share this page",
    "share",
    "print",
    "report a problem on this page",
    "back to top",
    "you are here",
    "breadcrumb",
    "related links",
    "stay tuned for more updates",
    "read more",
    "leave a comment",
    "sélection de la langue",
    "table des matières",
    "passer au contenu principal",
    "recherche",
    "partager cette page",
    "partager",
    "imprimer",
    "signaler un problème sur cette page",
    "haut de page",
    "liens connexes",
    "selección de idioma",
    "índice",
    "tabla de contenido",
    "tabla de contenidos",
    "saltar al contenido principal",
    "buscar",
    "menú",
    "compartir",
    "imprimir",
    "imprime la página completa",
    "volver arriba",
    "enlaces relacionados",
    "comparte",
    "(…)",
    "(...)",
];

/// Beginnings of lines that are furniture, in lower case.
const BEGINNINGS: &[&str] = &[
    "date modified",
    "date de modification",
    "fecha de modificación",
    "fecha de actualización",
    "last updated:",
    "dernière mise à jour :",
    "última actualización:",
    "photo:",
    "photo :",
    "photo credit",
    "crédit photo",
    "image:",
    "image :",
    "foto:",
    "fotografía:",
    "imagen:",
    "crédito de la foto",
    "<!--",
    "![",
];

/// A longer line is none of those listed.
const LINE_BYTES_MAX: usize = 60;

/// So many dots lead to the number of a page.
const CONTENTS_DOTS_MIN: usize = 6;

/// The line says nothing of the document.
pub(crate) fn is_line(line: &str) -> bool {
    if line.is_empty() || line.len() > 400 {
        return false;
    }
    let bare = line
        .trim_start_matches(['-', '•', '*', '·', ' ', '#'])
        .trim_end_matches(['.', ':', ' ', '*']);
    is_told(bare) || is_rule(line) || is_contents_line(line)
}

/// The line is one of those listed, or begins as they do.
fn is_told(bare: &str) -> bool {
    let Some(first) = bare.as_bytes().first().map(u8::to_ascii_lowercase) else { return false };
    // A long line is none of those, and most lines begin as none of them does.
    let similar = |told: &&&str| told.as_bytes().first() == Some(&first) || !first.is_ascii();
    bare.len() <= LINE_BYTES_MAX
        && LINES.iter().filter(similar).any(|told| after(bare, told) == Some(true))
        || BEGINNINGS.iter().filter(similar).any(|told| after(bare, told).is_some())
        || first.is_ascii_digit() && is_counter(bare)
}

/// Whether a line that begins with these words, in any case, ends with them.
fn after(line: &str, words: &str) -> Option<bool> {
    let mut low = line.chars().flat_map(char::to_lowercase);
    words.chars().all(|c| low.next() == Some(c)).then(|| low.next().is_none())
}

/// `0 comments`, `12 commentaires`.
fn is_counter(bare: &str) -> bool {
    let Some((count, what)) = bare.split_once(' ') else { return false };
    count.chars().all(|c| c.is_ascii_digit())
        && matches!(
            what.to_lowercase().as_str(),
            "comment" | "comments" | "commentaire" | "commentaires" | "comentario" | "comentarios"
        )
}

/// A line drawn across the page.
fn is_rule(line: &str) -> bool {
    line.chars().all(|c| matches!(c, '-' | '_' | '=' | '*' | '~' | ' ' | '—' | '─'))
        && line.chars().count() >= 3
}

/// A line of a table of contents, its page number after a row of dots.
fn is_contents_line(line: &str) -> bool {
    let numbers = |c: char| c.is_ascii_digit() || matches!(c, 'i' | 'v' | 'x');
    let before = line.trim_end().trim_end_matches(numbers);
    let dots = before.chars().rev().take_while(|c| matches!(c, '.' | '…' | ' ' | '\u{A0}' | '_'));
    let dots: usize = dots.map(|c| if c == '…' { 3 } else { usize::from(c != ' ') }).sum();
    dots >= CONTENTS_DOTS_MIN
}

#[cfg(test)]
mod tests;
