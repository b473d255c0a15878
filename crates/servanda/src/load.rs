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
    let loaded = dataset::state(&office, &set, &copies, &asked.name)?;
    refresh_index(&office)?;
    for line in lines(&loaded) {
        say(line);
    }
    Ok(())
}

/// What a load did, in words.
pub(crate) fn lines(loaded: &Loaded) -> Vec<String> {
    let mut lines = vec![format!(
        "{} records stated, {} changed, {} unchanged; the journal has {} entries",
        loaded.new, loaded.changed, loaded.unchanged, loaded.size
    )];
    if loaded.passages_found > 0 {
        lines.push(format!(
            "{} passages found in the copies of their documents",
            loaded.passages_found
        ));
    }
    if loaded.documents_without_copy > 0 {
        lines.push(format!(
            "{} cited documents have no copy here: name a folder that holds them with --documents",
            loaded.documents_without_copy
        ));
    }
    lines
}
