//! The line of a commitment through the years: what it carries on and what carries it on.

use std::collections::BTreeMap;

use servanda_model::record::Commitment;
use servanda_model::{Facts, Kind, RecordId, Relation};
use servanda_register::{Held, RegisterError};

use crate::block::{Block, Link, Names};
use crate::table::{Line, Table};

/// Commitments in one line: past this, a line is not read but lost in.
const LINE_RECORDS_MAX: usize = 100;

/// The line of a commitment, oldest first; silent where it stands alone.
pub(super) fn block(names: &Names<'_>, held: &Held) -> Result<Block, RegisterError> {
    let found = whole(names, held)?;
    if found.len() < 2 {
        return Ok(Block::default());
    }
    let locale = names.locale;
    let heading = locale.say_code("list", "line");
    let heads = [
        locale.say_code("kind", Kind::Commitment.code()),
        locale.say_code("fact", "made-on"),
        locale.say_code("fact", "made-in"),
        locale.say_code("fact", "course"),
    ];
    let mut table = Table::new(heading.clone(), heads);
    for (one, it) in &found {
        let id = &one.record.id;
        let current = *id == held.record.id;
        let title = if current {
            let title = names.title(one);
            vec![Link::plain(title), Link::plain(locale.say("this-record"))]
        } else {
            vec![names.link(id)?]
        };
        let made = Link::date(locale.when(it.made), it.made.to_string());
        let made_in = it.made_in.as_ref().map(|id| names.link(id)).transpose()?;
        let is_carried_on = found.iter().any(|(_, later)| later.continues.contains(id));
        let course = course(it, is_carried_on).map(|key| Link::plain(locale.say(&key)));
        let cells = vec![title.into(), made.into(), made_in.into(), course.into()];
        table.lines.push(Line { cells, current });
    }
    Ok(Block { heading, table: Some(table), ..Block::default() })
}

/// How a commitment of a line went on: what a document says, or that a later one carries it on.
fn course(commitment: &Commitment, is_carried_on: bool) -> Option<String> {
    match commitment.course {
        Some(course) => Some(format!("course-{}", course.code())),
        None => is_carried_on.then(|| "course-carried-over".to_owned()),
    }
}

/// Every commitment that is joined to this one, back and forth, oldest first.
fn whole(names: &Names<'_>, held: &Held) -> Result<Vec<(Held, Commitment)>, RegisterError> {
    let mut found: BTreeMap<RecordId, (Held, Commitment)> = BTreeMap::new();
    let mut waiting = vec![held.clone()];
    while let Some(one) = waiting.pop() {
        let Facts::Commitment(it) = &one.record.facts else { continue };
        let id = one.record.id.clone();
        if found.contains_key(&id) || found.len() >= LINE_RECORDS_MAX {
            continue;
        }
        waiting.extend(names.view.each(&it.continues)?);
        waiting.extend(names.view.referring(&id, Relation::Continues, Kind::Commitment)?);
        let it = it.clone();
        found.insert(id, (one, it));
    }
    let mut line: Vec<(Held, Commitment)> = found.into_values().collect();
    line.sort_by_key(|(_, it)| it.made.key_day());
    Ok(line)
}
