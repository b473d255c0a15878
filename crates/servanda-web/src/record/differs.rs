//! Sources that differ: what each document says of a field, side by side.

use servanda_model::passage::{Disputed, Says};
use servanda_model::record::Mode;
use servanda_model::{Facts, Role, When};
use servanda_register::{Held, RegisterError};

use crate::block::{Block, Link, Names};
use crate::document;
use crate::table::Table;

/// The sign in a list that the sources of a record differ.
pub(crate) fn sign(names: &Names<'_>, held: &Held) -> Option<Link> {
    let differ = held.record.sources.iter().any(|passage| passage.says.is_some());
    differ.then(|| Link::plain(names.locale.say("sources-differ")))
}

/// A table for each field on which the sources of a record differ.
pub(super) fn blocks(names: &Names<'_>, held: &Held) -> Result<Vec<Block>, RegisterError> {
    let mut blocks = Vec::new();
    for field in Disputed::ALL {
        let Some(table) = table(names, held, field)? else { continue };
        blocks.push(Block {
            heading: names.locale.say_code("sources-differ-on", field.code()),
            words: vec![Link::plain(names.locale.say("sources-differ-how"))],
            table: Some(table),
            ..Block::default()
        });
    }
    Ok(blocks)
}

fn table(names: &Names<'_>, held: &Held, field: Disputed) -> Result<Option<Table>, RegisterError> {
    let locale = names.locale;
    let heads = [locale.say_code("kind", "document"), locale.say("says"), locale.say("passage")];
    let mut table = Table::new(locale.say_code("sources-differ-on", field.code()), heads);
    for mark in names.view.passages_of(&held.record.id)? {
        let position = usize::try_from(mark.position).unwrap_or(usize::MAX);
        let Some(passage) = held.record.sources.get(position) else { continue };
        let Some(says) = passage.says.as_ref().filter(|says| says.field == field) else {
            continue;
        };
        let place = match names.view.find(&passage.document)? {
            Some(document) if mark.span.is_some() => {
                let place = document::place_of(names, &document, &mark);
                Link::to(locale.say("read-in-document"), place)
            }
            Some(_) | None => Link::plain(format!("{} … {}", passage.begins, passage.ends)),
        };
        let document = names.link(&passage.document)?;
        table.push(vec![document.into(), value(names, held, says).into(), place.into()]);
    }
    Ok(Some(table).filter(|table| !table.lines.is_empty()))
}

/// What a source says, as the reader's language writes it.
fn value(names: &Names<'_>, held: &Held, says: &Says) -> Link {
    let locale = names.locale;
    match says.field {
        Disputed::Date => When::parse(&says.value).map_or_else(
            |_not_a_date| Link::plain(&says.value),
            |when| Link::date(locale.when(when), when.to_string()),
        ),
        Disputed::Mode => Mode::find(&says.value).map_or_else(
            || Link::plain(&says.value),
            |mode| Link::plain(locale.say_code("mode", mode.code())),
        ),
        Disputed::Value => {
            let number = locale.decimal(&says.value);
            let is_figure = matches!(held.record.facts, Facts::Figure(_));
            let unit = locale.text(held.record.texts.get(&Role::Unit)).filter(|_| is_figure);
            Link::plain(unit.map_or(number.clone(), |unit| format!("{number}\u{a0}{unit}")))
        }
    }
}
