//! Links between pages of the documentation lead somewhere.

use std::path::Path;

use super::{Finding, TextFile};

/// Checks every link of a Markdown file to another file.
pub(super) fn check(root: &Path, files: &[TextFile]) -> Vec<Finding> {
    let pages = files.iter().filter(|file| file.has_extension("md"));
    pages
        .flat_map(|file| {
            let folder = root.join(&file.path);
            let folder = folder.parent().unwrap_or(root).to_owned();
            targets(&file.text).into_iter().filter_map(move |(line, target)| {
                let what = format!("'{target}' leads nowhere: mend the link");
                (!folder.join(target).exists()).then(|| Finding::new(&file.path, line, what))
            })
        })
        .collect()
}

/// The files that links lead to, with their lines; addresses and places in the same page are left
/// out, and so is what stands in a block of code.
fn targets(text: &str) -> Vec<(usize, &str)> {
    let mut targets = Vec::new();
    let mut in_code = false;
    for (number, line) in super::numbered(text) {
        if line.trim_start().starts_with("```") {
            in_code = !in_code;
        }
        if in_code {
            continue;
        }
        for rest in line.split("](").skip(1) {
            let target = rest.split([')', '#', ' ']).next().unwrap_or_default();
            if !target.is_empty() && !target.contains(':') {
                targets.push((number, target));
            }
        }
    }
    targets
}

#[cfg(test)]
mod tests;
