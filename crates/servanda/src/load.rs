//! `servanda load`.

use servanda_actions::Loaded;

use crate::outcome::{Done, say};
use crate::serve::{open, refresh_index};
use crate::{command, dataset};

pub(crate) fn run(asked: &command::Load) -> Done {
    let set = dataset::read(&asked.set)?;
    let copies = match &asked.documents {
        Some(folder) => dataset::copies(&set, folder)?,
        None => Vec::new(),
    };
    let office = open(&asked.installation.data)?;
    let loaded = dataset::state(&office, &set, &copies, asked.name.as_deref())?;
    refresh_index(&office)?;
    for line in lines(&loaded) {
        say(line);
    }
    Ok(())
}

/// What a load did, in words.
pub(crate) fn lines(loaded: &Loaded) -> Vec<String> {
    let mut lines = vec![format!(
        "records: {} stated, {} changed, {} unchanged; entries in the journal: {}",
        loaded.new, loaded.changed, loaded.unchanged, loaded.size
    )];
    let mut add = |count: usize, what: &str| {
        if count > 0 {
            lines.push(format!("{what}: {count}"));
        }
    };
    add(loaded.passages_found, "passages found in the copies of their documents");
    add(loaded.retracted, "records left alone because they were retracted");
    add(loaded.agreed, "records left alone because the parties have agreed on their words");
    add(loaded.erased_texts, "texts left out because they were erased");
    add(
        loaded.documents_without_copy,
        "cited documents without a copy here (name a folder that holds them with --documents)",
    );
    lines
}
