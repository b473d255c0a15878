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
    let low = bare.to_lowercase();
    LINES.contains(&low.as_str())
        || BEGINNINGS.iter().any(|beginning| low.starts_with(beginning))
        || is_counter(&low)
        || is_rule(line)
        || is_contents_line(line)
}

/// `0 comments`, `12 commentaires`.
fn is_counter(low: &str) -> bool {
    let Some((count, what)) = low.split_once(' ') else { return false };
    count.chars().all(|c| c.is_ascii_digit())
        && matches!(
            what,
            "comment" | "comments" | "commentaire" | "commentaires" | "comentario" | "comentarios"
        )
}

/// A line drawn across the page.
fn is_rule(line: &str) -> bool {
    line.chars().count() >= 3
        && line.chars().all(|c| matches!(c, '-' | '_' | '=' | '*' | '~' | ' ' | '—' | '─'))
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
