//! The description of the kinds against what their facts are.

use std::collections::BTreeSet;

use servanda_actions::drafts::{facts_fields, facts_of_fields};
use servanda_model::{Kind, RecordId};

use super::{Field, Need, Sort, fields};

type Map = serde_json::Map<String, serde_json::Value>;

/// Something that a field can hold.
fn filled(field: &Field) -> serde_json::Value {
    let id = RecordId::from_bits(7).to_string();
    match field.sort {
        Sort::Date => "2026-02".into(),
        Sort::Address => "https://wells.example/plan".into(),
        Sort::Number => 3.into(),
        Sort::Decimal => "2.5".into(),
        Sort::Country => "CA".into(),
        Sort::Code(codes) => codes[0].into(),
        Sort::Codes(codes) => vec![codes[0]].into(),
        Sort::One(_) => id.into(),
        Sort::Many(_) => vec![id].into(),
    }
}

/// The facts of a kind with every field for which a condition holds, and the empty lists it always
/// has.
fn facts(kind: Kind, is_filled: impl Fn(&Field) -> bool) -> Map {
    let mut facts = Map::new();
    for field in fields(kind) {
        let is_list = matches!(field.sort, Sort::Many(_) | Sort::Codes(_));
        if is_filled(field) {
            facts.insert(field.key.to_owned(), filled(field));
        } else if is_list && !field.is_left_out_empty {
            facts.insert(field.key.to_owned(), serde_json::json!([]));
        }
    }
    facts
}

fn described() -> impl Iterator<Item = Kind> {
    Kind::ALL.iter().copied().filter(|kind| *kind != Kind::Document)
}

#[test]
fn every_fact_of_a_kind_is_described_and_no_other() {
    for kind in described() {
        let all = facts(kind, |_| true);
        let read = facts_of_fields(kind, all.clone());
        assert_eq!(read.map(|facts| facts_fields(&facts)), Ok(all), "{kind:?}");
    }
}

#[test]
fn what_is_not_needed_can_be_left_out_and_what_is_needed_cannot() {
    for kind in described() {
        let least = facts(kind, |field| field.need == Need::Always);
        let read = facts_of_fields(kind, least.clone());
        assert_eq!(read.map(|facts| facts_fields(&facts)), Ok(least), "{kind:?}");
        for field in fields(kind) {
            let is_list = matches!(field.sort, Sort::Many(_));
            if field.need == Need::Always && !is_list {
                let without = facts(kind, |it| it.need == Need::Always && it.key != field.key);
                assert!(facts_of_fields(kind, without).is_err(), "{kind:?} {}", field.key);
            }
        }
    }
}

#[test]
fn a_field_has_one_name_that_is_not_the_name_of_a_text() {
    for kind in described() {
        let mut names: BTreeSet<&str> = fields(kind).iter().map(|field| field.key).collect();
        assert_eq!(names.len(), fields(kind).len(), "{kind:?}");
        names.retain(|name| super::texts(kind).iter().any(|role| role.code() == *name));
        assert_eq!(names, BTreeSet::new(), "{kind:?}");
    }
}
