//! What of the register can be found: every record, and every block of every document's text.

use std::collections::BTreeMap;

use servanda_model::record::{BlockForm, Document};
use servanda_model::{Facts, Kind, Language, RecordId, Relation, Role};
use servanda_register::{Held, RegisterError, View};
use servanda_search::{Facet, Item};

use crate::{document, routes};

/// The kind of an item that is a block of a document's text.
pub(crate) const PASSAGE: &str = "passage";
/// Stands between a document's identifier and the place of a passage.
const PLACE: char = '#';

/// Everything in the register, at the moment of the view, that can be found: one item for each
/// language a record speaks, and the blocks of every text.
pub fn items(view: &View<'_>) -> Result<Vec<Item>, RegisterError> {
    let mut parties = Parties { view, known: BTreeMap::new() };
    let mut items = Vec::new();
    for id in view.every_id()? {
        let Some(held) = view.find(&id)? else { continue };
        let facets = facets(view, &mut parties, &held)?;
        for language in Language::ALL {
            let within = within(view, &held, language)?;
            items.extend(item(&held, language, within, &facets));
        }
        if let Facts::Document(document) = &held.record.facts
            && let Some(text) = view.document_text(&id)?
        {
            items.extend(passages(&held, document, &text));
        }
    }
    Ok(items)
}

/// The identifier of the document that an item's record belongs to, or of the record itself.
pub(crate) fn document_of(record: &str) -> &str {
    record.split_once(PLACE).map_or(record, |(document, _)| document)
}

/// A record in one language; none where it says nothing in it.
fn item(
    held: &Held,
    language: Language,
    within: Option<String>,
    facets: &[(Facet, String)],
) -> Option<Item> {
    let record = &held.record;
    let said = |role: Role| record.texts.get(&role).and_then(|text| text.get(language));
    let title = said(Role::Title).or_else(|| said(Role::Name)).unwrap_or_default();
    let others = Role::ALL.into_iter().filter(|role| ![Role::Title, Role::Text].contains(role));
    let text: Vec<&str> = others.filter_map(said).filter(|text| *text != title).collect();
    if title.is_empty() && text.is_empty() {
        return None;
    }
    Some(Item {
        record: record.id.to_string(),
        kind: record.kind().code().to_owned(),
        language,
        partnership: held.partnership.clone(),
        title: title.to_owned(),
        within,
        text: text.join("\n"),
        address: routes::record(&held.partnership, record.kind(), &record.id),
        date: record.facts.date().map(|when| when.key_day().to_string()),
        standing: held.standing.code().to_owned(),
        facets: facets.to_vec(),
    })
}

/// The blocks of a document's text, each at its place in the reader.
fn passages(held: &Held, document: &Document, text: &str) -> Vec<Item> {
    let chars: Vec<char> = text.chars().collect();
    let path = routes::record(&held.partnership, Kind::Document, &held.record.id);
    let titles = held.record.texts.get(&Role::Title).or_else(|| held.record.texts.get(&Role::Name));
    let within = titles.and_then(|titles| titles.nearest(document.language));
    let mut items = Vec::new();
    for (page, blocks) in (1_usize..).zip(document::pages(&document.outline)) {
        for block in document.outline.get(blocks).unwrap_or_default() {
            let words = chars.get(block.start..block.end).unwrap_or_default();
            let words: String = words.iter().collect();
            if block.form == BlockForm::Furniture || words.trim().is_empty() {
                continue;
            }
            let anchor = document::block_anchor(block.start);
            let page = if page > 1 { format!("?page={page}") } else { String::new() };
            items.push(Item {
                record: format!("{}{PLACE}{anchor}", held.record.id),
                kind: PASSAGE.to_owned(),
                language: document.language,
                partnership: held.partnership.clone(),
                title: String::new(),
                within: within.map(|(title, _)| title.to_owned()),
                text: words,
                address: format!("{path}{page}#{anchor}"),
                date: document.published.map(|when| when.key_day().to_string()),
                standing: held.standing.code().to_owned(),
                facets: Vec::new(),
            });
        }
    }
    items
}

/// Whose post, term or participation it is, which their titles do not say.
fn within(
    view: &View<'_>,
    held: &Held,
    language: Language,
) -> Result<Option<String>, RegisterError> {
    const WHOSE: [(Kind, Relation); 4] = [
        (Kind::Term, Relation::Person),
        (Kind::Post, Relation::Body),
        (Kind::Participation, Relation::Meeting),
        (Kind::Section, Relation::Instrument),
    ];
    let of = WHOSE.into_iter().find(|(kind, _)| *kind == held.record.kind());
    let links = held.record.facts.links();
    match links.iter().find(|(relation, _)| of.is_some_and(|(_, of)| of == *relation)) {
        Some((_, id)) => view.label(id, language),
        None => Ok(None),
    }
}

/// Records that are themselves values of a facet.
const OWN: [(Kind, Facet); 3] =
    [(Kind::Body, Facet::Body), (Kind::Section, Facet::Pillar), (Kind::Party, Facet::Party)];

/// What a record can be told apart by.
fn facets(
    view: &View<'_>,
    parties: &mut Parties<'_>,
    held: &Held,
) -> Result<Vec<(Facet, String)>, RegisterError> {
    let record = &held.record;
    let mut facets = Vec::new();
    let own = OWN.into_iter().filter(|(kind, _)| *kind == record.kind());
    facets.extend(own.map(|(_, facet)| (facet, record.id.to_string())));
    for (relation, id) in record.facts.links() {
        if relation == Relation::Body && view.kind(id)? == Some(Kind::Body) {
            facets.push((Facet::Body, id.to_string()));
        }
        if relation == Relation::Section {
            facets.push((Facet::Pillar, id.to_string()));
        }
        if concerns_party(relation) {
            let parties = parties.of(id, &held.partnership)?;
            facets.extend(parties.into_iter().map(|party| (Facet::Party, party.to_string())));
        }
    }
    let lenses = record.facts.lenses().iter();
    facets.extend(lenses.map(|lens| (Facet::Lens, lens.code().to_owned())));
    facets.sort();
    facets.dedup();
    Ok(facets)
}

/// Whether a link leads to who undertakes, asks, is asked, hosts or belongs.
fn concerns_party(relation: Relation) -> bool {
    [Relation::Party, Relation::OwedBy, Relation::By, Relation::To, Relation::Host]
        .contains(&relation)
}

/// The parties behind institutions and bodies, each looked up once.
struct Parties<'view> {
    view: &'view View<'view>,
    known: BTreeMap<RecordId, Vec<RecordId>>,
}

impl Parties<'_> {
    /// A party itself, the party of an institution or post, all parties of a body.
    fn of(&mut self, id: &RecordId, partnership: &str) -> Result<Vec<RecordId>, RegisterError> {
        if let Some(known) = self.known.get(id) {
            return Ok(known.clone());
        }
        let parties = self.look_up(id, partnership)?;
        self.known.insert(id.clone(), parties.clone());
        Ok(parties)
    }

    fn look_up(&self, id: &RecordId, partnership: &str) -> Result<Vec<RecordId>, RegisterError> {
        let Some(held) = self.view.find(id)? else { return Ok(Vec::new()) };
        let kind = held.record.kind();
        if kind == Kind::Party {
            return Ok(vec![id.clone()]);
        }
        if kind == Kind::Body {
            let all = self.view.of_kind(partnership, Kind::Party)?;
            return Ok(all.into_iter().map(|party| party.record.id).collect());
        }
        let links = held.record.facts.links();
        let parties = links.into_iter().filter(|(relation, _)| *relation == Relation::Party);
        Ok(parties.map(|(_, party)| party.clone()).collect())
    }
}
